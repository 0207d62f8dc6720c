"""XML that is built to hang, to exhaust, to fetch or to hide: linear time, nothing fetched, a word for each."""

import socket
import sys
from xml.sax.saxutils import escape

import pytest

from checker.reading import formats
from checker.reading.html import outline
from checker.reading.markup import elements
from tests.reading.ratio import growth
from tests.reading.test_xml import NEWS, TITLE, atom, parts, rss

BOMB = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
ENTITIES = {
    "a bomb": BOMB + rss("<title>&b;</title>"),
    "an entity that is never used": BOMB + rss(f"{TITLE}<description>{NEWS}</description>"),
    "a file of this machine": '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + rss("<title>&a;</title>"),
    "an address": '<!DOCTYPE rss [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]>' + rss("<title>&a;</title>"),
    "a parameter": '<!DOCTYPE rss [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>' + rss(TITLE),
    "an unparsed entity": '<!DOCTYPE rss [<!NOTATION n SYSTEM "n"><!ENTITY a SYSTEM "x" NDATA n>]>' + rss(TITLE),
}


@pytest.mark.parametrize("original", ENTITIES.values(), ids=ENTITIES)
def test_declared_entities_are_refused_and_nothing_is_fetched(original, monkeypatch):
    def fail(*_):
        raise AssertionError("something was opened")

    monkeypatch.setattr(socket, "socket", fail)
    (part,) = parts(original)
    assert part.draft is None
    assert part.is_unread
    assert "it declares entities, which are not read" in part.reason


UNITS = {
    "items": "<item/>",
    "items with a title": "<item><title>5 men</title></item>",
    "items with a text": f"<item><title>a</title><description>{escape('<p>5 men</p>')}</description></item>",
    "items that are never closed": "<item>",
    "titles": "<item><title>5</title>",
    "end tags": "</item>",
    "less than": "<",
    "ampersands": "&",
    "references": "<item><title>&amp;</title></item>",
    "references inside": "&lt;",
    "tags that begin": "<a ",
    "attributes that begin": '<a b="',
    "attributes": "<a b='c'/>",
    "CDATA that begins": "<![CDATA[",
    "CDATA": "<item><title><![CDATA[5]]></title></item>",
    "comments that begin": "<!--",
    "comments": "<!-- 5 -->",
    "instructions": "<?a b?>",
    "declarations": "<!DOCTYPE a>",
    "blanks": " \n\t",
    "line ends": "\r\n",
    "text with markup": "<item><description><p>5 men</p></description></item>",
    "namespaces": '<a xmlns:b="c"/>',
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_a_feed_is_read_in_linear_time(unit):
    def work(size):
        original = rss(TITLE, head=unit * (size // len(unit)))
        return lambda: sum(1 for _ in formats.CONTAINERS[".xml"](original, {}))

    assert growth(work, 30_000) < 4


INSIDE = {
    "references": "&amp;",
    "references twice escaped": "&amp;amp;",
    "CDATA": "<![CDATA[5]]>",
    "CDATA that begins, escaped": "&lt;![CDATA[",
    "tags, escaped": "&lt;b&gt;",
    "comments": "<!-- -->",
    "line ends": "\r\n",
    "elements": "<b>5</b>",
    "empty elements": "<br/>",
}


@pytest.mark.parametrize("unit", INSIDE.values(), ids=INSIDE)
def test_a_long_text_is_read_in_linear_time(unit):
    def work(size):
        original = atom(f"{TITLE}<content>{unit * (size // len(unit))}</content>")
        return lambda: parts(original)

    assert growth(work, 30_000) < 4


def test_attributes_of_a_megabyte_are_read():
    held = f'<item a="{"b" * (1 << 20)}">{TITLE}<description>{NEWS}</description></item>'
    attributes = "".join(f' a{number}="b"' for number in range(20_000))
    more = f"<item{attributes}>{TITLE}<description>{NEWS}</description></item>"
    first, second, _ = parts(rss(TITLE, head=held + more))
    assert NEWS in first.draft.text
    assert NEWS in second.draft.text


def test_depth_exhausts_nothing():
    assert sys.getrecursionlimit() < 100_000
    (part,) = parts(rss(TITLE, head="<a>" * 100_000))
    assert "elements nested deeper than 256" in part.reason
    (part,) = parts(atom(f"{TITLE}<content>{'<b>' * 200}{NEWS}{'</b>' * 200}</content>"))
    assert NEWS in part.draft.text


def test_too_many_elements_are_refused(monkeypatch):
    monkeypatch.setattr(elements, "MOST_ELEMENTS", 100)
    found = parts(rss(*[TITLE] * 60))
    assert sum(one.draft is not None for one in found) < 60
    assert "elements in one file: split it" in found[-1].reason


def test_a_record_of_too_many_elements_loses_no_other(monkeypatch):
    monkeypatch.setattr(elements, "MOST_KEPT", 100)
    good = f"{TITLE}<description>{NEWS}</description>"
    found = parts(rss(good, "<a/>" * 101, good.replace("Fire", "Flood")))
    assert [one.draft is not None for one in found] == [True, False, True]
    assert "more than 100 elements" in found[1].reason


def test_a_text_that_is_refused_loses_no_other(monkeypatch):
    monkeypatch.setattr(outline, "_MOST_LINES", 100)
    good = f"{TITLE}<description>{NEWS}</description>"
    found = parts(rss(good, f"<description>{'5<br/>' * 101}</description>", good.replace("Fire", "Flood")))
    assert [one.draft is not None for one in found] == [True, False, True]
    assert "more than 100 lines of text" in found[1].reason


def test_too_many_references_are_refused(monkeypatch):
    monkeypatch.setattr("checker.reading.entries.entry.MOST_ESCAPES", 1_000)
    (part,) = parts(rss(f"{TITLE}<description>{'&amp;' * 1_001}</description>"))
    assert "an element of more than 1,000 references" in part.reason


def test_what_stands_open_around_a_record_is_not_opened_again_without_end():
    opening = f'<rss version="2.0"><channel a="{"b" * (1 << 17)}">'
    found = parts(f"{opening}<item><title>a & b</title></item><item>{TITLE}</item></channel></rss>")
    assert [one.draft for one in found] == [None]
