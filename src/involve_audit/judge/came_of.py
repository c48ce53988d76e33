"""What came of what people said, decided and were promised, entry by entry, for the team's report.

Nothing is judged here: each sentence says what one entry tells, and whose word it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.facts.care import mended, was_answered
from involve_audit.facts.deciders import IN_ITS_ROOM, deciders
from involve_audit.facts.roles import in_its_place
from involve_audit.facts.rooms import SMALL, room_carries
from involve_audit.facts.voices import says_only_yes, told
from involve_audit.language import _
from involve_audit.project.practice import NOT_AFFECTED, others_alone, those_in_power, with_contributors
from involve_audit.results.audit import CameOf
from involve_audit.wording.entry_words import ANSWERED, CARRIED_OUT, KEPT, WHO, who_did, word_of
from involve_audit.wording.messages import capital, in_quotes, listed, readable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.results.audit import Evidence

STOPPED, HARM, DECIDED, ENDED, SAID, PROMISED = "stopped", "harm", "decided", "ended", "said", "promised"
BY_OTHERS, RUNS, USES, DISAGREED, LOOKED_BACK, PAUSED = (
    "decided by others",
    "runs",
    "uses",
    "disagreement",
    "looked back",
    "paused",
)
_ANNOUNCED = {"advice": _("as advice"), "binding": _("as binding"), "binding if": _("as binding, on a condition")}
_Line = tuple[str, str, int, str, "Path"]


def came_of(
    case: Case, quote: Callable[[Iterable[Path]], tuple[Evidence, ...]], contradicted: Collection[Path] = ()
) -> tuple[CameOf, ...]:
    """What came of people's part, the weightiest first; what is dated later has not happened.

    Args:
        case: the project as of the day.
        quote: turns places of the file into its lines.
        contradicted: where answers contradict each other, with all that they stand in; what rests on one is not told as if it were so.
    """
    lines = (
        *_stopped(case), *_harm(case), *_decisions(case), *_by_others(case), *_ended(case), *_said(case), *_promises(case),
        *_who_runs_it(case), *_who_uses_it(case), *_disagreements(case), *_looks_back(case),
    )  # fmt: skip
    kept = [line for line in lines if line[4] not in contradicted]
    kept.sort(key=lambda line: line[2])
    return tuple(
        CameOf(about, outcome, readable(" ".join(says.split())), quote([path]))
        for about, outcome, __, says, path in kept
    )


def _stopped(case: Case) -> Iterator[_Line]:
    now = "cancelled" if case.cancelled else "paused" if case.paused else ""
    for path, stopped in case.stops:
        last = bool(now) and path == case.stops[-1][0]
        what = now if last else "paused"
        until = stopped.until if what == "paused" else None
        over = _(", until {until}", until=until.in_words) if until is not None and until.first is not None else ""
        says = _(
            "The work was {what}{by}{when}{over}.{agreed}{reason}",
            what=what,
            by=_by(stopped.by),
            when=_when(stopped),
            over=over,
            agreed=_(" Contributors had not agreed.") if stopped.agreed == "no" else "",
            reason=_reason(stopped),
        )
        yield (STOPPED, what, 0, says, path) if last else (PAUSED, "", 3 if stopped.agreed == "no" else 8, says, path)


def _by(who: Collection[str] | None) -> str:
    """` by the team`, behind what was done; empty where it is not told."""
    did = who_did(who)
    return _(" by {report}", report=did) if did else ""


def _harm(case: Case) -> Iterator[_Line]:
    for n, harm in enumerate(case.entries("care.harm") or ()):
        if case.happened(harm.when) is False or others_alone(harm.done_by):
            continue
        word = word_of(harm.said_by)
        whose = _(", by the word of {report}", report=word) if word else ""
        repaired = harm.repair is not None and case.in_place(harm.repair)
        if mended(case, harm):
            became = _(" It was put right, and those concerned agreed.")
        elif says_only_yes(harm.answered):
            became = _(" It got an answer.")
        elif was_answered(harm):
            became = _(" The answer: {answered}.", answered=in_quotes(harm.answered))
        elif was_answered(harm) is False:
            became = _(" It got no answer.")
        else:
            became = _(" Something was done to put it right.") if repaired else ""
        if told(harm.asked_for):
            became = _(" Those concerned asked for: {asked_for}.", asked_for=in_quotes(harm.asked_for)) + became
        if repaired and harm.repair.what:
            became += _(" What was done: {what}.", what=in_quotes(harm.repair.what))
        yield HARM, "mended" if mended(case, harm) else "on record", 1, _("On record{whose}{when}: {what}.{became}", whose=whose, when=_when(harm), what=in_quotes(harm.what), became=became), ("care", "harm", "entries", n)  # fmt: skip


def _decisions(case: Case) -> Iterator[_Line]:
    for n, decision in enumerate(case.entries("power.decisions") or ()):
        if not with_contributors(deciders(case, decision)) or case.happened(decision.when) is False:
            continue
        if not room_carries(case, decision):
            continue
        cut = decision.became in ("partly", "set aside")
        by = _by(decision.set_aside_by) if cut else ""
        announced = _ANNOUNCED.get(decision.announced_as or "", "") if cut else ""
        # All in one sentence: what became of it says nothing without what was decided.
        became = (
            CARRIED_OUT[decision.became].report if decision.became in CARRIED_OUT else _("what came of it is not told")
        )
        says = (
            (
                _(
                    "{became}, cut down{by}; it had been announced {announced}",
                    became=became,
                    by=by,
                    announced=announced,
                )
                if announced
                else _("{became}, cut down{by}", became=became, by=by)
            )
            if by and decision.became == "partly"
            else (
                _("{became}{by}; it had been announced {announced}", became=became, by=by, announced=announced)
                if announced
                else f"{became}{by}"
            )
        )
        who = capital(who_did(deciders(case, decision)))
        outcome = _("set aside{by}", by=by) if decision.became == "set aside" else decision.became or ""
        weight = {"set aside": 2, "partly": 4}.get(decision.became or "", 6 if decision.about not in SMALL else 9)
        yield DECIDED, outcome, weight, _("{who} decided {what}{when}: {says}.{reason}", who=who, what=in_quotes(decision.what), when=_when(decision), says=says, reason=_reason(decision) if cut else ''), ("power", "decisions", "entries", n)  # fmt: skip


def _by_others(case: Case) -> Iterator[_Line]:
    """What was decided in the matter by others than contributors, or by nobody knows whom: what was decided over people's heads is news too."""
    for n, decision in enumerate(case.entries("power.decisions") or ()):
        by_whom = deciders(case, decision)
        if with_contributors(by_whom) or case.happened(decision.when) is False:
            continue
        did = who_did(by_whom)
        who = _("{who} decided", who=capital(did)) if did else _("Decided, and it is not told by whom:")
        if not did and decision.disputed:
            who = _("On record, and told in two ways:")  # both accounts stand where people speak
        if not did and IN_ITS_ROOM in (decision.decided_by or ()) and decision.room:
            room = (case.project.rooms or {}).get(decision.room)
            name = room.name if room is not None and room.name else decision.room.replace("_", " ")
            who = _(
                "Decided in a group ({name}), and it is not told that people whom the work affects decide there:",
                name=name,
            )
        became = f": {CARRIED_OUT[decision.became].report}" if decision.became in CARRIED_OUT else ""
        by = _by(decision.set_aside_by) if became else ""
        weight = 5 if decision.about not in SMALL else 9
        yield BY_OTHERS, decision.became or "", weight, (
            f"{who} {in_quotes(decision.what)}{_when(decision)}{became}{by}.{_reason(decision)}"
        ), ("power", "decisions", "entries", n)  # fmt: skip


