"""What every output holds (the hash of the rubric), and what none does (the place of a file: a user's name may stand in it)."""

from __future__ import annotations

import io
import os
import subprocess
import zipfile
from pathlib import Path

import pytest
from support import ROOT

from involve_audit.cli import files
from involve_audit.cli.policy import _name_beside
from involve_audit.render import FORMATS, TEXTS
from involve_audit.rubric import shipped

EXAMPLES = ROOT / "examples"
WHO = "quaggasmith"
"""The name of a person, in the place of a file."""
DAY = ("--date", "2026-11-23")


@pytest.fixture
def example():
    """The example that the files of `home` hold."""
    return "full"


@pytest.fixture
def home(tmp_path, monkeypatch, example):
    """The folder of a person, with a project, a mistyped one and one that is nowhere; and another folder to work in."""
    there = tmp_path / "home" / WHO
    (there / "apps").mkdir(parents=True)
    (tmp_path / "desk").mkdir()
    monkeypatch.setenv("HOME", str(there))
    text = (EXAMPLES / example / "project.yaml").read_text("utf-8")
    (there / "project.yaml").write_text(text, "utf-8")
    short = (EXAMPLES / "minimal" / "project.yaml").read_text("utf-8")
    for name in ("short.yaml", "apps/one.yaml", "apps/short.yaml"):
        (there / name).write_text(short, "utf-8")
    (there / "apps" / "two.yaml").write_text(text.replace("format: 1", "formatt: 1", 1), "utf-8")
    (there / "apps" / "lost.yaml").symlink_to(there / "nowhere.yaml")
    (tmp_path / "desk" / "link.yaml").symlink_to(there / "project.yaml")
    (tmp_path / "desk" / "link-short.yaml").symlink_to(there / "short.yaml")
    (tmp_path / "desk" / "linked").symlink_to(there)
    monkeypatch.chdir(tmp_path / "desk")
    return there


def ways(home):
    """Ways to name the same file and folder from somewhere else."""
    return [
        [home / "project.yaml", home / "apps"],
        [f"../home/{WHO}/project.yaml", f"../home/{WHO}/apps"],
        ["link.yaml", f"{home}/../{WHO}/apps/"],
        [f"./../desk/../home/{WHO}/project.yaml", home / "project.yaml", home, f"{home}/nowhere/x.yaml", f"{home}/projec.yaml"],
        [Path("linked") / "project.yaml", home / "apps" / "lost.yaml", home / "apps" / "two.yaml"],
    ]  # fmt: skip


def texts_in(path):
    """What a written file holds as text; of a Word file all its parts."""
    data = path.read_bytes()
    if path.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    if path.suffix == ".pdf":
        from pypdf import PdfReader

        read = PdfReader(path)
        return "".join(page.extract_text() for page in read.pages) + str(read.metadata)
    return data.decode("utf-8")


# All that a file may tell is written in every format where it is named in the first way, and what could not be audited in the fourth; the
# others are other ways to name a file, which gets its name once for all formats.
@pytest.mark.parametrize(("way", "example"), [(0, "full"), *((n, "minimal") for n in range(1, 5))])
def test_no_output_holds_the_place_of_a_file(run, home, way):
    given = ways(home)[way]
    inside = [str(g) for g in given if os.path.exists(g)]
    for name in TEXTS if way in (0, 3) else ("text", "json", "sarif"):
        assert WHO not in run("check", *given, "--format", name, *DAY).out, name
    outputs, tables = ["r.md", "r.html", "r.json"], ["t.html", "t.csv"]
    if way in (0, 3):
        outputs += ["r.txt", "r.sarif", "r.xml", "r.csv", "r.github.txt", "r.gitlab.json"]
        tables += ["t.md", "t.jsonl", "t.txt"]
    outputs += [f"r.{name}" for name in ("pdf", "docx") if way == 0]
    assert run("report", *given, *(w for o in outputs for w in ("-o", o)), *DAY).code == 2
    for edition in ("e.md", "e.html"):
        run("report", *given, "-o", edition, "--edition", "contributors", *DAY)
        outputs.append(edition)
    assert run("portfolio", *given, *(w for o in tables for w in ("-o", o)), *DAY).code == 2
    run("check", *inside, "--write-baseline", "base.json", *DAY)
    for output in (*outputs, *tables, *(["base.json"] if Path("base.json").exists() else [])):
        assert WHO not in texts_in(Path(output)), output


