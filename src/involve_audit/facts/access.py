"""Facts on access and communication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.answers import Answer, Several, Span, both, either
from involve_audit.facts.registry import counted, many_words, one_word, yes_no
from involve_audit.facts.voices import among
from involve_audit.project.values import truth

if TYPE_CHECKING:
    from involve_audit.facts.case import Case

HELPS_TO_SPEAK = frozenset({"small groups", "turns", "briefed chair", "written", "one to one"})
"""Ways that give each person a chance to speak. An open floor is none; a break alone is none."""
QUIET = frozenset({"written", "one to one"})
OUTSIDE_MEETINGS = frozenset(
    {"one to one", "phone", "in writing", "online in own time", "visits", "survey", "working along"}
)


# --- papers and words --------------------------------------------------------------------------------


@yes_no
def people_meet(case: Case) -> Answer:
    """Do people meet, or is there a room that is to meet?

    No only where the file says both `rooms: none` and `access.meetings: none`.
    """
    rooms = case.project.rooms
    by_room = None if rooms is None else bool(rooms)
    return Answer(either(by_room, case.in_place(case.at("access.meetings"))), (("rooms",), ("access", "meetings")))


@yes_no
def papers_sent_ahead(case: Case) -> Answer:
    """Do papers and context reach contributors ahead of meetings?"""
    return case.practised("access.papers_ahead")


@counted
def papers_working_days_ahead(case: Case) -> Answer:
    """How many working days ahead of a meeting do papers arrive?

    Nought where no papers are sent ahead.
    """
    there = case.in_place(case.at("access.papers_ahead"))
    days = case.number("access.papers_ahead", "working_days")
    if there is False:
        return Answer(Span(0, 0), (("access", "papers_ahead"),))
    return Answer(days.value if there else None, (*days.where, ("access", "papers_ahead")))


@yes_no
def papers_with_plain_summary(case: Case) -> Answer:
    """Do papers come with a summary in plain words that says what the meeting is for?"""
    return case.practised("access.papers_ahead", "plain_summary")


@yes_no
def talk_before_meetings(case: Case) -> Answer:
    """Can contributors talk the papers over beforehand, in a call that is offered or a meeting of their own?"""
    papers = case.at("access.papers_ahead")
    call = truth(papers.call_offered) if papers else None
    meeting = truth(papers.pre_meeting) if papers else None
    where = tuple(("access", "papers_ahead", f) for f in ("call_offered", "pre_meeting"))
    return Answer(both(case.in_place(papers), either(call, meeting)), (*where, ("access", "papers_ahead")))


@yes_no
def contributors_meet_beforehand(case: Case) -> Answer:
    """Do contributors meet among themselves before a meeting?"""
    return case.practised("access.papers_ahead", "pre_meeting")


@yes_no
def papers_set_with_contributors(case: Case) -> Answer:
    """Do contributors have a hand in when and in what form papers come?"""
    return case.wrote("access.papers_ahead", "set_by")


@yes_no
def language_looked_after(case: Case) -> Answer:
    """Is something done about jargon, such as a glossary or a check for plain words?"""
    return case.practised("access.language")


@yes_no
def texts_checked_for_plain_words(case: Case) -> Answer:
    """Are texts checked for plain language?"""
    return case.practised("access.language", "plain_check")


@yes_no
def terms_agreed(case: Case) -> Answer:
    """Were the important terms agreed with the people involved?"""
    return case.practised("access.language", "terms_agreed")


@yes_no
def terms_changed_by_contributors(case: Case) -> Answer:
    """Did contributors have terms changed?

    `terms_changed: none` says that they did not.
    """
    language = case.at("access.language")
    changed = None if language is None or language.terms_changed is None else bool(language.terms_changed)
    where = (("access", "language", "terms_changed"), ("access", "language"))
    return Answer(both(case.in_place(language), changed), where)


# --- meetings ----------------------------------------------------------------------------------------


@counted
def meeting_people(case: Case) -> Answer:
    """How many people are in a meeting, all told?"""
    return case.number("access.meetings", "people")


@many_words("small groups", "turns", "briefed chair", "breaks", "written", "one to one", "open floor", "other")
def ways_to_speak(case: Case) -> Answer:
    """What is done in meetings so that everybody can speak?

    Empty where nothing is done, or not yet. Unknown where `access.meetings` does not say that they are held.
    """
    where = (("access", "meetings", "ways_to_speak"), ("access", "meetings"))
    meetings = case.at("access.meetings")
    if meetings is None:
        return Answer(None, where)
    ways, there = meetings.ways_to_speak, case.in_place(meetings)
    if ways == () or there is False:
        return Answer(Several(frozenset(), complete=True), where)
    return Answer(Several(frozenset(ways), complete=True) if ways and there else None, where)


@yes_no
def way_to_speak_told(case: Case) -> Answer:
    """Is anything done in meetings so that people can speak, if only an open floor?"""
    ways = ways_to_speak(case)
    return Answer(bool(ways.value.has) if isinstance(ways.value, Several) else None, ways.where)


@yes_no
def speaking_helped(case: Case) -> Answer:
    """Does each person get a chance to speak: small groups, turns, a briefed chair, in writing, or one to one?

    An open floor, or breaks, are not enough. Unknown where only `other` is told.
    """
    ways = ways_to_speak(case)
    if not isinstance(ways.value, Several):
        return ways
    helped = bool(ways.value.has & HELPS_TO_SPEAK)
    return Answer(True if helped else (None if "other" in ways.value.has else False), ways.where)


@yes_no
def quiet_way_to_speak(case: Case) -> Answer:
    """Is there a quieter way to speak in or around meetings: in writing, or one to one?"""
    ways = ways_to_speak(case)
    return Answer(bool(ways.value.has & QUIET) if isinstance(ways.value, Several) else None, ways.where)


@yes_no
def speaking_noted(case: Case) -> Answer:
    """Is it noted who speaks in meetings, by role?"""
    return case.practised("access.meetings", "speaking_noted")


@yes_no
def meeting_form_chosen_with_contributors(case: Case) -> Answer:
    """Do contributors have a hand in choosing the form of meetings?"""
    return case.wrote("access.meetings", "format_chosen_by")


@yes_no
def contributors_say_they_can_speak(case: Case) -> Answer:
    """Do contributors say that they can speak in meetings?

    `partly` is not yet a yes.
    """
    meetings = case.at("access.meetings")
    works = case.word("access.meetings", "works")
    says = None if works.value is None else works.value == "yes"
    return Answer(both(case.in_place(meetings), says), (*works.where, ("access", "meetings")))


# --- ways to contribute ------------------------------------------------------------------------------


def _ways(case: Case, *fields: str) -> Answer:
    """How many ways to contribute there are, by these lists together; a list that is not told may hold more."""
    path = ("access", "ways_to_contribute")
    where = (*((*path, f) for f in fields), path)
    practice = case.at(path)
    there = case.in_place(practice)
    if there is False:
        return Answer(Span(0, 1), where)
    lists = [getattr(practice, f, None) for f in fields]
    if not there or all(modes is None for modes in lists):
        return Answer(None, where)
    modes = {m for modes in lists for m in modes or ()} - {"unknown"}
    closed = all(m is not None and "unknown" not in m for m in lists)
    return Answer(Span(len(modes), len(modes) if closed else None), where)


@counted
def ways_to_contribute(case: Case) -> Answer:
    """How many ways to contribute are offered or used?

    At most one where the file says that there is no choice of ways.
    """
    return _ways(case, "used", "offered")


@counted
def ways_used(case: Case) -> Answer:
    """How many ways to contribute were really used?"""
    return _ways(case, "used")


@yes_no
def way_outside_meetings_used(case: Case) -> Answer:
    """Was a way used that needs no meeting: one to one, phone, in writing, online in one's own time, visits …?"""
    practice = case.at("access.ways_to_contribute")
    where = (("access", "ways_to_contribute", "used"), ("access", "ways_to_contribute"))
    found = among(practice.used if practice else None, OUTSIDE_MEETINGS)
    return Answer(both(case.in_place(practice), found), where)


