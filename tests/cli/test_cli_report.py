"""`report`: what is written, and that nothing is half written."""

from __future__ import annotations

import io
import json
import os
import shutil
import stat
import sys

import pytest
from support import ROOT

from involve_audit.cli import files, report, streams
from involve_audit.render import FORMATS

pytestmark = pytest.mark.usefixtures("judge")

BROKEN = 2


def _there(folder):
    return sorted(p.name for p in folder.iterdir())


def test_the_ending_of_the_name_chooses_the_format(run, here):
    names = ["r.html", "r.md", "r.json", "r.txt"]
    found = run("report", "good.yaml", *(a for n in names for a in ("-o", n)))
    assert (found.code, found.out) == (0, "")
    *wrote, last = found.err.splitlines()
    assert [line.partition(" (")[0] for line in wrote] == [f"wrote {n}" for n in names]
    assert [line.partition("(")[2].partition(",")[0] for line in wrote] == ["html", "markdown", "json", "text"]
    assert last == "involve-audit: 4 files written, for 1 project"
    assert (here / "r.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads((here / "r.json").read_text(encoding="utf-8"))["project"]["title"] == "Holds"
    assert "Holds" in (here / "r.md").read_text(encoding="utf-8")


def test_a_failing_policy_is_for_check_and_a_report_is_written_all_the_same(run, here):
    assert run("report", "failing.yaml", "-o", "r.html").code == 0


def test_a_format_can_be_told_and_must_be_where_the_name_does_not_tell(run, here):
    assert run("report", "good.yaml", "-o", "report", "--format", "markdown").code == 0
    found = run("report", "good.yaml", "-o", "other")
    assert found.code == BROKEN
    assert "end its name in .txt, .md, .html, .json" in found.err.lower()
    assert run("report", "good.yaml", "-o", "-").code == BROKEN


def test_what_cannot_be_audited_is_not_written(run, here):
    before = _there(here)
    found = run("report", "invalid.yaml", "-o", "r.html")
    assert found.code == BROKEN
    assert "nothing was written" in found.err
    assert _there(here) == before


def test_several_files_go_into_a_folder_one_report_each(run, here):
    (here / "out").mkdir()
    assert run("report", "good.yaml", "failing.yaml", "-o", "out").code == 0
    assert _there(here / "out") == ["failing.html", "good.html"]
    assert run("report", "good.yaml", "failing.yaml", "-o", "all.json").code == 0
    assert len(json.loads((here / "all.json").read_text(encoding="utf-8"))["audits"]) == 2
    assert "make it first" in run("report", "good.yaml", "-o", "nowhere/").err


def test_files_of_the_same_name_are_told_apart_by_their_folders(run, here):
    for folder in ("a", "b"):
        (here / folder).mkdir()
        (here / folder / "project.yaml").write_text("format: 1\nproject: {title: Holds}\n", encoding="utf-8")
    (here / "out").mkdir()
    assert run("report", "a", "b", "-o", "out/", "--format", "json").code == 0
    assert _there(here / "out") == ["a-project.json", "b-project.json"]


def test_a_saved_audit_can_be_rendered_again(run, here):
    assert run("report", "good.yaml", "-o", "saved.json", "-o", "first.html").code == 0
    assert run("report", "saved.json", "-o", "again.html").code == 0
    assert (here / "again.html").read_bytes() == (here / "first.html").read_bytes()
    (here / "broken.json").write_text('{"schema_version": "1"}', encoding="utf-8")
    (here / "text.json").write_text("{", encoding="utf-8")
    for name in ("broken.json", "text.json"):
        found = run("report", name, "-o", "x.html")
        assert found.code == BROKEN
        assert found.err.startswith(f"{name}: ")
    assert run("report", "saved.json", "-o", "x.html", "--date", "2026-01-01").code == BROKEN


def test_a_report_never_replaces_what_it_reports_on(run, here):
    assert run("report", "good.yaml", "-o", "good.yaml", "--format", "text").code == BROKEN
    assert (here / "good.yaml").read_text(encoding="utf-8").startswith("format: 1")


def test_a_report_replaces_no_rubric_no_file_of_a_folder_and_no_other_report(run, here):
    shutil.copy(ROOT / "examples" / "own-rubric" / "rubric.yaml", here / "own.yaml")
    before = {path.name: path.read_bytes() for path in here.iterdir() if path.is_file()}
    for options in (
        ("good.yaml", "--rubric", "own.yaml", "--format", "json", "-o", "own.yaml"),
        (".", "--format", "json", "-o", "good.yaml"),
        ("good.yaml", "-o", "x.html", "-o", "./x.html"),
    ):
        found = run("report", *options)
        assert found.code == BROKEN
        assert "read or written already" in found.err
    assert {path.name: path.read_bytes() for path in here.iterdir() if path.is_file()} == before


def test_all_reports_are_written_or_none(run, here, monkeypatch):
    (here / "r.html").write_text("the last report", encoding="utf-8")
    before = _there(here)
    found = run("report", "good.yaml", "-o", "r.html", "-o", "no/such/folder/r.md")
    assert found.code == BROKEN
    assert "cannot be written" in found.err
    assert (here / "r.html").read_text(encoding="utf-8") == "the last report"
    assert _there(here) == before

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    found = run("report", "good.yaml", "-o", "r.html")
    assert found.code == BROKEN
    assert "no space left on device" in found.err
    assert (here / "r.html").read_text(encoding="utf-8") == "the last report"
    assert _there(here) == before


def test_writing_keeps_links_and_permissions(tmp_path):
    target = tmp_path / "target.html"
    target.write_bytes(b"old")
    if sys.platform != "win32":
        target.chmod(0o640)
        link = tmp_path / "link.html"
        link.symlink_to(target)
        files.write_all({str(link): b"new"})
        assert link.is_symlink()
        assert stat.S_IMODE(target.stat().st_mode) == 0o640
    files.write_all({str(target): b"new"})
    assert target.read_bytes() == b"new"


def test_a_device_is_written_to_and_not_replaced():
    files.write_all({os.devnull: b"gone"})
    assert os.path.exists(os.devnull)


# --- editions, PDF and Word ------------------------------------------------------------------------


def test_the_contributors_edition_in_every_format_that_there_is(run, here):
    done = run(
        "report",
        "good.yaml",
        "--edition",
        "contributors",
        *(part for end in ("html", "md", "txt") for part in ("-o", f"c.{end}")),
    )
    assert (done.code, done.out) == (0, "")
    for end in ("html", "md", "txt"):
        assert "what you can ask" in (here / f"c.{end}").read_text("utf-8").lower()
    run("report", "good.yaml", "-o", "team.md")
    assert "What you can ask for next" not in (here / "team.md").read_text("utf-8")
    # In a folder, one does not take the place of the other.
    (here / "all").mkdir()
    assert run("report", "good.yaml", "-o", "all").code == 0
    assert run("report", "good.yaml", "-o", "all", "--edition", "contributors").code == 0
    assert _there(here / "all") == ["good-contributors.html", "good.html"]


def test_a_pack_for_a_meeting(run, here):
    done = run(
        "report", "good.yaml", "--meeting", *(part for end in ("html", "md", "txt") for part in ("-o", f"m.{end}"))
    )
    assert (done.code, done.out) == (0, "")
    for end in ("html", "md", "txt"):
        assert "to send out a week before" in (here / f"m.{end}").read_text("utf-8").lower()
    both = run("report", "good.yaml", "--meeting", "--edition", "contributors", "-o", "b.html")
    assert both.code == 2
    assert "ask for one of them" in both.err
    assert not (here / "b.html").exists()
    assert run("report", "good.yaml", "--meeting", "-o", "m.json").code == 2


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("-o", "c.json", "--edition", "contributors"), "it can be written as text, markdown, html, pdf, docx"),
        (("-o", "c.html", "--edition", "contributor"), "did you mean 'contributors'?"),
        (("-o", "c.md", "-o", "c.json", "--edition", "contributors"), "in the format json"),
    ],
)
def test_an_edition_that_there_is_not_is_refused(run, here, options, says):
    before = sorted(here.iterdir())
    done = run("report", "good.yaml", *options)
    assert done.code == 2
    assert says in done.err
    assert sorted(here.iterdir()) == before


