"""XHTML and NITF that stand in XML as they are: every line that a reader sees, top headings as titles."""

from checker.reading.article import Draft
from checker.reading.html.composing import Composer
from checker.reading.html.outline import outline
from checker.reading.html.tags import Source
from checker.reading.records.fragment import draft, section_of

_HEADINGS = ("h1", "hl1")


def inline(text: str, title: str | None) -> Draft:
    """The lines of a piece of markup that is well-formed; where it is given no title the first heading is it.

    A heading that repeats the title is boilerplate, lest its figures be told twice.
    """
    page = outline(Source(text, is_xml=True))
    composer, found = Composer(), title
    for line in page.lines:
        words = " ".join(line.text.split())
        is_heading = line.name in _HEADINGS
        is_title, is_again = is_heading and found is None, is_heading and _is_same(words, found)
        found = words if is_title else found
        composer.add(line, "title" if is_title else "boilerplate" if is_again else section_of(line))
    return draft(page, composer, found)


def _is_same(words: str, title: str | None) -> bool:
    return title is not None and words.casefold() == title.casefold()
