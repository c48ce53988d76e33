"""What writers take out of a file: every place is one of the format, every line resolves, and nothing is added."""

from __future__ import annotations

import datetime as dt
import doctest
import re
from dataclasses import fields, is_dataclass
from functools import cache
from typing import get_args, get_origin

import pytest
from hypothesis import given, reject
from projects import projects
from support import ROOT, rows, shipped

from involve_audit.assess import audit_document
from involve_audit.facts.case import Case
from involve_audit.judge import exports
from involve_audit.load import Document, read, read_project
from involve_audit.project.fields import annotation, without_none
from involve_audit.project.model import Project
from involve_audit.project.people import Opinion
from involve_audit.project.practice import Listing, Practice
from involve_audit.render.exports import clause_says
from involve_audit.results.audit import Evidence
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 23)
NAMES = sorted(p.parent.name for p in (ROOT / "examples").glob("*/project.yaml"))
EMPTY = "{format: 1, project: {title: A walk}}"


def audit(text: str | bytes, name: str = "project.yaml"):
    return audit_document(read(text, name), shipped(), DAY, steps=False, exports=True, lines="when asked")


@cache
def example(name: str):
    return audit((ROOT / "examples" / name / "project.yaml").read_bytes(), name)


def told(statement) -> list[str]:
    return [clause_says(c) for c in statement.clauses if c.state == "told"]


def of(found, path: str):
    return next(s for s in found.statements if s.id == path)


# --- the data --------------------------------------------------------------------------------------


def kind_at(steps: tuple[str, ...]):
    """The kind of what stands at a place of the format; an error where there is no such place."""
    kind = Project
    for step in steps:
        if step == exports.EVERY:
            if isinstance(kind, type) and issubclass(kind, Listing):
                kind = annotation(kind, "entries")
            if kind is not Project and isinstance(kind, type):  # `stages.*`
                kind = annotation(kind, "design")
            kind = (
                get_args(kind)[1]
                if get_origin(kind) is dict
                else get_args(kind)[0]
                if get_origin(kind) is tuple
                else kind
            )
            continue
        assert step in kind.questions, f"{'.'.join(steps)}: {step}"
        kind = without_none(annotation(kind, step))
    if get_origin(kind) is tuple and isinstance(get_args(kind)[0], type) and get_args(kind)[0].__name__ == "Stage":
        return get_args(kind)[0]
    return kind


@rows("place", exports.pattern().speakers)
def test_every_sentence_is_on_an_answer_of_the_format(place):
    speaker = exports.pattern().speakers[place]
    kind = kind_at(speaker.steps)
    by = exports.pattern()
    assert not by.untold.keys() & speaker.untold.keys()
    names = {**speaker.says, **speaker.untold, **speaker.ahead, **speaker.ends}
    if isinstance(kind, type) and issubclass(kind, Practice):
        names |= {**by.first, **by.last, **by.untold}
    for key in names:
        for name in re.split(r"[+|]", key):
            field, _, word = name.partition("=")
            if field == exports.ITSELF:
                continue
            assert field in kind.questions, f"{place}: {field}"
            assert not word or word in get_args(without_none(annotation(kind, field))), f"{place}: {name}"
    for name, sentence in speaker.says.items():
        for word, text in sentence.items() if isinstance(sentence, dict) else [("", sentence)]:
            assert text.count("{}") <= 1 + name.count("+"), f"{place}: {text}"
            assert text.endswith((".", "”.")), f"{place}: {text}"
            assert not re.search(r"\d", text), f"{place}: a number of ours in {text}"
            allowed = get_args(without_none(annotation(kind, name))) if name in getattr(kind, "questions", {}) else ()
            if allowed and all(isinstance(a, str) for a in allowed) and word not in ("", "else", "no"):
                assert word in allowed, f"{place}.{name}: {word} is no answer there"


def test_no_comma_cuts_a_sentence_of_the_data():
    document = read((ROOT / "src" / "involve_audit" / "exports.yaml").read_bytes(), "exports.yaml")
    assert document.blank == []


