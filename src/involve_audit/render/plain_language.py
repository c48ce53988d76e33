"""The contributors' edition: the same results in everyday words, for the people whom the work is about.

It leaves out the lines of the file, the sources and every score, and adds no number: each one in it stands in the JSON of the
audit. What the rubric says of an entry in everyday words (`plain`) is used; where it has none, its ordinary words are.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from involve_audit.render import markdown as md
from involve_audit.render import words
from involve_audit.render.blocks import Heading, Listed, Paragraph, Quote, Table, document, reader, words_of
from involve_audit.render.page import dressed, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jinja2 import Environment

    from involve_audit.render.blocks import Block
    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit, CriterionFound, GateFound, PartFound, PrincipleFound, StageFound

    Writer = Callable[[Sequence[Audit], Sequence[NotAudited]], bytes]

ROLES = {
    "none": "people have no part in it",
    "informed": "people are told, and not asked",
    "consulted": "people are asked, and others decide",
    "involved": "people take part and get answers, and others decide",
    "decided together": "people and the team decide together",
    "led": "people whom the work is about decide",
}
"""What people do in one part of the work, by the role, from the least say to the most."""

RUNGS = {
    "none": "that nobody takes part",
    "informed": "that people are told",
    "consultation": "that people are asked",
    "involvement": "that people take part and get answers",
    "collaboration": "that people and the team decide together",
    "co-production": "that people and the team decide together all the way",
    "led": "that people whom the work is about decide",
}
"""What a word for the work promises, by the rung that it claims."""

CONFIRMED = {
    "confirmed": "Most people who were asked say that this goes well",
    "disputed": "Most people who were asked do not say that this goes well",
    "split": "The people who were asked do not agree on this",
    "too few": "Too few people answered to show what they think of this",
    "not heard": "People have said that they were not heard",
    "not asked": "People who take part were not asked what they think of this",
    "not told": "We do not know what people who take part think of this",
}
"""What people who take part think of a theme. It is said once, with the themes of which it is so."""

LABEL = {
    "fits": "That fits what we saw.",
    "modest": "That is less than what we saw. It is fine to say less.",
    "overclaimed": "That is more than what we saw.",
    "not shown": "What is written down does not show it.",
    "not told": "",
}

HONESTY = {
    "honest": "What the team says about it seems honest.",
    "as far as told": "What the team says about it seems honest, as far as it is written down.",
    "partly": "What the team says about it seems honest in part.",
    "not honest": "What the team says about it does not fit what is written down.",
    "not told": "We cannot tell if what the team says about it is honest.",
}

HONEST_PARTS = {
    "label": ("the words for the work fit", "the words for the work say too much"),
    "limits": ("people were told early what cannot change", "people were not told early what cannot change"),
    "refusals": ("people were told why ideas were not used", "ideas were not used, and nobody said why"),
    "failures": ("the team says what went wrong", "the team does not say what went wrong"),
}
"""What is so, and what is not, where honesty is partly there."""

ANSWERED = {
    "most agree": "most say yes",
    "most disagree": "most say no",
    "split": "some say yes and some say no",
    "not most agree": "less than most say yes",
    "too few to show": "too few answered to show it",
    "cannot be told": "we cannot tell",
}

ROOM = {
    "contradiction": "The file says two things about these people. Which one is true?",
    "blind-spot": "Why are these people not in the room? Who has asked them?",
    "power-gap": "Who brings in what these people know where it is decided? Could they do it themselves?",
    "stage-gap": "Who brings in what these people know in each part of the work? Could they do it themselves?",
    "unexplained": "Why are these people left out, and who said so?",
    "unchanged": "These people are still missing. What did you learn, and what will you do now?",
    "overdue": "The day has passed on which something was to be done for these people. Was it done?",
    "assumed": "You think that you know why these people are missing. Who of them can tell us if you are right?",
    "blames": "What in this work makes it hard for these people to come?",
    "review-due": "It was time to look again at why these people are left out. Did you?",
    "unknown": "Are these people in any room? Would they want to be asked, and by whom?",
}
"""What people may ask about who is not in the room, by the kind of sign. The people are named before the question."""

SAME_AS_ROOM = {
    "assumed-reasons": "assumed", "blamed-absence": "blames", "same-gap-again": "unchanged",
}  # fmt: skip
"""Flags that say of all groups together what a sign says of each: where there is the sign, it names the people."""

UNKNOWN = {
    "log-shows-nothing-taken-up": (
        "What came of what people said in the meetings?",
        "If nothing came of it, people should hear so, and hear why.",
    ),
    "no-influence-on-record": ("What has changed because of what people said?", "People give their time so that something can change."),
    "no-feedback": ("Does the team tell people what came of what they said?", "Nobody can know that they were heard if nobody tells them."),
    "told-who-decided-or-what-changed": (
        "Who decided about this work, and what changed because of people?",
        "Without an answer nobody can tell how much say people have.",
    ),
    "own-word": (
        "Do people say for themselves, by their latest word, that they were heard?", "They can tell it better than the team.",
    ),
    "own-word-answered": ("Who answers people who say that they were not heard, and by when?", "They spoke up, and should get an answer."),
    "people-heard": ("Do people who take part say that they were heard?", "To be there is not the same as to be heard."),
    "most-say-it-made-no-difference": (
        "Do most people who take part say that it made a difference?", "They can tell it better than anybody else.",
    ),
    "tokenism": ("What would have been different if nobody had come?", "People should not be there only to be shown."),
    "unpaid-without-choice": ("Are people paid? If not, did they choose so?", "People with little money cannot work for nothing."),
    "expenses-refused": ("Has it cost anybody money to take part?", "Somebody may have stayed away for this reason."),
    "before the bid": (
        "Before the team asks for the money, who can still change the question, the plan or the budget?", "Later it is harder to change.",
    ),
    "came-after-the-decisions": (
        "Were people asked before the decisions were taken?", "What is decided already is hard to change.",
    ),
    "design-already-fixed": ("What could still change when people first came in?", "It is easier to change a plan before it is fixed."),
    "binding-say-overruled": (
        "Did somebody in charge undo something that people had been told they could decide?",
        "A promise of this kind should be kept.",
    ),
    "role-ended-over-their-heads": (
        "Did those in charge end a role or a group, and not ask the people in it?", "People should have a say in what becomes of their own role.",
    ),
    "lone-seat-and-nothing-changed": (
        "Does one person sit alone in a group of others, without a vote?", "It is hard to be the only one.",
    ),
    "lone-voice": ("Is there more than one person who takes part?", "Nobody should have to speak for all."),
    "invited-only-because-asked-to": (
        "Why did the team ask people to take part?", "People may want to know if it was only to please somebody else.",
    ),
    "absence-unexamined": ("Who is not in the room, and why?", "Those who are not there are easily left out."),
    "only-others-speak": ("Do people speak here for themselves, or do others speak for them?", "Nobody knows better than those who live with it."),
    "nobody-involved": ("Which people whom the work is about take part in it?", "Without them the work is only about them."),
    "contributors-asked-apart": (
        "Were people asked what they think while the team was not listening?", "It is easier to say what is wrong when the team is not there.",
    ),
    "unsafe-on-a-sensitive-topic": ("Who is there for people when the topic is hard?", "Nobody should come to harm by taking part."),
    "trust-broken": (
        "Was anybody harmed, or were people's words or data used in a way that they had not agreed to?",
        "We ask this of all work. It does not mean that somebody thinks so.",
    ),
}  # fmt: skip
"""What matters most where it is not known, by the id of the question or of the gate: the question, and why it is asked.

