"""The Spark engine on this machine: the same tables as the local engine, row for row, whatever happens on the way."""

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

import checker
from checker import cluster
from checker.engine.arrow import from_arrow, to_arrow
from checker.engine.spark.session import session
from checker.tables import DOCUMENTS, TABLES
from tests.engine import spark_batch

ROOT = Path(__file__).parent.parent.parent
MASTER = "local[2]"

try:
    import pyspark  # noqa: F401 - whether it is there
except ImportError:
    pytest.skip("PySpark is not installed: pip install -r requirements-spark.lock", allow_module_level=True)
if shutil.which("java") is None:
    pytest.skip("there is no Java, which PySpark needs", allow_module_level=True)


@pytest.fixture(scope="module")
def spark():
    made = session(MASTER)
    yield made
    made.stop()


def assert_equal(one, other, names=("documents", "claims", "pairs", "findings", "skipped")):
    for name in names:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name), obj=name)


@pytest.mark.usefixtures("spark")
def test_files_give_the_same_tables_and_the_same_report(tmp_path):
    (tmp_path / "made").mkdir()
    spark_batch.write(tmp_path / "made")
    paths = [ROOT / "seeds", ROOT / "tests" / "planted" / "ferry", tmp_path / "made"]
    found = checker.report(paths, engine="spark", master=MASTER)
    here = checker.report(paths)
    assert len(here.findings) > 20
    assert_equal(found, here)
    assert found.to_markdown() == here.to_markdown()
    assert found.exit_code == here.exit_code == 3


@pytest.fixture
def table(tmp_path):
    """A table of documents as Parquet."""
    pq.write_table(to_arrow(spark_batch.documents(), DOCUMENTS), tmp_path / "documents.parquet")
    return tmp_path / "documents.parquet"


def test_a_table_gives_the_same_though_workers_die(spark, table, tmp_path):
    documents = spark_batch.documents()
    claims = checker.extract(documents)
    pairs = checker.match(claims)
    findings = checker.judge(pairs, claims)
    with _killer(spark) as killed:
        found = checker.report(spark.read.parquet(str(table)), engine=spark, tables=tmp_path / "out", top=5)
    assert killed
    for name, frame in (("claims", claims), ("pairs", pairs), ("findings", findings)):
        pd.testing.assert_frame_equal(_lying(tmp_path / "out", name), frame, obj=name)
    assert not (tmp_path / "out" / "_steps").exists()
    _assert_first(found, findings, len(documents))


def test_tables_as_parquet_and_files_are_not_mixed(spark, table):
    told = cluster._documents(spark, [str(table)], iter)
    assert told.count() == 43
    with pytest.raises(ValueError, match="either files and folders of articles, or tables"):
        cluster._documents(spark, [str(table), "seeds"], iter)


def _assert_first(found, findings, documents):
    pd.testing.assert_frame_equal(found.findings, findings.head(5))
    assert found.totals["documents"] == documents
    assert set(found.pairs["fact"]) <= set(findings.head(5)["fact"])
    assert f"Of {len(findings)} findings the 5 most pressing are told." in found.to_markdown()


def _lying(folder, name):
    return from_arrow(pq.read_table(folder / f"{name}.parquet"), TABLES[name])


class _killer:  # noqa: N801 - used as a word
    """Kills a worker now and then while its block runs; tells whom."""

    def __init__(self, spark):
        self._killed, self._done = [], threading.Event()
        self._java = spark.sparkContext._gateway.proc.pid
        self._thread = threading.Thread(target=self._run)

    def _run(self):
        while len(self._killed) < 3 and not self._done.wait(3):
            for pid in _workers(self._java)[:1]:
                os.kill(pid, signal.SIGKILL)
                self._killed.append(pid)

    def __enter__(self):
        self._thread.start()
        return self._killed

    def __exit__(self, *_):
        self._done.set()
        self._thread.join()


def _workers(java):
    """Processes that Spark's own daemon has forked."""
    return [pid for daemon in _children(java) for pid in _children(daemon)]


def _children(pid):
    listed = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for file in listed for child in file.read_text().split()]


@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas")
def test_what_hangs_together_is_found_in_rounds_as_at_once(spark, tmp_path):
    from checker.engine.spark.ground import Ground

    chance = random.Random(5)  # noqa: S311 - not for secrets
    links = [(chance.randrange(60), chance.randrange(60)) for _ in range(30)]
    links = [(min(link), max(link)) for link in links if link[0] != link[1]] + [(100 + n, 101 + n) for n in range(4)]
    ground = Ground(spark, f"file://{tmp_path}")
    table = ground.session.createDataFrame(links, "a long, b long")
    told = [{(row.node, row.label) for row in ground.linked(table, most).collect()} for most in (100, 0)]
    assert told[0] == told[1]
    assert (104, 100) in told[0]


def _says(code, **environment):
    told = {name: value for name, value in os.environ.items() if name != "JAVA_HOME"} | environment
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=told, check=False, cwd=ROOT)


def test_without_java_one_line_says_so():
    call = "import sys; from checker.cli import main; sys.exit(main(['report', '--engine', 'spark', 'seeds']))"
    ran = _says(call, PATH="/nowhere")
    assert ran.returncode == 2
    assert ran.stderr == "checker: Spark needs Java 17 or newer: install it, or set JAVA_HOME\n"
