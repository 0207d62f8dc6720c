"""Column event: what tells a document's event from others."""

from checker.extraction.context import event_words
from checker.extraction.page import Page

QUAKE = (
    "Quake Hits Kyoto\n\nKYOTO, Japan — A quake shook Kyoto on Monday, mayor Ken Sato said. The quake damaged a temple."
)
FIRE = "Fire in Lyon\n\nLYON, France — A fire broke out in Lyon on Monday, mayor Jean Blanc said. The fire damaged a church."


def test_two_events_share_little():
    assert len(set(event_words(Page(QUAKE))) & set(event_words(Page(FIRE)))) <= 1


def test_names_and_key_nouns_are_in_it():
    assert {"kyoto", "ken sato", "quake"} <= set(event_words(Page(QUAKE)))


def test_it_is_sorted_short_and_free_of_days():
    words = event_words(Page(QUAKE))
    assert words == sorted(set(words))
    assert len(words) <= 16
    assert "monday" not in words


def test_an_empty_page_has_no_event():
    assert event_words(Page("")) == []


def test_boilerplate_and_the_controls_of_a_page_are_no_event():
    text = "Original url: http://example.org/Elsewhere\n\n" + QUAKE + " Skip and embed. Embed, skip."
    words = event_words(Page(text, sections=((0, text.index("\n"), "boilerplate"),)))
    assert not {"original", "http", "elsewhere", "skip", "embed"} & set(words)
    assert {"kyoto", "quake"} <= set(words)


def test_a_name_is_told_in_its_canonical_spelling():
    assert "kyiv" in event_words(Page("A fire broke out in Kiev on Monday."))
