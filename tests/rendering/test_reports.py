"""The formats as others read them: JSON by its schema, tables by their readers, Markdown by its lines."""

import csv
import dataclasses
import io
import json
import re
import sys
import unicodedata

import jsonschema
import pandas as pd
import pytest

from checker.rendering import CLAIM_FORMATS, FORMATS
from checker.resources import schema_text
from checker.tables import CLAIMS, DOCUMENTS, FINDINGS, SKIPPED, frame
from tests.rendering.story import bridge, claim, document, finding, nothing, point, tables

EVIL = "|<script>alert(1)</script>\n# x\r\n::error::boom ##[group]\u202e\x1b[2J=1+1 @all `**"


def hostile():
    """Every text that comes from outside is hostile."""
    one = claim(
        "x",
        1,
        EVIL,
        f"{EVIL} and {EVIL}",
        **point(1),
        noun=EVIL,
        measure=EVIL,
        entities=[EVIL],
        speaker=EVIL,
        period=EVIL,
    )
    two = claim("x", 400, "2", "2", trace=EVIL, kind="date", role="date_of_event")
    rows = [
        finding(rule, verdict, "error", "F1", [one["id"], two["id"]], name=EVIL, message=EVIL, reasons=[EVIL, EVIL])
        for rule, verdict in (("E1", "discrepancy"), ("E2", "agreement"))
    ]
    skipped = [{"path": EVIL, "reason": EVIL, "unread": True}]
    return tables([document("x", path=EVIL, title=EVIL, outlet=EVIL)], [one, two], [], rows, skipped)


RUNS = {"bridge": bridge, "nothing": nothing, "hostile": hostile}


@pytest.mark.parametrize("run", RUNS)
def test_the_json_report_is_what_its_schema_says(run):
    schema = json.loads(schema_text("report"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(FORMATS["json"](RUNS[run]())), schema)


@pytest.mark.parametrize("run", RUNS)
def test_json_lines_are_what_their_schema_says(run):
    schema = json.loads(schema_text("claims"))
    for line in CLAIM_FORMATS["jsonl"](RUNS[run]()).splitlines():
        jsonschema.validate(json.loads(line), schema)


def test_the_schemas_know_every_column_and_vocabulary():
    report = json.loads(schema_text("report"))
    claims = json.loads(schema_text("claims"))
    properties = report["properties"]
    assert report["$defs"]["claim"]["properties"] == claims["properties"]
    assert list(claims["properties"]) == [column.name for column in CLAIMS]
    assert set(properties["findings"]["items"]["properties"]) == {column.name for column in FINDINGS}
    assert list(properties["skipped"]["items"]["properties"]) == [column.name for column in SKIPPED]
    columns = [*CLAIMS, *(column for column in FINDINGS if column.name != "claims")]
    written = claims["properties"] | properties["findings"]["items"]["properties"]
    for column in columns:
        empty = [None] if column.nullable else []
        assert written[column.name].get("enum", empty) == [*column.vocabulary, *empty], column.name


def test_the_schema_takes_no_other_documents():
    schema = json.loads(schema_text("report"))["properties"]["documents"]["items"]
    assert set(schema["properties"]) < {column.name for column in DOCUMENTS}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"id": "a"}, schema)


def test_numbers_in_json_are_numbers_or_null():
    facts = json.loads(FORMATS["json"](bridge()))["facts"]
    dead = facts[0]["claims"][0]
    assert (dead["low"], dead["high"], dead["stated"], dead["published"]) == (12.0, None, "12", "2031-05-03")


@pytest.mark.parametrize("form", list(FORMATS))
@pytest.mark.parametrize("run", RUNS)
def test_every_report_ends_with_one_line_end(form, run):
    written = FORMATS[form](RUNS[run]())
    assert written.endswith("\n")
    assert not written.endswith("\n\n")


@pytest.mark.parametrize("form", ["markdown", "text"])
def test_hostile_text_stays_on_its_line(form):
    """Every line begins with words of ours, and what a terminal or a build runner obeys is gone."""
    written = FORMATS[form](hostile())
    assert not {"\x1b", "\u202e", "\r"} & set(written)
    assert "##[" not in written
    assert not any(line.startswith(("::", "=", "@")) for line in written.splitlines())


def test_hostile_text_opens_no_markup():
    written = FORMATS["markdown"](hostile())
    assert "<script" not in written
    assert [line for line in written.splitlines() if line.startswith("# ")] == ["# Where the sources stand"]
    tables = [line for line in written.splitlines() if line.startswith("|")]
    counts = {len(re.findall(r"(?<!\\)\|", line)) for line in tables}
    assert counts <= {3, 4, 5, 6, 7, 8}


