"""Answers that cannot both be true: do they add up to credit, unseen?

Each kind is laid over many files: a scaffold that has everything to earn by it, and the examples that the rubric carries. What
comes out is held against the same file without the answers that the other makes impossible. Where the pair stands higher, and no
contradiction is flagged that is not flagged without it, it was believed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from involve_audit.facts import Facts
from involve_audit.facts.case import Case
from involve_audit.judge.evidence import contributors_allow
from involve_audit.judge.levels import hold, judge_criterion
from involve_audit.judge.verdict import quick_verdict
from involve_audit.lint.examples import DAY
from involve_audit.load import Document, read_project
from involve_audit.project.practice import PRINCIPLES, RUNGS, STAGES, with_contributors
from involve_audit.project.values import NONE
from involve_audit.rubric.model import TOO_LITTLE, VERDICTS
from involve_audit.rubric.safeguards import GRAVE
from involve_audit.wording.messages import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from involve_audit.judge.verdict import WeighedUp
    from involve_audit.rubric.model import Rubric

    Tree = dict[str, Any]

_SHOWN = {"source": "minutes"}
_VIEW = {"of": "contributors", "asked": "8", "answered": "6", "collected_by": "outside the team"}
SCAFFOLD: dict[str, Any] = {
    "format": "1",
    "project": {"title": "An adversary", "phase": "running", "topic_sensitive": "no"},
    "sources": {"minutes": {"kind": "minutes"}},
    "rooms": {
        "board": {
            "status": "ongoing", "contributors": "5", "researchers": "2", "others": "0", "power": "decides", "votes": "equal",
            "chair": "contributor", "majority": "contributors", "holds_budget": "yes", "meetings": "9", **_SHOWN,
        }
    },
    "stages": {s: {"role": "led", "status": "done", "when": "2024", "rooms": ["board"], **_SHOWN} for s in STAGES},
    "power": {
        "decisions": [
            {"what": f"the {s}", "stage": s, "about": "question", "decided_by": "contributors", "became": "done", "room": "board", "when": "2024", **_SHOWN}
            for s in STAGES
        ]
    },
    "voices": {"contributors": "5"},
    "influence": {"log": [{"said": "shorter visits", "by": "contributors", "when": "2024", "answer": "taken up", "told_back": "2025", **_SHOWN}]},
    "reward": {"pay": {"status": "ongoing", "offered": "all", "rate": "20 per hour", **_SHOWN}},
    "views": [{**_VIEW, "by_principle": {p: {"agree": "6", "disagree": "0"} for p in PRINCIPLES}}],
}  # fmt: skip
"""A file with a room, stages, decisions, pay and views: whoever believes an impossible answer gives credit here."""


@dataclass(frozen=True)
class Impossible:
    """Two answers that cannot both be true.

    Attributes:
        says: in words.
        tells: a file with both; None where the file has nothing to which it could be done.
        but_for: the file without what the one makes impossible of the other.
        earns_nothing: whether it must earn nothing even where it is flagged: a room without contributors carries nobody.
    """

    says: str
    tells: Callable[[Tree], Tree | None]
    but_for: Callable[[Tree], Tree]
    earns_nothing: bool = False


@dataclass(frozen=True)
class Believed:
    """What became of two answers that cannot both be true.

    Attributes:
        says: the two answers, in words.
        earned: what the file reaches by them, and without them; empty where they earn nothing, or are seen.
        seen: whether a contradiction is flagged wherever they would earn something.
        tree: the file that is believed.
        tried: how many files were judged.
    """

    says: str
    earned: str
    seen: bool
    tree: dict[str, Any]
    tried: int


def believed(rubric: Rubric, files: Iterable[Tree]) -> tuple[Believed, ...]:
    """Of each kind, the first file in which two answers that cannot both be true add up to credit."""
    # A file that contradicts itself already cannot show whether one more contradiction is seen.
    bases = [base for base in [SCAFFOLD, *files] if not ((so_far := _credit(rubric, base)) and so_far.errors)]
    return tuple(_believed(rubric, kind, bases) for kind in IMPOSSIBLE)


def _believed(rubric: Rubric, kind: Impossible, bases: list[Tree], *, seen: bool = False) -> Believed:
    """What becomes of a kind in these files. With `seen` it is known that its contradiction is flagged somewhere where it would earn something."""
    tried = 0
    for base in bases:
        tree = kind.tells(base)
        both = None if tree is None else _credit(rubric, tree)
        if tree is None or both is None:
            continue
        tried += 1
        flagged = bool(both.errors)
        if flagged and seen and not kind.earns_nothing:
            continue  # what one more of these earns says nothing new
        without = _credit(rubric, kind.but_for(tree))
        tried += 1
        if without is None or not both.earns_more_than(without):
            continue
        if flagged and not (kind.earns_nothing and both.stands_above(without)):
            seen = True
            continue
        return Believed(kind.says, f"{both.says}, and without them {without.says}", flagged, tree, tried)
    return Believed(kind.says, "", seen, {}, tried)


class _Credit:
    """How high a file stands; each is worked out when it is asked for, for most files that contradict themselves are flagged, and then no more is asked."""

    def __init__(self, rubric: Rubric, case: Case) -> None:
        self._rubric = rubric
        self._case = case
        self._facts = Facts(case)

    @cached_property
    def errors(self) -> frozenset[str]:
        """The contradictions that are flagged."""
        flags = (f for f in self._rubric.flags if f.level == "error")
        return frozenset(f.id for f in flags if hold(f.when, self._facts).truth)

    @cached_property
    def _verdict(self) -> WeighedUp:
        return quick_verdict(self._case, self._rubric, self._facts)

    @cached_property
    def standing(self) -> tuple[int, int, int]:
        """Verdict, rung, and the roles in all stages together."""
        shown = self._verdict.ladder.shown
        roles = sum(s.shown.low for s in shown.stages)
        return VERDICTS.index(self._verdict.outcome.id), shown.rung.low, roles

    @cached_property
    def credit(self) -> tuple[int, int]:
        """The levels of all criteria together, and how many principles contributors confirm."""
        judged = (judge_criterion(c, self._facts, None) for c in self._rubric.criteria)
        confirmed = sum(contributors_allow(self._case, p)[2] == "confirmed" for p in PRINCIPLES)
        return sum(j.low for j in judged if j.applies is not False), confirmed

    @property
    def says(self) -> str:
        """In words."""
        _, rung, roles = self.standing
        levels, confirmed = self.credit
        return f"'{self._verdict.outcome.id}', {RUNGS[rung]}, roles {roles}, levels {levels}, {confirmed} confirmed"

    def earns_more_than(self, other: _Credit) -> bool:
        """Whether anything is higher. That more is told, and so a verdict can be given at all, is no credit in itself."""
        return self.stands_above(other) or any(b > w for b, w in zip(self.credit, other.credit, strict=True))

    def stands_above(self, other: _Credit) -> bool:
        """Whether a verdict, the rung or the roles are higher. What is told of an empty room may be enough to say how little there is: no credit.

        Nor is it credit that people who were there did not count, where else nobody is involved.
        """
        verdict, *shown = (b > w for b, w in zip(self.standing, other.standing, strict=True))
        left = other.standing[0] == VERDICTS.index(TOO_LITTLE)
        return any(shown) or (verdict and not left and VERDICTS[self.standing[0]] not in GRAVE)


def _credit(rubric: Rubric, tree: Tree) -> _Credit | None:
    """How high a file stands; None where it is no project file."""
    try:
        return _Credit(rubric, Case(read_project(Document("adversary", tree, [])), DAY))
    except InputError:
        return None


# --- how a file is made impossible, and honest again ------------------------------------------------


def _rooms(tree: Tree, **answers: str) -> Tree | None:
    """Each room with these answers."""
    rooms = tree.get("rooms")
    if not isinstance(rooms, dict) or not all(isinstance(r, dict) for r in rooms.values()) or not rooms:
        return None
    return {**tree, "rooms": {name: {**_settled(room), **answers} for name, room in rooms.items()}}


def _without_rooms(tree: Tree) -> Tree:
    """No rooms, none of contributors' decisions that were taken in them, and stages and decisions of others in none."""
    tree = {k: v for k, v in tree.items() if k != "rooms"}
    stages, power = tree.get("stages"), tree.get("power")
    if isinstance(stages, dict):
        tree["stages"] = {s: _each(told, lambda span: _less(span, "rooms")) for s, told in stages.items()}
    if isinstance(power, dict):
        tree["power"] = {k: _listed(v, _decided_elsewhere) if k == "decisions" else v for k, v in power.items()}
    return tree


