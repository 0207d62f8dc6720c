"""PDF: the text of its pages, its places told by page."""

from collections.abc import Iterator

from checker.reading.article import Part


def read(content: bytes, _most_bytes: int) -> Iterator[Part]:
    """The article of a PDF, and a word on every page of it that holds no text that can be read.

    Raises:
        UnreadableError: it is damaged, encrypted, takes too long, or `checker[pdf]` is not installed.

    """
    from checker.reading.pdf.document import parts  # loaded only where there is one

    return parts(content)