In the order in which it is told: what changed, pay, who decides, who is there, what people think, and whether all are safe.
"""

ASKED_OF_NOBODY = ("nobody-involved", "only-others-speak", "absence-unexamined", "before the bid", "trust-broken")
"""Of these, what can be asked where nobody is involved."""

COVERS = {"contributors-not-asked": "contributors-asked-apart", "broken-trust": "trust-broken"}
"""Gates that ask for the answer to a question that stands here under a name of its own."""

WHY = {
    "influence": "People want to know what their time was good for.",
    "reward": "Somebody who has little money cannot take part for nothing.",
    "care": "All should be safe and well when they take part.",
    "power": "Those who decide shape the work.",
    "timing": "A plan is easier to change at the start.",
    "honesty": "People can choose freely when they know what is on offer.",
    "access": "Some can take part only if it is made easy.",
    "voices": "Those who are not there are soon forgotten.",
    "relationships": "It is easier to speak where people trust each other.",
}
"""Why the questions of a theme are asked, in the order in which they stand in this paper."""

BASIS = {
    "people told us": "People said so.",
    "evidence": "Studies or numbers show it.",
    "assumed": "That is only a guess.",
}
"""How a reason is known; where that is not told, nothing is said."""

GLOSSARY = {
    "advert": "A text that asks people to take part.",
    "agenda": "The list of what will be talked about.",
    "benefits": "Money from the state, for instance when you are ill or out of work.",
    "budget": "How much money there is, and what it is for.",
    "co-design": "People and the team plan something together.",
    "co-production": "People and the team do the work together, and decide together.",
    "contributor": "Somebody who takes part because the work is about people like them.",
    "evaluation": "A look at how well something went.",
    "expenses": "What you have to pay so that you can take part, such as a bus fare.",
    "facilitator": "Somebody who helps a group to talk well.",
    "file": "The text in which somebody wrote down how people take part in this work.",
    "governance": "Watching over the work, and deciding how it is run.",
    "involvement": "People take part in work that is about them.",
    "involvement lead": "Somebody who looks after how people take part.",
    "lived experience": "What you know because you have lived through it.",
    "outcome": "What the work looks at to see if something helped.",
    "panel": "A group of people who are asked again and again.",
    "peer researcher": "Somebody who has lived through it and who works on the study.",
    "protocol": "The plan of a study.",
    "researcher": "Somebody whose job it is to find things out.",
    "steering group": "A group that watches over the work.",
    "team": "The people whose job this work is.",
}
"""Words that may stand in the edition, in everyday words; only those that stand in it are printed."""

MOST = 8
"""So many questions of a kind are offered, the most decisive: a list that nobody finishes helps nobody."""


# --- words for what was found ----------------------------------------------------------------------


def title_of(principle: PrincipleFound) -> str:
    """A principle in everyday words."""
    return principle.plain or principle.title or principle.id


def answer(criterion: CriterionFound) -> str:
    """The level of a criterion as the answer to its question in everyday words."""
    low, high = words.level_ends(criterion.level)
    if low == high:
        if low == 0 and criterion.planned:
            return "Not yet, but it is planned"
        return ("No", "In part", "Yes", "Yes, in full")[low]
    if low >= 1:
        return ("In part at least", "Yes")[low - 1]
    return "No, or only in part" if high == 1 else "It is not shown yet"


ANSWERS = (
    "Yes, in full", "Yes", "In part at least", "In part", "It is not shown yet", "No, or only in part",
    "Not yet, but it is planned", "No",
)  # fmt: skip
"""Every answer, the best first."""

PART_ANSWERS = {"yes": "Yes.", "no": "No.", "not told": "We do not know."}


@dataclass(frozen=True)
class Asked:
    """A question in everyday words with what to know about its answer.

    Attributes:
        parts: where the answer is *in part*, what of it is there and what is missing.
    """

    asks: str
    parts: tuple[str, ...] = ()


def asked(criterion: CriterionFound) -> Asked:
    """A question in everyday words, with what to know about its answer."""
    low, high = words.level_ends(criterion.level)
    says = criterion.plain or criterion.asks
    if criterion.planned is not None and low < min(criterion.planned, 2) and (low or high):
        says += " More of it is planned." if low else " It is planned."
    if criterion.support == "disputed":
        says += " Most people who were asked see it otherwise."
    elif criterion.support == "claimed" and high > 0:
        says += " Somebody says so. Nothing is named that shows it."
    parts = () if low > 1 else tuple(f"{p.asks} {_part_answer(p)}" for p in criterion.parts)
    return Asked(says, parts)


def _part_answer(part: PartFound) -> str:
    return PART_ANSWERS.get(part.answer) or words.sentence(part.answer)


def by_answer(principle: PrincipleFound, seen: set[str] | None = None) -> dict[str, tuple[Asked, ...]]:
    """The questions of a principle by their answer, those with the best answer first.

    Args:
        principle: the theme.
        seen: what was said before and is not said again; it is added to.
    """
    told, seen = known(principle), set() if seen is None else seen
    found: dict[str, tuple[Asked, ...]] = {}
    for says in ANSWERS:
        questions = []
        for one in (asked(c) for c in told if answer(c) == says):
            questions.append(Asked(one.asks, tuple(p for p in one.parts if p not in seen)))
            seen.update(one.parts)
        if questions:
            found[says] = tuple(questions)
    return found


def what_was_found(audit: Audit) -> tuple[tuple[PrincipleFound, dict[str, tuple[Asked, ...]]], ...]:
    """Each theme on which something is told, with its questions by their answer; no part of an answer stands twice."""
    seen: set[str] = set()
    return tuple((p, by_answer(p, seen)) for p in audit.principles if known(p))


def confirmed(audit: Audit) -> tuple[str, ...]:
    """What people who take part think, once for all themes of which it is so."""
    told = [p for p in audit.principles if known(p)]
    by: dict[str, list[str]] = {}
    for p in told:
        by.setdefault(CONFIRMED.get(p.confirmed, CONFIRMED["not told"]), []).append(title_of(p))
    if len(by) == 1:
        return tuple(f"{says}." for says in by)
    return tuple(f"{says}: {'; '.join(titles)}." for says, titles in by.items())


def known(principle: PrincipleFound) -> tuple[CriterionFound, ...]:
    """The questions of a principle on which something is told."""
    return tuple(c for c in principle.criteria if c.applies and not _nothing_told(c))


def _nothing_told(criterion: CriterionFound) -> bool:
    """Whether nothing is told on a question, and nothing is planned either."""
    return words.silent(criterion) and criterion.planned is None


def unknown(principle: PrincipleFound) -> tuple[CriterionFound, ...]:
    """The questions of a principle on which nothing is told."""
    return tuple(c for c in principle.criteria if _nothing_told(c))


# --- what changed, pay and support ------------------------------------------------------------------


def told(audit: Audit, *about: str, shown: bool) -> tuple[str, ...]:
    """What the file tells of `changed`, `pay` or `support`, and names something that shows it, or does not."""
    return tuple(dict.fromkeys(t.says for t in audit.told if t.about in about and t.shown is shown))


def range_says(audit: Audit) -> str:
    """That the verdict is the least that can be said, and how much more may be so; nothing beside a grave one."""
    verdict = audit.verdict
    if verdict.id in words.GRAVE or len(verdict.possible) < 2:
        return ""
    highest = verdict.possible[-1].id
    order = tuple(_VERDICTS)
    if highest not in order or (verdict.id in order and order.index(highest) <= order.index(verdict.id)):
        return "We do not know all. If we knew more, it could look different."
    least = (
        "We do not know all."
        if verdict.id in ("promises", "too little is known")
        else "That is the least that we can say."
    )
    return f"{least} It may be as much as this: {RUNGS[_VERDICTS[highest]].removeprefix('that ')}. The answers below would show it."


_VERDICTS = {
    "too little is known": "none", "information": "informed", "consultation": "consultation", "involvement": "involvement",
    "working partnership": "collaboration", "genuine partnership": "co-production", "led by lived experience": "led",
}  # fmt: skip


def honesty_says(audit: Audit) -> str:
    """Whether what the team says seems honest; where it is so in part, which part is and which is not."""
    says = HONESTY.get(audit.honesty.state, "")
    if audit.honesty.state != "partly":
        return says
    good = [HONEST_PARTS[p.id][0] for p in audit.honesty.parts if p.state == "good" and p.id in HONEST_PARTS]
    bad = [HONEST_PARTS[p.id][1] for p in audit.honesty.parts if p.state == "bad" and p.id in HONEST_PARTS]
    there = f" What is honest: {words.listed(good)}." if good else ""
    return says + there + (f" What is not: {words.listed(bad)}." if bad else " But trust was broken.")


# --- the parts of the work ---------------------------------------------------------------------------


def stage_known(stage: StageFound) -> bool:
    """Whether anything is told of a part of the work: what people do in it, or what is planned."""
    low, high = stage.shown.low.strip(), stage.shown.high.strip()
    return low != "none" or low == high or bool(stage.told or stage.promised or stage.promise_is)


def _stage_says(stage: StageFound) -> tuple[str, ...]:
    """What people do in a part of the work, at the low end of what is told, each in words that hold for several parts."""
    low, high = stage.shown.low.strip(), stage.shown.high.strip() or stage.shown.low.strip()
    roles = tuple(ROLES)
    said = []
    if low not in ROLES:
        said.append("We do not know")
    elif low == high or high not in ROLES:
        if not (low == roles[0] and stage.promised):
            said.append(words.capital(ROLES[low]))
    elif low == roles[0]:
        if not stage.promised:
            said.append("It is not shown what part people have")
    else:
        said.append(f"At least this, and it may be more: {ROLES[low]}")
    if stage.told in ROLES and low in ROLES and roles.index(stage.told) > roles.index(low):
        said.append(
            "The file says more than what is shown, and names nothing that shows it"
            if "No source" in (stage.says or "No source")
            else "The file says more than what is shown, and not all that it takes"
        )
    if stage.promised in ROLES:
        said.append(f"It is planned that {ROLES[stage.promised]}")
        said += [_LACKS[name] for name in stage.promise_lacks if name in _LACKS]
    elif stage.promise_is == "overdue":
        said.append("What was planned has not come, and its day has passed")
    return tuple(said)


_LACKS = {
    "day": "No day is set for what is planned",
    "money": "No money is set for what is planned, and nobody is named who sees to it",
}


_LAST = (
    "At least",
    "The file says more",
    "It is not shown",
    "We do not know",
    "It is planned",
    *_LACKS.values(),
    "What was",
)
"""How the sentences begin that stand behind what people do, in their order."""


def stages_say(audit: Audit) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What people do in the parts of the work: each thing once, with all the parts of which it is so."""
    found: dict[str, list[str]] = {}
    for stage in audit.rung.stages:
        if stage_known(stage):
            for says in _stage_says(stage):
                found.setdefault(says, []).append(stage_title(stage))

    def order(says: str) -> int:
        return next((n for n, start in enumerate(_LAST, 1) if says.startswith(start)), 0)

    return tuple((says, tuple(found[says])) for says in sorted(found, key=order))


