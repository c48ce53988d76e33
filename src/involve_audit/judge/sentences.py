"""The verdict in one sentence, and the words for what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.care import agreements_broken, mended
from involve_audit.facts.ladder import RUNG_OF_ROLE, met, rung_of, unsourced
from involve_audit.facts.not_known import nobody_knows, not_known
from involve_audit.facts.tokenism import not_heard_before
from involve_audit.judge.signs import by_word, rows_of
from involve_audit.language import _, ngettext
from involve_audit.messages import in_a_sentence, listed, number_says, small
from involve_audit.project.care import Harm
from involve_audit.project.people import ROLES
from involve_audit.project.practice import RUNGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from involve_audit.facts import Facts
    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.facts.ladder import Standing
    from involve_audit.judge.honesty import Honesty
    from involve_audit.judge.label import Fit
    from involve_audit.judge.ladder import Ladder
    from involve_audit.judge.verdict import Outcome, VerdictConditions

STAGE_WHY = {
    "not told whether it happened": _("It is not told whether this happened, so it does not count yet (status)."),
    "planned": _("This is planned."),
    "came to nothing": _("This was only ever planned, and the work is over."),
    "nobody in its rooms": _("In the rooms that are named for it there is no contributor, so they cannot carry more."),
    "not told who is in its rooms": _("It is not told whether contributors are in the rooms that are named for it."),
    "on paper": _("This is a rule on paper so far."),
    "not yet": _("This lies after the day as of which the file is judged."),
    "claim": _("No source shows it, so it counts as a claim."),
    "no shared decision": _(
        "No decision on record shows that it was shared: who took it, what it was about, what became of it."
    ),
    "not their own": _("Decisions were shared; none on record was the contributors' own."),
    "stopped": _("It was stopped, and it is not told that the contributors agreed."),
}

NOT_TOLD, NOT_KNOWN = _("; not told: "), _("; asked, and not known: ")
"""What stands in the sentence of the verdict before what is missing."""
_NOTHING_MATTERS = ("nobody involved", "promises", "too little is known")
"""The verdicts for which nothing else that is not told would matter."""
_NOT_KNOWN_WHETHER = _("Nobody knows whether this happened, so it does not count (status).")


def stage_why(case: Case, stage: Standing) -> str:
    """Why what is shown of a stage is less than what is told; empty where it is not."""
    if stage.why == "not told whether it happened" and not_known(case, ("stages", stage.stage)):
        return _NOT_KNOWN_WHETHER
    return STAGE_WHY.get(stage.why, "")


_MISSING = {
    "pay_or_free_choice": _("pay"),
    "safe_where_sensitive": _("safety and support"),
    "people_answered": _("whether people were answered"),
    "people_heard": _("whether people were heard"),
    "contributors_asked_apart": _("what contributors say when they are asked apart from the team"),
}


def matters(facts: Facts, outcome: Outcome) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What would matter for this verdict, in words: what is not told, and what was asked and is not known. The two are never merged."""
    untold = _matters(facts, outcome)
    known = {name: nobody_knows(facts, name) for name in untold}
    return (
        (*_to_be_shown(facts, outcome), *(says for name, says in untold.items() if not known[name])),
        tuple(says for name, says in untold.items() if known[name]),
    )


