"""Whether dates of digits put the day or the month first, by the document's own evidence, the strongest first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from checker.extraction.times.open_values import DigitDate, Fixed
from checker.extraction.times.rule import Found
from checker.language.lexicon import lexicon
from checker.language.patterns import pattern

_ORDER = {name: tuple(words) for name, words in lexicon("date_order").items()}
_DAY_SPELLED, _MONTH_SPELLED = frozenset(_ORDER["spelled_day_first"]), frozenset(_ORDER["spelled_month_first"])
_MONTHS = 12
_FEWEST = 2  # words of one spelling, and none of the other
_MOST = 50_000  # characters of a text that are asked for its spelling
_SMALL_WORD = pattern(r"[a-z]{4,}")
_DAY_BEFORE_MONTH = pattern(r"^\d{1,2}(?:st|nd|rd|th)?[\s-]")
_MONTH_BEFORE_DAY = pattern(r"^[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}$")


@dataclass(frozen=True, slots=True)
class DateOrder:
    """How the document writes its dates of digits, and by what that is known."""

    is_day_first: bool
    reason: str
    is_sure: bool = False  # whether the other reading is out


def date_order(text: str, outlet: str | None, found: Iterable[Found]) -> DateOrder | None:
    """The order of dates of digits in a document; None where nothing tells, or there is none to order."""
    told = list(found)
    if not any(isinstance(one.open, DigitDate) for one in told):
        return None
    return next((order for find in _EVIDENCE if (order := find(text, outlet, told))), None)


def _of_digits(text: str, _outlet: str | None, found: list[Found]) -> DateOrder | None:
    """Another date whose first or second number is above 12."""
    figures = [
        text[one.start : one.end] for one in found if one.name == "date in digits" and isinstance(one.open, Fixed)
    ]
    orders = {int(words.partition("/")[0]) > _MONTHS for words in figures if "/" in words}
    reason = "in the order of the document's other dates"
    return DateOrder(orders.pop(), reason, is_sure=True) if len(orders) == 1 else None


def _of_outlet(_text: str, outlet: str | None, _found: list[Found]) -> DateOrder | None:
    """The country of the outlet, where it is named by its host."""
    host = (outlet or "").lower().rstrip("/")
    reason = "in the order of the outlet's country"
    if host.endswith(_ORDER["hosts_day_first"]):
        return DateOrder(is_day_first=True, reason=reason)
    return DateOrder(is_day_first=False, reason=reason) if host.endswith(_ORDER["hosts_month_first"]) else None


def _of_words(text: str, _outlet: str | None, found: list[Found]) -> DateOrder | None:
    """Dates in words: "3 March 2025" or "March 3, 2025"."""
    dates = [text[one.start : one.end] for one in found if one.name in ("date", "days")]
    is_day = any(_DAY_BEFORE_MONTH.match(words) for words in dates if not words[-1:].isalpha() or " " in words)
    is_month = any(_MONTH_BEFORE_DAY.match(words) for words in dates)
    return DateOrder(is_day, "in the order of the dates in words") if is_day != is_month else None


def _of_spelling(text: str, _outlet: str | None, _found: list[Found]) -> DateOrder | None:
    """British or American spelling, where the text has but one of them."""
    words = [match.group() for match in _SMALL_WORD.finditer(text[:_MOST])]
    british, american = sum(w in _DAY_SPELLED for w in words), sum(w in _MONTH_SPELLED for w in words)
    is_told = max(british, american) >= _FEWEST and min(british, american) == 0
    return DateOrder(british > american, "in the order of its spelling") if is_told else None


_EVIDENCE: tuple[Callable[[str, str | None, list[Found]], DateOrder | None], ...] = (
    _of_digits,
    _of_outlet,
    _of_words,
    _of_spelling,
)
