"""Whole reports as people read them who were there: nothing is cut in half, asked though it is told, or said of all who did not say it."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from own_words import EXAMPLES, example
from support import shipped, written

from involve_audit.assess import audit_document
from involve_audit.load import read
from involve_audit.render import discussion, meeting, plain_language, render, words
from involve_audit.render.blocks import units
from involve_audit.wording.past_tense import in_the_past, told_in_the_past

DAY = dt.date(2026, 11, 30)
MINUTES = {"minutes": {"kind": "minutes"}}
LONG = " ".join(["The ward was told of it, and nobody came."] * 6)
DISPUTED = [{"by": "team", "says": "The figures are wrong."}]


def of(phase: str = "finished", **tree):
    whole = {"format": 1, "project": {"title": "The late bus", "phase": phase}, "sources": MINUTES, **tree}
    return audit_document(read(written(whole), "project.yaml"), shipped(), DAY, lines="when asked")


def edition(audit) -> str:
    return " ".join(plain_language.PAPER.markdown([audit]).split())


def report(audit) -> str:
    return " ".join(render("markdown", [audit]).split())


STAGES = {
    "design": {
        "role": "consulted",
        "status": "done",
        "when": "2019-03/2019-05",
        "asked": "which stops",
        "source": "minutes",
    }
}
HARM = {"what": "A letter was lost", "kind": "harm", "to": "people served", "said_by": "outside the team"}


def halves(says: str) -> bool:
    """Whether a quotation begins and does not end, or ends and has not begun."""
    return says.count("“") != says.count("”")


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_quotation_of_an_edition_lacks_its_end(name):
    assert not [says for says in units(plain_language.document([example(name)]).blocks) if halves(says)]


@pytest.mark.parametrize("most", range(1, 40, 3))
def test_a_quotation_is_kept_whole_or_left_out(most):
    says = f"They say so. The file adds: “{LONG}”. It is over. He said: “No. Never”. That is all."
    assert not halves(words.whole(says, most))


def test_the_account_of_those_who_are_blamed_stands_beside_harm_however_long_the_note():
    says = edition(of(stages=STAGES, care={"harm": [{**HARM, "note": LONG, "disputed": DISPUTED}]}))
    assert "The team itself says otherwise: “The figures are wrong”" in says


def test_the_harm_that_decided_stands_in_the_edition_beside_the_first():
    first = {**HARM, "what": "The stop was closed", "note": LONG}
    decided = {**HARM, "what": "Riders were mocked", "said_by": "inquiry", "source": "minutes"}
    audit = of(stages=STAGES, care={"harm": [first, {**first, "what": "A shelter fell"}, decided]})
    assert audit.verdict.id == "broken trust"
    says = edition(audit)
    assert "Riders were mocked" in says
    assert "The stop was closed" in says


def test_an_answer_that_is_only_yes_is_no_quotation():
    audit = of(stages=STAGES, care={"harm": [{**HARM, "answered": "yes"}]})
    assert "“yes”" not in edition(audit) + report(audit)
    assert "Those in charge have answered." in edition(audit)


def test_that_there_was_harm_is_not_asked_where_it_is_told():
    asks = [q.asks for q in of(stages=STAGES, care={"harm": [HARM]}).questions]
    assert "Was the harm on record put right with those concerned?" in asks
    assert not any(q.startswith("Was anybody harmed") for q in asks)
    assert any(q.asks.startswith("Was anybody harmed") for q in of(stages=STAGES).questions)


def test_what_is_told_in_two_ways_is_not_said_to_be_untold():
    heard = {"answer": "no", "said_by": "contributors", "disputed": [{"by": "court", "says": "They were told enough."}]}
    audit = of(stages=STAGES, influence={"heard": [heard]})
    topics = [t for t in discussion.discussion(audit) if "heard" in t.question]
    assert topics
    assert all(t.context == discussion.TOLD_TWICE[1] for t in topics)
    assert "people were heard (told in two ways)" in report(audit)
    assert "Did people who took part say that they were heard?" not in edition(audit)


def test_what_is_half_told_is_not_said_to_be_untold():
    pay = {"pay": {"offered": "none", "status": "ongoing"}, "expenses": "yes"}
    for phase in ("running", "finished"):
        audit = of(phase, stages=STAGES, reward=pay)
        for topic in (*discussion.discussion(audit), *discussion.not_known(audit)):
            assert not (
                "does not tell" in topic.context and re.search(r"Nobody is offered|is told to be paid", topic.context)
            )
            assert "Were people paid?" not in topic.question


def test_a_disputed_decision_is_not_said_to_be_by_nobody_knows_whom():
    decision = {
        "what": "To ask carers alone",
        "stage": "design",
        "decided_by": "together",
        "became": "done",
        "source": "minutes",
    }
    says = report(
        of(
            stages=STAGES,
            power={"decisions": [{**decision, "disputed": [{"by": "contributors", "says": "We were away."}]}]},
        )
    )
    assert "not told by whom" not in says
    assert "On record, and told in two ways: “To ask carers alone”" in says


def view(agree: int, disagree: int) -> dict:
    counts = {"influence": {"agree": agree, "disagree": disagree}}
    return {
        "of": "contributors", "asked": agree + disagree + 1, "answered": agree + disagree, "collected_by": "outside the team",
        "anonymous": "yes", "by_principle": counts,
    }  # fmt: skip


def test_of_two_groups_neither_speaks_for_the_other():
    audit = of("running", stages=STAGES, views=[view(7, 1), view(1, 4)])
    says = edition(audit)
    assert "Most people who were asked do not say" not in says
    assert "In one group that was asked most say that this goes well, and in another most say that it does not" in says
    whole = report(audit)
    assert "most contributors, or most people served" not in whole.lower()
    assert all(f"1 of {number} did not answer" in whole for number in (9, 6))


def test_who_of_them_was_heard_stands_beside_it():
    both = [
        {"answer": "yes", "said_by": "contributors", "note": "the carers"},
        {"answer": "no", "said_by": "contributors", "note": "four of the patients"},
    ]
    says = edition(of("running", stages=STAGES, influence={"heard": both}))
    assert "“the carers”" in says
    assert "“four of the patients”" in says


def test_those_who_run_the_work_themselves_speak_for_themselves():
    club = {"name": "Riders' club", "does": ["runs"], "governed_by": "people affected", "source": "minutes"}
    stages = {"design": {"role": "led", "status": "done", "source": "minutes"}}
    audit = of("running", stages=stages, organisations={"club": club})
    assert next(g.state for g in audit.gates if g.id == "only-others-speak") == "clear"
    assert "affected themselves" not in report(audit)
    for other in ({**club, "governed_by": "others"}, {**club, "does": ["funds"]}, {**club, "status": "planned"}):
        audit = of("running", stages=stages, organisations={"club": other})
        assert next(g.state for g in audit.gates if g.id == "only-others-speak") != "clear"


def test_a_group_of_which_only_a_note_tells_is_no_sentence_of_one_name():
    rooms = {"council": {"note": "Appointed; nobody has a seat by right", "status": "ongoing"}}
    assert "Council: “Appointed; nobody has a seat by right”." in edition(of("running", stages=STAGES, rooms=rooms))


def test_what_is_still_to_come_is_asked_of_as_to_come():
    audit = of(
        "applying",
        stages={"priorities": {"role": "consulted", "status": "done", "asked": "what matters", "source": "minutes"}},
    )
    asked = [t.question for t in discussion.not_known(audit) if t.question.startswith("What part")]
    assert asked
    assert all(q.startswith("What part will people have") for q in asked)


def test_a_plan_with_a_month_of_the_work_has_a_date():
    stages = {"analysis": {"role": "involved", "status": "planned", "when": "month 18"}}
    audit = of("applying", stages=stages)
    assert "no date is told" not in report(audit)
    assert "When: month 18." in edition(audit)


def test_one_more_finding_stands():
    found = [{"by": "evaluation", "says": f"It was the {n} time."} for n in range(3)]
    assert "1 more finding stands in the file." in words.found_in_words(of(stages=STAGES, findings=found))


def test_nothing_is_said_of_those_who_take_part_in_work_that_is_over():
    audit = of(stages=STAGES)
    for name in discussion.UNKNOWN:
        topic = discussion._untold(audit, name, None)
        assert topic is not None
        assert not re.search(r"who take part|[Ww]hat ha[sd] changed", f"{topic.question} {topic.context}"), topic


def test_a_span_is_said_in_words():
    assert "March 2019 to May 2019" in edition(of(stages=STAGES))


NOW = re.compile(
    r"(?<!did )(?<!could )(?<!Did )(?<!Could )(?<!would )(?<!where )(?<!Do )(?<!that )\b(?:they|people|contributors|those who) (?:also )?"
    r"(?:arrive|need|want|cover|choose|keep|approve|teach|share|bring|sit|go|leave|have (?:a|an|had|earned))\b",
    re.IGNORECASE,
)
"""Somebody who does something at present, in a sentence on work that is over."""


def test_no_level_or_question_of_the_rubric_mixes_now_and_then():
    said = []
    for criterion in shipped().rubric.criteria:
        said += [told_in_the_past(" ".join(level.says.split())) for level in criterion.levels.values()]
        said += [in_the_past(criterion.asks), in_the_past(criterion.plain or criterion.asks)]
    assert len(said) > 200
    assert not [says for says in said if NOW.search(says)]
    assert "Did people agree how they wanted to work together" in " ".join(said)
    assert in_the_past("Does the file tell anything of who decided?") == "Does the file tell anything of who decided?"


def test_those_who_began_the_work_are_not_asked_what_they_would_have_asked_for_had_they_come_in_earlier():
    club = {"name": "Riders' club", "does": ["runs"], "governed_by": "people affected", "source": "minutes"}
    led = {"role": "led", "status": "done", "when": 2013, "source": "minutes"}
    audit = of(
        "running",
        stages={"design": dict(led), "priorities": led},
        organisations={"club": club},
        power={"final_say": "contributors"},
    )
    assert not any("come in earlier" in t.question for t in discussion.discussion(audit))


def test_parts_among_which_there_is_a_choice_have_names_of_one_kind():
    audit = of("running", stages={"design": STAGES["design"]})
    both = meeting._in_everyday_words(audit, "Involve people in governance, delivery or analysis more than once.")
    plain = [words.small(s.plain) for s in audit.rung.stages if s.id in ("governance", "delivery", "analysis")]
    assert both == f"Involve people in one of these ({'; '.join(plain)}) more than once."
    assert "one of these" not in meeting._in_everyday_words(audit, "Involve people in delivery, and answer them.")
