"""A project on a given day, and the plain ways to ask it something.

Everything here observes; nothing says what is good. A practice counts as *in place* when the file says that
it is done, ongoing or was done; planned, on paper only, or dated later than the day asked about, it is not.
The same questions can be asked of the plans: then what is planned with a date that has not passed counts.
"""

from __future__ import annotations

import datetime as dt
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from involve_audit.facts.answers import Answer, Path, Several, Span, both, either, number, some
from involve_audit.project.accounts import disputed_parts, has_overturned, is_disputed, text_of
from involve_audit.project.accounts import opened as without_disputes
from involve_audit.project.fields import Told, annotation, at
from involve_audit.project.practice import Listing, Practice
from involve_audit.project.values import FAR_OFF, NONE, Count, Dates, Money, Period

if TYPE_CHECKING:
    from collections.abc import Callable

    from involve_audit.facts.answers import Value
    from involve_audit.project.model import Project, Stopped
    from involve_audit.project.people import Stage


Known = TypeVar("Known")

_COURSE = (("idea", "submitted", "funded"), ("idea", "start", "data_collection", "end"))
"""The project's own dates that follow each other in any project."""
_SIDES = {"before": 0, "during": 1, "after": 2}


def _in_order(one: Dates, other: Dates) -> bool | None:
    """Whether one date lies before another as their words say, whatever the days; None where words do not decide it."""
    if one.months is not None and other.months is not None:
        if one.months[1] < other.months[0]:
            return True
        return False if one.months[0] >= other.months[1] else None
    first, second = _SIDES[one.relation or "during"], _SIDES[other.relation or "during"]
    if (one.stage is not None and other.stage == one.stage) or (one.mark is not None and other.mark == one.mark):
        return first < second if first != second else None
    for course in _COURSE:
        if one.mark in course and other.mark in course:
            earlier = course.index(one.mark) < course.index(other.mark)
            if earlier and first == 0 and second > 0:
                return True
            if not earlier and first > 0 and second == 0:
                return False
    # What lies before the start lies before every month of the project.
    if one.mark == "start" and first == 0 and other.months is not None:
        return True
    return False if other.mark == "start" and second == 0 and one.months is not None else None


def in_months(start: tuple[dt.date, dt.date], months: tuple[int, int]) -> tuple[dt.date, dt.date]:
    """The days of months of a project, the first of which begins on its start, or with the month of its start."""
    first = _months_on(start[0], months[0] - 1)
    if start[0] == start[1]:
        return first, _months_on(start[1], months[1]) - dt.timedelta(days=1)
    # The start is told by its month, or less exactly: whole months are meant.
    last = _months_on(start[1].replace(day=1), months[1])
    return first, last - dt.timedelta(days=1)


