"""`import` and `export` as people type them."""

from __future__ import annotations

import sys

import pytest
from logs import PROJECT, xlsx

pytest.importorskip("python_calamine", reason="spreadsheets are not installed: pip install '.[spreadsheets]'")
pytest.importorskip("openpyxl", reason="spreadsheets are not installed: pip install '.[spreadsheets]'")

ROWS = [
    ["Date", "What was said", "What changed", "Colour"],
    ["2025-03-12", "Bigger letters", "The title is bigger", "x"],
]


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / "log.xlsx").write_bytes(xlsx({"Log": ROWS}))
    (tmp_path / "log.csv").write_text("\n".join(",".join(r) for r in ROWS), encoding="utf-8")
    return tmp_path


def file(here):
    return (here / "project.yaml").read_text(encoding="utf-8")


def test_in_a_pipe_nothing_is_written_until_somebody_says_that_it_is_right(here, run):
    result = run("import", "log.xlsx", stdin="")
    assert result.code == 2
    assert "What was said" in result.err
    assert "influence.log.said" in result.err
    assert "--yes" in result.err
    assert file(here) == PROJECT
    result = run("import", "log.xlsx", "--yes", stdin="")
    assert result.code == 0
    assert "said: Bigger letters" in file(here)
    assert "'Colour', sheet Log, row 1, column D: its heading is not known" in result.err
    assert "4 cells: 3 placed, 1 not placed" in result.err


@pytest.mark.parametrize(("answer", "code"), [("yes\n", 0), ("no\n", 2), ("\n", 2)])
def test_at_a_terminal_it_asks(here, run, monkeypatch, answer, code):
    monkeypatch.setattr(sys, "stdin", __import__("io").StringIO(answer))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    result = run("import", "log.csv")
    assert (result.code, "Is that right?" in result.err) == (code, True)
    assert ("Bigger letters" in file(here)) == (code == 0)


def test_what_was_confirmed_is_kept_for_the_next_time(here, run):
    assert run("import", "log.xlsx", "--map", "Colour=note", "--yes", stdin="").code == 0
    kept = (here / "import-mapping.yaml").read_text(encoding="utf-8")
    assert "Colour: note" in kept
    (here / "log.xlsx").write_bytes(xlsx({"Log": [*ROWS, ["2025-04-01", "Meet at six", None, "y"]]}))
    before = file(here)
    result = run("import", "log.xlsx", stdin="")
    assert result.code == 0, result.err
    assert "1 log entry" in result.err
    assert file(here).startswith(before)
    # With another column, it is asked again.
    (here / "log.xlsx").write_bytes(xlsx({"Log": [[*ROWS[0], "Response"], [*ROWS[1], "Yes"]]}))
    assert run("import", "log.xlsx", stdin="").code == 2
    # And the file is known for what it is.
    assert "import --mapping" in run("check", "import-mapping.yaml").err
    assert run("check", ".", "--report-only").code == 0


def test_another_file_for_the_mapping(here, run):
    assert run("import", "log.csv", "--yes", "--mapping", "ours.yaml", stdin="").code == 0
    assert (here / "ours.yaml").exists()
    assert not (here / "import-mapping.yaml").exists()
    (here / "ours.yaml").write_text("involve_audit_mapping: 1\nsheets:\n  (table): {Date: wen}\n", encoding="utf-8")
    result = run("import", "log.csv", "--yes", "--mapping", "ours.yaml", stdin="")
    assert result.code == 2
    assert "ours.yaml:3" in result.err
    assert "'when'" in result.err


def test_a_dry_run_shows_the_difference_and_writes_nothing(here, run):
    result = run("import", "log.xlsx", "--dry-run", stdin="")
    assert result.code == 0
    assert result.out.startswith("--- project.yaml\n+++ project.yaml\n@@")
    assert "+    - said: Bigger letters" in result.out
    assert file(here) == PROJECT
    assert sorted(p.name for p in here.iterdir()) == ["log.csv", "log.xlsx", "project.yaml"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["log.xlsx", "--map", "What was sed=influence.log.said"], "did you mean 'What was said'"),
        (["log.xlsx", "--map", "Colour=influence.log.sayd"], "influence.log.said"),
        (["log.xlsx", "--map", "Colour"], "HEADING=influence.log.said"),
        (["log.xlsx", "--sheet", "Lag"], "did you mean 'Log'"),
        (["log.xlsx", "--dates", "sideways"], "day-first"),
        (["log.xlsx", "--into", "other.yaml"], "init"),
        (["nothing.xlsx"], "no such file"),
        (["application.docx"], "passage by passage"),
        (["project.yaml"], "headings"),
    ],
)
def test_what_cannot_be_done_is_said(here, run, arguments, says):
    (here / "application.docx").write_bytes(b"PK\x03\x04")
    result = run("import", *arguments, "--yes", stdin="")
    assert result.code == 2
    assert says in result.err
    assert file(here) == PROJECT


