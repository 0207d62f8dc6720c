"""Markdown inside a paragraph: which characters are marks. Linear in the paragraph.

After CommonMark 0.31 as far as news text uses it; where the two disagree, what could be part of a figure is kept.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape

from checker.reading.article import Stretch

# Tokens number in the hundreds of thousands where a text is hostile, and the standard library finds them in a tenth of
# the time. It is safe here: no repeat stands inside another, and each stops at what begins the next token.
_TARGET = r"(?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)?)"
_TITLE = r"""(?:[ \t\n]{1,8}(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?"""
_ADDRESS = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>")
_TAGS = (
    "abbr|article|aside|a|blockquote|br|b|caption|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|font"
    "|footer|h[1-6]|header|hr|img|ins|i|kbd|li|main|mark|nav|ol|pre|p|q|section|small|source|span|strong|sub|summary|sup"
    "|s|table|tbody|td|tfoot|thead|th|time|tr|ul|u|video"
)
_TOKENS = (
    r"\\(?:[!-/:-@\[-`{-~]|\r?\n)",  # escape
    r"``[^`]+``|`[^`]+`",  # code
    _ADDRESS.pattern,
    rf"</?(?:{_TAGS})(?:\s+[A-Za-z-]+\s*=[^<>]*)?\s*/?>|<!--[^<>]*-->",  # tag: "<a year ago and 5>" is none
    r"https?://[^\s<>()\[\]*`\"]+",
    r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});",  # entity
    r"\[\^[^\s\[\]]{1,40}\]",  # footnote mark
    r"!?\[",  # begins a link or an image
    rf"\](?:\([ \t\n]{{0,8}}{_TARGET}{_TITLE}[ \t\n]{{0,8}}\)|\[[^\[\]\n]*\])?",  # ends one
    r"\*+|_+|~~",  # emphasis
)
_TOKEN = re.compile("|".join(_TOKENS))
Match = re.Match[str]
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~“”‘’—–…«»")


@dataclass(slots=True)
class Marks:
    """What the marks of one paragraph say; places are characters of the original."""

    dropped: list[Stretch] = field(default_factory=list)  # marks, links' targets, tags
    entities: list[tuple[int, int, str]] = field(default_factory=list)  # start, end, the character meant
    captions: list[Stretch] = field(default_factory=list)  # words that describe an image


@dataclass(slots=True)
class _Run:
    """A run of emphasis marks that waits for its partner."""

    start: int
    end: int


@dataclass(slots=True)
class _Scan:
    """The state of one paragraph's scan."""

    text: str
    place: int  # of text in the original
    labels: frozenset[str]  # link labels that the document defines
    marks: Marks = field(default_factory=Marks)
    brackets: list[Stretch] = field(default_factory=list)
    runs: dict[str, list[_Run]] = field(default_factory=lambda: defaultdict(list))

    def drop(self, start: int, end: int) -> None:
        if start < end:
            self.marks.dropped.append((self.place + start, self.place + end))


def marks(text: str, place: int = 0, labels: frozenset[str] = frozenset()) -> Marks:
    """The marks of a paragraph.

    Args:
        text: the paragraph, as it stands in the original.
        place: where it begins in the original.
        labels: link labels defined in the document, lower case: `[words][label]` is a link only with one of them.

    """
    scan = _Scan(text, place, labels)
    for match in _TOKEN.finditer(text):
        _ON_TOKEN[text[match.start()]](scan, match)
    scan.marks.dropped.sort()
    return scan.marks


def _escape(scan: _Scan, match: Match) -> None:
    scan.drop(match.start(), match.start() + 1)


def _code(scan: _Scan, match: Match) -> None:
    ticks = 2 if scan.text.startswith("``", match.start()) else 1
    scan.drop(match.start(), match.start() + ticks)
    scan.drop(match.end() - ticks, match.end())


def _angle(scan: _Scan, match: Match) -> None:
    """An address in angle brackets loses them; a tag is left out."""
    if _ADDRESS.fullmatch(match.group()):
        scan.drop(match.start(), match.start() + 1)
        scan.drop(match.end() - 1, match.end())
    else:
        scan.drop(match.start(), match.end())


def _nothing(scan: _Scan, match: Match) -> None:
    """A web address stays as it stands: its marks are none."""


def _entity(scan: _Scan, match: Match) -> None:
    meant = unescape(match.group())
    if len(meant) == 1:
        scan.marks.entities.append((scan.place + match.start(), scan.place + match.end(), meant))


def _open(scan: _Scan, match: Match) -> None:
    """A bracket waits for its partner; a footnote's mark is left out at once."""
    if match.group().endswith("]"):
        scan.drop(match.start(), match.end())
        return
    scan.brackets.append(match.span())


def _close(scan: _Scan, match: Match) -> None:
    if not scan.brackets:
        return
    start, inside = scan.brackets.pop()
    if _is_link(scan, match, inside):
        scan.drop(start, inside)
        scan.drop(match.start(), match.end())
        if inside - start > 1:
            scan.marks.captions.append((scan.place + inside, scan.place + match.start()))


def _is_link(scan: _Scan, match: Match, inside: int) -> bool:
    """Whether a closing bracket ends a link: a target follows it, or its label is defined."""
    after = match.group()[1:]
    if after.startswith("("):
        return True
    words = scan.text[inside : match.start()] if after in ("", "[]") else after[1:-1]
    return words.strip().lower() in scan.labels


def _run(scan: _Scan, match: Match) -> None:
    mark = scan.text[match.start()]
    run = _Run(*match.span())
    opens, closes = _flanks(scan.text, run)
    if closes:
        _pair_up(scan, run, scan.runs[mark])
    if opens and run.start < run.end:
        scan.runs[mark].append(run)


def _pair_up(scan: _Scan, run: _Run, waiting: list[_Run]) -> None:
    """Drop as many marks of `run` as runs that wait have partners for."""
    while waiting and run.start < run.end:
        partner = waiting[-1]
        count = min(run.end - run.start, partner.end - partner.start)
        scan.drop(partner.end - count, partner.end)
        scan.drop(run.start, run.start + count)
        run.start += count
        partner.end -= count
        if partner.start == partner.end:
            waiting.pop()


def _flanks(text: str, run: _Run) -> tuple[bool, bool]:
    """Whether a run can open and whether it can close emphasis; between two digits it can do neither."""
    before = text[run.start - 1] if run.start else " "
    after = text[run.end] if run.end < len(text) else " "
    if before.isdigit() and after.isdigit():
        return False, False
    left = not after.isspace() and (after not in _PUNCTUATION or before.isspace() or before in _PUNCTUATION)
    right = not before.isspace() and (before not in _PUNCTUATION or after.isspace() or after in _PUNCTUATION)
    if text[run.start] != "_":
        return left, right
    return left and (not right or before in _PUNCTUATION), right and (not left or after in _PUNCTUATION)


# First character of a token -> what it does.
_ON_TOKEN: dict[str, Callable[[_Scan, Match], None]] = {
    "\\": _escape,
    "`": _code,
    "<": _angle,
    "h": _nothing,
    "&": _entity,
    "[": _open,
    "!": _open,
    "]": _close,
    "*": _run,
    "_": _run,
    "~": _run,
}