def test_every_row_of_a_table_has_as_many_cells_as_its_head():
    for block in FORMATS["markdown"](hostile()).split("\n\n"):
        if block.startswith("|"):
            assert len({line.count("|") for line in block.splitlines()}) == 1, block


def test_every_finding_shows_its_quotes():
    written = FORMATS["markdown"](bridge())
    missing = [
        f for f in ("11", "12", "14", "$4.2 million", "$4 million", "May 1", "May 2") if f"**{f}**" not in written
    ]
    assert missing == []
    written = FORMATS["text"](bridge())  # agreements are their message alone there
    missing = [f for f in (">>11<<", ">>12<<", ">>14<<", "May >>1<<", "May >>2<<") if f not in written]
    assert missing == []


@pytest.mark.parametrize("name", ["markdown", "text"])
def test_undecided_findings_are_shown_where_asked_for(name):
    one, two = claim("x", 1, "12", "12 died.", **point(12)), claim("y", 1, "14", "14 died.", **point(14))
    row = finding(
        "Z1", "undecided", "note", "F1", [one["id"], two["id"]], message="|Not sure.", reasons=["a", "b", "c"]
    )
    run = tables([document("x"), document("y")], [one, two], [], [row])
    asked = FORMATS[name](dataclasses.replace(run, shows_undecided=True))
    assert "Not sure." in asked
    assert "Not sure." not in FORMATS[name](run)


def test_undecided_findings_are_counted_not_shown():
    one, two = claim("post", 1, "12", "12.", **point(12)), claim("ledger", 1, "13", "13.", **point(13))
    run = tables(
        [document("post"), document("ledger")],
        [one, two],
        [],
        [finding("Z1", "undecided", "note", "F1", [one["id"], two["id"]])],
    )
    assert "Z1" not in FORMATS["text"](run)
    assert "Z1" not in FORMATS["markdown"](run)
    assert json.loads(FORMATS["json"](run))["summary"]["verdicts"]["undecided"] == 1


def test_the_list_of_one_source_has_an_end():
    claims = [claim("post", n, "5", f"{n} and 5.", **point(5)) for n in range(400)]
    written = FORMATS["markdown"](tables([document("post")], claims))
    assert "<summary>400 claims</summary>" in written
    assert "100 more are not listed here" in written


TRACES = [
    ("weekday; unresolved: the document bears no date", "the document bears no date"),
    ("weekday: unresolved: the document bears no date; measure: verb before", "the document bears no date"),
    ("weekday", "weekday"),
]


@pytest.mark.parametrize(("trace", "reason"), TRACES)
def test_why_a_time_has_no_day(trace, reason):
    run = tables([document("post")], [claim("post", 1, "Friday", "On Friday.", kind="date", trace=trace)])
    assert f"| Harbour Post | “On **Friday**.” | {reason} |" in FORMATS["markdown"](run)


SENTENCES = [
    ("It cost 5.", "“It cost **5**.”"),
    ('"It cost 5," he said.', '"It cost **5**," he said.'),
    ("He said “it cost 5”", "He said “it cost **5**”"),
    ('The "new" one cost 5.', '“The "new" one cost **5**.”'),
    ("5", "“**5**”"),
    ("a€5!", "“a€**5**!”"),
    ("x(5)y", "“x(**5**)y”"),
    ("“It cost 5" + " and more" * 20 + ",” he said.", "“It cost **5**" + " and more" * 11 + "…”"),
]


@pytest.mark.parametrize(("sentence", "quoted"), SENTENCES)
def test_a_quote_has_its_marks_once(sentence, quoted):
    run = tables([document("post")], [claim("post", 1, "5", sentence, **point(5))])
    assert f"- {quoted} = 5\n" in FORMATS["markdown"](run)


def test_a_figure_that_stars_cannot_mark_gets_a_tag():
    run = tables([document("post")], [claim("post", 1, "$5", "It cost US$5.", **point(5))])
    assert "“It cost US<b>$5</b>.” = 5" in FORMATS["markdown"](run)


@pytest.mark.parametrize(("verdict", "line"), [("discrepancy", "- 3 more claims"), ("agreement", "<br>3 more |")])
def test_a_finding_of_many_claims_quotes_some_and_counts_the_rest(verdict, line):
    claims = [claim(f"d{n}", 1, "5", f"Quote {n} of 5.", **point(5)) for n in range(15)]
    rows = [finding("E1", verdict, "error", "F1", [row["id"] for row in claims])]
    written = FORMATS["markdown"](tables([document(row["document"]) for row in claims], claims, [], rows))
    assert line in written


