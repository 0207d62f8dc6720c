"""WARC: the pages of a web archive, each named by its record."""

from collections.abc import Iterator

from checker.reading.article import Part


def read(content: bytes, most_bytes: int) -> Iterator[Part]:
    """The pages of a web archive, plain or with its records packed; no record may be larger than `most_bytes`."""
    from checker.reading.warc.pages import parts  # loaded only where there is one

    return parts(content, most_bytes)
