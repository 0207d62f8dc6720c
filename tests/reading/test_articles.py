"""What stands around an article: title, sections, day, address, outlet, language."""

import datetime as dt

import pytest

from checker.reading.articles import article
from checker.reading.formats import plain

NEWS = (
    "The council said on Friday that the bridge over the river will be closed to all traffic for the rest of the year."
)


def read(text):
    return article(plain(text))


def sections(text):
    found = read(text)
    return [(name, found.text[start:end].strip()) for start, end, name in found.sections]


BODY = {
    "a sentence with a colon": "The plan: 5 million people will read more: much more.\n",
    "a source inside a sentence": "The source of the river lies 5 km north.\n",
    "a photograph that is spoken of": "The photo showed 5 men, police said.\n",
    "pictured in brackets": "He met Smith (pictured, near the bridge) on Friday.\n",
    "an agency as the subject": "Reuters reported 5 dead.\n",
    "a long paragraph that begins like furniture": f"Related: {NEWS * 5}\n",
    "copyright as a subject": f"Laws on copyright changed in 2024.\n{NEWS}\n",
}


@pytest.mark.parametrize("text", BODY.values(), ids=BODY)
def test_sentences_are_body(text):
    assert sections(text) == []


FURNITURE = {
    "related": ("Related article: 7 Things to Know", "boilerplate"),
    "read more": ("Read more: 5 dead in crash", "boilerplate"),
    "contributed": ("Jane Doe contributed reporting.", "boilerplate"),
    "reporting by": ("Reporting by Jane Doe; Editing by John Roe", "boilerplate"),
    "address named": ("Original url: https://example.org/2024/5", "boilerplate"),
    "rights": ("© 2024 Example News. All rights reserved.", "boilerplate"),
    "licence": ("The bridge in 2019. Jane Doe (CC BY-SA 4.0)", "caption"),
    "photograph": ("Photo: Jane Doe, 2019", "caption"),
    "agency photograph": ("The bridge, May 5. (AP Photo/Jane Doe)", "caption"),
    "agency at the end": ("The bridge, May 5. Jane Doe / Reuters", "caption"),
}


@pytest.mark.parametrize(("line", "section"), FURNITURE.values(), ids=FURNITURE)
def test_furniture_is_marked(line, section):
    assert (section, line) in sections(f"{NEWS}\n\n{line}\n\n{NEWS}\n")


def test_an_address_in_a_sentence_is_boilerplate_and_nothing_else():
    assert sections("See https://example.org/2024/05/a-5 (5 pages).") == [
        ("boilerplate", "https://example.org/2024/05/a-5")
    ]


def test_sections_do_not_overlap():
    found = read("Photo: https://example.org/5 (CC BY 2.0)\n\nRelated: www.example.org\n" * 3)
    ends = [end for _, end, _ in found.sections]
    assert all(start >= end for (start, _, _), end in zip(found.sections[1:], ends, strict=False))


TITLES = {
    "a short line above a blank one": (f"Bridge closed for 5 months\n\n{NEWS}", "Bridge closed for 5 months"),
    "blank lines before it": (f"\n\n  Bridge closed\r\n\r\n{NEWS}", "Bridge closed"),
    "a heading": (f"# Bridge closed\n{NEWS}", "Bridge closed"),
    "front matter": (f'---\ntitle: "Bridge closed"\n---\n{NEWS}', "Bridge closed"),
    "a heading wins over front matter": (f"---\ntitle: Old\n---\n# Bridge closed\n\n{NEWS}", "Bridge closed"),
    "no blank line": (f"Bridge closed\n{NEWS}", None),
    "a full stop": (f"The bridge is closed.\n\n{NEWS}", None),
    "a full stop in quotation marks": (f'He said "the bridge is closed."\n\n{NEWS}', None),
    "an agency's dateline": (f"ASHFORD, Kent (AP) --\n\n{NEWS}", None),
    "an opening": (f"The council said:\n\n{NEWS}", None),
    "a question": (f"Will the bridge close?\n\n{NEWS}", "Will the bridge close?"),
    "one line only": ("Bridge closed", None),
    "a date": (f"February 11, 2025\n\n{NEWS}", None),
    "too long": (f"{'bridge ' * 40}\n\n{NEWS}", None),
    "furniture": (f"Photo: a bridge\n\n{NEWS}", None),
}


