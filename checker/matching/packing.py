"""Sides as bytes, for engines that run the steps of matching in many processes. JSON: reading it runs nothing."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from checker.matching.side import Side
from checker.values.value import Value

_Maker = Callable[[Any], Any]


def packed(side: Side) -> bytes:
    """The bytes that stand for a side; the same for equal sides, whatever process they were made in."""
    plain = [_plain(getattr(side, name)) for name in _makers()]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(content: bytes) -> Side:
    """The side that `packed` was given."""
    makers = _makers()
    cells = zip(makers.items(), json.loads(content), strict=True)
    return Side(**{name: cell if cell is None or make is None else make(cell) for (name, make), cell in cells})


def _plain(cell: Any) -> Any:
    if isinstance(cell, frozenset):
        return sorted(cell)
    if isinstance(cell, Value):
        return [getattr(cell, part.name) for part in fields(cell)]
    return cell


@cache
def _makers() -> Mapping[str, _Maker | None]:
    """Field of a side -> what makes its value of what JSON gives back; None where that is the value."""
    hints = get_type_hints(Side)
    return {part.name: _maker(hints[part.name]) for part in fields(Side)}


def _maker(hint: Any) -> _Maker | None:
    kinds = {get_origin(one) or one for one in (hint, *get_args(hint))}
    if Value in kinds:
        return lambda cells: Value(*cells)
    return next((kind for kind in (frozenset, tuple) if kind in kinds), None)
