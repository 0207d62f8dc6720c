"""A Word document as one article: its paragraphs, its notes behind them, and what was left out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from checker.reading.article import Draft, Locator, Section
from checker.reading.decoding import UnreadableError
from checker.reading.markup.expat import parser, short
from checker.reading.office.body import Paragraph, paragraphs
from checker.reading.office.package import Package, parse
from checker.reading.office.styles import Style, styles

_MAIN = "word/document.xml"
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))
# Kind of part -> what it is called in the account: no text of the article.
_AROUND: Mapping[str, str] = {"header": "headers and footers", "footer": "headers and footers", "comments": "comments"}
# Kind of part that holds words which are not read -> what it is called; one that may hold an article is a warning.
_NOT_READ: Mapping[str, str] = {"chart": "chart", "chartEx": "chart", "diagramData": "diagram"}
_EMBEDDED: Mapping[str, str] = {"aFChunk": "text from another file", "subDocument": "text from another file"}
_SECTIONS: Mapping[str, str] = {"caption": "caption", "header": "boilerplate", "footer": "boilerplate"}  # by style
_NEAR_THE_TOP = 5  # paragraphs among which the title that the file bears is looked for
_CHANGED = "it holds tracked changes: read as if all were accepted"


def draft(content: bytes, most_bytes: int) -> Draft:
    """The article of a `.docx`; its places count in the text as extracted.

    Raises:
        UnreadableError: it is damaged, no Word document, or unpacks to more than `most_bytes`.

    """
    package = Package(content, most_bytes)
    main = next(iter(package.relations("").get("officeDocument", ())), _MAIN)
    body = package.part(main)
    if body is None:
        raise UnreadableError("no Word document: save it as .docx, or its text as .txt")
    related = package.relations(main)
    known = styles(next(_parts(package, related, "styles"), None))
    found, left_out = paragraphs(body, known)
    notes = [note for kind, word in _NOTES for note in _notes(package, related, known, kind, word)]
    left_out += _around(package, related, known)
    made = _draft(found, notes, _title(found, _told(package)), left_out)
    embedded = tuple(f"{words} is not read: save that too" for words in _kinds(related, _EMBEDDED))
    cut = tuple(f"{count:,} x {words}" for words, count in _kinds(related, _NOT_READ).items())
    return replace(made, warnings=(*made.warnings, *embedded), cut=(*made.cut, *cut))


def _draft(found: Sequence[Paragraph], notes: Sequence[Paragraph], title: int | None, left_out: Counter[str]) -> Draft:
    pieces: list[str] = []
    sections: list[Section] = []
    locators: list[Locator] = []
    length, before = 0, ""
    for number, paragraph in enumerate((*found, *notes)):
        breaks = "" if not pieces else "\n" if _is_in_table(paragraph, before) else "\n\n"
        pieces += (breaks, paragraph.text)
        start, length, before = length + len(breaks), length + len(breaks) + len(paragraph.text), paragraph.locator
        section = "boilerplate" if number >= len(found) else "title" if number == title else _section(paragraph)
        sections += [(start, length, section)] if section else []
        locators.append((start if locators else 0, paragraph.locator))
    return Draft(
        format="docx",
        text="".join(pieces),
        offsets=(),
        title=None if title is None else " ".join(found[title].text.split()),
        marked=tuple(sections),
        warnings=(_CHANGED,) if left_out["deleted text"] else (),
        cut=tuple(f"{count:,} characters of {words}" for words, count in left_out.items() if count),
        readable=length + left_out.total(),
        locators=tuple(locators),
    )


def _is_in_table(paragraph: Paragraph, before: str) -> bool:
    """Whether it goes on the table that the paragraph before it stands in."""
    return paragraph.locator.startswith("table") and paragraph.locator.partition(",")[0] == before.partition(",")[0]


def _section(paragraph: Paragraph) -> str:
    return "boilerplate" if paragraph.style.startswith("toc ") else _SECTIONS.get(paragraph.style, "")


def _title(found: Sequence[Paragraph], told: str) -> int | None:
    """The number of the paragraph that is the title: by its style, or because the file bears it as its title."""
    styled = (number for number, paragraph in enumerate(found) if paragraph.style == "title")
    headed = (0,) if found and found[0].style == "heading 1" else ()
    same = (n for n, one in enumerate(found[:_NEAR_THE_TOP]) if told and " ".join(one.text.split()).lower() == told)
    return next((number for numbers in (styled, headed, same) for number in numbers), None)


def _told(package: Package) -> str:
    """The title among the file's properties, lower case: often a template's, so that it counts only as a paragraph."""
    content = next(_parts(package, package.relations(""), "core-properties"), None)
    found: list[str] = []
    open_now = [""]
    made = parser()

    def begin(name: str, _: dict[str, str]) -> None:
        open_now[0] = short(name)

    made.StartElementHandler = begin
    made.CharacterDataHandler = lambda words: found.append(words) if open_now[0] == "dc:title" else None
    if content is not None:
        parse(made, content)
    return " ".join("".join(found).split()).lower()


def _notes(
    package: Package, related: Mapping[str, Sequence[str]], known: Mapping[str, Style], kind: str, word: str
) -> Iterator[Paragraph]:
    for content in _parts(package, related, kind):
        yield from paragraphs(content, known, word)[0]


def _kinds(related: Mapping[str, Sequence[str]], names: Mapping[str, str]) -> Counter[str]:
    """How many parts there are of each of some kinds, by what they are called."""
    counted: Counter[str] = Counter()
    for kind, words in names.items():
        counted[words] += len(related.get(kind, ()))
    return +counted


def _around(package: Package, related: Mapping[str, Sequence[str]], known: Mapping[str, Style]) -> Counter[str]:
    """How many characters stand in headers, footers and comments."""
    counted: Counter[str] = Counter()
    for kind, words in _AROUND.items():
        for content in _parts(package, related, kind):
            counted[words] += sum(len(one.text) for one in paragraphs(content, known)[0])
    return counted


def _parts(package: Package, related: Mapping[str, Sequence[str]], kind: str) -> Iterator[bytes]:
    found = (package.part(name) for name in related.get(kind, ()))
    return (content for content in found if content is not None)
