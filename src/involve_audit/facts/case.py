"""A project on a given day, and the plain ways to ask it something.

Everything here observes; nothing says what is good. A practice counts as *in place* when the file says that
it is done, ongoing or was done; planned, on paper only, or dated later than the day asked about, it is not.
The same questions can be asked of the plans: then what is planned with a date that has not passed counts.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from involve_audit.facts.answers import Answer, Path, Several, Span, both, either, number, some
from involve_audit.project.fields import Told, annotation
from involve_audit.project.practice import Listing, Practice
from involve_audit.project.values import NONE, Count, Dates, Money, Period

if TYPE_CHECKING:
    from collections.abc import Callable

    from involve_audit.project.model import Project
    from involve_audit.project.people import Stage


ASKED = "asked whether plans count"
"""Under this name a case notes it."""


@cache
def steps(path: str) -> tuple[str, ...]:
    """A place such as `honesty.meaning` as a path."""
    return tuple(path.split("."))


@dataclass(frozen=True)
class Case:
    """A project as of a day.

    Attributes:
        project: what the file tells.
        date: the day as of which it is judged; what is dated later has not happened.
        plans: whether what is planned counts as in place.
    """

    project: Project
    date: dt.date
    plans: bool = False
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What several facts work out once."""
    _told: dict[str | Path, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def planned(self) -> Case:
        """The same case, with its plans taken as done."""
        return Case(self.project, self.date, plans=True)

    def with_plans(self) -> bool:
        """Whether what is planned counts. It is noted that this was asked: what never asks is the same with plans."""
        self.memo[ASKED] = True
        return self.plans

    @cached_property
    def phase(self) -> str | None:
        """idea, applying, funded, running or finished; None where it is not told."""
        head = self.project.project
        return None if head is None or head.phase in (None, "unknown") else head.phase

    # --- places -------------------------------------------------------------------------------------

    def at(self, path: str | Path) -> Any:
        """What the file tells at a place such as `honesty.meaning`; None where it tells nothing."""
        if path in self._told:
            return self._told[path]
        here: Any = self.project
        for step in steps(path) if isinstance(path, str) else path:
            if isinstance(here, Told):
                here = getattr(here, str(step), None)
            elif here is None:
                break
            elif isinstance(here, dict):
                here = here.get(step)
            elif isinstance(here, tuple):
                here = here[step] if isinstance(step, int) and step < len(here) else None
            else:
                here = getattr(here, str(step), None)
        self._told[path] = here
        return here

    def entries(self, path: str) -> tuple[Any, ...] | None:
        """The entries of a list; None where the file does not tell it."""
        here = self.at(path)
        if isinstance(here, Listing):
            here = here.entries  # type: ignore[attr-defined]
        return here if isinstance(here, tuple) else None

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
        return not self._ahead(when) or self.with_plans()

    def days(self, when: Dates | None) -> tuple[dt.date, dt.date] | None:
        """The first and last day that a date allows, also where it is told by a stage; None if unknown.

        Before a stage: before the day by which it must have begun. After it: after the day on which it was
        still going on. During it: only where each span of it is dated. So bounded, a date that is taken away
        never makes another more exact.
        """
        if when is None or when.happened is not True:
            return None
        if when.first is not None and when.last is not None:
            return when.first, when.last
        if when.stage is None:
            return None
        # Many practices may be dated by one stage that has many spans.
        name = f"days {when.relation} {when.stage}"
        if name not in self.memo:
            self.memo[name] = self._days_by_stage(when.relation, when.stage)
        found: tuple[dt.date, dt.date] | None = self.memo[name]
        return found

    def _days_by_stage(self, relation: str | None, stage: str) -> tuple[dt.date, dt.date] | None:
        spans = self.stage(stage) or ()
        dates = [d for s in spans for d in (s.when, s.since, s.until) if d is not None]
        told = [(d.first, d.last) for d in dates if d.first is not None and d.last is not None]
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

    @staticmethod
    def _span_ends(span: Stage) -> tuple[dt.date, dt.date] | None:
        """The first and last day of one span; open at the end where only its beginning is told."""
        if span.when is not None and span.when.first and span.when.last:
            return span.when.first, span.when.last
        if span.since is None or span.since.first is None:
            return None
        return span.since.first, (span.until.last if span.until is not None and span.until.last else dt.date.max)

    def before(self, one: Dates | None, other: Dates | None) -> bool | None:
        """Whether the one lies before the other; None where the dates do not decide it."""
        if one is not None and other is not None and one.stage is not None and other.stage == one.stage:
            order = {"before": 0, "during": 1, "after": 2}
            first, second = order[one.relation or "during"], order[other.relation or "during"]
            if first != second:
                return first < second
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
            return not (self._ahead(practice.since) or self._ahead(practice.when)) or self.with_plans()
        if status == "planned":
            return self.plan_counts(practice)
        # A rule on paper is not a practice; an aim does not say whether it is practised.
        return False if status == "policy" else None

    def _ahead(self, when: Dates | None) -> bool:
        """Whether something is told for a day that is still to come."""
        return when is not None and when.first is not None and when.first > self.date

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
        entries = self.entries(path)
        where: Path = steps(path)
        if entries is None:
            return Answer(None, (where,))
        found = [is_so(e) for e in entries]
        deciding = tuple((*where, *self._entry_step(path), n) for n, f in enumerate(found) if f)
        return Answer(some(found, complete=self.complete(path)), deciding or (where,))

    def count_entries(self, path: str, is_so: Callable[[Any], bool | None]) -> Answer:
        """How many entries of a list are so; without `complete: yes` there may be more."""
        entries = self.entries(path)
        where: Path = steps(path)
        if entries is None:
            return Answer(None, (where,))
        found = [is_so(e) for e in entries]
        deciding = tuple((*where, *self._entry_step(path), n) for n, f in enumerate(found) if f)
        return Answer(number(found, complete=self.complete(path)), deciding or (where,))

    def _entry_step(self, path: str) -> tuple[str, ...]:
        return ("entries",) if isinstance(self.at(path), Listing) else ()

    # --- stages -------------------------------------------------------------------------------------

    def stage(self, name: str) -> tuple[Stage, ...] | None:
        """The spans told of a stage; None where it is not told."""
        stages = self.project.stages
        return None if stages is None else stages.spans(name)


__all__ = ["Answer", "Case", "Span", "either"]
