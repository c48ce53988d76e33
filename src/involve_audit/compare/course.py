"""The course of a project file over its versions, each judged as of its own day by one rubric."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from involve_audit import __version__
from involve_audit.assess import audit_project
from involve_audit.compare import disclosure_control
from involve_audit.compare.pairs import Pairs, identity
from involve_audit.compare.promises import ASKS, PromiseMade, PromiseOutcome, became, promises
from involve_audit.facts.case import Case
from involve_audit.language import _, ngettext
from involve_audit.load import read, read_project, with_marks
from involve_audit.results.audit import RubricStamp, Tool
from involve_audit.results.comparison import (
    DELETED,
    IN_PART,
    KEPT,
    LATE,
    MOVED,
    OPEN,
    OUTCOMES,
    UNCLEAR,
    Course,
    Tracked,
    Version,
)
from involve_audit.wording.file_words import marked_place
from involve_audit.wording.messages import InputError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Sequence

    from involve_audit.load import Document
    from involve_audit.rubric.model import LoadedRubric

_GOES_ON = (OPEN, MOVED, LATE, UNCLEAR)


@dataclass(frozen=True)
class Commit:
    """A commit that changed the file.

    Attributes:
        revision: its short name.
        date: its day.
        file: the name of the file at that time.
        data: what stood in the file; None where the commit deleted it.
        problem: why it could not be taken from the repository; else empty.
    """

    revision: str
    date: dt.date
    file: str
    data: bytes | None
    problem: str = ""


@dataclass
class _Read:
    """A version that could be read."""

    commit: Commit
    document: Document
    case: Case


@dataclass
class _Followed:
    """A promise that is followed.

    Attributes:
        made: the promise as it was last made.
        base: the version in which it was last made.
        origin: the promise as it was first made, and its version.
        first: the commit that made it.
        outcome: what was last seen of it.
        says: the same in a sentence.
        last: the commit by which it came so.
        moves: each time that the plan was changed.
    """

    made: PromiseMade
    base: Case
    first: Commit
    origin: tuple[PromiseMade, Case]
    outcome: str = OPEN
    says: str = ""
    last: Commit | None = None
    moves: list[str] = field(default_factory=list)

    def see(self, found: PromiseOutcome, commit: Commit) -> None:
        """Note what a version tells of it."""
        if found.outcome == OPEN and self.outcome == MOVED:
            return  # nothing new since it was changed
        if found.outcome != self.outcome or found.outcome == MOVED:
            self.last = commit
        self.outcome, self.says = found.outcome, found.says
        changed = (
            [_("from {moved_from} to {moved_to}", moved_from=found.moved_from, moved_to=found.moved_to or "no day")]
            if found.moved_from
            else []
        )
        if found.outcome in (MOVED, LATE):
            changed += found.differs
        if changed:
            self.moves.append(f"{commit.revision}, {commit.date.isoformat()}: {'; '.join(changed)}")


def course(
    name: str, commits: Sequence[Commit], rubric: LoadedRubric, as_of: dt.date, notes: Sequence[str] = (), *,
    stays: Collection[str] | None = None,
) -> Course:  # fmt: skip
    """Judge every version, and follow every promise from the version that made it.

    Versions that cannot be read are listed with the reason, and no promise is lost or kept by them.

    Args:
        name: the file, as it was named.
        commits: from the oldest to the newest.
        rubric: the one by which all of them are judged.
        as_of: the day as of which the promises are looked at in the end.
        notes: what was left out before.
        stays: words that are nobody's own; where they are given, all others of the files are marked (`load.with_marks`).
    """
    versions: list[tuple[Commit, _Read | None, str]] = []
    for commit in commits:
        found, says = _taken(commit, stays)
        versions.append((commit, found, says))
    readable = [r for __, r, ___ in versions if r is not None]
    held = frozenset[disclosure_control.Round]().union(
        *(disclosure_control.held_back(a.case, b.case) for a, b in pairwise(readable))
    )
    told = [disclosure_control.LEFT_OUT, *([disclosure_control.ROUNDS_LEFT_OUT] if held else []), *notes]
    loaded = rubric.rubric
    title = readable[-1].case.project.project.title if readable and readable[-1].case.project.project else None
    return Course(
        tool=Tool("involve-audit", __version__),
        rubric=RubricStamp(loaded.id, loaded.version, loaded.title, rubric.sha256),
        file=name,
        title=title or "(no title)",
        date=as_of.isoformat(),
        notes=tuple(told),
        versions=tuple(_version(commit, found, says, rubric, held) for commit, found, says in versions),
        promises=_follow([(c, r) for c, r, __ in versions], as_of),
    )


def _taken(commit: Commit, stays: Collection[str] | None) -> tuple[_Read | None, str]:
    if commit.data is None:
        return None, commit.problem
    try:
        document = read(commit.data, commit.file)
        document = document if stays is None else with_marks(document, stays)
        return _Read(commit, document, Case(read_project(document), commit.date)), ""
    except InputError as error:
        # Messages may repeat people's words, which stood in a public file once and perhaps no longer do.
        first = error.problems[0]
        many = len(error.problems)
        where = first.where if stays is None else marked_place(first.where, stays)
        where = f" ({where})" if where else ""
        return None, ngettext(
            "{many} problem, the first at line {line}{where}",
            "{many} problems, the first at line {line}{where}",
            many,
            many=many,
            line=first.line,
            where=where,
        )


def _version(
    commit: Commit, found: _Read | None, says: str, rubric: LoadedRubric, held: frozenset[disclosure_control.Round]
) -> Version:
    if found is None:
        gone = commit.data is None and not commit.problem
        return Version(
            commit.revision,
            commit.date.isoformat(),
            commit.file,
            "gone" if gone else "unreadable",
            says,
            "",
            "",
            None,
            "",
            0,
        )
    document = disclosure_control.without(found.document, found.case, held)
    project = found.case.project if document is found.document else read_project(document)
    audit = audit_project(document, project, rubric, commit.date, steps=False, lines="none")
    return Version(
        commit.revision, commit.date.isoformat(), commit.file, "read", "", audit.verdict.id, audit.verdict.title, audit.rung.shown,
        audit.project.phase, len(promises(found.case)),
    )  # fmt: skip


# --- promises --------------------------------------------------------------------------------------


def _follow(versions: Sequence[tuple[Commit, _Read | None]], as_of: dt.date) -> tuple[Tracked, ...]:
    """What became of every promise, from version to version, and as the file stands in the end."""
    followed: list[_Followed] = []
    settled: list[_Followed] = []
    last: _Read | None = None
    for commit, found in versions:
        if found is None and commit.data is None and not commit.problem:
            for promise in followed:
                promise.see(PromiseOutcome(DELETED, _("The whole file was deleted.")), commit)
            settled += followed
            followed, last = [], None
        if found is None:
            continue
        current = {m.id: m for m in promises(found.case)}
        still = []
        for promise in followed:
            seen = became(promise.made, Pairs(promise.base.project, found.case.project), found.case)
            if seen.outcome == KEPT:
                # A plan that was first made smaller, and then carried out, is held against what was promised at first.
                made, base = promise.origin
                at_first = became(made, Pairs(base.project, found.case.project), found.case)
                seen = at_first if at_first.outcome == IN_PART else seen
            promise.see(seen, commit)
            here = current.pop(identity(found.case.project, seen.path), None) if seen.path is not None else None
            if seen.outcome not in _GOES_ON:
                settled.append(promise)
                continue
            still.append(promise)
            if here is not None:
                # Its next change is counted from here.
                promise.made, promise.base = here, found.case
        for made in current.values():
            for gone in settled:
                if gone.made.id == made.id and gone.outcome == DELETED:
                    gone.says += _(
                        " It stands in the file again since {revision}, {isoformat}.",
                        revision=commit.revision,
                        isoformat=commit.date.isoformat(),
                    )
            still.append(_Followed(made, found.case, commit, (made, found.case)))
        followed, last = still, found
    if last is not None:
        _in_the_end(followed, Case(last.case.told, as_of))
    every = sorted((*settled, *followed), key=lambda p: OUTCOMES.index(p.outcome))
    return tuple(_tracked(p, as_of) for p in every)


def _in_the_end(followed: Sequence[_Followed], now: Case) -> None:
    """Look at what is still open as of the last day: nobody has to change a file for a promise to come late."""
    for promise in followed:
        if promise.base.project is not now.project:
            continue  # it is unclear since an earlier version, and stays so
        found = became(promise.made, Pairs(now.project, now.project), now)
        promise.outcome, promise.says = found.outcome, found.says
        if promise.moves and found.outcome == OPEN:
            times = len(promise.moves)
            promise.outcome, promise.says = (
                MOVED,
                (
                    _("It is still planned; the plan was changed once.")
                    if times == 1
                    else _("It is still planned; the plan was changed {times} times.", times=times)
                ),
            )
        elif found.outcome != MOVED:
            promise.last = None


def _tracked(promise: _Followed, as_of: dt.date) -> Tracked:
    made, last = promise.made, promise.last
    return Tracked(
        id=made.id,
        what=made.what,
        due=made.due.text if made.due is not None else "",
        first=promise.first.revision,
        first_date=promise.first.date.isoformat(),
        outcome=promise.outcome,
        says=promise.says,
        asks=ASKS[promise.outcome],
        last=last.revision if last is not None else "",
        last_date=(last.date if last is not None else as_of).isoformat(),
        moves=tuple(promise.moves),
    )
