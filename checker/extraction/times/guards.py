"""What has to hold of the words around an expression for it to be a time: May the month, not may the verb."""

from collections.abc import Callable, Mapping

from checker.language.lexicon import lexicon
from checker.language.patterns import pattern

_LISTS = lexicon("not_dates")
_BEFORE_DATE = frozenset(_LISTS["before_a_date"])
_BEFORE_NAME = frozenset(_LISTS["before_a_name"])
_COUNTED = frozenset(_LISTS["counted"])
_MAKERS = frozenset(_LISTS["makers"])
_PAPERS = frozenset(_LISTS["weekday_names"])
_DOUBTFUL = tuple(_LISTS["months_of_doubt"])
_REACH = 40  # characters around an expression that are looked at

_SPANNING = frozenset(
    "for in within about around nearly almost over than roughly after lasting barely just only exactly took takes lasted under approximately every half once "
    "least spent spend least".split()
)

Guard = Callable[[str, int, int], bool]

_LAST_WORD = pattern(r"([\w’'.-]+)[\s(\"“]*$")
_FIRST_WORD = pattern(r"^[\s]*([\w’'-]+)")
_ADDRESS = ("://", "www.", "@", ".com", ".org", ".net", ".htm", "_", "\\")
_SIGNS = "$£€¥₽₴₹#@_&=*+~"


def word_before(text: str, start: int) -> str:
    """The word that ends just before `start`, as written; empty where punctuation or nothing stands there."""
    piece = text[max(0, start - _REACH) : start]
    match = _LAST_WORD.search(piece)
    return (match.group(1) or "").strip("'’") if match else ""


def word_after(text: str, end: int) -> str:
    """The word that begins just after `end`, as written; empty where punctuation or nothing stands there."""
    match = _FIRST_WORD.match(text[end : end + _REACH])
    return (match.group(1) or "").strip("'’") if match else ""


