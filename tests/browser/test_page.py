"""What the page does in a browser: filters, keys, its address, printing, small windows, and what it must never do."""

import io
from pathlib import Path

import pytest

from checker.judging.baseline import parse
from checker.rendering import FORMATS, html_page
from tests.browser.runs import ATTACK, RUNS
from tests.rendering.story import bridge, claim, document, finding, nothing, point, tables

ROOT = Path(__file__).parent.parent.parent

VIEWS = ("findings", "matrix", "articles", "alone")


@pytest.mark.parametrize("name", RUNS)
def test_nothing_is_loaded_and_nothing_fails(opened, name):
    one = opened(name)
    for view in VIEWS:
        one.page.evaluate(f"location.hash = 'view={view}'")
        one.page.wait_for_selector(f"#view-{view}")
    assert [url for url in one.asked if not url.startswith("file:")] == []
    assert one.said == []


def test_an_article_that_attacks_runs_nothing(opened):
    one = opened("attacking")
    for view in ("#view=matrix", "#view=alone", "#view=unread", "#view=articles&article=0&claim=0", f"#find={ATTACK}"):
        one.page.evaluate("hash => { location.hash = hash }", view)
        one.page.wait_for_timeout(50)
        counts = "['script', 'img', 'iframe', 'object', 'form:not(dialog form)', 'a[href^=javascript]'].map(s => document.querySelectorAll(s).length)"
        assert one.page.evaluate(counts) == [2, 0, 0, 0, 0, 0]
    assert one.page.evaluate("window.broken") is None
    assert one.said == []


def test_words_that_attack_are_shown_as_they_are(opened):
    one = opened("attacking")
    quote = one.page.locator(".card blockquote").first.text_content()
    assert "</script><script>window.broken = 1</script>" in quote
    assert "⟨U+202E⟩⟨U+001B⟩" in quote


def test_a_script_that_gets_in_does_not_run(opened):
    written = FORMATS["html"](bridge())
    attack = "<script>window.broken = 1</script><p id='trap' onclick='window.broken = 1'>x</p><img src=x onerror='window.broken = 1'>"
    one = opened("bridge", written=written.replace("</header>", f"</header>{attack}", 1))
    one.page.locator("#trap").click()
    assert one.page.evaluate("window.broken") is None
    assert len([words for words in one.said if "Content Security Policy" in words]) >= 3
    attempt = "(() => { try { document.body.innerHTML = 'x' } catch (error) { return error.name } })()"
    assert one.page.evaluate(attempt) == "TypeError"


BARE = """() => [...document.querySelectorAll('.card')].map(card => {
  const bare = node => node.nodeType === 3 ? node.data : `<${node.localName} ${[...node.attributes].map(a => `${a.name}=${a.value}`).sort()}>` + [...node.childNodes].map(bare).join('') + '</>';
  return bare(card);
})"""


@pytest.mark.parametrize("name", [*RUNS, "seeds", "planted"])
def test_cards_of_the_script_are_those_of_the_template(opened, monkeypatch, name, reports):
    run = reports[name]() if name in reports else RUNS[name]()
    told = opened("told", written=FORMATS["html"](run)).page.evaluate(BARE)
    monkeypatch.setattr(html_page, "_STATIC", 0)
    built = opened("built", written=FORMATS["html"](run)).page.evaluate(BARE)
    assert told
    assert built == told


def test_a_filter_leaves_what_it_says(opened):
    one = opened("thousand")
    assert one.page.locator("#tally").text_content() == "1,000 findings"
    assert one.page.locator(".filters label:has([value=discrepancy]) .number").text_content() == "500"
    one.page.check("[value=discrepancy]")
    assert one.page.locator("#tally").text_content() == "500 of 1,000 findings"
    assert one.hash == "#verdict=discrepancy"
    assert one.shown(".card.agreement") == 0
    label = one.page.locator(".filters label", has_text="C501")
    assert label.locator(".number").text_content() == "0", "counts hold all other filters"
    agreements = one.page.locator(".filters label:has([value=agreement]) .number")
    assert agreements.text_content() == "500", "but not those of their own kind"


