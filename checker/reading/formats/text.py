"""Plain text: read as it stands."""

from checker.reading.article import Draft
from checker.reading.formats import markdown
from checker.reading.front_matter import front_matter, keep_title
from checker.values.offsets import OffsetBuilder


def read(original: str) -> Draft:
    """The text as it stands; front matter names the article and is left out, its title apart."""
    front = front_matter(original)
    builder = OffsetBuilder()
    title_end = keep_title(builder, original, front)
    builder.keep(original[front.end :], front.end)
    marked = ((0, title_end, "title"),) if title_end else ()
    title, fields = front.fields.get("title"), dict(front.fields)
    return Draft("text", builder.text, builder.offsets, title, marked, fields, cut=front.cut)


def plain(original: str) -> Draft:
    """Plain text, unless the text itself bears Markdown."""
    return markdown.read(original) if markdown.is_markdown(original) else read(original)
