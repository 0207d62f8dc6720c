"""Settings: where they are found, what they may hold, how faults are told."""

import datetime as dt
import os
import time

import pytest

from checker.exits import UsageError
from checker.settings import MOST_BYTES, Settings, SettingsError, Tuning, find, load


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_no_file_is_the_defaults():
    assert load(None) == Settings()


def test_every_key(tmp_path):
    path = write(
        tmp_path / "checker.toml",
        'format = "json"\npublished = "2025-02-11"\nrules = ["a.toml", "/b"]\njobs = 2\nfail-on = "note"\nmax-findings = 3\n',
    )
    assert load(path) == Settings(
        format="json",
        published=dt.date(2025, 2, 11),
        rules=((tmp_path / "a.toml").as_posix(), "/b"),
        jobs=2,
        fail_on="note",
        max_findings=3,
        origin=path.as_posix(),
    )


def test_the_table_of_pyproject(tmp_path):
    path = write(tmp_path / "pyproject.toml", '[project]\nname = "x"\n[tool.checker]\nrules = "packs"\n')
    assert load(path).rules == ((tmp_path / "packs").as_posix(),)


def test_the_nearest_file_upwards_holds(tmp_path):
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    top = write(tmp_path / "pyproject.toml", "[tool.checker]\njobs = 2\n")
    assert find(deep) == top
    write(tmp_path / "a" / "pyproject.toml", "[tool.other]\nx = 1\n")
    assert find(deep) == top
    near = write(tmp_path / "a" / "checker.toml", "")
    assert find(deep) == near
    write(deep / "pyproject.toml", "[tool.checker]\n")
    assert find(deep) == deep / "pyproject.toml"
    write(deep / "checker.toml", "")
    assert find(deep) == deep / "checker.toml"


def test_rules_are_tuned_in_a_table(tmp_path):
    path = write(
        tmp_path / "pyproject.toml",
        '[tool.checker.rules]\npacks = ["a.toml"]\nC119 = "off"\nC620 = "warning"\n'
        "[tool.checker.rules.tolerance]\nconverted = 0.05\n",
    )
    read = load(path)
    assert read.rules == ((tmp_path / "a.toml").as_posix(),)
    assert read.tuning == Tuning({"C119": "off", "C620": "warning"}, {"converted": 0.05}, path.as_posix())


def test_a_table_of_rules_needs_no_packs(tmp_path):
    path = write(tmp_path / "checker.toml", '[rules]\nC119 = "off"\n')
    assert load(path).rules == ()


def test_fields_and_caps(tmp_path):
    path = write(
        tmp_path / "checker.toml",
        'max-megabytes = 50\nmax-claims = 9\n[fields]\ntitle = "kop.tekst"\ntext = ["delen[soort=b].t", "a.*.b"]\n',
    )
    settings = load(path)
    assert (settings.max_megabytes, settings.max_claims) == (50, 9)
    assert settings.fields == {"title": ("kop.tekst",), "text": ("delen[soort=b].t", "a.*.b")}
    write(tmp_path / "pyproject.toml", '[tool.checker.fields]\ntitle = "t"\n')
    assert load(tmp_path / "pyproject.toml").fields == {"title": ("t",)}


