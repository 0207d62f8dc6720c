"""Times in a text: found, given an open value, then resolved in the order of the document."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from checker.extraction.times.apposition import in_apposition
from checker.extraction.times.date_order import DateOrder, date_order
from checker.extraction.times.fiscal import with_own_years
from checker.extraction.times.joining import compose, with_roles
from checker.extraction.times.open_forms import open_form
from checker.extraction.times.ordered import in_order
from checker.extraction.times.resolvers import is_comparison, is_span_of_figures, is_stated, resolve
from checker.extraction.times.rule import Found
from checker.extraction.times.scan import find
from checker.extraction.times.setting import Answer, Memory, Setting
from checker.extraction.times.verb_tense import REACH
from checker.values.timex import Days, days, grain

if TYPE_CHECKING:
    from checker.extraction.page import Page

__all__ = ["Timex", "timexes"]


class Timex(NamedTuple):
    """A time expression with the value it has in its document."""

    found: Found
    value: str  # TIMEX3; an open form ("XXXX-WXX-2") while nothing tells which day is meant
    days: Days | None  # first and last, both included
    fault: str | None  # one of checker.tables.FAULTS
    steps: tuple[str, ...]  # the reading used, then anchor, grain and hedge


def timexes(page: "Page") -> list[Timex]:
    """Every time expression of a page, in order of place."""
    memory = Memory()
    answers: list[Answer] = []
    expressions = with_own_years(page.text, with_roles(page.text, compose(page.text, find(page.text))))
    order = date_order(page.text, page.outlet, expressions)
    for i, found in enumerate(expressions):
        setting = _setting(page, found, memory, order)
        same = in_apposition(page.text, expressions[i - 1], found, answers[-1]) if answers else None
        answer = resolve(same or found.open, setting)
        if same:
            answers[-1] = answers[-1]._replace(value=answer.value)
            expressions[i - 1] = expressions[i - 1]._replace(is_fiscal=found.is_fiscal)
        if found.role == "end" and answers:
            answers[-1], answer = in_order(answers[-1], answer, found.open, is_past=setting.tense == "past")
        if answer.value and not (answer.is_aside or is_comparison(found.open)):
            memory.add(answer.value, found.start, is_start=setting.is_start)
        if is_span_of_figures(found.open):
            memory.end_period()
        answers.append(answer)
    return [_timex(page, found, answer) for found, answer in zip(expressions, answers, strict=True)]


def _timex(page: "Page", found: Found, answer: Answer) -> Timex:
    steps = (_told(found.name, answer.step), *_measured(page, found, answer))
    return Timex(found, answer.value or open_form(found.open), _days(found, answer), answer.fault, steps)


def _days(found: Found, answer: Answer) -> Days | None:
    """The days of an answer; those of a company's own year or quarter are not known."""
    if answer.value is None or found.is_fiscal:
        return None
    return answer.span or days(answer.value)


def _measured(page: "Page", found: Found, answer: Answer) -> Iterator[str]:
    """What it was counted from, how fine it is and what loosens it, as one step; none for what has no days."""
    if answer.value is None or days(answer.value) is None:
        return
    if found.is_fiscal:
        yield "unresolved: the days of a fiscal period are not those of the calendar"
    anchor = answer.anchor or (str(page.published) if page.published and not is_stated(found.open) else None)
    told = {"anchor": anchor, "grain": grain(answer.value), "hedge": None if found.hedge == "exact" else found.hedge}
    yield ", ".join(f"{name} {words}" for name, words in told.items() if words)


def _told(name: str, step: str) -> str:
    """The step with the name of the rule before it, once: "weekday = publication day", "weekday, unresolved: ..."."""
    if step.startswith(f"{name} "):
        return step
    return f"{name}, {step}"


def _setting(page: "Page", found: Found, memory: Memory, order: DateOrder | None) -> Setting:
    def find_clause() -> tuple[str, str]:
        sentence = page.sentence_at(found.start)
        at, end = found.start - sentence.start, found.end - sentence.start
        return sentence.text[max(at - REACH, 0) : max(at, 0)], sentence.text[end : end + REACH]

    return Setting(found.start, page.published, memory, find_clause, order)