def test_filters_live_in_the_address(opened):
    one = opened("thousand", "#verdict=agreement&source=Paper+3&find=district+2")
    first = one.page.locator("#tally").text_content()
    assert one.page.is_checked("[value=agreement]")
    assert one.page.locator("#find").input_value() == "district 2"
    one.page.uncheck("[value=agreement]")
    assert one.page.locator("#tally").text_content() != first
    one.page.go_back()
    assert one.page.locator("#tally").text_content() == first
    one.page.reload()
    assert one.page.locator("#tally").text_content() == first


def test_findings_can_be_found_by_their_words(opened):
    one = opened("thousand")
    one.page.keyboard.press("/")
    one.page.keyboard.type("hurt 787 people")
    assert one.shown() == 3, "each of its words somewhere in the finding"
    assert one.hash == "#find=hurt+787+people"
    one.page.keyboard.press("Escape")
    one.page.keyboard.press("x")
    assert one.page.locator("#tally").text_content() == "1,000 findings"


def test_nothing_that_matches_is_said(opened):
    one = opened("bridge", "#find=unicorns")
    assert one.shown() == 0
    one.page.get_by_role("button", name="Clear them").click()
    assert one.shown() == 4


def test_only_what_is_new(opened):
    one = opened("gated")
    one.page.check("[value=new]")
    assert one.shown() == 1
    assert one.hash == "#state=new"


def test_more_are_built_when_they_are_come_to(opened):
    one = opened("thousand")
    assert one.page.locator(".card").count() == 200
    one.page.locator("#more").scroll_into_view_if_needed()
    one.page.locator(".card").nth(399).wait_for(state="attached")


def test_keys(opened):
    one = opened("bridge")
    here = "document.querySelector('.card.here')?.id"
    ids = one.page.evaluate("[...document.querySelectorAll('.card')].map(card => card.id)")
    one.page.keyboard.press("j")
    one.page.keyboard.press("j")
    assert one.page.evaluate(here) == ids[1]
    assert one.page.evaluate("document.activeElement.id") == ids[1]
    one.page.keyboard.press("k")
    assert one.page.evaluate(here) == ids[0]
    one.page.keyboard.press("o")
    assert one.page.locator(".card.here .why[open]").count() == 1
    one.page.keyboard.press("?")
    assert one.page.locator("#help").is_visible()
    one.page.keyboard.press("Escape")
    assert not one.page.locator("#help").is_visible()
    one.page.keyboard.press("2")
    assert one.page.locator("#view-matrix").is_visible()


def test_short_is_a_line_or_two_a_finding(opened):
    one = opened("bridge")
    one.page.get_by_role("button", name="Short").click()
    assert one.hash == "#short=1"
    assert one.shown("blockquote") == 0
    assert one.shown(".camp h4") > 4
    one.page.keyboard.press("j")
    assert one.shown("blockquote") == 3, "the finding that the reader is at stands there in full"
    one.page.keyboard.press("s")
    assert one.shown("blockquote") > 4


def test_keys_reach_what_is_not_built_yet(opened):
    one = opened("thousand")
    one.page.evaluate("location.hash = 'C501-' + (901).toString(16).padStart(16, '0')")
    one.page.wait_for_selector(".card.here")
    assert one.page.evaluate("document.querySelector('.card.here').id").endswith("385")
    one.page.keyboard.press("j")
    assert one.page.evaluate("document.querySelector('.card.here').id").endswith("387")


def test_a_link_to_a_finding_leads_there_even_through_filters(opened):
    one = opened("thousand", "#verdict=agreement")
    one.page.evaluate("location.hash = 'C620-' + (0).toString(16).padStart(16, '0')")
    one.page.wait_for_selector(".card.here")
    box = one.page.locator(".card.here").bounding_box()
    assert 0 <= box["y"] < 200
    assert one.page.locator("#tally").text_content() == "1,000 findings"


