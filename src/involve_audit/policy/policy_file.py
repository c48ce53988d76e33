"""The policy file that a funder publishes, and the one list of conditions that it and `--require` may ask for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal

from involve_audit.language import _
from involve_audit.load import read, read_declared
from involve_audit.project.fields import Reads, Told, given, needs, theirs, tidy
from involve_audit.project.fields import asks as may_say
from involve_audit.project.practice import PRINCIPLES, RUNGS, PrincipleName
from involve_audit.record import Record, replace
from involve_audit.results.audit import DEFAULT_POLICY
from involve_audit.wording.messages import InputError, Problem, Wrong, hint, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.load import Document
    from involve_audit.rubric.model import LoadedRubric, Rubric
    from involve_audit.wording.messages import Path

REQUIRE = "--require"

PrincipleOrAll = Literal["all", PrincipleName]
Phase = Literal["idea", "applying", "funded", "running", "finished"]
LEAST = ("0.5", "1", "1.5", "2", "2.5", "3")


def read_sha256(value: Any) -> str:
    """Read the hash of a file: 64 characters, 0 to 9 and a to f."""
    text = value.strip().lower() if isinstance(value, str) else ""
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        wrong = Wrong(
            "{found} is not a sha256 (64 characters, 0 to 9 and a to f); `involve-audit policy show` prints that of the rubric",
            found=given(value, 20),
        )
        raise ValueError(wrong)
    return text


def read_least(value: Any) -> str:
    """Read a least level: 0.5 to 3, by halves."""
    text = value.strip() if isinstance(value, str) else ""
    if text.removesuffix(".0") not in LEAST:
        wrong = Wrong(
            "{given} is not a level", given=given(value, 20), advice=Wrong("allowed: {allowed}", allowed=LEAST)
        )
        raise ValueError(wrong)
    return text.removesuffix(".0")


def read_months(value: Any) -> int:
    """Read a whole number of months or years, in months: `12 months`, `1 year`."""
    told = re.fullmatch(r"(\d{1,3}) (month|year)s?", tidy(value)) if isinstance(value, str) else None
    months = int(told[1]) * (12 if told[2] == "year" else 1) if told else 0
    if not months:
        wrong = Wrong(
            "{given} is not a number of months or years; write '6 months', '12 months' or '2 years'",
            given=given(value),
        )
        raise ValueError(wrong)
    return months


Least = Annotated[str, Reads(read_least, {"enum": [*LEAST, *map(float, LEAST)]})]
Sha256 = Annotated[str, Reads(read_sha256, {"type": "string", "pattern": "^\\s*[0-9a-fA-F]{64}\\s*$"})]
Months = Annotated[
    int,
    Reads(
        read_months,
        {"type": "string", "pattern": "^\\s*0*[1-9][0-9]{0,2}[\\s_]+([Mm][Oo][Nn][Tt][Hh]|[Yy][Ee][Aa][Rr])[Ss]?\\s*$"},
    ),
]


class RubricPin(Told):
    """The rubric that everybody is judged by. With another one nothing is judged."""

    id: str = needs(_("Its name: co-production."))
    sha256: Sha256 = needs(_("Its hash, so that it cannot change unnoticed; `involve-audit policy show` prints it."))


class Review(Told):
    """How old the file may be."""

    not_older_than: Months = needs(
        _("At most this long before the day as of which the file is judged: 12 months, 1 year.")
    )


class PolicyFile(Told):
    """What a funder or a university asks of the files it is given. It adds to the default policy, and takes nothing away.

    There is no pass mark on the whole: a sum hides what is missing.
    """

    policy: Literal["1"] = needs(_("The version of this file format: 1."))
    title: str = needs(_("What it is called."))
    by: str | None = may_say(_("Who publishes it."))
    about: str | None = may_say(_("What it is for, in a few sentences."))
    rubric: RubricPin | None = may_say(_("The rubric that everybody is judged by, pinned by its hash."))
    told: tuple[PrincipleOrAll, ...] | None = may_say(
        _(
            "Principles of which something must be told: at least half of the questions that apply, by what is done or planned. `all` for all nine."
        )
    )
    levels: dict[PrincipleName, Least] | None = may_say(
        _(
            "Least levels by principle, 0.5 to 3: the mean of its questions, at the low end. While the phase is idea or applying, plans count (2 at most)."
        )
    )
    documented: tuple[PrincipleOrAll, ...] | None = may_say(
        _("Principles whose core questions must rest on a source, wherever they reach a level. `all` for all nine.")
    )
    rung: Literal["informed", "consultation", "involvement", "collaboration", "co-production", "led"] | None = may_say(
        _(
            "The least rung that must be shown; while the phase is idea or applying, promised with dates, and money or somebody who sees to it."
        )
    )
    promises: Literal["specific"] | None = may_say(
        _("specific: each plan has a date, and money or somebody who sees to it.")
    )
    label: Literal["honest"] | None = may_say(_("honest: the words used do not claim more than is shown."))
    contributors: Literal["heard"] | None = may_say(
        _("heard: contributors were asked what they think, apart from the team.")
    )
    evidence: Literal["documented"] | None = may_say(_("documented: the same as `documented: all`."))
    review: Review | None = may_say(_("How old the file may be, by `filled_in.when`."))
    gates: tuple[str, ...] | None = may_say(
        _("Gates of the rubric that must be clear beside those that always must, by their names.")
    )
    may_stay_open: dict[Phase, tuple[str, ...]] | None = may_say(
        _(
            "By phase, what of this file is not asked for yet: names of principles or of conditions. Neither silence nor an answer fails on it then: if only silence were let pass, leaving out would pay."
        )
    )
    waivers: Literal["yes", "no"] | None = may_say(
        _("Whether waivers count. Left out: they count, and every report says so.")
    )
    baseline: Literal["yes", "no"] | None = may_say(
        _("Whether what an earlier run had found is excused. Left out: it is, and every report says so.")
    )


_PASS_MARKS = ("score", "minimum", "minimum score", "least score", "pass mark", "passmark", "threshold", "total", "points", "overall",
               "average", "mean", "mark", "grade", "fail under", "rank")  # fmt: skip


class LoadedPolicy(Record):
    """A policy file with the hash of its bytes."""

    file: PolicyFile
    name: str
    sha256: str
    document: Document

    def at(self, path: Path) -> str:
        """Where a condition stands: `funder.yaml:12`."""
        return f"{self.name}:{self.document.at(path)[0]}"


def load_policy(data: bytes, name: str) -> LoadedPolicy:
    """Read and check a policy file. `check_names` looks up what it names in a rubric.

    Raises:
        InputError: with every problem, each at its line.
    """
    document = read(data, name, "policy")
    marks = [key for key in document.tree if tidy(key).replace("-", " ") in _PASS_MARKS]
    if marks:
        says = _(
            "there is no pass mark on the whole, for a sum hides what is missing; ask for levels of single principles (`levels:`), for `rung:`, or for gates (`gates:`)"
        )
        problems = [
            Problem(*document.at((key,)), key, Wrong("{quote} is not read here: {says}", quote=theirs(key), says=says))
            for key in marks
        ]
        raise InputError(name, problems, document.lines)
    file = read_declared(PolicyFile, document, lambda __: ())
    import hashlib

    return LoadedPolicy(file, re.split(r"[/\\]", name)[-1], hashlib.sha256(data).hexdigest(), document)


def fits(policy: LoadedPolicy, loaded: LoadedRubric) -> bool:
    """Whether a policy is for this rubric: the one that it pins, or any where it pins none."""
    pin = policy.file.rubric
    return pin is None or (pin.id, pin.sha256) == (loaded.rubric.id, loaded.sha256)


def check_names(policy: LoadedPolicy, rubric: Rubric) -> None:
    """Look up the gates, and what may stay open, in a rubric.

    Raises:
        InputError: there is no such gate or condition; with every one at its line.
    """
    read_declared(PolicyFile, policy.document, lambda file: _faults(file, policy, rubric))


def _faults(file: PolicyFile, policy: LoadedPolicy, rubric: Rubric) -> Iterator[tuple[Path, Wrong]]:
    gates = tuple(g.id for g in rubric.gates)
    for n, name in enumerate(file.gates or ()):
        if name not in gates:
            yield (
                ("gates", n),
                Wrong(
                    "{quote} is not a gate of the rubric {rubric_id}",
                    quote=theirs(name),
                    rubric_id=rubric.id,
                    advice=hint(name, gates),
                ),
            )
    asked = _of_file(policy, rubric)
    names = tuple(dict.fromkeys((*(w.id for w in asked), *(w.principle for w in asked if w.principle))))
    always = tuple(w.id for w in default(rubric))
    for phase, open_ones in (file.may_stay_open or {}).items():
        # `unknown` for a phase names nothing that may stay open.
        for n, name in enumerate(open_ones or ()):
            path: Path = ("may_stay_open", phase, n)
            if name in always:
                yield (
                    path,
                    Wrong(
                        "{quote} belongs to the default policy, which always holds; only what this file adds may stay open",
                        quote=theirs(name),
                    ),
                )
            elif name not in names:
                yield (
                    path,
                    Wrong("{quote} is not asked for in this file", quote=theirs(name), advice=hint(name, names)),
                )


class Wanted(Record):
    """A condition that somebody asks for.

    Attributes:
        id: its name, as `--require` takes it.
        kind: gate, enough, contradiction, label, promises, contributors, rung, told, documented, level or review.
        says: what it asks, in a sentence without a full stop.
        comes_from: who asks for it.
        about: the gate or the rung.
        principle: the principle; empty where it is about none.
        least: the least level, or the months.
        open_in: phases in which it is not asked for.
    """

    id: str
    kind: str
    says: str
    comes_from: str
    about: str = ""
    principle: str = ""
    least: float = 0
    open_in: tuple[str, ...] = ()


SIMPLE = {
    "honest-label": ("label", _("The words used do not claim more than is shown")),
    "promises-specific": ("promises", _("Each plan has a date, and money or somebody who sees to it")),
    "contributors-heard": ("contributors", _("Contributors were asked what they think, apart from the team")),
}
REQUIREMENTS = (*SIMPLE, *RUNGS[1:])
"""What `--require` may name, beside `told-reward`, `reward-at-least-2`, `documented-reward`, `reviewed-within-12-months` and gates."""


def default(rubric: Rubric) -> tuple[Wanted, ...]:
    """The default policy: every failing gate that is due, enough told, nothing that contradicts itself."""
    gates = [Wanted(g.id, "gate", g.title, DEFAULT_POLICY, about=g.id) for g in rubric.gates if g.fails == "yes"]
    return (
        *gates,
        Wanted(
            "enough-is-told",
            "enough",
            _("Enough is told: of the parts of the work before it begins, for a verdict after that"),
            DEFAULT_POLICY,
        ),
        Wanted("no-contradiction", "contradiction", _("Nothing in the file contradicts itself"), DEFAULT_POLICY),
    )


def condition(name: str, rubric: Rubric, comes_from: str = REQUIRE) -> Wanted:
    """A condition by its name.

    Raises:
        ValueError: there is none of this name; the message says what is allowed.
    """
    titles: dict[str, str] = {p.id: p.title for p in rubric.principles}
    if name in SIMPLE:
        kind, says = SIMPLE[name]
        return Wanted(name, kind, says, comes_from)
    if name in RUNGS[1:]:
        return Wanted(name, "rung", _("At least {name} is shown", name=name), comes_from, about=name)
    for gate in rubric.gates:
        if gate.id == name:
            return Wanted(name, "gate", gate.title, comes_from, about=name)
    kind, __, principle = name.partition("-")
    if principle in titles and kind == "told":
        return Wanted(
            name,
            kind,
            _(
                "{titles}: at least half of its questions are answered, by what is done or planned",
                titles=titles[principle],
            ),
            comes_from,
            principle=principle,
        )
    if principle in titles and kind == "documented":
        return Wanted(
            name,
            kind,
            _("{titles}: what the core questions rest on has a source", titles=titles[principle]),
            comes_from,
            principle=principle,
        )
    principle, ___, least = name.partition("-at-least-")
    if principle in titles and least in LEAST:
        return Wanted(
            name,
            "level",
            _("{titles}: at least level {least} of 3", titles=titles[principle], least=least),
            comes_from,
            principle=principle,
            least=float(least),
        )
    found = re.fullmatch(r"reviewed-within-([1-9]\d{0,3})-months", name)
    if found:
        months = int(found[1])
        many = "month" if months == 1 else _("{months} months", months=months)
        return Wanted(
            name,
            "review",
            _("The file was filled in or looked at again within the last {many}", many=many),
            comes_from,
            least=months,
        )
    raise ValueError(_("'{name}' is not known; {allowed}", name=name, allowed=_allowed(name, rubric)))


def _allowed(name: str, rubric: Rubric) -> str:
    gates = tuple(g.id for g in rubric.gates)
    every = (*REQUIREMENTS, *names(rubric), "reviewed-within-12-months")
    guess = nearest(name, every)
    listed = ", ".join(
        (
            *REQUIREMENTS,
            "told-PRINCIPLE",
            "documented-PRINCIPLE",
            "PRINCIPLE-at-least-LEVEL",
            "reviewed-within-12-months",
            _("or a gate"),
        )
    )
    return (
        _("allowed: {listed} ({gates}); did you mean '{guess}'?", listed=listed, gates=", ".join(gates), guess=guess)
        if guess
        else _("allowed: {listed} ({gates})", listed=listed, gates=", ".join(gates))
    )


def names(rubric: Rubric) -> tuple[str, ...]:
    """The names of all conditions but those that count months."""
    by_principle = [
        n for p in PRINCIPLES for n in (f"told-{p}", f"documented-{p}", *(f"{p}-at-least-{least}" for least in LEAST))
    ]
    return (*(w.id for w in default(rubric)), *REQUIREMENTS, *(g.id for g in rubric.gates), *by_principle)


def _of_file(policy: LoadedPolicy, rubric: Rubric) -> list[Wanted]:
    """What a policy file adds, in the order of the declaration."""
    file = policy.file

    def every(listed: tuple[str, ...] | None) -> dict[str, int]:
        """The principles that are named, and where in the list."""
        return {p: n for n, name in enumerate(listed or ()) for p in (PRINCIPLES if name == "all" else (name,))}

    asked: list[tuple[str, Path]] = [
        *((f"told-{p}", ("told", n)) for p, n in every(file.told).items()),
        *((f"{p}-at-least-{least}", ("levels", p)) for p, least in (file.levels or {}).items()),
        *((f"documented-{p}", ("documented", n)) for p, n in every(file.documented).items()),
        *((f"documented-{p}", ("evidence",)) for p in PRINCIPLES if file.evidence),
    ]
    asked += [(str(file.rung), ("rung",))] if file.rung else []
    asked += [("promises-specific", ("promises",))] if file.promises else []
    asked += [("honest-label", ("label",))] if file.label else []
    asked += [("contributors-heard", ("contributors",))] if file.contributors else []
    asked += [(f"reviewed-within-{file.review.not_older_than}-months", ("review",))] if file.review else []
    gates = {g.id for g in rubric.gates}
    asked += [(name, ("gates", n)) for n, name in enumerate(file.gates or ()) if name in gates]
    found: dict[str, Wanted] = {}
    for name, path in asked:
        found.setdefault(name, condition(name, rubric, policy.at(path)))
    return list(found.values())


def wanted(policy: LoadedPolicy | None, require: tuple[str, ...], rubric: Rubric) -> tuple[Wanted, ...]:
    """Everything that is asked for, each once, with all who ask for it: the default policy, the policy file, the command line.

    Raises:
        ValueError: there is no condition of a name that the command line asks for, or no gate that the policy file names.
    """
    gates = {g.id for g in rubric.gates}
    for name in (policy.file.gates or ()) if policy else ():
        if name not in gates:
            raise ValueError(_("'{name}' is not a gate of the rubric {rubric_id}", name=name, rubric_id=rubric.id))
    found = {w.id: w for w in default(rubric)}
    open_by_phase: dict[str, tuple[str, ...]] = (
        {str(k): v or () for k, v in (policy.file.may_stay_open or {}).items()} if policy else {}
    )
    for w in _of_file(policy, rubric) if policy else ():
        if w.id in found:
            found[w.id] = replace(found[w.id], comes_from=f"{found[w.id].comes_from}; {w.comes_from}")
        else:
            phases = tuple(phase for phase, names_ in open_by_phase.items() if {w.id, w.principle} & set(names_))
            found[w.id] = replace(w, open_in=phases)
    for name in dict.fromkeys(require):
        w = condition(name, rubric)
        # Who asks on the command line asks now, whatever may stay open for others.
        found[w.id] = (
            replace(found[w.id], comes_from=f"{found[w.id].comes_from}; {REQUIRE}", open_in=()) if w.id in found else w
        )
    return tuple(found.values())
