"""Disqualifiers and doubts: each fires for its own reason, and only then."""

import pandas as pd
import pytest

from checker.matching.beside import with_mates
from checker.matching.companions import with_companions
from checker.matching.doubts import DOUBTS, IN_DOUBT, doubt
from checker.matching.frequencies import with_frequencies
from checker.matching.main_figures import with_main_figures
from checker.matching.qualifiers import APART, QUALIFIERS, separation
from checker.matching.score import score
from checker.matching.side import changed
from tests.matching.made import FERRY, age, amount, claim, count, day, sides

DEAD = "The blast at the Acme factory in Springfield killed {} people."
LEFT_DEAD = "Near Springfield, {} people died when a boiler of Acme blew up."
MAY, JUNE, YEAR_BEFORE = (pd.Timestamp(d) for d in ("2024-05-02", "2024-06-20", "2023-05-02"))


def toll(number, document="a", sentence=DEAD, **columns):
    told = {"measure_head": "killed"} | columns
    return count(number, "people killed", sentence.format(number), document=document, **told)


def when(text, date, sentence="The Acme factory in Springfield blew up {}.", document="b", last=None, **columns):
    told = {"measure": "explosion", "measure_head": "explosion"}
    return day(text, date, last or date, sentence.format(text), document=document, **(told | columns))


def said(text, date, document="b"):
    return when(
        text, date, "The blast killed 12, police said on {}.", document, measure="statement", measure_head="statement"
    )


def sales(number, first, document="a", days=30, **columns):
    """Revenue of so many days, published on the second of May."""
    told = {"measure": "revenue", "measure_head": "revenue", "published": MAY}
    bound = {"period_first": first, "period_last": first + pd.Timedelta(days=days)} if first is not None else {}
    text = f"${number / 1e6:.0f} million"
    return amount(text, number, f"Acme had sales of {text}.", document=document, **(told | bound | columns))


def staff(number, document="a", **columns):
    return count(number, "people employed", f"Acme has {number} employees.", document=document, **columns)


def two_tolls(number):
    """One of two figures of a sentence: two died here, and three there."""
    return toll(number, "b", "Near Springfield 2 people died and in Shelby {}.", sums_with=2)


def seats(number, sentence, document="a", **columns):
    told = {"entities": ["Mara"], "role": "part" if " of the " in sentence else "level"}
    return count(number, "seats", sentence, document=document, **(told | columns))


def knots(number, sentence, document="a", **columns):
    told = {"kind": "measure", "unit": "knot", "measure": "speed", "measure_head": "speed"}
    return count(number, "speed", sentence.format(number), document=document, **(told | columns))


def votes(number, sentence, document="a", **columns):
    return count(number, "vote", sentence, document=document, **columns)


def turnout(number, sentence, document="a", **columns):
    told = {"kind": "percent", "unit": "percent"}
    return count(number, "turnout", sentence, document=document, **(told | columns))


def someday(text, value, document="a", sentence="The explosion at the works was on {}.", **columns):
    """A day that nothing resolves."""
    told = {"kind": "date", "value": value, "role": "date_of_event", "measure": "explosion"}
    return claim(text, sentence.format(text), document=document, **(told | columns))


def score_of(text, sentence, document="a", **columns):
    low, high = sorted(float(part) for part in text.split("-"))
    told = {"kind": "score", "low": low, "high": high, "measure": "win", "measure_head": "win", "step": 1.0}
    return claim(text, sentence, document=document, **(told | columns))


def earned(dollars, measure, document="a"):
    told = {"measure": measure, "measure_head": "profit", "entities": ["Acme"]}
    return amount(f"${dollars}", dollars, f"Acme earned ${dollars}.", document=document, **told)


