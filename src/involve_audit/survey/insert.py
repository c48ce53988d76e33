"""Putting a view, or a seal, into the text of a project file; every other byte stays as it is.

The place is found from the events of the YAML parser. What was written is read back before it is handed on: if the
file does not say exactly what it said before, with the new part in it, nothing is written.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from involve_audit import load
from involve_audit.messages import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.messages import Path

_LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 _./-]*[A-Za-z0-9])?")
_BOM = b"\xef\xbb\xbf"


class CannotInsert(Exception):  # noqa: N818  (it says what is so, in the words of a message)
    """The file is written in a way in which nothing can be put into it without touching the rest."""


@dataclass
class _Node:
    """A part of the text.

    Attributes:
        kind: map, list or text.
        flow: whether it stands in brackets.
        start: line and column, from 0; of a block the first key or dash.
        end: where its last character ends.
    """

    kind: str
    flow: bool
    start: tuple[int, int]
    end: tuple[int, int]
    empty: bool = True
    key: str | None = field(default=None, repr=False)
    items: int = field(default=0, repr=False)


def _nodes(text: str) -> dict[Path, _Node]:
    """Every part of a text that has been read before, by its place; of list items also the blank ones."""
    found: dict[Path, _Node] = {}
    stack: list[tuple[Path, _Node]] = []
    event: Any
    for event in yaml.parse(text, Loader=_LOADER):
        start = (event.start_mark.line, event.start_mark.column)
        end = (event.end_mark.line, event.end_mark.column)
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            _, node = stack.pop()
            if node.flow:
                node.end = end
            if stack:
                stack[-1][1].end = node.end
            continue
        if not isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.ScalarEvent)):
            continue
        above = stack[-1][1] if stack else None
        if above is not None:
            above.empty = False
            if above.kind == "map" and above.key is None:
                above.key = event.value if isinstance(event, yaml.ScalarEvent) else ""
                above.end = end
                continue
        path: Path = ()
        if above is not None and above.kind == "map":
            path, above.key = (*stack[-1][0], above.key or ""), None
        elif above is not None:
            path = (*stack[-1][0], above.items)
            above.items += 1
        if isinstance(event, yaml.ScalarEvent):
            found[path] = _Node("text", flow=False, start=start, end=end, empty=start == end)
            if above is not None:
                above.end = max(above.end, end)
            continue
        kind = "map" if isinstance(event, yaml.MappingStartEvent) else "list"
        node = _Node(kind, bool(event.flow_style), start, end)
        found[path] = node
        stack.append((path, node))
    return found


class _Text:
    """The text of a file as lines, with insertions by line and column."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[str] = _LINE.findall(text)
        breaks = re.findall(r"\r\n|\r|\n", text)
        self.newline = max(("\n", "\r\n", "\r"), key=breaks.count) if breaks else "\n"
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))

    def offset(self, place: tuple[int, int]) -> int:
        line, column = place
        return self.starts[min(line, len(self.lines))] + (column if line < len(self.lines) else 0)

    def with_lines(self, number: int, lines: list[str]) -> str:
        """The text with whole lines in front of the line of this number."""
        at = self.starts[min(number, len(self.lines))]
        before = self.text[:at]
        if before and not before.endswith(("\n", "\r")):
            before += self.newline
        return before + "".join(line + self.newline for line in lines) + self.text[at:]

    def after(self, end: tuple[int, int], column: int) -> int:
        """The line behind a block that ends here; comments that are indented deeper than it belong to it."""
        line = end[0] if end[0] < len(self.lines) and not self.lines[end[0]][: end[1]].strip() else end[0] + 1
        while line < len(self.lines):
            content = self.lines[line].lstrip(" ")
            if not content.startswith("#") or len(self.lines[line]) - len(content) <= column:
                break
            line += 1
        return line


# --- writing values --------------------------------------------------------------------------------


def scalar(value: str) -> str:
    """A text as it may stand anywhere in YAML."""
    return value if _PLAIN.fullmatch(value) and value.lower() != "null" else json.dumps(value, ensure_ascii=False)


