"""JSON with places: a text to values that know where they stand. Linear, not recursive, capped; no number is built."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from checker.reading.records.escapes import meant

DEEPEST = 64
MOST_VALUES = 1_000_000

# Possessive throughout: nothing is tried twice, so that a token takes time in its own length only.
_TOKEN = re.compile(
    r"[ \t\n\r]*+(?:"
    r'(?P<text>"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*+")'
    r"|(?P<plain>-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?(?![\w.])|(?:true|false|null|NaN|-?Infinity)\b)"
    r"|(?P<open>[\[{])|(?P<close>[\]}])|(?P<comma>,)|(?P<colon>:))"
)
_BLANK = re.compile(r"[ \t\n\r]*+")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*+')
_NO_JSON = frozenset({"NaN", "Infinity", "-Infinity"})


class BrokenError(Exception):
    """A text is no JSON; the message says why."""

    def __init__(self, place: int, message: str) -> None:
        """`place` is the character at which it breaks."""
        super().__init__(message)
        self.place = place


@dataclass(frozen=True, slots=True)
class Text:
    """A string, between its quotation marks."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Plain:
    """A number, true, false or null, as written."""

    start: int
    end: int


@dataclass(slots=True)
class Array:
    """An array; its values in order."""

    start: int
    end: int = 0
    values: "list[Value]" = field(default_factory=list)


@dataclass(slots=True)
class Object:
    """An object; of two members of one name the last holds."""

    start: int
    end: int = 0
    values: "dict[str, Value]" = field(default_factory=dict)
    key: str = ""  # the name whose value comes next


Value = Text | Plain | Array | Object


@dataclass(frozen=True, slots=True)
class Tree:
    """One JSON value, and what was odd about it."""

    value: Value
    warnings: tuple[str, ...]


@dataclass(slots=True)
class _State:
    original: str
    awaited: str = "value"  # a key of _WORDS
    open: list[Array | Object] = field(default_factory=list)
    top: Value | None = None
    count: int = 0
    warnings: dict[str, None] = field(default_factory=dict)


# What may come -> what is said when something else does.
_WORDS: Mapping[str, str] = {
    "value": "a value is expected",
    "first value": "a value or ] is expected",
    "key": "a name in quotation marks is expected",
    "first key": "a name in quotation marks or } is expected",
    "colon": "a colon is expected",
    "comma": "a comma or the end of what is open is expected",
    "end": "more stands after the end; a file of one record a line is named .jsonl",
}


def tree(original: str, start: int = 0, end: int | None = None) -> Tree:
    """The JSON value that stands in `original[start:end]`, with blanks around it at most.

    Raises:
        BrokenError: it is none, is nested deeper than 64, or holds more than a million values.

    """
    state = _State(original)
    end = len(original) if end is None else end
    place = _after_blanks(original, start, end)
    while place < end:
        match = _TOKEN.match(original, place, end)
        if match is None:
            raise _unreadable(state, place, end)
        kind = str(match.lastgroup)
        _STEPS[kind](state, match.start(kind), match.end())
        place = _after_blanks(original, match.end(), end)
    if state.top is None or state.awaited != "end":
        raise BrokenError(end, f"it ends early: {_WORDS[state.awaited]}")
    return Tree(state.top, tuple(state.warnings))


def _after_blanks(original: str, place: int, end: int) -> int:
    match = _BLANK.match(original, place, end)
    return match.end() if match else place


def _unreadable(state: _State, place: int, end: int) -> BrokenError:
    """Why no token stands at `place`: inside a string the very character, else what should have come."""
    string = _STRING.match(state.original, place, end)
    if string is None:
        return BrokenError(place, _WORDS[state.awaited])
    if string.end() == end:
        return BrokenError(place, "a string that never ends")
    is_escape = state.original[string.end()] == "\\"
    what = "an unknown escape" if is_escape else "a line end or control character"
    return BrokenError(string.end(), f"{what} in a string")


def _expect(state: _State, place: int, *awaited: str) -> None:
    if state.awaited not in awaited:
        raise BrokenError(place, _WORDS[state.awaited])


def _text(state: _State, start: int, end: int) -> None:
    if state.awaited not in ("key", "first key"):
        _expect(state, start, "value", "first value")
        _put(state, Text(start + 1, end - 1))
        return
    holder = state.open[-1]
    assert isinstance(holder, Object)  # noqa: S101 - only an object awaits a name
    holder.key = meant(state.original, start + 1, end - 1)
    if holder.key in holder.values:
        state.warnings[f"`{holder.key[:64]}` stands twice in one object: its last is read"] = None
    state.awaited = "colon"


def _plain(state: _State, start: int, end: int) -> None:
    if state.original[start:end] in _NO_JSON:
        state.warnings[f"{state.original[start:end]} is not JSON: read as null"] = None
    _put(state, Plain(start, end))


def _put(state: _State, value: Value) -> None:
    """Give a value to what is open; it is counted."""
    _expect(state, value.start, "value", "first value")
    state.count += 1
    if state.count > MOST_VALUES:
        raise BrokenError(value.start, f"more than {MOST_VALUES:,} values; split it")
    holder = state.open[-1] if state.open else None
    if holder is None:
        state.top = value
    elif isinstance(holder, Object):
        holder.values[holder.key] = value
    else:
        holder.values.append(value)
    state.awaited = "comma" if state.open else "end"


def _open(state: _State, start: int, end: int) -> None:
    is_object = state.original[end - 1] == "{"
    opened: Array | Object = Object(start) if is_object else Array(start)
    _put(state, opened)
    state.open.append(opened)
    if len(state.open) > DEEPEST:
        raise BrokenError(start, f"nested deeper than {DEEPEST}")
    state.awaited = "first key" if is_object else "first value"


def _close(state: _State, start: int, end: int) -> None:
    closes = Object if state.original[end - 1] == "}" else Array
    if not state.open or not isinstance(state.open[-1], closes):
        raise BrokenError(start, _WORDS[state.awaited])
    _expect(state, start, "comma", "first key" if closes is Object else "first value")
    state.open.pop().end = end
    state.awaited = "comma" if state.open else "end"


def _comma(state: _State, start: int, _end: int) -> None:
    _expect(state, start, "comma")
    state.awaited = "key" if isinstance(state.open[-1], Object) else "value"


def _colon(state: _State, start: int, _end: int) -> None:
    _expect(state, start, "colon")
    state.awaited = "value"


_STEPS: Mapping[str, Callable[[_State, int, int], None]] = {
    "text": _text,
    "plain": _plain,
    "open": _open,
    "close": _close,
    "comma": _comma,
    "colon": _colon,
}
