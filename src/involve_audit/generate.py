"""Write every generated file of the repository: `python -m involve_audit.generate`, with `--check` only look.

The JSON Schemas for editors and for readers of the audit, and the rubrics as `shelf` reads them quickly.
"""

from __future__ import annotations

import sys
from pathlib import Path

from involve_audit import shelf
from involve_audit.render import json as audit_json
from involve_audit.schema import as_text, policy_schema, project_schema, rubric_schema, waivers_schema


def generated() -> dict[Path, str]:
    """Every generated file, with what belongs in it."""
    schemas = Path(shelf.folder("schemas"))
    files = {
        schemas / "project.schema.json": as_text(project_schema()),
        schemas / "rubric.schema.json": as_text(rubric_schema()),
        schemas / "policy.schema.json": as_text(policy_schema()),
        schemas / "waivers.schema.json": as_text(waivers_schema()),
        schemas / "audit.schema.json": as_text(audit_json.json_schema()),
    }
    for name in shelf.names():
        files[Path(shelf.COMPILED) / f"{name}.json"] = shelf.compiled_text(
            Path(shelf.path(name)).read_bytes(), f"{name}.yaml"
        )
    return files


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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
