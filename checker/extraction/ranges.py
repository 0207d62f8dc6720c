"""Neighbouring figures that are one: ranges, tolerances and compounds; and units that a list or a range states once."""

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.extraction.figures import Figure
from checker.extraction.tails import REACH, read_tail
from checker.extraction.versus import DASHES, against, counts_plural, looks_coded
from checker.language import changes, units
from checker.language.numerals import PLURAL

_TO = frozenset(
    {
        " to ",
        "-to-",
        "- to ",
        " to-",
        " to about ",
        " to around ",
        " to nearly ",
        " to as much as ",
        " to more than ",
        " to over ",
        " to at least ",
        " and up to ",
        " to up to ",
        " up to ",
        "-to ",
        "– to ",
    }
)
_AND = frozenset({" and ", " and about ", " and around ", " and nearly ", " & ", " and as many as ", " and more than "})
_LISTS = frozenset(
    {
        " and ",
        " or ",
        ", ",
        ", and ",
        ", or ",
        "- or ",
        "- and ",
        " or even ",
        "/",
        "-or-",
        " of the ",
        " of ",
        " out of ",
        " out of the ",
    }
)
_COMPOUND = frozenset({" ", " and ", ", ", "", "-", " & "})
_LONGEST_GAP = 16
_REACH = 64  # characters left of a range that are looked at
_YEARS = (1900, 2099)
_THOUSAND = 1000
_MOST_APART = 20
_CENTS = (10, 99)
_TORN = frozenset({", ", " ,", " , "})
_TORN_CLOSES = re.compile(r"[,;)]|[.?!](?!\d)|$| (?:an?|per|each|to|from|in|for|and|on) ")
_TORN_ON = (", 000", " ,000", " , 000")
_INCHES = 12  # in a foot
_FROM_RANGE_TO = (" to ", " and to ")
_NEAR = 3  # "by 5 to 10 percent" is a range, "by $4 billion to $419 billion" a step and what it led to
_TIMES = frozenset({" x ", "x", " × ", "×", " by "})  # between the sides of a room
_SIDES_APART = 20  # times; else it is no room: "4 x 100 metres"


def join(text: str, figures: list[Figure]) -> list[Figure]:
    """The figures of a page with neighbours joined where the words between them say so."""
    joined: list[Figure] = []
    for figure in figures:
        left = joined[-1] if joined else None
        gap = text[left.end : figure.start] if left and 0 <= figure.start - left.end <= _LONGEST_GAP else None
        if left is None or gap is None:
            joined.append(figure)
        else:
            joined[-1:] = _pair(text, left, gap.lower().replace("\n", " "), figure)
    return joined


def _pair(text: str, left: Figure, gap: str, right: Figure) -> list[Figure]:
    """What two neighbours become: one figure, or two of which one may lend its unit to the other."""
    if gap in ("±", " ± ", " +/- ", "+/-") or right.join == "tolerance":
        return _tolerance(left, gap, right)
    whole = _compound(left, gap, right) or _height(left, gap, right) or _spoken_cents(text, left, gap, right)
    whole = whole or _torn(text, left, gap, right) or _torn_thousands(text, left, gap, right)
    if whole is not None:
        return [whole]
    opposed = against(text, left, gap, right)
    if opposed is not None:
        return [opposed]
    if _is_range(text, left, gap, right):
        return [_ranged(left, right)]
    return list(_lent(text, left, gap, right))


def _tolerance(left: Figure, gap: str, right: Figure) -> list[Figure]:
    """As in "5 ± 1 pounds"."""
    if gap.strip() not in ("", "±", "+/-") or left.low is None or right.high is None or not left.is_point:
        return [left, right]
    unit, sort = (right.unit, right.sort) if left.is_plain else (left.unit, left.sort)
    low, high = left.low - right.high, left.low + right.high
    return [left._replace(end=right.end, low=low, high=high, unit=unit, sort=sort, join="tolerance", hedge="range")]