def stage_title(stage: StageFound) -> str:
    """A part of the work in everyday words."""
    return stage.plain or stage.title or stage.id


def label_says(audit: Audit) -> str:
    """What the work is called, what that promises, and whether it fits."""
    called = words.listed(f"“{word}”" for word in audit.label.called)
    label = audit.label
    promised = any(b.path.startswith("project.promises") for b in label.because[:1])
    if not called and not promised:
        return (
            "We do not know what the team calls it."
            if label.state == "not told"
            else "The team uses no special word for it."
        )
    claims = ""
    if label.claims in RUNGS:
        claims = (
            f" A public promise says {RUNGS[label.claims]}." if promised else f" That promises {RUNGS[label.claims]}."
        )
    missing = f" {words.missing_says(audit)}" if label.missing else ""
    fits = (
        LABEL.get(label.state, "")
        if label.claims or label.state == "overclaimed"
        else "That promises nothing that we could check."
    )
    if not called:
        return f"{claims} {fits}{missing}".strip()
    if audit.verdict.id == "promises":
        fits = fits.replace("what we saw", "what is planned")
    return f"The team calls it {called}.{claims} {fits}{missing}".strip()


def should_be_so(gate: GateFound) -> str:
    """What a gate asks for, in everyday words."""
    return words.sentence(gate.plain or gate.title or gate.id)


