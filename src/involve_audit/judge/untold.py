"""What facts and conditions say where nothing is told of what they ask for: worked out once for many files.

Most files tell a part of what may be told, and most facts are then as unknown as in any other such file. So each fact is
asked once of a project that has the same sections and nothing in them, while it is noted which answers it looks for. In
a file that tells none of these, it looks for the same ones, finds the same nothing, and says the same. Nothing of any
file is kept: what is shared between files is what follows from silence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from involve_audit.facts import FACTS, Facts
from involve_audit.facts.case import Case
from involve_audit.facts.reads import EVERYTHING, is_section, watched
from involve_audit.judge.levels import carried, hold, kept
from involve_audit.language import _
from involve_audit.project.fields import annotation
from involve_audit.project.model import Project
from involve_audit.rubric.derived import DERIVED

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from involve_audit.facts.answers import Answer
    from involve_audit.facts.reads import Place
    from involve_audit.rubric.model import Conditions, Rubric

    _Asks = TypeVar("_Asks", str, int)

SHAPES = 256
"""Files of so many different choices of sections are remembered."""
OFTEN = 8
"""So many files of a choice of sections are judged without it. To work one out takes as long as judging one or two files, and saves a
seventh of each: of files that were filled in by many hands, most have a choice of their own, and all would take twice as long."""
MOST_SEEN = 4096
"""Of so many choices it is counted how often they come."""


@dataclass(frozen=True)
class _Silence:
    """What is so where these sections are there and nothing in them is told.

    Attributes:
        answers: of every fact.
        settled: conditions and criteria, by their identity, with what the facts make of them.
        facts_asking: the facts that look for an answer at a place.
        rules_asking: the conditions and criteria that do, by their identity.
    """

    answers: dict[str, Answer]
    settled: dict[int, Any]
    facts_asking: dict[Place, frozenset[str]]
    rules_asking: dict[Place, frozenset[int]]


class Untold:
    """The facts of many files, on one day and for one rubric."""

    def __init__(self, rubric: Rubric, date: dt.date, often: int = OFTEN) -> None:
        """`often`: after so many files of a choice of sections it is worked out."""
        self._rubric = rubric
        self._date = date
        self._often = often
        self._seen: Counter[tuple[frozenset[str], bool]] = Counter()
        self._silence = lru_cache(maxsize=SHAPES)(self._work_out)

    def facts(self, case: Case) -> Facts:
        """The facts of a case, those of which it tells nothing known already; they say what `Facts` says.

        Raises:
            ValueError: the case is of another day.
        """
        if case.date != self._date:
            raise ValueError(_("a case as of {date}, where all are as of {date_2}", date=case.date, date_2=self._date))
        facts = Facts(case)
        sections: list[str] = []
        told: list[Place] = []
        for name, part in vars(case.project).items():
            if is_section(part):
                sections.append(name)
                told += [(name, key) for key in vars(part)]
            elif part is not None:
                told.append((name,))
        shape = frozenset(sections), case.plans
        if self._seen[shape] < self._often:
            if len(self._seen) >= MOST_SEEN:
                self._seen.clear()
            self._seen[shape] += 1
            return facts
        silence = self._silence(*shape)
        facts.known.update(silence.answers)
        facts.settled.update(silence.settled)
        told.append((EVERYTHING,))
        for fact in _asking(silence.facts_asking, told):
            del facts.known[fact]
        for rule in _asking(silence.rules_asking, told):
            del facts.settled[rule]
        return facts

    def _work_out(self, sections: frozenset[str], plans: bool) -> _Silence:
        answers: dict[str, Answer] = {}
        places: dict[str, set[Place]] = {}
        looked: set[Place] = set()
        project = watched(Project(**{name: annotation(Project, name)() for name in sections}), looked)
        for name, fact in FACTS.items():
            looked.clear()
            answers[name] = fact.observe(Case(project, self._date, plans, opened=True))
            places[name] = {(EVERYTHING,)} if any(place[-1] == EVERYTHING for place in looked) else set(looked)
        facts = Facts(Case(project, self._date, plans, opened=True))
        facts.known.update(answers)
        settled: dict[int, Any] = {}
        asking: dict[int, Iterable[str]] = {}
        for conditions in self._conditions():
            settled[id(conditions)] = kept(hold(conditions, facts))
            asking[id(conditions)] = conditions
        for criterion in self._rubric.criteria:
            if any(not DERIVED.keys().isdisjoint(level.when or ()) for level in criterion.levels.values()):
                continue
            low, high, holding, stops, unknown = carried(criterion, facts)
            settled[id(criterion)] = low, high, holding, stops and kept(stops), unknown
            asking[id(criterion)] = [fact for level in criterion.levels.values() for fact in level.when or ()]
        rules = {rule: set().union(*(places[fact] for fact in names)) for rule, names in asking.items()}
        return _Silence(answers, settled, _turned(places), _turned(rules))

    def _conditions(self) -> Iterable[Conditions]:
        """All that is held against the facts beside the levels, which belong to their criteria."""
        rubric = self._rubric
        named = (
            *(c.applies_if for c in rubric.criteria),
            *(f.when for f in rubric.flags),
            *(s.when for s in rubric.signs),
            *(c for g in rubric.gates for c in (g.due_if, g.when)),
        )
        # What the rubric makes of the facts is worked out anew.
        return [conditions for conditions in named if conditions and DERIVED.keys().isdisjoint(conditions)]


def _asking(asking: dict[Place, frozenset[_Asks]], told: Iterable[Place]) -> set[_Asks]:
    """All that look at one of these places: most look at many of them."""
    return set().union(*[asking[place] for place in told if place in asking])


def _turned(places: dict[_Asks, set[Place]]) -> dict[Place, frozenset[_Asks]]:
    """For each place, all that look there."""
    found: defaultdict[Place, set[_Asks]] = defaultdict(set)
    for name, looked in places.items():
        for place in looked:
            found[place].add(name)
    return {place: frozenset(names) for place, names in found.items()}
