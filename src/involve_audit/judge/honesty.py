"""Honesty, an axis of its own: the label, limits told early, refusals with reasons, failures admitted.

Declaring a constraint or admitting a failure never lowers honesty and never raises power.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.answers import Span
from involve_audit.facts.care import agreements_broken
from involve_audit.facts.honesty import limit_told_early
from involve_audit.facts.voices import told
from involve_audit.judge.label import word_is_disputed
from involve_audit.language import _
from involve_audit.results.audit import HonestyFound, HonestyPart
from involve_audit.wording.messages import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from involve_audit.facts import Facts
    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.judge.label import Fit
    from involve_audit.results.audit import Evidence

GOOD, BAD, OPEN = "good", "bad", "open"


_Part = tuple[HonestyPart, "tuple[Path, ...]"]
"""A part of honesty, and the places that decided it."""


def weigh(
    facts: Facts,
    label: Fit,
    verdict: str,
    because: Callable[[Iterable[Path]], tuple[Evidence, ...]] = lambda __: (),
) -> HonestyFound:
    """Weigh the four parts. Honest needs the label and one more; *not honest* a told fact against what is said in public.

    It is the gravest thing that is said of people here. So it rests on the words alone, on facts that are told and quoted,
    and it is never said where too little is known. A refusal without a reason makes the whole *partly* honest. Where trust
    was broken because what was agreed with people did not hold, that is never called honest, and *partly* at most. *As far
    as told*: nothing speaks against it, and not enough is told to call all of it honest.

    Args:
        facts: the facts of the file.
        label: whether the words fit.
        verdict: the verdict, by its id.
        because: turns the places of the parts that are good or bad into lines; left out while nothing is printed.
    """
    agreed = _agreements(facts)
    found = (_label(facts, label), _limits(facts), _refusals(facts), _failures(facts), *([agreed] if agreed else []))
    parts = tuple(part for part, __ in found)
    states = {p.id: p.state for p in parts}
    good = [p for p in parts if p.state == GOOD]
    too_little = verdict == "too little is known"
    belied = states["label"] == BAD and not too_little and not label.only_promise
    if belied:
        state = "partly" if states["failures"] == GOOD or len(good) >= 2 else "not honest"
    elif BAD in states.values() and not (too_little and not good):
        state = "partly"
    elif states["label"] == GOOD and len(good) >= 2:
        state = "honest"
    else:
        state = "as far as told" if good else "not told"
    decided = (path for part, where in found if part.state != OPEN for path in where)
    return HonestyFound(state, _says(state, states, label, good), parts, because(decided))


_PARTS = {
    "label": _("the words"),
    "limits": _("limits"),
    "refusals": _("reasons for refusals"),
    "failures": _("what went badly"),
    "agreements": _("what was agreed"),
}
"""On what honesty rests, as it stands in a sentence."""


def _says(state: str, states: dict[str, str], label: Fit, good: list[HonestyPart]) -> str:
    """What is found of the whole, in a sentence."""
    on = listed(_PARTS[p.id] for p in good)
    # Where no word is used, nothing can speak for or against it.
    words = _(" Nothing that is told speaks against the words for the involvement.") if label.called else ""
    if state == "partly" and states.get("agreements") == BAD and states["label"] != BAD:
        return _("What was agreed with people did not hold.{words}", words=words)
    if state == "partly" and label.only_promise:
        return (
            _("A public promise was not kept. Nothing else that is told speaks against the words.")
            if label.called
            else _("A public promise was not kept.")
        )
    if state == "partly" and states["label"] != BAD and not label.called:
        return _("Suggestions were refused without a reason.")
    return {
        "honest": _("What is said of the involvement is honest as to {good}.", good=on),
        "as far as told": _("It is honest as to {good}. Not enough is told to call all of it honest.", good=on),
        "partly": _("Part of what is said of the involvement is honest, and part of it does not hold.")
        if states["label"] == BAD
        else _("Nothing that is told speaks against the words. But suggestions were refused without a reason."),
        "not honest": _("What is said of the involvement does not hold."),
        "not told": _("Too little is told to say whether the words, limits and refusals are honest."),
    }[state]


_OVERCLAIMED = _("The words that are used claim more than what is shown, and told facts speak against them.")
_PROMISED_MORE = _("What was promised in public is more than what is shown, and told facts speak against it.")


def _label(facts: Facts, label: Fit) -> _Part:
    state, says = {
        "fits": (GOOD, _("The words that are used fit what is shown.")),
        "modest": (GOOD, _("The words that are used say less than what is shown.")),
        "overclaimed": (
            BAD,
            _("A public promise was not kept.")
            if label.only_promise
            else (_PROMISED_MORE if label.claim is not None and label.claim.promise else _OVERCLAIMED)
            if label.larger
            else _("The words that are used do not hold, by what is told of them."),
        ),
        "not shown": (OPEN, _("The words that are used claim more than what is shown so far.")),
        "not told": (
            OPEN,
            _("What the involvement is called is told differently.")
            if word_is_disputed(facts.case)
            else _("It is not told what the involvement is called."),
        ),
    }[label.state]
    if state == GOOD and label.belied:
        state, says = (
            OPEN,
            _("The words that are used claim no more than what is shown, and what happened speaks against them."),
        )
    elif state == GOOD and label.claim is None:
        says = (
            _("The words that are used claim nothing of people's part.")
            if label.called
            else _("No word is used that claims anything.")
        )
        state = OPEN
    return HonestyPart("label", state, says), label.where


def _limits(facts: Facts) -> _Part:
    named, early = facts["limits_named"], facts["limit_with_reason_told_early"]
    if early.value is True:
        # Nobody is called honest for a limit that was told while another was kept back.
        kept_back = [
            ("honesty", "limits", n)
            for n, limit in enumerate(facts.case.entries("honesty.limits") or ())
            if facts.case.happened(limit.told) is False
        ]
        if kept_back:
            says = _("Some limits were told early, with their reasons; of others people were not told.")
            return HonestyPart("limits", OPEN, says), tuple(kept_back)
        return HonestyPart("limits", GOOD, _("Limits were told early, with their reasons.")), early.where
    if isinstance(named.value, Span) and named.value.low >= 1:
        return HonestyPart("limits", OPEN, _limits_named(facts.case)), named.where
    if isinstance(named.value, Span) and named.value.high == 0:
        return HonestyPart("limits", OPEN, _("No limits are named.")), named.where
    return HonestyPart("limits", OPEN, _("It is not told what could not change, and why.")), named.where


def _limits_named(case: Case) -> str:
    """What is told of limits that are named, and what is missing for them to be told early and with reasons."""
    limits = case.entries("honesty.limits") or ()
    heard = [case.happened(limit.told) for limit in limits]
    if limits and all(known is False for known in heard):
        return _("Limits are named; people were not told of them.")
    if limit_told_early(case):
        return _("Limits are named; it is not told why they are there.")
    if True in heard:
        return _("Limits are named, and people were told; it is not told that they heard early, with the reasons.")
    return _("Limits are named; it is not told that people heard of them early, with the reasons.")


def _refusals(facts: Facts) -> _Part:
    silent, given = facts["refusals_without_reason"], facts["refusals_with_reason"]
    if isinstance(silent.value, Span) and silent.value.low >= 1:
        return HonestyPart("refusals", BAD, _("Suggestions were refused without a reason.")), silent.where
    if isinstance(given.value, Span) and given.value.low >= 1:
        aside, reasoned = facts["things_not_taken_up"], facts["things_not_taken_up_with_reason"]
        if isinstance(aside.value, Span) and isinstance(reasoned.value, Span) and reasoned.value.low < aside.value.low:
            return (
                HonestyPart(
                    "refusals", OPEN, _("It is told why some suggestions were not taken up, and of others not.")
                ),
                aside.where,
            )
        return HonestyPart("refusals", GOOD, _("Where suggestions were not taken up, a reason is given.")), given.where
    unanswered = _left_aside(facts.case)
    if unanswered:
        says = _("Suggestions were not taken up, and it is not told why, or by whom.")
        return HonestyPart("refusals", OPEN, says), unanswered
    in_part = _in_part_with_reason(facts.case)
    if in_part:
        says = _("Where a suggestion was taken up only in part, it is told why; of none is told that it was refused.")
        return HonestyPart("refusals", OPEN, says), in_part
    return HonestyPart("refusals", OPEN, _("Nothing is told of suggestions that were refused.")), given.where


def _in_part_with_reason(case: Case) -> tuple[Path, ...]:
    """What was taken up only in part, with the reason why no more of it was."""
    return tuple(
        ("influence", "log", "entries", n)
        for n, said in enumerate(case.entries("influence.log") or ())
        if said.answer == "partly" and told(said.reason) and case.happened(said.when) is not False
    )


def _left_aside(case: Case) -> tuple[Path, ...]:
    """What was said in this work and refused, put off or not answered, without a reason.

    What was said before the idea of the work came up was said to others, and what others contest is no refusal of the work.
    """
    idea = case.at("project.dates.idea")
    return tuple(
        ("influence", "log", "entries", n)
        for n, said in enumerate(case.entries("influence.log") or ())
        if said.answer in ("refused", "put off", "unanswered")
        and not told(said.reason)
        and case.happened(said.when) is not False
        and not case.before(said.when, idea)
    )


def _agreements(facts: Facts) -> _Part | None:
    """What people were told would be done with what they gave, and was not; None where nothing of the kind is on record.

    Harm of another kind says nothing of what people were told.
    """
    broken = agreements_broken(facts.case)
    return (HonestyPart("agreements", BAD, _("What was agreed with people did not hold.")), broken) if broken else None


def _failures(facts: Facts) -> _Part:
    admitted = facts["failure_admitted"]
    if admitted.value is True:
        return HonestyPart("failures", GOOD, _who_admits(facts.case, admitted.where)), admitted.where
    return (
        HonestyPart("failures", OPEN, _("Nothing is told of what those who do the work say went badly.")),
        admitted.where,
    )


def _who_admits(case: Case, where: Iterable[Path]) -> str:
    """That what went badly is said openly; of looking back when all was over, when it was said: nobody said it at the time."""
    looks = [case.at(p) if p[1] == "reflections" else None for p in where]
    end = case.at("project.dates.end")
    late = [look.when for look in looks if look is not None and case.before(end, look.when)]
    if all(p[0] == "care" for p in where):
        # Whose word it was first is not told: others may have had to find it out.
        return _("That harm was done is the word of the team too.")
    if len(late) < len(looks):
        return _("What went badly is said openly.")
    return _("Looking back when the work was over ({text}), it was said what went badly.", text=late[0].text)
