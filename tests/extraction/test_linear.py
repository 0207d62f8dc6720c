"""The grammars of numbers are linear: twice the text takes twice the work, whatever pattern works hardest."""

import importlib
import re
import sys

import pytest

from checker.extraction.kinds import age, count, measure, money, percent, rank, ratio, score
from checker.extraction.page import Page
from checker.extraction.phrases import figures

KINDS = (age, count, measure, money, percent, rank, ratio, score)
ROOMS = (
    *(f"extraction.{name}" for name in ("articles", "figures", "lengths", "nouns", "numbers", "phrases", "ranges")),
    *(f"extraction.{name}" for name in ("tails", "versus", "guards.codes", "guards.idioms", "guards.names")),
    *("extraction.guards.trades", "extraction.kinds.age", "extraction.kinds.rank", "extraction.kinds.ratio"),
)
# What makes each scan, guard and join work hardest, over and over. Every pattern of the rooms finds itself in one.
WORST = (
    *("1,", "1 ", "$1-", "one ", "million ", "a ", "5% to ", "½", "1/", "hundred and ", "(1 km) ", "-1", "1-2 "),
    *("12,345 67 ", "one hundred and two ", "$5 (€4) ", "$5 a day, ", "123 people and ", "a mile of a mile ", "6'4\" "),
    *(
        "2000 - 2500 ",
        "243 for 6 ",
        "open at 4 ",
        "9mm handgun ",
        "he was 28 ",
        "the driver is 28. ",
        "who died, was 28 ",
        "Ann Lee was 28. ",
        "died at 91 ",
        "will turn 48 next week ",
        "3 tonnes of coal a day, ",
        "a driver of 57. ",
        "24 points ",
        "1.2.3.",
    ),
    *(
        "±3",
        "up from 3 to 4 and ",
        "half of the town's 30 ",
        "more than 20 and less than ",
        "1 in ",
        "4 ½-feet ",
        "fell by about 3 to ",
    ),
    *(
        "PS21,700 ",
        "10 km (6 miles, 9 mi) ",
        "$5 in cash for each Acme share ",
        '5" ',
        "5' 11\" ",
        "10 $ 30 $ ",
        "12, 000 ",
        "300 visits a day, ",
        "9" * 45,
    ),
    *(
        "trillion " * 9,
        "nine hundred ninety-nine ",
        "it costs a dollar. ",
        "\x1b[1;31m",
        "+44 20 7946 ",
        "1. A. 2. B. ",
    ),
    *(
        "3 thousand 12 below zero ",
        "a row over 3 ",
        "10 20 30 40 ",
        "cloud nine ",
        "5×10^6 ",
        "7e5 ",
        "20 [kg] ",
        "48.5 MGBP ",
    ),
    *("24 points and 3 rebounds, ", "index 24 points ", "scored 24 ", "vote of 5 to 4 ", "3 U.S. cars ", "5 737 jets "),
    *(
        "dozens of the ",
        "quarter to 4 ",
        "a 9mm. ",
        "text 72727 ",
        "open at 4 to 5 ",
        "from 4 to 5 ",
        "34-year-old ",
        "66 yo ",
    ),
    *(
        "aged about 7 ",
        "under the age of 5 ",
        "the ages of us are 5 ",
        "youngest is 7 ",
        "dead of it at 70 ",
        "turned 7 ",
    ),
    *(
        "retired at 61 ",
        "Ann was 28 at the time ",
        "Lee is 41. ",
        "children under 5 ",
        "60 into ",
        "Ann Lee, 66, ",
        "third-largest ",
    ),
    *("tenfold ", "every fifth child ", "7. Then ", "this morning at six, ", "this morning at ", "at seven tonight "),
)


def read(text):
    """Every claim of a text but times."""
    page = Page(text)
    return [mention for kind in KINDS for mention in kind.find(page)]


def calls(text):
    """How many calls reading a text takes: the same on every machine."""
    count_of = 0

    def add(_frame, event, _argument):
        nonlocal count_of
        count_of += event in ("call", "c_call")

    sys.setprofile(add)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return count_of


@pytest.mark.parametrize("unit", WORST)
def test_twice_the_text_takes_twice_the_work(unit):
    calls(unit * 20)  # caches filled
    assert calls(unit * 80) < 2.2 * calls(unit * 40) + 200


@pytest.mark.parametrize("unit", WORST)
def test_long_texts_of_figures_are_read(unit):
    """A quadratic way would time out here."""
    assert figures(unit * 600) is not None


def patterns():
    """Every pattern that the rooms keep, with its name."""
    for room in ROOMS:
        module = importlib.import_module(f"checker.{room}")
        for name, kept in vars(module).items():
            if not isinstance(kept, type) and hasattr(kept, "finditer") and kept is not re:
                yield f"{room}.{name}", kept


PATTERNS = dict(patterns())


@pytest.mark.parametrize("name", PATTERNS)
def test_every_pattern_is_among_the_worst(name):
    """A new pattern needs its own line in the table: what it finds, over and over."""
    texts = [unit * 3 for unit in WORST]
    windows = (text[at:end] for text in texts for at in range(24) for end in (len(text), *range(at, at + 48)))
    assert any(PATTERNS[name].search(window) for window in windows if window)
