"""Whether conditions can be true together: what is proven here holds for all data, what is not proven may still hold.

A condition is walked down to its comparisons, branch by branch at every `or`, and each branch is asked whether any
values satisfy all of its comparisons at once. Comparisons of one subject with constants are decided by trying the
constants, what lies between them, and the unknown; others are names that are true, false or unknown.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from checker.judging.expression.functions import FUNCTIONS
from checker.judging.expression.tree import ANSWER, NUMBER, Constant, Field, Node, Operation
from checker.judging.expression.written import written

MOST_STEPS = 4_000  # branches tried; what is not settled by then counts as possible

_ORDER = ("<", ">", "<=", ">=")
_FLIPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_UNKNOWN: Any = object()
_OTHER = "\0other"  # a text that no constant of the conditions is

# What is asked of a condition: the answers it may give.
YES, NO = frozenset({"yes"}), frozenset({"no"})
NOT_YES, NOT_NO = frozenset({"no", "unknown"}), frozenset({"yes", "unknown"})
_TURNED = {"yes": "no", "no": "yes", "unknown": "unknown"}

Goal = tuple[Node, frozenset[str]]
Branches = list[list[Goal]]


def is_possible(goals: Iterable[Goal]) -> bool | None:
    """Whether all conditions may give one of the answers asked of each.

    Returns:
        False where it is proven that they never do, None where that is not settled within MOST_STEPS.

    """
    search = _Search()
    found = search.holds(list(goals), [], _Facts())
    return None if search.steps < 0 else found


@dataclass(frozen=True, slots=True)
class _Literal:
    """One comparison of a subject, and the answers it may give."""

    subject: Node
    test: tuple[str, tuple[float | str, ...]]  # operator and constants; "known" and "" take none
    answers: frozenset[str]


@dataclass(slots=True)
class _Facts:
    """The comparisons of one branch."""

    literals: tuple[_Literal, ...] = ()

    def with_one(self, literal: _Literal) -> "_Facts":
        """The facts and one more."""
        return _Facts((*self.literals, literal))

    def are_possible(self, latest: Node) -> bool:
        """Whether all that is said can be, where it could before the last word on the subject `latest`."""
        values = self._values(latest)
        if not values or not _phrases_agree(self.literals, latest):
            return False
        subjects = {literal.subject for literal in self.literals}
        if _UNKNOWN not in values:
            return all(any(v is not _UNKNOWN for v in self._values(leaf)) for leaf in subjects & {*_leaves(latest)})
        is_never_known = values == [_UNKNOWN]
        return not (
            is_never_known and any(latest in {*_leaves(s)} and _UNKNOWN not in self._values(s) for s in subjects)
        )

    def _values(self, subject: Node) -> list[Any]:
        return list(_satisfying(subject, [literal for literal in self.literals if literal.subject == subject]))


@dataclass(slots=True)
class _Search:
    """A walk through the branches, as long as steps are left."""

    steps: int = field(default=MOST_STEPS)

    def holds(self, goals: list[Goal], choices: list[Branches], facts: _Facts) -> bool:
        """Whether the goals, and one branch of every choice, are possible beside the facts."""
        self.steps -= 1
        if self.steps < 0:
            return True
        goals, choices = list(goals), list(choices)
        while goals:
            found = _branches(*goals.pop())
            if isinstance(found, _Literal):
                facts = facts.with_one(found)
                if not facts.are_possible(found.subject):
                    return False
            elif len(found) == 1:
                goals.extend(found[0])
            else:
                choices.append(found)
        return self._chosen(sorted(choices, key=len), facts)

    def _chosen(self, choices: list[Branches], facts: _Facts) -> bool:
        if not choices:
            return True
        first, *others = choices
        return any(self.holds(branch, others, facts) for branch in first)


def _branches(node: Node, answers: frozenset[str]) -> "_Literal | Branches":
    """A comparison as it is; else the ways in which the parts can give such an answer: each way asks for all in it."""
    if isinstance(node, Operation) and node.name == "not":
        return [[(node.operands[0], frozenset(_TURNED[answer] for answer in answers))]]
    if isinstance(node, Operation) and node.name in ("and", "or"):
        return _junction(node, answers)
    return _literal(node, answers)


def _junction(node: Operation, answers: frozenset[str]) -> Branches:
    """Kleene's `and` is yes where all are, and not no where none is; else a part decides. `or` is it turned round."""
    all_of = answers in ((YES, NOT_NO) if node.name == "and" else (NO, NOT_YES))
    goals: list[Goal] = [(operand, answers) for operand in node.operands]
    return [goals] if all_of else [[goal] for goal in goals]


