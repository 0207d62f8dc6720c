"""Rules for years and what is counted in them: quarters, halves, decades, centuries."""

from checker.extraction.times.grammar import ORDINAL_WORD, PHASED, SHORT_YEAR, YEAR, YEAR_WORDS, S, any_of
from checker.extraction.times.open_values import Fixed, Open, SameIn, Season, Shift
from checker.extraction.times.rule import Parts, Rule, word
from checker.language.calendar import DECADES, ORDINALS
from checker.language.numerals import read

_DIGITS = 4  # of a year in full
_LAST_CENTURY = 30
_PIVOT = 50  # '49 is 2049, '50 is 1950; fixed, so that no day of publication moves a stated year
_WAYS = {"last": -1, "this": 0, "next": 1, "the previous": -1, "the following": 1, "that": 0, "the same": 0}
_QUARTERS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
    "last": 4,
}
_HALVES = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "latter": 2, "last": 2}


def year_number(words: str) -> int | None:
    """A year in digits ("2014", "'08", "24") or words ("nineteen ninety-six")."""
    digits = words.strip("'’‘ ")
    if digits.isascii() and digits.isdigit():
        number = int(digits)
        return number if len(digits) == _DIGITS else number + (2000 if number < _PIVOT else 1900)
    head, _, tail = words.lower().partition(" ")
    if head in ("nineteen", "twenty"):
        rest = read(tail.replace("oh ", ""))
        return None if rest is None else (19 if head == "nineteen" else 20) * 100 + int(rest.low)
    found = read(words)
    return int(found.low) if found else None


def relative_year(parts: Parts) -> Shift | None:
    """The year that "last year" behind a month, quarter or holiday asks for."""
    way = word(parts, "which")
    return Shift("year", _WAYS[way], "mention" if way in ("that", "the same") else "published") if way else None


def _year(parts: Parts) -> Open | None:
    number = year_number(parts["year"] or "")
    return Fixed(f"{number:04d}") if number else None


def _decade(parts: Parts) -> Open | None:
    if parts.get("named"):
        return Fixed(f"{190 + DECADES[word(parts, 'named')] // 10}")
    digits = (parts["decade"] or "").strip("'’‘")
    number = int(digits) // 10
    return Fixed(f"{number:03d}" if len(digits) == _DIGITS else f"{'20' if number < _PIVOT // 10 else '19'}{number}")


def _century(parts: Parts) -> Open | None:
    words = word(parts, "century")
    number = ORDINALS.get(words) or int(words.rstrip("stndrh"))
    return Fixed(f"{number - 1:02d}") if 1 <= number <= _LAST_CENTURY else None


def _in_year(name: str, parts: Parts) -> Open | None:
    if parts.get("year"):
        return Fixed(f"{year_number(parts['year'] or ''):04d}-{name}")
    return Season(name, relative_year(parts))


def _quarter(parts: Parts) -> Open | None:
    words = word(parts, "quarter")
    number = int(words) if words.isdigit() else _QUARTERS[words]
    return _in_year(f"Q{number}", parts)


def _half(parts: Parts) -> Open | None:
    words = word(parts, "half")
    number = int(words) if words.isdigit() else _HALVES[words]
    return _in_year(f"H{number}", parts)


def _same_in(parts: Parts) -> Open | None:
    return SameIn(word(parts, "unit"), int(parts["year"] or 0) or 1)


_WHICH_YEAR = rf"(?P<which>(?i:this|last|next|that|the{S}previous|the{S}following)){S}(?i:year)"
_FISCAL_BEFORE = rf"(?:(?:(?i:the)|(?P<fiscal>(?i:fiscal(?:{S}year)?|financial)|FY)){S}?)?"
# The year behind a day or season, told or counted, as `relative_year` and `year_number` read it.
OF_YEAR = rf"(?:{S}of|,)?{S}{_FISCAL_BEFORE}(?:(?P<year>{YEAR}|{SHORT_YEAR})|{_WHICH_YEAR})"
_OF_ANY_YEAR = rf"(?:{OF_YEAR}|{S}of{S}(?i:the{S}year))"
_FISCAL = "(?:(?P<fiscal2>(?i:fiscal|financial))[ -])?"
_QUARTER = rf"(?:(?i:the){S})?{_FISCAL}(?P<quarter>{any_of(_QUARTERS)})"
_OF = rf"(?:{S}(?:of{S})?|-)?"
_YEAR_SHORT = rf"(?P<year>{YEAR}|{SHORT_YEAR}|\d\d)"
# "The last quarter" counts from today.
_NUMBERED = any_of(name for name in _QUARTERS if name != "last")
_QUARTER_ALONE = rf"(?:(?i:the){S})?{_FISCAL}(?P<quarter>{_NUMBERED})"

