"""EML: a mail, its places told by paragraph."""

from collections.abc import Iterator

from checker.reading.article import Part


def read(content: bytes, _: int) -> Iterator[Part]:
    """The article of a mail, and a word on its end where that is lost.

    Raises:
        UnreadableError: it is no mail, broken or encrypted.

    """
    from checker.reading.mail.document import draft  # loaded only where there is one

    found, decoded, lost = draft(content)
    yield Part("", 0, len(found.text), found, decoded=decoded)
    if lost:
        yield Part("", 0, 0, None, lost)
