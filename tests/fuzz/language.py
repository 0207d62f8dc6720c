"""The grammars that read article text and rules."""

import contextlib
import datetime as dt
from decimal import Decimal

import checker
from checker.extraction.kinds import mentions
from checker.extraction.page import Page
from checker.judging.errors import RuleError
from checker.judging.expression import parse
from checker.judging.pack_text import UnreadableError, tables
from checker.language import numerals
from checker.values import timex
from tests.fuzz.target import HOSTILE, Target, pieces, words

_NUMBERS = pieces("a an half quarter third two three-and-a-half twelve twenty ninety hundred hundreds thousand k K m bn million billions trillion dozen dozens 1 1.5 1,200 65.9 007 3/4 1½ . , - – + % and of point minus 0 ' _ e9 nd th st")  # fmt: skip
_TIMES = pieces(
    "2025 1999 -02 -30 -W07 -W53-7 -Q1 -H2 -SP -WI XX T24 T10:30 TMO TEV P5W PT2H PXD P1Y 0000 9999 T P : Z +01:00 - /"
)
_DATES = pieces("Monday Feb. February 29 30 31 2023 2024 12 / . , - last next this early late mid- the of quarter Q3 fiscal year years ago overnight between and to from until since week weekend spring 1990s century p.m. a.m. 10:30 24:00 EST Christmas Eve tomorrow first half 2024-02-30 02/03/2024 ’24 night of on")  # fmt: skip
_CLAIMS = pieces("$ € £ US$ million bn percent % percentage points people killed injured at least about up to more than between and from per cent km miles °C 3-2 2-1 one in five No. 1 third aged 53 53-year-old hours double twice 1.2 1,200 65.9 zero ( ) ; : said total of the new another jobs 10-15 $1.2 m sq ft a day (€1.1 million)")  # fmt: skip
_RULES = pieces("a.kind b.unit a.low score relation == != < <= >= in not and or ( ) , known( family( abs( max( min( days( 'money' \"USD\" 0.7 1e999 -1 None True a . a.entities shares( [0] lambda if else for x ** // % ~ @ := f'' \\ # ' \" ''' \n 0x1F 1j ... overlap( same_document difference")  # fmt: skip
_PACK = pieces('[[rule]] [tolerance] [[rule.example]] code = "X101" name = "n" verdict = "discrepancy" severity = "error" when = message = "{a.text}" {b. why = a = b = fires = true false published_a = 2024-03-05 before = deprecated = near = 0.1 """ [ ] { } , . = \n # inf nan 1e400 ' + "'same_document'")  # fmt: skip


def numbers(content: bytes) -> None:
    """Number words and digits to exact decimals, never infinite, never wider than the largest scale."""
    found = numerals.read(words(content))
    if found is not None:
        ends = [found.low, found.step, *([] if found.high is None else [found.high])]
        assert all(isinstance(end, Decimal) and end.is_finite() and abs(end) < Decimal(10) ** 75 for end in ends)
        assert found.high is None or found.low <= found.high


def _text(content: bytes) -> str:
    """A text as the readers give it: half a surrogate pair is in none."""
    return content.decode("utf-8", "replace")


def times(content: bytes) -> None:
    """Values of times to days of the calendar, the first never after the last."""
    value = words(content)
    found, grain = timex.days(value), timex.grain(value)
    assert found is None or (found[0] <= found[1] and grain is not None)


def dates(content: bytes) -> None:
    """Date expressions in a text of a known day."""
    page = Page(_text(content), dt.date(2024, 2, 29))
    assert all(one.value and (one.days is None or one.days[0] <= one.days[1]) for one in page.times)


def claims(content: bytes) -> None:
    """Every kind of figure in a text: none overlaps another."""
    text = _text(content)
    place = 0
    for one in mentions(Page(text, dt.date(2024, 2, 29))):
        assert place <= one.start < one.end <= len(text)
        place = one.end


def extracted(content: bytes) -> None:
    """A text to its table of claims with all columns, whose spans are its words."""
    documents = checker.documents([words(content)], published=["2024-02-29"])
    for row in checker.extract(documents).to_dict("records"):
        assert 0 <= row["start"] < row["end"] <= len(words(content))
        assert row["text"].strip()


def conditions(content: bytes) -> None:
    """The condition of a rule: faults are told with a place inside it."""
    when = words(content)
    _, faults = parse(when, {"near": 0.1})
    assert all(0 <= fault.position <= len(when) and fault.reason for fault in faults)


def packs(content: bytes) -> None:
    """A file of rules as TOML."""
    with contextlib.suppress(UnreadableError, RuleError):
        tables(_text(content))


TEXTS = (
    "LISBON, March 4, 2025 - A flood killed at least 31 people on Monday, up from 12 last week, police said.",
    "Revenue rose 4.5% to $65.9 billion (€61 billion) in the third quarter of fiscal 2024, from 1,200 million a year ago.",
    "The 53-year-old lost 3-2, 6-4 7-6 (7-5), after two and a half hours; one in five of the 4,000-odd fans left at 10:30 p.m. EST.",
    "Between 1998 and 2003 temperatures of -12.5 °C to 40C were measured every day for five weeks on 1,200 sq ft.",
)
_TEXTS = tuple(text.encode() for text in TEXTS)
_SHORT = pieces(
    "on Monday, March 4, 2025|from late 1998 to early 2003|the third quarter of fiscal 2024|at 10:30 p.m. EST on 02/03/2024"
    "|two weeks ago last Friday|between 5 and 7 February|every Tuesday since the 1990s|overnight into Sunday",
    "|",
)

TARGETS = {
    "numbers": Target(numbers, pieces("two hundred and five thousand|65.9 billion|half a trillion|dozens|1,234,567.80|three-and-a-half", "|"), (*_NUMBERS, *HOSTILE), longest=200),
    "times": Target(times, pieces("2025-02-11T10:30 2024-W07 PT2H P5W 1990 199 19 2024-Q3 2024-SP PRESENT_REF 2024-02-29TMO"), (*_TIMES, *HOSTILE), longest=64),
    "dates": Target(dates, (*_SHORT, _TEXTS[2]), (*_DATES, *HOSTILE), 1_000, 120),
    "claims": Target(claims, _TEXTS, (*_CLAIMS, *_DATES, *HOSTILE), 400, 200),
    "extracted": Target(extracted, _TEXTS, (*_CLAIMS, *_DATES, *HOSTILE), 150, 200),
    "conditions": Target(conditions, pieces('a.kind == "money" and not same_document|abs(a.low - b.low) <= near * a.low or score < 0.7|known(a.unit) and a.unit in ("USD", "EUR")', "|"), (*_RULES, *HOSTILE), longest=200),
    "packs": Target(packs, (b'[tolerance]\nnear = 0.1\n\n[[rule]]\ncode = "X101"\nwhen = "same_document"\n',), (*_PACK, *HOSTILE), longest=400),
}  # fmt: skip
