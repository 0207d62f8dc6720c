"""Floors: what counts as fallen, how they are set, and that the recorded ones name figures of ours."""

import tomllib
from math import inf

import pytest

from bench import floors
from bench.figures import FIGURES, Figure

PERCENT = Figure("t", "percent", "g", ())
SHARE = Figure("t", "share", "g", (), point=0.01)
ALARM = Figure("t", "alarm", "g", (), is_lower_better=True)


@pytest.mark.parametrize(
    ("name", "figure", "reached", "floor", "expected"),
    [
        ("no floor recorded", PERCENT, 0.0, None, False),
        ("at the floor", PERCENT, 80.0, 80.0, False),
        ("above it", PERCENT, 80.1, 80.0, False),
        ("below it", PERCENT, 79.9, 80.0, True),
        ("false alarms at the ceiling", ALARM, 2.0, 2.0, False),
        ("fewer false alarms", ALARM, 0.0, 2.0, False),
        ("more false alarms", ALARM, 2.1, 2.0, True),
    ],
)
def test_has_fallen(name, figure, reached, floor, expected):
    assert floors.has_fallen(figure, reached, floor) is expected, name


@pytest.mark.parametrize(
    ("figure", "reached", "floor"),
    [
        (PERCENT, 80.0, 79.5),
        (PERCENT, 93.3, 92.8),
        (PERCENT, 0.2, 0.0),
        (SHARE, 0.5539, 0.548),
        (ALARM, 0.8, 1.3),
        (ALARM, 0.0, 0.5),
    ],
)
def test_a_floor_is_half_a_point_worse(figure, reached, floor):
    assert tomllib.loads(floors.text({figure: reached}, {}))["t"][figure.name] == floor


def test_what_was_not_measured_now_keeps_its_floor():
    first, second, *_ = FIGURES
    recorded = {first.task: {first.name: 12.0, second.name: 34.0}}
    assert tomllib.loads(floors.text({first: 50.0}, recorded)) == {first.task: {first.name: 49.5, second.name: 34.0}}


def test_recorded_floors_name_our_figures_and_are_numbers():
    recorded = floors.load()
    assert recorded
    assert all(0 <= floor < inf for names in recorded.values() for floor in names.values())


def test_a_floor_for_no_figure_is_an_error(tmp_path):
    path = tmp_path / "floors.toml"
    path.write_text('[quantity]\n"no such figure" = 1\n', encoding="utf-8")
    with pytest.raises(ValueError, match="no such figure"):
        floors.load(path)


def test_names_are_unique_in_their_task():
    names = [(figure.task, figure.name) for figure in FIGURES]
    assert len(set(names)) == len(names)