def _literal(node: Node, answers: frozenset[str]) -> "_Literal | Branches":
    if not isinstance(node, Operation):
        return _Literal(node, ("", ()), answers)
    first, *others = node.operands
    constants = [other.value for other in others if isinstance(other, Constant)]
    if node.name == "known":
        return _Literal(first, ("known", ()), answers)
    if node.name in ("in", "==", "!=", *_ORDER) and isinstance(first, Constant):
        return _literal(Operation(_FLIPPED.get(node.name, node.name), (*others, first), ANSWER), answers)
    if node.name in ("in", "==", "!=", *_ORDER) and len(constants) == len(others):
        return _Literal(first, (node.name, tuple(constants)), answers)
    if node.name in ("==", "!=", *_ORDER):
        return _between(node, answers)
    return _Literal(node, ("", ()), answers)


def _between(node: Operation, answers: frozenset[str]) -> _Literal:
    """Two sides against each other: numbers and days by their difference, others by whether they are equal."""
    left, right = sorted(node.operands, key=written)
    name = node.name if left == node.operands[0] else _FLIPPED.get(node.name, node.name)
    if name not in _ORDER:
        turned = frozenset(_TURNED[answer] for answer in answers) if name == "!=" else answers
        return _Literal(Operation("==", (left, right), ANSWER), ("", ()), turned)
    return _Literal(Operation("-", (left, right), NUMBER), (name, (0.0,)), answers)


def _satisfying(subject: Node, said: Sequence[_Literal]) -> Iterator[Any]:
    """The values of a subject, one for each sort that the comparisons tell apart, that satisfy all of them."""
    constants = {constant for literal in said for constant in literal.test[1]}
    for value in _values(subject, constants):
        if all(_answer(literal.test, value) in literal.answers for literal in said):
            yield value


def _values(subject: Node, constants: Iterable[float | str]) -> Iterator[Any]:
    if not (isinstance(subject, Field) and subject.is_sure):
        yield _UNKNOWN
    if subject.type == ANSWER:
        yield from (True, False)
    elif numbers := sorted(constant for constant in constants if not isinstance(constant, str)):
        yield from (numbers[0] - 1, *numbers, *((low + high) / 2 for low, high in pairwise(numbers)), numbers[-1] + 1)
    else:
        closed = _closed(subject)
        yield from closed or (*sorted(map(str, constants)), _OTHER)


def _closed(subject: Node) -> tuple[str, ...]:
    """All values that a subject has; empty where the list is open, as that of units, which may be two in one."""
    if isinstance(subject, Field):
        return subject.vocabulary if subject.name != "unit" else ()
    return FUNCTIONS[subject.name].vocabulary if isinstance(subject, Operation) and subject.name in FUNCTIONS else ()


def _answer(test: tuple[str, tuple[float | str, ...]], value: Any) -> str:
    name, constants = test
    if name == "known":
        return "no" if value is _UNKNOWN else "yes"
    if value is _UNKNOWN:
        return "unknown"
    return "yes" if _TESTS[name](value, constants) else "no"


_TESTS: Any = {
    "": lambda value, _: bool(value),
    "in": lambda value, constants: value in constants,
    "==": lambda value, constants: value == constants[0],
    "!=": lambda value, constants: value != constants[0],
    "<": lambda value, constants: value < constants[0],
    "<=": lambda value, constants: value <= constants[0],
    ">": lambda value, constants: value > constants[0],
    ">=": lambda value, constants: value >= constants[0],
}


def _leaves(subject: Node) -> Iterator[Node]:
    """What must be known where the subject is known: all that its strict operations work on."""
    if not isinstance(subject, Operation):
        yield subject
    elif subject.name not in FUNCTIONS or FUNCTIONS[subject.name].is_strict:
        for operand in subject.operands:
            if not isinstance(operand, Constant):
                yield operand
                yield from _leaves(operand)


def _phrases_agree(literals: Sequence[_Literal], latest: Node) -> bool:
    """Of a text that holds one of some phrases, not all of those can be denied elsewhere."""
    if not _is_contains(latest):
        return True
    asked = [literal for literal in literals if _is_contains(literal.subject)]
    for literal in asked:
        text, *phrases = _operands(literal.subject)
        denied = {
            phrase
            for other in asked
            if "yes" not in other.answers and _operands(other.subject)[0] == text
            for phrase in _operands(other.subject)[1:]
        }
        if literal.answers == YES and denied.issuperset(phrases):
            return False
    return True


def _is_contains(node: Node) -> bool:
    return isinstance(node, Operation) and node.name == "contains"


def _operands(node: Node) -> tuple[Node, ...]:
    return node.operands if isinstance(node, Operation) else ()
