"""A rate, a time and what they make."""

from collections.abc import Iterator, Sequence

from checker.judging.inside.figures import number, told
from checker.judging.inside.forms import Bound, bound
from checker.judging.inside.reckoning import Reckoning
from checker.judging.inside.sentence import Record, Sentence
from checker.judging.inside.span import span
from checker.language import units

_NIGHT, _DAY = "night", "day"


def find(document: Sequence[Sentence]) -> Iterator[Reckoning]:
    """Every rate that its sentence multiplies: "5 a day for 30 days, 300 in all"."""
    for sentence in document:
        for found in bound("rate", sentence):
            if found.is_one_statement and (not found.told.get("total") or found.claims["all"]["role"] == "total"):
                yield from _reckoned(found)


def _reckoned(found: Bound) -> Iterator[Reckoning]:
    rate, time, whole = (found.claims[name] for name in ("rate", "time", "all"))
    unit, _, per_unit = (rate["unit"] if isinstance(rate["unit"], str) else "").partition("/")
    per = found.match.groupdict().get("per") or per_unit
    if any(_is_addend(claim, whole) for claim in found.sentence.claims if claim["at"] < rate["at"]):
        return
    times = _times(str(time["unit"]), per)
    if times is None or (isinstance(whole["unit"], str) and whole["unit"] != unit):
        return
    expected = span(rate) * span(time).times(times)
    words = f"{told(rate)} for {told(time)} makes {number(expected.middle, unit or None)}"
    yield Reckoning("rate", (whole, rate, time), span(whole), expected, words)


def _times(unit: str, per: str) -> float | None:
    """How many of the rate's times one of the time's units is; a night is told as a day."""
    one, other = (_DAY if name == _NIGHT else name for name in (unit, per))
    return units.factor(one, other) if per else None


def _is_addend(claim: Record, whole: Record) -> bool:
    """Whether a figure told before the rate may be a part of the sum as well."""
    return bool(claim["kind"] == whole["kind"] and claim["unit"] == whole["unit"])
