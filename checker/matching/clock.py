"""Clock times within a day: the part of the day that a TIMEX3 value names, as texts mean it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

# Hours in which texts speak of a part of the day: generous, since they speak loosely. NI runs into the next morning.
_PARTS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"MO": (0, 12), "MI": (11, 14), "AF": (12, 19), "EV": (16, 24), "NI": (17, 30), "DT": (6, 20)}
)
_HOURS = 24
_MINUTES = 60
# "At 6 p.m." is said of what began within the hour around; a time with minutes is meant to a few of them.
_LOOSE_HOUR = (-0.5, 1.0)
_LOOSE_MINUTE = (-0.1, 0.1)


# Words of a clock time that names no day.
_BARE = frozenset(
    {
        "a",
        "m",
        "p",
        "am",
        "pm",
        "a.m",
        "p.m",
        "o'clock",
        "noon",
        "midnight",
        "hours",
        "gmt",
        "utc",
        "local",
        "time",
        "half",
        "past",
    }
)


def is_bare(words: Iterable[str]) -> bool:
    """Whether the words of a clock time name no day, which is then only a guess."""
    return all(word in _BARE or word[:1].isdigit() for word in words)


def clock(timex: str) -> tuple[float, float] | None:
    """First and last moment of a value's time of day, in days from its midnight; None without a time of day.

    "2025-02-10TEV" gives 16 to 24 o'clock as (0.667, 1.0); a time zone is left out of account.
    """
    time = timex.partition("T")[2] if timex[:1].isdigit() else ""
    if not time or time.startswith("X"):  # an hour before or after noon, the words do not tell which
        return None
    low, high = _PARTS.get(time) or _around(time)
    return low / _HOURS, high / _HOURS


def _around(time: str) -> tuple[float, float]:
    hour = int(time[:2])
    minute = int(time[3:5]) if time[2:3] == ":" else 0
    below, above = _LOOSE_MINUTE if minute else _LOOSE_HOUR
    return hour + minute / _MINUTES + below, hour + minute / _MINUTES + above
