"""The checked form of a condition: a tree of constants, fields and operations, each with its type."""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.judging.around import AROUND
from checker.judging.reckoned import RECKONED
from checker.language import currencies, units
from checker.tables import CLAIMS, PAIRS, Column

# Types, named as error messages speak of them.
NUMBER = "a number"
TEXT = "a text"
ANSWER = "yes or no"
DATE = "a day"
LIST = "a list"
BROKEN = "broken"  # what a fault leaves behind, so that it is told once

_TYPES = {
    "str": TEXT,
    "float64": NUMBER,
    "int64": NUMBER,
    "bool": ANSWER,
    "datetime64[s]": DATE,
    "object": LIST,
}


@dataclass(frozen=True, slots=True)
class Constant:
    """A number or text written in the condition, or a tolerance that its pack names."""

    value: float | str
    type: str
    name: str = ""  # of the tolerance; empty for what is written out


@dataclass(frozen=True, slots=True)
class Field:
    """A column: of the left claim (`a.kind`), of the right one (`b.kind`) or of the pair (`score`)."""

    side: str  # "a", "b", or "" for the pair
    name: str
    type: str
    vocabulary: tuple[str, ...] = ()
    is_sure: bool = False  # whether it is always known

    def __str__(self) -> str:
        """As it is written."""
        return f"{self.side}.{self.name}" if self.side else self.name


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator or function on its operands."""

    name: str
    operands: tuple["Node", ...]
    type: str


Node = Constant | Field | Operation
FAULT = Operation("fault", (), BROKEN)


def parts(node: Node) -> Iterator[Node]:
    """The node and all below it, from the top."""
    yield node
    for operand in node.operands if isinstance(node, Operation) else ():
        yield from parts(operand)


def names_of(node: Node) -> tuple[str, ...]:
    """The tolerances that a condition names, in order of the alphabet."""
    return tuple(sorted({part.name for part in parts(node) if isinstance(part, Constant) and part.name}))


def is_inside(node: Node) -> bool:
    """Whether a condition is one on what a document's own figures say of each other, not on pairs of a fact."""
    names = {column.name for column in RECKONED}
    return any(isinstance(part, Field) and not part.side and part.name in names for part in parts(node))


_SHARES = ("percent", "percentage point", "basis point", "fraction", "share")
# The words of columns whose vocabulary the language keeps. A unit may be two of them: "USD/share".
_WORDS: dict[str, tuple[str, ...]] = {
    "unit": (*sorted({*currencies.CODES, *units.NAMES.values()}), *_SHARES),
}


def _field(side: str, column: Column) -> Field:
    words = _WORDS.get(column.name, ()) if side else ()
    is_sure = not column.nullable and column.dtype != "object"  # an empty list is unknown
    return Field(side, column.name, _TYPES[column.dtype], column.vocabulary or words, is_sure)


# Everything a condition may name, by the way it is written.
FIELDS: dict[str, Field] = {
    str(field): field
    for field in (
        *(_field(side, column) for side in ("a", "b") for column in CLAIMS),
        *(_field("", column) for column in (*PAIRS, *AROUND, *RECKONED)),
    )
}
