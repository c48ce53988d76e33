"""Facts on answers that cannot all be true: of two such answers, neither earns anything, and both are quoted.

Each is yes or no: it asks what the file tells, and silence contradicts nothing. What ends before it begins, and more
answers than people were asked, are refused when the file is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.answers import Answer, Path
from involve_audit.facts.deciders import deciders
from involve_audit.facts.impossible_parts import (
    after_the_design,
    before_people_came_in,
    before_the_idea,
    decided_before_people_came_in,
    decided_before_the_idea,
    done_and_never_keys,
    is_done_and_set_aside,
    is_told_as_done,
    never_involved,
    outside_the_work,
    role_of,
    with_nobody,
)
from involve_audit.facts.registry import yes_no
from involve_audit.facts.roles import (
    CONSULTED,
    INVOLVED,
    TOGETHER,
    organisations_of,
    run_by_people_affected,
    work_spans,
    work_stages,
)
from involve_audit.facts.rooms import (
    apart_in_time,
    at_most_half,
    cannot_have_been_in,
    decision_to_come,
    decisions_of,
    has_contributors,
    in_use,
    met,
    never_met,
    not_there,
    of_all_contributors,
    only_advises,
    rooms_of,
    voteless,
)
from involve_audit.facts.views import SIDES
from involve_audit.project.people import VOTING
from involve_audit.project.practice import AFFECTED, PLANNING, Listing, Practice, with_contributors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from involve_audit.facts.case import Case
    from involve_audit.project.values import Count, Dates

_ORDER = (
    ("idea", "submitted"), ("idea", "funded"), ("idea", "start"), ("idea", "data_collection"), ("idea", "end"),
    ("submitted", "funded"), ("submitted", "end"), ("funded", "end"), ("start", "data_collection"), ("start", "end"),
    ("data_collection", "end"),
)  # fmt: skip
"""Turning points of the work of which the first cannot come after the second. Work may begin before there is money for it."""


def _found(places: Iterable[Path], beside: Path) -> Answer:
    where = tuple(dict.fromkeys(places))
    return Answer(bool(where), where or (beside,))


@yes_no
def dates_out_of_order(case: Case) -> Answer:
    """Do the dates of the work tell an order that cannot be, such as an end before the start?"""
    dates = ("project", "dates")
    where: list[Path] = []
    for first, second in _ORDER:
        if case.before(case.at((*dates, second)), case.at((*dates, first))):
            where += [(*dates, second), (*dates, first)]
    end, phase = case.at((*dates, "end")), ("project", "phase")
    if end is not None and end.first is not None:
        over = case.days(end)
        # What is cancelled has an end that never came.
        too_soon = case.phase == "finished" and not case.cancelled and end.first > case.date
        too_late = case.early and over is not None and over[1] < case.date
        if too_soon or too_late:
            where += [phase, (*dates, "end")]
    for name in _against_the_phase(case):
        where += [phase, (*dates, name)]
    locked, idea = ("timing", "design_locked"), (*dates, "idea")
    if case.before(case.at(locked), case.at(idea)):
        where += [locked, idea]
    return _found(where, dates)


def _against_the_phase(case: Case) -> Iterator[str]:
    """The dates of the work that its phase rules out: a start that has not come of work that runs, or money for what is only an idea.

    Work may begin before there is money for it, and its bid may be handed in more than once.
    """
    told = {name: case.at(("project", "dates", name)) for name in ("submitted", "funded", "start")}
    to_come = {name for name, day in told.items() if case.passed(day) is False}
    head = case.project.project
    phase = head.phase if head is not None else None
    if phase in ("running", "finished") and "start" in to_come:
        yield "start"
    if phase == "funded":
        yield from (name for name in ("submitted", "funded") if name in to_come)
    if case.early and told["funded"] is not None and case.happened(told["funded"]) and told["funded"].first is not None:
        yield "funded"


@yes_no
def stage_before_the_idea(case: Case) -> Answer:
    """Is a part of the work, a decision on it, or what people say of it, told to lie before the idea of it came up?

    What people affected led or decided themselves may well lie before: the idea of the others came after theirs. So may what
    people were asked on what matters to them (priorities): an idea comes of that.
    """
    idea: Path = ("project", "dates", "idea")
    where: list[Path] = []
    for place, stage, span in work_spans(case):
        if before_the_idea(case, stage, span):
            where += [place, idea]
    for n, decision in enumerate(case.entries("power.decisions") or ()):
        if decided_before_the_idea(case, decision):
            where += [("power", "decisions", "entries", n), idea]
    for path, _by, said in _said_of_it(case):
        if case.before(said, case.at("project.dates.idea")):
            where += [(*path, "when"), idea]
    return _found(where, idea)


def _said_of_it(case: Case) -> Iterator[tuple[Path, str, Dates | None]]:
    """Where people affected say how the work is, by whom and when: nobody can before there is any."""
    for n, view in enumerate(case.entries("views") or ()):
        if view.of in SIDES:
            yield ("views", "entries", n), view.of, view.when
    for n, heard in enumerate(case.entries("influence.heard") or ()):
        for side in heard.said_by or ():
            if side in SIDES:
                yield ("influence", "heard", n), side, heard.when


@yes_no
def seats_for_nobody(case: Case) -> Answer:
    """Does a room give contributors votes, a majority, the chair or a budget, and tell that fewer of them, or none, are in it?"""
    where: list[Path] = []
    for name, room in (case.project.rooms or {}).items():
        path: Path = ("rooms", name)
        if has_contributors(room) is False:
            given = [
                field
                for field, is_given in (
                    ("votes", room.votes in VOTING),
                    ("majority", room.majority == "contributors"),
                    ("chair", room.chair in ("contributor", "shared")),
                    ("holds_budget", room.holds_budget == "yes"),
                )
                if is_given
            ]
            where += [p for field in given for p in ((*path, field), (*path, "contributors"))]
        elif room.majority == "contributors" and at_most_half(room):
            where += [(*path, "majority"), (*path, "contributors")]
            where += [(*path, side) for side in ("researchers", "others") if getattr(room, side) is not None]
    return _found(where, ("rooms",))


@yes_no
def decided_where_nobody_sits(case: Case) -> Answer:
    """Is a part or a decision told to be contributors' own, or shared, in a room with no contributor, without a vote, or that never met?

    A decision also where the room only advises: then others took it.
    """
    where: list[Path] = []
    for place, _, span in work_spans(case):
        rooms = rooms_of(case, span)
        ruled_out = [(*path, field) for path, r in rooms if (field := cannot_have_been_in(case, r, span))]
        left = [(path, r) for path, r in rooms if not cannot_have_been_in(case, r, span)]
        if role_of(span) >= INVOLVED and left and all(has_contributors(r) is False for _, r in left):
            where += [place, *((*path, "contributors") for path, _ in left), *ruled_out]
        elif role_of(span) >= TOGETHER and rooms and all(voteless(r) for _, r in rooms):
            where += [place, *((*path, "votes") for path, _ in rooms)]
        elif role_of(span) >= INVOLVED and rooms and not left and case.in_place(span):
            where += [place, *ruled_out]
    for n, decision in enumerate(case.entries("power.decisions") or ()):
        room = (case.project.rooms or {}).get(decision.room or "")
        if room is None or not with_contributors(deciders(case, decision)):
            continue
        cannot = {
            "contributors": has_contributors(room) is False,
            "votes": voteless(room),
            "power": only_advises(room),
            "meetings": never_met(room),
        }
        field = next((name for name, is_so in cannot.items() if is_so), "")
        if field:
            where += [("power", "decisions", "entries", n), ("rooms", str(decision.room), field)]
    return _found(where, ("rooms",))


@yes_no
def nobody_and_somebody(case: Case) -> Answer:
    """Does the file tell that nobody is involved, in a part of the work or anywhere, and also that somebody is?"""
    return _found([*_nobody_anywhere(case), *_nobody_in_a_stage(case), *_with_nobody(case)], ("stages",))


def _nobody_anywhere(case: Case) -> Iterator[Path]:
    """Where nobody is involved, or there is no contributor, and somebody took part all the same."""
    stages, everybody = case.project.stages, case.at("voices.contributors")
    told: list[Path] = []
    if stages is not None and stages.answer == "none":
        told.append(("stages", "answer"))
        for name, room in (case.project.rooms or {}).items():
            if met(case, room):
                yield from (told[0], ("rooms", name))
        for place in _decided_along(case):
            yield from (told[0], place)
    if everybody is not None and everybody.high == 0:
        told.append(("voices", "contributors"))
        for name, room in (case.project.rooms or {}).items():
            # In a room that is only planned nobody sits yet.
            if has_contributors(room) and in_use(case, room) is not False:
                yield from (told[-1], ("rooms", name, "contributors"))
        for place, _, span in work_spans(case):
            if role_of(span) >= CONSULTED and case.in_place(span):
                yield from (told[-1], place)
        for place in _decided_along(case):
            yield from (told[-1], place)
        for n, view in enumerate(case.entries("views") or ()):
            if view.of == "contributors" and view.answered is not None and view.answered.low >= 1:
                yield from (told[-1], ("views", "entries", n))
    if told:
        for place in _took_part(case):
            yield from (*told, place)
    if case.at("voices.direct_experience") == "no":
        # Who governs the organisation that runs the work takes part in it.
        for place, _ in run_by_people_affected(case):
            yield from (("voices", "direct_experience"), (*place, "governed_by"))


def _decided_along(case: Case) -> Iterator[Path]:
    """Decisions that people affected took or shared, but for those that are still to come: on a later day, or in a room that is only planned."""
    for n, decision in enumerate(case.entries("power.decisions") or ()):
        if with_contributors(deciders(case, decision)) and not decision_to_come(case, decision):
            yield ("power", "decisions", "entries", n)


def _took_part(case: Case) -> Iterator[Path]:
    """Where contributors were asked, spoke in a room, or hold a post: whoever does that is there."""
    for n, entry in enumerate(case.entries("influence.log") or ()):
        if entry.by in AFFECTED and entry.arose in ("asked", "in a room"):
            yield ("influence", "log", "entries", n)
    for n, post in enumerate(case.entries("power.leadership") or ()):
        if post.status in ("ongoing", "done", "stopped") and (post.people is None or post.people.low >= 1):
            yield ("power", "leadership", n)


def _with_nobody(case: Case) -> Iterator[Path]:
    """Where people are told to have been asked, or to have had more of a part, and none are counted."""
    for place, _, span in work_spans(case):
        if with_nobody(span) and case.in_place(span):
            yield from ((*place, "role"), (*place, "people"))


def _nobody_in_a_stage(case: Case) -> Iterator[Path]:
    """Where a stage involves nobody, and people in it are counted, or a decision of it was theirs."""
    stages = case.project.stages
    for stage in work_stages(case):
        spans = case.stage(stage)
        if stages is not None and stages.answer == "none":
            nobody: Path = ("stages", "answer")
        elif spans is None and stages is not None and stages.complete == "yes":
            nobody = ("stages", "complete")
        elif spans and all(span.role == "none" for span in spans):
            nobody = ("stages", stage)
            for n, span in enumerate(spans):
                if span.people is not None and span.people.low >= 1:
                    yield from ((*nobody, n, "role"), (*nobody, n, "people"))
        elif spans == ():
            nobody = ("stages", stage)
        else:
            continue
        for n, span in enumerate(spans or ()):
            if with_contributors(span.budget_held_by):
                yield from ((*nobody, n, "role"), (*nobody, n, "budget_held_by"))
        credit = case.at("influence.credit")
        if stage == "sharing" and credit is not None and credit.authors == "yes" and case.in_place(credit):
            yield from (nobody, ("influence", "credit", "authors"))
        for path, decision in decisions_of(case, stage):
            if with_contributors(deciders(case, decision)) and decision.became in ("done", "under way"):
                yield from (nobody, path)


@yes_no
def filled_in_by_nobody(case: Case) -> Answer:
    """Is the file told to be filled in by contributors, and by none of them?"""
    filled = case.project.filled_in
    by, many = (filled.by, filled.contributors) if filled is not None else (None, None)
    none = many is not None and many.high == 0 and bool(by) and not {"contributors", "together"}.isdisjoint(by or ())
    return _found([("filled_in", "by"), ("filled_in", "contributors")] if none else (), ("filled_in",))


@yes_no
def more_in_a_part_than_in_all(case: Case) -> Answer:
    """Does a room, a post or a part that goes on hold more contributors than there are in all, or a meeting more than come to it?

    Or were there several in a room when the work was over, and one or none in all?
    """
    everybody = case.at("voices.contributors")
    where: list[Path] = []
    if everybody is not None and everybody.high:
        for name, room in (case.project.rooms or {}).items():
            if room.status != "planned" and of_all_contributors(case, room) > everybody.high:
                where += [("voices", "contributors"), ("rooms", name, "contributors")]
        for n, post in enumerate(case.entries("power.leadership") or ()):
            if post.status == "ongoing" and post.people is not None and post.people.low > everybody.high:
                where += [("voices", "contributors"), ("power", "leadership", n, "people")]
        for place, _, span in work_spans(case):
            if span.status == "ongoing" and span.people is not None and span.people.low > everybody.high:
                where += [("voices", "contributors"), (*place, "people")]
    meetings = case.at("access.meetings")
    people, ours = (meetings.people, meetings.contributors) if meetings is not None else (None, None)
    if people is not None and ours is not None and people.high is not None and ours.low > people.high:
        where += [("access", "meetings", "contributors"), ("access", "meetings", "people")]
    return _found(where, ("rooms",))


@yes_no
def involved_before_they_came_in(case: Case) -> Answer:
    """Is people's part in something told to lie before the day on which they were first involved, or were they never?"""
    first: Path = ("timing", "first_involved")
    day = case.at("timing.first_involved")
    came_in = [first, ("timing", "design_locked")] if day is not None and after_the_design(day) else [first]
    where: list[Path] = []
    for place, stage, span in work_spans(case):
        if before_people_came_in(case, stage, span):
            where += [*came_in, place]
    for n, decision in enumerate(case.entries("power.decisions") or ()):
        if decided_before_people_came_in(case, decision):
            where += [*came_in, ("power", "decisions", "entries", n)]
    for path, by, said in _said_of_it(case):
        # People served speak of work in which they have no part.
        if by == "contributors" and case.before(said, case.at("timing.first_involved")):
            where += [first, (*path, "when")]
    if never_involved(case):
        for name, room in (case.project.rooms or {}).items():
            if met(case, room):
                where += [first, ("rooms", name)]
        for n, entry in enumerate(case.entries("influence.log") or ()):
            if entry.arose == "asked" and case.happened(entry.when) is not False:
                where += [first, ("influence", "log", "entries", n)]
    return _found(where, first)


