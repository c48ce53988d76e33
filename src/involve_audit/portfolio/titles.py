"""What stands behind the ids in a row: titles and questions, from the rubric by which all projects were judged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from involve_audit.judge.questions import asks_of
from involve_audit.language import _
from involve_audit.policy.policy_file import wanted
from involve_audit.render.words import ASKED_FOR, capital

if TYPE_CHECKING:
    from involve_audit.policy.conditions import PolicyOptions
    from involve_audit.rubric.model import LoadedRubric, Rubric

NOT_A_TABLE_OF_WINNERS = _(
    "The projects stand in the order in which they were given. Nothing here ranks them, and there are no marks: two projects of different kinds cannot be compared by it."
)
THREE_STATES = _(
    "Of each condition it is said whether it is met, not met, or not told. Not told is neither: it is a question to ask. A plan is shown as a plan."
)
NOT_PEOPLE = _("Every number across the projects counts projects, never people.")
UNREAD_NEXT = _(
    "Of a file that could not be audited, only the first problem stands here; “involve-audit check” shows them all, with their lines."
)


@dataclass(frozen=True)
class Titles:
    """Words for the ids of one rubric.

    Attributes:
        rubric: its title and version, the beginning of its hash, and the policy file to which all were held.
        rubric_id, sha256: its name with its version, and its whole hash.
        principles, stages: id and title, in the order of the rubric.
        conditions: titles of gates and of the other conditions of the policy.
        signs: titles of flags and of signs of tokenism.
        policy_asks: what the policy that was used asks for, and how to use another.
        asked_for: the verdicts that are possible only because nobody has said otherwise, and what to ask for instead of
            naming them.
        too_little: the verdict that says that too little is known: it is no verdict that other answers could lead to.
    """

    rubric: str
    rubric_id: str
    sha256: str
    principles: tuple[tuple[str, str], ...]
    stages: dict[str, str]
    conditions: dict[str, str]
    signs: dict[str, str]
    policy_asks: str
    asked_for: dict[str, str]
    too_little: str
    _rubric: Rubric = field(repr=False)

    def asks(self, question: str) -> str:
        """A question that is not told, in words that hold for every project."""
        return asks_of(question, self._rubric)


def titles_of(loaded: LoadedRubric, asked: PolicyOptions) -> Titles:
    """The words for rows that were judged by this rubric and held to this policy."""
    rubric = loaded.rubric
    signs = {sign.id: capital(sign.says) for sign in rubric.signs} | {f.id: f.title for f in rubric.flags}
    return Titles(
        f"{rubric.title} {rubric.version} ({loaded.sha256[:12]}){_held_to(asked)}",
        f"{rubric.id} {rubric.version}",
        loaded.sha256,
        tuple((p.id, p.title) for p in rubric.principles),
        {s.id: s.title for s in rubric.stages},
        {w.id: w.says for w in wanted(asked.policy, asked.require, rubric)},
        signs,
        _policy_asks(loaded, asked),
        {v.title: ASKED_FOR[v.id] for v in rubric.verdicts if v.id in ASKED_FOR},
        next(v.title for v in rubric.verdicts if v.id == "too little is known"),
        rubric,
    )


def _policy_asks(loaded: LoadedRubric, asked: PolicyOptions) -> str:
    """What the policy asks for, in its own words; of the default one that it is little."""
    conditions = "; ".join(w.says for w in wanted(asked.policy, asked.require, loaded.rubric))
    # What is due early is said of the rubric that comes with this, and of no other.
    if asked.policy is not None or asked.require or loaded.rubric.id != "co-production":
        return _(
            "The policy that was used asks for this: {conditions}. Met says no more than that. What is not due yet is not asked for.",
            conditions=conditions,
        )
    return _(
        "No policy was named, so the default one was used. It asks for little: {conditions}. Most of it is due only once the work runs: of an application, that it tells of enough parts of the work, contradicts itself nowhere, answers those who say that they were not heard, and does not leave everybody out (it is enough that people are told about the work, or are to be). Of an application it asks neither for pay nor for a say. Met says no more than that. With --policy FILE all are held to what you ask for.",
        conditions=conditions,
    )


def _held_to(asked: PolicyOptions) -> str:
    """To which policy file all projects were held, and what the command line asked for beside it."""
    if asked.policy is None:
        return ""
    policy = asked.policy
    by = _(" by {by}", by=policy.file.by) if policy.file.by else ""
    return "; ".join(
        [
            _(
                "; held to the policy “{file}”{by} ({policy}, {sha256})",
                file=policy.file.title,
                by=by,
                policy=policy.name,
                sha256=policy.sha256[:12],
            ),
            *(w.rstrip(".") for w in asked.weaker),
        ]
    )
