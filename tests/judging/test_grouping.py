"""Which claims stand in a finding, and which comes first."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.judging.cliques import largest_clique
from tests.judging.judged import claim, findings_of, pair, shipped_rules


def judged(claims, relations=None, **columns):
    """The findings on all pairs of claims; equal figures agree, others do not, unless `relations` tells more."""
    pairs = []
    for left, right in itertools.combinations(claims, 2):
        plain = "equal" if left["low"] == right["low"] else "disjoint"
        pairs.append(pair(left, right, (relations or {}).get((left["low"], right["low"]), plain), **columns))
    return findings_of(claims, pairs, shipped_rules())


def row_of(found, verdict):
    return found[found["verdict"] == verdict].iloc[0]


def documents_of(row):
    return [name.split(":")[0] for name in row["claims"]]


def claims_of(*figures, day="2024-03-05"):
    return [claim(name, float(figure), day=day) for name, figure in zip("abcdefgh", figures, strict=False)]


def test_the_one_with_fewest_witnesses_stands_first():
    found = judged(claims_of(187, 187, 178, 187))
    assert documents_of(row_of(found, "discrepancy")) == ["c", "a", "b", "d"]


def test_claims_that_agree_with_the_first_stand_beside_it():
    row = row_of(judged(claims_of(187, 187, 178, 178, 187)), "discrepancy")
    assert documents_of(row) == ["c", "a", "b", "e"]
    assert {name.split(":")[0] for name in (row["claims"][0], *row["agreeing"])} == {"c", "d"}


def test_who_agrees_with_the_first_but_not_differs_from_all_others_does_not():
    found = judged(claims_of(10, 10, 12, 15), {(12.0, 15.0): "overlaps"})
    assert all(set(row["agreeing"]).isdisjoint(row["claims"]) for row in found.to_dict("records"))


def test_nobody_stands_beside_what_agrees():
    assert all(list(names) == [] for names in judged(claims_of(187, 187))["agreeing"])


def test_one_outlet_is_one_witness():
    rows = claims_of(187, 187, 178, 178)
    rows[0] |= {"outlet": "The Same"}
    rows[1] |= {"outlet": "The Same"}
    assert documents_of(row_of(judged(rows), "discrepancy")) == ["a", "c", "d"]


def test_unknown_outlets_are_witnesses_of_their_own():
    rows = [row | {"outlet": None} for row in claims_of(187, 187, 178)]
    assert documents_of(row_of(judged(rows), "discrepancy")) == ["c", "a", "b"]


def test_of_equal_witnesses_the_later_stands_first():
    rows = [claim("a", 19.0, day="2024-03-05"), claim("b", 14.0, day="2024-03-07")]
    assert documents_of(row_of(judged(rows), "discrepancy")) == ["b", "a"]


def test_an_undated_claim_is_not_the_later():
    rows = [claim("b", 14.0, day="2024-03-07"), claim("a", 19.0)]
    assert documents_of(row_of(judged(rows), "discrepancy")) == ["b", "a"]


def test_then_by_path():
    assert documents_of(row_of(judged(claims_of(14, 19)), "discrepancy")) == ["a", "b"]


def test_the_first_stands_apart_from_every_other():
    found = judged(claims_of(10, 12, 15, 12), {(10.0, 15.0): "overlaps"})
    row = row_of(found, "discrepancy")
    assert documents_of(row) == ["a", "b", "d"]


def test_agreement_is_the_largest_group():
    assert documents_of(row_of(judged(claims_of(14, 19, 19, 14, 19)), "agreement")) == ["b", "c", "e"]


def test_what_is_compatible_may_hold_equal_values():
    found = judged(claims_of(65, 66, 65), {(65.0, 66.0): "rounds_to", (66.0, 65.0): "rounds_to"})
    assert documents_of(row_of(found, "compatible")) == ["a", "b", "c"]
    assert documents_of(row_of(found, "agreement")) == ["a", "c"]


def test_a_group_holds_a_pair_of_its_rule():
    """Three equal figures are the largest group, but not one that the rule on rounding decided."""
    rows = claims_of(5, 5, 5, 6, 6)
    pairs = [pair(x, y, "equal") for x, y in itertools.combinations(rows[:3], 2)]
    pairs += [
        pair(rows[0], rows[3], "rounds_to"),
        pair(rows[1], rows[4], "rounds_to"),
        pair(rows[2], rows[4], "rounds_to"),
    ]
    row = row_of(findings_of(rows, pairs, shipped_rules()), "compatible")
    assert documents_of(row) == ["b", "c", "e"]


def test_one_finding_a_fact_and_rule():
    found = judged(claims_of(10, 12, 14, 16, 18))
    assert list(found["verdict"]) == ["discrepancy"]


def test_two_facts_are_two_findings():
    rows = claims_of(10, 12)
    others = [row | {"id": f"{row['id']}9"} for row in rows]
    found = findings_of(rows + others, [pair(*rows), pair(*others, fact="F2")], shipped_rules())
    assert list(found["fact"]) == ["F1", "F2"]


def test_confidence_is_the_lowest_score_of_its_pairs():
    rows = claims_of(187, 187, 178)
    pairs = [
        pair(rows[0], rows[1], "equal", score=0.75),
        pair(rows[0], rows[2], score=0.95),
        pair(rows[1], rows[2], score=0.8),
    ]
    found = findings_of(rows, pairs, shipped_rules())
    assert row_of(found, "discrepancy")["confidence"] == 0.8
    assert row_of(found, "agreement")["confidence"] == 0.75


def test_most_pressing_first():
    rows = claims_of(187, 187, 178)
    others = [row | {"id": f"{row['id']}9"} for row in claims_of(1, 2)]
    pairs = [pair(rows[0], rows[1], "equal"), pair(rows[0], rows[2]), pair(rows[1], rows[2])]
    found = findings_of(rows + others, [pair(*others, fact="F2", score=0.95), *pairs], shipped_rules())
    assert list(zip(found["fact"], found["verdict"], strict=True)) == [("F2", "discrepancy"), ("F1", "discrepancy"), ("F1", "agreement")]  # fmt: skip


def test_facts_are_sorted_by_number():
    rows = claims_of(10, 12)
    pairs = []
    for number in (10, 9):
        mine = [row | {"id": f"{row['id']}{number}"} for row in rows]
        pairs.append((mine, pair(*mine, fact=f"F{number}")))
    found = findings_of([row for mine, _ in pairs for row in mine], [row for _, row in pairs], shipped_rules())
    assert list(found["fact"]) == ["F9", "F10"]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_rows_does_not_matter(order):
    rows = claims_of(187, 178, 187)
    pairs = [pair(x, y, "equal" if x["low"] == y["low"] else "disjoint") for x, y in itertools.combinations(rows, 2)]
    whole = findings_of(rows, pairs, shipped_rules())
    shuffled = findings_of([rows[i] for i in order], [pairs[i] for i in order], shipped_rules())
    assert whole.to_dict("records") == shuffled.to_dict("records")


graphs = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=24)


@settings(max_examples=150, deadline=None)
@given(graphs)
def test_the_largest_clique_is_the_largest(edges):
    neighbours = {i: set() for i in range(8)}
    for i, j in edges:
        if i != j:
            neighbours[i].add(j)
            neighbours[j].add(i)
    found = largest_clique(neighbours)
    assert all(j in neighbours[i] for i, j in itertools.combinations(found, 2))
    assert len(found) == max(len(group) for group in _cliques(neighbours))


def _cliques(neighbours):
    for size in range(1, 9):
        for group in itertools.combinations(neighbours, size):
            if all(j in neighbours[i] for i, j in itertools.combinations(group, 2)):
                yield group


def test_no_claims_no_clique():
    assert largest_clique({}) == set()


def test_a_thousand_that_agree_are_one_step():
    vertices = range(1000)
    assert len(largest_clique({i: set(vertices) - {i} for i in vertices})) == 1000


def test_a_graph_made_to_take_for_ever_ends():
    """Forty triples, each vertex a neighbour of all but its own triple: 3**40 largest cliques."""
    vertices = range(120)
    found = largest_clique({i: {j for j in vertices if j // 3 != i // 3} for i in vertices})
    assert len(found) == 40
