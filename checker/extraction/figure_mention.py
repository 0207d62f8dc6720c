"""From a figure to a mention, alike for every kind that reads figures."""

from decimal import Decimal

from checker.extraction.figures import Figure
from checker.extraction.mention import Mention
from checker.extraction.phrases import stated
from checker.language.digits import MAX_DIGITS
from checker.values.value import NAN


def mention(kind: str, figure: Figure, **changed: object) -> Mention:
    """The mention of a figure as a kind; `changed` names fields that the kind fills otherwise."""
    fields: dict[str, object] = {
        "phrase_start": min(figure.phrase_start, figure.start) if figure.phrase_start >= 0 else figure.start,
        "phrase_end": max(figure.phrase_end, figure.end),
        "trace": _trace(figure),
        "low": _number(figure.low),
        "high": _number(figure.high),
        "low_closed": figure.low_closed,
        "high_closed": figure.high_closed,
        "stated": stated(figure),
        "step": NAN if figure.number.is_unread else float(figure.step),
        "hedge": figure.hedge,
        "unit": figure.unit,
        "noun": figure.noun,
        "direction": figure.direction,
        "converts_at": figure.converts_at,
    }
    return Mention(kind, figure.start, figure.end, **(fields | changed))  # type: ignore[arg-type] # names are Mention's own


def _number(number: Decimal | None) -> float:
    return NAN if number is None else float(number)


def _trace(figure: Figure) -> tuple[str, ...]:
    if figure.number.is_unread:
        return (f"unparsed: more than {MAX_DIGITS} digits, or larger than is read",)
    steps = [f"number {figure.number.surface!r}"]
    if figure.scale != 1:
        steps.append(f"scale {figure.scale:f}")
    if figure.unit:
        steps.append(f"unit {figure.unit}")
    if figure.converts:
        steps.append(f"converts {figure.converts!r}")
    if figure.join:
        steps.append(figure.join)
    if figure.hedge not in ("exact", "range"):
        steps.append(f"hedge {figure.hedge}")
    return tuple(steps)
