"""What two files say alike, what only one of them says, and where they differ, place by place.

Files are walked by the declared format, so `plan: planned` and `plan: {status: planned}` say the same, a lone entry is a list of
one, and the entries of a list are paired by their names as `compare` pairs them. With the file that both began from, what only
one of them changed is a change, and only what both changed otherwise is a difference.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from involve_audit.compare.pairs import ALIKE, NAMES, name_of, partners
from involve_audit.language import _
from involve_audit.merge.other_names import as_written, other_names, under_first_keys
from involve_audit.project.fields import Told, annotation, is_part, read_value, tidy, without_none
from involve_audit.project.model import Project
from involve_audit.project.people import Stage
from involve_audit.project.practice import Listing
from involve_audit.project.values import Count, Dates
from involve_audit.wording.messages import NEW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.wording.messages import Path

_NOT_THERE = ("no", "none", "never", "false", "nobody", "unknown")
"""Answers that say of a practice that there is none, or that nobody knows: nothing told of it can stand beside them."""
_BESIDE = {"answer", "source", "note", "disputed"}


@dataclass(frozen=True)
class Difference:
    """One place where two files do not say the same.

    Attributes:
        kind: `first` or `second`: only this file says it (with a base: only this one changed it). `differs`: both say something else.
        place: the place in the model of the first file; its end is `NEW` where an entry would be one more.
        second_place: the place in the model of the second file, or of its nearest part that is there.
        first: what the first file says there, as it is written; None where it says nothing.
        second: what the second file says there.
        base: what the file says that both began from; None without one, or where that says nothing.
        words: whether it is a list of plain words, which can be kept both.
        why: why it is a difference, where that cannot be seen from both values.
    """

    kind: Literal["first", "second", "differs"]
    place: Path
    second_place: Path
    first: Any
    second: Any
    base: Any = None
    words: bool = False
    why: str = ""


def differences(first: dict[str, Any], second: dict[str, Any], base: dict[str, Any] | None = None) -> list[Difference]:
    """Every place where two project files do not say the same, in the order of the first file.

    Args:
        first: the tree of the first file, which has been read without a problem.
        second: the tree of the second.
        base: the tree of the file that both began from; None where they were filled in apart.
    """
    if base is not None:
        return list(_Walk(three=True).part(Project, first, second, base, (), ()))
    names = other_names(first, second)
    found = _Walk(three=False).part(Project, first, under_first_keys(second, names), None, (), ())
    return [replace(one, second_place=as_written(one.second_place, names)) for one in found] if names else list(found)


def _nothing(*_: Any) -> None:
    """Files are read before they are merged: no problem is left to be told."""


def alike(kind: Any, one: Any, other: Any) -> bool:
    """Whether two values, as they are written, say the same."""
    if one == other:
        return True
    if one is None or other is None:
        return False
    return _same(read_value(kind, one, (), _nothing), read_value(kind, other, (), _nothing))


def _same(one: Any, other: Any) -> bool:
    """Whether two answers, as they were read, say the same, in whichever words: `six` is 6, and plain words have no order."""
    if one == other:
        return True
    if isinstance(one, Count) and isinstance(other, Count):
        return one.low == one.high == other.low == other.high
    if isinstance(one, Dates) and isinstance(other, Dates):
        return one.first is not None and all(getattr(one, k) == getattr(other, k) for k in _OF_DATES)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return all(isinstance(w, str) for w in (*one, *other)) and sorted(one) == sorted(other)
    return False


_OF_DATES = ("first", "last", "happened", "relation", "stage", "mark", "months")
"""What a date says; its text is how it is written."""


def _group(kind: Any, node: Any) -> dict[str, Any] | None:
    """A value as keys with something below them; None where it is one answer as a whole."""
    if get_origin(kind) is dict:
        return node if isinstance(node, dict) and node else None
    if not is_part(kind) or node is None or node == []:
        return None
    if kind is Project and isinstance(node, dict):
        return node
    try:
        found = kind.short(node)
    except ValueError:
        return None
    if not isinstance(found, dict):
        return None
    if isinstance(node, str) and (issubclass(kind, Listing) or tidy(found.get("answer")) in _NOT_THERE):
        return None
    return found


def _entries(kind: Any, node: Any) -> list[Any] | None:
    """A value as a list of entries; None where it is none."""
    if get_origin(kind) is not tuple or not is_part(get_args(kind)[0]):
        return None
    if isinstance(node, dict):
        return [node]
    return node if isinstance(node, list) and node else None


def _is_words(kind: Any) -> bool:
    """Whether a kind is a list of plain words."""
    while hasattr(kind, "__metadata__"):
        kind = kind.__origin__
    return get_origin(kind) is tuple and not is_part(get_args(kind)[0])


def _denies(kind: Any, one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether one says that there is none, or that nobody knows, of what the other tells something of."""
    asked = is_part(kind) and "answer" in kind.questions
    return asked and tidy(one.get("answer")) in _NOT_THERE and "answer" not in other and bool(other.keys() - _BESIDE)


