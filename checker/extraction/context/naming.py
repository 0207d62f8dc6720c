"""The names of a page: runs of capitalised words, cut at titles, with what they are likely to name."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from checker.extraction.context.makes import is_day, is_make, opens_doing
from checker.extraction.head import dateline
from checker.extraction.page import Page
from checker.language import names
from checker.language.lexicon import lexicon
from checker.language.numerals import TENS
from checker.language.patterns import pattern

# Capitals of the scripts that have them; Latin, Greek, Cyrillic, Armenian.
_CAPITALS = "".join(c for c in map(chr, (*range(0x590), *range(0x1E00, 0x2000))) if unicodedata.category(c) == "Lu")
_WORD = rf"[{_CAPITALS}](?:[^\W_]|[’'&‑.-])*"
_PARTICLES = " & | of the | of | for | de la | de | la | van der | van | von | bin | ibn | al | del | da | dos | ben "
# Linear in `re`, and faster there than one call a match: a link begins with white space, which no word holds.
_RUN = re.compile(rf"{_WORD}(?:(?:{_PARTICLES}|[ \xa0\n]){_WORD})*")
_NICKNAME = re.compile(r" [\"“‘'][\w.’' -]{2,24}[\"”’'] (?=[^\W\d_])")
_AGE = pattern(r", (?:age |aged )?[0-9]{1,2}(?:[,;.)]|$| of | from )")  # names with ages are lists, not headlines
_SURNAMES = (
    *("King", "Prince", "Bishop", "Pope", "Judge", "Justice", "Major", "Cardinal", "Sheikh", "Queen", "Marine"),
    *("Private", "Father", "Lord", "Class"),
)
_OFFICES = (
    *("Sheriff", "Coroner", "Attorney", "Prosecutor", "Governor", "Mayor", "Children", "Women", "Men", "People"),
    "Veterans",
)
_FIRST_NAMES = ("April", "June", "May")
_SUFFIXES = ("Jr", "Sr", "II", "III", "IV")
_LINKS_OF_ORGANISATIONS = ("of", "for", "the")
_LOOK = 20_000  # characters searched for a word in lower case
_HEADLINE_SHARE = 0.6  # share of capitalised words from which a line is set as a headline
_HEADLINE_LEAST = 4
_LONGEST_IN_HEADLINE = 4
_CACHED = 4096  # runs remembered; a text says its names again and again
_SIGNS = ("$", "£", "€")
Span = tuple[int, int, str, bool]  # start, end, name, and whether its form alone makes it one


class Name(NamedTuple):
    """One name where it stands; offsets are characters of the page's text."""

    start: int
    end: int
    text: str  # as written, without titles, possessive and full stop
    full: str  # the fullest form the page gives, in canonical spelling
    sort: str  # person, place, organisation, adjective or other


