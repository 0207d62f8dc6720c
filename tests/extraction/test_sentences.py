"""Sentences: where a full stop or a line end does not end one, then where it does."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extraction.sentences import split

WHOLE = {
    "title": "Mr. Lee met Dr. Moss and Gen. Petrov.",
    "rank": "Lt. Col. Ann Lee spoke.",
    "country": "The U.S. President spoke.",
    "initials": "John B. Smith and J.D. Moss spoke.",
    "number": "Flight No. 5 landed.",
    "month": "It broke on Jan. 5 at noon.",
    "decimal": "It rose 2.5 percent.",
    "money": "It cost $1.5 million.",
    "hour": "It broke at 3 p.m. Sunday near the coast.",
    "company": "Acme Inc. Chief Ann Lee spoke.",
    "question in quotation marks": '"What?" he asked.',
    "suspension points": "He waited... then left.",
    "versus": "It was Rome vs. Milan.",
    "line break inside a sentence": "The dam broke\nand the town was flooded.",
    "line break after a comma": "The dam broke,\nAnn Lee said.",
    "web address": "See www.example.com for more.",
}
PARTS = {
    "two": ("The dam broke. The town was flooded.", ["The dam broke.", "The town was flooded."]),
    "closing mark": ('"It broke." She left.', ['"It broke."', "She left."]),
    "curly closing mark": ("“It broke.” She left.", ["“It broke.”", "She left."]),
    "country at the end": ("He lives in the U.S. She left.", ["He lives in the U.S.", "She left."]),
    "hour at the end": ("It broke at 3 p.m. The town was flooded.", ["It broke at 3 p.m.", "The town was flooded."]),
    "company at the end": ("He left Acme Inc. The firm closed.", ["He left Acme Inc.", "The firm closed."]),
    "question": ("Who did it? Nobody knows.", ["Who did it?", "Nobody knows."]),
    "headline": ("Dam Breaks in Valley\nThe town was flooded.", ["Dam Breaks in Valley", "The town was flooded."]),
    "blank line": ("The dam broke\n\nand then", ["The dam broke", "and then"]),
    "lost blank": ("He was there.The dam broke.", ["He was there.", "The dam broke."]),
    "wrapped": (
        "The dam above the old town broke in the night after weeks of rain in\nNorway and Sweden, and the water took the bridge, the mill and the\nold school. Nobody was hurt.",
        [
            "The dam above the old town broke in the night after weeks of rain in\nNorway and Sweden, and the water took the bridge, the mill and the\nold school.",
            "Nobody was hurt.",
        ],
    ),
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_is_one_sentence(text):
    assert [s.text for s in split(text)] == [text]


@pytest.mark.parametrize(("text", "parts"), PARTS.values(), ids=PARTS)
def test_is_cut(text, parts):
    assert [s.text for s in split(text)] == parts


@pytest.mark.parametrize("text", ["one, two, three, " * 1_000, "twenty-" * 2_000], ids=["list", "one word"])
def test_a_list_without_a_stop_is_cut(text):
    """Every claim carries its sentence: this one a thousand times would be 17 MB."""
    parts = split(text)
    assert max(len(part.text) for part in parts) <= 1_500
    assert "".join("".join(part.text.split()) for part in parts) == "".join(text.split())


@given(st.text(alphabet='aB .!?\n"”,1', max_size=60))
def test_nothing_but_white_space_is_lost_and_places_are_true(text):
    found = split(text)
    assert "".join("".join(s.text for s in found).split()) == "".join(text.split())
    assert all(text[s.start : s.end] == s.text for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
