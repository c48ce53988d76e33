"""Facts on honest purpose and limits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from involve_audit.facts.answers import Answer, Path, Several, both, either, opposite
from involve_audit.facts.registry import counted, many_words, yes_no
from involve_audit.facts.timing import while_plan_open
from involve_audit.project.practice import others_alone
from involve_audit.project.values import truth

if TYPE_CHECKING:
    from involve_audit.facts.case import Case
    from involve_audit.project.honesty import Limit
    from involve_audit.project.values import Dates

# --- what is meant by involvement -------------------------------------------------------------------


@yes_no
def meaning_written(case: Case) -> Answer:
    """Is it written down what involvement means here and what it is for?

    Unknown where `honesty.meaning` does not say whether it is there.
    """
    return case.practised("honesty.meaning")


@yes_no
def meaning_given_to_contributors(case: Case) -> Answer:
    """Were the people involved given what is written about the meaning of involvement here?"""
    return case.practised("honesty.meaning", "given_to_contributors")


@yes_no
def meaning_written_with_contributors(case: Case) -> Answer:
    """Did contributors have a hand in writing what involvement means here?"""
    return case.wrote("honesty.meaning")


@yes_no
def meaning_revised(case: Case) -> Answer:
    """Was the meaning of involvement here looked at again and changed?"""
    return case.practised("honesty.meaning", "revised")


# --- limits -----------------------------------------------------------------------------------------


@counted
def limits_named(case: Case) -> Answer:
    """How many limits are named: what cannot change, or not now?

    `limits: none` counts as nought. Otherwise there may be more than are listed. Unknown where nothing is told
    of limits.
    """
    return case.count_entries("honesty.limits", lambda _: True)


def limit_told_early(case: Case) -> bool:
    """Whether a limit was told early, with its reason or without."""
    return any(_told_early(case, limit) for limit in case.entries("honesty.limits") or ())


def _told_early(case: Case, limit: Limit) -> bool | None:
    timing = case.project.timing
    first = timing.first_involved if timing else None
    later = False if _same(limit.told, first) else case.before(first, limit.told)
    at_the_start = both(case.happened(limit.told), opposite(later))
    return either(while_plan_open(case, limit.told), at_the_start)


@yes_no
def limit_with_reason_told_early(case: Case) -> Answer:
    """Was a limit told to contributors, with its reason, while it could still help them to decide what to do?

    Early means: while the plan could still change, or no later than people were first involved. Yes, or unknown;
    no only where `limits: none`.
    """
    return case.any_entry("honesty.limits", lambda limit: None if limit.reason is None else _told_early(case, limit))


def _same(one: Dates | None, other: Dates | None) -> bool:
    """Whether two dates are told in the same terms: the same month, say, or both before the design."""
    if one is None or other is None or not one.names_a_time:
        return False
    return one.terms == other.terms


@yes_no
def limits_explored_together(case: Case) -> Answer:
    """Did contributors take part in finding out what is possible and what is not?

    Yes where they did for one of the limits. No only where `limits: none`; otherwise unknown.
    """
    return case.any_entry("honesty.limits", lambda limit: truth(limit.explored_together))


@yes_no
def limits_looked_at_again(case: Case) -> Answer:
    """Was one of the limits looked at again later on?

    Yes, or unknown; no only where `limits: none`.
    """
    return case.any_entry("honesty.limits", lambda limit: case.happened(limit.updated))


@yes_no
def ideas_set_aside_are_kept(case: Case) -> Answer:
    """Are ideas that were set aside kept on a list that contributors can see?"""
    return case.practised("honesty.ideas_kept")


@yes_no
def limit_told_after_refusal(case: Case) -> Answer:
    """Was a limit told to contributors only after something that they had said was refused?

    Compares the dates of `honesty.limits` with those on which people were told in `influence.log` that it was refused (`told_back`): a
    limit may well be told with the answer. Yes, or unknown; no only where `limits: none`.
    """
    refused = [
        (("influence", "log", "entries", n), entry)
        for n, entry in enumerate(case.entries("influence.log") or ())
        if entry.answer == "refused"
    ]
    found = case.any_entry("honesty.limits", lambda limit: _any_before(case, [e for _, e in refused], limit))
    return Answer(found.value, (*found.where, *(p for p, _ in refused)) if found.value else found.where)


def _any_before(case: Case, entries: list[object], limit: Limit) -> bool | None:
    said = [case.before(getattr(e, "told_back", None), limit.told) for e in entries]
    return True if any(said) and case.happened(limit.told) else None


# --- the invitation ---------------------------------------------------------------------------------


@yes_no
def advert_in_use(case: Case) -> Answer:
    """Is there an advert or invitation in writing?

    Unknown where `honesty.advert` does not say whether it is there.
    """
    return case.practised("honesty.advert")


@many_words("decisions open", "time", "pay", "support", "limits")
def advert_names(case: Case) -> Answer:
    """What does the advert or invitation say plainly: decisions open, time, pay, support, limits?

    Unknown where `honesty.advert.names` is not told.
    """
    return case.words("honesty.advert", "names")


@yes_no
def advert_promises_a_say_without_decision(case: Case) -> Answer:
    """Does the advert promise a say, as in "shape our research", without naming a decision that is open?

    No where it names a decision that is open, or promises no say. Unknown where that is not told.
    """
    names = advert_names(case).value
    names_one: bool | None = None
    if isinstance(names, Several):
        names_one = True if "decisions open" in names.has else (False if names.complete else None)
    promises = case.says(case.at("honesty.advert"), "promises_influence", "yes")
    where: tuple[Path, ...] = (("honesty", "advert", "promises_influence"), ("honesty", "advert", "names"))
    return Answer(both(promises, opposite(names_one)), where)


@yes_no
def advert_checked_by_contributors(case: Case) -> Answer:
    """Did contributors check the advert for honesty before it went out?"""
    return case.practised("honesty.advert", "checked_by_contributors")


# --- ways of working --------------------------------------------------------------------------------


@yes_no
def ways_of_working_written(case: Case) -> Answer:
    """Is it written down how people want to work together?

    Unknown where `honesty.ways_of_working` does not say whether it is there.
    """
    return case.practised("honesty.ways_of_working")


@yes_no
def ways_of_working_written_with_contributors(case: Case) -> Answer:
    """Did contributors have a hand in writing the ways of working?"""
    return case.wrote("honesty.ways_of_working")


@yes_no
def ways_of_working_say_how_to_raise_problems(case: Case) -> Answer:
    """Do the ways of working say how to raise a problem?"""
    return case.practised("honesty.ways_of_working", "how_to_raise_problems")


@yes_no
def ways_of_working_say_what_stays_private(case: Case) -> Answer:
    """Do the ways of working say what stays among those who are there, and what cannot?

    Asked whether or not the topic is called sensitive: fear for confidentiality keeps people away from any topic.
    """
    return case.practised("honesty.ways_of_working", "confidentiality")


@yes_no
def ways_of_working_reviewed(case: Case) -> Answer:
    """Were the ways of working looked at again?"""
    return case.practised("honesty.ways_of_working", "reviewed")


@yes_no
def ways_of_working_changed_by_review(case: Case) -> Answer:
    """Did looking at the ways of working again change them?"""
    return case.practised("honesty.ways_of_working", "changed")


@yes_no
def ways_of_working_came_before_contributors(case: Case) -> Answer:
    """Were the ways of working written before anybody was involved whom the work affects?

    Unknown where the dates of `honesty.ways_of_working` and `timing.first_involved` do not decide it.
    """
    ways, timing = case.at("honesty.ways_of_working"), case.project.timing
    written = None if ways is None else ways.when
    value = both(case.in_place(ways), case.before(written, timing.first_involved if timing else None))
    return Answer(value, (("honesty", "ways_of_working"), ("timing", "first_involved")))


@yes_no
def failure_admitted(case: Case) -> Answer:
    """Does the team itself say what went badly?

    In a look back of its own, by saying that people were not heard or that the word used does not fit, or by recording
    harm. What an evaluation or others say went badly is their word. Only yes or unknown, or no where there was no look back.
    """
    where: list[Path] = []
    none = ("none", "no", "nothing")
    reflections = case.entries("influence.reflections")
    team = ("team", "researchers", "together")
    # Those above who run or order the work answer for it as well; where contributors run it alone, they do.
    alone = case.at("project.researchers")
    own = {*team, "above", *(("contributors",) if alone is not None and alone.high == 0 else ())}
    for n, look in enumerate(reflections or ()):
        if own.isdisjoint(look.who or ()):
            continue
        said = (text for text in (look.badly, look.harms) if text and text.strip().lower() not in none)
        if any(not _only_asks(text) for text in said):
            where.append(("influence", "reflections", n))
    for n, heard in case.by_now("influence.heard"):
        if heard.answer in ("no", "split") and not set(team).isdisjoint(heard.said_by or ()):
            where.append(("influence", "heard", n))
    for n, finding in case.by_now("findings"):
        if not set(team).isdisjoint(finding.by or ()) and (
            finding.heard in ("no", "split") or finding.label_fits == "no"
        ):
            where.append(("findings", "entries", n))
    for n, harm in enumerate(case.entries("care.harm") or ()):
        if not set(team).isdisjoint(harm.said_by or ()) and not others_alone(harm.done_by):
            where.append(("care", "harm", "entries", n))
    return Answer(
        True if where else (False if reflections == () else None), tuple(where) or (("influence", "reflections"),)
    )


def _only_asks(text: str) -> bool:
    """Whether a text holds nothing but questions that are open: to ask is not to say that something went badly."""
    text = text.strip().casefold()
    sentences = re.findall(r"[^.!?]*[.!?]|[^.!?]+$", text)
    return text.startswith(("open question", "question:", "questions:")) or all(s.endswith("?") for s in sentences)
