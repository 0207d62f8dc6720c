"""Context as a whole: every table has its file, every column its vocabulary, no text breaks it."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from checker import tables
from checker.extraction import context
from checker.extraction.context import CONTEXT, Scene
from checker.extraction.mention import Mention
from checker.extraction.page import Page
from tests.extraction.staging import rows, scenes

CLOSED = {column.name: column.vocabulary for column in tables.CLAIMS if column.vocabulary}
NAMES = {column.name for column in tables.CLAIMS} | {"trace"}
TABLES = ("measure", "role", "speaker", "period", "modality", "entities")
PIECES = [
    "Ann Lee",
    "Police",
    "said",
    "that",
    "killed",
    "12",
    "$5 million",
    ",",
    ".",
    '"',
    "“",
    "”",
    "'",
    "\n",
    "\n\n",
    "since",
    "2014",
    "of",
    "the",
    "—",
    "'s",
    "rose",
    "to",
    "in",
    "U.S.",
    "was",
    "who",
    "according to",
    "(",
    ")",
    ";",
    "34-year-old",
    "İ",
]


def test_every_file_with_a_find_is_in_the_table():
    folder = Path(context.__file__).parent
    files = {path.stem for path in folder.glob("*.py") if "\ndef find(scene" in path.read_text(encoding="utf-8")}
    assert files == set(CONTEXT)


def test_columns_and_vocabularies_are_those_of_the_table():
    for table in TABLES:
        for _, text, _ in rows(f"context_{table}"):
            for scene in scenes(text):
                for find in CONTEXT.values():
                    _check(dict(find(scene)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25), st.data())
def test_no_text_breaks_it(pieces, data):
    text = " ".join(pieces)
    page = Page(text)
    if not page.sentences:
        return
    sentence = data.draw(st.sampled_from(page.sentences))
    start = data.draw(st.integers(sentence.start, sentence.end - 1))
    end = data.draw(st.integers(start + 1, sentence.end))
    kind = data.draw(st.sampled_from(tables.KINDS))
    if not text[start:end].strip() or text[start].isspace():
        return
    mention = Mention(kind, start, end, start, end)
    for find in CONTEXT.values():
        _check(dict(find(Scene(page, page.sentence_at(start), mention, [mention], 0))))


def test_a_long_sentence_takes_no_longer_than_its_length():
    text = "Police said Ann Lee killed 12 people and " * 400
    page = Page(text)
    mentions = [Mention("count", at, at + 2, at, at + 2, noun="people") for at in _places(text)]
    for index in range(0, len(mentions), 40):
        scene = Scene(page, page.sentence_at(mentions[index].start), mentions[index], mentions, index)
        assert CONTEXT["measure"](scene)["measure"] == "people killed"


def _places(text):
    at = text.find("12")
    while at >= 0:
        yield at
        at = text.find("12", at + 2)


def _check(columns):
    assert set(columns) <= NAMES
    for name, cell in columns.items():
        assert cell is None or name not in CLOSED or cell in CLOSED[name], (name, cell)
