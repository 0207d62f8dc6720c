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


# What the last figure counts because of what stands before it. Traps first.
CARRIED = [
    ("another fate", "[[Two|count|people]] people were hurt and [[40|count]] moved.", "people moved"),
    ("another fate, passive", "[[Two|count|men]] men were hurt and [[40|count]] were moved.", "men moved"),
    (
        "who needs is not hurt",
        "[[Two|count|people]] people were hurt and [[40|count]] needed shelter.",
        "people needed",
    ),
    ("an age behind a comma is no coordination", "[[3|count|men]] men held in death of girl, [[4|count]]", ""),
    ("another verb, another noun", "It sold [[400|count|cars]] cars. In April it hired [[300|count]].", "hire"),
    ("two figures, no link", "[[Four|count|cars]] cars stood there. Nobody saw [[300|count]].", ""),
    ("a noun of its own", "It sold [[400|count|cars]] cars and [[300|count|vans]] vans.", "vans"),
    (
        "the same verb in the next sentence",
        "It sold [[400|count|cars]] cars. In April it sold [[300|count]].",
        "cars sold",
    ),
    ("coordination", "It sold [[400|count|cars]] cars in May and [[300|count]] in June.", "cars sold"),
    (
        "its own verb before it",
        "The fire destroyed [[40|count|homes]] homes and damaged [[12|count]].",
        "homes damaged",
    ),
    ("its own verb behind it", "[[40|count|homes]] homes were destroyed and [[12|count]] damaged.", "homes damaged"),
    ("people of the same fate", "They held [[12|count|men]] men and arrested [[three|count]].", "people arrested"),
    ("compared with", "It sold [[400|count|cars]] cars, up from [[300|count]].", "cars sold"),
    ("a part of a whole", "[[Twelve|count|people]] people died, [[three|count]] of them children.", "children killed"),
    ("a part with a verb", "[[Twelve|count|people]] people died, [[three|count]] of whom were old.", "people killed"),
    ("a total", "[[Twelve|count|people]] people died. The total rose to [[14|count]].", "people killed"),
    (
        "more of a sum",
        "Aid worth [[$5 million|money]] was sent. Another [[$3 million|money]] followed.",
        "assistance provided",
    ),
    (
        "parts whose noun is missing",
        "Police counted [[14|count|victims]] victims, [[two|count]] dead.",
        "people killed",
    ),
    ("how bad it is", "[[14|count|people]] people were hurt, [[two|count]] critically.", "people critically injured"),
]


@pytest.mark.parametrize(("why", "text", "expected"), CARRIED)
def test_measure_of_the_last_figure(why: str, text: str, expected: str) -> None:
    assert (measure.find(scenes(text)[-1])["measure"] or "") == expected, why


def test_a_long_list_of_bare_figures_is_no_endless_chain() -> None:
    found = scenes("It sold [[400|count|cars]] cars" + ", [[300|count]]" * 300 + ".")
    assert measure.find(found[-1])["measure_head"] in ("car", "sold", None)
