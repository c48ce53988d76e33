"""What to talk over: at most five questions, chosen, each with what it is about.

The same questions stand wherever an audit ends in a conversation: for a group that meets, and for people who wish to ask the
team. They are in everyday words, and each can be read alone: what it is about stands with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from involve_audit.language import _, ngettext
from involve_audit.record import Record, later, replace
from involve_audit.render import words
from involve_audit.wording.past_tense import in_the_past, tenses, told_in_the_past

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from involve_audit.results.audit import (
        Audit,
        CriterionFound,
        Evidence,
        GateFound,
        PartFound,
        PrincipleFound,
        StageFound,
        ToldFound,
    )

MOST = 5
"""So many questions fit into an hour, and into a head."""
UNTOLD_AT_MOST = 3
"""So many of them may be about what nobody has told, where there is something else to talk over."""
LONGEST = 12
"""So many words of a text from the file stand in a context at most: it is read aloud before the question."""
_NAMED = 3
"""So many groups or themes are named in a context; the rest are counted."""
NOT_TOLD_YET = _("The file does not tell this.")


class Topic(Record):
    """A question to talk over, with what it is about.

    Attributes:
        question: the question, in everyday words.
        context: what the file tells that leads to it; where nothing is told, why it is asked.
        principle: the id of the principle that it belongs to; empty where it belongs to none.
        lines: the places in the file: what shows it, or where the answer would stand.
        told: whether it is about something that the file tells.
    """

    question: str
    context: str
    principle: str
    lines: tuple[Evidence, ...]
    told: bool = True


# --- everyday words --------------------------------------------------------------------------------

ROOM = {
    "contradiction": (_("Some people are told to be here, and told not to be here"), _("Are the people meant here in the room, or not?")),
    "blind-spot": (_("Some people are not in the room, though it matters here"), _("Why are the people meant here not in the room, and who has asked them?")),
    "power-gap": (_("Some people are in a room, and not where things are decided"), _("Who brings what the people meant here know to where things are decided? Could they do so themselves?")),
    "stage-gap": (_("Some people are in no room of some parts of the work"), _("Who brings what the people meant here know into each part? Could they do so themselves?")),
    "unexplained": (_("Some people are left out, and no reason is told"), _("Why are the people meant here left out, and who said so?")),
    "unchanged": (_("Some people are known to be missing for some time"), _("What did you learn about why people are missing, and what will you do now?")),
    "overdue": (_("The day has passed on which something was to be done for some people"), _("What was done for the people meant here, and what comes now?")),
    "assumed": (_("Some people are missing for a reason that is only a guess"), _("Who of the people meant here can tell us if the guess is right?")),
    "blames": (_("Some people are said not to have wanted to come"), _("What in this work makes it hard for the people meant here to come?")),
    "review-due": (_("Some people are left out, and it was time to look at the reason again"), _("Is the reason for leaving people out still true, and who looked?")),
    "unknown": (_("It is not told that some people are in any room"), _("Would the people meant here want to be asked, and by whom?")),
}  # fmt: skip
"""Who is not in the room, by the kind of sign: what is told, before the people are named, and what to ask."""

ROOM_AFTERWARDS = {
    "blind-spot": _("Why were the people meant here not in the room, and did anybody ask them?"),
    "power-gap": _("Who brought what the people meant here know to where things were decided?"),
    "stage-gap": _("Who brought what the people meant here know into each part?"),
    "unexplained": _("Why were the people meant here left out, and who said so?"),
    "unchanged": _("What was learned about why people were missing?"),
    "overdue": _("What was done for the people meant here?"),
    "blames": _("What in this work made it hard for the people meant here to come?"),
    "unknown": _("Was anybody of the people meant here asked, and would they have wanted to be?"),
}
"""What is asked of the same where the work is over: nobody can be asked in any more."""

SAME_AS_ROOM = {
    "assumed-reasons": "assumed", "blamed-absence": "blames", "same-gap-again": "unchanged",
}  # fmt: skip
"""Flags that say of all groups together what a sign says of each: where there is the sign, it names the people."""

UNKNOWN = {
    "log-shows-nothing-taken-up": (
        _("What came of what people said in the meetings?"),
        _("If nothing came of what people said, they should hear so, and why."),
    ),
    "no-influence-on-record": (_("What has changed because of what people said?"), _("People give their time so that something can change.")),
    "no-feedback": (_("Does the team tell people what came of what they said?"), _("Nobody can know that they were heard if nobody tells them.")),
    "told-who-decided-or-what-changed": (
        _("Who decided about this work, and what changed because of people?"),
        _("Without an answer nobody can tell how much say people have."),
    ),
    "own-word": (
        _("Do people say for themselves, by their latest word, that they were heard?"), _("People can tell it better than the team."),
    ),
    "own-word-answered": (_("If people say that they were not heard: who answers them, and by when?"), _("Whoever speaks up should get an answer.")),
    "people-heard": (_("Do people who take part say that they were heard?"), _("To be there is not the same as to be heard.")),
    "most-say-it-made-no-difference": (
        _("Do most people who take part say that it made a difference?"), _("Nobody can tell it better than they can."),
    ),
    "tokenism": (_("What changed because people were asked, and what did not?"), _("People should not be there only to be shown.")),
    "unpaid-without-choice": (_("Are people paid? If not, did they choose so?"), _("People with little money cannot work for nothing.")),
    "expenses-refused": (_("Has it cost anybody money to take part?"), _("Somebody may have stayed away because of the money.")),
    "before the bid": (
        _("Before the team asks for the money, who can still change the question, the plan or the budget?"), _("Once the money is there, it is harder to change."),
    ),
    "came-after-the-decisions": (
        _("Were people asked before the decisions were taken?"), _("What is decided already is hard to change."),
    ),
    "design-already-fixed": (_("What could still change when people first came in?"), _("It is easier to change a plan before it is fixed.")),
    "binding-say-overruled": (
        _("Did somebody in charge undo something that people had been told they could decide?"),
        _("A promise of a say should be kept."),
    ),
    "role-ended-over-their-heads": (
        _("Did those in charge end a role or a group, and not ask the people in it?"), _("People should have a say in what becomes of their own role."),
    ),
    "lone-seat-and-nothing-changed": (
        _("Does one person sit alone in a group of others, without a vote?"), _("It is hard to be the only one."),
    ),
    "whose-work": (_("Whose is the work as a whole?"), _("Who runs it can also end it.")),
    "last-word": (_("Who has the last word about the work as a whole?"), _("Whoever has the last word can also end the work.")),
    "lone-voice": (_("Is there more than one person who takes part?"), _("Nobody should have to speak for all.")),
    "invited-only-because-asked-to": (
        _("Why were people asked to take part?"), _("The reason tells people what they can expect."),
    ),
    "absence-unexamined": (_("Who is not in the room, and why?"), _("Those who are not there are easily left out.")),
    "only-others-speak": (_("Do people speak here for themselves, or do others speak for them?"), _("Nobody knows better than those who live with it.")),
    "nobody-involved": (_("Which people whom the work is about take part in it?"), _("Without such people, the work is only about people.")),
    "contributors-asked-apart": (
        _("Were people asked what they think while the team was not listening?"), _("It is easier to say what is wrong when the team is not there."),
    ),
    "unsafe-on-a-sensitive-topic": (_("Who is there for people when the topic is hard?"), _("Nobody should come to harm by taking part.")),
    "trust-broken": (
        _("Was anybody harmed, or were people's words or data used in a way that they had not agreed to?"),
        _("We ask this of all work. It does not mean that somebody thinks so."),
    ),
}  # fmt: skip
"""What matters most where it is not known, by the id of the question or of the gate: the question, and why it is asked.

