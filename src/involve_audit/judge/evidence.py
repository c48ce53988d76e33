"""How well an answer is supported, and what contributors say of it.

Support is derived, never typed. A bare claim without one specific (a date, a number, a role, a decision) caps
a criterion at 1; documented or specific at 2; level 3 needs confirmation by contributors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.facts.tokenism import own_word_not_heard
from involve_audit.facts.views import SIDES, confirmed, disputed, enough, most, opinions, too_few
from involve_audit.language import _
from involve_audit.project.fields import Told, has_parts
from involve_audit.project.people import Stage, Stages
from involve_audit.project.power import FinalSay
from involve_audit.project.practice import Section
from involve_audit.project.values import Count, Dates, Money, Period

if TYPE_CHECKING:
    from collections.abc import Iterable

    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case

CLAIMED, SPECIFIC, DOCUMENTED = "claimed", "specific", "documented"
_CAPS = {"": 0, CLAIMED: 1, SPECIFIC: 2, DOCUMENTED: 2}
_ROLES = frozenset(
    (
        "decided_by",
        "written_by",
        "set_by",
        "owner",
        "chair",
        "collected_by",
        "said_by",
        "by",
        "role",
        "who",
        "with_whom",
    )
)
_NOBODY = (None, "unknown", (), "nobody", ("unknown",), ("nobody",))


def _is_specific(value: Any) -> bool:
    match value:
        case Dates():
            return value.names_a_time
        case Count():
            return value.high is not None or value.low > 2
        case Money():
            return bool(value.amount)
        case Period():
            return value.days is not None
    return False


def support_at(case: Case, path: Path) -> str:
    """The support of what is told at a place: claimed, specific or documented; empty where nothing is told.

    The source of the nearest part around the place counts, and any date, number, amount or role in that part. The
    source of a section or of a whole list shows the answers that stand directly in it.
    """
    value = case.at(path)
    if value is None:
        return ""
    for length in range(len(path), 0, -1):
        part = value if length == len(path) else case.at(path[:length])
        if isinstance(part, (Section, Stages)):
            if part.source and length >= len(path) - 1 and not has_parts(value):
                return DOCUMENTED
        elif isinstance(part, Told) and "source" in part.questions:
            if getattr(part, "source", None):
                return DOCUMENTED
            return SPECIFIC if has_specific(part) else CLAIMED
    return SPECIFIC if _is_specific(value) else CLAIMED


def has_specific(part: Told) -> bool:
    """Whether a part of the file tells a date, a number, an amount or who did it."""
    # The part that people have in a stage, and who has the final say, are the claim itself, and nothing specific about it.
    roles = _ROLES - {"role", "who"} if isinstance(part, (Stage, FinalSay)) else _ROLES
    return _specific_below(part, roles)


def _specific_below(value: Any, roles: frozenset[str]) -> bool:
    """Whether something specific stands in a part, a list or a group. What is disputed is another account of it, and no support."""
    if isinstance(value, tuple):
        return any(_specific_below(one, roles) for one in value if type(one) is not str)
    if isinstance(value, Told):
        value = vars(value)
    if not isinstance(value, dict):
        return _is_specific(value)
    return any(
        (key in roles and told not in _NOBODY) or (type(told) is not str and _specific_below(told, roles))
        for key, told in value.items()
        if key != "disputed"
    )


def strongest(case: Case, places: Iterable[Path]) -> str:
    """The strongest support at any of these places."""
    known = case.support
    strongest_yet = ""
    for place in places:
        support = known.get(place)
        if support is None:
            support = known[place] = support_at(case, place)
        if support == DOCUMENTED:
            return DOCUMENTED
        if support == SPECIFIC or not strongest_yet:
            strongest_yet = support
    return strongest_yet


def cap_of(support: str) -> int:
    """The level that this support allows without confirmation."""
    return _CAPS[support]


def contributors_allow(case: Case, principle: str) -> tuple[int, int, str]:
    """The highest level that contributors' views allow on a principle, low and high end, and their state.

    Where no views are told, most contributors might disagree: silence must not pay, so the low end is 1. Where
    the file tells that they were not asked (`views: none`), it is 2. Where so few answered that it is only shown
    that not most agree, most may disagree: the low end is 1, and what is hidden cannot be worked out from the level.
    Where people say by their own latest word that they were not heard, earlier praise confirms neither their influence
    nor their power. State: confirmed, disputed, split, not asked apart, too few, not asked,
    not told, not heard.
    """
    key = f"{ALLOW}{principle}"
    if key not in case.memo:
        case.memo[key] = _allowed(case, principle)
    allowed: tuple[int, int, str] = case.memo[key]
    return allowed


ALLOW = _("contributors allow ")
"""Under this, with the name of a principle behind it, a case remembers what its contributors' views allow."""


def _allowed(case: Case, principle: str) -> tuple[int, int, str]:
    yes, no = confirmed(case, principle).value, disputed(case, principle).value
    if no:
        return 1, 1, "disputed"
    if principle in ("influence", "power") and own_word_not_heard(case).value:
        return (2 if yes or no is False else 1), 2, "not heard"
    if yes:
        return 3, 3, "confirmed"
    found = opinions(case, principle)
    low, high = (2 if no is False else 1), (3 if yes is None else 2)
    if found is None:
        return low, high, "not told"
    if not found:
        # Where so few answered that nothing of their views is told, it is said so; a view on other things tells nothing of this one.
        few = any(v.of in SIDES and too_few(v) for v in case.entries("views") or ())
        return low, high, "too few" if few else "not asked" if case.complete("views") else "not told"
    if yes is False and (no is None or not any(enough(case, view) for __, view, ___ in found)):
        return low, high, "too few"
    if yes is None:
        return low, high, "not told"
    says = {most(view, opinion) for __, view, opinion in found}
    # That most agree, and nobody asked them apart from the team, does not confirm it; nor does it make those who answered disagree.
    return low, high, "not asked apart" if says == {"agree"} else "split" if says - {"agree", None} else "not told"
