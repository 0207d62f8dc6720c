"""Look-alikes become plain characters and nothing moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import documents, extract
from checker.language.folding import fold


@given(st.text())
def test_folding_keeps_the_length_and_is_done_once(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Nd"], exclude_characters="\x1b", max_codepoint=0x2000)))
def test_only_look_alikes_change(text):
    strange = set("ſ")
    assert "".join(c for c in fold(text) if c != "s") == "".join(c for c in text if c not in strange and c != "s")


@pytest.mark.parametrize(
    ("written", "kind", "value"),
    [
        ("at least ５ people died", "count", "5"),
        ("at least ٥ people died", "count", "5"),
        ("a delay of 5 ſeconds", "duration", "PT5S"),
        ("on ſeptember 1, 2025", "date", "2025-09-01"),
    ],
)
def test_look_alikes_are_read_and_quoted_as_written(written, kind, value):
    (claim,) = extract(documents([written])).to_dict("records")
    assert (claim["kind"], claim["value"]) == (kind, value)
    assert claim["text"] in written
    assert claim["sentence"] == written


def test_colours_of_a_terminal_are_blanks():
    text = "\x1b[1;31mStorm\x1b[0m"
    assert fold(text) == " " * len("\x1b[1;31m") + "Storm" + " " * len("\x1b[0m")
    assert fold("see \x1b and [12m]") == "see \x1b and [12m]"
