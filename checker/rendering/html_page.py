"""The HTML report: one file that loads nothing, from `reports/templates/html`, for browsers with or without scripts."""

from collections.abc import Mapping

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from checker import __version__
from checker.rendering.answer import beside, headline
from checker.rendering.escape import script_json
from checker.rendering.page.assets import policy, script, style
from checker.rendering.page.records import REFERENCE, pieces, quoted, records, shown_words
from checker.rendering.rows import Row
from checker.rendering.view import View, view
from checker.rendering.words import count_words
from checker.resources import shipped
from checker.tables import Tables

_STATIC = 200  # findings that stand in the page; the script builds the others from the records
_OPEN = 3  # quotes of one value that are shown at once; the others are folded

# Verdict -> sign, word, the word for several, and what it means.
SIGNS: Mapping[str, tuple[str, str, str, str]] = {
    "discrepancy": ("≠", "Discrepancy", "discrepancies", "two sources cannot both be right"),
    "update": ("↗", "Update", "updates", "the figure moved, and the texts show which is later"),
    "attributed": ("”", "Attributed", "attributed", "two named speakers differ, and the texts say so"),
    "agreement": ("=", "Agreement", "agreements", "all say the same"),
    "compatible": ("≈", "Compatible", "compatible", "rounded, converted or less exact, but not in conflict"),
    "undecided": ("?", "Undecided", "undecided", "not sure enough to be called one fact"),
}
_GROUPS: Mapping[str, str] = {
    "discrepancy": "Discrepancies",
    "update": "Updates and attributed differences",
    "agreement-across": "Agreements between sources",
    "agreement-inside": "Told alike inside one document",
    "undecided": "Not decided",
}


def render(tables: Tables) -> str:
    """The whole report as one page of HTML."""
    shown = view(tables)
    told = records(shown)
    return environment().get_template("html/page.html.j2").render(**_page(shown, told)).rstrip() + "\n"


def environment() -> Environment:
    """Templates in which every value is escaped for HTML."""
    return Environment(
        loader=FileSystemLoader(shipped("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _page(shown: View, told: Row) -> Row:
    """Everything the template of the page names."""
    signs = {verdict: {"sign": sign, "word": word} for verdict, (sign, word, *_) in SIGNS.items()}
    named = [{"verdict": verdict, "meaning": SIGNS[verdict][3]} | signs[verdict] for verdict in SIGNS]
    return {
        "version": __version__,
        "headline": headline(shown),
        "is_clear": bool(shown.documents) and not shown.of("discrepancy"),
        "lead": _lead(shown),
        "answer": beside(shown),
        "tiles": [_tile(verdict, shown) for verdict in SIGNS if _is_told(shown, verdict)],
        "views": _views(told),
        "groups": _groups(told, signs),
        "empty": _empty(shown),
        "more": max(len(told["findings"]) - _STATIC, 0),
        "sources": told["sources"],
        "alone": count_words(told["alone"], "claim"),
        "skipped": [row | {name: shown_words(row[name]) for name in ("path", "reason")} for row in shown.skipped],
        "signs": [one for one in named if one["verdict"] != "undecided" or shown.shows_undecided],
        # The three below are ours, or escaped for where they stand.
        "policy": Markup(policy()),  # noqa: S704 - see above
        "style": Markup(style()),  # noqa: S704 - see above
        "script": Markup(script()),  # noqa: S704 - see above
        "records": Markup(script_json(told | {"signs": signs, "open": _OPEN})),  # noqa: S704 - see above
    }


def _lead(shown: View) -> str:
    """What it means that no discrepancy was found; empty where one was, or where one document stands alone."""
    if len(shown.documents) <= 1 or shown.of("discrepancy"):
        return ""
    shared = sum(fact.witnesses > 1 for fact in shown.facts)
    if not shared:
        return "No two sources tell the same fact, so there was nothing to hold against each other."
    told = "fact is" if shared == 1 else "facts are"
    return f"{shared:,} {told} told by more than one source, and no two of them contradict each other."


def _tile(verdict: str, shown: View) -> Row:
    sign, word, words, _ = SIGNS[verdict]
    count = len(shown.of(verdict))
    return {"verdict": verdict, "sign": sign, "word": word.lower() if count == 1 else words, "count": f"{count:,}"}


def _is_told(shown: View, verdict: str) -> bool:
    return bool(shown.of(verdict)) and (verdict != "undecided" or shown.shows_undecided)


def _views(told: Row) -> list[Row]:
    unread = sum(row["unread"] == "True" for row in told["skipped"])
    views = [
        ("findings", "Findings", len(told["findings"])),
        ("matrix", "Matrix", None),
        ("articles", "Articles", sum(source["beside"] != REFERENCE for source in told["sources"])),
        ("alone", "One source alone", told["alone"]),
    ]
    views += [("unread", "Not read", unread or None)] * bool(told["skipped"])
    return [{"name": name, "title": title, "count": count} for name, title, count in views]


def _groups(told: Row, signs: Mapping[str, Row]) -> list[Row]:
    """The headings with their first cards."""
    card = environment().get_template("html/card.html.j2")
    cards: dict[str, list[Markup]] = {name: [] for name in _GROUPS}
    for one in told["findings"][:_STATIC]:
        drawn = card.render(card=_card(one, told) | signs[one["verdict"]])
        close = "".join(line.strip(" ") for line in drawn.splitlines())  # no value has a line end in it
        cards[one["group"]].append(Markup(close))  # noqa: S704 - a template of ours, its values escaped
    counts = {name: sum(one["group"] == name for one in told["findings"]) for name in _GROUPS}
    return [
        {"name": name, "title": title, "cards": cards[name], "count": counts[name]}
        for name, title in _GROUPS.items()
        if counts[name]
    ]


def _card(one: Row, told: Row) -> Row:
    """A finding's record with its quotes in full."""
    camps = []
    for camp in one["camps"]:
        quotes = [_quote(number, spans, told) for number, spans in camp["claims"]]
        pieced = {"pieces": pieces(camp["words"], camp["marks"]), "quotes": quotes[:_OPEN], "rest": quotes[_OPEN:]}
        camps.append(camp | pieced)
    return {**one, "camps": camps}


def _quote(number: int, spans: list[list[int]], told: Row) -> Row:
    claim = told["claims"][number]
    before, figure, after = quoted(claim, told["sources"])
    source = told["sources"][claim["source"]]["name"]
    shown = {"before": before, "figure": pieces(figure, spans), "after": after, "source": source}
    return {**claim, **shown, "article": claim["source"], "number": number}


def _empty(shown: View) -> str:
    if not shown.documents:
        return "Nothing was read, so nothing can be told."
    if len(shown.documents) == 1:
        return "One document was read: there is no other source to hold it against."
    return "No two sources speak of the same fact: there is nothing to hold against each other."