def _matters(facts: Facts, outcome: Outcome) -> dict[str, str]:
    if outcome.id in _NOTHING_MATTERS:
        return {}
    names = {
        "working partnership": (
            "pay_or_free_choice",
            "safe_where_sensitive",
            "people_answered",
            "contributors_asked_apart",
        ),
        "genuine partnership": ("contributors_asked_apart",),
        "led by lived experience": ("contributors_asked_apart",),
        "broken trust": (),
        "tokenism": (),
    }.get(outcome.id, ("people_heard", "pay_or_free_choice", "people_answered", "contributors_asked_apart"))
    if facts["has_researchers"].value is False:
        names = tuple(n for n in names if n != "people_answered")
    missing = {n: _MISSING[n] for n in names if facts[n].value is None}
    if facts["asked_only_minutes"].value:
        missing.pop("pay_or_free_choice", None)
    elif "pay_or_free_choice" in missing and facts["pay_offered"].value == "none":
        missing["pay_or_free_choice"] = _("whether it was people's own choice not to be paid")
    elif "pay_or_free_choice" in missing and (pay := facts.case.at("reward.pay")) is not None:
        # Something is told of pay, and it is not pay that is not told.
        missing["pay_or_free_choice"] = (
            _("to whom pay is offered") if facts.case.in_place(pay) else _("whether people are paid yet")
        )
    if "safe_where_sensitive" in missing and facts.case.at("care") is not None:
        missing["safe_where_sensitive"] = _("whether people are looked after")
    return missing


def _to_be_shown(facts: Facts, outcome: Outcome) -> tuple[str, ...]:
    """What is told and only lacks a source, where a sign of tokenism holds: that decides whether it is tokenism."""
    if outcome.id in _NOTHING_MATTERS or not facts["sign_of_tokenism"].value:
        return ()
    lacking = unsourced(facts.case)
    titles = [s.title.lower() for s in facts.rubric.stages if s.id in lacking]
    return (_("what shows the part that people had in {titles}", titles=listed(titles)),) if titles else ()


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
    return _("promised") if label.claim is not None and label.claim.promise else "called"


def sentence(
    facts: Facts, table: VerdictConditions, outcome: Outcome, ladder: Ladder, label: Fit, honesty: Honesty, *, confirmed: bool,
    deciding: int = 0,
) -> str:  # fmt: skip
    """The verdict as a sentence, with its range: `deciding` is the number of open answers that it hangs on."""
    missing, unknown = matters(facts, outcome)
    not_told = f"{NOT_TOLD}{', '.join(missing)}" if missing else ""
    not_told += f"{NOT_KNOWN}{', '.join(unknown)}" if unknown else ""
    at_least, up_to = _range(facts, outcome, ladder, deciding)
    match outcome.id:
        case "nobody involved":
            if facts["only_others_speak_for_people"].value and not table.nobody:
                said = _("Nobody who is affected is involved: only others speak for them")
            else:
                said = (
                    _("Nobody is involved, as far as is told")
                    if "nobody involved" in table.lifted
                    else _("Nobody is involved")
                )
            harm = (
                _("; and {harm_title}: {harm}", harm_title=small(harm_title(facts)), harm=_harm(facts))
                if table.broken
                else ""
            )
            return (
                said
                + (
                    _(", while it {value} {called}", value=_IS[as_what(label)], called=called(label))
                    if label.claim
                    else ""
                )
                + harm
            )
        case "broken trust":
            return f"{harm_title(facts)}: {_harm(facts)}" + _mended(facts) + _beside_harm(facts, ladder)
        case "tokenism":
            return _("Tokenism: {sign}{not_told}", sign=_sign(facts, table), not_told=not_told)
        case "promises":
            return _promise(ladder, label) + _not_heard(facts)
        case "too little is known":
            return (
                _("Too little is known to say; it may be anything up to {highest}", highest=outcome.highest)
                if outcome.highest
                else _("Too little is known to say")
            )
        case "information" | "consultation" | "involvement":
            open_sign = any(held.truth is not False for __, held in table.signs) and table.tokenism is not False
            honest = honesty.state == "honest" and not open_sign
            word = _("Honest {outcome_id}", outcome_id=outcome.id) if honest else outcome.id.capitalize()
            return at_least(word) + overclaim(label) + up_to + _not_heard(facts) + not_told
        case "working partnership":
            return at_least(_("Working partnership")) + overclaim(label) + up_to + _not_heard(facts) + not_told
    title = (
        _("Genuine partnership") if outcome.id == "genuine partnership" else _("Led by people with lived experience")
    )
    return (
        at_least(title)
        + (_(", confirmed by contributors") if confirmed else _(", not yet confirmed by contributors"))
        + overclaim(label)
        + up_to
        + _not_heard(facts)
    )


