"""What is so across many projects: what nobody tells, who is missing everywhere, which promises are vague.

It is counted row by row, so that memory does not grow with the number of projects.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from involve_audit.portfolio.alike import Alike
from involve_audit.portfolio.rows import Unread

if TYPE_CHECKING:
    from involve_audit.portfolio.rows import ProjectRow
    from involve_audit.render.beside import Beside

MOST_GROUPS = 20_000
"""Names of groups are free text. So many different ones are counted; what comes after is said to be left out."""


@dataclass
class Totals:
    """Counts of projects; never of people.

    Attributes:
        projects: how many were audited.
        holds: for how many the policy holds.
        unread: how many could not be audited.
        verdicts, labels, phases: how many projects have each.
        letters: for each principle, how many projects have each letter.
        policies: of how many projects the policy is met, not met, or not told.
        met, failed, open: how many projects meet each condition of the policy, do not meet it, or do not tell it.
        pay, budgets, leads, rooms: how many projects tell the same of pay, of the budget, of the lead, and of who is in the deciding room.
        signs: how many projects show each sign.
        not_told: how many projects do not tell each answer.
        missing: how many projects name each group as not in the room, however it is spelt.
        spelt: how a group was first spelt.
        names_nobody: how many projects name no missing group at all.
        vague, overdue: how many projects promise a stage in words only, or late.
        left_out: how many names of groups were not counted, for there were too many.
        beside: what stood in folders beside the project files and was not audited.
        alike: what was handed in more than once.
    """

    projects: int = 0
    holds: int = 0
    unread: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    phases: Counter[str] = field(default_factory=Counter)
    letters: dict[str, Counter[str]] = field(default_factory=dict)
    policies: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    open: Counter[str] = field(default_factory=Counter)
    pay: Counter[str] = field(default_factory=Counter)
    budgets: Counter[str] = field(default_factory=Counter)
    leads: Counter[str] = field(default_factory=Counter)
    rooms: Counter[str] = field(default_factory=Counter)
    signs: Counter[str] = field(default_factory=Counter)
    not_told: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    spelt: dict[str, str] = field(default_factory=dict)
    names_nobody: int = 0
    vague: Counter[str] = field(default_factory=Counter)
    overdue: Counter[str] = field(default_factory=Counter)
    left_out: int = 0
    beside: tuple[Beside, ...] = ()
    alike: Alike = field(default_factory=Alike)

    def add(self, row: ProjectRow | Unread) -> None:
        """Count one more project."""
        if isinstance(row, Unread):
            self.unread += 1
            return
        self.projects += 1
        self.holds += row.holds
        self.verdicts[row.verdict] += 1
        self.labels[row.label] += 1
        self.phases[row.phase or "not told"] += 1
        for cell in row.cells:
            if cell.id not in self.letters:
                self.letters[cell.id] = Counter()
            self.letters[cell.id][cell.letter] += 1
        self.policies[row.policy] += 1
        self.pay[row.pay.word] += 1
        self.budgets[row.budget.word] += 1
        self.leads[row.lead.word] += 1
        self.rooms[row.room.word] += 1
        self.met.update(row.met)
        self.failed.update(row.failed)
        self.open.update(row.open)
        self.signs.update(row.signs)
        self.not_told.update(row.not_told)
        self.vague.update(row.vague)
        self.overdue.update(row.overdue)
        groups = {" ".join(g.split()).casefold(): " ".join(g.split()) for g in row.missing}
        self.names_nobody += not groups
        for key, name in groups.items():
            if key not in self.missing and len(self.missing) >= MOST_GROUPS:
                self.left_out += 1
                continue
            self.missing[key] += 1
            self.spelt.setdefault(key, name)

    def everywhere(self, counts: Counter[str]) -> list[tuple[str, int]]:
        """What is so in all projects that were audited, or in most: from the most projects down, then by name."""
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