WRONG = {
    "fields that are none": ("fields = 5", "a table of articles, id, title"),
    "an unknown part": ('[fields]\ntitel = "a"', "a table of articles, id, title"),
    "a number for a path": ("[fields]\ntitle = 5", "a path such as"),
    "a number among paths": ('[fields]\ntitle = ["a", 5]', "a path such as"),
    "an empty path": ('[fields]\ntitle = ""', "a path such as"),
    "a path with an empty step": ('[fields]\ntitle = "a..b"', "a path such as"),
    "a path that never closes": ('[fields]\ntitle = "a[b=c"', "a path such as"),
    "a path of very many steps": (f'[fields]\ntitle = "{".".join("abcdefghij")}"', "a path such as"),
    "a very long path": (f'[fields]\ntitle = "{"a" * 999_000}"', "a path such as"),
    "no megabytes": ("max-megabytes = 0", "a whole number from 1 to 2000"),
    "more than memory holds": ("max-megabytes = 2001", "a whole number from 1 to 2000"),
    "no claims": ("max-claims = 0", "a whole number from 1 up"),
    "a switch that is none": (
        '[rules]\nC119 = "of"',
        "`rules.C119` is 'of'; it must be one of off, on, error, warning, note",
    ),
    "a switch that is no text": ("[rules]\nC119 = false", "`rules.C119` is 'False'"),
    "a list as a switch": ("[rules]\nC119 = []", "`rules.C119` is '[]'"),
    "a tolerance that is text": (
        '[rules.tolerance]\nx = "1"',
        "`rules.tolerance.x` is '1'; it must be a number from 0 up",
    ),
    "a tolerance below 0": ("[rules.tolerance]\nx = -1", "a number from 0 up"),
    "a tolerance without end": ("[rules.tolerance]\nx = inf", "a number from 0 up"),
    "tolerances that are no table": ("[rules]\ntolerance = 1", "a table of names and numbers"),
    "packs that are none": ("[rules]\npacks = 1", "`rules` is '1'; it must be a path"),
    "an unknown key": ('formt = "json"', "unknown key `formt`; did you mean `format`?"),
    "a key like none": ("zzz = 1", "unknown key `zzz`; known are format"),
    "a flag's spelling": ('fail_on = "note"', "did you mean `fail-on`?"),
    "a number for text": ("format = 5", "`format` is '5'; it must be a format's name"),
    "text for a number": ('jobs = "many"', "`jobs` is 'many'; it must be a whole number from 1 up"),
    "yes for a number": ("jobs = true", "whole number"),
    "none of them": ("jobs = 0", "whole number from 1 up"),
    "a fraction": ("max-findings = 1.5", "whole number from 0 up"),
    "an unknown severity": ('fail-on = "bad"', "it must be one of error, warning, note"),
    "no day": ('published = "yesterday"', "a day, such as 2025-02-11"),
    "no paths": ("rules = [1]", "a path or a list of paths"),
    "no TOML": ("format = ", "not TOML"),
    "a key of very many parts": (".".join(["a"] * 20_000) + " = 1", "a key of more than 32 parts"),
    "quoted parts": (".".join(['"a"'] * 20_000) + " = 1", "a key of more than 32 parts"),
    "a deep value": ("format = " + "[" * 100_000, "not TOML"),
    "too large": ("#" * (MOST_BYTES + 1), "larger than 1 MB"),
}


@pytest.mark.parametrize(("text", "told"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_names_file_and_repair(tmp_path, text, told):
    path = write(tmp_path / "checker.toml", text)
    began = time.process_time()
    with pytest.raises(SettingsError) as raised:
        load(path)
    assert str(raised.value).startswith(f"{path.as_posix()}: ")
    assert told in str(raised.value)
    assert time.process_time() - began < 2


def test_a_table_that_is_none(tmp_path):
    with pytest.raises(SettingsError, match="must be a table"):
        load(write(tmp_path / "pyproject.toml", "tool.checker = 1"))


def test_what_is_no_file(tmp_path):
    with pytest.raises(UsageError, match="no such file"):
        load(tmp_path / "checker.toml")
    os.mkfifo(tmp_path / "checker.toml")
    with pytest.raises(SettingsError, match="not a regular file"):
        load(tmp_path / "checker.toml")


def test_what_is_no_utf8(tmp_path):
    (tmp_path / "checker.toml").write_bytes(b'format = "\xff"')
    with pytest.raises(SettingsError, match="not UTF-8 at byte 10"):
        load(tmp_path / "checker.toml")


def test_a_byte_order_mark_and_windows_line_ends(tmp_path):
    (tmp_path / "checker.toml").write_bytes(b'\xef\xbb\xbfjobs = 2\r\nformat = "json"\r\n')
    assert load(tmp_path / "checker.toml").jobs == 2
