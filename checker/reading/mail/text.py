"""The words of a mail: of two forms of one text the web page, unless it holds less; then every other text in order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.reading.article import Draft, Section
from checker.reading.decoding import UnreadableError, decode_as
from checker.reading.html.characters import UNSEEN
from checker.reading.mail.headers import parameter, words
from checker.reading.mail.structure import MailPart
from checker.reading.mail.transfer import TRANSFERS
from checker.reading.records.words import html

_TEXTS = ("text/plain", "text/html")
_ENOUGH = 0.5  # share of the plain form's letters that the web page must hold to be read instead
_ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_FILES = re.compile(r"(?i)\.(?:docx?|pdf|odt|rtf|txt|html?|eml|xml)$|^winmail\.dat$")
_LINE_END = re.compile(r"\r\n?")
_QUOTED = re.compile(r"(?m)(?:^>[^\n]*+\n?)++")
_SIGNATURE = re.compile(r"(?m)^-- $")


@dataclass(slots=True)
class Words:
    """What was read of a mail's parts."""

    drafts: list[Draft] = field(default_factory=list)
    encodings: list[str] = field(default_factory=list)
    warnings: dict[str, None] = field(default_factory=dict)
    cut: dict[str, None] = field(default_factory=dict)

    def letters(self) -> int:
        """How many letters and digits."""
        return sum(sum(map(str.isalnum, draft.text)) for draft in self.drafts)

    def add(self, other: "Words") -> None:
        """Put what another holds behind it."""
        self.drafts += other.drafts
        self.encodings += other.encodings
        self.warnings |= other.warnings
        self.cut |= other.cut


def texts(content: bytes, part: MailPart) -> Words:
    """The words of a part and of the parts in it.

    Raises:
        UnreadableError: it is encrypted, or a text in it cannot be decoded.

    """
    if part.kind in _ENCRYPTED:
        raise UnreadableError("encrypted: save its text from a mail program that can open it")
    found = Words()
    if part.kind == "multipart/alternative":
        found.add(_chosen([texts(content, one) for one in part.parts], [_form(one) for one in part.parts]))
    elif part.parts:
        for one in part.parts:
            found.add(texts(content, one))
    elif part.is_attached or part.kind not in _TEXTS:
        _pass_over(found, part)
    else:
        _read(found, content, part)
    return found


def _form(part: MailPart) -> str:
    """Whether a form of a text is a web page, also where pictures go with it."""
    inside = [part]
    while inside:
        one = inside.pop()
        if one.kind == "text/html":
            return "text/html"
        inside += one.parts
    return "text/plain"


def _chosen(forms: list[Words], kinds: list[str]) -> Words:
    """The richest form that holds as much as the plain one; the others are named."""
    pages = [form for form, name in zip(forms, kinds, strict=True) if name == "text/html"]
    plain = [form for form, name in zip(forms, kinds, strict=True) if name != "text/html"]
    most = max((form.letters() for form in plain), default=0)
    found = next((form for form in reversed(pages) if form.letters() and form.letters() >= _ENOUGH * most), None)
    found = found or max(forms, key=Words.letters, default=Words())
    others = sum(form.letters() > 0 for form in forms if form is not found)
    if others:
        found.cut["the same text in another form"] = None
    return found


def _pass_over(found: Words, part: MailPart) -> None:
    """A file that goes with the mail: one that may hold an article is a warning."""
    size = part.end - part.start
    name = words(
        parameter(part.headers, "content-disposition", "filename") or parameter(part.headers, "content-type", "name")
    )
    told = f"attachment {name[:80]!r}" if name else f"a part of type {part.kind[:40]}"
    if _FILES.search(name) or (part.is_attached and part.kind in _TEXTS):
        found.warnings[f"{told} is not read: save it and check it too"] = None
    found.cut[f"{told}, {size:,} bytes"] = None


def _read(found: Words, content: bytes, part: MailPart) -> None:
    coding = part.headers.get("content-transfer-encoding", "").strip().lower()
    transfer = TRANSFERS.get(coding)
    if transfer is None:
        raise UnreadableError(f"a text in it is written as {coding[:40]!r}, which is not read: save its text")
    held, wrong = transfer(content[part.start : part.end])
    decoded = decode_as(held, parameter(part.headers, "content-type", "charset"))
    text = _LINE_END.sub("\n", decoded.text)
    draft = html(text) if part.kind == "text/html" else _plain(text)
    found.drafts.append(draft)
    found.encodings.append(decoded.encoding)
    found.cut |= dict.fromkeys(draft.cut)
    found.warnings |= dict.fromkeys((*([wrong] if wrong else ()), *decoded.warnings, *draft.warnings))


def _plain(text: str) -> Draft:
    """Plain words; what an earlier mail said, and the signature, are marked."""
    kept = text.translate(UNSEEN)
    return Draft("text", kept, (), marked=tuple(_furniture(kept)))


def _furniture(text: str) -> Iterator[Section]:
    signature = _SIGNATURE.search(text)
    end = signature.start() if signature else len(text)
    yield from ((match.start(), match.end(), "boilerplate") for match in _QUOTED.finditer(text, 0, end))
    if signature:
        yield end, len(text), "boilerplate"
