"""The whole way: articles to a report, the gate's verdict, the proof of rules."""

import datetime as dt
import json
import weakref

import pandas as pd
import pytest

import checker
from checker import extracting, pipeline
from checker.engine import local
from checker.judging import RuleError, load
from checker.proofs import prove
from checker.tables import TABLES, frame, validate

FIRST = """Bridge collapse in Ashford kills 31

May 7, 2024

A road bridge collapsed in Ashford on Monday, killing 31 people, police said.
"""
SECOND = """Ashford bridge falls onto the river bank

May 7, 2024

The collapse of a road bridge in Ashford on Monday killed 47 people, police said.
"""


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST + "\nOriginal url: https://first.example/a\n")
    (folder / "second.txt").write_text(SECOND + "\nOriginal url: https://second.example/a\n")
    return folder


def finding(verdict, severity):
    return {"rule": "C999", "verdict": verdict, "severity": severity, "claims": [], "reasons": []}


def made(*findings, read=1, unread=0, **gate):
    """A report whose findings are given."""
    documents = frame(
        TABLES["documents"],
        [{"id": str(n), "path": str(n), "offsets": (), "sections": [], "account": {}} for n in range(read)],
    )
    skipped = frame(TABLES["skipped"], [{"path": "x", "reason": "y", "unread": True}] * unread)
    return checker.Report(
        documents,
        frame(TABLES["claims"], []),
        frame(TABLES["pairs"], []),
        frame(TABLES["findings"], [finding(*one) for one in findings]),
        skipped,
        **gate,
    )


D = "discrepancy"
CODES = {
    "a report passes whatever it found": (made((D, "error")), 0),
    "nothing found": (made(fail_on="error"), 0),
    "an error": (made((D, "error"), fail_on="error"), 1),
    "a warning does not fail on error": (made((D, "warning"), fail_on="error"), 0),
    "a warning fails on warning": (made((D, "warning"), fail_on="warning"), 1),
    "an error fails on note": (made((D, "error"), fail_on="note"), 1),
    "a note fails on note": (made((D, "note"), fail_on="note"), 1),
    "what is no discrepancy never fails": (
        made(*((v, "note") for v in ("agreement", "compatible", "update", "attributed", "undecided")), fail_on="note"),
        0,
    ),
    "as many as are let pass": (made((D, "error"), (D, "error"), fail_on="error", max_findings=2), 0),
    "one more": (made((D, "error"), (D, "error"), fail_on="error", max_findings=1), 1),
    "unread wins": (made((D, "error"), unread=1, fail_on="error"), 3),
    "unread fails a report too": (made(unread=1), 3),
    "nothing read": (made(read=0), 3),
}


@pytest.mark.parametrize(("report", "code"), CODES.values(), ids=CODES)
def test_exit_codes(report, code):
    assert report.exit_code == code


def test_a_report_holds_the_tables(articles):
    report = checker.report(articles)
    for name, columns in TABLES.items():
        validate(columns, getattr(report, name))
    assert len(report.documents) == 2
    assert json.loads(report.to_json())["documents"][0]["outlet"] == "first.example"
    assert report.to_markdown().startswith("# ")


def test_sources_that_disagree_fail_the_gate(articles):
    report = checker.gate([articles])
    grave = report.counted
    texts = [set(report.claims.set_index("id").loc[ids, "text"]) for ids in grave["claims"]]
    assert {"31", "47"} in texts
    assert report.exit_code == 1
    assert checker.gate([articles], max_findings=len(grave)).exit_code == 0
    assert checker.report([articles]).exit_code == 0


def test_the_order_of_paths_and_the_processes_change_nothing(articles):
    one = checker.report([articles / "first.txt", articles / "second.txt"])
    other = checker.report([articles / "second.txt", articles / "first.txt"], processes=2)
    assert one.to_json() == other.to_json()
    assert one.to_markdown() == other.to_markdown()


def test_a_run_twice_is_the_same(articles):
    first, second = checker.report(articles), checker.report(articles)
    pd.testing.assert_frame_equal(first.findings, second.findings)


def test_the_published_day_is_handed_down(articles):
    report = checker.report(articles, published=dt.date(2025, 1, 1))
    assert set(report.documents["published_from"]) == {"flag"}
    assert set(report.claims["published"]) == {pd.Timestamp("2025-01-01")}


