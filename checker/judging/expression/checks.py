"""What a condition may not say, and the words that tell how to repair it."""

import ast
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import Any

from checker.judging.expression.functions import FUNCTIONS, Function
from checker.judging.expression.tree import FIELDS, Constant, Field, Node, Operation

LARGEST = 1e30

# Python's name of a node -> how the error speaks of it.
_SAID: dict[type[ast.AST], str] = {
    ast.Subscript: "an index `x[...]`",
    ast.Lambda: "`lambda`",
    ast.IfExp: "`x if y else z`",
    ast.JoinedStr: "an f-string",
    ast.NamedExpr: "`:=`",
    ast.Tuple: "a list of values outside `in`",
    ast.List: "a list of values outside `in`",
    ast.Set: "a list of values outside `in`",
    ast.Starred: "`*x`",
}


def said(node: ast.AST) -> str:
    """How an error speaks of a node that is not allowed."""
    return _SAID.get(type(node), f"this ({type(node).__name__})")


def nearest(word: str, choices: Iterable[str], quote: str = "`") -> str:
    """`, did you mean ...?`, or nothing when nothing is near."""
    typed = word[:64]
    near = get_close_matches(typed, list(choices), n=5, cutoff=0.6)
    near.sort(key=lambda choice: (-SequenceMatcher(None, choice, typed).ratio(), -_shared(choice, typed)))
    swapped = [choice for choice in near if sorted(choice) == sorted(word)]
    best = (swapped or near)[:1]
    return f", did you mean {quote}{best[0]}{quote}?" if best else ""


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))


def find_field(written: str, others: Iterable[str] = ()) -> Field | str:
    """The field as written, or what is wrong with it; `others` are names that are no fields."""
    if written in FIELDS:
        return FIELDS[written]
    if written in ("a", "b"):
        return f"`{written}` is a claim; name one of its columns, as in `{written}.kind`"
    if f"a.{written}" in FIELDS:
        return f"unknown field `{written}`, did you mean `a.{written}` or `b.{written}`?"
    return f"unknown field `{written[:80]}`{nearest(written, (*FIELDS, *others))}"


def refused_constant(value: Any) -> str:
    """Why a constant other than a number or a text is not allowed."""
    if value is None:
        return "None is not part of the rule language; ask known(x) or not known(x)"
    if isinstance(value, bool):
        return "True and False are not needed; write the condition itself, or `not` before it"
    return "only numbers and texts are constants here"


def refused_pair(operator: str, left: Node, right: Node, types: Sequence[str]) -> str:
    """Why two sides cannot be compared; empty when they can."""
    if left.type != right.type:
        return f"`{operator}` compares like with like, this is {left.type} and {right.type}"
    if left.type not in types:
        return f"`{operator}` does not compare {left.type} with {right.type}"
    if isinstance(left, Constant) and isinstance(right, Constant):
        return "both sides are written out, so the answer never changes"
    return _refused_vocabulary(left, right)


def refused_call(name: str, function: Function, operands: Sequence[Node]) -> str:
    """Why a call cannot be made; empty when it can."""
    least = len(function.parameters)
    most = function.most or least
    if not least <= len(operands) <= most:
        return f"`{name}` takes {_amount(least, most)}, this has {len(operands)}"
    for operand, allowed in zip(operands, _parameters(function, len(operands)), strict=True):
        if operand.type not in allowed:
            return f"`{name}` takes {' or '.join(allowed)}, this is {operand.type}"
    return _refused_operands(name, function, operands)


def _parameters(function: Function, count: int) -> list[tuple[str, ...]]:
    extra = count - len(function.parameters)
    return [*function.parameters, *[function.parameters[-1]] * extra]


def _amount(least: int, most: int) -> str:
    plural = "s" if most > 1 else ""
    return f"{least} operand{plural}" if least == most else f"{least} to {most} operands"


def _refused_operands(name: str, function: Function, operands: Sequence[Node]) -> str:
    if function.is_uniform and len({operand.type for operand in operands}) > 1:
        return f"`{name}` compares like with like, these are {' and '.join(sorted({o.type for o in operands}))}"
    if all(isinstance(operand, Constant) for operand in operands):
        return f"`{name}` sees only what is written out, so the answer never changes"
    if function.has_written and not all(isinstance(o, Constant) and str(o.value).strip() for o in operands[1:]):
        return f"`{name}` takes phrases written out after the first operand"
    return ""


def _refused_vocabulary(left: Node, right: Node) -> str:
    words, others = _vocabulary(left), _vocabulary(right)
    if words and others and not set(words) & set(others):
        return f"`{_written(left)}` and `{_written(right)}` have no value in common"
    for constant, node in ((right, left), (left, right)):
        known = _vocabulary(node)
        if known and isinstance(constant, Constant) and not set(str(constant.value).split("/")) <= set(known):
            value = str(constant.value)[:40]
            return f"'{value}' is never a value of `{_written(node)}`{nearest(value, known, chr(39))}"
    return ""


def _vocabulary(node: Node) -> tuple[str, ...]:
    """The closed list of a node's values; empty where it is open."""
    if isinstance(node, Field):
        return node.vocabulary
    return FUNCTIONS[node.name].vocabulary if isinstance(node, Operation) and node.name in FUNCTIONS else ()


def _written(node: Node) -> str:
    return f"{node.name}(...)" if isinstance(node, Operation) else str(node)
