"""What is not told, as questions: the most decisive first."""

from __future__ import annotations

from functools import cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING

from involve_audit.facts import FACTS
from involve_audit.facts.deciders import deciders
from involve_audit.facts.not_known import not_known
from involve_audit.facts.roles import CONSULTED
from involve_audit.judge.advice import OF_NOBODY, is_over, never_came, tenses
from involve_audit.judge.signs import PEOPLES_WORD
from involve_audit.judge.stage_words import stage_words
from involve_audit.language import _
from involve_audit.project.practice import PLANNING, SHAPING, with_contributors
from involve_audit.results.audit import Question
from involve_audit.rubric.derived import DERIVED, asked
from involve_audit.wording.messages import shown
from involve_audit.wording.past_tense import in_the_past

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from involve_audit.facts import Facts
    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.judge.ladder import Ladder
    from involve_audit.judge.levels import Held, Judged
    from involve_audit.judge.verdict import VerdictConditions
    from involve_audit.load import Document
    from involve_audit.rubric.model import Gate, Rubric


def _kind(case: Case | None) -> str | None:
    """What sort of work it is, where that is told."""
    return case.told.project.kind if case is not None and case.told.project is not None else None


def _asks_for_stage(stage: str, case: Case | None = None) -> str:
    """The question about a part of the work: of what is still to come, what goes on, or is over."""
    does = _("did") if stage in PLANNING else _("do")
    if case is not None and is_over(case):
        does = _("did")
    elif case is not None and case.early:
        # Of an application the question is chosen by now; of an idea that may still come.
        does = _("did") if stage == "priorities" and case.phase == "applying" else _("will")
    about = stage_words(_kind(case))[stage]
    if case is not None and is_over(case):
        about = in_the_past(about)
    if does == "will":
        about = about.replace(_("was found"), _("is found"))
    return _("What part {does} people have in {about}?", does=does, about=about)


_ASKED_KINDLY = {
    "people_heard": _("Were people heard, and who says so?"),
    "invited_only_because_asked_to": _("Why were people asked to take part?"),
    "binding_say_overruled": _("Was a decision that had been announced as people's own carried out as they took it?"),
    "role_ended_over_their_heads": _("Did a group or a role of people end, and did they agree to it?"),
    "lone_seat_and_nothing_changed": _("Does one person sit alone in a group of others, without a vote?"),
    "came_after_the_decisions": _("Did people come in before the decisions were taken?"),
    "most_say_it_made_no_difference": _("Do most people who take part say that it made a difference?"),
    "trust_broken": _("Was anybody harmed, or something used otherwise than agreed? (We ask this of all work.)"),
    "contributors_unpaid": _("Are people paid for their time; and if not, did they choose so?"),
}
"""What a fact asks, where its own words would sound like a charge to those of whom it is asked, or like a form."""


MENDED = _("Was the harm on record put right with those concerned?")


def _question_of(name: str) -> str:
    return _ASKED_KINDLY.get(name) or asked(name).question


@cache
def _asking(name: str) -> Callable[[], str]:
    """What asks for a fact: the same of every project, so that a table of many makes it once."""
    return partial(_question_of, name)


def _asks_for_status(title: str, *, over: bool) -> str:
    if over:
        return _("{titles}: was this done?", titles=title)
    return _("{titles}: is this planned, going on, or done?", titles=title)


def _asks_for_evidence(title: str, decision: str) -> str:
    """What would show people's part, or, where that is told, the decision that they took."""
    if decision:
        return f"{title}: {decision}"
    return _("{titles}: what shows what people's part was: a minute, a paper, a page?", titles=title)


WHAT_SHOWS = _("what shows the decision that people took there: a minute, a paper, a page?")
SHARED_DECISION = _("which decision was taken together, and what became of it?")
OWN_DECISION = _("which decision did people take there, and what became of it?")
ASKED_OF_NOBODY = ("nobody-involved", "only-others-speak", "absence-unexamined", "broken-trust")
"""The gates that can be asked about where nobody is involved."""


