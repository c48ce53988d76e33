"""The page in Firefox, as Debian packages it: it opens from disk, Python starts, and a question is answered."""

from __future__ import annotations

import contextlib
import json
import shutil
import socket
import subprocess
import time
from typing import Any

import pytest

STARTS = 120


class Firefox:
    """Firefox, driven by its own protocol: Playwright drives only a Firefox of its own."""

    def __init__(self, folder: Any) -> None:
        program = shutil.which("firefox-esr") or shutil.which("firefox")
        if program is None:
            pytest.skip("Firefox is not installed: apt-get install firefox-esr")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        (folder / "user.js").write_text(f'user_pref("marionette.port", {port});\n', encoding="utf-8")
        self.process = subprocess.Popen(
            [program, "--headless", "--marionette", "--no-remote", "--profile", str(folder)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self.number = 0
        until = time.monotonic() + STARTS
        while True:
            try:
                self.line = socket.create_connection(("127.0.0.1", port), timeout=STARTS)
                break
            except OSError:
                if time.monotonic() > until or self.process.poll() is not None:
                    self.close()
                    pytest.skip("Firefox is here, and cannot be driven")
                time.sleep(0.3)
        self.answer()
        self.ask("WebDriver:NewSession", {"capabilities": {}})

    def answer(self) -> Any:
        length = b""
        while (sign := self.line.recv(1)) != b":":
            length += sign
        data = b""
        while len(data) < int(length):
            data += self.line.recv(int(length) - len(data))
        return json.loads(data)

    def ask(self, what: str, given: dict[str, Any]) -> Any:
        self.number += 1
        text = json.dumps([0, self.number, what, given]).encode()
        self.line.sendall(str(len(text)).encode() + b":" + text)
        _, _, wrong, found = self.answer()
        assert wrong is None, wrong
        return found

    def run(self, script: str) -> Any:
        return self.ask("WebDriver:ExecuteScript", {"script": script, "args": []})["value"]

    def until(self, script: str) -> Any:
        end = time.monotonic() + STARTS
        while time.monotonic() < end:
            found = self.run(script)
            if found:
                return found
            time.sleep(0.3)
        raise AssertionError(f"{script} did not come true; {self.run('return document.body.innerText')[:800]}")

    def close(self) -> None:
        if hasattr(self, "line"):
            self.line.close()
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        if self.process.poll() is None:
            self.process.kill()


@pytest.fixture
def firefox(tmp_path):
    # The browser may still write when the test is over; the folder is taken away with the others.
    folder = tmp_path / "profile"
    folder.mkdir()
    made = Firefox(folder)
    yield made
    made.close()


def test_it_opens_in_firefox_and_answers(firefox, built):
    began = time.monotonic()
    firefox.ask("WebDriver:Navigate", {"url": built.as_uri()})
    firefox.run("document.querySelector('[data-start]').click()")
    assert (
        firefox.run("return document.querySelector('[data-first]:not([hidden]) h2').innerText")
        == "What is the title of the work?"
    )
    firefox.run("document.querySelector('[data-first]:not([hidden]) textarea').value = 'In Firefox'")
    firefox.until("return document.getElementById('progress').hidden")
    assert firefox.run("return document.getElementById('failed-says').textContent") == ""
    print(f"\nPython is there after {time.monotonic() - began:.1f} s")
    firefox.run("document.querySelector('[data-first]:not([hidden]) button.main').click()")
    firefox.until("return !document.getElementById('work').hidden && document.getElementById('busy').hidden")
    assert firefox.run("return document.querySelector('#screen h2').innerText") == "Where is the work now?"
    firefox.run(
        "document.querySelector('#screen input[value=\"4\"]').click(); document.querySelector('#screen button.main').click()"
    )
    firefox.until("return document.getElementById('live').textContent.includes('it is running')")
    assert firefox.run("return document.querySelector('#sheet .lead').innerText")
    firefox.run("document.querySelector('nav [data-screen=results]').click()")
    firefox.until(
        "return document.querySelector('[aria-label=\"Look at project.html\"]')?.click() ?? (document.querySelector('iframe') !== null)"
    )
    firefox.until(
        "return document.querySelector('iframe')?.contentDocument?.querySelector('h1')?.innerText.includes('In Firefox')"
    )
