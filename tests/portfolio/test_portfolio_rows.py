"""Rows and what is so across them: the same as single audits say, whatever the order."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import random
from collections import Counter
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from projects import projects
from support import shipped
from test_findings import EXAMPLES

from involve_audit.judge import audit_document
from involve_audit.judge.policy import REQUIREMENTS, PolicyOptions
from involve_audit.judge.untold import Untold
from involve_audit.load import Document, read
from involve_audit.messages import InputError
from involve_audit.portfolio import show
from involve_audit.portfolio.across import Across
from involve_audit.portfolio.rows import Row, Unread, plain, read_plain, row_judged, row_of
from involve_audit.portfolio.words import titles_of

DAY = dt.date(2026, 11, 1)


@cache
def untold():
    """One for all files, as in the command."""
    return Untold(shipped().rubric, DAY)


@cache
def audited(path):
    return audit_document(read(path.read_bytes(), path.parent.name), shipped(), DAY)


def rows():
    return [row_of(audited(path)) for path in EXAMPLES]


def counted(found):
    across = Across()
    for row in found:
        across.add(row)
    return across


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_a_row_is_made_without_the_audit(path):
    document = read(path.read_bytes(), path.parent.name)
    assert row_of(audited(path)) == row_judged(document, shipped(), DAY, PolicyOptions())
    assert row_of(audited(path)) == row_judged(document, shipped(), DAY, PolicyOptions(), untold())


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(projects)
def test_of_any_project_the_row_says_what_the_audit_says(tree):
    document, options = Document("p.yaml", tree, []), PolicyOptions(REQUIREMENTS, allow_unknown=True)
    try:
        rich = audit_document(document, shipped(), DAY, options, steps=False)
    except InputError:
        return
    assert row_of(rich) == row_judged(document, shipped(), DAY, options)
    assert row_of(rich) == row_judged(document, shipped(), DAY, options, untold())


def test_a_row_says_what_its_audit_says():
    for path in EXAMPLES:
        audit, row = audited(path), row_of(audited(path))
        assert [(c.low, c.high, c.letter) for c in row.cells] == [(p.low, p.high, p.letter) for p in audit.principles]
        assert row.holds is audit.policy.holds
        assert len(row.not_told) == len(audit.questions)
        assert row.verdict == audit.verdict.title
        assert row.verdict == row.possible[0]


def test_rows_survive_being_kept():
    for row in [*rows(), Unread("a.yaml", "line 1: no")]:
        assert read_plain(json.loads(json.dumps(plain(row)))) == row


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
        assert (again.verdicts, again.not_told, again.missing, again.holds) == (across.verdicts, across.not_told, across.missing, across.holds)


def test_a_group_is_the_same_however_it_is_spelt():
    base = rows()[0]
    from dataclasses import replace

    across = counted([replace(base, missing=("Young carers",)), replace(base, missing=("young  CARERS", "young carers")), replace(base, missing=())])
    assert dict(across.missing) == {"young carers": 2}
    assert across.spelt == {"young carers": "Young carers"}
    assert across.names_nobody == 1


@pytest.mark.parametrize("kind", show.FORMATS)
def test_no_format_changes_the_order(kind):
    found = rows()
    titles = titles_of(shipped(), PolicyOptions())
    for order in (found, found[::-1]):
        text = "".join(show.FORMATS[kind][0](order, counted(order), titles, "2026-11-01"))
        assert text == "".join(show.FORMATS[kind][0](order, counted(order), titles, "2026-11-01"))
        # The beginning of a title is in every format, escaped or cut or not.
        places = [text.index(row.title[:12]) for row in order]
        assert places == sorted(places)


def test_the_csv_has_a_column_for_each_cell_and_holds_no_formula():
    from dataclasses import replace

    row = replace(rows()[0], title="=HYPERLINK(1)", file="+1.yaml", missing=("@group", "-2"))
    text = "".join(show.FORMATS["csv"][0]([row, Unread("-x.yaml", "=1")], counted([row]), titles_of(shipped(), PolicyOptions()), "2026-11-01"))
    head, first, broken = csv.reader(io.StringIO(text, newline=""))
    assert len(head) == len(first) == len(broken)
    assert all(cell[:1] not in "=+-@\t\r" or not cell for line in (first, broken) for cell in line)
    assert first[head.index("power_low")] == str(next(c.low for c in row.cells if c.id == "power"))


def test_the_last_json_line_is_the_whole():
    found = rows()
    lines = [json.loads(line) for line in "".join(show.FORMATS["jsonl"][0](found, counted(found), titles_of(shipped(), PolicyOptions()), "2026-11-01")).splitlines()]
    assert [line["kind"] for line in lines] == ["portfolio", *["project"] * len(found), "across"]
    assert lines[-1]["projects"] == len(found)
    assert all(isinstance(read_plain({k: v for k, v in line.items() if k != "kind"}), Row) for line in lines[1:-1])


HOSTILE = "<script>alert(1)</script> | `x` \u202e *b* [l](u)\n\n# h"


@pytest.mark.parametrize("kind", ["markdown", "html", "text"])
def test_text_from_files_stays_text(kind):
    from dataclasses import replace

    row = replace(rows()[0], title=HOSTILE, file=HOSTILE, missing=(HOSTILE,), label=HOSTILE)
    text = "".join(show.FORMATS[kind][0]([row, Unread(HOSTILE, HOSTILE)], counted([row]), titles_of(shipped(), PolicyOptions()), "2026-11-01"))
    assert "\u202e" not in text
    assert kind != "html" or "<script" not in text
    if kind == "markdown":
        from markdown_it import MarkdownIt

        page = MarkdownIt("commonmark").enable("table").render(text)
        assert "<script" not in page
        assert page.count("<h1>") == 1
        assert {line.count("<td") for line in page.split("<tr>") if "<td" in line} <= {2, 13}


def test_every_id_in_a_row_has_words():
    titles = titles_of(shipped(), PolicyOptions())
    for row in rows():
        assert all(titles.asks(q) != q for q in row.not_told)
        assert all(c in titles.conditions for c in (*row.failed, *row.open))
        assert all(s in titles.signs for s in row.signs)
        assert all(s in titles.stages for s in (*row.vague, *row.overdue))


def test_what_nobody_has_denied_is_asked_for_and_not_hung_beside_a_title():
    """As in the report of one project: a verdict that is possible only because nobody has said reads as a suspicion."""
    from involve_audit.render.words import ASKED_FOR

    titles = titles_of(shipped(), PolicyOptions())
    suspicions = {v.title.lower() for v in shipped().rubric.verdicts if v.id in ASKED_FOR}
    asked = 0
    for row in rows():
        says = show.verdict_says(row, titles).removeprefix(row.verdict).lower()
        assert not [s for s in suspicions if s in says]
        possible = {v.id for v in shipped().rubric.verdicts if v.title in row.possible and v.title != row.verdict}
        for verdict in possible & set(ASKED_FOR):
            assert ASKED_FOR[verdict] in says
            asked += 1
    assert asked > 5


@pytest.mark.parametrize("width", [50, 80, 100])
def test_the_text_keeps_its_width_and_cuts_no_sentence(width):
    found = [*rows(), Unread("no-such-folder/no-such-file.yaml", "no-such-folder/no-such-file.yaml: there is no such file")]
    titles = titles_of(shipped(), PolicyOptions())
    text = "".join(show.text(found, counted(found), titles, "2026-11-01", width))
    assert max(map(len, text.splitlines())) <= width
    words = " ".join(text.split())
    assert all(" ".join(show.verdict_says(row, titles).split()) in words for row in found[:-1])
    assert "no-such-file.yaml: could not be audited: there is no such file" in words
    assert width > 50 or all(" ".join(row.title.split()) in words for row in found[:-1])


@pytest.mark.parametrize("title", ["研究を一緒に：高齢者の声を聞く会" * 3, "🫁 Lungs " * 8, "مشروع البحث المشترك " * 4, "A"])
@pytest.mark.parametrize("width", [50, 80])
def test_letters_that_take_two_columns_are_counted_as_two(title, width):
    from dataclasses import replace
    from unicodedata import east_asian_width

    row = replace(rows()[0], title=title, missing=(title,))
    text = "".join(show.text([row], counted([row]), titles_of(shipped(), PolicyOptions()), "2026-11-01", width))
    assert "\ue000" not in text
    assert max(sum(1 + (east_asian_width(c) in ("W", "F")) for c in line) for line in text.splitlines()) <= width
    assert "".join(title.split())[:12] in "".join(text.split())


def test_a_list_that_is_cut_says_so():
    across, titles = counted(rows()), titles_of(shipped(), PolicyOptions())
    (says,) = (says for title, says, _ in show.blocks(across, titles) if title == "What most leave out")
    assert says.endswith(f"the JSON lines have {len(across.not_told) - show.MOST} more.")


def test_a_table_ranks_nobody():
    """A table of many projects has no total score, no mean over projects and no rank."""
    found = rows()
    text = "".join(show.FORMATS["text"][0](found, counted(found), titles_of(shipped(), PolicyOptions()), "2026-11-01")).lower()
    assert not {"average", "mean score", "best", "worst", "top", "league"} & set(text.replace(".", " ").split())
