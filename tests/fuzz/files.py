"""Files that are ours and may be anything: settings, baselines, rules, tables of facts, archives, caches."""

import json
import math
import sqlite3
import struct
import tempfile
from functools import cache
from pathlib import Path

import pandas as pd

from checker import archive, settings
from checker.archive import cells
from checker.archive.packing import packed, unpacked
from checker.cache import sealed
from checker.exits import UsageError
from checker.judging import RuleError, baseline, load
from checker.reading.facts import FactsError, facts
from checker.tables import Column
from checker.values.relate import RELATIONS, relate
from checker.values.value import HEDGES, Value
from tests.archive import batches
from tests.fuzz.language import _PACK
from tests.fuzz.target import HOSTILE, Target, pieces, words

_SETTINGS = pieces(
    'format|published|rules|facts|fields|max-megabytes|max-claims|jobs|fail-on|max-findings|codes|tolerance|tool.checker| = |"html"|"error"|2024-02-30|2024-02-29|07:32:00|[|]|{|}|,|.|\n|#|"|"""|true|-1|1e400|nan|0x10|C101 = "off"|near_percent = 1|[tolerance]\n|[rules]\n|"../x"|"a.b"|title = ["a.b[c=d]"]',
    "|",
)
_BASELINE = pieces(
    "0123456789abcdef|C101|-|2026-12-31|2026-02-30|known|\t|\n|\r|#|# checker baseline 2|# checker baseline 1: |<<<<<<<|=======|\x0b|\x85|\u2028",
    "|",
)
_FACTS = pieces(
    'measure|value|unit|period|entity|source|place|published|,|;|\t|\n|\r\n|"|""|people killed|38|2.4%|$65.9 billion|about 5|2024-03-05|since|Tarnby|; |percent',
    "|",
)
# fmt: on


@cache
def _folder() -> Path:
    """A folder of this process, which goes when it ends."""
    return Path(_kept().name)


@cache
def _kept() -> "tempfile.TemporaryDirectory[str]":
    memory = Path("/dev/shm")  # noqa: S108 - a folder of a name that nobody knows is made in it
    return tempfile.TemporaryDirectory(prefix="fuzz-", dir=memory if memory.is_dir() else None)


def _file(name: str, content: bytes) -> Path:
    path = _folder() / name
    path.write_bytes(content)
    return path


def setting(content: bytes) -> None:
    """A settings file: the error names it."""
    path = _file("checker.toml", content)
    try:
        settings.load(path)
    except settings.SettingsError as error:
        assert path.name in str(error)


def accepted(content: bytes) -> None:
    """A baseline: what is read is written and read again alike."""
    try:
        entries = baseline.parse(words(content), "known.txt")
    except baseline.BaselineError as error:
        assert "known.txt:" in str(error)
        return
    told = baseline.dump(entries)
    assert baseline.dump(baseline.parse(told, "again")) == told


def rules(content: bytes) -> None:
    """A pack of rules, from bytes to rules: every fault names the file."""
    path = _file("pack.toml", content)
    try:
        load([path], with_shipped=False)
    except RuleError as error:
        assert all(problem.path.endswith("pack.toml") and problem.reason for problem in error.problems)


def reference(content: bytes) -> None:
    """A table of reference facts: every row is read or told."""
    try:
        found = facts([_file("facts.csv", content)])
    except FactsError as error:
        assert "facts.csv" in str(error)
        return
    assert len(found.documents) or len(found.skipped)


def cached(content: bytes) -> None:
    """A file of the cache: believed only where it is as written."""
    try:
        believed = sealed.opened(_file("cached", content))
    except sealed.DisbeliefError:
        return
    assert sealed.sealed(believed) == content


_TABLE = tuple(Column(kind, kind, "", nullable=True) for kind in ("str", "int64", "float64", "bool", "datetime64[s]", "object"))  # fmt: skip


def rows(content: bytes) -> None:
    """Rows of an archive: cells as a database keeps them, and back."""
    text = content.decode("utf-8", "replace")
    number = struct.unpack("<d", content[:8].ljust(8, b"\0"))[0]
    whole = int.from_bytes(content[:8], "little", signed=True)
    day = pd.Timestamp(1900 + whole % 300, 1 + whole % 12, 1 + whole % 28)
    row = {"str": text, "int64": whole, "float64": number, "bool": bool(whole % 2), "datetime64[s]": day, "object": (text, text)}  # fmt: skip
    data = pd.DataFrame({one.name: pd.Series([row[one.name]], dtype=one.dtype) for one in _TABLE})
    (kept,) = cells.kept(_TABLE, data)
    held = sqlite3.connect(":memory:")
    (read,) = held.execute("SELECT ?, ?, ?, ?, ?, ?", list(kept.values()))
    held.close()
    (told,) = cells.told(_TABLE, [dict(zip(kept, read, strict=True))]).to_dict("records")
    assert told["str"] == cells.text(text)
    assert list(told["object"]) == [text, text]
    assert (told["int64"], bool(told["bool"]), told["datetime64[s]"]) == (whole, bool(whole % 2), day)
    assert told["float64"] == number or (math.isnan(number) and math.isnan(told["float64"]))
    keys = [int.from_bytes(content[at : at + 8].ljust(8, b"\0"), "little", signed=True) for at in range(0, 64, 8)]
    assert unpacked(packed(keys)) == sorted(keys)