def _each(told: Any, change: Callable[[Tree], Tree]) -> Any:
    if isinstance(told, list):
        return [_each(t, change) for t in told]
    return change(told) if isinstance(told, dict) else told


def _less(part: Tree, *keys: str) -> Tree:
    return {k: v for k, v in part.items() if k not in keys}


def _settled(part: Tree) -> Tree:
    """A part of which nobody tells anything otherwise: what is disputed is open, and rules out nothing."""
    return _less(part, "disputed")


def _listed(told: Any, change: Callable[[list[Any]], list[Any]]) -> Any:
    """A list with a change, whether it stands alone or as `entries`; what holds none stays as it is."""
    if isinstance(told, dict):
        return {**told, "entries": _listed(told["entries"], change)} if "entries" in told else told
    return change(told) if isinstance(told, list) else told


def _decided_elsewhere(decisions: list[Any]) -> list[Any]:
    """Decisions without those that contributors took or shared in a room. That others decided needs no room of contributors."""
    return [_less(d, "room") if isinstance(d, dict) else d for d in decisions if not (_is_theirs(d) and "room" in d)]


def _is_theirs(decision: Any) -> bool:
    """Whether contributors took a decision, or shared it."""
    return isinstance(decision, dict) and with_contributors(_several(decision.get("decided_by"))) is True


