"""The lock: every declared dependency, each with hashes, and nothing of the machine that made it."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINS = {
    str(canonicalize_name(pin["name"])): pin["version"]
    for pin in re.finditer(r"^(?P<name>[\w.-]+)==(?P<version>[^ ]+)", LOCK, re.MULTILINE)
}
EXTRAS = PROJECT["project"]["optional-dependencies"]
DECLARED = [
    *PROJECT["build-system"]["requires"],
    *PROJECT["project"]["dependencies"],
    *(line for extra in EXTRAS.values() for line in extra),
]


@pytest.mark.parametrize("line", DECLARED)
def test_declared_dependencies_are_pinned_within_their_bounds(line):
    declared = Requirement(line)
    assert declared.specifier.contains(PINS[str(canonicalize_name(declared.name))])


def test_every_pin_has_a_hash():
    blocks = re.split(r"^(?=\S)", LOCK, flags=re.MULTILINE)[1:]
    assert [block for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("trace", ["://", "--index-url", "--extra-index-url", "--find-links", "file:", " @ ", "#"])
def test_the_lock_names_no_address_and_no_machine(trace):
    assert trace not in LOCK


def test_both_extras_exist():
    assert set(EXTRAS) >= {"all", "dev"}
