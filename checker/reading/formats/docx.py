"""DOCX: a Word document, its places told by paragraph."""

from collections.abc import Iterator

from checker.reading.article import Part
from checker.reading.decoding import Decoded


def read(content: bytes, most_bytes: int) -> Iterator[Part]:
    """The article of a Word document.

    Raises:
        UnreadableError: it is damaged, no Word document, or unpacks to more than `most_bytes`.

    """
    from checker.reading.office.document import draft  # loaded only where there is one

    found = draft(content, most_bytes)
    yield Part("", 0, len(found.text), found, decoded=Decoded(found.text, "utf-8", "named in the file"))