def is_standing_free(text: str, start: int, end: int) -> bool:
    """Whether the expression is not a piece of a word, number, price or address."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or after.isalnum() or (before and before in _SIGNS) or (after and after in "_%°@$£€"):
        return False
    if text[start].isdigit() and before and before in ".,:/-–" and text[start - 2 : start - 1].isalnum():
        return text[max(0, start - 5) : start].lower().endswith(("post-", "pre-", "late-", "early-", "mid-"))
    if text[end - 1].isdigit() and after and after in ".,:/" and text[end + 1 : end + 2].isdigit():
        return False
    return not _is_in_address(text, start, end)


def _is_in_address(text: str, start: int, end: int) -> bool:
    """Whether the blank-bounded word around the expression is a web or file address."""
    left = text[max(0, start - 200) : start].split()
    head = left[-1] if left and not text[start - 1 : start].isspace() else ""
    right = text[end : end + 60].split()
    tail = right[0] if right and not text[end : end + 1].isspace() else ""
    return (
        any(mark in head or mark in tail for mark in _ADDRESS)
        or tail[:1] == "/"
        and len(tail) > 1
        and tail[1].isalpha()
        and "/" in head
    )


def _is_name_free(text: str, start: int, end: int) -> bool:
    """A month with a day or year: the only doubt is "may" and "march" with numbers, which are capitalised here."""
    return word_before(text, start).lower().rstrip(".") not in _BEFORE_NAME


def _is_day(text: str, start: int, end: int) -> bool:
    """ "May 12" but not "May 12 people", "March 5 percent" or "May 1.5"."""
    after = word_after(text, end)
    return after.lower() not in _COUNTED or not text[end - 1].isdigit()


def _is_ending(text: str, start: int, end: int) -> bool:
    """Nothing that the number could count stands behind."""
    after = word_after(text, end).lower()
    return not after or after in _BEFORE_DATE


def _is_month(text: str, start: int, end: int) -> bool:
    """A month alone: names of people and verbs need a preposition before them."""
    words = text[start:end].lower()
    after = word_after(text, end)
    if not words.endswith(_DOUBTFUL) or len(words.split()) > 1 or words.startswith("mid"):
        return True
    before = word_before(text, start)
    return before.lower() in _BEFORE_DATE and not (after[:1].isupper() and text[end : end + 1] == " ")


def _is_year(text: str, start: int, end: int) -> bool:
    """A bare number of four digits is a year unless it counts or names something."""
    words = text[start:end]
    before, after = word_before(text, start), word_after(text, end)
    if before.lower().rstrip(".") in _BEFORE_NAME or after.lower() in _COUNTED or after.lower() in _MAKERS:
        return False
    figures = words[-4:]
    if not figures.isdigit():  # '08
        return before.lower() in (*_BEFORE_DATE, "the", "class")
    if len(words) > 4 or 1900 <= int(figures) <= 2069:
        return text[end : end + 1] != "-" or not text[end + 1 : end + 2].isdigit()
    return (
        before.lower() in ("in", "since", "circa", "around", "until", "from", "by")
        and not after.islower()
        or (1700 <= int(figures) < 1900 and before.lower() in _BEFORE_DATE)
    )


def _is_year_in_words(text: str, start: int, end: int) -> bool:
    """ "Nineteen ninety-six"; "two thousand" needs a preposition and nothing it counts."""
    after = word_after(text, end).lower()
    return after not in _COUNTED and (
        text[start : start + 8].lower() == "nineteen" or _is_preceded(text, start, end) and not after
    )


def _is_quarter_of_figures(text: str, start: int, end: int) -> bool:
    """ "In Q3", "Q3 revenue": not a model of that name."""
    return _is_preceded(text, start, end) or word_after(text, end).lower() in _LISTS["figures"]


def _is_preceded(text: str, start: int, end: int) -> bool:
    return word_before(text, start).lower() in _BEFORE_DATE


def _is_quarter(text: str, start: int, end: int) -> bool:
    """The business quarter, not that of a ball game or a town."""
    after, sentence = word_after(text, end).lower(), text[max(0, start - 150) : end + 150].lower()
    sport = any(w in sentence for w in ("touchdown", "quarterback", "field goal", "basket", "rebound", "halftime"))
    return after not in ("century", "final", "finals") and not sport


def _is_season(text: str, start: int, end: int) -> bool:
    """A season alone needs a preposition; "spring" is also a source, "summer camp" a name."""
    before, after = word_before(text, start).lower(), word_after(text, end)
    words = text[start:end].lower()
    prepositions = (
        "in",
        "since",
        "until",
        "by",
        "during",
        "before",
        "after",
        "through",
        "for",
        "of",
        "over",
        "throughout",
    )
    is_free = not after or after.lower() in _BEFORE_DATE or not after.islower()
    return (
        (before in prepositions or words.startswith(("early", "late", "mid"))) and is_free and not after[:1].isupper()
    )


def _is_weekday(text: str, start: int, end: int) -> bool:
    """A day, not a newspaper ("Sunday Times") or the name of a day ("Black Friday")."""
    after = word_after(text, end)
    return not (after[:1].isupper() and after.lower() in _PAPERS)


def _is_whole(text: str, start: int, end: int) -> bool:
    """ "That year" but not "that year-long", "this day-care" or "this week's"-less compounds."""
    if word_before(text, start).lower() == "the" or text[start - 1 : start] in ('"', "“") and text[start:end].istitle():
        return False
    return text[end : end + 1] not in ("-", "\u2011")


def _is_the_period(text: str, start: int, end: int) -> bool:
    """ "The day" and "the year" mean a known one only where nothing tells which."""
    before, after = word_before(text, start).lower(), word_after(text, end).lower()
    words = text[start:end].lower()
    if text[end : end + 1] in ("-", "\u2011") or after in _LISTS["after_a_period"] or after in ("ended", "ending"):
        return False
    if words.endswith("day") and (not after or after in ("at", "with", "in", "on", "up", "down")):
        return True
    if words.endswith("year"):
        return before in ("for", "in", "during", "through", "of")
    return before in ("for", "in", "during", "of", "on", "through", "throughout", "later", "earlier")


def _is_reference(text: str, start: int, end: int) -> bool:
    """ "Now" and "currently" as times; "now that" is a conjunction, "the past three" a part of a duration."""
    after, words = word_after(text, end).lower(), text[start:end].lower()
    if text[end : end + 1] in "-" or text[start - 1 : start] == "-":
        return False
    if words == "the moment":
        return word_before(text, start).lower() == "at" and after not in ("of", "when", "that")
    if words == "the past":
        return not after or after in ("and", "or", "but", "for", "as", "with", "is", "was", "by", "that")
    return after != "that" and not (words == "now" and word_before(text, start).lower() in ("until",))


def _is_length(text: str, start: int, end: int) -> bool:
    """A duration, not an age, and no "first second"."""
    tail = text[end : end + 5].lower().lstrip("- ")
    if tail.startswith("old"):
        return False
    words = text[start:end].lower()
    if words == "one day" and word_before(text, start).lower() not in _SPANNING:
        return False
    if words.endswith(("-quarters", " quarter")) and "-" in words:
        return False
    return not words.endswith((" second", " quarter")) or "-" in words


def _is_plural_length(text: str, start: int, end: int) -> bool:
    return text[end - 1] == "s" and _is_length(text, start, end)


def _is_half(text: str, start: int, end: int) -> bool:
    return _is_length(text, start, end)


def _is_a_unit(text: str, start: int, end: int) -> bool:
    """ "For a week" and "within a month" last; "twice a day" and "$5 a year" are rates."""
    if not _is_length(text, start, end):
        return False
    words, after = text[start:end].lower(), word_after(text, end).lower()
    if not words.startswith(("a ", "an ")) or words.endswith("-long") or len(words.split()) > 2:
        return True
    if after == "from":
        return True
    before = word_before(text, start).lower()
    return (
        before in _SPANNING
        and after not in ("when", "that")
        and (after != "of" or before == "within")
        and not words.endswith(" second")
    )


def _is_past(text: str, start: int, end: int) -> bool:
    """ "The past year" lasts; "the next day" is a date."""
    words = text[start:end].lower()
    return text[end : end + 1] != "-" and not words.endswith(
        ("next day", "last day", "next week", "last hour", "next second", "last minute")
    )


def _is_adverb(text: str, start: int, end: int) -> bool:
    """ "Quarterly." and "paid quarterly in", not "the quarterly report" and names such as "Daily Mail"."""
    words, after, before = text[start:end], word_after(text, end), word_before(text, start)
    if words[:1].isupper() and (after[:1].isupper() or before[:1].isupper()):
        return False
    if after[:1].isupper():
        return False
    if words.lower() in ("quarterly", "yearly"):
        return not after or after.lower() in _BEFORE_DATE - {"of"}
    return True


def _is_clock(text: str, start: int, end: int) -> bool:
    """Figures with a colon alone may be a score or a race time; a preposition or zone tells a clock."""
    words = text[start:end]
    if any(sign.isalpha() for sign in words):
        return word_before(text, start).lower() != "high"
    return word_before(text, start).lower() in (
        "at",
        "by",
        "until",
        "from",
        "around",
        "about",
        "before",
        "after",
        "since",
        "between",
        "to",
        "and",
    ) and (word_after(text, end).lower() not in _COUNTED)


def _is_plural_day(text: str, start: int, end: int) -> bool:
    return text[end : end + 1] not in "'’"


def _is_ended(text: str, start: int, end: int) -> bool:
    """ "The year ended July 2" tells how long, and the day tells when."""
    return word_after(text, end).lower() in ("ended", "ending")


def _is_between(text: str, start: int, end: int) -> bool:
    return word_before(text, start).lower() == "between" and _is_length(text, start, end)


def _is_vague(text: str, start: int, end: int) -> bool:
    return text[end : end + 1] != "-" and not text[end : end + 5].lower().startswith(" old")


def _is_bare_unit(text: str, start: int, end: int) -> bool:
    """ "For years", "in decades": nothing counts the unit, and nothing tells of what."""
    after = word_after(text, end).lower()
    return (
        text[start - 1 : start] == " "
        and word_before(text, start).lower() in ("for", "in", "within")
        and after not in ("of", "when", "to", "old")
    )


def _never(text: str, start: int, end: int) -> bool:
    return False


def _always(text: str, start: int, end: int) -> bool:
    return True


GUARDS: Mapping[str | None, Guard] = {
    None: _always,
    "digits": _always,
    "name": _is_name_free,
    "day": _is_day,
    "end": _is_ending,
    "month": _is_month,
    "year": _is_year,
    "year words": _is_year_in_words,
    "preposition": _is_quarter_of_figures,
    "quarter": _is_quarter,
    "season": _is_season,
    "today": _always,
    "weekday": _is_weekday,
    "whole": _is_whole,
    "the period": _is_the_period,
    "reference": _is_reference,
    "length": _is_length,
    "half": _is_half,
    "plural length": _is_plural_length,
    "past": _is_past,
    "a unit": _is_a_unit,
    "plural": _is_plural_day,
    "adverb": _is_adverb,
    "clock": _is_clock,
    "never": _never,
    "ended": _is_ended,
    "between": _is_between,
    "vague": _is_vague,
    "bare unit": _is_bare_unit,
}
