"""The numbers of a page: one scan for digits and number words, joined to numerals by what stands between them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from checker.extraction import articles
from checker.language.digits import MAX_DIGITS, VULGAR
from checker.language.numerals import MAX_MAGNITUDE, MAX_SPELLED, PART, PLURAL, SCALE, SMALL, TENS, Numeral, read
from checker.language.patterns import pattern

# Between two words of one numeral.
_JOINS = frozenset(
    {" ", "-", "\u2011", "\u00a0", " and ", " and a ", " a ", " of a ", " of ", "-and-", "-a-", "\n", " an "}
)
_ARTICLES = ("a", "an", "A", "An")
_ONE = Numeral(Decimal(1), None, Decimal(1), is_words=True)
_FEET = pattern(r"([3-8])['’](\d{1,2})")
_INCHES = 12  # in a foot
_SHARE_REACH = 24
_CLAUSE_ENDS = ("", ".", ",", ";", "\n", ")")
_MEASURING = frozenset({"by", "than", "over", "nearly", "almost", "about", "around", "roughly", "least", "to", "under"})
_AFTER_SHARE = (
    " to ",
    " from ",
    " in ",
    " on ",
    " since ",
    " over ",
    " after ",
    " this ",
    " last ",
    " year",
    " between ",
)
_POINT = " point "
_MAX_WORDS = 24
_SHORTEST_BEYOND = 25  # characters: nothing shorter is too large to be read ("5 quintillion quintillion")
_BLANK = pattern(r"[ \x{a0}\x{2009}\x{202f}]")
_BETWEEN_BLANKS = pattern(r"[^ \x{a0}\x{2009}\x{202f}]+")
_MINUS = "-−"
_EITHER_WAY = ("±", "± ", "+/-", "plus or minus ", "plus-or-minus ")
_NEGATIVE = ("minus ", "minus-", "negative ", "minus")
_SPELLED = tuple(words for words in (*_EITHER_WAY, *_NEGATIVE) if words.endswith(" "))
_LONGEST_SIGN = max(map(len, _SPELLED))
_SIGN_ENDS = frozenset("±− -sS")  # "minus10" is glued
_HYPHENS = "-–—−\u2011/"

# "×10−30", "x 10^6", "e-3": a power of ten after a number; flat classes on a bounded window.
_POWER = re.compile(r" ?[×x*] ?10(\^?[-−–]|\^)([0-9]{1,2})(?![0-9])|[eE][-−+]?([0-9]{1,2})(?![0-9A-Za-z])")
_WORDS = sorted({*SMALL, *TENS, *SCALE, *PLURAL, *PART, "couple"} - {"lac"}, key=len, reverse=True)
_FRACTIONS = "".join(VULGAR)
_SCAN = pattern(
    r"\d{1,3}-\d[/⁄]\d{1,2}\b|\d+(?:[.,/⁄'’ \x{a0}\x{2009}\x{202f}]\d+)*(?:[ -]?["
    + _FRACTIONS
    + r"])?|["
    + _FRACTIONS
    + r"]|\b(?:"
    + "|".join(_WORDS)
    + r")\b|\ban? (?:"
    + articles.UNITS
    + r")\b",
    any_case=True,
)


class Number(NamedTuple):
    """A numeral in its place: characters of the page's text."""

    start: int  # with its article ("a dozen") and sign
    end: int
    numeral: Numeral
    surface: str  # the numeral alone, without article and sign
    sign: str = ""  # "-" or "±"; the numeral itself is not negative
    unit: str = ""  # where the form of the number tells it: 6'4" is in feet

    is_unread: bool = False  # longer or larger than is read: its numeral is zero and says nothing

    @property
    def is_digits(self) -> bool:
        """Whether it begins with a digit."""
        return not self.numeral.is_words

    @property
    def scale(self) -> Decimal:
        """What its scale words multiply by: a million for "1.5 million", one for "1,500,000"."""
        first = self.surface.split(None, 1)[0].split("-", 1)[0]
        if first == self.surface or not self.surface[-1].isalpha():
            return Decimal(1)
        mantissa = read(first)
        times = self.numeral.low / mantissa.low if mantissa and mantissa.low else Decimal(1)
        return times if times >= min(SCALE.values()) else Decimal(1)


class _Token(NamedTuple):
    start: int
    end: int
    is_digits: bool


def find_numbers(text: str) -> list[Number]:
    """Every numeral of a text, in order; digits that write no number (addresses, versions, dates) are left out."""
    found: list[Number] = []
    tokens = list(_tokens(text))
    at = 0
    while at < len(tokens):
        count, number = _longest(text, tokens, at)
        at += count
        if number is not None:
            found.append(number)
            while at < len(tokens) and tokens[at].start < number.end:  # the power of ten that it took
                at += 1
    return found


