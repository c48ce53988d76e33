"""Two small files beside each other."""

from __future__ import annotations

import datetime as dt

from support import shipped

from involve_audit.compare import SideRead, compare_documents
from involve_audit.load import read

BEFORE, AFTER = dt.date(2025, 1, 1), dt.date(2026, 1, 1)


def file(rest: str = "", phase: str = "running") -> str:
    return f"format: 1\nproject: {{title: A walk, phase: {phase}}}\n{rest}\n"


def compared(before: str, after: str, since: dt.date = BEFORE, to: dt.date = AFTER):
    return compare_documents(
        SideRead(read(before, "before.yaml"), since), SideRead(read(after, "after.yaml"), to), shipped()
    )


def became(before: str, after: str, phase: str = "running"):
    """What became of the promises of one file: outcome by place."""
    found = compared(file(before), file(after, phase))
    return {p.id: p.outcome for p in found.promises}


def the_one(before: str, after: str, phase: str = "running"):
    (promise,) = compared(file(before), file(after, phase)).promises
    return promise
