"""HTML: what is no text, what is text, and where each character stands."""

import logging
import subprocess
import sys
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reading.articles import article
from checker.reading.decoding import UnreadableError
from checker.reading.formats import html
from checker.reading.html.alignment import align
from checker.reading.html.characters import plain
from checker.reading.html.composing import Composer
from checker.reading.html.outline import outline
from checker.reading.html.tags import Source
from checker.values.offsets import original_position, original_span

FIRST = "At least 14 people died when a ferry with 212 passengers sank off Marlow on Tuesday, the coast guard said."
SECOND = "The vessel, built in 1998, had been repaired three times, its operator Marlow Lines said in a statement."
THIRD = "Rescuers pulled 180 people from the water within six hours, and 18 were still missing in the evening."
STORY = "".join(f"<p>{words}</p>\n" for words in (FIRST, SECOND, THIRD))


def page(body="", head=""):
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def lines(original, *, is_xml=False):
    return [line.text for line in outline(Source(original, is_xml=is_xml)).lines]


def kept(original):
    """Every line of a page, as one text."""
    found = outline(Source(original))
    composer = Composer()
    for line in found.lines:
        composer.add(line, "body")
    return composer.builder


def sections(original):
    found = html.read(original)
    return {found.text[start:end]: name for start, end, name in found.marked}


UNSEEN = {
    "a script": "<script>5 men</script>",
    "a script that writes tags": "<script>write('<p>5 men</p>')</script>",
    "a style": "<style>p{width:5px}</style>",
    "a comment": "<!-- 5 men -->",
    "a comment with tags": "<!-- <p>5 men</p> -->",
    "a conditional comment": "<!--[if IE 5]><p>5</p><![endif]-->",
    "a declaration": "<!DOCTYPE five 5>",
    "a processing instruction": "<?php 5 ?>",
    "CDATA, which HTML does not have": "<![CDATA[5 men]]>",
    "the attribute hidden": "<p hidden>5 men</p>",
    "hidden elements inside each other": "<div hidden><div>5</div> men</div>",
    "display none": '<p style="color:red; display : NONE">5 men</p>',
    "visibility hidden": "<p style=visibility:hidden>5 men</p>",
    "hidden from those who have it read aloud": '<span aria-hidden="true">5</span>',
    "for those who have it read aloud": '<span class="x sr-only">5 men</span>',
    "an image's description": '<img alt="5 men">',
    "a drawing": "<svg><title>5</title><text>5 men</text></svg>",
    "a template": "<template><p>5 men</p></template>",
    "a choice": "<select><option>5<option>6</select>",
    "what stands in for a script": "<noscript>5 men</noscript>",
    "a frame": "<iframe>5 men</iframe>",
    "a form's field": "<textarea>5 men</textarea>",
    "the page's title": "<title>5 men</title>",
    "an end tag with words": "</p five=5>",
    "an end without a name": "</5 men>",
}


@pytest.mark.parametrize("markup", UNSEEN.values(), ids=UNSEEN)
def test_what_no_reader_sees(markup):
    assert lines(f"<p>a{markup}</p><p>b") == ["a", "b"]


