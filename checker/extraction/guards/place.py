"""A plain figure in its place, as the guards see it."""

from dataclasses import dataclass

from checker.extraction.figures import Figure
from checker.language.lexicon import lexicon

_DASHES = (" -", " –", "--")  # as agencies set them behind a dateline: "RIVERTOWN (AP) - Twelve people"


@dataclass(frozen=True, slots=True)
class Place:
    """A plain figure with what stands around it."""

    text: str
    figure: Figure
    ahead: str  # the word before it, when only one blank divides them
    behind: str  # the characters after it

    def left(self, length: int) -> str:
        """So many characters before the figure, fewer at the start of the text."""
        return self.text[max(0, self.figure.start - length) : self.figure.start]


def words(name: str) -> frozenset[str]:
    """A table of words of the lexicon of counted nouns."""
    return frozenset(lexicon("counted")[name]["words"])


def opens_sentence(text: str, at: int) -> bool:
    """Whether a word that begins at a place is the first of its sentence."""
    before = text[max(0, at - 4) : at].rstrip(" \"'“‘(*")
    return not before or before[-1] in ".!?:\n—|" or before.endswith(_DASHES)
