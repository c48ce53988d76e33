"""`page`: what goes into the file, that it is what was pinned, and what is said where something is not there."""

from __future__ import annotations

import importlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile

import pytest
from the_page import NODE_WAS_GIVEN, PYODIDE, ROOT, digest, packed_once, part_of, pyodide

from involve_audit.page import bytecode, packing
from involve_audit.render.theme import hashed

POLICY = ROOT / "examples" / "policy" / "funder.yaml"


@pytest.fixture
def packs_once(monkeypatch):
    monkeypatch.setattr(packing, "packed", packed_once)


def test_without_pyodide_it_says_how_to_fetch_it(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("involve_audit.cli.page._found", lambda: None)
    found = run("page", "-o", "page.html")
    assert found.code == 2
    assert packing.pin().fetched_by in found.err
    assert not (tmp_path / "page.html").exists()


def test_another_pyodide_is_refused(run, tmp_path):
    folder = tmp_path / "pyodide"
    folder.mkdir()
    for name in packing.pin().files:
        (folder / name).write_text("not it", encoding="utf-8")
    found = run("page", "-o", tmp_path / "page.html", "--pyodide", folder)
    assert found.code == 2
    assert "its hash is another" in found.err
    assert not (tmp_path / "page.html").exists()
    found = run("page", "-o", tmp_path / "page.html", "--pyodide", tmp_path)
    assert (found.code, "no folder of Pyodide" in found.err) == (2, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("-o", "page.yaml"),
        ("-o", "page.html", "--rubric", "nowhere.yaml"),
        ("-o", "page.html", "--policy", "nowhere.yaml"),
    ],
)
def test_what_is_asked_for_wrongly_is_refused(run, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    assert run("page", *arguments).code == 2
    assert not list(tmp_path.iterdir())


def test_the_lock_pins_what_the_package_pins_and_names_no_host():
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    text = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert package["dependencies"] == {"pyodide": packing.pin().version}
    assert json.loads(text)["packages"]["node_modules/pyodide"]["version"] == packing.pin().version
    assert "integrity" in json.loads(text)["packages"]["node_modules/pyodide"]
    assert "http" not in text


@pytest.mark.usefixtures("packs_once")
def test_the_page_is_small_enough_and_the_same_each_time(built, tmp_path, run, monkeypatch):
    """Node is given the same bytes again; that it makes the same of them is the test after this."""
    data = built.read_bytes()
    assert len(data) <= packing.MOST

    def compiled(place, *given):
        assert digest(*given) == (built.parent / NODE_WAS_GIVEN).read_text(encoding="utf-8")
        return part_of(built, packing.LIBRARY), part_of(built, "package.zip")

    monkeypatch.setattr("involve_audit.cli.page._compiled", compiled)
    again = tmp_path / "again.html"
    assert run("page", "-o", again, "--pyodide", PYODIDE).code == 0
    assert again.read_bytes() == data


COMPILED = """
import hashlib, json, os
from involve_audit.cli.in_page import session
from involve_audit.cli.page import _examples, _package
from involve_audit.page import bytecode

bytecode.walked_through(session(json.dumps({"examples": list(_examples())})))
for files, root, explained in ((dict(_package()), os.environ["SOURCES"], True), ({}, os.path.dirname(os.__file__), False)):
    used = bytecode.used_of(root + os.sep)
    for name in used - files.keys():
        with open(os.path.join(root, name), "rb") as module:
            files[name] = module.read()
    assert len(used) > 50
    print(hashlib.sha256(bytecode.compiled(bytecode.archive(files), used, explained=explained)).hexdigest())
"""


def test_what_is_compiled_is_the_same_each_time():
    """What node does, in this Python, which is ten times as quick: in a new process each time, in which texts have other hashes."""
    one, other = (
        subprocess.run(
            [sys.executable, "-c", COMPILED],
            env=os.environ | {"PYTHONHASHSEED": seed, "SOURCES": str(ROOT / "src")},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    )
    assert len(one.split()) == 2
    assert one == other


def test_only_its_own_script_acts_and_nothing_is_fetched(built):
    text = re.sub(r'(<script type="text/plain"[^>]*>)[^<]*', r"\1", built.read_text(encoding="utf-8"))
    policy = re.search('Content-Security-Policy" content="([^"]*)"', text)[1]
    (script,) = re.findall('<script type="module">(.*?)</script>', text, re.DOTALL)
    assert hashed(script) in policy.replace("&#39;", "'")
    assert "default-src 'none'" in policy.replace("&#39;", "'")
    for word in ("connect-src", "http", "*", "unsafe-eval' ", "script-src 'unsafe-inline'"):
        assert word not in policy.replace("'wasm-unsafe-eval'", ""), word
    assert not re.search(r"""(?:src|href|action)\s*=\s*["'](?!#)""", text)


def test_the_script_is_joined_from_modules_and_each_name_is_there_once():
    code = packing.script()
    assert "import {" not in code
    assert not re.search("^export ", code, re.MULTILINE)
    names = re.findall(r"^(?:async )?(?:function|const|let|class) (\w+)", code, re.MULTILINE)
    assert len(names) == len(set(names))


def test_no_words_of_a_report_and_no_yaml_stand_in_the_script():
    """What people read comes from templates and from Python."""
    code = re.sub(r"//.*|/\*.*?\*/", "", packing.script() + packing.source("script/worker.js"), flags=re.DOTALL)
    sentences = [
        s
        for s in re.findall(r'"([^"\n]*)"|`([^`]*)`', code)
        for s in s
        if re.search(r"[a-z]{3,} [a-z]{2,} [a-z]{2,}", s)
    ]
    # Errors of the browser, shown word by word where Python cannot start; and the line that starts it.
    assert [
        s
        for s in sentences
        if not s.startswith(("a worker could not", "import sys")) and "is not in this page" not in s
    ] == []
    assert "yaml" not in code.lower()


def test_every_module_is_joined():
    script = ROOT / "src" / "involve_audit" / "page" / "script"
    assert {p.stem for p in script.glob("*.js")} == {*packing._MODULES, packing._WORKER, "make"}


def test_the_types_of_the_script_are_right():
    compiler = ROOT / "node_modules" / "typescript" / "bin" / "tsc"
    if not compiler.exists() or shutil.which("node") is None:
        pytest.skip("TypeScript is not here: npm ci")
    found = subprocess.run(
        ["node", compiler, "-p", ROOT], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert found.returncode == 0, found.stdout


def test_what_the_page_begins_with_is_compiled_for_its_own_python(built):
    """It starts in half the time; what is not needed at once stays text, for all of it would be too long."""
    for name, begins, later in (
        ("package.zip", "involve_audit/page/session.py", "involve_audit/advert/promises.py"),
        ("python_stdlib.zip", "json/__init__.py", "tarfile.py"),
    ):
        names = zipfile.ZipFile(io.BytesIO(part_of(built, name))).namelist()
        assert f"{begins}c" in names, "is node here?" if shutil.which("node") else pytest.skip("node is not here")
        assert begins not in names
        assert later in names
        assert not [n for n in names if n.startswith(packing._NEVER_USED)]


@pytest.mark.parametrize("node", [None, sys.executable])
@pytest.mark.usefixtures("packs_once")
def test_without_node_the_page_is_made_and_that_it_starts_later_is_said(run, tmp_path, monkeypatch, node):
    monkeypatch.setattr("involve_audit.cli.page.shutil.which", lambda name: node)
    found = run("page", "-o", tmp_path / "page.html", "--pyodide", pyodide())
    assert found.code == 0, found.err
    assert "some seconds longer to start" in found.err


def test_an_archive_with_bytecode_runs_the_same(tmp_path, monkeypatch):
    """Held with the Python of the tests: what it compiles, it imports."""
    text = b'"""What it is."""\nfrom kept_packed.other import answer\n'
    given = bytecode.archive(
        {
            "kept_packed/__init__.py": text,
            "kept_packed/other.py": b"answer = {'a', 'b'}\n",
            "kept_packed/data.csv": b"1,2",
        }
    )
    made = bytecode.compiled(given, {"kept_packed/__init__.py"})
    assert made == bytecode.compiled(given, {"kept_packed/__init__.py"})
    names = zipfile.ZipFile(io.BytesIO(made)).namelist()
    assert names == ["kept_packed/__init__.pyc", "kept_packed/data.csv", "kept_packed/other.py"]
    (tmp_path / "made.zip").write_bytes(made)
    monkeypatch.syspath_prepend(str(tmp_path / "made.zip"))
    found = importlib.import_module("kept_packed")
    assert (found.answer, found.__doc__) == ({"a", "b"}, "What it is.")
    (tmp_path / "bare.zip").write_bytes(bytecode.compiled(given, {"kept_packed/__init__.py"}, explained=False))
    assert bytecode.used_of(str(tmp_path / "made.zip") + "/") == {"kept_packed/__init__.pyc", "kept_packed/other.py"}


def test_nothing_is_packed_that_only_one_machine_runs():
    from involve_audit.cli.page import _package

    names = [name for name, _ in _package()]
    assert "involve_audit/rubrics/co-production.yaml" in names
    assert {name.split("/")[0] for name in names} == {"involve_audit", *packing.LIBRARIES}
    assert not [n for n in names if n.endswith((".so", ".pyd", ".pyc"))]


@pytest.mark.usefixtures("packs_once")
def test_a_page_of_a_funder_has_its_title_policy_and_rubric(run, tmp_path, monkeypatch):
    monkeypatch.setattr(
        "involve_audit.cli.page._compiled", lambda *given: None
    )  # it takes long, and changes none of this
    target = tmp_path / "page.html"
    own = ROOT / "examples" / "own-rubric" / "rubric.yaml"
    found = run("page", "-o", target, "--pyodide", pyodide(), "--rubric", own, "--title", "For <applicants>")
    assert found.code == 0, found.err
    text = target.read_text(encoding="utf-8")
    assert "<title>For &lt;applicants&gt;</title>" in text
    found = run("page", "-o", target, "--pyodide", pyodide(), "--policy", POLICY)
    assert found.code == 0, found.err
    assert "Involvement from the application on" in target.read_text(encoding="utf-8")
