"""What a command line may name beside articles: rules, settings, archives, baselines, facts, lists.

Name -> words of the command line, what makes the file, the exit code, a word of what is told; the report that is
written nevertheless still holds the discrepancy where the code is 3.
"""

import os
import sqlite3
from pathlib import Path

from checker.archive.schema import VERSION
from tests.torture.hostile.contents import WORDS

_RULE = """
[[rule]]
code = "X100"
name = "a rule"
verdict = "undecided"
severity = "note"
when = '{when}'
message = "{message}"
why = "Because."
"""


def _pack(when="a.kind == b.kind", message="{a.text}", more=""):
    return _RULE.replace("{when}", when).replace("{message}", message) + more


def _file(content):
    def make(path):
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return make


PACKS = {
    "nothing": "",
    "noise": b"\x00\xff\x01" * 900,
    "no TOML": "[[rule",
    "two bytes a letter": "[[rule]]".encode("utf-16"),
    "1 MB": "# five\n" * 150_000,
    "a key of 20,000 parts": "a." * 20_000 + "b = 1",
    "a quoted key of 20,000 parts": "'a'." * 20_000 + "b = 1",
    "a header of 20,000 parts": "[" + "a." * 20_000 + "b]",
    "nested lists": "a = " + "[" * 50_000,
    "nested tables": "a = " + "{a=" * 20_000,
    "50,000 tables": "[[rule]]\n" * 28_000,
    "10,000 tables of another name": "".join(f"[a{n}]\n" for n in range(10_000)),
    "an unknown key": _pack(more='whose = "5"\n'),
    "an unknown column": _pack("a.nonsense == 1"),
    "a name of Python's": _pack("a.__class__ == b.__class__"),
    "an import": _pack("__import__(1)"),
    "a power tower": _pack("9**9**9 > a.low"),
    "a shift": _pack("1 << 999999999 > a.low"),
    "a list made": _pack("[x for x in a.kind]"),
    "a function of one's own": _pack("(lambda: 1)()"),
    "nested brackets": _pack("(" * 5_000 + "a.kind == b.kind" + ")" * 5_000),
    "not not not": _pack("not " * 5_000 + "same_document"),
    "and and and": _pack(" and ".join(["a.kind == b.kind"] * 5_000)),
    "minus minus": _pack("-" * 9_000 + "a.low > 1"),
    "a number of 9,000 digits": _pack("a.low > " + "9" * 9_000),
    "a text of 100 kB": _pack('a.kind == "' + "x" * 100_000 + '"'),
    "a text in a text": _pack('f"{a.kind}" == b.kind'),
    "a placeholder of Python's": _pack(message="{a.__class__}"),
    "a placeholder of much width": _pack(message="{a.text:>999999999}"),
    "a placeholder that converts": _pack(message="{a!r}"),
    "a placeholder that stays open": _pack(message="{a.text"),
    "a tolerance without end": "[tolerance]\nconverted = inf\n",
    "a tolerance that is none": "[tolerance]\nconverted = nan\n",
    "a tolerance below zero": "[tolerance]\nconverted = -1\n",
    "the same code twice": _pack() + _pack(),
    "a code that stands for itself": '[[rule]]\ncode = "X100"\ndeprecated = "X100"\n',
    "codes in a circle": '[[rule]]\ncode = "X100"\ndeprecated = "X101"\n[[rule]]\ncode = "X101"\ndeprecated = "X100"\n',
    "no examples": _pack(),
    "a day that cannot be": "a = 2025-02-30",
}
SETTINGS = {
    "noise": b"\x00\xff\x01" * 900,
    "no TOML": "fail-on = ",
    "two bytes a letter": "jobs = 1".encode("utf-16"),
    "2 MB": "# five\n" * 300_000,
    "a key of 20,000 parts": "a." * 20_000 + "b = 1",
    "a quoted key of 20,000 parts": '"a" . ' * 20_000 + "b = 1",
    "nested lists": "a = " + "[" * 50_000,
    "nested tables": "a = " + "{a=" * 20_000,
    "an unknown key": "fail_on = 'note'",
    "a severity that is none": "fail-on = 'never'",
    "jobs without end": "jobs = inf",
    "jobs below zero": "jobs = -5",
    "jobs of 9,000 digits": "jobs = " + "9" * 9_000,
    "a true number": "max-findings = true",
    "a day that cannot be": "published = 2025-02-30",
    "a rule that is not": "[rules]\nZ999 = 'off'",
    "a format that is none": "format = 'exec'",
    "a path that is none": 'rules = "\\u0000"',
    "rules that are not there": "rules = 'nothing.toml'",
    "a field of nonsense": "[fields]\ntext = 'a[[[b'",
    "a field of 9,000 steps": "[fields]\ntext = '" + "a." * 9_000 + "b'",
    "the same key twice": "jobs = 1\njobs = 2",
}


def _archive_of(path, more=""):
    """An archive in which another outlet tells the fire."""
    from tests.archive.batches import TOLL, batch

    batch(*(TOLL.format(number) for number in range(20, 60))).add(path)
    if more:
        with sqlite3.connect(path) as opened:
            opened.executescript(more)
        opened.close()


def _changed(more):
    return lambda path: _archive_of(path, more)


def _spoilt(spoil):
    def make(path):
        _archive_of(path)
        path.write_bytes(spoil(path.read_bytes()))

    return make


def _scribbled(content):
    spoilt = bytearray(content)
    for place in range(4_096, len(spoilt) - 2_048, 4_096):
        spoilt[place : place + 2_048] = b"\xa5" * 2_048
    return bytes(spoilt)


