"""Two numbers against each other: scores and votes ("2-1", "52-48"), and parts of many ("one in four")."""

from decimal import Decimal

from checker.extraction import nouns
from checker.extraction.figures import Figure
from checker.language import hedges
from checker.language.lexicon import lexicon
from checker.language.patterns import pattern

DASHES = frozenset({"-", "–", "—", "−", "\u2011", " - ", " – ", " — ", "- ", " -", "to-", "/"})
_IN = frozenset({" in ", " out of ", " out of every ", " in every ", "-in-"})
_FEW = 10
# Above ten only round numbers stand for a whole of which a part is named.
_ROUND = frozenset({12, 15, 16, 20, 25, 30, 40, 50, 60, 75, 80, 100, 200, 250, 500, 1000, 2000, 5000, 10_000, 100_000})
_WHOLES = frozenset({3, 4, 5, 10, 20, 100, 1000})
_CLAUSE_OPENS = ("that", "but", "while", "when", "as", "if", "because", "where", "found", "says", "said", "say")
_SCORE_WORDS = frozenset(lexicon("counted")["score"]["words"])
_VOTES_TO = " votes to "  # "passed by 288 votes to 241"
_STANDS = (" down", " up", " ahead", " behind", " lead")  # "they were 2-0 down"
_REACH = 48  # characters around a score in which its word stands
_VOTING = frozenset(lexicon("counted")["score"]["voting"])
_PLAYED = frozenset(lexicon("counted")["score"]["played"])
_FAR = 120  # characters around a vote in which who decides stands
_ALL_DAY = (24, 7)
_THOUSAND = 1000
_VOTED = pattern(
    r"\b(?:vote|votes|voted|voting|passed|passes|ruled|ruling|approved|rejected|decision|beat|defeated|won|score)"
    r"(?: (?:it|him|her|them|was|is|of|by|a|the|bill|measure|motion|resolution|amendment|budget|treaty)){0,3} $",
    any_case=True,
)


def against(text: str, left: Figure, gap: str, right: Figure) -> Figure | None:
    """Two plain numbers that are a score ("won 2-1", "voted 52-48") or a ratio ("one in four", "9 out of 10")."""
    if not (left.is_plain and right.is_plain) or left.join or right.join or left.low is None or right.low is None:
        return None
    if not (left.high_closed and right.high_closed) or left.low != int(left.low) or right.low != int(right.low):
        return None
    is_told = gap in DASHES or (gap == " to " and left.low >= right.low and _is_voted(text, left))
    if gap == _VOTES_TO or (is_told and _is_score(text, left, right)):
        low, high = sorted((left.low, right.low))
        return left._replace(end=right.end, low=low, high=high, join="score", hedge="exact")
    if (
        gap in _IN
        and 0 < left.low < right.low
        and _is_whole(text, gap, right)
        and not _is_place_in(text, left, gap, right)
    ):
        share = left.low / right.low
        return left._replace(end=right.end, low=share, high=share, step=Decimal("0.01"), join="ratio")
    return None


def _is_score(text: str, left: Figure, right: Figure) -> bool:
    if looks_coded(left) or looks_coded(right) or not (left.number.is_digits and right.number.is_digits):
        return False
    if (
        (left.low or 0) >= _THOUSAND
        or (right.low or 0) >= _THOUSAND
        or text[right.end : right.end + 2].strip()[:1] in tuple("-–")
    ):
        return False
    if _is_record(text, left, right):
        return True
    if text[left.start - 1 : left.start] in tuple("-–"):
        return False
    if (left.low or 0) < (right.low or 0) and counts_plural(text, right):
        return False
    around = _plain(text[max(0, left.start - _REACH) : right.end + _REACH])
    is_told = any(word in _SCORE_WORDS for word in around) or text.startswith(_STANDS, right.end)
    return is_told or _is_voted(text, left) or _is_vote(text, left, right)


def _is_vote(text: str, left: Figure, right: Figure) -> bool:
    """As in "the council approved the plan [11-4]"; a range would rise, and a code stands behind its name or "the"."""
    before, pair = text[max(0, left.start - _FAR) : left.start], (int(left.low or 0), int(right.low or 0))
    last = before.rsplit(None, 1)[-1] if before.strip() else ""
    if pair[0] <= pair[1] or pair == _ALL_DAY or (last.isalpha() and (last[0].isupper() or last in _OF_CODES)):
        return False
    return tells_of_votes(text, left.start, right.end)


def tells_of_votes(text: str, start: int, end: int) -> bool:
    """Whether a word of deciding, and none of a match, stands in the sentence around, as far as is looked."""
    before = text[max(0, start - _FAR) : start].replace("\n", ".").rsplit(". ", 1)[-1]
    behind = text[end : end + _REACH].replace("\n", ".").split(". ", 1)[0]
    around = _plain(f"{before} {behind}")
    return not _VOTING.isdisjoint(around) and _PLAYED.isdisjoint(around)


def _plain(text: str) -> list[str]:
    return text.lower().replace(",", " ").replace(".", " ").split()


_OF_CODES = frozenset({"the", "a", "an", "its", "new", "old"})


def _is_voted(text: str, left: Figure) -> bool:
    """As in "passed 52 to 48", "a vote of 5 to 4"; "fell from 9 to 5" is a change."""
    return _VOTED.search(text[max(0, left.start - _REACH) : left.start]) is not None


def _is_record(text: str, left: Figure, right: Figure) -> bool:
    """Wins and losses of a team: "Creighton (25-7)"; a range would rise."""
    is_bracketed = text[max(0, left.start - 2) : left.start].endswith(("(", "( ")) and text[
        right.end : right.end + 2
    ].lstrip()[:1] in (")", ",")
    return is_bracketed and (left.low or 0) > (right.low or 0)


def counts_plural(text: str, right: Figure) -> bool:
    """Whether a plural behind the second number is counted: "10-15 shots", not "a 52-48 vote"."""
    found = nouns.counted(text[right.end : right.end + nouns.REACH], is_one=False, is_order=False)
    head = found[0].rsplit(None, 1)[-1].lower() if found else ""
    return head not in _SCORE_WORDS and nouns.is_plural(head)


def _is_whole(text: str, gap: str, right: Figure) -> bool:
    """Whether the second number is the whole of a ratio: a round one, or any in "a 1-in-63 chance"."""
    is_round = right.low is not None and (right.low <= _FEW or right.low in _ROUND)
    return is_round or gap == "-in-" or text.startswith(" chance", right.end)


def _is_place_in(text: str, left: Figure, gap: str, right: Figure) -> bool:
    """Whether "in" is of place or time, as behind a verb: "killed 3 in 10 villages", not "About 9 in 10 trains"."""
    if gap != " in " or left.low == 1 or left.number.numeral.is_words:
        return False
    return right.low not in _WHOLES or not _opens_clause(text, left.start)


def _opens_clause(text: str, start: int) -> bool:
    """Whether a figure, its hedge left out, begins a clause and so is told of, not in."""
    ahead = text[max(0, start - _REACH) : start]
    hedge = hedges.before(ahead)
    ahead = (ahead[: -hedge[1]] if hedge else ahead).rstrip(" \"'“‘(")
    return not ahead or ahead[-1] in ".!?:\n—" or ahead.endswith((" -", " –")) or ahead.split()[-1] in _CLAUSE_OPENS


def looks_coded(figure: Figure) -> bool:
    """Whether it is written with a leading zero: "0199"."""
    surface = figure.number.surface
    return surface[0] == "0" and surface[1:2].isdigit()
