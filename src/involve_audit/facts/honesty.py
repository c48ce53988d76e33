"""Facts on honest purpose and limits."""

from __future__ import annotations

from involve_audit.facts.answers import Answer, both
from involve_audit.facts.case import Case
from involve_audit.facts.registry import counted, many_words, yes_no


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


@counted
def limits_named(case: Case) -> Answer:
    """How many limits are named: what cannot change, or not now?

    `limits: none` counts as nought. Unknown where nothing is told of limits.
    """
    return case.count_entries("honesty.limits", lambda _: True)


@yes_no
def limit_with_reason_told_early(case: Case) -> Answer:
    """Was a limit told with its reason before the first work was done with people?

    Early means: before people were first involved, at the latest in the same span of time, or before the
    design was locked. Unknown where the dates do not decide it.
    """

    def early(limit: object) -> bool | None:
        told = getattr(limit, "told", None)
        timing = case.project.timing
        if getattr(limit, "reason", None) is None:
            return None
        if case.happened(told) is False:
            return False
        later = case.before(timing.first_involved if timing else None, told)
        before_lock = case.before(told, timing.design_locked if timing else None)
        return True if before_lock else (both(case.happened(told), None if later is None else not later))

    return case.any_entry("honesty.limits", early)


@many_words("decisions open", "time", "pay", "support", "limits")
def advert_names(case: Case) -> Answer:
    """What does the advert or invitation say plainly: decisions open, time, pay, support, limits?

    Unknown where `honesty.advert.names` is not told.
    """
    return case.words("honesty.advert", "names")