def views_by_theme(audit: Audit, pairs: Iterable[tuple[str, str]]) -> list[str]:
    """What one side said, theme by theme."""
    titles = {p.id: title_of(p) for p in audit.principles}
    return [f"{titles.get(name, words.capital(name))}: {ANSWERED.get(says, says)}." for name, says in pairs]


# --- what is not known, and what to ask --------------------------------------------------------------


@dataclass(frozen=True)
class Unknown:
    """A question that nobody has answered yet, and why it is asked."""

    asks: str
    why: str


def not_known(audit: Audit) -> tuple[Unknown, ...]:
    """What matters most and is not known, each with why it is asked: change first, safety last.

    The most decisive of them, as many as somebody can take along; `also_not_known` names the others.
    """
    return tuple(u for _, u in _most_decisive(audit)[0])


def also_not_known(audit: Audit) -> tuple[str, ...]:
    """What should be so and is not known to be, beside the questions that are asked."""
    return tuple(should_be_so(gate) for gate in _most_decisive(audit)[1])


def _most_decisive(audit: Audit) -> tuple[list[tuple[str, Unknown]], list[GateFound]]:
    """The questions by name, in the order in which they are told, and the open gates for which none is left."""
    rank = {q.id: n for n, q in enumerate(audit.questions) if "the verdict" in q.decides}
    gates = {COVERS.get(g.id, g.id): g for g in words.gates_in_order(audit.gates) if g.state == "open"}
    if audit.verdict.id == "nobody involved":
        # How it is for people who take part cannot be asked where nobody does.
        gates = {name: g for name, g in gates.items() if name in ASKED_OF_NOBODY}
        rank = {name: n for name, n in rank.items() if name in ASKED_OF_NOBODY}
    found = {name: Unknown(*UNKNOWN[name]) for name in UNKNOWN if name in rank or name in gates}
    found |= {
        name: Unknown(g.asks, f"This should be so: {should_be_so(g)}")
        for name, g in gates.items()
        if name not in UNKNOWN and g.asks.strip()
    }
    stages = _stages_unknown(audit)
    # What decides the verdict weighs more than what a gate asks for; on which the check fails, more than what only caps.
    weight = rank | {name: len(rank) + n for n, name in enumerate(gates) if name not in rank}
    kept = sorted(found, key=weight.__getitem__)[: MOST - len(stages)]
    told_last = tuple(UNKNOWN)[tuple(UNKNOWN).index("before the bid") :]
    order = [name for name in found if name in kept]
    before = [(n, found[n]) for n in order if n in UNKNOWN and n not in told_last]
    after = [(n, found[n]) for n in order if n not in UNKNOWN or n in told_last]
    return [*before, *(("", u) for u in stages), *after], [g for name, g in gates.items() if name not in kept]


