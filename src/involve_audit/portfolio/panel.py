"""What a panel asks of an application, as far as its file tells it: pay, budget, lead, and who sits where it is decided.

Nothing here is judged. A plan is told as a plan, a rule on paper as one, and what nobody told as not told: so that two
applications of which one plans to pay everybody and the other nobody never look alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from involve_audit.facts.rooms import voteless
from involve_audit.judge.label import is_known
from involve_audit.judge.told import as_people_write
from involve_audit.language import _, ngettext
from involve_audit.project.fields import at

if TYPE_CHECKING:
    from involve_audit.facts.case import Case
    from involve_audit.project.people import Room
    from involve_audit.project.practice import Practice
    from involve_audit.project.values import Count, Money
    from involve_audit.rubric.model import Rubric

NOT_TOLD, NOT_KNOWN, DIFFER, LEFT_OUT = _("not told"), _("asked, and not known"), _("accounts differ"), "…"
NO_ROOM_TOLD = _("no room is told")


@dataclass(frozen=True)
class PanelAnswer:
    """What a file tells of one thing that a panel asks after.

    Attributes:
        word: in a few words of ours, the same in all files that tell the same: `planned for all`, `not told`.
        more: what else is told of it: a rate, an amount, who sits in a room.
    """

    word: str
    more: str = ""

    @property
    def says(self) -> str:
        """Both, in one line."""
        return f"{self.word}: {self.more}" if self.more else self.word


@dataclass(frozen=True)
class Panel:
    """What a panel asks of one project.

    Attributes:
        reference: the application's reference number; empty where it is not told.
        called: the words used in public for the involvement; None where it is not told.
        pay: payment for contributors' time.
        budget: the budget for involvement.
        amount: its amount; None where there is none.
        lead: who leads on involvement.
        room: who is in the room that decides, as far as told.
    """

    reference: str
    called: tuple[str, ...] | None
    pay: PanelAnswer
    budget: PanelAnswer
    amount: float | None
    lead: PanelAnswer
    room: PanelAnswer


def panel_of(case: Case, rubric: Rubric, *, excerpts: bool = True) -> Panel:
    """What the file of a case tells of what a panel asks after.

    Args:
        case: the project as of a day.
        rubric: whose words for involvement are nobody's own.
        excerpts: whether words of the file may be shown; without, names and words that anybody may have written are left out.
    """
    head = case.project.project
    called = None if head is None else head.called
    if called is not None and not excerpts:
        called = tuple(word if word == "unknown" or is_known(word, rubric) else LEFT_OUT for word in called)
    reference = (head.reference or "") if head is not None and excerpts else ""
    budget, amount = _budget(case)
    return Panel(
        " ".join(reference.split()), called, _pay(case), budget, amount, _lead(case, excerpts), _room(case, excerpts)
    )


# --- whether it is so, or is to be so ----------------------------------------------------------------

_FRAMES = {
    "there": "{}",
    "planned": _("planned: {}"),
    "overdue": _("was planned, and is not told to be so: {}"),
    "policy": _("a rule on paper: {}"),
    "aim": _("an aim: {}"),
    "stopped": _("stopped; it was: {}"),
    "open": _("{}; not told whether it is so yet"),
}


def _standing(case: Case, practice: Practice) -> str:
    """Whether a practice is there, or what else is told of it: one of the keys of `_FRAMES`."""
    if practice.status == "planned":
        return "overdue" if case.overdue(practice) or case.phase == "finished" else "planned"
    if practice.status in ("policy", "aim", "stopped"):
        return practice.status
    there = case.in_place(practice)
    if there:
        return "there"
    # Told as done, with a day that is still to come.
    return "planned" if practice.status in ("done", "ongoing") and there is False else "open"


def _framed(case: Case, practice: Practice, what: str) -> str:
    says = _FRAMES[_standing(case, practice)].format(what)
    return says.replace(_(": for "), _(" for "), 1) if says.startswith(_("planned: for ")) else says


def _untold(case: Case, path: str) -> PanelAnswer | None:
    """What to say where the file tells nothing that holds; None where it tells something."""
    if case.is_open(at(case.told, path.split("."))):
        return PanelAnswer(DIFFER)
    return PanelAnswer(NOT_TOLD) if case.at(path) is None else None


# --- the columns -------------------------------------------------------------------------------------

_OFFERED = {"all": _("for all"), "some": _("for some"), "none": _("for nobody")}


def _pay(case: Case) -> PanelAnswer:
    untold = _untold(case, "reward.pay")
    if untold is not None:
        return untold
    pay = case.at("reward.pay")
    if pay.answer == "no":
        return PanelAnswer(_("for nobody"))
    more = [] if pay.rate is None else [_rate(pay.rate)]
    if pay.preparation == "paid":
        more.append(_("preparation too"))
    if pay.offered == "none" and pay.unpaid_by_choice == "yes":
        more.append(_("unpaid by their own choice"))
    if pay.offered == "none" and pay.status in (None, "unknown"):
        return PanelAnswer(_("for nobody"), "; ".join(more))
    if pay.offered is None and pay.answer is None and pay.status in (None, "unknown") and not more:
        return PanelAnswer(NOT_KNOWN if pay.status == "unknown" else NOT_TOLD)
    if _nobody_knows(pay, pay.offered):
        return PanelAnswer(NOT_KNOWN, "; ".join(more))
    what = _OFFERED.get(pay.offered or "", _("pay, not told for whom"))
    return PanelAnswer(_framed(case, pay, what), "; ".join(more))


def _nobody_knows(practice: Practice, detail: str | None) -> bool:
    """Whether it was asked for, and all that is told is that nobody knows."""
    return practice.status in (None, "unknown") and (
        detail == "unknown" or (practice.answer == "unknown" and detail is None)
    )


def _rate(rate: Money) -> str:
    if rate.amount is None:
        return _("rate not known")
    return as_people_write(rate.text) if rate.amount else _("the rate is nothing")


def _budget(case: Case) -> tuple[PanelAnswer, float | None]:
    untold = _untold(case, "reward.budget")
    if untold is not None:
        return untold, None
    budget = case.at("reward.budget")
    amount = budget.amount.amount if budget.amount is not None else None
    if budget.answer == "no" or amount == 0:
        return PanelAnswer("none"), 0.0
    if _nobody_knows(budget, None) and amount is None:
        return PanelAnswer(NOT_KNOWN), None
    entries = case.entries("reward.budget.lines")
    more = ""
    if amount is not None:
        more = as_people_write(budget.amount.text)
    elif budget.amount is not None:
        more = _("amount not known")
    elif entries:
        more = ngettext(
            "amount not told; {number} line", "amount not told; {number} lines", len(entries), number=len(entries)
        )
    if budget.held_by_contributors == "yes":
        more = "; ".join(filter(None, [more, _("contributors hold it")]))
    if not more and budget.answer is None and budget.status in (None, "unknown"):
        return PanelAnswer(NOT_KNOWN if budget.status == "unknown" or budget.answer == "unknown" else NOT_TOLD), None
    return PanelAnswer(_framed(case, budget, _("a budget")), more), amount


def _lead(case: Case, excerpts: bool) -> PanelAnswer:
    untold = _untold(case, "reward.lead")
    if untold is not None:
        return untold
    lead = case.at("reward.lead")
    if lead.answer == "no" or lead.named == "no":
        return PanelAnswer("nobody")
    more = []
    share = " ".join((lead.share_of_time or "").split())
    if share and share.replace(".", "", 1).isdecimal() and share.isascii():
        more.append(_("{share} of a post", share=share))
    elif share:
        more.append(share if excerpts else LEFT_OUT)
    if lead.lived_experience == "yes":
        more.append(_("with lived experience"))
    if _nobody_knows(lead, lead.named):
        return PanelAnswer(NOT_KNOWN, "; ".join(more))
    if lead.named == "to be appointed":
        return PanelAnswer("to be appointed", "; ".join(more))
    if lead.named in (None, "unknown") and lead.answer is None and lead.status in (None, "unknown") and not more:
        return PanelAnswer(NOT_KNOWN if "unknown" in (lead.named, lead.status) else NOT_TOLD)
    return PanelAnswer(_framed(case, lead, _("somebody leads on it")), "; ".join(more))


_CHAIR = {
    "contributor": _("a contributor in the chair"), "shared": _("the chair is shared"), "researcher": _("a researcher in the chair"),
    "other": _("somebody else in the chair"), "nobody": _("nobody in the chair"),
}  # fmt: skip
_VOTES = {
    "equal": _("votes equal"),
    "some": _("contributors vote on some matters"),
    "yes": _("contributors vote"),
    "none": _("contributors have no votes"),
}
_SAY = {
    "contributors": _("contributors"),
    "together": _("contributors and the team"),
    "team": _("the team"),
    "above": _("those above the team"),
    "outside the team": _("others outside the team"),
}


def _room(case: Case, excerpts: bool) -> PanelAnswer:
    """Who is in the rooms that decide; where none is told, what is told instead."""
    rooms = case.project.rooms
    final = sorted(case.final_say & _SAY.keys(), key=list(_SAY).index)
    say = _("final say: {say}", say=", ".join(_SAY[who] for who in final)) if final else ""
    if rooms is None:
        return PanelAnswer(NO_ROOM_TOLD if say else NOT_TOLD, say)
    deciding = [(name, room) for name, room in rooms.items() if room.power == "decides" and room.answer != "no"]
    if not deciding:
        told = _("no rooms") if not rooms else _("none that decides is told")
        if any(case.is_open(room) for room in (case.told.rooms or {}).values()):
            told = DIFFER
        return PanelAnswer(told, say)
    words = dict.fromkeys(_framed(case, room, _seats(room)) for __, room in deciding)
    says = [_who_sits(name, room, excerpts) for name, room in deciding]
    return PanelAnswer(
        next(iter(words)) if len(words) == 1 else _("not alike in all"), "; ".join([*says, *filter(None, [say])])
    )


def _seats(room: Room) -> str:
    if room.contributors is None or (room.contributors.low == 0 and room.contributors.high is None):
        return _("not told whether contributors sit there")
    if room.contributors.high == 0:
        return _("no contributors")
    if voteless(room):
        return _("contributors, without votes")
    return {
        "equal": _("contributors, votes equal"),
        "some": _("contributors, some votes"),
        "yes": _("contributors, with votes"),
    }.get(room.votes or "", _("contributors, votes not told"))


def no_vote_and_no_seat(room: Room) -> str:
    """That people whom the work is about have no seat in a room, or no vote; empty where neither is told."""
    if room.contributors is not None and room.contributors.high == 0:
        return _("nobody sits in it whom the work is about")
    return _("people who take part have no vote in it") if room.votes == "none" else ""


def _who_sits(name: str, room: Room, excerpts: bool) -> str:
    told = [*who_sits(room), *filter(None, [_CHAIR.get(room.chair or "", "")])]
    title = " ".join((room.name or name.replace("_", " ")).split()) if excerpts else _("a room")
    return f"{title} ({', '.join(told)})" if told else title


def who_sits(room: Room) -> list[str]:
    """How many of whom sit in a room, as far as told."""
    return [
        f"{_number(count)} {one if (count.low, count.high) == (1, 1) else many}"
        for count, one, many in (
            (room.contributors, _("contributor"), _("contributors")),
            (room.researchers, _("researcher or staff"), _("researchers or staff")),
            (room.others, _("other"), _("others")),
        )
        if count is not None and (count.low or count.high is not None)
    ]


_IN_NUMBERS = re.compile(r"(?:(?:up to|about|around|at least|at most|over) )?[0-9]{1,6}(?: to [0-9]{1,6}|-[0-9]{1,6})?")


def _number(count: Count) -> str:
    """How many, as the file says it where it says it in numbers; other words of a count may be anybody's."""
    text = " ".join(count.text.split())
    if _IN_NUMBERS.fullmatch(text) and count.high != 0:
        return text
    if count.high is None:
        return _("{low} or more", low=count.low)
    if count.high == 0:
        return _("no")
    return str(count.low) if count.low == count.high else _("{low} to {high}", low=count.low, high=count.high)
