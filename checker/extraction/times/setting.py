"""The setting an open value is resolved in: publication day, tense, and the times mentioned before."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from checker.values.timex import Days, days, grain

NO_DATE = "unresolved: the document bears no date"
NO_MENTION = "unresolved: nothing before it tells which"
_RECALL = 12  # mentions that are looked back


@dataclass(frozen=True, slots=True)
class Answer:
    """What an open value comes to: a TIMEX3 value or None, and the reading used."""

    value: str | None
    step: str


@dataclass(slots=True)
class Memory:
    """Calendar values in the order the document mentions them."""

    values: list[str] = field(default_factory=list)

    def add(self, value: str) -> None:
        """Remember a value that has days."""
        if days(value):
            self.values.append(value)

    def last(self, grains: Iterable[str] | None = None) -> str | None:
        """The last value, of one of the grains where they are given."""
        wanted = None if grains is None else frozenset(grains)
        recent = self.values[: -_RECALL - 1 : -1]
        return next((value for value in recent if wanted is None or grain(value) in wanted), None)


@dataclass(frozen=True, slots=True)
class Setting:
    """What one expression is resolved against."""

    published: dt.date | None
    memory: Memory
    find_tense: Callable[[], str | None]
    after: str  # the word behind the expression
    is_day_first: bool | None = None  # order of the document's dates in digits; None where none tells

    @property
    def tense(self) -> str | None:
        """Tense of the verb it goes with."""
        return self.find_tense()

    def recalled(self, grains: Iterable[str] | None = None) -> Days | None:
        """Days of the last mentioned value of one of the grains."""
        value = self.memory.last(grains)
        return days(value) if value else None
