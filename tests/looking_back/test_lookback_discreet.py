"""No word of a project file stands in what `compare` and `history` print or write where excerpts are off."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import fields, is_dataclass, replace
from itertools import count

import pytest
from cli.test_cli_discreet import MARK, marked
from pairs_of_files import AFTER, BEFORE
from support import ROOT, shipped

from involve_audit.cli import redact, redact_pages
from involve_audit.compare import Commit, SideRead, compare_documents, course
from involve_audit.load import read
from involve_audit.render import TEXTS
from involve_audit.render.comparison import FORMATS, render
from involve_audit.results.comparison import Comparison, Course

DAYS = ("--date-before", "2025-01-01", "--date", "2026-01-01")
LONG = f"{MARK} " * 30


def promising(later: bool = False, title: str = MARK) -> str:
    """A file with a promise of each kind, in which every free text holds a mark; and what became of them.

    Some texts are longer than anything that is shown whole, some are told in other words later, and some hold what a
    place is written with.
    """
    number = count()

    def free(long: bool = False, reworded: bool = False) -> str:
        text = f"{MARK} of number {next(number)}, {MARK}. It's [{MARK}] led; words: '{MARK}' → {LONG if long else MARK}"
        return json.dumps(text.replace("It's", "It was") if reworded and later else text, ensure_ascii=False)

    status = "done" if later else "planned"
    day = "2025-09" if later else "2025-06"
    source = f"{{title: {free()}, where: {free()}}}"
    return f"""\
format: 1
project:
  title: {title}
  summary: {free(long=True)}
  phase: running
  called: [co-production, {MARK}word, {free(long=True)}]
  claims: {{{MARK}word: collaboration}}
  promises:
    - {{what: {free()}{", kept: no" if later else ""}}}
    - {{what: {free(long=True, reworded=True)}}}
    - {{what: {free(reworded=True)}}}
filled_in: {{when: 2024-11, by: [contributors]}}
sources:
  {MARK}_minutes: {source}
rooms:
  {MARK}_panel: {{name: {free()}, power: decides, status: planned, when: {day}}}
  {MARK}_board: {{power: advises, status: planned, when: 2025-06, contributors: 2}}
  {MARK}_{"new" if later else "old"}_board: {{power: advises, status: planned, when: 2027-06}}
stages:
  design: {{role: {"consulted" if later else "decided together"}, status: {status}, when: {day}, asked: {free()}, said: {free()}, rooms: [{MARK}_panel]}}
  analysis: {{role: led, status: planned, when: 2027-01, owner: {free()}, note: {free()}}}
voices:
  missing:
    - group: {free()}
      action: {{what: {free()}, status: {"stopped" if later else "planned"}, when: 2025-05, owner: {free()}, note: {free()}}}
    - group: {free(long=True, reworded=True)}
      action: {{what: {free(long=True)}, status: planned, when: {day}}}
    {f"- {{group: {MARK}, action: {{status: planned, when: 2027-09}}}}" if later else ""}
power:
  decisions:
    - {{what: {free(long=True, reworded=True)}, announced_as: binding}}
    - {{what: {free()}, announced_as: binding{", became: set aside, set_aside_by: above" if later else ""}}}
    - {{what: {free(reworded=True)}, announced_as: binding, when: 2027-03}}
  leadership:
    - {{role: chair, status: {status}, when: 2025-05}}
    - {{role: co-lead, status: planned, when: before the design stage}}
reward:
  pay: {{offered: {"some" if later else "all"}, rate: £{20 if later else 30} a day, note: Says {MARK}, status: planned, when: {day}}}
influence:
  log:
    - {{said: {free()}, answer: {"refused" if later else "put off"}, by: contributors, reason: {free()}}}
    - {{said: {free(long=True, reworded=True)}, answer: put off, by: contributors}}
