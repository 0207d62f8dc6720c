"""Stage five: findings to text. A format is one file here and one line in its table."""

from collections.abc import Callable, Mapping

from checker.rendering import (
    claims,
    findings_csv,
    github,
    gitlab,
    html_page,
    json_report,
    junit,
    markdown,
    rdjson,
    sarif,
    text,
)
from checker.tables import Tables

__all__ = ["CLAIM_FORMATS", "FORMATS"]

# Formats of a report.
FORMATS: Mapping[str, Callable[[Tables], str]] = {
    "markdown": markdown.render,
    "html": html_page.render,
    "json": json_report.render,
    "text": text.render,
    "csv": findings_csv.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "rdjson": rdjson.render,
}

# Formats of the claims alone; only Parquet is bytes.
CLAIM_FORMATS: Mapping[str, Callable[[Tables], str | bytes]] = {
    "table": claims.table,
    "csv": claims.csv_text,
    "jsonl": claims.jsonl,
    "parquet": claims.parquet,
}