SEEN = {
    "less than": ("5 < 6 and <5 men", ["5 < 6 and <5 men"]),
    "more than": ("6 > 5", ["6 > 5"]),
    "an ampersand": ("AT&T & 5 men", ["AT&T & 5 men"]),
    "an unknown reference": ("&bogus; 5", ["&bogus; 5"]),
    "tags of a line": ("<b>5</b>th of <i>May</i>", ["5th of May"]),
    "white space runs together": ("a \n\t <b> 5 </b> \r\n men ", ["a 5 men"]),
    "a paragraph ends with the next": ("<p>a<p>b<div>c", ["a", "b", "c"]),
    "a break": ("a<br>b<br/>c", ["a", "b", "c"]),
    "a list": ("<ul><li>5<li>6</ul>7", ["5", "6", "7"]),
    "a row": ("<table><tr><td>Green<td>5<tr><th>Red</th><th>6</th></tr></table>", ["Green | 5", "Red | 6"]),
    "a table for layout": (
        "<table><tr><td>a<br>b</td><td>c<td><p>d</p><td>e</table>",
        ["a", "b", "c", "d", "e"],
    ),
    "a footnote's mark": ("300<sup>1</sup> men, 5 km<sup>2</sup>", ["300¹ men, 5 km²"]),
    "an ordinal": ("the 5<sup>th</sup>", ["the 5th"]),
    "a tag in capitals": ("<P HIDDEN>5</P><P>6</P>", ["6"]),
    "more than, in a value": ('<p title="5 > 4">6', ["6"]),
    "an apostrophe in a bare value": ("<p title=don't>5</p> men's", ["5", "men's"]),
    "a quotation mark that is not closed": ('<a href="x>5</a> men', ["5 men"]),
    "a comment's shortest form": ("<!-->5<!-- a -->6", ["56"]),
    "a title that is never closed": ("<title>5<p>6", ["5", "6"]),
    "an end tag without a partner": ("a</div></b></p>b", ["a", "b"]),
    "tags that cross": ("<b><i>5</b>6</i>7", ["567"]),
    "what is hidden ends with what holds it": ("<div><p hidden>5</div>6", ["6"]),
    "what is hidden ends with the next paragraph": ("<p hidden>5<p>6", ["6"]),
    "hidden words of a line inside each other": ("a<span hidden>5<span>6</span>7</span>b", ["ab"]),
    "a link inside a link": ("<a>5<a>6</a>7", ["567"]),
    "a hidden class is no attribute": ('<p class="hidden-phone">5', ["5"]),
}


@pytest.mark.parametrize(("markup", "expected"), SEEN.values(), ids=SEEN)
def test_what_a_reader_sees(markup, expected):
    assert lines(markup) == expected


def test_xhtml_closes_what_closes_itself_and_has_cdata():
    assert lines("<script/><div hidden=''/><p>5<![CDATA[ < 6 ]]></p>", is_xml=True) == ["5 < 6"]


REFERENCES = """
    &amp; &lt;5&gt; &pound;5 &pound5 &copy2024 &notit; &notin; &eacute &#65; &#x41; &#X41 &#0065; &#128; &#150;
    &#1114112; &#xD800; &#0; &; &#; &#x; &a &AMP;&amp;amp; &nbsp; &fjlig; &bne;
"""


@pytest.mark.parametrize("reference", REFERENCES.split())
def test_references_mean_what_the_standard_says(reference):
    assert plain(reference) == unescape(reference)


def test_a_reference_of_many_digits_is_one_character():
    assert plain(f"&#{'9' * 5000};&#{'0' * 5000}65;") == "\ufffdA"


def test_a_reference_to_a_control_character_is_nothing():
    assert plain("5&#8;6&#x1b;7") == "567"


SPANS = {
    "a reference before": ("It cost &pound;5 then.", "£5", "&pound;5"),
    "a reference behind": ("It cost 5&euro; then.", "5€", "5&euro;"),
    "a reference inside": ("It cost 5&nbsp;million then.", "5\u00a0million", "5&nbsp;million"),
    "tags inside": ("It was <b>$5</b> <i>million</i>.", "$5 million", "$5</b> <i>million"),
    "white space inside": ("It was $5\n   million.", "$5 million", "$5\n   million"),
    "a comment inside": ("It was $5<!-- 6 --> million.", "$5 million", "$5<!-- 6 --> million"),
    "a soft hyphen inside": ("It was 5 mil&shy;lion.", "5 million", "5 mil&shy;lion"),
    "a digit as a reference": ("It was &#53;&#48; then.", "50", "&#53;&#48;"),
}


@pytest.mark.parametrize(("markup", "words", "quoted"), SPANS.values(), ids=SPANS)
def test_a_span_points_into_the_original(markup, words, quoted):
    original = page(f"<p>{markup}</p>")
    builder = kept(original)
    start = builder.text.index(words)
    first, last = original_span(builder.offsets, start, start + len(words))
    assert original[first:last] == quoted


def test_every_quote_of_a_page_stands_in_the_original():
    original = page(f"<h1>14&nbsp;dead</h1>{STORY}", "<title>14 dead | The Post</title>")
    draft = html.read(original)
    for words in ("14\u00a0dead", "212 passengers", "1998", "180 people"):
        start = draft.text.index(words)
        first, last = original_span(draft.offsets, start, start + len(words))
        assert unescape(original[first:last]) == words