def test_an_update_is_told_in_order_of_time():
    written = FORMATS["markdown"](bridge())
    update = written[written.index("## Updates") :]
    assert update.index("It fell on") < update.index("The bridge fell on")


def test_csv_holds_every_column_and_no_formula():
    read = list(csv.DictReader(io.StringIO(CLAIM_FORMATS["csv"](hostile()))))
    assert list(read[0]) == [column.name for column in CLAIMS]
    assert json.loads(read[0]["entities"])[0].startswith("|<script>")
    assert [row["low"] for row in read] == ["1.0", ""]
    assert not any(cell.startswith(("=", "@")) for row in read for cell in row.values())


def test_parquet_gives_back_the_claims():
    run = bridge()
    read = pd.read_parquet(io.BytesIO(CLAIM_FORMATS["parquet"](run)))
    assert list(read) == [column.name for column in CLAIMS]
    assert read["low"].equals(run.claims["low"])
    assert [list(names) for names in read["entities"]] == list(run.claims["entities"])


def test_no_claims_are_a_parquet_file_too():
    assert list(pd.read_parquet(io.BytesIO(CLAIM_FORMATS["parquet"](nothing())))) == [column.name for column in CLAIMS]


def test_the_table_of_claims_keeps_its_lines_short():
    lines = CLAIM_FORMATS["table"](hostile()).splitlines()
    assert len(lines) == 4
    assert max(map(len, lines)) < 200


def test_frames_may_carry_columns_of_others():
    run = bridge()
    wider = type(run)(run.documents, run.claims.assign(more=1), run.pairs, run.findings, run.skipped)
    assert FORMATS["json"](wider) == FORMATS["json"](run)


def test_an_empty_frame_of_claims_is_no_error():
    run = tables([document("post")])
    assert frame(CLAIMS, []).empty
    assert "1 document read, 0 claims. No discrepancies." in FORMATS["text"](run)


UNSEEN = [chr(n) for n in range(sys.maxunicode + 1) if unicodedata.category(chr(n)) in {"Cc", "Cf", "Zl", "Zp"}]


def test_no_control_or_bidi_character_of_a_file_name_stands_raw_in_the_page():
    """A name that turns the reading direction looks like another file's."""
    rows = [{"path": f"a{sign}gpj.txt", "reason": f"no{sign}reader", "unread": True} for sign in UNSEEN]
    page = FORMATS["html"](tables([], [], [], [], rows))
    shown = page[page.index('id="view-unread"') : page.index("</main>")]
    assert not {*shown} & {*UNSEEN} - {"\n", "\u200c", "\u200d"}
    assert "a⟨U+202E⟩gpj.txt" in shown
    assert "a\ngpj.txt" not in shown


def test_an_agreement_stands_at_a_place_of_a_source_that_its_message_names():
    """The first claim of a finding is not always one of the two that the message speaks of."""
    dead = {"measure": "people killed", "entities": ["Harborough"]}
    said = [claim(name, 1, words, f"{words} died.", **dead, **point(12)) for name, words in WHO]
    message = "Daily Ledger says “12” and Morning Sun says “twelve”: the same figure."
    found = finding("C501", "agreement", "note", "F1", [row["id"] for row in said], message=message)
    outlets = {"post": "Harbour Post", "ledger": "Daily Ledger", "sun": "Morning Sun"}
    said = [row | {"outlet": outlets[row["document"]]} for row in said]
    told = FORMATS["text"](tables([document(name) for name in outlets], said, [], [found], []))
    assert told.startswith("bridge/ledger.txt:1:2: note C501")


WHO = [("post", "a dozen"), ("ledger", "12"), ("sun", "twelve")]


def test_a_brief_report_names_the_file_of_every_quote():
    told = FORMATS["markdown"](dataclasses.replace(bridge(), is_brief=True))
    assert "ledger.txt:1:31" in told.replace("\\", "").replace("<span>", "").replace("</span>", "")


@pytest.mark.parametrize(("count", "words"), [(9, "1 more is counted only"), (10, "2 more are counted only")])
def test_one_more_is_not_more_are(count, words):
    said = [claim("post", 10 * n, "12", "12 died.", **point(12)) for n in range(count)]
    said.append(claim("ledger", 1, "13", "13 died.", **point(13)))
    row = finding("C620", "discrepancy", "error", "F1", [one["id"] for one in said])
    page = FORMATS["html"](tables([document("post"), document("ledger")], said, [], [row], []))
    assert words in page
