"""A picture of a room against chance, as SVG: for the private page only, for it shows counts."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.room_private.statistics import Compared, Standing

WIDTH, LEFT, RIGHT, ROW, TOP, BAR = 720, 12, 12, 56, 34, 16
SPAN = WIDTH - LEFT - RIGHT


def room_against_chance(compared: Compared, number: int) -> str:
    """The groups of one characteristic, one strip each.

    A tick stands at the share in the population, a grey band covers what nine of ten fair draws hold, a dark bar
    shows the room, and a hatched part those of whom it is not known. Each is told apart by its form as well.
    """
    rows = compared.standings
    size = max(1, compared.answers.size)
    height = TOP + ROW * len(rows) + 26
    title = f"{compared.answers.groups.title}: the room against chance"
    ids = f"chance-{number}"
    parts = [
        f'<svg class="chance" role="img" aria-labelledby="{ids}-t {ids}-d" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" xmlns="http://www.w3.org/2000/svg">',
        f'<title id="{ids}-t">{escape(title)}</title>',
        f'<desc id="{ids}-d">{escape(" ".join(in_words(s, size) for s in rows))}</desc>',
        f'<defs><pattern id="{ids}-h" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="paper"/><line x1="0" y1="0" x2="0" y2="6" class="hatch"/></pattern></defs>',
        *_legend(ids),
    ]
    for n, standing in enumerate(rows):
        parts += _strip(standing, size, TOP + ROW * n, ids)
    bottom = TOP + ROW * len(rows) + 4
    parts += [
        f'<text x="{LEFT}" y="{bottom + 14}" class="small">nobody</text>',
        f'<text x="{WIDTH - RIGHT}" y="{bottom + 14}" class="small" text-anchor="end">everybody</text>',
        "</svg>",
    ]
    return "\n".join(parts)


def in_words(standing: Standing, size: int) -> str:
    """One strip as a sentence."""
    low, high = standing.possible
    room = f"{low} of {size} in the room" if low == high else f"{low} to {high} of {size} in the room"
    fair = ""
    if standing.fair is not None and standing.share is not None:
        fair = f"; nine of ten fair draws hold {span(standing.fair)}"
    return f"{standing.category}: {room}{fair}."


def span(numbers: tuple[int, int]) -> str:
    """Two bounds as people say them."""
    return str(numbers[0]) if numbers[0] == numbers[1] else f"{numbers[0]} to {numbers[1]}"


def _x(share: float) -> float:
    return round(LEFT + SPAN * min(1.0, max(0.0, share)), 1)


def _rect(x0: float, x1: float, y: float, height: float, kind: str, fill: str = "") -> str:
    paint = f' fill="{fill}"' if fill else ""
    return f'<rect x="{x0}" y="{y}" width="{round(max(x1 - x0, 0), 1)}" height="{height}" class="{kind}"{paint}/>'


def _strip(standing: Standing, size: int, top: int, ids: str) -> list[str]:
    label = standing.category + ("  (matters here)" if standing.matters is not None else "")
    y = top + 24
    parts = [f'<text x="{LEFT}" y="{top + 13}">{escape(label)}</text>', _rect(LEFT, WIDTH - RIGHT, y, BAR, "track")]
    if standing.fair is not None and standing.known:
        low, high = (_x(bound / standing.known) for bound in standing.fair)
        parts.append(_rect(low - 1.5, high + 1.5, y - 4, BAR + 8, "fair"))
    low, high = (_x(bound / size) for bound in standing.possible)
    if standing.count:
        parts.append(_rect(LEFT, low, y + 3, BAR - 6, "bar"))
    if standing.untold:
        parts.append(_rect(low, high, y + 3, BAR - 6, "maybe", f"url(#{ids}-h)"))
    if standing.share is not None:
        at = _x(float(standing.share))
        parts.append(f'<line x1="{at}" y1="{y - 6}" x2="{at}" y2="{y + BAR + 6}" class="tick"/>')
    return parts


def _legend(ids: str) -> Sequence[str]:
    y = 6
    return [
        _rect(LEFT, LEFT + 24, y, 10, "bar"), f'<text x="{LEFT + 30}" y="{y + 10}" class="small">the room</text>',
        _rect(120, 144, y, 10, "maybe", f"url(#{ids}-h)"), f'<text x="150" y="{y + 10}" class="small">not known</text>',
        _rect(246, 270, y - 2, 14, "fair"), f'<text x="276" y="{y + 10}" class="small">nine of ten fair draws</text>',
        f'<line x1="460" y1="{y - 4}" x2="460" y2="{y + 14}" class="tick"/>', f'<text x="468" y="{y + 10}" class="small">share in the population</text>',
    ]  # fmt: skip
