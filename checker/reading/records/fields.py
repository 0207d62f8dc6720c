"""Where a record holds what: paths of an article's parts in the shapes that news comes in."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.reading.records.escapes import meant
from checker.reading.records.tree import Array, Object, Plain, Text, Value

Fields = Mapping[str, tuple[str, ...]]

# Part -> paths, tried in order; the first that leads to words holds. In each list: our own shape, IPTC ninjs 1 to 3,
# the search interfaces of newspapers (Guardian, New York Times), collectors of news, JSON Feed, WordPress.
FIELDS: Fields = {
    "articles": (
        "articles",
        "response.results",
        "response.content",
        "response.docs",
        "results",
        "items",
        "docs",
        "documents",
        "news",
        "stories",
        "data",
        "hits.hits._source",
    ),
    "id": ("id", "uri", "guid", "_id", "uuid"),
    "title": (
        "title",
        "headline",
        "headline.main",
        "headlines[role=main].value",
        "headlines.value",
        "fields.headline",
        "webTitle",
        "title.rendered",
    ),
    "text": (
        "text",
        "body",
        "paragraphs",
        "body_text",
        "bodies[contenttype=text/plain].value",
        "fields.bodyText",
        "blocks.body.bodyTextSummary",
        "articleBody",
        "article_body",
        "full_text",
        "fulltext",
        "maintext",
        "content_text",
        "content",
    ),
    "html": (
        "html",
        "body_html",
        "body_xhtml",
        "bodies[contenttype=text/html].value",
        "bodies[contenttype=application/xhtml+xml].value",
        "bodies.value",
        "fields.body",
        "content_html",
        "content.rendered",
    ),
    "teaser": (
        "teaser",
        "lead",
        "description",
        "description_text",
        "descriptions.value",
        "fields.trailText",
        "lead_paragraph",
        "abstract",
        "snippet",
        "summary",
        "standfirst",
        "excerpt.rendered",
    ),
    "captions": (
        "captions",
        "caption",
        "captions.text",
        "associations.description_text",
        "associations.*.description_text",
        "associations.descriptions.value",
        "multimedia.caption",
        "images.caption",
    ),
    "date": (
        "date",
        "published",
        "publishedAt",
        "published_at",
        "versioncreated",
        "firstcreated",
        "contentcreated",
        "webPublicationDate",
        "pub_date",
        "date_published",
        "datePublished",
        "published_date",
        "publication_date",
        "pubDate",
        "publishDate",
        "date_publish",
        "published_on",
    ),
    "url": ("url", "link", "canonical", "canonical_url", "webUrl", "web_url", "source_url", "uri", "id"),
    "outlet": (
        "outlet",
        "source",
        "source.name",
        "source.title",
        "provider",
        "provider.name",
        "infosources[role=publisher].name",
        "infosources.name",
        "publisher",
        "publisher.name",
        "publication",
        "fields.publication",
        "newspaper",
        "site_name",
        "source_domain",
    ),
    "language": ("language", "lang", "language_code", "fields.lang", "inLanguage"),
}

_LOOKED_AT = 4_096  # characters of a string in which a word is looked for
_STEP = re.compile(r"([^.\[\]]+)(?:\[([^=\[\]]+)=([^\[\]]+)\])?(?:\.|$)")


@dataclass(frozen=True, slots=True)
class Found:
    """What a path leads to."""

    path: str
    values: tuple[Value, ...]


def merged(given: Mapping[str, Sequence[str]] | None) -> Fields:
    """The paths in force: those given stand before the shipped ones."""
    return {name: (*(given or {}).get(name, ()), *paths) for name, paths in FIELDS.items()}


def words(original: str, record: Object, paths: Sequence[str]) -> Found | None:
    """The strings of the first path that leads to any that is not blank."""
    if leads_nowhere(record, paths):
        return None
    for path in paths:
        texts = tuple(value for value in at(original, record, path) if isinstance(value, Text))
        if any(_has_words(original, text) for text in texts):
            return Found(path, texts)
    return None


def objects(original: str, top: Value, paths: Sequence[str]) -> Found | None:
    """The values of the first path that leads to an object or an array of values."""
    for path in paths:
        values = tuple(at(original, top, path))
        if any(isinstance(value, Object) for value in values):
            return Found(path, values)
    return None


def at(original: str, top: Value, path: str) -> list[Value]:
    """Everything that a path leads to: a step goes into a member (* into each), and into all of an array."""
    values = _flat([top])
    for name, key, wanted in _steps(path):
        members = [value.values for value in values if isinstance(value, Object)]
        held = [one[member] for one in members for member in (one if name == "*" else (name,)) if member in one]
        values = [value for value in _flat(held) if not key or _has(original, value, key, wanted)]
    return values


def leads_nowhere(record: object, paths: Sequence[str]) -> bool:
    """Whether an object has no member with which any of the paths begins; told soon, of lists of empty records."""
    firsts = _firsts(tuple(paths))
    return isinstance(record, Object) and "*" not in firsts and firsts.isdisjoint(record.values)


@lru_cache(maxsize=1_024)
def _firsts(paths: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_steps(path)[0][0] for path in paths if _steps(path))


@lru_cache(maxsize=1_024)
def _steps(path: str) -> tuple[tuple[str, str, str], ...]:
    return tuple(_STEP.findall(path))


def _has_words(original: str, text: Text) -> bool:
    return bool(meant(original, text.start, min(text.end, text.start + _LOOKED_AT)).strip())


def _flat(values: Sequence[Value]) -> list[Value]:
    """The values, those of an array in its place; arrays of arrays lead nowhere."""
    return [inner for value in values for inner in (value.values if isinstance(value, Array) else (value,))]


def _has(original: str, value: Value, key: str, wanted: str) -> bool:
    member = value.values.get(key) if isinstance(value, Object) else None
    return isinstance(member, Text | Plain) and original[member.start : member.end] == wanted
