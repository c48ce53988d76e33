"""`compare` on the command line: what may be compared, exit codes, and what goes wrong in a sentence."""

from __future__ import annotations

import json

import pytest
from pairs_of_files import file

PLAN = "care: {plan: {status: planned, when: 2025-06}}"


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "before.yaml").write_text(file(PLAN), encoding="utf-8")
    (tmp_path / "after.yaml").write_text(file("stages: {design: {role: involved, status: done}}"), encoding="utf-8")
    (tmp_path / "invalid.yaml").write_text(file("fase: x"), encoding="utf-8")
    return tmp_path


DAYS = ("--date-before", "2025-01-01", "--date", "2026-01-01")


def test_two_files_are_compared(run, here):
    found = run("compare", "before.yaml", "after.yaml", *DAYS)
    assert found.code == 0
    assert "Deleted: A written plan for emotional safety" in found.out
    assert "kept" not in found.out.split("Verdict, words and honesty")[0].split("What became")[1]
    assert not found.err


def test_the_day_of_the_earlier_file_is_told_by_itself_or_said_to_be_unknown(run, here):
    assert "it is not told when it was filled in" in " ".join(
        run("compare", "before.yaml", "after.yaml", "--date", "2026-01-01").out.split()
    )
    (here / "dated.yaml").write_text(file(PLAN + "\nfilled_in: {when: 2024-11}"), encoding="utf-8")
    told = json.loads(run("compare", "dated.yaml", "after.yaml", "--date", "2026-01-01", "-f", "json").out)
    assert (told["before"]["date"], told["before"]["date_is"]) == ("2024-11-30", "when it was filled in")
    early = json.loads(run("compare", "dated.yaml", "after.yaml", "--date", "2024-11-12", "-f", "json").out)
    assert early["before"]["date"] == "2024-11-12"


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ("deleted", 1), ("broken,deleted", 1), ("broken", 0), ("kept", 2), ("deletd", 2), ("late", 0), ("moved", 0), ("in-part", 0), ("unclear", 0),
        ("worse", 0), ("new", 0),
    ],
)  # fmt: skip
def test_fail_on_decides_between_0_and_1(run, here, wanted, code):
    (here / "after.yaml").write_text(file("stages: {design: {role: involved, status: done}}"), encoding="utf-8")
    found = run("compare", "before.yaml", "after.yaml", *DAYS, "--fail-on", wanted)
    assert found.code == code
    if code == 2:
        assert "allowed: deleted, broken, late" in found.err
        assert not found.out


def test_fail_on_worse_and_new(run, here):
    (here / "good.yaml").write_text(
        file("stages: {design: {role: consulted, status: done}}\npower: {final_say: team}"), encoding="utf-8"
    )
    (here / "bad.yaml").write_text(
        file(
            "stages: {design: {role: consulted, status: done}}\ninfluence: {heard: {answer: no, said_by: contributors}}"
        ),
        encoding="utf-8",
    )
    assert run("compare", "good.yaml", "bad.yaml", *DAYS, "--fail-on", "worse").code == 1
    assert run("compare", "good.yaml", "bad.yaml", *DAYS, "--fail-on", "new").code == 1
    assert run("compare", "good.yaml", "good.yaml", *DAYS, "--fail-on", "new", "--fail-on", "worse").code == 0


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "json"])
@pytest.mark.parametrize(
    ("names", "code"),
    [(("before.yaml", "after.yaml"), 0), (("before.yaml", "invalid.yaml"), 2), (("before.yaml", "missing.yaml"), 2)],
)
def test_the_exit_code_is_the_same_for_every_format_and_a_failure_prints_no_result(run, here, format_, names, code):
    found = run("compare", *names, *DAYS, "--format", format_)
    assert found.code == code
    assert bool(found.out) == (code == 0)
    assert bool(found.err) == (code == 2)
    assert "Traceback" not in found.err


def test_files_are_written_all_or_none_and_never_over_what_is_read(run, here):
    found = run(
        "compare", "before.yaml", "after.yaml", *DAYS, "-o", "c.html", "-o", "c.md", "-o", "c.json", "-o", "c.txt"
    )
    assert found.code == 0
    assert not found.out
    assert "<!doctype html>" in (here / "c.html").read_text(encoding="utf-8")
    assert json.loads((here / "c.json").read_text(encoding="utf-8"))["promises"][0]["outcome"] == "deleted"
    assert run("compare", "before.yaml", "after.yaml", *DAYS, "-o", "c.gif").code == 2
    assert run("compare", "before.yaml", "after.yaml", *DAYS, "-o", "new.md", "-o", "nowhere/c.md").code == 2
    assert not (here / "new.md").exists()
    (here / "before.json").write_text("{}", encoding="utf-8")
    assert run("compare", "before.json", "after.yaml", "-o", "before.json").code == 2


