"""What the HTML page is drawn from: places in articles, strips, lines, records; and the page as text."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import checker
from checker.rendering import FORMATS
from checker.rendering.escape import script_json, visible
from checker.rendering.notebook import as_html
from checker.rendering.page import assets
from checker.rendering.page.axis import of_days, of_numbers, short
from checker.rendering.page.records import pieces, quoted, records
from checker.rendering.page.sources import article
from checker.rendering.page.strip import line, strip
from checker.rendering.rows import rows
from checker.rendering.view import view
from checker.tables import CLAIMS, frame
from tests.reading.ratio import growth
from tests.rendering.story import bridge, claim, day, document, finding, nothing, point, tables

ROOT = Path(__file__).parent.parent.parent

LONGEST = 150_000  # bytes of the page without what is told in it


def _claims(*columns):
    told = [claim(f"d{n}", 0, "5", "5.", **one) for n, one in enumerate(columns)]
    return rows(CLAIMS, frame(CLAIMS, told))


def _strip(*columns):
    claims = _claims(*columns)
    return strip(claims, {one["document"]: one["document"] for one in claims})


def test_every_claim_of_real_articles_is_found_in_its_article():
    told = records(
        view(
            checker.report(
                [ROOT / "seeds", ROOT / "tests/planted/cyclone", ROOT / "tests/planted/results"], texts=True
            ).tables
        )
    )
    assert [one for one in told["claims"] if "at" not in one] == []
    for one in told["claims"]:
        before, figure, after = quoted(one, told["sources"])
        assert figure
        assert len(before + figure + after) < 500


TEXTS = [
    ("line ends inside a sentence", "A fire\n killed  12 \r\n people.", "A fire killed 12 people.", "12", 15),
    ("the second of two alike", "12 came.\n\nAnd 12 went.", "And 12 went.", "12", 14),
    ("what cannot be seen", "A\u202e fire killed 12.", "A\u202e fire killed 12.", "12", 16),
    ("the start of a text", "12 died.", "12 died.", "12", 0),
    ("a sentence that the text does not hold", "It killed 12 people.", "Other words 12.", "12", 10),
]


@pytest.mark.parametrize(
    ("text", "sentence", "figure", "start"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS]
)
def test_a_claim_is_found_in_its_paragraph(text, sentence, figure, start):
    row = {"text": text, "offsets": (), "sections": []}
    one = {"id": "c", "start": start, "text": figure, "sentence": sentence, "at": sentence.index(figure)}
    found = article(row, [one])
    place = found.places["c"]
    words = found.paragraphs[place.paragraph][1]
    assert words[place.start : place.end] == figure
    assert words[place.first : place.last] in (visible(" ".join(sentence.split())), words)


def test_a_claim_that_is_not_in_its_text_has_no_place():
    row = {"text": "Nothing here.", "offsets": (), "sections": []}
    assert article(row, [{"id": "c", "start": 3, "text": "12", "sentence": "12.", "at": 0}]).places == {}


def test_paragraphs_know_their_section():
    row = {"text": "Head\n\nBody\n \t\nMore", "offsets": (), "sections": [[0, 4, "title"]]}
    assert article(row, []).paragraphs == (("title", "Head"), ("body", "Body"), ("body", "More"))


def test_an_article_without_its_text_has_no_paragraphs():
    assert article({"text": None}, []).paragraphs == ()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0"),
        (1200, "1,200"),
        (2.5e6, "2.5m"),
        (3e9, "3bn"),
        (1e12, "1tn"),
        (0.35, "0.35"),
        (123456.0, "123,456"),
        (-5, "-5"),
    ],
)
def test_a_number_on_an_axis(number, words):
    assert short(number) == words


@given(
    st.lists(st.floats(-1e15, 1e15, allow_subnormal=False), min_size=2, max_size=8).filter(
        lambda numbers: max(numbers) - min(numbers) > 1e-6 * max(map(abs, numbers))
    )
)
def test_numbers_stand_on_their_axis_in_order(numbers):
    axis, ticks = of_numbers(numbers)
    places = [axis.at(number) for number in sorted(numbers)]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)
    assert [at for at, _ in ticks] == sorted(at for at, _ in ticks)
    assert len(ticks) <= 8


@given(st.lists(st.integers(1, 3_652_000), min_size=2, max_size=6, unique=True))
def test_days_stand_on_their_calendar_in_order(days):
    axis, ticks = of_days([float(one) for one in days])
    places = [axis.at(one) for one in sorted(days)]
    assert places == sorted(places)
    assert len(ticks) <= 8


def test_lengths_can_be_compared_where_the_values_are_far_apart():
    assert of_numbers([10, 20])[0].low == 0
    assert of_numbers([100, 101])[0].low > 90
    assert of_numbers([10, 10_000])[0].is_ratio


def test_people_are_not_halved():
    assert [words for _, words in of_numbers([10, 11])[1]] == ["10", "11"]


def test_a_strip_shows_every_value_once():
    told = _strip(point(12), point(12), point(14))
    assert [(row["words"], row["who"], row["shape"]) for row in told["rows"]] == [
        ("12", "2 sources", "point"),
        ("14", "1 source", "point"),
    ]
    assert [row["first"] for row in told["rows"]] == [True, False]


SHAPES = [
    ("open above", {"low": 38.0, "hedge": "at_least"}, "up"),
    ("open below", {"high": 38.0, "hedge": "at_most"}, "down"),
    ("a range", {"low": 5.0, "high": 30.0, "hedge": "range"}, "bar"),
    ("a month", day("2031-05-01", "2031-05-31"), "bar"),
]


@pytest.mark.parametrize(("columns", "shape"), [row[1:] for row in SHAPES], ids=[row[0] for row in SHAPES])
def test_a_shape_tells_what_is_no_point(columns, shape):
    other = day("2031-06-20") if columns.get("kind") == "date" else point(10)
    assert _strip(columns, other)["rows"][0]["shape"] == shape


def test_about_has_room_around_it():
    rows_ = _strip(point(300) | {"hedge": "about"}, point(400))["rows"]
    left, right, width = rows_[0]["about"]
    assert left < rows_[0]["from"] < right
    assert width == pytest.approx(right - left, abs=0.02)
    assert "about" not in rows_[1]


def test_rounding_has_room_around_it():
    euros = {"kind": "money", "unit": "EUR"}
    finer, coarser = _strip(euros | point(1.84e9) | {"step": 1e7}, euros | point(1.8e9) | {"step": 1e8})["rows"]
    left, right, _ = coarser["about"]
    assert left < finer["from"] < right
    assert not any("about" in row for row in _strip(point(10), point(12))["rows"]), "people are not rounded"


def test_units_that_convert_share_the_axis():
    mile = {"kind": "measure", "unit": "mile"} | point(10)
    kilometre = {"kind": "measure", "unit": "kilometre"} | point(16)
    near, far = _strip(mile, kilometre, mile | point(20))["rows"][:2]
    assert near["from"] == pytest.approx(far["from"], abs=1)


@pytest.mark.parametrize(
    "columns",
    [
        [point(5), point(5)],
        [point(5)],
        [{"kind": "date"}, day("2031-05-01")],
        [{"kind": "money", "unit": "EUR"} | point(5), {"kind": "money", "unit": "USD"} | point(6)],
    ],
    ids=["equal", "one", "one is unknown", "two currencies"],
)
def test_nothing_to_set_side_by_side(columns):
    assert _strip(*columns) is None


def test_a_line_goes_through_its_points():
    told = line(_claims(point(10), point(20), point(15)))
    assert [point["words"] for point in told["points"]] == ["10", "20", "15"]
    assert [point["top"] for point in told["points"]] == [78, 22, 50]
    assert len(told["segments"]) == 2


@pytest.mark.parametrize(
    "columns", [[point(5)], [point(5), point(5)], [day("2031-05-01"), day("2031-05-02")], [point(n) for n in range(9)]]
)
def test_no_line_without_a_run(columns):
    assert line(_claims(*columns)) is None


def test_pieces_of_a_figure():
    assert pieces("$640 million", [[1, 4]]) == [("$", False), ("640", True), (" million", False)]
    assert pieces("13", []) == [("13", False)]
    assert pieces("13", [[0, 2]]) == [("13", True)]


@given(st.text())
def test_nothing_ends_the_script_that_holds_the_records(text):
    written = script_json({"text": text})
    assert json.loads(written) == {"text": text}
    assert not set("<>&\u2028\u2029") & set(written)
    written.encode()


@pytest.mark.parametrize("run", [bridge, nothing])
def test_the_page_without_what_it_tells_is_small(run):
    assert len(FORMATS["html"](nothing()).encode()) < LONGEST / 2
    page = FORMATS["html"](run())
    assert page.startswith("<!doctype html>")
    assert page.count("<script") == 2
    assert not re.search(
        r"""(?i)\sstyle=|\son[a-z]+=|https?://(?!www\.w3\.org/2000/svg)|@import|url\(|innerHTML|insertAdjacentHTML|\beval\b""",
        page,
    )