def flow(value: Any) -> str:
    """A value in one line, in brackets where it has parts."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(k)}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(v) for v in value) + "]"
    return scalar(value)


def block(value: dict[str, Any], column: int) -> list[str]:
    """Keys and what is below them, one a line; the innermost groups stay in one line."""
    lines = []
    for key, told in value.items():
        lead = " " * column + f"{scalar(key)}:"
        if isinstance(told, dict) and key == "sealed":
            lines += [lead, *block(told, column + 2)]
        elif isinstance(told, dict):
            lines += [lead, *(f"{' ' * (column + 2)}{scalar(k)}: {flow(v)}" for k, v in told.items())]
        elif isinstance(told, list) and told:
            lines += [lead, *(f"{' ' * (column + 2)}- {flow(v)}" for v in told)]
        else:
            lines.append(f"{lead} {flow(told)}")
    return lines


def item(value: dict[str, Any], column: int) -> list[str]:
    """A group of keys as an item of a list whose dashes stand in this column."""
    lines = block(value, column + 2)
    lines[0] = " " * column + "- " + lines[0][column + 2 :]
    return lines


# --- a view ----------------------------------------------------------------------------------------


def views_in(tree: dict[str, Any]) -> list[Any]:
    """The views of a file as a list, however they are written."""
    told = tree.get("views")
    if isinstance(told, dict) and told.keys() & {"entries", "complete"}:
        told = told.get("entries")
    if isinstance(told, dict):
        return [told]
    return told if isinstance(told, list) else []


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
    return _first_that_fits(data, name, _views_grown, view, (_rest(before), [*views_in(before), view]))


def _first_that_fits(data: bytes, name: str, grow: Any, value: dict[str, Any], expected: Any) -> bytes:
    bom = _BOM if data.startswith(_BOM) else b""
    # Some line breaks that no editor knows are blanks to the loader; they are one character as well.
    original = data[len(bom) :].decode("utf-8")
    # Where the last line has no line break, a text that ends there gets one.
    open_end = not original.endswith(("\n", "\r"))
    for candidate in grow(load.decode(data, name), original, value):
        grown: bytes = bom + candidate.encode("utf-8")
        try:
            tree = load.read(grown, name).tree
        except InputError:
            continue
        if _told((_rest(tree), views_in(tree)), open_end=open_end) == _told(expected, open_end=open_end):
            return grown
    raise CannotInsert(
        f"{name} is written in a way in which nothing can be put into it without touching the rest; "
        "put the block in by hand (--dry-run prints it)"
    )


def _told(value: Any, *, open_end: bool) -> Any:
    """What a file says; with an open end, without the line breaks at the end of its texts."""
    if not open_end:
        return value
    if isinstance(value, dict):
        return {k: _told(v, open_end=True) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return tuple(_told(v, open_end=True) for v in value)
    return value.rstrip("\n") if isinstance(value, str) else value


def _views_grown(text: str, original: str, view: dict[str, Any]) -> Iterator[str]:
    """Texts in which the view may stand where it belongs; the first that reads back rightly is taken."""
    nodes, page = _nodes(text), _Text(original)
    root = nodes.get(())
    if root is None or root.kind != "map":
        return
    path: Path = ("views",)
    if path not in nodes:
        if root.flow:
            yield from _into_flow(page, root, f"views: [{flow(view)}]")
            return
        column = root.start[1]
        lines = [" " * column + "views:", *item(view, column + 2)]
        end = len(page.lines)
        for blank in ([""], []) if page.text.strip() else ([],):
            yield page.with_lines(end, [*blank, *lines])
        return
    if nodes[path].kind == "map" and (*path, "entries") in nodes:
        path = (*path, "entries")
    yield from _list_grown(page, nodes, path, view, in_flow=any(nodes[path[:n]].flow for n in range(len(path))))


def _list_grown(
    page: _Text, nodes: dict[Path, _Node], path: Path, view: dict[str, Any], *, in_flow: bool
) -> Iterator[str]:
    node = nodes[path]
    parent = nodes[path[:-1]]
    start, end = page.offset(node.start), page.offset(node.end)
    if node.kind == "text" or (node.flow and node.empty):
        # `none`, `[]`, or a key with nothing behind it: the word gives way to the view.
        if in_flow:
            blank = " " if page.text[start - 1 : start] == ":" else ""
            yield page.text[:start] + f"{blank}[{flow(view)}]" + page.text[end:]
            return
        line, column = node.start[0], parent.start[1]
        cut = _Text(page.text[:start] + page.text[end:])
        # The value may stand in a line below its key.
        yield cut.with_lines(line + 1, item(view, column + 2))
    elif node.flow:
        added = flow(view)
        if node.kind == "map":
            yield f"{page.text[:start]}[{page.text[start:end]}, {added}]{page.text[end:]}"
        else:
            yield from _into_flow(page, node, added)
    elif node.kind == "list":
        column = node.start[1]
        yield page.with_lines(page.after(node.end, column), item(view, column))
    else:
        # A lone view: a dash in the two blanks in front of its first key makes it the first item of a list.
        column = node.start[1] - 2
        if column >= parent.start[1] and page.text[start - 2 : start] == "  ":
            grown = _Text(page.text[: start - 2] + "- " + page.text[start:])
            yield grown.with_lines(grown.after(node.end, column), item(view, column))


def _into_flow(page: _Text, node: _Node, added: str) -> Iterator[str]:
    """Something more in front of the closing bracket; with a comma, or where one stands there already, without."""
    at = page.offset(node.end) - 1
    for comma in (", ", " "):
        yield page.text[:at] + ("" if node.empty else comma) + added + page.text[at:]


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
    index = _with_blank_items(data, name, path)
    return _first_that_fits(
        data, name, lambda text, original, value: _view_grown(text, original, index, value), seal, (whole, views)
    )


def _with_blank_items(data: bytes, name: str, path: Path) -> Path:
    """A place as the parser counts it: the loader leaves list items out that are blank."""
    if not path or not isinstance(path[-1], int):
        return path
    nodes = _nodes(load.decode(data, name))
    real = [n for n in range(nodes[path[:-1]].items) if not nodes[(*path[:-1], n)].empty]
    return (*path[:-1], real[path[-1]])


def _view_grown(text: str, original: str, path: Path, seal: dict[str, Any]) -> Iterator[str]:
    page = _Text(original)
    node = _nodes(text)[path]
    if node.flow:
        yield from _into_flow(page, node, f"sealed: {flow(seal)}")
        return
    column = node.start[1]
    yield page.with_lines(page.after(node.end, column - 1), block({"sealed": seal}, column))