def test_every_item_names_places_and_criteria_that_are_there():
    known = {c.id for c in shipped().rubric.criteria}
    by = exports.pattern()
    seen = set()
    for export in by.exports:
        assert export["format"] in ("gripp2", "crosswalk", "application")
        for item in export["items"]:
            assert set(item["criteria"]) <= known
            for entry in item["places"]:
                place = entry if isinstance(entry, str) else entry["place"]
                assert place in by.speakers or kind_at(tuple(place.split("."))).__name__ == "Stage", place
                seen.add("stages.*" if place.startswith("stages.") else place)
    assert not by.speakers.keys() - seen, "sentences that nobody asks for"


def test_most_criteria_of_the_rubric_speak_to_something():
    named = {c for e in exports.pattern().exports for i in e["items"] for c in i["criteria"]}
    every = {c.id for c in shipped().rubric.criteria}
    # Some, such as own stories, are in none of the lists' words that were read; a criterion may be added that is not, either.
    assert len(every & named) >= 0.8 * len(every)


def test_no_sentence_is_on_the_counts_of_a_view_or_on_who_is_in_a_room():
    for place, speaker in exports.pattern().speakers.items():
        kind = kind_at(speaker.steps)
        assert kind is not Opinion
        assert not place.startswith("voices.rooms")
        assert "by_principle" not in place
        if place == "views.*":
            assert not {"asked", "answered", "by_principle", "label_fits"} & speaker.says.keys()


def test_examples_in_docstrings_are_true():
    assert doctest.testmod(exports).attempted
    assert not doctest.testmod(exports).failed


# --- order and number ------------------------------------------------------------------------------

ITEMS = {
    "gripp2": ["aim", "methods", "results", "conclusions", "reflections"],
    "uk-standards": ["inclusive-opportunities", "working-together", "support-and-learning", "communications", "impact", "governance"],
    "nihr-co-production": ["sharing-power", "all-perspectives", "valuing-knowledge", "reciprocity", "relationships"],
    "pcori": ["diversity-and-representation", "early-and-ongoing", "funds-and-compensation", "capacity", "decision-making", "review"],
    "application": ["purpose", "so-far", "changed", "plans", "costs", "lead", "access", "not-in-the-room", "review"],
}  # fmt: skip


@pytest.mark.parametrize("name", [*NAMES, ""])
def test_the_items_are_the_same_in_every_file_and_every_statement_is_there(name):
    found = example(name) if name else audit(EMPTY)
    assert {e.id: [i.id for i in e.items] for e in found.exports} == ITEMS
    ids = [s.id for s in found.statements]
    assert len(ids) == len(set(ids))
    assert {s for e in found.exports for i in e.items for s in i.statements} == set(ids)


def test_of_an_empty_file_nothing_is_said_and_everything_is_missed():
    found = audit(EMPTY)
    assert found.statements == ()
    application = found.exports[-1]
    assert all(i.not_told for i in application.items)
    plans = next(i for i in application.items if i.id == "plans")
    assert sum("what part people will have" in text for text in plans.not_told) == 8


# --- lines and words -------------------------------------------------------------------------------


def lines_of(value):
    if isinstance(value, Evidence):
        yield value
    elif is_dataclass(value):
        for f in fields(value):
            yield from lines_of(getattr(value, f.name))
    elif isinstance(value, tuple):
        for v in value:
            yield from lines_of(v)


