"""Facts on the signs that people were present and did not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts import views as opinions
from involve_audit.facts.answers import Answer, Path, Several, Span, both, either, opposite, some
from involve_audit.facts.impossible_parts import dated_before_people_came_in
from involve_audit.facts.influence import (
    changes_on_record,
    meetings_held,
    nothing_taken_up,
    of_those_above,
    words_on_being_heard,
)
from involve_audit.facts.registry import one_word, yes_no
from involve_audit.facts.roles import INVOLVED, Standing, standings, work_stages
from involve_audit.facts.rooms import in_use
from involve_audit.facts.timing import came_after_the_plan
from involve_audit.project.practice import AFFECTED, PLANNING, those_in_power
from involve_audit.project.values import truth
from involve_audit.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from involve_audit.facts.case import Case
    from involve_audit.project.people import Room, Stage
    from involve_audit.project.power import Decision
    from involve_audit.project.values import Dates

SEVERAL = 3
"""How many meetings are several. A choice of this tool."""


class _Word(Record):
    """Somebody's word on whether people were heard."""

    path: Path
    answer: str
    by: str | None
    when: Dates | None
    answered: Dates | None = None
    elsewhere: bool = False
    """Whether it is told only of those above the team, and whether these decide in the end is not told, or they do not."""
    may_count: bool = True
    """Whether those of whom it is told may be those who decide in the end."""


OWN = (*AFFECTED, "organisation of people affected")
"""Whose word on being heard is people's own."""


_UNNAMED = ("outside the team", "allies", "nobody")
"""Whose word on being heard is neither the team's, nor people's own, nor that of a named independent."""


def _words(case: Case) -> list[_Word]:
    return [
        _Word(place, answer, by, word.when, getattr(word, "answered", None), *of_those_above(case, word))
        for place, by, answer, word in words_on_being_heard(case)
        if answer is not None
    ]


def _places(words: Iterable[_Word]) -> tuple[Path, ...]:
    """Where these words stand, each place once: what several said together is the word of each of them."""
    return tuple(dict.fromkeys(word.path for word in words))


def _by_their_answers(case: Case, words: list[_Word]) -> list[_Word]:
    """Contributors' answers, asked apart from the team, by which most say that what people said made no difference.

    They were answered where that is told of their word that they were not heard, on no earlier day.
    """
    spoken = [w for w in words if w.by in OWN and w.answer == "no" and case.happened(w.answered)]
    found = []
    for path, when in opinions.days_of_dispraise(case):
        answered = [w.answered for w in spoken if not case.before(w.answered, when)]
        found.append(_Word(path, "no", "contributors", when, answered[0] if answered else None))
    return found


def _aside(word: _Word) -> bool:
    """Whether a word tells only of others than those who are told to decide that people were not heard."""
    return word.elsewhere and word.answer in ("no", "split")


def _overtaken(case: Case, words: list[_Word]) -> list[bool]:
    """Of each word, whether the same side, or those whom the work affects, say later that people were heard. Both days must be told.

    Contributors' answers of a later day, by which what people said made a difference, say so too.
    """
    if all(w.answer == "yes" for w in words):
        return [False] * len(words)
    said = [w for w in words if w.answer == "yes" and w.by not in (None, "unknown")]
    own = [w.when for w in said if w.by in OWN] + opinions.days_of_praise(case)
    later = {by: _latest(case, [*own, *(w.when for w in said if w.by == by)]) for by in {w.by for w in words}}
    return [w.answer != "yes" and any(case.before(w.when, day) for day in later[w.by]) for w in words]


def _latest(case: Case, days: list[Dates | None]) -> list[Dates]:
    """The days that have come, without those that lie before another: whatever is overtaken by one of these is so by the last."""
    come = {day.text: day for day in days if day is not None and case.happened(day)}.values()
    last = max((day for day in come if day.first is not None), key=lambda day: str(day.first), default=None)
    return [day for day in come if day.first is None or day is last]


