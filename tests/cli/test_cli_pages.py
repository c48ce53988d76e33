"""Whatever a command writes as a page it writes in every format that a report has: the same words, the same bytes, hostile text as text."""

from __future__ import annotations

import io
import json
import subprocess

import docx
import pypdf
import pytest
from support import ROOT, shipped

from involve_audit.cli import app
from involve_audit.render import FORMATS, PAGES, words
from involve_audit.what_if import flips

HOSTILE = "<b>9</b> *walk* `c` [a](javascript:x) | #let x = 1 & \\ “ёжик” ::error::"
FILE = f"""\
format: 1
project: {{title: {json.dumps(HOSTILE, ensure_ascii=False)}, phase: running, called: co-production}}
filled_in: {{when: 2025-06, by: [researchers]}}
rooms: {{panel: {{contributors: 8, power: advises}}}}
stages:
  design: {{role: consulted, status: done, when: 2025-01}}
  analysis: {{role: involved, status: planned, when: 2026-01, owner: the lead}}
"""
LATER = FILE.replace("2025-06", "2026-06").replace("consulted", "involved")
DAY = ("--date", "2026-11-29")
TITLES = {verdict.id: verdict.title for verdict in shipped().rubric.verdicts}


def tried(*_, **__):
    """What `flip` finds: to try every answer takes seconds, and is tested elsewhere."""
    answers = (
        flips.OtherAnswer(("stages", "design", "role"), "led", "consulted"),
        flips.OtherAnswer(("voices", "direct_experience"), "no", ""),
    )
    single = tuple(flips.Flip((answer,), "information") for answer in answers)
    return flips.Flips("consultation", single, (flips.Flip(answers, "tokenism"),), 100, 2, 0, 0, TITLES)


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.setattr(flips, "flips", tried)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_text(FILE, encoding="utf-8")
    (tmp_path / "later.yaml").write_text(LATER, encoding="utf-8")
    (tmp_path / "invitation.md").write_text(
        "We are looking for people to help us. You will decide what we research. Join us.\n", encoding="utf-8"
    )
    (tmp_path / "room.csv").write_text("characteristic,category,count\nsex,Female,5\nsex,Male,3\n", encoding="utf-8")
    for n in (1, 2):
        (tmp_path / f"reader{n}").mkdir()
        (tmp_path / f"reader{n}" / "walk.yaml").write_text((FILE, LATER)[n - 1], encoding="utf-8")
    return tmp_path


COMMANDS = {
    "compare": ("compare", "project.yaml", "later.yaml", *DAY, "--date-before", "2026-01-01"),
    "advert": ("advert", "invitation.md", "--project", "project.yaml", *DAY, "--report-only"),
    "portfolio": ("portfolio", "project.yaml", "later.yaml", *DAY, "--report-only", "--allow-unknown"),
    "room": ("room", "room.csv", "--room", "panel", "--statistics", "--reference", "wales_2021"),
    "due": ("due", "project.yaml", "later.yaml", *DAY),
    "flip": ("flip", "project.yaml", "--no-pairs", *DAY),
    "agreement": ("merge", "--agreement", "reader1", "reader2", *DAY),
    "explain": ("explain", "tokenism"),
    "policy show": ("policy", "show"),
    "rubric show": ("rubric", "show", ROOT / "tests" / "cli" / "small-rubric.yaml"),
}
"""A command for each kind of page; the files of `here` are what they read."""


def words_of(name: str, data: bytes) -> str:
    """What a reader finds in a page."""
    if name == "pdf":
        read = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    elif name == "docx":
        made = docx.Document(io.BytesIO(data))
        cells = (cell.text for table in made.tables for row in table.rows for cell in row.cells)
        read = "\n".join((*(p.text for p in made.paragraphs), *cells))
    else:
        read = data.decode("utf-8")
    return "".join(read.split())


FILES = {name: f"page{FORMATS[name].endings[0]}" for name in PAGES}
ONE_FILE = ("room", "agreement")
"""Commands of which --output names one file."""


@pytest.mark.parametrize("command", COMMANDS)
def test_every_page_is_written_in_every_format(run, here, command):
    for files in [[file] for file in FILES.values()] if command in ONE_FILE else [FILES.values()]:
        done = run(*COMMANDS[command], *(part for file in files for part in ("-o", file)))
        assert done.code == 0, done.err
    for name, file in FILES.items():
        assert len(words_of(name, (here / file).read_bytes())) > 200, name


