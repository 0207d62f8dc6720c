"""The steps that engines run on parts: put together again they are `match`, and sides outlive the way as bytes."""

from dataclasses import fields

import pandas as pd
import pytest

import checker
from checker.matching import match, steps
from checker.matching.join import candidates
from checker.matching.packing import packed, unpacked
from checker.matching.pairing import in_order
from checker.tables import PAIRS
from tests.planted.scoring import FOLDER

PARTS = 3


@pytest.fixture(scope="module")
def claims():
    return checker.extract(checker.read([FOLDER / "ferry", FOLDER / "plant"]))


def part_of(document):
    return sum(document.encode()) % PARTS


def by_documents(claims):
    return [part for _, part in claims.groupby(claims["document"].map(part_of))]


def in_parts(claims):
    """What an engine does, with frames alone."""
    sides = pd.concat([steps.sides(part) for part in by_documents(claims)], ignore_index=True)
    sides = sides.sort_values(list(steps.ORDER), ignore_index=True).assign(position=range(len(sides)))
    parts = by_documents(sides)
    words = pd.concat([steps.words(part) for part in parts]).groupby(["batch", "word"], as_index=False)["claims"].sum()
    words = words[words["claims"] > 1]
    keys = pd.concat([steps.keys(part, words) for part in parts], ignore_index=True)
    scored = steps.scored(met(candidates(keys.sample(frac=1, random_state=1)), sides))
    members = facts(scored[scored["score"] >= steps.SAME_FACT], sides)
    of_fact = members.set_index("position")["first"]
    tried = set(zip(scored["a"], scored["b"], strict=True))
    within = [(a, b) for a in of_fact.index for b in of_fact.index if a < b and of_fact[a] == of_fact[b]]
    more = steps.scored(met([pair for pair in within if pair not in tried], sides), every=True)
    return stood(pd.concat([scored, more], ignore_index=True), members, sides)


def met(pairs, sides):
    side = sides.set_index("position")["side"]
    rows = [(a, b, side[a], side[b]) for a, b in pairs]
    return pd.DataFrame(rows, columns=[column.name for column in steps.MET])


def facts(sure, sides):
    """One call for all that hangs together, and one for the rest."""
    near = {*sure["a"], *sure["b"]}
    labels = {node: node for node in near}
    for _ in near:
        for a, b in zip(sure["a"], sure["b"], strict=True):
            labels[a] = labels[b] = min(labels[a], labels[b])
    parts = [sure[sure["a"].map(labels) % PARTS == number] for number in range(PARTS)]
    return pd.concat([steps.facts(part, sides) for part in parts], ignore_index=True)


def stood(pairs, members, sides):
    firsts = members.drop_duplicates("first").sort_values(["path", "start", "first"])["first"]
    names = {first: f"F{number}" for number, first in enumerate(firsts, 1)}
    fact = members.set_index("position")["first"].map(names)
    left, right = pairs["a"].map(fact), pairs["b"].map(fact)
    document = sides.set_index("position")["document"]
    told = sides.groupby("document")["sentence"].agg(lambda sentences: sorted(set(sentences)))
    one, other = pairs["a"].map(document), pairs["b"].map(document)
    couples = pd.DataFrame({"one": one, "other": other, "told_by_one": one.map(told), "told_by_other": other.map(told)})
    whole = pairs.assign(fact=left.where(left == right).astype("str"), copies=steps.copied(couples)["copies"])
    return steps.stood(whole.sort_values(["a", "b"], ignore_index=True))[[column.name for column in PAIRS]]


def test_steps_on_parts_are_match(claims):
    pd.testing.assert_frame_equal(in_parts(claims), match(claims))


def test_steps_do_not_hang_on_the_order_of_claims(claims):
    pd.testing.assert_frame_equal(in_parts(claims.sample(frac=1, random_state=1)), match(claims))


def test_batches_stay_apart():
    text = "The blast in Springfield killed 4,127 people."
    documents = checker.documents([text] * 4, ids=list("abcd"), batches=["x", None, "x", None])
    claims = checker.extract(documents)
    pd.testing.assert_frame_equal(in_parts(claims), match(claims))


def test_sides_outlive_the_way_as_bytes(claims):
    for side in in_order(claims):
        again = unpacked(packed(side))
        assert cells(again) == cells(side)
        assert packed(again) == packed(side)


def cells(side):
    """Of each field its type and its words: NaN is not equal to itself, and sets have no order."""
    told = {part.name: getattr(side, part.name) for part in fields(side)}
    return {n: (type(c), sorted(c) if isinstance(c, frozenset) else repr(c)) for n, c in told.items()}
