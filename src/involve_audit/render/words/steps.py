"""What to do, until when, and what is promised."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from involve_audit.language import _, word_for
from involve_audit.record import Record
from involve_audit.render.words.findings import ANSWERED, gates_in_order, nobody_says_unheard
from involve_audit.render.words.phrases import sentence, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.results.audit import Audit, CriterionFound, Door, PartFound, Question, StageFound, Step


def steps_of(audit: Audit, kind: str) -> tuple[Step, ...]:
    """The steps of a kind, in the order of the audit. Steps of no known kind are things to do."""
    known = ("tell", "say it truly")
    return tuple(s for s in audit.steps if s.kind == kind or (kind == "do" and s.kind not in known))


def first_steps(audit: Audit, number: int = 2) -> tuple[Step, ...]:
    """What to do first, and what to write down first where something that is so is not shown: one of each, before more of either.

    Which of the two comes first, the audit says by its order. A truer word is no improvement.
    """
    steps = [s for s in audit.steps if s.kind != "say it truly"]
    first_of_each = {s.kind == "tell": s for s in reversed(steps)}.values()
    return tuple(dict.fromkeys((*sorted(first_of_each, key=steps.index), *steps)))[:number]


class ToDo(Record):
    """Something to do, and what it is for or about."""

    does: str
    about: str


def is_over(audit: Audit) -> bool:
    """Whether nothing of the work is still to come, by its phase or by its end: the same as for what is judged."""
    return audit.project.phase in ("finished", "cancelled") or bool(audit.project.ended or audit.project.last_told)


def is_only_long_past(audit: Audit) -> bool:
    """Whether the last that is told of the work lies years back, and nothing says that it is over."""
    ended = audit.project.ended or audit.project.phase in ("finished", "cancelled")
    return bool(audit.project.last_told) and not ended


def is_early(audit: Audit) -> bool:
    """Whether the work is an idea or an application: there are only plans yet."""
    return audit.project.phase in ("idea", "applying")


def nothing_yet(audit: Audit) -> bool:
    """Whether nothing can have happened to people yet: there are only plans, and nothing is done."""
    return is_early(audit) and audit.verdict.id == "promises"


def over_says(audit: Audit) -> str:
    """That the work is over, and what therefore is no step; empty where it is not over."""
    if not is_over(audit):
        return ""
    if is_only_long_past(audit):
        return _(
            "The last that is told of the work lies years back ({last_told}): steps that need a next meeting are left out.",
            last_told=audit.project.last_told,
        )
    who = _("Those who ran the work") if audit.project.stamp else _("You")
    # Where the phase does not say so, a reader asks how we know.
    by_day = (
        ""
        if audit.project.phase in ("finished", "cancelled")
        else _(" (its end is told: {ended})", ended=audit.project.ended)
    )
    return _(
        "The work is over{by_day}: steps that need a next meeting are left out. {who} can still answer, publish and repair, and tell the next work what was learned.",
        by_day=by_day,
        who=who,
    )


def nobody_knows(audit: Audit) -> str:
    """That something was asked, and is not known: never the same as that nobody told it."""
    return _("It was asked, and nobody knew.") if is_over(audit) else _("It was asked, and nobody knows.")


def asks_of(audit: Audit, question: Question) -> str:
    """A question; and where the file says that nobody knows, that it does."""
    return f"{question.asks} ({nobody_knows(audit)[:-1]}.)" if question.state == NOT_KNOWN else question.asks


NOT_KNOWN = "not known"
"""The state of a question that was asked, and of which the file says that nobody knows."""
FIND_ANSWERS = _("Find the answers to what decides most, and write them down.")
"""The step where none is known but to answer: which answers those are stands beside it, and nothing is said twice."""
NOTHING_WOULD = _("Nothing that is not told would change the verdict.")


def settled(audit: Audit) -> bool:
    """Whether no answer that is not told could change the verdict."""
    return all(v.id == audit.verdict.id for v in audit.verdict.possible)


def deciding(audit: Audit) -> tuple[Question, ...]:
    """What is not told and could change the verdict, or a condition on it: the one list of what decides most; none where nothing would."""
    if settled(audit):
        return ()
    asked_for = {"the verdict"} | {f"gate {g.id}" for g in audit.gates if g.state == "open" and (g.fails or g.caps)}
    if nobody_says_unheard(audit):
        asked_for.discard(f"gate {ANSWERED}")
        if is_early(audit):
            asked_for.discard("gate own-word")
    early = {"what can no longer be changed afterwards"}
    idle = closed(audit)
    return tuple(q for q in audit.questions if q.id not in idle and not (asked_for | early).isdisjoint(q.decides))


def closed(audit: Audit) -> frozenset[str]:
    """What is asked of nobody, by the name of its question: signs of tokenism that what is told leaves no ground for.

    To ask all the same would insinuate. It stays open in the verdict: silence settles nothing.
    """
    found: set[str] = set()
    if not (audit.rung.promised or any(c.about in ("decided", "promised") for c in audit.came_of)):
        found.add("binding-say-overruled")  # nothing is told that people decided, or were promised to decide
    came_in = next((c for p in audit.principles for c in p.criteria if c.id == "first-involvement"), None)
    if came_in is not None and (came_in.level.low >= _WHILE_OPEN or any(_while_open(p) for p in came_in.parts)):
        found.add("came-after-the-decisions")  # they came in while the plan could still change
    if came_in is not None and came_in.applies and came_in.level.high == 0:
        found.update(("came-after-the-decisions", "invited-only-because-asked-to"))  # it is told that nobody came in
    if audit.verdict.id == "nobody involved":
        found.update(sign.id for sign in audit.signs)  # where nobody takes part, none of them was there for show
    return frozenset(found)


_WHILE_OPEN = 2
"""The level at which people came in while the plan could still change."""


def _while_open(part: PartFound) -> bool:
    return part.met == "yes" and _("could still change") in part.asks


def first_things(audit: Audit, number: int = 2) -> tuple[ToDo, ...]:
    """What to do first, so that no report ends without a next step.

    The steps of the audit come first. Where they are fewer: what would lift a gate that is not met, then the small
    step on the question that stands lowest among those of which something is told, then the most decisive answer
    that is not told.
    """
    once: dict[str, ToDo] = {}
    for one in _things(audit, number):
        if one.does:
            once.setdefault(one.does, one)
        if len(once) == number:
            break
    return tuple(once.values())


def _things(audit: Audit, number: int) -> Iterator[ToDo]:
    for s in first_steps(audit, number):
        yield ToDo(sentences(s.does), sentences((s.lifts, closes_says(s))))
    changed = {_part_of(place) for s in audit.steps for place, __ in s.gives}
    asked: set[str] = set()
    for g in gates_in_order(audit.gates):
        # What a step changes already is not asked for a second time. What a gate rests on takes time to find.
        if g.state != "holds" or not g.lifts or (g.id in _ON_BEING_HEARD and "influence.heard" in changed):
            continue
        its = {_part_of(b.path) for b in g.because}
        if changed.isdisjoint(its):
            asked |= its
            # What was seen stands among what holds it back: nothing is said twice.
            yield ToDo(sentence(g.lifts), "")
    low = [c for p in audit.principles for c in p.criteria if c.applies and c.level.low < 3 and c.advice]
    if audit.project.phase in ("idea", "applying"):
        # Before the work begins a plan is all that can be there: to do now what is planned presumes people who have not come yet.
        low = [c for c in low if (c.planned or 0) <= c.level.low]
    low.sort(key=lambda c: (c.level.low, c.level.high, not c.core))
    for c in low:
        # What a criterion rests on takes time to find, so it is looked for last, and of few.
        # A condition that is not met and a question on one matter ask for one step.
        if c.because and not {_part_of(b.path) for b in c.because} <= asked:
            yield ToDo(sentence(c.advice), _so_far(c))
    states = {q.state == NOT_KNOWN for q in deciding(audit)}
    if False in states:
        yield ToDo(FIND_ANSWERS, "")
    if True in states:
        yield ToDo(
            _("Find out from people who were there, or from papers of that time, what decides most and is not known."),
            nobody_knows(audit),
        )


_ON_BEING_HEARD = ("own-word", ANSWERED)
"""The conditions that ask for an answer to people who were not heard, wherever they said so: a step that answers them is that one."""


def _so_far(criterion: CriterionFound) -> str:
    """Why a small step is offered: what the file settles on the question; empty where it settles nothing."""
    return f"{criterion.plain or criterion.asks} {sentence(criterion.found)}" if criterion.found else ""


def _part_of(place: str) -> str:
    """The practice to which a place belongs: its first two keys."""
    return ".".join(re.split(r"[.\[]", place)[:2])


def promise_says(stage: StageFound) -> str:
    """What is planned in a stage, and what kind of promise it is."""
    if not stage.promised:
        return (
            _("its day has passed; whether it came is not told") if stage.promise_is == "overdue" else _("nothing told")
        )
    lacks = f", {lacks_say(stage)}" if stage.promise_lacks else ""
    return f"{stage.promised} ({word_for(stage.promise_is)}{lacks})" if stage.promise_is else stage.promised


_LACKS = {"day": _("no date is told"), "money": _("no money and no owner is told")}


def lacks_say(stage: StageFound) -> str:
    """What is not set for a plan: `no date is told`."""
    return "; ".join(_LACKS.get(part, part) for part in stage.promise_lacks)


def closes_says(step: Step) -> str:
    """Until when a step can be taken, in a sentence; nothing where no time closes it."""
    if not step.closes:
        return ""
    return sentence(
        _("in time {closes}", closes=step.closes)
        if step.closes.startswith((_("before"), _("until")))
        else _("too late after {closes}", closes=step.closes)
    )


def door_says(door: Door) -> str:
    """What time closes, and when."""
    when = "" if door.when in ("", "closed") else sentence(door.when)
    return f"{sentence(door.says)} {when}".strip()


def written_where(step: Step) -> str:
    """The keys of the file under which a step would be written down; they stand apart, for people who write the file.

    >>> from involve_audit.results.audit import Step
    >>> written_where(Step("do", (), "", "", (("reward.pay", "{offered: all}"), ("power.decisions[+]", "{}")), ""))
    'reward.pay, power.decisions (one more entry)'
    """
    places = (w for w, __ in step.gives if not w.startswith("sources."))
    return ", ".join(
        _("{word} (one more entry)", word=w.removesuffix("[+]")) if w.endswith("[+]") else w
        for w in dict.fromkeys(places)
    )
