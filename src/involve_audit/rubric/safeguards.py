"""What a rubric of one's own may make stricter and never weaker, and how one that is written whole differs from the shipped one.

Gates keep people from harm and unpaid work, contradictions keep a file from saying two things at once, and the words for
involvement keep their meaning: whoever could change these could have any verdict that they like. So a rubric may add to them,
and each that is shipped must be there and be seen wherever the shipped one is seen. That is proved from the conditions, fact by fact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.language import _
from involve_audit.project.practice import RUNGS
from involve_audit.rubric.model import FIRST, follows
from involve_audit.wording.file_words import marked
from involve_audit.wording.messages import flow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.project.fields import Path
    from involve_audit.rubric.model import Conditions, Gate, Rubric

STANDARD = "co-production"
"""The shipped rubric against which one that is written whole is held."""
WAIVABLE = ("no", "with contributors", "yes")
"""Whether a gate may be waived, the strictest first."""
GRAVE = FIRST[:3]
"""The verdicts that a rubric of one's own may let come out more often."""
INSTEAD = _(
    "A rubric of one's own may make it stricter (leave out one of its conditions, or widen one); a waiver lets one project pass it, openly"
)


def wherever(strict: Conditions | None, wide: Conditions | None) -> bool:
    """Whether `wide` holds wherever `strict` does, and is not settled as a no where that is open.

    Each of the wide conditions must follow from a strict one on the same fact: so more facts can't narrow it unseen.
    """
    given = list((strict or {}).items())
    return all(follows([(f, c) for f, c in given if f == fact], fact, asked) for fact, asked in (wide or {}).items())


def weaker(rubric: Rubric, shipped: Rubric) -> Iterator[tuple[Path, str]]:
    """Where a rubric is weaker than the shipped one in what no rubric may weaken, each with its place."""
    gates = {gate.id: n for n, gate in enumerate(rubric.gates)}
    flags = {flag.id: n for n, flag in enumerate(rubric.flags)}
    contradictions = [flag for flag in shipped.flags if flag.level == "error"]
    for kind, lacks in (
        ("gates", [g.id for g in shipped.gates if g.id not in gates]),
        ("flags", [f.id for f in contradictions if f.id not in flags]),
        ("signs", [s.id for s in shipped.signs if s.id not in {sign.id for sign in rubric.signs}]),
    ):
        if lacks:
            what = {"gates": "gates", "flags": "contradictions", "signs": _("signs of tokenism")}[kind]
            yield (
                (kind,),
                _(
                    "{what} of {id} are missing, and none can be left out: {listed}; write `extends: {id}`, or copy them",
                    what=what,
                    id=shipped.id,
                    listed=", ".join(lacks),
                ),
            )
    for gate in shipped.gates:
        if gate.id in gates:
            n = gates[gate.id]
            for key, says in _weaker_gate(rubric.gates[n], gate, shipped):
                yield (
                    ("gates", n, key),
                    _(
                        "this makes the gate '{id}' weaker than in {id_2}: {what}. {instead}",
                        id=marked(gate.id),
                        id_2=shipped.id,
                        what=says,
                        instead=INSTEAD,
                    ),
                )
    for flag in contradictions:
        if flag.id not in flags:
            continue
        n = flags[flag.id]
        if rubric.flags[n].level != "error":
            yield ("flags", n, "level"), _("'{id}' is a contradiction, and stays an error", id=marked(flag.id))
        if not wherever(flag.when, rubric.flags[n].when):
            yield (
                ("flags", n, "when"),
                _(
                    "'{id}' would no longer be seen wherever {id_2} sees it, and the check must fail on a contradiction",
                    id=marked(flag.id),
                    id_2=shipped.id,
                ),
            )
    yield from _fewer_signs(rubric, shipped)
    yield from _kinder_verdicts(rubric, shipped)
    yield from _smaller_words(rubric, shipped)


def _fewer_signs(rubric: Rubric, shipped: Rubric) -> Iterator[tuple[Path, str]]:
    """Signs of tokenism that would be seen less often."""
    theirs = {sign.id: sign for sign in shipped.signs}
    for n, sign in enumerate(rubric.signs):
        if sign.id in theirs and not wherever(theirs[sign.id].when, sign.when):
            yield (
                ("signs", n, "when"),
                _(
                    "the sign '{id}' would no longer be seen wherever {id_2} sees it. {instead}",
                    id=marked(sign.id),
                    id_2=shipped.id,
                    instead=INSTEAD,
                ),
            )


def _kinder_verdicts(rubric: Rubric, shipped: Rubric) -> Iterator[tuple[Path, str]]:
    """Verdicts that could be had otherwise: a grave one escaped, another one reached."""
    theirs = {verdict.id: verdict.when for verdict in shipped.verdicts}
    for n, verdict in enumerate(rubric.verdicts):
        when = theirs.get(verdict.id)
        if when is None or verdict.when is None or verdict.when == when:
            continue  # where one has none, `rubric.model.lacking` says so
        if verdict.id not in GRAVE:
            says = _(
                "'{id}' comes out as in {id_2}: {in_short}. A gate that is added can keep a verdict down",
                id=marked(verdict.id),
                id_2=shipped.id,
                in_short=in_short(when),
            )
            yield ("verdicts", n, "when"), says
        elif not wherever(when, verdict.when):
            says = _(
                "'{id}' would no longer come out wherever it does in {id_2}. A rubric of one's own may leave out one of its conditions, or widen one",
                id=marked(verdict.id),
                id_2=shipped.id,
            )
            yield ("verdicts", n, "when"), says


