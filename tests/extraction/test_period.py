"""Column period: traps first."""

import datetime as dt
from dataclasses import replace

import pytest

from checker.extraction.context import Scene, period
from checker.extraction.mention import Mention
from tests.extraction.staging import rows, scenes

FIGURES = ("money", "percent", "count")


@pytest.mark.parametrize(("why", "text", "expected"), rows("context_period"))
def test_period(why: str, text: str, expected: str) -> None:
    assert (period.find(scenes(text)[0])["period"] or "") == expected, why


# The period of the last figure, of which other times or sentences may tell. Traps first.
LATER = [
    ("what is now is not of then", "In [[2014|date]], sales fell. The firm has [[300|count|staff]] staff.", ""),
    ("a new paragraph", "In [[2014|date]], sales fell.\n\nProfit was [[$5 million|money]].", ""),
    ("a day opens no frame", "On [[Friday|date]], sales fell. Profit was [[$5 million|money]].", ""),
    ("no opening", "Sales fell in [[2014|date]]. Profit was [[$5 million|money]].", ""),
    ("times of its own", "In [[2014|date]], sales fell. In [[2015|date]] profit was [[$5 million|money]].", "In 2015"),
    ("two times before", "In [[2014|date]], after [[2013|date]], sales fell. Profit was [[$5 million|money]].", ""),
    (
        "the earlier value's time",
        "Profit was [[$3|money]], up from [[$2|money]] [[a year ago|date]], or [[5%|percent]].",
        "",
    ),
    ("in an aside", "Acme, founded in [[1990|date]], lost [[300|count|jobs]] jobs.", ""),
    ("who moved", "Lee, who moved there in [[2004|date]], earned [[$5 million|money]].", ""),
    ("a frame", "In [[2014|date]], sales fell. Profit was [[$5 million|money]].", "In 2014"),
    ("a frame over two sentences", "In [[2014|date]], sales fell. It was bad. Profit was [[$5|money]].", "In 2014"),
    ("as of", "As of [[Friday|date]], [[12|count]] were missing. Another [[30|count]] were hurt.", "As of Friday"),
    ("between", "Between [[2010|date]] and [[2014|date]], [[300|count|people]] people died.", "Between 2010 and 2014"),
    ("from, to", "From [[January|date]] to [[March|date]], sales fell [[5%|percent]].", "From January to March"),
    ("a year earlier", "Profit rose to [[$3|money]] from [[$2|money]] [[a year earlier|date]].", "a year earlier"),
]


@pytest.mark.parametrize(("why", "text", "expected"), LATER)
def test_period_of_the_last_figure(why: str, text: str, expected: str) -> None:
    figures = [scene for scene in _of_years(scenes(text)) if scene.mention.kind in FIGURES]
    assert (period.find(figures[-1])["period"] or "") == expected, why


def _of_years(found: list[Scene]) -> list[Scene]:
    """The scenes, each year in digits with all its days."""
    mentions = [_year(scene.mention) for scene in found]
    return [replace(scene, mention=mentions[scene.index], mentions=mentions) for scene in found]


def _year(mention: Mention) -> Mention:
    is_year = mention.kind == "date" and mention.end - mention.start == len("2014") and mention.first is not None
    return mention._replace(last=dt.date(2024, 12, 31)) if is_year else mention


def test_a_year_earlier_binds_the_earlier_value_alone() -> None:
    text = "Profit rose [[5%|percent]] to [[$3|money]] from [[$2|money]], or [[$1|money]] a share, [[a year earlier|date]]."
    found = [period.find(scene)["period"] for scene in scenes(text)[:-1]]
    assert found == [None, None, "a year earlier", "a year earlier"]
