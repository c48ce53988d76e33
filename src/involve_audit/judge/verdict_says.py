"""The verdict as a report shows it: its sentence, what it means, what it rests on, and its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.care import agreements_broken
from involve_audit.facts.roles import INVOLVED, TOGETHER, behind, role_is_disputed
from involve_audit.facts.rooms import met
from involve_audit.judge.advice import in_plain_words, tenses
from involve_audit.judge.sentences import (
    harm_quoted,
    harms_on_record,
    how_trust_was_broken,
    matters,
    said_heard_from_above,
    verdict_titles,
)
from involve_audit.language import _
from involve_audit.project.people import ROLES
from involve_audit.results.audit import Verdict, VerdictName
from involve_audit.wording.messages import small

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from involve_audit.facts import Facts
    from involve_audit.facts.answers import Path
    from involve_audit.facts.roles import Standing
    from involve_audit.judge.evaluation import Evaluation
    from involve_audit.judge.ladder import Ladder
    from involve_audit.results.audit import Evidence
    from involve_audit.rubric.model import Rubric, VerdictText


def verdict_found(
    evaluation: Evaluation, rubric: Rubric, because: Callable[[Iterable[Path], Iterable[Path]], tuple[Evidence, ...]]
) -> Verdict:
    """The verdict in words, with its lines: `because` finds those that decided it, among places and with what the headline quotes first."""
    facts, table, outcome, ladder = evaluation.facts, evaluation.table, evaluation.outcome, evaluation.ladder
    texts = {v.id: v for v in rubric.verdicts}
    places: list[Path] = []
    rests: list[str] = []
    titles: dict[str, str] = {s.id: s.title for s in rubric.stages}
    match outcome.id:
        case "nobody involved":
            places += facts["every_told_stage_involves_nobody"].where
            rests.append(_("Every part of the work that is told involves nobody."))
        case "broken trust":
            places += facts["trust_broken"].where
            rests += harms_on_record(facts)
        case "tokenism":
            for sign, held in table.signs:
                if held.truth:
                    places += held.where
                    rests.append(sign.says[0].upper() + sign.says[1:] + ".")
            places += facts["people_present"].where[:2]
        case "promises":
            places += [behind(facts.case, s.stage)[0] for s in ladder.shown.stages if s.promised]
            # That nothing is done yet is what the verdict means, and stands above.
            rests += _planned(ladder, titles) or [_("No plan says what part people will have.")]
        case "too little is known":
            rests.append(_too_little(facts, ladder))
            rests += _planned(ladder, titles)
            places += facts["stages_told"].where
        case _:
            carrying = [s for s in ladder.shown.stages if s.shown.low > 0]
            carrying.sort(key=lambda s: -s.shown.low)
            places += [p for s in carrying for p in behind(facts.case, s.stage)]
            places += [
                ("rooms", name) for name, room in (facts.case.project.rooms or {}).items() if met(facts.case, room)
            ]
            places += [
                ("influence", "log", "entries", n) for n, __ in enumerate(facts.case.entries("influence.log") or ())
            ]
            rests += [f"{titles[s.stage]}: {_role_shown(s)}" for s in carrying[:4]]
            if not carrying:
                rests.append(_("A room that met, or people who were asked."))
    rests += said_heard_from_above(facts)
    gates = {g.id: g for g in rubric.gates}
    rests += [_("{says} That keeps the verdict down.", says=gates[g].says) for g in outcome.capped_by]
    untold, unknown = matters(facts, outcome)
    plain = in_plain_words(texts[outcome.id], facts)
    if outcome.id == "broken trust":
        how = how_trust_was_broken(facts, plainly=True)
        low = ladder.shown.rung.low
        if agreements_broken(facts.case):
            plain = f"{plain} {how}"
        else:  # harm alone does not say what part people had: that stands beside it
            plain = f"{how} {texts[table.by_rung[low]].plain or ''}".strip() if low else how
    then, __ = tenses(facts.case)
    titles = verdict_titles(facts.rubric, facts.case, outcome.id)
    return Verdict(
        outcome.id,
        titles[outcome.id],
        evaluation.headline(),
        then(_means(texts, evaluation)),
        tuple(VerdictName(v, titles[v]) for v in outcome.possible),
        tuple(map(then, untold)),
        tuple(map(then, rests)),
        because(places, harm_quoted(facts) if table.broken else ()),
        then(plain),
        tuple(map(then, unknown)),
    )


_TAKEN = ("binding-say-overruled", "role-ended-over-their-heads")
"""The signs that say that people's part was taken from them; the others say that it did not count."""


