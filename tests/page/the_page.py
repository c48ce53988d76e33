"""What the tests of the page share: Pyodide where it is, and the page as a person uses it, without a browser."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from involve_audit.cli import page as command
from involve_audit.cli.in_page import session
from involve_audit.page import packing

ROOT = Path(__file__).resolve().parents[2]
PYODIDE = ROOT / "node_modules" / "pyodide"
EXAMPLES = {p.parent.name: p for p in sorted((ROOT / "examples").glob("*/project.yaml"))}
DAY = "2026-11-29"


def pyodide() -> Path:
    """The folder of Pyodide; without it the test is skipped."""
    if not PYODIDE.is_dir():
        pytest.skip(f"Pyodide is not here: npm ci, or {packing.pin().fetched_by}")
    return PYODIDE


packed_once = cache(packing.packed)
"""What has been packed for one page is not packed again for another: the largest parts are the same for all."""

NODE_WAS_GIVEN = "node-was-given.txt"
"""Beside the page that is built: a hash of what node was given, which takes longest."""


def digest(*given: bytes) -> str:
    return " ".join(hashlib.sha256(data).hexdigest() for data in given)


def part_of(page: Path, name: str) -> bytes:
    """A file as it stands in a page."""
    found = re.search(f'id="{re.escape(name)}">([^<]*)', page.read_text(encoding="utf-8"))
    assert found
    return gzip.decompress(base64.b64decode(found[1]))


@cache
def given(**more: Any) -> str:
    return json.dumps({"examples": list(command._examples()), **{k: json.loads(v) for k, v in more.items()}})


def handed_in(name: str, data: str | bytes) -> dict[str, str]:
    data = data.encode("utf-8") if isinstance(data, str) else data
    return {"name": name, "data": base64.b64encode(data).decode("ascii")}


class Page:
    """The page without a browser: what is done, and what it shows then."""

    def __init__(self, **more: Any) -> None:
        self.session = session(given(**{k: json.dumps(v) for k, v in more.items()}))
        self.state: Any = None
        self.reply: dict[str, Any] = {}

    def do(self, does: str, on: str = DAY, **given: Any) -> dict[str, Any]:
        """As the script does it: everything goes through JSON."""
        request = {"does": does, "given": given, "state": self.state, "date": on}
        self.reply = json.loads(self.session.act(json.dumps(request)))
        self.state = self.reply["state"]
        return self.reply

    def open(self, text: str | bytes, name: str = "project.yaml") -> dict[str, Any]:
        return self.do("open", files=[handed_in(name, text)])

    def answer(self, **given: Any) -> dict[str, Any]:
        return self.do("answer", id=self.question, **given)

    @property
    def text(self) -> str:
        return str(self.state["text"])

    @property
    def question(self) -> str:
        """The id of the question that is asked."""
        found = re.search('name="id" value="([^"]*)"', self.reply["main"])
        return html.unescape(found[1]) if found else ""

    @property
    def asks(self) -> str:
        found = re.search("<h2[^>]*>(.*?)</h2>", self.reply["main"], re.DOTALL)
        return html.unescape(found[1]) if found else ""

    def saved(self) -> bytes:
        (file,) = self.reply["save"]
        return base64.b64decode(file["data"])
