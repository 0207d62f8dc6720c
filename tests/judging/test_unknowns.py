"""Three-valued logic: what is unknown is neither yes nor no, row by row as in the whole column."""

import itertools

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.judging.around import with_surroundings
from checker.judging.expression import Columns, holding, parse
from tests.judging.judged import claim, claims_frame, pair, pairs_frame


def holds(when, claims, pairs):
    condition, faults = parse(when)
    assert faults == []
    answers = [
        block
        for _, block in holding(
            [condition], Columns(with_surroundings(pairs_frame(*pairs), claims_frame(*claims)), claims_frame(*claims))
        )
    ]
    return [bool(value) for block in answers for value in block[0]]


def truth(when, **columns):
    """yes, no or unknown: asked once as it is, once negated."""
    left, right = claim("p", 1.0, **columns.pop("a", {})), claim("q", 2.0, **columns.pop("b", {}))
    rows = [pair(left, right, **columns)]
    yes, no = (holds(text, [left, right], rows)[0] for text in (when, f"not ({when})"))
    assert not (yes and no)
    return "yes" if yes else "no" if no else "unknown"


VALUES = {"yes": "score > 0", "no": "score < 0", "unknown": "place > 0"}
AND = {("yes", "yes"): "yes", ("yes", "unknown"): "unknown", ("unknown", "unknown"): "unknown"}
OR = {("no", "no"): "no", ("no", "unknown"): "unknown", ("unknown", "unknown"): "unknown"}


@pytest.mark.parametrize("sides", list(itertools.product(VALUES, VALUES)))
def test_truth_tables(sides):
    x, y = (VALUES[side] for side in sides)
    key = tuple(sorted(sides, key=["yes", "no", "unknown"].index))
    assert truth(f"{x} and {y}") == AND.get(key, "no")
    assert truth(f"{x} or {y}") == OR.get(key, "yes")


CASES = {
    "unknown is not equal to unknown": ("a.unit == b.unit", "unknown"),
    "nor unequal": ("a.unit != b.unit", "unknown"),
    "nor among the choices": ('a.unit in ("USD", "EUR")', "unknown"),
    "nor outside them": ('a.unit not in ("USD", "EUR")', "unknown"),
    "a chain with one link that fails is no": ("0.95 < score < place", "no"),
    "a chain with one unknown link": ("0.5 < score < place", "unknown"),
    "arithmetic with unknown": ("a.step + place > 0", "unknown"),
    "division by nothing": ("score / (score - score) > 0", "unknown"),
    "smallest of a known and an unknown": ("min(score, place) < 5", "unknown"),
    "known always answers": ("known(place)", "no"),
    "same always answers": ("same(a.unit, b.unit)", "no"),
    "same of known": ("same(a.kind, b.kind)", "yes"),
    "an empty list is unknown": ("known(a.event)", "no"),
    "a list with a name": ('contains(a.entities, "wajima")', "yes"),
    "days of an undated article": ("days(a.published, b.published) > 3", "unknown"),
    "a phrase in no text": ('contains(a.noun, "people")', "unknown"),
    "a whole word": ('contains(a.sentence, "people")', "yes"),
    "in any case": ('contains(a.sentence, "the LANDSLIDE")', "yes"),
    "not a part of a word": ('contains(a.sentence, "land")', "no"),
    "one of several": ('contains(a.sentence, "land", "killed")', "yes"),
    "a family outside the lexicon": ('family(a.noun) == "killed"', "unknown"),
    "a family": ('family(a.measure) == "killed"', "yes"),
    "half a span inside": ("inside(a.low, a.high, a.low, b.high)", "yes"),
    "spans apart": ("overlap(a.low, a.high, b.low, b.high)", "no"),
    "a span that begins too early, whatever its end": ("inside(a.low, place, b.low, b.high)", "no"),
    "a span that begins inside, its end unknown": ("inside(b.low, place, a.low, a.high)", "unknown"),
    "a span that begins too late, whatever the other's end": ("overlap(b.low, b.high, place, a.low)", "no"),
    "spans with an end unknown": ("overlap(a.low, place, a.low, b.high)", "unknown"),
    "ends that meet overlap": ("overlap(a.low, b.low, b.low, b.high)", "yes"),
    "units of one sort": ('converts(a.unit, "mile")', "unknown"),
    "percent change": ("percent_change(a.low, b.low) == 100", "yes"),
    "percent change from nothing": ("percent_change(a.low - a.low, b.low) == 100", "unknown"),
    "minus": ("-a.low == -1", "yes"),
    "text compared with a text no column holds": ('a.noun == "barrels" or a.measure == "barrels"', "unknown"),
}


@pytest.mark.parametrize("name", CASES)
def test_cases(name):
    when, expected = CASES[name]
    assert truth(when) == expected


def test_a_family_by_its_own_name_is_known_though_it_is_the_first_text_of_all():
    assert truth('family(a.measure) == "killed"', a={"measure": "killed"}) == "yes"


def test_a_phrase_is_words_not_a_pattern():
    assert truth('contains(a.sentence, ".*")') == "no"
    assert truth('contains(a.sentence, "5.0 (est.)")', a={"sentence": "about 5.0 (est.) people"}) == "yes"


