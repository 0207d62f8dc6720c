"""Baselines: what is refused, what they say of findings, and that what is written is read."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.judging.acceptance import compared, entries
from checker.judging.baseline import HEADER, BaselineError, Entry, dump, load, parse
from checker.judging.fingerprint import fingerprint
from checker.tables import CLAIMS, FINDINGS, frame, validate

MARK = "0123456789abcdef"
DAY = dt.date(2026, 5, 1)

# What is wrong with a line -> the line, and words of the error.
REFUSED = {
    "too few fields": (f"{MARK}\tC101\t-\twhy", "4 fields, not 5"),
    "blanks for tabs": (f"{MARK} C101 - why what", "1 fields, not 5"),
    "no fingerprint": ("C101\tC101\t-\twhy\twhat", "is no fingerprint"),
    "a fingerprint in capitals": (f"{MARK.upper()}\tC101\t-\twhy\twhat", "is no fingerprint"),
    "no code": (f"{MARK}\tmoney\t-\twhy\twhat", "is no code of a rule"),
    "no day": (f"{MARK}\tC101\tsoon\twhy\twhat", "is no day"),
    "no such day": (f"{MARK}\tC101\t2026-02-30\twhy\twhat", "is no day"),
    "no reason": (f"{MARK}\tC101\t-\t \twhat", "no reason"),
    "an unfinished merge": ("<<<<<<< HEAD", "unfinished merge"),
}


@pytest.mark.parametrize(("line", "words"), REFUSED.values(), ids=REFUSED)
def test_a_line_that_is_no_entry_is_refused_with_its_place(line, words):
    with pytest.raises(BaselineError, match=r"^b\.txt:3: ") as error:
        parse(f"{HEADER}\n{line}\n", "b.txt")
    assert words in str(error.value)


def test_a_later_version_is_refused():
    with pytest.raises(BaselineError, match="later checker"):
        parse("# checker baseline 2: all new\n", "b.txt")


@pytest.mark.parametrize("content", [None, b"\xff\xfe"], ids=["missing", "not UTF-8"])
def test_a_file_that_cannot_be_read_is_named(tmp_path, content):
    path = tmp_path / "b.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BaselineError, match=r"b\.txt: "):
        load(path)


words = st.text(min_size=1, max_size=60).filter(lambda text: any(c.isprintable() and not c.isspace() for c in text))
some = st.builds(
    Entry,
    fingerprint=st.text("0123456789abcdef", min_size=16, max_size=16),
    rule=st.from_regex(r"C[0-9]{3}", fullmatch=True),
    until=st.none() | st.dates(),
    reason=words,
    what=st.text(max_size=60),
)


@given(st.lists(some, max_size=6))
def test_what_is_written_is_read_and_sorted(given_entries):
    text = dump(given_entries)
    assert dump(parse(text, "b")) == text
    assert dump(reversed(given_entries)) == text
    assert {entry.fingerprint for entry in parse(text, "b")} == {entry.fingerprint for entry in given_entries}
    lines = text.splitlines()[1:]
    assert lines == sorted(set(lines))


def claim(name, number, outlet):
    return {
        "id": name, "document": f"d-{name}", "outlet": outlet, "text": str(number), "measure": "people killed", "kind": "count",
        "low": float(number), "high": float(number), "low_closed": True, "high_closed": True, "role": "level", "entities": [],
    }  # fmt: skip


# Outlet -> what it says; the ledger stands apart from the others.
TOLD = {"ledger": 17, "harbour": 14, "gazette": 14, "tribune": 16}
CLAIMS_OF = frame(CLAIMS, [claim(name, number, f"{name}.example") for name, number in TOLD.items()])


def mark(*names):
    rows = CLAIMS_OF.set_index("id").loc[list(names)].to_dict("records")
    return fingerprint("C101", *rows)


def found(*others, verdict="discrepancy"):
    """One finding: the ledger against the others."""
    row = {
        "rule": "C101", "name": "n", "verdict": verdict, "severity": "error", "confidence": 0.9, "fact": "F1",
        "claims": ["ledger", *others], "message": "m", "reasons": [], "fingerprint": mark("ledger", others[0]),
    }  # fmt: skip
    return frame(FINDINGS, [row])


def entry(mark, until=None, reason="known"):
    return Entry(mark, "C101", until, reason)


HARBOUR = mark("ledger", "harbour")
# Name -> the others, entries, today, state of the finding, entries that match nothing.
STATES = {
    "nothing is accepted": (["harbour"], [], None, "new", 0),
    "another finding is accepted": (["harbour"], [entry(MARK)], None, "new", 1),
    "it is accepted for ever": (["harbour"], [entry(HARBOUR)], None, "accepted", 0),
    "until today": (["harbour"], [entry(HARBOUR, DAY)], DAY, "accepted", 0),
    "until yesterday": (["harbour"], [entry(HARBOUR, DAY - dt.timedelta(1))], DAY, "expired", 0),
    "no day to go by": (["harbour"], [entry(HARBOUR, DAY)], None, "expired", 0),
    "one entry is over and one holds": (
        ["harbour"],
        [entry(HARBOUR, DAY), entry(HARBOUR)],
        dt.date(2027, 1, 1),
        "accepted",
        0,
    ),
    "one more source of the accepted value": (["gazette", "harbour"], [entry(HARBOUR)], None, "accepted", 0),
    "one more source of another value": (["harbour", "tribune"], [entry(HARBOUR)], None, "new", 0),
    "the accepted source is gone": (["gazette"], [entry(HARBOUR)], None, "new", 1),
}


@pytest.mark.parametrize(("others", "accepted", "today", "state", "stale"), STATES.values(), ids=STATES)
def test_how_a_finding_stands_to_the_baseline(others, accepted, today, state, stale):
    told, left = compared(found(*others), CLAIMS_OF, accepted, today)
    validate(FINDINGS, told)
    assert told["state"].tolist() == [state]
    assert told["accepted"].notna().tolist() == [state == "accepted"]
    assert len(left) == stale


def test_what_is_no_discrepancy_does_not_stand_to_a_baseline():
    told, _ = compared(found("harbour", verdict="update"), CLAIMS_OF, [entry(HARBOUR)])
    assert told["state"].isna().all()
    assert entries(found("harbour", verdict="update"), CLAIMS_OF, "known") == []


def test_a_discrepancy_is_accepted_against_each_that_it_differs_from():
    written = entries(found("harbour", "gazette"), CLAIMS_OF, "known")
    assert {one.fingerprint for one in written} == {HARBOUR, mark("ledger", "gazette")}
    assert {one.what for one in written} == {"people killed: 17, 14"}


def test_a_run_without_findings_has_no_states():
    told, left = compared(frame(FINDINGS, []), frame(CLAIMS, []), [entry(MARK)])
    assert (len(told), len(left)) == (0, 1)
