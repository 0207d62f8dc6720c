"""Why claims are thought to be about one fact, in plain English: from the words of features and doubts."""

import re
from collections.abc import Callable, Iterable, Mapping

# The role that two claims share -> what that means; roles that say nothing by themselves are left out.
_ROLES: Mapping[str, str] = {
    "target": "both are wanted or planned",
    "limit": "both are a limit",
    "change by": "both tell by how much it changed",
    "change to": "both tell where a change led",
    "from value": "both are the value before a change",
    "cumulative": "both count everything so far",
    "additional": "both come on top of another figure",
    "total": "both are a total",
    "part": "both are part of a whole",
    "share": "both are a share",
    "average": "both are an average",
    "date of event": "both tell when it happened",
    "start": "both tell when it began",
    "end": "both tell when it ends",
    "deadline": "both tell a deadline",
    "offset": "both tell how long before or after",
}
_SILENT_ROLES = ("level", "age", "rank", "per unit", "duration", "period", "as of", "published")
_ALL_ROLES = (*_ROLES, *_SILENT_ROLES)

# What is said without anything put in.
_WHOLE: Mapping[str, str] = {
    "the same value": "",
    "the same particular value": "so particular a figure is hardly the same by chance",
    "the same period": "both cover the same time",
    "one period within the other": "the time that one covers lies within the other's",
    "title and body of one article": "one stands in the headline, the other in the text below it",
    "one fact only through other claims": "a third claim links them",
    "no name in common": "they name nobody and no place in common",
    "sentences share no telling word": "",
    "events share no word": "",
    "the digits of one value are those of the other, in another order or place": "",  # told as how far apart they are
    "the text itself binds them": "the text itself gives them as one",
    **{f"both {role}": words for role, words in _ROLES.items()},
    **{f"both {role}": "" for role in _SILENT_ROLES},
}

_QUOTED = r"""(?:'([^']*)'|"([^"]*)")"""
_MOST_WORDS = 4  # names and words told of one ground
_ENOUGH = 3  # grounds beside which nobody needs to know what words two sentences share
_LISTING = ("events share ", "sentences share ", "both from ")


def _named(words: str) -> list[str]:
    """The names of a list; figures that the articles share beside them ("price 1900000000") are told elsewhere."""
    return [word for word in words.split(", ") if word and not word[-1].isdigit()]


def _listed(words: Iterable[str]) -> str:
    told = list(words)[:_MOST_WORDS]
    return " and ".join([", ".join(told[:-1]), told[-1]]) if len(told) > 1 else "".join(told)


def _event(found: "re.Match[str]") -> str:
    names = _named(found[1])
    figures = len(found[1].split(", ")) - len(names)
    beside = f"{figures} other figure{'s' * (figures > 1)}" if figures else ""
    shared = _listed(names)
    told = " and ".join(part for part in (shared and f"speak of {shared}", beside and f"agree on {beside}") if part)
    return f"both articles {told}" if told else ""


def _alike(found: "re.Match[str]") -> str:
    one, other = found[1] or found[2], found[3] or found[4]
    return f"both give “{one}”" if one == other else f"“{one}” and “{other}” name one thing"


def _pieces(form: str) -> Callable[["re.Match[str]"], str]:
    """Puts the words that were found into a form; of two quotations each is in one group or the next."""

    def told(found: "re.Match[str]") -> str:
        return form.format(*(words for words in found.groups() if words is not None))

    return told


# Tried in this order on what `_WHOLE` does not hold.
_FORMS: tuple[tuple["re.Pattern[str]", Callable[["re.Match[str]"], str]], ...] = tuple(
    (re.compile(form), told)
    for form, told in (
        (r"events share (.*)", _event),
        (r"sentences share (.*)", lambda found: f"the sentences have {_quoted(found[1])} in common"),
        (rf"measures alike: {_QUOTED}, {_QUOTED}", _alike),
        (rf"measures not alike: {_QUOTED}, {_QUOTED}", _pieces("one speaks of “{}”, the other of “{}”")),
        (rf"what is counted is vague: {_QUOTED}, {_QUOTED}", _pieces("what is counted is told loosely: “{}”, “{}”")),
        (rf"both are about ([^:]*): {_QUOTED}, {_QUOTED}", _pieces("“{1}” and “{2}” are both about {0}")),
        (r"both are about (.*)", _pieces("both are about {}")),
        (r"both count (.*)", _pieces("both give “{}”")),
        (r"both about (.*)", lambda found: f"both name {_listed(found[1].split(', '))}"),
        (r"both in (.*)", _pieces("both are set in {}")),
        (r"the age of (.*)", _pieces("both tell the age of {}")),
        (rf"(?:{'|'.join(_ALL_ROLES)}) and (?:{'|'.join(_ALL_ROLES)})", lambda _: ""),
        (r"both from (.*)", _pieces("both cite {}")),
        (r"from (.*) and from (.*)", _pieces("one cites {}, the other {}")),
    )
)


def _quoted(words: str) -> str:
    return _listed([f"“{word}”" for word in words.split(", ")[:_MOST_WORDS]])


def plain(reason: str, spelling: Mapping[str, str] | None = None) -> str:
    """One reason in plain English; empty where it tells an editor nothing.

    Args:
        reason: as a pair or a finding holds it.
        spelling: names in lower case, as reasons have some of them, with the capitals that articles give them.

    """
    if reason in _WHOLE:
        return _WHOLE[reason]
    for form, told in _FORMS:
        if found := form.fullmatch(_spelt(reason, spelling or {})):
            return told(found)
    return reason


def one_fact(reasons: Iterable[str], spelling: Mapping[str, str] | None = None) -> str:
    """Why the claims are thought to be about one fact, as one sentence without its full stop; empty for no reason.

    The wording is told only where little else binds them.
    """
    told = {plain(reason, spelling): reason.startswith("sentences ") for reason in reasons}
    told.pop("", None)
    kept = [words for words, is_wording in told.items() if not is_wording or len(told) <= _ENOUGH]
    said = "; ".join(kept)
    return said[:1].upper() + said[1:]


def _spelt(reason: str, spelling: Mapping[str, str]) -> str:
    """The reason with its names as the articles write them."""
    opening = next((words for words in _LISTING if reason.startswith(words)), None)
    if opening is None:
        return reason
    return opening + ", ".join(spelling.get(word, word) for word in reason[len(opening) :].split(", "))
