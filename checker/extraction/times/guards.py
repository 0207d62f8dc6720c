"""What has to hold of the words around an expression for it to be a time: May the month, not may the verb."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from checker.extraction.times.guard_years import is_year, is_year_in_words, is_year_pair
from checker.extraction.times.not_dates import LISTS
from checker.extraction.times.place import Place
from checker.language.patterns import pattern

_DOUBTFUL = tuple(LISTS["months_of_doubt"])
_SPORT_REACH = 150  # characters around a quarter in which a ball game shows
_HORIZON = 80  # characters in which "the worst flood in a century" shows
_GENERIC_REACH = 30  # characters in which "today's youth" shows

_SCALES = ("hundred ", "thousand ", "million ", "dozen ")  # "several hundred years" tells no number
_PERIODS = ("week", "month", "quarter", "year", "decade", "century", "period", "season")
_NAMED_NIGHT = pattern(r"^ (?:Night|Morning|Evening) (?:Live|Lights|Football|Fever|Raw|Baseball|Takeaway)\b")
_TITLE_REACH = 20
_TURN = pattern(rf"(?i)\b(?:turn|{'|'.join(LISTS['awarded'])}) of $")
_DAY_BEFORE = pattern(r"(?:(?i:day)|\pL\.? \d{1,2}|\d \p{Lu}\pL{2,8}|, \d{4}), $")
# "The year to March", "the quarter to end-June", "the week to February 7" end with the day told.
_UP_TO = pattern(r"^ to (?:\d{1,2} |the end of |end[- ])?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_NAME_OF_TODAY = pattern(r"^['’]s (\p{Lu}[\p{L}]+)[.,;:!?]")

Guard: TypeAlias = Callable[[Place], bool]


def _is_always(_place: Place) -> bool:
    return True


def _is_name_free(place: Place) -> bool:
    """A date in full, unless the word before makes its number a name."""
    return place.low_before.rstrip(".") not in LISTS["before_a_name"]


def _is_holiday(place: Place) -> bool:
    """The day of the Western calendar: not "Chinese New Year's Day" or "Russian Christmas"."""
    return place.low_before not in LISTS["before_another_calendar"] and _is_name_free(place)


def _is_the_day(place: Place) -> bool:
    """'On the 24th.' but not 'on the 24th floor' or 'the 10th of them'."""
    is_last = not place.after and place.sign_after in (".", ",", ";", ")", "")
    return place.low_before in ("on", "by", "until", "since", "from") and is_last


def _is_day(place: Place) -> bool:
    """'May 12' but not 'May 12 people'."""
    return place.low_after not in LISTS["counted"] or not place.words[-1].isdigit()


def _is_ending(place: Place) -> bool:
    """Nothing that the number could count stands behind."""
    return not place.after or place.low_after in LISTS["before_a_date"]


def _is_month(place: Place) -> bool:
    """A month alone: names of people and verbs need a preposition before them."""
    if place.sign_before in ("-", "–") and place.text[place.start - 2 : place.start - 1].isalpha():
        return False
    is_alone = len(place.words.split()) == 1 and not place.low.startswith("mid")
    if not place.low.endswith(_DOUBTFUL) or not is_alone:
        return True
    is_name = place.after[:1].isupper() and place.sign_after == " "
    return place.low_before in LISTS["before_a_date"] and not is_name


def _is_preceded(place: Place) -> bool:
    return place.low_before in LISTS["before_a_date"]


def _is_quarter_of_figures(place: Place) -> bool:
    """'In Q3', 'Q3 revenue': not a model of that name."""
    return _is_preceded(place) or place.low_after in LISTS["figures"]


def _is_quarter(place: Place) -> bool:
    """The quarter of a year, not that of a ball game."""
    around = place.text[max(0, place.start - _SPORT_REACH) : place.end + _SPORT_REACH].lower()
    is_sport = any(word in around for word in LISTS["sport"])
    is_counted = place.text[place.end : place.end + len(" in a row")].lower() == " in a row"
    return not (is_sport or is_counted) and place.low_after not in ("century", "final", "finals")


def _is_half_of_figures(place: Place) -> bool:
    """'First-half profit', and 'sales fell in the first half', not 'first-half goals'."""
    if place.low_after in LISTS["figures"]:
        return True
    near = place.text[max(0, place.start - _SPORT_REACH) : place.end + _SPORT_REACH].lower()
    around = {word.strip('.,;:"“”') for word in near.split()}
    is_told = place.low_before in LISTS["before_a_date"] and place.low.startswith("the")
    return is_told and around.isdisjoint(LISTS["match"]) and not around.isdisjoint(LISTS["figures"])


def _is_season(place: Place) -> bool:
    """A season alone needs a preposition; 'spring' is also a source, 'summer camp' a name."""
    is_open = not place.after or place.low_after in LISTS["before_a_date"]
    is_told = place.low_before in LISTS["before_a_season"] or place.low.startswith(("early", "late", "mid"))
    return is_told and is_open


def _is_weekday(place: Place) -> bool:
    """A day, not a newspaper ('Sunday Times')."""
    is_paper = place.after[:1].isupper() and place.low_after in LISTS["weekday_names"]
    is_named = place.before[:1].isupper() and place.low_before in LISTS["before_a_named_weekday"]
    return not (is_paper or is_named or _NAMED_NIGHT.match(place.text[place.end : place.end + _TITLE_REACH]))


def _is_whole(place: Place) -> bool:
    """'That year' but neither 'that year-long' nor the name of a programme ('This Week')."""
    is_title = place.sign_before in ('"', "“") and place.words.istitle()
    is_told = place.low_after == "of" and place.low.startswith(("the same", "that"))  # "the same quarter of 2011"
    is_ended = _is_ended(place) and place.low.startswith("the")  # "the fiscal year ended Jan. 31"
    return place.low_before != "the" and not (is_told or is_title or is_ended or place.is_hyphened)


def _is_the_period(place: Place) -> bool:
    """'The day' and 'the year' mean a known one only where nothing tells which."""
    if place.is_hyphened or place.low_after in LISTS["after_a_period"] or _is_ended(place):
        return False
    if place.low.endswith("day") and (not place.after or place.low_after in ("at", "with", "in", "on", "up", "down")):
        return True
    if place.low_before == "of" and _TURN.search(place.text[max(0, place.start - _TITLE_REACH) : place.start]):
        return False  # "the turn of the year" is around New Year, "player of the year" an honour
    if len(place.low.split()) > len(("the", "year")):  # the start of the year
        return True
    allowed = "before_the_year" if place.low.endswith("year") else "before_the_period"
    return place.low_before in LISTS[allowed]


def _is_in_apposition(place: Place) -> bool:
    """'On Oct. 12, the day before the vote': a day named again by what happened on it."""
    is_told = place.low_after in ("before", "after", "when", "that", "on")
    return is_told and bool(_DAY_BEFORE.search(place.text[max(0, place.start - _TITLE_REACH) : place.start]))


def _is_counted(place: Place) -> bool:
    """'The last Friday in May', 'last week of May', but not 'last Friday in May'."""
    return place.low.startswith("the ") or " of " in place.low


def _is_of_our_era(place: Place) -> bool:
    """A value for years before the common era is not kept."""
    return place.low_after not in ("bc", "bce", "b")


def _is_ended(place: Place) -> bool:
    """'The year ended June 4' tells how long, and the day tells when."""
    return place.low_after in ("ended", "ending") or bool(
        _UP_TO.match(place.text[place.end : place.end + _TITLE_REACH])
    )


def _is_reference(place: Place) -> bool:
    """'Now' and 'currently' as times; 'now that' is a conjunction, 'the past three' a part of a duration."""
    if place.is_hyphened or place.sign_before == "-" or place.low_after == "that":
        return False
    if place.low_before == "as" and place.low_after == "as":  # "as recently as 2020"
        return False
    if place.low == "the moment":
        return place.low_before == "at" and place.low_after not in ("of", "when")
    if place.low == "the past":
        return not place.after or place.low_after in LISTS["after_the_past"]
    return place.low_before != "until" or place.low.endswith("recently")


def _is_from_here(place: Place) -> bool:
    """'Three days later', but not 'three days later than planned'."""
    return place.low_after != "than"


def _is_closing(place: Place) -> bool:
    """'From $3 million the year before.' and not 'the day before the vote'."""
    return not place.after or place.low_after in ("and", "but", "when", "in", "at", "with", "as")


def _is_generic(place: Place) -> bool:
    """'Today's youth', 'the leaders of tomorrow': an age, not a day."""
    if place.sign_after in ("'", "’"):
        behind = place.text[place.end + len("'s") : place.end + len("'s") + _GENERIC_REACH].lower().split()[:2]
        return any(name.strip('.,;:"”') in LISTS["of_today"] for name in behind) or _is_of_a_name(place)
    before = place.text[max(0, place.start - _GENERIC_REACH) : place.start].lower().split()
    return before[-1:] == ["of"] and before[-2:-1] != [] and before[-2] in LISTS["of_today"]


