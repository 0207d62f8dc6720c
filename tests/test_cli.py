"""The command line: what goes where, what is wrong usage, what each verb gives."""

import argparse
import json
import os
import stat
import subprocess
import sys

import pytest

import checker
from checker import cli, options
from checker.rendering import CLAIM_FORMATS, FORMATS

NEWS = "The council of Ashford said on Friday that the bridge will cost $5 million.\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "checker.toml").write_text("")  # no settings of folders above
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(NEWS)
    return tmp_path


WRONG = {
    "no verb": ([], "VERB"),
    "unknown verb": (["repor", "in"], "repor"),
    "no path": (["report"], "PATH"),
    "a path that does not exist": (["report", "in", "nope"], "nope: no such file"),
    "an empty path": (["report", ""], "no such file"),
    "no path and no list": (["report", "--format", "text"], "give a PATH, or --files-from FILE"),
    "a list that does not exist": (["report", "--files-from", "nope"], "nope: cannot be read: no such file"),
    "a list that names what is not there": (["report", "--files-from", "in/a.txt"], "in/a.txt:1: The council"),
    "standard input for two": (["report", "-", "--files-from", "-"], "not both"),
    "unknown option": (["report", "in", "--fail-on", "note"], "--fail-on"),
    "an option cut short": (["report", "in", "--form", "json"], "--form"),
    "unknown format": (["report", "in", "--format", "xml"], "xml"),
    "a format of another verb": (["claims", "in", "--format", "markdown"], "markdown"),
    "output without a file": (["report", "in", "--output", "json"], "FORMAT=FILE"),
    "output of an unknown format": (["report", "in", "--output", "xml=a"], "FORMAT=FILE"),
    "an output onto an article": (["report", "in/a.txt", "--output", "json=./in/a.txt"], "is read by this call"),
    "an output among the articles": (["report", "in", "--output", "json=in/a.txt"], "lies among the articles"),
    "two outputs to one file": (["report", "in", "--output", "json=a", "--output", "text=./a"], "another --output"),
    "no day": (["report", "in", "--published", "11/02/2025"], "2025-02-11"),
    "no workers": (["report", "in", "--jobs", "0"], "--jobs"),
    "no count": (["gate", "in", "--max-findings", "-1"], "--max-findings"),
    "unknown severity": (["gate", "in", "--fail-on", "bad"], "warning"),
    "rules that do not exist": (["report", "in", "--rules", "nope.toml"], "nope.toml"),
    "rules that are no TOML": (["report", "in", "--rules", "in/a.txt"], "neither a TOML file nor a folder"),
    "rules without any": (["report", "in", "--rules", "in"], "no rules"),
    "settings that do not exist": (["report", "in", "--config", "nope.toml"], "nope.toml"),
    "a path with a command in it": (["report", "::error::x\x1b[2J"], ": :error: :x<U+001B>"),
}


@pytest.mark.parametrize(("words", "told"), WRONG.values(), ids=WRONG)
def test_wrong_usage_is_two_and_told_in_one_line(run, words, told):
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert told in err
    assert err.startswith("checker: ")
    assert err.count("\n") == 1


def test_standard_output_gets_the_format_and_standard_error_the_summary(run):
    code, out, err = run("report", "in")
    assert code == 0
    assert out.startswith("# ")
    assert err.startswith("1 document read")


def test_text_ends_with_the_summary_which_is_told_once(run):
    _, out, err = run("report", "in", "--format", "text")
    assert "1 document read" in out.splitlines()[-1]
    assert "1 document read" not in err


def test_silence(run):
    code, out, err = run("gate", "in", "--format", "none")
    assert (code, out) == (0, "")
    assert err.startswith("1 document read")


@pytest.mark.parametrize("verb", ["report", "gate"])
@pytest.mark.parametrize("name", options.REPORT_FORMATS)
def test_every_format_of_a_report(run, verb, name):
    code, out, _ = run(verb, "in", "--format", name)
    assert code == 0
    assert out == checker.report("in", texts=name == "html").render(name)


@pytest.mark.parametrize("name", options.CLAIM_FORMATS)
def test_every_format_of_claims(run, here, name):
    assert run("claims", "in", "--format", "none", "--output", f"{name}=out")[0] == 0
    assert (here / "out").stat().st_size > 0


