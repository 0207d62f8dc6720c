"""Every command that a page shows is run: those with files of their own as told, all others for being commands."""

import re
import shlex
import subprocess
import sys
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
