"""Documents with their claims and keys, from frames to the rows of an archive."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import pandas as pd

from checker.archive import cells
from checker.archive.packing import packed
from checker.archive.stories import story
from checker.tables import CLAIMS, DOCUMENTS

_STORED = ("id", "path", "outlet", "url", "title", "published", "published_from", "language")
FACTS = tuple(column for column in DOCUMENTS if column.name in _STORED)  # what is kept of a document


@dataclass(frozen=True, slots=True)
class Filed:
    """One document as an archive keeps it."""

    facts: Mapping[str, Any]  # the columns `FACTS` and the story
    claims: Sequence[Mapping[str, Any]]
    keys: bytes
    checksum: str

    @property
    def id(self) -> str:
        """The id of the document, by which it is filed once."""
        return str(self.facts["id"])


def filed(documents: pd.DataFrame, claims: pd.DataFrame, keys: pd.DataFrame, *, spans_only: bool) -> list[Filed]:
    """The documents as an archive keeps them, in order of path and id, each id once."""
    if spans_only:
        documents, claims = _without_sentences(documents, claims)
    told = _by_document(cells.kept(CLAIMS, claims))
    marks: dict[str, list[int]] = {}
    for document, key in keys[["document", "key"]].itertuples(index=False):
        marks.setdefault(str(document), []).append(int(key))
    stories = [_story(row) for row in cast("list[dict[str, Any]]", documents.to_dict("records"))]
    rows = [{**row, "story": name} for row, name in zip(cells.kept(FACTS, documents), stories, strict=True)]
    unique = {row["id"]: row for row in sorted(rows, key=lambda row: (row["path"], row["id"]), reverse=True)}
    return [_filed(row, told.get(row["id"], []), marks.get(row["id"], [])) for row in reversed(unique.values())]


def name_of(documents: Sequence[Filed]) -> str:
    """The name of a batch that was given none: it follows from its documents."""
    ids = "\n".join(sorted(document.id for document in documents))
    return hashlib.sha256(ids.encode()).hexdigest()[:12]


def _filed(facts: Mapping[str, Any], claims: Sequence[Mapping[str, Any]], keys: Sequence[int]) -> Filed:
    marks = packed(sorted(set(keys)))
    return Filed(facts, claims, marks, cells.checksum(facts, claims, marks))


def _story(row: Mapping[str, Any]) -> str | None:
    name = story(row)
    return None if name is None else cells.text(name)


def _by_document(claims: Sequence[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for claim in claims:
        found.setdefault(claim["document"], []).append(claim)
    return found


def _without_sentences(documents: pd.DataFrame, claims: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """No headline, and of a sentence no more than the span."""
    untitled = documents.assign(title=pd.Series(None, documents.index, dtype="str"))
    return untitled, claims.assign(sentence=claims["text"], at=0, trace="")
