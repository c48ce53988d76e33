"""Settings of all tests: a clean environment, the command line inside a test, and the helper modules beside this file."""

from __future__ import annotations

import contextlib
import gc
import importlib
import inspect
import io
import os
import shutil
import sys
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain, product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

# Each worker reads two hundred modules of tests, and some tests start the command again and again: what Python compiled for one of them is
# kept for the others, also where the environment says otherwise, as it often does in a container. It takes half a minute to compile it anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


# Ten thousand tests are objects that stay until the end, and hypothesis looks for cycles at every collection: without these
# three lines a fifth of the time goes into looking through them again and again.
gc.disable()


def pytest_collection_finish():
    from once import everything

    everything()
    # Said once and not before each test, of which there are thousands; pytest has looked already how it shall print.
    for name in ("CI", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "GITHUB_ACTIONS"):
        os.environ.pop(name, None)
    os.environ["TERM"] = "dumb"
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish():
    """At the end pytest looks for what could not be put away: in what was left lately, and not in all that is kept for other tests."""
    gc.collect(1)
    gc.freeze()


def pytest_sessionstart(session):
    """A worker says six times of each test how far it is, which takes a third of the time of a short one; that it passed is enough.

    Where somebody asks how long what takes, or for a report in XML, all of it is said.
    """
    options = session.config.option
    worker = next((one for one in session.config.pluginmanager.get_plugins() if hasattr(one, "sendevent")), None)
    if worker is None or options.durations or options.xmlpath:
        return
    send = worker.sendevent

    def what_tells_something(name, **told):
        report = told.get("data", {})
        silent = name == "testreport" and report["when"] != "call" and report["outcome"] == "passed"
        if name not in ("logstart", "logfinish") and not (silent and not report["sections"]):
            send(name, **told)

    worker.sendevent = what_tells_something


def _runs_all(config):
    """Whether all tests are run, and none chosen."""
    chosen = config.option.markexpr or config.option.keyword
    return not chosen and [Path(one).resolve() for one in config.args] == [HERE]


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session):
    """Where all tests are run by several workers, each begins to read them elsewhere: what one of them compiled is there for the others.

    Each has to read all; to compile them, as after a fresh clone, takes longer than everything else before the first test.
    """
    given = getattr(session.config, "workerinput", None)
    if given is None or not _runs_all(session.config):
        return
    modules = sorted(HERE.rglob("test_*.py"))
    for path in modules[len(modules) * int(given["workerid"].removeprefix("gw")) // given["workercount"] :]:
        if str(path.parent) not in sys.path:
            sys.path.insert(0, str(path.parent))
        # What cannot be read is told when pytest reads it.
        with contextlib.suppress(Exception, pytest.skip.Exception):
            importlib.import_module(path.stem)


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(collector, name, obj):
    """Where all tests are run, the rows of a table are one test, as with `rows`: to begin a test takes longer than most rows do.

    So it is where a test asks for no fixture, is no search and is not called slow: of those, each row may go to another worker.
    """
    tables = [mark for mark in getattr(obj, "pytestmark", ()) if mark.name == "parametrize"]
    if not tables or not inspect.isfunction(obj) or not isinstance(collector, pytest.Module):
        return None
    slow = _all_slow(collector.path) or f"{collector.path.name}::{name}" in SLOW_TESTS
    if slow or hasattr(obj, "hypothesis") or not _runs_all(collector.config):
        return None
    if any(mark.kwargs.keys() - {"ids"} or not hasattr(mark.args[1], "__len__") for mark in tables):
        return None
    names = [
        [key.strip() for key in one.split(",")] if isinstance(one, str) else list(one)
        for one in (mark.args[0] for mark in tables)
    ]
    keys = [*chain(*names)]
    if set(inspect.signature(obj).parameters) != {*keys}:
        return None
    from support import rows

    each = [
        [row if len(some) > 1 else (row,) for row in mark.args[1]] for mark, some in zip(tables, names, strict=True)
    ]
    told = [tuple(chain(*row)) for row in product(*each)]
    merged = rows(", ".join(keys), told if len(keys) > 1 else chain(*told))(obj)
    merged.pytestmark = [mark for mark in obj.pytestmark if mark.name != "parametrize"]
    one = pytest.Function.from_parent(collector, name=name, callobj=merged)
    return None if one.fixturenames else [one]


# How long an example takes, and how many are put aside, says more of a busy machine than of what is tried.
_EACH = settings(deadline=None, suppress_health_check=list(HealthCheck))
settings.register_profile("same every time", _EACH, derandomize=True, max_examples=20)
settings.register_profile("search", _EACH, derandomize=False, max_examples=300)
# A change is judged by the same examples as the tree before it, and by few, for they are the same at every run: the hunt for what nobody
# thought of is `--hypothesis-profile=search` and benchmarks/search.py.
settings.load_profile("same every time")


@dataclass(frozen=True)
class Result:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys, monkeypatch):
    """Run the command line as `main` does, with what it printed."""
    from involve_audit.__main__ import main

    def call(*arguments: object, stdin: str | bytes | None = None) -> Result:
        if stdin is not None:
            data = stdin.encode() if isinstance(stdin, str) else stdin
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        capsys.readouterr()
        code = main([str(a) for a in arguments])
        printed = capsys.readouterr()
        return Result(code, printed.out, printed.err)

    return call


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the committed reports of the examples again")


