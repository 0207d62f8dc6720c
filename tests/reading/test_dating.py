"""The day of publication: what names none, and which of several counts."""

import datetime as dt

import pytest

from checker.reading.datelines import in_dateline, with_year, yearless_dateline
from checker.reading.dating import ORDER, in_address, in_words, published
from checker.tables import PUBLISHED_FROM

TEXT = "A bridge fell\n\n3 March 2024\n\nIt fell at noon."
URL = "https://news.example/2024/03/02/bridge"
STATED = {"flag": "2024-03-06", "front matter": "2024-03-05", "json-ld": "March 4, 2024", "feed": "2024-03-02"}
DAYS = {**STATED, "json-ld": "2024-03-04", "dateline": "2024-03-03", "url": "2024-03-02"}

NO_DAY_IN_WORDS = {
    "the order of its numbers is open": "03/02/2025",
    "there is no such day": "2025-02-30",
    "it is a year": "2025",
    "it is a switch": "true",
    "it is empty": "",
    "it counts seconds": "1739232000",
}


@pytest.mark.parametrize("words", NO_DAY_IN_WORDS.values(), ids=NO_DAY_IN_WORDS)
def test_words_that_name_no_day(words):
    assert in_words(words) is None


@pytest.mark.parametrize(
    "words",
    ["2025-02-11", "2025-02-11T09:30:00+02:00", "Tue, 11 Feb 2025 09:30:00 GMT", "February 11, 2025", "20250211T0930Z"],
)
def test_words_that_name_a_day(words):
    assert in_words(words) == dt.date(2025, 2, 11)


NO_DAY_IN_ADDRESSES = {
    "no such month": "https://news.example/a/2025/13/40/b",
    "no year of the web": "https://news.example/1234/05/06/x",
    "the first article of March": "https://news.example/2024/03/1",
    "the twelfth article of March": "https://news.example/2024/03/12",
    "the first article of March, and a slash": "https://news.example/2024/03/1/",
    "the first article of March, asked for": "https://news.example/2024/03/1?page=2",
    "no address": None,
}
DAYS_IN_ADDRESSES = {
    "behind it words": "https://news.example/2024/3/6/bridge",
    "behind it a slash": "https://news.example/2024/03/06/",
    "with hyphens": "https://news.example/bridge-2024-03-06.html",
    "without": "https://news.example/bridge-20240306",
}


@pytest.mark.parametrize("url", NO_DAY_IN_ADDRESSES.values(), ids=NO_DAY_IN_ADDRESSES)
def test_addresses_without_a_day(url):
    assert in_address(url) is None


@pytest.mark.parametrize("url", DAYS_IN_ADDRESSES.values(), ids=DAYS_IN_ADDRESSES)
def test_addresses_with_a_day(url):
    assert in_address(url) == dt.date(2024, 3, 6)


def test_a_sentence_is_no_dateline():
    assert in_dateline("The bridge fell on 3 March 2024 and was closed.") is None


NO_DATELINES = {
    "a day that a title tells": "On March 3, 2024, the bridge fell",
    "a sentence with a dash": "The bridge of March 3, 2024 - it fell - is gone.",
    "numbers whose order is open": "LUND, 03/04/2024 (Nord News) - The bridge fell.",
    "a long line about the day": "Published accounts of what happened on March 3, 2024 differ, and so do those of the week before it, says Ann Lee, who has read them all.",
    "a label and no day": "Published: last Sunday",
    "a heading of what happened": "What Happened on March 3, 2024",
    "a sentence that opens with a label": "Released on March 3, 2024 by a judge, he fled.",
    "a number before a day is no hour": "Filed: 12 March 3, 2024 12 reports of 3 kinds",
}
DATELINES = [
    "Published: Sunday, March 3, 2024, 6:00 a.m. | The Velland Sentinel | By Ann Lee, Tom Lind and Carl Frost",
    "Published: March 3, 2024, 12:05, Radio Lund",
    "Issued: 3 March 2024, 16:00",
    "Press release, 3 March 2024",
    "For release: March 3, 2024",
    "[3 March 2024]",
    "By Ann Lee and Tom Lind, Lund Gazette, March 3, 2024",
    "Lund Gazette, Sunday 3rd March 2024",
    "The Lund Gazette | Sunday, March 3, 2024",
    "LUND, March 3, 2024 (Nord News) - The bridge fell.",
    "LUND, Veldania (Nord News), March 3, 2024 - The bridge fell.",
    "LUND — March 3, 2024 (Nord News) — The bridge fell.",
    "LUND, Sun. March 3, 2024 (Nord News) – The bridge fell.",
    "LUND, 3rd March 2024 (Nord News) –The bridge fell.",
    "Lund (NN), 3 March 2024 -",
    "(Nord News) March 3, 2024 -- The bridge fell.",
    "March 3, 2024 (Nord News) - The bridge fell.",
    "LUND, Mar 3, 2024 /NordWire/ -- The bridge fell.",
    "LUND, Veldania, Sunday, March 3, 2024, 6:40 p.m. (Nord News) - The bridge fell.",
    "LUND, March 3, 2024, 18:40 GMT (Nord News) - The bridge fell.",
    "LUND (Nord News), Sunday, 3 March 2024, 18.40 - The bridge fell.",
    "LUND / March 3, 2024 / Nord News - The bridge fell.",
    "March 3, 2024, 6:40 p.m. (Nord News) - The bridge fell.",
    "LUND, Veldania -- March 3, 2024, 18:40 (Nord News)",
    "NORD NEWS 03 MAR 2024 18:40",
    "Nord News Agency - March 3, 2024 - 18:40",
    "Lund Gazette, page 3, March 3, 2024",
    "Evening edition, Sunday, March 3, 2024",
    "Radio Lund, 3 March 2024, 7 a.m. bulletin",
    "Last updated at 18:40 on 3 March 2024",
    "Published 18:40 GMT, 3 March 2024",
    "Published by Ann Lee on 3 March 2024",
    "Posted March 3, 2024 by Ann Lee",
    "Date published: 3 March 2024",
    "By Ann Lee (March 3, 2024)",
    "3 March 2024 (updated 19:20)",
    "LUND, Sunday 3 March 2024, Veldania Public Radio -",
]

