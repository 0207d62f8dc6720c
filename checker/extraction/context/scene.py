"""A scene: one mention with all that its context may look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.extraction.context.view import View, view
from checker.extraction.mention import Mention
from checker.extraction.page import Page
from checker.extraction.sentences import Sentence


@dataclass(eq=False)  # not frozen: a frozen one takes five times as long to make
class Scene:
    """One mention in its sentence, among all mentions of its page (in order of place)."""

    page: Page
    sentence: Sentence
    mention: Mention
    mentions: Sequence[Mention]
    index: int  # of `mention` in `mentions`

    @cached_property
    def view(self) -> View:
        """The mention among the words of its sentence; what restates it in brackets is part of it."""
        return view(self.sentence, self.mention, self._end())

    def _end(self) -> int:
        """Where the figure ends, or the bracket behind it that gives it in another unit."""
        end, mentions, behind = self.mention.end, self.mentions, self.index + 1
        if behind == len(mentions) or mentions[behind].converts_at != self.mention.start:
            return end
        while behind < len(mentions) and mentions[behind].converts_at == self.mention.start:
            end, behind = mentions[behind].end, behind + 1
        return end + 1 if self.page.text[end : end + 1] == ")" else end
