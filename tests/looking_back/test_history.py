"""`history` over a scripted repository: every version, every promise, and the commit that deleted it."""

from __future__ import annotations

import json
import shutil

import pytest
from pairs_of_files import file

PLAN = "care: {plan: {status: planned, when: 2025-06}}"
STAGE = "stages: {design: {role: involved, status: planned, when: 2027-01}}"


def course(run, *arguments):
    found = run("history", *arguments, "--format", "json")
    assert found.code == 0, found.err
    return json.loads(found.out)


def outcomes(found):
    return {p["id"]: (p["outcome"], p["last"]) for p in found["promises"]}


def test_a_deleted_promise_is_deleted_by_its_commit_and_never_done(run, repository):
    first = repository.commit("2025-01-01", file(f"{PLAN}\n{STAGE}"))
    repository.commit("2025-02-01", file(f"{PLAN}\n{STAGE}\npower: {{final_say: team}}"))
    gone = repository.commit("2025-03-01", file(STAGE))
    repository.commit("2025-04-01", file(f"{STAGE}\npower: {{final_say: together}}"))
    found = course(run, "project.yaml", "--date", "2026-01-01")
    assert [v["state"] for v in found["versions"]] == ["read"] * 4
    assert outcomes(found) == {"care.plan": ("deleted", gone), "stages.design": ("open", "")}
    plan = found["promises"][0]
    assert (plan["first"], plan["first_date"], plan["last_date"]) == (first, "2025-01-01", "2025-03-01")
    text = run("history", "project.yaml", "--date", "2026-01-01").out
    assert f"By version {gone}" in text
    assert "kept" not in text


def test_a_promise_that_came_back_was_deleted_all_the_same(run, repository):
    repository.commit("2025-01-01", file(PLAN))
    gone = repository.commit("2025-02-01", file())
    back = repository.commit("2025-03-01", file(PLAN))
    done = repository.commit("2025-07-01", file(PLAN.replace("planned", "done")))
    found = course(run, "project.yaml", "--date", "2026-01-01")
    assert [(p["outcome"], p["last"]) for p in found["promises"]] == [("deleted", gone), ("kept", done)]
    assert f"again since {back}" in found["promises"][0]["says"]


def test_moves_are_listed_one_by_one_and_what_is_late_is_late_today(run, repository):
    repository.commit("2025-01-01", file(PLAN))
    one = repository.commit("2025-07-01", file(PLAN.replace("2025-06", "2025-12")))
    two = repository.commit("2026-01-01", file(PLAN.replace("2025-06", "2026-12")))
    found = course(run, "project.yaml", "--date", "2026-02-01")["promises"][0]
    assert found["outcome"] == "moved"
    assert found["moves"] == [
        f"{one}, 2025-07-01: from 2025-06 to 2025-12",
        f"{two}, 2026-01-01: from 2025-12 to 2026-12",
    ]
    assert found["due"] == "2026-12"
    assert course(run, "project.yaml", "--date", "2027-02-01")["promises"][0]["outcome"] == "late"


def test_an_invalid_version_is_listed_without_its_words_and_loses_no_promise(run, repository):
    repository.commit("2025-01-01", file(PLAN))
    repository.commit("2025-02-01", file("fase: the secret words"))
    repository.commit("2025-03-01", "not: [yaml")
    repository.commit("2025-04-01", file(PLAN))
    done = repository.commit(
        "2025-05-01", file(PLAN.replace("planned", "ongoing").replace("when", "since").replace("06", "05"))
    )
    found = course(run, "project.yaml", "--date", "2026-01-01")
    assert [v["state"] for v in found["versions"]] == ["read", "unreadable", "unreadable", "read", "read"]
    assert "at line 3" in found["versions"][1]["says"]
    assert outcomes(found) == {"care.plan": ("kept", done)}
    for format_ in ("text", "markdown", "html"):
        text = run("history", "project.yaml", "--format", format_).out
        assert "secret words" not in text
        assert "ould not be read" in text


def test_names_are_followed_and_a_deleted_file_can_be_looked_at(run, repository):
    repository.commit("2025-01-01", file(PLAN), "first name.yaml")
    repository.git("mv", "first name.yaml", "second.yaml")
    repository.commit("2025-02-01")
    found = course(run, "second.yaml", "--date", "2025-03-01")
    assert [v["file"] for v in found["versions"]] == ["first name.yaml", "second.yaml"]
    assert outcomes(found) == {"care.plan": ("open", "")}
    repository.git("rm", "-q", "second.yaml")
    gone = repository.commit("2025-03-01")
    found = course(run, "second.yaml", "--date", "2026-01-01")
    assert found["versions"][-1]["state"] == "gone"
    assert outcomes(found) == {"care.plan": ("deleted", gone)}


