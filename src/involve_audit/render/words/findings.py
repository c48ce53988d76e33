"""Flags, signs and gates, what is looked at first, and the sources of it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _, ngettext
from involve_audit.record import replace
from involve_audit.render.words.levels import told_shortly
from involve_audit.render.words.room import reasons_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.results.audit import Audit, Citation, FlagFound, GateFound, SignFound

_FLAG_ORDER = {"error": 0, "warning": 1, "note": 2}
_STATE_ORDER = {"holds": 0, "open": 1, "clear": 2, "not due": 3}


def flags_in_order(flags: Sequence[FlagFound]) -> tuple[FlagFound, ...]:
    """Contradictions first, then warnings, then notes."""
    return tuple(sorted(flags, key=lambda f: _FLAG_ORDER.get(f.level, 3)))


def flag_says(level: str) -> str:
    """What kind of flag it is, in words."""
    return {"error": "contradiction", "warning": _("warning sign"), "note": "note"}.get(level, level)


def gates_in_order(gates: Sequence[GateFound]) -> tuple[GateFound, ...]:
    """Gates that hold, then open ones; those on which the check fails before the others."""
    return tuple(sorted(gates, key=lambda g: (_STATE_ORDER.get(g.state, 4), not g.fails, not g.caps)))


ASKED_WITH = {"who-they-are": "only-others-speak"}
"""Gates that wait for the same answer as another one: while neither is told, one line asks for it."""


def to_look_at(gates: Sequence[GateFound]) -> tuple[GateFound, ...]:
    """Gates that are neither clear nor not yet due; of open ones that wait for the same answer, one."""
    open_ = {g.id for g in gates if g.state == "open"}
    return tuple(
        g
        for g in gates_in_order(gates)
        if g.state not in ("clear", "not due") and not (g.id in open_ and ASKED_WITH.get(g.id) in open_)
    )


def open_gates(audit: Audit) -> tuple[GateFound, ...]:
    """Gates that are not told and of which it makes sense to ask."""
    nobody_said = nobody_says_unheard(audit)
    return tuple(g for g in gates_in_order(audit.gates) if g.state == "open" and not (nobody_said and g.id == ANSWERED))


ANSWERED = "own-word-answered"
"""The gate on whether somebody was answered who said that they were not heard: it is asked about only where somebody said so."""


def nobody_says_unheard(audit: Audit) -> bool:
    """Whether nobody is told to have said that people were not heard: who answered them decides nothing before that."""
    return any(s.id == "said-not-heard" and s.state != "holds" for s in audit.signs)


def signs_to_look_at(signs: Sequence[SignFound]) -> tuple[SignFound, ...]:
    """Signs that hold, then open ones."""
    return tuple(sorted((s for s in signs if s.state != "clear"), key=lambda s: _STATE_ORDER.get(s.state, 4)))


def gate_says(state: str) -> str:
    """The state of a gate in words. Its title says what should be so: where the gate holds, that is not met."""
    return {"holds": _("not met"), "open": _("open, not told"), "clear": "met", "not due": _("not due yet")}.get(
        state, state
    )


def gate_does(gate: GateFound, *, keeps_down: bool = True) -> str:
    """What a gate does, or would do, to the verdict and to the check.

    Args:
        gate: the gate.
        keeps_down: whether the verdict is the one at which it keeps it.
    """
    parts = []
    # Short sentences: they stand at every such gate.
    if gate.caps and (keeps_down or gate.state != "holds"):
        parts.append(
            _("As told so far, it keeps the verdict at {caps}.", caps=gate.caps)
            if gate.state == "holds"
            else _("It would keep the verdict at {caps}.", caps=gate.caps)
        )
    if gate.fails:
        parts.append(_("The check fails on it.") if gate.state == "holds" else _("The check asks for it."))
    return " ".join(parts) if gate.state in ("holds", "open") else ""


def signs_say(many: int) -> str:
    """How many signs of tokenism hold."""
    return ngettext(
        "{many} sign of tokenism, below with its lines.",
        "{many} signs of tokenism, below with their lines.",
        many,
        many=many,
    )


def sources(audit: Audit, *, on_paper: bool = False) -> tuple[Citation, ...]:
    """Every source that the audit names, once and without what it says, in the order of the alphabet.

    Args:
        audit: the audit.
        on_paper: only those of what was seen: a printed page has one line on what is not told.
    """
    named = [c.sources for p in audit.principles for c in p.criteria if not (on_paper and told_shortly(c))]
    named += [f.sources for f in audit.flags]
    named += [g.sources for g in audit.gates if g.state == "holds" or not on_paper]
    named += [r.sources for r in reasons_in(audit.voices)]
    once = {replace(s, says="") for group in named for s in group}
    return tuple(sorted(once, key=lambda s: (s.cites.casefold(), s.cites, s.id)))
