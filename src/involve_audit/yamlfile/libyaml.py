"""PyYAML, imported without compiling patterns of its own that nothing here uses.

PyYAML compiles ten patterns when it is imported, to tell numbers, dates and booleans apart. Here every value is read as a text, so
nobody asks them, and compiling them took a tenth of a check. Each waits until somebody does ask it: PyYAML is whole for whoever
else uses it in the same process.
"""

from __future__ import annotations

import re
import sys
from typing import Any

__all__ = ["yaml"]


class _Waiting:
    """A pattern that is compiled when it is first used."""

    def __init__(self, *told: Any) -> None:
        self._told = told

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(_compile(*self._told), name)


_compile = re.compile  # keeps what it compiled, so that a pattern is compiled once


def _compile_later(*told: Any, **named: Any) -> Any:
    """Stands for `re.compile` while PyYAML is imported; for anybody else it compiles at once."""
    asking = sys._getframe(1).f_globals.get("__name__", "")
    return _Waiting(*told) if asking.startswith("yaml.") and not named else _compile(*told, **named)


re.compile = _compile_later
try:
    import yaml
finally:
    re.compile = _compile
