"""Facts on who decides, who sets the agenda, who leads, and what happens when people disagree."""

from __future__ import annotations

from fact_rows import by_fact
from observing import narrowed, observe, table_covers
from support import rows


def rooms(*, every=False, **told):
    given = {"rooms": {name: {"status": "ongoing", **room} for name, room in told.items()}}
    return {**given, "power": {"all_rooms_told": "yes"}} if every else given


def power(**told):
    return {"power": told}


def decisions(*told, complete=False, **more):
    listed = {"complete": "yes", "entries": list(told)} if complete else list(told)
    return power(decisions=listed, **more)


def decision(by, about="outcome", **more):
    return {"what": "x", "about": about, "decided_by": by, **more}


def agenda(**told):
    return power(agenda={"status": "ongoing", **told})


def post(role="co-applicant", status="ongoing", **more):
    return power(leadership=[{"role": role, "status": status, **more}])


def disagreement(**told):
    return power(disagreement={"status": "ongoing", **told})


def talk(**told):
    return power(power_talk={"status": "done", **told})


DECIDES = {"power": "decides", "votes": "equal"}
BOARD = {**DECIDES, "contributors": "2", "researchers": "9", "others": "0"}
SAID_TO_DECIDE = {"rooms": {"board": {"contributors": "3", "power": "decides"}}}

