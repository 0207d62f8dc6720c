"""Column entities: whose age it is, and which names a figure is about."""

import pytest

from checker.extraction.context import entities
from tests.extraction.staging import rows, scenes


@pytest.mark.parametrize(("why", "text", "expected"), rows("context_entities"))
def test_entities(why: str, text: str, expected: str) -> None:
    assert "+".join(entities.find(scenes(text)[0])["entities"]) == expected, why


def test_an_age_has_one_owner_at_most() -> None:
    for why, text, _ in rows("context_entities"):
        for scene in scenes(text):
            assert scene.mention.kind != "age" or len(entities.find(scene)["entities"]) <= 1, why
