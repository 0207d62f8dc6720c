"""A condition told part by part: what each part says of one pair, in words."""

import pandas as pd
import pytest

from checker.judging.around import with_surroundings
from checker.judging.expression import Columns, parse
from checker.judging.expression.steps import MOST_TEXT, Walk
from tests.judging.judged import claim, claims_frame, pair, pairs_frame

LONG = "people who were aboard the ferry when it burnt, crew and passengers alike"


def walked(when, *, row=0, tolerances=None):
    """Every step of a condition on one of two pairs."""
    claims = [
        claim("p", 1.0, unit="USD", published=pd.Timestamp("2024-02-28"), entities=("Leeds", "Hull")),
        claim("q", 2.5, noun=LONG, published=pd.Timestamp("1969-12-30")),
        claim("r", 3_000_000.0, noun=LONG[:MOST_TEXT]),
    ]
    pairs = pairs_frame(pair(claims[0], claims[1]), pair(claims[0], claims[2], score=0.25))
    node, faults = parse(when, tolerances)
    assert faults == []
    frame = claims_frame(*claims)
    return list(Walk(Columns(with_surroundings(pairs, frame), frame), row).steps(node))


ANSWERS = {
    "a number that is whole": ("b.low > 2", 1, "b.low", "3000000"),
    "a number with a part": ("b.low > 2", 0, "b.low", "2.5"),
    "a number of the second pair": ("score > 2", 1, "score", "0.25"),
    "a day": ("a.published > b.published", 0, "a.published", "2024-02-28"),
    "a day before the first": ("a.published > b.published", 0, "b.published", "1969-12-30"),
    "a day that is not known": ("a.published > b.published", 1, "b.published", "unknown"),
    "a text": ('a.unit == "USD"', 0, "a.unit", '"USD"'),
    "a text that is not known": ('b.unit == "USD"', 0, "b.unit", "unknown"),
    "a long text, cut": ("known(b.noun)", 0, "b.noun", f'"{LONG[:MOST_TEXT]}…"'),
    "a text that is just not cut": ("known(b.noun)", 1, "b.noun", f'"{LONG[:MOST_TEXT]}"'),
    "a list": ('contains(a.entities, "Leeds")', 0, "a.entities", '"Leeds; Hull"'),
    "an answer that is no": ("not same_document", 0, "same_document", "no"),
    "a tolerance": ("score > near", 0, "near", "0.05"),
}


@pytest.mark.parametrize(("when", "row", "name", "told"), ANSWERS.values(), ids=ANSWERS)
def test_what_a_column_holds_is_told_beside_the_part_that_asks(when, row, name, told):
    given = {text: value for step in walked(when, row=row, tolerances={"near": 0.05}) for text, value in step.given}
    assert given[name] == told


def test_every_part_is_told_from_the_top_with_its_depth():
    steps = walked('a.low + 1 < b.low and (b.unit == "USD" or not same_document)')
    assert [(step.depth, step.text, step.value) for step in steps] == [
        (0, 'a.low + 1 < b.low and (b.unit == "USD" or not same_document)', "yes"),
        (1, "a.low + 1 < b.low", "yes"),
        (2, "a.low + 1", "2"),
        (1, 'b.unit == "USD" or not same_document', "yes"),
        (2, 'b.unit == "USD"', "unknown"),
        (2, "not same_document", "yes"),
    ]


def test_what_is_written_out_is_no_column_and_what_is_named_twice_is_told_once():
    (whole,) = walked("a.low == a.low")
    assert whole.given == (("a.low", "1"),)
    (whole,) = walked("a.low == 1")
    assert whole.given == (("a.low", "1"),)


def test_a_column_alone_is_a_step_of_its_own():
    (whole,) = walked("same_document")
    assert (whole.text, whole.value, whole.given) == ("same_document", "no", (("same_document", "no"),))
