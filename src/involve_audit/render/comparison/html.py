"""Looking back as one HTML page: nothing is fetched, no script runs, and it can be printed and read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from involve_audit.render import charts, words
from involve_audit.render.comparison import chart
from involve_audit.render.comparison.words import sheet
from involve_audit.render.html import slug
from involve_audit.render.page import dressed, environment, tidied

if TYPE_CHECKING:
    from involve_audit.results.comparison import Comparison, Course


def render(found: Comparison | Course) -> str:
    """The page as HTML."""
    page = sheet(found)
    made = environment(words.plain)
    made.globals["slug"] = slug
    drawn = charts.STYLE + "\n" + chart.STYLE if page.chart else ""
    css = made.get_template("comparison.css").render(pictures=Markup(drawn))  # noqa: S704 (our own file)
    # `pictures` escapes every text in a picture.
    picture = Markup(chart.drawn(page.chart).inline()) if page.chart else ""  # noqa: S704
    left_out = len(page.chart) - chart.MOST
    asked = {"page": page, "picture": picture, "left_out": max(left_out, 0)}
    return tidied(made.get_template("comparison.html").render(**asked, **dressed(css)))
