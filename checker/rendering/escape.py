"""One escape function a format, used by every writer of that format. Article text and file names are hostile.

Control, bidi and other invisible characters are shown by number, never sent.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

_INVISIBLE = ("Cc", "Cf", "Cs", "Zl", "Zp")
_JOINERS = "\u200c\u200d"  # spelling needs them: Persian, Indic scripts, joined emoji


class Safe(str):
    """Text that is already Markdown and is not escaped again."""

    __slots__ = ()


def one_line(text: str) -> str:
    """The text with every run of blanks and line ends as one blank, none at the ends."""
    return " ".join(text.split())


def visible(text: str) -> str:
    """Text with what cannot be seen shown by number, as in every report for readers."""
    return _visible(text, "⟨U+{:04X}⟩")


def markdown(text: object) -> Safe:
    """Text as Markdown that renders as those very characters, on one line, on GitHub and GitLab.

    Nothing in it opens markup, a table cell, a link, a mention, a reference, an emoji or mathematics. Backslash and
    entity stop the parser; what is looked for later, in the rendered page (mentions, references, addresses, emoji),
    is stopped by a `<span>` around its sign, which leaves copied text as it was.
    """
    if isinstance(text, Safe):
        return text
    line = _visible(one_line(str(text)), "⟨U+{:04X}⟩")
    if line.isalnum():
        return Safe(line)
    return Safe(_lead(line) + "".join(_marked(line, place) for place in range(len(_lead_of(line)), len(line))))


def terminal(text: object) -> str:
    """Text for a terminal or the log of a build: one line, no control characters, no command to a build runner."""
    line = _visible(one_line(str(text)), "<U+{:04X}>")
    return _unordered(line.replace("::", ": :").replace("::", ": :"))


def github_message(text: object) -> str:
    """Text behind the `::` of a command to GitHub's runner."""
    return _unordered(_visible(one_line(str(text)), "<U+{:04X}>").replace("%", "%25"))


def github_property(value: object) -> str:
    """The value of a property of such a command."""
    return github_message(value).replace(":", "%3A").replace(",", "%2C")


def xml_text(text: object) -> str:
    """Text that XML 1.0 can hold, on one line; the writer of XML escapes the rest."""
    line = _unordered(_visible(one_line(str(text)), "⟨U+{:04X}⟩"))
    return "".join(f"⟨U+{ord(c):04X}⟩" if ord(c) & _NO_CHARACTER == _NO_CHARACTER else c for c in line)


_NO_CHARACTER = 0xFFFE  # code points that end so, or in FFFF, are no characters


def csv_cell(cell: object) -> object:
    """A cell that is no formula to a spreadsheet and no command to a build runner; null is empty, numbers stay."""
    if not isinstance(cell, str):
        return "" if cell is None else cell
    text = _unordered(_visible(one_line(cell), "⟨U+{:04X}⟩"))
    return f"'{text}" if text.startswith(_FORMULA) and not _is_number(text) else text


def script_json(content: Any) -> str:
    """JSON that may stand in a `<script>` of a page: nothing in it ends the script or opens a comment."""
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return _escaped(text, _unicode_escape) if not text.isascii() else text


def json_text(content: Any, *, indent: int | None = None) -> str:
    r"""JSON of plain rows: numbers finite, invisible characters and a build runner's `##` as \u escapes.

    Raises:
        ValueError: a number is NaN or infinite.

    """
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, indent=indent)
    if not (text.isascii() and "\x7f" not in text):
        text = _escaped(text, _unicode_escape, kept="\n")
    return _ORDER.sub(r"\\u0023", text)


def _unordered(text: str) -> str:
    """Text in which no runner of builds sees an order: `##[group]`, `##vso[...]`, `##teamcity[...]`."""
    return _ORDER.sub("# ", text)


_ORDER = re.compile(r"#(?=#)")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")

