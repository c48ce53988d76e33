"""Files that differ from one file in a few places: only what reads these places is read and asked anew.

Steps, `flip` and the search for the lines that decided judge many files that are all but the same. While a fact of the
file is worked out it is noted which answers it looks for. In a changed file, a fact that looks for none of the changed
ones would see what it saw before, and says the same.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

from involve_audit.facts import FACTS, Facts
from involve_audit.facts.case import Case
from involve_audit.facts.reads import Noted, changed_places
from involve_audit.facts.roles import DECIDED, STANDING, decided_in, standing
from involve_audit.facts.rung import KEPT, NOBODY_ELSE, SHOWN, is_kept, nobody_else_can_be_told, shown
from involve_audit.judge.evidence import ALLOW, contributors_allow
from involve_audit.judge.ladder import LADDER, ladder_of
from involve_audit.judge.verdict import WeighedUp, quick_verdict
from involve_audit.load import read_project
from involve_audit.project.fields import Told, annotation, is_part, read_part, read_value, without_none
from involve_audit.project.model import NAMED, Project
from involve_audit.project.people import Stages
from involve_audit.project.practice import Listing
from involve_audit.project.references import broken_references, walk
from involve_audit.wording.messages import InputError, Problem, Wrong

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence, Set

    from involve_audit.facts.answers import Answer, Path
    from involve_audit.facts.reads import Place
    from involve_audit.load import Document
    from involve_audit.rubric.model import Rubric


T = TypeVar("T")


class Unchanged:
    """What is so in one file, and therefore in those that differ from it elsewhere."""

    def __init__(self, case: Case, rubric: Rubric, facts: Facts | None = None) -> None:
        self.case = case
        self.rubric = rubric
        self.known = facts or Facts(case)
        self._looked: dict[str, frozenset[Place]] = {}
        self._rests: dict[str, tuple[frozenset[str], frozenset[Place]]] = {}

    @cached_property
    def remembered(self) -> dict[str, Callable[[Case], Any]]:
        """What a case works out once, beside its facts, under the names by which it remembers it."""
        found: dict[str, Callable[[Case], Any]] = {
            LADDER: ladder_of,
            SHOWN: shown,
            KEPT: is_kept,
            NOBODY_ELSE: nobody_else_can_be_told,
        }
        found |= {f"{STANDING}{stage.id}": partial(standing, stage=stage.id) for stage in self.rubric.stages}
        found |= {f"{DECIDED}{stage.id}": partial(decided_in, stage=stage.id) for stage in self.rubric.stages}
        found |= {f"{ALLOW}{p.id}": partial(contributors_allow, principle=p.id) for p in self.rubric.principles}
        return found

    @cached_property
    def _noted(self) -> Noted:
        return Noted(self.case.project)

    def touches(self, places: frozenset[Place], name: str) -> bool:
        """Whether a fact, or something that a case remembers, looks at one of these places."""
        return bool(places) and not self.looks_at(name).isdisjoint(places)

    def looks_at(self, name: str) -> frozenset[Place]:
        """Where a fact, or something that a case remembers, looks: itself, and by what it asks."""
        if name not in self._looked:
            asked, looked = self.rests_on(name)
            self._looked[name] = looked.union(*map(self.looks_at, asked))
        return self._looked[name]

    def rests_on(self, name: str) -> tuple[frozenset[str], frozenset[Place]]:
        """What a fact, or something that a case remembers, is made of: what else it asks of that, and where it looks itself."""
        if name not in self._rests:
            work = self.remembered.get(name) or FACTS[name].observe
            _, asked, looked = self.noted(lambda facts: work(facts.case), but=name)
            self._rests[name] = frozenset(asked), frozenset(looked)
        return self._rests[name]

    def noted(self, work: Callable[[Facts], T], but: str = "") -> tuple[T, set[str], set[Place]]:
        """What comes of asking the facts of the file, which facts are asked and what the case remembers beside them, and where one looks.

        Args:
            work: asks them.
            but: what the case does not remember, so that it is worked out.
        """
        asked: set[str] = set()
        looked: set[Place] = set()
        with self._noted.into(looked) as project:
            case = Case(project, self.case.date, self.case.plans, opened=True)
            case.memo = Memory(self, asked, but)
            return work(NotedFacts(case, self, asked)), asked, looked

    @cached_property
    def verdict_rests_on(self) -> tuple[frozenset[str], frozenset[Place]]:
        """What the verdict is made of: the facts and what else it asks, and where it looks itself."""
        _, asked, looked = self.noted(lambda facts: quick_verdict(facts.case, self.rubric, facts))
        return frozenset(asked), frozenset(looked)

    @cached_property
    def verdict_looks_at(self) -> frozenset[Place]:
        """The places at which one looks to find the verdict: a file that differs elsewhere has the same."""
        asked, looked = self.verdict_rests_on
        return looked.union(*map(self.looks_at, asked))

    def facts(self, case: Case) -> Anew:
        """The facts of a changed file; they say what `Facts` says."""
        places = frozenset(changed_places(self.case.project, case.project))
        case.memo = Remembered(self, places, case)
        return Anew(case, self, places)

    def after(self, facts: Anew) -> Unchanged:
        """What is so in a changed file, for others that differ from that one. What the change does not touch looks where it looked."""
        made = Unchanged(facts.case, self.rubric, facts)
        made._rests = {name: rests for name, rests in self._rests.items() if not self.touches(facts.changed, name)}
        return made

    def instead(self, facts: Anew) -> Unchanged:
        """As `after`, for a search that goes on from file to file: what was not asked for is worked out anew where it is.

        Otherwise it would ask back through all of them, and keep them.
        """
        made = self.after(facts)
        facts.case.memo, made.known = dict(facts.case.memo), Facts(facts.case)
        made.known.known, made.known.rubric, made.known.derived = facts.known, facts.rubric, facts.derived
        return made

    def finds_the_same(self, facts: Anew, asks: Set[str], looks: Set[Place], *, places: bool = False) -> bool:
        """Whether a judgement sees nothing of what changed: all that it asks for came out as before.

        Args:
            facts: those of the changed file.
            asks: the facts that the judgement asks for, and what else a case remembers.
            looks: where the judgement looks itself.
            places: whether it matters where the facts were found, and not only what they are.
        """
        if not looks.isdisjoint(facts.changed):
            return False
        for name in asks:
            if not self.touches(facts.changed, name):
                continue
            work = self.remembered.get(name)
            if work is not None:
                if work(self.case) != work(facts.case):
                    return False
            else:
                before, after = self.known[name], facts[name]
                if before.value != after.value or (places and before.where != after.where):
                    return False
        return True

    def quick_verdict(self, case: Case) -> WeighedUp:
        """The verdict of a changed file, as `verdict.quick_verdict` finds it."""
        return quick_verdict(case, self.rubric, self.facts(case))


class Anew(Facts):
    """The facts of a changed file; those that the change does not touch are those of the file before.

    Attributes:
        changed: where the two files differ.
    """

    def __init__(self, case: Case, unchanged: Unchanged, changed: frozenset[Place]) -> None:
        super().__init__(case)
        self.changed = changed
        self._unchanged = unchanged

    def _observed(self, name: str) -> Answer:
        unchanged = self._unchanged
        if not unchanged.touches(self.changed, name):
            return unchanged.known[name]
        memory = self.case.memo
        if isinstance(memory, Remembered) and memory.is_untouched(name):
            return unchanged.known[name]
        return super()._observed(name)


class Remembered(dict[str, Any]):
    """What the case of a changed file remembers: at first all that the case before does, and the change does not touch."""

    def __init__(self, unchanged: Unchanged, places: frozenset[Place] = frozenset(), case: Case | None = None) -> None:
        super().__init__()
        self._unchanged = unchanged
        self._places = places
        self._case = case
        self._same: dict[str, bool] = {}

    def __contains__(self, name: object) -> bool:
        if super().__contains__(name):
            return True
        work = self._unchanged.remembered.get(name)  # type: ignore[call-overload]
        if work is None or not self.is_untouched(str(name)):
            return False
        self[str(name)] = work(self._unchanged.case)
        return True

    def is_untouched(self, name: str) -> bool:
        """Whether nothing that a fact, or something that a case remembers, is made of is another one than in the file before.

        What looks at no changed place is as it was. So is what looks itself at none, and asks others that do, where these
        come out as they did.
        """
        known = self._same.get(name)
        if known is None:
            known = not self._unchanged.touches(self._places, name)
            if not known and self._case is not None:
                asked, looked = self._unchanged.rests_on(name)
                known = looked.isdisjoint(self._places) and all(map(self.is_same, asked))
            self._same[name] = known
        return known

    def is_same(self, name: str) -> bool:
        """Whether something that a case remembers comes out as in the file before, the places behind it too."""
        if self.is_untouched(name):
            return True
        work = self._unchanged.remembered[name]
        return bool(work(self._unchanged.case) == work(self._case))  # type: ignore[arg-type]


class Memory(Remembered):
    """What a case remembers, where it is noted what is asked for of that which `Unchanged` knows."""

    def __init__(self, unchanged: Unchanged, names: set[str], but: str = "") -> None:
        super().__init__(unchanged)
        self._names = names
        self._but = but

    def __contains__(self, name: object) -> bool:
        if name == self._but:
            return dict.__contains__(self, name)
        if name in self._unchanged.remembered:
            self._names.add(str(name))
        return super().__contains__(name)


class NotedFacts(Anew):
    """The facts of the unchanged file, where it is noted which of them are asked for, and what the case remembers beside them."""

    def __init__(self, case: Case, unchanged: Unchanged, names: set[str]) -> None:
        super().__init__(case, unchanged, frozenset())
        self._names = names

    def __getitem__(self, name: str) -> Answer:
        if name not in self.derived:  # what it follows from is asked for in turn
            self._names.add(name)
        return super().__getitem__(name)


class Spent(Exception):  # noqa: N818 - it ends a search, and is no error
    """So much has been tried that no more is."""


LONGER_THAN_PEOPLE_WRITE = 3000
"""So many answers: twice as many as the example that uses every question of the format."""


class SearchBudget:
    """How much may be tried of one file.

    Args:
        document: the file.
        work: the number of trials, times the number of answers in the file; of a very long file fewer are tried.
    """

    def __init__(self, document: Document, work: int) -> None:
        self._document = document
        self._left = work

    @cached_property
    def _each(self) -> int:
        answers = answers_in(self._document.tree)
        # In a file that is longer than any that people write, more places are behind a judgement, and each trial takes more of
        # them out: what it costs grows with both.
        return answers * max(1, answers // LONGER_THAN_PEOPLE_WRITE)

    def spend(self) -> None:
        """Count one trial.

        Raises:
            Spent: so much has been tried that no more is.
        """
        self._left -= self._each
        if self._left < 0:
            raise Spent


def answers_in(tree: Any) -> int:
    """How many answers a part of a file holds: what it costs to judge it once more grows with them."""
    below = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return 1 + sum(map(answers_in, below))


class Simulator:
    """A file, and what would become of it with other answers.

    Attributes:
        unchanged: what is so in the file itself.
    """

    def __init__(self, document: Document, case: Case, rubric: Rubric, facts: Facts | None = None) -> None:
        self.document = document
        self.rubric = rubric
        self.unchanged = Unchanged(case, rubric, facts)

    def quick_verdict(self, tree: dict[str, Any]) -> WeighedUp:
        """The verdict of a changed file, whose parts are those of the file where they have not changed.

        Raises:
            InputError: it is no project file.
        """
        return self.unchanged.quick_verdict(self.changed(tree))

    def new_verdict(self, tree: dict[str, Any]) -> WeighedUp | None:
        """The same; None where it is quickly seen that the verdict, with all that it rests on, is that of the file itself.

        Raises:
            InputError: it is no project file.
        """
        case = self.changed(tree)
        facts = self.unchanged.facts(case)
        same = self.unchanged.finds_the_same(facts, *self.unchanged.verdict_rests_on)
        return None if same else quick_verdict(case, self.rubric, facts)

    def changed(self, tree: dict[str, Any]) -> Case:
        """The case of a changed file.

        Raises:
            InputError: it is no project file.
        """
        case = self.unchanged.case
        read = read_changed(self.document, case.project, tree, case.told, self._known)
        return Case(read, case.date, like=case)

    @cached_property
    def _known(self) -> frozenset[int]:
        """Every part of the file, by its identity: in a changed file nobody need look whether what it refers to is there."""
        return frozenset(
            id(part) for _, part in walk(self.unchanged.case.told) if isinstance(part, (Told, tuple, dict)) and part
        )


# --- reading a changed file --------------------------------------------------------------------------


def read_changed(
    document: Document,
    project: Project,
    tree: dict[str, Any],
    told: Project | None = None,
    known: Container[int] = (),
) -> Project:
    """The project of a changed file, of which only what changed is read.

    Args:
        document: the file that was read already.
        project: what it says.
        tree: the changed file; what has not changed in it is the same object as in the file.
        told: what the file says word for word, where `project` takes what is disputed as not told.
        known: the parts of the file, by their identity.

    Raises:
        InputError: it is no project file. Where it stands is not told.
    """
    before = document.tree
    changed = {key: value for key, value in tree.items() if value is not before.get(key)}
    if before.keys() - tree.keys() or _names_go(before, changed):
        return read_project(type(document)(document.name, tree, []))

    def refuse(path: Path, wrong: Wrong | str) -> None:
        raise InputError(document.name, [Problem(1, 1, ".".join(map(str, path)), wrong)])

    had = vars(told or project)
    if told is not None:
        new = _made(Project, {"format": had["format"]})
        for key, value in Project.short(changed).items():
            if key not in Project.questions:
                return read_project(type(document)(document.name, tree, []))
            new.__dict__[key] = _read_again(
                annotation(Project, key), had.get(key), before.get(key), value, (key,), refuse
            )
    else:
        new = read_part(Project, {"format": tree["format"], **changed}, (), refuse)
    made: Project = _made(Project, vars(project) | vars(new))
    # What refers to something stands in what changed; what it refers to is known by its name. What is disputed is there, and only taken as not told.
    answers = had | vars(new)
    only = {"project": answers.get("project")} | {k: v for k, v in vars(new).items() if k not in NAMED}
    only |= {name: answers[name] for name in NAMED if name in changed and answers.get(name)}
    stages = answers.get("stages")
    if isinstance(stages, Stages) and "stages" not in changed:
        only["stages"] = Stages(work_has=stages.work_has)
    for path, says in broken_references(_made(Project, only), known=known, named=answers):
        refuse(path, says)
    return made


def _read_again(
    kind: Any, had: Any, before: Any, now: Any, path: Path, refuse: Callable[[Path, Wrong | str], None]
) -> Any:
    """A value of a changed file: what is the same object as in the file is what it was read as.

    Args:
        kind: the kind of the value.
        had: what it was read as in the file.
        before: how it stood there.
        now: how it stands.
        path: where.
        refuse: is told what cannot be read.
    """
    if now is before and now is not None:
        return had
    if is_part(kind):
        return _part_again(kind, had, before, now, path, refuse)
    if get_origin(kind) is tuple:
        if isinstance(now, list) and isinstance(before, list) and len(had or ()) == len(now) == len(before):
            (item, *_) = get_args(kind)
            return tuple(
                h if n is b else _read_again(item, h, b, n, (*path, at), refuse)
                for at, (h, b, n) in enumerate(zip(had, before, now, strict=True))
            )
    elif get_origin(kind) is dict and get_args(kind)[0] is str and all(isinstance(v, dict) for v in (had, before, now)):
        item = without_none(get_args(kind)[1])
        return {
            k: had[k]
            if k in had and n is before.get(k)
            else _read_again(item, had.get(k), before.get(k), n, (*path, k), refuse)
            for k, n in now.items()
        }
    return read_value(kind, now, path, refuse)


def _part_again(
    cls: type[Told], had: Any, before: Any, now: Any, path: Path, refuse: Callable[[Path, Wrong | str], None]
) -> Any:
    try:
        keys, old = cls.short(now), cls.short(before)
    except ValueError:
        return read_part(cls, now, path, refuse)
    if not (
        isinstance(keys, dict) and isinstance(old, dict) and type(had) is cls and keys.keys() <= set(cls.questions)
    ):
        return read_part(cls, now, path, refuse)
    held = vars(had)
    answers = {
        key: held[key]
        if key in held and value is old.get(key)
        else _read_again(annotation(cls, key), held.get(key), old.get(key), value, (*path, key), refuse)
        for key, value in keys.items()
    }
    if _lacks(cls, answers):
        return read_part(cls, now, path, refuse)  # which says so
    return _made(cls, answers)


def _names_go(before: Mapping[str, Any], changed: Mapping[str, Any]) -> bool:
    """Whether something is changed that parts elsewhere may refer to."""
    for name in NAMED:
        if name in changed:
            told, value = before.get(name), changed[name]
            if told is not None and not (
                isinstance(told, dict) and isinstance(value, dict) and told.keys() <= value.keys()
            ):
                return True
    stages, value = before.get("stages"), changed.get("stages")
    return value is not None and (value.get("work_has") if isinstance(value, dict) else None) != (
        stages.get("work_has") if isinstance(stages, dict) else None
    )


def _made(cls: type[Any], answers: Mapping[str, Any]) -> Any:
    made = object.__new__(cls)
    made.__dict__.update(answers)
    return made


# --- taking answers away -----------------------------------------------------------------------------


def without(project: Project, paths: Iterable[Path]) -> Project:
    """The project as it would be if these answers were not told. The given project stays as it is.

    A list, or names with something below them, of which nothing is left is not told either: it would else say that
    there is none. Nor is an entry without an answer that it cannot do without: no file could hold it.
    """
    left: Project = _left(project, [path for path in paths if path])
    return left


def _lacks(cls: type[Told], left: Mapping[str, Any]) -> bool:
    """Whether a part of the file could not be read with these answers alone."""
    if cls is Project:
        return False
    return not left.keys() >= set(cls.needed) or bool(cls.one_of and left.keys().isdisjoint(cls.one_of))


def _left(part: Any, paths: Sequence[Path]) -> Any:
    """A part without what stands at some places; the part itself where nothing stands there, None where nothing is left.

    Each part is made anew once, however many of its places go: one after the other would copy long lists as often as they are long.
    """
    by_step: dict[Any, list[Path]] = {}
    for path in paths:
        by_step.setdefault(path[0], []).append(path[1:])
    if isinstance(part, (Told, dict)):
        held: dict[Any, Any] = dict(vars(part) if isinstance(part, Told) else part)
        there = [step for step in by_step if step in held]
        if not there:
            return part
        for step in there:
            if step not in held:
                continue
            below = _below(held[step], by_step[step])
            if below is None:
                del held[step]
                if step == "entries":
                    held.pop("complete", None)
            else:
                held[step] = below
        if (not held and isinstance(part, (Listing, dict))) or (isinstance(part, Told) and _lacks(type(part), held)):
            return None
        return _made(type(part), held) if isinstance(part, Told) else held
    if isinstance(part, tuple):
        changed = {n: _below(part[n], rest) for n, rest in by_step.items() if isinstance(n, int) and 0 <= n < len(part)}
        kept = (changed.get(n, one) for n, one in enumerate(part)) if changed else part
        return tuple(one for one in kept if one is not None) or None
    return part


def _below(part: Any, rest: Sequence[Path]) -> Any:
    """What is left of a part; None where it goes as a whole."""
    return None if () in rest else _left(part, rest)
