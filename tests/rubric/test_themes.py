"""Each of the 55 themes of the article: an answer of a file moves each criterion that claims the theme, up and down."""

from __future__ import annotations

import copy

import pytest
from support import ROOT

from involve_audit.facts import Facts
from involve_audit.judge.levels import judge_criterion
from involve_audit.lint.examples import example_case, example_tree
from involve_audit.rubric.model import Example, load_rubric

RUBRIC = load_rubric((ROOT / "rubrics/co-production.yaml").read_bytes(), "co-production.yaml").rubric
CRITERIA = {c.id: c for c in RUBRIC.criteria}


def asked(principle, by):
    view = {"of": "contributors", "asked": "8", "answered": "6", "collected_by": by, "anonymous": "no"}
    return {"complete": "yes", "entries": [{**view, "by_principle": {principle: {"agree": "5", "disagree": "1"}}}]}


LOG, GAP, LIMIT = "influence.log.0", "voices.missing.entries.0", "honesty.limits.0"
MOVES = [
    # theme, criterion, the answer that the theme is about, worse, better
    ("1", "agreed-meaning", "honesty.meaning.written_by", ["team"], ["together"]),
    ("2", "agreed-meaning", "views.0.label_fits", "no", "yes"),
    ("26", "agreed-meaning", "voices.invited_because", ["funder asks"], ["their knowledge"]),
    ("7", "limits-told", "honesty.limits", "none", [{"what": "no more visits", "reason": "the ethics board", "told": "before design"}]),
    ("10", "limits-told", "honesty.limits", "none", [{"what": "no money for travel", "reason": "no such line", "told": "before design", "explored_together": "yes", "updated": "2024"}]),
    ("34", "limits-told", "voices.reach", "none", {"status": "done", "out_of_reach_for": ["people who are not registered"]}),
    ("36", "limits-told", f"{LIMIT}.reason", None, "no such line in the grant"),
    ("38", "limits-told", "voices.excluded", [{"group": "people under 18", "justification": "no"}], {"complete": "yes", "entries": [{"group": "people under 18", "justification": "the law"}]}),
    ("55", "limits-told", "honesty.limits", "none", [{"what": "therapists speak English only", "reason": "no money for others", "told": "before design", "explored_together": "yes", "updated": "2024"}]),
    ("39", "truthful-invitation", "honesty.advert", {"status": "done", "promises_influence": "yes", "names": ["time"]}, {"status": "done", "when": "2024", "promises_influence": "yes", "names": ["decisions open", "time", "pay", "support", "limits"]}),
    ("45", "ways-of-working", "honesty.ways_of_working.written_by", ["team"], ["together"]),
    ("54", "ways-of-working", "honesty.ways_of_working.confidentiality", "no", "yes"),
    ("3", "first-involvement", "timing", {"first_involved": "2023", "design_locked": "2022"}, {"first_involved": "2021", "design_locked": "2022"}),
    ("12", "first-involvement", {"stages.priorities": "none", "timing": {"first_involved": "2024", "design_locked": "2023"}}, None, {"stages.priorities": {"role": "involved", "status": "done", "when": "2021"}, "timing": {"first_involved": "during priorities"}}),
    ("19", "first-involvement", "timing", {"first_involved": "2023", "design_locked": "2022"}, {"first_involved": "2021", "design_locked": "2022"}),
    ("41", "first-involvement", "timing", {"first_involved": "2023", "design_locked": "2022"}, {"first_involved": "2021", "design_locked": "2022"}),
    ("3", "stages-covered", "stages.analysis", "none", {"role": "involved", "status": "done", "when": "2025"}),
    ("53", "contact-over-time", "timing.contact.kept", "no", "yes"),
    ("23", "room-to-change", "timing.space_to_change", "none", {"status": "ongoing", "decision_points": "2", "slack": "yes"}),
    ("41", "room-to-change", "timing.space_to_change.decision_points", "none", "2"),
    ("48", "room-to-change", "timing.space_to_change.slack", "no", "yes"),
    ("3", "seats-where-decided", "rooms.board.votes", "some", "equal", {"power.all_rooms_told": "yes"}),
    ("4", "seats-where-decided", "rooms.board.power", "advises", "decides", {"power.all_rooms_told": "yes"}),
    ("26", "seats-where-decided", "rooms.board.votes", "none", "equal", {"power.all_rooms_told": "yes"}),
    ("4", "say-over-success", "power", {"decisions": "none", "success_defined_by": "team"}, {"success_defined_by": "team", "decisions": [{"what": "the question", "about": "question", "decided_by": "together", "became": "done", "when": "2021-03"}]}),
    ("13", "say-over-success", "power.success_defined_by", "team", "together"),
    ("50", "say-over-success", "power.outcomes_need_contributors", "no", "yes"),
    ("3", "agenda-setting", "power.agenda.set_by", "team", "together"),
    ("12", "leadership-by-contributors", "power.leadership", "none", [{"role": "co-applicant", "status": "ongoing", "when": "2022", "written": "yes"}]),
    ("50", "leadership-by-contributors", "power.leadership", "none", [{"role": "lead", "status": "ongoing", "when": "2022", "written": "yes", "budget_held": "yes"}]),
    ("35", "disagreement-handled", "power.disagreement.recorded", "none", [{"what": "why not at home", "outcome": "changed", "when": "2024-02"}]),
    ("49", "disagreement-handled", "power.disagreement.route", "ask the lead", "independent route"),
    ("18", "power-talked-about", "power.power_talk", "none", {"status": "ongoing", "since": "2024", "who": ["together"], "actions": "yes"}),
    ("27", "power-talked-about", "power.power_talk.changed", "no", "2025-01"),
    ("32", "power-talked-about", "power.power_talk.who", ["team"], ["together"]),
    ("16", "affected-groups", "voices.mapped", "none", {"status": "done", "when": "2025", "based_on": ["data", "community"]}),
    ("25", "affected-groups", "voices.mapped.reviewed_with", ["team"], ["allies"]),
    ("16", "absence-question", "voices.question_asked", "none", {"status": "done", "when": "2025"}),
    ("19", "absence-question", "voices.question_asked.asked_again", "no", "yes"),
    ("15", "action-on-gaps", f"{GAP}.action", {"status": "planned", "when": "2026-05", "owner": "a", "cost": "4"}, {"status": "ongoing", "since": "2025", "owner": "a", "cost": "4"}, {f"{GAP}.cannot_because": "no"}),
    ("16", "action-on-gaps", f"{GAP}.action.owner", "nobody", "involvement lead", {f"{GAP}.cannot_because": "no"}),
    ("24", "action-on-gaps", f"{GAP}.reviewed", "no", "2025-10"),
    ("34", "action-on-gaps", "voices.reach", {"status": "done", "when": "2025", "out_of_reach_for": ["night workers"], "changed": "no", "cannot_because": "no"}, {"status": "done", "when": "2025", "out_of_reach_for": ["night workers"], "changed": "2025-06"}),
    ("19", "breadth-of-experience", "voices.breadth.same_people_for_everything", "yes", "no"),
    ("25", "open-ways-in", "voices.recruitment.routes", ["existing panel"], ["third-sector organisation", "open call"]),
    ("33", "open-ways-in", "voices.recruitment.routes", ["mailing list", "open call"], ["faith group", "open call"]),
    ("17", "structural-inequality", "voices.structural.issues", "none", ["racism in referrals"]),
    ("32", "structural-inequality", "voices.structural.changed", "no", "2025-09"),
    ("33", "structural-inequality", "voices.structural.answered_with_affected", "no", "yes"),
    ("54", "structural-inequality", "voices.structural.team_prepared", "no", "yes"),
    ("7", "papers-ahead", "access.papers_ahead.plain_summary", "no", "yes"),
    ("27", "papers-ahead", "access.papers_ahead.pre_meeting", "no", "yes"),
    ("28", "papers-ahead", "access.papers_ahead.working_days", "2", "7"),
    ("28", "plain-words", "access.language.plain_check", "no", "yes"),
    ("31", "plain-words", "access.language.terms_changed", "none", ["from sufferers to people who live with it"]),
    ("29", "room-to-speak", "access.meetings.ways_to_speak", ["open floor"], ["small groups", "written"]),
    ("44", "room-to-speak", "access.meetings.works", "no", "yes"),
    ("44", "ways-to-contribute", "access.ways_to_contribute.used", ["workshops"], ["workshops", "one to one"]),
    ("48", "ways-to-contribute", "access.ways_to_contribute.used", ["meetings in person"], ["meetings in person", "in writing"]),
    ("15", "access-needs", "access.needs.asked", "no", "regularly"),
    ("55", "access-needs", "access.needs.met", "some", "all"),
    ("6", "pay", "reward.pay.offered", "none", "all", {"reward.pay.unpaid_by_choice": "no"}),
    ("6", "expenses", "reward.expenses.paid", "in arrears", "up front"),
    ("55", "expenses", "reward.expenses.covers", ["travel"], ["travel", "internet"]),
    ("6", "free-choice-of-pay", "reward.choice.may_decline", "no", "yes"),
    ("6", "costed-budget", "reward.budget.lines", "none", [{"item": "time", "amount": "900"}, {"item": "travel", "amount": "90"}, {"item": "access", "amount": "90"}]),
    ("10", "costed-budget", "reward.budget", "none", {"status": "ongoing", "amount": "900"}),
    ("52", "costed-budget", "reward.budget.underspend_rule", "no", "yes"),
    ("52", "involvement-lead", "reward.lead.share_of_time", "none", "0.2"),
    ("21", "safety-plan", "care.plan.distress_steps", "no", "yes"),
    ("22", "safety-plan", "care.plan", "none", {"status": "ongoing", "since": "2024"}),
    ("44", "safety-plan", "access.meetings.works", "no", "yes"),
    ("54", "safety-plan", "care.plan.confidentiality_limits", "no", "yes"),
    ("8", "own-story", "care.own_story.use_agreed", "no", "yes"),
    ("9", "own-story", "care.own_story.expected", "yes", "no"),
    ("20", "own-story", "care.own_story.promotion_consent", "no", "yes"),
    ("21", "support-around-taking-part", "care.support.after", "no", "yes"),
    ("37", "support-around-taking-part", "care.support.paid_debrief", "no", "yes"),
    ("8", "room-for-strong-feeling", "care.facilitation.breaks", "no", "yes"),
    ("43", "room-for-strong-feeling", "care.facilitation.feeling_welcome", "no", "yes"),
    ("21", "leaving-and-complaining", "care.leaving", "none", {"status": "ongoing"}),
    ("22", "leaving-and-complaining", "care.leaving.independent_contact", "no", "yes"),
    ("42", "induction-and-training", "relationships.training.for_whom", ["team"], ["together"]),
    ("40", "growth-and-fit-of-role", "relationships.wishes.role_fits", "some", "most"),
    ("42", "growth-and-fit-of-role", "relationships.wishes.opportunities", "no", "yes"),
    ("18", "what-researchers-learned", "relationships.researchers_learned", "none", [{"what": "what it is like to wait", "when": "2025", "by": "researchers"}]),
    ("47", "what-researchers-learned", "relationships.researchers_learned", "none", [{"what": "that people know why", "when": "2025", "by": "researchers"}]),
    ("5", "time-to-relate", "relationships.time_together.skills_known", "no", "yes"),
    ("8", "time-to-relate", "relationships.time_together.trust_discussed", "no", "yes"),
    ("14", "time-to-relate", "relationships.time_together.skills_known", "no", "yes"),
    ("46", "time-to-relate", "relationships.time_together.times", "1", "3"),
    ("53", "time-to-relate", "relationships.time_together.trust_discussed", "no", "yes"),
    ("11", "traceable-influence", "influence.log", "none", [{"said": "too long", "by": "contributors", "answer": "taken up", "changed": "the visits", "about": "design", "when": "2024-03"}]),
    ("13", "traceable-influence", "influence.log", "none", [{"said": "wrong outcome", "by": "contributors", "answer": "taken up", "changed": "the outcome", "about": "outcome", "when": "2024-03"}]),
    ("23", "traceable-influence", "influence.log", "none", [{"said": "why not at home", "by": "contributors", "answer": "taken up", "changed": "the place", "about": "design", "when": "2024-03"}]),
    ("26", "traceable-influence", "influence.heard.answer", "no", "yes"),
    ("37", "feedback-loop", "influence.feedback", "none", {"status": "ongoing", "kinds": ["what changed"]}),
    ("30", "suggestions-not-taken-up", "influence.refusals", "none", {"status": "ongoing", "since": "2024", "reasons_given": "all"}, {"influence.log": "none"}),
    ("37", "suggestions-not-taken-up", "influence.refusals.reasons_given", "none", "all", {"influence.log": "none"}),
    ("49", "suggestions-not-taken-up", "influence.refusals.can_be_challenged", "no", "yes"),
    ("11", "critical-reflection", "influence.reflections", "none", [{"when": "2024-11", "badly": "papers came too late", "action": "a week ahead"}]),
    ("5", "credit-and-sharing", "influence.credit.authors", "no", "yes"),
    ("42", "credit-and-sharing", "influence.credit.decide_where", "no", "yes"),
    ("30", "beyond-the-work", "views", asked("influence", "team"), asked("influence", "outside the team")),
    ("51", "beyond-the-work", "influence.legacy.covers", ["people"], ["community"]),
]  # fmt: skip


