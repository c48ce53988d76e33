"""Facts on what contributors say, asked apart from the team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.answers import Answer, Path, both, either, opposite
from involve_audit.facts.registry import counted, one_word, yes_no
from involve_audit.project.values import Count, truth

if TYPE_CHECKING:
    from involve_audit.facts.case import Case
    from involve_audit.project.people import Opinion, View
    from involve_audit.project.values import Dates

SIDES = ("contributors", "people served")
"""Whose views can confirm: contributors, and those whom they serve where contributors run the work."""
_TEAM = ("team", "researchers", "together", "above")


def independent(view: View) -> bool | None:
    """Whether a view was collected anonymously or by somebody outside the team."""
    by = None if view.collected_by in (None, "unknown") else view.collected_by not in _TEAM
    return either(truth(view.anonymous), by)


def enough(case: Case, view: View) -> bool | None:
    """Whether at least two answered; all, where there are fewer."""
    if view.answered is None:
        return None
    if view.answered.low >= 2:
        return True
    everybody = case.at("voices.contributors")
    alone = isinstance(everybody, Count) and everybody.high == 1 and view.answered.low == 1
    if alone:
        return True
    return None if view.answered.high is None or view.answered.high >= 2 else False


FEW = 5
"""From so many answers on, numbers are shown. Below, counts are only read as *most agree* or *not most agree*: so few
people could be told apart by them. A choice of this tool, like the limits that statistics offices use for small
cells; it does not depend on what was answered."""
TOO_FEW = 3
"""Below this, `views add` writes nothing of what was answered: of two people, *most* would be both of them."""


def few(view: View) -> bool:
    """Whether fewer than five answered, or may have."""
    return view.answered is None or view.answered.low < FEW


def most(view: View, opinion: Opinion) -> str | None:
    """agree, disagree, split, or (few answered) not most agree; None where the counts do not decide it.

    More than half of all opinions must agree, those counted who say *partly* or cannot say. Where these are not told,
    everybody who answered and neither agreed nor disagreed may be one of them.
    """
    if opinion.most is not None:
        return None if opinion.most == "unknown" else opinion.most
    if opinion.agree is None or opinion.disagree is None:
        return None
    others = [c for c in (opinion.partly, opinion.unsure) if c is not None]
    if len(others) < 2:
        others.append(_untold(view, opinion))
    agree = _more(opinion.agree, [opinion.disagree, *others])
    if few(view):
        return "agree" if agree else "not most agree" if agree is False else None
    disagree = _more(opinion.disagree, [opinion.agree, *others])
    if agree or disagree:
        return "agree" if agree else "disagree"
    return "split" if agree is False and disagree is False else None


def _untold(view: View, opinion: Opinion) -> Count:
    """How many of those who answered may have said something that is not told."""
    told = sum(c.low for c in (opinion.agree, opinion.partly, opinion.disagree, opinion.unsure) if c is not None)
    everybody = None if view.answered is None else view.answered.high
    return Count(0, None if everybody is None else max(everybody - told, 0), "")


def _more(one: Count, others: list[Count]) -> bool | None:
    """Whether one count is more than all the others together."""
    highs = [c.high for c in others]
    if None not in highs and one.low > sum(h for h in highs if h is not None):
        return True
    return False if one.high is not None and one.high <= sum(c.low for c in others) else None


SAID = {"agree": "most agree", "disagree": "most disagree", "split": "split", "not most agree": "not most agree"}


def said(case: Case, view: View, opinion: Opinion) -> str:
    """What may be said of the answers to one question, in words; everything that is shown of them comes from here."""
    if opinion.most is None and enough(case, view) is False:
        return "too few to show"
    return SAID.get(most(view, opinion) or "", "cannot be told")


def too_few(view: View) -> bool:
    """Whether so few answered that nothing of it is told."""
    return (
        not view.by_principle
        and view.answered is not None
        and view.answered.high is not None
        and view.answered.high < TOO_FEW
    )


def opinions(case: Case, principle: str) -> list[tuple[Path, View, Opinion]] | None:
    """What contributors' views say of a principle; None where no views are told."""
    if case.entries("views") is None:
        return None
    return [
        (("views", "entries", n, "by_principle", principle), view, view.by_principle[principle])
        for n, view in case.by_now("views")
        if view.of in SIDES and view.by_principle and principle in view.by_principle
    ]


def _theirs_perhaps(case: Case, principle: str) -> list[tuple[View, Opinion]]:
    """What is said of a principle in views of which nobody tells whose they are: they may be contributors'."""
    return [
        (view, opinion)
        for _, view in case.by_now("views")
        if view.of in (None, "unknown") and (opinion := (view.by_principle or {}).get(principle)) is not None
    ]


def _confirms(case: Case, view: View, opinion: Opinion) -> bool | None:
    """Whether enough answered, apart from the team, and most agree."""
    answer = most(view, opinion)
    return both(None if answer is None else answer == "agree", enough(case, view), independent(view))


