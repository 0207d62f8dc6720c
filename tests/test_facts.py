"""Reference facts beside articles, from files to verdicts: what must not be held against a fact, and what must."""

import json

import pytest

import checker
from checker.cli import main
from checker.reading.facts import FactsError
from checker.tables import TABLES, validate

HEAD = "measure,value,unit,period,entity,source,place,published\n"
INFLATION = "inflation,2.4%,,January 2026,Norland,Statistics Norland,,2026-02-18\n"
TOLL = "people killed,38,,2024-03-05,Hotel Borealis fire,Fire Service,Tarnby,2024-03-06\n"
UNMOVED = "measure,value,period,entity,source\ninflation,2.4%,January 2026,Norland,Statistics Norland\n"

PRICES = "Inflation in Norland was {} in {}, the central bank said on Wednesday. Prices of food rose most."
FIRE = "A fire at the Hotel Borealis in Tarnby killed {} people on Tuesday. The blaze began in the kitchen."


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder, facts, articles):
    """Texts with their day -> files a.txt, b.txt and so on in `in`, and the facts beside them."""
    (folder / "in").mkdir()
    (folder / "facts.csv").write_text(facts)
    for name, (day, text) in zip("abcdef", articles, strict=False):
        (folder / "in" / f"{name}.txt").write_text(f"---\ndate: {day}\noutlet: The {name.upper()} Post\n---\n{text}\n")


def verdicts(report, verdict="discrepancy"):
    """The quotes of each finding with that verdict, primary first."""
    text = dict(zip(report.claims["id"], report.claims["text"], strict=True))
    return [[text[name] for name in row.claims] for row in report.findings.itertuples() if row.verdict == verdict]


# Facts, and an article that tells something else.
TRAPS = {
    "another month": (INFLATION, ("2026-03-18", PRICES.format("2.6%", "February"))),
    "another year": (INFLATION, ("2025-02-18", PRICES.format("2.6%", "January"))),
    "another country": (INFLATION, ("2026-02-18", PRICES.format("2.6%", "January").replace("Norland", "Sudland"))),
    "another measure": (
        INFLATION,
        ("2026-02-18", PRICES.format("2.6%", "January").replace("Inflation", "Unemployment")),
    ),
    "a change": (INFLATION, ("2026-02-18", "Inflation in Norland rose by 0.2 percentage points in January.")),
    "no month, weeks after": (INFLATION, ("2026-03-25", "Inflation in Norland was 2.6%, the central bank said.")),
    "no month, and the row tells no day": (
        INFLATION.replace("2026-02-18", ""),
        ("2026-02-18", "Inflation in Norland was 2.6%, the central bank said."),
    ),
    "a rise that was revised": (
        INFLATION,
        ("2026-03-18", "Inflation in Norland in January 2026 was revised to 2.6%, the central bank said."),
    ),
    "a forecast": (INFLATION, ("2025-11-18", "Inflation in Norland is expected to be 2.6% in January 2026.")),
    "another fire": (TOLL, ("2024-06-11", "A fire at a hotel in Lunden killed 83 people on Monday, police said.")),
    "the injured": (TOLL, ("2024-03-06", FIRE.format(83).replace("killed", "injured"))),
    "a part": (TOLL, ("2024-03-06", "Two of the victims of the Hotel Borealis fire in Tarnby were children.")),
    "a toll that grew": (TOLL, ("2024-03-08", FIRE.format(41))),
    "a toll of which the row tells no day": (TOLL.replace("2024-03-06", ""), ("2024-03-08", FIRE.format(41))),
    "an older fire in the same town": (
        TOLL,
        ("2024-03-06", "The worst fire in Tarnby, in 1987, killed 61 people in a cinema."),
    ),
    "the same, rounded": (INFLATION, ("2026-02-18", PRICES.format("about 2%", "January"))),
    "the same": (INFLATION, ("2026-02-18", PRICES.format("2.4 percent", "January"))),
}


@pytest.mark.parametrize(("fact", "article"), TRAPS.values(), ids=TRAPS)
def test_what_is_no_discrepancy(folder, fact, article):
    write(folder, HEAD + fact, [article])
    assert verdicts(checker.gate("in", facts="facts.csv")) == []


# Facts, an article, and the quotes of the finding: the article's first, since it is what can be corrected.
CAUGHT = {
    "another rate for the month": (INFLATION, ("2026-02-18", PRICES.format("2.6%", "January")), ["2.6%", "2.4%"]),
    "and no day of the row": (
        INFLATION.replace("2026-02-18", ""),
        ("2026-02-20", PRICES.format("2.6%", "January")),
        ["2.6%", "2.4%"],
    ),
    "weeks later": (INFLATION, ("2026-04-02", PRICES.format("2.6%", "January")), ["2.6%", "2.4%"]),
    "no month, on the day of the release": (
        INFLATION,
        ("2026-02-18", "Inflation in Norland was 2.6%, the central bank said."),
        ["2.6%", "2.4%"],
    ),
    "told as a rise": (
        INFLATION,
        ("2026-02-18", "Inflation in Norland rose to 2.6% in January, the central bank said."),
        ["2.6%", "2.4%"],
    ),
    "growth": (
        INFLATION.replace("inflation,2.4%", "GDP growth,0.3%").replace("Norland", "France"),
        ("2026-02-18", "France's economy grew 0.5% in January."),
        ["0.5%", "0.3%"],
    ),
    "digits turned round": (TOLL, ("2024-03-06", FIRE.format(83)), ["83", "38"]),
    "a toll too low, later": (TOLL, ("2024-03-08", FIRE.format(35)), ["35", "38"]),
}


