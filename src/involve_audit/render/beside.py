"""What stood in a folder beside the project files: named and counted, so that nothing that was handed in vanishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

KINDS = {
    "ours": (_("is something else of involve-audit, and was passed over"), _("are something else of involve-audit, and were passed over")),
    "document": (_("is no YAML, and was not read"), _("are no YAML, and were not read")),
    "same": (_("is a file that was looked at under another name"), _("are files that were looked at under another name")),
    "empty": (_("is a folder with nothing in it"), _("are folders with nothing in them")),
    "hidden": (_("is hidden (its name begins with a dot), and was left alone"), _("are hidden (their names begin with a dot), and were left alone")),
}  # fmt: skip
"""Why something was not audited, though nothing is wrong with it: of one, and of several."""


class Beside(Record):
    """Something in a folder that was not audited, and need not be.

    Attributes:
        kind: `ours`, `document`, `same`, `empty` or `hidden`.
        file: its name.
        says: what it is, where more can be said than its kind.
    """

    kind: str
    file: str
    says: str = ""

    @property
    def sentence(self) -> str:
        """What it is and what became of it, for a line of its own."""
        return (
            _("not audited: it {kind} ({says})", kind=KINDS[self.kind][0], says=self.says)
            if self.says
            else _("not audited: it {kind}", kind=KINDS[self.kind][0])
        )


def listed(beside: Sequence[Beside], most: int) -> list[str]:
    """A line for each kind: how many there are, and their names.

    Args:
        beside: what was found.
        most: so many names of a kind are listed; how many more there are is said.

    >>> listed([Beside("document", "b.docx"), Beside("ours", "funder.yaml", "a policy file")], 9)
    ['1 is something else of involve-audit, and was passed over: funder.yaml (a policy file)', '1 is no YAML, and was not read: b.docx']
    """
    lines = []
    for kind, (one, several) in KINDS.items():
        mine = [b for b in beside if b.kind == kind]
        if mine:
            names = ", ".join(f"{b.file}{f' ({b.says})' if b.says else ''}" for b in mine[:most])
            more = _(" and {number} more", number=len(mine) - most) if len(mine) > most else ""
            lines.append(f"{len(mine)} {one if len(mine) == 1 else several}: {names}{more}")
    return lines


def counted(beside: Iterable[Beside]) -> str:
    """How many there are in a sentence; empty where there are none.

    >>> counted([Beside("document", "b.docx")])
    'Beside them 1 file or folder was found that was not audited.'
    """
    number = sum(1 for __ in beside)
    if not number:
        return ""
    found = (
        _("1 file or folder was found that was")
        if number == 1
        else _("{number} files or folders were found that were", number=number)
    )
    return _("Beside them {found} not audited.", found=found)
