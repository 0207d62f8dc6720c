"""From a checked condition back to words, the same for all conditions that say the same in the same order."""

from checker.judging.expression.tree import Constant, Field, Node, Operation

_BINDS = {"or": 1, "and": 2, "not": 3, "in": 4, "+": 5, "-": 5, "*": 6, "/": 6, "negative": 7}
_COMPARES = ("==", "!=", "<", "<=", ">", ">=")
_ATOM = 8


def written(node: Node) -> str:
    """A condition, or a part of one, on one line."""
    if isinstance(node, Constant):
        return node.name or constant(node.value)
    if isinstance(node, Field):
        return str(node)
    return _operation(node)


def constant(value: float | str) -> str:
    """A constant as a rule writes it."""
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return format(value, ".12g")


def _operation(node: Operation) -> str:
    name, binds = node.name, _binding(node)
    if name == "not":
        (inner,) = node.operands
        if isinstance(inner, Operation) and inner.name == "in":
            return _among(inner, "not in")
        return f"not {_held(inner, binds)}"
    if name == "negative":
        return f"-{_held(node.operands[0], binds)}"
    if name == "in":
        return _among(node, "in")
    if binds == _ATOM:
        return f"{name}({', '.join(written(operand) for operand in node.operands)})"
    first, *others = node.operands
    at_first = binds + (name in _COMPARES)  # one comparison beside another would be a chain
    return f" {name} ".join([_held(first, at_first), *(_held(other, binds + 1) for other in others)])


def _among(node: Operation, word: str) -> str:
    subject, *choices = node.operands
    listed = ", ".join(map(written, choices)) + "," * (len(choices) == 1)
    return f"{_held(subject, _BINDS['in'] + 1)} {word} ({listed})"


def _held(node: Node, least: int) -> str:
    """An operand, in brackets where it binds less than its place asks for."""
    text = written(node)
    return f"({text})" if isinstance(node, Operation) and _binding(node) < least else text


def _binding(node: Operation) -> int:
    if node.name == "not" and isinstance(node.operands[0], Operation) and node.operands[0].name == "in":
        return _BINDS["in"]
    return _BINDS["in"] if node.name in _COMPARES else _BINDS.get(node.name, _ATOM)
