"""What is left out before pairs are weighed one by one is never worth showing; the tables are the same with and without.

The claims are those of planted articles, of stories, of the seeds, and some thousand made of no article at all.
"""

import random
import tomllib
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

import checker
from bench import made
from checker.matching.blocks import blocked
from checker.matching.met import Known
from checker.matching.pairing import WORTH_SHOWING
from checker.matching.reach import Texts
from checker.matching.score import score
from checker.matching.sieve import sieved
from checker.matching.stories import Stories
from checker.matching.told import Told

TESTS = Path(__file__).parent.parent


def of_planted():
    texts = [path for path in sorted((TESTS / "planted").rglob("*")) if path.suffix in (".txt", ".md")]
    return checker.extract(checker.read([str(path) for path in texts]))


def of_stories():
    stories = tomllib.loads((TESTS / "cases" / "stories.toml").read_text(encoding="utf-8"))
    texts = [text for group in stories.values() for case in group for text in _texts(case)]
    return checker.extract(checker.documents(texts, published="2025-03-05"))


def _texts(case):
    if isinstance(case, str):
        return [case] if len(case.split()) > 5 else []
    inner = case.values() if isinstance(case, dict) else case if isinstance(case, list) else ()
    return [text for part in inner for text in _texts(part)]


def of_none():
    """Claims of sentences whose every cell is any of those of others."""
    claims, chance = made.made(900).claims, random.Random(7)  # noqa: S311 - no secrets
    mixed = (
        "published",
        "section",
        "role",
        "modality",
        "measure",
        "measure_head",
        "hedge",
        "entities",
        "place",
        "event",
    )
    mixed += ("period_first", "period_last", "speaker", "step", "value", "first", "last", "low", "high", "kind", "unit")
    cells = {name: chance.sample(claims[name].tolist(), len(claims)) for name in mixed}
    shaken = claims.assign(**{name: pd.Series(told, dtype=claims[name].dtype) for name, told in cells.items()})
    shaken["period_last"] = shaken["period_last"].where(shaken["period_first"].notna())
    return shaken


SOURCES = {"planted": of_planted, "stories": of_stories, "none": of_none, "made": lambda: made.made(1_200).claims}


def left_out(claims):
    """The pairs that were left out, those that were not, and the sides of all."""
    told = Told(claims)
    pairs, words = blocked(claims, told.columns)
    kept = set(sieved(pairs, Known(told.columns), Texts(words, Stories(claims, told.columns)), WORTH_SHOWING).couples())
    return [pair for pair in pairs.couples() if pair not in kept], kept, told


@pytest.mark.parametrize("source", SOURCES)
def test_what_is_left_out_is_not_worth_showing(source):
    out, kept, told = left_out(SOURCES[source]())
    wrong = [pair for pair in out if score(told[pair[0]], told[pair[1]]).score >= WORTH_SHOWING]
    assert not wrong, [(told[a].sentence, told[b].sentence) for a, b in wrong[:3]]
    assert len(out) > len(kept) / 3


FIGURES = [
    "3",
    "30",
    "three",
    "about 30",
    "at least 3",
    "up to 33",
    "1,234",
    "$1.2 million",
    "4%",
    "March 3",
    "6pm",
    "2019",
]
SENTENCE = st.builds(
    "{0} {1} were {2} in {3} {4}, {5} said.".format,
    st.sampled_from(FIGURES),
    st.sampled_from(["people", "soldiers", "homes", "euros", "of 40 seats"]),
    st.sampled_from(["killed", "injured", "pledged", "paid", "expected to be lost", "not found"]),
    st.sampled_from(["Oslo", "Lima", "the north"]),
    st.sampled_from(["on Monday", "last week", "in 2019", "in May", "at 6pm", "since March 3", "next month"]),
    st.sampled_from(["police", "Ada Berg", "the mayor of Lima"]),
)
ARTICLE = st.tuples(
    st.lists(SENTENCE, min_size=1, max_size=4), st.sampled_from(["2025-03-05", "2025-03-06", "2025-05-05", None])
)


@settings(max_examples=40, deadline=None)
@given(st.lists(ARTICLE, min_size=2, max_size=5))
def test_nothing_that_is_worth_showing_is_left_out_of_any_articles(articles):
    texts = ["\n\n".join(["A headline of 3 words", *sentences]) for sentences, _ in articles]
    documents = checker.documents(texts)
    documents["published"] = pd.to_datetime(pd.Series([day for _, day in articles])).astype("datetime64[s]")
    out, _, told = left_out(checker.extract(documents))
    assert all(score(told[a], told[b]).score < WORTH_SHOWING for a, b in out)


def test_pairs_about_some_documents_are_those_among_all():
    claims = made.made(1_500, world=100_000).claims
    documents = set(claims["document"].iloc[::300])
    whole, some = checker.match(claims), checker.match(claims, about=documents)
    own = set(claims["id"][claims["document"].isin(documents)])
    facts = set(whole["fact"][whole["left"].isin(own) | whole["right"].isin(own)].dropna())
    wanted = whole[whole["left"].isin(own) | whole["right"].isin(own) | whole["fact"].isin(facts)]
    known = some.merge(wanted[["left", "right"]], on=["left", "right"])
    assert 0 < len(some) < len(whole)
    assert_frame_equal(known.drop(columns="fact"), wanted.drop(columns="fact").reset_index(drop=True))
    renamed = dict(zip(known["fact"], wanted["fact"], strict=True))
    assert known["fact"].map(renamed).equals(wanted["fact"].reset_index(drop=True))