SEPARATED = [
    ("other match", score_of("1-0", "Rovers led 1-0 at half-time."), score_of("2-1", "Rovers won 2-1.", "b")),
    (
        "other match",
        score_of("1-0", "Rovers beat Lions 1-0.", entities=["Rovers", "Lions"]),
        score_of("2-1", "Rovers beat Bears 2-1.", "b", entities=["Rovers", "Bears"]),
    ),
    ("sum", toll(5), two_tolls(3)),
    ("kind", toll(50), amount("$50", 50, "It cost $50.", document="b")),
    ("person", age(34, "Ann Hale", "Ann Hale, 34."), age(34, "Tom Brown", "Tom Brown, 34.", document="b")),
    ("person", age(34, None, "A boy of 34."), age(34, None, "A boy of 34.", document="b")),
    ("relative", age(25, "Ann Hale", "Hale, 25, left."), age(55, "Ann Hale", "Ann Hale, 55, stayed.", document="b")),
    ("news", when("May 1", "2024-05-01", published=MAY), when("June 18", "2024-06-18", published=JUNE, document="c")),
    ("two days", when("May 1", "2024-05-01"), when("May 3", "2024-05-03", start=90)),
    (
        "one sentence",
        count(73, "people arrested", "Police arrested 73 people and 12 more were arrested later."),
        count(12, "people arrested", "Police arrested 73 people and 12 more were arrested later."),
    ),
    ("whole", seats(40, "Mara won 12 of the 40 seats."), seats(15, "Mara won 15 seats.", "b")),
    ("whole", seats(11, "Mara won the ninth of 11 seats."), seats(2, "Mara won 2 seats.", "b")),
    ("measure", toll(12), toll(12, "b", measure="people injured", measure_head="injured")),
    ("measure", earned(241e6, "net profit"), earned(219e6, "profit", "b")),
    ("measure", earned(241e6, "net profit"), earned(214e6, "operating profit", "b")),
    ("role", toll(12), toll(14, "b", role="additional")),
    ("role", toll(12), toll(14, "b", role="average")),
    ("publication", when("May 1", "2024-05-01", role="published"), when("May 1", "2024-05-01", document="c")),
    ("publication", when("May 1", "2024-05-01", measure_head="publication"), when("May 1", "2024-05-01", document="c")),
    ("said", said("Wednesday", "2024-05-01"), said("Friday", "2024-05-03", document="c")),
    ("said", said("Wednesday", "2024-05-01"), when("Friday", "2024-05-03", document="c")),
    ("part", toll(12, is_part=True), toll(14, "b", sentence=LEFT_DEAD)),
    (
        "position",
        count(9, "cars", "The blast burnt 9 cars near the old river bridge and 4 barns up the hill."),
        count(4, "barns", "The blast burnt 9 cars near the old river bridge and 4 barns up the hill.", document="b"),
    ),
    (
        "scale",
        amount("$971 million", 971e6, "Acme earned $971 million."),
        amount("$369", 369, "Acme earned $369.", document="b"),
    ),
    ("open", someday("Monday", "XXXX-WXX-1"), someday("Tuesday", "XXXX-WXX-2", "b")),
    (
        "unlike days",
        someday("Monday", "XXXX-WXX-1"),
        someday("today", "XXXX-XX-XX", "b", measure="trial", sentence="The trial began {}."),
    ),
    (
        "whole",
        toll(5, sentence="Of the {} bridges in Lund, four fell.", measure="bridges fallen"),
        toll(3, "b", sentence="Some {} bridges fell in Lund.", measure="bridges fallen"),
    ),
    ("direction", toll(12, role="change_by", direction="up"), toll(14, "b", role="change_by", direction="down")),
    ("stance", toll(12), toll(12, "b", modality="demanded")),
    ("stance", toll(12, modality="planned"), toll(14, "b", modality="demanded")),
    ("scale", votes(250, "Mara won by 250 votes."), votes(148_800, "Mara won by 148800 votes.", "b")),
    ("stance", sales(12e6, MAY, modality="estimated"), sales(14e6, None, "b")),
    ("owner", sales(12e6, MAY, entities=["Acme"]), sales(14e6, MAY, "b", entities=["Mara"])),
    ("owner", staff(12, entities=["Acme"]), staff(14, "b")),
    ("owner", staff(12, entities=["Acme", "Lund"]), staff(14, "b", entities=["Cork"], place="Cork")),
    (
        "of nobody",
        amount("$12 million", 12e6, "Sales were $12 million.", measure="revenue", measure_head="revenue"),
        sales(971e6, None, "b", entities=["Acme"]),
    ),
    (
        "of nobody",
        count(16_400, "passengers", "It handled 16400 passengers.", period_first=YEAR_BEFORE, period_last=MAY),
        count(
            9_100,
            "passengers",
            "Acme carried 9100.",
            document="b",
            entities=["Acme"],
            period_first=YEAR_BEFORE,
            period_last=MAY,
        ),
    ),
    ("length", sales(12e6, YEAR_BEFORE, days=90), sales(14e6, YEAR_BEFORE, "b", days=364)),
    ("past", toll(12, period_first=YEAR_BEFORE, period_last=YEAR_BEFORE, published=MAY), toll(14, "b", published=MAY)),
    (
        "to come",
        when("May 30", "2024-05-30", published=MAY, modality="planned"),
        when("April 30", "2024-04-30", published=JUNE, document="c"),
    ),
    (
        "period",
        toll(12, period_first=YEAR_BEFORE, period_last=YEAR_BEFORE),
        toll(14, "b", period_first=MAY, period_last=MAY),
    ),
]


