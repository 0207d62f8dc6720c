"""Mails: what is broken or hostile, what must not be read, then every form of a text, and what a mail says of itself."""

import base64
import datetime as dt
import quopri
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import checker
from checker.cli import main
from checker.reading.articles import article
from checker.reading.decoding import UnreadableError
from checker.reading.formats import BINARIES, by_signature
from checker.reading.mail import structure as structure_module
from checker.reading.mail.headers import words
from tests.reading.ratio import growth

FIXTURES = Path(__file__).parent.parent / "fixtures" / "mail"
NEWS = "The council said on Friday that 14 people were hurt."
DAY = dt.date(2031, 3, 4)


def read(content):
    (found,) = BINARIES[".eml"](content if isinstance(content, bytes) else content.encode(), 20 << 20)
    return found.draft


def mail(text=NEWS, *headers, subject="Fire"):
    return "\n".join([f"Subject: {subject}", *headers, "", text])


def part(text=NEWS, *headers, kind="text/plain"):
    return "\n".join([f"Content-Type: {kind}", *headers, "", text])


def multipart(*parts, kind="mixed", boundary="b", end=True):
    inside = "".join(f"\n--{boundary}\n{one}" for one in parts)
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\n{inside}' + (f"\n--{boundary}--\n" if end else "")


def nested(depth, inside=None):
    found = inside or part()
    for number in range(depth):
        found = multipart(found, boundary=f"b{number}")
    return f"Subject: Fire\n{found}"


UNREAD = {
    "no mail": (NEWS, "it begins with no field"),
    "no field": ("\n\nFive men", "it begins with no field"),
    "a page": ("<html><p>Five men</p></html>", "it begins with no field"),
    "a subject alone": (mail(""), "no text in it"),
    "an attachment alone": (
        f"Subject: Fire\n{multipart(part('UEsDBA==', 'Content-Disposition: attachment; filename=a.docx', kind='application/x'))}",
        "attachment 'a.docx' is not read: save it and check it too",
    ),
    "a picture alone": (f"Subject: a\n{multipart(part('R0lGOA==', kind='image/gif'))}", "a part of type image/gif, 8 bytes"),
    "no boundary": (mail(NEWS, "Content-Type: multipart/mixed"), "its parts are not divided as it says"),
    "a boundary that never comes": (mail(NEWS, "Content-Type: multipart/mixed; boundary=x"), "not divided as it says"),
    "encrypted": (mail("a", "Content-Type: multipart/encrypted; boundary=b") + "\n--b\n\na\n--b--", "encrypted"),
    "encrypted in another way": (mail("a", "Content-Type: application/pkcs7-mime"), "encrypted"),
    "written in another way": (mail("a", "Content-Transfer-Encoding: x-uuencode"), "written as 'x-uuencode'"),
    "nested without end": (nested(150), "nested deeper than 100"),
    "mails in mails without end": ("Subject: a\n" + "Content-Type: message/rfc822\n\n" * 300, "nested deeper than 100"),
    "parts without end": (f"Subject: a\n{multipart(*['a'] * 2_100)}", "more than 2,000 parts"),
    "NUL": (mail("five\0six"), "NUL"),
    "base64 of no text": (mail(base64.b64encode(bytes(range(32)) * 9).decode(), "Content-Transfer-Encoding: base64"), "NUL"),
    "a head without end": ("Subject: a\n" + "X: y\n" * 70_000, "a head of more than 256 kB"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "reason"), UNREAD.values(), ids=UNREAD)
def test_what_cannot_be_read_is_told(content, reason):
    with pytest.raises(UnreadableError, match=reason):
        read(content)


