"""What the shipped rules say of two claims made by hand: first what must not be called a conflict."""

import pytest

from checker.judging import judge
from checker.tables import CLAIMS, FINDINGS, PAIRS, frame, validate
from tests.judging.judged import claim, code_of, date_claim, pair, shipped_rules, verdict_of

PRICE = "The price of gold was $2,050."
SAME_DAY, NEXT_DAY, NEXT_YEAR = "2024-03-05", "2024-03-06", "2025-03-05"


def a(figure=14.0, **columns):
    return claim("a", figure, **({"day": SAME_DAY} | columns))


def b(figure=19.0, **columns):
    return claim("b", figure, **({"day": SAME_DAY} | columns))


def age(name, figure, day=SAME_DAY):
    return claim(name, figure, day=day, kind="age", unit="year", measure="age", role="age")


# name -> left, right, relation, columns of the pair, verdict
NO_CONFLICT = {
    "not surely one fact": (a(), b(), "disjoint", {"score": 0.69}, "undecided"),
    "values that do not compare": (a(), b(), "not_comparable", {}, "undecided"),
    "a value unknown": (a(), b(), "unknown", {}, "undecided"),
    "denied by one": (a(), b(14.0, modality="denied"), "equal", {}, "undecided"),
    "possible beside certain": (a(), b(modality="possible"), "disjoint", {}, "undecided"),
    "demanded beside provided": (a(), b(modality="demanded"), "disjoint", {}, "undecided"),
    "a part beside the level": (a(), b(role="part"), "disjoint", {}, "undecided"),
    "a target beside the level": (a(role="target"), b(), "disjoint", {}, "undecided"),
    "two named speakers": (a(speaker="police"), b(speaker="the mayor"), "disjoint", {"speaker": 0.0}, "attributed"),
    "two names of one speaker": (a(speaker="police"), b(speaker="police"), "disjoint", {"speaker": 1.0}, "discrepancy"),
    "one named speaker": (a(speaker="police"), b(), "disjoint", {}, "discrepancy"),
    "a later, higher toll": (a(), b(day=NEXT_DAY), "disjoint", {}, "update"),
    "a toll that rose to its value": (a(), b(role="change_to", direction="up"), "disjoint", {}, "update"),
    "a word of change": (a(), b(sentence="It has now killed 19 people."), "disjoint", {}, "update"),
    "a word of change in the earlier path": (a(19.0, sentence="It has so far killed 19 people."), b(14.0), "disjoint", {}, "update"),
    "a price on another day": (a(kind="money", sentence=PRICE), b(kind="money", sentence=PRICE, day=NEXT_DAY), "disjoint", {}, "update"),
    "rounded": (a(), b(), "rounds_to", {}, "compatible"),
    "a bound that holds": (a(hedge="at_least", high=None), b(), "contains", {}, "compatible"),
    "within about": (a(hedge="about"), b(), "contained", {}, "compatible"),
    "ranges that meet": (a(), b(), "overlaps", {}, "compatible"),
    "equal after conversion": (a(), b(), "equal", {"conversion": "1 mile = 1.609 kilometre"}, "compatible"),
    "a coarser date": (date_claim("a", "2022-02"), date_claim("b", "2022-02-24"), "contains", {}, "compatible"),
    "ages a year apart, a year between": (age("a", 34.0), age("b", 35.0, NEXT_YEAR), "disjoint", {}, "compatible"),
    "ages a year apart, one undated": (age("a", 34.0), age("b", 35.0, None), "disjoint", {}, "compatible"),
    "the same figure": (a(), b(14.0), "equal", {}, "agreement"),
    "the same figure, certain and possible": (a(), b(14.0, modality="possible"), "equal", {}, "agreement"),
    "the same day": (date_claim("a", "2022-02-24"), date_claim("b", "2022-02-24"), "equal", {}, "agreement"),
    "days of perhaps two events": (date_claim("a", "2022-02-24"), date_claim("b", "2022-02-25"), "disjoint", {"measure": 0.6}, "undecided"),
    "days, not quite sure": (date_claim("a", "2022-02-24"), date_claim("b", "2022-02-25"), "disjoint", {"score": 0.7}, "undecided"),
    "two days in one text": (date_claim("a", "2022-02-24"), date_claim("a", "2022-02-25", id="a:9-11"), "disjoint", {}, "undecided"),
    "two approximate figures in one text": (a(hedge="about"), a(19.0, id="a:9-11", sentence="Nineteen died."), "disjoint", {}, None),
    "two figures in the body of one text": (a(), a(19.0, id="a:9-11", sentence="Nineteen died."), "disjoint", {}, None),
}  # fmt: skip
CONFLICT = {
    "two plain figures of one day": (a(), b(), {}, "C620", "error"),
    "a toll that falls": (a(19.0), b(14.0, day=NEXT_DAY), {}, "C620", "error"),
    "a fall told as a rise": (a(19.0), b(14.0, role="change_to", direction="up"), {}, "C620", "error"),
    "a figure that does not move, another day": (a(measure="length of the bridge", kind="measure"), b(measure="length of the bridge", kind="measure", day=NEXT_DAY), {}, "C620", "error"),
    "ages far apart": (age("a", 34.0), age("b", 41.0), {}, "C610", "error"),
    "ages far apart, years between": (age("a", 34.0), age("b", 41.0, NEXT_YEAR), {}, "C610", "error"),
    "ages a year apart, the next day": (age("a", 34.0), age("b", 35.0, NEXT_DAY), {}, "C602", "warning"),
    "after conversion": (a(), b(), {"conversion": "1 mile = 1.609 kilometre"}, "C601", "warning"),
    "one undated": (a(), b(day=None), {}, "C603", "warning"),
    "days of one event": (date_claim("a", "2022-02-24"), date_claim("b", "2022-02-25"), {}, "C710", "warning"),
    "inside one text": (a(section="title"), a(19.0, id="a:9-11", sentence="Nineteen people died."), {}, "C801", "warning"),
}  # fmt: skip


@pytest.mark.parametrize("name", NO_CONFLICT)
def test_what_explains_a_difference(name):
    left, right, relation, columns, verdict = NO_CONFLICT[name]
    assert verdict_of(left, right, relation, **columns) == verdict


@pytest.mark.parametrize("name", CONFLICT)
def test_what_is_a_discrepancy(name):
    left, right, columns, code, severity = CONFLICT[name]
    assert code_of(left, right, **columns) == code
    assert {rule.code: rule.severity for rule in shipped_rules()}[code] == severity


def test_pairs_of_no_fact_are_not_judged():
    assert verdict_of(a(), b(), fact=None) is None


def test_nothing_to_judge():
    found = judge(frame(PAIRS, []), frame(CLAIMS, []))
    validate(FINDINGS, found)
    assert found.empty


def test_findings_keep_their_table():
    found = judge(frame(PAIRS, [pair(a(), b())]), frame(CLAIMS, [a(), b()]))
    validate(FINDINGS, found)
    assert found["reasons"][0][0] == "same place"
    assert "exclude each other" in found["reasons"][0][1]
    assert "no rounding, bound, speaker" in found["reasons"][0][2]