@dataclass(frozen=True, slots=True)
class Names:
    """All names of a page in order of place."""

    all: tuple[Name, ...]
    starts: tuple[int, ...]

    def between(self, start: int, end: int) -> Sequence[Name]:
        """The names that begin between two places."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


@lru_cache(maxsize=2)
def names_of(page: Page) -> Names:
    """The names of a page, short forms resolved to a full name that stands earlier (or in the text at all)."""
    raw: list[Span] = []
    for sentence in page.sentences:
        raw += _raw(page, sentence.start, sentence.text)
    raw = _with_nicknames(page.text, raw)
    known = {text for _, _, text, is_sure in raw if is_sure}
    parts = known.union(*map(_short_forms, known))
    kept = _apart([span for span in raw if span[3] or span[2] in parts or _is_listed(span[2])])
    texts = dict.fromkeys([span[2] for span in kept])
    fuller: dict[str, tuple[str, ...]] = {}
    for text in texts:
        for part in _short_forms(text):
            fuller[part] = (*fuller.get(part, ()), text)
    told = {text: _told(text, fuller.get(text.rsplit(maxsplit=1)[-1], ())) for text in texts}
    return names_in([Name(start, end, text, *told[text]) for start, end, text, _ in kept])


@lru_cache(maxsize=_CACHED)
def _short_forms(text: str) -> frozenset[str]:
    """What a full name is shortened to: a person's first or last word, a company's first."""
    words = text.split()
    if names.is_person(text):
        return frozenset({words[0], words[-1]})
    return frozenset({words[0]}) if names.is_company(text) else frozenset()


def names_in(found: Sequence[Name]) -> Names:
    """Names, in order of place, among which one may look for those between two places."""
    return Names(tuple(found), tuple([name.start for name in found]))


def _with_nicknames(text: str, raw: list[Span]) -> list[Span]:
    """The spans, with one for each name around a nickname: 'Ivan "Vanya" Lopez' names Ivan Lopez."""
    nicknames = [match.span() for match in _NICKNAME.finditer(text)]
    if not nicknames:
        return raw
    before, behind = {span[1]: span for span in raw}, {span[0]: span for span in reversed(raw)}
    pairs = [(before[start], behind[end]) for start, end in nicknames if start in before and end in behind]
    joined = [
        (first[0], last[1], f"{first[2]} {last[2]}", True)
        for first, last in pairs
        if _may_be_personal(first[2]) and _may_be_personal(last[2])
    ]
    return sorted([*raw, *joined], key=lambda span: (span[0], -span[1]))


def _may_be_personal(text: str) -> bool:
    return not names.is_listed_place(names.canonical(text)) and not names.is_organisation(text)


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Spans that do not overlap; the first keeps its place."""
    kept: list[Span] = []
    end = 0
    for span in spans:
        if span[0] >= end:
            kept.append(span)
            end = span[1]
    return kept


@lru_cache(maxsize=_CACHED)
def _told(text: str, fuller: tuple[str, ...]) -> tuple[str, str]:
    """The fullest form of a name, of those given that it may shorten, and its sort."""
    place = names.place_of_adjective(text)
    if place:
        return names.canonical(place), "adjective"
    canonical = names.canonical(text)
    if names.is_place(canonical):
        return canonical, "place"
    full = names.canonical(names.resolved(text, fuller)) if canonical == text else canonical
    return full, _sort(full)


def _sort(full: str) -> str:
    if names.is_organisation(full):
        return "organisation"
    return "person" if names.is_person(full) else "other"


@lru_cache(maxsize=_CACHED)
def _is_listed(text: str) -> bool:
    """Whether a capitalised word is a name wherever it stands, also at the head of a sentence or in a headline."""
    canonical = names.canonical(text)
    return canonical != text or names.is_place(canonical) or bool(names.place_of_adjective(text))


def _raw(page: Page, base: int, text: str) -> list[Span]:
    """Spans of names in one sentence, and whether the form alone makes them sure."""
    found: list[Span] = []
    is_headline, is_head, head = _is_headline(text), True, dateline(page)
    begins = head.end if head else -1  # where the report goes on behind its dateline
    for match in _RUN.finditer(text):
        place, run = match.start(), match.group()
        is_head = base + place == begins or (is_head and not any(map(str.isalnum, text[:place])))
        for start, end, name, is_formed in (
            _of_headline(run) if is_headline else _at_head(page, run) if is_head else _of_run(run)
        ):
            is_name = text[place + end : place + end + 1] not in _SIGNS  # "US$5"
            if is_name and not (is_day(name) or is_make(text, place + start, place + end)):
                is_sure = is_formed or _is_owner(name, text[place + end :])
                seat = _SEATED.match(name)  # "[Texas-based] EDS"
                own = seat.end() if seat and text[place + start : place + end] == name else 0
                found.append((base + place + start + own, base + place + end, name[own:], is_sure))
        is_head = False
    return found


_SEATED = pattern(r"(?:[\pL.’'-]+ ){0,2}[\pL.’'-]+-(?:based|born|led|listed|owned|backed|run|made|registered) ")


