"""The words of a record's string: plain text, Markdown or HTML inside JSON, with the place of each in the original."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from checker.reading.article import Draft, Section
from checker.reading.formats.text import plain
from checker.reading.records.escapes import keep
from checker.reading.records.tree import Text
from checker.values.offsets import OffsetBuilder, through

# A text that opens with a tag, or closes a paragraph, is HTML; a headline or caption also with a reference or a tag.
_OPENS = re.compile(
    r"\s*+<(?:!doctype|html|body|p|div|h[1-6]|figure|article|section|ul|ol|blockquote|span|strong|em|b|i|a|img|br|table)"
    r"(?=[\s>/])",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"</p\s*+>", re.IGNORECASE)
_MARKED = re.compile(
    r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});|</?(?:em|strong|b|i|span|a|br|p|cite|q)[\s/>]", re.IGNORECASE
)


MOST_ESCAPES = 500_000  # of one string: each costs its place in the map


class ShapeError(Exception):
    """A record holds no article in any shape that is known; the message says what it lacks."""


def is_html(text: str) -> bool:
    """Whether a text is HTML as far as its tags tell."""
    return _OPENS.match(text) is not None or _CLOSES.search(text) is not None


def has_marks(text: str) -> bool:
    """Whether a few words hold a character reference or a tag."""
    return _MARKED.search(text) is not None


def html(text: str) -> Draft:
    """The words of HTML."""
    from checker.reading.records.fragment import fragment  # loaded only where a record holds HTML

    return fragment(text)


@dataclass(slots=True)
class Words:
    """The parts of one article, put together with a blank line between."""

    original: str
    pieces: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    warnings: dict[str, None] = field(default_factory=dict)
    cut: dict[str, None] = field(default_factory=dict)
    length: int = 0

    def add(self, text: Text, section: str | None, read: Callable[[str], Draft]) -> str:
        """Add a string, all of it in a section where one is named; returns its words.

        Raises:
            ShapeError: it holds more than half a million escapes.

        """
        if self.original.count("\\", text.start, text.end) > MOST_ESCAPES:
            raise ShapeError(f"a string of more than {MOST_ESCAPES:,} escapes: write it in UTF-8")
        builder = OffsetBuilder()
        keep(builder, self.original, text.start, text.end)
        return self.put(read(builder.text), builder.offsets, text.end, section)

    def put(self, draft: Draft, offsets: Sequence[int], end: int, section: str | None) -> str:
        """Add what was read, all of it in a section where one is named; returns its words.

        `offsets` lead from what the draft was made of to the original, where it ends at `end`.
        """
        if not draft.text.strip():
            return ""
        start = self.length
        self._append(draft.text, through(draft.offsets, offsets, len(draft.text)))
        self.warnings |= dict.fromkeys(draft.warnings)
        self.cut |= dict.fromkeys(draft.cut)
        marked = ((0, self.length - start, section),) if section else draft.marked
        self.sections += [(start + a, start + b, name) for a, b, name in marked]
        self._append("\n\n", (0, end, 1, end))
        return " ".join(draft.text.split())

    def _append(self, text: str, offsets: Sequence[int]) -> None:
        pairs = offsets or (0, 0)
        self.offsets += [place + self.length * (n % 2 == 0) for n, place in enumerate(pairs)]
        self.pieces.append(text)
        self.length += len(text)


def short(text: str) -> Draft:
    """The words of a headline, teaser or caption."""
    return html(text) if has_marks(text) else as_it_stands(text)


def long(text: str) -> Draft:
    """The words of an article's text."""
    return html(text) if is_html(text) else plain(text)


def as_it_stands(text: str) -> Draft:
    """The words of a text without marks."""
    return Draft("text", text, ())
