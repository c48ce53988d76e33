"""What the page does with several files: the same commands, the same bytes, the same protection of small numbers."""

from __future__ import annotations

import base64
import html
import json

import pytest
from the_page import DAY, EXAMPLES, ROOT, Page, handed_in

from involve_audit.load import read
from involve_audit.project.practice import PRINCIPLES
from involve_audit.survey.collect import ANSWERS as WORDS

PROJECT = "format: 1\nproject: {title: A walk, phase: running, called: co-production}\n"


@pytest.fixture
def page():
    made = Page()
    made.open(PROJECT)
    return made


def test_two_files_are_compared_as_on_the_command_line(page, run, tmp_path, monkeypatch):
    before, after = EXAMPLES["freshstart-before-2020"].read_bytes(), EXAMPLES["freshstart-after-2020"].read_bytes()
    page.do("compare", files=[handed_in("project.yaml", before)], later=[handed_in("project.yaml", after)], how=".md")
    (tmp_path / "earlier").mkdir()
    (tmp_path / "later").mkdir()
    (tmp_path / "earlier/project.yaml").write_bytes(before)
    (tmp_path / "later/project.yaml").write_bytes(after)
    monkeypatch.chdir(tmp_path)
    assert run("compare", "earlier/project.yaml", "later/project.yaml", "--date", DAY, "-o", "out.md").code == 0
    assert page.saved() == (tmp_path / "out.md").read_bytes()


def test_an_earlier_file_is_compared_with_the_one_that_is_open(page):
    page.do("compare", files=[handed_in("old.yaml", PROJECT.replace("running", "funded"))], how="look")
    assert "<iframe" in page.reply["main"]


@pytest.mark.parametrize("how", [".html", ".md", ".csv", ".jsonl", ".txt", ".xlsx"])
def test_many_projects_become_the_table_of_the_command_line(page, run, tmp_path, monkeypatch, how):
    names = ("minimal", "bad", "dsni-1984")
    files = [handed_in(f"calls/{n}/project.yaml", EXAMPLES[n].read_bytes()) for n in names]
    for n in names:
        (tmp_path / "calls" / n).mkdir(parents=True)
        (tmp_path / "calls" / n / "project.yaml").write_bytes(EXAMPLES[n].read_bytes())
    page.do("portfolio", folder=files, how=how)
    monkeypatch.chdir(tmp_path)
    assert run("portfolio", "calls", "--date", DAY, "--report-only", "-o", f"out{how}").code == 0
    assert page.saved() == (tmp_path / f"out{how}").read_bytes()


def test_the_table_holds_to_the_policy_that_is_handed_in(page):
    policy = (ROOT / "examples" / "policy" / "funder.yaml").read_bytes()
    files = [
        handed_in("a.yaml", EXAMPLES["minimal"].read_bytes()),
        handed_in("b.yaml", "format: 1\nproject: {phase: runing}\n"),
    ]
    page.do("portfolio", files=files, policy=[handed_in("funder.yaml", policy)], how="look")
    main = html.unescape(page.reply["main"])
    assert "Involvement from the application on" in main or "funder" in main
    assert "b.yaml:2:" in main


def test_nothing_chosen_is_said(page):
    assert page.do("portfolio", how="look")["refused"]
    assert page.do("compare", how="look")["refused"]


def test_a_name_does_not_lead_out_of_the_folder(page, tmp_path):
    page.do("portfolio", files=[handed_in("../../../etc/a.yaml", PROJECT)], how=".jsonl")
    assert b"etc/a.yaml" in page.saved()


