"""A place in a text: an expression with the words and signs around it."""

import re
from dataclasses import dataclass
from functools import cached_property

_REACH = 40  # characters around an expression that are looked at
# Flat classes on a bounded window, which `re` reads in a fifth of the time.
_BREAK = re.compile(r"[^\w’'.-]", re.ASCII)
_FIRST_WORD = re.compile(r"\s*([\w’'-]+)", re.ASCII)
_OPENING = ' \t\n\r\f\v("“'
_ADDRESS = re.compile(r"://|www\.|[@_\\]|\.(?:com|org|net|htm)")
_LONGEST_ADDRESS = 200
_SIGNS = frozenset("$£€¥₽₴₹#@_&=*+~")  # before an expression they make it part of something else
_SIGNS_BEHIND = frozenset("_%°@$£€")
_PREFIXES = ("post-", "pre-", "late-", "early-", "mid-")


@dataclass(eq=False)  # not frozen: a frozen one takes five times as long to make
class Place:
    """Where an expression stands; offsets are characters, end exclusive."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The expression, as written."""
        return self.text[self.start : self.end]

    @property
    def low(self) -> str:
        """The expression in lower case."""
        return self.words.lower()

    @cached_property
    def before(self) -> str:
        """The word that ends just before it, as written; empty where punctuation or nothing stands there."""
        words = self.text[max(0, self.start - _REACH) : self.start].rstrip(_OPENING)
        return _BREAK.split(words)[-1].strip("'’")

    @cached_property
    def after(self) -> str:
        """The word that begins just behind it, as written; empty where punctuation or nothing stands there."""
        match = _FIRST_WORD.match(self.text[self.end : self.end + _REACH])
        return match.group(1).strip("'’") if match else ""

    @property
    def low_before(self) -> str:
        """The word before it in lower case."""
        return self.before.lower()

    @property
    def low_after(self) -> str:
        """The word behind it in lower case."""
        return self.after.lower()

    @property
    def sign_before(self) -> str:
        """The character before it; empty at the start."""
        return self.text[self.start - 1 : self.start] if self.start else ""

    @property
    def sign_after(self) -> str:
        """The character behind it; empty at the end."""
        return self.text[self.end : self.end + 1]

    @property
    def is_hyphened(self) -> bool:
        """Whether a hyphen joins it to the next word."""
        return self.sign_after in ("-", "\u2011")

    @property
    def is_free(self) -> bool:
        """Whether it is not a piece of a word, number, price or address."""
        before, behind = self.sign_before, self.sign_after
        if before.isalnum() or behind.isalnum() or before in _SIGNS or behind in _SIGNS_BEHIND:
            return False
        if self._runs_on_before():
            return self.text[max(0, self.start - 5) : self.start].lower().endswith(_PREFIXES)
        return not (self._runs_on_behind() or self._is_in_address())

    def _runs_on_before(self) -> bool:
        """Digits joined to digits or letters before them: "12.2014", "B-52"."""
        joined = self.sign_before and self.sign_before in ".,:/-–"
        return bool(joined and self.words[0].isdigit() and self.text[self.start - 2 : self.start - 1].isalnum())

    def _runs_on_behind(self) -> bool:
        joined = self.sign_after and self.sign_after in ".,:/"
        return bool(joined and self.words[-1].isdigit() and self.text[self.end + 1 : self.end + 2].isdigit())

    def _is_in_address(self) -> bool:
        """Whether the blank-bounded word around it is a web or file address."""
        head = self.text[max(0, self.start - _LONGEST_ADDRESS) : self.start]
        head = head.rsplit(None, 1)[-1] if head and not head[-1].isspace() else ""
        tail = self.text[self.end : self.end + _REACH]
        tail = tail.split(None, 1)[0] if tail and not tail[0].isspace() else ""
        if _ADDRESS.search(head) or _ADDRESS.search(tail):
            return True
        return "/" in head and tail[:1] == "/" and tail[1:2].isalpha()