def test_without_the_library_the_line_that_installs_it_is_named_and_csv_is_read(here, run, monkeypatch):
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    result = run("import", "log.xlsx", "--yes", stdin="")
    assert result.code == 2
    assert "pip install '.[spreadsheets]'" in result.err
    result = run("export", "--xlsx", "out.xlsx")
    assert result.code == 0
    assert run("import", "log.csv", "--yes", stdin="").code == 0


def test_a_project_file_with_mistakes_is_not_written(here, run):
    (here / "project.yaml").write_text("format: 1\nproject: {phase: sometime}\n", encoding="utf-8")
    result = run("import", "log.xlsx", "--yes", stdin="")
    assert result.code == 2
    assert "project.yaml:2" in result.err


def test_an_export_comes_home_and_is_not_written_over(here, run):
    assert run("import", "log.xlsx", "--yes", stdin="").code == 0
    before = file(here)
    assert run("export", "--xlsx", "out.xlsx").code == 0
    assert run("import", "out.xlsx", "--yes", stdin="").code == 0
    assert file(here) == before
    result = run("export", "--xlsx", "out.xlsx")
    assert result.code == 2
    assert "--force" in result.err
    assert run("export", "--xlsx", "out.xlsx", "--force").code == 0
    assert run("export").code == 2
    assert run("export", "--xlsx", "out.ods").code == 2


def test_several_logs_at_once(here, run):
    (here / "more.csv").write_text("Date;Decision;Decided by\n2025-05-01;Meet at six;together\n", encoding="utf-8")
    result = run("import", "log.xlsx", "more.csv", "--yes", stdin="")
    assert result.code == 0
    assert "decided_by: together" in file(here)
    assert "source: more" in file(here)


def test_many_cells_of_one_kind_are_named_in_one_short_line():
    from involve_audit.cli.import_ import _together

    places = [f"sheet Log, row {n}, column D" for n in (4, 8, 12)]
    assert _together(places) == "sheet Log, rows 4, 8, 12, column D"
    assert _together(["row 5", "row 7"]) == "rows 5, 7"
    assert (
        _together(["sheet A, row 2, column B", "sheet B, row 2, column B", "sheet C"])
        == "sheet A, row 2, column B; sheet B, row 2, column B; sheet C"
    )


def test_a_second_import_says_what_the_log_no_longer_holds_and_how_to_take_it_out(here, run):
    rows = ["Date,You said,We did", "2025-03-01,Larger print,Larger print", "2025-03-02,More breaks,Breaks"]
    (here / "log.csv").write_text("\n".join(rows), encoding="utf-8")
    assert run("import", "log.csv", "--yes").code == 0
    before = (here / "project.yaml").read_text(encoding="utf-8")
    (here / "log.csv").write_text("\n".join(rows[:2]), encoding="utf-8")
    done = run("import", "log.csv", "--yes")
    assert (
        "1 entry of the file came from this log and stands in no row that is taken in now: influence.log, line"
        in done.err
    )
    assert "(row 3). It was deleted there" in done.err
    assert "--take-out" in done.err
    assert (here / "project.yaml").read_text(encoding="utf-8") == before
    done = run("import", "log.csv", "--yes", "--take-out")
    assert "stands in no row of it any more was taken out: influence.log, line" in done.err
    after = (here / "project.yaml").read_text(encoding="utf-8")
    assert "More breaks" not in after
    assert "Larger print" in after
    assert "stands in no row" not in run("import", "log.csv", "--yes").err


def test_a_log_with_which_the_file_would_hold_too_much_is_refused_for_that(here, run, monkeypatch):
    from involve_audit.yamlfile import reader

    many = [["What was said", "What changed"], *([f"point {n}", f"change {n}"] for n in range(100))]
    (here / "log.csv").write_text("\n".join(map(",".join, many)), encoding="utf-8")
    monkeypatch.setattr(reader, "MAX_NODES", 300)
    result = run("import", "log.csv", "--yes", stdin="")
    assert result.code == 2
    assert "the file holds more than 300 values" in result.err
    assert "put in less at a time" in result.err
    assert file(here) == PROJECT
