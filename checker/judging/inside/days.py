"""Days of the calendar: dates that do not exist, and weekdays that fall on another day."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence

from checker.judging.inside.figures import told
from checker.judging.inside.reckoning import Reckoning
from checker.judging.inside.sentence import Record, Sentence
from checker.judging.inside.span import Span
from checker.language.calendar import weekday_name, weekday_number
from checker.language.patterns import pattern

_SECTION = frozenset({"title", "body", "caption"})
_WORD = pattern(r"[\pL]+")


def find(document: Sequence[Sentence]) -> Iterator[Reckoning]:
    """Every day whose claim tells what is wrong with it."""
    for sentence in document:
        for claim in sentence.claims:
            if claim["fault"] in _FAULTS and claim["section"] in _SECTION:
                yield from _FAULTS[claim["fault"]](claim)


def _impossible(claim: Record) -> Iterator[Reckoning]:
    """Told is the day of the month, expected any that the month has."""
    year, _, rest = str(claim["value"]).partition("-")
    month, _, day = rest.partition("-")
    if not (year.isdigit() and month.isdigit() and day.isdigit()):
        return
    last = 31 if not 1 <= int(month) <= 12 else _last_day(int(year), int(month))
    number = float(day)
    expected = Span(1.0, float(last), float(last)) if 1 <= int(month) <= 12 else Span(0.0, 0.0, 0.0)
    yield Reckoning("calendar", (claim,), Span(number, number, number), expected, f"there is no {told(claim)}")


def _last_day(year: int, month: int) -> int:
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return (following - dt.timedelta(days=1)).day


def _weekday(claim: Record) -> Iterator[Reckoning]:
    """Told and expected are weekdays by number, 1 for Monday; of days whose year the text tells."""
    named = next((n for m in _WORD.finditer(claim["text"]) if (n := weekday_number(m.group() or ""))), None)
    value = str(claim["value"])[:10]
    if named is None or value[:4] not in claim["text"]:
        return
    day = dt.date.fromisoformat(value)
    words = f"{day.day} {day.strftime('%B')} {day.year} was a {weekday_name(day)}"
    one, other = float(named), float(day.isoweekday())
    yield Reckoning("weekday", (claim,), Span(one, one, one), Span(other, other, other), words)


_FAULTS: Mapping[str, Callable[[Record], Iterator[Reckoning]]] = {
    "impossible_date": _impossible,
    "weekday_mismatch": _weekday,
}
