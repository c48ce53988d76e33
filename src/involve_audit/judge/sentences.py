"""The verdict in one sentence, and the words for what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.facts.answers import Span
from involve_audit.facts.care import BROKEN_AGREEMENTS, agreements_broken, mended
from involve_audit.facts.not_known import nobody_knows
from involve_audit.facts.rooms import met
from involve_audit.facts.rung import rung_of, unsourced
from involve_audit.facts.tokenism import heard_by_power_alone, not_heard_before, not_heard_elsewhere
from involve_audit.judge.label_says import as_what, called, overclaim
from involve_audit.judge.signs import by_word, rows_of
from involve_audit.language import _
from involve_audit.project.care import Harm
from involve_audit.project.influence import Heard
from involve_audit.project.practice import INDEPENDENT, NOT_AFFECTED, RUNGS, others_alone
from involve_audit.rubric.model import BY_RUNG
from involve_audit.wording.entry_words import WHO, heard_by, word_of
from involve_audit.wording.headline import untold_says
from involve_audit.wording.messages import in_a_sentence, listed, number_says, small

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from involve_audit.facts import Facts
    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.judge.label import Fit
    from involve_audit.judge.ladder import Ladder
    from involve_audit.judge.verdict import Outcome, VerdictConditions
    from involve_audit.results.audit import HonestyFound
    from involve_audit.rubric.model import Rubric
    from involve_audit.wording.entry_words import Who


"""What stands in the sentence of the verdict before what is missing."""
_NOTHING_MATTERS = ("nobody involved", "promises", "too little is known")
"""The verdicts for which nothing else that is not told would matter."""


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
            _("to whom pay is offered")
            if facts.case.in_place(pay)
            else _("whether people were paid")
            if facts.case.phase == "finished"
            else _("whether people are paid yet")
        )
    if "people_heard" in missing and not_heard_elsewhere(facts.case):
        missing["people_heard"] = _("whether the team heard people")
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


def sentence(
    facts: Facts, table: VerdictConditions, outcome: Outcome, ladder: Ladder, label: Fit, honesty: HonestyFound, *, confirmed: bool,
    deciding: int = 0,
) -> tuple[str, str]:  # fmt: skip
    """The verdict as a sentence, with its range, and what is not told behind it: `deciding` is the number of open answers that it hangs on."""
    not_told = untold_says(*matters(facts, outcome))
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
                _("; and {harm_title}: {harm}", harm_title=small(harm_title(facts.case)), harm=_harm(facts))
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
            ), ""
        case "broken trust":
            return f"{harm_title(facts.case)}: {_harm(facts)}" + _mended(facts) + _beside_harm(facts, ladder), ""
        case "tokenism":
            return _(
                "Tokenism: {sign}{changed_all_the_same}",
                sign=_sign(facts, table),
                changed_all_the_same=_changed_all_the_same(facts),
            ), not_told
        case "promises":
            return _promise(ladder, label) + _not_heard(facts), ""
        case "too little is known":
            low = ladder.shown.rung.low
            if ladder.promised and facts["anything_done"].value is not True:
                # Of work that is paid for and has not begun with people, the plan is what there is to say.
                return _(
                    "Planned is {rung}, {how}; of what has happened, too little is known to say",
                    rung=RUNGS[ladder.promised],
                    how=_how_it_is_planned(ladder),
                ), ""
            least = _("it is at least {at_least}, and", at_least=_AT_LEAST[low]) if low in _AT_LEAST else _("it")
            if outcome.highest and (who := last_word(facts)):
                return _(
                    "Too little is known to say; {least} may be more, while {who} in the end", least=least, who=who
                ), ""
            return (
                _(
                    "Too little is known to say; {least} may be anything up to {highest}",
                    least=least,
                    highest=outcome.highest,
                )
                if outcome.highest
                else _("Too little is known to say")
            ), ""
        case "information" | "consultation" | "involvement":
            open_sign = any(held.truth is not False for __, held in table.signs) and table.tokenism is not False
            honest = honesty.state == "honest" and not open_sign
            word = _("Honest {outcome_id}", outcome_id=outcome.id) if honest else outcome.id.capitalize()
            return at_least(word) + overclaim(label) + up_to + _not_heard(facts), not_told
        case "working partnership":
            return at_least(_("Working partnership")) + overclaim(label) + up_to + _not_heard(facts), not_told
    title = (
        _("Genuine partnership") if outcome.id == "genuine partnership" else _("Led by people with lived experience")
    )
    return (
        at_least(title)
        + (_(", confirmed by contributors") if confirmed else _(", not yet confirmed by contributors"))
        + overclaim(label)
        + up_to
        + _not_heard(facts)
    ), ""


_AT_LEAST = {n: name for n, name in enumerate(RUNGS) if name in ("consultation", "involvement")}
"""What too little of the work is told for, and what is shown of a part of it all the same."""


def _range(facts: Facts, outcome: Outcome, ladder: Ladder, deciding: int) -> tuple[Callable[[str], str], str]:
    """How a headline says that it is a low end, and up to what the answers still lead: nothing where they lead no higher.

    Where that hangs on one or two parts of the work of which nothing is told, it says what would have to be so.
    """
    if not outcome.highest:
        return (lambda word: word), ""
    # A low end is one only where no lower verdict is still possible.
    at = BY_RUNG.index(outcome.id) if outcome.id in BY_RUNG else 0
    lower = any(v in BY_RUNG[:at] for v in outcome.possible)
    opening = _("As told") if lower else _("At least")

    def low_end(word: str) -> str:
        return f"{opening}{':' * lower} {word[:1].lower()}{word[1:]}"

    told = rows_of(facts.rubric).by_rung[ladder.told] if ladder.told is not None else ""
    needed = "" if told == outcome.highest else _only_untold(facts, outcome, ladder)
    if needed:
        return low_end, _("; up to {highest}, {needed}", highest=outcome.highest, needed=needed)
    answers = answers_decide(deciding)
    what = _(", which {answers}", answers=answers) if deciding else ""
    who = "" if told == outcome.highest else last_word(facts)
    if who:
        # Who decides is told: it stands first, and what is not told may still be more.
        may = (
            _("what is not told may show more ({answers})", answers=answers)
            if deciding
            else _("what is not told may show more")
        )
        return low_end, _("; {who} in the end, and {may}", who=who, may=may)
    # What is told already needs no more than to be shown.
    up_to = _("told, and not shown yet:") if told == outcome.highest else _("up to")
    return low_end, f"; {up_to} {outcome.highest}{what}"


def answers_decide(number: int) -> str:
    """How a sentence says how many answers the verdict hangs on."""
    return (
        _("one answer decides") if number == 1 else _("{number} answers decide", number=number_says(number, highest=10))
    )


def last_word(facts: Facts) -> str:
    """`the team decides`: who has the last word, where these are told and are not contributors."""
    says = facts.case.final_say
    if not says or says.difference((*NOT_AFFECTED, "outside the team")):
        return ""
    who = [
        words
        for word, words in (
            ("team", _("the team")),
            ("above", _("those above")),
            ("outside the team", _("others outside the team")),
        )
        if word in says or (word == "team" and "researchers" in says)
    ]
    return (
        _("{who} decides", who=_(" and ").join(who))
        if who == [_("the team")]
        else _("{who} decide", who=_(" and ").join(who))
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
    reached = rung_of(without, 0, kept=ladder.shown.kept is not False)
    if rows_of(facts.rubric).by_rung[max(reached, ladder.shown.rung.low)] == outcome.highest:
        return ""
    titles = [s.title.lower() for s in facts.rubric.stages if s.id in untold]
    alone = len(titles) == 1
    says = wanted.format(parts=listed(titles), were=_("was") if alone else _("were"))
    return (
        _("if {says} (people's part in it is not told)", says=says)
        if alone
        else _("if {says} (people's part in them is not told)", says=says)
    )


_IS = {_("called"): _("is called"), _("promised"): _("was promised:")}


_BROKEN = {
    "used otherwise than agreed": (_("What people gave was used otherwise than agreed."), _("What people gave was used in another way than agreed.")),
    "agreement undone": (_("An agreement with people was undone without them."), _("What was agreed with people was dropped without them.")),
    "harm": (_("Harm to people is on record."), _("It is on record that people came to harm.")),
}  # fmt: skip


def harm_title(case: Case) -> str:
    """What the gravest verdict says first: that trust was broken, where what people were told did not hold; else that there is harm."""
    return _("Trust was broken") if agreements_broken(case) else _("Harm is on record")


def verdict_titles(rubric: Rubric, case: Case, now: str) -> dict[str, str]:
    """What the verdicts are called beside the file whose verdict is `now`: where no agreement was broken, its gravest one does not say so."""
    titles = {verdict.id: verdict.title for verdict in rubric.verdicts}
    return titles | {now: harm_title(case)} if now == "broken trust" else titles


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
    return " ".join(dict.fromkeys(words[plainly] for words in said if words)) or _(
        "It is on record that people came to harm. What kind of harm, is not told."
    )


def harm_told(facts: Facts) -> str:
    """Which kinds of harm the file tells of that happened in the work or through it, whoever says so; empty where it tells of none."""
    harms = facts.case.entries("care.harm") or ()
    said = (_BROKEN.get(harm.kind or "", _BROKEN["harm"])[0] for harm in harms if not others_alone(harm.done_by))
    return " ".join(dict.fromkeys(said))


def harms_on_record(facts: Facts) -> tuple[str, ...]:
    """What happened beside what the headline says, and by whose word, one by one."""
    harms = [facts.case.at(path) for path in facts["trust_broken"].where]
    others = [h for h in harms if isinstance(h, Harm)][1:]
    return tuple(
        _(
            "Also: {what}{by_whose_word}.",
            what=in_a_sentence(h.what),
            by_whose_word=_by_whose_word(h),
        )
        for h in others
    )


def _harm(facts: Facts) -> str:
    """What was done, by whose word: a charge is not printed as if this tool had found it."""
    harm = next((facts.case.at(path) for path in harm_quoted(facts)), None)
    if harm is None:
        return _("harm is on record")
    whose = _by_whose_word(harm)
    # A broken agreement was made, and broken, by those whose work it is; harm of another kind may have come from others.
    untold = harm.kind not in BROKEN_AGREEMENTS and others_alone(harm.done_by) is None
    return f"{in_a_sentence(harm.what)}{whose}{_('; who did it is not told') * untold}"


def harm_quoted(facts: Facts) -> tuple[Path, ...]:
    """The place of the harm that the headline quotes: the first that makes it; none where there is none."""
    told = ((path, facts.case.at(path)) for path in facts["trust_broken"].where)
    return tuple(path for path, harm in told if isinstance(harm, Harm) and harm.what)[:1]


def _by_whose_word(harm: Harm) -> str:
    """Whose word a harm is, in brackets: all who say so."""
    said = [_BY_WHOSE_WORD[one] for one in harm.said_by or () if one in _BY_WHOSE_WORD]
    return f" ({'; '.join(one.strip(' ()') for one in said)})" if said else ""


_BY_WHOSE_WORD = {
    "contributors": _(" (by contributors' word)"), "people served": _(" (by the word of the people served)"),
    "together": _(" (by contributors' and the team's word)"), "team": _(" (by the team's own word)"), "researchers": _(" (by the team's own word)"),
    "organisation of people affected": _(" (by the word of an organisation of people affected)"), "inquiry": _(" (found by an inquiry)"),
    "court": _(" (found by a court)"), "regulator": _(" (found by a regulator)"), "evaluation": _(" (found by an evaluation)"),
}  # fmt: skip


def _changed_all_the_same(facts: Facts) -> str:
    """That what people said had an effect, where it had: people may be asked as a token, and change something all the same."""
    changed = facts["changes_on_record"].value
    return _("; what people said changed something all the same") if isinstance(changed, Span) and changed.low else ""


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


def said_heard_from_above(facts: Facts) -> tuple[str, ...]:
    """That people were heard, where it is the word of those alone whom it praises: it is said whose word it is."""
    by = heard_by_power_alone(facts.case)
    if not by:
        return ()
    return (_("That people were heard is the word of {whose} alone; theirs is not told.", whose=word_of(sorted(by))),)


def whose_word(facts: Facts) -> str:
    """Who says that people were not heard, and by whom: `by their own word were not heard by the team`."""
    return _whose_word(facts, facts["said_not_heard"].where)


def _whose_word(facts: Facts, where: Iterable[Path]) -> str:
    parts = [facts.case.at(p) for p in where]
    by = [p.heard_by for p in parts]
    # Where one of them does not say by whom, it is said of all alike.
    of = heard_by([one for told in by for one in told or ()], "no") if all(by) else ""
    return f"{_who_says_so(parts)}{of}"


def _who_says_so(parts: Sequence[Any]) -> str:
    who = {
        str(one) for p in parts for one in (p.said_by if isinstance(p, Heard) else getattr(p, "by", None)) or (None,)
    }
    if who & {"contributors", "people served"}:
        return _("by their own word were not heard")
    if "together" in who:
        return _("by their own and the team's word were not heard")
    first = next((name for name in INDEPENDENT if name in who), min(who))
    if first not in WHO:
        return _("were not heard, by somebody's word of whom it is not told who it is")
    by = WHO[first]
    if by.says == _("found"):
        return _found_by(by)
    theirs = (
        _("the team's own word") if first in ("team", "researchers") else _("the word of {report}", report=by.report)
    )
    return _("by {theirs} were not heard", theirs=theirs)


def _found_by(by: Who) -> str:
    return _("{report} found that they were not heard", report=by.report)


def _not_heard(facts: Facts) -> str:
    """That people were not heard stands in the sentence, whatever the verdict."""
    where = facts["said_not_heard"].where if facts["said_not_heard"].value else not_heard_elsewhere(facts.case)
    if not where and facts["most_say_it_made_no_difference"].value and facts["own_word_not_heard"].value:
        return _("; of a group of contributors, or of people served, most say that it made no difference")
    if not where:
        return _not_heard_before(facts)
    says = _whose_word(facts, where)
    if any(says.startswith(_found_by(by)) for by in WHO.values()):
        return f"; {says}"
    return _("; people {whose_word}", whose_word=says)


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


_BORNE_OUT = {
    "all": {
        "money": _("with dates and money"), "owner": _("with dates and who sees to it"),
        "either": _("with dates, and money or who sees to it"),
    },
    "some": {
        "money": _("partly with dates and money"), "owner": _("partly with dates and who sees to it"),
        "either": _("partly with dates, and money or who sees to it"),
    },
}  # fmt: skip
"""What plans say besides what is planned."""


def _how_it_is_planned(ladder: Ladder) -> str:
    """Whether plans name days, money and owners, or are words."""
    if ladder.specific in _BORNE_OUT:
        return _BORNE_OUT[ladder.specific][ladder.backed]
    return _("in words only")


def _promise(ladder: Ladder, label: Fit) -> str:
    if ladder.promised is None:
        if label.claim is not None:
            return _("Promises {rung}, in words only", rung=RUNGS[label.claim.says])
        return _("Nothing is done yet, and nothing is promised")
    said = _("Promises {rung}, {how}", rung=RUNGS[ladder.promised], how=_how_it_is_planned(ladder))
    if label.claim is not None and label.claim.says > ladder.promised and label.claim.claims > ladder.promised:
        said += f"; {as_what(label)} {called(label)}"
    return said
