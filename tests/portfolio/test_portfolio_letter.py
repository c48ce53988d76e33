"""Letters: what is told against people's part is told back and asked about first, and nobody is sent what is meant for programs."""

from __future__ import annotations

import re

import pytest
from support import written

from involve_audit.project.fields import annotation
from involve_audit.project.model import Project
from involve_audit.project.practice import Practice

DAY = ("--date", "2026-11-30")
PART = {"design": {"role": "consulted", "status": "done", "when": "2026-03"}}


@pytest.fixture
def letters(run, tmp_path, monkeypatch):
    """Writes files into a folder, and gives the letters to those who handed them in, by the name of the file."""
    monkeypatch.chdir(tmp_path)
    for name in ("in", "out"):
        (tmp_path / name).mkdir()

    def made(files, *options):
        for name, data in files.items():
            (tmp_path / "in" / name).write_bytes(data if isinstance(data, bytes) else data.encode())
        made.found = run("portfolio", "in", *DAY, "--letters", "out", *options)
        return {path.stem: path.read_text("utf-8") for path in (tmp_path / "out").iterdir()}

    return made


def project(phase="applying", **told):
    return written({"format": 1, "project": {"title": "A test", "phase": phase}, "stages": PART, **told})


def told_and_asked(text):
    """What a letter tells back, and its questions."""
    told = next(part for part in text.split("\n\n") if part.startswith("Thank you for writing down"))
    return told, re.findall(r"^\d\. (.*)$", text, re.MULTILINE)


AGAINST = {
    "not heard": ({"influence": {"heard": {"answer": "no", "said_by": "contributors"}}}, "that they were not heard", "Who answers those"),
    "some not heard": ({"influence": {"heard": {"answer": "split", "said_by": "contributors"}}}, "others were not", "Who answers those"),
    "not heard, by the team": ({"influence": {"heard": {"answer": "no", "said_by": "team"}}}, "were not heard", "Who answers those"),
    "no pay": ({"reward": {"pay": "none"}}, "Nobody who takes part is offered pay", "Nobody is offered pay"),
    "pay for none": ({"reward": {"pay": {"offered": "none"}}}, "obody who takes part is offered pay", "Nobody is offered pay"),
    "pay for some": ({"reward": {"pay": {"offered": "some", "status": "ongoing"}}}, "Some who take part", "who is not, and why"),
    "pay for whom": ({"reward": {"pay": "planned"}}, "", "for whom is it"),
    "no lead": ({"reward": {"lead": "none"}}, "Nobody leads on how people take part", "Nobody leads"),
    "no lead named": ({"reward": {"lead": {"named": "no"}}}, "obody leads on how people take part", "Nobody leads"),
    "no budget": ({"reward": {"budget": "none"}}, "no money set aside", "There is no money"),
    "no expenses": ({"reward": {"expenses": "none"}}, "What it costs to come is not paid", "What does it cost each person"),
    "no vote": ({"rooms": {"board": {"power": "decides", "contributors": 2, "votes": "none", "status": "ongoing"}}}, "no vote in it", "have no vote"),
    "no seat": ({"rooms": {"board": {"power": "decides", "contributors": 0, "status": "ongoing"}}}, "nobody sits in it", "nobody sits whom"),
    "no last word": ({"power": {"final_say": "team"}}, "Who has the last word: the team", "do not have the last word"),
    "harm": ({"care": {"harm": [{"what": "QUAGGA was shouted at", "kind": "harm", "said_by": "contributors"}]}}, "is on record", "Of what went wrong"),
    "promise": ({"project": {"title": "A test", "phase": "running", "promises": [{"what": "a vote", "kept": "no"}]}}, "This was promised", "promised and not kept"),
    "nobody": ({"stages": {"design": "none", "priorities": PART["design"]}}, "nobody is involved", "nobody takes part"),
}  # fmt: skip


@pytest.mark.parametrize("case", AGAINST)
def test_what_is_told_against_peoples_part_is_told_back_and_asked_about_first(case, letters):
    told, back, asks = AGAINST[case]
    text = letters({"a.yaml": project(**told)})["a"]
    says, asked = told_and_asked(text)
    assert back in says
    assert asks in asked[0], asked
    assert re.search(r"\(lines? \d", asked[0])
    assert "Thank you also for writing plainly" in text
    assert "QUAGGA" not in text
    assert "policy" not in text


def _practices():
    for section in ("honesty", "timing", "power", "voices", "access", "reward", "care", "relationships", "influence"):
        part = annotation(Project, section)
        yield from (
            (section, name)
            for name in part.questions
            if isinstance(kind := annotation(part, name), type) and issubclass(kind, Practice)
        )


def test_no_practice_that_is_told_not_to_be_there_is_left_out_of_a_letter(letters):
    """A letter that tells back what there is, and not what there is none of, is unfair to the people concerned."""
    assert len(list(_practices())) > 25
    files = {f"{a}-{b}.yaml": project(**{a: {b: "none"}}) for a, b in _practices()}
    for name, text in letters(files).items():
        section, practice = name.split("-")
        line = files[f"{name}.yaml"].splitlines()
        at = next(n for n, says in enumerate(line, 1) if says.strip().startswith(f"{practice}:"))
        assert f"(line {at})" in told_and_asked(text)[0], name
        assert section in files[f"{name}.yaml"]


def test_those_who_were_answered_are_not_said_to_wait_and_a_free_choice_is_no_gap(letters):
    heard = {"answer": "no", "said_by": "contributors", "answered": "2026-06"}
    pay = {"offered": "none", "unpaid_by_choice": "yes"}
    found = letters({"a.yaml": project(influence={"heard": heard}), "b.yaml": project(reward={"pay": pay})})
    assert not [asks for asks in told_and_asked(found["a"])[1] if "Who answers" in asks]
    assert "Those in charge have answered" in found["a"]
    assert not [asks for asks in told_and_asked(found["b"])[1] if "Nobody is offered pay" in asks]


@pytest.mark.parametrize("phase", ["idea", "applying", "funded", "running", "finished"])
def test_one_question_is_enough_for_all_parts_of_the_work_of_which_nothing_is_told(phase, letters):
    files = {
        "a.yaml": project(phase),
        "b.yaml": project(phase, stages={"sharing": {"role": "informed", "status": "planned"}}),
    }
    for text in letters(files).values():
        asked = told_and_asked(text)[1]
        assert sum("what part" in asks or "part in any" in asks for asks in asked) <= 1, asked
        assert len({asks.rpartition(":")[2] for asks in asked}) == len(asked)
