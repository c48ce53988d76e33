"""The smallest sets of changes that lift the verdict, each tried out before it is promised.

A step is what the file would say if a practice changed. It is laid over the file, the file is judged again,
and only what lifts the verdict is offered: safety first, then pay, then decisions. What time has closed is
left out, and said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from involve_audit.audit import Door, Step
from involve_audit.facts.case import Case
from involve_audit.facts.ladder import work_stages
from involve_audit.judge.changed import Trials
from involve_audit.judge.verdict import BY_RUNG, WORST_FIRST

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from involve_audit.rubric import Rubric, StepText

_ORDER = ("safety", "pay", "decisions", "answers", "voices", "views", "telling")


@dataclass(frozen=True)
class Move:
    """One change: its text, what the file would say, and the stage after which it comes too late."""

    text: StepText
    stage: str
    says: str
    gives: tuple[tuple[str, Any], ...]


def laid_over(tree: dict[str, Any], gives: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """The file as it would be with these answers. The given tree stays as it is."""
    tree = dict(tree)
    for place, value in gives:
        steps = place.removesuffix("[+]").split(".")
        here = tree
        for step in steps[:-1]:
            below = here.get(step)
            here[step] = dict(below) if isinstance(below, dict) else {}
            here = here[step]
        last = steps[-1]
        if not place.endswith("[+]"):
            there = here.get(last)
            here[last] = {**there, **value} if isinstance(there, dict) and isinstance(value, dict) else value
            continue
        there = here.get(last)
        if isinstance(there, dict) and "entries" in there:
            listed = there["entries"] if isinstance(there["entries"], list) else []
            here[last] = {**there, "entries": [*listed, value]}
        elif isinstance(there, list):
            here[last] = [*there, value]
        elif (isinstance(there, dict) and there and set(there) != {"complete"}) or (
            isinstance(there, str) and there not in ("none", "no", "unknown")
        ):
            here[last] = [there, value]
        else:
            here[last] = [value]
    return tree


@dataclass(frozen=True)
class Trial:
    """How a changed file would be judged."""

    verdict: str
    rung: int


class Bench(Trials):
    """Judges the file with other answers, the verdict only."""

    def judge(self, gives: Sequence[tuple[str, Any]]) -> Trial:
        """The verdict of the file with these answers."""
        found = self.weigh_up(laid_over(self.document.tree, gives))
        return Trial(found.outcome.id, found.ladder.shown.rung.low)


def closed_stages(case: Case) -> dict[str, str]:
    """The stages that time has closed, and what closed them."""
    phase = case.phase
    closed: dict[str, str] = {}
    if phase in ("funded", "running", "finished"):
        closed |= dict.fromkeys(("priorities", "funding"), "the work is funded")
    locked = case.at("timing.design_locked")
    if phase == "finished" or (phase in ("running", "funded") and case.happened(locked)):
        closed["design"] = "the design is fixed"
    if phase == "finished":
        closed |= dict.fromkeys(("governance", "delivery", "analysis"), "the work is over")
    return closed


def moves(rubric: Rubric, case: Case, *, verdict: str) -> list[Move]:
    """The changes that this project could still make, in the order in which they are offered."""
    closed = closed_stages(case)
    found: list[Move] = []
    titles: dict[str, str] = {s.id: s.title.lower() for s in rubric.stages}
    for text in sorted(rubric.steps or (), key=lambda s: _ORDER.index(s.order)):
        if text.kind not in (None, "do") or not isinstance(text.gives, dict):
            continue
        if verdict == "broken trust" and text.order != "safety":
            continue
        per_stage = any("{stage}" in str(k) or "{stage}" in str(v) for k, v in text.gives.items())
        for stage in work_stages(case) if per_stage else ("",):
            if stage in closed or (text.closes_with and text.closes_with in closed):
                continue
            found.append(
                Move(
                    text,
                    stage,
                    text.says.replace("{stage}", titles.get(stage, stage)),
                    given_for(text, stage),
                )
            )
    return found


def given_for(text: StepText, stage: str) -> tuple[tuple[str, Any], ...]:
    """What the file would say after a step, in one stage: places and answers."""
    return tuple((place.replace("{stage}", stage), _fill(value, stage)) for place, value in text.gives.items())


def _fill(value: Any, stage: str) -> Any:
    if isinstance(value, str):
        return value.replace("{stage}", stage)
    if isinstance(value, dict):
        return {k: _fill(v, stage) for k, v in value.items()}
    return [_fill(v, stage) for v in value] if isinstance(value, list) else value


def as_yaml(value: Any) -> str:
    """An answer in one line, as it can be written into the file."""
    import yaml

    text: str = yaml.safe_dump(value, default_flow_style=True, sort_keys=False, allow_unicode=True, width=10_000)
    return text.removesuffix("...\n").strip()


def _better(trial: Trial, now: Trial) -> bool:
    """Whether a verdict lies above another; the rows above the rungs lie below them all."""
    return WORST_FIRST.index(trial.verdict) > WORST_FIRST.index(now.verdict) and trial.verdict in BY_RUNG[1:]


def _all(chosen: Iterable[Move]) -> list[tuple[str, Any]]:
    return [g for move in chosen for g in move.gives]


def lifting_sets(bench: Bench, offered: Sequence[Move]) -> list[tuple[tuple[Move, ...], Trial]]:
    """Sets of changes that lift the verdict and of which none can be left out, single changes first."""
    now = bench.judge(())
    found: list[tuple[tuple[Move, ...], Trial]] = []
    for move in offered:
        trial = bench.judge(move.gives)
        if _better(trial, now):
            found.append(((move,), trial))
    if found:
        return found
    chosen: list[Move] = []
    for move in offered:
        chosen.append(move)
        trial = bench.judge(_all(chosen))
        if _better(trial, now):
            for spare in list(chosen[:-1]):
                rest = [m for m in chosen if m is not spare]
                without = bench.judge(_all(rest))
                if _better(without, now):
                    chosen, trial = rest, without
            return [(tuple(chosen), trial)]
    return []


def steps_for(bench: Bench, case: Case, verdict: str, *, most: int = 3) -> tuple[Step, ...]:
    """The steps to offer, in order; none where nothing that is still open would lift the verdict."""
    if verdict in ("promises", "too little is known", "led by lived experience", "genuine partnership"):
        return ()
    titles = {v.id: v.title for v in bench.rubric.verdicts}
    doors = door_dates(case)
    offered = moves(bench.rubric, case, verdict=verdict)
    steps = []
    for chosen, trial in lifting_sets(bench, offered)[:most]:
        closes = [doors[m.stage] for m in chosen if m.stage in doors]
        steps.append(
            Step(
                "do",
                tuple(("Next time: " if case.phase == "finished" else "") + m.says for m in chosen),
                f"{titles[verdict]} → {titles[trial.verdict]}",
                trial.verdict,
                tuple((k, as_yaml(v)) for m in chosen for k, v in m.gives),
                closes[0] if closes else "",
            )
        )
    return tuple(steps)


def door_dates(case: Case) -> dict[str, str]:
    """The stages that are still open and close at a date that is told."""
    found: dict[str, str] = {}
    submitted = case.at("project.dates.submitted")
    if case.phase in ("idea", "applying") and submitted is not None and submitted.first:
        for stage in ("priorities", "design", "funding"):
            found[stage] = f"before the bid is handed in ({submitted.text})"
    locked = case.at("timing.design_locked")
    if locked is not None and locked.first and locked.first > case.date:
        found["design"] = f"before the design is fixed ({locked.text})"
    end = case.at("project.dates.end")
    if case.phase in ("funded", "running") and end is not None and end.first and end.first > case.date:
        for stage in ("governance", "delivery", "analysis"):
            found.setdefault(stage, f"before the work ends ({end.text})")
    return found


def doors(case: Case, rubric: Rubric) -> tuple[Door, ...]:
    """What time has closed, and what closes next and when."""
    titles: dict[str, str] = {s.id: s.title for s in rubric.stages}
    work = work_stages(case)
    found = [
        Door(f"{titles[stage]}: closed, because {why}. It can be said honestly, and done sooner next time.", "closed")
        for stage, why in closed_stages(case).items()
        if stage in work
    ]
    found += [Door(f"{titles[stage]}: still open.", when) for stage, when in door_dates(case).items() if stage in work]
    return tuple(found)


TRUER_WORD = {"informed": "information", "led": "led by people with lived experience"}
"""The plain word for a rung, where it is not the rung's own name."""
