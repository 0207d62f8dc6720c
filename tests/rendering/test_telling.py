"""A finding in the words of an editor: titles, grounds, distances, what differs, messages."""

from pathlib import Path

import pytest

from checker.rendering.apart import apart, far_apart
from checker.rendering.camps import camps
from checker.rendering.differing import differing
from checker.rendering.grounds import one_fact, plain
from checker.rendering.rows import rows
from checker.rendering.telling import told_message
from checker.rendering.titles import title
from checker.rendering.view import view
from checker.tables import CLAIMS, frame
from tests.rendering.story import bridge, claim, day, document, finding, point, tables

ROOT = Path(__file__).parent.parent.parent


def _fact(*columns):
    """The fact of some claims, one a document."""
    told = [claim(f"d{n}", 1, "5", "5 of them.", **{"kind": "count"} | one) for n, one in enumerate(columns)]
    pairs = [
        {"left": told[0]["id"], "right": one["id"], "fact": "F1", "score": 0.9, "reasons": [], "relation": "equal"}
        for one in told[1:]
    ]
    documents = [document(one["document"]) for one in told]
    shown = view(
        tables(
            documents,
            told,
            pairs
            or [
                {
                    "left": told[0]["id"],
                    "right": told[0]["id"],
                    "fact": "F1",
                    "score": 0.9,
                    "reasons": [],
                    "relation": "equal",
                }
            ],
        )
    )
    return shown.facts[0]


MONEY = {"kind": "money", "unit": "EUR"}
TITLES = [
    ("a noun stays as it is", MONEY | {"measure": "net profit", "period": "in 2025"}, "Net profit · in 2025"),
    ("who is counted, then whom it is about", {"measure": "people killed", "noun": "people", "entities": ["Lisbon"]}, "People killed · Lisbon"),
    ("a verb needs to be told what it counts", {"kind": "measure", "unit": "hectare", "measure": "burn", "entities": ["Coimbra"]}, "Hectares burnt · Coimbra"),
    ("money and a verb", MONEY | {"measure": "pledged"}, "Amount pledged"),
    ("what stays needs no object", MONEY | {"measure": "remain"}, "Amount remaining"),
    ("a share and a verb", {"kind": "percent", "unit": "percent", "measure": "provide"}, "Percentage provided"),
    ("a verb that is a noun too", MONEY | {"measure": "damage"}, "Damage"),
    ("one thing is not said twice", MONEY | {"measure": "damage damaged"}, "Damage"),
    ("votes are not voted", {"measure": "vote", "noun": "votes"}, "Votes"),
    ("a noun that the measure does not name", {"measure": "loan", "noun": "people"}, "People, loan"),
    ("a measure that holds its noun", {"measure": "homes destroyed", "noun": "homes"}, "Homes destroyed"),
    ("no measure, but a noun", {"noun": "houses"}, "Houses"),
    ("nothing is known", {}, "Number"),
    ("nothing is known of money", MONEY, "Amount"),
    ("a change", {"kind": "percent", "unit": "percent", "measure": "revenue", "role": "change_by"}, "Change in revenue"),
    ("an age is somebody's", {"kind": "age", "unit": "year", "measure": "age", "entities": ["Ann Lee"], "period": "in May"}, "Age of Ann Lee"),
    ("an age of nobody", {"kind": "age", "unit": "year", "measure": "age"}, "Age"),
    ("a length of time", {"kind": "duration", "unit": "year", "measure": "loan"}, "Length of the loan"),
    ("a length of doing", {"kind": "duration", "unit": "day", "measure": "rebuild"}, "Length of rebuilding"),
    ("a day", day("2031-05-02", measure="explosion"), "Day of the explosion"),
    ("a day of doing", day("2031-05-02", measure="reopen"), "Day of reopening"),
    ("an hour", {"kind": "time", "measure": "arrest"}, "Hour of the arrest"),
    ("a start", day("2031-05-02", measure="war", role="start"), "Start of the war"),
    ("a day of nothing", day("2031-05-02"), "Day"),
    ("days that come again", {"kind": "set", "measure": "meeting"}, "Days of the meeting"),
]  # fmt: skip


