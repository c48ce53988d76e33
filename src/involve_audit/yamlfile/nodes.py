"""The parts of a text that has been read, each where it begins and ends: where something can be put in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from involve_audit.yamlfile.libyaml import yaml
from involve_audit.yamlfile.reader import NOTHING, events

if TYPE_CHECKING:
    from involve_audit.wording.messages import Path

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")


@dataclass
class Node:
    """A part of the text.

    Attributes:
        kind: map, list or text.
        flow: whether it stands in brackets.
        start: line and column, from 0; of a block the first key or dash.
        end: where its last character ends.
        empty: whether it holds nothing.
        items: of a list, how many items tell something; the reader leaves out the others.
    """

    kind: str
    flow: bool
    start: tuple[int, int]
    end: tuple[int, int]
    empty: bool = True
    key: str | None = field(default=None, repr=False)
    items: int = field(default=0, repr=False)


def nodes_of(text: str) -> dict[Path, Node]:
    """Every part of a text that has been read before, by its place as the reader counts it.

    Reading itself does not note all this: a check asks for no end of anything, and is quicker without.
    """
    found: dict[Path, Node] = {}
    stack: list[tuple[Path, Node]] = []
    event: Any
    path: Path
    for event in events(text):
        start = (event.start_mark.line, event.start_mark.column)
        end = (event.end_mark.line, event.end_mark.column)
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            path, node = stack.pop()
            if node.flow:
                node.end = end
            if stack:
                around = stack[-1][1]
                around.end = node.end
                if around.kind == node.kind == "list" and not (node.empty or node.items):
                    # It has only blank items, and is left out by the reader.
                    del found[path]
                    around.items -= 1
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
        if isinstance(event, yaml.ScalarEvent) and above is not None:
            above.end = max(above.end, end)
            if above.kind == "list" and not event.style and event.value in NOTHING:
                continue
        path = ()
        if above is not None and above.kind == "map":
            path, above.key = (*stack[-1][0], above.key or ""), None
        elif above is not None:
            path = (*stack[-1][0], above.items)
            above.items += 1
        if isinstance(event, yaml.ScalarEvent):
            found[path] = Node("text", flow=False, start=start, end=end, empty=start == end)
            continue
        kind = "map" if isinstance(event, yaml.MappingStartEvent) else "list"
        node = Node(kind, bool(event.flow_style), start, end)
        found[path] = node
        stack.append((path, node))
    return found


class FileLines:
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
        """How many characters stand in front of a place."""
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
