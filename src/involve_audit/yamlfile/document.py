"""A file as plain dicts, lists and strings, with the place of everything in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.record import Record, made
from involve_audit.wording.messages import flow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from involve_audit.wording.messages import Path


class Document(Record, frozen=False):
    """A file as plain dicts, lists and strings, with the place of everything in it.

    Attributes:
        name: the name of the file, for messages.
        tree: what it holds. Keys and list items with nothing behind them are left out: they are *not told*.
        lines: its lines, for excerpts.
        marks: line and column, from 1, of each key and each list item.
        blank: the keys with nothing behind them.
    """

    name: str
    tree: dict[str, Any]
    lines: list[str]
    marks: Mapping[Path, tuple[int, int]] = made(factory=dict)
    blank: list[Path] = made(factory=list)

    def true_path(self, path: Path) -> Path:
        """The part of a model's path that stands in the file.

        The model knows `decisions.entries[0]` where the file may have `decisions[0]`, and a lone entry where
        the model has a list: such steps are left out. A path that is not there ends at its nearest ancestor.
        """
        node: Any = self.tree
        kept: list[str | int] = []
        for step in path:
            in_list = isinstance(node, list) and isinstance(step, int) and -1 < step < len(node)
            if in_list or (isinstance(node, dict) and step in node):
                node = node[step]
                kept.append(step)
            elif step != "entries" and (isinstance(step, str) or isinstance(node, list)):
                if isinstance(node, dict) and (*kept, step) in self.marks:
                    kept.append(step)  # a key with nothing behind it
                break
        return tuple(kept)

    def at(self, path: Path) -> tuple[int, int]:
        """Line and column, from 1, of a place or of its nearest ancestor."""
        path = self.true_path(path)
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks.get(path, (1, 1))

    def get(self, path: Path) -> Any:
        """The plain value at a place that stands in the file; None where nothing stands behind the key."""
        node: Any = self.tree
        for step in path:
            node = node.get(step) if isinstance(node, dict) else node[step]
        return node

    def says(self, path: Path, limit: int = 120, first: Collection[str] = ()) -> str:
        """The value at a place in one line, as a reader would quote it; where it must be cut, these keys stand first."""
        kept = self.true_path(path)
        value = self.get(kept)
        text = flow(value)
        if first and isinstance(value, dict) and len(text) > limit:
            ahead = sorted((key for key in value if key in first), key=lambda key: len(flow(value[key])))
            text = flow({key: value[key] for key in (*ahead, *value)})
        if kept and isinstance(kept[-1], str):
            text = f"{kept[-1]}: {text}".rstrip()
        return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def value_at(tree: Any, path: Path) -> Any:
    """What stands at a place of a tree; None where nothing does."""
    for step in path:
        if isinstance(tree, dict):
            tree = tree.get(step)
        elif isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree
