"""The texts of a rubric that people read: what a catalogue of another language holds of it.

A rubric is data, so its texts stand in no code: they are looked up as it is read, each whole. Its ids, the words that a
project calls its work, the facts of its conditions and the titles of what it cites stay as they are. A rubric of one's own
is written in one's own language; what no catalogue holds stays as it is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.project.fields import Told

if TYPE_CHECKING:
    from collections.abc import Callable

    from involve_audit.rubric.model import Rubric

TEXTS = frozenset({
    "title", "plain", "says", "asks", "asks_contributors", "why", "good", "step", "step_after", "question", "question_after", "lifts", "lifts_after",
    "about", "limits", "plain_limits",
})  # fmt: skip
"""The fields that hold a text for people, in whatever part of a rubric they stand."""
NOT_TEXTS = frozenset({"examples", "references", "labels", "gives", "when", "due_if", "applies_if", "themes"})
"""The fields below which nothing is a text for people, or what stands there is the title of a paper."""


def with_texts(rubric: Rubric, change: Callable[[str], str]) -> Rubric:
    """A rubric with every text for people changed.

    Args:
        rubric: the rubric.
        change: what is made of a text.
    """
    return _part(rubric, change)  # type: ignore[no-any-return]


def texts(rubric: Rubric) -> tuple[str, ...]:
    """Every text for people, once, in the order of the rubric."""
    found: dict[str, None] = {}

    def seen(text: str) -> str:
        found[text] = None
        return text

    with_texts(rubric, seen)
    return tuple(found)


def _part(part: Any, change: Callable[[str], str]) -> Any:
    changes = {
        name: _value(told, change, is_text=name in TEXTS or name == "sources")
        for name, told in vars(part).items()
        if name not in NOT_TEXTS and told is not None
    }
    changed = object.__new__(type(part))
    changed.__dict__.update(vars(part) | changes)
    return changed


def _value(told: Any, change: Callable[[str], str], *, is_text: bool) -> Any:
    if isinstance(told, str):
        return change(told) if is_text and told else told
    if isinstance(told, (tuple, list)):
        return type(told)(_value(one, change, is_text=is_text) for one in told)
    if isinstance(told, dict):
        return {key: _value(one, change, is_text=is_text) for key, one in told.items()}
    return _part(told, change) if isinstance(told, Told) else told
