"""The setting an open value is resolved in: publication day, tense, and the times mentioned before."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from checker.extraction.times.date_order import DateOrder
from checker.extraction.times.verb_tense import has_happened, tense
from checker.language.patterns import pattern
from checker.values.timex import Days, days, grain

NO_DATE = "unresolved: the document bears no date"
NO_MENTION = "unresolved: nothing before it tells which"
TOO_FAR = "unresolved: the day mentioned before stands too far from it"
NO_END = "unresolved: nothing tells when the span before it ended"
OUTSIDE = "unresolved: outside the calendar"
_RECALL = 12  # mentions that are looked back
_NEAR = 500  # characters: a clock time further from a day is not told of it
_RECENT = 3  # mentions within which a period still holds
_SINCE = pattern(r"(?i)\bsince\s(?:the\s)?$")
_COMPARED = pattern(r"(?i)\b(?:compared (?:with|to)|against|versus|from)\s(?:[^;]{0,60}\s)?$")


class Answer(NamedTuple):
    """What an open value comes to: a TIMEX3 value or None, and the reading used."""

    value: str | None
    step: str
    anchor: str | None = None  # the TIMEX3 value of the mention it was counted from; None: of the publication day
    span: Days | None = None  # its days where they are more than those of its value ("overnight")
    fault: str | None = None  # one of checker.tables.FAULTS
    is_aside: bool = False  # only compared with: what follows goes on from what stood before


@dataclass(slots=True)
class Memory:
    """Calendar values in the order the document mentions them."""

    values: list[str] = field(default_factory=list)
    is_adrift: bool = False  # the last mention is a span ("it lasted 14 days"): "later" counts from its end
    _places: list[int] = field(default_factory=list)  # where in the text the values stand
    _starts: list[bool] = field(default_factory=list)  # whether something runs since then: "since Saturday"
    _cut: int = 0  # values before it are no longer the period that figures are told of

    def add(self, value: str, place: int, *, is_start: bool = False) -> None:
        """Remember a value that has days, where it begins, and whether something runs since then."""
        self.is_adrift = value.startswith("P") and value[1:2].isdigit()
        if days(value):
            self.values.append(value)
            self._places.append(place)
            self._starts.append(is_start)

    def is_near(self, value: str, place: int) -> bool:
        """Whether a value remembered stands so near before a place that what is told there may be told of it."""
        recent = zip(self.values[-_RECALL:], self._places[-_RECALL:], strict=True)
        return any(known == value and place - at <= _NEAR for known, at in recent)

    def end_period(self) -> None:
        """Figures now cover a span without a name in the calendar ("the first nine months")."""
        self._cut = len(self.values)

    def period(self, grains: Iterable[str]) -> str | None:
        """The period that the figures around are told of, where it was mentioned just before."""
        wanted = frozenset(grains)
        recent = self.values[max(self._cut, len(self.values) - _RECENT) :]
        return next((value for value in reversed(recent) if grain(value) in wanted), None)

    def last(self, grains: Iterable[str] | None = None) -> str | None:
        """The last value, of one of the grains where they are given."""
        return next(iter(self.recent(grains)), None)

    def recent(self, grains: Iterable[str] | None = None) -> list[str]:
        """The values looked back on, the last one first, of one of the grains where they are given."""
        wanted = None if grains is None else frozenset(grains)
        return [v for v in self.values[: -_RECALL - 1 : -1] if wanted is None or grain(v) in wanted]

    def days_of_events(self) -> list[str]:
        """The days looked back on at which something happened, the last one first: of none has a state only begun."""
        recent = zip(self.values[: -_RECALL - 1 : -1], self._starts[: -_RECALL - 1 : -1], strict=True)
        return [value for value, is_start in recent if not is_start and grain(value) in ("day", "time")]


@dataclass(slots=True, eq=False)  # not frozen: a frozen one takes five times as long to make
class Setting:
    """What one expression is resolved against."""

    place: int  # where in the text the expression begins
    published: dt.date | None
    memory: Memory
    find_clause: Callable[[], tuple[str, str]]  # the sentence before and behind the expression
    order: DateOrder | None = None  # of the document's dates in digits; None where nothing tells

    @property
    def tense(self) -> str | None:
        """Tense of the verb it goes with."""
        return tense(*self.find_clause())

    @property
    def is_over(self) -> bool:
        """Whether its verb surely tells of the past."""
        return has_happened(self.find_clause()[0])

    @property
    def is_start(self) -> bool:
        """Whether something runs since then."""
        return bool(_SINCE.search(self.find_clause()[0]))

    @property
    def is_compared(self) -> bool:
        """Whether it dates a figure that another is compared with ("from $3 million last year")."""
        return bool(_COMPARED.search(self.find_clause()[0]))

    @property
    def after(self) -> str:
        """The word right behind the expression, in lower case."""
        words = self.find_clause()[1].split(maxsplit=1)
        return words[0].strip(",.;:'’\"”)").lower() if words else ""

    def recalled(self, grains: Iterable[str] | None = None) -> Days | None:
        """Days of the last mentioned value of one of the grains."""
        value = self.memory.last(grains)
        return days(value) if value else None
