"""Claims made by hand, for the tests of matching."""

import pandas as pd

from checker.matching.side import side
from checker.tables import CLAIMS, frame

FACTORY = ("Springfield Heights", "blast", "factory", "Acme Works", "boiler")
FERRY = ("Rivertown Bay", "ferry", "capsized", "Mara Queen", "crossing")


def claim(text, sentence, *, document="a", start=None, **columns):
    """One row of the claims table: a count asserted in the body unless said otherwise."""
    at = sentence.index(text)
    place = at if start is None else start
    row = {
        "id": f"{document}:{place}-{place + len(text)}",
        "document": document,
        "path": f"{document}.txt",
        "start": place,
        "end": place + len(text),
        "phrase_start": place,
        "phrase_end": place + len(text),
        "text": text,
        "sentence": sentence,
        "at": at,
        "section": "body",
        "kind": "count",
        "low_closed": True,
        "high_closed": True,
        "step": 1.0,
        "hedge": "exact",
        "role": "level",
        "modality": "asserted",
        "entities": [],
        "event": list(FACTORY),
        "trace": "",
    }
    return row | columns


def count(number, noun, sentence, **columns):
    """A count of `noun`, written in the sentence as the figure itself."""
    told = {"low": float(number), "high": float(number), "stated": str(number), "value": str(number)}
    return claim(str(number), sentence, **(told | {"measure": noun, "measure_head": noun.split()[0]} | columns))


def amount(text, number, sentence, **columns):
    """An amount of dollars, written to three digits."""
    told = {"low": float(number), "high": float(number), "stated": str(int(number)), "value": str(int(number))}
    return claim(
        text,
        sentence,
        **({"kind": "money", "unit": "USD", "step": 10.0 ** (len(str(int(number))) - 3)} | told | columns),
    )


def age(years, person, sentence, **columns):
    """The age of a person."""
    told = {"kind": "age", "unit": "year", "role": "age", "measure": "age", "measure_head": "age"}
    return count(years, "age", sentence, **(told | {"entities": [person] if person else []} | columns))


def day(text, first, last, sentence, **columns):
    """A date."""
    told = {"kind": "date", "first": pd.Timestamp(first), "last": pd.Timestamp(last), "value": first[:10]}
    return claim(text, sentence, **({"role": "date_of_event"} | told | columns))


def claims(*rows):
    """The claims frame of some rows."""
    return frame(CLAIMS, rows)


def sides(*rows):
    """The sides of some rows, through the frame as in the real way."""
    return [side(record) for record in claims(*rows).to_dict("records")]
