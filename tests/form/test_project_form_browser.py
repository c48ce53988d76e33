"""The project form in a real browser, as people use it."""

from __future__ import annotations

import contextlib
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from pages import EXAMPLES, Form, project
from test_project_form_yaml import HOSTILE

from involve_audit.__main__ import main
from involve_audit.load import read
from involve_audit.project.model import Project

CANONICAL = Path(__file__).with_name("by-keyboard.yaml")


@pytest.fixture
def form(browser, tmp_path):
    made = Form(browser, tmp_path)
    yield made
    made.close()


@pytest.fixture
def short_form(browser, tmp_path):
    made = Form(browser, tmp_path, core=True)
    yield made
    made.close()


def checked(text: str, folder: Path) -> tuple[int, Any]:
    """What `check --format json` says of a file, without the numbers of lines."""
    code, out = command(text, folder, "check", "--date", "2026-01-01", "--format", "json")
    return code, without_lines(json.loads(out))


def command(text: str, folder: Path, *arguments: str) -> tuple[int, str]:
    """What a command says of a file."""
    folder.mkdir()
    (folder / "project.yaml").write_text(text, encoding="utf-8")
    out = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        code = main([*arguments, "project.yaml"])
    return code, out.getvalue()


def without_lines(audit: Any) -> Any:
    """An audit without what depends on how its file is laid out."""
    if isinstance(audit, dict):
        return {
            key: without_lines(value)
            for key, value in audit.items()
            if key not in ("line", "column", "sha256", "fingerprint")
        }
    return [without_lines(value) for value in audit] if isinstance(audit, list) else audit


def radio(form: Form, place: str, value: str) -> None:
    form.at(place).first.locator(f'input[type=radio][value="{value}"]').check()


def unfold(form: Form) -> None:
    """Open everything that folds."""
    form.page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })")
    form.page.wait_for_timeout(100)


# --- by keyboard alone ------------------------------------------------------------------------------


def fill_by_keyboard(form: Form) -> None:
    form.page.keyboard.press("Tab")
    form.type("project.title", "Sleep after a stroke: what helps?")
    form.choose("project.kind", "research")
    form.choose("project.phase", "running")
    form.choose("project.topic_sensitive", "yes")
    form.type("project.researchers", "about 6")
    form.tab_until(lambda now: now["at"] == "project.called" and now["tag"] == "TEXTAREA")
    form.page.keyboard.type("co-production")
    form.press("Add another")
    form.page.keyboard.type("side by side: our word")
    form.choose("project.promises", "none")
    form.open_summary("Sources")
    form.press("Add a source")
    form.page.keyboard.type("minutes_3")
    form.choose("sources.kind", "minutes")
    form.type("sources.title", "Third meeting")
    form.type("sources.date", "2025-02-11")
    form.press("Add another source")
    form.choose("sources.kind", "budget")
    form.open_summary("Rooms")
    form.press("Add a room")
    form.page.keyboard.type("panel")
    form.type("rooms.name", "The Panel")
    form.choose("rooms.status", "ongoing")
    form.type("rooms.contributors", "up to 15")
    form.choose("rooms.votes", "equal")
    form.type("rooms.since", "March 2024")
    tick(form, "What shows it", "minutes_3")
    form.open_summary("Stages")
    form.open_summary("Design")
    form.choose("stages.design.role", "decided together")
    form.choose("stages.design.status", "done")
    form.type("stages.design.people", "9")
    tick(form, "Rooms", "panel")
    form.type("stages.design.when", "2024-09")
    tick(form, "What shows it", "minutes_3")
    form.open_summary("Analysis")
    form.choose("stages.analysis.role", "none")
    form.open_summary("Power and decisions")
    form.open_summary("Decisions")
    form.press("Add a decision")
    form.page.keyboard.type('To measure being rested, "not hours"')
    form.choose("power.decisions.entries.about", "outcome")
    form.choose("power.decisions.entries.decided_by", "together")
    form.choose("power.decisions.entries.became", "done")
    form.choose("power.decisions.entries.room", "panel")
    form.type("power.decisions.entries.when", "2024-09")
    form.choose("power.decisions.complete", "no")
    tick(form, "Final say", "together")
    form.open_summary("Reward and resources")
    form.open_summary("Pay")
    form.choose("reward.pay.status", "ongoing")
    form.choose("reward.pay.offered", "all")
    form.type("reward.pay.rate", "27.50 per hour")
    form.type("reward.pay.since", "2024")
    tick(form, "What shows it", "source_2")
    form.open_summary("Safety and care")
    form.open_summary("Plan")
    form.choose("care.plan.answer", "unknown")
    form.open_summary("Harm")
    form.choose("care.harm.entries", "none")


