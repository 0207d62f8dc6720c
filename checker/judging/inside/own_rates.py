"""The rates of exchange that the texts use themselves."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

import pandas as pd

from checker.judging.inside.sentence import Record

LEAST = 2  # other conversions of two currencies that make a rate
NEAR = 30  # days between articles of one batch whose rates are alike
MOST = 64  # conversions on either side of a day that are asked

_Key = tuple[str | None, str, str]  # document, or batch, and two currencies


@dataclass(slots=True)
class OwnRates:
    """Every conversion of money that the texts make, by document and by day."""

    _of_document: dict[_Key, list[tuple[str, float]]] = field(default_factory=dict)  # id, rate
    _of_batch: dict[_Key, list[tuple[int, str, float]]] = field(default_factory=dict)  # day, id, rate

    @classmethod
    def of(cls, conversions: Iterable[tuple[Record, Record]]) -> "OwnRates":
        """The rates of conversions, each an amount and what it is given as."""
        rates = cls()
        for one, other in conversions:
            if one["low"] > 0 and other["low"] > 0:
                rates._add(one, other)
        for days in rates._of_batch.values():
            days.sort()
        return rates

    def _add(self, one: Record, other: Record) -> None:
        rate = float(other["low"]) / float(one["low"])
        units = (one["unit"], other["unit"])
        self._of_document.setdefault((one["document"], *units), []).append((one["id"], rate))
        if not pd.isna(one["published"]):
            day = one["published"].toordinal()
            self._of_batch.setdefault((one["batch"], *units), []).append((day, one["id"], rate))

    def rate(self, one: Record, other: Record) -> float | None:
        """The middle rate of the other conversions of the document, else of articles few days apart; None without."""
        units = (one["unit"], other["unit"])
        within = self._of_document.get((one["document"], *units), [])[:MOST]
        own = [rate for name, rate in within if name != one["id"]]
        if len(own) < LEAST and not pd.isna(one["published"]):
            own = self._near(one, self._of_batch.get((one["batch"], *units), []))
        return median(own) if len(own) >= LEAST else None

    def _near(self, one: Record, days: list[tuple[int, str, float]]) -> list[float]:
        day = one["published"].toordinal()
        middle = bisect_left(days, (day,))
        first = max(bisect_left(days, (day - NEAR,)), middle - MOST)
        last = min(bisect_right(days, (day + NEAR + 1,)), middle + MOST)
        return [rate for _, name, rate in days[first:last] if name != one["id"]]
