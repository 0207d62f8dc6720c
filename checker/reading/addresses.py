"""Addresses of the web."""

from urllib.parse import urlsplit


def host(url: str | None) -> str | None:
    """The host of an address, without www.; None where it has none."""
    try:
        found = urlsplit(url or "").hostname
    except ValueError:
        return None
    return found.removeprefix("www.") if found else None
