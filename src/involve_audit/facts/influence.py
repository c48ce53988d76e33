"""Facts on influence, feedback and accountability.

The log of what people said is the heart of it. An entry counts as influence only where it is told that people
whom the work affects said it; a refusal counts whoever made the suggestion. A log that does not say that it
is complete may hold more of everything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.answers import Answer, Span, both, either, number, one_of, opposite, some
from involve_audit.facts.registry import counted, many_words, one_word, yes_no
from involve_audit.facts.roles import INVOLVED, told_role, work_stages
from involve_audit.facts.rooms import SMALL
from involve_audit.facts.rung import people_present
from involve_audit.facts.views import SIDES
from involve_audit.facts.voices import among, told
from involve_audit.project.people import role_reaches
from involve_audit.project.practice import AFFECTED, INDEPENDENT
from involve_audit.project.values import truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.project.influence import Heard, Reflection, Said
    from involve_audit.project.people import Finding, Stage

_LOG, _FEEDBACK, _REFUSALS = "influence.log", "influence.feedback", "influence.refusals"
_REFLECTIONS, _CREDIT, _LEGACY = "influence.reflections", "influence.credit", "influence.legacy"
_PEOPLE = (*AFFECTED, "organisation of people affected")
_WITH = frozenset(AFFECTED)
_TEAM = ("team", "researchers", "together")
_SUBSTANCE = ("question", "outcome", "design", "budget", "service", "policy", "rules", "analysis")
"""What a project stands on: its question, its plan, its money, its rules, and what is made of the findings."""


# --- entries of the log ------------------------------------------------------------------------------


def _taken(entry: Said) -> bool | None:
    """Whether it was taken up, at least partly; what was put off may still be."""
    return None if entry.answer == "put off" else one_of(entry.answer, "taken up", "partly")


def _influence(case: Case, entry: Said) -> bool | None:
    """Whether people whom the work affects said it, and it was taken up."""
    return both(one_of(entry.by, *_PEOPLE), _taken(entry), case.passed(entry.when))


def _changed(case: Case, entry: Said) -> bool | None:
    """Whether something changed because people said it."""
    return both(_influence(case, entry), told(entry.changed))


def _beyond_wording(case: Case, entry: Said) -> bool | None:
    """Whether more than a text changed because people said it."""
    return both(_changed(case, entry), opposite(one_of(entry.about, *SMALL)))


def _refused(case: Case, entry: Said) -> bool | None:
    """Whether it was refused."""
    return both(one_of(entry.answer, "refused"), case.passed(entry.when))


def _not_taken(case: Case, entry: Said) -> bool | None:
    """Whether it was put off, refused, contested or left unanswered."""
    return both(one_of(entry.answer, "put off", "refused", "unanswered", "contested"), case.passed(entry.when))


def _told_back(case: Case, entry: Said) -> bool | None:
    """Whether those who said it were told what came of it."""
    return case.happened(entry.told_back)


def _answered(case: Case, entry: Said) -> bool | None:
    """Whether people's word was taken up, or refused with a reason."""
    return either(_influence(case, entry), both(_refused(case, entry), told(entry.reason)))


def _every_entry(
    case: Case, is_kind: Callable[[Said], bool | None], is_so: Callable[[Said], bool | None]
) -> bool | None:
    """Whether there are entries of a kind and all of them are so; only a complete log can say yes."""
    entries = case.entries(_LOG)
    if entries is None:
        return None
    complete = case.complete(_LOG)
    other = [both(is_kind(e), opposite(is_so(e))) for e in entries]
    return both(some(map(is_kind, entries), complete=complete), opposite(some(other, complete=complete)))


@yes_no
def log_complete(case: Case) -> Answer:
    """Does the log say that everything that people said stands in it?"""
    return Answer(truth(case.at("influence.log.complete")), (("influence", "log"),))


@counted
def meetings_held(case: Case) -> Answer:
    """How many meetings or occasions have there been?"""
    return case.number("influence", "meetings_held")


@counted
def things_said(case: Case) -> Answer:
    """How many things that people said are on record?"""
    return case.count_entries(_LOG, lambda e: both(one_of(e.by, *_PEOPLE), case.passed(e.when)))


@counted
def things_said_with_outcome(case: Case) -> Answer:
    """Of how many things that people said is it told what came of them?

    Taken up, partly, put off, refused or contested. Left unanswered is no outcome.
    """

    def followed(entry: Said) -> bool | None:
        outcome = one_of(entry.answer, "taken up", "partly", "put off", "refused", "contested")
        return both(one_of(entry.by, *_PEOPLE), outcome, case.passed(entry.when))

    return case.count_entries(_LOG, followed)


