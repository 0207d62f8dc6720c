"""Bytes that are no text, or text of an odd kind. Name -> file, content, what must become of it."""

import random

UNREAD, READ = "unread", "read"
WORDS = "The council said on Friday that 5 people were hurt in the fire.\n"


def _noise(seed, count):
    """Bytes that are no text in any way, without a zero."""
    draw = random.Random(seed)  # noqa: S311 - noise
    return bytes(draw.randrange(1, 256) for _ in range(count))


_SIGNATURES = {
    "PNG": b"\x89PNG\r\n\x1a\n",
    "JPEG": b"\xff\xd8\xff\xe0",
    "GIF": b"GIF89a",
    "ELF": b"\x7fELF\x02",
    "bzip2": b"BZh9",
    "xz": b"\xfd7zXZ",
    "zstd": b"\x28\xb5\x2f\xfd",
    "7z": b"7z\xbc\xaf\x27\x1c",
    "RAR": b"Rar!\x1a\x07",
    "SQLite": b"SQLite format 3\0",
    "Parquet": b"PAR1",
    "a pickle": b"\x80\x04\x95",
    "MP3": b"ID3\x03",
    "a class": b"\xca\xfe\xba\xbe",
}
BYTES = {
    "nothing": ("x.txt", b"", UNREAD),
    "nothing in Markdown": ("x.md", b"", UNREAD),
    "nothing in a page": ("x.html", b"", UNREAD),
    "nothing in JSON": ("x.json", b"", UNREAD),
    "nothing in lines": ("x.jsonl", b"", UNREAD),
    "nothing in a feed": ("x.xml", b"", UNREAD),
    "nothing in a mail": ("x.eml", b"", UNREAD),
    "nothing in a PDF": ("x.pdf", b"", UNREAD),
    "nothing in a Word document": ("x.docx", b"", UNREAD),
    "nothing in a web archive": ("x.warc", b"", UNREAD),
    "nothing in gzip": ("x.txt.gz", b"", UNREAD),
    "blanks": ("x.txt", b" \n\t \n" * 40, UNREAD),
    "a mark of byte order alone": ("x.txt", b"\xef\xbb\xbf", UNREAD),
    "a mark of two bytes alone": ("x.txt", b"\xff\xfe", UNREAD),
    "ideographic blanks": ("x.txt", "\u3000\u2003\u200b\ufeff" * 30, UNREAD),
    "NUL alone": ("x.txt", b"\0" * 500, UNREAD),
    "NUL behind an article": ("x.txt", WORDS.encode() * 5 + b"\0" * 9, UNREAD),
    "NUL in the middle": ("x.txt", WORDS.encode() + b"\0" + WORDS.encode(), UNREAD),
    "controls": ("x.txt", b"\x01\x02\x03\x04five\x05" * 40, UNREAD),
    "escape sequences": ("x.txt", f"\x1b[31m{WORDS}\x1b[0m\x1b]0;title\x07", UNREAD),
    "noise": ("x.txt", _noise(1, 4_000), UNREAD),
    "noise in Markdown": ("x.md", _noise(2, 4_000), UNREAD),
    "noise in a page": ("x.html", b"<html>" + _noise(3, 4_000), UNREAD),
    "noise in JSON": ("x.json", _noise(4, 4_000), UNREAD),
    "noise in lines": ("x.jsonl", _noise(5, 4_000), UNREAD),
    "noise in a feed": ("x.rss", _noise(6, 4_000), UNREAD),
    "noise in a PDF": ("x.pdf", b"%PDF-1.7\n" + _noise(8, 4_000), UNREAD),
    "noise in a Word document": ("x.docx", b"PK\x03\x04" + _noise(9, 4_000), UNREAD),
    "noise in a web archive": ("x.warc", b"WARC/1.0\r\n" + _noise(10, 4_000), UNREAD),
    "noise in gzip": ("x.txt.gz", b"\x1f\x8b\x08" + _noise(11, 4_000), UNREAD),
    "every byte": ("x.txt", bytes(range(256)) * 4, UNREAD),
    "0xFF": ("x.txt", b"\xff" * 999, UNREAD),
    **{f"{name} as text": ("x.txt", mark + _noise(ord(name[0]), 900), UNREAD) for name, mark in _SIGNATURES.items()},
    "Windows-1252": ("x.txt", (WORDS + "“Café”, he said.").encode("cp1252"), READ),
    "cut in a character": ("x.txt", (WORDS + "Café").encode()[:-1], READ),
    "halves of pairs": ("x.txt", (WORDS + "\ud800\udfff").encode("utf-8", "surrogatepass"), READ),
    "overlong": ("x.txt", WORDS.encode() + b"\xc0\xae\xc0\xaf", READ),
    "two bytes a letter": ("x.txt", ("\ufeff" + WORDS).encode("utf-16-le"), READ),
    "two bytes a letter, without a mark": ("x.txt", WORDS.encode("utf-16-le"), UNREAD),
    "two bytes a letter, one missing": ("x.txt", ("\ufeff" + WORDS).encode("utf-16-be")[:-1], UNREAD),
    "two bytes a letter, half a pair": ("x.txt", b"\xff\xfe" + WORDS.encode("utf-16-le") + b"\x00\xd8", UNREAD),
    "four bytes a letter": ("x.txt", ("\ufeff" + WORDS).encode("utf-32-be"), READ),
    "four bytes a letter, beyond": ("x.txt", b"\x00\x00\xfe\xff\x00\x11\x00\x00", UNREAD),
    "a host's letters": ("x.txt", WORDS.encode("cp037"), UNREAD),
    "marks of byte order in the middle": ("x.txt", f"{WORDS}\ufeff{WORDS}\ufffe", READ),
    "no characters": ("x.txt", f"{WORDS}\uffff\U0010ffff\ufdd0", READ),
    "an unfetched file": ("x.md", b"version https://git-lfs.github.com/spec/v1\noid sha256:ab12\nsize 4096\n", UNREAD),
    "an unfinished merge": ("x.txt", f"<<<<<<< HEAD\n{WORDS}=======\n{WORDS}>>>>>>> theirs\n", UNREAD),
}

