"""Keys by which a document is found later: first what must not share one."""

import pytest

import checker
from checker.matching import lasting_keys

FERRY = "PORT MERIDIAN - A ferry fire killed 14 people in Port Meridian on Monday, police said."


def keys(text, published="2025-03-04"):
    return set(lasting_keys(checker.extract(checker.documents([text], published=[published])))["key"])


# A text -> whether it shares a key with that of the ferry.
TEXTS = {
    "LOWER ASHFORD - An earthquake injured 80 people in Lower Ashford on Sunday, the mayor said.": False,
    "EASTWICK - A hailstorm destroyed 700 hectares of orchards near Eastwick.": False,
    "PORT MERIDIAN - Seventeen people died in the fire on a ferry off Port Meridian.": True,
}


@pytest.mark.parametrize("text", TEXTS)
def test_texts_of_one_event_share_a_key(text):
    assert bool(keys(FERRY) & keys(text)) is TEXTS[text]


def test_keys_do_not_depend_on_the_rest_of_the_batch():
    claims = checker.extract(checker.documents([FERRY, *TEXTS], published=["2025-03-04"] * 4))
    found = lasting_keys(claims)
    first = claims["document"].iloc[0]
    assert set(found["key"][found["document"] == first]) == keys(FERRY)


def test_keys_are_the_same_on_every_run():
    """An archive holds them for years: whoever changes what they are made of changes the version of the archive."""
    assert min(keys(FERRY)) == -7134764982757846947


def test_no_claims_no_keys():
    found = lasting_keys(checker.extract(checker.documents(["Nothing."])))
    assert (len(found), list(found.columns)) == (0, ["document", "key"])