def _is_of_a_name(place: Place) -> bool:
    """'Exciting times at today's Volvo.': a name that ends the clause, and no newspaper's."""
    name = _NAME_OF_TODAY.match(place.text[place.end : place.end + _GENERIC_REACH])
    return name is not None and (name.group(1) or "").lower() not in LISTS["weekday_names"]


def _is_current(place: Place) -> bool:
    """'Its current chairman', not 'the current' of a river or 'current affairs'."""
    if place.sign_after != " " or place.low_after in LISTS["named_current"] or place.low_after in _PERIODS:
        return False
    return (place.after.islower() or place.after.isdigit()) and place.low_before not in LISTS["before_a_flow"]


def _is_then(place: Place) -> bool:
    """'Until then', 'by that time', 'since that date': the time last mentioned, with nothing that tells another."""
    is_told = place.low_after in ("when", "that", "which", "of")
    return place.low_before in ("until", "till", "by", "since", "before", "after") and not is_told


def _is_length(place: Place) -> bool:
    """A duration: no age, no 'first second', no 'three-quarters'."""
    behind = place.text[place.end : place.end + len("- old")].lower().lstrip("- ")
    if behind.startswith("old"):
        return False
    if place.low.startswith("last ") and place.low_before in LISTS["before_lasting"]:
        return False  # "will last three hours"
    if place.low == "one day" and place.low_before not in LISTS["before_a_length"]:
        return False
    if place.low.startswith(_SCALES) and place.low_before in ("several", "many", "few", "couple"):
        return False
    if place.low.endswith(("-quarters", "-quarter")) or _is_share(place):
        return False
    return not place.low.endswith((" second", " quarter"))


