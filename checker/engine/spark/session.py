"""A session of Spark that keeps to itself: no page, no traffic but on the loopback interface, hardly a log."""

import sys
from tempfile import TemporaryFile
from typing import Any

from checker.engine.spark.quiet import quiet

# What a session needs whoever made it: SQL texts quote names as the standard does.
NEEDED = {"spark.sql.ansi.doubleQuotedIdentifiers": "true", "spark.sql.ansi.enabled": "true"}
_OURS = {
    "spark.app.name": "checker",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "2000",
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.python.worker.reuse": "true",
    "spark.sql.adaptive.enabled": "true",
    "spark.serializer": "org.apache.spark.serializer.KryoSerializer",
    "spark.executorEnv.PYTHONHASHSEED": "0",
}
_ON_ONE_MACHINE = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "2g",
    # Parts of a few megabytes: a small run has few tasks, whose number is most of what it costs.
    "spark.sql.adaptive.coalescePartitions.parallelismFirst": "false",
    "spark.sql.adaptive.advisoryPartitionSizeInBytes": "4m",
    # Runs on one machine are short: the better of Java's two compilers takes more time than it saves.
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmn256m",
}
_TRIES = 4  # of a part whose worker dies, as on a cluster
_PARTITIONS_EACH = 2  # of a shuffle, a core


class MissingError(RuntimeError):
    """PySpark or Java is not there; its text says what to install."""


def session(master: str) -> Any:
    """A new session, or the one of this process.

    Args:
        master: where it runs: local[2] for two processes of this machine, or the address of a cluster.

    Raises:
        MissingError: PySpark is not installed, there is no Java, or the cluster does not answer.

    """
    try:
        with quiet():
            from pyspark.sql import SparkSession
    except ImportError:
        raise MissingError("Spark is not installed: pip install 'checker[spark]'") from None
    active = SparkSession.getActiveSession()
    if active is not None:
        return active
    with quiet():
        return _started(master)


def prepare(session: Any) -> None:
    """Set what a session needs: of one that somebody else made, `newSession()` keeps its own settings as they are."""
    for name, value in {**_OURS, **NEEDED}.items():
        if name.startswith("spark.sql.") and session.conf.isModifiable(name):
            session.conf.set(name, value)


def _started(master: str) -> Any:
    from pyspark import SparkConf, SparkContext
    from pyspark.errors import PySparkException
    from pyspark.java_gateway import launch_gateway
    from pyspark.sql import SparkSession

    conf = SparkConf().setMaster(_patient(master))
    for name, value in settings(master).items():
        conf.set(name, value)
    with TemporaryFile() as told:  # what Java says on standard error, warnings of its own before all
        try:
            gateway = launch_gateway(conf, {"stderr": told})
        except (PySparkException, OSError):
            told.seek(0)
            raise MissingError(_reason(told.read().decode("utf-8", "replace"))) from None
    context = SparkContext(conf=conf, gateway=gateway)
    if is_local(master):
        context.pythonExec = sys.executable  # else the first python3 there is
    return SparkSession(context)


def settings(master: str) -> dict[str, str]:
    """The settings of a session of ours."""
    if not is_local(master):
        return {**_OURS, **NEEDED}
    here = {"spark.sql.shuffle.partitions": str(_PARTITIONS_EACH * _cores(master)), "spark.default.parallelism": "2"}
    return {**_OURS, **NEEDED, **_ON_ONE_MACHINE, **here}


def is_local(master: str) -> bool:
    """Whether everything runs on this machine."""
    return master.startswith("local")


def _patient(master: str) -> str:
    """On one machine Spark gives up when a worker dies once, unless it is told otherwise."""
    return f"{master[:-1]},{_TRIES}]" if master.startswith("local[") and "," not in master else master


def _cores(master: str) -> int:
    words = master.removeprefix("local[").partition("]")[0].partition(",")[0]
    return int(words) if words.isdecimal() else 4


def _reason(told: str) -> str:
    """Why it did not start, from what it said on standard error."""
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    if "UnsupportedClassVersion" in told or not any("rror" in line or "xception" in line for line in lines):
        return "Spark needs Java 17 or newer: install it, or set JAVA_HOME"
    return f"Spark did not start: {next(line for line in lines if 'rror' in line or 'xception' in line)[:200]}"
