"""What the view makes of the frames: facts, witnesses, names, what stands alone."""

import json

import pytest

from checker.rendering import FORMATS
from checker.rendering.naming import names, short
from checker.rendering.quotes import quote
from checker.rendering.view import view
from tests.rendering.story import DEAD, bridge, claim, day, document, finding, point, tables


def _run(claims, pairs=(), findings=(), documents=()):
    known = {row["id"] for row in documents}
    rest = [document(name) for name in dict.fromkeys(row["document"] for row in claims) if name not in known]
    return view(tables([*documents, *rest], list(claims), list(pairs), list(findings)))


def _pair(left, right, fact="F1", **columns):
    return {
        "left": left["id"],
        "right": right["id"],
        "fact": fact,
        "score": 0.9,
        "reasons": [],
        "relation": "equal",
    } | columns


A = claim("post", 1, "12", "12 died.", **DEAD, **point(12))
B = claim("ledger", 1, "12", "12 died.", **DEAD, **point(12))
C = claim("notes", 1, "13", "13 died.", **DEAD, **point(13))
A_AGAIN = claim("post", 50, "12", "The 12 were workers.", **DEAD, **point(12))


def test_a_pair_without_a_fact_makes_none():
    shown = _run([A, C], [_pair(A, C, fact=None)])
    assert shown.facts == ()
    assert len(shown.alone) == 2


def test_facts_are_in_order_of_their_number():
    claims = [claim("post", n, "12", "12.", **point(12)) for n in range(1, 50, 2)]
    pairs = [
        _pair(one, two, f"F{n}") for n, (one, two) in enumerate(zip(claims[::2], claims[1::2], strict=False), start=1)
    ]
    assert [fact.id for fact in _run(claims, pairs).facts] == [f"F{n}" for n in range(1, 13)]


def test_values_count_witnesses_not_claims():
    fact = _run([A, A_AGAIN, B, C], [_pair(A, B), _pair(A, C), _pair(A_AGAIN, A)]).facts[0]
    assert [(value["low"], value["witnesses"]) for value in fact.values] == [(12.0, 2), (13.0, 1)]
    assert fact.told == (("12 people", 2), ("13 people", 1))
    assert fact.witnesses == 3


def test_a_bare_figure_counts_what_the_others_name():
    bare = claim("ledger", 1, "12", "12 dead", **DEAD | {"noun": None}, **point(12))
    assert _run([bare, A], [_pair(bare, A)]).facts[0].told == (("12 people", 2),)


REASONS = [
    (["same measure", "the values differ", "One is wrong"], ["same measure"], "The values differ. One is wrong"),
    (["One is wrong"], [], "One is wrong"),
    ([], [], ""),
]


@pytest.mark.parametrize(("reasons", "grounds", "why"), REASONS)
def test_reasons_of_fact_and_verdict_stand_apart(reasons, grounds, why):
    found = _run(
        [A, B], [_pair(A, B)], [finding("E1", "discrepancy", "error", "F1", [A["id"], B["id"]], reasons=reasons)]
    )
    assert (found.findings[0].grounds, found.findings[0].why) == (grounds, why)


def test_copies_are_one_witness():
    fact = _run([A, B, C], [_pair(A, B, copies=True), _pair(A, C), _pair(B, C)]).facts[0]
    assert [(value["low"], value["witnesses"]) for value in fact.values] == [(12.0, 1), (13.0, 1)]


def test_copies_of_copies_are_one_witness():
    pairs = [_pair(A, C, copies=True), _pair(B, C, copies=True), _pair(A, B)]
    assert _run([A, B, C], pairs).facts[0].witnesses == 1


def test_documents_without_outlet_are_witnesses_of_their_own():
    one, two = (claim(name, 1, "12", "12 died.", **point(12)) for name in ("x", "y"))
    assert _run([one, two], [_pair(one, two)]).facts[0].witnesses == 2


def test_times_carry_their_days():
    one, two = (claim(name, 1, "May 2", "On May 2.", **day("2031-05-02")) for name in ("post", "ledger"))
    value = _run([one, two], [_pair(one, two)]).facts[0].values[0]
    assert value == {
        "low": None,
        "high": None,
        "unit": None,
        "first": "2031-05-02",
        "last": "2031-05-02",
        "witnesses": 2,
    }


