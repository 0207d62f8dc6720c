"""What is packed: bombs, damage, and members upon members. Name -> file, content, what must become of it."""

import gzip
import io
import zlib

from tests.torture.hostile.contents import READ, UNREAD, WORDS


def gz(content, level=9):
    """Content as one member."""
    return gzip.compress(content if isinstance(content, bytes) else content.encode(), level, mtime=0)


def _zeros(megabytes):
    """Gzip of so many megabytes of blanks, made piece by piece."""
    out = io.BytesIO()
    pack = zlib.compressobj(9, zlib.DEFLATED, 31)
    for _ in range(megabytes):
        out.write(pack.compress(b" " * (1 << 20)))
    out.write(pack.flush())
    return out.getvalue()


GZIP = {
    "a bomb": ("x.txt.gz", _zeros(200), UNREAD),
    "a bomb in a bomb": ("x.txt.gz", gz(_zeros(100)), UNREAD),
    "a bomb of lines": ("x.jsonl.gz", _zeros(60), UNREAD),
    "a bomb of members": ("x.html.gz", _zeros(15) * 4, UNREAD),
    "19 MB of blanks": ("x.txt.gz", _zeros(19), UNREAD),
    "cut off": ("x.txt.gz", gz(WORDS * 50)[:-9], UNREAD),
    "a checksum that is wrong": ("x.txt.gz", gz(WORDS)[:-8] + b"\1\2\3\4" + gz(WORDS)[-4:], UNREAD),
    "a size that is wrong": ("x.txt.gz", gz(WORDS)[:-4] + b"\1\2\3\4", UNREAD),
    "something behind it": ("x.txt.gz", gz(WORDS) + b"five people", UNREAD),
    "zeros behind it": ("x.txt.gz", gz(WORDS) + b"\0" * 900, READ),
    "not packed": ("x.txt.gz", WORDS, UNREAD),
    "packed twice": ("x.txt.gz", gz(gz(WORDS)), UNREAD),
    "a page in it": ("x.txt.gz", gz(f"<!doctype html><p>{WORDS}"), UNREAD),
    "nothing in it": ("x.txt.gz", gz(b""), UNREAD),
    "members of nothing": ("x.txt.gz", gz(b"") * 20_000 + gz(WORDS), READ),
    "no type behind it": ("x.gz", gz(WORDS), "passed over"),
}
