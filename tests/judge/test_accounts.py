"""Where accounts differ, what is told is open, and both accounts are printed; notes are printed and change nothing."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from projects import projects
from support import rows, shipped

from involve_audit.assess import audit_project
from involve_audit.facts import FACTS
from involve_audit.facts.case import Case
from involve_audit.facts.roles import standing
from involve_audit.load import Document, read, read_project
from involve_audit.project.accounts import disputed_parts, opened
from involve_audit.project.practice import Entry
from involve_audit.project.references import parts
from involve_audit.render import html as web
from involve_audit.render import json as machine
from involve_audit.render import markdown, plain_language, terminal
from involve_audit.render import text as text_page
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 23)
DOUBT = "disputed: {by: contributors, says: We were told and not asked}"


def audit(text: str):
    document = read(f"format: 1\n{text}\n")
    return audit_project(document, read_project(document), shipped(), DAY, steps=False, lines="when asked")


def fact(name: str, text: str):
    return FACTS[name].observe(Case(read_project(read(f"format: 1\n{text}\n")), DAY)).value


TOLD = """
sources: {m: {kind: minutes}}
power: {decisions: [{what: The outcome, stage: design, about: outcome, decided_by: together, became: done, source: m%s}]}
stages:
  design: {role: decided together, status: done, source: m}
  governance: {role: consulted, status: done, source: m%s}
