"""Front matter: a `---` block of `key: value` lines on top of a text. It can name an article, but set nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from checker.language.patterns import pattern
from checker.reading.article import Stretch
from checker.reading.lines import Line, lines
from checker.values.offsets import OffsetBuilder

_MOST_LINES = 100
_MOST_CHARACTERS = 16_384
_PAIR = pattern(r"""([A-Za-z][\w .-]{0,40}?)[ \t]*:[ \t]+(.*\S)[ \t]*""")

# Key as written, lower case -> the field it fills.
_FIELDS = {
    "title": "title",
    "headline": "title",
    "date": "date",
    "published": "date",
    "publish_date": "date",
    "pubdate": "date",
    "date_published": "date",
    "datepublished": "date",
    "url": "url",
    "link": "url",
    "canonical": "url",
    "canonical_url": "url",
    "source_url": "url",
    "original_url": "url",
    "outlet": "outlet",
    "publisher": "outlet",
    "site": "outlet",
    "site_name": "outlet",
    "newspaper": "outlet",
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above an article."""

    end: int = 0  # first character of the article itself
    fields: Mapping[str, str] = field(default_factory=dict)  # title, date, url, outlet
    title_span: Stretch | None = None  # where the title's words stand


def front_matter(original: str) -> FrontMatter:
    """The front matter of a text; an empty one where there is none, or where it has no end within 100 lines."""
    block = _block(original)
    if block is None:
        return FrontMatter()
    pairs = [pair for line in block[1:-1] if (pair := _pair(line)) is not None]
    named = {name: words for name, words, _ in reversed(pairs)}
    spans = {name: span for name, _, span in reversed(pairs)}
    return FrontMatter(_next_line(original, block[-1].end), named, spans.get("title"))


def _block(original: str) -> list[Line] | None:
    """Its lines with both fences, when it begins on the first line and closes, and each line between can be one."""
    if not original.startswith("---"):
        return None
    head = original[:_MOST_CHARACTERS]
    found = list(islice(lines(head), _MOST_LINES))
    if not found or found[0].text.rstrip() != "---":
        return None
    close = next((i for i, line in enumerate(found[1:], 1) if line.text.rstrip() in ("---", "...")), None)
    if close is None or not any(_PAIR.fullmatch(line.text) for line in found[1:close]):
        return None
    return found[: close + 1]


def _pair(line: Line) -> tuple[str, str, Stretch] | None:
    match = _PAIR.fullmatch(line.text)
    key = _FIELDS.get((match.group(1) or "").lower()) if match else None
    if match is None or key is None:
        return None
    start, end = match.span(2)
    if line.text[start] in "\"'" and line.text[end - 1] == line.text[start] and end - start > 1:
        start, end = start + 1, end - 1
    return key, line.text[start:end], (line.start + start, line.start + end)


def _next_line(original: str, end: int) -> int:
    """Where the line after the one that ends at `end` begins."""
    return min(end + (2 if original.startswith("\r\n", end) else 1), len(original))


def keep_title(builder: OffsetBuilder, original: str, front: FrontMatter) -> int:
    """Keep the title's words as a line of their own; returns where they end in the text, 0 where there are none."""
    if front.title_span is None:
        return 0
    start, end = front.title_span
    builder.keep(original[start:end], start)
    title_end = builder.length
    builder.keep(original[front.end - 1 : front.end], front.end - 1)
    return title_end
