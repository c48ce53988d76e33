"""The steps that are offered: what settles a contradiction, an answer to those who were asked, what the search found, a truer word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.roles import CONTRADICTED
from involve_audit.facts.rung import RUNG_OF_ROLE
from involve_audit.judge.advice import is_over
from involve_audit.judge.label import contradicts_itself
from involve_audit.judge.label_says import called
from involve_audit.language import _
from involve_audit.project.fields import tidy
from involve_audit.project.practice import RUNGS
from involve_audit.results.audit import Step
from involve_audit.what_if.steps import TRUER_WORD
from involve_audit.wording.messages import in_quotes, listed, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.facts import Facts
    from involve_audit.judge.evaluation import Evaluation
    from involve_audit.judge.label import Fit
    from involve_audit.judge.ladder import Ladder
    from involve_audit.rubric.model import Flag


def in_order(found: tuple[Step, ...], evaluation: Evaluation) -> tuple[Step, ...]:
    """The steps that the search found, with those that need none, in their order.

    What contradicts itself is settled before anything is built on it; where trust was broken, nothing comes before repair.
    """
    contradictions = _settle([flag for flag, __ in evaluation.flags("error")])
    if evaluation.outcome.id == "broken trust":
        return (*found, *contradictions)
    return (
        *contradictions,
        *_answer_first(evaluation),
        *found,
        *_say_it_truly(evaluation.label, evaluation.ladder, evaluation.facts),
    )


def _answer_first(evaluation: Evaluation) -> tuple[Step, ...]:
    """Where a consultation says no more of itself and aims no higher, people are answered before more is asked of anybody."""
    facts, aims = evaluation.facts, evaluation.facts.case.at("project.aims_for")
    consulted = RUNGS.index("consultation")
    higher = aims in RUNGS and RUNGS.index(aims) > consulted
    if evaluation.outcome.id != "consultation" or higher or (evaluation.ladder.told or 0) > consulted:
        return ()
    if evaluation.label.state in ("overclaimed", "not shown") or facts["people_answered"].value is True:
        return ()
    return (Step("do", (ANSWER_FIRST,), "", "", (), ""),)


ANSWER_FIRST = _("Tell those who were asked what came of what they said: what changed, what did not, and why.")


def _settle(contradictions: Sequence[Flag]) -> tuple[Step, ...]:
    """To find out, with those who know it, which of two answers is so. It lifts nothing by itself: either may be the true one."""
    if not contradictions:
        return ()
    named = listed(f"“{flag.title}”" for flag in contradictions)
    says = _(
        "Look again at what contradicts itself, with people who were there: {named}. Write down what is so.",
        named=named,
    )
    return (Step("tell", (says,), _("Until then it earns no credit."), "", (), ""),)


def _promise_in_question(label: Fit, facts: Facts) -> str:
    """The promise that the label is about: one that was not kept, else the one that makes the highest claim, by its words."""
    claim, head = label.claim, facts.case.told.project
    if "promise" in label.why or claim is None:
        return label.promise
    if claim.promise:
        return claim.word
    promises = [p.what for p in (head.promises if head else None) or ()]
    return next((what for what in promises if tidy(claim.word) in tidy(what)), label.promise) if label.promise else ""


def _told_of_it(label: Fit, ladder: Ladder, facts: Facts) -> int | None:
    """The rung that is told of the work, or of the part of it that the word names; None where it is not told, or contradicts itself."""
    part = "" if label.claim is None else label.claim.part
    if contradicts_itself(facts, facts.rubric, part):
        return None
    if not part:
        return ladder.told
    stage = next((s for s in ladder.shown.stages if s.stage == part), None)
    return None if stage is None or stage.told is None or stage.why in CONTRADICTED else RUNG_OF_ROLE[stage.told]


def _say_it_truly(label: Fit, ladder: Ladder, facts: Facts) -> tuple[Step, ...]:
    """A truer word, apart from doing better. A public promise is not unmade by a new word: that is said too."""
    if label.state not in ("overclaimed", "not shown"):
        return ()
    # Before the work begins, a promise is one of plans; afterwards it is told what became of it.
    promise = _promise_in_question(label, facts)
    planned = (
        _(
            "Write down for the promise {promise} who is to do what, by when, and with what money.",
            promise=in_quotes(promise),
        )
        if facts.case.early
        else ""
    )
    became = _("Say openly what became of the promise {promise}, and why", promise=in_quotes(promise))
    told = _told_of_it(label, ladder, facts)
    # Where only a source is missing, what is told is truer than what is shown so far.
    rests_on_word = told is not None and label.claim is not None and ladder.shown.rung.low < told < label.claim.claims
    rung = RUNGS[told if rests_on_word and told is not None else ladder.shown.rung.low]
    word = TRUER_WORD.get(rung, rung)
    # A word that claims no more than is shown, or is the truer one already, is none to be changed.
    words_fit = (
        label.claim is not None
        and not label.claim.promise
        and (not label.larger or word in {tidy(c) for c in label.called})
    )
    if label.claim is None or label.claim.promise or (promise and words_fit):
        if not promise:
            return ()
        says = planned or _(
            "{became}; or, where it still stands, that it is an aim, and by when people can see it.", became=became
        )
        lifts = (
            _("People can then hold the promise against what is planned.")
            if planned
            else _("It is then known what became of the promise, which stays on record.")
        )
        return (Step("say it truly", (says,), lifts, "", (), ""),)
    if "said" in label.why and word in {tidy(c) for c in label.called}:
        # Somebody holds that a word does not fit, and it may be this one.
        instead = _("Ask those who say that the word does not fit which word would, and use that.")
        return (Step("say it truly", (instead,), _("The words then are theirs, too."), "", (), ""),)
    if rung == "none":
        instead = _("Stop using {called} until there is something that it fits.", called=called(label))
    elif is_over(facts.case):
        instead = _("Call it “{word}” wherever it is still written or spoken of.", word=word)
    else:
        instead = _("Call it “{word}” in public.", word=word)
        if RUNGS.index(rung) < RUNGS.index("co-production"):
            instead = _("{instead} Name co-production or partnership as an aim, if it is one.", instead=instead)
    gives: tuple[tuple[str, str], ...] = (("project.called", "none" if rung == "none" else f"[{word}]"),)
    if label.state == "not shown":
        # Nothing that is told speaks against the word: it may well be true, and only be written down nowhere.
        shows = (
            _("who is to do what, by when, and with what money")
            if planned
            else _("what people did, when, and where that can be read")
        )
        otherwise = _(" Where nothing does: {instead}", instead=small(instead))
        borne_out = told is not None and label.claim.claims <= told
        if facts["has_researchers"].value is False or borne_out:
            # By what is told the word fits, and only what shows it is missing: a smaller word would be the less true. Or: nobody is there beside those who lead it: a smaller word would say that others decide.
            otherwise = ""
        instead = _(
            "Write down what shows {called}: {shows}.{otherwise}",
            called=called(label),
            shows=shows,
            otherwise=otherwise,
        )
    does = [instead]
    lifts = (
        _("The words then say no more than what is told.") if rests_on_word else _("The words then fit what is shown.")
    )
    if promise:
        does.append(planned or f"{became}.")
        lifts = (
            _("The words then say no more than what is told; the promise stays on record.")
            if rests_on_word
            else _("The words then fit what is shown; the promise stays on record.")
        )
    return (Step("say it truly", tuple(does), lifts, "", gives, ""),)
