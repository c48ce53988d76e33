"""A real browser for the forms: Chromium as Debian packages it, driven by Playwright."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT = Path(__file__).resolve().parents[2]


def _chromium() -> str | None:
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for all tests of a run."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
    path = _chromium()
    if path is None:
        pytest.skip("Chromium is not installed: apt-get install chromium, or name it in CHROMIUM")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        with contextlib.suppress(Exception):
            started.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checker axe-core, where npm has put it beside the repository's files."""
    for folder in (os.environ.get("NODE_MODULES", ""), _ROOT / "node_modules"):
        found = Path(folder) / "axe-core" / "axe.min.js"
        if folder and found.is_file():
            return found.read_text(encoding="utf-8")
    pytest.skip("axe-core is not installed: npm install --no-save axe-core, or name its folder in NODE_MODULES")
