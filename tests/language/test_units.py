"""Units: names, dimensions and conversion."""

import pytest

from checker.language.units import NAMES, SYMBOLS, convert, dimension, factor


@pytest.mark.parametrize(
    ("unit", "name"),
    [("mile", "length"), ("USD", "currency"), ("USD/share", "currency/share"), ("mile/hour", "speed"), ("percent", "percent"),
     ("percentage point", "percentage point"), ("year", "time"), ("wombat", None), ("wombat/day", "wombat/time"), ("wombat/zoo", None), (None, None)],
)  # fmt: skip
def test_dimension(unit, name):
    assert dimension(unit) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [("mile", "litre"), ("USD", "EUR"), ("percent", "percentage point"), ("celsius", "fahrenheit"), ("point", "percent"),
     ("wombat", "mile"), ("USD/share", "USD/ounce"), ("calorie", "joule")],
)  # fmt: skip
def test_does_not_convert(one, other):
    assert factor(one, other) is None


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [("mile", "kilometre", 1.609344), ("tonne", "kilogram", 1000), ("fraction", "percent", 100), ("basis point", "percentage point", 0.01),
     ("USD/kilogram", "USD/pound", 0.45359237), ("hectare", "acre", 2.4710538), ("mile/hour", "kilometre/hour", 1.609344), ("USD", "USD", 1)],
)  # fmt: skip
def test_factor(one, other, times):
    assert factor(one, other) == pytest.approx(times)
    assert factor(other, one) == pytest.approx(1 / times)


def test_temperature_is_shifted():
    assert convert(100, "celsius", "fahrenheit") == pytest.approx(212)
    assert convert(32, "fahrenheit", "celsius") == pytest.approx(0)
    assert convert(5, "mile", "litre") is None


@pytest.mark.parametrize("unit", sorted(set(NAMES.values()) | set(SYMBOLS.values())))
def test_every_unit_is_known_to_pint(unit):
    """A slip in the table would fail here: each unit converts to itself by its own definition."""
    assert dimension(unit) is not None
    found = convert(2.0, unit, unit)
    assert found == pytest.approx(2.0)


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("square miles", "square mile"),
        ("miles per hour", "mile/hour"),
        ("degrees celsius", "celsius"),
        ("metric tons", "tonne"),
        ("feet", "foot"),
    ],
)
def test_names(words, unit):
    assert NAMES[words] == unit
