"""Which part of the later file is the same as one of the earlier file: by key and by name, never by number.

Lists are put in another order, and lines are written in between. So a room is found by its key, a missing group by its
name, a decision by its words; words that were slightly changed are found too, and said to have been changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from involve_audit.project.fields import Told, quote, tidy
from involve_audit.project.honesty import Limit
from involve_audit.project.influence import Heard, Reflection, Said
from involve_audit.project.model import Promise
from involve_audit.project.people import Finding, Stage, View
from involve_audit.project.power import Decision, Disagreement, Ended, Leader
from involve_audit.project.relationships import Learned
from involve_audit.project.reward import Line
from involve_audit.project.timing import Activity
from involve_audit.project.values import Count, Dates, Money, Period
from involve_audit.project.voices import Excluded, Matters, Missing
from involve_audit.wording.file_words import plain, reworded

if TYPE_CHECKING:
    from involve_audit.facts.answers import Path
    from involve_audit.project.model import Project

NAMES: dict[type[Told], tuple[str, ...]] = {
    Missing: ("group", "characteristic"), Excluded: ("group", "characteristic"), Matters: ("group", "characteristic"),
    Leader: ("role",), Decision: ("what",), Ended: ("what",), Disagreement: ("what",), Limit: ("what",),
    Promise: ("what",), Said: ("said",), Learned: ("what",), Activity: ("what",), Line: ("item",),
    Reflection: ("when",), View: ("of", "when"), Finding: ("by", "named", "when"), Heard: ("said_by", "when"),
}  # fmt: skip
"""By what the entries of a list are told apart. A stage's spans have no name: they are matched by what they say."""

ALIKE = 0.75
"""Two texts that are at least so alike (difflib's ratio) are one text that was reworded, where no other is the same."""


@dataclass(frozen=True)
class Partner:
    """What the earlier file's part is in the later file.

    Attributes:
        there: whether the later file has the place.
        part: what stands there.
        path: where.
        reworded: the name of the part in both files, where it was reworded; else empty.
        told_none: whether the later file says of the list that there is none.
    """

    there: bool
    part: Any = None
    path: Path = ()
    reworded: str = ""
    told_none: bool = False


class Pairs:
    """Two projects, part by part."""

    def __init__(self, before: Project, after: Project) -> None:
        self.before = before
        self.after = after
        self._lists: dict[Path, dict[int, tuple[int, str]]] = {}

    def partner(self, path: Path) -> Partner:
        """The part of the later project that is the same as the one at a place of the earlier project."""
        one: Any = self.before
        other: Any = self.after
        kept: list[str | int] = []
        reworded = ""
        for n, step in enumerate(path):
            if isinstance(one, tuple):
                if not isinstance(other, tuple):
                    return Partner(there=False)
                if path[:n] not in self._lists:
                    self._lists[path[:n]] = partners(one, other)
                found = self._lists[path[:n]].get(int(step))
                if found is None:
                    return Partner(there=False, told_none=not other)
                reworded = found[1] or reworded
                one, other = one[int(step)], other[found[0]]
                kept.append(found[0])
            elif isinstance(one, dict):
                if not isinstance(other, dict):
                    return Partner(there=False)
                key = step if step in other else _renamed(one, other, step)
                if key is None:
                    return Partner(there=False, told_none=not other)
                one, other = one[step], other[key]
                kept.append(key)
            else:
                one, other = getattr(one, str(step), None), getattr(other, str(step), None)
                kept.append(step)
            if other is None:
                return Partner(there=False)
        return Partner(True, other, tuple(kept), reworded)


def _renamed(one: dict[Any, Any], other: dict[Any, Any], key: Any) -> Any:
    """The new key of something that was given another key and kept its `name`."""
    name = getattr(one[key], "name", None)
    if not name:
        return None
    return next((k for k, v in other.items() if k not in one and same_text(getattr(v, "name", None), name)), None)