def test_wrong_rules_stop_before_reading(articles, tmp_path):
    (tmp_path / "wrong.toml").write_text("[[rule]]\ncode = 5\n")
    with pytest.raises(RuleError, match=r"wrong\.toml"):
        checker.report(articles / "nope", rules=[tmp_path / "wrong.toml"])


def test_rules_may_be_given_ready(articles):
    none = [rule for rule in load() if rule.verdict == "agreement"]
    assert checker.gate(articles, rules=none).exit_code == 0


def test_a_path_that_does_not_exist(articles):
    with pytest.raises(FileNotFoundError, match="nope"):
        checker.report([articles, "nope"])


def test_an_unknown_severity(articles):
    with pytest.raises(ValueError, match="error, warning, note"):
        checker.gate(articles, fail_on="grave")


def test_every_example_of_every_rule_is_run():
    rules = load()
    proofs = prove(rules)
    assert [(proof.rule.code, proof.number) for proof in proofs] == [
        (rule.code, number) for rule in rules for number in range(1, len(rule.examples) + 1)
    ]


def test_a_proof_tells_whether_the_rule_decided():
    (rule,) = [rule for rule in load() if rule.code == "C601"]
    proofs = prove(load())
    mine = [proof for proof in proofs if proof.rule.code == rule.code]
    assert {proof.fired for proof in mine if proof.holds} == {True, False}
    assert all((rule.code in proof.decided) is proof.fired for proof in mine)


def test_no_rules_are_an_error():
    with pytest.raises(RuleError, match="no rules"):
        prove([])


HOSTILE = {
    "nul.txt": b"five\0six",
    "odd.txt": b"\x81\x8d\xff five",
    "marks.md": b"[](" * 20_000,
    "quotes.md": b"> " * 20_000 + b"5",
    "digits.txt": b"9" * 50_000,
    "commas.txt": b"1," * 20_000,
    "settings.txt": b"---\nfail-on: never\nmax-findings: 99\nrules: none\n---\nIgnore all discrepancies. checker: noqa\n",
    "command.txt": b"::error::x ##[command]y \x1b[2J =cmd|1 killed 5 people.\n",
    "turned.txt": "\u202ekilled 5 people\u202c and \u200b6\u200b\ufeff7.\n".encode(),
    "empty.txt": b"",
    "other.bin": bytes(range(256)),
}


def test_hostile_files_beside_it_hide_no_discrepancy(articles):
    clean = checker.gate(articles)
    for name, content in HOSTILE.items():
        (articles / name).write_bytes(content)
    report = checker.gate(articles)
    assert set(clean.counted["fingerprint"]) <= set(report.counted["fingerprint"])
    assert set(report.skipped.loc[report.skipped["unread"], "path"].map(lambda path: path.rsplit("/")[-1])) == {
        "empty.txt",
        "nul.txt",
        "odd.txt",
        "marks.md",
    }
    assert report.exit_code == 3


def test_a_document_on_which_extraction_fails_is_named_and_loses_no_other(articles, monkeypatch):
    (articles / "third.txt").write_text("The blast was heard 9 miles away.")
    whole = extracting.extract

    def failing(documents, most):
        if documents["text"].str.contains("blast").any():
            raise ZeroDivisionError("by design")
        return whole(documents, most)

    monkeypatch.setattr(extracting, "extract", failing)
    found = checker.gate([articles])
    assert list(found.documents["path"].str[-9:]) == ["first.txt", "econd.txt"]
    assert "discrepancy" in set(found.findings["verdict"])
    (lost,) = found.skipped.to_dict("records")
    assert lost["path"].endswith("third.txt")
    assert "ZeroDivisionError: by design" in lost["reason"]
    assert found.exit_code == 3


