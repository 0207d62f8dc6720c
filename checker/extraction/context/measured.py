"""A noun phrase as a measure: the family of its last words, or the phrase itself."""

from checker.extraction.context.phrases import head, is_figure, is_word, normal
from checker.extraction.context.words import Words
from checker.language import measures
from checker.language.grammar import word_class
from checker.language.lexicon import lexicon
from checker.language.nouns import singular

_LONGEST_NOUN = 4  # words


def measured(words: Words, start: int, stop: int) -> tuple[str, str] | None:
    """A noun phrase as a measure and its head; None for times, names, and nouns that hold nothing."""
    while start < stop and is_outside(words, start):
        start += 1
    family = family_ending(words, stop - 1, start) if stop > start else None
    if family:
        return family.measure, family.head
    phrase = normal(list(words.low[start:stop]))
    one = head(phrase)
    is_name = stop - start == 1 and words.text[start][0].isupper() and start > 0
    is_empty = singular(one) in word_class("empty_noun") and not _is_told_of_what(phrase)
    if not phrase or is_name or one in word_class("time") or is_empty:
        return None
    return phrase, one


def _is_told_of_what(phrase: str) -> bool:
    """As in "birth rate", "speed limit"; not in "record level"."""
    words = phrase.split()
    return singular(words[-1]) in word_class("scale_noun") and not word_class("grading").issuperset(words[:-1])


def is_outside(words: Words, index: int) -> bool:
    """Whether the word is a possessor or a mark before the noun itself."""
    return not is_word(words.low[index]) or is_figure(words.low[index])


def family_ending(words: Words, index: int, least: int) -> measures.Family | None:
    """The family of things whose noun ends at `index`, the longest noun first."""
    if not measures.ends_noun(words.low[index]) or words.low[index] in lexicon("measures")["other_number"]["words"]:
        return None
    for start in range(max(least, index - _LONGEST_NOUN + 1), index + 1):
        found = measures.by_noun(" ".join(words.low[start : index + 1]))
        if found and not found.is_people:
            return None if found.head == "price" and _is_no_stock(words, index) else found
    return None


def _is_no_stock(words: Words, index: int) -> bool:
    """As in "$1 a share", "its share of the market", "are to share", "that share fell"; not "earnings per share"."""
    return words.low[index] == "share" and (
        words.low[index - 1] in _NO_STOCK_AFTER or words.low[index + 1 : index + 2] == ("of",)
    )


_NO_STOCK_AFTER = frozenset(
    {"a", "per", "each", "to", "will", "must", "can", "this", "that", "its", "his", "her", "their", "our"}
)


def families_between(words: Words, start: int, stop: int) -> set[measures.Family]:
    """The families of things whose nouns stand among the words [start, stop)."""
    return {found for index in range(start, stop) if (found := family_ending(words, index, start))}
