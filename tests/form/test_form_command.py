"""`form` on the command line: the contributors' questions, and where the project file is filled in."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("arguments", [[], ["project.yaml"], ["-o", "form.html"], ["--side", "researchers"]])
def test_without_saying_which_it_names_the_page_and_writes_nothing(tmp_path, monkeypatch, run, arguments):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_text("format: 1\n", encoding="utf-8")
    found = run("form", *arguments)
    assert (found.code, found.out) == (2, "")
    assert "--contributors" in found.err
    assert "involve-audit page -o involve-audit.html" in found.err
    assert [p.name for p in tmp_path.iterdir()] == ["project.yaml"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--contributors", "-o", "nowhere/form.html"], "nowhere/form.html"),
        (["--contributors", "--rubric", "nothing-such"], "nothing-such"),
        (["--contributors", "--core"], "--core"),
    ],
)
def test_what_does_not_go_together_is_refused(tmp_path, monkeypatch, run, arguments, says):
    monkeypatch.chdir(tmp_path)
    found = run("form", *arguments)
    assert (found.code, found.out) == (2, "")
    assert says in found.err
    assert list(tmp_path.iterdir()) == []
