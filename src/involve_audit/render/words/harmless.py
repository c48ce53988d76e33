"""Text from a file, made harmless to show."""

from __future__ import annotations

import re
from typing import Any

# Control characters, and marks that turn the reading direction of everything behind them. The marks that act on
# one spot only (U+200E, U+200F, U+061C) stay: Hebrew and Arabic need them.
_HARMFUL = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)


def _harmless(line: str) -> str:
    return line if line.isprintable() else re.sub(_HARMFUL, "\ufffd", line)


def plain(text: str) -> str:
    """Text from a file in one line, with nothing in it that could act on what stands around it."""
    return _harmless(" ".join(text.split()))


def in_line(text: str) -> str:
    """The same, with a blank at each end where there was one: other words may stand beside it. A line break alone stays one."""
    if text == "\n":
        return text
    said = plain(text)
    if not said:
        return " " if text else ""
    return f"{' ' * text[:1].isspace()}{said}{' ' * text[-1:].isspace()}"


def harmless(tree: Any) -> Any:
    """A tree of JSON, with nothing in its texts and keys that could act on what stands around it; line breaks stay.

    A saved audit may come from anybody, and ids and names of rules in it are printed as they stand.
    """
    if isinstance(tree, str):
        return _harmless(tree)
    if isinstance(tree, dict):
        return {harmless(key): harmless(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [harmless(value) for value in tree]
    return tree


def as_said(text: str) -> list[str]:
    """People's own words, line by line. Empty lines stay between others, to keep paragraphs apart."""
    lines = [_harmless(line.replace("\t", " ")).rstrip() for line in text.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return lines or [""]
