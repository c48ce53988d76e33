"""Facts on whose the work as a whole is: who runs it, and who has the last word about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.answers import Answer, Path
from involve_audit.facts.registry import yes_no
from involve_audit.facts.roles import in_its_place, run_by_people_affected
from involve_audit.facts.rooms import documented
from involve_audit.facts.rung import has_researchers

if TYPE_CHECKING:
    from involve_audit.facts.case import Case
    from involve_audit.project.people import Organisation


_LAST_WORD: Path = ("power", "final_say")


@yes_no
def others_run_the_work(case: Case) -> Answer:
    """Does an organisation that others govern run the work, alone or along with people affected?

    Unknown where none is told to: another may still be told. No only where there is none (`organisations: none`).
    One that has left (`until`) runs the work no more, unless the work is over; where that is not told, it may be.
    """
    others = [("organisations", name) for name, _ in _others(case)]
    none = case.project.organisations == {}
    return Answer(True if others else False if none else None, tuple(others) or (("organisations",),))


@yes_no
def others_have_not_left(case: Case) -> Answer:
    """Is it told that an organisation which others govern, and which runs the work, runs it still, or was there until it was over?

    Yes also where there is none (`organisations: none`): nobody can leave. Unknown where its `status` does not tell it, for that it has
    left, or was only planned, may still be told. Never no: of one that left nothing follows for another.
    """
    there = [
        ("organisations", name)
        for name, one in _others(case)
        if one.status == "ongoing" or (case.phase == "finished" and one.status in ("done", "stopped"))
    ]
    sure = bool(there) or case.project.organisations == {}
    return Answer(True if sure else None, tuple(there) or (("organisations",), ("project", "phase")))


def _others(case: Case) -> list[tuple[str, Organisation]]:
    """The organisations that others govern, and that run the work as far as the file tells."""
    return [
        (name, one)
        for name, one in (case.project.organisations or {}).items()
        if in_its_place(case, one)
        and "runs" in (one.does or ())
        and one.governed_by == "others"
        and not (case.phase != "finished" and one.until is not None and case.passed(one.until))
    ]


@yes_no
def people_affected_run_the_work(case: Case) -> Answer:
    """Do people affected run the work: through an organisation that they govern, or with no researchers and no staff beside them?

    The organisation as a source shows it; of the other tells `project.researchers: 0`. Unknown where
    neither is told: another organisation may still be. No where there is none (`organisations: none`), and researchers or staff are there.
    """
    theirs = [place for place, one in run_by_people_affected(case) if documented(one)]
    others_are_there = has_researchers(case).value
    if theirs or others_are_there is False:
        return Answer(True, tuple(theirs) or (("project", "researchers"),))
    nobody = case.project.organisations == {} and others_are_there is True
    return Answer(False if nobody else None, (("organisations",), ("project", "researchers")))


@yes_no
def last_word_is_contributors_alone(case: Case) -> Answer:
    """Have contributors, and nobody else, the last word about the whole work?

    Unknown where it is not told who has it.
    """
    return Answer(case.final_say == {"contributors"} if case.final_say else None, (_LAST_WORD,))


@yes_no
def last_word_is_with_others(case: Case) -> Answer:
    """Have others the last word about the whole work, alone or along with contributors?

    Those who pay or commission, beside contributors, set the frame of most work, and do not count. Unknown where it is not told who has it.
    """
    theirs = "contributors" in case.final_say <= {"contributors", "above"}
    return Answer(not theirs if case.final_say else None, (_LAST_WORD,))
