"""PDF: what cannot be read is named with its page, and no page is lost in silence; what can is read as it was written."""

import gzip
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

import checker
from checker.reading import collect
from checker.reading.formats import pdf as format_pdf
from checker.reading.pdf import parent
from tests.reading.pdfs import FONT, lines, pdf, picture, stream, text, written
from tests.reading.ratio import growth

MOST = 1 << 20
NEWS = "The council said on Friday that 5 people were hurt in a fire at the harbour."
BOMB = b"BT /F1 10 Tf (x) Tj ET" + b" " * 90_000_000
LOCKED = b" /Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >> /ID [(a) (a)]" % (b"o" * 32, b"u" * 32)


def told(content):
    """Text, or the reason why there is none, of every part."""
    return [part.draft.text if part.draft else part.reason for part in format_pdf.read(content, MOST)]


def read(content):
    (draft,) = [part.draft for part in format_pdf.read(content, MOST) if part.draft]
    return draft


REFUSED = {
    "nothing that is a PDF": (b"%PDF-1.7 and no more", "damaged: open it and print it to a new PDF, or save its text"),
    "cut off": (pdf(text(NEWS))[:-90], "damaged: open it and print it"),
    "blank pages": (pdf(b"", b""), "its pages are blank: there is no text in it"),
    "a rule and no more": (pdf(b"72 700 m 500 700 l S\n"), "its pages are blank"),
    "no pages": (
        written([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]),
        "its pages are blank",
    ),
    "encrypted": (
        written(
            [
                b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
                stream(text(NEWS)),
            ],
            LOCKED,
        ),
        "encrypted: save it without a password",
    ),
}


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_file_of_which_nothing_can_be_read_is_named(tmp_path, content, reason):
    (tmp_path / "a.pdf").write_bytes(content)
    reading = collect(tmp_path)
    assert len(reading.documents) == 0
    (word,) = reading.skipped.to_dict("records")
    assert word["unread"]
    assert word["reason"].startswith(reason)


# Pages, one of which cannot be read -> what is said of it.
UNREAD = {
    "a scan": ([picture(), text(NEWS)], "page 1: a picture and no text: run it through text recognition (OCR)"),
    "scans in a row": ([text(NEWS), *[picture()] * 3], "pages 2 to 4: a picture and no text"),
    "letters that are drawn": ([text(NEWS), b"0 0 m 9 9 l S\n" * 90], "page 2: drawings and no text"),
    "a font that tells no letter": (
        [text(NEWS), text("Five men were hurt").replace(b"/F1", b"/F9")],
        "page 2: its fonts do not tell which letters they show",
    ),
    "a bomb": (
        [BOMB, text(NEWS)],
        "page 1: it could not be read: open the file and print it to a new PDF (LimitReached",
    ),
}


@pytest.mark.parametrize(("pages", "reason"), UNREAD.values(), ids=UNREAD)
def test_a_page_that_cannot_be_read_is_named_and_loses_no_other(pages, reason):
    found = told(pdf(*pages, is_packed=True))
    assert len(found) == 2
    assert found[0] == f"{NEWS}\n"
    assert found[1].startswith(reason)


@pytest.mark.parametrize("times", [1, 8])
@pytest.mark.parametrize(
    "page",
    [b"BT /F1 9 Tf 9 9 Td (5) Tj ET\n" * 200_000, b"%\n" * 5_000_000, b" " * 9_000_000],
    ids=["text", "comments", "blanks"],
)
def test_pages_that_unpack_to_far_more_than_the_file_take_little_time_in_all(page, times):
    """They took five seconds each before they were refused, in a file of 60 kB."""
    content = pdf(*[page] * times, is_packed=True)
    before = sum(os.times()[2:4])
    assert len(told(content)) >= 1
    assert sum(os.times()[2:4]) - before < 2 + 2 * len(content) / 1e6


def test_a_page_of_which_a_part_was_left_out_is_read_and_named():
    form = stream(
        b"/Fm1 Do\n", b" /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Fm1 5 0 R >> >>"
    )
    resources = b"<< /Font << /F1 6 0 R >> /XObject << /Fm1 5 0 R >> >>"
    content = written(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources %s >>" % resources,
            stream(text(NEWS) + b"/Fm1 Do\n"),
            form,
            FONT,
        ]
    )
    words, reason = told(content)
    assert words == f"{NEWS}\n"
    assert reason.startswith("page 1: it was not wholly read: open the file and print it to a new PDF (Detected cyclic")


