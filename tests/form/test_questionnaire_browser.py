"""The contributors' questions in a real browser: by keyboard, on a phone, and what is saved is what `views add` reads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from involve_audit.__main__ import main
from involve_audit.form.contributors import OPEN_QUESTIONS, paper, questionnaire, screen
from involve_audit.load import read
from involve_audit.project.practice import PRINCIPLES
from involve_audit.rubric import shipped
from involve_audit.survey.collect import ANSWERS, read_answers
from involve_audit.survey.insert import views_in

if TYPE_CHECKING:
    from collections.abc import Iterator

YES, PARTLY, NO, CANNOT, RATHER_NOT = ANSWERS
HOSTILE = "</script><b>“No”</b> & {{ 7 * 7 }}\n\n\t- item: [x]\\ \U0001f642 שלום"


class Questions:
    """The page, as a person uses it."""

    def __init__(self, browser: Any, folder: Path, *, width: int = 1280, scheme: str = "light") -> None:
        self.path = folder / "questions.html"
        asked = questionnaire(
            shipped.load().rubric, month="2026-05", title="Waiting <b>well</b> & “more”", called=("co-production",), support="Ask at the desk.",
            hand_in="Anna of the library collects the answers.",
        )  # fmt: skip
        self.path.write_text(screen(asked), encoding="utf-8")
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, accept_downloads=True
        )
        self.trouble: list[str] = []
        self.page = self.context.new_page()
        self.page.on("console", lambda m: self.trouble.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda e: self.trouble.append(str(e)))
        self.page.on(
            "request", lambda r: self.trouble.append(r.url) if not r.url.startswith(("file:", "blob:")) else None
        )
        self.page.on("dialog", lambda d: d.accept())
        self.page.goto(self.path.as_uri())

    def focused(self) -> dict[str, str]:
        found: dict[str, str] = self.page.evaluate(
            "() => { const a = document.activeElement; return {tag: a.tagName, name: a.name ?? '', id: a.id, value: a.value ?? ''}; }"
        )
        return found

    def tab_to(self, **wanted: str) -> None:
        for _ in range(120):
            self.page.keyboard.press("Tab")
            now = self.focused()
            if all(now[k] == v for k, v in wanted.items()):
                return
        raise AssertionError(f"the keyboard does not get to {wanted}")

    def choose(self, name: str, answer: str) -> None:
        """Go to a question with Tab and choose with the arrow keys."""
        self.tab_to(name=name)
        self.page.keyboard.press("Space")
        for _ in ANSWERS:
            if self.focused()["value"] == answer:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{answer} cannot be chosen")

    def save(self, folder: Path, *, key: str = "Enter") -> Path:
        with self.page.expect_download() as waiting:
            self.page.locator("#save").press(key)
        self.name = waiting.value.suggested_filename
        folder.mkdir(exist_ok=True)
        place = folder / self.name
        waiting.value.save_as(place)
        return place


@pytest.fixture
def questions(browser: Any, tmp_path: Path) -> Iterator[Questions]:
    page = Questions(browser, tmp_path)
    yield page
    page.context.close()
    assert not page.trouble


def test_filled_in_by_keyboard_alone_it_saves_what_the_person_said(questions: Questions, tmp_path: Path) -> None:
    said = dict(zip(PRINCIPLES, (YES, PARTLY, NO, CANNOT, RATHER_NOT, YES, NO, PARTLY, YES), strict=True))
    for name, answer in said.items():
        questions.choose(name, answer)
    questions.choose("label_fits", NO)
    questions.tab_to(id="open-1")
    questions.page.keyboard.type("More time.")
    questions.tab_to(id="quote-1")
    questions.page.keyboard.press("Space")
    questions.tab_to(id="open-2")
    questions.page.keyboard.type("Something else.")
    questions.tab_to(id="save")
    place = questions.save(tmp_path / "answers")
    assert questions.page.inner_text("#said").startswith(f"Saved as {questions.name}")
    file, answers = read_answers(place.read_bytes(), place.name)
    assert file.answers == {name: answer.lower() for name, answer in said.items()}
    assert (file.of, file.round, file.about) == ("contributors", "2026-05", "Waiting <b>well</b> & “more”")
    assert (answers.label, answers.words, answers.unquoted) == ("disagree", (f"[{OPEN_QUESTIONS[0]}] More time.",), 1)
    assert set(read(place.read_bytes(), begins="answers").tree) == {
        "involve_audit_answers",
        "of",
        "round",
        "page",
        "about",
        "answers",
        "label_fits",
        "words",
    }


def test_five_people_at_one_screen_become_one_view(questions: Questions, tmp_path: Path, capsys: Any) -> None:
    pages = set()
    for person in range(5):
        for principle in PRINCIPLES:
            questions.page.check(f'input[name="{principle}"][value="{YES if person < 3 else NO}"]')
        place = questions.save(tmp_path / "answers")
        pages.add(read(place.read_bytes(), begins="answers").tree["page"])
        questions.page.click("#clear")
        assert not questions.page.locator("input:checked").count()
        assert questions.page.inner_text("#said") == "All answers are cleared."
    assert len(pages) == 5
    project = tmp_path / "project.yaml"
    project.write_text("format: 1\nproject: {title: 'Waiting <b>well</b> & “more”'}\n", encoding="utf-8")
    assert main(["views", "add", str(project), str(tmp_path / "answers"), "--asked", "6"]) == 0
    capsys.readouterr()
    (view,) = views_in(read(project.read_bytes()).tree)
    assert view["answered"] == "5"
    assert view["by_principle"]["power"] == {"agree": "3", "disagree": "2"}


def test_everything_may_be_left_blank_and_an_answer_can_be_taken_back(questions: Questions, tmp_path: Path) -> None:
    blank = questions.page.locator('[data-blank="power"]')
    assert not blank.is_visible()
    questions.page.check(f'input[name="power"][value="{NO}"]')
    assert "power" in questions.page.text_content("#text")
    blank.press("Enter")
    assert not blank.is_visible()
    assert questions.focused()["name"] == "power"
    tree = read(questions.save(tmp_path / "answers").read_bytes(), begins="answers").tree
    assert tree["answers"] == {}
    assert "words" not in tree


def test_what_will_be_saved_can_be_looked_at_and_is_what_is_saved(questions: Questions, tmp_path: Path) -> None:
    questions.page.check(f'input[name="care"][value="{PARTLY}"]')
    questions.page.fill("#open-3", HOSTILE)
    questions.page.click("summary")
    shown = questions.page.text_content("#text")
    assert shown == questions.save(tmp_path / "answers").read_text(encoding="utf-8")


def test_hostile_and_broken_words_are_saved_as_words(questions: Questions, tmp_path: Path) -> None:
    questions.page.fill("#open-1", HOSTILE)
    questions.page.check("#quote-1")
    # Half a character, and marks that no text file can hold, as they come with pasted text.
    questions.page.eval_on_selector(
        "#open-2",
        r'area => { area.value = "a\ud800b\u0000c\u0085d\u2028e\ufefff\u007f"; area.dispatchEvent(new Event("input", {bubbles: true})); }',
    )
    questions.page.check("#quote-2")
    _, answers = read_answers(questions.save(tmp_path / "answers").read_bytes(), "a.json")
    assert answers.words == (f"[{OPEN_QUESTIONS[0]}] {HOSTILE.replace(chr(9), ' ')}", f"[{OPEN_QUESTIONS[1]}] abcdef")


def test_the_same_page_saved_twice_is_known_again(questions: Questions, tmp_path: Path) -> None:
    questions.page.check(f'input[name="care"][value="{PARTLY}"]')
    first = read(questions.save(tmp_path / "one").read_bytes(), begins="answers").tree["page"]
    assert read(questions.save(tmp_path / "two").read_bytes(), begins="answers").tree["page"] == first


def test_nothing_is_kept_in_the_browser(questions: Questions) -> None:
    questions.page.check(f'input[name="care"][value="{PARTLY}"]')
    questions.page.reload()
    assert not questions.page.locator("input:checked").count()
    assert questions.context.storage_state() == {"cookies": [], "origins": []}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "zoom"), [(1280, 1), (400, 1), (400, 2), (320, 1)])
def test_on_a_phone_and_in_large_text_nothing_runs_out_of_the_page(
    browser: Any, tmp_path: Path, width: int, zoom: int, scheme: str
) -> None:
    found = Questions(browser, tmp_path, width=width, scheme=scheme)
    found.page.evaluate(f"document.documentElement.style.fontSize = '{16 * zoom}px'")
    # The page's policy refuses a style in an attribute; through the object model it is allowed.
    found.page.click("summary")
    assert found.page.evaluate("document.documentElement.scrollWidth") <= width
    small = found.page.evaluate(
        "() => Array.from(document.querySelectorAll('label.choice, button')).filter(e => e.offsetParent && e.offsetHeight < 40).length"
    )
    assert small == 0
    found.context.close()
    assert not found.trouble


AXE = "async () => { const found = await axe.run(document, {resultTypes: ['violations'], selectors: false}); return [found.passes.length, found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' '))]; }"


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (400, "light"), (400, "dark")])
def test_the_accessibility_checker_finds_nothing(
    browser: Any, axe: str, tmp_path: Path, width: int, scheme: str
) -> None:
    found = Questions(browser, tmp_path, width=width, scheme=scheme)
    found.page.check(f'input[name="care"][value="{PARTLY}"]')
    found.page.click("summary")
    found.page.evaluate(axe)
    passed, problems = found.page.evaluate(AXE)
    assert (problems, passed > 15) == ([], True)
    found.context.close()


@pytest.mark.parametrize("width", [1280, 400])
def test_the_accessibility_checker_finds_nothing_on_the_page_to_print(
    browser: Any, axe: str, tmp_path: Path, width: int
) -> None:
    place = tmp_path / "paper.html"
    place.write_text(
        paper(questionnaire(shipped.load().rubric, month="2026-05", title="Waiting well")), encoding="utf-8"
    )
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(place.as_uri())
    page.evaluate(axe)
    passed, problems = page.evaluate(AXE)
    assert (problems, passed > 8) == ([], True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_on_paper_each_question_stays_on_one_page(browser: Any, tmp_path: Path) -> None:
    place = tmp_path / "paper.html"
    place.write_text(
        paper(questionnaire(shipped.load().rubric, month="2026-05", title="Waiting well")), encoding="utf-8"
    )
    page = browser.new_page()
    page.goto(place.as_uri())
    page.emulate_media(media="print")
    rules = page.evaluate(
        "() => Array.from(document.querySelectorAll('.question')).map(q => getComputedStyle(q).breakInside)"
    )
    assert set(rules) == {"avoid"}
    assert page.evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)") >= 24  # 18 points
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
    (tmp_path / "paper.pdf").write_bytes(printed)
    page.close()
