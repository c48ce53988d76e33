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
    if due.truth is False:
        return "not due", due
    held = hold(gate.when, facts)
    return "open" if held.truth is None else "holds" if held.truth else "clear", held
