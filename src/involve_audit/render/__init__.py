"""Reports. A renderer sees audits and nothing else, and is a pure function of them: the same audits, the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.language import _
from involve_audit.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit


class Format(Record):
    """A way to write a report.

    Attributes:
        module: the module of this package that writes it, imported when it is used: with `render(audits, problems=…)` as text, or,
            where the format is binary, with `render_bytes(audits, problems)`; what could not be audited stands in every format.
        endings: how the names of such files end, the usual one first; none where no ending asks for it.
        says: what it is for, in a few words.
        export: the export that it writes, as Markdown or as HTML; empty where it reports on the whole audit.
        editions: the editions of the report that there are in this format.
        binary: whether it is no text: such a report goes into a file, and never to a terminal.
        extra: the extra of this package that must be installed for it, as in `involve-audit[pdf]`; empty where none must.
        needs: the package that the extra brings, by the name by which it is imported.
        findings_only: whether it tells the findings and nothing else of an audit, for tools that show findings.
        layered: whether it is written in layers: one sheet, the pages to talk over, everything.
    """

    module: str
    endings: tuple[str, ...]
    says: str
    export: str = ""
    editions: tuple[str, ...] = ("team",)
    binary: bool = False
    extra: str = ""
    needs: str = ""
    findings_only: bool = False
    layered: bool = False

    @property
    def needs_exports(self) -> bool:
        """Whether an audit must hold its exports to be written so."""
        return bool(self.export) or self.module == "json"


LAYERS = {
    "sheet": _("one sheet: what stands, on what it rests, what to do first"),
    "talk": _("the sheet, and the pages to talk over at a meeting"),
    "full": _("everything, with its lines and sources"),
}
"""How much a report for the team says: the only list of it."""
USUAL_LAYER = "talk"
"""How much it says where nothing else is asked for."""

EDITIONS = {
    "team": _("the whole report, with the lines of the file and the sources"),
    "contributors": _("what matters most in everyday words and large print, for the people whom the work is about"),
    "meeting": _(
        "a pack for an hour with a group: questions, times, room to write, what to send out and to bring back"
    ),
}
"""For whom a report is written: the only list of them."""

_PAPERS = {"contributors": "plain_language", "meeting": "meeting"}
"""The module of each edition that is a paper for people."""

FORMATS: dict[str, Format] = {
    "text": Format(
        "text", (".txt",), _("plain text, for a terminal or a mail"), editions=tuple(EDITIONS), layered=True
    ),
    "markdown": Format(
        "markdown", (".md", ".markdown"), _("Markdown, to paste or to edit"), editions=tuple(EDITIONS), layered=True
    ),
    "html": Format(
        "html",
        (".html", ".htm"),
        _("one page to look at and talk over, or to print"),
        editions=tuple(EDITIONS),
        layered=True,
    ),
    "json": Format("json", (".json",), _("everything, for other programs; can be rendered again")),
    "pdf": Format(
        "pdf",
        (".pdf",),
        _("PDF, tagged, to attach"),
        editions=tuple(EDITIONS),
        binary=True,
        extra="pdf",
        needs="typst",
        layered=True,
    ),
    "docx": Format(
        "word", (".docx",), _("Word, to attach or to edit"), editions=tuple(EDITIONS), binary=True, layered=True
    ),
    "gripp2": Format("exports", (), _("the GRIPP2 short form, five rows for a paper"), "gripp2"),
    "crosswalk": Format("exports", (), _("what in the file speaks to three lists of standards"), "crosswalk"),
    "application": Format("exports", (), _("the text on involvement for an application"), "application"),
    "sarif": Format("sarif", (".sarif",), _("SARIF 2.1.0, for code scanning and editors"), findings_only=True),
    "junit": Format("junit", (".xml",), _("JUnit XML, for Jenkins, GitLab and other test reports"), findings_only=True),
    "github": Format(
        "github", (".github.txt",), _("annotations beside the lines, in a GitHub workflow"), findings_only=True
    ),
    "gitlab": Format("gitlab", (".gitlab.json",), _("code quality, for a GitLab merge request"), findings_only=True),
    "csv": Format("csv", (".csv",), _("one row for each finding, for a spreadsheet"), findings_only=True),
}
"""Every format by its name: the only list of them."""

TEXTS = tuple(name for name, kind in FORMATS.items() if not kind.binary)
"""The formats that are text."""

PAGES = tuple(name for name, kind in FORMATS.items() if kind.layered)
"""The formats of a page for people: whatever a command writes as a page, it writes in each of them (`pages.Page`)."""

EXPORT_ENDINGS = FORMATS["html"].endings + FORMATS["markdown"].endings
"""How a file may end that an export is written into; the first is taken where nothing else is said."""


def reports() -> tuple[str, ...]:
    """The formats that report on the whole audit, as text."""
    return tuple(name for name, kind in FORMATS.items() if not (kind.export or kind.binary or kind.findings_only))


def format_of(file_name: str) -> str | None:
    """The format that the ending of a file name asks for, or None where it asks for none.

    >>> format_of("report.HTML")
    'html'
    >>> format_of("quality.gitlab.json")
    'gitlab'
    """
    name = file_name.lower()
    fits = [(len(ending), key) for key, kind in FORMATS.items() for ending in kind.endings if name.endswith(ending)]
    return max(fits)[1] if fits else None


def lacking(name: str) -> str:
    """The extra of this package that a format needs and that is not installed; empty where nothing is lacking."""
    from importlib.util import find_spec

    kind = FORMATS[name]
    return kind.extra if kind.needs and find_spec(kind.needs) is None else ""


def renderer(name: str, ending: str = ".md") -> Callable[..., str]:
    """The function that writes a format as text; only its module is imported.

    Args:
        name: the format.
        ending: of an export, how the name of its file ends: as HTML or as Markdown.

    Raises:
        KeyError: there is no such format.
        AttributeError: the format is binary.
    """
    from functools import partial

    kind = FORMATS[name]
    render = _module(kind.module).render
    page = ending.lower() in FORMATS["html"].endings
    found: Callable[..., str] = partial(render, export=kind.export, page=page) if kind.export else render
    return found


def render(
    name: str,
    audits: Sequence[Audit],
    problems: Sequence[NotAudited] = (),
    *,
    ending: str = ".md",
    layer: str = USUAL_LAYER,
) -> str:
    """The audits in a format that is text, by its name, and what could not be audited.

    An export is written as HTML where the ending says so. `layer` is how much a report says; what is not layered says all.
    """
    how = {"layer": layer} if FORMATS[name].layered else {}
    return renderer(name, ending)(audits, problems=problems, **how)


def render_bytes(
    name: str,
    audits: Sequence[Audit],
    edition: str = "team",
    problems: Sequence[NotAudited] = (),
    layer: str = USUAL_LAYER,
) -> bytes:
    """The audits in any format, by its name, and what could not be audited, as the bytes of a file.

    Raises:
        KeyError: there is no such format, or not in this edition.
        ImportError: what the format needs is not installed (`lacking` says what).
    """
    kind = FORMATS[name]
    if edition not in kind.editions:
        raise KeyError(edition)
    made: bytes
    if edition in _PAPERS:
        made = _module(_PAPERS[edition]).PAPER.written(name, audits, problems)
    elif kind.binary:
        made = _module(kind.module).render_bytes(audits, problems, layer)
    else:
        made = render(name, audits, problems=problems, layer=layer).encode("utf-8")
    return made


def _module(name: str) -> Any:
    from importlib import import_module

    return import_module(f"{__name__}.{name}")
