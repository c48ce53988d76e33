"""A picture of a room against chance, as SVG: for the private page only, for it shows counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.render.charts.svg import RIGHT, WIDTH, ChartSheet, Picture

if TYPE_CHECKING:
    from involve_audit.room_private.statistics import Compared, GroupStanding

_BAR = 16


def room_against_chance(compared: Compared, number: int) -> Picture:
    """The groups of one characteristic, one strip each.

    A tick stands at the share in the population, a dashed frame covers what nine of ten fair draws hold, a dark bar
    shows the room, and a striped part those of whom it is not known. Each is told apart by its form as well.
    """
    size = max(1, compared.answers.size)
    sheet = ChartSheet()
    _key(sheet)
    for standing in compared.standings:
        _strip(sheet, standing, size)
    sheet.text(0, sheet.y + 14, "nobody", "minor")
    sheet.text(RIGHT, sheet.y + 14, "everybody", "minor end")
    sheet.y += 18
    title = _("{title}: the room against chance", title=compared.answers.groups.title)
    return sheet.picture(f"chance-{number}", title, " ".join(in_words(s, size) for s in compared.standings))


def in_words(standing: GroupStanding, size: int) -> str:
    """One strip as a sentence."""
    low, high = standing.possible
    room = (
        _("{low} of {size} in the room", low=low, size=size)
        if low == high
        else _("{low} to {high} of {size} in the room", low=low, high=high, size=size)
    )
    fair = ""
    if standing.fair is not None and standing.share is not None:
        fair = _("; nine of ten fair draws hold {fair}", fair=span(standing.fair))
    return f"{standing.category}: {room}{fair}."


def span(numbers: tuple[int, int]) -> str:
    """Two bounds as people say them."""
    return (
        str(numbers[0])
        if numbers[0] == numbers[1]
        else _("{numbers} to {numbers_2}", numbers=numbers[0], numbers_2=numbers[1])
    )


def _x(share: float) -> float:
    return RIGHT * min(1.0, max(0.0, share))


def _strip(sheet: ChartSheet, standing: GroupStanding, size: int) -> None:
    sheet.words(0, standing.category + (_("  (matters here)") if standing.matters is not None else ""), WIDTH, 1)
    y = sheet.y + 6
    sheet.rect(0, y, RIGHT, _BAR, "track")
    if standing.fair is not None and standing.known:
        low, high = (_x(bound / standing.known) for bound in standing.fair)
        sheet.rect(low, y - 4, max(high - low, 3), _BAR + 8, "faint dashes")
    low, high = (_x(bound / size) for bound in standing.possible)
    if standing.count:
        sheet.rect(0, y + 3, low, _BAR - 6, "there")
    if standing.untold:
        sheet.possible(low, y + 3, high - low, _BAR - 6)
    if standing.share is not None:
        _share(sheet, _x(float(standing.share)), y)
    sheet.y = y + _BAR + 12


def _share(sheet: ChartSheet, x: float, y: float) -> None:
    sheet.rect(max(x - 1.5, 0), y - 6, 3, _BAR + 12, "ink")


def _key(sheet: ChartSheet) -> None:
    """What the marks mean, two in a line."""
    y = sheet.y + 4
    sheet.rect(0, y, 24, 10, "there")
    sheet.text(30, y + 10, _("the room"), "minor")
    sheet.possible(120, y, 24, 10)
    sheet.text(150, y + 10, _("not known"), "minor")
    sheet.rect(0, y + 22, 24, 14, "faint dashes")
    sheet.text(30, y + 34, _("nine of ten fair draws"), "minor")
    sheet.rect(196, y + 20, 3, 18, "ink")
    sheet.text(206, y + 34, _("share of population"), "minor")
    sheet.y = y + 50
