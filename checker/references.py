"""What a batch is compared with: reference facts, made claims of the sources that the rows name, and the archive."""

import contextlib
import os
import re
from dataclasses import dataclass, field, replace

import pandas as pd

from checker.extraction.reference import reference
from checker.matching import lasting_keys
from checker.reading.collecting import Paths
from checker.reading.facts import facts
from checker.tables import CLAIMS, DOCUMENTS, SKIPPED, TIME_KINDS, frame, joined

_SERIES = 32  # rows of one measure that are no series yet
_BEFORE = pd.Timedelta(days=60)  # in which the newest row is told without its month
_MOST_NAMED = 100  # rows of one table; the rest are counted


@dataclass(frozen=True, slots=True)
class References:
    """What tables of reference facts say."""

    documents: pd.DataFrame  # a row a fact
    claims: pd.DataFrame
    skipped: pd.DataFrame  # rows that could not be read


def references(paths: Paths | None, max_megabytes: int) -> References:
    """The facts of some tables; none where there are none.

    Raises:
        checker.reading.facts.FactsError: a table cannot be read, or its header cannot be used.

    """
    named = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths or ())
    if not named:
        return References(frame(DOCUMENTS, []), frame(CLAIMS, []), frame(SKIPPED, []))
    read = facts(named, max_megabytes << 20)
    claims, unread = reference(read.documents, read.cells)
    told = read.documents[read.documents["id"].isin(claims["document"])].reset_index(drop=True)
    return References(told, claims, _few(joined([read.skipped, unread], SKIPPED)))


def near(told: References, claims: pd.DataFrame) -> References:
    """The facts without those rows of long series that are of other times than the batch: they only crowd the others.

    Of a measure with many rows those are kept whose period meets that of one of the batch's figures of it, or that
    were said in the months before an article that names none.
    """
    heads = told.claims["measure_head"]
    crowded = heads.map(heads.value_counts()) > _SERIES
    if not crowded.any():
        return told
    kept = ~crowded | told.claims["period_first"].isna()
    for head, rows in told.claims[~kept].groupby("measure_head"):
        own = claims[(claims["measure_head"] == head) | claims["measure_head"].isna()]
        kept.loc[rows.index] = _meets(rows, own[~own["kind"].isin(TIME_KINDS)])
    return replace(told, claims=told.claims[kept].reset_index(drop=True))


def _meets(rows: pd.DataFrame, claims: pd.DataFrame) -> "pd.Series[bool]":
    """Whether each row may be of the time of one of the claims."""
    bound = claims[claims["period_first"].notna() & claims["period_last"].notna()]
    said, found = rows["published"].fillna(rows["period_last"]), pd.Series(data=False, index=rows.index)
    for first, last in set(zip(bound["period_first"], bound["period_last"], strict=True)):
        found |= (rows["period_first"] <= last) & (rows["period_last"] >= first)
    for day in claims["published"][claims["period_first"].isna()].dropna().unique():
        found |= (said >= day - _BEFORE) & (rows["period_first"] <= day)
    return found


def _few(skipped: pd.DataFrame) -> pd.DataFrame:
    """The first hundred rows of each table that could not be read, in order, and how many more there are."""
    table, line = (skipped["path"].str.extract(r"^(.*?)(?::(\d+))?$", flags=re.DOTALL)[group] for group in (0, 1))
    ordered = skipped.assign(table=table, line=line.astype("float64")).sort_values(["table", "line"], kind="stable")
    unread = ordered[ordered["unread"]]
    kept = ordered.drop(unread.index[unread.groupby("table").cumcount() >= _MOST_NAMED])
    more = unread["table"].value_counts().sub(_MOST_NAMED)
    counted = [
        {"path": name, "reason": f"{count:,} more rows could not be read", "unread": True}
        for name, count in sorted(more[more > 0].items())
    ]
    return joined([kept[list(skipped.columns)], frame(SKIPPED, counted)], SKIPPED)


@dataclass(frozen=True, slots=True)
class Archived:
    """What of an archive a batch is compared with; nothing where there is none."""

    documents: pd.DataFrame
    claims: pd.DataFrame
    lost: str | None = None  # the batch that was being added when that was cut off
    skipped: pd.DataFrame = field(default_factory=lambda: frame(SKIPPED, []))  # the archive, where it is damaged


def check_archive(address: str) -> None:
    """See that an archive is there, before anything is read. Damage is told beside what the batch itself says.

    Raises:
        checker.archive.ArchiveError: there is no archive at the address.

    """
    from checker import archive

    with contextlib.suppress(archive.DamagedError):
        archive.check(address)


def archived(address: str | None, documents: pd.DataFrame, claims: pd.DataFrame) -> Archived:
    """What the archive at an address holds of the events that a batch tells; nothing but a word where it is damaged.

    Raises:
        checker.archive.ArchiveError: there is no archive at the address.

    """
    if address is None:
        return Archived(frame(DOCUMENTS, []), frame(CLAIMS, []))
    from checker import archive

    try:
        known = archive.related(address, documents, lasting_keys(claims))
    except archive.DamagedError as error:
        name, _, why = str(error).partition(": ")
        unread = frame(SKIPPED, [{"path": name, "reason": why or str(error), "unread": True}])
        return Archived(frame(DOCUMENTS, []), frame(CLAIMS, []), skipped=unread)
    return Archived(known.documents, known.claims, known.lost)
