"""The page on looking back: its example comes out as it says, and it names every outcome."""

from __future__ import annotations

import re

from support import ROOT

from involve_audit.results.comparison import OUTCOMES

PAGE = (ROOT / "docs" / "compare.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, flags=re.M | re.S)


def test_the_example_comes_out_as_it_says(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in zip(("before.yaml", "after.yaml"), blocks("yaml"), strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (command,) = re.findall(r"^What `involve-audit (.*?)`", PAGE, flags=re.M)
    found = run(*command.split())
    assert found.code == 0
    (shown,) = blocks("text")
    assert shown.strip() in found.out


def test_every_outcome_is_explained_in_its_order():
    assert tuple(re.findall(r"^\| ([a-z ]+) \| ", PAGE, flags=re.M)[1:]) == OUTCOMES
