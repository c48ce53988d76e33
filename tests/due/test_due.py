"""What is due: found where the file tells it, and written as calendars that hold to the standard."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import EXAMPLES, rows, shipped

from involve_audit.due.calendar import calendar, escaped, folded
from involve_audit.due.items import due, without_words
from involve_audit.load import read, read_project

DAY = dt.date(2026, 11, 29)
FILE = """format: 1
project: {title: "Air; clean, and free", phase: running, called: co-production, dates: {start: 2026-01, end: 2027-06-30}}
stages:
  design: {role: consulted, status: done, when: 2026-02}
  analysis: {role: involved, status: planned, when: 2026-10, owner: lead}
  sharing: {role: led, status: planned, when: month 18}
care:
  plan: {status: planned}
voices:
  excluded: [{group: children, review: 2026-05, justification: law}]
influence:
  feedback: {status: ongoing, within_days: 30}
  heard: [{answer: no, said_by: contributors, when: 2026-03}]
  log:
    - {said: "more light, please", by: contributors, when: 2026-11-20, answer: taken up, changed: lamps}
    - {said: fewer forms, by: contributors, when: 2026-03-01, answer: refused, reason: law, told_back: no}
    - {said: tea, by: contributors, when: 2026-03, answer: taken up, changed: tea, told_back: 2026-04}
    - {said: rules, by: team, answer: taken up, changed: rules}
    - {said: shorter days, by: contributors, answer: put off}
