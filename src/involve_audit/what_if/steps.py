"""The smallest sets of changes that lift the verdict, each tried out before it is promised.

A step is what the file would say if a practice changed. It is laid over the file, the file is judged again,
and only what lifts the verdict is offered: pay first, then safety, then decisions. What time has closed is
left out, and said; so is what the file tells already. Where that lacks nothing but a source, the step is to name one.
Where people were not heard by their own word, each step answers that first.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from involve_audit.facts.care import harm_to_mend
from involve_audit.facts.deciders import deciders
from involve_audit.facts.roles import LED, TOGETHER, organisation_allows, work_stages
from involve_audit.facts.rooms import decision_counts
from involve_audit.facts.tokenism import people_heard
from involve_audit.judge.advice import ended, is_over, long_past, what_to_do
from involve_audit.judge.sentences import verdict_titles
from involve_audit.language import _
from involve_audit.project.accounts import is_from_published_text
from involve_audit.project.fields import tidy
from involve_audit.project.people import ROLES, SHARED_ROLES, role_reaches
from involve_audit.project.practice import IN_THE_WORK, PLANNING, SHAPING, with_contributors
from involve_audit.record import Record
from involve_audit.results.audit import Door, Step
from involve_audit.rubric.model import BY_RUNG, STEP_KINDS, VERDICTS, StepText
from involve_audit.what_if.simulator import SearchBudget, Simulator
from involve_audit.wording.messages import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from involve_audit.facts import Facts
    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.judge.verdict import WeighedUp
    from involve_audit.load import Document
    from involve_audit.project.power import Decision
    from involve_audit.project.values import Dates
    from involve_audit.rubric.model import Rubric


class CandidateStep(Record):
    """One change: its text, what the file would say, and the stage after which it comes too late.

    Attributes:
        form: its words with `{stage}` in the place of the stage, where it is the same step for several.
    """

    text: StepText
    stage: str
    says: str
    gives: tuple[tuple[str, Any], ...]
    form: str = ""


SOURCE = ("sources.to_be_named", {"kind": "other", "title": _("what will show it")})
"""What a file says of a source that a step asks for."""


def laid_over(tree: dict[str, Any], gives: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """The file as it would be with these answers. The given tree stays as it is.

    A place that ends in `[+]` takes one more entry, and so does a list over which keys are laid; of a list, `[0]` names
    the first entry. Every other place is written over what stands there, key by key.
    """
    for place, value in gives:
        more = place.endswith("[+]")
        steps = [int(n) if n else key for key, n in re.findall(_STEP, place.removesuffix("[+]"))]
        tree = _with(tree, steps, value, more=more, name=place)
    return tree


_STEP = r"([^.\[\]]+)|\[(\d+)\]"


def _with(there: Any, steps: list[str | int], value: Any, *, more: bool, name: str) -> Any:
    """A part of a file with an answer at a place below it."""
    if not steps:
        return _one_more(there, value, name) if more else _over(there, value)
    step, *rest = steps
    if isinstance(step, int):
        listed = there if isinstance(there, list) else [there]
        return [_with(v, rest, value, more=more, name=name) if n == step else v for n, v in enumerate(listed)]
    if not isinstance(there, dict):
        # Nobody anywhere, and now somebody here: the other stages involve nobody still.
        there = {"complete": "yes"} if there == "none" and name.startswith("stages.") else {}
    return {**there, step: _with(there.get(step), rest, value, more=more, name=name)}


def _over(there: Any, value: Any) -> Any:
    if isinstance(value, dict) and isinstance(there, dict):
        # That there is none is no longer so where there is one: what was told beside it stays.
        return {**{k: v for k, v in there.items() if k != "answer" or "status" not in value}, **value}
    return [*there, value] if isinstance(value, dict) and isinstance(there, list) and there else value


def _one_more(there: Any, value: Any, name: str) -> Any:
    """A list with one more entry."""
    if isinstance(there, dict) and "entries" in there:
        listed = there["entries"] if isinstance(there["entries"], list) else []
        return {**there, "entries": [*listed, value]}
    if isinstance(there, list):
        return [*there, value]
    nothing = ("unknown",) if name.startswith("influence.heard") else ("none", "no", "unknown")
    if (isinstance(there, dict) and there and set(there) != {"complete"}) or (
        isinstance(there, str) and there not in nothing
    ):
        return [there, value]
    return [value]


class Simulation(Record):
    """How a changed file would be judged."""

    verdict: str
    rung: int


WORK = 250_000
"""How much is tried to find steps: the number of changed files that are judged, times the number of answers in the file. A file
that uses every question of the format needs half of it."""
NOT_TRIED = _(
    "This file holds so many answers that no steps were looked for. It says nothing of what could be done next; a file about one part of the work, or without the oldest entries, would."
)


class StepSimulator(Simulator):
    """Judges the file with other answers, the verdict only."""

    def __init__(self, document: Document, case: Case, rubric: Rubric, facts: Facts | None = None) -> None:
        super().__init__(document, case, rubric, facts)
        self._budget = SearchBudget(document, WORK)

    def quick_verdict(self, tree: dict[str, Any]) -> WeighedUp:
        """The verdict of a changed file.

        Raises:
            Spent: so much has been tried that no more is.
        """
        self._budget.spend()
        return super().quick_verdict(tree)

    def judge(self, gives: Sequence[tuple[str, Any]]) -> Simulation:
        """The verdict of the file with these answers."""
        found = self.quick_verdict(laid_over(self.document.tree, gives))
        return Simulation(found.outcome.id, found.ladder.shown.rung.low)

    def news(self, tree: dict[str, Any], found: Iterable[CandidateStep]) -> list[CandidateStep]:
        """The changes that change anything on which the verdict rests in a changed file."""
        before = _rests_on(self.quick_verdict(tree))
        return [m for m in found if m.gives and _rests_on(self.quick_verdict(laid_over(tree, m.gives))) != before]


def _rests_on(found: WeighedUp) -> tuple[Any, ...]:
    """What makes a verdict, at its low end."""
    table, shown = found.table, found.ladder.shown
    signs = tuple(held.truth for __, held in table.signs)
    stages = tuple(s.shown.low for s in shown.stages)
    gates = tuple(state for __, state, ___ in found.gates)
    return found.outcome.id, shown.rung.low, shown.kept, stages, table.broken, table.tokenism, signs, gates


OVER = ("finished", "cancelled")
"""The phases in which the work is over."""
RESULTS_GO_ON = dt.timedelta(days=3 * 366)
"""So long after the end of the work its results are still shared and put to use, where nothing is told of that."""


def closed_by_phase(case: Case) -> dict[str, str]:
    """The stages that the phase of the work, or a day that has passed, has closed, and what closed them."""
    phase = case.phase
    closed: dict[str, str] = {}
    submitted, end = case.at("project.dates.submitted"), case.at("project.dates.end")
    if phase in ("funded", "running", "paused", *OVER):
        closed |= dict.fromkeys(("priorities", "funding"), _("the work is funded"))
    elif _passed(case, submitted):
        closed |= dict.fromkeys(
            ("priorities", "funding"), _("the bid was handed in ({submitted})", submitted=submitted.text)
        )
    locked = case.at("timing.design_locked")
    if (not case.early and case.happened(locked)) or _passed(case, locked):
        closed["design"] = _("the design is fixed")
    over = ("delivery", "analysis", "governance")
    if is_over(case):
        why = (
            _("the work is over")
            if phase in OVER
            else _("the work ended ({end})", end=end.text)
            if ended(case)
            else _("the last that is told of it lies years back ({long_past})", long_past=long_past(case))
        )
        # A bid that was handed in, or a plan that was fixed, says more; that it was funded says less than that it is over.
        known = {stage: reason for stage, reason in closed.items() if reason != _("the work is funded")}
        closed = dict.fromkeys(SHAPING, why) | known | dict.fromkeys(over, why)
        if not _results_go_on(case):
            closed |= dict.fromkeys(("sharing", "implementation"), why)
    return closed


def _results_go_on(case: Case) -> bool:
    """Whether the results of work that is over are still shared and used: told to be, or the end is told and not long ago.

    Whoever only read of the work cannot take up its results with people.
    """
    stages = [s for name in ("sharing", "implementation") for s in case.stage(name) or ()]
    if any(s.status in ("ongoing", "planned") for s in stages):
        return True
    end = case.days(case.at("project.dates.end"))
    if end is None or case.cancelled or is_from_published_text(case.told):
        return False
    return end[1] + RESULTS_GO_ON >= case.date


def _passed(case: Case, when: Dates | None) -> bool:
    """Whether a day is told that has passed."""
    return when is not None and when.last is not None and when.last < case.date


def closed_stages(case: Case) -> dict[str, str]:
    """The stages that time has closed, and what closed them: also those that are told to be done."""
    closed = closed_by_phase(case)
    locked = case.at("timing.design_locked")
    for stage in work_stages(case):
        spans = case.stage(stage) or ()
        if stage in closed or (stage == "design" and locked is not None and locked.happened is False):
            continue
        # Where several spans are told, the last that goes on keeps the stage open.
        if spans and all(s.status in ("done", "stopped") and case.in_place(s) for s in spans):
            when = next((d.text for s in reversed(spans) for d in (s.until, s.when) if d is not None), "")
            closed[stage] = _("it is told to be done ({when})", when=when) if when else _("it is told to be done")
    return closed


def moves(rubric: Rubric, facts: Facts, *, verdict: str, tree: dict[str, Any] | None = None) -> list[CandidateStep]:
    """The changes that this project could still make, in the order in which they are offered."""
    case = facts.case
    closed, by_phase = closed_stages(case), closed_by_phase(case)
    found: list[CandidateStep] = []
    titles: dict[str, str] = {s.id: s.title.lower() for s in rubric.stages}
    for text in sorted(rubric.steps or (), key=lambda s: STEP_KINDS.index(s.order)):
        if text.kind not in (None, "do") or not isinstance(text.gives, dict):
            continue
        if verdict == "broken trust" and not _mends(text):
            continue
        if text.closes_with and text.closes_with in by_phase:
            continue
        if text.only_after and not is_over(case):
            continue
        says = _asks_for_agreement(case) if _mends(text) else ""
        says = says or what_to_do(text, facts)
        per_stage = any("{stage}" in str(k) or "{stage}" in str(v) for k, v in text.gives.items())
        for stage in work_stages(case) if per_stage else ("",):
            if stage in closed:
                continue
            gives = given_for(text, stage, case.date)
            if tree is not None:
                if stage and _told_already(case, stage, gives):
                    continue
                gives = _in_this_file(case, tree, gives)
            found.append(
                CandidateStep(
                    text, stage, says.replace("{stage}", titles.get(stage, stage)), gives, says if stage else ""
                )
            )
    return found


def _told_already(case: Case, stage: str, gives: Iterable[tuple[str, Any]]) -> bool:
    """Whether the file tells what a step would do in a stage, with a source or without; or it cannot be done there yet."""
    if case.early and stage in IN_THE_WORK:
        return True
    given = dict(gives)
    least = ROLES.index(given.get(f"stages.{stage}", {}).get("role", "none"))
    if case.early and any(s.status == "planned" and role_reaches(s.role, least) for s in case.stage(stage) or ()):
        return True  # before the work begins a plan is all that there can be
    if "power.decisions[+]" in given:
        decisions = [d for d in case.entries("power.decisions") or () if stage in (d.stage or ())]
        # Where it is told that they decide, and no decision says otherwise, what is missing is to name one.
        shared = [d for d in decisions if with_contributors(deciders(case, d)) and d.became == "under way"]
        return bool(shared) or any(_taken(case, d) for d in decisions) or (not decisions and _decide(case, stage))
    return any(role_reaches(s.role, least) and case.in_place(s) for s in case.stage(stage) or ())


def _decide(case: Case, stage: str) -> bool:
    """Whether it is told that people decide in a stage, or may, together with others or alone."""
    return any(s.role in SHARED_ROLES and case.in_place(s) for s in case.stage(stage) or ())


def _asks_for_agreement(case: Case) -> str:
    """What is left to do where a harm on record has a repair that is told to be done, and not whether people agreed to it."""
    harms = [h for h in case.entries("care.harm") or () if harm_to_mend(case, h)]
    repairs = [h.repair for h in harms if h.repair is not None and case.in_place(h.repair)]
    if not repairs:
        return ""
    days = dict.fromkeys(d.in_words for r in repairs if (d := r.when or r.since) is not None)
    when = f" ({', '.join(days)})" if days else ""
    rest = "" if len(repairs) == len(harms) else _(", and mend what else is on record in a way that they agree to")
    goes_on = all(r.status == "ongoing" for r in repairs)
    made = _("that is under way") if goes_on else _("that was made")
    return _(
        "Ask those concerned whether they agree to the repair {made}{when}{rest}; write down what they say.",
        made=made,
        when=when,
        rest=rest,
    )


def _mends(text: StepText) -> bool:
    """Whether a step mends what was broken."""
    return "care.harm" in text.gives


def _answers(text: StepText) -> bool:
    """Whether a step answers people who were not heard."""
    return any(place.startswith("influence.heard") for place in text.gives)


def given_for(text: StepText, stage: str, day: dt.date | None = None) -> tuple[tuple[str, Any], ...]:
    """What the file would say after a step, in one stage: places and answers."""
    words = {"{stage}": stage, "{today}": day.isoformat() if day else "2020-01-01"}
    return tuple((_fill(place, words), _fill(value, words)) for place, value in text.gives.items())


def _fill(value: Any, words: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        for name, word in words.items():
            value = value.replace(name, word)
        return value
    if isinstance(value, dict):
        return {k: _fill(v, words) for k, v in value.items()}
    return [_fill(v, words) for v in value] if isinstance(value, list) else value


def _in_this_file(case: Case, tree: dict[str, Any], gives: Iterable[tuple[str, Any]]) -> tuple[tuple[str, Any], ...]:
    """What a step gives, as it is new in this file: harm that is told is mended, and what stands there is left out."""
    found: list[tuple[str, Any]] = []
    for place, value in gives:
        entries = case.entries("care.harm") if place == "care.harm" else None
        if entries:
            repair = value["entries"][0]["repair"]
            harm = (tree.get("care") or {}).get("harm")
            below = "care.harm.entries" if isinstance(harm, dict) and "entries" in harm else "care.harm"
            alone = isinstance(harm, dict) and "entries" not in harm
            found += [
                (f"{below}.repair" if alone else f"{below}[{n}].repair", repair)
                for n, entry in enumerate(entries)
                if harm_to_mend(case, entry)
            ]
            continue
        if place == "influence.heard[+]" and _undated_no(case):
            # Nobody can tell which word is the later one: what people say now stands for the earlier.
            place = "influence.heard"  # noqa: PLW2901
        there = _at(tree, place)
        if isinstance(value, dict) and isinstance(there, dict) and not place.endswith("[+]"):
            value = {k: v for k, v in value.items() if not _same(there.get(k), v)}  # noqa: PLW2901
        if value not in ({}, there):
            found.append((place, value))
    return tuple(found)


def _undated_no(case: Case) -> bool:
    return any(h.answer in ("no", "split") and case.days(h.when) is None for h in case.at("influence.heard") or ())


def _at(tree: Any, place: str) -> Any:
    for step in place.removesuffix("[+]").split("."):
        tree = tree.get(step) if isinstance(tree, dict) else None
    return tree


def _same(told: Any, wanted: Any) -> bool:
    """Whether an answer says what another says; a word alone is a list of one."""
    if isinstance(wanted, list) and isinstance(told, str):
        told = [told]
    if isinstance(told, list) and isinstance(wanted, str):
        wanted = [wanted]
    return bool(tidy_all(told) == tidy_all(wanted))


def tidy_all(value: Any) -> Any:
    """An answer with its words as they are read: without capitals and extra blanks."""
    return [tidy(v) for v in value] if isinstance(value, list) else tidy(value)


# --- naming what shows it ------------------------------------------------------------------------------


def tellings(case: Case, rubric: Rubric, tree: dict[str, Any]) -> list[CandidateStep]:
    """What lacks nothing but a source: people's part in a stage that happened, its decisions, and who owns and runs the work."""
    titles: dict[str, str] = {s.id: s.title.lower() for s in rubric.stages}
    found: list[CandidateStep] = []
    filled = case.told.filled_in
    if filled is not None and filled.source is None and is_from_published_text(case.told):
        only = tuple(case.told.sources or ())
        says = _(
            "Say once from which published text this file was written: everything that names no other source stands in it."
        )
        found.append(
            CandidateStep(TELL, "", says, (("filled_in.source", [*only]),))
            if len(only) == 1
            else CandidateStep(TELL, "", says, (("filled_in.source", ["to_be_named"]), SOURCE))
        )
    for stage in work_stages(case):
        gives: list[tuple[str, Any]] = []
        names: list[str] = []
        told = (tree.get("stages") or {}).get(stage) if isinstance(tree.get("stages"), dict) else None
        for n, span in enumerate(case.stage(stage) or ()):
            if case.in_place(span) and span.role not in (None, "none", "unknown") and not span.source:
                place = f"stages.{stage}" + (f"[{n}]" if isinstance(told, list) else "")
                named = {"source": ["to_be_named"]}
                gives.append((place, named if not isinstance(told, str) else {"role": told, **named}))
        if gives:
            names.append(_("people's part in {stage}", stage="{stage}"))
        listed = (tree.get("power") or {}).get("decisions") if isinstance(tree.get("power"), dict) else None
        below = "power.decisions" + (".entries" if isinstance(listed, dict) and "entries" in listed else "")
        for n, decision in enumerate(case.entries("power.decisions") or ()):
            if stage in (decision.stage or ()) and not decision.source and _taken(case, decision):
                alone = isinstance(listed, dict) and "entries" not in listed
                gives.append((below if alone else f"{below}[{n}]", {"source": ["to_be_named"]}))
                names.append(_("the decision “{what}”", what=decision.what))
        if gives:
            form = _(
                "Say what shows it: name a minute, a paper or a page as the source of {names}.",
                names=_(" and of ").join(names),
            )
            says = form.replace("{stage}", titles[stage])
            found.append(
                CandidateStep(TELL, stage, says, (*gives, SOURCE), form if len(names) == 1 and says != form else "")
            )
        if more := _what_bears_out(case, stage, tree):
            form = _(
                "Write down one decision that people took, or shared, in {stage}, and name a minute, a paper or a page that shows it.",
                stage="{stage}",
            )
            says = form.replace("{stage}", titles[stage])
            found.append(CandidateStep(TELL, stage, says, (*gives, *more, SOURCE), form))
    for name, one in (case.project.organisations or {}).items():
        if not one.source and any(organisation_allows(one, role) for role in (LED, TOGETHER)):
            says = _(
                "Say what shows who governs “{one}”: name its constitution, an agreement or a page as the source.",
                one=one.name or name,
            )
            named = {"source": ["to_be_named"]}
            # A name with a dot in it cannot stand in a place.
            plain = not re.search(r"[.\[\]]", name)
            whole = {name: {**tree["organisations"][name], **named}}
            gives = [(f"organisations.{name}", named) if plain else ("organisations", whole)]
            found.append(CandidateStep(TELL, "", says, (*gives, SOURCE)))
    return found