def _compound(left: Figure, gap: str, right: Figure) -> Figure | None:
    """As in "5ft 11in", "3 dollars 50 cents": the second unit is a part of the first, and its number fits into one."""
    if gap not in _COMPOUND or left.low is None or right.low is None or not (left.is_point and right.is_point):
        return None
    times = _times_part(left, right)
    if times is None:
        return None
    low = left.low + _times_exact(right.low, times)
    return left._replace(end=right.end, low=low, high=low, step=_times_exact(right.step, times))


def _height(left: Figure, gap: str, right: Figure) -> Figure | None:
    """A height whose inches go without saying: "6-foot-7"."""
    if gap != "-" or left.unit != "foot" or not right.is_plain or left.low is None or right.low is None:
        return None
    if right.low >= _INCHES or right.low != int(right.low):
        return None
    low = left.low + right.low / _INCHES
    return left._replace(end=right.end, low=low, high=low, step=right.step / _INCHES)


def _torn(text: str, left: Figure, gap: str, right: Figure) -> Figure | None:
    """An amount torn at its decimal point: "$2. 5 million", "$8. 94 a share"."""
    digits = right.number.surface.split(None, 1)[0]
    is_amount = left.is_marked and left.scale == 1 and text[left.end - 1] in "0123456789"
    if gap != ". " or not is_amount or not right.is_plain or not digits.isdigit() or left.low is None:
        return None
    if right.scale == 1 and not (len(digits) == len("94") and _TORN_CLOSES.match(text[right.end : right.end + 4])):
        return None
    low = (left.low + Decimal(f"0.{digits}")) * right.scale
    step = Decimal(1).scaleb(-len(digits)) * right.scale
    rate = read_tail(text[right.end : right.end + REACH], digits, left.unit, low)
    return left._replace(end=right.end + rate.length, low=low, high=low, step=step, scale=right.scale, unit=rate.unit)


def _torn_thousands(text: str, left: Figure, gap: str, right: Figure) -> Figure | None:
    """Thousands torn by a blank: "12, 000", "$1, 250, 000". Only zeros at the end tell them from a list."""
    group = right.number.surface
    is_open = left.end == left.number.end and left.is_point and left.scale == 1 and left.number.surface[-1].isdigit()
    if gap not in _TORN or not is_open or len(group) != len("000") or not group.isdigit() or right.is_marked:
        return None
    if not (group == "000" or text.startswith(_TORN_ON, right.end)) or left.low is None or right.low is None:
        return None
    low = left.low * _THOUSAND * right.scale + right.low
    unit, sort = (left.unit, left.sort) if left.is_marked else (right.unit, right.sort)
    number = left.number._replace(end=right.number.end, surface=f"{left.number.surface},{group}")
    return left._replace(
        end=right.end, low=low, high=low, step=right.step, scale=right.scale, unit=unit, sort=sort, number=number
    )


def _spoken_cents(text: str, left: Figure, gap: str, right: Figure) -> Figure | None:
    """As in "15 dollars 50": hundredths without their name, at the end of a clause."""
    if gap != " " or left.sort != "money" or left.is_marked or left.scale != 1 or not right.is_plain:
        return None
    if left.low is None or right.low is None or "/" in (left.unit or "") or right.low != int(right.low):
        return None
    closes = (
        text[right.end : right.end + 1] in ("", ".", ",", ";", ")", "\n")
        and not text[right.end + 1 : right.end + 2].isdigit()
    )
    if not closes or not _CENTS[0] <= right.low <= _CENTS[1]:
        return None
    low = left.low + right.low / 100
    return left._replace(end=right.end, low=low, high=low, step=Decimal("0.01"))


def _times_exact(number: Decimal, times: Decimal | float) -> Decimal:
    """The number of another unit, without the noise of binary fractions."""
    return number * times if isinstance(times, Decimal) else Decimal(repr(round(float(number) * times, 12)))


