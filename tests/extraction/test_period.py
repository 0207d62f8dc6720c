"""Column period: traps first."""

import pytest

from checker.extraction.context import period
from tests.extraction.staging import rows, scenes


@pytest.mark.parametrize(("why", "text", "expected"), rows("context_period"))
def test_period(why: str, text: str, expected: str) -> None:
    assert (period.find(scenes(text)[0])["period"] or "") == expected, why