def _what_bears_out(case: Case, stage: str, tree: dict[str, Any]) -> list[tuple[str, Any]]:
    """A decision on record, where it is told that people decide in a stage and none is told that was taken there."""
    if not _decide(case, stage) or any(stage in (d.stage or ()) for d in case.entries("power.decisions") or ()):
        return []
    if (tree.get("power") or {}) and not isinstance(tree["power"], dict):
        return []
    alone = any(s.role == "led" and case.in_place(s) for s in case.stage(stage) or ())
    decision = {
        "what": _("a decision that was taken"), "stage": stage, "about": "design", "announced_as": "binding", "became": "done",
        "decided_by": "contributors" if alone else "together", "source": ["to_be_named"],
    }  # fmt: skip
    return [("power.decisions[+]", decision)]


def _taken(case: Case, decision: Decision) -> bool:
    """Whether a decision that contributors took or shared would count, if something showed it."""
    sourced = type(decision)(**{**vars(decision), "source": ("to_be_named",)})
    return bool(decision_counts(case, sourced))


TELL = StepText(
    id="say-what-shows-it", order="telling", says=_("Say what shows it: name its source."), gives={}, kind="tell"
)
"""Its words and answers depend on the file."""


def as_yaml(value: Any) -> str:
    """An answer in one line, as it can be written into the file."""
    import yaml

    text: str = yaml.safe_dump(value, default_flow_style=True, sort_keys=False, allow_unicode=True, width=10_000)
    return text.removesuffix("...\n").strip()


