"""The lines that are printed as having decided are those that did: without each, the judgement is another one.

A line decided where there are other printed lines (none, for most) without which the judgement stays, and without which and
this one it does not. The lines are taken out of the file here, whose changed sections are read and which is judged anew, by
none of the code that looked for them.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from dataclasses import replace
from functools import cache
from itertools import chain, combinations

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from projects import projects
from support import EXAMPLES, shipped, spread

from involve_audit.assess import audit_document
from involve_audit.facts import Facts
from involve_audit.facts.case import Case
from involve_audit.judge.evaluation import evaluate
from involve_audit.judge.honesty import weigh
from involve_audit.judge.levels import hold, judge_criterion
from involve_audit.load import Document, read, read_project
from involve_audit.render import render, terminal
from involve_audit.what_if.decided import (
    PRINTED,
    WORK,
    Deciding,
    Tried,
    flag_of,
    gate_of,
    honesty_of,
    label_of,
    level_of,
    stage_of,
    verdict_of,
)
from involve_audit.what_if.simulator import (
    LONGER_THAN_PEOPLE_WRITE,
    SearchBudget,
    Spent,
    Unchanged,
    answers_in,
    read_changed,
    without,
)
from involve_audit.wording.messages import InputError, shown

DAY = dt.date(2026, 11, 1)


@cache
def in_the_rubric():
    """The shipped rubric without its criteria, and each flag and criterion by its kind and name: they are judged where a line of them is asked for."""
    rubric = shipped().rubric
    each = {("flag", flag.id): flag for flag in rubric.flags} | {("criterion", c.id): c for c in rubric.criteria}
    return type(rubric)(**{**vars(rubric), "criteria": ()}), each


class Judged:
    """All that lines are printed for, as the file is judged."""

    def __init__(self, document, project):
        rubric, self.each = in_the_rubric()
        self.found = found = evaluate(document, project, rubric, DAY)
        signs = tuple(held.truth for _, held in found.table.signs)
        self.known = {
            "verdict": (found.outcome.id, found.outcome.possible, found.ladder.shown.rung, signs),
            "label": replace(found.label, where=()),
        }
        self.known |= {("stage", s.stage): s for s in found.ladder.shown.stages}
        self.known |= {("sign", sign.id): held.truth for sign, held in found.table.signs}
        self.known |= {("gate", gate.id): state for gate, state, _ in found.gates}

    def of(self, name):
        if name not in self.known:
            self.known[name] = self._worked_out(name)
        return self.known[name]

    def _worked_out(self, name):
        found = self.found
        if name == "honesty":
            honesty = weigh(found.facts, found.label, found.outcome.id)
            return honesty.state, tuple(p.says for p in honesty.parts)
        if name[0] == "flag":
            return hold(self.each[name].when, found.facts).truth is True
        j = judge_criterion(self.each[name], found.facts, None)
        return j.low, j.high, j.applies, j.support, j.capped


def judged(tree, whole=None):
    """As a file is judged; None where it is no project file.

    Of a file that is `whole` but for some places (the file as it is read, and its project) only what changed is read.
    """
    document = Document("p.yaml", tree, [])
    try:
        return Judged(document, read_changed(*whole, tree) if whole else read_project(document))
    except InputError:
        return None


def printed(audit):
    """The lines of each judgement."""
    found = {"verdict": audit.verdict, "label": audit.label, "honesty": audit.honesty}
    found |= {("stage", s.id): s for s in audit.rung.stages}
    for kind, listed in (("sign", audit.signs), ("gate", audit.gates), ("flag", audit.flags)):
        found |= {(kind, item.id): item for item in listed}
    found |= {("criterion", c.id): c for p in audit.principles for c in p.criteria}
    return {name: item.because for name, item in found.items() if item.because}


def taken(tree, paths):
    """A file without some places, and without what refers to a room or an organisation that is gone."""
    for path in sorted(
        paths, key=lambda p: [(isinstance(s, int), s if isinstance(s, int) else 0) for s in p], reverse=True
    ):
        tree = emptied(tree, path)
    tree = {k: v for k, v in tree.items() if v != {} or k not in ("rooms", "sources", "organisations")}
    for kind in ("rooms", "organisations"):
        gone = {p[1] for p in paths if p[0] == kind and len(p) == 2} | ({"*"} if (kind,) in paths else set())
        tree = unreferred(tree, gone, kind) if gone else tree
    return tree


def emptied(tree, path):
    """A file without a place; a list or names of which nothing is left go too, for they would say that there is none."""
    step, *rest = path
    if not (step in tree if isinstance(tree, dict) else isinstance(tree, list) and step < len(tree)):
        return tree
    below = emptied(tree[step], rest) if rest else None
    keep = below is not None
    if isinstance(tree, list):
        return [*tree[:step], *([below] if keep else []), *tree[step + 1 :]] or None
    left = {k: (below if k == step else v) for k, v in tree.items() if keep or k != step}
    if step == "entries" and not keep:
        left.pop("complete", None)
    return left or (None if step in ("entries", "complete") else {})


def all_places(tree, path=()):
    """Every place of a file."""
    yield path
    for step, below in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        yield from all_places(below, (*path, step))


def unreferred(tree, gone, kind):
    if isinstance(tree, list):
        made_up = [
            kind == "rooms" and isinstance(v, dict) and "characteristic" in v and v.get("room") in gone for v in tree
        ]
        return [unreferred(v, gone, kind) for v, out in zip(tree, made_up, strict=True) if not out]
    if not isinstance(tree, dict):
        return tree
    left = {}
    for key, value in tree.items():
        if key == "sealed":
            continue
        if kind == "rooms" and key == "room" and isinstance(value, str) and (value in gone or "*" in gone):
            continue
        if (
            key == kind
            and isinstance(value, (str, list))
            and not (isinstance(value, list) and any(isinstance(v, dict) for v in value))
        ):
            rooms = [v for v in ([value] if isinstance(value, str) else value) if v not in gone and "*" not in gone]
            left[key] = rooms
            continue
        left[key] = unreferred(value, gone, kind)
    return left


def some_of(lines):
    """The first three judgements, of the whole work, and some of those that follow."""
    whole, each = list(lines.items())[:3], list(lines.items())[3:]
    return [*whole, *spread(each, 16)]


def not_deciding(tree, audit):
    """The lines that are printed and did not decide, each with its judgement."""
    places = {shown(path): path for path in all_places(tree)}
    known = {}
    document = Document("p.yaml", tree, [])
    whole = document, read_project(document)

    def moves(name, paths):
        gone = frozenset(paths)
        if gone not in known:
            known[gone] = judged(taken(tree, gone), whole)
        # What cannot be left out is not judged; a file that cannot be read without a line has nothing to say of it.
        return known[gone] is None or known[gone].of(name) != now.of(name)

    now = judged(tree)
    broken = []
    for name, lines in some_of(printed(audit)):
        paths = [places[line.path] for line in lines]
        for n, path in enumerate(paths):
            others = [p for p in paths if p != path]
            sets = chain.from_iterable(combinations(others, k) for k in range(len(others) + 1))
            if not any(moves(name, (*rest, path)) and not moves(name, rest) for rest in sets) and len(paths) < PRINTED:
                broken.append((name, lines[n].path, lines[n].says))
    return broken


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_each_line_of_an_example_decided(path):
    document = read(path.read_bytes(), path.name)
    audit = audit_document(document, shipped(), DAY, steps=False)
    assert printed(audit)
    assert not_deciding(document.tree, audit) == []


# A file takes seconds, and hypothesis would look for a smaller one for five minutes; `smaller` stops after so many tries.
@settings(phases=set(Phase) - {Phase.shrink}, max_examples=settings().max_examples // 3)
@given(projects)
def test_each_line_of_any_file_decided(tree):
    broken = of_tree(tree)
    assume(broken is not None)
    assert not broken, smaller(tree, broken[0][0])


def of_tree(tree):
    """The lines of a tree that are printed and did not decide; None where it is no project file."""
    try:
        audit = audit_document(Document("p.yaml", tree, []), shipped(), DAY, steps=False)
    except InputError:
        return None
    return not_deciding(tree, audit)


def smaller(tree, judgement, tries=40):
    """A smaller file in which a line of the same judgement did not decide: big parts are taken out first, `tries` at most."""
    for path in sorted((p for p in all_places(tree) if p and p != ("format",)), key=len):
        if tries and any(p == path for p in all_places(tree)):
            tries -= 1
            less = emptied(tree, path)
            if any(name == judgement for name, *_ in of_tree(less) or ()):
                tree = less
    return tree


def test_a_file_whose_line_did_not_decide_is_made_smaller_in_few_tries(monkeypatch):
    tried = []

    def found(tree):
        tried.append(tree)
        return [("verdict", "power.final_say", "team")] if tree.get("power") else []

    monkeypatch.setitem(globals(), "of_tree", found)
    tree = {
        "format": "1",
        "power": {"final_say": "team"},
        "voices": {"matters": [{"group": str(n)} for n in range(90)]},
    }
    assert smaller(tree, "verdict") == {"format": "1", "power": {"final_say": "team"}} or len(tried) == 40
    assert "voices" not in smaller(tree, "verdict")
    assert len(tried) <= 80


# --- what is asked anew, and what is not ----------------------------------------------------------------


@given(projects, st.data())
def test_what_is_not_judged_anew_would_have_been_judged_the_same(tree, data):
    """Where nothing that a judgement asks for is touched, it is taken over from the file; judged in full it says the same."""
    document = Document("p.yaml", tree, [])
    try:
        case = Case(read_project(document), DAY)
    except InputError:
        assume(False)
    rubric = shipped().rubric
    deciding = Deciding(document, Unchanged(case, rubric))
    places = [p for p in all_places(tree) if len(p) > 1]
    assume(places)
    gone = frozenset(data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=3)))
    judgements = {
        "verdict": verdict_of(rubric), "label": label_of(rubric), "honesty": honesty_of(rubric),
        **{g.id: gate_of(g, rubric) for g in rubric.gates}, **{f.id: flag_of(f, rubric) for f in rubric.flags},
        **{c.id: level_of(c, rubric) for c in rubric.criteria}, **{s.id: stage_of(s.id) for s in rubric.stages},
    }  # fmt: skip
    for name, judgement in judgements.items():
        tried = Tried(deciding, judgement, frozenset(), deciding.unchanged, {})
        said = judgement.of(Facts(Case(without(case.project, gone), DAY, opened=True)))
        assert tried.value(gone) == said, name
        # So it is where some of them were gone already when it began.
        assert replace(tried.given(list(gone)[1:]), known={}).value(gone) == said, name


def lengthened(value, key=""):
    """A file whose texts are longer than a line of a report, so that what stands behind them is cut off."""
    if isinstance(value, dict):
        return {k: lengthened(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [lengthened(v, key) for v in value]
    return value + " and so on" * 14 if isinstance(value, str) and (key == "what" or value.count(" ") > 5) else value


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_what_an_entry_cannot_do_without_is_never_taken_out_of_it_alone(path):
    document = Document("p.yaml", lengthened(read(path.read_bytes(), path.name).tree), [])
    try:
        assert printed(audit_document(document, shipped(), DAY, steps=False))
    except InputError as problem:
        pytest.skip(f"the longer texts are refused: {problem}")


ASKED_FOR = """
import datetime as dt, pathlib, sys
from involve_audit.assess import audit_document
from involve_audit.load import read
from involve_audit.rubric import shipped

