"""Disqualifiers and doubts: each fires for its own reason, and only then."""

import pandas as pd
import pytest

from checker.matching.doubts import DOUBTS, IN_DOUBT, doubt
from checker.matching.main_figures import with_main_figures
from checker.matching.qualifiers import QUALIFIERS, separation
from checker.matching.score import score
from tests.matching.made import age, amount, claim, count, day, sides

DEAD = "The blast at the Acme factory in Springfield killed {} people."
MAY, JUNE, YEAR_BEFORE = (pd.Timestamp(d) for d in ("2024-05-02", "2024-06-20", "2023-05-02"))


def toll(number, document="a", **columns):
    return count(number, "people killed", DEAD.format(number), document=document, **columns)


def when(text, date, sentence="The Acme factory in Springfield blew up {}.", document="b", last=None, **columns):
    told = {"measure": "explosion", "measure_head": "explosion"}
    return day(text, date, last or date, sentence.format(text), document=document, **(told | columns))


def someday(text, value, document="a", **columns):
    """A day that nothing resolves."""
    told = {"kind": "date", "value": value, "role": "date_of_event", "measure": "explosion"}
    return claim(text, f"The explosion at the works was on {text}.", document=document, **(told | columns))


SEPARATED = [
    ("kind", toll(50), amount("$50", 50, "It cost $50.", document="b")),
    ("person", age(34, "Ann Hale", "Ann Hale, 34."), age(34, "Tom Brown", "Tom Brown, 34.", document="b")),
    ("person", age(34, None, "A boy of 34."), age(34, None, "A boy of 34.", document="b")),
    ("relative", age(25, "Ann Hale", "Hale, 25, left."), age(55, "Ann Hale", "Ann Hale, 55, stayed.", document="b")),
    ("news", when("May 1", "2024-05-01", published=MAY), when("June 18", "2024-06-18", published=JUNE, document="c")),
    ("two days", when("May 1", "2024-05-01"), when("May 3", "2024-05-03", start=90)),
    ("measure", toll(12), toll(12, "b", measure="people injured", measure_head="injured")),
    ("role", toll(12), toll(14, "b", role="additional")),
    ("role", toll(12), toll(14, "b", role="average")),
    ("publication", when("May 1", "2024-05-01", role="published"), when("May 1", "2024-05-01", document="c")),
    ("publication", when("May 1", "2024-05-01", measure_head="publication"), when("May 1", "2024-05-01", document="c")),
    ("part", toll(12, is_part=True), toll(14, "b")),
    (
        "position",
        count(9, "cars", "The blast burnt 9 cars near the old river bridge and 4 barns up the hill."),
        count(4, "barns", "The blast burnt 9 cars near the old river bridge and 4 barns up the hill.", document="b"),
    ),
    (
        "scale",
        amount("$971 million", 971e6, "Acme earned $971 million."),
        amount("$369", 369, "Acme earned $369.", document="b"),
    ),
    ("open", someday("Monday", "XXXX-WXX-1"), someday("Tuesday", "XXXX-WXX-2", "b")),
    ("direction", toll(12, role="change_by", direction="up"), toll(12, "b", role="change_by", direction="down")),
    ("stance", toll(12), toll(12, "b", modality="demanded")),
    (
        "period",
        toll(12, period_first=YEAR_BEFORE, period_last=YEAR_BEFORE),
        toll(14, "b", period_first=MAY, period_last=MAY),
    ),
]


def made(left, right):
    """Two sides; a row marked `is_part` has a larger figure of its measure beside it in its document."""
    rows = [{k: v for k, v in row.items() if k != "is_part"} for row in (left, right)]
    beside = [toll(99, start=900)] if left.get("is_part") else []
    return with_main_figures(sides(*rows, *beside))[:2]


@pytest.mark.parametrize(("name", "left", "right"), SEPARATED, ids=[f"{n}-{i}" for i, (n, *_) in enumerate(SEPARATED)])
def test_each_disqualifier_separates_for_its_reason(name, left, right):
    a, b = made(left, right)
    assert QUALIFIERS[name](a, b)
    assert separation(a, b)
    assert separation(b, a)
    found = score(a, b)
    assert (found.score, found.is_separated) == (0.0, True)
    assert found.reasons[0].startswith("not one fact: ")