TAGS = "p /p div /div b /b br script /script h1 td tr table /table /a sup /sup title /title svg /svg li ul"
WORDS = "&amp; &pound; &nbsp; &shy; &#53; &#x35; &bne; & &a ; < > \" ' = 5 five , $ é “ 😀 <!-- --> <![CDATA[ ]]>"
OTHERS = ["<a href='>'>", '<p class="ad', "<span hidden>", "\u00ad", "\ud800", "\0"]
PIECES = [*(f"<{tag}>" for tag in TAGS.split()), *WORDS.split(), *OTHERS]
SOUP = st.lists(st.sampled_from([*PIECES, " ", "\n", "\r\n\t"]), max_size=40).map("".join)


def _means(original, character):
    """Whether a stretch of the original can be read as a character of the text."""
    is_reference = original.startswith("&") and character in plain(original)
    is_raised = original.isdigit() and character in "⁰¹²³⁴⁵⁶⁷⁸⁹"
    return original == character or is_reference or is_raised or character in " |\n"


@given(SOUP)
def test_every_kept_character_stands_in_the_original(original):
    builder = kept(original)
    for place, character in enumerate(builder.text):
        first, last = original_span(builder.offsets, place, place + 1)
        assert _means(original[first:last], character)


@given(SOUP)
def test_places_rise(original):
    builder = kept(original)
    places = [original_position(builder.offsets, place) for place in range(len(builder.text))]
    assert places == sorted(places)
    assert all(0 <= place < len(original) for place in places)