@pytest.mark.parametrize(("fact", "article", "quotes"), CAUGHT.values(), ids=CAUGHT)
def test_what_is_a_discrepancy(folder, fact, article, quotes):
    write(folder, HEAD + fact, [article])
    found = checker.gate("in", facts=["facts.csv"])
    assert verdicts(found) == [quotes]
    assert found.exit_code == 1
    for name in ("documents", "claims", "pairs", "findings", "skipped"):
        validate(TABLES[name], getattr(found, name))


def test_an_official_figure_is_a_witness_against_the_article_that_differs(folder):
    write(folder, HEAD + TOLL, [("2024-03-06", FIRE.format(38)), ("2024-03-06", FIRE.format(83))])
    found = checker.gate("in", facts="facts.csv")
    assert verdicts(found) == [["83", "38", "38"]]
    assert ["38", "38"] in verdicts(found, "agreement")
    markdown = found.to_markdown()
    assert "2 documents read, 4 claims, beside 1 reference fact." in markdown
    assert "Fire Service" in markdown
    assert "“people killed" in markdown


def test_the_row_is_quoted_with_its_place(folder):
    write(folder, HEAD + INFLATION, [("2026-02-18", PRICES.format("2.6%", "January"))])
    text = checker.report("in", facts="facts.csv").render("text")
    assert "facts.csv:2:11: 2.4% [Statistics Norland, 2026-02-18]" in text
    assert '"inflation | >>2.4' in text
    assert " | January 2026 | Norland | Statistics Norland" in text
    assert "in/a.txt:5:26: error C620" in text


SERIES = "".join(
    f"inflation,{2 + (year + month) % 9 / 10:.1f},percent,{year}-{month:02d},France,INSEE,,\n"
    for year in range(2010, 2027)
    for month in range(1, 13)
)

# What an article says of a long series -> the rows that speak against it.
OF_SERIES = {
    "a month": ("Inflation in France was 9.9 percent in January.", [("9.9 percent", "2026-01")]),
    "a month of another year": ("Inflation in France was 9.9 percent in June 2019.", [("9.9 percent", "2019-06")]),
    "no month": ("Inflation in France was 9.9 percent, the statistics office said.", []),
    "a figure that is so": ("Inflation in France was 2.2 percent in January.", []),
}


@pytest.mark.parametrize(("words", "found"), OF_SERIES.values(), ids=OF_SERIES)
def test_of_a_long_series_the_row_of_the_time_is_found(folder, words, found):
    write(folder, HEAD + SERIES, [("2026-02-15", words)])
    report = checker.report("in", facts="facts.csv")
    assert report.facts == 204
    claims = report.claims.set_index("id")
    names = [row.claims for row in report.findings.itertuples() if row.verdict == "discrepancy"]
    assert [(claims["text"][one], claims["period"][other]) for one, other in names] == found


def test_facts_that_no_article_speaks_of_are_not_reported(folder):
    other = "inflation,2.9%,,January 2026,Norland,Another Office,,2026-02-18\n"
    write(folder, HEAD + INFLATION + other, [("2024-03-06", FIRE.format(38))])
    found = checker.gate("in", facts="facts.csv")
    assert verdicts(found) == []
    assert list(found.documents["outlet"]) == ["The A Post"]
    assert found.exit_code == 0


def test_facts_alone_are_nothing_read(folder):
    write(folder, HEAD + INFLATION, [])
    assert checker.gate("in", facts="facts.csv").exit_code == 3


def test_the_day_of_all_articles_is_not_that_of_the_facts(folder):
    write(folder, HEAD + TOLL, [("2024-03-08", FIRE.format(41))])
    assert verdicts(checker.gate("in", facts="facts.csv", published="2024-03-08")) == []


def test_without_facts_nothing_changes(folder):
    write(folder, HEAD + INFLATION, [("2024-03-06", FIRE.format(38)), ("2024-03-06", FIRE.format(83))])
    assert checker.report("in").to_json() == checker.report("in", facts="facts.csv").to_json()


def test_a_table_of_a_header_alone_changes_nothing_but_that_it_is_named(folder):
    write(folder, HEAD, [("2024-03-06", FIRE.format(38)), ("2024-03-06", FIRE.format(83))])
    without, beside = (
        json.loads(found.to_json()) for found in (checker.report("in"), checker.report("in", facts="facts.csv"))
    )
    assert [row["path"] for row in beside["skipped"]] == ["facts.csv"]
    assert {key for key in beside if beside[key] != without[key]} == {"skipped", "summary"}


