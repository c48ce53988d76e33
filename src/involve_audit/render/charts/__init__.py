"""Pictures of an audit, drawn from code: the ladder, the principles, the stages, the trail, the two sides, the rooms.

Each has a title, a description and the table behind it. What cannot be drawn is not there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.record import replace
from involve_audit.render import words
from involve_audit.render.charts import principles, rooms, rungs, sides, stages, trail
from involve_audit.render.charts.rooms import (
    LADDER_WORDS,
    LadderRow,
    chairs,
    chairs_of,
    flow,
    gaps_to_draw,
    ladder,
    ladder_rows,
)
from involve_audit.render.charts.svg import ALONE, STYLE, WIDTH, Picture, escaped, lines_of, width_of

if TYPE_CHECKING:
    from involve_audit.results.audit import Audit

__all__ = [
    "ALONE", "LADDER_WORDS", "STYLE", "WIDTH", "LadderRow", "Picture", "chairs", "chairs_of", "escaped", "flow",
    "gaps_to_draw", "ladder", "ladder_rows", "lines_of", "named", "of", "of_rooms", "one", "width_of",
]  # fmt: skip

_DRAWN = {
    "ladder": rungs.drawn,
    "principles": principles.drawn,
    "stages": stages.drawn,
    "trail": trail.drawn,
    "sides": sides.drawn,
}


def named(audit: Audit) -> dict[str, Picture]:
    """The pictures of the whole project, by name: ladder, principles, stages, trail, sides; without those that are empty."""
    found = {name: one(audit, name) for name in _DRAWN}
    return {name: picture for name, picture in found.items() if picture is not None}


def one(audit: Audit, name: str) -> Picture | None:
    """One of these pictures, by its name; None where it would be empty.

    Raises:
        KeyError: there is no such picture.
    """
    picture = _DRAWN[name](audit)
    return None if picture is None else replace(picture, foot=_foot(audit))


def of_rooms(audit: Audit) -> tuple[Picture, ...]:
    """The pictures of who is in the room, each with a name of its own."""
    return tuple(replace(picture, foot=_foot(audit)) for picture in rooms.of(audit.voices))


def of(audit: Audit) -> tuple[Picture, ...]:
    """Every picture of an audit, each with a name of its own."""
    return (*named(audit).values(), *of_rooms(audit))


def _foot(audit: Audit) -> str:
    """Where a picture comes from, for a file that is handed on without its report."""
    head = audit.project
    return words.sentences(
        s
        for s in (head.stamp, _("As of {day}: {titled}", day=words.day(audit.date), titled=words.titled(head)))
        if s.strip()
    )