@pytest.mark.parametrize(("text", "title"), TITLES.values(), ids=TITLES)
def test_titles(text, title):
    found = read(text)
    assert found.title == title
    assert [found.text[a:b].strip() for a, b, name in found.sections if name == "title"] == ([title] if title else [])


DAYS = {
    "a date in a sentence": ("February 11, 2025 was a Tuesday, he said.", None, "unknown"),
    "a date far down": (f"{NEWS}\n\n" * 13 + "February 11, 2025", None, "unknown"),
    "a date without a year": (f"February 11\n\n{NEWS}", None, "unknown"),
    "a title with a place and a day": (f"Ashford, March 4, 2031\n\n{NEWS}", None, "unknown"),
    "a line under the title": (f"Title\n\nStorm closes bridge in Ashford, March 4, 2031\n\n{NEWS}", None, "unknown"),
    "a sentence that ends with a day": (f"Title\n\nIt opened on March 4, 2031.\n\n{NEWS}", None, "unknown"),
    "a date whose order is open": (f"11/02/2025\n\n{NEWS}", None, "unknown"),
    "an address of something else": (f"{NEWS} See https://example.org/2025/02/11/a.", None, "unknown"),
    "an impossible day": ("Original url: https://example.org/2025/02/31/a", None, "unknown"),
    "a dateline": (f"Title\n\nFebruary 11, 2025\n\n{NEWS}", "2025-02-11", "dateline"),
    "a weekday before it": (f"Tuesday, 11 February 2025\n{NEWS}", "2025-02-11", "dateline"),
    "published, with a time": (f"Published: Feb. 11, 2025, 3:04 p.m. ET\n{NEWS}", "2025-02-11", "dateline"),
    "an agency's": (f"ASHFORD, March 4, 2031 (AP) - {NEWS}", "2031-03-04", "dateline"),
    "an agency's, with the county": (f"ASHFORD, Kent, 4 March 2031 (AP) -- {NEWS}", "2031-03-04", "dateline"),
    "a press release's": (f"ASHFORD, March 4, 2031 /Newswire/ -- {NEWS}", "2031-03-04", "dateline"),
    "beside a byline": (f"By Jane Doe | 11 February 2025\n{NEWS}", "2025-02-11", "dateline"),
    "after a byline": (f"Title\n\nBy Jane Doe, Daily Post, February 11, 2025\n\n{NEWS}", "2025-02-11", "dateline"),
    "after a place": (f"Title\n\nASHFORD, 11 February 2025\n\n{NEWS}", "2025-02-11", "dateline"),
    "front matter": ("---\ndate: 2025-02-11\n---\nMarch 1, 2025\n", "2025-02-11", "front matter"),
    "front matter with a time": ("---\ndate: 2025-02-11T22:30:00Z\n---\nText\n", "2025-02-11", "front matter"),
    "a dateline wins over the address": (
        "March 1, 2025\n\nOriginal url: https://example.org/2025/02/11/a",
        "2025-03-01",
        "dateline",
    ),
    "the address": ("Original url:\n\n<https://example.org/2025/02/11/a>", "2025-02-11", "url"),
    "the address with hyphens": ("URL: https://example.org/news/2025-02-11-a", "2025-02-11", "url"),
}


@pytest.mark.parametrize(("text", "day", "source"), DAYS.values(), ids=DAYS)
def test_days(text, day, source):
    found = read(text)
    assert (found.published, found.published_from) == (day and dt.date.fromisoformat(day), source)