def test_scans_alone_are_unread():
    assert told(pdf(picture(), picture())) == [
        "pages 1 to 2: a picture and no text: run it through text recognition (OCR), or leave it out"
    ]


def test_a_picture_that_no_page_draws_is_no_scan():
    assert told(pdf(text(NEWS), b"")) == [f"{NEWS}\n"]


def test_a_page_that_is_missing_is_told():
    whole = pdf(text(NEWS), text(NEWS.replace("5", "6")))
    found = told(whole.replace(b"/Kids [6 0 R 8 0 R]", b"/Kids [6 0 R 9 9 R]"))
    assert found[0] == f"{NEWS}\n"
    assert len(found) == 2


WHOLE = {
    "a word": (["The govern-", "ment said so."], "The government said so."),
    "a scale": (["It cost $65.9 mil-", "lion in all."], "It cost $65.9 million in all."),
    "an age": (["A 34-year-", "old man was hurt."], "A 34-year-old man was hurt."),
    "a range": (["It cost $10-", "15 billion in all."], "It cost $10-15 billion in all."),
    "a name with a number": (["It was COVID-", "19 that he had."], "It was COVID-19 that he had."),
    "two names": (["The Anglo-", "Irish border is open."], "The Anglo-Irish border is open."),
    "a word written so elsewhere": (
        ["The well-known man is a well-", "known man, they said."],
        "The well-known man is a well-known man, they said.",
    ),
    "a soft hyphen": (["The govern\xad", "ment said so."], "The government said so."),
    "a dash": (["It was late – and", "cold that night."], "It was late – and cold that night."),
    "a minus of its own": (["It was -", "4 degrees."], "It was - 4 degrees."),
}


@pytest.mark.parametrize(("rows", "meant"), WHOLE.values(), ids=WHOLE)
def test_what_was_divided_at_the_end_of_a_line_is_whole_again(rows, meant):
    assert told(pdf(lines(rows))) == [f"{meant}\n"]


# Operators behind "In all, 38" -> what the line says.
SMALL = {
    "raised": (b"/F1 6 Tf 0 4 Td (1) Tj /F1 10 Tf 0 -4 Td ( people died.) Tj", "In all, 38¹ people died."),
    "raised by another operator": (
        b"4 Ts /F1 6 Tf (12) Tj 0 Ts /F1 10 Tf ( people died.) Tj",
        "In all, 38¹² people died.",
    ),
    "raised, at a place": (
        b"/F1 6 Tf 1 0 0 1 120 704 Tm (1) Tj /F1 10 Tf 1 0 0 1 124 700 Tm (people died.) Tj",
        "In all, 38¹ people died.",
    ),
    "a square": (b"( km) Tj /F1 6 Tf 0 4 Td (2) Tj /F1 10 Tf 0 -4 Td ( burned.) Tj", "In all, 38 km² burned."),
    "lowered": (
        b"( tonnes of CO) Tj /F1 6 Tf 0 -3 Td (2) Tj /F1 10 Tf 0 3 Td ( rose.) Tj",
        "In all, 38 tonnes of CO2 rose.",
    ),
    "of the same size": (b"/F2 10 Tf (1) Tj /F1 10 Tf ( people died.) Tj", "In all, 381 people died."),
}


@pytest.mark.parametrize(("operators", "meant"), SMALL.values(), ids=SMALL)
def test_footnote_marks_are_no_digits_of_a_figure(operators, meant):
    content = b"BT /F1 10 Tf 1 0 0 1 72 700 Tm (In all, 38) Tj " + operators.replace(b"/F2", b"/F1") + b" ET"
    assert told(pdf(content)) == [f"{meant}\n"]


HEAD = "The Courier    March 2024"


def framed(number, body):
    return text(HEAD, y=760) + lines(body) + text(f"- {number} -", x=300, y=30)


