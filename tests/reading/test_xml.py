"""Feeds, news messages and NITF: what is no article first, then every part of one, and where it stands."""

import datetime as dt
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

import checker
from checker.cli import main
from checker.reading.articles import article
from checker.reading.formats import CONTAINERS, by_marks
from checker.reading.records.fields import merged
from checker.values.offsets import original_span

FIXTURES = Path(__file__).parent.parent / "fixtures" / "xml"
NEWS = "The council said on Friday that 14 people were hurt."
DAY = dt.date(2031, 3, 4)
MODULES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:x="urn:unknown"'
)
G2 = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'


def rss(*items, head="<title>The Post</title>"):
    return (
        f'<rss version="2.0" {MODULES}><channel>{head}{"".join(f"<item>{one}</item>" for one in items)}</channel></rss>'
    )


def atom(*entries, head="<title>The Post</title>"):
    inside = "".join(f"<entry>{one}</entry>" for one in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom" {MODULES}>{head}{inside}</feed>'


def news_item(content, *, meta="", status="usable", kind="text", head="<headline>Fire</headline>"):
    return (
        f'<newsItem {G2} guid="urn:x:1"><itemMeta><itemClass qcode="ninat:{kind}"/>{meta}<pubStatus qcode="stat:{status}"/>'
        f"</itemMeta><contentMeta>{head}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


def parts(original, suffix=".xml"):
    return list(CONTAINERS[suffix](original, merged(None)))


def read(original):
    (part,) = parts(original)
    assert part.draft is not None, part.reason
    return article(part.draft)


def told(found, section):
    return [found.text[start:end] for start, end, name in found.sections if name == section]


NONE = {
    "a drawing": ('<svg xmlns="http://www.w3.org/2000/svg"><text>5 men</text></svg>', True, "an XML file of <svg>"),
    "a list of addresses": ("<urlset><url>5 men</url></urlset>", True, "read are RSS, Atom, NewsML-G2"),
    "a web page": ("<html><p>5 men</p></html>", True, "name it .html"),
    "an item outside of a feed": ("<item><title>5 men</title></item>", True, "an XML file of <item>"),
    "NewsML of version 1": ("<NewsML><NewsItem>5 men</NewsItem></NewsML>", True, "NewsML-G2"),
    "no XML": ("Five men were hurt.", True, "at line 1, column 1: text before the first tag"),
    "an item of nothing": (rss(""), True, "it holds nothing"),
    "an item of other names": (rss("<x:a>5 men</x:a><category>b</category>"), True, "it holds <a>, <category>"),
    "a title of a comment": (rss("<title><!-- 5 men --></title>"), True, "no title and no text"),
    "a feed without an entry": (rss(), False, "a feed without an entry"),
    "a text in other markup": (
        news_item('<inlineXML><s:sports xmlns:s="urn:s"><s:team>5</s:team></s:sports></inlineXML>'),
        True,
        "its text is in <sports>",
    ),
    "a text elsewhere": (news_item('<remoteContent href="a.xml"/>'), True, "another file, which is not fetched: a.xml"),
    "a picture": (news_item('<remoteContent href="a.jpg"/>', kind="picture"), False, "a picture, without a text"),
    "a withdrawn item": (news_item(f"<inlineData>{NEWS}</inlineData>", status="canceled"), False, "withdrawn"),
    "a withheld item": (news_item(f"<inlineData>{NEWS}</inlineData>", status="withheld"), False, "withdrawn"),
    "a package": (f"<packageItem {G2}/>", False, "a packageItem: it holds no article"),
}


@pytest.mark.parametrize(("original", "is_unread", "words"), NONE.values(), ids=NONE)
def test_what_is_no_article_is_told(original, is_unread, words):
    (part,) = parts(original)
    assert part.draft is None
    assert part.is_unread is is_unread
    assert words in part.reason


TITLE = "<title>Fire</title>"
NOT_READ = {
    "a name of another namespace": rss(f"{TITLE}<description>{NEWS}</description><x:title>99</x:title>"),
    "a category": rss(f"{TITLE}<description>{NEWS}</description><category>99</category>"),
    "an author": rss(f"{TITLE}<description>{NEWS}</description><dc:creator>99</dc:creator>"),
    "an instruction": rss(f"{TITLE}<description><?x 99?>{NEWS}</description>"),
    "a comment": rss(f"{TITLE}<description><!-- 99 -->{NEWS}</description>"),
    "a script": rss(f"{TITLE}<description>{escape(f'<p>{NEWS}</p><script>99</script>')}</description>"),
    "hidden text": rss(f"{TITLE}<description>{escape(f'<p>{NEWS}</p><p hidden>99</p>')}</description>"),
    "what the feed says of itself": rss(f"{TITLE}<description>{NEWS}</description>", head="<title>99</title>"),
    "an attribute": atom(f'{TITLE}<content type="text" x:a="99">{NEWS}</content>'),
    "another text": news_item(f"<inlineData>{NEWS}</inlineData><inlineData>99</inlineData>"),
    "a note to editors": news_item(f"<inlineData>{NEWS}</inlineData>", meta="<edNote>99</edNote>"),
    "what is said of a picture": news_item(
        f"<inlineXML><nitf><body><p>{NEWS}</p><media><media-reference source='99'/></media></body></nitf></inlineXML>"
    ),
}


@pytest.mark.parametrize("original", NOT_READ.values(), ids=NOT_READ)
def test_what_is_no_words_of_an_entry_is_not_read(original):
    found = read(original)
    assert NEWS in found.text
    assert "99" not in found.text


MARKUP = f"<p>{NEWS}</p><p>It cost &pound;5&nbsp;million.</p>"
NITF = (
    "<nitf><head><title>slug</title></head><body><body.head><hedline><hl1>Fire</hl1></hedline></body.head>"
    f"<body.content><p>{NEWS}</p><p>It cost £5 million.</p></body.content></body></nitf>"
)
SHAPES = {
    "rss, escaped": rss(f"{TITLE}<content:encoded>{escape(MARKUP)}</content:encoded>"),
    "rss, CDATA": rss(f"{TITLE}<content:encoded><![CDATA[{MARKUP}]]></content:encoded>"),
    "rss, CDATA in pieces": rss(f"{TITLE}<content:encoded><![CDATA[{MARKUP[:20]}]]><![CDATA[{MARKUP[20:]}]]></content:encoded>"),
    "rss, markup as it is": rss(f"{TITLE}<description>{MARKUP.replace('&nbsp;', '&#160;')}</description>"),
    "rss 1.0": (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        f'<channel rdf:about="a"><title>The Post</title></channel><item rdf:about="b">{TITLE}'
        f"<description>{escape(MARKUP)}</description></item></rdf:RDF>"
    ),
    "atom, html": atom(f'<title>Fire</title><content type="html">{escape(MARKUP)}</content>'),
    "atom, xhtml": atom(
        '<title>Fire</title><content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml">'
        f"<h:p>{NEWS}</h:p><h:p>It cost £5 million.</h:p></h:div></content>"
    ),
    "atom, alone": f'<entry xmlns="http://www.w3.org/2005/Atom">{TITLE}<content>{escape(MARKUP)}</content></entry>',
    "newsml, nitf": news_item(f'<inlineXML contenttype="application/nitf+xml">{NITF}</inlineXML>'),
    "newsml, xhtml": news_item(
        '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>'
        f"</head><body><h1>Fire</h1><p>{NEWS}</p><p>It cost £5 million.</p></body></html></inlineXML>"
    ),
    "newsml, text": news_item(f'<inlineData contenttype="text/plain">{NEWS}\n\nIt cost £5 million.</inlineData>'),
    "newsml, no headline": news_item(f"<inlineXML>{NITF}</inlineXML>", head=""),
    "nitf": NITF.replace("<title>slug</title>", "<title>Fire</title>"),
    "nitf with its namespace": NITF.replace("<nitf>", '<n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/">')
    .replace("<", "<n:").replace("<n:n:", "<n:").replace("<n:/", "</n:").replace(">slug<", ">Fire<"),
    "a declaration of another file": f'<!DOCTYPE rss SYSTEM "http://example.org/rss.dtd">{rss(f"{TITLE}<description>{escape(MARKUP)}</description>")}',
}  # fmt: skip


@pytest.mark.parametrize("original", SHAPES.values(), ids=SHAPES)
def test_every_shape_gives_title_and_text(original):
    found = read(original)
    assert found.title == "Fire"
    assert found.text.replace("\xa0", " ").split("\n\n")[-3:-1] == [NEWS, "It cost £5 million."]
    assert told(found, "title")[0] == "Fire"


@pytest.mark.parametrize("original", SHAPES.values(), ids=SHAPES)
def test_every_figure_is_found_in_the_original(original):
    found = read(original)
    for words in ("14 people", "£5", "million"):
        place = found.text.index(words)
        start, end = original_span(found.offsets, place, place + len(words))
        assert original[start:end].replace("&amp;", "&").replace("&pound;", "£") == words


FACTS = {
    "rss": (
        rss(
            f"{TITLE}<description>{NEWS}</description><pubDate>Tue, 04 Mar 2031 18:20:00 +0000</pubDate>"
            "<link>https://www.post.example/a</link><guid>x-1</guid>",
            head="<title>The Post</title><language>en-gb</language>",
        ),
        (DAY, "https://www.post.example/a", "post.example", "en", "x-1"),
    ),
    "rss with Dublin Core": (
        rss(f"{TITLE}<description>{NEWS}</description><dc:date>2031-03-04T01:02:03Z</dc:date><dc:publisher>Wire</dc:publisher>"),
        (DAY, None, "Wire", "en", None),
    ),
    "rss with a lasting address": (
        rss(f"{TITLE}<description>{NEWS}</description><guid>https://post.example/2031/03/04/a</guid>"),
        (DAY, "https://post.example/2031/03/04/a", "post.example", "en", "https://post.example/2031/03/04/a"),
    ),
    "atom": (
        atom(
            f'{TITLE}<summary>{NEWS}</summary><link rel="self" href="https://no.example/"/><id>x-1</id>'
            '<link href="https://post.example/a"/><updated>2031-03-05T00:00:00Z</updated><published>2031-03-04T00:00:00Z</published>'
        ),
        (DAY, "https://post.example/a", "post.example", "en", "x-1"),
    ),
    "atom that was changed only": (
        atom(f"{TITLE}<summary>{NEWS}</summary><updated>2031-03-04T00:00:00Z</updated>"),
        (DAY, None, "The Post", "en", None),
    ),
    "newsml": (
        news_item(
            f"<inlineData>{NEWS}</inlineData>",
            meta='<provider qcode="nprov:EXW"/><versionCreated>2031-03-04T19:00:00+00:00</versionCreated>',
        ),
        (DAY, None, "EXW", "en", "urn:x:1"),
    ),
    "nitf": (
        ('<nitf><head><docdata><doc-id id-string="x-1"/><date.issue norm="20310304T190000Z"/></docdata>'
        f'<pubdata name="The Post"/></head><body><p>{NEWS}</p></body></nitf>'),
        (DAY, None, "The Post", "en", "x-1"),
    ),
    "nothing": (rss(f"{TITLE}<description>{NEWS}</description>"), (None, None, "The Post", "en", None)),
    "a date that is open": (
        rss(f"{TITLE}<description>{NEWS}</description><pubDate>04/03/2031</pubDate>"),
        (None, None, "The Post", "en", None),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("original", "facts"), FACTS.values(), ids=FACTS)
def test_facts(original, facts):
    found = read(original)
    assert (found.published, found.url, found.outlet, found.language, found.record) == facts
    assert found.published_from == ("unknown" if facts[0] is None else "url" if "2031/03" in str(facts[1]) else "feed")
    assert ("its date is not read: '04/03/2031'; write it as 2025-02-11" in found.warnings) is (
        "04/03/2031" in original
    )


ORIGINS = {
    "of a collector": ("https://news.collector.example/x", "https://www.wire.example/rss", (None, "wire.example")),
    "its own": ("https://wire.example/a", "https://wire.example/rss", ("https://wire.example/a", "wire.example")),
    "without an address": ("https://wire.example/a", "Example", ("https://wire.example/a", "wire.example")),
}


@pytest.mark.parametrize(("link", "origin", "told"), ORIGINS.values(), ids=ORIGINS)
def test_an_entry_that_was_collected_is_its_publishers(link, origin, told):
    found = read(
        rss(f'{TITLE}<description>{NEWS}</description><link>{link}</link><source url="{origin}">Wire</source>')
    )
    assert (found.url, found.outlet) == told
    source = f'<source><title>Wire</title><link href="{origin}"/></source>'
    found = read(atom(f'{TITLE}<summary>{NEWS}</summary><link href="{link}"/>{source}'))
    assert (found.url, found.outlet) == told


def test_a_teaser_beside_a_text_is_not_compared_and_alone_it_is_the_text():
    both = read(rss(f"{TITLE}<description>5 men</description><content:encoded>{NEWS}</content:encoded>"))
    assert told(both, "boilerplate") == ["5 men"]
    assert both.warnings == ()
    alone = read(rss(f"{TITLE}<description>{NEWS}</description>"))
    assert told(alone, "boilerplate") == []
    assert alone.warnings == ("no text of its own: its teaser is read as the text",)


def test_a_text_without_words_does_not_hide_the_teaser():
    image = escape('<img src="a.jpg">')
    found = read(rss(f"{TITLE}<description>{NEWS}</description><content:encoded>{image}</content:encoded>"))
    assert told(found, "boilerplate") == []
    assert NEWS in found.text


def test_a_title_alone_is_read():
    found = read(rss("<title>Fire kills 14</title>"))
    assert (found.title, found.warnings) == ("Fire kills 14", ("a title and nothing else",))


def test_captions_and_what_stands_around():
    captions = "<media:content><media:description>6 boats</media:description></media:content>"
    text = escape(f"<p>{NEWS}</p><figure><figcaption>In 1998</figcaption></figure><p><a href='/'>3 things</a></p>")
    found = read(rss(f"{TITLE}{captions}<content:encoded>{text}</content:encoded>"))
    assert told(found, "caption") == ["In 1998", "6 boats"]
    assert told(found, "boilerplate") == ["3 things"]


def test_what_is_left_out_is_counted():
    more = f"<x:transcript>{'words ' * 100}</x:transcript>"
    (part,) = parts(rss(f"{TITLE}<description>{NEWS}</description>{more}{more}"))
    assert part.draft.cut == ("`transcript`: 1,200 characters",)
    assert part.draft.readable == len(part.draft.text) + 1_200


def test_references_of_html_that_nothing_declares_are_let_pass():
    found = read(rss(f"<title>5&nbsp;men &eacute; &bogus;</title><description>{NEWS}</description>"))
    assert found.title == "5 men é &bogus;"


def test_blanks_before_the_declaration_are_let_pass():
    original = f'\n <?xml version="1.0"?>{rss(f"{TITLE}<description>{NEWS}</description>")}'
    found = read(original)
    start, end = original_span(found.offsets, found.text.index("14"), found.text.index("14") + 2)
    assert original[start:end] == "14"


def test_line_ends_of_two_characters_are_one():
    original = rss(f"{TITLE}<description>One.\r\nIt cost 5\r\nmillion.<![CDATA[\r\n7]]></description>")
    found = read(original)
    assert "It cost 5\nmillion.\n7" in found.text
    start, end = original_span(found.offsets, found.text.index("5"), found.text.index("7") + 1)
    assert original[start:end] == "5\r\nmillion.<![CDATA[\r\n7"


BROKEN = {
    "a bare ampersand": "<title>a & b</title>",
    "a bare less-than": "<title>5 < 6</title>",
    "tags that cross": "<title>a<b></title></b>",
    "an end tag that lacks": "<title>a",
    "half a pair": "<title>&#xD800;</title>",
    "a control character": "<title>\x02</title>",
    "a prefix without a namespace": "<y:a>b</y:a>",
    "CDATA without an end": "<title><![CDATA[ a",
    "a comment without an end": "<title><!-- a",
    "elements without end": "<a>" * 300,
    "an attribute twice": '<a b="1" b="2"/>',
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_broken_entry_loses_no_other(broken):
    good = f"{TITLE}<description>{NEWS}</description>"
    found = parts(rss(good, broken, good.replace("Fire", "Flood")))
    assert [(one.name, one.draft is not None) for one in found][:3] == [("#1", True), ("#2", False), ("#3", True)]
    assert "not XML that can be read, at line 1, column" in found[1].reason
    assert found[1].is_unread
    assert found[2].draft.title == "Flood"


def test_a_feed_that_ends_early_is_unread_and_its_entries_are_read():
    good = f"{TITLE}<description>{NEWS}</description>"
    first, last = parts(rss(good).removesuffix("</channel></rss>"))
    assert first.draft is not None
    assert (last.name, last.is_unread) == ("", True)
    assert "it ends early" in last.reason


def test_many_broken_entries_are_counted():
    found = parts(rss(*["<title>a & b</title>"] * 300))
    assert sum(one.draft is None for one in found) <= 102
    assert "too much of it is not XML" in found[-1].reason or "more entries" in found[-1].reason


MARKS = {
    "a declaration": ("<?xml version='1.0'?>\n<rss version='2.0'>", ".xml"),
    "a comment": ("<!-- a -->\n<feed xmlns='a'>", ".xml"),
    "a prefix": ("<a:newsItem x='b'>", ".xml"),
    "XHTML": ("<?xml version='1.0'?><html>", ".html"),
    "a page": ("<html><p>rss</p>", ".html"),
    "a text of a feed": ("The <rss> element", ".txt"),
}


@pytest.mark.parametrize(("text", "suffix"), MARKS.values(), ids=MARKS)
def test_standard_input_is_told_by_what_it_begins_with(text, suffix):
    assert by_marks(text) == suffix


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1), st.booleans())
def test_every_text_comes_back_and_is_found_again(text, is_marked):
    """Plain words written into a feed are read as they are, and each stands where its place says."""
    words = f"a{text}a"
    held = f"<![CDATA[{words}]]>" if is_marked and "]]>" not in words else escape(words)
    original = f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="text">{held}</content></entry></feed>'
    (part,) = parts(original)
    unseen = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
    assert part.draft.text == words.translate(unseen) + "\n\n"
    for place, character in enumerate(part.draft.text[:-2]):
        start, end = original_span(part.draft.offsets, place, place + 1)
        assert original[start:end] in (character, escape(character))


def test_the_pair_of_three_formats_is_found_from_the_command_line(capsys):
    assert main(["gate", str(FIXTURES)]) == 1
    out = capsys.readouterr().out
    assert "harbour.rss#1:15:27: error" in out
    assert "ledger.atom#1" in out
    assert "wire.xml#1" in out
    assert "wire.xml#3: passed over: withdrawn" in out


def test_a_broken_entry_stops_the_gate_and_the_others_are_checked(tmp_path, capsys):
    text = (FIXTURES / "harbour.rss").read_text(encoding="utf-8")
    (tmp_path / "a.rss").write_text(text.replace("rates &amp;amp; fees", "rates & fees"), encoding="utf-8")
    assert main(["gate", str(tmp_path), "--format", "none"]) == 3
    told = capsys.readouterr().err
    assert "a.rss#2: not XML that can be read, at line 29, column 31: a character that may not stand there" in told
    assert len(checker.read(FIXTURES / "harbour.rss")) == 2


@pytest.mark.parametrize("name", ["harbour.rss", "ledger.atom", "wire.xml"])
def test_a_broken_file_of_each_format_stops_the_gate_and_the_pair_of_the_others_is_found(name, tmp_path, capsys):
    for file in FIXTURES.iterdir():
        text = file.read_text(encoding="utf-8")
        kept = text.replace("Ferry fire", "Ferry & fire", 1) if file.name == name else text
        (tmp_path / file.name).write_text(kept, encoding="utf-8")
    assert main(["gate", str(tmp_path)]) == 3
    out = capsys.readouterr().out
    assert f"{name}#1: not read: not XML that can be read, at line" in out
    assert "error C620 discrepancy" in out


def test_a_build_is_told_the_file_and_the_line(capsys):
    main(["gate", str(FIXTURES), "--format", "github"])
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("::error"))
    assert "harbour.rss,line=15,col=27" in line


def test_encodings_are_those_of_the_bytes(tmp_path):
    text = rss(f"<title>Café fire</title><description>{NEWS} It cost £5.</description>")
    for name, declared, encoding in (
        ("a", "utf-16", "utf-8"),
        ("b", "windows-1252", "cp1252"),
        ("c", "UTF-8", "utf-16"),
    ):
        held = f'<?xml version="1.0" encoding="{declared}"?>{text.replace("fire", name)}'
        (tmp_path / f"{name}.xml").write_bytes(held.encode(encoding))
    found = checker.read(tmp_path)
    assert [one["encoding"] for one in found["account"]] == ["utf-8", "cp1252", "utf-16-le"]
    assert all("It cost £5." in text for text in found["text"])


WITH_A_NUMBER = "https://post.example/2031/03/1"
WITH_ANOTHER_DAY = "https://post.example/2031/03/02/fire"


@pytest.mark.parametrize(("url", "is_told"), [(WITH_A_NUMBER, False), (WITH_ANOTHER_DAY, True)])
def test_an_address_never_overrules_the_day_that_an_entry_states(url, is_told):
    entry = f"<title>Fire</title><link>{url}</link><description>{NEWS}</description>"
    found = read(rss(f"{entry}<pubDate>Tue, 04 Mar 2031 10:00:00 GMT</pubDate>"))
    assert (found.published, found.published_from) == (DAY, "feed")
    assert any("its address tells of 2031-03-02" in words for words in found.warnings) is is_told


def nitf(head, headline):
    return (
        f"<nitf><head>{head}</head><body><body.head><hedline>{headline}</hedline>"
        f"<byline>By 3 reporters</byline></body.head><body.content><p>{NEWS}</p></body.content></body></nitf>"
    )


NITF_TITLES = {
    "a working title beside the headline": nitf("<title>fire draft 31 dead</title>", "<hl1>Fire kills 38</hl1>"),
    "the headline twice": nitf("<title>Fire kills 38</title>", "<hl1>Fire kills 38</hl1>"),
    "the headline twice, in capitals": nitf("<title>FIRE KILLS 38</title>", "<hl1>Fire kills 38</hl1>"),
    "no headline": nitf("<title>Fire kills 38</title>", ""),
    "an empty headline": nitf("<title>Fire kills 38</title>", "<hl1> </hl1>"),
}


@pytest.mark.parametrize("original", NITF_TITLES.values(), ids=NITF_TITLES)
def test_the_headline_of_a_news_item_is_told_once_and_goes_before_its_working_title(original):
    found = read(original)
    assert (found.title, told(found, "title"), found.text.count("38")) == ("Fire kills 38", ["Fire kills 38"], 1)
    assert "31 dead" not in found.text


def test_the_byline_of_a_news_item_is_boilerplate():
    assert told(read(NITF_TITLES["no headline"]), "boilerplate") == ["By 3 reporters"]


def test_a_headline_that_repeats_that_of_its_news_message_is_boilerplate():
    inside = nitf("<title>slug</title>", "<hl1>FIRE</hl1>")
    found = read(news_item(f'<inlineXML contenttype="application/nitf+xml">{inside}</inlineXML>'))
    assert (told(found, "title"), told(found, "boilerplate")) == (["Fire"], ["FIRE", "By 3 reporters"])
