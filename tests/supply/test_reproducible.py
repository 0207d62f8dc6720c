"""Two builds of one tree give the same bytes, wherever and whenever they are made."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def copied(folder, modified):
    """The tree as it would be committed, its files of one time."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout.split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
            os.utime(folder / name, (modified, modified))


def built(folder, target, **environment):
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", "dist"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env={**os.environ, **environment})
    (file,) = (folder / "dist").iterdir()
    content = (file.name, hashlib.sha256(file.read_bytes()).hexdigest())
    file.unlink()
    return content


@pytest.fixture(scope="module")
def trees(tmp_path_factory):
    """Two copies of one tree, of other times."""
    one = tmp_path_factory.mktemp("one")
    copied(one, 1_000_000_000)
    other = tmp_path_factory.mktemp("other-place")
    shutil.copytree(one, other, dirs_exist_ok=True, copy_function=shutil.copyfile)
    return one, other


@pytest.mark.parametrize("target", ["wheel", "sdist"])
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="the tree is told by git")
def test_two_builds_are_one(target, trees):
    first = built(trees[0], target, TZ="UTC", PYTHONHASHSEED="1", LC_ALL="C")
    assert built(trees[1], target, TZ="Asia/Tokyo", PYTHONHASHSEED="2", LC_ALL="C.UTF-8") == first
