"""Claims made in numbers: events that never were, told by several papers, as claims that extraction gives.

Every telling of `stories.toml` is extracted once; its claims are then filled with the names, figures and days of as
many events as are asked for. Names grow in number with the events, so that each is as common among ten thousand claims
as among a million, while countries and plain words grow common. Which figure of which event a claim tells is known.
"""

import datetime as dt
import itertools
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

import checker
from bench.stories import stories
from checker.tables import CLAIMS

BASE = dt.date(2024, 6, 6)  # of the extracted tellings: a Thursday, as are those of all events
_PER_WEEK = 150  # events
_OTHER = 0.04  # share of the figures that a paper has otherwise
_OWN_WORDS, _SHARED_WORDS, _KNOWN_WORDS = 9, 8, 9_000
_COMMON = 0.4  # share of the plain words of a telling that are among those that tell the event

# Names of the tellings that are extracted, as common in no text.
_BASE_NAMES = {
    "town": "Wexbury",
    "country": "Norway",
    "person": "Orlando Quimberly",
    "other": "Theodora Vashkin",
    "chief": "Barnaby Tolwick",
    "company": "Zentrafax",
}
_ENDS = {"town": ("burg", "ville", "ford", "stad"), "name": ("sen", "ski", "berg", "well"), "firm": ("ix", "on", "ex")}
_HISTORY = 366  # days: what lies further back stays where it is
_DAYS = ("first", "last", "period_first", "period_last")
_WORDS = ("text", "sentence", "noun", "measure", "measure_head", "place", "speaker", "period", "value")


@dataclass(frozen=True, slots=True)
class Made:
    """Claims, and what each tells."""

    claims: pd.DataFrame  # columns as `checker.tables.CLAIMS`
    told: "pd.Series[Any]"  # event and figure of each claim, equal for one fact; empty for what is of none


@dataclass(frozen=True, slots=True)
class _Claim:
    """A claim of a telling, with the places of names and figures."""

    cells: Mapping[str, Any]  # as extracted
    words: Mapping[str, str]  # columns to fill
    before: str  # of its sentence
    behind: str
    entities: tuple[str, ...]
    event: tuple[str, ...]
    slot: str | None  # its figure
    factor: float  # of the figure in its unit
    days: tuple[str, ...]  # columns of days that move with the day of publication
    is_one_day: bool
    whole: str  # its sentence, opened


