"""JSON with places: what is none is told with its place, and what is some agrees with the standard library."""

import contextlib
import json
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.reading.records.escapes import keep, meant
from checker.reading.records.tree import DEEPEST, Array, BrokenError, Object, Text, tree
from checker.values.offsets import OffsetBuilder, original_span

BROKEN = {
    "nothing": ("", 0, "ends early"),
    "blanks": (" \n ", 3, "ends early"),
    "a word": ("nul", 0, "a value"),
    "two words in one": ("truefalse", 0, "a value"),
    "single quotes": ("{'a': 1}", 1, "name in quotation marks"),
    "a name without quotes": ("{a: 1}", 1, "name in quotation marks"),
    "no colon": ('{"a" 1}', 5, "colon"),
    "no value": ('{"a": }', 6, "a value"),
    "no comma": ('{"a": 1 "b": 2}', 8, "comma"),
    "a comma too many": ('{"a": 1,}', 8, "name in quotation marks"),
    "a comma too many in a list": ("[1,]", 3, "a value"),
    "two commas": ("[1,,2]", 3, "a value"),
    "the wrong bracket": ("[1}", 2, "comma"),
    "a bracket too many": ("[1]]", 3, "after the end"),
    "two values": ('{"a": 1}\n{"a": 2}', 9, ".jsonl"),
    "an open list": ("[1", 2, "ends early"),
    "an open string": ('{"a": "b', 6, "never ends"),
    "an open string after an escape": ('"a\\n', 0, "never ends"),
    "a line end in a string": ('"a\nb"', 2, "line end"),
    "an unknown escape": ('"a\\x"', 2, "escape"),
    "half an escape": ('"\\u12"', 1, "escape"),
    "a leading zero": ("01", 0, "a value"),
    "a leading point": (".5", 0, "a value"),
    "a point at the end": ("5.", 0, "a value"),
    "a plus": ("+5", 0, "a value"),
    "a comment": ("[1, // two\n2]", 4, "a value"),
    "as deep as memory": ("[" * 100_000, DEEPEST, "deeper"),
    "objects as deep": ('{"a":' * 100_000, 5 * DEEPEST, "deeper"),
}


@pytest.mark.parametrize(("original", "place", "words"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_told_with_its_place(original, place, words):
    with pytest.raises(BrokenError, match=words) as raised:
        tree(original)
    assert raised.value.place == place


def value_of(original, value):
    """As the standard library gives it, numbers as they are written."""
    match value:
        case Text():
            return meant(original, value.start, value.end)
        case Array():
            return [value_of(original, one) for one in value.values]
        case Object():
            return {name: value_of(original, one) for name, one in value.values.items()}
    return {"true": True, "false": False, "null": None}.get(written := original[value.start : value.end], (written,))


def loaded(original):
    return json.loads(original, parse_int=lambda n: (n,), parse_float=lambda n: (n,))


LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)


def known(value):
    """Half pairs and NUL are no characters of a text."""
    if isinstance(value, str):
        return "".join("\ufffd" if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in value)
    if isinstance(value, list):
        return [known(one) for one in value]
    if isinstance(value, dict):
        return {known(name): known(one) for name, one in value.items()}
    return value


@given(VALUES, st.booleans(), st.sampled_from([None, 0, 1, "\t"]))
def test_every_value_is_read_as_the_standard_library_reads_it(value, is_ascii, indent):
    original = json.dumps(value, ensure_ascii=is_ascii, indent=indent)
    assert value_of(original, tree(original).value) == known(loaded(original))


@given(st.text('{}[]:,"\\ \n0123456789.eE+-truefalsnd/bu', max_size=30))
def test_no_text_is_taken_for_json_that_is_none(original):
    try:
        wanted = known(loaded(original))
    except ValueError:
        with pytest.raises(BrokenError):
            tree(original)
    else:
        assert value_of(original, tree(original).value) == wanted


@given(VALUES, st.data())
def test_a_piece_of_a_text_is_read_where_it_stands(value, data):
    piece = json.dumps(value)
    before, after = data.draw(st.text()), data.draw(st.text())
    original = before + piece + after
    found = tree(original, len(before), len(before) + len(piece)).value
    assert value_of(original, found) == known(loaded(piece))


def escaped(character):
    """The ways in which JSON writes a character."""
    units = character.encode("utf-16-be")
    hexed = "".join(f"\\u{units[n : n + 2].hex()}" for n in range(0, len(units), 2))
    plain = json.dumps(character, ensure_ascii=False)[1:-1]
    return st.sampled_from([hexed, hexed.upper().replace("\\U", "\\u"), plain])


@given(
    st.text('a5€😀é\n\t"\\/ \u2028', max_size=12).flatmap(lambda t: st.tuples(*map(escaped, t))),
    st.text("x ", max_size=5),
)
@example(("\\ud83d\\ude00",), "")
@example(("5", "\\u20ac"), "x")
def test_a_span_of_a_string_is_what_was_written(written, before):
    original = before + "".join(written)
    builder = OffsetBuilder()
    keep(builder, original, len(before), len(original))
    assert len(builder.text) == len(written)
    for start in range(len(written)):
        for end in range(start + 1, len(written) + 1):
            first, last = original_span(builder.offsets, start, end)
            assert original[first:last] == "".join(written[start:end])
            assert json.loads(f'"{original[first:last]}"') == builder.text[start:end]


HALVES = {
    "the first half alone": (r"5 \ud83d men", "5 \ufffd men"),
    "the second alone": (r"\ude00", "\ufffd"),
    "two first halves": (r"\ud83d\ud83d\ude00", "\ufffd😀"),
    "the halves the wrong way round": (r"\ude00\ud83d", "\ufffd\ufffd"),
    "nul": (r"a\u0000b", "a\ufffdb"),
}


@pytest.mark.parametrize(("written", "words"), HALVES.values(), ids=HALVES)
def test_what_is_no_character_stands_as_unknown(written, words):
    builder = OffsetBuilder()
    keep(builder, written, 0, len(written))
    assert builder.text == meant(written, 0, len(written)) == words


def test_oddities_are_told():
    found = tree('{"a": 1, "b": NaN, "a": -Infinity}')
    assert found.warnings == (
        "NaN is not JSON: read as null",
        "`a` stands twice in one object: its last is read",
        "-Infinity is not JSON: read as null",
    )


HOSTILE = {
    "digits": "1" * 1_000_000,
    "an exponent": "1e" + "9" * 1_000_000,
    "escapes": '"' + "\\n" * 500_000 + '"',
    "escapes without an end": '"' + "\\n" * 500_000,
    "a string without an end": '"' + "a" * 1_000_000,
    "backslashes": '"' + "\\" * 1_000_001,
    "blanks": " " * 1_000_000,
    "quotation marks": '"' * 1_000_000,
    "minus signs": "-" * 1_000_000,
}


@pytest.mark.parametrize("original", HOSTILE.values(), ids=HOSTILE)
def test_hostile_json_takes_no_long_time(original):
    began = time.process_time()
    with contextlib.suppress(BrokenError):
        tree(original)
    assert time.process_time() - began < 2  # quadratic work takes minutes


def test_too_many_values_are_told(monkeypatch):
    monkeypatch.setattr("checker.reading.records.tree.MOST_VALUES", 1_000)
    assert len(tree(f"[{'1,' * 998}1]").value.values) == 999
    with pytest.raises(BrokenError, match="more than 1,000 values"):
        tree(f"[{'1,' * 999}1]")
