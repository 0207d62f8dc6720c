"""Scenes from marked text: "Killed [[12|count|people]] people" holds one mention of kind count with its noun."""

import datetime as dt
import tomllib
from pathlib import Path

from checker.extraction.context import Scene
from checker.extraction.mention import Mention
from checker.extraction.page import Page
from checker.language.patterns import pattern

_MARK = pattern(r"\[\[([^|\]]+)\|([a-z]+)(?:\|([^\]]*))?\]\]")
_CASES = Path(__file__).parents[1] / "cases"
DAY = dt.date(2024, 5, 6)


def scenes(marked: str, published: dt.date | None = DAY) -> list[Scene]:
    """Every marked mention in its scene; times get a day so that periods have one."""
    text, spans = _plain(marked)
    page = Page(text, published=published)
    found = [_mention(start, end, kind, noun) for start, end, kind, noun in spans]
    return [Scene(page, page.sentence_at(m.start), m, found, i) for i, m in enumerate(found)]


def rows(name: str) -> list[list[str]]:
    """The rows of a table of cases: why, marked text, what is expected for the first mention."""
    return tomllib.loads((_CASES / f"{name}.toml").read_text(encoding="utf-8"))["rows"]


def _plain(marked: str) -> tuple[str, list[tuple[int, int, str, str | None]]]:
    text, spans, place = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[place : match.start()]
        place = match.end()
        spans.append((len(text), len(text) + len(match.group(1)), match.group(2), match.group(3)))
        text += match.group(1)
    return text + marked[place:], spans


def _mention(start: int, end: int, kind: str, noun: str | None) -> Mention:
    day = dt.date(2024, 1, 1) if kind in ("date", "set") else None
    phrase_end = end + 1 + len(noun) if noun else end
    return Mention(kind, start, end, start, phrase_end, noun=noun or None, first=day, last=day)
