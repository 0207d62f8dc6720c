"""A strip: the values of a fact one below another on one axis, so that contained, overlapping and apart are seen."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from checker.language.units import convert
from checker.rendering.escape import visible
from checker.rendering.page.axis import Axis, Ticks, of_days, of_numbers, percent
from checker.rendering.rows import Row
from checker.rendering.words import count_words, value_words
from checker.tables import TIME_KINDS
from checker.values.relate import about_half
from checker.values.value import Value

_MOST_ROWS = 10
_LOOSE = ("about", "nearly")
_ROUNDED = ("money", "percent", "measure")  # kinds whose digits may have been rounded
_MINUTES = 1440
_HIGHEST, _LOWEST = 22.0, 78.0  # percent from the top, for the points of a line; their words need room
_MOST_POINTS = 8  # of a line; more would stand on each other's words
_NARROW = 1.2  # percent of the width, below which a bar would not be seen
_FEWEST = 2  # values of which a strip tells something


_Span = tuple[float | None, float | None, float]  # both ends, None where open, and how far a figure may be off


def strip(claims: Sequence[Row], sources: Mapping[str, str]) -> Row | None:
    """Ticks and rows for the values of some claims of one fact; None where there is nothing to set side by side.

    Args:
        claims: the claims, those of the finding first; only what one axis can hold is shown.
        sources: document to the witness that it counts as.

    """
    is_time = claims[0]["kind"] in TIME_KINDS
    spans = _of_times(claims) if is_time else _of_numbers(claims)
    shown = _distinct(claims, spans, sources)[:_MOST_ROWS]
    known = [end for _, span, _ in shown for end in span[:2] if end is not None]
    if len(shown) < _FEWEST or len(set(known)) < _FEWEST:
        return None
    wide = [end for _, span, _ in shown for end in _edges(span)]
    axis, ticks = of_days(wide) if is_time else of_numbers(wide)
    rows = [_row(axis, *one) | {"first": not place} for place, one in enumerate(shown)]
    return {"ticks": _placed(ticks), "rows": rows}


def _edges(span: _Span) -> list[float]:
    """The ends that are known, with the room that a figure has around it."""
    low, high, half = span
    return [end for end in (low and low - half, high and high + half) if end is not None]


def _of_numbers(claims: Sequence[Row]) -> list[_Span | None]:
    unit = claims[0]["unit"]
    return [_number(claim, unit) for claim in claims]


def _number(claim: Row, unit: str | None) -> _Span | None:
    if claim["kind"] in TIME_KINDS or (claim["low"] is None and claim["high"] is None):
        return None
    ends = [_in_unit(claim[name], claim["unit"], unit) for name in ("low", "high")]
    if ends == [None, None]:
        return None
    return ends[0], ends[1], _half(claim, ends[0])


def _in_unit(number: float | None, unit: str | None, wanted: str | None) -> float | None:
    if number is None or unit == wanted:
        return number
    return convert(number, unit, wanted) if unit and wanted else None


def _half(claim: Row, low: float | None) -> float:
    """How far "about", or the rounding of the digits written, lets a figure be off, in the unit of the strip."""
    if not low or not claim["low"] or claim["high"] is None or not claim["step"]:
        return 0.0
    value = Value(claim["low"], claim["high"], step=claim["step"], hedge=claim["hedge"])
    rounded = claim["step"] / 2 if claim["hedge"] == "exact" and claim["kind"] in _ROUNDED else 0.0
    return float((about_half(value) if claim["hedge"] in _LOOSE else rounded) * low / claim["low"])


def _of_times(claims: Sequence[Row]) -> list[_Span | None]:
    return [_time(claim) for claim in claims]


def _time(claim: Row) -> _Span | None:
    """A day is as wide as it is; a clock time is a point in it."""
    if claim["first"] is None or claim["last"] is None:
        return None
    low, high = (dt.date.fromisoformat(claim[name]).toordinal() for name in ("first", "last"))
    minute = _minute(str(claim["value"] or ""))
    if minute is not None and low == high:
        return low + minute / _MINUTES, low + minute / _MINUTES, 0.0
    return float(low), float(high + 1), 0.0


def _minute(value: str) -> int | None:
    hour, _, minute = value.partition("T")[2].partition(":")
    return int(hour) * 60 + int(minute[:2]) if hour.isdigit() and minute[:2].isdigit() else None


def _distinct(
    claims: Sequence[Row], spans: Sequence[_Span | None], sources: Mapping[str, str]
) -> list[tuple[str, _Span, int]]:
    """Each value once: its words, its ends, and how many sources give it."""
    told: dict[tuple[str, _Span], set[str]] = {}
    noun = next((claim["noun"] for claim in claims if claim["kind"] == "count" and claim["noun"]), None)
    for claim, span in zip(claims, spans, strict=True):
        if span is not None:
            words = value_words(claim | {"noun": noun} if claim["kind"] == "count" else claim)
            told.setdefault((words, span), set()).add(sources[claim["document"]])
    return [(words, span, len(who)) for (words, span), who in told.items()]


def _placed(ticks: Ticks) -> list[list[float | str]]:
    return [[at, words] for at, words in ticks]


def _row(axis: Axis, words: str, span: _Span, who: int) -> Row:
    """One row: where its value begins and ends, whether an end is open, and how far it may be off."""
    low, high, half = span
    begins, ends = (axis.at(low) if low is not None else 0.0), (axis.at(high) if high is not None else 100.0)
    shape = _shape(low, high, ends - begins)
    at = percent((begins + ends) / 2) if shape == "point" else begins
    row: Row = {"words": visible(words), "who": count_words(who, "source"), "shape": shape, "from": at, "to": ends}
    if shape == "bar":
        row |= {"width": percent(ends - begins)}
    left, right = (axis.at(low - half), axis.at(high + half)) if low is not None and high is not None else (0, 0)
    if half and right - left >= 2 * _NARROW:
        row |= {"about": [left, right, percent(right - left)]}
    return row


def _shape(low: float | None, high: float | None, width: float) -> str:
    """How a value is drawn: an arrow where an end is open, a bar where there is room for one, else a point."""
    if low is None or high is None:
        return "down" if low is None else "up"
    return "bar" if width >= _NARROW else "point"


def line(claims: Iterable[Row]) -> Row | None:
    """Points of a running figure in order of time, with the lines between them; None where it does not run."""
    points = [claim for claim in claims if claim["kind"] not in TIME_KINDS and _middle(claim) is not None]
    units = {claim["unit"] for claim in points}
    numbers = [_middle(claim) or 0.0 for claim in points]
    if not _FEWEST <= len(points) <= _MOST_POINTS or len(units) > 1 or len(set(numbers)) < _FEWEST:
        return None
    return _drawn(
        [value_words(claim) for claim in points], [claim["published"] or "undated" for claim in points], numbers
    )


def _drawn(words: Sequence[str], days: Sequence[str], numbers: Sequence[float]) -> Row:
    """The points with their places in percent from the left and the top, and the lines between them."""
    low, high, room = min(numbers), max(numbers), 100 / (2 * len(numbers))
    left = [percent(room * (2 * place + 1)) for place in range(len(numbers))]
    top = [percent(_LOWEST - (_LOWEST - _HIGHEST) * (number - low) / (high - low)) for number in numbers]
    told = [visible(one) for one in words]
    return {
        "label": "; ".join(f"{day}: {one}" for day, one in zip(days, told, strict=True)),
        "points": [
            {"x": x, "top": y, "words": one, "day": day} for x, y, one, day in zip(left, top, told, days, strict=True)
        ],
        "segments": [list(one) for one in zip(left, top, left[1:], top[1:], strict=False)],
    }


def _middle(claim: Row) -> float | None:
    """The number of a point; the known end of an open value."""
    low, high = claim["low"], claim["high"]
    if low is None or high is None:
        return float(low if high is None else high) if (low, high) != (None, None) else None
    return float(low + high) / 2
