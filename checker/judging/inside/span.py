"""Spans of numbers: what a figure leaves room for once rounding and hedges are counted, and arithmetic on them."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from checker.judging.inside.sentence import Record
from checker.values.relate import last_place
from checker.values.value import Value

# Plain whole numbers below this are meant exactly; above it their zeros may be rounding, but never by more than ROUND.
EXACT_BELOW = 1000
ROUND = 0.05
TENTH = 10 * (1 + 1e-9)  # one more decimal place
ABOUT = 0.1  # what "about" and "nearly" leave open, as a share of the figure


@dataclass(frozen=True, slots=True)
class Span:
    """All numbers from low to high, both included; infinite where open."""

    low: float
    high: float
    middle: float  # the number as written

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are known."""
        return math.isfinite(self.low) and math.isfinite(self.high)

    def __add__(self, other: "Span") -> "Span":
        """The span of sums."""
        return Span(self.low + other.low, self.high + other.high, self.middle + other.middle)

    def __sub__(self, other: "Span") -> "Span":
        """The span of differences."""
        return Span(self.low - other.high, self.high - other.low, self.middle - other.middle)

    def __mul__(self, other: "Span") -> "Span":
        """The span of products; of positive numbers."""
        return Span(self.low * other.low, self.high * other.high, self.middle * other.middle)

    def __truediv__(self, other: "Span") -> "Span":
        """The span of quotients; of positive numbers, else unknown."""
        if not (other.low > 0 and other.middle > 0):
            return UNKNOWN
        return Span(self.low / other.high, self.high / other.low, self.middle / other.middle)

    def times(self, factor: float) -> "Span":
        """The span in units `factor` (above 0) times smaller."""
        return Span(self.low * factor, self.high * factor, self.middle * factor)


UNKNOWN = Span(-math.inf, math.inf, math.nan)


def span(claim: Record) -> Span:
    """What a figure leaves room for."""
    low, high = float(claim["low"]), float(claim["high"])
    middle = low if math.isnan(high) else high if math.isnan(low) else (low + high) / 2
    if math.isnan(middle):
        return UNKNOWN
    half = _half(middle, claim)
    nearly = ABOUT * abs(middle) if claim["hedge"] == "nearly" else 0.0
    bottom = -math.inf if math.isnan(low) else low - half - nearly
    return Span(bottom, math.inf if math.isnan(high) else high + half, middle)


def _half(number: float, claim: Record) -> float:
    step = 0.0 if math.isnan(claim["step"]) else float(claim["step"])
    is_whole = step == 1 and claim["kind"] != "percent"
    half = 0.0 if is_whole else step / 2
    if is_whole and abs(number) >= EXACT_BELOW:
        half = min(last_place(Value(number, number, step=step)) / 2, abs(number) * ROUND)
    return max(half, ABOUT * abs(number)) if claim["hedge"] == "about" else half


def fine(one: Record, other: Record) -> tuple[Span, Span]:
    """The spans of two figures that are compared: beside "2.2 billion" a "2 billion" is "2.0 billion"."""
    step = min(float(one["step"]), float(other["step"]))
    both = [claim if claim["step"] > step * TENTH else {**claim, "step": step} for claim in (one, other)]
    return span(both[0]), span(both[1])


def total(parts: Iterable[Span]) -> Span:
    """The span of the sum."""
    return sum(parts, Span(0.0, 0.0, 0.0))


def gap(told: Span, expected: Span) -> float:
    """How far the two lie apart; 0 where they share a number."""
    return max(told.low - expected.high, expected.low - told.high, 0.0)


def loose(claim: Record) -> Span:
    """As `span`, for figures that a writer rounds as they like: every round figure may be rounded, up to ROUND."""
    plain = span(claim)
    place = last_place(Value(plain.middle, plain.middle, step=float(claim["step"]) or 1.0)) if plain.middle else 0.0
    half = min(place / 2, abs(plain.middle) * ROUND)
    return Span(min(plain.low, plain.middle - half), max(plain.high, plain.middle + half), plain.middle)