def jobs(number, document="a", **columns):
    return count(number, "jobs", f"Acme cuts {number} jobs.", document=document, **({"published": MAY} | columns))


def damage(millions, document="a"):
    told = {"measure": "damage", "measure_head": "damage"}
    return amount(
        f"${millions} million", millions * 10**6, f"The damage was ${millions} million.", document=document, **told
    )


def cost(sentence, document="a"):
    text = "$40 million" if document == "a" else "$90 million"
    told = {"measure": "cost", "measure_head": "cost"}
    return amount(
        text, int(text[1:3]) * 10**6, sentence.format(text.removesuffix(" million")), document=document, **told
    )


def old_toll(number, document="a", days=0, **columns):
    period = {"period_first": YEAR_BEFORE, "period_last": YEAR_BEFORE + pd.Timedelta(days=days)}
    return toll(number, document, **(period | columns))


DOSES = "Of patients 41 fell ill, 35 on half the dose, 30 on none."


def percent(number, sentence, document="a"):
    return count(number, "patients", sentence, document=document, kind="percent", unit="percent")


def made(left, right):
    """Two sides; `is_part`: a larger figure of its measure stands beside it; `is_old`: one of the year before; `beside`: claims."""
    rows = [
        {k: v for k, v in row.items() if k not in ("is_part", "is_old", "is_in_body", "sums_with", "beside")}
        for row in (left, right)
    ]
    beside = [toll(99, start=900)] if left.get("is_part") else []
    if right.get("sums_with"):
        beside += [count(right["sums_with"], "people killed", right["sentence"], document="b", start=800)]
    beside += [row for told in (left, right) for row in told.get("beside", ())]
    beside += [old_toll(99, start=900, published=MAY)] if left.get("is_old") else []
    found = sides(*rows, *beside)
    found = [changed(found[0], is_in_body=bool(left.get("is_in_body"))), *found[1:]]
    return with_frequencies(with_mates(with_companions(with_main_figures(found))))[:2]


@pytest.mark.parametrize(("name", "left", "right"), SEPARATED, ids=[f"{n}-{i}" for i, (n, *_) in enumerate(SEPARATED)])
def test_each_disqualifier_separates_for_its_reason(name, left, right):
    a, b = made(left, right)
    assert QUALIFIERS[name](a, b)
    assert separation(a, b)
    assert separation(b, a)
    found = score(a, b)
    assert (found.score, found.is_separated) == (0.0, name not in APART or a.document == b.document)
    assert found.reasons[0].startswith("not one fact: ")