def test_default_formats(run):
    assert run("gate", "in")[1] == run("gate", "in", "--format", "text")[1]
    assert run("claims", "in")[1] == run("claims", "in", "--format", "table")[1]


def test_outputs_are_written_as_well(run, here):
    code, out, _ = run("report", "in", "--output", "json=a.json", "--output", "text=b.txt", "--format", "markdown")
    assert code == 0
    assert out.startswith("# ")
    assert json.loads((here / "a.json").read_text())["schema"] == 1
    assert "1 document read" in (here / "b.txt").read_text()


def test_an_output_replaces_a_file_and_keeps_a_link(run, here):
    (here / "old.json").write_text("old")
    (here / "link.json").symlink_to("old.json")
    run("report", "in", "--output", "json=link.json", "--format", "none")
    assert (here / "link.json").is_symlink()
    assert json.loads((here / "old.json").read_text())["checker"] == checker.__version__
    assert sorted(path.name for path in here.iterdir()) == ["checker.toml", "in", "link.json", "old.json"]


@pytest.mark.skipif(not os.path.exists("/dev/null"), reason="no such device")  # noqa: PTH110
def test_an_output_that_is_no_file_is_written_to_and_stays(run):
    assert run("report", "in", "--format", "none", "--output", "json=/dev/null")[0] == 0
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)  # noqa: PTH116


def test_a_long_name_can_be_written(run, here):
    assert run("report", "in", "--format", "none", "--output", f"json={'é' * 120}.json")[0] == 0
    assert (here / f"{'é' * 120}.json").exists()


def test_a_name_with_line_ends_forges_no_line(run, here):
    (here / "in" / "b\n1 document read, all is well\n.txt").write_bytes(b"\0")
    code, _, err = run("report", "in", "--format", "none")
    assert code == 3
    assert err.splitlines()[0].startswith("not read: in/b 1 document read, all is well .txt: holds NUL")
    code, _, err = run("report", "in/a\nb")
    assert (code, err.count("\n")) == (2, 1)


def test_wrong_rules_show_the_place_with_a_caret(run, here):
    example = '[[rule.example]]\na = "Five men."\nfires = false\n'
    keys = 'name = "x"\nverdict = "agreement"\nseverity = "note"\nmessage = "x"\nwhy = "x"\n'
    (here / "mine.toml").write_text(f'[[rule]]\ncode = "C999"\nwhen = "a.valu == 1"\n{keys}{example * 4}')
    code, _, err = run("report", "in", "--rules", "mine.toml")
    assert code == 2
    assert "mine.toml:3:" in err
    assert any(line.strip() == "^" for line in err.splitlines())


def test_an_output_may_be_read_like_any_file(run, here):
    (here / "beside").write_text("")
    run("report", "in", "--output", "json=a.json", "--format", "none")
    assert stat.S_IMODE((here / "a.json").stat().st_mode) == stat.S_IMODE((here / "beside").stat().st_mode)


def test_an_output_that_cannot_be_written_is_three_and_the_others_are(run, here):
    (here / "folder").mkdir()
    words = ["--output", "json=no/such/a.json", "--output", "json=folder", "--output", "text=b.txt"]
    code, out, err = run("report", "in", *words)
    assert code == 3
    assert out.startswith("# ")
    assert (here / "b.txt").exists()
    assert "no/such/a.json: cannot be written" in err
    assert "folder: cannot be written" in err


