"""Times as `score_temporal.py` reads them: {"id", "timexes": [{"start", "end", "type", "value"}]}."""

from collections.abc import Iterable, Iterator

from bench.frames import Row, Text, by_document, claims, day, known
from bench.lines import Record, chunks

# Kind of claim -> TIMEX3 type.
TYPES = {"date": "DATE", "time": "TIME", "duration": "DURATION", "set": "SET"}


def predict(records: Iterable[Record]) -> Iterator[Record]:
    """The times of each record's text, resolved against its day."""
    for part in chunks(records):
        texts = [Text(str(number), record["text"], day(record.get("dct"))) for number, record in enumerate(part)]
        found = by_document(claims(texts), TYPES)
        for number, record in enumerate(part):
            yield {"id": record["id"], "timexes": [timex(row) for row in found.get(str(number), [])]}


def timex(claim: Row) -> Record:
    """One claim; value null where it could not be resolved."""
    return {
        "start": claim["start"],
        "end": claim["end"],
        "type": TYPES[claim["kind"]],
        "value": known(claim["value"]),
    }
