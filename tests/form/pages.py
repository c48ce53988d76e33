"""What the tests of the project form share: a page, opening, saving, and going through it by keyboard."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from involve_audit.form.project_form import project_form as form_page
from involve_audit.load import read, read_project
from involve_audit.project.model import Project
from involve_audit.rubric import shipped
from involve_audit.rubric.model import Rubric

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = {p.parent.name: p for p in sorted((ROOT / "examples").glob("*/project.yaml"))}


@cache
def rubric() -> Rubric:
    return shipped.load(whole=True).rubric


@cache
def text_of_form(core: bool = False) -> str:
    return form_page(rubric(), core=core)


def project(text: str) -> Project:
    return read_project(read(text, "project.yaml"))


class Form:
    """The form in a browser, as a person uses it: by its labels and the keyboard."""

    def __init__(
        self, browser: Any, folder: Path, *, core: bool = False, width: int = 1280, scheme: str = "light"
    ) -> None:
        self.path = folder / "form.html"
        self.path.write_text(text_of_form(core), encoding="utf-8")
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, accept_downloads=True
        )
        self.trouble: list[str] = []
        self.page = self.context.new_page()
        self.page.on("console", lambda m: self.trouble.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda e: self.trouble.append(str(e)))
        self.page.on(
            "request", lambda r: self.trouble.append(r.url) if not r.url.startswith(("file:", "blob:")) else None
        )
        self.load()

    def load(self) -> None:
        self.page.goto(self.path.as_uri())

    def close(self) -> None:
        self.context.close()
        assert self.trouble == []

    def open(self, text: str | bytes, name: str = "project.yaml") -> None:
        data = text.encode("utf-8") if isinstance(text, str) else text
        self.page.locator("#messages").evaluate("box => box.replaceChildren()")
        self.page.set_input_files("#open", {"name": name, "mimeType": "application/yaml", "buffer": data})
        # No `wait_for_function`: it evaluates a text, which the page's security policy does not allow.
        self.page.wait_for_selector("#messages > *")

    @property
    def message(self) -> str:
        return " ".join(self.page.inner_text("#messages").split())

    def save(self) -> str:
        with self.page.expect_download() as waiting:
            self.page.locator(".save").last.press("Enter")
        self.saved_as = waiting.value.suggested_filename
        return Path(waiting.value.path()).read_text(encoding="utf-8")

    def tree(self) -> dict[str, Any]:
        return read(self.save(), "project.yaml").tree

    # --- by the keyboard alone ----------------------------------------------------------------------

    def at(self, place: str) -> Any:
        """The question at a place without numbers, the first one that can be seen."""
        return self.page.locator(f'.q[data-at="{place}"]:not([hidden])')

    def focused(self) -> dict[str, Any]:
        found: dict[str, Any] = self.page.evaluate(
            """() => {
              const a = document.activeElement;
              const q = a.closest(".q[data-at]");
              return {tag: a.tagName, type: a.type ?? "", at: q?.dataset.at ?? "", value: a.value ?? "", cls: a.className, id: a.id,
                      text: (a.textContent ?? "").trim().slice(0, 80), open: a.parentElement?.open ?? null};
            }"""
        )
        return found

    def tab_until(self, wanted: Any, limit: int = 400) -> dict[str, Any]:
        """Press Tab until something is focused; fail where the keyboard does not get there."""
        for _ in range(limit):
            self.page.keyboard.press("Tab")
            now = self.focused()
            if wanted(now):
                return now
        raise AssertionError(f"the keyboard does not get there; it stands at {self.focused()}")

    def open_summary(self, text: str) -> None:
        """Go to a heading that folds, and open it."""
        found = self.tab_until(lambda now: now["tag"] == "SUMMARY" and re.match(text, now["text"]))
        if not found["open"]:
            self.page.keyboard.press("Enter")

    def to(self, place: str) -> None:
        """Go to the first control of the question at a place."""
        self.tab_until(lambda now: now["at"] == place and now["tag"] != "SUMMARY")

    def type(self, place: str, text: str) -> None:
        self.to(place)
        self.page.keyboard.type(text)

    def choose(self, place: str, value: str) -> None:
        """Choose from a menu or from radio buttons with the arrow keys."""
        self.to(place)
        for _ in range(40):
            if self.focused()["value"] == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{value} cannot be chosen at {place}")

    def press(self, text: str) -> None:
        """Go to a button and press it."""
        self.tab_until(lambda now: now["tag"] == "BUTTON" and now["text"] == text)
        self.page.keyboard.press("Enter")