def _stages_unknown(audit: Audit) -> list[Unknown]:
    """The questions on parts of the work, each once with all the parts that it is about."""
    titles = {s.id: stage_title(s) for s in audit.rung.stages}
    asked_of: dict[str, list[str]] = {}
    for q in audit.questions:
        kind, _, stage = q.id.partition(" ")
        if stage in titles and kind in ("stage", "status", "evidence"):
            kind = "decision" if kind == "evidence" and "which decision" in q.asks else kind
            asked_of.setdefault(kind, []).append(stage)
    order = [s.id for s in audit.rung.stages]
    return [
        Unknown(asks.format("; ".join(_low(titles[s]) for s in sorted(asked_of[kind], key=order.index))), why)
        for kind, (asks, why) in _STAGE_UNKNOWN.items()
        if kind in asked_of
    ]


_STAGE_UNKNOWN = {
    "decision": ("Which decision did people and the team take together here, and what came of it: {}?", "It shows if a say was really shared."),
    "evidence": ("What shows what part people had in this: {}?", "A note of a meeting or a paper will do. Without one it is only somebody's word."),
    "status": ("Is this planned, going on, or done: {}?", "A plan is not yet something that people have."),
    "stage": ("What part do people have in this: {}?", "It shows where people have a say, and where others decide."),
}  # fmt: skip