def test_the_questionnaire_is_that_of_the_command_line(page, run, tmp_path, monkeypatch):
    (tmp_path / "project.yaml").write_text(PROJECT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    page.do("questionnaire", how="screen", side="contributors", round="2026-11", support="Ring Ana.", hand_in="")
    run("form", "project.yaml", "--contributors", "--round", "2026-11", "--support", "Ring Ana.", "-o", "q.html")
    assert page.saved() == (tmp_path / "q.html").read_bytes()
    for how, name in (("paper", "questions.html"), ("aloud", "questions.txt")):
        page.do("questionnaire", how=how, side="contributors", round="2026-11", support="", hand_in="")
        assert page.reply["save"][0]["name"] == name
    page.do("questionnaire", how="paper", side="contributors", round="May", support="", hand_in="")
    assert "is not a month" in page.reply["says"]


def answers(number: int, said: str) -> dict[str, str]:
    """What one person answered, as the questionnaire saves it."""
    told = {
        "involve_audit_answers": "1", "of": "contributors", "round": "2026-05", "page": f"{number:016x}", "answers": dict.fromkeys(PRINCIPLES, said),
    }  # fmt: skip
    return handed_in(f"answers-{number}.json", json.dumps(told))


def test_answers_are_counted_with_small_numbers_protected(page, run, tmp_path, monkeypatch):
    yes, _, no, *_ = WORDS
    files = [answers(n, yes if n else no) for n in range(6)]
    page.do("views", files=files, asked="8", collected_by="outside the team", anonymous="yes")
    (tmp_path / "project.yaml").write_text(PROJECT, encoding="utf-8")
    for one in files:
        (tmp_path / one["name"]).write_bytes(base64.b64decode(one["data"]))
    monkeypatch.chdir(tmp_path)
    options = ("--asked", "8", "--collected-by", "outside the team", "--anonymous", "yes")
    found = run("views", "add", "project.yaml", *(one["name"] for one in files), *options)
    assert found.code == 0, found.err
    assert page.text == (tmp_path / "project.yaml").read_text(encoding="utf-8")
    assert read(page.text).tree["views"]
    assert page.do("back")["state"]["text"] == PROJECT


def test_answers_of_two_people_show_nothing(page):
    page.do("views", files=[answers(n, WORDS[0]) for n in range(2)], asked="8", collected_by="outside the team")
    assert "by_principle" not in page.text
    page.do("back")
    page.do("views", files=[handed_in("a.json", "{}")])
    assert "Nothing was counted" in page.reply["main"]
    assert page.text == PROJECT


def test_a_page_of_a_funder_says_what_of_the_policy_is_met():
    policy = (ROOT / "examples" / "policy" / "funder.yaml").read_text(encoding="utf-8")
    page = Page(policy={"name": "funder.yaml", "text": policy, "title": "t"})
    page.open(PROJECT)
    assert "Involvement from the application on" in page.reply["sheet"]
    assert "Not all that is asked for is met" in html.unescape(page.reply["sheet"])


def test_a_page_of_a_funder_asks_first_for_what_its_policy_asks_for():
    """Right after what the work is comes what the policy asks for, section by section; once it is met it is asked no more first."""
    policy = "policy: 1\ntitle: Pay first\nlevels: {reward: 1, care: 1}\n"
    page, usual = Page(policy={"name": "f.yaml", "text": policy, "title": "t"}), Page()
    asked: list[str] = []
    for one in (page, usual):
        one.open(PROJECT)
        seen = []
        for _ in range(12):
            seen.append(one.question)
            one.answer(how="later")
        asked.append(" ".join(seen))
    first, without = asked
    assert first != without
    assert page.text == usual.text == PROJECT

    def sections(text: str) -> list[str]:
        import datetime as dt

        from involve_audit.interview import coming
        from involve_audit.interview.order import places_of

        found = coming(
            text, page.session.loaded.rubric, dt.date.fromisoformat(DAY), most=60,
            conditions=page.session._unmet(text, dt.date.fromisoformat(DAY)),
        )  # fmt: skip
        return [sorted(str(p[0]) for p in places_of(q))[0] if places_of(q) else "" for q in found if q.weight < 110]

    order = sections(PROJECT)
    ours = [n for n, section in enumerate(order) if section in ("reward", "care")]
    assert ours[:4] == [0, 1, 2, 3]
    assert order[0] == "reward"


def test_a_page_with_its_own_rubric_judges_by_it(run, tmp_path, monkeypatch):
    rubric = ROOT / "examples" / "own-rubric" / "rubric.yaml"
    page = Page(rubric={"name": "rubric.yaml", "text": rubric.read_text(encoding="utf-8")})
    page.open(PROJECT)
    page.do("report", format="json", edition="team", ending=".json", how="save")
    (tmp_path / "project.yaml").write_text(PROJECT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    run("report", "project.yaml", "--date", DAY, "--rubric", rubric, "-o", "out.json")
    assert page.saved() == (tmp_path / "out.json").read_bytes()
    page.do("portfolio", files=[handed_in("a.yaml", PROJECT)], how=".jsonl")
    assert page.saved()


# --- the course of a file, who is in a room, and what would change the verdict ---------------------------


def versions() -> list[dict[str, str]]:
    planned = f"{PROJECT}stages: {{design: {{role: involved, status: planned, when: 2026-06, owner: researcher}}}}\n"
    return [
        handed_in("project-2026-03-01.yaml", planned.replace("planned", "done")),
        handed_in("project-2026-01-31.yaml", planned),
        handed_in("project-2025-10-02.yaml", PROJECT),
    ]


def test_the_course_over_versions_is_drawn_in_the_order_of_their_days(page):
    page.do("course", files=versions(), how=".json")
    tree = json.loads(page.saved())
    assert [v["date"] for v in tree["versions"]] == ["2025-10-02", "2026-01-31", "2026-03-01", DAY]
    assert tree["promises"]
    page.do("course", files=versions(), how="look")
    assert "<iframe" in page.reply["main"]
    assert "project-2026-01-31.yaml" in html.unescape(page.reply["main"])


def test_the_course_is_that_of_the_command_line(run, tmp_path, monkeypatch):
    """The same versions in git; only what the versions are called is another."""
    import os
    import subprocess

    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "-q"], check=True)
    texts = {v["name"][8:18]: base64.b64decode(v["data"]) for v in reversed(versions())}
    for day, data in texts.items():
        (tmp_path / "project.yaml").write_bytes(data)
        stamp = {"GIT_AUTHOR_DATE": f"{day}T12:00:00", "GIT_COMMITTER_DATE": f"{day}T12:00:00"}
        subprocess.run(["git", "add", "."], check=True)
        name = ["-c", "user.name=a", "-c", "user.email=a@b.invalid"]
        subprocess.run(["git", *name, "commit", "-qm", day], check=True, env={**os.environ, **stamp})
    assert run("history", "project.yaml", "--date", DAY, "-o", "out.json").code == 0
    theirs = json.loads((tmp_path / "out.json").read_text())
    page = Page()
    page.open(texts["2026-03-01"])
    page.do("course", files=versions(), how=".json")
    ours = json.loads(page.saved())

    def but_for_names(tree):
        if isinstance(tree, dict):
            return {
                k: but_for_names(v) for k, v in tree.items() if k not in ("revision", "file", "first", "last", "commit")
            }
        return [but_for_names(v) for v in tree] if isinstance(tree, list) else tree

    assert but_for_names(ours) == but_for_names(theirs)


