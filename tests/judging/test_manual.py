"""The manual in docs/ says what the rules say."""

from pathlib import Path

from checker.judging import load, read_packs
from checker.judging.manual import book, page

MANUAL = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_manual_is_in_step():
    assert MANUAL.read_text(encoding="utf-8") == book(read_packs()), (
        "run: python -m checker.judging.manual > docs/rules.md"
    )


def test_a_page_holds_all_of_a_rule():
    rule = load()[0]
    text = page(rule)
    assert all(part in text for part in (rule.code, rule.name, rule.why, rule.when.strip()))
    assert all(example.a in text for example in rule.examples)


def test_every_tolerance_and_every_retired_code_is_told():
    packs = read_packs()
    text = book(packs)
    assert all(f"| `{name}` | " in text for name in packs.tolerances)
    assert all(f"{code} is retired, {to} took over." in text for code, to in packs.retired.items())
