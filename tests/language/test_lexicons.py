"""The lexicons as files: what a list says once needs no second time, and a word that stands twice hides a slip."""

from collections import Counter
from pathlib import Path

import pytest

import checker
from checker.language.lexicon import lexicon

# Of the others the same word may stand twice: days by their numbers, forms of verbs that are alike, several names.
LISTS = sorted(
    {path.stem for path in (Path(checker.__file__).parent / "language" / "data").glob("*.toml")}
    - {"measures", "named_days", "names", "verbs"}
)


def word_lists(table, where):
    """Every list of words of a lexicon, with the keys that lead to it."""
    if isinstance(table, dict):
        for key, value in table.items():
            yield from word_lists(value, (*where, key))
    elif isinstance(table, list) and all(isinstance(word, str) for word in table):
        yield where, table


@pytest.mark.parametrize("name", LISTS)
def test_no_list_says_a_word_twice(name):
    twice = {
        where: [word for word, count in Counter(words).items() if count > 1]
        for where, words in word_lists(lexicon(name), ())
    }
    assert {where: words for where, words in twice.items() if words} == {}