def test_versions_of_which_nobody_can_tell_the_day_are_refused(page):
    assert "of which day" in page.do("course", files=[handed_in("old.yaml", PROJECT)])["refused"]
    dated = f"{PROJECT}filled_in: {{when: 2025-11-03}}\n"
    page.do("course", files=[handed_in("old.yaml", dated)], how=".json")
    assert json.loads(page.saved())["versions"][0]["date"] == "2025-11-03"
    twice = [handed_in("old.yaml", dated), handed_in("old-20251103.yaml", PROJECT)]
    assert "which was first" in page.do("course", files=twice)["refused"]
    assert "Choose" in page.do("course")["refused"]
    for name in ("project-2026-13-45.yaml", "12026-01-011.yaml", "../../2026.yaml"):
        assert "of which day" in page.do("course", files=[handed_in(name, PROJECT)])["refused"]


ROOM = f"{PROJECT}rooms: {{panel: {{name: The panel, contributors: 12, power: advises}}}}\n"
COUNTS = "characteristic,category,count\nsex,Female,7\nsex,Male,5\n"


def test_who_is_in_a_room_is_told_without_counts_as_on_the_command_line(run, tmp_path, monkeypatch):
    page = Page()
    page.open(ROOM)
    page.do("show", screen="together")
    assert '<option value="panel">The panel</option>' in page.reply["main"]
    page.do("room", files=[handed_in("counts.csv", COUNTS)], room="panel", of="contributors", how="part")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_text(ROOM)
    (tmp_path / "counts.csv").write_text(COUNTS)
    found = run("room", "counts.csv", "--room", "panel")
    assert found.code == 0, found.err
    assert found.out.strip() in html.unescape(page.reply["main"]).replace("&#10;", "\n")
    assert page.text == ROOM
    page.do("room", files=[handed_in("counts.csv", COUNTS)], room="panel", how="save", reference="england_2021")
    assert (
        run("room", "counts.csv", "--room", "panel", "--statistics", "--reference", "england_2021", "-o", "p.html").code
        == 0
    )
    assert page.saved() == (tmp_path / "p.html").read_bytes()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"files": []}, "Choose the file"),
        ({"joined": "a few"}, "are numbers"),
        ({"how": "look"}, "Compared with whom"),
        ({"room": "board"}, "there is no room"),
        ({"files": [handed_in("counts.csv", "what\nnot\n")]}, ""),
    ],
)
def test_what_is_wrong_with_a_private_table_is_said(given, says):
    page = Page()
    page.open(ROOM)
    found = page.do("room", **{"files": [handed_in("counts.csv", COUNTS)], "room": "panel", "how": "part", **given})
    told = found.get("refused") or html.unescape(found["main"])
    assert says in told
    assert "Traceback" not in told
    assert "error of the page" not in told
    assert page.text == ROOM


def test_what_would_change_the_verdict_is_that_of_the_command_line(page, run, tmp_path, monkeypatch):
    page.do("flip", how="single")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_text(PROJECT)
    found = run("flip", "--no-pairs", "--all", "--date", DAY)
    assert found.code == 0
    assert html.unescape(page.reply["main"]).count("would make it") == found.out.count("would make it")
    assert 'data-screen="results"' in page.reply["main"]


def test_the_log_is_handed_out_as_the_workbook_of_the_command_line(run, tmp_path, monkeypatch):
    page = Page()
    page.open(EXAMPLES["full"].read_bytes())
    page.do("workbook")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_bytes(EXAMPLES["full"].read_bytes())
    assert run("export", "project.yaml", "--xlsx", "log.xlsx").code == 0
    assert page.saved() == (tmp_path / "log.xlsx").read_bytes()
