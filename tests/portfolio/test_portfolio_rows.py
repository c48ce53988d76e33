"""Rows and what is so across them: the same as single audits say, whatever the order."""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
import json
import pickle
import random
import re
from collections import Counter
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from projects import projects
from support import EXAMPLES, shipped

from involve_audit.assess import audit_document
from involve_audit.judge.untold import Untold
from involve_audit.load import Document, read
from involve_audit.policy.conditions import REQUIREMENTS, PolicyOptions
from involve_audit.policy.policy_file import load_policy
from involve_audit.portfolio import table_page
from involve_audit.portfolio.panel import PanelAnswer
from involve_audit.portfolio.rows import PrincipleCell, Unread, plain, row_judged
from involve_audit.portfolio.titles import titles_of
from involve_audit.portfolio.totals import Totals
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 1)


@cache
def untold():
    """One for all files, as in the command."""
    return Untold(shipped().rubric, DAY, often=0)


@cache
def audited(path):
    return audit_document(read(path.read_bytes(), path.parent.name), shipped(), DAY)


@cache
def row_at(path):
    return row_judged(read(path.read_bytes(), path.parent.name), shipped(), DAY, PolicyOptions(), untold())


def rows():
    return [row_at(path) for path in EXAMPLES]


def as_the_audit_says(row, audit):
    """The row with everything that an audit tells too, taken from the audit."""
    asked = [c for c in audit.policy.conditions if c.excused != "not asked for yet"]
    seen = [*(s.id for s in audit.signs if s.state == "holds"), *(f.id for f in audit.flags if f.level != "note")]
    return replace(
        row, file=audit.project.file, title=audit.project.title, phase=audit.project.phase, verdict=audit.verdict.title,
        possible=tuple(v.title for v in audit.verdict.possible), label=audit.label.state,
        shown=(audit.rung.shown.low, audit.rung.shown.high), holds=audit.policy.holds,
        cells=tuple(PrincipleCell(p.id, p.low, p.high, p.letter, _planned(p)) for p in audit.principles),
        met=tuple(c.id for c in asked if c.state == "held"),
        # That too little is told fails a check; in the table it is not told, and no fault of the project.
        failed=tuple(c.id for c in asked if c.state == "not held" and c.id != "enough-is-told"),
        open=tuple(c.id for c in asked if c.state == "open" or (c.state == "not held" and c.id == "enough-is-told")), signs=tuple(dict.fromkeys(seen)),
        not_told=tuple(q.id for q in audit.questions), missing=tuple(dict.fromkeys(m.group for m in audit.voices.missing)),
        vague=tuple(s.id for s in audit.rung.stages if s.promised and s.promise_is == "in words"),
        overdue=tuple(s.id for s in audit.rung.stages if s.promise_is == "overdue"),
    )  # fmt: skip


def _planned(principle):
    criteria = [c for c in principle.criteria if c.applies]
    if all(c.planned is None for c in criteria):
        return None
    levels = [max(c.level.low, c.planned or 0) for c in criteria]
    return round(100 * sum(levels) / len(levels) / 3, 1)


def counted(found):
    across = Totals()
    for row in found:
        across.add(row)
    return across


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_a_row_is_made_without_the_audit(path):
    document = read(path.read_bytes(), path.parent.name)
    row = row_judged(document, shipped(), DAY, PolicyOptions())
    assert row == as_the_audit_says(row, audited(path))
    assert row == row_at(path)


@given(projects)
def test_of_any_project_the_row_says_what_the_audit_says(tree):
    document, options = Document("p.yaml", tree, []), PolicyOptions(REQUIREMENTS, allow_unknown=True)
    try:
        rich = audit_document(document, shipped(), DAY, options, steps=False, lines="none")
    except InputError:
        return
    row = row_judged(document, shipped(), DAY, options)
    assert row == as_the_audit_says(row, rich)
    assert row == row_judged(document, shipped(), DAY, options, untold())
    assert row == pickle.loads(pickle.dumps(row))  # noqa: S301 (made here)
    assert not set(row.met) & set(row.failed) | set(row.failed) & set(row.open) | set(row.met) & set(row.open)


def test_a_row_says_what_its_audit_says():
    for path in EXAMPLES:
        audit, row = audited(path), row_at(path)
        assert [(c.low, c.high, c.letter) for c in row.cells] == [(p.low, p.high, p.letter) for p in audit.principles]
        assert row.holds is audit.policy.holds
        assert len(row.not_told) == len(audit.questions)
        assert row.verdict == audit.verdict.title
        assert row.verdict == row.possible[0]


