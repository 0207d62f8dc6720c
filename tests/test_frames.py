"""What the verbs of the API take, what they refuse with a word, and what outlives a file."""

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import checker

TEXTS = [
    "At the port of Varna 12 people were killed on Monday.",
    "At the port of Varna 14 people were killed on Monday.",
]


@pytest.fixture(scope="module")
def documents():
    return checker.documents(TEXTS, published="2025-02-11", outlets=["Post", "Ledger"])


@pytest.fixture(scope="module")
def claims(documents):
    return checker.extract(documents)


def test_tables_kept_as_parquet_are_matched_and_judged_alike(claims, tmp_path):
    claims.to_parquet(tmp_path / "claims.parquet")
    again = pd.read_parquet(tmp_path / "claims.parquet")
    pairs = checker.match(claims)
    assert_frame_equal(checker.match(again), pairs)
    pairs.to_parquet(tmp_path / "pairs.parquet")
    found = checker.judge(pd.read_parquet(tmp_path / "pairs.parquet"), again)
    assert found["message"].tolist() == checker.judge(pairs, claims)["message"].tolist() != []


REFUSED = {
    "no documents": (lambda *_: checker.extract(None), TypeError, "documents: a pandas frame is expected, not NoneType"),
    "a document without a title": (lambda d, _: checker.extract(d.drop(columns="title")), ValueError, "documents: no column `title`"),
    "two documents of one id": (lambda d, _: checker.extract(d.assign(id="x")), ValueError, "id 'x' stands for two texts"),
    "days that are words": (lambda d, _: checker.extract(d.assign(published="2025-02-11")), ValueError, "`published` holds no days"),
    "no claims": (lambda *_: checker.match(None), TypeError, "claims: a pandas frame"),
    "claims without a measure": (lambda _, c: checker.match(c.drop(columns="measure")), ValueError, "claims: no column `measure`"),
    "one id for a list": (lambda _, c: checker.match(c, about=c["document"][0]), TypeError, "give a list of ids"),
    "no pairs": (lambda _, c: checker.judge(None, c), TypeError, "pairs: a pandas frame"),
}  # fmt: skip


@pytest.mark.parametrize(("call", "error", "words"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_table_is_refused_with_a_word(call, error, words, documents, claims):
    with pytest.raises(error, match=words):
        call(documents, claims)


def test_a_document_that_is_read_twice_is_taken_twice(documents, claims):
    again = checker.extract(pd.concat([documents, documents], ignore_index=True))
    assert again["id"].tolist() == [*claims["id"], *claims["id"]]
