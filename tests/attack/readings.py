"""The two ways of reading YAML, with libyaml and without it, compared: what was read, where it stands, and what was said of it."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from involve_audit import load
from involve_audit.wording.messages import InputError
from involve_audit.yamlfile import reader
from involve_audit.yamlfile.nodes import nodes_of
from involve_audit.yamlfile.pure_python import PureLoader

ROOT = Path(__file__).resolve().parent.parent.parent
PIECES = (
    "a", "b: ", "- ", "\n", "\n  ", "\n ", "{", "}", "[", "]", ",", ":", "? ", "?", "&x ", "*x", "!t ", "!!s ", "!<x>", "!a!b ", "!%41 ", "!%e9",
    "'", '"', "|\n", ">\n", "|2-\n", ">+\n", " #", "#", "---\n", "...\n", "---", "%YAML 1.1\n", "%TAG ! x\n", "%", "\t", "\r\n", "\r", "é", "😀", "~",
    "<<: ", "\\x41", "\\ud800", "\\", "''", ": ", ", ", " ", "  ", "   ", "@", "`", "\n\n", "-", "- - ", "x: y", "\\n", "\\\n", "+", "0", "1", "x", "\x85",
    "[" * 45, "x" * 1030, "\n# c\n", "null", "\ufeff", "\x07",
)  # fmt: skip
"""What means something to a YAML parser, or may end what does."""


@cache
def starts() -> tuple[str, ...]:
    """Files that are well written, to be changed."""
    files = (*ROOT.glob("examples/**/*.yaml"), *ROOT.glob("rubrics/*.yaml"))
    return tuple(path.read_text(encoding="utf-8") for path in sorted(files))


def made(seed: int, number: int) -> str:
    """A text: by turns pieces put together, and some lines of a file with a few places changed. The same numbers make the same text."""
    rng = random.Random(f"readings {seed} {number}")
    if number % 2:
        return "".join(rng.choice(PIECES) for _ in range(rng.randint(1, 25)))
    lines = rng.choice(starts()).splitlines(keepends=True)
    begin = rng.randrange(len(lines))
    text = "".join(lines[begin : begin + rng.randint(1, 12)])
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice((*PIECES, "")) + text[at + rng.choice((0, 0, 0, 1, 1, 2, 5)) :]
    return text


def reading(text: str, loader: Any) -> Any:
    """All that can be told of how a text is read."""
    before, reader.LOADER = reader.LOADER, loader
    try:
        document = load.read(text, "p.yaml")
        parts = [(path, vars(node)) for path, node in nodes_of(load.decode(text, "p.yaml")).items()]
        return document.tree, dict(document.marks), document.blank, parts
    except InputError as error:
        return error.text()
    finally:
        reader.LOADER = before


def differs(text: str) -> bool:
    """Whether a text is read otherwise without libyaml."""
    return bool(reading(text, yaml.CLoader) != reading(text, PureLoader))
