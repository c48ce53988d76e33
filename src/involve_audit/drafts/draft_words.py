"""A draft in everyday words: what would stand in the file if somebody says that it is so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from involve_audit.drafts.proposal import Proposal

_STATUS = {"planned": "it is planned", "ongoing": "it is so now", "done": "it was so, and is done"}
_STAGES = {
    "priorities": "choosing the question", "design": "planning how it is done", "funding": "the bid and the budget", "governance": "steering the work",
    "delivery": "doing the work", "analysis": "making sense of what was found", "sharing": "papers, talks and reports", "implementation": "using the results",
}  # fmt: skip
_ROLES = {
    "consulted": "people were asked what they think; others decided", "involved": "people took part, or did some of the work; others decided",
}  # fmt: skip
_ROLES_PLANNED = {
    "consulted": "people will be asked what they think; others decide", "involved": "people will take part, or do some of the work; others decide",
}  # fmt: skip
_SAYS = {
    ("project", "called"): "the work is called {}", ("dates", "start"): "the work begins {}", ("dates", "end"): "the work ends {}",
    ("dates", "data_collection"): "data collection begins {}", ("voices", "contributors"): "{} contributors in all",
    ("influence", "meetings_held"): "{} meetings so far", ("rooms", "contributors"): "{} contributors in it", ("rooms", "researchers"): "{} researchers or staff in it",
    ("rooms", "meets_every"): "it meets {}", ("rooms", "meetings"): "it has met {} times", ("rooms", "chair"): "in the chair: {}",
    ("rooms", "votes"): "contributors' votes: {}", ("rooms", "power"): "what it may do: {}", ("rooms", "holds_budget"): "contributors in it hold a budget: {}",
    ("pay", "rate"): "people are paid {}", ("pay", "offered"): "pay is offered to: {}", ("pay", "form"): "paid as {}", ("pay", "preparation"): "reading and preparing is {}",
    ("pay", "since"): "since {}", ("expenses", "covers"): "costs that are paid: {}", ("expenses", "paid"): "paid {}", ("expenses", "days_to_pay"): "paid within {} days",
    ("choice", "form_chosen"): "people choose how they are paid: {}", ("choice", "may_decline"): "people may decline pay: {}",
    ("choice", "benefits_advice"): "help with benefits: {}", ("budget", "amount"): "set aside for involvement: {}",
    ("lead", "share_of_time"): "share of a post for involvement: {}", ("lead", "named"): "somebody leads on involvement: {}",
    ("papers_ahead", "working_days"): "papers arrive {} working days ahead", ("papers_ahead", "plain_summary"): "with a summary in plain words: {}",
    ("language", "glossary"): "there is a glossary: {}", ("training", "for_whom"): "training or induction for {}",
    ("support", "before"): "a talk beforehand: {}", ("support", "during"): "somebody is there for people: {}", ("support", "after"): "somebody asks afterwards: {}",
    ("leaving", "left"): "{} contributors left before the end", ("leaving", "asked_why"): "they were asked why: {}",
    ("feedback", "within_days"): "people are told within {} days", ("feedback", "kinds"): "they are told: {}", ("credit", "authors"): "contributors are among the authors: {}",
    ("stages", "people"): "{} contributors", ("decisions", "what"): "a decision: {}", ("decisions", "decided_by"): "decided by {}", ("log", "said"): "people said: {}",
    ("log", "changed"): "what changed: {}", ("log", "answer"): "what came of it: {}", ("log", "reason"): "the reason given: {}", ("log", "by"): "said by {}",
    ("leadership", "role"): "a contributor is {}", ("leadership", "people"): "{} of them",
}  # fmt: skip


def in_words(proposal: Proposal) -> str:
    """What the file would say, in one sentence.

    >>> from involve_audit.drafts.proposal import Proposal
    >>> in_words(Proposal(("reward", "pay"), (("status", "planned"), ("rate", "£25 per hour"))))
    'people are paid £25 per hour; it is planned'
    """
    part = proposal.at[0] if proposal.at[0] in ("rooms", "stages") else proposal.at[-1]
    said: list[str] = []
    status = ""
    values = dict(proposal.values)
    if part == "rooms":
        said.append(f"a group, “{values.pop('name', proposal.at[1].replace('_', ' '))}”")
    if part == "stages":
        words = _ROLES_PLANNED if values.get("status") == "planned" else _ROLES
        said.append(f"{_STAGES[proposal.at[1]]}: {words.get(str(values.pop('role', '')), 'people had a part in it')}")
    if part == "papers_ahead" and "working_days" not in values:
        said.append("papers come ahead of meetings")
    for key, value in values.items():
        if key == "status":
            status = _STATUS.get(str(value), str(value))
        else:
            said.append(_one(part, key, value))
    return "; ".join([*said, *([status] if status else [])])


def _one(part: str, key: str, value: Any) -> str:
    words = ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    if (part, key) == ("rooms", "meetings") and words.casefold() in ("1", "one"):
        return "it has met once"
    return _SAYS.get((part, key), key.replace("_", " ") + ": {}").format(words)


def where(proposal: Proposal, unit: str) -> str:
    """Where a passage stands, for somebody who looks it up: the heading, and the line or paragraph."""
    return (f"“{proposal.heading}”, " if proposal.heading else "") + f"{unit} {proposal.line}"


def place(proposal: Proposal) -> str:
    """The place in the file."""
    return ".".join(proposal.at)
