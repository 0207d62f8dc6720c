"""Takes the lines of text out of a PDF; run as a script of its own, since a PDF may eat all memory and time.

The file comes in through standard input, the lines go out through standard output as JSON. Imports nothing of checker.
The one door to pypdf. Limits of memory and time are set where the system has them (`resource`: Linux, macOS for time);
everywhere the parent watches the clock. What pypdf unpacks and takes apart is capped by the size of the file: a small
file that unpacks to a hundred times as much holds nothing that anybody laid out.
"""

import contextlib
import io
import json
import logging
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MEMORY = 1 << 30  # bytes
SECONDS = 60  # of processor time
MOST_PAGES = 2_000
MOST_CHARACTERS = 5_000_000
_UNPACKED, _UNPACKED_TIMES = 2_000_000, 20  # bytes of what all pages draw: so many, and so many times those of the file
_TOKENS, _TOKENS_A_BYTE = 200_000, 1  # of which these are made, likewise; half a second takes apart as many
_DEEPEST = 3  # forms within forms, in which a scan may lie
_LONGEST_WORD = 300  # characters of a message that is handed on
_STREAMS = (
    *(f"{name}_maximum_output_length" for name in ("array_based_stream", "lzw", "run_length", "zlib")),
    *("stream_decoding_work_maximum_length", "maximum_declared_stream_length"),
)  # of pypdf's configuration
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


class _TooMuchError(Exception):
    """The pages unpack to more than a file of that size may."""


@dataclass(slots=True)
class _Budget:
    """What the pages from here on may unpack to."""

    unpacked: int  # bytes
    tokens: int

    def apply(self) -> None:
        """Have pypdf stop there."""
        from pypdf import get_configuration, overwrite_configuration

        most: dict[str, Any] = dict.fromkeys(_STREAMS, max(self.unpacked, 0))
        most["stream_parsing_work_maximum_count"] = max(self.tokens, 0)
        overwrite_configuration(get_configuration().with_overwrites(**most))

    def spend(self, unpacked: int, tokens: int, *, is_broken: bool) -> None:
        """Take off what a page took; how much one that broke took is not known."""
        self.unpacked -= max(unpacked, self.unpacked // 2 if is_broken else 0)
        self.tokens -= max(tokens, self.tokens // 2 if is_broken else 0)


class _Seen:
    """What a page draws beside text."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.pictures = 0  # inside the content itself
        self.strokes = 0
        self.tokens = 0
        self.names: set[str] = set()  # of what is drawn by name: pictures, forms

    def see(self, operator: bytes, operands: Any, _cm: Any, _tm: Any) -> None:
        """As pypdf calls its visitor before each operator."""
        self.tokens += 1 + sum(len(one) if isinstance(one, list) else 1 for one in operands or ())
        if self.tokens > self._most:
            raise _TooMuchError
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


def _page(page: Any, log: _Log, budget: _Budget) -> dict[str, Any]:
    """The lines of a page, and what else there is on it."""
    lines, seen, unpacked = _Lines(), _Seen(budget.tokens), 0
    told: dict[str, Any] = {"lines": lines.found, "pictures": 0, "strokes": 0, "fault": "", "said": []}
    budget.apply()
    try:
        unpacked = _unpacked(page)
        page.extract_text(visitor_text=lines.add, visitor_operand_before=seen.see)
        lines.close()
    except MemoryError:
        told["fault"] = "it takes more memory than is allowed"
    except Exception as error:  # noqa: BLE001 - a broken page must not lose the others
        told["fault"] = f"{type(error).__name__}: {_short(error)}"
    with contextlib.suppress(Exception):
        told["pictures"] = seen.pictures + _pictures(page, seen.names)
    budget.spend(unpacked, seen.tokens, is_broken=bool(told["fault"]))
    return told | {"strokes": seen.strokes, "said": log.taken()}


def _unpacked(page: Any) -> int:
    """How many bytes of operators a page has; pypdf keeps what it unpacked."""
    content = page.get("/Contents")
    content = content.get_object() if content is not None else None
    streams = content if isinstance(content, list) else [content]
    return sum(len(one.get_object().get_data()) for one in streams if one is not None)


def _pages(reader: Any, log: _Log, budget: _Budget) -> Iterator[dict[str, Any]]:
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
        told = _page(page, log, budget)
        characters += sum(len(piece[0]) for line in told["lines"] for piece in line)
        yield told


def read(content: bytes) -> dict[str, Any]:
    """What there is in a PDF, as plain values; `fault` says why there is nothing."""
    from pypdf import PdfReader

    log = _Log()
    logger = logging.getLogger("pypdf")
    logger.addHandler(log)
    logger.propagate = False
    budget = _Budget(_UNPACKED + _UNPACKED_TIMES * len(content), _TOKENS + _TOKENS_A_BYTE * len(content))
    budget.apply()
    reader: Any = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not _is_open(reader):
        return {"fault": "encrypted", "pages": []}
    told: dict[str, Any] = {"fault": "", "title": "", "language": ""}
    told["pages"] = list(_pages(reader, log, budget))
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