def _decisions_told(case: Case, stage: str) -> list[bool]:
    """For each decision of a stage that people had a part in, and of which it is told what became, whether something shows it."""
    return [
        bool(d.source)
        for d in case.entries("power.decisions") or ()
        if stage in (d.stage or ()) and with_contributors(deciders(case, d)) and d.became not in (None, "unknown")
    ]


class NotTold:
    """Something that is not told.

    Attributes:
        id: by which it is known; of a fact, its name.
        asks: what is asked, as a question, made when somebody asks for it: a table of many projects prints none of them.
        path: where it would stand.
        weight: the higher, the more is decided by it; in hundredths, so that it is a whole number.
        decides: what it helps to settle, in the order of the rubric.
    """

    __slots__ = ("asks", "decides", "id", "path", "weight")

    def __init__(self, id_: str, asks: Callable[[], str], path: Path, decides: str, weight: int) -> None:
        self.id = id_
        self.asks = asks
        self.path = path
        self.weight = 100 * weight + 1
        self.decides: tuple[str, ...] = (decides,)

    def settles(self, decides: str, weight: int) -> None:
        """Note something more that it helps to settle. What settles more comes first among those of one weight."""
        more = 100 * weight
        self.weight = (more if more > self.weight else self.weight) + 1
        if decides not in self.decides:
            self.decides += (decides,)


_BY_WEIGHT = attrgetter("weight")
Open = dict[str, NotTold]
"""What is not told, by its id, the most decisive first."""


