"""What does not need Spark: the words of the command line, what is said where it is not there, tables as Arrow."""

import subprocess
import sys

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import checker
from checker import archive, cli
from checker.engine.arrow import from_arrow, schema, to_arrow
from checker.engine.spark import session
from checker.engine.spark.linking import stars
from checker.matching import lasting_keys
from checker.tables import DOCUMENTS, TABLES
from tests.engine import spark_batch

NAMES = ("documents", "claims", "pairs", "findings")


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "checker.toml").write_text("")
    (tmp_path / "in").mkdir()
    spark_batch.write(tmp_path / "in", 8)
    (tmp_path / "in" / "broken.md").unlink()
    return tmp_path


WRONG = [
    (("--master", "local[2]"), "--master is for --engine spark"),
    (
        ("--engine", "spark", "--archive", "a.db"),
        "--engine spark compares with no --archive and no --facts yet: leave them out",
    ),
    (
        ("--engine", "spark", "--facts", "in/again.txt"),
        "--engine spark compares with no --archive and no --facts yet: leave them out",
    ),
    (("--engine", "dask"), "argument --engine: invalid choice: 'dask' (choose from "),
    (("--top", "0"), "argument --top: invalid whole number from 1 up value: '0'"),
]


@pytest.mark.parametrize(("words", "told"), WRONG)
@pytest.mark.usefixtures("here")
def test_wrong_usage(words, told, capsys):
    assert cli.main(["report", "in", *words]) == 2
    assert capsys.readouterr().err.startswith(f"checker: {told}")


@pytest.mark.usefixtures("here")
def test_without_the_extra_one_line_says_so(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    assert cli.main(["report", "in", "--engine", "spark"]) == 2
    assert capsys.readouterr().err == "checker: Spark is not installed: pip install 'checker[spark]'\n"


@pytest.mark.parametrize(
    "told",
    [
        "JAVA_HOME is not set\n",
        "env: bash: No such file or directory\n",
        "Error: UnsupportedClassVersionError: Main, 61.0\n",
    ],
)
def test_what_java_says_is_told_in_one_line(told):
    assert session._reason(told) == "Spark needs Java 17 or newer: install it, or set JAVA_HOME"


def test_another_fault_of_java_is_told_as_it_is():
    told = "WARNING: Using incubator modules\nException in thread main: no space left\n\tat a.b.C"
    assert session._reason(told) == "Spark did not start: Exception in thread main: no space left"


@pytest.mark.parametrize(
    ("engine", "why"),
    [("dask", "it must be local, spark, or a session of Spark"), ("spark", "no archive and no reference facts")],
)
def test_an_engine_that_is_none_or_cannot_is_refused(here, engine, why):
    with pytest.raises(ValueError, match=why):
        checker.report(here / "in", engine=engine, archive="none.db")


def test_spark_is_not_loaded_by_the_local_engine():
    code = "import sys, checker; checker.report('seeds'); print(*(n for n in sys.modules if n.startswith(('pyspark', 'py4j'))))"
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ran.stdout == "\n"


def test_the_local_engine_writes_the_tables_as_well(here):
    found = checker.report(here / "in", tables=here / "out")
    for name in NAMES:
        lying = from_arrow(pq.read_table(here / "out" / f"{name}.parquet"), TABLES[name])
        expected = getattr(found, name)
        pd.testing.assert_frame_equal(lying if name != "documents" else lying.fillna(expected), expected)


def test_the_first_findings_come_with_all_that_they_need(here):
    whole, found = checker.report(here / "in"), checker.report(here / "in", top=2)
    assert list(found.findings["fingerprint"]) == list(whole.findings["fingerprint"].head(2))
    assert {claim for claims in found.findings["claims"] for claim in claims} <= set(found.claims["id"])
    assert {*found.pairs["left"], *found.pairs["right"]} <= set(found.claims["id"])
    assert set(found.claims["document"]) == set(found.documents["id"])
    read = f"{len(whole.documents)} documents read, {len(whole.claims)} claims"
    assert f"{read}. Of {len(whole.findings)} findings the 2 most pressing are told." in found.to_markdown()


def test_all_findings_are_told_as_ever(here):
    whole = checker.report(here / "in")
    assert checker.report(here / "in", top=10_000).to_markdown().count("most pressing") == 0
    assert whole.totals is None


def test_documents_outlive_the_way_as_arrow(here):
    documents = checker.read(here / "in")
    again = from_arrow(to_arrow(documents, DOCUMENTS), DOCUMENTS)
    pd.testing.assert_frame_equal(checker.extract(again), checker.extract(documents))
    assert list(again["account"]) == list(documents["account"])


def test_nothing_is_a_table_too():
    for columns in TABLES.values():
        empty = from_arrow(schema(columns).empty_table(), columns)
        assert to_arrow(empty, columns).num_rows == 0
        assert [str(dtype) for dtype in empty.dtypes] == [column.dtype for column in columns]


def test_what_hangs_together_bears_the_least_of_it():
    links = pa.record_batch([pa.array([5, 1, 8, 2]), pa.array([9, 5, 7, 2])], ["a", "b"])
    (made,) = stars(iter([links]))
    told = dict(zip(*made.to_pydict().values(), strict=True))
    assert told == {1: 1, 2: 2, 5: 1, 7: 7, 8: 7, 9: 1}


def test_tables_of_a_run_go_into_an_archive(here):
    found = checker.report(here / "in", tables=here / "out")
    documents, claims = (
        from_arrow(pq.read_table(here / "out" / f"{name}.parquet"), TABLES[name]) for name in ("documents", "claims")
    )
    added = archive.add(str(here / "a.db"), documents, claims, lasting_keys(claims), batch="2024-05-07")
    assert (added.documents, added.claims) == (len(found.documents), len(found.claims))
