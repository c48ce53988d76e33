"""Facts on reward and resources: a fragment of a project file, and what each fact makes of it."""

from fact_rows import by_fact, exactly, facts_of, kinds, narrowed, observe, open_span, words
from support import rows

from involve_audit.facts.answers import Span

PAY = "reward: {pay: {status: ongoing, %s}}"
BY_CHOICE = "reward: {pay: {offered: none, unpaid_by_choice: yes}}"
EXPENSES = "reward: {expenses: {status: ongoing, %s}}"
CHOICE = "reward: {choice: {status: ongoing, %s}}"
BUDGET = "reward: {budget: {status: ongoing, %s}}"
LINES = "reward: {budget: {status: ongoing, amount: 2000, lines: {complete: yes, entries: [%s]}}}"
LEAD = "reward: {lead: {status: ongoing, %s}}"


def plan(amount="3600", meetings="6", people="8", hours="3", rate="25 per hour"):
    return (
        f"reward: {{pay: {{rate: '{rate}'}}, budget: {{amount: '{amount}', planned_meetings: {meetings}, "
        f"planned_people: {people}, hours_each: {hours}}}}}"
    )


ROWS = [
    ("pay_offered", PAY % "offered: all", "all"),
    ("pay_offered", PAY % "offered: some", "some"),
    ("pay_offered", "reward: {pay: none}", "none"),
    ("pay_offered", "reward: {pay: {offered: none}}", "none"),
    ("pay_offered", "reward: {pay: {status: planned, offered: all}}", None),
    ("pay_offered", "reward: {pay: {offered: all}}", None),
    ("unpaid_by_free_choice", BY_CHOICE, True),
    ("unpaid_by_free_choice", PAY % "offered: all", False),
    ("unpaid_by_free_choice", "reward: {pay: {offered: none, unpaid_by_choice: no}}", False),
    ("unpaid_by_free_choice", "reward: {pay: {offered: none}}", None),
    ("pay_or_free_choice", PAY % "offered: some", True),
    ("pay_or_free_choice", "reward: {pay: {status: stopped, offered: all}}", True),  # it was once in place
    ("pay_or_free_choice", BY_CHOICE, True),
    ("pay_or_free_choice", "reward: {pay: {offered: none, unpaid_by_choice: no}}", False),
    ("pay_or_free_choice", "reward: {pay: {offered: none, staff_paid: yes}}", None),
    ("pay_for_all_or_free_choice", PAY % "offered: all", True),
    ("pay_for_all_or_free_choice", BY_CHOICE, True),
    ("pay_for_all_or_free_choice", PAY % "offered: some, unpaid_by_choice: no", False),
    ("pay_for_all_or_free_choice", PAY % "offered: some", None),
    ("pay_at_benchmark_or_free_choice", PAY % "benchmark: NIHR, at_or_above_benchmark: yes", True),
    ("pay_at_benchmark_or_free_choice", PAY % "offered: all, benchmark: NIHR, at_or_above_benchmark: no", False),
    ("pay_at_benchmark_or_free_choice", PAY % "offered: all, benchmark: none, at_or_above_benchmark: yes", False),
    ("pay_at_benchmark_or_free_choice", PAY % "offered: all, at_or_above_benchmark: yes", None),
    ("pay_in_money_or_free_choice", PAY % "form: [voucher, money]", True),
    ("pay_in_money_or_free_choice", PAY % "offered: all, form: [voucher, gift]", False),
    ("pay_in_money_or_free_choice", PAY % "offered: all", None),
    ("preparation_paid_or_free_choice", PAY % "preparation: paid", True),
    ("preparation_paid_or_free_choice", BY_CHOICE, True),
    ("preparation_paid_or_free_choice", PAY % "offered: all, preparation: unpaid", False),
    ("preparation_paid_or_free_choice", PAY % "offered: all, preparation: unknown", None),
    ("preparation_unpaid_while_meetings_are_paid", PAY % "offered: some, preparation: unpaid", True),
    ("preparation_unpaid_while_meetings_are_paid", PAY % "offered: all, preparation: paid", False),
    ("preparation_unpaid_while_meetings_are_paid", PAY % "offered: none, preparation: unpaid", False),
    ("preparation_unpaid_while_meetings_are_paid", PAY % "offered: all", None),
    ("pay_told_in_advance", PAY % "told_in_advance: yes", True),
    ("pay_told_in_advance", PAY % "told_in_advance: no", False),
    ("pay_told_in_advance", PAY % "offered: all", None),
    ("pay_set_with_contributors", PAY % "set_with_contributors: yes", True),
    ("pay_set_with_contributors", PAY % "set_with_contributors: no", False),
    ("pay_set_with_contributors", PAY % "offered: all", None),
    ("team_paid_for_same_work", PAY % "staff_paid: yes", True),
    ("team_paid_for_same_work", PAY % "staff_paid: no", False),
    ("team_paid_for_same_work", PAY % "offered: all", None),
    ("contributors_unpaid", "reward: {pay: {offered: none, staff_paid: yes, unpaid_by_choice: no}}", True),
    ("contributors_unpaid", "reward: {pay: {answer: no, staff_paid: yes, unpaid_by_choice: no}}", True),
    ("contributors_unpaid", "reward: {pay: {offered: none, staff_paid: yes, unpaid_by_choice: yes}}", False),
    ("contributors_unpaid", "reward: {pay: {offered: none, staff_paid: no, unpaid_by_choice: no}}", False),
    ("contributors_unpaid", PAY % "offered: some, staff_paid: yes", False),
    ("contributors_unpaid", "reward: {pay: {offered: none, staff_paid: yes}}", None),
    ("contributors_unpaid", "reward: {pay: {offered: none, unpaid_by_choice: no}}", None),
    (
        "contributors_unpaid",
        "reward: {pay: {status: planned, offered: all, staff_paid: yes, unpaid_by_choice: no}}",
        None,
    ),
    ("asked_only_minutes", PAY % "time_asked: minutes", True),
    ("asked_only_minutes", PAY % "time_asked: hours", False),
    ("asked_only_minutes", PAY % "time_asked: unknown", None),
    ("paid_only_in_vouchers_or_gifts", PAY % "offered: all, form: [voucher, gift]", True),
    ("paid_only_in_vouchers_or_gifts", PAY % "offered: all, form: [voucher, other]", False),
    ("paid_only_in_vouchers_or_gifts", PAY % "offered: all", None),
    ("benchmark_age_in_months", PAY % "benchmark_date: 2024-01-01", exactly(24)),
    ("benchmark_age_in_months", PAY % "benchmark_date: 2023-12-02", exactly(24)),
    ("benchmark_age_in_months", PAY % "benchmark_date: 2023-12-01", exactly(25)),
    ("benchmark_age_in_months", PAY % "benchmark_date: 2023", Span(24, 36)),
    ("benchmark_age_in_months", PAY % "benchmark_date: 2027", None),
    ("benchmark_age_in_months", PAY % "benchmark_date: yes", None),
    ("expenses_covered", EXPENSES % "paid: in arrears", True),
    ("expenses_covered", "reward: {expenses: {paid: none}}", False),
    ("expenses_covered", "reward: {expenses: none}", False),
    ("expenses_covered", EXPENSES % "covers: [travel]", True),
    ("expenses_covered", EXPENSES % "days_to_pay: 5", None),
    ("expenses_paid_first", EXPENSES % "paid: on the day", True),
    ("expenses_paid_first", EXPENSES % "paid: in arrears", False),
    ("expenses_paid_first", EXPENSES % "paid: unknown", None),
    ("expenses_cover", EXPENSES % "covers: [travel, care]", words("travel", "care")),
    ("expenses_cover", EXPENSES % "covers: none", words()),
    ("expenses_cover", "reward: {expenses: {covers: [travel]}}", None),
    ("days_until_expenses_are_paid", EXPENSES % "days_to_pay: 30", exactly(30)),
    ("days_until_expenses_are_paid", EXPENSES % "days_to_pay: at least 40", open_span(40)),
    ("days_until_expenses_are_paid", EXPENSES % "days_to_pay: unknown", None),
    ("expenses_denied", EXPENSES % "denied: yes", True),
    ("expenses_denied", EXPENSES % "denied: no", False),
    ("expenses_denied", EXPENSES % "paid: up front", None),
    ("nobody_out_of_pocket", EXPENSES % "nobody_out_of_pocket: yes", True),
    ("nobody_out_of_pocket", EXPENSES % "nobody_out_of_pocket: no", False),
    ("nobody_out_of_pocket", EXPENSES % "paid: up front", None),
    ("may_decline_pay", CHOICE % "may_decline: yes", True),
    ("may_decline_pay", CHOICE % "may_decline: no", False),
    ("may_decline_pay", CHOICE % "tax_note: yes", None),
    ("form_of_pay_chosen", CHOICE % "form_chosen: yes", True),
    ("form_of_pay_chosen", CHOICE % "form_chosen: no", False),
    ("form_of_pay_chosen", CHOICE % "tax_note: yes", None),
    ("benefits_help", CHOICE % "benefits_advice: independent advice", "independent advice"),
    ("benefits_help", "reward: {choice: {benefits_advice: none}}", "none"),
    ("benefits_help", "reward: {choice: none}", "none"),
    ("benefits_help", "reward: {choice: {benefits_advice: pointed elsewhere}}", None),
    ("tax_note_given", CHOICE % "tax_note: yes", True),
    ("tax_note_given", CHOICE % "tax_note: no", False),
    ("tax_note_given", CHOICE % "may_decline: yes", None),
    ("nobody_worse_off_by_pay", CHOICE % "nobody_worse_off: yes", True),
    ("nobody_worse_off_by_pay", CHOICE % "nobody_worse_off: no", False),
    ("nobody_worse_off_by_pay", CHOICE % "may_decline: yes", None),
    ("budget_there", BUDGET % "amount: 2000", True),
    ("budget_there", "reward: {budget: none}", False),
    ("budget_there", "reward: {budget: {amount: 2000}}", None),
    ("budget_lines_with_amounts", LINES % "{item: time, amount: 900}, {item: travel, amount: none}", exactly(1)),
    ("budget_lines_with_amounts", LINES % "{item: time, amount: 900}, {item: travel}", Span(1, 2)),
    ("budget_lines_with_amounts", BUDGET % "lines: [{item: time, amount: 900}]", open_span(1)),
    ("budget_lines_with_amounts", BUDGET % "lines: none", exactly(0)),
    ("budget_lines_with_amounts", BUDGET % "amount: 2000", None),
    ("budget_is_a_lump_sum", BUDGET % "lines: none", True),
    ("budget_is_a_lump_sum", BUDGET % "lines: [{item: time}]", False),
    ("budget_is_a_lump_sum", BUDGET % "amount: 2000", None),
    ("budget_seen_by_contributors", BUDGET % "seen_by_contributors: yes", True),
    ("budget_seen_by_contributors", BUDGET % "seen_by_contributors: no", False),
    ("budget_seen_by_contributors", BUDGET % "amount: 2000", None),
    ("budget_changed_or_held_by_contributors", BUDGET % "held_by_contributors: yes", True),
    ("budget_changed_or_held_by_contributors", BUDGET % "held_by_contributors: no, changed_by_contributors: no", False),
    ("budget_changed_or_held_by_contributors", BUDGET % "held_by_contributors: no", None),
    ("rule_for_money_left", BUDGET % "underspend_rule: yes", True),
    ("rule_for_money_left", BUDGET % "underspend_rule: no", False),
    ("rule_for_money_left", BUDGET % "amount: 2000", None),
    ("budget_covers_planned_time", plan(), True),
    ("budget_covers_planned_time", plan(amount="3599"), False),
    ("budget_covers_planned_time", plan(rate="£75 per meeting", amount="£3,600"), True),
    ("budget_covers_planned_time", plan(rate="£75 a session", amount="£3,599"), False),
    ("budget_covers_planned_time", plan(people="about 8", amount="2699"), False),
    ("budget_covers_planned_time", plan(people="about 8", amount="2700"), None),
    ("budget_covers_planned_time", plan(people="about 8", amount="4500"), True),
    ("budget_covers_planned_time", plan(people="at least 8", amount="99999"), None),
    ("budget_covers_planned_time", plan(rate="75 half-day", amount="1"), None),
    ("budget_covers_planned_time", plan(rate="25 to 50 per hour", amount="1"), None),
    ("budget_covers_planned_time", plan(rate="$25 per hour", amount="£1"), None),
    ("budget_covers_planned_time", plan(amount="unknown"), None),
    ("budget_covers_planned_time", plan(hours="unknown", amount="1"), None),
    ("budget_covers_planned_time", "reward: {pay: {rate: 25 per hour}, budget: {amount: 1}}", None),
    ("budget_lines_within_total", LINES % "{item: time, amount: 2000}", True),
    ("budget_lines_within_total", BUDGET % "amount: 2000, lines: [{item: time, amount: 2001}]", False),
    ("budget_lines_within_total", LINES % "{item: time, amount: 900}, {item: travel}", None),
    *(
        ("budget_lines_within_total", BUDGET % f"amount: '{amount}', lines: [{{item: time, amount: '{line}'}}]", value)
        for amount, line, value in (
            ("£2,000 to £3,000", "2500", None),
            ("£2,000 to £3,000", "3100", False),
            ("about £3000", "3100", None),
            ("about £3000", "4000", False),
            ("at least £2000", "9000", None),
            ("up to £2000", "2500", False),
            ("£1,000 per year for 3 years", "3000", None),
            ("£2000", "€9000", None),
            ("£2000", "about 2100", None),
            ("£2000 in all", "2100", False),
        )
    ),
    ("budget_lines_within_total", BUDGET % "amount: 2000, lines: [{item: time, amount: 2000}]", None),
    ("lead_named", LEAD % "named: yes", True),
    ("lead_named", "reward: {lead: none}", False),
    ("lead_named", "reward: {lead: {named: to be appointed}}", False),
    ("lead_named", LEAD % "named: unknown", None),
    ("lead_to_be_appointed", "reward: {lead: {named: to be appointed}}", True),
    ("lead_to_be_appointed", LEAD % "named: yes", False),
    ("lead_to_be_appointed", "reward: {lead: none}", None),
    ("lead_has_time", LEAD % "share_of_time: 0.2", True),
    ("lead_has_time", LEAD % "share_of_time: none", False),
    ("lead_has_time", LEAD % "share_of_time: 0", False),
    ("lead_has_time", LEAD % "named: yes", None),
    ("lead_skills_stated", LEAD % "skills: yes", True),
    ("lead_skills_stated", LEAD % "skills: no", False),
    ("lead_skills_stated", LEAD % "named: yes", None),
    ("lead_authority_stated", LEAD % "authority: yes", True),
    ("lead_authority_stated", LEAD % "authority: no", False),
    ("lead_authority_stated", LEAD % "named: yes", None),
    ("lead_answers_to_contributors", LEAD % "accountable_to: [team, contributors]", True),
    ("lead_answers_to_contributors", LEAD % "accountable_to: [team]", False),
    ("lead_answers_to_contributors", LEAD % "named: yes", None),
    ("lead_with_lived_experience", LEAD % "lived_experience: yes", True),
    ("lead_with_lived_experience", LEAD % "lived_experience: no", False),
    ("lead_with_lived_experience", LEAD % "named: yes", None),
]


