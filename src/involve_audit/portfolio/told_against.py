"""What a file tells against people's part (not heard, no pay, no lead, no vote, harm), told back plainly, and what to ask of it first.

Nothing here is judged, and nothing is asked that was not told. What happened to one person is not repeated: that it is on
record is enough to ask what those concerned want to happen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from involve_audit.facts.care import mended
from involve_audit.judge.advice import is_over
from involve_audit.judge.stage_words import stage_words
from involve_audit.language import _
from involve_audit.project.practice import STAGES, Practice, others_alone
from involve_audit.wording.messages import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.judge.evaluation import Evaluation


@dataclass(frozen=True)
class Gap:
    """Something told against people's part, as a question to those who told it.

    Attributes:
        asks: the question.
        where: the places that tell it.
        gates: the gates of the rubric that ask the same.
    """

    asks: str
    where: tuple[Path, ...]
    gates: tuple[str, ...] = ()


_ELSEWHERE = ("stages", "rooms", "organisations")
"""Sections whose entries are told of one by one."""


def told_none(case: Case, told: Collection[Path]) -> Iterator[tuple[Path, str]]:
    """Each practice that the file tells not to be there, in the words of the format, and of which nothing is told elsewhere."""
    for section, part in vars(case.project).items():
        if section in _ELSEWHERE or part is None or not hasattr(part, "questions"):
            continue
        for name, practice in vars(part).items():
            path = (section, name)
            if isinstance(practice, Practice) and practice.answer == "no" and not any(p[:2] == path for p in told):
                meaning = part.questions[name].meaning.rstrip(".")
                yield path, meaning[0].lower() + meaning[1:] if meaning[:2].istitle() else meaning


def gaps(evaluation: Evaluation) -> Iterator[Gap]:
    """What to ask of what is told against people's part; of people themselves first, then of what they get and may decide."""
    case = evaluation.case
    yield from _heard(evaluation)
    yield from _harm(case)
    yield from _promises(case)
    yield from _pay(case)
    yield from _without(case)
    yield from _power(case)
    yield from _nobody(case)


def _heard(evaluation: Evaluation) -> Iterator[Gap]:
    """Who answers those who were not heard; where they were answered, what they would need to see."""
    case, facts = evaluation.case, evaluation.facts
    said: list[tuple[Any, str | None, Path]] = [
        (one, one.answer, ("influence", "heard", n)) for n, one in enumerate(case.entries("influence.heard") or ())
    ]
    said += [(one, one.heard, ("findings", "entries", n)) for n, one in enumerate(case.entries("findings") or ())]
    unheard = [
        (one, path) for one, answer, path in said if answer in ("no", "split") and case.happened(one.when) is not False
    ]
    if not unheard:
        return
    waiting = [path for one, path in unheard if not (one.answered is not None and case.happened(one.answered))]
    if waiting:
        asks = _("Who answers those who were not heard, and by when?")
        yield Gap(asks, tuple(waiting), ("own-word-answered", "own-word", "tokenism"))
    elif facts["own_word_not_heard"].value is not False:
        asks = _("What would people need to see before they could say that they are heard?")
        yield Gap(asks, tuple(path for __, path in unheard), ("own-word", "tokenism"))


def _harm(case: Case) -> Iterator[Gap]:
    found = harms(case)
    open_ = tuple(path for path, harm in found if not others_alone(harm.done_by) and not mended(case, harm))
    if open_:
        asks = _(
            "Of what went wrong for people, and is on record: what do those concerned want to happen now, and who sees to it?"
        )
        yield Gap(asks, open_, ("broken-trust",))


def harms(case: Case) -> list[tuple[Path, Any]]:
    """The harm that is on record, and the agreements that were broken."""
    entries = enumerate(case.entries("care.harm") or ())
    return [(("care", "harm", "entries", n), harm) for n, harm in entries if case.happened(harm.when) is not False]


def _promises(case: Case) -> Iterator[Gap]:
    broken = tuple(
        ("project", "promises", n)
        for n, promise in enumerate(case.entries("project.promises") or ())
        if promise.kept in ("no", "partly")
    )
    if broken:
        yield Gap(_("What was promised and not kept: who tells people so, and what do they get instead?"), broken)


# --- what people get ---------------------------------------------------------------------------------