def test_every_disqualifier_and_doubt_has_a_row():
    assert {row[0] for row in SEPARATED} == set(QUALIFIERS)
    assert {row[0] for row in DOUBTED} == set(DOUBTS)


NOT_SEPARATED = [
    ("one is estimated", toll(12), toll(12, "b", modality="estimated")),
    ("one is denied", toll(12), toll(12, "b", modality="denied")),
    ("a level and a total", toll(12), toll(14, "b", role="total")),
    (
        "a year in age between two reports",
        age(34, "Ann Hale", "Hale, 34."),
        age(35, "Ann Hale", "Hale, 35.", document="b"),
    ),
    ("the day and the start", when("May 1", "2024-05-01"), when("May 1", "2024-05-01", document="c", role="start")),
    (
        "periods that overlap",
        toll(12, period_first=YEAR_BEFORE, period_last=MAY),
        toll(14, "b", period_first=MAY, period_last=MAY),
    ),
    (
        "the same digits of another scale",
        amount("$3.1 billion", 3.1e9, "Acme earned $3.1 billion."),
        amount("$3.1 million", 3.1e6, "Acme earned $3.1 million.", document="b"),
    ),
    ("the same open weekday", someday("Monday", "XXXX-WXX-1"), someday("Monday", "XXXX-WXX-1TNI", "b")),
    ("the same words", someday("yesterday", "XXXX-XX-XX"), someday("Yesterday", "XXXX-XX-XX", "b")),
    ("a part equal to the other's total", toll(12, is_part=True), toll(12, "b")),
]


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in NOT_SEPARATED], ids=[row[0] for row in NOT_SEPARATED])
def test_nothing_separates(left, right):
    assert separation(*made(left, right)) is None


DOUBTED = [
    ("wording", when("May 1", "2024-05-01"), when("May 3", "2024-05-03", "On {} a second tank caught fire.", "c")),
    (
        "happening",
        when("May 1", "2024-05-01", measure="statement"),
        when("May 3", "2024-05-03", document="c", measure="statement"),
    ),
    ("relative", when("Monday", "2024-05-01"), when("Tuesday", "2024-05-02", document="c")),
    ("role", when("May 1", "2024-05-01"), when("May 3", "2024-05-03", document="c", role="start")),
    ("grain", when("May 1", "2024-05-01"), when("2023", "2023-01-01", document="c", last="2023-12-31")),
    (
        "then",
        age(51, "Ann Hale", "Ann Hale, 51, died.", published=MAY),
        age(40, "Ann Hale", "In 2013 Ann Hale, 40, was jailed.", document="b", published=MAY),
    ),
    ("last name", age(34, "Ann Hale", "Hale, 34."), age(35, "Ann Hale", "Hale, 35.", document="b")),
    ("sort", toll(12), toll(9, "b", measure="soldiers killed")),
    (
        "score",
        count(3, "win", "Rivertown beat Lakeside 3.", kind="score", measure=None),
        count(9, "win", "Rivertown ( 9 ) beat Lakeside.", kind="score", document="b"),
    ),
    (
        "other words",
        count(12, "tanks", "The works own 12 tanks."),
        count(14, "tanks", "Insurers now look at 14 tanks by the shore road.", document="b"),
    ),
]


@pytest.mark.parametrize(("name", "left", "right"), DOUBTED, ids=[row[0] for row in DOUBTED])
def test_each_doubt_keeps_a_difference_below_the_line(name, left, right):
    a, b = made(left, right)
    assert DOUBTS[name](a, b)
    assert doubt(a, b)
    assert score(a, b).score <= IN_DOUBT


def test_no_doubt_about_two_plain_tellings():
    a, b = made(toll(12), toll(14, "b"))
    assert doubt(a, b) is None
    assert score(a, b).score > IN_DOUBT


def test_a_doubt_does_not_touch_what_agrees():
    a, b = made(age(34, "Ann Hale", "Hale, 34."), age(34, "Ann Hale", "Hale, 34.", document="b"))
    assert doubt(a, b)
    assert score(a, b).score > IN_DOUBT


def test_the_title_tells_its_own_main_figure():
    title, body, part = with_main_figures(sides(toll(12, section="title"), toll(14, start=90), toll(3, start=190)))
    assert [one.is_main for one in (title, body, part)] == [True, True, False]
