"""The audit as Markdown: tables and lists that GitHub, GitLab and CommonMark show alike, and no raw HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from involve_audit.render import charts, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit

_ANYWHERE = re.compile(r"[\\`*\[\]<|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=[#A-Za-z])")
_AT_START = re.compile(r"^([#+\-=>]|\d{1,9}(?=[.)](?:\s|$)))")


def escape(text: str) -> Markup:
    r"""Text that stays text wherever it stands: in a line, a list, a heading or the cell of a table.

    >>> print(escape("a | <b> *c*"))
    a \| \<b> \*c\*
    >>> print(escape("1. one"))
    1\. one
    """
    if isinstance(text, words.Unedited):
        return Markup("\n").join(_quoted(line) for line in _ends(words.as_said(text)))
    return Markup(_escaped(words.plain(text)))  # noqa: S704


def _escaped(text: str) -> str:
    text = _ANYWHERE.sub(r"\\\g<0>", text)
    return _AT_START.sub(lambda found: found[1] + "\\" if found[1].isdigit() else "\\" + found[1], text)


def _ends(lines: list[str]) -> list[tuple[str, bool]]:
    """Each line, and whether another one of the same paragraph follows."""
    return [(line, bool(line and after)) for line, after in zip(lines, [*lines[1:], ""], strict=True)]


def _quoted(line_and_more: tuple[str, bool]) -> Markup:
    line, more = line_and_more
    return Markup(f"> {_escaped(words.plain(line))}{chr(92) if more else ''}".rstrip())  # noqa: S704


def bar(low: float, high: float, cells: int = 10) -> str:
    """A bar of characters: solid up to the low end, shaded up to the high end."""
    solid, reach = words.cells(low, high, cells)
    return "█" * solid + "▒" * (reach - solid) + "·" * (cells - reach)


def render(audits: Sequence[Audit], problems: Sequence[NotAudited] = ()) -> str:
    """One document for all audits; with several, each is a section. What could not be audited stands at the end."""
    # Jinja is imported here: formats that only escape do without it.
    from involve_audit.render.page import environment

    made = environment(escape)
    made.globals.update(bar=bar, pictures=charts)
    return tidied(made.get_template("report.md").render(audits=tuple(audits), problems=tuple(problems)))


def tidied(text: str) -> str:
    """A document without the blanks and empty lines that templates leave."""
    text = re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"
