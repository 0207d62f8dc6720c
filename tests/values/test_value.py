import pytest

from checker.values.value import NAN, Value


@pytest.mark.parametrize(
    ("value", "known", "bounded", "is_point"),
    [
        (Value(NAN, NAN), False, False, False),
        (Value(38, NAN), True, False, False),
        (Value(NAN, 38), True, False, False),
        (Value(10, 15), True, True, False),
        (Value(38, 38), True, True, True),
    ],
    ids=["unresolved", "at least", "at most", "range", "plain"],
)
def test_what_ends_tell(value, known, bounded, is_point):
    assert (value.is_known, value.is_bounded, value.is_point) == (known, bounded, is_point)
