"""Grouping: what a disqualifier separates is never joined, and chance does not chain."""

from hypothesis import given
from hypothesis import strategies as st

from checker.matching.facts import group, pairs_within


def judged(scores, separated=()):
    return lambda a, b: (scores.get((a, b), 0.0), (a, b) in separated)


def grouped(scores, separated=()):
    return group({pair: value for pair, value in scores.items() if pair not in separated}, judged(scores, separated))


def test_pairs_below_the_line_make_no_fact():
    assert grouped({(0, 1): 0.49}) == []


def test_three_tellings_are_one_fact():
    assert grouped({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.6}) == [[0, 1, 2]]


def test_a_disqualifier_keeps_two_groups_apart_the_surer_pair_wins():
    scores = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.0}
    assert grouped(scores, separated={(0, 2)}) == [[0, 1]]


def test_a_weak_link_does_not_chain_two_facts():
    scores = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.6}
    assert grouped(scores) == [[0, 1], [2, 3]]


def test_a_fact_stays_within_its_bound():
    scores = {(a, b): 0.9 for a in range(70) for b in range(a + 1, 70)}
    assert max(len(members) for members in grouped(scores)) == 64


def test_every_two_members_are_paired():
    assert pairs_within([3, 1, 2]) == [(1, 2), (1, 3), (2, 3)]


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]), st.floats(0, 1)
)


@given(PAIRS, st.frozensets(st.sampled_from([(a, b) for a in range(10) for b in range(a + 1, 10)])))
def test_no_fact_holds_what_is_separated_and_no_claim_is_in_two(scores, separated):
    found = grouped(scores, separated)
    assert not [pair for members in found for pair in pairs_within(members) if pair in separated]
    everyone = [member for members in found for member in members]
    assert len(everyone) == len(set(everyone))
    assert found == sorted(found)
    assert all(len(members) > 1 for members in found)
