"""A change told beside the two values it lies between."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from checker.judging.inside.figures import told
from checker.judging.inside.forms import Bound, bound
from checker.judging.inside.reckoning import Reckoning
from checker.judging.inside.sentence import Record, Sentence
from checker.judging.inside.span import UNKNOWN, Span, fine, span
from checker.language.lexicon import lexicon

_LESS, _MORE = 0.9, 1.1


_Reckon = Callable[[Bound, Record, Record], Iterator[Reckoning]]


def find(document: Sequence[Sentence]) -> Iterator[Reckoning]:
    """Changes in percent, in points and in the unit itself."""
    for sentence in document:
        for shape, reckon in _SHAPES.items():
            for found in bound(shape, sentence):
                ends = _ends(found.claims)
                if ends is not None and _is_plain(found) and _is_alike(*ends):
                    yield from reckon(found, *ends)


def _ends(claims: Mapping[str, Record]) -> tuple[Record, Record] | None:
    """The value before and the value after; None where they are read as one that is no range."""
    if "ends" not in claims:
        return claims["old"], claims["new"]
    both = claims["ends"]
    if not both["low"] < both["high"]:
        return None
    first, _, last = str(both["text"]).partition(" to ")
    old = {**both, "high": both["low"], "hedge": "exact", "text": first}
    return old, {**both, "low": both["high"], "hedge": "exact", "text": last or both["text"]}


def _is_plain(found: Bound) -> bool:
    """Whether nothing between the figures opens another statement, and no word makes it another comparison."""
    words = found.sentence.text.lower()
    return found.is_one_statement and not any(word in words for word in lexicon("arithmetic")["not_growth"]["words"])


def _is_alike(one: Record, other: Record) -> bool:
    return bool(one["kind"] == other["kind"] and one["unit"] == other["unit"])


def _sign(found: Bound) -> float | None:
    """1 up, -1 down; None where the words do not tell."""
    ways = found.match.groupdict()
    if ways.get("up") or ways.get("down"):
        return 1.0 if ways.get("up") else -1.0
    return None


def _signed(found: Bound) -> Span:
    by, sign = span(found.claims["by"]), _sign(found) or 1.0
    if found.claims["by"]["unit"] == "fraction":  # "by a third" is told roughly
        by = Span(by.low * _LESS, by.high * _MORE, by.middle).times(100.0)
    return by if sign > 0 else Span(-by.high, -by.low, -by.middle)


def _relative(check: str) -> _Reckon:
    def reckon(found: Bound, before: Record, after: Record) -> Iterator[Reckoning]:
        new, old = fine(after, before)
        ratio = new / old if new.low > 0 else UNKNOWN
        if not ratio.is_bounded:
            return
        change = Span((ratio.low - 1) * 100, (ratio.high - 1) * 100, (ratio.middle - 1) * 100)
        words = f"from {told(before)} to {told(after)} is {change.middle:+.3g}%"
        yield Reckoning(check, (found.claims["by"], before, after), _signed(found), change, words)

    return reckon


def _absolute(check: str) -> _Reckon:
    def reckon(found: Bound, before: Record, after: Record) -> Iterator[Reckoning]:
        by = found.claims["by"]
        if check == "difference" and not _is_alike(by, after):
            return
        change = span(after) - span(before)
        unit = " points" if check == "points" else ""
        words = f"from {told(before)} to {told(after)} is {change.middle:+,.10g}{unit}"
        scale = 0.01 if by["unit"] == "basis point" else 1.0
        yield Reckoning(check, (found.claims["by"], before, after), _signed(found).times(scale), change, words)

    return reckon


_SHAPES: Mapping[str, _Reckon] = {
    "growth": _relative("growth"),
    "points": _absolute("points"),
    "difference": _absolute("difference"),
    "percents": _relative("percents"),
}
