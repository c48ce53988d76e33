"""What is due as text, as JSON, and as notices of a GitHub workflow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.due.items import KINDS, STATES
from involve_audit.messages import one_line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from involve_audit.due.items import Due


def text(found: Sequence[Due], date: dt.date) -> str:
    """What is due, the longest overdue first, under a head for each state."""
    if not found:
        return f"Nothing is due, as far as is told (as of {date.isoformat()})."
    lines = [f"What is due, as of {date.isoformat()}"]
    for state, head in STATES.items():
        mine = [one for one in found if one.state == state]
        if mine:
            lines += ["", f"{head} ({len(mine)})"]
        for one in mine:
            day = one.told or (one.by.isoformat() if one.by else "")
            lines.append(one_line(f"  {KINDS[one.kind]}: {one.what}" + (f" ({day})" if day else "")))
            # What a promise is need not be said of each.
            says = [one.says] if one.kind != "promise" else []
            says += [f"Who sees to it: {one.owner}."] if one.owner else []
            lines += [one_line(f"    {' '.join(says)}")] if says else []
            lines.append(one_line(f"    {one.file}:{one.line} {one.path}"))
    return "\n".join(lines)


def plain(found: Sequence[Due], date: dt.date) -> dict[str, Any]:
    """What is due for other programs."""
    from involve_audit.render.machine import portable

    return {
        "date": date.isoformat(),
        "due": [
            {
                "kind": one.kind, "state": one.state, "what": one.what, "says": one.says,
                "since": one.since.isoformat() if one.since else None, "by": one.by.isoformat() if one.by else None,
                "told": one.told, "owner": one.owner, "file": portable(one.file), "path": one.path, "line": one.line, "column": one.column,
            }
            for one in found
        ],
    }  # fmt: skip


def notices(found: Sequence[Due], date: dt.date) -> str:
    """An annotation for each thing, beside its line: a warning where the day has passed; then the numbers."""
    from involve_audit.render.github import annotation
    from involve_audit.render.machine import portable

    lines = []
    for one in found:
        day = f" (by {one.by.isoformat()})" if one.by else ""
        command = "warning" if one.state == "overdue" else "notice"
        title = f"{STATES[one.state]}: {KINDS[one.kind]}"
        lines.append(
            annotation(command, portable(one.file), one.line, one.column, title, f"{one.what}{day}. {one.says}")
        )
    counts = ", ".join(
        f"{sum(one.state == state for one in found)} {head[:1].lower() + head[1:]}" for state, head in STATES.items()
    )
    return "\n".join([*lines, f"involve-audit: as of {date.isoformat()}: {counts}"]) + "\n"
