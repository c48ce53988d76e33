"""The contributors' edition: what matters most to the people whom the work is about, in everyday words and large print.

It says in this order what changed because of people, what is known of pay and support, what is not known, and what to ask. It
leaves out the lines of the file, the sources and every score; the full report has them. Beside the counts of what it leaves
out, each number in it stands in the JSON of the audit. What the rubric says of an entry in everyday words (`plain`) is used;
where it has none, its ordinary words are.
"""

from __future__ import annotations

import re
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from involve_audit.language import _, term
from involve_audit.record import Record, replace
from involve_audit.render import discussion, papers, words
from involve_audit.render.blocks import (
    Heading,
    PageDocument,
    Quote,
    items,
    paragraph,
    something,
    spoken,
    strong,
    text,
    units,
    words_of,
)
from involve_audit.render.unread import not_read
from involve_audit.wording.entry_words import CONTRADICTED, DECIDED, OVERTURNED, ROLE_IS, WHO
from involve_audit.wording.past_tense import in_the_past, tenses, told_in_the_past

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from involve_audit.render.blocks import Block
    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit, CriterionFound, FindingFound, LabelFit, StageFound, ToldFound

RUNGS = {
    "none": _("that nobody takes part"),
    "informed": _("that people are told"),
    "consultation": _("that people are asked"),
    "involvement": _("that people take part and get answers"),
    "collaboration": _("that people and the team decide together"),
    "co-production": _("that people and the team decide together all the way"),
    "led": _("that people whom the work is about decide"),
}
"""What a word for the work promises, by the rung that it claims."""

CONFIRMED = {
    "confirmed": _("Most people who were asked say that this goes well: {}."),
    "disputed": _("Most people who were asked do not say that this goes well: {}."),
    "split": _("The people who were asked do not agree on this: {}."),
    "apart": _(
        "In one group that was asked most say that this goes well, and in another most say that it does not: {}."
    ),
    "not asked apart": _(
        "Most people who answered say that this goes well: {}. They were not asked apart from the team."
    ),
    "too few": _("Too few people answered to show what they think of this: {}."),
    "not heard": _("People have said that they were not heard."),
    "not asked": "",
    "not told": "",
}
"""What people who take part think of a theme. It is said once, with the themes of which it is so."""

ANSWERED = {
    "most agree": _(
        "Most people who answered say that this goes well: {}. We do not know enough about how they were asked."
    ),
    "most disagree": _("Most people who answered say that this does not go well: {}."),
    "split": CONFIRMED["split"],
    "not most agree": CONFIRMED["too few"],
    "too few to show": CONFIRMED["too few"],
}
"""What they answered on a theme where that settles nothing. Where they were not asked about a theme, nothing is said of it."""

OF_EVERYTHING = {
    CONFIRMED["confirmed"]: _("Most people who were asked say that all that this paper looks at goes well."),
    CONFIRMED["disputed"]: _("Most people who were asked do not say that what this paper looks at goes well."),
    CONFIRMED["split"]: _("The people who were asked do not agree on what this paper looks at."),
    CONFIRMED["not asked apart"]: _(
        "Most people who answered say that all that this paper looks at goes well. They were not asked apart from the team."
    ),
    CONFIRMED["too few"]: _("Too few people answered to show what they think of what this paper looks at."),
    ANSWERED["most agree"]: _(
        "Most people who answered say that all that this paper looks at goes well. We do not know enough about how they were asked."
    ),
    ANSWERED["most disagree"]: _("Most people who answered say that what this paper looks at does not go well."),
}
"""The same where they think so of every theme."""

MORE_THAN_SEEN = _("That is more than what is written down.")
OTHERWISE = {
    "promise": _("That fits what is written down. But a promise was broken."),
    "said": _("But somebody who was there, or looked into it, says that the word does not fit."),
    "verdict": _("But what happened speaks against the word."),
}
"""What speaks against a word that promises no more than what was seen, in this order: a broken promise is not an overclaim by word."""

LABEL = {
    "fits": _("That fits what is written down."),
    "modest": _("That is less than what is written down. It is fine to say less."),
    "overclaimed": MORE_THAN_SEEN,
    "not shown": _("What is written down does not show it."),
    "not told": "",
}

HONESTY = {
    "honest": _("What is said about it seems honest."),
    "as far as told": _("Too little is written down to say if all that is said about it is honest."),
    "partly": _("What is said about it seems honest in part."),
    "not honest": _("What is said about it does not fit what is written down."),
    "not told": _("We cannot tell if what is said about it is honest."),
}

HONEST_PARTS = {
    "label": (_("the words for the work fit"), _("the words for the work say too much")),
    "limits": (_("people were told early what cannot change"), _("people were not told early what cannot change")),
    "refusals": (_("people were told why ideas were not used"), _("ideas were not used, and nobody said why")),
    "agreements": (_("what was agreed with people was kept"), _("what was agreed with people was not kept")),
    "failures": (_("those whose work it is say what went wrong"), _("it is not said what went wrong")),
}
"""What is so, and what is not: on what it rests that honesty is there, or partly."""

GLOSSARY = {
    "advert": _("A text that asks people to take part."),
    "agenda": _("The list of what will be talked about."),
    "benefits": _("Money from the state, for instance when you are ill or out of work."),
    "budget": _("How much money there is, and what it is for."),
    "co-design": _("People and the team plan something together."),
    "co-production": _("People and the team do the work together, and decide together."),
    "contributor": _("Somebody who takes part because the work is about people like them."),
    "evaluation": _("A look at how well something went."),
    "expenses": _("What you have to pay so that you can take part, such as a bus fare."),
    "facilitator": _("Somebody who helps a group to talk well."),
    "file": _("What somebody wrote down about this work: this paper is made from it."),
    "governance": _("Watching over the work, and deciding how it is run."),
    "involvement": _("People take part in work that is about them."),
    "involvement lead": _("Somebody who looks after how people take part."),
    "lived experience": _("What you know because you have lived through it."),
    "outcome": _("What the work looks at to see if something helped."),
    "panel": _("A group of people who are asked again and again."),
    "peer researcher": _("Somebody who has lived through it and who works on the study."),
    "protocol": _("The plan of a study."),
    "researcher": _("Somebody whose job it is to find things out."),
    "steering group": _("A group that watches over the work."),
    "team": _("Those who do this work as their job, or did."),
}
"""Words that may stand in the edition, in everyday words; only those that stand in it are printed."""

LONGEST, LONGEST_TITLE = 28, 16
"""So many words of the summary and of the title stand here at most; what people said is never cut."""
CHANGES, PAY_AND_SUPPORT, QUESTIONS, SAID, ACCOUNTS, EXPLAINED = 67, 180, 150, 66, 30, 60
OTHER_ANSWERS, HARM, HEARD, FOUND, MISSING, KEPT, OUT_OF_REACH = 46, 42, 28, 22, 16, 20, 22
PART, LEAST_PART, LONGEST_PART, LOOKED_BACK, MOST_CHANGES = 150, 60, 45, 70, 200
PLANS, ONLY_PLANS = 25, 130
"""So many words each part has: what stands first in it is kept whole, and the rest is in the full report."""
MOST, LEAST_EXPLAINED = 880, 15
"""So many words the whole has; the words that are explained take what is left of them, and so many at least."""
LEAST_PAY, LEAST_QUESTIONS, BESIDE, IN_PART = 30, 80, 60, 40
"""Pay and questions have at least so many words; the parts beside them have so many without taking of theirs."""


