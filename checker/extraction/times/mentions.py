"""From resolved time expressions to mentions, kind by kind."""

from collections.abc import Iterator
from typing import Any

from checker.extraction.mention import Mention
from checker.extraction.page import Page
from checker.extraction.times import Timex
from checker.extraction.times.open_values import Length
from checker.language.patterns import pattern

_DATELINE_BEFORE = pattern(r"(?i:^|\n)[ \t#*_]*(?:(?i:published|posted|updated|date)(?: on| at)?:?[ \t]*)?$")
_DATELINE_BEHIND = pattern(r"^[ \t*_.,]*(?:\n|$)")
# A place in capitals and its region before the day; agency and dash behind it: RIVERTOWN, March 4 (Coast News) - …
_PLACE_BEFORE = pattern(
    r"(?:^|\n)[ \t*_#]*\p{Lu}[\p{Lu} .'’/-]{2,40}(?:,[ ](?:\p{Lu}[\w.'’ -]{1,20}))?(?:,[ ]|[ ][(]|[ ][-–—][ ]|[ ])$"
)
_AGENCY_BEHIND = pattern(r"^[)]?,?[ ]?(?:[(][^()\n]{2,40}[)]|/[^/\n]{2,40}/)?:?[ ]?(?:-{1,2}|[–—])[ ]")
_LONGEST = 60  # characters of a line around its date


def times(page: Page, kind: str) -> Iterator[Mention]:
    """The mentions of one kind of time: date, time, set or duration."""
    return (_mention(page, timex) for timex in page.times if timex.found.kind == kind)


def _mention(page: Page, timex: Timex) -> Mention:
    found = timex.found
    span = timex.days
    mention = Mention(
        kind=found.kind,
        start=found.start,
        end=found.end,
        phrase_start=min(found.phrase_start, found.start),
        phrase_end=found.end,
        trace=timex.steps,
        hedge=found.hedge,
        role="published" if _is_dateline(page, timex) else found.role,
        first=span[0] if span else None,
        last=span[1] if span else None,
        fault=timex.fault,
        value=timex.value,
    )
    return mention._replace(**_amount(found.open, found.hedge)) if isinstance(found.open, Length) else mention


def _amount(value: Length, hedge: str) -> dict[str, Any]:
    """The columns a duration fills as a quantity."""
    is_range = hedge == "exact" and (value.low or 0) < (value.high or 0)
    columns: dict[str, Any] = {"hedge": "range"} if is_range else {}
    return columns | {
        "low": value.low,
        "high": value.high,
        "stated": value.stated,
        "step": value.step,
        "unit": value.unit,
    }


def _is_dateline(page: Page, timex: Timex) -> bool:
    """Whether it is the publication day in a line of its own, or behind the place that a report opens with."""
    found = timex.found
    if page.published is None or timex.value[:10] != page.published.isoformat():
        return False
    before, behind = (
        page.text[max(0, found.start - _LONGEST) : found.start],
        page.text[found.end : found.end + _LONGEST],
    )
    is_line = bool(_DATELINE_BEFORE.search(before) and _DATELINE_BEHIND.match(behind))
    return is_line or bool(_PLACE_BEFORE.search(before) and _AGENCY_BEHIND.match(behind))
