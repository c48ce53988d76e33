"""What is due as a page, as JSON, and as notices of a GitHub workflow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.due.items import KINDS, NOT_READ, STATES
from involve_audit.language import _, word_for
from involve_audit.render.blocks import Heading, PageDocument, items, paragraph, strong, text
from involve_audit.render.unread import not_read

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from involve_audit.due.items import Due
    from involve_audit.render.blocks import Block
    from involve_audit.render.machine import NotAudited


def document(found: Sequence[Due], date: dt.date, problems: Sequence[NotAudited] = ()) -> PageDocument:
    """What is due, the longest overdue first, under a head for each state; then the files that could not be read."""
    blocks: list[Block] = [] if found or problems else [paragraph(_("Nothing is due, as far as is told."))]
    for state, head in STATES.items():
        mine = [one for one in found if one.state == state]
        if mine:
            blocks += (Heading(2, text(f"{head} ({len(mine)})"), state), *items(tuple(_item(one)) for one in mine))
    blocks += not_read(problems, NOT_READ, name="not-read")
    return PageDocument(_("What is due, as of {isoformat}", isoformat=date.isoformat()), tuple(blocks))


def _item(one: Due) -> Iterator[Block]:
    day = one.told or (one.by.isoformat() if one.by else "")
    yield paragraph(strong(f"{word_for(KINDS[one.kind])}:"), f" {one.what}", f" ({day})" if day else "")
    # What a promise is need not be said of each.
    says = [one.says] if one.kind != "promise" else []
    says += [_("Who sees to it: {owner}.", owner=one.owner)] if one.owner else []
    if says:
        yield paragraph(" ".join(says), look="minor")
    yield paragraph(f"{one.file}:{one.line} {one.path}", look="minor")


def plain(found: Sequence[Due], date: dt.date, problems: Sequence[NotAudited] = ()) -> dict[str, Any]:
    """What is due for other programs; `problems` only where a file could not be read."""
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
        **({"problems": [{"file": portable(p.file), "says": p.says, "line": p.line, "column": p.column} for p in problems]} if problems else {}),
    }  # fmt: skip


def notices(found: Sequence[Due], date: dt.date, problems: Sequence[NotAudited] = ()) -> str:
    """An annotation for each thing, beside its line: a warning where the day has passed, an error where a file could not be read; then the numbers."""
    from involve_audit.render.github import annotation
    from involve_audit.render.machine import portable

    lines = [annotation("error", portable(p.file), p.line, p.column, NOT_READ, p.sentence) for p in problems]
    for one in found:
        day = _(" (by {isoformat})", isoformat=one.by.isoformat()) if one.by else ""
        command = "warning" if one.state == "overdue" else "notice"
        title = f"{STATES[one.state]}: {KINDS[one.kind]}"
        lines.append(
            annotation(command, portable(one.file), one.line, one.column, title, f"{one.what}{day}. {one.says}")
        )
    counts = ", ".join(
        f"{sum(one.state == state for one in found)} {head[:1].lower() + head[1:]}" for state, head in STATES.items()
    )
    return (
        "\n".join([*lines, _("involve-audit: as of {isoformat}: {counts}", isoformat=date.isoformat(), counts=counts)])
        + "\n"
    )
