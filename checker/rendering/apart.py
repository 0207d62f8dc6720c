"""How far two values lie apart, in words an editor can use: "30 million EUR apart (17%)", "10 days apart"."""

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal

from checker.rendering.rows import Row
from checker.rendering.view import AGREEING, Finding
from checker.rendering.words import count_words, value_words
from checker.tables import TIME_KINDS

_RATIOS = ("money", "count", "measure")  # kinds of which a share of the value says something
_TWICE, _FAR = 2, 10  # from here on a ratio tells more than a share; than a distance
_MOST_PLACES = 12
_YEAR = re.compile("[0-9]{4}")  # TIMEX3 values of whole years
_MONTH, _OF_YEAR = re.compile("[0-9]{4}-[0-9]{2}"), 12  # those of whole months, and how many a year has
_HOUR, _CLOCK_LENGTH = 60, 5  # minutes; characters of "09:30"


def far_apart(finding: Finding) -> str:
    """How far the first value of a finding lies from those it is held against; empty where they leave room for it."""
    if finding.row["verdict"] in AGREEING:
        return ""
    primary, *others = finding.claims
    told = next((words for words in (apart(primary, other) for other in others) if words), "")
    return told if finding.row["verdict"] == "discrepancy" else told.partition(";")[0]


def apart(claim: Row, other: Row) -> str:
    """How far the values lie apart; empty where they meet, or cannot be set against each other."""
    if claim["kind"] in TIME_KINDS or other["kind"] in TIME_KINDS:
        return _of_times(claim, other)
    if claim["unit"] != other["unit"] or {claim["kind"], other["kind"]} & {"score", "rank"}:
        return ""
    return "; ".join(_of_numbers(claim, other))


def _of_numbers(claim: Row, other: Row) -> Iterator[str]:
    below, above = sorted((claim, other), key=lambda one: _end(one, "high", "low"))
    low, high = _end(below, "high", "low"), _end(above, "low", "high")
    if not low < high:
        return
    yield _distance(claim, low, high)
    if _digits(claim) != _digits(other) and sorted(_digits(claim)) == sorted(_digits(other)):
        yield "the same digits in another order"


def _distance(claim: Row, low: Decimal, high: Decimal) -> str:
    """The distance, and how much more that is where a share of the smaller value tells something."""
    times = high / low if low > 0 and claim["kind"] in _RATIOS else Decimal(0)
    if times >= _FAR:
        return f"{_short(times)} times as much"
    gap = f"{_amount(claim, high - low)} apart"
    if times >= _TWICE:
        return f"{gap} ({_short(times)} times as much)"
    return f"{gap} ({_short((times - 1) * 100)}% more)" if times else gap


def _end(claim: Row, name: str, otherwise: str) -> Decimal:
    """The end that faces the other value; of an open one the end it has."""
    number = claim[name] if claim[name] is not None else claim[otherwise]
    return Decimal(repr(number)) if number is not None else Decimal("NaN")


def _amount(claim: Row, gap: Decimal) -> str:
    number = float(round(gap, _MOST_PLACES))
    unit = "percentage point" if claim["unit"] == "percent" else claim["unit"]
    plain = {"low": number, "high": number, "hedge": "exact", "role": "level", "unit": unit, "direction": None}
    return value_words(claim | plain | ({"noun": None} if claim["kind"] == "count" else {}))


def _short(number: Decimal) -> str:
    places = 0 if number >= 10 or number == int(number) else 1  # noqa: PLR2004 - two digits are enough
    return f"{number:,.{places}f}"


def _digits(claim: Row) -> list[str]:
    return [character for character in claim["text"] if character.isdigit()]


def _of_times(claim: Row, other: Row) -> str:
    if None in (claim["first"], claim["last"], other["first"], other["last"]):
        return ""
    below, above = sorted((claim, other), key=lambda one: str(one["first"]))
    if _YEAR.fullmatch(str(below["value"])) and _YEAR.fullmatch(str(above["value"])):
        years = int(above["value"]) - int(below["value"])
        return f"{count_words(years, 'year')} apart" if years else ""
    if _MONTH.fullmatch(str(below["value"])) and _MONTH.fullmatch(str(above["value"])):
        months = _month(above) - _month(below)
        return f"{count_words(months, 'month')} apart" if months else ""
    days = (dt.date.fromisoformat(above["first"]) - dt.date.fromisoformat(below["last"])).days
    if days > 0:
        return f"{count_words(days, 'day')} apart"
    minutes = abs(_minute(claim) - _minute(other)) if claim["first"] == other["first"] else 0
    return f"{_length(minutes)} apart" if minutes else ""


def _month(claim: Row) -> int:
    year, _, month = str(claim["value"]).partition("-")
    return int(year) * _OF_YEAR + int(month)


def _minute(claim: Row) -> int:
    """The minute of the day that a time tells; 0 where it tells none."""
    clock = str(claim["value"] or "").partition("T")[2][:_CLOCK_LENGTH]
    hour, colon, minute = clock.partition(":")
    return int(hour) * _HOUR + int(minute) if colon and hour.isdigit() and minute.isdigit() else 0


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, _HOUR)
    parts = [count_words(hours, "hour")] * bool(hours) + [count_words(rest, "minute")] * bool(rest)
    return " ".join(parts)
