"""What the file tells in everyday words: change, harm, whether people were heard, plans, pay and support, and what an answer that is half there rests on.

Nothing is judged here. It is for people who do not see the file: each sentence says what one line of it says, and whether
anything is named that shows it.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from involve_audit.facts.care import mended, was_answered
from involve_audit.facts.case import steps
from involve_audit.facts.deciders import deciders
from involve_audit.facts.rooms import never_met, room_carries
from involve_audit.facts.voices import groups_studied, says_only_yes, told
from involve_audit.judge.advice import is_over
from involve_audit.language import _
from involve_audit.project.accounts import rulings, text_of
from involve_audit.project.fields import at
from involve_audit.project.people import role_at_most
from involve_audit.project.practice import (
    NOT_AFFECTED,
    STAGES,
    Listing,
    Practice,
    anybody,
    others_alone,
    with_contributors,
)
from involve_audit.results.audit import ToldFound
from involve_audit.wording.entry_words import (
    ANSWERED,
    CARRIED_OUT,
    CONTRADICTED,
    DECIDED,
    KEPT,
    OTHERS,
    OVERTURNED,
    ROLE_IS,
    WERE_HEARD,
    WHO,
    heard_by,
    who_did,
)
from involve_audit.wording.messages import capital, in_quotes, listed
from involve_audit.wording.past_tense import told_in_the_past

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.project.model import Stopped
    from involve_audit.project.practice import Entry, Practice
    from involve_audit.results.audit import Evidence
    from involve_audit.wording.entry_words import Became

    Quote = Callable[[Iterable[Path]], tuple[Evidence, ...]]

CHANGED, PAY, SUPPORT, APART = "changed", "pay", "support", "apart"
OTHER_ANSWERS, HARM, PROMISED, HEARD, PLANNED = "other answers", "harm", "promised", "heard", "planned"
KEPT_PROMISE, OUT_OF_REACH, STUDIED = "kept", "out of reach", "studied"
PART, LOOKED_BACK, ENDED = "part", "looked back", "ended"


def told_plainly(
    case: Case, titles: dict[str, str], quote: Quote, contradicted: Collection[Path] = ()
) -> tuple[ToldFound, ...]:
    """What changed because of people, and what is told of pay, of support and of the rest, in this order.

    Args:
        case: the project as of the day.
        titles: the parts of the work in everyday words.
        quote: turns places of the file into its lines.
        contradicted: where answers contradict each other, with all that they stand in; what rests on one is not told as if it were so.
    """
    rows = (
        *_changes(case), *_pay(case), *_support(case), *_other_answers(case, titles), *_harm(case), *_promises(case),
        *_heard(case), *_plans(case, titles), *_kept(case), *_out_of_reach(case), *_studied(case), *_ended(case), *_part(case, titles), *_looked_back(case),
    )  # fmt: skip
    return tuple(
        ToldFound(
            about,
            says + f" {CONTRADICTED}" * _is_contradicted(case, path, contradicted),
            shown,
            quote([path]),
            at_present=(about == PAY and _goes_on(case, path)) or (path[0] == "rooms" and _still_meets(case, path)),
            own_word=about == HEARD and says.startswith(_OWN_WORD),
        )
        for about, says, shown, path in rows
    )


def _is_contradicted(case: Case, path: Path, contradicted: Collection[Path]) -> bool:
    """Whether answers that contradict each other stand at a place, or it is a decision that the room it names cannot carry."""
    decision = case.at(path) if path[:2] == ("power", "decisions") else None
    return path in contradicted or (decision is not None and not room_carries(case, decision))


def _still_meets(case: Case, path: Path) -> bool:
    """Whether a group is not told to be over."""
    return case.at(path[:2]).status not in ("done", "stopped")


def _goes_on(case: Case, path: Path) -> bool:
    """Whether what is told of pay is told to be so now: in work that is not over or paused. People may be paid before it begins."""
    practice = case.at(".".join(map(str, path[:2])))
    over = case.paused or case.phase in ("finished", "cancelled")
    return not over and getattr(practice, "status", None) == "ongoing"


_WITHOUT_WORDS = _("What {} said is not written down.")
_Row = tuple[str, str, bool, "Path"]


def _entries(case: Case, path: str) -> tuple[Any, ...]:
    """The entries of a list as the file tells them, with those of which somebody gives another account.

    What is disputed is open when it is judged; here it is printed, with whose word stands against it.
    """
    here = at(case.told, steps(path))
    if isinstance(here, Listing):
        here = here.entries  # type: ignore[attr-defined]
    return here if isinstance(here, tuple) else ()


def _differs(entry: Entry) -> str:
    """What somebody else says of an entry, and who; empty where nobody does."""
    accounts = [
        _("{says} otherwise: {other}.", says=_says(other.by) or _("Somebody says"), other=in_quotes(other.says))
        for other in entry.disputed or ()
    ]
    return "".join(f" {says}" for says in (_("Not everybody says so."), *accounts)) if accounts else ""


def _is_shown(case: Case, part: Any) -> bool:
    """Whether something is named that shows it: its own source, or the text that the whole file was written from."""
    return bool(part.source) or (part.source is None and bool(text_of(case.told)))


def _outcome(what: Mapping[str, Became], word: str | None, note: str | None) -> str:
    """What became of it, with a space before; nothing where only a note of the file may tell it, which stands beside it."""
    return "" if note and word not in what and word != "unknown" else f" {_became(what, word)}"


def _noted(entry: Entry) -> str:
    """What the file adds to an entry: it may be what limits it, and without it the entry would say more than the file does."""
    return _(" The file adds: {note}.", note=in_quotes(entry.note)) if entry.note else ""


def _who(by: str | None) -> str:
    return capital(WHO[by].plain) if by in WHO else _("Somebody")


def _says(by: str | None) -> str:
    """`People who take part say`; empty where it is not told whose word it is."""
    return f"{_who(by)} {WHO[by].says}" if by in WHO else ""


def _became(what: Mapping[str, Became], word: str | None) -> str:
    if word == "unknown":
        return _("Nobody knows what came of it.")
    found = what.get(word or "")
    return found.plain if found else _("What came of it is not told.")


def _changes(case: Case) -> Iterator[_Row]:
    """What people said and what became of it, and the decisions that they took or shared."""
    for n, said in enumerate(_entries(case, "influence.log")):
        if said.by in NOT_AFFECTED or case.happened(said.when) is False:
            continue
        if said.answer not in ("taken up", "partly") and not told(said.changed):
            continue
        who = _who(said.by)
        part = f" {ANSWERED['partly'].plain}" if said.answer == "partly" else ""
        if told(said.changed):
            what = _("What changed: {changed}.", changed=in_quotes(said.changed))
        elif said.changed is None:
            what = _("What changed is not written down.")
        else:
            what = _("Nothing changed.")
        differs = _differs(said)
        words = (
            _("{who} said: {said}.", who=who, said=in_quotes(said.said))
            if said.said
            else _WITHOUT_WORDS.format(who[0].lower() + who[1:])
        )
        reason = _reason(said.reason) if said.answer == "partly" else ""
        yield CHANGED, f"{words}{part} {what}{reason}{differs}{_noted(said)}", _is_shown(case, said), (
            "influence", "log", "entries", n,
        )  # fmt: skip
    for n, decision in enumerate(_entries(case, "power.decisions")):
        if not with_contributors(deciders(case, decision)) or case.happened(decision.when) is False:
            continue
        when = f" ({decision.when.in_words})" if decision.when and decision.when.first else ""
        became = _outcome(CARRIED_OUT, decision.became, decision.note)
        if decision.became in ("partly", "set aside"):
            # What was announced is half of what a decision that was cut down means, and the reason is the other half.
            became += _ANNOUNCED.get(decision.announced_as or "", "")
            became += _set_aside_by(decision.set_aside_by or ()) + _reason(decision.reason)
        who = _decided(deciders(case, decision) or ())
        differs = _differs(decision)
        # What was set aside changed nothing: it stands beside what was refused.
        about = OTHER_ANSWERS if decision.became == "set aside" else CHANGED
        yield about, f"{who}: {in_quotes(decision.what)}{when}.{became}{differs}{_noted(decision)}", _is_shown(case, decision), (
            "power", "decisions", "entries", n,
        )  # fmt: skip


_ANNOUNCED = {
    "advice": _(" They were told that it was advice."), "binding": _(" They were told it would be done."),
    "binding if": _(" It was to be done, on a condition."),
}  # fmt: skip


def _decided(by: Collection[str]) -> str:
    """Who took a decision that people affected took or shared: they first, and whoever decided it with them."""
    others = listed(
        [*(WHO[one].plain for one in ("above", "outside the team") if one in by), *([OTHERS] * ("unknown" in by))]
    )
    says = DECIDED["contributors" if {"together", "team"}.isdisjoint(by) else "together"]
    return _("{says}, with {others}", says=says, others=others) if others else says


def _set_aside_by(by: Collection[str]) -> str:
    """Who set a decision aside, or cut it down; empty where it is not told."""
    if set(by) == {"contributors"}:
        return _(" They chose that themselves.")
    did = _("the team") if set(by) == {"team"} else who_did(by, plain=True)
    return _(" {who} chose that.", who=capital(did)) if did else ""


def _reason(text: str | None) -> str:
    """The reason that was given, in the words of the file; that none was, where the file tells so."""
    if told(text):
        return _(" The reason: {text}.", text=in_quotes(text or ""))
    return "" if told(text) is None else _(" No reason was given.")


def _other_answers(case: Case, titles: dict[str, str]) -> Iterator[_Row]:
    """What people said that changed nothing, or of which nobody wrote down what came of it; first what was refused, which is not to be cut."""
    for n, said in sorted(enumerate(_entries(case, "influence.log")), key=lambda entry: entry[1].answer != "refused"):
        if said.by in NOT_AFFECTED or not said.said or case.happened(said.when) is False:
            continue
        if said.answer in ("taken up", "partly") or told(said.changed):
            continue
        reason = _reason(said.reason) if said.answer in ("refused", "put off", "contested") else ""
        if said.arose in _NOT_ASKED and said.answer not in ANSWERED:
            # What people do of themselves may be an act: it is no suggestion that waits for an answer.
            when = f" ({said.when.in_words})" if said.when and said.when.first else ""
            whose = _(", of {plain}", plain=WHO[said.by].plain) if said.by in WHO else ""
            says = _("On record{whose}: {said}{when}.", whose=whose, said=in_quotes(said.said), when=when)
        else:
            says = _(
                "{who} said: {said}.{outcome}",
                who=_who(said.by),
                said=in_quotes(said.said),
                outcome=_outcome(ANSWERED, said.answer, said.note),
            )
        yield OTHER_ANSWERS, f"{says}{reason}{_differs(said)}{_noted(said)}", _is_shown(case, said), (
            "influence", "log", "entries", n,
        )  # fmt: skip
    in_the_log = [_words(said.said) for said in _entries(case, "influence.log") if said.said]
    for stage in STAGES:
        for n, span in enumerate(case.stage(stage) or ()):
            if (
                span.said
                and not any(_words(span.said) <= there for there in in_the_log)
                and span.status != "planned"
                and case.in_place(span) is not False
            ):
                yield OTHER_ANSWERS, _("{titles}: people said {said}.", titles=titles.get(stage, stage), said=in_quotes(span.said)), _is_shown(case, span), (
                    "stages", stage, n,
                )  # fmt: skip


_NOT_ASKED = ("on their own", "in public")
_LITTLE = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "be",
        "for",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "our",
        "that",
        "the",
        "their",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "was",
        "we",
        "were",
    ]
)


def _words(text: str) -> frozenset[str]:
    """The words of a text that carry it: what the log tells again in a few words more is told once."""
    return frozenset(re.findall(r"\w+", text.casefold())) - _LITTLE


_WHAT_HARM = {
    "used otherwise than agreed": _("Used in another way than agreed"),
    "agreement undone": _("An agreement was undone without people"),
    "harm": _("Somebody was harmed"),
}


def _harm(case: Case) -> Iterator[_Row]:
    """Every harm and every broken agreement that the file tells, by whose word, and what was done about it."""
    for n, harm in enumerate(_entries(case, "care.harm")):
        if case.happened(harm.when) is False:
            continue
        what = f"{_WHAT_HARM.get(harm.kind or '', _('Something went wrong for people'))}: {in_quotes(harm.what)}."
        whose = [says for one in harm.said_by or () if (says := _says(one))]
        says = "".join(_(" {whose} so.", whose=says) for says in whose) or _(" Who says so is not told.")
        differs = _differs(harm)
        if others_alone(harm.done_by):
            says += _(" Others did it, and not this work.")
        elif "outside the team" in (harm.done_by or ()) and anybody(harm.done_by):
            says += _(" Others had a part in it.")
        yield (
            HARM,
            f"{what}{says}{differs}{_put_right(case, harm)}{_asked_for(harm)}{_noted(harm)}",
            _is_shown(case, harm),
            ("care", "harm", "entries", n),
        )


def _asked_for(harm: Any) -> str:
    """What those concerned ask for, and what was done or is to be done, in the words of the file."""
    asked = _(" They ask for: {asked_for}.", asked_for=in_quotes(harm.asked_for)) if told(harm.asked_for) else ""
    repair = harm.repair
    if repair is None or repair.answer == "no" or not told(repair.what):
        return asked
    planned = repair.status == "planned"
    done = (
        _(" What is planned: {what}.", what=in_quotes(repair.what))
        if planned
        else _(" What was done: {what}.", what=in_quotes(repair.what))
    )
    return f"{asked}{done}"


def _put_right(case: Case, harm: Any) -> str:
    """What became of a harm: whether it was put right, with whom, or whether anybody answered."""
    repair = harm.repair
    if mended(case, harm):
        return _(" It was put right, and they agreed.")
    if repair is not None and repair.answer == "no":
        return _(" It was not put right.")
    if repair is not None and repair.status == "planned":
        return _(" It is planned to put it right.")
    if repair is not None and case.in_place(repair):
        return _(" Something was done to put it right. Whether they agreed is not told.")
    if was_answered(harm):
        if says_only_yes(harm.answered):
            return _(" Those in charge have answered.")
        return _(" Those in charge answered: {answered}.", answered=in_quotes(harm.answered))
    return "" if was_answered(harm) is None else _(" Those in charge have not answered.")


def _promises(case: Case) -> Iterator[_Row]:
    """The public promises of a say that were not kept, or only in part."""
    for n, promise in enumerate(_entries(case, "project.promises")):
        if promise.kept in KEPT and promise.kept != "yes":
            differs = _differs(promise)
            yield PROMISED, _("This was promised: {what}. {plain}{differs}", what=in_quotes(promise.what), plain=KEPT[promise.kept].plain, differs=differs), _is_shown(case, promise), (
                "project", "promises", n,
            )  # fmt: skip


def _kept(case: Case) -> Iterator[_Row]:
    """The public promises that were kept: they are told as well as those that were not."""
    for n, promise in enumerate(_entries(case, "project.promises")):
        if promise.kept == "yes" and not promise.disputed:
            says = _("This was promised, and it was kept: {what}.", what=in_quotes(promise.what))
            yield KEPT_PROMISE, says, _is_shown(case, promise), ("project", "promises", n)


def _out_of_reach(case: Case) -> Iterator[_Row]:
    """Who cannot reach or use what the work makes."""
    reach = case.at("voices.reach")
    groups = [" ".join(group.split()) for group in (reach.out_of_reach_for or () if reach else ()) if told(group)]
    if reach is None or not groups:
        return
    changed = _(" That was changed later.") if case.happened(reach.changed) else ""
    says = _(
        "Who cannot reach or use what the work makes: {groups}.{changed}",
        groups="; ".join(groups).rstrip("."),
        changed=changed,
    )
    yield OUT_OF_REACH, says, _is_shown(case, reach), ("voices", "reach", "out_of_reach_for")


def _studied(case: Case) -> Iterator[_Row]:
    """Who makes up those whom the work studies."""
    if groups := groups_studied(case):
        says = _("Those whom the work studies: {groups}.", groups="; ".join(groups).rstrip("."))
        yield STUDIED, says, _is_shown(case, case.project.voices), ("voices", "studied")


_THEY_WERE_HEARD = {
    "yes": _("they were heard"), "no": _("they were not heard"), "split": _("some of them were heard and others were not"),
}  # fmt: skip


_OWN_WORD = (_("People who take part"), _("People whom"))


def _heard(case: Case) -> Iterator[_Row]:
    """Whether people were heard, and by whose word: theirs first."""
    rows: list[_Row] = []
    said: list[tuple[Any, str | None, str | None, Path]] = [
        (one, one.answer, by, ("influence", "heard", n))
        for n, one in enumerate(_entries(case, "influence.heard"))
        for by in one.said_by or (None,)
    ]
    past: set[Path] = set()
    for n, one in enumerate(_entries(case, "findings")):
        place: Path = ("findings", "entries", n)
        later = [((*place, "overturned_by", k), ruling) for k, ruling in rulings(one, case.date)]
        course = [(place, one), *later]
        said += [(found, found.heard, by, at) for at, found in course for by in found.by or (None,)]
        past |= {at for at, _found in course[:-1]}
    for heard, answer, by, path in said:
        theirs = by in ("contributors", "people served")
        words = (_THEY_WERE_HEARD if theirs else WERE_HEARD).get(answer or "")
        if not words or case.happened(heard.when) is False:
            continue
        words += heard_by(heard.heard_by, answer, plain=True)
        whose = _says(by) or _("Somebody says")
        when = f" ({heard.when.in_words})" if heard.when and heard.when.first else ""
        answered = ""
        if path in past:
            answered = f" {OVERTURNED}"
        elif answer == "no" and getattr(heard, "answered", None) is not None:
            answered = (
                _(" Those in charge have answered.") if case.happened(heard.answered)
                else _(" Nobody has answered them.") if heard.answered.happened is False and heard.answered.first is None else ""
            )  # fmt: skip
        says, differs = _("{whose} that {words}{when}.", whose=whose, words=words, when=when), _differs(heard)
        if path[0] == "influence":
            differs += _noted(heard)  # it may say who of them, where others say something else
        alike = next((n for n, row in enumerate(rows) if row[1].startswith(says)), None)
        if alike is None:
            rows.append((HEARD, f"{says}{answered}{differs}", _is_shown(case, heard), path))
        elif differs not in rows[alike][1]:
            rows[alike] = (HEARD, f"{rows[alike][1]}{differs}", *rows[alike][2:])
    days = {path: heard.when.first for heard, *_, path in said if heard.when and heard.when.first}
    # That people were not heard is never what a page cuts for want of room; of the rest, what they said last.
    rows.sort(key=lambda row: days.get(row[3], dt.date.min), reverse=True)
    yield from sorted(
        rows, key=lambda row: (not row[1].startswith(_OWN_WORD), OVERTURNED in row[1], _("not heard") not in row[1])
    )


_ROLE_WILL_BE = {
    "informed": _("people will be told"), "consulted": _("people will be asked"), "consulted or involved": _("people will be asked, or take part"), "involved": _("people will take part and get answers"),
    "involved or decided together": _("people will take part, or decide together with the team"),
    "decided together": _("people and the team will decide together"), "led": _("people whom the work is about will decide"),
}  # fmt: skip
"""What a role is to be, where it is planned, with what the format means by it: never as if it were so already, or had been."""
_ROLE_WAS_TO_BE = {
    "informed": _("people were to be told"), "consulted": _("people were to be asked"), "consulted or involved": _("people were to be asked, or to take part"), "involved": _("people were to take part and get answers"),
    "involved or decided together": _("people were to take part, or to decide together with the team"),
    "decided together": _("people and the team were to decide together"), "led": _("people whom the work is about were to decide"),
}  # fmt: skip


def _plans(case: Case, titles: dict[str, str]) -> Iterator[_Row]:
    """What part people are to have in the work, and what they are to hear; of a plan whose day has passed, that it has."""
    for stage in STAGES:
        for n, span in enumerate(case.stage(stage) or ()):
            if span.status == "planned" and span.role in _ROLE_WILL_BE:
                role = (_ROLE_WAS_TO_BE if case.phase == "finished" else _ROLE_WILL_BE)[span.role]
                says = f"{titles.get(stage, stage)}{_who_of(span)}: {role}."
                yield (
                    PLANNED,
                    f"{says}{_by_when(case, span)}{_noted(span)}",
                    _is_shown(case, span),
                    ("stages", stage, n),
                )
    feedback = case.at("influence.feedback")
    if feedback is not None and feedback.status == "planned" and feedback.answer != "no":
        are = _("were to be") if case.phase == "finished" else _("are")
        says = _(
            "Afterwards: people {are} told {hear}.",
            are=are,
            hear=_HEAR.get((*(feedback.kinds or ()), "")[0], _("what came of it")),
        )
        yield (
            PLANNED,
            f"{says}{_by_when(case, feedback)}{_noted(feedback)}",
            _is_shown(case, feedback),
            ("influence", "feedback"),
        )


_HEAR = {
    "results": _("what was found"),
    "progress": _("how the work goes"),
    "thanks": _("thank you"),
    "what changed": "what changed",
}


def _by_when(case: Case, planned: Any) -> str:
    """For when something is planned, whether that day has passed, and who sees to it."""
    when = planned.when or planned.since
    owner = _(" Who sees to it: {owner}.", owner=planned.owner) if planned.owner else ""
    if case.cancelled:
        return (
            _(" The work was cancelled.")
            if planned.note
            else _(" The work was cancelled. Whether this still comes is not told.")
        )
    if case.overdue(planned) or case.phase == "finished":
        day = _(" It was planned for {when}.", when=when.in_words) if when else ""
        return f"{day}" if planned.note else _("{day} Whether it came is not told.", day=day)
    if when is None or not when.text or when.happened is False:
        return _(" No day is set.{owner}", owner=owner)
    return _(" When: {when}.{owner}", when=when.in_words, owner=owner)


# --- what part people have -------------------------------------------------------------------------

_IN_PART = {**ROLE_IS, "none": _("nobody whom it is about takes part")}
_POSTS = {"other": _("another post")}
_MAY = {
    "decides": _("this group decides"), "advises": _("this group gives advice"), "consulted": _("this group is asked"),
    "informed": _("this group is told"),
}  # fmt: skip
_VOTES = {
    "equal": _("people who take part have an equal vote"), "some": _("people who take part have some votes"),
    "yes": _("people who take part vote"),
    "none": _("people who take part have no vote"),
}  # fmt: skip
_CHAIR = {
    "contributor": _("somebody who takes part chairs it"),
    "shared": _("they share the chair"),
}


def _who_of(span: Any) -> str:
    """Whom an entry speaks of, in brackets: in the words of the file, or how many they are."""
    many = (
        (
            _("{people} person", people=span.people.text)
            if span.people.high == 1
            else _("{people} people", people=span.people.text)
        )
        if span.people is not None
        else ""
    )
    who = ", ".join(filter(None, (" ".join((span.who or "").split()), many)))
    return f" ({who})" if who else ""


def _time_of(span: Any) -> str:
    """When, where people had one part at one time and another at another."""
    times = (("", span.when), (_("since "), span.since), (_("until "), span.until))
    says = ", ".join(f"{of}{time.in_words}" for of, time in times if time is not None and time.first is not None)
    return f", {says}" if says else ""


def _is_so(case: Case, practice: Any) -> bool:
    """Whether something is told to be so, or to have been: no plan, no rule on paper, no aim."""
    return (
        practice.status not in ("planned", "policy", "aim")
        and practice.answer != "no"
        and case.in_place(practice) is not False
    )


def _when_it_was(practice: Practice, says: str) -> str:
    """What is told of a part or a group in the tense of its own time: in work that goes on, one may be over."""
    return told_in_the_past(says) if practice.status in ("done", "stopped") else says


def _part(case: Case, titles: dict[str, str]) -> Iterator[_Row]:
    """What part people have in the work: the organisations of theirs that run it, posts, pieces of the work, groups and the last word."""
    theirs = [
        (("organisations", name), one, one.name or name.replace("_", " "))
        for name, one in (case.told.organisations or {}).items()
        if one.governed_by == "people affected" and "runs" in (one.does or ()) and _is_so(case, one)
    ]
    yield from _together(case, _("People whom the work affects run it, in an organisation of their own"), theirs)
    users = [
        (("organisations", name), one, one.name or name.replace("_", " "))
        for name, one in (case.told.organisations or {}).items()
        if "uses results" in (one.does or ()) and _is_so(case, one)
    ]
    yield from _together(case, _("What came of the work was taken up by others"), users)
    posts = [
        (
            ("power", "leadership", n),
            post,
            (
                _("{posts} (ended)", posts=_POSTS.get(post.role, post.role))
                if post.status == "stopped"
                else f"{_POSTS.get(post.role, post.role)}"
            ),
        )
        for n, post in enumerate(_entries(case, "power.leadership"))
        if post.role and post.status not in ("planned", "policy") and case.happened(post.when) is not False
    ]
    yield from _together(case, _("Posts that people who take part hold"), posts)
    spans = [(stage, n, span) for stage in STAGES for n, span in enumerate(_entries(case, f"stages.{stage}"))]
    # The largest part first, and last of what no part is told.
    for stage, n, span in sorted(
        spans, key=lambda row: -(role_at_most(row[2].role) or 0) if row[2].role in _IN_PART else 1
    ):
        if not _is_so(case, span):
            continue
        title = f"{titles.get(stage, stage)}{_who_of(span)}{_time_of(span)}"
        if span.role in _IN_PART:
            in_part = _when_it_was(span, _IN_PART[span.role])
            says = (
                _(
                    "{title}: {in_part}. That has ended.{noted}",
                    title=title,
                    in_part=in_part,
                    noted=_noted(span),
                )
                if span.status == "stopped"
                else f"{title}: {in_part}.{_noted(span)}"
            )
        elif span.note:
            says = f"{title}: {in_quotes(span.note)}."
        else:
            continue
        yield PART, f"{says}{_differs(span)}", _is_shown(case, span), ("stages", stage, n)
    for name, room in (case.told.rooms or {}).items():
        tells = [
            t for t in (_MAY.get(room.power or ""), _VOTES.get(room.votes or ""), _CHAIR.get(room.chair or "")) if t
        ]
        if never_met(room):
            tells = [_("this group has never met")]
        if room.contributors is not None and room.contributors.high == 0:
            tells.append(_("nobody sits in it whom the work affects"))
        if _is_so(case, room) and (tells or room.note):
            title = capital(room.name or name.replace("_", " "))
            says = (
                f"{title}: {_when_it_was(room, '; '.join(tells))}.{_differs(room)}{_noted(room)}"
                if tells
                else f"{title}: {in_quotes(room.note or '')}.{_differs(room)}"
            )
            yield PART, says, _is_shown(case, room), ("rooms", name)
    final = case.told.power.final_say if case.told.power is not None else None
    last_word = list(
        dict.fromkeys(WHO[who].plain for who in (final.who or () if final is not None else ()) if who in WHO)
    )
    if final is not None and last_word:
        yield (
            PART,
            _(
                "Who has the last word: {deciders}.{noted}{differs}",
                deciders=listed(last_word),
                noted=_noted(final),
                differs=_differs(final),
            ),
            _is_shown(case, final),
            ("power", "final_say"),
        )


def _together(case: Case, says: str, entries: Sequence[tuple[Path, Any, str]]) -> Iterator[_Row]:
    """Entries of one kind in one sentence, with what the file adds to each."""
    if entries:
        notes = "; ".join(dict.fromkeys(in_quotes(one.note) for __, one, ___ in entries if one.note))
        more = (_(" The file adds: {note}.", note=notes) if notes else "") + "".join(
            _differs(one) for __, one, ___ in entries
        )
        names = "; ".join(dict.fromkeys(name for __, ___, name in entries))
        yield PART, f"{says}: {names}.{more}", all(_is_shown(case, one) for __, one, ___ in entries), entries[0][0]


def _ended(case: Case) -> Iterator[_Row]:
    """That the work was ended or paused, by whom and why: it may be what people's word came to."""
    if not (case.paused or case.cancelled):
        return
    for path, stopped in case.stops:
        last = path == case.stops[-1][0]
        yield _stop(case, stopped, path, ended=case.cancelled and last, dated=len(case.stops) > 1)


