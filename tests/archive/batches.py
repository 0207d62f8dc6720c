"""Batches of short articles, with the keys by which an archive finds them."""

from dataclasses import dataclass

import pandas as pd

import checker
from checker import archive
from checker.matching import lasting_keys

TOLL = "PORT MERIDIAN - A ferry fire killed {} people in Port Meridian on Monday, police said."
QUAKE = "LOWER ASHFORD - An earthquake injured {} people in Lower Ashford on Sunday, the mayor said."


@dataclass(frozen=True)
class Batch:
    """The tables of a batch."""

    documents: pd.DataFrame
    claims: pd.DataFrame

    @property
    def keys(self):
        return lasting_keys(self.claims)

    def add(self, address, **more):
        return archive.add(str(address), self.documents, self.claims, self.keys, **more)

    def related(self, address):
        return archive.related(str(address), self.documents, self.keys)

    def found(self, address):
        """Paths of what the archive holds of it, by text."""
        return sorted(self.related(address).claims["text"])


def batch(*texts, outlet="harbour.example", published="2025-03-04", url=None, record=None):
    """A batch of texts of one outlet and day; `url` and `record` name the story of all of them."""
    count = len(texts)
    documents = checker.documents(texts, outlets=[outlet] * count, published=[published] * count)
    claims = checker.extract(documents)
    accounts = [{**account, **({"record": record} if record else {})} for account in documents["account"]]
    return Batch(documents.assign(url=pd.Series([url] * count, dtype="str"), account=accounts), claims)
