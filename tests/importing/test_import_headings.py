"""Headings as people write them, and where their columns belong."""

from __future__ import annotations

from support import rows

from involve_audit.importing.choices import choice
from involve_audit.importing.headings import OUR_DECISIONS, OUR_LOG, ROLES, role_for, roles_of, targets
from involve_audit.importing.sheet_dates import date_of, date_within, order_of

KNOWN = [
    ("When and how the public contributed", "when_and_how"),
    ("When and how did public contributors get involved?", "when_and_how"),
    ("What they hoped to influence", "said"),
    ("What did the public contributors hope to influence?", "said"),
    ("What changed", "changed"),
    ("What changed as a result of their involvement?", "changed"),
    ("Why it matters", "note"),
    ("Why does this matter?", "note"),
    ("Related UK Standards", "note"),
    ("Which UK Standard does this relate to?", "note"),
    ("DATE", "when"),
    ("Date of meeting (dd/mm/yyyy)", "when"),
    ("Activity", "activity"),
    ("PPI activity", "activity"),
    ("Number of contributors", "contributors"),
    ("No. of public contributors", "contributors"),
    ("Hours", "hours"),
    ("Time (hours)", "hours"),
    ("Amount (£)", "amount"),
    ("Hourly rate (£)", "rate"),
    ("Outcome", "changed"),
    ("Status", "answer"),
    ("Response from research team", "answer"),
    ("Reason if not actioned", "reason"),
    ("Who was involved?", "by"),
    ("Date fed back to contributors", "told_back"),
    ("Fed back to contributors? (date)", "told_back"),
    ("You said", "said"),
    ("We did", "changed"),
    ("What people told us", "said"),
    ("Feedback from PPI group", "said"),
    ("What difference did this make to the study?", "changed"),
    ("Action/changes made", "changed"),
    ("Stage of research cycle", "stage"),
    ("Impact on public contributors", "note"),
    ("Decision", "decision"),
    ("Made by", "decided_by"),
    ("Group", "room"),
    ("Lead researcher", "person"),
]


@rows("heading, role", KNOWN)
def test_headings_as_people_write_them_are_known(heading, role):
    assert roles_of(heading)[:1] == (role,)


# Whole logs, written before the rules were widened for them, with every place that a careful reader could give to a column.
IN_LOGS = [
    ("Month", ("when",)),
    ("Meeting / activity", ("activity",)),
    ("What the group told us", ("said",)),
    ("Did we act on it?", ("answer",)),
    ("What we changed", ("changed",)),
    ("Why not?", ("reason",)),
    ("Date of contact", ("when",)),
    ("Contributor role", ("by",)),
    ("Area of research influenced", ("about", "note")),
    ("Contributor's suggestion", ("said",)),
    ("Team decision", ("answer", "decision", "note")),
    ("Evidence", ("source", "note")),
    ("Contributor informed on", ("told_back",)),
    ("Meeting date", ("when",)),
    ("Number of PPI reps present", ("contributors",)),
    ("Length (hours)", ("hours",)),
    ("Cost of refreshments", ("amount", "note")),
    ("Topics discussed", ("note", "activity", "said", "about")),
    ("Ref no.", ("note",)),
    ("Proposal from lay members", ("said",)),
    ("Accept / reject / defer", ("answer",)),
    ("Rationale for decision", ("reason", "note")),
    ("Date agreed", ("when", "note")),
    ("Change to protocol", ("changed",)),
    ("Session attended", ("activity",)),
    ("Session date", ("when",)),
    ("Hrs", ("hours",)),
    ("Rate/hr (£)", ("rate",)),
    ("Total due", ("amount", "note")),
    ("Paid on", ("when", "note", "amount")),
    ("Method", ("form", "activity", "note")),
    ("Which stage of the study?", ("stage",)),
    ("How were the public involved?", ("activity", "arose", "note")),
    ("What influence did they have?", ("changed",)),
    ("What would have happened without involvement?", ("note",)),
    ("Lessons for next time", ("note",)),
    ("You told us…", ("said",)),
    ("So we…", ("changed",)),
    ("Or we couldn't because…", ("reason",)),
    ("Timestamp", ("when", "note")),
    ("I am a…", ("by",)),
    ("What feedback did you give?", ("said",)),
    ("What difference did your feedback make?", ("changed",)),
    ("How did you find out?", ("told_back", "note")),
    ("Any other comments", ("note",)),
    ("Date and type of involvement", ("when_and_how",)),
    ("What were contributors hoping to influence?", ("said",)),
    ("Influence achieved", ("changed",)),
    ("Significance of the change", ("note",)),
    ("UK Standard(s) addressed", ("note",)),
    ("Engagement date", ("when",)),
    ("Engagement activity", ("activity",)),
    ("Attendance (PPI)", ("contributors",)),
    ("Time commitment (hours)", ("hours",)),
    ("Key insights", ("said", "note")),
    ("Actions arising", ("changed", "note")),
    ("Action completed?", ("answer", "became", "note")),
    ("Working group", ("room",)),
    ("Date of meeting", ("when",)),
    ("Items for decision", ("decision", "note")),
    ("Decided by whom", ("decided_by",)),
    ("Reasoning", ("reason", "note")),
    ("Comment number", ("note",)),
    ("Reviewer", ("person", "by")),
    ("Section of document", ("about", "note")),
    ("Comment", ("said", "note")),
    ("Author reply", ("answer", "note")),
    ("Amended text", ("changed",)),
    ("Payment reference", ("note", "person")),
    ("Invoice date", ("when", "note")),
    ("For (meeting/task)", ("activity", "note")),
    ("Hours worked", ("hours",)),
    ("Rate per hour", ("rate",)),
    ("Sum (GBP)", ("amount", "note")),
    ("Gift card or BACS", ("form", "note")),
    ("Year", ("when", "note")),
    ("Phase of project", ("stage",)),
    ("Who took part", ("by",)),
    ("Evidence of difference", ("changed", "note", "source")),
    ("Was feedback provided to those involved?", ("told_back",)),
    ("Suggested by", ("by",)),
    ("Suggestion made", ("said",)),
    ("Date suggested", ("when",)),
    ("Can we do it?", ("answer",)),
    ("Reason we can't", ("reason",)),
    ("Done on", ("told_back", "note", "when")),
    ("Impact area", ("about", "note")),
    ("Description of PPI input", ("said", "activity", "note")),
    ("Description of resulting impact", ("changed",)),
    ("Beneficiary", ("note",)),
    ("Stage when impact occurred", ("stage",)),
]