ATTACHED = "Content-Disposition: attachment; filename=b.txt"
NOT_READ = {
    "a field": mail(NEWS, "X-Count: 99"),
    "what stands before the parts": f"Subject: a\n{multipart(part()).replace('--b', '99 men' + chr(10) + '--b', 1)}",
    "what stands behind the parts": f"Subject: a\n{multipart(part())}99 men\n",
    "an attached text": f"Subject: a\n{multipart(part(), part('99 men', ATTACHED))}",
    "a calendar": f"Subject: a\n{multipart(part(), part('DTSTART:99', kind='text/calendar'))}",
    "a picture": f"Subject: a\n{multipart(part(), part('99', kind='image/png'))}",
    "a style": mail(f"<style>a:99</style><p>{NEWS}</p>", "Content-Type: text/html"),
    "hidden words": mail(f"<p style='display:none'>99 men</p><p>{NEWS}</p>", "Content-Type: text/html"),
    "the other form": f"Subject: a\n{multipart(part('99 men, ' + NEWS), part(f'<p>{NEWS}</p>', kind='text/html'), kind='alternative')}",
}  # fmt: skip


@pytest.mark.parametrize("content", NOT_READ.values(), ids=NOT_READ)
def test_what_is_no_text_of_a_mail_is_not_read(content):
    found = read(content)
    assert NEWS in found.text
    assert "99" not in found.text


PAGE = f"<html><head><title>x</title></head><body><p>{NEWS}</p></body></html>"
READ = {
    "plain": mail(),
    "line ends of two characters": mail().replace("\n", "\r\n"),
    "base64": mail(base64.encodebytes(NEWS.encode()).decode(), "Content-Transfer-Encoding: base64"),
    "quoted-printable": mail(quopri.encodestring(NEWS.encode()).decode(), "Content-Transfer-Encoding: Quoted-Printable"),
    "a page": mail(PAGE, "Content-Type: text/html"),
    "folded fields": mail(NEWS, "Content-Type: text/plain;\n charset=utf-8;\n\tformat=flowed"),
    "the line of a mailbox": f"From x@y Tue Mar  4 10:00:00 2031\n{mail()}",
    "two forms": f"Subject: a\n{multipart(part(), part(PAGE, kind='text/html'), kind='alternative')}",
    "a page of a picture": f"Subject: a\n{multipart(part(), part('<img src=a>', kind='text/html'), kind='alternative')}",
    "a page with its pictures": "Subject: a\n" + multipart(
        part("x"), multipart(part(PAGE, kind="text/html"), part("R0", kind="image/gif"), kind="related", boundary="c"),
        kind="alternative",
    ),
    "a mail in a mail": f"Subject: a\n{multipart(part('See below.'), part(mail(), kind='message/rfc822'))}",
    "a signed mail": f"Subject: a\n{multipart(part(), part('MIAG', kind='application/pkcs7-signature'), kind='signed')}",
    "a boundary that another begins with": f"Subject: a\n{multipart(multipart(part(), boundary='bb'), boundary='b')}",
    "one boundary twice": f"Subject: a\n{multipart(multipart(part()))}",
    "many levels": nested(90),
    "cut off": f"Subject: a\n{multipart(part(), end=False)}\n",
    "a line like a boundary": f"Subject: a\n{multipart(part('--x' + chr(10) + NEWS))}",
    "an unknown encoding": mail(NEWS, "Content-Type: text/plain; charset=x-none"),
    "an encoding that is no encoding": mail(NEWS, "Content-Type: text/plain; charset=zlib_codec"),
    "a part without a head": f"Subject: a\n{multipart(NEWS)}",
    "a head that is not closed": f"Subject: a\n{multipart('X: y', part())}",
    "an empty type": mail(NEWS, "Content-Type: "),
    "a broken type": mail(NEWS, "Content-Type: text plain; ;;=;"),
    "fields that are none": mail(NEWS, "what is this", ": x", "=?utf-8?q?", "\x7f: 5"),
}  # fmt: skip


@pytest.mark.parametrize("content", READ.values(), ids=READ)
def test_every_form_of_a_text_is_read(content):
    found = read(content)
    assert NEWS in found.text
    assert found.offsets == ()
    assert found.locators[0] == (0, "subject")


