"""What stands in the columns of context when nothing in the text says otherwise."""

from collections.abc import Mapping
from typing import Any

from checker.extraction.context.scene import Scene
from checker.tables import TIME_KINDS

# Kinds whose role the form itself fixes.
_ROLE_OF_KIND = {"age": "age", "rank": "rank", "duration": "duration"}


def find(scene: Scene) -> Mapping[str, Any]:
    """Role by kind, asserted by the outlet, about nobody in particular."""
    kind = scene.mention.kind
    plain = "date_of_event" if kind in TIME_KINDS else _ROLE_OF_KIND.get(kind, "level")
    return {"role": scene.mention.role or plain, "modality": "asserted", "entities": [], "quoted": False}