def test_the_policy_names_the_two_and_nothing_else():
    policy = assets.policy()
    assert policy.startswith("default-src 'none'; ")
    assert len(re.findall("'sha256-", policy)) == 2
    assert "unsafe" not in policy


def test_script_and_style_do_not_end_themselves():
    assert "</script" not in assets.script()
    assert "<!--" not in assets.script()
    assert "</style" not in assets.style()


def test_findings_stand_in_the_order_of_the_markdown_report():
    run = checker.report([ROOT / "tests/planted/cyclone"]).tables
    names = re.findall(r"finding `([A-Z0-9]+):([0-9a-f]+)`", FORMATS["markdown"](run))
    anchors = re.findall(r'class="card [a-z]+" id="([A-Z0-9]+)-([0-9a-f]+)', FORMATS["html"](run))
    assert len(names) > 5
    assert anchors[: len(names)] == names


def test_the_same_slip_twice_has_two_addresses():
    one, two = claim("x", 1, "12", "12.", **point(12)), claim("y", 1, "14", "14.", **point(14))
    rows_ = [
        finding("C620", "discrepancy", "error", f"F{n}", [one["id"], two["id"]], fingerprint="0" * 16) for n in (1, 2)
    ]
    told = records(view(tables([document("x"), document("y")], [one, two], [], rows_)))
    assert [row["anchor"] for row in told["findings"]] == [f"C620-{'0' * 16}", f"C620-{'0' * 16}-2"]