def _not_heard(case: Case, words: list[_Word], by: tuple[str | None, ...]) -> list[_Word]:
    """The latest words of these by which people were not heard."""
    return [
        w
        for w, gone in zip(words, _overtaken(case, words), strict=True)
        if w.by in by and w.answer == "no" and not w.elsewhere and not gone
    ]


def not_heard_elsewhere(case: Case) -> list[Path]:
    """Where it is told that those above the team did not hear people, and not that these decide in the end."""
    words = [w for w in _words(case) if w.by not in _UNNAMED]
    gone = _overtaken(case, words)
    return [*_places(w for w, g in zip(words, gone, strict=True) if w.elsewhere and w.answer == "no" and not g)]


def _may_be_unheard(case: Case, words: list[_Word], by: tuple[str | None, ...]) -> bool:
    """Whether these say that they were not heard by those above, who may decide in the end: it is not told whether they do."""
    return any(
        w.elsewhere and w.may_count and w.answer == "no" and w.by in by and not gone
        for w, gone in zip(words, _overtaken(case, words), strict=True)
    )


def not_heard_before(case: Case) -> list[Path]:
    """Where it is told that people were not heard, and later that they were."""
    words = _words(case)
    gone = _overtaken(case, words)
    return [*_places(w for w, g in zip(words, gone, strict=True) if w.answer == "no" and not w.elsewhere and g)]


def heard_by_power_alone(case: Case) -> set[str]:
    """Those in power by whose word people were heard, where no word of people's own on it is told, nor that of anybody else."""
    words = _words(case)
    by = {w.by or "unknown" for w in words}
    if not words or not by <= {"team", "researchers", "above"} or any(w.answer != "yes" for w in words):
        return set()
    return set() if opinions.opinions(case, "influence") else by


@one_word("yes", "no", "split")
def people_heard(case: Case) -> Answer:
    """Were people heard, by the word of the team, of contributors or of a named independent?

    `no` where one of them says no, and no later word of theirs, or of those whom the work affects, says that it has
    changed. That those above the team did not hear people counts where these alone decide in the end. Unknown where nobody has said, or only somebody who is none of them: an unnamed critic decides nothing.
    """
    words = [w for w in _words(case) if w.by not in _UNNAMED]
    standing = [w for w, gone in zip(words, _overtaken(case, words), strict=True) if not gone]
    # That only those above did not hear people decides nothing where they do not decide, and is open where nobody says whether they do.
    found = [(w.path, None if _aside(w) else w.answer) for w in standing if not _aside(w) or w.may_count]
    for word in ("no", "split", "yes"):
        where = tuple(p for p, answer in found if answer == word)
        if where:
            return Answer(word if word != "yes" or len(where) == len(found) else None, tuple(dict.fromkeys(where)))
    return Answer(None, (("influence", "heard"),))


@yes_no
def said_not_heard(case: Case) -> Answer:
    """Does the team, do contributors, or does a named independent say that people were not heard?"""
    heard = people_heard(case)
    return Answer(None if heard.value in (None, "split") else heard.value == "no", heard.where)


@yes_no
def own_word_not_heard(case: Case) -> Answer:
    """Do contributors, or those whom the work serves, say by their own latest word that they were not heard?

    A letter or a minute will do, and so will the word of an organisation of theirs; and so do their answers, where by most of
    them what people said made no difference. No where the word that is told is another. Unknown where nobody has said whether people were heard.
    """
    words = _words(case)
    found = _not_heard(case, [*words, *_by_their_answers(case, words)], OWN)
    if found:
        return Answer(True, _places(found))
    heard = people_heard(case)
    # A no of which nobody says whose it is may be theirs.
    whose = (
        bool(_not_heard(case, words, (None, "unknown")))
        or _may_be_unheard(case, words, (*OWN, None, "unknown"))
        or _they_tell_it_otherwise(case)
    )
    spoken = any(w.by in OWN and w.answer in ("yes", "no", "split") and not _aside(w) for w in words)
    return Answer(None if whose or (heard.value is None and not spoken) else False, heard.where)


def _they_tell_it_otherwise(case: Case) -> bool:
    """Whether people affected tell otherwise what the file says of their being heard: then it is open whether they were."""
    told = case.told.influence.heard if case.told.influence is not None else None
    return any(d.by in OWN for heard in told or () for d in heard.disputed or ())


