"""The influence trail: what was said, how it was answered, what changed, and whether people heard of it.

A link that is told not to be there is broken, and drawn so; one of which nothing is told is a question mark, and
breaks nothing. A long log is drawn as one row for each way that things went, with how often it went so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _, word_for
from involve_audit.render import words
from involve_audit.render.charts.svg import RIGHT, SMALL, WIDTH, ChartSheet, Picture, width_of

if TYPE_CHECKING:
    from involve_audit.results.audit import Audit, TrailFound

MOST_SINGLE = 10
"""Up to so many entries have a row each; of a longer log the same ways share one."""
MOST_ROWS = 24
"""More ways than this stand in the table only."""
_AT = (9, 121, 227, 327)
_HEADS = ("Said", _("Answered"), _("Changed"), _("Told back"))
_WAY = ("answer", "reason", "changed", "told_back")


def drawn(audit: Audit) -> Picture | None:
    """The trail; None where the log holds nothing."""
    trail = audit.trail
    if not trail:
        return None
    sheet = ChartSheet()
    sheet.heads(_AT, sheet.y + 13, _HEADS, "strong", to_the_edges=True)
    sheet.heads(_AT, sheet.y + 31, counts(trail), "minor", to_the_edges=True)
    sheet.y += 42
    if len(trail) <= MOST_SINGLE:
        for entry in trail:
            _row(sheet, entry, said(entry), _who(entry))
    else:
        rows = ways(trail)
        for way in rows[:MOST_ROWS]:
            alone = len(way) == 1
            _row(
                sheet,
                way[0],
                said(way[0]) if alone else _("{number} things said", number=len(way)),
                _who(way[0]) if alone else _lines(way),
            )
        if len(rows) > MOST_ROWS:
            sheet.told(_("{number} more ways stand in the table.", number=len(rows) - MOST_ROWS))
    sheet.line(0, sheet.y, WIDTH, sheet.y, "rule")
    sheet.y += 6
    sheet.told(complete_says(audit.trail_complete))
    _key(sheet, trail)
    says = [
        f"{said(e)}: {'; '.join(p for p in (*link_words(e), *(_('broken: {what}', what=word_for(b)) for b in e.breaks)) if p)}"
        for e in trail
    ]
    table = [
        (
            _("Line"),
            _("What was said"),
            _("By"),
            _("Stage"),
            _("Answered"),
            _("Reason"),
            _("Changed"),
            _("Told back"),
            _("Where it breaks"),
        )
    ]
    for e in trail:
        line = str(e.because[0].line) if e.because else ""
        table.append((
            line, quoted(e), words.either(e.by), words.either(e.stage), e.answer, _due(e.reason), _due(e.changed), e.told_back, "; ".join(map(word_for, e.breaks)),
        ))  # fmt: skip
    says.append(complete_says(audit.trail_complete))
    return sheet.picture(
        "trail", _("The trail of influence: said, answered, changed, told back"), words.sentences(says), table
    )


def _due(state: str) -> str:
    """A link that is not asked for, in words."""
    return _("does not apply") if state == "not due" else state


def complete_says(complete: str) -> str:
    """What the log says of itself, in a sentence."""
    return {
        "yes": _("The log says that everything that was said stands in it."),
        "no": _("The log says that it is not complete: there may be more of everything."),
    }.get(complete, _("It is not told whether the log is complete: there may be more of everything."))


def counts(trail: tuple[TrailFound, ...]) -> tuple[str, str, str, str]:
    """How many entries there are, and of how many each link is told to be there."""
    answered = sum(nodes_of(e)[1] in ("yes", "part") for e in trail)
    changed, back = (sum(getattr(e, link) == "yes" for e in trail) for link in ("changed", "told_back"))
    return str(len(trail)), str(answered), str(changed), str(back)


def ways(trail: tuple[TrailFound, ...]) -> list[tuple[TrailFound, ...]]:
    """Entries that went the same way, together: those with most breaks first, then the most frequent."""
    found: dict[tuple[str, ...], list[TrailFound]] = {}
    for entry in trail:
        found.setdefault(tuple(getattr(entry, link) for link in _WAY), []).append(entry)
    return sorted((tuple(way) for way in found.values()), key=lambda way: (-len(way[0].breaks), -len(way)))


def _lines(way: tuple[TrailFound, ...]) -> str:
    """The lines of the file in which a way stands."""
    return _("lines {line}", line=", ".join(str(e.because[0].line) for e in way if e.because))


def quoted(entry: TrailFound) -> str:
    """What was said, as the file quotes it; empty where a log that others read may not hold people's words."""
    return entry.because[0].says.removeprefix("said: ") if entry.because else ""


def said(entry: TrailFound) -> str:
    """What was said, or the line in which it stands."""
    return quoted(entry) or (_("Line {line}", line=entry.because[0].line) if entry.because else words.NOT_TOLD)


def _who(entry: TrailFound) -> str:
    who = _("said by {by}", by=entry.by) if entry.by else _("it is not told who said it")
    return f"{who}; {entry.stage.lower()}" if entry.stage else who


