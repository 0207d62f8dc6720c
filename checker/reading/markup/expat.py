"""The one door to expat: no entity is declared, nothing is fetched, names come with their namespace."""

from collections.abc import Mapping
from functools import lru_cache
from xml.parsers import expat

from checker.reading.records.tree import BrokenError

ExpatError = expat.ExpatError
Parser = expat.XMLParserType

DEEPEST = 256
ENTITIES = "it declares entities, which are not read: write out what they stand for, and take the declarations out"
# Namespace -> the prefix that names in our tables bear, whatever prefix the file gives it.
_PREFIXES: Mapping[str, str] = {
    "http://backend.userland.com/rss2": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://www.w3.org/2005/Atom": "atom:",
    "http://purl.org/atom/ns#": "atom:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://search.yahoo.com/mrss/": "media:",
    "http://search.yahoo.com/mrss": "media:",
    "http://iptc.org/std/nar/2006-10-01/": "nar:",
    "http://iptc.org/std/NITF/2006-10-18/": "",
    "http://www.w3.org/1999/xhtml": "html:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel:",
    "http://schemas.openxmlformats.org/package/2006/content-types": "types:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
}


def parser() -> Parser:
    """A parser of UTF-8, whatever encoding the text says it had.

    It raises `BrokenError` where an entity is declared. References to entities that nothing declares are let pass, so
    that names of HTML ("&nbsp;") do not break what is else no XML.
    """
    made = expat.ParserCreate("utf-8", " ")
    made.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
    made.UseForeignDTD(True)  # noqa: FBT003 - expat's own signature
    made.ExternalEntityRefHandler = lambda context, *_: _empty(made, context)
    made.EntityDeclHandler = lambda *_: _refuse(made)
    return made


def _empty(made: Parser, context: str | None) -> int:
    """What stands in another file is never opened: it is read as an empty one."""
    made.ExternalEntityParserCreate(context).Parse(b"", True)  # noqa: FBT003 - expat's own signature
    return 1


def _refuse(made: Parser) -> None:
    raise BrokenError(made.CurrentByteIndex, ENTITIES)


@lru_cache(maxsize=4_096)
def short(name: str) -> str:
    """A name as our tables have it: "http://www.w3.org/2005/Atom entry" is "atom:entry"; of others only the end."""
    namespace, _, local = name.rpartition(" ")
    return _PREFIXES.get(namespace, "?:" if namespace else "") + local


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(" ")[2]


def message(error: ExpatError) -> str:
    """What expat finds wrong, in its words."""
    return expat.ErrorString(error.code) or "not well-formed"