def test_every_disqualifier_and_doubt_has_a_row():
    assert {row[0] for row in SEPARATED} == set(QUALIFIERS)
    assert {row[0] for row in DOUBTED} == set(DOUBTS)


NOT_SEPARATED = [
    ("one is estimated", toll(12), toll(12, "b", modality="estimated")),
    ("one is denied", toll(12), toll(12, "b", modality="denied")),
    ("a level and a total", toll(12), toll(14, "b", role="total")),
    (
        "a year in age between two reports",
        age(34, "Ann Hale", "Hale, 34."),
        age(35, "Ann Hale", "Hale, 35.", document="b"),
    ),
    ("the day and the start", when("May 1", "2024-05-01"), when("May 1", "2024-05-01", document="c", role="start")),
    (
        "periods that overlap",
        toll(12, period_first=YEAR_BEFORE, period_last=MAY),
        toll(14, "b", period_first=MAY, period_last=MAY),
    ),
    (
        "the same digits of another scale",
        amount("$3.1 billion", 3.1e9, "Acme earned $3.1 billion."),
        amount("$3.1 million", 3.1e6, "Acme earned $3.1 million.", document="b"),
    ),
    ("profit may be the net one", earned(241e6, "net profit"), earned(241e6, "profit", "b")),
    ("profit, and a slip in it", earned(241e6, "net profit"), earned(214e6, "profit", "b")),
    ("one day of one statement", said("Wednesday", "2024-05-01"), said("May 1", "2024-05-01", document="c")),
    ("the same open weekday", someday("Monday", "XXXX-WXX-1"), someday("Monday", "XXXX-WXX-1TNI", "b")),
    ("the same words", someday("yesterday", "XXXX-XX-XX"), someday("Yesterday", "XXXX-XX-XX", "b")),
    ("a part equal to the other's total", toll(12, is_part=True), toll(12, "b")),
    ("one sentence printed twice", toll(12, is_part=True), toll(14, "b")),
    (
        "one change told up and down",
        toll(12, role="change_by", direction="up"),
        toll(12, "b", role="change_by", direction="down"),
    ),
    ("jobs to go and jobs cut", jobs(900, modality="planned", role="target"), jobs(1900, "b")),
    ("a past by its day and by its year", old_toll(12, days=0), old_toll(14, "b", days=364)),
    ("sales of one company", *(sales(n, MAY, d, entities=["Acme"]) for n, d in ((12e6, "a"), (14e6, "b")))),
    (
        "a part of its whole, and the part alone",
        seats(12, "Mara won 12 of the 40 seats."),
        seats(15, "Mara won 15 seats.", "b"),
    ),
    (
        "a larger figure beside, and one hour",
        toll(4, "a", "By midnight {} were dead in Springfield.", is_part=True),
        toll(3, "b", "It was {} people by midnight who had been killed."),
    ),
    ("more than a whole", toll(15), toll(11, "b", "Of the {} people killed, 2 were children.")),
    (
        "two parts of one whole",
        *(seats(n, f"Mara won {n} of the 40 seats.", d, start=s) for n, d, s in ((12, "a", 9), (15, "b", 9))),
    ),
    (
        "the year before, from which one counts",
        turnout(66, "Turnout rose from 66 in 2023.", role="from_value", period_first=YEAR_BEFORE, period_last=MAY),
        turnout(60, "In 2023 turnout was 60.", "b", period_first=YEAR_BEFORE, period_last=MAY),
    ),
    (
        "to be paid in June, told either way in May",
        sales(6e9, JUNE, published=MAY, modality="planned", role="target"),
        sales(9e9, JUNE, "b", published=MAY),
    ),
    ("two forecasts", sales(12e6, MAY, modality="estimated"), sales(14e6, MAY, "b", modality="estimated")),
    (
        "the larger figure is of years ago",
        *(toll(n, d, published=MAY, is_old=d == "a") for n, d in ((12, "a"), (14, "b"))),
    ),
]


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in NOT_SEPARATED], ids=[row[0] for row in NOT_SEPARATED])
def test_nothing_separates(left, right):
    assert separation(*made(left, right)) is None