def _range(facts: Facts, outcome: Outcome, ladder: Ladder, deciding: int) -> tuple[Callable[[str], str], str]:
    """How a headline says that it is a low end, and up to what the answers still lead: nothing where they lead no higher.

    Where that hangs on one or two parts of the work of which nothing is told, it says what would have to be so.
    """
    if not outcome.highest:
        return (lambda word: word), ""
    told = rows_of(facts.rubric).by_rung[ladder.told] if ladder.told is not None else ""
    needed = "" if told == outcome.highest else _only_untold(facts, outcome, ladder)
    if needed:
        return (lambda word: _("At least {word}{word_2}", word=word[:1].lower(), word_2=word[1:])), _(
            "; up to {highest}, {needed}", highest=outcome.highest, needed=needed
        )
    answers = (
        _("one answer decides")
        if deciding == 1
        else _("{number} answers decide", number=number_says(deciding, highest=10))
    )
    what = (_(", which {answers}", answers=answers) if deciding else "") + (
        "" if told == outcome.highest else _last_word(facts)
    )
    # What is told already needs no more than to be shown.
    up_to = _("by what is told,") if told == outcome.highest else _("up to")
    return (
        lambda word: _("At least {word}{word_2}", word=word[:1].lower(), word_2=word[1:])
    ), f"; {up_to} {outcome.highest}{what}"


def _last_word(facts: Facts) -> str:
    """Who decides where nothing is told of a part of the work, where these are not contributors: what is not told may be more, and need not."""
    says = facts.case.final_say
    if not says or says - {"team", "researchers", "above"}:
        return ""
    who = [
        words
        for word, words in (("team", _("the team")), ("above", _("those above")))
        if word in says or (word == "team" and "researchers" in says)
    ]
    return (
        _(" ({who} decides where nothing else is told)", who=_(" and ").join(who))
        if who == [_("the team")]
        else _(" ({who} decide where nothing else is told)", who=_(" and ").join(who))
    )


FEW_UNTOLD = 2
"""So many parts of the work of which nothing is told are named in the headline, where the range hangs on them."""
_WOULD_HAVE_TO_BE = {
    "led by lived experience": _("{parts} {were} theirs to decide"),
    "genuine partnership": _("decisions on {parts} were shared"),
    "working partnership": _("decisions on {parts} were shared"),
}


def _only_untold(facts: Facts, outcome: Outcome, ladder: Ladder) -> str:
    """What would have to be so in the few parts of which nothing is told, where the highest verdict hangs on them; else nothing."""
    stages = ladder.shown.stages
    untold = [s.stage for s in stages if s.told is None and not s.why and s.shown.low == 0 and s.shown.high > 0]
    wanted = _WOULD_HAVE_TO_BE.get(outcome.highest, "")
    if not wanted or not 0 < len(untold) <= FEW_UNTOLD:
        return ""
    without = {s.stage: 0 if s.stage in untold else s.shown.high for s in stages}
    reached = rung_of(without, ladder.shown.rung.low, kept=ladder.shown.kept is not False)
    if rows_of(facts.rubric).by_rung[max(reached, ladder.shown.rung.low)] == outcome.highest:
        return ""
    titles = [s.title.lower() for s in facts.rubric.stages if s.id in untold]
    alone = len(titles) == 1
    says = wanted.format(parts=listed(titles), were=_("was") if alone else _("were"))
    return (
        _("if {says} (nothing is told of it)", says=says)
        if alone
        else _("if {says} (nothing is told of them)", says=says)
    )


_IS = {"called": _("is called"), "promised": _("was promised:")}


