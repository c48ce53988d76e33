"""The end of a verdict's sentence: what is not told, and what was asked and is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence


def untold_says(not_told: Sequence[str], not_known: Sequence[str]) -> str:
    """What stands behind what the verdict is; empty where neither holds anything.

    >>> untold_says(["who decides"], [])
    '; not told: who decides'
    """
    told = _("; not told: ") + ", ".join(not_told) if not_told else ""
    return told + (_("; asked, and not known: ") + ", ".join(not_known) if not_known else "")
