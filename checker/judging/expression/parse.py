"""From the words of a condition to its checked tree; every fault is collected with its place."""

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from checker.judging.expression import checks
from checker.judging.expression.functions import FUNCTIONS
from checker.judging.expression.syntax import UnreadableError, syntax
from checker.judging.expression.tree import (
    ANSWER,
    BROKEN,
    DATE,
    FAULT,
    NUMBER,
    TEXT,
    Constant,
    Node,
    Operation,
)

_ARITHMETIC: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_EQUALITY: dict[type[ast.cmpop], str] = {ast.Eq: "==", ast.NotEq: "!="}
_ORDER: dict[type[ast.cmpop], str] = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
_UNARY: dict[type[ast.unaryop], tuple[str, str]] = {ast.Not: ("not", ANSWER), ast.USub: ("negative", NUMBER)}
_BOOL: dict[type[ast.boolop], str] = {ast.And: "and", ast.Or: "or"}


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong at one place of a condition."""

    position: int  # characters from the beginning of the condition
    reason: str


def parse(when: str, tolerances: Mapping[str, float] | None = None) -> tuple[Node, list[Fault]]:
    """Read and check a condition against the schema of the tables, before any data is seen.

    Args:
        when: the condition as written.
        tolerances: numbers that it may name, beside the columns.

    Returns:
        The tree, and every fault found; a tree with faults is not to be used.

    """
    line = "".join(" " if c.isspace() else c for c in when)
    indent = len(line) - len(line.lstrip())
    try:
        body = syntax(line)
    except UnreadableError as error:
        position, reason = error.args
        return FAULT, [Fault(indent + position, reason)]
    reader = _Reader(line, indent, tolerances or {})
    node = reader.read(body)
    if node.type not in (ANSWER, BROKEN):
        reader.fault(body, f"a rule must answer yes or no, this is {node.type}")
    return node, sorted(reader.faults)


@dataclass(slots=True)
class _Reader:
    """Turns the nodes of Python's syntax that are allowed into ours."""

    line: str
    indent: int
    tolerances: Mapping[str, float]
    faults: list[Fault] = field(default_factory=list)

    def read(self, node: ast.expr) -> Node:
        reader = _READERS.get(type(node))
        if reader is not None:
            return reader(self, node)
        return self.fault(node, f"{checks.said(node)} is not part of the rule language")

    def fault(self, node: ast.AST, reason: str) -> Node:
        # ast counts bytes of the stripped text
        offset = getattr(node, "col_offset", 0)
        before = self.line[self.indent :].encode()[:offset].decode(errors="ignore")
        self.faults.append(Fault(self.indent + len(before), reason))
        return FAULT

    def constant(self, node: ast.Constant) -> Node:
        if isinstance(node.value, str):
            return Constant(node.value, TEXT)
        if isinstance(node.value, bool) or not isinstance(node.value, int | float):
            return self.fault(node, checks.refused_constant(node.value))
        if abs(node.value) > checks.LARGEST:
            return self.fault(node, "the number is out of range")
        return Constant(float(node.value), NUMBER)

    def name(self, node: ast.Name | ast.Attribute) -> Node:
        written = ast.unparse(node)
        if written in self.tolerances:
            return Constant(self.tolerances[written], NUMBER, written)
        found = checks.find_field(written, self.tolerances)
        return self.fault(node, found) if isinstance(found, str) else found

    def unary(self, node: ast.UnaryOp) -> Node:
        name, type_ = _UNARY.get(type(node.op), ("", ""))
        if not name:
            return self.fault(node, "only `not` and `-` stand before a single operand here")
        return self._operation([node.operand], name, type_)

    def arithmetic(self, node: ast.BinOp) -> Node:
        name = _ARITHMETIC.get(type(node.op))
        if name is None:
            return self.fault(node, "only + - * / calculate here")
        return self._operation([node.left, node.right], name, NUMBER)

    def junction(self, node: ast.BoolOp) -> Node:
        whole = self._operation(node.values, _BOOL[type(node.op)], ANSWER)
        return _flat(whole) if isinstance(whole, Operation) and whole.type == ANSWER else whole

    def comparison(self, node: ast.Compare) -> Node:
        sides = [node.left, *node.comparators]
        links = [
            self._link(left, operator, right) for left, operator, right in zip(sides, node.ops, sides[1:], strict=False)
        ]
        if any(link.type == BROKEN for link in links):
            return FAULT
        return links[0] if len(links) == 1 else Operation("and", tuple(links), ANSWER)

    def _link(self, left: ast.expr, operator: ast.cmpop, right: ast.expr) -> Node:
        if isinstance(operator, ast.In | ast.NotIn):
            return self._among(left, right, is_negated=isinstance(operator, ast.NotIn))
        operands = (self.read(left), self.read(right))
        blame = right if isinstance(right, ast.Constant) else left
        if type(operator) in _ORDER:
            return self._compared(blame, _ORDER[type(operator)], operands, (NUMBER, DATE))
        if type(operator) in _EQUALITY:
            return self._compared(blame, _EQUALITY[type(operator)], operands, (NUMBER, TEXT, ANSWER, DATE))
        return self.fault(left, "`is` is not part of the rule language; write == or known(x)")

    def _compared(self, node: ast.expr, name: str, operands: tuple[Node, Node], types: Sequence[str]) -> Node:
        if any(operand.type == BROKEN for operand in operands):
            return FAULT
        reason = checks.refused_pair(name, *operands, types)
        return self.fault(node, reason) if reason else Operation(name, operands, ANSWER)

    def _among(self, left: ast.expr, right: ast.expr, *, is_negated: bool) -> Node:
        if not isinstance(right, ast.Tuple | ast.List | ast.Set) or not right.elts:
            return self.fault(right, 'after `in` write the choices out: ("money", "percent")')
        subject = self.read(left)
        pairs = [self._choice(subject, choice) for choice in right.elts]
        if subject.type == BROKEN or any(choice.type == BROKEN for choice in pairs):
            return FAULT
        among = Operation("in", (subject, *pairs), ANSWER)
        return Operation("not", (among,), ANSWER) if is_negated else among

    def _choice(self, subject: Node, choice: ast.expr) -> Node:
        node = self.read(choice)
        if not isinstance(node, Constant):
            return node if node.type == BROKEN else self.fault(choice, "write the choice out, as a number or a text")
        return node if self._compared(choice, "in", (subject, node), (NUMBER, TEXT)).type != BROKEN else FAULT

    def call(self, node: ast.Call) -> Node:
        name = node.func.id if isinstance(node.func, ast.Name) else ast.unparse(node.func)
        if name not in FUNCTIONS:
            return self.fault(node, f"unknown function `{name}`{checks.nearest(name, FUNCTIONS)}")
        if node.keywords:
            return self.fault(node, f"`{name}` takes no named operands")
        operands = tuple(self.read(operand) for operand in node.args)
        if any(operand.type == BROKEN for operand in operands):
            return FAULT
        reason = checks.refused_call(name, FUNCTIONS[name], operands)
        return self.fault(node, reason) if reason else Operation(name, operands, FUNCTIONS[name].result)

    def _operation(self, nodes: Sequence[ast.expr], name: str, type_: str) -> Node:
        """An operator whose operands and result are all of one type."""
        operands = tuple(self.read(node) for node in nodes)
        wrong = [i for i, operand in enumerate(operands) if operand.type not in (type_, BROKEN)]
        for i in wrong:
            self.fault(nodes[i], f"`{name}` takes {type_}, this is {operands[i].type}")
        is_broken = wrong or any(operand.type == BROKEN for operand in operands)
        return FAULT if is_broken else Operation(name, operands, type_)


def _flat(whole: Operation) -> Operation:
    """`x and (y and z)` is `x and y and z`."""
    terms = [
        term
        for operand in whole.operands
        for term in (operand.operands if isinstance(operand, Operation) and operand.name == whole.name else (operand,))
    ]
    return Operation(whole.name, tuple(terms), ANSWER)


_READERS: dict[type[ast.expr], Callable[..., Node]] = {
    ast.Constant: _Reader.constant,
    ast.Name: _Reader.name,
    ast.Attribute: _Reader.name,
    ast.UnaryOp: _Reader.unary,
    ast.BinOp: _Reader.arithmetic,
    ast.BoolOp: _Reader.junction,
    ast.Compare: _Reader.comparison,
    ast.Call: _Reader.call,
}
