"""What reading loads: nothing of the machinery of a format before a file of it is read."""

import subprocess
import sys

import pytest

MACHINERY = (
    "email",
    "xml",
    "zipfile",
    "checker.reading.office",
    "checker.reading.mail",
    "checker.reading.warc",
    "checker.reading.pdf",
    "pandas",
)


def loaded(*lines):
    code = "\n".join(("import sys", *lines, f"print([name for name in {MACHINERY!r} if name in sys.modules])"))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1]


LIGHT = {
    "the package": ["import checker"],
    "its help": ["from checker.cli import main", "try:\n    main(['--help'])\nexcept SystemExit:\n    pass"],
    "the walk along files": ["from checker.reading import walking, digests"],
}


@pytest.mark.parametrize("lines", LIGHT.values(), ids=LIGHT)
def test_nothing_is_loaded_before_it_is_needed(lines):
    assert loaded(*lines) == "[]"


def test_word_documents_and_mails_load_their_reader_only_when_there_is_one():
    told = loaded("from checker.reading import formats", "formats.plain('Five men.')")
    assert "office" not in told
    assert "mail" not in told
