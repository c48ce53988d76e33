"""The audit as one HTML page: nothing is fetched, no script runs, and it can be printed and read aloud."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from involve_audit.render import charts, words
from involve_audit.render.page import dressed, environment, tidied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit, Citation

# The only words that become names of classes: what a file holds never does.
_TONES = {
    "holds": "bad", "bad": "bad", "overclaimed": "bad", "not honest": "bad", "error": "bad", "not held": "bad",
    "open": "open", "not told": "open", "not shown": "open", "partly": "open", "as far as told": "open", "warning": "open",
    "clear": "good", "good": "good", "fits": "good", "modest": "good", "honest": "good", "held": "good",
}  # fmt: skip


def escape(text: str) -> str:
    """Text in one line without marks that act on what follows; Jinja's autoescape does the rest.

    People's own words keep their lines, and empty lines between them.
    """
    return Markup("&#10;").join(words.as_said(text)) if isinstance(text, words.Unedited) else words.plain(text)


def tone(state: str) -> str:
    """The class of a state; shapes and words stand beside it, so that no colour carries it alone."""
    return _TONES.get(state, "plain")


def slug(text: str) -> str:
    """The part of an id that comes from the id of a finding.

    >>> slug("Fair pay!")
    'fair-pay'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


class Anchors:
    """The ids of one audit: stable as long as the ids of the findings are, and never twice on a page."""

    def __init__(self, audit: Audit, prefix: str) -> None:
        self._prefix = prefix
        self._names: dict[tuple[str, int, int], str] = {}
        taken: set[str] = set()
        items: list[tuple[str, int, int, str]] = [
            *(("flag", n, 0, f.id) for n, f in enumerate(words.flags_in_order(audit.flags))),
            *(("gate", n, 0, g.id) for n, g in enumerate(words.to_look_at(audit.gates))),
            *(("sign", n, 0, s.id) for n, s in enumerate(words.signs_to_look_at(audit.signs))),
            *(("question", n, 0, q.id) for n, q in enumerate(audit.questions)),
            *(("principle", n, 0, p.id) for n, p in enumerate(audit.principles)),
            *(("criterion", n, k, c.id) for n, p in enumerate(audit.principles) for k, c in enumerate(p.criteria)),
            *(("source", n, 0, s.id) for n, s in enumerate(words.sources(audit))),
        ]
        self._sources = {(s.id, s.cites): n for n, s in enumerate(words.sources(audit))}
        for kind, n, k, name in items:
            first = f"{kind}-{slug(name) or 'unnamed'}"
            made, number = first, 2
            while made in taken:
                made, number = f"{first}-{number}", number + 1
            taken.add(made)
            self._names[kind, n, k] = made

    def section(self, name: str) -> str:
        """The id of a part of the report."""
        return f"{self._prefix}{name}"

    def named(self, name: str) -> str:
        """The ids of the headings that name a part; on a page of several projects also that of its project."""
        return f"{self.section('title')} {self.section(name)}" if self._prefix else self.section(name)

    def of(self, kind: str, n: int, k: int = 0) -> str:
        """The id of a finding, by its place in the order in which the page shows it."""
        return f"{self._prefix}{self._names[kind, n, k]}"

    def source(self, source: Citation) -> str:
        """The id of a source in the list of all."""
        return self.of("source", self._sources[source.id, source.cites])


def render(audits: Sequence[Audit], problems: Sequence[NotAudited] = ()) -> str:
    """One page for all audits; with several, each is an article of its own. What could not be audited comes first."""
    made = environment(escape)
    made.globals.update(tone=tone, share=words.share, pictures=charts, picture_markup=picture_markup)
    pages = [(a, Anchors(a, "" if len(audits) == 1 else f"project-{n}-")) for n, a in enumerate(audits, 1)]
    css = made.get_template("report.css").render(pictures=Markup(charts.STYLE))  # noqa: S704 (our own file)
    return tidied(made.get_template("report.html").render(pages=pages, problems=tuple(problems), **dressed(css)))


def picture_markup(picture: charts.Picture) -> Markup:
    """A picture as a part of the page; `pictures` escapes every text in it."""
    return Markup(picture.inline())  # noqa: S704
