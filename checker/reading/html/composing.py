"""The article's lines as one text, with the map back to the page."""

from collections.abc import Iterable

from checker.reading.html.characters import Atom, atoms
from checker.reading.html.heading import document_title
from checker.reading.html.outline import Line, Page
from checker.values.offsets import OffsetBuilder

_ENDS = (" | ", " - ", " – ", " — ", " :: ")  # what divides a page's title from the name of the outlet


class Composer:
    """Builds the text line by line and notes its sections."""

    def __init__(self) -> None:
        self.builder = OffsetBuilder()
        self.sections: list[tuple[int, int, str]] = []  # over the text
        self._end = 0  # of the last line in the original

    def add(self, line: Line, section: str) -> None:
        """Keep a line; a line's end or an empty line stands for the tags before it."""
        if self.builder.length:
            self.builder.keep(line.breaks, self._end)
        self._keep(line.atoms, section)

    def add_title(self, page: Page) -> str:
        """Keep the words of <title>, without the outlet's name behind a bar, as the article's title; returns them."""
        if page.title is None:
            return ""
        start, end = page.title
        shown = document_title(page)
        cut = min((place for mark in _ENDS if (place := page.source.text.rfind(mark, start, end)) > 0), default=end)
        words = page.source.text[start:cut]
        begin = start + len(words) - len(words.lstrip())
        self._keep((atoms(page.source.text, begin, begin + len(words.strip()))), "title")
        return self.builder.text or shown

    def title(self) -> str:
        """The words kept as title."""
        return next((self.builder.text[start:end] for start, end, name in self.sections if name == "title"), "")

    def _keep(self, kept: Iterable[Atom], section: str) -> None:
        start = self.builder.length
        for words, place, end in kept:
            if end - place == len(words):
                self.builder.keep(words, place)
            else:
                self.builder.mean(words, place, end)
            self._end = end
        if section != "body":
            self.sections.append((start, self.builder.length, section))
