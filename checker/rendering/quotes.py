"""A claim's words inside its sentence, cut to a length."""

from checker.rendering.rows import Row

MORE = "…"


def quote(claim: Row, longest: int) -> tuple[str, str, str]:
    """What stands before the figure, the figure, and what follows it, together at most about `longest` characters."""
    sentence, figure = claim["sentence"], claim["text"]
    at = _place(sentence, figure, claim["at"])
    if at < 0:
        return "", figure, ""
    before, after = sentence[:at], sentence[at + len(figure) :]
    left, right = cut(before, after, max(longest - len(figure), 0))
    return MORE * (left != before) + left, figure, right + MORE * (right != after)


def cut(before: str, after: str, room: int) -> tuple[str, str]:
    """The end of what stands before a figure and the start of what follows it, cut at blanks to fit into `room`."""
    left = min(len(before), max(room // 2, room - len(after)))
    return _tail(before, left), _head(after, max(room - left, 0))


def _place(sentence: str, figure: str, at: int) -> int:
    return at if sentence[at : at + len(figure)] == figure else sentence.find(figure)


def _tail(text: str, most: int) -> str:
    """The end of a text, cut at a blank."""
    if len(text) <= most:
        return text
    end = text[len(text) - most :]
    return end.partition(" ")[2] or end


def _head(text: str, most: int) -> str:
    """The start of a text, cut at a blank."""
    if len(text) <= most:
        return text
    start = text[:most]
    return start.rpartition(" ")[0] or start