def test_pdf_and_word_by_the_ending_or_the_option(run, here):
    pytest.importorskip("typst")
    assert run("report", "good.yaml", "-o", "r.pdf", "-o", "r.DOCX").code == 0
    assert (here / "r.pdf").read_bytes().startswith(b"%PDF-")
    assert (here / "r.DOCX").read_bytes().startswith(b"PK")
    (here / "all").mkdir()
    assert run("report", "good.yaml", "failing.yaml", "-o", "all", "--format", "pdf").code == 0
    assert sorted(p.name for p in (here / "all").iterdir()) == ["failing.pdf", "good.pdf"]


@pytest.mark.parametrize(("kind", "extra"), [("pdf", "pdf")])
def test_without_the_extra_it_says_what_to_install_and_writes_nothing(run, here, monkeypatch, kind, extra):
    import importlib.util

    real = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *more: None if name == "typst" else real(name, *more))
    before = sorted(here.iterdir())
    done = run("report", "good.yaml", "-o", f"r.{kind}", "-o", "r.md")
    assert done.code == 2
    assert f"pip install 'involve-audit[{extra}]'" in done.err
    assert sorted(here.iterdir()) == before
    assert run("report", "good.yaml", "-o", "r.md").code == 0


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_what_is_not_text_is_not_printed(run, here, kind):
    done = run("check", "good.yaml", "--format", kind)
    assert (done.code, done.out) == (2, "")
    assert f"involve-audit report FILES -o report.{kind}" in done.err


