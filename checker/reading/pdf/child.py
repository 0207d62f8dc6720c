"""Takes the lines of text out of a PDF; run as a script of its own, since a PDF may eat all memory and time.

The file comes in through standard input, the lines go out through standard output as JSON. Imports nothing of checker.
The one door to pypdf. Limits of memory and time are set where the system has them (`resource`: Linux, macOS for time);
everywhere the parent watches the clock, and pypdf caps what it unpacks.
"""

import contextlib
import io
import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

MEMORY = 1 << 30  # bytes
SECONDS = 60  # of processor time
MOST_PAGES = 2_000
MOST_CHARACTERS = 5_000_000
_DEEPEST = 3  # forms within forms, in which a scan may lie
_LONGEST_WORD = 300  # characters of a message that is handed on
_PAINTING = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"sh"})


def limit() -> None:
    """Keep this process within its limits, where the system can."""
    with contextlib.suppress(ImportError):
        import resource

        wanted = {"RLIMIT_AS": MEMORY, "RLIMIT_CPU": SECONDS, "RLIMIT_FSIZE": 0, "RLIMIT_CORE": 0}
        for name, most in wanted.items():
            with contextlib.suppress(AttributeError, OSError, ValueError):
                kind = getattr(resource, name)
                hard = resource.getrlimit(kind)[1]
                least = most if hard == resource.RLIM_INFINITY else min(most, hard)
                resource.setrlimit(kind, (least, least))


class _Log(logging.Handler):
    """Keeps what the library says: it warns of much that it leaves out."""

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        if len(self.said) < 100:  # noqa: PLR2004 - more say nothing more
            self.said[_short(record.getMessage())] = None

    def taken(self) -> list[str]:
        said, self.said = list(self.said), {}
        return said


class _Lines:
    """Collects pieces of text as lines: each with the place and size of its first piece that is not blank."""

    def __init__(self) -> None:
        self.found: list[list[Any]] = []
        self._pieces: list[list[Any]] = []

    def add(self, text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        """As pypdf calls its visitor: a text, both matrices where it begins, its font."""
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = abs(size) * max(abs(tm[3] * cm[3] + tm[2] * cm[1]), abs(tm[0] * cm[1] + tm[1] * cm[3]))
        for number, piece in enumerate(text.split("\n")):
            if number:
                self.close()
            if piece:
                self._pieces.append([piece, round(x, 1), round(y, 1), round(height, 1)])

    def close(self) -> None:
        """End the line."""
        if any(piece[0].strip() for piece in self._pieces):
            self.found.append(self._pieces)
        self._pieces = []


class _Seen:
    """What a page draws beside text."""

    def __init__(self) -> None:
        self.pictures = 0  # inside the content itself
        self.strokes = 0
        self.names: set[str] = set()  # of what is drawn by name: pictures, forms

    def see(self, operator: bytes, operands: Any, _cm: Any, _tm: Any) -> None:
        """As pypdf calls its visitor before each operator."""
        self.strokes += operator in _PAINTING
        self.pictures += operator in (b"INLINE IMAGE", b"BI")
        if operator == b"Do" and operands:
            self.names.add(str(operands[0]))


def _short(message: object) -> str:
    return " ".join(str(message).split())[:_LONGEST_WORD]


def _pictures(page: Any, names: set[str]) -> int:
    """How many of the things drawn by name are pictures, those within forms included."""
    count, waiting = 0, [(page.get("/Resources"), 0)]
    while waiting:
        resources, depth = waiting.pop()
        known = resources.get_object().get("/XObject") if resources is not None else None
        drawn = known.get_object() if known is not None else {}
        for name in names & set(drawn):
            found = drawn[name].get_object()
            count += found.get("/Subtype") == "/Image"
            if found.get("/Subtype") == "/Form" and depth < _DEEPEST:
                waiting.append((found.get("/Resources"), depth + 1))
    return count


def _page(page: Any, log: _Log) -> dict[str, Any]:
    """The lines of a page, and what else there is on it."""
    lines, seen = _Lines(), _Seen()
    told: dict[str, Any] = {"lines": lines.found, "pictures": 0, "strokes": 0, "fault": "", "said": []}
    try:
        page.extract_text(visitor_text=lines.add, visitor_operand_before=seen.see)
        lines.close()
    except MemoryError:
        told["fault"] = "it takes more memory than is allowed"
    except Exception as error:  # noqa: BLE001 - a broken page must not lose the others
        told["fault"] = f"{type(error).__name__}: {_short(error)}"
    with contextlib.suppress(Exception):
        told["pictures"] = seen.pictures + _pictures(page, seen.names)
    return told | {"strokes": seen.strokes, "said": log.taken()}


def _pages(reader: Any, log: _Log) -> Iterator[dict[str, Any]]:
    """Every page, until too much has come."""
    characters = 0
    for number in range(len(reader.pages)):
        if number >= MOST_PAGES or characters > MOST_CHARACTERS:
            return
        try:
            page = reader.pages[number]
        except Exception as error:  # noqa: BLE001 - as above
            yield {"lines": [], "pictures": 0, "strokes": 0, "fault": _short(error), "said": log.taken()}
            continue
        told = _page(page, log)
        characters += sum(len(piece[0]) for line in told["lines"] for piece in line)
        yield told


def read(content: bytes) -> dict[str, Any]:
    """What there is in a PDF, as plain values; `fault` says why there is nothing."""
    from pypdf import PdfReader

    log = _Log()
    logger = logging.getLogger("pypdf")
    logger.addHandler(log)
    logger.propagate = False
    reader: Any = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not _is_open(reader):
        return {"fault": "encrypted", "pages": []}
    told: dict[str, Any] = {"fault": "", "title": "", "language": ""}
    told["pages"] = list(_pages(reader, log))
    told["count"] = len(reader.pages)
    told["is_cut"] = told["count"] > len(told["pages"])  # else pages are missing
    with contextlib.suppress(Exception):
        told["count"] = max(told["count"], int(reader.trailer["/Root"]["/Pages"]["/Count"]))
    with contextlib.suppress(Exception):
        told["title"] = _short(reader.metadata.title or "")
    with contextlib.suppress(Exception):
        told["language"] = _short(reader.trailer["/Root"].get("/Lang", ""))
    return told | {"said": log.taken()}


def _is_open(reader: Any) -> bool:
    """Whether it opens without a password; it may be encrypted in a way that needs a library more."""
    try:
        return bool(reader.decrypt(""))
    except Exception:  # noqa: BLE001 - whatever the reason, it does not open
        return False


def main() -> None:
    """Read standard input, write standard output."""
    limit()
    try:
        told = read(sys.stdin.buffer.read())
    except MemoryError:
        told = {"fault": "memory", "pages": []}
    except Exception as error:  # noqa: BLE001 - told to the parent, which names the file
        told = {"fault": f"{type(error).__name__}: {_short(error)}", "pages": []}
    sys.stdout.buffer.write(json.dumps(told).encode())
    sys.stdout.flush()


if __name__ == "__main__":
    main()
