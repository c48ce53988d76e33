"""The two sides, and who was not heard: shown, never averaged, and nothing hidden comes out anywhere."""

from __future__ import annotations

import datetime as dt
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import pytest
from support import ROOT, shipped

from involve_audit.assess import audit_project
from involve_audit.judge.viewpoints import difference
from involve_audit.load import read, read_project
from involve_audit.render import plain_language, render, reports

if TYPE_CHECKING:
    from involve_audit.what_if.quotes import Lines

LATE = dt.date(2026, 12, 1)
BASE = """
format: 1
project: {title: Waiting well, phase: running, called: co-production}
sources: {minutes: {kind: minutes, date: 2026-01}}
rooms: {group: {contributors: 4, researchers: 3, power: decides, votes: equal, source: minutes}}
stages:
  design: {role: decided together, status: done, when: 2025, rooms: [group], source: minutes}
  analysis: {role: decided together, status: done, when: 2025, rooms: [group], source: minutes}
honesty: {meaning: {status: done, when: 2025-01, written_by: together, source: minutes}}
power: {decisions: [{what: outcome, stage: design, about: outcome, decided_by: together, became: done, when: 2025, source: minutes}]}
reward: {pay: {offered: all, rate: 27.50 per hour, status: ongoing, source: minutes}}
"""


@cache
def audit(text: str, date: dt.date = LATE, *, steps: bool = False, lines: Lines = "when asked"):
    document = read(text)
    return audit_project(document, read_project(document), shipped(), date, steps=steps, lines=lines)


def with_views(*views: str) -> str:
    return BASE + "views:\n" + "".join(f"  - {v}\n" for v in views)


def view(of: str, answered: object, by: str, **more: object) -> str:
    rest = "".join(f", {k}: {v}" for k, v in more.items())
    return f"{{of: {of}, asked: 12, answered: {answered}, anonymous: yes{rest}, by_principle: {{{by}}}}}"


def rows(text: str, date: dt.date = LATE):
    return {row.principle: row for row in audit(text, date).sides}


def pages(text: str, date: dt.date = LATE, *, steps: bool = False) -> str:
    found = audit(text, date, steps=steps)
    return "".join(render(name, [found]) for name in reports()) + plain_language.PAPER.markdown([found])


@pytest.mark.parametrize(
    ("contributors", "researchers", "how"),
    [
        ("most disagree", "most agree", "lower"),
        ("split", "most agree", "lower"),
        ("not most agree", "most agree", "lower"),
        ("most disagree", "split", "lower"),
        ("most agree", "not most agree", "higher"),
        ("most agree", "most agree", "same"),
        ("split", "split", "same"),
        ("not most agree", "not most agree", "cannot be told"),
        ("not most agree", "split", "cannot be told"),
        ("most disagree", "not most agree", "cannot be told"),
        ("too few to show", "most agree", "cannot be told"),
        ("most agree", "not asked", "cannot be told"),
        ("cannot be told", "most agree", "cannot be told"),
    ],
)
def test_the_direction_of_a_difference_comes_from_what_is_shown(contributors, researchers, how):
    assert difference(contributors, researchers) == how


def test_both_sides_stand_beside_each_other_on_every_principle_that_somebody_was_asked_about():
    found = rows(
        with_views(
            view("contributors", 9, "power: {agree: 2, disagree: 7}, care: {agree: 8, disagree: 1}", when="2026-05"),
            view("researchers", 6, "power: {agree: 5, disagree: 1}, reward: {agree: 6, disagree: 0}", when="2026-06"),
        )
    )
    assert set(found) == {"power", "care", "reward"}
    assert found["power"].difference == "lower"
    assert [(s.of, s.when, s.says) for s in found["power"].sides] == [
        ("contributors", "2026-05", "most disagree"), ("researchers", "2026-06", "most agree"),
    ]  # fmt: skip
    assert found["power"].says == "Contributors see it lower than researchers do."
    assert found["care"].difference == found["reward"].difference == "cannot be told"
    assert found["care"].says == "", "what researchers were not asked about is listed once, by name"


def test_the_latest_round_counts_wherever_it_stands_and_what_lies_ahead_does_not():
    text = with_views(
        view("contributors", 9, "power: {agree: 1, disagree: 8}", when="2026-05"),
        view("contributors", 9, "power: {agree: 8, disagree: 1}", when="2025-05"),
        view("contributors", 9, "power: {agree: 4, disagree: 4, unsure: 1}", when="2027-05"),
    )
    assert rows(text)["power"].sides[0].says == "most disagree"
    assert rows(text, dt.date(2026, 1, 1))["power"].sides[0].says == "most agree"


