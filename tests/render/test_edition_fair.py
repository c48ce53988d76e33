"""What the contributors' edition and the terminal may not do: repeat themselves, leave out what changed, or say half a truth."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from own_words import DAY, EXAMPLES, example, prose
from projects import projects
from read_markdown import read_back
from support import ROOT, rows, shipped, written

from involve_audit.assess import audit_document
from involve_audit.load import read
from involve_audit.render import discussion, plain_language, render, terminal, words
from involve_audit.render.blocks import Heading, words_of
from involve_audit.wording.messages import InputError

APPLICATION = Path(__file__).parent / "applications" / "project.yaml"
LONG = 8
"""A sentence of so many words stands once in a report."""


@cache
def application():
    return audit_document(read(APPLICATION.read_bytes(), "project.yaml"), shipped(), DAY, lines="when asked")


def of(tree):
    return audit_document(read(written(tree), "project.yaml"), shipped(), DAY, lines="when asked")


def edition(audit) -> str:
    return plain_language.PAPER.markdown([audit])


def sentences(text: str) -> Counter[str]:
    """The sentences of a text that are long enough to be noticed twice."""
    parts = re.split(r"(?<=[.?!:;])[”\"’')]*\s+|\n", text)
    plain = (" ".join(re.sub(r"[*_>#•●○✓?–-]+ ", " ", p).split()).strip(" *_.?!:;”“()") for p in parts)
    return Counter(p for p in plain if len(p.split()) >= LONG)


def twice(text: str, told: str = "") -> list[str]:
    """The long sentences that stand twice, but for those that the file says itself."""
    return [says for says, n in sentences(text).items() if n > 1 and says not in told]


# --- nothing twice -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_sentence_stands_twice_in_the_edition_of_an_example(name):
    told = " ".join((ROOT / f"examples/{name}/project.yaml").read_text("utf-8").split())
    assert twice(prose(edition(example(name))), told) == []


def test_no_sentence_stands_twice_in_the_edition_of_the_application():
    assert twice(prose(edition(application()))) == []


@given(projects)
def test_no_sentence_stands_twice_in_the_edition_of_any_file(tree):
    try:
        audit = of({"format": 1} | tree)
    except InputError:
        return
    assert twice(prose(edition(audit)), json.dumps(tree)) == []
    assert len(edition(audit).split()) <= 950  # with the marks of Markdown


@rows("name", EXAMPLES)
def test_no_sentence_stands_twice_in_what_check_prints(name):
    """Sources stand at each finding that rests on them."""
    audit = example(name)
    text = terminal.summary(audit, 400)
    text = re.sub(r"(?m)^ *(?:Source: .*|\S+:\d+ .*)$", "", text)
    told = " ".join((ROOT / f"examples/{name}/project.yaml").read_text("utf-8").split())
    assert twice(text, told) == []


# --- the order, and what must be there -----------------------------------------------------------------


@pytest.mark.parametrize("name", [*EXAMPLES, "application of its own"])
def test_what_changed_comes_first_then_pay_then_what_is_not_known_then_what_to_ask(name):
    audit = application() if name == "application of its own" else example(name)
    heads = [words_of(b.runs) for b in read_back(edition(audit)).blocks if isinstance(b, Heading) and b.level == 1]
    order = [
        "What changed because of people",
        "Pay and support",
        "What we do not know",
        "What you can ask",
    ]
    assert heads[: len(order)] == order


def section(audit, title: str) -> str:
    return " ".join(prose(edition(audit).partition(f"## {title}\n")[2].partition("\n## ")[0]).split())


def test_what_changed_and_pay_that_is_told_is_there():
    changed = section(application(), "What changed because of people")
    assert (
        "People and the team decided together: “Five filmed tasks in place of eleven” (March 2026). It was carried out."
        in changed
    )
    assert "What changed: “Only hands are filmed”." in changed
    # What was set aside is told as that, and what was refused is told apart, as that.
    assert "“Pupils choose the name of the study”. It was set aside." in changed
    assert "“Send us the films first”. It was not taken up." in changed.partition("What else people said")[2]
    pay = section(application(), "Pay and support")
    for says in ("Everybody who takes part is offered pay.", "The rate is £22 an hour.", "invented rate card 2026", "paid on the day",
                 "This is planned: there is a budget for how people take part: £8,150.", "Somebody is there for people who take part."):  # fmt: skip
        assert says in pay
    assert "less than" not in pay


def test_changes_that_an_example_tells_are_there_those_that_something_shows_first():
    for name in EXAMPLES:
        audit = example(name)
        text = section(audit, "What changed because of people")
        changes = [t for t in audit.told if t.about == "changed"]
        found = plain_language.changed(audit)
        assert all(" ".join(says.split()) in text for says in (*found.shown, *found.said)), name
        assert found.more == len(changes) - len(found.shown) - len(found.said)
        assert bool(found.more) is (f"The full report has {found.more} more." in text)
        if found.said and found.more:
            assert len(found.shown) == sum(t.shown for t in changes)
        taken_up = [t for t in audit.trail if t.answer in ("taken up", "partly") and t.by == "contributors"]
        assert len(changes) >= len(taken_up), name


def test_only_what_has_happened_is_told_as_so():
    def told(pay, phase="running", **more):
        return section(of({"format": 1, "project": {"phase": phase}, "reward": {"pay": pay}} | more), "Pay and support")

    assert "- Everybody" not in told({"status": "planned", "when": "2027", "offered": "all"})
    assert "This is planned: everybody who takes part is offered pay." in told(
        {"status": "planned", "when": "2027", "offered": "all"}
    )
    assert "This is a rule on paper: everybody" in told({"status": "policy", "offered": "all"})
    assert "was planned, and is not told to be so: everybody" in told(
        {"status": "planned", "when": "2024", "offered": "all"}
    )
    assert "was planned, and is not told to be so" in told({"status": "planned", "offered": "all"}, phase="finished")
    assert "not told whether this is so yet: everybody" in told({"offered": "all"})
    assert "This is planned: everybody" in told({"status": "ongoing", "since": "2030", "offered": "all"})
    assert "Nothing is written down about pay." in told({"status": "unknown"})
    assert "Nobody who takes part is offered pay." in told("none")


def test_where_much_is_planned_it_is_said_once_that_it_is():
    pay = section(example("application"), "Pay and support")
    assert pay.count("This is planned") == 2  # the other one is not shown by any paper
    assert "Everybody who takes part is offered pay." in pay.partition("This is planned.")[2]


def test_nothing_changed_is_said_only_where_all_that_was_said_is_told():
    complete = section(example("bad"), "What changed because of people")
    assert complete.startswith("All that people said is written down, and nothing changed because of it.")
    assert "That does not mean that nothing did." in section(example("minimal"), "What changed because of people")


def test_each_thing_that_is_not_known_says_why_it_is_asked_and_harm_is_not_first():
    for name in EXAMPLES:
        found = plain_language.not_known(example(name))
        assert all(u.context.strip() for u in found), name
        assert not found or "harmed" not in found[0].question or len(found) == 1, name
        assert len(found) <= 5


def test_every_question_carries_what_it_is_about():
    for name in (*EXAMPLES, None):
        for topic in plain_language.to_ask(application() if name is None else example(name)):
            assert topic.question.endswith("?")
            assert topic.context
    groups = [t.context for t in discussion.to_the_team(application()) if "guess" in t.question]
    assert groups == [
        "Some people are missing for a reason that is only a guess: Pupils who are taught at home; Pupils who write with their feet."
    ]


# --- half a truth ------------------------------------------------------------------------------------


def test_in_part_says_what_is_missing_or_not_told():
    audit = application()
    pay = next(c for p in audit.principles for c in p.criteria if c.id == "pay")
    assert pay.level.low == 1
    met = {p.asks: p.met for p in pay.parts}
    assert [*met.values()] == sorted(met.values(), key=["yes", "no", "not told"].index)
    assert sum(m == "yes" for m in met.values()) == 2  # offered to all, and at the published rate
    assert "not told" in met.values()
    first = next(asks for asks, m in met.items() if m == "not told")
    assert f"Not told: {plain_language.LACKING[first][0]}." in plain_language.in_part(audit)


@rows("name", EXAMPLES)
def test_every_partial_answer_on_pay_and_support_names_what_is_missing(name):
    for says in plain_language.in_part(example(name)):
        assert "?" not in says or "Nothing is named" in says
        assert says in " ".join(prose(edition(example(name))).split())


def test_a_plan_says_exactly_what_is_not_set():
    stages = {s.id: s for s in application().rung.stages}
    assert stages["governance"].promise_lacks == ("money",)
    assert stages["delivery"].promise_lacks == ("day", "money")
    assert stages["analysis"].promise_lacks == ()
    assert words.promise_says(stages["governance"]) == "decided together (in words, no money and no owner is told)"


def test_the_range_is_said_but_not_beside_a_grave_verdict():
    for name in EXAMPLES:
        audit = example(name)
        says = plain_language.range_says(audit)
        if audit.verdict.id in words.GRAVE:
            assert says == ""
        elif len(audit.verdict.possible) > 1:
            assert says


# --- no mark, and no praise that is none -----------------------------------------------------------------

MARK = re.compile(
    r"\bScore\b|\b\d+ of 100\b|\b(?:letter|Letter) [A-D]\b|(?:^|[|>:] ?)[A-D](?:[,:<|]| {2})", re.MULTILINE
)


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_report_for_people_gives_a_mark(name):
    audit = example(name)
    for kind in ("text", "markdown", "html"):
        made = render(kind, [audit])
        if kind == "html":
            made = re.sub(r"(?s)<style>.*?</style>|<svg.*?</svg>", "", made)
        assert not MARK.findall(made), kind
    assert not MARK.findall(edition(audit))
    assert {"low", "high"} <= set(json.loads(render("json", [audit]))["score"])


def test_a_policy_that_holds_says_what_it_does_not_ask():
    tree = {
        "format": 1, "project": {"phase": "running", "called": ["user-led"], "topic_sensitive": "no"},
        "stages": {name: {"role": "none"} for name in ("priorities", "design", "funding", "governance")},
    }  # fmt: skip
    from dataclasses import replace

    audit = of(tree)
    holds = replace(audit, policy=replace(audit.policy, holds=True, conditions=()))
    grave = words.policy_says(holds)
    assert grave.startswith("The policy holds: what this check asks for is met. It does not ask for a better verdict")
    plain = example("full")
    assert words.policy_says(plain) == "The policy holds: what this check asks for is met."
    belied = replace(plain, honesty=replace(plain.honesty, state="not honest"))
    assert words.policy_says(belied).endswith("It does not ask whether the words that are used are honest.")
    asked = replace(
        belied, policy=replace(plain.policy, conditions=(replace(plain.policy.conditions[0], id="honest-label"),))
    )
    assert "does not ask" not in words.policy_says(asked)


def test_no_yaml_stands_in_a_step():
    for name in EXAMPLES:
        audit = example(name)
        for kind in ("text", "markdown", "html"):
            assert "to_be_named" not in render(kind, [audit])
        for step in audit.steps:
            assert not [does for does in step.does if re.search(r"[{}`]|\w+\.\w+_", does)]
            assert "{" not in words.written_where(step)


@rows("name", EXAMPLES)
def test_a_claim_and_what_it_is_held_against_stand_together(name):
    audit = example(name)
    called = words.ladder(audit)[0]
    if audit.rung.called in ("collaboration", "co-production"):
        assert called.says.endswith(f"({words.CLAIM_HELD})")
        assert words.CLAIM_HELD in words.claims_says(audit)


def test_everything_is_the_same_on_every_day_that_is_named():
    """The fixture is judged as of one day, so that it does not change by itself."""
    assert dt.date(2026, 11, 23) == DAY


# --- what contradicts itself is not told as if it were so -----------------------------------------

EMPTY_BOARD = """\
format: 1
project: {title: T, phase: running, called: led by users}
sources: {minutes: {kind: minutes, date: 2025-02-11}}
rooms:
  board: {status: ongoing, contributors: 0, researchers: 7, power: decides, source: minutes}
