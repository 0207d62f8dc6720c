"""Pairs that cannot be of one fact, found for whole columns of pairs at once; what is left is weighed one by one.

Only what `checker.matching.score` would find not worth showing is left out: what a disqualifier separates that columns
tell, and what features cannot lift, whatever the rest of them says. Whatever columns do not tell for sure is kept. The
one thing that overrules disqualifiers, a misprint, is never left out.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pandas as pd

from checker.language import measures
from checker.language.lexicon import lexicon
from checker.matching.blocks import Pairs
from checker.matching.columns import NEVER, Columns, Mask
from checker.matching.met import Known, Met
from checker.matching.open_days import may_be_one
from checker.matching.qualifiers import (
    FAR,
    MIXED_GROUPS,
    NEWS_DAYS,
    OWN_HEADS,
    SAID,
    SAME_DIGITS,
    SAME_NEWS_DAYS,
)
from checker.matching.reach import Texts, reaching

Rows = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]
Test = Callable[["Met"], Mask]


def sieved(pairs: Pairs, known: Known, texts: Texts, least: float) -> Pairs:
    """The pairs that no disqualifier separates that columns tell, and that may score so much."""
    for test in _TESTS:
        if len(pairs):
            met = Met(known, pairs)
            pairs = pairs.of(~test(met) | met.may_be_one_anyhow())
    return reaching(pairs, known, texts, least) if len(pairs) else pairs


def _near(days: tuple[Rows, Rows], most: int) -> Mask:
    """Where both days are told and lie so near each other."""
    found: Mask = (days[0] != NEVER) & (days[1] != NEVER) & (np.abs(days[0] - days[1]) <= most)
    return found


def _news(met: Met) -> Mask:
    (low, other), (day, other_day) = met.of("low"), met.of("published")
    is_own = (day != NEVER) & (other_day != NEVER) & (np.abs(low - day) <= NEWS_DAYS)
    is_own &= np.abs(other - other_day) <= NEWS_DAYS
    found: Mask = met.both(met.column("is_time")) & is_own & (np.abs(low - other) > NEWS_DAYS)
    return found


def _to_come(met: Met) -> Mask:
    (low, other), (high, other_high), (day, other_day) = met.of("low"), met.of("high"), met.of("published")
    is_dated = met.both(met.column("is_time")) & (day != NEVER) & (other_day != NEVER)
    forward = (low > day + 1) & (other_high < day - 1)
    found: Mask = is_dated & (forward | ((other > other_day + 1) & (high < other_day - 1)))
    return found


def _kind(met: Met) -> Mask:
    """Of two dimensions in one scope: percent and percentage points, and not one number."""
    low, other = met.of("low")
    found: Mask = ~met.is_one("dimension") & (low != other)
    return found


def _open(met: Met) -> Mask:
    """Days that nothing resolves, of two publications or of names that no day has both of."""
    (left, right), (day, other_day) = met.of("open_form"), met.of("published")
    found: Mask = (left >= 0) | (right >= 0)
    is_told_apart = ~met.is_one("published") & (((day != NEVER) & (other_day != NEVER)) | met.is_one("open_form"))
    may_be_one = (left == right) | (~met.is_one("document") & _may_be_one(met, found))
    ruled_out: Mask = found & (is_told_apart | ~may_be_one)
    return ruled_out


def _may_be_one(met: Met, asked: Mask) -> Mask:
    """Where open days, or an open and a whole one, may be the same by their names."""
    names = [*met.words("open_form"), *met.words("timex")]
    (left, right), (timex, other) = met.of("open_form"), met.of("timex")
    at, skipped = np.flatnonzero(asked), len(met.words("open_form"))
    one, two = (np.where(form >= 0, form, days + skipped)[at] for form, days in ((left, timex), (right, other)))
    codes, couples = pd.factorize(one * len(names) + two)
    known = [may_be_one(names[a], names[b]) for a, b in zip(*divmod(couples, max(len(names), 1)), strict=True)]
    found = np.zeros(len(left), dtype=bool)
    found[at] = np.array(known, dtype=bool)[codes]
    return found


def _two_days(met: Met) -> Mask:
    is_one_telling = met.is_one("document") & met.is_one("section") & met.both(met.column("is_time"))
    return is_one_telling & met.disjoint()


def _family(met: Met) -> Mask:
    (left, right), (measure, other) = met.of("family"), met.of("measured")
    found: Mask = (measure >= 0) & (other >= 0) & (left >= 0) & (right >= 0) & (left != right)
    return found & ~_of_measures(met, lambda *two: frozenset(two) in measures.akin())


def _exclusive(met: Met) -> Mask:
    """Measures that exclude each other; what is pledged may be what is to be paid."""
    return _of_measures(met, lambda *two: measures.are_exclusive(*two) and not {*two} <= {"pledged", "paid"})


def _of_measures(met: Met, test: Callable[[str, str], bool]) -> Mask:
    """What is asked of two measures, of each two that meet once."""
    (left, right), words = met.of("measured"), met.words("measure")
    both = np.flatnonzero((left >= 0) & (right >= 0))
    codes, couples = pd.factorize(left[both] * len(words) + right[both])
    told = [(words[one], words[other]) for one, other in zip(*divmod(couples, max(len(words), 1)), strict=True)]
    known = [test(*two) for two in told]
    found = np.zeros(len(left), dtype=bool)
    found[both] = np.array(known, dtype=bool)[codes]
    return found


# Told either way at times, see `checker.matching.qualifiers`.
_EITHER_WAY = (frozenset({"amount", "earlier value"}), frozenset({"amount", "part"}))


def _role(met: Met) -> Mask:
    groups = met.words("role_group")
    kept = {*MIXED_GROUPS, *_EITHER_WAY}
    apart = np.array([[one != other and frozenset({one, other}) not in kept for other in groups] for one in groups])
    left, right = met.of("role_group")
    found: Mask = apart[left, right] & ~met.either(met.column("is_score"))
    return found


def _stance(met: Met) -> Mask:
    """Other stances but those of what is decided, which whoever reports it that day tells as done."""
    stance, is_denied = met.is_one("stance"), met.either(met.column("stance").are(["denied"]))
    (first, other_first), (last, other_last) = met.of("period_first"), met.of("period_last")
    is_one_period = (first == other_first) & (last == other_last) & (first != NEVER)
    is_decided = met.both(met.column("family").are(lexicon("measures")["decided"]["families"]))
    may_be_done = _near(met.of("published"), SAME_NEWS_DAYS) & met.is_one("family") & (is_decided | is_one_period)
    is_other = met.either(met.column("is_time")) | met.either(met.column("is_score"))
    found: Mask = ~stance & ~is_denied & ~may_be_done & ~is_other
    return found


def _period(met: Met) -> Mask:
    (first, other_first), (last, other_last) = met.of("period_first"), met.of("period_last")
    is_told = (first != NEVER) & (other_first != NEVER)
    found: Mask = is_told & ((last < other_first) | (other_last < first))
    return found


def _scale(met: Met) -> Mask:
    low, other = (np.abs(end) for end in met.of("low"))
    (currency, other_currency), is_count = met.of("currency"), met.both(met.column("kind").are(["count"]))
    is_sum = is_count | ((currency >= 0) & (currency == other_currency))
    found = np.flatnonzero(is_sum & (low > 0) & (other > 0) & (np.maximum(low, other) >= FAR * np.minimum(low, other)))
    places = np.log10(low[found] / other[found])
    is_far = np.zeros(len(low), dtype=bool)
    is_far[found] = np.abs(places - np.round(places)) > 2 * SAME_DIGITS
    return is_far


def _publication(met: Met) -> Mask:
    told: Columns = met.column("told")
    is_own = told.role.are(["published"]) | (met.column("is_time") & told.head.are(OWN_HEADS))
    return ~met.is_one("document") & met.either(is_own)


def _said(met: Met) -> Mask:
    is_said = met.either(met.column("head").are([SAID])) & met.both(met.column("is_time"))
    return is_said & met.disjoint()


_TESTS: tuple[Test, ...] = (
    *(_kind, _open, _news, _to_come, _two_days, _said, _publication),
    *(_family, _role, _stance, _period, _scale, _exclusive),
)
