"""The committed report on the two articles in seeds/: what the code says today, and what the README quotes of it."""

from pathlib import Path

import checker

ROOT = Path(__file__).parent.parent
COMMITTED = (ROOT / "reports" / "seeds.md").read_text(encoding="utf-8")


def test_the_committed_report_is_what_is_found_today(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert checker.report(["seeds/"]).to_markdown() == COMMITTED


def test_the_readme_quotes_the_committed_report():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    excerpt = readme.split("<!-- begin: from reports/seeds.md -->")[1].split("<!-- end -->")[0]
    quoted = [line for line in excerpt.splitlines() if line]
    assert len(quoted) > 5
    assert [line for line in quoted if line not in COMMITTED.splitlines()] == []