def test_where_contributors_run_the_work_those_they_serve_are_a_side_of_their_own():
    text = with_views(
        view("contributors", 9, "power: {agree: 8, disagree: 1}"),
        view("people served", 9, "power: {agree: 1, disagree: 8}"),
    )
    assert rows(text)["power"].says == "People served see it lower than contributors do."


def test_nothing_is_averaged():
    """A second round of the one side, or any answer of the other, changes nothing of what a side says."""
    one = with_views(view("contributors", 9, "power: {agree: 1, disagree: 8}", when="2026-05"))
    other = with_views(
        view("contributors", 9, "power: {agree: 1, disagree: 8}", when="2026-05"),
        view("researchers", 12, "power: {agree: 12, disagree: 0}"),
    )
    assert rows(one)["power"].sides[0] == rows(other)["power"].sides[0]
    assert audit(one).principles[2].confirmed == audit(other).principles[2].confirmed == "disputed"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (BASE + "views: none\n", "Contributors have not been asked the same questions."),
        (with_views(view("researchers", 6, "power: most agree")), "It is not told whether contributors were asked the same questions."),
        (with_views(view("contributors", 9, "power: most agree", when="2026-05")), "Contributors, May 2026: 3 of 12 did not answer. Silence is no agreement."),
        (with_views(view("contributors", 12, "power: most agree", when="2026-05")), "Contributors, May 2026: all who were asked answered."),
        (with_views(view("contributors", "about 8", "power: most agree")), "Contributors: about 8 answered of 12 who were asked."),
        (with_views("{of: contributors, answered: 9, by_principle: {power: most agree}}"), "Contributors: it is not told how many were asked, so nobody can say how many kept silent."),
        (with_views("{of: contributors, when: 2026, asked: 4, answered: 2}"), "Contributors, 2026: fewer than three answered. That is too few to show how they answered without giving them away."),
    ],
)  # fmt: skip
def test_who_was_not_heard_is_said_in_every_format(text, says):
    assert says in audit(text).not_heard
    for name in reports():
        shown = " ".join(render(name, [audit(text)]).replace("\\", "").split())
        assert says in shown, name


def test_where_there_are_no_researchers_nobody_asks_whether_they_were_asked():
    assert not any(
        "esearchers" in says
        for says in audit(BASE.replace("project: {", "project: {researchers: 0, ", 1) + "views: none\n").not_heard
    )


def test_what_a_side_was_not_asked_about_is_named():
    found = audit(with_views(view("contributors", 9, "power: most agree"))).not_heard
    assert any(
        text.startswith("Contributors have not been asked about: ") and "Safety and care" in text for text in found
    )


def test_where_nothing_is_told_of_views_no_row_stands():
    found = audit(BASE)
    assert (found.sides, found.not_heard) == ((), ())


@pytest.mark.parametrize("name", reports())
def test_every_format_shows_both_sides_and_the_direction(name):
    text = with_views(view("contributors", 9, "power: most disagree"), view("researchers", 6, "power: most agree"))
    shown = " ".join(render(name, [audit(text)]).replace("\\", "").split())
    assert "Contributors see it lower than researchers do." in shown
    assert "most disagree" in " ".join(render(name, [audit(text)], layer="full").split())


@pytest.mark.parametrize("name", reports())
def test_too_few_to_show_is_said_in_every_format(name):
    text = with_views(
        "{of: contributors, when: 2026-05, asked: 4, answered: 2, anonymous: yes}",
        view("researchers", 6, "power: most agree"),
    )
    assert "too few to show" in " ".join(render(name, [audit(text)]).split())


# --- nothing hidden comes out ------------------------------------------------------------------------


def counts(number: int):
    """All ways in which so many people can have answered a question."""
    for agree, partly, disagree in product(range(number + 1), repeat=3):
        if agree + partly + disagree <= number:
            yield agree, partly, disagree, number - agree - partly - disagree


def told(agree: int, partly: int, disagree: int, unsure: int) -> str:
    return f"{{agree: {agree}, partly: {partly}, disagree: {disagree}, unsure: {unsure}}}"


