"""HTML: the article of a page, without what stands around it, every character kept mapped to its place."""

from checker.reading.article import Draft
from checker.reading.decoding import UnreadableError
from checker.reading.html.choosing import Choice, choose
from checker.reading.html.composing import Composer
from checker.reading.html.metadata import Metadata, metadata
from checker.reading.html.outline import Page, outline
from checker.reading.html.tags import Source

_MUCH_HIDDEN = 0.5  # hidden characters to those of the article, above which the account tells of them


def read(original: str) -> Draft:
    """The article of a web page.

    Raises:
        UnreadableError: the page holds none, as far as its lines tell.

    """
    page = outline(Source(original, is_xml=original.lstrip()[:5].lower() == "<?xml"))
    told = metadata(page)
    chosen = choose(page, told)
    if not chosen.sections:
        raise UnreadableError(_nothing(page))
    return _draft(page, told, chosen)


def _draft(page: Page, told: Metadata, chosen: Choice) -> Draft:
    composer = Composer()
    title = "" if "title" in chosen.sections.values() else composer.add_title(page)
    for number, section in chosen.sections.items():
        composer.add(page.lines[number], section)
    title = title or " ".join(composer.title().split())
    text = composer.builder.text
    if page.hidden > _MUCH_HIDDEN * len(text):
        page.source.warn(f"{page.hidden:,} characters of hidden text were not read", 0)
    return Draft(
        "html",
        text,
        composer.builder.offsets,
        title or told.fields.get("title"),
        tuple(composer.sections),
        {**told.fields},
        told.date_from,
        _warnings(page),
    )


def _warnings(page: Page) -> tuple[str, ...]:
    """What is broken in the page, with the line where it was met first."""
    text = page.source.text
    return tuple(
        f"line {text.count(chr(10), 0, place) + 1}: {words}" if place else words
        for words, place in page.source.warnings.items()
    )


def _nothing(page: Page) -> str:
    """Why no article was found, and what can be done."""
    seen = sum(len(line.text) for line in page.lines)
    shown = f"{seen:,} characters of text, but no paragraph" if seen else "no text outside of scripts"
    broken = "".join(f"; {words}" for words in _warnings(page))
    return f"no article found: {shown}{broken}; save the page as the browser shows it, or its article as text"
