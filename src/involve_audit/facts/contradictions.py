"""Facts on answers that cannot all be true: of two such answers, neither earns anything, and both are quoted.

Each is yes or no: it asks what the file tells, and silence contradicts nothing. What ends before it begins, and more
answers than people were asked, are refused when the file is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.answers import Answer, Path
from involve_audit.facts.ladder import (
    CONSULTED,
    INVOLVED,
    TOGETHER,
    decisions_of,
    has_contributors,
    met,
    never_met,
    rooms_of,
    voteless,
    work_stages,
)
from involve_audit.facts.registry import yes_no
from involve_audit.project.people import ROLES
from involve_audit.project.practice import AFFECTED, WITH_CONTRIBUTORS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from involve_audit.facts.case import Case
    from involve_audit.project.people import Room, Stage

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
        too_soon = case.phase == "finished" and end.first > case.date
        too_late = case.phase in ("idea", "applying") and over is not None and over[1] < case.date
        if too_soon or too_late:
            where += [phase, (*dates, "end")]
    return _found(where, dates)


@yes_no
def stage_before_the_idea(case: Case) -> Answer:
    """Is a part of the work, or a decision on it, told to lie before the idea of it came up?"""
    idea: Path = ("project", "dates", "idea")
    where: list[Path] = []
    for stage in work_stages(case):
        for span in case.stage(stage) or ():
            if case.before(span.when or span.since, case.at(idea)) or case.before(span.until, case.at(idea)):
                where += [("stages", stage), idea]
    for n, decision in enumerate(case.entries("power.decisions") or ()):
        if case.before(decision.when, case.at(idea)):
            where += [("power", "decisions", "entries", n), idea]
    return _found(where, idea)


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
                    ("votes", room.votes in ("equal", "some")),
                    ("majority", room.majority == "contributors"),
                    ("chair", room.chair in ("contributor", "shared")),
                    ("holds_budget", room.holds_budget == "yes"),
                )
                if is_given
            ]
            where += [p for field in given for p in ((*path, field), (*path, "contributors"))]
        elif room.majority == "contributors" and _outnumbered(room):
            where += [(*path, "majority"), (*path, "contributors"), (*path, "researchers")]
    return _found(where, ("rooms",))


def _outnumbered(room: Room) -> bool:
    """Whether the counts make contributors fewer than researchers and others."""
    if room.contributors is None or room.contributors.high is None:
        return False
    return room.contributors.high < sum(c.low for c in (room.researchers, room.others) if c is not None)


@yes_no
def decided_where_nobody_sits(case: Case) -> Answer:
    """Is a part or a decision told to be contributors' own, or shared, in a room with no contributor, without a vote, or that never met?"""
    where: list[Path] = []
    for stage in work_stages(case):
        for span in case.stage(stage) or ():
            rooms = rooms_of(case, span)
            if _role(span) >= INVOLVED and rooms and all(has_contributors(r) is False for _, r in rooms):
                where += [("stages", stage), *((*path, "contributors") for path, _ in rooms)]
            elif _role(span) >= TOGETHER and rooms and all(voteless(r) for _, r in rooms):
                where += [("stages", stage), *((*path, "votes") for path, _ in rooms)]
            elif _role(span) >= INVOLVED and rooms and all(never_met(r) for _, r in rooms) and case.in_place(span):
                where += [("stages", stage), *((*path, "meetings") for path, _ in rooms)]
    for n, decision in enumerate(case.entries("power.decisions") or ()):
        room = (case.project.rooms or {}).get(decision.room or "")
        if room is None or decision.decided_by not in WITH_CONTRIBUTORS:
            continue
        if has_contributors(room) is False or voteless(room) or never_met(room):
            field = "contributors" if has_contributors(room) is False else "votes" if voteless(room) else "meetings"
            where += [("power", "decisions", "entries", n), ("rooms", str(decision.room), field)]
    return _found(where, ("rooms",))


def _role(span: Stage) -> int:
    return 0 if span.role in (None, "unknown") else ROLES.index(str(span.role))


@yes_no
def nobody_and_somebody(case: Case) -> Answer:
    """Does the file tell that nobody is involved, in a part of the work or anywhere, and also that somebody is?"""
    stages = case.project.stages
    where: list[Path] = []
    if stages is not None and stages.answer == "none":
        nobody: Path = ("stages", "answer")
        for name, room in (case.project.rooms or {}).items():
            if met(case, room):
                where += [nobody, ("rooms", name)]
        for n, entry in enumerate(case.entries("influence.log") or ()):
            if entry.by in AFFECTED and entry.arose in ("asked", "in a room"):
                where += [nobody, ("influence", "log", "entries", n)]
    everybody = case.at("voices.contributors")
    if everybody is not None and everybody.high == 0:
        for name, room in (case.project.rooms or {}).items():
            if has_contributors(room):
                where += [("voices", "contributors"), ("rooms", name, "contributors")]
        for stage in work_stages(case):
            if any(_role(span) >= CONSULTED and case.in_place(span) for span in case.stage(stage) or ()):
                where += [("voices", "contributors"), ("stages", stage)]
    for stage in work_stages(case):
        spans = case.stage(stage)
        told_none = (stages is not None and stages.answer == "none") or (
            bool(spans) and all(span.role == "none" for span in spans or ())
        )
        for path, decision in decisions_of(case, stage) if told_none else ():
            if decision.decided_by in WITH_CONTRIBUTORS and decision.became in ("done", "under way"):
                where += [("stages", stage) if spans else ("stages", "answer"), path]
    return _found(where, ("stages",))


@yes_no
def researchers_and_none(case: Case) -> Answer:
    """Does the file tell that there are no researchers or staff, and also that some sit in a room?"""
    count = case.at("project.researchers")
    where: list[Path] = []
    if count is not None and count.high == 0:
        for name, room in (case.project.rooms or {}).items():
            if room.researchers is not None and room.researchers.low >= 1:
                where += [("project", "researchers"), ("rooms", name, "researchers")]
    return _found(where, ("project", "researchers"))


@yes_no
def paid_with_nothing(case: Case) -> Answer:
    """Does the file tell that people are paid, and that the rate is nothing?"""
    pay = case.at("reward.pay")
    where: list[Path] = []
    if pay is not None and pay.offered in ("all", "most", "some") and pay.rate is not None and pay.rate.amount == 0:
        where = [("reward", "pay", "offered"), ("reward", "pay", "rate")]
    return _found(where, ("reward", "pay"))
