"""`form`: write the forms by which people have a say without YAML."""

from __future__ import annotations

from involve_audit.cli import files, outcome, streams
from involve_audit.cli.check import rubric_of
from involve_audit.cli.outcome import Usage


def project_form(output: str, rubric: str | None, *, core: bool) -> int:
    """Write the whole project file as one HTML page."""
    from involve_audit.form.project_form import page

    text = page(rubric_of(rubric, whole=True).rubric, core=core)
    return _write(output, text, "open it in any browser; nothing leaves it")


def _write(output: str, text: str, says: str) -> int:
    if output == files.STDIN:
        streams.out_exact(text)
        return outcome.HOLDS
    try:
        files.write_all({output: text.encode("utf-8")})
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None
    streams.err(f"wrote {output}: {says}")
    return outcome.HOLDS