def _better(trial: Simulation, now: Simulation) -> bool:
    """Whether a verdict lies above another; the rows above the rungs lie below them all."""
    return VERDICTS.index(trial.verdict) > VERDICTS.index(now.verdict) and trial.verdict in BY_RUNG


def _all(chosen: Iterable[CandidateStep]) -> list[tuple[str, Any]]:
    return [g for move in chosen for g in move.gives]


def lifting_sets(
    simulator: StepSimulator, offered: Sequence[CandidateStep], first: Sequence[CandidateStep] = ()
) -> list[tuple[tuple[CandidateStep, ...], Simulation]]:
    """Sets of changes that lift the verdict and of which none can be left out, single changes before several.

    Args:
        simulator: judges them.
        offered: the changes.
        first: changes that stand in each set, before the others.
    """
    now = simulator.judge(())
    if first:
        trial = simulator.judge(_all(first))
        if _better(trial, now):
            return [(tuple(first), trial)]
    found: list[tuple[tuple[CandidateStep, ...], Simulation]] = []
    rest = [m for m in offered if m not in first]
    for move in rest:
        trial = simulator.judge(_all((*first, move)))
        if _better(trial, now):
            found.append(((*first, move), trial))
    if found:
        return found
    chosen: list[CandidateStep] = []
    for move in rest:
        chosen.append(move)
        trial = simulator.judge(_all((*first, *chosen)))
        if _better(trial, now):
            # What asks for most goes first, so that what is left asks for little; of one kind, the later stages.
            kinds = list(dict.fromkeys(m.text.id for m in chosen))
            for spare in sorted(chosen[-2::-1], key=lambda m: kinds.index(m.text.id)):
                fewer = [m for m in chosen if m is not spare]
                without = simulator.judge(_all((*first, *fewer)))
                if _better(without, now):
                    chosen, trial = fewer, without
            return [((*first, *chosen), trial)]
    return []