def in_short(when: Conditions) -> str:
    """Conditions as a message names them: `rung_shown is led and enough_is_told is yes`."""
    said = []
    for fact, condition in when.items():
        wanted: Any = condition.wanted
        value = (
            ("yes" if wanted else "no")
            if isinstance(wanted, bool)
            else flow(list(wanted))
            if isinstance(wanted, tuple)
            else str(wanted)
        )
        said.append(f"{fact} {condition.comparator.replace('_', ' ')} {value}")
    return " and ".join(said) or "nothing"


def _weaker_gate(gate: Gate, shipped: Gate, rubric: Rubric) -> Iterator[tuple[str, str]]:
    if not wherever(shipped.when, gate.when):
        yield "when", _("it would no longer hold wherever it holds there")
    if not wherever(shipped.due_if, gate.due_if):
        yield "due_if", _("it would no longer be due wherever it is due there")
    if shipped.fails == "yes" and gate.fails != "yes":
        yield "fails", _("the check would no longer fail on it")
    order = [verdict.id for verdict in rubric.verdicts]
    if shipped.caps is not None and (
        gate.caps is None or gate.caps not in order or order.index(gate.caps) > order.index(shipped.caps)
    ):
        yield "caps", _("it would no longer keep the verdict at '{caps}'", caps=shipped.caps)
    if WAIVABLE.index(gate.waivable or "yes") > WAIVABLE.index(shipped.waivable or "yes"):
        yield "waivable", _("it could be waived more easily")


def _smaller_words(rubric: Rubric, shipped: Rubric) -> Iterator[tuple[Path, str]]:
    """Words for involvement that would claim less than they do."""
    mine = {
        word: (n, RUNGS.index(label.claims), label.decision)
        for n, label in enumerate(rubric.labels)
        for word in label.words
    }
    lacks = [word for label in shipped.labels for word in label.words if word not in mine]
    if lacks:
        yield (
            ("labels",),
            _("words of {id} are missing, and would claim nothing: {listed}", id=shipped.id, listed=", ".join(lacks)),
        )
    for label in shipped.labels:
        for word in label.words:
            n, claims, decision = mine.get(word, (-1, -1, None))
            if n < 0:
                continue
            if claims < RUNGS.index(label.claims):
                yield (
                    ("labels", n, "claims"),
                    _(
                        "'{word}' claims {claims} in {id}, and no less can be made of it",
                        word=marked(word),
                        claims=label.claims,
                        id=shipped.id,
                    ),
                )
            elif decision is not None and label.decision is None:
                yield (
                    ("labels", n, "decision"),
                    _(
                        "'{word}' would be borne out by one decision; in {id} it is held against the whole work",
                        word=marked(word),
                        id=shipped.id,
                    ),
                )


def differences(rubric: Rubric, shipped: Rubric) -> Iterator[str]:
    """How a rubric that is written whole differs from the shipped one, in sentences."""
    same = (
        _(
            " It calls itself {id} {version} like the shipped one, and is another file.",
            id=rubric.id,
            version=rubric.version,
        )
        if rubric.id == shipped.id
        else ""
    )
    yield _(
        "This rubric is written whole: it is not {id} {version}, and does not extend it.{same}",
        id=shipped.id,
        version=shipped.version,
        same=same,
    )
    kinds: tuple[tuple[str, tuple[Any, ...], tuple[Any, ...]], ...] = (
        ("criteria", rubric.criteria, shipped.criteria),
        ("flags", rubric.flags, shipped.flags),
        ("signs", rubric.signs, shipped.signs),
        ("verdicts", rubric.verdicts, shipped.verdicts),
        ("gates", rubric.gates, shipped.gates),
    )
    for kind, mine, theirs in kinds:
        own, base = {e.id: e for e in mine}, {e.id: e for e in theirs}
        for says, ids in (
            ("Left out", [i for i in base if i not in own]),
            ("Judged otherwise", [i for i in base if i in own and _judges(own[i]) != _judges(base[i])]),
            ("Added", [i for i in own if i not in base]),
        ):
            if ids:
                yield _("{what}, of the {kind}: {listed}.", what=says, kind=kind, listed=", ".join(ids))
    titles = {v.id: v.title for v in shipped.verdicts} | {f"rung {r.id}": r.title for r in shipped.rungs}
    own_titles = {v.id: v.title for v in rubric.verdicts} | {f"rung {r.id}": r.title for r in rubric.rungs}
    worded = [f"{title} (now: {own_titles[i]})" for i, title in titles.items() if own_titles.get(i, title) != title]
    if worded:
        yield _("Worded otherwise, of the verdicts and rungs: {listed}.", listed="; ".join(worded))


def _judges(entry: Any) -> Any:
    """What decides of an entry, without its texts."""
    levels = getattr(entry, "levels", None)
    return (
        {k: level.when for k, level in levels.items()} if levels else None,
        *(getattr(entry, key, None) or None for key in ("principle", "applies_if", "when", "due_if", "caps", "fails", "level", "waivable")),
    )  # fmt: skip
