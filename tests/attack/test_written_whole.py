"""Files that are written: two runs at once lose nothing, and a run that ends in the middle leaves what stood there."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import warnings
from itertools import cycle

import pytest
from attack.cases import SMALL
from survey.answering import PROJECT

from involve_audit.__main__ import main
from involve_audit.cli import files, lock
from involve_audit.load import read

WORKER = """
import sys
from involve_audit.__main__ import main
for month in sys.argv[1:]:
    print("ready", flush=True)
    sys.stdin.readline()
    while True:
        code = main(["views", "add", "project.yaml", "answers", "--round", month, "--of", "contributors", "--all-new", "--anonymous", "yes"])
        if code != 2:
            break
    print(code, flush=True)
"""


def test_views_added_by_two_runs_at_once_are_all_there(tmp_path):
    """Each run is let go at the same moment, round by round, and tries again where it is told to."""
    (tmp_path / "project.yaml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / "answers").mkdir()
    rounds = 6
    months = [[f"20{10 + n}-{6 * side + 3:02}" for n in range(rounds)] for side in (0, 1)]
    table = "Honesty;Influence\n" + "Yes;No\n" * 5
    (tmp_path / "answers" / "table.csv").write_text(table, encoding="utf-8")
    runs = [
        subprocess.Popen([sys.executable, "-c", WORKER, *own], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for own in months
    ]  # fmt: skip
    for _ in range(rounds):
        assert [run.stdout.readline() for run in runs] == ["ready\n", "ready\n"]
        for run in runs:
            run.stdin.write("\n")
            run.stdin.flush()
        assert [run.stdout.readline() for run in runs] == ["0\n", "0\n"]
    said = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    there = sorted(view["when"] for view in read((tmp_path / "project.yaml").read_bytes()).tree["views"])
    assert there == sorted(months[0] + months[1])
    assert sorted(os.listdir(tmp_path)) == ["answers", "project.yaml"]
    for text in said:
        assert all(
            "wrote project.yaml" in line or "just now" in line for line in text.splitlines() if "project.yaml" in line
        )


def test_a_file_that_another_run_holds_is_waited_for_and_then_refused(tmp_path, monkeypatch):
    place = tmp_path / "project.yaml"
    place.write_text(PROJECT, encoding="utf-8")
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    with (
        lock.locked(os.path.realpath(place)),
        pytest.raises(files.CannotRead, match="another run is writing it; nothing was written"),
    ):
        files.replace_unchanged(str(place), PROJECT.encode(), b"other")
    assert place.read_text(encoding="utf-8") == PROJECT
    files.replace_unchanged(str(place), PROJECT.encode(), b"other")
    with pytest.raises(files.CannotRead, match="changed by somebody else"):
        files.replace_unchanged(str(place), PROJECT.encode(), b"mine")
    assert place.read_bytes() == b"other"
    assert os.listdir(tmp_path) == ["project.yaml"]


WRITING = {
    "views add": ("views", "add", "project.yaml", "table.csv", "--round", "2026-06", "--anonymous", "yes"),
    "views seal": ("views", "seal", "project.yaml", "--date", "2026-06-01"),
    "report": ("report", "project.yaml", "-o", "made.html", "-o", "made.json"),
    "pictures": ("report", "project.yaml", "--pictures", "."),
    "check": ("check", "project.yaml", "--output", "sarif:made.sarif", "--write-baseline", "made.json"),
    "portfolio": ("portfolio", "project.yaml", "other.yaml", "-o", "made.csv", "-j", "1"),
    "compare": ("compare", "other.yaml", "project.yaml", "-o", "made.html"),
    "init": ("init", "made.yaml", "--force"),
    "questions": ("form", "--contributors", "-o", "made.html"),
    "room": ("room", "counts.csv", "--room", "panel", "--statistics", "--reference", "england_wales_2021", "-o", "made.html"),
    "schema": ("schema", "project", "-o", "made.json"),
}  # fmt: skip
"""Every command that writes files."""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder in which whatever would be written is there already."""
    monkeypatch.chdir(tmp_path)
    files_ = {
        "project.yaml": SMALL,
        "other.yaml": b"format: 1\nproject: {title: Other}\n",
        "table.csv": b"Honesty;Influence\n" + b"Yes;No\n" * 9,
        "counts.csv": b"characteristic,category,count\nsex,Female,12\nsex,Male,12\n",
        **{f"made.{ending}": b"before" for ending in ("html", "json", "sarif", "csv", "yaml")},
    }
    for name, data in files_.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def _contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a copy of this process is made, and ended")
