"""The rubrics: their examples come out as they say, every threshold is pinned, every theme is judged."""

from __future__ import annotations

import pytest
from support import ROOT, shipped

from involve_audit.facts import FACTS
from involve_audit.lint.examples import wrong_examples
from involve_audit.lint.reach import unpinned, unreachable
from involve_audit.rubric.model import load_rubric

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
    used = {
        key
        for group in (RUBRIC.criteria, RUBRIC.flags, RUBRIC.signs, RUBRIC.gates)
        for item in group
        for key in item.sources
    }
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


def test_every_threshold_is_pinned_by_an_example():
    """Move a threshold by one, turn a condition round, or leave it out: some example must notice.

    Two cannot be pinned. Disagreements on record are a list that may go on, so "at most one" is never certain. And that others
    have not left the work is told or not, and never denied: what hangs on it is only which verdicts are possible.
    """
    assert [says for _, says in unpinned(RUBRIC)] == [
        "nobody-disagreed, when: disagreements_on_record",
        "whose-work, due_if: others_have_not_left",
    ]


def test_every_level_can_be_reached_and_every_entry_can_move_something():
    assert list(unreachable(RUBRIC)) == []


def test_every_fact_is_documented_as_a_question():
    for fact in FACTS.values():
        assert fact.question.endswith("?"), fact.name
        assert "lacks" not in fact.name


def test_a_fault_in_a_rubric_has_a_line_and_a_guess():
    text = RUBRICS[0].read_text(encoding="utf-8").replace("meaning_written: yes", "meaning_writen: yes", 1)
    from involve_audit.wording.messages import InputError

    with pytest.raises(InputError) as caught:
        load_rubric(text.encode(), "mine.yaml")
    (problem,) = caught.value.problems
    assert "did you mean 'meaning_written'?" in problem.says
    assert "meaning_writen" in text.splitlines()[problem.line - 1]