"""


EXAMPLES = [
    marked((ROOT / "examples" / name / "project.yaml").read_text("utf-8"))[0]
    for name in ("application", "full", "bad", "dementia-enquirers")
]
PAIRS = [
    (promising(), promising(later=True)),
    (EXAMPLES[0], EXAMPLES[1]),
    (EXAMPLES[1], EXAMPLES[2]),
    (EXAMPLES[2], EXAMPLES[3]),
]


def comparison(before: str, after: str) -> Comparison:
    return compare_documents(
        SideRead(read(before, "before.yaml"), BEFORE), SideRead(read(after, "after.yaml"), AFTER), shipped()
    )


def commits(*versions: str) -> list[Commit]:
    return [
        Commit(f"{n:012}", dt.date(2025, 1 + n, 1), "project.yaml", text.encode()) for n, text in enumerate(versions)
    ]


def a_course(*versions: str) -> Course:
    return course("project.yaml", commits(*versions), shipped(), AFTER)


def with_marks(before: str, after: str) -> Comparison:
    known = (
        SideRead(redact.marked(read(text, name)), day)
        for text, name, day in ((before, "before.yaml", BEFORE), (after, "after.yaml", AFTER))
    )
    return compare_documents(*known, shipped())


def bare(found, *versions):
    """What is found in the same versions where words are left out."""
    if isinstance(found, Course):
        found = course("project.yaml", commits(*versions), shipped(), AFTER, stays=redact.nobodys_own())
    else:
        found = with_marks(*versions)
    return redact_pages.without_excerpts(found)


def texts(value, name=""):
    """Every text in a result, with the field in which it stands."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one, name)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name), f"{type(value).__name__}.{field.name}")


def holding(value):
    return sorted({f"{name}: {text[:200]}" for name, text in texts(value) if MARK in text.lower()})


# --- the results ------------------------------------------------------------------------------------


def test_the_file_with_marks_shows_them_wherever_words_can_stand():
    found = comparison(*PAIRS[0])
    seen = {name for name, text in texts(found) if MARK in text}
    words = {
        "PromiseFound.id",
        "PromiseFound.what",
        "PromiseFound.differs",
        "Place.path",
        "Side.title",
        "NewPromise.id",
        "NewPromise.what",
    }
    assert words <= seen
    assert {p.outcome for p in found.promises} >= {"broken", "late", "in part", "moved", "deleted"}
    assert {"Tracked.id", "Tracked.what", "Tracked.moves", "Course.title"} <= {
        name for name, text in texts(a_course(*PAIRS[0])) if MARK in text
    }


@pytest.mark.parametrize("pair", PAIRS, ids=["promising", "application", "full", "bad"])
def test_no_field_of_a_result_holds_a_word_of_the_file(pair):
    for found in (comparison(*pair), a_course(*pair)):
        told = bare(found, *pair)
        assert holding(told) == []
        for format_ in set(FORMATS) & set(TEXTS):
            assert MARK not in render(format_, told).lower()


def test_what_is_left_out_changes_no_outcome_level_or_place():
    found = comparison(*PAIRS[0])
    told = bare(found, *PAIRS[0])
    assert [(p.outcome, p.asks, p.before.line, p.after and p.after.line) for p in told.promises] == [
        (p.outcome, p.asks, p.before.line, p.after and p.after.line) for p in found.promises
    ]
    for name in (
        "tool",
        "rubric",
        "verdict",
        "rung",
        "label",
        "honesty",
        "stages",
        "principles",
        "criteria",
        "gates",
        "promises_read",
        "facts_read",
    ):
        assert getattr(told, name) == getattr(found, name)
    assert [(f.rule, f.title, f.level, f.state, f.holds) for f in told.findings] == [
        (f.rule, f.title, f.level, f.state, f.holds) for f in found.findings
    ]
    assert len(told.worse) == len(found.worse)
    assert told.notes == (*found.notes, redact.NOTE)
    whole = a_course(*PAIRS[0])
    short = bare(whole, *PAIRS[0])
    assert short.versions == whole.versions
    assert [(p.outcome, p.first, p.first_date, p.last, p.last_date) for p in short.promises] == [
        (p.outcome, p.first, p.first_date, p.last, p.last_date) for p in whole.promises
    ]