_GOVERNED = {
    "people affected": _("People whom the work affects govern it."),
    "both": _("People whom the work affects govern it with others."),
    "others": _("The people whom the work affects do not govern it."),
}


def _who_runs_it(case: Case) -> Iterator[_Line]:
    """The organisations whose work it is, and who governs them."""
    for name, one in (case.project.organisations or {}).items():
        if "runs" not in (one.does or ()) or not case.in_place(one):
            continue
        since = (
            _(" since {since}", since=one.since.in_words)
            if one.since is not None and one.since.first is not None
            else ""
        )
        over = (
            _(" until {until}", until=one.until.in_words)
            if one.until is not None and one.until.first is not None
            else ""
        )
        # Passive: a name such as “universities” is one organisation, or several.
        ran = (
            _("The work was run by {one}{since}{over}.", one=one.name or name, since=since, over=over)
            if over or one.status == "done"
            else _("The work has been run by {one}{since}.", one=one.name or name, since=since)
            if since
            else _("The work is run by {one}.", one=one.name or name)
        )
        who = f" {_GOVERNED[one.governed_by]}" if one.governed_by in _GOVERNED else ""
        yield (
            RUNS,
            "",
            9,
            f"{ran}{who}",
            ("organisations", name),
        )


def _who_uses_it(case: Case) -> Iterator[_Line]:
    """The organisations that took up what the work found or made, and who governs them: nobody's part in the work itself."""
    for name, one in (case.project.organisations or {}).items():
        if "uses results" not in (one.does or ()) or not in_its_place(case, one):
            continue
        who = f" {_GOVERNED[one.governed_by]}" if one.governed_by in _GOVERNED else ""
        used = _("What came of the work was taken up by {one}.", one=one.name or name.replace("_", " "))
        yield USES, "", 9, f"{used}{who}", ("organisations", name)


