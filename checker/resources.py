"""Finds the shipped folders: in the wheel they lie in `checker/shipped/`, in a checkout beside the package."""

from importlib.resources import files
from pathlib import Path

# Folder as named in the wheel -> where it lies in a checkout.
_CHECKOUT = {"rules": "rules", "templates": "reports/templates"}


def shipped(folder: str) -> Path:
    """The folder `rules` or `templates` as a path."""
    package = Path(str(files("checker")))
    inside = package / "shipped" / folder
    return inside if inside.is_dir() else package.parent / _CHECKOUT[folder]


def schema_text(name: str) -> str:
    """The JSON Schema `NAME.json` as text."""
    return (files("checker") / "schemas" / f"{name}.json").read_text(encoding="utf-8")
