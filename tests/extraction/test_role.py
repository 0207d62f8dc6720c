"""Column role: traps first."""

import pytest

from checker.extraction.context import role
from tests.extraction.staging import rows, scenes


@pytest.mark.parametrize(("why", "text", "expected"), rows("context_role"))
def test_role(why: str, text: str, expected: str) -> None:
    assert (role.find(scenes(text)[0])["role"] or "") == expected, why
