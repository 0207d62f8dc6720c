"""Documents against themselves: what must not be found first, then what must, then the laws of the reckoning."""

import math
import tomllib
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import checker
from checker.judging import load
from checker.judging.expression.tree import Constant, parts
from checker.judging.inside import reckonings
from checker.judging.inside.forms import SORTS, compiled, forms
from checker.judging.inside.sentence import sentences
from checker.judging.inside.span import UNKNOWN, Span, fine, gap, loose, span, total
from checker.judging.reckoned import CHECKS
from checker.language.lexicon import lexicon
from checker.tables import CLAIMS, frame

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "inside.toml").read_text(encoding="utf-8"))
SLIPS = {case["text"]: case for case in CASES["slip"]}
LEAST_RECALL = 0.85


def documents_of(*texts, published=None, batch="b"):
    names = [f"d{number}" for number in range(len(texts))]
    return checker.documents(list(texts), published=published, ids=names, batches=[batch] * len(texts))


def claims_of(*texts, published="2024-05-06"):
    return checker.extract(documents_of(*texts, published=published))


def codes_of_cases():
    """Every text of the table -> the codes of the rules inside one document that fired, all run at once."""
    cases = [*CASES["trap"], *CASES["slip"]]
    names = [str(number) for number in range(len(cases))]
    published = [case.get("published") for case in cases]
    claims = checker.extract(
        checker.documents([case["text"] for case in cases], published=published, ids=names, batches=names)
    )
    home = dict(zip(claims["id"], claims["document"], strict=True))
    findings = checker.judge(checker.match(claims), claims)
    fired = {case["text"]: set() for case in cases}
    for code, members in zip(findings["rule"], findings["claims"], strict=True):
        if code.startswith("C8"):
            fired[cases[int(home[members[0]])]["text"]].add(code)
    return fired


@pytest.fixture(scope="module")
def fired():
    return codes_of_cases()


@pytest.mark.parametrize("case", CASES["trap"], ids=lambda case: case["why"])
def test_traps(case, fired):
    assert fired[case["text"]] == set()


@pytest.mark.parametrize("text", [text for text, case in SLIPS.items() if "missed" not in case])
def test_slips(text, fired):
    assert fired[text] == {SLIPS[text]["rule"]}


@pytest.mark.parametrize("text", [text for text, case in SLIPS.items() if "missed" in case])
def test_known_misses(text, fired):
    assert fired[text] == set(), "found now: take out `missed`"


def test_the_table_is_large_and_mostly_found():
    missed = sum("missed" in case for case in CASES["slip"])
    assert min(len(CASES["trap"]), len(CASES["slip"])) >= 30
    assert len(SLIPS) == len(CASES["slip"])
    assert 1 - missed / len(SLIPS) >= LEAST_RECALL


# ---------------------------------------------------------------- the way from claims to reckonings


def test_nothing_is_reckoned_of_nothing():
    assert reckonings(frame(CLAIMS, [])).empty


def test_a_reckoning_that_holds_has_no_gap():
    found = reckonings(claims_of("The Greens won 45 of the 60 seats, or 75%."))
    assert found["check"].tolist() == ["share"]
    assert found["gap"].tolist() == [0.0]
    assert found["arithmetic"].tolist() == ["45 of 60 is 75%"]


def test_the_figure_that_is_checked_comes_first():
    claims = claims_of("Sales of Arvo Steel rose 20% to 150 million kronor from 100 million kronor.")
    (members,) = reckonings(claims)["members"]
    text = dict(zip(claims["id"], claims["text"], strict=True))
    assert [text[member] for member in members] == ["20%", "100 million kronor", "150 million kronor"]


def test_boilerplate_is_left_out():
    claims = claims_of("The treaty was signed on February 30, 2024.")
    assert len(reckonings(claims)) == 1
    assert reckonings(claims.assign(section="boilerplate")).empty