_FOLLOW_UPS = (
    ("influence.log", "when", "told_back"), ("influence.heard", "when", "answered"), ("findings", "when", "answered"),
    ("influence.reflections", "when", "action_checked"), ("honesty.meaning", "when", "revised"),
    ("honesty.ways_of_working", "when", "reviewed"), ("care.plan", "when", "reviewed"), ("care.harm", "when", "repair"),
    ("voices.missing", "since", "reviewed"), ("voices.missing", "action", "reviewed"),
)  # fmt: skip
"""Where something is dated, and what follows it: an answer, a review, a repair. It cannot come first."""


def _day(told: Dates | Practice | None) -> Dates | None:
    """A date, or that of what was done."""
    return (told.when or told.since) if isinstance(told, Practice) else told


@yes_no
def followed_up_before_it_was(case: Case) -> Answer:
    """Is an answer, a review or a repair told to lie before what it answers, reviews or repairs?"""
    where: list[Path] = []
    for place, first, later in _FOLLOW_UPS:
        told = case.entries(place)
        base = tuple(place.split("."))
        listed = isinstance(case.at(place), Listing)
        for n, part in enumerate((case.at(place),) if told is None else told):
            if case.before(_day(getattr(part, later, None)), _day(getattr(part, first, None))):
                path: Path = base if told is None else (*base, "entries", n) if listed else (*base, n)
                where += [(*path, later), (*path, first)]
    return _found(where, ("influence", "log"))


