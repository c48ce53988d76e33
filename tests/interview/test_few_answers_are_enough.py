"""Few answers lead to the headline of a whole file. `benchmarks/questions.py` measures it over many."""

from __future__ import annotations

import importlib.util
import sys

import pytest
from support import ROOT

from involve_audit.load import read

MOST = {
    "bad": 12, "scotland-sds-2013": 12, "freshstart-before-2020": 12, "freshstart-after-2020": 12, "autspaces": 12, "minimal": 12, "involve-audit": 12,
    "dementia-enquirers": 25,
}  # fmt: skip


@pytest.fixture(scope="module")
def replay():
    spec = importlib.util.spec_from_file_location("questions_benchmark", ROOT / "benchmarks" / "questions.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.mark.parametrize(("name", "most"), MOST.items())
def test_the_headline_comes_with_few_answers(replay, name, most):
    tree = read((ROOT / "examples" / name / "project.yaml").read_bytes()).tree
    final, _, _ = replay.state(tree)
    course, _ = replay.interview(tree, most, headline=True)
    come = course.until([verdict == final for verdict in course.verdicts])
    assert come is not None
    assert come <= most
