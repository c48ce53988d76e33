"""The page in a real browser, opened from disk: a whole journey on a phone's width, the keyboard, drafts, and no request of any kind.

To start Python in a browser takes seconds of processor time, and each answer there several times what it takes here. Where the Python of the
page is what is tried, or anything that it might not hold, it is started, once for all those tests, and whatever it replies must be what the
same code replies in this process. So where the page itself is what is tried (keyboard, what is kept, accessibility), this process replies in its place.
"""

from __future__ import annotations

import base64
import json
import re
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from the_page import DAY, EXAMPLES, ROOT, given

from involve_audit.__main__ import main
from involve_audit.cli.in_page import session
from involve_audit.load import read

STARTS = 180_000
"""So many milliseconds Python may take on a machine that does much else; how long it took is printed."""


REPLIED_HERE = """window.Worker = class {
  postMessage({ id, parts, request }) {
    if (parts) for (let step = 1; step <= 5; step += 1) queueMicrotask(() => this.onmessage({ data: { step } }));
    else window.repliedHere(request).then((reply) => this.onmessage({ data: { id, reply } }));
  }
};"""
"""In place of the worker of the page: this process replies."""

LISTENED = """const Started = window.Worker;
window.heard = [];
window.Worker = class extends Started {
  postMessage(data) {
    if (data.request) this.addEventListener("message", (said) => { if (said.data.id === data.id) window.heard.push([data.request, said.data.reply]); });
    super.postMessage(data);
  }
};"""
"""The worker as it is; what it was asked and what it replied is kept."""

RUN_AXE = "(more) => axe.run(document, {iframes: false, resultTypes: ['violations'], ...more})"
"""Of what is as it should be, no element is written out."""
ASKED_OF = {"light": {}, "dark": {"runOnly": ["cat.color"]}}
"""What axe is asked of each scheme: of the second, all that hangs on colours."""

NOT_IN_A_PAGE = ("readability", "typst", "python_calamine")
"""What somebody may install beside this package."""


class Opened:
    """The page in a browser. Whatever it complains of, and whatever it asks for, fails the test.

    `python`: whether its own Python is started; otherwise this process replies.
    """

    def __init__(
        self, browser: Any, path: Path, width: int = 400, scheme: str = "light", *, python: bool = False, **more: Any
    ) -> None:
        self.context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, accept_downloads=True, **more
        )
        self.trouble: list[str] = []
        self.path = path
        self.python = python
        self.context.add_init_script(LISTENED if python else REPLIED_HERE)
        if not python:
            self.context.expose_function("repliedHere", self.reply)
        self.load()

    def load(self) -> None:
        self.began = time.perf_counter()
        self.here = session(given())
        self.page = self.context.new_page()
        self.page.on("console", self.heard)
        self.page.on("pageerror", lambda e: self.trouble.append(str(e)))
        self.page.on("request", lambda r: None if r.url.startswith(("file:", "blob:")) else self.trouble.append(r.url))
        # The same day everywhere, so that reports can be compared with those of the command line.
        self.page.clock.set_fixed_time(f"{DAY}T12:00:00")
        self.page.goto(self.path.as_uri())

    def reply(self, request: str) -> str:
        """What this process replies, without the packages that a page has not."""
        with pytest.MonkeyPatch.context() as now:
            for name in NOT_IN_A_PAGE:
                now.setitem(sys.modules, name, None)
            return self.here.act(request)

    def heard(self, message: Any) -> None:
        # The clock of the test is a script of its own, and no script acts in the frame of a report.
        if message.type in ("error", "warning") and not message.text.startswith(
            "Blocked script execution in 'about:srcdoc'"
        ):
            self.trouble.append(message.text)

    def begin_again(self) -> None:
        """Go back to where the page begins, if somebody has gone on from there."""
        if self.page.locator("[data-begin]").is_visible():
            self.page.click("[data-begin]")

    def close(self) -> None:
        heard = self.page.evaluate("window.heard ?? []")
        self.context.close()
        assert self.trouble == []
        assert bool(heard) is self.python
        for request, reply in heard:
            assert json.loads(reply) == json.loads(self.reply(request)), request

    def ready(self) -> None:
        self.page.wait_for_selector("#progress", state="hidden", timeout=STARTS)
        assert self.page.inner_text("#failed-says") == ""

    def settled(self) -> None:
        self.page.wait_for_selector("#busy", state="hidden", timeout=STARTS)

    def click(self, selector: str) -> None:
        self.page.click(selector)
        self.settled()

    @property
    def asks(self) -> str:
        return str(self.page.inner_text("#screen h2"))

    def saved(self, selector: str) -> bytes:
        with self.page.expect_download(timeout=STARTS) as waiting:
            self.page.click(selector)
        return Path(waiting.value.path()).read_bytes()

    def answer_something(self, n: int) -> None:
        """Choose an answer, or write one."""
        boxes = self.page.locator("#screen .choice > label:first-child input")
        if boxes.count():
            boxes.nth(min(n % 4, boxes.count() - 1)).check()
            words = self.page.locator("#screen .choice:has(input:checked) .words input")
            if words.count():
                words.first.fill("the panel")
        else:
            self.page.fill("#screen [name=text]", "2025")
        self.click("#screen button.main")
        if self.page.locator("#screen .wrong").count():
            self.click("#screen button >> text=I don’t know")