@yes_no
def done_and_set_aside(case: Case) -> Answer:
    """Is a decision told to be carried out, and also to be set aside by somebody?"""
    where: list[Path] = []
    for n, decision in enumerate(case.entries("power.decisions") or ()):
        if is_done_and_set_aside(decision):
            path: Path = ("power", "decisions", "entries", n)
            where += [(*path, "became"), (*path, "set_aside_by")]
    return _found(where, ("power", "decisions"))


@yes_no
def done_and_never(case: Case) -> Answer:
    """Is something told to be done, going on or carried out, and by its date never to have been?"""
    where = [(*path, key) for path, part in case.dated for key in done_and_never_keys(part)]
    return _found(where, ("project",))


@yes_no
def researchers_and_none(case: Case) -> Answer:
    """Does the file tell that there are no researchers or staff, and also that some sit in a room, or one chairs it?"""
    count = case.at("project.researchers")
    where: list[Path] = []
    if count is not None and count.high == 0:
        for name, room in (case.project.rooms or {}).items():
            if room.researchers is not None and room.researchers.low >= 1:
                where += [("project", "researchers"), ("rooms", name, "researchers")]
            if room.chair == "researcher":
                where += [("project", "researchers"), ("rooms", name, "chair")]
    return _found(where, ("project", "researchers"))