def themes_unknown(audit: Audit) -> tuple[tuple[PrincipleFound, tuple[str, ...], str], ...]:
    """The themes with the questions of which nothing is told and that are not asked already, and why they are asked."""
    asked_already = {u.asks for u in not_known(audit)}
    order = tuple(WHY)
    found = []
    for p in sorted(audit.principles, key=lambda p: order.index(p.id) if p.id in order else len(order)):
        questions = tuple(q for c in unknown(p) if (q := c.plain or c.asks) not in asked_already)
        if questions:
            found.append((p, questions, WHY.get(p.id, words.sentence(p.says))))
    return tuple(found)


def to_ask(audit: Audit) -> tuple[words.ToAsk, ...]:
    """Questions that people may put to the team on what was found, each with what it is about, the gravest first."""
    kinds = {s.kind for s in audit.voices.signs}
    found = [
        words.ToAsk(g.asks, f"This should be so: {should_be_so(g)} It is not.")
        for g in words.gates_in_order(audit.gates)
        if g.state == "holds"
    ]
    for flag in words.flags_in_order(audit.flags):
        if SAME_AS_ROOM.get(flag.id) not in kinds:
            subject = f" It is about this: {words.listed(f'“{s}”' for s in flag.subjects)}." if flag.subjects else ""
            found.append(words.ToAsk(flag.asks, words.sentence(flag.plain or flag.says) + subject))
    by_asks: dict[str, list[str]] = {}
    for sign in audit.voices.signs:
        groups = by_asks.setdefault(ROOM.get(sign.kind, sign.asks), [])
        if sign.group not in groups:
            groups.append(sign.group)
    found += [
        words.ToAsk(asks, f"It is about these people: {words.sentence('; '.join(groups))}")
        for asks, groups in by_asks.items()
    ]
    once: dict[str, words.ToAsk] = {}
    about: set[str] = set()
    for question in found:
        if question.asks.strip() and question.asks not in once:
            once[question.asks] = question if question.about not in about else words.ToAsk(question.asks, "")
            about.add(question.about)
    return tuple(once.values())