def test_the_margin_leads_to_its_finding(opened):
    one = opened("thousand")
    box = one.page.locator("#map").bounding_box()
    one.page.mouse.click(box["x"] + 5, box["y"] + box["height"] * 0.75)
    one.page.wait_for_selector(".card.here.agreement")


def test_copying(opened):
    one = opened("bridge", permissions=["clipboard-read", "clipboard-write"])
    pasted = "navigator.clipboard.readText()"
    card = one.page.locator(".card.discrepancy")
    card.get_by_role("button", name="copy link").click()
    assert one.page.evaluate(pasted) == f"{one.address}#C601-C601-F1"
    card.get_by_role("button", name="copy", exact=True).first.click()
    assert one.page.evaluate(pasted) == "“Rescuers found 11 dead.” (Bridge falls, says notes, undated, citing rescuers)"


def test_the_line_for_a_baseline_is_one(opened):
    one = opened("gated", permissions=["clipboard-read", "clipboard-write"])
    one.page.get_by_role("button", name="copy baseline line").first.click()
    (entry,) = parse(one.page.evaluate("navigator.clipboard.readText()"), "pasted")
    assert (entry.rule, entry.fingerprint, entry.until) == ("C620", "0" * 16, None)


def test_an_article_with_its_claims(opened):
    one = opened("thousand", "#view=articles")
    one.page.get_by_role("link", name="Paper 3", exact=True).click()
    marks = one.page.locator("#article .claim[data-claim]")
    assert marks.count() == 100
    assert one.page.locator("#article h2").first.text_content() == "All of paper 3"
    marks.nth(2).hover()
    assert "people" in one.page.locator(".reading h3").text_content()
    one.page.locator(".reading a").first.click()
    one.page.wait_for_selector(".card.here")


def test_a_quote_leads_to_its_place_in_the_article(opened):
    one = opened("thousand")
    figure = one.page.locator(".card mark").first.text_content()
    one.page.locator(".card a.place").first.click()
    assert one.page.locator(".claim.now").text_content() == figure
    assert one.page.evaluate("document.activeElement.classList.contains('claim')")


def test_articles_whose_text_was_let_go_show_their_sentences(opened):
    one = opened("bridge", "#view=articles&article=0")
    assert "14 people died, police said." in one.page.locator("#article .words").text_content()
    assert one.page.locator("#article .claim[data-claim]").count() == 3


def test_the_matrix_tells_who_agrees(opened):
    one = opened("bridge", "#view=matrix")
    rows = one.page.locator(".matrix tbody tr")
    assert rows.count() == 2
    assert rows.first.locator(".letter").all_text_contents() == ["B", "C", "A"]
    assert rows.first.locator("td.lone").text_content() == "C11 peoplestands apart"


def test_right_to_left(opened):
    one = opened("arabic")
    assert one.page.locator("blockquote mark").all_text_contents() == ["12", "13"]
    assert one.page.evaluate("getComputedStyle(document.querySelector('blockquote')).direction") == "rtl"
    assert one.page.evaluate("getComputedStyle(document.querySelector('.card')).direction") == "ltr"


def test_without_scripts(opened):
    one = opened("thousand", java_script_enabled=False)
    assert one.shown() == 200
    assert one.shown(".js-only") == 0
    assert "800 more findings" in one.page.locator("#view-findings .no-script").text_content()
    assert one.shown("#articles tbody tr") == 20
    one.page.locator(".card .why summary").first.click()
    assert one.page.locator(".card .why dl").first.is_visible()


@pytest.mark.parametrize("has_script", [True, False])
def test_print(opened, has_script):
    one = opened("bridge", java_script_enabled=has_script)
    one.page.emulate_media(media="print")
    assert one.shown(".bar, .filters, .map, .copy, .place") == 0
    assert one.shown() == 4
    assert len(one.page.pdf()) > 10_000
    if has_script:
        one.page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert one.shown(".why dl") == 4


