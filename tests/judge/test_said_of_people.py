"""What is said of people rests on what is told of them: no word is stretched, and none is turned round."""

from __future__ import annotations

import datetime as dt

import pytest
from support import rows, shipped, written

from involve_audit.assess import audit_document
from involve_audit.judge.label import claim_of
from involve_audit.load import read
from involve_audit.project.practice import RUNGS

DAY = dt.date(2026, 11, 30)
ASKED = {"design": {"role": "consulted", "status": "done", "when": "2024", "source": "paper"}}
CHANGED = {"said": "The letter is too long", "by": "contributors", "answer": "partly", "changed": "the first page"}
SOURCES = {"paper": {"kind": "publication", "date": "2025"}}


def judged(steps=False, **sections):
    tree = {"format": 1, "project": {"title": "T", "phase": "finished"}, "sources": SOURCES, **sections}
    return audit_document(read(written(tree), "project.yaml"), shipped(), DAY, steps=steps, lines="when asked")


def about(phase="finished", **head):
    return {"title": "T", "phase": phase, **head}


# --- whose word decides ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("by", "tokenism"),
    [("team", True), ("contributors", True), ("inquiry", True), ("outside the team", False), ("allies", False)],
)
def test_an_unnamed_critic_decides_nothing(by, tokenism):
    found = judged(stages=ASKED, findings=[{"by": by, "heard": "no", "says": "Nobody listened"}])
    assert (found.verdict.id == "tokenism") is tokenism
    assert "tokenism" in [found.verdict.id, *(v.id for v in found.verdict.possible)], (
        "it stays open whether people were heard"
    )


def test_invited_because_a_rule_asks_for_it_is_no_tokenism():
    assert judged(stages=ASKED, voices={"invited_because": ["rules or ethics ask"]}).verdict.id != "tokenism"
    assert (
        judged(stages=ASKED, voices={"invited_because": ["funder asks", "rules or ethics ask"]}).verdict.id
        == "tokenism"
    )


def test_people_who_were_asked_from_afar_were_not_in_a_room():
    unheard = {"heard": {"answer": "no", "said_by": "contributors"}}
    assert "people were asked, and" in judged(stages=ASKED, influence=unheard).verdict.says
    met = {"panel": {"contributors": "4", "status": "done", "meetings": "3"}}
    assert "people were in the room, and" in judged(stages=ASKED, influence=unheard, rooms=met).verdict.says


def test_that_the_project_noted_who_is_missing_is_said():
    def says(noted_by):
        return judged(stages=ASKED, voices={"missing": [{"group": "night workers", "noted_by": noted_by}]}).voices.says

    assert says("project").startswith("The project noted itself that some are missing.")
    assert says("critics").startswith("It is not told")


# --- harm, agreements, promises ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said_by", "broken", "gate"),
    [
        ("people served", True, "holds"),
        ("court", True, "holds"),
        ("evaluation", False, "holds"),
        ("team", False, "open"),
    ],
)
def test_harm_that_an_evaluation_reports_is_on_record_and_no_breach_by_itself(said_by, broken, gate):
    harm = {"what": "Neighbours talked about them", "kind": "harm", "to": "contributors", "said_by": said_by}
    found = judged(stages=ASKED, care={"harm": {"complete": "yes", "entries": [harm]}})
    assert (found.verdict.id == "broken trust") is broken
    assert next(g.state for g in found.gates if g.id == "broken-trust") == gate


@pytest.mark.parametrize(
    ("kind", "means", "honest"),
    [
        ("used otherwise than agreed", "What people gave was used otherwise than agreed.", "partly"),
        ("agreement undone", "An agreement with people was undone without them.", "partly"),
        (
            "harm",
            "People were asked. It is not shown that they shared in the decisions that shaped the work.",
            "not told",
        ),
    ],
)
def test_only_what_is_on_record_is_named_and_only_a_broken_agreement_weighs_on_honesty(kind, means, honest):
    found = judged(stages=ASKED, care={"harm": [{"what": "It happened", "kind": kind, "said_by": "contributors"}]})
    assert found.verdict.means == means
    assert found.honesty.state == honest
    assert ("agreements" in {p.id for p in found.honesty.parts}) is (honest == "partly")


