"""Three laws, searched in files that stand high: what silence may do, what is possible, and what cannot both be true.

A file that is drawn from the declarations alone says too little in nine cases of ten, and then no law has anything to
hold. So most files here begin with one that has much to lose (an example, what the rubric carries, a scaffold that is led by
contributors), lose a share of their answers, and are given others at random.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin

import yaml
from judge.test_laws import (
    Weighed,
    broken_laws,
    earlier_answer_stands,
    may_be_to_come,
    words_dated_by_the_work,
)
from projects import Choices, answers, keys, some_of, without
from support import EXAMPLES, ROOT, shipped

from involve_audit.lint import impossible
from involve_audit.lint.adversary import merged, pieces_of
from involve_audit.load import Document, read, read_project
from involve_audit.project.fields import Told, annotation, without_none
from involve_audit.project.model import Project
from involve_audit.project.people import Stage
from involve_audit.project.power import Decision
from involve_audit.wording.messages import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Tree = dict[str, Any]
    Path = tuple[Any, ...]

STANDS_FOR = {"s1": "sources", "r1": "rooms", "r2": "rooms", "o1": "organisations"}
"""Names that random answers refer to, and the section in which names of this file stand."""


@cache
def _whole() -> tuple[Tree, ...]:
    """Files with much to lose."""
    by_hand = ROOT / "tests" / "judge" / "genuine.yaml"
    trees = [read(path.read_bytes()).tree for path in (*EXAMPLES, by_hand)]
    return (*({"format": "1", **tree} for tree in trees), *(impossible.SCAFFOLD,) * 4)


@cache
def _parts() -> tuple[Tree, ...]:
    """Small files that each move something: the examples and steps of the rubric, and what was judged by hand."""
    by_hand = yaml.load((ROOT / "tests" / "judge" / "by_hand.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (texts only)
    return (
        *pieces_of(shipped().rubric),
        *(entry["given"] for entry in by_hand if isinstance(entry.get("given"), dict)),
    )


def file(rng: random.Random) -> Tree:
    """A project file. What would make it none is left out of it, but for one in many."""
    kind = rng.random()
    if kind < 0.15:
        choices = Choices(rng.randrange(2**24))
        return {"format": "1", **some_of(Project, choices, choices.share)}
    tree = (
        rng.choice(_whole())
        if kind < 0.75
        else {"format": "1", "project": {"phase": rng.choice(("running", "finished"))}}
    )
    for _ in range(rng.choice((0, 1, 2, 3)) if kind < 0.75 else rng.randint(2, 8)):
        tree = _if_read(merged(tree, rng.choice(_parts())), tree)
    if rng.random() < 0.2:
        tree = _if_read(merged(tree, _run(rng)), tree)
    share = rng.choice((0, 0, 0.02, 0.1, 0.3))
    left = tree
    for path in [p for p in keys(tree) if rng.random() < share and p != ("format",)]:
        if _there(left, path):
            left = without(left, path)
    tree = _if_read(left, tree)
    for _ in range(rng.choice((0, 1, 1, 2, 4, 8))):
        tree = _if_read(_answered(rng, tree), tree)
    tree = _if_read(_hardly_told(rng, tree), tree) if rng.random() < 0.15 else tree
    return _if_read(_dated_anew(rng, tree), tree) if rng.random() < 0.15 else tree


def _run(rng: random.Random) -> Tree:
    """Who runs the work, and who has the last word: people affected, others, or both, now or for a time."""
    does = (["runs"], ["runs", "hosts"], ["partner"], ["employs contributors"])
    dates: tuple[Tree, ...] = (
        {},
        {},
        {"since": "2021"},
        {"until": "2023"},
        {"status": "ongoing"},
        {"status": "planned"},
    )
    run = {
        name: {"does": rng.choice(does), "governed_by": by, "source": "m", **rng.choice(dates)}
        for name, by in (("union", "people affected"), ("university", "others"), ("board", "both"))
        if rng.random() < 0.6
    }
    word = rng.sample(("contributors", "team", "above", "together"), rng.choice((0, 1, 1, 2)))
    told: Tree = {"sources": {"m": {"kind": "page"}}, "organisations": run}
    return {**told, "power": {"final_say": word}} if word else told


DAYS = ("2019", "2021", "2022", "2022-06", "2023", "2024", "2024-03", "2025", "no")
BY_STAGES = ("before design", "during design", "after design", "after funding", "before delivery", "month 6")
"""Days that are told by a stage or a month of the work; when the work began, ended or came up is told by a date."""
DATES = ("when", "since", "until", "first_involved", "design_locked", "idea", "start", "end", "answered")


def _dated_anew(rng: random.Random, tree: Tree) -> Tree:
    """A file that tells more days, of which some lie beside each other: which of two comes first then decides."""
    share = rng.choice((0.03, 0.1, 0.3))
    for path, cls in list(_told(tree, Project, ())):
        days = {key: rng.choice(DAYS) for key in DATES if key in cls.questions and rng.random() < share}
        by_stages = [key for key in days if key not in ("idea", "start", "end", "answered")]
        days |= {key: rng.choice(BY_STAGES) for key in by_stages if rng.random() < 0.2}
        # How many answered a round of views is no day.
        days = {key: day for key, day in days.items() if path[:1] != ("views",) or key == "when"}
        if days:
            tree = _if_read(_put(tree, path, {**_at(tree, path), **days}), tree)
    return tree


def _hardly_told(rng: random.Random, tree: Tree) -> Tree:
    """A file that names a room or an organisation more often, and tells little or nothing of it."""
    sections = [s for s in ("rooms", "organisations") if isinstance(tree.get(s), dict) and tree[s]]
    if not sections:
        return tree
    section = rng.choice(sections)
    name, told = rng.choice(sorted(tree[section].items()))
    share = rng.choice((0, 0, 0.3, 0.7))
    less = {k: v for k, v in told.items() if rng.random() < share} if isinstance(told, dict) else told
    tree = {**tree, section: {**tree[section], name: less}}
    names = {Stage: {section: [name]}, Decision: {"room": name} if section == "rooms" else {}}
    for path, cls in _told(tree, Project, ()):
        if rng.random() < 0.3:
            tree = _put(tree, path, {**_at(tree, path), **names.get(cls, {})})
    return tree


def _if_read(tree: Tree, before: Tree) -> Tree:
    try:
        read_project(Document("project.yaml", tree, []))
    except InputError:
        return before
    return tree


def _there(tree: Any, path: Path) -> bool:
    for step in path:
        if not (
            step in tree
            if isinstance(tree, dict)
            else isinstance(tree, list) and isinstance(step, int) and step < len(tree)
        ):
            return False
        tree = tree[step]
    return True


def _answered(rng: random.Random, tree: Tree) -> Tree:
    """A file with one answer more, or another one, at a place that the declarations allow."""
    found: list[tuple[Path, type[Told]]] = list(_told(tree, Project, ()))
    path, cls = rng.choice(found)
    needed, others = answers(cls)
    # A doubt opens whatever it stands beside: one in each part of a file leaves nothing to judge.
    names = [n for n in (*needed, *others) if n not in ("disputed", "note") or rng.random() < 0.1]
    if not names:
        return tree
    name = rng.choice(names)
    value = {**needed, **others}[name](Choices(rng.randrange(2**24)))
    there = _at(tree, path)
    if name in there and isinstance(value, list) and isinstance(there[name], list):
        value = [*there[name], *value]
    elif name in there and isinstance(value, dict) and isinstance(there[name], dict):
        value = {**there[name], **value}
    return _put(tree, path, {**there, name: _referring(rng, value, tree)})


def _told(tree: Any, kind: Any, path: Path) -> Iterator[tuple[Path, type[Told]]]:
    """Each part of a file, with the class that declares it."""
    origin = get_origin(kind)
    if isinstance(kind, type) and issubclass(kind, Told):
        if isinstance(tree, dict):
            yield path, kind
            for name in kind.questions:
                if name in tree:
                    yield from _told(tree[name], annotation(kind, name), (*path, name))
        elif isinstance(tree, list):
            for n, value in enumerate(tree):
                yield from _told(value, kind, (*path, n))
    elif origin is tuple and isinstance(tree, list):
        for n, value in enumerate(tree):
            yield from _told(value, get_args(kind)[0], (*path, n))
    elif origin is dict and isinstance(tree, dict):
        for name, value in tree.items():
            yield from _told(value, without_none(get_args(kind)[1]), (*path, name))
    elif origin is not None and hasattr(kind, "__origin__") and kind.__origin__ is not origin:
        yield from _told(tree, kind.__origin__, path)


def _at(tree: Any, path: Path) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def _put(tree: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    step, *rest = path
    if isinstance(tree, list):
        return [_put(v, tuple(rest), value) if n == step else v for n, v in enumerate(tree)]
    return {k: _put(v, tuple(rest), value) if k == step else v for k, v in tree.items()}


def _referring(rng: random.Random, value: Any, tree: Tree) -> Any:
    """An answer that refers to what the file has."""
    if isinstance(value, dict):
        return {key: _referring(rng, inner, tree) for key, inner in value.items()}
    if isinstance(value, list):
        return [_referring(rng, inner, tree) for inner in value]
    there = tree.get(STANDS_FOR.get(value, "")) if isinstance(value, str) else None
    return rng.choice(sorted(there)) if isinstance(there, dict) and there else value


# --- the laws ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Broken:
    """A law that a file breaks: how, and by what change."""

    says: str
    tree: Tree
    paths: tuple[Path, ...]


def silence(rng: random.Random, tree: Tree, before: Weighed, tried: Counter[str], most: int = 40) -> Iterator[Broken]:
    """Taking any answer away raises no low end, narrows no range, loses no possible verdict and passes no check."""
    places = [p for p in keys(tree) if may_go(p) and not _the_last(tree, p)]
    for path in rng.sample(places, min(most, len(places))):
        tried["answers taken away"] += 1
        for says in broken_laws(tree, path, before, before):
            yield Broken(says, tree, (path,))


def possible(rng: random.Random, tree: Tree, after: Weighed, tried: Counter[str], most: int = 24) -> Iterator[Broken]:
    """Whatever is answered leads to a verdict that was possible before: any set of answers is taken away at once."""
    # By design what is dated later has not happened, whatever else is told of it.
    # That somebody tells it otherwise is no answer to what was not told: it opens what is told, as if that were taken away.
    places = [p for p in _added(tree) if may_go(p) and "disputed" not in p and not may_be_to_come(after, tree, p)]
    for _ in range(most):
        share = rng.choice((0.01, 0.03, 0.1, 0.3, 0.7))
        paths = tuple(p for p in places if rng.random() < share)
        tried["sets of answers added"] += 1
        if paths and (says := impossible_before(tree, paths, after)):
            yield Broken(says, tree, paths)


def impossible_before(tree: Tree, paths: tuple[Path, ...], after: Weighed | None = None) -> str:
    """What verdict a file has that was not possible before these answers were in it; empty where it was."""
    left = tree
    for path in sorted(paths, key=len, reverse=True):
        if _there(left, path) and not _the_last(left, path):
            left = without(left, path)
    try:
        after = after or Weighed(tree)
        before = Weighed(left, after)
    except InputError:
        return ""
    # The other half of a contradiction is no answer to what was not told: the first half then no longer holds.
    if after.contradicted - before.contradicted:
        return ""
    if any(p[0] in ("stages", "project") for p in paths) and words_dated_by_the_work(after):
        return ""
    if any(p[0] in ("views", "influence") for p in paths) and earlier_answer_stands(after, before):
        return ""
    verdict = after.found.outcome.id
    return "" if verdict in before.possible else f"{verdict} was not among {sorted(before.possible)}"


def _the_last(tree: Tree, path: Path) -> bool:
    """Whether nothing is left of a list or of names without this place: that there is none would then be told."""
    above = _at(tree, path[:-1])
    return len(path) > 1 and len(above) == 1


def _added(tree: Any, path: Path = (), complete: bool = False) -> Iterator[Path]:
    """Every answer that can be added to what is left without it: in a list that is complete there is none."""
    if isinstance(tree, dict):
        complete = complete or tree.get("complete") == "yes"
        for key, value in tree.items():
            if not complete:
                yield (*path, key)
            yield from _added(value, (*path, key), complete)
    elif isinstance(tree, list):
        for n, value in enumerate(tree):
            yield from _added(value, (*path, n), complete)


def both(
    rng: random.Random, tree: Tree, before: Weighed, tried: Counter[str], most: int = len(impossible.IMPOSSIBLE)
) -> Iterator[Broken]:
    """Two answers that cannot both be true, laid over a file, earn nothing unseen."""
    if before.errors:
        return
    for kind in rng.sample(impossible.IMPOSSIBLE, most):
        found = impossible._believed(shipped().rubric, kind, [tree], seen=True)
        tried["impossible pairs"] += found.tried > 0
        if found.earned:
            yield Broken(f"{kind.says}: {found.earned}", tree, ())


def smallest(found: Broken, still: Callable[[Tree, tuple[Path, ...]], bool]) -> Broken:
    """The smallest file that breaks a law in the same way: whatever it needs not is taken out, again and again."""
    tree, paths, at = found.tree, found.paths, 0
    for fewer in found.paths:
        if len(paths) > 1 and still(tree, left := tuple(p for p in paths if p != fewer)):
            paths = left
    places = sorted(keys(tree), key=len)
    while at < len(places):
        path = places[at]
        above = any(kept[: len(path)] == path for kept in paths)
        if path != ("format",) and not above and _there(tree, path) and still(less := without(tree, path), paths):
            tree = less
            places = sorted(keys(tree), key=len)
            continue
        at += 1
    return Broken(found.says, tree, paths)


def still_silent(tree: Tree, paths: tuple[Path, ...]) -> bool:
    """Whether a file breaks the law on silence."""
    return bool(_quietly(lambda: broken_laws(tree, paths[0], Weighed(tree))))


def still_impossible(tree: Tree, paths: tuple[Path, ...]) -> bool:
    """Whether a file breaks the law on what is possible."""
    return bool(_quietly(lambda: impossible_before(tree, paths)))


def still_both(kind: impossible.Impossible, tree: Tree) -> bool:
    """Whether two answers that cannot both be true earn something in a file."""
    return bool(
        _quietly(lambda: not Weighed(tree).errors and impossible._believed(shipped().rubric, kind, [tree]).earned)
    )


def _quietly(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except (InputError, KeyError):
        return None


LEFT: tuple[Callable[[Path], bool], ...] = (
    # Whose word it was, and when, decides which is the latest. A word without them overtakes none.
    lambda path: path[:2] == ("influence", "heard") or path[:1] == ("findings",),
    # A room without contributors bears no role; that an organisation of theirs runs the work could be told beside it.
    lambda path: path[:1] == ("organisations",) and len(path) <= 2,
)
"""Answers that are not taken away: what they decide was settled otherwise, by hand (`tests/judge/by_hand.yaml`)."""


def may_go(path: Path) -> bool:
    """Whether the laws are held against a file without an answer."""
    return path not in (("format",), ("rooms",), ("sources",)) and not any(is_left(path) for is_left in LEFT)


LAWS: dict[str, Callable[..., Iterator[Broken]]] = {"silence": silence, "possible": possible, "both": both}


def about(tree: Tree, found: Weighed) -> Iterator[str]:
    """What a file has that a law may fail on, to be counted."""
    yield f"verdict {found.found.outcome.id}"
    yield from ("a contradiction",) if found.errors else ()
    yield from ("a sign of tokenism",) if any(held.truth for _, held in found.found.table.signs) else ()
    yield from ("own latest word",) if found.own_word else ()
    yield from ("several verdicts possible",) if len(found.possible) > 1 else ()
    yield from ("the policy holds",) if found.holds else ()
    yield from ("an organisation",) if tree.get("organisations") else ()
    yield from ("something disputed",) if "'disputed'" in repr(tree) else ()
    yield from ("several spans in a stage",) if any(isinstance(s, list) for s in _stages(tree)) else ()
    yield from ("a stage not told",) if 0 < len(_stages(tree)) < 8 else ()


def _stages(tree: Tree) -> list[Any]:
    stages = tree.get("stages")
    return list(stages.values()) if isinstance(stages, dict) else []
