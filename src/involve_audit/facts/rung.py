"""The rung of the project: how much power the shown roles make together; and the facts that rest on it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from involve_audit.facts import views as opinions
from involve_audit.facts.answers import Answer, Path, Several, Span, both, either
from involve_audit.facts.case import once
from involve_audit.facts.deciders import deciders
from involve_audit.facts.impossible_parts import never_involved
from involve_audit.facts.registry import FACTS, counted, many_words, one_word, yes_no
from involve_audit.facts.roles import (
    CONSULTED,
    INFORMED,
    INVOLVED,
    LED,
    TOGETHER,
    Standing,
    may_come_to_nothing,
    role_is_disputed,
    standings,
    told_role,
    work_stages,
)
from involve_audit.facts.rooms import met
from involve_audit.project.people import EITHER_ROLE, ROLES, VOTING
from involve_audit.project.practice import AFFECTED, PLANNING, RESULTS, RUNGS, SHAPING, anybody
from involve_audit.project.values import Count
from involve_audit.record import Record

if TYPE_CHECKING:
    from involve_audit.facts.case import Case


RUNG_OF_ROLE = (0, 1, 2, 3, 4, 6)
"""The rung, as an index of `RUNGS`, of each role, as an index of `ROLES`."""


_CONSULTATION = RUNGS.index("consultation")


def rung_of(roles: dict[str, int], anywhere: int, *, kept: bool) -> int:
    """The rung that roles by stage make, as an index of `RUNGS`.

    Args:
        roles: the role in each stage that the work has.
        anywhere: the highest role, at most consulted, that rooms and the log show outside the stages.
        kept: whether people are paid (or free to decline), safe and answered, which co-production needs.
    """
    if len(roles) == 1:
        (stage,) = roles
        best = roles[stage]
    else:
        highest, second = sorted((0, 0, *roles.values()))[:-3:-1]
        shaping = max([r for s, r in roles.items() if s in SHAPING], default=0)
        # What two stages reach; from involved up, one of those that reach it shapes the work.
        best = min(second, shaping)
        if best < INVOLVED:
            best = min(second, CONSULTED)
        best = max(best, INVOLVED if shaping >= TOGETHER else min(highest, CONSULTED))
    best = max(best, anywhere)
    rung = RUNG_OF_ROLE[best]
    if rung == RUNGS.index("collaboration") and kept:
        groups = [[s for s in group if s in roles] for group in (PLANNING, ("governance",), RESULTS)]
        if all(any(roles[s] >= TOGETHER for s in group) for group in groups if group):
            rung = RUNGS.index("co-production")
    return rung


def anywhere(case: Case) -> Span[int]:
    """What rooms and the log show outside the stages: nothing, informed or consulted."""
    low = high = 0
    nobody = case.at("stages.answer") == "none"
    for room in (case.project.rooms or {}).values():
        seen = met(case, room)
        # Where nobody is involved anywhere, nobody sits in a room; that some do contradicts it, and earns nothing.
        if seen is False or nobody:
            continue
        # In a room that decides, somebody without a vote may merely sit; advice and consultation ask people.
        listens = room.power in ("advises", "consulted") or (room.power == "decides" and room.votes in VOTING)
        low = max(low, 0 if seen is None else (CONSULTED if listens else INFORMED))
        high = CONSULTED
    log = case.entries("influence.log")
    if not nobody and any(e.arose == "asked" and case.happened(e.when) is not False for e in log or ()):
        low = CONSULTED
    more_rooms = case.project.rooms is None or (bool(case.project.rooms) and case.at("power.all_rooms_told") != "yes")
    # Nobody in any part leaves only the rooms that are told, of which more may be told.
    if not nobody and (more_rooms or not case.complete("influence.log")):
        high = CONSULTED
    if never_involved(case):
        low = high = min(low, INFORMED)
    return Span(low, max(low, high))


class Shown(Record):
    """The shown rung of the project, and what it is made of.

    Attributes:
        rung: as far as the other facts carry it.
        stages: what people do in each part of the work.
        kept: whether people are paid, safe and answered.
        surely: the lowest rung that is still possible, whatever is told of the organisations that carry it.
    """

    rung: Span[int]
    stages: tuple[Standing, ...]
    kept: bool | None
    surely: int

    @cached_property
    def if_shared(self) -> Span[int]:
        """The rung if people shared with others what they lead: what is left of *led* where the work as a whole is not theirs."""
        low = rung_of({s.stage: min(s.shown.low, TOGETHER) for s in self.stages}, 0, kept=self.kept is True)
        high = rung_of({s.stage: min(s.shown.high, TOGETHER) for s in self.stages}, 0, kept=self.kept is not False)
        return Span(low, max(low, high))


SHOWN = "shown"
"""Under this name a case remembers its rung, which many facts ask for."""


def shown(case: Case) -> Shown:
    """The shown rung: the low end counts only what is there, what is not told leaves the high end open."""
    return once(case, SHOWN, lambda: _shown(case))


def _shown(case: Case) -> Shown:
    stages, kept = standings(case), is_kept(case)
    outside = anywhere(case)
    low = rung_of({s.stage: s.shown.low for s in stages}, outside.low, kept=kept is True)
    # Stages that nobody has told may hold more; a room or a log can add no more than a consultation.
    high = rung_of({s.stage: s.shown.high for s in stages}, outside.low, kept=kept is not False)
    surely = low
    if any(s.surely < s.shown.low for s in stages):
        surely = min(low, rung_of({s.stage: s.surely for s in stages}, outside.low, kept=kept is True))
    return Shown(Span(low, max(low, high, RUNG_OF_ROLE[outside.high])), stages, kept, surely)


KEPT = "kept"
"""Under this name a case remembers whether people are paid, safe and answered."""


def is_kept(case: Case) -> bool | None:
    """Whether people are paid (or free to decline), safe and answered, which co-production needs; worked out once for a case."""
    asked = ("pay_or_free_choice", "safe_where_sensitive", "people_answered")
    answers = (FACTS[name].observe(case).value for name in asked)
    return once(case, KEPT, lambda: both(*(value if isinstance(value, bool) else None for value in answers)))


def unsourced(case: Case) -> tuple[str, ...]:
    """The stages of which only a source is missing for more than a consultation; none where sources would not make it more."""
    found = shown(case)
    if found.rung.low > _CONSULTATION:
        return ()
    roles = {s.stage: s.shown.low for s in found.stages}
    lacking = {
        s.stage: role
        for s in found.stages
        if s.why == "claim" and s.told is not None and (role := min(s.told, INVOLVED, s.shown.high)) > s.shown.low
    }
    return tuple(lacking) if rung_of(roles | lacking, 0, kept=False) > _CONSULTATION else ()


@yes_no
def has_researchers(case: Case) -> Answer:
    """Are there researchers or staff beside the contributors?

    `project.researchers: 0` says that contributors run the work alone. Unknown where it is not told.
    """
    count = case.at("project.researchers")
    where = (("project", "researchers"),)
    if not isinstance(count, Count):
        return Answer(None, where)
    return Answer(False if count.high == 0 else True if count.low > 0 else None, where)


@one_word("idea", "applying", "funded", "running", "finished")
def phase(case: Case) -> Answer:
    """Where is the work: idea, applying, funded, running or finished?"""
    return Answer(case.phase, (("project", "phase"),))


@yes_no
def research_or_service_begun(case: Case) -> Answer:
    """Has the work itself begun: is its phase running or finished?"""
    return Answer(None if case.phase is None else case.phase in ("running", "finished"), (("project", "phase"),))


@yes_no
def people_present(case: Case) -> Answer:
    """Was anybody present whom the work affects: in a room, in a stage, in the log or in a view?

    A room counts that is in place or has met; of the log, what people said when they were asked, or in a room. Only yes,
    or unknown, or no where `stages: none` or every stage is told to involve nobody and no room, log or view shows anybody.
    """
    where: list[Path] = []
    for name, room in (case.project.rooms or {}).items():
        if met(case, room):
            where.append(("rooms", name))
    for stage in work_stages(case):
        for span in case.stage(stage) or ():
            if span.role not in (None, "none", "unknown") and case.in_place(span):
                where.append(("stages", stage))
    for n, entry in enumerate(case.entries("influence.log") or ()):
        # A protest, a letter or a petition shows people who were left out as well as people who were asked.
        if entry.by in AFFECTED and entry.arose in ("asked", "in a room"):
            where.append(("influence", "log", "entries", n))
    for n, view in case.by_now("views"):
        if view.of in opinions.SIDES and view.answered is not None and view.answered.low >= 1:
            where.append(("views", "entries", n))
    if where:
        return Answer(True, tuple(where))
    stages = case.project.stages
    nowhere = stages is not None and (
        stages.answer == "none" or all(told_role(case, s) == 0 for s in work_stages(case))
    )
    closed = nowhere and nobody_else_can_be_told(case)
    return Answer(False if closed else None, (("stages",),))


@yes_no
def people_lead(case: Case) -> Answer:
    """Is the rung *led* shown: do people affected lead two parts of the work at least, one of which shapes it?

    No also where that is not told: it is read at the low end.
    """
    led = [("stages", s.stage) for s in standings(case) if s.shown.low == LED]
    return Answer(RUNGS[shown(case).rung.low] == "led", tuple(led) or (("stages",),))


@yes_no
def every_told_stage_involves_nobody(case: Case) -> Answer:
    """Does every stage that is told involve nobody, one of them shaping the work?

    Yes for `stages: none`. Unknown where no stage, or none that shapes the work, is told.
    """
    stages = case.project.stages
    if stages is not None and stages.answer == "none":
        return Answer(True, (("stages",),))
    told = {s: r for s in work_stages(case) if (r := told_role(case, s)) is not None}
    where: tuple[Path, ...] = tuple(("stages", s) for s in told if case.stage(s) is not None) or (("stages",),)
    somebody = [
        not all(
            may_come_to_nothing(case, span)
            for span in case.stage(s) or ()
            if span.role not in (None, "none", "unknown")
        )
        for s, role in told.items()
        if role > 0
    ]
    if any(somebody):
        return Answer(False, where)
    # Who disputes what part people had does not tell that they had none.
    if somebody or role_is_disputed(case):
        return Answer(None, where)
    shapes = any(s in SHAPING for s in told) or not any(s in SHAPING for s in work_stages(case))
    return Answer(True if told and shapes else None, where)


def _told_of(case: Case) -> dict[str, Path]:
    """The stages of which the file tells what part people have, or who took a decision there, with the place that tells it.

    That the government decided what is then done says what part others had in it: it decided without them.
    """
    told: dict[str, Path] = {s: ("stages", s) for s in work_stages(case) if told_role(case, s) is not None}
    for n, decision in enumerate(case.entries("power.decisions") or ()):
        if anybody(deciders(case, decision)) and case.happened(decision.when) is not False:
            for stage in decision.stage or ():
                if stage in work_stages(case):
                    told.setdefault(stage, ("power", "decisions", "entries", n))
    return told


@counted
def stages_told(case: Case) -> Answer:
    """Of how many stages does the file tell what part people have, or who decided there?"""
    told = _told_of(case)
    return Answer(Span(len(told), len(told)), tuple(told.values()) or (("stages",),))


@yes_no
def enough_stages_told(case: Case) -> Answer:
    """Does the file tell of two stages (or the only one) what part people have or who decided, one of them shaping the work?

    Done or planned. Yes or no: this asks what the file tells, not what is so.
    """
    work = work_stages(case)
    told = _told_of(case)
    enough = len(told) >= 2 or (len(work) == 1 and len(told) == 1)
    shapes = any(s in SHAPING for s in told) or not any(s in SHAPING for s in work)
    return Answer(enough and shapes, (("stages",), ("power", "decisions")))


@yes_no
def enough_is_told(case: Case) -> Answer:
    """Are enough stages told, and who decided or what changed?

    Yes or no: this asks what the file tells, not what is so.
    """
    stages, decided = enough_stages_told(case), told_who_decided_or_what_changed(case)
    return Answer(stages.value is True and decided.value is True, (*stages.where, ("power",), ("influence",)))


@yes_no
def told_who_decided_or_what_changed(case: Case) -> Answer:
    """Does the file tell anything of who decided, or of what changed?

    Decisions, the final say, the power of a room, what people said and what came of it, whether they were
    heard. Yes or no: this asks what the file tells.
    """
    places: tuple[tuple[str, ...], ...] = (
        ("power", "decisions"), ("influence", "log"), ("influence", "heard"),
    )  # fmt: skip
    where: list[Path] = [p for p in places if case.at(p) not in (None, "unknown")]
    # Where it is told differently it is told all the same.
    last_word = case.told.power.final_say if case.told.power is not None else None
    if last_word is not None and set(last_word.who or ()) - {"unknown"}:
        where.append(("power", "final_say"))
    for name, room in (case.told.rooms or {}).items():
        if room.power not in (None, "unknown"):
            where.append(("rooms", name, "power"))
    for n, finding in case.by_now("findings"):
        if finding.heard not in (None, "unknown"):
            where.append(("findings", "entries", n))
    return Answer(bool(where), tuple(where) or (("power",), ("influence",)))


@one_word(*RUNGS)
def rung_aimed_for(case: Case) -> Answer:
    """What does the project honestly aim for?"""
    return case.word("project", "aims_for")


@yes_no
def anything_done(case: Case) -> Answer:
    """Has anything been done with people yet: a stage, a room that met, something said, a decision?

    No where every stage and room that is told is known not to have begun. Unknown where one does not say, or a decision
    may have been taken, or none is told.
    """
    where: list[Path] = []
    begun: list[bool | None] = []
    for stage in work_stages(case):
        for span in case.stage(stage) or ():
            part = None if span.role in (None, "unknown") else span.role != "none"
            begun.append(both(part, case.in_place(span)))
            if begun[-1]:
                where.append(("stages", stage))
    for name, room in (case.project.rooms or {}).items():
        found = met(case, room)
        begun.append(found)
        if begun[-1]:
            where.append(("rooms", name))
    for n, entry in enumerate(case.entries("influence.log") or ()):
        if case.happened(entry.when) is not False:
            where.append(("influence", "log", "entries", n))
    for n, decision in enumerate(case.entries("power.decisions") or ()):
        if case.happened(decision.when) is False:
            continue
        if decision.became in ("done", "under way", "partly", "set aside"):
            where.append(("power", "decisions", "entries", n))
        else:
            begun.append(None)
    return Answer(True if where else (either(*begun) if begun else None), tuple(where) or (("stages",),))


NOBODY_ELSE = "nobody else can be told"
"""Under this name a case remembers whether that is so."""


def nobody_else_can_be_told(case: Case) -> bool:
    """Whether the file closes every place where somebody might still be told to take part; worked out once for a case."""
    if NOBODY_ELSE not in case.memo:
        case.memo[NOBODY_ELSE] = _closed(case)
    return bool(case.memo[NOBODY_ELSE])


def _closed(case: Case) -> bool:
    if case.at("stages.answer") == "none":
        return True
    rooms = case.project.rooms == {} or case.at("power.all_rooms_told") == "yes"
    stages = all(told_role(case, s) is not None for s in work_stages(case))
    return stages and rooms and all(case.complete(path) for path in ("influence.log", "views", "power.decisions"))


@yes_no
def nobody_involved(case: Case) -> Answer:
    """Does every told stage involve nobody, one of them shaping the work, while no room, log or view shows anybody?

    Yes for `stages: none`. Unknown where too few stages are told.
    """
    told = every_told_stage_involves_nobody(case)
    if case.at("stages.answer") == "none":
        return told
    present = people_present(case)
    # Asked for their view are also people who had no part: while no stage is told, `none` can still be, beside it.
    asked_only = case.project.stages is None and all(place[0] == "views" for place in present.where)
    return Answer(False if present.value and not asked_only else told.value, told.where)


@many_words(*ROLES)
def roles_told(case: Case) -> Answer:
    """Which roles does the file tell, in any stage?"""
    told = {ROLES[r] for s in work_stages(case) if (r := told_role(case, s)) is not None}
    settled = all(
        told_role(case, s) is not None and all(span.role not in EITHER_ROLE for span in case.stage(s) or ())
        for s in work_stages(case)
    )
    return Answer(Several(frozenset(told), settled) if told else None, (("stages",),))
