"""`portfolio` as a user runs it: files, workers, exit codes, and nothing half written."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support import ROOT

DAY = ("--date", "2026-11-01")
EXAMPLES = ROOT / "examples"


@pytest.fixture
def folder(tmp_path):
    for name in ("full", "minimal", "application"):
        shutil.copy(EXAMPLES / name / "project.yaml", tmp_path / f"{name}.yaml")
    return tmp_path


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_rows_stand_in_the_order_in_which_they_were_asked_for(run, folder):
    names = [folder / "minimal.yaml", folder / "full.yaml", folder / "application.yaml"]
    found = run("portfolio", *names, *DAY, "--format", "jsonl")
    assert found.code == 1
    assert [json.loads(line)["file"] for line in found.out.splitlines()[1:-1]] == [n.name for n in names]


def test_workers_and_one_process_say_the_same(run, folder, tmp_path):
    for n in range(40):
        shutil.copy(EXAMPLES / "minimal" / "project.yaml", folder / f"more-{n:02}.yaml")
    (folder / "broken.yaml").write_text("format: 1\nproject: {title: X, fase: running}\n")
    out = tmp_path.parent / f"{tmp_path.name}-out"
    out.mkdir()
    for jobs in (1, 2):
        found = run(
            "portfolio",
            folder,
            *DAY,
            "--jobs",
            jobs,
            "-o",
            out / f"{jobs}.jsonl",
            "-o",
            out / f"{jobs}.html",
        )
        assert found.code == 2
        assert "did you mean 'phase'?" in found.err
    assert (out / "1.jsonl").read_bytes() == (out / "2.jsonl").read_bytes()
    assert (out / "1.html").read_bytes() == (out / "2.html").read_bytes()
    assert lines(out / "1.jsonl")[-1]["unread"] == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["full.yaml"], 0),
        (["full.yaml", "minimal.yaml"], 1),
        (["full.yaml", "minimal.yaml", "--report-only"], 0),
        (["full.yaml", "nosuch.yaml"], 2),
        (["full.yaml", "nosuch.yaml", "--report-only"], 2),
        (["nosuch.yaml"], 2),
        (["full.yaml", "--format", "pdf"], 2),
        (["full.yaml", "-o", "x.doc"], 2),
        (["full.yaml", "--require", "consultation", "--require", "nonsense"], 2),
        (["full.yaml", "--require", "led"], 1),
        (["full.yaml", "--require", "told-reward", "--require", "lone-voice"], 0),
        (["bad.yaml", "--require", "told-nothing"], 2),
    ],
)
def test_exit_codes(run, folder, monkeypatch, arguments, code):
    monkeypatch.chdir(folder)
    assert run("portfolio", *arguments, *DAY).code == code


def test_files_that_cannot_be_audited_are_listed(run, folder, monkeypatch):
    monkeypatch.chdir(folder)
    (folder / "bad.yaml").write_text("format: 1\nproject: [\n")
    found = run("portfolio", "bad.yaml", "nosuch.yaml", "full.yaml", *DAY)
    assert found.code == 2
    assert "bad.yaml" in found.out
    assert "nosuch.yaml" in found.out
    assert "1 project audited, 2 could not be" in found.out


def test_no_words_of_the_files_where_none_are_wanted(run, folder):
    (folder / "secret.yaml").write_text(
        "format: 1\nproject: {title: SECRETWORD}\nvoices: {missing: [{group: SECRETWORD}]}\n"
    )
    (folder / "wrong.yaml").write_text("format: 1\nproject: {title: Y, SECRETWORD: SECRETWORD}\n")
    for kind in ("text", "markdown", "html", "csv", "jsonl"):
        found = run("portfolio", folder, *DAY, "--no-excerpts", "--format", kind)
        assert found.code == 2
        assert "SECRETWORD" not in found.out + found.err, kind


def test_a_policy_file_holds_all_projects_to_the_same_and_is_named(run, folder):
    (folder / "fund.yaml").write_text(
        "policy: 1\ntitle: A fund\nby: The fund\nrung: involvement\nmay_stay_open: {applying: [involvement]}\n",
        encoding="utf-8",
    )
    names = [folder / f"{name}.yaml" for name in ("full", "minimal", "application")]
    tables = {}
    for jobs in (1, 2):
        found = run(
            "portfolio",
            *names,
            "--policy",
            folder / "fund.yaml",
            *DAY,
            "--format",
            "jsonl",
            "--jobs",
            jobs,
        )
        assert found.code == 1
        tables[jobs] = [json.loads(line) for line in found.out.splitlines()]
    assert tables[1] == tables[2]
    head, full, minimal, application, _ = tables[1]
    assert "held to the policy “A fund” by The fund" in head["rubric"]
    assert "--date 2026-11-01 was given" in head["rubric"]
    assert full["holds"]
    assert "involvement" in minimal["failed"] + minimal["open"]
    assert "involvement" not in application["failed"] + application["open"], "not asked for yet"
    (folder / "bad.yaml").write_text("policy: 1\ntitle: A fund\nscore: 60\n", encoding="utf-8")
    assert run("portfolio", *names, "--policy", folder / "bad.yaml", *DAY).code == 2


# --- nothing is kept between runs -----------------------------------------------------------------


def test_what_somebody_left_in_a_cache_folder_is_never_looked_at(run, folder, tmp_path_factory, monkeypatch):
    first = run("portfolio", folder, *DAY, "--format", "jsonl")
    tmp_path = tmp_path_factory.mktemp("elsewhere")  # what lies in the folder itself is named in the table
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    kept = tmp_path / "home" / "involve-audit"
    kept.mkdir(parents=True)
    with sqlite3.connect(kept / "rows.sqlite") as database:
        row = json.loads(first.out.splitlines()[1])
        # A view answers every question with a row that passes.
        database.execute(f"CREATE VIEW rows AS SELECT '{json.dumps({**row, 'holds': True})}' AS row, x'00' AS key")
    again = run("portfolio", folder, *DAY, "--format", "jsonl")
    assert (again.code, again.out) == (first.code, first.out)
    assert sorted(p.name for p in kept.iterdir()) == ["rows.sqlite"]
    assert run("portfolio", folder, "--cache", kept, *DAY).code == 2


# --- stopped in the middle --------------------------------------------------------------------------


def _until_it_has_workers(pid):
    """Wait until a command has begun to work with others; how long that takes depends on what else the machine does."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    for _ in range(600):
        if children.exists() and children.read_text().strip():
            break
        time.sleep(0.1 if children.parent.exists() else 0.005)  # without /proc: three seconds


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_stopped_in_the_middle_it_leaves_no_half_written_file_and_no_worker(tmp_path, asked):
    many = tmp_path / "many"
    many.mkdir()
    text = (EXAMPLES / "minimal" / "project.yaml").read_text("utf-8")
    for n in range(600):
        (many / f"{n:04}.yaml").write_text(f"# {n}\n{text}")
    (tmp_path / "out.html").write_text("what stood here before")
    # Of tests that a shell runs in the background Ctrl-C is ignored, and so it would be of whom they start.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    run_ = subprocess.Popen(
        [sys.executable, "-m", "involve_audit", "portfolio", str(many), "-j", "2", "-o", str(tmp_path / "out.html")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    signal.signal(signal.SIGINT, before)
    _until_it_has_workers(run_.pid)
    assert run_.poll() is None
    run_.send_signal(asked)
    # The pipes end when the last worker has gone.
    _, said = run_.communicate(timeout=120)
    assert run_.returncode == 130, said
    assert sorted(p.name for p in tmp_path.iterdir()) == ["many", "out.html"]
    assert (tmp_path / "out.html").read_text() == "what stood here before"