def _stop(case: Case, stopped: Stopped, path: Path, *, ended: bool, dated: bool) -> _Row:
    """One time at which the work was ended or paused; with its day where there was more than one."""
    day = f" ({stopped.when.in_words})" if dated and stopped.when is not None and stopped.when.first else ""
    did = who_did(stopped.by, plain=True)
    by = _(" by {plain}", plain=did) if did else ""
    agreed = {"yes": _(" People who take part agreed."), "no": _(" People who take part had not agreed.")}.get(
        stopped.agreed or "", ""
    )
    return (
        ENDED,
        (
            _("The work was ended{by}{day} before it was done.", by=by, day=day)
            if ended
            else _("The work was paused{by}{day}.", by=by, day=day)
        )
        + f"{_reason(stopped.reason)}{agreed}{_noted(stopped)}",
        _is_shown(case, stopped),
        path,
    )


def _looked_back(case: Case) -> Iterator[_Row]:
    """What went well and what went badly, in the words of those who looked back."""
    by: dict[str, tuple[list[str], bool, Path]] = {}
    for n, look in enumerate(_entries(case, "influence.reflections")):
        if case.happened(look.when) is False:
            continue
        who = listed(dict.fromkeys(WHO[by].plain for by in look.who or () if by in WHO))
        when = f" ({look.when.in_words})" if look.when and look.when.first else ""
        says = (
            _(" What went well: {well}.", well=in_quotes(look.well)) if told(look.well) else "",
            _(" What went badly: {badly}.", badly=in_quotes(look.badly)) if told(look.badly) else "",
            _(" What is done differently: {action}.", action=in_quotes(look.action)) if told(look.action) else "",
        )
        if any(says):
            whose = _("by the word of {who}", who=who) if who else _("and who says so is not told")
            every, __, ___ = by.setdefault(
                _("Looking back{when}, {whose}.", when=when, whose=whose),
                ([], _is_shown(case, look), ("influence", "reflections", n)),
            )
            every.append(f"{''.join(says)}{_differs(look)}{_noted(look)}")
    for whose, (every, shown, path) in by.items():
        yield LOOKED_BACK, f"{whose}{''.join(every)}", shown, path