def test_a_promise_on_another_branch_is_not_deleted_by_work_beside_it(run, repository):
    repository.commit("2025-01-01", file("power: {final_say: team}\n\n\n\n\n\n"))
    repository.git("checkout", "-q", "-b", "plans")
    repository.commit("2025-02-01", file(f"power: {{final_say: team}}\n\n\n\n\n\n{PLAN}"))
    repository.git("checkout", "-q", "main")
    repository.commit("2025-03-01", file("power: {final_say: together}\n\n\n\n\n\n"))
    repository.git("merge", "-q", "plans", "-m", "merged", day="2025-04-01")
    found = course(run, "project.yaml", "--date", "2025-05-01")
    assert [v["date"] for v in found["versions"]] == ["2025-01-01", "2025-03-01", "2025-04-01"]
    assert outcomes(found) == {"care.plan": ("open", "")}


def test_authors_and_subjects_are_nowhere(run, repository):
    repository.commit("2025-01-01", file(PLAN))
    for format_ in ("text", "markdown", "html", "json"):
        assert "ecretname" not in run("history", "project.yaml", "--format", format_).out


def test_one_rubric_judges_every_version_as_of_its_day(run, repository):
    text = file(
        "stages: {design: {role: involved, status: done, when: 2025-06}, analysis: {role: involved, status: done, when: 2025-06}}\npower: {final_say: team}"
    )
    repository.commit("2025-01-01", text)
    repository.commit("2026-01-01", text + "# later\n")
    found = course(run, "project.yaml")
    # What lies ahead has not happened on the first day.
    assert found["versions"][0]["verdict"] != found["versions"][1]["verdict"]
    assert len(found["rubric"]["sha256"]) == 64


def test_since_and_max_say_what_they_leave_out(run, repository):
    for month in range(1, 6):
        repository.commit(f"2025-0{month}-01", file(f"{PLAN}\n# {month}"))
    found = course(run, "project.yaml", "--since", "2025-03-01", "--date", "2025-05-01")
    assert [v["date"] for v in found["versions"]] == ["2025-03-01", "2025-04-01", "2025-05-01"]
    assert any("2 versions are left out, before 2025-03-01" in n for n in found["notes"])
    found = course(run, "project.yaml", "--max", "1", "--date", "2025-05-01")
    assert [v["date"] for v in found["versions"]] == ["2025-05-01"]
    assert any("4 versions are left out" in n for n in found["notes"])
    assert run("history", "project.yaml", "--since", "2026-01-01").code == 2
    assert run("history", "project.yaml", "--since", "soon").code == 2
    assert run("history", "project.yaml", "--max", "0").code == 2
    assert run("history", "project.yaml", "--date", "2025-01-01").code == 2


def test_changes_that_are_not_committed_are_said(run, repository):
    repository.commit("2025-01-01", file(PLAN))
    assert not any("not committed" in n for n in course(run, "project.yaml")["notes"])
    (repository.folder / "project.yaml").write_text(file(), encoding="utf-8")
    found = course(run, "project.yaml", "--date", "2025-02-01")
    assert any("not committed" in n for n in found["notes"])
    assert outcomes(found) == {"care.plan": ("open", "")}


def test_a_shallow_clone_is_said(run, repository, tmp_path, monkeypatch):
    repository.commit("2025-01-01", file(PLAN))
    repository.commit("2025-02-01", file())
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.folder}", str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    found = course(run, "project.yaml")
    assert len(found["versions"]) == 1
    assert any("shallow" in n for n in found["notes"])
    assert "shallow" in run("compare", "project.yaml", "--from", "HEAD~1").err


def test_what_few_answered_does_not_move_the_course(run, repository):
    def views(answered, agree):
        by = f"by_principle: {{influence: {{agree: {agree}, disagree: {answered - agree}}}}}"
        return file(
            f"views: [{{of: contributors, when: 2024-06, asked: 9, answered: {answered}, collected_by: outside the team, anonymous: yes, {by}}}]"
        )

    repository.commit("2025-01-01", views(3, 2))
    repository.commit("2025-02-01", views(4, 2))
    one = course(run, "project.yaml", "--date", "2025-03-01")
    repository.git("reset", "-q", "--hard", "HEAD~1")
    repository.commit("2025-02-01", views(4, 3))
    other = course(run, "project.yaml", "--date", "2025-03-01")
    for found in (one, other):
        found["versions"][1]["revision"] = ""
    assert one == other
    assert any("few people answered" in n for n in one["notes"])


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "json"])
def test_where_no_version_can_be_read_the_code_is_2(run, repository, format_):
    repository.commit("2025-01-01", "not: [yaml")
    assert run("history", "project.yaml", "--format", format_).code == 2


def test_what_goes_wrong_is_said_in_a_sentence(run, repository, tmp_path, monkeypatch):
    assert "no commit yet" in run("history", "project.yaml").err
    repository.commit("2025-01-01", file())
    (repository.folder / "new.yaml").write_text(file(), encoding="utf-8")
    for arguments, says in (
        (("new.yaml",), "never committed"),
        (("none.yaml",), "git knows no version"),
        (("sub/none.yaml",), "git knows no version"),
        (("-",), "name the file"),
        (("project.yaml", "--format", "csv"), "allowed: text, markdown, html, pdf, docx, json"),
        (("project.yaml", "-o", "x.gif"), "End its name in"),
        (("project.yaml", "-o", "project.yaml"), "End its name in"),
    ):
        found = run("history", *arguments)
        assert found.code == 2
        assert says in found.err, found.err
        assert not found.out
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "the `git` command is missing" in run("history", "project.yaml").err