def within(texts: Iterable[str], limit: int) -> tuple[str, ...]:
    """The first texts, whole, as many as have so many words together; the first one always.

    >>> within(["one two", "three", "four five"], 3)
    ('one two', 'three')
    """
    kept: list[str] = []
    for one in texts:
        if kept and _words((*kept, one)) > limit:
            break
        kept.append(one)
    return tuple(kept)


def _words(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)


def summary(audit: Audit) -> str:
    """What the work is, in the first sentences of its own summary; a sentence that is too long is cut, and shows it."""
    sentences = re.split(r"(?<=[.!?])\s+", audit.project.summary.strip())
    return words.sentence(words.few(" ".join(within(sentences, LONGEST)), LONGEST))


# --- in short ----------------------------------------------------------------------------------------


PART_HEAD = 18
"""The words around what part people have: its heading, and how much more there is."""


def in_short(audit: Audit) -> str:
    """How it stands, beside the verdict: the signs, what else may be so, the words used and whether they seem honest."""
    parts = (
        signs_say(audit),
        parts_say(audit) or range_says(audit),
        label_says(audit),
        *_all(audit, "promised"),
        *kept(audit),
        honesty_says(audit),
    )
    return " ".join(part for part in parts if part)


def headline(audit: Audit) -> str:
    """The verdict in everyday words; a rung that is counted from parts of the work is told by those parts."""
    verdict = audit.verdict
    says = words.sentence(verdict.plain or verdict.means or verdict.title or _("We cannot say"))
    if verdict.plain and verdict.id in BY_PARTS:
        says = by_parts(audit) or says
    if more := more_is_said(audit):
        return f"{more} {_ONLY_LITTLE if verdict.id == 'too little is known' else f'{ONLY_THIS} {_then(audit, says)}'}"
    if says.endswith(NAMES_PARTS):
        led = [words.small(discussion.stage_title(s)) for s in audit.rung.stages if "led" in (s.shown.low, s.told)]
        says = says.removesuffix(NAMES_PARTS) + (
            _(" These are parts that they lead: {led}.", led="; ".join(led)) if led else ""
        )
    if verdict.id in BY_PARTS and not says.startswith(_SHARED):
        shared = any(
            t.startswith(tuple(DECIDED.values()))
            and not t.endswith(CONTRADICTED)
            and _("It was set aside.") not in t
            and _("Not everybody says so.") not in t
            for t in _all(audit, "changed")
        )
        says += _(" Some things were decided with them, or by them.") if shared else ""
    if verdict.id == "nobody involved" and (harm := next(iter(_all(audit, "harm")), "")):
        kind = harm.partition(":")[0]
        says = f"{says} {words.sentence(GRAVE_TOO.get(kind, kind))}"
    return _then(audit, says)


BY_PARTS = ("consultation", "involvement")
"""Verdicts that say how many parts of the work count, and not what all of them are: that others decide the rest may not be told."""
_PART_IS = {
    "led": _("People whom the work is about decide on this"), "decided together": _("People and the team decide together on this"),
    "involved": _("People take part in this"), "consulted": _("People are asked what they think of this"),
}  # fmt: skip
_SHARED = (_PART_IS["led"], _PART_IS["decided together"])


def _told_at_least(stage: StageFound) -> str:
    """The role that is told of a stage for certain: of two neighbouring ones the smaller."""
    return stage.told.partition(" or ")[0]


def by_parts(audit: Audit) -> str:
    """In which parts of the work people have what part, as far as something shows what is told; empty where nothing does."""
    order = ("none", "informed", *reversed(_PART_IS))
    by: dict[str, list[str]] = {}
    for stage in audit.rung.stages:
        told = _told_at_least(stage)
        if told in order and stage.shown.low in order:
            # Of two roles the larger one may be shown all the same.
            role = stage.shown.low if told != stage.told else min(told, stage.shown.low, key=order.index)
            by.setdefault(role, []).append(words.small(discussion.stage_title(stage)))
    who = (_("People whom the work is about"), _("Those who take part"))
    unknown = any(gate.id == WHO_THEY_ARE and gate.state == "holds" for gate in audit.gates)
    parts = {role: says.replace(*who) if unknown else says for role, says in _PART_IS.items()}
    return " ".join(f"{says}: {'; '.join(by[role])}." for role, says in parts.items() if role in by)


WHO_THEY_ARE = "who-they-are"
"""The gate that asks who takes part, where none of them is told to be affected."""


NAMES_PARTS = _(" This paper names the parts that they lead.")
ONLY_THIS = _("This much is shown.")
_ONLY_LITTLE = _("Too little is written down to say more.")


def _then(audit: Audit, says: str) -> str:
    """A statement on the work in the past tense, where the work is over; what is quoted in it stays."""
    then, __ = tenses(over=words.is_over(audit))
    return then(says)


GRAVE_TOO = {
    _("Used in another way than agreed"): _("And what people gave was used in another way than agreed"),
    _("An agreement was undone without people"): _("And what was agreed with people was undone without them"),
    _("Somebody was harmed"): _("And people came to harm"),
    _("Something went wrong for people"): _("And people’s trust was broken"),
}
"""The second half of the gravest verdict, by the kind of harm that is on record."""


def more_is_said(audit: Audit) -> str:
    """The most that the file tells of people's part, where nothing shows it: what does not count is no fact the other way."""
    verdict, order = audit.verdict.id, tuple(RUNGS)
    if verdict in words.GRAVE or verdict not in _VERDICTS or audit.rung.told not in order:
        return ""
    if order.index(audit.rung.told) <= order.index(_VERDICTS[verdict]) or not _not_shown(audit):
        return ""
    told = RUNGS[audit.rung.told].removeprefix(_("that ")).removesuffix(_(" and get answers"))
    return _(
        "{audit} What is written down does not show all of it.",
        audit=_then(audit, _("By what is told, {told}.", told=told)),
    )


def _not_shown(audit: Audit) -> dict[str, list[str]]:
    """The parts of the work of which more is told than something shows, by what is told of them."""
    order = ("none", *ROLE_IS)
    by: dict[str, list[str]] = {}
    for stage in audit.rung.stages:
        told = _told_at_least(stage)
        if told in ROLE_IS and stage.shown.low in order and order.index(told) > order.index(stage.shown.low):
            by.setdefault(stage.told, []).append(words.small(discussion.stage_title(stage)))
    return by


def parts_say(audit: Audit) -> str:
    """In which parts of the work more is told than something shows, where the work as a whole is told to be no more."""
    by = _not_shown(audit)
    if not by or more_is_said(audit) or audit.verdict.id in ("nobody involved", "broken trust", "promises"):
        return ""
    role = next(role for role in reversed(tuple(ROLE_IS)) if role in by)
    return _(
        "It is also told that {audit} in this: {by}. What is written down does not show it.",
        audit=_then(audit, ROLE_IS[role]),
        by="; ".join(by[role]),
    )


