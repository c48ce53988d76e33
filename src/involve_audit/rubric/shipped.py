"""The rubrics that are shipped: where they stand, and a quick way to read one.

A rubric has thousands of lines, and reading them as YAML took longer than all the judging. So its tree, without the
examples, is kept beside it as JSON (`python -m involve_audit.generate` writes it), with the hash of the YAML: where
the hash does not match, the YAML is read.
"""
# `pathlib` would cost every run of `check` a good part of `python -c pass`.

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
    if not whole:
        found = _compiled(name, hashlib.sha256(data).hexdigest())
        if found is not None:
            return LoadedRubric(*found)
    return load_rubric(data, os.path.basename(path(name)))


def base(name: str, *, whole: bool = False) -> Base:
    """A shipped rubric as a tree, for another that extends it; with `whole` also its examples."""
    from involve_audit.rubric.extend import Base

    with open(path(name), "rb") as file:
        data = file.read()
    sha256 = hashlib.sha256(data).hexdigest()
    tree = None if whole else _tree(name, sha256)
    if tree is None:
        from involve_audit.load import read

        tree = read(data, os.path.basename(path(name)), "rubric").tree
    return Base(tree, sha256)


def _tree(name: str, sha256: str) -> dict[str, Any] | None:
    """The tree of a rubric as it was compiled, where it was compiled from the same bytes."""
    import json

    try:
        with open(os.path.join(COMPILED, f"{name}.json"), encoding="utf-8") as file:
            kept = json.load(file)
        tree: dict[str, Any] | None = kept["tree"] if kept["sha256"] == sha256 else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return tree


def _compiled(name: str, sha256: str) -> tuple[Rubric, str] | None:
    """The rubric as it was compiled, where it was compiled from the same bytes."""
    from involve_audit.project.fields import read_part
    from involve_audit.rubric.model import Rubric

    tree = _tree(name, sha256)
    if tree is None:
        return None
    problems: list[Any] = []
    rubric = read_part(Rubric, tree, (), lambda *problem: problems.append(problem))
    return None if problems else (rubric, sha256)


def compiled_text(data: bytes, name: str) -> str:
    """A rubric as it is kept for quick reading.

    Raises:
        InputError: it is not a rubric.
    """
    import json

    from involve_audit.rubric.model import load_rubric

    loaded = load_rubric(data, name)
    tree: dict[str, Any] = dict(loaded.document.tree) if loaded.document else {}
    for kind in ("criteria", "flags", "signs", "gates", "verdicts"):
        tree[kind] = [{**item, "examples": []} if "examples" in item else item for item in tree[kind]]
    return json.dumps({"sha256": loaded.sha256, "tree": tree}, ensure_ascii=False, separators=(",", ":")) + "\n"
