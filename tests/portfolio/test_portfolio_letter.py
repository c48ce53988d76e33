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


# --- what is sent to those whose file could not be read ------------------------------------------------

BROKEN = {
    "tabs.yaml": "format: 1\nproject:\n\ttitle: Tabs\n",
    "typo.yaml": "format: 1\nproject: {title: Bees, phase: applying}\nstages:\n  dezign: {role: envolved}\nreward: {pay: vouchers, lead: {in: x}}\n",
    "empty.yaml": "",
    "unformed.yaml": "project: {title: No format}\n",
    "bytes.yaml": b"\xff\xfe\x00format: \x001\x00\x80",
    "zeros.yaml": b"\x00" * 40,
    "list.yaml": "- format: 1\n- project\n",
    "twice.yaml": "format: 1\nformat: 1\nproject: {title: A, title: B}\n",
    "deep.yaml": "format: 1\nproject: " + "[" * 300 + "\n",
    "anchor.yaml": "format: 1\nproject: &a {title: x}\nviews: *a\n",
    "saved.yaml.txt": "format: 1\nproject: {title: A}\n",
    "photo.yaml": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "source.yaml": "format: 1\nproject: {title: A}\nstages: {design: {role: consulted, source: nowhere, when: someday, people: many, cost: dear}}\n",
}  # fmt: skip


@pytest.mark.parametrize("section", ["", *(s for s in Project.questions if s != "format")])
def test_a_letter_for_a_file_with_slips_can_be_sent_as_it_is(section, letters):
    """No command, no mark of code, no list of every key, no place of a file as its heading, whatever is wrong."""
    files = BROKEN
    if section:
        files = {
            f"{n}.yaml": written({"format": 1, "project": {"title": "Bees"}, section: told})
            for n, told in enumerate(({"quagga": {"in": "x"}}, "quagga", 7, ["quagga"], {"note": ["x"], "when": 3}))
        }
    found = letters(files)
    for name, text in found.items():
        if "could not be read" not in text:
            assert section, name
            continue
        heading, *__ = text.split("\n")
        assert heading in ("# Bees", "# A", "# No format", "# The file that you handed in"), (name, heading)
        for mark in ("`", "involve-audit", "--", "YAML", " key", "allowed: answer"):
            assert mark not in text, (name, text)
        assert not [line for line in text.splitlines() if line.startswith("-") and line.count(",") > 12], text
    if not section:
        assert len(found) == len(BROKEN)


def test_a_letter_names_every_place_in_the_way_and_not_only_the_first(letters):
    text = letters({"typo.yaml": BROKEN["typo.yaml"]})["typo"]
    assert all(f"Line {line}:" in text for line in (4, 5))
    assert len(re.findall(r"^- Line ", text, re.MULTILINE)) >= 3
    assert "did you mean “design”" in text


def test_who_gets_no_letter_is_said(letters):
    files = {"a.yaml": project(), "form.docx": b"PK\x03\x04", "policy.yaml": "policy: 1\ntitle: Ours\n"}
    assert letters(files).keys() == {"a"}
    assert "no letter for 2" in letters.found.err
    assert "in/form.docx" in letters.found.err
    assert "in/policy.yaml" in letters.found.err


def test_every_letter_has_lines_for_who_sends_it_by_when_to_answer_and_whom_to_ask(letters):
    for text in letters({"a.yaml": project(), "b.yaml": BROKEN["typo.yaml"]}).values():
        for what in ("From:", "Date:", "Please answer by:", "Questions to:"):
            assert f"\n\n{what} …" in text


def test_what_was_handed_in_twice_is_said_kindly_and_without_the_name_of_the_other(letters):
    more = {"voices": {"contributors": 4}, "care": {"plan": "none", "support": "none"}, "power": {"final_say": "team"},
            "reward": {"pay": "none", "lead": "none", "budget": "none", "expenses": "none"}}  # fmt: skip
    first, other = project(**more), project(**more).replace("A test", "Bees")
    files = {"quagga.yaml": first, "again.yaml": first, "other.yaml": other, "alone.yaml": project()}
    files["alone.yaml"] = files["alone.yaml"].replace("A test", "Birds")
    found = letters({**files, "slip.yaml": BROKEN["typo.yaml"], "slip2.yaml": BROKEN["typo.yaml"]})
    for name, text in found.items():
        assert ("another file that was handed in has" in text) == (name != "alone"), name
        assert "quagga" not in text or name == "quagga"
    assert "has the same content and the same answers under another title" in found["again"]
