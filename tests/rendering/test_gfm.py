"""Twenty thousand hostile cells through GitHub's own parser, and as many through another: all stay words in their cell."""

import random
import unicodedata
from html.parser import HTMLParser
from itertools import pairwise

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt

from checker.rendering import FORMATS
from checker.rendering.escape import markdown, one_line
from checker.rendering.markdown_parts import quoted, table
from tests.rendering.story import bridge, claim, document, finding, point, tables
from tests.rendering.test_escape import HOSTILE

_ROWS, _TABLES = 250, 16
_PIECES = [*HOSTILE, "|||", "\\|", "`|`", "<!--", "-->", "<?x", "<![CDATA[", "</td></tr></table>", "<details>", "&nbsp;", "&lt;", "\\\\", "~~~", "```", "$$", "***", "__",
           "[^1]", "[x]: y", "http://a.example/x", "ftp://a", "mailto:a@b.example", "a@b.example", "www.a.example", "<a@b.example>", "<http://a.example>", "- [ ]", "+", "1)", "    code",
           "word", "13%", "$65.9 billion", " ", "|-|", ":-:", "\ufeff", "\u00ad", "\u200b", "ø", "漢", "😀", "é", "\x00", "\x0b", "\x85", "\ue000", "&#x7c;", "&vert;"]  # fmt: skip
_OURS = {"span", "br", "b", "strong"}


def _hostile(seed):
    """Cells made of pieces that open something; the same on every run."""
    chance = random.Random(seed)  # noqa: S311 - hostile, not secret
    return ["".join(chance.choices(_PIECES, k=chance.randint(1, 9))) for _ in range(_ROWS * 5)]


def _seen(text):
    """What a reader must see of a text."""
    hidden = ("Cc", "Cf", "Cs", "Zl", "Zp")
    shown = (
        c if unicodedata.category(c) not in hidden or c in "\u200c\u200d" else f"⟨U+{ord(c):04X}⟩"
        for c in one_line(text)
    )
    return "".join(shown)


class _Cells(HTMLParser):
    """The texts of the cells of a page, and every tag in them and outside them."""

    def __init__(self, page):
        super().__init__()
        self.rows, self.inside, self.outside = [], set(), set()
        self._in_cell = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")
            self._in_cell = True
        else:
            (self.inside if self._in_cell else self.outside).add(tag)
            assert not attrs

    def handle_endtag(self, tag):
        self._in_cell = self._in_cell and tag not in {"td", "th"}

    def handle_data(self, data):
        if self._in_cell:
            self.rows[-1][-1] += data

    def handle_comment(self, data):
        raise AssertionError(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def _github(text):
    return cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE)


PARSERS = {"github": _github, "markdown-it": MarkdownIt("commonmark").enable(["table", "strikethrough"]).render}


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("seed", range(_TABLES))
def test_hostile_cells_stay_in_their_cell(parser, seed):
    cells = _hostile(seed)
    lines = [cells[start : start + 5] for start in range(0, len(cells), 5)]
    told = _Cells(PARSERS[parser](table(["a", "b", "c", "d", "e"], lines)))
    assert told.inside <= _OURS
    assert told.outside <= {"table", "thead", "tbody"}
    assert told.rows[1:] == [[_seen(cell).strip() for cell in line] for line in lines]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("seed", range(3))
def test_hostile_quotes_keep_their_figure(parser, seed):
    chosen = _hostile(seed)
    told = [(one, other, f"{one} 13{other[:3]} {other}") for one, other in pairwise(chosen)]
    claims = [claim("x", 1, "13", sentence, at=len(one) + 1) for one, _, sentence in told]
    rows = _Cells(PARSERS[parser](table(["says"], [[quoted(one, 200)] for one in claims]))).rows[1:]
    assert [len(row) for row in rows] == [1] * len(claims)
    assert all("13" in row[0] for row in rows)


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    "place", ["- {}", "### {}", "{}", "**{}**", "- **{}** · {}", "<details><summary>x</summary>\n\n- {}\n\n</details>"]
)
def test_hostile_words_stay_words_wherever_they_stand(parser, place):
    for text in filter(str.strip, _hostile(99)[:400]):
        page = PARSERS[parser](place.format(*[markdown(text)] * 2))
        told = _Cells(page)
        assert told.outside <= {"ul", "li", "h3", "p", "details", "summary", *_OURS}, text


