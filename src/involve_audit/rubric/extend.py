"""A rubric of one's own that changes a shipped one: other thresholds and texts, entries added, entries switched off with a reason.

The result is a whole rubric, read and checked like any other. What differs is kept in words, and every report prints it:
a result by a changed rubric must not be taken for one by the shipped rubric.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from involve_audit.language import _
from involve_audit.load import Document, read, slips
from involve_audit.project.fields import Path, Told, needs, read_part, tidy
from involve_audit.project.fields import asks as may_say
from involve_audit.project.reasons import Reason
from involve_audit.rubric.model import (
    KINDS,
    Conditions,
    Criterion,
    Example,
    Flag,
    FlagLevel,
    Gate,
    Instead,
    LevelName,
    LoadedRubric,
    Off,
    Reference,
    Rubric,
    Sign,
    faults,
)
from involve_audit.rubric.safeguards import STANDARD, differences, in_short, weaker
from involve_audit.wording.file_words import marked
from involve_audit.wording.messages import InputError, Wrong, hint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_ONE = {
    "criteria": "criterion",
    "flags": "flag",
    "signs": _("sign of tokenism"),
    "gates": "gate",
    "verdicts": "verdict",
}
_MAY_GO = ("criteria", "flags")
"""Kinds of which entries may be switched off."""
_STAYS = {"gates": "gate", "signs": "sign", "verdicts": "verdict"}
"""Kinds of which none may, and what one of them is called."""


class LevelChange(Told):
    """What changes in one level of a criterion."""

    says: str | None = may_say("What is so at this level, in a sentence.")
    when: Conditions | None = may_say("The facts of this level, in place of those of the rubric that is extended.")

    @classmethod
    def short(cls, value: Any) -> Any:
        """A plain text is the sentence."""
        return {"says": value} if isinstance(value, str) else value


class CriterionChange(Told):
    """What changes in a criterion; what is left out stays as it is."""

    title: str | None = may_say("A few words.")
    asks: str | None = may_say("The question.")
    core: Literal["yes", "no"] | None = may_say("Whether it belongs to the short set.")
    applies_if: Conditions | None = may_say("Facts that must hold for the question to apply.")
    levels: dict[LevelName, LevelChange] | None = may_say("The levels that change.")
    why: str | None = may_say("Why it matters.")
    good: str | None = may_say("What good looks like, and what to beware of.")
    step: str | None = may_say("A small first step.")
    step_instead: tuple[Instead, ...] | None = may_say("Other first steps, in place of those there.")
    step_after: str | None = may_say("What can still be done once the work is over.")
    step_after_instead: tuple[Instead, ...] | None = may_say(
        "The same where something is done already, in place of those there."
    )
    question: str | None = may_say("A question for the group.")
    question_after: str | None = may_say("The same question once no next meeting is to come.")
    sources: dict[str, str] | None = may_say("What it rests on, beside what it rests on already.")
    examples: tuple[Example, ...] | None = may_say(
        "Examples in place of those there; needed where a threshold changes."
    )


class FlagChange(Told):
    """What changes in a flag; what is left out stays as it is."""

    title: str | None = may_say("A few words.")
    level: FlagLevel | None = may_say("note, warning, or error (only contradictions).")
    when: Conditions | None = may_say("Facts that must all hold, in place of those there.")
    says: str | None = may_say("What was seen.")
    asks: str | None = may_say("A question for the group.")
    sources: dict[str, str] | None = may_say("What it rests on, beside what it rests on already.")
    examples: tuple[Example, ...] | None = may_say("Examples in place of those there.")


class GateChange(Told):
    """What changes in a gate; what is left out stays as it is."""

    title: str | None = may_say("A few words.")
    when: Conditions | None = may_say(
        "Facts that must all hold, in place of those there: fewer, or wider ones, so that it holds wherever it held."
    )
    due_if: Conditions | None = may_say(
        "Facts that must hold for the gate to be due at all: fewer, or wider ones than those there."
    )
    says: str | None = may_say("What holds.")
    lifts: str | None = may_say("What would lift it.")
    lifts_after: str | None = may_say("What can still be done once the work is over.")
    asks: str | None = may_say("A question for the group.")
    sources: dict[str, str] | None = may_say("What it rests on, beside what it rests on already.")
    examples: tuple[Example, ...] | None = may_say("Examples in place of those there.")


class SignChange(Told):
    """What changes in a sign of tokenism; what is left out stays as it is."""

    title: str | None = may_say("A few words.")
    when: Conditions | None = may_say(
        "Facts that must all hold, in place of those there: fewer, or wider ones, so that it is seen wherever it was."
    )
    says: str | None = may_say("What was seen, as a part of a sentence.")
    asks: str | None = may_say("A question for the group.")
    sources: dict[str, str] | None = may_say("What it rests on, beside what it rests on already.")
    examples: tuple[Example, ...] | None = may_say("Examples in place of those there.")


class VerdictChange(Told):
    """What changes in a verdict; its words stay as they are."""

    when: Conditions | None = may_say(
        "What must all hold, in place of what is there. Only the verdicts nobody involved, broken trust and tokenism may change, and come "
        "out at least wherever they did."
    )
    examples: tuple[Example, ...] | None = may_say("Examples in place of those there.")


class Changes(Told):
    """Entries that change, by their ids."""

    criteria: dict[str, CriterionChange] | None = may_say("Criteria that change.")
    flags: dict[str, FlagChange] | None = may_say("Flags that change.")
    signs: dict[str, SignChange] | None = may_say(
        "Signs of tokenism that change. A sign cannot be switched off, and is seen wherever it was."
    )
    verdicts: dict[str, VerdictChange] | None = may_say(
        "Verdicts that change: the graver ones may come out more often, and no verdict more easily."
    )
    gates: dict[str, GateChange] | None = may_say(
        "Gates that change. A gate cannot be switched off, caps what it capped, and may become stricter only."
    )


class SwitchedOff(Told):
    """A criterion or flag that is not asked here, and why."""

    id: str = needs("Its name.")
    reason: Reason = needs("Why it is not asked here; printed in every report.")


class Extension(Told):
    """A rubric that changes a shipped one."""

    rubric: Literal["1"] = needs("The version of this rubric format: 1.")
    extends: str = needs("The shipped rubric that it changes, by its name.")
    id: str = needs("The name of this rubric.")
    version: str = needs("The version of this rubric.")
    title: str = needs("The title.")
    about: str | None = may_say("What it is for, and who made it.")
    limits: tuple[str, ...] | None = may_say(
        "What a report cannot tell, beside what the extended rubric says; printed in each."
    )
    references: dict[str, Reference] | None = may_say("What it rests on, beside the references there.")
    change: Changes | None = may_say("What changes.")
    switch_off: tuple[SwitchedOff, ...] | None = may_say("Criteria and flags that are not asked, each with a reason.")
    criteria: tuple[Criterion, ...] | None = may_say("Criteria that are added.")
    flags: tuple[Flag, ...] | None = may_say("Flags that are added.")
    signs: tuple[Sign, ...] | None = may_say("Signs of tokenism that are added.")
    gates: tuple[Gate, ...] | None = may_say("Gates that are added.")


@dataclass(frozen=True)
class Base:
    """A rubric that is extended: its tree, and the hash of its file."""

    tree: dict[str, Any]
    sha256: str


def extends(document: Document) -> bool:
    """Whether a rubric file changes another rubric."""
    return "extends" in document.tree


def load_own(data: bytes, name: str, names: Sequence[str], base_of: Callable[[str], Base]) -> LoadedRubric:
    """Read a rubric that may extend a shipped one.

    Args:
        data: the file.
        name: its name, for messages.
        names: the rubrics that are shipped.
        base_of: the tree of a shipped rubric, by its name.

    Raises:
        InputError: with every problem, each at its line.
    """
    document = read(data, name, "rubric")
    if not extends(document):
        return _whole(data, name, base_of)
    problems, complain = slips(Extension, document)
    extension = read_part(Extension, document.tree, (), complain)
    if problems:
        raise InputError(name, problems, document.lines)
    if extension.extends not in names:
        complain(
            ("extends",),
            _(
                "'{extends}' is not a rubric that is shipped; {hint}",
                extends=marked(extension.extends),
                hint=hint(extension.extends, tuple(names)),
            ),
        )
        raise InputError(name, problems, document.lines)
    base = base_of(extension.extends)
    for path, says in _misfits(extension, base.tree):
        complain(path, says)
    if problems:
        raise InputError(name, problems, document.lines)
    tree, origins = _laid_over(base.tree, document.tree, extension)

    def complain_of_whole(path: Path, says: Wrong | str) -> None:
        complain(_origin(path, origins), says)

    rubric = read_part(Rubric, tree, (), complain_of_whole)
    if not problems:
        for path, says in faults(rubric):
            complain_of_whole(path, says)
    if not problems:
        for path, says in weaker(rubric, _read(base)):
            complain_of_whole(path, says)
    if problems:
        raise InputError(name, list(dict.fromkeys(problems)), document.lines)
    differs = tuple(_differences(extension, base.tree))
    # A report of the extended rubric of another day would be another result: its hash is a part of this one's.
    sha256 = hashlib.sha256(base.sha256.encode() + data).hexdigest()
    return LoadedRubric(
        rubric,
        sha256,
        replace(document, tree=tree, marks=_marks(document, origins)),
        differs,
        tuple(_off(extension, base.tree)),
        frozenset(origins),
    )


def _whole(data: bytes, name: str, base_of: Callable[[str], Base]) -> LoadedRubric:
    """A rubric that extends nothing. It can be read and shown; nothing is judged by it where it is `weak`."""
    from involve_audit.rubric.model import load_rubric

    loaded, base = load_rubric(data, name), base_of(STANDARD)
    if loaded.sha256 == base.sha256:
        return loaded
    shipped = _read(base)
    return replace(
        loaded, differs=tuple(differences(loaded.rubric, shipped)), weak=tuple(weaker(loaded.rubric, shipped))
    )


def _read(base: Base) -> Rubric:
    """A shipped rubric, from its tree."""
    rubric: Rubric = read_part(Rubric, base.tree, (), lambda *_: None)
    return rubric


def _ids(tree: dict[str, Any], kind: str) -> dict[str, int]:
    return {entry["id"]: n for n, entry in enumerate(tree[kind])}


def _misfits(extension: Extension, tree: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    """What does not fit the rubric that is extended."""
    there = {kind: tuple(_ids(tree, kind)) for kind in KINDS}
    for kind in KINDS:
        for name in getattr(extension.change, kind, None) or {}:
            if name not in there[kind]:
                yield (
                    ("change", kind, name),
                    _(
                        "'{name}' is not a {one} of {extends}; {nearest}",
                        name=marked(name),
                        one=_ONE[kind],
                        extends=extension.extends,
                        nearest=_nearest(name, there[kind]),
                    ),
                )
        for n, entry in enumerate(getattr(extension, kind, None) or ()):
            if entry.id in there[kind]:
                yield (
                    (kind, n, "id"),
                    _("'{id}' is there already; change it under `change: {kind}`", id=marked(entry.id), kind=kind),
                )
    off = {one.id for one in extension.switch_off or ()}
    for n, one in enumerate(extension.switch_off or ()):
        kept = next((word for kind, word in _STAYS.items() if one.id in there[kind]), "")
        if kept and not any(one.id in there[kind] for kind in _MAY_GO):
            instead = "" if kept == "verdict" else _("; a waiver lets one project pass it, openly")
            yield (
                ("switch_off", n, "id"),
                _(
                    "'{id}' is a {kept}, and a {kept} cannot be switched off{instead}",
                    id=marked(one.id),
                    kept=kept,
                    instead=instead,
                ),
            )
        elif one.id in there["flags"] and tree["flags"][_ids(tree, "flags")[one.id]]["level"] == "error":
            yield (
                ("switch_off", n, "id"),
                _(
                    "'{id}' is a contradiction, and a contradiction cannot be switched off: the check fails where a file says two things at once",
                    id=marked(one.id),
                ),
            )
        elif one.id not in (*there["criteria"], *there["flags"]):
            yield (
                ("switch_off", n, "id"),
                _(
                    "'{id}' is not a criterion or flag of {extends}; {nearest}",
                    id=marked(one.id),
                    extends=extension.extends,
                    nearest=_nearest(one.id, (*there["criteria"], *there["flags"])),
                ),
            )
        changed = extension.change
        if changed and (one.id in (changed.criteria or ()) or one.id in (changed.flags or ())):
            yield (
                ("switch_off", n, "id"),
                _("'{id}' is changed above and switched off here; only one of the two can be meant", id=marked(one.id)),
            )
    left = {c["principle"] for c in tree["criteria"] if c["id"] not in off} | {
        c.principle for c in extension.criteria or ()
    }
    for principle in tree["principles"]:
        if principle["id"] not in left:
            yield (
                ("switch_off",),
                _("no criterion is left for the principle '{principle}'; each needs one", principle=principle["id"]),
            )


def _nearest(word: str, allowed: Sequence[str]) -> str:
    from involve_audit.wording.messages import nearest

    guess = nearest(word, allowed)
    return _("did you mean '{guess}'?", guess=guess) if guess else _("`involve-audit rubric show` lists them")


_HEAD = ("id", "version", "title", "about")


def _without_unknown(tree: Any, deep: int) -> Any:
    """A tree without what is `unknown`, so many steps deep: in the place of a section, an entry or its key that tells nothing."""
    if not deep or not isinstance(tree, dict):
        return tree
    return {key: _without_unknown(value, deep - 1) for key, value in tree.items() if tidy(value) != "unknown"}


def _laid_over(
    base: dict[str, Any], own: dict[str, Any], extension: Extension
) -> tuple[dict[str, Any], dict[tuple[str, int], Path]]:
    """The whole tree, and for each entry of it where it stands in the file that extends; empty where it is untouched."""
    off = {one.id for one in extension.switch_off or ()}
    own = _without_unknown(own, 1)
    head: dict[str, Any] = {key: own[key] for key in _HEAD if key in own}
    tree = {**base, **head}
    tree["references"] = {**base["references"], **(own.get("references") or {})}
    limits = own.get("limits") or []
    tree["limits"] = [*base["limits"], *(limits if isinstance(limits, list) else [limits])]
    origins: dict[tuple[str, int], Path] = {}
    changes = _without_unknown(own.get("change") or {}, 3)
    for kind in KINDS:
        entries: list[dict[str, Any]] = []
        changed = changes.get(kind) or {}
        for entry in base[kind]:
            if entry["id"] in off and kind in _MAY_GO:
                continue
            if entry["id"] in changed:
                origins[kind, len(entries)] = ("change", kind, entry["id"])
                entry = _changed(entry, changed[entry["id"]])  # noqa: PLW2901 (the base keeps its own)
            entries.append(entry)
        added = (own.get(kind) if kind != "verdicts" else None) or []
        for n, entry in enumerate(added if isinstance(added, list) else [added]):
            origins[kind, len(entries)] = (kind, n)
            entries.append(entry)
        tree[kind] = entries
    return tree, origins


def _changed(entry: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    made = {**entry, **change}
    if "sources" in change:
        made["sources"] = {**entry["sources"], **change["sources"]}
    if "levels" in change:
        levels = dict(entry["levels"])
        for number, told in change["levels"].items():
            before = levels.get(number, {})
            before = {"says": before} if isinstance(before, str) else before
            levels[number] = {**before, **({"says": told} if isinstance(told, str) else told)}
        made["levels"] = levels
    return made


def _origin(path: Path, origins: dict[tuple[str, int], Path]) -> Path:
    """Where a place of the whole rubric stands in the file that extends; its head where it is not in it."""
    if len(path) >= 2 and isinstance(path[1], int):
        start = origins.get((str(path[0]), path[1]))
        return (*start, *path[2:]) if start else ("extends",)
    return path


def _marks(document: Document, origins: dict[tuple[str, int], Path]) -> dict[Path, tuple[int, int]]:
    """Line and column of the places of the whole rubric, as far as they stand in the file that extends."""
    marks = {path: mark for path, mark in document.marks.items() if path[0] not in KINDS}
    for place, origin in origins.items():
        marks |= {
            (*place, *path[len(origin) :]): mark
            for path, mark in document.marks.items()
            if path[: len(origin)] == origin
        }
    return marks


def _off(extension: Extension, base: dict[str, Any]) -> Iterator[Off]:
    """What is switched off, as the shipped rubric calls it."""
    titles = {kind: {entry["id"]: entry["title"] for entry in base[kind]} for kind in KINDS}
    for one in extension.switch_off or ():
        kind = "criteria" if one.id in titles["criteria"] else "flags"
        yield Off(_ONE[kind], one.id, titles[kind][one.id], _ended(one.reason), extension.extends)


def _differences(extension: Extension, base: dict[str, Any]) -> Iterator[str]:
    """What differs from the shipped rubric, each in a sentence."""
    for off in _off(extension, base):
        yield _(
            "Switched off: the {kind} “{title}” ({id}). The reason given: {reason}",
            kind=off.kind,
            title=off.title,
            id=off.id,
            reason=off.reason,
        )
    titles = {kind: {entry["id"]: entry["title"] for entry in base[kind]} for kind in KINDS}
    for kind in KINDS:
        for name, change in (getattr(extension.change, kind, None) or {}).items():
            yield f"Changed: the {_ONE[kind]} “{titles[kind][name]}” ({name}): {_ended('; '.join(_told(change)))}"
        for entry in getattr(extension, kind, None) or ():
            yield f"Added: the {_ONE[kind]} “{entry.title}” ({entry.id})."


def _told(change: Any) -> Iterator[str]:
    for key in vars(change):
        if key == "levels":
            for number, level in (change.levels or {}).items():
                if level.when is not None:
                    yield _("level {number} now asks for {in_short}", number=number, in_short=in_short(level.when))
                elif level.says is not None:
                    yield _("level {number} is worded otherwise", number=number)
        elif key in ("when", "applies_if", "due_if"):
            what = {
                "when": _("it now holds when"),
                "applies_if": _("it now applies if"),
                "due_if": _("it is now due if"),
            }[key]
            yield f"{what} {in_short(getattr(change, key) or {})}"
        elif key in ("core", "level"):
            yield _("{key} is now {value}", key=key, value=getattr(change, key))
        elif key == "examples":
            yield _("it has examples of its own")
        else:
            yield _("`{key}` is worded otherwise", key=key)


def _ended(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith((".", "?")) else text + "."
