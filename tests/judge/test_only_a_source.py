"""What only lacks a source is not called tokenism; and a range that hangs on few parts says what would have to be so."""

from __future__ import annotations

import copy
import datetime as dt

import pytest
from hypothesis import assume, given
from projects import projects
from support import shipped
from weighing import Evaluated

from involve_audit.assess import audit_document
from involve_audit.load import Document
from involve_audit.project.practice import STAGES
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 1)
SHOWN = {"role": "involved", "status": "done", "when": "2024", "source": ["minute"]}
CLAIMED = {key: value for key, value in SHOWN.items() if key != "source"}
NOT_HEARD = {"heard": {"answer": "no", "said_by": "contributors"}}


def audit(steps=False, **tree):
    tree = {"format": "1", "sources": {"minute": {"kind": "minutes"}}, **tree}
    return audit_document(Document("p.yaml", tree, []), shipped(), DAY, steps=steps, lines="when asked")


def gate(found, name):
    return next(g.state for g in found.gates if g.id == name)


# --- only a source is missing ------------------------------------------------------------------------

SIGNS = {
    "said-not-heard": {"influence": NOT_HEARD},
    "came-after-the-decisions": {"timing": {"first_involved": "2024-06", "design_locked": "2024-01"}},
    "invited-only-because-asked-to": {"voices": {"invited_because": ["funder asks"]}},
    "role-ended-over-their-heads": {"power": {"ended": [{"what": "the panel", "by": "above", "agreed": "no"}]}},
    "most-say-it-made-no-difference": {
        "views": [
            {
                "of": "contributors", "asked": "9", "answered": "9", "anonymous": "yes", "collected_by": "outside the team",
                "by_principle": {"influence": {"agree": "1", "disagree": "8"}},
            }
        ]
    },
}  # fmt: skip


PAIRS = [("design", "analysis"), ("priorities", "sharing"), ("governance", "delivery")]


# Each sign, and each pair of stages: which stage it is has nothing to do with the sign.
@pytest.mark.parametrize(("sign", "stages"), [(sign, PAIRS[n % len(PAIRS)]) for n, sign in enumerate(SIGNS)])
def test_a_missing_source_makes_no_tokenism(sign, stages):
    one, other = stages
    told = {
        "influence": {"log": [{"said": "x", "by": "contributors", "arose": "asked", "answer": "refused"}]},
        **SIGNS[sign],
        "stages": {one: SHOWN, other: CLAIMED},
    }
    open_ = audit(**told)
    # Whether people came too late hangs on what they did later: told and not shown, it leaves that open.
    state = "open" if sign == "came-after-the-decisions" else "holds"
    assert next(s.state for s in open_.signs if s.id == sign) == state
    assert open_.verdict.id in ("information", "consultation")
    assert "tokenism" in [v.id for v in open_.verdict.possible]
    assert gate(open_, "tokenism") == "open"
    assert not open_.policy.holds
    # With the source it is more; without the role it is tokenism: neither silence nor a claim gains by it.
    assert audit(**{**told, "stages": {one: SHOWN, other: SHOWN}}).verdict.id == "involvement"
    alone = audit(**{**told, "stages": {one: SHOWN}})
    assert (alone.verdict.id, alone.policy.holds) == ("tokenism", False)


@pytest.mark.parametrize("role", ["involved", "decided together", "led"])
def test_the_headline_names_the_parts_and_what_shows_them_is_the_first_step(role):
    stages = {"design": {**CLAIMED, "role": role}, "analysis": {**CLAIMED, "role": role}}
    found = audit(steps=True, influence=NOT_HEARD, stages=stages, power={"final_say": "team"})
    assert "what shows the part that people had in design and analysis" in found.verdict.says
    assert "were not heard" in found.verdict.says
    assert "Tokenism" not in found.verdict.says
    assert "shows it" in found.steps[0].does[0]


@pytest.mark.parametrize("other", ["consulted", "informed"])
def test_where_sources_would_not_make_it_more_it_is_tokenism(other):
    stages = {"design": CLAIMED, "analysis": {**CLAIMED, "role": other}}
    assert audit(influence=NOT_HEARD, stages=stages).verdict.id == "tokenism"


def with_sources(tree):
    """A tree in which the minute shows every part of the work that is told."""
    tree = copy.deepcopy(tree)
    tree["sources"] = {**(tree.get("sources") or {}), "minute": {"kind": "minutes"}}
    for told in (tree.get("stages") or {}).values() if isinstance(tree.get("stages"), dict) else ():
        for span in told if isinstance(told, list) else [told]:
            if isinstance(span, dict):
                span["source"] = ["minute"]
    return tree


@given(projects)
def test_no_source_for_a_part_lifts_what_was_called_tokenism(tree):
    tree = (
        {**tree, "influence": {**(tree.get("influence") or {}), "heard": "no"}}
        if isinstance(tree.get("influence", {}), dict)
        else tree
    )
    try:
        before = Evaluated(tree, DAY).found
        assume(before.outcome.id == "tokenism")
        after = Evaluated(with_sources(tree), DAY).found
    except InputError:
        assume(False)
    # A part that is not told to have happened, or of which nothing is told, gains nothing by a source.
    assert after.ladder.shown.rung.low <= 2, (before.ladder.shown.rung, after.ladder.shown.rung)


# --- what would have to be so ------------------------------------------------------------------------


def with_untold(*untold, role="consulted"):
    told = {
        s: {"role": role, "status": "done", "when": "2024", "source": ["minute"], "asked": "what matters"}
        for s in STAGES
    }
    return {stage: span for stage, span in told.items() if stage not in untold}


def says(*untold, **tree):
    return audit(stages=with_untold(*untold), **{"power": {"final_say": "team"}, **tree}).verdict.says


def test_a_range_that_hangs_on_few_parts_says_what_would_have_to_be_so():
    assert (
        "up to led by lived experience, if design and analysis were theirs to decide (people's part in them is not told)"
        in says("design", "analysis")
    )


def test_what_is_told_of_all_parts_leaves_no_such_range():
    for untold in ((), ("analysis",), ("sharing", "analysis")):
        # No part that shapes the work is left open, or none at all: nobody can come out as having led it.
        assert "led by" not in says(*untold)


def test_a_list_that_says_that_it_is_whole_closes_the_rest():
    stages = {**with_untold("design", "funding"), "complete": "yes"}
    found = audit(stages=stages, power={"final_say": "team"})
    assert "up to" not in found.verdict.says


def test_a_range_that_hangs_on_many_parts_counts_the_answers():
    assert "answers decide" in says("design", "analysis", "funding", "sharing")
