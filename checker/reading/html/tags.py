"""The tags of a page, in order: linear in the page, without recursion, whatever is left open.

After the HTML standard's tokenizer as far as it decides what is text. It never fails: what is broken is told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from checker.reading.article import Stretch
from checker.reading.html.names import RAW, TAKES_THE_REST

# Possessive, so that each attempt looks at a character once; a value in quotation marks may hold ">". The search ends
# at the page's last ">", so that no attempt runs to the end in vain.
_TAG = re.compile(r"""<(?:(/?)([A-Za-z][^\s/>]*+)((?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+)>|!--|[!?/])""")
_BEGUN = re.compile(r"<[A-Za-z/!?]")
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])[^>]*>", re.IGNORECASE) for name in RAW}
_SWALLOWED = re.compile(r"""\b(?:href|src|class|id)\s*=\s*(?:"[^"]*</|'[^']*</)""", re.IGNORECASE)
_CDATA = "<![CDATA["
_LONG = 400  # characters of attributes from which a lost quotation mark is looked for


class Tag(NamedTuple):
    """A tag, or with `inner` a whole element that holds characters only; a page has tens of thousands."""

    name: str  # lower case
    start: int
    end: int
    attributes: str = ""
    is_end: bool = False
    inner: Stretch | None = None  # what a script, a style or the title holds


@dataclass(slots=True)
class Source:
    """A page's characters, and what was found broken in them."""

    text: str
    is_xml: bool = False  # XHTML: a tag that closes itself is closed, CDATA is text
    warnings: dict[str, int] = field(default_factory=dict)  # what is wrong -> where it was met first
    unclosed: set[str] = field(default_factory=set)  # raw elements without an end from here on
    stop: int = 0  # what follows is not read
    last: int = 0  # after the last ">": no tag ends beyond it

    def warn(self, words: str, place: int) -> None:
        """Tell what is broken, once a kind."""
        self.warnings.setdefault(words, place)


def tags(source: Source) -> Iterator[Tag]:
    """Every tag; between two of them stands text. `source.stop` tells where the text ends."""
    text = source.text
    source.last = text.rfind(">") + 1
    source.stop = _end_of_text(source)
    place = 0
    while (match := _TAG.search(text, place, source.last)) is not None:
        name = match.group(2)
        tag = _element(source, match, _local(source, name)) if name else _declaration(source, match)
        yield tag
        place = tag.end
        if place >= source.stop:
            return


def _end_of_text(source: Source) -> int:
    """Where the text ends: a file may be cut inside a tag."""
    cut = _BEGUN.search(source.text, source.last)
    if cut is None:
        return len(source.text)
    source.warn("ends inside a tag: what follows it was not read", cut.start())
    return cut.start()


def _local(source: Source, name: str) -> str:
    """The name in lower case; in XML without the prefix that stands for its namespace."""
    return (name.rpartition(":")[2] if source.is_xml else name).lower()


def _element(source: Source, match: re.Match[str], name: str) -> Tag:
    attributes = match.group(3)
    if len(attributes) > _LONG and _SWALLOWED.search(attributes):
        source.warn("a tag's quotation mark is not closed: text up to the next one was not read", match.start())
    is_end = bool(match.group(1))
    if name in _RAW_ENDS and not is_end and not (source.is_xml and attributes.endswith("/")):
        return _raw(source, match, name)
    return Tag(name, match.start(), match.end(), attributes, is_end)


def _raw(source: Source, match: re.Match[str], name: str) -> Tag:
    """An element that holds characters only. Without an end most are ordinary tags; a script takes all the rest."""
    close = None if name in source.unclosed else _RAW_ENDS[name].search(source.text, match.end(), source.last)
    if close is not None:
        return Tag(name, match.start(), close.end(), match.group(3), inner=(match.end(), close.start()))
    source.unclosed.add(name)
    source.warn(f"<{name}> is never closed", match.start())
    if name not in TAKES_THE_REST:
        return Tag(name, match.start(), match.end(), match.group(3))
    source.stop = match.start()
    return Tag(name, match.start(), len(source.text), match.group(3), inner=(match.end(), len(source.text)))


def _declaration(source: Source, match: re.Match[str]) -> Tag:
    """A comment or declaration: up to its end; a comment without one takes all the rest."""
    text, start = source.text, match.start()
    if match.group() != "<!--":
        return _marked_section(source, start)
    close = start + 2 if text.startswith("<!-->", start) else text.find("-->", start + 4)
    if close < 0:
        source.warn("a comment is never closed: what follows it was not read", start)
        source.stop = start
        return Tag("!--", start, len(text))
    return Tag("!--", start, close + 3)


def _marked_section(source: Source, start: int) -> Tag:
    close = source.text.find("]]>", start) if source.is_xml and source.text.startswith(_CDATA, start) else -1
    if close >= 0:
        return Tag("![cdata[", start, close + 3, inner=(start + len(_CDATA), close))
    return Tag("!", start, source.text.index(">", start) + 1)