@yes_no
def paid_with_nothing(case: Case) -> Answer:
    """Does the file tell that people are paid, and that the rate is nothing; that nobody is, and a rate; or that no costs are paid, and which?"""
    pay = case.at("reward.pay")
    where: list[Path] = []
    if pay is not None and pay.rate is not None and pay.rate.amount is not None:
        paid, nobody = pay.offered in ("all", "most", "some"), pay.offered == "none" and case.in_place(pay)
        if (paid and pay.rate.amount == 0) or (nobody and pay.rate.amount > 0):
            where = [("reward", "pay", "offered"), ("reward", "pay", "rate")]
    if pay is not None and pay.offered == "none" and pay.preparation == "paid" and case.in_place(pay):
        where += [("reward", "pay", "offered"), ("reward", "pay", "preparation")]
    expenses = case.at("reward.expenses")
    if expenses is not None and expenses.covers and (expenses.paid == "none" or expenses.answer == "no"):
        where += [
            ("reward", "expenses", "paid" if expenses.paid == "none" else "answer"),
            ("reward", "expenses", "covers"),
        ]
    return _found(where, ("reward", "pay"))


@yes_no
def told_of_a_later_day(case: Case) -> Answer:
    """Is something told as done, carried out, said or found, and dated later than the day as of which the file is judged?

    It has not happened, so it counts for nothing until that day.
    """
    where = [
        (*path, key)
        for path, part in case.dated
        for key in ("when", "since")
        if (day := getattr(part, key, None)) is not None
        and day.happened
        and case.passed(day) is False
        and is_told_as_done(part)
    ]
    return _found(where, ("project",))