def test_a_promise_of_something_else_than_a_say_is_no_claim_about_peoples_part():
    cure = {"what": "A cure is near", "kept": "no"}
    assert judged(project=about(called=["consultation"], promises=[cure]), stages=ASKED).label.state == "fits"
    say = {"what": "You will decide", "claims": "led", "kept": "no"}
    assert judged(project=about(called=["consultation"], promises=[say]), stages=ASKED).label.state == "overclaimed"


def test_a_broken_promise_is_told_by_itself_and_by_its_own_words():
    kept = {"what": "The people write the draft", "claims": "led", "kept": "partly"}
    broken = {"what": "There will be a vote", "claims": "involvement", "kept": "no"}
    both = {**ASKED, "priorities": dict(ASKED["design"])}
    found = judged(project=about(promises=[kept, broken]), stages=both, influence={"log": [CHANGED]})
    assert "a promise was not kept: “There will be a vote”" in found.verdict.says
    assert "The promise “There will be a vote” was not kept." in found.label.says
    assert found.honesty.state == "partly"


def test_a_word_and_a_promise_stand_in_rows_of_their_own():
    promise = {"what": "You will shape the survey", "claims": "involvement"}
    found = judged(project=about(called=["consultation"], promises=[promise]), stages=ASKED)
    assert (found.rung.called, found.rung.promised) == ("consultation", "involvement")
    assert judged(project=about(promises="none"), stages=ASKED).rung.promised == "none"


def test_a_word_that_claims_nothing_neither_fits_nor_not():
    from involve_audit.render import terminal

    summary = terminal.summary(judged(project=about(called=["Our Voices"]), stages=ASKED))
    assert "“Our Voices” claims nothing" in summary
    assert "Fits." not in summary


# --- where accounts differ ---------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["outside the team", "team", "contributors"])
def test_a_dispute_opens_a_role_downwards_and_never_above_what_is_told(by):
    differs = {"by": by, "says": "It was otherwise"}
    every = dict.fromkeys(
        ("priorities", "funding", "governance", "delivery", "analysis", "sharing", "implementation"), "none"
    )
    found = judged(stages={**every, "design": {**ASKED["design"], "disputed": differs}})
    design = next(s for s in found.rung.stages if s.id == "design")
    assert (design.told, design.shown.low, design.shown.high) == ("consulted", "none", "consulted")
    assert found.rung.shown.high == "consultation"


@pytest.mark.parametrize("role", ["consulted", "involved", "decided together", "led"])
def test_who_disputes_what_part_people_had_does_not_tell_that_they_had_none(role):
    stages = {
        "priorities": {"role": "none"},
        "design": {**ASKED["design"], "role": role, "disputed": {"by": "outside the team", "says": "Too little."}},
    }
    found = judged(project=about(called=["co-production"]), stages=stages, influence={"log": [CHANGED]})
    assert found.verdict.id != "nobody involved"
    assert any("told differently" in says for says in found.verdict.rests_on)
    assert "By what some tell" in found.verdict.means
    assert "Nothing told speaks against it" not in found.label.says
    assert {"nobody involved", "consultation"} <= {v.id for v in found.verdict.possible}


def test_an_earlier_span_does_not_stand_alone_where_the_later_is_disputed():
    spans = [
        {"role": "none", "status": "done", "since": "1992", "until": "1995"},
        {
            "role": "led",
            "status": "ongoing",
            "since": "1999",
            "disputed": {"by": "outside the team", "says": "Others had a say"},
        },
    ]
    governance = next(
        s for s in judged(project=about("running"), stages={"governance": spans}).rung.stages if s.id == "governance"
    )
    assert governance.told == "led"


def test_that_people_had_no_part_may_be_disputed_for_more():
    none = {"role": "none", "disputed": {"by": "team", "says": "Forty people were asked"}}
    found = judged(stages={"design": none})
    assert next(s for s in found.rung.stages if s.id == "design").shown.high != "none"
    assert found.verdict.id != "nobody involved"


# --- what is told, and not shown ---------------------------------------------------------------------