@rows("heading, careful", IN_LOGS)
def test_a_heading_goes_where_a_careful_reader_would_put_it_or_nowhere(heading, careful):
    assert not set(roles_of(heading)) - {*careful, "note", "person"}, roles_of(heading)


@rows(
    "heading", ["", "Colour", "Time for change", "By the way", "Weather", "How nice", "42", "Total nonsense"]
)  # fmt: skip
def test_a_heading_that_says_nothing_of_the_kind_is_not_guessed(heading):
    assert roles_of(heading) == ()


def test_the_headings_of_the_export_mean_what_they_are_written_for():
    for headings in (OUR_LOG, OUR_DECISIONS):
        assert {role: roles_of(heading)[0] for role, heading in headings.items()} == {role: role for role in headings}


def test_every_place_of_the_table_can_be_said_with_map():
    assert all(role_for(target) in (role, "leave out") for role, (target, _) in ROLES.items())
    assert role_for("influence.log.sayd") is None
    assert "influence.log.said" in targets()


@rows(
    "field, cell, word, rest",
    [
        ("answer", "Yes", "taken up", ""),
        ("answer", "Partly – no budget", "partly", "no budget"),
        ("answer", "Rejected: too late", "refused", "too late"),
        ("answer", "see minutes", None, "see minutes"),
        ("answer", "not accepted by some", None, "not accepted by some"),
        ("stage", "Identifying and prioritising", "priorities", ""),
        ("stage", "Dissemination", "sharing", ""),
        ("decided_by", "Trial management group", "team", ""),
        ("by", "Jane Smith", None, "Jane Smith"),
        ("by", "PPI group", "contributors", ""),
        ("became", "In progress", "under way", ""),
    ],
)
def test_a_closed_choice_is_understood_whole_or_not_at_all(field, cell, word, rest):
    assert choice(field, cell) == (word, rest)


@rows(
    "cell, order, found",
    [
        ("2025-03-12", "", "2025-03-12"),
        ("2025-03-12 10:30", "", "2025-03-12"),
        ("25/04/2025", "", "2025-04-25"),
        ("04/25/2025", "", "2025-04-25"),
        ("12/03/2025", "", None),
        ("12/03/2025", "day", "2025-03-12"),
        ("12/03/2025", "month", "2025-12-03"),
        ("12.3.25", "day", "2025-03-12"),
        ("05/05/2025", "", "2025-05-05"),
        ("31/02/2025", "", None),
        ("12 Mar 25", "", "12 Mar 2025"),
        ("12-Mar-25", "", "12 Mar 2025"),
        ("Wed 12 March 2025", "", "12 March 2025"),
        ("Mar-25", "", None),
        ("March 2025", "", "March 2025"),
        ("soon", "", None),
    ],
)
def test_a_date_is_read_one_way_or_not_at_all(cell, order, found):
    assert date_of(cell, order) == found


def test_the_column_tells_whether_the_day_comes_first():
    assert order_of(["03/04/2025", "25/04/2025"]) == "day"
    assert order_of(["03/04/2025", "04/25/2025"]) == "month"
    assert order_of(["25/04/2025", "04/25/2025"]) == order_of(["03/04/2025"]) == ""
    assert order_of(["25/04/2025 – a workshop", "x"]) == "day"


@rows(
    "cell, found",
    [
        ("12 March 2025: online workshop", ("12 March 2025", "online workshop")),
        ("25/04/2025 – panel, six people", ("2025-04-25", "panel, six people")),
        ("Spring 2025 via e-mail", ("Spring 2025", "e-mail")),
        ("Two workshops (May 2025)", ("May 2025", "Two workshops")),
        ("A panel of 12 - 14 people", (None, "A panel of 12 - 14 people")),
        ("By letter", (None, "By letter")),
    ],
)
def test_a_date_stands_at_the_beginning_or_the_end_of_a_text(cell, found):
    assert date_within(cell) == found
