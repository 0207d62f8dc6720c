"""What stands around an article's sentences: captions, credits, related links, addresses, datelines."""

from collections.abc import Iterator

from checker.language.lexicon import lexicon
from checker.language.patterns import Pattern, pattern
from checker.reading.article import Section

_WORDS = lexicon("furniture")
_AGENCY = f"(?:{'|'.join(_WORDS['agencies'])})"


def _whole_lines(forms: list[str]) -> Pattern:
    return pattern(rf"(?im)^[ \t]*(?:{'|'.join(forms)})[ \t]*\r?$".replace("AGENCY", _AGENCY))


_LINES = tuple((section, _whole_lines(_WORDS[section])) for section in ("caption", "boilerplate"))
_ADDRESS = pattern(r"(?i)\b(?:https?://|www\.)[^\s<>\"”]*[^\s<>\"”.,;:!?)\]'’]|[\w.+-]+@[\w-]+\.[\w.-]*\w")
_LONGEST = 400  # a longer line is a paragraph, whatever it begins with


def furniture(text: str, marked: tuple[Section, ...] = ()) -> tuple[Section, ...]:
    """The sections of a text that are no body, in order, none overlapping; those that markup gives come first."""
    return _disjoint([*marked, *_furniture_lines(text), *_addresses(text)])


def _furniture_lines(text: str) -> Iterator[Section]:
    for section, found in _LINES:
        for match in found.finditer(text):
            start, end = match.span()
            if end - start <= _LONGEST:
                yield start, end, section


def _addresses(text: str) -> Iterator[Section]:
    return ((match.start(), match.end(), "boilerplate") for match in _ADDRESS.finditer(text))


def _disjoint(sections: list[Section]) -> tuple[Section, ...]:
    """The sections in order of place; where two meet, the one found first stays and the other is cut or dropped."""
    kept: list[Section] = []
    ranked = sorted((start, rank, end, name) for rank, (start, end, name) in enumerate(sections) if start < end)
    for start, _, end, name in ranked:
        begin = max(start, kept[-1][1]) if kept else start
        if begin < end:
            kept.append((begin, end, name))
    return tuple(kept)
