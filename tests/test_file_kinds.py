"""A file of one kind in the place of another: the message says what it is, where it belongs, and no word of it."""

from __future__ import annotations

import shutil

import pytest
from support import ROOT

from involve_audit.__main__ import main
from involve_audit.file_kinds import KINDS, kind_of, mistaken

SAYS = {kind.name: kind.says for kind in KINDS}
WORDS = ("quagga", "Home sooner")


@pytest.fixture(scope="module")
def there(tmp_path_factory):
    """A file of each kind, by its name; each holds words of its own."""
    folder = tmp_path_factory.mktemp("kinds")
    for name, place in {
        "project.yaml": "full/project.yaml", "policy.yaml": "policy/funder.yaml", "waivers.yaml": "policy/waivers.yaml", "own.yaml": "own-rubric/rubric.yaml",
    }.items():  # fmt: skip
        shutil.copy(ROOT / "examples" / place, folder / name)
    shutil.copy(ROOT / "rubrics" / "co-production.yaml", folder / "rubric.yaml")
    (folder / "answers.yaml").write_text(
        "involve_audit_answers: 1\nof: contributors\nround: 2026-05\nwords: [{said: quagga}]\n", "utf-8"
    )
    project, other = str(folder / "project.yaml"), str(ROOT / "examples" / "bad" / "project.yaml")
    main(
        [
            "check",
            project,
            "--output",
            f"json:{folder / 'saved.json'}",
            "--output",
            f"sarif:{folder / 'found.json'}",
            "--write-baseline",
            str(folder / "baseline.json"),
        ]
    )
    main(["check", project, other, "--output", f"json:{folder / 'several.json'}"])
    main(["compare", project, other, "-o", str(folder / "comparison.json")])
    return folder


IS = {
    "project.yaml": "project", "policy.yaml": "policy", "waivers.yaml": "waivers", "own.yaml": "rubric", "rubric.yaml": "rubric", "answers.yaml": "answers",
    "saved.json": "audit", "several.json": "audits", "found.json": "sarif", "baseline.json": "baseline", "comparison.json": "comparison",
}  # fmt: skip
PLACES = {
    "project": ("check", "{}"), "policy": ("check", "project.yaml", "--policy", "{}"), "waivers": ("check", "project.yaml", "--waivers", "{}"),
    "rubric": ("check", "project.yaml", "--rubric", "{}"), "baseline": ("check", "project.yaml", "--baseline", "{}"),
}  # fmt: skip


@pytest.mark.parametrize("name", IS)
@pytest.mark.parametrize("place", PLACES)
def test_a_file_in_the_place_of_another_is_called_what_it_is(there, monkeypatch, capsys, name, place):
    monkeypatch.chdir(there)
    if IS[name] == place:
        return
    before = {path.name: path.read_bytes() for path in there.iterdir()}
    capsys.readouterr()
    code = main([part.format(name) for part in PLACES[place]])
    said = capsys.readouterr().err
    assert code == 2
    assert said.startswith(f"{name}:")
    assert said.count("\n") == 1, said  # and nothing else is said
    assert f"this is {SAYS[IS[name]]}, and {SAYS[place]} is needed here" in said
    assert not any(word in said for word in WORDS)
    assert ("--write-baseline baseline.json` writes a baseline" in said) == (place == "baseline")
    assert {path.name: path.read_bytes() for path in there.iterdir()} == before


@pytest.mark.parametrize("name", [n for n in IS if IS[n] not in ("audit", "audits", "sarif") and n.endswith(".json")])
def test_what_is_no_saved_audit_is_not_rendered_again(there, monkeypatch, capsys, name):
    monkeypatch.chdir(there)
    capsys.readouterr()
    for command in (["report", name, "-o", "r.md"], ["compare", "saved.json", name]):
        assert main(command) == 2
        assert f"{name}: this is {SAYS[IS[name]]}, and a saved audit is needed here" in capsys.readouterr().err


def test_a_file_with_a_slip_in_it_is_still_of_its_kind(tmp_path, capsys):
    path = tmp_path / "p.yaml"
    for text, says in (
        ("format: 1\nproject: {title: x}\npolicy: 1\n", "'policy' is not a key here"),
        ("format: 1\nrubric: 1\n", "'rubric' is not a key here"),
        ("project: {title: x}\n", "'format' is missing"),
    ):
        path.write_text(text, "utf-8")
        assert main(["check", str(path)]) == 2
        assert says in capsys.readouterr().err
    for text in (
        "policy: 1\ntitle: t\nrubric: co-production\n",
        "policy: 1\ntitle: t\nwaivers: no\nbaseline: no\nformat: 1\n",
    ):
        path.write_text(text, "utf-8")
        assert main(["check", str(path), "--policy", str(path)]) == 2
        assert f"{path}:" in capsys.readouterr().err
        assert mistaken({"policy": "1", "waivers": "no"}, "policy") is None


def test_every_kind_can_be_told_from_every_other():
    assert kind_of({}) is None
    assert mistaken([], "project") is None
    assert len({kind.name for kind in KINDS}) == len({kind.says for kind in KINDS}) == len(KINDS)