WARNED = {
    "cut off": (READ["cut off"], "its last part has no end"),
    "base64 with other characters": (
        mail("VGhl!!IGNvdW5jaWw=", "Content-Transfer-Encoding: base64"), "base64 with 2 characters that are none",
    ),
    "base64 that ends early": (mail("VGhlIGNvdW5jaWwgc2FpZ", "Content-Transfer-Encoding: base64"), "base64 that ends early"),
    "a false escape": (mail("5=ZZ men", "Content-Transfer-Encoding: quoted-printable"), "an escape that is none"),
    "another encoding": (mail().encode() + "£".encode("cp1252"), "not UTF-8 at byte"),
    "not the one it names": (
        mail(NEWS, "Content-Type: text/plain; charset=euc-kr").encode() + b"\xa3", "not in the encoding that it names ('euc-kr')",
    ),
    "an attached article": (
        f"Subject: a\n{multipart(part(), part('x', 'Content-Disposition: attachment; filename=a.pdf', kind='a/b'))}",
        "attachment 'a.pdf' is not read",
    ),
    "an attached text": (NOT_READ["an attached text"], "attachment 'b.txt' is not read"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "words"), WARNED.values(), ids=WARNED)
def test_what_is_odd_is_told_in_the_account(content, words):
    assert any(words in warning for warning in read(content).warnings)


def test_encodings_of_parts():
    for charset, text in (
        ("iso-8859-1", "It cost £5."),
        ("windows-1251", "5 рублей"),
        ("UTF-8", "€5"),
        ("gb2312", "五人"),
    ):
        head = f"Subject: a\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n".encode()
        assert text in read(head + text.encode(charset)).text


WORDS = {
    "=?utf-8?Q?Caf=C3=A9_fire?=": "Café fire",
    "=?UTF-8?B?Q2Fmw6k=?= fire": "Café fire",
    "=?utf-8?q?Caf?= =?utf-8?q?=C3=A9?=": "Café",
    "=?iso-8859-1*en?q?=A35?=": "£5",
    "a =?utf-8?q?b": "a =?utf-8?q?b",
    "=?x-none?q?a?=": "a",
    "=?utf-8?b?!!!?=": "",
    "=?utf-8?q?=00=01?=": "\0\x01",
    "5 men": "5 men",
}


@pytest.mark.parametrize(("told", "meant"), WORDS.items())
def test_words_of_fields(told, meant):
    assert words(told) == meant


SENDERS = {
    "The Ledger <news@ledger.example>": "ledger.example",
    "news@em.ledger.example": "ledger.example",
    '"Ledger, The" <a@newsletter.ledger.co.example>': "ledger.co.example",
    "Ann's Letter <ann@gmail.com>": "Ann's Letter",
    "Letter <letter@substack.com>": "Letter",
    "letter@mail.example": "mail.example",
    "nobody": None,
    "": None,
}


@pytest.mark.parametrize(("sender", "outlet"), SENDERS.items())
def test_the_outlet_is_who_sent_it(sender, outlet):
    assert article(read(mail(NEWS, f"From: {sender}"))).outlet == outlet


def test_facts():
    found = article(
        read(mail(NEWS, "Date: Tue, 4 Mar 2031 18:20:00 +0000 (UTC)", "Message-ID: <a@b>", "Content-Language: en-GB",
                  subject="FW: Re: =?utf-8?q?Caf=C3=A9?= fire"))
    )  # fmt: skip
    assert (found.title, found.published, found.published_from) == ("Café fire", DAY, "feed")
    assert (found.record, found.language) == ("a@b", "en")


def test_a_dateline_in_the_text_wins_over_the_day_of_sending():
    text = f"LEEDS, March 3, 2031 (AP) - {NEWS}"
    found = article(read(mail(text, "Date: Tue, 4 Mar 2031 18:20:00 +0000")))
    assert (found.published, found.published_from) == (dt.date(2031, 3, 3), "dateline")