def test_marks_of_our_own_in_a_text_bind_nothing():
    claims = claims_of("\x01n0\x02 people were killed, including \x01n7\x02 children and 3 dogs, of 2.")
    masked = [sentence.masked for document in sentences(claims) for sentence in document]
    assert all(words.count("\x01") == words.count("\x02") for words in masked)
    assert reckonings(claims).empty


def test_a_sentence_told_twice_is_two():
    claims = claims_of("The Greens won 45 of the 60 seats.\n\nThe Greens won 45 of the 60 seats.")
    assert [len(document) for document in sentences(claims)] == [2]


def test_every_check_is_decided_by_a_rule():
    conditions = [rule.condition for rule in load() if rule.is_inside]
    named = {part.value for node in conditions for part in parts(node) if isinstance(part, Constant)}
    assert set(CHECKS) <= named


def test_rules_of_pairs_and_rules_inside_do_not_meet():
    inside = [rule.code for rule in load() if rule.is_inside]
    assert inside
    assert all(code.startswith("C8") for code in inside)
    claims = claims_of("The Greens won 45 of the 60 seats, or 80%.")
    findings = checker.judge(checker.match(claims), claims, rules=[r for r in load() if not r.is_inside])
    assert findings.empty


def test_the_gate_passes_warnings_by_default(tmp_path):
    (tmp_path / "a.txt").write_text("Vote in Lund\n\nThe Greens won 45 of the 60 seats, or 80%.\n", encoding="utf-8")
    assert checker.gate([tmp_path]).exit_code == 0
    assert checker.gate([tmp_path], fail_on="warning").exit_code == 1


def test_the_report_shows_the_arithmetic(tmp_path):
    (tmp_path / "a.txt").write_text("Vote in Lund\n\nThe Greens won 45 of the 60 seats, or 80%.\n", encoding="utf-8")
    shown = checker.report([tmp_path]).to_markdown()
    assert "1 discrepancy inside one document" in shown
    assert "### A share that does not follow · " in shown
    assert "45 of 60 is 75%" in shown
    assert "All who speak of it" not in shown


def test_a_title_that_rounds_is_no_slip():
    claims = claims_of("Quake in Wajima kills 20,000\n\nThe quake in Wajima killed 19,840 people, the ministry said.")
    assert checker.judge(checker.match(claims), claims)["rule"].tolist() == ["C802"]


def test_a_finding_keeps_its_name_when_the_text_around_it_changes():
    slip = "The Greens won 45 of the 60 seats, or 80%."
    names = []
    for text in (slip, f"It rained on Monday. {slip}"):
        claims = claims_of(text)
        names.append(checker.judge(checker.match(claims), claims)["fingerprint"].tolist()[-1])
    assert names[0] == names[1]


# ---------------------------------------------------------------- money


def money_codes(*texts, published="2024-05-06"):
    claims = claims_of(*texts, published=published)
    return Counter(checker.judge(checker.match(claims), claims)["rule"])["C842"]


OTHERS = "The mine cost €10 million ($5 million). The road cost €40 million ($20 million)."


def test_the_rates_of_the_text_itself_go_first():
    assert money_codes(f"{OTHERS} The bridge cost €80 million ($40 million).") == 0
    assert money_codes(f"{OTHERS} The bridge cost €80 million ($86 million).") == 1


def test_then_those_of_articles_of_the_same_days():
    assert money_codes(OTHERS, "The bridge cost €80 million ($86 million).") == 1


def test_without_a_day_no_rate_is_known():
    assert money_codes("The bridge cost €80 million ($8 million).", published=None) == 0
    assert money_codes("The bridge cost €80 million ($8 million).") == 1


def test_kroner_may_be_danish():
    """At 0.0862 euros a Norwegian krone and 0.134 a Danish one, in May 2024; the Pakistani rupee has no rate."""
    assert money_codes("The state paid 5.2 billion kroner (697 million euros) for it.") == 0
    assert money_codes("The state paid 5.2 billion Norwegian kroner (697 million euros) for it.") == 1
    assert money_codes("The state paid 5.2 billion kroner (1.9 billion euros) for it.") == 1
    assert money_codes("The state lent 3 million rupees ($10,700).") == 0


