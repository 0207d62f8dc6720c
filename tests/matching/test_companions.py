"""The other figures that two documents both tell."""

import pytest

from checker.matching.companions import common_companions, weight, with_companions
from tests.matching.made import age, count, sides

HURT = count(5, "people injured", "The blast hurt 5.", start=100)


def toll(number, document="a", **columns):
    return count(number, "people killed", f"The blast killed {number}.", document=document, **columns)


def beside(*rows):
    left, right, *_ = with_companions(sides(*rows))
    return common_companions(left, right)


ALONE = {
    "nothing beside": [toll(12), toll(14, "b")],
    "the pair's own value": [toll(12), toll(12, "b")],
    "another value of the same measure": [toll(12), toll(14, "b"), HURT, HURT | {"id": "b:1-2", "document": "b", "low": 6.0, "high": 6.0}],
    "the same value of another measure": [toll(12), toll(14, "b"), HURT, toll(5, "b", start=300)],
    "large values a little apart": [toll(12), toll(14, "b"), HURT | {"low": 1234567.0, "high": 1234567.0}, HURT | {"id": "b:1-2", "document": "b", "low": 1234568.0, "high": 1234568.0}],
    "told by a third document": [toll(12), toll(14, "b"), HURT, HURT | {"id": "c:1-2", "document": "c"}],
}  # fmt: skip


@pytest.mark.parametrize("rows", ALONE.values(), ids=ALONE)
def test_no_companion(rows):
    assert beside(*rows) == []


def test_companions_of_both():
    ann = age(34, "Ann Hale", "Ann Hale, 34.", start=400)
    rows = [
        toll(12),
        toll(14, "b"),
        HURT,
        HURT | {"id": "b:1-2", "document": "b"},
        ann,
        ann | {"id": "b:3-4", "document": "b"},
    ]
    assert beside(*rows) == ["age hale 34", "injured 5"]


def test_a_person_tells_more_than_a_count_and_a_small_count_least():
    assert weight("age hale 34") > weight("injured 5") > weight("killed 1") > 0


def test_a_large_companion_is_told_in_full():
    large = HURT | {"low": 1.3e9, "high": 1.3e9}
    assert beside(toll(12), toll(14, "b"), large, large | {"id": "b:1-2", "document": "b"}) == ["injured 1300000000"]
