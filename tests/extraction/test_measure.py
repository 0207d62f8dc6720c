"""Measures: one phrase for one thing, however it is told."""

import pytest

from checker.extraction.context import measure
from tests.extraction.staging import rows, scenes


@pytest.mark.parametrize(("why", "text", "expected"), rows("context_measure"))
def test_measure(why: str, text: str, expected: str) -> None:
    assert (measure.find(scenes(text)[0])["measure"] or "") == expected, why


def test_every_measure_has_a_head() -> None:
    for why, text, expected in rows("context_measure"):
        found = measure.find(scenes(text)[0])
        assert bool(found["measure_head"]) == bool(expected), why
        assert " " not in (found["measure_head"] or "") or found["measure_head"] == "rare earth"
