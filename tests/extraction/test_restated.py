"""A figure in brackets that restates another is about what that one is about; one that restates nothing is not."""

import pytest

import checker

COLUMNS = ("measure", "role", "period", "entities")
# why | sentence | what the last figure is about. Traps first.
CASES = [
    (
        "another year's figure",
        "Norsk Skip lost $9 million in 2023 ($3 million in 2022).",
        (None, "level", "in 2022", ["Norsk Skip"]),
    ),
    ("no bracket", "The dam cost $5 million and the mine €3 million.", ("cost of dam", "level", None, [])),
    (
        "a price",
        "Norsk Skip bought the yard for €10 million ($12 million) in 2021.",
        ("price paid", "level", "in 2021", ["Norsk Skip"]),
    ),
    (
        "an earlier value",
        "Revenue in 2024 was €3 billion ($3.3 billion), up from €2 billion ($2.2 billion).",
        ("revenue", "from_value", "in 2024", []),
    ),
    (
        "the noun behind the bracket",
        "Spain gave €1.2 billion ($1.3 billion) in military aid.",
        ("military assistance provided", "level", None, ["Spain"]),
    ),
    ("what is promised", "It pledged €5 million ($5.5 million) for the town.", ("pledged", "target", None, [])),
    ("a length", "The wall is 3 metres (10 feet) high.", ("height", "level", None, [])),
]


@pytest.mark.parametrize(("why", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_the_last_figure(why, text, expected):
    claims = checker.extract(checker.documents([text], published="2025-02-11"))
    figures = claims[claims["kind"].isin(("money", "measure"))]
    last = figures.iloc[-1]
    found = tuple(None if last[name] is None or last[name] != last[name] else last[name] for name in COLUMNS)
    assert (*found[:3], list(found[3])) == expected, why
