"""What a PDF could not set: which letters stand in it as boxes, said on standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.cli import streams

if TYPE_CHECKING:
    from collections.abc import Callable

_LISTED = 20
"""So many letters that could not be set are shown one by one."""


def say_letters(name: str, data: bytes, text: Callable[[], str]) -> None:
    """Say which letters a PDF shows as boxes, where there are any."""
    says = letters_not_set(name, data, text)
    if says:
        streams.err(says)


def letters_not_set(name: str, data: bytes, text: Callable[[], str]) -> str:
    """Which letters a PDF shows as boxes, and that it keeps to no profile then; empty where there are none.

    Nothing that was told is lost: the words stand in it.

    Args:
        name: the name of the file.
        data: the PDF.
        text: makes the same page as text, where the letters are looked for.
    """
    from involve_audit.render.pdf import MOST_LETTERS, claims_the_profile, not_set

    if claims_the_profile(data):
        return ""
    letters = not_set(text())
    number = f"at least {MOST_LETTERS}" if len(letters) >= MOST_LETTERS else str(len(letters))
    shown = ", ".join(f"{c} (U+{ord(c):04X})" for c in letters[:_LISTED])
    more = " …" if len(letters) > _LISTED else ""
    which = (
        f"{number} different letter{'' if len(letters) == 1 else 's'} could not be set, for no font of this machine holds "
        f"{'it' if len(letters) == 1 else 'them'}; boxes stand there instead: {shown}{more}"
        if letters
        else "some letters could not be set, for no font of this machine holds them together; boxes stand there instead"
    )
    return f"{name}: {which}. This PDF does not claim to keep to PDF/UA. HTML and Word keep every letter, and show it with the fonts of whoever opens them"