def test_a_row_names_the_conditions_that_are_not_held_and_not_told_without_those_that_are_not_asked_for_yet():
    text = b"policy: 1\ntitle: A fund\nlabel: honest\ncontributors: heard\nmay_stay_open: {running: [honest-label, contributors-heard]}\n"
    policy = load_policy(text, "fund.yaml")
    early = 0
    for path in EXAMPLES:
        audit = audit_document(
            read(path.read_bytes()), shipped(), DAY, PolicyOptions(policy=policy), steps=False, lines="none"
        )
        asked = {c.id: c.state for c in audit.policy.conditions if c.excused != "not asked for yet"}
        if asked.get("enough-is-told") == "not held":
            asked["enough-is-told"] = "open"
        early += sum(c.state != "held" and c.id not in asked for c in audit.policy.conditions)
        row = row_judged(read(path.read_bytes()), shipped(), DAY, PolicyOptions(policy=policy))
        assert set(row.met) == {c for c, state in asked.items() if state == "held"}
        assert set(row.failed) == {c for c, state in asked.items() if state == "not held"}
        assert set(row.open) == {c for c, state in asked.items() if state == "open"}
    assert early


def test_a_row_names_signs_and_flags_but_no_mere_note():
    levels = set()
    for path in EXAMPLES:
        audit = audited(path)
        levels |= {f.level for f in audit.flags}
        seen = [*(s.id for s in audit.signs if s.state == "holds"), *(f.id for f in audit.flags if f.level != "note")]
        assert list(row_at(path).signs) == list(dict.fromkeys(seen))
    assert levels >= {"note", "warning"}


def row_told(**told):
    document = Document("p.yaml", {"format": "1", "project": {"title": "A test", "phase": "running"}, **told}, [])
    row = row_judged(document, shipped(), DAY, PolicyOptions())
    assert row == as_the_audit_says(row, audit_document(document, shipped(), DAY, steps=False, lines="none"))
    return row


def test_what_is_planned_counts_beside_what_is_there_and_never_below_it():
    """Care has five criteria; a plan of the first level for one of them is one of fifteen steps."""
    plan = {"status": "planned", "when": "2027-06", "written_by": "together"}
    cells = {c.id: c for c in row_told(care={"plan": plan}).cells}
    assert (cells["care"].low, cells["care"].planned) == (0, 6.7)
    assert cells["power"].planned is None
    # In the example of an application much is planned: each criterion counts what is there, or the plan where that is more.
    path = next(path for path in EXAMPLES if path.parent.name == "application")
    for principle, cell in zip(audited(path).principles, row_at(path).cells, strict=True):
        levels = [max(c.level.low, c.planned or 0) for c in principle.criteria]
        assert cell.planned == (
            round(100 * sum(levels) / len(levels) / 3, 1)
            if any(c.planned is not None for c in principle.criteria)
            else None
        )


def test_what_does_not_apply_is_not_counted_among_what_is_planned():
    """Where there are no researchers, what they learned does not apply: the plan is one of three criteria on relationships, not of four."""
    told = {
        "project": {"title": "A test", "phase": "running", "researchers": "0"},
        "relationships": {"training": {"status": "planned", "when": "2027"}},
    }
    document = Document("p.yaml", {"format": "1", **told}, [])
    (principle,) = (
        p
        for p in audit_document(document, shipped(), DAY, steps=False, lines="none").principles
        if p.id == "relationships"
    )
    applying = [c for c in principle.criteria if c.applies]
    assert 0 < len(applying) < len(principle.criteria)
    planned = sum(max(c.level.low, c.planned or 0) for c in applying)
    assert planned
    assert next(c for c in row_told(**told).cells if c.id == "relationships").planned == round(
        100 * planned / len(applying) / 3, 1
    )


def test_a_plan_that_falls_behind_what_is_there_lowers_nothing():
    """One half is done and the other planned in words: the plan, of the lower level, is not set in place of what is there."""
    done, planned = {"role": "consulted", "status": "done", "when": "2025"}, {"role": "consulted", "status": "planned"}
    for cell in row_told(stages={"design": done, "analysis": planned}).cells:
        assert cell.planned is None or cell.planned >= cell.low


