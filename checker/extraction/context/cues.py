"""The words that tell how a figure or a time is meant, by the word next to it; from the lexicon of cues."""

from functools import cache

from checker.language.lexicon import lexicon

# Those that phrases tell, in order of precedence.
ROLES = ("additional", "part", "per_unit", "average", "limit", "total", "target")


@cache
def phrases(role: str, side: str) -> dict[str, list[tuple[str, ...]]]:
    """Phrases of a role, longest first, by the word next to the figure."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted((tuple(p.split()) for p in lexicon("cues")["role"][role][side]), key=len, reverse=True):
        table.setdefault(phrase[-1 if side == "before" else 0], []).append(phrase)
    return table


@cache
def cue_words(side: str) -> dict[str, list[str]]:
    """The words next to a figure with which a phrase can begin or end, each with the roles of such phrases."""
    found: dict[str, list[str]] = {}
    for role in ROLES:
        for word in phrases(role, side):
            found.setdefault(word, []).append(role)
    return found


@cache
def time_cues() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Roles and phrases before a time, in order of precedence, by the word next to the time."""
    table: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for role in ("as_of", "deadline", "start", "end"):
        for cue in lexicon("cues")["times"][role]:
            phrase = tuple(cue.split())
            table.setdefault(phrase[-1], []).append((role, phrase))
    return table


@cache
def cumulative_words() -> frozenset[str]:
    """First words of the cues that a figure is a sum up to now."""
    return frozenset(cue.split()[0] for cue in lexicon("cues")["cumulative"]["near"])


@cache
def ways_behind() -> dict[str, str]:
    """Words behind a figure that tells a change, or by how much two differ, each with its way: up or down."""
    change = lexicon("cues")["change"]
    compared = {word: way for way, words in change["compared"].items() for word in words}
    return {word: ways()[word] for word in change["behind"]} | compared


@cache
def ways() -> dict[str, str]:
    """Words of change, each with its way: up or down."""
    table = lexicon("cues")["change"]
    ways = {word: way for way in ("up", "down") for word in table[way]}
    return {word: ways.get(word) or ways[word.rstrip("s")] for word in [*ways, *table["behind"]]}
