"""Completion: bash itself completes by the script; zsh and fish read theirs where they are at hand."""

import shutil
import subprocess

import pytest

from checker.baseline_verbs import ACTIONS as BASELINE
from checker.completion import SHELLS, script
from checker.options import OPTIONS, REPORT_FORMATS, VERBS

BASH = shutil.which("bash")


def completed(*words):
    """What bash offers for the last of the words."""
    line = " ".join(f"'{word}'" for word in ("checker", *words))
    asked = f'COMP_WORDS=({line}); COMP_CWORD={len(words)}; _checker; printf "%s\\n" "${{COMPREPLY[@]}}"'
    ran = subprocess.run(
        [BASH, "--norc", "-c", f"{script('bash')}\n{asked}"], capture_output=True, text=True, check=True
    )
    assert ran.stderr == ""
    return ran.stdout.split()


OFFERED = [
    (("",), {*VERBS, "--help", "--version"}),
    (("ga",), {"gate"}),
    (("gate", "--fail-on", ""), {"error", "warning", "note"}),
    (("gate", "new", "--fail-on", "w"), {"warning"}),
    (("report", "--format", "m"), {"markdown"}),
    (("claims", "--format", ""), {"table", "csv", "jsonl", "parquet", "none"}),
    (("report", "--output", ""), {f"{name}=" for name in REPORT_FORMATS}),
    (("gate", "--max"), {"--max-findings"}),
    (("claims", "--max"), set()),
    (("baseline", ""), set(BASELINE)),
    (("baseline", "write", ""), set()),
    (("rules", "e"), {"explain"}),
    (("gate", ""), set()),
    (("gate", "--published", ""), set()),
    (("gate", "--baseline", ""), set()),
    (("nonsense", "--"), set()),
    (("completion", ""), set(SHELLS)),
]


def _named(words):
    return " ".join(sorted(words) if isinstance(words, set) else words) or "nothing"


@pytest.mark.skipif(BASH is None, reason="no bash here")
@pytest.mark.parametrize(("words", "offered"), OFFERED, ids=_named)
def test_what_bash_offers(words, offered):
    assert set(completed(*words)) == offered


@pytest.mark.skipif(BASH is None, reason="no bash here")
@pytest.mark.parametrize("verb", VERBS)
def test_bash_offers_every_option_of_a_verb(verb):
    assert set(completed(verb, "--")) == {"--help", *(option.flag for option in OPTIONS if verb in option.verbs)}


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_good_shell(shell, tmp_path):
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    (tmp_path / "script").write_text(script(shell))
    ran = subprocess.run([shell, "-n", tmp_path / "script"], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_names_every_verb_and_option(shell):
    flag = {"bash": "--{}", "zsh": "--{}[", "fish": "-l {} "}[shell]
    written = script(shell)
    assert all(name in written for name in VERBS)
    for option in OPTIONS:
        assert flag.format(option.flag[2:]) in written


def test_the_shells_that_the_command_line_names_are_those_that_have_a_script():
    assert set(VERBS["completion"].words) == set(SHELLS)