def test_a_plan_is_vague_until_something_of_it_is_told_and_overdue_once_its_day_has_passed():
    role = {"role": "involved", "status": "planned"}
    row = row_told(
        stages={
            "design": role,
            "analysis": {**role, "when": "2026-10-31", "cost": "10"},
            "sharing": {**role, "when": "2027", "cost": "10"},
        }
    )
    assert (row.vague, row.overdue) == (("design",), ("analysis",))


def test_rows_survive_being_kept():
    for row in [*rows(), Unread("a.yaml", "line 1: no")]:
        assert pickle.loads(pickle.dumps(row)) == row  # noqa: S301 (made here)


def test_sums_equal_single_audits_and_no_order_changes_them():
    found = [*rows(), Unread("broken.yaml", "line 3: what")]
    across = counted(found)
    assert across.projects == len(EXAMPLES)
    assert across.unread == 1
    assert across.verdicts == Counter(audited(p).verdict.title for p in EXAMPLES)
    assert across.holds == sum(audited(p).policy.holds for p in EXAMPLES)
    assert across.not_told == Counter(q.id for p in EXAMPLES for q in audited(p).questions)
    assert across.vague == Counter(s.id for p in EXAMPLES for s in audited(p).rung.stages if s.promise_is == "in words")
    assert sum(sum(c.values()) for c in across.letters.values()) == 9 * len(EXAMPLES)
    for seed in range(5):
        shuffled = found[:]
        random.Random(seed).shuffle(shuffled)
        again = counted(shuffled)
        assert (again.verdicts, again.not_told, again.missing, again.holds) == (
            across.verdicts,
            across.not_told,
            across.missing,
            across.holds,
        )


def test_a_group_is_the_same_however_it_is_spelt():
    base = rows()[0]
    across = counted(
        [
            replace(base, missing=("Young carers",)),
            replace(base, missing=("young  CARERS", "young carers")),
            replace(base, missing=()),
        ]
    )
    assert dict(across.missing) == {"young carers": 2}
    assert across.spelt == {"young carers": "Young carers"}
    assert across.names_nobody == 1


def test_every_column_is_counted():
    first = rows()[0]
    one = replace(
        first, phase="", label="fits", verdict="Consultation", holds=True, met=("d",), failed=("a", "b"), open=("c",), pay=PanelAnswer("for all", "10"), signs=("late-invitation",),
        not_told=("pay", "views"), vague=("design",), overdue=("analysis", "sharing"), cells=(replace(first.cells[0], letter="A"),),
    )  # fmt: skip
    other = replace(
        one,
        phase="running",
        label="modest",
        holds=False,
        pay=PanelAnswer("planned for all"),
        failed=("b",),
        open=(),
        signs=(),
        not_told=("views",),
        vague=(),
        overdue=("sharing",),
    )
    across = counted([one, other, Unread("x.yaml", "no"), Unread("y.yaml", "no")])
    assert (across.projects, across.holds, across.unread, across.left_out) == (2, 1, 2, 0)
    assert (across.phases, across.labels, across.verdicts) == (
        {"not told": 1, "running": 1},
        {"fits": 1, "modest": 1},
        {"Consultation": 2},
    )
    assert (across.policies, across.met) == ({"met": 1, "not met": 1}, {"d": 2})
    assert across.pay == {"for all": 1, "planned for all": 1}
    assert (across.failed, across.open, across.signs) == ({"a": 1, "b": 2}, {"c": 1}, {"late-invitation": 1})
    assert (across.not_told, across.vague, across.overdue) == (
        {"pay": 1, "views": 2},
        {"design": 1},
        {"analysis": 1, "sharing": 2},
    )
    assert across.letters == {first.cells[0].id: {"A": 2}}


def test_what_most_projects_have_comes_first_and_then_the_names_in_order():
    assert Totals().everywhere(Counter(b=1, c=2, a=1, d=3)) == [("d", 3), ("c", 2), ("a", 1), ("b", 1)]


def test_of_too_many_names_of_groups_the_later_ones_are_left_out_and_that_is_said(monkeypatch):
    monkeypatch.setattr("involve_audit.portfolio.totals.MOST_GROUPS", 2)
    groups = [
        ("Young carers",),
        ("Night workers", "Young carers"),
        ("Farmers", "Night workers"),
        ("Farmers", "Sailors"),
    ]
    across = counted([replace(rows()[0], missing=missing) for missing in groups])
    assert dict(across.missing) == {"young carers": 2, "night workers": 2}
    assert across.spelt == {"young carers": "Young carers", "night workers": "Night workers"}
    assert across.left_out == 3
    assert across.names_nobody == 0


