"""What the model says of a place: one walk through it, for whatever shows or asks for an answer by its place.

The other way, from a place of the model to where a file writes it, is no walk through the model alone: it hangs on how the file is
written. `Document.true_path` finds it for messages, where the nearest will do; `interview.writing.in_the_file` for an answer that is to be
put there, and also says what must be written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args, get_origin

from involve_audit.project.fields import Told, annotation, is_part, without_none
from involve_audit.project.model import Project
from involve_audit.project.practice import Listing
from involve_audit.wording.messages import NEW

if TYPE_CHECKING:
    from involve_audit.wording.messages import Path


@dataclass(frozen=True)
class Declared:
    """What the model says of a place.

    Attributes:
        owner: the part that asks for it.
        name: the key there.
        kind: what kind of answer it is; None where nobody can tell.
        place: the same place, as the model names it.
    """

    owner: type[Told]
    name: str
    kind: Any
    place: Path


def declared(place: Path) -> Declared | None:
    """What the model says of a place of a file, however that is written; None where it says nothing."""
    kind: Any = Project
    owner: type[Told] = Project
    name = ""
    kept: list[str | int] = []
    for step in place:
        numbered = isinstance(step, int) or step == NEW
        if is_part(kind) and issubclass(kind, Listing) and (numbered or step not in kind.questions):
            kept.append("entries")
            kind = annotation(kind, "entries")
        if get_origin(kind) is tuple:
            if not numbered:
                kept.append(0)  # a lone entry
            kind = get_args(kind)[0]
            if numbered:
                kept.append(step)
                continue
        if is_part(kind) and step in kind.questions:
            owner, name, kind = kind, str(step), annotation(kind, str(step))
        elif get_origin(kind) is dict:
            kind, name = without_none(get_args(kind)[1]), str(step)
        else:
            return None
        kept.append(step)
    return Declared(owner, name, kind, tuple(kept))


def kind_at(place: Path) -> Any:
    """What kind of answer the model has at one of its own places; None where it has none, or names the place otherwise."""
    found = declared(place)
    return found.kind if found is not None and found.place == place else None