NO_YEARLESS = {
    "words and a day": "On Sunday, March 3 - the day it fell - nobody was there.",
    "a sentence": "A bridge fell, March 3 - it was new.",
    "a figure that is no day": "LUND, March 45 (Nord News) - The bridge fell.",
    "a model": "LUND, Boeing 737 (Nord News) - The bridge fell.",
    "a place and no agency": "Lund, March 3 - The bridge fell.",
    "a day alone": "March 3",
    "without a dash": "LUND, March 3 (Nord News) The bridge fell.",
}
YEARLESS = (
    "LUND, March 3 (Nord News) - The bridge fell.",
    "Lund, March 3 (Nord News) - The bridge fell.",
    "LUND, Veldania, Mar. 3 (Nord News) -- The bridge fell.",
    "LUND (Nord News), 3 March - The bridge fell.",
    "LUND, Sunday, March 3rd — The bridge fell.",
    "LUND, 3 March, 18:40 GMT (Nord News) – The bridge fell.",
    "LUND (Nord News) - March 3 - The bridge fell.",
)


@pytest.mark.parametrize("line", NO_DATELINES.values(), ids=NO_DATELINES)
def test_lines_that_are_no_dateline(line):
    assert in_dateline(f"{line}\n\nIt fell at noon.") is None


@pytest.mark.parametrize("line", DATELINES)
def test_datelines(line):
    assert in_dateline(f"A bridge fell\n{line}\n\nIt fell at noon.") == dt.date(2024, 3, 3)


@pytest.mark.parametrize("line", [*NO_YEARLESS.values(), *DATELINES], ids=[*NO_YEARLESS, *DATELINES])
def test_lines_that_are_no_dateline_without_a_year(line):
    assert yearless_dateline(f"A bridge fell\n{line}\n\nIt fell at noon.") is None


@pytest.mark.parametrize("line", YEARLESS)
def test_datelines_without_a_year(line):
    text = f"A bridge fell\n{line}\n\nIt fell at noon."
    assert in_dateline(text) is None
    assert yearless_dateline(text) == dt.date(2000, 3, 3)


# Days of the others -> the year of March 3: none where there is no other near it, or where there are of two years.
YEARS = {
    "no other": ((), None),
    "one far away": ((dt.date(2024, 6, 1),), None),
    "of two years": ((dt.date(2023, 3, 1), dt.date(2024, 3, 5)), None),
    "one near, one far": ((dt.date(2023, 6, 1), dt.date(2024, 3, 5)), 2024),
    "several near": ((dt.date(2024, 2, 20), dt.date(2024, 3, 5)), 2024),
}


@pytest.mark.parametrize(("others", "year"), YEARS.values(), ids=YEARS)
def test_the_year_is_that_of_the_others(others, year):
    assert with_year(dt.date(2000, 3, 3), others) == (dt.date(year, 3, 3) if year else None)


def test_the_year_may_turn_between():
    assert with_year(dt.date(2000, 12, 30), [dt.date(2025, 1, 4)]) == dt.date(2024, 12, 30)


def test_a_leap_day_is_of_a_year_that_has_one():
    assert with_year(dt.date(2000, 2, 29), [dt.date(2025, 3, 1)]) is None


@pytest.mark.parametrize("place", range(len(ORDER)), ids=ORDER)
def test_the_first_in_the_order_counts(place):
    left = ORDER[place:]
    stated = {source: words for source, words in STATED.items() if source in left}
    day, source = published(stated, TEXT if "dateline" in left else "It fell.", URL if "url" in left else None)
    assert (str(day), source) == (DAYS[ORDER[place]], ORDER[place])


def test_what_names_no_day_is_passed_over():
    assert published({"front matter": "soon"}, "It fell.", URL) == (dt.date(2024, 3, 2), "url")


def test_an_address_that_tells_of_another_day_than_its_record_is_overruled():
    assert published({"feed": "2024-03-06"}, "It fell.", URL) == (dt.date(2024, 3, 6), "feed")


def test_an_address_counts_where_its_record_states_no_day_that_is_read():
    assert published({"feed": "03/02/2024"}, "It fell.", URL) == (dt.date(2024, 3, 2), "url")


def test_without_evidence_there_is_no_day():
    assert published({}, "It fell yesterday.", "https://news.example/bridge") == (None, "unknown")


def test_the_order_is_one_of_the_vocabulary():
    assert set(ORDER) < set(PUBLISHED_FROM)
