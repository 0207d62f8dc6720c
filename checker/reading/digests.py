"""Whether anything to be read has changed: one digest of all files of some paths. Loads nothing heavy."""

import hashlib
import json
from collections.abc import Sequence

from checker.reading.decoding import UnreadableError
from checker.reading.loading import load
from checker.reading.walking import STANDARD_INPUT, SUFFIXES, Place, places


def digest(paths: Sequence[str], most_bytes: int) -> str | None:
    """The SHA-256 of every file that `checker.reading.blocks` would read or name, with its path and its bytes.

    None where standard input is among them, which can be read only once.
    """
    if STANDARD_INPUT in paths:
        return None
    whole = hashlib.sha256()
    for place in places(paths, SUFFIXES):
        known = [place.path, place.is_named, place.reason, place.is_unread, _content(place, most_bytes)]
        whole.update(json.dumps(known).encode() + b"\n")
    return whole.hexdigest()


def _content(place: Place, most_bytes: int) -> str:
    """The digest of a file's bytes, or why there are none."""
    if place.reason is not None:
        return ""
    try:
        return hashlib.sha256(load(place, most_bytes)).hexdigest()
    except UnreadableError as error:
        return str(error)
