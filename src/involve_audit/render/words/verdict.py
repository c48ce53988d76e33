"""The verdict: what it rests on, what else is possible, and what is not told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.render.words.findings import signs_say
from involve_audit.render.words.phrases import day, either, listed, sentence, small

if TYPE_CHECKING:
    from collections.abc import Iterable

    from involve_audit.results.audit import Audit, Question


def verdict_parts(audit: Audit) -> tuple[str, str]:
    """The sentence of the verdict in two: what it is, and what is not told, which many words may make long."""
    says = sentence(audit.verdict.says or audit.verdict.title)
    verdict, mark, untold = says.partition("; not told: ")
    return verdict, mark + untold


def judged_by(audit: Audit) -> str:
    """By what and as of when the project was judged."""
    rubric = audit.rubric
    name = f"{rubric.title} ({rubric.id})" if rubric.title and rubric.title != rubric.id else rubric.id
    return f"Judged as of {day(audit.date)} by the rubric {name}, version {rubric.version}{own_rubric(audit)}"


def own_rubric(audit: Audit) -> str:
    """That the rubric changes the shipped one, and in how many places; empty where it does not."""
    many = len(audit.rubric.differs)
    return (
        f", which changes the shipped rubric in {many} {'place' if many == 1 else 'places'} (listed below)"
        if many
        else ""
    )


def limits(audit: Audit) -> tuple[str, ...]:
    """What a report cannot tell, and how its rubric differs from the shipped one: printed in each."""
    return (*audit.limits, *audit.rubric.differs)


def others_possible(audit: Audit) -> list[str]:
    """The other verdicts that the answers still allow, as they stand within a sentence.

    That trust may be broken, or people's presence a token, is possible wherever nobody has said otherwise. Named
    as a verdict it would read as a suspicion; `not_told` asks for the answer instead. That too little is known is no verdict on the work.
    """
    beside = {audit.verdict.id, "too little is known", *ASKED_FOR}
    return [small(v.title) for v in audit.verdict.possible if v.id not in beside]


HEARD = "whether people were heard"
ASKED_FOR = {
    "tokenism": "whether people's part counted",
    "broken trust": "whether anybody was harmed",
    "nobody involved": "whether those who take part are affected themselves",
}
"""What to ask for, where one of these verdicts is possible only because nobody has said."""
_SIGN_ASKED_FOR = {
    "said-not-heard": HEARD,
    "came-after-the-decisions": "whether people were asked before the decisions were taken",
    "log-shows-nothing-taken-up": "what came of what people said",
    "most-say-it-made-no-difference": "whether contributors think that it made a difference",
    "invited-only-because-asked-to": "why people were invited",
    "lone-seat-and-nothing-changed": "whether somebody sat alone and without a vote",
    "binding-say-overruled": "whether a say that was called binding was overruled",
    "role-ended-over-their-heads": "whether a role was ended without the people in it",
}
"""What to ask for while a sign of tokenism is open, the plainest first."""


def not_told(audit: Audit) -> tuple[str, ...]:
    """What is not told and would matter, in words, the answers that would rule out the worst among them."""
    return tuple(dict.fromkeys((*audit.verdict.not_told, *_worse(audit))))


def _worse(audit: Audit) -> list[str]:
    """What to ask for, so that the verdicts can be ruled out that are possible only because nobody has said."""
    asked: list[str] = []
    for verdict in audit.verdict.possible:
        if verdict.id == audit.verdict.id or verdict.id not in ASKED_FOR:
            continue
        states = {sign.id: sign.state for sign in audit.signs}
        open_signs = [asks for sign, asks in _SIGN_ASKED_FOR.items() if states.get(sign) == "open"]
        if verdict.id != "tokenism":
            asked.append(ASKED_FOR[verdict.id])
        elif states.get("said-not-heard") == "open" and all(q.id != "people-heard" for q in audit.questions):
            asked.append("whether most people were heard")  # some are told to have been, and others not
        elif states.get("said-not-heard") == "open" or not open_signs:
            asked.append((open_signs or [ASKED_FOR["tokenism"]])[0])
        else:
            # That people were heard is told: what is left of the signs is named, two of them at most.
            asked += open_signs[:2]
    return asked


def rests_on(audit: Audit) -> tuple[str, ...]:
    """What the verdict rests on, without the signs that stand below with their lines."""
    signs = {s.says for s in audit.signs if s.state == "holds"}
    found = tuple(t for t in audit.verdict.rests_on if t.rstrip(".").casefold() not in {s.casefold() for s in signs})
    many = len(audit.verdict.rests_on) - len(found)
    return (*([signs_say(many)] if many else []), *found)


def together(questions: Iterable[Question]) -> list[tuple[str, tuple[Question, ...]]]:
    """Questions that differ only in what they are about (`Design: what shows …`), put together."""
    found: dict[str, list[Question]] = {}
    for question in questions:
        _, mark, rest = question.asks.partition(": ")
        stage = mark and question.id.partition(" ")[0] in ("status", "evidence")
        found.setdefault(rest if stage else question.asks, []).append(question)
    said = []
    for asks, alike in found.items():
        if len(alike) == 1:
            said.append((alike[0].asks, tuple(alike)))
        else:
            said.append((f"{listed(q.asks.partition(': ')[0] for q in alike)}: {asks}", tuple(alike)))
    return said


def possible_says(audit: Audit) -> str:
    """The other verdicts that the answers still allow, or nothing where there is only one."""
    others, worse = others_possible(audit), _worse(audit)
    said = [f"Depending on what is not told, other verdicts are possible: {'; '.join(others)}."] if others else []
    if worse:
        said.append(f"A lower verdict cannot be ruled out until it is told {listed(worse)}.")
    return " ".join(said)


def label_state(audit: Audit) -> str:
    """How the words that are used stand; `none` where it is told that no word is used: what is not there does not fit."""
    return "none" if audit.label.state == "fits" and not audit.label.called else either(audit.label.state)


_NOT_TOLD = " (not told)"


def missing_says(audit: Audit) -> str:
    """What the word used also promises, where it is not there or not told."""
    untold = [part.removesuffix(_NOT_TOLD) for part in audit.label.missing if part.endswith(_NOT_TOLD)]
    gone = listed(part.partition(" (")[0] for part in audit.label.missing if not part.endswith(_NOT_TOLD))
    says = [f"Missing, though the word promises it: {gone}."] if gone else []
    if untold:
        says.append(
            f"The word also promises {listed(untold)}; it is not told whether {'that is' if len(untold) == 1 else 'they are'} there."
        )
    return " ".join(says)


def honest_says(state: str) -> str:
    """The state of a part of honesty in words."""
    return {"good": "honest", "bad": "not honest", "open": "open"}.get(state, state)
