"""Facts on reward and resources.

Being unpaid by one's own free choice is not the same as being unpaid: the facts keep the two apart, and say
*unknown* where the choice is not told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from involve_audit.facts.answers import Answer, Span, both, either, opposite
from involve_audit.facts.registry import counted, many_words, one_word, yes_no
from involve_audit.facts.voices import among, told
from involve_audit.project.values import Count, truth
from involve_audit.project.values.money import currencies, whole

if TYPE_CHECKING:
    import datetime as dt

    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.project.reward import Line
    from involve_audit.project.values import Money

_PAY = ("reward", "pay")


def _at(section: str, *fields: str) -> tuple[Path, ...]:
    """The places of these answers, and of the part that they stand in."""
    return (*(("reward", section, f) for f in fields), ("reward", section))


def _offered(case: Case, *words: str) -> bool | None:
    """Whether pay is really offered, to as many as these words say."""
    pay = case.at(_PAY)
    return both(case.in_place(pay), case.says(pay, "offered", *words))


def _unpaid(case: Case) -> bool | None:
    """Whether the file says that nobody is offered pay; a plan to pay leaves it open."""
    pay = case.at(_PAY)
    if pay is not None and (pay.answer == "no" or pay.offered == "none"):
        return True
    return False if _offered(case, "all", "some") else None


def _free_choice(case: Case) -> bool | None:
    """Whether contributors are unpaid because they chose so; pay that is offered to all is no such case."""
    pay = case.at(_PAY)
    return both(truth(pay.unpaid_by_choice) if pay else None, opposite(_offered(case, "all")))


# --- pay ---------------------------------------------------------------------------------------------


@one_word("all", "some", "none")
def pay_offered(case: Case) -> Answer:
    """To which contributors is pay for their time offered: all, some, none?

    Unknown where pay is only planned, or where the file does not say that it is in place.
    """
    pay = case.at(_PAY)
    if _unpaid(case):
        return Answer("none", _at("pay", "offered"))
    return Answer(pay.offered if _offered(case, "all", "some") else None, _at("pay", "offered"))


@yes_no
def unpaid_by_free_choice(case: Case) -> Answer:
    """Are contributors unpaid by their own free choice?

    No where pay is offered to all. Unknown where nobody says whether they chose so.
    """
    return Answer(_free_choice(case), _at("pay", "unpaid_by_choice", "offered"))


@yes_no
def pay_or_free_choice(case: Case) -> Answer:
    """Is pay offered to contributors, to some at least, or are they unpaid by their own free choice?

    Unknown where nobody is paid and the choice is not told.
    """
    return Answer(either(_offered(case, "all", "some"), _free_choice(case)), _at("pay", "offered", "unpaid_by_choice"))


@yes_no
def pay_for_all_or_free_choice(case: Case) -> Answer:
    """Is pay offered to all contributors, or are those who are unpaid so by their own free choice?"""
    return Answer(either(_offered(case, "all"), _free_choice(case)), _at("pay", "offered", "unpaid_by_choice"))


@yes_no
def pay_at_benchmark_or_free_choice(case: Case) -> Answer:
    """Does the pay reach a published rate that is named, or are contributors unpaid by their own free choice?"""
    pay = case.at(_PAY)
    reaches = both(
        case.in_place(pay), case.says(pay, "at_or_above_benchmark", "yes"), told(pay.benchmark) if pay else None
    )
    return Answer(
        either(reaches, _free_choice(case)), _at("pay", "at_or_above_benchmark", "benchmark", "unpaid_by_choice")
    )


@yes_no
def pay_in_money_or_free_choice(case: Case) -> Answer:
    """Are people paid in money (not only vouchers or gifts), or unpaid by their own free choice?"""
    pay = case.at(_PAY)
    money = both(case.in_place(pay), among(pay.form if pay else None, frozenset({"money", "honorarium", "salary"})))
    return Answer(either(money, _free_choice(case)), _at("pay", "form", "unpaid_by_choice"))


@yes_no
def preparation_paid_or_free_choice(case: Case) -> Answer:
    """Is reading and preparing paid too, or are contributors unpaid by their own free choice?"""
    return Answer(either(_preparation(case), _free_choice(case)), _at("pay", "preparation", "unpaid_by_choice"))


def _preparation(case: Case) -> bool | None:
    pay = case.at(_PAY)
    return both(case.in_place(pay), case.says(pay, "preparation", "paid"))


@yes_no
def preparation_unpaid_while_meetings_are_paid(case: Case) -> Answer:
    """Is reading and preparing unpaid, while other time is paid?"""
    pay = case.at(_PAY)
    unpaid = case.says(pay, "preparation", "unpaid")
    return Answer(both(_offered(case, "all", "some"), unpaid), _at("pay", "preparation", "offered"))


@yes_no
def pay_told_in_advance(case: Case) -> Answer:
    """Did people know what is paid, or that nothing is, before they said yes?"""
    pay = case.at(_PAY)
    return Answer(truth(pay.told_in_advance) if pay else None, _at("pay", "told_in_advance"))


@yes_no
def pay_set_with_contributors(case: Case) -> Answer:
    """Was the rate (or that there is none) set or reviewed with contributors?"""
    pay = case.at(_PAY)
    return Answer(truth(pay.set_with_contributors) if pay else None, _at("pay", "set_with_contributors"))


@yes_no
def team_paid_for_same_work(case: Case) -> Answer:
    """Are the others in the team paid for the same work?"""
    pay = case.at(_PAY)
    return Answer(truth(pay.staff_paid) if pay else None, _at("pay", "staff_paid"))


@yes_no
def contributors_unpaid(case: Case) -> Answer:
    """Is pay offered to no contributor, while others are paid for the same work, and not by contributors' choice?

    Unknown where volunteers work in a paid team and nobody says whether they chose so.
    """
    pay = case.at(_PAY)
    answer = both(_unpaid(case), truth(pay.staff_paid) if pay else None, opposite(_free_choice(case)))
    return Answer(answer, _at("pay", "offered", "staff_paid", "unpaid_by_choice"))


@yes_no
def asked_only_minutes(case: Case) -> Answer:
    """Is each person asked for a few minutes only, as in a short survey?"""
    pay = case.at(_PAY)
    return Answer(case.says(pay, "time_asked", "minutes"), _at("pay", "time_asked"))


@yes_no
def paid_only_in_vouchers_or_gifts(case: Case) -> Answer:
    """Are people paid in vouchers or gifts only?

    No as soon as another form of pay is told.
    """
    pay = case.at(_PAY)
    form = pay.form if pay else None
    only = None if form is None else bool(form) and set(form) <= {"voucher", "gift"}
    return Answer(both(_offered(case, "all", "some"), only), _at("pay", "form", "offered"))


@counted
def benchmark_age_in_months(case: Case) -> Answer:
    """How many months old is the published rate that pay was compared with?

    A range where only its year is told. Unknown where it has no date, or one that is still to come.
    """
    pay = case.at(_PAY)
    days = case.days(pay.benchmark_date) if pay else None
    if days is None or days[0] > case.date:
        return Answer(None, _at("pay", "benchmark_date"))
    return Answer(
        Span(_months(min(days[1], case.date), case.date), _months(days[0], case.date)), _at("pay", "benchmark_date")
    )


def _months(first: dt.date, last: dt.date) -> int:
    """Whole months from one day to another."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