def _tokens(text: str) -> Iterator[_Token]:
    for match in _SCAN.finditer(text):
        start, end = match.span()
        if text[start] in "aA":
            if articles.counts_one(text, start):
                yield _Token(start, start + text[start:end].index(" "), is_digits=True)  # joined to nothing
        elif not text[start].isalpha():
            yield from _digit_tokens(text, start, end)
        elif not _is_in_word(text, start, end):
            yield _Token(start, end, is_digits=False)


def _is_in_word(text: str, start: int, end: int) -> bool:
    """Whether letters that the engine does not know as such stand beside the word: "éone"."""
    ahead, behind = text[start - 1 : start], text[end : end + 1]
    if ahead in ("'", "’"):
        return text[start - 2 : start - 1].isalnum() and start > 1
    return ahead.isalpha() or behind.isalpha() or ahead in ("_", "@", "#", "/") or behind == "_"


def _digit_tokens(text: str, start: int, end: int) -> Iterator[_Token]:
    """A run of digits as one number, or as the numbers that its blanks divide."""
    run = text[start:end]
    if read(run) is not None or _BLANK.search(run) is None:
        yield _Token(start, end, is_digits=True)
        return
    for piece in _BETWEEN_BLANKS.finditer(run):
        yield _Token(start + piece.start(), start + piece.end(), is_digits=True)


def _longest(text: str, tokens: list[_Token], at: int) -> tuple[int, Number | None]:
    """The longest numeral that begins at a token: how many tokens it takes, and the number if it is one.

    What is a number, but longer or larger than is read, is kept whole as unread: no part of it is one of the text.
    """
    last = _last_joined(text, tokens, at)
    if last - at >= _MAX_WORDS or tokens[last].end - tokens[at].start > MAX_SPELLED:
        return last - at + 1, _unread(text, tokens[at], tokens[last])
    for end in range(last, at - 1, -1):
        if _is_beyond(text, tokens[at], tokens[end]):
            return end - at + 1, _unread(text, tokens[at], tokens[end])
        number = _number(text, tokens[at].start, tokens[end].end)
        if number is not None:
            return end - at + 1, number
    return 1, None


def _unread(text: str, first: _Token, last: _Token) -> Number | None:
    """The number that two tokens begin and end, without a value; None where it begins as no number does."""
    word = text[first.start : first.end].lower()
    if not (first.is_digits or word in SMALL or word in TENS):
        return None
    nothing = Numeral(Decimal(0), None, Decimal(1), is_words=not first.is_digits)
    return Number(first.start, last.end, nothing, text[first.start : last.end], is_unread=True)


def _is_beyond(text: str, first: _Token, last: _Token) -> bool:
    """Whether digits and scales are a number that is too long or too large to be read."""
    if last.end - first.start < _SHORTEST_BEYOND:
        return False
    if first is last:
        run = text[first.start : first.end]
        if not first.is_digits or len(run) <= MAX_MAGNITUDE + 1:
            return False
        written = sum(map(str.isdigit, run.partition(".")[0])), sum(map(str.isdigit, run))
        return written[0] > MAX_MAGNITUDE + 1 or written[1] > MAX_DIGITS
    words = text[first.start : last.end].lower().split()
    if not all(word in SCALE for word in words[1:]):
        return False
    zeros = sum(len(str(SCALE[word])) - 1 for word in words[1:])
    size = sum(map(str.isdigit, words[0].partition(".")[0])) if first.is_digits else 1
    return zeros + size > MAX_MAGNITUDE + 1


def _last_joined(text: str, tokens: list[_Token], at: int) -> int:
    """The last token of the run that begins at one."""
    last, is_decimal = at, False
    while last + 1 < len(tokens):
        token, following = tokens[last], tokens[last + 1]
        gap = _gap(text, token, following)
        is_decimal = is_decimal or gap == _POINT
        if gap is None or not (is_decimal or "and" in gap or _are_in_order(text, token, following)):
            break
        last += 1
    return last


def _gap(text: str, token: _Token, following: _Token) -> str | None:
    """What joins two tokens to one numeral, None for what does not."""
    if token.is_digits and following.is_digits:
        return None
    gap = text[token.end : following.start].lower() if following.start - token.end <= len("  and  a ") else ""
    gap = " ".join(["", *gap.split(), ""]) if len(gap) > 1 and gap[0] == gap[-1] == " " else gap
    is_joining = gap in _JOINS or (gap == _POINT and text[token.start : token.end].lower() != "one")
    return gap if is_joining else None


def _are_in_order(text: str, token: _Token, following: _Token) -> bool:
    """Whether two words may stand in one numeral: no small number follows another, "twenty one" excepted."""
    left, right = text[token.start : token.end].lower(), text[following.start : following.end].lower()
    if right in SMALL:
        return left not in SMALL
    return right not in TENS or (left not in SMALL and left not in TENS)