def steps_for(simulator: StepSimulator, case: Case, verdict: str, *, most: int = 3) -> tuple[Step, ...]:
    """The steps to offer, in order; none where nothing that is still open would lift the verdict.

    Raises:
        Spent: the file is so long that they cannot be tried in time.
    """
    unheard = people_heard(case).value == "no"
    if verdict in ("promises", "too little is known"):
        return ()
    if verdict in ("led by lived experience", "genuine partnership") and not unheard:
        return ()
    tree = simulator.document.tree
    tell = tellings(case, simulator.rubric, tree)
    known = laid_over(tree, _all(tell))
    # What a source would show is told already, and doing it is no step.
    every = moves(simulator.rubric, simulator.unchanged.known, verdict=verdict, tree=tree)
    offered = simulator.news(known, every)
    mending = [m for m in offered if _mends(m.text)] if verdict == "broken trust" else []
    first = mending or ([m for m in every if _answers(m.text)][:1] if unheard else [])
    # All of it is so already; what shows most of it comes first.
    by_reach = sorted(lifting_sets(simulator, tell), key=lambda found: -VERDICTS.index(found[1].verdict))
    reached = VERDICTS.index(by_reach[0][1].verdict) if by_reach else 0
    # What lifts no further than that people have done more already is left out: what is missing is what shows it.
    further = [s for s in lifting_sets(simulator, offered, first) if VERDICTS.index(s[1].verdict) > reached]
    steps, told = (
        [
            _step(simulator, case, verdict, *sets[0], kind=kind, others=[chosen for chosen, __ in sets[1:]])
            for sets in _alike(found)[:most]
        ]
        for kind, found in (("do", further), ("tell", by_reach))
    )
    if not steps and first:
        # It lifts no verdict by itself.
        steps = [_step(simulator, case, verdict, tuple(first), None, says=REPAIR_FIRST if mending else ANSWERS_FIRST)]
    # What is so already and only not shown comes before asking people for more.
    steps = [*told, *steps]
    return tuple(steps)