def test_the_same_page_gives_the_same_bytes(run, here):
    before = {}
    for _ in range(2):
        assert run(*COMMANDS["compare"], *(part for file in FILES.values() for part in ("-o", file))).code == 0
        now = {file: (here / file).read_bytes() for file in FILES.values()}
        assert not before or now == before
        before = now


@pytest.mark.parametrize("name", ["pdf", "docx"])
def test_hostile_words_stay_words_on_paper(run, here, name):
    file = f"page{FORMATS[name].endings[0]}"
    assert run(*COMMANDS["portfolio"], "-o", file).code == 0
    assert "".join(words.plain(HOSTILE).split()) in words_of(name, (here / file).read_bytes())


def options(command):
    """The options of a command, by their long names."""
    return {name: option for option in command.params for name in getattr(option, "opts", ()) if name.startswith("--")}


def commands():
    """Every command that there is, found from the app, with its options."""
    for name in (*app.COMMANDS, *app.GROUPS):
        made = (
            app._Command(name).whole(app.module_of(name))
            if name in app.COMMANDS
            else app._Group(name).whole(app.module_of(name))
        )
        for part, inner in getattr(made, "commands", {"": made}).items():
            yield f"{name} {part}".strip(), options(inner)


def test_every_command_that_writes_a_page_knows_every_format():
    """A format that is new, or a command, needs no list beside this: whoever writes a page with --output offers what a report has."""
    seen = set()
    for name, told in commands():
        writes = told.get("--output")
        if writes is None or ".html" not in (writes.help or ""):
            continue
        seen.add(name)
        lacking = [FORMATS[page].endings[0] for page in PAGES if FORMATS[page].endings[0] not in writes.help]
        assert not lacking or name in {"page", "form", "report"}, f"{name} --output does not name {lacking}"
    assert seen >= {
        "compare",
        "history",
        "advert",
        "room",
        "portfolio",
        "due",
        "merge",
        "flip",
        "explain",
        "policy show",
        "rubric show",
    }


def test_differences_are_written_beside_the_merged_file(run, here):
    for name in PAGES:
        file = f"differences{FORMATS[name].endings[0]}"
        done = run(
            "merge", "project.yaml", "later.yaml", "--differences", file, "-o", "merged.yaml", "--prefer", "first"
        )
        assert done.code == 0, done.err
        assert "stages.design.role" in words_of(name, (here / file).read_bytes())
    assert "## Told otherwise" in run("merge", "project.yaml", "later.yaml", "--format", "markdown").out


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in ONE_FILE])
@pytest.mark.parametrize("name", ["pdf", "docx"])
def test_what_is_not_text_is_not_printed(run, here, command, name):
    done = run(*COMMANDS[command], "--format", name)
    assert done.code == 2
    assert not done.out
    assert f"{name} is not text, and cannot be printed" in done.err


@pytest.mark.parametrize("name", PAGES)
def test_letters_are_written_in_every_format(run, here, name):
    (here / "letters").mkdir()
    (here / "broken.yaml").write_text("format: 1\nstage: {}\n", encoding="utf-8")
    done = run(
        "portfolio", "project.yaml", "broken.yaml", *DAY, "--letters", "letters", "--letters-as", name, "-o", "t.md"
    )
    assert done.code == 2  # one could not be audited, and is told so
    ending = FORMATS[name].endings[0]
    told = words_of(name, (here / "letters" / f"project{ending}").read_bytes())
    assert "Thankyouforwritingdown" in told
    assert "Thankyouforyourfile" in words_of(name, (here / "letters" / f"broken{ending}").read_bytes())


@pytest.mark.parametrize("name", ["pdf", "docx"])
def test_a_course_is_written_on_paper(run, here, name):
    def git(*arguments):
        told = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *told, *arguments], cwd=here, check=True, capture_output=True)

    git("init", "-q")
    git("add", "project.yaml")
    git("commit", "-q", "-m", "x")
    file = f"course{FORMATS[name].endings[0]}"
    assert run("history", "project.yaml", "-o", file).code == 0
    assert len(words_of(name, (here / file).read_bytes())) > 300


def test_a_format_that_is_told_goes_before_the_name_of_the_file(run, here):
    assert run(*COMMANDS["compare"], "--format", "json", "-o", "page.txt").code == 0
    assert json.loads((here / "page.txt").read_text(encoding="utf-8"))


def test_a_page_is_not_written_over_what_is_read(run, here):
    done = run("advert", "invitation.md", "-o", "invitation.md")
    assert done.code == 2
    assert "is read or written already" in done.err
