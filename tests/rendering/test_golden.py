"""Whole outputs, byte for byte. `CHECKER_GOLDEN=write python -m pytest tests/rendering/test_golden.py` writes them anew."""

import os
import re
from pathlib import Path

import pytest

from checker.rendering import CLAIM_FORMATS, FORMATS
from tests.rendering.story import bridge, nothing

GOLDEN = Path(__file__).parent.parent / "golden"
RUNS = {"bridge": bridge, "nothing": nothing}
ENDINGS = {
    "markdown": "md",
    "html": "html",
    "json": "json",
    "text": "txt",
    "csv": "csv",
    "sarif": "sarif",
    "junit": "junit.xml",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "rdjson": "rdjson.json",
}
CLAIM_ENDINGS = {"table": "claims.txt", "csv": "claims.csv", "jsonl": "claims.jsonl"}


def _told(form, written):
    """The page without its style and script, and the digests of the two: they change often and say nothing of a run."""
    if form != "html":
        return written
    bare = re.sub(r"<style>.*?</style>|<script>.*?</script>", "", written, flags=re.DOTALL)
    return re.sub(r"sha256-[\w+/=]+", "sha256-", bare)


def _compare(name, written):
    path = GOLDEN / name
    if os.environ.get("CHECKER_GOLDEN") == "write":
        path.write_bytes(written.encode())
    assert path.read_bytes().decode() == written


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize(("form", "ending"), ENDINGS.items())
def test_a_report_is_as_before(run, form, ending):
    _compare(f"{run}.{ending}", _told(form, FORMATS[form](RUNS[run]())))


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize(("form", "ending"), CLAIM_ENDINGS.items())
def test_claims_are_as_before(run, form, ending):
    _compare(f"{run}.{ending}", CLAIM_FORMATS[form](RUNS[run]()))


def test_every_format_has_a_golden_file():
    assert set(ENDINGS) == set(FORMATS)
    assert {*CLAIM_ENDINGS, "parquet"} == set(CLAIM_FORMATS)
