"""What a panel asks after: plans as plans, silence as silence, and the same words for the same answer."""

from __future__ import annotations

import datetime as dt
import itertools
import json

import pytest
from hypothesis import given
from projects import projects
from support import EXAMPLES, rows, shipped

from involve_audit.load import Document, read
from involve_audit.policy.conditions import PolicyOptions, check_policy
from involve_audit.portfolio import table_page
from involve_audit.portfolio.alike import FEWEST_ANSWERS, KINDS, Alike, marks_of
from involve_audit.portfolio.rows import evaluated, row_judged
from involve_audit.portfolio.titles import titles_of
from involve_audit.portfolio.totals import Totals
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 1)


def row_told(*, excerpts=True, phase="applying", **told):
    head = {"title": "A test", "phase": phase, **told.pop("project", {})}
    document = Document("p.yaml", {"format": "1", "project": head, **told}, [])
    return row_judged(document, shipped(), DAY, PolicyOptions(), excerpts=excerpts)


def pay(**told):
    return row_told(reward={"pay": told}).pay.word


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ({"status": "planned", "when": "2027", "offered": "all"}, "planned for all"),
        ({"status": "planned", "when": "2027", "offered": "some"}, "planned for some"),
        ({"status": "planned", "when": "2027", "offered": "none"}, "planned for nobody"),
        ({"status": "planned", "when": "2027"}, "planned: pay, not told for whom"),
        ({"status": "planned", "when": "2025", "offered": "all"}, "was planned, and is not told to be so: for all"),
        ({"status": "ongoing", "offered": "all"}, "for all"),
        ({"status": "done", "offered": "some"}, "for some"),
        ({"status": "ongoing", "since": "2027-03", "offered": "all"}, "planned for all"),
        ({"status": "ongoing", "offered": "none"}, "for nobody"),
        ({"offered": "none"}, "for nobody"),
        ({"answer": "no"}, "for nobody"),
        ({"offered": "all"}, "for all; not told whether it is so yet"),
        ({"status": "policy", "offered": "all"}, "a rule on paper: for all"),
        ({"status": "aim", "offered": "all"}, "an aim: for all"),
        ({"status": "stopped", "offered": "all"}, "stopped; it was: for all"),
        ({"offered": "unknown"}, "asked, and not known"),
        ({"status": "unknown"}, "asked, and not known"),
        ({"answer": "unknown"}, "asked, and not known"),
        ({"note": "nothing more"}, "not told"),
        ({"status": "ongoing", "offered": "all", "disputed": [{"by": "contributors", "says": "Not all"}]}, "accounts differ"),
    ],
)  # fmt: skip
def test_what_is_told_of_pay_differs_where_it_differs(told, word):
    assert pay(**told) == word


def test_no_two_different_answers_on_pay_look_alike():
    """For any two of these the file says something else, so the table does."""
    combinations = itertools.product(("planned", "ongoing", "policy", "aim", "stopped"), ("all", "some", "none"))
    words = [pay(status=status, offered=offered) for status, offered in combinations]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("name", ["pay", "budget", "lead"])
def test_what_nobody_knows_is_not_told_as_if_it_were_there(name):
    assert getattr(row_told(reward={name: {"answer": "unknown"}}), name).says == "asked, and not known"


def test_silence_is_said_and_is_no_answer():
    row = row_told()
    assert {row.pay.word, row.budget.word, row.lead.word, row.room.word} == {"not told"}
    assert (row.called, row.reference, row.amount) == (None, "", None)
    assert row_told(project={"called": "none"}).called == ()


def test_budget_lead_and_the_deciding_room():
    row = row_told(
        reward={
            "budget": {"status": "planned", "when": "2027", "amount": "51600 GBP"},
            "lead": {"status": "planned", "when": "2027", "named": "yes", "share_of_time": "0.4"},
        },
        rooms={
            "board": {"name": "The board", "power": "decides", "status": "planned", "when": "2027", "contributors": "2", "researchers": "7", "votes": "equal"},
            "panel": {"power": "advises", "contributors": "8"},
        },
    )  # fmt: skip
    assert (row.budget.says, row.amount) == ("planned: a budget: 51,600 GBP", 51600)
    assert row.lead.says == "planned: somebody leads on it: 0.4 of a post"
    assert row.room.word == "planned: contributors, votes equal"
    assert row.room.more == "The board (2 contributors, 7 researchers or staff)"
    assert row_told(reward={"budget": "none"}).budget.word == "none"
    assert row_told(reward={"lead": {"named": "to be appointed"}}).lead.word == "to be appointed"
    assert row_told(reward={"lead": {"named": "no"}}).lead.word == "nobody"
    for told, word in (
        ({"contributors": "0"}, "no contributors"),
        ({"contributors": "1", "votes": "none", "status": "ongoing"}, "contributors, without votes"),
        ({"researchers": "4", "status": "ongoing"}, "not told whether contributors sit there"),
        ({"contributors": "unknown", "status": "ongoing"}, "not told whether contributors sit there"),
    ):
        assert row_told(rooms={"board": {"power": "decides", **told}}).room.word.startswith(word)
    assert row_told(rooms={"panel": {"power": "advises"}}).room.word == "none that decides is told"
    assert row_told(rooms={}).room.word == "no rooms"
    assert row_told(power={"final_say": "above"}).room.says == "no room is told: final say: those above the team"


