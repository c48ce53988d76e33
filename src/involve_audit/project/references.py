"""Whether what the file refers to is there: rooms, sources, stages; and dates and counts that cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.messages import hint
from involve_audit.project.fields import Path, Told, quote
from involve_audit.project.practice import STAGES, Practice
from involve_audit.project.values import Count, Dates

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from involve_audit.project.model import Project
    from involve_audit.project.people import View


def walk(part: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every part and value of a project, with its path, in the order of the file."""
    waiting: list[tuple[Path, object]] = [(path, part)]
    while waiting:
        path, part = waiting.pop()
        yield path, part
        below: Iterable[tuple[str | int, object]]
        if isinstance(part, Told):
            below = vars(part).items()
        elif isinstance(part, tuple):
            below = enumerate(part)
        elif isinstance(part, dict):
            below = part.items()
        else:
            continue
        waiting += [((*path, key), value) for key, value in below][::-1]


def broken_references(project: Project, unread: Collection[str | int] = ()) -> Iterator[tuple[Path, str]]:
    """What the file refers to and does not hold, and what cannot be, with its place.

    `unread` names the sections that could not be read: what refers to them cannot be checked. What is None in
    a list could not be read either.
    """
    rooms = None if "rooms" in unread else dict.fromkeys(project.rooms or ())
    sources = None if "sources" in unread else dict.fromkeys(project.sources or ())
    stages = project.stages
    work_has = stages.work_has if stages else None
    for path, value in walk(project):
        last = path[-1] if path else ""
        if isinstance(value, Dates) and value.stage is not None:
            if value.stage not in STAGES:
                yield path, f"{quote(value.stage)} is not a stage; {hint(value.stage, STAGES)}"
            elif work_has is not None and value.stage not in work_has:
                yield path, _no_stage(value.stage, work_has)
        elif last == "source" and isinstance(value, tuple):
            yield from _missing(path, value, sources, "sources")
        elif last == "room" and isinstance(value, str):
            yield from _missing(path, (value,), rooms, "rooms")
        elif last == "rooms" and isinstance(value, tuple):
            yield from _missing(path, value, rooms, "rooms")
        elif last == "stage" and work_has is not None and isinstance(value, str) and value not in work_has:
            yield path, _no_stage(value, work_has)
        if isinstance(value, Practice):
            yield from _impossible(value, path)
    if stages is not None:
        named = [s for s in STAGES if stages.spans(s) is not None]
        for stage in named:
            if work_has is not None and stage not in work_has:
                yield ("stages", stage), _no_stage(stage, work_has)
        if stages.answer == "none" and named:
            yield ("stages", named[0]), "`none` says that nobody is involved in any stage, so no stage can be told"
    views = project.views.entries if project.views else None
    for n, view in enumerate(views or ()):
        if view is not None:
            yield from _miscounted(view, ("views", "entries", n))


def _missing(
    path: Path, names: tuple[Any, ...], there: dict[str, None] | None, section: str
) -> Iterator[tuple[Path, str]]:
    """The names that do not stand in a section, each with its place; nothing where the section is unread."""
    if there is None:
        return
    for n, name in enumerate(names):
        if isinstance(name, str) and name not in there:
            place = (*path, n) if path[-1] != "room" else path
            yield place, f"{quote(name)} is not under `{section}`; {_named(name, tuple(there), section)}"


def _no_stage(stage: str, work_has: tuple[str | None, ...]) -> str:
    listed = ", ".join(s for s in work_has if s) or "none"
    return f"the work has no stage '{stage}': `stages.work_has` lists {listed}"


def _miscounted(view: View, path: Path) -> Iterator[tuple[Path, str]]:
    """Answers that do not add up."""
    answered = view.answered
    if view.asked and answered and view.asked.high is not None and answered.low > view.asked.high:
        yield (*path, "answered"), f"more answered ({answered.text}) than were asked ({view.asked.text})"
    for principle, opinion in [(p, o) for p, o in (view.by_principle or {}).items() if o]:
        place = (*path, "by_principle", principle)
        low = sum(c.low for c in (opinion.agree, opinion.partly, opinion.disagree, opinion.unsure) if isinstance(c, Count))
        if answered and answered.high is not None and low > answered.high:
            yield place, f"{low} answers stand here, but only {answered.text} people answered"
        if opinion.most is None and opinion.agree is None and opinion.disagree is None:
            yield place, "write how many agree and how many disagree, or 'most agree', 'most disagree', 'split'"


def _named(name: str, there: tuple[str, ...], section: str) -> str:
    return hint(name, there) if there else f"add it there: `{section}: {{{quote(name)[1:-1]}: …}}`"


def _impossible(practice: Practice, path: Path) -> Iterator[tuple[Path, str]]:
    since, until = practice.since, practice.until
    if since and until and since.first and until.last and since.first > until.last:
        yield (*path, "until"), f"it ends ({until.text}) before it begins ({since.text})"
    contradicts = {"no": ("done", "ongoing", "stopped", "planned"), "yes": ("planned", "policy")}
    if practice.answer in contradicts and practice.status in contradicts[practice.answer]:
        yield (
            (*path, "status"),
            f"`answer: {practice.answer}` and `status: {practice.status}` contradict each other; keep the one that is true",
        )