def _stages(tree: Tree, change: Callable[[Tree], Tree], but: str = "") -> Tree | None:
    """Each stage (`but` one) with a change."""
    stages = tree.get("stages")
    changed = (
        {s: told if s == but else _each(told, lambda span: change(_settled(span))) for s, told in stages.items()}
        if isinstance(stages, dict)
        else stages
    )
    return None if changed == stages else {**tree, "stages": changed}


def _dated(tree: Tree, **dates: str) -> Tree:
    return {**tree, "project": {**tree.get("project", {}), "dates": dates}}


def _decisions(tree: Tree, **answers: str) -> Tree | None:
    """Each decision with these answers."""
    power = tree.get("power")
    if not isinstance(power, dict):
        return None
    decisions = _answered(power.get("decisions"), answers)
    return None if decisions is None else {**tree, "power": {**_settled(power), "decisions": decisions}}


def _answered(told: Any, answers: dict[str, str]) -> Any:
    """A list of which each entry has these answers; None where there is no entry."""
    entries = told.get("entries") if isinstance(told, dict) else told
    if not isinstance(entries, list) or not entries:
        return None
    return _listed(
        told, lambda listed: [{**_settled(one), **answers} if isinstance(one, dict) else one for one in listed]
    )


def _without_stages(tree: Tree) -> Tree:
    """Without the parts of the work, and without the decisions that are told to have been taken in them: others may have been taken."""
    stages, power = tree.get("stages"), tree.get("power")
    left = _less(tree, "stages")
    if not isinstance(stages, dict) or not isinstance(power, dict):
        return left

    def elsewhere(decisions: list[Any]) -> list[Any]:
        return [d for d in decisions if not (isinstance(d, dict) and stages.keys() & {*_several(d.get("stage"))})]

    return {**left, "power": {k: _listed(v, elsewhere) if k == "decisions" else v for k, v in power.items()}}


def _several(told: Any) -> tuple[Any, ...]:
    """What may be told as one word or as a list."""
    return tuple(told) if isinstance(told, list) else (told,)


def _but_for(*places: str) -> Callable[[Tree], Tree]:
    """Without what stands at these places."""

    def made(tree: Tree) -> Tree:
        for place in places:
            section, _, key = place.partition(".")
            if not key:
                tree = _less(tree, section)
            elif isinstance(tree.get(section), dict):
                tree = {**tree, section: _less(tree[section], key)}
        return tree

    return made


def _without_what_is_theirs(tree: Tree) -> Tree:
    """Without decisions, and without views that somebody gave. That nobody was asked (`views: none`) goes well with there being nobody."""
    asked = tree.get("views") not in (*NONE, [])
    return _but_for("power.decisions", *(("views",) if asked else ()))(tree)


def _more_answers_than_asked(tree: Tree) -> Tree | None:
    views = tree.get("views")
    if not isinstance(views, list) or not views:
        return None
    return {
        **tree,
        "views": [{**_settled(v), "asked": "1"} if isinstance(v, dict) and "answered" in v else v for v in views],
    }


def _in_section(tree: Tree, section: str, key: str, answers: Tree) -> Tree | None:
    part = tree.get(section)
    if not isinstance(part, dict) or not isinstance(part.get(key), dict):
        return None
    return {**tree, section: {**_settled(part), key: {**_settled(part[key]), **answers}}}


def _with_rooms(tree: Tree, section: str, **answers: Any) -> Tree | None:
    """Answers beside rooms, where there are rooms."""
    return _in(tree, section, **answers) if tree.get("rooms") else None


def _in(tree: Tree, section: str, **answers: Any) -> Tree:
    """A section with these answers besides."""
    part = tree.get(section, {})
    return {**tree, section: {**_settled(part), **answers}} if isinstance(part, dict) else tree


def _told_back_too_soon(tree: Tree) -> Tree | None:
    """Each entry of the log told back before it was said."""
    return _entries(tree, when=_LATE, told_back="2024-01")


def _entries(tree: Tree, **answers: str) -> Tree | None:
    """Each entry of the log with these answers."""
    part = tree.get("influence")
    log = _answered(part.get("log"), answers) if isinstance(part, dict) else None
    return None if log is None else _in(tree, "influence", log=log)