_BROKEN = {
    "used otherwise than agreed": (_("What people gave was used otherwise than agreed."), _("What people gave was used in another way than agreed.")),
    "agreement undone": (_("An agreement with people was undone without them."), _("What was agreed with people was dropped without them.")),
    "harm": (_("People came to harm."), _("People came to harm.")),
}  # fmt: skip


def harm_title(facts: Facts) -> str:
    """What the gravest verdict says first: that trust was broken, where what people were told did not hold; else that there is harm."""
    return _("Trust was broken") if agreements_broken(facts.case) else _("Harm is on record")


def _beside_harm(facts: Facts, ladder: Ladder) -> str:
    """`; people's part: at least consultation`, where no agreement was broken: the harm does not say what part people had."""
    low, high = ladder.shown.rung.low, ladder.shown.rung.high
    if not low or agreements_broken(facts.case):
        return ""
    return (
        _("; people's part: {rung}", rung=RUNGS[low])
        if low == high
        else _("; people's part: at least {rung}", rung=RUNGS[low])
    )


def how_trust_was_broken(facts: Facts, *, plainly: bool = False) -> str:
    """What kind of harm is on record: no kind that is not there is named beside it."""
    harms = [facts.case.at(path) for path in facts["trust_broken"].where]
    said = (_BROKEN.get(harm.kind or "") for harm in harms if isinstance(harm, Harm))
    return " ".join(dict.fromkeys(words[plainly] for words in said if words)) or _("It is not told what happened.")


def harms_on_record(facts: Facts) -> tuple[str, ...]:
    """What happened beside what the headline says, and by whose word, one by one."""
    harms = [facts.case.at(path) for path in facts["trust_broken"].where]
    others = [h for h in harms if isinstance(h, Harm)][1:]
    return tuple(
        _(
            "Also: {what}{by_whose_word}.",
            what=in_a_sentence(h.what),
            by_whose_word=_BY_WHOSE_WORD.get(h.said_by or "", ""),
        )
        for h in others
    )


def _harm(facts: Facts) -> str:
    """What was done, by whose word: a charge is not printed as if this tool had found it."""
    harm = next((facts.case.at(path) for path in harm_quoted(facts)), None)
    return in_a_sentence(harm.what) + _BY_WHOSE_WORD.get(harm.said_by or "", "") if harm else _("harm is on record")


def harm_quoted(facts: Facts) -> tuple[Path, ...]:
    """The place of the harm that the headline quotes: the first that makes it; none where there is none."""
    told = ((path, facts.case.at(path)) for path in facts["trust_broken"].where)
    return tuple(path for path, harm in told if isinstance(harm, Harm) and harm.what)[:1]


_BY_WHOSE_WORD = {
    "contributors": _(" (by contributors' word)"), "people served": _(" (by the word of the people served)"),
    "together": _(" (by contributors' and the team's word)"), "team": _(" (by the team's own word)"), "researchers": _(" (by the team's own word)"),
    "organisation of people affected": _(" (by the word of an organisation of people affected)"), "inquiry": _(" (found by an inquiry)"),
    "court": _(" (found by a court)"), "regulator": _(" (found by a regulator)"), "evaluation": _(" (found by an evaluation)"),
}  # fmt: skip


def _mended(facts: Facts) -> str:
    """`; mended with those concerned (2010)`, or nothing."""
    case = facts.case
    for path in facts["trust_broken"].where:
        harm = case.at(path)
        if isinstance(harm, Harm) and mended(case, harm):
            when = harm.repair.when if harm.repair else None
            return (
                _("; mended with those concerned afterwards ({when})", when=when.text)
                if when and when.first
                else _("; mended with those concerned afterwards")
            )
    return ""


_FOUND = {
    "inquiry": _("an inquiry found that they were not heard"),
    "court": _("a court found that they were not heard"),
    "evaluation": _("an evaluation found that they were not heard"),
    "regulator": _("a regulator found that they were not heard"),
    "organisation of people affected": _("by the word of an organisation of people affected were not heard"),
}