def test_a_full_disk_leaves_the_old_file(run, here, monkeypatch):
    (here / "a.json").write_text("old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    code, _, err = run("report", "in", "--output", "json=a.json")
    assert code == 3
    assert "no space left" in err
    assert (here / "a.json").read_text() == "old"
    assert sorted(path.name for path in here.iterdir()) == ["a.json", "checker.toml", "in"]


def test_what_was_not_read_is_named_and_three(run, here):
    (here / "in" / "b.txt").write_bytes(b"\0")
    (here / "in" / "c.xyz").write_text("x")
    code, out, err = run("report", "in")
    assert code == 3
    assert "not read: in/b.txt: holds NUL bytes" in err
    assert "c.xyz" not in err
    assert out.startswith("# ")


def test_nothing_read_is_three(run, here):
    (here / "empty").mkdir()
    for verb in ("report", "gate", "claims"):
        code, _, err = run(verb, "empty")
        assert code == 3
        assert "nothing was read" in err


def test_nothing_read_tells_what_was_passed_over(run, here):
    (here / "other").mkdir()
    (here / "other" / "table.csv").write_text("5")
    (here / "in" / "table.csv").write_text("5")
    assert "passed over: other/table.csv: files of type .csv" in run("report", "other")[2]
    assert "table.csv" not in run("report", "in")[2]


def test_two_dashes_end_the_options(run, here):
    (here / "--odd.txt").write_text(NEWS)
    assert run("report", "--format", "none", "--", "--odd.txt")[0] == 0


def test_an_unforeseen_error_is_three_in_one_line(run, monkeypatch):
    def fail(*_, **__):
        raise RuntimeError("the\x1b[2J sky\nfell")

    monkeypatch.setattr("checker.pipeline.report", fail)
    code, _, err = run("report", "in")
    assert code == 3
    assert err == "checker: RuntimeError: the<U+001B>[2J sky fell (--debug shows where)\n"
    code, _, err = run("report", "in", "--debug")
    assert code == 3
    assert "Traceback" in err


def test_an_installation_without_pandas_never_passes(run, monkeypatch):
    def missing(*_, **__):
        raise ImportError("no pandas")

    monkeypatch.setitem(cli._RUNS, "report", missing)
    monkeypatch.setitem(__import__("sys").modules, "checker.rendering.escape", None)
    code, _, err = run("report", "in")
    assert code == 3
    assert "no pandas" in err


def test_ctrl_c_is_130(run, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("checker.pipeline.report", interrupt)
    assert run("report", "in")[0] == 130


def test_the_published_day_reaches_the_documents(run):
    out = json.loads(run("report", "in", "--format", "json", "--published", "2025-02-11")[1])
    assert [(d["published"], d["published_from"]) for d in out["documents"]] == [("2025-02-11", "flag")]


@pytest.mark.parametrize("verb", ["report", "gate"])
def test_what_was_not_decided_is_shown_where_asked_for(run, here, verb):
    (here / "told").mkdir()
    (here / "told" / "a.txt").write_text("The trial of Mira Holm in Lund began on 8 May 2023.", encoding="utf-8")
    (here / "told" / "b.txt").write_text(
        "The trial of Mira Holm in Lund began on the night of 9 May 2023.", encoding="utf-8"
    )
    _, silent, _ = run(verb, "told", "--format", "text")
    _, shown, _ = run(verb, "told", "--format", "text", "--show", "undecided")
    assert ("C701 undecided" in silent, "C701 undecided" in shown) == (False, True)


def test_settings_hold_and_flags_win(run, here):
    (here / "checker.toml").write_text('format = "json"\npublished = 2025-02-11\n')
    assert json.loads(run("report", "in")[1])["documents"][0]["published"] == "2025-02-11"
    assert run("report", "in", "--format", "none")[1] == ""
    assert run("claims", "in")[0] == 0


def test_a_wrong_setting_is_two(run, here):
    (here / "checker.toml").write_text('formt = "json"\n')
    code, _, err = run("report", "in")
    assert code == 2
    assert err == f"checker: {here.as_posix()}/checker.toml: unknown key `formt`; did you mean `format`?\n"
    (here / "checker.toml").write_text('format = "xml"\n')
    assert run("report", "in")[0] == 2


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["report", "--help"], ["gate", "--version"]])
def test_help_and_version_are_zero(run, words):
    code, out, err = run(*words)
    assert (code, err) == (0, "")
    assert out


def test_the_tables_name_the_formats_there_are():
    assert set(options.REPORT_FORMATS) == set(FORMATS)
    assert set(options.CLAIM_FORMATS) == set(CLAIM_FORMATS)


def test_every_option_has_a_help_text():
    for action in _actions():
        assert action.help


def _actions():
    (verbs,) = [a for a in options.parser()._actions if isinstance(a, argparse._SubParsersAction)]
    return [action for parser in verbs.choices.values() for action in parser._actions]


