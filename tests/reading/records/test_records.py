"""Records of every known shape: what is read of them, where it stands, and what is no article."""

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import checker
from checker.reading.articles import article
from checker.reading.formats import CONTAINERS, by_marks
from checker.reading.records.fields import FIELDS, merged
from checker.settings import PARTS
from checker.values.offsets import original_span

NEWS = "The council said on Friday that the bridge will cost €5.2 million."
DAY = "2031-03-04"


def parts(value, suffix=".json", fields=None):
    original = value if isinstance(value, str) else json.dumps(value)
    return list(CONTAINERS[suffix](original, merged(fields)))


def read(value, **more):
    (part,) = parts(value, **more)
    assert part.draft is not None, part.reason
    return article(part.draft)


NONE = {
    "a number": (5, "not an object"),
    "a text": ("a", "not an object"),
    "an empty object": ({}, "it holds nothing"),
    "other names": ({"foo": NEWS, "bar": 5}, "it holds `foo`, `bar`"),
    "a package": ({"name": "x", "description": NEWS}, "no text under text, body"),
    "a title alone": ({"title": NEWS, "content": None}, "no text"),
    "a text that is none": ({"title": "a", "text": 5}, "no text"),
    "a text of blanks": ({"text": " \n\t "}, "no text"),
    "a text of escaped blanks": ('{"text": "\\u0020\\n"}', "no text"),
    "a list in a list": ([[{"text": NEWS}]], "not an object"),
}


@pytest.mark.parametrize(("value", "words"), NONE.values(), ids=NONE)
def test_what_is_no_article_is_unread_and_says_why(value, words):
    (part,) = parts(json.dumps(value) if isinstance(value, str) and not value.startswith("{") else value)
    assert part.draft is None
    assert part.is_unread
    assert words in part.reason


EMPTY = {"a list": [], "a page of results": {"status": "ok", "articles": []}, "another": {"results": []}}


@pytest.mark.parametrize("value", EMPTY.values(), ids=EMPTY)
def test_a_list_of_none_is_passed_over(value):
    (part,) = parts(value)
    assert (part.draft, part.is_unread) == (None, False)


