"""Column speaker: traps first."""

import pytest

from checker.extraction.context import speaker
from tests.extraction.staging import rows, scenes


@pytest.mark.parametrize(("why", "text", "expected"), rows("context_speaker"))
def test_speaker(why: str, text: str, expected: str) -> None:
    assert (speaker.find(scenes(text)[0])["speaker"] or "") == expected, why