def _all(audit: Audit, about: str) -> tuple[str, ...]:
    """What the file tells of something, each sentence once."""
    return tuple(dict.fromkeys(_told_says(audit, t) for t in audit.told if t.about == about))


def _told_says(audit: Audit, told: ToldFound) -> str:
    """One thing that the file tells, in the tense of the work."""
    return _then(audit, told.says)


NOT_HEARD = _("people were not heard")


def signs_say(audit: Audit) -> str:
    """The signs that were seen, in a sentence, but for those that stand with a question below; empty where there is none."""
    below = " ".join(topic.context.casefold() for topic in to_ask(audit))
    seen = [s.says or s.id for s in words.signs_to_look_at(audit.signs) if s.state == "holds"]
    if not_heard(audit):
        seen = [says for says in seen if says.casefold().rstrip(".") != NOT_HEARD]  # whose word it is stands there
    others = [says for says in seen if says.casefold() not in below and _then(audit, says).casefold() not in below]
    return (
        (
            _("This was seen: {others}.", others="; ".join(others))
            if others == seen
            else _("Among what was seen: {others}.", others="; ".join(others))
        )
        if others
        else ""
    )


def range_says(audit: Audit) -> str:
    """That the verdict is the least that can be said; nothing beside a grave one."""
    verdict = audit.verdict
    if verdict.id in words.GRAVE or len(verdict.possible) < 2 or more_is_said(audit):
        return ""
    highest = verdict.possible[-1].id
    order = tuple(_VERDICTS)
    if highest not in order or (verdict.id in order and order.index(highest) <= order.index(verdict.id)):
        return _("We do not know all. If we knew more, it could look different.")
    # How much more it may be is no finding: said beside the title, it would be read as one.
    return (
        _("We do not know all.")
        if verdict.id in ("promises", "too little is known")
        else _("That is the least that we can say. More may be so.")
    )


_VERDICTS = {
    "too little is known": "none", "information": "informed", "consultation": "consultation", "involvement": "involvement",
    "working partnership": "collaboration", "genuine partnership": "co-production", "led by lived experience": "led",
}  # fmt: skip


def honesty_says(audit: Audit) -> str:
    """Whether what the team says seems honest, and in what: which part is and which is not."""
    says = HONESTY.get(audit.honesty.state, "")
    only_promised = _only_a_promise(audit.label)
    if audit.honesty.state not in ("partly", "honest", "as far as told"):
        # That a promise was not kept is told by itself, and is no charge against the words.
        return "" if audit.honesty.state == "not honest" and only_promised and _all(audit, "promised") else says
    if all(p.state == "good" for p in audit.honesty.parts):
        return says  # it rests on all that is asked of it
    good = [HONEST_PARTS[p.id][0] for p in audit.honesty.parts if p.state == "good" and p.id in HONEST_PARTS]
    bad = [
        _("a promise was not kept") if p.id == "label" and only_promised else HONEST_PARTS[p.id][1]
        for p in audit.honesty.parts
        if p.state == "bad" and p.id in HONEST_PARTS
    ]
    there = _(" What is honest: {good}.", good=words.listed(good)) if good else ""
    return says + there + (_(" What is not: {bad}.", bad=words.listed(bad)) if bad else "")


def label_says(audit: Audit) -> str:
    """What the work is called, what that promises, and whether it fits."""
    called = words.listed(f"“{word}”" for word in audit.label.called)
    label = audit.label
    promised = any(b.path.startswith("project.promises") for b in label.because[:1])
    if not called and not promised:
        return (
            _("We do not know what it is called in public.")
            if label.state == "not told"
            else _("No special word is used for it in public.")
        )
    claims = ""
    if label.claims in RUNGS:
        which = f"“{label.word}”" if label.word and len(label.called) > 1 else _("That")
        claims = (
            _(" A public promise says {rung}.", rung=RUNGS[label.claims])
            if promised
            else _(" {which} promises {rung}.", which=which, rung=RUNGS[label.claims])
        )
    missing = f" {words.missing_says(audit)}" if label.missing else ""
    fits = _fits(label)
    if not called:
        return f"{claims} {fits}{missing}".strip()
    belied = audit.verdict.id in words.GRAVE and (
        audit.verdict.id != "broken trust" or "agreements" in {p.id for p in audit.honesty.parts}
    )
    if label.state in ("fits", "modest") and belied and label.claims:
        fits = f"{fits} {OTHERWISE['verdict']}"
    if audit.verdict.id == "promises":
        fits = fits.replace(_("what is written down"), _("what is planned"))
    return (
        _("It was called {called}.{claims} {fits}{missing}", called=called, claims=claims, fits=fits, missing=missing)
        if words.is_over(audit)
        else _(
            "It is called {called}.{claims} {fits}{missing}", called=called, claims=claims, fits=fits, missing=missing
        )
    ).strip()


def _fits(label: LabelFit) -> str:
    """Whether the words fit, or what speaks against them: by word, or by a promise that was not kept."""
    if label.state == "overclaimed" and label.why and "more" not in label.why:
        # Where no word is used, the promise that was not kept is told by itself.
        return " ".join(OTHERWISE[why] for why in OTHERWISE if why in label.why and (label.called or why != "promise"))
    if label.claims or label.state == "overclaimed":
        return LABEL.get(label.state, "")
    return _("That promises nothing that we could check.")


def _only_a_promise(label: LabelFit) -> bool:
    """Whether the words are called too much for a promise that was not kept, and for nothing else."""
    return label.state == "overclaimed" and label.why == ("promise",)


# --- what changed, pay and support ------------------------------------------------------------------


class ToldHere(Record):
    """What the file tells of something, as much as stands in this paper.

    Attributes:
        shown: what a source is named for.
        said: what somebody says, and nothing is named that shows it.
        more: how many more stand in the full report.
    """

    shown: tuple[str, ...]
    said: tuple[str, ...]
    more: int


def changed(audit: Audit) -> ToldHere:
    """What changed because of people: it comes first, and has the room that pay and questions need not have."""
    return told(audit, ("changed",), max(CHANGES, MOST_CHANGES - max(0, beside(audit) - BESIDE)))


def told(audit: Audit, about: tuple[str, ...], limit: int) -> ToldHere:
    """What the file tells of `changed`, `pay` or `support`: first what something shows."""
    found = {
        words.few(_told_says(audit, t), limit): t.shown for t in audit.told if t.about in about and not _is_apart(t)
    }
    kept = within(sorted(found, key=lambda says: not found[says]), limit)
    return ToldHere(tuple(s for s in kept if found[s]), tuple(s for s in kept if not found[s]), len(found) - len(kept))


def beside(audit: Audit) -> int:
    """So many words stand beside change, pay and questions: other answers, harm, plans, whether people were heard, what others found.

    Before the work begins its plans stand in the place of what changed.
    """
    parts = (other_answers, harm, *(() if audit.verdict.id == "promises" else (plans,)), heard, found)
    # What part people have stands above them all, and has some room of its own at least.
    return sum(_words(told_here(audit)) for told_here in parts) + min(LEAST_PART, _words(_all(audit, "part")))


MUCH = 130


def _room_for(audit: Audit, says: Iterable[str], limit: int) -> tuple[str, ...]:
    """What stands here where there is not very much else to tell beside change and pay."""
    return within((words.few(one, limit) for one in says), limit) if beside(audit) <= MUCH else ()


