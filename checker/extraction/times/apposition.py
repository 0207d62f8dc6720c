"""A period told twice, side by side: "the year-ago quarter, the second quarter ended Oct. 31"."""

from checker.extraction.times.open_values import Fixed, Open, Season, Shift
from checker.extraction.times.rule import Found
from checker.extraction.times.setting import Answer
from checker.values.timex import grain

_QUARTERS = ("Q", "H")


def in_apposition(text: str, left: Found, right: Found, answer: Answer) -> Open | None:
    """The right period in the year of the left one, which it names again; None where it does not.

    Args:
        text: the text of the page.
        left: the expression before.
        right: a period without its year.
        answer: what the left one came to.

    """
    value = right.open
    if answer.value is None or not isinstance(value, Season):
        return None
    is_bare = value.year is None and value.way is None and value.name.startswith(_QUARTERS)
    is_beside = isinstance(left.open, Shift) and text[left.end : right.start].strip() == ","
    if not (is_bare and is_beside and grain(answer.value) in ("quarter", "half")):
        return None
    return Fixed(f"{answer.value[:4]}-{value.name}")
