"""`check --fix`: a slip that can only mean one thing is mended, every other byte stays, and a second run changes nothing."""

from __future__ import annotations

import json
import random

import pytest
from support import EXAMPLES, rows

from involve_audit.interview.fixing import fixed
from involve_audit.load import read, read_project
from involve_audit.wording.messages import InputError

HEAD = "format: 1\n"


@rows(
    "wrong, right",
    [
        ("stages:\n  dezign: {role: involved}   # kept\n", "stages:\n  design: {role: involved}   # kept\n"),
        ("stages:\n  design: {role: involvd, statsu: done}\n", "stages:\n  design: {role: involved, status: done}\n"),
        ("stages:\r\n  design: {role: 'involevd'}\r\n", "stages:\r\n  design: {role: involved}\r\n"),
        (
            "sources: {minutes: {kind: minutes}}\nreward: {lead: {named: yes, source: minuts}}\n",
            "sources: {minutes: {kind: minutes}}\nreward: {lead: {named: yes, source: minutes}}\n",
        ),
        ("rewrad: {pay: {offered: all}}\n", "reward: {pay: {offered: all}}\n"),
        ("sources: {a: {kind: minuts}}\n", "sources: {a: {kind: minutes}}\n"),  # where `other` may stand as well
    ],
)
def test_a_slip_of_one_letter_is_mended_and_nothing_else(wrong, right):
    new, fixes = fixed(HEAD + wrong)
    assert new == HEAD + right
    assert fixes
    assert fixed(new) == (new, ())
    read_project(read(new))


@rows(
    "text",
    [
        "sources: {minutes_1: {kind: minutes}}\nreward: {lead: {named: yes, source: minutes_2}}\n",  # another source
        "sources: {note_a: {kind: minutes}, note_b: {kind: minutes}}\nreward: {lead: {source: note_c}}\n",  # two as near
        "stages: {design: {role: participating}}\n",  # far from all
        "stages: {dissemination: {role: involved}}\n",  # a word that is known, and no slip
        "care: {pay: {offered: all}}\n",  # a key of another place
        "stages: {design: {role: involved}, dezign: {role: led}}\n",  # the right one stands there already
        "reward: {pay: {offered: 3}}\n",
        "care: {pln: {status: maybe}}\n",  # too short to be sure
    ],
)
def test_what_may_mean_something_else_is_left(text):
    assert fixed(HEAD + text) == (HEAD + text, ())


@pytest.mark.parametrize(
    "path", [p for p in EXAMPLES if p.parent.name in ("full", "application", "autspaces")], ids=lambda p: p.parent.name
)
def test_a_slip_by_chance_comes_back_as_it_was_or_is_left(path):
    text = path.read_text(encoding="utf-8")
    assert fixed(text) == (text, ())
    chance = random.Random(5)
    words = [n for n in range(len(text)) if text[n].isalpha() and text[n - 1] in " {" and text[n - 2] in ":, \n"]
    mended = 0
    for start in chance.sample(words, 12):
        at = start + chance.randrange(1, 6)
        if not text[start : at + 1].isalpha():
            continue
        slip = text[:at] + chance.choice("qxz") + text[at + 1 :]
        try:
            new, fixes = fixed(slip)
        except InputError:
            continue
        assert (new == text) is bool(fixes), slip[start - 20 : at + 20]
        mended += bool(fixes)
    assert mended


def test_the_command_mends_and_says_so(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_text(HEAD + "stages:\n  dezign: {role: involved}   # kept\n")
    assert run("check").code == 2
    done = run("check", "--fix")
    assert done.code == 1
    assert "project.yaml:3:3: stages.dezign: 'dezign' is now 'design'" in done.err
    assert (tmp_path / "project.yaml").read_text() == HEAD + "stages:\n  design: {role: involved}   # kept\n"
    before = (tmp_path / "project.yaml").stat().st_mtime_ns
    assert "is now" not in run("check", "--fix").err
    assert (tmp_path / "project.yaml").stat().st_mtime_ns == before
    assert run("check", "--fix", "-", stdin=HEAD).code == 2
    (tmp_path / "project.yaml").write_text(HEAD + "stages: {dezign: {role: led}}\n")
    monkeypatch.setenv("CI", "1")
    assert "dezign" not in run("check", "--fix").err


def test_many_slips_of_one_kind_are_said_once_with_every_place(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    entries = "".join(f"    - {{said: thing {n}, answer: perhaps{n}}}\n" for n in range(40))
    (tmp_path / "project.yaml").write_text(f"{HEAD}influence:\n  log:\n{entries}care: {{plan: quite}}\n")
    done = run("check", "--format", "json")
    assert done.code == 2
    assert done.err.count("is not one of the choices") == 1
    assert "39 more like this, at 5:" in done.err
    assert "43:" in done.err
    assert "care.plan" in done.err
    assert (
        len(json.loads(done.out)["not_audited"]) == 41 if "not_audited" in done.out else done.out.count("perhaps") == 40
    )


def test_quiet_says_only_what_fails(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(HEAD + "stages: none\nproject: {title: A, called: none}\n")
    (tmp_path / "b.yaml").write_text(HEAD + "project: {title: B}\n")
    done = run("check", ".", "--quiet")
    lines = done.out.splitlines()
    assert done.code == 1
    assert all("the policy does not hold:" in line for line in lines)
    assert any("b.yaml: " in line for line in lines)
    assert len(lines) <= 2
    assert done.err == ""
    assert run("check", "b.yaml", "-q", "--report-only", "--allow-unknown").out.count("\n") <= 1
    assert run("check", "b.yaml", "-q", "-f", "json").code == 2