@yes_no
def part_outside_the_work(case: Case) -> Answer:
    """Is a part in doing the work or in making sense of it, credit for what came of it, or what people say of it, told to lie before it began; or a part to begin after it ended?

    What lies between the idea and the start is a pilot: it comes before the work by its nature.
    """
    start, end = ("project", "dates", "start"), ("project", "dates", "end")
    where: list[Path] = []
    for place, stage, span in work_spans(case):
        outside = outside_the_work(case, stage, span)
        if outside == "start":
            where += [start, (*place, "until" if span.until is not None else "when")]
        elif outside == "end":
            where += [end, (*place, "when" if span.when is not None else "since")]
    began, alone = case.at(start), _nobody_was_there_before(case)
    credit = case.at("influence.credit")
    if credit is not None and case.in_place(credit):
        key = "when" if credit.until is None else "until"
        given = credit.plain_results == "yes" or (alone and "yes" in (credit.authors, credit.co_own))
        if given and case.before(getattr(credit, key), began):
            where += [start, ("influence", "credit", key)]
    if alone:
        where += [
            p for path, _by, said in _said_of_it(case) if case.before(said, began) for p in (start, (*path, "when"))
        ]
    return _found(where, start)


def _nobody_was_there_before(case: Case) -> bool:
    """Whether nothing is told of which people may have spoken, or been an author, before the work began: no idea, plan, decision or room."""
    dates, start = case.at("project.dates"), case.at("project.dates.start")
    rooms = (case.project.rooms or {}).values()
    return not (
        case.at("timing.first_involved") is not None
        or any((dates.idea, dates.submitted, dates.funded) if dates is not None else ())
        or case.entries("power.decisions")
        or any(span.role != "none" for stage in PLANNING for span in case.stage(stage) or ())
        or any(in_use(case, room) is not False and not case.before(start, room.since) for room in rooms)
    )


