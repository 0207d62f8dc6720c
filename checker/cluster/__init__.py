"""The whole way on a cluster: the same stages in the same order as `checker.pipeline`, over tables of Spark.

Nothing comes to the calling process but what a report shows. The tables of every step lie in a folder that all workers
reach; what is left there in the end are the four tables of the run.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from checker.engine.spark import session as spark
from checker.engine.spark.quiet import quiet
from checker.judging.rule import Rule

if TYPE_CHECKING:
    from checker.cluster.running import Found

__all__ = ["report"]

_WORK = "_steps"  # folder of the tables on the way; hidden from readers of Parquet by its first character
_PARQUET = ".parquet"


def report(
    source: Any,
    reader: Callable[[Sequence[str]], Iterator[Any]],
    *,
    engine: Any,
    master: str | None,
    rules: Sequence[Rule],
    most_claims: int,
    tables: str | None = None,
    top: int | None = None,
    texts: bool = False,
) -> "Found":
    """A run over a cluster.

    Args:
        source: files and folders, which are read here; or tables of documents: as Parquet, or one of Spark.
        reader: gives the blocks of documents of files.
        engine: "spark", or a session of it.
        master: where a new session runs; None is this machine.
        rules: in order.
        most_claims: of a document that are compared.
        tables: folder that gets the four tables, as Parquet.
        top: how many findings come back; None is all.
        texts: whether the texts of the documents come back as well.

    Raises:
        checker.engine.spark.session.MissingError: there is no Spark, or no Java.
        ValueError: documents in files and in Parquet at a time, or no folder that the workers of a cluster reach.

    """
    session = spark.session(master or "local[*]") if engine == "spark" else engine.newSession()
    with quiet(), _ground(session, tables) as ground:
        from checker.cluster.running import run

        documents = _documents(ground.session, source, reader)
        target = None if tables is None else _address(ground.session, tables)
        return run(ground, documents, rules=rules, most_claims=most_claims, top=top, target=target, texts=texts)


@contextmanager
def _ground(session: Any, tables: str | None) -> Iterator[Any]:
    """The ground of a run, in a folder that goes in the end."""
    from checker.engine.spark.ground import Ground

    spark.prepare(session)
    if tables is None and not spark.is_local(session.sparkContext.master):
        raise ValueError("a cluster needs a folder that all its workers reach: name one by `tables`")
    folder = tempfile.mkdtemp(prefix="checker-") if tables is None else None
    ground = Ground(session, _address(session, folder or f"{tables}/{_WORK}"))
    try:
        yield ground
    finally:
        ground.clear()
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def _address(session: Any, folder: str) -> str:
    """The address of a folder: a path of this machine is told apart from one of the cluster's own file system."""
    is_here = "://" not in folder and spark.is_local(session.sparkContext.master)
    return f"file://{os.path.abspath(folder)}" if is_here else folder  # noqa: PTH100 - resolves no link


def _documents(session: Any, source: Any, reader: Callable[[Sequence[str]], Iterator[Any]]) -> Any:
    """The documents as `checker.cluster.running.run` takes them."""
    if hasattr(source, "sparkSession"):
        return source
    names = [os.fspath(one) for one in ([source] if isinstance(source, (str, os.PathLike)) else source)]
    packed = [name for name in names if name.rstrip("/").endswith(_PARQUET)]
    if not packed:
        return reader(names)
    if len(packed) < len(names):
        raise ValueError("give either files and folders of articles, or tables of documents as Parquet")
    return session.read.parquet(*(_address(session, name) for name in packed))