# --- expenses and choice -----------------------------------------------------------------------------


@yes_no
def expenses_covered(case: Case) -> Answer:
    """Are expenses paid at all?

    They are where it is told how, or what they cover.
    """
    expenses = case.at("reward.expenses")
    paid = case.says(expenses, "paid", "up front", "on the day", "in arrears")
    covers = bool(expenses and expenses.covers)
    where = _at("expenses", "paid") if paid is not None or not covers else _at("expenses", "covers")
    # What would be covered earns nothing beside the word that none is paid.
    return Answer(both(case.in_place(expenses), paid is not False and (covers or paid)), where)


@yes_no
def expenses_paid_first(case: Case) -> Answer:
    """Are expenses booked or paid up front, or on the day, so that nobody lends the project money?"""
    expenses = case.at("reward.expenses")
    return Answer(
        both(case.in_place(expenses), case.says(expenses, "paid", "up front", "on the day")), _at("expenses", "paid")
    )


@many_words("travel", "care", "childcare", "food", "internet", "equipment", "support person", "accommodation", "other")
def expenses_cover(case: Case) -> Answer:
    """What do expenses cover?

    Unknown where `reward.expenses` does not say that they are paid.
    """
    expenses = case.at("reward.expenses")
    covers = case.words("reward.expenses", "covers")
    return Answer(covers.value if case.in_place(expenses) else None, _at("expenses", "covers"))


@counted
def days_until_expenses_are_paid(case: Case) -> Answer:
    """How many days does it take until people have their expenses?"""
    return case.number("reward.expenses", "days_to_pay")