@pytest.mark.parametrize(("command", "when"), list(zip(WRITING, cycle(["half written", "before it is in its place"]))))
def test_a_run_that_is_killed_leaves_what_stood_there(folder, monkeypatch, command, when):
    before = _contents(folder)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        try:
            if when == "half written":

                def half(handle, *_, **__):
                    os.write(handle, b"half of it")
                    os._exit(137)

                os.fdopen = half
            else:
                os.replace = lambda *_: os._exit(137)
            main([*WRITING[command]])
        finally:
            os._exit(3)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 137
    after = _contents(folder)
    left = {name for name in after if name.endswith(".part")}
    assert {name: data for name, data in after.items() if name not in left} == before
    assert left
    assert all(name.startswith(".") for name in left)
    # What was left is in nobody's way, and is taken for nothing.
    assert main([*WRITING[command]]) in (0, 1)
    assert set(_contents(folder)) >= left
    changed = {name for name, data in _contents(folder).items() if before.get(name) != data}
    assert changed > left


@pytest.mark.parametrize("command", WRITING)
def test_a_run_that_cannot_write_says_so_and_leaves_nothing(folder, monkeypatch, capsys, command):
    before = _contents(folder)

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert main([*WRITING[command]]) == 2
    assert "cannot be written: no space left on device" in capsys.readouterr().err
    assert _contents(folder) == before


def test_what_is_written_for_its_owner_alone_is_never_readable_by_others(folder, monkeypatch):
    if os.name != "posix":
        pytest.skip("other systems keep who may read a file elsewhere")
    seen = []
    real = os.replace

    def replace(source, target):
        seen.append(os.stat(source).st_mode & 0o777)
        return real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    assert main([*WRITING["room"]]) == 0
    assert seen == [0o600]
    assert os.stat("made.html").st_mode & 0o777 == 0o600


# --- names and files of other people ------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", ["\n::error::x", "\r::error::x", "\x1b[31m", "\u202e", "\u2028"])
@pytest.mark.skipif(os.name != "posix", reason="other systems allow no such names")
def test_the_name_of_a_file_writes_no_line_of_its_own(tmp_path, monkeypatch, capsys, mark):
    """Whoever adds a file to a folder chooses its name: a log must not take it for a line of ours."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "project.yaml").write_bytes(SMALL)
    for name, text in (
        (f"a{mark}.yaml", b"x"),
        (f"b{mark}.yaml", SMALL),
        (f"c{mark}.txt", b"x"),
        (f"d{mark}.yaml", b""),
    ):
        (tmp_path / "folder" / name).write_bytes(text)
    for command in (
        ("check", "folder"),
        ("due", "folder"),
        ("views", "add", "project.yaml", "folder", "--round", "2026-06"),
        ("report", "folder", "-o", f"made{mark}.md"),
    ):
        main([*command])
        printed = capsys.readouterr()
        for text in (printed.out, printed.err):
            assert [line for line in text.splitlines() if line.startswith("::")] == [], command
            assert not {"\x1b", "\u202e", "\u2028", "\r"} & set(text)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes here")
def test_a_pipe_into_which_nobody_writes_is_refused_after_a_while(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(files, "PATIENCE", 0.05)
    os.mkfifo("pipe.yaml")
    assert main(["check", "pipe.yaml"]) == 2
    assert "pipe.yaml: nobody writes into this pipe" in capsys.readouterr().err
    monkeypatch.setattr(files, "PATIENCE", 5)
    writes = subprocess.Popen([sys.executable, "-c", f"open('pipe.yaml', 'wb').write({SMALL!r})"])
    assert main(["check", "pipe.yaml", "--report-only"]) == 0
    assert writes.wait() == 0


def test_a_file_that_cannot_be_put_in_its_place_is_named_as_it_was_typed(tmp_path, monkeypatch, capsys):
    """Its whole place may hold the name of a person."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_bytes(SMALL)
    assert main(["report", "project.yaml", "-o", "a" * 300 + ".html"]) == 2
    assert str(tmp_path) not in capsys.readouterr().err
