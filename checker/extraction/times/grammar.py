"""The pieces time expressions are built of, as pattern text. Groups are named by what `parts` reads from them."""

from collections.abc import Iterable

from checker.language import calendar
from checker.language.lexicon import lexicon
from checker.language.numerals import SMALL, TENS


def any_of(words: Iterable[str]) -> str:
    """An alternation of words in any case, longest first; a straight apostrophe also stands for a curly one."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?i:" + "|".join(w.replace(".", r"\.").replace("'", "['’]").replace(" ", S) for w in ordered) + ")"


# White space inside an expression: never across an empty line.
S = r"(?:[ \t\x{A0}\x{2009}\x{202F}]{1,3}(?:\n[ \t]{0,8})?|\n[ \t]{0,8})"
DASH = r"[-–—\x{2010}\x{2011}]"
COMMA = rf"(?:{S}?,)?{S}"

_FULL_MONTHS = [name.capitalize() for name in lexicon("calendar")["months"]]
_SHORT_MONTHS = [name.capitalize() for name in calendar.MONTHS if name.capitalize() not in _FULL_MONTHS]
# Month names are names: "may" and "march" in small letters are verbs. Headlines write them in capitals.
_SMALL_MONTHS = [name.lower() for name in _FULL_MONTHS if name not in ("May", "March", "August")]
MONTH_FULL = "(?:" + "|".join(_FULL_MONTHS + [m.upper() for m in _FULL_MONTHS] + _SMALL_MONTHS) + ")"
MONTH = (
    f"(?:{MONTH_FULL}|(?:"
    + "|".join(sorted(_SHORT_MONTHS + [m.upper() for m in _SHORT_MONTHS], key=len)[::-1])
    + r")\.?)"
)
WEEKDAY = "(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
WEEKDAY_ANY = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?)"
ORDINAL_WORD = any_of(calendar.ORDINALS)
DAY_NUMBER = rf"(?:(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?|{ORDINAL_WORD})"
DAY_DIGITS = r"(?:(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?)"
YEAR = r"(?:[12]\d{3})"
SHORT_YEAR = r"(?:['’‘]\d\d)"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
YEAR_WORDS = (
    rf"(?i:nineteen{S}(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|{_TEENS}|oh{S}(?:{_ONES}))"
    rf"|two{S}thousand(?:{S}(?:and{S})?(?:{_ONES}|{_TEENS}))?|twenty{S}(?:{_TEENS}|twenty(?:[- ](?:{_ONES}))?))"
)
SEASON = any_of(calendar.SEASONS)
PART_OF_DAY = "(?i:morning|afternoon|evening|night|lunchtime)"
NAMED_DAY = any_of(calendar.named_days())

# Counts: digits with fractions, or number words.
_SCALE_WORDS = ("hundred", "thousand", "dozen", "million", "billion")
_NUMBER_WORD, _SMALL_WORD, _SCALE_WORD = (
    any_of([*SMALL, *TENS, *_SCALE_WORDS]),
    any_of([*SMALL, *TENS]),
    any_of(_SCALE_WORDS),
)
COUNT = (
    r"(?:(?:\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d{1,3})?)(?:[ -]1/[234]|[ -]3/4|[ ]?[½¼¾])?|½"
    rf"|{_SCALE_WORD}(?:{S}{_SCALE_WORD}){{0,2}}"  # of "a fine of $21 million two years ago" two years are told
    rf"|{_SMALL_WORD}(?:(?:{S}|-){_NUMBER_WORD}){{0,4}}(?:(?:{S}|-)(?i:and)(?:{S}|-)(?i:a)(?:{S}|-)(?i:half))?)"
)
A = "(?i:an?)"
HALF = rf"(?i:half(?:{S}|-)an?|a{S}half)"
_UNIT_NAMES = "second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|millennium"
UNIT = rf"(?i:(?:{_UNIT_NAMES})s?|centur(?:y|ies)|secs?|mins?|hrs?|yrs?)"
UNIT_ONE = rf"(?i:{_UNIT_NAMES}|century)"
PERIOD = "(?i:week|month|quarter|year|decade|century)"

# Words that narrow a period, inside the extent.
PHASE = (
    rf"(?i:early(?:{S}(?:in|on))?|late(?:{S}(?:in|on))?|mid-?|(?:the{S})?(?:very{S})?(?:beginning|start|end|middle){S}of|(?:the{S})?(?:early|latter|later|first|last){S}part{S}of"
    rf"|earlier|later|sometime)"
)
PHASED = rf"(?:(?P<phase>{PHASE})(?:{S}|-)?)?"
# Words that loosen, inside the extent by the guidelines of TIMEX3.
_LOOSE_WORDS = [
    "nearly",
    "almost",
    "more than",
    "less than",
    "fewer than",
    "at least",
    "at most",
    "up to",
    "no more than",
    "no less than",
]
LOOSE = any_of([*_LOOSE_WORDS, "as long as", "as many as", "as much as", "just over", "just under"])
LOOSED = rf"(?:(?P<loose>{LOOSE}){S})?"

_ZONES = [
    "UTC",
    "GMT",
    "BST",
    "CET",
    "CEST",
    "EST",
    "EDT",
    "ET",
    "CST",
    "CDT",
    "CT",
    "MST",
    "MDT",
    "MT",
    "PST",
    "PDT",
    "PT",
    "MSK",
    "EET",
    "EEST",
    "IST",
    "JST",
    "AEST",
    "AEDT",
]
_ZONE_WORDS = any_of(["local time", "eastern time", "eastern", "pacific time", "central time"])
ZONE = f"(?:{'|'.join(_ZONES)}|{_ZONE_WORDS})"
CLOCK = (
    r"(?:(?:2[0-4]|[01]?\d)(?:(?:[:.]|: )[0-5]\d(?::[0-5]\d)?)?"
    rf"(?:{S}?(?i:a\.{S}?m\.?|p\.{S}?m\.?|am|pm))"
    rf"|(?:2[0-4]|[01]?\d):[0-5]\d(?::[0-5]\d)?|(?i:noon|midday|midnight)|(?:[01]\d|2[0-3])[0-5]\d(?:{S}(?i:hours|hrs)))"
)
CLOCKED = rf"(?P<clock>{CLOCK})(?:{S}(?P<zone>{ZONE}))?"
