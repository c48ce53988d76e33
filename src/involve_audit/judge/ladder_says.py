"""The ladder in words: what is called, aimed for, promised, told and shown, and why less is shown than told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.impossible_parts import role_of
from involve_audit.facts.not_known import not_known
from involve_audit.facts.roles import is_specific_plan
from involve_audit.judge.label import claims
from involve_audit.judge.stage_words import plain_titles
from involve_audit.language import _
from involve_audit.project.accounts import NOT_YET
from involve_audit.project.people import EITHER_ROLE, ROLES, role_at_most
from involve_audit.project.practice import RUNGS
from involve_audit.results.audit import RungFound, StageFound, Steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from involve_audit.facts.case import Case
    from involve_audit.facts.roles import Standing
    from involve_audit.judge.label import Fit
    from involve_audit.judge.ladder import Ladder
    from involve_audit.project.model import Project
    from involve_audit.results.audit import Evidence
    from involve_audit.rubric.model import Rubric

_STAGE_WHY = {
    "not told whether it happened": _("It is not told whether this happened, so it does not count yet (status)."),
    "planned": _("This is planned."),
    "came to nothing": _("This was only ever planned, and the work is over."),
    "nobody in its rooms": _("In the rooms that are named for it there is no contributor, so they cannot carry more."),
    "cannot be so": _("Other answers rule out that it was so, so it earns nothing."),
    "on paper": _("This is a rule on paper so far."),
    "not yet": _("This lies after the day as of which the file is judged."),
    "claim": _("No source shows it, so it counts as a claim."),
    "no shared decision": _(
        "No decision on record shows that it was shared: who took it, what it was about, what became of it."
    ),
    "not their own": _("Decisions were shared; none on record was the contributors' own."),
    "stopped": _("It was stopped, and it is not told that the contributors agreed."),
}


_NOT_KNOWN_WHETHER = _("Nobody knows whether this happened, so it does not count (status).")


def _stage_why(case: Case, stage: Standing) -> str:
    """Why what is shown of a stage is less than what is told; empty where it is not."""
    if stage.why == "not told whether it happened" and not_known(case, ("stages", stage.stage)):
        return _NOT_KNOWN_WHETHER
    return _STAGE_WHY.get(stage.why, "")


def rung_found(
    case: Case, rubric: Rubric, label: Fit, ladder: Ladder, because: Callable[[str], tuple[Evidence, ...]]
) -> RungFound:
    """The ladder in words, with the lines of each stage: `because` finds those that decided it."""
    project = case.told
    head = project.project
    titles: dict[str, str] = {s.id: s.title for s in rubric.stages}
    kind = head.kind if head else None
    plain = plain_titles(rubric, kind)
    stages = tuple(
        StageFound(
            s.stage,
            titles[s.stage],
            _told(case, s),
            Steps(ROLES[s.shown.low], ROLES[s.shown.high]),
            ROLES[s.promised] if s.promised else "",
            promise_is(s),
            _stage_why(case, s),
            because(s.stage),
            plain[s.stage],
            promise_lacks=_lacks(case, s.stage) if s.promised else (),
            not_known=not_known(case, ("stages", s.stage)),
            on_paper=_on_paper(case, s.stage),
        )
        for s in ladder.shown.stages
    )
    return RungFound(
        # The same rung as the label's: co-production, co-design and partnership claim shared decisions.
        _name(_called(case, rubric, label)),
        (head.aims_for or "") if head else "",
        _name(max((r for r in (ladder.promised, _promised_in_public(project)) if r is not None), default=None)),
        _name(ladder.told),
        Steps(RUNGS[ladder.shown.rung.low], RUNGS[ladder.shown.rung.high]),
        stages,
    )


def _called(case: Case, rubric: Rubric, label: Fit) -> int | None:
    """The highest rung that a word in public claims; what a promise claims stands in a row of its own."""
    if label.claim is None or not label.claim.promise:
        return label.claim.claims if label.claim else None
    return max((claim.claims for __, claim in claims(case, rubric)[0] if not claim.promise), default=None)


def _promised_in_public(project: Project) -> int | None:
    """The highest rung that was promised in public; None where no promise says how much say it means."""
    told = project.project.promises if project.project else None
    if told == ():
        return RUNGS.index("none")
    return max((RUNGS.index(p.claims) for p in told or () if p.claims), default=None)


FIRM = {"money": "with date and money", "owner": "with date and owner", "either": "with date, and money or owner"}
"""What bears a plan out besides its day: money, somebody who sees to it, or now the one and now the other."""


def promise_is(stage: Standing) -> str:
    """How firm the plans for a stage are: one of `FIRM`, `in words`, `overdue`, or empty."""
    if stage.overdue and not stage.promised:
        return "overdue"
    return FIRM[stage.backed] if stage.specific else "in words" if stage.specific is False else ""


def _on_paper(case: Case, stage: str) -> str:
    """The highest role that people have there by a rule on paper or an aim alone."""
    roles = [
        s.role for s in case.stage(stage) or () if s.status in ("policy", "aim") and s.role and s.role != "unknown"
    ]
    return max(roles, key=lambda role: role_at_most(role) or 0, default="")


def _lacks(case: Case, stage: str) -> tuple[str, ...]:
    """What no plan of a stage says: its day, or money and who sees to it."""
    due = [
        s for s in case.stage(stage) or ()
        if s.status == "planned" and role_of(s) and not case.overdue(s) and not is_specific_plan(s)
    ]  # fmt: skip
    dated = [s for s in due if (d := s.when or s.since) is not None and d.names_a_time]
    paid = [s for s in due if s.owner or (s.cost is not None and s.cost.amount)]
    return tuple(name for name, there in (("day", dated), ("money", paid)) if len(there) < len(due))


def _told(case: Case, standing: Standing) -> str:
    """The role that the file tells of a stage, as one of two where it leaves that open; empty where it tells none."""
    told = _role(standing.told)
    happened = {s.role for s in case.stage(standing.stage) or () if s.status not in NOT_YET}
    return next((word for word, (smaller, __) in EITHER_ROLE.items() if word in happened and smaller == told), told)


def _role(index: int | None) -> str:
    """The name of a role; empty where there is none."""
    return "" if index is None else ROLES[index]


def _name(rung: int | None) -> str:
    """The name of a rung; empty where there is none."""
    return "" if rung is None else RUNGS[rung]
