"""Settings beside a project file: found in its folder alone, said, forbidden by --isolated, and never wrong in silence."""

from __future__ import annotations

import json
import shutil

import pytest
from support import ROOT

from involve_audit.cli import app

POLICY = "policy: 1\ntitle: Ours\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    (tmp_path / "work").mkdir()
    shutil.copy(ROOT / "examples" / "minimal" / "project.yaml", tmp_path / "work" / "project.yaml")
    (tmp_path / "work" / "rules").mkdir()
    (tmp_path / "work" / "rules" / "ours.yaml").write_text(POLICY)
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


def write(folder, kind, told):
    if kind == "yaml":
        (folder / ".involve-audit.yaml").write_text("settings: 1\n" + "".join(f"{k}: {v}\n" for k, v in told.items()))
    else:
        table = "".join(f'{k} = "{v}"\n' for k, v in told.items())
        (folder / "pyproject.toml").write_text(f'[project]\nname = "x"\n\n[tool.involve-audit]\n{table}')


def title(done):
    found = json.loads(done.out)
    return found.get("audits", [found])[0]["policy"].get("stamp")


@pytest.mark.parametrize("kind", ["yaml", "toml"])
def test_settings_hold_where_no_option_is_given(run, here, kind, monkeypatch):
    write(here, kind, {"policy": "rules/ours.yaml", "rubric": "co-production"})
    name = ".involve-audit.yaml" if kind == "yaml" else "pyproject.toml"
    done = run("check", "--format", "json")
    assert title(done)["title"] == "Ours"
    assert f"settings from {name}: policy rules/ours.yaml, rubric co-production" in done.err
    # Without an option the command line takes another way to the same end; and from elsewhere, files are seen from the settings.
    assert "settings from" in run("check").err
    monkeypatch.chdir(here.parent)
    assert title(run("check", "work/project.yaml", "--format", "json"))["title"] == "Ours"
    assert title(run("check", "work", "--format", "json"))["title"] == "Ours"
    done = run("report", "work/project.yaml", "-o", "r.json")
    assert "settings from" in done.err
    assert json.loads((here.parent / "r.json").read_text())["policy"]["stamp"]["title"] == "Ours"


@pytest.mark.parametrize("kind", ["yaml", "toml"])
def test_isolated_takes_none_and_an_option_wins(run, here, kind):
    write(here, kind, {"policy": "rules/ours.yaml"})
    done = run("check", "--isolated", "--format", "json")
    assert title(done) is None
    assert "settings" not in done.err
    (here / "theirs.yaml").write_text(POLICY.replace("Ours", "Theirs"))
    done = run("check", "--policy", "theirs.yaml", "--format", "json")
    assert title(done)["title"] == "Theirs"
    assert "policy rules/ours.yaml (not used: given otherwise)" in done.err


def test_nothing_is_looked_for_above(run, here):
    write(here.parent, "yaml", {"policy": "work/rules/ours.yaml"})
    assert title(run("check", "--format", "json")) is None


def test_waivers_and_baseline_are_set_too_and_can_be_forbidden(run, here):
    (here / "w.yaml").write_text("waivers: 1\nwaived: none\n")
    write(here, "yaml", {"waivers": "w.yaml", "baseline": "b.json"})
    assert run("check").code == 2  # there is no baseline yet
    done = run("check", "--write-baseline", "b.json")
    assert done.code == 1, done.err
    done = run("check", "--no-waivers")
    assert "waivers w.yaml (not used: forbidden), baseline b.json" in done.err
    assert done.code == 0  # what the baseline knows is excused


def test_with_a_policy_of_ones_own_what_is_handed_in_brings_no_excuses(run, here):
    (here / "w.yaml").write_text("waivers: 1\nwaived: none\n")
    (here / "theirs.yaml").write_text(POLICY.replace("Ours", "Theirs"))
    write(here, "yaml", {"waivers": "w.yaml", "baseline": "b.json", "rubric": "own.yaml"})
    done = run("check", "--policy", "theirs.yaml", "--format", "json")
    assert title(done)["title"] == "Theirs"
    for name in ("waivers w.yaml", "baseline b.json", "rubric own.yaml"):
        assert f"{name} (not used: --policy was given)" in done.err


