"""Column modality: traps first."""

import pytest

from checker.extraction.context import modality
from tests.extraction.staging import rows, scenes


@pytest.mark.parametrize(("why", "text", "expected"), rows("context_modality"))
def test_modality(why: str, text: str, expected: str) -> None:
    assert (modality.find(scenes(text)[0])["modality"] or "") == expected, why