def test_neither_does_what_compares_or_follows_a_course(run, home, tmp_path):
    one, other = home / "short.yaml", tmp_path / "desk" / "link-short.yaml"
    git = ("git", "-C", str(home), "-c", "user.name=x", "-c", "user.email=x@example.org")
    for arguments in (("init", "-q"), ("add", "short.yaml"), ("commit", "-q", "-m", "one")):
        subprocess.run([*git, *arguments], check=True)
    for form in ("text", "markdown", "html", "json"):
        for command in (["compare", one, other], ["compare", one, home / "apps" / "short.yaml"], ["history", one], ["compare", one, "--from", "HEAD"],
                        ["compare", f"../home/{WHO}/short.yaml", one]):  # fmt: skip
            found = run(*command, "--format", form)
            assert found.code == 0, found.err
            assert WHO not in found.out, (command, form)
    for command in (["facts", one], ["flip", one, "--no-pairs"], ["check", one, "--policy", home / "none.yaml"]):
        assert WHO not in run(*command).out
    for policy in (
        ["--policy", home / "funder.yaml"],
        ["--rubric", home / "mine.yaml"],
        ["--waivers", home / "w.yaml"],
    ):
        (home / "funder.yaml").write_text("policy: 1\ntitle: Ours\n", "utf-8")
        (home / "mine.yaml").write_text((EXAMPLES / "own-rubric" / "rubric.yaml").read_text("utf-8"), "utf-8")
        (home / "w.yaml").write_text("waivers: 1\nwaived: none\n", "utf-8")
        for form in ("text", "json", "html"):
            found = run("check", one, *policy, "--format", form)
            assert found.out
            assert WHO not in found.out


def test_waivers_and_baselines_still_find_the_file_by_its_place(run, home):
    one = home / "project.yaml"
    assert run("check", one, "--write-baseline", home / "base.json", *DAY).code in (0, 1)
    assert '"project.yaml"' in (home / "base.json").read_text("utf-8")
    assert "baseline" in run("check", one, "--baseline", home / "base.json", "--format", "json", *DAY).out
    (home / "w.yaml").write_text(
        "waivers: 1\nwaived:\n  - {rule: flag/lone-seat, file: project.yaml, reason: The seats come with the next grant in May, owner: involvement lead, until: 2027-01-31}\n",
        "utf-8",
    )
    found = run("check", one, "--waivers", home / "w.yaml", *DAY)
    assert "is not among the files" not in found.err


def test_names_are_short_distinct_and_seen_from_here(home, tmp_path, monkeypatch):
    work = tmp_path / "desk"
    (work / "sub").mkdir()
    (work / "sub" / "project.yaml").write_text("format: 1\n", "utf-8")
    assert files.named(str(work / "sub" / "project.yaml")) == "sub/project.yaml"
    assert files.named("sub/../sub/project.yaml") == "sub/project.yaml"
    assert files.named("./sub/project.yaml") == "./sub/project.yaml"
    assert files.named(str(home / "project.yaml")) == "project.yaml"
    assert files.named(str(home)) == "~"
    assert files.named("-") == "<standard input>"
    assert files.named("..")
    found = files.find((str(home / "project.yaml"), str(home / "apps" / "one.yaml"), "sub/project.yaml", str(home)))
    names = [*found.names.values()]
    assert len({*names}) == len(names) == len(found.files)
    monkeypatch.chdir(work / "sub")
    assert files.named("../link.yaml") == "link.yaml"


def test_a_baseline_of_a_file_in_another_home_names_no_folder(home, tmp_path):
    class Audited:
        class project:  # noqa: N801
            file = "project.yaml"

    places = {"project.yaml": str(home / "project.yaml")}
    assert _name_beside(Audited, str(tmp_path / "desk" / "base.json"), places) == "project.yaml"  # type: ignore[arg-type]
    assert _name_beside(Audited, str(home / "apps" / "base.json"), places) == "../project.yaml"  # type: ignore[arg-type]


# --- the rubric -------------------------------------------------------------------------------------------------


def test_the_hash_of_the_rubric_stands_in_every_output(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    mark = shipped.load().sha256[:12]
    one, other = EXAMPLES / "minimal" / "project.yaml", EXAMPLES / "bad" / "project.yaml"
    for name in TEXTS:
        assert mark in run("check", one, "--format", name, *DAY).out, name
    for name, kind in FORMATS.items():
        for edition in kind.editions:
            target = tmp_path / f"{edition}-{name}{(kind.endings or ('.html',))[0]}"
            assert run("report", one, "--format", name, "--edition", edition, "-o", target, *DAY).code == 0
            assert mark in texts_in(target).replace("\n", ""), (name, edition)
    for form in ("text", "markdown", "html", "csv", "jsonl"):
        assert mark in run("portfolio", one, "--format", form, *DAY).out, form
    for form in ("text", "markdown", "html", "json"):
        assert mark in run("compare", one, other, "--format", form, *DAY).out, form
    for form in ("text", "json"):
        assert mark in run("flip", EXAMPLES / "minimal" / "project.yaml", "--no-pairs", "--format", form, *DAY).out, (
            form
        )
    (tmp_path / "p").mkdir()
    assert run("report", one, "--pictures", tmp_path / "p", *DAY).code == 0
    pictures = list((tmp_path / "p").iterdir())
    assert pictures
    assert all(mark in path.read_text("utf-8") for path in pictures)
