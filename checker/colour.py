"""The text report as a terminal shows it: its lines broken at blanks to fit, and coloured; in files it is as it is."""

import os
import re
import sys
import unicodedata
from collections.abc import Iterator

_PLAIN = "\x1b[0m"
_BOLD, _DIM = "\x1b[1m", "\x1b[2m"
_OF_SEVERITY = {b"error": "\x1b[31m", b"warning": "\x1b[33m", b"note": "\x1b[36m"}
_HEAD = re.compile(rb"(?m)^([^ \n][^\n]{0,4000}?:[0-9]{1,9}:[0-9]{1,9}: )(error|warning|note)( [A-Z][0-9]{3,6} )")
_FIGURE = re.compile(rb">>([^\n<>]{1,400})<<")
_WHY = re.compile(rb"(?m)^(    )((?:one fact|why|finding): [^\n]*)$")
_CODE = re.compile("\x1b\\[[0-9]*m")
_NARROWEST, _WIDEST = 40, 120  # columns: below nothing fits, above no eye finds the next line


def coloured(form: str, content: bytes) -> bytes:
    """The content as standard output gets it: the text report fitted to a terminal and coloured, all else as it is."""
    if form != "text":
        return content
    return fitted(painted(content) if is_wanted() else content, columns())


def columns() -> int:
    """How wide the terminal is; 0 where there is none, or it does not tell."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else 0
    except (AttributeError, OSError, ValueError):
        return 0


def fitted(content: bytes, width: int) -> bytes:
    """The lines broken at blanks, what follows a break further in, an empty line before a finding of several lines."""
    if width < _NARROWEST:
        return content
    broken = (_broken(line, min(width, _WIDEST)) for line in _spaced(content.decode().splitlines()))
    return "".join(f"{line}\n" for line in broken).encode()


def _spaced(lines: list[str]) -> Iterator[str]:
    for line, before in zip(lines, ["", *lines], strict=False):
        if before.startswith(" ") and not line.startswith(" "):
            yield ""
        yield line


def _broken(line: str, width: int) -> str:
    indent = len(line) - len(line.lstrip(" "))
    told = [" " * indent]
    room = width - indent
    for word in line.split():
        length = _length(word)
        if room < length + 1 and not told[-1].isspace():
            told.append(" " * (indent + 4))
            room = width - indent - 4
        told[-1] += word if not told[-1] or told[-1].isspace() else f" {word}"
        room -= length + 1
    return "\n".join(told)


def _length(word: str) -> int:
    """How many columns a word takes; codes of colour take none, signs of East Asia two."""
    plain = _CODE.sub("", word)
    wide = 0 if plain.isascii() else sum(unicodedata.east_asian_width(sign) in "WF" for sign in plain)
    return len(plain) + wide


def is_wanted() -> bool:
    """Whether standard output is a terminal that knows colours, and nobody asked for none (no-color.org)."""
    is_terminal = sys.stdout is not None and not sys.stdout.closed and sys.stdout.isatty()
    knows = os.environ.get("TERM", "dumb" if os.name != "nt" else "") != "dumb"
    return is_terminal and knows and not os.environ.get("NO_COLOR")


def painted(content: bytes) -> bytes:
    """The text report with the severity in its colour, figures bold and reasons dim; its words are the same."""
    content = _HEAD.sub(_head, content)
    content = _FIGURE.sub(lambda found: b">>" + _in(_BOLD, found[1]) + b"<<", content)
    return _WHY.sub(lambda found: found[1] + _in(_DIM, found[2]), content)


def _head(found: "re.Match[bytes]") -> bytes:
    return _in(_BOLD, found[1].rstrip()) + b" " + _in(_OF_SEVERITY[found[2]], found[2]) + found[3]


def _in(colour: str, words: bytes) -> bytes:
    return colour.encode() + words + _PLAIN.encode()