def _claims_changed(content):
    return content.replace(b"A ferry fire killed", b"A ferry fire harmed")


ARCHIVES = {
    "nothing there": (lambda _: None, 2, "no such archive"),
    "an empty file": (_file(b""), 2, "no archive"),
    "a text": (_file(WORDS), 2, "no archive"),
    "a folder": (Path.mkdir, 2, "no regular file"),
    "a pipe": (os.mkfifo, 2, "no regular file"),
    "a link to itself": (lambda path: path.symlink_to(path.name), 3, "cannot be"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), 2, "no regular file"),
    "the mark of a database alone": (_file(b"SQLite format 3\0"), 3, "is damaged"),
    "a mark and noise": (_file(b"SQLite format 3\0" + b"\xa5" * 9_000), 3, "is damaged"),
    "the first half": (_spoilt(lambda content: content[: len(content) // 2]), 3, "is damaged"),
    "one page": (_spoilt(lambda content: content[:4_096]), 3, "is damaged"),
    "scribbled pages": (_spoilt(_scribbled), 3, "is damaged"),
    "changed words": (_spoilt(_claims_changed), 3, "is damaged"),
    "a changed value": (_changed("UPDATE claims SET low = 7, high = 7"), 3, "is damaged"),
    "a document gone": (_changed("PRAGMA foreign_keys = off; DELETE FROM documents WHERE number > 20"), 3, "is damaged"),
    "claims gone": (_changed("DELETE FROM claims"), 3, "is damaged"),
    "another version": (_changed(f"UPDATE checker_archive SET version = {VERSION + 1}"), 2, "version"),  # noqa: S608 - a number
    "no version": (_changed("DELETE FROM checker_archive"), 2, "version"),
    "two versions": (_changed(f"INSERT INTO checker_archive VALUES ({VERSION + 7})"), 2, "version"),  # noqa: S608 - likewise
    "a version that is none": (_changed("DROP TABLE checker_archive; CREATE TABLE checker_archive (version TEXT); INSERT INTO checker_archive VALUES ('all')"), 2, "version"),
    "a table gone": (_changed("DROP TABLE claims"), 3, "is damaged"),
    "a view for a table": (_changed("ALTER TABLE claims RENAME TO c; CREATE VIEW claims AS SELECT * FROM c"), 3, "a view"),
    "a view without end": (_changed("ALTER TABLE keys RENAME TO k; CREATE VIEW keys AS WITH RECURSIVE n(key, document) AS (SELECT 1, 1 UNION ALL SELECT key + 1, 1 FROM n) SELECT * FROM n"), 3, "a view"),
    "a trigger": (_changed("CREATE TRIGGER t BEFORE INSERT ON batches BEGIN DELETE FROM claims; END"), 3, "a view"),
    "a view that tells the version": (_changed(f"DROP TABLE checker_archive; CREATE VIEW checker_archive AS WITH RECURSIVE n(version) AS (SELECT {VERSION} UNION ALL SELECT version FROM n) SELECT * FROM n"), 3, "a view"),  # noqa: S608 - a number
    "somebody's database": (lambda path: sqlite3.connect(path).executescript("CREATE TABLE a (b); INSERT INTO a VALUES (5)").close(), 2, "no archive"),
}  # fmt: skip
_BASELINES = {
    "noise": b"\x00\xff\x01" * 900,
    "an unfinished merge": b"<<<<<<< HEAD\n",
    "a line too short": b"a\tb\n",
    "two bytes a letter": "five".encode("utf-16"),
    "50,000 lines of nothing": b"five\n" * 50_000,
}
_FACTS = {
    "nothing": b"",
    "noise": b"\x00\xff\x01" * 900,
    "no header": b"inflation,2.4%\n",
    "a spreadsheet": b"PK\x03\x04" + b"\0" * 900,
    "an open quotation mark": b'"measure,value,entity,source\n' + b"5,\n" * 50_000,
    "9,000 columns": b"measure," * 9_000,
    "200,000 columns": b"x," * 200_000,
}
_LISTS = {"a name that is not there": b"in/nothing.txt\n", "noise": b"\xff\x00\x01" * 900}


def _given():
    for name, content in PACKS.items():
        yield f"rules: {name}", (["--rules", "x.toml"], "x.toml", _file(content), 2, "x.toml")
    for name, content in SETTINGS.items():
        yield f"settings: {name}", (["--config", "x.toml"], "x.toml", _file(content), 2, "")
    for name, (make, code, told) in ARCHIVES.items():
        yield f"archive: {name}", (["--archive", "x.db"], "x.db", make, code, told)
    for name, content in _BASELINES.items():
        yield f"baseline: {name}", (["--baseline", "x.tsv"], "x.tsv", _file(content), 2, "x.tsv")
    for name, content in _FACTS.items():
        yield f"facts: {name}", (["--facts", "x.csv"], "x.csv", _file(content), 2, "x.csv")
    for name, content in _LISTS.items():
        yield f"list: {name}", (["--files-from", "x.list"], "x.list", _file(content), 2, "")
    for name, make in {
        "a pipe": os.mkfifo,
        "a folder": Path.mkdir,
        "a link to itself": lambda path: path.symlink_to(path.name),
    }.items():
        for word, file in {
            "--rules": "x.toml",
            "--config": "x.toml",
            "--baseline": "x.tsv",
            "--facts": "x.csv",
            "--files-from": "x.list",
        }.items():
            yield f"{word}: {name}", ([word, file], file, make, 2, file)


GIVEN = dict(_given())