@pytest.mark.parametrize(("columns", "words"), [row[1:] for row in TITLES], ids=[row[0] for row in TITLES])
def test_a_title(columns, words):
    assert title(_fact(columns)).words == words


def test_a_name_inside_another_stands_for_both():
    fact = _fact(
        {"measure": "votes", "entities": ["Boss Ann Lee", "Ohio"]},
        {"measure": "votes", "entities": ["Ann Lee", "Ohio"]},
    )
    assert title(fact).about == ("Ohio", "Ann Lee")


def test_names_that_shout_give_way():
    assert title(_fact({"measure": "votes", "entities": ["WHOLE TOWN", "Ohio", "NATO"]})).about == ("Ohio", "NATO")


GROUNDS = [
    ("sentences share a, b", "the sentences have “a” and “b” in common"),
    ("sentences share a, b, c, d, e, f", "the sentences have “a”, “b”, “c” and “d” in common"),
    ("sentences share no telling word", ""),
    ("events share ann lee, price 1900000000", "both articles speak of Ann Lee and agree on 1 other figure"),
    ("events share price 19, jobs 350", "both articles agree on 2 other figures"),
    ("both are about share price", "both are about share price"),
    ("both are about attack: 'invasion', \"town's attack\"", "“invasion” and “town's attack” are both about attack"),
    ("measures alike: 'winds', 'winds'", "both give “winds”"),
    ("measures alike: 'relief fund', 'fund'", "“relief fund” and “fund” name one thing"),
    ("measures not alike: 'freeze', 'assets'", "one speaks of “freeze”, the other of “assets”"),
    ("what is counted is vague: 'a', 'b'", "what is counted is told loosely: “a”, “b”"),
    ("both about Ann, Bo", "both name Ann and Bo"),
    ("both count reopen", "both give “reopen”"),
    ("both in Lisbon", "both are set in Lisbon"),
    ("the age of Ann", "both tell the age of Ann"),
    ("both level", ""),
    ("both from value", "both are the value before a change"),
    ("both from police", "both cite police"),
    ("level and from value", ""),
    ("from police and from army", "one cites police, the other army"),
    ("the same particular value", "so particular a figure is hardly the same by chance"),
    ("the documents hardly share a name", "the documents hardly share a name"),
]


@pytest.mark.parametrize(("reason", "words"), GROUNDS)
def test_a_reason_in_plain_english(reason, words):
    assert plain(reason, {"ann lee": "Ann Lee"}) == words


def test_no_reason_of_a_real_run_reads_like_a_note_to_ourselves():
    import checker

    shown = view(checker.report([ROOT / "tests/planted/cyclone", ROOT / "seeds"]).tables)
    told = {plain(reason, shown.spelling) for one in shown.findings for reason in one.grounds}
    assert len(told) > 10
    notes = ("both level", "both age", "sentences share", "events share", "measures alike", "the same value")
    assert [words for words in told if words.startswith(notes)] == []


def test_the_wording_of_sentences_is_told_where_little_else_binds():
    few = ["both about Ann", "sentences share fire"]
    assert one_fact(few) == "Both name Ann; the sentences have “fire” in common"
    assert "fire" not in one_fact([*few, "both in Rome", "the same period"])
    assert one_fact(["both level"]) == ""


