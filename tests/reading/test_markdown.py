"""Markdown: what is dropped, what is kept, and what is no mark at all."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reading.article import read_position
from checker.reading.articles import article
from checker.reading.formats import markdown
from checker.values.offsets import original_position, original_span

# What must stay as it stands: no mark, though it looks like one.
KEPT = {
    "a star between digits is a sign of multiplication": "The lot is 5*10*2 metres.",
    "stars between blanks": "It grew 3 * 4 * 5 times.",
    "a star after a price is a footnote": "Tickets cost $5* and $6* on the day.",
    "an underscore inside a name": "The file budget_2024_final was found.",
    "brackets of an editor": 'He said "[the] plan costs $5 million [sic]".',
    "brackets with a second pair but no definition": "Paragraph [3][a] of the law.",
    "a lonely bracket": "Take 5] or [6 of them.",
    "less than and more than": "Rates <5 and >3 per cent.",
    "an ampersand in a name": "AT&T and S&P 500 fell.",
    "an unknown entity": "A&bogus; B.",
    "marks of a web address": "See https://example.org/a_b_c/2024_01_02 now.",
    "a year that ends a wrapped line": "It has lasted since\n2014. The cost rose.",
    "a hash before a number": "It ranks #1 of 30.",
    "a backslash before a letter": r"The share \q was kept",
    "one tilde means about": "It cost ~$50 and ~$60.",
    "a sign between words": "It rose <a year ago and 5 > 3 others.",
    "a note": "[Note]: 5 men were hurt.",
    "a fence that is never closed": "```\nFive men\n\nSix men",
    "a minus sign on a line": "Growth was\n-5 per cent.",
}

READ = {
    "an escape": (r"He paid \$500Bln \(all\).", "He paid $500Bln (all)."),
    "emphasis": ("It was *very* _big_ **5** times.", "It was very big 5 times."),
    "strong emphasis": ("***Five*** men", "Five men"),
    "strong that ends inside": ("**a *b* c**", "a b c"),
    "struck out": ("~~5~~ 6 dead", "5 6 dead"),
    "a link loses its target": ("They [gave](https://x.org/2024/5) 5.", "They gave 5."),
    "a target with brackets": ("the [oblast](https://x.org/a_(b)) fell", "the oblast fell"),
    "a target with a title": ('the [oblast](/a "5 men") fell', "the oblast fell"),
    "a label with a title": ('[a][B]\n\n[b]: <https://x.org/5> "7 men"', "a\n\n"),
    "a link over two lines": ("the [big\noblast](/a) fell", "the big\noblast fell"),
    "a link by its label": ("They [gave][1] 5.\n\n[1]: https://x.org/2024", "They gave 5.\n\n"),
    "an image keeps its words": ("![A tank, 2022](t.png)", "A tank, 2022"),
    "an image inside a link": ("[![A tank](t.png)](/x) and", "A tank and"),
    "an address in brackets": ("<https://x.org/2024>", "https://x.org/2024"),
    "a footnote's mark": ("It cost 5[^12] million.", "It cost 5 million."),
    "code": ("run `rm *x*` now", "run rm *x* now"),
    "a tag with attributes": ('<span class="x">Five</span> men <img src="a.png"/>', "Five men "),
    "a tag": ("5<sup>th</sup> of<br/>May <!-- 7 -->", "5th ofMay "),
    "an entity": ("R&amp;D cost &pound;5&nbsp;million &#36;6", "R&D cost £5\u00a0million $6"),
    "a heading": ("## Two dead ##", "Two dead"),
    "a heading underlined": ("Two dead\n========\n\nText", "Two dead\n\n\nText"),
    "a quotation": ("> He said\n> five.", "He said\nfive."),
    "a list": ("- five\n- six\n\n1. seven\n2. eight", "five\nsix\n\nseven\neight"),
    "a rule": ("a\n\n* * *\n\nb", "a\n\n\n\nb"),
    "a table's rule": ("| a | b |\n|---|---|\n| 5 | 6 |", "| a | b |\n\n| 5 | 6 |"),
    "a break of a line": ("five\\\nsix", "five\nsix"),
    "line ends stay": ("# A\r\n\r\nb *c*\r\n", "A\r\n\r\nb c\r\n"),
}


@pytest.mark.parametrize("words", KEPT.values(), ids=KEPT)
def test_what_is_no_mark_stays(words):
    assert markdown.read(words).text == words


@pytest.mark.parametrize(("original", "text"), READ.values(), ids=READ)
def test_marks_are_resolved(original, text):
    assert markdown.read(original).text == text


def test_a_span_points_into_the_original():
    original = r"They paid **\$65.9 *billion*** then."
    draft = markdown.read(original)
    start = draft.text.index("$65.9 billion")
    first, last = original_span(draft.offsets, start, start + len("$65.9 billion"))
    assert original[first:last] == "$65.9 *billion"


@pytest.mark.parametrize(("original", "figure"), [("&pound;5 m", "£5"), ("paid 5&euro; m", "5€")])
def test_a_figure_holds_its_entity_whole(original, figure):
    draft = markdown.read(original)
    start = draft.text.index(figure)
    first, last = original_span(draft.offsets, start, start + len(figure))
    assert original[first:last] in {"&pound;5", "5&euro;"}


def test_the_first_heading_of_level_one_is_the_title():
    draft = markdown.read("## Kicker\n\n# Two *dead*\n\nText\n\n# Another\n")
    assert draft.title == "Two dead"
    assert [draft.text[a:b].strip() for a, b, name in draft.marked if name == "title"] == ["Two dead"]


def test_words_of_an_image_are_a_caption():
    draft = markdown.read("Text of 5. ![A tank in 2022](a.png) More.")
    assert [(draft.text[a:b], name) for a, b, name in draft.marked] == [("A tank in 2022", "caption")]


def test_a_fence_closes_with_marks_of_its_own_kind():
    draft = markdown.read("~~~\n```\n~~~\n\nFive men\n")
    assert [(draft.text[a:b], name) for a, b, name in draft.marked] == [("```\n", "boilerplate")]


def test_code_blocks_are_boilerplate():
    draft = markdown.read("Text\n\n```\nx = 5\n```\n\nMore")
    assert [(draft.text[a:b], name) for a, b, name in draft.marked] == [("x = 5\n", "boilerplate")]


NOT_MARKDOWN = {
    "plain news": "Two men were killed on Friday.\n\nPolice said 5 were hurt.",
    "a hash tag": "#Breaking: five dead",
    "an editor's brackets": "He [Smith] said (five) men",
    "a product of stars": "5 ** 2 is 25, 2 ** 3 is 8",
    "a path": r"C:\files\2024",
}


@pytest.mark.parametrize("words", NOT_MARKDOWN.values(), ids=NOT_MARKDOWN)
def test_plain_text_is_not_taken_for_markdown(words):
    assert not markdown.is_markdown(words)


@pytest.mark.parametrize(
    "words",
    ["# Two dead\n\nText", r"It cost \$5.", "He [said](https://x.org) so", "**Two** dead", "a\n\n[1]: http://x"],
)
def test_a_text_with_marks_is_taken_for_markdown(words):
    assert markdown.is_markdown(words)


MARKS = (
    "* ** _ ` `` [ ![ ](x) ]( ][a] ] < <b> <http://a> > \\ \\$ &amp; & ; [^1] ~~ http://x.org/a_b [a]: 5 five $ é “ 😀"
)
LINES = ["> ", "- ", "1. ", "# ", "\n", "\r\n", "\n\n", "```\n", "---\n", "===\n", "|-|\n", "title: 5\n", " "]
MARKED = st.lists(st.sampled_from([*MARKS.split(" "), *LINES]), max_size=40).map("".join)


@given(MARKED)
def test_every_kept_character_stands_in_the_original(original):
    draft = markdown.read(original)
    for place, character in enumerate(draft.text):
        at = original_position(draft.offsets, place)
        is_entity = original[at] in "&;" and "&" in original[max(at - 40, 0) : at + 1]
        assert original[at] == character or is_entity


@given(MARKED)
def test_places_go_there_and_back(original):
    draft = markdown.read(original)
    places = [original_position(draft.offsets, place) for place in range(len(draft.text))]
    assert places == sorted(set(places))
    assert [read_position(draft.offsets, at) for at in places] == list(range(len(places)))


@given(MARKED)
def test_sections_lie_inside_the_text_and_do_not_overlap(original):
    found = article(markdown.read(original))
    places = [place for start, end, _ in found.sections for place in (start, end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(found.text) for place in places)


HOSTILE = [
    "[](",
    "[",
    "]",
    '](a "',
    "*a ",
    "**a",
    "a*",
    "`",
    "``a`",
    "<a",
    "<!--",
    "&a",
    "![",
    "> ",
    "# ",
    "- ",
    "|-",
    "\\",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_takes_no_long_time(unit):
    original = unit * (100_000 // len(unit))
    began = time.process_time()
    markdown.read(original)
    assert time.process_time() - began < 2  # quadratic work takes minutes
