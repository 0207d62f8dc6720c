"""Years between: ages by birth, and "20 years ago" by the year told beside it."""

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from checker.judging.inside.figures import told
from checker.judging.inside.forms import Bound, bound
from checker.judging.inside.reckoning import Reckoning
from checker.judging.inside.sentence import Record, Sentence
from checker.judging.inside.span import Span, span
from checker.language.patterns import pattern

_YEAR = 4  # characters of a year
_AGO = pattern(r"(?:years|decades) ago", any_case=True)
_LEAST_LOOSE = 2.0  # years
_LOOSE = 0.15  # what "about" leaves open, as a share of the years
_OLDEST = 125  # years that a person lives at most


def find(document: Sequence[Sentence]) -> Iterator[Reckoning]:
    """Ages and distances of years that other dates of the sentence bind."""
    for sentence in document:
        for found in bound("ago", sentence):
            yield from _ago(found)
        for found in bound("age", sentence):
            yield from _age(found)


def _ago(found: Bound) -> Iterator[Reckoning]:
    ago, year = found.claims["ago"], found.claims["year"]
    now = ago["published"]
    if pd.isna(now) or not _AGO.search(ago["text"]) or "ago" in year["text"] or not _is_year(year):
        return
    years, passed = now.year - _year(ago), now.year - _year(year)
    is_rough = ago["hedge"] != "exact" or "decade" in ago["text"].lower()
    loose = max(_LEAST_LOOSE, _LOOSE * years) if is_rough else 0.0
    low = -math.inf if ago["hedge"] in ("less_than", "at_most") else years - loose
    high = math.inf if ago["hedge"] in ("more_than", "at_least") else years + loose
    words = f"from {_year(year)} to {now.year} is {passed} years"
    yield Reckoning("ago", (ago, year), Span(low, high, years), Span(passed, passed, passed), words)


def _is_year(claim: Record) -> bool:
    """Whether the claim tells a year of our era, alone or with a day and month."""
    return (
        claim["value"] is not None
        and str(claim["value"])[:_YEAR].isdigit()
        and str(claim["value"])[:_YEAR] in claim["text"]
    )


def _year(claim: Record) -> int:
    return int(str(claim["value"])[:_YEAR])


def _age(found: Bound) -> Iterator[Reckoning]:
    age, birth, death = (found.claims.get(name) for name in ("age", "birth", "death"))
    if age is None or birth is None or pd.isna(birth["first"]) or not _is_year(birth):
        return
    last = _days(death) if death is not None else _today(age)
    if last is None:
        return
    expected = _years(_days(birth), last)
    if expected is not None and expected.low <= _OLDEST:
        words = f"born {told(birth)}, {_when(last, death)} the age is {_words(expected)}"
        yield Reckoning("age", tuple(c for c in (age, birth, death) if c is not None), span(age), expected, words)


def _when(last: tuple[dt.date, dt.date], death: Record | None) -> str:
    return f"in {told(death)}" if death is not None else f"on {last[0].isoformat()}"


def _words(expected: Span) -> str:
    return f"{expected.low:.0f}" if expected.low == expected.high else f"{expected.low:.0f} or {expected.high:.0f}"


def _days(claim: Record) -> tuple[dt.date, dt.date] | None:
    first, last = claim["first"], claim["last"]
    return None if pd.isna(first) or pd.isna(last) else (first.date(), last.date())


def _today(claim: Record) -> tuple[dt.date, dt.date] | None:
    published: Any = claim["published"]
    return None if pd.isna(published) else (published.date(), published.date())


def _years(birth: tuple[dt.date, dt.date] | None, day: tuple[dt.date, dt.date]) -> Span | None:
    """Whole years from a birth to a day, each known to a span of days."""
    if birth is None:
        return None
    low, high = float(_between(birth[1], day[0])), float(_between(birth[0], day[1]))
    return Span(low, high, high)


def _between(birth: dt.date, day: dt.date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