def test_running_heads_and_page_numbers_are_left_out_and_told():
    draft = read(pdf(*[framed(n, [f"On Friday {n} of the 40 men", "were let go."]) for n in (1, 2, 3)]))
    assert draft.text == "\n\n".join(f"On Friday {n} of the 40 men were let go." for n in (1, 2, 3)) + "\n"
    assert draft.cut == ("running heads and page numbers: 81 characters",)


KEPT = {
    "figures on top of every page": [
        lines(["2023 1,204 men", "and more."]),
        lines(["2024 1,311 men", "and more of them."]),
    ],
    "a figure alone that is not the page's": [lines(["38"]) + text(NEWS, y=600), lines(["83"]) + text(NEWS, y=500)],
    "the same words elsewhere": [
        lines([NEWS, "It is so."]),
        lines(["And then", "it was so.", "", "", "", NEWS, "Yes."]),
    ],
}


@pytest.mark.parametrize("pages", KEPT.values(), ids=KEPT)
def test_what_is_no_running_head_is_kept(pages):
    assert read(pdf(*pages)).cut == ()


LEFT = [
    "The council of Leeds said on Tuesday that",
    "the fire had destroyed 12 homes in the",
    "eastern part of the city, and that 40",
    "people had been moved to a school hall",
    "where they would stay until the weekend.",
]
RIGHT = [
    "In York, meanwhile, the river rose by 3",
    "metres and flooded 200 cellars along the",
    "old wall, the environment agency said on",
    "Wednesday. No one was hurt in the flood,",
    "but 15 shops remained closed on Friday.",
]
COLUMNS = f"{' '.join(LEFT)}\n\n{' '.join(RIGHT)}\n"


def test_columns_are_read_one_after_the_other():
    beside = [
        text(a, 72, 700 - 12 * n) + text(b, 330, 700 - 12 * n) for n, (a, b) in enumerate(zip(LEFT, RIGHT, strict=True))
    ]
    assert told(pdf(b"".join(beside))) == [COLUMNS]
    assert told(pdf(lines(LEFT) + lines(RIGHT, x=330))) == [COLUMNS]


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page():
    assert told(pdf(lines(LEFT[:2]) + lines(LEFT[2:4], x=330), lines(LEFT[4:]))) == [f"{' '.join(LEFT)}\n"]


def test_rows_of_a_table_stand_by_themselves():
    rows = [("Revenue", "12.5", "11.2"), ("Costs", "10.1", "9.8")]
    content = b"".join(
        text(cell, 72 + 120 * at, 700 - 14 * n) for n, row in enumerate(rows) for at, cell in enumerate(row)
    )
    assert told(pdf(content)) == ["Revenue | 12.5 | 11.2\n\nCosts | 10.1 | 9.8\n"]


PARAGRAPHS = {
    "room between": ["It was so.", "", "It was not."],
    "a short last line": [
        "It was so on the morning of that day, they said,",
        "or not.",
        "It was never so on that day.",
    ],
}


