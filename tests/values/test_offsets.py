import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.values.offsets import IDENTITY, OffsetBuilder, original_position, original_span, through


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


# A piece as the original writes it, and what it means.
WRITTEN = st.lists(
    st.sampled_from([("a", "a"), ("bc", "bc"), ("<b>", ""), ("&amp;", "&"), ("&#53;", "5"), ("\\u00e9", "é")]),
    min_size=1,
    max_size=8,
)


def made(written):
    """Original, builder, and for every character kept the place where it is written, end exclusive."""
    original, builder, places = "", OffsetBuilder(), []
    for wording, meant in written:
        start, end = len(original), len(original) + len(wording)
        if wording == meant:
            builder.keep(meant, start)
            places += [(place, place + 1) for place in range(start, end)]
        elif meant:
            builder.mean(meant, start, end)
            places.append((start, end))
        original += wording
    return original, builder, places


@given(WRITTEN)
def test_a_span_covers_escapes_whole(written):
    _, builder, places = made(written)
    for start, (first, _) in enumerate(places):
        for end, (_, last) in enumerate(places[start:], start + 1):
            assert original_span(builder.offsets, start, end) == (first, last)


@given(WRITTEN, st.data())
def test_a_map_leads_through_a_text_between(written, data):
    """The text is made of a middle one, which is made of the original: each of its characters is found there."""
    _, outer, places = made(written)
    cuts = data.draw(st.lists(st.integers(0, outer.length), max_size=6).map(sorted))
    inner, kept = OffsetBuilder(), []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        if end - start == 2:  # two characters of the middle text mean one
            inner.mean("x", start, end)
            kept.append((places[start][0], places[end - 1][1]))
        else:
            inner.keep(outer.text[start:end], start)
            kept += places[start:end]
    offsets = through(inner.offsets, outer.offsets, inner.length)
    assert [original_span(offsets, place, place + 1) for place in range(inner.length)] == kept


def test_an_escape_that_no_reader_sees_is_left_out():
    builder = OffsetBuilder()
    builder.keep("5", 0)
    builder.mean("\u00ad", 1, 7)
    builder.keep("0", 7)
    assert (builder.text, original_span(builder.offsets, 0, 2)) == ("50", (0, 8))


def test_a_map_through_one_run_moves_every_place_by_as_much():
    assert through((0, 2, 3, 9), (0, 100), 5) == (0, 102, 3, 109)
    assert through((), (0, 7), 5) == (0, 7)
    assert through((0, 12, 3, 19), (10, 5), 5) == (0, 7, 3, 14)


def test_a_run_that_begins_later_is_parted_where_the_text_between_is():
    assert through((0, 0, 3, 5), (0, 100, 6, 200), 12) == (0, 100, 3, 105, 4, 200)


def test_pieces_that_stand_beside_each_other_are_one_run():
    assert built(("a", 3), ("b", 4)).offsets == (0, 3)
    assert built(("a", 3), ("b", 5)).offsets == (0, 3, 1, 5)


def test_a_meaning_that_is_written_with_one_character_is_no_escape():
    builder = OffsetBuilder()
    builder.mean("x", 5, 6)
    assert builder.offsets == (0, 5)
    builder.mean("y", 6, 8)
    assert builder.offsets == (0, 5, 1, 6, 1, 7)
