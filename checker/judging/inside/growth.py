"""A change told beside the two values it lies between."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from checker.judging.inside.figures import told
from checker.judging.inside.forms import Bound, bound
from checker.judging.inside.reckoning import Reckoning
from checker.judging.inside.sentence import Record, Sentence
from checker.judging.inside.span import UNKNOWN, Span, fine, span
from checker.language.lexicon import lexicon

_LESS, _MORE = 0.9, 1.1


def find(document: Sequence[Sentence]) -> Iterator[Reckoning]:
    """Changes in percent, in points and in the unit itself."""
    for sentence in document:
        for shape, reckon in _SHAPES.items():
            for found in bound(shape, sentence):
                claims = found.claims
                if _is_plain(found) and _is_alike(claims["new"], claims["old"]):
                    yield from reckon(found)


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


def _relative(check: str) -> Callable[[Bound], Iterator[Reckoning]]:
    def reckon(found: Bound) -> Iterator[Reckoning]:
        claims = found.claims
        new, old = fine(claims["new"], claims["old"])
        ratio = new / old if new.low > 0 else UNKNOWN
        if not ratio.is_bounded:
            return
        change = Span((ratio.low - 1) * 100, (ratio.high - 1) * 100, (ratio.middle - 1) * 100)
        words = f"from {told(claims['old'])} to {told(claims['new'])} is {change.middle:+.3g}%"
        yield Reckoning(check, (claims["by"], claims["old"], claims["new"]), _signed(found), change, words)

    return reckon


def _absolute(check: str) -> Callable[[Bound], Iterator[Reckoning]]:
    def reckon(found: Bound) -> Iterator[Reckoning]:
        claims = found.claims
        if check == "difference" and not _is_alike(claims["by"], claims["new"]):
            return
        change = span(claims["new"]) - span(claims["old"])
        unit = " points" if check == "points" else ""
        words = f"from {told(claims['old'])} to {told(claims['new'])} is {change.middle:+,.10g}{unit}"
        by = _signed(found)
        scale = 0.01 if claims["by"]["unit"] == "basis point" else 1.0
        yield Reckoning(check, (claims["by"], claims["old"], claims["new"]), by.times(scale), change, words)

    return reckon


_SHAPES: Mapping[str, Callable[[Bound], Iterator[Reckoning]]] = {
    "growth": _relative("growth"),
    "points": _absolute("points"),
    "difference": _absolute("difference"),
    "percents": _relative("percents"),
}
