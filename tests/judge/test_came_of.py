"""What came of what people said, decided and were promised stands on the sheet, on the meeting pages and on the first screen."""

from __future__ import annotations

import datetime as dt

import pytest
from support import rows, shipped

from involve_audit.assess import audit_project
from involve_audit.load import read, read_project
from involve_audit.render import markdown, terminal, words

DAY = dt.date(2026, 11, 23)


def audit(text: str):
    document = read(f"format: 1\n{text}\n")
    return audit_project(document, read_project(document), shipped(), DAY, steps=False, lines="when asked")


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ("influence: {log: [{said: Fewer forms, by: contributors, answer: taken up, changed: Two went}]}", "Contributors said “Fewer forms”: it was taken up; what changed: “Two went”."),
        ("influence: {log: [{said: Stop, by: organisation of people affected, when: 2019, answer: refused, reason: none, told_back: no}]}", "An organisation of people affected said “Stop” (2019): it was refused. No reason was given. They were not told."),
        ("influence: {log: [{said: Later, by: people served, answer: unknown}]}", "People served said “Later”: what came of it is not known."),
        ("influence: {log: [{changed: Shorter visits, by: contributors}]}", "What contributors said is not told: what changed: “Shorter visits”."),
        ("power: {decisions: [{what: The draft, decided_by: contributors, announced_as: advice, became: set aside, set_aside_by: above, reason: Too dear}]}", "Contributors decided “The draft”: it was set aside by those above the team; it had been announced as advice. The reason: “Too dear”."),
        ("power: {decisions: [{what: The name, decided_by: together, became: done}]}", "Contributors and the team decided “The name”: it was carried out."),
        ("power: {ended: [{what: The panel, by: above, agreed: no, when: 2020}]}", "Ended by those above the team (2020): “The panel”. Those in it had not agreed."),
        ("project: {promises: [{what: An answer to each, kept: yes}]}", "Promised, “An answer to each”: it was kept."),
        ("project: {phase: cancelled, stopped: {when: 2021, by: above, reason: No money}}", "The work was cancelled by those above the team (2021). The reason: “No money”."),
        ("care: {harm: [{what: Names were printed, kind: harm, said_by: contributors, answered: no}]}", "On record, by the word of contributors: “Names were printed”. It got no answer."),
    ],
)  # fmt: skip
def test_each_entry_is_a_sentence(told, says):
    (found,) = audit(told).came_of
    assert found.says == says
    assert says in markdown.render([audit(told)]).replace("\\", "")


@rows(
    "told",
    [
        "influence: {log: [{said: Fewer forms, by: team, answer: taken up}]}",
        "influence: {log: [{said: Fewer forms, by: contributors, when: 2030}]}",
        "power: {decisions: [{what: The name, decided_by: team, when: 2030}]}",
        "power: {decisions: [{what: The name, decided_by: contributors, room: empty}]}\nrooms: {empty: {contributors: 0}}",
        "project: {promises: [{what: A vote}]}",
    ],
)
def test_what_is_not_theirs_has_not_happened_or_cannot_be_is_left_out(told):
    assert audit(told).came_of == ()


@rows(
    "told, about, says",
    [
        ("power: {decisions: [{what: The name, decided_by: team, became: done}]}", "decided by others", "The team decided “The name”: it was carried out."),
        ("power: {decisions: [{what: The name, decided_by: above, when: 2020}]}", "decided by others", "Those above the team decided “The name” (2020)."),
        ("power: {decisions: [{what: The name}]}", "decided by others", "Decided, and it is not told by whom: “The name”."),
        ("power: {disagreement: {status: done, recorded: [{what: The sale, outcome: No sale}]}}", "disagreement", "A disagreement: “The sale”. How it ended: “No sale”."),
        ("organisations: {guild: {name: The guild, does: runs, governed_by: people affected, status: ongoing, since: 1999}}", "runs", "The work has been run by The guild since 1999. People whom the work affects govern it."),
        ("influence: {reflections: [{when: 2020, who: team, badly: We were late}]}", "looked back", "A look back by the team (2020). What went badly: “We were late”."),
    ],
)  # fmt: skip
def test_what_stands_beside_peoples_part_is_printed_as_whose_it_is(told, about, says):
    found = audit(told)
    assert [(one.about, one.says) for one in found.came_of] == [(about, says)]
    assert says in markdown.render([found]).replace("\\", "")
    assert not words.came_of_says(found)


FOUND = (
    "findings: [{by: team, says: It went well}, {by: contributors, says: It did not}, {by: regulator, says: No breach}]"
)


def test_only_people_affected_stand_under_peoples_own_words():
    page = markdown.render([audit(FOUND)]).replace("\\", "")
    own, _, rest = page.partition("What people say")[2].partition("What others, or the team, found")
    rest = rest.partition("What this cannot tell you")[0]
    assert "It did not" in own
    assert "It went well" not in own
    assert rest.index("It went well") < rest.index("No breach")  # in the order of the file


REFUSED = " ".join(f"{{said: Thing {n}, by: contributors, answer: refused}}," for n in range(7))
MANY = f"""
influence: {{log: [
  {REFUSED}
  {{said: Pay more, by: contributors, answer: partly}},
  {{said: Less paper, by: contributors, answer: unknown}}]}}
power: {{decisions: [{{what: The draft, decided_by: contributors, became: set aside, set_aside_by: above}}]}}
project: {{promises: [{{what: A vote, kept: no}}]}}
"""


def test_one_line_counts_it_and_the_weightiest_stand_in_the_pages():
    found = audit(MANY)
    says = (
        "what people said: one taken up in part, seven refused, of one nobody knows what came; what they decided: one set aside by those above "
        "the team; what was promised: one not kept."
    )
    assert words.came_of_says(found) == says
    assert says in " ".join(terminal.summary(found).split())
    sheet, page, full = (markdown.render([found], layer=layer) for layer in ("sheet", "talk", "full"))
    assert says in sheet
    part = page.partition("### What came of what people said and decided")[2].partition("\n#")[0]
    assert part.count("\n- ") == 6
    assert "5 more stand in the whole report" in part
    # One kind does not fill the page: the decision, what was taken up and the promise stand beside what was refused.
    assert all(word in part for word in ("The draft", "Pay more", "A vote", "Less paper"))
    assert all(f"Thing {n}" in full for n in range(7))


def test_nothing_told_is_nothing_said():
    found = audit("project: {title: A}")
    assert words.came_of_says(found) == ""
    assert "came of it" not in terminal.summary(found)


def test_the_line_that_the_headline_quotes_is_the_first_that_is_named():
    harm = "{what: %s, kind: used otherwise than agreed, said_by: people served}"
    text = f"stages: {{priorities: none, design: none}}\ncare: {{harm: [\n{harm % 'Samples were sold'},\n{harm % 'Names were printed'}]}}"
    found = audit(text)
    assert "Samples were sold" in found.verdict.says
    assert found.verdict.because[0].line == 4


def test_harm_that_is_on_record_stands_on_the_first_page_without_its_words():
    harm = "{what: Somebody was upset and left, kind: harm, to: contributors, said_by: team"
    told = audit(f"care: {{harm: [{harm}}}]}}")
    assert words.came_of_says(told) == (
        "harm is on record, and it is not told that it was put right with those concerned."
    )
    assert "upset" not in markdown.render([told], layer="sheet")
    mended = audit(f"care: {{harm: [{harm}, repair: {{status: done, when: 2025, agreed_with: [contributors]}}}}]}}")
    assert "on record" not in words.came_of_says(mended)