@yes_no
def own_word_not_answered(case: Case) -> Answer:
    """Are those who say by their own latest word that they were not heard still without an answer?

    Unknown where it is not told whether they were answered, or where nobody has said whether people were heard.
    """
    words = _words(case)
    found = _not_heard(case, [*words, *_by_their_answers(case, words)], OWN)
    if not found:
        said = own_word_not_heard(case)
        return Answer(said.value, said.where)
    answered = [case.happened(w.answered) if w.answered is not None else None for w in found]
    open_ = [w for w, a in zip(found, answered, strict=True) if not a]
    truth = True if False in answered else None if open_ else False
    return Answer(truth, _places(open_ or found))


@yes_no
def heard_or_not_by_now(case: Case) -> Answer:
    """Can people say by now whether they were heard?

    No only where the work is still an idea or an application, and people are not told to say that they were not heard: before
    it begins nobody owes such a word, or an answer to it. Unknown where the phase is not told.
    """
    word = own_word_not_heard(case)
    if word.value:
        return word
    return Answer(None if case.phase is None else not case.early, (("project", "phase"),))


def _after_the_plan(case: Case) -> list[Standing]:
    """What people do in the parts that come after the plan."""
    return [s for s in standings(case) if s.stage not in PLANNING]


def may_have_come_in_time(case: Case) -> bool:
    """Whether answers that are not told yet could say that involvement did not come after the decisions that it was for.

    People may have done the work along after the plan; and of occasions one more may be told, before its decision.
    """
    return not came_after_the_plan(case) or any(s.shown.high >= INVOLVED for s in _after_the_plan(case))


def _did_later_work(case: Case) -> bool | None:
    """Whether people did the work along in a part that comes after the plan: what they came for was still open then.

    None where that is told and nothing shows it, but for what is dated before people came in: that cannot be such a part.
    """
    later = _after_the_plan(case)
    if any(s.shown.low >= INVOLVED for s in later):
        return True
    may_be = [s.stage for s in later if (s.told or 0) >= INVOLVED and s.shown.high >= INVOLVED]
    can_be = any(
        not dated_before_people_came_in(case, stage, span) for stage in may_be for span in case.stage(stage) or ()
    )
    return None if can_be else False


@yes_no
def came_after_the_decisions(case: Case) -> Answer:
    """Did involvement come after the decisions that it was for?

    People were first involved after the plan could no longer change, and had no part above being asked in what came
    after it; or every occasion that is told took place after the decision that it was for. Unknown where the dates do not
    decide it, or where such a part is told and not shown.
    """
    late = came_after_the_plan(case)
    if late:
        late = opposite(_did_later_work(case))
    activities = case.entries("timing.activities")
    after = [case.before(a.decided, a.when) for a in activities or ()]
    where: list[Path] = []
    if late is not None:
        where += [("timing", "first_involved"), ("timing", "design_locked")]
    where += [("timing", "activities", n) for n, a in enumerate(after) if a]
    all_after = both(*after) if after else None
    return Answer(
        either(late, all_after) if late or all_after else (False if late is False and all_after is not None else late),
        tuple(where) or (("timing", "first_involved"), ("timing", "design_locked")),
    )


_BECAUSE_ASKED = {"funder asks", "to be seen to"}
_A_RULE = "rules or ethics ask"
"""A rule that gives people a hearing is no sign that their part did not count; beside a funder's wish it is no reason of its own."""


@yes_no
def invited_only_because_asked_to(case: Case) -> Answer:
    """Were people invited only because a funder asks for it, or to be seen to?

    No where only a rule, such as a law or an ethics committee, asks for it.
    """
    reasons = case.words("voices", "invited_because")
    value = reasons.value
    if not isinstance(value, Several):
        return reasons
    # A reason that is none of the choices speaks neither for nor against it.
    if value.has - _BECAUSE_ASKED - {"other", _A_RULE}:
        return Answer(False, reasons.where)
    if not value.has or not value.complete or "other" in value.has:
        return Answer(None, reasons.where)
    return Answer(bool(value.has & _BECAUSE_ASKED), reasons.where)