def _alike(
    found: Iterable[tuple[tuple[CandidateStep, ...], Simulation]],
) -> list[list[tuple[tuple[CandidateStep, ...], Simulation]]]:
    """The sets that are the same step in several parts of the work, each together: they are one step, with the choice among them."""
    alike: dict[tuple[Any, ...], list[tuple[tuple[CandidateStep, ...], Simulation]]] = {}
    for chosen, trial in found:
        alike.setdefault((*(m.form or m.says for m in chosen), trial.verdict), []).append((chosen, trial))
    return [*alike.values()]


REPAIR_FIRST = _("Nothing comes before repair.")
ANSWERS_FIRST = _("Nothing comes before an answer to people who were not heard.")


def _step(
    simulator: StepSimulator,
    case: Case,
    verdict: str,
    chosen: Sequence[CandidateStep],
    trial: Simulation | None,
    kind: str = "do",
    says: str = "",
    others: Sequence[Sequence[CandidateStep]] = (),
) -> Step:
    titles = verdict_titles(simulator.rubric, case, verdict)
    dates = door_dates(case)
    # Where one part of the work may be chosen among several, the step is closed only with the last of them.
    closes = [dates[m.stage] for m in chosen if m.stage in dates] if kind == "do" and not others else []
    after = trial.verdict if trial is not None else ""
    return Step(
        kind,
        _in_words(simulator.rubric, chosen, others),
        f"{titles[verdict]} → {titles[after]}" if after else says,
        after,
        tuple(dict.fromkeys((place, as_yaml(value)) for place, value in _all(chosen))),
        closes[0] if closes else "",
    )