@rows("name", NAMES)
def test_every_pointer_resolves_to_the_line_that_says_it(name):
    lines = (ROOT / "examples" / name / "project.yaml").read_text(encoding="utf-8").splitlines()
    found = example(name)
    pointers = list(lines_of(found.statements))
    assert pointers or name == ""
    for one in pointers:
        rest = lines[one.line - 1][one.column - 1 :]
        key = re.sub(r"(\[\d+\])+$", "", one.path).rpartition(".")[2]
        stated = rest.startswith((f"{key}:", f"{key} :"))
        # A short form (`design: consulted`, `- the words`) stands for an answer that is not written out.
        short = not stated and not re.match(r"\w+: (?![\w\"'])", rest)
        assert stated or short, (one, rest)
        if one.path.rpartition(".")[2] in exports._PEOPLE or key in ("rooms", "status", "answer"):
            continue
        near = " ".join(" ".join(lines[one.line - 1 : one.line + 12]).split())
        for word in re.findall(r"[\w’']+", one.says):
            assert word.lower() in near.lower(), (one, word)


@rows("name", NAMES)
def test_no_number_is_said_that_the_file_does_not_tell(name):
    source = (ROOT / "examples" / name / "project.yaml").read_text(encoding="utf-8")
    there = set(re.findall(r"\d+", source))
    for statement in example(name).statements:
        for text in (statement.about, *told(statement), *(c.says for c in statement.clauses)):
            assert set(re.findall(r"\d+", text)) <= there, text


def test_counts_dates_and_amounts_stand_as_the_file_tells_them():
    found = audit(
        "{format: 1, project: {title: A}, voices: {contributors: up to 15}, stages: {design: {role: consulted, status: planned, "
        "when: 'June 2031', people: about 8, cost: '£1,200', owner: the lead}}}"
    )
    assert told(of(found, "voices.contributors")) == ["Contributors in all: up to 15."]
    assert told(of(found, "stages.design[0]")) == [
        "Planned for June 2031.", "Contributors’ part: consulted (they are asked).", "Contributors: about 8.",
        "Who sees to it: the lead.", "Cost: £1,200.",
    ]  # fmt: skip


# --- what has happened, what is planned, what is not told ------------------------------------------

PARTS = """
format: 1
project: {title: A}
rooms: {board: {name: The board, contributors: 2, power: decides, status: done, when: 2025}}
stages:
  priorities: none
  design: {role: decided together, status: done, when: 2025, rooms: board}
  funding: {role: involved}
  governance: {role: led, status: planned, when: 2025-01}
  delivery: {role: consulted, status: done, when: 2031}
  analysis: {role: consulted, status: policy}
  sharing: {role: unknown, status: planned}
"""


def section(found, name: str):
    return next(i for i in found.exports[-1].items if i.id == name)


def test_what_has_happened_and_what_is_planned_stand_apart():
    found = audit(PARTS)
    done = [s for s in section(found, "so-far").statements if s.startswith("stages.")]
    ahead = [s for s in section(found, "plans").statements if s.startswith("stages.")]
    assert done == ["stages.priorities[0]", "stages.design[0]", "stages.funding[0]"]
    assert ahead == ["stages.governance[0]", "stages.delivery[0]", "stages.analysis[0]", "stages.sharing[0]"]
    assert "That date has passed." in told(of(found, "stages.governance[0]"))
    assert "whether this has happened" in [
        c.says for c in of(found, "stages.funding[0]").clauses if c.state == "not told"
    ]
    assert section(found, "plans").not_told[0] == "Implementation: what part people will have"


def test_a_practice_that_is_not_told_to_have_happened_does_not_read_as_if_it_had():
    found = audit(
        "{format: 1, project: {title: A}, reward: {pay: {offered: all, rate: 30}, choice: {status: unknown, may_decline: yes}}}"
    )
    clause = next(c for c in of(found, "reward.pay").clauses if c.says == "whether this has happened")
    assert (clause.state, clause.because[0].path, clause.because[0].says) == ("not told", "reward.pay", "")
    assert ("not known", "whether this has happened") in [(c.state, c.says) for c in of(found, "reward.choice").clauses]
    assert "whether this has happened" not in [
        c.says for c in of(audit("{format: 1, project: {title: A}, reward: {pay: yes}}"), "reward.pay").clauses
    ]


