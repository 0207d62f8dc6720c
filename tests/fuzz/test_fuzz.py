"""Every target with the same hostile inputs on every run; `make fuzz` looks for new ones. What was found stays tested."""

import pytest

from tests.fuzz.found import FOUND
from tests.fuzz.inputs import steady
from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_no_exception_but_the_documented_ones(name):
    target = TARGETS[name]
    for content in steady(name, target, target.steady):
        try:
            target.run(content)
        except Exception as error:
            error.add_note(f"input of {name}: {content!r}")
            raise


@pytest.mark.parametrize(("name", "content"), FOUND)
def test_what_was_found_stays_mended(name, content):
    TARGETS[name].run(content)
