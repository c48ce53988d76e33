"""The kinds of file that people keep beside each other, how each is known, and where it belongs.

They are easily mixed up on a command line. A list of every key that one of them lacks to be another does not help then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable


class Kind(Record):
    """A kind of file.

    Attributes:
        name: by which the code asks for it.
        says: what it is, with its article.
        belongs: where it goes.
        known_by: the key that gives it away, where messages point to.
        is_one: whether what stands in a file is of this kind.
        made_by: how somebody gets one, where a command writes it.
    """

    name: str
    says: str
    belongs: str
    known_by: str
    is_one: Callable[[dict[str, Any]], bool]
    made_by: str = ""


def _has(*keys: str) -> Callable[[dict[str, Any]], bool]:
    return lambda tree: all(key in tree for key in keys)


def _numbered(key: str) -> Callable[[dict[str, Any]], bool]:
    """Whether a file says the version of its format: in another kind of file the same key holds something else."""
    return lambda tree: isinstance(tree.get(key), str) and tree[key].strip() not in ("yes", "no")


KINDS = (
    Kind("project", "a project file", "a project file is named without an option", "format", _has("format", "project")),
    Kind("settings", "a file of settings", "it stands beside the project file, as .involve-audit.yaml", "settings", _numbered("settings")),
    Kind("boxes", "a file of the boxes of a form", "it goes with `report --format application --boxes`", "boxes", _numbered("boxes")),
    Kind("answers", "a file of one person's answers", "`involve-audit views add PROJECT FILE` counts it", "involve_audit_answers", _has("involve_audit_answers")),
    Kind(
        "audit", "a saved audit", "`involve-audit report FILE.json -o report.html` shows it again, and `compare` takes two",
        "schema_version", _has("schema_version", "principles", "policy"), "`involve-audit report PROJECT -o NAME.json` saves an audit",
    ),
    Kind(
        "audits", "a file of saved audits", "`involve-audit report FILE.json -o report.html` shows them again",
        "audits", lambda tree: isinstance(tree.get("audits"), list),
    ),
    Kind("mapping", "what `import` keeps of the headings of a log", "it goes with `import --mapping`", "involve_audit_mapping", _has("involve_audit_mapping", "sheets")),
    Kind("comparison", "a comparison that was saved", "it is for other programs, and no command reads it", "schema_version", _has("schema_version", "before", "after")),
    Kind("course", "a course that `history` saved", "it is for other programs, and no command reads it", "schema_version", _has("schema_version", "versions")),
    Kind(
        "baseline", "a baseline", "it goes with `--baseline`", "baseline",
        lambda tree: _numbered("baseline")(tree) and "files" in tree, "`involve-audit check FILES --write-baseline baseline.json` writes a baseline",
    ),
    Kind("waivers", "a file of waivers", "it goes with `--waivers`", "waivers", lambda tree: "waived" in tree or _numbered("waivers")(tree)),
    Kind("policy", "a policy file", "it goes with `--policy`", "policy", _numbered("policy")),
    Kind("rubric", "a rubric", "it goes with `--rubric`, and `involve-audit rubric lint` checks it", "rubric", _numbered("rubric")),
    Kind("sarif", "a SARIF report for code scanning", "no command reads it", "runs", _has("$schema", "runs")),
)  # fmt: skip
"""The first that fits counts: a saved audit has a `policy`, too, and a policy file may say `waivers: no`."""

_BY_NAME = {kind.name: kind for kind in KINDS}


def kind_of(tree: dict[str, Any]) -> Kind | None:
    """The kind of file that something stands in; None where it cannot be told."""
    return next((kind for kind in KINDS if kind.is_one(tree)), None)


def mistaken(tree: object, wanted: str) -> tuple[str, str] | None:
    """What is wrong where a file of another kind was given, and the key that gives it away; None where nothing says so.

    >>> mistaken({"policy": "1", "title": "Ours"}, "project")
    ('policy', 'this is a policy file, and a project file is needed here; it goes with `--policy`')
    >>> mistaken({"policy": "1", "title": "Ours"}, "policy")
    """
    if not isinstance(tree, dict):
        return None
    found = kind_of(tree)
    # Whoever writes `format` means a project file, whatever slipped into it.
    if found is None or found.name == wanted or (wanted == "project" and _has("format")(tree)):
        return None
    if wanted == "settings" and isinstance(told := tree.get(found.known_by), str) and not told.strip().isdecimal():
        return None  # `policy: ours.yaml` names a file, where others number their format
    needed = _BY_NAME[wanted]
    made = f". {needed.made_by}" if needed.made_by else ""
    return found.known_by, f"this is {found.says}, and {needed.says} is needed here; {found.belongs}{made}"