def test_days_are_counted_from_the_left():
    days = {"a": {"published": pd.Timestamp("2024-02-28")}, "b": {"published": pd.Timestamp("2024-03-01")}}
    assert truth("days(a.published, b.published) == 2", **days) == "yes"
    assert truth("a.published < b.published", **days) == "yes"


HOURS = {
    "of one day": ("2024-03-05T09:00", "2024-03-05T17:30", "8.5"),
    "over midnight": ("2024-03-05T23:00", "2024-03-06T01:00", "2"),
    "backwards": ("2024-03-06T01:00", "2024-03-05T23:00", "-2"),
    "both of Greenwich": ("2024-03-05T09:00Z", "2024-03-05T10:00Z", "1"),
    "the hour alone": ("2024-03-05T09", "2024-03-05T10:00", "1"),
}
NO_HOURS = {
    "a day without a clock": ("2024-03-05", "2024-03-05T10:00"),
    "one of Greenwich": ("2024-03-05T09:00", "2024-03-05T10:00Z"),
    "a part of the day": ("2024-03-05TNI", "2024-03-05T10:00"),
    "an open day": ("XXXX-WXX-2T09:00", "2024-03-05T10:00"),
    "no such hour": ("2024-03-05T27:00", "2024-03-05T10:00"),
    "another zone": ("2024-03-05T09:00+02:00", "2024-03-05T10:00+02:00"),
    "no value": (None, "2024-03-05T10:00"),
}


@pytest.mark.parametrize("name", HOURS)
def test_hours(name):
    first, last, hours = HOURS[name]
    assert truth(f"hours(a.value, b.value) == {hours}", a={"value": first}, b={"value": last}) == "yes"


@pytest.mark.parametrize("name", NO_HOURS)
def test_no_hours(name):
    first, last = NO_HOURS[name]
    assert truth("hours(a.value, b.value) > -99999", a={"value": first}, b={"value": last}) == "unknown"


CONVERTS = {
    ("mile", "kilometre"): "yes",
    ("USD", "EUR"): "yes",
    ("USD/share", "EUR/share"): "yes",
    ("celsius", "fahrenheit"): "yes",
    ("barrels of the old kind", "barrels of the old kind"): "yes",
    ("mile", "tonne"): "no",
    ("USD", "USD/share"): "no",
    ("mile", "furlongs of old"): "no",
    ("mile", None): "unknown",
    (None, None): "unknown",
}


@pytest.mark.parametrize("units", CONVERTS)
def test_converts(units):
    left, right = units
    assert truth("converts(a.unit, b.unit)", a={"unit": left}, b={"unit": right}) == CONVERTS[units]


def test_a_pair_of_no_claim_is_an_error():
    left, right = claim("p", 1.0), claim("q", 2.0)
    with pytest.raises(ValueError, match="no claim has the id 'q:0-2'"):
        holds("score > 0", [claim("o", 3.0), left], [pair(left, right)])


number = st.none() | st.integers(-3, 3).map(float)
atom = st.sampled_from(
    ["place > 1", "event <= 0", "place == event", "score > 0", "a.unit == b.unit", 'a.unit == "USD"']
)
condition = st.recursive(
    atom,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from([" and ", " or "]), inner).map(lambda t: f"({''.join(t)})"),
        inner.map(lambda text: f"(not {text})"),
    ),
    max_leaves=6,
)
row = st.tuples(number, number, st.sampled_from([None, "USD", "EUR"]), st.sampled_from([None, "USD", "EUR"]))


def rows_of(cells):
    claims, pairs = [], []
    for i, (place, event, left_unit, right_unit) in enumerate(cells):
        left, right = claim(f"l{i}", 1.0, unit=left_unit), claim(f"r{i}", 2.0, unit=right_unit)
        claims += [left, right]
        pairs.append(pair(left, right, place=place, event=event))
    return claims, pairs


@settings(max_examples=30, deadline=None)
@given(condition, st.lists(row, min_size=1, max_size=5))
def test_a_row_means_the_same_alone_and_among_others(when, cells):
    together = holds(when, *rows_of(cells))
    assert together == [holds(when, *rows_of([cell]))[0] for cell in cells]


@settings(max_examples=30, deadline=None)
@given(condition, row, number, number)
def test_learning_what_was_unknown_never_turns_an_answer(when, cell, place, event):
    """Kleene's logic is monotone: a yes stays a yes when an unknown becomes known."""
    learnt = (place if cell[0] is None else cell[0], event if cell[1] is None else cell[1], *cell[2:])
    before = [holds(text, *rows_of([cell]))[0] for text in (when, f"not {when}")]
    after = [holds(text, *rows_of([learnt]))[0] for text in (when, f"not {when}")]
    assert all(later for earlier, later in zip(before, after, strict=True) if earlier)


def test_blocks_do_not_show(monkeypatch):
    claims, pairs = rows_of([(float(i), None, None, None) for i in range(7)])
    whole = holds("place > 2", claims, pairs)
    monkeypatch.setattr("checker.judging.expression.evaluate.BLOCK", 3)
    assert holds("place > 2", claims, pairs) == whole == [i > 2 for i in range(7)]
