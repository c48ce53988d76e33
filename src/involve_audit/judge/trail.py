"""The influence trail: what people said, how it was answered, what changed, and whether they heard of it.

Nothing is weighed here. A link that the file tells to be missing is a break; a link of which it tells nothing is
not told, and breaks nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.voices import told
from involve_audit.language import _
from involve_audit.results.audit import TrailFound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.project.influence import Said
    from involve_audit.results.audit import Evidence

NOT_TOLD, NOT_DUE = "not told", "not due"
_LOG = "influence.log"
_NEEDS_REASON = ("partly", "put off", "refused")
_NEEDS_CHANGE = ("taken up", "partly", NOT_TOLD)
_NO_REASON = {
    "partly": _("partly taken up, and no reason for the rest"),
    "put off": _("put off without a reason"),
    "refused": _("refused without a reason"),
}
_LINKS = ("said", "answer", "reason", "changed", "told_back")


def complete(case: Case) -> str:
    """Whether the log says that everything that was said stands in it: yes, no, not told."""
    log = case.at(_LOG)
    said = None if log is None else log.complete
    return said if said in ("yes", "no") else NOT_TOLD


def trail(
    case: Case, titles: dict[str, str], quote: Callable[[Iterable[Path]], tuple[Evidence, ...]]
) -> tuple[TrailFound, ...]:
    """Every entry of the log, in the order of the file; what is dated later has not been said yet.

    Args:
        case: the project as of the day.
        titles: the stages in words.
        quote: turns places of the file into its lines.
    """
    entries = case.entries(_LOG) or ()
    return tuple(
        _entry(
            case,
            entry,
            titles,
            quote(("influence", "log", "entries", n, link) for link in _LINKS if getattr(entry, link) is not None),
        )
        for n, entry in enumerate(entries)
        if case.happened(entry.when) is not False
    )


def _entry(case: Case, entry: Said, titles: dict[str, str], because: tuple[Evidence, ...]) -> TrailFound:
    answer = entry.answer if entry.answer not in (None, "unknown") else NOT_TOLD
    reason = _link(entry.reason, due=answer in _NEEDS_REASON)
    changed = _link(entry.changed, due=answer in _NEEDS_CHANGE)
    back = told_back(case, entry)
    breaks = (
        "not answered" if answer == "unanswered" else "",
        _NO_REASON.get(answer, "") if reason == "no" else "",
        "" if changed != "no" else "nothing changed" if answer == NOT_TOLD else _("taken up, and nothing changed"),
        "not told back" if back == "no" else "",
    )
    by = entry.by if entry.by not in (None, "unknown") else ""
    stage = titles.get(entry.stage, entry.stage) if entry.stage else ""
    return TrailFound(by or "", stage, answer, reason, changed, back, tuple(b for b in breaks if b), because)


def _link(text: str | None, *, due: bool) -> str:
    """A link that free text tells: where the answer does not ask for it, only a yes counts."""
    found = told(text)
    if found:
        return "yes"
    if not due:
        return NOT_DUE
    return NOT_TOLD if found is None else "no"


def told_back(case: Case, entry: Said) -> str:
    """Whether those who spoke heard what came of it: yes, no, not yet, not told."""
    found = case.happened(entry.told_back)
    if found is None:
        return NOT_TOLD
    if found:
        return "yes"
    return "not yet" if entry.told_back is not None and entry.told_back.happened else "no"
