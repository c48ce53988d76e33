"""The file to start from: it loads as it is, and every example in it loads too."""

from __future__ import annotations

import os
import re

from involve_audit.rubric.shipped import HERE

TEMPLATE = os.path.join(HERE, "templates", "project.yaml")
SCHEMA_FILE = "involve-audit.schema.json"
"""The name under which the schema for editors is put beside a project file."""
QUESTIONS = ("title", "phase", "kind", "topic_sensitive", "called")
"""What is asked before the file is written: the keys that stand in it ready to be filled in."""


def starting_file(answers: dict[str, str] | None = None, schema: str | None = None) -> str:
    """The text of a project file to start from.

    Args:
        answers: what is already known, by the keys of `QUESTIONS`; the rest stays open.
        schema: where editors find the schema, as seen from the file.
    """
    with open(TEMPLATE, encoding="utf-8") as file:
        text = file.read()
    for key, answer in (answers or {}).items():
        if key not in QUESTIONS:
            raise KeyError(key)
        before, line, after = re.split(rf"^(  {key}:.*)$", text, maxsplit=1, flags=re.MULTILINE)
        text = f"{before}{line.split(':')[0]}: {quoted(answer)}{after}"
    return (f"# yaml-language-server: $schema={schema}\n" if schema else "") + text


def quoted(answer: str) -> str:
    """A text as it may stand behind a key in YAML."""
    text = " ".join(answer.split())
    if re.fullmatch(r"[\w(][\w ,.()/'’–-]*", text) and ": " not in text and text.lower() not in ("null", "~"):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