def first_to_ask(audit: Audit) -> words.ToAsk | None:
    """The one question to begin with, with what it is about; None where there is none."""
    found = to_ask(audit)
    if found:
        return found[0]
    unknown_first = not_known(audit)
    return words.ToAsk(unknown_first[0].asks, unknown_first[0].why) if unknown_first else None


def steps_say(audit: Audit) -> tuple[str, ...]:
    """What people can ask the team to do, each thing once; until when it can be done stands once, too."""
    found: dict[str, None] = {}
    closes = ""
    for step in words.steps_of(audit, "do"):
        says = " ".join(s for does in step.does if (s := _plain_step(audit, does)) not in found)
        if not says:
            continue
        until = words.closes_says(step)
        found[f"{says} {until if until != closes else ''}".strip()] = None
        closes = until or closes
    return tuple(found)


def _plain_step(audit: Audit, does: str) -> str:
    """What to do, with the parts of the work in everyday words."""
    says = words.sentence(does)
    for stage in audit.rung.stages:
        if stage.plain:
            says = re.sub(
                rf"\b(about|in|on) {re.escape(stage.title.lower())}\b",
                lambda m, s=stage: f"{m[1]} {_low(s.plain)}",  # type: ignore[misc]
                says,
            )
    return says


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]


# --- who is not in the room --------------------------------------------------------------------------