def link_words(entry: TrailFound) -> tuple[str, ...]:
    """What is told of each link behind the first, in words."""
    reason = {"yes": _("with a reason"), "no": _("no reason"), words.NOT_TOLD: _("reason not told")}.get(
        entry.reason, ""
    )
    answer = {"unanswered": _("not answered"), words.NOT_TOLD: _("answer not told")}.get(entry.answer, entry.answer)
    changed = {"yes": "changed", "no": "nothing changed", words.NOT_TOLD: _("change not told")}.get(entry.changed, "")
    back = {"yes": _("told back"), "no": _("not told back"), "not yet": _("not told back yet")}.get(
        entry.told_back, _("telling back not told")
    )
    return answer, reason, changed, back


def _row(sheet: ChartSheet, entry: TrailFound, title: str, below: str) -> None:
    sheet.line(0, sheet.y, WIDTH, sheet.y, "rule")
    sheet.y += 5
    sheet.words(0, title, WIDTH, 2)
    sheet.words(0, below, WIDTH, 1, "minor")
    y = sheet.y + 14
    nodes = nodes_of(entry)
    here = 0
    for n in (1, 2, 3):
        if nodes[n] == "none":
            continue
        _link(sheet, _AT[here] + 9, _AT[n] - 9, y, nodes[n])
        here = n
    for x, node in zip(_AT, nodes, strict=True):
        _node(sheet, x, y, node)
    first = _first_words(entry)
    lines = max(len(w) for w in first)
    for x, node, word, anchor in zip(_AT[1:], nodes[1:], first, ("middle", "middle", "end"), strict=True):
        bad = node == "no" or (x == _AT[1] and entry.reason == "no")
        for n, line in enumerate(word):
            sheet.text(
                RIGHT if anchor == "end" else x, y + 26 + 16 * n, line, f"{'alarm' if bad else 'minor'} {anchor}"
            )
    sheet.y = y + 20 + 16 * lines


def nodes_of(entry: TrailFound) -> tuple[str, str, str, str]:
    """What stands at each of the four places: yes, part, no, unknown, later, or none where it does not apply."""
    answer = {
        "taken up": "yes", "refused": "yes", "partly": "part", "put off": "part", "contested": "part", "unanswered": "no",
    }.get(entry.answer, "unknown")  # fmt: skip
    plain = {"yes": "yes", "no": "no", "not yet": "later", "not due": "none"}
    return "yes", answer, plain.get(entry.changed, "unknown"), plain.get(entry.told_back, "unknown")


def _first_words(entry: TrailFound) -> tuple[tuple[str, ...], ...]:
    """The words below the three places, in short lines."""
    answer = {"unanswered": (_("not"), _("answered")), "taken up": (_("taken up"),)}.get(entry.answer)
    if answer is None:
        first = entry.answer if entry.answer in _ANSWERS else words.NOT_TOLD
        reason = {"yes": _("with reason"), "no": _("no reason"), words.NOT_TOLD: _("reason not told")}.get(
            entry.reason, ""
        )
        answer = (first, reason) if reason else (first,)
    changed = {"yes": (_("changed"),), "no": (_("nothing"), _("changed")), "not due": ()}.get(
        entry.changed, (words.NOT_TOLD,)
    )
    back = {"yes": (_("told back"),), "no": (_("not"), _("told back")), "not yet": (_("not yet"),)}.get(
        entry.told_back, (words.NOT_TOLD,)
    )
    return answer, changed, back


_ANSWERS = ("taken up", "partly", "put off", "refused", "contested", "unanswered")


def _node(sheet: ChartSheet, x: float, y: float, node: str) -> None:
    if node == "yes":
        sheet.circle(x, y, 8, "there")
    elif node == "part":
        sheet.circle(x, y, 8, "gone")
        sheet.half_circle(x, y, 8, "there")
    elif node == "no":
        sheet.circle(x, y, 8, "gone")
        sheet.cross(x, y, 4, "broken")
    elif node == "later":
        sheet.circle(x, y, 8, "gone")
    elif node == "unknown":
        sheet.circle(x, y, 8, "gone dashes")
        sheet.text(x, y + 5, "?", "word middle")


def _link(sheet: ChartSheet, x1: float, x2: float, y: float, node: str) -> None:
    """The way to a place: whole, broken, dotted where it is not told, dashed where it is still to come."""
    if node in ("yes", "part"):
        sheet.line(x1, y, x2, y, "way")
    elif node == "no":
        middle = (x1 + x2) / 2
        sheet.line(x1, y, middle - 9, y, "broken")
        sheet.line(middle + 9, y, x2, y, "broken dots")
        sheet.line(middle - 11, y + 6, middle - 5, y - 6, "broken")
        sheet.line(middle + 5, y + 6, middle + 11, y - 6, "broken")
    else:
        sheet.line(x1, y, x2, y, "way dashes" if node == "later" else "way dots")


def _key(sheet: ChartSheet, trail: tuple[TrailFound, ...]) -> None:
    """What the marks mean that occur."""
    there = {node for entry in trail for node in nodes_of(entry)}
    x = 0.0
    names = {
        "yes": "yes",
        "part": _("in part, or later"),
        "no": _("broken"),
        "later": _("still to come"),
        "unknown": _("not told"),
    }
    sheet.y += 4
    for node, says in names.items():
        if node not in there:
            continue
        wide = 24 + width_of(says, SMALL)
        if x and x + wide > WIDTH:
            x, sheet.y = 0.0, sheet.y + 24
        _node(sheet, x + 9, sheet.y + 10, node)
        sheet.text(x + 24, sheet.y + 15, says, "minor")
        x += wide + 14
    sheet.y += 22
