"""A condition step by step for one pair: every part of it with its value."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from checker.judging.expression.evaluate import Block, Columns
from checker.judging.expression.tree import ANSWER, DATE, LIST, TEXT, Constant, Node, Operation
from checker.judging.expression.written import constant, written

MOST_TEXT = 60  # characters of a text that are shown
_EPOCH = dt.date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Step:
    """One part of a condition; columns and tolerances that it names itself stand in `given`."""

    depth: int  # 0 for the whole
    text: str
    value: str
    given: tuple[tuple[str, str], ...]


class Walk:
    """One pair, for which conditions are walked through."""

    def __init__(self, columns: Columns, row: int = 0) -> None:
        self._block = Block(columns, slice(row, row + 1))
        self._texts = columns.texts

    def answer(self, node: Node) -> str:
        """The value of a node in words: yes, no, a number, a day, a text in quotes, or unknown."""
        vector = self._block.value(node)
        if not vector.known.reshape(-1)[0]:
            return "unknown"
        return self._told(node.type, vector.values.reshape(-1)[0])

    def steps(self, node: Node, depth: int = 0) -> Iterator[Step]:
        """The node and every part below it, from the top."""
        operands = node.operands if isinstance(node, Operation) else (node,)
        leaves = dict.fromkeys(operand for operand in operands if _is_leaf(operand))
        yield Step(
            depth, written(node), self.answer(node), tuple((written(leaf), self.answer(leaf)) for leaf in leaves)
        )
        for operand in operands:
            if isinstance(operand, Operation):
                yield from self.steps(operand, depth + 1)

    def _told(self, type_: str, value: Any) -> str:
        if type_ == ANSWER:
            return "yes" if value else "no"
        if type_ == DATE:
            return dt.date.fromordinal(_EPOCH + int(value)).isoformat()
        if type_ in (TEXT, LIST):
            text = self._texts.texts[int(value)]
            return constant(text if len(text) <= MOST_TEXT else f"{text[:MOST_TEXT]}…")
        return format(float(value), ".12g" if value == int(value) else ".6g")


def _is_leaf(node: Node) -> bool:
    """Whether it has a value worth telling and no parts: a column or a tolerance."""
    return not isinstance(node, Operation) and not (isinstance(node, Constant) and not node.name)
