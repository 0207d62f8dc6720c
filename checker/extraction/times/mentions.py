"""From resolved time expressions to mentions, kind by kind."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from checker.extraction.mention import Mention
from checker.extraction.page import Page
from checker.extraction.times import Timex
from checker.extraction.times.open_values import Length
from checker.language.patterns import pattern
from checker.values.timex import days

_DATELINE_BEFORE = pattern(r"(?i:^|\n)[ \t#*_]*(?:(?i:published|posted|updated|date)(?: on| at)?:?[ \t]*)?$")
_DATELINE_BEHIND = pattern(r"^[ \t*_.,]*(?:\n|$)")
_LONGEST = 60  # characters of a line around its date


def times(page: Page, kind: str) -> Iterator[Mention]:
    """The mentions of one kind of time: date, time, set or duration."""
    return (_mention(page, timex) for timex in page.times if timex.found.kind == kind)


def _mention(page: Page, timex: Timex) -> Mention:
    found = timex.found
    span = days(timex.value)
    mention = Mention(
        kind=found.kind,
        start=found.start,
        end=found.end,
        phrase_start=min(found.phrase_start, found.start),
        phrase_end=found.end,
        trace=(timex.step,),
        hedge=found.hedge,
        role="published" if _is_dateline(page, timex) else found.role,
        first=span[0] if span else None,
        last=span[1] if span else None,
        value=timex.value,
    )
    return replace(mention, **_amount(found.open)) if isinstance(found.open, Length) else mention


def _amount(value: Length) -> dict[str, Any]:
    """The columns a duration fills as a quantity."""
    return {"low": value.low, "high": value.high, "stated": value.stated, "step": value.step, "unit": value.unit}


def _is_dateline(page: Page, timex: Timex) -> bool:
    """A line that holds the publication day and nothing else."""
    found = timex.found
    if page.published is None or timex.value[:10] != page.published.isoformat():
        return False
    before, behind = (
        page.text[max(0, found.start - _LONGEST) : found.start],
        page.text[found.end : found.end + _LONGEST],
    )
    return bool(_DATELINE_BEFORE.search(before) and _DATELINE_BEHIND.match(behind))