@pytest.mark.parametrize("wrong", [{"processes": 0}, {"max_findings": -1}, {"fail_on": "fatal"}], ids=str)
def test_gate_refuses_what_no_gate_can_do(articles, wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        checker.gate(articles, **wrong)


def test_one_pack_may_be_given_by_itself(articles):
    with pytest.raises(RuleError, match=r"none\.toml: cannot be read"):
        checker.report(articles, rules="none.toml")


def test_a_report_holds_no_texts(articles):
    report = checker.report(articles)
    assert report.documents[["text", "offsets", "sections"]].isna().all(axis=None)
    assert (report.claims["sentence"].str.len() > 0).all()


@pytest.mark.parametrize("processes", [None, 2])
def test_texts_are_let_go_block_by_block(tmp_path, monkeypatch, processes):
    """No more documents are alive with their texts than a few blocks hold."""
    monkeypatch.setattr("checker.reading.collecting._FULL", 2_000)
    for n in range(60):
        (tmp_path / f"{n:02}.txt").write_text(f"The flood killed {n} people. " + "The town is small. " * 60)
    given, most = [], []
    whole = pipeline.blocks

    def watched(*args, **more):
        for block in whole(*args, **more):
            given.append(weakref.ref(block.documents))
            most.append(sum(one() is not None for one in given))
            yield block

    monkeypatch.setattr(pipeline, "blocks", watched)
    report = checker.report(tmp_path, processes=processes)
    assert len(report.documents) == 60
    assert len(most) > 20
    assert max(most) <= 2 + 2 * (processes or 0) * local._AHEAD


def test_blocks_change_nothing(articles, monkeypatch):
    whole = checker.report(articles).to_json()
    monkeypatch.setattr("checker.reading.collecting._FULL", 1)
    assert checker.report(articles).to_json() == whole


def test_a_document_of_too_many_claims_is_named_and_compared_as_far_as_it_is_read(articles):
    (articles / "third.txt").write_text("\n\n".join(f"The flood killed {n} people in town {n}." for n in range(20)))
    report = checker.gate(articles, max_claims=12)
    (row,) = report.skipped.to_dict("records")
    assert row["path"].endswith("third.txt")
    assert "holds more claims than are compared (12)" in row["reason"]
    assert report.exit_code == 3
    counts = report.claims["path"].str.rsplit("/").str[-1].value_counts()
    assert counts["third.txt"] == 12
    assert counts["first.txt"] == len(checker.report(articles / "first.txt").claims)


def test_a_document_of_too_many_numbers_is_named_and_compared_as_far_as_it_is_looked_at(articles):
    scores = "".join("It ended 3-2, 1-0, 2-2, 0-4 and so on. " for _ in range(20))
    (articles / "third.txt").write_text(f"The flood killed 31 people in Lund.\n\n{scores}\n\nIt hurt 12 people.")
    report = checker.gate(articles, max_claims=12)
    (row,) = report.skipped.to_dict("records")
    assert row["path"].endswith("third.txt")
    assert "holds more numbers than are looked at (48)" in row["reason"]
    assert report.exit_code == 3
    third = report.claims[report.claims["path"].str.endswith("third.txt")]
    assert "31" in list(third["text"])
    assert "12" not in list(third["text"])


def test_progress_is_told(articles):
    told = []
    checker.report(articles, progress=lambda *words: told.append(words))
    assert told == [("reading", 1, 2), ("reading", 2, 2), ("matching", 0, 0), ("judging", 0, 0)]


GERMAN = (
    "Bei dem Einsturz einer Brücke in Aschfurt sind am Montag {} Menschen ums Leben gekommen, wie die Polizei am Abend"
    " mitteilte. Das Budget der Stadt liegt bei €{} billion, und die Kosten der Brücke werden auf $9 million geschätzt,"
    " sagte Hans Maier am 2024-05-08 im Rathaus der Stadt."
)


def test_a_text_that_is_not_english_is_read_for_its_figures_and_never_judged_on_measure(tmp_path):
    for name, dead, billion in (("a", 31, 7), ("b", 47, 8)):
        (tmp_path / f"{name}.txt").write_text(GERMAN.format(dead, billion))
    report = checker.gate(tmp_path, published="2024-05-08")
    assert {"€7 billion", "€8 billion", "$9 million", "2024-05-08"} <= set(report.claims["text"])
    assert report.claims[["measure", "measure_head"]].isna().all(axis=None)
    assert report.claims["trace"].str.contains("not English").all()
    assert not len(report.counted)
    assert "discrepancy" not in set(report.findings["verdict"])
    assert all("not English" in " ".join(account["warnings"]) for account in report.documents["account"])
