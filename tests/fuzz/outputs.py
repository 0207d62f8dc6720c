"""The escapes: whatever a text holds, it stays words in its place."""

import csv
import html
import io
import json
import re
import xml.etree.ElementTree as ET

import cmarkgfm
from cmarkgfm.cmark import Options

from checker.rendering import escape
from tests.fuzz.target import HOSTILE, Target, pieces, words

_SIGNS = (
    *pieces(
        "| \\ ` * _ [ ] ( ) ~ < > & # @ $ % ! : / . - + = { } ' \" ; , ::error:: ##[error] %0A &#64; &lt; <b> </script> <!-- --> ]]> <![CDATA[ <?x www. http:// a@b.example GH-1 #12 =1+1 @SUM 1. 1) --- ```"
    ),
    *HOSTILE,
)
_SEEDS = tuple(b"".join(_SIGNS[at : at + 4]) for at in range(0, 48, 4))
_TAG = re.compile(r"</?([a-z]+)")


def _is_shown(line: str) -> bool:
    return not any(escape._is_invisible(character) for character in line)


def markdown(content: bytes) -> None:
    """GitHub's own parser gives the text back, in one paragraph, with no tag but our `<span>`."""
    text = escape.one_line(words(content))
    told = escape.markdown(words(content))
    assert "\n" not in told
    assert _is_shown(told)
    page = cmarkgfm.github_flavored_markdown_to_html(f"x {told} x", options=Options.CMARK_OPT_UNSAFE)
    assert set(_TAG.findall(page)) <= {"p", "span"}
    seen = html.unescape(re.sub(r"<[^>]*>", "", page)).strip()
    assert "".join(seen.split()) == "".join(f"x {escape.visible(text)} x".split())


def terminal(content: bytes) -> None:
    """One line without a control character or a command to a runner."""
    line = escape.terminal(words(content))
    assert _is_shown(line)
    assert "::" not in line
    assert "##[" not in line


def github(content: bytes) -> None:
    """The message and the properties of a command: nothing ends them."""
    message, told = escape.github_message(words(content)), escape.github_property(words(content))
    assert _is_shown(message)
    assert "##[" not in message
    assert "##[" not in told
    assert not set(told) & set(",:")


def xml(content: bytes) -> None:
    """A parser of XML reads an element's text and an attribute back as they were told."""
    told = escape.xml_text(words(content))
    element = ET.Element("a", {"b": told})
    element.text = told
    read = ET.fromstring(ET.tostring(element, encoding="unicode"))
    assert (read.text or "") == told == read.attrib["b"]


def table(content: bytes) -> None:
    """A cell of CSV: one cell, no formula."""
    cell = escape.csv_cell(words(content))
    held = io.StringIO()
    csv.writer(held).writerow([cell, "next"])
    ((read, following),) = csv.reader(io.StringIO(held.getvalue()))
    assert (read, following) == (cell, "next")
    assert _is_shown(read)
    assert not read.startswith(("=", "@", "+", "-")) or re.fullmatch(r"[+-][0-9]*\.?[0-9]*", read)


def page(content: bytes) -> None:
    """JSON inside a `<script>`: the same content, and nothing that could end it."""
    text = words(content)
    told = escape.script_json({"a": [text], text: 1})
    assert json.loads(told) == {"a": [text], text: 1}
    assert not set(told) & set("<>&")


def json_text(content: bytes) -> None:
    """JSON: the same content, invisible characters as escapes."""
    text = words(content)
    told = escape.json_text([text, {text: text}], indent=1)
    assert json.loads(told) == [text, {text: text}]
    assert _is_shown(told.replace("\n", ""))
    assert "##[" not in told


TARGETS = {
    f"escapes of {name}": Target(run, _SEEDS, _SIGNS, 800, 160)
    for name, run in {
        "markdown": markdown,
        "terminal": terminal,
        "github": github,
        "xml": xml,
        "csv": table,
        "html": page,
        "json": json_text,
    }.items()
}