def _disagreements(case: Case) -> Iterator[_Line]:
    told_of = case.at("power.disagreement.recorded") or ()
    for n, one in enumerate(told_of):
        if case.happened(one.when) is not False:
            ended = _(" How it ended: {outcome}.", outcome=in_quotes(one.outcome)) if told(one.outcome) else ""
            says = _("A disagreement{when}: {what}.{ended}", when=_when(one), what=in_quotes(one.what), ended=ended)
            yield DISAGREED, "", 9, says, ("power", "disagreement", "recorded", n)


def _looks_back(case: Case) -> Iterator[_Line]:
    """What was said in looking back, by whom and when, word for word."""
    for n, look in enumerate(case.entries("influence.reflections") or ()):
        parts = (
            (_("what went well"), look.well), (_("what went badly"), look.badly), (_("harm that was seen"), look.harms),
            (_("what is done in another way"), look.action),
        )  # fmt: skip
        said = [f"{name}: {in_quotes(text)}" for name, text in parts if told(text)]
        if not said or case.happened(look.when) is False:
            continue
        by = _(" by {report}", report=listed(WHO[who].report for who in look.who if who in WHO)) if look.who else ""
        yield LOOKED_BACK, "", 9, _("A look back{by}{when}. {said}.", by=by, when=_when(look), said=capital('; '.join(said))), (
            "influence", "reflections", n,
        )  # fmt: skip


def _ended(case: Case) -> Iterator[_Line]:
    for n, ended in enumerate(case.entries("power.ended") or ()):
        if not those_in_power(ended.by) or case.happened(ended.when) is False:
            continue
        agreed = {"yes": _(" Those in it agreed."), "no": _(" Those in it had not agreed.")}.get(ended.agreed or "", "")
        says = _(
            "Ended by {report}{when}: {what}.{agreed}",
            report=who_did(ended.by),
            when=_when(ended),
            what=in_quotes(ended.what),
            agreed=agreed,
        )
        yield ENDED, "", 3, says, ("power", "ended", "entries", n)


def _said(case: Case) -> Iterator[_Line]:
    for n, said in enumerate(case.entries("influence.log") or ()):
        if said.by in NOT_AFFECTED or case.happened(said.when) is False:
            continue
        changed = f"changed: {in_quotes(said.changed)}" if told(said.changed) else ""
        if not said.said and not changed:
            continue  # nothing is left of it: it is told differently, and printed so
        who = capital(WHO[said.by].report) if said.by in WHO else _("Somebody")
        became = ANSWERED[said.answer].report if said.answer in ANSWERED else ""
        if not became and not changed:
            became = _("what came of it is not known") if said.answer == "unknown" else _("what came of it is not told")
        became = "; ".join(filter(None, (became, _("what {changed}", changed=changed) if changed else "")))
        words = (
            _("{who} said {said}{when}", who=who, said=in_quotes(said.said), when=_when(said))
            if said.said
            else _(
                "What {report} said{when} is not told",
                report=WHO[said.by].report if said.by in WHO else _("people"),
                when=_when(said),
            )
        )
        reason = _reason(said) if said.answer in ("partly", "put off", "refused", "contested") else ""
        unheard = _(" They were not told.") if said.told_back is not None and case.happened(said.told_back) is False and said.told_back.first is None else ""  # fmt: skip
        outcome = said.answer or ("taken up" if changed else "")
        weight = 4 if outcome in ("taken up", "partly") else 5
        yield SAID, outcome, weight if said.about not in SMALL else 9, f"{words}: {became}.{reason}{unheard}", (
            "influence", "log", "entries", n,
        )  # fmt: skip


def _promises(case: Case) -> Iterator[_Line]:
    head = case.project.project
    for n, promise in enumerate((head.promises if head else None) or ()):
        if promise.kept in KEPT:
            says = _(
                "Promised, {what}{when}: {report}.",
                what=in_quotes(promise.what),
                when=_when(promise),
                report=KEPT[promise.kept].report,
            )
            yield PROMISED, promise.kept, 7 if promise.kept == "yes" else 5, says, ("project", "promises", n)


def _when(entry: Any) -> str:
    return f" ({entry.when.in_words})" if entry.when is not None and entry.when.first is not None else ""


def _reason(entry: Any) -> str:
    """The reason that was given, in the words of the file; that none was, where the file tells so."""
    if told(entry.reason):
        return _(" The reason: {reason}.", reason=in_quotes(entry.reason))
    return "" if told(entry.reason) is None else _(" No reason was given.")
