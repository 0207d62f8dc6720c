"""PDF files made by hand: text at places, pictures, and whatever is wrong with them. Small enough to be read whole."""

import zlib
from collections.abc import Sequence

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
)


def string(words):
    coded = words.encode("cp1252")
    return b"(" + coded.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"


def text(words, x=72.0, y=720.0, size=10.0):
    """A line of text at a place."""
    return b"BT /F1 %.1f Tf %.1f %.1f Td %s Tj ET\n" % (size, x, y, string(words))


def lines(rows: Sequence[str], x=72.0, y=720.0, size=10.0, leading=12.0):
    """Lines below each other; an empty one leaves room."""
    return b"".join(text(row, x, y - number * leading, size) for number, row in enumerate(rows) if row)


def picture():
    """A picture over the whole page."""
    return b"q 612 0 0 792 0 0 cm /Im1 Do Q\n"


def stream(content, entries=b"", *, is_packed=False):
    if is_packed:
        content, entries = zlib.compress(content), entries + b" /Filter /FlateDecode"
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def written(objects, trailer=b""):
    """Numbered objects as a file; the first is the catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    size = b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return out + head + table + size


def pdf(*pages, info=b"", is_packed=False, font=FONT):
    """A file of pages, each the operators that draw it."""
    first = 6  # catalogue, pages, font, picture, facts on the file
    kids = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        font,
        PICTURE + b"\nstream\n\x00\nendstream",
        b"<< %s >>" % info,
    ]
    resources = b"<< /Font << /F1 3 0 R >> /XObject << /Im1 4 0 R >> >>"
    for number, content in enumerate(pages):
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources %s /Contents %d 0 R >>"
        objects += [page % (resources, first + 2 * number + 1), stream(content, is_packed=is_packed)]
    return written(objects, b" /Info 5 0 R" if info else b"")
