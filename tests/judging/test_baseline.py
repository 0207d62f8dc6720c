"""Baselines: what is refused, what they say of findings, and that what is written is read."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.judging.baseline import HEADER, BaselineError, Entry, compared, dump, entries, load, parse
from checker.tables import CLAIMS, FINDINGS, frame, validate

MARK, OTHER = "0123456789abcdef", "fedcba9876543210"
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


def found(*marks, verdict="discrepancy"):
    rows = [
        {"rule": "C101", "name": "n", "verdict": verdict, "severity": "error", "confidence": 0.9, "fact": f"F{n}",
         "claims": ["a", "b"], "message": "m", "reasons": [], "fingerprint": mark}
        for n, mark in enumerate(marks)
    ]  # fmt: skip
    return frame(FINDINGS, rows)


def entry(mark=MARK, until=None, reason="known"):
    return Entry(mark, "C101", until, reason)


# Name -> entries, today, state of the finding, entries that match nothing.
STATES = {
    "nothing is accepted": ([], None, "new", 0),
    "another finding is accepted": ([entry(OTHER)], None, "new", 1),
    "it is accepted for ever": ([entry()], None, "accepted", 0),
    "until today": ([entry(until=DAY)], DAY, "accepted", 0),
    "until yesterday": ([entry(until=DAY - dt.timedelta(1))], DAY, "expired", 0),
    "no day to go by": ([entry(until=DAY)], None, "expired", 0),
    "one entry is over and one holds": ([entry(until=DAY), entry()], dt.date(2027, 1, 1), "accepted", 0),
}


@pytest.mark.parametrize(("accepted", "today", "state", "stale"), STATES.values(), ids=STATES)
def test_how_a_finding_stands_to_the_baseline(accepted, today, state, stale):
    told, left = compared(found(MARK), accepted, today)
    validate(FINDINGS, told)
    assert told["state"].tolist() == [state]
    assert told["accepted"].notna().tolist() == [state == "accepted"]
    assert len(left) == stale


def test_only_discrepancies_are_accepted():
    claims = frame(
        CLAIMS,
        [
            {"id": name, "text": text, "measure": "people killed", "kind": "count"}
            for name, text in (("a", "5"), ("b", "7"))
        ],
    )
    (one,) = entries(found(MARK), claims, "known")
    assert (one.fingerprint, one.what) == (MARK, "people killed: 5, 7")
    assert entries(found(MARK, verdict="update"), claims, "known") == []
