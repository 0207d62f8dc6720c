"""The whole way from claims to pairs: first what must not be one fact."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.matching import match
from checker.tables import PAIRS, validate
from tests.matching.made import FACTORY, FERRY, age, amount, claim, claims, count, day

DEAD = "A boiler blast at the Acme factory in Springfield killed 12 people."
DEAD_TOO = "The blast at the Springfield factory left 14 people dead, Acme said."
FEB = "The trial of the plan began in February 2022 at the Springfield court."

APART = [
    (
        "another event",
        count(12, "people killed", DEAD),
        count(14, "people killed", "The ferry sank off Rivertown; 14 people were killed.", event=list(FERRY)),
    ),
    (
        "killed is not injured",
        count(12, "people killed", DEAD),
        count(30, "people injured", "The Springfield factory blast left 30 people injured."),
    ),
    (
        "another person",
        age(34, "Ann Miller", "Ann Miller, 34, died in the blast."),
        age(43, "Tom Miller", "Tom Miller, 43, died in the blast."),
    ),
    ("nobody named", age(15, None, "His daughter, 15, was hurt."), age(16, None, "A girl of 16 was hurt.")),
    (
        "total and additional",
        amount(
            "$65.9 billion",
            65.9e9,
            "It gave $65.9 billion in aid since the attack.",
            role="cumulative",
            measure="aid given",
        ),
        amount(
            "$69.2 billion",
            69.2e9,
            "Another $69.2 billion in aid was given before.",
            role="additional",
            measure="aid given",
        ),
    ),
    (
        "demanded and provided",
        amount("$500 billion", 500e9, "He wants $500 billion in metals.", modality="demanded", measure="metals wanted"),
        amount("$65.9 billion", 65.9e9, "It provided $65.9 billion in aid.", measure="aid provided"),
    ),
    (
        "other periods",
        count(
            12, "people killed", DEAD, period_first=pd.Timestamp("2023-01-01"), period_last=pd.Timestamp("2023-12-31")
        ),
        count(
            14,
            "people killed",
            DEAD_TOO,
            period_first=pd.Timestamp("2024-01-01"),
            period_last=pd.Timestamp("2024-12-31"),
        ),
    ),
    ("level and change", count(12, "people killed", DEAD, role="change_by"), count(14, "people killed", DEAD_TOO)),
    (
        "per unit",
        amount("$50", 50, "The Acme factory pays $50 an hour.", unit="USD/hour", role="per_unit"),
        amount("$50", 50, "The Acme factory pays $50."),
    ),
    (
        "other dimension",
        amount("$50", 50, "The Acme factory pays 50 dollars: $50."),
        count(50, "workers", "The Acme factory has 50 workers."),
    ),
    (
        "same small number, other thing",
        count(3, "cars", "In Springfield 3 cars burnt."),
        count(3, "judges", "In Springfield 3 judges heard the case of Acme."),
    ),
    (
        "same day, other event",
        day(
            "Friday",
            "2025-02-14",
            "2025-02-14",
            "Ann Miller meets the board on Friday in Rivertown.",
            event=list(FERRY),
        ),
        day("Friday", "2025-02-14", "2025-02-14", "Tom Brown opens the hall on Friday."),
    ),
    (
        "same day, two interviews",
        day(
            "Monday",
            "2025-02-10",
            "2025-02-10",
            "Ann Miller told reporters on Monday that she stays.",
            measure="said",
            published=pd.Timestamp("2025-02-11"),
        ),
        day(
            "Monday",
            "2025-02-10",
            "2025-02-10",
            "In an address on Monday, Tom Brown called for calm.",
            measure="address",
            published=pd.Timestamp("2025-02-11"),
        ),
    ),
]

ONE = [
    ("toll", count(12, "people killed", DEAD), count(14, "people killed", DEAD_TOO), "disjoint"),
    (
        "age",
        age(34, "Ann Miller", "Ann Miller, 34, died in the blast."),
        age(43, "Ann Miller", "Police named Ann Miller, 43, of Springfield."),
        "disjoint",
    ),
    (
        "age, last name alone in one event",
        age(34, "Ann Miller", "Ann Miller, 34, died in the blast."),
        age(34, "Miller", "Miller, 34, worked at Acme."),
        "equal",
    ),
    (
        "middle name and suffix",
        age(27, "Vernon Edgar Hale, Jr.", "Vernon Edgar Hale, Jr., 27, was shot."),
        age(27, "Vernon Hale", "Vernon Hale, 27, died."),
        "equal",
    ),
    (
        "particular amount",
        amount("$65.9 billion", 65.9e9, "Acme gave $65.9 billion to the fund."),
        amount("$65.87 billion", 65.87e9, "The fund got $65.87 billion from Acme.", step=1e7),
        "rounds_to",
    ),
    (
        "miles and kilometres",
        claim(
            "60 miles",
            "Debris of the blast flew 60 miles from the factory.",
            kind="measure",
            unit="mile",
            low=60.0,
            high=60.0,
            measure="debris flew",
            measure_head="debris",
        ),
        claim(
            "97 kilometres",
            "Debris of the blast flew 97 kilometres from the factory.",
            kind="measure",
            unit="kilometre",
            low=97.0,
            high=97.0,
            measure="debris flew",
            measure_head="debris",
        ),
        "rounds_to",
    ),
    (
        "coarser date",
        day(
            "February 24, 2022",
            "2022-02-24",
            "2022-02-24",
            "The attack of Acme on its rival began on February 24, 2022.",
            measure="attack",
            role="start",
        ),
        day(
            "February 2022",
            "2022-02-01",
            "2022-02-28",
            "Since the attack by Acme in February 2022 the rival has lost.",
            value="2022-02",
            measure="attack",
            role="start",
        ),
        "contained",
    ),
]


def across(left, right):
    return match(
        claims(
            left | {"id": "a:1-2", "document": "a", "path": "a"}, right | {"id": "b:1-2", "document": "b", "path": "b"}
        )
    )


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in APART], ids=[row[0] for row in APART])
def test_not_one_fact(left, right):
    pairs = across(left, right)
    assert pairs["fact"].isna().all()
    assert (pairs["score"] < 0.5).all()


@pytest.mark.parametrize(("left", "right", "relation"), [row[1:] for row in ONE], ids=[row[0] for row in ONE])
def test_one_fact(left, right, relation):
    pairs = across(left, right)
    assert list(pairs["fact"]) == ["F1"]
    assert list(pairs["relation"]) == [relation]
    assert pairs["reasons"][0]


LEFT_OUT = [
    ("boilerplate", {"section": "boilerplate"}),
    ("a reference to now", {"kind": "date", "value": "PRESENT_REF", "low": None, "high": None}),
    (
        "a set of times",
        {"kind": "set", "value": "P1W", "first": pd.Timestamp("2024-05-01"), "last": pd.Timestamp("2024-05-01")},
    ),
    ("an unresolved time", {"kind": "date", "value": None}),
    ("another batch", {"batch": "other"}),
]


@pytest.mark.parametrize("columns", [row[1] for row in LEFT_OUT], ids=[row[0] for row in LEFT_OUT])
def test_never_compared(columns):
    left = count(12, "people killed", DEAD)
    assert len(match(claims(left, count(12, "people killed", DEAD, document="b")))) == 1
    assert match(claims(left, count(12, "people killed", DEAD, document="b") | columns)).empty


def tellings(*numbers, published=None):
    return [
        count(
            n,
            "people killed",
            f"The blast at the Acme factory in Springfield killed {n} people.",
            document=f"d{i}",
            published=published and published[i],
        )
        for i, n in enumerate(numbers)
    ]


def test_one_fact_of_many_sources_has_every_pair():
    pairs = match(claims(*tellings(12, 12, 14, 12, 13)))
    validate(PAIRS, pairs)
    assert set(pairs["fact"]) == {"F1"}
    assert len(pairs) == 10


def test_left_is_reported_earlier_and_undated_is_last():
    days = [pd.Timestamp("2024-05-03"), None, pd.Timestamp("2024-05-02")]
    pairs = match(claims(*tellings(12, 13, 14, published=days)))
    assert [(left[:2], right[:2]) for left, right in zip(pairs["left"], pairs["right"], strict=True)] == [
        ("d2", "d0"),
        ("d2", "d1"),
        ("d0", "d1"),
    ]
    assert list(pairs["days_apart"].fillna(-1)) == [1, -1, -1]


def test_facts_are_named_in_order_of_path_and_place():
    rows = []
    for document in "ba":
        rows += [
            age(34, "Ann Miller", "Ann Miller, 34, died.", document=document, start=90),
            age(50, "Tom Brown", "Tom Brown, 50, lived.", document=document, start=10),
        ]
    pairs = match(claims(*rows))
    assert list(zip(pairs["left"], pairs["fact"], strict=True)) == [("a:10-12", "F1"), ("a:90-92", "F2")]


def test_no_claims_no_pairs():
    pairs = match(claims())
    validate(PAIRS, pairs)
    assert pairs.empty


def test_copies_are_seen_and_compared():
    text = "Fire crews worked through the night at the Acme boiler factory in Springfield after a blast there killed {} people and tore the roof off two nearby homes."
    rows = [count(n, "people killed", text.format(n), document=d, outlet="The Post") for n, d in ((12, "a"), (21, "b"))]
    pairs = match(claims(*rows))
    assert pairs["copies"].all()
    assert pairs["same_outlet"].all()
    assert list(pairs["relation"]) == ["disjoint"]


ROWS = st.lists(
    st.tuples(
        st.sampled_from("abcd"),
        st.integers(0, 40),
        st.sampled_from([12, 13, 14]),
        st.sampled_from(["people killed", "people injured", "houses burnt"]),
        st.sampled_from([FACTORY, FERRY]),
    ),
    max_size=12,
    unique_by=lambda row: row[:2],
)


@settings(max_examples=25, deadline=None)
@given(ROWS, st.randoms())
def test_invariants_hold_and_the_order_of_rows_does_not_count(rows, random):
    made = [
        count(n, noun, f"In {e[0]} the {e[1]}: {n} {noun} at the {e[2]}.", document=d, start=s * 10, event=list(e))
        for d, s, n, noun, e in rows
    ]
    pairs = match(claims(*made))
    validate(PAIRS, pairs)
    random.shuffle(made)
    pd.testing.assert_frame_equal(match(claims(*made)), pairs)
    assert not pairs.duplicated(["left", "right"]).any()
    assert pairs["score"].between(0, 1).all()
    _assert_facts_are_whole(pairs)


def _assert_facts_are_whole(pairs):
    for _, told in pairs.dropna(subset="fact").groupby("fact"):
        members = set(told["left"]) | set(told["right"])
        assert len(told) == len(members) * (len(members) - 1) / 2
