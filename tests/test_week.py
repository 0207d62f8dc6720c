"""A week at a newsroom: each day's batch is gated against what was archived before, then archived itself.

Five days with a toll that rises, a wrong figure that is corrected under its address, the old error repeated by another
paper, an article that is withdrawn, and a finding that the editor accepts.
"""

from collections import Counter
from pathlib import Path

import pytest

import checker
from checker.cli import main
from checker.judging.baseline import load

DAYS = {"monday": "2025-03-03", "tuesday": "2025-03-04", "wednesday": "2025-03-05", "thursday": "2025-03-06"}
DAYS |= {"friday": "2025-03-07"}

# Day -> file -> outlet, address at the outlet, text.
WEEK = {
    "monday": {
        "harbour": (
            "harbour.example",
            "ferry",
            (
                "The night ferry Aurora caught fire off Port Meridian on Sunday. A "
                "total of 12 people were killed in the ferry fire off Port Meridian, police said on Monday."
            ),
        ),
        "ledger-bridge": (
            "ledger.example",
            "bridge",
            (
                "The new Calder Bridge in Eastwick cost $48 million, the "
                "Eastwick city council said on Monday. The Calder Bridge is 310 metres long."
            ),
        ),
    },
    "tuesday": {
        "ledger": (
            "ledger.example",
            "ferry",
            (
                "The death toll in the fire on the night ferry Aurora off Port Meridian "
                "rose to 15 on Tuesday, police said."
            ),
        ),
        "gazette-bridge": (
            "gazette.example",
            "bridge",
            (
                "The new Calder Bridge in Eastwick cost $84 million, the "
                "Eastwick city council said. The Calder Bridge is 310 metres long."
            ),
        ),
    },
    "wednesday": {
        "gazette-bridge": (
            "gazette.example",
            "bridge",
            (
                "The new Calder Bridge in Eastwick cost $48 million, the "
                "Eastwick city council said. The Calder Bridge is 310 metres long. An earlier version of "
                "this article misstated the price."
            ),
        ),
    },
    "thursday": {
        "herald-bridge": (
            "herald.example",
            "bridge",
            ("The new Calder Bridge in Eastwick cost $84 million, the Eastwick city council said."),
        ),
        "harbour-orchard": (
            "harbour.example",
            "orchard",
            (
                "A hailstorm destroyed 700 hectares of orchards near Lower "
                "Ashford on Wednesday, the growers' union said on Thursday."
            ),
        ),
    },
    "friday": {
        "ledger-orchard": (
            "ledger.example",
            "orchard",
            ("A hailstorm destroyed 70 hectares of orchards near Lower Ashford on Wednesday, the growers' union said."),
        ),
    },
}


@pytest.fixture(scope="module", autouse=True)
def desk(tmp_path_factory):
    """The folder in which the batches lie."""
    folder = tmp_path_factory.mktemp("desk")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(folder)
        for day, articles in WEEK.items():
            for name, (outlet, story, text) in articles.items():
                file = folder / day / f"{name}.md"
                file.parent.mkdir(exist_ok=True)
                front = f"outlet: {outlet}\nurl: https://{outlet}/{story}\ndate: {DAYS[day]}\n"
                file.write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
        yield folder


def gated(day, **more):
    return checker.gate([day], archive="archive.db", **more)


def told(found):
    """The findings on figures between sources: verdict, and the figures of its claims, primary first."""
    text = dict(zip(found.claims["id"], found.claims["text"], strict=True))
    home = dict(zip(found.claims["id"], found.claims["document"], strict=True))
    rows = found.findings[["verdict", "claims"]].itertuples(index=False)
    across = [(verdict, [text[name] for name in names]) for verdict, names in rows if len({*map(home.get, names)}) > 1]
    return sorted((verdict, *texts) for verdict, texts in across if any(c.isdigit() for c in "".join(texts)))


def archived(day):
    assert main(["archive", "add", day, "--archive", "archive.db", "--batch", day]) == 0
    assert main(["archive", "verify", "--archive", "archive.db"]) == 0


def test_monday_makes_the_archive():
    assert main(["gate", "monday", "--archive", "archive.db"]) == 2, "there is none yet"
    assert main(["gate", "monday"]) == 0
    archived("monday")


def test_tuesday_a_toll_rises_and_a_price_is_wrong():
    found = gated("tuesday")
    assert [finding for finding in told(found) if finding[0] == "update"] == [("update", "15", "12")]
    assert [finding for finding in told(found) if finding[0] == "discrepancy"] == [
        ("discrepancy", "$84 million", "$48 million")
    ]
    assert found.exit_code == 1
    archived("tuesday")


def test_wednesday_the_price_is_corrected():
    found = gated("wednesday")
    assert Counter(verdict for verdict, *_ in told(found))["discrepancy"] == 0, "it is not held against its old version"
    assert ("agreement", "$48 million", "$48 million") in told(found)
    assert found.exit_code == 0
    archived("wednesday")


def test_thursday_another_paper_repeats_the_old_error():
    found = gated("thursday")
    wrong = [finding for finding in told(found) if finding[0] == "discrepancy"]
    assert wrong == [("discrepancy", "$84 million", "$48 million", "$48 million")], "both witnesses of today's truth"
    accounts = found.documents.set_index("outlet")["account"]
    assert accounts["gazette.example"]["archived"] == "wednesday", "the corrected version is the witness"


def test_thursday_the_editor_accepts_it_and_the_batch_passes():
    command = ["baseline", "write", "thursday", "--archive", "archive.db", "--baseline", "known.txt"]
    assert main([*command, "--reason", "the herald was told"]) == 0
    assert main(["gate", "thursday", "--archive", "archive.db", "--baseline", "known.txt"]) == 0
    archived("thursday")


def test_friday_a_figure_differs_from_an_article_that_is_then_withdrawn():
    found = gated("friday")
    assert [finding for finding in told(found) if finding[0] == "discrepancy"] == [
        ("discrepancy", "70 hectares", "700 hectares")
    ]
    address = "https://harbour.example/orchard"
    assert main(["archive", "remove", address, "--archive", "archive.db"]) == 0
    assert main(["archive", "verify", "--archive", "archive.db"]) == 0
    assert told(gated("friday")) == []
    assert gated("friday").exit_code == 0
    archived("friday")


def test_gating_an_archived_batch_again_says_the_same():
    before = gated("friday").to_json()
    archived("friday")
    assert gated("friday").to_json() == before


def test_only_the_baseline_silences():
    """Thursday's batch is in the archive by now; what it repeats is told again, and the baseline still accepts it."""
    found = gated("thursday", baseline=load(Path("known.txt")))
    text = dict(zip(found.claims["id"], found.claims["text"], strict=True))
    judged = found.findings[found.findings["verdict"] == "discrepancy"]
    states = {text[names[0]]: state for names, state in judged[["claims", "state"]].itertuples(index=False)}
    assert states == {"$84 million": "accepted", "70 hectares": "new"}, "the withdrawn article is gated once more"
    assert gated("thursday").exit_code == 1


def test_the_summary_tells_what_was_read(capsys):
    main(["gate", "friday", "--archive", "archive.db"])
    assert capsys.readouterr().out.splitlines()[-1].startswith("1 document read")
