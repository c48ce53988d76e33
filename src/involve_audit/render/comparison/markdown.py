"""Looking back as Markdown: tables and lists that GitHub, GitLab and CommonMark show alike, and no raw HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from involve_audit.render.comparison.words import sheet
from involve_audit.render.markdown import escape
from involve_audit.render.page import environment

if TYPE_CHECKING:
    from involve_audit.results.comparison import Comparison, Course


def render(found: Comparison | Course) -> str:
    """The page as Markdown."""
    text = environment(escape).get_template("comparison.md").render(page=sheet(found))
    text = re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"
