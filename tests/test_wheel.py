"""The built wheel: what it ships, and that nothing else gets in. It is installed and run by the run of all checks."""

import sys
import tomllib
import zipfile
from pathlib import Path
from subprocess import run

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    target = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(target)]
    run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = target.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        yield archive


def below(folder, suffix):
    return {path.relative_to(folder).as_posix() for path in folder.rglob(f"*{suffix}")}


def test_nothing_outside_the_package_is_shipped(wheel):
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"checker"}


@pytest.mark.parametrize("suffix", [".py", ".toml", ".json", "py.typed"])
def test_the_package_is_whole(wheel, suffix):
    assert {f"checker/{name}" for name in below(ROOT / "checker", suffix)} <= set(wheel.namelist())


@pytest.mark.parametrize(("folder", "shipped"), [("rules", "rules"), ("reports/templates", "templates")])
def test_rules_and_templates_are_shipped(wheel, folder, shipped):
    inside = {name for name in wheel.namelist() if name.startswith(f"checker/shipped/{shipped}/")}
    assert inside == {f"checker/shipped/{shipped}/{name}" for name in below(ROOT / folder, "") if "." in name}


def test_the_command_is_declared(wheel):
    (name,) = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    assert "checker = checker.cli:main" in wheel.read(name).decode()


def test_the_tree_holds_no_copy_of_what_is_shipped():
    assert not (ROOT / "checker" / "shipped").exists()


def test_the_source_archive_names_only_what_exists():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["tool"]["hatch"]["build"]["targets"]["sdist"]["only-include"]
    assert [name for name in wanted if not (ROOT / name).exists()] == []
