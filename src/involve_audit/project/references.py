"""Whether what the file refers to is there: rooms, sources, stages; and dates and counts that cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.project.accounts import answers_in, is_from_published_text
from involve_audit.project.fields import Path, Told, theirs, tidy
from involve_audit.project.people import Finding
from involve_audit.project.practice import AFFECTED, STAGES, Practice, Section
from involve_audit.project.values import Count, Dates
from involve_audit.project.voices import ROOM_LISTS
from involve_audit.wording.file_words import marked, plain
from involve_audit.wording.messages import Wrong, hint, meant, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator, Mapping

    from involve_audit.project.model import Project
    from involve_audit.project.people import View
    from involve_audit.project.voices import RoomMakeUp


PROJECT_DATES = ("submission", "the start", "data collection", "the end")
"""Dates of the project by which another may be told, as a message names them."""


def walk(part: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every part and value of a project, with its path, in the order of the file."""
    waiting: list[tuple[Path, object]] = [(path, part)]
    while waiting:
        path, part = waiting.pop()
        yield path, part
        below: Iterable[tuple[str | int, object]]
        if isinstance(part, str):  # most are
            continue
        if isinstance(part, Told):
            below = vars(part).items()
        elif isinstance(part, tuple):
            below = enumerate(part)
        elif isinstance(part, dict):
            below = part.items()
        else:
            continue
        waiting += [((*path, key), value) for key, value in below][::-1]


def parts(project: Project, known: Container[int] = ()) -> list[tuple[Path, Told]]:
    """Every part of a project, with its path, in the order of the file: what `walk` gives, without the single values.

    Most of a file are single words, and whoever looks for parts need not be given a path for each of them. What is `known`,
    by its identity, is left out with all below it.
    """
    # One that notes where it is looked (`facts.reads`) is a class of its own, and is looked through each time.
    keeps = not known and type(project).__name__ == "Project"
    last, its_parts = _LAST[0]
    if keeps and last is project:
        return its_parts
    found: list[tuple[Path, Told]] = []
    _note_parts((), project, known, found)
    if keeps:
        _LAST[0] = project, found
    return found


_LAST: list[tuple[Project | None, list[tuple[Path, Told]]]] = [(None, [])]
"""The project that was looked through last, with its parts: whoever reads a file looks through it, and whoever judges it does so next."""


def _note_parts(path: Path, part: Any, known: Container[int], found: list[tuple[Path, Told]]) -> None:
    # As deep as the format is: a file cannot make it call itself further.
    if id(part) in known:
        return
    below: Iterable[tuple[str | int, Any]]
    if isinstance(part, Told):
        found.append((path, part))
        below = vars(part).items()
    else:
        below = part.items() if isinstance(part, dict) else enumerate(part)
    for key, value in below:
        kind = type(value)
        # Most are words, or lists of words.
        if kind is str or (kind is tuple and (not value or type(value[0]) is str)):
            continue
        # Of what is known nothing is called: a changed file knows thousands of entries, and one that it does not.
        if isinstance(value, (Told, tuple, dict)) and id(value) not in known:
            _note_parts((*path, key), value, known, found)