SLOW = {
    "test_laws.py", "test_policy_laws.py", "test_compare_laws.py", "test_interview_laws.py", "test_few_answers_are_enough.py", "test_accounts.py",
    "test_decided.py", "test_simulator.py", "test_steps_hold.py", "test_flips.py", "test_extend.py", "test_exports_filled.py",
    "test_cli_folders.py", "test_cli_completion.py", "test_cli_outputs.py", "test_cli_policy.py", "test_cli_discreet.py", "test_cli_explain_all.py", "test_portfolio_command.py",
    "test_hostile.py", "test_properties.py", "test_search.py", "test_written_whole.py",
    "test_room_public_privacy.py", "test_room_oracle.py", "test_docs.py", "test_docs_ci.py", "test_docs_policy.py",
    "test_cli_every_word.py", "test_lookback_discreet.py", "test_portfolio_beside.py", "test_history.py", "test_report_attached.py",
    "test_page_together.py", "test_page_brought.py", "test_page_results.py", "test_page_needs_little.py", "test_looking_back.py", "test_import_prose.py",
}  # fmt: skip
"""Tests that run many commands or processes, or go through every answer of every example. So is whatever needs a browser, and every search."""

SLOW_TESTS = frozenset((Path(__file__).parent / "slow_tests.txt").read_text("utf-8").split())
"""Tests of other files that take more than a seventh of a second of processor time for one property, each time they are tried.

Reports as they are committed, cases judged by hand, the linter and the like stay: they find much for what they take.
"""


def _all_slow(path):
    return path.name in SLOW or path.name.endswith("_browser.py")


def pytest_ignore_collect(collection_path, config):
    """Files of which every test is left out are not even read: that alone takes some seconds."""
    return True if config.option.markexpr == "not slow" and _all_slow(collection_path) else None


ROWS = 2
"""So many rows of a test with more are tried without the slow ones: the first and the last."""
ALL_ROWS = {
    "facts", "load", "due", "test_golden.py", "test_policy_conditions.py", "test_compare_between.py", "test_views_rules.py", "test_import_headings.py",
    "test_advert_kinds.py", "test_by_hand.py",
}  # fmt: skip
"""Folders and files whose tests take little and find much: every row is tried."""


@cache
def _all_rows(path):
    return bool(ALL_ROWS & set(path.parts))


def _rows_left_out(items):
    """Of the tests that stand here once for each of many rows, the rows that only a whole run tries."""
    rows: dict[Any, list[Any]] = {}
    for item in items:
        if hasattr(item, "callspec") and not _all_rows(item.path):
            rows.setdefault((item.path, item.cls, item.originalname), []).append(item)
    for all_of_it in rows.values():
        most = len(all_of_it) - 1
        kept = {round(n * most / (ROWS - 1)) for n in range(ROWS)}
        yield from (item for n, item in enumerate(all_of_it) if n not in kept)


FIRST = {"test_language.py", "test_shape.py"}
"""A test of these takes longest: begun at the end, it would keep one worker busy while the other has nothing to do."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    items.sort(key=lambda item: item.path.name not in FIRST)
    slow = set(_rows_left_out(items))
    for item in items:
        searches = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        whole_page = "built" in getattr(item, "fixturenames", ())
        by_name = f"{item.path.name}::{getattr(item, 'originalname', None)}" in SLOW_TESTS
        if item in slow or searches or whole_page or by_name or _all_slow(item.path):
            slow.add(item)
            item.add_marker(pytest.mark.slow)
    if config.option.markexpr == "not slow":
        # Left out before anything sorts them, and before hypothesis reads every module for what its searches might try.
        config.hook.pytest_deselected(items=[item for item in items if item in slow])
        items[:] = [item for item in items if item not in slow]


# --- a real browser: Chromium as Debian packages it (best `chromium-headless-shell`), driven by Playwright; one for all tests of a run ---------------


def _chromium() -> str | None:
    """Where Chromium is; rather without the windows, menus and tabs around a page, which cost more than most pages do."""
    return (
        os.environ.get("CHROMIUM")
        or shutil.which("chromium-headless-shell")
        or shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for all tests of a run: Playwright cannot be started twice in one process."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="Playwright is not installed: pip install playwright"
    )
    path = _chromium()
    if path is None:
        pytest.skip("Chromium is not installed: apt-get install chromium-headless-shell, or name it in CHROMIUM")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        with contextlib.suppress(Exception):
            started.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checker axe-core, as a script; it comes with the package that drives it from Python."""
    pytest.importorskip("axe_playwright_python", reason="axe is not installed: pip install axe-playwright-python")
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def opened(browser: Any, pages: dict[str, Path]) -> Iterator[Any]:
    """Open one of the `pages` of a test by its name, on a screen of a width, light or dark.

    Whatever the browser complains of, and whatever it asks for, fails the test.
    """
    contexts, said = [], []

    def open_page(name: str, wide: int = 1280, scheme: str = "light", high: int = 800) -> Any:
        context = browser.new_context(viewport={"width": wide, "height": high}, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("dialog", lambda dialog: said.append(f"a dialog: {dialog.message}"))
        page.on(
            "request",
            lambda request: None if request.url.startswith("file:") else said.append(f"asked for {request.url}"),
        )
        page.goto(pages[name].as_uri())
        assert page.title() != "run"
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not said
