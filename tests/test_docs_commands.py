"""Every command that a page shows is run: those with files of their own as told, all others for being commands."""

import argparse
import importlib
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from checker import options
from checker.cli import main

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
_BLOCK = re.compile(r"(?ms)^```(?P<language>\w*)(?: (?P<file>\S+))?\n(?P<words>.*?)^```")
_LINE = re.compile(r"(?P<command>.*?)(?:\s+#\s*(?P<told>.*))?")
_INLINE = re.compile(r"`(checker [a-z][^`]*)`")


def shown():
    """Every command line of checker that a page shows, with its page; what stands for something else as it is."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        blocks = [line for one in _BLOCK.finditer(text) for line in one["words"].splitlines()]
        lines = [_LINE.fullmatch(line)["command"].strip() for line in blocks]
        for line in (*lines, *_INLINE.findall(text)):
            command = line.removeprefix("- run: ").removeprefix("- ").strip()
            if command.startswith("find "):
                command = command.partition(" | ")[2]
            if command.startswith("checker "):
                yield page.name, command.partition(" | ")[0]


# What a page writes where a reader puts a word of theirs.
_WORDS = {"…": "", "PATH": "seeds", "FINDING": "C620", "CODE": "C620", "ADDRESS": "a.db", "FOLDER": "out", "FILE": "known.txt",
          "NAME": "one", "N": "2", "DATE": "2026-12-31"}  # fmt: skip


def parsed(command):
    """The arguments of a command line as a shell would hand them over, choices and options that may go left out."""
    line = re.sub(r"\[[^\]]*\]", "", command.replace("\\|", "|"))
    line = re.sub(r"([\w-]+)(?:\|[\w-]+)+", r"\1", line)
    words = [_WORDS.get(word.removesuffix("…"), word.replace("…", "")) for word in shlex.split(line)[1:]]
    return [word for word in words if word]


@pytest.mark.parametrize(("page", "command"), sorted(set(shown())))
def test_what_a_page_shows_is_a_command_line(page, command):
    if re.fullmatch(r"checker [a-z]+", command):  # named, not called
        assert command.split()[1] in options.VERBS, page
        return
    try:
        options.parser().parse_args(parsed(command))
    except SystemExit as stop:
        assert stop.code == 0, f"{page}: {command}"  # noqa: PT017 - --help and --version end so
    except Exception as error:
        raise AssertionError(f"{page}: {command}") from error


def test_the_pages_show_many():
    assert len(set(shown())) > 30


def steps():
    """The files and commands of the page on a rule of one's own, in order."""
    for block in _BLOCK.finditer((ROOT / "docs" / "own-rule.md").read_text(encoding="utf-8")):
        if block["file"]:
            yield block["file"], block["words"], None
        else:
            for line in block["words"].splitlines():
                found = _LINE.fullmatch(line)
                yield None, found["command"], found["told"]


