"""A batch made for the Spark engine: what asks for the rows of several documents at once, and what is at the edges."""

import random

import pandas as pd

import checker

_TOWNS = ("Ashwick", "Brenford", "Colby Hill", "Dunmere", "Eastvale")
_NAMES = ("Ana Petrov", "Luis Moreno", "Mara Quill", "Tom Ashdown")
_EVENTS = (
    (
        "A fire at a mill in {town} killed {n} people and injured {m} on Tuesday, police said. The oldest victim, {name}, {age}, "
        "lived nearby. Damage was put at €{a} million (${b} million)."
    ),
    (
        "At least {n} people died when a ferry sank off {town}, officials said on {day} May 2024. {m} others were rescued. {name}, "
        "{age}, was the captain. The owner, Harbour Lines, lost €{a} million (${b} million) last year."
    ),
    (
        "Harbour Lines said revenue rose {n}% to ${a} million in the first quarter, from ${b} million a year earlier. It cut {m} "
        "jobs in {town}. Chief executive {name}, {age}, said {n} ships were sold."
    ),
)


def texts(count, seed=0):
    """Reports of few events, whose figures differ now and then; one name stands in all of a third of them."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    made = []
    for number in range(count):
        told = random.Random(number // 4)  # noqa: S311 - the event that four papers tell
        figures = {
            "n": told.randint(3, 60),
            "m": told.randint(61, 400),
            "a": told.randint(10, 90),
            "age": told.randint(20, 80),
        }
        words = {"town": told.choice(_TOWNS), "name": told.choice(_NAMES), "day": told.randint(2, 28)}
        figures["b"] = round(figures["a"] * 1.1) if chance.random() > 0.2 else figures["a"] * 3
        if chance.random() < 0.25:
            figures["n"] += 1
        made.append(told.choice(_EVENTS).format(**figures, **words))
    return made


def documents(count=40):
    """The documents: dated and undated, with outlets and without, of batches and of none, one id twice."""
    days = [None if number % 7 == 3 else f"2024-05-{number % 27 + 1:02}" for number in range(count)]
    outlets = [None if number % 5 == 2 else f"Paper {number % 6}" for number in range(count)]
    batches = ["other" if number % 9 == 4 else None for number in range(count)]
    ids = [f"d{number:03}" for number in range(count)]
    made = checker.documents(texts(count), published=days, ids=ids, outlets=outlets, batches=batches)
    again = made.iloc[:3].assign(batch="other", path=["copy-0", "copy-1", "copy-2"])
    return pd.concat([made, again], ignore_index=True).sort_values(["path", "id"], ignore_index=True)


def write(folder, count=24):
    """The texts as files, one of them twice, and one that is none."""
    for number, text in enumerate(texts(count, seed=1)):
        (folder / f"report-{number:02}.txt").write_text(f"{text}\n", encoding="utf-8")
    (folder / "again.txt").write_bytes((folder / "report-00.txt").read_bytes())
    (folder / "broken.md").write_bytes(b"\xff\xfe\x00")
