"""`ask` in a terminal and through a pipe."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest
from answering_at_random import example
from support import ROOT

from involve_audit.__main__ import main
from involve_audit.load import read
from involve_audit.project.practice import entries_in

STARTS = "format: 1\nproject: {title: x, phase: running, called: co-production}\n"


@pytest.fixture
def talk(run, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    def call(*lines, arguments=(), columns="60"):
        monkeypatch.setenv("COLUMNS", columns)
        return run("ask", "--date", "2026-11-29", *arguments, stdin="".join(f"{line}\n" for line in lines))

    return call


def test_a_file_is_begun_and_every_answer_is_in_it(talk, tmp_path):
    found = talk("Sleeping well", "running", "co-production", "2, 4", "involved for 1", "stop")
    assert found.code == 0
    assert "A new one was begun" in found.out
    tree = read((tmp_path / "project.yaml").read_bytes()).tree
    assert tree["project"] == {"title": "Sleeping well", "phase": "running", "called": "co-production"}
    assert tree["stages"] == {"design": {"status": "done", "role": "involved"}, "governance": {"status": "ongoing"}}
    assert "Understood: it is running." in found.out
    assert "So far, what you say comes to this: " in found.out
    assert "could still change it" in " ".join(found.out.split())


def test_no_line_is_longer_than_the_terminal(talk, tmp_path):
    (tmp_path / "project.yaml").write_text(example("bad"))
    for lines, arguments in (
        (["why", "help", "later", "?", "1", "back", "later", "later", "stop"], ()),
        ([], ("--list",)),
    ):
        found = talk(*lines, arguments=arguments)
        assert found.code == 0
        assert max(map(len, found.out.splitlines())) <= 60
        assert "\x1b" not in found.out


def test_the_end_of_the_answers_is_a_stop(talk, tmp_path):
    (tmp_path / "project.yaml").write_text(STARTS)
    assert talk().code == 0
    assert (tmp_path / "project.yaml").read_text() == STARTS


def test_back_takes_an_answer_back_to_the_last_byte(talk, tmp_path):
    (tmp_path / "project.yaml").write_text(STARTS)
    found = talk("design", "led", "back", "back", "stop")
    assert (tmp_path / "project.yaml").read_text() == STARTS
    assert found.out.count("Taken back.") == 2
    assert "Nothing was written" in found.out
    assert "nothing to go back to" in talk("back", "stop").out


def test_it_goes_on_where_somebody_stopped(talk, tmp_path):
    (tmp_path / "project.yaml").write_text(STARTS)
    talk("design, analysis", "stop")
    found = talk("stop")
    assert "planning how it is done" in found.out
    assert "In which parts of the work" not in found.out


def test_later_leaves_a_question_for_this_sitting(talk, tmp_path):
    (tmp_path / "project.yaml").write_text(STARTS)
    found = talk("later", "stop")
    assert found.out.count("In which parts of the work") == 1
    assert "In which parts of the work" in talk("stop").out


def test_few_words_may_come_in_a_line_of_their_own(talk, tmp_path):
    (tmp_path / "project.yaml").write_text(STARTS + "stages: {complete: yes}\ninfluence: {heard: yes}\n")
    lines = ["later"] * 12
    lines = []
    for _ in range(14):
        found = talk(*lines, "stop")
        if "Was anybody harmed" in found.out:
            break
        lines.append("later")
    talk(*lines, "2", "photos were printed without asking", "stop")
    (harm,) = read((tmp_path / "project.yaml").read_bytes()).tree["care"]["harm"]["entries"]
    assert harm["what"] == "photos were printed without asking"
    assert harm["kind"] == "used otherwise than agreed"


def test_list_says_what_would_be_asked_and_why_and_asks_nothing(talk, tmp_path):
    path = tmp_path / "project.yaml"
    path.write_text(STARTS)
    found = talk(arguments=("--list",))
    assert found.code == 0
    assert " 1. In which parts of the work" in found.out
    assert "10. " in found.out
    assert "It decides the verdict." in " ".join(found.out.split())
    assert path.read_text() == STARTS


def test_what_cannot_be_asked_about_is_said_with_code_2(talk, tmp_path):
    (tmp_path / "project.yaml").write_text("format: 1\nproject: [\n")
    found = talk("stop")
    assert found.code == 2
    assert "project.yaml:2:" in found.err
    assert talk(arguments=("-",)).code == 2
    assert talk(arguments=("--list", "not-there.yaml")).code == 2
    (tmp_path / "other.yaml").write_text("format: 1\nrooms: {panel: {contributrs: 8}}\n")
    found = talk(arguments=("--list", "other.yaml"))
    assert found.code == 2
    assert "other.yaml:2:" in found.err
    assert "project.yaml" not in found.err + found.out
    (tmp_path / "other.yaml").write_text("format: 1\nrooms: {panel: {meetings: {x: 8}}}\n")
    for arguments in (("--list", "other.yaml"), ("other.yaml",)):
        found = talk("stop", arguments=arguments)
        assert found.code == 2
        assert "other.yaml:2:" in found.err
        assert "project.yaml" not in found.err + found.out
    (tmp_path / "project.yaml").write_bytes(b"\xff\xfe\x00")
    assert talk().code == 2


def test_a_file_with_mistakes_is_mended(talk, tmp_path):
    (tmp_path / "project.yaml").write_text("format: 1\nproject: {title: x, phase: runing}\n")
    found = talk("runing", "running", "stop")
    assert found.code == 0
    assert "did you mean 'running'?" in found.out
    assert read((tmp_path / "project.yaml").read_bytes()).tree["project"]["phase"] == "running"


def test_when_it_is_interrupted_nothing_is_lost(talk, tmp_path, monkeypatch):
    (tmp_path / "project.yaml").write_text(STARTS)

    class Interrupted(io.StringIO):
        def readline(self):
            line = super().readline()
            if not line:
                raise KeyboardInterrupt
            return line

    monkeypatch.setattr(sys, "stdin", Interrupted("design\n"))
    assert main(["ask"]) == 130
    assert "design" in read((tmp_path / "project.yaml").read_bytes()).tree["stages"]


def test_an_answer_that_is_no_text_is_asked_for_again(talk, tmp_path, monkeypatch):
    (tmp_path / "project.yaml").write_text(STARTS.replace("title: x, ", ""))
    data = b"Stra\xdfe\nStreet\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
    assert main(["ask"]) == 0
    assert read((tmp_path / "project.yaml").read_bytes()).tree["project"]["title"] == "Street"


def test_without_standard_input_it_stops(talk, tmp_path, monkeypatch):
    (tmp_path / "project.yaml").write_text(STARTS)
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["ask"]) == 0
    assert (tmp_path / "project.yaml").read_text() == STARTS


def test_a_folder_that_cannot_be_written_is_said(talk, tmp_path):
    found = talk("x", arguments=(str(tmp_path / "no" / "folder.yaml"),))
    assert found.code == 2
    assert "cannot be written" in found.err


def test_two_people_in_turn(talk, tmp_path, monkeypatch):
    """What somebody else writes meanwhile stays."""
    path = tmp_path / "project.yaml"
    path.write_text(STARTS)
    talk("design", "stop")
    path.write_text(path.read_text() + "power: {final_say: team}\n")
    talk("involved", "stop")
    tree = read(path.read_bytes()).tree
    assert tree["power"] == {"final_say": "team"}
    assert tree["stages"]["design"]["role"] == "involved"


def test_bytes_of_every_kind_of_file_stay(talk, tmp_path):
    path = tmp_path / "project.yaml"
    text = "\ufeff# first\r\nformat: 1\r\nproject:\r\n  title: Größe\r\n  phase: running   # now\r\n  called: none\r\n".encode()
    path.write_bytes(text)
    talk("design", "stop")
    new = path.read_bytes()
    assert new.startswith(text)
    assert new.count(b"\n") == new.count(b"\r\n")


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_in_a_shell_a_script_of_answers_is_enough(tmp_path):
    answers = "Sleeping well\nrunning\nPPI\nnowhere\nstop\n"
    found = subprocess.run(
        [sys.executable, "-m", "involve_audit", "ask", "here.yaml"], input=answers, capture_output=True, text=True, cwd=tmp_path, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "TERM": "dumb"},
    )  # fmt: skip
    assert found.returncode == 0, found.stderr
    assert "Nobody is involved" in found.stdout
    assert found.stderr == ""
    assert read((tmp_path / "here.yaml").read_bytes()).tree["stages"] == "none"


def until(talk, wanted):
    """As many `later` as it takes until a question is asked."""
    lines = []
    for _ in range(40):
        shown = " ".join(talk(*lines, "stop").out.split())
        if wanted in shown:
            return lines
        lines.append("later")
    raise AssertionError(wanted)


def test_what_weighs_much_is_asked_back(talk, tmp_path):
    path = tmp_path / "project.yaml"
    begun = STARTS + "stages: {complete: yes, design: {role: consulted, status: done, asked: x}}\n"
    path.write_text(begun)
    lines = until(talk, "Did somebody in charge undo something")
    found = talk(*lines, "team", "the route of the bus", "no", "stop")
    assert "announced as binding, and that the team set it aside. Is that so?" in " ".join(found.out.split())
    assert "Nothing was written." in found.out
    assert path.read_text() == begun
    assert talk(*lines, "3: the route of the bus", "stop").code == 0
    assert path.read_text() == begun
    talk(*lines, "3: the route of the bus", "yes", "stop")
    (entry,) = entries_in(read(path.read_bytes()).tree["power"]["decisions"])
    assert entry["became"] == "set aside"


def test_whose_word_a_harm_is_is_asked_and_never_made_up(talk, tmp_path):
    path = tmp_path / "project.yaml"
    path.write_text(STARTS + "stages: {complete: yes, design: {role: consulted, status: done, asked: x}}\n")
    lines = until(talk, "Was anybody harmed")
    found = talk(*lines, "4: somebody fell on the stairs", "stop")
    (entry,) = read(path.read_bytes()).tree["care"]["harm"]["entries"]
    assert "said_by" not in entry
    assert "whose word is it?" in " ".join(found.out.split())


def test_a_part_with_a_no_behind_it_is_asked_back(talk, tmp_path):
    (tmp_path / "project.yaml").write_text(STARTS)
    found = talk("papers: no", "stop")
    assert "or the contrary" in " ".join(found.out.split())
    assert (tmp_path / "project.yaml").read_text() == STARTS


def test_where_it_stands_is_not_said_again_with_every_answer(talk, tmp_path):
    (tmp_path / "project.yaml").write_text(
        STARTS
        + "care: {harm: [{what: photos were printed, kind: used otherwise than agreed, said_by: contributors, repair: none}]}\n"
    )
    found = talk("2, 4", "consulted", "they say no", "team", "stop")
    assert found.out.count("photos were printed") == 1
    assert "Where it stands has not changed." in found.out.replace("\n  ", " ")


def test_several_parts_stand_one_below_the_other(talk, tmp_path):
    (tmp_path / "project.yaml").write_text(STARTS)
    found = talk("2, 4", "stop")
    assert "\n (1) planning how it is done;\n (2) steering the work" in found.out