@pytest.mark.parametrize("kind", table_page.TEXTS)
def test_no_format_changes_the_order(kind):
    found = rows()
    titles = titles_of(shipped(), PolicyOptions())
    for order in (found, found[::-1]):
        text = "".join(table_page.FORMATS[kind][0](order, counted(order), titles, "2026-11-01"))
        assert text == "".join(table_page.FORMATS[kind][0](order, counted(order), titles, "2026-11-01"))
        # The beginning of a title is in every format, escaped or cut or not.
        places = [text.index(row.title[:12]) for row in order]
        assert places == sorted(places)


def test_the_csv_has_a_column_for_each_cell_and_holds_no_formula():
    row = replace(rows()[0], title="=HYPERLINK(1)", file="+1.yaml", missing=("@group", "-2"))
    text = "".join(
        table_page.FORMATS["csv"][0](
            [row, Unread("-x.yaml", "=1")], counted([row]), titles_of(shipped(), PolicyOptions()), "2026-11-01"
        )
    )
    head, first, broken = csv.reader(io.StringIO(text, newline=""))
    assert len(head) == len(first) == len(broken)
    assert all(cell[:1] not in "=+-@\t\r" or not cell for line in (first, broken) for cell in line)
    assert first[head.index("power_low")] == str(next(c.low for c in row.cells if c.id == "power"))


def test_the_last_json_line_is_the_whole():
    found = rows()
    lines = [
        json.loads(line)
        for line in "".join(
            table_page.FORMATS["jsonl"][0](found, counted(found), titles_of(shipped(), PolicyOptions()), "2026-11-01")
        ).splitlines()
    ]
    assert [line["kind"] for line in lines] == ["portfolio", *["project"] * len(found), "across"]
    assert lines[-1]["projects"] == len(found)
    assert [line["kind"] == "project" and {k: v for k, v in line.items() if k != "kind"} for line in lines[1:-1]] == [
        json.loads(json.dumps(plain(row))) for row in found
    ]


HOSTILE = "<script>alert(1)</script> | `x` \u202e *b* [l](u)\n\n# h"


@pytest.mark.parametrize("kind", ["markdown", "html", "text"])
def test_text_from_files_stays_text(kind):
    row = replace(
        rows()[0], title=HOSTILE, file=HOSTILE, missing=(HOSTILE,), label=HOSTILE, reference=HOSTILE, called=(HOSTILE,),
        room=PanelAnswer("no contributors", HOSTILE), lead=PanelAnswer("nobody", HOSTILE),
    )  # fmt: skip
    text = "".join(
        table_page.FORMATS[kind][0](
            [row, Unread(HOSTILE, HOSTILE)], counted([row]), titles_of(shipped(), PolicyOptions()), "2026-11-01"
        )
    )
    assert "\u202e" not in text
    if kind == "html":
        assert "<script>alert" not in text
        assert text.count("<script") == 1  # its own, which sorts and filters
    if kind == "markdown":
        from markdown_it import MarkdownIt

        page = MarkdownIt("commonmark").enable("table").render(text)
        assert "<script" not in page
        assert page.count("<h1>") == 1
        assert {line.count("<td") for line in page.split("<tr>") if "<td" in line} <= {2, 4, 11}


@pytest.mark.parametrize("kind", ["markdown", "html", "text"])
def test_a_page_is_written_while_the_rows_are_read(kind):
    """Ten thousand rows need no more memory than ten."""
    found, taken = rows() * 5, []
    read_ = (taken.append(row) or row for row in found)
    seen = []
    for piece in table_page.FORMATS[kind][0](
        read_, counted(found), titles_of(shipped(), PolicyOptions()), "2026-11-01"
    ):
        seen.append((len(taken), len(piece)))
    assert {number for number, _ in seen} >= set(range(1, len(found)))
    assert max(long for number, long in seen if 1 < number < len(found)) < 5000


