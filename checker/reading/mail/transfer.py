"""How the bytes of a part are written in a mail: base64 and quoted-printable; what is broken is told, never guessed."""

import re
from binascii import Error, a2b_base64, a2b_qp
from collections.abc import Callable, Mapping

Transferred = tuple[bytes, str]  # the bytes, and what is wrong with how they were written; empty where nothing

_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_OTHERS = bytes(set(range(256)) - set(_BASE64))
_BLANKS_AND_END = b" \t\r\n="
_QUARTET = 4
_BROKEN = re.compile(rb"=(?![0-9A-Fa-f]{2}|[ \t]*\r?\n|[ \t]*\Z)")


def base64(content: bytes) -> Transferred:
    """Bytes of base64, as far as they go."""
    plain = content.translate(None, _OTHERS)
    strange = len(content.translate(None, _BLANKS_AND_END)) - len(plain)
    rest = len(plain) % _QUARTET
    wrong = f"base64 with {strange:,} characters that are none" if strange else ""
    wrong = wrong or ("base64 that ends early" if rest == 1 else "")
    plain = plain[: len(plain) - 1] if rest == 1 else plain
    try:
        return a2b_base64(plain + b"=" * (-len(plain) % _QUARTET)), wrong
    except Error:
        return b"", "base64 that is broken"


def quoted_printable(content: bytes) -> Transferred:
    """Bytes of quoted-printable; what is no escape stands as it is."""
    wrong = "quoted-printable with an escape that is none" if _BROKEN.search(content) else ""
    return a2b_qp(content), wrong


def _as_it_is(content: bytes) -> Transferred:
    return content, ""


# What a part says of how it is written -> how it is read.
TRANSFERS: Mapping[str, Callable[[bytes], Transferred]] = {
    "": _as_it_is,
    "7bit": _as_it_is,
    "8bit": _as_it_is,
    "binary": _as_it_is,
    "base64": base64,
    "quoted-printable": quoted_printable,
}
