"""The whole way: the only module that knows the order of the stages."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from checker.cache.claims import Known
from checker.engine import local
from checker.engine.arrow import lay
from checker.extracting import extracted
from checker.extraction import extract as extract_here
from checker.frames import given, unique
from checker.judging import Rule, Rules, judge, loaded
from checker.judging.acceptance import compared
from checker.judging.baseline import Entry
from checker.matching import match
from checker.reading import Published, Reading
from checker.reading.collecting import Paths, blocks
from checker.reading.dating import given_day
from checker.references import References, archived, check_archive, near, references
from checker.reports import Report
from checker.settings import MOST_CLAIMS, MOST_MEGABYTES
from checker.shares import first, overlooked, share
from checker.tables import CLAIMS, DOCUMENTS, FINDINGS, PAIRS, SEVERITIES, SKIPPED, frame, joined, without_texts

Fields = Mapping[str, Sequence[str]]  # part of an article -> where JSON records hold it
Progress = Callable[[str, int, int], None]  # is told what is done, how much of it is done, of how much; 0 unknown


def report(
    paths: Paths,
    *,
    published: Published = None,
    rules: Rules = None,
    processes: int | None = None,
    fields: Fields | None = None,
    max_megabytes: int = MOST_MEGABYTES,
    max_claims: int = MOST_CLAIMS,
    progress: Progress | None = None,
    archive: str | None = None,
    facts: Paths | None = None,
    texts: bool = False,
    engine: Any = "local",
    master: str | None = None,
    tables: str | os.PathLike[str] | None = None,
    top: int | None = None,
) -> Report:
    """Read, extract, match and judge.

    Args:
        paths: files, and folders to walk; "-" is standard input. For Spark also tables of documents, as `checker.read`
            gives them: folders of Parquet whose names end with it, or a DataFrame of Spark.
        published: the day on which all documents were published, as a date or an ISO 8601 string; by default what
            each tells itself.
        rules: rules as `checker.judging.load` gives them, which are then all there is, or paths of packs beside the
            shipped ones.
        processes: worker processes for extraction; None runs everything in the calling process.
        fields: where JSON records hold the parts of an article, tried before the shapes that are known.
        max_megabytes: larger files are unread.
        max_claims: of a document that holds more, only so many are compared, and it is named as not wholly read.
        progress: is told what is being done, how much of it is done, and of how much.
        archive: address of the archive that the batch is compared with as well; what is told is the batch's.
        facts: tables of reference facts that the batch is compared with as well, as files of CSV.
        texts: keep the texts of the articles, which the HTML report shows with their claims marked.
        engine: "local"; "spark", for as many machines as there are; or a session of Spark that exists. What is found
            is the same. Spark compares with no archive and no reference facts.
        master: Spark: where it runs, as "local[2]" or the address of a cluster; None is every core of this machine.
        tables: a folder that gets the four tables, as Parquet; on a cluster, one that all machines reach.
        top: how many findings come back, the most pressing first, with only what they are about; None is everything.

    Returns:
        The five tables. Whatever it found, its exit code is 0, or 3 where something could not be read.

    Raises:
        FileNotFoundError: one of the paths does not exist; nothing is read then.
        checker.archive.ArchiveError: there is no archive at the address.
        checker.reading.facts.FactsError: a table of reference facts of which nothing can be used.
        ValueError: `processes` is below 1, or the engine is none, or cannot do what is asked of it.
        checker.judging.RuleError: rules that cannot be used.
        checker.engine.spark.session.MissingError: Spark or Java is not installed.

    """
    way = _Way(published, processes, fields, max_megabytes, max_claims, progress, archive, facts, texts=texts)
    where = None if tables is None else os.fspath(tables)
    if engine != "local":
        return _run_on_cluster(paths, rules, way, {"engine": engine, "master": master, "tables": where, "top": top})
    found = _run(paths, rules, way)
    if where is not None:
        lay(found.tables, Path(where))
    return found if top is None else _first(found, top)


def gate(
    paths: Paths,
    *,
    published: Published = None,
    rules: Rules = None,
    processes: int | None = None,
    fields: Fields | None = None,
    max_megabytes: int = MOST_MEGABYTES,
    max_claims: int = MOST_CLAIMS,
    progress: Progress | None = None,
    archive: str | None = None,
    facts: Paths | None = None,
    fail_on: str = "error",
    max_findings: int | None = None,
    baseline: Sequence[Entry] | None = None,
    today: Published = None,
    known: Known | None = None,
    texts: bool = False,
) -> Report:
    """A report that fails on discrepancies.

    Args:
        paths: as `report`.
        published: as `report`.
        rules: as `report`.
        processes: as `report`.
        fields: as `report`.
        max_megabytes: as `report`.
        max_claims: as `report`.
        progress: as `report`.
        archive: as `report`.
        facts: as `report`.
        fail_on: the lowest severity of a discrepancy that counts: error, warning or note.
        max_findings: how many discrepancies that count are let pass; None is 0.
        baseline: findings that are accepted, as `checker.judging.baseline.load` reads them; they do not count.
        today: the day by which entries of the baseline expire; None: those that may expire have.
        known: claims of documents that an earlier run has read; what it did not is added to them.
        texts: as `report`.

    Returns:
        As `report`; its exit code is 1 where more discrepancies count than are let pass.

    Raises:
        ValueError: `fail_on` is no severity, `max_findings` is negative, or `processes` is below 1.
        FileNotFoundError: as `report`.
        checker.archive.ArchiveError: as `report`.
        checker.reading.facts.FactsError: as `report`.
        checker.judging.RuleError: as `report`.

    """
    if fail_on not in SEVERITIES:
        raise ValueError(f"fail_on is {fail_on!r}; it must be one of {', '.join(SEVERITIES)}")
    if max_findings is not None and max_findings < 0:
        raise ValueError(f"max_findings is {max_findings}: give 0 or more")
    way = _Way(published, processes, fields, max_megabytes, max_claims, progress, archive, facts, known, texts)
    found = _run(paths, rules, way)
    findings, stale = found.findings, list[Entry]()
    if baseline is not None:
        findings, stale = compared(findings, found.claims, baseline, given_day(today))
    return replace(found, findings=findings, fail_on=fail_on, max_findings=max_findings or 0, stale=tuple(stale))


def extract(documents: pd.DataFrame, *, processes: int | None = None) -> pd.DataFrame:
    """`checker.extraction.extract`, in worker processes where `processes` says so; the claims are the same.

    Raises:
        TypeError: `documents` is no frame.
        ValueError: `processes` is below 1; or a column is missing, days are no days, or an id stands for two texts.

    """
    return local.run(extract_here, unique(given(documents, DOCUMENTS, "documents")), processes)


def claims(
    paths: Paths,
    *,
    published: Published = None,
    processes: int | None = None,
    fields: Fields | None = None,
    max_megabytes: int = MOST_MEGABYTES,
    max_claims: int = MOST_CLAIMS,
    progress: Progress | None = None,
) -> Report:
    """Read and extract only: a report without pairs and findings. Arguments as `report`."""
    return _claims(paths, _Way(published, processes, fields, max_megabytes, max_claims, progress))


@dataclass(frozen=True, slots=True)
class _Way:
    """How documents are read; fields as the arguments of `report`."""

    published: Published
    processes: int | None
    fields: Fields | None
    max_megabytes: int
    max_claims: int
    progress: Progress | None
    archive: str | None = None
    facts: Paths | None = None
    known: Known | None = None  # claims of an earlier run
    texts: bool = False  # whether the texts of the articles are kept

    def told(self, doing: str, done: int = 0, total: int = 0) -> None:
        if self.progress is not None:
            self.progress(doing, done, total)


def _claims(paths: Paths, way: _Way) -> Report:
    """Block by block: of a document no more is kept than the later stages need, which is not its text."""
    shelved: list[pd.DataFrame] = []
    skipped: list[pd.DataFrame] = []
    stage = partial(extracted, most=way.max_claims)
    texts = _texts(paths, way, shelved, skipped)
    found = list(local.over(stage, way.known.unknown(texts) if way.known else texts, way.processes))
    lost = frozenset().union(*(one.lost for one in found))
    read = pd.concat(shelved, ignore_index=True)
    claims, broken = joined([one.claims for one in found], CLAIMS), [one.broken for one in found]
    if way.known is not None:
        claims = way.known.completed(claims, {path for one in broken for path in one["path"]})
    return Report(
        documents=read[~read["id"].isin(lost)].reset_index(drop=True),
        claims=claims,
        pairs=frame(PAIRS, []),
        findings=frame(FINDINGS, []),
        skipped=joined([*skipped, *broken], SKIPPED),
    )


def _blocks(paths: Paths, way: _Way) -> Iterator[Reading]:
    return blocks(
        paths,
        published=way.published,
        fields=way.fields,
        most_bytes=way.max_megabytes << 20,
        progress=partial(way.told, "reading"),
    )


def _texts(paths: Paths, way: _Way, shelved: list[pd.DataFrame], skipped: list[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """The documents block by block; what outlives their texts is laid on the two lists."""
    for block in _blocks(paths, way):
        shelved.append(block.documents if way.texts else without_texts(block.documents))
        skipped.append(block.skipped)
        yield block.documents


def _run(paths: Paths, rules: Rules, way: _Way) -> Report:
    chosen = loaded(rules or None)  # what is wrong with rules, facts or archive is told before anything is read
    told = references(way.facts, way.max_megabytes)
    if way.archive is None and way.facts is None:
        read = _claims(paths, way)
        pairs, findings = _judged(read.claims, chosen, way)
        return replace(read, pairs=pairs, findings=findings)
    return _run_beside(paths, chosen, way, told)


def _run_on_cluster(paths: Paths, rules: Rules, way: _Way, where: Mapping[str, Any]) -> Report:
    """A run over the workers of Spark; files are read here."""
    if where["engine"] == "spark" or hasattr(where["engine"], "newSession"):
        if way.archive is not None or way.facts is not None:
            raise ValueError("Spark compares with no archive and no reference facts: leave them out, or Spark")
        from checker import cluster

        chosen = loaded(rules or None)
        reader = partial(_blocks, way=way)
        found = cluster.report(paths, reader, rules=chosen, most_claims=way.max_claims, texts=way.texts, **where)
        frames = (found.tables[name] for name in ("documents", "claims", "pairs", "findings"))
        documents, claims, pairs, findings = frames
        totals = found.totals if where["top"] is not None else None
        return Report(documents, claims, pairs, findings, found.skipped, totals=totals)
    raise ValueError(f"engine is {where['engine']!r}; it must be local, spark, or a session of Spark")


def _first(found: Report, top: int) -> Report:
    """What the most pressing findings need."""
    frames = {name: getattr(found, name) for name in ("documents", "claims", "pairs", "findings")}
    totals = {name: len(rows) for name, rows in frames.items()}
    totals["discrepancies"] = int((found.findings["verdict"] == "discrepancy").sum())
    kept: dict[str, Any] = {**first(frames, top), "totals": totals}
    return replace(found, **kept)


def _judged(
    claims: pd.DataFrame, rules: Sequence[Rule], way: _Way, about: "pd.Series[str] | None" = None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Pairs and findings; where only some documents count, those that their claims have a part in."""
    way.told("matching")
    if about is None:
        pairs = match(claims)
    else:
        pairs = match(claims, about=set(about))
        claims = claims[claims["document"].isin(about) | claims["id"].isin([*pairs["left"], *pairs["right"]])]
    way.told("judging")
    return pairs, judge(pairs, claims, rules=rules)


def _run_beside(paths: Paths, rules: Sequence[Rule], way: _Way, told: References) -> Report:
    """A run over the batch and what it is compared with; what the batch has no part in is left out."""
    if way.archive is not None:
        check_archive(way.archive)  # before anything is read
    read = _claims(paths, way)
    way.told("matching")
    known = archived(way.archive, read.documents, read.claims)
    witnesses = joined([known.documents, told.documents], DOCUMENTS)
    claims = joined([read.claims, known.claims, near(told, read.claims).claims], CLAIMS)
    pairs, findings = _judged(claims, rules, way, about=read.documents["id"])
    missed = overlooked(read.claims, pairs, findings)
    if not missed.empty:
        own = judge(missed, claims, rules=[rule for rule in rules if not rule.is_inside])
        findings = joined([own[own["verdict"] == "discrepancy"], findings], FINDINGS)
    found = share(read.documents, claims, witnesses, pairs, findings)
    skipped = joined([told.skipped, known.skipped, read.skipped], SKIPPED)
    tables = found.documents, found.claims, found.pairs, found.findings, skipped
    return Report(*tables, facts=len(told.documents), cut_off=known.lost)
