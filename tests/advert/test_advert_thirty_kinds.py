"""Kinds of sentences that the development half of the thirty invitations brought up, each with what only looks like it."""

from __future__ import annotations

import pytest
from advert.labelled import names, promises
from support import rows


@pytest.mark.parametrize("alike", ["the same weight", "an equal footing", "the same terms"])
@pytest.mark.parametrize("people", ["Members", "Lay advisers", "Consumer investigators"])
def test_who_stands_as_others_do_is_a_partner(people, alike):
    assert promises(f"{people} vote on {alike} as the researchers.") == {"promise-partnership"}
    assert "decisions open" not in names(f"{people} vote on {alike} as the researchers.")


@pytest.mark.parametrize("body", ["board of patients", "council of young carers", "group of tenants"])
def test_what_people_affected_run_is_led_by_them_and_what_others_run_is_not(body):
    assert promises(f"The project is governed by a {body}.") == {"promise-lead"}
    assert "promise-lead" not in promises("The project is governed by a board of trustees.")


@rows(
    "says, promised",
    [
        ("All patients of the practice are welcome to join our group.", "promise-everyone"),
        ("Child and elder care is reimbursed.", "promise-expenses"),
        ("Members will be paid £50 plus travel.", "promise-expenses"),
        ("Members may claim a fee of £100 a day, as well as travel.", "promise-pay"),
        ("Lunch is served and parking is refunded.", "promise-expenses"),
        ("Train fare back", "promise-expenses"),
        ("Somebody to talk to if it gets hard", "promise-support"),
        ("We reimburse loss of earnings.", "promise-pay"),
        ("Members take part in agreeing the wording of the report.", "promise-decision"),
        ("Together, we will map the way through the clinic.", "promise-influence"),
        ("Nothing is printed unless both sides agree.", "promise-decision"),
        ("The residents vote on which of the plans is built.", "promise-decision"),
        ("Your ideas will give our town a better library.", "promise-change"),
    ],
)
def test_what_is_promised(says, promised):
    assert promised in promises(says)


@rows(
    "says, promised",
    [
        ("All patients of the practice are welcome to use the car park.", "promise-everyone"),
        ("Asthma affects people of every age.", "promise-everyone"),
        ("We are writing to ask what you think of the changes.", "promise-feedback"),
        ("They will tell the public what was found.", "promise-feedback"),
        ("Previous members have co-authored nine papers.", "promise-partnership"),
        ("Together we can make this the town that we deserve.", "promise-influence"),
        ("Loss of earnings is a worry for many carers.", "promise-pay"),
        ("Patients are sent their train fare back to front.", "promise-support"),
        ("The study is a partnership between two trusts and a user-led organisation.", "promise-lead"),
    ],
)
def test_what_only_looks_like_a_promise(says, promised):
    assert promised not in promises(says)


@rows(
    "says, named",
    [
        ("The budget has already been approved by the Ministry.", "limits"),
        ("It has no statutory powers.", "limits"),
        ("We meet on the last Monday of the month.", "time"),
        ("The conversation lasts for about an hour.", "time"),
        ("Each place is for a period of 12 months.", "time"),
        ("This is a two-year term with an average of ten hours a month.", "time"),
        ("Call the office on 250-555-0188.", "contact"),
        ("You may turn the money down if you prefer.", "pay"),
        ("Staff will provide a briefing before each panel meeting.", "support"),
        ("Sessions are held in both official languages.", "access"),
        ("Our youth panel has a veto over every campaign.", "decisions open"),
    ],
)
def test_what_is_named(says, named):
    assert named in names(says)


@rows(
    "says, named",
    [
        ("Residents who are not selected can follow the work on the website.", "limits"),
        ("You do not have to say why.", "limits"),
        ("13 to 18? This is for you.", "time"),
        ("A year on, we would like to ask you how it was.", "time"),
        ("We keep your data for two years.", "time"),
        ("There is a bus stop outside.", "expenses"),
        ("There's a bus every twenty minutes.", "expenses"),
        ("The average stay is four days.", "time"),
        ("Staff provide a briefing to new doctors.", "support"),
    ],
)
def test_what_only_looks_as_if_it_were_named(says, named):
    assert named not in names(says)


@pytest.mark.parametrize("heading", ["What the group does not do", "What we cannot change", "What is not possible:"])
@pytest.mark.parametrize("below", ["Decide how the money is spent", "Choose the drug"])
def test_below_a_heading_that_says_what_cannot_be_nothing_is_left_to_decide(heading, below):
    assert not promises(f"{heading}\n\n- {below}\n")
    assert names(f"{heading}\n\n- {below}\n") == {"limits"}
    assert "promise-decision" in promises(f"What the group does\n\n- {below}\n")
