"""The folder in which a gate keeps what the next one need not find out again; pandas is not needed to ask it."""

import contextlib
import datetime as dt
import os
import stat
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.cache import identity
from checker.cache.results import Result, is_keepable, kept, recall
from checker.cache.sealed import DisbeliefError, opened, sealed
from checker.output import say, to_file
from checker.reading.digests import digest
from checker.settings import Settings, Tuning

if TYPE_CHECKING:
    from checker.cache.claims import Known


@dataclass(frozen=True)
class GateCache:
    """What a gate goes by, and the folder in which its results lie. Not read or written but by its methods."""

    folder: Path
    paths: Sequence[str]
    settings: Settings
    words: Mapping[str, Any]  # of the command line, as far as they change what is told
    baseline: Path | None
    today: dt.date
    has_archive: bool = False  # what it holds is in no digest: only claims are kept

    def run(self, formats: Collection[str], gate: "Callable[[Known], Result]") -> Result:
        """What the gate tells: as kept, where nothing has changed; else as it runs now, which is then kept.

        Args:
            formats: in which its report is wanted.
            gate: runs it, with the claims that are known.

        """
        key = self._key()
        with self._doubted():
            told = recall(self.folder, key, formats) if key else None
            if told is not None:
                return told
        known = self._known()
        told = gate(known)
        is_same = key is not None and key == self._key()  # else a file changed meanwhile
        with self._told_if_not_written():
            self._write(kept(told, str(key)) if is_same and is_keepable(told) else iter(()))
            self._write(_claims(known))
        return told

    @cached_property
    def _tool(self) -> str:
        return identity.of_tool()

    def _key(self) -> str | None:
        """The digest of all that the outcome depends on; None where that cannot be known."""
        files = None if self.has_archive else digest(self.paths, self.settings.max_megabytes << 20)
        if files is None:
            return None
        plain = replace(self.settings, format=None, jobs=None, origin=None, rules=(), tuning=Tuning())
        plain = replace(plain, stated=frozenset())
        tuning = self.settings.tuning.codes, self.settings.tuning.tolerances
        accepted = (identity.of_files([self.baseline]), self.today) if self.baseline else ()
        beside = [identity.of_files(named) for named in (self.settings.rules, self.settings.facts)]
        return identity.digest(self._tool, files, asdict(plain), tuning, beside, self.words, accepted)

    def _known(self) -> "Known":
        from checker.cache.claims import FILE, Known

        name = identity.digest(self._tool, self.settings.max_claims)
        with self._doubted(FILE):
            return Known(name, opened(self.folder / FILE))
        return Known(name)

    @contextlib.contextmanager
    def _doubted(self, name: str = "") -> Iterator[None]:
        """Say what is not believed; the run goes on without it."""
        try:
            yield
        except DisbeliefError as error:
            say(f"cache: {(self.folder / name).as_posix()}: {error}; made anew")

    @contextlib.contextmanager
    def _told_if_not_written(self) -> Iterator[None]:
        """The run is what counts: a cache that cannot be written is only told."""
        try:
            yield
        except OSError as error:
            say(f"cache: {self.folder.as_posix()}: cannot be written: {(error.strerror or str(error)).lower()}")

    def _write(self, files: Iterator[tuple[str, bytes]]) -> None:
        for name, content in files:
            if not self.folder.is_dir():
                self.folder.mkdir(parents=True)
                to_file("*\n", self.folder / ".gitignore")  # ours alone, and nothing to commit
            place = self.folder / name
            if os.path.lexists(place) and not stat.S_ISREG(place.lstat().st_mode):
                place.unlink()  # a link would lead the writing elsewhere, a pipe would wait
            to_file(content, place)


def _claims(known: "Known") -> Iterator[tuple[str, bytes]]:
    from checker.cache.claims import FILE

    if known.is_changed:
        yield FILE, sealed(known.content())