def test_what_is_told_is_not_turned_into_its_contrary_where_only_its_source_is_missing():
    led = {"role": "led", "status": "ongoing", "since": "2020"}
    stages = {s: dict(led) for s in ("priorities", "design", "governance")}
    found = judged(
        steps=True, project=about("running", called=["user-led"]), stages=stages, influence={"log": [CHANGED]}
    )
    assert "others decide" not in found.verdict.means
    assert "led by people with lived experience" in found.verdict.means
    (truer,) = (s for s in found.steps if s.kind == "say it truly")
    assert "call it" not in truer.does[0]


def test_limits_that_were_told_early_lack_their_reasons_only():
    limit = {"what": "The budget is fixed", "told": "before design"}
    says = {p.id: p.says for p in judged(stages=ASKED, honesty={"limits": [limit]}).honesty.parts}
    assert says["limits"] == "Limits are named; it is not told why they are there."


# --- never involved ------------------------------------------------------------------------------------


def test_who_was_never_involved_led_nothing_and_no_further_answer_can_make_it_so():
    never = {"first_involved": "never"}
    found = judged(stages={"delivery": {**ASKED["design"], "role": "informed"}}, timing=never)
    assert found.rung.shown.high == "informed"
    contradicted = judged(stages={"design": {**ASKED["design"], "role": "led"}}, timing=never)
    assert contradicted.rung.shown.high == "informed"
    assert any(f.level == "error" for f in contradicted.flags)


def test_harm_alone_is_no_charge_against_words_and_does_not_hide_what_part_people_had():
    harm = {"what": "Neighbours talked about them", "kind": "harm", "said_by": "contributors"}
    found = judged(project=about(called=["consultation"]), stages=ASKED, care={"harm": [harm]})
    assert found.verdict.id == "broken trust"
    assert found.verdict.says.startswith(
        "Harm is on record: Neighbours talked about them (by contributors' word); who did it is not told; people's part:"
    )
    assert "speaks against it" not in found.label.says
    broken = judged(
        project=about(called=["consultation"]),
        stages=ASKED,
        care={"harm": [harm, {**harm, "kind": "agreement undone"}]},
    )
    assert broken.verdict.says.startswith("Trust was broken: ")
    assert "speaks against it" in broken.label.says


def test_the_headline_says_who_decides_before_it_says_what_may_be_more():
    stages = {"design": dict(ASKED["design"]), "priorities": dict(ASKED["design"])}

    def says(final_say):
        power = {"power": {"final_say": final_say}} if final_say else {}
        return judged(project=about("running"), stages=stages, influence={"log": [CHANGED]}, **power).verdict.says

    assert "; the team and those above decide in the end, and what is not told may show more" in says(["team", "above"])
    assert "; the team decides in the end, and what is not told may show more" in says("team")
    assert "in the end" not in says("contributors") + says(None)


# --- whose harm it was -----------------------------------------------------------------------------


def harmed(**more):
    return {
        "harm": [
            {
                "what": "The council sold the homes",
                "kind": "harm",
                "to": "people served",
                "said_by": "people served",
                **more,
            }
        ]
    }


def test_harm_that_others_did_is_no_harm_of_the_work():
    own, others = (judged(stages=ASKED, care=harmed(done_by=who)) for who in ("above", "outside the team"))
    assert own.verdict.id == "broken trust"
    assert others.verdict.id != "broken trust"
    assert "sold the homes" not in " ".join(line.says for line in others.came_of)
    untold = judged(stages=ASKED, care=harmed())
    assert untold.verdict.id == "broken trust", "that nobody says who did it does not clear the work"
    assert others.verdict.id in [v.id for v in untold.verdict.possible], "it may have been somebody else"


def test_what_contributors_tell_of_work_that_they_run_alone_is_the_word_of_those_who_run_it():
    """As a team's own word does, it stands on record and decides no verdict; whoever else was harmed still does."""
    own = harmed(to="contributors", said_by="contributors")
    led = {name: {**stage, "role": "led"} for name, stage in ASKED.items()}
    alone = judged(project=about(researchers="0"), stages=led, care=own)
    assert alone.verdict.id != "broken trust"
    assert any("sold the homes" in line.says for line in alone.came_of), "it is on record all the same"
    served = judged(project=about(researchers="0"), stages=led, care=harmed())
    assert served.verdict.id == "broken trust", "those whom the work serves are a side of their own"
    with_a_team = judged(project=about(), stages=led, care=own)
    assert with_a_team.verdict.id == "broken trust"
    assert alone.verdict.id in [v.id for v in with_a_team.verdict.possible], "there may be no team"


