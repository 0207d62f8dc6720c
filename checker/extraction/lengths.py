"""Marks of length behind a number: 5" in inches, 6' in feet; told from the quotation marks they look like."""

from checker.language.lexicon import lexicon

_INCHES = ('"', "”", "″", "''")
_FEET = ("'", "’", "′")
_PRIMES = ("″", "′")  # mean nothing else
_MARKS = frozenset("\"”″'’′")
_EXTENTS = tuple(lexicon("counted")["extents"]["words"])
_ARTICLES = ("a ", "an ", "the ", "by ", "x ")
_REACH = 240  # characters back in which a quotation may have opened
_LARGEST = 3  # digits


def may_follow(text: str, end: int) -> bool:
    """Whether a mark that may mean a length stands at a place, perhaps behind a blank."""
    at = end + 1 if text[end : end + 1] == " " else end
    return text[at : at + 1] in _MARKS


def read(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The unit that a mark behind the number at `start` to `end` tells, and the length of the mark; None for none."""
    blank = text[end : end + 1] == " "
    at = end + blank
    for marks, unit in ((_INCHES, "inch"), (_FEET, "foot")):
        mark = next((sign for sign in marks if text.startswith(sign, at)), None)
        if mark is not None and _is_length(text, start, end, at, mark):
            return unit, at + len(mark) - end
    return None


def _is_length(text: str, start: int, end: int, at: int, mark: str) -> bool:
    behind = at + len(mark)
    if text[behind : behind + 1].isalnum() or end - start > _LARGEST + len(".25"):
        return mark in _PRIMES or (mark in _FEET and text[behind : behind + 1].isdigit() and _is_height(text, behind))
    if mark in _PRIMES or text.startswith(_EXTENTS, behind):
        return True
    if at > end or _is_in_quotes(text, start, mark):
        return False
    return mark not in _FEET or text[:start].endswith(_ARTICLES) or _is_height(text, behind)


def _is_height(text: str, behind: int) -> bool:
    """Whether inches follow the feet: 5' 11"."""
    inches = text[behind : behind + len(" 11''")].lstrip(" ")
    digits = len(inches) - len(inches.lstrip("0123456789"))
    return digits > 0 and inches.startswith(_INCHES, digits)


def _is_in_quotes(text: str, start: int, mark: str) -> bool:
    """Whether a quotation is open before the number, which the mark then closes."""
    line = text[max(0, text.rfind("\n", 0, start) + 1, start - _REACH) : start]
    if mark in ("”", "’"):
        return line.count("“" if mark == "”" else "‘") > line.count(mark)
    if mark == '"':  # marks behind other numbers may be inches as well: 5", 6" and 7"
        return sum(1 for at, sign in enumerate(line) if sign == mark and not line[at - 1 : at].isdigit()) % 2 == 1
    return any(line.startswith("'") or opening in line for opening in (" '", "('"))
