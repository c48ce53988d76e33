"""The signs of tokenism, and what else the judging makes of the facts for the conditions of a rubric."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.answers import Answer, compare, either
from involve_audit.facts.rung import shown, unsourced
from involve_audit.facts.tokenism import came_after_the_decisions, may_have_come_in_time
from involve_audit.judge.levels import Held, hold, kept
from involve_audit.project.practice import RUNGS
from involve_audit.record import Record
from involve_audit.rubric.model import BY_RUNG, TOO_LITTLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from involve_audit.facts import Facts
    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.rubric.model import Conditions, Rubric, Sign

    SignsHeld = tuple[tuple[Sign, Held], ...]
    """Each sign of a rubric, and whether it holds."""

PEOPLES_WORD = "said_not_heard"
"""The fact that is somebody's word. A later word may overtake it, and it is asked for as `people_heard`."""
LATE = came_after_the_decisions.__name__
"""The fact that rests on what people are told to have done after the plan: more of that may be told."""


class Rows(Record):
    """What a rubric asks for each verdict.

    Attributes:
        asked: the conditions of each verdict that has some.
        by_rung: the verdict of each rung, from `none` up.
    """

    asked: dict[str, Conditions]
    by_rung: tuple[str, ...]


_ROWS: dict[int, tuple[Rubric, Rows]] = {}
"""The last rubrics by their identity: to find out that another one says the same takes longer than to judge by it."""
_MOST_ROWS = 8


def rows_of(rubric: Rubric) -> Rows:
    """The rows of a rubric, put together once: many files are judged by the same."""
    if id(rubric) not in _ROWS:
        asked = {verdict.id: verdict.when for verdict in rubric.verdicts if verdict.when}
        by_rung = (
            next((name for name in BY_RUNG if name in asked and at_rung(asked[name], n)), TOO_LITTLE)
            for n in range(len(RUNGS))
        )
        if len(_ROWS) >= _MOST_ROWS:
            _ROWS.clear()
        # Held, so that no other rubric gets its identity.
        _ROWS[id(rubric)] = rubric, Rows(asked, tuple(by_rung))
    return _ROWS[id(rubric)][1]


def at_rung(when: Conditions | None, rung: int) -> bool:
    """Whether a row may hold at a rung."""
    asked = (when or {}).get("rung_shown")
    return asked is None or bool(compare(RUNGS[rung], asked.comparator, asked.wanted))


def signs_of(facts: Facts, rubric: Rubric) -> SignsHeld:
    """Whether each sign of a rubric holds."""
    known: SignsHeld | None = facts.settled.get(id(rubric.signs))
    if known is None:
        known = facts.settled[id(rubric.signs)] = tuple((sign, kept(hold(sign.when, facts))) for sign in rubric.signs)
    return known


def by_word(sign: Sign) -> bool:
    """Whether a sign rests on somebody's word that people were not heard."""
    return PEOPLES_WORD in sign.when


def word_may_change(case: Case) -> bool:
    """Whether people may still be told to say otherwise of their part: a later word of theirs overtakes an earlier one, and later answers do."""
    return not (case.complete("findings") and case.complete("views"))


def may_be_lifted(sign: Sign, case: Case) -> bool:
    """Whether further answers could say of a sign that holds that it does not: a later word, or a part that people had after the plan."""
    theirs = by_word(sign) or "most_say_it_made_no_difference" in sign.when
    return (theirs and word_may_change(case)) or (LATE in sign.when and may_have_come_in_time(case))


def with_rubric(facts: Facts, rubric: Rubric) -> Facts:
    """The same facts, which also answer what a rubric makes of them."""
    if facts.rubric is not rubric:
        facts.rubric, facts.derived = rubric, WORK
    return facts


def sign_of_tokenism(facts: Facts) -> Answer:
    """Does one of the signs hold?"""
    held = [held for _, held in signs_of(facts, facts.rubric)]
    truth = either(*(one.truth for one in held))
    return Answer(truth, _places(held, truth))


def people_were_there(facts: Facts) -> Answer:
    """Were people present, as far as the signs let it be said?"""
    present = facts["people_present"]
    if present.value is False and facts["sign_of_tokenism"].value:
        return Answer(None, present.where)
    return present


def rung_shown(facts: Facts) -> Answer:
    """Which rung is shown, at the low end?"""
    return Answer(RUNGS[shown(facts.case).rung.low], (("stages",),))


def more_is_told(facts: Facts) -> Answer:
    """Is more than a consultation told, and only not shown?

    Tokenism is said of people: that they were there, and did not count. So it is not enough that no more is *shown* because nobody named a
    source: then it is open, the check fails on its gate as long as it is, and the headline names the parts that lack one. Silence gains
    nothing by this: without the role that is told, tokenism holds; and a claim gains no more than that nobody is accused on no evidence.
    """
    lacking = unsourced(facts.case)
    return Answer(None if lacking else False, tuple(("stages", stage) for stage in lacking) or (("stages",),))


def told_to_be_done(facts: Facts) -> Answer:
    """Is it told that anything has been done?"""
    done = facts["anything_done"]
    return Answer(done.value is True, done.where)


def tokenism(facts: Facts) -> Answer:
    """Does the row of this name hold, whatever comes before it?

    The places are those of the signs, unless something else rules it out.
    """
    when = rows_of(facts.rubric).asked.get("tokenism")
    row = hold(when, facts) if when else None
    if row is not None and row.no not in ("", "sign_of_tokenism", "people_were_there"):
        return Answer(False, facts[row.no].where)
    truth = row.truth if row is not None else False
    return Answer(
        truth, _places([held for _, held in signs_of(facts, facts.rubric)], truth) or facts["people_present"].where
    )


def _places(held: Iterable[Held], truth: bool | None) -> tuple[Path, ...]:
    """The places of the signs of which this is so."""
    return tuple(path for one in held if one.truth is truth for path in one.where)


WORK = {
    work.__name__: work
    for work in (sign_of_tokenism, people_were_there, rung_shown, more_is_told, told_to_be_done, tokenism)
}
"""How each of `rubric.derived.DERIVED` is worked out."""
