"""Which question comes next: the one whose answer would narrow the possible verdicts most for what it costs to answer.

Many files are tried, so candidates are ranked by what seems to hang on them first, and only the best are tried out: what would the
verdict be if this, or that, were answered?
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from involve_audit.facts.answers import Span
from involve_audit.facts.rung import RUNG_OF_ROLE
from involve_audit.interview import catalogue, further
from involve_audit.interview.asked_for import places
from involve_audit.project.practice import RUNGS
from involve_audit.rubric.model import FROM_TOO_LITTLE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from involve_audit.interview.question import Place, Question
    from involve_audit.interview.sitting import JudgedFacts, Sitting
    from involve_audit.policy.policy_file import Wanted

TRIED = 14
"""So many questions are tried out, and the rest stay in the order of what seems to hang on them."""
GIVEN_FIRST = 110
"""What is so heavy comes first without trying: what the work is, and where people have a part."""


WHAT_THE_WORK_IS = 112
"""What is so heavy asks what the work is, and is asked of every file."""
_OF_THOSE_WHO_TAKE_PART = ("pay", "expenses", "invited", "feedback", "support", "ended", "views")
_ALSO_OF_THEM = ("reward", "care", "access", "relationships", "influence.feedback", "influence.credit", "timing.contact", "voices.recruitment")  # fmt: skip
"""What is asked of those who take part only: where nobody does, there is nothing to answer."""


def in_order(sitting: Sitting, later: Collection[str] = (), conditions: tuple[Wanted, ...] = ()) -> Iterator[Question]:
    """The open questions of a file, the most decisive first.

    Args:
        sitting: the file.
        later: the questions, by their id, that somebody wishes to leave for later.
        conditions: what a policy asks for and is not met yet; it is asked right after what the work is.
    """
    found = {q.id: q for q in reversed(list(catalogue.open_questions(sitting)))}
    if _nobody(sitting):
        found = {name: q for name, q in found.items() if name not in _OF_THOSE_WHO_TAKE_PART}
    waiting = sorted((q for q in found.values() if q.id not in later), key=_weight)
    first = [q for q in waiting if q.weight >= GIVEN_FIRST]
    for question in first:
        yield _true_of(sitting, question) if question.weight < WHAT_THE_WORK_IS else question
    rest = [q for q in waiting if q.weight < GIVEN_FIRST]
    asked = {place for q in found.values() for place in places_of(q)}
    if conditions:
        for question in _asked_for(sitting, conditions, rest, _further(sitting, later, asked)):
            found[question.id] = question
            rest = [q for q in rest if q.id != question.id]
            later = (*later, question.id)
            yield replace(question, decides="the policy")
    open_now = openness(sitting.judged)
    if open_now > 0:
        tried = sorted(
            ((_gain(sitting, q, open_now), q) for q in rest[:TRIED]), key=lambda g: (-round(g[0], 3), _weight(g[1]))
        )
        yield from (q for gain, q in tried if gain > 0)
        done = {q.id for gain, q in tried if gain > 0}
        rest = [q for q in rest if q.id not in done]
    for question in sorted((*rest, *_further(sitting, later, asked)), key=lambda q: (_tier(q), *_weight(q))):
        yield _true_of(sitting, question)


def _true_of(sitting: Sitting, question: Question) -> Question:
    """A question without the claim that it decides the verdict, where no further answer can change that."""
    if question.decides != "the verdict" or openness(sitting.judged) > 0:
        return question
    return replace(question, decides="")


def _nobody(sitting: Sitting) -> bool:
    """Whether it is told that nobody has a part in any of the work, and nothing shows anybody: then nobody was paid, invited or told."""
    return sitting.no_part_anywhere and sitting.judged.weighed.outcome.id == "nobody involved"


def _further(sitting: Sitting, later: Collection[str], asked: Collection[Place]) -> tuple[Question, ...]:
    """What the format asks besides."""
    more: dict[str, Question] = {}
    within = {place[:n] for place in asked for n in range(1, len(place) + 1)}
    nobody = _nobody(sitting)
    for question in further.open_questions(sitting):
        if nobody and not {question.id, question.id.partition(".")[0]}.isdisjoint(_ALSO_OF_THEM):
            continue
        # What is asked in words of its own is not asked again in those of the format.
        if question.id not in later and within.isdisjoint(places_of(question)):
            more.setdefault(question.id, question)
    return tuple(more.values())


def _asked_for(
    sitting: Sitting, conditions: tuple[Wanted, ...], rest: Sequence[Question], more: Sequence[Question]
) -> list[Question]:
    """The questions that the conditions of a policy hang on, condition by condition, the heaviest of each first."""
    where = list(dict.fromkeys(places(sitting, conditions)))
    found = []
    for question in (*rest, *more):
        own = places_of(question)
        first = next((n for n, at in enumerate(where) if any(place[: len(at)] == at for place in own)), None)
        if first is not None:
            found.append((first, question))
    return [question for _, question in sorted(found, key=lambda f: (f[0], _tier(f[1]), *_weight(f[1])))]


def places_of(question: Question) -> set[Place]:
    """Where the answers to a question are written."""
    found = {place for choice in question.answers for place, _ in choice.tells} | {
        place for place, _ in question.unknown
    }
    if question.targets:
        key = question.path[-1] if question.path else "source"
        of_all = {place for _, tells in question.of_all for place, _ in tells}
        return {(*place, key) for place, _ in question.targets} | of_all
    return found | ({question.path} if question.path else set()) - {()}


def _weight(question: Question) -> tuple[float, str]:
    return -question.weight, question.id


def _tier(question: Question) -> int:
    return 0 if question.decides in ("the verdict", "the policy", "the label") else 1


_KEPT = ("pay_or_free_choice", "safe_where_sensitive", "people_answered")


def openness(judged: JudgedFacts) -> float:
    """How much is open in a verdict: 0 where no further answer can change it.

    The verdicts still possible count, whether enough is told to say anything, the range of the rung, and the ranges of the parts that
    make it. Where nothing by the rungs can be reached any more, their ranges do not count.
    """
    weighed, facts = judged.weighed, judged.facts
    outcome, rung = weighed.outcome, weighed.ladder.shown.rung
    if len(outcome.possible) == 1:
        return 0.0
    open_ = 1.2 * (len(outcome.possible) - 1)
    if not any(v in FROM_TOO_LITTLE for v in outcome.possible):
        return open_
    if not facts["enough_stages_told"].value:
        told = facts["stages_told"].value
        open_ += 4 - (min(told.low, 2) if isinstance(told, Span) else 0)
    if not facts["told_who_decided_or_what_changed"].value:
        open_ += 2.5
    open_ += 1.5 * (rung.high - rung.low)
    # What a part of the work may show counts as far as it goes beyond what is reached already: the rest moves no verdict.
    reached = max(role for role, made in enumerate(RUNG_OF_ROLE) if made <= rung.low)
    open_ += 0.2 * sum(max(s.shown.high - max(s.shown.low, reached), 0) for s in weighed.ladder.shown.stages)
    if "genuine partnership" in outcome.possible:
        # Pay, safety and answers make a genuine partnership of one in which decisions are shared. Before that is shown they decide
        # nothing, so that answers to them narrow nothing either.
        untold = [name for name in _KEPT if facts[name].value is None]
        open_ += 0.8 * len(untold if rung.low >= RUNGS.index("collaboration") else _KEPT)
    if weighed.table.tokenism is None and "tokenism" in outcome.possible:
        open_ += 0.3 * sum(held.truth is None for _, held in weighed.table.signs)
    return open_


def _gain(sitting: Sitting, question: Question, now: float) -> float:
    """By how much answers to a question would narrow what is open, for what it costs to give them."""
    samples = question.samples or tuple(c.tells for c in question.choices[:4] if c.tells)
    total = weight = 0.0
    for n, tells in enumerate(samples):
        judged = sitting.judged_with(tells)
        if judged is not None:
            odds = question.odds[n] if question.odds else 1.0
            total += odds * max(now - openness(judged), 0.0)
            weight += odds
    # What seems to hang on it decides between equals.
    return (total / weight + question.weight / 1000) / question.cost if total > 0 else 0.0
