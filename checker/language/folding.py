"""Look-alikes folded to the plain characters the grammars know, one for one, so that every offset stays."""

import re

# Case-insensitive patterns match the long s and the Kelvin sign, which no lexicon spells.
_LETTERS = {"ſ": "s", "\u212a": "K", "\u212b": "Å"}
_FULL_WIDTH = {chr(0xFF01 + n): chr(0x21 + n) for n in range(94)}
# Digits of the Arabic script, western and eastern; digits of other scripts are not read.
_DIGITS = {chr(zero + n): str(n) for zero in (0x0660, 0x06F0) for n in range(10)}

_ALIKE = _LETTERS | _FULL_WIDTH | _DIGITS
_PLAIN = str.maketrans(_ALIKE)
_ANY = re.compile(f"[{''.join(_ALIKE)}]")  # far quicker than translating, and hardly a text has one
# What colours a terminal says nothing: "\x1b[1;31m".
_COLOURS = re.compile("\x1b\\[[0-9;]{0,16}[A-Za-z]")


def fold(text: str) -> str:
    """The text with every look-alike as its plain character, and codes of a terminal as blanks; of the same length."""
    if "\x1b" in text:
        text = _COLOURS.sub(lambda code: " " * len(code.group()), text)
    return text.translate(_PLAIN) if _ANY.search(text) else text