def broken_references(
    project: Project,
    unread: Collection[str | int] = (),
    known: Container[int] = (),
    named: Mapping[str, Collection[str] | None] | None = None,
) -> Iterator[tuple[Path, Wrong]]:
    """What the file refers to and does not hold, and what cannot be, with its place.

    `unread` names the sections that could not be read: what refers to them cannot be checked. What is None in
    a list could not be read either. What is `known`, by its identity, was looked through before; what can be referred to
    is then `named`, by section.
    """
    if named is None:
        named = {"rooms": project.rooms, "sources": project.sources, "organisations": project.organisations}
    rooms, sources, organisations = (
        None if name in unread else named.get(name) or () for name in ("rooms", "sources", "organisations")
    )
    stages = project.stages
    work_has = stages.work_has if stages else None
    for path, part in parts(project, known):
        for name, value in vars(part).items():
            kind = type(value)
            if kind is str:  # most are
                if name == "room":
                    yield from _missing((*path, name), (value,), rooms, "rooms")
                elif name == "stage" and work_has is not None and value not in work_has:
                    yield (*path, name), _no_stage(value, work_has)
            elif kind is Dates:
                if value.stage is None:
                    continue
                if value.stage not in STAGES:
                    where = (*STAGES, *PROJECT_DATES)
                    wrong = Wrong(
                        "{stage} is not a stage or a date of the project",
                        stage=theirs(value.stage), advice=hint(value.stage, where),
                    )  # fmt: skip
                    yield (*path, name), wrong
                elif work_has is not None and value.stage not in work_has:
                    yield (*path, name), _no_stage(value.stage, work_has)
            elif kind is tuple:
                if name == "source":
                    yield from _missing((*path, name), value, sources, "sources")
                elif name == "rooms":
                    yield from _missing((*path, name), value, rooms, "rooms")
                elif name == "organisations":
                    yield from _missing((*path, name), value, organisations, "organisations")
                elif name == "stages" and work_has is not None:
                    yield from (
                        ((*path, name, n), _no_stage(stage, work_has))
                        for n, stage in enumerate(value)
                        if stage and stage not in work_has
                    )
        if isinstance(part, Practice):
            yield from _impossible(part, path)
        elif isinstance(part, Section) and part.disputed:
            yield from _not_here(part, path)
        elif isinstance(part, Finding) and part.overturned_by:
            yield from _not_overturned(part, path)
    if stages is not None:
        told = [s for s in STAGES if stages.spans(s) is not None]
        for stage in told:
            if work_has is not None and stage not in work_has:
                yield ("stages", stage), _no_stage(stage, work_has)
        if stages.answer == "none" and told:
            yield (
                ("stages", told[0]),
                Wrong("`none` says that nobody is involved in any stage, so no stage can be told"),
            )
    filled = project.filled_in
    if filled is not None and filled.source and not is_from_published_text(project):
        yield (
            ("filled_in", "source"),
            Wrong(
                "one source for the whole file is for what was written from published text; write `written_from: published text`, or name the source at each answer"
            ),
        )
    yield from _in_rooms((project.voices.rooms if project.voices else None) or ())
    views = project.views.entries if project.views else None
    for n, view in enumerate(views or ()):
        if view is not None:
            yield from _miscounted(view, ("views", "entries", n))


def _in_rooms(parts: Iterable[RoomMakeUp | None]) -> Iterator[tuple[Path, Wrong]]:
    """What cannot be in what is told of who is in the rooms."""
    seen: dict[tuple[str, str], int] = {}
    for n, part in enumerate(parts):
        if part is None:
            continue
        path: Path = ("voices", "rooms", n)
        key = (part.room, tidy(part.characteristic))
        if None not in key and seen.setdefault(key, n) != n:
            wrong = Wrong(
                "{characteristic} stands here a second time for the room {room}; once is enough",
                characteristic=theirs(part.characteristic), room=theirs(part.room),
            )  # fmt: skip
            yield (*path, "characteristic"), wrong
        names: dict[str, str] = {}
        for field in ROOM_LISTS:
            for k, name in enumerate(getattr(part, field) or ()):
                other = names.setdefault(tidy(name), field) if isinstance(name, str) else field
                if other != field:
                    wrong = Wrong(
                        "{name} stands under `{other}` already; only one of the two can be so",
                        name=theirs(name), other=other,
                    )  # fmt: skip
                    yield (*path, field, k), wrong
        yield from _off_the_list(part, path)


def _off_the_list(part: RoomMakeUp, path: Path) -> Iterator[tuple[Path, Wrong]]:
    """Groups that are not on the list that the part names, where that is one of those that are shipped.

    A project may have lists of its own: a name that is not known here is theirs, unless it is a slip in one of ours.
    """
    if part.list is None:
        return
    from involve_audit.census.shipped import lists

    shipped = lists()
    name, _, version = plain(part.list).strip().partition(" ")
    known = shipped.get(name)
    if known is None:
        guess = nearest(name, shipped)
        if guess and shipped[guess].version == version.strip():
            wrong = Wrong(
                "{list} is not a list of groups here", list=theirs(part.list), advice=meant(shipped[guess].label)
            )
            yield (*path, "list"), wrong
        return
    if version.strip() not in ("", known.version):
        return
    for field in ROOM_LISTS:
        for k, group in enumerate(getattr(part, field) or ()):
            if isinstance(group, str) and not any(same(plain(group), each) for each in known.categories):
                found = known.find(group)
                wrong = Wrong(
                    "{group} is not on the list {list}",
                    group=theirs(group), list=known.label, advice=meant(found) if found else known.hint(group),
                )  # fmt: skip
                yield (*path, field, k), wrong


def same(one: str, other: str) -> bool:
    """Whether two names are the same, whatever their capitals, blanks and underscores."""
    return bool(tidy(one) == tidy(other))


def _missing(
    path: Path, names: tuple[Any, ...], there: Collection[str] | None, section: str
) -> Iterator[tuple[Path, Wrong]]:
    """The names that do not stand in a section, each with its place; nothing where the section is unread."""
    if there is None:
        return
    for n, name in enumerate(names):
        if isinstance(name, str) and name not in there:
            place = (*path, n) if path[-1] != "room" else path
            wrong = Wrong(
                "{name} is not under `{section}`",
                name=theirs(name), section=section, advice=_named(name, tuple(there), section),
            )  # fmt: skip
            yield place, wrong


