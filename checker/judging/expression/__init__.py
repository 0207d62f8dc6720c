"""The language of conditions: Python's expression syntax over the columns of pairs and claims, closed and typed.

A condition is checked wholly before data is read. Unknowns are kept apart: `a.unit == b.unit` is neither true nor
false when one of them is unknown, and a rule decides only where its condition is true.
"""

from checker.judging.expression.evaluate import Columns, holding
from checker.judging.expression.functions import FUNCTIONS
from checker.judging.expression.parse import Fault, parse
from checker.judging.expression.tree import FIELDS, Node, is_inside, names_of

__all__ = ["FIELDS", "FUNCTIONS", "Columns", "Fault", "Node", "holding", "is_inside", "names_of", "parse"]
