"""What became of a project between two dates, and its course over many: results that renderers show.

Like an `Audit`, these are frozen and hold all that a page may say, and nothing else. They hold no counts of people, no
change in who is in a room, and nothing of what fewer than five people answered: two dates side by side would show what
a single person did or said, though neither date alone does.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from involve_audit.results.audit import Range, RubricStamp, Steps, Tool

SCHEMA_VERSION = "1"

DELETED, BROKEN, LATE, IN_PART, MOVED, UNCLEAR, OPEN, KEPT = (
    "deleted", "broken", "late", "in part", "moved", "unclear", "open", "kept",
)  # fmt: skip
OUTCOMES = (DELETED, BROKEN, LATE, IN_PART, MOVED, UNCLEAR, OPEN, KEPT)
"""What may become of a promise, what most needs a word first.

deleted: its place is gone from the file, and nothing says what became of it. broken: it is told that it is not done, was
stopped or set aside. late: still planned, and its day has passed. in part: done otherwise than promised, or only part of
it is told. moved: still planned, for another day or
with other content. unclear: its place is there, and it is not told whether it was done.
open: still planned, and not due. kept: done, or going on.
"""


@dataclass(frozen=True)
class Place:
    """A place in a project file, without what stands there.

    Attributes:
        file: the file, as it was named.
        path: the place in words of the file: `stages.design`.
        line: counted from 1.
    """

    file: str
    path: str
    line: int


@dataclass(frozen=True)
class PromiseFound:
    """A promise of the earlier file, and what became of it.

    Attributes:
        id: the place by names, not by numbers: the same in both files as long as nobody renames it.
        what: what was promised, in words.
        due: when it was promised for, in the words of the file; empty where no day was told.
        outcome: one of `OUTCOMES`.
        says: what became of it, in a sentence.
        asks: a question for the group; empty where none is needed.
        moved_from: the earlier day, where the day was moved; else empty.
        moved_to: the later day, or empty where it was taken out.
        differs: what is otherwise than promised, each in words.
        before: where it stood in the earlier file.
        after: where it stands in the later file; None where it is gone.
    """

    id: str
    what: str
    due: str
    outcome: str
    says: str
    asks: str
    moved_from: str
    moved_to: str
    differs: tuple[str, ...]
    before: Place
    after: Place | None


@dataclass(frozen=True)
class Side:
    """One of the two sides.

    Attributes:
        file: the file, as it was named.
        revision: the short name of the commit; empty where it is a file.
        date: the day as of which it was judged.
        date_is: where that day comes from, in words.
        title: what the project calls itself.
        phase: idea, applying, funded, running, finished; empty where it is not told.
        verdict: the verdict, by its name.
        says: the verdict in a sentence.
    """

    file: str
    revision: str
    date: str
    date_is: str
    title: str
    phase: str
    verdict: str
    says: str


@dataclass(frozen=True)
class WordChange:
    """A word of the earlier and of the later side.

    Attributes:
        id: what it is the word of.
        title: the same in words.
        how: same, higher, lower, or changed, where the words have no order.
    """

    id: str
    title: str
    before: str
    after: str
    how: str


@dataclass(frozen=True)
class StepsChange:
    """A rung or role, low to high, on the two sides.

    Attributes:
        how: same, higher, lower, told more closely, told less closely, or changed.
    """

    id: str
    title: str
    before: Steps
    after: Steps
    how: str


@dataclass(frozen=True)
class RangeChange:
    """A level (0 to 3) or the mean of a principle (0 to 100), low to high, on the two sides.

    Attributes:
        how: same, higher, lower, told more closely, told less closely, changed, or not compared.
    """

    id: str
    title: str
    before: Range
    after: Range
    how: str


@dataclass(frozen=True)
class FindingChange:
    """A finding by its identity: kind and id of the rule.

    Attributes:
        state: new, gone, still there, or open (it cannot be told any more whether it is still so).
        level: error, warning or note, on the later side; on the earlier one where it is gone.
        holds: whether it is so; False where it is only not told.
    """

    rule: str
    title: str
    level: str
    state: str
    holds: bool
    says: str


@dataclass(frozen=True)
class FactChange:
    """A fact whose value is another one now.

    Attributes:
        name: as the rubric writes it.
        question: what it answers.
        theme: the principle or section that it belongs to, in words.
        before: the value in words; `not told` where it is unknown.
        after: the same.
    """

    name: str
    question: str
    theme: str
    before: str
    after: str


@dataclass(frozen=True)
class NewPromise:
    """A promise that only the later file holds."""

    id: str
    what: str
    due: str
    after: Place


@dataclass(frozen=True)
class Comparison:
    """What became of a project between two dates, by one rubric.

    Attributes:
        notes: what was not compared, and why; what else to know before reading on.
        promises: those of the earlier file; empty too where they cannot be read (see `promises_read`).
        promises_read: False for saved audits, which do not hold them.
        new_promises: those that only the later file holds.
        verdict: how the verdict changed.
        rung: the rung that is shown.
        label: whether the words fit.
        honesty: honesty, an axis of its own.
        stages: the role that is shown, stage by stage.
        principles: all principles.
        criteria: criteria whose level is another one now.
        gates: gates whose state is another one now.
        findings: new, gone and still there.
        facts: facts whose value is another one now; empty too for saved audits (see `facts_read`).
        facts_read: False for saved audits, which do not hold them.
        worse: what is lower or worse for certain, each in a sentence.
    """

    tool: Tool
    rubric: RubricStamp
    before: Side
    after: Side
    notes: tuple[str, ...]
    promises: tuple[PromiseFound, ...]
    promises_read: bool
    new_promises: tuple[NewPromise, ...]
    verdict: WordChange
    rung: StepsChange
    label: WordChange
    honesty: WordChange
    stages: tuple[StepsChange, ...]
    principles: tuple[RangeChange, ...]
    criteria: tuple[RangeChange, ...]
    gates: tuple[WordChange, ...]
    findings: tuple[FindingChange, ...]
    facts: tuple[FactChange, ...]
    facts_read: bool
    worse: tuple[str, ...]
    schema_version: str = field(default=SCHEMA_VERSION)


@dataclass(frozen=True)
class Version:
    """One version of a project file.

    Attributes:
        revision: the short name of the commit. Authors and subjects are left out: they may name people.
        date: the day of the commit.
        file: the name of the file at that time.
        state: read, unreadable, or gone (the file was deleted by this commit).
        says: why it could not be read; else empty.
        verdict: the verdict by its name; empty where it could not be read.
        title: the verdict in a few words.
        rung: the rung that is shown; None where it could not be read.
        phase: idea, applying, funded, running, finished; empty where it is not told.
        promises: how many promises stood open in this version.
    """

    revision: str
    date: str
    file: str
    state: str
    says: str
    verdict: str
    title: str
    rung: Steps | None
    phase: str
    promises: int


@dataclass(frozen=True)
class Tracked:
    """A promise over the course.

    Attributes:
        id: the place by names.
        what: what was promised.
        due: when it was promised for at last, in the words of the file.
        first: the short name of the commit that made the promise.
        first_date: the day of that commit.
        outcome: one of `OUTCOMES`, at last.
        says: what became of it, in a sentence.
        asks: a question for the group; may be empty.
        last: the commit by which it came so; empty where it is so as the file stands now.
        last_date: the day of that commit, or the day as of which the file was looked at.
        moves: each time that the plan was changed: `abc1234, 2025-02-01: from 2025-06 to 2026`.
    """

    id: str
    what: str
    due: str
    first: str
    first_date: str
    outcome: str
    says: str
    asks: str
    last: str
    last_date: str
    moves: tuple[str, ...]


@dataclass(frozen=True)
class Course:
    """The versions of a project file, each judged as of its own day by one rubric, and what became of its promises.

    Attributes:
        file: the file, as it was named.
        title: what the project calls itself at last.
        date: the day as of which the promises were looked at.
        notes: what is left out, and why.
        versions: from the oldest to the newest.
        promises: every promise that stood in one of them.
    """

    tool: Tool
    rubric: RubricStamp
    file: str
    title: str
    date: str
    notes: tuple[str, ...]
    versions: tuple[Version, ...]
    promises: tuple[Tracked, ...]
    schema_version: str = field(default=SCHEMA_VERSION)
