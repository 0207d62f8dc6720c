"""The steps of matching from frame to frame, for engines that hand each a part of the whole.

The functions are those of `checker.matching.pairing`. Sides travel as bytes; positions number them as they were
reported, by the columns of `ORDER`. What each must see at once:

- `sides`: whole documents, every claim of them.
- `words`, then their sum over a batch, then `keys`: some sides, and of their words those that a batch has twice.
- `CANDIDATES`: all keys, as SQL.
- `scored`: two sides.
- `facts`: all that hangs together by pairs of `SAME_FACT` and more.
- `copied`: the sentences of two documents.
- `stood`: a pair.
"""

from collections import Counter
from functools import lru_cache
from typing import Any, cast

import pandas as pd

from checker.matching import pairing
from checker.matching.copies import are_copies, of_sentences
from checker.matching.facts import SAME_FACT, group
from checker.matching.join import CANDIDATES
from checker.matching.keys import frequencies
from checker.matching.keys import keys as keys_of
from checker.matching.packing import packed, unpacked
from checker.matching.side import Side
from checker.tables import PAIRS, Column, frame

__all__ = ["CANDIDATES", "SAME_FACT", "copied", "facts", "keys", "scored", "sides", "stood", "words"]

UNDATED = 9_999_999  # in the place of the day of a document that has none: behind all days

SIDES = (
    Column("day", "int64", "ordinal of the day of publication; UNDATED where there is none"),
    Column("path", "str", "path of its document"),
    Column("start", "int64", "first character of the claim"),
    Column("id", "str", "id of the claim"),
    Column("document", "str", "id of its document"),
    Column("batch", "str", "batch of its document; empty where it has none"),
    Column("sentence", "str", "the sentence around the claim"),
    Column("side", "bytes", "the side"),
)
ORDER = ("day", "path", "start", "id", "batch")
PLACED = (Column("position", "int64", "place among all sides, in the order of ORDER"), SIDES[-1])
WORDS = (
    Column("batch", "str", "as in SIDES"),
    Column("word", "str", "a word or name that may tell a claim's event from another"),
    Column("claims", "int64", "how many claims have it"),
)
KEYS = (
    Column("batch", "str", "as in SIDES"),
    Column("key", "str", "what claims of one fact may share"),
    Column("claim", "int64", "position of the side"),
    Column("value", "str", "what the side tells, as words, where the key names what that is of; else empty"),
)
MET = (
    Column("a", "int64", "the smaller position of a pair"),
    Column("b", "int64", "the greater one"),
    Column("left", "bytes", "the side of the first"),
    Column("right", "bytes", "the side of the second"),
)
# Columns that only the other pairs, or the documents, of a pair tell.
_LATER = ("fact", "copies")
_DOCUMENTS = (Column("one", "str", "id of the document of the first"), Column("other", "str", "that of the second"))
SCORED = (*MET[:2], *_DOCUMENTS, *(column for column in PAIRS if column.name not in _LATER))
SURE = (*MET[:2], Column("score", "float64", "of the pair, SAME_FACT or more"))
MEMBERS = (
    Column("position", "int64", "of a side that is of a fact"),
    Column("first", "int64", "the least position of its fact, by which it is known"),
    Column("path", "str", "of the fact's first claim, by path and place"),
    Column("start", "int64", "of that claim"),
)
COUPLES = (
    *_DOCUMENTS,
    Column("told_by_one", "object", "list of the sentences of the first in which claims stand"),
    Column("told_by_other", "object", "those of the second"),
)
COPIED = (*COUPLES[:2], Column("copies", "bool", "whether they share their wording"))
WHOLE = (*SCORED, *(column for column in PAIRS if column.name in _LATER))
STOOD = (*MET[:2], *PAIRS)

_KEPT = 4096  # sides that a worker remembers: pairs come in order of the first


def sides(claims: pd.DataFrame) -> pd.DataFrame:
    """The sides of whole documents, columns as SIDES."""
    return frame(SIDES, [_row(side) for side in pairing.in_order(claims)])


def _row(side: Side) -> dict[str, Any]:
    path, start = side.place_in_report
    return {
        "day": UNDATED if side.published is None else side.published,
        "path": path,
        "start": start,
        "id": side.id,
        "document": side.document,
        "batch": side.batch,
        "sentence": side.sentence,
        "side": packed(side),
    }


def words(sides: pd.DataFrame) -> pd.DataFrame:
    """How many of these sides have each word, columns as WORDS."""
    counted = frequencies(unpacked(side) for side in sides["side"])
    return frame(WORDS, [{"batch": batch, "word": word, "claims": n} for (batch, word), n in counted.items()])


def keys(sides: pd.DataFrame, words: pd.DataFrame) -> pd.DataFrame:
    """The keys of some sides (columns as PLACED), columns as KEYS; `words` counts theirs over all of their batch."""
    placed = {position: unpacked(side) for position, side in zip(sides["position"], sides["side"], strict=True)}
    counted = zip(zip(words["batch"], words["word"], strict=True), words["claims"], strict=True)
    found = keys_of(placed, Counter(dict(counted)))
    return found.astype({"batch": "str", "key": "str", "claim": "int64", "value": "str"})


def scored(met: pd.DataFrame, *, every: bool = False) -> pd.DataFrame:
    """The pairs (columns as MET) that are worth showing, or every one, as far as the two sides tell; as SCORED."""
    rows = []
    for a, b, left, right in met.itertuples(index=False, name=None):
        known = {a: _side(left), b: _side(right)}
        verdict = pairing.Scores(known)(a, b)
        if every or pairing.is_worth_showing(verdict):
            one, other = pairing.documents((a, b), known)
            rows.append({"a": a, "b": b, "one": one, "other": other, **pairing.row((a, b), verdict, known)})
    return frame(SCORED, rows)


@lru_cache(maxsize=_KEPT)
def _side(content: bytes) -> Side:
    return unpacked(content)


def facts(sure: pd.DataFrame, sides: pd.DataFrame) -> pd.DataFrame:
    """Who is of which fact (columns as MEMBERS), from pairs as SURE and all sides that they name, as PLACED."""
    placed = {position: unpacked(side) for position, side in zip(sides["position"], sides["side"], strict=True)}
    scores = dict(zip(zip(sure["a"], sure["b"], strict=True), sure["score"], strict=True))
    rows = []
    verdicts = pairing.Scores(placed)

    def judged(a: int, b: int) -> tuple[float, bool]:
        return (scores[a, b], False) if (a, b) in scores else verdicts.judged(a, b)

    for members in group(scores, judged):
        path, start = min(placed[member].place_in_report for member in members)
        rows += [{"position": one, "first": members[0], "path": path, "start": start} for one in members]
    return frame(MEMBERS, rows)


def copied(couples: pd.DataFrame) -> pd.DataFrame:
    """Which couples of documents are copies, columns as COPIED."""
    rows = []
    for one, other, told_by_one, told_by_other in couples.itertuples(index=False, name=None):
        known = {one: of_sentences(told_by_one), other: of_sentences(told_by_other)}
        rows.append({"one": one, "other": other, "copies": are_copies(one, other, known)})
    return frame(COPIED, rows)


def stood(pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs (columns as WHOLE) as they stand in the pairs table, with their positions; columns as STOOD."""
    records = cast("list[dict[str, Any]]", pairs.to_dict("records"))
    return frame(STOOD, [pairing.stood(row, _told(row["fact"]), row["copies"]) for row in records])


def _told(fact: Any) -> str | None:
    return None if pd.isna(fact) else str(fact)
