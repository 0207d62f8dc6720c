"""What the styles of a document are called, in whatever language its word processor speaks."""

from dataclasses import dataclass

from checker.reading.markup.expat import parser, short
from checker.reading.office.package import parse
from checker.reading.office.properties import is_on, told


@dataclass(slots=True)
class Style:
    """What a named style of a Word document says of the text set in it."""

    name: str = ""  # lower case: "title", "heading 1", "caption", "toc 1"
    is_hidden: bool = False


def styles(content: bytes | None) -> dict[str, Style]:
    """The styles of `styles.xml`, by the id that paragraphs and runs name them by."""
    found: dict[str, Style] = {}
    open_now = [Style()]
    made = parser()

    def begin(name: str, attributes: dict[str, str]) -> None:
        kind = short(name)
        if kind == "w:style":
            open_now[0] = found.setdefault(told(attributes, "styleId"), Style())
        elif kind == "w:name":
            open_now[0].name = told(attributes, "val").lower()
        elif kind == "w:vanish":
            open_now[0].is_hidden = is_on(attributes)

    made.StartElementHandler = begin
    if content is not None:
        parse(made, content)
    return found
