"""The verdict: the first row that holds, read at the low end, with the rows that the answers still allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts import Facts
from involve_audit.facts.care import mending_may_be_told
from involve_audit.facts.rung import nobody_else_can_be_told, shown
from involve_audit.judge.gates import state_of
from involve_audit.judge.ladder import ladder_of
from involve_audit.judge.levels import hold
from involve_audit.judge.signs import at_rung, may_be_lifted, rows_of, signs_of, with_rubric, word_may_change
from involve_audit.project.practice import RUNGS
from involve_audit.record import Record
from involve_audit.rubric.model import BY_RUNG, FIRST, FROM_TOO_LITTLE, TOO_LITTLE, VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from involve_audit.facts.case import Case
    from involve_audit.judge.ladder import Ladder
    from involve_audit.judge.levels import Held
    from involve_audit.judge.signs import Rows, SignsHeld
    from involve_audit.rubric.model import Gate, Rubric


class VerdictConditions(Record):
    """The rows of the verdict table, three-valued.

    Attributes:
        nobody, broken, tokenism, promises: whether the row holds.
        lifted: the rows that hold at the low end, and of which further answers could still say that they do not.
        worse: the rows that do not hold, and of which a later word could still say that they do.
        unconfirmed: whether people could still say that they were not heard, or (where they did) that they now are.
        enough: whether all holds that the rows by rung ask for beside the rung.
        surely_enough: the same at the lowest rung that is still possible.
        by_rung: the verdict of each rung, from `none` up.
        signs: the signs of tokenism, and whether each holds.
    """

    nobody: bool | None
    broken: bool | None
    tokenism: bool | None
    promises: bool | None
    lifted: frozenset[str]
    worse: frozenset[str]
    unconfirmed: bool
    enough: bool
    surely_enough: bool
    by_rung: tuple[str, ...]
    signs: SignsHeld


def rows(facts: Facts, rubric: Rubric) -> VerdictConditions:
    """Work out the rows for a case: what each asks for says the rubric, what may still become of them is said here."""
    case = with_rubric(facts, rubric).case
    table = rows_of(rubric)
    asked = table.asked
    nobody, broken, token, promises = (hold(asked[name], facts).truth if name in asked else False for name in FIRST)
    signs = signs_of(facts, rubric)
    rung = shown(case).rung
    lifted = set()
    if not nobody_else_can_be_told(case):
        lifted |= {"nobody involved", "promises"}
    if broken and mending_may_be_told(case):
        lifted.add("broken trust")
    holds_at = [at_rung(asked.get("tokenism"), n) for n in range(rung.low, rung.high + 1)]
    if not all(holds_at) or all(may_be_lifted(sign, case) for sign, held in signs if held.truth):
        lifted.add("tokenism")
    word_open = word_may_change(case)
    worse = {"tokenism"} if word_open and holds_at[0] else set()
    surely = shown(case).surely
    if surely < rung.low and at_rung(asked.get("tokenism"), surely) and any(h.truth is not False for _, h in signs):
        worse.add("tokenism")
    return VerdictConditions(
        nobody, broken, token, promises, frozenset(lifted), frozenset(worse), word_open,
        _enough(table, facts, rung.low), _enough(table, facts, surely), table.by_rung, signs,
    )  # fmt: skip


def _enough(table: Rows, facts: Facts, rung: int) -> bool:
    """Whether all holds, at the low end, that the row of a rung asks for beside the rung; of a rung without a row, the lowest row."""
    name = table.by_rung[rung]
    when = table.asked.get(BY_RUNG[0] if name == TOO_LITTLE else name) or {}
    return hold({k: v for k, v in when.items() if k != "rung_shown"}, facts).truth is True


class Outcome(Record):
    """The verdict and those still possible.

    Attributes:
        id: the verdict.
        possible: all that the answers allow, this one first, then from the lowest.
        capped_by: gates that hold and keep it down.
    """

    id: str
    possible: tuple[str, ...]
    capped_by: tuple[str, ...]

    @property
    def highest(self) -> str:
        """The highest verdict by rung that the answers still allow above this one; empty where they allow none, and beside a grave one."""
        if self.id not in FROM_TOO_LITTLE:
            return ""
        top = max((v for v in self.possible if v in FROM_TOO_LITTLE), key=FROM_TOO_LITTLE.index)
        return top if top != self.id else ""


def capped(verdict: str, cap: str) -> str:
    """A verdict by rung, kept at or below a cap; the rows above the rungs are not changed by it."""
    if verdict not in BY_RUNG:
        return verdict
    if cap not in BY_RUNG:
        return cap
    return min(verdict, cap, key=FROM_TOO_LITTLE.index)


def decide(table: VerdictConditions, ladder: Ladder, caps: Iterable[tuple[str, str, str]]) -> Outcome:
    """Find the verdict.

    Args:
        table: the rows.
        ladder: the rungs.
        caps: gates that cap: id, state, the verdict that they cap.
    """
    caps = tuple(caps)
    rung = ladder.shown.rung
    head = tuple(zip(FIRST, (table.nobody, table.broken, table.tokenism, table.promises), strict=True))
    first = next((name for name, truth in head if truth), None)
    holding = [(gate, cap) for gate, state, cap in caps if state in ("holds", IF_DUE) and cap]
    by_rung = table.by_rung[rung.low] if table.enough else TOO_LITTLE
    verdict = by_rung
    for _, cap in holding:
        verdict = _held_back(verdict, cap, table, ladder)[0]
    if first:
        verdict = first
    possible: set[str] = set()
    for name, truth in head:
        # A row that holds is what the file has once those above it are mended.
        if truth is not False or name in table.worse:
            possible.add(name)
        if truth and name not in table.lifted:
            break
    else:
        possible |= _reach(table, ladder, by_rung, caps)
    possible.discard(verdict)
    ordered = sorted(possible, key=VERDICTS.index)
    by = tuple(g for g, cap in holding if not first and capped(by_rung, cap) != by_rung)
    return Outcome(verdict, (verdict, *ordered), by)


def _reach(table: VerdictConditions, ladder: Ladder, by_rung: str, caps: tuple[tuple[str, str, str], ...]) -> set[str]:
    """The verdicts by rung that the answers still allow."""
    rung = ladder.shown.rung
    surely = ladder.shown.surely
    reach = {table.by_rung[n] for n in range(max(surely, 1), rung.high + 1)} or {by_rung}
    for gate, state, cap in caps:
        lasting = not (gate == OWN_WORD and table.unconfirmed)
        if cap and state == "holds" and lasting:
            reach = {held for verdict in reach for held in _held_back(verdict, cap, table, ladder)}
        elif cap and (state in ("holds", "open", IF_DUE) or not lasting or (gate == OWN_WORD and state == "not due")):
            # What people say of being heard may change, in either direction; and that they were not, they may say at any time.
            reach |= {held for verdict in reach for held in _held_back(verdict, cap, table, ladder)}
    if surely == 0 or not (table.enough and table.surely_enough):
        reach.add(TOO_LITTLE)
    return reach


def _held_back(verdict: str, cap: str, table: VerdictConditions, ladder: Ladder) -> tuple[str, ...]:
    """What a verdict by rung may become that a gate keeps at or below a cap, the lowest first.

    Held back from *led*, it is what people's part makes when they share it: pay and safety are then asked for.
    """
    held = capped(verdict, cap)
    if held == verdict or verdict != table.by_rung[RUNGS.index("led")]:
        return (held,)
    shared = ladder.shown.if_shared
    return tuple(capped(table.by_rung[n], cap) for n in range(max(shared.low, 1), shared.high + 1))


IF_DUE = "holds, if due"
"""The state of a gate that keeps a verdict down while it is not told whether it is due: once that is told, it may fall away."""


def caps_of(gates: Iterable[tuple[Gate, str, Held]], facts: Facts) -> tuple[tuple[str, str, str], ...]:
    """Of gates with their states: the id, the state as far as the verdict is concerned, and the verdict that it caps (empty for none)."""
    return tuple(
        (
            gate.id,
            IF_DUE if state == "holds" and gate.caps and hold(gate.due_if, facts).truth is None else state,
            gate.caps or "",
        )
        for gate, state, _ in gates
    )


OWN_WORD = "own-word"
"""The gate that keeps the highest verdicts back while people say that they were not heard."""


class WeighedUp(Record):
    """The verdict of a case with all that it follows from, and without its words.

    Attributes:
        gates: each gate of the rubric, its state, and what made it so.
    """

    ladder: Ladder
    table: VerdictConditions
    gates: tuple[tuple[Gate, str, Held], ...]
    outcome: Outcome


def quick_verdict(case: Case, rubric: Rubric, facts: Facts | None = None) -> WeighedUp:
    """The verdict of a case: all that steps, flips and searches ask, which try many files and print none.

    Args:
        case: the case.
        rubric: by what it is judged.
        facts: those of the case, where they are known in part already.
    """
    facts = facts or Facts(case)
    ladder, table = ladder_of(case), rows(facts, rubric)
    gates = tuple((gate, *state_of(gate, facts)) for gate in rubric.gates)
    return WeighedUp(ladder, table, gates, decide(table, ladder, caps_of(gates, facts)))
