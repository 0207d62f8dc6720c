"""Who gives which value: the claims of one finding by what they say, and in each what the others do not say."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.rendering.differing import Spans, differing
from checker.rendering.escape import visible
from checker.rendering.facts import worded
from checker.rendering.rows import Row
from checker.rendering.view import AGREEING, Finding


@dataclass(frozen=True, slots=True)
class Camp:
    """The claims that give one value."""

    words: str  # the value
    claims: tuple[Row, ...]
    against: Row | None  # a claim that gives another value; None where nobody contradicts
    other: str = ""  # that value in words

    @property
    def differs(self) -> Spans:
        """Places in the value's words that the other value differs in."""
        return differing(visible(self.words), visible(self.other)) if self.other else ()

    def marked(self, claim: Row) -> Spans:
        """Places in the claim's figure, as it is shown, that the other value differs in."""
        if self.against is None:
            return ()
        return differing(shown_figure(claim), shown_figure(self.against))


def shown_figure(claim: Row) -> str:
    """The words of a claim's figure as reports show them."""
    return visible(" ".join(claim["text"].split()))


def camps(finding: Finding, claims: Sequence[Row]) -> list[Camp]:
    """The values of a finding in the order of `claims`, which are its own, each with those who give it."""
    told: dict[str, list[Row]] = {}
    for words, claim in worded(claims):
        told.setdefault(words, []).append(claim)
    words_of = {claim["id"]: words for words, members in told.items() for claim in members}
    found = []
    for words, members in told.items():
        against = _against(finding, members)
        found.append(Camp(words, tuple(members), against, words_of[against["id"]] if against else ""))
    return found


def _against(finding: Finding, members: Sequence[Row]) -> Row | None:
    """The claim that a camp is held against: the primary one, or for its own camp the first that differs from it."""
    if finding.row["verdict"] in AGREEING or finding.is_reckoned:
        return None
    primary, *others = finding.claims
    own = {claim["id"] for claim in members}
    return primary if primary["id"] not in own else next((one for one in others if one["id"] not in own), None)
