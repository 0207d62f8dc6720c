"""HTML: the article of a page, without what stands around it, every character kept mapped to its place."""

import re
from dataclasses import replace

from checker.reading.article import Draft
from checker.reading.decoding import UnreadableError
from checker.reading.html.attributes import AROUND_IT, HIDDEN
from checker.reading.html.choosing import Choice, choose
from checker.reading.html.composing import Composer
from checker.reading.html.copied import copied
from checker.reading.html.metadata import Metadata, metadata
from checker.reading.html.outline import Page, outline
from checker.reading.html.tags import Source
from checker.reading.lines import line_and_column

_LITTLE = 40  # characters of body that are an article, however much else the page holds
_LITTLE_SHARE = 0.1  # of all of a page's text
_MUCH_HIDDEN = 0.5  # hidden characters to those of the article, above which the account warns
_MUCH_LOST = 0.2  # share of the copy for machines that does not stand in the text, above which the account warns
_SILENT = "all of the article is said to be hidden (aria-hidden), as behind a banner: it was read all the same"
_FROM_COPY = "the page's text holds no article: its copy for machines (JSON-LD articleBody) was read"


def read(original: str) -> Draft:
    """The article of a web page.

    Raises:
        UnreadableError: the page holds none, as far as its lines and its copy for machines tell; or it is cut off.

    """
    is_xml = original.lstrip()[:5].lower() == "<?xml"
    page = outline(Source(original, is_xml))
    if _is_cut_off(original, page):
        raise UnreadableError("it ends amid its words, before </body> and </html>: it was cut off; fetch it again")
    draft = _article(page) or _copy(page)
    if draft is None and page.hidden:
        draft = _article(outline(Source(original, is_xml, {_SILENT: 0}), unseen=HIDDEN))
    if draft is None:
        raise UnreadableError(_nothing(page))
    return draft


def _is_cut_off(original: str, page: Page) -> bool:
    """Whether a whole page ends in words and closes nothing; pages that leave closing tags out end with another tag."""
    last = page.lines[-1].text.strip()[-_END:] if page.lines else ""
    is_open = bool(last) and original.rstrip().endswith(last)  # not within a comment, or a tag
    return is_open and _WHOLE.search(original) is not None and _CLOSED.search(original) is None


_END = 20  # characters of the last line
_WHOLE, _CLOSED = re.compile(r"<html[\s>]", re.IGNORECASE), re.compile(r"</(?:html|body)\b", re.IGNORECASE)


def _article(page: Page) -> Draft | None:
    """The article in a page's lines; None where there is none."""
    told = metadata(page)
    chosen = choose(page, told)
    return _draft(page, told, chosen) if _has_body(page, chosen) else None


def _copy(page: Page) -> Draft | None:
    """The article's copy for machines; None where the page has none."""
    found, told = copied(page), metadata(page)
    return found and replace(
        found,
        format="html",
        fields=dict(told.fields),
        date_from=told.date_from,
        warnings=(_FROM_COPY, *_warnings(page), *found.warnings),
        cut=(),
        readable=len(found.text),
    )


def _has_body(page: Page, chosen: Choice) -> bool:
    """Whether there is an article: a few words out of a page of hundreds are none, nor a banner."""
    seen = sum(len(line.text) for line in page.lines)
    not_counted = AROUND_IT if page.hidden > seen else 0
    lines = (page.lines[number] for number, section in chosen.sections.items() if section == "body")
    body = sum(len(line.text) for line in lines if not line.flags & not_counted)
    return body > min(_LITTLE, _LITTLE_SHARE * seen)


def _draft(page: Page, told: Metadata, chosen: Choice) -> Draft:
    composer = Composer()
    title = "" if "title" in chosen.sections.values() else composer.add_title(page)
    for number, section in chosen.sections.items():
        composer.add(page.lines[number], section)
    title = title or " ".join(composer.title().split())
    text = composer.builder.text
    if chosen.unrepeated > _MUCH_LOST:
        page.source.warn(f"{chosen.unrepeated:.0%} of the page's own copy of its article (articleBody) was not read", 0)
    if page.hidden > _MUCH_HIDDEN * len(text):
        page.source.warn("much of the page's text is hidden and was not read", 0)
    return Draft(
        format="html",
        text=text,
        offsets=composer.builder.offsets,
        title=title or told.fields.get("title"),
        marked=tuple(composer.sections),
        fields=dict(told.fields),
        date_from=told.date_from,
        warnings=_warnings(page),
        cut=_cut(page, chosen),
        readable=chosen.readable,
    )


def _warnings(page: Page) -> tuple[str, ...]:
    """What is broken in the page, with the line where it was met first."""
    found = page.source.warnings.items()
    return tuple(
        f"line {line_and_column(page.source.text, place)[0]}: {words}" if place else words for words, place in found
    )


def _cut(page: Page, chosen: Choice) -> tuple[str, ...]:
    """What was left out: text around the article, and text that no reader sees."""
    around = sum(len(line.text) for number, line in enumerate(page.lines) if number not in chosen.sections)
    left_out = {"text around the article": around, "hidden text": page.hidden}
    return tuple(f"{count:,} characters of {words}" for words, count in left_out.items() if count)


def _nothing(page: Page) -> str:
    """Why no article was found, and what can be done."""
    seen = sum(len(line.text) for line in page.lines)
    shown = f"{seen:,} characters of text, but no paragraph" if seen else "no text outside of scripts"
    broken = "".join(f"; {words}" for words in _warnings(page))
    return f"no article found: {shown}{broken}; save the page as the browser shows it, or its article as text"
