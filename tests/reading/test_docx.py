"""Word documents: what is hostile or broken, what must not be read, then what is, and where it stands."""

import datetime as dt
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

import checker
from checker.cli import main
from checker.reading import collect
from checker.reading.articles import article
from checker.reading.decoding import UnreadableError
from checker.reading.formats import BINARIES, by_signature
from tests.reading.ratio import growth
from tests.reading.word import W, body, document, package, paragraph, part, relations, run, table

NEWS = "The council said on Friday that 14 people were hurt."
MOST = 20 << 20


def read(content, most_bytes=MOST):
    (found,) = BINARIES[".docx"](content, most_bytes)
    return found.draft


def patched(content, name, offset, replaced):
    """A document with bytes of one part's entry in the list of parts changed."""
    place = content.rindex(name.encode()) - 46
    return content[: place + offset] + replaced + content[place + offset + len(replaced) :]


GOOD = document(NEWS)
BOMB = package({"word/document.xml": body("9" * (30 << 20))})
UNREAD = {
    "no zip file": (b"PK\x03\x04" + b"five men" * 9, "no Word document, or one that was cut off"),
    "cut off": (GOOD[: len(GOOD) // 2], "no Word document, or one that was cut off"),
    "an old document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as .docx without a password"),
    "another zip file": (package({"a.txt": NEWS}), "no Word document"),
    "a spreadsheet": (
        package({"_rels/.rels": relations(officeDocument="xl/a.xml"), "xl/a.xml": "<workbook><t>5</t></workbook>"}),
        "no Word document",
    ),
    "a bomb": (BOMB, "unpacks to more than 20 MB"),
    "a bomb of parts": (
        document(NEWS, parts={f"header{n}.xml": part("hdr", " " * (9 << 20)) for n in range(3)}, related={
            f"header{n}": f"header{n}.xml" for n in range(3)
        }),
        "unpacks to more than 20 MB",
    ),
    "a list of parts without end": (package({f"{'a' * 200}{n}": "" for n in range(3_000)}), "lists more parts"),
    "a larger kind of zip": (GOOD[:-22] + b"PK\x06\x07" + bytes(16) + GOOD[-22:], "lists more parts"),
    "encrypted": (patched(GOOD, "word/document.xml", 8, b"\x01\x00"), "without a password"),
    "packed in another way": (package({"word/document.xml": body(NEWS)}, zipfile.ZIP_LZMA), "packed as no word processor"),
    "scribbled": (GOOD.replace(GOOD[GOOD.index(b"word/document.xml") + 30 :][:20], bytes(20)), "damaged"),
    "a false checksum": (patched(GOOD, "word/document.xml", 16, b"\x01\x02\x03\x04"), "damaged"),
    "broken XML": (package({"word/document.xml": body(NEWS)[:-9]}), "damaged"),
    "entities": (
        package({"word/document.xml": f'<!DOCTYPE a [<!ENTITY b "c">]>{body(NEWS)}'}),
        "it declares entities",
    ),
    "elements without end": (package({"word/document.xml": body("<w:p>" * 300)}), "nested deeper than 256"),
    "tables without end": (package({"word/document.xml": body("<w:tbl><w:tr><w:tc>" * 200)}), "nested deeper than 256"),
    "NUL": (package({"word/document.xml": body(NEWS) + "\0"}), "NUL"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "words"), UNREAD.values(), ids=UNREAD)
def test_what_is_no_document_is_told(content, words):
    with pytest.raises(UnreadableError, match=words):
        read(content)


def test_two_parts_of_one_name_are_refused():
    twice = package({"word/document.xml": body(NEWS), "word/dodument.xml": body("Forty men.")})
    with pytest.raises(UnreadableError, match="holds two parts of one name"):
        read(twice.replace(b"dodument", b"document"))


def test_a_part_that_claims_to_be_small_is_capped_all_the_same():
    with pytest.raises(UnreadableError, match=r"damaged|unpacks"):
        read(patched(BOMB, "word/document.xml", 24, struct.pack("<I", 100)))


def test_names_of_parts_lead_nowhere_else(tmp_path):
    content = package(
        {
            "_rels/.rels": relations(officeDocument="../../etc/passwd"),
            "../../etc/passwd": body("Forty men were hurt."),
            "word/document.xml": body(NEWS),
        }
    )
    assert "Forty" in read(content).text  # a part is a name in the package and never a file
    assert list(tmp_path.iterdir()) == []


CHANGE = 'w:id="1" w:author="a" w:date="2031-03-04T00:00:00Z"'
ALTERNATE = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
NOT_READ = {
    "deleted": f"<w:del {CHANGE}><w:r><w:delText>99 men</w:delText></w:r></w:del>",
    "deleted, as some write it": f"<w:del {CHANGE}>{run('99 men')}</w:del>",
    "moved away": f"<w:moveFrom {CHANGE}>{run('99 men')}</w:moveFrom>",
    "hidden": run("99 men", "<w:vanish/>"),
    "struck out": run("99 men", "<w:strike/>"),
    "struck out twice": run("99 men", '<w:dstrike w:val="true"/>'),
    "a code": "<w:r><w:instrText> PAGE 99 </w:instrText></w:r>",
    "a formula": "<m:oMath><m:r><m:t>99</m:t></m:r></m:oMath>",
    "the mark of a comment": "<w:r><w:commentReference w:id='99'/></w:r>",
    "the mark of a note": "<w:r><w:footnoteReference w:id='99'/></w:r>",
    "how it looked before": "<w:r><w:rPr><w:rPrChange><w:rPr><w:sz w:val='99'/></w:rPr></w:rPrChange></w:rPr><w:t>.</w:t></w:r>",
    "what a picture shows": "<w:r><w:drawing><wp:docPr xmlns:wp='u' descr='99 men'/></w:drawing></w:r>",
    "words that ask for words": "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>99</w:t></w:r></w:sdtContent></w:sdt>",
    "what old programs show": ALTERNATE.format(paragraph("One."), paragraph("99 men")),
    "text outside of runs": "<w:t>99 men</w:t>",
}


@pytest.mark.parametrize("inside", NOT_READ.values(), ids=NOT_READ)
def test_what_no_reader_sees_is_not_read(inside):
    found = read(document(paragraph(run(NEWS), inside)))
    assert NEWS in found.text
    assert "99" not in found.text


READ = {
    "inserted": f"<w:ins {CHANGE}>{run('15 men')}</w:ins>",
    "moved here": f"<w:moveTo {CHANGE}>{run('15 men')}</w:moveTo>",
    "a link": f"<w:hyperlink>{run('15 men')}</w:hyperlink>",
    "a field's result": f"<w:fldSimple w:instr='X'>{run('15 men')}</w:fldSimple>",
    "a field that was filled": f"<w:sdt><w:sdtPr/><w:sdtContent>{run('15 men')}</w:sdtContent></w:sdt>",
    "not hidden": run("15 men", '<w:vanish w:val="0"/>'),
    "runs that cut a number": run("1") + run("5 men"),
    "a soft hyphen": run("1\u00ad5 men"),
    "a blank line inside": run("15") + "<w:r><w:tab/></w:r>" + run("men"),
    "a text box": ALTERNATE.format(paragraph("15 men"), paragraph("15 men")),
    "a table in a paragraph's box": ALTERNATE.format(table(["15 men", "a"]), ""),
}


@pytest.mark.parametrize("inside", READ.values(), ids=READ)
def test_what_a_reader_sees_is_read(inside):
    found = read(document(paragraph(run(NEWS), inside)))
    assert NEWS in found.text
    assert found.text.count("15 men") == 1


def test_raised_digits_are_no_digits_of_the_number():
    found = read(document(paragraph("They counted 300", run("1", '<w:vertAlign w:val="superscript"/>'), " boats.")))
    assert found.text == "They counted 300¹ boats."


def test_tables_are_lines_and_layout_is_paragraphs():
    inner = table(["a", "5"])
    cell = f"{paragraph('Fire.')}{paragraph('Five men.')}"
    found = read(document("Before.", table(["Dead", "14"], ["Hurt", "", "3"]), table([cell, inner]), "After."))
    assert found.text == "Before.\n\nDead | 14\nHurt | 3\n\nFire.\nFive men.\na | 5\n\nAfter."
    assert [words for _, words in found.locators] == [
        "paragraph 1",
        "table 1, row 1",
        "table 1, row 2",
        *["table 2, row 1"] * 3,
        "paragraph 2",
    ]


STYLES = part(
    "styles",
    '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="B"><w:name w:val="caption"/></w:style>'
    '<w:style w:styleId="X"><w:name w:val="secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style>',
)


def test_styles_are_known_by_name_whatever_their_id():
    content = document(
        paragraph("5 men", style="T1"), paragraph("Fire", style="Titel"), NEWS, paragraph("In 1970", style="B"),
        paragraph("99 men", style="X"), parts={"styles.xml": STYLES}, related={"styles": "styles.xml"},
    )  # fmt: skip
    found = read(content)
    assert found.title == "Fire"
    assert [(found.text[start:end], name) for start, end, name in found.marked] == [
        ("5 men", "boilerplate"),
        ("Fire", "title"),
        ("In 1970", "caption"),
    ]
    assert found.cut == ("6 characters of hidden text",)


TITLES = {
    "a style": ([NEWS, paragraph("Fire", style="Title")], None, "Fire"),
    "a heading on top": ([paragraph("Fire kills 14.", style="heading 1"), NEWS], None, "Fire kills 14."),
    "a heading further down": ([NEWS, paragraph("Fire kills 14.", style="heading 1"), NEWS], None, None),
    "the file's own, where the text bears it": (["By Ann", "Fire  kills 14", NEWS], "FIRE kills 14", "Fire kills 14"),
    "a template's": ([NEWS, NEWS], "Press release", None),
    "a short first line": (["Fire kills 14", NEWS, NEWS], "Press release", "Fire kills 14"),
}


@pytest.mark.parametrize(("paragraphs", "told", "title"), TITLES.values(), ids=TITLES)
def test_titles(paragraphs, told, title):
    assert article(read(document(*paragraphs, title=told))).title == title


def test_the_day_is_that_of_the_text_and_never_that_of_the_file():
    assert article(read(document(NEWS))).published is None
    dated = article(read(document("LEEDS, March 4, 2031 (AP) - Five men were hurt.", NEWS)))
    assert (dated.published, dated.published_from) == (dt.date(2031, 3, 4), "dateline")


NOTES = part(
    "footnotes",
    f'<w:footnote w:id="0" w:type="separator">{paragraph("99")}</w:footnote><w:footnote w:id="1">{paragraph("In 1998")}'
    f'</w:footnote><w:footnote w:id="2">{paragraph("Page 7")}</w:footnote>',
)
RELATED = {"footnotes": "footnotes.xml", "header1": "header1.xml", "comments": "/word/comments.xml"}
PARTS = {
    "footnotes.xml": NOTES,
    "header1.xml": part("hdr", paragraph("Draft 99")),
    "comments.xml": part("comments", f"<w:comment>{paragraph('Is it 99?')}</w:comment>"),
}


def test_notes_are_read_and_not_compared_and_what_stands_around_is_counted():
    found = read(document(NEWS, parts=PARTS, related=RELATED))
    assert found.text == f"{NEWS}\n\nIn 1998\n\nPage 7"
    assert [name for _, _, name in found.marked] == ["boilerplate"] * 2
    assert [words for _, words in found.locators] == ["paragraph 1", "footnote 1", "footnote 2"]
    assert found.cut == ("8 characters of headers and footers", "9 characters of comments")
    assert found.readable == len(found.text) + 17


def test_what_stands_in_other_parts_is_told():
    related = {"chart1": "charts/a.xml", "chart2": "charts/b.xml", "aFChunk": "a.html"}
    found = read(document(NEWS, related=related))
    assert found.cut == ("2 x chart",)
    assert found.warnings == ("text from another file is not read: save that too",)


def test_tracked_changes_are_told():
    found = read(document(paragraph(run(NEWS), NOT_READ["deleted"])))
    assert found.warnings == ("it holds tracked changes: read as if all were accepted",)
    assert found.cut == ("6 characters of deleted text",)


def test_strict_documents_and_other_encodings_are_read():
    strict = body(NEWS).replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read(package({"word/document.xml": strict})).text == NEWS
    wide = f'<?xml version="1.0" encoding="UTF-16"?>{body(NEWS)}'.encode("utf-16")
    assert read(package({"word/document.xml": wide})).text == NEWS


def test_a_claim_tells_its_paragraph_and_no_line(tmp_path):
    (tmp_path / "a.docx").write_bytes(document("Fire.", NEWS, table(["Boats", "6"])))
    documents = checker.read(tmp_path / "a.docx")
    claims = checker.extract(documents)
    assert list(zip(claims["text"], claims["locator"], strict=True)) == [
        ("Friday", "paragraph 2"),
        ("14", "paragraph 2"),
        ("6", "table 1, row 1"),
    ]
    assert set(claims["line"]) == set(claims["column"]) == {0}
    text = documents["text"][0]
    assert all(text[row.start : row.end] == row.text for row in claims.itertuples())
    account = documents["account"][0]
    assert (account["format"], account["bytes"]) == ("docx", (tmp_path / "a.docx").stat().st_size)
    assert account["characters"] == account["kept"] == len(text)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1), min_size=1))