@cache
def _archive() -> tuple[bytes, pd.DataFrame, pd.DataFrame]:
    """A small archive, and the documents and keys of the batch that asks it."""
    path = _folder() / "whole.db"
    batches.batch(batches.TOLL.format(14), batches.QUAKE.format(3)).add(path)
    held = sqlite3.connect(path)
    held.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    held.close()
    asking = batches.batch(batches.TOLL.format(17), outlet="ledger.example")
    return path.read_bytes(), asking.documents, asking.keys


def spoilt(content: bytes) -> None:
    """An archive with bytes that are others: it answers, or says that it is damaged."""
    whole, documents, keys = _archive()
    damaged = bytearray(whole)
    for at in range(0, min(len(content), 40) - 3, 4):
        place = int.from_bytes(content[at : at + 3], "little") % len(damaged)
        damaged[place] = content[at + 3]
    path = str(_file("spoilt.db", damaged))
    try:
        archive.verify(path) if sum(content) % 8 else archive.related(path, documents, keys)  # the second takes longer
    except (archive.ArchiveError, archive.DamagedError) as error:
        assert "spoilt.db" in str(error)


def relations(content: bytes) -> None:
    """Two values: one of the relations, the same from both sides but for the two that mirror each other."""
    bits = content.ljust(44, b"\0")
    one, other = (_value(bits[at : at + 22]) for at in (0, 22))
    told = relate(one, other)
    assert told in RELATIONS
    mirrored = {"contains": "contained", "contained": "contains"}
    assert relate(other, one) == mirrored.get(told, told)


def _value(bits: bytes) -> Value:
    """A value as claims hold it: ends in order, the step not negative."""
    ends = [end / 8 for end in struct.unpack("<ii", bits[:8])]
    low, high = sorted(ends) if bits[8] % 3 else (ends[0], ends[0])
    low, high = (math.nan if bits[9] % 7 == place else end for place, end in enumerate((low, high)))
    return Value(
        low,
        high,
        bits[10] % 2 == 0,
        bits[11] % 2 == 0,
        10.0 ** (bits[12] % 12 - 3) * (bits[13] % 4 > 0),
        HEDGES[bits[14] % 8],
    )


def address(content: bytes) -> None:
    """The address of an archive: a file, a server, or wrong usage; a password is never told."""
    from checker.archive.opening import address as read

    try:
        found = read(words(content))
    except UsageError:
        return
    assert found.file is not None or found.url is not None


_HEADER = "measure,value,unit,period,entity,source,place,published\npeople killed,38,,2024-03-05,Hotel Borealis fire,Fire Service,Tarnby,2024-03-06\n"  # fmt: skip
_ADDRESSES = pieces(
    "postgresql:// postgres:// sqlite:// :// : @ / ? # user password host 5432 99999999 [::1] [ ] %00 %zz database .. .db ="
)

TARGETS = {
    "settings": Target(setting, (b'format = "html"\njobs = 2\nfail-on = "note"\n[tolerance]\nnear = 2\n',), (*_SETTINGS, *HOSTILE)),
    "baseline": Target(accepted, (b"# checker baseline 1: fingerprint\n0123456789abcdef\tC101\t-\tknown\tthe toll\n",), (*_BASELINE, *HOSTILE)),
    "rules": Target(rules, (Path("rules/counts.toml").read_bytes()[:1500] if Path("rules/counts.toml").exists() else b"[[rule]]\n",), (*_PACK, *HOSTILE), 300),
    "facts": Target(reference, (_HEADER.encode(),), (*_FACTS, *HOSTILE), 300),
    "cache": Target(cached, (sealed.sealed(b"content"),), HOSTILE, 500),
    "archive rows": Target(rows, (json.dumps(["a"]).encode(), struct.pack("<d", math.inf), struct.pack("<d", 1e300)), HOSTILE, 300),
    "archive file": Target(spoilt, (b"", struct.pack("<4I", 0x10, 0x0100_0064, 0x0D00_1000, 0xFF00_2003)), tuple(bytes([n]) for n in range(0, 256, 5)), 100),
    "addresses": Target(address, (b"postgresql://user:password@host:5432/database", b"archive.db"), (*_ADDRESSES, *HOSTILE), 1_000),
    "relations": Target(relations, (bytes(44), bytes(range(44))), tuple(bytes([n]) for n in (0, 1, 2, 3, 4, 5, 7, 8, 64, 127, 128, 255)), longest=44),
}  # fmt: skip
