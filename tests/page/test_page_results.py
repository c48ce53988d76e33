"""The reports of the page are those of the command line: the same formats, the same editions, the same bytes."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from functools import cache

import pytest
from the_page import DAY, EXAMPLES, Page, handed_in

from involve_audit.cli.page import EXAMPLES as SHIPPED
from involve_audit.page import results
from involve_audit.render import EDITIONS, FORMATS

pytestmark = pytest.mark.slow
OFFERED = [r for r in results.offered() if r["format"] != "pdf"]


def test_every_format_in_every_edition_is_offered():
    offered = {(r["format"], r["edition"]) for r in results.offered()}
    assert offered == {(name, edition) for name, kind in FORMATS.items() for edition in kind.editions}
    assert {r["edition"] for r in results.offered()} == set(EDITIONS)


def of_them(name):
    """All that is offered for the largest example; for each other one an eighth of it, so that together they try all of it once more."""
    return OFFERED if name == "full" else OFFERED[sorted(EXAMPLES).index(name) % 8 :: 8]


OF_A_KIND = ("format", "edition", "ending", "layer")


@cache
def saved(name):
    """What the page saves of an example, by what is asked for; it is held against two others."""
    page = Page()
    page.open(EXAMPLES[name].read_bytes())
    found = {}
    for one in of_them(name):
        page.do("report", how="save", **{key: one[key] for key in OF_A_KIND})
        found[tuple(one[key] for key in OF_A_KIND)] = page.saved()
    return found


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_the_bytes_are_those_of_the_command_line(name, run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_bytes(EXAMPLES[name].read_bytes())
    for one in of_them(name):
        (tmp_path / "out").mkdir(exist_ok=True)
        target = tmp_path / "out" / one["file"]
        found = run(
            "report",
            "project.yaml",
            "--date",
            DAY,
            "--format",
            one["format"],
            "--edition",
            one["edition"],
            *([] if one["layer"] == "talk" else [f"--{one['layer']}"]),
            "-o",
            target,
        )
        assert found.code == 0, found.err
        assert saved(name)[tuple(one[key] for key in OF_A_KIND)] == target.read_bytes(), one["file"]


def test_the_day_can_be_told(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_bytes(EXAMPLES["minimal"].read_bytes())
    page = Page()
    page.open(EXAMPLES["minimal"].read_bytes())
    page.do("report", format="markdown", edition="team", ending=".md", how="save", day="2024-02-29")
    run("report", "project.yaml", "--date", "2024-02-29", "-o", "out.md")
    assert page.saved() == (tmp_path / "out.md").read_bytes()
    assert (
        "2023-02-29"
        in page.do("report", format="markdown", edition="team", ending=".md", how="save", day="2023-02-29")["refused"]
    )


WITHOUT = """
import sys
class Without:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("_yaml", "pydantic", "typer", "click", "rich", "docx", "lxml", "typst", "readability") or name.endswith("._yaml"):
            raise ImportError(name)
        if name == "markupsafe._speedups":
            raise ImportError(name)
sys.meta_path.insert(0, Without())
import base64, hashlib, json
from involve_audit.cli.in_page import session
asked = json.load(sys.stdin)
made = session(json.dumps({"examples": []}))
found = {}
for name, one in asked["files"].items():
    state = json.loads(made.act(json.dumps({"does": "open", "given": {"files": [one]}, "date": asked["date"]})))["state"]
    for kind in asked["kinds"][name]:
        reply = json.loads(made.act(json.dumps({"does": "report", "given": {**kind, "how": "save"}, "state": state, "date": asked["date"]})))
        found[f"{name} {kind['format']} {kind['edition']} {kind['ending']} {kind['layer']}"] = reply["save"][0]["data"]
assert not {"pydantic", "typer", "rich", "_yaml"} & set(sys.modules)
json.dump(found, sys.stdout)
"""


def test_the_same_without_any_compiled_module():
    """As in the browser: no libyaml, no pydantic, no typer; the same bytes."""
    names = ["application", *SHIPPED]
    kinds = {name: [{key: one[key] for key in OF_A_KIND} for one in of_them(name)] for name in names}
    asked = {
        "date": DAY,
        "kinds": kinds,
        "files": {n: handed_in("project.yaml", EXAMPLES[n].read_bytes()) for n in names},
    }
    found = subprocess.run(
        [sys.executable, "-c", WITHOUT],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert found.returncode == 0, found.stderr[-2000:]
    made = json.loads(found.stdout)
    assert len(made) == sum(map(len, kinds.values()))
    for name in names:
        for kind, data in saved(name).items():
            assert data == base64.b64decode(made[" ".join((name, *kind))]), (name, kind)
