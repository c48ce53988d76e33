"""Jinja as the pages that are more than a report use it: whatever a template puts out is escaped, by the filter of its format."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, DictLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from involve_audit.language import _, answer, ngettext, tag
from involve_audit.render import words
from involve_audit.render.frames import SHELL
from involve_audit.render.theme import bare, palette, policy

if TYPE_CHECKING:
    from collections.abc import Callable


_PAGE = str(SHELL).format(
    language=tag(), policy="{{ policy }}", style="{{ style }}", head="{% block head %}{% endblock %}\n", title="{% block title %}{% endblock %}",
    body="{% block body %}\n{% endblock %}\n",
)  # fmt: skip


@cache
def environment(escaped: Callable[[str], str], package: str) -> Environment:
    """Templates in which every text goes through `escaped`, and no template can forget it.

    A name that is not there is an error, not an empty place in a page. `package` is where the templates stand; `page.html`, which
    they extend, is the page of the reports. Kept, for templates take longer to be read than to be filled.
    """

    def finalize(value: Any) -> Any:
        return escaped(value) if isinstance(value, str) and not isinstance(value, Markup) else value

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
    made.globals.update(words=words, palette=lambda: Markup(palette()), _=_said, ngettext=_said_of, answer=answer)  # noqa: S704 (our own colours)
    return made


def _said(message: str, /, **values: Any) -> Markup:
    """A sentence of a template in the language of the page: it may hold tags of ours, and what is put into it is escaped."""
    return Markup(_(message)).format_map(_escaped(values))  # noqa: S704 (our own sentences)


def _said_of(one: str, many: str, number: int, /, **values: Any) -> Markup:
    return Markup(ngettext(one, many, number)).format_map(_escaped(values))  # noqa: S704 (our own sentences)


def _escaped(values: dict[str, Any]) -> dict[str, Markup]:
    return {name: escape(value) for name, value in values.items()}


_SENTENCE = re.compile(r'\b_\("((?:[^"\\]|\\.)*)"\)')
"""A sentence of a script; it stands there as one of a template does."""


def script_in_language(code: str) -> str:
    """A script with its sentences in the language of the page: each stands there as a text then, and nothing is looked up in a browser."""
    return _SENTENCE.sub(lambda found: json.dumps(_(json.loads(f'"{found[1]}"')), ensure_ascii=False), code)


def sentences(code: str) -> tuple[str, ...]:
    """The sentences of a script."""
    return tuple(json.loads(f'"{found}"') for found in _SENTENCE.findall(code))


def dressed(css: str, script: str = "") -> dict[str, Markup]:
    """What `page.html` asks for: the one style sheet, and the policy that lets it and the script act, and nothing else."""
    style = bare(css)
    return {"style": Markup(style), "policy": Markup(policy(style, script))}  # noqa: S704 (our own files)
