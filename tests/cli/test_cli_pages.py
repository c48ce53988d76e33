"""Whatever a command writes as a page it writes in every format that a report has: the same words, the same bytes, hostile text as text."""

from __future__ import annotations

import io
import json
import subprocess

import docx
import pypdf
import pytest

from involve_audit.render import FORMATS, PAGES, words

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


@pytest.fixture
def here(tmp_path, monkeypatch):
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


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_written_in_every_format(run, here, command, name):
    file = f"page{FORMATS[name].endings[0]}"
    done = run(*COMMANDS[command], "-o", file)
    assert done.code == 0, done.err
    data = (here / file).read_bytes()
    assert len(words_of(name, data)) > 300
    (here / file).unlink()
    assert run(*COMMANDS[command], "-o", file).code == 0
    assert (here / file).read_bytes() == data


@pytest.mark.parametrize("name", ["pdf", "docx"])
def test_hostile_words_stay_words_on_paper(run, here, name):
    file = f"page{FORMATS[name].endings[0]}"
    assert run(*COMMANDS["portfolio"], "-o", file).code == 0
    assert "".join(words.plain(HOSTILE).split()) in words_of(name, (here / file).read_bytes())


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "room"])
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
