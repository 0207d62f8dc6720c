"""The day an article was published, and where that was found.

The order is that of `ORDER`: what the caller says, what the file says of itself, the article's own dateline, its
canonical address, and last the feed or record it came in. An address that tells of another day than the feed or
record states is overruled by it: its numbers may be no day at all.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from checker.language.calendar import date_of, read_day
from checker.language.patterns import pattern
from checker.reading.datelines import in_dateline

Published = dt.date | str | None  # the day as callers give it: a date, or an ISO 8601 string

# Where a day is looked for, the first that names one counts. Names are those of `checker.tables.PUBLISHED_FROM`.
ORDER = ("flag", "front matter", "json-ld", "dateline", "url", "feed")

_BASIC = pattern(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T\d{4}|\s*$)")  # ISO 8601 without hyphens
_FIRST_WEB_YEAR = 1990
_IN_ADDRESS = (
    pattern(r"/(\d{4})/(\d{1,2})/(?:(\d\d)/|(\d)/[^/?#])"),  # at the very end, or one digit alone: a number
    pattern(r"[/_-](\d{4})-(\d{2})-(\d{2})(?:[/_.-]|$)"),
    pattern(r"[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?:[/_.-]|$)"),
)


def given_day(given: Any) -> dt.date | None:
    """The day that a caller gives.

    Raises:
        ValueError: it is neither a date, nor an ISO 8601 string, nor a null.

    """
    if given is None or pd.isna(given):
        return None
    if isinstance(given, dt.datetime):
        return given.date()
    if isinstance(given, dt.date):
        return given
    try:
        return dt.datetime.fromisoformat(given).date()
    except (TypeError, ValueError) as error:
        raise ValueError(f"published holds {given!r}: give a date or an ISO 8601 day such as 2025-02-11") from error


def published(stated: Mapping[str, str], text: str, url: str | None) -> tuple[dt.date | None, str]:
    """The day an article was published, with the name of where it was found; (None, "unknown") without evidence.

    Args:
        stated: where a date is stated beside the text (flag, front matter, json-ld, feed) -> its words.
        text: the article's text, for a dateline of its own.
        url: its canonical address.

    """
    for source in ORDER:
        seek = _SEEKERS.get(source)
        day = seek(text, url) if seek else in_words(stated.get(source, ""))
        if day is not None and not (source == "url" and is_overruled(day, stated)):
            return day, source
    return None, "unknown"


def is_overruled(day: dt.date, stated: Mapping[str, str]) -> bool:
    """Whether the feed or record states another day than the one its address holds."""
    return in_words(stated.get("feed", "")) not in (None, day)


def in_address(url: str | None) -> dt.date | None:
    """The day that a canonical address holds, as /2025/02/11/ or 2025-02-11; None without one.

    A number that ends the address, as in /2025/02/11 or /2025/02/1, is as often that of the article in its month.
    """
    found = (form.search(url) for form in _IN_ADDRESS) if url else ()
    for match in found:
        day = date_of(*(int(words) for words in match.groups() if words)) if match else None
        if day is not None and day.year > _FIRST_WEB_YEAR:
            return day
    return None


def in_words(words: str) -> dt.date | None:
    """The day that a field beside the text names: a calendar date, with or without a time of day."""
    digits = _BASIC.match(words)
    return date_of(*(int(digits.group(n) or 0) for n in (1, 2, 3))) if digits else read_day(words)


# What is sought in the article itself.
_SEEKERS: Mapping[str, Callable[[str, str | None], dt.date | None]] = {
    "dateline": lambda text, _url: in_dateline(text),
    "url": lambda _text, url: in_address(url),
}