def test_what_others_said_and_the_signature_are_marked():
    found = read(mail(f"{NEWS}\n\n> 99 men\n> were hurt\n\nMore.\n\n-- \nDesk, 24 Harbour Street\n"))
    marked = [(found.text[start:end], name) for start, end, name in found.marked]
    assert marked == [
        ("Fire", "title"),
        ("> 99 men\n> were hurt\n", "boilerplate"),
        ("-- \nDesk, 24 Harbour Street", "boilerplate"),
    ]


def test_places_are_told_by_paragraph(tmp_path):
    (tmp_path / "a.eml").write_text(mail(f"One.\n\n{NEWS}\nTwo\nlines.\n\n \nThree."), encoding="utf-8")
    documents = checker.read(tmp_path)
    assert [words for _, words in documents["locators"][0]] == ["subject", "paragraph 1", "paragraph 2", "paragraph 3"]
    claims = checker.extract(documents)
    assert set(claims.loc[claims["text"] == "14", "locator"]) == {"paragraph 2"}
    assert set(claims["line"]) == {0}
    text = documents["text"][0]
    assert all(text[row.start : row.end] == row.text for row in claims.itertuples())


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), min_size=1),
    st.sampled_from(["base64", "quoted-printable", "8bit"]),
    st.booleans(),
)
def test_what_the_standard_library_writes_comes_back(text, coding, is_mixed):
    """Another writer of mails agrees on what a text is."""
    made = EmailMessage()
    made["Subject"] = "Fire"
    made.set_content(f"a{text}a", cte=coding)
    if is_mixed:
        made.add_attachment(b"x", maintype="image", subtype="png", filename="a.png")
    unseen = dict.fromkeys(map(ord, "\u200b\u2060"))
    assert read(made.as_bytes()).text == f"Fire\n\na{text.translate(unseen)}a\n\n"