@pytest.mark.parametrize("by", ["team", "above", "together", None])
def test_a_broken_agreement_counts_whoever_says_so_and_is_told_to_have_broken_it_in_this_work(by):
    harm = {"what": "The samples were sold", "kind": "used otherwise than agreed", **({"done_by": by} if by else {})}
    assert judged(stages=ASKED, care={"harm": [harm]}).verdict.id == "broken trust"


# --- what names the field claims no part in it -----------------------------------------------------


@pytest.mark.parametrize("word", ["PPI", "public involvement", "Patient and Public Involvement"])
def test_the_name_of_the_field_claims_that_people_were_asked(word):
    assert judged(project=about(called=word), stages={**ASKED, "complete": "yes"}).label.state == "fits"
    truly = judged(project=about(called=f"{word}: people are truly involved"), stages={**ASKED, "complete": "yes"})
    assert truly.label.state == "overclaimed", "a word beside it still claims what it says"


# --- too little is known ---------------------------------------------------------------------------


def test_that_others_decided_is_told_of_a_part_of_the_work():
    power = {
        "final_say": "above",
        "decisions": [{"what": "The bill", "stage": "implementation", "decided_by": "above", "became": "done"}],
    }
    assert judged(stages=ASKED, power={"final_say": "above"}).verdict.id == "too little is known"
    assert judged(stages=ASKED, power=power).verdict.id == "consultation"
    nobody_says_who = {**power, "decisions": [{"what": "The bill", "stage": "implementation", "became": "done"}]}
    assert judged(stages=ASKED, power=nobody_says_who).verdict.id == "too little is known"


def test_too_little_still_says_what_is_shown():
    says = judged(stages=ASKED, power={"final_say": "above"}).verdict.says
    assert says == (
        "Too little is known to say; it is at least consultation, and may be more, while those above decided in the end."
    )
    says = judged(stages=ASKED).verdict.says
    assert says.startswith("Too little is known to say; it is at least consultation, and may be anything up to")
    assert "at least" not in judged(power={"final_say": "above"}).verdict.says


# --- what is held against what ---------------------------------------------------------------------


@rows("act", ["consultation", "engagement", "public involvement"])
def test_a_word_said_of_the_way_of_asking_is_not_said_of_the_work(act):
    claim = claim_of(f"co-design of the {act}", shipped().rubric)
    assert claim is None or claim.claims <= RUNGS.index("involvement")
    assert claim_of("co-design of the service", shipped().rubric).says > RUNGS.index("involvement")


@pytest.mark.parametrize(("when", "due"), [("2025-06", False), ("2025-07", False), ("2025-05", True)])
def test_what_is_promised_when_all_is_stopped_is_about_what_comes_after(when, due):
    promise = {"what": "The next one is co-produced", "claims": "co-production", "when": when, "kept": "no"}
    head = about("cancelled", stopped={"when": "2025-06", "by": "above"}, called=["consultation"], promises=[promise])
    assert (judged(project=head, stages=ASKED).label.state == "overclaimed") is due


def test_words_are_said_to_be_contradicted_only_where_answers_on_their_part_are():
    priorities = {"role": "consulted", "status": "done", "when": "2023", "rooms": ["board"]}
    empty = {"board": {"contributors": "none", "researchers": "4", "votes": "equal"}}
    found = judged(project=about("running", called=["co-design"]), stages={"priorities": priorities}, rooms=empty)
    elsewhere = judged(
        project=about("running", called=["co-design"], dates={"start": "2024"}),
        stages={"delivery": {"role": "involved", "status": "done", "when": "2020"}},
    )
    assert any(f.level == "error" for f in found.flags)
    assert any(f.level == "error" for f in elsewhere.flags)
    assert "contradict" in found.label.says
    assert "contradict" not in elsewhere.label.says


