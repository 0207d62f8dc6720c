"""The head of a mail or of a part of it: fields by name, their words decoded, each capped."""

import re
from collections.abc import Mapping
from urllib.parse import unquote_to_bytes

from checker.reading.decoding import UnreadableError, decode_as
from checker.reading.mail.transfer import base64, quoted_printable

Headers = Mapping[str, str]  # name, lower case -> what it says, unfolded, not decoded; of one name the first

_LONGEST = 4_000  # characters of one field that are looked at
MOST_HEAD = 1 << 18  # bytes of one head
_BLANK_LINE = re.compile(rb"\r?\n\r?\n|\r\n?\r\n?\Z")
_BEGINS = re.compile(rb"[!-9;-~]{1,80}[ \t]*:")
_FIELD = re.compile(r"([!-9;-~]{1,80})[ \t]*:(.*)", re.DOTALL)
_FOLD = re.compile(r"\r?\n[ \t]+")
_WORD = re.compile(r"=\?([\w-]{1,40})(?:\*[\w-]{0,20})?\?([qQbB])\?([^?\s]*)\?=(?:\s+(?==\?))?")
_PARAMETER = re.compile(r""";\s*([\w-]{1,40})(\*)?(?:\*\d{1,2}\*?)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;"]*))""")


def head(content: bytes, start: int, stop: int) -> tuple[Headers, int]:
    """The fields that stand at a place, and where what they are the head of begins; at `stop` it ends in any case.

    Raises:
        UnreadableError: they are longer than those of any mail.

    """
    if content.startswith((b"\n", b"\r\n"), start):
        return {}, content.index(b"\n", start) + 1
    if not _BEGINS.match(content, start, stop):
        return {}, start
    blank = _BLANK_LINE.search(content, start, min(start + MOST_HEAD, stop))
    if blank is None and stop - start > MOST_HEAD:
        raise UnreadableError(f"a head of more than {MOST_HEAD >> 10} kB: no mail")
    end, after = (blank.start(), blank.end()) if blank else (stop, stop)
    return fields(_FOLD.sub(" ", _text(content[start:end], "utf-8"))), after


def fields(text: str) -> Headers:
    """The fields of an unfolded head, one a line; a line that is none is passed over."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        match = _FIELD.match(line[: _LONGEST + 100])
        if match:
            found.setdefault(match.group(1).lower(), match.group(2).strip()[:_LONGEST])
    return found


def words(told: str) -> str:
    """What a field says, its encoded words decoded: "=?utf-8?q?Caf=C3=A9?=" is Café."""
    return " ".join(_WORD.sub(_decoded, told).split())


def kind(headers: Headers) -> str:
    """The type of a part: "text/html"; plain text where it says none."""
    told = headers.get("content-type", "").partition(";")[0].strip().lower()
    return told if re.fullmatch(r"[\w.+-]+/[\w.+-]+", told) else "text/plain"


def parameter(headers: Headers, field: str, name: str) -> str:
    """What a field says under a name, as `charset` in `text/plain; charset=utf-8`; empty where nothing."""
    for key, is_coded, quoted, plain in _PARAMETER.findall(headers.get(field, "")):
        if key.lower() == name:
            value = re.sub(r"\\(.)", r"\1", quoted) if quoted else plain.strip()
            return _coded(value) if is_coded and "'" in value else value
    return ""


def _decoded(match: re.Match[str]) -> str:
    charset, coding, told = match.groups()
    is_quoted = coding in "qQ"
    content = told.replace("_", " ").encode() if is_quoted else told.encode()
    return _text((quoted_printable if is_quoted else base64)(content)[0], charset)


def _coded(value: str) -> str:
    """A value after RFC 2231: "utf-8''caf%C3%A9.pdf"."""
    charset, _, rest = value.partition("'")
    return _text(unquote_to_bytes(rest.partition("'")[2]), charset or "utf-8")


def _text(content: bytes, label: str) -> str:
    """Decoded words; what is none in its encoding stands as U+FFFD: a field is not worth losing a mail."""
    try:
        return decode_as(content, label).text
    except UnreadableError:
        return content.decode("utf-8", "replace")
