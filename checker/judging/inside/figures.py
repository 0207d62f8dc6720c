"""How a figure is written in the words of a reckoning."""

from checker.judging.inside.sentence import Record
from checker.judging.message import figure
from checker.language.nouns import plural

_DIGITS = 4  # of a result that is not whole
_LONG = 10**6


def told(claim: Record) -> str:
    """The words of the text, on one line."""
    return " ".join(str(claim["text"]).split())


def number(value: float, unit: str | None = None) -> str:
    """A number with as many digits as a reader needs, and its unit: "6.214 miles", "1.293 billion USD"."""
    exact = value if value == int(value) and abs(value) < _LONG else float(f"{value:.{_DIGITS}g}")
    many = unit if unit is None or unit.isupper() or exact == 1 else plural(unit)
    return " ".join(filter(None, [figure(exact), many]))