_AROUND_BEFORE, _AROUND_AFTER = 3, 2  # characters that the tests below look at

# What the parser takes for markup, wherever it stands.
_ESCAPED: Mapping[str, str] = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "|": "&#124;",
    "\\": "&#92;",
    "`": "\\`",
    "*": "\\*",
    "_": "\\_",
    "[": "\\[",
    "]": "\\]",
    "~": "\\~",
}


def _is_number(text: str) -> bool:
    digits = text[1:].replace(".", "", 1)
    return text[:1] in {"+", "-"} and digits.isascii() and digits.isdigit()


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _is_figure(character: str) -> bool:
    return character.isascii() and character.isdigit()


def _is_clock(before: str, after: str) -> bool:
    return _is_figure(before[-1:]) and _is_figure(after[:1])


# Sign -> whether it would be taken for a mention, reference, address, emoji or mathematics between what stands before
# and after it. A money sign before a figure is harmless: it could open mathematics, but every sign that could close
# it is stopped.
_ISOLATED: Mapping[str, Callable[[str, str], bool]] = {
    "@": lambda _, __: True,
    "#": lambda _, __: True,
    "~": lambda _, after: _is_word(after[:1]) or after[:1] == '"',
    "$": lambda _, after: not _is_figure(after[:1]),
    "%": lambda _, after: _is_word(after[:1]) or after[:1] in {'"', "{"},
    "&": lambda _, after: after[:1].isdigit(),
    "!": lambda _, after: after[:1].isdigit(),
    ":": lambda before, after: (_is_word(after[:1]) or after[:1] in {"/", "+", "-"}) and not _is_clock(before, after),
    ".": lambda before, _: before[-3:].lower() == "www",
    "-": lambda before, after: before[-2:].lower() == "gh" and after[:1].isdigit(),
    "[": lambda _, after: after[:1] in {"[", "+", "-"},
    "{": lambda _, after: after[:1] in {"+", "-"},
}


# Sign -> whether some parsers would find an address around it; a backslash stops them.
_PARTED: Mapping[str, Callable[[str, str], bool]] = {
    ".": lambda before, after: _is_word(before[-1:]) and after.isalpha() and len(after) == _AROUND_AFTER,
    "/": lambda _, after: after[:1] == "/",
}


def _never(_: str, __: str) -> bool:
    return False


def _marked(line: str, place: int) -> str:
    sign = line[place]
    around = line[max(place - _AROUND_BEFORE, 0) : place], line[place + 1 : place + 1 + _AROUND_AFTER]
    shown = _ESCAPED.get(sign, sign)
    if _ISOLATED.get(sign, _never)(*around):
        return f"<span>{shown}</span>"
    return f"\\{sign}" if _PARTED.get(sign, _never)(*around) else shown


def _lead_of(line: str) -> str:
    """The mark at the start that would open a list, a heading, a rule or a command; empty when there is none."""
    digits = len(line) - len(line.lstrip("0123456789"))
    if 0 < digits <= 9 and line[digits : digits + 1] in {".", ")"} and line[digits + 1 : digits + 2] in {"", " "}:  # noqa: PLR2004 - CommonMark: at most nine digits
        return line[: digits + 1]
    return line[:1] if line[:1] in {"-", "+", "=", "/"} else ""


def _lead(line: str) -> str:
    lead = _lead_of(line)
    return f"{lead[:-1]}&#{ord(lead[-1])};" if lead else ""


def _visible(text: str, form: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return _escaped(text, lambda c: form.format(ord(c)))


def _escaped(text: str, escape: Callable[[str], str], kept: str = "") -> str:
    """The text with each character escaped that cannot be seen; each is looked up once, since texts are long."""
    hidden = {ord(c): escape(c) for c in set(text).difference(kept) if _is_invisible(c)}
    return text.translate(hidden) if hidden else text


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) in _INVISIBLE and character not in _JOINERS


def _unicode_escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))
