"""What to do, in words that are true of a project: possible at its time, and not done already."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from involve_audit.facts.roles import told_role, work_stages
from involve_audit.judge.levels import hold
from involve_audit.judge.stage_words import stage_words
from involve_audit.language import _
from involve_audit.project.accounts import is_from_published_text
from involve_audit.project.values import FAR_OFF, Dates
from involve_audit.wording import past_tense
from involve_audit.wording.messages import listed
from involve_audit.wording.past_tense import in_the_past

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from involve_audit.facts import Facts
    from involve_audit.facts.case import Case
    from involve_audit.rubric.model import Criterion, Gate, Instead, StepText, VerdictText

OF_NOBODY = "voices"
"""The only principle of which the small steps need nobody who takes part: who is there, and who is not."""


def is_over(case: Case) -> bool:
    """Whether the work is told to be over, by its phase or by its end: there is no next meeting."""
    return case.phase == "finished" or bool(ended(case)) or bool(long_past(case))


def tenses(case: Case) -> tuple[Callable[[str], str], Callable[[str], str]]:
    """How a statement on what people do, and a question on it, are said of this work: of work that is over, in the past."""
    return past_tense.tenses(over=is_over(case))


def ended(case: Case) -> str:
    """The end of the work as the file tells it, where that day has passed; empty where it has not."""
    end = case.at("project.dates.end")
    days = case.days(end)
    return str(end.text) if days is not None and days[1] < case.date else ""


LONG_PAST = dt.timedelta(days=3 * 366)
"""So long after the last day that is told, work of which others have published is spoken of as past."""


def long_past(case: Case) -> str:
    """The last date that is told of work that others wrote down from published text, where it lies years back; else empty.

    Whoever does the work can say that it goes on. Who only read of it knows no later day, and no meeting that is still to come.
    """
    if not is_from_published_text(case.told):
        return ""
    if "long past" not in case.memo:
        found = _dates_told(case, but=("filled_in", "sources"))
        if not found or case.phase is not None:
            # A text knows nothing later than itself: work that is told to go on went on when it came out.
            found += _dates_told(case, only=("sources",))
        day, text = max(found, default=(case.date, ""))
        case.memo["long past"] = str(text) if case.date - day > LONG_PAST else ""
    last: str = case.memo["long past"]
    return last


def _dates_told(case: Case, *, but: tuple[str, ...] = (), only: tuple[str, ...] = ()) -> list[tuple[dt.date, str]]:
    """The last day of each date that is told in some sections, with its words; of what only has a beginning, the first."""
    dates = (
        value
        for path, part in case.told_parts
        if path[:1] and path[0] not in but and (not only or path[0] in only)
        for value in vars(part).values()
        if isinstance(value, Dates)
    )
    return [
        (days[1] if days[1] < FAR_OFF else days[0], str(date.text))
        for date in dates
        if (days := case.days(date)) is not None
    ]


def no_meeting(case: Case) -> bool:
    """Whether no next meeting is told to be: the work is over, or interrupted."""
    return is_over(case) or case.paused


def small_step(criterion: Criterion, facts: Facts, *, nobody: bool = False) -> str:
    """The small step of a criterion; nothing where time has closed it, or where it needs people and nobody is involved."""
    if nobody and criterion.principle != OF_NOBODY:
        return ""
    if no_meeting(facts.case):
        return _filled(_first(criterion.step_after_instead, facts, criterion.step_after or ""), facts)
    return _filled(_first(criterion.step_instead, facts, criterion.step), facts)


def what_lifts(gate: Gate, facts: Facts) -> str:
    """What would lift a gate; nothing where time has closed it."""
    return (gate.lifts_after or "") if no_meeting(facts.case) else gate.lifts


def what_to_do(step: StepText, facts: Facts) -> str:
    """The words of a step."""
    return _first(step.instead, facts, step.says)


def in_plain_words(verdict: VerdictText, facts: Facts) -> str:
    """What a verdict means, in everyday words: where nobody works beside contributors, there are no others who decide."""
    return _first(verdict.plain_instead, facts, verdict.plain or "")


def _filled(says: str, facts: Facts) -> str:
    """A step with what it asks for that the file does not tell; empty where the file tells all of it."""
    for name, untold in _UNTOLD.items():
        if name in says:
            asked_for = untold(facts.case)
            says = says.replace(name, asked_for) if asked_for else ""
    return says


def _limits_half_told(case: Case) -> str:
    """The limits of which the reason is not told, or whether people were told of them; they are not quoted."""
    half = any(limit.told is None or limit.reason is None for limit in case.entries("honesty.limits") or ())
    return _("each limit that lacks it") if half else ""


_FEW_PARTS = 3
"""So many parts of the work are named one by one in a step."""


def _parts_not_told(case: Case) -> str:
    """The parts of the work of which people's part is not told."""
    every = work_stages(case)
    untold = [
        stage
        for stage in every
        if case.stage(stage) is None and told_role(case, stage) is None and not never_came(case, stage)
    ]
    if not untold:
        return ""
    names = stage_words(case.told.project.kind if case.told.project is not None else None)
    if len(untold) == len(every):
        return _("each part of the work")
    if len(untold) > _FEW_PARTS:
        return _("each part of the work of which that is not told")
    return listed(in_the_past(names[stage]) for stage in untold)


_UNTOLD = {"{parts_not_told}": _parts_not_told, "{limits_half_told}": _limits_half_told}
"""What stands in a step for what is not told, and what finds it."""


def _first(others: Iterable[Instead] | None, facts: Facts, otherwise: str) -> str:
    """What to do instead, by the first whose facts hold, be it nothing; otherwise the usual."""
    return next(((other.says or "") for other in others or () if hold(other.when, facts).truth), otherwise)


COURSE = ("delivery", "analysis", "sharing", "implementation")
"""The parts of the work that come one after the other once it has begun."""


def never_came(case: Case, stage: str) -> bool:
    """Whether nothing tells that cancelled work came as far as a part of it: to ask for people's part in it presumes that it was done.

    It came so far where the file tells something that is done in that part or in one behind it.
    """
    if not case.cancelled or stage not in COURSE:
        return False
    reached = [
        COURSE.index(name)
        for name in COURSE
        if any(s.role not in (None, "none", "unknown") and case.in_place(s) for s in case.stage(name) or ())
    ]
    return COURSE.index(stage) > max(reached, default=-1)