def test_a_gate_with_a_table_of_a_header_alone_does_not_pass(folder, capsys):
    write(folder, HEAD, [("2024-03-06", FIRE.format(38))])
    assert main(["gate", "in", "--facts", "facts.csv"]) == 3
    assert "facts.csv: not read: a header and no fact below it" in capsys.readouterr().out


def test_facts_stand_beside_an_archive(folder):
    write(folder, HEAD + TOLL, [("2024-03-06", FIRE.format(83))])
    (folder / "old").mkdir()
    (folder / "in" / "a.txt").rename(folder / "old" / "a.txt")
    (folder / "in" / "b.txt").write_text(f"---\ndate: 2024-03-06\noutlet: The B Post\n---\n{FIRE.format(38)}\n")
    assert main(["archive", "add", "old", "--archive", "a.db"]) == 0
    found = checker.gate("in", facts="facts.csv", archive="a.db")
    assert verdicts(found) == [["83", "38", "38"]] or verdicts(found) == [["38", "83"]]
    (folder / "in" / "b.txt").write_text("---\ndate: 2024-03-06\n---\nThe museum in Lunden sold 1,204 tickets.\n")
    assert verdicts(checker.gate("in", facts="facts.csv", archive="a.db")) == []


def test_a_wrong_row_keeps_the_gate_from_passing(folder, capsys):
    write(folder, HEAD + "deaths,many,,2024,Norland,S,,\n" + INFLATION, [("2024-03-06", FIRE.format(38))])
    assert main(["gate", "in", "--facts", "facts.csv"]) == 3
    told = "not read: facts.csv:2: column 8: value 'many' is no figure: write it as 38, 2.4% or $65.9 billion"
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["report", "gate", "explain x", "baseline write"])
def test_a_table_that_cannot_be_used_is_wrong_usage(folder, capsys, verb):
    write(folder, "measure,valeu,entity,source\n", [("2024-03-06", FIRE.format(38))])
    more = ["--baseline", "b.txt", "--reason", "r"] * verb.startswith("baseline")
    assert main([*verb.split(), "in", "--facts", "facts.csv", *more]) == 2
    assert "facts.csv:1:9: unknown column 'valeu'; did you mean 'value'?" in capsys.readouterr().err
    assert main([*verb.split(), "in", "--facts", "none.csv", *more]) == 2
    assert "none.csv: cannot be read: no such file or directory" in capsys.readouterr().err
    with pytest.raises(FactsError):
        checker.report("in", facts="none.csv")


def test_very_many_wrong_rows_are_counted(folder):
    write(folder, HEAD + "deaths,many,,2024,Norland,S,,\n" + "deaths\n" * 150, [("2024-03-06", FIRE.format(38))])
    skipped = checker.gate("in", facts="facts.csv").skipped
    assert len(skipped) == 101
    assert skipped["reason"].iloc[-1] == "51 more rows could not be read"
    assert skipped["path"].iloc[0] == "facts.csv:2"


def test_settings_name_facts_and_flags_add_to_them(folder, capsys):
    write(folder, HEAD + INFLATION, [("2026-02-18", PRICES.format("2.6%", "January")), ("2024-03-06", FIRE.format(83))])
    (folder / "more.csv").write_text(HEAD + TOLL)
    (folder / "checker.toml").write_text('facts = "facts.csv"\n')
    assert main(["gate", "in", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["summary"]["verdicts"]["discrepancy"] == 1
    assert main(["gate", "in", "--format", "json", "--facts", "more.csv"]) == 1
    assert json.loads(capsys.readouterr().out)["summary"]["verdicts"]["discrepancy"] == 2
    assert main(["config", "--facts", "more.csv", "--origin"]) == 0
    assert f'facts = ["{folder.as_posix()}/facts.csv", "more.csv"]' in capsys.readouterr().out


def test_a_kept_answer_holds_only_while_the_facts_are_the_same(folder, capsys):
    write(folder, HEAD + INFLATION, [("2026-02-18", PRICES.format("2.4%", "January"))])
    call = ["gate", "in", "--facts", "facts.csv", "--cache", "cache"]
    assert [main(call), main(call)] == [0, 0]
    (folder / "facts.csv").write_text(HEAD + INFLATION.replace("2.4", "2.9"))
    assert main(call) == 1
    capsys.readouterr()


def test_a_finding_against_a_fact_can_be_accepted_and_explained(folder, capsys):
    write(folder, HEAD + INFLATION, [("2026-02-18", PRICES.format("2.6%", "January"))])
    beside = ["in", "--facts", "facts.csv"]
    name = checker.report("in", facts="facts.csv").findings["fingerprint"].iloc[0]
    assert main(["explain", name, *beside]) == 0
    assert main(["baseline", "write", *beside, "--baseline", "b.txt", "--reason", "asked"]) == 0
    assert main(["gate", *beside, "--baseline", "b.txt"]) == 0
    told = capsys.readouterr()
    assert "accepted" in told.out
    assert "reference facts: 1 read; articles speak of 1" in told.err