@counted
def changes_on_record(case: Case) -> Answer:
    """How often was something that people said taken up, at least partly, so that something changed?

    Unknown, of an entry, where it is not told who said it, what came of it, or what changed.
    """
    return case.count_entries(_LOG, lambda e: _changed(case, e))


@counted
def changes_beyond_wording(case: Case) -> Answer:
    """How often did more than a wording or a leaflet change because of what people said?

    Unknown, of an entry, also where it is not told what kind of thing changed (`about`).
    """
    return case.count_entries(_LOG, lambda e: _beyond_wording(case, e))


@counted
def changes_to_what_the_work_stands_on(case: Case) -> Answer:
    """How often did people change the question, what is measured, the design, the budget, the service, the policy, the rules or the analysis?"""
    return case.count_entries(_LOG, lambda e: both(_changed(case, e), one_of(e.about, *_SUBSTANCE)))


@counted
def changes_checked_by_speakers(case: Case) -> Answer:
    """How many of the changes on record were checked by those who had spoken?"""
    return case.count_entries(_LOG, lambda e: both(_changed(case, e), truth(e.checked_by_speaker)))


@yes_no
def nothing_taken_up(case: Case) -> Answer:
    """Is it told that nothing that people said was taken up, not even partly?

    Yes only where the log is complete, or told as none. What was put off leaves it unknown.
    """
    taken = case.any_entry(_LOG, lambda e: _influence(case, e))
    return Answer(opposite(taken.value if isinstance(taken.value, bool) else None), taken.where)


@yes_no
def nothing_changed_but_wording(case: Case) -> Answer:
    """Is it told that nothing changed because of what people said, or only the wording of texts?

    Yes only where the log is complete, or told as none.
    """
    beyond = case.any_entry(_LOG, lambda e: _beyond_wording(case, e))
    return Answer(opposite(beyond.value if isinstance(beyond.value, bool) else None), beyond.where)


@counted
def things_not_taken_up(case: Case) -> Answer:
    """How many things that were said were put off, refused, contested or left unanswered?"""
    return case.count_entries(_LOG, lambda e: _not_taken(case, e))


@counted
def things_not_taken_up_with_reason(case: Case) -> Answer:
    """Of how many things that were put off, refused, contested or left unanswered is the reason on record?

    Unknown, of an entry, where no reason is told.
    """
    return case.count_entries(_LOG, lambda e: both(_not_taken(case, e), told(e.reason)))


# --- telling people what came of it ------------------------------------------------------------------


@yes_no
def feedback_given(case: Case) -> Answer:
    """Are people told anything afterwards: thanks, what changed, progress, results?

    Unknown where `influence.feedback.kinds` is not told.
    """
    part = case.at(_FEEDBACK)
    kinds = None if part is None else among(part.kinds, frozenset(("thanks", "what changed", "progress", "results")))
    return Answer(both(case.in_place(part), kinds), (("influence", "feedback", "kinds"), ("influence", "feedback")))


@yes_no
def told_what_came_of_it(case: Case) -> Answer:
    """Are people told what changed because of what they said, and what did not?

    Thanks are not enough. Unknown where `influence.feedback` does not say what people are told.
    """
    part = case.at(_FEEDBACK)
    kinds = None if part is None else among(part.kinds, frozenset(("what changed",)))
    return Answer(both(case.in_place(part), kinds), (("influence", "feedback", "kinds"), ("influence", "feedback")))


@many_words("thanks", "what changed", "progress", "results")
def feedback_kinds(case: Case) -> Answer:
    """What are people told afterwards: thanks, what changed, progress, results?"""
    return case.words(_FEEDBACK, "kinds")


@counted
def feedback_within_days(case: Case) -> Answer:
    """Within how many days are people told?"""
    return case.number(_FEEDBACK, "within_days")


@one_word("all", "most", "some", "none")
def feedback_after(case: Case) -> Answer:
    """After how many of the occasions are people told: all, most, some, none?"""
    return case.word(_FEEDBACK, "share")


@yes_no
def feedback_form_chosen_by_contributors(case: Case) -> Answer:
    """Did contributors choose how they are told?"""
    return case.practised(_FEEDBACK, "form_chosen_by_contributors")


