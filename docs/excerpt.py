"""Puts the answer and the agreements across sources of `reports/seeds.md` into the README."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
BEGIN, END = "<!-- begin: from reports/seeds.md -->\n", "<!-- end -->\n"


def excerpt(report: str) -> str:
    """The answer with its table of verdicts, and the table of agreements, each line as it stands in the report."""
    answer = report.partition("\n## ")[0].partition("\n")[2].strip()
    agreements = report.partition("### Across sources\n")[2].partition("\n#")[0].strip()
    return f"{answer}\n\n{agreements}\n"


def main() -> None:
    """Replace what stands between the two marks of the README."""
    readme = ROOT / "README.md"
    before, rest = readme.read_text(encoding="utf-8").split(BEGIN)
    quoted = excerpt((ROOT / "reports" / "seeds.md").read_text(encoding="utf-8"))
    readme.write_text(before + BEGIN + quoted + END + rest.split(END, 1)[1], encoding="utf-8")


if __name__ == "__main__":
    main()
