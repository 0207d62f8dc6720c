"""Where an archive is, and how it is opened: to be made, to be written, or only to be read."""

import contextlib
import os
import sqlite3
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import (
    Boolean,
    Connection,
    Engine,
    Float,
    Integer,
    LargeBinary,
    String,
    create_engine,
    event,
    func,
    inspect,
    literal,
    select,
)
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoResultFound, ProgrammingError
from sqlalchemy.pool import NullPool
from sqlalchemy.types import TypeEngine

from checker.archive.errors import ArchiveError, DamagedError
from checker.archive.schema import ARCHIVE, TABLES, VERSION

_PATIENCE = 600  # seconds a writer waits for those before it
_PAGES = -262_144  # kB of pages a writer keeps in memory: keys are set in at many places
_MAGIC = b"SQLite format 3\0"
_SERVERS = ("postgresql", "postgres")
_LOCK = 7_305_514_216  # the number by which the writers of a server queue


@dataclass(frozen=True, slots=True)
class Address:
    """An address as given: a file, or a server's database."""

    shown: str  # without a password
    file: Path | None  # of SQLite
    url: URL | None = None  # of a server

    @property
    def is_there(self) -> bool:
        """Whether something is at the address; of a server that is not known before it is asked."""
        return self.file is None or os.path.lexists(self.file)


def address(given: str) -> Address:
    """The address that words name: without a scheme the path of a SQLite file, whatever its name.

    Raises:
        ArchiveError: a scheme other than `postgresql`, or nothing at all.

    """
    if not given.strip():
        raise ArchiveError("the archive's address is empty; give a file")
    if "://" not in given:
        return Address(given, Path(given))
    try:
        url = make_url(given)
        shown = url.render_as_string(hide_password=True)
    except (ArgumentError, ValueError):  # also for what is no text: bytes of a command line
        raise ArchiveError(f"{given.partition('://')[0]}://…: cannot be read as the address of an archive") from None
    if url.drivername not in _SERVERS:
        raise ArchiveError(f"{url.drivername}://…: an archive is a file, or postgresql://HOST/DATABASE")
    return Address(shown, None, url.set(drivername="postgresql+psycopg"))


@contextlib.contextmanager
def reading(where: Address) -> Iterator[Connection]:
    """A connection that cannot write; all it reads is of one moment.

    Raises:
        ArchiveError: nothing is there, or no archive of this version.
        DamagedError: it cannot be read.

    """
    if not where.is_there:
        raise ArchiveError(f"{where.shown}: no such archive; `checker archive add` makes it")
    with _connected(where, "read") as connection:
        _check(where, connection)
        yield connection


@contextlib.contextmanager
def writing(where: Address, *, makes: bool = False) -> Iterator[Connection]:
    """A connection in one transaction, which other writers wait for; kept as a whole, or not at all.

    Args:
        where: the archive.
        makes: whether it is made where nothing is.

    Raises:
        ArchiveError: as `reading`.
        DamagedError: it cannot be read or written.

    """
    if not makes and not where.is_there:
        raise ArchiveError(f"{where.shown}: no such archive; `checker archive add` makes it")
    with _connected(where, "write") as connection:
        if makes and not inspect(connection).get_table_names():
            TABLES.create_all(connection)
            connection.execute(ARCHIVE.insert().values(version=VERSION))
        _check(where, connection)
        yield connection


@contextlib.contextmanager
def alone(where: Address) -> Iterator[Connection]:
    """A connection without a transaction, for what databases do only outside of one.

    Raises:
        DamagedError: it cannot be read or written.

    """
    with _connected(where, "alone") as connection:
        yield connection


# How a connection is used: the first statement of its transaction by kind of database; alone has no transaction.
_BEGIN: Mapping[str, tuple[str, str]] = {
    "read": ("BEGIN", "SELECT 1"),
    "write": ("BEGIN IMMEDIATE", f"SELECT pg_advisory_xact_lock({_LOCK})"),
}


@contextlib.contextmanager
def _connected(where: Address, use: str) -> Iterator[Connection]:
    check_file(where)
    engine = _of_file(where.file, use) if where.file is not None else _of_server(where, use)
    if use in _BEGIN:
        # The drivers' own transactions begin at the first change, or look before they wait: too late for who queues.
        event.listen(engine, "begin", lambda made: made.exec_driver_sql(_BEGIN[use][where.file is None]))
    try:
        with engine.begin() if use in _BEGIN else engine.connect() as connection, _of_kind(where, connection):
            yield connection
    except ProgrammingError:
        raise  # a fault of ours, not of the archive
    except DBAPIError as error:
        raise _told(where, error) from error
    except NoResultFound as error:
        raise DamagedError(f"{where.shown}: {_DAMAGED} (a row that others name is not found)") from error
    except UnicodeDecodeError as error:  # of damaged names, which the driver decodes itself
        raise DamagedError(f"{where.shown}: {_DAMAGED} (text that is none)") from error
    finally:
        engine.dispose()


@contextlib.contextmanager
def _of_kind(where: Address, connection: Connection) -> Iterator[None]:
    """What a cell of another kind than was written leads to is damage: a file of SQLite holds any kind in any cell."""
    try:
        yield
    except (ArithmeticError, AttributeError, TypeError, ValueError) as error:
        if where.file is None or not _has_strange_cell(connection):
            raise
        raise DamagedError(f"{where.shown}: {_DAMAGED} (a cell of another kind than was written)") from error


