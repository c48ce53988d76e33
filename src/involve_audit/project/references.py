"""Whether what the file refers to is there: rooms, sources, stages; and dates and counts that cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.load import hint
from involve_audit.project.fields import Path, Told
from involve_audit.project.practice import STAGES, Practice
from involve_audit.project.values import Count, Dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.project.model import Project


def walk(part: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every part and value of a project, with its path, in the order of the file."""
    yield path, part
    if isinstance(part, Told):
        for key, value in vars(part).items():
            yield from walk(value, (*path, key))
    elif isinstance(part, tuple):
        for n, value in enumerate(part):
            yield from walk(value, (*path, n))
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from walk(value, (*path, key))


def broken_references(project: Project) -> Iterator[tuple[Path, str]]:
    """What the file refers to and does not hold, and what cannot be, with its place."""
    rooms, sources = tuple(project.rooms or ()), tuple(project.sources or ())
    stages = project.stages
    work_has = stages.work_has if stages else None
    for path, value in walk(project):
        last = path[-1] if path else ""
        if isinstance(value, Dates) and value.stage is not None and value.stage not in STAGES:
            yield path, f"'{value.stage}' is not a stage; {hint(value.stage, STAGES)}"
        elif last == "source" and isinstance(value, tuple):
            for name in value:
                if name not in sources:
                    yield path, f"'{name}' is not under `sources`; {_named(name, sources, 'sources')}"
        elif last == "room" and isinstance(value, str) and value not in rooms:
            yield path, f"'{value}' is not under `rooms`; {_named(value, rooms, 'rooms')}"
        elif last == "rooms" and isinstance(value, tuple):
            for name in value:
                if name not in rooms:
                    yield path, f"'{name}' is not under `rooms`; {_named(name, rooms, 'rooms')}"
        elif last == "stage" and work_has is not None and isinstance(value, str) and value not in work_has:
            yield path, f"the work has no stage '{value}': `stages.work_has` lists {', '.join(work_has) or 'none'}"
        if isinstance(value, Practice):
            yield from _impossible(value, path)
    if stages is not None:
        named = [s for s in STAGES if stages.spans(s) is not None]
        for stage in named:
            if work_has is not None and stage not in work_has:
                yield ("stages", stage), f"the work has no stage '{stage}': `stages.work_has` lists {', '.join(work_has)}"
        if stages.answer == "none" and named:
            yield ("stages", named[0]), "`none` says that nobody is involved in any stage, so no stage can be told"
    views = project.views.entries if project.views else None
    for n, view in enumerate(views or ()):
        if view.asked and view.answered and view.asked.high is not None and view.answered.low > view.asked.high:
            yield ("views", "entries", n, "answered"), "more answered than were asked"
        for principle, opinion in (view.by_principle or {}).items():
            low = sum(c.low for c in (opinion.agree, opinion.disagree, opinion.unsure) if isinstance(c, Count))
            if view.answered and view.answered.high is not None and low > view.answered.high:
                yield (
                    ("views", "entries", n, "by_principle", principle),
                    f"{low} answers stand here, but only {view.answered.text} people answered",
                )
            if opinion.most is None and opinion.agree is None and opinion.disagree is None:
                yield (
                    ("views", "entries", n, "by_principle", principle),
                    "write how many agree and how many disagree, or 'most agree', 'most disagree', 'split'",
                )


def _named(name: str, there: tuple[str, ...], section: str) -> str:
    return hint(name, there) if there else f"add it there: `{section}: {{{name}: …}}`"


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
