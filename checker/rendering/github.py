"""Annotations for GitHub's runner: one command a discrepancy, of each level nine and how many more."""

from collections.abc import Iterator

from checker.rendering.answer import answer
from checker.rendering.escape import github_message, github_property, terminal
from checker.rendering.reported import Notice, file_of, notices
from checker.rendering.view import view
from checker.tables import SEVERITIES, Tables

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
_MOST = 9  # the runner shows ten of a level


def render(tables: Tables) -> str:
    """Commands that the runner turns into annotations; accepted findings are left out. The last line is the answer."""
    shown = view(tables)
    told = [notice for notice in notices(shown) if not notice.is_accepted]
    lines = [line for severity in SEVERITIES for line in _of_level(severity, told)]
    return "".join(f"{line}\n" for line in [*lines, terminal(answer(shown))])


def _of_level(severity: str, told: list[Notice]) -> Iterator[str]:
    of_level = [notice for notice in told if notice.severity == severity]
    of_level.sort(key=lambda notice: notice.finding is None)  # files that were not read take no room of what differs
    level = _LEVELS[severity]
    for notice in of_level[:_MOST]:
        yield f"::{level} {_properties(notice)}::{github_message(notice.told)}"
    if len(of_level) > _MOST:
        yield f"::{level} title=checker::{len(of_level) - _MOST} more; the report tells them all"


def _properties(notice: Notice) -> str:
    place = {"line": notice.line, "col": notice.column} if notice.line else {}
    properties = {"file": file_of(notice.path), **place, "title": notice.title}
    return ",".join(f"{name}={github_property(value)}" for name, value in properties.items())