def test_policy_show_says_where_each_comes_from(run, here):
    write(here, "yaml", {"policy": "rules/ours.yaml", "waivers": "w.yaml"})
    done = run("policy", "show", "--rubric", "co-production")
    assert "• policy: rules/ours.yaml (.involve-audit.yaml, line 2)" in done.out
    assert "• waivers: w.yaml (.involve-audit.yaml, line 3)" in done.out
    assert "• rubric: co-production (--rubric)" in done.out
    assert "• baseline: none" in done.out
    done = run("policy", "show", "--isolated")
    assert "• policy: none; the default policy alone holds" in done.out


def test_no_two_settings_hold_at_once(run, here):
    write(here, "yaml", {"policy": "rules/ours.yaml"})
    write(here, "toml", {"policy": "rules/ours.yaml"})
    done = run("check")
    assert done.code == 2
    assert "both hold settings" in done.err
    assert run("check", "--isolated").code == 1
    (here / "pyproject.toml").write_text('[project]\nname = "involve-audit-data"\n')
    assert run("check").code == 1


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        (
            ".involve-audit.yaml",
            "settings: 1\npolcy: a.yaml\n",
            ".involve-audit.yaml:2:1: polcy: 'polcy' is not a key here",
        ),
        (".involve-audit.yaml", "policy: a.yaml\n", "'settings' is missing"),
        (".involve-audit.yaml", "settings: 1\npolicy: [a, b]\n", ".involve-audit.yaml:2:1: policy"),
        (".involve-audit.yaml", "settings: 1\npolicy: ' '\n", "a name is needed here"),
        (".involve-audit.yaml", "settings: 1\nallow_unknown: yes\n", "not a key here"),
        (
            ".involve-audit.yaml",
            "format: 1\nproject: {title: x}\n",
            "a project file, and a file of settings is needed here",
        ),
        (".involve-audit.yaml", "settings: {\n", ".involve-audit.yaml:1"),
        (".involve-audit.yaml", "", "it begins with `settings: 1`"),
        (".involve-audit.yaml", "settings: 1\npolicy: nowhere.yaml\n", "nowhere.yaml"),
        (
            "pyproject.toml",
            "[tool.involve-audit]\n  polcy = 'a'\n",
            "pyproject.toml:2:3: tool.involve-audit.polcy: 'polcy' is not a key here",
        ),
        ("pyproject.toml", "[tool.involve-audit]\npolicy = 3\n", "pyproject.toml:2:1: tool.involve-audit.policy"),
        ("pyproject.toml", "[tool.involve-audit]\npolicy = \n", "pyproject.toml:2:10: this is not TOML"),
        ("pyproject.toml", "[tool]\ninvolve-audit = 3\n", "keys are needed"),
    ],
)
def test_settings_with_a_slip_are_an_error_with_their_place(run, here, name, text, says):
    (here / name).write_text(text)
    for command in (["check"], ["report", "project.yaml", "-o", "r.md"], ["policy", "show"]):
        done = run(*command)
        assert done.code == 2, (command, done.err)
        assert says in done.err
    assert run("check", "--isolated").code == 1


@pytest.mark.parametrize("text", ["[project\n", "[tool.other]\nsays = 'involve-audit'\n", "# involve-audit\n[broken\n"])
def test_what_is_somebody_elses_is_left_alone(run, here, text):
    (here / "pyproject.toml").write_text(text)
    done = run("check")
    assert done.code == 1
    assert "settings" not in done.err


def test_settings_are_no_hidden_file_and_are_not_written_over(run, here):
    write(here, "yaml", {"policy": "rules/ours.yaml"})
    done = run("check", ".")
    assert "hidden" not in done.err
    done = run("check", "--output", "json:.involve-audit.yaml")
    assert done.code == 2
    assert "read or written already" in done.err


@pytest.mark.parametrize("command", [("ask", "--list"), ("flip", "--no-pairs")])
def test_one_project_is_asked_and_tried_by_the_rubric_of_its_settings(run, here, command):
    write(here, "yaml", {"rubric": "co-production"})
    assert "settings from .involve-audit.yaml: rubric co-production" in run(*command).err
    assert "settings" not in run(*command, "--isolated").err
    write(here, "yaml", {"rubric": "no-such.yaml"})
    done = run(*command)
    assert done.code == 2
    assert "no-such.yaml" in done.err


# --- every command that can be told a policy or a rubric -------------------------------------------------------