_AHEAD = {
    "planned": _("This is planned: "), "policy": _("This is a rule on paper: "), "aim": _("This is an aim: "),
    "stopped": _("This was so, and was stopped: "),
}  # fmt: skip
_SAID: dict[str, dict[str, str]] = {
    "reward.pay.offered": {
        "all": _("Everybody who takes part is offered pay."), "some": _("Some who take part are offered pay."),
        "none": _("Nobody who takes part is offered pay."),
    },
    "reward.pay.unpaid_by_choice": {"yes": _("Those who are not paid chose so freely."), "no": _("Those who are not paid did not choose so.")},
    "reward.pay.staff_paid": {"yes": _("Others in the team are paid for the same work."), "no": _("Nobody in the team is paid for this work.")},
    "reward.pay.preparation": {"paid": _("Reading and getting ready is paid too."), "unpaid": _("Reading and getting ready is not paid.")},
    "reward.pay.told_in_advance": {"yes": _("People know about pay before they say yes."), "no": _("People do not know about pay before they say yes.")},
    "reward.pay.set_with_contributors": {"yes": _("People who take part had a say in the rate."), "no": _("People who take part had no say in the rate.")},
    "reward.expenses.paid": {
        "up front": _("What it costs to come is booked or paid first."), "on the day": _("What it costs to come is paid on the day."),
        "in arrears": _("What it costs to come is paid back later."), "none": _("What it costs to come is not paid."),
    },
    "reward.expenses.denied": {"yes": _("Somebody was refused the money for what it cost to come.")},
    "reward.choice.benefits_advice": {
        "none": _("There is no help with the question of pay and benefits."), "pointed elsewhere": _("People are told where to ask about pay and benefits."),
        "independent advice": _("Somebody outside the team helps with pay and benefits."),
    },
    "reward.budget.seen_by_contributors": {"yes": _("People who take part have seen this budget."), "no": _("People who take part have not seen this budget.")},
    "reward.lead.named": {"yes": _("Somebody leads on how people take part."), "no": _("Nobody leads on how people take part."),
                          "to be appointed": _("Somebody who leads on how people take part is still to be found.")},
    "care.plan": {"yes": _("There is a plan for days when it gets hard."), "no": _("There is no plan for days when it gets hard.")},
    "care.support": {"yes": _("Somebody is there for people who take part."), "no": _("Nobody is there for people who take part.")},
    "care.support.before": {"yes": _("There is a talk before a meeting.")},
    "care.support.during": {"yes": _("Somebody is there during a meeting.")},
    "care.support.after": {"yes": _("Somebody asks people after a meeting how they are."), "no": _("Nobody asks people after a meeting how they are.")},
    "care.leaving": {"yes": _("There is a way to leave, to rest or to complain."), "no": _("There is no way to leave, to rest or to complain.")},
    "care.leaving.written": {"no": _("It is not written down how.")},
    "care.leaving.independent_contact": {"yes": _("Somebody outside the team is there to turn to."), "no": _("Nobody outside the team is there to turn to.")},
    "power.disagreement.route": {"independent route": _("Somebody who disagrees can turn to somebody outside the team.")},
}  # fmt: skip
"""One sentence for each answer that can be told so; `yes` and `no` of a practice say whether it is there."""