def _is_share(place: Place) -> bool:
    """'Three quarters of the voters' are a part; 'three quarters of growth' last."""
    if not place.low.endswith("three quarters") or place.low_after != "of":
        return False
    behind = place.text[place.end : place.end + _GENERIC_REACH].lower().split()[1:2]
    return not (behind and behind[0].strip(".,;") in LISTS["of_quarters"])


def _is_plural_length(place: Place) -> bool:
    return place.low.endswith("s") and _is_length(place)


def _is_a_unit(place: Place) -> bool:
    """'For a week' and 'within a month' last; 'twice a day' and '$5 a year' are rates."""
    if not _is_length(place):
        return False
    is_bare = place.low.startswith(("a ", "an ")) and len(place.low.split()) == len(("a", "week"))
    if not is_bare or place.low.endswith("-long") or place.low_after == "from":
        return True
    if place.low_after in ("when", "that") or (place.low_after == "of" and place.low_before != "within"):
        return False
    return place.low_before in LISTS["before_a_length"]


def _is_horizon(place: Place) -> bool:
    """'The worst in a decade', 'the first for a century': as far as one looks back, and not how long something took."""
    if place.low_before not in ("in", "for") or not _is_a_unit(place):
        return False
    before = place.text[max(0, place.start - _HORIZON) : place.start].lower()
    words = before[max(before.rfind(sign) for sign in ".;!?\n") + 1 :].split()
    return any(
        word in LISTS["of_horizon"] or (word[-3:] == "est" and word not in LISTS["no_horizon"]) for word in words
    )


def _is_past(place: Place) -> bool:
    """'The past year' lasts; 'the next day' is a date."""
    return not place.is_hyphened and not place.low.endswith(("day", "next week", "last hour", "last minute"))


def _is_between(place: Place) -> bool:
    return place.low_before == "between" and _is_length(place)


