"""Where an entry of a feed or a news item holds what: paths of an article's parts, by the file's own element.

RSS 0.9 to 2.0 and Atom with the modules that news feeds use; NewsML-G2 and NITF after the IPTC's specifications.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from checker.reading.markup.elements import Shape

Paths = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """A format: part to paths, tried in order; the first that leads to words holds. `root_` are the feed's own."""

    format: str
    title: Paths = ()
    text: Paths = ()
    teaser: Paths = ()
    captions: Paths = ()
    date: Paths = ()
    url: Paths = ()
    outlet: Paths = ()
    language: Paths = ()
    id: Paths = ()
    title_is_spare: bool = False  # it is one for machines: the headline in the text goes before it
    origin: Paths = ()  # the address of the feed that a collector took the entry from
    root_outlet: Paths = ()
    root_language: Paths = ()
    root_date: Paths = ()

    @property
    def texts(self) -> frozenset[str]:
        """The elements whose elements inside are text with markup."""
        paths = (*self.title, *self.text, *self.teaser, *self.captions)
        return frozenset(path.rpartition("/")[2].partition("[")[0] for path in paths)


_RSS = Fields(
    "rss",
    title=("title", "dc:title", "media:title"),
    text=("content:encoded", "atom:content", "html:body", "html:div"),
    teaser=("description", "atom:summary", "dc:description"),
    captions=("media:content/media:description", "media:group/media:content/media:description", "media:description"),
    date=("pubDate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published", "atom:updated"),
    url=("link", "guid", "atom:link@href", "@rdf:about"),
    outlet=("dc:publisher", "source"),
    language=("dc:language", "@xml:lang"),
    id=("guid", "@rdf:about", "link"),
    origin=("source@url",),
    root_outlet=("channel/dc:publisher", "channel/title"),
    root_language=("channel/language", "channel/dc:language", "@xml:lang"),
)
_ATOM = Fields(
    "atom",
    title=("atom:title",),
    text=("atom:content",),
    teaser=("atom:summary",),
    captions=("media:content/media:description", "media:group/media:content/media:description"),
    date=("atom:published", "atom:issued", "atom:updated", "atom:modified", "dc:date"),
    url=("atom:link[rel=alternate]@href", "atom:link[rel=]@href", "atom:id"),
    outlet=("dc:publisher", "atom:source/atom:title"),
    language=("atom:content@xml:lang", "@xml:lang", "dc:language"),
    id=("atom:id",),
    origin=("atom:source/atom:link[rel=alternate]@href", "atom:source/atom:link[rel=]@href"),
    root_outlet=("atom:title",),
    root_language=("@xml:lang",),
)
_NEWSML = Fields(
    "newsml-g2",
    title=("nar:contentMeta/nar:headline",),
    text=("nar:contentSet/nar:inlineXML", "nar:contentSet/nar:inlineData"),
    teaser=("nar:contentMeta/nar:description[role=drol:summary]", "nar:contentMeta/nar:description[role=]"),
    captions=("nar:contentMeta/nar:description[role=drol:caption]",),
    date=(
        "nar:itemMeta/nar:versionCreated",
        "nar:contentMeta/nar:contentModified",
        "nar:contentMeta/nar:contentCreated",
        "nar:itemMeta/nar:firstCreated",
    ),
    url=("@guid",),
    outlet=(
        "nar:itemMeta/nar:provider/nar:name",
        "nar:itemMeta/nar:provider@literal",
        "nar:contentMeta/nar:infoSource/nar:name",
        "nar:contentMeta/nar:infoSource@literal",
        "nar:itemMeta/nar:provider@qcode",
        "nar:contentMeta/nar:infoSource@qcode",
        "nar:contentMeta/nar:creditline",
    ),
    language=("nar:contentMeta/nar:language@tag", "@xml:lang"),
    id=("@guid",),
    root_date=("nar:header/nar:sent",),
)
_NITF = Fields(
    "nitf",
    title=("head/title",),
    title_is_spare=True,
    text=("body",),
    date=("head/docdata/date.release@norm", "head/docdata/date.issue@norm"),
    outlet=("head/pubdata@name", "head/docdata/doc.copyright@holder"),
    language=("@xml:lang", "body@xml:lang"),
    id=("head/docdata/doc-id@id-string",),
)
_ITEMS = ("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")
_G2 = tuple(f"nar:{name}" for name in _ITEMS)

# The file's own element -> its fields, and which elements are entries; the same element where the file is one entry.
FORMATS: Mapping[str, tuple[Fields, Paths]] = {
    "rss": (_RSS, ("item",)),
    "rdf:RDF": (_RSS, ("item",)),
    "atom:feed": (_ATOM, ("atom:entry",)),
    "atom:entry": (_ATOM, ("atom:entry",)),
    "nar:newsMessage": (_NEWSML, _G2),
    **{name: (_NEWSML, (name,)) for name in _G2},
    "nitf": (_NITF, ("nitf",)),
}
SHAPES: Mapping[str, Shape] = {
    name: Shape(frozenset(records), fields.texts) for name, (fields, records) in FORMATS.items()
}
