"""What a policy asks for and a file does not meet yet: the places that it hangs on, so that they are asked first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.policy.policy_file import wanted
from involve_audit.results.audit import DEFAULT_POLICY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.interview.question import Place
    from involve_audit.interview.sitting import Sitting
    from involve_audit.policy.conditions import PolicyOptions
    from involve_audit.policy.policy_file import Wanted
    from involve_audit.results.audit import Audit
    from involve_audit.rubric.model import Rubric

_PLACES: dict[str, tuple[Place, ...]] = {
    "label": (("project", "called"), ("project", "claims"), ("project", "promises")),
    "promises": (("stages",),),
    "contributors": (("views",),),
    "review": (("filled_in", "when"),),
}
"""Where a condition is answered that is about no principle; a rung is what the verdict rests on, and so are its questions."""


def still_asked_for(options: PolicyOptions | None, audit: Audit, rubric: Rubric) -> tuple[Wanted, ...]:
    """The conditions of a policy, beyond what every check holds to, that a file does not meet yet, in the policy's order."""
    if options is None:
        return ()
    unmet = {c.id for c in audit.policy.conditions if not c.passes}
    return tuple(
        w for w in wanted(options.policy, options.require, rubric) if w.id in unmet and w.comes_from != DEFAULT_POLICY
    )


def places(sitting: Sitting, conditions: tuple[Wanted, ...]) -> Iterator[Place]:
    """Where these conditions are answered: whole sections, or places below one."""
    gates = {gate.id: gate for gate in sitting.rubric.gates}
    for condition in conditions:
        if condition.principle:
            yield (condition.principle,)
        elif condition.kind == "gate":
            gate = gates[condition.about]
            for name in [name for fact in (gate.due_if, gate.when) for name in (fact or ())]:
                yield from (tuple(s for s in path if s != "entries")[:2] for path in sitting.facts[name].where[:1])
        else:
            yield from _PLACES.get(condition.kind, ())
