"""Signs of units behind a number: "20 [kg]", "5km/h", "70°", "3-in.", and what is left of a word without its marks."""

import re
from collections.abc import Iterator

from checker.language import units

# Flat classes on a bounded window.
CHUNK = re.compile(r"[ \u00a0\u202f-]?([^\s,;:()\[\]{}\"“”!?—–]+)")
_BRACKETED = re.compile(r" ?[\[{<]([^\s\[\]{}<>]{1,8})[\]}>]")
_LOWER = tuple("abcdefghijklmnopqrstuvwxyz")
_SPREAD = ("thick", "long", "tall", "wide", "deep", "high", "across", "thick", "above", "below", "screen", "display")


def symbol(right: str, at: int) -> tuple[str, int] | None:
    """The unit whose sign stands at a place, and where the sign ends; None for anything else."""
    bracketed = _BRACKETED.match(right, at)
    if bracketed and bracketed.group(1) in units.SYMBOLS:  # "20 [kg]"
        return units.SYMBOLS[bracketed.group(1)], bracketed.end()
    match = CHUNK.match(right, at)
    if match is None:
        return None
    chunk, start = match.group(1), match.start(1)
    for piece in _cuts(chunk):
        if piece in ("C", "F") and chunk[1:2] == "/":  # the sign of cents: "14.7C/"
            continue
        unit = units.SYMBOLS.get(piece) or (units.GLUED.get(piece) if _is_glued(right, at, start, piece) else None)
        if unit is not None and not (start > at and _is_compass(piece, right[start + 1 :])):
            return unit, start + len(piece)
    return None


def _is_compass(symbol: str, behind: str) -> bool:
    """Whether a single capital apart from the number belongs to a name: "800 W. Alder Street"."""
    if len(symbol) > 1 or not symbol.isupper():
        return False
    return (behind[:2] == ". " and behind[2:3].isupper()) or (
        behind[:1] == " " and behind[1:3].istitle() and behind[2:3].islower()
    )


def _cuts(chunk: str) -> Iterator[str]:
    """The chunk, and what is left of it without closing marks, a slash part, a hyphenated word, or behind a sign."""
    yield chunk
    if chunk.isalpha():
        return
    bare = chunk.rstrip(".,'’*>")
    yield bare
    yield bare.split("/", 1)[0]
    head, _, rest = bare.partition("-")
    yield head if rest[:1].isalpha() or (rest[:1].isdigit() and len(head) > 1) else ""
    yield bare.split("'", 1)[0].split("’", 1)[0]
    yield bare[:2] if bare[:1] in "°º" else bare[:1] if bare[:1] in "%‰°º" else ""
    yield bare[:1] if bare[:1] in "°º" else ""


def _is_glued(right: str, at: int, start: int, symbol: str) -> bool:
    if start == at or right[at] == "-":
        return not right.startswith("-in-", at)  # "a 1-in-63 chance"
    if symbol in ("C", "F"):
        behind = right[start + 1 : start + 3]
        return behind.strip(" .,;)(")[:1] in ("", *_LOWER) and (behind[:1] != "." or not behind[1:].strip())
    if symbol != "in":
        return False
    follows = right[start + len(symbol) :].lstrip().split(None, 1)[:1]
    return not follows or follows[0].strip(".,") in _SPREAD or right[start + 2 : start + 3] in (".", ",", ")")