def _has_strange_cell(connection: Connection) -> bool:
    """Whether any cell is of a kind that its column does not hold."""
    return any(
        connection.execute(select(literal(1)).where(func.typeof(column).not_in((*kinds, "null"))).limit(1)).first()
        for table in TABLES.sorted_tables
        for column in table.columns
        for kind, kinds in _KINDS
        if isinstance(column.type, kind)
    )


# Kind of a column, and the kinds of cells in which SQLite keeps it.
_KINDS: tuple[tuple[type[TypeEngine[Any]], tuple[str, ...]], ...] = (
    (String, ("text",)),
    (Integer, ("integer",)),
    (Boolean, ("integer",)),
    (Float, ("real", "integer")),
    (LargeBinary, ("blob",)),
)


def _of_file(file: Path, use: str) -> Engine:
    engine = create_engine("sqlite://", creator=lambda: _open(file, is_read_only=use == "read"), poolclass=NullPool)
    return engine if use in _BEGIN else engine.execution_options(isolation_level="AUTOCOMMIT")


def check_file(where: Address) -> None:
    """See that a file is a database, as far as its first bytes tell; an empty file is one to be.

    Raises:
        ArchiveError: it is none.
        DamagedError: it cannot be read.

    """
    file = where.file
    if file is None or not os.path.lexists(file):
        return
    try:
        is_regular = stat.S_ISREG(os.stat(file).st_mode)  # noqa: PTH116 - a link is followed, a broken one is told
        first = _first_bytes(file) if is_regular else b""
    except OSError as error:
        raise DamagedError(f"{file}: cannot be read: {str(error.strerror).lower()}") from None
    if not is_regular or first not in (b"", _MAGIC):
        raise ArchiveError(f"{file}: {'no archive' if is_regular else 'no regular file'}; give another --archive")


def _first_bytes(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(len(_MAGIC))


def _open(file: Path, *, is_read_only: bool) -> sqlite3.Connection:
    name = quote(os.path.abspath(file))  # noqa: PTH100 - links stay as they are
    log = Path(f"{file}-wal")
    # On a medium that cannot be written SQLite asks to be told that nobody else writes either.
    is_fixed = is_read_only and not os.access(file.parent, os.W_OK) and not log.exists()
    mode = "mode=ro&immutable=1" if is_fixed else "mode=ro" if is_read_only else "mode=rwc"
    opened = sqlite3.connect(f"file:{name}?{mode}", uri=True, timeout=_PATIENCE, isolation_level=None)
    try:
        settings = () if is_read_only or _is_foreign(opened) else _OF_WRITERS
        for setting in (*settings, "trusted_schema = off", "foreign_keys = on"):
            opened.execute(f"PRAGMA {setting}").close()
    except sqlite3.Error:
        opened.close()
        raise
    return opened


_OF_WRITERS = ("journal_mode = wal", "synchronous = full", f"cache_size = {_PAGES}")


def _is_foreign(opened: sqlite3.Connection) -> bool:
    """Whether it is somebody else's database: nothing of it may change."""
    names = {name for (name,) in opened.execute("SELECT name FROM sqlite_schema").fetchall()}
    return bool(names) and ARCHIVE.name not in names


def _of_server(where: Address, use: str) -> Engine:
    assert where.url is not None  # noqa: S101 - an address is a file or a server
    level = {"read": "REPEATABLE READ", "write": "READ COMMITTED"}.get(use, "AUTOCOMMIT")
    try:
        engine = create_engine(where.url, poolclass=NullPool, isolation_level=level)
    except ImportError:
        raise ArchiveError(f"{where.shown}: needs psycopg; install checker[postgres]") from None
    return engine.execution_options(postgresql_readonly=True) if use == "read" else engine


# What runs when it is read or written, perhaps for ever.
_STRANGE = (
    "SELECT name FROM sqlite_schema WHERE type IN ('view', 'trigger') OR sql LIKE 'CREATE VIRTUAL%' "
    "ORDER BY name LIMIT 1"
)


def _check(where: Address, connection: Connection) -> None:
    """Refuse what is no archive, and archives of other versions."""
    if not inspect(connection).has_table(ARCHIVE.name):
        raise ArchiveError(f"{where.shown}: a database, but no archive of checker; give another --archive")
    strange = connection.exec_driver_sql(_STRANGE).scalars().all() if where.file is not None else []
    if strange:
        raise DamagedError(
            f"{where.shown}: holds {strange[0][:60]!r}, a view, trigger or virtual table, as no archive does: "
            "somebody changed it. Restore it, or make it anew with `archive add`"
        )
    found = connection.execute(select(ARCHIVE.c.version)).scalars().all()
    if found != [VERSION]:
        named = ", ".join(map(str, found)) or "none"
        raise ArchiveError(
            f"{where.shown}: an archive of version {named}; this checker reads version {VERSION}. "
            "Make it anew with `checker archive add`, or use the checker that wrote it"
        )


# Words of SQLite's errors -> what they mean to whoever runs this.
_MEANT = {
    "locked": "somebody else is writing to it; try again",
    "readonly": "cannot be written",
    "full": "cannot be written: the disk is full",
    "unable to open": "cannot be opened; look at the folder and who may write there",
    "connection": "the server does not answer",
}
_DAMAGED = "is damaged; `checker archive verify` tells what of it. Restore it, or make it anew with `archive add`"


def _told(where: Address, error: DBAPIError) -> DamagedError:
    words = " ".join(str(error.orig).split())
    meant = next((meaning for word, meaning in _MEANT.items() if word in words), None)
    return DamagedError(f"{where.shown}: {meant or f'{_DAMAGED} ({words[:200]})'}")
