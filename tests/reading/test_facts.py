"""Tables of reference facts: what is refused, with file, line, column and repair; and where every cell stands."""

import random

import pytest

from checker.reading.facts import FactsError, facts
from checker.reading.facts.cells import rows
from checker.tables import DOCUMENTS, FACTS, SKIPPED, validate
from checker.values.offsets import original_span
from tests.reading.ratio import growth

HEAD = "measure,value,unit,period,entity,source\n"
FACT = "inflation,2.4%,,2024-01,Norland,Statistics Norland\n"


@pytest.fixture
def table(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(content, name="f.csv"):
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return facts([name])

    return write


REFUSED = {
    "nothing": ("", "f.csv: empty; the first line names"),
    "no header": (FACT, "f.csv:1:1: unknown column 'inflation'; known are measure, value"),
    "a slip": ("measure,valeu,entity,source\n", "f.csv:1:9: unknown column 'valeu'; did you mean 'value'?"),
    "a column too many": (HEAD.strip() + ",colour\n", "f.csv:1:41: unknown column 'colour'; known are"),
    "a column without a name": ("measure,,value,entity,source\n", "f.csv:1:9: unknown column ''"),
    "twice": ("measure,value,value,entity,source\n", "f.csv:1:15: the column 'value' stands twice; remove one"),
    "no source": ("measure,value,entity\n", "f.csv:1: no column source"),
    "neither entity nor place": ("measure,value,source\n", "f.csv:1: no column entity or place"),
    "a spreadsheet": (b"PK\x03\x04" + b"\0" * 40, "f.csv: a spreadsheet: save it as CSV"),
    "no text": (b"measure\0value", "f.csv: holds NUL bytes"),
    "a quotation mark": ('"measure,value,entity,source\n', "f.csv:1: a quotation mark that does not close"),
}


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_table_of_which_nothing_can_be_used_is_refused(table, content, reason):
    with pytest.raises(FactsError) as refused:
        table(content)
    assert str(refused.value).startswith(reason)


HEADERS = {"and nothing else": HEAD, "without an end of line": HEAD.strip(), "and blank lines": HEAD + "\n\n"}


@pytest.mark.parametrize("content", HEADERS.values(), ids=HEADERS)
def test_a_header_without_a_fact_is_no_check_that_passed(table, content):
    found = table(content)
    (row,) = found.skipped.to_dict("records")
    assert (row["path"], row["unread"]) == ("f.csv", True)
    assert row["reason"].startswith("a header and no fact below it")
    assert found.documents.empty


def test_a_table_that_is_missing_or_no_file_is_refused(tmp_path):
    for name in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(FactsError, match=r"cannot be read|regular file"):
            facts([name])


# Row -> what is said of it; the row after it is read all the same.
BAD_ROWS = {
    "no measure": (",12,,2024,Norland,S\n", "f.csv:2", "column 1: no measure: fill it in"),
    "no value": ("deaths,,,2024,Norland,S\n", "f.csv:2", "column 8: no value: fill it in"),
    "no source": ("deaths,12,,2024,Norland\n", "f.csv:2", "column 1: no source: fill it in"),
    "about nobody": ("deaths,12,,2024,,S\n", "f.csv:2", "column 1: neither entity nor place"),
    "a comma in a figure": ("deaths,1,200,,2024,Norland,S\n", "f.csv:2", "column 28: 7 cells under 6 columns"),
    "an open quotation mark": ('deaths,"12,,2024,Norland,S\n', "f.csv:2", "column 8: a quotation mark that does not"),
    "words behind a quotation": ('"deaths" x,12,,2024,Norland,S\n', "f.csv:2", "column 1: a quotation mark that does"),
    "a very long cell": (f"deaths,12,,2024,{'N' * 501},S\n", "f.csv:2", "column 17: entity is longer than 500"),
}


@pytest.mark.parametrize(("row", "path", "reason"), BAD_ROWS.values(), ids=BAD_ROWS)
def test_a_wrong_row_is_named_and_loses_no_other(table, row, path, reason):
    found = table(HEAD + row + FACT)
    (word,) = found.skipped.to_dict("records")
    assert (word["path"], word["unread"]) == (path, True)
    assert word["reason"].startswith(reason)
    assert list(found.documents["path"]) == ["f.csv:3"]


def test_a_day_that_is_none_is_named(table):
    found = table("measure,value,place,source,published\ndeaths,12,Norland,S,soon\n")
    assert list(found.skipped["reason"]) == ["column 21: published 'soon' is no day: write 2025-02-11"]


def test_what_a_row_says_is_a_document_of_its_source(table):
    found = table(f"\ufeff{HEAD}\n{FACT}")
    for columns, frame in ((DOCUMENTS, found.documents), (FACTS, found.cells), (SKIPPED, found.skipped)):
        validate(columns, frame)
    (document,) = found.documents.to_dict("records")
    assert (document["path"], document["outlet"]) == ("f.csv:3", "Statistics Norland")
    assert document["text"] == "inflation | 2.4% | 2024-01 | Norland | Statistics Norland"
    assert document["account"]["format"] == "facts"
    assert document["sections"] == [[0, len(document["text"]), "reference"]]


FORMS = {
    "quoted": ('"measure","value","place","source"\n"deaths","1,200","Port ""A""","S"\n', "1,200"),
    "semicolons": ("measure;value;place;source\ndeaths;1,200;Norland;S\n", "1,200"),
    "tabs": ("measure\tvalue\tplace\tsource\ndeaths\t1,200\tNorland\tS\n", "1,200"),
    "Windows": ('measure,value,place,source\r\ndeaths,"1,200",Norland,S\r\n', "1,200"),
    "a line end in a cell": ('measure,value,place,source\ndeaths,12,"Port\nNorland",S\n', "12"),
    "a mark within a cell": ('measure,value,place,source\ndeaths,12,The "Gull",S\n', "12"),
    "blanks around": ("Measure , VALUE, place ,source\n deaths ,  12 , Norland , S \n", "12"),
    "the last row without an end": ("measure,value,place,source\ndeaths,12,Norland,S", "12"),
    "UTF-16": ("\ufeffmeasure,value,place,source\ndeaths,12,Norland,S".encode("utf-16-le"), "12"),
}


@pytest.mark.parametrize(("content", "value"), FORMS.values(), ids=FORMS)
def test_every_form_of_csv_keeps_the_place_of_its_cells(table, content, value):
    found = table(content)
    assert len(found.skipped) == 0
    original = content.decode("utf-16-le")[1:] if isinstance(content, bytes) else content
    document, cells = found.documents.iloc[0], found.cells.iloc[0]
    at = cells["places"]["value"]
    assert document["text"][at : at + len(value)] == value == cells["words"]["value"]
    start, end = original_span(document["offsets"], at, at + len(value))
    assert original[start:end] == value


def test_rows_after_a_cell_of_two_lines_know_their_line(table):
    found = table(f'measure,value,place,source\ndeaths,12,"Port\n\nA",S\n{FACT}')
    assert list(found.skipped["path"]) == ["f.csv:5"]


def test_the_same_row_twice_is_one_fact(table):
    found = table(HEAD + FACT + FACT)
    assert found.skipped.to_dict("records") == [
        {"path": "f.csv:3", "reason": "says the same as f.csv:2", "unread": False}
    ]


def test_more_rows_than_are_read_are_told(table, monkeypatch):
    monkeypatch.setattr("checker.reading.facts.tables.MOST_ROWS", 2)
    found = table(HEAD + "".join(f"deaths,{n},,2024,Norland,S\n" for n in range(1, 5)))
    assert len(found.documents) == 2
    assert "more than 2 rows" in found.skipped["reason"][0]


HOSTILE = {
    "quotation marks": '"' * 20_000,
    "pairs of them": '"",' * 8_000,
    "separators": "," * 20_000,
    "line ends": "\r" * 20_000,
    "open ones, line after line": '"a\n' * 8_000,
    "blanks": " " * 20_000 + '"',
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_cells_take_linear_time(piece):
    assert growth(lambda times: lambda: len(list(rows(piece * times, ","))), 1, times=4) < 10


def test_a_table_of_broken_rows_takes_linear_time(table):
    assert growth(lambda count: lambda: table(HEAD + "deaths\n" * count), 2_000, times=4) < 10


def test_any_characters_make_rows_that_cover_the_table():
    dice = random.Random(7)  # noqa: S311 - no secret
    for _ in range(300):
        text = "".join(dice.choices('ab,;"\n\r\t 1', k=60))
        place = 0
        for row in rows(text, ","):
            assert row.start >= place
            assert text[place : row.start].strip(", \t\r\n") == ""
            assert all(row.start <= cell.start <= cell.end <= row.end for cell in row.cells)
            place = row.end
        assert text[place:].strip(", \t\r\n") == ""