def test_rooms_with_long_names_that_begin_alike_are_two():
    one, other = "a" * 80, "a" * 80 + "b"
    found = audit(
        f"{{format: 1, project: {{title: A}}, rooms: {{{one}: {{power: decides}}, {other}: {{power: advises}}}}}}"
    )
    assert len({s.id for s in found.statements}) == len(found.statements) == 2


def test_unknown_is_not_the_same_as_not_told():
    states = {c.state: c.says for c in of(audit(PARTS), "stages.sharing[0]").clauses}
    assert states["not known"] == "what part contributors have"
    assert states["not told"] == "who sees to it"


def test_rooms_are_named_by_their_names():
    assert "Where: The board." in told(of(audit(PARTS), "stages.design[0]"))


@pytest.mark.parametrize("stages", ["none", "{complete: yes, design: none}", "{work_has: [design], design: none}"])
def test_of_a_stage_that_is_told_to_involve_nobody_nothing_is_missed(stages):
    found = audit(f"{{format: 1, project: {{title: A}}, stages: {stages}}}")
    assert not [text for text in section(found, "plans").not_told if "what part" in text]


def test_of_a_practice_that_is_not_there_nothing_more_is_asked():
    (clause,) = of(audit("{format: 1, project: {title: A}, reward: {pay: none}}"), "reward.pay").clauses
    assert clause_says(clause) == "There is none."


@pytest.mark.parametrize(
    ("text", "path", "says"),
    [
        ("views: none", "views", "Contributors have not been asked apart from the team."),
        ("honesty: {limits: none}", "honesty.limits", "Nobody has named a limit."),
        ("influence: {log: none}", "influence.log", "Nothing that people said is on record."),
        ("care: {harm: none}", "care.harm", "It was asked, and no harm is on record."),
        ("power: {leadership: none}", "power.leadership", "No contributor holds a post with authority."),
        ("voices: {missing: none}", "voices.missing", "It was looked for, and nobody is known to be missing."),
        ("influence: {reflections: [{badly: none}]}", "influence.reflections[0]", "Nothing is said to have gone badly."),
        ("influence: {log: [{said: a, changed: none, told_back: no}]}", "influence.log.entries[0]", "Nothing changed because of it."),
        ("reward: {lead: {share_of_time: none}}", "reward.lead", "The work is done in spare time."),
    ],
)  # fmt: skip
def test_none_is_said_as_none(text, path, says):
    assert says in told(of(audit("{format: 1, project: {title: A}, " + text + "}"), path))


def test_an_action_stands_behind_the_group_that_it_is_for():
    text = "{format: 1, project: {title: A}, voices: {missing: [{group: a, action: {what: x}}, {group: b}, {group: c, action: {what: y}}]}}"
    found = audit(text)
    assert [s.rpartition("entries")[2] for s in section(found, "not-in-the-room").statements] == [
        "[0]",
        "[0].action",
        "[1]",
        "[2]",
        "[2].action",
    ]


# --- what must not come out ------------------------------------------------------------------------


def test_of_so_few_answers_only_the_place_of_the_whole_view_is_named():
    text = (
        "format: 1\nproject: {title: A}\nviews:\n  - of: contributors\n    asked: 4\n    answered: 3\n"
        "    by_principle:\n      power: {agree: 1, disagree: 2}\n    words: We said no\n"
    )
    found = audit(text)
    statement = of(found, "views.entries[0]")
    assert "In their words: “We said no”." in told(statement)
    assert {b.path for c in statement.clauses for b in c.because} == {"views.entries[0]"}
    other = audit(text.replace("agree: 1, disagree: 2", "agree: 2, disagree: 1"))
    assert (found.statements, found.exports) == (other.statements, other.exports)


def test_counts_of_who_is_in_a_room_change_nothing():
    text = "{format: 1, project: {title: A}, rooms: {r: {contributors: 4}}, voices: {rooms: [{room: r, characteristic: age, %s}]}}"
    one, other = (audit(text % more) for more in ("in_the_room: [Old]", "not_in_the_room: [Old]"))
    assert one.statements == other.statements


# --- laws ------------------------------------------------------------------------------------------


