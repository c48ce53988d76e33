"""docs/policy.md says what is so: its commands end as it says, its table has every name, and its examples are read."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil

import pytest
import yaml
from jsonschema import Draft7Validator
from support import ROOT, shipped

from involve_audit.__main__ import main
from involve_audit.policy.policy_file import PolicyFile, condition
from involve_audit.policy.waivers import load_waivers
from involve_audit.schema import as_text, policy_schema, waivers_schema

PAGE = (ROOT / "docs" / "policy.md").read_text("utf-8")
RUNS = [
    re.findall(r"^\$ involve-audit (.+)\n\(exit code (\d)\)$", block, flags=re.M)
    for block in re.findall(r"^```console\n(.*?)^```$", PAGE, flags=re.M | re.S)
]


def test_every_command_says_how_it_ends():
    assert sum(map(len, RUNS)) == PAGE.count("\n$ involve-audit ") >= 10


@pytest.mark.parametrize("block", range(len(RUNS)))
def test_the_commands_end_as_the_page_says(block, tmp_path, monkeypatch, capsys):
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("report.*"))
    monkeypatch.chdir(tmp_path)
    for command, code in RUNS[block]:
        assert main(command.split()) == int(code), (command, capsys.readouterr().err)


def test_every_name_in_the_table_can_be_required_and_every_key_stands_there():
    rows = re.findall(r"^\| `(\w+):.*\| `([\w-]+)` \|$", PAGE, flags=re.M)
    assert len(rows) == 9
    for _, name in rows:
        assert condition(name, shipped().rubric)
    for key in PolicyFile.questions:
        assert f"`{key}:" in PAGE or key in ("policy", "title", "by", "about"), key


def test_the_waivers_on_the_page_are_waivers():
    (block,) = re.findall(r"^```yaml\n(waivers.*?)^```$", PAGE, flags=re.M | re.S)
    assert load_waivers(block.encode(), "w.yaml", shipped().rubric, dt.date(2026, 11, 23)).entries


@pytest.mark.parametrize(("name", "schema"), [("funder", policy_schema), ("waivers", waivers_schema)])
def test_the_schemas_accept_the_examples_and_refuse_slips(name, schema):
    made = json.loads(as_text(schema()))
    Draft7Validator.check_schema(made)
    checker = Draft7Validator(made)
    tree = json.loads(
        json.dumps(yaml.safe_load((ROOT / "examples" / "policy" / f"{name}.yaml").read_text("utf-8")), default=str)
    )
    assert not [e.message for e in checker.iter_errors(tree)]
    assert not checker.is_valid({**tree, "score": 60})
    assert not checker.is_valid({k: v for k, v in tree.items() if k not in ("title", "waived")})
