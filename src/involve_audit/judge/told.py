"""What the file tells of change, pay and support, in everyday words, and what an answer that is half there rests on.

Nothing is judged here. It is for people who do not see the file: each sentence says what one line of it says, and whether
anything is named that shows it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from involve_audit.facts.answers import compare, in_words
from involve_audit.facts.ladder import is_specific_plan
from involve_audit.facts.voices import told
from involve_audit.project.people import ROLES
from involve_audit.record import later, replace
from involve_audit.results.audit import PartFound, ToldFound
from involve_audit.rubric import derived

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from involve_audit.facts import Facts
    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.judge.levels import Judged
    from involve_audit.results.audit import CriterionFound, Evidence, PrincipleFound, RungFound

    Quote = Callable[[Iterable[Path]], tuple[Evidence, ...]]

CHANGED, PAY, SUPPORT = "changed", "pay", "support"
_NOT_THEIRS = ("researchers", "team", "above")
_BY = {
    "contributors": "People who take part",
    "people served": "People whom the work serves",
    "together": "People and the team",
}
_DECIDED = {"together": "People and the team decided together", "contributors": "People who take part decided"}
_BECAME = {
    "done": "It was carried out.", "under way": "It is being carried out.", "partly": "It was carried out in part.",
    "set aside": "It was set aside.",
}  # fmt: skip


def told_plainly(case: Case, quote: Quote) -> tuple[ToldFound, ...]:
    """What changed because of people, and what is told of pay and of support, in this order."""
    return tuple(
        ToldFound(about, says, shown, quote([path]))
        for about, says, shown, path in (*_changes(case), *_pay(case), *_support(case))
    )


_WITHOUT_WORDS = "What {} said is not written down."
_Row = tuple[str, str, bool, "Path"]


def _quoted(text: str) -> str:
    return f"“{' '.join(text.split()).rstrip('.')}”"


def _changes(case: Case) -> Iterator[_Row]:
    """What people said and what became of it, and the decisions that they took or shared."""
    for n, said in enumerate(case.entries("influence.log") or ()):
        if said.by in _NOT_THEIRS or case.happened(said.when) is False:
            continue
        if said.answer not in ("taken up", "partly") and not told(said.changed):
            continue
        who = _BY.get(said.by or "", "Somebody")
        part = " Part of it was taken up." if said.answer == "partly" else ""
        if told(said.changed):
            what = f"What changed: {_quoted(said.changed)}."
        elif said.changed is None:
            what = "What changed is not written down."
        else:
            what = "Nothing changed."
        differs = " Not everybody says so." if getattr(said, "disputed", None) else ""
        words = f"{who} said: {_quoted(said.said)}." if said.said else _WITHOUT_WORDS.format(who[0].lower() + who[1:])
        yield CHANGED, f"{words}{part} {what}{differs}", bool(said.source), (
            "influence", "log", "entries", n,
        )  # fmt: skip
    for n, decision in enumerate(case.entries("power.decisions") or ()):
        who = _DECIDED.get(decision.decided_by or "", "")
        if not who or case.happened(decision.when) is False:
            continue
        when = f" ({decision.when.text})" if decision.when and decision.when.first else ""
        became = _BECAME.get(decision.became or "", "What came of it is not written down.")
        differs = " Not everybody says so." if getattr(decision, "disputed", None) else ""
        yield CHANGED, f"{who}: {_quoted(decision.what)}{when}. {became}{differs}", bool(decision.source), (
            "power", "decisions", "entries", n,
        )  # fmt: skip


_AHEAD = {
    "planned": "This is planned: ", "policy": "This is a rule on paper: ", "aim": "This is an aim: ",
    "stopped": "This was so, and was stopped: ",
}  # fmt: skip
_SAID: dict[str, dict[str, str]] = {
    "reward.pay.offered": {
        "all": "Everybody who takes part is offered pay.", "some": "Some who take part are offered pay, and others are not.",
        "none": "Nobody who takes part is offered pay.",
    },
    "reward.pay.unpaid_by_choice": {"yes": "Those who are not paid chose so freely.", "no": "Those who are not paid did not choose so."},
    "reward.pay.staff_paid": {"yes": "Others in the team are paid for the same work.", "no": "Nobody in the team is paid for this work."},
    "reward.pay.preparation": {"paid": "Reading and getting ready is paid too.", "unpaid": "Reading and getting ready is not paid."},
    "reward.pay.told_in_advance": {"yes": "People know about pay before they say yes.", "no": "People do not know about pay before they say yes."},
    "reward.pay.set_with_contributors": {"yes": "People who take part had a say in the rate.", "no": "People who take part had no say in the rate."},
    "reward.expenses.paid": {
        "up front": "What it costs to come is booked or paid first.", "on the day": "What it costs to come is paid on the day.",
        "in arrears": "What it costs to come is paid back later.", "none": "What it costs to come is not paid.",
    },
    "reward.expenses.denied": {"yes": "Somebody was refused the money for what it cost to come."},
    "reward.choice.benefits_advice": {
        "none": "There is no help with the question of pay and benefits.", "pointed elsewhere": "People are told where to ask about pay and benefits.",
        "independent advice": "Somebody outside the team helps with pay and benefits.",
    },
    "reward.budget.seen_by_contributors": {"yes": "People who take part have seen this budget.", "no": "People who take part have not seen this budget."},
    "reward.lead.named": {"yes": "Somebody leads on how people take part.", "no": "Nobody leads on how people take part.",
                          "to be appointed": "Somebody who leads on how people take part is still to be found."},
    "care.plan": {"yes": "There is a plan for days when it gets hard.", "no": "There is no plan for days when it gets hard."},
    "care.support": {"yes": "Somebody is there for people around meetings.", "no": "Nobody is there for people around meetings."},
    "care.support.before": {"yes": "There is a talk before a meeting."},
    "care.support.during": {"yes": "Somebody is there during a meeting."},
    "care.support.after": {"yes": "Somebody asks people after a meeting how they are.", "no": "Nobody asks people after a meeting how they are."},
    "care.leaving": {"yes": "There is a way to leave, to rest or to complain.", "no": "There is no way to leave, to rest or to complain."},
}  # fmt: skip
"""One sentence for each answer that can be told so; `yes` and `no` of a practice say whether it is there."""


def _line(case: Case, about: str, place: str, says: str = "", *, now: bool = False) -> Iterator[_Row]:
    """A sentence for one answer, with what is told of whether it happens (unless it is so `now`); nothing where nothing is told."""
    practice = case.at(".".join(place.split(".")[:2]))
    if practice is None:
        return
    if not says:
        answer = case.at(place)
        says = _SAID[place].get("yes" if practice is answer and _there(answer) else _word(answer), "")
    if not says:
        return
    ahead = _AHEAD.get(practice.status or "", "")
    if practice.status == "planned" and (case.overdue(practice) or case.phase == "finished"):
        ahead = "This was planned, and is not told to be so: "
    elif practice.status in ("ongoing", "done") and case.in_place(practice) is False:
        ahead = _AHEAD["planned"]  # its day is still to come
    elif practice.answer != "no" and case.in_place(practice) is None and not ahead:
        ahead = "It is not told whether this is so yet: "
    yield (
        about,
        says if now else f"{ahead}{says[0].lower()}{says[1:]}" if ahead else says,
        bool(practice.source),
        tuple(place.split(".")),
    )


def _there(practice: Any) -> bool:
    """Whether a practice is told to be there, or to be meant to be."""
    return practice.answer == "yes" or practice.status not in (None, "unknown")


def _word(answer: Any) -> str:
    """The answer at a place as a word; that of a practice is whether there is one."""
    return str(getattr(answer, "answer", answer) or "") if answer is not None else ""


def _pay(case: Case) -> Iterator[_Row]:
    yield from _line(case, PAY, "reward.pay.offered")
    pay = case.at("reward.pay")
    if pay is not None and pay.offered is None and pay.answer == "no":
        yield PAY, "Nobody who takes part is offered pay.", bool(pay.source), ("reward", "pay")
    if pay is not None and pay.rate is not None and pay.rate.amount:
        yield from _line(case, PAY, "reward.pay.rate", f"The rate is {' '.join(pay.rate.text.split())}.")
    if pay is not None and pay.at_or_above_benchmark in ("yes", "no"):
        how = "at least" if pay.at_or_above_benchmark == "yes" else "less than"
        rate = (
            f"what a published rate says ({' '.join(pay.benchmark.split())})" if pay.benchmark else "a published rate"
        )
        yield from _line(case, PAY, "reward.pay.at_or_above_benchmark", f"That is {how} {rate}.")
    for name in ("unpaid_by_choice", "staff_paid", "preparation", "told_in_advance", "set_with_contributors"):
        # What the others earn says something only beside people who are not paid.
        if name != "staff_paid" or (pay is not None and pay.offered in ("none", "some")):
            yield from _line(case, PAY, f"reward.pay.{name}")
    yield from _line(case, PAY, "reward.expenses.paid")
    yield from _line(case, PAY, "reward.expenses.denied")
    yield from _line(case, PAY, "reward.choice.benefits_advice")
    budget = case.at("reward.budget")
    if budget is not None and budget.amount is not None and budget.amount.amount:
        text = " ".join(budget.amount.text.split())
        yield from _line(case, PAY, "reward.budget.amount", f"There is a budget for how people take part: {text}.")
    elif budget is not None and budget.answer == "no":
        yield PAY, "There is no money set aside for how people take part.", bool(budget.source), ("reward", "budget")
    if budget is not None and budget.amount is not None:
        yield from _line(case, PAY, "reward.budget.seen_by_contributors", now=True)


def _support(case: Case) -> Iterator[_Row]:
    yield from _line(case, SUPPORT, "reward.lead.named")
    support = case.at("care.support")
    yield from _line(case, SUPPORT, "care.support")
    for name in ("before", "during", "after"):
        if support is not None:
            yield from _line(case, SUPPORT, f"care.support.{name}")
    yield from _line(case, SUPPORT, "care.plan")
    yield from _line(case, SUPPORT, "care.leaving")


# --- what something is about ----------------------------------------------------------------------

_SUBJECTS = ("said", "what", "group")
MOST_SUBJECTS = 3


def subjects(case: Case, where: Iterable[Path]) -> tuple[str, ...]:
    """What the entries at these places are about, in the words of the file, so that a question can stand without its lines."""
    found: dict[str, None] = {}
    for path in where:
        entry = case.at(path) if path[:1] != ("views",) else None
        text = next((t for name in _SUBJECTS if isinstance(t := getattr(entry, name, None), str)), "")
        if text.strip():
            found[" ".join(text.split())] = None
    return tuple(found)[:MOST_SUBJECTS]


# --- plans -----------------------------------------------------------------------------------------


def with_what_plans_lack(rung: RungFound, case: Case) -> RungFound:
    """The rungs with what no plan of a stage says: its day, or money and who sees to it."""
    stages = tuple(replace(s, promise_lacks=_lacks(case, s.id)) if s.promised else s for s in rung.stages)
    return replace(rung, stages=stages)


def _lacks(case: Case, stage: str) -> tuple[str, ...]:
    due = [
        s for s in case.stage(stage) or ()
        if s.status == "planned" and s.role in ROLES[1:] and not case.overdue(s) and not is_specific_plan(s)
    ]  # fmt: skip
    dated = [s for s in due if (d := s.when or s.since) is not None and (d.first is not None or d.stage is not None)]
    paid = [s for s in due if s.owner or (s.cost is not None and s.cost.amount)]
    return tuple(name for name, there in (("day", dated), ("money", paid)) if len(there) < len(due))


# --- answers that are half there -------------------------------------------------------------------


def with_parts(
    principles: Sequence[PrincipleFound], judged: Iterable[Judged], facts: Facts, *, when_asked: bool = False
) -> tuple[PrincipleFound, ...]:
    """The principles with, for each answer below *in practice*, what of the next level is there and what is not.

    It hangs on whether lines decided; with `when_asked`, these have not been looked for yet.
    """
    by_id = {j.criterion.id: j for j in judged}

    def with_its(criterion: CriterionFound) -> CriterionFound:
        its = partial(parts, by_id[criterion.id], criterion, facts)
        return replace(criterion, parts=later(its) if when_asked else its())

    return tuple(replace(p, criteria=tuple(map(with_its, p.criteria))) for p in principles)


_LEVELS = ("1", "2", "3")
_ORDER = {"yes": 0, "no": 1, "not told": 2}


def parts(item: Judged, criterion: CriterionFound, facts: Facts) -> tuple[PartFound, ...]:
    """What the level above asks for, part by part: what is there first, what is not told last."""
    if item.low > 1 or not item.high or item.applies is False or not criterion.because:
        return ()
    wanted: dict[str, Any] = dict(item.criterion.levels[_LEVELS[item.low]].when or {})  # type: ignore[index]
    found = [_part(name, condition, facts) for name, condition in wanted.items()]
    if item.low and not any(p.met == "yes" for p in found):
        # What is there already belongs to the level that is reached.
        below: dict[str, Any] = dict(item.criterion.levels[_LEVELS[item.low - 1]].when or {})  # type: ignore[index]
        found += [p for name, c in below.items() if name not in wanted and (p := _part(name, c, facts)).met == "yes"]
    return tuple(sorted(found, key=lambda p: _ORDER[p.met]))


def _part(name: str, condition: Any, facts: Facts) -> PartFound:
    value = facts[name].value
    truth = None if value is None else compare(value, condition.comparator, condition.wanted)
    met = {True: "yes", False: "no", None: "not told"}[truth]
    asks = derived.asked(name).question
    # A condition may want a no: the answer to the question and what is met are then not the same.
    return PartFound(asks, in_words(value), met)
