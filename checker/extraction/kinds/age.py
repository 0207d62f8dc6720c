"""Age: how old a person or thing is: "34-year-old", "aged 66", "Maddon, 66, said"."""

import re
from collections.abc import Iterator

from checker.extraction.figure_mention import mention
from checker.extraction.figures import Figure
from checker.extraction.mention import Mention
from checker.extraction.nouns import is_plural
from checker.extraction.page import Page
from checker.language import calendar, names
from checker.language.lexicon import lexicon

_OLD = re.compile(r"[ -]?(?:[Oo]lds?\b|of age\b)")
_YO = re.compile(r"(?: - years? - old|[ -]?(?:y\.?o\.?|yrs? old))\b")
_AGED = re.compile(
    r"(?:\baged?|\bages|\bage of|\bages of|\bthe age of)(?: about| around| just| over| under| at least| between)? $",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\b(under|below|over|above) (?:the )?age (?:of )?$", re.IGNORECASE)
_AGES = re.compile(r"\bages of [^.;0-9]{1,30} (?:are|were|is|was|range from|ranged from) $|, both $")
_YOUNGEST = re.compile(r"\b(?:youngest|oldest|eldest)(?: [\w-]+){0,2},? (?:is|was|at|just|only|aged) $")
_DIED_AT = re.compile(
    r"\b(?:[Dd]ies|died|(?<!the )(?<!of )(?<!confirmed )[Dd]ead) [^.;0-9]{1,40}(?<!stands)(?<!stood) at $"
)
_DIED_WAS = re.compile(r"\bwho (?:has |had )?died\b[^.;0-9]{0,40}, was $")
_SOFT = r"(?:just |only |barely |now |then |already |nearly |almost |about |around |over )?$"
_TURNED = re.compile(rf"\b(?:turn|turns|turned|turning) {_SOFT}")
_AT_AGE = re.compile(rf"\b(?:died|[Dd]ies|[Dd]ead|dying|retired|retires|retire|retiring|widowed|orphaned) at {_SOFT}")
_IS_TO_TURN = re.compile(rf"\b(?:turns|(?:will|to) (?:turn|be)|is turning) {_SOFT}")
_LATER = re.compile(
    rf" (?:(?:in|on|this|next|later) )*(?:{'|'.join(('week', 'month', 'year', 'tomorrow', *calendar.MONTHS))})\b",
    re.IGNORECASE,
)
_IS = re.compile(rf"\b(?:[Hh]e|[Ss]he|I|[Ww]ho) (?:is|was|am) {_SOFT}|\b(?:[Hh]e|[Ss]he|[Ww]ho)[’']s {_SOFT}")
_NAMED_IS = re.compile(
    rf"\b(?:[A-Z][a-z][\w’'-]*(?:, [^,.;:0-9]{{2,40}},)?"
    rf"|{'|'.join(sorted(lexicon('counted')['aged']['words']))}) was {_SOFT}"
)
_FULL_IS = re.compile(r"(?:^|[\n.!?\"“”—]) *((?:[A-Z][\w.’'-]* ){1,3})is (?:just |only |now )?$")
_FULL_WAS = re.compile(rf"(?:^|[\n.!?\"“”—]|[a-z],) *((?:[A-Z][\w.’'-]+ ){{1,2}}[A-Z][\w’'-]+),? was {_SOFT}")
_PERSON_IS = re.compile(
    rf"(?:\b(?:[Tt]he|[Hh]er|[Hh]is|[Tt]heir|[Mm]y|[Aa]n?)|[’']s) (?:[a-z-]+ ){{0,2}}([a-z]+)"
    rf" (?:is|was|are|were) {_SOFT}"
)
_AND_AGE = re.compile(r" and \d{1,2}(?:[.,;]|$)")
_THEN = re.compile(r" (?:at the time|when (?:he|she|they|I|his|her)\b)")
_ENDS = re.compile(r"[.;)]? *(?:$|\n|[\"”’]|(?<=[.;)]) )|, (?!\d)| (?:and|but) (?!\d)")
_UNDER = re.compile(
    rf"\b(?:{'|'.join(sorted(lexicon('counted')['bounded']['words']))}) (?:under|below|over|above) $", re.IGNORECASE
)
_ON = re.compile(r" (?:into|to|out|of|around|in a row)\b")
_AGE_UNITS = frozenset({"year", "month", "week", "day"})
_OLDEST = 125
_LAST_HOUR = 12
_PERSONS = frozenset(lexicon("counted")["aged"]["words"])
_LIST = (
    ", ",
    " and ",
    ", and ",
    " or ",
    ", the other ",
    " and the other ",
    " and the other was ",
    " and the other is ",
    " and the third was ",
    " and the third is ",
)
_LEFT = 40
_SAID_BEFORE = 4  # times that a name is said, among which a first name may stand
_FAR = 60
_PERSON_OF = re.compile(
    r"\b[Aa]n? (?:[a-z-]+ )?(?:man|woman|boy|girl|youth|teenager|driver|pensioner|student|passenger|cyclist) of $"
)
# What goes on behind "a man of 86": what he does or did, or where.
_GOES_ON = re.compile(
    r" (?:who|was|is|has|had|died|lost|fell|from|in|with|on|at|after|and (?:a|an|his|her)|[a-z]{2,}ed)\b"
)
_CLOCK = re.compile(r" (?:minutes? )?(?:past|to|after|before) ")
_NAME_ENDS = re.compile(r"[^\W\d_][\w.'’-]*, ?(?:(?:now|then|just|only) )?$")


def find(page: Page) -> Iterator[Mention]:
    """Every age; the unit is year unless the text gives months, weeks or days."""
    last = -1  # where the age before ends, whose list this one may continue
    for figure in page.figures:
        end = _end(page.text, figure)
        if end is None and _continues(page.text, last, figure):
            end = figure.end
        if end is not None:
            last = end
            unit = figure.unit if figure.sort == "time" else "year"
            figure = _bounded(page.text, figure)  # noqa: PLW2901 - the same figure, its bound read
            yield mention("age", figure._replace(end=end), unit=unit, noun=None, role="age", direction=None)


def _bounded(text: str, figure: Figure) -> Figure:
    """As in "under the age of 5": the bound stands before "the age of". Who turns 48 in May may be 47."""
    if figure.is_point and _IS_TO_TURN.search(_ahead(text, figure)) and _LATER.match(text, figure.end):
        return figure._replace(low=figure.high - 1 if figure.high else figure.low)
    match = _BOUND.search(_ahead(text, figure))
    if match is None or figure.hedge != "exact" or figure.join:
        return figure
    if match.group(1).lower() in ("under", "below"):
        return figure._replace(hedge="less_than", low=None, high_closed=False)
    return figure._replace(hedge="more_than", high=None, low_closed=False)


def _end(text: str, figure: Figure) -> int | None:
    """Where the age ends, None for what is none."""
    if figure.sort == "time" and figure.unit in _AGE_UNITS:
        old = _OLD.match(text[figure.end : figure.end + _LEFT])
        if old:
            return figure.end + old.end()
        return figure.end if _AGED.search(_ahead(text, figure)) else None
    if not figure.is_plain or not _is_possible(figure):
        return None
    old = _YO.match(text[figure.end : figure.end + _LEFT])
    if old:
        return figure.end + old.end()
    return figure.end if _is_told(text, figure) or _is_apposed(text, figure) else None


def _is_told(text: str, figure: Figure) -> bool:
    """Words before it make it an age: "aged 66", "turned 35", "died at 91", "she was 28 at the time"."""
    ahead, behind = _ahead(text, figure), text[figure.end : figure.end + _LEFT]
    is_bare = figure.noun is None or not is_plural(figure.noun.lower())  # "children under 15 account for"
    if _AGED.search(ahead) or (is_bare and _UNDER.search(ahead)):
        return True
    if figure.noun is not None or figure.join or figure.hedge not in ("exact", "nearly", "about", "more_than"):
        return False
    if _AGES.search(ahead) or _YOUNGEST.search(ahead):
        return _ENDS.match(behind) is not None or (behind[:2] == ", " and behind[2:3].isdigit())
    if _AT_AGE.search(ahead) or (_DIED_AT.search(_ahead(text, figure, _FAR)) and behind[:1] in ("", "\n", ".")):
        is_clock = _CLOCK.match(behind) is not None  # "died at twenty past five"
        return figure.low is not None and figure.low > _LAST_HOUR and not is_clock
    if _TURNED.search(ahead):
        return _ON.match(behind) is None
    is_then = _THEN.match(behind) is not None
    is_ended = _ENDS.match(behind) is not None
    is_person = (is_ended or _GOES_ON.match(behind) is not None) and _PERSON_OF.search(ahead) is not None
    is_list = is_ended or _AND_AGE.match(behind) is not None
    told = _PERSON_IS.search(ahead) if is_list else None  # "the first officer is 29", "the victims were 12 and 14"
    is_dead = is_ended and _DIED_WAS.search(_ahead(text, figure, _FAR)) is not None
    return (
        is_dead
        or is_person
        or (told is not None and (told.group(1) in _PERSONS or told.group(1).removesuffix("s") in _PERSONS))
        or (_IS.search(ahead) is not None and (is_then or is_ended))
        or (
            (is_then and _NAMED_IS.search(ahead) is not None)
            or (behind[:1] in ("", "\n", ".") and _is_of_person(text, figure))
        )
    )


def _is_of_person(text: str, figure: Figure) -> bool:
    """As in "Lee is 41.", a whole sentence: a full name, or one that the text gives in full."""
    told = _FULL_IS.search(_ahead(text, figure)) or _FULL_WAS.search(_ahead(text, figure))
    name = told.group(1).strip() if told else ""
    if not names.is_person(name, least_words=1) or names.is_common(name.split()[0]):
        return False
    return " " in name or _is_last_name(text[: figure.start], name)


def _is_last_name(text: str, name: str) -> bool:
    """Whether a first name stands right before it, the first times that it is said."""
    place = -1
    for _ in range(_SAID_BEFORE):
        place = text.find(f" {name}", place + 1)
        first = text[max(0, place - _LEFT) : max(0, place)].rsplit(maxsplit=1)[-1:]
        if first and first[0].istitle() and names.is_person(f"{first[0]} {name}") and not names.is_common(first[0]):
            return True
        if place < 0:
            return False
    return False


def _ahead(text: str, figure: Figure, reach: int = _LEFT) -> str:
    return text[max(0, figure.start - reach) : figure.start]


def _is_possible(figure: Figure) -> bool:
    size = figure.high if figure.high is not None else figure.low
    return size is not None and 0 <= size <= _OLDEST and figure.join in ("", "range")


def _is_apposed(text: str, figure: Figure) -> bool:
    """As in "Maddon, 66, has" or "a boy, 6, was": a bare number between commas after a name or a person."""
    if figure.join or not figure.number.surface.isdigit() or figure.noun is not None:
        return False
    name = _NAME_ENDS.search(_ahead(text, figure))
    if name is None:
        return False
    word = name.group().split(",", 1)[0]
    return (word[0].isupper() or word in _PERSONS) and _closes(text, figure)


def _closes(text: str, figure: Figure) -> bool:
    behind = text[figure.end : figure.end + len(" and 1")]
    if behind[:1] in ("", "\n") or behind.startswith((" - ", " – ", " — ")):
        return True
    if behind[:1] in (",", ".", ";", ")") and not behind[1:2].isdigit():
        return True
    return behind.startswith(" and ") and (behind[-1].isdigit() or behind[-1].isupper())


def _continues(text: str, last: int, figure: Figure) -> bool:
    """A list of ages: "ages 7, 9 and 11", "girls, 7 and 5"."""
    if last < 0 or text[last : figure.start] not in _LIST or not text[last - 1].isdigit():
        return False
    is_bare = figure.is_plain and figure.phrase_end <= figure.end  # a noun of its own would stand in the phrase
    return is_bare and figure.number.surface.isdigit() and _is_possible(figure)