@yes_no
def room_counted_otherwise(case: Case) -> Answer:
    """Does a room tell a majority, or who chairs it, that its own counts rule out?"""
    where: list[Path] = []
    for name, room in (case.project.rooms or {}).items():
        path: Path = ("rooms", name)
        ours, rest = room.contributors, [c for c in (room.researchers, room.others) if c is not None]
        counted = ours is not None and len(rest) == 2 and all(c.high is not None for c in rest)
        most_of_the_rest = sum(c.high or 0 for c in rest)
        least_of_the_rest = sum(c.low for c in rest)
        # Contributors who are told to be the majority, and are not: `seats_for_nobody`.
        if counted and ours is not None:
            more, fewer = ours.low > most_of_the_rest, ours.high is not None and ours.high < least_of_the_rest
            if (room.majority == "others" and more) or (room.majority == "equal" and (more or fewer)):
                where += [(*path, "majority"), (*path, "contributors"), (*path, "researchers"), (*path, "others")]
        for who, count, field in (("researcher", room.researchers, "researchers"), ("other", room.others, "others")):
            if room.chair == who and count is not None and count.high == 0:
                where += [(*path, "chair"), (*path, field)]
    return _found(where, ("rooms",))


@yes_no
def decided_without_the_room(case: Case) -> Answer:
    """Did a part or a decision happen in a room, or through an organisation, that is told to have begun only later, to be planned or on paper still, or to have ended before?"""
    where: list[Path] = []
    for place, stage, span in work_spans(case):
        if role_of(span) < CONSULTED or not case.in_place(span):
            continue
        for named in (rooms_of(case, span), list(organisations_of(case, stage, span)) if span.organisations else ()):
            apart = [(*path, apart_in_time(case, one, span.when, span.since, span.until)) for path, one in named]
            if apart and all(field for *_, field in apart):
                where += [place, *apart]
    for n, decision in enumerate(case.entries("power.decisions") or ()):
        room = (case.project.rooms or {}).get(decision.room or "")
        field = "" if room is None else apart_in_time(case, room, decision.when)
        if room is not None and not field and decision.became not in (None, "unknown"):
            # What is carried out, or set aside, was decided, whether or not its day is told.
            field = not_there(case, room) if case.happened(decision.when) is not False else ""
        if field and with_contributors(deciders(case, decision)):
            where += [("power", "decisions", "entries", n), ("rooms", str(decision.room), field)]
    return _found(where, ("rooms",))