def missing_say(audit: Audit) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each group that is missing, with why and what is done; a reason is explained once and then named."""
    seen: set[str] = set()
    found = []
    for m in audit.voices.missing:
        lines = []
        for r in m.reasons:
            says = words.sentence(r.says) if r.says not in seen else f"The same as above ({r.reason})."
            seen.add(r.says)
            lines.append(f"Why: {says} {BASIS.get(r.basis, '')}".strip())
        if not m.reasons:
            why = words.why_says(m)
            lines.append(f"Why: {words.sentence(why) if why else 'We do not know why.'}")
        action = words.sentence(m.action) if m.action else "Nothing is written down."
        more = (("Who sees to it", m.owner), ("When", m.when), ("What it costs", m.cost))
        lines.append(f"What is done: {action}" + "".join(f" {name}: {words.sentence(t)}" for name, t in more if t))
        if m.effect:
            lines.append(f"What that means for the work: {words.sentence(m.effect)}")
        found.append((words.either(m.group), tuple(lines)))
    return tuple(found)


def glossary(text: str) -> dict[str, str]:
    """The words of a text that the glossary explains, in the order of the alphabet."""
    lower = text.lower()
    return {word: says for word, says in GLOSSARY.items() if re.search(rf"(?<!\w){re.escape(word)}s?(?!\w)", lower)}


# --- the formats -----------------------------------------------------------------------------------


@cache
def _environment(escape: Callable[[str], str]) -> Environment:
    """The templates with the words of this module; kept, for they take longer to read than to fill."""
    import sys

    made = environment(escape)
    made.globals["plain"] = sys.modules[__name__]
    return made


def markdown(audits: Sequence[Audit], problems: Sequence[NotAudited] = ()) -> str:
    """The edition as Markdown; every other format is made from it."""
    made = _environment(md.escape)
    text = made.get_template("plain_language.md").render(audits=tuple(audits), problems=tuple(problems))
    explained = made.get_template("everyday-words.md").render(explained=glossary(text), audits=tuple(audits))
    return md.tidied(f"{text}\n\n{explained}")


def html(audits: Sequence[Audit], problems: Sequence[NotAudited] = ()) -> str:
    """One page in large type: nothing is fetched, and no script runs."""
    from markupsafe import Markup

    text = markdown(audits, problems)
    made = _environment(words.plain)
    body = Markup(reader().render(text))  # noqa: S704 (it escapes what it reads, and takes no raw HTML)
    css = made.get_template("plain_language.css").render()
    return (
        made.get_template("plain_language.html").render(body=body, title=document(text).title, **dressed(css)).strip()
        + "\n"
    )


def text(audits: Sequence[Audit], problems: Sequence[NotAudited] = (), width: int = 72) -> str:
    """Plain text in short lines, to read out or to mail."""
    read = document(markdown(audits, problems))
    lines = [*textwrap.wrap(read.title, width), "=" * min(len(read.title), width)]
    _lines(read.blocks, lines, width, "")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip("\n") + "\n"


def _lines(blocks: Iterable[Block], lines: list[str], width: int, indent: str) -> None:
    def put(says: str, first: str = "", rest: str = "") -> None:
        for n, part in enumerate(says.split("\n")):
            begin = first if n == 0 else rest
            lines.extend(
                textwrap.wrap(part, width, initial_indent=indent + begin, subsequent_indent=indent + rest) or [""]
            )

    for block in blocks:
        match block:
            case Heading(level, runs):
                lines.append("")
                says = words_of(runs)
                put(says.upper() if level == 1 else says)
                if level > 1:
                    lines.append(indent + "-" * min(len(says), width))
                lines.append("")
            case Paragraph(runs):
                put(words_of(runs))
                lines.append("")
            case Listed(_, items):
                for item in items:
                    if not item:
                        continue
                    first, *others = item
                    if isinstance(first, Paragraph):
                        put(words_of(first.runs), "- ", "  ")
                    else:
                        others = [first, *others]
                    _lines(others, lines, width, indent + "  ")
                lines.append("")
            case Quote(inside):
                _lines(inside, lines, width, indent + "| ")
            case Table(header, rows):
                for row in rows:
                    put(
                        "; ".join(f"{words_of(h)}: {words_of(c)}" for h, c in zip(header, row, strict=True)), "- ", "  "
                    )
                lines.append("")


def _pdf(audits: Sequence[Audit], problems: Sequence[NotAudited]) -> bytes:
    from involve_audit.render import pdf

    return pdf.written(document(markdown(audits, problems)), audits, large=True)


def _word(audits: Sequence[Audit], problems: Sequence[NotAudited]) -> bytes:
    from involve_audit.render import word

    return word.written(document(markdown(audits, problems)), audits, large=True)


def _encoded(write: Callable[[Sequence[Audit], Sequence[NotAudited]], str]) -> Writer:
    return lambda audits, problems: write(audits, problems).encode("utf-8")


WRITERS: dict[str, Writer] = {
    "text": _encoded(text),
    "markdown": _encoded(markdown),
    "html": _encoded(html),
    "pdf": _pdf,
    "docx": _word,
}
"""How each format of this edition is written; `FORMATS` says which they are."""


def render_bytes(name: str, audits: Sequence[Audit], problems: Sequence[NotAudited] = ()) -> bytes:
    """The edition in a format, by its name.

    Raises:
        KeyError: there is no such format of this edition.
    """
    return WRITERS[name](audits, problems)