def _no_stage(stage: str, work_has: tuple[str | None, ...]) -> Wrong:
    listed = tuple(s for s in work_has if s) or ("none",)
    return Wrong("the work has no stage '{stage}': `stages.work_has` lists {listed}", stage=stage, listed=listed)


def _miscounted(view: View, path: Path) -> Iterator[tuple[Path, Wrong]]:
    """Answers that do not add up."""
    answered = view.answered
    if view.asked and answered and view.asked.high is not None and answered.low > view.asked.high:
        wrong = Wrong(
            "more answered ({answered}) than were asked ({asked})",
            answered=marked(answered.text), asked=marked(view.asked.text),
        )  # fmt: skip
        yield (*path, "answered"), wrong
    for principle, opinion in [(p, o) for p, o in (view.by_principle or {}).items() if o]:
        place = (*path, "by_principle", principle)
        low = sum(
            c.low for c in (opinion.agree, opinion.partly, opinion.disagree, opinion.unsure) if isinstance(c, Count)
        )
        if answered and answered.high is not None and low > answered.high:
            wrong = Wrong(
                "{number} answers stand here, but only {answered} people answered",
                number=marked(str(low)), answered=marked(answered.text),
            )  # fmt: skip
            yield place, wrong
        if opinion.most is None and opinion.agree is None and opinion.disagree is None:
            wrong = Wrong("write how many agree and how many disagree, or 'most agree', 'most disagree', 'split'")
            yield place, wrong


def _named(name: str, there: tuple[str, ...], section: str) -> Wrong:
    if there:
        return hint(name, there, named=True)
    return Wrong("add it there: `{section}: {{{name}: …}}`", section=section, name=theirs(name)[1:-1])


def _not_overturned(finding: Finding, path: Path) -> Iterator[tuple[Path, Wrong]]:
    """What cannot have been overturned as it is told: people's own word, or before it was found."""
    if not {*AFFECTED, "organisation of people affected"}.isdisjoint(finding.by or ()):
        wrong = Wrong(
            "no court overturns people's own word; who sees it otherwise stands under `disputed: {by: …, says: …}`"
        )
        yield (*path, "overturned_by"), wrong
    for n, one in enumerate(finding.overturned_by or ()):
        found, later = finding.when, getattr(one, "when", None)
        if found and later and found.first and later.last and later.last < found.first:
            wrong = Wrong(
                "it is overturned ({later}) before it is found ({found})",
                later=marked(later.text), found=marked(found.text),
            )  # fmt: skip
            yield (*path, "overturned_by", n, "when"), wrong


def _not_here(section: Section, path: Path) -> Iterator[tuple[Path, Wrong]]:
    """Accounts of which it is not told which answer of a section they are about, or that are about none that stands directly there."""
    direct = answers_in(section)
    for n, account in enumerate(section.disputed or ()):
        place = (*path, "disputed", n)
        named = getattr(account, "about", None)
        for k, name in enumerate(named or ()):
            if isinstance(name, str) and name not in direct:
                advice = hint(name, direct) if direct else None
                if name in section.questions and vars(section).get(name) is not None:
                    advice = Wrong("write it under that part, which takes `disputed` of its own")
                wrong = Wrong(
                    "{name} is no answer that stands directly in this section", name=theirs(name), advice=advice
                )
                yield (*place, "about", k), wrong
        if not named and len(direct) != 1:
            wrong = (
                Wrong(
                    "several answers stand here; say which of them is told otherwise: `about: {one}`, or another of {all}",
                    one=direct[0], all=direct,
                )
                if direct
                else Wrong("no answer stands directly in this section; write it under the part that is told otherwise")
            )  # fmt: skip
            yield place, wrong


_CONTRADICTS = {"no": ("done", "ongoing", "stopped", "planned"), "yes": ("planned", "policy")}
"""For an answer, the states of a practice that cannot be so with it."""


def _impossible(practice: Practice, path: Path) -> Iterator[tuple[Path, Wrong]]:
    since, until = practice.since, practice.until
    if since and until and since.first and until.last and since.first > until.last:
        wrong = Wrong(
            "it ends ({until}) before it begins ({since})", until=marked(until.text), since=marked(since.text)
        )
        yield (*path, "until"), wrong
    if practice.status in _CONTRADICTS.get(practice.answer or "", ()):
        wrong = Wrong(
            "`answer: {answer}` and `status: {status}` contradict each other; keep the one that is true",
            answer=practice.answer, status=practice.status,
        )  # fmt: skip
        yield (*path, "status"), wrong
