"""Comparisons and courses without people's words, for logs that others read."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING, Any, TypeVar

from involve_audit.cli.redact import NOTE, bare
from involve_audit.wording.file_words import LEFT_OUT, marked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.results.comparison import Comparison, Course
    from involve_audit.rubric.model import LoadedRubric

Result = TypeVar("Result", bound="Comparison | Course")

SAVED_NOTE = (
    "A saved audit does not tell which words in it are people's own. So what findings and the verdict say in sentences is left out here; their "
    "names and states stay."
)


def without_excerpts(found: Result, *, saved: bool = False) -> Result:
    """A result that names lines and places of the files, and holds none of their words.

    Args:
        found: what was found in files that are marked (`redact.marked`).
        saved: whether a side is an audit that was saved with people's words in it.
    """
    told: Any = bare(found)
    ids: dict[str, int] = {}
    told = replace(
        told,
        notes=(*told.notes, NOTE, *([SAVED_NOTE] if saved else [])),
        **{
            part: tuple(replace(one, id=_name(one.id, ids)) for one in getattr(told, part))
            for part in ("promises", "new_promises")
            if hasattr(told, part)
        },
        **{part: replace(getattr(told, part), title="") for part in ("before", "after") if hasattr(told, part)},
        **({"title": ""} if hasattr(told, "title") else {}),
    )
    result: Result = told
    return result


def _name(place: str, ids: dict[str, int]) -> str:
    """A place by names without the names, so that no two promises share one."""
    short = re.sub(rf"{LEFT_OUT}(?:[.\[\] ]*{LEFT_OUT})+", LEFT_OUT, place)
    ids[short] = ids.get(short, 0) + 1
    return short if ids[short] == 1 else f"{short} ({ids[short]})"


def with_marked_sentences(found: Comparison, rubric: LoadedRubric | None) -> Comparison:
    """A comparison with a saved audit in which each sentence that may hold people's words is marked as a whole.

    Nobody can tell which of its words these are.

    Args:
        found: the comparison.
        rubric: by what both sides were judged, where it is known: its own sentences stay.
    """
    ours = frozenset(_texts(rubric))
    told = {found.before.says, found.after.says, *(one.says for one in found.findings)}
    doubtful = sorted(filter(None, told - ours), key=len, reverse=True)

    def changed(text: str) -> str:
        return reduce(lambda text, says: text.replace(says, marked(says)), doubtful, text)

    return replace(
        found,
        before=replace(found.before, says=changed(found.before.says)),
        after=replace(found.after, says=changed(found.after.says)),
        findings=tuple(replace(one, says=changed(one.says)) for one in found.findings),
        worse=tuple(map(changed, found.worse)),
    )


def _texts(value: object) -> Iterator[str]:
    """All texts of a rubric."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts(inner)
    elif hasattr(value, "__dict__"):
        yield from _texts(vars(value))
