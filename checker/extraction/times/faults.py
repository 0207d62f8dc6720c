"""What can be wrong with a date as written; it is kept as written, and the fault goes into its claim.

The names are those of `checker.tables.FAULTS`.
"""

import datetime as dt

from checker.language.calendar import weekday_name

IMPOSSIBLE = "impossible_date"  # the calendar has no such day
WEEKDAY = "weekday_mismatch"  # the day was another day of the week


def fault_words(fault: str, value: str) -> str:
    """The fault in words, for the trace: "there is no such day", "that day was a Monday".

    Args:
        fault: one of the names above.
        value: the TIMEX3 value of the day; a day of the calendar where the weekday is wrong.

    """
    return "there is no such day" if fault == IMPOSSIBLE else f"that day was a {_weekday(value)}"


def _weekday(value: str) -> str:
    return weekday_name(dt.date.fromisoformat(value))