def same_text(one: object, other: object) -> bool:
    """Whether two texts are the same, whatever their capitals and blanks."""
    return bool(tidy(one) == tidy(other))


def name_of(part: object) -> tuple[str, ...]:
    """What tells an entry of a list apart from the others; empty where nothing does."""
    names = NAMES.get(type(part)) if isinstance(part, Told) else None
    return tuple(_text(getattr(part, name)) for name in names or ())


def _text(value: object) -> str:
    if isinstance(value, (Dates, Count, Money, Period)):
        value = value.text
    return tidy(value) if isinstance(value, str) else ""


def partners(before: tuple[Any, ...], after: tuple[Any, ...]) -> dict[int, tuple[int, str]]:
    """For each entry of a list its partner in the other one, with both names where it was reworded.

    Each has one partner at most: what stood there already is never taken for what was promised beside it.
    """
    found: dict[int, tuple[int, str]] = {}
    scored = sorted(
        (
            (-score, abs(n - m), n, m)
            for n, one in enumerate(before)
            for m, other in enumerate(after)
            if (score := _alike(one, other)) > 0
        ),
    )
    taken: set[int] = set()
    for _, _, n, m in scored:
        if n not in found and m not in taken:
            taken.add(m)
            one, other = name_of(before[n]), name_of(after[m])
            found[n] = (m, "" if one == other else f"{quote(_shown(before[n]))} → {quote(_shown(after[m]))}")
    return found


def _shown(part: Any) -> str:
    for name in NAMES.get(type(part), ()):
        value = getattr(part, name)
        if value is not None:
            return str(getattr(value, "text", value))
    return ""


def _alike(one: object, other: object) -> float:
    """How surely two entries are the same: nought where they are not."""
    if type(one) is not type(other):
        return 0
    if one == other:
        return 100
    if isinstance(one, Stage) and isinstance(other, Stage):
        return 1.0 + 4 * (one.role == other.role) + 3 * (one.status == other.status) + 3 * _overlap(one, other)
    if not isinstance(one, Told):
        return 0
    first, second = name_of(one), name_of(other)
    if not any(first) and not any(second):
        return 1
    if first == second:
        # Of several with one name, those that say the same of the rest.
        return 50 + len([k for k in one.questions if getattr(one, k) == getattr(other, k)]) / len(one.questions)
    if (
        first[1:] != second[1:]
        or not first[0]
        or not second[0]
        or type(one) in (Leader, View, Finding, Heard, Reflection)
    ):
        return 0
    matcher = SequenceMatcher(None, plain(first[0]), plain(second[0]), autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0  # upper bounds, which cost a tenth: long logs have many pairs
    ratio: float = matcher.ratio()
    return 10 * ratio if ratio >= ALIKE else 0


def _overlap(one: Stage, other: Stage) -> bool:
    a, b = one.when or one.since, other.when or other.since
    if a is None or b is None or a.first is None or b.first is None or a.last is None or b.last is None:
        return False
    return a.first <= b.last and b.first <= a.last


def identity(project: Project, path: Path) -> str:
    """A place by names, the same as long as nobody renames it: `voices.missing[young carers].action`."""
    here: Any = project
    text = ""
    for step in path:
        if isinstance(here, tuple):
            part = here[int(step)]
            if len(here) > 1 or not isinstance(part, Stage):
                name = (
                    " ".join(n for n in name_of(part) if n)
                    or (part.role if isinstance(part, Stage) else "")
                    or str(step)
                )
                alike = [
                    n
                    for n, other in enumerate(here)
                    if name_of(other) == name_of(part) and getattr(other, "role", None) == getattr(part, "role", None)
                ]
                number = f" {alike.index(int(step)) + 1}" if len(alike) > 1 else ""
                text += f"[{name if len(name) <= 60 else reworded(name, lambda whole: whole[:60])}{number}]"
            here = part
            continue
        here = here.get(step) if isinstance(here, dict) else getattr(here, str(step), None)
        if step != "entries":
            text += f".{step}" if text else str(step)
    return text