class _Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self):
        return True


@pytest.mark.parametrize(("number", "term", "shown"), [(5, "xterm", True), (4, "xterm", False), (5, "dumb", False)])
def test_somebody_at_a_terminal_sees_how_far_many_files_have_come(monkeypatch, number, term, shown):
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", term)
    assert list(streams.watched(tuple(range(number)), "Judging [b]")) == list(range(number))
    assert ("Judging [b]" in terminal.getvalue()) is shown


def test_in_a_log_there_is_no_bar(monkeypatch):
    log = io.StringIO()
    monkeypatch.setattr(sys, "stderr", log)
    assert list(streams.watched(tuple(range(50)), "Judging")) == list(range(50))
    assert not log.getvalue()


def test_a_large_file_says_its_size_in_words_that_fit():
    assert [report._size(n) for n in (999, 1000, 241_721, 2_400_000)] == ["999 bytes", "1 kB", "242 kB", "2.4 MB"]


def test_a_plain_report_takes_the_short_way_and_says_what_the_long_way_says(run, here, monkeypatch):
    from involve_audit.__main__ import _plain

    assert _plain(["report", "a", "-", "-o", "b", "--output", "c"], "report") == (("a", "-"), ("b", "c"), None)
    for long in (["report"], ["report", "a"], ["report", "a", "-o"], ["report", "a", "-o", "-"], ["report", "a", "-ob"],
                 ["report", "a", "-o", "b", "--date", "2026-01-01"], ["report", "--help"], ["check", "a", "-o", "b"],
                 ["report", "a", "-o", "b", "--jobs", "2"]):  # fmt: skip
        assert _plain(long, "report") is None, long
    assert _plain(["report", "-o", "b"], "report") == ((), ("b",), None)  # the project file of this folder
    short = run("report", "good.yaml", "-o", "short.md")
    long_way = run("report", "good.yaml", "-o", "long.md", "--edition", "team")
    assert short.code == long_way.code == 0
    assert (here / "short.md").read_bytes() == (here / "long.md").read_bytes()


def test_so_does_a_plain_portfolio(run, here):
    from involve_audit.__main__ import _plain

    for jobs in (["-j", "2"], ["--jobs", "2"]):
        assert _plain(["portfolio", "a", "-o", "b", *jobs], "portfolio") == (("a",), ("b",), 2)
    for long in (["portfolio", "a"], ["portfolio", "a", "-o", "b", "-j"], ["portfolio", "a", "-o", "b", "-j2"],
                 *(["portfolio", "a", "-o", "b", "-j", number] for number in ("0", "-1", "two", "1.5", "9" * 5000))):  # fmt: skip
        assert _plain(long, "portfolio") is None, long
    short = run("portfolio", "good.yaml", "-o", "short.csv", "-j", "1")
    long_way = run("portfolio", "good.yaml", "-o", "long.csv", "-j", "1", "--format", "text")
    assert (short.code, short.err.replace("short", "long")) == (long_way.code, long_way.err)
    assert (here / "short.csv").read_bytes() == (here / "long.csv").read_bytes()


# --- printed -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("more", [(), ("--sheet",), ("--full",), ("--edition", "contributors"), ("--meeting",)])
def test_without_a_place_to_write_to_markdown_is_printed(run, here, more):
    before = _there(here)
    found = run("report", "good.yaml", *more)
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("# ")
    assert _there(here) == before
    run("report", "good.yaml", *more, "-o", "r.md")
    assert found.out == (here / "r.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", [n for n, form in FORMATS.items() if not (form.binary or form.export) and n != "html"])
def test_every_format_of_text_is_printed_as_it_would_be_written(run, here, kind):
    found = run("report", "good.yaml", "-f", kind)
    assert found.code == 0
    run("report", "good.yaml", "-f", kind, "-o", "r.x")
    assert found.out.split() == (here / "r.x").read_text(encoding="utf-8").split()


@pytest.mark.parametrize("kind", ["html", "pdf", "docx"])
def test_what_nobody_reads_on_a_terminal_asks_for_a_file(run, here, kind):
    before = _there(here)
    found = run("report", "good.yaml", "-f", kind)
    assert (found.code, found.out) == (BROKEN, "")
    assert f"-o report.{kind}" in found.err
    assert _there(here) == before
