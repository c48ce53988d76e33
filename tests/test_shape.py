"""The shape of the code: style, types, import rules, and one list per thing."""

from __future__ import annotations

import ast
import contextlib
import importlib
import re
import subprocess
import sys

import pytest
from jinja2 import nodes
from support import ROOT

from involve_audit.render import words
from involve_audit.render.templating import environment

SOURCES = sorted((ROOT / "src").rglob("*.py"))


def tool(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_linter_is_content():
    found = tool("ruff", "check", "src", "tests", "benchmarks")
    assert found.returncode == 0, found.stdout


def test_the_formatter_has_nothing_to_do():
    found = tool("ruff", "format", "--check", "src", "tests", "benchmarks")
    assert found.returncode == 0, found.stdout


def test_the_types_are_right():
    found = tool("mypy")
    assert found.returncode == 0, found.stdout


def test_imports_go_one_way():
    found = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert found.returncode == 0, found.stdout


def test_each_test_that_is_called_slow_is_there():
    there = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")}
    called = [line.split("::") for line in (ROOT / "tests" / "slow_tests.txt").read_text(encoding="utf-8").split()]
    assert [one for one in called if f"def {one[1]}(" not in there.get(one[0], "")] == []
    assert called == sorted(called)


def test_a_mark_stands_at_a_test():
    """At a function beside it, it does nothing, and says nothing: what it should skip is tried."""
    marked = re.compile(r"^@pytest\.mark\.(?s:.*?)^(?:def|class) (\w+)", re.MULTILINE)
    for path in (ROOT / "tests").rglob("test_*.py"):
        for name in marked.findall(path.read_text(encoding="utf-8")):
            assert name.lower().startswith("test"), f"{path}: {name} is no test"


def test_only_the_command_line_touches_the_world():
    """Files, streams, environment and clock belong to the command line, and to what reads the shipped files.

    The language alone is settled earlier: sentences of the command line are made as its modules are imported.
    """
    allowed = {"cli", "generate", "shipped.py", "frames.py", "__main__.py", "language.py"}
    found = []
    for path in SOURCES:
        if allowed.intersection(path.relative_to(ROOT / "src" / "involve_audit").parts):
            continue
        text = path.read_text(encoding="utf-8")
        if not re.search(r"\b(?:open|print|input)\(|\.(?:today|now|utcnow|environ|getenv)\b", text):
            continue  # to parse all of it takes seconds
        for node in ast.walk(ast.parse(text)):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Name) and called.id in ("open", "print", "input"):
                found.append(f"{path}:{node.lineno} calls {called.id}")
            if isinstance(node, ast.Attribute) and node.attr in ("today", "now", "utcnow", "environ", "getenv"):
                found.append(f"{path}:{node.lineno} uses {node.attr}")
    assert found == []


def test_there_are_no_back_doors():
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        for word in ("pragma: no cover", "raise NotImplementedError", "TODO", "FIXME"):
            assert word not in text, f"{path} holds {word}"


def test_a_class_has_a_name_of_its_own():
    """Beside those that are named as in a published schema, which speak of one thing in the file and in what is found of it.

    Of the others a clause is what grammars call so, and the interview asks a question that offers choices.
    """
    published = {"project", "results", "policy", "rubric"}
    known = {"Clause", "Choice", "Question"}
    where: dict[str, list[str]] = {}
    for path in SOURCES:
        for name in re.findall(r"^class ([A-Z]\w*)", path.read_text(encoding="utf-8"), re.MULTILINE):
            where.setdefault(name, []).append(path.relative_to(ROOT / "src" / "involve_audit").parts[0])
    twice = {name for name, folders in where.items() if len(folders) > 1 and set(folders) - published}
    assert twice == known


def test_nothing_is_called_utils():
    assert not [p for p in SOURCES if p.stem in ("utils", "helpers", "common", "misc", "core", "base")]


TEMPLATES = sorted(
    path for path in (ROOT / "src").rglob("templates/*") if path.suffix in (".html", ".md", ".css", ".svg")
)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.name)
def test_a_template_asks_only_for_words_that_are_there(path):
    """Neither the types nor the linter see a name within a template: one that went would be seen by a reader."""
    made = environment(str, "involve_audit.page")
    for asked in made.parse(path.read_text(encoding="utf-8")).find_all(nodes.Getattr):
        if isinstance(asked.node, nodes.Name) and asked.node.name == "words":
            assert hasattr(words, asked.attr), f"{path}:{asked.lineno} asks for words.{asked.attr}"


def test_templates_are_found():
    assert len(TEMPLATES) > 20


@pytest.mark.parametrize("folder", ["tests", "benchmarks"])
def test_what_is_not_typed_asks_only_for_names_that_are_there(folder):
    """The types of tests are not checked: a name that went is told here at once, and not by the one test that uses it."""
    gone = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        all_of_it = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        modules = {}
        for node in all_of_it:
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("involve_audit"):
                module = importlib.import_module(str(node.module))
                for name in node.names:
                    with contextlib.suppress(ImportError):
                        modules[name.asname or name.name] = importlib.import_module(f"{node.module}.{name.name}")
                    if name.name not in vars(module) and (name.asname or name.name) not in modules:
                        gone.append(f"{path}:{node.lineno}: {node.module}.{name.name}")
        gone += [
            f"{path}:{node.lineno}: {node.value.id}.{node.attr}"
            for node in all_of_it
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
            and node.value.id in modules and not hasattr(modules[node.value.id], node.attr)
        ]  # fmt: skip
    assert gone == []