"""


def found(text, date=DAY):
    document = read(text)
    return due(document, read_project(document), shipped().rubric, date)


def test_what_is_due_is_found_with_its_day():
    told = {(one.kind, one.state, one.by and one.by.isoformat(), one.path) for one in found(FILE)}
    assert told == {
        ("promise", "overdue", "2026-10-31", "stages.analysis"),
        ("promise", "coming", "2027-06-30", "stages.sharing"),
        ("promise", "no day", None, "care.plan"),
        ("review", "overdue", "2026-05-31", "voices.excluded[0].review"),
        ("feedback", "no day", None, "influence.heard[0]"),
        ("feedback", "now", "2026-12-20", "influence.log[0]"),
        ("feedback", "overdue", "2026-03-31", "influence.log[1]"),
        ("feedback", "no day", None, "influence.log[4]"),
        ("promise", "no day", None, "influence.log[4]"),
        ("door", "coming", "2027-06-30", "project.dates.end"),
    }
    assert next(one.owner for one in found(FILE) if one.path == "stages.analysis") == "lead"
    states = [one.by or dt.date.max for one in found(FILE)]
    assert states == sorted(states)


@rows(
    "telling, states",
    [
        ("care: {plan: {status: planned, when: 2026-11-28}}", ["overdue"]),
        ("care: {plan: {status: planned, when: 2026-11-29}}", ["now"]),
        ("care: {plan: {status: planned, when: 2026}}", ["now"]),
        ("care: {plan: {status: planned, when: 2026-11-30}}", ["coming"]),
        ("care: {plan: {status: done, when: 2026-11-28}}", []),
        ("care: {plan: {status: planned, when: after design}}\nstages: {design: {role: led, when: 2026-05}}", ["no day"]),
        ("care: {plan: {status: planned, when: before design}}\nstages: {design: {role: led, when: 2026-05}}", ["overdue"]),
        ("voices: {excluded: [{group: x, review: no}]}", []),
        ("influence: {log: [{said: x, by: contributors, when: 2027-01}]}", []),
        ("project: {phase: applying, dates: {submitted: 2027-01-15}}", ["coming"]),
    ],
)  # fmt: skip
def test_the_state_is_that_of_the_last_day(telling, states):
    assert [one.state for one in found(f"format: 1\n{telling}\n")] == states


# --- the calendar, by RFC 5545 -------------------------------------------------------------------------


def parsed(data: bytes):
    """The components of a calendar, read strictly: line ends, folding, escapes, and the properties that an event must have."""
    assert data.endswith(b"\r\n")
    lines = data.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    for line in lines:
        line.decode("utf-8")  # no character is cut
    whole = data.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")[:-1]
    stack, events = [], []
    for line in whole:
        named = re.fullmatch(r"([A-Z-]+)((?:;[A-Z-]+=[^:;,\"]+)*):(.*)", line)
        assert named, line
        name, value = named[1], named[3]
        assert not re.search("[\x00-\x08\x0a-\x1f\x7f]", value)
        if name == "BEGIN":
            stack.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            assert stack.pop() == value
        elif stack[-1] == "VEVENT":
            assert name not in events[-1]
            events[-1][name] = value
    assert not stack
    assert whole[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//involve-audit//due//EN"]
    assert any(line in ("BEGIN:VEVENT", "BEGIN:VTIMEZONE") for line in whole)
    for event in events:
        assert event.keys() >= {"UID", "DTSTAMP", "DTSTART", "SUMMARY"}
        assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"])
        days = [dt.datetime.strptime(event[key], "%Y%m%d").date() for key in ("DTSTART", "DTEND")]
        assert days[1] - days[0] == dt.timedelta(days=1)
        for key in ("SUMMARY", "DESCRIPTION"):
            assert not re.search(r"(?<!\\)(?:\\\\)*[;,]|(?<!\\)(?:\\\\)*\\[^\\;,nN]", event[key]), event[key]
    assert len({event["UID"] for event in events}) == len(events)
    return events


def plain(value):
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)


def test_the_calendar_holds_what_has_a_day(run, tmp_path):
    (tmp_path / "project.yaml").write_text(FILE)
    done = run("due", tmp_path / "project.yaml", "--date", "2026-11-29", "-o", tmp_path / "due.ics")
    assert done.code == 0
    assert "4 with no day are not in the calendar" in done.err
    data = (tmp_path / "due.ics").read_bytes()
    events = parsed(data)
    assert len(events) == 6
    assert {event["DTSTAMP"] for event in events} == {"20261129T000000Z"}
    assert "Promise: Analysis: involved (Air; clean, and free)" in {plain(event["SUMMARY"]) for event in events}
    assert str(tmp_path).encode() not in data.replace(b"\r\n ", b"")
    run("due", tmp_path / "project.yaml", "--date", "2026-11-29", "-o", tmp_path / "again.ics")
    assert (tmp_path / "again.ics").read_bytes() == data
    # A day that is moved moves the event; it is no other event.
    (tmp_path / "project.yaml").write_text(FILE.replace("when: 2026-10,", "when: 2026-12,"))
    run("due", tmp_path / "project.yaml", "--date", "2026-11-30", "-o", tmp_path / "later.ics")
    later = parsed((tmp_path / "later.ics").read_bytes())
    assert {e["UID"] for e in later} == {e["UID"] for e in events}
    assert [e for e in later if e["DTSTART"] == "20261231"]


def test_a_calendar_without_events_is_a_calendar():
    assert parsed(calendar([], DAY)) == []


@rows("path", EXAMPLES)
def test_the_calendar_of_every_example_is_one(path):
    document = read(path.read_bytes())
    try:
        project = read_project(document)
    except Exception:  # the bad one is not read
        assert path.parent.name == "bad"
        return
    for date in (dt.date(2020, 1, 1), DAY):
        items = due(document, project, shipped().rubric, date)
        assert len(parsed(calendar([("x", one) for one in items], date))) == sum(one.by is not None for one in items)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_words_come_back_as_they_were(words):
    line = folded(f"SUMMARY:{escaped(words)}")
    assert all(len(part) <= 75 for part in line.split(b"\r\n"))
    back = plain(line.replace(b"\r\n ", b"").decode()[len("SUMMARY:") : -2])
    wanted = words.replace("\r\n", "\n").replace("\r", "\n")
    assert back == "".join(c if c >= " " or c in "\n\t" else " " for c in wanted)


# --- the command ---------------------------------------------------------------------------------------


def test_it_informs_and_never_fails_on_what_is_late(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("due").code == 2
    (tmp_path / "project.yaml").write_text(FILE)
    done = run("due", "--date", "2026-11-29")
    assert done.code == 0
    assert "The day has passed (3)" in done.out
    assert "project.yaml:5 stages.analysis" in done.out
    assert "Who sees to it: lead." in done.out
    soon = json.loads(run("due", "--date", "2026-11-29", "--within", "30", "--format", "json").out)
    assert {one["state"] for one in soon["due"]} == {"overdue", "now"}
    (tmp_path / "bad.yaml").write_text("format: 1\nstage: {}\n")
    done = run("due", "project.yaml", "bad.yaml", "--date", "2026-11-29")
    assert done.code == 2
    assert "bad.yaml:2:1" in done.err
    assert "stages.analysis" in done.out


@pytest.mark.parametrize("kind", ["text", "markdown", "html", "json", "github", "ics"])
def test_whatever_is_written_names_the_file_that_could_not_be_read(run, tmp_path, monkeypatch, kind):
    """A page that says that nothing is due, of a file that nobody could read, would be untrue: design, nothing may vanish."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.yaml").write_text("format: 1\nstage: {}\n")
    (tmp_path / "project.yaml").write_text(FILE)
    for files in (["bad.yaml"], ["bad.yaml", "project.yaml"], ["gone.yaml"]):
        done = run("due", *files, "-f", kind, "--date", "2026-11-29")
        assert done.code == 2
        assert files[0] in plain(done.out.replace("\r\n ", ""))
        assert "Nothing is due" not in done.out
    if kind == "ics":
        parsed(run("due", "bad.yaml", "project.yaml", "-f", "ics", "--date", "2026-11-29").out.encode())


def test_notices_stand_beside_their_lines_and_hold_no_words_in_public(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_text(FILE)
    done = run("due", "-f", "github", "--date", "2026-11-29")
    assert "::warning file=project.yaml,line=5,col=3,title=The day has passed%3A promise::" in done.out
    assert "more light" in done.out
    monkeypatch.setenv("CI", "1")
    for kind in ("github", "text", "json", "ics"):
        done = run("due", "-f", kind, "--date", "2026-11-29")
        for words in ("more light", "clean", "children", "fewer forms", "lead"):
            assert words not in done.out, (kind, words)
        assert "stages.analysis" in done.out


def test_without_words_only_places_are_left():
    for one in found(FILE):
        assert without_words(one).what == (one.what if one.kind == "door" else one.path)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["-f", "calendar"], "allowed: text, markdown, html, pdf, docx, ics, github, json"),
        (["-o", "due.doc"], ".ics"),
        (["-o", "project.yaml", "-f", "text"], "read or written already"),
        (["--date", "2026-13-01"], "not a day"),
    ],
)
def test_what_cannot_be_is_said(run, tmp_path, monkeypatch, arguments, says):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_text(FILE)
    done = run("due", *arguments)
    assert done.code == 2
    assert says in done.err
