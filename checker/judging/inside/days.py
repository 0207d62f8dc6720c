"""Days of the calendar: dates that do not exist, and weekdays that fall on another day."""

import datetime as dt
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence

from checker.judging.inside.figures import told
from checker.judging.inside.reckoning import Reckoning
from checker.judging.inside.sentence import Record, Sentence
from checker.judging.inside.span import Span
from checker.language.calendar import weekday_name, weekday_number
from checker.language.patterns import pattern

# Before this, some country or other still counted its days by the Julian calendar.
GREGORIAN = "1924"
_NO_YEAR, _LEAP_YEAR = "XXXX", "2000"  # a day without a year may be of one with 29 February
_DATE = 3  # year, month and day
_SECTION = frozenset({"title", "body", "caption"})
_WORD = pattern(r"[\pL]+")


def find(document: Sequence[Sentence]) -> Iterator[Reckoning]:
    """Every day whose claim tells what is wrong with it."""
    for sentence in document:
        for claim in sentence.claims:
            if claim["fault"] in _FAULTS and claim["section"] in _SECTION:
                yield from _FAULTS[claim["fault"]](claim)


def _impossible(claim: Record) -> Iterator[Reckoning]:
    """Told is the day of the month, expected any that the month has; none where there is no such month."""
    value = str(claim["value"]).replace(_NO_YEAR, _LEAP_YEAR)
    parts = [int(part) for part in value.split("-") if part.isdigit()]
    if len(parts) == _DATE:
        last, day = _last_day(parts[0], parts[1]), float(parts[2])
        expected = Span(min(last, 1.0), last, last)
        yield Reckoning("calendar", (claim,), Span(day, day, day), expected, f"there is no {told(claim)}")


def _last_day(year: int, month: int) -> float:
    try:
        return float(monthrange(year, month)[1])
    except ValueError:
        return 0.0


def _weekday(claim: Record) -> Iterator[Reckoning]:
    """Told and expected are weekdays by number, 1 for Monday; of days of our calendar.

    Where the text does not tell the year, it is that of the day of publication: "near_weekday".
    """
    named = next((n for m in _WORD.finditer(claim["text"]) if (n := weekday_number(m.group() or ""))), None)
    value = str(claim["value"])[:10]
    if named is None or value < GREGORIAN:
        return
    check = "weekday" if value[:4] in claim["text"] else "near_weekday"
    day = dt.date.fromisoformat(value)
    words = f"{day.day} {day.strftime('%B')} {day.year} was a {weekday_name(day)}"
    one, other = float(named), float(day.isoweekday())
    yield Reckoning(check, (claim,), Span(one, one, one), Span(other, other, other), words)


_FAULTS: Mapping[str, Callable[[Record], Iterator[Reckoning]]] = {
    "impossible_date": _impossible,
    "weekday_mismatch": _weekday,
}
