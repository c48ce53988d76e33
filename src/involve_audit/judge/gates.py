"""Gates: conditions that cap the verdict, or make the check fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.judge.levels import Held, hold

if TYPE_CHECKING:
    from involve_audit.facts import Facts
    from involve_audit.rubric.model import Gate


def state_of(gate: Gate, facts: Facts) -> tuple[str, Held]:
    """holds, clear, open (not told) or not due, with the places that decided it.

    A gate whose being due is not told is due: silence must not switch it off.
    """
    due = hold(gate.due_if, facts)
    held = hold(gate.when, facts)
    return _state(due.truth, held.truth), due if due.truth is False else held


def state_alone(gate: Gate, facts: Facts) -> str:
    """The state without places, for which fewer facts are asked."""
    due = hold(gate.due_if, facts).truth
    return _state(due, None if due is False else hold(gate.when, facts).truth)


def _state(due: bool | None, truth: bool | None) -> str:
    if due is False:
        return "not due"
    return "open" if truth is None else "holds" if truth else "clear"