@pytest.mark.parametrize("kind", ["markdown", "html", "text"])
def test_every_format_for_people_says_the_same_of_a_project(kind):
    found, titles = rows(), titles_of(shipped(), PolicyOptions())
    made = "".join(table_page.FORMATS[kind][0](found, counted(found), titles, "2026-11-01"))
    said = " ".join(html.unescape(re.sub("<[^>]*>", " ", made)).replace("\\", "").split())
    for row in found:
        parts = (
            *table_page.verdict_parts(row, titles),
            *table_page.conditions_say(row, titles),
            *(w for c in table_page.columns(row) for w in c),
        )
        assert not [part for part in parts if " ".join(part.split()) not in said]


def test_every_id_in_a_row_has_words():
    titles = titles_of(shipped(), PolicyOptions())
    for row in rows():
        assert all(titles.asks(q) != q for q in row.not_told)
        assert all(c in titles.conditions for c in (*row.failed, *row.open))
        assert all(s in titles.signs for s in row.signs)
        assert all(s in titles.stages for s in (*row.vague, *row.overdue))


def test_what_nobody_has_denied_is_asked_for_and_not_hung_beside_a_title():
    """As in the report of one project: a verdict that is possible only because nobody has said reads as a suspicion."""
    from involve_audit.render.words import ASKED_FOR, HEARD

    titles = titles_of(shipped(), PolicyOptions())
    suspicions = {v.title.lower() for v in shipped().rubric.verdicts if v.id in ASKED_FOR}
    asked = 0
    for row in rows():
        says = "; ".join(table_page.verdict_parts(row, titles)[1:]).lower()
        assert not [s for s in suspicions if s in says]
        possible = {v.id for v in shipped().rubric.verdicts if v.title in row.possible and v.title != row.verdict}
        for verdict in possible & set(ASKED_FOR):
            if not row.begun and verdict != "nobody involved":
                assert HEARD not in says
                assert ASKED_FOR[verdict] not in says
                continue
            # Where it is told whether people were heard, that is not asked for again.
            assert (HEARD if verdict == "tokenism" and "people-heard" in row.not_told else ASKED_FOR[verdict]) in says
            asked += 1
    assert asked > 5


@pytest.mark.parametrize("width", [50, 80, 100])
def test_the_text_keeps_its_width_and_cuts_no_sentence(width):
    found = [
        *rows(),
        Unread("no-such-folder/no-such-file.yaml", "no-such-folder/no-such-file.yaml: there is no such file"),
    ]
    titles = titles_of(shipped(), PolicyOptions())
    text = "".join(table_page.text(found, counted(found), titles, "2026-11-01", width))
    assert max(map(len, text.splitlines())) <= width
    words = " ".join(text.split())
    assert all(" · ".join(table_page.verdict_parts(row, titles)) in words for row in found[:-1])
    assert "no-such-file.yaml Could not be audited: there is no such file" in words
    assert width > 50 or all(" ".join(row.title.split()) in words for row in found[:-1])


@pytest.mark.parametrize(
    "title", ["研究を一緒に：高齢者の声を聞く会" * 3, "🫁 Lungs " * 8, "مشروع البحث المشترك " * 4, "A"]
)
@pytest.mark.parametrize("width", [50, 80])
def test_letters_that_take_two_columns_are_counted_as_two(title, width):
    from dataclasses import replace
    from unicodedata import east_asian_width

    row = replace(rows()[0], title=title, missing=(title,))
    text = "".join(table_page.text([row], counted([row]), titles_of(shipped(), PolicyOptions()), "2026-11-01", width))
    assert "\ue000" not in text
    assert max(sum(1 + (east_asian_width(c) in ("W", "F")) for c in line) for line in text.splitlines()) <= width
    assert "".join(title.split())[:12] in "".join(text.split())


def test_a_list_that_is_cut_says_so():
    across, titles = counted(rows()), titles_of(shipped(), PolicyOptions())
    (says,) = (says for title, says, *_ in table_page.blocks(across, titles) if title == "What most leave out")
    assert says.endswith(f"the JSON lines have {len(across.not_told) - table_page.MOST} more.")


def test_a_table_ranks_nobody():
    """A table of many projects has no total score, no mean over projects and no rank."""
    found = rows()
    text = "".join(
        table_page.FORMATS["text"][0](found, counted(found), titles_of(shipped(), PolicyOptions()), "2026-11-01")
    ).lower()
    assert not {"average", "mean score", "best", "worst", "top", "league"} & set(text.replace(".", " ").split())
