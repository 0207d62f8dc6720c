"""What a run goes by changes its digest, and nothing else does."""

import shutil

import pytest

from checker.cache import identity
from checker.reading.digests import digest
from checker.reading.formats import BINARIES, CONTAINERS, READERS
from checker.reading.walking import SUFFIXES


def test_the_suffixes_are_those_of_the_formats():
    assert set(SUFFIXES) == {*READERS, *CONTAINERS, *BINARIES}
    assert len(SUFFIXES) == len(set(SUFFIXES))


@pytest.fixture
def package(tmp_path, monkeypatch):
    for name in ("package", "rules", "templates"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.py").write_text("1")
    monkeypatch.setattr(identity, "_PACKAGE", tmp_path / "package")
    monkeypatch.setattr(identity, "shipped", lambda name: tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("name", ["package/a.py", "rules/a.py", "templates/a.py", "package/deep/new.toml"])
def test_every_file_of_the_program_counts(package, name):
    before = identity.of_tool()
    assert identity.of_tool() == before
    (package / name).parent.mkdir(exist_ok=True)
    (package / name).write_text("2")
    assert identity.of_tool() != before


def test_what_python_compiles_does_not_count(package):
    before = identity.of_tool()
    (package / "package" / "__pycache__").mkdir()
    (package / "package" / "__pycache__" / "a.pyc").write_bytes(b"x")
    assert identity.of_tool() == before


def test_another_release_of_a_dependency_counts(package, monkeypatch):
    before = identity.of_tool()
    (package / "site" / "pandas-99.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(package / "site")
    assert identity.of_tool() != before


def test_packs_count_by_name_order_and_content(tmp_path):
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "a.toml").write_text("1")
    (tmp_path / "b.toml").write_text("2")
    packs = [tmp_path / "packs", tmp_path / "b.toml"]
    before = identity.of_files(packs)
    (tmp_path / "packs" / "notes.txt").write_text("no pack")
    assert identity.of_files(packs) == before
    assert identity.of_files(packs[::-1]) != before
    (tmp_path / "packs" / "a.toml").write_text("3")
    assert identity.of_files(packs) != before
    assert identity.of_files([tmp_path / "missing.toml"])


def test_articles_count_by_path_and_bytes(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("one")
    before = digest(["in"], 1 << 20)
    assert digest(["in", "in/"], 1 << 20) == before, "a folder named twice is one"
    assert digest(["in/a.txt"], 1 << 20) != before, "a file that is named itself must be read"
    assert digest(["in"], 2) != before, "a file above the cap is unread"
    assert digest(["in", "-"], 1 << 20) is None
    shutil.move("in/a.txt", "in/b.txt")
    assert digest(["in"], 1 << 20) != before
