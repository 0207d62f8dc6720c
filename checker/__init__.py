"""Find where sources disagree on the facts.

The public verbs follow the documents through the stages::

    documents = checker.read(["articles/"])      # or checker.documents(["text", ...])
    claims = checker.extract(documents)
    pairs = checker.match(claims)
    findings = checker.judge(pairs, claims)

    report = checker.report(["articles/"])       # all of it; report.to_markdown()
    report = checker.gate(["new/"])              # the same, with an exit code for a pipeline

Every value passed between them is a pandas frame; `checker.tables` documents each column.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.judging import judge
    from checker.matching import match
    from checker.pipeline import extract, gate, report
    from checker.reading import documents, read
    from checker.reports import Report

__version__ = "0.1.0"

__all__ = ["Report", "__version__", "documents", "extract", "gate", "judge", "match", "read", "report"]

# Where each public name lives: loaded on first use, so that `import checker` stays instant.
_HOMES = {
    "Report": "checker.reports",
    "documents": "checker.reading",
    "extract": "checker.pipeline",
    "gate": "checker.pipeline",
    "judge": "checker.judging",
    "match": "checker.matching",
    "read": "checker.reading",
    "report": "checker.pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'checker' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