@yes_no
def feedback_called_useful(case: Case) -> Answer:
    """Do contributors say that what they are told is useful?"""
    return case.practised(_FEEDBACK, "useful")


@counted
def answers_told_back(case: Case) -> Answer:
    """How many entries of the log were told back to those who had spoken?"""
    return case.count_entries(_LOG, lambda e: _told_back(case, e))


@yes_no
def nothing_told_back(case: Case) -> Answer:
    """Is it told that people hear nothing afterwards, or, where there is no practice of feedback, that no entry of a complete log was told back?

    No where people are told something and an entry was told back, and where it is told that nobody was there who could hear.
    Unknown otherwise, and where it is planned.
    """
    present = people_present(case)
    if present.value is False:
        return present
    told_none = _every_entry(case, lambda _: True, lambda e: opposite(_told_back(case, e)))
    part = case.at(_FEEDBACK)
    by_practice: bool | None = None
    if part is not None:
        # What is only planned does not say that people hear nothing.
        nothing = part.answer == "no" or part.kinds == ()
        by_practice = True if nothing else (False if feedback_given(case).value else None)
        if told_none and not nothing and case.in_place(part) is not False:
            told_none = None  # they may have heard by the practice what was told back to nobody apart
    value = either(by_practice, told_none)
    places = ((("influence", "feedback"), by_practice), (("influence", "log"), told_none))
    return Answer(value, tuple(p for p, t in places if t is value))


@yes_no
def told_anything_afterwards(case: Case) -> Answer:
    """Did people hear anything afterwards: by what is told of feedback, or because something that they said was told back to them?

    No where it is told that they hear nothing. Unknown where feedback is only planned: that says nothing of what they heard so far.
    """
    given, back = feedback_given(case), case.any_entry(_LOG, lambda e: _told_back(case, e))
    for found in (given, back):
        if found.value is True:
            return found
    nothing = nothing_told_back(case)
    # Where nothing is told of feedback, people may have heard apart from the log.
    no = nothing.value is True and case.at(_FEEDBACK) is not None
    return Answer(False if no else None, nothing.where if no else given.where)


@yes_no
def people_answered(case: Case) -> Answer:
    """Are people answered: was what they said taken up, or refused with a reason, or are they told what changed?

    No where they are not told what changed, and a complete log shows nothing taken up and no reason given.
    """
    by_log = case.any_entry(_LOG, lambda e: _answered(case, e))
    by_feedback = told_what_came_of_it(case)
    value = either(*(a.value if isinstance(a.value, bool) else None for a in (by_log, by_feedback)))
    return Answer(value, tuple(p for a in (by_feedback, by_log) if a.value is value for p in a.where))


# --- suggestions that are not taken up ---------------------------------------------------------------


def _reasons_told(case: Case, *words: str) -> bool | None:
    """Whether reasons are really given to as many as these words say."""
    part = case.at(_REFUSALS)
    return both(case.in_place(part), case.says(part, "reasons_given", *words))


def _refusals_where(
    case: Case, is_so: Callable[[Said], bool | None], *, one_more: bool | None, no_more: bool | None
) -> Answer:
    """How many refusals of the log are so; what is told of refusals as a practice can add one, or close the count."""
    entries = case.entries(_LOG)
    found = None if entries is None else [both(_refused(case, e), is_so(e)) for e in entries]
    count = number(found, complete=case.complete(_LOG))
    where: tuple[Path, ...] = tuple(("influence", "log", "entries", n) for n, f in enumerate(found or ()) if f)
    if one_more:
        where = (*where, ("influence", "refusals"))
    places = where or (("influence", "log"),)
    if count is None:
        return Answer(Span(1, None) if one_more else None, places)
    return Answer(Span(max(count.low, 1 if one_more else 0), count.high if no_more else None), places)


@yes_no
def not_taken_up_on_record(case: Case) -> Answer:
    """Is it on record what is not, or only partly, taken up, or is there a practice for it?"""
    by_log = case.any_entry(_LOG, lambda e: either(_not_taken(case, e), one_of(e.answer, "partly")))
    practice = case.in_place(case.at(_REFUSALS))
    value = either(by_log.value if isinstance(by_log.value, bool) else None, practice)
    places = ((by_log.where, by_log.value), ((("influence", "refusals"),), practice))
    return Answer(value, tuple(p for where, t in places if t is value for p in where))