# --- whose refusal, whose failure, whose harm --------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "charged"),
    [
        ({"answer": "unanswered", "when": "2024"}, True),
        ({"answer": "put off", "when": "2024"}, True),
        ({"answer": "contested", "when": "2024"}, False),
        ({"answer": "unanswered", "when": "2019"}, False),
        ({"answer": "refused", "when": "2019", "reason": "The law"}, False),
    ],
)
def test_what_others_refused_before_the_work_is_no_refusal_of_the_work(entry, charged):
    log = [{"said": "Is the water safe?", "by": "contributors", **entry}]
    found = judged(project=about(dates={"idea": "2022"}), stages=ASKED, influence={"log": log})
    assert any(p.says.startswith("Suggestions were not taken up") for p in found.honesty.parts) is charged


@pytest.mark.parametrize(
    ("badly", "admits"),
    [
        ("The room was too small", True),
        ("Who asked for it? Who owns it?", False),
        ("Open questions: how much training is enough", False),
        ("Why did nobody come? We had not asked when they could", True),
    ],
)
def test_an_open_question_is_no_failure_that_is_admitted(badly, admits):
    found = judged(stages=ASKED, influence={"reflections": [{"when": "2024", "who": "team", "badly": badly}]})
    assert next(p.state for p in found.honesty.parts if p.id == "failures") == ("good" if admits else "open")


def test_who_looks_back_when_all_is_over_did_not_say_it_at_the_time():
    def failures(when):
        look = {"when": when, "who": "team", "badly": "The room was too small"}
        found = judged(project=about(dates={"end": "2020"}), stages=ASKED, influence={"reflections": [look]})
        return next(p.says for p in found.honesty.parts if p.id == "failures")

    assert failures("2019") == "What went badly is said openly."
    assert failures("2025") == "Looking back when the work was over (2025), it was said what went badly."


@pytest.mark.parametrize(("done_by", "untold"), [(None, True), ("unknown", True), ("team", False)])
def test_of_harm_it_is_said_that_nobody_told_who_did_it(done_by, untold):
    harm = {"what": "Homes were sold", "kind": "harm", "said_by": "people served"}
    harm |= {"done_by": done_by} if done_by else {}
    says = judged(stages=ASKED, care={"harm": [harm]}).verdict.says
    assert says.startswith("Harm is on record: Homes were sold")
    assert ("who did it is not told" in says) is untold


def test_nothing_speaks_for_words_where_there_are_none():
    harm = [{"what": "It happened", "kind": "agreement undone", "said_by": "contributors"}]
    silent = {"project": about(), "stages": ASKED}
    refused = [{"said": "Stop", "by": "contributors", "answer": "refused", "reason": "none"}]
    for tree in ({"care": {"harm": harm}}, {"influence": {"log": refused}}):
        assert "against the words" not in judged(**silent, **tree).honesty.says
        named = {**silent, "project": about(called=["consultation"])}
        assert "against the words" in judged(**named, **tree).honesty.says


def test_tokenism_of_the_asking_and_an_effect_of_what_people_said_stand_in_one_sentence():
    unheard = {"heard": {"answer": "no", "said_by": "contributors"}}
    assert "all the same" not in judged(stages=ASKED, influence=unheard).verdict.says
    says = judged(stages=ASKED, influence={**unheard, "log": [CHANGED]}).verdict.says
    assert says.startswith("Tokenism: ")
    assert "what people said changed something all the same" in says


@pytest.mark.parametrize("kind", ["used otherwise than agreed", "agreement undone", "harm"])
def test_what_others_took_or_undid_is_no_charge_against_this_work(kind):
    """As where companies copied from the net what a people had refused them: it is printed, and breaks no trust in this work."""
    harm = {"what": "Words were copied", "kind": kind, "to": "people served", "said_by": "people served"}
    others, team = (
        judged(stages=ASKED, care={"harm": [{**harm, "done_by": by}]}) for by in ("outside the team", "team")
    )
    assert others.verdict.id != "broken trust"
    assert team.verdict.id == "broken trust"