_NOT_HEARD_BY = {
    "team": _("by the team's own word were not heard"),
    "researchers": _("by the team's own word were not heard"),
    "outside the team": _("by the word of somebody outside the team were not heard"),
    "above": _("by the word of those above the team were not heard"),
    "allies": _("by the word of allies were not heard"),
}


def whose_word(facts: Facts) -> str:
    """Who says that people were not heard: `by their own word were not heard`."""
    parts = [facts.case.at(p) for p in facts["said_not_heard"].where]
    who = {str(getattr(p, "said_by", None) or getattr(p, "by", None)) for p in parts}
    if who & {"contributors", "people served"}:
        return _("by their own word were not heard")
    if "together" in who:
        return _("by their own and the team's word were not heard")
    for name, words in _FOUND.items():
        if name in who:
            return words
    return _NOT_HEARD_BY.get(min(who), _("were not heard, by somebody's word of whom it is not told who it is"))


def _not_heard(facts: Facts) -> str:
    """That people were not heard stands in the sentence, whatever the verdict."""
    return (
        _("; people {whose_word}", whose_word=whose_word(facts))
        .replace(_("people an "), _("an "))
        .replace(_("people a "), "a ")
        if facts["said_not_heard"].value
        else _not_heard_before(facts)
    )


def _not_heard_before(facts: Facts) -> str:
    """`; earlier (1989) people were not heard`, where it is told later that they were."""
    days = [when.text for p in not_heard_before(facts.case) if (when := facts.case.at((*p, "when"))) is not None]
    return _("; earlier ({days}) people were not heard", days=", ".join(dict.fromkeys(days))) if days else ""


def _sign(facts: Facts, table: VerdictConditions) -> str:
    first = next(sign for sign, held in table.signs if held.truth)
    if not by_word(first):
        return first.says
    case = facts.case
    there = any(met(case, room) for room in (case.project.rooms or {}).values())
    return (
        _("people were in the room, and {whose_word}", whose_word=whose_word(facts))
        if there
        else _("people were asked, and {whose_word}", whose_word=whose_word(facts))
    )


def _promise(ladder: Ladder, label: Fit) -> str:
    if ladder.promised is None:
        if label.claim is not None:
            return _("Promises {rung}, in words only", rung=RUNGS[label.claim.says])
        return _("Nothing is done yet, and nothing is promised")
    how = {"all": _("with dates and money"), "some": _("partly with dates and money"), "none": _("in words only")}
    said = _("Promises {rung}, {how}", rung=RUNGS[ladder.promised], how=how[ladder.specific or "none"])
    if label.claim is not None and label.claim.says > ladder.promised and label.claim.claims > ladder.promised:
        said += f"; {as_what(label)} {called(label)}"
    return said


def label_says(label: Fit, *, contradicted: bool = False) -> str:
    """The finding on the words used, in a sentence; beside plans, where nothing is done yet.

    Args:
        label: how the words fit.
        contradicted: whether answers on who took part contradict each other, so that one of them may speak against the word.
    """
    what = _("promised") if label.on_plans else _("shown")
    if label.claim is not None and label.claim.part:
        low = _("{role} in {part}", role=ROLES[RUNG_OF_ROLE.index(label.held_against.low)], part=label.claim.part)
    else:
        low = RUNGS[label.held_against.low]
    if label.state == "not told":
        return _("It is not told what the involvement is called in public.")
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
                _("Answers about it contradict each other.") if contradicted else _("Nothing told speaks against it.")
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
        "said": _("{sayers} that the word does not fit", sayers=label.sayers),
        "verdict": _("what happened speaks against it"),
    }
    *others, last = [reasons[w] for w in label.why]
    said = _("{others}, and {last}", others=", ".join(others), last=last) if others else last
    return said if small else said[0].upper() + said[1:]


def role(index: int | None) -> str:
    """The name of a role; empty where there is none."""
    return "" if index is None else ROLES[index]
