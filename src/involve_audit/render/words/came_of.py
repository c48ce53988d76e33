"""What came of people's part, in one line and in a few."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from involve_audit.entry_words import ANSWERED, CARRIED_OUT, KEPT
from involve_audit.language import _
from involve_audit.messages import number_says

if TYPE_CHECKING:
    from collections.abc import Mapping

    from involve_audit.entry_words import Became
    from involve_audit.results.audit import Audit, CameOf

OF_A_KIND = 2
"""So many of one kind and outcome stand before others have their turn."""


def came_of_says(audit: Audit) -> str:
    """What came of people's part, counted, in one line; empty where nothing is told of it."""
    parts = (
        _counted(audit, "said", _("what people said"), ANSWERED),
        _counted(audit, "decided", _("what they decided"), CARRIED_OUT),
        _counted(audit, "promised", _("what was promised"), KEPT),
        next((_("the work was {outcome}", outcome=c.outcome) for c in audit.came_of if c.about == "stopped"), ""),
    )
    return f"{'; '.join(filter(None, parts))}." if any(parts[:3]) else ""


_UNTOLD = (_("it is not told"), _("nobody knows"))


def _counted(audit: Audit, about: str, of: str, became: Mapping[str, Became]) -> str:
    """`what people said: two taken up, of one it is not told what came`."""
    words = {outcome: says.counted for outcome, says in became.items()}
    found = Counter(
        words.get(c.outcome) or (c.outcome if c.outcome.startswith(_("set aside")) else _UNTOLD[c.outcome == "unknown"])
        for c in audit.came_of
        if c.about == about
    )
    order = (*words.values(), *sorted(found.keys() - {*words.values(), *_UNTOLD}))
    said = [f"{number_says(found[outcome])} {outcome}" for outcome in order if found[outcome]]
    said += [
        _("of {number} {outcome} what came", number=number_says(found[outcome]), outcome=outcome)
        for outcome in _UNTOLD
        if found[outcome]
    ]
    return f"{of}: {', '.join(said)}" if said else ""


BESIDE = ("runs", "disagreement", "looked back")
"""What stands beside what came of people's part, under headings of its own: who runs the work, what was disputed, and looks back."""


def of_peoples_part(audit: Audit) -> tuple[CameOf, ...]:
    """What came of what people said and decided, and what others decided, without what stands under headings of its own."""
    return tuple(one for one in audit.came_of if one.about not in BESIDE)


def weightiest(audit: Audit, most: int, words: int) -> tuple[CameOf, ...]:
    """The entries that say most, each kind and outcome before more of one, in the order of the audit.

    Args:
        audit: the audit.
        most: so many at most.
        words: about so many words; the first stands however long it is.
    """
    kinds: Counter[tuple[str, str]] = Counter()
    first: list[CameOf] = []
    later: list[CameOf] = []
    for one in of_peoples_part(audit):
        kinds[one.about, one.outcome] += 1
        (first if kinds[one.about, one.outcome] <= OF_A_KIND else later).append(one)
    chosen: list[CameOf] = []
    for one in (*first, *later)[:most]:
        words -= len(one.says.split())
        if chosen and words < 0:
            break
        chosen.append(one)
    return tuple(one for one in audit.came_of if one in chosen)
