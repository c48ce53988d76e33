"""What every page has in common, whoever makes it: its colours, and that nothing acts in it but its own style and script."""

from __future__ import annotations

import re

LIGHT = {
    "ground": "#faf8f4", "sheet": "#ffffff", "quiet": "#f1ede5", "ink": "#24282d", "soft": "#50575f", "line": "#cfc8bb",
    "accent": "#17586a", "pale": "#bcd6dc", "bad": "#8c2f1b", "open": "#74500a", "good": "#25603a",
}  # fmt: skip
DARK = {
    "ground": "#15181b", "sheet": "#1d2125", "quiet": "#262b30", "ink": "#ebe8e2", "soft": "#b7bcc1", "line": "#454c53",
    "accent": "#86c9d8", "pale": "#2f5a65", "bad": "#f0a28e", "open": "#e6bf76", "good": "#9bd0aa",
}  # fmt: skip
PRINT = {
    "ground": "#ffffff", "sheet": "#ffffff", "quiet": "#f3f3f3", "ink": "#000000", "soft": "#404040", "line": "#999999",
    "accent": "#17586a", "pale": "#cfe0e4", "bad": "#7a2413", "open": "#5f4008", "good": "#1c4d2e",
}  # fmt: skip
"""Colours by name. Each text colour has a contrast of at least 4.5 on each of the grounds (a test computes it)."""


def palette(selector: str = ":root") -> str:
    """The colours as custom properties of what the selector names: on a light screen, on a dark one, and on paper."""

    def rule(colours: dict[str, str]) -> str:
        return f"{selector} {{ {' '.join(f'--{name}: {colour};' for name, colour in colours.items())} }}"

    return f"{rule(LIGHT)}\n@media (prefers-color-scheme: dark) {{ {rule(DARK)} }}\n@media print {{ {rule(PRINT)} }}"


def bare(css: str) -> str:
    """A style sheet without its comments, indents and empty lines: to the byte what stands in a page."""
    return re.sub(r"\n\s*", "\n", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)).strip()


def hashed(text: str) -> str:
    """The hash of a style or a script as a content security policy writes it."""
    # Their import would cost every run of `check`, which draws nothing, a few milliseconds.
    import base64
    import hashlib

    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def policy(style: str, script: str = "") -> str:
    """The content security policy of a page: its one style sheet and its one script act, by their hashes, and nothing else.

    So a style or a script that somebody gets into a text of the page does nothing, and nothing is fetched or sent.
    """
    scripts = f"script-src '{hashed(script)}'; " if script else ""
    return f"default-src 'none'; style-src '{hashed(style)}'; {scripts}base-uri 'none'; form-action 'none'"