class _Walk:
    """One comparison, with a third file or without."""

    def __init__(self, *, three: bool) -> None:
        self.three = three

    def part(
        self, kind: Any, one: Any, other: Any, base: Any, place: Path, second: Path, closed: str = ""
    ) -> Iterator[Difference]:
        """What differs at a place and below it.

        Args:
            kind: what stands there by the format.
            one: what the first file says; None where it says nothing.
            other: what the second file says.
            base: what the third file says.
            place: in the first file.
            second: in the second file.
            closed: why what only one file says cannot stand beside what the other says.
        """
        if (one is None and other is None) or alike(kind, one, other):
            return

        def found(which: Literal["first", "second", "differs"], why: str = "") -> Difference:
            return Difference(which, place, second, one, other, base, _is_words(kind), why)

        one_keys, other_keys = _group(kind, one), _group(kind, other)
        entries, other_entries = _entries(kind, one), _entries(kind, other)
        below = (one_keys is not None and other_keys is not None) or (entries is not None and other_entries is not None)
        if self.three and (same := self._by_base(kind, one, other, base)):
            # Below a group that both have, each place is looked at by itself: so every other byte stays.
            if not below:
                yield found(same)
                return
        elif one is None or other is None:
            if self.three or closed:
                yield found("differs", closed)
            else:
                yield found("first" if other is None else "second")
            return
        elif one_keys and other_keys and (_denies(kind, one_keys, other_keys) or _denies(kind, other_keys, one_keys)):
            yield found("differs", _("one file says that there is none, or that nobody knows"))
            return
        if one_keys is not None and other_keys is not None:
            yield from self._keys(kind, one_keys, other_keys, _group(kind, base) or {}, place, second)
        elif entries is not None and other_entries is not None:
            began = _entries(kind, base) or []
            yield from self._list(get_args(kind)[0], entries, other_entries, began, place, second, closed)
        else:
            yield found("differs")

    @staticmethod
    def _by_base(kind: Any, one: Any, other: Any, base: Any) -> Literal["first", "second"] | None:
        """Which of the two files alone changed what the third says."""
        if alike(kind, one, base):
            return "second"
        return "first" if alike(kind, other, base) else None

    def _keys(
        self, kind: Any, one: dict[str, Any], other: dict[str, Any], base: dict[str, Any], place: Path, second: Path
    ) -> Iterator[Difference]:
        closed = "" if self.three else _closed(one, other)
        for key in (*one, *(k for k in other if k not in one), *(k for k in base if k not in one and k not in other)):
            of = annotation(kind, key) if is_part(kind) else without_none(get_args(kind)[1])
            if key == "complete" and {tidy(one.get(key)), tidy(other.get(key))} <= {None, "no", "false"}:
                continue  # that there may be more is so where nothing is said
            why = closed if key not in ("complete", "source", "note", "disputed", "work_has") else ""
            yield from self.part(of, one.get(key), other.get(key), base.get(key), (*place, key), (*second, key), why)

    def _list(
        self, entry: Any, one: list[Any], other: list[Any], base: list[Any], place: Path, second: Path, closed: str
    ) -> Iterator[Difference]:
        """Entries are paired by what they are about, never by their number."""
        here, there, before = (_read(entry, values) for values in (one, other, base))
        pairs = paired(here, there)
        begun, begun_there = paired(here, before), paired(there, before)
        for n, value in enumerate(one):
            m = pairs.get(n)
            at = begun.get(n, begun_there.get(m) if m is not None else None)
            was = None if at is None else base[at]
            yield from self.part(
                entry, value, None if m is None else other[m], was, (*place, n), second if m is None else (*second, m), closed
            )  # fmt: skip
        for m, value in enumerate(other):
            if m not in pairs.values():
                at = begun_there.get(m)
                was = None if at is None else base[at]
                yield from self.part(entry, None, value, was, (*place, NEW), (*second, m), closed)


def _closed(one: dict[str, Any], other: dict[str, Any]) -> str:
    """Why nothing can be added from one list to the other: one of them says that it is complete."""
    first, second = (tidy(group.get("complete")) in ("yes", "true") for group in (one, other))
    if first and second:
        return _("the first and the second file says that the list is complete")
    if first:
        return _("the first file says that the list is complete")
    return _("the second file says that the list is complete") if second else ""


def _read(entry: Any, values: list[Any]) -> tuple[Any, ...]:
    return tuple(read_value(entry, value, (), _nothing) for value in values)


def paired(one: tuple[Any, ...], other: tuple[Any, ...]) -> dict[int, int]:
    """For each entry of a list its partner in the other one: by name, and by place only where nothing tells them apart."""
    sure = _by_name(one, other)
    rest = [n for n in range(len(one)) if n not in sure]
    taken = set(sure.values())
    others = [m for m in range(len(other)) if m not in taken]
    near = partners(tuple(one[n] for n in rest), tuple(other[m] for m in others))
    found = {**sure, **{rest[n]: others[m] for n, (m, __) in near.items()}}
    return {n: m for n, m in found.items() if _may_be_one(one[n], other[m])}


def _by_name(one: tuple[Any, ...], other: tuple[Any, ...]) -> dict[int, int]:
    """The entries whose name stands once in each list: comparing all with all takes long in a long log."""
    sides: list[dict[Any, int]] = []
    for entries in (one, other):
        names = [(type(entry), name_of(entry)) for entry in entries]
        counts = Counter(names)
        sides.append({name: n for n, name in enumerate(names) if counts[name] == 1 and any(name[1])})
    return {n: sides[1][name] for name, n in sides[0].items() if name in sides[1]}


def _may_be_one(one: Any, other: Any) -> bool:
    if isinstance(one, Stage) and isinstance(other, Stage):
        return one.who is None or other.who is None or one.who == other.who
    if type(one) in NAMES or not isinstance(one, Told):
        return True
    # What has no name of its own is told apart by what it cannot be without.
    return all(_similar(getattr(one, name), getattr(other, name)) for name in one.needed)


def _similar(one: Any, other: Any) -> bool:
    if not (isinstance(one, str) and isinstance(other, str)):
        return bool(one == other)
    return (
        bool(tidy(one) == tidy(other)) or SequenceMatcher(None, tidy(one), tidy(other), autojunk=False).ratio() >= ALIKE
    )
