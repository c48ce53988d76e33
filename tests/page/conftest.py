"""The page, built once for all tests that need it whole."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from the_page import pyodide

from involve_audit.__main__ import main


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """The page as `involve-audit page` writes it."""
    target = tmp_path_factory.mktemp("page") / "involve-audit.html"
    assert main(["page", "-o", str(target), "--pyodide", str(pyodide())]) == 0
    return target