def test_the_first_page_of_the_print_is_not_blank_below_the_head(opened):
    """A first card that is longer than what the head leaves of its page begins there all the same."""
    said = [
        claim("post", 1_000 * n, "12", f"{n} said that 12 died. " + "It was so. " * 40, **point(12)) for n in range(8)
    ]
    said.append(claim("ledger", 1, "13", "13 died.", **point(13)))
    row = finding("C620", "discrepancy", "error", "F1", [one["id"] for one in said])
    run = tables([document("post"), document("ledger")], said, [], [row], [])
    one = opened("long", written=FORMATS["html"](run))
    one.page.emulate_media(media="print")
    one.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    reader = pytest.importorskip("pypdf").PdfReader(io.BytesIO(one.page.pdf(format="A4")))
    assert len(reader.pages) > 1
    assert "0 said that 12 died." in " ".join(reader.pages[0].extract_text().split())


@pytest.mark.parametrize("width", [320, 390, 768])
@pytest.mark.parametrize("name", ["bridge", "attacking"])
def test_a_narrow_window_does_not_scroll_sideways(opened, name, width):
    one = opened(name, viewport={"width": width, "height": 800})
    for view in (*VIEWS, "articles&article=0"):
        one.page.evaluate("view => { location.hash = `view=${view}` }", view)
        one.page.wait_for_timeout(60)
        assert one.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
    one.page.evaluate("location.hash = 'view=findings'")
    one.page.get_by_role("button", name="Filters").click()
    assert one.page.locator("#filters").is_visible()


def test_dark(opened):
    light, dark = (opened("bridge", color_scheme=scheme) for scheme in ("light", "dark"))
    colours = "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    paper, ink = dark.page.evaluate(colours)
    assert light.page.evaluate(colours) != [paper, ink]
    assert sum(map(int, paper[4:-1].split(","))) < 100 < sum(map(int, ink[4:-1].split(",")))


def test_nothing_found_is_an_answer(opened):
    one = opened("nothing", written=FORMATS["html"](nothing()))
    assert one.page.locator("h1").text_content() == "Nothing was read"
    assert one.page.locator(".empty").is_visible()
    assert one.said == []


def test_no_discrepancy_is_an_answer(opened):
    run = RUNS["gated"]()
    agreeing = run.findings[run.findings["verdict"] == "agreement"]
    clear = type(run)(run.documents, run.claims, run.pairs, agreeing, run.skipped)
    one = opened("clear", written=FORMATS["html"](clear))
    assert one.page.locator("h1").text_content() == "No discrepancy found"
    assert one.page.locator(".lead").text_content().startswith("4 facts are told by more than one source")
    alone = type(run)(run.documents, run.claims, run.pairs[:0], run.findings[:0], run.skipped)
    one = opened("alone", written=FORMATS["html"](alone))
    assert one.page.locator(".lead").text_content().startswith("No two sources tell the same fact")
    assert one.page.locator(".empty").is_visible()


def test_a_thousand_findings_open_within_a_second(opened):
    one = opened("thousand")
    session = one.page.context.new_cdp_session(one.page)
    session.send("Performance.enable")
    one.page.reload(wait_until="load")
    told = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
    assert told["TaskDuration"] < 1.0


SERIOUS = {"serious", "critical"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", [*VIEWS, "findings&short=1", "articles&article=0&claim=0", "unread"])
def test_nobody_is_kept_out(opened, axe, scheme, view):
    one = opened("bridge", f"#view={view}", color_scheme=scheme, bypass_csp=True)
    one.page.evaluate(axe)
    if view == "findings":
        one.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    found = one.page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    told = [(rule["id"], node["html"][:120]) for rule in found if rule["impact"] in SERIOUS for node in rule["nodes"]]
    assert told == []


@pytest.fixture
def reports():
    """Runs over real articles."""
    import checker

    return {
        "seeds": lambda: checker.report([ROOT / "seeds"], texts=True).tables,
        "planted": lambda: (
            checker.report([ROOT / "tests/planted/cyclone", ROOT / "tests/planted/results"], texts=True).tables
        ),
    }


def test_the_bridge_has_every_verdict():
    assert {"compatible", "agreement", "discrepancy", "update"} == set(bridge().findings["verdict"])