@pytest.mark.parametrize("rows", PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_paragraphs_are_told_apart(rows):
    assert told(pdf(lines(rows)))[0].count("\n\n") == 1


SHORT_PARAGRAPHS = {
    "most of one line": [
        "It was so.",
        "",
        "It was not.",
        "",
        "Nobody knew",
        "why it was so.",
        "",
        "Nor did we.",
        "",
        "No.",
    ],
    "all of one line": [
        "It was so.",
        "",
        "By Ann Lee",
        "",
        "March 6, 2024",
        "",
        "It was not.",
        "",
        "Nor did we.",
        "",
        "No.",
    ],
}


@pytest.mark.parametrize("rows", SHORT_PARAGRAPHS.values(), ids=SHORT_PARAGRAPHS)
def test_short_paragraphs_are_not_glued_where_most_gaps_lie_between_paragraphs(rows):
    """The gap in the middle of all gaps is then that of paragraphs, not that of lines."""
    assert told(pdf(lines(rows)))[0].count("\n\n") == rows.count("")


def test_lines_far_apart_are_one_paragraph_where_they_go_on_in_small_letters():
    rows = [
        "The council said on Friday that five",
        "people were hurt in a fire which had",
        "begun at the harbour that morning and",
        "was put out at noon.",
    ]
    assert told(pdf(lines(rows, leading=25)))[0].count("\n\n") == 0


def test_the_dateline_of_short_paragraphs_is_found_as_the_day(tmp_path):
    rows = [
        "Harbour Daily, March 6, 2024",
        "",
        "Moss is a town.",
        "",
        "MOSS, March 6, 2024 (Harbour Daily) - A man",
        "was hurt.",
        "",
        "No.",
    ]
    (tmp_path / "a.pdf").write_bytes(pdf(text("A man was hurt", size=20, y=750) + lines(rows)))
    (document,) = collect(tmp_path).documents.to_dict("records")
    assert str(document["published"].date()) == "2024-03-06"


def test_the_title_is_what_stands_on_top_in_large_letters():
    draft = read(pdf(text("Fire kills 38", size=20, y=740) + lines([NEWS, NEWS])))
    assert (draft.title, draft.marked) == ("Fire kills 38", ((0, 13, "title"),))


TITLES = {
    "a file's name": ("Microsoft Word - fire.docx", None),
    "a program's": ("Untitled", None),
    "one word": ("Council", None),
    "words of something else": ("Template for press releases", None),
    "words of the page": ("5 people were hurt", "5 people were hurt"),
}


@pytest.mark.parametrize(("said", "title"), TITLES.values(), ids=TITLES)
def test_the_title_of_the_file_counts_where_the_page_bears_it_out(said, title):
    assert read(pdf(text(NEWS), info=b"/Title (%s)" % said.encode())).title == title


def test_documents_know_their_pages_and_no_day_that_only_the_file_tells(tmp_path):
    info = b"/CreationDate (D:20200101000000Z) /ModDate (D:20210101000000Z)"
    (tmp_path / "a.pdf").write_bytes(pdf(text(NEWS), picture(), text("In all 40 men were there.", y=500), info=info))
    reading = collect(tmp_path)
    (document,) = reading.documents.to_dict("records")
    assert document["published_from"] == "unknown"
    assert document["locators"] == [[0, "page 1"], [len(NEWS) + 2, "page 3"]]
    assert (document["account"]["format"], document["account"]["characters"]) == ("pdf", len(document["text"]))
    claims = checker.extract(reading.documents)
    assert dict(zip(claims["text"], claims["locator"], strict=True)) == {
        "Friday": "page 1",
        "5": "page 1",
        "40": "page 3",
    }
    assert set(claims["line"]) == {0}
    assert reading.skipped["unread"].tolist() == [True]


def test_a_dateline_tells_the_day(tmp_path):
    (tmp_path / "a.pdf.gz").write_bytes(gzip.compress(pdf(lines([f"LEEDS, March 6, 2024 - {NEWS}"]))))
    (document,) = collect(tmp_path).documents.to_dict("records")
    assert (str(document["published"].date()), document["published_from"]) == ("2024-03-06", "dateline")


def test_without_pypdf_the_repair_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(parent, "find_spec", {"pypdf": None}.get)
    (tmp_path / "a.pdf").write_bytes(pdf(text(NEWS)))
    (tmp_path / "b.txt").write_text(NEWS)
    gate = checker.gate(tmp_path)
    assert list(gate.skipped["reason"]) == ['reading PDF needs pypdf: pip install "checker[pdf]"']
    assert gate.exit_code == 3
    assert len(gate.documents) == 1


CHILDREN = {
    "sleeps": ("import time; time.sleep(60)", "reading it took more than 1 seconds"),
    "dies": ("import os; os.kill(os.getpid(), 9)", "reading it took more time or memory than is allowed"),
    "says nothing": ("", "reading it took more time or memory than is allowed"),
    "ends badly": ("raise SystemExit(1)", "reading it took more time or memory than is allowed"),
    "does not listen": ('print(\'{"fault": "memory"}\')', "reading it took more time or memory than is allowed"),
}


@pytest.mark.parametrize(("code", "reason"), CHILDREN.values(), ids=CHILDREN)
def test_whatever_becomes_of_the_child_the_file_is_named(tmp_path, monkeypatch, code, reason):
    (tmp_path / "child.py").write_text(code)
    monkeypatch.setattr(parent, "_CHILD", tmp_path / "child.py")
    monkeypatch.setattr(parent, "SECONDS", 1)
    monkeypatch.setattr(parent, "_TOO_LONG", parent._TOO_LONG.replace("120", "1"))
    with pytest.raises(parent.UnreadableError, match=reason):
        parent.taken_out(b"x" * 500_000)


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not limit a process's memory")
@pytest.mark.parametrize("code", ["b' ' * (2 << 30)", "while True: pass"], ids=["memory", "time"])
def test_the_child_limits_itself(code):
    told = f"from checker.reading.pdf import child\nchild.SECONDS = 1\nchild.limit()\n{code}"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, check=False)
    assert ran.returncode != 0
    assert ran.returncode == -signal.SIGXCPU or b"MemoryError" in ran.stderr or ran.returncode == -signal.SIGKILL