def _times_part(left: Figure, right: Figure) -> Decimal | float | None:
    """How many units of the left one of the right is, where the right figure is less than one of the left's."""
    if right.low is None or left.unit is None or right.unit is None or "/" in left.unit or left.sort == "time":
        return None
    if left.sort == right.sort == "money" and left.unit == right.unit:
        is_cents = (
            right.low < 1 and not right.is_marked and left.low == left.low.to_integral_value() if left.low else False
        )
        return Decimal(1) if is_cents else None
    if left.sort != "measure" or left.unit == right.unit or units.dimension(left.unit) == "temperature":
        return None
    factor = units.factor(right.unit, left.unit)
    if factor is None or factor >= 1 or float(right.low) * factor >= 1:
        return None
    return factor


def _is_range(text: str, left: Figure, gap: str, right: Figure) -> bool:
    if left.low is None or right.low is None or left.join or right.join:
        return False
    if not _are_alike(left, right) or not left.high_closed or not right.high_closed:
        return _is_plural_range(left, gap, right)
    if _is_year(left) and not (right.scale == 1 and right.number.surface.isdigit() and _is_of_four(right)):
        return False
    ahead = text[max(0, left.start - _REACH) : left.start].lower()
    if gap in _AND:
        return _has_between(ahead) and _rises(left, right)
    if gap in DASHES:
        return _is_dashed(text, left, gap, right)
    return gap in _TO and _rises(left, right) and not _are_two(text, ahead, left, gap, right)


def _are_two(text: str, ahead: str, left: Figure, gap: str, right: Figure) -> bool:
    """Whether "to" stands between two values of a change; not in "from 8 to 9 per cent to 4 per cent"."""
    if ahead.endswith("from ") and text.startswith(_FROM_RANGE_TO, right.end):
        return False
    return _is_change(text, ahead, left, right) or _is_given_to(text, left, gap, right)


def _is_given_to(text: str, left: Figure, gap: str, right: Figure) -> bool:
    """As in "paid $50 to 300 people"."""
    return gap == " to " and left.is_marked and right.is_plain and right.scale == 1 and counts_plural(text, right)


def _is_year(figure: Figure) -> bool:
    surface = figure.number.surface
    return (
        figure.is_plain
        and figure.noun is None
        and len(surface) == len("2014")
        and surface.isdigit()
        and _YEARS[0] <= int(surface) <= _YEARS[1]
    )


def _is_of_four(figure: Figure) -> bool:
    return len(figure.number.surface) == len("2500")


def _is_plural_range(left: Figure, gap: str, right: Figure) -> bool:
    """As in "Tens to hundreds of thousands"."""
    return gap in _TO and not left.high_closed and not right.high_closed and left.number.surface.lower() in PLURAL


def _are_alike(left: Figure, right: Figure) -> bool:
    if left.unit == right.unit and left.sort == right.sort:
        return True
    if left.is_plain:
        return not right.is_marked
    return (left.is_marked and right.is_plain and "/" not in (left.unit or "")) or (
        left.sort == right.sort == "money" and right.unit is not None and right.unit.startswith(f"{left.unit}/")
    )


def _rises(left: Figure, right: Figure) -> bool:
    return left.low is not None and right.low is not None and left.low * _shared_scale(left, right) < right.low


def _has_between(ahead: str) -> bool:
    words = ahead.split()[-4:]
    return "between" in words and "and" not in words


def _is_change(text: str, ahead: str, left: Figure, right: Figure) -> bool:
    """Whether a figure moves from the left value to the right one, which are two claims then."""
    words = ahead.rstrip()
    if words.endswith("from"):
        return changes.moves_from(words[: -len("from")])
    if left.low is None or right.low is None or changes.before(ahead) is None:
        return False
    if left.is_plain and not right.is_plain:  # "fell 4 to 15", but "rose 3 to 5 percent"
        return False
    is_near = right.low <= left.low * _NEAR
    return not is_near or not (words.endswith("by") or (left.is_plain and counts_plural(text, right)))  # 5 to 10 jobs


def _is_dashed(text: str, left: Figure, gap: str, right: Figure) -> bool:
    """A dash makes a range of rising numbers that no third dash continues (telephone numbers, scores)."""
    if _is_telephone(left, right):
        return False
    if not right.number.is_digits and text[right.start].isupper():  # 7-Eleven
        return False
    if not _rises(left, right) or gap == "/" or looks_coded(left) or looks_coded(right):
        return False
    if _is_year(left) and _is_year(right):
        return False
    chained = text[right.end : right.end + 1] in tuple("-–") and text[right.end + 1 : right.end + 2].isdigit()
    before = text[left.start - 1 : left.start] in tuple("-–") and left.start > 1 and text[left.start - 2].isalnum()
    return not (chained or before)


