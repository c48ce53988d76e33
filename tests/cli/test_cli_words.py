"""`explain`, `facts`, `rubric`, `schema`, and the command line as a whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support import rows

from involve_audit import __version__
from involve_audit.cli import app
from involve_audit.facts import FACTS
from involve_audit.rubric import shipped

BROKEN = 2
ROOT = Path(__file__).resolve().parents[2]


def test_every_kind_of_name_can_be_explained(run):
    rubric = shipped.load().rubric
    names = {
        "principle": rubric.principles[0].id,
        "criterion": rubric.criteria[0].id,
        "flag": rubric.flags[0].id,
        "gate": rubric.gates[0].id,
        "rung": rubric.rungs[-1].id,
        "verdict": rubric.verdicts[0].id,
        "stage": rubric.stages[0].id,
        "fact": next(iter(FACTS)),
    }
    for kind, name in names.items():
        found = run("explain", name)
        assert found.code == 0, found.err
        assert f"{name} ({kind}" in found.out


def test_a_criterion_is_explained_with_its_levels_and_its_sources(run):
    criterion = shipped.load().rubric.criteria[0]
    out = " ".join(run("explain", criterion.id).out.split())
    for text in (
        criterion.asks,
        criterion.why,
        criterion.step,
        criterion.question,
        *(level.says for level in criterion.levels.values()),
    ):
        assert " ".join(text.split()) in out
    fact = next(iter(criterion.levels["1"].when))
    assert fact in out
    assert (
        f"Used by: {criterion.id}" in " ".join(run("explain", fact).out.split())
        or criterion.id in run("explain", fact).out
    )


def test_everything_of_one_name_is_shown_and_spelling_is_forgiven(run):
    both = run("explain", "involvement").out
    assert "(rung" in both
    assert "(verdict)" in both
    assert run("explain", "Involvement").out == both
    fact = next(iter(FACTS))
    assert run("explain", *fact.split("_")).out == run("explain", fact).out


def test_a_key_is_explained_by_its_place_as_reports_and_messages_write_it(run):
    alone = run("explain", "power.decisions").out
    assert alone.startswith("decisions (key of the project file)")
    assert "entries (key" not in alone
    assert run("explain", "power.decisions[0].what").out == run("explain", "power.decisions[].what").out
    assert "In: power.decisions.entries.what." in run("explain", "power.decisions[0].what").out
    assert run("explain", "influence.log[2].answer").out == run("explain", "influence.log.entries.answer").out
    assert "In: any practice." in run("explain", "reward.pay.since").out


def test_a_word_that_may_stand_in_the_file_leads_to_the_keys_under_which_it_may(run):
    assert run("explain", "unanswered").out == run("explain", "influence.log.answer").out
    assert "care.harm" in run("explain", "agreement", "undone").out


def test_an_unknown_name_is_guessed(run):
    found = run("explain", "influnce")
    assert (found.code, found.out) == (BROKEN, "")
    assert "did you mean 'influence'?" in found.err
    assert "facts --list" in run("explain", "qqqqqq").err


def test_what_a_rubric_of_ones_own_switched_off_is_explained_with_the_reason(run):
    own = str(ROOT / "examples" / "own-rubric" / "rubric.yaml")
    for spelt in ("contact-over-time", "Contact over time"):
        found = run("explain", spelt, "--rubric", own, "--width", "300")
        assert found.code == 0, found.err
        assert "contact-over-time (criterion, switched off in small-grants)" in found.out
        assert (
            "The grants last three months. Whether people stay in touch for longer cannot be asked of them."
            in found.out
        )
        assert "Decided by" not in found.out
    assert "switched off" not in run("explain", "contact-over-time").out
    assert "did you mean 'contact-over-time'?" in run("explain", "contact-overtime", "--rubric", own).err


def test_everyday_words_are_shown_where_the_rubric_has_some(run):
    rubric = shipped.load().rubric
    for kind in (rubric.principles, rubric.criteria, rubric.flags, rubric.gates, rubric.stages, rubric.verdicts):
        entry = next(e for e in kind if e.plain)
        assert f"In everyday words: {' '.join(entry.plain.split())}" in " ".join(
            run("explain", entry.id, "--width", "300").out.split()
        )
    small = str(ROOT / "tests" / "cli" / "small-rubric.yaml")
    assert "everyday words" not in run("explain", "written-meaning", "--rubric", small).out


def test_facts_shows_every_fact_with_its_value_question_and_line(run, tmp_path):
    path = tmp_path / "p.yaml"
    path.write_text(
        "format: 1\nhonesty:\n  meaning: done\n  limits: none\n  advert: {status: done, names: [time, pay]}\n",
        encoding="utf-8",
    )
    found = run("facts", path, "--date", "2026-01-01", "--width", "100")
    assert found.code == 0
    lines = found.out.splitlines()
    assert [n for n in FACTS if not any(line.startswith(f"{n}: ") for line in lines)] == []
    shown = {line.split(":")[0]: n for n, line in enumerate(lines) if not line.startswith(" ")}
    assert lines[shown["meaning_written"]] == "meaning_written: yes"
    assert lines[shown["meaning_written"] + 1].endswith("(line 3)")
    assert lines[shown["limits_named"]] == "limits_named: 0"
    assert lines[shown["advert_names"]] == "advert_names: pay, time"
    assert lines[shown["contributors_asked_apart"]] == "contributors_asked_apart: not told"
    assert "as of 2026-01-01" in lines[-1]


def test_facts_lists_all_with_their_manual(run):
    out = run("facts", "--list").out
    for fact in FACTS.values():
        assert f"{fact.name} (fact: {fact.kind}" in out
        assert fact.question.split()[0] in out


def test_facts_needs_one_of_a_file_and_the_list(run, tmp_path):
    assert run("facts").code == BROKEN
    assert run("facts", "x.yaml", "--list").code == BROKEN
    assert run("facts", tmp_path / "missing.yaml").code == BROKEN
    found = run("facts", "-", stdin="format: 2\n")
    assert (found.code, found.out) == (BROKEN, "")
    assert found.err.startswith("<standard input>:1:1: format")


def test_rubrics_are_listed_and_shown(run):
    assert run("rubric", "list").out.startswith("co-production ")
    rubric = shipped.load().rubric
    out = run("rubric", "show").out
    for item in (*rubric.principles, *rubric.criteria, *rubric.flags, *rubric.gates, *rubric.verdicts):
        assert f"{item.id} (" in out
    assert run("rubric", "show", "nothing").code == BROKEN


SMALL = ROOT / "tests" / "cli" / "small-rubric.yaml"


def test_lint_is_0_for_a_sound_rubric(run):
    found = run("rubric", "lint", ROOT / "examples" / "own-rubric" / "rubric.yaml")
    assert found.code == 0, found.out + found.err
    assert all(": note: " in line for line in found.out.splitlines())


def test_lint_is_1_for_a_rubric_that_lacks_gates_and_nothing_is_judged_by_it(run):
    """It can be read and shown: what it lacks is said, kind by kind."""
    found = run("rubric", "lint", SMALL)
    assert found.code == 1, found.out + found.err
    assert [line.split(": ")[1] for line in found.out.splitlines()] == [
        "stages",
        "rungs",
        "verdicts",
        "verdicts[0]",
        "gates",
        "flags",
        "signs",
        "labels",
    ]
    assert "small 1: 1 criteria, 1 flags, 1 signs, 1 gates" in found.err
    assert run("rubric", "show", SMALL).code == 0
    assert run("check", ROOT / "examples" / "minimal" / "project.yaml", "--rubric", SMALL).code == BROKEN


def test_lint_is_1_and_names_the_example_that_comes_out_otherwise(run, tmp_path):
    text = SMALL.read_text(encoding="utf-8")
    path = tmp_path / "wrong.yaml"
    path.write_text(text.replace("fires: yes", "fires: no"), encoding="utf-8")
    found = run("rubric", "lint", path)
    line = text[: text.index("fires: yes")].count("\n") + 1
    assert found.code == 1
    assert f"wrong.yaml:{line}:" in found.out
    assert "flags[0].examples[0]: nothing-written: fires: yes, and the example says no" in found.out


def test_lint_is_2_for_what_is_no_rubric_with_the_line(run, tmp_path):
    path = tmp_path / "broken.yaml"
    path.write_text(
        SMALL.read_text(encoding="utf-8").replace("meaning_written: no", "meaning_writen: no"), encoding="utf-8"
    )
    found = run("rubric", "lint", path, SMALL)
    assert found.code == BROKEN
    assert "did you mean 'meaning_written'?" in found.err
    assert run("rubric", "lint", tmp_path / "missing.yaml").code == BROKEN


def test_a_rubric_of_ones_own_is_used_by_its_path(run):
    assert "fact_of_nothing" not in run("explain", "written-meaning", "--rubric", SMALL).out
    assert run("explain", "written-meaning", "--rubric", SMALL).code == 0


@pytest.mark.parametrize("name", ["project", "rubric", "audit", "comparison", "course"])
def test_schemas_are_printed_and_written(run, tmp_path, name):
    found = run("schema", name)
    assert found.code == 0
    assert json.loads(found.out)["$schema"].startswith("http")
    assert run("schema", name, "-o", tmp_path / "s.json").code == 0
    assert (tmp_path / "s.json").read_text(encoding="utf-8") == found.out


def test_a_schema_that_is_not_there_is_guessed(run):
    assert "did you mean 'project'?" in run("schema", "projects").err


def test_the_version_is_the_version(run):
    assert run("--version").out == f"involve-audit {__version__}\n"


def test_every_command_is_listed_with_whole_sentences_and_has_help(run):
    listed = run("--help").out
    assert "..." not in listed.split("Commands:")[1]
    commands = [*app.COMMANDS, *app.GROUPS]
    assert {"check", "report", "init", "explain", "facts", "schema", "rubric"} <= set(commands)
    for command in commands:
        assert f"\n  {command} " in listed
        assert run(command, "--help").code == 0


@rows("name", [*app.COMMANDS, *app.GROUPS])
def test_every_command_is_a_module_with_its_options(name):
    loaded = app.module_of(name)
    for function in loaded.COMMANDS.values() if name in app.GROUPS else [loaded.command]:
        assert function.__module__ == loaded.__name__
        assert function.__doc__


def test_a_command_can_be_imported_where_there_is_no_typer():
    """The page in a browser runs some of them, and has only what reads, judges and writes."""
    code = (
        "import importlib, sys\nsys.modules['typer'] = sys.modules['click'] = None\n"
        "for name in sys.argv[1:]:\n    importlib.import_module('involve_audit.cli.' + name)"
    )
    names = [name for name in (*app.COMMANDS, *app.GROUPS) if name != "import"] + ["import_", "in_page"]
    done = subprocess.run([sys.executable, "-c", code, *names], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_help_and_completion_import_no_command():
    code = (
        "import sys\nfrom involve_audit.__main__ import main\nmain(sys.argv[1:])\nfrom involve_audit.cli import app\n"
        "sys.exit(', '.join(m for m in [*app.COMMANDS, *app.GROUPS] if f'involve_audit.cli.{m}' in sys.modules) or 0)"
    )
    for words in (["--help"], ["chek"]):
        done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    asked = {"_INVOLVE_AUDIT_COMPLETE": "complete_bash", "COMP_WORDS": "involve-audit ch", "COMP_CWORD": "1"}
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "involve_audit"], env=os.environ | asked,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.strip() == "check"
    assert "involve_audit.cli.app" in done.stderr
    assert "involve_audit.cli.check" not in done.stderr


def test_no_command_and_an_unknown_one_are_2(run):
    assert run().code == BROKEN
    assert run("chek", "x.yaml").code == BROKEN


def test_checking_imports_nothing_heavy(tmp_path):
    path = tmp_path / "p.yaml"
    path.write_text("format: 1\nproject: {title: A}\n", encoding="utf-8")
    code = (
        "import sys\nfrom involve_audit.__main__ import main\nmain(['check', sys.argv[1]])\n"
        "heavy = ('dataclasses', 'inspect', 'typer', 'click', 'pydantic', 'pydantic_core', 'rich', 'jinja2', 'importlib.metadata', 'pathlib', 'asyncio')\n"
        "sys.exit(', '.join(m for m in heavy if m in sys.modules) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    assert done.stdout