def confirmed(case: Case, principle: str) -> Answer:
    """Whether contributors confirm a principle: enough answered, apart from the team, and most agree.

    Unknown where no views are told, for contributors might disagree, or where nobody tells whose view it is that would confirm it.
    """
    found = opinions(case, principle)
    perhaps = any(_confirms(case, *one) is not False for one in _theirs_perhaps(case, principle))
    if not found:
        return Answer(None, (("views",),)) if perhaps else _no_opinion(case, told=found is not None)
    says = [_confirms(case, view, opinion) for _, view, opinion in found]
    if perhaps:
        says.append(None)
    disagree = disputed(case, principle).value
    return Answer(
        both(either(*says), opposite(disagree if isinstance(disagree, bool) else None)), tuple(p for p, _, _ in found)
    )


def _no_opinion(case: Case, *, told: bool) -> Answer:
    """No view of a principle: unknown where no views are told, or more may come; else nobody says so."""
    return Answer(False if told and case.complete("views") else None, (("views",),))


def days_of_praise(case: Case) -> list[Dates | None]:
    """When contributors, asked apart from the team, said by most that what people said made a difference."""
    return [view.when for _, view, opinion in opinions(case, "influence") or () if _confirms(case, view, opinion)]


def _last_praise(case: Case, found: list[tuple[Path, View, Opinion]]) -> dict[str | None, Dates]:
    """The last day on which most of each side, asked apart from the team, agreed."""
    days: dict[str | None, Dates] = {}
    for _, view, opinion in found:
        if view.when is not None and _confirms(case, view, opinion):
            last = days.get(view.of)
            if last is None or case.before(last, view.when):
                days[view.of] = view.when
    return days


def days_of_dispraise(case: Case) -> list[tuple[Path, Dates | None]]:
    """Where, and when, contributors said by most that what people said made no difference."""
    return [
        (path, view.when)
        for path, view, opinion in opinions(case, "influence") or ()
        if most(view, opinion) == "disagree" and enough(case, view)
    ]


def disputed(case: Case, principle: str) -> Answer:
    """Whether most contributors disagree that a principle is lived here. Unknown where no views are told.

    Not where most of the same side, asked apart from the team on a later day, agree: their latest word is the one that counts.
    """
    found = opinions(case, principle)
    theirs_perhaps = any(most(*one) not in ("agree", "split") for one in _theirs_perhaps(case, principle))
    if not found:
        return Answer(None, (("views",),)) if theirs_perhaps else _no_opinion(case, told=found is not None)
    later = _last_praise(case, found)
    says: list[bool | None] = [
        both(
            {"agree": False, "split": False, "disagree": True}.get(most(view, opinion) or ""),
            enough(case, view),
            not case.before(view.when, later.get(view.of)),
        )
        for _, view, opinion in found
    ]
    return Answer(
        # Where most may disagree in a view of which nobody says whose it is, it may be theirs.
        either(*says, None) if theirs_perhaps else either(*says),
        tuple(p for p, s in zip((p for p, _, _ in found), says, strict=True) if s) or (("views",),),
    )


@yes_no
def contributors_asked_apart(case: Case) -> Answer:
    """Were contributors asked what they think, anonymously or by somebody outside the team?

    `views: none` says that they were not. Unknown where no views are told.
    """
    return case.any_entry(
        "views",
        lambda v: both(
            v.of in SIDES,
            independent(v),
            None if v.answered is None else v.answered.low > 0,
            case.happened(v.when) is not False,
        ),
    )


@yes_no
def word_said_to_fit(case: Case) -> Answer:
    """Do most contributors say that the word used for the work fits?

    Yes where each round of their views says so, was answered by enough of them and was asked apart from the team. No where one
    of them says that it does not fit, or where they were not asked (`views: none`). Unknown otherwise.
    """
    # A view of which it is not told whose it is may be theirs.
    views = [(n, v) for n, v in case.by_now("views") if v.of in (*SIDES, None, "unknown")]
    if not views:
        return Answer(False if case.complete("views") else None, (("views",),))
    says = [None if v.of not in SIDES else both(truth(v.label_fits), enough(case, v), independent(v)) for _, v in views]
    value = both(*says)
    places = tuple(("views", "entries", n, "label_fits") for (n, _), s in zip(views, says, strict=True) if s is value)
    return Answer(value, places or (("views",),))


@counted
def contributors_who_answered(case: Case) -> Answer:
    """How many contributors answered, in the largest round?

    Unknown where no views, or no numbers, are told.
    """
    from involve_audit.facts.answers import Span

    views = case.entries("views")
    if views is None:
        return Answer(None, (("views",),))
    told = [v.answered for __, v in case.by_now("views") if v.of in SIDES and v.answered is not None]
    if not told:
        return Answer(Span(0, 0) if case.complete("views") else None, (("views",),))
    largest = max(told, key=lambda c: c.low)
    return Answer(Span(largest.low, largest.high), (("views",),))


@one_word("confirmed", "disputed", "neither")
def contributors_on_influence(case: Case) -> Answer:
    """Do most contributors say that what people said made a difference, do most disagree, or neither?

    Unknown where no views on influence are told.
    """
    yes, no = confirmed(case, "influence"), disputed(case, "influence")
    if no.value:
        return Answer("disputed", no.where)
    if yes.value:
        return Answer("confirmed", yes.where)
    return Answer("neither" if yes.value is False and no.value is False else None, yes.where)
