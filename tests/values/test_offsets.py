import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.values.offsets import IDENTITY, OffsetBuilder, original_position, original_span


def built(*pieces):
    builder = OffsetBuilder()
    for piece, original in pieces:
        builder.keep(piece, original)
    return builder


def test_what_is_kept_whole_needs_no_map():
    assert built(("all of it", 0)).offsets == IDENTITY
    assert built(("all ", 0), ("of it", 4)).offsets == IDENTITY
    assert built(("", 7)).offsets == IDENTITY


@pytest.mark.parametrize(
    ("name", "original", "pieces", "quote", "there"),
    [
        ("escape before", r"a \$5 fee", [("a ", 0), ("$5 fee", 3)], "$5", "$5"),
        ("escape inside", r"5\,000 people", [("5", 0), (",000 people", 2)], "5,000", r"5\,000"),
        ("tag inside", "<b>5</b>0 dead", [("5", 3), ("0 dead", 8)], "50", "5</b>0"),
        ("text from the start left out", "--- 7 hurt", [("7 hurt", 4)], "7 hurt", "7 hurt"),
    ],
)
def test_spans_point_at_the_original(name, original, pieces, quote, there):
    builder = built(*pieces)
    start = builder.text.index(quote)
    first, last = original_span(builder.offsets, start, start + len(quote))
    assert original[first:last] == there, name


def test_an_empty_span_is_a_place():
    assert original_span((0, 10), 3, 3) == (13, 13)


PIECES = st.lists(st.tuples(st.text("abc", min_size=1, max_size=5), st.integers(0, 4)), min_size=1, max_size=8)


@given(PIECES)
def test_every_character_is_found_again(pieces):
    """The original is the pieces with other characters between; each kept one maps to itself."""
    original, builder = "", OffsetBuilder()
    for piece, gap in pieces:
        original += "-" * gap
        builder.keep(piece, len(original))
        original += piece
    places = [original_position(builder.offsets, i) for i in range(builder.length)]
    assert [original[place] for place in places] == list(builder.text)
    assert places == sorted(set(places))


def test_what_no_reader_sees_tears_no_word_apart():
    builder = OffsetBuilder()
    builder.keep("kil\u00adled 1\u200b,200", 5)
    assert builder.text == "killed 1,200"
    start, end = builder.text.index("1,200"), len(builder.text)
    assert original_span(builder.offsets, start, end) == (13, 19)