def test_a_fact_takes_the_most_told_measure_and_every_name():
    one = claim("post", 1, "12", "12.", measure="hurt", entities=["Ann", "Bo"])
    two = claim("ledger", 1, "12", "12.", measure="killed", entities=["Bo", "Cy"], period="since May")
    three = claim("notes", 1, "12", "12.", measure="killed")
    fact = _run([one, two, three], [_pair(one, two), _pair(two, three)]).facts[0]
    assert (fact.measure, fact.entities, fact.period) == ("killed", ("Ann", "Bo", "Cy"), "since May")


@pytest.mark.parametrize(
    "columns",
    [{"section": "boilerplate"}, day("2031-05-03", role="published"), {"kind": "date"}],
    ids=["no part of the article", "the dateline", "a day that is not resolved"],
)
def test_what_is_no_claim_of_one_source(columns):
    assert _run([claim("post", 1, "12", "12.", **columns)]).alone == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (12, {}, 0),  # the same figure of the same thing, though nothing matched the two
        (12, {"measure": "injured"}, 2),
        (1912, {"measure": "injured"}, 0),  # hardly by chance
        (12, {"measure": None}, 2),
        (12, point(13), 2),
        (12, {"kind": "percent"}, 2),
    ],
)
def test_what_two_sources_say_is_of_neither_alone(one, other, expected):
    told = [
        claim(source, 1, str(one), f"{one} died.", **DEAD | point(one) | columns)
        for source, columns in (("post", {}), ("ledger", other))
    ]
    assert len(_run(told).alone) == expected


def test_what_a_finding_shows_is_not_told_again():
    differing = finding("C620", "discrepancy", "error", "F1", [A["id"], C["id"]])
    assert [c["id"] for c in _run([A, C, A_AGAIN], findings=[differing]).alone] == [A_AGAIN["id"]]


def test_what_one_source_tells_twice_is_still_its_own():
    assert len(_run([A, A_AGAIN], [_pair(A, A_AGAIN)]).alone) == 2


@pytest.mark.parametrize(
    ("columns", "is_unresolved"),
    [({"kind": "date"}, True), ({"kind": "date", "value": "XXXX-WXX-5"}, True), ({"kind": "set", "value": "P1W"}, False), ({"kind": "date", "value": "PRESENT_REF"}, False), (day("2031-05-03"), False),
     ({"kind": "duration", "unit": "week"} | point(5), False)],
    ids=["no value", "open form", "a set", "now", "a day", "a duration"],
)  # fmt: skip
def test_unresolved_times(columns, is_unresolved):
    assert bool(_run([claim("post", 1, "12", "12.", **columns)]).unresolved) == is_unresolved


def test_findings_come_gravest_first_then_surest():
    rows = [
        finding("N1", "agreement", "note", "F1", [A["id"], B["id"]]),
        finding("W1", "discrepancy", "warning", "F1", [A["id"], C["id"]]),
        finding("E2", "discrepancy", "error", "F1", [A["id"], C["id"]], confidence=0.7),
        finding("E1", "discrepancy", "error", "F1", [A["id"], C["id"]], confidence=0.8),
        finding("N0", "update", "note", "F1", [A["id"], C["id"]], confidence=0.7),
    ]
    shown = _run([A, B, C], [_pair(A, B), _pair(A, C)], rows)
    assert [found.row["rule"] for found in shown.findings] == ["E1", "E2", "W1", "N0", "N1"]


def test_a_finding_inside_one_document_may_have_no_pair():
    found = _run([A, A_AGAIN], [], [finding("S1", "discrepancy", "warning", "S1", [A["id"], A_AGAIN["id"]])]).findings[
        0
    ]
    assert not found.is_across
    assert found.fact.measure == "people killed"