DIFFERING = [
    ("13%", "31%", ["13"]),
    ("8%", "8%", ["8%"]),
    ("$640 million", "$460 million", ["640"]),
    ("5.9 million euros", "5.9 billion euros", ["million"]),
    ("€221m", "212 million euros", ["221"]),
    ("35 billion euros", "35 billion dollars", ["euros"]),
    ("53 billion euros", "41 billion dollars", ["53"]),
    ("Thursday at 9 a.m.", "7 a.m. on Thursday", ["9"]),
    ("18 November", "November 8", ["18"]),
    ("May 3", "April 3", ["May"]),
    ("46-year-old", "64", ["46"]),
    ("Forty-three", "thirty-four", ["Forty-three"]),
    ("5:40 a.m. on Tuesday", "6:40 a.m.", ["5:40", "Tuesday"]),
    ("", "5", []),
]


@pytest.mark.parametrize(("text", "other", "parts"), DIFFERING)
def test_what_differs(text, other, parts):
    assert [text[start:end] for start, end in differing(text, other) if end > start] == parts


def _row(text, **columns):
    return rows(CLAIMS, frame(CLAIMS, [claim("d", 0, text, f"{text}.", **columns)]))[0]


def _money(text, number, unit="USD"):
    return _row(text, kind="money", unit=unit, **point(number))


APART = [
    ("a share", _money("$460 million", 4.6e8), _money("$640 million", 6.4e8), "180 million USD apart (39% more); the same digits in another order"),
    ("twice and more", _money("$2 million", 2e6), _money("$5 million", 5e6), "3 million USD apart (2.5 times as much)"),
    ("far more", _money("$5.9 million", 5.9e6), _money("$5.9 billion", 5.9e9), "1,000 times as much"),
    ("equal", _money("$5", 5), _money("$5", 5), ""),
    ("nought has no share", _row("0", **point(0)), _row("5", **point(5)), "5 apart"),
    ("below nought", _row("-5", kind="measure", unit="celsius", **point(-5)), _row("5", kind="measure", unit="celsius", **point(5)), "10 celsius apart"),
    ("percent are points", _row("13%", kind="percent", unit="percent", **point(13)), _row("31%", kind="percent", unit="percent", **point(31)), "18 percentage points apart; the same digits in another order"),
    ("ages", _row("45", kind="age", unit="year", **point(45)), _row("47", kind="age", unit="year", **point(47)), "2 years apart"),
    ("figures that no computer holds exactly", _money("$0.3", 0.3), _money("$0.1", 0.1), "0.2 USD apart (3 times as much)"),
    ("a bound is as far as its end", _row("at least 38", low=38.0), _row("30", **point(30)), "8 apart (27% more)"),
    ("other units", _money("$5", 5), _money("€5", 6, "EUR"), ""),
    ("days", _row("May 3", **day("2031-05-03")), _row("May 13", **day("2031-05-13")), "10 days apart"),
    ("one day", _row("May 3", **day("2031-05-03")), _row("May 4", **day("2031-05-04")), "1 day apart"),
    ("a month that holds the day", _row("May", **day("2031-05-01", "2031-05-31")), _row("May 4", **day("2031-05-04")), ""),
    ("hours", _row("5:40", **day("2031-05-03", kind="time", value="2031-05-03T05:40")), _row("7:00", **day("2031-05-03", kind="time", value="2031-05-03T07:00")), "1 hour 20 minutes apart"),
    ("a day and an hour of it", _row("May 3", **day("2031-05-03")), _row("7:00", **day("2031-05-03", kind="time", value="2031-05-03T07:00")), "7 hours apart"),
    (
        "years",
        _row("2009", **day("2009-01-01", "2009-12-31", value="2009")),
        _row("2006", **day("2006-01-01", "2006-12-31", value="2006")),
        "3 years apart",
    ),
    ("an unknown day", _row("Friday", kind="date"), _row("May 3", **day("2031-05-03")), ""),
    ("a score", _row("3-1", kind="score", low=1.0, high=3.0), _row("3-0", kind="score", low=0.0, high=3.0), ""),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "words"), [row[1:] for row in APART], ids=[row[0] for row in APART])
def test_how_far_apart(one, other, words):
    assert apart(one, other) == words
    assert apart(other, one) == words