@given(SOUP)
def test_any_page_is_read_or_refused_by_name(original):
    try:
        found = article(html.read(original.replace("\ud800", "\ufffd") + STORY))  # as decoding does
    except UnreadableError as error:
        assert "no article found" in str(error)  # noqa: PT017 - hypothesis needs the plain form
        return
    places = [place for start, end, _ in found.sections for place in (start, end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(found.text) for place in places)


def test_a_page_is_read_in_its_order():
    assert html.read(page(f"<h1>Ferry sinks</h1>{STORY}")).text == f"Ferry sinks\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}"


TITLES = {
    "a heading": ("<h1>Ferry sinks off Marlow</h1>", "", "Ferry sinks off Marlow"),
    "the heading that the page's title repeats": (
        "<h1>The Harbour Post</h1><h1>Ferry sinks off Marlow</h1>",
        "<title>Ferry sinks off Marlow - The Harbour Post</title>",
        "Ferry sinks off Marlow",
    ),
    "a heading of level two that metadata repeat": (
        "<h2>Ferry sinks off Marlow</h2>",
        '<meta property="og:title" content="Ferry sinks off&#32;Marlow">',
        "Ferry sinks off Marlow",
    ),
    "a line that is no heading": (
        "<div><b>Ferry sinks off Marlow</b></div>",
        "<title>Ferry sinks off Marlow</title>",
        "Ferry sinks off Marlow",
    ),
    "the page's title alone": ("", "<title>Ferry &amp; 14 sink - The Post</title>", "Ferry & 14 sink"),
}


@pytest.mark.parametrize(("body", "head", "title"), TITLES.values(), ids=TITLES)
def test_titles(body, head, title):
    draft = html.read(page(body + STORY, head))
    assert draft.title == title
    assert [draft.text[a:b] for a, b, name in draft.marked if name == "title"] == [title]


LINKED = '{"@type":"NewsArticle","headline":"Ferry &amp; 14","datePublished":"2031-05-06T23:00:00+02:00"}'
DAYS = {
    "JSON-LD": (f'<script type="application/ld+json">{LINKED}</script>', "2031-05-06", "json-ld"),
    "JSON-LD in a list": (
        f'<script type="application/ld+json">[{{"@type":"X"}},{LINKED}]</script>',
        "2031-05-06",
        "json-ld",
    ),
    "JSON-LD in a graph": (
        f'<script type="application/ld+json">{{"@graph":[{LINKED}]}}</script>',
        "2031-05-06",
        "json-ld",
    ),
    "JSON-LD of something else": (
        '<script type="application/ld+json">{"@type":"Event","datePublished":"2031-05-06"}</script>',
        "None",
        "unknown",
    ),
    "JSON-LD that is none": ('<script type="application/ld+json">{"@type":</script>', "None", "unknown"),
    "JSON-LD without end": (f'<script type="application/ld+json">{"[" * 100_000}</script>', "None", "unknown"),
    "another script": (f"<script>{LINKED}</script>", "None", "unknown"),
    "meta": ('<meta property="article:published_time" content="2031-05-06">', "2031-05-06", "front matter"),
    "meta by another name": ('<meta content="2031-05-06" name="Date">', "2031-05-06", "front matter"),
    "meta that says nothing": ('<meta property="article:published_time" content="">', "None", "unknown"),
    "the day it was changed": ('<meta property="article:modified_time" content="2031-05-06">', "None", "unknown"),
    "time": ("<time datetime=2031-05-06T10:00Z>Tuesday</time>", "2031-05-06", "front matter"),
    "times of two days": ("<time datetime=2031-05-06></time><time datetime=2031-05-07></time>", "None", "unknown"),
    "a time that is said to be it": (
        "<time datetime=2031-05-07></time><time itemprop=datePublished datetime=2031-05-06></time>",
        "2031-05-06",
        "front matter",
    ),
    "the address": ('<link rel="canonical" href="https://post.example/2031/05/06/a">', "2031-05-06", "url"),
    "an address that is none": ('<link rel="canonical" href="/2031/05/06/a">', "None", "unknown"),
}


@pytest.mark.parametrize(("head", "day", "source"), DAYS.values(), ids=DAYS)
def test_days(head, day, source):
    found = article(html.read(page(STORY, head)))
    assert (str(found.published), found.published_from) == (day, source)


def test_the_address_and_the_outlet_are_the_pages_own():
    head = (
        '<link rel="canonical" href="https://www.post.example/a"><meta property="og:site_name" content="The Post">'
        '<meta property="og:url" content="https://other.example/a">'
    )
    found = article(html.read(page(STORY, head)))
    assert (found.url, found.outlet) == ("https://www.post.example/a", "post.example")
    assert article(html.read(page(STORY, '<meta property="og:site_name" content="The Post">'))).outlet == "The Post"


def test_nothing_in_a_page_is_an_instruction():
    head = '<meta name="checker" content="ignore"><meta name="robots" content="noindex"><base href="https://x.example">'
    assert html.read(page(STORY, head)).text == html.read(page(STORY)).text


def test_the_copy_of_the_article_is_a_cross_check():
    body = "Quite another text of 99 words that does not stand in the page, though its owner says that it does. " * 3
    head = f'<script type="application/ld+json">{{"@type":"Article","articleBody":"{body}"}}</script>'
    draft = html.read(page(STORY, head))
    assert draft.warnings == ("100% of the page's own copy of its article (articleBody) was not read",)
    assert "99 words" not in draft.text


def test_paragraphs_that_the_copy_repeats_are_read():
    head = f'<script type="application/ld+json">{{"@type":"Article","articleBody":"{FIRST}\\n{SECOND}\\n{THIRD}"}}</script>'
    draft = html.read(page(f"<div>{STORY}</div>" + f"<div class=related><p>{THIRD} More of it: 5.</p></div>", head))
    assert draft.warnings == ()
    assert "More of it" not in draft.text


def test_what_is_named_as_no_article_is_read_where_all_of_it_is_named_so():
    assert html.read(page(f"<div class=sponsored>{STORY}</div>")).text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_where_the_extractor_finds_nothing_paragraphs_are_read():
    deep = "<div>" * 1_000 + STORY + "</div>" * 1_000
    draft = html.read(page(f"<nav><p>Menu of 5 things that we have got for you today.</p></nav>{deep}"))
    assert draft.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert draft.warnings == (
        "elements nested too deep for the main text to be told apart with care: read by its paragraphs",
    )


def test_much_hidden_text_is_warned_of():
    draft = html.read(page(f"{STORY}<div hidden>{STORY * 3}</div>"))
    assert draft.warnings == ("much of the page's text is hidden and was not read",)
    assert draft.cut == ("933 characters of hidden text",)


def test_a_page_hidden_behind_a_banner_is_read():
    draft = html.read(page(f"<div class=cookie-wall><p>We use 5 cookies.</p></div><div aria-hidden=true>{STORY}</div>"))
    assert draft.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert draft.warnings == (
        "all of the article is said to be hidden (aria-hidden), as behind a banner: it was read all the same",
    )


def test_a_page_that_a_script_shows_in_the_end_is_read():
    shown = f'<html><body style="visibility:hidden" class="has-sidebar"><div class="with-sidebar">{STORY}</div></body></html>'
    assert html.read(shown).text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert html.read("<div>" * 300 + shown).text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


BROKEN = {
    "a comment": ("<!-- <p>a</p>", "line 4: a comment is never closed: what follows it was not read"),
    "a script": ("<script>a</p>", "line 4: <script> is never closed"),
    "a tag": ("<p>5 <a href='x", "line 4: ends inside a tag: what follows it was not read"),
    "a quotation mark": (
        '<a href="x>' + "5 men</a> " * 60 + '<a href="y">z</a>',
        "line 4: a tag's quotation mark is not closed: text up to the next one was not read",
    ),
}


@pytest.mark.parametrize(("tail", "warning"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_told_with_its_line(tail, warning):
    assert warning in html.read(STORY + tail).warnings


@pytest.mark.parametrize("before", ["5", "50", "500", "5000"])
def test_a_comment_without_an_end_takes_the_rest_wherever_it_begins(before):
    found = html.read(f"{before}<!-- 7 > 6")
    assert found.text == before
    assert "line 1: a comment is never closed: what follows it was not read" in found.warnings


NOTHING = {
    "a link": "<a href=/>5</a>",
    "a few words out of many": "<p>Five men</p>" + "<ul><li><a href=/>Sport and weather</a></ul>" * 50,
    "links": "<ul>" + "<li><a href=/>Sport 24</a>" * 50 + "</ul>",
    "nothing": "",
    "a script": "<script>document.write(5)</script>",
    "hidden": f"<div hidden>{STORY}</div>",
    "a comment": f"<!-- {STORY}",
}


@pytest.mark.parametrize("body", NOTHING.values(), ids=NOTHING)
def test_a_page_without_an_article_is_refused(body):
    with pytest.raises(UnreadableError, match=r"no article found: .*; save the page as the browser shows it"):
        html.read(page(body))


def test_twins_are_told_apart_by_what_stands_around_them():
    found = outline(Source(f"<a>{SECOND}</a><h2>{FIRST}</h2><p>{SECOND}</p><p>{THIRD}</p>"))
    assert align(found.lines, [FIRST, SECOND, THIRD]).chosen == {1, 2, 3}


def test_what_no_line_holds_is_counted():
    found = outline(Source(f"<p>{FIRST}</p>"))
    aligned = align(found.lines, [FIRST, "Never seen 5"])
    assert (aligned.chosen, aligned.missing) == ({0}, len("Neverseen5"))


def test_the_extractor_is_loaded_for_a_page_only_and_says_nothing():
    code = (
        "import sys, checker.reading.formats as f\nassert 'trafilatura' not in sys.modules\n"
        "f.READERS['.html']('<p>' + 'x ' * 9 + '.</p>')\nassert 'trafilatura' in sys.modules"
    )
    ran = subprocess.run([sys.executable, "-W", "error", "-c", code], check=False, capture_output=True, text=True)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


def test_the_extractors_log_does_not_reach_the_user(caplog):
    caplog.set_level(logging.DEBUG)
    with pytest.raises(UnreadableError):
        html.read("<a href=/>5</a>")
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


WHOLE = "<html><head><title>Fire</title></head><body><article><p>A warehouse fire killed 14 people in Tarnby.</p>"


@pytest.mark.parametrize("end", ["<p>A wareh", "<p>A warehouse fire.", "<p>The blaze &am"])
def test_a_page_that_ends_amid_its_words_was_cut_off(end):
    with pytest.raises(UnreadableError, match="cut off"):
        html.read(WHOLE + end)


@pytest.mark.parametrize(
    "end", ["", "<p>Nobody else was hurt.</p>", "</body>\nserved in 3 ms", "</html> x", "<script>1</script>\n"]
)
def test_a_page_may_leave_closing_tags_out(end):
    assert "14 people" in html.read(WHOLE + end).text
