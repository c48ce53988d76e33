"""Pages that stand alone: style and script are in the file, allowed by their hashes, and nothing else is."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def _environment() -> Any:
    from involve_audit.render.templating import environment

    return environment(str, "involve_audit.form")


def page(name: str, values: dict[str, Any], *, script: bool) -> str:
    """A page from the templates of a name: `name.html` with `name.css` and, where it has one, `name.js`."""
    from markupsafe import Markup

    from involve_audit.render.templating import dressed, script_in_language

    made = _environment()
    # The script goes into the page as it is written: it is no template.
    code = (
        script_in_language(made.loader.get_source(made, f"{name}.js")[0].replace("\r\n", "\n").strip())
        if script
        else ""
    )
    css = made.get_template(f"{name}.css").render()
    text: str = made.get_template(f"{name}.html").render(**values, **dressed(css, code), script=Markup(code))  # noqa: S704 (our own file)
    return text
