"""Compiling what the page begins with, so that whoever opens it need not wait until it is compiled in their browser.

Bytecode belongs to one version of Python. So this runs in the Python that will run the page, when the page is made; `script/make.js`
starts it. Only the modules are compiled that are needed until the first answers and reports: of all of them bytecode would be too long.
"""

from __future__ import annotations

import importlib.util
import io
import json
import marshal
import os
import sys
import zipfile
from typing import TYPE_CHECKING

from involve_audit.page.session import SCREENS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from involve_audit.page.session import Session

_SOURCE = ".py"
_NEVER_CHECKED = b"\x01\x00\x00\x00" + bytes(8)
"""Bytecode that is never held against its text: that is not there."""
_MOMENT = (1980, 1, 1, 0, 0, 0)
_DAY = "2026-01-31"


def archive(files: Mapping[str, bytes]) -> bytes:
    """Files as one archive; the same files give the same bytes."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as made:
        for name in sorted(files):
            made.writestr(zipfile.ZipInfo(name, _MOMENT), files[name], zipfile.ZIP_STORED)
    return kept.getvalue()


def compiled(data: bytes, wanted: Collection[str], *, explained: bool = True) -> bytes:
    """An archive with some of its modules as bytecode in the place of their text.

    Args:
        data: the archive.
        wanted: the modules that are compiled, by their places in it.
        explained: whether docstrings stay.
    """
    files = {}
    with zipfile.ZipFile(io.BytesIO(data)) as given:
        for name in given.namelist():
            if name.endswith("/"):
                continue
            text = given.read(name)
            if name.endswith(_SOURCE) and name in wanted:
                code = compile(text, name, "exec", dont_inherit=True, optimize=0 if explained else 2)
                files[f"{name}c"] = importlib.util.MAGIC_NUMBER + _NEVER_CHECKED + marshal.dumps(code)
            else:
                files[name] = text
    return archive(files)


def used_of(root: str) -> set[str]:
    """The modules that are loaded from below a place, by where they stand there."""
    found = (getattr(module, "__file__", None) for module in list(sys.modules.values()))
    return {os.path.relpath(place, root).replace(os.sep, "/") for place in found if place and place.startswith(root)}


def walked_through(page: Session) -> None:
    """Do what most people do in a page, so that what it needs is loaded."""
    state = None
    example = next(iter(page.examples), "")
    for does, given in (
        ("new", {}), *((("example", {"name": example}),) if example else ()), *(("show", {"screen": screen}) for screen in SCREENS),
        ("report", {"format": "html", "edition": "team", "ending": ".html", "how": "look"}),
    ):  # fmt: skip
        request = {"does": does, "given": given, "state": state, "date": _DAY}
        state = json.loads(page.act(json.dumps(request)))["state"]