def _is_telephone(left: Figure, right: Figure) -> bool:
    """A telephone number: "555-1212"."""
    first, second = left.number.surface, right.number.surface
    is_bare = left.is_plain and right.is_plain and first.isdigit() and second.isdigit()
    return is_bare and (len(first), len(second)) == (len("555"), len("1212"))


def _shared_scale(left: Figure, right: Figure) -> Decimal:
    """What the left number is multiplied by because the right one says it for both: "$10-15 billion", "3-4,000"."""
    if left.low is None or right.low is None or left.scale != 1 or not left.low:
        return Decimal(1)
    if right.scale != 1:
        mantissa = right.low / right.scale
        return right.scale if left.low <= mantissa * 10 and left.low < _THOUSAND and left.low < mantissa else Decimal(1)
    grouped = right.number.surface.partition(",")
    is_short = grouped[1] and left.low < _THOUSAND and left.low < Decimal(grouped[0]) if grouped[0].isdigit() else False
    return Decimal(_THOUSAND) if is_short else Decimal(1)


def _ranged(left: Figure, right: Figure) -> Figure:
    scale = _shared_scale(left, right)
    unit, sort = (right.unit, right.sort) if left.is_plain or not right.is_plain else (left.unit, left.sort)
    low = left.low * scale if left.low is not None else None
    return left._replace(
        end=right.end,
        low=low,
        high=right.high,
        step=min(left.step * scale, right.step),
        unit=unit,
        sort=sort,
        high_closed=right.high_closed,
        join="range",
        hedge="range",
    )


def _lent(text: str, left: Figure, gap: str, right: Figure) -> Iterator[Figure]:
    """Two claims; in a list or a change the unit said once holds for both: "7- or 8-inch", "from 95 kilos to 88"."""
    is_hyphened = gap == ", " and text[right.number.end : right.number.end + 1] == "-"  # "30, 9-millimetre bullets"
    if not is_hyphened and _takes_unit(left, gap, right):
        scale = _shared_scale(left, right) if "of" not in gap else Decimal(1)
        yield _times(left._replace(unit=right.unit, sort=right.sort), scale)
        yield right
    elif right.is_plain and not left.is_plain and gap in _TO and left.sort != "time" and _is_near(left, right):
        yield left
        yield right._replace(unit=left.unit, sort=left.sort)
    else:
        yield left
        yield right


def _takes_unit(left: Figure, gap: str, right: Figure) -> bool:
    """Whether the left number has the right one's unit: "8 or 9 euros", "90 million of the 2.5 billion euros"."""
    if not left.is_plain or right.is_plain or not left.high_closed or left.number.numeral.is_share:
        return False
    if right.is_marked:
        return gap in (" or ", " and ")
    if gap in _TIMES:
        return units.dimension(right.unit) == "length" and bool(left.low) and _is_side(left, right)
    return gap in _LISTS and ("of" not in gap or _rises(left, right))


def _is_side(left: Figure, right: Figure) -> bool:
    """Whether two lengths may be the sides of one thing: "5 x 7 metres"."""
    sides = sorted((left.low or Decimal(0), right.low or Decimal(0)))
    return sides[1] < sides[0] * _SIDES_APART


def _is_near(left: Figure, right: Figure) -> bool:
    """Whether two numbers are of one size: "from 95 kilos to 88", not "rose 2 percent to 5,140"."""
    if not left.low or not right.low or left.unit == "point":
        return left.unit == "point"
    return Decimal(1) / _MOST_APART <= abs(right.low / left.low) <= _MOST_APART


def _times(figure: Figure, scale: Decimal) -> Figure:
    if scale == 1 or figure.low is None or figure.high is None:
        return figure
    return figure._replace(low=figure.low * scale, high=figure.high * scale, step=figure.step * scale, scale=scale)
