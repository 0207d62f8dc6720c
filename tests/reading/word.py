"""Word documents made by hand: no word processor is needed to test what one may write."""

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs, style=None):
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{''.join(one if one.startswith('<') else run(one) for one in runs)}</w:p>"


def table(*rows):
    cells = (
        "".join(f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in row) for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def body(*paragraphs):
    inside = "".join(one if one.startswith("<w:") else paragraph(one) for one in paragraphs)
    return f'<w:document xmlns:w="{W}" {MORE}><w:body>{inside}<w:sectPr/></w:body></w:document>'


def part(root, inside):
    return f'<w:{root} xmlns:w="{W}" {MORE}>{inside}</w:{root}>'


def relations(**targets):
    held = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind.rstrip("0123456789").replace("_", "-")}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{RELATIONS}">{held}</Relationships>'


def package(parts, packed=zipfile.ZIP_DEFLATED):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", packed) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return held.getvalue()


def document(*paragraphs, parts=None, related=None, title=None):
    """A document of paragraphs; `parts` are further ones in its folder, related to it by kind."""
    core = (
        '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="urn:t">'
        f"<dc:title>{title or ''}</dc:title><dcterms:created>2019-01-01T00:00:00Z</dcterms:created></cp:coreProperties>"
    )
    return package(
        {
            "_rels/.rels": relations(officeDocument="word/document.xml", core_properties="docProps/core.xml"),
            "docProps/core.xml": core,
            "word/document.xml": body(*paragraphs),
            "word/_rels/document.xml.rels": relations(**(related or {})),
            **{f"word/{name}": content for name, content in (parts or {}).items()},
        }
    )
