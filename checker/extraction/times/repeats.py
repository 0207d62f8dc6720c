"""Rules for sets of times: "every Tuesday", "daily", "twice a week", "each month"."""

from decimal import Decimal

from checker.extraction.times.grammar import (
    COUNT,
    MONTH_FULL,
    ORDINAL_WORD,
    PART_OF_DAY,
    SEASON,
    UNIT,
    UNIT_ONE,
    WEEKDAY,
    S,
    any_of,
)
from checker.extraction.times.lengths import timex_length
from checker.extraction.times.open_values import Open, Repeat
from checker.extraction.times.relative import unit_name
from checker.extraction.times.rule import Parts, Rule, word
from checker.language.calendar import ORDINALS, PARTS_OF_DAY, SEASONS, month_number, weekday_number
from checker.language.numerals import read

_MOST_OFTEN = 24
_ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "everyday": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "annually": "P1Y",
    "yearly": "P1Y",
}


def _adverb(parts: Parts) -> Open | None:
    return Repeat(_ADVERBS[word(parts, "word")])


def _weekday(parts: Parts) -> Open | None:
    number = weekday_number((parts["weekday"] or "").removesuffix("s"))
    part = PARTS_OF_DAY[word(parts, "part")] if parts.get("part") else ""
    return Repeat(f"XXXX-WXX-{number}{part}")


def _weekday_pair(parts: Parts) -> tuple[Open, Open] | None:
    one, two = (_weekday({"weekday": parts[name], "part": parts["part"]}) for name in ("one", "two"))
    return (one, two) if one and two else None


def _weekend(_parts: Parts) -> Open | None:
    return Repeat("XXXX-WXX-WE")


def _month(parts: Parts) -> Open | None:
    return Repeat(f"XXXX-{month_number(parts['month'] or ''):02d}")


def _season(parts: Parts) -> Open | None:
    return Repeat(f"XXXX-{SEASONS[word(parts, 'season')]}")


def _part(parts: Parts) -> Open | None:
    return Repeat(f"XXXX-XX-XX{PARTS_OF_DAY[word(parts, 'part')]}")


def _unit(parts: Parts) -> Open | None:
    unit = unit_name(parts["unit"] or "")
    count = Decimal(1)
    if parts.get("count"):
        number = read(parts["count"] or "")
        count = number.low if number else count
    count = Decimal(ORDINALS[word(parts, "ordinal")]) if parts.get("ordinal") else count
    return Repeat(timex_length(Decimal(2) if parts.get("other") else count, unit))


def _often(parts: Parts) -> Open | None:
    """As in "three times a week"; what comes 5,000 times a minute is measured, and no habit."""
    number = read(parts["often"] or "") if parts.get("often") else None
    return None if number and number.low > _MOST_OFTEN else _unit(parts)


_EVERY = "(?i:every|each)"

RULES = (
    Rule("every", "set", rf"{_EVERY}{S}(?:other{S})?(?P<weekday>{WEEKDAY})(?:{S}(?P<part>{PART_OF_DAY}))?", _weekday),
    Rule(
        "every",
        "set",
        rf"(?:on{S})?(?P<weekday>{WEEKDAY}s)(?:{S}(?P<part>(?i:mornings|afternoons|evenings|nights)))?".replace(
            f"(?:on{S})?", ""
        ),
        _weekday,
        "plural",
    ),
    Rule("every", "set", rf"(?P<weekday>{WEEKDAY}){S}(?P<part>(?i:mornings|afternoons|evenings|nights))", _weekday),
    Rule(
        "every",
        "set",
        rf"(?P<first>(?P<one>{WEEKDAY})){S}(?:and|or){S}(?P<second>(?P<two>{WEEKDAY}){S}(?P<part>(?i:mornings|afternoons|evenings|nights)))",
        _weekday_pair,
    ),
    Rule("every", "set", rf"{_EVERY}{S}(?i:weekend)", _weekend),
    Rule("every", "set", rf"{_EVERY}{S}(?P<month>{MONTH_FULL})", _month),
    Rule("every", "set", rf"{_EVERY}{S}(?P<season>{SEASON})", _season),
    Rule("every", "set", rf"{_EVERY}{S}(?P<part>{PART_OF_DAY})", _part),
    Rule(
        "every",
        "set",
        rf"{_EVERY}{S}(?:(?P<other>other)|(?P<ordinal>{ORDINAL_WORD})|(?:single|passing))?{S}?(?P<unit>{UNIT})",
        _unit,
    ),
    Rule("every", "set", rf"{_EVERY}{S}(?P<count>{COUNT}){S}?(?P<unit>{UNIT})", _unit, "frequency"),
    Rule(
        "times a",
        "set",
        rf"(?i:once|twice|thrice|(?:(?P<often>{COUNT}){S}times)){S}(?i:an?|every|each|per){S}(?P<unit>{UNIT_ONE})",
        _often,
    ),
    Rule("every", "set", rf"(?P<word>{any_of(_ADVERBS)})", _adverb, "adverb"),
)
