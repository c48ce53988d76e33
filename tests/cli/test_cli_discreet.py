"""No word of a project file stands in any output where excerpts are off: a project with a mark in every text of it."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest
from support import ROOT, shipped, written

from involve_audit.assess import audit_document
from involve_audit.cli import redact
from involve_audit.load import read, read_project
from involve_audit.render import TEXTS
from involve_audit.schema import vocabulary
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 1)
MARK = "quagga"


def marked(text: str) -> tuple[str, int]:
    """A project file in which every text that may be anything holds a mark, and how many there are.

    Which may be anything is found by trying: what the loader refuses with a mark is a choice, a number or a date.
    """
    tree = read(text, "x.yaml").tree
    known = vocabulary()
    names = {key for part in ("sources", "rooms") for key in tree.get(part, {})} - known
    kept: set[str] = set()
    for _ in range(12):
        count = 0

        def mark(value: object) -> object:
            nonlocal count
            if isinstance(value, dict):
                return {(f"{k}_{MARK}" if k in names else k): mark(v) for k, v in value.items()}
            if isinstance(value, list):
                return [mark(v) for v in value]
            if value in names:
                count += 1
                return f"{value}_{MARK}"
            if value in kept or value in known or not re.search(r"[^\W\d_]{2}", str(value)):
                return value
            count += 1
            return f"{MARK} {value} {MARK}"  # at both ends: a text that is cut shows its beginning

        made = written(mark(tree), default_style='"', width=10_000)
        try:
            read_project(read(made, "x.yaml"))
        except InputError as error:
            for problem in error.problems:
                line = made.splitlines()[problem.line - 1]
                kept.update(
                    re.sub(rf"^{MARK} | {MARK}$", "", text) for text in re.findall(r'"((?:[^"\\]|\\.)*)"', line)
                )
        else:
            return made, count
    raise AssertionError("no file with marks can be read")


@pytest.fixture(scope="module", params=["full", "bad"])
def project(request, tmp_path_factory):
    text, count = marked((ROOT / "examples" / request.param / "project.yaml").read_text("utf-8"))
    path = tmp_path_factory.mktemp("marked") / "project.yaml"
    path.write_text(text, encoding="utf-8")
    assert count > 20
    return path


# What happens to words at all, and not to which, is seen in one of them.
ONE = pytest.mark.parametrize("project", ["bad"], indirect=True)


def holds_mark(value: object) -> bool:
    return MARK in str(value).lower()


def test_no_output_holds_a_word_of_the_file(run, project, monkeypatch):
    folder = project.parent / "out"
    folder.mkdir()
    page = folder / "page.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    # With excerpts the marks are there: what follows can fail.
    assert holds_mark(run("check", project, "--date", DAY, "--format", "json").out)
    outputs = [x for f in TEXTS for x in ("--output", f"{f}:{folder / f}")]
    found = run("check", project, "--all", "--no-excerpts", "--date", DAY, "--format", "github", *outputs)
    assert found.code in (0, 1), found.err
    written = {f: (folder / f).read_text("utf-8") for f in TEXTS} | {
        "out": found.out,
        "err": found.err,
        "page": page.read_text("utf-8"),
    }
    assert [name for name, text in written.items() if holds_mark(text)] == []
    assert all(len(text) > 100 for name, text in written.items() if name != "err")
    text = run("check", project, "--all", "--no-excerpts", "--date", DAY)
    assert not holds_mark(text.out + text.err)
    # It says of which file it speaks, and that something is left out.
    assert "project.yaml" in text.out
    assert redact.NOTE.split(",")[0] in " ".join(text.out.split())


def test_what_is_left_out_changes_no_finding(run, project):
    def essence(*options):
        tree = json.loads(run("check", project, "--date", DAY, "--format", "json", *options).out)
        return (
            tree["verdict"]["id"], tree["score"], tree["policy"]["holds"], tree["label"]["state"],
            [(g["id"], g["state"], [b["line"] for b in g["because"]]) for g in tree["gates"]],
            [(f["id"], f["level"]) for f in tree["flags"]],
            [(c["id"], c["level"], c["support"]) for p in tree["principles"] for c in p["criteria"]],
        )  # fmt: skip

    assert essence("--no-excerpts") == essence()


def test_a_title_that_is_a_word_of_the_tool_changes_no_state():
    text = "format: 1\nproject: {title: holds, phase: running}\nrooms: {open: {contributors: 2}}\nstages: none\n"
    document = read(text, "p.yaml")
    audit = audit_document(document, shipped(), DAY)
    bare = redact.without_excerpts(audit_document(redact.marked(document), shipped(), DAY))
    assert [(g.id, g.state, g.title) for g in bare.gates] == [(g.id, g.state, g.title) for g in audit.gates]
    assert [c.id for p in bare.principles for c in p.criteria] == [c.id for p in audit.principles for c in p.criteria]
    assert (bare.project.title, bare.project.file) == ("", "p.yaml")


def test_a_name_that_reports_show_without_its_number_is_left_out_too(run, tmp_path):
    text = (ROOT / "examples" / "full" / "project.yaml").read_text("utf-8")
    assert "characteristic: ethnic_group_5" in text
    path = tmp_path / "project.yaml"
    path.write_text(text.replace("characteristic: ethnic_group_5", f"characteristic: {MARK} group_5"), encoding="utf-8")
    assert holds_mark(run("check", path, "--all", "--date", DAY, "--format", "markdown", "--excerpts").out)
    assert not holds_mark(run("check", path, "--all", "--date", DAY, "--format", "markdown", "--no-excerpts").out)


# --- reports --------------------------------------------------------------------------------------------


def everything(folder, edition="team"):
    names = ["r.html", "r.md", "r.txt"] + (["r.json", "r.sarif", "r.csv"] if edition == "team" else [])
    return [x for name in names for x in ("-o", folder / f"{edition}-{name}")]


def read_all(folder):
    return {p.name: p.read_text("utf-8") for p in folder.rglob("*") if p.is_file()}


def test_a_report_without_excerpts_holds_no_word_of_the_file(run, project, tmp_path):
    for edition in ("team", "contributors", "meeting"):
        found = run(
            "report",
            project,
            *(["--full"] if edition == "team" else []),
            "--no-excerpts",
            "--date",
            DAY,
            "--edition",
            edition,
            *everything(tmp_path, edition),
        )
        assert found.code == 0, found.err
        assert not holds_mark(found.out + found.err)
    (tmp_path / "pictures").mkdir()
    assert run("report", project, "--no-excerpts", "--date", DAY, "--pictures", tmp_path / "pictures").code == 0
    for export in ("gripp2", "crosswalk", "application"):
        assert (
            run(
                "report", project, "--no-excerpts", "--date", DAY, "--format", export, "-o", tmp_path / f"{export}.md"
            ).code
            == 0
        )
    written = read_all(tmp_path)
    assert len(written) > 12
    assert [name for name, text in written.items() if holds_mark(text)] == []
    assert redact.NOTE.split(",")[0] in " ".join(written["team-r.md"].split())


@ONE
@pytest.mark.parametrize("ci", ["", "true"])
def test_a_report_holds_peoples_words_unless_somebody_asks_otherwise(run, project, tmp_path, monkeypatch, ci):
    monkeypatch.setenv("CI", ci)
    assert run("report", project, "--date", DAY, "-o", tmp_path / "r.md").code == 0
    assert holds_mark((tmp_path / "r.md").read_text("utf-8"))


def test_what_a_report_says_in_a_pipeline_quotes_only_where_somebody_asks_for_it(run, tmp_path, monkeypatch):
    path = tmp_path / "project.yaml"
    path.write_text(f"format: 1\nproject: {{title: x, phase: {MARK}}}\n", encoding="utf-8")

    def messages(*options):
        return run("report", path, "-o", tmp_path / "r.md", *options).err

    assert holds_mark(messages())
    assert not holds_mark(messages("--no-excerpts"))
    monkeypatch.setenv("CI", "true")
    assert not holds_mark(messages())
    assert holds_mark(messages("--excerpts"))


@ONE
def test_a_saved_audit_with_words_in_it_is_not_taken_for_one_without(run, project, tmp_path):
    for options, name in (((), "with.json"), (("--no-excerpts",), "without.json")):
        assert run("report", project, *options, "--date", DAY, "-o", tmp_path / name).code == 0
    found = run("report", tmp_path / "with.json", "--no-excerpts", "-o", tmp_path / "r.md")
    assert found.code == 2
    assert "people's words" in found.err
    assert not (tmp_path / "r.md").exists()
    assert not holds_mark(found.err)
    assert run("report", tmp_path / "without.json", "--no-excerpts", "-o", tmp_path / "r.md").code == 0
    assert not holds_mark((tmp_path / "r.md").read_text("utf-8"))


def test_what_could_not_be_audited_when_it_was_saved_is_told_again_without_words(run, tmp_path, monkeypatch):
    path = tmp_path / "project.yaml"
    path.write_text(f"format: 1\nproject: {{title: x, phase: {MARK}}}\n", encoding="utf-8")
    saved = tmp_path / "saved.json"
    assert run("check", path, "--excerpts", "--output", f"json:{saved}").code == 2
    assert holds_mark(run("report", saved, "-o", tmp_path / "r.csv").err)
    found = run("report", saved, "--no-excerpts", "-o", tmp_path / "n.csv")
    assert found.code == 2
    assert not holds_mark(found.err)
    assert not (tmp_path / "n.csv").exists()
    monkeypatch.setenv("CI", "1")
    found = run("report", saved, "-o", tmp_path / "r.csv")
    assert not holds_mark(found.err)
    assert "project.yaml:2:" in found.err


READ_BY = [
    ("facts", "{}"), ("flip", "{}"), ("due", "{}"), ("ask", "--list", "{}"), ("check", "{}"), ("check", "{}", "--fix"), ("report", "{}", "-o", "r.md"),
    ("merge", "{}", "good.yaml", "-o", "m.yaml"), ("merge", "--agreement", "good.yaml", "{}"), ("compare", "good.yaml", "{}"), ("portfolio", "{}"),
    ("advert", "advert.txt", "--project", "{}"), ("room", "room.csv", "--room", "r", "--project", "{}"), ("views", "verify", "{}"), ("views", "seal", "{}"),
    ("views", "add", "{}", "answers.csv", "--round", "2026-05"), ("import", "log.csv", "--into", "{}", "--dry-run"), ("export", "{}", "--xlsx", "x.xlsx"),
    ("form", "{}", "--contributors", "-o", "f.html"), ("rubric", "lint", "{}"), ("policy", "show", "--policy", "{}"), ("check", "good.yaml", "--policy", "{}"),
    ("check", "good.yaml", "--waivers", "{}"), ("check", "good.yaml", "--baseline", "{}"), ("check", "good.yaml", "--rubric", "{}"),
    ("room", "{}", "--room", "r", "--project", "good.yaml"), ("room", "room.csv", "--room", "x", "--project", "good.yaml"),
    ("room", "room.csv", "--room", "r", "--project", "good.yaml", "--categories", "{}"), ("views", "add", "good.yaml", "{}", "--round", "2026-05"),
]  # fmt: skip
WRONG = [
    f"format: 1\nproject: {{title: {MARK} says, phase: {MARK} phase}}\n",
    f"format: 1\nproject: {{title: x}}\n{MARK} key: {{said: {MARK} here}}\n",
    f"format: 1\nproject: {{title: x\n{MARK}: y\n",
    f"format: 1\nproject: {{title: x}}\nviews: [{{of: contributors, asked: {MARK} many, statement: {MARK} said}}]\n",
    f"characteristic,category,count\nage_band,{MARK},3\n",
]


@pytest.mark.parametrize("command", READ_BY, ids=" ".join)
def test_no_command_repeats_in_a_pipeline_what_is_wrong_in_a_file(run, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    good = f"format: 1\nproject: {{title: x}}\nrooms: {{r: {{status: ongoing, contributors: 9}}, {MARK}: {{status: ongoing}}}}\n"
    for name, text in {
        "good.yaml": good, "advert.txt": "You will decide about the budget.\n", "room.csv": "age_band\n" + "16-24\n" * 9,
        "answers.csv": "power\nYes\nNo\nNo\n", "log.csv": "Date,What was said\n2025-01-02,words\n",
    }.items():  # fmt: skip
        (tmp_path / name).write_text(text, encoding="utf-8")
    for number, text in enumerate(WRONG):
        name = "bad.csv" if text.startswith("char") else f"bad{number}.yaml"
        (tmp_path / name).write_text(text, encoding="utf-8")
        monkeypatch.setenv("CI", "true")
        found = run(*(word.format(name) for word in command))
        assert found.code == 2
        assert not holds_mark(found.err + found.out), (text, found.err)


@pytest.mark.parametrize("command", ["ask --list", "flip --no-pairs", "facts", "due", "portfolio", "check --all"])
@ONE
def test_no_command_prints_a_word_of_the_file_where_ci_is_set(run, project, monkeypatch, command):
    name, *options = command.split()
    monkeypatch.setenv("CI", "true")
    found = run(name, project, "--date", DAY, *options)
    assert not holds_mark(found.out + found.err), found.out + found.err


def test_a_list_of_questions_quotes_what_they_are_about_where_nobody_else_reads(run, tmp_path, monkeypatch):
    file = tmp_path / "project.yaml"
    file.write_text(
        "format: 1\nproject: {title: x, phase: running}\npower: {decisions: [{what: to begin later, decided_by: together, stage: design}]}\n",
        encoding="utf-8",
    )
    asked = run("ask", file, "--list", "--date", DAY, "--excerpts").out
    assert "to begin later" in asked
    monkeypatch.setenv("CI", "true")
    assert run("ask", file, "--list", "--date", DAY).out.endswith(asked.replace("to begin later", "…"))
    # Of a mistake its line is printed elsewhere; here it would be a word of the file.
    file.write_text("format: 1\nproject: {phase: sekret}\n", encoding="utf-8")
    found = run("ask", file, "--list")
    assert (found.code, "sekret" in found.out + found.err) == (2, False)
    assert "sekret" in run("ask", file, "--list", "--excerpts").out + run("ask", file, "--list", "--excerpts").err
