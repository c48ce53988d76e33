"""What stands around the text of a page, and its style sheet, put together without a template engine.

Importing one takes four times what Python takes to start, and a report needs nothing of it but that values go into places.
Every text is escaped here: `format` of a `Markup` escapes what is none.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from markupsafe import Markup

from involve_audit.language import _, tag
from involve_audit.render import words
from involve_audit.render.theme import bare, palette, policy

if TYPE_CHECKING:
    from collections.abc import Mapping

_HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates")

SHELL = Markup("""\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
{head}<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}</body>
</html>
""")
"""Every page; templates for `environment` extend it as `page.html`."""
_FRAMES = {
    "report": """\
<a class="skip" href="#main">{skip}</a>
<header>
<h1>{heading}</h1>
{contents}
</header>
<main id="main">
{body}
</main>
<footer>
<p class="minor">{foot}</p>
</footer>
""",
    "paper": """\
<main>
<h1>{heading}</h1>
{body}
</main>
""",
    "private": """\
<main>
<h1>{heading}</h1>
{body}
</main>
<p class="running" aria-hidden="true">{foot}</p>
""",
    "register": """\
<a class="skip" href="#across">{skip}</a>
<header>
<h1>{heading}</h1>
{contents}
</header>
<main>
{body}
</main>
<footer><p>{foot}</p></footer>
<script>{script}</script>
""",
}
_HEAD = {"private": Markup('<meta name="robots" content="noindex, nofollow">\n')}
"""What stands in the head of the page of a frame."""
_SKIP = {"report": _("To the report"), "register": _("To what stands below the table")}
"""What a link over the head of a page says that leads past it."""
_SIGNED = ("report", "register")
"""Frames below which it stands what a report is, where nothing else is told."""


def framed(frame: str, style: str, script: str = "", **texts: str) -> str:
    """A page.

    Args:
        frame: what stands around the text: `report`, `paper`, `private` or `register`.
        style: its one style sheet.
        script: its one script, as it is written.
        texts: `title`, `heading`, `contents`, `body` and `foot`; what is no `Markup` is escaped.
    """
    told: Mapping[str, str] = {
        name: says if isinstance(says, Markup) else words.plain(says) for name, says in texts.items()
    }
    foot = told.get("foot") or (words.MIRROR if frame in _SIGNED else "")
    body = Markup(_FRAMES[frame]).format(  # noqa: S704 (our own)
        heading=told["heading"],
        contents=told.get("contents", ""),
        body=told["body"],
        foot=foot,
        skip=_SKIP.get(frame, ""),
        script=Markup(script),  # noqa: S704 (our own file)
    )
    return SHELL.format(
        language=tag(),
        policy=Markup(policy(style, script)),  # noqa: S704 (hashes)
        head=_HEAD.get(frame, ""),
        title=told["title"],
        style=Markup(style),  # noqa: S704 (our own file)
        body=body,
    )


def read(name: str) -> str:
    """A style sheet or a script of the reports, as it stands in its file."""
    with open(os.path.join(_HERE, name), encoding="utf-8") as file:
        return file.read()


def sheet(name: str, pictures: str = "") -> str:
    """A style sheet as it stands in a page, with our colours and what pictures need.

    `@import "other.css";` in its first line stands for another sheet; a browser would have to fetch it.
    """
    return bare(_whole(name).replace("/* palette */", palette()).replace("/* pictures */", pictures))


def _whole(name: str) -> str:
    css = read(name)
    begins = '@import "'
    if not css.startswith(begins):
        return css
    first, __, rest = css.partition("\n")
    return _whole(first.removeprefix(begins).removesuffix('";')) + rest
