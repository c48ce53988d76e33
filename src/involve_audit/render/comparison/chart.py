"""The course as a picture: how much power is shared, version by version. Plain SVG; the table beside it says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.render import words
from involve_audit.render.charts import WIDTH, Picture, escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.results.comparison import Version

MOST = 40
"""Of more versions the latest are drawn; all of them stand in the table."""
_LEFT, _ROW, _TOP = 108, 24, 16


def drawn(versions: Sequence[Version]) -> Picture:
    """The latest versions from left to right: a dot for what is shown, a dashed bar for what is still possible."""
    kept = versions[-MOST:]
    rungs = words.RUNGS
    bottom = _TOP + _ROW * (len(rungs) - 1)
    step = (WIDTH - _LEFT - 16) / max(len(kept), 1)
    marks = []
    for n, rung in enumerate(rungs):
        y = bottom - _ROW * n
        marks.append(f'<text x="0" y="{y + 4}">{escaped(words.capital("nobody" if rung == "none" else rung))}</text>')
        marks.append(f'<line class="grid" x1="{_LEFT}" y1="{y}" x2="{WIDTH}" y2="{y}"/>')
    line: list[str] = []
    dots = []
    for n, version in enumerate(kept):
        x = round(_LEFT + 8 + step * (n + 0.5), 1)
        if version.rung is None or version.rung.low not in rungs or version.rung.high not in rungs:
            dots.append(f'<path class="cross" d="M{x - 3} {bottom + 11}l6 6m0 -6l-6 6"/>')
            line.append("")
            continue
        low, high = (bottom - _ROW * rungs.index(r) for r in (version.rung.low, version.rung.high))
        if high < low:
            dots.append(f'<rect class="reach" x="{x - 3}" y="{high}" width="6" height="{low - high}"/>')
            if version.rung.low == rungs[0]:
                # Nothing is shown, and more is possible. A dot would say that nobody is involved.
                line.append("")
                continue
        dots.append(f'<circle class="shown" cx="{x}" cy="{low}" r="5"/>')
        line.append(f"{x} {low}")
    path = ""
    for n, point in enumerate(line):
        if point:
            path += f"{'L' if n and line[n - 1] else 'M'}{point}"
    if path:
        marks.append(f'<path class="line" d="{path}"/>')
    marks += dots
    high_of_all = bottom + 36
    if kept:
        marks.append(f'<text class="minor" x="{_LEFT}" y="{high_of_all}">{escaped(kept[0].date)}</text>')
    if len(kept) > 1:
        marks.append(
            f'<text class="minor" x="{WIDTH}" y="{high_of_all}" text-anchor="end">{escaped(kept[-1].date)}</text>'
        )
    return Picture(
        "course", _("The course: how much power is shared"), _says(kept), high_of_all + 8, "\n".join(marks) + "\n"
    )


def _says(versions: Sequence[Version]) -> str:
    told = [f"{v.date}: {words.span(v.rung) if v.rung is not None else _('could not be judged')}" for v in versions]
    return "; ".join(told) + "."
