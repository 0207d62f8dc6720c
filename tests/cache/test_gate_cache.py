"""The gate with a cache tells what it tells without one, byte for byte; and never believes what it should not."""

import json
import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from checker import extracting, extraction, gate_cache, pipeline
from checker.cache import identity
from checker.cache.sealed import DisbeliefError, opened, sealed
from checker.cli import main

FORMS = ("json", "sarif", "text", "markdown", "csv")
FRONT = "---\ntitle: Fire\noutlet: {0}.example\ndate: 2025-03-04\n---\n\nPORT MERIDIAN, March 4, 2025 ({0}) - "
TEXT = FRONT + "A ferry fire killed {1} people in Port Meridian on Monday, police said.\n"


@pytest.fixture(autouse=True)
def batch(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("new").mkdir()
    write("harbour", 14)
    write("ledger", 17)
    write("gazette", 14)
    monkeypatch.setattr(identity, "of_tool", lambda: "the tool")


@pytest.fixture
def extracted(monkeypatch):
    """Paths of the documents whose claims were extracted."""
    paths = []

    def counting(documents, most):
        paths.extend(documents["path"])
        return extraction.extract(documents, most)

    monkeypatch.setattr(extracting, "extract", counting)
    return paths


def write(outlet, count, suffix="md"):
    Path("new", f"{outlet}.{suffix}").write_text(TEXT.format(outlet, count), encoding="utf-8")


def run(capsys, *arguments):
    """Exit code, every output and both streams of a gate."""
    outputs = [word for name in FORMS for word in ("--output", f"{name}=out.{name}")]
    for name in FORMS:
        Path(f"out.{name}").unlink(missing_ok=True)
    code = main(["gate", "new", *outputs, *map(str, arguments)])
    told = capsys.readouterr()
    return code, [Path(f"out.{name}").read_bytes() for name in FORMS], told.out, told.err


def cached(capsys, *arguments):
    return run(capsys, "--cache", "kept", *arguments)


def test_nothing_is_written_unless_asked(capsys):
    before = set(Path.cwd().iterdir())
    main(["gate", "new", "--format", "none"])
    capsys.readouterr()
    assert set(Path.cwd().iterdir()) == before


CHANGES = {
    "nothing": lambda: None,
    "a value": lambda: write("ledger", 18),
    "a new document": lambda: write("courier", 19),
    "one gone": lambda: Path("new/harbour.md").unlink(),
    "one moved": lambda: Path("new/ledger.md").rename("new/a.md"),
    "one touched": lambda: os.utime("new/ledger.md", (1, 1)),
    "the same bytes once more": lambda: shutil.copy("new/ledger.md", "new/again.md"),
    "one that cannot be read": lambda: Path("new/broken.txt").write_bytes(b"\0\1\2" * 50),
    "one of another type": lambda: Path("new/notes.pdf").write_bytes(b"%PDF"),
    "an empty one": lambda: Path("new/empty.txt").write_bytes(b""),
    "one that is not English": lambda: Path("new/de.txt").write_text(
        "Bei dem Brand auf der Fähre sind am Montag 14 Menschen gestorben, sagte die Polizei in der Stadt.\n" * 3
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_same_bytes_with_and_without(capsys, change):
    cached(capsys)
    change()
    plain = run(capsys)
    assert cached(capsys) == plain
    assert cached(capsys) == plain


WORDS = [
    ("--fail-on", "warning"),
    ("--max-findings", "5"),
    ("--published", "2025-03-09"),
    ("--baseline", "known.txt"),
    ("--baseline", "known.txt", "--today", "2025-04-02"),
    ("--format", "markdown"),
    ("--format", "none"),
    ("--show", "undecided"),
    ("--config", "other.toml"),
    ("--jobs", "2"),
]


@pytest.mark.parametrize("words", WORDS, ids=" ".join)
def test_the_same_bytes_with_other_words(capsys, words):
    if "--baseline" in words:
        accepting = ["--baseline", "known.txt", "--reason", "r", "--until", "2025-04-01"]
        main(["baseline", "write", "new", *accepting])
    Path("other.toml").write_text('[rules]\nC610 = "note"\nC620 = "note"\nC115 = "off"\n')
    capsys.readouterr()
    words = (*words, "--today", "2025-03-30") if words == ("--baseline", "known.txt") else words
    cached(capsys)
    plain = run(capsys, *words)
    assert cached(capsys, *words) == plain
    assert cached(capsys, *words) == plain


def test_only_what_is_new_is_extracted_again(capsys, extracted):
    cached(capsys)
    assert len(extracted) == 3
    cached(capsys)
    write("ledger", 18)
    cached(capsys)
    assert extracted[3:] == ["new/ledger.md"]
    cached(capsys, "--fail-on", "note")
    assert len(extracted) == 4, "claims do not depend on what fails"


def test_another_format_needs_no_extraction(capsys, extracted):
    cached(capsys)
    assert main(["gate", "new", "--cache", "kept", "--format", "junit"]) == 1
    assert capsys.readouterr().out.startswith("<testsuites")
    assert len(extracted) == 3


def test_caps_are_kept_apart(capsys):
    cached(capsys)
    Path("checker.toml").write_text("max-claims = 1\n")
    assert cached(capsys)[0] == 3
    assert cached(capsys) == run(capsys)


def test_what_was_not_wholly_read_is_tried_again(capsys, extracted):
    Path("checker.toml").write_text("max-claims = 2\n")
    cached(capsys)
    cached(capsys)
    assert len(extracted) == 6


def test_a_changed_rule_of_ones_own_counts(capsys):
    pack = Path("own.toml")
    pack.write_text("[tolerance]\nconverted = 0.05\n")
    first = cached(capsys, "--rules", pack)
    pack.write_text("nonsense")
    assert main(["gate", "new", "--cache", "kept", "--rules", "own.toml"]) == 2
    pack.write_text("[tolerance]\nconverted = 0.06\n")
    assert cached(capsys, "--rules", pack)[:2] == first[:2]


def test_another_tool_believes_nothing(capsys, extracted, monkeypatch):
    cached(capsys)
    monkeypatch.setattr(identity, "of_tool", lambda: "another")
    assert cached(capsys) == run(capsys)
    assert extracted[3:6] == ["new/gazette.md", "new/harbour.md", "new/ledger.md"]


def linked(path):
    Path("precious").write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(Path("precious").absolute())


def flipped(path, place=0.5):
    content = bytearray(path.read_bytes())
    content[int(place * (len(content) - 1))] ^= 4
    path.write_bytes(content)


def piped(path):
    path.unlink()
    os.mkfifo(path)


SPOILT = {
    **{f"a bit at {place}": partial(flipped, place=place) for place in (0, 0.01, 0.05, 0.2, 0.5, 0.9, 1)},
    "cut": lambda path: path.write_bytes(path.read_bytes()[:-7]),
    "empty": lambda path: path.write_bytes(b""),
    "longer": lambda path: path.write_bytes(path.read_bytes() + b"x"),
    "foreign": lambda path: path.write_bytes(b"\x80\x04\x95 a pickle of somebody else's"),
    "a pipe": piped,
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_what_is_spoilt_is_not_opened(spoil):
    path = Path("one")
    path.write_bytes(sealed(b"some content that is longer than its seal " * 9))
    assert opened(path).startswith(b"some content")
    spoil(path)
    with pytest.raises(DisbeliefError):
        opened(path)


def strange(path, content=b"[1, 2]"):
    path.write_bytes(sealed(content))


SPOILT_FILES = [
    (".checker-claims", flipped),
    (".checker-claims", strange),
    (".checker-claims", piped),
    (".checker-outcome", flipped),
    (".checker-outcome", strange),
    (".checker-outcome", partial(strange, content=b"[" * 200_000)),
    (".checker-report-json", flipped),
    (".checker-report-json", strange),
]


@pytest.mark.parametrize(("name", "spoil"), SPOILT_FILES)
def test_a_spoilt_cache_is_told_and_made_anew(capsys, name, spoil):
    plain = run(capsys)
    cached(capsys)
    spoil(Path("kept", name))
    if name == ".checker-claims":
        Path("kept/.checker-outcome").unlink()  # else nobody asks for claims
    code, outputs, out, err = cached(capsys)
    assert (code, outputs, out) == plain[:3]
    assert err.startswith("cache: kept")
    assert err.endswith(plain[3])
    assert "made anew" in err
    assert cached(capsys) == plain, "it was made anew"


def test_a_link_in_the_cache_is_not_written_through(capsys):
    cached(capsys)
    linked(Path("kept/.checker-outcome"))
    before = Path("precious").read_bytes()
    write("ledger", 18)
    cached(capsys)
    assert Path("precious").read_bytes() == before


def test_reports_of_two_runs_are_not_mixed(capsys):
    cached(capsys)
    old = Path("kept/.checker-report-json").read_bytes()
    write("ledger", 18)
    cached(capsys)
    Path("kept/.checker-report-json").write_bytes(old)
    code, outputs, _, err = cached(capsys)
    assert (code, outputs) == run(capsys)[:2]
    assert "of another run" in err


def test_a_line_that_moves_the_cursor_is_not_believed(capsys):
    cached(capsys)
    path = Path("kept/.checker-outcome")
    manifest = json.loads(path.read_bytes().partition(b"\n")[2])
    manifest["lines"] = ["\x1b[2J all is well"]
    path.write_bytes(sealed(json.dumps(manifest).encode()))
    assert "\x1b" not in cached(capsys)[3]


def test_a_file_that_changes_meanwhile_is_not_kept(capsys, monkeypatch):
    run_gate = pipeline.gate

    def slow(*arguments, **named):
        found = run_gate(*arguments, **named)
        write("ledger", 14)
        return found

    monkeypatch.setattr(pipeline, "gate", slow)
    assert cached(capsys)[0] == 1
    assert not Path("kept/.checker-outcome").exists()
    monkeypatch.undo()


@pytest.mark.parametrize("place", ["a-file", "a-file/below"])
def test_a_cache_that_is_no_folder(place, capsys):
    Path("a-file").write_text("mine")
    code = main(["gate", "new", "--cache", place, "--format", "none"])
    told = capsys.readouterr().err
    assert code == (2 if place == "a-file" else 1)
    assert ("not a folder" if code == 2 else "cannot be ") in told
    assert Path("a-file").read_text() == "mine"


def test_the_cache_may_lie_among_the_articles(capsys):
    plain = run(capsys)
    assert run(capsys, "--cache", "new") == plain
    assert run(capsys, "--cache", "new") == plain
    assert not Path("new/.gitignore").exists(), "of a folder that is not ours nothing is hidden"


def test_standard_input_is_read_each_time(tmp_path, monkeypatch, capsys):
    for count, code in ((14, 0), (17, 1)):
        with (tmp_path / "in.md").open("w+b") as file:
            file.write(TEXT.format("wire", count).encode())
            file.seek(0)
            monkeypatch.setattr(sys, "stdin", os.fdopen(os.dup(file.fileno()), "r"))
            assert main(["gate", "new/harbour.md", "-", "--cache", "kept", "--format", "none"]) == code
            sys.stdin.close()
        capsys.readouterr()


HEAVY = {"pandas", "numpy", "pyarrow", "duckdb", "re2", "pint", "jinja2", "tabulate", "trafilatura"}


def test_where_nothing_changed_nothing_heavy_is_loaded():
    code = f"""
import sys
from checker.cache import identity
identity.of_tool = lambda: "the tool"
from checker.cli import main
told = main(["gate", "new", "--cache", "kept"])
print(told, sorted(set(sys.modules) & {HEAVY!r}))
"""
    root = Path(gate_cache.__file__).parent.parent
    environment = os.environ | {"PYTHONPATH": str(root)}
    first, second = (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
        for _ in range(2)
    )
    assert first.stdout.splitlines()[:-1] == second.stdout.splitlines()[:-1]
    assert first.stderr == second.stderr
    assert second.stdout.splitlines()[-1] == "1 []"


def test_beside_an_archive_claims_are_kept_and_nothing_else(capsys, extracted):
    assert main(["archive", "add", "new/harbour.md", "--archive", "kept.archive"]) == 0
    Path("new/harbour.md").unlink()
    capsys.readouterr()
    plain = run(capsys, "--archive", "kept.archive")
    del extracted[:]
    assert cached(capsys, "--archive", "kept.archive") == plain
    assert cached(capsys, "--archive", "kept.archive") == plain
    assert len(extracted) == 2
    assert not Path("kept/.checker-outcome").exists()