def tick(form: Form, label: str, name: str) -> None:
    form.open_summary(label)
    form.tab_until(
        lambda now: (
            now["type"] == "checkbox" and form.page.evaluate("() => document.activeElement.dataset.name") == name
        )
    )
    form.page.keyboard.press("Space")


def test_filled_by_keyboard_alone_it_is_the_canonical_file_also_after_opening_it_again(form, tmp_path):
    fill_by_keyboard(form)
    form.tab_until(lambda now: now["tag"] == "BUTTON" and now["text"] == "Save the file")
    with form.page.expect_download() as waiting:
        form.page.keyboard.press("Enter")
    saved = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert waiting.value.suggested_filename == "project.yaml"
    canonical = CANONICAL.read_text(encoding="utf-8")
    assert read(saved, "x").tree == read(canonical, "x").tree
    assert project(saved) == project(canonical)
    wanted = checked(canonical, tmp_path / "canonical")
    assert wanted[1]["verdict"]["id"]
    assert checked(saved, tmp_path / "saved") == wanted
    form.open(saved)
    again = form.save()
    assert again == saved
    assert checked(again, tmp_path / "again") == wanted


# --- opening and saving -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_is_the_same_project_after_it_was_opened_and_saved(form, name):
    text = EXAMPLES[name].read_text(encoding="utf-8")
    form.open(text, "its-name.yaml")
    saved = form.save()
    assert form.saved_as == "its-name.yaml"
    assert project(saved) == project(text)
    assert read(saved, "x").tree == read(text, "x").tree


def test_a_part_that_was_changed_keeps_all_its_other_answers(form):
    """Here the page writes in its own words what the file said in others."""
    text = EXAMPLES["full"].read_text(encoding="utf-8")
    form.open(text)
    unfold(form)
    changed = {
        "project.title": "Changed", "sources.title": "Changed", "rooms.name": "Changed", "stages.design.people": "4",
        "honesty.limits.what": "Changed", "timing.contact.every": "monthly", "power.decisions.entries.what": "Changed",
        "voices.missing.entries.group": "Changed", "access.papers_ahead.working_days": "4", "reward.budget.amount": "1", "care.plan.note": "Changed",
        "relationships.researchers_learned.what": "Changed", "influence.log.entries.said": "Changed", "views.entries.asked": "20",
        "findings.entries.says": "Changed",
    }  # fmt: skip
    for place, value in changed.items():
        form.at(place).first.locator("textarea, input[type=text]").first.fill(value)
    tree = form.tree()
    assert tree["voices"]["missing"]["entries"][0]["group"] == "Changed"
    new, old = project(form.save()), project(text)
    found = differences(new, old)
    assert {".".join(s for s in path if isinstance(s, str)) for path in found} == {
        p.replace("sources", "sources.bid").replace("rooms", "rooms.planning_group") if p.startswith(("sources", "rooms")) else p for p in changed
    }  # fmt: skip


