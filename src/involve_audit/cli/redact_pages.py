"""Comparisons and courses without people's words, for logs that others read.

Which of their fields may hold words of a project file stands here, and nowhere else; a test asks it of every field.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from involve_audit.cli.redact import LEFT_OUT, NOTE, place, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from involve_audit.results.comparison import Comparison, Course
    from involve_audit.rubric.model import LoadedRubric

Result = TypeVar("Result", bound="Comparison | Course")

SAVED_NOTE = (
    "A saved audit does not tell which words in it are people's own. So what findings and the verdict say in sentences is left out here; their "
    "names and states stay."
)


def _by_kind(**kinds: str) -> dict[str, str]:
    return {field: kind for kind, names in kinds.items() for field in names.split()}


FIELDS = {
    "Tool": _by_kind(ours="name version"),
    "RubricStamp": _by_kind(ours="id version title sha256 differs"),
    "Steps": _by_kind(ours="low high"),
    "Place": _by_kind(ours="file", place="path"),
    "Side": _by_kind(ours="file revision date date_is phase verdict", title="title", sentence="says"),
    "PromiseFound": _by_kind(
        ours="outcome asks", name="id", sentence="what due says moved_from moved_to", change="differs"
    ),
    "NewPromise": _by_kind(name="id", sentence="what due"),
    "WordChange": _by_kind(ours="id title before after how"),
    "StepsChange": _by_kind(ours="id title how"),
    "RangeChange": _by_kind(ours="id title how"),
    "FindingChange": _by_kind(ours="rule title level state", sentence="says"),
    "FactChange": _by_kind(ours="name question theme", sentence="before after"),
    "Comparison": _by_kind(ours="notes schema_version", sentence="worse"),
    "Version": _by_kind(ours="revision date file state verdict title phase", reason="says"),
    "Tracked": _by_kind(
        ours="first first_date outcome asks last last_date", name="id", sentence="what due says", change="moves"
    ),
    "Course": _by_kind(ours="file date notes schema_version", title="title"),
}
"""What each text of a result may hold, by class and field.

ours: words of the tool, the rubric, git and the command line, which stay; so do names of files. title: a text of the
file alone. sentence: one of the tool, perhaps with words of the file in it. change: such a sentence that may close with
a name, before and after it was reworded, cut where it is long. place: a place in the file. name: the same by names, and
no two promises share one. reason: why a file could not be read, with a place in brackets.
"""


def without_excerpts(
    found: Result, trees: Iterable[object], rubric: LoadedRubric | None, *, saved: bool = False
) -> Result:
    """A result that names lines and places of the files, and holds none of their words.

    Args:
        found: what was found.
        trees: what the project files hold, as plain dicts, lists and texts.
        rubric: by what they were judged, whose sentences stay; None where that is not known.
        saved: whether a side is a saved audit with people's words in it, of which nobody can tell which these are.
    """
    from involve_audit.results.comparison import Comparison
    from involve_audit.schema import vocabulary

    # Then every sentence that may hold some is taken out whole, also where another one repeats it.
    sentences = (
        [found.before.says, found.after.says, *(f.says for f in found.findings)]
        if saved and isinstance(found, Comparison)
        else []
    )
    words = words_of([*trees, sentences], rubric, _is_a_day)
    known = vocabulary()
    ids: dict[str, int] = {}

    def name(text: str) -> str:
        short = re.sub(rf"{LEFT_OUT}(?:[.\[\]]*{LEFT_OUT})+", LEFT_OUT, place(text, known))
        ids[short] = ids.get(short, 0) + 1
        return short if ids[short] == 1 else f"{short} ({ids[short]})"

    def change(text: str) -> str:
        return words.left_out(re.sub(r"\bwords: .*", f"words: {LEFT_OUT}", text, flags=re.DOTALL))

    def reason(text: str) -> str:
        return re.sub(r"\((.*)\)", lambda where: f"({place(where[1], known)})", text, flags=re.DOTALL)

    by_kind: dict[str, Callable[[str], str]] = {
        "ours": str, "title": lambda _: "", "sentence": words.left_out, "change": change, "place": lambda text: place(text, known), "name": name, "reason": reason,
    }  # fmt: skip

    def bare(value: Any, kind: str = "sentence") -> Any:
        if isinstance(value, str):
            return by_kind[kind](value)
        if isinstance(value, tuple):
            return tuple(bare(one, kind) for one in value)
        if not is_dataclass(value) or isinstance(value, type):
            return value
        # A field that nobody has sorted in may hold words.
        kinds = FIELDS.get(type(value).__name__, {})
        return replace(
            value, **{f.name: bare(getattr(value, f.name), kinds.get(f.name, "sentence")) for f in fields(value)}
        )

    told: Result = bare(found)
    return replace(told, notes=(*told.notes, NOTE, *([SAVED_NOTE] if saved else [])))


def _is_a_day(text: str) -> bool:
    """Whether a text only says when, which is nobody's own word: `June 2026`, `before the design stage`."""
    from involve_audit.project.practice import STAGES
    from involve_audit.project.values import read_dates

    try:
        when = read_dates(text)
    except ValueError:
        return False
    return when.stage in STAGES or (when.stage is None and when.names_a_time)
