"""Reference facts to claims: the cells of a row, read by the grammars that read articles."""

from checker.extraction.reference.claims import reference

__all__ = ["reference"]
