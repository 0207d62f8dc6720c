"""Colour for the text report where somebody looks: on a terminal, never in files, and not where NO_COLOR is set."""

import os
import re
import sys

_PLAIN = "\x1b[0m"
_BOLD, _DIM = "\x1b[1m", "\x1b[2m"
_OF_SEVERITY = {b"error": "\x1b[31m", b"warning": "\x1b[33m", b"note": "\x1b[36m"}
_HEAD = re.compile(rb"(?m)^([^ \n][^\n]{0,4000}?:[0-9]{1,9}:[0-9]{1,9}: )(error|warning|note)( [A-Z][0-9]{3,6} )")
_FIGURE = re.compile(rb">>([^\n<>]{1,400})<<")
_WHY = re.compile(rb"(?m)^    why: [^\n]*$")


def coloured(form: str, content: bytes) -> bytes:
    """The content as standard output gets it: the text report coloured where that is wanted, all else as it is."""
    return painted(content) if form == "text" and is_wanted() else content


def is_wanted() -> bool:
    """Whether standard output is a terminal that knows colours, and nobody asked for none (no-color.org)."""
    is_terminal = sys.stdout is not None and not sys.stdout.closed and sys.stdout.isatty()
    knows = os.environ.get("TERM", "dumb" if os.name != "nt" else "") != "dumb"
    return is_terminal and knows and not os.environ.get("NO_COLOR")


def painted(content: bytes) -> bytes:
    """The text report with the severity in its colour, figures bold and reasons dim; its words are the same."""
    content = _HEAD.sub(_head, content)
    content = _FIGURE.sub(lambda found: b">>" + _in(_BOLD, found[1]) + b"<<", content)
    return _WHY.sub(lambda found: _in(_DIM, found[0]), content)


def _head(found: "re.Match[bytes]") -> bytes:
    return _in(_BOLD, found[1].rstrip()) + b" " + _in(_OF_SEVERITY[found[2]], found[2]) + found[3]


def _in(colour: str, words: bytes) -> bytes:
    return colour.encode() + words + _PLAIN.encode()