@given(projects)
def test_any_file_can_be_exported_twice_the_same(tree):
    document = Document("project.yaml", tree, [])
    try:
        project = read_project(document)
    except InputError:  # a reference that a random file gets wrong
        reject()
    quote = lambda path, says: Evidence(str(path), 1, 1, says)  # noqa: E731
    one = exports.fill(Case(project, DAY), shipped().rubric, quote)
    assert one == exports.fill(Case(project, DAY), shipped().rubric, quote)
    for statement in one[0]:
        assert statement.clauses
        for clause in statement.clauses:
            assert clause.state in ("told", "not known", "not told")
            assert clause.says.count("{}") <= len(clause.because)


def test_a_part_is_no_answer():
    with pytest.raises(TypeError, match="no single answer"):
        exports.text_of(Project(format="1"))


# --- nothing that was told may vanish ----------------------------------------------------------------


def test_notes_posts_feedback_and_expenses_stand_in_gripp2():
    found = audit(
        "format: 1\nproject: {title: T, phase: finished}\nsources: {p: {kind: publication}}\n"
        "stages:\n  delivery: {role: involved, status: done, note: Partners tried out the survey}\n  design: {answer: no, note: It came with the grant}\n"
        "power: {leadership: [{role: co-investigator, people: 2, status: done, source: p}]}\n"
        "reward: {expenses: {status: done, paid: up front}}\ninfluence: {feedback: {status: done, kinds: what changed, note: By post}}\n"
    )
    (gripp2,) = (e for e in found.exports if e.format == "gripp2")
    said = {
        item.id: " ".join(t for i in item.statements for t in (*told(of(found, i)), of(found, i).about))
        for item in gripp2.items
    }
    for row, words in {
        "methods": (
            "Partners tried out the survey.",
            "It came with the grant.",
            "Co-investigator.",
            "People: 2.",
            "They are paid up front.",
        ),
        "results": ("What people are told: what changed.", "By post."),
    }.items():
        for one in words:
            assert one in said[row]


def test_whatever_takes_a_note_and_speaks_in_an_export_prints_it():
    for place, speaker in exports.pattern().speakers.items():
        kind = kind_at(speaker.steps)
        if not (isinstance(kind, type) and issubclass(kind, Practice)) or "*" in place or place == "stages":
            continue
        section, *keys = place.split(".")
        inside = "{note: A word to the reader}"
        for key in reversed(keys):
            inside = f"{{{key}: {inside}}}"
        found = audit(f"format: 1\nproject: {{title: T}}\n{section}: {inside}\n")
        if any(place in item.keys for e in found.exports for item in e.items):
            assert "A word to the reader." in told(of(found, place)), place


def test_every_place_of_which_there_is_a_sentence_stands_in_a_row_of_gripp2():
    """What a writer would have to look for beside the rows would be left out of the paper."""
    (gripp2,) = (e for e in exports.pattern().exports if e["format"] == "gripp2")
    rows = {place for item in gripp2["items"] for place in item["places"]}
    assert set(exports.pattern().speakers) - rows == set()


def test_every_practice_of_the_format_speaks_in_gripp2():
    """What people did, and what nobody would find in the paper, vanished on the way."""
    (gripp2,) = (e for e in exports.pattern().exports if e["format"] == "gripp2")
    rows = {place.removesuffix(".*") for item in gripp2["items"] for place in item["places"]}
    spoken = 0
    for section in sorted({*Project.questions} - {"stages"}):
        for key in getattr(kind_at((section,)), "questions", ()):
            kind = kind_at((section, key))
            if isinstance(kind, type) and issubclass(kind, Practice):
                assert f"{section}.{key}" in rows
                spoken += 1
    assert spoken > 30


def test_what_two_people_said_is_not_one_saying():
    found = audit("{format: 1, project: {title: T}, views: [{of: contributors, words: [We said no., Late.]}]}")
    assert "In their words: “We said no.”; “Late.”" in told(of(found, "views.entries[0]"))