def _is_owner(name: str, behind: str) -> bool:
    """Whether the head of a sentence does what only a body of its own does: "Acme [employs] 500 people"."""
    word = behind.split(maxsplit=1)[:1]
    is_told = (bool(word) and word[0] in _owning()) or behind.startswith(_APPOSED) or _BESIDE.match(behind)
    return bool(is_told) and not name.endswith(_ABSTRACT)


_APPOSED = (", which ", ", founded in ", ", based in ", ", a unit of ", ", owned by ", ", headquartered in ")


_BESIDE = pattern(r", (?:the )?(?:\p{Lu}[\pL.]+ ?)+['’]s? [\p{Ll}]")  # "Tesco[, Britain's] biggest supermarket"

_ABSTRACT = (
    "s",
    "ism",
    "ly",
    "ing",
    "ment",
    "tion",
    "ture",
    "try",
    "ity",
    "ance",
    "ence",
    "ship",
    "body",
    "one",
    "side",
)


@lru_cache(maxsize=_CACHED)
def _of_run(run: str) -> tuple[Span, ...]:
    """Spans of names in a run inside a sentence; offsets are characters of the run."""
    groups = (_trimmed(words) for words in _groups(run))
    return tuple(span for words in groups for span in _span(words, is_sure=True))


def _at_head(page: Page, run: str) -> list[Span]:
    """Spans of names in a run that opens its sentence, whose first word may be capitalised for that alone."""
    found: list[Span] = []
    for words in _groups(run) if run not in _nameless() else ():
        is_first = words[0][0] == 0
        kept = _trimmed(words[opens_doing(words) if is_first else 0 :], page if is_first else None)
        found += _span(kept, is_sure=len(kept) != 1 or kept[0][0] > 0)
    return found


@lru_cache(maxsize=_CACHED)
def _of_headline(run: str) -> tuple[Span, ...]:
    """Spans that may be names in a headline, where all words are capitalised: all parts, longest first."""
    return tuple(
        span
        for words in _groups(run)
        for first in range(len(words))
        for stop in range(min(first + _LONGEST_IN_HEADLINE, len(words)), first, -1)
        for span in _span(words[first:stop], is_sure=False)
    )


def _is_headline(text: str) -> bool:
    if text.isupper():
        return True
    if text.endswith(".") or _AGE.search(text) is not None:
        return False
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]  # noqa: PLR2004 - short words stay small
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _HEADLINE_LEAST and capitals >= _HEADLINE_SHARE * len(words)


@lru_cache(maxsize=_CACHED)
def _groups(run: str) -> tuple[list[tuple[int, str]], ...]:
    if len(run.split(maxsplit=1)) > 1:
        return tuple(_cut(run))
    return () if names.is_title(run.rstrip(".")) else ([(0, run)],)


def _cut(run: str) -> Iterator[list[tuple[int, str]]]:
    """The words of a run, cut after a possessive, after a full stop that ends a sentence, and around titles."""
    group: list[tuple[int, str]] = []
    for place, word in _pieces(run):
        bare = word.rstrip(".")
        is_surname = bare in _SURNAMES and len(group) > 0 and not _goes_on(run, place + len(word))
        if names.is_title(bare) and not is_surname and not _is_organisation_ahead(run, place + len(word)):
            yield from _closed(group)
            group = []
            continue
        group.append((place, word))
        if _is_cut(word) and not (word[:-2] in _OFFICES and _is_organisation_ahead(run, place + len(word))):
            yield from _closed(group)
            group = []
    yield from _closed(group)


def _pieces(run: str) -> Iterator[tuple[int, str]]:
    """The words of a run with their places in it."""
    place = 0
    for word in run.split():
        place = run.index(word, place)
        yield place, word
        place += len(word)


def _goes_on(run: str, place: int) -> bool:
    """Whether another word of a name follows, a suffix aside."""
    following = run[place:].split(maxsplit=1)
    return bool(following) and following[0].rstrip(".") not in _SUFFIXES and following[0][0].isupper()


