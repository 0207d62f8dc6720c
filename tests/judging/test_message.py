"""Messages: both quotes and both values in every one, and nothing of the article is read as a template."""

import pytest

from checker.judging.message import message, reading
from tests.judging.judged import claim, date_claim, findings_of, pair, shipped_rules

READINGS = {
    "count": ({}, "14"),
    "thousands": ({"low": 5e11, "high": 5e11, "unit": "USD"}, "500 billion USD"),
    "decimals of a scale": ({"low": 65.9e9, "high": 65.9e9, "unit": "USD"}, "65.9 billion USD"),
    "no short figure": ({"low": 1234567.0, "high": 1234567.0}, "1,234,567"),
    "counted noun": ({"noun": "people"}, "14 people"),
    "about": ({"hedge": "about", "noun": "people"}, "about 14 people"),
    "score": ({"kind": "score", "low": 1.0, "high": 3.0}, "3-1"),
    "open above": (
        {"low": 1e11, "high": 1e12, "high_closed": False, "unit": "USD"},
        "100 billion up to 1 trillion USD",
    ),
    "decimals": ({"low": 2.75, "high": 2.75, "unit": "percent"}, "2.75 percent"),
    "years": ({"low": 54.0, "high": 54.0, "unit": "year"}, "54 years"),
    "one year": ({"low": 1.0, "high": 1.0, "unit": "year"}, "1 year"),
    "per hour": ({"low": 60.0, "high": 60.0, "unit": "mile/hour"}, "60 miles/hour"),
    "per share": ({"low": 2.0, "high": 2.0, "unit": "USD/share"}, "2 USD/share"),
    "no float noise": ({"low": 0.1 + 0.2, "high": 0.1 + 0.2}, "0.3"),
    "beyond all counting": ({"low": 1e20, "high": 1e20}, "1e+20"),
    "range": ({"low": 10.0, "high": 15.0}, "10 to 15"),
    "lower bound": ({"high": float("nan")}, "at least 14"),
    "open lower bound": ({"high": float("nan"), "low_closed": False}, "more than 14"),
    "upper bound": ({"low": float("nan")}, "at most 14"),
    "open upper bound": ({"low": float("nan"), "high_closed": False}, "less than 14"),
    "no value": ({"low": float("nan"), "high": float("nan")}, "unknown"),
    "date": ({"kind": "date", "value": "2022-02"}, "2022-02"),
    "unresolved date": ({"kind": "date", "value": None}, "unresolved"),
}
TEMPLATE = "{a.source}: “{a.text}” ({a.reading}); {b.source}: “{b.text}” ({b.reading}); {days_apart}, {conversion}."


def words_of(left, right, template=TEMPLATE, **columns):
    row = pair(left, right, **columns)
    return message(template, {"conversion": None, "days_apart": None} | row, left, right)


@pytest.mark.parametrize("name", READINGS)
def test_readings(name):
    columns, expected = READINGS[name]
    assert reading({"unit": None, "noun": None, "hedge": "exact"} | claim("a", 14.0) | columns) == expected


def test_both_quotes_and_both_values():
    left, right = claim("a", 14.0, unit=None, day="2024-03-05"), claim("b", 19.0, unit=None, day="2024-03-07")
    assert words_of(left, right) == "The a: “14.0” (14); The b: “19.0” (19); 2 days, no conversion."


def test_an_unknown_outlet_is_told_by_its_path():
    left, right = (
        claim("a", 14.0, unit=None, outlet=None, day="2024-03-05"),
        claim("b", 19.0, unit=None, day="2024-03-05"),
    )
    assert words_of(left, right).startswith("a.txt: ")


def test_article_text_is_never_read_as_a_template():
    left = claim("a", 14.0, unit=None, text="{b.text} {a.text.__class__} %s \\1", day="2024-03-05")
    right = claim("b", 19.0, unit=None, day="2024-03-05")
    assert "“{b.text} {a.text.__class__} %s \\1”" in words_of(left, right)


@pytest.mark.parametrize(("days", "words"), [(1.0, "1 day"), (2.0, "2 days"), (float("nan"), "unknown days")])
def test_days_apart(days, words):
    left, right = claim("a", 14.0, unit=None), claim("b", 19.0, unit=None)
    assert words_of(left, right, "{days_apart}", days_apart=days) == words


@pytest.mark.parametrize(("names", "words"), [([], "net profit"), (["Tessin"], "net profit (Tessin)")])
def test_about(names, words):
    left, right = claim("a", 14.0, unit=None, measure="net profit", entities=names), claim("b", 19.0, unit=None)
    assert words_of(left, right, "{a.about}") == words


def test_a_value_that_is_the_quote_is_told_once():
    left, right = claim("a", 14.0, unit=None, text="14"), claim("b", 19.0, unit=None, text="19 or so")
    assert words_of(left, right).startswith("The a: “14”; The b: “19 or so” (19);")


def test_one_line():
    left = claim("a", 14.0, unit=None, text="February\n24,\t2022", day="2024-03-05")
    assert "“February 24, 2022”" in words_of(left, claim("b", 19.0, unit=None, day="2024-03-05"))


def test_a_long_sentence_is_cut_around_the_figure():
    sentence = "x " * 400 + "14 people" + " y" * 400
    left, right = claim("a", 14.0, unit=None, sentence=sentence, at=800), claim("b", 19.0, unit=None)
    told = words_of(left, right, "{a.sentence}")
    assert "14 people" in told
    assert len(told) <= 302


@pytest.mark.parametrize("rule", shipped_rules(), ids=lambda rule: rule.code)
def test_every_shipped_message_can_be_told(rule):
    left, right = claim("a", 14.0, day="2024-03-05", unit=None), date_claim("b", "2022-02", day=None, unit=None)
    left |= {"noun": None, "speaker": None, "period": None}
    right |= {"noun": None, "speaker": None, "period": None}
    told = words_of(left, right, rule.message, days_apart=float("nan"), difference=float("nan"))
    shown = "{arithmetic}" in rule.message and "{b.text}" not in rule.message  # the reckoning shows the other figures
    assert all(quote in told for quote in ("“14.0”", *([] if shown else ["“2022-02”"])))
    assert "{" not in told


def test_the_message_is_told_in_order_of_report():
    """The first claim of a finding may be the later one; its message still begins with the earlier."""
    left, right = claim("a", 19.0, day="2024-03-05"), claim("b", 14.0, day="2024-03-07")
    found = findings_of([left, right], [pair(left, right)], shipped_rules())
    assert found["claims"][0] == ["b:0-2", "a:0-2"]
    assert found["message"][0].startswith("On people killed (Wajima): The a says “19.0”")
