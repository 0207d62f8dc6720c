"""How a figure is written in the words of a reckoning."""

from checker.judging.inside.sentence import Record


def told(claim: Record) -> str:
    """The words of the text, on one line."""
    return " ".join(str(claim["text"]).split())


def number(value: float) -> str:
    """A number, with as many digits as a reader needs."""
    return format(int(value), ",d") if value == int(value) else format(value, ",.4g")
