"""All targets by name."""

from tests.fuzz import files, language, outputs, readers
from tests.fuzz.target import Target

TARGETS: dict[str, Target] = {**language.TARGETS, **outputs.TARGETS, **readers.TARGETS, **files.TARGETS}