@yes_no
def expenses_denied(case: Case) -> Answer:
    """Were expenses refused to somebody?"""
    expenses = case.at("reward.expenses")
    return Answer(truth(expenses.denied) if expenses else None, _at("expenses", "denied"))


@yes_no
def nobody_out_of_pocket(case: Case) -> Answer:
    """Do contributors say that nobody lost money by taking part?"""
    expenses = case.at("reward.expenses")
    return Answer(truth(expenses.nobody_out_of_pocket) if expenses else None, _at("expenses", "nobody_out_of_pocket"))


@yes_no
def may_decline_pay(case: Case) -> Answer:
    """Can people decline pay, or take less, without pressure?"""
    return case.practised("reward.choice", "may_decline")


@yes_no
def form_of_pay_chosen(case: Case) -> Answer:
    """Do people choose the form of their pay (money, voucher, donation, nothing)?"""
    return case.practised("reward.choice", "form_chosen")


@one_word("none", "pointed elsewhere", "independent advice")
def benefits_help(case: Case) -> Answer:
    """What help is there on how pay affects benefits: none, pointed elsewhere, independent advice?"""
    choice = case.at("reward.choice")
    where = _at("choice", "benefits_advice")
    there, help_ = case.in_place(choice), choice.benefits_advice if choice else None
    if there is False or help_ == "none":
        return Answer("none", where)
    return Answer(help_ if there and help_ != "unknown" else None, where)


@yes_no
def tax_note_given(case: Case) -> Answer:
    """Do people get a note on tax?"""
    return case.practised("reward.choice", "tax_note")


@yes_no
def nobody_worse_off_by_pay(case: Case) -> Answer:
    """Do contributors say that nobody lost benefits or money because of how they were paid?"""
    return case.practised("reward.choice", "nobody_worse_off")


# --- budget ------------------------------------------------------------------------------------------


@yes_no
def budget_there(case: Case) -> Answer:
    """Is there a budget for involvement?"""
    return case.practised("reward.budget")


@counted
def budget_lines_with_amounts(case: Case) -> Answer:
    """How many lines of the involvement budget name what they are for and how much?

    A lump sum (`lines: none`), or no budget yet, counts as nought.
    """
    there = case.in_place(case.at("reward.budget"))
    if there is False:
        return Answer(Span(0, 0), _at("budget"))
    lines = case.count_entries("reward.budget.lines", _priced)
    return Answer(lines.value if there else None, (*lines.where, ("reward", "budget")))


def _priced(line: Line) -> bool | None:
    return None if line.amount is None or line.amount.amount is None else line.amount.amount > 0


@yes_no
def budget_is_a_lump_sum(case: Case) -> Answer:
    """Is the involvement budget one sum, without lines?"""
    lines = case.entries("reward.budget.lines")
    lump = None if lines is None else not lines
    return Answer(both(case.in_place(case.at("reward.budget")), lump), _at("budget", "lines"))


@yes_no
def budget_seen_by_contributors(case: Case) -> Answer:
    """Did contributors see the involvement budget?"""
    return case.practised("reward.budget", "seen_by_contributors")


@yes_no
def budget_changed_or_held_by_contributors(case: Case) -> Answer:
    """Did contributors change the involvement budget, or do they hold it?"""
    budget = case.at("reward.budget")
    changed = truth(budget.changed_by_contributors) if budget else None
    held = truth(budget.held_by_contributors) if budget else None
    return Answer(
        both(case.in_place(budget), either(changed, held)),
        _at("budget", "changed_by_contributors", "held_by_contributors"),
    )


@yes_no
def rule_for_money_left(case: Case) -> Answer:
    """Is it agreed what happens with involvement money that is left?"""
    return case.practised("reward.budget", "underspend_rule")


@yes_no
def budget_covers_planned_time(case: Case) -> Answer:
    """Does the involvement budget cover the time of the people it plans for?

    The arithmetic: meetings × people × hours each × the hourly rate (or meetings × people × the rate for a
    meeting), held against the amount. Only time is counted, not expenses. With ranges ("about 8") it is
    unknown as long as both answers are possible; and so where an amount, a count or the unit of the rate is
    not told.
    """
    budget, pay = case.at("reward.budget"), case.at(_PAY)
    where = (
        *(("reward", "budget", f) for f in ("amount", "planned_meetings", "planned_people", "hours_each")),
        (*_PAY, "rate"),
    )
    if budget is None or pay is None or budget.amount is None or budget.amount.amount is None:
        return Answer(None, where)
    found = _rate(pay.rate)
    if found is None or _currencies_differ(pay.rate.text, budget.amount.text):
        return Answer(None, where)
    rate, unit = found
    counts = [budget.planned_meetings, budget.planned_people]
    if unit == "hour":
        counts.append(budget.hours_each)
    low: float = rate
    high: float | None = rate
    for count in counts:
        if not isinstance(count, Count):
            return Answer(None, where)
        low *= count.low
        high = None if high is None or count.high is None else high * count.high
    least, most = whole(budget.amount)
    if most is not None and most < low:
        return Answer(False, where)
    return Answer(True if high is not None and least >= high else None, where)


