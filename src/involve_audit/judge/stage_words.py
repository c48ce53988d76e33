"""What the parts of the work are called in a study, in a service and in a policy, as people say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _

if TYPE_CHECKING:
    from involve_audit.rubric.model import Rubric

_ANY = {
    "priorities": _("choosing the question, or in deciding what is needed"),
    "design": _("the design, or in the options and their wording"),
    "funding": _("the bid, the business case or the budget"),
    "governance": _("steering and oversight"),
    "delivery": _("doing the work"),
    "analysis": _("making sense of what was found"),
    "sharing": _("papers, talks and reports"),
    "implementation": _("what is done with the results"),
}
_RESEARCH = {
    **_ANY,
    "priorities": _("choosing the question"),
    "design": _("planning how it is done"),
    "funding": _("the bid and the budget"),
}
_SERVICE = {
    "priorities": _("deciding what is needed"),
    "design": _("the design of the service"),
    "funding": _("the business case and the budget"),
    "governance": _("management and oversight"),
    "delivery": _("running the service"),
    "analysis": _("looking at how well it works"),
    "sharing": _("telling others how it went"),
    "implementation": _("the changes that are made"),
}
_POLICY = {
    "priorities": _("setting the agenda, or deciding what is needed"),
    "design": _("working out the options and the wording"),
    "funding": _("the budget"),
    "governance": _("steering the process and setting its rules"),
    "delivery": _("hearings, workshops and drafting"),
    "analysis": _("weighing what was said and found"),
    "sharing": _("publishing what came out"),
    "implementation": _("what is then done with it by those who decide"),
}
_OF_KIND = {"research": _RESEARCH, "service": _SERVICE, "policy": _POLICY}
"""The parts of the work of each kind, as they stand behind *a part in*. Other work is asked for in the words of all three."""


def stage_words(kind: str | None) -> dict[str, str]:
    """The parts of the work, as they stand in the middle of a sentence, in the words of this kind of work."""
    return _OF_KIND.get(kind or "", _ANY)


def plain_titles(rubric: Rubric, kind: str | None) -> dict[str, str]:
    """Each part of the work with its name in everyday words, the same wherever a page names it."""
    return {s.id: stage_plain(s.id, kind, s.plain or s.title) for s in rubric.stages}


def stage_plain(stage: str, kind: str | None, plain: str) -> str:
    """The name of a part of the work in everyday words: for a service or a policy its own, else the rubric's."""
    if kind not in ("service", "policy"):
        return plain
    says = _OF_KIND[kind].get(stage, plain)
    return says[:1].upper() + says[1:]
