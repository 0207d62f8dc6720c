"""Copies: the wording decides, not the event."""

import pytest

from checker.matching.copies import are_copies, shingles
from tests.matching.made import count, sides

AGENCY = "Fire crews worked through the night at the Acme boiler factory in Springfield after a blast there killed {} people and tore the roof off two nearby homes."
EDITED = "Springfield: fire crews worked through the night at the Acme boiler factory in Springfield after a blast there killed {} people, the agency said."
OWN = "A boiler blast killed {} people at the Acme factory in Springfield; crews worked through the night there and two homes nearby lost their roofs, the mayor said."
NOTE = "The blast killed {} people."


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [(AGENCY, OWN, False), (NOTE, NOTE, False), (AGENCY, AGENCY, True), (AGENCY, EDITED, True)],
    ids=["own words on one event", "too short to tell", "printed whole", "shortened"],
)
def test_copies(left, right, expected):
    told = [count(12, "people", text.format(12), document=d) for text, d in ((left, "a"), (right, "b"))]
    assert are_copies("a", "b", shingles(sides(*told))) is expected


def test_a_document_is_no_copy_of_itself():
    known = shingles(sides(count(12, "people", AGENCY.format(12))))
    assert not are_copies("a", "a", known)