def open_questions(
    facts: Facts,
    rubric: Rubric,
    ladder: Ladder,
    table: VerdictConditions,
    verdict: str,
    gates: Iterable[tuple[Gate, str, Held]],
    judged: Iterable[Judged],
) -> Open:
    """The open questions, most decisive first: verdict, failing gates, gates that cap, criteria.

    Before a bid is handed in, what can still be changed by then comes first.
    """
    found: Open = {}
    known = facts.known
    titles: dict[str, str] = {s.id: s.title for s in rubric.stages}

    def want(key: str, asks: Callable[[], str], path: Path, weight: int, decides: str) -> None:
        found[key] = NotTold(key, asks, path, decides, weight)

    def want_fact(name: str, weight: int, decides: str) -> None:
        if name == "harm_not_mended" and facts["trust_broken"].value is None:
            name = "trust_broken"  # whether harm was mended is no question while nobody has said whether there was any
        one = found.get(name)
        if one is not None:
            one.settles(decides, weight)
        else:
            where = (known.get(name) or facts[name]).where
            asks = _asking(name)
            if name == "trust_broken" and facts.case.entries("care.harm"):
                asks = partial(str, MENDED)  # that there is harm is told
            found[name] = NotTold(name, asks, where[0] if where else (), decides, weight)

    def want_for_gate(name: str, weight: int, decides: str) -> None:
        # Two gates may wait for one answer: that is one question, and it settles both.
        where = facts[name].where[:1]
        if name not in found and where and (facts.case.at(where[0]) is None or not_known(facts.case, where[0])):
            alike = (key for key, one in found.items() if one.path == where[0] and key in facts_asked)
            name = next(alike, name)
        facts_asked.add(name)
        want_fact(name, weight, decides)

    facts_asked = {"people_heard"}
    early, over = facts.case.early, is_over(facts.case)
    # Where nobody takes part, nothing can be asked of how it is for them.
    nobody = verdict == "nobody involved" and facts["people_present"].value is False
    alone = facts["has_researchers"].value is False
    before_the_bid = [s for s in ladder.shown.stages if s.stage in PLANNING]
    if early and before_the_bid and all(s.shown.low < CONSULTED for s in before_the_bid):
        submitted = facts.case.at("project.dates.submitted")
        when = f" ({submitted.in_words})" if submitted is not None and submitted.first else ""
        want(
            "before the bid",
            lambda: _("Before the bid is handed in{when}: who of those it is about could still change the question, the design or the budget?", when=when),
            ("stages", before_the_bid[0].stage), 110, "what can no longer be changed afterwards",
        )  # fmt: skip
    for stage in ladder.shown.stages:
        open_status = stage.why == "not told whether it happened"
        if stage.told is None and never_came(facts.case, stage.stage):
            continue  # to ask what part people had in it would presume that it was done
        if stage.told is None and not stage.promised:
            weight = 95 if stage.stage in SHAPING else 70
            want(
                f"stage {stage.stage}",
                partial(_asks_for_stage, stage.stage, facts.case),
                ("stages", stage.stage),
                weight + early * 4,
                "the verdict",
            )
        elif open_status:
            want(
                f"status {stage.stage}",
                partial(_asks_for_status, titles[stage.stage], over=over),
                ("stages", stage.stage),
                99,
                "the verdict",
            )
        elif stage.why in ("claim", "no shared decision"):
            told = _decisions_told(facts.case, stage.stage) if stage.why == "no shared decision" else []
            if told and all(told):
                continue  # it was advice, or was carried out in part: that is told, and shown
            lacks = "" if stage.why == "claim" else WHAT_SHOWS if told else OWN_DECISION if alone else SHARED_DECISION
            asks = partial(_asks_for_evidence, titles[stage.stage], lacks)
            want(f"evidence {stage.stage}", asks, ("stages", stage.stage), 85, "the verdict")
    promises = verdict == "promises"
    if table.tokenism is None and not promises:
        for __, held in table.signs:
            for name in held.unknown:
                if name != PEOPLES_WORD:
                    want_fact(name, 60, "the verdict")
        if facts["people_heard"].value is None:  # where some say yes and others no, it is told
            want_fact("people_heard", 90, "the verdict")
    if table.broken is None and not promises:
        want_fact("trust_broken", 58, "the verdict")
    if not facts["told_who_decided_or_what_changed"].value:
        want_fact("told_who_decided_or_what_changed", 97, "the verdict")
    for gate, state, held in gates:
        if state == "open" and not (nobody and gate.id not in ASKED_OF_NOBODY):
            for name in held.unknown:
                want_for_gate(name, (55 if gate.fails == "yes" else 40), f"gate {gate.id}")
    if facts["contributors_asked_apart"].value is None and not nobody:
        want_fact("contributors_asked_apart", 54, "level 3 of every criterion")
    for item in judged:
        if item.applies is not False and not (nobody and item.criterion.principle != OF_NOBODY):
            weight, decides = 12 if item.criterion.core == "yes" else 3, f"criterion {item.criterion.id}"
            for name in item.unknown:
                want_fact(name, weight, decides)
    in_order = sorted(map(found.__getitem__, sorted(found)), key=_BY_WEIGHT, reverse=True)
    return {one.id.replace("_", "-"): one for one in in_order}


def questions(open_: Open, case: Case, document: Document) -> tuple[Question, ...]:
    """The open questions, each with its line."""
    __, asked_then = tenses(case)
    return tuple(
        Question(
            key,
            asked_then(one.asks()),
            shown(one.path),
            document.at(one.path)[0],
            one.decides,
            "not known" if not_known(case, one.path) else "not told",
        )
        for key, one in open_.items()
    )


def asks_of(question: str, rubric: Rubric) -> str:
    """A question by its id, in words that hold for every project: for what many projects do not tell.

    An id that nobody knows any more (of a row that was kept) is given back as it is.
    """
    name = question.replace("-", "_")
    fact = FACTS.get(name) or DERIVED.get(name)
    if fact is not None:
        return fact.question
    kind, __, stage = question.partition(" ")
    title = next((s.title for s in rubric.stages if s.id == stage), "")
    if title and kind in ("stage", "status", "evidence"):
        return {
            "stage": _asks_for_stage(stage),
            "status": _("{title}: is this planned, going on, or done?", title=title),
            "evidence": _("{title}: what shows what people's part was?", title=title),
        }[kind]
    return (
        _("Before the bid is handed in: who of those it is about could still change it?")
        if question == "before the bid"
        else question
    )
