"""Every exception from a security rule of the linter says why, beside it."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted(path for room in ("checker", "bench", "tests", "docs", ".ci") for path in (ROOT / room).rglob("*.py"))
_SECURITY = re.compile(r"#\s*noqa:\s*(?=[^#\n]*\bS\d{3})[A-Z0-9, ]+(?P<reason>.*)")


def exceptions():
    for path in FILES:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if found := _SECURITY.search(line):
                yield f"{path.relative_to(ROOT).as_posix()}:{number}", found["reason"], line


def test_there_are_some():
    assert len(list(exceptions())) > 10, "the test would not see one"


@pytest.mark.parametrize(("place", "reason", "line"), list(exceptions()))
def test_an_exception_has_its_reason(place, reason, line):
    assert re.match(r"-\s+\S{3}", reason.strip()) or re.match(r"- \w", reason.strip()), f"{place}: {line}"


def test_no_file_is_excepted_as_a_whole():
    blanket = re.compile(r"#\s*(ruff|flake8):\s*noqa|#\s*noqa\s*(?:$|[^:])")
    found = [path for path in FILES for line in path.read_text(encoding="utf-8").splitlines() if blanket.search(line)]
    assert [path for path in found if path != Path(__file__)] == []
