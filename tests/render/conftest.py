"""A real browser for the pages: Chromium as Debian packages it, driven by Playwright."""

from form.conftest import axe, browser

__all__ = ["axe", "browser"]