@counted
def refusals_with_reason(case: Case) -> Answer:
    """How many refusals are on record with the reason that was given?

    Where `influence.refusals` says that reasons are given, at least one. There may be more than are told, unless
    the log is complete and `influence.refusals` says that none is given.
    """
    given = _reasons_told(case, "all", "most", "some")
    return _refusals_where(case, lambda e: told(e.reason), one_more=given, no_more=_reasons_told(case, "none"))


@counted
def refusals_without_reason(case: Case) -> Answer:
    """How many refusals are on record for which no reason was given ?

    Where `influence.refusals` says that reasons are given to some or none, at least one. There may be more than
    are told, unless the log is complete and `influence.refusals` says that all get a reason.
    """
    withheld = _reasons_told(case, "some", "none")
    return _refusals_where(
        case, lambda e: opposite(told(e.reason)), one_more=withheld, no_more=_reasons_told(case, "all")
    )


@one_word("all", "most", "some", "none")
def refusals_said_to_get_reasons(case: Case) -> Answer:
    """For how many refusals does the file say that a reason is given to those who spoke?"""
    return case.word(_REFUSALS, "reasons_given")


@yes_no
def refusals_explained_to_speakers(case: Case) -> Answer:
    """Does everybody whose suggestion is refused, put off or left unanswered hear the reason?

    Yes where `influence.refusals` says that all get a reason, or a complete log shows a reason that was told back
    for each. No only where both tell otherwise.
    """
    by_practice = _reasons_told(case, "all")
    by_log = _every_entry(
        case,
        lambda e: both(one_of(e.answer, "refused", "unanswered", "put off"), case.passed(e.when)),
        lambda e: both(told(e.reason), _told_back(case, e)),
    )
    value = either(by_practice, by_log)
    places = ((("influence", "refusals"), by_practice), (("influence", "log"), by_log))
    return Answer(value, tuple(p for p, t in places if t is value))


@yes_no
def refusals_can_be_challenged(case: Case) -> Answer:
    """Can contributors challenge a refusal?"""
    return case.practised(_REFUSALS, "can_be_challenged")


@yes_no
def refusal_looked_at_again(case: Case) -> Answer:
    """Was something that had not, or only partly, been taken up looked at again after people objected?

    No only where the log is complete, or told as none.
    """
    return case.any_entry(_LOG, lambda e: both(truth(e.reopened), case.passed(e.when)))


# --- whether people were heard -----------------------------------------------------------------------


def of_those_above(case: Case, word: Heard | Finding) -> tuple[bool, bool]:
    """Whether a word speaks only of those above the team while these are not told to decide alone in the end, and whether they may.

    Who decides in the end must have heard people; that those above did not says nothing of a team that decides by itself. Where both
    decide, or nobody says who does, it is open.
    """
    if set(word.heard_by or ()) != {"above"}:
        return False, True
    return case.final_say != {"above"}, not case.final_say or "above" in case.final_say


def words_on_being_heard(case: Case) -> Iterator[tuple[Path, str | None, str | None, Heard | Finding]]:
    """Each word that is told by now on whether people were heard: its place, whose it is, its answer, and the entry.

    What several said together is the word of each; None where it is not told whose it is, or what it says.
    """
    for n, heard in case.by_now("influence.heard"):
        yield from ((("influence", "heard", n), by, heard.answer, heard) for by in heard.said_by or (None,))
    for n, finding in case.by_now("findings"):
        yield from ((("findings", "entries", n), by, finding.heard, finding) for by in finding.by or (None,))


def _says_heard(case: Case, sides: tuple[str, ...], answer: str) -> Answer:
    """Whether one of these sides gives this answer to the question whether people were heard."""
    heard, findings = case.at("influence.heard"), case.entries("findings")
    where = tuple(
        place
        for place, by, says, word in words_on_being_heard(case)
        if both(one_of(by, *sides), one_of(says, answer), says == "yes" or not of_those_above(case, word)[0])
    )
    if where:
        return Answer(True, where)
    return Answer(False if heard == () and findings == () else None, (("influence", "heard"),))


@yes_no
def heard_by_the_teams_word_alone(case: Case) -> Answer:
    """Does the team say that people were heard, while contributors or a named independent say that they were not?

    No only where nobody is told to have said anything (`heard: none`, `findings: none`).
    """
    team = _says_heard(case, _TEAM, "yes")
    others = _says_heard(case, (*SIDES, *INDEPENDENT), "no")
    truths = tuple(a.value if isinstance(a.value, bool) else None for a in (team, others))
    return Answer(both(*truths), tuple(dict.fromkeys((*others.where, *team.where))))


