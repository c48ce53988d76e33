"""Every format in every outcome: the exit code, what is printed, what is written, and whose words are in it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import xml.etree.ElementTree as ET

import pytest

from involve_audit.cli import files, redact, streams
from involve_audit.render import FORMATS, TEXTS, github
from involve_audit.render.pdf import MOST_LETTERS, claims_the_profile, not_set

pytestmark = pytest.mark.usefixtures("judge")

HOLDS, FAILS, BROKEN = 0, 1, 2
MACHINE = ("json", "sarif", "junit", "github", "gitlab", "csv")


def errors_in(format_: str, text: str) -> tuple[int, int]:
    """How many findings fail the check, and how many inputs or problems could not be audited, as a format tells it."""
    if format_ == "json":
        tree = json.loads(text)
        audits = tree.get("audits", [tree])
        return sum(not a["policy"]["holds"] for a in audits), len(tree.get("problems", []))
    if format_ == "sarif":
        (run,) = json.loads(text)["runs"]
        told = run["invocations"][0].get("toolExecutionNotifications", [])
        assert run["invocations"][0]["executionSuccessful"] is not bool(told)
        return sum(r["level"] == "error" and not r["ruleId"].startswith("input/") for r in run["results"]), len(told)
    if format_ == "junit":
        root = ET.fromstring(text)  # noqa: S314 (it is our own)
        return int(root.get("failures", "")), len(root.findall(".//error"))
    if format_ == "github":
        lines = [line for line in text.splitlines() if line.startswith("::error ")]
        broken = [line for line in lines if line.endswith("It is not a pass.")]
        return len(lines) - len(broken), len(broken)
    if format_ == "gitlab":
        entries = json.loads(text)
        broken = [e for e in entries if e["check_name"].startswith("input/")]
        return sum(e["severity"] == "blocker" for e in entries) - len(broken), len(broken)
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    broken = [r for r in rows if r["rule"].startswith("input/")]
    return sum(r["level"] == "error" for r in rows) - len(broken), len(broken)


OUTCOMES = {
    "good": (["good.yaml"], HOLDS),
    "gate": (["failing.yaml"], FAILS),
    "open": (["open.yaml"], FAILS),
    "invalid": (["invalid.yaml"], BROKEN),
    "missing": (["missing.yaml"], BROKEN),
    "empty folder": (["empty"], BROKEN),
    "one bad of ten": (["ten"], BROKEN),
    "crash in one": (["breaking.yaml", "good.yaml"], BROKEN),
    "crash in all": (["good.yaml"], BROKEN),
    "crash in the report": (["failing.yaml"], BROKEN),
}


@pytest.fixture
def scene(here, monkeypatch):
    """The folder of an outcome."""

    def set_up(outcome: str, format_: str) -> list[str]:
        (here / "empty").mkdir()
        (here / "ten").mkdir()
        (here / "open.yaml").write_text("format: 1\nproject: {title: Open}\n", encoding="utf-8")
        for n in range(9):
            (here / "ten" / f"{n}.yaml").write_text("format: 1\nproject: {title: Holds}\n", encoding="utf-8")
        (here / "ten" / "9.yaml").write_text("format: 1\nproject: {title: Holds, fase: x}\n", encoding="utf-8")
        if outcome == "crash in all":
            monkeypatch.setattr(files, "find", lambda *_: {}["the secret of the file"])
        if outcome == "crash in the report":
            _crash_once(monkeypatch, format_)
        return OUTCOMES[outcome][0]

    return set_up


def _crash_once(monkeypatch, format_: str) -> None:
    """Let the renderer fail over audits, and only over them."""
    from importlib import import_module

    module = import_module(f"involve_audit.render.{'terminal' if format_ == 'text' else FORMATS[format_].module}")
    name = "summary" if format_ == "text" else "render"
    true = getattr(module, name)

    def render(audits, *rest, **more):
        if audits:
            raise KeyError("the secret of the file")
        return true(audits, *rest, **more)

    monkeypatch.setattr(module, name, render)


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("format_", TEXTS)
def test_every_format_in_every_outcome(run, scene, outcome, format_):
    arguments, code = scene(outcome, format_), OUTCOMES[outcome][1]
    found = run("check", *arguments, "--format", format_)
    assert found.code == code, found.err
    assert "Traceback" not in found.out + found.err
    assert "secret of the file" not in found.out + found.err
    assert ("not a pass" in found.err) == ("crash" in outcome)
    if code == BROKEN:
        assert found.err
    if format_ in MACHINE:
        failing, broken = errors_in(format_, found.out)
        assert (broken > 0) == (code == BROKEN)
        assert broken <= 1
        if code != BROKEN:
            assert (failing > 0) == (code == FAILS)
    elif "crash in" in outcome and outcome != "crash in one":
        assert "Fails" not in found.out


@pytest.mark.parametrize("outcome", ["gate", "invalid"])
@pytest.mark.parametrize("format_", TEXTS)
def test_report_only_changes_no_report_and_no_2(run, scene, outcome, format_):
    arguments, code = scene(outcome, format_), OUTCOMES[outcome][1]
    hard, soft = (
        run("check", *arguments, "--format", format_),
        run("check", *arguments, "--format", format_, "--report-only"),
    )
    assert hard.out == soft.out
    assert (hard.code, soft.code) == (code, HOLDS if code == FAILS else code)


# --- several formats in one run --------------------------------------------------------------------


WHOLE = tuple(f for f in TEXTS if not FORMATS[f].export)
"""The formats that tell a whole run; an export tells what a file says."""


def test_several_formats_are_written_in_one_run_and_what_is_printed_stays(run, here):
    alone = {f: run("check", "good.yaml", "failing.yaml", "invalid.yaml", "--format", f).out for f in WHOLE}
    options = [x for f in WHOLE for x in ("--output", f"{f}:out.{f}")]
    found = run("check", "good.yaml", "failing.yaml", "invalid.yaml", *options)
    assert found.code == BROKEN
    assert found.out == alone["text"]
    for f in WHOLE:
        text = (here / f"out.{f}").read_bytes().decode("utf-8")
        if f == "text":
            assert "What could not be audited" in text
        else:
            assert text == alone[f]


@pytest.mark.parametrize(
    ("output", "says"),
    [
        ("sarif", "names no file; write FORMAT:FILE"),
        ("sarif:", "names no file; write FORMAT:FILE"),
        ("sariff:x.sarif", "did you mean 'sarif'?"),
        ("sarif:-", "what is printed follows --format"),
        ("json:good.yaml", "read or written already"),
        ("json:./twice", "read or written already"),
        ("json:nowhere/x.json", "there is no such file or folder"),
        ("json:folder", "this is a folder"),
    ],
)
def test_outputs_that_cannot_be_written_are_2_and_nothing_is_written(run, here, output, says):
    (here / "folder").mkdir()
    before = sorted(os.listdir(here))
    found = run("check", "good.yaml", "--output", "html:twice", "--output", output)
    assert (found.code, found.out) == (BROKEN, "")
    assert says in found.err
    assert sorted(os.listdir(here)) == before
    assert (here / "good.yaml").read_text(encoding="utf-8").startswith("format: 1")


def test_a_project_file_in_a_folder_is_not_written_over(run, here):
    found = run("check", here, "--output", f"json:{here / 'failing.yaml'}")
    assert (found.code, found.out) == (BROKEN, "")
    assert "read or written already" in found.err
    assert "Fails" in (here / "failing.yaml").read_text(encoding="utf-8")


def test_a_report_that_cannot_be_made_leaves_no_file(run, here, monkeypatch):
    _crash_once(monkeypatch, "html")
    found = run("check", "good.yaml", "--format", "sarif", "--output", "json:a.json", "--output", "html:a.html")
    assert found.code == BROKEN
    assert not (here / "a.json").exists()
    assert errors_in("sarif", found.out) == (0, 1)


@pytest.mark.parametrize(
    "names", [["failing.yaml"], ["good.yaml", "failing.yaml"], ["good.yaml", "invalid.yaml"], ["invalid.yaml"]]
)
def test_a_saved_run_is_rendered_again_in_every_format(run, here, names):
    (here / "saved.json").write_text(run("check", *names, "--format", "json").out, encoding="utf-8")
    outputs = [x for f in WHOLE for x in ("-o", f"again{FORMATS[f].endings[0]}")]
    found = run("report", "saved.json", *outputs)
    assert found.code == (BROKEN if "invalid.yaml" in names else HOLDS), found.err
    for f in WHOLE:
        again = (here / f"again{FORMATS[f].endings[0]}").read_bytes().decode("utf-8")
        if f != "text":
            assert again == run("check", *names, "--format", f).out


def test_problems_of_a_saved_run_are_checked(run, here):
    (here / "saved.json").write_text('{"audits": [], "problems": [{"kind": "fine"}]}', encoding="utf-8")
    found = run("report", "saved.json", "-o", "x.sarif")
    assert found.code == BROKEN
    assert "saved.json: problems[0]" in found.err
    good = {"kind": "fine", "file": "x", "says": "y", "line": 0, "column": 0}
    (here / "saved.json").write_text(json.dumps({"audits": [], "problems": [good]}), encoding="utf-8")
    assert "allowed: invalid, unreadable, internal" in run("report", "saved.json", "-o", "x.sarif").err


def test_a_file_named_by_its_whole_path_is_named_from_here(run, here):
    (here / "sub").mkdir()
    (here / "sub" / "a b.yaml").write_text("format: 1\nproject: {title: Fails}\n", encoding="utf-8")
    (log,) = json.loads(run("check", here / "sub" / "a b.yaml", "--format", "sarif").out)["runs"]
    places = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in log["results"]}
    assert places == {"sub/a%20b.yaml"}
    assert (
        json.loads(run("check", here / "sub" / "a b.yaml", "--format", "gitlab").out)[0]["location"]["path"]
        == "sub/a b.yaml"
    )


# --- GitHub's summary page -------------------------------------------------------------------------


def test_the_summary_page_is_added_to_and_only_for_github(run, here, monkeypatch):
    page = here / "summary.md"
    page.write_text("# Before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    run("check", "failing.yaml")
    assert page.read_text(encoding="utf-8") == "# Before\n"
    found = run("check", "failing.yaml", "invalid.yaml", "--format", "github")
    assert found.code == BROKEN
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# Before\n# How people are involved")
    assert "does not hold" in text
    assert "What could not be audited" in text
    assert re.search(r"\d+ errors?, \d+ warnings? and \d+ notes?", text)


def test_the_summary_page_never_grows_beyond_what_github_takes(run, here, monkeypatch):
    page = here / "summary.md"
    page.write_text("x" * (github.PAGE - 5000), encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    assert run("check", "failing.yaml", "--format", "github").code == FAILS
    assert github.PAGE - 5000 < page.stat().st_size <= github.PAGE
    assert "does not fit" in page.read_text(encoding="utf-8")


def test_a_summary_page_that_cannot_be_written_is_said(run, here, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here / "nowhere" / "page.md"))
    found = run("check", "failing.yaml", "--format", "github")
    assert found.code == FAILS
    assert "the summary page cannot be written" in found.err


# --- whose words, and how it looks -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "quotes"),
    [("true", False), ("1", False), ("yes", False), ("", True), ("false", True), ("0", True), ("False", True)],
)
def test_ci_decides_whether_files_are_quoted_and_options_decide_over_it(run, here, monkeypatch, value, quotes):
    monkeypatch.setenv("CI", value)
    assert redact.by_default() is not quotes
    for options in ([], ["--format", "text"]):
        assert ("offered: none" in run("check", "--all", "failing.yaml", *options).out) is quotes
        assert ("the secret phase" in run("check", "invalid.yaml", *options).err) is quotes
    assert ("the secret phase" in run("report", "invalid.yaml", "-o", "x.html").err) is quotes
    assert "offered: none" in run("check", "--all", "failing.yaml", "--excerpts").out
    assert "offered: none" not in run("check", "--all", "failing.yaml", "--no-excerpts").out


@pytest.mark.parametrize(
    ("environment", "terminal", "coloured"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"TERM": "dumb"}, True, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ({"CI": "true"}, False, False),
        ({"CI": "true", "FORCE_COLOR": "1"}, False, True),
    ],
)
def test_colours_follow_what_people_asked_for(monkeypatch, environment, terminal, coloured):
    for name, value in {"TERM": "xterm", **environment}.items():
        monkeypatch.setenv(name, value)

    class Stream(io.StringIO):
        def isatty(self):
            return terminal

    assert streams.colours(Stream()) is coloured


@pytest.mark.parametrize("format_", MACHINE)
def test_formats_for_machines_have_no_colour_and_are_utf_8(run, here, monkeypatch, format_):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in run("check", "failing.yaml", "--format", format_).out


def test_redirected_output_is_utf_8_where_the_system_has_another_encoding(monkeypatch):
    """As on Windows, where a pipe has the code page of the country."""
    import sys

    raw = io.BytesIO()
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    monkeypatch.delenv("PYTHONUTF8", raising=False)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1252"))
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), encoding="cp1252"))
    streams.prepare()
    streams.out("▒ – Ł")
    streams.out_exact("a\r\n– Ł\n")
    assert raw.getvalue().decode("utf-8").replace("\r\n", "\n").splitlines() == ["▒ – Ł", "a", "– Ł"]


def test_no_text_becomes_a_command_of_a_github_workflow(monkeypatch, capsys):
    hostile = "::error::x\n  ::add-mask::y\nfine ##[error]z\na::b ## [c]\n"
    streams.err(hostile)
    assert capsys.readouterr().err == hostile
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    for say in (streams.out, streams.err):
        say(hostile)
        printed = capsys.readouterr()
        assert printed.out + printed.err == "\\::error::x\n  \\::add-mask::y\nfine ##\\[error]z\na::b ## [c]\n"


def test_a_pdf_says_which_letters_it_shows_as_boxes(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(
        "format: 1\nproject: {title: 'A walk \U0010fffd', phase: running}\nstages: none\n", "utf-8"
    )
    for edition in ("team", "contributors"):
        found = run("report", "a.yaml", "-o", "a.pdf", "-o", "a.html", "--edition", edition)
        assert found.code == 0
        assert "a.pdf: 1 different letter could not be set" in found.err
        assert "(U+10FFFD)" in found.err
        assert "does not claim to keep to PDF/UA" in found.err
        assert "a.html: " not in found.err
        assert not claims_the_profile((tmp_path / "a.pdf").read_bytes())
    (tmp_path / "a.yaml").write_text(
        "format: 1\nproject: {title: 'A walk é “ж”', phase: running}\nstages: none\n", "utf-8"
    )
    found = run("report", "a.yaml", "-o", "a.pdf")
    assert found.err.count("\n") == 1
    assert claims_the_profile((tmp_path / "a.pdf").read_bytes())


def test_letters_that_no_font_holds_are_found_in_their_order_and_no_other():
    private = [chr(0x10FF00 + n) for n in range(5)]
    assert not_set("é ж א ش ✓ “x” – plain") == ()
    assert not_set(f"a{private[3]}é{private[0]}{private[3]} \u200d\ufe0f") == (private[3], private[0])
    assert len(not_set("".join(chr(0xF0000 + n) for n in range(MOST_LETTERS + 5)))) == MOST_LETTERS