In the order in which it is told: what changed, pay, who decides, who is there, what people think, and whether all are safe.
"""

ASKED_OF_NOBODY = ("nobody-involved", "only-others-speak", "absence-unexamined", "before the bid", "trust-broken")
"""Of these, what can be asked where nobody is involved."""

ABOUT_ANYBODY = ("honesty", "voices", "care")
"""The principles on which warnings say something where nobody takes part."""

COVERS = {
    "contributors-not-asked": "contributors-asked-apart",
    "broken-trust": "trust-broken",
    **words.ASKED_WITH,
}
"""Gates that ask for the answer to a question that stands here under a name of its own."""

WHY = {
    "influence": _("People want to know what their time was good for."),
    "reward": _("Somebody who has little money cannot take part for nothing."),
    "care": _("All should be safe and well when they take part."),
    "power": _("Those who decide shape the work."),
    "timing": _("A plan is easier to change at the start."),
    "honesty": _("People can choose freely when they know what is on offer."),
    "access": _("Some can take part only if it is made easy."),
    "voices": _("Those who are not there are soon forgotten."),
    "relationships": _("It is easier to speak where people trust each other."),
}
"""Why the questions of a theme are asked, the first ones first where nothing else decides the order."""

_STAGE_UNKNOWN = {
    "decision": (_("Which decision did people and the team take together here, and what came of it: {}?"), _("The answer shows if a say was really shared.")),
    "own decision": (_("Which decision did people take here, and what came of it: {}?"), _("The answer shows that they really led.")),
    "evidence": (_("What shows what part people had in this: {}?"), _("A note of a meeting or a paper will do. Without one it is only somebody's word.")),
    "status": (_("Is this planned, going on, or done: {}?"), _("A plan is not yet something that people have.")),
    "stage": (_("What part do people have in this: {}?"), _("The answer shows where people have a say, and where others decide.")),
}  # fmt: skip

_STAGE_BEFORE = {
    "stage": (
        _("What part will people have in this: {}?"),
        _("The answer shows where people will have a say, and where others will decide."),
    ),
}
"""How it is asked of an idea or an application: most of the work is still to come."""

_STAGE_AFTERWARDS = {
    "status": (_("Was this done: {}?"), _("A plan is not yet something that people had.")),
    "stage": (
        _("What part did people have in this: {}?"),
        _("The answer shows where people had a say, and where others decided."),
    ),
}

_STANDS_IN = {
    "stages": "power",
    "rooms": "power",
    "organisations": "power",
    "views": "influence",
    "findings": "influence",
}
"""To which principle a place belongs that serves several."""

_NOT_IN_A_GROUP = ("trust-broken",)
"""What nobody should be asked before others: whoever was harmed needs somebody to turn to, and no audience."""
_HARM = "care.harm"
"""Where harm on record stands in a file."""

_BY_ONE_PERSON = "evidence"
"""The kind of question on parts of the work that is a task for whoever filled in the file, and none for a group."""

_MANY_STAGES = 2
"""So many kinds of questions on the parts of the work are asked at once, the most decisive."""


# --- what is not known -----------------------------------------------------------------------------


def not_known(audit: Audit, at_most: int = MOST) -> tuple[Topic, ...]:
    """What matters most and is not known, each with why it is asked: what changed first, safety last."""
    return tuple(topic for __, ___, topic in sorted(_unknown(audit)[:at_most], key=lambda found: found[1]))


def _unknown(audit: Audit) -> list[tuple[str, int, Topic]]:
    """What is not known, the most decisive first: its name, its place in the order in which it is told, and the question."""
    decisive = {q.id: n for n, q in enumerate(audit.questions) if "the verdict" in q.decides}
    gates = {COVERS.get(g.id, g.id): g for g in words.gates_in_order(audit.gates) if g.state == "open"}
    names = dict.fromkeys((*(name for name in decisive if name in UNKNOWN), *gates))
    idle = _cannot_arise(audit)
    names = {name: None for name in names if name not in idle}
    if audit.verdict.id == "nobody involved":
        # How it is for people who take part cannot be asked where nobody does.
        names = {name: None for name in names if name in ASKED_OF_NOBODY}
    told = tuple(UNKNOWN)
    found = [
        (decisive.get(name, len(decisive) + n), name, told.index(name) if name in told else len(told), topic)
        for n, name in enumerate(names)
        if (topic := _untold(audit, name, gates.get(name)))
    ]
    # Who has a say in which part of the work stands between what changed and who was there.
    found += [(n, name, told.index("before the bid"), topic) for n, name, topic in _stages_unknown(audit, decisive)]
    return [(name, order, topic) for __, name, order, topic in sorted(found, key=lambda f: f[0])]


BEFORE_THE_WORK = (
    "binding-say-overruled", "role-ended-over-their-heads", "came-after-the-decisions", "log-shows-nothing-taken-up", "own-word",
    "own-word-answered", "people-heard", "most-say-it-made-no-difference", "lone-seat-and-nothing-changed",
)  # fmt: skip
"""What cannot have happened before the work has begun, by the name of its question."""
UNPAID = _("Nobody who takes part is offered pay.")
NO_EXPENSES = _("What it costs to come is not paid.")
_PAID_EXPENSES = (_("What it costs to come is paid"), _("What it costs to come is booked"))


def tells(audit: Audit, about: str, *begins: str) -> bool:
    """Whether the file tells something in everyday words that begins so."""
    return any(t.about == about and t.says.startswith(begins) for t in audit.told)


def they_run_it(audit: Audit) -> bool:
    """Whether people whom the work is about lead it, by what is told: there is no team apart from them that asks them in."""
    return audit.verdict.id == "led by lived experience" or audit.rung.told == "led"


CAME_IN = "first-involvement"
"""The question of the rubric on when people came in."""
OF_OTHERS_WORK = ("invited-only-because-asked-to", "came-after-the-decisions", "design-already-fixed")
"""What is asked only where others run the work and people come in."""


def _cannot_arise(audit: Audit) -> set[str]:
    """What is not asked here: what cannot have happened yet, what nobody said, and what the file has answered already."""
    found = {*words.closed(audit), *(BEFORE_THE_WORK if words.is_early(audit) else ())}
    if they_run_it(audit) or audit.rung.told == "informed":
        # Who was only told of the work was not invited to it.
        found.update(OF_OTHERS_WORK)
    unheard = (
        _("People who take part say that they were not"),
        _("People whom the work serves say that they were not"),
    )
    said_so = {s.state for s in audit.signs if s.id == "said-not-heard"}
    if "open" in said_so or not ("holds" in said_so or tells(audit, "heard", *unheard)):
        found.add("own-word-answered")  # nobody is told to have said so
    if any(t.about == "changed" for t in audit.told):
        found.add("no-influence-on-record")
    if any(t.about == "harm" for t in audit.told):
        found.add("trust-broken")
    if tells(audit, "pay", NO_EXPENSES):
        found.add("expenses-refused")
    return found


_ASKED_OTHERWISE = {
    "unpaid-without-choice": ("pay", (UNPAID,), (_("Did people who are not paid choose so themselves?"), _("Nobody is offered pay, and people with little money cannot work for nothing."))),
    "expenses-refused": ("pay", _PAID_EXPENSES, (_("Was somebody refused the money for what it cost to come?"), _("What it costs to come is told to be paid. Not all may have had it."))),
    "unsafe-on-a-sensitive-topic": ("support", (_("Somebody is there for people"), _("There is a plan for days")), (_("Who is there for people when the topic is hard, and what do they do before, in and after a meeting?"), _("It is told that somebody is there, or a plan, and not more."))),
}  # fmt: skip
"""How something is asked where the file tells half of it: under what, how that begins, and the question and why."""

TOLD_TWICE = (
    _("Who of those who took part was heard, and who was not?"),
    _("Whether people were heard is told in two ways."),
)
"""How it is asked whether people were heard, where somebody says so and others say otherwise."""

HALF_TOLD = (_("These are told"), TOLD_TWICE[1], *(why for __, ___, (____, why) in _ASKED_OTHERWISE.values()))
"""How the context of a question begins where the file tells half of the answer: it does not say that the file tells nothing."""

CAME_LATE = (
    _("Which decisions had been taken when people came in?"),
    _("It is told that they came in when the plan could no longer change. Something else may still have been open."),
)
"""How it is asked whether people came after the decisions, where it is told that they came after the plan was fixed."""


def _came_late(audit: Audit) -> bool:
    """Whether it is told that people did not come in while the plan could still change."""
    parts = (p for found in audit.principles for c in found.criteria if c.id == CAME_IN for p in c.parts)
    return any(p.met == "no" and _("could still change") in p.asks for p in parts)


AFTERWARDS = {
    "no-influence-on-record": _("What changed because of what people said?"),
    "no-feedback": _("Were people told what came of what they said?"),
    "own-word": _("Did people say for themselves, by their latest word, that they were heard?"),
    "own-word-answered": _("People say that they were not heard: who can still answer them?"),
    "people-heard": _("Did people who took part say that they were heard?"),
    "most-say-it-made-no-difference": _("Did most people who took part say that it made a difference?"),
    "unpaid-without-choice": _("Were people paid? If not, did they choose so?"),
    "expenses-refused": _("Did it cost anybody money to take part?"),
    "lone-seat-and-nothing-changed": _("Did one person sit alone in a group of others, without a vote?"),
    "whose-work": _("Whose was the work as a whole?"),
    "last-word": _("Who had the last word about the work as a whole?"),
    "lone-voice": _("Was there more than one person who took part?"),
    "absence-unexamined": _("Who was not in the room, and why?"),
    "only-others-speak": _("Did people speak here for themselves, or did others speak for them?"),
    "nobody-involved": _("Which people whom the work was about took part in it?"),
    "unsafe-on-a-sensitive-topic": _("Was somebody there for people when the topic was hard?"),
}
"""How a question is asked where the work is over."""


def _untold(audit: Audit, name: str, gate: GateFound | None) -> Topic | None:
    """The question on what is not known, by its name; None where the rubric of the gate asks nothing."""
    missing = [m.group for m in audit.voices.missing if words.tells(m.group)]
    came_late = name == "came-after-the-decisions" and _came_late(audit)
    twice = name == "people-heard" and words.heard_is_told_twice(audit)
    about, half, otherwise = _ASKED_OTHERWISE.get(name, ("", (), ("", "")))
    if tells(audit, about, *half):
        asks, why = otherwise
    elif came_late:
        asks, why = CAME_LATE
    elif twice:
        asks, why = TOLD_TWICE
    elif name in UNKNOWN:
        asks, why = UNKNOWN[name]
    elif gate is not None and gate.asks.strip():
        asks, why = (
            gate.asks,
            _("This should be so: {plain}", plain=words.sentence(gate.plain or gate.title or gate.id)),
        )
    else:
        return None
    if words.is_over(audit) and asks == UNKNOWN.get(name, ("",))[0]:
        asks = AFTERWARDS.get(name, asks)
    if name == "absence-unexamined" and missing:
        # Who is missing is told; that the team asked why is not.
        more = _("; and {number} more", number=len(missing) - _NAMED) if missing[_NAMED:] else ""
        named = "; ".join(words.few(group, LONGEST) for group in missing[:_NAMED])
        asks = _("Did the team itself ask why they are not there?")
        why = _(
            "These are told to be missing: {named}{more}. It is not told if the team asked why.", named=named, more=more
        )
    gated = f"gate {gate.id}" if gate is not None else ""
    lines = tuple(
        dict.fromkeys(_place(q.path, q.line) for q in audit.questions if q.id == name or (gated and gated in q.decides))
    )
    return Topic(asks, why, _principle(audit, lines), lines, told=False)


def _stages_unknown(audit: Audit, decisive: dict[str, int]) -> Iterator[tuple[int, str, Topic]]:
    """The questions on parts of the work, each once with the first parts that it is about: how decisive it is, and its kind."""
    titles = {s.id: stage_title(s) for s in audit.rung.stages}
    planned = {s.id for s in audit.rung.stages if s.promised or s.promise_is}
    asked_of: dict[str, dict[str, Evidence]] = {}
    first: dict[str, int] = {}
    for q in audit.questions:
        kind, __, stage = q.id.partition(" ")
        if stage in titles and kind in ("stage", "status", "evidence"):
            if kind == "evidence" and _("which decision") in q.asks:
                kind = "decision" if _("together") in q.asks else "own decision"
            if kind == "stage" and stage in planned:
                kind = "status"  # what part people are to have is told; whether they have it is not
            asked_of.setdefault(kind, {})[stage] = _place(q.path, q.line)
            first.setdefault(kind, decisive.get(q.id, len(decisive)))
    for kind in tuple(first)[:_MANY_STAGES]:
        asks, why = _STAGE_UNKNOWN[kind]
        if words.is_over(audit):
            asks, why = _STAGE_AFTERWARDS.get(kind, (asks, why))
            titles = {stage: in_the_past(title) for stage, title in titles.items()}
        elif words.is_early(audit):
            asks, why = _STAGE_BEFORE.get(kind, (asks, why))
        parts = [words.small(title) for stage, title in titles.items() if stage in asked_of[kind]]
        lines = tuple(asked_of[kind].values())
        if parts[_NAMED:]:
            parts = [*parts[:_NAMED], _("and {number} more", number=len(parts) - _NAMED)]
        yield first[kind], kind, Topic(asks.format("; ".join(parts)), why, _principle(audit, lines), lines, told=False)


# --- what was found --------------------------------------------------------------------------------


def to_the_team(audit: Audit, at_most: int = MOST) -> tuple[Topic, ...]:
    """Questions that people may put to the team on what was found, the gravest first, one for each theme before a second.

    What contradicts itself in the file is for whoever filled it in, and no question to put to anybody else.
    """
    errors = {f.asks for f in audit.flags if f.level == "error"}
    return _chosen((found for found in _found(audit) if found[2].question not in errors), at_most)


def discussion(audit: Audit, at_most: int = MOST) -> tuple[Topic, ...]:
    """The questions for a group to talk over, the most decisive first; there is always one.

    What was seen and caps the verdict or fails the check comes first, then contradictions and warning signs, then what is not
    told and decides the verdict, then who is missing, and at last the principles of which least is shown. One of each
    principle comes before a second one. Harm on record is none of them, whoever says so: see `harm_says`.
    """
    audit = without_harm(audit)
    untold = [
        (3 if name in _STAGE_UNKNOWN or "the verdict" in _decides(audit, name) else 6, n, replace(topic, context=topic.context if _tells_half(topic) else f"{_not_told_or_known(audit, topic)} {topic.context}"))
        for n, (name, __, topic) in enumerate(_unknown(audit))
        if name not in (*_NOT_IN_A_GROUP, _BY_ONE_PERSON)
    ]  # fmt: skip
    others = [*_found(audit), *_lowest(audit)]
    room = max(UNTOLD_AT_MOST, at_most - len(_chosen(others, at_most)))
    found = _chosen([*others, *_few(untold, room)], at_most)
    return found or (Topic(words.LAST_QUESTION, words.sentence(audit.verdict.plain or audit.verdict.means), "", ()),)


def without_harm(audit: Audit) -> Audit:
    """An audit without what rests on harm on record: what a group can talk over.

    Whoever was harmed is one person or a few, and others would know who. To do no more harm comes before a full list of questions.
    """
    return replace(
        audit,
        told=tuple(t for t in audit.told if t.about != "harm"),
        # The lines of what is met are looked for by no page.
        gates=tuple(g for g in audit.gates if g.state == "clear" or not rests_on_harm(g.because)),
        flags=tuple(f for f in audit.flags if not rests_on_harm(f.because)),
        signs=tuple(s for s in audit.signs if s.state != "holds" or not rests_on_harm(s.because)),
        questions=tuple(q for q in audit.questions if not q.path.startswith(_HARM)),
        # Of steps a question says nothing, and to look for them takes most of the time.
        steps=later(lambda: tuple(s for s in audit.steps if not any(place.startswith(_HARM) for place, __ in s.gives))),
    )


def rests_on_harm(lines: Iterable[Evidence]) -> bool:
    """Whether one of these places is harm on record."""
    return any(line.path.startswith(_HARM) for line in lines)


def harm_says(audit: Audit) -> str:
    """What whoever prepares a meeting does about harm on record, and no one else need read; empty where none is on record."""
    harms = [t for t in audit.told if t.about == "harm"]
    if not harms:
        return ""
    open_ = [t for t in harms if not _is_settled(t)]
    lines = sorted({line.line for t in open_ or harms for line in t.because[:1]})
    on_record = ngettext(
        "Harm is on record (line {lines}).",
        "Harm is on record (lines {lines}).",
        len(lines),
        lines=", ".join(map(str, lines)),
    )
    what = (
        _(
            "Settle it first, alone, with those concerned, before the meeting. Do not bring it to the group unless they wish it."
        )
        if open_
        else _("Do not bring it to the group unless those concerned wish it.")
    )
    return f"{on_record} {what}"


def _is_settled(told: ToldFound) -> bool:
    """Whether harm was put right and those concerned agreed, or others did it and not this work."""
    return MENDED in told.says or words.OTHERS_DID_IT in told.says


def _not_told_or_known(audit: Audit, topic: Topic) -> str:
    """That the file does not tell an answer; or that it was asked, and nobody knows, where it says so at each of its places."""
    places = {q.path: q.state for q in audit.questions}
    states = {places.get(line.path, "") for line in topic.lines}
    return words.nobody_knows(audit) if states == {words.NOT_KNOWN} else NOT_TOLD_YET


def _tells_half(topic: Topic) -> bool:
    """Whether what a question is about says which half of it is told."""
    return topic.context.startswith(HALF_TOLD)


_Ranked = tuple[int, int, Topic]


def _few(untold: Sequence[_Ranked], number: int) -> list[_Ranked]:
    """The most decisive of what is not told, of each principle one before a second."""
    kept = _chosen(untold, number)
    return [ranked for ranked in untold if ranked[2] in kept]


def _decides(audit: Audit, name: str) -> tuple[str, ...]:
    """What the answer to a question would decide."""
    return next((q.decides for q in audit.questions if q.id == name), ())


def _chosen(ranked: Iterable[_Ranked], at_most: int) -> tuple[Topic, ...]:
    """The first ones by rank: of each principle one before a second, none twice, and no context twice."""
    order = sorted(ranked, key=lambda r: r[:2])
    kept: list[Topic] = []
    for second in (False, True):
        for __, ___, topic in order:
            if len(kept) == at_most:
                break
            if topic.principle and not second and topic.principle in {t.principle for t in kept}:
                continue
            if not any(_alike(topic, other) for other in kept):
                kept.append(topic)
    return tuple(topic for __, ___, topic in order if topic in kept)


def _alike(one: Topic, other: Topic) -> bool:
    """Whether two topics would say the same: the question, the context, or what is told at the same lines."""
    told = {(b.path, b.line) for b in one.lines}
    return (
        one.question == other.question
        or one.context == other.context
        or (one.told and other.told and bool(told) and told <= {(b.path, b.line) for b in other.lines})
    )


def _found(audit: Audit) -> list[_Ranked]:
    """What was found and is worth a question, with how grave it is and its place among what is as grave."""
    return [
        (grave, tuple(WHY).index(topic.principle) if topic.principle in WHY else len(WHY), topic)
        for grave, topic in (*_gates(audit), *_flags(audit), *_rooms(audit))
        if topic.question.strip() and topic.context.strip()
    ]


MENDED = _("It was put right, and they agreed.")
AFTER_HARM = _("What do those concerned want to happen now, and who answers them?")
"""Asked on harm that is on record and that nobody tells to be mended with those concerned."""
SIGN_ASKS = _("What happened here, and what should come of it?")
"""Asked on a sign that was seen and on which no gate asks."""


def _gates(audit: Audit) -> Iterator[tuple[int, Topic]]:
    nobody = audit.verdict.id == "nobody involved"
    harmed = [t for t in audit.told if t.about == "harm" and not _is_settled(t)]
    if harmed:
        # Whatever the verdict rests on: what is on record is asked about, and not whether it is.
        says = harmed[0].says.partition("”.")
        yield 0, Topic(AFTER_HARM, "".join(says[:2]), "care", harmed[0].because)
    if not any(g.id == "tokenism" and g.state == "holds" for g in audit.gates):
        # Under a verdict that no sign decides, what was seen is asked about all the same.
        for sign in audit.signs:
            if sign.state == "holds" and sign.says:
                yield 1, Topic(SIGN_ASKS, words.sentence(sign.says), _principle(audit, sign.because), sign.because)
    for gate in audit.gates:
        if harmed and COVERS.get(gate.id, gate.id) == "trust-broken":
            continue
        if gate.state == "holds" and (not nobody or COVERS.get(gate.id, gate.id) in ASKED_OF_NOBODY):
            # The gate on tokenism rests on signs, which say more than that there are some.
            signs = [s.says for s in audit.signs if s.state == "holds" and s.says] if gate.id == "tokenism" else []
            context = words.sentence("; ".join(signs[:2]) or gate.says or gate.title)
            yield (
                0 if gate.fails or gate.caps else 2,
                Topic(gate.asks, context, _principle(audit, gate.because), gate.because),
            )


def _flags(audit: Audit) -> Iterator[tuple[int, Topic]]:
    signs = {s.kind for s in audit.voices.signs}
    nobody = audit.verdict.id == "nobody involved"
    for flag in audit.flags:
        if nobody and flag.level != "error" and flag.principle not in ABOUT_ANYBODY:
            continue  # where nobody takes part, nobody spoke, was paid or was told
        if SAME_AS_ROOM.get(flag.id) not in signs:
            subjects = [s for s in flag.subjects if words.tells(s)]
            about = (
                _("It is about this: {text}.", text=words.listed(f"“{words.few(s, LONGEST)}”" for s in subjects))
                if subjects
                else ""
            )
            says = words.sentence(flag.plain or flag.says or flag.title)
            rank = {"error": 1, "warning": 2}.get(flag.level, 5)
            yield rank, Topic(flag.asks, f"{says} {about}".strip(), flag.principle, flag.because)


def _rooms(audit: Audit) -> Iterator[tuple[int, Topic]]:
    by_kind: dict[str, list[int]] = {}
    for n, sign in enumerate(audit.voices.signs):
        by_kind.setdefault(sign.kind, []).append(n)
    for kind, places in by_kind.items():
        signs = [audit.voices.signs[n] for n in places]
        groups = list(dict.fromkeys(words.few(s.group, LONGEST) for s in signs if words.tells(s.group)))
        more = _("; and {number} more", number=len(groups) - _NAMED) if len(groups) > _NAMED else ""
        about, asks = ROOM.get(kind, (signs[0].title, signs[0].asks))
        if words.is_over(audit):
            about, asks = told_in_the_past(about), ROOM_AFTERWARDS.get(kind, asks)
        context = words.sentence(f"{about}: {'; '.join(groups[:_NAMED])}{more}" if groups else about)
        rank = 4 if any(s.matters for s in signs) else 5
        yield rank, Topic(asks, context, "voices", tuple(b for s in signs for b in s.because))


def _lowest(audit: Audit) -> Iterator[_Ranked]:
    """For each principle the question on the criterion that stands lowest, of those on which something is told.

    What is only planned can be asked about once, as a plan: the questions of the rubric are about what people have seen.
    """
    if audit.verdict.id == "nobody involved":
        return
    planned: dict[str, tuple[Evidence, ...]] = {}
    for place, principle in enumerate(_in_order(audit.principles)):
        low = [c for c in principle.criteria if c.applies and c.level.low < 3]
        if they_run_it(audit):
            low = [c for c in low if c.id != CAME_IN]  # they did not come in to the work of others
        only_planned = [c for c in low if words.level_ends(c.level) == (0, 0) and c.planned]
        # What a criterion rests on takes time to find: it is looked for last, and of as few as can be.
        if lines := next((c.because for c in only_planned if c.because and not rests_on_harm(c.because)), None):
            planned[words.title_in_plain(principle)] = lines
        seen = [c for c in low if c not in only_planned and c.question.strip() and not rests_on_harm(c.because)]
        seen.sort(key=lambda c: (c.level.low, c.level.high, not c.core))
        if lowest := next((c for c in seen if c.because), None):
            order = 100 * words.level_ends(lowest.level)[0] + place
            stands = how_it_stands(lowest, past=words.is_over(audit))
            yield 7, order, Topic(lowest.question, stands, principle.id, lowest.because)
    if planned:
        themes = [
            *tuple(planned)[:_NAMED],
            *([_("{number} more", number=len(planned) - _NAMED)] if len(planned) > _NAMED else []),
        ]
        context = _("In these themes something is planned that is not there yet: {themes}.", themes="; ".join(themes))
        yield 5, 0, Topic(ON_PLANS, context, "", tuple(b for lines in planned.values() for b in lines))


ON_PLANS = _("What would you change in these plans, and who can still change them?")


def _in_order(principles: Iterable[PrincipleFound]) -> list[PrincipleFound]:
    """The principles in the order of `WHY`; others behind them, in their own."""
    order = tuple(WHY)
    return sorted(principles, key=lambda p: order.index(p.id) if p.id in order else len(order))


# --- words -----------------------------------------------------------------------------------------


def how_it_stands(criterion: CriterionFound, *, past: bool = False) -> str:
    """A question of the rubric with what is told of it: what is there, and what is missing.

    A level is no answer to a question: what is there is said in the sentence of the level that is reached.

    Args:
        criterion: the question, as it is judged.
        past: whether the work is over: then it is asked as of work that is.
    """
    __, then = tenses(over=past)
    asks = then(criterion.plain or criterion.asks)
    there = then(words.sentence(_reached(criterion)))
    if not criterion.parts:
        return f"{asks} {words.sentence(criterion.found) or there or _('It is not shown.')}"
    # Where all that the next level asks for is told, its sentence says what is there, and the reason why it is not sure.
    if criterion.capped and there and all(p.met == "yes" for p in criterion.parts):
        told = criterion.anchors[words.level_ends(criterion.level)[0] + 1]
        as_told = _("As told: {says}", says=words.small(then(words.sentence(told))))
        return f"{asks} {as_told} {words.whole(criterion.capped, 1)}"
    if all(p.met == "not told" and not p.answer.startswith(_("at least ")) for p in criterion.parts):
        # There are parts only where something is told on the matter.
        return f"{asks} {there or NOT_SETTLED}"
    parts = _there_and_missing(criterion)
    # The sentence of a level says what is there already.
    said = [part_says(p, past=past) for p in parts if not there or p.met != "yes"]
    if criterion.support == "claimed" and all(p.met == "yes" for p in parts):
        said.append(_("Nothing is named that shows it."))
    # What is there is worth little without what is missing: neither is left out.
    return " ".join(s for s in (asks, there, *said) if s)


def _reached(criterion: CriterionFound) -> str:
    """The sentence of the level that is reached; empty where none is, or where its sentence is not known."""
    low, __ = words.level_ends(criterion.level)
    return criterion.anchors[low] if 0 < low < len(criterion.anchors) else ""


def missing_says(criterion: CriterionFound) -> str:
    """What of the answer is missing, or not known; two questions may miss the same."""
    return part_says(_there_and_missing(criterion)[-1])


def _there_and_missing(criterion: CriterionFound) -> tuple[PartFound, ...]:
    """One part that is there and one that is missing or not known; the first of each is the plainest."""
    there = [p for p in criterion.parts if p.met == "yes" and p.asks not in NO_NEWS][:1]
    missing = [p for p in criterion.parts if p.met == "no"][:1] or [p for p in criterion.parts if p.met != "yes"][:1]
    return (*there, *missing)


NO_NEWS = (_("Has anybody been involved yet whom the work affects?"),)
"""Questions whose yes tells a reader nothing beside the question above them."""
_BY_ROLE = _(", by the role that the file tells")
AS_PEOPLE_ASK = {
    _("In how many stages of the work were people at least asked?"): _("Are people asked in most parts of the work?"),
    _("In how many stages of the work was nobody asked?"): _("Is there a part of the work in which nobody is asked?"),
    _("How many limits are named: what cannot change, or not now?"): _("Is it said what cannot change?"),
    _("How many points in the plan are kept free, to decide after people were heard?"): _("Is room kept in the plan to decide after people were heard?"),
    _("How many contributors have an equal vote in a room that decides?"): _("Do people have an equal vote where things are decided?"),
    _("How many kinds of named post do contributors hold, with or without authority?"): _("Do people hold a post of their own in the work?"),
    _("Of how many disagreements is it on record how they ended?"): _("Is it written down how disagreements ended?"),
    _("For how many groups is it said why they matter to this topic?"): _("Is it said why these groups matter here?"),
    _("How many contributors are there in all?"): _("Is it known how many people take part?"),
    _("How many issues of structural inequality are named for this topic?"): _("Is it said what keeps some people out or down here?"),
    _("How many working days ahead of a meeting do papers arrive?"): _("Do papers come well ahead of a meeting?"),
    _("How many ways to contribute are offered or used?"): _("Is there more than one way to take part?"),
    _("How many ways to contribute were really used?"): _("Was more than one way to take part really used?"),
    _("How often are people asked what they need in order to take part: never, once, regularly?"): _("Are people asked again and again what they need?"),
    _("How many lines of the involvement budget name what they are for and how much?"): _("Is it written down what the money is for?"),
    _("Is it told how much of a post the involvement lead has for it?"): _("Does whoever leads on it have the time for it?"),
    _("Within how many days does somebody ask afterwards how people are?"): _("Does somebody ask soon afterwards how people are?"),
    _("For how many people is the role the one that they wished for?"): _("Do most people have the role that they wished for?"),
    _("How many things are on record that researchers learned?"): _("Is it written down what the team learned?"),
    _("How often was there time to get to know each other?"): _("Was there time more than once to get to know each other?"),
    _("How often was something that people said taken up, at least partly, so that something changed?"): _("Did something change because of what people said?"),
    _("Of how many things that people said is it told what came of them?"): _("Is it written down what came of what people said?"),
    _("How often did more than a wording or a leaflet change because of what people said?"): _("Did more than a text change because of what people said?"),
    _("Were people heard, by the word of the team, of contributors or of a named independent?"): _("Were people heard?"),
    _("How often did people change the question, what is measured, the design, the budget, the service, the policy, the rules or the analysis?"): _("Did people change what the work stands on?"),
    _("How many of the changes on record were checked by those who had spoken?"): _("Did those who had spoken check what is said to have changed?"),
    _("Within how many days are people told?"): _("Are people told soon?"),
    _("After how many of the occasions are people told: all, most, some, none?"): _("Are people told each time?"),
    _("How often did anybody look back at how people were involved?"): _("Did anybody look back at how people took part?"),
    _("Are expenses paid at all?"): _("Is what it costs to come paid?"),
    _("Is there a budget for involvement?"): _("Is there money set aside for it?"),
    _("What do expenses cover?"): _("Is it known what is paid of what it costs to come?"),
}  # fmt: skip
"""Questions of a form that no person would ask, as people ask them, where the answer is not known."""


def as_people_ask(asks: str) -> str:
    """A question as a person would ask it."""
    asks = asks.replace(_BY_ROLE, "")
    return AS_PEOPLE_ASK.get(asks, asks)


NOT_SETTLED = _("What is told does not settle it.")
"""The answer where something is told on the matter, and no part of the question is answered by it."""
NONE_SO_FAR = _("none so far")
"""What a count says that may go on, and has not begun."""
PART_ANSWERS = {
    "yes": _("Yes."),
    "no": _("No."),
    "not told": _("We do not know."),
    "not listed": _("That is not among what is told."),
    NONE_SO_FAR: _("None, as far as it is told."),
}
_COUNTED = re.compile(rf"({re.escape(_('at least '))})?(\d+)")
_TIMES = {1: _("once"), 2: _("twice")}
_NUMBERS = {1: _("one"), 2: _("two"), 3: _("three"), 4: _("four"), 5: _("five")}


def _answer(part: PartFound) -> str:
    """The answer to a part of a question, as somebody would say it: a list that may go on is known at least so far."""
    counted = _COUNTED.fullmatch(part.answer)
    if counted is None:
        return PART_ANSWERS.get(part.answer) or words.sentence(part.answer)
    number = int(counted[2])
    says = str(number)
    if part.asks.startswith(_("How often")):
        says = _TIMES.get(number, _("{number} times", number=number))
    elif counted[1]:
        says = _NUMBERS.get(number, says)
    return words.sentence(
        _("{says}, as far as it is told", says=words.capital(says)) if counted[1] else words.capital(says)
    )


def part_says(part: PartFound, *, past: bool = False) -> str:
    """A part of an answer: the question, and what the file answers."""
    # What is counted in a list that may go on is known at least so far.
    known = part.met != "not told" or part.answer in PART_ANSWERS or part.answer.startswith(_("at least "))
    answer = _answer(part)
    __, then = tenses(over=past)
    asks = as_people_ask(part.asks)
    if known and (part.answer not in PART_ANSWERS or part.answer == NONE_SO_FAR) and asks != part.asks:
        # A number or a list answers the question as it stands.
        return f"{then(part.asks.replace(_BY_ROLE, ''))} {answer}"
    return f"{then(asks)} {answer if known else PART_ANSWERS['not told']}"


def stage_title(stage: StageFound) -> str:
    """A part of the work in everyday words."""
    return stage.plain or stage.title or stage.id


def _principle(audit: Audit, lines: Sequence[Evidence]) -> str:
    """The principle to which places in the file belong: the first that names one."""
    known = {p.id for p in audit.principles}
    parts = (b.path.partition(".")[0].partition("[")[0] for b in lines)
    return next((found for part in parts if (found := _STANDS_IN.get(part, part)) in known), "")


def _place(path: str, line: int) -> Evidence:
    from involve_audit.results.audit import Evidence

    return Evidence(path, line, 1, "")
