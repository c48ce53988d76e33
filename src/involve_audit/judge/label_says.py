"""How the words fit, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts import Facts
from involve_audit.facts.not_known import nobody_knows
from involve_audit.facts.roles import role_is_disputed
from involve_audit.facts.rung import RUNG_OF_ROLE
from involve_audit.judge.label import word_is_disputed
from involve_audit.language import _, ngettext
from involve_audit.project.people import ROLES
from involve_audit.project.practice import RUNGS
from involve_audit.results.audit import LabelFit
from involve_audit.wording.messages import in_a_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from involve_audit.facts.answers import Path
    from involve_audit.judge.label import Fit
    from involve_audit.results.audit import Evidence


def label_found(
    facts: Facts, label: Fit, because: Callable[[Iterable[Path]], tuple[Evidence, ...]], *, contradicted: bool
) -> LabelFit:
    """Whether the words fit, in words and with its lines, and what a word for co-production also promises.

    Args:
        facts: the facts of the file.
        label: how the words fit.
        because: turns the places that decided it into lines.
        contradicted: whether answers on who took part contradict each other.
    """
    missing: list[str] = []
    if label.claim is not None and RUNGS[label.claim.says] == "co-production":
        # Words for what is only planned are held against the plans, and so is what they promise besides.
        plans = Facts(facts.case.planned())
        facts = plans if label.on_plans else facts
        names = {"pay_or_free_choice": _("pay"), "safe_where_sensitive": _("safety"), "people_answered": _("answers")}
        for fact, word in names.items():
            value = facts[fact].value
            if value is not True:
                untold = _("not known") if nobody_knows(facts, fact) else _("not told")
                is_so = _("planned") if plans[fact].value is True else untold if value is None else _("not there")
                missing.append(f"{word} ({is_so})")
    return LabelFit(
        label.state,
        label.called,
        RUNGS[label.claim.claims] if label.claim else "",
        label_says(
            label,
            contradicted=contradicted,
            disputed=role_is_disputed(facts.case),
            told_otherwise=word_is_disputed(facts.case),
        ),
        tuple(missing),
        because(label.where),
        (*(["more"] if label.larger and not label.only_promise else []), *label.why)
        if label.state == "overclaimed"
        else (),
        label.claim.word if label.claim else "",
    )


def quoted(words: tuple[str, ...]) -> str:
    """Words in quotation marks, with commas."""
    return ", ".join(f"“{w}”" for w in words)


def called(label: Fit) -> str:
    """The word that claims most, in quotation marks."""
    return f"“{label.claim.word}”" if label.claim else quoted(label.called[:1])


def overclaim(label: Fit) -> str:
    """`, overclaimed: called “co-produced”`, or nothing."""
    if label.state != "overclaimed":
        return ""
    if label.only_promise:
        return _("; a promise was not kept: “{promise}”", promise=label.promise)
    return _(", overclaimed: {as_what} {called}", as_what=as_what(label), called=called(label))


def as_what(label: Fit) -> str:
    """Whether what claims most is a word that is used, or a promise."""
    return _("promised") if label.claim is not None and label.claim.promise else _("called")


def label_says(label: Fit, *, contradicted: bool = False, disputed: bool = False, told_otherwise: bool = False) -> str:
    """The finding on the words used, in a sentence; beside plans, where nothing is done yet.

    Args:
        label: how the words fit.
        contradicted: whether answers on who took part contradict each other, so that one of them may speak against the word.
        disputed: whether somebody tells otherwise what part people had.
        told_otherwise: whether somebody tells otherwise what it is called.
    """
    what = _("promised") if label.on_plans else _("shown")
    if label.claim is not None and label.claim.part:
        low = _("{role} in {part}", role=ROLES[RUNG_OF_ROLE.index(label.held_against.low)], part=label.claim.part)
    else:
        low = RUNGS[label.held_against.low]
    if label.state == "not told":
        return (
            _("What the involvement is called in public is told differently, and so it is open.")
            if told_otherwise
            else _("It is not told what the involvement is called in public.")
        )
    if label.claim is None and label.why:
        return f"{_against(label)}."
    if label.claim is None:
        if not label.called:
            return _("No word is used for it that claims anything.")
        claims = _("claims") if len(label.called) == 1 else _("claim")
        return _(
            "{called} {claims} nothing that could be held against what is shown.",
            called=quoted(label.called),
            claims=claims,
        )
    word = called(label)
    match label.state:
        case "fits":
            return _(
                "{word} fits what is {what}: {low}.{belied}",
                word=word,
                what=what,
                low=low,
                belied=_BELIED * label.belied,
            )
        case "modest":
            return _(
                "{word} says less than what is {what}: {low}.{belied}",
                word=word,
                what=what,
                low=low,
                belied=_BELIED * label.belied,
            )
        case "not shown":
            against = (
                _("Answers about it contradict each other.")
                if contradicted
                else _("It is told that none of those who take part is affected, so it is open whose say it is.")
                if label.whose
                else _("What part people had is told differently by different people, and so it is open.")
                if disputed
                else _("The plans for what is to come say as much.")
                if label.borne_out
                else _("Nothing told speaks against it.")
            )
            return _(
                "{word} claims more than what is {what} so far ({low}). {against}",
                word=word,
                what=what,
                low=low,
                against=against,
            )
    if label.only_promise and label.larger:
        return _(
            "The promise “{promise}” was not kept. {word} claims more than what is {what} so far ({low}).",
            promise=in_a_sentence(label.promise),
            word=word,
            what=what,
            low=low,
        )
    if not label.larger:
        return _(
            "{word} claims no more than what is {what} ({low}), but {against}.",
            word=word,
            what=what,
            low=low,
            against=_against(label, small=True),
        )
    return ngettext(
        "{word} claims more than what is {what} ({low}), and {against}.",
        "{word} claims more than what is {what} ({low}), {against}.",
        len(label.why),
        word=word,
        what=what,
        low=low,
        against=_against(label, small=True),
    )


_BELIED = _(" What happened speaks against it all the same.")


def _against(label: Fit, *, small: bool = False) -> str:
    """What speaks against the words, one after the other."""
    reasons = {
        "answers": _("the rest of the file does not allow it"),
        "promise": _("a promise was not kept"),
        "said": _("{sayers} that the word does not fit", sayers=label.sayers)
        if len(label.called) < 2
        else _("{sayers} that a word used for it does not fit", sayers=label.sayers),
        "verdict": _("what happened speaks against it"),
    }
    *others, last = [reasons[w] for w in label.why]
    said = _("{others}, and {last}", others=", ".join(others), last=last) if others else last
    return said if small else said[0].upper() + said[1:]