def _means(texts: dict[str, VerdictText], evaluation: Evaluation) -> str:
    """What the verdict means. Where more is told, and may well be so, that is said, and not the contrary of it."""
    outcome, ladder = evaluation.outcome, evaluation.ladder
    low, high = ladder.shown.rung.low, ladder.shown.rung.high
    by_rung = evaluation.table.by_rung
    if outcome.id == "broken trust":
        if agreements_broken(evaluation.facts.case):
            return how_trust_was_broken(evaluation.facts)
        # That there is harm, and what, stands in the headline.
        return texts[by_rung[low]].says if low else _("What part people had is not shown.")
    if outcome.id == "tokenism":
        # The part was taken from people, or did not count: what no sign says is not said.
        taken = any(held.truth and sign.id in _TAKEN for sign, held in evaluation.table.signs)
        return texts[outcome.id].says.replace(
            _("their part did not count, or was taken") if taken else _(", or was taken from them"),
            _("it was taken") if taken else "",
        )
    if outcome.id == by_rung[low] and ladder.told is not None and low < ladder.told <= high:
        told = texts[by_rung[ladder.told]].title
        if by_rung[ladder.told] != outcome.id:
            if role_is_disputed(evaluation.facts.case):
                return _("By what some tell, it is more: {told}. Others tell it differently.", told=small(told))
            return _("By what is told, it is more: {told}. What shows that is not told yet.", told=small(told))
    if outcome.id == "consultation" and any(s.shown.low >= INVOLVED for s in ladder.shown.stages):
        return _(
            "People take part in doing some of the work. It is not shown that they share in the decisions that shape it."
        )
    return texts[outcome.id].says


def _role_shown(stage: Standing) -> str:
    """What part people had, as far as it is shown; and what is told, where that is more, so that nobody's word is changed."""
    shown = ROLES[stage.shown.low]
    if stage.told is None or stage.told <= stage.shown.low:
        return shown
    return _("{role}, as it is told (shown: at least {shown})", role=ROLES[stage.told], shown=shown)


def _planned(ladder: Ladder, titles: Mapping[str, str]) -> list[str]:
    """What part people are to have, where most of it is planned first."""
    planned = sorted((s for s in ladder.shown.stages if s.promised), key=lambda s: -s.promised)
    return [_("Planned for {stage}: {role}", stage=small(titles[s.stage]), role=ROLES[s.promised]) for s in planned[:4]]


def _too_little(facts: Facts, ladder: Ladder) -> str:
    if not facts["told_who_decided_or_what_changed"].value:
        if any((stage.told or 0) >= TOGETHER for stage in ladder.shown.stages):
            # Whose the decisions were is told by the role: what is not told is what was decided.
            return _("People are told to have decided, and it is not told what was decided, or what changed.")
        return _("Nothing is told of who decided, or of what changed.")
    if role_is_disputed(facts.case):
        return _("What part people had is told differently by different people, and so it is open.")
    if facts["enough_is_told"].value:
        return _(
            "Nothing that is told of people's part is told to have happened. Where it has, the file can say so (status)."
        )
    if len(facts["stages_told"].where) < 2:
        says = _("It is told of fewer than two parts of the work what part people have, or who decided. ")
    else:
        says = _("Of no part that shapes the work is it told what part people have, or who decided. ")
    return _("{says}If the work has only these parts, the file can say so.", says=says)