"""


def test_a_disputed_decision_carries_no_role():
    def shown(text):
        stage = next(s for s in audit(text).rung.stages if s.id == "design")
        return stage.shown.low, stage.shown.high

    assert shown(TOLD % ("", "")) == ("decided together", "decided together")
    assert shown(TOLD % (f", {DOUBT}", "")) == ("involved", "decided together")


def test_a_disputed_stage_is_told_and_shows_nothing():
    stage = next(s for s in audit(TOLD % ("", f", {DOUBT}")).rung.stages if s.id == "governance")
    assert (stage.told, stage.shown.low) == ("consulted", "none")


@pytest.mark.parametrize(
    ("name", "told", "plain"),
    [
        ("contact_kept_up", "timing: {contact: {status: ongoing%s}}", True),
        ("contact_kept_up", "timing: {contact: {answer: no%s}}", False),
    ],
)
def test_neither_a_yes_nor_a_no_that_is_disputed_stands(name, told, plain):
    assert fact(name, told % "") is plain
    assert fact(name, told % f", {DOUBT}") is None


def test_a_source_that_is_disputed_shows_nothing():
    told = read_project(
        read(
            f"format: 1\nsources: {{m: {{kind: minutes, {DOUBT}}}, n: {{}}}}\nrooms: {{a: {{source: m}}, b: {{source: [m, n]}}}}"
        )
    )
    rooms = opened(told).rooms
    assert rooms["a"].source is None
    assert rooms["b"].source == ("n",)


def test_where_nothing_is_disputed_the_project_is_the_very_same():
    told = read_project(read("format: 1\nproject: {title: T}"))
    assert opened(told) is told


def test_both_accounts_and_every_note_stand_in_every_report():
    found = audit(TOLD % (f", note: Seen by nobody since, {DOUBT}", ", note: Two evenings"))
    (account,) = found.accounts
    assert (account.path, account.by, account.says) == (
        "power.decisions[0]", "contributors", "We were told and not asked",
    )  # fmt: skip
    assert account.told == "A decision: “The outcome”. Contributors and the team decided. It was carried out."
    assert [n.says for n in found.notes] == ["Seen by nobody since", "Two evenings"]
    texts = [
        text_page.render([found], layer="full"),
        markdown.render([found], layer="full"),
        web.render([found], layer="full"),
        machine.render([found]),
    ]
    accounts, notes = ("We were told and not asked", "The outcome"), ("Seen by nobody since", "Two evenings")
    for text in texts:
        flat = " ".join(text.split())
        for words in (*accounts, *notes):
            assert words in flat, (words, text[:80])
    for text in (
        plain_language.PAPER.markdown([found]),
        plain_language.PAPER.html([found]),
        plain_language.PAPER.text([found]),
    ):
        assert all(words in " ".join(text.split()) for words in accounts), text[:80]
    # Both accounts stand on the first screen, too.
    assert "We were told and not asked" in terminal.summary(found)
    assert json.loads(texts[3])["accounts"][0]["told"] == account.told


def test_counts_of_so_few_that_people_could_be_told_apart_are_not_quoted_from_a_disputed_view():
    found = audit(
        "views: [{of: contributors, answered: 3, by_principle: {power: {agree: 2, disagree: 1}}, "
        "disputed: {by: team, says: They were five}}]"
    )
    assert "agree: 2" not in machine.render([found])
    assert found.accounts[0].told == "What contributors answered."


def test_people_s_own_words_stand_although_somebody_tells_the_view_otherwise():
    found = audit("views: [{of: contributors, words: It was fine, disputed: {by: team, says: They were five}}]")
    assert found.views[0].words == ("It was fine",)


def test_of_who_is_in_a_room_nothing_is_quoted():
    found = audit(
        "rooms: {r: {}}\nvoices: {rooms: [{room: r, characteristic: age_band, in_the_room: [x], "
        "disputed: {by: team, says: Not so}}]}"
    )
    assert found.accounts[0].told == ""


SAID_OTHERWISE = "disputed: {by: people served, says: Nobody there could decide}"


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ("rooms: {board_of_five: {contributors: some, power: advises, votes: none, %s}}", "Board of five, with some contributors, that advises, with no vote for them."),
        ("organisations: {a: {name: Riverside, does: [runs, hosts], governed_by: people affected, say: code, %s}}", "Riverside: runs the work and hosts it; people affected govern it; its say stands in a written code."),
        ("stages: {design: {role: consulted, status: done, when: 2019, who: panel, said: Shorter visits, %s}}", "Design (panel): people are asked; it was done (2019). People said “Shorter visits”."),
        ("power: {final_say: {who: [team, above], %s}}", "The team and those above the team have the last word."),
        ("influence: {log: [{said: Fewer forms, by: contributors, answer: partly, changed: Two forms went, %s}]}", "Contributors said: “Fewer forms”. It was taken up in part. What changed: “Two forms went”."),
        ("influence: {heard: [{answer: no, said_by: contributors, when: 2019, %s}]}", "Contributors: people were not heard (2019)."),
        ("project: {promises: [{what: You decide, kept: no, %s}]}", "This was promised: “You decide”. It was not kept."),
        ("care: {harm: [{what: Names were printed, said_by: court, %s}]}", "On record, by the word of a court: “Names were printed”."),
        ("findings: [{by: inquiry, named: Hill, heard: no, %s}]", "An inquiry, Hill: people were not heard."),
        ("reward: {expenses: {status: ongoing, covers: [travel, food], %s}}", "Expenses: it goes on; covers: travel and food."),
    ],
)  # fmt: skip
def test_what_is_told_differently_is_a_sentence(told, says):
    found = audit(told % SAID_OTHERWISE)
    assert found.accounts[0].told == says
    on_screen = " ".join(terminal.summary(found).split())
    assert "People served tell it otherwise: “Nobody there could decide”" in on_screen
    assert "status:" not in on_screen.partition("What was seen")[2]


def test_the_same_other_account_of_two_entries_stands_once():
    found = audit(f"rooms: {{a: {{power: decides, {SAID_OTHERWISE}}}, b: {{power: advises, {SAID_OTHERWISE}}}}}")
    for page in (terminal.summary(found), text_page.render([found])):
        assert " ".join(page.split()).count("Nobody there could decide") == 1
        assert "A, that decides. B, that advises. People served" in " ".join(page.split())


def test_people_s_word_that_the_team_tells_otherwise_is_not_called_open():
    found = audit(
        "influence: {heard: [{answer: no, said_by: contributors, disputed: {by: team, says: We answered all}}]}"
    )
    assert not found.accounts[0].open
    assert "told differently (line" in " ".join(terminal.summary(found).split())
    doubted = audit(f"rooms: {{a: {{power: decides, {SAID_OTHERWISE}}}}}")
    assert doubted.accounts[0].open
    assert "told differently, and so open (line" in " ".join(terminal.summary(doubted).split())


def test_a_month_of_a_project_without_a_start_is_said():
    found = audit("stages: {design: {role: involved, status: done, when: month 6}}")
    (note,) = found.notes
    assert (note.by, note.path) == ("involve-audit", "stages.design.when")
    assert "month 6" in " ".join(terminal.summary(found).split())
    assert audit("project: {dates: {start: 2025}}\nstages: {design: {role: involved, when: month 6}}").notes == ()


def ends(found):
    yield "score", found.score.low, found.score.high
    for principle in found.principles:
        for criterion in principle.criteria:
            if criterion.applies:
                yield criterion.id, criterion.level.low, criterion.level.high


@given(projects, st.data())
def test_a_doubt_never_pays_and_a_note_changes_nothing(tree, data):
    """Another account of any entry raises no low end and lowers no high end, as taking the entry's answers away would."""

    def judged(tree):
        document = Document("p.yaml", tree, [])
        return audit_project(document, read_project(document), shipped(), DAY, steps=False, lines="none")

    try:
        document = Document("p.yaml", tree, [])
        project = read_project(document)
    except InputError:
        assume(False)
    places = [document.true_path(path) for path, part in parts(project) if isinstance(part, Entry) and path]
    places = [p for p in places if isinstance(document.get(p), dict)]
    assume(places)
    place = data.draw(st.sampled_from(places))

    def with_key(node, path, key, told):
        if not path:
            return {**node, key: told}
        step, *rest = path
        if isinstance(node, dict):
            return {**node, step: with_key(node[step], rest, key, told)}
        return [with_key(v, rest, key, told) if n == step else v for n, v in enumerate(node)]

    try:
        noted = judged(with_key(tree, place, "note", "Words that a reader should know"))
        before = judged(tree)
        after = judged(with_key(tree, place, "disputed", {"by": "team", "says": "It was otherwise"}))
    except InputError:
        assume(False)
    assert list(ends(noted)) == list(ends(before))
    assert noted.verdict.id == before.verdict.id
    was = {name: (low, high) for name, low, high in ends(before)}
    for name, low, high in ends(after):
        if name in was:
            assert low <= was[name][0] + 0.051, (name, place)
            assert high >= was[name][1] - 0.051, (name, place)
    assert len(list(disputed_parts(parts(project)))) <= len(after.accounts)


