"""Files that are not what they are named, and files of which hardly anything came: errors, lest they pass unread."""

from collections.abc import Mapping

from checker.reading.article import Article
from checker.reading.decoding import UnreadableError

# What a text begins with, lower case -> what it is then, and the repair; looked for in text and Markdown.
_OTHERS: Mapping[str, str] = {
    "{\\rtf": "an RTF document: save it as text",
    "%pdf-": "a PDF document: name it .pdf",
    "%!ps": "a PostScript document: save it as text",
    "<!doctype html": "a web page: name it .html",
    "<html": "a web page: name it .html",
    "<?xml": "an XML document: name it .xml, or .html if it is a web page",
    "<rss": "a feed: name it .xml",
    **dict.fromkeys(("received: ", "return-path: ", "mime-version: ", "dkim-signature: "), "a mail: name it .eml"),
    "warc/1": "a web archive: name it .warc",
}
_WEB = (".htm", ".html", ".xhtml")
_LONGEST = max(map(len, _OTHERS))
_LITTLE = 200  # characters below which, out of very much more, hardly anything was read
_MUCH = 50  # times as much


def check_kind(suffix: str, text: str) -> None:
    """Refuse what is named text and is not.

    Raises:
        UnreadableError: it begins as a file of another type does.

    """
    head = text[: _LONGEST + 64].lstrip().lower()
    for begins, words in _OTHERS.items():
        if suffix not in _WEB and head.startswith(begins):
            raise UnreadableError(f"named {suffix}, but {words}")


def check_kept(article: Article, characters: int, size: int) -> None:
    """Refuse an article of which nothing, or next to nothing, was read.

    Raises:
        UnreadableError: no letter or digit was kept, or a few out of very many characters.

    """
    if not any(map(str.isalnum, article.text)):
        raise UnreadableError(f"no text came out of {size} bytes")
    kept = sum(map(len, article.text.split()))
    blanks = len(article.text) - kept
    readable = (characters if article.readable is None else article.readable) - blanks
    if article.format != "json" and kept < _LITTLE and readable > _MUCH * kept:
        raise UnreadableError(f"only {kept:,} of {readable:,} characters are text: look what the rest is")