def made(count: int, *, world: int | None = None, first: int = 0, edition: str = "") -> Made:
    """So many claims and a few more, that of whole events.

    Args:
        count: how many at least.
        world: of how many claims these are a part; by default they are all.
        first: the first event.
        edition: another one tells of the same events in other papers and other words.

    """
    frames: dict[str, list[Any]] = {column.name: [] for column in CLAIMS}
    told: list[str] = []
    for row, fact in _rows(count, (world or count) // _PER_EVENT + 1, first, edition):
        for name, cells in frames.items():
            cells.append(row[name])
        told.append(fact)
    claims = pd.DataFrame({c.name: pd.Series(frames.pop(c.name), dtype=c.dtype) for c in CLAIMS})
    return Made(claims, pd.Series(told, dtype="str"))


def _rows(count: int, events: int, first: int, edition: str) -> Iterator[tuple[dict[str, Any], str]]:
    done = 0
    for number in itertools.count(first):
        event, chance = _event(number, events), random.Random(f"{number} {edition}")  # noqa: S311 - no secrets
        for paper in range(chance.choice(_PAPERS)):
            for row, slot in _telling(event, f"{edition}{number:07d}{paper}", chance):
                yield row, f"{number} {slot}" if slot else ""
                done += 1
        if done >= count:
            return


_PER_EVENT = 11  # claims, about: that names are as common among few events as among many
_PAPERS = (1, 1, 2, 2, 3)  # that tell of an event


@dataclass(frozen=True, slots=True)
class _Event:
    number: int
    words: Mapping[str, str]  # names and figures
    about: Sequence[str]  # words that every paper uses of it
    tellings: Sequence[Sequence[_Claim]]


def _event(number: int, events: int) -> _Event:
    """Names and figures of an event; towns, firms and people come back in a few others."""
    chance = random.Random(number)  # noqa: S311 - no secrets
    people = [f"{chance.choice(_words('first_names'))} {_name('name', chance.randrange(2 * events))}" for _ in range(3)]
    names = {
        "town": _name("town", chance.randrange(events)),
        "company": _name("firm", chance.randrange(events)),
        "country": chance.choice(_words("countries")),
        **dict(zip(("person", "other", "chief"), people, strict=True)),
    }
    figures = {slot: str(chance.randint(least, most)) for slot, (_, least, most) in stories()["figures"].items()}
    about = [_word(chance) for _ in range(_SHARED_WORDS)]
    return _Event(number, names | figures, about, chance.choice(_tellings()))


def _telling(event: _Event, document: str, chance: random.Random) -> Iterator[tuple[dict[str, Any], str | None]]:
    """The claims of one paper, all published in one week; each sentence has words of its own beside the telling's."""
    own = {slot: str(_altered(int(figure), chance)) for slot, figure in event.words.items() if figure.isdigit()}
    words = {**event.words, **own, **{f"{name}_lower": text.lower() for name, text in event.words.items()}}
    outlet = f"{chance.choice(_words('first_names'))} Post {chance.randrange(40)}"
    published = BASE + dt.timedelta(days=event.number // _PER_WEEK * 7)
    about, tails = [*chance.sample(event.about, _SHARED_WORDS - 3), _word(chance), _word(chance)], dict[str, str]()
    telling = chance.choice(event.tellings)
    about += [word.format_map(words) for word in telling[0].event if "{" in word or chance.random() < _COMMON]
    for turn, claim in enumerate(telling):
        tail = tails.setdefault(claim.whole, " ".join(_word(chance) for _ in range(_OWN_WORDS)))
        row = _claim(claim, words, document, published)
        row |= {"id": f"{document}:{turn}", "outlet": outlet, "sentence": f"{row['sentence']} {tail}"}
        row["event"] = about
        yield row, claim.slot


def _word(chance: random.Random) -> str:
    """A word, common ones more often."""
    return _vocabulary()[int(_KNOWN_WORDS * chance.random() ** 2)]


@cache
def _vocabulary() -> tuple[str, ...]:
    return tuple(_made_of_syllables(number + _KNOWN_WORDS) for number in range(_KNOWN_WORDS))


def _altered(figure: int, chance: random.Random) -> int:
    return figure + chance.choice((-2, -1, 1, 3)) if chance.random() < _OTHER and figure > 2 else figure  # noqa: PLR2004


def _claim(claim: _Claim, words: Mapping[str, str], document: str, published: dt.date) -> dict[str, Any]:
    cells = dict(claim.cells)
    cells |= {name: text.format_map(words) for name, text in claim.words.items()}
    before = claim.before.format_map(words)
    cells["sentence"] = f"{before}{cells['text']}{claim.behind.format_map(words)}"
    cells |= {"document": document, "path": f"{document}.txt", "published": published, "at": len(before)}
    cells["entities"] = [name.format_map(words) for name in claim.entities]
    if claim.slot is not None:
        figure = int(words[claim.slot]) * claim.factor
        cells |= {"low": figure, "high": figure}
    for name in claim.days:
        cells[name] += published - BASE
    if claim.is_one_day:
        cells["value"] = cells["first"].isoformat()
    return cells


def _name(kind: str, number: int) -> str:
    """A name, another one for every number."""
    ends = _ENDS[kind]
    return (_made_of_syllables(number // len(ends)) + ends[number % len(ends)]).capitalize()


def _made_of_syllables(number: int) -> str:
    told, syllables = "", _words("syllables")
    number += len(syllables)
    while number or not told:
        number, place = divmod(number, len(syllables))
        told += syllables[place]
    return told


@cache
def _words(group: str) -> tuple[str, ...]:
    return tuple(stories()["words"][group])


@cache
def _tellings() -> tuple[tuple[tuple[_Claim, ...], ...], ...]:
    """By event and paper its claims."""
    return tuple(tuple(_extracted(text) for text in event["papers"]) for event in stories()["events"])


def _extracted(text: str) -> tuple[_Claim, ...]:
    figures = {slot: str(base) for slot, (base, _, _) in stories()["figures"].items()}
    words = {**_BASE_NAMES, **figures, "day": "Tuesday"}
    claims = checker.extract(checker.documents([text.format_map(words)], published=BASE.isoformat()))
    slots = {figure: slot for slot, figure in figures.items()}
    return tuple(_opened(row, slots) for row in claims.to_dict("records"))


def _opened(row: Mapping[Any, Any], slots: Mapping[str, str]) -> _Claim:
    """A claim with names and figures taken out."""
    cells: dict[str, Any] = {
        str(name): None if not isinstance(cell, list) and pd.isna(cell) else cell for name, cell in row.items()
    }
    cells |= {name: cells[name].date() for name in _DAYS if cells[name] is not None}
    figure = re.search(r"[0-9]+", cells["text"])
    slot = slots.get(figure.group()) if figure else None
    at, end = cells["at"], cells["at"] + len(cells["text"])
    sentence, first = cells["sentence"], cells["first"]
    factor = cells["low"] / int(figure.group()) if slot and figure and cells["low"] is not None else 1.0
    return _Claim(
        cells=cells | {"trace": "", "stated": None},
        words={name: _open(cells[name], slots) for name in _WORDS if cells[name] is not None and name != "sentence"},
        before=_open(sentence[:at], slots),
        behind=_open(sentence[end:], slots),
        entities=tuple(_open(name, slots) for name in cells["entities"]),
        event=tuple(_open(name, slots) for name in cells["event"]),
        slot=slot,
        factor=factor,
        days=tuple(name for name in _DAYS if cells[name] is not None and abs((cells[name] - BASE).days) < _HISTORY),
        is_one_day=cells["kind"] == "date" and first is not None and first == cells["last"],
        whole=sentence,
    )


def _open(text: str, slots: Mapping[str, str]) -> str:
    """A text with braces where names and figures stand; names in lower case stay so."""
    marked = text
    for name, base in _BASE_NAMES.items():
        for words in dict.fromkeys((base, base.split()[-1])):
            marked = marked.replace(words, f"{{{name}}}").replace(words.lower(), f"{{{name}_lower}}")

    def filled(found: re.Match[str]) -> str:
        return f"{{{slots[found.group()]}}}" if found.group() in slots else found.group()

    return re.sub("[0-9]+", filled, marked)