def test_sources_that_share_their_words_share_a_column():
    one, two, three = (claim(name, 1, "12", "12.", **point(12)) for name in ("post", "ledger", "notes"))
    pair = {"fact": "F1", "score": 0.9, "reasons": [], "relation": "equal"}
    pairs = [
        pair | {"left": one["id"], "right": two["id"], "copies": True},
        pair | {"left": one["id"], "right": three["id"]},
    ]
    row = finding("C501", "agreement", "note", "F1", [one["id"], two["id"], three["id"]])
    told = records(
        view(tables([document(name) for name in ("ledger", "notes", "post")], [one, two, three], pairs, [row]))
    )
    assert [source["witness"] for source in told["sources"]] == [0, 1, 0]
    assert len(told["facts"][0]["cells"]) == 3


def test_undecided_findings_are_there_where_asked_for():
    one, two = claim("x", 1, "12", "12.", **point(12)), claim("y", 1, "14", "14.", **point(14))
    run = tables(
        [document("x"), document("y")],
        [one, two],
        [],
        [finding("Z1", "undecided", "note", "F1", [one["id"], two["id"]])],
    )
    asked = type(run)(run.documents, run.claims, run.pairs, run.findings, run.skipped, shows_undecided=True)
    assert "<h2>Not decided" in FORMATS["html"](asked)
    assert 'class="card' not in FORMATS["html"](run)


def test_a_notebook_shows_what_differs():
    shown = as_html(bridge())
    assert "<h3>1 discrepancy between sources</h3>" in shown
    assert "<mark><strong>11</strong></mark>" in shown
    assert "<script" not in shown
    report = checker.report([ROOT / "seeds"])
    assert "No discrepancy found" in report._repr_html_()
    assert report._repr_markdown_().startswith("**No discrepancy found**")
    assert report.to_html().startswith("<!doctype html>")


def test_a_notebook_escapes():
    one, two = claim("x", 1, "12", "<b>12", **point(12)), claim("y", 1, "14", "<i>14", **point(14))
    row = finding("C620", "discrepancy", "error", "F1", [one["id"], two["id"]])
    shown = as_html(tables([document("x", title="<u>x"), document("y", title="y")], [one, two], [], [row]))
    assert not {"<b>12", "<i>", "<u>"} & set(re.findall(r"<[biu]>(?:12)?", shown)) - {"<b>"}


def test_claims_of_one_long_paragraph_are_found_in_linear_time():
    def work(count):
        row = {"text": "7 " * count, "offsets": (), "sections": ()}
        claims = [{"id": str(n), "start": 2 * n, "text": "7", "sentence": "7", "at": 0} for n in range(count)]
        return lambda: article(row, claims)

    assert growth(work, 2_000) < 3
    places = work(2_000)().places
    assert [places[str(n)].start for n in (0, 1_000, 1_999)] == [0, 2_000, 3_998]
