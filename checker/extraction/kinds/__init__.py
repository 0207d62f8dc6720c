"""The kinds of claim, one file each; the order of the table is their precedence where spans meet."""

from collections.abc import Callable, Iterable, Mapping

from checker.extraction.kinds import age, count, date, duration, measure, money, percent, rank, ratio, score, set, time
from checker.extraction.mention import Mention
from checker.extraction.page import Page

Find = Callable[[Page], Iterable[Mention]]

# name -> how to find its mentions. A kind earlier in the table keeps a span that a later one wants too.
KINDS: Mapping[str, Find] = {
    "age": age.find,
    "date": date.find,
    "time": time.find,
    "set": set.find,
    "duration": duration.find,
    "money": money.find,
    "percent": percent.find,
    "score": score.find,
    "ratio": ratio.find,
    "rank": rank.find,
    "measure": measure.find,
    "count": count.find,
}


def mentions(page: Page) -> list[Mention]:
    """All mentions of a page in order of place; no two overlap."""
    taken = bytearray(len(page.text))
    kept: list[Mention] = []
    for find in KINDS.values():
        for mention in find(page):
            if not any(taken[mention.start : mention.end]):
                taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
                kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)
