"""A sentence with its claims taken out: what the words between them say, whatever the claims are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

import pandas as pd

from checker.tables import TIME_KINDS

Record = Mapping[str, Any]

OPENS, CLOSES = "\x01", "\x02"  # around the letter and the place of a claim in a masked sentence
MOST_CLAIMS = 40  # of a sentence: what holds more is a table or a list
_FREE = str.maketrans({OPENS: " ", CLOSES: " ", "’": "'", "‘": "'", "–": "-", "—": "-", "―": "-"})
_NEEDED = (
    *("id", "document", "batch", "published", "start", "end", "phrase_start", "phrase_end", "text", "sentence", "at"),
    *("section", "kind", "low", "high", "step", "hedge", "unit", "noun", "measure", "role", "first", "last", "value"),
    *("converts", "fault"),
)
_NULLABLE = ("batch", "unit", "noun", "measure", "value", "converts", "fault")
_OF_KIND = {"count": "n", "money": "m", "measure": "u", "ratio": "f", "age": "a", "duration": "l", "date": "d"}
_PERCENT_SIGNS = ("%", "per", "pct", "p.c")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document with its claims in order."""

    text: str
    masked: str  # a claim with its hedge and noun is OPENS, the letter of its sort, its place in `claims`, CLOSES
    lower: str  # masked, in lower case
    letters: str  # of its claims, sorted
    claims: tuple[Record, ...]


def sentences(claims: pd.DataFrame) -> Iterator[list[Sentence]]:
    """The sentences of each document that hold claims, document by document, in order."""
    ordered = _told(claims[list(_NEEDED)].sort_values(["document", "start"], kind="stable"))
    document: list[Sentence] = []
    held: list[Record] = []
    for claim in cast("list[dict[str, Any]]", ordered.to_dict("records")):
        if held and not _continues(held[-1], claim):
            document.append(_sentence(held))
            if held[-1]["document"] != claim["document"]:
                yield document
                document = []
            held = []
        held.append(claim)
    if held:
        yield [*document, _sentence(held)]


def _told(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims with None for every text that is not told."""
    texts = {name: claims[name].astype(object).where(claims[name].notna(), None) for name in _NULLABLE}
    return claims.assign(**texts)


def _continues(before: Record, claim: Record) -> bool:
    is_same = before["document"] == claim["document"] and before["sentence"] == claim["sentence"]
    return bool(is_same and claim["at"] >= before["at"] + len(before["text"]))


def _sentence(claims: list[Record]) -> Sentence:
    held = tuple(claims[:MOST_CLAIMS])
    text = str(held[0]["sentence"])
    pieces: list[str] = []
    letters: list[str] = []
    done = 0
    for place, claim in enumerate(held):
        first, last = phrase(claim)
        first = max(first, done)
        letters.append(letter(claim))
        pieces += [text[done:first].translate(_FREE), f"{OPENS}{letters[-1]}{place}{CLOSES}"]
        done = max(last, done)
    masked = "".join([*pieces, text[done:].translate(_FREE)])
    return Sentence(text, masked, masked.lower(), "".join(sorted(letters)), held)


def phrase(claim: Record) -> tuple[int, int]:
    """Where claim, hedge and noun stand in the sentence; the claim alone where markup stands between them."""
    at, end = int(claim["at"]), int(claim["at"]) + len(claim["text"])
    if claim["end"] - claim["start"] != len(claim["text"]):
        return at, end
    before, after = claim["start"] - claim["phrase_start"], claim["phrase_end"] - claim["end"]
    return max(at - before, 0), end + after


def letter(claim: Record) -> str:
    """The letter of a claim's sort; a figure that takes its % from another one is a plain number."""
    if claim["kind"] == "percent":
        return _percent(claim)
    if claim["kind"] in TIME_KINDS:
        return "d" if claim["kind"] == "date" else "t"
    return _OF_KIND.get(claim["kind"], "o")


def _percent(claim: Record) -> str:
    if not any(sign in claim["text"].lower() for sign in _PERCENT_SIGNS) and claim["unit"] == "percent":
        return "n"
    return "p" if claim["unit"] == "percent" else "x"