def differences(new: Any, old: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    from involve_audit.project.fields import Told

    if new == old:
        return []
    if isinstance(new, Told) and type(new) is type(old):
        new, old = vars(new), vars(old)
    if isinstance(new, dict) and isinstance(old, dict):
        return [d for key in {**new, **old} for d in differences(new.get(key), old.get(key), (*path, key))]
    if isinstance(new, tuple) and isinstance(old, tuple) and len(new) == len(old):
        return [d for n, (a, b) in enumerate(zip(new, old, strict=True)) for d in differences(a, b, (*path, n))]
    return [path]


def test_every_told_question_of_the_full_example_can_be_seen(form):
    from involve_audit.project.fields import Told
    from involve_audit.project.references import walk

    text = EXAMPLES["full"].read_text(encoding="utf-8")
    form.open(text)
    unfold(form)
    shown = set(
        form.page.eval_on_selector_all(
            ".q[data-at]", "all => all.filter(q => q.offsetParent !== null).map(q => q.dataset.at)"
        )
    )
    told: set[str] = set()

    def collect(part: Any, path: str) -> None:
        if isinstance(part, Told):
            for key, value in vars(part).items():
                told.add(f"{path}.{key}".lstrip("."))
                collect(value, f"{path}.{key}")
        elif isinstance(part, (tuple, dict)):
            for value in part.values() if isinstance(part, dict) else part:
                collect(value, path)

    collect(project(text), "")
    sections = {p for p in told if "." not in p}
    # A seal is shown as one thing: a command makes it, and nobody types its parts.
    kept = {p for p in told if p.startswith("views.entries.sealed.")}
    assert kept
    assert "views.entries.sealed" in shown
    assert told - sections - kept <= shown
    assert len(list(walk(project(text)))) > 500


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("format: 1\nproject:\n  titel: x\n", 3, "did you mean 'title'"),
        ("format: 1\nproject:\n  phase: runing\n", 3, "did you mean 'running'"),
        ("format: 1\nproject: {title: a, b}\n", 2, "a text that holds a comma needs quotes"),
        ("format: 1\nproject: &x {title: a}\n", 2, "needs quotes"),
        ("format: 1\nproject:\n  title: a: b\n", 3, "colon"),
        ("project:\n  title: a\n", 1, "'format' is missing"),
        ("format: 1\nstages: some\n", 2, "says too little"),
        ("format: 1\npower:\n  decisions:\n    entrys: []\n", 4, "did you mean 'entries'"),
        (
            "format: 1\nvoices:\n  rooms:\n    - {room: a, characteristic: b, in_the_room: ['White: 7']}\n",
            4,
            "counts of people by group never stand",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_line_and_changes_nothing(form, text, line, says):
    form.at("project.title").locator("textarea").fill("Mine")
    form.open(text)
    if "Open project.yaml all the same" in form.message:
        form.page.get_by_role("button", name="Open project.yaml all the same").press("Enter")
        form.page.wait_for_selector("#messages li")
    assert f"Line {line}" in form.message
    assert says in form.message
    assert "7" not in form.message.replace("Line 7", "")
    assert form.tree()["project"] == {"title": "Mine"}


def test_what_is_no_text_is_refused_kindly(form):
    form.open(b"\xff\xfeP\x00r\x00")
    assert "is not text in UTF-8" in form.message
    form.open(b"x" * 1_000_001)
    assert "1,000,001 bytes" in form.message


def test_unsaved_answers_are_not_overwritten_without_a_word(form):
    form.at("project.title").locator("textarea").fill("Mine")
    form.open(EXAMPLES["minimal"].read_text(encoding="utf-8"))
    assert "not saved" in form.message
    form.page.get_by_role("button", name="Leave everything as it is").press("Enter")
    assert form.tree()["project"]["title"] == "Mine"


def test_a_sealed_reply_still_holds_after_the_page_and_shows_what_changed_there(form, tmp_path):
    form.open(EXAMPLES["full"].read_text(encoding="utf-8"))
    assert "their reply is sealed" in form.message
    code, says = command(form.save(), tmp_path / "same", "views", "verify")
    assert (code, "nothing was changed" in says) == (0, True)
    unfold(form)
    form.at("care.plan.note").locator("textarea").fill("Changed after the reply")
    code, says = command(form.save(), tmp_path / "changed", "views", "verify")
    assert (code, "care" in says) == (1, True)


def test_comments_are_said_to_get_lost(form):
    form.open("format: 1\nproject: {title: A}\n")
    assert "comments" not in form.message
    form.open("format: 1\nproject: {title: A} # why\n")
    assert "comments" in form.message


def test_several_people_after_one_another(form):
    form.at("project.title").locator("textarea").fill("Ours")
    first = form.save()
    form.load()
    form.open(first)
    form.page.locator("#section-filled_in > summary").press("Enter")
    form.at("filled_in.contributors").locator("input").fill("2")
    second = form.save()
    assert read(second, "x").tree == {"format": "1", "project": {"title": "Ours"}, "filled_in": {"contributors": "2"}}


# --- hostile text -----------------------------------------------------------------------------------


def test_hostile_text_in_every_field_survives(form):
    """Typed into every text of an example at once, saved, opened, and saved again."""
    form.open(EXAMPLES["full"].read_text(encoding="utf-8"))
    unfold(form)
    # A menu would turn these words into an answer of their own, which is what they mean.
    texts = [t for t in HOSTILE if t not in ("unknown", "None") and len(t) < 1000]
    # All at once: going to each box by itself takes minutes.
    wanted = form.page.evaluate(
        """texts => [...document.querySelectorAll(".q textarea")].filter(box => box.checkVisibility()).map((box, n) => {
          box.value = texts[n % texts.length];
          box.dispatchEvent(new Event("input", {bubbles: true}));
          return box.value;
        })""",
        texts,
    )
    assert len(wanted) > 150
    assert set(texts) - set(wanted) <= {t for t in texts if "\r" in t}
    saved = form.save()
    project(saved)
    form.open(saved)
    unfold(form)
    assert (
        form.page.eval_on_selector_all(
            ".q textarea", "all => all.filter(box => box.checkVisibility()).map(box => box.value)"
        )
        == wanted
    )
    assert form.save() == saved


def test_hostile_names_of_sources_survive_and_can_be_chosen(form):
    form.page.locator("#section-sources > summary").press("Enter")
    names = ["it's: #1", "</script>", "yes", "- x", "{}", "2024", "ملف", "a, b", '"q"', "null"]
    for name in names:
        form.at("sources").locator(".entries + button").last.press("Enter")
        form.page.keyboard.type(name)
        form.page.keyboard.press("Tab")
        entry = form.page.locator("#section-sources details.entry").last
        entry.locator('.q[data-at="sources.title"] textarea').fill(f"About {name}")
    form.page.locator("#section-honesty > summary").press("Enter")
    form.at("honesty.meaning").first.locator("summary").first.press("Enter")
    form.at("honesty.meaning.source").first.locator("summary").press("Enter")
    picker = form.at("honesty.meaning.source").first
    assert picker.locator(".choices label").all_inner_texts() == [f"{name}: About {name}" for name in names]
    for box in picker.locator("input[type=checkbox]").all():
        box.check()
    saved = form.save()
    told = project(saved)
    assert tuple(told.sources) == tuple(names)
    assert told.honesty.meaning.source == tuple(names)


def test_an_invisible_character_that_no_text_has_is_taken_out(form):
    form.at("project.title").locator("textarea").fill("a\x07b\ufeffc")
    assert form.tree()["project"] == {"title": "abc"}


# --- answers that hide others -----------------------------------------------------------------------


def test_an_answer_that_is_hidden_is_not_in_the_file_and_comes_back_with_its_question(form):
    unfold(form)
    radio(form, "care.support.answer", "yes")
    radio(form, "care.support.before", "yes")
    form.at("care.support.when").locator("input").fill("2024")
    radio(form, "care.support.answer", "no")
    assert form.tree() == {"format": "1", "care": {"support": "none"}}
    notice = form.at("care.support.answer").locator(".aside")
    assert "When (2024)" in notice.inner_text()
    assert form.at("care.support.before").count() == 0
    radio(form, "care.support.answer", "yes")
    assert form.tree()["care"]["support"] == {"answer": "yes", "before": "yes", "when": "2024"}
    assert notice.is_hidden()


def test_who_stopped_it_is_asked_only_where_it_was_stopped(form):
    unfold(form)
    assert form.at("access.needs.stopped_by").count() == 0
    form.at("access.needs.status").locator("select").select_option("stopped")
    form.at("access.needs.stopped_by").locator("select").select_option("team")
    form.at("access.needs.status").locator("select").select_option("ongoing")
    assert form.tree() == {"format": "1", "access": {"needs": "ongoing"}}


def test_nobody_anywhere_takes_out_the_stages(form):
    unfold(form)
    form.at("stages.design.role").locator("select").select_option("involved")
    radio(form, "stages.answer", "none")
    assert form.tree() == {"format": "1", "stages": "none"}
    radio(form, "stages.answer", "")
    assert form.tree() == {"format": "1", "stages": {"design": "involved"}}


def test_a_stage_that_the_work_has_not_is_taken_out(form):
    unfold(form)
    form.at("stages.design.role").locator("select").select_option("involved")
    form.at("stages.work_has").get_by_label("Funding").check()
    assert form.tree() == {"format": "1", "stages": {"work_has": ["funding"]}}
    assert form.at("stages.design").count() == 0
    form.at("stages.work_has").get_by_label("Design").check()
    assert form.tree()["stages"] == {"work_has": ["funding", "design"], "design": "involved"}


def test_a_role_of_none_takes_out_what_people_did(form):
    unfold(form)
    form.at("stages.design.role").locator("select").select_option("involved")
    form.at("stages.design.people").locator("input").fill("9")
    form.at("stages.design.role").locator("select").select_option("none")
    assert form.tree() == {"format": "1", "stages": {"design": "none"}}


def test_a_file_with_answers_that_do_not_go_together_keeps_them_and_shows_them(form):
    text = "format: 1\ncare: {support: {answer: no, when: 2024, before: yes}}\n"
    form.open(text)
    unfold(form)
    assert form.at("care.support.when").locator("input").input_value() == "2024"
    assert project(form.save()) == project(text)


def test_entries_that_are_taken_out_by_none_are_not_in_the_file_and_come_back(form):
    form.open("format: 1\npower:\n  decisions:\n    - {what: A}\n    - {what: B}\n")
    unfold(form)
    menu = form.at("power.decisions.entries").locator("select.kind").first
    menu.select_option("none")
    assert form.tree()["power"] == {"decisions": "none"}
    assert form.page.locator('[data-at="power.decisions.entries.what"]:visible').count() == 0
    menu.select_option("")
    # As it stood in the file: a list that does not say whether it is complete.
    assert form.tree()["power"] == {"decisions": [{"what": "A"}, {"what": "B"}]}


# --- four kinds of no answer ------------------------------------------------------------------------


def test_the_kinds_of_no_answer_are_written_apart(form):
    unfold(form)
    form.at("project.researchers").locator("select").select_option("none")
    form.at("voices.contributors").locator("select").select_option("unknown")
    form.at("timing.design_locked").locator("select").select_option("no")
    form.at("timing.first_involved").locator("select").select_option("yes")
    form.at("project.called").locator("select.kind").select_option("none")
    form.at("honesty.limits").locator("select.kind").select_option("unknown")
    radio(form, "power.all_rooms_told", "unknown")
    form.at("sources").locator("select.kind").select_option("none")
    saved = form.save()
    assert read(saved, "x").tree == {
        "format": "1", "project": {"researchers": "none", "called": "none"}, "sources": "none", "honesty": {"limits": "unknown"},
        "timing": {"first_involved": "yes", "design_locked": "no"}, "power": {"all_rooms_told": "unknown"}, "voices": {"contributors": "unknown"},
    }  # fmt: skip
    told = project(saved)
    assert told.project.called == ()
    assert told.sources == {}
    form.open(saved)
    assert form.save() == saved
    assert form.at("project.researchers").locator("select").input_value() == "none"
    form.at("project.researchers").locator("select").select_option("")
    assert "researchers" not in form.tree()["project"]


def test_an_entry_that_was_added_and_left_blank_is_not_in_the_file(form):
    unfold(form)
    form.at("influence.reflections").locator(".entries + button").press("Enter")
    form.at("power.leadership").locator(".entries + button").press("Enter")
    assert form.tree() == {"format": "1"}
    form.at("power.leadership.people").locator("input").fill("2")
    assert form.tree()["power"] == {"leadership": [{"people": "2"}]}
    form.at("power.leadership.people").locator("input").fill("")
    assert form.tree() == {"format": "1"}


# --- lists ------------------------------------------------------------------------------------------


def test_entries_are_removed_and_put_back_by_keyboard(form):
    form.open("format: 1\nhonesty:\n  limits:\n    - what: A\n    - what: B\n    - what: C\n")
    form.page.locator("#section-honesty > summary").press("Enter")
    second = form.at("honesty.limits").locator("details.entry").nth(1)
    second.locator("summary").first.press("Enter")
    second.get_by_role("button", name="Remove this limit").press("Enter")
    assert [e["what"] for e in form.tree()["honesty"]["limits"]] == ["A", "C"]
    form.page.get_by_role("button", name="Put it back").press("Enter")
    assert form.focused()["tag"] == "SUMMARY"
    assert form.tree()["honesty"]["limits"] == [{"what": "A"}, {"what": "B"}, {"what": "C"}]


def test_a_source_that_gets_another_name_keeps_its_references(form):
    form.open(
        "format: 1\nsources: {a: {kind: page}}\nhonesty: {meaning: {status: done, source: a}, limits: [{what: x, source: a}]}\n"
    )
    form.page.locator("#section-sources > summary").press("Enter")
    form.page.locator("#section-sources details.entry summary").first.press("Enter")
    name = form.page.get_by_label("Short name")
    name.fill("the advert")
    name.press("Tab")
    told = project(form.save())
    assert list(told.sources) == ["the advert"]
    assert told.honesty.meaning.source == ("the advert",)
    assert told.honesty.limits[0].source == ("the advert",)


def test_two_sources_cannot_have_one_name(form):
    form.open("format: 1\nsources: {a: {kind: page}, b: {kind: page}}\n")
    form.page.locator("#section-sources > summary").press("Enter")
    unfold(form)
    name = form.page.get_by_label("Short name").nth(1)
    for wrong in ("a", " "):
        name.fill(wrong)
        name.press("Tab")
        assert name.input_value() == "b"
    assert list(form.tree()["sources"]) == ["a", "b"]


def test_a_source_that_is_removed_leaves_no_reference_unseen(form):
    form.open("format: 1\nsources: {a: {kind: page}}\nhonesty: {meaning: {status: done, source: a}}\n")
    unfold(form)
    form.page.get_by_role("button", name="Remove this source").press("Enter")
    form.page.wait_for_selector("#problems li")
    assert "'a' is not among the sources" in form.page.inner_text("#problems")
    form.page.locator("#problems a").first.press("Enter")
    assert form.focused()["at"] == "honesty.meaning.source"


def test_the_role_of_a_stage_may_change_over_time(form):
    unfold(form)
    form.at("stages.analysis.role").locator("select").select_option("consulted")
    form.at("stages.analysis").first.get_by_role("button", name="Add another span of time").press("Enter")
    roles = form.at("stages.analysis.role").locator("select")
    assert roles.count() == 2
    assert roles.nth(0).input_value() == "consulted"
    roles.nth(1).select_option("led")
    assert form.tree()["stages"] == {"analysis": ["consulted", "led"]}
    assert [s.role for s in project(form.save()).stages.analysis] == ["consulted", "led"]


# --- what does not fit ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "text", "says"),
    [
        ("project.researchers", "most", "is a share and no count"),
        ("timing.first_involved", "03/04/2024", "can be misread; write 2024-04-03"),
        ("timing.first_involved", "before dezign", "did you mean 'design'"),
        ("reward.pay.rate", "a lot", "holds no amount"),
        ("timing.contact.every", "biannual", "can be misread"),
    ],
)
def test_it_is_said_as_one_types_what_cannot_be_read_and_it_is_saved_all_the_same(form, place, text, says):
    unfold(form)
    box = form.at(place).locator("input[type=text]")
    box.fill(text)
    form.page.wait_for_timeout(900)
    assert says in form.at(place).locator(".wrong").inner_text()
    assert box.get_attribute("aria-invalid") == "true"
    assert form.at(place).locator(".wrong").get_attribute("id") in box.get_attribute("aria-describedby")
    saved = form.save()
    assert text in saved
    form.open(saved)
    assert says in form.page.inner_text("#problems")
    unfold(form)
    form.at(place).locator("input[type=text]").fill("")
    form.page.wait_for_timeout(900)
    assert form.page.locator("#problems-box").is_hidden()


def test_contradictions_are_said_in_both_places(form):
    form.open(
        "format: 1\nviews: [{of: contributors, asked: 5, answered: 9, by_principle: {power: {agree: 12}}}]\n"
        "care: {plan: {since: 2024, until: 2020}, support: {answer: yes, status: planned}}\nhonesty: {limits: [{reason: x}]}\n"
    )
    says = form.page.inner_text("#problems")
    assert "more answered (9) than were asked (5)" in says
    assert "12 answers stand here, but only 9 people answered" in says
    assert "it ends (2020) before it begins (2024)" in says
    assert "contradict each other" in says
    assert "this is needed" in says
    assert form.page.locator("#problems li").count() == 5


def test_what_is_not_told_is_listed_and_leads_to_its_question(form):
    form.open(EXAMPLES["minimal"].read_text(encoding="utf-8"))
    form.page.locator("#untold-box > summary").press("Enter")
    form.page.wait_for_selector("#untold a")
    assert form.page.locator("#untold a").count() > 50
    form.page.locator("#untold").get_by_text("Pay", exact=True).press("Enter")
    assert form.focused()["at"].startswith("reward.pay")
    assert re.match(r"\d+ of \d+ topics told", form.page.inner_text("#told"))


# --- the short form ---------------------------------------------------------------------------------


def test_the_short_form_asks_less_and_loses_nothing(short_form):
    unfold(short_form)
    assert short_form.at("access.language").count() == 0
    assert short_form.at("reward.pay").count() == 1
    text = EXAMPLES["full"].read_text(encoding="utf-8")
    short_form.open(text)
    assert project(short_form.save()) == project(text)
    unfold(short_form)
    # What is told is shown in the short form too.
    assert short_form.at("access.language.glossary").count() == 1


def test_one_can_change_between_short_and_full(short_form):
    short_form.page.get_by_label("All questions").check()
    unfold(short_form)
    assert short_form.at("access.language").count() == 1
    short_form.page.get_by_label("The short form").check()
    assert short_form.at("access.language").count() == 0


# --- drafts -----------------------------------------------------------------------------------------

STORED = "() => ({...localStorage})"


def test_nothing_is_kept_in_the_browser_without_consent(form):
    form.at("project.title").locator("textarea").fill("Secret")
    form.page.wait_for_timeout(900)
    form.save()
    assert form.page.evaluate(STORED) == {}
    assert form.page.evaluate("() => document.cookie + sessionStorage.length") == "0"


def test_a_draft_is_kept_where_somebody_wants_it_offered_again_and_deleted(form):
    box = form.page.get_by_label("Keep a draft in this browser")
    assert not box.is_checked()
    box.check()
    form.at("project.title").locator("textarea").fill("Ours: a draft")
    form.page.wait_for_timeout(900)
    assert "Ours: a draft" in str(form.page.evaluate(STORED))
    form.load()
    assert "There is a draft" in form.message
    assert form.tree() == {"format": "1"}
    assert "Ours: a draft" in str(form.page.evaluate(STORED)), "an empty page does not write over a draft"
    form.page.get_by_role("button", name="Go on with it").press("Enter")
    assert form.tree()["project"] == {"title": "Ours: a draft"}
    assert form.page.get_by_label("Keep a draft in this browser").is_checked()
    form.page.get_by_label("Keep a draft in this browser").uncheck()
    assert form.page.evaluate(STORED) == {}
    form.load()
    assert form.page.locator("#messages").is_hidden()


def test_a_draft_can_be_deleted_when_it_is_offered(form):
    form.page.get_by_label("Keep a draft in this browser").check()
    form.load()
    form.page.get_by_role("button", name="Delete it").press("Enter")
    assert form.page.evaluate(STORED) == {}


# --- for everybody ----------------------------------------------------------------------------------


LOOK = """
() => {
  for (const each of document.querySelectorAll("details.section, #untold-box, #text-box")) each.open = true;
  for (const state of document.querySelectorAll("details .state:not(.untold)")) state.closest("details").open = true;
  for (const each of document.querySelectorAll("details.entry, details.picker")) if (each.checkVisibility()) each.open = true;
}
"""


@pytest.mark.parametrize(("width", "scheme", "core"), [(1280, "light", False), (400, "dark", True)])
def test_axe_finds_nothing(browser, axe, tmp_path, width, scheme, core):
    """With all that is told unfolded: each kind of question, entries, a message, and an answer that cannot be read."""
    form = Form(browser, tmp_path, width=width, scheme=scheme, core=core)
    form.open(CANONICAL.read_text(encoding="utf-8").replace("2025-02-11", "03/04/2025"))
    form.page.evaluate(LOOK)
    form.page.wait_for_selector("#problems li")
    form.page.evaluate(axe)
    assert problems_of_axe(form) == []
    form.close()


def problems_of_axe(form: Form) -> list[str]:
    found = form.page.evaluate("() => axe.run(document, {resultTypes: ['violations'], selectors: false})")
    assert len(found["passes"]) > 15, "axe has looked"
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]} ({len(v['nodes'])})" for v in found["violations"]]


