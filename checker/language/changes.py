"""Changes: words that tell which way a figure moves."""

from checker.language.lexicon import lexicon

_CHANGES = lexicon("changes")
_BETWEEN = frozenset(_CHANGES["between"]["words"])
_BEFORE = {word: way for way in ("up", "down") for word in _CHANGES[way]["before"]}
_AFTER = {word: way for way in ("up", "down") for word in _CHANGES[way]["after"]}
_REACH = 6  # words
_MOVES = frozenset({*_BEFORE, *_CHANGES["either"]["words"]})
_RANGING = frozenset(_CHANGES["ranging"]["words"])
_PARTICIPLES = ("ed", "expected", "forecast")
_STOPS = (",", ";", ":", ".", "!", "?", ")", "—", "–")


def before(left: str, *, is_count: bool = False) -> str | None:
    """Which way the words before a figure move it: up, down, or None ("rose by about" 3%).

    Before a count a bare "up" or "down" belongs to another verb ("shut down" 40 streets).
    """
    words = left.lower().split()[-_REACH:]
    while words:
        last = words.pop()
        two = f"{words[-1]} {last}" if words else last
        way = _BEFORE.get(two) or _BEFORE.get(last)
        if way:
            return None if is_count and last in ("up", "down") else way
        if last not in _BETWEEN and not is_described(last):
            return None
    return None


def is_described(word: str) -> bool:
    """Whether it is an adjective of several words, as in "rose a lower-than-expected" 5%."""
    return "-" in word and word.endswith(_PARTICIPLES)


def moves_from(left: str) -> bool:
    """Whether the words before "from" tell that a figure moves: "raised the wage" from 10 to 12."""
    for word in reversed(left.lower().split()[-_REACH:]):
        if word in _RANGING or word.endswith(_STOPS):
            return False
        if word in _MOVES:
            return True
    return False


def after(right: str) -> str | None:
    """Which way the words after a figure move it: up, down, or None (3% "higher")."""
    words = right.lower().replace(",", " ").replace(".", " ").split()[:2]
    return (_AFTER.get(" ".join(words)) or _AFTER.get(words[0])) if words else None