@pytest.fixture(scope="module")
def light(built, tmp_path_factory):
    """The page without the Python in it, which nothing asks for where this process replies: to load it takes most of the time of a test."""
    path = tmp_path_factory.mktemp("light") / built.name
    text = re.sub(r'(<script type="text/plain"[^>]*>)[^<]{100000,}', r"\1", built.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def started(browser, built):
    """The page with a Python of its own; a test may begin again in it."""
    one = Opened(browser, built, python=True)
    yield one
    one.close()


@pytest.fixture
def opened(browser, light):
    made: list[Opened] = []

    def open_page(**more: Any) -> Opened:
        made.append(Opened(browser, light, **more))
        return made[-1]

    yield open_page
    for one in made:
        one.close()


def test_the_whole_journey_on_a_phone(started, tmp_path, monkeypatch):
    """Begin, twelve answers, the sheet, save; and the bytes are those of the command line."""
    one, page = started, started.page
    clock: dict[str, float] = {}

    def at(what: str) -> None:
        clock[what] = round(time.perf_counter() - one.began, 1)

    page.click("[data-start]")
    page.fill("#first textarea >> visible=true", "A walk together")
    at("first question")
    page.click("#first button.main >> visible=true")
    page.click("#first >> text=It is running")
    page.click("#first button.main >> visible=true")
    page.fill("#first textarea >> visible=true", "co-production")
    page.click("#first button.main >> visible=true")
    page.wait_for_selector("#work:not([hidden])", timeout=STARTS)
    at("first verdict")
    assert page.inner_text("#sheet h2") == "Where it stands"
    slowest = 0.0
    for n in range(9):
        before = time.perf_counter()
        one.answer_something(n)
        slowest = max(slowest, time.perf_counter() - before)
    at("twelve answers")
    assert page.inner_text("#sheet .lead")
    assert page.inner_text("#live")
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    text = one.saved("nav >> text=Save project.yaml")
    assert read(text).tree["project"] == {"title": "A walk together", "phase": "running", "called": "co-production"}
    one.click("nav >> text=Results")
    reports = {
        name: one.saved(f"[aria-label='Save {name}']")
        for name in ("project.html", "project-contributors.md", "project.json")
    }
    at("saved")
    one.click("[aria-label='Look at project.html']")
    frame = page.frame_locator("iframe")
    assert "A walk together" in frame.locator("h1").inner_text()
    assert frame.locator("body").evaluate("b => getComputedStyle(b).backgroundColor") not in (
        "rgba(0, 0, 0, 0)",
        "rgb(255, 255, 255)",
    )
    # The command line says the same to the last byte.
    (tmp_path / "project.yaml").write_bytes(text)
    monkeypatch.chdir(tmp_path)
    for name, data in reports.items():
        edition = "contributors" if "contributors" in name else "team"
        assert main(["report", "project.yaml", "--date", DAY, "--edition", edition, "-o", f"out-{name}"]) == 0
        assert (tmp_path / f"out-{name}").read_bytes() == data, name
    print(
        f"\nthe clock, in seconds: {clock}; slowest answer {slowest:.1f}; page {one.path.stat().st_size / 1e6:.1f} MB"
    )


def test_with_a_python_of_its_own_it_looks_at_many_files_and_brings_in_what_others_wrote(started, axe):
    """One page after another would do as well; each has to start its Python first, which takes most of the time."""
    one, page = started, started.page
    one.ready()
    one.begin_again()
    one.click("[data-together]")
    page.click("#screen >> text=Many projects in one table")
    files = [str(EXAMPLES[n]) for n in ("dsni-1984", "scotland-sds-2013")]
    page.set_input_files(
        "#screen form[data-does=portfolio] [name=files]",
        [{"name": f"{n}.yaml", "mimeType": "text/plain", "buffer": Path(f).read_bytes()} for n, f in enumerate(files)],
    )
    page.set_input_files("#screen [name=policy]", str(ROOT / "examples" / "policy" / "funder.yaml"))
    one.click("#screen >> text=Make the table")
    assert "Dudley Street" in page.frame_locator("iframe").locator("body").inner_text()
    one.click("#screen >> text=Back")
    assert b"<!doctype html>" in one.saved("#screen >> text=Save the page for a screen").lower()
    # A file that is opened then can be gone on with.
    project = "format: 1\nproject: {title: A walk}\nreward: {pay: {status: ongoing, offered: all}}  # ours\n"
    page.set_input_files("#open", {"name": "project.yaml", "mimeType": "text/plain", "buffer": project.encode()})
    page.wait_for_selector("#work:not([hidden])", timeout=STARTS)
    one.settled()
    asked = one.asks
    one.click("#screen button >> text=Ask me later")
    assert one.asks != asked

    def hand_in(form: str, name: str, text: str) -> None:
        one.click("nav >> text=Together")
        page.evaluate("() => document.querySelectorAll('#screen details').forEach((one) => { one.open = true; })")
        there = {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
        page.set_input_files(f"#screen form[data-does={form}] [name=files]", there)
        one.click(f"#screen form[data-does={form}] button.main")
        page.evaluate(axe)
        found = page.evaluate(RUN_AXE)["violations"]
        assert [f"{v['id']}: {n['target']}" for v in found for n in v["nodes"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 400

    hand_in("merge", "copy.yaml", project.replace("all", "some").replace("A walk}", "A walk, phase: running}"))
    page.check("#screen fieldset >> text=The other copy: some")
    one.click("#screen button.main")
    hand_in("passages", "application.md", "Our patient panel has eight members. We pay panel members £27.50 an hour.")
    page.check("#screen fieldset >> text=27.50 per hour")
    one.click("#screen button.main")
    hand_in(
        "log", "log.csv", "What was said,What changed,Date\nFewer questions,The survey has half of them,2026-03-02\n"
    )
    one.click("#screen button.main")
    hand_in("advert", "invitation.md", "Join our panel and shape our research. Every idea will be used.")
    assert "promise" in page.frame_locator("iframe").locator("body").inner_text()
    tree = read(one.saved("nav >> text=Save project.yaml").decode()).tree
    assert tree["project"] == {"title": "A walk", "phase": "running"}
    assert tree["reward"]["pay"]["offered"] == "some"
    assert "27.50" in tree["reward"]["pay"]["rate"]
    assert "half of them" in str(tree["influence"]["log"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(opened, axe, scheme):
    one = opened(scheme=scheme, bypass_csp=True)
    page = one.page

    def violations() -> list[str]:
        page.evaluate(axe)
        found = page.evaluate(RUN_AXE, ASKED_OF[scheme])["violations"]
        return [f"{v['id']}: {n['target']} {n['failureSummary']}" for v in found for n in v["nodes"]]

    page.wait_for_selector("[data-start]")
    assert violations() == []
    one.ready()
    page.set_input_files("#open", str(EXAMPLES["scotland-sds-2013"]))
    page.wait_for_selector("#work:not([hidden])", timeout=STARTS)
    one.settled()
    assert violations() == []
    one.click("#screen button.main")
    assert page.locator("#screen .wrong").count() == 1
    for screen in ("All my answers", "Results", "Together"):
        one.click(f"nav >> text={screen}")
        if screen == "All my answers":
            one.click("#screen >> text=Show all, also to print")
        page.evaluate("() => document.querySelectorAll('#screen details').forEach((one) => { one.open = true; })")
        assert violations() == [], screen
        assert page.evaluate("document.documentElement.scrollWidth") <= 400, screen
    one.click("nav >> text=All my answers")
    for opens in ("Open: Room “advisory_group”", "Add a decision", "Open: Views"):
        button = page.locator(f"#screen button:is([aria-label='{opens}'], [aria-label$=': {opens}'])")
        if button.count():
            button.first.evaluate("one => one.click()")
            one.settled()
            page.evaluate("() => document.querySelectorAll('#screen details').forEach((one) => { one.open = true; })")
            assert violations() == [], opens
            assert page.evaluate("document.documentElement.scrollWidth") <= 400, opens
        one.click("nav >> text=All my answers")
    one.click("nav >> text=Results")
    one.click("[aria-label='Look at project-contributors.html']")
    assert violations() == []


def test_by_keyboard_alone(opened):
    one = opened(width=1280)
    page = one.page

    def tab_to(words: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if words in page.evaluate("document.activeElement.closest('label,button')?.textContent ?? ''"):
                return
        raise AssertionError(f"the keyboard does not get to {words}")

    tab_to("Begin")
    page.keyboard.press("Enter")
    tab_to("Your answer")
    page.keyboard.type("By keyboard")
    tab_to("Continue")
    page.keyboard.press("Enter")
    tab_to("An idea")
    page.keyboard.press("ArrowDown")
    tab_to("Continue")
    page.keyboard.press("Enter")
    tab_to("Ask me later")
    page.keyboard.press("Enter")
    page.wait_for_selector("#work:not([hidden])", timeout=STARTS)
    one.settled()
    assert page.evaluate("document.activeElement.tagName") == "H2"
    tab_to("I don’t know")
    page.keyboard.press("Enter")
    one.settled()
    assert "phase: applying" in one.saved("nav >> text=Save project.yaml").decode()


def test_a_new_entry_by_keyboard_alone(opened):
    """A room is begun, a mistake in it said and mended, and all of it undone; the file on disk is as it was."""
    one = opened(width=400)
    page = one.page
    one.ready()
    page.set_input_files(
        "#open",
        {
            "name": "project.yaml",
            "mimeType": "text/plain",
            "buffer": b"format: 1\nproject: {title: A}  # a walk\nviews: none\n",
        },
    )
    page.wait_for_selector("#work:not([hidden])", timeout=STARTS)
    one.settled()

    def tab_to(words: str) -> None:
        for _ in range(300):
            page.keyboard.press("Tab")
            now = page.evaluate(
                "() => { const a = document.activeElement; return [a.id, a.getAttribute('aria-label') ?? '', a.textContent.trim().slice(0, 60)]; }"
            )
            if words in now:
                return
        raise AssertionError(f"the keyboard does not get to {words}")

    tab_to("All my answers")
    page.keyboard.press("Enter")
    one.settled()
    tab_to("Rooms: groups that meet: Add a room")
    page.keyboard.press("Enter")
    one.settled()
    assert one.asks == "A new room"
    assert page.evaluate("document.activeElement.tagName") == "H2"
    tab_to("name")
    page.keyboard.type("panel")
    tab_to("f-contributors")
    page.keyboard.type("some or other")
    page.keyboard.press("Enter")
    one.settled()
    assert page.locator("#f-contributors-wrong").inner_text()
    assert page.input_value("#f-contributors") == "some or other"
    page.fill("#f-contributors", "about 8")
    page.focus("#f-contributors")
    page.keyboard.press("Enter")
    one.settled()
    assert one.asks == "Room “panel”"
    saved = one.saved("nav >> text=Save project.yaml").decode()
    assert (
        saved
        == "format: 1\nproject: {title: A}  # a walk\nviews: none\n\nrooms:\n  panel:\n    contributors: about 8\n"
    )
    tab_to("Undo the last change")
    page.keyboard.press("Enter")
    one.settled()
    assert one.asks == "All my answers"
    assert one.saved("nav >> text=Save project.yaml") == b"format: 1\nproject: {title: A}  # a walk\nviews: none\n"


def test_where_scripts_are_off_it_says_so(browser, light):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(light.as_uri())
    assert "scripts are switched off" in page.inner_text("noscript")
    context.close()


def test_answers_stay_only_by_consent_and_can_be_forgotten(opened):
    one = opened(width=1280)
    one.ready()
    one.page.set_input_files("#open", str(EXAMPLES["dsni-1984"]))
    one.page.wait_for_selector("#keeping:not([hidden])", timeout=STARTS)
    one.settled()
    assert one.page.evaluate("localStorage.length") == 0
    one.page.check("#keep")
    one.settled()
    assert "29 December 2026" in one.page.inner_text("#keeping")
    one.click("#screen button >> text=I don’t know")
    asked = one.asks
    one.page.close()
    one.load()
    one.ready()
    assert "29 December 2026" in one.page.inner_text("#kept")
    one.click("[data-go-on]")
    assert one.asks == asked
    one.click("#keeping [data-forget]")
    assert one.page.evaluate("localStorage.length") == 0
    assert one.page.locator("#kept").is_hidden()
    # What was kept goes on its day, whether or not somebody looks.
    kept = {"until": "2026-11-28", "until_says": "28 November 2026", "state": {}}
    one.page.evaluate("kept => localStorage.setItem('involve-audit page', JSON.stringify(kept))", kept)
    one.page.close()
    one.load()
    assert one.page.locator("#kept").is_hidden()
    assert one.page.evaluate("localStorage.length") == 0


def test_where_python_cannot_start_it_says_what_to_do_and_hands_out_the_answers(opened, built, tmp_path, browser):
    text = built.read_text(encoding="utf-8")
    broken = tmp_path / "broken.html"
    begin = text.index('id="pyodide.asm.wasm">') + len('id="pyodide.asm.wasm">')
    broken.write_text(text[:begin] + "AAAA" + text[begin + 4 :], encoding="utf-8")
    one = Opened(browser, broken, python=True)
    one.page.wait_for_selector("#failed:not([hidden])", timeout=STARTS)
    assert "Python did not start" in one.page.inner_text("#failed h2")
    one.context.close()


def test_an_answer_is_changed_undone_and_files_are_dropped(opened):
    one = opened(width=1280)
    one.ready()
    data = base64.b64encode(EXAMPLES["freshstart-before-2020"].read_bytes()).decode()
    one.page.evaluate(
        """data => { const files = new DataTransfer();
        files.items.add(new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], "project.yaml"));
        document.dispatchEvent(new DragEvent("drop", {dataTransfer: files, cancelable: true})); }""",
        data,
    )
    one.page.wait_for_selector("#work:not([hidden])", timeout=STARTS)
    one.settled()
    one.click("nav >> text=All my answers")
    one.click("[aria-label='Change: Phase']")
    assert one.asks == "Where is the work now?"
    one.page.check("#screen >> text=It is finished")
    one.click("#screen button.main")
    assert "phase: finished" in one.saved("nav >> text=Save project.yaml").decode()
    one.click("nav >> text=Questions")
    one.click("#screen button >> text=Back")
    assert one.saved("nav >> text=Save project.yaml") == EXAMPLES["freshstart-before-2020"].read_bytes()
