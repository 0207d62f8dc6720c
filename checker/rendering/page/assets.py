"""Style and script of the page, each one text, and the policy that lets these two run and nothing else."""

import base64
import hashlib
from functools import cache

from checker.resources import shipped

_STYLES = ("base.css", "card.css", "views.css")
# In the order in which they need each other.
_SCRIPTS = (
    "dom.js",
    "state.js",
    "quote.js",
    "card.js",
    "findings.js",
    "filters.js",
    "matrix.js",
    "articles.js",
    "main.js",
)


@cache
def style() -> str:
    """The style of the page."""
    return "\n" + "".join(_read(name) for name in _STYLES)


@cache
def script() -> str:
    """The script of the page, a room of its own."""
    return '\n(() => {\n"use strict";\n' + "\n".join(_read(name) for name in _SCRIPTS) + "})();\n"


def policy() -> str:
    """The content security policy: nothing is loaded, and of what stands in the page only these two are heeded."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style())}'",
            f"script-src '{_digest(script())}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _read(name: str) -> str:
    return (shipped("templates") / "html" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