@yes_no
def way_offered_but_not_used(case: Case) -> Answer:
    """Is there a way to contribute that is offered and was not used?

    Unknown where either list is not told.
    """
    practice = case.at("access.ways_to_contribute")
    where = (("access", "ways_to_contribute", "offered"), ("access", "ways_to_contribute", "used"))
    if practice is None or practice.offered is None or practice.used is None:
        return Answer(None, where)
    unused = set(practice.offered) - set(practice.used) - {"unknown"}
    if "unknown" in practice.used:
        return Answer(None, where)
    return Answer(True if unused else (None if "unknown" in practice.offered else False), where)


@yes_no
def way_proposed_by_contributors_taken_up(case: Case) -> Answer:
    """Was a way to contribute that contributors proposed taken up?"""
    return case.practised("access.ways_to_contribute", "proposed_by_contributors")


# --- access needs ------------------------------------------------------------------------------------


@one_word("no", "once", "regularly")
def access_needs_asked(case: Case) -> Answer:
    """How often are people asked what they need in order to take part: never, once, regularly?"""
    needs = case.at("access.needs")
    where = (("access", "needs", "asked"), ("access", "needs"))
    there, asked = case.in_place(needs), needs.asked if needs else None
    if there is False or asked == "no":
        return Answer("no", where)
    return Answer(asked if there and asked != "unknown" else None, where)


@one_word("all", "most", "some", "none")
def access_needs_met(case: Case) -> Answer:
    """Which of the needs that people named were met?"""
    needs = case.at("access.needs")
    met = case.word("access.needs", "met")
    return Answer(met.value if case.in_place(needs) else None, (*met.where, ("access", "needs")))


@yes_no
def access_costs_noted(case: Case) -> Answer:
    """Is it noted, or set aside, what meeting people's access needs costs?"""
    return case.practised("access.needs", "cost_noted")


@yes_no
def times_and_places_chosen_with_contributors(case: Case) -> Answer:
    """Were times and places (or online) chosen with contributors?"""
    return case.practised("access.needs", "times_chosen_with")


@yes_no
def people_say_needs_were_met(case: Case) -> Answer:
    """Do people say themselves that their access needs were met?"""
    return case.practised("access.needs", "confirmed")


@yes_no
def adjustments_funded_by_default(case: Case) -> Answer:
    """Are adjustments paid for without people having to ask each time?"""
    return case.practised("access.needs", "funded_by_default")
