"""The promises of a project file, and what became of them in a later one.

A promise is whatever the file says will be: `planned`, a post or a lead still to be found, a say that is announced, a
public promise of which nobody has said yet whether it was kept, something left for later, and every day that lies
ahead. Nothing counts as kept because it is not there any more, or because its day has passed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from involve_audit.compare.pairs import Pairs, Partner, identity
from involve_audit.language import _
from involve_audit.project.fields import Told, annotation
from involve_audit.project.influence import Said
from involve_audit.project.model import KeyDates, Promise
from involve_audit.project.people import ROLE_WORDS, Organisation, Room, Source, Stage
from involve_audit.project.power import Decision, Leader
from involve_audit.project.practice import Practice, names_deciders
from involve_audit.project.references import parts
from involve_audit.project.reward import Lead
from involve_audit.project.values import NONE, Count, Dates, Money, Period
from involve_audit.project.voices import Action, Missing
from involve_audit.results.comparison import BROKEN, DELETED, IN_PART, KEPT, LATE, MOVED, OPEN, UNCLEAR
from involve_audit.wording.entry_words import who_did

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case

ASKS = {
    DELETED: _("What became of it, and who of those it was promised to was told?"),
    BROKEN: _("Who was told that it does not come, and with what reason?"),
    LATE: _("What stands in its way, and what do those it was promised to know of it?"),
    IN_PART: _("Do those it was promised to see it as kept?"),
    MOVED: _("Who changed the plan, and did contributors have a say in it?"),
    UNCLEAR: _("Was it done? Who can say?"),
    OPEN: "",
    KEPT: "",
}
"""The question for the group, by what became of a promise."""

_ORDERS: dict[str, tuple[str, ...]] = {
    "role": ROLE_WORDS,
    "power": ("informed", "consulted", "advises", "decides"),
    "votes": ("none", "some", "equal"),
    "offered": ("none", "some", "all"),
    "preparation": ("unpaid", "paid"),
    "named": ("no", "to be appointed", "yes"),
}
"""Fields in which more than was promised is no less than it."""
_NOTHING = {"role": _("nobody has a part in it"), "offered": _("nobody is paid")}
"""Fields in which `none` takes the whole promise back, with what it says."""
_NOT_COMPARED = frozenset(Practice.questions) | {"wished_role", "names", "became", "kept"}
_COUNTS_OF_THINGS = frozenset(
    {
        "working_days",
        "within_days",
        "days_to_pay",
        "decision_points",
        "meetings",
        "planned_meetings",
        "hours_each",
        "times",
    }
)
"""Counts that may be set beside each other. All others count people, and two dates would show who came or went."""
_DAYS_OF_THE_WORK = frozenset({"design_locked", "benchmark_date", "date", "when", "since", "until", "decided"})
"""Days that are no promise to anybody, or belong to the practice around them."""

_PAID_BY = re.compile(r"half[ -]day|\b(?:minute|hour|day|week|month|year|meeting|session)")
"""For what an amount is paid, by its first word for a time; where none is told, amounts are compared as they stand."""


@dataclass(frozen=True)
class PromiseMade:
    """A promise as it stands in a file.

    Attributes:
        path: where.
        id: the same by names.
        what: what is promised, in words.
        due: for when; None where no day is told.
        part: what stands there.
        day: the field with a day that lies ahead; empty where the part as a whole is promised.
    """

    path: Path
    id: str
    what: str
    due: Dates | None
    part: Any
    day: str = ""


@dataclass(frozen=True)
class PromiseOutcome:
    """What became of a promise.

    Attributes:
        path: where it stands in the later file; None where it is gone.
    """

    outcome: str
    says: str
    path: Path | None = None
    moved_from: str = ""
    moved_to: str = ""
    differs: tuple[str, ...] = ()


# --- what is promised ------------------------------------------------------------------------------


def promises(case: Case) -> tuple[PromiseMade, ...]:
    """Every promise of a file as of a day, in the order of the file."""
    return tuple(_each(case))


def _each(case: Case) -> Iterator[PromiseMade]:
    project = case.project
    for path, part in parts(project):
        if path[:2] == ("voices", "rooms") or path[:1] in (("views",), ("findings",), ("sources",), ("filled_in",)):
            continue
        if isinstance(part, (KeyDates, Source)):
            continue
        if _promised(case, part):
            yield PromiseMade(path, identity(project, path), _what(case, path, part), _due(part), part)
        for name in part.questions:
            value = getattr(part, name)
            if isinstance(value, Dates) and name not in _DAYS_OF_THE_WORK and _ahead(case, value):
                about = identity(project, path)
                # A day of a whole section is about nothing narrower.
                of = (
                    f"{_what(case, path, part)}: {_meaning(part, name, short=True)}"
                    if len(path) > 1
                    else _meaning(part, name)
                )
                yield PromiseMade((*path, name), f"{about}.{name}", of, value, part, name)


def _promised(case: Case, part: Told) -> bool:
    """Whether a part as a whole says of itself that it is still to come, or leaves open what came of it."""
    if isinstance(part, Lead) and part.named == "to be appointed" and part.answer != "no":
        return True
    if isinstance(part, Practice):
        there = part.status in ("done", "ongoing") or (part.status is None and part.answer == "yes")
        return part.status == "planned" or (there and _ahead(case, part.since or part.when))
    if isinstance(part, Leader):
        return part.status == "planned"
    if isinstance(part, Decision):
        if part.became in ("done", "partly", "set aside"):
            return False
        return part.became == "under way" or part.announced_as in ("binding", "binding if") or _ahead(case, part.when)
    if isinstance(part, Promise):
        return part.kept in (None, "unknown")
    return isinstance(part, Said) and part.answer == "put off"


def _due(part: Told) -> Dates | None:
    """For when something is promised. The day of a public promise, or of a saying, is the day on which it was said."""
    if isinstance(part, Practice):
        return part.when or part.since
    return part.when if isinstance(part, (Leader, Decision)) else None


def _ahead(case: Case, when: Dates | None) -> bool:
    """Whether a day lies ahead."""
    if when is None or when.happened is not True:
        return False
    days = case.days(when) if when.months is not None else None
    first = days[0] if days is not None else when.first
    return first is not None and first > case.date


def _what(case: Case, path: Path, part: Told) -> str:
    """What a part is about, in words."""
    if isinstance(part, Stage):
        return f"{str(path[1]).capitalize()}: {part.role if part.role not in (None, 'unknown') else _('a part for contributors')}"
    if isinstance(part, Room):
        does = f" ({part.power})" if part.power not in (None, "unknown") else ""
        return _("A room: {part}{does}", part=part.name or str(path[-1]).replace("_", " "), does=does)
    if isinstance(part, Organisation):
        return _("An organisation: {part}", part=part.name or str(path[-1]).replace("_", " "))
    if isinstance(part, Action):
        gap = case.at(path[:-1])
        group = gap.group if isinstance(gap, Missing) else ""
        return _(
            "{what} (for a group that is not in the room: {group})",
            what=part.what or _("Something is done"),
            group=group,
        )
    if isinstance(part, Leader):
        return _("A post with authority for contributors: {role}", role=part.role or _("it is not told which"))
    kinds: dict[type, str] = {Decision: _("A decision"), Promise: _("A public promise"), Said: _("Left for later")}
    begins = kinds.get(type(part), "")
    for name in ("what", "said", "group"):
        told = getattr(part, name, None)
        if isinstance(told, str):
            return f"{begins}: {told}" if begins else told
    for n in range(len(path), 0, -1):
        if isinstance(path[n - 1], str) and path[n - 1] != "entries":
            return _meaning(case.at(path[: n - 1]), str(path[n - 1]))
    return ""


def _meaning(owner: Any, field: str, *, short: bool = False) -> str:
    """What a field means, from the model."""
    text = str(owner.questions[field].meaning).split(";")[0].split(". ")[0].rstrip(".")
    return text[:1].lower() + text[1:] if short else text


# --- what became of it -----------------------------------------------------------------------------


def became(made: PromiseMade, pairs: Pairs, after: Case) -> PromiseOutcome:
    """What became of a promise of the earlier file, as the later file tells it on its day."""
    partner = pairs.partner(made.path[:-1] if made.day else made.path)
    if not partner.there:
        return _gone(made, partner, pairs)
    found = _day(made, partner.part, after) if made.day else _part(made, partner.part, after)
    path = (*partner.path, made.day) if made.day else partner.path
    if partner.reworded and found.outcome in (KEPT, OPEN, IN_PART):
        # Other words may be another promise: nobody but the group can tell.
        outcome = MOVED if found.outcome == OPEN else IN_PART
        found = replace(
            found,
            outcome=outcome,
            says=_("{found} It stands there in other words.", found=found.says),
            differs=(*found.differs, f"words: {partner.reworded}"),
        )
    return replace(found, path=None if found.outcome == DELETED else path)


def _gone(made: PromiseMade, partner: Partner, pairs: Pairs) -> PromiseOutcome:
    if isinstance(made.part, Action):
        gap = pairs.partner(made.path[:-1])
        reason = gap.part.cannot_because if gap.there else None
        if reason and reason.strip().lower() not in (*NONE, "unknown"):
            return PromiseOutcome(
                BROKEN,
                _("The group is still named as missing, and it is now said that nothing can be done about it here."),
                gap.path,
            )
        if gap.there:
            return PromiseOutcome(
                DELETED,
                _(
                    "The group is still named as missing, and the plan is no longer there. Nothing says what became of it."
                ),
            )
        none = _(" The file now says that no group is missing.") if partner.told_none else ""
        return PromiseOutcome(
            DELETED,
            _(
                "The group is no longer named as missing, and the plan is gone with it.{none} Nothing says what became of it.",
                none=none,
            ),
        )
    if isinstance(made.part, Stage):
        stages = pairs.after.stages
        if stages is not None and stages.answer == "none":
            return PromiseOutcome(BROKEN, _("The file now says that nobody has a part in any stage."), ("stages",))
        if stages is not None and stages.work_has is not None and made.path[1] not in stages.work_has:
            return PromiseOutcome(
                DELETED,
                _(
                    "The file now says that the work has no such stage, and the promise is no longer in the file. Nothing says what became of it."
                ),
            )
    if partner.told_none and isinstance(made.part, (Leader, Room)):
        return PromiseOutcome(BROKEN, _("The file now says that there is none."))
    return PromiseOutcome(DELETED, _("It is no longer in the file. Nothing says whether it was done."))


def _part(made: PromiseMade, now: Any, after: Case) -> PromiseOutcome:
    if (
        isinstance(now, Lead)
        and now.named != made.part.named
        and now.status not in ("planned", "stopped")
        and now.answer != "no"
    ):
        if now.named == "yes":
            differs = _differences(made.part, now)
            return PromiseOutcome(
                IN_PART if differs else KEPT,
                (
                    _("Somebody was appointed, and not all of it is as it was promised.")
                    if differs
                    else _("Somebody was appointed.")
                ),
                differs=differs,
            )
        if now.named == "no":
            return PromiseOutcome(BROKEN, _("The file now says that there is nobody."))
    if isinstance(now, Lead) and made.part.named == "to be appointed" and now.status is None:
        if now.named in (None, "unknown"):
            return PromiseOutcome(UNCLEAR, _("It is no longer told whether anybody was appointed."))
        if now.named == "to be appointed":
            return _still(made, now.when or now.since, now, after)
    if isinstance(now, Practice):
        return _practice(made, now, after)
    if isinstance(now, Leader):
        return _leader(made, now, after)
    if isinstance(now, Decision):
        return _decision(made, now, after)
    if isinstance(now, Promise):
        told = {
            "yes": (KEPT, _("The file says that it was kept.")),
            "no": (BROKEN, _("The file says that it was not kept.")),
            "partly": (IN_PART, _("The file says that it was partly kept.")),
        }
        return PromiseOutcome(*told.get(now.kept or "", _waits(_("It is not told whether it was kept."), after)))
    answers = {
        "taken up": (KEPT, _("It was taken up.")), "partly": (IN_PART, _("It was partly taken up.")),
        "put off": _waits(_("It is still left for later."), after),
        "refused": (BROKEN, _("It was refused.")),
    }  # fmt: skip
    return PromiseOutcome(*answers.get(now.answer or "", (UNCLEAR, _("It is not told that it was answered since."))))


def _practice(made: PromiseMade, now: Practice, after: Case) -> PromiseOutcome:
    if now.answer == "no":
        return PromiseOutcome(BROKEN, _("The file now says that there is none."))
    if now.status == "stopped":
        by = _by(now.stopped_by)
        return PromiseOutcome(BROKEN, _("It was stopped{by}.", by=by))
    for field, says in _NOTHING.items():
        if getattr(now, field, None) == "none" and getattr(made.part, field, None) != "none":
            return PromiseOutcome(BROKEN, _("The file now says that {says}.", says=says))
    if now.status == "planned":
        return _still(made, now.when or now.since, now, after)
    if now.status in ("done", "ongoing") or (now.status is None and now.answer == "yes"):
        started = now.since or now.when
        if _ahead(after, started):
            return _still(made, started, now, after)
        if now == made.part:
            return PromiseOutcome(
                UNCLEAR,
                _(
                    "Its day has passed, and the entry is the one that was written before that day. Nobody has confirmed it since."
                ),
            )
        differs = _differences(made.part, now)
        if differs:
            return PromiseOutcome(
                IN_PART, _("The file says that it is done, and not all of it is as it was promised."), differs=differs
            )
        return PromiseOutcome(
            KEPT,
            _("The file says that it is going on.") if now.status == "ongoing" else _("The file says that it is done."),
        )
    weaker = {"policy": _("It is now a rule on paper; it was a plan."), "aim": _("It is now an aim; it was a plan.")}
    return PromiseOutcome(
        UNCLEAR, weaker.get(now.status or "", _("It is no longer told whether it is planned or done."))
    )


def _leader(made: PromiseMade, now: Leader, after: Case) -> PromiseOutcome:
    match now.status:
        case "planned":
            return _still(made, now.when, now, after)
        case "stopped":
            return PromiseOutcome(BROKEN, _("It was stopped."))
        case "done" | "ongoing":
            if _ahead(after, now.when):
                return _still(made, now.when, now, after)
            differs = _differences(made.part, now)
            return PromiseOutcome(
                IN_PART if differs else KEPT,
                (_("The post is held, and not as it was promised.") if differs else _("The post is held.")),
                differs=differs,
            )
    return PromiseOutcome(UNCLEAR, _("It is no longer told whether the post is planned or held."))


def _decision(made: PromiseMade, now: Decision, after: Case) -> PromiseOutcome:
    if now.became == "set aside":
        return PromiseOutcome(BROKEN, _("It was set aside{by}.", by=_by(now.set_aside_by)))
    if now.became in ("done", "partly"):
        differs = _differences(made.part, now)
        if now.became == "partly":
            return PromiseOutcome(IN_PART, _("It was partly carried out."), differs=differs)
        return PromiseOutcome(
            IN_PART if differs else KEPT,
            (_("It was carried out, and not as it was announced.") if differs else _("It was carried out.")),
            differs=differs,
        )
    if _ahead(after, now.when):
        return _still(made, now.when, now, after)
    if now.became == "under way":
        return PromiseOutcome(*_waits(_("It is still under way."), after))
    if made.due is not None and made.due.last is not None and made.due.last < after.date:
        return PromiseOutcome(UNCLEAR, _("Its day has passed, and it is not told what became of it."))
    return PromiseOutcome(*_waits(_("It is not told what became of it."), after))


def _waits(says: str, after: Case) -> tuple[str, str]:
    """What has no day of its own waits as long as the work goes on."""
    return (UNCLEAR, _("The work is finished. {says}", says=says)) if after.phase == "finished" else (OPEN, says)


def _still(made: PromiseMade, due: Dates | None, now: Any, after: Case) -> PromiseOutcome:
    """What is still to come: not due, moved, or late."""
    moved = made.due is not None and _other_day(made.due, due) and not _within(made.due, due)
    days = after.days(due)
    passed = days is not None and days[1] < after.date
    told = PromiseOutcome(
        OPEN,
        _("It is still planned, and its day has not come.")
        if due is not None
        else _("It is still planned, and no day is told."),
    )
    if moved:
        come = after.days(made.due)
        waited = _(" The day that was promised has passed.") if come is not None and come[1] < after.date else ""
        to = _("to {due}", due=due.text) if due is not None else _("and no day is told any more")
        start = (
            _("its day was moved from {day}", day=_day_text(made.due))
            if due is not None
            else _("it was planned for {day},", day=_day_text(made.due))
        )
        told = PromiseOutcome(MOVED, _("It is still planned; {start} {to}.{waited}", start=start, to=to, waited=waited))
    if passed:
        says = _(
            "Its day was moved from {day} to {day_2}, that day has passed too, and it is still planned.",
            day=_day_text(made.due),
            day_2=_day_text(due),
        )
        told = replace(told, outcome=LATE, says=says if moved else _("Its day has passed, and it is still planned."))
    elif after.phase == "finished":
        told = replace(told, outcome=LATE, says=_("The work is finished, and it is still planned."))
    differs = _differences(made.part, now)
    if differs and told.outcome == OPEN:
        told = replace(told, outcome=MOVED, says=_("It is still planned, and not all of it is as it was promised."))
    return replace(
        told,
        moved_from=_day_text(made.due) if moved else "",
        moved_to=_day_text(due) if moved and due else "",
        differs=differs,
    )


def _day(made: PromiseMade, now: Told, after: Case) -> PromiseOutcome:
    """What became of a day that lay ahead."""
    when: Dates | None = getattr(now, made.day)
    if when is None:
        return PromiseOutcome(DELETED, _("The day is no longer in the file. Nothing says whether it came about."))
    if when.happened is False:
        return PromiseOutcome(BROKEN, _("The file now says that it has not happened."))
    if when.happened is None:
        return PromiseOutcome(UNCLEAR, _("The file now says that nobody knows whether it happened."))
    if _ahead(after, when):
        return _still(replace(made, part=now), when, now, after)
    if not _other_day(made.due, when):
        return PromiseOutcome(
            UNCLEAR,
            _("The day has passed, and it is the one that was written before it. Nobody has confirmed it since."),
        )
    return PromiseOutcome(KEPT, _("The file says that it has happened: {when}.", when=when.text))


def _day_text(when: Dates | None) -> str:
    return when.text if when is not None else "no day"


def _other_day(one: Dates | None, other: Dates | None) -> bool:
    """Whether two days are told differently; other words for the same days are the same."""
    if one is None or other is None:
        return one is not other
    return (one.happened, one.terms) != (other.happened, other.terms)


def _within(wide: Dates, close: Dates | None) -> bool:
    """Whether a day only says more closely what the other one left open: June 2027, where it was 2027."""
    if close is None or wide.first is None or wide.last is None or close.first is None or close.last is None:
        return False
    return wide.first <= close.first and close.last <= wide.last


def _differences(promised: Told, now: Told) -> tuple[str, ...]:
    """What is otherwise than promised, or is not told any more; never a count of people."""
    if type(promised) is not type(now):
        return ()
    found = []
    for name in promised.questions:
        was, is_ = getattr(promised, name), getattr(now, name)
        if name in _NOT_COMPARED or was is None or was == "unknown":
            continue
        text = _difference(annotation(type(promised), name), name, was, is_)
        if text:
            found.append(f"{name.replace('_', ' ')}: {text}")
    return tuple(found)


def _by(who: tuple[str, ...] | None) -> str:
    """Who did it, behind what was done; empty where it is not told."""
    did = who_did(who) or ("circumstances" if "circumstances" in (who or ()) else "")
    return _(" by: {did}", did=did) if did else ""


def _less(was: Money, is_: Money) -> bool:
    """Whether an amount is less, or for another time: forty a day are not more than thirty an hour."""
    if was.amount is None or is_.amount is None:
        return was.amount is not None
    for_what = [found[0].replace(" ", "-") for m in (was, is_) if (found := _PAID_BY.search(m.text.lower()))]
    return is_.amount < was.amount or len(set(for_what)) > 1


def _difference(kind: Any, name: str, was: Any, is_: Any) -> str:
    """How one answer differs from what was promised; empty where it does not, or is not to be compared."""
    if isinstance(was, Count):
        if name not in _COUNTS_OF_THINGS:
            return ""
        same = isinstance(is_, Count) and (was.low, was.high) == (is_.low, is_.high)
        return "" if same else f"{was.text} → {is_.text if is_ is not None else 'not told'}"
    if isinstance(was, (Money, Period)):
        if is_ is None:
            return _("{was} → not told", was=was.text)
        less = _less(was, is_) if isinstance(was, Money) else was.days != is_.days
        return f"{was.text} → {is_.text}" if less else ""
    if isinstance(was, tuple):
        item = get_args(kind)[0] if get_origin(kind) is tuple else None
        if names_deciders(kind):
            # That others decided it too is something else than was promised.
            promised, did = who_did(was), who_did(is_)
            return "" if not promised or promised == did else f"{promised} → {did or _('not told')}"
        if get_origin(item) is not Literal and name != "rooms":
            return ""
        lacks = [w for w in was if w not in (is_ or ())]
        return (
            ""
            if not lacks
            else (
                _("{map} → not told", map=", ".join(map(str, lacks)))
                if is_ is None
                else _("{map} → not there", map=", ".join(map(str, lacks)))
            )
        )
    if not isinstance(was, str) or kind is str or was == is_:
        return ""
    order = _ORDERS.get(name, ())
    if was in order and is_ in order and order.index(is_) > order.index(was):
        return ""
    return f"{was} → {is_ if is_ not in (None, 'unknown') else 'not told'}"