def _months_on(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > FAR_OFF.year:
        return FAR_OFF
    for last in (day.day, 30, 29, 28):
        try:
            return dt.date(year, month + 1, min(last, day.day))
        except ValueError:
            continue
    raise AssertionError("every month has twenty-eight days")


@cache
def steps(path: str) -> tuple[str, ...]:
    """A place such as `honesty.meaning` as a path."""
    return tuple(path.split("."))


class Case:
    """A project as of a day.

    Attributes:
        project: what the file tells, with everything that is disputed taken as not told.
        told: what the file tells, word for word: for what is printed, and for what must not be.
        date: the day as of which it is judged; what is dated later has not happened.
        plans: whether what is planned counts as in place.
        memo: what several facts work out once.
        asked: whether anybody asked since it was last set back whether plans count.
        answers: of the facts that somebody asked for, those that ask whether plans count.
        same: of the others, which are the same for the plans.
        support: what shows an answer, by its place, as far as somebody asked.
    """

    def __init__(
        self, project: Project, date: dt.date, plans: bool = False, *, opened: bool = False, like: Case | None = None
    ) -> None:
        """A case of a project.

        With `opened`, the project is that of another case, in which what is disputed is not told already. `like` is a case that
        shares sections with it: those need not be looked through again.
        """
        self.told = project
        # Of most files nobody tells anything otherwise. Others look through its parts too, so that is soon seen.
        opened = opened or (
            like is None
            and text_of(project) is None
            and not has_overturned(project)
            and not any(disputed_parts(self.told_parts))
        )
        self.project: Project = project if opened else without_disputes(project, like.project if like else None, date)
        self.date = date
        self.plans = plans
        self.memo: dict[str, Any] = {}
        self.asked = False
        self.answers: dict[str, Answer] = {}
        self.same: dict[str, Answer] = {}
        self._told: dict[str | Path, Any] = {}
        self._entries: dict[str, tuple[Any, ...] | None] = {}
        self.support: dict[Path, str] = {}

    def planned(self) -> Case:
        """The same case, with its plans taken as done."""
        planned = Case(self.project, self.date, plans=True, opened=True)
        planned.told = self.told
        # Neither what the file tells nor what shows it hangs on plans, nor does a fact that never asks for them.
        planned._told, planned._entries, planned.support, planned.same = (
            self._told, self._entries, self.support, self.same,
        )  # fmt: skip
        return planned

    def with_plans(self) -> bool:
        """Whether what is planned counts. It is noted that this was asked: what never asks is the same with plans."""
        self.asked = True
        return self.plans

    @cached_property
    def phase(self) -> str | None:
        """idea, applying, funded, running or finished; None where it is not told.

        Work that is paused had begun, and reads as running; cancelled work is over, and reads as finished.
        """
        told = self._told_phase
        return None if told is None else {"paused": "running", "cancelled": "finished"}.get(told, told)

    @property
    def _told_phase(self) -> str | None:
        head = self.project.project
        return None if head is None or head.phase == "unknown" else head.phase

    @property
    def paused(self) -> bool:
        """Whether the file tells that the work had begun and is interrupted."""
        return self._told_phase == "paused"

    @property
    def early(self) -> bool:
        """Whether the file tells that the work is an idea or an application: there are only plans yet."""
        return self.phase in ("idea", "applying")

    @property
    def cancelled(self) -> bool:
        """Whether the file tells that the work ended before its end."""
        return self._told_phase == "cancelled"

    @property
    def stops(self) -> tuple[tuple[Path, Stopped], ...]:
        """When the work was paused or cancelled, as far as that has happened, in the order of the file. Work goes on after all but the last."""
        head = self.project.project
        told = enumerate((head.stopped if head is not None else None) or ())
        return tuple((("project", "stopped", n), one) for n, one in told if self.happened(one.when) is not False)

    @property
    def cancelled_on(self) -> Dates | None:
        """When the work was cancelled; None where it was not, or its day is not told."""
        return self.stops[-1][1].when if self.cancelled and self.stops else None

    @property
    def final_say(self) -> frozenset[str]:
        """Who decides in the end; empty where it is not told, not known, or disputed."""
        said = self.project.power.final_say if self.project.power else None
        return frozenset(said.who or ()) - {"unknown"} if said else frozenset()

    @staticmethod
    def is_open(part: object) -> bool:
        """Whether a part is open because accounts of it differ. Of such a part `project` tells its name, and no more."""
        return is_disputed(part)

    @cached_property
    def told_parts(self) -> list[tuple[Path, Told]]:
        """Every part of what the file tells, with its path, in its order: looked through once for all who ask."""
        from involve_audit.project.references import parts

        return parts(self.told)

    @cached_property
    def parts(self) -> list[tuple[Path, Told]]:
        """Every part of the project, with its path, in the order of the file."""
        from involve_audit.project.references import parts

        return self.told_parts if self.project is self.told else parts(self.project)

    @cached_property
    def dated(self) -> list[tuple[Path, Told]]:
        """Those parts of the project that tell a day on which something was, or since when it is."""
        return [(path, part) for path, part in self.parts if "when" in vars(part) or "since" in vars(part)]

    # --- places -------------------------------------------------------------------------------------

    def at(self, path: str | Path) -> Any:
        """What the file tells at a place such as `honesty.meaning`; None where it tells nothing."""
        told = self._told
        if path not in told:
            told[path] = at(self.project, steps(path) if isinstance(path, str) else path)
        return told[path]

    def entries(self, path: str) -> tuple[Any, ...] | None:
        """The entries of a list; None where the file does not tell it."""
        listed = self._entries
        if path not in listed:
            here = self.at(path)
            if isinstance(here, Listing):
                here = here.entries  # type: ignore[attr-defined]
            listed[path] = here if isinstance(here, tuple) else None
        return listed[path]

    def by_now(self, path: str) -> list[tuple[int, Any]]:
        """The entries of a list of what somebody said or found, each with its number, without those dated later than the day of the case."""
        return [(n, one) for n, one in enumerate(self.entries(path) or ()) if self.happened(one.when) is not False]

    def complete(self, path: str) -> bool:
        """Whether a list says that it is complete."""
        here = self.at(path)
        return isinstance(here, Listing) and here.complete == "yes"

    # --- time ---------------------------------------------------------------------------------------

    def happened(self, when: Dates | None) -> bool | None:
        """Whether something dated so has happened by the day of the case; None where that is not told."""
        if when is None or when.happened is None:
            return None
        if not when.happened:
            return False
        return self.passed(when)

    def days(self, when: Dates | None) -> tuple[dt.date, dt.date] | None:
        """The first and last day that a date allows, also where it is told by a stage or by the project; None if unknown.

        Before a stage: before the day by which it must have begun. After it: after the day on which it was
        still going on. During it: only where each span of it is dated. So bounded, a date that is taken away
        never makes another more exact.
        """
        if when is None or when.happened is not True:
            return None
        if when.stage is None:
            return self._fixed(when)
        # Many practices may be dated by one stage that has many spans.
        name = f"days {when.relation} {when.stage}"
        if name not in self.memo:
            self.memo[name] = self._days_by_stage(when.relation, when.stage)
        found: tuple[dt.date, dt.date] | None = self.memo[name]
        return found

    def _days_by_stage(self, relation: str | None, stage: str) -> tuple[dt.date, dt.date] | None:
        spans = self.stage(stage) or ()
        told = [f for s in spans for d in (s.when, s.since, s.until) if (f := self._fixed(d)) is not None]
        if not told:
            return None
        day = dt.timedelta(days=1)
        if relation == "before":
            return dt.date.min, min(last for _, last in told) - day
        if relation == "after":
            return max(first for first, _ in told) + day, dt.date.max
        ends = [self._span_ends(s) for s in spans]
        known = [e for e in ends if e is not None]
        return (min(f for f, _ in known), max(last for _, last in known)) if len(known) == len(ends) else None

    def _fixed(self, when: Dates | None) -> tuple[dt.date, dt.date] | None:
        """The days of a date that is told by the calendar, by a date of the project, or in months from its start."""
        if when is None or (when.first is not None and when.last is not None):
            return None if when is None else (when.first or dt.date.min, when.last or dt.date.max)
        start = self._key_date("start")
        if when.months is not None:
            return None if start is None else in_months(start, when.months)
        at = self._key_date(when.mark or "")
        if at is None:
            return None
        day = dt.timedelta(days=1)
        if when.relation == "before":
            return dt.date.min, at[1] - day
        if when.relation == "after":
            return at[0] + day, dt.date.max
        end = self._key_date("end") if when.mark in ("start", "data_collection") else at
        return at[0], (dt.date.max if end is None else max(end[1], at[1]))

    def _key_date(self, name: str) -> tuple[dt.date, dt.date] | None:
        """One of the project's own dates, as far as it is told by the calendar: so no date is told by itself."""
        head = self.project.project
        told = getattr(head.dates, name, None) if head is not None and head.dates is not None and name else None
        return (told.first, told.last) if told is not None and told.first and told.last else None

    def _span_ends(self, span: Stage) -> tuple[dt.date, dt.date] | None:
        """The first and last day of one span; open at the end where only its beginning is told."""
        when, since, until = self._fixed(span.when), self._fixed(span.since), self._fixed(span.until)
        if when is not None:
            return when
        return None if since is None else (since[0], until[1] if until is not None else dt.date.max)

    def before(self, one: Dates | None, other: Dates | None) -> bool | None:
        """Whether the one lies before the other; None where the dates do not decide it."""
        if one is not None and other is not None:
            told = _in_order(one, other)
            if told is not None:
                return told
        a, b = self.days(one), self.days(other)
        if a is None or b is None:
            return None
        if a[1] < b[0]:
            return True
        return False if a[0] >= b[1] else None

    # --- practices ----------------------------------------------------------------------------------

    def in_place(self, practice: Practice | None) -> bool | None:
        """Whether a practice is, or was, really there; None where the file does not say."""
        if practice is None:
            return None
        if practice.answer == "no":
            return False
        status = practice.status
        if status in ("done", "ongoing", "stopped") or (status is None and practice.answer == "yes"):
            return both(self.passed(practice.since), self.passed(practice.when))
        if status == "planned":
            return self.plan_counts(practice)
        # A rule on paper is not a practice; an aim does not say whether it is practised.
        return False if status == "policy" else None

    def passed(self, when: Dates | None) -> bool | None:
        """Whether the day of something that is told as done has come (`no`: never); None where it hangs on a start that is not told.

        Without a day, and by a stage or by a date of the project, it is not told for any day, and what is told as done is taken so.
        """
        if when is None:
            return True
        if when.happened is False:
            # Told as done, and by its date never: of two answers that cannot both be true neither earns anything.
            return False
        first = when.first
        if when.months is not None:
            days = self._fixed(when)
            if days is None:
                return True if self.with_plans() else None
            first = days[0]
        return first is None or first <= self.date or self.with_plans()

    def plan_counts(self, practice: Practice) -> bool:
        """Whether a plan counts, where plans are asked for: not when it is overdue or the work is over."""
        return not self.overdue(practice) and self.phase != "finished" and self.with_plans()

    def overdue(self, practice: Practice) -> bool:
        """Whether something is still planned for a day that has passed."""
        days = self.days(practice.when or practice.since)
        return practice.status == "planned" and days is not None and days[1] < self.date

    def practised(self, path: str, field: str | None = None, is_: str = "yes") -> Answer:
        """Whether a practice is in place, and (with a field) whether it says `is_` there."""
        practice = self.at(path)
        there = self.in_place(practice)
        where: Path = steps(path)
        if field is None:
            return Answer(there, (where,))
        return Answer(there is not False and both(there, self.says(practice, field, is_)), ((*where, field), where))

    def says(self, part: Told | None, field: str, *words: str) -> bool | None:
        """Whether a field holds one of these words, `yes` where none is named.

        A date counts as `yes` once it has happened, and free text once there is some.
        """
        value = getattr(part, field, None)
        if value is None or value == "unknown":
            return None
        if isinstance(value, Dates):
            return self.happened(value)
        if isinstance(value, tuple):
            found = any(w in value for w in words)
            return None if not found and "unknown" in value else found
        words = words or ("yes",)
        if part is not None and annotation(type(part), field) is str:
            return value in words if words != ("yes",) else value.strip().lower() not in NONE
        return value in words

    def wrote(self, path: str, field: str = "written_by") -> Answer:
        """Whether contributors had a hand in writing it, where it is in place."""
        practice = self.at(path)
        answer = both(self.in_place(practice), self.says(practice, field, "contributors", "together", "people served"))
        return Answer(answer, ((*steps(path), field),))

    def number(self, path: str, field: str) -> Answer:
        """A number that is told; unknown where it is not."""
        value = getattr(self.at(path), field, None) if path else getattr(self.project, field, None)
        where = (*steps(path), field)
        if isinstance(value, Count) and not (value.low == 0 and value.high is None):
            return Answer(Span(value.low, value.high), (where,))
        if isinstance(value, Period) and value.days is not None:
            return Answer(Span(value.days, value.days), (where,))
        if isinstance(value, Money) and value.amount is not None:
            return Answer(Span(int(value.amount), int(value.amount)), (where,))
        return Answer(None, (where,))

    def word(self, path: str, field: str) -> Answer:
        """A closed choice that is told; unknown where it is not."""
        value = getattr(self.at(path), field, None)
        where = (*steps(path), field)
        return Answer(value if isinstance(value, str) and value != "unknown" else None, (where,))

    def words(self, path: str, field: str) -> Answer:
        """A list of closed choices; it is taken as complete, for it names what there is. `unknown` opens it."""
        value = getattr(self.at(path), field, None)
        where = (*steps(path), field)
        if not isinstance(value, tuple):
            return Answer(None, (where,))
        return Answer(Several(frozenset(value) - {"unknown"}, "unknown" not in value), (where,))

    def any_entry(self, path: str, is_so: Callable[[Any], bool | None]) -> Answer:
        """Whether one entry of a list is so; a list that does not say it is complete can only say yes."""
        return self._of_entries(path, is_so, some)

    def count_entries(self, path: str, is_so: Callable[[Any], bool | None]) -> Answer:
        """How many entries of a list are so; without `complete: yes` there may be more."""
        return self._of_entries(path, is_so, number)

    def _of_entries(self, path: str, is_so: Callable[[Any], bool | None], together: Callable[..., Value]) -> Answer:
        """What the entries of a list come to together, and those that are so; what is disputed is open."""
        entries = self.entries(path)
        where: Path = steps(path)
        if entries is None:
            return Answer(None, (where,))
        found = [None if is_disputed(e) else is_so(e) for e in entries]
        deciding: tuple[Path, ...] = ()
        if any(found):
            place = (*where, "entries") if isinstance(self.at(path), Listing) else where
            deciding = tuple([(*place, n) for n, f in enumerate(found) if f])
        return Answer(together(found, complete=self.complete(path)), deciding or (where,))

    # --- stages -------------------------------------------------------------------------------------

    def stage(self, name: str) -> tuple[Stage, ...] | None:
        """The spans told of a stage; None where it is not told."""
        stages = self.project.stages
        if stages is None:
            return None
        # `stages.spans`, without a call: it is asked two hundred times.
        found: tuple[Stage, ...] | None = getattr(stages, name)
        return found


def once(case: Case, name: str, work: Callable[[], Known]) -> Known:
    """What is worked out once for a case, under a name; that it hangs on plans is noted also where it is known already."""
    case.with_plans()
    if name not in case.memo:
        case.memo[name] = work()
    found: Known = case.memo[name]
    return found


__all__ = ["Answer", "Case", "Span", "either", "once"]
