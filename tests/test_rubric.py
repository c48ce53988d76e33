"""The rubrics: their examples come out as they say, every threshold is pinned, every theme is judged."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support import ROOT, shipped

from involve_audit.facts import FACTS, Facts
from involve_audit.judge.examples import example_case, wrong_examples
from involve_audit.judge.gates import state_of
from involve_audit.judge.levels import hold, judge_criterion
from involve_audit.rubric import load_rubric

RUBRICS = sorted((ROOT / "rubrics").glob("*.yaml"))


@pytest.mark.parametrize("path", RUBRICS, ids=lambda p: p.name)
def test_every_example_comes_out_as_it_says(path):
    assert list(wrong_examples(load_rubric(path.read_bytes(), path.name))) == []


RUBRIC = shipped().rubric


def test_the_core_set_and_the_whole():
    """The draft had 45 criteria, 22 of them core; at least 20 flags and 10 gates were asked for."""
    assert sum(c.core == "yes" for c in RUBRIC.criteria) >= 22
    assert len(RUBRIC.criteria) >= 40
    assert len(RUBRIC.flags) >= 20
    assert len(RUBRIC.gates) >= 10


def test_each_of_the_55_themes_of_the_article_is_judged_by_something():
    judged = {t for group in (RUBRIC.criteria, RUBRIC.flags, RUBRIC.gates) for item in group for t in item.themes or ()}
    assert judged == {str(n) for n in range(1, 56)}


def test_each_criterion_rests_on_the_article_and_on_something_beside_it():
    for criterion in RUBRIC.criteria:
        assert "article" in criterion.sources, criterion.id
        assert len(criterion.sources) >= 2, criterion.id


def test_every_reference_is_used_and_can_be_found():
    used = {key for group in (RUBRIC.criteria, RUBRIC.flags, RUBRIC.gates) for item in group for key in item.sources}
    assert set(RUBRIC.references) == used
    for key, reference in RUBRIC.references.items():
        assert reference.where or reference.doi or reference.note, key


def test_ids_are_noun_phrases_with_hyphens():
    for group in (RUBRIC.criteria, RUBRIC.flags, RUBRIC.gates):
        for item in group:
            assert item.id == item.id.lower()
            assert set(item.id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-"), item.id


def test_each_level_of_each_criterion_is_reached_by_an_example():
    for criterion in RUBRIC.criteria:
        reached = {e.level for e in criterion.examples}
        assert {"0", "1", "2", "3", "unknown"} <= reached, (criterion.id, reached)


def test_each_flag_and_gate_has_an_example_either_way():
    for flag in RUBRIC.flags:
        assert {e.fires for e in flag.examples} == {"yes", "no"}, flag.id
    for gate in RUBRIC.gates:
        assert {"holds", "clear", "open"} <= {e.state for e in gate.examples}, gate.id


def mutants(conditions):
    """Each condition with its threshold moved, or turned round; and without it."""
    for name, condition in conditions.items():
        if condition.comparator in ("at_least", "at_most"):
            for step in (-1, 1):
                yield name, {**conditions, name: replace(condition, wanted=condition.wanted + step)}
        elif isinstance(condition.wanted, bool):
            yield name, {**conditions, name: replace(condition, wanted=not condition.wanted)}
        if len(conditions) > 1:
            yield name, {k: v for k, v in conditions.items() if k != name}


class Changed:
    """An entry of the rubric with some of its attributes changed."""

    def __init__(self, item, **changes):
        self.__dict__.update({n: getattr(item, n) for n in type(item).questions} | changes)


def outcomes(kind, item, cases):
    if kind == "criterion":
        return [(j.low, j.high, j.planned, j.applies) for j in (judge_criterion(item, Facts(c), Facts(c.planned())) for c in cases)]
    if kind == "flag":
        return [hold(item.when, Facts(c)).truth is True for c in cases]
    return [state_of(item, Facts(c))[0] for c in cases]


def unpinned():
    for kind, items in (("criterion", RUBRIC.criteria), ("flag", RUBRIC.flags), ("gate", RUBRIC.gates)):
        for item in items:
            cases = [example_case(e, getattr(item, "principle", "influence"), item.id) for e in item.examples]
            now = outcomes(kind, item, cases)
            if kind == "criterion":
                for number, level in item.levels.items():
                    for name, when in mutants(level.when or {}):
                        changed = Changed(item, levels={**item.levels, number: Changed(level, when=when)})
                        if outcomes(kind, changed, cases) == now:
                            yield f"{item.id}, level {number}: {name}"
                parts = {"applies_if": item.applies_if}
            else:
                parts = {"when": item.when} | ({"due_if": item.due_if} if kind == "gate" else {})
            for part, conditions in parts.items():
                for name, when in mutants(conditions or {}):
                    if outcomes(kind, Changed(item, **{part: when}), cases) == now:
                        yield f"{item.id}, {part}: {name}"


def test_every_threshold_is_pinned_by_an_example():
    """Move a threshold by one, turn a condition round, or leave it out: some example must notice.

    One cannot be pinned from above: disagreements on record are a list that may go on, so "at most one" is
    never certain.
    """
    assert list(unpinned()) == ["nobody-disagreed, when: disagreements_on_record"]


def test_every_fact_is_documented_as_a_question():
    for fact in FACTS.values():
        assert fact.question.endswith("?"), fact.name
        assert "lacks" not in fact.name


def test_a_fault_in_a_rubric_has_a_line_and_a_guess():
    text = RUBRICS[0].read_text(encoding="utf-8").replace("meaning_written: yes", "meaning_writen: yes", 1)
    from involve_audit.messages import InputError

    with pytest.raises(InputError) as caught:
        load_rubric(text.encode(), "mine.yaml")
    (problem,) = caught.value.problems
    assert "did you mean 'meaning_written'?" in problem.says
    assert "meaning_writen" in text.splitlines()[problem.line - 1]
