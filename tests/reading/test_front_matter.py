"""Front matter: what it names, what it cannot set, and what is none."""

import time

import pytest

from checker.reading.articles import article
from checker.reading.formats import plain
from checker.values.offsets import original_span

TEXT = "Text of 6.\n"


def read(text):
    return article(plain(text))


NONE = {
    "an end of the other kind": f"+++\ntitle = 'A'\n---\n{TEXT}",
    "pairs of the other kind": f'+++\ntitle: "A"\n+++\n{TEXT}',
    "no pairs": f"+++\nText of 5 men.\n+++\n{TEXT}",
    "no end": "+++\ntitle = 'A'\n" + "a = 1\n" * 200,
    "four marks": f"++++\ntitle = 'A'\n++++\n{TEXT}",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_none_stays(text):
    assert read(text).text == text


TITLES = {
    "quoted": ("---\ntitle: 'Bridge closed'\n---\n", "Bridge closed"),
    "a colon in it": ("---\ntitle: Bridge: closed\n---\n", "Bridge: closed"),
    "a comment behind it": ('---\ntitle: "Bridge closed" # draft\n---\n', "Bridge closed"),
    "a hash after a blank begins one too": ("---\ntitle: Bridge no. #5 closed\n---\n", "Bridge no."),
    "quotation marks inside": ('---\ntitle: The "bridge" is closed\n---\n', 'The "bridge" is closed'),
    "quotation marks at its beginning": ('---\ntitle: "Bridge" is closed\n---\n', '"Bridge" is closed'),
    "an apostrophe": ("---\ntitle: Ashford's bridge\n---\n", "Ashford's bridge"),
    "escapes": ('---\ntitle: "Bridge \\"closed\\" \\u2013 \\\\"\n---\n', 'Bridge "closed" – \\'),
    "on the next line": ("---\ntitle: >-\n  Bridge\n  closed\ndate: 2031-03-04\n---\n", "Bridge closed"),
    "on no line": ("---\ntitle: >-\ndate: 2031-03-04\n---\n", None),
    "inside something else": ("---\nbook:\n  title: Bridge\nauthor: A\n---\n", None),
    "TOML": ("+++\ntitle = 'Bridge closed'\n+++\n", "Bridge closed"),
    "TOML with escapes": ('+++\ntitle = "Bridge \\"closed\\"" # a\n+++\n', 'Bridge "closed"'),
    "in a table of TOML": ("+++\nauthor = 'A'\n[book]\ntitle = 'Bridge'\n+++\n", None),
    "Windows line ends": ("+++\r\ntitle = 'Bridge closed'\r\n+++\r\n", "Bridge closed"),
}


@pytest.mark.parametrize(("front", "title"), TITLES.values(), ids=TITLES)
def test_titles(front, title):
    original = front + TEXT
    found = read(original)
    assert found.title == title
    assert found.text.rstrip().endswith(TEXT.strip())
    for start, end, name in found.sections:
        first, last = original_span(found.offsets, start, end)
        assert name == "title"
        assert original.index("title") < first < last <= len(front)


FIELDS = {
    "every field": (
        "---\ndate: 2031-03-04\nurl: https://example.org/a\npublisher: The Example\nlang: en\n---\n",
        ("2031-03-04", "https://example.org/a", "example.org", "en"),
    ),
    "TOML": (
        "+++\ndate = 2031-03-04T10:00:00Z\nsite = 'The Example'\n+++\n",
        ("2031-03-04", None, "The Example", "en"),
    ),
    "a switch is no day": ("---\npublished: true\ndate: 2031-03-04\n---\n", ("2031-03-04", None, None, "en")),
    "the first day that is one": ("---\ndate: soon\npublished: 2031-03-04\n---\n", ("2031-03-04", None, None, "en")),
    "another language": ("---\nlanguage: de-AT\ntitle: A\n---\n", (None, None, None, "de")),
}


@pytest.mark.parametrize(("front", "fields"), FIELDS.values(), ids=FIELDS)
def test_fields(front, fields):
    found = read(front + TEXT)
    day = found.published and found.published.isoformat()
    assert (day, found.url, found.outlet, found.language) == fields
    assert found.cut == (f"front matter: {len(front)} characters",)


def test_a_day_that_is_not_read_is_told():
    found = read(f"---\ndate: 03/04/2031\n---\n{TEXT}")
    assert found.published is None
    assert any("'03/04/2031'" in warning for warning in found.warnings)


HOSTILE = {
    "a dotted key": "+++\n" + "a." * 8_000 + "a = 1\ntitle = 'A'\n+++\n",
    "brackets": "---\na: " + "[" * 16_000 + "\n---\n",
    "anchors": "---\na: &a [x]\nb: &b [" + "*a," * 3_000 + "]\n---\n",
    "backslashes": '---\ntitle: "' + "\\" * 16_000 + '"\n---\n',
    "quotation marks": "---\ntitle: " + "\"'" * 8_000 + "\n---\n",
    "blanks": "---\ntitle: a" + " " * 16_000 + "b\n---\n",
}


@pytest.mark.parametrize("front", HOSTILE.values(), ids=HOSTILE)
def test_hostile_front_matter_takes_no_long_time(front):
    began = time.process_time()
    assert TEXT in read(front + TEXT).text
    assert time.process_time() - began < 2
