"""The contributors' edition as prose, with and without the project's own words, and how hard it is to read.

The grades are those of textstat, which is not ours.
"""

from __future__ import annotations

import datetime as dt
import statistics
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from read_markdown import read_back
from support import ROOT, shipped, written

from involve_audit.assess import audit_document
from involve_audit.load import read
from involve_audit.render import plain_language
from involve_audit.render.blocks import units

if TYPE_CHECKING:
    from involve_audit.results.audit import Audit

FORMULAS = (
    "flesch_kincaid_grade",
    "automated_readability_index",
    "coleman_liau_index",
    "gunning_fog",
    "smog_index",
    "linsear_write_formula",
)
DAY = dt.date(2026, 11, 23)
EXAMPLES = tuple(sorted(p.parent.name for p in (ROOT / "examples").glob("*/project.yaml")))


@cache
def example(name: str) -> Audit:
    path = f"examples/{name}/project.yaml"
    return audit_document(read((ROOT / path).read_bytes(), path), shipped(), DAY, lines="when asked")


def of(tree: object) -> Audit:
    """The audit of a project file that holds this."""
    return audit_document(read(written(tree), "project.yaml"), shipped(), DAY, lines="when asked")


def prose(markdown: str) -> str:
    """The words of a report as sentences: what ends without a full stop ends with one."""
    read_ = read_back(markdown)
    ended = (
        u if u.rstrip('”")')[-1:] in (".", "?", "!", "…") else f"{u.rstrip(':;, ')}."
        for u in (read_.title, *units(read_.blocks))
        if u.strip()
    )
    return " ".join(ended)


def without_their_words(audit: Audit) -> Audit:
    """The audit with plain words in place of those that come from the project file."""
    voices = audit.voices
    return replace(
        audit,
        project=replace(audit.project, title="the work", summary=""),
        label=replace(audit.label, called=tuple("a word" for _ in audit.label.called)),
        views=tuple(replace(v, words=(), dissent=(), statement="") for v in audit.views),
        findings=(),
        told=(),
        accounts=(),
        notes=(),
        flags=tuple(replace(f, subjects=()) for f in audit.flags),
        voices=replace(
            voices,
            matters=tuple("a group" for _ in voices.matters),
            missing=tuple(
                replace(m, group="A group", action="a plan", owner="", when="", cost="", effect="")
                for m in voices.missing
            ),
            exclusions=tuple(
                replace(e, group="A group", justification="a reason", instead="", review="") for e in voices.exclusions
            ),
            excluded=tuple("a group" for _ in voices.excluded),
            signs=tuple(replace(s, group="a group") for s in voices.signs),
        ),
    )


def grades(text: str) -> dict[str, float]:
    """The reading grade of a text by each formula."""
    import textstat

    return {name: float(getattr(textstat, name)(text)) for name in FORMULAS}


def median_grade(audit: Audit) -> float:
    """The median of the formulas for our own words of the edition."""
    return statistics.median(grades(prose(plain_language.PAPER.markdown([without_their_words(audit)]))).values())