HEARD = "influence: {heard: {answer: no, said_by: contributors, disputed: {by: %s, says: That is not so}}}"


@pytest.mark.parametrize(
    ("by", "open_"), [("team", False), ("above", False), ("contributors", True), ("inquiry", True)]
)
def test_those_whom_it_is_about_do_not_open_people_s_own_word(by, open_):
    """Their account is printed beside it, and the word stands."""
    assert fact("own_word_not_heard", HEARD % by) is (None if open_ else True)
    assert audit(HEARD % by).accounts


def test_harm_that_contributors_recorded_stands_although_the_team_tells_it_otherwise():
    harm = "care: {harm: [{what: x, kind: harm, said_by: %s, disputed: {by: team, says: That is not so}}]}"
    assert fact("trust_broken", harm % "contributors") is True
    assert fact("trust_broken", harm % "team") is None


@given(projects)
def test_what_is_opened_already_is_not_opened_otherwise(tree):
    try:
        project = read_project(Document("p.yaml", tree, []))
    except InputError:
        assume(False)
    once = opened(project)
    assert opened(once, once) is once
    assert opened(project, once) == once
    if next(disputed_parts(parts(project)), None) is None:
        assert once is project


@rows("role", ["consulted", "involved", "decided together", "led"])
@rows("status", ["planned", "policy", "aim", "done", "ongoing", "stopped"])
def test_a_disputed_part_is_no_more_open_for_its_status(role, status):
    """Taking the status away closes nothing: of what is disputed, no more than the file tells or plans can be shown."""
    told = {"role": role, "disputed": {"by": "contributors", "says": "It was not so."}}

    def shown(span):
        tree = {"format": "1", "stages": {"funding": [{"status": "aim"}, span], "design": [span]}}
        case = Case(read_project(Document("project.yaml", tree, [])), dt.date(2026, 11, 30))
        return standing(case, "funding").shown, standing(case, "design").shown

    for with_status, without in zip(shown({**told, "status": status}), shown(told), strict=True):
        assert without.high >= with_status.high
        assert without.low <= with_status.low