@pytest.mark.parametrize(("width", "size"), [(400, "100%"), (400, "200%"), (1280, "200%"), (320, "100%")])
def test_nothing_runs_out_of_the_page(browser, tmp_path, width, size):
    form = Form(browser, tmp_path, width=width)
    form.open(EXAMPLES["full"].read_text(encoding="utf-8"))
    unfold(form)
    form.page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
    assert form.page.evaluate("() => document.documentElement.scrollWidth") <= width
    form.close()


def test_every_control_has_a_name(form):
    form.open(EXAMPLES["full"].read_text(encoding="utf-8"))
    unfold(form)
    nameless = form.page.evaluate(
        """() => {
          // The labels of a control are looked up in the whole page each time; a set of them is there at once.
          const named = new Set([...document.querySelectorAll("label")].filter(l => l.textContent.trim()).map(l => l.htmlFor));
          return [...document.querySelectorAll("input, select, textarea, button")].filter(c =>
            !(named.has(c.id) && c.id) && !c.closest("label") && !c.getAttribute("aria-label") && !c.textContent.trim()).map(c => c.outerHTML.slice(0, 120));
        }"""
    )
    assert nameless == []
    ids = form.page.eval_on_selector_all("[id]", "all => all.map(e => e.id)")
    assert len(ids) == len(set(ids))
    pointed = form.page.eval_on_selector_all(
        "[aria-describedby]", "all => all.flatMap(e => e.getAttribute('aria-describedby').split(' '))"
    )
    assert set(pointed) <= set(ids)


def test_on_paper_what_is_told_is_open_and_no_button_stands(form):
    form.open(EXAMPLES["full"].read_text(encoding="utf-8"))
    form.page.emulate_media(media="print")
    form.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert form.at("reward.pay.rate").locator("input").is_visible()
    assert form.page.locator("button:visible").count() == 0
    form.page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    form.page.emulate_media(media="screen")
    assert not form.at("reward.pay.rate").locator("input").is_visible()


def test_the_page_says_what_it_needs_where_scripts_are_off(browser, tmp_path):
    from pages import text_of_form

    (tmp_path / "form.html").write_text(text_of_form(), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((tmp_path / "form.html").as_uri())
    assert "This page needs JavaScript" in page.inner_text("body")
    context.close()


def test_a_script_that_is_not_the_pages_own_does_not_run(browser, tmp_path):
    from pages import text_of_form

    text = text_of_form().replace("</body>", "<script>document.title = 'run'</script></body>")
    (tmp_path / "form.html").write_text(text, encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.goto((tmp_path / "form.html").as_uri())
    assert page.title() != "run"
    assert page.locator("#sections > details").count() == len(Project.questions) - 1  # all but the format
    context.close()
