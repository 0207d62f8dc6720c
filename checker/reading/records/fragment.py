"""HTML inside a record: it is the article already, so that all of it is kept, and only what stands around is marked."""

from checker.reading.article import Draft
from checker.reading.html.attributes import AROUND_IT, CAPTION
from checker.reading.html.composing import Composer
from checker.reading.html.outline import Line, Page, outline
from checker.reading.html.tags import Source

_MUCH_HIDDEN = 0.5  # hidden characters to those that are read, above which the account warns


def fragment(text: str) -> Draft:
    """Every line of a piece of HTML that a reader sees."""
    page = outline(Source(text))
    composer = Composer()
    for line in page.lines:
        composer.add(line, section_of(line))
    return draft(page, composer)


def draft(page: Page, composer: Composer, title: str | None = None) -> Draft:
    """What was composed of a piece of markup, and how much of it is hidden."""
    hidden = (f"{page.hidden:,} characters of hidden text",) if page.hidden else ()
    is_much = page.hidden > _MUCH_HIDDEN * composer.builder.length
    return Draft(
        "html",
        composer.builder.text,
        composer.builder.offsets,
        title=title,
        marked=tuple(composer.sections),
        warnings=(*page.source.warnings, *(f"{words} were not read" for words in hidden if is_much)),
        cut=hidden,
    )


def section_of(line: Line) -> str:
    """What a line of an article is, as far as its elements tell."""
    if line.flags & CAPTION:
        return "caption"
    is_link = line.linked >= len(line.text.rstrip()) > 0
    return "boilerplate" if line.flags & AROUND_IT or is_link else "body"
