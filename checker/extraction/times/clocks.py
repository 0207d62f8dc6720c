"""Rules for clock times and parts of the day; a day beside them is joined to them later."""

from checker.extraction.times.grammar import CLOCKED, PART_OF_DAY, WEEKDAY, ZONE, S, any_of
from checker.extraction.times.open_values import Base, Clock, Open, Overnight, Shift, Weekday
from checker.extraction.times.rule import Parts, Rule, word
from checker.language.calendar import CLOCK_WORDS, HOURS, PARTS_OF_DAY, weekday_number
from checker.language.patterns import pattern

_FIGURES = pattern(r"(?P<hour>\d{1,2})(?:(?:: |[:.])?(?P<minute>\d\d)(?::(?P<second>\d\d))?)?")
_HALF_DAY, _MINUTES, _HOUR = 12, 60, 60
# Parts of the day that make an hour below noon one after it, from which hour on.
_LATE_PARTS = {"afternoon": 0, "evening": 4, "night": 6}
# Minutes as they are said.
_SPOKEN = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_SHIFTS = {
    "this": 0,
    "last": -1,
    "that": 0,
    "the same": 0,
    "the next": 1,
    "the following": 1,
    "the previous": -1,
    "early this": 0,
    "late last": -1,
}


_OF_TODAY = ("this", "last", "early this", "late last")
_OF_THAT_DAY = ("that", "the same")


def clock_value(words: str) -> str | None:
    """A clock time as TIMEX3 from the T on ("T17:00" for "5 p.m."); None where no clock shows it."""
    if words.lower() in CLOCK_WORDS:
        return CLOCK_WORDS[words.casefold()]
    match = _FIGURES.match(words)
    if match is None:
        return None
    hour, minute = int(match.group("hour") or 0), int(match.group("minute") or 0)
    half = next((h for h in "ap" if f"{h}m" in words.lower().replace(".", "").replace(" ", "")), None)
    if half and not 1 <= hour <= _HALF_DAY:
        return None
    hour = hour % _HALF_DAY + (_HALF_DAY if half == "p" else 0) if half else hour
    seconds = f":{match.group('second')}" if match.group("second") else ""
    return f"T{hour:02d}:{minute:02d}{seconds}" if hour <= 2 * _HALF_DAY and minute < _MINUTES else None


def _clock(parts: Parts) -> Open | None:
    value = clock_value(parts["clock"] or "")
    zone = "Z" if (parts.get("zone") or "") in ("UTC", "GMT") else ""
    return Clock(_in_part(value, word(parts, "part")) + zone) if value else None


def in_part(words: str, code: str) -> str | None:
    """The time of a clock in a part of the day told elsewhere: "half past six" in TEV is T18:30; None for no clock."""
    part = next((name for name, of_name in PARTS_OF_DAY.items() if of_name == code), "")
    said = _SAID.fullmatch(words)
    if said is not None:
        parts = {name: text or "" for name, text in said.groupdict().items()}
        found = _spoken(parts | {"part": part})
        return found.time if isinstance(found, Clock) else None
    value = clock_value(words)
    is_told = value is None or words[-1:].isalpha() or words.endswith(".")  # "6 p.m.", "noon"
    return value if value is None or is_told else _in_part(value, part)


def _hour_of_part(parts: Parts) -> Open | None:
    """An hour that the part of the day behind it tells: "at six this morning", "at 6.20 on Friday evening"."""
    said, weekday = word(parts, "hour"), weekday_number(parts.get("weekday") or "")
    value = f"T{HOURS[said]:02d}:00" if said in HOURS else clock_value(parts["clock"] or "")
    if value is None:
        return None
    day = Weekday(weekday, None, None) if weekday else _day_told(parts) if parts.get("way") else None
    return Clock(_in_part(value, word(parts, "part")), day)


def _in_part(value: str, part: str) -> str:
    """The clock time in the part of the day told behind it: "3:30 in the afternoon" is 15:30."""
    hour = int(value[1:3])
    if part in _LATE_PARTS and _LATE_PARTS[part] <= hour < _HALF_DAY:
        return f"T{hour + _HALF_DAY:02d}{value[3:]}"
    return value


def _spoken(parts: Parts) -> Open | None:
    """A clock time in words: "half past three", "a quarter to five", "twenty past nine", "three o'clock"."""
    said = word(parts, "hour")
    hour = HOURS.get(said) or int(said)
    minutes = _SPOKEN[word(parts, "minutes")] if parts.get("minutes") else 0
    if word(parts, "way") == "to":
        hour, minutes = (hour - 2) % _HALF_DAY + 1, _HOUR - minutes
    part = word(parts, "part")
    # "Half past three" alone is one of two times of the day.
    return Clock(_in_part(f"T{hour % _HALF_DAY:02d}:{minutes:02d}", part) if part else f"TXX:{minutes:02d}")