def _in_words(
    rubric: Rubric, chosen: Sequence[CandidateStep], others: Sequence[Sequence[CandidateStep]]
) -> tuple[str, ...]:
    """What is to be done: a step that is the same in several parts of the work is said once, with all of them."""
    titles: dict[str, str] = {s.id: s.title.lower() for s in rubric.stages}
    stages: dict[str, list[str]] = {}
    for move in chosen:
        stages.setdefault(move.form or move.says, []).append(move.stage)
    said = []
    for form, all_of in stages.items():
        either = [m.stage for one in others for m in one if m.form == form]
        if len(all_of) == 1:
            named = _listed(dict.fromkeys(titles.get(s, s) for s in (*all_of, *either)), _("or"))
        else:
            named = _("each of {listed}", listed=_listed((titles.get(s, s) for s in all_of), _("and")))
        said.append(form.replace("{stage}", named))
    return tuple(said)


def _listed(words: Iterable[str], last: str) -> str:
    found = list(words)
    return f"{', '.join(found[:-1])} {last} {found[-1]}" if len(found) > 1 else "".join(found)


def open_doors(case: Case) -> dict[str, tuple[str, Path, Dates]]:
    """The stages that are still open and close at a date that is told: before what, where that is told, and when."""
    found: dict[str, tuple[str, Path, Dates]] = {}
    submitted = case.at("project.dates.submitted")
    if case.early and submitted is not None and submitted.first:
        for stage in PLANNING:
            found[stage] = (_("before the bid is handed in"), ("project", "dates", "submitted"), submitted)
    locked = case.at("timing.design_locked")
    if locked is not None and locked.first and locked.first > case.date:
        found["design"] = (_("before the design is fixed"), ("timing", "design_locked"), locked)
    end = case.at("project.dates.end")
    if case.phase in ("funded", "running", "paused") and end is not None and end.first and end.first > case.date:
        for stage in ("governance", "delivery", "analysis"):
            found.setdefault(stage, (_("before the work ends"), ("project", "dates", "end"), end))
    return found


def door_dates(case: Case) -> dict[str, str]:
    """The stages that are still open and close at a date that is told, with that date in words."""
    return {stage: f"{words} ({when.in_words})" for stage, (words, __, when) in open_doors(case).items()}


def doors(case: Case, rubric: Rubric) -> tuple[Door, ...]:
    """What time has closed, and what closes next and when."""
    titles: dict[str, str] = {s.id: s.title for s in rubric.stages}
    work = work_stages(case)
    found = [
        Door(_("{titles}: closed, because {why}.", titles=titles[stage], why=why), "closed")
        for stage, why in closed_stages(case).items()
        if stage in work
    ]
    closed = closed_stages(case)
    still_open: dict[str, list[str]] = {}
    for stage, when in door_dates(case).items():
        if stage in work and stage not in closed:
            still_open.setdefault(when, []).append(titles[stage])
    found += [Door(_("{titles}: still open.", titles=listed(parts)), when) for when, parts in still_open.items()]
    return tuple(found)


TRUER_WORD = {"informed": "information", "led": _("led by people with lived experience")}
"""The plain word for a rung, where it is not the rung's own name."""