NAMES = [
    ("outlet before title", [{"outlet": "Post", "title": "Fire"}], ["Post"]),
    ("title before file", [{"title": "Fire"}], ["Fire"]),
    ("a blank is no name", [{"outlet": " ", "title": "\t", "path": "in/a.txt"}], ["a.txt"]),
    ("file at last", [{"path": "in/a.txt"}], ["a.txt"]),
    ("a long title is cut at a blank", [{"title": "word " * 30}], ["word word word word word word word word word…"]),
    ("one outlet, two days", [{"outlet": "Post", "published": "2031-05-03"}, {"outlet": "Post", "published": "2031-05-04"}],
     ["Post (2031-05-03)", "Post (2031-05-04)"]),
    ("one outlet, one day", [{"outlet": "Post", "path": "in/a.txt"}, {"outlet": "Post", "path": "in/b.txt"}], ["Post (a.txt)", "Post (b.txt)"]),
    ("one name in two folders", [{"path": "x/a.txt"}, {"path": "y/a.txt"}], ["a.txt (x/a.txt, 0)", "a.txt (y/a.txt, 1)"]),
    ("no path", [{"path": ""}], ["0"]),
]  # fmt: skip


@pytest.mark.parametrize(("documents", "called"), [row[1:] for row in NAMES], ids=[row[0] for row in NAMES])
def test_what_a_reader_calls_a_document(documents, called):
    empty = {"outlet": None, "title": None, "path": "", "published": None}
    assert list(names([empty | row | {"id": str(n)} for n, row in enumerate(documents)]).values()) == called


def _fact(path, **columns):
    return {"outlet": "Agency", "path": path, "account": {"format": "facts"}} | columns


FACTS = [
    ("one table", [_fact("f.csv:2"), _fact("f.csv:3", published="2031-05-04")], ["Agency", "Agency"]),
    ("two tables", [_fact("f.csv:2"), _fact("g.csv:2"), _fact("f.csv:3")], ["Agency (f.csv)", "Agency (g.csv)", "Agency (f.csv)"]),
    ("two sources", [_fact("f.csv:2"), _fact("f.csv:3", outlet="Bureau")], ["Agency", "Bureau"]),
    ("beside an article", [_fact("f.csv:2"), _fact("f.csv:3"), {"outlet": "Agency", "path": "a.txt"}],
     ["Agency (f.csv)", "Agency (f.csv)", "Agency (undated)"]),
]  # fmt: skip


@pytest.mark.parametrize(("documents", "called"), [row[1:] for row in FACTS], ids=[row[0] for row in FACTS])
def test_rows_of_one_source_in_one_table_of_facts_have_one_name(documents, called):
    test_what_a_reader_calls_a_document(documents, called)


def test_reference_facts_are_not_counted_as_documents():
    facts = [document(f"f{n}", path=f"f.csv:{n}", account={"format": "facts"}) for n in (2, 3)]
    run = tables([document("post"), document("ledger"), *facts], [A, B], [], [])
    summary = json.loads(FORMATS["json"](run))["summary"]
    assert (summary["documents"], summary["of_archive"], summary["reference_facts"]) == (2, 0, 2)
    assert 'data-view="articles">Articles <span class="number">2</span>' in FORMATS["html"](run)
    assert FORMATS["text"](run).startswith("2 documents read, 2 claims, beside 2 reference facts.")


def test_a_name_without_blanks_is_cut_all_the_same():
    assert short("x" * 99, 10) == "x" * 10 + "…"


QUOTES = [
    ("short enough", "a 12 b", "12", 2, 50, ("a ", "12", " b")),
    ("cut on both sides", "one two three 12 four five six", "12", 14, 14, ("…three ", "12", " four…")),
    ("room that one side leaves goes to the other", "a 12 four five six seven", "12", 2, 18, ("a ", "12", " four five…")),
    ("the place is off: the words are found", "a 12 b", "12", 0, 50, ("a ", "12", " b")),
    ("the words are not there", "a b", "12", 0, 50, ("", "12", "")),
    ("the second of two alike", "12 or 12 b", "12", 6, 50, ("12 or ", "12", " b")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "text", "at", "longest", "parts"), [row[1:] for row in QUOTES], ids=[row[0] for row in QUOTES]
)
def test_a_figure_in_its_sentence(sentence, text, at, longest, parts):
    assert quote({"sentence": sentence, "text": text, "at": at}, longest) == parts


def test_the_order_of_rows_changes_nothing():
    run = bridge()
    turned = type(run)(
        *(
            frame.iloc[::-1].reset_index(drop=True)
            for frame in (run.documents, run.claims, run.pairs, run.findings, run.skipped)
        )
    )
    assert view(run) == view(turned)