def term(years, sentence, document="a", **columns):
    told = {"kind": "duration", "unit": "year", "role": "duration", "measure": "prison", "measure_head": "prison"}
    return count(years, "prison", sentence, document=document, **(told | columns))


def streets(document="a"):
    """Other figures of an article, in so many sentences that it can tell which words are rare."""
    return [
        count(n, "streets", f"Ward {n} had so many streets.", document=document, start=900 + n) for n in range(10, 18)
    ]


DOUBTED = [
    ("in body", toll(12, section="title", is_in_body=True), toll(14, start=300)),
    (
        "died since",
        toll(35, measure="people injured", measure_head="injured", beside=[toll(9, start=500)]),
        toll(34, "b", LEFT_DEAD, measure="people injured", measure_head="injured", beside=[toll(10, "b", start=500)]),
    ),
    (
        "unlikely",
        count(12, "tanks", "The works own 12 tanks.", beside=streets()),
        count(97, "tanks", "Of tanks the shore road has 97.", document="b", beside=streets("b")),
    ),
    (
        "several",
        knots(143, "The plane touched down at {} knots."),
        knots(
            82,
            "It left the end of the tarmac at {} knots.",
            "b",
            beside=[knots(62, "Later it went at {} knots.", "b", start=800)],
        ),
    ),
    (
        "untold change",
        count(48, "increase", "That is an increase of 48."),
        count(39, "increase", "It follows an increase of 39.", document="b"),
    ),
    (
        "one of several",
        percent(41, DOSES) | {"beside": [percent(35, DOSES), percent(30, DOSES)]},
        percent(12, "Here 12 did so.", "b"),
    ),
    (
        "both told",
        count(386, "votes", "In Lund 386 votes went to it."),
        count(
            314,
            "votes",
            "It took 314 votes.",
            document="b",
            beside=[count(386, "votes", "In Lund it took 386 votes.", document="b")],
        ),
    ),
    (
        "step",
        amount("$6", 6, "The ration was cut by $6.", measure="ration"),
        amount("$18", 18, "The ration was $18.", measure="ration", document="b"),
    ),
    (
        "definite",
        count(48, "factories", "Acme runs 48 factories."),
        count(2, "factories", "More than the 2 factories.", document="b"),
    ),
    (
        "other size",
        amount("$7.3 billion", 7.3e9, "Acme has sales of $7.3 billion.", measure="revenue", entities=["Acme"]),
        amount(
            "$190 million",
            1.9e8,
            "Oats of Acme has sales of $190 million.",
            measure="revenue",
            entities=["Acme", "Oats"],
            document="b",
        ),
    ),
    (
        "then",
        toll(4, sentence="The blast of 2018 killed {}.", published=MAY),
        toll(2, "b", published=MAY),
    ),
    (
        "elsewhere",
        turnout(38, "In Lund it took 38.", place="Lund", entities=["Lund"], measure="vote"),
        turnout(31, "It took 31.", "b", place="Oslo", measure="vote"),
    ),
    (
        "other wholes",
        toll(3, role="part", sentence="In Springfield {} of the five victims died."),
        toll(4, "b", "Of the dead {} are from Springfield.", role="part"),
    ),
    (
        "of another",
        count(5, "schools", "In Norvale 5 schools are shut.", entities=["Norvale"]),
        count(13, "schools", "It shut 13 schools, nine in Norvale.", document="b"),
    ),
    (
        "another day",
        count(120, "rescuers", "On Monday 120 rescuers were there.", published=MAY, period_first=MAY, period_last=MAY),
        count(200, "rescuers", "There are 200 rescuers.", document="b", published=MAY + pd.Timedelta(days=2)),
    ),
    (
        "another weekday",
        count(150, "yen", "The yen stood at 150 on Tuesday."),
        count(163, "yen", "The yen stood at 163 on Wednesday.", document="b"),
    ),
    (
        "nobody named",
        count(140, "beds", "The region has 140 beds."),
        count(60, "beds", "It has 60 beds.", document="b"),
    ),
    (
        "thing untold",
        knots(143, "A train ran at {}."),
        knots(82, "Gusts of {} shook trees.", "b", beside=[knots(62, "A boat went at {} knots.", "b", start=800)]),
    ),
    (
        "difference",
        count(620, "beds", "Brennick has 620 beds."),
        count(
            716,
            "beds",
            "Brennick has 716 beds.",
            document="b",
            beside=[count(96, "beds", "The wing has 96 beds.", document="b")],
        ),
    ),
    (
        "of whole",
        count(57, "stations", "Acme has a network of 57 stations."),
        count(9, "stations", "Acme has 9 stations.", document="b"),
    ),
    (
        "rest",
        turnout(44, "In Acme 44% of deposits were not insured."),
        turnout(56, "In Acme 56% of deposits were insured.", "b"),
    ),
    ("wording", when("May 1", "2024-05-01"), when("May 3", "2024-05-03", "On {} a second tank caught fire.", "c")),
    (
        "happening",
        when("May 1", "2024-05-01", measure="statement"),
        when("May 3", "2024-05-03", document="c", measure="statement"),
    ),
    ("relative", when("Monday", "2024-05-01"), when("Tuesday", "2024-05-02", document="c")),
    ("role", when("May 1", "2024-05-01"), when("May 3", "2024-05-03", document="c", role="start")),
    ("grain", when("May 1", "2024-05-01"), when("2023", "2023-01-01", document="c", last="2023-12-31")),
    (
        "then",
        age(51, "Ann Hale", "Ann Hale, 51, died.", published=MAY),
        age(40, "Ann Hale", "In 2013 Ann Hale, 40, was jailed.", document="b", published=MAY),
    ),
    ("last name", age(34, "Ann Hale", "Hale, 34."), age(35, "Ann Hale", "Hale, 35.", document="b")),
    ("sort", toll(12), toll(14, "b", measure="soldiers killed", sentence=LEFT_DEAD)),
    ("room", toll(12, low=None, hedge="at_most"), toll(14, "b", sentence=LEFT_DEAD)),
    (
        "times",
        count(3, "shootings", "Police count 3 shootings near Acme in Springfield.", measure="shooting"),
        count(2, "shootings", "The 2 shootings at the Acme works shook Springfield.", document="b", measure="shooting"),
    ),
    ("other story", toll(12), toll(14, "b", sentence=LEFT_DEAD, event=list(FERRY))),
    (
        "appointment",
        when("May 20", "2024-05-20", published=MAY, modality="planned"),
        when("May 27", "2024-05-27", document="c", published=MAY + pd.Timedelta(days=9), modality="planned"),
    ),
    (
        "other release",
        toll(12, section="reference", measure_head="killed"),
        toll(14, "b", sentence=LEFT_DEAD, published=MAY),
    ),
    (
        "another owner",
        seats(12, "Mara and Nord: 12 seats.", entities=["Mara", "Nord"]),
        seats(15, "Nord and Mara: 15 seats.", "b", entities=["Nord", "Mara"]),
    ),
    (
        "elsewhere",
        turnout(69, "In Sorren turnout was 69.", entities=["Sorren"]),
        turnout(71, "Turnout was 71.", "b"),
    ),
    (
        "elsewhere",
        turnout(69, "In Sorren turnout was 69.", entities=["Sorren"], place="Sorren"),
        turnout(71, "In Valmere turnout was 71.", "b", entities=["Valmere"], place="Valmere"),
    ),
    (
        "places",
        toll(12, place="Springfield"),
        toll(14, "b", "In Shelby {} people died.", place="Shelby"),
    ),
    (
        "stage",
        amount("$12 million", 12e6, "$12 million was pledged.", measure="assistance pledged"),
        amount("$14 million", 14e6, "$14 million was spent.", measure="assistance spent", document="b"),
    ),
    ("counted on", turnout(44, "Turnout was 44 at 3 p.m."), turnout(71, "Turnout was 71.", "b")),
    (
        "score",
        count(3, "win", "Rivertown beat Lakeside 3.", kind="score", measure=None),
        count(9, "win", "Rivertown ( 9 ) beat Lakeside.", kind="score", document="b"),
    ),
    (
        "outcome",
        count(80, "migrants", "A boat with 80 migrants sank."),
        toll(16, "b", measure="people missing", measure_head="missing"),
    ),
    (
        "other measure",
        amount("$90 million", 9e7, "The port wants $90 million.", measure="quay"),
        amount("$60 million", 6e7, "The port got $60 million.", measure="crane", document="b"),
    ),
    ("alone", toll(12), toll(14, "b", "In Shelby alone {} people died.")),
    ("span", toll(12), toll(74, "b", "Worldwide {} people died in boilers.")),
    (
        "stranger",
        count(80, "shops", "It has 80 shops."),
        count(16, "shops", "In Cork there are 16 shops.", place="Cork", document="b"),
    ),
    (
        "stranger",
        count(61480, "crowd", "A crowd of 61480 came to Meridian Stadium.", entities=["Meridian Stadium", "Rovers"]),
        count(95000, "crowd", "Police put the crowd that met Rovers at 95000.", entities=["Rovers"], document="b"),
    ),
    (
        "early count",
        toll(12, sentence="On Saturday evening they spoke of {} dead.", role="from_value"),
        toll(9, "b", "It was {} at noon."),
    ),
    (
        "gap",
        count(54, "points", "The team is third with 54 points."),
        count(9, "points", "The team is 9 points behind.", document="b"),
    ),
    ("early count", toll(12), toll(4, "b", "By noon the police spoke of {} dead.")),
    (
        "span",
        toll(12, period_first=MAY, period_last=MAY),
        toll(74, "b", sentence=LEFT_DEAD, period_first=MAY - pd.Timedelta(days=900), period_last=MAY),
    ),
    (
        "other people",
        count(120, "soldiers", "Tarsk has 120 soldiers here.", entities=["Tarsk"]),
        count(310, "soldiers", "Veldania has 310 soldiers.", entities=["Veldania"], document="b"),
    ),
    ("guess", jobs(900), jobs(1100, "b", modality="estimated")),
    ("guess", damage(650), damage(900, "b")),
    ("thing untold", cost("The bridge cost {} million."), cost("At a cost of {} million.", "b")),
    (
        "other gathering",
        count(300, "people marched", "In Lund 300 people marched.", entities=["Lund"]),
        count(800, "people marched", "In Brask 800 people marched.", entities=["Brask"], document="b"),
    ),
    (
        "other season",
        count(18, "goals", "Hale scored 18 goals last season.", entities=["Hale"]),
        count(12, "goals", "Hale scored 12 goals this season.", entities=["Hale"], document="b"),
    ),
    (
        "other convict",
        term(9, "The court gave Ann Hale 9 years.", entities=["Ann Hale"]),
        term(4, "Ann Hale's aide, Tom Brown, got 4 years.", "b", entities=["Ann Hale", "Tom Brown"]),
    ),
    (
        "other convict",
        term(9, "Ann Hale faces 9 years.", entities=["Ann Hale"]),
        term(4, "Ann Hale got 4 years.", "b", entities=["Ann Hale"]),
    ),
    (
        "other charges",
        count(9, "counts", "Ann Hale was charged with 9 counts."),
        count(6, "counts", "Ann Hale was convicted on 6 counts.", document="b"),
    ),
    (
        "counted in",
        amount("$210 million", 2.1e8, "Acme pays $210 million."),
        amount("$280 million", 2.8e8, "Acme pays $280 million including debt.", document="b"),
    ),
    (
        "other words",
        count(12, "oil tanks", "The works own 12 tanks.", measure="tanks of oil"),
        count(14, "tanks", "Insurers now look at 14 tanks by the shore road.", document="b"),
    ),
]