def set_in(tree, path, value):
    """Write an answer at a place; None takes it away."""
    *steps, last = [int(s) if s.isdecimal() else s for s in path.split(".")]
    for step in steps:
        tree = tree[step] if isinstance(step, int) or step in tree else tree.setdefault(step, {})
    if value is None:
        tree.pop(last, None)
    else:
        tree[last] = value


def judged(criterion, place, value, beside):
    """The level of a criterion, with everything else as in its best example."""
    best = next(e for e in criterion.examples if e.level == "3")
    tree = copy.deepcopy(example_tree(best, criterion.principle))
    answers = {place: value} if isinstance(place, str) else (place if value is None else value)
    for path, answer in {**beside, **answers}.items():
        set_in(tree, path, answer)
    case = example_case(Example(given=tree, confirmed="no"), criterion.principle, criterion.id)
    found = judge_criterion(criterion, Facts(case), None)
    assert found.applies is not False
    return found.low, found.high


def test_every_theme_is_claimed_by_a_criterion_and_every_claim_has_an_answer_that_moves_it():
    claims = {(theme, c.id) for c in RUBRIC.criteria for theme in c.themes or ()}
    assert {theme for theme, _ in claims} == {str(n) for n in range(1, 56)}
    assert claims == {(theme, criterion) for theme, criterion, *_ in MOVES}


@pytest.mark.parametrize("move", MOVES, ids=lambda m: f"{m[0]}-{m[1]}")
def test_the_answer_moves_the_criterion_both_ways(move):
    _, criterion, place, worse, better, *beside = move
    low, high = (judged(CRITERIA[criterion], place, value, *(beside or [{}])) for value in (worse, better))
    assert low[0] < high[0], (low, high)
    if worse is not None:
        assert low[1] < high[1] or low[1] < high[0], (low, high)
    # Not told lies between: it is never above either answer at its low end, nor below either at its high end.
    if isinstance(place, str) and worse is not None:
        silent = judged(CRITERIA[criterion], place, None, *(beside or [{}]))
        assert silent[0] <= low[0]
        assert silent[1] >= high[1]