def _told(tree: Tree | None, change: Callable[[Tree], Tree | None]) -> Tree | None:
    return None if tree is None else change(tree)


_LATE = "2025-06"
"""In the examples things happened before this day."""

# What matters to people may be asked before the idea (priorities): an idea comes of that, and it contradicts nothing.
IMPOSSIBLE = (
    Impossible("a room that decides, and no contributors in it", lambda t: _rooms(t, contributors="0"), _without_rooms, earns_nothing=True),
    Impossible("a room in place, and it has never met", lambda t: _rooms(t, meetings="0"), _without_rooms),
    Impossible("rooms with contributors, and no contributors in all", lambda t: _with_rooms(t, "voices", contributors="0"), _without_rooms),
    Impossible("researchers in a room, and none in the work", lambda t: _told(_rooms(t, researchers="4"), lambda u: {**u, "project": {**u.get("project", {}), "researchers": "0"}}), _but_for("project.researchers")),
    Impossible("nobody in any stage, and a room with contributors that decides", lambda t: {**t, "stages": "none"} if t.get("rooms") else None, _without_rooms),
    Impossible("more answers than people asked", _more_answers_than_asked, _but_for("views")),
    Impossible("a stage that ended before it began", lambda t: _stages(t, lambda s: {**_less(s, "when"), "since": _LATE, "until": "2024-01"}), _without_stages),
    Impossible("stages before the idea", lambda t: _told(_stages(t, lambda s: {**_less(s, "since", "until"), "role": "decided together", "when": "2021"}, but="priorities"), lambda u: _dated(u, idea=_LATE)), _but_for("stages")),
    Impossible("decisions before the idea", lambda t: _told(_decisions(t, decided_by="together", when="2021", stage="design"), lambda u: _dated(u, idea=_LATE)), _but_for("power.decisions")),
    Impossible("work that ended before it began", lambda t: _dated(t, start=_LATE, end="2024-01") if t.get("stages") else None, _but_for("stages", "power.decisions", "rooms")),
    Impossible("a part of the work before people were first involved", lambda t: _told(_stages(t, lambda s: {**_less(s, "since", "until"), "role": "involved", "when": "2023"}), lambda u: _in(u, "timing", first_involved=_LATE)), _but_for("stages")),
    Impossible("decisions before people were first involved", lambda t: _told(_decisions(t, decided_by="contributors", when="2023"), lambda u: _in(u, "timing", first_involved=_LATE)), _but_for("power.decisions")),
    Impossible("never involved, and a part in the work", lambda t: _told(_stages(t, lambda s: {**_less(s, "when", "since", "until"), "role": "involved", "status": "done"}), lambda u: _in(u, "timing", first_involved="never")), _but_for("stages", "power.decisions", "rooms")),
    Impossible("more contributors in a room than in all", lambda t: _told(_rooms(t, contributors="5", status="ongoing"), lambda u: _in(u, "voices", contributors="2")), _without_rooms),
    Impossible("no contributors in all, and decisions that are theirs", lambda t: _told(_decisions(t, decided_by="contributors", became="done"), lambda u: _in(u, "voices", contributors="0")), _without_what_is_theirs),
    Impossible("decisions of contributors in parts of the work in which nobody is involved", lambda t: _told(_decisions(t, decided_by="contributors", became="done", stage="design"), lambda u: {**u, "stages": {"complete": "yes"}}), _but_for("power.decisions")),
    Impossible("a decision that was carried out, and set aside", lambda t: _decisions(t, became="done", set_aside_by="above"), _but_for("power.decisions")),
    Impossible("an answer before what it answers", _told_back_too_soon, _but_for("influence.log")),
    Impossible("others in the majority of a room that has more contributors than others", lambda t: _rooms(t, contributors="9", researchers="1", others="0", majority="others"), _without_rooms),
    Impossible("no meetings at all, and rooms that met", lambda t: _told(_rooms(t, meetings="6", status="ongoing", contributors="5"), lambda u: _in(u, "influence", meetings_held="0")), _without_rooms),
    Impossible("a room that ended before what was decided in it", lambda t: _told(_rooms(t, status="stopped", since="2019", until="2020"), lambda u: _stages(u, lambda s: {**_less(s, "since", "until"), "role": "decided together", "status": "done", "when": "2023", "rooms": list(t["rooms"])})), _without_rooms),
    Impossible("people who were involved, and none of them", lambda t: _stages(t, lambda s: {**_less(s, "when", "since", "until"), "role": "involved", "status": "done", "people": "0"}), _without_stages),
    Impossible("pay for all, at nothing an hour", lambda t: _in_section(t, "reward", "pay", {"offered": "all", "rate": "0 per hour"}), _but_for("reward.pay")),
)  # fmt: skip
"""What one answer makes impossible in another, each with how a file is made to say both."""
