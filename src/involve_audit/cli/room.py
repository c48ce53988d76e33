"""`room`: from a private file to the part of the project file without counts, and on request a private page.

What is printed, and what goes to standard error, is the same for two private files that differ only in what is
hidden: nothing here depends on a count but the page, which is written for its owner alone.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from involve_audit.cli import files, outcome, page_output, redact, streams
from involve_audit.cli.declaring import shared, typer
from involve_audit.cli.options import known
from involve_audit.cli.outcome import Usage
from involve_audit.cli.reference import from_age, text_of
from involve_audit.cli.reference import of as reference_of
from involve_audit.language import _

if TYPE_CHECKING:
    from involve_audit.census.figures import ReferencePopulation
    from involve_audit.census.lists import CategoryList
    from involve_audit.project.model import Project
    from involve_audit.room_private.private import Private
    from involve_audit.room_private.room_entry import Parts, Size, Wish


@dataclass(frozen=True)
class RoomRequest:
    """What `room` was asked for; the options of the command line, one by one."""

    private: str
    project: str
    room: str
    of: str = "contributors"
    only_how_many: tuple[str, ...] = ()
    joined: int | None = None
    left: int | None = None
    categories: str | None = None
    statistics: bool = False
    references: tuple[str, ...] = ()
    ages: str = "16+"
    output: str | None = None


def command(
    private: Annotated[
        str,
        typer.Argument(
            metavar="PRIVATE.csv", help="Counts by group, or a roster of groups; no names.", show_default=False
        ),
    ],
    name: Annotated[
        str, typer.Option("--room", metavar="NAME", help="The room, by its name under `rooms`.", show_default=False)
    ],
    project: Annotated[str, typer.Option("--project", metavar="FILE", help="The project file.")] = "project.yaml",
    of: Annotated[
        str, typer.Option("--of", metavar="WHOM", help="Whose make-up it is: contributors or everyone.")
    ] = "contributors",
    only_how_many: Annotated[
        list[str] | None,
        typer.Option(
            "--only-how-many",
            metavar="CHARACTERISTIC",
            help="Name no group of it, only how many are there. Repeatable.",
            show_default=False,
        ),
    ] = None,
    joined: Annotated[
        int | None,
        typer.Option(
            "--joined",
            metavar="N",
            min=0,
            help="People who joined since the project file told this.",
            show_default=False,
        ),
    ] = None,
    left: Annotated[
        int | None, typer.Option("--left", metavar="N", min=0, help="People who left since then.", show_default=False)
    ] = None,
    categories: Annotated[
        str | None,
        typer.Option(
            "--categories",
            metavar="FILE",
            help="Lists of groups of your own (CSV: characteristic, category).",
            show_default=False,
        ),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Write a private page with counts and chances, for you alone.")
    ] = False,
    reference: Annotated[
        list[str] | None,
        typer.Option(
            "--reference",
            metavar="FILE|NAME",
            help="Whom to compare with; the first that tells a characteristic is used. Repeatable.",
            show_default=False,
        ),
    ] = None,
    ages: Annotated[str, typer.Option("--ages", metavar="AGES", help="The ages in the room: 16+, 18+, all.")] = "16+",
    output: Annotated[str | None, shared.page_output(more=" The private page.")] = None,
) -> int:
    """Tell who is in a room without counts, for the project file, from a private file that `check` and `report` never read.

    The private file is a CSV of counts (characteristic, category, count) or a roster (a column for each characteristic, a
    row for each person, no names). What may be said depends on the size of the room and the length of a list alone.
    """
    request = RoomRequest(
        private,
        project,
        name,
        of,
        tuple(only_how_many or ()),
        joined,
        left,
        categories,
        statistics,
        tuple(reference or ()),
        ages,
        output,
    )
    return room(request)


def room(request: RoomRequest) -> int:
    """Print the part without counts, and write the private page where one is asked for."""
    from involve_audit.room_private import room_entry

    known("of", request.of, ("contributors", "everyone"))
    kind, youngest = _kind(request), from_age(request.ages)
    try:
        project = _project(request.project)
        size = _size(project, request)
        lists = _lists(request.categories)
        private = _private(request, lists)
        references = tuple(reference_of(name) for name in request.references)
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None
    if not private.answers:
        raise Usage(_("{private}: it tells nothing of this room", private=files.shown(request.private)))
    if private.size is not None and not size.holds(private.size):
        raise Usage(
            _(
                "{private}: the answers do not add up to {size}, as {project} tells of this room. Count those who were not asked, or would rather not say, as well: only then does a group without anybody mean nobody",
                private=files.shown(request.private),
                size=_in_words(size),
                project=request.project,
            )
        )
    if size.low != size.high:
        streams.err(
            _(
                "{project} tells of {size} in this room. What may be said is worked out for {low}; with the exact number it may be more.",
                project=request.project,
                size=_in_words(size),
                low=size.low,
            )
        )
    wish = _wish(project, request, private)
    parts = room_entry.make(private, request.room, size, wish)
    _warn(request, project, parts)
    streams.out(
        _("# Below `voices:` in the project file. Then add to each part: how, when, agreed, held_by, delete_by.")
    )
    streams.out(room_entry.as_yaml(parts.made))
    if kind:
        _write_page(request, project, private, references, kind, youngest)
    return outcome.HOLDS


def _kind(request: RoomRequest) -> str:
    """The format of the private page; empty where none is asked for."""
    if not request.statistics:
        for option, told in (("--output", request.output), ("--reference", request.references)):
            if told:
                raise Usage(_("{option} belongs to the private page: add --statistics", option=option))
        return ""
    if request.output is None or request.output == files.STDIN:
        raise Usage(
            _("--statistics shows counts about people, so it is written to a file for you alone: add -o page.html")
        )
    (kind,) = page_output.asked(None, (request.output,), {}).kinds
    if not request.references:
        from involve_audit.census import shipped

        raise Usage(
            _(
                "compared with whom? Name a table of the people whom the work is for (--reference FILE), or a general population (--reference {names})",
                names="|".join(shipped.names()),
            )
        )
    return kind


def _project(name: str) -> Project:
    from involve_audit.load import read, read_project

    return read_project(read(files.read(name), files.shown(name)))


def _size(project: Project, request: RoomRequest) -> Size:
    """How many people the project file says are in the room."""
    from involve_audit.room_private.room_entry import public_size
    from involve_audit.wording.messages import hint

    rooms = project.rooms or {}
    if request.room not in rooms:
        there = hint(request.room, tuple(rooms)) if rooms else _("it tells of no room; add it under `rooms`")
        if rooms and redact.by_default():
            there = _("it tells of {many} by other names", many=len(rooms))
        raise Usage(
            _("{project}: there is no room '{room}'; {there}", project=request.project, room=request.room, there=there)
        )
    size = public_size(rooms[request.room], request.of)
    if size is None:
        raise Usage(
            _(
                "{project}: write how many contributors are in it (rooms.{room}.contributors); what may be said depends on that alone",
                project=request.project,
                room=request.room,
            )
        )
    return size


def _in_words(size: Size) -> str:
    if size.low == size.high:
        return _("{low} people", low=size.low) if size.low != 1 else _("one person")
    return (
        _("at least {low} people", low=size.low)
        if size.high is None
        else _("{low} to {high} people", low=size.low, high=size.high)
    )


def _lists(own: str | None) -> dict[str, CategoryList]:
    from involve_audit.census import shipped
    from involve_audit.census.lists import read_own_lists

    return {**shipped.lists(), **(read_own_lists(text_of(own), files.shown(own)) if own else {})}


def _private(request: RoomRequest, lists: dict[str, CategoryList]) -> Private:
    from involve_audit.room_private.private import read_private

    return read_private(text_of(request.private), files.shown(request.private), lists, request.room)


def _wish(project: Project, request: RoomRequest, private: Private) -> Wish:
    """What may be said, from what was told on the command line and from what stands in the project file."""
    from involve_audit.room_private import room_entry
    from involve_audit.wording.messages import hint

    told = room_entry.characteristics(private)
    for name in request.only_how_many:
        if name not in told:
            raise Usage(
                _("--only-how-many '{name}' is not in the private file; {hint}", name=name, hint=hint(name, told))
            )
    standing = tuple((project.voices.rooms if project.voices else None) or ())
    stands = [p for p in standing if p.room == request.room and p.characteristic in told and room_entry.tells(p)]
    if (request.joined is None) != (request.left is None):
        raise Usage(_("--joined and --left belong together: write 0 where nobody did"))
    if stands and request.joined is None:
        raise Usage(
            _(
                "{project} tells already who is in this room. Somebody who compares that with a new part may see who came or went. Say how many people joined and left since (--joined N --left N); below five, and below the length of a list, what stands there is kept",
                project=request.project,
            )
        )
    change = room_entry.RoomChange(request.joined, request.left or 0) if request.joined is not None else None
    return room_entry.Wish(request.of, request.only_how_many, change, standing)


def _warn(request: RoomRequest, project: Project, parts: Parts) -> None:
    """Say what the person should know. The words are the same whatever the counts are."""
    from involve_audit.room_private.room_entry import tells

    streams.err(
        _(
            "Before you paste this: do the people in the room agree? Where only one group is named and all answered, it says so of everybody."
        )
    )
    if parts.kept:
        streams.err(_("Kept as it stands, because few people joined or left: {kept}", kept=", ".join(parts.kept)))
    if project.voices and any(tells(p) and p.room != request.room for p in project.voices.rooms or ()):
        streams.err(
            _(
                "The file tells who is in other rooms too. If most of the same people sit in both, what differs points at the rest: leave one out."
            )
        )
    if request.private != files.STDIN:
        if _inside_git(request.private):
            streams.err(
                _(
                    "{private} lies inside a git repository. Move it out, so that it is never published by mistake.",
                    private=request.private,
                )
            )
        if os.name == "posix" and os.stat(request.private).st_mode & 0o077:
            streams.err(
                _(
                    "{private} can be read by other users of this computer; chmod 600 keeps it to you.",
                    private=request.private,
                )
            )


def _inside_git(name: str) -> bool:
    folder = os.path.dirname(os.path.realpath(name))
    while True:
        if os.path.exists(os.path.join(folder, ".git")):
            return True
        above = os.path.dirname(folder)
        if above == folder:
            return False
        folder = above


def _write_page(
    request: RoomRequest,
    project: Project,
    private: Private,
    references: tuple[ReferencePopulation, ...],
    kind: str,
    youngest: int | None,
) -> None:
    from involve_audit.room_private.private_page import page
    from involve_audit.room_private.statistics import compute

    matters = {m.group: m.why or "" for m in (project.voices.matters if project.voices else None) or () if m}
    named = project.rooms[request.room] if project.rooms else None
    title = (named.name if named else None) or request.room
    made = page(compute(private, references, youngest, matters), title)
    output = request.output or ""
    if os.path.realpath(output) in (os.path.realpath(request.private), os.path.realpath(request.project)):
        raise Usage(_("{output} is one of the files to read; give the page another name", output=output))
    try:
        files.write_all({output: made.data(kind)}, private=True)
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None
    streams.err(_("wrote {output}: private, for you alone", output=files.shown(output)))
    if _inside_git(output):
        streams.err(
            _(
                "{output} lies inside a git repository. Move it out, so that it is never published by mistake.",
                output=output,
            )
        )
