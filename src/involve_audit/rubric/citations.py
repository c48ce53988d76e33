"""The sources that a rubric names, as a list of references has them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from involve_audit.results.audit import Citation

if TYPE_CHECKING:
    from involve_audit.rubric.model import Rubric


def citations(rubric: Rubric, sources: dict[str, str]) -> tuple[Citation, ...]:
    """The sources of a criterion, a flag or a gate, and what each says."""
    cited = []
    for key, says in sources.items():
        r = rubric.references[key]
        cited.append(Citation(key, _cited(r.by, r.year, r.title, r.where, r.doi), says))
    return tuple(cited)


@cache
def _cited(by: str | None, year: str | None, title: str, where: str | None, doi: str | None) -> str:
    """A source as a list of references names it; put together once, for many criteria rest on few sources."""
    parts = [by, f"({year})" if year else None, title, where]
    text = ". ".join(p.rstrip(".") for p in (" ".join(x for x in parts[:2] if x), *parts[2:]) if p)
    return text + (f". doi:{doi}" if doi else ".")
