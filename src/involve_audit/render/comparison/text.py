"""Looking back as plain text: readable at 80 columns, without colour and in pure ASCII."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.render import text, words
from involve_audit.render.comparison.words import Item, Table, sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.results.comparison import Comparison, Course, Version

_HUES = {"bad": ("red",), "open": ("yellow",), "good": ("green",), "plain": ()}
_MARKS = {"bad": "holds", "open": "unsure", "good": "clear", "plain": "rest"}


def render(found: Comparison | Course, width: int = 80, *, colour: bool = False, ascii: bool = False) -> str:  # noqa: A002
    """The page as text."""
    page = text.page(width, colour, ascii)
    told = sheet(found)
    page.put(told.title)
    page.gap()
    page.put(told.lead, "bold")
    page.gap()
    for about in told.about:
        page.put(about, "dim")
    if told.chart:
        _chart(page, told.chart)
    for part in told.parts:
        if told.chart and part is told.parts[0]:
            continue  # the chart says the same of every version
        page.head(part.title)
        for says in part.says:
            page.put(says, first="  ")
        for item in part.items:
            _item(page, item)
        if part.asks:
            page.put("To talk over", first="  ")
            for asks in part.asks:
                page.item(asks, indent=4, mark="ask")
        if part.table is not None:
            _table(page, part.table)
    page.gap()
    for note in told.notes:
        page.put(note, "dim")
    return page.text()


def _item(page: text.Page, item: Item) -> None:
    page.put(f"{item.state}: {item.says}", *_HUES[item.tone], first=f"  {page.mark(_MARKS[item.tone])} ")
    for line in item.lines:
        page.put(line, first="    ")


def _table(page: text.Page, table: Table) -> None:
    for row in table.rows:
        name, before, after, *how = row
        page.put(name, first="  ")
        change = f"{before} (as before)" if before == after else f"{before} → {after}"
        page.put(change + (f"; {how[0]}" if how and before != after else ""), first="      ")


def _chart(page: text.Page, versions: Sequence[Version]) -> None:
    """One row for each version: solid up to the rung that is shown, shaded up to what is possible."""
    page.head("The course: how much power is shared, from nobody to led by contributors")
    steps = len(words.RUNGS) - 1

    def row(version: Version, bar: str, says: str, *styles: str) -> None:
        start = f"  {version.date}  {version.revision}  {bar}  "
        if page.width - len(start) < 30:
            page.lines.append(start.rstrip())
            start = "      "
        page.put(says, *styles, first=start, rest="      ")

    for version in versions:
        if version.rung is None:
            says = (
                "the file was deleted"
                if version.state == "gone"
                else f"could not be read: {words.either(version.says)}"
            )
            row(version, page.mark("rest") * steps, says, "yellow")
            continue
        low, high = (words.RUNGS.index(r) if r in words.RUNGS else 0 for r in (version.rung.low, version.rung.high))
        bar = page.bar(words.on_ladder(low), words.on_ladder(high), steps)
        shown = words.span(version.rung)
        row(version, bar, version.title if shown == words.NOT_TOLD else f"{version.title}; {shown}")
    page.put(
        f"{page.mark('full') * 2} shown  {page.mark('open') * 2} still possible, not told  {page.mark('empty') * 2} not there",
        "dim",
        first="  ",
    )
