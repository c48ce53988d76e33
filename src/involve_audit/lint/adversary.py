"""Somebody who wants the best verdict without doing the thing: how far do they get by a rubric?

A page can have a perfect score and be of no use. So a search puts together the answers that look best, out of all the
examples and steps that the rubric carries, while one thing is left out: pay, shared decisions, sources, or contributors'
own view. What it reaches is held against what may be said without that thing. Where it finds nothing, nothing is proved,
for it does not try everything; what it finds is real, for it is judged like any file.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from involve_audit.facts import Facts
from involve_audit.facts.case import Case
from involve_audit.judge.evidence import contributors_allow
from involve_audit.judge.levels import judge_criterion
from involve_audit.judge.signs import with_rubric
from involve_audit.judge.verdict import quick_verdict
from involve_audit.lint.examples import DAY, entries_of, example_tree
from involve_audit.load import Document, read_project
from involve_audit.rubric.model import VERDICTS
from involve_audit.what_if.simulator import Unchanged, read_changed
from involve_audit.what_if.steps import given_for, laid_over
from involve_audit.wording.messages import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from involve_audit.rubric.model import Rubric

    Tree = dict[str, Any]

BARE: dict[str, Any] = {
    "format": "1",
    "project": {"title": "An adversary", "phase": "running", "topic_sensitive": "no"},
}


@dataclass(frozen=True)
class Attempt:
    """The best that was reached while one thing was left out.

    Attributes:
        without: what was left out, in words; empty where nothing was.
        verdict: the best verdict.
        cap: the verdict above which nothing may be reached without it; empty where there is none.
        above: what was reached and must not be, in words; empty where the cap holds.
        tree: the answers that reach it.
        tried: how many files were judged.
    """

    without: str
    verdict: str
    cap: str
    above: str
    tree: dict[str, Any]
    tried: int


@dataclass(frozen=True)
class LeftOut:
    """A thing that is left out: in words, how a file is stripped of it, and what may be reached without it."""

    says: str
    strip: Callable[[Tree], Tree]
    cap: str


def _without_keys(tree: Any, keys: frozenset[str]) -> Any:
    if isinstance(tree, dict):
        return {
            k: _without_keys(v, keys) if isinstance(v, (dict, list)) else v for k, v in tree.items() if k not in keys
        }
    return [_without_keys(v, keys) for v in tree] if isinstance(tree, list) else tree


def _unpaid(tree: Tree) -> Tree:
    return {
        **_without_keys(tree, frozenset({"paid"})),
        "reward": {"pay": {"offered": "none", "unpaid_by_choice": "no", "staff_paid": "yes"}},
    }


def _silent_on_pay(tree: Tree) -> Tree:
    return {k: v for k, v in _without_keys(tree, frozenset({"paid"})).items() if k != "reward"}


def _undecided(tree: Tree) -> Tree:
    """No decision on record, no room that decides, no votes, no money in contributors' hands; the roles stay as claims.

    Nor an organisation that people affected govern: where one runs the work, no decision on record is needed (design, "Who runs the work").
    """
    money = {"budget", "holds_budget", "budget_held_by"}
    tree = _without_keys(tree, frozenset({"decisions", "votes", "outvoted", "organisations", *money}))
    rooms = tree.get("rooms")
    if isinstance(rooms, dict):
        tree["rooms"] = {k: {**v, "power": "advises"} if isinstance(v, dict) else v for k, v in rooms.items()}
    return dict(tree)


def _unsourced(tree: Tree) -> Tree:
    return dict(_without_keys(tree, frozenset({"source", "sources"})))


def _unheard(tree: Tree) -> Tree:
    return {k: v for k, v in tree.items() if k != "views"}


LEFT_OUT = (
    LeftOut("pay, and it says so, while staff are paid", _unpaid, "involvement"),
    LeftOut("a word on pay", _silent_on_pay, "working partnership"),
    LeftOut("a shared decision", _undecided, "involvement"),
    LeftOut("a source for anything", _unsourced, "consultation"),
    LeftOut("contributors' own view", _unheard, ""),
)
"""What may be reached without each: design, "Roles by stage", "Rung of the project", and the gates of the rubric. Led by lived
experience asks for no pay; a file silent on pay may reach it, and the report then names pay as not told."""
_MAY_LEAD_UNTOLD = "a word on pay"


def search(rubric: Rubric, *, seed: int = 1, rounds: int = 1) -> tuple[Attempt, ...]:
    """The best verdict without any limit, which shows how strong the search is, and then without each thing.

    The same rubric and seed always give the same.
    """
    pieces = pieces_of(rubric)
    # In one order alone a bad answer that costs nothing yet can be taken along, and cost much later.
    found_free = [_climb(rubric, pieces, BARE, lambda tree: tree, start, rounds) for start in (seed, seed + 1)]
    best, tried = max(found_free, key=lambda f: (_reached(rubric, f[0]) or ("", -1))[1:])
    free = _reached(rubric, best)
    attempts = [Attempt("", free[0] if free else "", "", "", best, tried)]
    attempts += [attempt_without(left_out, rubric, best, seed=seed, rounds=rounds) for left_out in LEFT_OUT]
    return tuple(attempts)


def attempt_without(left_out: LeftOut, rubric: Rubric, best: Tree, *, seed: int = 1, rounds: int = 1) -> Attempt:
    """The best verdict without one thing, beginning with the best file that there is with it."""
    tree, tried = _climb(rubric, pieces_of(rubric), left_out.strip(best), left_out.strip, seed, rounds)
    found = _reached(rubric, tree)
    verdict = found[0] if found else ""
    return Attempt(left_out.says, verdict, left_out.cap, _above(rubric, left_out, verdict, tree), tree, tried)


def _above(rubric: Rubric, left_out: LeftOut, verdict: str, tree: Tree) -> str:
    """What was reached and must not be; empty where the cap holds."""
    if left_out.cap and VERDICTS.index(verdict) > VERDICTS.index(left_out.cap):
        if left_out.says == _MAY_LEAD_UNTOLD and verdict == "led by lived experience":
            return ""
        return f"the verdict '{verdict}', above '{left_out.cap}'"
    if left_out.cap:
        return ""
    case = Case(read_project(Document("adversary", tree, [])), DAY)
    facts = with_rubric(Facts(case), rubric)
    confirmed = [p.id for p in rubric.principles if contributors_allow(case, p.id)[2] == "confirmed"]
    shared = [c.id for c in rubric.criteria if judge_criterion(c, facts, None).low == 3]
    if confirmed or shared:
        return f"confirmed or at level 3 without their word: {', '.join([*confirmed, *shared])}"
    return ""


def pieces_of(rubric: Rubric) -> list[Tree]:
    """What files are put together from: the examples of every entry, and the steps, for each stage."""
    pieces: list[Tree] = []
    for _, items in entries_of(rubric):
        for item in items:
            pieces += [example_tree(one, getattr(item, "principle", "influence")) for one in item.examples or ()]
    for step in rubric.steps or ():
        if isinstance(step.gives, dict):
            pieces += [laid_over({}, given_for(step, stage.id)) for stage in rubric.stages]
    return [piece for n, piece in enumerate(pieces) if piece not in pieces[:n]]


def merged(one: Any, other: Any) -> Any:
    """Two files in one: groups of keys are joined, lists are put behind each other, and of two answers the other counts.

    >>> merged({"a": ["1"], "b": {"c": "x"}}, {"a": ["1", "2"], "b": {"d": "y"}})
    {'a': ['1', '2'], 'b': {'c': 'x', 'd': 'y'}}
    """
    if isinstance(one, dict) and isinstance(other, dict):
        return {**one, **{k: merged(one[k], v) if k in one else v for k, v in other.items()}}
    if isinstance(one, list) and isinstance(other, list):
        return [*one, *(v for v in other if v not in one)]
    return other


def _climb(
    rubric: Rubric, pieces: list[Tree], start: Tree, strip: Callable[[Tree], Tree], seed: int, rounds: int
) -> tuple[Tree, int]:
    """Take one piece after the other, in a random order, and keep what does not make it worse."""
    order = random.Random(seed)  # noqa: S311 (the same search every time)
    best, tried = start, 0
    case = _case(best)
    reached = _standing(rubric, case)
    known = None if case is None else Unchanged(case, rubric)
    for _ in range(rounds):
        shuffled = pieces[:]
        order.shuffle(shuffled)
        for piece in shuffled:
            # Most sections are as they were: those need neither be stripped, read nor looked through again.
            sections: Tree = strip({k: merged(best[k], v) if k in best else v for k, v in piece.items()})
            sections["project"] = {**(sections.get("project") or best.get("project") or {}), **BARE["project"]}
            tree = {**best, **{k: v for k, v in sections.items() if k not in best or best[k] != v}}
            tried += 1
            if tree == best:
                continue
            changed = _case(tree, best, case)
            facts = None if changed is None or known is None else known.facts(changed)
            found = _standing(rubric, changed, facts)
            if changed is not None and found is not None and (reached is None or found[1:] >= reached[1:]):
                best, case, reached = tree, changed, found
                known = known.instead(facts) if known and facts else Unchanged(changed, rubric)
    return best, tried


def _case(tree: Tree, before: Tree | None = None, like: Case | None = None) -> Case | None:
    """A file as a case; None where it is no project file.

    Args:
        tree: the file.
        before: one that is read already; sections that have not changed are the same objects.
        like: the case of that one.
    """
    try:
        if before is None or like is None:
            return Case(read_project(Document("adversary", tree, [])), DAY)
        told = read_changed(Document("adversary", before, []), like.told, tree)
        return Case(told, DAY, like=like)
    except InputError:
        return None


def _reached(rubric: Rubric, tree: Tree) -> tuple[str, int, int, int, int] | None:
    """The verdict of a file and how high it stands; None where it is no project file."""
    return _standing(rubric, _case(tree))


def _standing(rubric: Rubric, case: Case | None, facts: Facts | None = None) -> tuple[str, int, int, int, int] | None:
    if case is None:
        return None
    found = quick_verdict(case, rubric, facts)
    outcome, shown = found.outcome.id, found.ladder.shown
    holding = sum(state == "holds" for _, state, _ in found.gates)
    return outcome, VERDICTS.index(outcome), shown.rung.low, sum(s.shown.low for s in shown.stages), -holding
