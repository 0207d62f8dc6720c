"""EML: a mail, its places told by paragraph."""

from collections.abc import Iterator

from checker.reading.article import Part


def read(content: bytes, _: int) -> Iterator[Part]:
    """The article of a mail.

    Raises:
        UnreadableError: it is no mail, broken or encrypted.

    """
    from checker.reading.mail.document import draft  # loaded only where there is one

    found, decoded = draft(content)
    yield Part("", 0, len(found.text), found, decoded=decoded)
