"""The lines of the project file that a report refers to: each is quoted once, at the end, and named elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.render import words
from involve_audit.render.blocks import QuotedLine, QuotedLines, Run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from involve_audit.results.audit import Evidence

MOST = 8
"""So many lines are named in one place; the rest are counted."""


class Quoted:
    """Collects the lines that a report names."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._found: dict[tuple[int, str], Evidence] = {}
        self._names: dict[tuple[int, str], str] = {}

    def named(self, because: Iterable[Evidence], *, most: int = MOST) -> tuple[Run, ...]:
        """`lines 12, 40 and 3 more`, each a link to its quotation; nothing where there are none."""
        lines: dict[int, list[Evidence]] = {}
        for one in sorted(because, key=lambda b: b.line):
            lines.setdefault(one.line, []).append(one)
        shown = list(lines)[:most]
        runs: list[Run] = [Run(_("lines ") if len(lines) > 1 else _("line "))] if shown else []
        for n, line in enumerate(shown):
            for one in lines[line]:
                self._keep((line, one.path), one)
            last = n == len(shown) - 1 == len(lines) - 1
            runs += [Run(_(" and ") if last else ", ")] if n else []
            runs.append(Run(str(line), to=self._names[line, lines[line][0].path]))
        if len(lines) > len(shown):
            runs.append(Run(_(" and {number} more", number=len(lines) - len(shown))))
        return tuple(runs)

    def after(self, because: Iterable[Evidence], *, most: int = MOST) -> tuple[Run, ...]:
        """The same in brackets, behind a sentence."""
        runs = self.named(because, most=most)
        return (Run(" ("), *runs, Run(")")) if runs else ()

    def _keep(self, key: tuple[int, str], line: Evidence) -> None:
        if key not in self._found:
            # Several places may stand in one line; a path is text of a file, and names nothing on a page.
            before = sum(number == key[0] for number, __ in self._found)
            self._names[key] = f"{self._prefix}line-{key[0]}" + (f"-{before + 1}" if before else "")
            self._found[key] = line

    def quoted(self) -> tuple[QuotedLines, ...]:
        """The lines that were named, in the order of the file; nothing where there are none."""
        made = tuple(
            QuotedLine(self._names[key], _("Line {key}", key=key[0]), words.line_says(self._found[key]))
            for key in sorted(self._found)
        )
        return (QuotedLines(made),) if made else ()
