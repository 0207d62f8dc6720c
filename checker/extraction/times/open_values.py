"""Open values: what a time expression itself says, before the publication day and the text around it are asked."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

# What a shift counts from.
Base = Literal[
    "published",  # the publication day
    "covered",  # the publication day, or the year before of which figures are told in the first half of a year
    "mention",  # the last mentioned time, else the publication day
    "told",  # the last mentioned time
    "latest",  # the quarter that the figures are told of
    "either",  # the last mentioned quarter or half, else the publication day
    "year told",  # as either, or a year mentioned just before
    "quarter",  # the last mentioned quarter, else the last that is over
    "period",  # the last mentioned month, quarter, half or season, else the publication day
]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A calendar value the words state in full ("February 24, 2022", "the 1990s")."""

    value: str  # TIMEX3
    fault: str | None = None  # one of checker.tables.FAULTS


@dataclass(frozen=True, slots=True)
class DigitDate:
    """A date in digits whose order is open: 03/02/2025."""

    month_first: Fixed
    day_first: Fixed


@dataclass(frozen=True, slots=True)
class Reference:
    """Now, the past or the future, without a place in the calendar."""

    value: str  # PRESENT_REF, PAST_REF, FUTURE_REF


@dataclass(frozen=True, slots=True)
class Repeat:
    """A set of times ("every Tuesday")."""

    value: str  # TIMEX3


@dataclass(frozen=True, slots=True)
class Length:
    """A duration."""

    value: str  # TIMEX3
    low: float  # in unit; NaN where no number is told: "the past year"
    high: float
    unit: str
    stated: str | None  # the exact decimal, both ends with .. between
    step: float


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before or after a base day: "last month", "two weeks ago", "the following year"."""

    unit: str
    count: int
    base: Base
    grain: str | None = None  # of the result; None: the unit's own


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 for Monday."""

    number: int
    way: str | None = None  # last, next, this, coming, previous, following
    week: int | None = None  # weeks from the publication week ("last week Monday": -1)
    after: int = 0  # whole weeks after the coming one ("Tuesday week": 1)


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month without its year; without its month ("the 24th") month is None."""

    month: int | None
    day: int
    year: Shift | None = None
    way: str | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month without its year."""

    number: int
    year: Shift | None = None
    way: str | None = None


@dataclass(frozen=True, slots=True)
class NthOfMonth:
    """A week or weekday counted in its month: "the first week of March", "the second Tuesday in May 2024"."""

    which: int  # 1 the first, -1 the last
    weekday: int | None  # None: the week
    month: "Month | Fixed | Shift"  # or a year
    unit: str = "week"  # where no weekday is told: week or day


@dataclass(frozen=True, slots=True)
class Week:
    """A calendar week (ISO 8601) by its number, without its year."""

    number: int


@dataclass(frozen=True, slots=True)
class Season:
    """A season, quarter or half without its year, as TIMEX3 writes it behind the year ("SU", "Q3", "H1")."""

    name: str
    year: Shift | None = None
    way: str | None = None


@dataclass(frozen=True, slots=True)
class SameIn:
    """The part of the year last mentioned, in a year that is told: "the 1988 quarter"."""

    unit: str  # quarter, half, month
    year: int


@dataclass(frozen=True, slots=True)
class Then:
    """The time last mentioned, whatever its grain: "until then"."""


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A holiday without its year."""

    name: str
    year: Shift | None = None
    way: str | None = None
    span: str | None = None  # week or weekend: that in which the day lies


@dataclass(frozen=True, slots=True)
class Weekend:
    """A weekend without a week."""

    way: str | None = None


@dataclass(frozen=True, slots=True)
class YearEnd:
    """The end of a year, counted from that of publication: "year-end", "last year-end"."""

    count: int | None = None  # None where no word tells


@dataclass(frozen=True, slots=True)
class After:
    """So many units after (or, negative, before) another open value: "a week from Tuesday"."""

    unit: str
    count: int
    base: "Open"
    grain: str = "day"  # of the result


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time or part of the day, with its day where the words give one."""

    time: str  # TIMEX3 from the T on
    day: "Open | None" = None


@dataclass(frozen=True, slots=True)
class Overnight:
    """The night around midnight: "overnight", "overnight on Tuesday", "overnight into Tuesday"."""

    day: "Open | None" = None
    is_into: bool = False  # whether it is told by the day that it ends in


Open: TypeAlias = (
    Fixed
    | DigitDate
    | Reference
    | Repeat
    | Length
    | Shift
    | Weekday
    | MonthDay
    | Month
    | NthOfMonth
    | Season
    | Week
    | SameIn
    | Then
    | NamedDay
    | Weekend
    | YearEnd
    | After
    | Clock
    | Overnight
)