_RECORD = '{"title": "Fire", "text": "The council said on Friday that 5 people were hurt."}'
NAMES = {
    "JSON as text": ("x.txt", _RECORD, UNREAD),
    "a list of JSON as text": ("x.txt", f"[\n  {_RECORD}\n]", UNREAD),
    "lines of JSON as text": ("x.txt", f"{_RECORD}\n{_RECORD}\n", UNREAD),
    "JSON as Markdown": ("x.md", _RECORD, UNREAD),
    "JSON as a page": ("x.html", _RECORD, UNREAD),
    "JSON behind a mark of byte order": ("x.text", "\ufeff" + _RECORD, UNREAD),
    "JSON of two bytes a letter": ("x.txt", ("\ufeff" + _RECORD).encode("utf-16"), UNREAD),
    "JSON cut off, as text": ("x.txt", _RECORD[:-9], UNREAD),
    "JSON as a feed": ("x.xml", _RECORD, UNREAD),
    "JSON as a mail": ("x.eml", _RECORD, UNREAD),
    "packed JSON as text": ("x.txt.gz", __import__("gzip").compress(_RECORD.encode(), mtime=0), UNREAD),
    "a list of lines": ("x.json", f"{_RECORD}\n{_RECORD}\n", UNREAD),
    "a page behind comments": ("x.txt", f"\ufeff<!-- a -->\n<!-- b --><!DOCTYPE html>\n<p>{WORDS}</p>", UNREAD),
    "a quotation in braces": ("x.txt", f"{{Editor's note: checked}}\n\n{WORDS}", READ),
    "a footnote in brackets": ("x.txt", f"[1] See below.\n\n{WORDS}", READ),
    "a page as text": ("x.txt", f"<!doctype html><p>{WORDS}", UNREAD),
    "a feed as a page": ("x.html", f"<rss><channel><item><title>{WORDS}</title></item></channel></rss>", UNREAD),
}
