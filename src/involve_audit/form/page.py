"""Pages that stand alone: style and script are in the file, allowed by their hashes, and nothing else is."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import Any

_POLICY = "default-src 'none'; style-src '{style}'; script-src {script}; base-uri 'none'; form-action 'none'"


@cache
def _environment() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("involve_audit.form", "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip


def _source(name: str) -> str:
    text: str = _environment().loader.get_source(_environment(), name)[0]
    return text.replace("\r\n", "\n").strip()


def hashed(text: str) -> str:
    """The hash of a style or a script as a content security policy writes it: only this one is allowed."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def page(name: str, values: dict[str, Any], *, script: bool) -> str:
    """A page from the templates of a name: `name.html` with `name.css` and, where it has one, `name.js`."""
    from markupsafe import Markup

    style, code = _source(f"{name}.css"), _source(f"{name}.js") if script else ""
    policy = _POLICY.format(style=hashed(style), script=f"'{hashed(code)}'" if code else "'none'")
    text: str = (
        _environment()
        .get_template(f"{name}.html")
        .render(**values, policy=policy, style=Markup(style), script=Markup(code))  # noqa: S704 (our own files)
    )
    return text
