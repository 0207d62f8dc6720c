"""Strings to documents, for callers that hold their texts already."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from checker.reading.articles import article
from checker.reading.dating import Published, given_day
from checker.reading.decoding import Decoded
from checker.reading.formats import plain
from checker.reading.rows import row
from checker.tables import DOCUMENTS, frame

_ID_DIGITS = 12
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)


def documents(
    texts: Sequence[str],
    published: Published | Sequence[Published] = None,
    ids: Sequence[str] | None = None,
    outlets: Sequence[str | None] | None = None,
    batches: Sequence[str | None] | None = None,
) -> pd.DataFrame:
    """A documents table from strings.

    Args:
        texts: one text a document: plain, or Markdown where it bears its marks.
        published: the day of each, or one day for all: a date or an ISO 8601 string; None is undated, whatever the text
            itself says.
        ids: a name for each, all different; by default the first 12 hex digits of the text's SHA-256, with -2, -3, ...
            for repeats. They become the column `document` of the claims.
        outlets: who published each, or one outlet for all; None is the host of the address that the text itself gives,
            if any.
        batches: the batch of each; documents of different batches are never compared.

    Returns:
        The documents table, in the order of `texts`: columns as in `checker.tables.DOCUMENTS`.

    Raises:
        TypeError: `texts` or `ids` is one string, or a text is none.
        ValueError: the lists are not of one length, an id is given twice, or a day is no ISO 8601 date.

    """
    texts = _strings("texts", texts)
    ids = None if ids is None else _strings("ids", ids)
    count = len(texts)
    days = [given_day(one) for one in _each("published", published, count)]
    names = _ids(texts, ids)
    rows = [_row(*one) for one in zip(texts, names, _paths(ids, count), days, strict=True)]
    for column, given in (("outlet", outlets), ("batch", batches)):
        for document, value in zip(rows, _each(column, given, count), strict=True):
            document[column] = value if value is not None else document.get(column)
    return frame(DOCUMENTS, rows)


def _strings(name: str, given: Iterable[Any]) -> list[str]:
    if isinstance(given, str):
        raise TypeError(f"{name} is one string: give a list of them")
    words = list(given)
    if name == "ids":  # numbers are names too
        return [str(one) for one in words]
    strange = [one for one in words if not isinstance(one, str)]
    if strange:
        raise TypeError(f"{name} holds {strange[0]!r:.80}, which is no string")
    return words


def _row(text: str, identity: str, path: str, day: dt.date | None) -> dict[str, Any]:
    decoded = Decoded(text.translate(_SURROGATES), "str", "given")
    dated = (day, "caller" if day is not None else "unknown")
    size = len(text.encode("utf-8", "surrogatepass"))
    found = article(plain(decoded.text))
    return row(found, decoded, identity=identity, path=path, size=size, published=dated)


def _paths(ids: Sequence[str] | None, count: int) -> list[str]:
    return list(ids) if ids is not None else [f"text-{number}" for number in range(1, count + 1)]


def _ids(texts: Sequence[str], ids: Sequence[str] | None) -> list[str]:
    if ids is None:
        return _digests(texts)
    if len(ids) != len(texts):
        raise ValueError(f"ids holds {len(ids)} names for {len(texts)} texts")
    repeated = [name for name, times in Counter(ids).items() if times > 1]
    if repeated:
        raise ValueError(f"id {repeated[0]!r} is given twice: ids must differ")
    return list(ids)


def _digests(texts: Sequence[str]) -> list[str]:
    seen: Counter[str] = Counter()
    names = []
    for text in texts:
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_DIGITS]
        seen[digest] += 1
        names.append(digest if seen[digest] == 1 else f"{digest}-{seen[digest]}")
    return names


def _each(name: str, given: Any, count: int) -> list[Any]:
    """One value for each text: a list as it is, a single value repeated."""
    if given is None or isinstance(given, (str, dt.date)):
        return [given] * count
    if len(given) != count:
        raise ValueError(f"{name} holds {len(given)} values for {count} texts")
    return list(given)
