"""Reports. A renderer sees audits and nothing else, and is a pure function of them: the same audits, the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from involve_audit.audit import Audit
    from involve_audit.render.machine import NotAudited


@dataclass(frozen=True)
class Format:
    """A way to write a report.

    Attributes:
        module: the module of this package whose `render(audits)` writes it; imported when it is used.
        endings: how the names of such files end, the usual one first.
        says: what it is for, in a few words.
        whole: whether it also tells what could not be audited; its `render` then takes `problems`.
        findings_only: whether it tells the findings and nothing else of an audit, for tools that show findings.
    """

    module: str
    endings: tuple[str, ...]
    says: str
    whole: bool = False
    findings_only: bool = False


FORMATS: dict[str, Format] = {
    "text": Format("terminal", (".txt",), "plain text, for a terminal or a mail", whole=True),
    "markdown": Format("markdown", (".md", ".markdown"), "Markdown, to paste or to edit", whole=True),
    "html": Format("html", (".html", ".htm"), "one page to look at and talk over, or to print", whole=True),
    "json": Format("json", (".json",), "everything, for other programs; can be rendered again", whole=True),
    "sarif": Format("sarif", (".sarif",), "SARIF 2.1.0, for code scanning and editors", whole=True, findings_only=True),
    "junit": Format("junit", (".xml",), "JUnit XML, for Jenkins, GitLab and other test reports", whole=True, findings_only=True),
    "github": Format("github", (".github.txt",), "annotations beside the lines, in a GitHub workflow", whole=True, findings_only=True),
    "gitlab": Format("gitlab", (".gitlab.json",), "code quality, for a GitLab merge request", whole=True, findings_only=True),
    "csv": Format("csv", (".csv",), "one row for each finding, for a spreadsheet", whole=True, findings_only=True),
}
"""Every format by its name: the only list of them."""


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


def renderer(name: str) -> Callable[..., str]:
    """The function that writes a format from audits; only its module is imported.

    Raises:
        KeyError: there is no such format.
    """
    from importlib import import_module

    render: Callable[..., str] = import_module(f"{__name__}.{FORMATS[name].module}").render
    return render


def render(name: str, audits: Sequence[Audit], problems: Sequence[NotAudited] = ()) -> str:
    """The audits in a format, by its name, and what could not be audited where the format tells it."""
    return renderer(name)(audits, problems=problems) if problems and FORMATS[name].whole else renderer(name)(audits)