def test_what_agrees_is_not_told_apart():
    told = {found.row["verdict"]: far_apart(found) for found in view(bridge()).findings}
    assert told["compatible"] == told["agreement"] == ""
    assert told["update"] == "1 day apart"
    assert told["discrepancy"].startswith("1 apart")


def test_camps_are_those_who_give_one_value():
    (found,) = view(bridge()).of("discrepancy")
    told = camps(found, found.claims)
    assert [(one.words, len(one.claims)) for one in told] == [
        ("11 people", 1),
        ("at least 12 people", 1),
        ("14 people", 1),
    ]
    assert [one.other for one in told] == ["at least 12 people", "11 people", "11 people"]
    assert told[0].marked(found.claims[0]) == ((0, 2),)


def _message(message, **columns):
    one = claim("x", 1, "6.4", "A 6.4 quake.", noun="earthquake", path="in/x.txt", **point(6.4) | columns)
    two = claim("y", 1, "13%", "13%.", kind="percent", unit="percent", path="in/y.txt", outlet="Post", **point(13))
    row = finding("C620", "discrepancy", "error", "F1", [one["id"], two["id"]], message=message)
    shown = view(
        tables(
            [document("x", title="A big quake", path="in/x.txt"), document("y", outlet="Post", path="in/y.txt")],
            [one, two],
            [],
            [row],
        )
    )
    return told_message(shown.findings[0], shown)


MESSAGES = [
    (
        "in/x.txt says “6.4” (6.4 earthquake), but Post says “13%” (13 percent).",
        "“A big quake” says “6.4”, but Post says “13%”.",
    ),
    ("Post says “half” (50 percent).", "Post says “half” (50 percent)."),
    ("On burn (Coimbra): Post says “5”.", "Hectares burnt · Coimbra: Post says “5”."),
    ("On burning: Post says “5”.", "On burning: Post says “5”."),
    ("says “6.4” (", "says “6.4” ("),
]


@pytest.mark.parametrize(("message", "told"), MESSAGES)
def test_a_message_for_readers(message, told):
    burnt = (
        {"kind": "measure", "unit": "hectare", "measure": "burn", "entities": ["Coimbra"]} if "burn" in message else {}
    )
    assert _message(message, **burnt) == told


ONE_DOCUMENT = [
    ("same words", "in/x.txt says “5” (5 people) and in/x.txt says “5” (5 people): the same figure.",
     "“A big quake” says “5” (5 people) twice: the same figure."),
    ("other words", "in/x.txt says “5” (5 people) and in/x.txt says “five” (5 people): the same figure.",
     "“A big quake” says “5” (5 people) and “five” (5 people): the same figure."),
    ("nothing twice", "in/x.txt says “5”: that is all.", "“A big quake” says “5”: that is all."),
]  # fmt: skip


@pytest.mark.parametrize(("message", "told"), [row[1:] for row in ONE_DOCUMENT], ids=[row[0] for row in ONE_DOCUMENT])
def test_a_document_that_says_a_thing_in_two_places_is_named_once(message, told):
    said = [claim("x", n, "6", "A 6.", path="in/x.txt", **point(6)) for n in (1, 50)]
    row = finding("C501", "agreement", "note", "F1", [one["id"] for one in said], message=message)
    shown = view(tables([document("x", title="A big quake", path="in/x.txt")], said, [], [row]))
    assert told_message(shown.findings[0], shown) == told


def test_why_does_not_say_twice_how_the_values_stand():
    said = [claim("x", n, "6", "A 6.", **point(6)) for n in (1, 50)]
    reasons = ["same measure", "the values exclude each other", "The values exclude each other; one may be later."]
    row = finding("C603", "discrepancy", "warning", "F1", [one["id"] for one in said], reasons=reasons)
    (found,) = view(tables([document("x")], said, [], [row])).findings
    assert found.why == "The values exclude each other; one may be later."
