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


@pytest.mark.parametrize("how", [".html", ".md", ".csv", ".jsonl", ".txt"])
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
