"""What is tried: a function of bytes that lets pass no exception but the documented ones, and what its input is like."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """One door of the program."""

    run: Callable[[bytes], None]  # anything that it raises is a fault
    seeds: tuple[bytes, ...]  # inputs of the right kind
    pieces: tuple[bytes, ...]  # what they are made of
    steady: int = 2_000  # examples in the run of all tests
    longest: int = 1_024  # bytes of an input of atheris: longer ones are slower and reach nothing else


def words(content: bytes) -> str:
    """Any text: what is no UTF-8 becomes halves of surrogate pairs, as in a name of a file."""
    return content.decode("utf-8", "surrogateescape")


def pieces(told: str, parting: str = " ") -> tuple[bytes, ...]:
    """The pieces of a line."""
    return tuple(piece.encode("utf-8", "surrogatepass") for piece in told.split(parting))


# What is hostile everywhere.
HOSTILE = (
    *pieces("\0 \x1b[31m \u202e \u200b \ufeff \ufffd ² ٣ ５ ₂ ½ Ⅷ \U0001f600 é İ ß ﬁ “ ” — − 999999999999999999999 1e999999999 - -- ,,, ... ((( ]]]"),
    b"\n",
    b"\r",
    b"\t",
    b" ",
    b"\xc2\xa0",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"9" * 400,
    b"1," * 200,
)  # fmt: skip