def test_every_paragraph_comes_back_under_its_number(texts):
    found = read(document(*(paragraph(run(text)) for text in texts)))
    assert found.text.split("\n\n") == texts
    assert [words for _, words in found.locators] == [f"paragraph {n}" for n in range(1, len(texts) + 1)]
    assert [found.text[start:].split("\n\n")[0] for start, _ in found.locators] == texts


UNITS = {
    "paragraphs": "<w:p><w:r><w:t>5</w:t></w:r></w:p>",
    "runs": "<w:r><w:t>5</w:t></w:r>",
    "empty runs": "<w:r/>",
    "line ends": "<w:r><w:br/></w:r>",
    "rows": "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "cells": "<w:tc/>",
    "deletions": "<w:del><w:r><w:t>5</w:t></w:r></w:del>",
    "text boxes": "<w:txbxContent><w:p><w:r><w:t>5</w:t></w:r></w:p></w:txbxContent>",
    "blanks": "<w:r><w:t>           </w:t></w:r>",
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_a_document_is_read_in_linear_time(unit):
    def work(size):
        content = document(
            f"<w:p>{unit * (size // len(unit))}</w:p>" if unit.startswith("<w:r") else unit * (size // len(unit))
        )
        return lambda: list(BINARIES[".docx"](content, MOST))

    assert growth(work, 100_000) < 4


TOLL = "PORT MERIDIAN, March 4, 2031 (Wire) - A ferry fire killed {} people in Port Meridian on Monday, police said."


@pytest.fixture
def batch(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.docx").write_bytes(document("Fire on a ferry", TOLL.format(14), title="x"))
    (tmp_path / "in" / "b.txt").write_text(TOLL.format(17), encoding="utf-8")
    return tmp_path / "in"


@pytest.mark.usefixtures("batch")
def test_the_conflicting_pair_is_found_and_told_by_its_paragraph(capsys):
    assert main(["gate", "in"]) == 1
    assert "in/a.docx (paragraph 2): " in capsys.readouterr().out


def test_a_broken_document_stops_the_gate_and_the_others_are_checked(batch, capsys):
    (batch / "c.docx").write_bytes((batch / "a.docx").read_bytes()[:-99])
    assert main(["gate", "in"]) == 3
    out = capsys.readouterr().out
    assert "in/c.docx: not read: no Word document, or one that was cut off: save it again" in out
    assert "in/a.docx (paragraph 2): " in out


def test_a_document_without_words_is_unread(batch):
    (batch / "c.docx").write_bytes(document("<w:p><w:r><w:drawing/></w:r></w:p>"))
    skipped = collect("in").skipped
    assert skipped["unread"].tolist() == [True]
    assert "no text came out of" in skipped["reason"][0]


def test_standard_input_is_told_by_its_first_bytes():
    assert by_signature(document(NEWS)) == ".docx"
    assert by_signature(NEWS.encode()) is None
