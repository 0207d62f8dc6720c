"""Tables of reference facts: rows of CSV as documents of their sources, every cell with its place."""

from checker.reading.facts.columns import COLUMNS, FactsError
from checker.reading.facts.tables import Facts, facts

__all__ = ["COLUMNS", "Facts", "FactsError", "facts"]