def _line(case: Case, about: str, place: str, says: str = "", *, now: bool = False) -> Iterator[_Row]:
    """A sentence for one answer, with what is told of whether it happens (unless it is so `now`); nothing where nothing is told."""
    practice = case.at(".".join(place.split(".")[:2]))
    if practice is None:
        return
    if not says:
        answer = case.at(place)
        says = _SAID[place].get("yes" if practice is answer and is_there(answer) else _word(answer), "")
    if not says:
        return
    ahead = _AHEAD.get(practice.status or "", "")
    if practice.status == "planned" and (case.overdue(practice) or case.phase == "finished"):
        ahead = _("This was planned, and is not told to be so: ")
    elif practice.status in ("ongoing", "done") and case.in_place(practice) is False:
        ahead = _AHEAD["planned"]  # its day is still to come
    elif practice.answer != "no" and not _is_none(practice) and case.in_place(practice) is None and not ahead:
        ahead = _("It is not told whether this is so yet: ")
        if is_over(case):
            ahead = _("It is not told whether this was so: ")
    yield (
        about,
        says if now else f"{ahead}{says[0].lower()}{says[1:]}" if ahead else says,
        _is_shown(case, practice),
        tuple(place.split(".")),
    )


def _is_none(practice: Any) -> bool:
    """Whether it is told that nobody is offered pay, or that no costs are paid: what is not there needs no word on whether it happens."""
    return "none" in (getattr(practice, "offered", None), getattr(practice, "paid", None))