TABLE = [
    ("contributors_sit_in_a_room", rooms(panel={"contributors": "up to 15", "power": "advises"}), True),
    ("contributors_sit_in_a_room", {"rooms": {"panel": {"contributors": "3", "meetings": "2"}}}, True),
    ("contributors_sit_in_a_room", {"rooms": "none"}, False),
    ("contributors_sit_in_a_room", rooms(board={"contributors": "none"}, every=True), False),
    ("contributors_sit_in_a_room", rooms(board={"contributors": "none"}), None),
    ("contributors_sit_in_a_room", {"rooms": {"panel": {"contributors": "3"}}}, None),
    ("equal_votes_where_decided", rooms(board=BOARD), (2, None)),
    ("equal_votes_where_decided", rooms(board=BOARD, panel={**DECIDES, "contributors": "5"}, every=True), (5, 5)),
    ("equal_votes_where_decided", rooms(board={**BOARD, "votes": "some"}, every=True), (0, 0)),
    ("equal_votes_where_decided", rooms(board={**BOARD, "power": "advises"}, every=True), (0, 0)),
    ("equal_votes_where_decided", rooms(board={"contributors": "2", "power": "decides"}, every=True), (0, 2)),
    ("equal_votes_where_decided", rooms(board=DECIDES, every=True), (0, None)),
    ("equal_votes_where_decided", {"rooms": "none"}, (0, 0)),
    ("equal_votes_where_decided", {}, None),
    ("contributors_chair_or_are_most", rooms(board={**BOARD, "chair": "shared"}), True),
    ("contributors_chair_or_are_most", rooms(board={**BOARD, "contributors": "10"}), True),
    ("contributors_chair_or_are_most", rooms(board={**BOARD, "chair": "researcher"}, every=True), False),
    ("contributors_chair_or_are_most", rooms(board={**BOARD, "chair": "shared", "votes": "none"}, every=True), False),
    ("contributors_chair_or_are_most", rooms(board={**BOARD, "chair": "researcher"}), None),
    ("contributors_chair_or_are_most", rooms(board={**BOARD, "power": "unknown", "chair": "shared"}, every=True), None),
    ("smallest_share_of_votes_in_percent", rooms(board={**BOARD, "researchers": "20", "others": "8"}), (0, 6)),
    ("smallest_share_of_votes_in_percent", rooms(board={**BOARD, "researchers": "8"}, every=True), (20, 20)),
    ("smallest_share_of_votes_in_percent", rooms(board={**BOARD, "votes": "some"}, every=True), (0, 18)),
    (
        "smallest_share_of_votes_in_percent",
        rooms(board={**BOARD, "researchers": "8"}, panel={**BOARD, "contributors": "9"}, every=True),
        (20, 20),
    ),
    ("smallest_share_of_votes_in_percent", rooms(board={**DECIDES, "contributors": "2", "researchers": "8"}), (0, 20)),
    ("smallest_share_of_votes_in_percent", rooms(board={**DECIDES, "contributors": "2"}), (0, 100)),
    ("smallest_share_of_votes_in_percent", rooms(board={**BOARD, "votes": "none"}), None),
    ("smallest_share_of_votes_in_percent", rooms(board={**BOARD, "power": "advises"}), None),
    ("largest_room_with_one_contributor", rooms(board={"contributors": "1", "researchers": "7"}), (8, None)),
    (
        "largest_room_with_one_contributor",
        rooms(board={"contributors": "1", "researchers": "4"}, panel={"contributors": "1", "others": "2"}),
        (5, None),
    ),
    ("largest_room_with_one_contributor", rooms(board={"contributors": "2", "researchers": "7"}), None),
    ("largest_room_with_one_contributor", rooms(board={"contributors": "up to 2", "researchers": "7"}), None),
    ("contributors_had_a_part_in_a_decision", decisions(decision("together", "wording")), True),
    ("contributors_had_a_part_in_a_decision", decisions(decision("team", announced_as="advice")), True),
    ("contributors_had_a_part_in_a_decision", power(success_defined_by="contributors"), True),
    ("contributors_had_a_part_in_a_decision", power(decisions="none", success_defined_by="team"), False),
    ("contributors_had_a_part_in_a_decision", power(decisions="none"), None),
    ("contributors_had_a_part_in_a_decision", decisions(decision("team"), success_defined_by="team"), None),
    ("decisions_beyond_wording", decisions(decision("together"), decision("together", "wording")), (1, None)),
    ("decisions_beyond_wording", decisions(decision("together", "leaflets"), complete=True), (0, 0)),
    ("decisions_beyond_wording", decisions({"what": "x", "decided_by": "together"}, complete=True), (0, 1)),
    ("decisions_beyond_wording", decisions(decision("team"), complete=True), (0, 1)),
    ("decisions_beyond_wording", power(decisions="none"), (0, 0)),
    ("decisions_beyond_wording", {}, None),
    ("question_or_outcome_decided_with_contributors", decisions(decision("together", became="done")), True),
    (
        "question_or_outcome_decided_with_contributors",
        decisions(decision("contributors", "question", became="partly")),
        True,
    ),
    ("question_or_outcome_decided_with_contributors", power(success_defined_by="together"), True),
    ("question_or_outcome_decided_with_contributors", power(decisions="none", success_defined_by="above"), False),
    (
        "question_or_outcome_decided_with_contributors",
        decisions(decision("together", became="set aside"), complete=True, success_defined_by="team"),
        False,
    ),
    ("question_or_outcome_decided_with_contributors", decisions(decision("together")), None),
    ("question_or_outcome_decided_with_contributors", decisions(decision("together", "methods", became="done")), None),
    ("success_defined_with_contributors", power(success_defined_by="together"), True),
    ("success_defined_with_contributors", power(success_defined_by="team"), False),
    ("success_defined_with_contributors", power(success_defined_by="unknown"), None),
    ("outcomes_change_only_with_contributors", power(outcomes_need_contributors="yes"), True),
    ("outcomes_change_only_with_contributors", power(outcomes_need_contributors="no"), False),
    ("outcomes_change_only_with_contributors", {}, None),
    (
        "decisions_of_deciding_rooms_taken_elsewhere",
        {**SAID_TO_DECIDE, **decisions(decision("team", room="board"), decision("above", room="board"))},
        (2, None),
    ),
    (
        "decisions_of_deciding_rooms_taken_elsewhere",
        {**SAID_TO_DECIDE, **decisions(decision("together", room="board"), complete=True)},
        (0, 0),
    ),
    ("decisions_of_deciding_rooms_taken_elsewhere", {**SAID_TO_DECIDE, **decisions(decision("team"))}, (0, None)),
    ("decisions_of_deciding_rooms_taken_elsewhere", SAID_TO_DECIDE, None),
    ("contributors_can_add_to_agenda", agenda(contributors_can_add="yes"), True),
    ("contributors_can_add_to_agenda", agenda(set_by="contributors"), True),
    ("contributors_can_add_to_agenda", agenda(contributors_can_add="no", set_by="team"), False),
    ("contributors_can_add_to_agenda", power(agenda="none"), False),
    ("contributors_can_add_to_agenda", agenda(set_by="team"), None),
    ("contributors_have_a_standing_item", agenda(standing_item="yes"), True),
    ("contributors_have_a_standing_item", agenda(set_by="together", standing_item="no"), True),
    ("contributors_have_a_standing_item", agenda(set_by="team", standing_item="no"), False),
    ("contributors_have_a_standing_item", agenda(standing_item="no"), None),
    ("agenda_set_with_contributors", agenda(set_by="together"), True),
    ("agenda_set_with_contributors", agenda(set_by="team"), False),
    ("agenda_set_with_contributors", power(agenda={"set_by": "together"}), None),
    ("contributors_can_call_meetings", agenda(contributors_can_call_meetings="yes"), True),
    ("contributors_can_call_meetings", agenda(contributors_can_call_meetings="no"), False),
    ("contributors_can_call_meetings", agenda(), None),
    ("leadership_posts", post(), (1, None)),
    ("leadership_posts", post(status="planned", when="2026-05"), (0, None)),
    ("leadership_posts", post(status="policy"), (0, None)),
    ("leadership_posts", power(leadership="none"), (0, 0)),
    ("leadership_posts", {}, None),
    ("leadership_post_with_written_authority", post(written="yes"), True),
    ("leadership_post_with_written_authority", post("peer researcher", written="yes", paid="yes"), True),
    ("leadership_post_with_written_authority", power(leadership="none"), False),
    ("leadership_post_with_written_authority", post("peer researcher", written="yes"), None),
    ("leadership_post_with_written_authority", post("lay representative", written="yes"), None),
    ("leadership_post_with_written_authority", post(status="unknown", written="yes"), None),
    ("contributor_leads_with_budget", post("work package lead", budget_held="yes"), True),
    ("contributor_leads_with_budget", power(leadership="none"), False),
    ("contributor_leads_with_budget", post("advisor", budget_held="yes"), None),
    ("contributor_leads_with_budget", post("work package lead", budget_held="no"), None),
    ("disagreement_route", disagreement(route="independent route"), "independent route"),
    ("disagreement_route", disagreement(route="ask the lead"), "ask the lead"),
    ("disagreement_route", power(disagreement="none"), "none"),
    ("disagreement_route", power(disagreement={"route": "none"}), "none"),
    ("disagreement_route", power(disagreement={"status": "planned", "route": "agreed route"}), "none"),
    ("disagreement_route", power(disagreement={"route": "agreed route"}), None),
    ("disagreement_route", power(disagreement={"status": "policy", "route": "agreed route"}), "none"),
    ("disagreements_on_record", disagreement(recorded=[{"what": "x"}, {"what": "y"}]), (2, None)),
    ("disagreements_on_record", disagreement(recorded="none"), (0, 0)),
    ("disagreements_on_record", disagreement(), None),
    ("disagreements_with_outcome", disagreement(recorded=[{"what": "x", "outcome": "z"}, {"what": "y"}]), (1, None)),
    ("disagreements_with_outcome", disagreement(recorded="none"), (0, 0)),
    ("disagreements_with_outcome", disagreement(), None),
    ("dissent_may_stand_in_outputs", disagreement(dissent_in_outputs="yes"), True),
    ("dissent_may_stand_in_outputs", disagreement(dissent_in_outputs="no"), False),
    ("dissent_may_stand_in_outputs", disagreement(), None),
    ("power_talked_about", power(power_talk="done"), True),
    ("power_talked_about", power(power_talk="none"), False),
    ("power_talked_about", {}, None),
    ("power_talked_about_together", talk(who=["together"]), True),
    ("power_talked_about_together", talk(who=["contributors", "researchers"]), True),
    ("power_talked_about_together", talk(who=["contributors"]), False),
    ("power_talked_about_together", talk(who=["team"]), False),
    ("power_talked_about_together", talk(), None),
    ("power_talked_about_together", talk(who=["contributors", "unknown"]), None),
    ("power_talk_noted_actions", talk(actions="yes"), True),
    ("power_talk_noted_actions", talk(actions="no"), False),
    ("power_talk_noted_actions", talk(), None),
    ("power_talk_is_regular", talk(regular="yes"), True),
    ("power_talk_is_regular", talk(regular="no"), False),
    ("power_talk_is_regular", talk(), None),
    ("power_talk_changed_an_imbalance", talk(changed="2025"), True),
    ("power_talk_changed_an_imbalance", talk(changed="no"), False),
    ("power_talk_changed_an_imbalance", talk(), None),
]


@rows("fact, rows", by_fact(TABLE))
def test_a_fact_says_what_the_file_tells(fact, rows):
    assert [(given, found) for given, value in rows if (found := observe(fact, given)) != value] == []


@rows("fact, rows", by_fact(TABLE))
def test_taking_an_answer_away_only_widens_a_fact(fact, rows):
    assert [(given, found) for given, _ in rows if (found := list(narrowed(fact, given)))] == []


def test_each_fact_is_shown_with_three_values():
    missing = table_covers("power", TABLE)
    assert missing == []


def test_a_decision_that_is_dated_later_has_not_been_taken():
    later = decisions(decision("together", when="2026-05"), complete=True, success_defined_by="team")
    assert observe("contributors_had_a_part_in_a_decision", later) is False
    assert observe("contributors_had_a_part_in_a_decision", later, plans=True) is True


def test_a_post_that_is_planned_counts_only_where_plans_are_asked_for():
    assert observe("leadership_posts", post(status="planned", when="2026-05"), plans=True) == (1, None)
    assert observe("leadership_posts", post(status="planned", when="2025-05"), plans=True) == (0, None)