RUN = {
    "check": (),
    "ask": ("--list",),
    "report": ("project.yaml", "-o", "r.md"),
    "portfolio": ("project.yaml",),
    "explain": ("tokenism",),
    "flip": ("--no-pairs",),
    "page": ("-o", "page.html"),
    "form": ("project.yaml", "--contributors", "-o", "f.html"),
    "compare": ("project.yaml", "project.yaml"),
    "merge": ("--agreement", "project.yaml", "project.yaml"),
    "history": ("project.yaml",),
    "policy show": (),
    "views add": ("project.yaml", "answers.csv"),
}
"""How each command is run in a folder with a project file; one that is new, and missing here, fails the test below."""
SET = ("policy", "rubric", "waivers", "baseline")


def commands():
    """Every command that there is, found from the app, with the long names of its options."""
    for name in (*app.COMMANDS, *app.GROUPS):
        kind = app._Command if name in app.COMMANDS else app._Group
        made = kind(name).whole(app.module_of(name))
        for part, inner in getattr(made, "commands", {"": made}).items():
            yield f"{name} {part}".strip(), {name for option in inner.params for name in option.opts}


TAKING = {name: options for name, options in commands() if options & {f"--{option}" for option in SET}}


def test_every_command_that_can_be_told_one_takes_settings_and_can_be_isolated():
    assert [name for name, options in TAKING.items() if "--isolated" not in options] == []
    assert sorted(TAKING) == sorted(RUN)


@pytest.mark.parametrize("name", TAKING)
def test_every_command_reads_settings_in_the_same_way(run, here, name):
    options = [option for option in SET if f"--{option}" in TAKING[name]]
    command = (*name.split(), *RUN[name])
    write(here, "yaml", {option: f"no-such-{option}.yaml" for option in options})
    done = run(*command)
    assert done.code == 2
    said, *rest = done.err.splitlines()
    told = ", ".join(f"{option} no-such-{option}.yaml" for option in options)
    assert said == f"involve-audit: settings from .involve-audit.yaml: {told}"
    assert any(f"no-such-{option}.yaml" in "".join(rest) for option in options)
    # What is given on the command line wins, and it is said that it does.
    given = run(*command, "--rubric", "mine.yaml")
    assert "rubric no-such-rubric.yaml (not used: given otherwise)" in given.err
    alone = run(*command, "--rubric", "mine.yaml", "--isolated")
    assert (alone.code, "mine.yaml" in alone.err, "settings" in alone.err) == (2, True, False)


def test_two_folders_may_have_settings_that_say_nothing_of_what_is_asked(run, here):
    for side in ("one", "two"):
        (here / side).mkdir()
        (here / side / "project.yaml").write_text((here / "project.yaml").read_text())
        (here / side / ".involve-audit.yaml").write_text("settings: 1\npolicy: a.yaml\n")
    assert run("compare", "one/project.yaml", "two/project.yaml").code == 0
    for side in ("one", "two"):
        (here / side / ".involve-audit.yaml").write_text("settings: 1\nrubric: a.yaml\n")
    done = run("compare", "one/project.yaml", "two/project.yaml")
    assert done.code == 2
    assert "both hold settings" in done.err
    assert run("compare", "one/project.yaml", "two/project.yaml", "--isolated").code == 0


def test_many_projects_are_held_to_the_policy_of_their_folder(run, here):
    write(here, "yaml", {"policy": "rules/ours.yaml"})
    done = run("portfolio", ".", "--format", "jsonl", "--report-only")
    assert "settings from ./.involve-audit.yaml: policy rules/ours.yaml" in done.err
    alone = run("portfolio", ".", "--format", "jsonl", "--report-only", "--isolated")
    assert done.out != alone.out


def test_brackets_in_brackets_are_too_deep_to_be_read_and_no_fault_of_ours(run, here):
    """A settings file that was changed at random ended as an internal error: Python's own reader goes as deep as the brackets do."""
    deep = f"x = {'[' * 20_000}\n"
    (here / "pyproject.toml").write_text(f"{deep}[tool.involve-audit]\n")
    done = run("check", "project.yaml")
    assert done.code == 2
    assert "pyproject.toml:1:1: this is nested too deeply to be read" in done.err
    (here / "pyproject.toml").write_text(deep)
    assert run("check", "project.yaml").code in (0, 1), "somebody else's to mend"
