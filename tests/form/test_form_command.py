"""`form` on the command line: which form, where it is written, and what does not go together."""

from __future__ import annotations

import contextlib
import io

import pytest

from involve_audit.__main__ import main


def run(*arguments: object) -> tuple[int, str, str]:
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        code = main(["form", *(str(a) for a in arguments)])
    return code, out.getvalue(), err.getvalue()


def test_it_writes_the_project_form(tmp_path):
    code, out, err = run("-o", tmp_path / "form.html")
    assert (code, out) == (0, "")
    assert "nothing that is typed there leaves it" in err
    page = (tmp_path / "form.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>\n")
    assert 'data-form="full"' in page
    code, out, _ = run("--core")
    assert (code, out) == (0, page.replace('data-form="full"', 'data-form="short"'))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["project.yaml"], "open the page that it writes, and choose the file there"),
        (["--support", "x", "--round", "2026-05"], "--support and --round only go with --contributors or --paper"),
        (["--side", "researchers"], "--side only goes with"),
        (["--format", "text"], "--format only goes with"),
        (["-o", "project.yaml"], "give it a name that ends in .html"),
        (["-o", "nowhere/form.html"], "nowhere/form.html"),
        (["--rubric", "nothing-such"], "nothing-such"),
        (["--contributors", "--core"], "--core is for the form of the whole project file"),
    ],
)
def test_what_does_not_go_together_is_refused_and_nothing_is_written(tmp_path, monkeypatch, arguments, says):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_text("format: 1\n", encoding="utf-8")
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert [p.name for p in tmp_path.iterdir()] == ["project.yaml"]
    assert (tmp_path / "project.yaml").read_text(encoding="utf-8") == "format: 1\n"
