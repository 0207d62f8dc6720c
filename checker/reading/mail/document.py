"""A mail as one article: its subject is the title, its texts stand below, places are told by paragraph."""

import re
from collections.abc import Iterator, Mapping

from checker.language.lexicon import lexicon
from checker.reading.article import Draft, Locator, Section
from checker.reading.decoding import Decoded, UnreadableError
from checker.reading.mail.headers import Headers, words
from checker.reading.mail.structure import CUT_OFF, structure
from checker.reading.mail.text import texts

_BREAKS = "\n\n"
_FORWARDED = re.compile(r"(?i)^(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+")
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[ \t]*\S[^\n]*)*")
_ADDRESS = re.compile(r"@([\w.-]+\.[a-z]{2,})>?\s*$", re.IGNORECASE)
_NAME = re.compile(r'\s*"?([^"<]*?)"?\s*<')
_NAMES = lexicon("mail")
_SENDERS = frozenset(_NAMES["senders"])
_ANYBODY = frozenset(_NAMES["anybody"])
_MOST_NAMED = 3
_DOMAIN = 2  # labels of the shortest domain


def draft(content: bytes) -> tuple[Draft, Decoded, str]:
    """The article of a `.eml`, its places counted in the text as extracted; and what of it is lost, if anything.

    Raises:
        UnreadableError: it is no mail, broken or encrypted.

    """
    top, wrong = structure(content)
    wrong, lost = ("", wrong) if wrong == CUT_OFF else (wrong, "")
    found = texts(content, top)
    if not found.letters():
        raise UnreadableError(
            "; ".join(("no text in it", *list(found.warnings)[:_MOST_NAMED], *list(found.cut)[:_MOST_NAMED]))
        )
    subject = _FORWARDED.sub("", words(top.headers.get("subject", "")))
    pieces, sections = ([subject, _BREAKS], [(0, len(subject), "title")]) if subject else ([], [])
    length = sum(map(len, pieces))
    for one in found.drafts:
        kept = one.text.rstrip()
        sections += _moved(one.marked, length, len(kept))
        pieces += (kept, _BREAKS)
        length += len(kept) + len(_BREAKS)
    text = "".join(pieces)
    made = Draft(
        format="eml",
        text=text,
        offsets=(),
        title=subject or None,
        marked=tuple(sections),
        fields=dict(_facts(top.headers)),
        date_from="feed",
        warnings=tuple(dict.fromkeys((*([wrong] if wrong else ()), *found.warnings))),
        cut=tuple(found.cut),
        readable=len(text),
        locators=tuple(_locators(text, has_subject=bool(subject))),
    )
    return made, Decoded(text, next(iter(found.encodings), "utf-8"), "named in the file"), lost


def _moved(sections: tuple[Section, ...], by: int, length: int) -> Iterator[Section]:
    return ((start + by, min(end, length) + by, name) for start, end, name in sections if start < length)


def _locators(text: str, *, has_subject: bool) -> Iterator[Locator]:
    """Every paragraph by its number, the subject by its name; the first begins with the text."""
    for number, match in enumerate(_PARAGRAPH.finditer(text), int(not has_subject)):
        yield match.start() if number > int(not has_subject) else 0, f"paragraph {number}" if number else "subject"


def _facts(headers: Headers) -> Iterator[tuple[str, str]]:
    """What a mail says of itself: its day, who sent it, its language and id."""
    told: Mapping[str, str] = {
        "date": headers.get("date", ""),
        "outlet": _outlet(words(headers.get("from", ""))),
        "language": headers.get("content-language", "").partition(",")[0],
        "id": headers.get("message-id", "").strip("<> "),
    }
    return ((name, value) for name, value in told.items() if value)


def _outlet(sender: str) -> str:
    """The domain of the sender, without the machine that sends; of a mailbox that anybody may have, its name."""
    address, name = _ADDRESS.search(sender), _NAME.match(sender)
    labels = address.group(1).lower().split(".") if address else []
    while len(labels) > _DOMAIN and labels[0] in _SENDERS:
        labels = labels[1:]
    is_anybody = any(".".join(labels[n:]) in _ANYBODY for n in range(len(labels)))
    return (name.group(1) if name else "") if is_anybody or not labels else ".".join(labels)