def test_standard_input_is_one_side(run, here):
    found = run(
        "compare", "before.yaml", "-", *DAYS, stdin=file(PLAN.replace("planned", "ongoing").replace("when", "since"))
    )
    assert found.code == 0
    assert "Kept: A written plan" in found.out
    assert run("compare", "-", "-", stdin=file()).code == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("before.yaml",), "name two sides"),
        (("before.yaml", "after.yaml", "invalid.yaml"), "name two sides"),
        (("before.yaml", "after.yaml", "--from", "HEAD"), "with --from, name one file"),
        (("before.yaml", "--to", "HEAD"), "--to needs --from"),
        (("before.yaml", "after.yaml", "--date", "2025-13-01"), "not a day in the calendar"),
        (("before.yaml", "after.yaml", "--date-before", "x"), "--date-before 'x'"),
        (
            ("before.yaml", "after.yaml", "--date", "2025-01-01", "--date-before", "2026-01-01"),
            "name the earlier one first",
        ),
        (("before.yaml", "after.yaml", "--rubric", "no-such"), "--rubric takes a file"),
        (("before.yaml", "after.yaml", "--format", "sarif"), "allowed: text, markdown, html, pdf, docx, json"),
        (("before.yml", "after.yaml"), "did you mean"),
    ],
)
def test_what_goes_wrong_is_said_in_a_sentence(run, here, arguments, says):
    found = run("compare", *arguments)
    assert found.code == 2
    assert says in found.err
    assert not found.out


# --- saved audits ----------------------------------------------------------------------------------


def test_saved_audits_are_compared_without_facts_and_promises(run, here):
    for name, day in (("before", "2025-01-01"), ("after", "2026-01-01")):
        (here / f"{name}.json").write_text(
            run("check", f"{name}.yaml", "--format", "json", "--date", day).out, encoding="utf-8"
        )
    found = run("compare", "before.json", "after.json")
    assert found.code == 0
    assert "Saved audits do not hold the promises" in found.out
    mixed = json.loads(run("compare", "before.json", "after.yaml", "--date", "2026-01-01", "-f", "json").out)
    whole = json.loads(run("compare", "before.json", "after.json", "-f", "json").out)
    assert mixed["principles"] == whole["principles"]
    # To ask for promises where none can be read must not pass.
    assert run("compare", "before.json", "after.json", "--fail-on", "deleted").code == 2
    assert run("compare", "before.json", "after.json", "--fail-on", "worse").code in (0, 1)
    for wrong in (("--date", "2026-01-01"), ("--date-before", "2026-01-01"), ("--rubric", "co-production")):
        assert run("compare", "before.json", "after.json", *wrong).code == 2
    assert "name the earlier one first" in run("compare", "after.json", "before.json").err


def test_saved_audits_by_two_rubrics_are_not_compared(run, here):
    text = run("check", "after.yaml", "--format", "json", "--date", "2026-01-01").out
    (here / "one.json").write_text(text, encoding="utf-8")
    tree = json.loads(text)
    tree["rubric"]["sha256"] = "f" * 64
    (here / "other.json").write_text(json.dumps(tree), encoding="utf-8")
    found = run("compare", "one.json", "other.json")
    assert found.code == 2
    assert "different rubrics" in found.err


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"audits": []}', "{", "\x00", '{"schema_version": "9"}'])
def test_a_broken_saved_audit_is_said(run, here, text):
    (here / "broken.json").write_text(text, encoding="utf-8")
    found = run("compare", "broken.json", "after.yaml")
    assert found.code == 2
    assert "broken.json" in found.err
    assert "internal error" not in found.err


# --- git revisions ---------------------------------------------------------------------------------