UNITS = {
    "lines like boundaries": "--\n",
    "boundaries": "--b\n",
    "ends": "--b--\n",
    "boundaries with blanks": "--b" + " " * 50 + "x\n",
    "blanks": "--" + " " * 100,
    "parts": "--b\nContent-Type: text/plain\n\n5 men\n",
    "pages": "--b\nContent-Type: text/html\n\n<p>5 men\n",
    "quotes": "> 5 men\n",
    "escapes": "=41",
    "soft line ends": "=\n",
    "equals signs": "=",
    "signatures": "-- \n",
    "folds": "X:\n y\n",
    "line ends": "\r\n",
    "carriage returns": "\r",
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
@pytest.mark.parametrize("coding", ["7bit", "quoted-printable"])
def test_a_mail_is_read_in_linear_time(unit, coding, monkeypatch):
    monkeypatch.setattr(structure_module, "MOST_PARTS", 1 << 30)

    def work(size):
        inside = part(NEWS + "\n" + unit * (size // len(unit)), f"Content-Transfer-Encoding: {coding}")
        content = f"Subject: a\n{multipart(inside)}".encode()
        return lambda: list(BINARIES[".eml"](content, 20 << 20))

    assert growth(work, 60_000) < 4


HEADS = {
    "folds": "\n a",
    "encoded words": "=?utf-8?q?a?= ",
    "encoded words that begin": "=?utf-8?q?a",
    "parameters": "; a=b",
    "quotation marks": '; a="',
    "backslashes": '"\\',
    "blanks": " ",
}


@pytest.mark.parametrize("unit", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize("field", ["Subject", "Content-Type", "From", "Date", "Content-Disposition"])
def test_a_head_is_read_in_linear_time(unit, field):
    def work(size):
        content = f"X: y\n{field}: text/plain{unit * (size // len(unit))}\n\n{NEWS}".encode()
        return lambda: list(BINARIES[".eml"](content, 20 << 20))

    assert growth(work, 60_000) < 4


SIGNATURES = {
    "a mail": ((FIXTURES / "newsletter.eml").read_bytes(), ".eml"),
    "a simple one": ((FIXTURES / "wire.eml").read_bytes(), ".eml"),
    "folded fields": (b"To: a,\n b,\n c\nMIME-Version: 1.0\n\nx", ".eml"),
    "an article with its date": (b"Date: 4 March 2031\nFrom: Leeds\n\nFive men.", None),
    "a sentence": (b"The council said: content-type: 5\n", None),
    "a field behind the text": (b"Five men.\nMIME-Version: 1.0\n", None),
}


@pytest.mark.parametrize(("content", "suffix"), SIGNATURES.values(), ids=SIGNATURES)
def test_standard_input_is_a_mail_where_its_head_says_so(content, suffix):
    assert by_signature(content) == suffix


def test_the_conflicting_pair_is_found_and_told_by_its_paragraph(capsys):
    assert main(["gate", str(FIXTURES)]) == 1
    out = capsys.readouterr().out
    assert "newsletter.eml (paragraph " in out
    assert "wire.eml (paragraph 2): " in out
    assert "says “17”, but wire.example says “14”" in out


def test_a_broken_mail_stops_the_gate_and_the_others_are_checked(tmp_path, capsys):
    for name in ("newsletter.eml", "wire.eml"):
        (tmp_path / name).write_bytes((FIXTURES / name).read_bytes())
    (tmp_path / "broken.eml").write_text(mail(NEWS, "Content-Type: multipart/mixed; boundary=x"), encoding="utf-8")
    assert main(["gate", str(tmp_path)]) == 3
    told = capsys.readouterr().out
    assert "broken.eml: not read: its parts are not divided as it says" in told
    assert "wire.eml (paragraph 2): " in told


def lost(content):
    return [found.reason for found in BINARIES[".eml"](content.encode(), 20 << 20) if found.draft is None]


WHOLE = f"Subject: a\n{multipart(part(), part(), kind='alternative')}"
# A mail as it came -> whether its end is lost beyond doubt.
ENDS = {
    "whole": (WHOLE, False),
    "whole, without an end of the last line": (WHOLE.rstrip(), False),
    "a mail of one part, which ends nowhere": (mail(NEWS), False),
    "the last part has no end, its line has one": (f"Subject: a\n{multipart(part(), end=False)}\n", False),
    "words behind the last inner part": (
        f"Subject: a\n{multipart(multipart(part(), boundary='i') + 'so far', end=False)}",
        False,
    ),
    "in the middle of a line": (f"Subject: a\n{multipart(part(), end=False)}", True),
    "in the middle of the second form": (WHOLE[: WHOLE.rindex("people")], True),
    "in the middle of a head": (WHOLE[: WHOLE.rindex("/plain")], True),
    "in the middle of what ends the last part": (WHOLE.rstrip()[:-1], True),
}


@pytest.mark.parametrize(("content", "is_lost"), ENDS.values(), ids=ENDS)
def test_a_mail_that_was_cut_off_is_read_as_far_as_it_goes_and_its_end_is_unread(content, is_lost):
    assert [reason.partition(",")[0] for reason in lost(content)] == ["it ends early"] * is_lost


def test_a_mail_that_was_cut_off_stops_the_gate(tmp_path, capsys):
    whole = (FIXTURES / "wire.eml").read_bytes()
    (tmp_path / "wire.eml").write_bytes(f"Subject: Fire\n{multipart(part(NEWS + NEWS[:20]), end=False)}".encode())
    (tmp_path / "whole.eml").write_bytes(whole)
    assert main(["gate", str(tmp_path)]) == 3
    out = capsys.readouterr().out
    assert "wire.eml: not read: it ends early, in the middle of a line" in out
    assert out.count("not read") == 1
