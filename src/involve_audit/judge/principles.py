"""The principles and their criteria as a report shows them: levels in words, what caps them, what the next level asks for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from involve_audit.facts.answers import NOT_TOLD, Span, compare, in_words
from involve_audit.facts.not_known import nobody_knows
from involve_audit.judge.advice import no_meeting, small_step
from involve_audit.judge.evidence import contributors_allow
from involve_audit.judge.levels import instead_of_nothing, mean, means
from involve_audit.judge.told import is_there
from involve_audit.language import _
from involve_audit.project.fields import Told, annotation
from involve_audit.project.practice import Practice, names_deciders
from involve_audit.record import later, replace
from involve_audit.results.audit import CriterionFound, PartFound, PrincipleFound, Range, Score
from involve_audit.rubric import derived
from involve_audit.rubric.citations import citations
from involve_audit.rubric.model import LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from involve_audit.facts import Facts
    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.judge.levels import Judged
    from involve_audit.results.audit import Evidence
    from involve_audit.rubric.model import Principle, Rubric

_SUPPORT_CAPS = {
    "claim": _("Nothing is named that shows it. A bare claim reaches 1 at most."),
    "dispute": _("Most contributors do not see it so. That weighs more than paper: 1 at most."),
}


def principle_found(
    rubric: Rubric,
    principle: Principle,
    judged: Sequence[Judged],
    facts: Facts,
    verdict: str,
    because: Callable[[Judged], tuple[Evidence, ...]],
    *,
    when_asked: bool = False,
) -> PrincipleFound:
    """A principle with its criteria, in words.

    Args:
        rubric: for the sources.
        principle: the principle.
        judged: the criteria, of this principle and of others.
        facts: the facts of the file.
        verdict: the verdict, by its id.
        because: finds the lines that decided a criterion.
        when_asked: whether these have not been looked for yet, nor what hangs on whether there are any.
    """
    case, nobody = facts.case, verdict == "nobody involved"
    mine = [j for j in judged if j.criterion.principle == principle.id]
    low, high = means(mine)
    state = contributors_allow(case, principle.id)[2]
    return PrincipleFound(
        principle.id, principle.title, principle.says, low, high, letter(low, high), state,
        tuple(_criterion(rubric, j, state, facts, because, small_step(j.criterion, facts, nobody=nobody), when_asked=when_asked) for j in mine), principle.plain or "",
    )  # fmt: skip


def letter(low: float, high: float) -> str:
    """A to D for the middle of a range from 0 to 100; `?` where it spans more than half."""
    if high - low > 50:
        return "?"
    middle = (low + high) / 2
    return "A" if middle >= 75 else "B" if middle >= 50 else "C" if middle >= 25 else "D"


_INSTEAD = {
    "planned": _("Not yet: it is planned."),
    "was planned": _("It was planned. Nothing tells that it came."),
    "later": _("Not yet: it is told for a day that is still to come."),
    "on paper": _("There is a rule on paper. That is not yet a practice."),
}


def _found(case: Case, item: Judged, state: str) -> str:
    """The sentence of a settled level; at level 0 it says no more than what is told."""
    says = item.criterion.levels[str(item.low)].says  # type: ignore[index]
    if item.high > 0:
        return says
    says = _INSTEAD.get(instead_of_nothing(case, item), says)
    if state == "confirmed":
        says += _(" Contributors confirm the principle as a whole; on this question the file tells otherwise.")
    return says


def _criterion(
    rubric: Rubric,
    item: Judged,
    state: str,
    facts: Facts,
    because: Callable[[Judged], tuple[Evidence, ...]],
    advice: str,
    *,
    when_asked: bool,
) -> CriterionFound:
    criterion = item.criterion
    settled = item.low == item.high
    capped = _SUPPORT_CAPS.get(item.capped, "")
    if item.capped == "views":
        capped = (
            _(
                "Contributors' own view is not told. They might not see it so, and only level 1 is sure. If nobody has asked them, the file can say so (views)."
            )
            if state == "not told"
            else _(
                "So few contributors answered that more is not shown than this: not most agree. Most may disagree, so only level 1 is sure."
            )
            if state == "too few" and item.low < 2
            else _(
                "By their own latest word people were not heard, so earlier praise does not confirm this: 2 at most."
            )
            if state == "not heard"
            else _("Level 3 needs contributors' own view, asked apart from the team.")
        )
    found = CriterionFound(
        id=criterion.id,
        title=criterion.title,
        asks=criterion.asks,
        core=criterion.core == "yes",
        applies="unknown" if item.applies is None else item.applies,
        level=Range(item.low, item.high),
        planned=item.planned,
        support=item.support,
        found=_found(facts.case, item, state) if settled else "",
        capped=capped,
        anchors=tuple(criterion.levels[k].says for k in LEVELS),
        why=criterion.why,
        good=criterion.good or "",
        advice=advice,
        question=(no_meeting(facts.case) and criterion.question_after) or criterion.question,
        not_told=tuple(derived.asked(u).question for u in item.unknown),
        because=because(item),
        sources=citations(rubric, criterion.sources),
        plain=criterion.plain or "",
        not_known=tuple(derived.asked(u).question for u in item.unknown if nobody_knows(facts, u)),
    )
    its = partial(_parts, item, found, facts)
    return replace(found, parts=later(its) if when_asked else its())


def score(principles: Sequence[PrincipleFound], judged: Sequence[Judged]) -> Score:
    """The whole as a range, with the number of criteria at each level."""
    applying = [j for j in judged if j.applies is not False]
    settled = [j.low for j in applying if j.low == j.high and j.applies is True]
    counts = tuple(settled.count(n) for n in range(4))
    return Score(
        round(mean(p.low for p in principles), 1),
        round(mean(p.high for p in principles), 1),
        (counts[0], counts[1], counts[2], counts[3]),
        len(applying) - len(settled),
        len(judged) - len(applying),
    )


# --- what the next level asks for ------------------------------------------------------------------

_ORDER = {"yes": 0, "no": 1, "not told": 2}


def _parts(item: Judged, criterion: CriterionFound, facts: Facts) -> tuple[PartFound, ...]:
    """What the level above asks for, part by part: what is there first, what is not told last."""
    if item.low > 1 or not item.high or item.applies is False or not criterion.because:
        return ()
    wanted: dict[str, Any] = dict(item.criterion.levels[LEVELS[item.low + 1]].when or {})
    found = [_part(name, condition, facts) for name, condition in wanted.items()]
    if item.low and not any(p.met == "yes" for p in found):
        # What is there already belongs to the level that is reached.
        below: dict[str, Any] = dict(item.criterion.levels[LEVELS[item.low]].when or {})
        found += [p for name, c in below.items() if name not in wanted and (p := _part(name, c, facts)).met == "yes"]
    return tuple(sorted(found, key=lambda p: _ORDER[p.met]))


def _nothing_but_no(told: object) -> bool:
    return isinstance(told, Practice) and told.status not in (None, "unknown") and not is_there(told)


def _stands(case: Case, place: Path) -> bool:
    """Whether the file tells anything at a place that is counted."""
    told = case.at(place)
    return told is not None and told not in ((), {})


def _is_list(case: Case, place: Path) -> bool:
    """Whether a list of words that may go on stands at a place; of who decided, all are named."""
    told, around = case.at(place), case.at(place[:-1])
    if not isinstance(told, tuple) or not any(isinstance(one, str) for one in told):
        return False
    return not (isinstance(around, Told) and names_deciders(annotation(type(around), str(place[-1]))))


def _part(name: str, condition: Any, facts: Facts) -> PartFound:
    value = facts[name].value
    truth = None if value is None else compare(value, condition.comparator, condition.wanted)
    met = {True: "yes", False: "no", None: "not told"}[truth]
    if value is True and any(_nothing_but_no(facts.case.at(place)) for place in facts[name].where):
        # That something was done says little where all that is told of it is what was not.
        return PartFound(derived.asked(name).question, "not told", "not told")
    if value is False and any(_is_list(facts.case, place) for place in facts[name].where):
        # What a list does not name may be there all the same: that it is not named is all that can be said.
        return PartFound(derived.asked(name).question, "not listed", met)
    asks = derived.asked(name).question
    # A condition may want a no: the answer to the question and what is met are then not the same.
    says = in_words(value)
    if says == NOT_TOLD and nobody_knows(facts, name):
        says = "not known"
    elif (
        says == NOT_TOLD and isinstance(value, Span) and any(_stands(facts.case, place) for place in facts[name].where)
    ):
        # A count that may go on, of what stands there: none so far is something told.
        says = _("none so far")
    return PartFound(asks, says, met)
