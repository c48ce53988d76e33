"""A baseline: what an earlier run had found, so that a later one fails only on what is new.

A finding is known again by its file, rule, state and level, never by a number of findings: one that comes for another
that goes is new. A baseline holds none of people's words, and no line.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from involve_audit.file_kinds import mistaken
from involve_audit.language import _
from involve_audit.load import MAX_BYTES, decode, hold_kind
from involve_audit.results.audit import BaselineFound
from involve_audit.results.findings import LEVELS, findings, rules_of
from involve_audit.wording.file_words import marked
from involve_audit.wording.messages import InputError, Problem, Wrong

if TYPE_CHECKING:
    from collections.abc import Mapping

    from involve_audit.results.audit import Audit

VERSION = "1"
_STATES = ("holds", "open")
_FAR = 1e9
"""No condition is reached so far: a level ends at 3, and months at some thousands."""


@dataclass(frozen=True)
class KnownFinding:
    """A finding as an earlier run had found it.

    Attributes:
        state: `holds` or `open`.
        level: error, warning or note.
        reached: for a condition of a policy that can be reached in part, how far it was; None for others.
    """

    state: str
    level: str
    reached: float | None = None


@dataclass(frozen=True)
class Baseline:
    """What an earlier run had found in each file, and by what it had judged."""

    name: str
    tool: str
    rubric: str
    rubric_sha256: str
    policy_sha256: str
    date: str
    files: dict[str, dict[str, KnownFinding]]


def _as_known(audit: Audit) -> dict[str, KnownFinding]:
    """The findings of an audit by their rules."""
    reached = {rule: c.reached for c in audit.policy.conditions for rule in rules_of(audit, c)}
    return {f.rule: KnownFinding(f.state, f.level, reached.get(f.rule)) for f in findings(audit)}


def written(audits: Mapping[str, Audit]) -> str:
    """The baseline of audits, by the names of their files. What is waived is left out: a waiver ends, a baseline does not.

    The rubric, the policy and the day are those of the first: one run has one of each.
    """
    first = next(iter(audits.values()))
    files: dict[str, list[dict[str, Any]]] = {}
    for name, audit in sorted(audits.items()):
        waived = {w.rule for w in audit.waivers if w.state == "in force"}
        files[name] = [
            {"rule": rule, "state": known.state, "level": known.level}
            | ({} if known.reached is None else {"reached": known.reached})
            for rule, known in sorted(_as_known(audit).items())
            if rule not in waived
        ]
    tree = {
        "baseline": VERSION,
        "tool": {"name": first.tool.name, "version": first.tool.version},
        "rubric": {"id": first.rubric.id, "version": first.rubric.version, "sha256": first.rubric.sha256},
        "policy": {"sha256": first.policy.stamp.sha256 if first.policy.stamp else ""},
        "date": first.date,
        "files": files,
    }
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"


def load_baseline(data: bytes, name: str) -> Baseline:
    """Read a baseline that `written` made.

    Raises:
        InputError: it is none.
    """
    advice = Wrong("`involve-audit check FILES --write-baseline baseline.json` writes one")

    def refuse(wrong: Wrong, line: int = 1, column: int = 1, where: str = "") -> InputError:
        return InputError(name, [Problem(line, column, where, wrong)])

    # A baseline of many applications is longer than a project file may be.
    text = decode(data, name, max(len(data), MAX_BYTES))
    try:
        tree = json.loads(text)
    except json.JSONDecodeError as error:
        hold_kind(text, name, "baseline")
        raise refuse(
            Wrong("this is not JSON: {msg}", msg=marked(error.msg), advice=advice), error.lineno, error.colno
        ) from None
    except ValueError:
        raise refuse(Wrong("this holds a number that is too long to be read", advice=advice)) from None
    except RecursionError:
        raise refuse(Wrong("this is nested too deeply to be a baseline", advice=advice)) from None
    other = mistaken(tree, "baseline")
    if other is not None:
        raise InputError(name, [Problem(1, 1, "", other[1])])
    if not isinstance(tree, dict) or not isinstance(tree.get("baseline"), str):
        raise refuse(Wrong("this is not a baseline of involve-audit", advice=advice))
    if tree["baseline"] != VERSION:
        raise refuse(
            Wrong(
                "'{version}' is the version that can be read; this says {tree}",
                version=VERSION,
                tree=marked(repr(str(tree["baseline"])[:40])),
                advice=advice,
            ),
            where="baseline",
        )
    try:
        files = {
            str(file): {
                str(k["rule"]): KnownFinding(str(k["state"]), str(k["level"]), _number(k.get("reached"))) for k in found
            }
            for file, found in tree["files"].items()
        }
        rubric, tool = tree["rubric"], tree["tool"]
        read = Baseline(
            name.replace("\\", "/").rsplit("/", 1)[-1], f"{tool['name']} {tool['version']}", f"{rubric['id']} {rubric['version']}",
            str(rubric["sha256"]), str(tree["policy"]["sha256"]), str(tree["date"]), files,
        )  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError):
        raise refuse(
            Wrong("something is missing in this baseline, or is not what it should be", advice=advice)
        ) from None
    for file, known in files.items():
        for rule, one in known.items():
            if one.state not in _STATES or one.level not in LEVELS:
                raise refuse(
                    Wrong(
                        "'{state}' and '{level}' are not a state and a level of a finding",
                        state=marked(one.state),
                        level=marked(one.level),
                        advice=advice,
                    ),
                    where=f"files.{file}.{rule}",
                )
    return read


def _number(value: Any) -> float | None:
    # Nothing is further off than what is no number: a baseline with one would excuse everything.
    if value is None or (isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < _FAR):
        return value
    raise ValueError


def changes(audit: Audit, baseline: Baseline) -> tuple[str, ...]:
    """What was otherwise when the baseline was written, each in a sentence."""
    said = []
    if baseline.rubric_sha256 != audit.rubric.sha256:
        said.append(
            _(
                "The rubric has changed since the baseline was written: {rubric} ({rubric_sha256}) then, {rubric_id} {version} ({sha256}) now. A rule of the same name may ask something else.",
                rubric=baseline.rubric,
                rubric_sha256=baseline.rubric_sha256[:12],
                rubric_id=audit.rubric.id,
                version=audit.rubric.version,
                sha256=audit.rubric.sha256[:12],
            )
        )
    if baseline.policy_sha256 != (audit.policy.stamp.sha256 if audit.policy.stamp else ""):
        said.append(_("The policy file is not the one by which the baseline was written."))
    tool = f"{audit.tool.name} {audit.tool.version}"
    if baseline.tool != tool:
        said.append(_("The baseline was written by {tool}; this is {tool_2}.", tool=baseline.tool, tool_2=tool))
    return tuple(said)


def beside(audit: Audit, baseline: Baseline, file: str, *, counts: bool = True) -> Audit:
    """Lay a baseline beside an audit. `policy.settle` then says what it changes.

    Args:
        audit: the audit, with its waivers.
        baseline: what an earlier run had found.
        file: the name of the project file in the baseline.
        counts: whether the policy takes a baseline.
    """
    before, now = baseline.files.get(file, {}), _as_known(audit)
    unchanged = tuple(rule for rule, found in now.items() if rule in before and not _other(before[rule], found))
    says = list(changes(audit, baseline))
    if file not in baseline.files:
        says.append(_("This file does not stand in the baseline."))
    if not counts:
        says.append(_("The policy takes no baseline: what was known fails the check like everything else."))
    found = BaselineFound(
        baseline.name, baseline.date, counts, unchanged,
        new=tuple(rule for rule in now if rule not in unchanged),
        changed=tuple(rule for rule in now if rule in before and rule not in unchanged),
        gone=tuple(rule for rule in before if rule not in now),
        says=tuple(says),
    )  # fmt: skip
    return replace(audit, baseline=found)


def _other(before: KnownFinding, now: KnownFinding) -> bool:
    """Whether a finding is another one than it was: in another state, graver, or reached less far."""
    further_off = now.reached is not None and (before.reached is None or now.reached < before.reached)
    return before.state != now.state or LEVELS.index(now.level) < LEVELS.index(before.level) or further_off
