"""XHTML and NITF that stand in XML as they are: every line that a reader sees, top headings as titles."""

from checker.reading.article import Draft
from checker.reading.html.composing import Composer
from checker.reading.html.outline import outline
from checker.reading.html.tags import Source
from checker.reading.records.fragment import MUCH_HIDDEN, section_of

_HEADINGS = ("h1", "hl1")


def inline(text: str, title: str | None) -> Draft:
    """The lines of a piece of markup that is well-formed; without a title of its own the first heading is the title."""
    page = outline(Source(text, is_xml=True))
    composer, found = Composer(), title
    for line in page.lines:
        words = " ".join(line.text.split())
        is_title = line.name in _HEADINGS and found in (None, words)
        found = words if is_title else found
        composer.add(line, "title" if is_title else section_of(line))
    hidden = (f"{page.hidden:,} characters of hidden text",) if page.hidden else ()
    is_much = page.hidden > MUCH_HIDDEN * composer.builder.length
    return Draft(
        "html",
        composer.builder.text,
        composer.builder.offsets,
        title=found,
        marked=tuple(composer.sections),
        warnings=(*page.source.warnings, *(f"{words} were not read" for words in hidden if is_much)),
        cut=hidden,
    )
