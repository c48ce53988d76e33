"""What the tests share: the shipped rubric, and where things are."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from involve_audit.render import FORMATS
from involve_audit.rubric import LoadedRubric, load_rubric

ROOT = Path(__file__).resolve().parent.parent
REPORTS = tuple(name for name, kind in FORMATS.items() if not kind.findings_only)
"""The formats that say all that an audit says."""


@cache
def shipped() -> LoadedRubric:
    path = ROOT / "rubrics" / "co-production.yaml"
    return load_rubric(path.read_bytes(), path.name)
