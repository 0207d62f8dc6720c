"""Stories in which figures of other things have like digits: nothing in them is a discrepancy."""

import tomllib
from pathlib import Path

import pytest

import checker

CASES = Path(__file__).parents[1] / "cases" / "coincidences.toml"
STORIES = tomllib.loads(CASES.read_text(encoding="utf-8"))["story"]
REPORTED = ("error", "warning")
MOST_ALARMS = 24  # of the stories: as measured; may only fall


def found(stories):
    """The messages of what is reported from warning up, by story; each story is a batch of its own."""
    told = [(story, side) for story in stories for side in ("a", "b", "c") if side in story]
    documents = checker.documents(
        [story[side] for story, side in told],
        published=[str(story.get(f"day_{side}") or story["day"]) for story, side in told],
        ids=[f"{story['name']}/{side}" for story, side in told],
        outlets=[f"The {side}" for _, side in told],
        batches=[story["name"] for story, _ in told],
    )
    claims = checker.extract(documents)
    findings = checker.judge(checker.match(claims), claims)
    reported = findings[(findings["verdict"] == "discrepancy") & findings["severity"].isin(REPORTED)]
    batch = dict(zip(claims["id"], claims["batch"], strict=True))
    messages = {}
    for finding in reported.itertuples():
        messages.setdefault(batch[finding.claims[0]], []).append(finding.message)
    return messages


@pytest.fixture(scope="module")
def reported():
    return found(STORIES)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_what_is_right_is_not_reported(story, reported):
    """Where a story is marked, that it is reported is a fault that is known: whoever mends it takes off the mark."""
    assert bool(reported.get(story["name"])) == bool(story.get("alarm")), reported.get(story["name"])


def test_the_marks_do_not_grow():
    assert sum(bool(story.get("alarm")) for story in STORIES) <= MOST_ALARMS