@yes_no
def dissent_on_record(case: Case) -> Answer:
    """Do the views asked apart from the team hold one that differs from the rest?

    No where there are no views (`views: none`), or they are complete and each says `dissent: none`.
    """
    return case.any_entry("views", lambda v: None if v.dissent is None else bool(v.dissent))


# --- looking back ------------------------------------------------------------------------------------


def _went_badly(look: Reflection) -> bool | None:
    """Whether a look back names what went badly, or harm."""
    return either(told(look.badly), told(look.harms))


@counted
def looks_back(case: Case) -> Answer:
    """How often did anybody look back at how people were involved?

    `none` counts as nought. There may be more than are told.
    """
    return case.count_entries(_REFLECTIONS, lambda r: case.passed(r.when))


@yes_no
def look_back_named_what_went_badly(case: Case) -> Answer:
    """Did a look back name what went badly, or who was hurt?"""
    return case.any_entry(_REFLECTIONS, lambda r: both(_went_badly(r), case.passed(r.when)))


@yes_no
def look_back_on_failure_led_to_action(case: Case) -> Answer:
    """Did a look back that names what went badly also say what is done differently from now on?"""
    return case.any_entry(_REFLECTIONS, lambda r: both(_went_badly(r), told(r.action), case.passed(r.when)))


@yes_no
def look_back_with_contributors(case: Case) -> Answer:
    """Did contributors take part in a look back?"""
    return case.any_entry(_REFLECTIONS, lambda r: both(among(r.who, _WITH), case.passed(r.when)))


@yes_no
def look_back_action_checked(case: Case) -> Answer:
    """Was it checked later that what a look back had decided was really done?"""
    return case.any_entry(_REFLECTIONS, lambda r: both(told(r.action), case.happened(r.action_checked)))


# --- credit, and what remains ------------------------------------------------------------------------


@yes_no
def credit_given(case: Case) -> Answer:
    """Are contributors given any credit for what they did?"""
    return case.practised(_CREDIT)


@yes_no
def credited_as_wished(case: Case) -> Answer:
    """Is everybody named as they wish, or not named where they do not wish it?"""
    return case.practised(_CREDIT, "as_wished")


@yes_no
def contributors_author_or_present(case: Case) -> Answer:
    """Are contributors among the authors, or among those who present the work?"""
    return case.practised(_CREDIT, "authors")


@yes_no
def results_shared_in_plain_words(case: Case) -> Answer:
    """Do results go, in plain words, to the communities that they are about?"""
    return case.practised(_CREDIT, "plain_results")


@yes_no
def contributors_decide_where_results_go(case: Case) -> Answer:
    """Do contributors decide where, and in which languages, results go?"""
    return case.practised(_CREDIT, "decide_where")


@yes_no
def contributors_co_own_outputs(case: Case) -> Answer:
    """Do contributors own what comes out of the work, along with the team?"""
    return case.practised(_CREDIT, "co_own")


@counted
def stages_with_contributors_at_work(case: Case) -> Answer:
    """In how many stages did contributors take part in the work, by the role that the file tells?

    Involved, decided together or led, and not only planned. Stages that are not told may be more.
    """

    def at_work(span: Stage) -> bool | None:
        return both(role_reaches(span.role, INVOLVED), case.in_place(span))

    found: dict[str, bool | None] = {}
    for stage in work_stages(case):
        spans = case.stage(stage)
        nobody = False if told_role(case, stage) == 0 else None
        found[stage] = nobody if spans is None else some(map(at_work, spans), complete=True)
    sure = tuple(s for s, t in found.items() if t)
    where = tuple(("stages", s) for s in sure) or (("stages",),)
    return Answer(Span(len(sure), sum(1 for t in found.values() if t is not False)), where)


@yes_no
def something_remains(case: Case) -> Answer:
    """Is there a word to people, or a plan, for the time after the work?"""
    return case.practised(_LEGACY)


@many_words("people", "skills", "service", "future work", "community", "other")
def what_remains(case: Case) -> Answer:
    """For what is something planned or done: people, skills, the service, future work, the community?"""
    return case.words(_LEGACY, "covers")


@yes_no
def own_verdict_published(case: Case) -> Answer:
    """Did contributors publish or attach their own verdict, unedited?"""
    return case.practised(_LEGACY, "contributors_own_verdict")
