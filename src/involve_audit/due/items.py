"""What a file says is still to come, and for when: nothing is judged here, and no day is made up.

What is told by a month or a year is due at its last day. What has no day is due all the same, and stands at the end.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal

from involve_audit.compare.pairs import identity
from involve_audit.compare.promises import promises
from involve_audit.facts.case import Case
from involve_audit.facts.roles import work_stages
from involve_audit.facts.voices import told
from involve_audit.language import _
from involve_audit.project.influence import Heard, Said
from involve_audit.project.practice import AFFECTED
from involve_audit.project.references import parts
from involve_audit.project.values import FAR_OFF
from involve_audit.project.voices import Excluded
from involve_audit.record import Record
from involve_audit.what_if.steps import closed_stages, open_doors
from involve_audit.wording.messages import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.load import Document
    from involve_audit.project.model import Project
    from involve_audit.project.values import Dates
    from involve_audit.rubric.model import Rubric
    from involve_audit.wording.messages import Path

Kind = Literal["promise", "review", "feedback", "door"]
State = Literal["overdue", "now", "coming", "no day"]
STATES: dict[State, str] = {
    "overdue": _("The day has passed"),
    "now": _("Due now"),
    "coming": _("To come"),
    "no day": _("No day is told"),
}
KINDS: dict[Kind, str] = {
    "promise": "promise",
    "review": "review",
    "feedback": "feedback",
    "door": _("door that closes"),
}
NOT_READ = _("Could not be read: what is due in it is not here")
_REVIEWS = ("review", "reviewed", "action_checked", "checked")
_FEEDBACK = ("told_back", "answered")


class Due(Record):
    """Something that is due.

    Attributes:
        kind: promise, review, feedback or door.
        id: its place by names, the same as long as nobody renames it.
        what: what it is, in words of the file.
        says: what is known of it, in words that repeat nothing of the file.
        by: the last day on which it is in time; None where no day is told.
        since: the first day that the words allow; None where they allow any.
        told: the day in the words of the file.
        owner: who sees to it, where that is told.
        state: overdue, now, coming or no day.
        file: the file.
        path: the place in it.
        line: its line, from 1.
        column: its column, from 1.
    """

    kind: Kind
    id: str
    what: str
    says: str
    by: dt.date | None
    since: dt.date | None
    told: str
    owner: str
    state: State
    file: str
    path: str
    line: int
    column: int


def due(document: Document, project: Project, rubric: Rubric, date: dt.date) -> tuple[Due, ...]:
    """Everything that is due, the longest overdue first, and what has no day last.

    Args:
        document: the file.
        project: what it tells.
        rubric: for the names of stages.
        date: the day as of which it is looked at.
    """
    case = Case(project, date)
    found = [
        *_promised(case, document),
        *_reviews(case, document),
        *_feedback(case, document),
        *_doors(case, document, rubric),
    ]
    return tuple(sorted(found, key=lambda one: (one.by or dt.date.max, one.line, one.column, one.kind, one.id)))


def _made(
    case: Case, document: Document, kind: Kind, path: Path, what: str, says: str, when: Dates | None,
    *, days: tuple[dt.date, dt.date] | None = None, owner: str = "", name: str = "",
) -> Due:  # fmt: skip
    days = days or case.days(when)
    since = days[0] if days and days[0] != dt.date.min else None
    by = days[1] if days and days[1] < FAR_OFF else None
    state: State = "no day"
    if by is not None:
        state = "overdue" if by < case.date else "now" if since is None or since <= case.date else "coming"
        if since is None and by > case.date:
            state = "coming"
    line, column = document.at(path)
    id_ = name or identity(case.project, path)
    return Due(
        kind, id_, what, says, by, since if by is not None else None, when.text if when is not None else "", owner, state,
        document.name, shown(document.true_path(path)), line, column,
    )  # fmt: skip


def _promised(case: Case, document: Document) -> Iterator[Due]:
    for one in promises(case):
        kind: Kind = "review" if one.day in _REVIEWS else "feedback" if one.day in _FEEDBACK else "promise"
        when = one.due
        # A decision that was taken is due on no day: what became of it is still to be told.
        taken = (
            when is not None
            and not one.day
            and getattr(one.part, "became", None) is None
            and hasattr(one.part, "decided_by")
        )
        days = case.days(when)
        if taken and days is not None and days[1] <= case.date:
            when = None
        says = {
            "promise": _("It is planned or promised, and not told as done."),
            "review": _("It is to be looked at again."),
            "feedback": _("People are to hear what came of what they said."),
        }[kind]
        yield _made(case, document, kind, one.path, one.what, says, when, owner=_owner(one.part))


def _owner(part: object) -> str:
    owner = getattr(part, "owner", None)
    return owner if isinstance(owner, str) and told(owner) else ""


def _reviews(case: Case, document: Document) -> Iterator[Due]:
    """A day on which something is looked at again, once it has passed; while it lies ahead it is a promise like others."""
    for path, part in parts(case.project):
        if isinstance(part, Excluded) and part.review is not None:
            days = case.days(part.review)
            if days is not None and days[0] <= case.date:
                yield _made(
                    case, document, "review", (*path, "review"), part.group or part.characteristic or _("Somebody who is left out"),
                    _("It was to be looked at again who is left out; say what came of it, or a new day."), part.review,
                )  # fmt: skip


def _feedback(case: Case, document: Document) -> Iterator[Due]:
    """What people said and have not heard of again, as far as the file tells."""
    for path, part in parts(case.project):
        if isinstance(part, Said):
            if part.by not in (*AFFECTED, None) or case.happened(part.when) is False:
                continue
            back = part.told_back
            if back is not None and back.happened is not False:
                continue
            if back is None and _was_theirs(case, part):
                continue
            says = (
                _("Those who said it have not been told what came of it.")
                if back is not None
                else _("It is not told whether those who said it heard what came of it.")
            )
            yield _made(
                case, document, "feedback", path, part.said or part.changed or "", says, None, days=_within(case, part)
            )  # fmt: skip
        elif (
            isinstance(part, Heard)
            and part.answer == "no"
            and not set(AFFECTED).isdisjoint(part.said_by or ())
            and (part.answered is None or part.answered.happened is False)
        ):
            says = _("People said that they were not heard, and nobody has answered them, as far as the file tells.")
            yield _made(case, document, "feedback", path, _("People were not heard"), says, None)


def _was_theirs(case: Case, said: Said) -> bool:
    """Whether those who said it led that part of the work: what came of it they did themselves, and nobody owes them word of it."""
    spans = case.stage(said.stage) if said.stage else None
    return bool(spans) and all(span.role == "led" for span in spans or ())


def _within(case: Case, said: Said) -> tuple[dt.date, dt.date] | None:
    """By when people are told, where the file says within how many days, and when it was said."""
    feedback = case.at("influence.feedback")
    days = case.days(said.when)
    within = None if feedback is None else feedback.within_days
    if within is None or days is None or days[1] >= FAR_OFF:
        return None
    most = within.high if within.high is not None else within.low
    if not 0 < most < 3660:
        return None
    return days[0] if days[0] > dt.date.min else days[1], days[1] + dt.timedelta(days=most)


def _doors(case: Case, document: Document, rubric: Rubric) -> Iterator[Due]:
    """What can be changed until a day, and not after it."""
    titles: dict[str, str] = {s.id: s.title for s in rubric.stages}
    closed, work = closed_stages(case), work_stages(case)
    by_day: dict[Path, tuple[list[str], str, Dates]] = {}
    for stage, (words, path, when) in open_doors(case).items():
        if stage in work and stage not in closed:
            by_day.setdefault(path, ([], words, when))[0].append(stage)
    for path, (stages, words, when) in by_day.items():
        names = ", ".join(titles[stage] for stage in stages)
        yield _made(
            case, document, "door", path, names, _("People can still be given a part in this, {words}.", words=words), when,
            name=f"door {'.'.join(map(str, path))}",
        )  # fmt: skip


def without_words(one: Due) -> Due:
    """The same without words of the file: its place stands for what it is."""
    what = one.what if one.kind == "door" else one.path
    return Due(
        one.kind, one.path, what, one.says, one.by, one.since, "", "", one.state, one.file, one.path, one.line, one.column
    )  # fmt: skip