def is_there(practice: Any) -> bool:
    """Whether a practice is told to be there, or to be meant to be: not where all that is told of it is a no."""
    if practice.answer == "yes":
        return True
    details = [
        value
        for name, value in vars(practice).items()
        if name not in _ABOUT_A_PRACTICE and value not in (None, "unknown")
    ]
    return practice.status not in (None, "unknown") and not (
        details and all(value in ("no", "none", ()) for value in details)
    )


_ABOUT_A_PRACTICE = frozenset(name for cls in Practice.__mro__ for name in getattr(cls, "__annotations__", ()))
"""What is told of any practice, beside its details."""


def _word(answer: Any) -> str:
    """The answer at a place as a word; that of a practice is whether there is one."""
    return str(getattr(answer, "answer", answer) or "") if answer is not None else ""


_COVERS = {
    "care": _("care for somebody at home"), "internet": _("going online"), "support person": _("somebody who comes along"),
    "accommodation": _("a place to stay"), "other": _("other costs"),
}  # fmt: skip


def _expenses_say(case: Case) -> str:
    """Whether what it costs to come is paid, how, and what of it; empty where nothing is told."""
    expenses = case.at("reward.expenses")
    if expenses is None:
        return ""
    paid = _SAID["reward.expenses.paid"]
    says = paid.get(expenses.paid or "", "")
    if not says and (expenses.answer == "no" or expenses.covers == ()):
        says = paid["none"]
    covers = [_COVERS.get(one, one) for one in expenses.covers or ()]
    if not says and (covers or (expenses.answer == "yes" or expenses.status in ("done", "ongoing", "planned"))):
        says = _("What it costs to come is paid.")
    if not covers or says == paid["none"]:
        return says
    return f"{says[:-1]} ({listed(covers)})."


