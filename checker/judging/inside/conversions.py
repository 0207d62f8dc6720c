"""Conversions in brackets: units by their factors, money by rates."""

from collections.abc import Iterator, Sequence

import pandas as pd

from checker.judging.inside.figures import number, told
from checker.judging.inside.forms import bound
from checker.judging.inside.own_rates import OwnRates
from checker.judging.inside.reckoning import Reckoning
from checker.judging.inside.sentence import Record, Sentence
from checker.judging.inside.span import Span, gap, loose
from checker.language import currencies, exchange, units

_MINUTES = ("'", "’", "′")
_SECONDS = 60


def find_units(document: Sequence[Sentence]) -> Iterator[Reckoning]:
    """Every figure in brackets that gives the one before it in another unit."""
    for one, other in converted(document):
        if one["kind"] == "measure":
            yield from _unit(one, other)
    for sentence in document:
        for found in bound("conversion", sentence):
            one, other = found.claims["one"], found.claims["two"]
            if one["unit"] != other["unit"] and other["converts"] is None:
                yield from _unit(one, other)


def find_money(
    document: Sequence[Sentence], rates: OwnRates, units: tuple[str, str] | None = None
) -> Iterator[Reckoning]:
    """Every amount in brackets that gives the one before it in another currency; of two `units` alone, where given."""
    for one, other in converted(document):
        if one["kind"] == "money" and units in (None, (one["unit"], other["unit"])):
            yield from _money(one, other, rates)


def converted(document: Sequence[Sentence]) -> Iterator[tuple[Record, Record]]:
    """Figures with what they are converted into, in that order."""
    for sentence in document:
        by_id = {claim["id"]: claim for claim in sentence.claims}
        for claim in sentence.claims:
            if isinstance(claim["converts"], str) and claim["converts"] in by_id:
                yield by_id[claim["converts"]], claim


def own_rates(documents: Sequence[Sequence[Sentence]]) -> OwnRates:
    """The rates that the conversions of all documents use."""
    found = (pair for document in documents for pair in converted(document))
    return OwnRates.of((one, other) for one, other in found if one["kind"] == "money")


def _unit(one: Record, other: Record) -> Iterator[Reckoning]:
    """A difference of temperatures has no zero to shift: what is nearer is meant."""
    if units.dimension(str(one["unit"])) != units.dimension(str(other["unit"])):
        return
    told_span, options = (
        loose(other),
        [o for o in (_shifted(one, other), _scaled(one, other), _angle(one)) if o is not None],
    )
    if options:
        expected = min(options, key=lambda option: gap(told_span, option))
        words = f"{told(one)} is {number(expected.middle, other['unit'])}"
        yield Reckoning("units", (other, one), told_span, expected, words)


def _shifted(one: Record, other: Record) -> Span | None:
    figure = loose(one)
    ends = [units.convert(x, str(one["unit"]), str(other["unit"])) for x in (figure.low, figure.high, figure.middle)]
    low, high, middle = ends
    return None if low is None or high is None or middle is None else Span(low, high, middle)


def _scaled(one: Record, other: Record) -> Span | None:
    zero, unit = (units.convert(x, str(one["unit"]), str(other["unit"])) for x in (0.0, 1.0))
    return None if zero is None or unit is None else loose(one).times(unit - zero)


def _angle(one: Record) -> Span | None:
    """Marks for feet and inches are those of minutes and seconds of arc, too: 2' is 120"."""
    return loose(one).times(_SECONDS) if str(one["text"]).endswith(_MINUTES) else None


def _money(one: Record, other: Record, rates: OwnRates) -> Iterator[Reckoning]:
    rate, source = _rate(one, other, rates)
    if rate is None:
        return
    others = _others(one, other, source)
    fitting = [each for each in (rate, *others) if each and gap(loose(other), loose(one).times(each)) == 0]
    if None in others and not fitting:
        return  # one of the currencies that the name may mean has no rate
    rate = fitting[0] if fitting else rate
    expected = loose(one).times(rate)
    words = f"{told(one)} is {number(expected.middle, other['unit'])} at {rate:.4g}, {source}"
    yield Reckoning("money", (other, one), loose(other), expected, words)


def _others(one: Record, other: Record, source: str) -> list[float | None]:
    """Rates of other currencies that a bare name may mean, kroner of Norway or Denmark; None where one is unknown."""
    if source != _OF_DAY or pd.isna(one["published"]):
        return []
    day = one["published"].date()
    pairs = [(code, str(other["unit"])) for code in currencies.may_be(str(one["text"]), str(one["unit"]))]
    pairs += [(str(one["unit"]), code) for code in currencies.may_be(str(other["text"]), str(other["unit"]))]
    return [exchange.rate(*pair, day) for pair in pairs]


def _rate(one: Record, other: Record, rates: OwnRates) -> tuple[float | None, str]:
    """By the texts' own other conversions first, then by the official rate of the day."""
    own = rates.rate(one, other)
    if own is not None or pd.isna(one["published"]):
        return own, "the rate of the other conversions"
    (currency, _, per), (into, _, per_other) = (str(claim["unit"]).partition("/") for claim in (one, other))
    rate = exchange.rate(currency, into, one["published"].date()) if per_other in ("", per) else None
    return rate, _OF_DAY


_OF_DAY = "the rate of the day"