@rows("fact, rows", by_fact(ROWS))
def test_what_a_fact_makes_of_a_fragment(fact, rows):
    assert [(fragment, found) for fragment, value in rows if (found := observe(fact, fragment)) != value] == []


@rows("fact", sorted(facts_of("reward")))
def test_each_fact_has_rows_for_two_answers_and_for_not_knowing(fact):
    assert kinds(ROWS, fact)
    assert observe(fact, "") is None


@rows("fact, rows", by_fact(ROWS))
def test_an_answer_taken_away_only_leaves_more_open(fact, rows):
    assert [(fragment, found) for fragment, _ in rows if (found := list(narrowed(fact, fragment)))] == []


def test_a_lead_to_be_appointed_is_a_plan_and_not_yet_a_person():
    fragment = "reward: {lead: {status: planned, when: 2026-06, named: to be appointed}}"
    assert observe("lead_named", fragment) is False
    assert observe("lead_named", fragment, plans=True) is True
    assert observe("lead_named", f"project: {{phase: finished}}\n{fragment}", plans=True) is False


def test_pay_that_is_planned_is_no_proof_that_people_work_for_nothing():
    fragment = "reward: {pay: {status: planned, when: 2026-06, offered: all, staff_paid: yes}}"
    assert observe("contributors_unpaid", fragment) is None
    assert observe("contributors_unpaid", fragment, plans=True) is False
