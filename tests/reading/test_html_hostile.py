"""Pages that are built to hang, to exhaust or to hide: linear time, and a word in the account."""

import time
from contextlib import suppress

import pytest

from checker.reading.decoding import UnreadableError
from checker.reading.formats import html
from checker.reading.html import extractor
from checker.reading.html import outline as outline_module
from checker.reading.html.outline import outline
from checker.reading.html.tags import Source

STORY = (
    "<p>At least 14 people died when a ferry with 212 passengers sank off Marlow on Tuesday, the coast guard said.</p>\n"
    "<p>The vessel, built in 1998, had been repaired three times, its operator Marlow Lines said in a statement.</p>\n"
)
UNITS = {
    "less than": "<",
    "tags that begin": "<a ",
    "end tags that begin": "</",
    "declarations that begin": "<!",
    "comments that begin": "<!--",
    "instructions that begin": "<?",
    "character data that begins": "<![CDATA[",
    "quotation marks that open": "<p a='",
    "quotation marks that cross": "='\"",
    "equals signs": "<p =",
    "attributes": '<p a="b" ',
    "elements": "<div>",
    "elements that end another": "<div></p>",
    "elements of a line": "<b>",
    "elements that cross": "<b><p>",
    "end tags": "</p>",
    "cells": "<td>5",
    "rows": "<table><tr><td>5",
    "links": "<a href=x>5 ",
    "scripts": "<script>",
    "scripts that nearly end": "<script></script ",
    "titles": "<title>",
    "fields": "<textarea>",
    "styles": "<style></style>",
    "hidden elements": "<div hidden>5",
    "drawings": "<svg><title>5",
    "names of what is no article": "<p class='ad x y' id=x>5",
    "references": "&amp;",
    "references that have no end": "&a",
    "numbers that have no end": "&#0000000",
    "blanks": "<p> \n\t",
    "breaks": "5<br>",
    "raised digits": "<sup>1",
    "data for machines": '<script type="application/ld+json">[[[[</script>',
    "metadata": "<meta name=date content=2020>",
    "days": "<time datetime=2020>5</time>",
    "characters that are none": "<p>\0\ud800 5",
    "headings": "<h1>5 men</h1>",
}


def seconds(work, *given):
    began = time.process_time()
    work(*given)
    return time.process_time() - began


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_the_tokenizer_is_linear(unit):
    whole, half = (STORY + unit * (size // len(unit)) + ">" for size in (200_000, 100_000))
    spent = seconds(outline, Source(half))
    assert seconds(outline, Source(whole)) < 4 * spent + 0.5  # quadratic work takes minutes


def read(original):
    with suppress(UnreadableError):
        html.read(original)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_a_page_is_read_in_no_long_time(unit):
    assert seconds(read, STORY + unit * (20_000 // len(unit))) < 5


@pytest.mark.parametrize("unit", ["<p>Five men 5</p>", "<td>5", "<p>\0 5"])
def test_the_extractor_with_its_alignment_is_linear(unit):
    half, whole = (STORY + unit * (size // len(unit)) for size in (20_000, 40_000))
    spent = seconds(html.read, half)
    assert seconds(html.read, whole) < 4 * spent + 0.5


DEEP = ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<blockquote>"]


@pytest.mark.parametrize("name", ["p", "br", "div hidden", "/p", "title"])
def test_a_tag_of_twenty_thousand_attributes_takes_little_time(name):
    """The extractor's parser compares each attribute of a tag with all before it, which took two seconds."""
    attributes = " ".join(f"a{n}='>'" for n in range(20_000))
    began = time.process_time()
    draft = html.read(f"<html><body>{STORY}<{name} {attributes}>{STORY * 3}</body></html>")
    assert time.process_time() - began < 1
    assert "212 passengers" in draft.text


@pytest.mark.parametrize("unit", DEEP)
def test_no_depth_loses_the_article(unit):
    draft = html.read(unit * 5_000 + STORY)
    assert "212 passengers" in draft.text
    assert "1998" in draft.text
    assert "nested too deep" in draft.warnings[0]


def test_a_page_too_long_for_the_extractor_is_read_by_its_paragraphs(monkeypatch):
    monkeypatch.setattr(extractor, "_MOST", 100)
    draft = html.read(STORY)
    assert "1998" in draft.text
    assert draft.warnings == ("too long for the main text to be told apart with care: read by its paragraphs",)


def test_what_the_extractor_cannot_do_does_not_lose_the_page(monkeypatch):
    def fail(*_, **__):
        raise RuntimeError("no tree")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    draft = html.read(STORY)
    assert "1998" in draft.text
    assert draft.warnings == ("the main text could not be told apart (RuntimeError): read by its paragraphs",)


def test_a_page_is_read_the_same_whatever_was_read_before():
    first = html.read(STORY)
    html.read(f"<h1>Another</h1>{STORY.replace('1998', '1999')}{STORY}")
    assert html.read(STORY) == first


def test_a_page_of_too_many_lines_is_refused(monkeypatch):
    monkeypatch.setattr(outline_module, "_MOST_LINES", 1_000)
    with pytest.raises(UnreadableError, match="more than 1,000 lines of text in one page: split it"):
        html.read("5<br>" * 1_002)


def test_a_page_without_a_ground_is_refused():
    with pytest.raises(UnreadableError, match="elements nested more than 100,000 deep: no page"):
        html.read("<b>" * 100_001)


@pytest.mark.parametrize("unit", ["&amp;", "<b>5</b>", "5\n", "5  ", "5\t"])
def test_a_page_of_too_many_pieces_is_refused(monkeypatch, unit):
    monkeypatch.setattr(outline_module, "_MOST_PIECES", 1_000)
    with pytest.raises(UnreadableError, match="more than 1,000 pieces of text in one page"):
        html.read(unit * 1_002)


def test_lone_surrogates_and_nul_cut_nothing_off():
    draft = html.read(STORY.replace("Marlow on", "Marlow \ud800\0 on"))
    assert "1998" in draft.text
    assert "212 passengers" in draft.text


def test_no_entity_is_expanded():
    bomb = '<!DOCTYPE a [<!ENTITY b "5 5 5 5"><!ENTITY c "&b;&b;&b;&b;">]>'
    assert "5 5" not in html.read(f"{bomb}<p>&c;</p>{STORY}").text
