"""`form`: the whole project file as one page, for people who never saw YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.cli import files, outcome, streams
from involve_audit.cli.options import rubric_of
from involve_audit.cli.outcome import Usage

if TYPE_CHECKING:
    from collections.abc import Sequence


def form(output: str, rubric: str | None, *, core: bool, others: Sequence[str] = ()) -> int:
    """Write the whole project file as one HTML page.

    Args:
        output: where to write, or `-`.
        rubric: a name or a path; None for the default.
        core: whether the page begins with the short form.
        others: what was given that only goes with the contributors' questions.
    """
    if "PROJECT" in others:
        raise Usage(
            "the form takes no project file here: open the page that it writes, and choose the file there. "
            "Or were the contributors' own questions meant? They need --contributors or --paper"
        )
    if others:
        raise Usage(
            f"{' and '.join(others)} only {'goes' if len(others) == 1 else 'go'} with --contributors or --paper"
        )
    if output.lower().endswith((".yaml", ".yml")):
        raise Usage(f"{output} sounds like a project file, and the form is a page; give it a name that ends in .html")
    from involve_audit.form.project_form import project_form as page

    text = page(rubric_of(rubric, whole=True).rubric, core=core)
    if output == files.STDIN:
        streams.out_exact(text)
        return outcome.HOLDS
    try:
        files.write_all({output: text.encode("utf-8")})
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None
    streams.err(f"wrote {output}: open it in any browser; nothing that is typed there leaves it")
    return outcome.HOLDS