def pay_room(audit: Audit) -> int:
    """So many words there are for pay and support: fewer where much else has to be told."""
    above = changed(audit)
    others = beside(audit) + _words((*above.shown, *above.said)) - CHANGES // 2
    return max(LEAST_PAY, PAY_AND_SUPPORT - max(0, others - BESIDE))


def questions_room(audit: Audit) -> int:
    """So many words there are for questions."""
    return max(LEAST_QUESTIONS, QUESTIONS - max(0, beside(audit) - BESIDE))


LITTLE, WIDER = 260, 3
"""Where the file tells no more than so many words for this paper, the parts beside change and pay may be so much longer."""


def _limit(audit: Audit, tight: int) -> int:
    """So many words a part has: little that is told need not be cut."""
    every = (
        *(t.says for t in audit.told), *(f.says for f in audit.findings), *(gap.group for gap in audit.voices.missing),
        *(one for view in audit.views for one in (*view.words, *view.dissent, view.statement)),
    )  # fmt: skip
    return tight * WIDER if _words(every) <= LITTLE else tight


def _first(audit: Audit, about: str, tight: int) -> tuple[str, ...]:
    """The first things that the file tells of something, as many as there is room for."""
    limit = _limit(audit, tight)
    return within((_cut(says, limit) for says in _all(audit, about)), limit)


def _cut(says: str, most: int) -> str:
    """As many whole sentences as there is room for; where the first is too long already, its first words."""
    sentences = words.whole(says, most)
    return sentences if len(sentences.split()) <= most else words.few(says, most)


def other_answers(audit: Audit) -> tuple[str, ...]:
    """What people said that changed nothing, with the answer and its reason."""
    return _first(audit, "other answers", OTHER_ANSWERS)


def harm(audit: Audit) -> tuple[str, ...]:
    """Harm that is on record, by whose word, and what was done about it.

    The first, and the one that decided the verdict, stand here however little room there is, with what limits them.
    """
    decided = {(line.path, line.line) for line in audit.verdict.because}
    every = [(_told_says(audit, t), t.because) for t in audit.told if t.about == "harm"]
    must = [says for n, (says, lines) in enumerate(every) if not n or any((b.path, b.line) in decided for b in lines)]
    most = 2 * HARM // len(must[:2]) if must else HARM
    kept = within(
        (_cut(says, most) for says in dict.fromkeys((*must[:2], *(says for says, __ in every)))), _limit(audit, HARM)
    )
    return kept if len(kept) >= len(must[:2]) else tuple(_cut(says, most) for says in must[:2])


def heard(audit: Audit) -> tuple[str, ...]:
    """Whether people were heard, and by whose word."""
    return _first(audit, "heard", HEARD)


def kept(audit: Audit) -> tuple[str, ...]:
    """The promises that were kept."""
    return _room_for(audit, _all(audit, "kept"), KEPT)


def out_of_reach(audit: Audit) -> tuple[str, ...]:
    """Who cannot reach or use what the work makes, and who makes up those whom it studies."""
    return _room_for(audit, (*_all(audit, "out of reach"), *_all(audit, "studied")), OUT_OF_REACH)


def plans(audit: Audit) -> tuple[str, ...]:
    """What part people are to have in the work: before it begins this is what there is to tell."""
    return _first(audit, "planned", ONLY_PLANS if audit.verdict.id == "promises" else PLANS)


FOUND_BY = {by: words.capital(who.plain) for by, who in WHO.items()} | {
    "team": _("The team"),
    "researchers": _("The team"),
    "allies": _("Others who work with those whom the work affects"),
    "evaluation": _("An evaluation"),
}
"""Who found something, in everyday words."""


FOUND_WHOLE = 60
"""A finding of so many words is not cut: a reservation stands at its end."""


def found(audit: Audit) -> tuple[str, ...]:
    """What others found, each with who it was: those whom the work is about first."""
    ours = tuple(FOUND_BY)
    order = sorted(
        audit.findings,
        key=lambda f: min((ours.index(by) for by in (f.by, *f.also_by) if by in ours[:3]), default=len(ours)),
    )
    every = [_found_says(audit, f) for f in audit.findings if f.says.strip()]
    first = within(dict.fromkeys(_found_says(audit, f) for f in order if f.says.strip()), _limit(audit, FOUND))
    return tuple(
        dict.fromkeys(says for says in every if says in first)
    )  # one may speak of the one before: the order of the file


def _found_says(audit: Audit, finding: FindingFound) -> str:
    names = [FOUND_BY[by] for by in (finding.by, *finding.also_by) if by in FOUND_BY]
    who = _then(audit, words.listed([*names[:1], *(words.small(one) for one in names[1:])]) or _("Somebody"))
    named = f" ({words.few(finding.named, LONGEST // 3)})" if words.tells(finding.named) else ""
    # It is kept whole as far as it can be: what was cut off might be the worst of it.
    whole = len(finding.says.split()) <= FOUND_WHOLE
    says = words.sentence(finding.says if whole else words.few(finding.says, LONGEST + 10))
    return f"{who}{named}: {says} {finding.later}".rstrip()


NOTED_BY = {"critics": _("by the word of critics")}
"""Whose word it is that somebody is missing, where it is not that of the work itself."""


