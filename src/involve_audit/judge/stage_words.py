"""What the parts of the work are called in a study, in a service and in a policy, as people say it."""

from __future__ import annotations

_ANY = {
    "priorities": "choosing the question, or in deciding what is needed",
    "design": "the design, or in the options and their wording",
    "funding": "the bid, the business case or the budget",
    "governance": "steering and oversight",
    "delivery": "doing the work",
    "analysis": "making sense of what was found",
    "sharing": "papers, talks and reports",
    "implementation": "what is done with the results",
}
_RESEARCH = {
    **_ANY,
    "priorities": "choosing the question",
    "design": "planning how it is done",
    "funding": "the bid and the budget",
}
_SERVICE = {
    "priorities": "deciding what is needed",
    "design": "the design of the service",
    "funding": "the business case and the budget",
    "governance": "management and oversight",
    "delivery": "running the service",
    "analysis": "looking at how well it works",
    "sharing": "telling others how it went",
    "implementation": "the changes that are made",
}
_POLICY = {
    "priorities": "setting the agenda, or deciding what is needed",
    "design": "working out the options and the wording",
    "funding": "the budget",
    "governance": "steering the process and setting its rules",
    "delivery": "hearings, workshops and drafting",
    "analysis": "weighing what was said and found",
    "sharing": "publishing what came out",
    "implementation": "what is then done with it by those who decide",
}
_OF_KIND = {"research": _RESEARCH, "service": _SERVICE, "policy": _POLICY}
"""The parts of the work of each kind, as they stand behind *a part in*. Other work is asked for in the words of all three."""


def stage_words(kind: str | None) -> dict[str, str]:
    """The parts of the work, as they stand in the middle of a sentence, in the words of this kind of work."""
    return _OF_KIND.get(kind or "", _ANY)


def stage_plain(stage: str, kind: str | None, plain: str) -> str:
    """The name of a part of the work in everyday words: for a service or a policy its own, else the rubric's."""
    if kind not in ("service", "policy"):
        return plain
    says = _OF_KIND[kind].get(stage, plain)
    return says[:1].upper() + says[1:]