def test_two_revisions_are_compared_as_of_the_days_of_their_commits(run, repository):
    first = repository.commit("2025-02-01", file(PLAN))
    second = repository.commit("2026-02-01", file())
    for sides in (
        ("HEAD~1:project.yaml", "HEAD:project.yaml"),
        (f"{first}:./project.yaml", f"{second}:project.yaml"),
        ("project.yaml", "--from", "HEAD~1", "--to", "HEAD"),
    ):
        found = json.loads(run("compare", *sides, "-f", "json").out)
        assert (found["before"]["revision"], found["before"]["date"]) == (first, "2025-02-01")
        assert (found["after"]["revision"], found["after"]["date"]) == (second, "2026-02-01")
        assert [p["outcome"] for p in found["promises"]] == ["deleted"]
        assert "ecretname" not in json.dumps(found)


def test_a_revision_and_the_file_as_it_lies_there(run, repository):
    repository.commit("2025-02-01", file(PLAN))
    (repository.folder / "project.yaml").write_text(
        file("care: {plan: {status: done, when: 2025-06}}"), encoding="utf-8"
    )
    for sides in (("project.yaml", "--from", "HEAD"), ("HEAD:project.yaml", "project.yaml")):
        found = json.loads(run("compare", *sides, "--date", "2026-01-01", "-f", "json").out)
        assert [p["outcome"] for p in found["promises"]] == ["kept"]
        assert found["after"]["revision"] == ""


def test_from_follows_a_file_to_the_name_that_it_had(run, repository):
    repository.commit("2025-02-01", file(PLAN), "old name.yaml")
    (repository.folder / "sub").mkdir()
    repository.git("mv", "old name.yaml", "sub/new.yaml")
    repository.commit("2025-03-01")
    repository.commit("2025-04-01", file(), "sub/new.yaml")
    found = json.loads(run("compare", "sub/new.yaml", "--from", "HEAD~2", "--to", "HEAD", "-f", "json").out)
    assert found["before"]["file"] == "HEAD~2:old name.yaml"
    assert [p["outcome"] for p in found["promises"]] == ["deleted"]


def test_paths_of_revisions_begin_at_the_top_or_here(run, repository, monkeypatch):
    (repository.folder / "sub").mkdir()
    repository.commit("2025-02-01", file(PLAN), "sub/p.yaml")
    monkeypatch.chdir(repository.folder / "sub")
    assert run("compare", "HEAD:sub/p.yaml", "HEAD:./p.yaml").code == 0
    found = run("compare", "HEAD:p.yaml", "p.yaml")
    assert found.code == 2
    assert "did you mean HEAD:./p.yaml?" in found.err


@pytest.mark.parametrize(
    "revision", ["nowhere", "--help", "-x", "HEAD~99", "HEAD\nHEAD", "$(touch hacked)", "; touch hacked", "HEAD^{tree}"]
)
def test_a_revision_that_is_none_is_said_and_runs_nothing(run, repository, revision):
    repository.commit("2025-02-01", file())
    found = run("compare", f"{revision}:project.yaml", "project.yaml")
    assert found.code == 2
    assert "git knows no commit" in found.err or "No such option" in found.err
    assert run("compare", "project.yaml", f"--from={revision}").code == 2
    assert not (repository.folder / "hacked").exists()


def test_a_file_that_was_not_there_is_said(run, repository):
    repository.commit("2025-02-01", file())
    repository.commit("2025-03-01", file(PLAN), "later.yaml")
    found = run("compare", "later.yaml", "--from", "HEAD~1")
    assert found.code == 2
    assert "there was no such file" in found.err
    assert run("compare", "HEAD:none.yaml", "later.yaml").code == 2


def test_no_repository_is_said(run, here, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(here.parent))
    found = run("compare", "before.yaml", "--from", "HEAD")
    assert found.code == 2
    assert "lies in no git repository" in found.err


def test_missing_git_is_said_and_two_files_need_none(run, here, monkeypatch):
    monkeypatch.setenv("PATH", str(here))
    found = run("compare", "before.yaml", "--from", "HEAD")
    assert found.code == 2
    assert "the `git` command is missing" in found.err
    assert run("compare", "HEAD:before.yaml", "after.yaml").code == 2
    assert run("compare", "before.yaml", "after.yaml", *DAYS).code == 0


def test_what_is_wrong_in_both_files_is_said_at_once(run, here):
    (here / "other.yaml").write_text("format: 1\nprojekt: x\n", encoding="utf-8")
    found = run("compare", "invalid.yaml", "other.yaml")
    assert found.code == 2
    assert "invalid.yaml:3" in found.err
    assert "other.yaml:2" in found.err