BODY = "Five men were hurt.\n\nIt cost €5.2 million."
SHAPES = {
    "ours": {
        "id": "x-1",
        "title": "Bridge closed",
        "text": BODY,
        "date": DAY,
        "outlet": "The Example",
        "url": "https://example.org/a",
        "language": "en",
        "captions": ["The bridge in 2029"],
    },
    "ninjs 1": {
        "uri": "https://example.org/a",
        "headline": "Bridge closed",
        "body_text": BODY,
        "body_html": "<p>Five men were hurt.</p>",
        "versioncreated": f"{DAY}T10:00:00Z",
        "firstcreated": "2031-03-01T10:00:00Z",
        "associations": {"x": {"type": "picture", "description_text": "The bridge in 2029"}},
    },
    "ninjs 3": {
        "uri": "https://example.org/a",
        "headlines": [{"role": "kicker", "value": "Ashford"}, {"role": "main", "value": "Bridge closed"}],
        "bodies": [
            {"contenttype": "text/html", "value": "<p>Five <b>men</b> were hurt.</p>"},
            {"contenttype": "text/plain", "value": BODY},
        ],
        "versioncreated": f"{DAY}T10:00:00Z",
        "infosources": [{"role": "publisher", "name": "Example"}],
        "associations": [{"descriptions": [{"value": "The bridge in 2029"}]}],
    },
    "a collector's": {
        "source": {"id": None, "name": "Example"},
        "url": "https://example.org/a",
        "title": "Bridge closed",
        "publishedAt": f"{DAY}T10:00:00Z",
        "content": BODY,
        "images": [{"caption": "The bridge in 2029"}],
    },
    "webTitle": {
        "id": "ashford/2031/mar/01/a",
        "webTitle": "Bridge closed",
        "webUrl": "https://example.org/a",
        "webPublicationDate": f"{DAY}T10:00:00Z",
        "fields": {"bodyText": BODY},
        "caption": "The bridge in 2029",
    },
    "headline.main": {
        "headline": {"main": "Bridge closed"},
        "web_url": "https://example.org/a",
        "pub_date": f"{DAY}T10:00:00+0000",
        "lead_paragraph": BODY,
        "multimedia": [{"caption": "The bridge in 2029"}],
    },
    "a feed's": {
        "title": "Bridge closed",
        "url": "https://example.org/a",
        "date_published": f"{DAY}T10:00:00Z",
        "content_html": "<p>Five men were hurt.</p><p>It cost &euro;5.2&#32;million.</p>",
        "captions": [{"text": "The bridge in 2029"}],
    },
    "a blog's": {
        "title": {"rendered": "Bridge <em>closed</em>"},
        "link": "https://example.org/a",
        "date": f"{DAY}T10:00:00",
        "content": {"rendered": "<p>Five men were hurt.</p>\n<p>It cost &#8364;5.2 million.</p>"},
        "caption": "The bridge in 2029",
    },
    "paragraphs": {
        "headline": "Bridge closed",
        "articleBody": None,
        "paragraphs": ["Five men were hurt.", "It cost €5.2 million."],
        "datePublished": "20310304T100000Z",
        "url": "https://example.org/a",
        "captions": "The bridge in 2029",
    },
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_every_shape_is_read_alike(shape):
    found = read(shape)
    assert found.title == "Bridge closed"
    assert found.url == "https://example.org/a"
    assert (found.published, found.published_from) == (dt.date.fromisoformat(DAY), "feed")
    assert found.outlet == "example.org"
    paragraphs = [line for line in found.text.split("\n") if line]
    assert paragraphs == ["Bridge closed", "Five men were hurt.", "It cost €5.2 million.", "The bridge in 2029"]
    sections = [(name, found.text[start:end].strip()) for start, end, name in found.sections]
    assert sections == [("title", "Bridge closed"), ("caption", "The bridge in 2029")]


LISTS = {
    "a list": lambda one, other: [one, other],
    "articles": lambda one, other: {"status": "ok", "totalResults": 2, "articles": [one, other]},
    "results": lambda one, other: {"response": {"results": [one, other]}},
    "docs": lambda one, other: {"response": {"docs": [one, other]}},
    "hits": lambda one, other: {"hits": {"total": 2, "hits": [{"_source": one}, {"_source": other}]}},
}


@pytest.mark.parametrize("make", LISTS.values(), ids=LISTS)
def test_every_article_of_a_list_is_one(make):
    found = parts(make({"text": "Five men."}, {"text": "Six men."}))
    assert [(part.name, part.draft.text.strip()) for part in found] == [("#1", "Five men."), ("#2", "Six men.")]


def test_one_of_a_list_that_is_no_article_loses_no_other():
    found = parts([{"text": "Five men."}, 7, {"texxt": "Six men."}, {"text": "Seven men."}])
    assert [part.draft is not None for part in found] == [True, False, False, True]
    assert "`texxt`" in found[2].reason


def test_a_teaser_is_boilerplate_beside_a_text_and_the_text_without_one():
    both = read({"title": "T", "description": "Five dead.", "content": "Six were hurt."})
    assert [(name, both.text[a:b]) for a, b, name in both.sections] == [("title", "T"), ("boilerplate", "Five dead.")]
    alone = read({"title": "T", "description": "Five dead.", "content": None})
    assert [name for _, _, name in alone.sections] == ["title"]
    assert any("teaser" in warning for warning in alone.warnings)


def test_a_senders_cut_is_told_and_its_mark_is_no_figure():
    found = read({"title": "T", "content": "Six were hurt and 7 more… [+1234 chars]"})
    assert any("1,234 more characters" in warning for warning in found.warnings)
    assert [found.text[a:b] for a, b, name in found.sections if name == "boilerplate"] == ["[+1234 chars]"]


def test_what_is_left_out_is_told():
    found = read({"text": NEWS, "notes": {"long": "word " * 100, "short": "word"}, "list": ["more " * 100]})
    assert found.cut == ("`notes.long`: 500 characters", "`list`: 500 characters")


def test_markdown_and_html_inside_a_text_are_read():
    assert read({"text": "It cost **\\$5** [million](https://x.org/7)."}).text.strip() == "It cost $5 million."
    assert (
        read({"text": "<p>It cost $5&nbsp;million.</p><script>7</script>"}).text.strip() == "It cost $5\u00a0million."
    )


def test_a_date_that_is_not_read_is_told():
    found = read({"text": NEWS, "date": 1700000000})
    assert found.published is None
    assert any("1700000000" in warning for warning in found.warnings)


def test_an_address_that_is_none_is_no_address():
    found = read({"text": NEWS, "uri": "urn:newsml:example.org:20310304:1", "id": 7})
    assert (found.url, found.outlet, found.record) == (None, None, "7")


def test_its_own_paths_come_first():
    record = {
        "kop": {"tekst": "Bridge closed"},
        "title": "x",
        "delen": [{"soort": "b", "t": NEWS}, {"soort": "a", "t": "no"}],
    }
    found = read(record, fields={"title": ("kop.tekst",), "text": ("delen[soort=b].t",)})
    assert found.text.split("\n")[0] == found.title == "Bridge closed"
    assert NEWS in found.text
    assert "no" not in found.text.split()


def test_settings_know_every_part():
    assert set(PARTS) == set(FIELDS)


def test_the_page_on_formats_tells_every_path():
    page = (Path(__file__).parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")
    rows = {part: f"| {part} | {' '.join(f'`{path}`' for path in paths)} |" for part, paths in FIELDS.items()}
    assert [part for part, row in rows.items() if row not in page] == []


LANGUAGES = {
    "named, and too short to tell": ("de", "Fünf Tote", "de"),
    "a region": ("en-GB", NEWS, "en"),
    "english, whatever it is named": ("de", f"{NEWS} " * 5, "en"),
    "not english, though named so": ("en", "Der Rat sagte, dass die Brücke über den Fluss gesperrt bleibt. " * 9, None),
    "named and so": ("de", "Der Rat sagte, dass die Brücke über den Fluss gesperrt bleibt. " * 9, "de"),
    "no name of a language": ("German", "Der Rat sagte, dass die Brücke über den Fluss gesperrt bleibt. " * 9, None),
}


@pytest.mark.parametrize(("named", "text", "language"), LANGUAGES.values(), ids=LANGUAGES)
def test_languages(named, text, language):
    found = read({"text": text, "language": named})
    assert found.language == language
    assert any("not English" in warning for warning in found.warnings) is (language != "en")


def test_a_line_is_an_article_and_a_broken_one_is_named_with_its_column():
    lines = ['{"text": "Five men."}', "", '{"text": "Six men."', '{"text" "Seven"}', "7", '{"text": "Eight men."}']
    found = parts("\r\n".join(lines), suffix=".jsonl")
    assert [part.name for part in found] == [":1", ":3", ":4", ":5", ":6"]
    assert [part.draft is not None for part in found] == [True, False, False, False, True]
    assert "column 20: it ends early" in found[1].reason
    assert "column 9: a colon" in found[2].reason
    assert all(part.is_unread for part in found if part.draft is None)


def test_a_broken_file_is_named_with_line_and_column():
    (part,) = parts('{\n "text": "Five men."\n "title": "x"}')
    assert part.reason.startswith("not JSON at line 3, column 2: a comma")


def test_of_very_many_broken_lines_a_hundred_are_named():
    found = parts("x\n" * 250 + '{"text": "Five men."}\n' + "x\n" * 5, suffix=".jsonl")
    assert len(found) == 102
    assert sum(part.draft is not None for part in found) == 1
    assert "155 more lines" in found[-1].reason


TYPES = {
    "prose": ("Five men.", ".txt"),
    "an editor's brackets": ("[Note] Five men.", ".txt"),
    "a quotation": ('"Five men," he said.', ".txt"),
    "an object": (' {"text": "Five men."}', ".json"),
    "an object over lines": ('{\n"text": "Five men."}\n', ".json"),
    "a list": ('[ {"text": "Five men."}]', ".json"),
    "lines": ('{"text": "Five men."}\n{"text": "Six men."}\n', ".jsonl"),
    "a page": ("<!DOCTYPE html><p>Five men.", ".html"),
}


@pytest.mark.parametrize(("text", "suffix"), TYPES.values(), ids=TYPES)
def test_a_type_is_told_by_what_a_text_begins_with(text, suffix):
    assert by_marks(text) == suffix


PIECES = [
    "Five",
    " men ",
    "5.2 ",
    "€",
    "3 million ",
    "\n\n",
    "\t",
    '"',
    "\\",
    "/",
    "😀",
    "é",
    "on 4 May 2031 ",
    ". ",
    "\u00ad",
    "&",
    "<",
]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=15).map("".join)


@given(TEXTS, TEXTS, st.booleans(), st.booleans())
def test_what_a_claim_quotes_stands_at_its_place(title, text, is_ascii, sort):
    """Through escapes, whatever the order of the members."""
    record = {"title": title, "text": text, "date": DAY, "id": "1"}
    original = json.dumps(record, ensure_ascii=is_ascii, sort_keys=sort)
    (part,) = parts(original)
    if part.draft is None:
        return
    found = article(part.draft)
    for start in range(len(found.text)):
        if found.text[start] == "\n":  # may stand between two parts
            continue
        first, last = original_span(found.offsets, start, start + 1)
        meant = json.loads(f'"{original[first:last]}"')
        assert meant == found.text[start]


def test_claims_of_records_point_into_the_file(tmp_path):
    records = [{"title": "Bridge “closed”", "text": f"It cost €{n}.5 million, and \t5 men\nwere hurt."} for n in (3, 4)]
    path = tmp_path / "a.jsonl"
    original = "\n".join(map(json.dumps, records))
    path.write_text(original)
    claims = checker.extract(checker.read(path))
    assert {f"€{n}.5 million" for n in (3, 4)} <= set(claims["text"])
    for claim in claims.itertuples():
        assert json.loads(f'"{original[claim.start : claim.end]}"') == claim.text


def test_a_string_of_escapes_alone_is_unread(monkeypatch):
    monkeypatch.setattr("checker.reading.records.words.MOST_ESCAPES", 90)
    assert parts(json.dumps({"text": "é" * 90}))[0].draft is not None
    assert "more than 90 escapes" in parts(json.dumps({"text": "é" * 91}))[0].reason


@pytest.mark.parametrize("blanks", range(4_090, 4_100))
def test_a_long_string_may_be_cut_within_an_escape_where_it_is_looked_at(blanks):
    (part,) = parts('{"text": "' + " " * blanks + "\\u0020" * 9 + '"}')
    assert part.draft is None or not part.draft.text.strip()


STORY = "The fire killed 41 people in Tarnby. It burned for a day. Police said so. Nobody else was hurt. " * 6


def test_the_long_text_is_the_article_and_not_the_line_before_it():
    assert "41 people" in read({"text": "A fire in Tarnby.", "body": STORY}).text
    assert read({"text": NEWS, "body": NEWS + NEWS}).text.strip() == NEWS  # hardly longer


@pytest.mark.parametrize(
    "record",
    [
        {"title": "Fire", "description": "A fire in Tarnby.", "story": STORY},
        {"text": ["A fire in Tarnby.", {"type": "p", "value": STORY}]},
    ],
    ids=["an unknown name", "an object among paragraphs"],
)
def test_sentences_under_another_name_are_not_passed_over(record):
    (part,) = parts(record)
    assert part.draft is None
    assert part.is_unread
    assert "characters under" in part.reason


def test_two_lists_of_articles_are_both_read():
    found = parts({"articles": [{"text": NEWS}], "news": [{"text": STORY}], "data": {"count": 2}})
    assert [part.draft is not None for part in found] == [True, True]