def test_the_page_on_a_rule_of_ones_own_comes_out_as_told(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    ran = 0
    for file, words, told in steps():
        if file:
            Path(file).parent.mkdir(exist_ok=True)
            Path(file).write_text(words, encoding="utf-8")
            continue
        code = main(shlex.split(words)[1:])
        said = capsys.readouterr()
        exit_, _, output = told.partition(": ")
        assert exit_ == f"exit {code}", f"{words}: {said.err}"
        if not output.startswith("the toll"):
            assert output in said.out + said.err, words
        ran += 1
    assert ran == 7


README = re.findall(r"(?m)^(checker [^#\n]*?) +#", (ROOT / "README.md").read_text(encoding="utf-8"))
# Command of the README -> the exit codes it may have on two articles that disagree.
_EXITS = {"gate": {1}, "report": {0}, "claims": {0}, "explain": {0}, "config": {0}, "rules": {0}}


@pytest.mark.parametrize("command", README)
def test_a_command_of_the_readme_runs(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for folder in ("articles", "new"):
        (tmp_path / folder).mkdir()
        for outlet, count in (("harbour", 14), ("ledger", 17)):
            head = f"---\noutlet: {outlet}.example\ndate: 2025-03-04\n---\n"
            text = f"A ferry fire killed {count} people in Port Meridian on Monday, police said.\n"
            (tmp_path / folder / f"{outlet}.md").write_text(head + text, encoding="utf-8")
    (tmp_path / "article.txt").write_text("Prices rose 5% in 2024.", encoding="utf-8")
    (tmp_path / "official.csv").write_text(
        "measure,value,entity,source\npeople killed,14,Port Meridian ferry fire,Fire Service\n", encoding="utf-8"
    )
    arguments = shlex.split(command)[1:]
    assert main(arguments) in _EXITS[arguments[0]], command


def test_the_version_and_the_help_run():
    for flag in ("--version", "--help"):
        assert subprocess.run([sys.executable, "-m", "checker", flag], check=False, capture_output=True).returncode == 0


# First word of a command of no shell block -> what else a page may write in backticks that begins with it and is none.
_OTHERS = ("make", "python", "pip", ".ci/run", "apt-get")
_QUOTED = re.compile(rf"`((?:[A-Z_]+=\S+ )?(?:{'|'.join(map(re.escape, _OTHERS))})(?: [^`]*)?)`")


def others():
    """Every command line of a page that is not checker's own."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        blocks = [one for one in _BLOCK.finditer(text) if one["language"] in ("sh", "") and not one["file"]]
        lines = [_LINE.fullmatch(line)["command"].strip() for one in blocks for line in one["words"].splitlines()]
        known = re.compile(rf"(?:[A-Z_]+=\S+ )?(?:{'|'.join(map(re.escape, _OTHERS))})\b")
        for line in (*(line for line in lines if known.match(line)), *_QUOTED.findall(text)):
            if line not in _OTHERS or line == ".ci/run":
                yield page.name, line


class _ParsedError(Exception):
    """The arguments were understood."""


def _is_understood(module, words, monkeypatch):
    """Whether the program takes these arguments; it does nothing else."""
    parse = argparse.ArgumentParser.parse_args

    def parsing(self, *given):
        parse(self, *given)
        raise _ParsedError

    monkeypatch.setattr(argparse.ArgumentParser, "parse_args", parsing)
    monkeypatch.setattr(sys, "argv", [module, *words])
    with pytest.raises(_ParsedError):
        importlib.import_module(module).main()


def _runs(program, *arguments):
    if shutil.which(program) is None:
        pytest.skip(f"there is no {program}")
    subprocess.run([program, *arguments], check=True, cwd=ROOT, capture_output=True)


# Scripts and programs without arguments -> the test that compares what they write to what is committed.
_WRITES = {
    "docs/tables.py": "tests/test_docs.py",
    "docs/licences.py": "tests/supply/test_licences.py",
    "docs/excerpt.py": "tests/test_seeds.py",
    "checker.judging.manual": "tests/judging/test_manual.py",
}


@pytest.mark.parametrize(("page", "command"), sorted(set(others())))
def test_any_other_command_of_a_page_is_one(page, command, monkeypatch):
    line = re.sub(r"\[([^\]]*)\]", r"\1", command) if not command.startswith("pip") else command
    words = shlex.split(re.sub(r"(\w+)(?:\|\w+)+", r"\1", line).replace(" N", " 2").replace(" SHARE", " 0.5"))
    match [word for word in words if "=" not in word or not word.isupper()]:
        case ["make", *_]:
            _runs("make", "-n", *words[1:])
        case ["python", "-m", "pytest", *files] | [_, "python", "-m", "pytest", *files]:
            assert all((ROOT / file).is_file() for file in files)
        case ["python", "-m", "checker.judging.manual", ">", _]:
            assert (ROOT / _WRITES["checker.judging.manual"]).is_file()
        case ["python", "-m", module, *rest]:
            name = module if module in ("tests.mutants", "tests.coverage") else f"{module}.__main__"
            _is_understood(name, rest, monkeypatch)
        case ["python", script]:
            assert (ROOT / script).is_file()
            assert Path(script).stem in (ROOT / _WRITES[script]).read_text(encoding="utf-8")
        case ["pip", "install", package]:
            extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
            assert package in {"checker", *(f"checker[{extra}]" for extra in extras["optional-dependencies"])}
        case [".ci/run"]:
            _runs("bash", "-n", ".ci/run")
        case ["apt-get", "install", "chromium"]:
            pass  # of the system, and .ci/run does it
        case other:
            raise AssertionError(f"{page}: what is {other}?")


def test_the_pages_show_many_others():
    assert len(set(others())) > 35