def _pay(case: Case) -> Iterator[Gap]:
    """Who is not paid; and of a plan to pay, for whom it is."""
    pay = case.at("reward.pay")
    if pay is None:
        return
    where: tuple[Path, ...] = (("reward", "pay"),)
    if is_there_none(pay) or pay.offered == "none":
        if pay.unpaid_by_choice != "yes":
            asks = (
                _("Nobody was offered pay: who could not take part because of that, and what do people say about it?")
                if is_over(case)
                else _("Nobody is offered pay: who cannot take part because of that, and what would be needed to pay people?")
            )  # fmt: skip
            yield Gap(asks, where, ("unpaid-without-choice",))
    elif pay.offered == "some":
        yield Gap(_("Some are offered pay and others are not: who is not, and why?"), where)
    elif pay.offered is None and (
        pay.answer == "yes" or pay.rate is not None or pay.status not in (None, "unknown", "stopped")
    ):
        yield Gap(_("You write of pay: for whom is it, for everybody who takes part or for some?"), where)
    if pay.status == "stopped" and pay.offered != "none":
        yield Gap(_("Pay was stopped: who stopped it, and did those who were paid agree?"), where)


def is_there_none(practice: Any) -> bool:
    """Whether all that is told of a practice is that there is none."""
    return bool(practice.answer == "no")


def _without(case: Case) -> Iterator[Gap]:
    """What there is none of, and people need in order to take part."""
    lead, budget, expenses = (case.at(f"reward.{name}") for name in ("lead", "budget", "expenses"))
    if not is_over(case):
        if lead is not None and (is_there_none(lead) or lead.named == "no"):
            asks = _("Nobody leads on how people take part: who will see to it, and with how much time?")
            yield Gap(asks, (("reward", "lead"),))
        if budget is not None and (is_there_none(budget) or (budget.amount is not None and budget.amount.amount == 0)):
            asks = _("There is no money for how people take part: what will pay for their time, their costs and the work of asking them?")  # fmt: skip
            yield Gap(asks, (("reward", "budget"),))
    if expenses is not None and (is_there_none(expenses) or expenses.paid == "none" or expenses.denied == "yes"):
        asks = _("What does it cost each person to take part, and who pays for it?")
        yield Gap(asks, (("reward", "expenses"),), ("expenses-refused",))
    support = [name for name in ("plan", "support") if (there := case.at(f"care.{name}")) and is_there_none(there)]
    if support and not is_over(case):
        asks = _("When it gets hard for somebody who takes part: who is there for them, before, during and after?")
        yield Gap(asks, tuple(("care", name) for name in support), ("unsafe-on-a-sensitive-topic",))
    feedback = case.at("influence.feedback")
    if feedback is not None and is_there_none(feedback):
        asks = _("How will people who spoke hear what came of what they said?")
        yield Gap(asks, (("influence", "feedback"),), ("no-feedback",))


# --- what people may decide, and where nobody takes part ------------------------------------------------


def _power(case: Case) -> Iterator[Gap]:
    """Rooms that decide in which people have no vote, or no seat; and a last word that is not theirs."""
    rooms = (case.project.rooms or {}).items()
    deciding = [(name, room) for name, room in rooms if room.power == "decides" and room.answer != "no"]
    without = [(name, room) for name, room in deciding if room.contributors is not None and room.contributors.high == 0]
    voteless = [(name, room) for name, room in deciding if room.votes == "none" and (name, room) not in without]
    if voteless:
        asks = _("Where it is decided ({rooms}), people who take part have no vote: who chose that, and what would change if they had one?", rooms=_names(voteless))  # fmt: skip
        yield Gap(asks, tuple(("rooms", name) for name, __ in voteless))
    if without:
        asks = _("Where it is decided ({rooms}), nobody sits whom the work is about: how do people reach those who decide?", rooms=_names(without))  # fmt: skip
        yield Gap(asks, tuple(("rooms", name) for name, __ in without))
    final = case.final_say
    if final and final <= {"team", "above", "outside the team"}:
        asks = _("People do not have the last word: which decision could they take, or share?")
        if is_over(case):
            asks = _("People did not have the last word: which decision did they take, or share?")
        yield Gap(asks, (("power", "final_say"),))


def _names(rooms: Iterable[tuple[str, Any]]) -> str:
    return listed(" ".join((room.name or name.replace("_", " ")).split()) for name, room in rooms)


def _nobody(case: Case) -> Iterator[Gap]:
    """Parts of the work in which nobody takes part, in one question."""
    stages = case.project.stages
    if stages is None:
        return
    if stages.answer == "none":
        yield Gap(
            _("Who would say that this work is about them, and what would they say to it?"),
            (("stages",),),
            ("nobody-involved",),
        )
        return
    kind = case.told.project.kind if case.told.project is not None else None
    parts = {
        stage: ("stages", stage)
        for stage in STAGES
        if (spans := case.stage(stage)) and all(span.role == "none" for span in spans)
    }
    if parts:
        where = listed(stage_words(kind)[stage] for stage in parts)
        asks = (
            _("In {where} nobody took part whom the work is about: why was that?", where=where)
            if is_over(case)
            else _("In {where} nobody takes part whom the work is about: why is that, and could somebody still change something there?", where=where)
        )  # fmt: skip
        yield Gap(asks, tuple(parts.values()), ("nobody-involved",))
