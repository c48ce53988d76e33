"""The verdict: what it rests on, what else is possible, and what is not told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _, ngettext
from involve_audit.render.words.findings import signs_say
from involve_audit.render.words.phrases import day, listed, sentence, small
from involve_audit.render.words.steps import NOT_KNOWN, is_over, nothing_yet
from involve_audit.wording.headline import untold_says
from involve_audit.wording.past_tense import tenses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from involve_audit.results.audit import Audit, Question


def verdict_parts(audit: Audit) -> tuple[str, str]:
    """The sentence of the verdict in two: what it is, and what is not told, which many words may make long."""
    verdict = audit.verdict
    says, untold = sentence(verdict.says or verdict.title), sentence(untold_says(verdict.not_told, verdict.not_known))
    # Some verdicts do not end with it, for what is not told could not change what they are.
    return (says.removesuffix(untold), untold) if untold and says.endswith(untold) else (says, "")


def judged_by(audit: Audit) -> str:
    """By what and as of when the project was judged."""
    rubric = audit.rubric
    name = f"{rubric.title} ({rubric.id})" if rubric.title and rubric.title != rubric.id else rubric.id
    return _(
        "Judged as of {day} by the rubric {name}, version {version}{own_rubric}",
        day=day(audit.date),
        name=name,
        version=rubric.version,
        own_rubric=own_rubric(audit),
    )


def own_rubric(audit: Audit) -> str:
    """That the rubric changes the shipped one, and in how many places; empty where it does not."""
    many = len(audit.rubric.differs)
    return (
        ngettext(
            ", which changes the shipped rubric in {many} place (listed below)",
            ", which changes the shipped rubric in {many} places (listed below)",
            many,
            many=many,
        )
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


ONE_BY_ONE = 3
"""So many other verdicts are named one by one."""


def in_short(others: list[str]) -> str:
    """Other verdicts, from the lowest: one by one where they are few, else the first and the last."""
    if len(others) <= ONE_BY_ONE:
        return "; ".join(others)
    return _("anything from {lowest} to {highest}", lowest=others[0], highest=others[-1])


def heard_is_told_twice(audit: Audit) -> bool:
    """Whether somebody says that people were heard, or were not, and others say otherwise, so that it is open."""
    return any(account.open and account.path.startswith("influence.heard") for account in audit.accounts)


GRAVE = ("nobody involved", "broken trust", "tokenism")
"""The verdicts that say that something is wrong: beside them no better one is held out."""
HEARD = _("whether people were heard")
_HEARD_TWICE = _("whether people were heard (told in two ways)")
ASKED_FOR = {
    "tokenism": _("whether people's part counted"),
    "broken trust": _("whether anybody was harmed"),
    "nobody involved": _("whether those who take part are affected themselves"),
}
"""What to ask for, where one of these verdicts is possible only because nobody has said."""
HARM_IS_TOLD = _("whether the harm that is told was put right with those concerned")
"""What to ask for of harm that the file tells, where it is not told by those harmed or by a named independent."""
_SIGN_ASKED_FOR = {
    "said-not-heard": HEARD,
    "came-after-the-decisions": _("whether people were asked before the decisions were taken"),
    "log-shows-nothing-taken-up": _("what came of what people said"),
    "most-say-it-made-no-difference": _("whether contributors think that it made a difference"),
    "invited-only-because-asked-to": _("why people were invited"),
    "lone-seat-and-nothing-changed": _("whether somebody sat alone and without a vote"),
    "binding-say-overruled": _("whether a say that was called binding was overruled"),
    "role-ended-over-their-heads": _("whether a role was ended without the people in it"),
}
"""What to ask for while a sign of tokenism is open, the plainest first."""


def not_told(audit: Audit) -> tuple[str, ...]:
    """What is not told and would matter, in words, the answers that would rule out the worst among them."""
    return tuple(dict.fromkeys((*audit.verdict.not_told, *(says for says, known in _worse(audit) if not known))))


def not_known(audit: Audit) -> tuple[str, ...]:
    """What was asked, is not known and would matter, in words."""
    return tuple(dict.fromkeys((*audit.verdict.not_known, *(says for says, known in _worse(audit) if known))))


_QUESTION_OF = {
    HEARD: "people-heard",
    ASKED_FOR["broken trust"]: "trust-broken",
    ASKED_FOR["nobody involved"]: "only-others-speak-for-people",
    **{says: sign for sign, says in _SIGN_ASKED_FOR.items() if says != HEARD},
}
"""The question of the audit that asks for each of these."""


def _worse(audit: Audit) -> list[tuple[str, bool]]:
    """What to ask for, so that verdicts can be ruled out that are possible only because nobody has said; and whether it was asked, and nobody knows."""
    unknown = {q.id for q in audit.questions if q.state == NOT_KNOWN}
    told, __ = tenses(over=is_over(audit))
    return [(told(says), _QUESTION_OF.get(says) in unknown) for says in _asked_for_the_worst(audit)]


OTHERS_DID_IT = _(" Others did it, and not this work.")
"""What the file tells of harm that is not for this work to put right."""


def _asked_for_the_worst(audit: Audit) -> list[str]:
    asked: list[str] = []
    if nothing_yet(audit):
        return asked  # nobody can be harmed, or be there and not count, before anything has happened
    for verdict in audit.verdict.possible:
        if verdict.id == audit.verdict.id or verdict.id not in ASKED_FOR:
            continue
        states = {sign.id: sign.state for sign in audit.signs}
        open_signs = [asks for sign, asks in _SIGN_ASKED_FOR.items() if states.get(sign) == "open"]
        harms = [t.says for t in audit.told if t.about == "harm"]
        if verdict.id == "broken trust" and harms:
            by_others = all(OTHERS_DID_IT in says for says in harms)
            asked.append(_("whether this work itself harmed anybody") if by_others else HARM_IS_TOLD)
        elif verdict.id != "tokenism":
            asked.append(ASKED_FOR[verdict.id])
        elif "holds" in states.values():
            continue  # what is open is what people's part was; which parts lack a source stands in the verdict's own words
        elif states.get("said-not-heard") == "open" and all(q.id != "people-heard" for q in audit.questions):
            asked.append(_("whether most people were heard"))  # some are told to have been, and others not
        elif states.get("said-not-heard") == "open" or not open_signs:
            asked.append((open_signs or [ASKED_FOR["tokenism"]])[0])
        else:
            # That people were heard is told: what is left of the signs is named, two of them at most.
            asked += open_signs[:2]
    return [_HEARD_TWICE if says == HEARD and heard_is_told_twice(audit) else says for says in asked]


def rests_on(audit: Audit) -> tuple[str, ...]:
    """What the verdict rests on, without the signs that stand below with their lines."""
    signs = {s.says for s in audit.signs if s.state == "holds"}
    found = tuple(t for t in audit.verdict.rests_on if t.rstrip(".").casefold() not in {s.casefold() for s in signs})
    many = len(audit.verdict.rests_on) - len(found)
    return (*([signs_say(many)] if many else []), *found)


def together(questions: Iterable[Question]) -> list[tuple[str, tuple[Question, ...]]]:
    """Questions that differ only in what they are about (`Design: what shows …`), put together."""
    found: dict[tuple[str, str], list[Question]] = {}
    for question in questions:
        __, mark, rest = question.asks.partition(": ")
        stage = mark and question.id.partition(" ")[0] in ("status", "evidence")
        found.setdefault((rest if stage else question.asks, question.state), []).append(question)
    said = []
    for (asks, ___), alike in found.items():
        if len(alike) == 1:
            said.append((alike[0].asks, tuple(alike)))
        else:
            said.append((f"{listed(q.asks.partition(': ')[0] for q in alike)}: {asks}", tuple(alike)))
    return said


def possible_says(audit: Audit) -> str:
    """The other verdicts that the answers still allow, or nothing where there is only one."""
    # Beside a grave verdict no better one is held out: what is still to be told is asked for.
    others, worse = ([] if audit.verdict.id in GRAVE else others_possible(audit)), _worse(audit)
    said = (
        [_("Depending on what is not told, other verdicts are possible: {others}.", others=in_short(others))]
        if others
        else []
    )
    if worse:
        grave = audit.verdict.id in GRAVE
        what = (
            _("Another of the lowest verdicts cannot be ruled out")
            if grave
            else _("A lower verdict cannot be ruled out")
        )
        said.append(_("{what} until it is {until}.", what=what, until=listed(_until(worse))))
    return " ".join(said)


def _until(worse: list[tuple[str, bool]]) -> Iterator[str]:
    for known, verb in ((False, "told"), (True, _("found out"))):
        if asked := [says for says, is_unknown in worse if is_unknown is known]:
            yield f"{verb} {listed(asked)}"


_NOT_TOLD, _UNKNOWN, _PLANNED = _(" (not told)"), _(" (not known)"), _(" (planned)")


def missing_says(audit: Audit) -> str:
    """What the word used also promises, where it is not there, only planned, not told, or not known."""
    missing = audit.label.missing
    gone = listed(part.partition(" (")[0] for part in missing if not part.endswith((_NOT_TOLD, _UNKNOWN, _PLANNED)))
    says = [_("Missing, though the word promises it: {gone}.", gone=gone)] if gone else []
    planned = [part.removesuffix(_PLANNED) for part in missing if part.endswith(_PLANNED)]
    if planned:
        says.append(_("Planned, and not there yet, though the word promises it: {planned}.", planned=listed(planned)))
    for mark, what in ((_NOT_TOLD, _("it is not told")), (_UNKNOWN, _("nobody knows"))):
        untold = [part.removesuffix(mark) for part in missing if part.endswith(mark)]
        if untold:
            says.append(
                ngettext(
                    "Such a word asks for {untold} too; {what} whether that is there.",
                    "Such a word asks for {untold} too; {what} whether they are there.",
                    len(untold),
                    untold=listed(untold),
                    what=what,
                )
            )
    return " ".join(says)


def honest_says(state: str) -> str:
    """The state of a part of honesty in words."""
    return {"good": "honest", "bad": "not honest", "open": "open"}.get(state, state)
