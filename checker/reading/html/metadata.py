"""What a page says of itself: address, title, outlet and day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from checker.reading.html.characters import plain
from checker.reading.html.linked import linked_article
from checker.reading.html.names import METAS
from checker.reading.html.outline import Page

_KEYS = ("property", "name", "itemprop")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself."""

    fields: Mapping[str, str]  # title, date, url, outlet
    date_from: str  # where the day stands
    body: str  # the article as JSON-LD repeats it


def metadata(page: Page) -> Metadata:
    """JSON-LD comes before <meta>, and that before <time>; the canonical address before all others."""
    text = page.source.text
    linked = linked_article(text[start:end] for start, end in page.scripts)
    metas = _metas(page.metas)
    times = _times(page.times)
    fields = {**times, **metas, **{name: plain(words) for name, words in linked.items()}}
    body = fields.pop("body", "")
    url = next((words for words in (_canonical(page), metas.get("url"), linked.get("url")) if _is_address(words)), "")
    fields["url"] = url or ""
    return Metadata({name: words for name, words in fields.items() if words}, _source(linked), body)


def _source(linked: Mapping[str, str]) -> str:
    return "json-ld" if "date" in linked else "front matter"


def _metas(metas: Iterable[Mapping[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in metas:
        field = next((METAS[key] for name in _KEYS if (key := meta.get(name, "").lower()) in METAS), None)
        words = " ".join(meta.get("content", "").split())
        if field and words:
            found.setdefault(field, words)
    return found


def _times(times: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """The day of the first <time> that is said to be the publication's, else of the only one that is given."""
    given = [time for time in times if time.get("datetime")]
    told = [time for time in given if "pubdate" in time or time.get("itemprop", "").lower() == "datepublished"]
    only = told[:1] or (given if len({time["datetime"][:10] for time in given}) == 1 else [])
    return {"date": only[0]["datetime"]} if only else {}


def _canonical(page: Page) -> str | None:
    return next((one.get("href") for one in page.metas if "canonical" in one.get("rel", "").lower().split()), None)


def _is_address(words: str | None) -> bool:
    try:
        return bool(words) and urlsplit(words).scheme in {"http", "https"}
    except ValueError:
        return False
