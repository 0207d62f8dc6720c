"""What a mention is about: one file a column or group of columns, for every kind alike."""

from collections.abc import Callable, Mapping
from typing import Any

from checker.extraction.context import entities, measure, modality, period, place, role, speaker
from checker.extraction.context.event import event_words
from checker.extraction.context.scene import Scene

__all__ = ["CONTEXT", "Scene", "event_words"]

Context = Callable[[Scene], Mapping[str, Any]]

# name -> function from scene to the claims columns it fills, plus "trace": a tuple of steps. Later ones win.
CONTEXT: Mapping[str, Context] = {
    "measure": measure.find,
    "entities": entities.find,
    "place": place.find,
    "period": period.find,
    "role": role.find,
    "modality": modality.find,
    "speaker": speaker.find,
}