def test_a_reader_that_leaves_in_the_middle_is_told():
    """Of one write of megabytes to a pipe that is closed halfway, Python tells nothing."""
    code = "from checker.output import to_standard_output; to_standard_output('x' * 9_000_000)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout.read1(10) == b"x" * 10
        child.stdout.close()
        assert b"BrokenPipeError" in child.stderr.read()


def documents(out):
    return [document["path"] for document in json.loads(out)["documents"]]


def test_standard_input_is_read(run, given_input):
    given_input(NEWS.encode())
    code, out, _ = run("report", "-", "--format", "json")
    assert (code, documents(out)) == (0, ["-"])


LISTS = {
    "lines": b"in/a.txt\nin/b 1.txt\n",
    "lines of Windows": b"in/a.txt\r\nin/b 1.txt\r\n",
    "lines without an end": b"in/a.txt\n\nin/b 1.txt",
    "nul": b"in/a.txt\0in/b 1.txt\0",
}


@pytest.mark.parametrize("content", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize("is_input", [False, True], ids=["file", "input"])
def test_files_are_read_from_a_list(run, here, given_input, content, is_input):
    (here / "in" / "b 1.txt").write_text(NEWS + "Six men were hurt.\n")
    (here / "list").write_bytes(content)
    given_input(content)
    code, out, _ = run("report", "--format", "json", "--files-from", "-" if is_input else "list")
    assert (code, documents(out)) == (0, ["in/a.txt", "in/b 1.txt"])


def test_a_list_adds_to_paths_and_names_nothing_twice(run, here):
    (here / "c.txt").write_text(NEWS + "Six men were hurt.\n")
    (here / "list").write_text("c.txt\nin/a.txt\n")
    assert documents(run("report", "in", "--format", "json", "--files-from", "list")[1]) == ["c.txt", "in/a.txt"]


def test_a_name_with_a_line_end_comes_through_nul(run, here):
    (here / "in" / "a\nb.txt").write_text(NEWS + "Six men were hurt.\n")
    (here / "list").write_bytes(b"in/a\nb.txt\0")
    assert documents(run("report", "--format", "json", "--files-from", "list")[1]) == ["in/a\nb.txt"]


def test_a_file_in_a_list_that_is_named_like_standard_input_is_a_file(run, here):
    (here / "-").write_text(NEWS)
    (here / "list").write_text("-\n")
    code, _, err = run("report", "--format", "none", "--files-from", "list")
    assert code == 3
    assert "not read: ./-: files without a type ending" in err or "not read: -: files without" in err


def test_an_empty_list_is_three(run, here):
    (here / "list").write_text("")
    code, _, err = run("gate", "--files-from", "list")
    assert code == 3
    assert "nothing was read" in err


def test_what_accounts_warn_of_is_told(run, here):
    (here / "in" / "b.txt").write_bytes(b"\xa35 million was paid.")
    code, _, err = run("report", "in", "--format", "none")
    assert code == 0
    assert "warning: in/b.txt: not UTF-8 at byte 0: read as Windows-1252" in err
    for n in range(30):
        (here / "in" / f"c{n}.txt").write_bytes(b"\xa35 million was paid %d times." % n)
    err = run("report", "in", "--format", "none")[2]
    assert err.count("warning: in/") == 20
    assert "warning: 11 more warnings" in err


def test_a_warning_of_many_records_is_told_once(run, here):
    items = "".join(f"<item><title>Fire {n}</title><description>It cost ${n}.</description></item>" for n in range(30))
    (here / "in" / "feed.xml").write_text(f"<rss><channel>{items}</channel></rss>", encoding="utf-8")
    err = run("report", "in", "--format", "none")[2]
    assert "warning: in/feed.xml#1 and 29 more of its file: no text of its own" in err
    assert err.count("no text of its own") == 1


def test_fields_and_caps_of_the_settings_hold(run, here):
    (here / "checker.toml").write_text('max-claims = 1\n[fields]\ntext = "inhoud"\n')
    (here / "in" / "b.json").write_text(json.dumps({"inhoud": "It cost $5 million, and 7 men were hurt."}))
    code, out, err = run("report", "in", "--format", "json")
    assert (code, documents(out)) == (3, ["in/a.txt", "in/b.json"])
    assert "in/b.json: holds more claims than are compared (1): split it" in err
