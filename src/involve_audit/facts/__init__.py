"""What a project file says, as neutral named values: Python observes, YAML judges.

Each module holds the facts of one principle, or of what several principles share. A fact never says good or
bad. `FACTS` is the only list of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.facts import (
    access,
    care,
    contradictions,
    honesty,
    influence,
    power,
    relationships,
    reward,
    rung,
    timing,
    tokenism,
    views,
    voices,
    whose_work,
)
from involve_audit.facts.registry import FACTS, Fact

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from involve_audit.facts.answers import Answer
    from involve_audit.facts.case import Case


class Facts:
    """The facts of one case, each worked out when it is first asked for.

    Attributes:
        case: the case.
        known: the answers so far.
        settled: what a judge worked out of the facts already, by the identity of the rule.
        rubric, derived: the rubric that made something of the facts, and how that is worked out, by its name; a judge sets them.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        self.known: dict[str, Answer] = {}
        self.settled: dict[int, Any] = {}
        self.rubric: Any = None
        self.derived: Mapping[str, Callable[[Facts], Answer]] = {}

    def __getitem__(self, name: str) -> Answer:
        """The answer to a fact; KeyError where there is no such fact."""
        answer = self.known.get(name)
        if answer is None:
            work = self.derived.get(name)
            if work is not None:
                return work(self)
            answer = self.known[name] = self._observed(name)
        return answer

    def _observed(self, name: str) -> Answer:
        """A fact, looked for in the case. Of a file that differs in a few places it is mostly that of the file before (`what_if.simulator.Anew`)."""
        return FACTS[name].observe(self.case)


__all__ = [
    "FACTS", "Fact", "Facts",
    "access", "care", "contradictions", "honesty", "influence", "power", "relationships", "reward", "rung", "timing", "tokenism", "views", "voices",
    "whose_work",
]  # fmt: skip
