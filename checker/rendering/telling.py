"""The message of a finding for readers: sources under the names that reports give them, nothing said twice."""

from checker.rendering.escape import one_line
from checker.rendering.rows import Row
from checker.rendering.titles import title
from checker.rendering.view import Finding, View

_NAMED = 3  # names that a message tells of what it is about
_BARE = ("count", "percent", "age", "rank", "score")  # kinds whose figure alone is the whole value


def told_message(finding: Finding, shown: View) -> str:
    """The message with the names of documents in the place of their paths, and without values that repeat a quote."""
    told = _retitled(str(finding.row["message"]), finding)
    for claim in sorted(finding.claims, key=lambda one: -len(one["path"])):
        if claim["outlet"] is None:
            for end in " ,":
                told = told.replace(f"{claim['path']}{end}", f"{shown.spoken[claim['document']]}{end}")
        told = _once(told, claim)
    return told if finding.is_across else _of_one(told, finding.claims[0], shown)


def _of_one(message: str, claim: Row, shown: View) -> str:
    """The message of one document that says a thing in two places, its name once: "Post says “38” twice: ..."."""
    who = claim["outlet"] or shown.spoken[claim["document"]]
    before, says, rest = message.partition(f"{who} says ")
    first, both, second = rest.partition(f" and {who} says ")
    if not both:
        return message
    if second.startswith(first):
        return f"{before}{says}{first} twice{second.removeprefix(first)}"
    return f"{before}{says}{first} and {second}"


def _retitled(message: str, finding: Finding) -> str:
    """The message with the title of the fact in the place of the bare words that matching goes by."""
    about = next((told for told in map(_about, finding.claims) if message.startswith(f"{told} ")), None)
    return title(finding.fact).words + message[len(about) - 1 :] if about else message


def _about(claim: Row) -> str:
    """How a message begins that speaks of this claim."""
    names = ", ".join((claim["entities"] or [])[:_NAMED])
    return one_line(f"On {claim['measure'] or 'the figure'}{f' ({names})' if names else ''}:")


def _once(message: str, claim: Row) -> str:
    """Without the value in brackets behind a quote that says it: “6.4” (6.4 earthquakes), “13%” (13 percent)."""
    opening = f"“{claim['text']}” ("
    start = message.find(opening)
    end = message.find(")", start)
    if start < 0 or end < 0:
        return message
    value = message[start + len(opening) : end]
    if not _is_said(claim, value):
        return message
    return _once(message[: start + len(opening) - 2] + message[end + 1 :], claim)


def _is_said(claim: Row, value: str) -> bool:
    if claim["text"] == value:
        return True
    return claim["kind"] in _BARE and claim["text"].rstrip("%") == value.partition(" ")[0]
