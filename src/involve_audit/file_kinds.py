"""The kinds of file that people keep beside each other, how each is known, and where it belongs.

They are easily mixed up on a command line. A list of every key that one of them lacks to be another does not help then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.language import _
from involve_audit.record import Record
from involve_audit.wording.messages import Wrong

if TYPE_CHECKING:
    from collections.abc import Callable


class FileKind(Record):
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
    FileKind("project", _("a project file"), _("a project file is named without an option"), "format", _has("format", "project")),
    FileKind("settings", _("a file of settings"), _("it stands beside the project file, as .involve-audit.yaml"), "settings", _numbered("settings")),
    FileKind("boxes", _("a file of the boxes of a form"), _("it goes with `report --format application --boxes`"), "boxes", _numbered("boxes")),
    FileKind("answers", _("a file of one person's answers"), _("`involve-audit views add PROJECT FILE` counts it"), "involve_audit_answers", _has("involve_audit_answers")),
    FileKind(
        "audit", _("a saved audit"), _("`involve-audit report FILE.json -o report.html` shows it again, and `compare` takes two"),
        "schema_version", _has("schema_version", "principles", "policy"), _("`involve-audit report PROJECT -o NAME.json` saves an audit"),
    ),
    FileKind(
        "audits", _("a file of saved audits"), _("`involve-audit report FILE.json -o report.html` shows them again"),
        "audits", lambda tree: isinstance(tree.get("audits"), list),
    ),
    FileKind("mapping", _("what `import` keeps of the headings of a log"), _("it goes with `import --mapping`"), "involve_audit_mapping", _has("involve_audit_mapping", "sheets")),
    FileKind("comparison", _("a comparison that was saved"), _("it is for other programs, and no command reads it"), "schema_version", _has("schema_version", "before", "after")),
    FileKind("course", _("a course that `history` saved"), _("it is for other programs, and no command reads it"), "schema_version", _has("schema_version", "versions")),
    FileKind(
        "baseline", _("a baseline"), _("it goes with `--baseline`"), "baseline",
        lambda tree: _numbered("baseline")(tree) and "files" in tree, _("`involve-audit check FILES --write-baseline baseline.json` writes a baseline"),
    ),
    FileKind("waivers", _("a file of waivers"), _("it goes with `--waivers`"), "waivers", lambda tree: "waived" in tree or _numbered("waivers")(tree)),
    FileKind("policy", _("a policy file"), _("it goes with `--policy`"), "policy", _numbered("policy")),
    FileKind("rubric", _("a rubric"), _("it goes with `--rubric`, and `involve-audit rubric lint` checks it"), "rubric", _numbered("rubric")),
    FileKind("sarif", _("a SARIF report for code scanning"), _("no command reads it"), "runs", _has("$schema", "runs")),
)  # fmt: skip
"""The first that fits counts: a saved audit has a `policy`, too, and a policy file may say `waivers: no`."""

_BY_NAME = {kind.name: kind for kind in KINDS}


def kind_of(tree: dict[str, Any]) -> FileKind | None:
    """The kind of file that something stands in; None where it cannot be told."""
    return next((kind for kind in KINDS if kind.is_one(tree)), None)


def mistaken(tree: object, wanted: str) -> tuple[str, Wrong] | None:
    """What is wrong where a file of another kind was given, and the key that gives it away; None where nothing says so.

    >>> print(*mistaken({"policy": "1", "title": "Ours"}, "project"))
    policy this is a policy file, and a project file is needed here; it goes with `--policy`
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
    wrong = (
        Wrong(
            "this is {found}, and {needed} is needed here; {belongs}. {made_by}",
            found=found.says, needed=needed.says, belongs=found.belongs, made_by=needed.made_by,
        )
        if needed.made_by
        else Wrong(
            "this is {found}, and {needed} is needed here; {belongs}",
            found=found.says, needed=needed.says, belongs=found.belongs,
        )
    )  # fmt: skip
    return found.known_by, wrong
