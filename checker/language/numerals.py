"""Numerals: number words and digits, with scales and parts, to exact decimals."""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from checker.language.digits import MAX_LENGTH, Digits, read_digits, share_step
from checker.language.lexicon import lexicon

_WORDS = lexicon("numerals")
SMALL: dict[str, int] = _WORDS["small"]
TENS: dict[str, int] = _WORDS["tens"]
SCALE: dict[str, int] = _WORDS["scale"]
PLURAL: dict[str, int] = _WORDS["plural"]
SHORT: dict[str, int] = _WORDS["short"]
PART: dict[str, int] = _WORDS["part"] | {word + "s": below for word, below in _WORDS["part"].items()}

MAX_SPELLED = 160  # characters of a numeral without digits
MAX_MAGNITUDE = 30  # powers of ten
_TEN = Decimal(10)
_HUNDRED = 100
_THOUSAND = 1000
_DOZEN = 12
_SINGULAR_PARTS = ("half", "quarter")  # "three quarter million"
_ARTICLES = ("a", "an")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as its words state it."""

    low: Decimal  # the number, or the lower end of an order of magnitude
    high: Decimal | None  # None: the number is `low`; else the upper end, not included ("hundreds": 1000)
    step: Decimal  # what the words resolve: 65.9 billion -> 1e8
    is_words: bool  # no digit in it
    is_share: bool = False  # a part of one whole, written as such: half, two-thirds, 3/4


@lru_cache(maxsize=8192)
def read(words: str) -> Numeral | None:
    """The value of a whole numeral: "65.9 billion", "half a trillion", "three-and-a-half", "hundreds of billions".

    Args:
        words: the numeral and nothing else; case, hyphens and doubled blanks do not matter.

    Returns:
        Its value; None when the words are not one numeral, or are longer or larger than can be read.

    """
    if len(words) > (MAX_SPELLED if words.replace("-", " ").replace(" ", "").isalpha() else MAX_LENGTH):
        return None
    tokens = _without_couple(_tokens(words))
    if not tokens:
        return None
    found = _order_of_magnitude(tokens) or _share(tokens) or _sum(tokens)
    return found if found and _is_bounded(found) else None


def _without_couple(tokens: list[str]) -> list[str]:
    """A couple of hundred is two hundred; a couple of anything but a scale is no numeral."""
    at = 1 if tokens[:1] == ["a"] else 0
    if tokens[at : at + 1] != ["couple"]:
        return tokens
    scales = [word for word in tokens[at + 1 :] if word != "of"]
    return ["two", *scales] if scales and all(word in SCALE for word in scales) else []


def _is_bounded(numeral: Numeral) -> bool:
    return numeral.low == 0 or abs(numeral.low.adjusted()) <= MAX_MAGNITUDE


def _tokens(words: str) -> list[str]:
    """Words and digits; digits keep their separators, a scale glued to them comes apart."""
    tokens: list[str] = []
    for word in _pieces(words):
        glued = word.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.")
        if glued and glued != word and glued[0].isdigit():
            tokens += (glued, word[len(glued) :])
        else:
            tokens.append(word)
    return [word if word in SHORT else word.lower() for word in tokens]


def _pieces(words: str) -> list[str]:
    pieces: list[str] = []
    for word in words.replace("-", " ").replace("\u2011", " ").replace("&", " and ").split():
        joins = pieces and pieces[-1][-1].isdigit() and word[0].isnumeric()
        pieces[-1:] = [pieces[-1] + " " + word] if joins else [*pieces[-1:], word]
    return pieces


def _order_of_magnitude(tokens: list[str]) -> Numeral | None:
    """Plurals alone: "dozens", "hundreds of billions", "tens of thousands"; the last may be a singular scale."""
    scales = [word for word in tokens if word != "of"]
    if not scales or scales[0] not in PLURAL or not all(word in PLURAL or word in SCALE for word in scales):
        return None
    low = Decimal(1)
    for word in scales:
        low *= PLURAL.get(word) or SCALE[word]
    return Numeral(low, low * 10, low, is_words=True)


def _share(tokens: list[str]) -> Numeral | None:
    """A part: "half", "two-thirds", "a quarter", and parts of a scale: "half a trillion", "a quarter of a million"."""
    at = next((i for i, word in enumerate(tokens[:4]) if word in PART), -1)
    if at < 0:
        return None
    above = _above(tokens[:at])
    scale = _scale_alone(tokens[at + 1 :])
    is_ordinal = (
        above is not None and above.low > 1 and tokens[at] not in _SINGULAR_PARTS and not tokens[at].endswith("s")
    )  # "twenty fourth"
    is_torn = above is not None and above.low > 1 and tokens[at] == "half"  # "two half-sisters"
    if above is None or scale is None or is_ordinal or is_torn:
        return None
    below = PART[tokens[at]]
    number = above.low / below
    step = share_step(below)
    return Numeral(number * scale, None, step * scale, is_words=above.is_words, is_share=scale == 1)


def _above(tokens: list[str]) -> Numeral | None:
    """The numerator: none or an article is one."""
    if not tokens or tokens in (["a"], ["an"]):
        return Numeral(Decimal(1), None, Decimal(1), is_words=True)
    found = _sum(tokens)
    return found if found and found.low == found.low.to_integral_value() and found.low else None


def _scale_alone(tokens: list[str]) -> Decimal | None:
    """What a part is a part of: nothing (one), or "of a million", "a dozen", "billion"."""
    words = [word for word in tokens if word not in ("of", "a", "an")]
    if not words:
        return None if tokens else Decimal(1)
    if len(words) == 1 and words[0] in SCALE:
        return Decimal(SCALE[words[0]])
    return None


@dataclass(slots=True)
class _Sum:
    """A numeral on the way: groups already scaled, and the group that is being read."""

    total: Decimal = Decimal(0)
    group: Decimal | None = None
    step: Decimal = Decimal(1)
    lowest: int = 10**31  # the smallest scale closed so far
    is_words: bool = True
    last: str = ""  # small, tens, scale, digits or part

    def take(self, word: str) -> bool:
        """Read one more word; False when it does not fit."""
        if word in SMALL:
            return self._add(SMALL[word], "small", 10 if self.last == "tens" else _HUNDRED)
        if word in TENS:
            return self._add(TENS[word], "tens", _HUNDRED)
        scale = SCALE.get(word) or PLURAL.get(word) or SHORT.get(word)
        if scale is not None:
            return self._scale(scale)
        return word[0].isnumeric() and self._digits(word)

    def _add(self, number: int, kind: str, room: int) -> bool:
        fits = self.last in ("", "scale") or (self.last == "tens" and kind == "small" and 0 < number < room)
        if not self.is_words or not fits or (self.group is not None and self.group % room):
            return False
        self.group = (self.group or Decimal(0)) + number
        self.last, self.step = kind, Decimal(1)
        return True

    def _digits(self, word: str) -> bool:
        found: Digits | None = read_digits(word)
        if found is None or self.last:
            return False
        self.group, self.step, self.last, self.is_words = found.number, found.step, "digits", False
        return True

    def _scale(self, scale: int) -> bool:
        if self.group is None and self.total and scale >= self.lowest:  # three lakh crore, a million million
            self.total, self.step = self.total * scale, self.step * scale
        elif self.group is None and self.last not in ("", "article"):
            return False
        elif scale == _HUNDRED and self.last in ("small", "tens", "article", "", "digits"):
            self.group = (self.group if self.group is not None else Decimal(1)) * _HUNDRED
            self.step = self.step * _HUNDRED if not self.is_words else Decimal(1)
        else:
            return self._close(scale)
        self.last = "scale"
        return True

    def _close(self, scale: int) -> bool:
        if self.group == 0 or (scale == _DOZEN and self.group is not None and self.group > _HUNDRED and self.is_words):
            return False
        if scale == self.lowest:
            return False  # two million two million are two numbers
        if scale > self.lowest:
            self.total = (self.total + (self.group or 0)) * scale
        else:
            self.total += (1 if self.group is None else self.group) * scale
        self.step, self.group, self.lowest, self.last = self.step * scale, None, scale, "scale"
        return True


def _sum(tokens: list[str]) -> Numeral | None:
    """Numbers built by adding and scaling: "two hundred and five thousand", "65.9 billion", "two and a half dozen"."""
    half = _half_at(tokens)
    if half is not None:
        return _with_part(tokens, *half)
    point = tokens.index("point") if "point" in tokens else 0
    if point:
        return _spoken_decimal(tokens, point)
    state = _Sum()
    for i, word in enumerate(tokens):
        if word in _ARTICLES:
            if i or len(tokens) == 1 or tokens[1] not in SCALE:
                return None
            state.last = "article"
        elif word == "and":
            if state.last != "scale" or i == len(tokens) - 1:
                return None
        elif not state.take(word):
            return None
    return Numeral(state.total + (state.group or 0), None, state.step, is_words=state.is_words)


def _half_at(tokens: list[str]) -> tuple[int, int] | None:
    """Where "and a half", "and three quarters" stands: its "and", and the part."""
    for at in range(1, len(tokens) - 1):
        if tokens[at] == "and" and tokens[at - 1] != "and":
            part = next((i for i in range(at + 1, min(at + 4, len(tokens))) if tokens[i] in PART), None)
            if part is not None:
                return at, part
    return None


def _with_part(tokens: list[str], at: int, part: int) -> Numeral | None:
    """As in "three and a half million" (half of one, then scaled) and "a million and a half" (half of the scale)."""
    whole, share = _sum(tokens[:at]), _share(tokens[at + 1 : part + 1])
    if whole is None or share is None or not share.is_share:
        return None
    tail = _scale_alone(tokens[part + 1 :])
    if tail is None:
        return None
    if tail != 1 and tokens[at - 1] in SCALE:  # one billion and a half million
        low = whole.low + share.low * tail
        return Numeral(low, None, share.step * tail, is_words=whole.is_words) if tail < SCALE[tokens[at - 1]] else None
    unit = Decimal(SCALE.get(tokens[at - 1]) or PLURAL.get(tokens[at - 1]) or 1)
    unit = unit if unit >= _THOUSAND else Decimal(1)
    low = (whole.low + share.low * unit) * tail
    return Numeral(low, None, share.step * unit * tail, is_words=whole.is_words)


def _spoken_decimal(tokens: list[str], point: int) -> Numeral | None:
    """As in "two point five million": digits one by one after the point, then a scale."""
    whole = _sum(tokens[:point])
    ends = next((i for i in range(point + 1, len(tokens)) if tokens[i] in SCALE), len(tokens))
    scale = _scale_alone(tokens[ends:]) or (None if tokens[ends:] else Decimal(1))
    digits = [SMALL.get(word, _TEN) for word in tokens[point + 1 : ends]]
    if whole is None or scale is None or not digits or any(digit >= _TEN for digit in digits):
        return None
    fraction = Decimal("0." + "".join(str(digit) for digit in digits))
    step = _TEN ** -len(digits) * scale
    return replace(whole, low=(whole.low + fraction) * scale, step=step)
