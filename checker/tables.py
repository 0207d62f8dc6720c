"""The tables that pass between the stages: every column with its dtype, unit, vocabulary and meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import methodcaller
from typing import Any

import pandas as pd

from checker.values.relate import RELATIONS
from checker.values.value import HEDGES

KINDS = ("money", "percent", "count", "measure", "ratio", "score", "rank", "age", "duration", "date", "time", "set")
TIME_KINDS = ("date", "time", "set")
ROLES = (
    "level",
    "total",
    "cumulative",
    "part",
    "additional",
    "change_by",
    "change_to",
    "from_value",
    "target",
    "limit",
    "average",
    "per_unit",
    "share",
    "rank",
    "age",
    "duration",
    "offset",
    "date_of_event",
    "start",
    "end",
    "period",
    "as_of",
    "deadline",
    "published",
)
MODALITIES = ("asserted", "planned", "estimated", "possible", "demanded", "denied")
SECTIONS = ("title", "body", "caption", "boilerplate", "reference")
DIRECTIONS = ("up", "down")
FAULTS = ("impossible_date", "weekday_mismatch")
VERDICTS = ("agreement", "compatible", "update", "attributed", "discrepancy", "undecided")
STATES = ("new", "accepted", "expired")
SEVERITIES = ("error", "warning", "note")
PUBLISHED_FROM = (
    "flag",
    "front matter",
    "json-ld",
    "dateline",
    "dateline and batch",
    "url",
    "feed",
    "caller",
    "unknown",
)

_EMPTY: dict[str, Any] = {"str": None, "float64": float("nan"), "datetime64[s]": pd.NaT, "bool": False, "int64": 0}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    dtype: str  # str, int64, float64, bool, datetime64[s], or object (a list of strings or numbers, or a mapping)
    meaning: str  # what it holds, with its unit
    vocabulary: tuple[str, ...] = ()  # the closed list of its values; empty when open
    nullable: bool = False  # whether null (None, NaN, NaT) may stand in it


def _col(name: str, dtype: str, meaning: str, vocabulary: tuple[str, ...] = (), *, null: bool = False) -> Column:
    return Column(name, dtype, meaning, vocabulary, null)


DOCUMENTS = (
    _col(
        "id", "str", "names the document in claims and reports: the first 12 hex digits of its SHA-256, or the caller's"
    ),
    _col("path", "str", "where it was read, as given on the command line, with /"),
    _col("batch", "str", "documents of different batches are never compared", null=True),
    _col("outlet", "str", "who published it: a name or a host; unknown outlets are never equal", null=True),
    _col("url", "str", "its canonical address", null=True),
    _col("title", "str", "its headline, as read", null=True),
    _col("published", "datetime64[s]", "the day it was published", null=True),
    _col("published_from", "str", "where that day was found", PUBLISHED_FROM),
    _col("language", "str", "ISO 639-1 code of its language as far as it is known", null=True),
    _col(
        "text",
        "str",
        "its text as read: markup and escapes resolved; null in a report, as the next two, since texts are let go when"
        " their claims are read",
        null=True,
    ),
    _col("offsets", "object", "map from text to the decoded original, as in checker.values.offsets", null=True),
    _col("lines", "object", "list of the characters of the original at which its lines begin", null=True),
    _col(
        "locators",
        "object",
        "list of [start, words] over text: where the pages, paragraphs or rows of a file without lines begin, the first"
        " at 0; offsets and lines then count in the text as extracted; null where lines tell",
        null=True,
    ),
    _col("sections", "object", "list of [start, end, section] over text; what none covers is body", null=True),
    _col(
        "account",
        "object",
        "mapping: format, encoding, encoding_from, bytes, characters (of the original), kept, share, cut (what was left"
        " out), warnings; of a record in a file its own id as record",
    ),
)

CLAIMS = (
    _col("id", "str", "document and span: DOCUMENT:START-END"),
    _col("document", "str", "id of its document"),
    _col("path", "str", "path of its document"),
    _col("batch", "str", "batch of its document", null=True),
    _col("outlet", "str", "outlet of its document", null=True),
    _col("published", "datetime64[s]", "publication day of its document", null=True),
    _col(
        "start",
        "int64",
        "first character of the span in the decoded original; in the text as extracted where locator tells",
    ),
    _col("end", "int64", "the character after the span in the decoded original"),
    _col("phrase_start", "int64", "as start, with hedge and noun"),
    _col("phrase_end", "int64", "as end, with hedge and noun"),
    _col("line", "int64", "line of start in the original, from 1; 0 where the original has no lines"),
    _col("column", "int64", "character of start in that line, from 1; 0 where the original has no lines"),
    _col(
        "locator", "str", "where a file without lines shows it: page 3, paragraph 12; null where line tells", null=True
    ),
    _col("text", "str", "the span as read"),
    _col("sentence", "str", "the sentence around it, as read, on one line"),
    _col("at", "int64", "where text begins in sentence, in characters"),
    _col("section", "str", "where in the article it stands", SECTIONS),
    _col("kind", "str", "what sort of number or time it is", KINDS),
    _col("low", "float64", "lower end in unit, as the words say; null when open", null=True),
    _col("high", "float64", "upper end in unit, as the words say; null when open", null=True),
    _col("low_closed", "bool", "whether low itself is meant"),
    _col("high_closed", "bool", "whether high itself is meant"),
    _col("stated", "str", "the exact decimal in unit, as text; both ends of a range with .. between", null=True),
    _col("step", "float64", "what the written digits resolve, in unit", null=True),
    _col("hedge", "str", "the word that loosens", HEDGES),
    _col(
        "unit",
        "str",
        "ISO 4217 code, percent, percentage point, basis point, fraction, or a singular unit name",
        null=True,
    ),
    _col("noun", "str", "the counted noun phrase as written", null=True),
    _col(
        "converts",
        "str",
        "id of the claim whose figure it gives in another unit, in brackets behind it: one fact, told twice",
        null=True,
    ),
    _col("measure", "str", "what is counted or happens, lower case, verb folded in", null=True),
    _col("measure_head", "str", "its one word", null=True),
    _col("role", "str", "how the figure is meant", ROLES),
    _col("direction", "str", "way of a change", DIRECTIONS, null=True),
    _col("modality", "str", "how the text stands to it", MODALITIES),
    _col("entities", "object", "list of names the figure is about"),
    _col("place", "str", "where it holds", null=True),
    _col("event", "object", "list of words and names that tell the document's event from others"),
    _col("speaker", "str", "who is given as its source, as written; null when the outlet speaks", null=True),
    _col("cue", "str", "the word of saying", null=True),
    _col("quoted", "bool", "whether it stands in quotation marks"),
    _col("period", "str", "the words that bind the figure in time", null=True),
    _col("period_first", "datetime64[s]", "first day of the period", null=True),
    _col("period_last", "datetime64[s]", "last day of the period", null=True),
    _col("first", "datetime64[s]", "times: first day, included", null=True),
    _col("last", "datetime64[s]", "times: last day, included", null=True),
    _col("value", "str", "times: TIMEX3 value, open (XXXX-WXX-2) when unresolved; other kinds: as stated", null=True),
    _col("fault", "str", "times: what is wrong with the date as written, which is kept", FAULTS, null=True),
    _col("trace", "str", "how the words became the value, steps separated by '; '"),
)

# Scores run from 0 (speaks against one fact) to 1 (speaks for it); null where a side is silent.
PAIRS = (
    _col("left", "str", "id of the claim reported earlier (then by path and place)"),
    _col("right", "str", "id of the other claim"),
    _col("fact", "str", "the group of claims about one thing; null when the two are not thought to be one", null=True),
    _col("score", "float64", "how sure it is that both are about one fact, 0 to 1"),
    _col("reasons", "object", "list of words: why one fact, or why not"),
    _col("relation", "str", "how the left value stands to the right, after conversion", RELATIONS),
    _col(
        "difference",
        "float64",
        "distance of the values as a share of the larger, 0 when they overlap; days for times",
        null=True,
    ),
    _col(
        "conversion",
        "str",
        "how units were made equal, or that percentage points are no percent; null when they were equal",
        null=True,
    ),
    _col("same_document", "bool", "whether both stand in one document"),
    _col("same_outlet", "bool", "whether both outlets are known and equal"),
    _col("copies", "bool", "whether the documents share their wording"),
    _col(
        "misprint",
        "bool",
        "whether one value is the other, mistyped, so surely that how they are meant and who speaks excuses nothing",
    ),
    _col("days_apart", "float64", "days from the left document's publication to the right's", null=True),
    _col("measure", "float64", "score: what is counted", null=True),
    _col("entities", "float64", "score: the names", null=True),
    _col("place", "float64", "score: where", null=True),
    _col("event", "float64", "score: the documents' events", null=True),
    _col("period", "float64", "score: the time the figures cover", null=True),
    _col("role", "float64", "score: how the figures are meant", null=True),
    _col("speaker", "float64", "score: who said it", null=True),
    _col("context", "float64", "score: wording of the sentences, value left out", null=True),
    _col("beside", "float64", "score: the other figures that both sentences tell", null=True),
    _col("distinctive", "float64", "score: how much an equal value alone identifies", null=True),
)

FINDINGS = (
    _col("rule", "str", "code of the rule that decided"),
    _col("name", "str", "name of the rule"),
    _col("verdict", "str", "what it decided", VERDICTS),
    _col("severity", "str", "how much it matters", SEVERITIES),
    _col("confidence", "float64", "how sure it is that the claims are about one fact, 0 to 1"),
    _col("fact", "str", "the fact they belong to"),
    _col("claims", "object", "list of claim ids, primary first"),
    _col(
        "agreeing",
        "object",
        "list of claim ids that tell what the primary tells, and differ from the others as it does; null where unknown",
        null=True,
    ),
    _col("message", "str", "one sentence with both quotes and both values"),
    _col("reasons", "object", "list of words: why one fact, and why this verdict"),
    _col("fingerprint", "str", "stable name of the finding: survives edits and moves, changes with a value"),
    _col("state", "str", "how it stands to the baseline; null where none is compared with", STATES, null=True),
    _col("accepted", "str", "why the baseline accepts it", null=True),
)

FACTS = (
    _col("document", "str", "id of its document"),
    _col("path", "str", "path of its document: the file and the line"),
    _col("words", "object", "mapping: column of the table of reference facts to what stands in it, if anything"),
    _col("places", "object", "mapping: such a column to where it begins in the text of the document"),
)

SKIPPED = (
    _col("path", "str", "the file, as given or walked to"),
    _col("reason", "str", "why it was not read, and the repair"),
    _col("unread", "bool", "whether it should have been read: the gate does not pass"),
)

TABLES: Mapping[str, tuple[Column, ...]] = {
    "documents": DOCUMENTS,
    "claims": CLAIMS,
    "pairs": PAIRS,
    "findings": FINDINGS,
    "skipped": SKIPPED,
}


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Tables:
    """All frames of one run, as the renderers take them; what they make of these is remembered by who they are."""

    documents: pd.DataFrame
    claims: pd.DataFrame
    pairs: pd.DataFrame
    findings: pd.DataFrame
    skipped: pd.DataFrame
    shows_undecided: bool = False  # whether reports for readers list what was not decided; else it is counted
    is_brief: bool = False  # whether they leave out all but what differs, for a comment
    # Rows of each table of the run, and discrepancies, where these hold only what findings need.
    totals: Mapping[str, int] | None = None
    fail_on: str | None = None  # the lowest severity that fails a gate; None where nothing is gated


def witness(outlet: str | None, document: str) -> str:
    """Who vouches for a claim: its outlet where known, else its document. Claims of one witness count once."""
    return document if outlet is None or pd.isna(outlet) else outlet


def is_of_batch(account: Mapping[str, Any]) -> bool:
    """Whether the account is that of an article of the batch, not of what the batch is compared with."""
    return "archived" not in account and account.get("format") != "facts"


def frame(table: Sequence[Column], rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """A frame of a table from rows; a column that a row leaves out is null (False, 0 where it cannot be)."""
    columns = {c.name: series(c, list(map(methodcaller("get", c.name), rows))) for c in table}
    return pd.DataFrame(columns)


def joined(parts: Sequence[pd.DataFrame], table: Sequence[Column]) -> pd.DataFrame:
    """Frames of a table as one; empty ones have no say in its dtypes."""
    full = [part for part in parts if len(part)]
    return pd.concat(full, ignore_index=True) if full else frame(table, [])


def without_texts(documents: pd.DataFrame) -> pd.DataFrame:
    """The documents as the stages after extraction need them."""
    return documents.assign(
        text=pd.Series(None, documents.index, dtype="str"),
        offsets=pd.Series(None, documents.index, dtype="object"),
        lines=pd.Series(None, documents.index, dtype="object"),
        locators=pd.Series(None, documents.index, dtype="object"),
        sections=pd.Series(None, documents.index, dtype="object"),
    )


def validate(table: Sequence[Column], data: pd.DataFrame) -> None:
    """Check columns, dtypes, nulls and vocabularies.

    Raises:
        ValueError: the first column that does not hold, and why.

    """
    for column in table:
        if column.name not in data:
            raise ValueError(f"column {column.name!r} is missing")
        _validate_column(column, data[column.name])


def series(column: Column, cells: list[Any]) -> "pd.Series[Any]":
    """A column of a table from its cells; None is null (False, 0 where it cannot be)."""
    empty = _EMPTY.get(column.dtype)
    if empty is not None and None in cells:
        cells = [empty if cell is None else cell for cell in cells]
    return pd.Series(cells, dtype=column.dtype)


def _validate_column(column: Column, cells: "pd.Series[Any]") -> None:
    if str(cells.dtype) != column.dtype:
        raise ValueError(f"column {column.name!r} is {cells.dtype}, not {column.dtype}")
    if not column.nullable and cells.isna().any():
        raise ValueError(f"column {column.name!r} holds a null")
    strange = set(cells.dropna()) - set(column.vocabulary) if column.vocabulary else set()
    if strange:
        raise ValueError(f"column {column.name!r} holds {min(strange)!r}, which is not in its vocabulary")
