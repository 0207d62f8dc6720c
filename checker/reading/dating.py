"""The day an article was published, and where that was found.

The order is that of `ORDER`: what the caller says, what the file says of itself, the article's own dateline, its
canonical address, and last the feed or record it came in. An address that tells of another day than the feed or
record states is overruled by it: its numbers may be no day at all.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any

import pandas as pd

from checker.language.calendar import date_of, read_day
from checker.language.patterns import pattern
from checker.reading.lines import lines

Published = dt.date | str | None  # the day as callers give it: a date, or an ISO 8601 string

# Where a day is looked for, the first that names one counts. Names are those of `checker.tables.PUBLISHED_FROM`.
ORDER = ("flag", "front matter", "json-ld", "dateline", "url", "feed")

_NEAR_THE_TOP = 12  # lines that are not blank
_LONGEST, _LONGEST_LABELLED = 80, 200  # characters of a line that may hold the day; of one that opens with "Published"
_LABEL = pattern(
    r"(?i)^\s*(?:(?:first )?published|posted|date|dated|updated|last updated|issued|released"
    r"|(?:press|for(?: immediate)?) release)(?: on| at)?[ \t]*[:,]?[ \t]+"
)
_COLON = ":"  # behind a label: nothing but the day follows, whoever is named behind it
_REST = pattern(
    r"(?i)[\s,.;:|/–—-]*(?:(?:at|on|a\.?m\.?|p\.?m\.?|utc|gmt|[ecmp][sd]?t|bst|msk|cest|cet|z|t|noon|midnight"
    r"|[+-]?\d{1,4}(?:[:.]\d{2}){0,2})[\s,.;:|/()–—-]*)*"
)
_THROUGH_DAY = pattern(r"\s*(?:\d{4}-\d\d-\d\d|\D{0,30}\d{1,2}\D{1,20}\d{4})")
_BESIDE = pattern(r"[ \t]*(?:[|·•]|[ \t][–—-][ \t])[ \t]*")
_WEEKDAY = r"(?:\pL{3,9}\.?,? )?"
_DAY = r"(\pL{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? \pL{3,9}\.?,? \d{4})"
_PLACE, _BY = r"\p{Lu}[\pL .,'’/-]{1,60}?", r"(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/)"
_DASH = r"(?:--?(?:\s|$)|[–—])"
# "LEEDS, March 3, 2024 (AP) - ", "PARIS (11 February 2025) — ": a place, the day, an agency, a dash. The place may be
# left out where an agency stands.
_AGENCY = pattern(
    rf"\s*(?:{_PLACE}(?: ?{_BY})?(?:, ?| ?\(|: | {_DASH} ?){_WEEKDAY}{_DAY}\)?,?(?: ?{_BY})?"
    rf"|{_BY},? {_WEEKDAY}{_DAY}|{_WEEKDAY}{_DAY} {_BY}) ?{_DASH}"
)
_NAMED = r"(?:\p{Lu}[\pL.&'’/-]*|and|of|the|for|in|staff|writers?|reporters?|correspondents?)"
_SIGNED = pattern(rf"\s*(?:(?i:by) )?{_NAMED}(?:,? {_NAMED}){{0,8}}, ?{_WEEKDAY}{_DAY}[ \t.]*")
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


def in_dateline(text: str) -> dt.date | None:
    """The day of the first line near the top that is a date, alone or after who or where, or opens an agency's text."""
    near = list(islice((line for line in lines(text) if not line.is_blank), _NEAR_THE_TOP))
    days = (
        _just_a_date(line.text) or _agency_day(line.text) or _signed_day(line.text, is_title=line is near[0])
        for line in near
    )
    return next((day for day in days if day is not None), None)


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


def _just_a_date(line: str) -> dt.date | None:
    """The day of a line that holds a date alone, or beside a byline: "By Jane Doe | 11 February 2025"."""
    if len(line) > (_LONGEST if _LABEL.match(line) is None else _LONGEST_LABELLED):
        return None
    cuts = [match.span() for match in _BESIDE.finditer(line)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(line)]
    days = (_whole_date(line[start:end]) for start, end in zip(starts, ends, strict=True))
    return next((day for day in days if day is not None), None)


def _agency_day(line: str) -> dt.date | None:
    """The day between the place and the dash that open an agency's text."""
    match = _AGENCY.match(line)
    return read_day(next(filter(None, match.groups()))) if match else None


def _signed_day(line: str, *, is_title: bool) -> dt.date | None:
    """The day of a line of a place or a byline and a day, "By Jane Doe, May 7, 2024"; a title tells of its own."""
    match = _SIGNED.fullmatch(line) if not is_title and len(line) <= _LONGEST else None
    return read_day(match.group(1) or "") if match else None


def _whole_date(words: str) -> dt.date | None:
    words = words.strip("[] \t")
    label = _LABEL.match(words)
    is_labelled = label is not None and _COLON in (label.group() or "")
    words = words[label.end() :] if label else words
    through = _THROUGH_DAY.match(words)
    if through is None or not (is_labelled or _REST.fullmatch(words[through.end() :])):
        return None
    return read_day(words)


# What is sought in the article itself.
_SEEKERS: Mapping[str, Callable[[str, str | None], dt.date | None]] = {
    "dateline": lambda text, _url: in_dateline(text),
    "url": lambda _text, url: in_address(url),
}
