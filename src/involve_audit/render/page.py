"""Jinja as the pages that are more than a report use it: whatever a template puts out is escaped, by the filter of its format."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, DictLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from involve_audit.render import words
from involve_audit.render.frames import SHELL
from involve_audit.theme import bare, palette, policy

if TYPE_CHECKING:
    from collections.abc import Callable


_PAGE = str(SHELL).format(
    language="en-GB", policy="{{ policy }}", style="{{ style }}", head="{% block head %}{% endblock %}\n", title="{% block title %}{% endblock %}",
    body="{% block body %}\n{% endblock %}\n",
)  # fmt: skip


@cache
def environment(escape: Callable[[str], str], package: str) -> Environment:
    """Templates in which every text goes through `escape`, and no template can forget it.

    A name that is not there is an error, not an empty place in a page. `package` is where the templates stand; `page.html`, which
    they extend, is the page of the reports. Kept, for templates take longer to be read than to be filled.
    """

    def finalize(value: Any) -> Any:
        return escape(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    made = Environment(
        loader=ChoiceLoader([PackageLoader(package, "templates"), DictLoader({"page.html": _PAGE})]),
        # By name of the template would be the usual way, and is silently off for names such as `report.html.j2`.
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.globals.update(words=words, palette=lambda: Markup(palette()))  # noqa: S704 (our own colours)
    return made


def dressed(css: str, script: str = "") -> dict[str, Markup]:
    """What `page.html` asks for: the one style sheet, and the policy that lets it and the script act, and nothing else."""
    style = bare(css)
    return {"style": Markup(style), "policy": Markup(policy(style, script))}  # noqa: S704 (our own files)
