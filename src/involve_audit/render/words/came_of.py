"""What came of people's part, in one line and in a few."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from involve_audit.language import _, ngettext
from involve_audit.render.words.phrases import few, sentence
from involve_audit.render.words.steps import is_over
from involve_audit.wording.entry_words import ANSWERED, CARRIED_OUT, KEPT
from involve_audit.wording.messages import capital, number_says
from involve_audit.wording.past_tense import tenses, told_in_the_past

if TYPE_CHECKING:
    from collections.abc import Mapping

    from involve_audit.results.audit import Audit, CameOf, ToldFound
    from involve_audit.wording.entry_words import Became

OF_A_KIND = 2
"""So many of one kind and outcome stand before others have their turn."""


def came_of_says(audit: Audit) -> str:
    """What came of people's part, counted, in one line; empty where nothing is told of it."""
    parts = (
        _counted(audit, "said", _("what people said"), ANSWERED),
        _counted(audit, "decided", _("what they decided"), CARRIED_OUT),
        _counted(audit, "promised", _("what was promised"), KEPT),
        _harm_on_record(audit),
        next((_("the work was {outcome}", outcome=c.outcome) for c in audit.came_of if c.about == "stopped"), ""),
    )
    return f"{'; '.join(filter(None, parts))}." if any(parts[:4]) else ""


def _harm_on_record(audit: Audit) -> str:
    """That harm is on record which nobody tells to have been mended, without its words; empty where the verdict says it."""
    on_record = any(c.about == "harm" and c.outcome == "on record" for c in audit.came_of)
    if not on_record or audit.verdict.id == "broken trust":
        return ""
    return _("harm is on record, and it is not told that it was put right with those concerned")


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


_LONGEST, _CLAUSES = 20, 2
_SAYS_WHO = ("power.final_say", "rooms", "power.leadership")
"""Where the file tells who decides."""


def _decides(audit: Audit, told: ToldFound) -> bool:
    """Whether a group is told to decide: one that is over decides nothing in work that goes on."""
    decides = _("this group decides")
    return (told.at_present or is_over(audit)) and (decides in told.says or told_in_the_past(decides) in told.says)


def who_decides(audit: Audit) -> str:
    """Who has the last word, which groups with people in them decide, and what posts people hold; empty where none is told."""
    found: dict[str, str] = {}
    more: dict[str, int] = {}
    for place in _SAYS_WHO:
        for told in audit.told:
            # There is room for the first of each; of the others it is said that they are there.
            here = told.about == "part" and told.because and told.because[0].path.startswith(place)
            if here and (place != "rooms" or _decides(audit, told)):
                more[place] = more.get(place, -1) + 1
                found.setdefault(place, told.says)
    then, __ = tenses(over=is_over(audit))
    said = []
    for place, says in found.items():
        # The first sentence says it; what the file adds in its own words stands in the report.
        first = "; ".join(says.partition(". ")[0].rstrip(".").split("; ")[:_CLAUSES])
        first = few(first, _LONGEST)
        before, mark, named = first.partition(": ")
        said.append(sentence(f"{then(before)}{mark}{named}" if place == "power.leadership" else then(first)))
        if place == "rooms" and more[place]:
            said.append(
                then(
                    ngettext(
                        "One more group decides.",
                        "{number} more groups decide.",
                        more[place],
                        number=capital(number_says(more[place])),
                    )
                )
            )
    return " ".join(said)


BESIDE = ("runs", "uses", "disagreement", "looked back")
"""What stands beside what came of people's part, under headings of its own: who runs the work and who uses what came of it, what was disputed, and looks back."""


def of_peoples_part(audit: Audit) -> tuple[CameOf, ...]:
    """What came of what people said and decided, and what others decided, without what stands under headings of its own."""
    return tuple(one for one in audit.came_of if one.about not in BESIDE)


_NOT_TAKEN_UP = ("refused", "unanswered", "contested", "put off")


def _against(one: CameOf) -> bool:
    """Whether people's word was not taken up, or what they decided was set aside."""
    return one.outcome in _NOT_TAKEN_UP or one.outcome.startswith(_("set aside"))


def weightiest(audit: Audit, most: int, words: int) -> tuple[CameOf, ...]:
    """The entries that say most, each kind and outcome before more of one, in the order of the audit.

    What was refused, or set aside, comes before what was taken up when something is cut: a list of what was taken up
    alone would be unfair to those who asked for the rest.

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
    for one in (*sorted(first, key=lambda one: not _against(one)), *later)[:most]:
        words -= len(one.says.split())
        if chosen and words < 0 and not _against(one):
            break
        chosen.append(one)
    return tuple(one for one in audit.came_of if one in chosen)