@rows(
    "told, says",
    [("up to 15", "up to 15 contributors"), ("8-10", "8-10 contributors"), ("some", "2 or more contributors"), ("1", "1 contributor"),
     ("a dozen", "12 contributors"), ("9 autistic people", "9 contributors")],
)  # fmt: skip
def test_how_many_sit_there_is_said_in_numbers(told, says):
    assert f"({says})" in row_told(rooms={"board": {"power": "decides", "contributors": told}}).room.more


@pytest.mark.parametrize(
    ("rate", "says"), [("£25 per hour", "£25 per hour"), ("none", "the rate is nothing"), ("unknown", "rate not known")]
)
def test_a_rate_of_nothing_is_said_beside_who_is_paid(rate, says):
    row = row_told(reward={"pay": {"status": "ongoing", "offered": "all", "rate": rate}})
    assert row.pay.says == f"for all: {says}"


def test_rooms_that_differ_are_not_put_into_one_word():
    rooms = {"a": {"power": "decides", "contributors": "2"}, "b": {"power": "decides", "contributors": "0"}}
    assert row_told(rooms=rooms).room.word == "not alike in all"


def test_without_excerpts_no_column_holds_a_word_of_the_file():
    mark = "quagga"
    told = {
        "project": {"title": mark, "reference": f"{mark}-1", "called": ["co-production", f"{mark} circle"]},
        "reward": {"lead": {"status": "ongoing", "named": "yes", "share_of_time": f"{mark} days"}},
        "rooms": {f"{mark}_board": {"name": mark, "power": "decides", "contributors": f"9 {mark} people"}},
        "voices": {"missing": [{"group": mark}]},
    }
    assert mark in str(row_told(**told))
    bare = row_told(excerpts=False, **told)
    assert mark not in str(bare)
    assert bare.called == ("co-production", "…")
    assert "9 contributors" in bare.room.more


@given(projects)
def test_every_condition_is_in_one_state_and_all_of_them_are_counted(tree):
    try:
        row = row_judged(Document("p.yaml", tree, []), shipped(), DAY, PolicyOptions())
    except InputError:
        return
    across = Totals()
    across.add(row)
    states = table_page.conditions(row)
    assert sum(map(len, states.values())) == len({c for ids in states.values() for c in ids})
    assert row.policy == ("met" if row.holds else "not met" if row.failed else "not told")
    titles = titles_of(shipped(), PolicyOptions())
    told = " ".join(table_page.conditions_say(row, titles))
    assert all(titles.conditions[c] in told for ids in states.values() for c in ids)
    assert all(part.word for part in (row.pay, row.budget, row.lead, row.room))


def test_what_is_not_told_is_never_counted_as_not_met():
    silent = row_told(phase="running")
    assert silent.policy == "not told"
    assert not silent.failed
    across = Totals()
    across.add(silent)
    assert "The policy is met by 0, not met by 0, and not told of 1." in table_page.headline(across)


@pytest.mark.parametrize("kind", ["text", "markdown", "html"])
def test_no_page_gives_a_mark(kind):
    """The README promises that no mark is given: no letters, and nothing from 0 to 100."""
    rows = [row_judged(read(path.read_bytes(), path.parent.name), shipped(), DAY, PolicyOptions()) for path in EXAMPLES]
    across = Totals()
    for row in rows:
        across.add(row)
    text = "".join(table_page.FORMATS[kind].show(rows, across, titles_of(shipped(), PolicyOptions()), "2026-11-01"))
    assert not [p.title for p in shipped().rubric.principles if p.title in text]
    assert "with its plans" not in text
    assert "0–100" not in text


# --- what was handed in twice ------------------------------------------------------------------------


def alike(*texts):
    found = Alike()
    for n, text in enumerate(texts):
        found.add(f"{n}.yaml", marks_of(read(text, "x.yaml").tree))
    return found


MANY = "".join(f"  {name}: {{role: consulted, status: planned, when: 2027, cost: 10}}\n" for name in ("priorities", "design", "funding", "sharing"))  # fmt: skip


def test_the_same_content_is_found_whatever_its_comments_and_order():
    one = f"format: 1\nproject: {{title: A walk, phase: applying}}\nstages:\n{MANY}"
    other = f"# sent again\nformat: 1\nstages:\n{MANY}project:\n  phase:   applying\n  title: 'A walk'\n"
    found = alike(one, other)
    assert found.of("0.yaml") == ["the same content as 1.yaml"]
    assert found.lines() == ["The same content: 0.yaml, 1.yaml"]


