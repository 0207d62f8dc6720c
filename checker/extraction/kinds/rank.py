"""Rank: a place in an order: "third-largest", "ranked fifth", "No. 1"."""

from collections.abc import Iterator

from checker.extraction.mention import Mention
from checker.extraction.page import Page
from checker.language.calendar import ORDINALS
from checker.language.lexicon import lexicon
from checker.language.patterns import pattern

_WORDS = "|".join(sorted((word for word in ORDINALS if word.isalpha()), key=len, reverse=True))
_ORDINAL = rf"(\b(?:{_WORDS}|\d{{1,4}}(?:st|nd|rd|th)))"
_SUPERLATIVE = rf"[ -](?:{'|'.join(lexicon('counted')['superlatives']['words'])})\b"
_RANKED = r"(?:\b(?:ranks|ranked|ranking|placed|finished|finishing|finishes|came|seeded) (?:joint |equal |in )?)"
_SCAN = pattern(rf"{_ORDINAL}{_SUPERLATIVE}|{_RANKED}{_ORDINAL}\b|{_ORDINAL} place\b", any_case=True)


def find(page: Page) -> Iterator[Mention]:
    """Every ordinal that ranks; low and high are the place."""
    for match in _SCAN.finditer(page.text):
        group = next(number for number in (1, 2, 3) if match.group(number))
        word = (match.group(group) or "").lower()
        place = ORDINALS.get(word) or int(word.rstrip("stndrh") or 0)
        if place:
            start, end = match.span(group)
            yield Mention(
                "rank",
                start,
                end,
                start,
                end,
                (f"ordinal {word!r}",),
                float(place),
                float(place),
                stated=str(place),
                step=1.0,
                role="rank",
            )
