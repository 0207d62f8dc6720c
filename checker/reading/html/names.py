"""Elements by what they mean for reading, and the names that tell what stands around an article."""

from collections.abc import Mapping

from checker.language.lexicon import lexicon

_NAMES = lexicon("html")


def _set(name: str) -> frozenset[str]:
    return frozenset(_NAMES[name])


VOID = _set("void")
RAW = _set("raw")
TAKES_THE_REST = _set("takes_the_rest")
BLOCK = _set("block")
CELLS = _set("cells")
UNSEEN = _set("unseen")
AROUND = _set("around")
OUTSIDE = _set("outside")
AROUND_ROLES = _set("around_roles")
AROUND_WORDS = _set("around_words")
ROOTS = _set("roots")
WHOLE = _set("whole")
UNSEEN_CLASSES = _set("unseen_classes")
CAPTIONS = _set("captions")
CAPTION_WORDS = _set("caption_words")
ARTICLES = _set("articles")
METAS: Mapping[str, str] = _NAMES["meta"]

# What an element ends when it begins, as long as only elements of a line stand between.
ENDED_BY = {
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "tr": frozenset(("tr",)),
    "td": CELLS,
    "th": CELLS,
    "a": frozenset(("a",)),
}
