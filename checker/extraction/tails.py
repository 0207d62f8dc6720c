"""What stands right of a number and belongs to it: short scale, currency, unit, and the "per" part."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from checker.extraction import signs
from checker.language import currencies, units
from checker.language.lexicon import lexicon
from checker.language.nouns import singular
from checker.language.numerals import PLURAL, SCALE, SHORT

REACH = 90  # characters right of a number that are looked at
_LONGEST = 4  # words of the longest unit name
# Flat classes on a bounded window: one word with the blank or hyphen before it.
_WORD = re.compile(r"[ \u00a0\u202f\n-]?([^\W\d_]+)\.?")
_ENDS = re.compile(r"[,;:)!?]|[ -]?[0-9]|$")  # nothing that belongs to a number begins so
_CODED = re.compile(r"[ \u00a0]?([MKT]?)([A-Z]{3})\b(?: (million|billion|trillion)\b)?")
_FOLLOWING = re.compile(r"[ \u00a0\u202f]?([0-9][0-9.,]*)")
_TO_THE = " to the "
_CLAUSE_GOES_ON = re.compile(r" (?!in |on |at |by |from |and |for |against |after |before |last |this |late |as )")
_ISH = "ish"  # "40ish"
_PREFIXES = {"M": 10**6, "K": 10**3, "T": 10**3}
_PER = re.compile(r" per |-per-|/| a[ -]|-a-| an |-an-| ?p/| to the ")

# What is told of for a time, between a unit and its per-part: "165,000 barrels [of oil] a day", "$250 [in aid] a month"
_THING = re.compile(r" (?:of|in) (?:[a-z]+[ -]){1,3}?(?=(?:a|an|per|every|each) )")
_NO_THING = frozenset({"about", "half", "just", "less", "more", "nearly", "over", "that", "than", "this", "under"})
_EACH = re.compile(r" ?(a|an|per|every|each) ")

# Short scales that could also be a unit or a name: they need money before, or a counted plural after.
_DOUBTFUL = frozenset({"m", "M", "mm", "b", "B", "t", "T", "mil", "MM"})
_GLUED_ONLY = frozenset({"k", "K", "m", "M", "b", "B", "t", "T", "mm", "mil"})
# Unit and currency names that are common words too: the number before them must be plural or in digits.
_COMMON = frozenset(
    {"bar", "cup", "stone", "bit", "gray", "point", "degree", "click", "quarter", "second", "knot", "yard"}
)
_PER_NOUNS = frozenset(lexicon("counted")["per"]["words"])
# Words after "a year" that make it a time of its own.
_TIME_OF_ITS_OWN = frozenset(
    {"ago", "earlier", "later", "before", "after", "from", "since", "previously", "old", "on", "ahead", "away", "time"}
    | {"into", "north", "south", "east", "west", "outside"}
)
_AND_A_PART = (["a", "half"], ["a", "quarter"], ["a", "bit"])
_ORDER_OF = (" of", " of US", " of U.S.")
_PART_OF = (" of a", " of an", " of one")
_HALF_OF = (*_PART_OF, " a", " an")
_COMMON_FROM = 1000  # "12 won" is a verb, "90 marks" are an exam's
_AFTER_MONEY = frozenset(lexicon("counted")["after_money"]["words"])
_SCREENS = frozenset({"240", "360", "480", "576", "720", "1080", "1440", "2160", "4320"})  # lines of a picture: 1080p
_RACES = frozenset({"hurdles", "hurdlers", "sprinters", "sprints", "runners", "races", "relays", "finals", "swimmers"})
_MORE = ("more", "fewer")


class Tail(NamedTuple):
    """What follows a number: its length in characters and what it says."""

    length: int = 0
    scale: Decimal = Decimal(1)
    unit: str | None = None  # ISO code or unit name, with its per-part
    sort: str = "plain"  # money, percent, measure, time or plain
    hundredths: bool = False  # cents and pence
    is_foreign: bool = False  # letters glued to the number that are no unit: it is part of a name


_NOTHING = Tail()
_PLAIN = re.compile(r" ([a-z]++)(?![^\W\d_])")  # a word in lower case
_TABLES = (
    SHORT,
    currencies.NAMES,
    currencies.MINOR_NAMES,
    currencies.SYMBOLS,
    units.NAMES,
    units.SYMBOLS,
    units.GLUED,
)
# The first words of all scales, currencies and units: behind any other a number is plain.
_OPENING = frozenset(re.split(r"[\W\d_]", words)[0] for table in _TABLES for words in table) | {"of", "a", "an"}


def read_tail(right: str, surface: str, currency: str | None, size: Decimal) -> Tail:
    """Read what stands right of the number `surface`, whose currency mark, if any, stood before it."""
    if _is_bare(right) if currency is None else _ENDS.match(right):
        return _NOTHING if currency is None else Tail(unit=currency, sort="money")
    at, scale = _scale(right, currency)
    if not at and (at := _of_a(right, surface)):
        surface = "1"  # of "a quarter of a point"
    if currency is not None:
        code = right[at + 1 : at + 4] if right[at : at + 1] in (" ", "") else ""
        is_alone = not right[at + 4 : at + 5].isalnum() and not right[at + 5 : at + 6].isdigit()
        if code in currencies.CODES and is_alone:  # "$1,190 AUD"
            return _with_per(right, Tail(at + 4, scale, code, "money"))
        at += _country(right[at:])
        return _with_per(right, Tail(at, scale, currency, "money"))
    amount = _amount(right, at, surface, size, scale)
    if amount is not None:
        return _with_per(right, amount)
    unit = _unit(right, at, surface)
    if unit is not None:
        return _with_per(right, Tail(unit[1], scale, unit[0], _sort(unit[0])))
    glued = right[at : at + 1]
    return Tail(
        at,
        scale,
        is_foreign=not _is_ish(right, at)
        and bool(glued)
        and (glued.isalpha() or glued == "_" or (glued == "'" and right[1:2].isalpha())),
    )


def _is_bare(right: str) -> bool:
    """Whether nothing that stands here can belong to a number without a currency before it."""
    word = _PLAIN.match(right)
    return word.group(1) not in _OPENING if word else _ENDS.match(right) is not None


def _is_ish(right: str, at: int) -> bool:
    return right.startswith(_ISH, at) and not right[at + len(_ISH) : at + len(_ISH) + 1].isalnum()


def _sort(unit: str) -> str:
    dimension = units.dimension(unit)
    return {"percent": "percent", "percentage point": "percent", "index": "percent", "time": "time"}.get(
        dimension or "", "measure"
    )


def _scale(right: str, currency: str | None) -> tuple[int, Decimal]:
    match = _WORD.match(right)
    if match is None or (match.group(1).isupper() and len(match.group(1)) > len("MM")):
        return 0, Decimal(1)
    word, is_apart = match.group(1), match.start(1) > 0
    times = SHORT.get(word) or (SHORT.get(word.lower()) if len(word) > 1 else None)
    if times is None or (is_apart and word in _GLUED_ONLY and currency is None and word not in ("M", "B")):
        return 0, Decimal(1)
    if word in _DOUBTFUL and currency is None and not _is_counted(right, match.end(1), is_length=word in ("m", "mm")):
        return 0, Decimal(1)
    if is_apart and word in ("k", "K", "cr", "thou", "t", "T") and currency is None:
        return 0, Decimal(1)
    return match.end(1), Decimal(times)


def _is_counted(right: str, at: int, *, is_length: bool) -> bool:
    """Whether a plural noun, a unit or a currency follows: "12.3m tonnes", "8 B people", "10k$"; not "155mm shells"."""
    if right[at : at + 1] in currencies.SYMBOLS:
        return True
    match = _WORD.match(right, at) if right[at : at + 1] == " " else None
    if match is None:
        return False
    word = match.group(1).lower()
    if word in currencies.NAMES or (word in units.NAMES and singular(word) != word):
        return True
    if is_length and (right[at - 2] == "m" or word in _RACES):
        return False
    if word in _MORE:  # "3m more than last year", "2m fewer visitors"
        return True
    return (
        (singular(word) != word or word in ("population", "of"))
        and len(word) > len("was")
        and word not in ("across", "always")
    )


@lru_cache(maxsize=4)  # a tail is read for money, then for a unit, then for what it is told
def _phrases(right: str, at: int) -> tuple[tuple[str, int], ...]:
    """Phrases of up to four words from `at`, longest first, in lower case, with where they end."""
    words: list[str] = []
    ends: list[int] = []
    place = at
    while len(words) < _LONGEST:
        match = _WORD.match(right, place)
        if match is None:
            break
        words.append(match.group(1).lower())
        ends.append(match.end(1))
        place = match.end()
    return tuple([(" ".join(words[:count]), ends[count - 1]) for count in range(len(words), 0, -1)])


def _amount(right: str, at: int, surface: str, size: Decimal, scale: Decimal) -> Tail | None:
    """The tail of an amount whose currency stands behind it."""
    scaled = _in_millions(right, at) if scale == 1 else None
    if scaled is not None:
        return Tail(scaled[1], scaled[2], scaled[0], "money")
    money = _money(right, at, surface, size * scale)
    return Tail(money[1], scale, money[0], "money", hundredths=money[2]) if money is not None else None


def _in_millions(right: str, at: int) -> tuple[str, int, Decimal] | None:
    """Codes with their scale, as reports of companies write them: "48.5 MGBP", "75 USD million", "3 TEUR"."""
    match = _CODED.match(right, at)
    if match is None:
        return None
    prefix, code, scale = match.groups()
    if code not in currencies.CODES or bool(prefix) is bool(scale):
        return None
    return code, match.end(), Decimal(SCALE[scale] if scale else _PREFIXES[prefix])


def _money(right: str, at: int, surface: str, size: Decimal) -> tuple[str, int, bool] | None:
    """Currency after the amount: its code, where it ends, and whether it counts hundredths."""
    marked = _mark(right, at)
    if marked is not None:
        return (*marked, False)
    for phrase, end in _phrases(right, at):
        code = currencies.NAMES.get(phrase)
        if code is not None and _is_money_name(phrase, size, right[end:]):
            return code, end, False
        code = currencies.MINOR_NAMES.get(phrase)
        if code is not None:
            return code, end, True
    minor = currencies.MINOR_SYMBOLS.get(right[at : at + 1])
    if minor and not right[at + 1 : at + 2].isalnum() and surface not in _SCREENS and surface[0].isdigit():
        return minor, at + 1, True
    return None


def _is_money_name(phrase: str, size: Decimal, behind: str) -> bool:
    """Whether a word is a currency here: "7,500 won in fines", not "7,500 won prizes" or "90 marks"."""
    if phrase not in currencies.COMMON_NAMES:
        return phrase != "real"
    if size < _COMMON_FROM or phrase != "won":
        return size >= _COMMON_FROM
    follows = behind.split(None, 1)[:1] if behind[:1] == " " else []
    word = follows[0].lower().strip(".,;:)") if follows else ""
    return not word or word in _AFTER_MONEY


def _mark(right: str, at: int) -> tuple[str, int] | None:
    blank = at + 1 if right[at : at + 1] in tuple(" \u00a0\u202f") else at
    for width in (5, 4, 3, 2, 1):
        mark = right[blank : blank + width]
        code = currencies.SYMBOLS.get(mark) or (mark if mark in currencies.CODES else None)
        if code is None or len(mark) < width or mark == "R":
            continue
        end = blank + width
        if mark[-1].isalpha() and right[end : end + 1].isalnum():
            return None
        return None if _is_of_next(right, end, is_glued=blank == at) else (code, end)
    return None


def _is_of_next(right: str, end: int, *, is_glued: bool) -> bool:
    """Whether a mark between two numbers belongs to the second: "10 $30", not "1250€ 60" nor "10 $ 30 $"."""
    following = _FOLLOWING.match(right, end)
    if following is None:
        return False
    if following.start(1) == end or not is_glued:
        return _mark_alone(right, following.end()) is False
    return False


def _mark_alone(right: str, at: int) -> bool:
    """Whether a currency mark or name stands at a place."""
    mark = signs.CHUNK.match(right, at)
    word = mark.group(1).rstrip(".,") if mark else ""
    return word in currencies.SYMBOLS or word in currencies.CODES or word.lower() in currencies.MINOR_NAMES


def _of_a(right: str, surface: str) -> int:
    """Length of the words before a unit: "a quarter [of a] percentage point", "trillions [of] dollars"."""
    is_order = surface.rsplit(None, 1)[-1].lower() in PLURAL
    for words in _ORDER_OF if is_order else _HALF_OF if surface.lower() == "half" else _PART_OF:
        if right.startswith(words + " ") and (
            _unit(right, len(words), "1") or _money(right, len(words), surface, Decimal(0))
        ):
            return len(words)
    return 0


def _country(right: str) -> int:
    """Length of a country's tag after a dollar amount: "$76 US a barrel", "$75 U.S."."""
    for tag in (" U.S.", " US", " USD", " dollars"):
        if right.startswith(tag) and not right[len(tag) : len(tag) + 1].isalnum():
            return len(tag)
    return 0


