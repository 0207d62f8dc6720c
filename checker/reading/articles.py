"""From a draft to an article: title, address, outlet, day and sections, told the same way for every format."""

from collections.abc import Iterator, Mapping
from itertools import islice

from checker.language.patterns import pattern
from checker.reading.addresses import host
from checker.reading.article import Article, Draft, Section
from checker.reading.datelines import in_dateline, yearless_dateline
from checker.reading.dating import in_address, in_words, is_overruled, published
from checker.reading.english import is_english
from checker.reading.furniture import furniture
from checker.reading.lines import lines

_LONGEST_TITLE = 200
_CODE = 2  # letters of an ISO 639-1 code
_NO_END_OF_TITLE = frozenset(".,:;-–—_")
_CANONICAL = pattern(
    r"(?im)^[ \t]*(?:original|canonical|source|article|full)? ?(?:url|link|address|article|source|story)[ \t]*:\s*<?"
    r"(https?://[^\s<>\"]+)"
)
_MOST_BOILERPLATE = 0.8  # share of the text above which the account warns
_ALL_BOILERPLATE = "nearly all of it is boilerplate, which is not compared"
_NOT_ENGLISH = "not English: its figures and days are read, what they measure is not, so that hardly any is compared"


def article(draft: Draft) -> Article:
    """The article of a draft.

    The day comes from the first of `dating.ORDER` that names one; the outlet is the
    host of that address, else what front matter names; the title is what markup names, else a short first line.
    """
    marked = draft.marked if draft.title else (*_title_line(draft.text), *draft.marked)
    title = draft.title or next((draft.text[start:end] for start, end, name in marked if name == "title"), None)
    url = draft.fields.get("url") or _canonical(draft.text)
    stated = {draft.date_from: draft.fields.get("date", "")}
    day, day_from = published(stated, draft.text, url)
    sections = furniture(draft.text, marked)
    language = _language(draft)
    return Article(
        format=draft.format,
        text=draft.text,
        offsets=draft.offsets,
        sections=sections,
        title=title,
        url=url,
        outlet=host(url) or draft.fields.get("outlet"),
        published=day,
        published_from=day_from,
        language=language,
        warnings=(
            *draft.warnings,
            *([] if language == "en" else [_NOT_ENGLISH]),
            *([_ALL_BOILERPLATE] if _is_boilerplate(draft.text, sections) else []),
            *_of_days(stated, url),
        ),
        cut=draft.cut,
        record=draft.fields.get("id"),
        readable=draft.readable,
        locators=draft.locators,
        yearless=yearless_dateline(draft.text) if day is None else None,
    )


def _language(draft: Draft) -> str | None:
    """English where its words are; else what it says itself, which holds for a text too short to tell."""
    named = draft.fields.get("language", "").strip().lower().replace("_", "-").partition("-")[0]
    named = named if len(named) == _CODE and named.isalpha() and named.isascii() else ""
    told = is_english(draft.text)
    if told is None:
        return named or "en"
    return "en" if told else (named if named != "en" else "") or None


def _of_days(stated: Mapping[str, str], url: str | None) -> Iterator[str]:
    """What is odd in the day that is stated beside the text, and in the one that the address holds."""
    for words in stated.values():
        if words and in_words(words) is None:
            yield f"its date is not read: {words[:40]!r}; write it as 2025-02-11"
    told = in_address(url)
    if told is not None and is_overruled(told, stated):
        yield f"its address tells of {told}, which is not the day it states: the stated one goes before it"


def _title_line(text: str) -> tuple[Section, ...]:
    """The first line where it is a title: short, no full stop at its end, a blank line after it."""
    top = list(islice(lines(text), 50))
    first = next((index for index, line in enumerate(top) if not line.is_blank), None)
    if first is None or first + 2 >= len(top) or not top[first + 1].is_blank:
        return ()
    words = top[first].text.strip()
    start = top[first].start + len(top[first].text) - len(top[first].text.lstrip())
    return ((start, start + len(words), "title"),) if _is_title(words) else ()


def _is_title(words: str) -> bool:
    """A title ends as words do: a full stop ends a sentence, a dash the dateline of an agency, a colon an opening."""
    ends_well = words.rstrip("\"'”’)")[-1:] not in _NO_END_OF_TITLE
    has_words = len(words) <= _LONGEST_TITLE and any(map(str.isalpha, words))
    return has_words and ends_well and in_dateline(words) is None and not furniture(words)


def _canonical(text: str) -> str | None:
    """The article's own address, where a line names it ("Original url: ...", also on the next line)."""
    match = _CANONICAL.search(text)
    return match.group(1) if match else None


def _is_boilerplate(text: str, sections: tuple[Section, ...]) -> bool:
    covered = sum(end - start for start, end, name in sections if name == "boilerplate")
    return covered > _MOST_BOILERPLATE * len(text)
