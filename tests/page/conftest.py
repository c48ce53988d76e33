"""The page, built once for all tests that need it whole."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from the_page import NODE_WAS_GIVEN, digest, packed_once, pyodide

from involve_audit.__main__ import main
from involve_audit.cli import page as command
from involve_audit.page import packing

_PATIENCE = 600
"""So many seconds a worker waits for the one that builds."""


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """The page as `involve-audit page` writes it; built by one of the workers for all."""
    several = "PYTEST_XDIST_WORKER" in os.environ
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if several else base) / "the-page"
    target, begun = folder / "involve-audit.html", folder / "begun.html"
    found = pyodide()
    try:
        folder.mkdir()
    except FileExistsError:
        until = time.monotonic() + _PATIENCE
        while not target.exists():
            assert time.monotonic() < until, "another worker did not build the page"
            time.sleep(0.5)
        return target

    def compiled(place, *given):
        made = compile_(place, *given)
        (folder / NODE_WAS_GIVEN).write_text(digest(*given), encoding="utf-8")
        return made

    with pytest.MonkeyPatch.context() as now:
        compile_ = command._compiled
        now.setattr(command, "_compiled", compiled)
        now.setattr(packing, "packed", packed_once)
        assert main(["page", "-o", str(begun), "--pyodide", str(found)]) == 0
    return begun.rename(target)