# ---------------------------------------------------------------- forms and spans


SHAPES = [name for name, entries in lexicon("arithmetic").items() if isinstance(entries, list) and name != "exclusive"]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_form_compiles_and_asks_for_its_figures(shape):
    assert forms(shape)
    for form in forms(shape):
        assert sum(least for _, least in form.needed) == len(form.names) == len(set(form.names))


def test_a_form_is_words_with_figures():
    assert compiled("{percent:a} of {number:b}") == "\x01[p](?P<a>[0-9]+)\x02 of \x01[nmu](?P<b>[0-9]+)\x02"
    assert set("".join(SORTS.values())) == set("nmupxfaldto")


numbers = st.floats(min_value=0.5, max_value=1e9)
spans = st.tuples(numbers, numbers).map(lambda ends: Span(min(ends), max(ends), sum(ends) / 2))


@given(spans, spans)
def test_a_gap_is_the_same_from_either_side(one, other):
    assert gap(one, other) == gap(other, one) >= 0
    assert gap(one, one) == 0


@given(spans, spans)
def test_arithmetic_holds_what_the_figures_make(one, other):
    for made, number in (
        (one + other, one.low + other.high),
        (one - other, one.high - other.high),
        (one * other, one.low * other.high),
        (one / other, one.high / other.high),
    ):
        assert made.low <= number <= made.high or math.isclose(number, made.low) or math.isclose(number, made.high)


@given(st.lists(spans, max_size=5))
def test_a_total_is_no_surer_than_its_parts(parts_of_it):
    width = total(parts_of_it).high - total(parts_of_it).low
    assert width >= max((part.high - part.low for part in parts_of_it), default=0.0) * (1 - 1e-9) - 1e-3


def test_nothing_is_known_of_a_quotient_by_nothing():
    assert Span(1, 1, 1) / Span(-1, 1, 0) == UNKNOWN


def figure(number, *, step=1.0, kind="count", hedge="exact", low=None, high=None):
    ends = (number if low is None else low, number if high is None else high)
    return {"low": ends[0], "high": ends[1], "step": step, "kind": kind, "hedge": hedge}


# name -> figure, what it leaves room for
SPANS = {
    "a small count is exact": (figure(60.0), (60, 60)),
    "percent are rounded": (figure(20.0, kind="percent"), (19.5, 20.5)),
    "digits after the point": (figure(4.1, step=0.1, kind="money"), (4.05, 4.15)),
    "zeros may be rounding": (figure(12_000.0), (11_500, 12_500)),
    "but not all of the figure": (figure(10_000.0), (9_500, 10_500)),
    "about": (figure(200.0, hedge="about"), (180, 220)),
    "nearly": (figure(200.0, hedge="nearly"), (180, 200)),
    "at least": (figure(12.0, hedge="at_least", high=math.nan), (12, math.inf)),
    "up to": (figure(12.0, hedge="at_most", low=math.nan), (-math.inf, 12)),
    "a range": (figure(12.0, hedge="range", high=15.0), (12, 15)),
}


@pytest.mark.parametrize("name", SPANS)
def test_what_a_figure_leaves_room_for(name):
    claim, ends = SPANS[name]
    assert (span(claim).low, span(claim).high) == pytest.approx(ends)
    assert loose(claim).low <= span(claim).low


def test_a_figure_beside_a_finer_one_is_as_fine():
    two, finer = figure(2e9, step=1e9, kind="money"), figure(2.2e9, step=1e8, kind="money")
    assert fine(two, finer)[0].high == 2.05e9
    assert span(two).high == 2.5e9


def test_pairs_know_nothing_of_reckonings():
    claims = claims_of("The Greens won 45 of the 60 seats, or 80%.")
    assert "check" not in checker.match(claims).columns
    assert isinstance(reckonings(claims), pd.DataFrame)
