"""The words around an expression that tell whether it is a time, as sets."""

from collections.abc import Mapping

from checker.language.lexicon import lexicon

LISTS: Mapping[str, frozenset[str]] = {
    name: frozenset(words) for name, words in lexicon("not_dates").items() if name != "day_with_event"
}
