"""What is due as a calendar file (RFC 5545), the same bytes for the same file and day.

Each thing is an all-day event on the last day on which it is in time. Its name in the calendar (UID) is made from where it stands by names, not
from its day: when a day is moved, the calendar that reads the file again moves the event.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

from involve_audit.due.items import KINDS, NOT_READ
from involve_audit.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.due.items import Due
    from involve_audit.render.machine import NotAudited

WIDEST = 75
"""A line has at most so many bytes (section 3.1); what is longer goes on in the next line, behind a blank."""
_NO_EVENT = (
    "BEGIN:VTIMEZONE", "TZID:Etc/UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000",
    "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip
"""A calendar must hold something (section 3.6); where nothing has a day it holds a time zone that nothing uses."""


def calendar(found: Sequence[tuple[str, Due]], date: dt.date, problems: Sequence[NotAudited] = ()) -> bytes:
    """A calendar of everything that has a day.

    Args:
        found: what is due, each with the title of its project (or another name for it).
        date: the day as of which it was made, for its stamp.
        problems: the files that could not be read, named in the description of the calendar (RFC 7986, section 5.2).
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//involve-audit//due//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    if problems:
        unread = ", ".join(dict.fromkeys(p.file for p in problems))
        lines.append(f"DESCRIPTION:{escaped(f'{NOT_READ}: {unread}')}")
    taken: set[str] = set()
    for title, one in found:
        if one.by is not None:
            lines += _event(title, one, one.by, date, taken)
    if not taken:
        lines += _NO_EVENT
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def _event(title: str, one: Due, by: dt.date, date: dt.date, taken: set[str]) -> list[str]:
    same = 0
    uid = _uid(title, one, same)
    while uid in taken:
        same += 1
        uid = _uid(title, one, same)
    taken.add(uid)
    says = [one.says]
    says += [_("Told: {told}.", told=one.told)] if one.told and one.told != by.isoformat() else []
    says += [_("Who sees to it: {owner}.", owner=one.owner)] if one.owner else []
    says.append(
        _(
            "{rpartition}, line {line} ({path})",
            rpartition=one.file.replace(chr(92), "/").rpartition("/")[2],
            line=one.line,
            path=one.path,
        )
    )
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{date:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{by:%Y%m%d}",
        f"DTEND;VALUE=DATE:{by + dt.timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(f'{KINDS[one.kind].capitalize()}: {one.what}' + (f' ({title})' if title else ''))}",
        f"DESCRIPTION:{escaped(chr(10).join(says))}",
        f"CATEGORIES:{escaped(one.kind)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _uid(title: str, one: Due, same: int) -> str:
    told = "\0".join((title, one.kind, one.id, str(same)))
    return f"{hashlib.sha256(told.encode()).hexdigest()[:32]}@involve-audit"


def escaped(text: str) -> str:
    """A text as a value (section 3.3.11)."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(c if c >= " " or c in "\n\t" else " " for c in text)
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> bytes:
    """A line of the file, cut where it is too long, and never inside a character."""
    parts: list[bytes] = []
    part = b""
    for character in line:
        data = character.encode("utf-8")
        if len(part) + len(data) > WIDEST - bool(parts):
            parts.append(part)
            part = b""
        part += data
    return b"\r\n ".join([*parts, part]) + b"\r\n"
