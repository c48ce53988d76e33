"""What the tests of the public half share: the four files, and files made for a test."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support import shipped

from involve_audit.assess import audit_document
from involve_audit.load import Document, read

if TYPE_CHECKING:
    from involve_audit.results.audit import Audit

HERE = Path(__file__).resolve().parent
DAY = dt.date(2026, 11, 23)
FILES = ("eight", "forty", "unknown", "nothing")


def judged(text: str, name: str = "project.yaml", *, steps: bool = False) -> Audit:
    document = read(text, name)
    if text.startswith("{"):
        # A file in one line: places in that line follow from every word before them, and say nothing else.
        document = Document(name, document.tree, [])
    return audit_document(document, shipped(), DAY, steps=steps)


@cache
def of_file(name: str) -> Audit:
    return judged((HERE / f"{name}.yaml").read_text(encoding="utf-8"), f"{name}.yaml")


def project(voices: Any, rooms: Any = None, stages: Any = None) -> str:
    """A project file; JSON is YAML, and our loader reads strings first."""
    tree: dict[str, Any] = {"format": "1", "project": {"title": "A test", "phase": "running"}, "voices": voices}
    if rooms is not None:
        tree["rooms"] = rooms
    if stages is not None:
        tree["stages"] = stages
    return json.dumps(tree, ensure_ascii=False)


def voices_of(voices: Any, rooms: Any = None, stages: Any = None) -> Any:
    return judged(project(voices, rooms, stages)).voices
