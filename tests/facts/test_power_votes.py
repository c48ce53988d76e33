"""A vote whose weight nobody tells is a vote, and not known to be an equal one."""

from __future__ import annotations

import datetime as dt

from support import rows, written

from involve_audit.facts import Facts
from involve_audit.facts.answers import Span
from involve_audit.facts.case import Case
from involve_audit.facts.rung import shown
from involve_audit.load import read, read_project

ROOM = {"status": "ongoing", "since": "2024", "power": "decides", "contributors": "4", "source": "minutes"}


def case(votes):
    tree = {
        "format": 1,
        "project": {"title": "T", "phase": "running"},
        "sources": {"minutes": {"kind": "minutes", "date": "2024"}},
        "rooms": {"board": ROOM if votes is None else {**ROOM, "votes": votes}},
        "stages": {"design": {"role": "decided together", "status": "done", "when": "2024", "rooms": ["board"], "source": "minutes"}},
    }  # fmt: skip
    return Case(read_project(read(written(tree), "project.yaml")), dt.date(2026, 1, 1))


@rows(
    "votes, role, equal",
    [
        ("equal", "decided together", (4, None)),
        ("yes", "decided together", (0, None)),
        (None, "involved", (0, None)),
        ("none", "involved", (0, None)),
    ],
)
def test_a_vote_carries_a_shared_decision_and_is_equal_only_where_that_is_told(votes, role, equal):
    from involve_audit.project.people import ROLES

    told = case(votes)
    [design] = [s for s in shown(told).stages if s.stage == "design"]
    assert ROLES[design.shown.low] == role
    assert Facts(told)["equal_votes_where_decided"].value == Span(*equal)
