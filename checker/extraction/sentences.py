"""Sentences of news text."""

from dataclasses import dataclass

from checker.language.patterns import pattern


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: characters of the page's text, end exclusive."""

    start: int
    end: int
    text: str


_END = pattern(r"[.!?…][\"'”’)\]]*\s+|\n+")


def split(text: str) -> list[Sentence]:
    """Split a text into sentences; line ends always end one."""
    found, start = [], 0
    for match in _END.finditer(text):
        found.append((start, match.end()))
        start = match.end()
    found.append((start, len(text)))
    return [s for s in (_trimmed(text, a, b) for a, b in found) if s.text]


def _trimmed(text: str, start: int, end: int) -> Sentence:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    words = piece.strip()
    return Sentence(start, start + len(words), words)
