"""What the other pairs of a fact say of a pair."""

import math

import pytest

from checker.judging.around import AROUND, with_surroundings
from tests.judging.judged import claim, claims_frame, code_of, findings_of, pair, pairs_frame, shipped_rules

A14, A19 = claim("a", 14.0), claim("a", 19.0, id="a:9-11", sentence="Nineteen died.")
B14, B19 = claim("b", 14.0), claim("b", 19.0, id="b:9-11", sentence="Nineteen died.")
C19 = claim("c", 19.0)
A10 = claim("a", 10.0, id="a:20-25", high=None)
A14UP = claim("a", 14.0, id="a:30-35", high=None)


def around(*pairs):
    seen = with_surroundings(pairs_frame(*pairs), claims_frame(A14, A19, B14, B19, C19, A10, A14UP))
    assert {column.name for column in AROUND} <= set(seen.columns)
    return [(row["told_by_both"], row["several_values"]) for row in seen.to_dict("records")]


CASES = {
    "alone": ([pair(A14, B19)], [(False, False)]),
    "the left value in the right document": ([pair(A14, B19), pair(A14, B14, "equal")], [(True, False), (True, False)]),
    "the right value in the left document": ([pair(A14, B19), pair(A19, B19, "equal")], [(True, False), (True, False)]),
    "the value in a third document": ([pair(A14, B19), pair(B19, C19, "equal")], [(False, False), (True, False)]),
    "the same value, not surely of the fact": ([pair(A14, B19), pair(A14, B14, "equal", fact=None)], [(True, False), (True, False)]),
    "a bound, not surely of the fact": ([pair(A14, B19), pair(A14, B14, "contains", fact=None)], [(False, False)] * 2),
    "two values in one document": ([pair(A14, B19), pair(A14, A19)], [(False, True)] * 2),
    "two values in one document, of another fact": ([pair(A14, B19), pair(A14, A19, fact="F2")], [(False, False), (False, True)]),
    "two values in one document, linked below the reporting line": ([pair(A14, B19), pair(A14, A19, score=0.65)], [(False, False)] * 2),
    "two values in one document, one fact only through others": ([pair(A14, B19), pair(A14, A19, score=0.5)], [(False, False)] * 2),
    "two equal values in one document": ([pair(B14, B19, "equal"), pair(A14, B14)], [(False, False), (False, False)]),
    "a coarser telling of its own finer value": ([pair(A14, B19), pair(A10, B19, "contains"), pair(A10, A14, "contains")], [(False, False)] * 3),
    "a bound that says how its own value is meant": ([pair(A14, B19), pair(A14UP, B19, "contains"), pair(A14UP, A14, "contains")], [(True, False), (False, False), (False, False)]),
    "no pairs": ([], []),
}  # fmt: skip


def test_a_day_tells_no_hour():
    """An article that tells the day as well as 7:52 does not tell the other's 7:25."""
    hour, day, other = (
        claim("a", math.nan, kind="time"),
        claim("a", math.nan, id="a:9-11", kind="date"),
        claim("b", math.nan, kind="time"),
    )
    frame = pairs_frame(pair(hour, other), pair(day, other, "equal"), pair(day, hour, "equal"))
    seen = with_surroundings(frame, claims_frame(hour, day, other))
    assert not seen["told_by_both"].iloc[0]


@pytest.mark.parametrize("name", CASES)
def test_around(name):
    pairs, expected = CASES[name]
    assert around(*pairs) == expected


def test_a_value_told_by_both_is_no_conflict():
    assert code_of(A14, B19) == "C603"
    found = findings_of([A14, B19, B14], [pair(A14, B19), pair(A14, B14, "equal")], shipped_rules())
    assert set(found["verdict"]) == {"agreement", "undecided"}


SUMS = {
    "no addition": ([A14, B19], False),
    "an addition that makes up the difference": ([A14, B19, claim("b", 5.0, id="b:20-21", role="additional")], True),
    "the other document's": ([A14, B19, claim("a", 5.0, id="a:40-41", role="additional")], True),
    "another addition": ([A14, B19, claim("b", 4.0, id="b:20-21", role="additional")], False),
    "a third document's": ([A14, B19, claim("c", 5.0, id="c:20-21", role="additional")], False),
    "an addition of another unit": ([A14, B19, claim("b", 5.0, id="b:20-21", role="additional", unit="USD")], False),
    "the difference as a part": ([A14, B19, claim("b", 5.0, id="b:20-21", role="part")], False),
}


@pytest.mark.parametrize("name", SUMS)
def test_a_sum_that_one_of_them_tells(name):
    rows, expected = SUMS[name]
    seen = with_surroundings(pairs_frame(pair(A14, B19)), claims_frame(*rows))
    assert list(seen["sum_told"]) == [expected]