def test_places_dates_and_choices_of_the_format_stay():
    told = bare(comparison(*PAIRS[0]), *PAIRS[0])
    paths = {p.before.path for p in told.promises}
    assert {"power.leadership[0]", "voices.missing[0].action", "stages.analysis", "rooms.…"} <= paths
    assert "Design: decided together" in {p.what for p in told.promises}
    assert any(p.what == "A public promise: …" for p in told.promises)
    assert any("2025-06" in p.due for p in told.promises)
    assert any("role: decided together → consulted" in p.differs for p in told.promises)
    assert any("words: '…' → '…'" in p.differs for p in told.promises)


@pytest.mark.parametrize("day", ["June 2026", "before the sharing stage", "autumn 2026", "6 to 8 June 2026"])
def test_a_day_that_is_told_in_words_is_nobodys_own_word(day):
    before = f"format: 1\nproject: {{title: {day}}}\ncare: {{plan: {{status: planned, when: {day}}}}}\n"
    found = bare(comparison(before, before), before, before)
    assert [p.due for p in found.promises] == [day]
    assert found.after.title == ""


def test_each_promise_keeps_an_id_of_its_own():
    found = comparison(*PAIRS[0])
    told = bare(found, *PAIRS[0])
    ids = [p.id for p in (*told.promises, *told.new_promises)]
    assert len(set(ids)) == len(ids)
    tracked = [p.id for p in bare(a_course(*PAIRS[0]), *PAIRS[0]).promises]
    assert len(set(tracked)) == len(tracked)


def test_what_a_saved_audit_says_in_sentences_is_left_out_where_nobody_can_tell_whose_words_they_are():
    found = with_marks(*PAIRS[0])
    found = replace(
        found,
        findings=tuple(replace(f, says=f"They said {MARK} here.") for f in found.findings),
        worse=(f"Newly found: A sign. They said {MARK} here.",),
    )
    told = redact_pages.without_excerpts(redact_pages.with_marked_sentences(found, shipped()), saved=True)
    assert holding(told) == []
    assert told.worse == ("Newly found: A sign. …",)


# --- the commands -----------------------------------------------------------------------------------


@pytest.fixture
def pair(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    for name, text in zip(("before", "after"), PAIRS[0], strict=True):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "invalid.yaml").write_text(
        f"format: 1\nproject: {{title: {MARK}, phase: {MARK}}}\nrooms: {{{MARK}: {{{MARK}: 1}}}}\n", encoding="utf-8"
    )
    (tmp_path / "slip.yaml").write_text(f"format: 1\nproject: {{title: [{MARK}\n", encoding="utf-8")
    return tmp_path


def everything(found) -> str:
    return (found.out + found.err).lower()


def in_every_format(run, folder, *command):
    """What a command writes in all formats, and says beside it."""
    names = ("c.html", "c.md", "c.json", "c.txt")
    for name in names:
        (folder / name).unlink(missing_ok=True)
    found = run(*command, *(x for name in names for x in ("-o", folder / name)))
    written = [folder / name for name in names]
    assert {path.exists() for path in written} == {found.code == 0}
    return replace(found, out=found.out + "".join(path.read_text("utf-8") for path in written if path.exists()))


def test_compare_and_history_tell_no_words_where_a_pipeline_runs(run, pair, repository, monkeypatch):
    for day, text in zip(("2025-01-01", "2025-03-01"), PAIRS[0], strict=True):
        repository.commit(day, text)
    repository.commit("2025-04-01", (pair / "invalid.yaml").read_text("utf-8"))
    repository.commit("2025-05-01", f"format: 1\nrooms: {{{MARK}_room: {{{MARK}: 1}}}}\n")
    repository.commit("2025-06-01", PAIRS[0][1])
    for command in (
        ("compare", pair / "before.yaml", pair / "after.yaml", *DAYS),
        ("history", "project.yaml", "--date", "2026-01-01"),
    ):
        # With excerpts the marks are there: what follows can fail.
        assert MARK in everything(in_every_format(run, pair, *command))
        assert MARK not in everything(in_every_format(run, pair, *command, "--no-excerpts"))
        monkeypatch.setenv("CI", "true")
        found = in_every_format(run, pair, *command)
        assert found.code == 0, found.err
        assert MARK not in everything(found)
        assert MARK in everything(in_every_format(run, pair, *command, "--excerpts"))
        printed = run(*command)
        assert MARK not in everything(printed)
        assert redact.NOTE.split(",")[0] in " ".join(printed.out.split())
        monkeypatch.setenv("CI", "false")