@pytest.mark.parametrize("is_brief", [False, True])
def test_whole_reports_of_hostile_runs_are_markdown_of_ours(is_brief):
    for seed in range(12):
        chosen = iter(text.replace("\ud800", "") for text in _hostile(200 + seed))  # no frame holds half a character
        hostile = {
            "measure": next(chosen),
            "entities": [next(chosen)],
            "speaker": next(chosen),
            "period": next(chosen),
            "noun": next(chosen),
        }
        one = claim("x", 1, next(chosen), next(chosen) + next(chosen), **point(1) | hostile)
        two = claim("y", 1, next(chosen), next(chosen), **point(2) | hostile)
        rows = [
            finding(
                rule,
                verdict,
                "error",
                "F1",
                [one["id"], two["id"]],
                name=next(chosen),
                message=next(chosen),
                reasons=[next(chosen) for _ in range(4)],
                accepted=next(chosen),
            )
            for rule, verdict in (("C1", "discrepancy"), ("C2", "agreement"), ("C3", "update"), ("C4", "undecided"))
        ]
        skipped = [{"path": next(chosen), "reason": next(chosen), "unread": True}]
        documents = [document(name, path=next(chosen), title=next(chosen), outlet=next(chosen)) for name in ("x", "y")]
        run = tables(documents, [one, two], [], rows, skipped)
        told = _Cells(_github(FORMATS["markdown"](type(run)(*_frames(run), shows_undecided=True, is_brief=is_brief))))
        ours = {"h1", "h2", "h3", "p", "table", "thead", "tbody", "ul", "li", "code", "details", "summary"}
        assert told.outside <= ours | _OURS
        assert {len(row) for row in told.rows} <= {2, 3, 4, 5, 7}


_MARKUP = [
    "<script>",
    "</script>",
    "</style>",
    "<!--",
    "]]>",
    "'",
    '"',
    "&quot;",
    "{{7*7}}",
    "{%",
    "<svg/onload=x>",
    "javascript:",
    "</title>",
    "\x00",
]


class _Tags(HTMLParser):
    """Every tag of a page, and every name of an attribute; what stands in its script is no markup."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.names = set(), set()
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}


def test_hostile_runs_make_no_tag_of_their_own():
    ours = _Tags(FORMATS["html"](bridge())).tags | {"circle", "text"}
    for seed in range(6):
        chance = random.Random(seed)  # noqa: S311 - hostile, not secret
        chosen = iter("".join(chance.choices([*_PIECES, *_MARKUP], k=6)).replace("\ud800", "") for _ in range(99))
        hostile = {"measure": next(chosen), "entities": [next(chosen)], "speaker": next(chosen), "noun": next(chosen)}
        told = [claim(name, 0, "12", f"12 {next(chosen)}", **point(n) | hostile) for n, name in enumerate("xy")]
        rows = [finding(f"C{n}", verdict, "error", "F1", [one["id"] for one in told], name=next(chosen), reasons=[next(chosen)] * 4, accepted=next(chosen))
                for n, verdict in enumerate(("discrepancy", "agreement", "update"))]  # fmt: skip
        documents = [
            document(one["document"], path=next(chosen), title=next(chosen), outlet=next(chosen), text=one["sentence"])
            for one in told
        ]
        found = _Tags(
            FORMATS["html"](
                tables(documents, told, [], rows, [{"path": next(chosen), "reason": next(chosen), "unread": True}])
            )
        )
        assert found.tags <= ours
        assert not {name for name in found.names if name.startswith("on") or name == "style"}


def _frames(run):
    return run.documents, run.claims, run.pairs, run.findings, run.skipped


def test_a_brief_report_fits_into_a_comment():
    claims = [
        claim(f"d{n}", 1, "5", f"{'<@&*_' * 60} 5.", **point(5 + n % 2) | {"measure": "@" * 400}) for n in range(800)
    ]
    rows = [
        finding("C620", "discrepancy", "error", f"F{n}", [claims[2 * n]["id"], claims[2 * n + 1]["id"]])
        for n in range(400)
    ]
    run = tables([document(row["document"], title="@" * 300) for row in claims], claims, [], rows)
    written = FORMATS["markdown"](type(run)(*_frames(run), is_brief=True))
    assert len(written.encode()) < 65_536
    assert "more are not told here" in written
