"""Telling answers in the text of a file: from the places of the model to those of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args, get_origin

from involve_audit.language import _
from involve_audit.project.fields import Told, annotation, is_part, tidy, without_none
from involve_audit.project.model import Project
from involve_audit.project.people import Stage
from involve_audit.project.practice import Listing, names_entries
from involve_audit.wording.messages import NEW
from involve_audit.yamlfile.editing import CannotInsert, as_read, put, with_told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from involve_audit.interview.question import Place, Tells

_NOTHING = ("none", "no", "unknown")


def told(text: str, tells: Tells, name: str = "project.yaml", *, remark: str = "") -> str:
    """The text of a file in which something more is told; every other byte stays.

    Raises:
        InputError: the file cannot be read.
        CannotInsert: it is written in a way in which that cannot be put into it.
    """
    tree = as_read(text, name).tree
    for place, value in joined(tree, tells):
        where, what = in_the_file(tree, place, value)
        text = put(text, where, what, name, remark=remark)
        remark = ""  # it stands once
        tree = with_told(tree, where, what)
    return text


def laid_over(tree: dict[str, Any], tells: Tells) -> dict[str, Any]:
    """What a file would say; the given tree stays as it is.

    Raises:
        CannotInsert: it is written in a way in which that cannot be told.
    """
    for place, value in joined(tree, tells):
        where, what = in_the_file(tree, place, value)
        tree = with_told(tree, where, what)
    return tree


def joined(tree: dict[str, Any], tells: Tells) -> Tells:
    """The same answers, with those of one group that is begun with them put together, so that they are written at once."""
    found: list[tuple[Place, Any]] = []
    begun: dict[Place, int] = {}
    for place, value in tells:
        parent = place[:-1]
        if parent in begun:
            n = begun[parent]
            found[n] = (parent, {**found[n][1], place[-1]: value})
        elif len(parent) > 1 and isinstance(place[-1], str) and place[-1] != NEW and stands(tree, parent) is None:
            begun[parent] = len(found)
            found.append((parent, {place[-1]: value}))
        else:
            found.append((place, value))
    return tuple(found)


def stands(tree: Any, place: Place) -> Any:
    """What a file says at a place, however it is written; None where it says nothing there."""
    node = tree
    for step in place:
        if isinstance(node, dict):
            if step == "entries" and not names_entries(node):
                continue
            if isinstance(step, int):
                if step:
                    return None
                continue  # a lone entry
            node = node.get(step)
        elif isinstance(node, list):
            if step == "entries":
                continue
            if not isinstance(step, int) or step >= len(node):
                return None
            node = node[step]
        elif isinstance(node, str) and (step in ("entries", 0)):
            continue
        else:
            return None
    return node


def in_the_file(tree: dict[str, Any], place: Place, value: Any) -> tuple[Place, Any]:
    """Where an answer belongs as a file is written, and what is written there.

    The model knows `decisions.entries[0]` where the file may have `decisions[0]`, or a lone entry; and a file may say with one
    word what the model holds as a group, which then gives way to the group.

    Raises:
        CannotInsert: the file is written in a way in which that cannot be told.
    """
    node: Any = tree
    kind: Any = Project
    kept: list[str | int] = []
    steps = list(place)
    while steps:
        step = steps[0]
        origin = get_origin(kind)
        if origin is tuple:
            kind = get_args(kind)[0]
            if isinstance(node, list):
                if step == NEW or (isinstance(step, int) and step == len(node)):
                    return (*kept, NEW), _within(steps[1:], value)
                if not isinstance(step, int) or step > len(node):
                    raise CannotInsert(_("there is no such entry in the file"))
                node = node[step]
                kept.append(step)
                steps.pop(0)
            elif step == NEW or step != 0 or node is None or _is_nothing(node):
                return _one_more(kept, node, _within(steps[1:], value), kind)
            else:
                steps.pop(0)  # a lone entry
            continue
        if is_part(kind):
            if issubclass(kind, Listing) and step == "entries" and not names_entries(node):
                kind = annotation(kind, "entries")
                steps.pop(0)
                continue
            if node is not None and not isinstance(node, dict):
                return tuple(kept), _expanded(kind, node, steps, value)
            kind = annotation(kind, str(step))
        elif origin is dict:
            if _is_nothing(node):
                return tuple(kept), _within(steps, value)
            kind = without_none(get_args(kind)[1])
        else:
            raise CannotInsert(_("something else stands where this answer belongs"))
        node = node.get(step) if isinstance(node, dict) else None
        kept.append(step)
        steps.pop(0)
    if isinstance(value, dict) and is_part(kind) and isinstance(node, str):
        return tuple(kept), {**_short(kind, node), **value}
    return tuple(kept), value


def _within(steps: Iterable[str | int], value: Any) -> Any:
    for step in reversed(list(steps)):
        value = [value] if isinstance(step, int) or step == NEW else {step: value}
    return value


def _is_nothing(node: Any) -> bool:
    return node == [] or (isinstance(node, str) and tidy(node) in _NOTHING)


def _one_more(kept: list[str | int], node: Any, value: Any, kind: Any) -> tuple[Place, Any]:
    """One more entry of a list that the file does not write as a list."""
    if kind is Stage and (node is None or _is_nothing(node)):
        return tuple(kept), value  # the only role in a part of the work stands there alone
    if node is None or _is_nothing(node):
        return (*kept, NEW), value
    if isinstance(node, dict):
        return (*kept, NEW), value
    return tuple(kept), [node, value]


def _short(kind: type[Told], node: Any) -> dict[str, Any]:
    """What a word that stands for a group says with keys."""
    try:
        found = kind.short(node)
    except ValueError as error:
        raise CannotInsert(str(error)) from None
    if isinstance(found, dict):
        return dict(found)
    if isinstance(node, str) and tidy(node) == "unknown":
        return {}
    raise CannotInsert(_("something else stands where this answer belongs"))


def _expanded(kind: type[Told], node: Any, steps: list[str | int], value: Any) -> Any:
    """What a group says that was told with one word, and now tells more."""
    if isinstance(node, list):
        raise CannotInsert(_("the list would have to be written anew"))
    tree = _short(kind, node)
    if tree.get("answer") in ("no", "none", "unknown") and steps[0] not in ("answer", "source", "note"):
        tree.pop("answer", None)  # what is now told of it says that it is there
    step, *rest = steps
    return {**tree, step: _within(rest, value)} if not tree.get(str(step)) else {**tree, step: value}