def missing(audit: Audit) -> tuple[str, ...]:
    """Who is told to be missing and stands in no question, and what is done about it."""
    asked = " ".join(topic.context for topic in to_ask(audit))
    says = []
    for gap in audit.voices.missing:
        if words.tells(gap.group) and words.few(gap.group, discussion.LONGEST) not in asked:
            notes = (
                NOTED_BY.get(gap.noted_by, ""),
                _("what is done, or to be done: {action}", action=words.few(gap.action, LONGEST // 3))
                if words.tells(gap.action)
                else "",
            )
            beside = "; ".join(filter(None, notes))
            says.append(f"{words.few(gap.group, discussion.LONGEST)}{f' ({beside})' if beside else ''}")
    kept = within(says, _limit(audit, MISSING))
    left = len(says) - len(kept)
    return (*kept, _("and {left} more", left=left)) if left else kept


def is_told(audit: Audit, about: str) -> bool:
    """Whether the file tells anything of `changed`, `pay` or `support`."""
    return any(t.about == about for t in audit.told)


def in_part(audit: Audit) -> tuple[str, ...]:
    """What is missing, or not told, of pay and support that are there in part; what is there stands above it."""
    told_here = (changed(audit), told(audit, ("pay", "support"), pay_room(audit)))
    stands = [whom_to_tell(audit), *(says for part in told_here for says in (*part.shown, *part.said))]
    found: dict[str, None] = {}
    for criterion in (c for p in audit.principles if p.id in ("reward", "care") for c in p.criteria if c.applies):
        low, high = words.level_ends(criterion.level)
        if low == 1 and high < 3 and criterion.parts:
            says = _lacks(audit, criterion)
            # What stands above may say more of it: what is paid back later, and for what.
            if not any(above.startswith(says.rstrip(".")) for above in stands):
                found.setdefault(says)
    return within(found, min(IN_PART, CHANGES + pay_room(audit) - _words(stands[1:])))


def _lacks(audit: Audit, criterion: CriterionFound) -> str:
    """What is missing of what a question asks for, or not told, as a statement."""
    lacking = [p for p in criterion.parts if p.met == "no"][:1] or [p for p in criterion.parts if p.met != "yes"][:1]
    if not lacking:
        asks = criterion.plain or criterion.asks
        says = " ".join((_("Yes, as far as it is told."), words.whole(criterion.capped, 1))).strip()
        return f"{in_the_past(asks) if words.is_over(audit) else asks} {_then(audit, says)}"
    part = lacking[0]
    untold, missing = LACKING.get(part.asks, ("", ""))
    if part.met == "no" and part.answer != "not listed":
        says = missing or _("Missing: {asks}", asks=discussion.as_people_ask(part.asks))
    elif part.answer == "not known":
        says = _(
            "Asked, and nobody knows: {asks}", asks=f"{untold}." if untold else discussion.as_people_ask(part.asks)
        )
    else:
        says = _("Not told: {asks}", asks=f"{untold}." if untold else discussion.as_people_ask(part.asks))
    return _then(audit, says)


LACKING = {
    _("Is pay offered to all contributors, or are those who are unpaid so by their own free choice?"): (_("whether all are paid, or chose freely not to be"), _("Not all are paid, and not all of the others chose so.")),
    _("Does the pay reach a published rate that is named, or are contributors unpaid by their own free choice?"): (_("whether the pay reaches a published rate"), _("The pay does not reach a published rate.")),
    _("Are people paid in money (not only vouchers or gifts), or unpaid by their own free choice?"): (_("whether pay is money, or vouchers or gifts"), _("Pay is not in money.")),
    _("Is reading and preparing paid too, or are contributors unpaid by their own free choice?"): (_("whether reading and getting ready is paid"), _("Reading and getting ready is not paid.")),
    _("Did people know what is paid, or that nothing is, before they said yes?"): (_("whether people know about pay before they say yes"), _("People do not know about pay before they say yes.")),
    _("Are expenses booked or paid up front, or on the day, so that nobody lends the project money?"): (_("whether what it costs to come is paid before, or on the day"), _("What it costs to come is paid back later.")),
    _("What do expenses cover?"): (_("what is paid of what it costs to come"), _("Of care, childcare, going online and somebody who comes along it is not written down that they are paid.")),
    _("Do people choose the form of their pay (money, voucher, donation, nothing)?"): (_("whether people can choose how they are paid"), _("People cannot choose how they are paid.")),
    _("Do people get a note on tax?"): (_("whether people get a note on tax"), _("People get no note on tax.")),
    _("What help is there on how pay affects benefits: none, pointed elsewhere, independent advice?"): (_("whether there is help with pay and benefits"), _("There is no help with the question of pay and benefits.")),
    _("How many lines of the involvement budget name what they are for and how much?"): (_("what the money is for"), _("It is written down at most in part what the money is for.")),
    _("Is it told how much of a post the involvement lead has for it?"): (_("how much time whoever leads on how people take part has for it"), _("It is not said how much time whoever leads on how people take part has for it.")),
    _("Is it stated which skills and experience the involvement lead has?"): (_("what whoever leads on how people take part has done before"), _("It is not said what whoever leads on how people take part has done before.")),
    _("Is it stated what the involvement lead may decide?"): (_("what whoever leads on how people take part may decide"), _("It is not said what whoever leads on how people take part may decide.")),
    _("Is somebody responsible for the safety plan?"): (_("who sees to the plan for days when it gets hard"), _("Nobody is named who sees to the plan for days when it gets hard.")),
    _("Does the safety plan say what happens when somebody is distressed?"): (_("what happens when somebody is upset"), _("The plan does not say what happens when somebody is upset.")),
    _("Does the safety plan say what cannot be kept private?"): (_("what cannot be kept private"), _("The plan does not say what cannot be kept private.")),
    _("Are people kept out \"for their safety\" without being asked?"): (_("whether people are kept out for their safety, and not asked"), _("People are kept out for their safety, and not asked.")),
    _("Is it agreed with people what is used of their story, where and how, quotations too?"): (_("whether it is agreed with people what is used of their story"), _("It is not agreed with people what is used of their story.")),
    _("Can people take their story back?"): (_("whether people can take their story back"), _("People cannot take their story back.")),
    _("Does the use of a story in promotion need a permission of its own?"): (_("whether people are asked before their story is used to promote the work"), _("People are not asked before their story is used to promote the work.")),
    _("Is there a talk beforehand, somebody there for people, and somebody who asks afterwards how they are?"): (_("whether somebody is there before, during and after"), _("Nobody is there at all of these times: before, during and after.")),
    _("Within how many days does somebody ask afterwards how people are?"): (_("how soon somebody asks afterwards how people are"), _("It takes more than a week until somebody asks how people are.")),
    _("Is the time paid in which people talk it over afterwards?"): (_("whether the time is paid in which people talk it over afterwards"), _("The time is not paid in which people talk it over afterwards.")),
    _("Is the person who leads the conversation trained for it?"): (_("whether the person who leads the conversation is trained for it"), _("The person who leads the conversation is not trained for it.")),
    _("Are there breaks, and a quiet place to go to?"): (_("whether there are breaks, and a quiet place to go to"), _("There are no breaks with a quiet place to go to.")),
    _("Is it written down how people leave, pause or complain?"): (_("how people can leave, rest or complain"), _("It is not written down how people can leave, rest or complain.")),
    _("Do people who leave or complain keep what they have earned?"): (_("whether people who leave or complain keep what they have earned"), _("People who leave or complain do not keep what they have earned.")),
    _("Is there somebody outside the team to whom people can turn?"): (_("whether there is somebody outside the team to turn to"), _("Nobody outside the team is there to turn to.")),
}  # fmt: skip
"""What is missing of pay and support: how it is said where it is not told, and where it is told that it is not so."""


PLANNED = _("This is planned: ")


def as_plans(found: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is so, and apart from it what is planned, where so much is planned that it need not be said of each."""
    plans = tuple(says for says in found if says.startswith(PLANNED))
    if len(plans) < 3:
        return found, ()
    others = tuple(says for says in found if says not in plans)
    return others, tuple(words.capital(says.removeprefix(PLANNED)) for says in plans)


def nothing_changed_says(audit: Audit) -> str:
    """What can be said where the file tells of no change."""
    if audit.verdict.id == "promises":
        # That nothing has been done is the verdict.
        return _("Nothing has been done yet, so nothing can have changed.")
    if audit.verdict.id == "nobody involved":
        return _then(
            audit, _("Nobody takes part, by what is told. Nothing is written down that changed because of people.")
        )
    taken_up = any(t.changed == "yes" or t.answer in ("taken up", "partly") for t in audit.trail)
    if audit.trail and audit.trail_complete == "yes" and not taken_up:
        return _("All that people said is written down, and nothing changed because of it.")
    return _("Nothing is written down that changed because of people. That does not mean that nothing did.")


# --- what is not known -------------------------------------------------------------------------------


def silence_says(audit: Audit) -> str:
    """On how many questions too little is told to say anything, in one line; empty where enough is told on each."""
    asked = [c for p in audit.principles for c in p.criteria if c.applies]
    silent = sum(_nothing_told(c) for c in asked)
    many = _("{silent} of the {number} questions behind this paper", silent=silent, number=len(asked))
    return _("On {many} too little is written down to say anything.", many=many) if silent else ""


def _nothing_told(criterion: CriterionFound) -> bool:
    """Whether nothing is told on a question, and nothing is planned either."""
    return words.silent(criterion) and criterion.planned is None


def not_known(audit: Audit) -> tuple[discussion.Topic, ...]:
    """What matters most and is not known, each with why it is asked."""
    found, room = (
        _words(text for t in discussion.to_the_team(audit) for text in (t.question, t.context)),
        questions_room(audit),
    )
    topics = [_who_is_told(audit, topic) or _in_its_tense(audit, topic) for topic in discussion.not_known(audit)]
    return _whole(topics, max(room // 2, room - found))


def to_ask(audit: Audit) -> tuple[discussion.Topic, ...]:
    """What to ask on what was found, each with what it is about; the gravest of it."""
    asked_already = (t for topic in not_known(audit) for t in (topic.question, topic.context))
    # Answers that contradict each other are a matter for those who filled in the file.
    theirs = {asks for f in audit.flags if f.level == "error" for asks in (f.asks, in_the_past(f.asks))}
    topics = [
        replace(t, context=_then(audit, _whose_word(audit, t.context)))
        for t in discussion.to_the_team(audit)
        if t.question not in theirs
    ]
    return _whole(topics, questions_room(audit) - _words(asked_already))


def not_heard(audit: Audit) -> tuple[str, ...]:
    """Whose word it is that people were not heard, and who says otherwise: theirs first."""
    said = (says for says in _all(audit, "heard") if OVERTURNED not in says)
    return tuple(says for says in said if _("not heard") in says or _("others were not") in says)


def _whose_word(audit: Audit, context: str) -> str:
    """What a question is about, with whose word it is: that people were not heard is never found by this tool."""
    said = not_heard(audit)
    if not said or context.casefold().rstrip(".") != NOT_HEARD:
        return context
    who = words.small(re.split(r" (?:says?|found)\b", said[0], maxsplit=1)[0])
    by = re.split(r" \(|\.", said[0].partition(_("not heard"))[2], maxsplit=1)[0]
    differs = _(" Not everybody says so.") if _("Not everybody says so.") in said[0] else ""
    return (
        _("By the word of {who}, they were not heard{by}.{differs}", who=who, by=by, differs=differs)
        if who.startswith(_("people"))
        else _("By the word of {who}, people were not heard{by}.{differs}", who=who, by=by, differs=differs)
    )


def _who_is_told(audit: Audit, topic: discussion.Topic) -> discussion.Topic | None:
    """What is asked where it is told who is not in the room, and not why; None for every other question."""
    if not audit.voices.missing or not topic.question.startswith(_("Who is not in the room")):
        return None
    asks = (
        _("Has anybody asked why some people were not in the room?")
        if words.is_over(audit)
        else _("Has anybody asked why some people are not in the room?")
    )
    return replace(topic, question=asks, context=_("Who they are stands below."))


def _in_its_tense(audit: Audit, topic: discussion.Topic) -> discussion.Topic:
    """A question on what is not known, as it is asked of work that is over."""
    if not words.is_over(audit):
        return topic
    tells = topic.context.startswith((_("Nobody is "), _("What it costs ")))
    return replace(
        topic, question=in_the_past(topic.question), context=told_in_the_past(topic.context) if tells else topic.context
    )


def _whole(topics: Sequence[discussion.Topic], limit: int) -> tuple[discussion.Topic, ...]:
    return tuple(topics[: len(within((f"{t.question} {t.context}" for t in topics), limit))])


def whom_to_tell(audit: Audit) -> str:
    """Whom people can tell, apart from the team, if something went wrong; where nothing is told of it, that they can ask."""
    return next(
        (words.few(_told_says(audit, t), discussion.LONGEST) for t in audit.told if _is_apart(t)),
        _("Whom you can tell apart from {them} is not written down. You can ask.", them=those_who_run_it(audit)),
    )


def _is_apart(told: ToldFound) -> bool:
    """Whether it is told of somebody apart from the team to turn to."""
    return any(line.path in _APART for line in told.because)


_APART = ("care.leaving.independent_contact", "power.disagreement.route")


def harm_not_told(audit: Audit) -> str:
    """That nothing is told of harm, where people took part and the paper does not ask for it; empty where it is told, or nobody did."""
    open_ = next((g for g in audit.gates if g.id == "broken-trust" and g.state == "open"), None)
    asked = {t.question for t in not_known(audit)}
    nobody = audit.verdict.id == "nobody involved" or words.nothing_yet(audit)
    if nobody or open_ is None or is_told(audit, "harm") or discussion.UNKNOWN["trust-broken"][0] in asked:
        return ""
    return (
        _("It was asked whether anybody was harmed, and nobody knows.")
        if open_.not_known
        else _("It is not written down whether anybody was harmed.")
    )


# --- what people said themselves ---------------------------------------------------------------------


def said(audit: Audit) -> tuple[dict[str, tuple[str, ...]], bool]:
    """What people said themselves, whole and as it is, by who said it, and whether the full report has more of it.

    Those who see it in another way come first.
    """
    kinds = ((_("{}, who see it in another way"), "dissent"), (_("{}, on the file"), "statement"), ("{}", "words"))
    every: list[tuple[str, str]] = []
    for how, name in kinds:
        for view in audit.views:
            texts = getattr(view, name)
            who = how.format(_then(audit, FOUND_BY.get(view.of, "")) or words.capital(view.of) or _("Somebody"))
            every += [(who, text) for text in ((texts,) if isinstance(texts, str) else texts) if text.strip()]
    kept = len(within((text for __, text in every), SAID))
    if kept == 1 and _words(every[0][1:]) > 2 * SAID:
        kept = 0  # what people said is never cut
    found: dict[str, tuple[str, ...]] = {}
    for who, one in every[:kept]:
        found[who] = (*found.get(who, ()), one)
    return found, len(every) > kept


def told_differently(audit: Audit) -> tuple[str, ...]:
    """Both accounts of what is told differently, as many as there is room for beside what people said."""
    room = SAID + ACCOUNTS - _words(text for texts in said(audit)[0].values() for text in texts)
    above = " ".join(t.says for t in audit.told)
    found = [
        " ".join(map(words.sentence, words.account_says(replace(account, told=_in_words(account.told), sources=()))))
        for account in audit.accounts
        if " ".join(account.says.split()).rstrip(".") not in above  # it stands there already, beside what it is about
    ]
    return tuple(says for says in within(found, room) if _words((says,)) <= room)


_KEYS = re.compile(r"([^:“]+): (?:(?:[a-z ]+: [^;“]+|it (?:was|is|goes) [a-z ]+|there is none)(?:; |(?=\.$)))+\.$")


def _in_words(told: str) -> str:
    """What the file tells, without answers that stand there only behind the names of their keys.

    >>> _in_words("Credit: it was done; authors: yes."), _in_words("Doing the work: people are asked; it was done.")
    ('Credit.', 'Doing the work: people are asked; it was done.')
    """
    return _KEYS.sub(r"\1.", told)


def looked_back(audit: Audit) -> tuple[str, ...]:
    """What went well and badly, by the word of those who looked back."""
    return within((words.few(says, LOOKED_BACK) for says in _all(audit, "looked back")), LOOKED_BACK)


def confirmed(audit: Audit) -> tuple[str, ...]:
    """What people who take part think of the themes of which they were asked, once for all of which it is so."""
    by: dict[str, list[str]] = {}
    theirs = [view for view in audit.views if view.of in ("contributors", "people served")]
    answered = {principle: says for view in theirs for principle, says in view.by_principle}
    for principle in audit.principles:
        says = CONFIRMED.get(principle.confirmed, "")
        if principle.confirmed == "not heard" and heard(audit):
            says = ""  # it is said there, with whose word it is
        if not says or principle.confirmed == "too few":
            says = ANSWERED.get(answered.get(principle.id, ""), "")
        if {dict(view.by_principle).get(principle.id) for view in theirs} >= {"most agree", "most disagree"}:
            says = CONFIRMED["apart"]  # of no two groups is a mean made, and neither speaks for the other
        by.setdefault(says, []).append(words.title_in_plain(principle))
    if len(by) == 1:
        return tuple(OF_EVERYTHING.get(says, says) for says in by if says)
    return tuple(says.format("; ".join(titles)) for says, titles in by.items() if says)


def glossary(text: str, limit: int = EXPLAINED) -> dict[str, str]:
    """The words of a text that the glossary explains, in the order of the alphabet; of many, those that stand first.

    Words of the format stand in a text of any language as they are.
    """
    lower = text.lower()
    called = {word: term(word) for word in GLOSSARY}
    either = {word: "|".join(map(re.escape, dict.fromkeys((word, called[word].lower())))) for word in GLOSSARY}
    places = {word: re.search(rf"(?<!\w)(?:{both})s?(?!\w)", lower) for word, both in either.items()}
    found = sorted((place.start(), word) for word, place in places.items() if place)
    kept = within((f"{word} {GLOSSARY[word]}" for __, word in found), limit)
    return {
        called[word]: GLOSSARY[word]
        for word in sorted((word for __, word in found[: len(kept)]), key=called.__getitem__)
    }


ABOUT = _("About this paper")
"""The heading of the part that explains itself."""


# --- the paper -------------------------------------------------------------------------------------


def document(audits: Sequence[Audit], problems: Sequence[NotAudited] = ()) -> PageDocument:
    """What the edition says; the words that need explaining come last."""
    page = papers.joined(
        audits, _of, several=_("How people take part: several pieces of work"), nothing=_("There is nothing to show")
    )
    tail = not_read(
        problems,
        _("What could not be read"),
        _("The computer could not read these. This paper says nothing about them, good or bad."),
    )
    before = takewhile(lambda b: not (isinstance(b, Heading) and words_of(b.runs) == ABOUT), page.blocks)
    left = MOST - _words((page.title, *units(page.blocks))) if len(audits) == 1 else EXPLAINED
    # Words of the file are not explained: in them a word may mean something else.
    theirs = [says for audit in audits for says in (summary(audit), *found(audit))]
    own = re.sub("“[^”]*”", "", "\n".join(units(b for b in before if not isinstance(b, Quote))))
    for says in theirs:
        own = own.replace(says, "")
    explained = glossary(own, min(EXPLAINED, max(LEAST_EXPLAINED, left)))
    entries = items(text(strong(f"{words.capital(word)}:"), f" {says}") for word, says in explained.items())
    heading = (Heading(2, text(_("Words in this paper"))),) if entries else ()
    return PageDocument(page.title, (*page.blocks, *tail, *heading, *entries))


def _of(audit: Audit) -> PageDocument:
    happened, unknown = changed(audit), not_known(audit)
    titled = words.few(words.titled(audit.project), LONGEST_TITLE)
    over = words.is_over(audit)
    title = (
        _("How people took part: {titled}", titled=titled)
        if over
        else _("How people take part: {titled}", titled=titled)
    )
    above = (
        _changed(audit, happened),
        _pay(audit, happened),
        _unknown(audit, unknown),
        _ask(audit, unknown),
        _said(audit),
    )
    rest, about = tuple(chain.from_iterable(above)), tuple(_about(audit))
    bare = _words(units(tuple(_short(audit, 0))))
    left = MOST - LEAST_EXPLAINED - bare - _words((title, *units((*rest, *about))))
    # What people do comes first; those who looked back have the room of their own where there is enough for both.
    back = min(LOOKED_BACK, _words(_all(audit, "looked back"))) + len(LOOKED_BACK_HEAD.split())
    short = tuple(_short(audit, left - back if left >= PART_HEAD + LEAST_PART + back else left))
    left -= _words(units(short)) - bare
    return PageDocument(title, tuple(something(*short, *rest, *_looked_back(audit, left), *about)))


LOOKED_BACK_HEAD, MORE = _("Those who looked back say:"), 6
"""What stands above what they say, and so many words on how much more there is."""


def _looked_back(audit: Audit, room: int) -> Iterator[Block]:
    says = looked_back(audit)
    if _words((LOOKED_BACK_HEAD, *says)) + MORE <= room:
        yield from _under(LOOKED_BACK_HEAD, says, len(_all(audit, "looked back")))


def part(audit: Audit, room: int) -> tuple[str, ...]:
    """What part people have in the work, as much as there is room for: what they do and decide, before who has the last word."""
    every = [words.few(says, LONGEST_PART) for says in _all(audit, "part")]
    kept = within(every, min(PART, room))
    return kept if _words(kept) <= room else ()


def _short(audit: Audit, room: int) -> Iterator[Block]:
    """The beginning, with what part people have where there is `room` for it, in words."""
    yield paragraph(summary(audit))
    yield paragraph(strong(audit.project.stamp))
    yield paragraph(strong(headline(audit)))
    yield from map(paragraph, _first(audit, "ended", HARM))
    yield paragraph(in_short(audit))
    are = _("had") if words.is_over(audit) else _("have")
    theirs = part(audit, room - PART_HEAD)
    yield from _under(_("What part people {are}, by what is written down:", are=are), theirs, len(_all(audit, "part")))
    if not theirs and _all(audit, "part"):
        yield paragraph(_("The full report has what part people {are}.", are=are))
    yield from _under(_("This is on record:"), harm(audit), len(_all(audit, "harm")))
    yield paragraph(
        _("This paper gives no marks and blames nobody. You may show it to others, and say that it is wrong.")
    )


def _changed(audit: Audit, changed: ToldHere) -> Iterator[Block]:
    yield Heading(2, text(_("What changed because of people")))
    yield from items(changed.shown)
    yield from _under(NOT_SHOWN, changed.said)
    if changed.more:
        yield paragraph(_("The full report has {more} more.", more=changed.more))
    elif not changed.shown and not changed.said:
        yield paragraph(nothing_changed_says(audit))
    yield from _under(_("What else people said or decided:"), other_answers(audit), len(_all(audit, "other answers")))
    yield from _under(
        (_("What was planned:") if words.is_over(audit) else _("What is planned:")),
        plans(audit),
        len(_all(audit, "planned")),
    )


NOT_SHOWN = _("Said, and no paper is named that shows it:")


def _under(says: str, entries: Sequence[str], of: int = 0) -> tuple[Block, ...]:
    """Items under a sentence of their own, and how many more `of` all of them there are; nothing where there are none."""
    more = of - len(entries)
    left = (_("The full report has {more} more.", more=more),) if entries and more > 0 else ()
    return (paragraph(says), *items((*entries, *left))) if entries else ()


def _pay(audit: Audit, changed: ToldHere) -> Iterator[Block]:
    yield Heading(2, text(_("Pay and support")))
    found = told(audit, ("pay", "support"), pay_room(audit))
    if words.is_over(audit) and (found.shown or found.said):
        yield paragraph(
            _("This is how it was when it was last written about.")
            if words.is_only_long_past(audit)
            else _("The work is over; this is how it was.")
        )
    is_so, plans = as_plans(found.shown)
    yield from items(is_so)
    yield from _under(_("This is planned:"), plans)
    yield from _under(
        _("Said of pay and support, and no paper is named that shows it:") if changed.said else NOT_SHOWN, found.said
    )
    yield from items(
        _("Nothing is written down about {of}.", of=_then(audit, of))
        for about, of in (("pay", "pay"), ("support", _("who is there for people")))
        if not is_told(audit, about)
    )
    yield from _under(_("Some of it is missing, or not written down:"), in_part(audit))


def _unknown(audit: Audit, topics: Sequence[discussion.Topic]) -> Iterator[Block]:
    yield Heading(2, text(_("What we do not know")))
    silence = silence_says(audit)
    yield paragraph(silence)
    yield paragraph(harm_not_told(audit))
    if topics:
        yield paragraph(_("These answers matter most, and they are not there yet:"))
        yield from items(text(strong(t.question), f" {t.context}") for t in topics)
    elif not silence:
        yield paragraph(
            _("Something is written down on each question that we asked. That does not mean that all is known.")
        )


def those_who_run_it(audit: Audit) -> str:
    """Who can be asked: the team; where people whom the work affects run it, they are no team beside themselves."""
    led = audit.verdict.id == "led by lived experience" or any(
        one.about == "part" and line.path.startswith("organisations.") for one in audit.told for line in one.because
    )
    return _("those who run the work") if led else _("the team")


def _ask(audit: Audit, unknown: Sequence[discussion.Topic]) -> Iterator[Block]:
    yield Heading(2, text(_("What you can ask")))
    yield paragraph(
        (
            _(
                "Those who did the work did not write this, and may not know of it. You may put questions to them all the same."
            )
            if words.is_over(audit)
            else _(
                "Those who do the work did not write this, and may not know of it. You may put questions to them all the same."
            )
        )
        if audit.project.stamp
        else _(
            "You may put questions to {them}. You need not. You can bring somebody with you.",
            them=those_who_run_it(audit),
        )
    )
    topics = to_ask(audit)
    yield from items(text(f"{t.context} ", strong(t.question)) for t in topics)
    if not topics:
        above = _(": you can ask for the answers above that are not there yet") if unknown else ""
        yield paragraph(_("What is written down stands above. Not all of it is known{above}.", above=above))
    what = (
        _("what would be done in another way next time") if words.is_over(audit)
        else _("what {they} will do now", they=those_who_run_it(audit))
    )  # fmt: skip
    yield paragraph(_("You can also ask {what}, and who tells you what came of it.", what=what))
    yield paragraph(strong(_("If something went wrong:")), f" {whom_to_tell(audit)}")
    if gaps := missing(audit):
        yield paragraph(_("Not in the room, by what is written down: {gaps}", gaps=words.sentence("; ".join(gaps))))
    yield from map(paragraph, out_of_reach(audit))


def _said(audit: Audit) -> Iterator[Block]:
    yield Heading(2, text(_("What people said themselves")))
    agreed, (found_words, more) = confirmed(audit), said(audit)
    theirs, others = _by_whom(audit, (*heard(audit), *found(audit)))
    yield from items(theirs)
    yield paragraph(" ".join(agreed))
    for who, texts in found_words.items():
        yield paragraph(f"{who}:")
        yield from map(spoken, texts)
    if more:
        yield paragraph(_("The full report has more of what they said, as they said it."))
    elif not found_words:
        if words.quotes_people(audit):
            yield paragraph(_("Their words stand above, beside what came of them."))
        elif not theirs:
            yield paragraph(_then(audit, _("No words of people who take part are written down here.")))
    differently = told_differently(audit)
    yield from _under(_("Not everybody says the same here:"), differently)
    if audit.accounts and not differently:
        yield paragraph(_("Not everybody says the same. The full report has what each side says."))
    if others:  # what a court or an inquiry found is not people's word
        yield Heading(2, text(_("What others say of it")))
    yield from items(others)
    left = len({_found_says(audit, f) for f in audit.findings if f.says.strip()}) - len(found(audit))
    if left > 0:
        yield paragraph(_("The full report has {left} more of what was found.", left=left))


def _by_whom(audit: Audit, says: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of what is said of the work, what those say whom it affects, and what others do: nobody's word stands for theirs."""
    theirs = tuple(says for by in OWN_WORD for says in (FOUND_BY[by], _then(audit, FOUND_BY[by])))
    return tuple(s for s in says if s.startswith(theirs)), tuple(s for s in says if not s.startswith(theirs))


OWN_WORD = tuple(by for by in words.PEOPLE if by != "together")
"""Whose word is that of the people whom the work affects, and of nobody else with them."""


def _about(audit: Audit) -> Iterator[Block]:
    tool, rubric, day = audit.tool, audit.rubric, words.day(audit.date)
    yield Heading(2, text(ABOUT))
    looked = (
        _("It was written from what was published, and read as of {day}. Nobody looked at the work itself.", day=day)
        if audit.project.stamp
        else _("The file was read as of {day}. Nobody looked at the work itself.", day=day)
    )
    yield paragraph(
        _(
            "Somebody wrote down in a file how people took part. A computer program read it: {tool} {version}. ",
            tool=tool.name,
            version=tool.version,
        )
        if words.is_over(audit)
        else _(
            "Somebody wrote down in a file how people take part. A computer program read it: {tool} {version}. ",
            tool=tool.name,
            version=tool.version,
        ),
        f"{words.sentence(audit.project.filled_in)} {looked}".strip(),
    )
    yield paragraph(
        _("The full report has what is left out here, and what shows it. Ask whoever gave you this paper for it.")
        if audit.project.stamp
        else _(
            "The full report has what is left out here, and what shows it. Ask {them} for it.",
            them=those_who_run_it(audit),
        )
    )
    yield from items(
        (
            *(audit.plain_limits or audit.limits),
            _(
                "Which questions were asked, for anyone who checks it: {rubric_id} {version}, {sha256}.",
                rubric_id=rubric.id,
                version=rubric.version,
                sha256=rubric.sha256[:12],
            ),
            *(
                _("The questions behind this paper were changed by those who asked them. {day}", day=d)
                for d in rubric.differs
            ),
        )
    )


PAPER = papers.Paper(document, css="plain_language.css", large=True)
"""The edition, for every format that there is of it."""
