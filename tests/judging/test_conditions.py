"""What a condition may say: refused conditions first, each with the place and the words of the repair."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.judging.around import AROUND
from checker.judging.expression import FIELDS, FUNCTIONS, parse
from checker.judging.reckoned import RECKONED
from checker.tables import CLAIMS, PAIRS

REFUSED = {
    "unknown column of a claim": ("a.valu == b.value", 0, "unknown field `a.valu`, did you mean `a.value`?"),
    "unknown column of the pair": ("scor < 0.7", 0, "unknown field `scor`, did you mean `score`?"),
    "a claim's column without its side": ('kind == "money"', 0, "did you mean `a.kind` or `b.kind`?"),
    "a claim as a whole": ("known(a)", 6, "`a` is a claim; name one of its columns"),
    "attribute of a column": ("a.kind.upper == b.kind", 0, "unknown field `a.kind.upper`"),
    "value outside the vocabulary": (
        'a.kind == "moneyy"',
        10,
        "'moneyy' is never a value of `a.kind`, did you mean 'money'?",
    ),
    "value outside the vocabulary, in a list": ('a.kind in ("money", "cuont")', 20, "did you mean 'count'?"),
    "value outside the vocabulary, on the left": ('"totl" == a.role', 0, "did you mean 'total'?"),
    "a currency that is none": ('a.unit == "UDS"', 10, "'UDS' is never a value of `a.unit`, did you mean 'USD'?"),
    "half a unit that is none": ('a.unit == "USD/shar"', 10, "'USD/shar' is never a value of `a.unit`"),
    "a family that is none": ('family(a.measure) == "killd"', 21, "did you mean 'killed'?"),
    "columns without a value in common": ("a.kind == a.section", 0, "no value in common"),
    "a number for an answer": ("a.low + 3", 0, "a rule must answer yes or no, this is a number"),
    "a text for an answer": ("a.unit", 0, "a rule must answer yes or no, this is a text"),
    "a number beside an answer": ("a.low and score < 1", 0, "`and` takes yes or no, this is a number"),
    "not of a number": ("not a.low", 4, "`not` takes yes or no, this is a number"),
    "minus of a text": ("-a.unit < 3", 1, "`negative` takes a number, this is a text"),
    "sum of texts": ("a.unit + b.unit == a.noun", 0, "`+` takes a number, this is a text"),
    "order of texts": ("a.unit < b.unit", 0, "`<` does not compare a text"),
    "number with text": ("a.low == b.unit", 0, "compares like with like, this is a number and a text"),
    "text with number": ("b.unit == a.low", 0, "compares like with like, this is a text and a number"),
    "equality of lists": ("a.entities == b.entities", 0, "`==` does not compare a list"),
    "day with text": ('a.published > "2024-01-01"', 14, "compares like with like"),
    "both sides written out": ("3 < 4", 4, "the answer never changes"),
    "call on constants": ("max(1, 2) > score", 0, "the answer never changes"),
    "none": ("a.unit == None", 10, "ask known(x)"),
    "true": ("same_document == True", 17, "write the condition itself"),
    "is": ("a.unit is b.unit", 0, "write == or known(x)"),
    "power": ("9 ** 9 > score", 0, "only + - * / calculate here"),
    "modulo": ("a.low % 2 == 0", 0, "only + - * / calculate here"),
    "bitwise not": ("~a.low > 3", 0, "only `not` and `-`"),
    "index": ("a.entities[0] == a.place", 0, "an index `x[...]` is not part of the rule language"),
    "lambda": ("lambda: score", 0, "`lambda` is not part of the rule language"),
    "choice": ("score if same_document else score", 0, "`x if y else z` is not part of the rule language"),
    "comprehension": ("[x for x in a.entities]", 0, "not part of the rule language"),
    "f-string": ('f"{score}" == a.unit', 0, "an f-string is not part of the rule language"),
    "walrus": ("(x := score) > 3", 1, "`:=` is not part of the rule language"),
    "bytes": ('b"USD" == a.unit', 0, "only numbers and texts are constants"),
    "complex number": ("3j == score", 0, "only numbers and texts are constants"),
    "huge number": ("1e300 > score", 0, "out of range"),
    "import": ("__import__('os')", 0, "unknown function `__import__`"),
    "method": ("a.unit.lower() == b.unit", 0, "unknown function `a.unit.lower`"),
    "misspelt function": ("knwon(a.unit)", 0, "unknown function `knwon`, did you mean `known`?"),
    "too few operands": ("same(a.unit)", 0, "`same` takes 2 operands, this has 1"),
    "too many operands": ("known(a.unit, b.unit)", 0, "`known` takes 1 operand, this has 2"),
    "operand of the wrong type": ("abs(a.unit) > 3", 0, "`abs` takes a number, this is a text"),
    "operands of two types": ("same(a.unit, b.low)", 0, "compares like with like"),
    "a span of numbers in one of days": ("inside(a.low, a.high, b.first, b.last)", 0, "compares like with like"),
    "a span of days beside one of numbers": ("overlap(a.first, a.last, b.low, b.high)", 0, "compares like with like"),
    "named operand": ("known(x=a.unit)", 0, "takes no named operands"),
    "starred operand": ("known(*a.entities)", 6, "`*x` is not part of the rule language"),
    "phrase that is a column": ("contains(a.sentence, b.sentence)", 0, "phrases written out"),
    "phrase of blanks": ('contains(a.sentence, " ")', 0, "phrases written out"),
    "in a column": ("a.unit in b.entities", 10, "after `in` write the choices out"),
    "in nothing": ("a.unit in ()", 10, "after `in` write the choices out"),
    "column among the choices": ('a.kind in ("money", b.kind)', 20, "write the choice out"),
    "unfinished": ("score <", 7, "not an expression"),
    "two expressions": ("score < 1; score > 2", 9, "not an expression"),
    "closing bracket first": ("score < 1) or (score > 2", 9, "not an expression"),
    "statement": ("import os", 0, "not an expression"),
    "comment after blanks": ("   score < 1 # low", 13, "no comments"),
    "comment": ("score < 1 # low", 10, "no comments"),
    "bad escape": (r'a.unit == "\d"', 0, "not an expression"),
    "null byte": ("score < 1\0", 9, "not an expression"),
    "nothing": ("   ", 3, "empty"),
    "too long": ("score < 1 or " * 200 + "score < 1", 2000, "longer than 2,000 characters"),
    "too many parts": (" or ".join(["score<1"] * 150), 0, "more than 400 parts"),
    "too deep": ("not " * 30 + "same_document", 0, "25 levels"),
    "far too deep": ("(" * 900 + "score" + ")" * 900, 0, "not an expression"),
    "after an umlaut": ('contains(a.noun, "é") and a.valu == b.value', 26, "unknown field `a.valu`"),
    "on a later line": ("score < 1\n  and a.valu == b.value", 16, "unknown field `a.valu`"),
    "after blanks": ("   scor < 1", 3, "unknown field `scor`"),
}
ACCEPTED = {
    "comparison": "score < 0.7",
    "the largest number": "a.low < 1e30",
    "chain": "0.5 <= score < 0.9",
    "arithmetic": "abs(a.low - b.low) / max(a.low, b.low) * 100 > 5 + -1",
    "membership": 'a.kind in ("money", "count") and b.kind not in ["rank"]',
    "per-unit": 'a.unit == "USD/share"',
    "answers compared": "same_document == same_outlet",
    "bare answer": "copies",
    "days": "days(a.published, b.published) > 3 and a.first <= b.last",
    "spans": "inside(a.first, a.last, b.first, b.last) or overlap(a.low, a.high, b.low, b.high)",
    "list asked for a name": 'contains(a.entities, "Kyiv", "Odesa")',
    "list known": "known(a.entities)",
    "several lines": "\n  score < 1\n  and not (\n    copies\n  )\n",
    "quotes inside a text": """a.noun == "the 'old' town" """,
    "family": 'family(a.measure) in ("killed", "injured")',
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name):
    when, position, reason = REFUSED[name]
    _, faults = parse(when)
    assert reason in " | ".join(fault.reason for fault in faults)
    if name not in ("far too deep", "bad escape", "null byte", "unfinished"):  # where Python's own versions differ
        assert faults[0].position == position


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepted(name):
    assert parse(ACCEPTED[name])[1] == []


def test_the_caps_are_met_exactly():
    parts = ["score<1"] * 78 + ["copies"] * 3  # 398 parts as Python counts them
    assert parse(" or ".join([*parts, "copies"]))[1] == []
    assert "more than 400 parts" in parse(" or ".join([*parts, "not copies"]))[1][0].reason
    assert parse("not " * 23 + "copies")[1] == []
    assert "25 levels" in parse("not " * 24 + "copies")[1][0].reason
    longest = " or ".join(["copies"] * 4).ljust(1_999) + ")"
    assert "longer than" not in parse(longest)[1][0].reason
    assert "longer than 2,000" in parse(f"{longest})")[1][0].reason


def test_every_fault_is_told_at_once():
    _, faults = parse('a.valu == 3 or b.kind == "moneyy" or score')
    assert [fault.position for fault in faults] == [0, 25, 37]


def test_one_fault_is_told_once():
    _, faults = parse("abs(a.valu) + 3 > a.low and not a.valu")
    assert len(faults) == 2


def test_every_column_of_the_tables_has_a_name():
    assert set(FIELDS) == {f"{side}.{c.name}" for side in "ab" for c in CLAIMS} | {
        c.name for c in (*PAIRS, *AROUND, *RECKONED)
    }


def test_every_function_is_told_in_the_manual():
    assert all(function.meaning for function in FUNCTIONS.values())


_WORDS = ["a.low", "b.unit", "score", "(", ")", "not", "and", "or", "<", "==", "in", ",", "'x'", "3", "-", "known", "min", "\n", "#", "é", "[", "*", "**", ".", ":", "if", "else", "lambda"]  # fmt: skip


@given(st.text() | st.lists(st.sampled_from(_WORDS)).map(" ".join))
def test_any_text_is_read_or_refused(when):
    _, faults = parse(when)
    assert all(0 <= fault.position <= len(when) and fault.reason for fault in faults)
