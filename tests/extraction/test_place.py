"""Column place: traps first."""

import pytest

from checker.extraction.context import place
from tests.extraction.staging import rows, scenes


@pytest.mark.parametrize(("why", "text", "expected"), rows("context_place"))
def test_place(why: str, text: str, expected: str) -> None:
    assert (place.find(scenes(text)[0])["place"] or "") == expected, why