@pytest.mark.parametrize("wanted", ["deleted", "broken", "late", "in-part", "moved", "unclear", "new", "worse"])
def test_the_exit_code_is_the_same_without_words(run, pair, wanted):
    codes = {
        run("compare", "before.yaml", "after.yaml", *DAYS, "--fail-on", wanted, option).code
        for option in ("--excerpts", "--no-excerpts")
    }
    assert len(codes) == 1
    assert codes <= {0, 1}


@pytest.mark.parametrize(
    "sides",
    [
        ("before.yaml", "invalid.yaml"),
        ("slip.yaml", "invalid.yaml"),
        ("slip.yaml", "after.yaml"),
        ("saved.json", "slip.yaml"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_without_a_line_of_it(run, pair, sides):
    (pair / "saved.json").write_text(
        run("check", "before.yaml", "--format", "json", "--date", "2025-01-01").out, encoding="utf-8"
    )
    command = ("compare", *sides, *(DAYS[2:] if "saved.json" in sides else DAYS))
    assert MARK in run(*command, "--excerpts").err
    found = in_every_format(run, pair, *command, "--no-excerpts")
    assert found.code == 2
    assert not found.out
    assert MARK not in found.err.lower()
    assert all(f"{side}:" in found.err for side in sides if side in ("invalid.yaml", "slip.yaml"))


def test_a_rubric_of_ones_own_that_cannot_be_read_is_not_quoted(run, pair, repository):
    repository.commit("2025-01-01", PAIRS[0][0])
    (pair / "rubric.yaml").write_text(f"extends: co-production\nid: {MARK} x\n{MARK}: 1\n", encoding="utf-8")
    for command in (("compare", "project.yaml", "project.yaml"), ("history", "project.yaml")):
        asked = (*command, "--rubric", pair / "rubric.yaml")
        assert MARK in run(*asked, "--excerpts").err
        found = run(*asked, "--no-excerpts")
        assert found.code == 2
        assert MARK not in everything(found)


@pytest.mark.parametrize(
    "sides", [("before.json", "after.json"), ("before.json", "after.yaml"), ("before.yaml", "after.json")]
)
@pytest.mark.parametrize("option", ["--excerpts", "--no-excerpts"])
def test_saved_audits_with_and_without_words_are_compared_without(run, pair, sides, option):
    for name, day in (("before", "2025-01-01"), ("after", "2026-01-01")):
        (pair / f"{name}.json").write_text(
            run("check", f"{name}.yaml", option, "--format", "json", "--date", day).out, encoding="utf-8"
        )
    days = [x for side, x in zip(sides, (DAYS[:2], DAYS[2:]), strict=True) if side.endswith(".yaml")]
    found = in_every_format(run, pair, "compare", *sides, *(y for x in days for y in x), "--no-excerpts")
    assert found.code == 0, found.err
    assert MARK not in everything(found)


def test_a_broken_saved_audit_is_not_quoted(run, pair):
    saved = json.loads(run("check", "before.yaml", "--excerpts", "--format", "json", "--date", "2025-01-01").out)
    for key in ("date", "schema_version"):
        (pair / "broken.json").write_text(json.dumps(saved | {key: f"{MARK} day"}), encoding="utf-8")
        assert MARK in run("compare", "broken.json", "broken.json", "--excerpts").err
        found = run("compare", "broken.json", "broken.json", "--no-excerpts")
        assert found.code == 2
        assert MARK not in found.err


def test_standard_input_is_one_side_or_the_rubric(run, pair):
    found = run("compare", "before.yaml", "-", "--rubric", "-", stdin=PAIRS[0][1])
    assert found.code == 2
    assert "standard input can be read only once" in found.err
