"""What the tests share: the shipped rubric, and where things are."""

from __future__ import annotations

import datetime as dt
import inspect
import re
from collections import Counter
from functools import cache, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import settings

from involve_audit.assess import audit_document
from involve_audit.cli import redact
from involve_audit.load import read
from involve_audit.results.audit import Audit
from involve_audit.rubric.model import LoadedRubric, load_rubric

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*/project.yaml"))
"""The project file of every example."""


@cache
def shipped() -> LoadedRubric:
    path = ROOT / "rubrics" / "co-production.yaml"
    return load_rubric(path.read_bytes(), path.name)


def spread(of: Sequence[Any], most: int) -> Sequence[Any]:
    """So many of them, spread evenly, the first among them; with `--hypothesis-profile=search` fifteen times as many."""
    most = most * settings().max_examples // 20
    return of if len(of) <= most else [of[n * len(of) // most] for n in range(most)]


def rows(names: str, those: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """As `pytest.mark.parametrize`, in one test, which names each row that failed: to begin a test takes longer than most rows do.

    For rows that leave nothing behind: all of them have the same fixtures. Where some are skipped and no other fails, the test is skipped,
    and says how many were for each reason.
    """
    keys, told = names.split(", "), list(those)
    assert told, "a table without rows shows nothing"

    def of(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def all_of_them(**fixtures: Any) -> None:
            wrong: list[Exception] = []
            skipped = Counter[str]()
            for row in told:
                try:
                    test(**dict(zip(keys, row if len(keys) > 1 else (row,), strict=True)), **fixtures)
                except pytest.skip.Exception as reason:
                    skipped[str(reason)] += 1
                except (Exception, pytest.fail.Exception) as error:
                    failed = error if isinstance(error, Exception) else AssertionError(str(error))
                    failed.add_note(f"in the row {row!r}")
                    wrong.append(failed)
            if wrong:
                raise ExceptionGroup(f"{len(wrong)} of {len(told)} rows", wrong)
            if skipped:
                each = "; ".join(f"{n} of {len(told)} rows: {reason}" for reason, n in skipped.items())
                pytest.skip(f"{test.__name__}: {each}")

        takes = inspect.signature(test)
        others = [taken for name, taken in takes.parameters.items() if name not in keys]
        all_of_them.__signature__ = takes.replace(parameters=others)  # type: ignore[attr-defined]
        return all_of_them

    return of


def written(tree: Any, **how: Any) -> str:
    """A tree as YAML, by libyaml where it is there: PyYAML's own writer takes a second for a rubric."""
    return str(
        yaml.dump(
            tree, Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper), allow_unicode=True, sort_keys=False, **how
        )
    )


def as_others_read(text: str) -> Any:
    """What YAML tools read in a text."""
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506


def bared(audit: Audit, data: str | bytes) -> Audit:
    """The audit of a file again, without its words."""
    document = redact.marked(read(data, audit.project.file))
    day = dt.date.fromisoformat(audit.date)
    return redact.without_excerpts(audit_document(document, shipped(), day, exports=bool(audit.exports)))


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, from 0 to 1, as WCAG 2.2 defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


JARGON = ["stakeholder", "engagement", "engage", "participant", "co-design", "coproduce", "tokenism", "tokenistic", "rubric", "governance", "ppi", "pcpie", "principle", "criterion", "protocol", "methodology", "dissemination", "facilitate", "facilitator", "capacity", "outcome", "outputs", "empower", "empowerment", "hard-to-reach", "service-user", "lived-experience", "reimbursement", "honorarium", "pseudonymous", "anonymised", "confidentiality", "gdpr", "data-controller", "consent", "disclosure", "aggregate", "suppress", "threshold", "respondent", "questionnaire", "cohort", "pathway", "reflexive", "equity", "diversity", "inclusion", "representative"]  # fmt: skip


def jargon_in(text: str) -> set[str]:
    """The words of jargon in a text, also in the plural."""
    return set(re.findall(r"[a-z]+(?:-[a-z]+)*", text.lower())) & {*JARGON, *(w + "s" for w in JARGON)}


def with_examples(text: str) -> str:
    """The starting file with all its examples taken over."""
    lines = text.splitlines(keepends=True)
    kept = (line for line in lines if not line.startswith("# yaml-language-server:"))
    return "".join(line[2:] if line.startswith("# ") else line for line in kept)
