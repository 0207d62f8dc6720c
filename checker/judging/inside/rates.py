"""A rate, a time and what they make."""

from collections.abc import Iterator, Sequence

from checker.judging.inside.figures import number, told
from checker.judging.inside.forms import Bound, bound
from checker.judging.inside.reckoning import Reckoning
from checker.judging.inside.sentence import Record, Sentence
from checker.judging.inside.span import span
from checker.language import units


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
    times = units.factor(str(time["unit"]), "day" if per == "night" else per) if per else None
    if times is None or (isinstance(whole["unit"], str) and whole["unit"] != unit):
        return
    expected = span(rate) * span(time).times(times)
    words = f"{told(rate)} for {told(time)} makes {number(expected.middle, unit or None)}"
    yield Reckoning("rate", (whole, rate, time), span(whole), expected, words)


def _is_addend(claim: Record, whole: Record) -> bool:
    """Whether a figure told before the rate may be a part of the sum as well."""
    return bool(claim["kind"] == whole["kind"] and claim["unit"] == whole["unit"])
