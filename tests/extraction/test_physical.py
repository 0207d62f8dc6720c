"""What a figure with a unit of nature measures."""

import pytest

import checker

OTHERS = {
    "The speed limit is 90 km/h.": "speed limit",
    "Police seized 300 kg of cocaine.": "cocaine seized",
    "The average wind speed was 30 km/h.": "average wind speed",
    "The farm covers 300 acres of forest.": "forest",
    "The town lies 12 km away.": "distance",
    "Launch mass: 2,840 kg": "launch mass",
}
BY_UNIT = {
    "The train was travelling at 142 km/h.": "speed",
    "Crews were hampered by gusts that reached 58 mph.": "gusts",
    "The storm blew at 120 km/h.": "wind speed",
    "The thermometer stood at minus 6 degrees Celsius.": "temperature",
    "Weighing 2,640 kg, it is the heaviest probe.": "weight",
    "The machine tips the scales at 2,840 kilograms.": "weight",
    "The fire has burned 41,300 acres.": "area burned",
}


def measure(text):
    (told,) = checker.extract(checker.documents([text]))["measure"].tolist()
    return told if isinstance(told, str) else None


@pytest.mark.parametrize(("text", "expected"), OTHERS.items())
def test_words_of_its_own_tell_more_than_the_unit(text, expected):
    assert measure(text) == expected


@pytest.mark.parametrize(("text", "expected"), BY_UNIT.items())
def test_the_unit_tells(text, expected):
    assert measure(text) == expected
