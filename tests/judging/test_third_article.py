"""What two articles are reported for is reported still where a third one is added that agrees with one of them."""

import tomllib
from pathlib import Path

import pytest

import checker

STORIES = tomllib.loads((Path(__file__).parents[1] / "cases" / "stories.toml").read_text(encoding="utf-8"))
# Stories whose third article is told in its own words: what it repeats links other figures of the first two.
OWN_WORDS = [
    {
        "name": "a ferry: the passengers of the third are not the dead of the others",
        "day": "2026-06-10",
        "a": "The ferry Brenna sank off Halvik on Tuesday, killing 24 people, the coast guard said. Some 310 passengers were on board when it left Halvik. About 90 divers searched the wreck. The ferry was built in 1981.",
        "b": "The ferry Brenna went down off Halvik on Tuesday and 42 people were killed, the coast guard said. There were 310 passengers on board. Some 90 divers searched the wreck of the ferry, which was built in 1981.",
        "c": "There were 310 passengers on the ferry Brenna off Halvik on Tuesday, the coast guard said.",
    },
    {
        "name": "a ferry: the divers of the third are not the dead of the others",
        "day": "2026-06-10",
        "a": "The ferry Brenna sank off Halvik on Tuesday, killing 24 people, the coast guard said. Some 90 divers searched the wreck. The ferry was built in 1981.",
        "b": "The ferry Brenna went down off Halvik on Tuesday and 42 people were killed, the coast guard said. Some 90 divers searched the wreck of the ferry, which was built in 1981.",
        "c": "About 90 divers searched the wreck of the ferry Brenna off Halvik on Tuesday, the coast guard said.",
    },
    {
        "name": "a mill fire: what the third says of the rooms and of the damage",
        "day": "2026-02-19",
        "a": "A fire at the Orsted Mill in Lindal killed 17 people on Wednesday, police said. The mill had 64 rooms. Around 120 guests were staying there. The damage was put at $8.2 million.",
        "b": "Fire swept the Orsted Mill in Lindal on Wednesday, killing 71 people, police said. The 64-room mill had 120 guests. Damage was put at $8.2 million.",
        "c": "The Orsted Mill in Lindal had 64 rooms and 120 guests when it burned on Wednesday, police said. The damage is $8.2 million.",
    },
]  # fmt: skip
DIFFER = [row for row in STORIES["differ"] if not row.get("missed")]
SIDES = ("a", "b")


def _third(row):
    """Every third article that is tried on a story: each of the two again, or its first sentence, by another paper."""
    if "c" in row:
        return {"own words": row["c"]}
    whole = {f"as {side}": row[side] for side in SIDES}
    return whole | {f"beginning as {side}": row[side].partition(". ")[0].rstrip(".") + "." for side in SIDES}


def _batches():
    for row in [*OWN_WORDS, *DIFFER]:
        days = [str(row.get(f"day_{side}") or row["day"]) for side in SIDES]
        yield f"{row['name']}: alone", [row[side] for side in SIDES], days
        for third, text in _third(row).items():
            yield f"{row['name']}: {third}", [*(row[side] for side in SIDES), text], [*days, _day(days, third)]


def _day(days, third):
    return days["b" in third.split()]


NAMES = [name for name, *_ in _batches() if not name.endswith(": alone")]


@pytest.fixture(scope="module")
def reported():
    """The batches for which a discrepancy from warning up is reported."""
    rows = [
        (text, day, f"{name} {place}", f"The {'abc'[place]}", name)
        for name, texts, days in _batches()
        for place, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    texts, published, ids, outlets, batches = map(list, zip(*rows, strict=True))
    claims = checker.extract(checker.documents(texts, published=published, ids=ids, outlets=outlets, batches=batches))
    found = checker.judge(checker.match(claims), claims)
    failing = found[(found["verdict"] == "discrepancy") & found["severity"].isin(["error", "warning"])]
    known = claims.drop_duplicates("id").set_index("id")["batch"]
    return {known[finding.claims[0]] for finding in failing.itertuples()}


@pytest.mark.parametrize("row", [*OWN_WORDS, *DIFFER], ids=lambda row: row["name"])
def test_the_two_alone_are_reported(row, reported):
    assert f"{row['name']}: alone" in reported


@pytest.mark.parametrize("name", NAMES)
def test_an_agreeing_third_article_hides_no_difference(name, reported):
    assert name in reported