_BARE = r"(?<![\d.,'’])\d{4,}(?=\.\d{1,2}(?!\d)|(?![\d.,'’]\d|\d))"


def as_people_write(money: str) -> str:
    """An amount with commas between its thousands, where it was typed without; everything else as it was typed.

    >>> as_people_write("about 250000 EUR"), as_people_write("86.24 per day"), as_people_write("18.000,50")
    ('about 250,000 EUR', '86.24 per day', '18.000,50')
    """
    return re.sub(_BARE, lambda digits: f"{int(digits.group()):,}", " ".join(money.split()))


def _pay(case: Case) -> Iterator[_Row]:
    yield from _line(case, PAY, "reward.pay.offered")
    pay = case.at("reward.pay")
    if pay is not None and (pay.offered == "unknown" or pay.answer == "unknown"):
        yield PAY, _("It was asked whether people are paid, and nobody knows."), True, ("reward", "pay")
    if pay is not None and pay.note:
        yield PAY, _("Of pay the file says: {note}.", note=in_quotes(pay.note)), _is_shown(case, pay), ("reward", "pay")
    if pay is not None and pay.offered is None and pay.answer == "no":
        yield PAY, _("Nobody who takes part is offered pay."), _is_shown(case, pay), ("reward", "pay")
    if pay is not None and pay.rate is not None and pay.rate.amount:
        yield from _line(
            case,
            PAY,
            "reward.pay.rate",
            _("The rate is {as_people_write}.", as_people_write=as_people_write(pay.rate.text)),
        )
    if pay is not None and pay.at_or_above_benchmark in ("yes", "no"):
        how = _("at least") if pay.at_or_above_benchmark == "yes" else _("less than")
        rate = (
            _("what a published rate says ({split})", split=" ".join(pay.benchmark.split()))
            if pay.benchmark
            else _("a published rate")
        )
        yield from _line(case, PAY, "reward.pay.at_or_above_benchmark", _("That is {how} {rate}.", how=how, rate=rate))
    for name in ("unpaid_by_choice", "staff_paid", "preparation", "told_in_advance", "set_with_contributors"):
        # What the others earn says something only beside people who are not paid.
        if name != "staff_paid" or (pay is not None and pay.offered in ("none", "some")):
            yield from _line(case, PAY, f"reward.pay.{name}")
    yield from _line(case, PAY, "reward.expenses.paid", _expenses_say(case))
    yield from _line(case, PAY, "reward.expenses.denied")
    yield from _line(case, PAY, "reward.choice.benefits_advice")
    budget = case.at("reward.budget")
    if budget is not None and budget.amount is not None and budget.amount.amount:
        text = as_people_write(budget.amount.text)
        yield from _line(
            case, PAY, "reward.budget.amount", _("There is a budget for how people take part: {text}.", text=text)
        )
    elif budget is not None and budget.answer == "no":
        yield (
            PAY,
            _("There is no money set aside for how people take part."),
            _is_shown(case, budget),
            ("reward", "budget"),
        )
    if budget is not None and budget.amount is not None:
        yield from _line(case, PAY, "reward.budget.seen_by_contributors", now=True)


