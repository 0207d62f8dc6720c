"""Quantities as `score_quantity.py` reads them: {"id", "quantities": [{"start", "end", "value", ...}]}."""

from collections.abc import Iterable, Iterator

from bench.frames import Row, Text, by_document, claims, known
from bench.lines import Record, chunks
from checker.tables import KINDS

# A date or a rank is no quantity; a duration is one.
QUANTITIES = tuple(kind for kind in KINDS if kind not in ("date", "time", "set", "rank"))
# What is counted stands in `noun` for these, in `unit` for the others.
COUNTED = ("count", "ratio")
MODIFIERS = {"about": "~", "nearly": "~", "at_least": ">=", "more_than": ">", "at_most": "<=", "less_than": "<"}


def predict(records: Iterable[Record]) -> Iterator[Record]:
    """The quantities of each record's text, in order of place."""
    for part in chunks(records):
        texts = [Text(str(number), record["text"]) for number, record in enumerate(part)]
        found = by_document(claims(texts), QUANTITIES)
        for number, record in enumerate(part):
            rows = found.get(str(number), [])
            yield {"id": record["id"], "quantities": [quantity(row) for row in rows if ends(row)]}


def quantity(claim: Row) -> Record:
    """One claim with at least one known end."""
    return {
        "start": claim["start"],
        "end": claim["end"],
        **ends(claim),
        "unit": unit(claim),
        "modifier": MODIFIERS.get(claim["hedge"], "="),
    }


def unit(claim: Row) -> str | None:
    """What is counted, or the unit; per-units in words, as the scorer's table of names has them."""
    is_counted = claim["kind"] in COUNTED
    name: str | None = known(claim["noun"] if is_counted else claim["unit"])
    return name if is_counted or name is None else name.replace("/", " per ")


def ends(claim: Row) -> dict[str, float]:
    """`value` for a number and for the known end of a bound, `low` and `high` for a range, nothing where unread."""
    low, high = known(claim["low"]), known(claim["high"])
    if low is not None and high is not None and low != high:
        return {"low": low, "high": high}
    end = high if low is None else low
    return {} if end is None else {"value": end}
