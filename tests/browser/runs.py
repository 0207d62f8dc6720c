"""Runs for the browser: a thousand findings, articles that attack, articles in Arabic."""

import dataclasses

from checker.tables import Tables
from tests.rendering.story import DEAD, bridge, claim, document, finding, point, tables

PAPERS = 20
ATTACK = (
    "</script><script>window.broken = 1</script><img src=x onerror='window.broken = 1'>"
    "<svg onload='window.broken = 1'>\"'><a href='javascript:window.broken = 1'>x</a>{{7*7}}${7*7}<!--<script>\u202e\x1b[2J\u2028"
)


def many(count: int) -> Tables:
    """As many findings, every second a discrepancy, from `PAPERS` papers; every text is kept."""
    told: list[list[str]] = [[] for _ in range(PAPERS)]
    claims, pairs, findings = [], [], []
    for number in range(count):
        verdict = ("discrepancy", "agreement")[number % 2]
        values = (number + 10, number + (11 if verdict == "discrepancy" else 10))
        sides = [_told(told[paper], paper, number, value) for paper, value in _sides(number, values)]
        claims += sides
        left, right = (side["id"] for side in sides)
        pairs.append(
            {
                "left": left,
                "right": right,
                "fact": f"F{number}",
                "score": 0.9,
                "reasons": ["same measure"],
                "relation": "equal",
            }
        )
        severity = "error" if verdict == "discrepancy" else "note"
        mark = {"fingerprint": f"{number:016x}", "name": f"rule of {verdict}s"}
        rule = {"discrepancy": "C620", "agreement": "C501"}[verdict]
        findings.append(finding(rule, verdict, severity, f"F{number}", [left, right], **mark))
    documents = [
        document(f"paper{paper}", outlet=f"Paper {paper}", title=f"All of paper {paper}", text="\n\n".join(told[paper]))
        for paper in range(PAPERS)
    ]
    return tables(documents, claims, pairs, findings)


def _sides(number, values):
    return zip((number % PAPERS, (number * 7 + 1) % PAPERS), values, strict=True)


def _told(paragraphs, paper, number, value):
    sentence = (
        f"In district {number} of the city the storm of Saturday hurt {value} people, the fire brigade told reporters."
    )
    start = sum(len(one) + 2 for one in paragraphs) + sentence.index(f"hurt {value}") + 5
    paragraphs.append(sentence)
    columns = DEAD | {"measure": f"people hurt in district {number}", "outlet": f"Paper {paper}"}
    return claim(f"paper{paper}", start, str(value), sentence, **columns, **point(value))


def attacking() -> Tables:
    """Every text that comes from outside attacks."""
    words = f"{ATTACK} killed 12 people"
    hostile = {
        "measure": ATTACK,
        "entities": [ATTACK],
        "speaker": ATTACK,
        "period": ATTACK,
        "noun": ATTACK,
        "trace": ATTACK,
    }
    one = claim("x", words.index("12"), "12", words, **point(12) | hostile)
    two = claim("y", words.index("12"), "13", words.replace("12", "13"), **point(13) | hostile)
    reasons = [ATTACK, f"both about {ATTACK}", f"events share {ATTACK}", ATTACK, ATTACK]
    rows = [
        finding(
            rule,
            verdict,
            "error",
            "F1",
            [one["id"], two["id"]],
            name=ATTACK,
            message=ATTACK,
            reasons=reasons,
            state="new",
        )
        for rule, verdict in (("E1", "discrepancy"), ("E2", "agreement"), ("E3", "update"))
    ]
    documents = [
        document(name, path=f"{ATTACK}{name}", title=ATTACK, outlet=f"{ATTACK}{name}", text=row["sentence"])
        for name, row in (("x", one), ("y", two))
    ]
    pair = {
        "left": one["id"],
        "right": two["id"],
        "fact": "F1",
        "score": 0.9,
        "reasons": [ATTACK],
        "relation": "disjoint",
    }
    skipped = [{"path": ATTACK, "reason": ATTACK, "unread": True}]
    return tables(documents, [one, two], [pair], rows, skipped)


def arabic() -> Tables:
    """Two articles whose words run from right to left, behind a sign that is two units of the page's script."""
    words = "😀 قتل 12 شخصا في المدينة"
    one = claim("x", 6, "12", words, **point(12) | {"measure": "قتلى", "entities": ["المدينة"]})
    two = claim("y", 6, "13", words.replace("12", "13"), **point(13) | {"measure": "قتلى", "entities": ["المدينة"]})
    documents = [document(name, outlet=f"صحيفة {name}", text=row["sentence"]) for name, row in (("x", one), ("y", two))]
    pair = {"left": one["id"], "right": two["id"], "fact": "F1", "score": 0.9, "reasons": [], "relation": "disjoint"}
    return tables(documents, [one, two], [pair], [finding("E1", "discrepancy", "error", "F1", [one["id"], two["id"]])])


def gated() -> Tables:
    """A gate's run: one discrepancy is new, one accepted."""
    run = many(4)
    states = ["new", None, "accepted", None]
    return dataclasses.replace(run, findings=run.findings.assign(state=states, accepted=[None, None, "known", None]))


RUNS = {"bridge": bridge, "attacking": attacking, "arabic": arabic, "gated": gated}
