"""The day of an article's own dateline: a line near the top that holds a day, alone or after who or where.

Agencies leave the year out: then the dateline is half a day, and those read with it tell the year.
"""

import datetime as dt
from collections.abc import Iterable
from itertools import islice

from checker.language.calendar import date_of, read_day
from checker.language.patterns import pattern
from checker.reading.lines import lines

_NEAR_THE_TOP = 12  # lines that are not blank
_LONGEST, _LONGEST_LABELLED = 80, 200  # characters of a line that may hold the day; of one that opens with "Published"
_WEEKDAY = r"(?:\pL{3,9}\.?,? )?"
_DAY = (
    r"(\pL{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? \pL{3,9}\.?,? \d{4}"
    r"|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d)"
)
_HOUR = r"(?:\d{1,2}(?:[:.]\d\d(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?)|noon|midnight)(?: (?:\p{Lu}{2,4}|local time))?"
_AT_HOUR = rf"(?:,? (?:updated )?(?:at )?{_HOUR})"
_PLACE, _BY = r"\p{Lu}[\pL .,'’/-]{1,60}?", r"(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/)"
_DASH = r"(?:--?(?:\s|$)|[–—])"
_BEHIND = rf"\)?{_AT_HOUR}?,?(?: ?{_BY})?"
_NAMED = (
    r"(?:\p{Lu}[\pL.&'’/-]*|and|of|the|for|in|staff|writers?|reporters?|correspondents?|edition|bulletin"
    r"|(?:[Pp]age|[Vv]ol\.|[Nn]o\.|[Ii]ssue) \d{1,5})"
)
_NAMES = rf"{_NAMED}(?:(?:,? | [–—-]{{1,2}} ){_NAMED}){{0,8}}"
# "LEEDS, March 3, 2024 (AP) - ", "PARIS (11 February 2025) — ", "LEEDS, Sunday, March 3, 2024, 6:40 p.m. (AP) - ": a
# place, the day, the hour, an agency, a dash. The place may be left out where an agency stands.
_AGENCY = pattern(
    rf"\s*(?:{_PLACE}(?: ?{_BY})?(?:, ?| ?\(|: | / | {_DASH} ?){_WEEKDAY}{_DAY}{_BEHIND}(?: / {_PLACE}|, {_NAMES})?"
    rf"|{_BY},? {_WEEKDAY}{_DAY}|{_WEEKDAY}{_DAY}{_AT_HOUR}?,? {_BY}) ?{_DASH}"
)
# "PARIS, March 4 (Agency) - ", "LEEDS, Tuesday, 4 March — ": the same without a year; in capitals, or of an agency.
_DAY_ALONE = r"(\pL{3,9}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? \pL{3,9})"
_OF_YEAR = rf"(?:, ?| \(|: | / | {_DASH} ?){_WEEKDAY}{_DAY_ALONE}"
_YEARLESS = pattern(
    rf"\s*(?:\p{{Lu}}{{3}}[\pL .,'’/-]{{0,60}}?{_OF_YEAR}{_BEHIND}"
    rf"|{_PLACE}(?: ?{_BY}{_OF_YEAR}{_BEHIND}|{_OF_YEAR}\)?{_AT_HOUR}?,? ?{_BY})) ?{_DASH}"
)
_LEAP = 2000  # a year that has every day
_NEAR = 31  # days between two articles that are read as of one time
_SIGNED = pattern(
    rf"\s*(?:(?i:by) )?{_NAMES}(?:(?:, ?|\. | [–—-]{{1,2}} | \(){_WEEKDAY}{_DAY}(?:{_BEHIND}| - {_HOUR})"
    rf"(?:,? {_NAMED})*| {_DAY} {_HOUR})[ \t.]*"
)
_ISSUED = r"(?:published|publication|posted|filed|issued|released|updated)"
_LABEL = pattern(
    rf"(?i)^\s*(?:(?:(?:date|day) (?:of )?|first |story )?{_ISSUED}(?: date)?|last (?:updated|modified)|date|dated"
    r"|online since|broadcast|aired|transmission|edition of|(?:press|for(?: immediate)?) release)"
    rf"(?-i: by {_NAMES})?(?: on| at)?[ \t]*[:,]?[ \t]+(?:(?:at )?{_HOUR},?(?: on)?[ \t]+)?"
)
_COLON = ":"  # in a label: nothing but the day follows, whoever is named behind it
_ZONE = r"utc|gmt|[ecmp][sd]?t|bst|msk|cest|cet|z|t"
_REST = pattern(
    rf"(?i)[\s,.;:|/()–—-]*(?:(?:at|on|updated|local time|a\.?m\.?|p\.?m\.?|{_ZONE}|noon|midnight"
    r"|[+-]?\d{1,4}(?:[:.]\d{2}){0,2})[\s,.;:|/()–—-]*)*"
)
_SIGNATURE = pattern(rf"\s+by {_NAMES}\s*")
_THROUGH_DAY = pattern(r"\s*(?:\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\D{0,30}\d{1,2}\D{1,20}\d{4})")
_BESIDE = pattern(r"[ \t]*(?:[|·•]|[ \t][–—-][ \t])[ \t]*")


def in_dateline(text: str) -> dt.date | None:
    """The day of the first line near the top that is a date, alone or after who or where, or opens an agency's text."""
    near = list(islice((line for line in lines(text) if not line.is_blank), _NEAR_THE_TOP))
    days = (
        _just_a_date(line.text) or _agency_day(line.text) or _signed_day(line.text, is_title=line is near[0])
        for line in near
    )
    return next((day for day in days if day is not None), None)


def yearless_dateline(text: str) -> dt.date | None:
    """The day of a dateline that tells no year, as a day of the year 2000; None where there is no such line."""
    near = islice((line for line in lines(text) if not line.is_blank), _NEAR_THE_TOP)
    found = next(filter(None, (_YEARLESS.match(line.text) for line in near)), None)
    return read_day(f"{next(filter(None, found.groups()))} {_LEAP}") if found else None


def with_year(day: dt.date, others: Iterable[dt.date]) -> dt.date | None:
    """A day of any year in the one year in which it is near one of the others; None where there is none, or several."""
    near = {
        found
        for year in {other.year + step for other in others for step in (-1, 0, 1)}
        if (found := date_of(year, day.month, day.day)) and any(abs((found - other).days) <= _NEAR for other in others)
    }
    return near.pop() if len(near) == 1 else None


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
    return read_day(next(filter(None, match.groups()))) if match else None


def _whole_date(words: str) -> dt.date | None:
    words = words.strip("[] \t")
    label = _LABEL.match(words)
    is_labelled = label is not None and _COLON in (label.group() or "")
    words = words[label.end() :] if label else words
    through = _THROUGH_DAY.match(words)
    if through is None:
        return None
    behind = words[through.end() :]
    is_whole = _REST.fullmatch(behind) or (label and _SIGNATURE.fullmatch(behind))
    return read_day(words) if is_labelled or is_whole else None
