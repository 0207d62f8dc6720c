"""A small part of the kit with a fixed seed; `make torture`, `make faults` and `make soak` run all of it."""

import random

import pytest

from tests.torture import codepoints, faults, kit, plan, soak, variants
from tests.torture.forks import Forks
from tests.torture.layer import FAULTS
from tests.torture.news import is_told, write_pair

# Cases that once went wrong, or nearly: they are always run; of the others every so many.
ALWAYS = (
    "bytes: nothing",
    "bytes: 0xFF",
    "bytes: an unfetched file",
    "bytes: an unfinished merge",
    "names: JSON as text",
    "web archive: a length that swallows the next",
    "web archive: a packed length that swallows the next",
    "archive: a document gone",
    "archive: scribbled pages",
    "--files-from: a pipe",
)
_EACH = 45
_SLOW = ("page: many attributes", "PDF", "gzip: a bomb", "place: 2,000 files", "rules: 50,000")
# Inputs that grow -> their size, to be seen soon.
GROWING = {
    "text: figures": 2_000,
    "text: brackets": 40_000,
    "page: boxes": 40_000,
    "broken lines of JSON": 40_000,
    "records of wrong lengths": 20_000,
}


@pytest.fixture(scope="module")
def forks():
    with Forks() as server:
        yield server


@pytest.fixture(scope="module")
def base(forks, tmp_path_factory):
    return kit.base_run(forks, tmp_path_factory.mktemp("base"))


def chosen():
    quick = [name for name in kit.CASES if not name.startswith(_SLOW)]
    return [*ALWAYS, *(name for name in quick[::_EACH] if name not in ALWAYS)]


def test_the_kit_is_as_large_as_it_says():
    assert len(kit.CASES) >= 150
    assert len(kit.GROWING) >= 100


@pytest.mark.parametrize("name", chosen())
def test_beside_whatever_lies_there_the_discrepancy_is_told_and_the_bad_one_named(forks, base, tmp_path, name):
    case = kit.CASES[name]
    ran, report, size = kit.run(forks, tmp_path, case)
    assert [*kit.faults(case, ran, report), *kit.excess(ran, base, size)] == []


@pytest.mark.parametrize("name", GROWING)
def test_twice_the_input_takes_hardly_more_than_twice_the_time(forks, tmp_path, name):
    _, wrong = kit.doubled(forks, tmp_path, name, GROWING[name])
    assert wrong == []


def test_no_gate_passes_without_its_report_whatever_file_fails(forks, tmp_path):
    known = faults.scene(forks, tmp_path / "x", 14)
    assert known.code == 0
    total = faults.operations(forks, tmp_path / "x", 14, ())
    assert total > 30
    draw = random.Random(4)  # noqa: S311 - faults are drawn, not secrets
    for number in range(1, total + 1, 5):
        assert faults.layered(forks, tmp_path / "x", known, number, draw.choice(FAULTS)) == []


def test_a_limit_or_a_signal_never_passes_a_gate(forks, tmp_path):
    known = faults.scene(forks, tmp_path / "x", 17)
    for how in ({"file_size": 3_000}, {"memory": 9 << 20}, {"kill_after": 0.15}, {"kill_after": 0.2, "signal": 2}):
        assert faults.disturbed(forks, tmp_path / "x", known, **how) == []


def test_no_acknowledged_batch_is_lost(forks, tmp_path):
    state = faults.Writers(forks, tmp_path)
    for how in ({}, {"kill_after": 0.12}, {"file_size": 50_000}, {"kill_after": 0.2}, {}):
        ran = state.add(**how)
    assert state.wrong(ran) == []
    assert len(state.acknowledged) >= 2


def test_spoilt_bytes_are_read_or_named(forks, tmp_path):
    draw = random.Random(11)  # noqa: S311 - as above
    for name, content in list(plan.ARTICLES.items())[:11:2]:
        assert faults.spoilt(forks, tmp_path / "x", name, content, draw) == []


