"""Judging many files that differ from one in a few places, for the laws: nothing is put in words, and nothing is judged again that did not change."""

from __future__ import annotations

from functools import cache, partial

from support import shipped

from involve_audit.facts import FACTS, Facts
from involve_audit.judge.evaluation import evaluate
from involve_audit.judge.levels import carried, hold
from involve_audit.load import Document, read_project
from involve_audit.what_if.simulator import Unchanged, read_changed


class Evaluated:
    """What a tree is judged to be, before it is put in words. That an audit says the same is tested with the laws.

    Attributes:
        found: all that is judged.
    """

    def __init__(self, tree, day, like=None):
        """Judge a tree; `like` is one that differs from it in a few places, and is already judged."""
        self.document = Document("project.yaml", tree, [])
        if like is None:
            project, facts_of = read_project(self.document), Facts
        else:
            project = read_changed(like.document, like.found.case.project, tree)
            facts_of = like.facts_of
        self.found = evaluate(self.document, project, shipped().rubric, day, facts_of)
        self._unchanged = {}

    def facts_of(self, case):
        """The facts of a tree that differs from this one in a few places. What is planned has facts of its own."""
        planned = case.plans
        if planned not in self._unchanged:
            was, known = (self.found.case.planned(), None) if planned else (self.found.case, self.found.facts)
            unchanged = Unchanged(was, shipped().rubric, known)
            # Which conditions look at a place: a change touches a few of them, and whoever tries many changes asks each time.
            looking = {}
            for rule, (names, _) in rules().items():
                for place in frozenset().union(*map(unchanged.looks_at, names)):
                    looking.setdefault(place, set()).add(rule)
            held = {rule: work(unchanged.known) for rule, (_, work) in rules().items()}
            self._unchanged[planned] = unchanged, looking, held
        unchanged, looking, held = self._unchanged[planned]
        facts = unchanged.facts(case)
        # Conditions none of whose facts look where something changed hold as before.
        touched = set().union(*(looking.get(place, ()) for place in facts.changed))
        facts.settled.update((rule, as_before) for rule, as_before in held.items() if rule not in touched)
        return facts


@cache
def rules():
    """All conditions and criteria that ask for plain facts only, by their identity: those facts, and how they are held against them."""
    rubric, found = shipped().rubric, {}
    conditions = [
        *(c.applies_if for c in rubric.criteria),
        *(f.when for f in rubric.flags),
        *(s.when for s in rubric.signs),
        *(c for g in rubric.gates for c in (g.due_if, g.when)),
    ]
    for when in conditions:
        if when and FACTS.keys() >= when.keys():
            found[id(when)] = frozenset(when), partial(hold, when)
    for criterion in rubric.criteria:
        names = frozenset(name for level in criterion.levels.values() for name in level.when or ())
        if FACTS.keys() >= names:
            found[id(criterion)] = names, partial(carried, criterion)
    return found
