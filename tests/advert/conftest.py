"""Running the command inside the test."""

from __future__ import annotations

import pytest


@pytest.fixture
def run(run):
    """Run `advert` as `main` does, with what it printed."""
    return lambda *arguments, stdin=None: run("advert", *arguments, stdin=stdin)
