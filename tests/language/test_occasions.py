"""What takes place on a day, by the words that tell it."""

import pytest

from checker.language import occasions, verbs
from checker.language.lexicon import lexicon
from checker.language.nouns import singular

# Words, and the occasions that the first of them tells. Those that tell none come first.
TOLD = [
    ("police said", ()),
    ("open to all", ("opening",)),
    ("walk on", ()),
    ("go on", ()),
    ("began early", ("start",)),
    ("strikes", ("strike",)),
    ("walked out", ("strike",)),
    ("reopens", ("reopening",)),
    ("opens its doors again", ("reopening",)),
    ("begin again", ("resumption",)),
    ("touched down", ("landing",)),
    ("found guilty", ("verdict",)),
    ("left the town", ("departure",)),
    ("left the mountain road", ("crash",)),
    ("takes over as chief", ("handover",)),
    ("takes over a rival", ()),
    ("hands over to her", ("handover",)),
    ("elections", ("vote",)),
    ("finished", ("end", "completion")),
]


@pytest.mark.parametrize(("words", "expected"), TOLD, ids=[row[0] for row in TOLD])
def test_what_the_first_word_tells(words, expected):
    assert occasions.at(words.split(), 0) == expected


def test_a_verb_may_leave_it_to_another_word():
    assert occasions.is_bare("was")
    assert occasions.is_bare("begins")
    assert not occasions.is_bare("reopens")


def test_every_word_is_a_base_or_a_singular():
    words = [word for told in lexicon("occasions")["words"].values() for word in told]
    assert [word for word in words if word not in (verbs.lemma(word), singular(word))] == []


def test_so_many_occasions_as_bits():
    assert len(occasions.names()) <= 64
    assert {*lexicon("occasions")["ending"]} <= {*occasions.names()}
