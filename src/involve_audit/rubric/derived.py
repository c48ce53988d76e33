"""What the judging makes of the facts on its way, and what conditions of a rubric may name like a fact.

A fact is what a file says. These say what the rubric has made of it so far, and are few: the verdicts need them. How each is
worked out stands in `judge.signs`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.project.practice import RUNGS
from involve_audit.record import Record

if TYPE_CHECKING:
    from involve_audit.facts.registry import Fact


class Derived(Record):
    """A value that follows from the facts and the rubric.

    Attributes:
        name: as conditions write it.
        kind, allowed: as of a fact.
        manual: as of a fact: a question, and what it means.
        verdicts: whether only the verdicts may ask for it; else criteria, flags and gates may.
    """

    name: str
    kind: str
    allowed: tuple[str, ...]
    manual: str
    verdicts: bool

    @property
    def question(self) -> str:
        """It as a question, the first line of what it means."""
        return self.manual.split("\n", 1)[0]


DERIVED = {
    one.name: one
    for one in (
        Derived(
            "sign_of_tokenism",
            "yes or no",
            (),
            "Does one of the signs of tokenism of the rubric hold?\n\nNo where all are told not to. Silence is never one.",
            verdicts=True,
        ),
        Derived(
            "people_were_there",
            "yes or no",
            (),
            "Were people present, as far as the signs of tokenism let it be said?\n\n"
            "The fact people_present. Unknown where a sign holds though nobody is told to have been present: who was not heard was there.",
            verdicts=True,
        ),
        Derived(
            "rung_shown",
            "word",
            RUNGS,
            "Which rung is shown, at the low end?\n\nIt counts only what is there, and is always known. The highest role that is shown in at least two parts of the work "
            "makes it; from involved up, one of them shapes the work (priorities, design, funding, governance). Shown in one part alone of several, a role makes a "
            "consultation at most, and involvement where people share the decisions of a part that shapes the work. Decided together makes collaboration; "
            "co-production where decisions are shared in priorities, design or funding, in governance, and in analysis, sharing or implementation, as far as the "
            "work has them, and people are paid or free to decline, safe, and answered.",
            verdicts=True,
        ),
        Derived(
            "more_is_told",
            "yes or no",
            (),
            "Is more than a consultation told, and only not shown?\n\n"
            "No, or unknown: where roles are told that would make more than a consultation, and all that they lack is a source, it is "
            "open what there was. What nothing shows is no credit; that nothing shows it is no sign against anybody either.",
            verdicts=True,
        ),
        Derived(
            "told_to_be_done",
            "yes or no",
            (),
            "Is it told that anything has been done with people?\n\n"
            "The fact anything_done, at the low end: what is not told to be done is judged as a promise. Always yes or no.",
            verdicts=True,
        ),
        Derived(
            "tokenism",
            "yes or no",
            (),
            "Were people present, does a sign hold that their part did not count, and is at most a consultation shown?\n\n"
            "What the rubric says of the verdict of this name, whatever verdict comes before it. Unknown where a sign is not told, and where "
            "a sign holds though nobody is told to have been present: who was not heard was there.",
            verdicts=False,
        ),
    )
}
"""The only list of them."""


def asked(name: str) -> Fact | Derived:
    """What a condition asks for: a fact, or what follows from facts."""
    from involve_audit.facts import FACTS

    found = DERIVED.get(name)
    return FACTS[name] if found is None else found