for name in sys.argv[1:]:
    document = read(pathlib.Path(name).read_bytes(), name)
    asked = audit_document(document, shipped.load(), dt.date(2026, 11, 1), lines="when asked")
    assert asked == audit_document(document, shipped.load(), dt.date(2026, 11, 1)), name
"""


def test_lines_that_are_looked_for_when_they_are_asked_for_are_the_same():
    """In a process of its own, as a check is: tests of schemas make dataclasses of the results, and these are compared otherwise.

    The largest example tells something of everything; of the others some are tried.
    """
    largest = max(EXAMPLES, key=lambda path: path.stat().st_size)
    tried = dict.fromkeys(map(str, (largest, *spread(EXAMPLES, 4))))
    run = subprocess.run([sys.executable, "-c", ASKED_FOR, *tried], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_no_page_looks_for_lines_that_it_does_not_print(path):
    """To find them takes longer than everything else: of conditions that are met, and of parts of the work, none are printed."""
    # A text of its own, so that no other test has asked for these lines.
    document = read(path.read_bytes() + b"# for this test\n", path.name)
    audit = audit_document(document, shipped(), DAY, lines="when asked")
    terminal.summary(audit, 80, short=False, colour=False, ascii=False)
    render("html", [audit])
    assert not [gate.id for gate in audit.gates if gate.state == "clear" and "because" in vars(gate)]
    assert not [stage.id for stage in audit.rung.stages if "because" in vars(stage)]


@pytest.mark.parametrize("answers", [1, 100, 1347, 2999, 3000, 6000, 18_000, 30_000, 40_000])
def test_the_work_of_trials_never_grows_with_the_square_of_a_file(answers):
    """Of a file that people write all is tried; of a longer one, the fewer the more each trial costs."""
    document = Document("p.yaml", {"format": "1", "x": ["y"] * (answers - 3)}, [])
    assert answers_in(document.tree) == max(answers, 3)
    budget, trials = SearchBudget(document, WORK), 0
    try:
        while True:
            budget.spend()
            trials += 1
    except Spent:
        pass
    each = max(answers, 3)
    assert trials * each <= WORK
    assert trials * each**2 <= WORK * 2 * LONGER_THAN_PEOPLE_WRITE
    if each < 2 * LONGER_THAN_PEOPLE_WRITE:
        assert trials == WORK // each