def _is_organisation_ahead(run: str, place: int) -> bool:
    """Whether the word after a title word makes both one organisation ("State Department", "Security Council")."""
    following = run[place:].split(maxsplit=1)
    return bool(following) and (names.is_organisation(following[0]) or names.is_place(f"X {following[0]}"))


@lru_cache(maxsize=_CACHED)
def _is_cut(word: str) -> bool:
    if names.without_possessive(word) != word:
        return True
    if not word.endswith("."):
        return False
    bare = word.rstrip(".")
    return len(bare) > 1 and "." not in bare and bare not in _SUFFIXES and bare not in ("St", "Ft", "Mt")


def _closed(group: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """The group without small words at its ends, cut at `of` unless an organisation or a place stands before it."""
    while group and not group[-1][1][0].isupper():
        group = group[:-1]
    while group and not group[0][1][0].isupper():
        group = group[1:]
    for place, (_, word) in enumerate(group):
        before = " ".join(w for _, w in group[:place])
        is_linked = names.is_organisation(before) and not names.is_company(before)
        if word in _LINKS_OF_ORGANISATIONS and not is_linked and not _is_known(group):
            yield from _closed(group[:place])
            yield from _closed(group[place:])
            return
    if group:
        yield group


def _is_known(group: list[tuple[int, str]]) -> bool:
    name = " ".join(word for _, word in group)
    return names.canonical(name) != name or names.is_listed_place(name)


def _span(words: list[tuple[int, str]], *, is_sure: bool) -> tuple[Span, ...]:
    if not words:
        return ()
    text = names.without_possessive(" ".join([word for _, word in words]))
    last = text.rsplit(maxsplit=1)[-1] if text else ""
    text = text if "." in last[:-1] else text.rstrip(".")
    is_name = len(text) > 1 and text not in _SUFFIXES
    return ((words[0][0], words[0][0] + len(text), text, is_sure),) if is_name else ()


def _trimmed(words: list[tuple[int, str]], page: Page | None = None) -> list[tuple[int, str]]:
    """Without words at either end that are capitalised for another reason; of a head's words the page tells more."""
    if len(words) > 1 and _is_known(words):  # "Liberal Democrats"
        return words
    while words and _is_no_name(words[-1][1]):
        words = words[:-1]
    while words and (
        (_is_no_name(words[0][1]) and not _is_first_name(words))
        or words[0][1] in _starters()
        or _is_spelled_number(words[0][1])
        or (page and _is_opener(page, words[0][1]))
    ):
        words, page = words[1:], None
    return words


def _is_first_name(words: list[tuple[int, str]]) -> bool:
    """Whether a month's name begins a person's."""
    return words[0][1] in _FIRST_NAMES and len(words) > 1 and words[1][1][0].isupper()


@lru_cache(maxsize=_CACHED)
def _is_spelled_number(word: str) -> bool:
    """As in "Twenty-one", "Seventeen-year-old": no name though a capital begins it."""
    first, hyphen, _ = word.partition("-")
    return bool(hyphen) and (first.lower() in TENS or word.lower().endswith("-old"))


@lru_cache(maxsize=_CACHED)
def _is_no_name(word: str) -> bool:
    bare = names.without_possessive(word)  # "Friday's winner"
    return names.is_common(word) or names.is_common(bare.rstrip(".'’")) or not word[0].isalpha()


def _is_opener(page: Page, word: str) -> bool:
    """Whether the first word of a sentence is capitalised only for being first."""
    return f" {word.lower()} " in page.text[:_LOOK]


@cache
def _nameless() -> frozenset[str]:
    """Words that alone, in running text, are no name: at the head of a sentence, common, or titles."""
    words: Mapping[str, list[str]] = lexicon("names")["words"]
    return _starters() | frozenset(words["common"]) | frozenset(words["titles"])


@cache
def _owning() -> frozenset[str]:
    return frozenset(lexicon("names")["words"]["owning"])


@cache
def _starters() -> frozenset[str]:
    return frozenset(lexicon("abbreviations")["starters"])
