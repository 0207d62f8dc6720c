"""Measures the checker on labelled texts: predictions in the scorers' forms, one table, floors. Not shipped."""
