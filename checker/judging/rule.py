"""A rule: a condition on a pair of claims, the verdict it gives, and the examples that prove it."""

import datetime as dt
from dataclasses import dataclass

from checker.judging.expression import Node, is_inside


@dataclass(frozen=True, slots=True)
class Example:
    """One or two short texts on which a rule must, or must not, decide a pair."""

    a: str  # text of the first document
    b: str | None  # text of the second; None: both claims stand in the first
    fires: bool  # whether the rule decides some pair of claims of these texts
    published_a: dt.date | None = None
    published_b: dt.date | None = None
    outlet_a: str | None = None
    outlet_b: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One `[[rule]]` of a pack. Rules are tried by code, but for `before`; the first that holds decides."""

    code: str  # letters and three digits: "C601"
    name: str  # a few words
    verdict: str  # one of checker.tables.VERDICTS
    severity: str  # one of checker.tables.SEVERITIES
    when: str  # the condition as written
    condition: Node  # the same, checked
    message: str  # template of the finding's sentence
    why: str  # one sentence: why the condition means the verdict
    examples: tuple[Example, ...]
    path: str  # the file it stands in
    line: int  # of its [[rule]] there
    off: bool = False  # whether it rests until settings switch it on
    before: str = ""  # the rule that it is tried right before; "" leaves it in the order of codes
    tolerances: tuple[str, ...] = ()  # names of those that its condition goes by

    @property
    def is_inside(self) -> bool:
        """Whether it is tried on what a document's own figures say of each other, instead of on pairs."""
        return is_inside(self.condition)


@dataclass(frozen=True, slots=True)
class Retired:
    """A code that no rule bears any more, and that none may bear again."""

    code: str
    deprecated: str  # the code that took over
    path: str
    line: int
