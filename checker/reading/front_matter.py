"""Front matter: `key: value` lines between `---`, or `key = value` between `+++`, on top of a text.

It can name an article, but set nothing. No YAML or TOML loader sees it: one line at a time, top-level keys only.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile

from checker.language.patterns import Pattern, pattern
from checker.reading.article import Stretch
from checker.reading.dating import in_words
from checker.reading.lines import Line, lines
from checker.reading.records import escapes
from checker.values.offsets import OffsetBuilder

_MOST_LINES = 100
_MOST_CHARACTERS = 16_384
# Group 1 is the key, the group that took part of the others the value: with escapes, in single quotes, bare.
_VALUE = r"""(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s"'].*?|["'].*\S))[ \t]*(?:[ \t]#.*)?"""
_YAML = pattern(rf"([A-Za-z][\w .-]{{0,40}}?)[ \t]*:[ \t]+{_VALUE}")
_TOML = pattern(rf"([A-Za-z][\w-]{{0,40}})[ \t]*=[ \t]*{_VALUE}")
_FORMS: Mapping[str, tuple[Pattern, tuple[str, ...]]] = {"---": (_YAML, ("---", "...")), "+++": (_TOML, ("+++",))}
_OVER_LINES = frozenset({">", "|", ">-", "|-", ">+", "|+"})  # the value stands on the lines below, which are indented
_SWITCHES = frozenset({"true", "false", "yes", "no", "null", "~"})  # "published: true" names no day

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
    "source": "source",
    "language": "language",
    "lang": "language",
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above an article."""

    end: int = 0  # first character of the article itself
    fields: Mapping[str, str] = field(default_factory=dict)  # title, date, url, outlet, language
    title_span: Stretch | None = None  # where the title's words stand
    has_escapes: bool = False  # whether a backslash in the title begins an escape
    cut: tuple[str, ...] = ()  # what of it was left out, in words


@dataclass(frozen=True, slots=True)
class _Pair:
    field: str
    span: Stretch
    words: str
    has_escapes: bool


def front_matter(original: str) -> FrontMatter:
    """The front matter of a text; an empty one where there is none, or where it has no end within 100 lines."""
    block = _block(original)
    if block is None:
        return FrontMatter()
    form, _ = _FORMS[block[0].text.rstrip()]
    pairs: dict[str, _Pair] = {}
    for pair in _pairs(original, block[1:-1], form):
        known = pairs.get(pair.field)
        if known is None or (pair.field == "date" and in_words(known.words) is None):
            pairs[pair.field] = pair
    end = _next_line(original, block[-1].end)
    title = pairs.get("title")
    return FrontMatter(
        end=end,
        fields=_sourced({name: pair.words for name, pair in pairs.items()}),
        title_span=title.span if title else None,
        has_escapes=title is not None and title.has_escapes,
        cut=(f"front matter: {end:,} characters",),
    )


def _sourced(fields: dict[str, str]) -> dict[str, str]:
    """The fields, with what they name as source as the address or the outlet where no other key tells it."""
    source = fields.pop("source", None)
    return fields if source is None else {_of_source(source): source} | fields


def _of_source(source: str) -> str:
    return "url" if "://" in source or source.startswith("www.") else "outlet"


def _block(original: str) -> list[Line] | None:
    """Its lines with both fences, when it begins on the first line and closes, and each line between can be one."""
    if original[:3] not in _FORMS:
        return None
    head = original[:_MOST_CHARACTERS]
    found = list(islice(lines(head), _MOST_LINES))
    form, ends = _FORMS.get(found[0].text.rstrip(), (None, ()))
    close = next((i for i, line in enumerate(found[1:], 1) if line.text.rstrip() in ends), None)
    if form is None or close is None or not any(form.fullmatch(line.text) for line in found[1:close]):
        return None
    return found[: close + 1]


def _pairs(original: str, block: Sequence[Line], form: Pattern) -> Iterator[_Pair]:
    """What the lines say of the article, up to the first table."""
    top = list(takewhile(lambda line: not line.text.startswith("["), block))
    for number, line in enumerate(top):
        match = form.fullmatch(line.text)
        name = _FIELDS.get((match.group(1) or "").lower()) if match else None
        if match is None or name is None or (match.group(4) or "").lower() in _SWITCHES:
            continue
        group = next(group for group in (2, 3, 4) if match.group(group) is not None)
        start, end = (line.start + place for place in match.span(group))
        if original[start:end] in _OVER_LINES:
            start, end = _below(original, top[number + 1 :])
        has_escapes = group == 2 and "\\" in original[start:end]  # noqa: PLR2004 - the group in double quotes
        words = escapes.meant(original, start, end) if has_escapes else original[start:end]
        if words.strip():
            yield _Pair(name, (start, end), " ".join(words.split()), has_escapes)


def _below(original: str, after: Sequence[Line]) -> Stretch:
    """The indented lines that follow a key, without the blanks at both ends."""
    inside = list(takewhile(lambda line: line.is_blank or line.text[:1] in " \t", after))
    if not inside:
        return 0, 0
    words = original[inside[0].start : inside[-1].end]
    start = inside[0].start + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _next_line(original: str, end: int) -> int:
    """Where the line after the one that ends at `end` begins."""
    return min(end + (2 if original.startswith("\r\n", end) else 1), len(original))


def keep_title(builder: OffsetBuilder, original: str, front: FrontMatter) -> int:
    """Keep the title's words as a line of their own; returns where they end in the text, 0 where there are none."""
    if front.title_span is None:
        return 0
    start, end = front.title_span
    if front.has_escapes:
        escapes.keep(builder, original, start, end)
    else:
        builder.keep(original[start:end], start)
    title_end = builder.length
    builder.keep(original[front.end - 1 : front.end], front.end - 1)
    return title_end
