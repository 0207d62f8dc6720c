"""The bench from the command line."""

import json

import pytest

from bench import floors, lines, peers
from bench.__main__ import LABELLED, ROOT, main
from bench.figures import FIGURES


def test_absent_labelled_files_are_a_clear_line(tmp_path, capsys):
    assert main(["score", "--check", "--bench", str(tmp_path / "nowhere")]) == 0
    assert "skipped" in capsys.readouterr().out


def test_predict_writes_one_line_a_record(tmp_path):
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    lines.write(source, [{"id": "a", "text": "Rain fell."}, {"id": "b", "text": "Prices rose 5%."}])
    assert main(["predict", "quantity", str(source), str(target)]) == 0
    found = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [(record["id"], len(record["quantities"])) for record in found] == [("a", 0), ("b", 1)]


def test_predict_stops_on_an_exception(tmp_path):
    source = tmp_path / "in.jsonl"
    lines.write(source, [{"id": "a"}])
    with pytest.raises(KeyError):
        main(["predict", "quantity", str(source), str(tmp_path / "out.jsonl")])


def test_an_unknown_task_is_a_usage_error(tmp_path, capsys):
    with pytest.raises(SystemExit) as stop:
        main(["predict", "riddles", str(tmp_path), str(tmp_path)])
    assert stop.value.code == 2
    assert "riddles" in capsys.readouterr().err


def test_records_are_cut_into_chunks_in_order():
    records = [{"id": n} for n in range(5)]
    assert [[record["id"] for record in part] for part in lines.chunks(records, 2)] == [[0, 1], [2, 3], [4]]


def test_every_figure_is_told_beside_every_peer(tmp_path, monkeypatch, capsys):
    told = {
        task: {figure.peers[0]: {} for figure in FIGURES if figure.task == task and figure.peers}
        for task in {figure.task for figure in FIGURES}
    }
    told["quantity"]["newsquant"] = {"one": {"value": 61.0}, "better": {"value": 70.5}, "unmeasured": {}}
    (tmp_path / "peers.json").write_text(json.dumps(told), encoding="utf-8")
    monkeypatch.setattr(peers, "installed", lambda _: [])
    assert main(["peers", "--bench", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    (line,) = [line for line in lines if line.startswith("quantity: newsquant value:")]
    assert line.endswith("checker (floor) | 70.5 better; 61.0 one")
    assert len(lines) == len(FIGURES) + 1
    assert lines[-1].startswith("installed: none")


def test_peers_that_are_absent_are_a_clear_line(tmp_path, capsys):
    assert main(["peers", "--bench", str(tmp_path / "nowhere")]) == 0
    assert "skipped" in capsys.readouterr().out


README = (ROOT / "README.md").read_text(encoding="utf-8")
TABLE = README.partition(peers.BEGIN)[2].partition(peers.END)[0]


def test_our_figures_in_the_readme_are_the_floors():
    recorded = floors.load()
    rows = [line.split(" | ") for line in TABLE.splitlines()[2:]]
    told = [float(row[1].strip("*")) for row in rows]
    shares = {(figure.task, figure.name): 100 if figure.point < 1 else 1 for figure in FIGURES}
    assert told == [pytest.approx(recorded[key[0]][key[1]] * shares[key], abs=0.051) for key in peers.SHOWN]


def test_the_better_figure_of_a_row_is_in_bold():
    for row in (line.split(" | ") for line in TABLE.splitlines()[2:]):
        ours, theirs = row[1], row[2].split()[0]
        best = (min if "lower is better" in row[0] else max)((ours, theirs), key=lambda cell: float(cell.strip("*")))
        assert [cell.startswith("**") for cell in (ours, theirs)] == [cell == best for cell in (ours, theirs)], row


@pytest.mark.skipif(not LABELLED.is_dir(), reason="the labelled texts are not beside this folder")
def test_the_table_of_the_readme_is_what_the_bench_writes():
    assert peers.page(LABELLED) == TABLE


def test_the_table_of_a_readme_is_put_in_place(tmp_path, monkeypatch):
    page = tmp_path / "README.md"
    page.write_text(f"before\n{peers.BEGIN}old\n{peers.END}after\n", encoding="utf-8")
    monkeypatch.setattr(peers, "page", lambda _: "new\n")
    peers.put(tmp_path, page)
    assert page.read_text(encoding="utf-8") == f"before\n{peers.BEGIN}new\n{peers.END}after\n"
