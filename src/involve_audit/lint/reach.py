"""What in a rubric can never happen: levels that nobody can reach, entries that move nothing, thresholds that no example pins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from involve_audit.facts import Facts
from involve_audit.judge.gates import state_of
from involve_audit.judge.levels import hold, judge_criterion
from involve_audit.judge.signs import with_rubric
from involve_audit.lint.examples import entries_of, example_case, wrong_examples
from involve_audit.rubric import derived
from involve_audit.rubric.model import LEVELS, follows, lacking, words_of
from involve_audit.wording.file_words import marked
from involve_audit.wording.messages import InputError, Problem, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from involve_audit.project.fields import Path
    from involve_audit.rubric.model import Condition, Conditions, LoadedRubric, Rubric


def unreachable(rubric: Rubric) -> Iterator[tuple[Path, str]]:
    """Levels that no answers can give, and flags and gates that can never be seen, each with its place.

    It looks at conditions on the same fact only: that two facts exclude each other it cannot see.
    """
    for n, criterion in enumerate(rubric.criteria):
        below: list[tuple[str, Condition]] = list((criterion.applies_if or {}).items())
        reached = 0
        for level in LEVELS[1:]:
            own = list((criterion.levels[level].when or {}).items())
            clash = _clash([*below, *own])
            place: Path = ("criteria", n, "levels", level, "when")
            if clash:
                yield (
                    place,
                    f"{criterion.id}: level {level} can never be reached, for '{marked(clash)}' would have to be two things at once",
                )
                break
            if all(follows(below, fact, condition) for fact, condition in own):
                yield (
                    place,
                    f"{criterion.id}: level {int(level) - 1} can never be the result: whoever reaches it reaches level {level} too",
                )
            below += own
            reached += 1
        if not reached:
            yield ("criteria", n), f"{criterion.id}: this criterion can move nothing: no answer lifts it above 0"
    for n, flag in enumerate(rubric.flags):
        clash = _clash(list(flag.when.items()))
        if clash:
            yield (
                ("flags", n, "when"),
                f"{flag.id}: this flag can never be seen, for '{marked(clash)}' would have to be two things at once",
            )
    rows: tuple[tuple[str, tuple[Any, ...]], ...] = (("signs", rubric.signs), ("verdicts", rubric.verdicts))
    for kind, entries in rows:
        for n, entry in enumerate(entries):
            clash = _clash(list((entry.when or {}).items()))
            if clash:
                what = "sign can never be seen" if kind == "signs" else "verdict can never come out"
                yield (
                    (kind, n, "when"),
                    f"{entry.id}: this {what}, for '{marked(clash)}' would have to be two things at once",
                )
    for n, gate in enumerate(rubric.gates):
        clash = _clash([*(gate.due_if or {}).items(), *gate.when.items()])
        if clash:
            yield (
                ("gates", n, "when"),
                f"{gate.id}: this gate can never hold, for '{marked(clash)}' would have to be two things at once",
            )


def wrong(loaded: LoadedRubric) -> Iterator[tuple[Path, str]]:
    """Why nothing is judged by a rubric: what it may not weaken, what can never happen, examples that come out otherwise."""
    yield from lacking(loaded.rubric)
    yield from loaded.weak
    yield from unreachable(loaded.rubric)
    yield from wrong_examples(loaded)


def refused(loaded: LoadedRubric) -> None:
    """Refuse to judge by a rubric that does not judge as it says, or is weaker than any may be.

    Raises:
        InputError: with every place.
    """
    document = loaded.document
    found = list(wrong(loaded))
    if document is not None and found:
        places = [(document.true_path(path), says) for path, says in found]
        problems = [Problem(*document.at(path), shown(path), says) for path, says in places]
        raise InputError(document.name, problems, document.lines)


def _clash(conditions: Sequence[tuple[str, Condition]]) -> str:
    """The first fact on which conditions contradict each other; empty where there is none."""
    by_fact: dict[str, list[Condition]] = {}
    for fact, condition in conditions:
        by_fact.setdefault(fact, []).append(condition)
    return next((fact for fact, asked in by_fact.items() if not _possible(fact, asked)), "")


def _possible(fact: str, asked: Sequence[Condition]) -> bool:
    """Whether one value can meet all these conditions on a fact."""
    words: set[Any] | None = None
    least, most = 0, None
    for condition in asked:
        match condition.comparator:
            case "at_least":
                least = max(least, condition.wanted)
            case "at_most":
                most = condition.wanted if most is None else min(most, condition.wanted)
            case "is" | "one_of":
                words = words_of(condition) if words is None else words & words_of(condition)
    allowed_at_all = derived.asked(fact).allowed
    if words is not None and allowed_at_all:
        words &= set(allowed_at_all)
    return words != set() and (most is None or least <= most)


def _changed(item: Any, **changes: Any) -> Any:
    """An entry of the rubric with some of its attributes changed."""
    return type(item)(**{**vars(item), **changes})


def _moved(conditions: Conditions) -> Iterator[tuple[str, Conditions]]:
    """Each condition with its threshold moved by one, or turned round; and without it."""
    for name, condition in conditions.items():
        if condition.comparator in ("at_least", "at_most"):
            for step in (-1, 1):
                yield name, {**conditions, name: replace(condition, wanted=condition.wanted + step)}
        elif isinstance(condition.wanted, bool):
            yield name, {**conditions, name: replace(condition, wanted=not condition.wanted)}
        if len(conditions) > 1:
            yield name, {k: v for k, v in conditions.items() if k != name}


def _outcome(kind: str, item: Any, facts: Facts, plans: Facts) -> Any:
    """What comes out of one example."""
    if kind == "criteria":
        judged = judge_criterion(item, facts, plans)
        return judged.low, judged.high, judged.planned, judged.applies
    if kind == "flags":
        return hold(item.when, facts).truth is True
    if kind in ("signs", "verdicts"):
        return hold(item.when, facts).truth
    return state_of(item, facts)[0]


def _unnoticed(kind: str, moved: Any, now: Sequence[tuple[Facts, Facts, Any]]) -> bool:
    """Whether all examples come out of a changed entry as they do now; the first that does not is enough."""
    return all(_outcome(kind, moved, facts, plans) == before for facts, plans, before in now)


def unpinned(rubric: Rubric) -> Iterator[tuple[Path, str]]:
    """Conditions that can be moved by one, turned round or left out, and no example notices."""
    for kind, items in entries_of(rubric):
        for n, item in enumerate(items):
            made = (example_case(e, getattr(item, "principle", "influence"), item.id) for e in item.examples or ())
            cases = [(with_rubric(Facts(case), rubric), with_rubric(Facts(case.planned()), rubric)) for case in made]
            now = [(*case, _outcome(kind, item, *case)) for case in cases]
            if kind == "criteria":
                for number, level in item.levels.items():
                    for name, when in _moved(level.when or {}):
                        moved = _changed(item, levels={**item.levels, number: _changed(level, when=when)})
                        if _unnoticed(kind, moved, now):
                            yield (kind, n, "levels", number, "when", name), f"{item.id}, level {number}: {name}"
                parts = {"applies_if": item.applies_if}
            else:
                parts = {"when": item.when} | ({"due_if": item.due_if} if kind == "gates" else {})
            for part, conditions in parts.items():
                for name, when in _moved(conditions or {}):
                    if _unnoticed(kind, _changed(item, **{part: when}), now):
                        yield (kind, n, part, name), f"{item.id}, {part}: {name}"
