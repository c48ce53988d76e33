"""The policy: whether the check passes. The exit code follows from this and from nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from involve_audit.audit import Policy, PolicyCondition
from involve_audit.facts.answers import both
from involve_audit.project.practice import RUNGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from involve_audit.facts import Facts
    from involve_audit.judge.label import Fit
    from involve_audit.judge.ladder import Ladder
    from involve_audit.rubric import Flag, Gate

REQUIREMENTS = ("honest-label", "promises-specific", "contributors-heard", *RUNGS[1:])
"""What `--require` may name: conditions beyond the default policy. A rung asks for at least that rung, shown."""


@dataclass(frozen=True)
class PolicyOptions:
    """What a check asks for beyond, or less than, the default.

    Attributes:
        require: names from `REQUIREMENTS`.
        allow_unknown: whether a condition that is open, because it is not told, counts as held.
    """

    require: tuple[str, ...] = ()
    allow_unknown: bool = False


def hold_to(
    options: PolicyOptions,
    verdict: str,
    gates: Iterable[tuple[Gate, str]],
    errors: Iterable[Flag],
    label: Fit,
    ladder: Ladder,
    facts: Facts,
) -> Policy:
    """Go through the policy, condition by condition.

    By default: every failing gate that is due is clear, nothing in the file contradicts itself, and the
    verdict is not "too little is known". What is open fails too, unless unknowns are allowed.
    """
    conditions = [
        PolicyCondition(gate.id, gate.title, {"holds": "not held", "clear": "held", "open": "open"}[state])
        for gate, state in gates
        if gate.fails == "yes" and state != "not due"
    ]
    # Before the work begins, its plans are what must be told; whatever is told as done already, for silence on
    # that must not pass where an answer does not.
    early = facts.case.phase in ("idea", "applying")
    enough = facts["enough_stages_told"].value is True if early else verdict != "too little is known"
    conditions.append(PolicyCondition("enough-is-told", "Enough is told to say something", "held" if enough else "not held"))
    contradictions = [f.title for f in errors]
    conditions.append(
        PolicyCondition(
            "no-contradiction",
            "Nothing in the file contradicts itself" + (f": {'; '.join(contradictions)}" if contradictions else ""),
            "not held" if contradictions else "held",
        )
    )
    conditions.extend(_required(name, label, ladder, facts) for name in options.require)
    passing = {"held", "open"} if options.allow_unknown else {"held"}
    return Policy(all(c.state in passing for c in conditions), tuple(conditions))


def _state(truth: bool | None) -> str:
    return "open" if truth is None else "held" if truth else "not held"


def _required(name: str, label: Fit, ladder: Ladder, facts: Facts) -> PolicyCondition:
    match name:
        case "honest-label":
            truth = {"fits": True, "modest": True, "overclaimed": False}.get(label.state)
            return PolicyCondition(name, "The words used do not claim more than is shown", _state(truth))
        case "promises-specific":
            truth = None if ladder.specific is None else ladder.specific == "all"
            return PolicyCondition(name, "Each plan has a date, and money or somebody who sees to it", _state(truth))
        case "contributors-heard":
            heard = facts["contributors_asked_apart"].value
            return PolicyCondition(
                name, "Contributors were asked what they think, apart from the team", _state(heard if isinstance(heard, bool) else None)
            )
    wanted = RUNGS.index(name)
    rung = ladder.shown.rung
    reached = True if rung.low >= wanted else False if rung.high < wanted else None
    return PolicyCondition(name, f"At least {name} is shown", _state(both(reached)))
