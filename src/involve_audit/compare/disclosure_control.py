"""What takes no part in a comparison, because two dates would show what one person did or said.

Each date alone follows the rules of `facts.views` and `judge.room`. But where a round of three answers becomes one of four, the
difference between two reports is the fourth answer. So a round of few answers that is not the same on both sides, and one
that grew by few, is left out on both sides. That is decided from how many answered and from what each report shows
already, never from the counts that are hidden.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from involve_audit.facts.views import FEW, few, said
from involve_audit.judge.viewpoints import put_at
from involve_audit.language import _

if TYPE_CHECKING:
    from involve_audit.facts.case import Case
    from involve_audit.load import Document
    from involve_audit.project.people import View

Round = tuple[str, str]
"""Whose answers, and when they were asked."""

PEOPLE = frozenset(
    {
        "meeting_people", "largest_room_with_one_contributor", "smallest_share_of_votes_in_percent", "people_who_left", "equal_votes_where_decided",
        "contributors_in_all", "contributors_who_answered",
    }
)  # fmt: skip
"""Facts that count people. They are not set beside each other, whether they changed or not."""

LEFT_OUT = _(
    "Counts of people, and who is in which room, take no part: two dates side by side would show who came, went or spoke."
)
ROUNDS_LEFT_OUT = _(
    "What few people answered is not the same on both sides. It takes no part here, for the difference would show what one person said. So a level may stand lower here than in the report of the day."
)

_SAYS = ("by_principle", "label_fits", "words", "dissent", "statement", "sealed")


def _rounds(case: Case) -> dict[Round, list[View]]:
    rounds: dict[Round, list[View]] = {}
    for view in case.entries("views") or ():
        rounds.setdefault(_round(view), []).append(view)
    return rounds


def _round(view: View) -> Round:
    return view.of or "", view.when.text if view.when else ""


def _shown(case: Case, views: list[View]) -> tuple[Any, ...]:
    """What a report shows of a round."""
    return tuple(
        (
            v.asked.text if v.asked else "", v.answered.text if v.answered else "", v.collected_by, v.anonymous, v.label_fits, v.words,
            v.statement, tuple(d.said for d in v.dissent or ()), tuple((p, said(case, v, o)) for p, o in (v.by_principle or {}).items()),
        )
        for v in views
    )  # fmt: skip


def held_back(before: Case, after: Case) -> frozenset[Round]:
    """The rounds that take no part in a comparison of two files."""
    one, other = _rounds(before), _rounds(after)
    held = set()
    for key in one.keys() | other.keys():
        was, is_ = one.get(key, []), other.get(key, [])
        if _shown(before, was) == _shown(after, is_):
            continue
        if any(few(v) for v in (*was, *is_)) or (was and is_ and not _grew_by_many(was, is_)):
            held.add(key)
    # A round whose day is told in other words is still the same people, and one more of them would show.
    for key in one.keys() - other.keys():
        for later in other.keys() - one.keys():
            was, is_ = one[key], other[later]
            if (
                key[0] == later[0]
                and _same_days(was[0], is_[0])
                and _shown(before, was) != _shown(after, is_)
                and not _grew_by_many(was, is_)
            ):
                held |= {key, later}
    return frozenset(held)


def _same_days(one: View, other: View) -> bool:
    """Whether two rounds may have been on the same days; so they may where no day is told."""
    days = [(v.when.first, v.when.last) for v in (one, other) if v.when and v.when.first and v.when.last]
    if len(days) < 2:
        return True
    (start, end), (first, last) = days
    return start <= last and first <= end


def _grew_by_many(was: list[View], is_: list[View]) -> bool:
    """Whether so many answers came to a round that none of them stands out."""
    if (
        len(was) != 1
        or len(is_) != 1
        or was[0].answered is None
        or is_[0].answered is None
        or was[0].answered.high is None
    ):
        return False
    return is_[0].answered.low >= was[0].answered.high + FEW


def without(document: Document, case: Case, rounds: frozenset[Round]) -> Document:
    """A file without what was said in some rounds of answers; lines and columns stay those of the file."""
    tree: Any = document.tree
    for n, view in enumerate(case.entries("views") or ()):
        if _round(view) in rounds:
            path = document.true_path(("views", "entries", n))
            tree = put_at(tree, path, {k: v for k, v in document.get(path).items() if k not in _SAYS})
    return document if tree is document.tree else replace(document, tree=tree)