def _support(case: Case) -> Iterator[_Row]:
    lead = case.at("reward.lead")
    if lead is not None and lead.named is None and lead.answer == "no":
        says = _SAID["reward.lead.named"]["no"]
        yield SUPPORT, says, _is_shown(case, lead), ("reward", "lead")
    yield from _line(case, SUPPORT, "reward.lead.named")
    support = case.at("care.support")
    if support is not None and support.answer == "unknown":
        yield SUPPORT, _("It was asked who is there for people, and nobody knows."), True, ("care", "support")
    yield from _line(case, SUPPORT, "care.support")
    for name in ("before", "during", "after"):
        if support is not None:
            yield from _line(case, SUPPORT, f"care.support.{name}")
    yield from _line(case, SUPPORT, "care.plan")
    yield from _line(case, SUPPORT, "care.leaving")
    for name in ("written", "independent_contact"):
        yield from _line(case, SUPPORT, f"care.leaving.{name}")
    yield from _line(case, APART, "power.disagreement.route")


# --- what something is about ----------------------------------------------------------------------

_SUBJECTS = ("said", "what", "group")
MOST_SUBJECTS = 3


def subjects(case: Case, where: Iterable[Path]) -> tuple[str, ...]:
    """What the entries at these places are about, in the words of the file, so that a question can stand without its lines."""
    found: dict[str, None] = {}
    for path in where:
        entry = case.at(path) if path[:1] != ("views",) else None
        text = next((t for name in _SUBJECTS if isinstance(t := getattr(entry, name, None), str)), "")
        if text.strip():
            found[" ".join(text.split())] = None
    return tuple(found)[:MOST_SUBJECTS]
