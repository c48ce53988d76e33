"""What the tests share: the shipped rubric, and where things are."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from involve_audit.rubric import LoadedRubric, load_rubric

ROOT = Path(__file__).resolve().parent.parent


@cache
def shipped() -> LoadedRubric:
    path = ROOT / "rubrics" / "co-production.yaml"
    return load_rubric(path.read_bytes(), path.name)


JARGON = ["stakeholder", "engagement", "engage", "participant", "co-design", "coproduce", "tokenism", "tokenistic", "rubric", "governance", "ppi", "pcpie", "principle", "criterion", "protocol", "methodology", "dissemination", "facilitate", "facilitator", "capacity", "outcome", "outputs", "empower", "empowerment", "hard-to-reach", "service-user", "lived-experience", "reimbursement", "honorarium", "pseudonymous", "anonymised", "confidentiality", "gdpr", "data-controller", "consent", "disclosure", "aggregate", "suppress", "threshold", "respondent", "questionnaire", "cohort", "pathway", "reflexive", "equity", "diversity", "inclusion", "representative"]  # fmt: skip


def jargon_in(text: str) -> set[str]:
    """The words of jargon in a text, also in the plural."""
    return set(re.findall(r"[a-z]+(?:-[a-z]+)*", text.lower())) & {*JARGON, *(w + "s" for w in JARGON)}