def _is_vague(place: Place) -> bool:
    return not place.is_hyphened and place.low_after != "old"


def _is_bare_unit(place: Place) -> bool:
    """'For years', 'in decades': nothing counts the unit, and nothing tells of what."""
    is_counted = place.low_after in ("of", "when", "to", "old") or place.sign_before != " "
    return place.low_before in ("for", "in", "within") and not is_counted


def _is_adverb(place: Place) -> bool:
    """'Paid quarterly in March', not 'the quarterly report', and no names such as 'Daily Mail'."""
    if place.after[:1].isupper() or (place.words[:1].isupper() and place.before[:1].isupper()):
        return False
    if place.low in ("quarterly", "yearly"):
        return not place.after or (place.low_after in LISTS["before_a_date"] and place.low_after != "of")
    return True


def _is_clock(place: Place) -> bool:
    """Figures with a colon alone may be a score or a race time; a preposition or zone tells a clock."""
    if any(sign.isalpha() for sign in place.words):
        return place.low_before != "high"
    if place.sign_before == " " and len(place.before) > len("2025") and place.before[-len("2025") :].isdigit():
        return True  # behind a date in digits
    return place.low_before in LISTS["before_a_clock"] and place.low_after not in LISTS["counted"]


def _is_at(place: Place) -> bool:
    """'At 3 in the afternoon'."""
    return place.low_before in LISTS["before_a_clock"] and place.low_before not in ("between", "to")


def _is_hour(place: Place) -> bool:
    """'At six this morning', not 'rose by six last night'."""
    return _is_at(place) and place.low_before not in ("by", "from")


def _is_spoken(place: Place) -> bool:
    """'Half past three', not 'half to one aide' nor 'the first half past six'."""
    is_whole = place.low.startswith(("half past", "quarter past", "a quarter past"))
    return not place.is_hyphened and (is_whole or place.low_before in LISTS["before_a_clock"])


def _is_overnight(place: Place) -> bool:
    """'Struck overnight', not 'an overnight train' or 'the overnight rate'."""
    return place.low_after not in LISTS["named_overnight"] and not place.is_hyphened


def _is_part(place: Place) -> bool:
    """'In the morning' and 'morning trading', not 'the morning of', 'in the evening hours' or 'morning coffee'."""
    if place.low.startswith("the "):
        is_open = not place.after or place.low_after in LISTS["behind_a_part"]
        return place.low_before in ("in", "during", "later", "earlier") and is_open
    return place.low_before in ("in", "during", "late", "early") and place.low_after in ("trading", "trade", "session")


def _is_plural_day(place: Place) -> bool:
    return place.sign_after not in ("'", "’")


def _is_frequency(place: Place) -> bool:
    """'Meets every two weeks', not 'one point for every two weeks', which is a share of a length."""
    return place.low_before != "for"


GUARDS: Mapping[str | None, Guard] = {
    None: _is_always,
    "name": _is_name_free,
    "holiday": _is_holiday,
    "day": _is_day,
    "the day": _is_the_day,
    "end": _is_ending,
    "month": _is_month,
    "year": is_year,
    "years": is_year_pair,
    "year words": is_year_in_words,
    "figures": _is_quarter_of_figures,
    "quarter": _is_quarter,
    "half of figures": _is_half_of_figures,
    "season": _is_season,
    "weekday": _is_weekday,
    "whole": _is_whole,
    "the period": _is_the_period,
    "era": _is_of_our_era,
    "counted": _is_counted,
    "apposition": _is_in_apposition,
    "ended": _is_ended,
    "reference": _is_reference,
    "ago": _is_from_here,
    "closing": _is_closing,
    "generic": _is_generic,
    "then": _is_then,
    "current": _is_current,
    "length": _is_length,
    "plural length": _is_plural_length,
    "past": _is_past,
    "a unit": _is_a_unit,
    "horizon": _is_horizon,
    "between": _is_between,
    "vague": _is_vague,
    "bare unit": _is_bare_unit,
    "at": _is_at,
    "hour": _is_hour,
    "spoken": _is_spoken,
    "part": _is_part,
    "overnight": _is_overnight,
    "plural": _is_plural_day,
    "adverb": _is_adverb,
    "frequency": _is_frequency,
    "clock": _is_clock,
}