@pytest.mark.parametrize("engine", variants.ENGINES)
def test_everything_that_may_differ_at_once_gives_the_same_bytes(tmp_path, engine):
    if not variants.is_there(engine):
        pytest.skip(f"{engine} is not installed")
    first = variants.outputs(tmp_path, variants.VARIANTS["as it is"], "local")
    assert "missing" not in first.values()
    assert variants.outputs(tmp_path, variants.mixed(), engine) == first


def test_there_are_surroundings_enough():
    assert len(variants.VARIANTS) >= 24


@pytest.mark.parametrize("form", codepoints.RENDERERS)
def test_no_code_point_gets_out_of_a_format(form):
    points = codepoints.telling()
    for words in codepoints.pieces(points[::5], 3_000):
        assert list(codepoints.wrong(words, form)) == []


def test_no_code_point_gets_out_of_what_is_read(tmp_path):
    """Those most likely to do harm in names of files, titles and texts, from the disk to every format."""
    for name in ("plain", "odd"):
        (tmp_path / name).mkdir()
    plain = codepoints.read(tmp_path / "plain", list(map(ord, "harmless")) * 40)
    told = codepoints.read(tmp_path / "odd", codepoints.telling()[:400])
    for form, render in codepoints.RENDERERS.items():
        written = render(told)
        assert [*codepoints.faults(written, form), *codepoints.new_tags(written, render(plain), form)] == []


def test_a_day_of_batches_goes_well(forks, tmp_path):
    rounds, wrong, _ = soak.soaked(forks, tmp_path, 0.5, 3)
    assert rounds
    assert wrong == []


def _towns(folder, *killed):
    """A fire in a town of its own for each: one outlet counts 14, the other what is told."""
    for number, other in enumerate(killed, 1):
        for outlet, count in (("harbour", 14), ("ledger", other)):
            soak.written(folder / f"t{number}" / f"{outlet}.md", number, outlet, count)


def _discrepancies(folder, name):
    found = kit.read_report(folder / name)["findings"]
    return [{claim["path"] for claim in one["claims"]} for one in found if one["verdict"] == "discrepancy"]


def test_a_discrepancy_is_not_hidden_by_others_like_it(forks, tmp_path):
    """Fires of one day told in the same words may be taken for one: each pair that differs is told nevertheless."""
    _towns(tmp_path, 16, 17, 18)
    assert forks.main(tmp_path, "gate", "t1", "t2", "t3", "--format", "none", "--output", "json=r.json").code == 1
    named = set().union(*_discrepancies(tmp_path, "r.json"))
    assert {f"t{n}/ledger.md" for n in (1, 2, 3)} <= named


@pytest.mark.parametrize("archived", [(14, 14), (17, 17), (14, 17, 14)])
def test_a_discrepancy_is_not_hidden_by_one_of_the_archive(forks, tmp_path, archived):
    _towns(tmp_path, *archived, 17)
    for number in range(1, len(archived) + 1):
        assert forks.main(tmp_path, "archive", "add", f"t{number}", "--archive", "a.db").code == 0
    last = f"t{len(archived) + 1}"
    words = ("--archive", "a.db", "--format", "none", "--output", "json=r.json")
    assert forks.main(tmp_path, "gate", last, *words).code == 1
    assert {f"{last}/harbour.md", f"{last}/ledger.md"} in _discrepancies(tmp_path, "r.json")


def test_a_discrepancy_is_not_hidden_by_an_article_that_repeats_itself(forks, tmp_path):
    """The same told a hundred times by a third file: then the key of the two was too common, and the gate passed."""
    write_pair(tmp_path / "in")
    (tmp_path / "in" / "x.txt").write_text(
        "A ferry fire killed 14 people in Port Meridian on Monday, police said.\n\n" * 100
    )
    assert forks.main(tmp_path, "gate", "in", "--format", "none", "--output", "json=r.json").code == 1
    assert is_told(kit.read_report(tmp_path / "r.json"))