def _part(parts: Parts) -> Open | None:
    return Clock(PARTS_OF_DAY[word(parts, "part")], _day_told(parts))


def _day_told(parts: Parts) -> Shift:
    """The day of "this morning" or "the next evening"."""
    way = word(parts, "way")
    base: Base = "published" if way in _OF_TODAY else "told" if way in _OF_THAT_DAY else "mention"
    return Shift("day", _SHIFTS[way], base)


def _part_told(parts: Parts) -> Open | None:
    return Clock(PARTS_OF_DAY[word(parts, "part")], Shift("day", 0, "told"))


def _night_before_last(parts: Parts) -> Open | None:
    return Clock(PARTS_OF_DAY[word(parts, "part")], Shift("day", -2, "published"))


def _part_beside(parts: Parts) -> Open | None:
    days = -1 if word(parts, "way") == "before" else 1
    return Clock(PARTS_OF_DAY[word(parts, "part")], Shift("day", days, "mention"))


def _tonight(_parts: Parts) -> Open | None:
    return Clock(PARTS_OF_DAY["night"], Shift("day", 0, "published"))


def _overnight(_parts: Parts) -> Open | None:
    return Overnight()


_PART = r"(?P<part>(?i:morning|afternoon|evening|night))"
_BEHIND = rf"(?:{S}(?:in{S}the|at){S}{_PART})?"
_HOUR_WORD = rf"(?P<hour>{any_of(HOURS)})"
_HOUR_SAID = rf"(?P<hour>{any_of(HOURS)}|1[0-2]|[1-9])"
_WAY = rf"(?P<way>(?i:this|last|that|the{S}same|the{S}next|the{S}following|the{S}previous|early{S}this|late{S}last))"
_SAID = pattern(
    rf"(?:(?:(?i:a){S})?(?P<minutes>{any_of(_SPOKEN)}){S}(?:minutes{S})?(?P<way>past|to){S})?"
    rf"{_HOUR_SAID}(?:{S}o['’]clock)?"
)

RULES = (
    Rule(
        "clock time",
        "time",
        rf"(?:{_HOUR_WORD}|(?P<clock>(?:1[0-2]|0?[1-9])(?:\.[0-5]\d)?)){S}"
        rf"(?:{_WAY}|(?:on{S})?(?P<weekday>{WEEKDAY})){S}{_PART}",
        _hour_of_part,
        "hour",
    ),
    Rule("clock time", "time", rf"{_HOUR_WORD}{S}in{S}the{S}{_PART}", _hour_of_part, "hour"),
    Rule("clock time", "time", rf"(?P<clock>(?:[01]\d|2[0-3])[0-5]\d){S}(?P<zone>{ZONE})", _clock),
    Rule("clock time", "time", rf"{CLOCKED}{_BEHIND}", _clock, "clock"),
    Rule(
        "clock time",
        "time",
        rf"(?P<clock>[01]?\d(?:\.[0-5]\d)?){S}in{S}the{S}(?P<part>(?i:morning|afternoon|evening))",
        _clock,
        "at",
    ),
    Rule(
        "clock time",
        "time",
        rf"(?:(?i:a){S})?(?P<minutes>(?i:half|quarter))(?:{S}|-)(?P<way>past|to)(?:{S}|-){_HOUR_WORD}{_BEHIND}",
        _spoken,
        "spoken",
    ),
    Rule(
        "clock time",
        "time",
        rf"(?P<minutes>{any_of(_SPOKEN)}){S}(?:minutes{S})?(?P<way>past){S}{_HOUR_WORD}{_BEHIND}",
        _spoken,
        "spoken",
    ),
    Rule("clock time", "time", rf"{_HOUR_SAID}{S}o['’]clock{_BEHIND}", _spoken),
    Rule("part of the day", "time", rf"{_WAY}{S}(?:(?:early|late){S})?(?P<part>{PART_OF_DAY})", _part),
    Rule("part of the day", "time", r"(?:(?i:the) )?(?P<part>(?i:morning|afternoon|evening))", _part_told, "part"),
    Rule("night", "time", rf"(?i:the){S}(?P<part>(?i:night)){S}(?i:before{S}last)", _night_before_last),
    Rule(
        "part of the day",
        "time",
        rf"(?i:the){S}(?P<part>(?i:night|evening|morning|afternoon)){S}(?P<way>(?i:before|after))",
        _part_beside,
        "closing",
    ),
    Rule("night", "time", r"(?i:tonight)", _tonight),
    Rule("night", "time", r"(?i:overnight)", _overnight, "overnight"),
)
