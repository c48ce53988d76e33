"""What the tests share: the shipped rubric, and where things are."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from involve_audit.rubric import LoadedRubric, load_rubric

ROOT = Path(__file__).resolve().parent.parent


@cache
def shipped() -> LoadedRubric:
    path = ROOT / "rubrics" / "co-production.yaml"
    return load_rubric(path.read_bytes(), path.name)