@pytest.mark.parametrize(("name", "left", "right"), DOUBTED, ids=[row[0] for row in DOUBTED])
def test_each_doubt_keeps_a_difference_below_the_line(name, left, right):
    a, b = made(left, right)
    assert DOUBTS[name](a, b)
    assert doubt(a, b)
    assert score(a, b).score <= IN_DOUBT


def fall(metres, sentence, document="a", **columns):
    told = {"kind": "measure", "unit": "metre", "measure": "fall", "measure_head": "fall"}
    return count(metres, "metres", sentence, document=document, **(told | columns))


NOT_DOUBTED = [
    (
        "several",
        fall(460, "Past wet grass the jet lay in shingle 460 metres beyond the end of the runway."),
        fall(
            85,
            "It stopped 85 metres beyond the end of the runway, its nose split behind the cockpit.",
            "b",
            beside=[fall(31, "It was 31.", "b", start=800)],
        ),
    ),
    (
        "score",
        score_of("118-84", "The house passed it, by 118-84.", measure=None),
        score_of("118-94", "The house passed it by 118-94.", "b"),
    ),
    ("early count", toll(10, "a", "By 9 p.m. police spoke of {} dead."), toll(8, "b", "At 9 p.m. it was {} dead.")),
    ("span", toll(12), toll(17, "b", "A blast in the early hours killed {} people.")),
    (
        "happening",
        when("May 1", "2024-05-01", measure="annual inspection"),
        when("June 1", "2024-06-01", document="c", measure="annual inspection"),
    ),
    (
        "then",
        age(51, "Ann Hale", "Ann Hale, 51, who joined Acme in 2013, is its head.", published=MAY),
        age(54, "Ann Hale", "Ann Hale, 54, is its head.", document="b", published=MAY),
    ),
    (
        "happening",
        when("May 1", "2024-05-01", "The first patient fell ill on {}.", measure="illness"),
        when("May 11", "2024-05-11", "On {} the first patient fell ill.", "c", measure="illness"),
    ),
    (
        "stranger",
        count(16, "shops", "In Norway there are 16 shops.", place="Norway", entities=["Norway"]),
        count(80, "shops", "It has 80 shops.", document="b"),
    ),
    (
        "early count",
        toll(12, sentence="On Saturday evening they spoke of {} dead.", role="from_value"),
        toll(9, "b", "On Saturday evening {} were dead."),
    ),
    (
        "stranger",
        fall(60, "The coach fell 60 metres."),
        fall(90, "It fell 90 metres to the Ache.", "b", entities=["Ache"]),
    ),
]


