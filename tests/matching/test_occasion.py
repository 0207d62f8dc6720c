"""Times of one occasion, told in other words by two articles."""

import pandas as pd
import pytest

from checker.matching.features.measure import one_occasion
from checker.matching.occasion import told, with_occasions
from checker.matching.score import score
from tests.matching.made import FERRY, day, sides

PUBLISHED = pd.Timestamp("2025-03-03")


def around(sentence, time="Friday"):
    start = sentence.index(time)
    return set(told(sentence, start, start + len(time)))


# A sentence, and the occasion of its Friday. What is of another verb or noun comes first.
NEAREST = [
    ("The runway will reopen, the airport said on Friday.", set()),
    ("He was charged on Friday over the crash.", set()),
    ("On Friday the mayor spoke of the strike.", set()),
    ("The runway will reopen on Friday.", {"reopening"}),
    ("The strike begins on Friday.", {"strike"}),
    ("It begins on Friday.", {"start"}),
    ("Friday was declared a day of mourning.", {"mourning"}),
    ("It is the first crash since Friday.", {"crash"}),
    ("Ms Lee, in charge since Friday, takes over as chief next week.", set()),
    ("Ms Lee starts in the top job on Friday.", {"handover"}),
    ("It pays those on the register on Friday.", {"entitlement"}),
    ("Holders will get an interim dividend on Friday.", {"payment"}),
    ("The permit lapsed on Friday.", {"expiry"}),
    ("The permit ran out on Friday.", {"expiry"}),
    ("The branches will not open again until Friday.", {"reopening"}),
]


@pytest.mark.parametrize(("sentence", "expected"), NEAREST, ids=[row[0] for row in NEAREST])
def test_the_nearest_word_tells(sentence, expected):
    assert around(sentence) == expected


def opens(text, date, sentence="The main runway will open again on {}.", document="a", **columns):
    told = {"measure": "main runway", "measure_head": "runway", "published": PUBLISHED, "start": 10}
    return day(text, date, date, sentence.format(text), document=document, **(told | columns))


FRIDAY = opens("Friday", "2025-03-07")
LATER = opens(
    "Saturday", "2025-03-08", "The runway is to reopen on {}.", "b", measure="reopening", measure_head="reopening"
)

NONE = {
    "one document": [FRIDAY, LATER | {"document": "a", "id": "a:9-17"}],
    "of another story": [FRIDAY, LATER | {"event": list(FERRY)}],
    "of another body": [FRIDAY | {"entities": ["Cork"]}, LATER | {"entities": ["Lund"]}],
    "of another thing": [FRIDAY, opens("Saturday", "2025-03-08", "The school is to reopen on {}.", "b")],
    "of a name alone": [
        opens("Friday", "2025-03-07", "Cork will open again on {}.", entities=["Cork"]),
        opens("Saturday", "2025-03-08", "Cork is to reopen on {}.", "b", entities=["Cork"]),
    ],
    "one tells of two days": [FRIDAY, LATER, opens("Sunday", "2025-03-09", "The old runway is to reopen on {}.", "b", start=90)],
    "a day and a year": [FRIDAY, LATER | {"first": pd.Timestamp("2025-01-01"), "last": pd.Timestamp("2025-12-31")}],
    "months apart": [FRIDAY, LATER | {"first": pd.Timestamp("2025-07-08"), "last": pd.Timestamp("2025-07-08")}],
}  # fmt: skip


def pair(*rows):
    return with_occasions(sides(*rows))[:2]


@pytest.mark.parametrize("rows", NONE.values(), ids=NONE)
def test_no_one_occasion(rows):
    assert one_occasion(*pair(*rows)) is None


def test_one_occasion_lifts_and_dispels_doubts():
    left, right = pair(FRIDAY, LATER)
    assert one_occasion(left, right) == one_occasion(right, left) == "reopening"
    found = score(left, right)
    assert found.score >= 0.85
    assert "both time one reopening" in found.reasons


def starts(text, date, sentence, document="a", **columns):
    told = {"measure": None, "measure_head": None, "published": PUBLISHED, "start": 10}
    return day(text, date, date, sentence.format(text), document=document, **(told | columns))


LEE = starts("Friday", "2025-03-07", "Ann Lee takes over as mayor on {}.", entities=["Ann Lee"])


@pytest.mark.parametrize(
    ("sentence", "entities", "expected"),
    [
        ("Ann Lee starts in the top job on {}.", ["Ann Lee"], "handover"),
        ("She starts in the top job on {}.", [], "handover"),
        ("Tom Pell starts in the top job on {}.", ["Tom Pell"], None),
        ("Cork gets somebody in the top job on {}.", [], None),
    ],
)
def test_what_befalls_a_person_is_of_one_whom_both_name(sentence, entities, expected):
    other = starts("Saturday", "2025-03-08", sentence, "b", entities=entities)
    assert one_occasion(*pair(LEE, other)) == expected


@pytest.mark.parametrize(
    ("sentence", "entities", "expected"),
    [
        ("Kim Roe was sacked on {}.", ["Kim Roe"], "dismissal"),
        ("The branch was sacked on {}.", [], None),
        ("The suspect was sacked on {}.", [], "dismissal"),
    ],
)
def test_a_post_is_lost_by_one_in_a_story(sentence, entities, expected):
    he = starts("Friday", "2025-03-07", "He was sacked as a broker on {}.")
    assert one_occasion(*pair(he, starts("Saturday", "2025-03-08", sentence, "b", entities=entities))) == expected


def test_closed_until_it_reopens():
    until = opens("Saturday", "2025-03-08", "The runway will not open again until {}.", "b", role="end")
    assert score(*pair(FRIDAY, until)).score >= 0.85
    shut = [
        opens("Friday", "2025-03-07", "The museum is open until {}.", role="end", measure=None, measure_head=None),
        opens("Saturday", "2025-03-08", "The museum opened on {}.", "b", measure="opening", measure_head="opening"),
    ]
    assert score(*pair(*shut)).score < 0.7