def test_an_interrupt_ends_the_child(tmp_path):
    (tmp_path / "child.py").write_text(
        f"import os, time, signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        f"open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid()))\ntime.sleep(60)\n"
    )
    code = f"""
        from pathlib import Path
        from checker.reading.pdf import parent
        parent._CHILD = Path({str(tmp_path / "child.py")!r})
        parent.taken_out(b"x")
    """
    with subprocess.Popen([sys.executable, "-c", textwrap.dedent(code)], stderr=subprocess.PIPE) as ran:
        while not (tmp_path / "pid").exists() or not (tmp_path / "pid").read_text():
            time.sleep(0.02)
        time.sleep(1)  # the parent waits by now, however busy the machine
        begun = time.monotonic()
        ran.send_signal(signal.SIGINT)
        assert b"KeyboardInterrupt" in ran.communicate()[1]
        assert time.monotonic() - begun < 10
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_the_child_imports_nothing_of_ours():
    told = (Path(parent.__file__).with_name("child.py")).read_text(encoding="utf-8")
    assert "import checker" not in told
    assert "from checker" not in told


def test_a_file_of_many_pages_is_cut_and_told(monkeypatch, tmp_path):
    small = parent._CHILD.read_text(encoding="utf-8").replace("MOST_PAGES = 2_000", "MOST_PAGES = 2")
    (tmp_path / "child.py").write_text(small)
    monkeypatch.setattr(parent, "_CHILD", tmp_path / "child.py")
    found = told(pdf(*[text(f"On Friday {n} men were let go.") for n in (11, 12, 13, 14)]))
    assert found[1] == "pages 3 to 4: more than is read of one file; split it"


def test_many_lines_take_linear_time():
    from checker.reading.pdf.heads import heads
    from checker.reading.pdf.lines import Line
    from checker.reading.pdf.paragraphs import paragraphs

    for words in ("a-" * 400 + "a-", "." * 900, "word " * 90 + "govern-", '"' * 900, "1" * 900):

        def work(count, words=words):
            page = [Line(words, 72, 800 - n, 10) for n in range(count)]
            return lambda: (paragraphs([(0, line) for line in page]), heads([page] * 2))

        assert growth(work, 1_000, times=4) < 10


def test_any_damage_ends_in_text_or_a_word(tmp_path):
    import random

    dice = random.Random(3)  # noqa: S311 - no secret
    whole = pdf(framed(1, [NEWS]), picture(), framed(2, LEFT), info=b"/Title (x)")
    for number in range(12):
        content = bytearray(whole)
        for _ in range(dice.randint(1, 30)):
            content[dice.randrange(len(content))] = dice.randrange(256)
        (tmp_path / f"{number}.pdf").write_bytes(bytes(content))
    reading = collect(tmp_path)
    named = {*reading.documents["path"], *reading.skipped["path"]}
    assert len(named) == 12
    assert not any("fault of checker" in reason for reason in reading.skipped["reason"])


def test_the_writer_of_these_tests_makes_what_it_says():
    assert told(pdf(text("(5) \\ men"), font=FONT)) == ["(5) \\ men\n"]


def test_what_the_library_mended_is_one_warning_in_plain_words():
    (draft,) = [
        part.draft
        for part in format_pdf.read(pdf(text(NEWS)).replace(b"startxref\n", b"startxref\n9"), MOST)
        if part.draft
    ]
    assert draft.text == f"{NEWS}\n"
    assert draft.warnings == (
        "the PDF is damaged and had to be mended: see that nothing is missing, or open it and print it to a new PDF",
    )
