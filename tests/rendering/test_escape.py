"""What article text may never do to a report. First what must not happen, then that nothing is lost."""

import html
import json
import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.rendering.escape import (
    Safe,
    csv_cell,
    github_message,
    json_text,
    markdown,
    one_line,
    script_json,
    terminal,
    xml_text,
)

HOSTILE = ["|", "\\", "<b>", "&#64;", "`", "*", "_", "[x](http://y.example)", "![", "@bob", "a@b.example", "#12", "!12", "$x$", ":smile:",
           "www.x.example", "https://", "- ", "1. ", "# ", "> ", "---", "~~", "\n", "\r", "\t", "\u2028", "\u202e", "\x1b[31m", "[[", "{+", "5%",
           "\ud800", "=1+1", "::error::", "##[error]", "##vso[a]", "#", "x", "é", "5 "]  # fmt: skip
texts = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=5), max_size=8).map("".join)

MARKDOWN = [
    ("cell", "a|b", "a&#124;b"),
    ("row", "a\n| b |", "a &#124; b &#124;"),
    ("tag", "<script>", "&lt;script&gt;"),
    ("entity that would be decoded", "&lt;b&gt;", "&amp;lt;b&amp;gt;"),
    ("emphasis", "*a* _b_", r"\*a\* \_b\_"),
    ("code", "`a`", r"\`a\`"),
    ("strike", "~~a~~", r"\~<span>\~</span>a\~\~"),
    ("link", "[a](b)", r"\[a\](b)"),
    ("picture", "![a](b)", r"!\[a\](b)"),
    ("wiki link", "[[a]]", r"<span>\[</span>\[a\]\]"),
    ("mention", "@bob", "<span>@</span>bob"),
    ("e-mail", "a@b.example", r"a<span>@</span>b\.example"),
    ("address", "https://b.example", r"https<span>:</span>\//b\.example"),
    ("address without scheme", "www.b.example", r"www<span>.</span>b\.example"),
    ("issue", "#12", "<span>#</span>12"),
    ("issue in words", "GH-12", "GH<span>-</span>12"),
    ("issue in words behind other letters", "xGH-12", "xGH<span>-</span>12"),
    ("merge request", "!12", "!12".replace("!", "<span>!</span>")),
    ("milestone", "%5", "<span>%</span>5"),
    ("epic", "&5", "<span>&amp;</span>5"),
    ("mathematics", "$x$", "<span>$</span>x<span>$</span>"),
    ("emoji", ":smile:", "<span>:</span>smile:"),
    ("emoji after a figure", "5:smile:", "5<span>:</span>smile:"),
    ("list", "- a", "&#45; a"),
    ("numbered list", "12. a", "12&#46; a"),
    ("numbered list, other mark", "1) a", "1&#41; a"),
    ("heading", "# a", "<span>#</span> a"),
    ("underline of a heading", "===", "&#61;=="),
    ("command of a chat", "/close", "&#47;close"),
    ("escape that ends the escape", "\\|", "&#92;&#124;"),
    ("bidi", "a\u202eb", "a⟨U+202E⟩b"),
    ("escape sequence", "\x1b[1m", r"⟨U+001B⟩\[1m"),
    ("half a character", "\ud800", "⟨U+D800⟩"),
]
PLAIN = [
    "$65.9 billion",
    "5% of it",
    "at 10:30 today",
    "5:30 today",
    "from 5:30 on",
    "40 km/h and/ or 5 / 6/",
    "U.S. aid",
    "J.D. Vance (left)",
    "“half a trillion”",
    "half-price",
    "1.5 million",
    "a; b: c",
]


@pytest.mark.parametrize(("text", "shown"), [row[1:] for row in MARKDOWN], ids=[row[0] for row in MARKDOWN])
def test_markdown_of(text, shown):
    assert markdown(text) == shown


@pytest.mark.parametrize("text", PLAIN)
def test_ordinary_text_stays_as_it_is_in_markdown(text):
    assert markdown(text) == text


def test_what_is_safe_is_not_escaped_again():
    assert markdown(Safe("**a**")) == "**a**"
    assert markdown(markdown("a|b")) == markdown("a|b")


def _rendered(escaped):
    """The characters that a reader sees: tags of ours gone, backslashes and entities resolved."""
    bare = re.sub(r"</?span>", "", escaped)
    return html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", bare))


@given(texts)
@example("\\*")
@example("1234567890. a")
def test_markdown_shows_the_very_characters(text):
    seen = "".join(
        c
        if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} or c in "\u200c\u200d"
        else f"⟨U+{ord(c):04X}⟩"
        for c in one_line(text)
    )
    assert _rendered(markdown(text)) == seen


@given(texts)
def test_markdown_leaves_nothing_live(text):
    escaped = markdown(text)
    bare = re.sub(r"\\.|&#?\w+;", "\0", escaped)
    assert not set("|\n\r`*_[]~\\") & set(bare)
    assert set(re.findall("<[^>]*>?", bare)) <= {"<span>", "</span>"}
    assert not re.search(r"@\w|#\w|://|\bwww\.|^[-+=/>#]|^\d{1,9}[.)]( |$)", re.sub(r"</?span>", "\0", bare))


@given(texts)
def test_no_format_sends_what_cannot_be_seen(text):
    for written in (markdown(text), terminal(text), csv_cell(text), json_text({"text": text})):
        hidden = [c for c in written if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}]
        assert set(hidden) <= set("\u200c\u200d")
        written.encode()


@given(texts)
def test_json_gives_back_the_very_text(text):
    assert json.loads(json_text([text])) == [text]


@pytest.mark.parametrize("write", [json_text, script_json])
def test_json_refuses_what_is_no_number(write):
    with pytest.raises(ValueError, match="not JSON compliant"):
        write({"low": float("nan")})


def test_what_cannot_be_seen_beyond_the_first_plane_is_two_escapes():
    assert json_text(["\U000e0041"]) == script_json(["\U000e0041"]) == '["\\udb40\\udc41"]'


@given(texts)
def test_no_line_is_a_command_to_a_build_runner(text):
    assert "::" not in terminal(text)
    for write in (terminal, github_message, xml_text, json_text, csv_cell):
        assert "##" not in write(text)


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", " =1", "＝1", "\n-cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(text):
    assert csv_cell(text)[0] == "'"


@pytest.mark.parametrize("cell", ["-5", "+1.5", "-0.25", 3, 2.5, True, "a=b"])
def test_numbers_and_words_stay_in_csv(cell):
    assert csv_cell(cell) == cell


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a word stays", "38 é 漢 😀", "38 é 漢 😀"),
        ("the two that are no characters", "a\ufffeb\uffff", "a⟨U+FFFE⟩b⟨U+FFFF⟩"),
        ("and those of the other planes", "\U0001fffe", "⟨U+1FFFE⟩"),
        ("the last that is one", "\ufffd", "\ufffd"),
        ("control", "a\x0bb\x00", "a b⟨U+0000⟩"),
        ("markup is left to the writer", "<b>&", "<b>&"),
    ],
)
def test_what_xml_can_hold(name, text, expected):
    assert xml_text(text) == expected, name