def _number(text: str, start: int, end: int) -> Number | None:
    surface = text[start:end]
    numeral = read(surface) if surface not in _ARTICLES else _ONE
    if numeral is None:
        return _height(text, start, end)
    power = _POWER.match(text[end : end + len("×10^-30  ")]) if surface[-1].isdigit() else None
    if power is not None and not (
        power.group(3) and len(surface) == 1 and power.group()[1].isdigit()
    ):  # "7e7" is a name
        exponent = int(power.group(2) or power.group(3)) * (
            -1 if "-" in power.group() or "−" in power.group() or "–" in power.group() else 1
        )
        times = Decimal(1).scaleb(exponent)
        numeral = replace(numeral, low=numeral.low * times, step=numeral.step * times)
        end += power.end()
    article = _article(text, start) if surface[0].isalpha() and _is_unnumbered(surface) else 0
    if not _stands_alone(surface.lower(), numeral, text, (start, end), has_article=bool(article)):
        return None
    if surface[0].isdigit() and text[start - 1 : start] == ".":
        return _without_zero(text, start, end, surface)
    sign, width = _sign(text, start)
    return Number(start - max(article, width), end, numeral, surface, sign)


def _height(text: str, start: int, end: int) -> Number | None:
    """A height in feet and inches: 6'4", with or without the mark of inches."""
    match = _FEET.fullmatch(text[start:end])
    feet, inches = (int(match.group(1) or 0), int(match.group(2) or 0)) if match else (0, _INCHES)
    if inches >= _INCHES or text[end : end + 1].isalnum():
        return None
    mark = next((len(sign) for sign in ('"', "”", "″", "''") if text.startswith(sign, end)), 0)
    numeral = Numeral(feet + Decimal(inches) / _INCHES, None, Decimal(1) / _INCHES, is_words=False)
    return Number(start, end + mark, numeral, text[start:end], unit="foot")


def _is_unnumbered(surface: str) -> bool:
    """Whether the numeral begins with a scale or a part, so that its article counts: "a dozen", "a quarter"."""
    first = surface.lower().replace("-", " ").split(None, 1)[0]
    return first in SCALE or first in PART or first == "couple"


def _without_zero(text: str, start: int, end: int, surface: str) -> Number | None:
    """A decimal written without its zero: ".08"."""
    ahead = text[start - 2 : start - 1] if start > 1 else ""
    numeral = read("0." + surface) if not (ahead.isalnum() or ahead in (".", ")")) else None
    return Number(start - 1, end, numeral, "0." + surface) if numeral else None


def _article(text: str, start: int) -> int:
    """Length of "a " or "an " before the numeral."""
    for article in ("a ", "an ", "a-"):
        if (
            text[max(0, start - len(article)) : start].lower() == article
            and not text[max(0, start - len(article) - 1)].isalnum()
        ):
            return len(article)
    return 2 if start == len("a ") and text[:start].lower() == "a " else 0


def _stands_alone(words: str, numeral: Numeral, text: str, span: tuple[int, int], *, has_article: bool) -> bool:
    """Whether scales and parts are numerals here: "hundred" needs its "a", "third" its "of" too."""
    start, end = span
    first = words.split(None, 1)[0].split("-", 1)[0]
    if first in SCALE or first == "couple":
        return has_article
    if first not in PART or first in ("half", "halves"):
        return first != "halves"
    return has_article and (not numeral.is_share or text.startswith(" of ", end) or _closes_share(text, start, end))


def _closes_share(text: str, start: int, end: int) -> bool:
    """As in "rose by a third.", "over a fifth": a measuring word before the article, and the end of a clause behind."""
    left = text[max(0, start - _SHARE_REACH) : start].lower().split()
    closes = text[end : end + 1] in _CLAUSE_ENDS or (left[-2:-1] == ["by"] and text.startswith(_AFTER_SHARE, end))
    return closes and left[-2:-1] != [] and left[-2] in _MEASURING


def _sign(text: str, start: int) -> tuple[str, int]:
    """The sign before a number and how many characters it takes."""
    mark = text[start - 1 : start]
    if mark not in _SIGN_ENDS:
        return "", 0
    if mark == " " and not text[max(0, start - _LONGEST_SIGN) : start].lower().endswith(_SPELLED):
        return "", 0
    ahead = text[start - 2 : start - 1] if start > 1 else ""
    for words in _EITHER_WAY:
        if text[max(0, start - len(words)) : start].lower() == words:
            return "±", len(words)
    if (
        mark
        and mark in _MINUS
        and not (ahead == " " and text[start - 3 : start - 2].isdigit())
        and not (ahead.isalnum() or ahead in tuple(")%°.\"'”’$€£") or ahead in tuple(_HYPHENS))
    ):
        return "-", 1
    for word in _NEGATIVE if text[max(0, start - _LONGEST_SIGN) : start].lower().endswith(_NEGATIVE) else ():
        if (
            text[max(0, start - len(word)) : start].lower() == word
            and not text[max(0, start - len(word) - 1) : start - len(word)].isalnum()
        ):
            return "-", len(word)
    return "", 0
