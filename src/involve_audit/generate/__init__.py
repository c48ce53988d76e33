"""Write every generated file of the repository: `python -m involve_audit.generate`, with `--check` only look.

The JSON Schemas for editors and for readers of the audit, the rubrics as `rubric.shipped` reads them quickly, the hash of the
rubric in the examples of policies, and the template of the catalogue for translators.
"""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from involve_audit.generate import translations
from involve_audit.judge import reason_catalogue
from involve_audit.render import comparison
from involve_audit.render import json as audit_json
from involve_audit.rubric import shipped
from involve_audit.schema import (
    as_text,
    boxes_schema,
    own_rubric_schema,
    policy_schema,
    project_schema,
    rubric_schema,
    settings_schema,
    waivers_schema,
)

if TYPE_CHECKING:
    from collections.abc import Callable

SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "project": project_schema,
    "rubric": rubric_schema,
    "own-rubric": own_rubric_schema,
    "policy": policy_schema,
    "waivers": waivers_schema,
    "settings": settings_schema,
    "boxes": boxes_schema,
    "audit": audit_json.json_schema,
    "comparison": lambda: comparison.json_schema("comparison"),
    "course": lambda: comparison.json_schema("course"),
}
"""Every JSON Schema by its name: the only list of them."""


def schema_text(name: str) -> str:
    """A JSON Schema as it stands in a file."""
    return as_text(SCHEMAS[name]())


def generated() -> dict[Path, str]:
    """Every generated file, with what belongs in it."""
    schemas = Path(shipped.folder("schemas"))
    files = {schemas / f"{name}.schema.json": schema_text(name) for name in SCHEMAS}
    for policy in sorted((schemas.parent / "examples" / "policy").glob("*.yaml")):
        files[policy] = _PIN.sub(_pinned, policy.read_text(encoding="utf-8"))
    for name in shipped.names():
        kept = shipped.compiled(Path(shipped.path(name)).read_bytes(), f"{name}.yaml")
        files |= {Path(shipped.COMPILED) / f"{name}{ending}": text for ending, text in kept.items()}
    reasons = reason_catalogue.written()
    files[Path(shipped.COMPILED) / reason_catalogue.COMPILED] = shipped.as_kept(
        reasons, tree=reason_catalogue.tree_of(reasons)
    )
    files[translations.TEMPLATE] = translations.template()
    return files


_PIN = re.compile(r"(?m)^( *id: *)([\w-]+)(\s+sha256: *)[0-9a-f]{64}")


def _pinned(found: re.Match[str]) -> str:
    """The pin of a rubric in an example of a policy, with the hash that the rubric has now."""
    if found[2] not in shipped.names():
        return found[0]
    return f"{found[1]}{found[2]}{found[3]}{hashlib.sha256(Path(shipped.path(found[2])).read_bytes()).hexdigest()}"


def stale() -> list[Path]:
    """The generated files that are not what they should be."""
    return [
        path for path, text in generated().items() if not path.is_file() or path.read_bytes() != text.encode("utf-8")
    ]


def main(arguments: list[str]) -> int:
    """Write them, or with `--check` say which are stale."""
    late = stale()
    if arguments == ["--check"]:
        sys.stderr.write("".join(f"{path}: not up to date; run python -m involve_audit.generate\n" for path in late))
        return 1 if late else 0
    texts = generated()
    for path in late:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(texts[path].encode("utf-8"))
        sys.stderr.write(f"wrote {path}\n")
    return 0