OUTLETS = {
    "front matter's source": ("---\nsource: The Example\n---\nText", "The Example"),
    "a source beside a name": ("---\nsource: A Wire\npublisher: The Example\n---\nText", "The Example"),
    "a source that is an address": ("---\nsource: https://news.example.org/a\n---\nText", "news.example.org"),
    "the host of its address": ("Original url: https://www.example.org/a", "example.org"),
    "front matter's address": ("---\nurl: https://news.example.org/a\n---\nText", "news.example.org"),
    "front matter's name": ("---\npublisher: The Example\n---\nText", "The Example"),
    "an address of something else": ("See https://example.org/a for more.", None),
    "an address without a host": ("Original url: https://[bad/a", None),
    "none": (NEWS, None),
}


@pytest.mark.parametrize(("text", "outlet"), OUTLETS.values(), ids=OUTLETS)
def test_outlets(text, outlet):
    assert read(text).outlet == outlet


NO_FRONT_MATTER = {
    "a rule": "---\n\nText of 5.",
    "no end": "---\ntitle: A\n" + "a: b\n" * 200,
    "not on top": "Text\n---\ntitle: A\n---\n",
    "no pairs": "---\nText of 5 men.\n---\nMore",
}


@pytest.mark.parametrize("text", NO_FRONT_MATTER.values(), ids=NO_FRONT_MATTER)
def test_what_is_no_front_matter_stays(text):
    found = read(text)
    assert (found.text, found.title) == (text, None)


def test_front_matter_is_not_read_as_sentences():
    found = read("---\ntitle: Bridge closed\ncost: 5 million\nmax-findings: 99\n---\nText of 6.\n")
    assert found.text == "Bridge closed\nText of 6.\n"


RESULTS = "Ashford 3, Kingsnorth 1; Bybrook 2, Park Farm 2; Repton 0, Singleton 4 (half-time: 0-3, 0-1, 1-1). "
DANISH = "Rådet sagde fredag at broen over floden er lukket resten af året fordi den blev ramt af et skib. " * 3

DUTCH = (
    "De raad zei op vrijdag dat de brug over de rivier in een stad in het noorden is gesloten of wordt gesloten. Het was"
    " in de stad al een maand bekend dat de brug in slechte staat is, en dat in het voorjaar werk op straat is of was"
    " gepland, aldus de raad in een brief."
)
ABSTRACT = (
    "Yield of winter barley in sandy soil at low rainfall, as a mean of 12 plots (table 3). Effect of late sowing on grain"
    " size in wet seasons and of shallow drilling on emergence. Samples of soil taken at 20 cm depth in spring; nitrogen"
    " content of leaves as a share of dry matter, with standard errors for n = 4."
)

LANGUAGES = {
    "a table of results": (f"{RESULTS * 3} {NEWS}", "en"),
    "danish, which shares short words": (DANISH, None),
    "english": (NEWS, "en"),
    "a few words": ("Fünf Tote", "en"),
    "german": (
        "Der Rat sagte am Freitag, dass die Brücke über den Fluss für den Rest des Jahres gesperrt bleibt. " * 3,
        None,
    ),
    "an abstract, which leaves the commonest words out": (ABSTRACT, "en"),
    "dutch, which shares more": (DUTCH, None),
    "chinese": ("市议会周五表示，这座横跨河流的大桥将在今年余下的时间里关闭。" * 3, None),
    "russian": ("Совет сообщил в пятницу, что мост через реку будет закрыт до конца года. " * 4, None),
}


@pytest.mark.parametrize(("text", "language"), LANGUAGES.values(), ids=LANGUAGES)
def test_languages(text, language):
    found = read(text)
    assert found.language == language
    assert bool(found.warnings) is (language is None)


def test_a_text_of_boilerplate_alone_is_warned_of():
    assert read(f"# B\n\n```\n{NEWS}\n```\n").warnings == ("nearly all of it is boilerplate, which is not compared",)
    assert read(f"{NEWS}\n\n```\nx = 5\n```\n").warnings == ()
