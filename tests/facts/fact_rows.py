"""How the tables of facts are read: a fragment of a project file, and what a fact makes of it."""

from __future__ import annotations

import datetime as dt

from projects import keys, without

from involve_audit.facts import FACTS
from involve_audit.facts.answers import Several, Span
from involve_audit.facts.case import Case
from involve_audit.load import Document, read, read_project
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 1, 1)


def case_of(tree):
    return Case(read_project(Document("project.yaml", tree, [])), DAY)


def tree_of(fragment):
    return read(f"format: 1\n{fragment}".encode()).tree


def observe(fact, fragment, *, plans=False):
    """What a fact makes of a fragment of a project file."""
    case = case_of(tree_of(fragment))
    return FACTS[fact].observe(case.planned() if plans else case).value


def within(before, after):
    """Whether everything that could be so before can still be so after an answer was taken away."""
    if after is None:
        return True
    if isinstance(before, Span) and isinstance(after, Span):
        return after.low <= before.low and (
            after.high is None or (before.high is not None and before.high <= after.high)
        )
    if isinstance(before, Several) and isinstance(after, Several):
        return after.has <= before.has and (not after.complete or before == after)
    return before == after


def narrowed(fact, fragment):
    """The keys of a fragment without which a fact says something else, instead of saying less."""
    tree = tree_of(fragment)
    for plans in (False, True):
        case = case_of(tree)
        before = FACTS[fact].observe(case.planned() if plans else case).value
        for path in keys(tree):
            try:
                less = case_of(without(tree, path))
            except InputError:
                continue
            after = FACTS[fact].observe(less.planned() if plans else less).value
            if not within(before, after):
                yield path, before, after


def facts_of(module):
    """The facts that a module holds."""
    return {name for name, fact in FACTS.items() if fact.observe.__module__ == f"involve_audit.facts.{module}"}


def by_fact(rows):
    """The rows of each fact together."""
    found = {}
    for fact, given, value in rows:
        found.setdefault(fact, []).append((given, value))
    return list(found.items())


def kinds(rows, fact):
    """Whether the rows of a fact come out definite in both ways, and unknown."""
    values = [value for name, _, value in rows if name == fact]
    definite = [v for v in values if v is not None]
    return len({repr(v) for v in definite}) >= 2 and None in values


def open_span(low):
    return Span(low, None)


def exactly(number):
    return Span(number, number)


def words(*told, complete=True):
    return Several(frozenset(told), complete)
