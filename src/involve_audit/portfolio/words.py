"""What stands behind the ids in a row: titles and questions, from the rubric by which all projects were judged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from involve_audit.judge.policy_file import condition
from involve_audit.judge.questions import asks_of
from involve_audit.judge.sentences import SIGN_WORDS
from involve_audit.render.words import capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.rubric import LoadedRubric, Rubric

NOT_A_TABLE_OF_WINNERS = (
    "The projects stand in the order in which they were given. Nothing here ranks them: what is not told is shown as a range, and two "
    "projects of different kinds cannot be compared by it."
)
NOT_PEOPLE = "Every number counts projects, never people."


@dataclass(frozen=True)
class Titles:
    """Words for the ids of one rubric.

    Attributes:
        rubric: its title and version, and the beginning of its hash.
        principles, stages: id and title, in the order of the rubric.
        conditions: titles of gates and of the other conditions of the policy.
        signs: titles of flags and of signs of tokenism.
    """

    rubric: str
    principles: tuple[tuple[str, str], ...]
    stages: dict[str, str]
    conditions: dict[str, str]
    signs: dict[str, str]
    _rubric: Rubric = field(repr=False)

    def asks(self, question: str) -> str:
        """A question that is not told, in words that hold for every project."""
        return asks_of(question, self._rubric)


def titles_of(loaded: LoadedRubric, require: Sequence[str] = ()) -> Titles:
    """The words for rows that were judged by this rubric, where so much was required beside the default policy."""
    rubric = loaded.rubric
    conditions = {g.id: g.title for g in rubric.gates} | {
        "enough-is-told": "Enough is told to say something",
        "no-contradiction": "Nothing in the file contradicts itself",
    }
    conditions |= {name: condition(name, rubric).says for name in require}
    signs = {key.replace("_", "-"): capital(says) for key, says in SIGN_WORDS.items()} | {f.id: f.title for f in rubric.flags}
    return Titles(
        f"{rubric.title} {rubric.version} ({loaded.sha256[:12]})",
        tuple((p.id, p.title) for p in rubric.principles),
        {s.id: s.title for s in rubric.stages},
        conditions,
        signs,
        rubric,
    )
