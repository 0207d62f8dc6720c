"""The lock: every declared dependency, each with hashes, and nothing of the machine that made it."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCKS = {path.name: path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("requirements*.lock"))}
LOCK = "".join(LOCKS.values())
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins(lock):
    found = re.finditer(r"^(?P<name>[\w.-]+)==(?P<version>[^ ]+)", lock, re.MULTILINE)
    return {str(canonicalize_name(pin["name"])): pin["version"] for pin in found}


PINS = pins(LOCK)
EXTRAS = PROJECT["project"]["optional-dependencies"]
GROUPS = PROJECT["dependency-groups"]
DECLARED = [
    *PROJECT["build-system"]["requires"],
    *PROJECT["project"]["dependencies"],
    *(line for extra in (*EXTRAS.values(), *GROUPS.values()) for line in extra),
]


@pytest.mark.parametrize("line", DECLARED)
def test_declared_dependencies_are_pinned_within_their_bounds(line):
    declared = Requirement(line)
    assert declared.specifier.contains(PINS[str(canonicalize_name(declared.name))])


def test_the_lock_for_spark_agrees_with_the_first():
    one, other = pins(LOCKS["requirements.lock"]), pins(LOCKS["requirements-spark.lock"])
    assert {name for name in other if other[name] != one.get(name)} == {"pyspark", "py4j"}


def test_every_pin_has_a_hash():
    blocks = re.split(r"^(?=\S)", LOCK, flags=re.MULTILINE)[1:]
    assert [block for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("trace", ["://", "--index-url", "--extra-index-url", "--find-links", "file:", " @ ", "#"])
def test_the_lock_names_no_address_and_no_machine(trace):
    assert trace not in LOCK


def test_there_is_a_lock_for_the_package_for_spark_and_for_the_tools():
    assert list(LOCKS) == ["requirements-spark.lock", "requirements-tools.lock", "requirements.lock"]


def test_both_extras_exist():
    assert set(EXTRAS) >= {"all", "dev"}
