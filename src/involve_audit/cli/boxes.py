"""What a PDF could not set: which letters stand in it as boxes, said on standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.cli import streams
from involve_audit.render import USUAL_LAYER

if TYPE_CHECKING:
    from involve_audit.cli.judging import Run

_LISTED = 20
"""So many letters that could not be set are shown one by one."""


def say(name: str, data: bytes, run: Run, edition: str = "team", layer: str = USUAL_LAYER) -> None:
    """Say which letters a PDF shows as boxes, and that it keeps to no profile then. Nothing that was told is lost: the words stand in it."""
    from involve_audit.cli.judging import as_bytes
    from involve_audit.render.pdf import MOST_LETTERS, claims_the_profile, not_set

    if claims_the_profile(data):
        return
    text = as_bytes(
        "markdown", run.audits, edition, several=run.several, ending=".md", problems=run.problems, layer=layer
    ).decode()
    letters = not_set(text)
    number = f"at least {MOST_LETTERS}" if len(letters) >= MOST_LETTERS else str(len(letters))
    shown = ", ".join(f"{c} (U+{ord(c):04X})" for c in letters[:_LISTED])
    more = " …" if len(letters) > _LISTED else ""
    which = (
        f"{number} different letter{'' if len(letters) == 1 else 's'} could not be set, for no font of this machine holds "
        f"{'it' if len(letters) == 1 else 'them'}; boxes stand there instead: {shown}{more}"
        if letters
        else "some letters could not be set, for no font of this machine holds them together; boxes stand there instead"
    )
    streams.err(
        f"{name}: {which}. This PDF does not claim to keep to PDF/UA. HTML and Word keep every letter, and show it with the fonts of whoever opens them"
    )
