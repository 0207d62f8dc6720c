"""Markdown: marks, links' targets and escapes resolved, every character kept mapped to its place."""

from checker.language.patterns import pattern
from checker.reading.article import Draft, Section, read_position
from checker.reading.blocks import Block, blocks, labels
from checker.reading.front_matter import front_matter, keep_title
from checker.reading.inline import Marks, marks
from checker.values.offsets import OffsetBuilder

# What only a Markdown text holds. One is enough; each stands on its own evidence.
_EVIDENCE = tuple(
    pattern(expression)
    for expression in (
        r"(?m)^#{1,6}[ \t]+[^\s#]",  # a heading
        r"\[[^\[\]\n]+\]\((?:https?://|/|#|mailto:)[^\s()]*\)",  # a link
        r"\\[$\[\]()*_#]",  # an escape
        r"\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*",  # strong words
        r"(?m)^\[[^\[\]\n]+\]:[ \t]+<?https?://",  # a link's definition
    )
)


def is_markdown(original: str) -> bool:
    """Whether a text bears Markdown's own marks."""
    return any(evidence.search(original) is not None for evidence in _EVIDENCE)


def read(original: str) -> Draft:
    """The words of a Markdown text; the first heading of level 1 is its title."""
    front = front_matter(original)
    found = blocks(original, front.end)
    heading = next((block for block in found if block.kind == "heading" and block.level == 1), None)
    builder = OffsetBuilder()
    title_end = 0 if heading else keep_title(builder, original, front)
    known = labels(found)
    marked = [section for block in found for section in _keep_block(builder, original, block, known)]
    text, offsets = builder.text, builder.offsets
    if heading:
        marked.insert(0, (heading.start, heading.end, "title"))
    sections = [(_place(offsets, text, start), _place(offsets, text, end), name) for start, end, name in marked]
    if title_end:
        sections.insert(0, (0, title_end, "title"))
    named = next((text[start:end] for start, end, name in sections if name == "title"), "")
    title = " ".join(named.split()) or front.fields.get("title")
    return Draft("markdown", text, offsets, title, tuple(sections), dict(front.fields), cut=front.cut)


def _place(offsets: tuple[int, ...], text: str, original: int) -> int:
    """The place in the text; marks at the very end of the original stand at the end of the text."""
    return min(read_position(offsets, original), len(text))


def _keep_block(builder: OffsetBuilder, original: str, block: Block, known: frozenset[str]) -> list[Section]:
    """Keep a block's words; returns the sections that its marks give, over the original."""
    if block.kind == "none":
        line_end = original[block.start : block.end].rstrip("\r\n")
        builder.keep(original[block.start + len(line_end) : block.end], block.start + len(line_end))
        return []
    if block.kind in ("blank", "code"):
        builder.keep(original[block.start : block.end], block.start)
        return [(block.start, block.end, "boilerplate")] if block.kind == "code" else []
    found = marks(original[block.start : block.end], block.start, known)
    _keep_but(builder, original, block, _edits(block, found))
    return [(start, end, "caption") for start, end in found.captions]


def _edits(block: Block, found: Marks) -> list[tuple[int, int, str]]:
    """What is left out, and what stands for it, in order of place."""
    dropped = [(start, end, "") for start, end in (*block.dropped, *found.dropped)]
    return sorted((*dropped, *found.entities))


def _keep_but(builder: OffsetBuilder, original: str, block: Block, edits: list[tuple[int, int, str]]) -> None:
    """Keep a block with its edits."""
    place = block.start
    for start, end, meant in edits:
        if start < place:
            continue
        builder.keep(original[place:start], place)
        builder.mean(meant, start, end)
        place = end
    builder.keep(original[place : block.end], place)