def _unit(right: str, at: int, surface: str) -> tuple[str, int] | None:
    phrases = _phrases(right, at)
    for phrase, end in phrases:
        if " " in phrase and phrase in units.NAMES:
            return units.NAMES[phrase], end
    symbol = signs.symbol(right, at)
    if symbol is not None and not (symbol[0] == "stone" and _is_first(right, at, surface)):
        return _scaled_degree(right, symbol[1]) or symbol if symbol[0] == "degree" else symbol
    for phrase, end in phrases[-1:]:
        unit = units.NAMES.get(phrase)
        if unit is not None and not (unit in _COMMON and phrase == unit and not surface[0].isdigit()):
            return unit, end
    return None


def _is_first(right: str, at: int, surface: str) -> bool:
    """Whether letters glued to a number make it an order: "21st"; "11st" weighs."""
    return right.startswith("st", at) and surface[-1] == "1" and surface[-2:] != "11"


def _scaled_degree(right: str, end: int) -> tuple[str, int] | None:
    """The scale after a sign of degree: "70 ° Fahrenheit"; None for a bare degree."""
    match = _WORD.match(right, end)
    unit = units.NAMES.get(f"degree {match.group(1).lower()}") if match else None
    return (unit, match.end(1)) if unit and match else None


def _with_per(right: str, tail: Tail) -> Tail:
    """The tail with its per-part: "$2,956 an ounce", "650,000 barrels a day", "$80 per sq m"."""
    mark = _PER.match(right, tail.length)
    if tail.sort == "time":
        return tail
    if mark is None:
        return _with_each(right, tail)
    if mark.group() == _TO_THE:
        return _against_currency(right, tail, mark.end())
    found = _denominator(right, mark.end(), mark.group().strip(" -"))
    if found is None:
        return tail
    name, end = found
    rate = Tail(end, tail.scale, f"{tail.unit}/{name}", tail.sort, tail.hundredths)
    return _with_per(right, rate) if "/" not in (tail.unit or "") and right.startswith(" per ", end) else rate