stages:
  priorities: {role: led, status: done, when: 2025-01, rooms: [board], source: minutes}
  design: {role: led, status: done, when: 2025-02, rooms: [board], source: minutes}
power:
  decisions:
    - {what: The question, stage: priorities, about: question, decided_by: contributors, became: done, room: board, when: 2025-01, source: minutes}
    - {what: The design, stage: design, about: design, decided_by: together, became: done, when: 2025-02, source: minutes}
"""


def test_what_contradicts_itself_is_said_beside_what_rests_on_it_and_settled_first():
    board = audit_document(read(EMPTY_BOARD.encode(), "project.yaml"), shipped(), DAY, lines="when asked")
    question, design = (t.says for t in board.told if t.about == "changed")
    assert question.endswith("But other answers contradict this.")
    assert "contradict" not in design, "no room is named there"
    assert "Answers about it contradict each other." in board.label.says
    assert "Nothing told speaks against it" not in board.label.says
    assert board.steps[0].kind == "tell"
    assert "More than the room can carry" in board.steps[0].does[0]
    peopled = audit_document(
        read(EMPTY_BOARD.replace("contributors: 0", "contributors: 5, votes: equal").encode(), "project.yaml"),
        shipped(),
        DAY,
    )
    assert not any("contradict" in t.says for t in peopled.told)
    assert not any("contradicts itself" in d for s in peopled.steps for d in s.does)