def _rate(money: Money | None) -> tuple[float, str] | None:
    """A rate with its unit, `hour` or `meeting`; None where the words do not say one number and one of these."""
    if money is None or not money.amount or len(re.findall(r"\d[\d,]*(?:\.\d+)?", money.text)) != 1:
        return None
    found = re.search(
        r"(?:per|an|a|each|every|/)\s*(hour|hr|h|meeting|session|workshop)\b|\b(hour)ly\b", money.text.lower()
    )
    if not found:
        return None
    return money.amount, "hour" if (found[1] or found[2]).startswith("h") else "meeting"


def _currencies_differ(one: str, other: str) -> bool:
    """Whether two amounts name different currencies."""
    a, b = currencies(one), currencies(other)
    return bool(a and b) and a != b


@yes_no
def budget_lines_within_total(case: Case) -> Answer:
    """Do the lines of the involvement budget together stay within its amount?

    Yes only where the lines are complete and each has an amount. Unknown where the amount is not told, names another currency, or
    is one of many (`£1,000 a year`); of `about £3000` and of a range it is unknown as long as both answers are possible.
    """
    budget = case.at("reward.budget")
    where = (("reward", "budget", "amount"), ("reward", "budget", "lines"))
    lines = case.entries("reward.budget.lines")
    if budget is None or lines is None or budget.amount is None or budget.amount.amount is None:
        return Answer(None, where)
    amounts = [line.amount for line in lines if line.amount is not None]
    if any(_currencies_differ(a.text, budget.amount.text) for a in amounts):
        return Answer(None, where)
    least, most = whole(budget.amount)
    bounds = [whole(a) for a in amounts]
    # A hundredth of slack, so that pence that were rounded are no contradiction.
    if most is not None and sum(low for low, _ in bounds) > most + 0.01:
        return Answer(False, where)
    sure = case.complete("reward.budget.lines") and len(amounts) == len(lines)
    highs = [high for _, high in bounds]
    within = None not in highs and sum(high for high in highs if high is not None) <= least + 0.01
    return Answer(True if sure and within else None, where)


# --- the lead ----------------------------------------------------------------------------------------


@yes_no
def lead_named(case: Case) -> Answer:
    """Is there somebody who leads on involvement?

    `to be appointed` is a plan: nobody is there yet.
    """
    lead = case.at("reward.lead")
    named = case.word("reward.lead", "named")
    promised = named.value == "to be appointed" and case.with_plans()
    says = None if named.value is None else named.value == "yes" or promised
    return Answer(both(case.in_place(lead), says), _at("lead", "named"))


@yes_no
def lead_to_be_appointed(case: Case) -> Answer:
    """Is the involvement lead still "to be appointed"?"""
    named = case.word("reward.lead", "named")
    return Answer(None if named.value is None else named.value == "to be appointed", named.where)


@yes_no
def lead_has_time(case: Case) -> Answer:
    """Is it told how much of a post the involvement lead has for it?

    `share_of_time: none` says that it is done in spare time.
    """
    lead = case.at("reward.lead")
    share = lead.share_of_time if lead else None
    spare = share is not None and share.strip() in ("0", "0.0", "0%")
    return Answer(both(case.in_place(lead), False if spare else told(share)), _at("lead", "share_of_time"))


@yes_no
def lead_skills_stated(case: Case) -> Answer:
    """Is it stated which skills and experience the involvement lead has?"""
    return case.practised("reward.lead", "skills")


@yes_no
def lead_authority_stated(case: Case) -> Answer:
    """Is it stated what the involvement lead may decide?"""
    return case.practised("reward.lead", "authority")


@yes_no
def lead_answers_to_contributors(case: Case) -> Answer:
    """Does the involvement lead answer to contributors too?"""
    return case.wrote("reward.lead", "accountable_to")


@yes_no
def lead_with_lived_experience(case: Case) -> Answer:
    """Has the involvement lead, or a co-lead, lived experience?"""
    return case.practised("reward.lead", "lived_experience")