def test_the_same_answers_under_another_title_are_found_where_there_are_enough():
    one = f"format: 1\nproject: {{title: A walk, phase: applying}}\nstages:\n{MANY}"
    assert alike(one, one.replace("A walk", "A run")).of("1.yaml") == [f"{KINDS['answers']} as 0.yaml"]
    few = "format: 1\nproject: {title: A walk}\nstages: none\n"
    assert alike(few, few.replace("A walk", "A run")).of("1.yaml") == []
    assert FEWEST_ANSWERS > 3


def test_titles_and_references_are_compared_as_people_type_them():
    one = "format: 1\nproject: {title: 'A  walk, in the park', reference: NIHR 12-3}\nviews: none\n"
    other = "format: 1\nproject: {title: a walk in the PARK., reference: 'nihr123'}\nstages: none\n"
    third = "format: 1\nproject: {phase: idea}\n"
    found = alike(one, other, third)
    # Nothing is said twice of the same two files.
    assert found.of("0.yaml") == ["the same reference as 1.yaml"]
    assert found.of("2.yaml") == []
    assert alike(one, other.replace("nihr123", "X 9")).of("0.yaml") == ["the same title as 1.yaml"]


@given(projects, projects)
def test_files_are_alike_both_ways_and_never_with_themselves(one, other):
    found = Alike()
    for name, tree in (("a", one), ("b", other), ("c", json.loads(json.dumps(one)))):
        found.add(name, marks_of(tree))
    assert [says for says in found.of("a") if "c" in says.split(" as ")[1]]
    for name in "abc":
        assert not [says for says in found.of(name) if name in says.split(" as ")[1].split(", ")]
    assert ("b" in " ".join(s.split(" as ")[1] for s in found.of("a"))) == (
        "a" in " ".join(s.split(" as ")[1] for s in found.of("b"))
    )


# --- what cannot have happened yet, and what a policy says of itself -----------------------------------

PLAN = {"role": "involved", "status": "planned", "when": "2027"}
DONE = {"role": "consulted", "status": "done", "when": "2026-05"}


@rows(
    "phase, told, asked",
    [
        ("idea", {}, False),
        ("applying", {}, False),
        ("applying", {"stages": {"design": PLAN}}, False),
        ("applying", {"stages": {"design": {**DONE, "when": "2027"}}}, False),
        ("funded", {"stages": {"design": PLAN}}, False),
        ("applying", {"stages": {"design": DONE}}, True),
        ("applying", {"stages": {"design": PLAN}, "care": {"harm": [{"what": "x", "said_by": "team"}]}}, True),
        ("running", {}, True),
    ],
)
def test_whether_people_were_heard_or_harmed_is_not_asked_before_anything_has_begun(phase, told, asked):
    row = row_told(phase=phase, **told)
    says = "; ".join(table_page.verdict_parts(row, titles_of(shipped(), PolicyOptions())))
    assert row.begun is asked
    assert asked or not any(word in says for word in ("heard", "harmed", "part counted"))


def test_the_table_says_at_its_top_what_the_policy_asks_for_and_how_to_use_another():
    default = titles_of(shipped(), PolicyOptions()).policy_asks
    required = titles_of(shipped(), PolicyOptions(require=("reward-at-least-1",))).policy_asks
    assert all(title in required for title in titles_of(shipped(), PolicyOptions()).conditions.values())
    assert "at least level 1" in required
    assert "asks for little" in default
    assert "--policy" in default
    page = "".join(table_page.text([], Totals(), titles_of(shipped(), PolicyOptions()), "2026-11-01"))
    assert page.index("asks for little") < page.index("As of")


def test_no_condition_is_met_in_words_that_the_verdict_takes_back():
    """Enough to judge the plans is not enough for a verdict: the condition does not say that it is."""
    titles = titles_of(shipped(), PolicyOptions())
    row = row_told(stages={"priorities": DONE, "sharing": {"role": "informed", "status": "planned", "when": "2027"}})
    assert row.verdict == titles.too_little
    assert "enough-is-told" in row.met
    assert "before it begins" in titles.conditions["enough-is-told"]


def test_a_told_no_leaves_a_level_open_only_where_something_else_can_reach_it_and_that_is_named():
    """That nobody is paid is excused by a free choice, so it is asked for; once that is told, too, nothing is left open."""
    none = {"expenses": "none", "choice": "none", "budget": "none", "lead": "none"}
    asked = PolicyOptions(require=("reward-at-least-1",))
    for pay, state in (("none", "open"), ({"offered": "none", "unpaid_by_choice": "no"}, "failed")):
        tree = {
            "format": "1",
            "project": {"phase": "running"},
            "stages": {"design": DONE},
            "reward": {"pay": pay, **none},
        }
        document = Document("p.yaml", tree, [])
        assert "reward-at-least-1" in getattr(row_judged(document, shipped(), DAY, asked), state)
        evaluation = evaluated(document, shipped(), DAY)
        policy = check_policy(asked, shipped(), evaluation, lambda __: ())
        found = next(c.found for c in policy.conditions if c.id == "reward-at-least-1")
        assert ("Still open: Pay for time." in found) == (state == "open")
