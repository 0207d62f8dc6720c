"""What is reckoned inside one document: columns that rules may name instead of those of a pair."""

from checker.tables import Column

CHECKS = (
    "parts",
    "answers",
    "over",
    "growth",
    "points",
    "difference",
    "percents",
    "share",
    "rate",
    "weekday",
    "near_weekday",
    "calendar",
    "age",
    "ago",
    "range",
    "days",
    "units",
    "money",
    "quotation",
    "correction",
)

RECKONED = (
    Column("check", "str", "inside one document: what is reckoned", CHECKS),
    Column("told", "float64", "inside one document: the figure as told", nullable=True),
    Column("expected", "float64", "inside one document: the figure that follows from the others", nullable=True),
    Column("gap", "float64", "inside one document: how far the two lie apart, rounding and hedges allowed for"),
    Column("off", "float64", "inside one document: the same as a share of the larger"),
    Column("arithmetic", "str", "inside one document: how it was reckoned, in words"),
)