@pytest.mark.parametrize("number", [2, 3, 4])
def test_counts_of_so_few_that_are_hidden_change_no_report_in_any_format(number):
    """Of the same shown word, every audit is the same: levels, gates and flags. Of some that lie far apart so are the lines, and every report."""
    seen: dict[bool, list[str]] = {True: [], False: []}
    for one in counts(number):
        text = with_views(view("contributors", number, f"power: {told(*one)}, influence: {told(*one)}", when="2026-05"))
        seen[2 * one[0] > number].append(text)
    for texts in seen.values():
        # No report sees more than the audit.
        assert all(audit(text, lines="none") == audit(texts[0], lines="none") for text in texts)
        assert audit(texts[len(texts) // 2]) == audit(texts[0])
        assert len({pages(texts[0]), pages(texts[-1])}) == 1


def test_counts_that_are_hidden_do_not_come_out_by_comparing_two_dates_or_two_sides():
    """Two rounds and another side, at two dates: still only what is shown decides."""
    kinds = {True: [(3, 0, 1, 0), (4, 0, 0, 0)], False: [(0, 0, 4, 0), (2, 0, 2, 0), (0, 4, 0, 0), (1, 1, 1, 1)]}
    for first, second in product((True, False), repeat=2):
        found = []
        for n in range(4):
            one, other, third = (
                listed[(n + k) % len(listed)] for k, listed in enumerate((kinds[first], kinds[second], kinds[first]))
            )
            text = with_views(
                view("contributors", 4, f"power: {told(*one)}, influence: {told(*one)}", when="2025-05"),
                view("contributors", 4, f"power: {told(*other)}, influence: {told(*other)}", when="2026-05"),
                view("researchers", 4, f"power: {told(*third)}", when="2026-05"),
            )
            found.append((audit(text, dt.date(2025, 12, 1)), audit(text)))
        assert all(one == found[0] for one in found)


def test_nor_do_they_come_out_in_the_steps_that_are_offered():
    one, other = (
        with_views(view("contributors", 4, f"power: {told(*c)}, influence: {told(*c)}"))
        for c in ((0, 0, 4, 0), (2, 0, 2, 0))
    )
    assert pages(one, steps=True) == pages(other, steps=True)


def test_nor_in_what_facts_and_check_print(tmp_path, monkeypatch, run):
    printed = set()
    monkeypatch.chdir(tmp_path)
    # All of them are compared above; here some, with the commands around them.
    for number in list(counts(4))[::5]:
        if 2 * number[0] <= 4:
            text = with_views(
                view("contributors", 4, f"power: {told(*number)}, influence: {told(*number)}", when="2026-05")
            )
            (tmp_path / "project.yaml").write_text(text, encoding="utf-8")
            printed.add(
                tuple(run(command, "project.yaml", "--date", "2026-12-01").out for command in ("facts", "check"))
            )
    assert len(printed) == 1


def test_the_same_holds_however_the_views_are_written():
    """As blocks, too, and with the largest example around them."""
    full = read((ROOT / "examples" / "full" / "project.yaml").read_bytes()).tree
    import yaml

    del full["views"]
    found = set()
    for number in [(0, 0, 4, 0), (2, 1, 0, 1), (1, 1, 1, 1)]:
        counted = "".join(
            f"        {k}: {v}\n" for k, v in zip(("agree", "partly", "disagree", "unsure"), number, strict=True)
        )
        views = f"views:\n  - of: contributors\n    answered: 4\n    anonymous: yes\n    by_principle:\n      influence:\n{counted}"
        found.add(pages(views + yaml.safe_dump(full, allow_unicode=True, sort_keys=False, default_style='"')))
    assert len(found) == 1


def test_numbers_of_five_and_more_are_judged_as_they_are():
    states = {
        told_: {p.id: p for p in audit(with_views(view("contributors", 5, f"power: {told_}"))).principles}[
            "power"
        ].confirmed
        for told_ in ("{agree: 4, disagree: 1}", "{agree: 1, disagree: 4}", "{agree: 2, partly: 1, disagree: 2}")
    }
    assert list(states.values()) == ["confirmed", "disputed", "split"]


def test_of_a_few_most_agree_confirms_and_otherwise_the_level_stays_open():
    def power(text):
        return {p.id: p for p in audit(text).principles}["power"]

    assert power(with_views(view("contributors", 3, "power: {agree: 2, disagree: 1}"))).confirmed == "confirmed"
    unsure = power(with_views(view("contributors", 3, "power: {agree: 0, disagree: 3}")))
    assert unsure.confirmed == "too few"
    assert any(c.level.low < c.level.high for c in unsure.criteria)
    assert power(with_views(view("contributors", 3, "power: most disagree"))).confirmed == "disputed"