@yes_no
def answered_and_not(case: Case) -> Answer:
    """Is something that people said told to be unanswered, and to have had an answer?

    What was refused may well have changed something else: both can be so.
    """
    where: list[Path] = []
    for n, said in enumerate(case.entries("influence.log") or ()):
        path: Path = ("influence", "log", "entries", n)
        if said.answer == "unanswered" and case.happened(said.told_back):
            where += [(*path, "answer"), (*path, "told_back")]
    return _found(where, ("influence", "log"))


@yes_no
def word_against_the_count(case: Case) -> Answer:
    """Does the file tell in words what its own numbers rule out: of meetings, of feedback, of a view, or of who governs an organisation?"""
    where: list[Path] = []
    held: Path = ("influence", "meetings_held")
    if (all_meetings := case.at(held)) is not None and all_meetings.high == 0:
        for name, room in (case.project.rooms or {}).items():
            if room.meetings is not None and room.meetings.low >= 1 and met(case, room):
                where += [held, ("rooms", name, "meetings")]
    feedback = case.at("influence.feedback")
    if feedback is not None and feedback.share == "none" and feedback.kinds and case.in_place(feedback):
        where += [("influence", "feedback", "share"), ("influence", "feedback", "kinds")]
    if feedback is not None and (feedback.answer == "no" or feedback.kinds == ()):
        for n, said in enumerate(case.entries("influence.log") or ()):
            if case.happened(said.told_back):
                where += [("influence", "feedback"), ("influence", "log", "entries", n, "told_back")]
    for n, view in enumerate(case.entries("views") or ()):
        for principle, opinion in (view.by_principle or {}).items():
            if _counted_otherwise(opinion.most, opinion.agree, opinion.disagree):
                path: Path = ("views", "entries", n, "by_principle", principle)
                where += [(*path, "most"), (*path, "agree"), (*path, "disagree")]
    for name, one in (case.project.organisations or {}).items():
        if one.governed_by in ("people affected", "both") and one.people is not None and one.people.high == 0:
            where += [("organisations", name, "governed_by"), ("organisations", name, "people")]
    return _found(where, held)


def _counted_otherwise(most: str | None, agree: Count | None, disagree: Count | None) -> bool:
    """Whether fewer agree than disagree, where most are told to agree; or the other way round."""
    if agree is None or disagree is None:
        return False
    if most == "agree":
        return agree.high is not None and agree.high < disagree.low
    return most == "disagree" and disagree.high is not None and disagree.high < agree.low


@yes_no
def parts_against_the_phase(case: Case) -> Answer:
    """Is work that has not begun told to have results already, or is work that is over told to go on in its parts, or to begin one?"""
    phase: Path = ("project", "phase")
    ends = [end for end in (case.at("project.dates.end"), case.cancelled_on) if end is not None]
    where: list[Path] = []
    for place, stage, span in work_spans(case):
        if role_of(span) < CONSULTED or not case.in_place(span):
            continue
        too_soon = case.early and stage in ("analysis", "sharing", "implementation")
        # Its results may be shared and used, and somebody may watch over that, when the work itself is over.
        goes_on = span.status == "ongoing" and span.until is None
        begins_later = any(case.before(end, span.when or span.since) for end in ends)
        too_late = case.phase == "finished" and stage in (*PLANNING, "delivery") and (goes_on or begins_later)
        if too_soon or too_late:
            where += [phase, place]
    return _found(where, phase)