@pytest.mark.parametrize(("name", "left", "right"), NOT_DOUBTED, ids=[row[0] for row in NOT_DOUBTED])
def test_a_doubt_is_silent(name, left, right):
    assert DOUBTS[name](*made(left, right)) is None


def test_no_doubt_about_two_plain_tellings():
    a, b = made(toll(12), toll(14, "b"))
    assert doubt(a, b) is None
    assert score(a, b).score > IN_DOUBT


def test_a_doubt_does_not_touch_what_agrees():
    a, b = made(age(34, "Ann Hale", "Hale, 34."), age(34, "Ann Hale", "Hale, 34.", document="b"))
    assert doubt(a, b)
    assert score(a, b).score > IN_DOUBT


def test_the_title_tells_its_own_main_figure():
    title, body, part = with_main_figures(sides(toll(12, section="title"), toll(14, start=90), toll(3, start=190)))
    assert [one.is_main for one in (title, body, part)] == [True, True, False]


def test_each_owner_has_a_main_figure_of_its_own():
    ours, theirs = staff(500, entities=["Acme"]), staff(31000, entities=["Mara"], start=90)
    a, b, told = with_main_figures(sides(ours, theirs, staff(700, "b", entities=["Acme"])))
    assert [one.is_main for one in (a, b)] == [False, True]
    assert separation(a, told) is None
    assert separation(b, told)
