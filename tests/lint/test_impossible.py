"""Answers that cannot both be true never add up to credit unseen: the adversary of `rubric lint` looks for them."""

from __future__ import annotations

from dataclasses import replace

from support import rows, shipped

from involve_audit.judge.verdict import quick_verdict
from involve_audit.lint import impossible
from involve_audit.lint.impossible import IMPOSSIBLE, SCAFFOLD, believed
from involve_audit.load import Document, read_project

RUBRIC = shipped().rubric
EMPTY_ROOM = IMPOSSIBLE[0]


def test_the_scaffold_is_a_project_file_that_stands_high():
    from involve_audit.facts.case import Case
    from involve_audit.lint.examples import DAY

    found = quick_verdict(Case(read_project(Document("scaffold", SCAFFOLD, [])), DAY), RUBRIC)
    assert found.outcome.id == "led by lived experience"


@rows("kind", IMPOSSIBLE)
def test_each_kind_can_be_done_to_the_scaffold_and_undone(kind):
    tree = kind.tells(SCAFFOLD)
    assert tree is not None
    assert tree != SCAFFOLD
    assert read_project(Document("honest", kind.but_for(tree), []))


def test_the_shipped_rubric_believes_no_more_than_is_known():
    found = {b.says for b in believed(RUBRIC, []) if b.earned}
    assert found == set()


def test_a_judge_that_believes_an_empty_room_is_found(monkeypatch):
    """As when a deciding room without contributors made work that is led by them."""

    def gullible(case, rubric, facts=None):
        found = quick_verdict(case, rubric, facts)
        best = "led by lived experience" if case.project.rooms else "consultation"
        return replace(found, outcome=replace(found.outcome, id=best))

    monkeypatch.setattr(impossible, "quick_verdict", gullible)
    monkeypatch.setattr(impossible, "IMPOSSIBLE", (EMPTY_ROOM,))
    (found,) = believed(RUBRIC, [])
    assert "'led by lived experience'" in found.earned
    assert {r["contributors"] for r in found.tree["rooms"].values()} == {"0"}


def test_a_judge_that_does_not_is_not_accused(monkeypatch):
    def strict(case, rubric, facts=None):
        found = quick_verdict(case, rubric, facts)
        shown = replace(found.ladder.shown, rung=replace(found.ladder.shown.rung, low=0), stages=())
        return replace(
            found, outcome=replace(found.outcome, id="involvement"), ladder=replace(found.ladder, shown=shown)
        )

    monkeypatch.setattr(impossible, "quick_verdict", strict)
    monkeypatch.setattr(impossible, "IMPOSSIBLE", (EMPTY_ROOM,))
    silent = replace_criteria(RUBRIC)
    (found,) = believed(silent, [])
    assert (found.earned, found.seen) == ("", False)


def test_what_is_flagged_as_a_contradiction_is_seen(monkeypatch):
    """A rubric that flags it: levels may then stand, for the check fails. A room without contributors carries nobody all the same."""
    kind = next(k for k in IMPOSSIBLE if k.says == "a decision that was carried out, and set aside")
    silent = type(RUBRIC)(
        **{**vars(RUBRIC), "flags": tuple(f for f in RUBRIC.flags if f.id != "contradiction-set-aside")}
    )
    monkeypatch.setattr(impossible, "IMPOSSIBLE", (kind,))
    (found,) = believed(RUBRIC, [])
    assert (found.earned, found.seen) == ("", True)
    (found,) = believed(silent, [])
    assert found.earned


def replace_criteria(rubric):
    """A rubric without questions, so that only the verdict and the roles earn anything."""
    return type(rubric)(**{**vars(rubric), "criteria": ()})
