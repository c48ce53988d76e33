"""Putting a view, or a seal, into the text of a project file; every other byte stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit import load
from involve_audit.project.practice import entries_in
from involve_audit.yamlfile.editing import CannotInsert, first_that_fits, into_flow, list_grown
from involve_audit.yamlfile.nodes import FileLines, nodes_of
from involve_audit.yamlfile.written import block, flow, item

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from involve_audit.wording.messages import Path

__all__ = ["CannotInsert", "add_seal", "add_view", "block", "flow", "item", "views_in"]

# --- a view ----------------------------------------------------------------------------------------


def views_in(tree: dict[str, Any]) -> list[Any]:
    """The views of a file as a list, however they are written."""
    return entries_in(tree.get("views"))


def _rest(tree: dict[str, Any]) -> dict[str, Any]:
    told = tree.get("views")
    complete = told.get("complete") if isinstance(told, dict) else None
    return {**{k: v for k, v in tree.items() if k != "views"}, "complete views": complete}


def add_view(data: bytes, view: dict[str, Any], name: str = "project.yaml") -> bytes:
    """The bytes of a project file with one more view at the end of its `views`.

    Raises:
        InputError: the file cannot be read.
        CannotInsert: there is no place in it where the view can be put without touching the rest.
    """
    before = load.read(data, name).tree
    return _grown(
        data,
        name,
        lambda text, original: _views_grown(text, original, view),
        (_rest(before), [*views_in(before), view]),
    )


def _grown(
    data: bytes, name: str, candidates: Callable[[str, str], Iterable[str]], expected: tuple[Any, list[Any]]
) -> bytes:
    # What is no text is refused by the loader before.
    text = data.decode("utf-8")
    return first_that_fits(text, name, candidates, lambda tree: (_rest(tree), views_in(tree)), expected).encode("utf-8")


def _views_grown(text: str, original: str, view: dict[str, Any]) -> Iterator[str]:
    """Texts in which the view may stand where it belongs; the first that reads back rightly is taken."""
    nodes, page = nodes_of(text), FileLines(original)
    root = nodes.get(())
    if root is None or root.kind != "map":
        return
    path: Path = ("views",)
    if path not in nodes:
        if root.flow:
            yield from into_flow(page, root, f"views: [{flow(view)}]")
            return
        column = root.start[1]
        lines = [" " * column + "views:", *item(view, column + 2)]
        end = len(page.lines)
        for blank in ([""], []) if page.text.strip() else ([],):
            yield page.with_lines(end, [*blank, *lines])
        return
    if nodes[path].kind == "map" and (*path, "entries") in nodes:
        path = (*path, "entries")
    yield from list_grown(page, nodes, path, view, in_flow=any(nodes[path[:n]].flow for n in range(len(path))))


# --- a seal ----------------------------------------------------------------------------------------


def add_seal(data: bytes, path: Path, seal: dict[str, Any], name: str = "project.yaml") -> bytes:
    """The bytes of a project file with a seal at the end of one view.

    Args:
        data: the file.
        path: the place of the view in the file, as `Document.true_path` gives it.
        seal: what is written under `sealed`.
        name: the name of the file, for messages.

    Raises:
        InputError: the file cannot be read.
        CannotInsert: there is no place in it where the seal can be put without touching the rest.
    """
    document = load.read(data, name)
    whole, views = _rest(document.tree), views_in(document.tree)
    at = next(n for n, v in enumerate(views) if v is document.get(path))
    views[at] = {**views[at], "sealed": seal}
    return _grown(data, name, lambda text, original: _view_grown(text, original, path, seal), (whole, views))


def _view_grown(text: str, original: str, path: Path, seal: dict[str, Any]) -> Iterator[str]:
    page = FileLines(original)
    node = nodes_of(text)[path]
    if node.flow:
        yield from into_flow(page, node, f"sealed: {flow(seal)}")
        return
    column = node.start[1]
    yield page.with_lines(page.after(node.end, column - 1), block({"sealed": seal}, column))