def _with_each(right: str, tail: Tail) -> Tail:
    """The unit with the time for which it is told, which stands apart: "tonne/day" of "3 tonnes of coal a day"."""
    is_any = tail.sort in ("money", "measure") and "/" not in (tail.unit or "/")
    per = _each(right, tail.length) if is_any else None
    return tail._replace(unit=f"{tail.unit}/{per}") if per else tail


def _each(right: str, at: int) -> str | None:
    thing = _THING.match(right, at)
    if thing is not None and not _NO_THING.isdisjoint(thing.group().split()):
        return None
    mark = _EACH.match(right, thing.end() if thing else at)
    if mark is None:
        return None
    unit, end = _denominator(right, mark.end() - 1, mark.group(1)) or ("", 0)
    is_rate = units.dimension(unit) == "time" and not _is_own_time(right, end)
    return unit if is_rate else None


def _against_currency(right: str, tail: Tail, at: int) -> Tail:
    """A rate of exchange: "90 roubles to the dollar"; not "$5 million to the euro group"."""
    match = _WORD.match(right, at)
    code = currencies.NAMES.get(match.group(1).lower()) if match and tail.sort == "money" and tail.scale == 1 else None
    if code is None or match is None or _CLAUSE_GOES_ON.match(right, match.end(1)):
        return tail
    return tail._replace(length=match.end(1), unit=f"{tail.unit}/{code}")


def read_per(right: str) -> str | None:
    """The name after "per" or "a" at the start of `right`: "share" in " per share"."""
    mark = _PER.match(right)
    found = _denominator(right, mark.end(), mark.group().strip(" -")) if mark else None
    return found[0] if found else None


def read_rate(right: str) -> tuple[str, int] | None:
    """For what a count is told, at the start of `right`: "day" in " a day", "class" in " per class"; and the length."""
    mark = _PER.match(right)
    sign = mark.group().strip(" -") if mark else ""
    found = _denominator(right, mark.end(), sign) if mark and sign in ("a", "an", "per", "/") else None
    is_rate = found is not None and (sign == "per" or units.dimension(found[0]) == "time")
    return found if is_rate else None


def _denominator(right: str, at: int, mark: str) -> tuple[str, int] | None:
    for phrase, end in _phrases(right, at):
        unit = units.NAMES.get(phrase)
        if unit is not None and units.dimension(unit) not in ("percent", "percentage point"):
            return None if mark in ("a", "an") and _is_own_time(right, end) else (unit, end)
        if phrase in currencies.NAMES and mark in ("per", "/"):  # "90 roubles per dollar"
            return currencies.NAMES[phrase], end
        if " " not in phrase and (mark == "per" or phrase in _PER_NOUNS) and phrase not in ("cent", "se"):
            return singular(phrase), end
    if mark in ("/", "per"):
        return signs.symbol(right, at)
    return None


def _is_own_time(right: str, end: int) -> bool:
    follows = right[end:].lower().split(None, 3)[:3]
    if follows[:1] == ["and"]:
        return follows[1:] in _AND_A_PART
    return bool(follows) and follows[0].strip('.,;:)"”') in _TIME_OF_ITS_OWN