RULES = (
    Rule(
        "quarter",
        "date",
        rf"{PHASED}{_QUARTER}[- ](?i:quarter){OF_YEAR}",
        _quarter,
    ),
    Rule(
        "quarter",
        "date",
        rf"(?i:the){S}(?P<year>{YEAR}){S}(?P<quarter>(?i:first|second|third|fourth|final))[- ](?i:quarter)",
        _quarter,
    ),
    Rule(
        "quarter",
        "date",
        rf"{_QUARTER_ALONE}(?:-|{S})(?i:quarter)",
        _quarter,
        "quarter",
    ),
    Rule(
        "quarter",
        "date",
        rf"(?P<fiscal2>(?i:fiscal){S})?Q(?P<quarter>[1-4]){_OF}(?P<fiscal>(?i:fiscal){S}|FY[ -]?)?{_YEAR_SHORT}",
        _quarter,
    ),
    Rule("quarter", "date", rf"(?P<quarter>[1-4])Q[ ]?(?P<year>{YEAR}|{SHORT_YEAR}|\d\d)", _quarter),
    Rule("quarter", "date", rf"(?P<year>{YEAR})[- ]Q(?P<quarter>[1-4])", _quarter),
    Rule("quarter", "date", r"Q(?P<quarter>[1-4])", _quarter, "figures"),
    Rule(
        "half",
        "date",
        rf"{PHASED}(?:(?i:the){S})?(?P<half>(?i:first|second|latter|last|1st|2nd))(?:-|{S})(?i:half){_OF_ANY_YEAR}",
        _half,
    ),
    Rule(
        "half",
        "date",
        rf"(?:(?i:the){S})?(?P<half>(?i:first|second))(?:-|{S})(?i:half)",
        _half,
        "half of figures",
    ),
    Rule(
        "half",
        "date",
        rf"H(?P<half>[12]){_OF}(?P<fiscal>FY[ -]?)?{_YEAR_SHORT}",
        _half,
    ),
    Rule("half", "date", rf"(?P<half>[12])H[ ]?(?P<year>{YEAR}|{SHORT_YEAR}|\d\d)", _half),
    Rule(
        "decade",
        "date",
        rf"(?:(?i:the){S})?{PHASED}(?:(?P<decade>(?:[12]\d\d0|['’‘][1-9]0)['’]?)s)",
        _decade,
    ),
    Rule(
        "decade",
        "date",
        rf"(?i:the){S}{PHASED}(?:nineteen[- ]|(?i:roaring|swinging){S})?(?P<named>{any_of(DECADES)})",
        _decade,
    ),
    Rule(
        "century",
        "date",
        rf"(?:(?i:the){S})?{PHASED}(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORD})(?:-|{S})(?i:century)",
        _century,
        "era",
    ),
    Rule(
        "fiscal year",
        "date",
        rf"{PHASED}(?:(?i:the){S})?(?P<fiscal>(?i:fiscal|financial)(?:{S}(?i:year))?{S}|FY[ -]?)(?P<year>{YEAR}|\d\d)",
        _year,
    ),
    Rule(
        "year",
        "date",
        rf"{PHASED}(?:(?i:the){S})?(?i:calendar)(?:{S}(?i:year))?{S}(?P<year>{YEAR}|\d\d)",
        _year,
    ),
    Rule("fiscal year", "date", rf"(?i:the){S}(?P<year>{YEAR}){S}(?P<fiscal>(?i:fiscal|financial)){S}(?i:year)", _year),
    Rule("year", "date", rf"{PHASED}(?i:the){S}(?i:year){S}(?P<year>{YEAR}|{YEAR_WORDS})", _year),
    Rule("year", "date", rf"(?i:the){S}(?P<year>{YEAR}){S}(?:period)", _year),
    Rule("same period", "date", rf"(?i:the){S}(?P<year>{YEAR}){S}(?P<unit>quarter|half)", _same_in),
    Rule("year", "date", rf"{PHASED}(?P<year>{YEAR}|{SHORT_YEAR})", _year, "year"),
    Rule("year", "date", rf"(?P<year>{YEAR_WORDS})", _year, "year words"),
)