def test_no_repository_is_said(run, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_text(file(), encoding="utf-8")
    found = run("history", "project.yaml")
    assert found.code == 2
    assert "lies in no git repository" in found.err


def test_settings_of_a_user_change_nothing(run, repository, tmp_path, monkeypatch):
    repository.commit("2025-01-01", file(PLAN), "größe.yaml")
    repository.commit("2025-02-01", file(), "größe.yaml")
    wanted = course(run, "größe.yaml", "--date", "2025-03-01")
    settings = tmp_path / "settings"
    settings.write_text(
        "[log]\n showSignature = true\n date = relative\n follow = false\n diffMerges = off\n[color]\n ui = always\n[core]\n pager = false\n quotePath = true\n"
        "[diff]\n renames = false\n noprefix = true\n external = false\n[pager]\n log = false\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    monkeypatch.setenv("LANGUAGE", "de")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_PAGER", "false")
    monkeypatch.setenv("GIT_TRACE", "1")
    assert course(run, "größe.yaml", "--date", "2025-03-01") == wanted


def test_a_repository_of_somebody_else_is_said(run, repository, monkeypatch):
    repository.commit("2025-01-01", file())
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "safe.directory")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "")
    from involve_audit.cli import git

    usual = git._environment
    # Git's own switch for its tests: as if somebody else owned every folder.
    monkeypatch.setattr(git, "_environment", lambda: usual() | {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"})
    found = run("history", "project.yaml")
    assert found.code == 2
    assert "belongs to another user" in found.err


def test_nothing_in_the_repository_is_changed(run, repository):
    repository.commit("2025-01-01", file(PLAN))
    repository.commit("2025-02-01", file())
    copy = repository.folder.parent / "copy"
    shutil.copytree(repository.folder, copy)
    course(run, "project.yaml")
    run("compare", "project.yaml", "--from", "HEAD~1")

    def everything(folder):
        return {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}

    assert everything(repository.folder) == everything(copy)


def test_a_file_in_a_folder_is_followed_from_anywhere(run, repository, monkeypatch):
    (repository.folder / "deep" / "er").mkdir(parents=True)
    repository.commit("2025-01-01", file(PLAN), "deep/er/p.yaml")
    repository.commit("2025-02-01", file(), "deep/er/p.yaml")
    wanted = outcomes(course(run, "deep/er/p.yaml"))
    assert list(wanted) == ["care.plan"]
    monkeypatch.chdir(repository.folder / "deep")
    assert outcomes(course(run, "er/p.yaml")) == wanted
    monkeypatch.chdir(repository.folder.parent)
    assert outcomes(course(run, "work/deep/er/p.yaml")) == wanted


def test_a_copy_of_a_template_begins_its_own_course(run, repository):
    text = file(PLAN + "\npower: {final_say: team}\ntiming: {first_involved: 2024}")
    repository.commit("2025-01-01", text, "template.yaml")
    repository.commit("2025-02-01", text.replace("team", "together"), "project.yaml")
    assert [v["file"] for v in course(run, "project.yaml")["versions"]] == ["project.yaml"]


def test_a_commit_of_tomorrow_is_no_fault(run, repository):
    import datetime as dt

    tomorrow = (dt.date.today() + dt.timedelta(days=1)).isoformat()
    repository.commit(tomorrow, file(PLAN))
    assert course(run, "project.yaml")["date"] == tomorrow
    assert run("compare", "project.yaml", "--from", "HEAD").code == 0


def test_a_plan_that_shrank_stays_a_changed_plan(run, repository):
    repository.commit("2025-01-01", file("stages: {design: {role: decided together, status: planned, when: 2027}}"))
    less = repository.commit("2025-02-01", file("stages: {design: {role: consulted, status: planned, when: 2027}}"))
    repository.commit(
        "2025-03-01", file("stages: {design: {role: consulted, status: planned, when: 2027}}\npower: {final_say: team}")
    )
    found = course(run, "project.yaml", "--date", "2026-01-01")["promises"][0]
    assert (found["outcome"], found["last"]) == ("moved", less)
    assert found["moves"] == [f"{less}, 2025-02-01: role: decided together → consulted"]
    done = repository.commit("2025-04-01", file("stages: {design: {role: consulted, status: done, when: 2025-03}}"))
    found = course(run, "project.yaml", "--date", "2026-01-01")["promises"][0]
    assert (found["outcome"], found["last"]) == ("in part", done)


def test_a_folder_has_no_course_of_its_own(run, repository):
    (repository.folder / "sub").mkdir()
    repository.commit("2025-01-01", "format: 1\nproject: {title: x}\n", "sub/project.yaml")
    found = run("history", "sub")
    assert (found.code, found.out) == (2, "")
    assert "sub: this is a folder" in found.err
    assert run("history", "sub/project.yaml").code == 0
