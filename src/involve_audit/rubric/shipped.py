"""The rubrics that are shipped: where they stand, and a quick way to read one.

A rubric has thousands of lines, and reading them as YAML took longer than all the judging. So two things are kept beside it as
JSON (`python -m involve_audit.generate` writes them), without the examples: the rubric as it was read and checked, and the tree
of its YAML for another that extends it. Both hold what tells the YAML from any other: where it has changed, the YAML is read.
"""
# `pathlib` would cost every run of `check` a good part of `python -c pass`.

from __future__ import annotations

import binascii
import os
from typing import TYPE_CHECKING, Any

from involve_audit.language import _, chosen

if TYPE_CHECKING:
    from collections.abc import Callable

    from involve_audit.rubric.extend import Base
    from involve_audit.rubric.model import LoadedRubric, Rubric

DEFAULT = "co-production"
"""The rubric that is used where none is named."""

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_CHECKOUT = os.path.dirname(os.path.dirname(HERE))
COMPILED = os.path.join(HERE, "compiled")


def folder(kind: str) -> str:
    """The folder of `rubrics` or `schemas`: inside the package where it was installed, else in the checkout."""
    inside = os.path.join(HERE, kind)
    return inside if os.path.isdir(inside) else os.path.join(_CHECKOUT, kind)


def names() -> tuple[str, ...]:
    """The names of the shipped rubrics."""
    try:
        return tuple(sorted(name[:-5] for name in os.listdir(folder("rubrics")) if name.endswith(".yaml")))
    except FileNotFoundError:
        return ()


def path(name: str) -> str:
    """Where a shipped rubric stands."""
    return os.path.join(folder("rubrics"), f"{name}.yaml")


def load(name: str = DEFAULT, *, whole: bool = False) -> LoadedRubric:
    """Read a shipped rubric; with `whole` also its examples and the places of everything in it.

    Raises:
        FileNotFoundError: there is no such rubric.
        InputError: it is not a rubric.
    """
    from involve_audit.rubric.model import LoadedRubric, load_rubric

    with open(path(name), "rb") as file:
        data = file.read()
    found = None if whole else _compiled(name, data)
    loaded = LoadedRubric(*found) if found is not None else load_rubric(data, os.path.basename(path(name)))
    if not chosen():
        return loaded
    from involve_audit.record import replace
    from involve_audit.rubric.texts import with_texts

    return replace(loaded, rubric=with_texts(loaded.rubric, _))


def base(name: str, *, whole: bool = False) -> Base:
    """A shipped rubric as a tree, for another that extends it; with `whole` also its examples."""
    from involve_audit.rubric.extend import Base

    with open(path(name), "rb") as file:
        data = file.read()
    found = None if whole else kept(f"{name}.json", data)
    if found is not None and isinstance(found["tree"], dict):
        return Base(found["tree"], found["sha256"])
    import hashlib

    from involve_audit.load import read

    return Base(read(data, os.path.basename(path(name)), "rubric").tree, hashlib.sha256(data).hexdigest())


def _stamp(data: bytes) -> str:
    """What tells the YAML that something was compiled from from any other; a hash of it would take a fortieth of a check."""
    return f"{len(data)}-{binascii.crc32(data):08x}"


def kept(file_name: str, data: bytes, hook: Callable[[dict[str, Any]], Any] | None = None) -> dict[str, Any] | None:
    """What was compiled, where it was compiled from the same bytes."""
    import json

    try:
        with open(os.path.join(COMPILED, file_name), encoding="utf-8") as file:
            found: dict[str, Any] = json.loads(file.read(), object_hook=hook)
        return found if found["from"] == _stamp(data) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _compiled(name: str, data: bytes) -> tuple[Rubric, str] | None:
    """The rubric as it was compiled, with the hash of its file; None where it was compiled from other bytes."""
    from involve_audit.rubric import model

    def made(told: dict[str, Any]) -> Any:
        kind = told.pop(_KIND, None)
        if kind is None:
            return told
        for key, value in told.items():
            if type(value) is list and key not in _TREES:
                told[key] = tuple(value)
        one = object.__new__(getattr(model, kind))
        object.__setattr__(one, "__dict__", told)
        return one

    found = kept(f"{name}.rubric.json", data, made)
    rubric = found.get("rubric") if found else None
    return (rubric, found["sha256"]) if found and isinstance(rubric, model.Rubric) else None


_KIND = "~"
"""The key under which it is kept of which class a part of a compiled rubric is; no part has a key of this name."""
_TREES = ("gives", "given")
"""Fields that hold a part of a project file as it is, where a list stays a list."""


def compiled(data: bytes, name: str) -> dict[str, str]:
    """What is kept of a rubric for quick reading, by what is put behind its name.

    Raises:
        InputError: it is not a rubric.
    """
    from involve_audit.project.fields import read_part
    from involve_audit.rubric.model import KINDS, Rubric, load_rubric

    loaded = load_rubric(data, name)
    tree: dict[str, Any] = dict(loaded.document.tree) if loaded.document else {}
    for kind in KINDS:
        tree[kind] = [{**item, "examples": []} if "examples" in item else item for item in tree[kind]]
    rubric = read_part(Rubric, tree, (), lambda *_problem: None)
    both = {".json": {"tree": tree}, ".rubric.json": {"rubric": _plain(rubric)}}
    return {ending: as_kept(data, sha256=loaded.sha256, **what) for ending, what in both.items()}


def as_kept(data: bytes, **what: Any) -> str:
    """What is compiled of some bytes, as `kept` finds it."""
    import json

    return json.dumps({"from": _stamp(data), **what}, ensure_ascii=False, separators=(",", ":")) + "\n"


def _plain(value: Any) -> Any:
    """A part of a rubric as JSON can hold it."""
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if value is None or isinstance(value, (str, int)):
        return value
    return {_KIND: type(value).__name__, **{key: _plain(one) for key, one in vars(value).items()}}