@yes_no
def lone_seat_and_nothing_changed(case: Case) -> Answer:
    """Does one contributor sit alone and without a vote in a room, while nothing changed?

    No where it is told that there is no room. Unknown where the rooms, the votes or what changed are not told.
    """
    if case.project.rooms is not None and not case.project.rooms:
        return Answer(False, (("rooms",),))
    changes = changes_on_record(case).value
    changed = isinstance(changes, Span) and changes.low >= 1
    none = nothing_taken_up(case)
    nothing = False if changed else (True if none.value is True else None)
    seats: list[bool | None] = []
    where: list[Path] = []
    for name, room in (case.project.rooms or {}).items():
        lone = None if room.contributors is None else room.contributors.low == 1 and room.contributors.high == 1
        voteless = None if room.votes in (None, "unknown") else room.votes == "none"
        seats.append(both(lone, voteless, in_use(case, room)))
        if seats[-1]:
            where.append(("rooms", name))
    alone = some(seats) if case.project.rooms else None
    return Answer(both(alone, nothing), tuple(where) or none.where)


@yes_no
def binding_say_overruled(case: Case) -> Answer:
    """Did those in power overrule contributors on something that had been announced as theirs to decide?

    No where all decisions are listed (`complete: yes`) and none was. Unknown otherwise.
    """

    def overruled(decision: Decision) -> bool | None:
        binding = None if decision.announced_as in (None, "unknown") else decision.announced_as.startswith("binding")
        aside = None if decision.became in (None, "unknown") else decision.became == "set aside"
        return both(binding, aside, those_in_power(decision.set_aside_by))

    return case.any_entry("power.decisions", overruled)


@yes_no
def role_ended_over_their_heads(case: Case) -> Answer:
    """Did those in power end a role or room of contributors, or replace its members, without their agreement?

    No where `power.ended` is complete or none, and no stage or room tells otherwise.
    """
    found = case.any_entry(
        "power.ended",
        lambda e: both(those_in_power(e.by), opposite(truth(e.agreed))),
    )
    truths: list[bool | None] = [found.value if isinstance(found.value, bool) else None]
    where: list[Path] = list(found.where) if found.value else []
    parts: Iterable[tuple[Path, Stage | Room]] = [
        *((("stages", s), span) for s in work_stages(case) for span in case.stage(s) or ()),
        *((("rooms", n), r) for n, r in (case.project.rooms or {}).items()),
    ]
    for path, part in parts:
        stopped: bool | None = False
        if part.status == "stopped":
            stopped = both(those_in_power(part.stopped_by), opposite(truth(part.stopped_agreed)))
        if getattr(part, "replaced", None) == "yes":
            stopped = either(stopped, opposite(truth(getattr(part, "replaced_agreed", None))))
        truths.append(stopped)
        if stopped:
            where.append(path)
    return Answer(either(*truths), tuple(where) or (("power", "ended"),))


@yes_no
def log_shows_nothing_taken_up(case: Case) -> Answer:
    """Does a complete log show nothing taken up after several meetings?

    Several are three or more, in all rooms together. Unknown where the log is not complete, or the number of
    meetings is not told.
    """
    none, held = nothing_taken_up(case), meetings_held(case)
    in_rooms = sum(r.meetings.low for r in (case.project.rooms or {}).values() if r.meetings is not None)
    several: bool | None = True if in_rooms >= SEVERAL else None
    if isinstance(held.value, Span) and not several:
        several = True if held.value.low >= SEVERAL else None
        if held.value.high is not None and held.value.high < SEVERAL:
            several = False
    value = none.value if isinstance(none.value, bool) else None
    return Answer(both(value, several), (*none.where, *held.where))


@yes_no
def most_say_it_made_no_difference(case: Case) -> Answer:
    """Do most contributors disagree that what people said made a difference?"""
    answer = opinions.contributors_on_influence(case)
    return Answer(None if answer.value is None else answer.value == "disputed", answer.where)
