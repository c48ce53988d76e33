"""When something was, told by months of the project, by its own dates, and by stages."""

from __future__ import annotations

import datetime as dt

from support import rows

from involve_audit.facts import Facts
from involve_audit.facts.case import Case
from involve_audit.facts.rooms import in_use
from involve_audit.load import read, read_project
from involve_audit.project.values import read_dates

DAY = dt.date(2026, 11, 23)


def case(text: str) -> Case:
    return Case(read_project(read(f"format: 1\n{text}\n")), DAY)


def days(start: str, text: str) -> tuple[str, str] | None:
    told = f"project: {{dates: {{start: {start}}}}}" if start else "project: {title: T}"
    found = case(told).days(read_dates(text))
    return None if found is None else (found[0].isoformat(), found[1].isoformat())


@rows(
    "start, text, wanted",
    [
        ("2026-04", "month 6", ("2026-09-01", "2026-09-30")),
        ("2026-04", "months 3-9", ("2026-06-01", "2026-12-31")),
        ("2026-04-15", "month 1", ("2026-04-15", "2026-05-14")),
        ("2026-01-31", "month 2", ("2026-02-28", "2026-03-30")),
        ("2026", "month 6", ("2026-06-01", "2027-05-31")),
        ("2026-04", "year 1", ("2026-04-01", "2027-03-31")),
        ("2026-04", "year 1, month 3", ("2026-06-01", "2026-06-30")),
        ("2026-04", "Year 2 month 12", ("2028-03-01", "2028-03-31")),
        ("2026-04", "year 2 (month 18)", ("2027-09-01", "2027-09-30")),
        ("2026-04", "Y1 Q2", ("2026-07-01", "2026-09-30")),
        ("2026-04", "year 3 quarter 4", ("2029-01-01", "2029-03-31")),
        ("", "end April 2025", ("2025-04-15", "2025-04-30")),
        ("", "month 6", None),
        ("before design", "month 6", None),
        ("month 3", "month 6", None),
        ("9998-12".replace("9998", "2199"), "year 50", ("2248-12-01", "2249-11-30")),
    ],
)
def test_a_month_of_the_project_is_counted_from_its_start(start, text, wanted):
    assert days(start, text) == wanted


def test_a_date_of_the_project_bounds_what_is_told_by_it():
    told = case("project: {dates: {submitted: 2025-03, data_collection: 2026-02, end: 2026-08}}")
    assert told.days(read_dates("before submission")) == (dt.date.min, dt.date(2025, 3, 30))
    assert told.days(read_dates("after the bid")) == (dt.date(2025, 3, 2), dt.date.max)
    assert told.days(read_dates("during data collection")) == (dt.date(2026, 2, 1), dt.date(2026, 8, 31))
    assert told.days(read_dates("before the award")) is None


@rows(
    "one, other, wanted",
    [
        ("month 3", "month 9", True),
        ("month 9", "month 3", False),
        ("months 3-9", "month 6", None),
        ("before submission", "after submission", True),
        ("before data collection", "after data collection", True),
        ("before the start", "during data collection", True),
        ("after data collection", "before the start", False),
        ("before the start", "month 1", True),
        ("month 2", "before the project", False),
        ("before submission", "after the end", None),
        ("before design", "after design", True),
    ],
)
def test_the_order_of_words_needs_no_days(one, other, wanted):
    assert case("").before(read_dates(one), read_dates(other)) is wanted


@rows("start, wanted", [("2026-04", True), ("2026-09", False), ("", None)])
def test_what_was_done_in_a_month_of_the_project_was_done_once_that_month_has_come(start, wanted):
    dates = f"project: {{dates: {{start: {start}}}}}\n" if start else ""
    told = case(f"{dates}honesty: {{meaning: {{status: done, when: month 6}}}}")
    assert told.in_place(told.at("honesty.meaning")) is wanted


@rows("start, wanted", [("2026-01", True), ("2026-10", False), ("", False)])
def test_a_plan_for_a_month_of_the_project_is_overdue_when_it_has_passed(start, wanted):
    dates = f"project: {{dates: {{start: {start}}}}}\n" if start else ""
    told = case(f"{dates}honesty: {{meaning: {{status: planned, when: month 6}}}}")
    assert told.overdue(told.at("honesty.meaning")) is wanted


@rows(
    "told, phase, paused, cancelled",
    [
        ("paused", "running", True, False),
        ("cancelled", "finished", False, True),
        ("running", "running", False, False),
        ("unknown", None, False, False),
    ],
)
def test_paused_work_reads_as_running_and_cancelled_work_as_finished(told, phase, paused, cancelled):
    found = case(f"project: {{phase: {told}}}")
    assert (found.phase, found.paused, found.cancelled) == (phase, paused, cancelled)


@rows(
    "told, wanted",
    [
        ("team", {"team"}),
        ("[team, above]", {"team", "above"}),
        ("{who: [team, above], note: in turn}", {"team", "above"}),
        ("unknown", set()),
        ("{who: team, disputed: {by: contributors, says: We decide}}", set()),
    ],
)
def test_several_may_have_the_final_say(told, wanted):
    assert case(f"power: {{final_say: {told}}}").final_say == wanted


@rows(
    "text, come",
    [
        ("", True),
        ("unknown", True),
        ("no", False),
        ("2026-11-23", True),
        ("2026-11-24", False),
        ("2026-11", True),
        ("2026-12", False),
        ("2026", True),
        ("month 1", True),
        ("month 30", False),
        ("before design", True),
    ],
)
def test_whatever_is_told_as_done_is_so_once_its_day_has_come(text, come):
    """Decisions, what was said, refusals, looks back, posts and groups alike: one rule, however the day is spelled."""
    when = f", when: '{text}'" if text else ""
    told = case(
        "project: {dates: {start: 2026-01}}\n"
        f"power: {{decisions: [{{what: x, decided_by: contributors, became: done{when}}}], leadership: [{{role: chair, status: done{when}}}]}}\n"
        f"influence: {{log: [{{said: x, by: contributors, answer: taken up{when}}}], reflections: [{{who: together{when}}}]}}\n"
        f"rooms: {{r: {{status: done, contributors: 3{when}}}}}"
    )
    assert told.passed(read_dates(text) if text else None) is come
    facts = Facts(told)
    assert facts["contributors_had_a_part_in_a_decision"].value is (True if come else None)
    for name in ("things_said_with_outcome", "looks_back", "leadership_posts"):
        found = facts[name].value
        assert (found is not None and found.low) == (1 if come else 0), name
    assert in_use(told, told.project.rooms["r"]) is come


def test_whether_a_month_has_come_is_not_known_before_the_start_is():
    assert case("project: {title: T}").passed(read_dates("month 3")) is None
