"""A value as YAML: in one line, or as lines of a block."""

from __future__ import annotations

import json
import re
from typing import Any

_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 _./-]*[A-Za-z0-9])?")


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


def block(value: dict[str, Any], column: int, *, deep: bool = False) -> list[str]:
    """Keys and what is below them, one a line; the innermost groups stay in one line, unless it is to go all the way."""
    lines = []
    for key, told in value.items():
        lead = " " * column + f"{scalar(key)}:"
        if isinstance(told, dict) and told and (deep or key == "sealed"):
            lines += [lead, *block(told, column + 2, deep=deep)]
        elif isinstance(told, dict) and told:
            lines += [lead, *(f"{' ' * (column + 2)}{scalar(k)}: {flow(v)}" for k, v in told.items())]
        elif isinstance(told, list) and any(isinstance(v, dict) for v in told) and deep:
            lines += [lead, *(line for v in told for line in any_item(v, column + 2))]
        elif isinstance(told, list) and told and not deep:
            lines += [lead, *(f"{' ' * (column + 2)}- {flow(v)}" for v in told)]
        else:
            lines.append(f"{lead} {flow(told)}")
    return lines


def item(value: dict[str, Any], column: int, *, deep: bool = False) -> list[str]:
    """A group of keys as an item of a list whose dashes stand in this column."""
    lines = block(value, column + 2, deep=deep)
    lines[0] = " " * column + "- " + lines[0][column + 2 :]
    return lines


def any_item(value: Any, column: int) -> list[str]:
    """Anything as an item of a list, with all its keys below each other."""
    return item(value, column, deep=True) if isinstance(value, dict) and value else [f"{' ' * column}- {flow(value)}"]
