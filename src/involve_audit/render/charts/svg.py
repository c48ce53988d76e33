"""What every picture is drawn with: a sheet, its marks, and the looks.

Plain SVG without scripts and without ids, so that any number of pictures can stand on one page. The words are large
enough to be read on a telephone; text from a file is cut to the room that there is, so that no text changes what a
picture is made of. A shape and a word stand beside every colour.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from involve_audit.record import Record
from involve_audit.render import words
from involve_audit.render.theme import palette

if TYPE_CHECKING:
    from collections.abc import Iterable

Row = tuple[str, ...]

WIDTH = 360
RIGHT = WIDTH - 2
"""Where words end that are set to the right: a browser may need a hair more than it says."""
_EDGE, _HEAD = 12, 50
"""Around a picture in a file of its own, and above it for its title."""
SIZE, SMALL = 15.0, 13.5
"""The heights of words. Drawn 320 pixels wide the smaller ones are still 12 pixels high."""

STYLE = """
.picture { font-family: "Atkinson Hyperlegible", "Source Sans 3", "Segoe UI", system-ui, sans-serif; font-size: 15px; overflow: hidden; }
.picture text { fill: var(--ink); stroke: none; }
.picture .minor { fill: var(--soft); font-size: 13.5px; }
.picture .word { fill: var(--ink); font-size: 13.5px; }
.picture .alarm { fill: var(--bad); font-size: 13.5px; font-weight: 650; }
.picture .strong { font-weight: 650; }
.picture .on { fill: var(--sheet); font-weight: 650; }
.picture .middle { text-anchor: middle; }
.picture .end { text-anchor: end; }
.picture .seat { fill: var(--pale); stroke: var(--accent); }
.picture .there { fill: var(--accent); stroke: var(--accent); }
.picture .may { fill: var(--pale); stroke: var(--accent); stroke-dasharray: 3 2.5; }
.picture .track { fill: var(--quiet); stroke: var(--soft); stroke-width: .75; }
.picture .tick { stroke: var(--sheet); stroke-width: 1.5; }
.picture .gone { fill: var(--sheet); stroke: var(--ink); stroke-width: 1.5; }
.picture .dots { stroke-dasharray: 1.5 3; stroke-linecap: round; }
.picture .dashes { stroke-dasharray: 5 3; }
.picture .rule { stroke: var(--line); }
.picture .faint { stroke: var(--soft); stroke-width: 1.25; fill: none; }
.picture .way { stroke: var(--ink); stroke-width: 1.5; fill: none; }
.picture .ink { fill: var(--ink); stroke: var(--ink); stroke-width: 1.5; }
.picture .broken { stroke: var(--bad); stroke-width: 2; fill: none; }
.picture .box { fill: var(--quiet); stroke: var(--line); }
.picture .is-a { fill: var(--good); stroke: var(--good); }
.picture .is-b { fill: var(--accent); stroke: var(--accent); }
.picture .is-c { fill: var(--open); stroke: var(--open); }
.picture .is-d { fill: var(--bad); stroke: var(--bad); }
@media (forced-colors: active) {
  .picture text, .picture .minor, .picture .word, .picture .alarm { fill: CanvasText; }
  .picture .on { fill: Canvas; }
  .picture .seat, .picture .gone, .picture .box, .picture .track, .picture .may { fill: Canvas; stroke: CanvasText; }
  .picture .there, .picture .is-a, .picture .is-b, .picture .is-c, .picture .is-d { fill: Highlight; stroke: Highlight; }
  .picture .ink { fill: CanvasText; stroke: CanvasText; }
  .picture .rule, .picture .way, .picture .faint, .picture .broken { stroke: CanvasText; }
  .picture .tick { stroke: Canvas; }
}
""".strip()
"""The looks, in the colours of the page; a picture in a file of its own brings both."""

ALONE = palette("svg") + "\nsvg { background: var(--sheet); }"
"""The colours of a picture in a file of its own: those of the page."""


def escaped(text: str) -> str:
    """Text that stays text within SVG, and within an attribute of it.

    >>> escaped('<b> & "c"')
    '&lt;b&gt; &amp; &quot;c&quot;'
    """
    text = words.plain(text)
    for mark, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        text = text.replace(mark, name)
    return text


_WIDTHS = dict.fromkeys("ijlI.,:;'|!·", 0.36) | dict.fromkeys(' frt()[]-–/"', 0.42) | dict.fromkeys("mwMW@%—…&", 1.0)  # fmt: skip


def width_of(text: str, size: float = SIZE) -> float:
    """How wide text may come out, in a wide typeface: which one a reader has is not known."""
    return size * sum(map(_wide, text))


@lru_cache(4096)
def _wide(letter: str) -> float:
    """How wide a letter may be, by its height."""
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if letter.isascii():
        return 0.76 if letter.isupper() else 0.635
    return 0.72 if letter < "\u0590" else 1.1


def lines_of(text: str, wide: float, number: int, size: float = SIZE) -> list[str]:
    """Text in a given number of lines, so that no text changes what a picture is made of; cut where it is longer.

    >>> lines_of("one two three four", 74, 2)
    ['one two', 'three f…']
    """
    left = words.plain(text)
    lines: list[str] = []
    while len(lines) < number - 1:
        fits = _fitting(left, wide, size)
        cut = len(left) if fits == len(left) else left.rfind(" ", 0, fits + 1)
        cut = fits if cut <= 0 else cut
        lines.append(left[:cut])
        left = left[cut:].lstrip()
    if _fitting(left, wide, size) < len(left):
        left = left[: _fitting(left, wide - width_of("…", size), size)].rstrip() + "…"
    return [*lines, left]


def _fitting(text: str, wide: float, size: float) -> int:
    """How many characters of a text fit into a line."""
    left = wide / size
    for n, letter in enumerate(text):
        left -= _wide(letter)
        if left < 0:
            return n
    return len(text)


class Picture(Record):
    """A picture, what it says, and the table behind it.

    Attributes:
        name: for the name of a file: small letters, digits and hyphens.
        title: what it shows.
        says: the same in words.
        height: the width is the same for all.
        marks: what is drawn.
        table: rows of plain text, the first of them the header; every mark has its row.
        foot: what a file of its own says of where it comes from.
    """

    name: str
    title: str
    says: str
    height: int
    marks: str
    table: tuple[Row, ...] = ()
    foot: str = ""

    def inline(self) -> str:
        """As a part of a page that brings the style and the heading."""
        return self._svg(f'class="picture" viewBox="0 0 {WIDTH} {self.height}"', "")

    def alone(self, judged: str = "") -> str:
        """As a file of its own with its title, right in print and in the dark.

        Args:
            judged: by what that is shown was judged; it stands in the file for whoever looks for it, and is not drawn.
        """
        head = _lines(self.title, 2, -_HEAD + 24, 18, "strong")
        foot = _lines(self.foot, 3, self.height + 20, 17, "minor") if self.foot else ""
        below = 60 if self.foot else 0
        wide, high = WIDTH + 2 * _EDGE, self.height + below + _HEAD + _EDGE
        size = (
            f'class="picture" xmlns="http://www.w3.org/2000/svg" width="{2 * wide}" height="{2 * high}" '
            f'viewBox="{-_EDGE} {-_HEAD} {wide} {high}"'
        )
        by = f"<metadata>{escaped(judged)}</metadata>\n" if judged else ""
        return self._svg(size, f"{by}<style>\n{ALONE}\n{STYLE}\n</style>\n{head}", foot) + "\n"

    def _svg(self, attributes: str, before: str, after: str = "") -> str:
        title, says = escaped(self.title), escaped(self.says)
        return (
            f'<svg {attributes} role="img" aria-label="{title}">\n'
            f"<title>{title}</title>\n<desc>{says}</desc>\n{before}{self.marks}{after}</svg>"
        )


def _lines(text: str, number: int, y: int, step: int, kind: str) -> str:
    return "".join(
        f'<text x="0" y="{y + step * n}" class="{kind}">{escaped(line)}</text>\n'
        for n, line in enumerate(lines_of(text, WIDTH, number, measure_of(kind)))
    )


def size_of(kind: str) -> float:
    """The height of words of a kind."""
    return SMALL if {"minor", "word", "alarm"} & set(kind.split()) else SIZE


def measure_of(kind: str) -> float:
    """The height by which words of a kind are measured: bold ones are wider."""
    return size_of(kind) * (1.1 if {"strong", "alarm"} & set(kind.split()) else 1)


def kind_of(kind: str) -> str:
    """The attribute for a kind of mark; nothing where it has none."""
    return f' class="{kind}"' if kind else ""


def number(value: float) -> str:
    """A place on the sheet, to a tenth, without a needless point."""
    return f"{round(value, 1):g}"


class ChartSheet:
    """Marks from top to bottom."""

    def __init__(self) -> None:
        self.y = 4
        self.marks: list[str] = []

    def text(self, x: float, y: float, text: str, kind: str = "") -> None:
        """Words on a line, as they are."""
        self.marks.append(f'<text x="{number(x)}" y="{number(y)}"{kind_of(kind)}>{escaped(text)}</text>')

    def rect(self, x: float, y: float, wide: float, high: float, kind: str) -> None:
        """A rectangle with slightly round corners."""
        self.marks.append(
            f'<rect x="{number(x)}" y="{number(y)}" width="{number(wide)}" height="{number(high)}" rx="2"{kind_of(kind)}/>'
        )

    def line(self, x1: float, y1: float, x2: float, y2: float, kind: str) -> None:
        """A straight line."""
        self.marks.append(
            f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"{kind_of(kind)}/>'
        )

    def circle(self, x: float, y: float, radius: float, kind: str) -> None:
        """A circle around a point."""
        self.marks.append(f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"{kind_of(kind)}/>')

    def path(self, points: Iterable[tuple[float, float]], kind: str, *, closed: bool = True) -> None:
        """Straight lines from point to point."""
        steps = " L".join(f"{number(x)} {number(y)}" for x, y in points)
        self.marks.append(f'<path d="M{steps}{" Z" if closed else ""}"{kind_of(kind)}/>')

    def triangle(self, x: float, y: float, half: float, kind: str) -> None:
        """A triangle that points upwards, around a point."""
        self.path(((x, y - half), (x + half, y + half * 0.8), (x - half, y + half * 0.8)), kind)

    def diamond(self, x: float, y: float, half: float, kind: str) -> None:
        """A square on its corner, around a point."""
        self.path(((x, y - half), (x + half, y), (x, y + half), (x - half, y)), kind)

    def half_circle(self, x: float, y: float, radius: float, kind: str) -> None:
        """The lower half of a circle, filled."""
        r = number(radius)
        self.marks.append(
            f'<path d="M{number(x - radius)} {number(y)} A{r} {r} 0 0 0 {number(x + radius)} {number(y)} Z"{kind_of(kind)}/>'
        )

    def cross(self, x: float, y: float, half: float, kind: str) -> None:
        """Two strokes across each other."""
        self.line(x - half, y - half, x + half, y + half, kind)
        self.line(x - half, y + half, x + half, y - half, kind)

    def tick(self, x: float, y: float, kind: str = "way") -> None:
        """A tick, as on a list."""
        self.path(((x - 5, y), (x - 1.5, y + 4), (x + 5, y - 5)), kind, closed=False)

    def heads(self, at: tuple[float, ...], y: float, heads: Iterable[str], kind: str, *, to_the_edges: bool) -> None:
        """A word above each place, in its middle; the first and the last may reach to the edges instead."""
        for n, (x, head) in enumerate(zip(at, heads, strict=True)):
            if not head:
                continue
            if to_the_edges and n in (0, len(at) - 1):
                self.text(RIGHT if n else 0, y, head, f"{kind} end" if n else kind)
            else:
                self.text(x, y, head, f"{kind} middle")

    def scale(self, at: tuple[float, ...], y: float) -> None:
        """A line with a short stroke at each of its places."""
        self.line(at[0], y, at[-1], y, "rule")
        for x in at:
            self.line(x, y - 4, x, y + 4, "rule")

    def possible(self, x: float, y: float, wide: float, high: float) -> None:
        """A stretch that is not told and still possible: pale, dashed and striped, so that it survives a photocopy."""
        self.rect(x, y, wide, high, "may")
        count = max(0, int((wide - high / 2 - 3) // 6) + 1)
        stripes = (x + 3 + 6 * n for n in range(count))
        # One path for all stripes: a mark for each would fill a page of bars with them.
        steps = " ".join(f"M{number(at)} {number(y + high)} L{number(at + high / 2)} {number(y)}" for at in stripes)
        if steps:
            self.marks.append(f'<path d="{steps}" class="faint"/>')

    def words(self, x: float, text: str, wide: float, number: int, kind: str = "", step: int = 0) -> None:
        """Lines of words, and the pen below those that hold any; an empty one is there, and takes no room."""
        step = step or (17 if size_of(kind) == SMALL else 18)
        for line in lines_of(text, wide, number, measure_of(kind)):
            self.text(x, self.y + 13, line, kind)
            self.y += step if line else 0

    def words_at(self, x: float, y: float, text: str, wide: float, kind: str = "") -> None:
        """One line of words, cut to the room that there is, at a place of its own."""
        self.text(x, y, lines_of(text, wide, 1, measure_of(kind))[0], kind)

    def told(self, text: str, kind: str = "minor", x: float = 0) -> None:
        """A sentence of our own, in as many lines as it needs, up to eight."""
        self.words(x, text, WIDTH - x, 8, kind)

    def picture(self, name: str, title: str, says: str, table: Iterable[Row] = ()) -> Picture:
        """What was drawn, with its name, title, words and table."""
        return Picture(name, title, says, round(self.y) + 6, "".join(f"{m}\n" for m in self.marks), tuple(table))
