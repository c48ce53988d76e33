"""What people do and say stands in the contributors' edition as it is told, and no more than that."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from own_words import EXAMPLES, example, of, prose
from projects import projects
from support import rows
from test_edition_whole import done, edition, project

from involve_audit.render import plain_language
from involve_audit.render.blocks import units
from involve_audit.wording.messages import InputError

ASKED = {"design": done("consulted", asked="the letter", source="minute")}
TAKES_PART = {"delivery": done("involved", who="night nurses", note="They made forty calls", source="minute")}


def page(audit) -> str:
    return " ".join(prose(plain_language.PAPER.markdown([audit])).split())


def test_no_headline_says_that_people_were_answered_or_that_others_decide():
    for stages in (ASKED, TAKES_PART, {**ASKED, **TAKES_PART}):
        says = plain_language.headline(project(stages=stages, power={"final_say": "team"}))
        assert "answers" not in says
        assert "Others decide" not in says
    assert says.startswith("People take part in this: doing the work.")
    assert "People are asked what they think of this: planning how it is done." in says


@given(projects)
def test_of_no_file_is_it_said_that_people_were_answered_or_others_decide(tree):
    try:
        audit = of({"format": 1} | tree)
    except InputError:
        return
    says = plain_language.headline(audit)
    if says not in json.dumps(tree):
        assert not re.search(r"others decide|(?:get|got) answers", says, re.IGNORECASE)
    assert sum(len(one.split()) for one in units(plain_language.document([audit]).blocks)) <= 950


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_people_do_is_on_the_page_of_every_example_that_tells_it(name):
    audit = example(name)
    told = [t.says for t in audit.told if t.about == "part"]
    assert bool(re.search("[Ww]hat part people (?:had|have)[,.]", page(audit))) is bool(told)


def test_who_takes_part_in_what_stands_there_with_what_the_file_adds():
    says = edition(project(stages=TAKES_PART))
    assert "Doing the work (night nurses), 2024: people took part. The file adds: “They made forty calls”." in says


def test_votes_posts_and_organisations_of_people_affected_stand_there():
    says = edition(
        project(
            stages=ASKED,
            rooms={"board": {"status": "ongoing", "name": "Night board", "power": "advises", "votes": "none", "note": "One may stop an item"}},
            organisations={"union": {"name": "Sleepers' Union", "does": "runs", "governed_by": "people affected", "status": "ongoing"}},
            power={"leadership": [{"role": "co-chair", "status": "ongoing"}], "final_say": "above"},
        )
    )  # fmt: skip
    assert "Night board: this group gives advice; people who take part have no vote. The file adds: “One may stop an item”." in says  # fmt: skip
    assert "People whom the work affects run it, in an organisation of their own: Sleepers' Union." in says
    assert "Posts that people who take part hold: co-chair." in says
    assert "Who has the last word: those above the team." in says


def test_a_plan_a_rule_on_paper_and_a_wish_are_no_part_that_people_have():
    for status in ("planned", "policy", "aim"):
        audit = project(stages={**ASKED, "delivery": {"role": "led", "status": status, "who": "night nurses"}})
        assert not [t for t in audit.told if t.about == "part" and "night nurses" in t.says]


# --- acts, notes, what is said twice ----------------------------------------------------------------


@pytest.mark.parametrize("arose", ["on their own", "in public", "asked", "in a room", None])
@pytest.mark.parametrize("answer", ["refused", None])
def test_an_act_is_no_speech_that_waits_for_an_answer(arose, answer):
    entry = {"said": "People walked off", "by": "people served"}
    entry |= {name: value for name, value in (("arose", arose), ("answer", answer)) if value}
    says = edition(project(stages=ASKED, influence={"log": [entry]}))
    act = arose in ("on their own", "in public") and answer is None
    assert ("On record, of people whom the work serves: “People walked off”." in says) is act
    assert ("said: “People walked off”" in says) is not act


def test_not_told_does_not_stand_over_a_note_that_tells():
    log = [{"said": "Shut the window", "by": "contributors", "note": "A review followed"}]
    decisions = [{"what": "The diary", "decided_by": "together", "note": "It is in use"}]
    stages = {
        **ASKED,
        "delivery": {"role": "involved", "status": "planned", "who": "miners", "note": "It did not come"},
    }
    says = edition(
        project("finished", stages=stages, influence={"log": log}, power={"decisions": decisions})
    ).partition("What we do not know")[0]  # fmt: skip
    for note in ("A review followed", "It is in use", "It did not come"):
        assert f"“{note}”" in says
    assert "What came of it is not told" not in says
    assert "Whether it came is not told" not in says


def test_what_a_part_of_the_work_and_the_log_both_tell_is_told_once():
    log = [
        {
            "said": "The idea is not worth pursuing",
            "by": "contributors",
            "answer": "taken up",
            "changed": "It was given up",
        }
    ]
    stages = {"priorities": done("consulted", asked="which", said="It is not worth pursuing.")}
    assert edition(project(stages=stages, influence={"log": log})).count("worth pursuing") == 1
    other = {"priorities": done("consulted", asked="which", said="It is worth asking nurses.")}
    assert "asking nurses" in edition(project(stages=other, influence={"log": log}))


# --- looking back, the end of the work, who is missing ------------------------------------------------


def test_what_went_well_and_badly_is_quoted_with_whose_word_it_is():
    look = {"when": "2024", "who": ["team", "contributors"], "well": "Calm nights", "badly": "Few came"}
    says = edition(project(stages=ASKED, influence={"reflections": [look]}))
    assert "by the word of the team itself and people who take part. What went well: “Calm nights”. What went badly: “Few came”." in says  # fmt: skip
    none = edition(project(stages=ASKED, influence={"reflections": [look | {"badly": "none"}]}))
    assert "What went badly" not in none


def test_why_the_work_ended_stands_with_it():
    stopped = {"when": "2024", "by": "team", "reason": "People did not want it", "agreed": "yes"}
    says = edition(project("cancelled", project={"stopped": stopped}, stages=ASKED))
    assert "The work was ended by the team itself before it was done. The reason: “People did not want it”." in says


def test_whose_word_it_is_that_somebody_is_missing():
    missing = [{"group": "Night drivers", "noted_by": "critics"}]
    says = edition(project(stages=ASKED, voices={"missing": missing}))
    if "Night drivers (" in says:
        assert "Night drivers (by the word of critics)" in says
    assert "Night drivers" in says


def test_findings_that_are_left_out_are_counted_and_the_rest_keeps_its_order():
    found = [{"by": "evaluation", "named": f"Report {n}", "says": f"Finding {n} {'word ' * 20}."} for n in range(9)]
    audit = project(stages=ASKED, findings=found)
    kept = plain_language.found(audit)
    assert len(kept) < 9
    assert f"The full report has {9 - len(kept)} more of what was found." in edition(audit)
    by = [{"by": by, "says": f"It is so, says {by}"} for by in ("court", "contributors", "team")]
    said = " ".join(plain_language.found(project(stages=ASKED, findings=by)))
    assert said.index("court") < said.index("contributors") < said.index("team")


# --- keys, and contradictions ---------------------------------------------------------------------------


@rows("name", EXAMPLES)
def test_no_key_of_the_file_is_read_aloud(name):
    assert not re.search(r"\b\w+: (?:yes|no)\b|\(source: ", page(example(name)))


def test_an_account_is_told_without_keys():
    credit = {"status": "done", "authors": "yes", "plain_results": "yes", "disputed": {"by": "people served", "says": "The letters were hard to read", "source": "minute"}}  # fmt: skip
    says = edition(project("finished", stages=ASKED, influence={"credit": credit}))
    assert "The letters were hard to read" in says
    assert "authors: yes" not in says
    assert "source: minute" not in says


def test_answers_that_contradict_each_other_are_no_question_for_those_who_take_part():
    audit = project(
        "finished", project={"dates": {"start": "2024-02"}}, stages={"delivery": {"role": "involved", "status": "done", "when": "2020", "source": "minute"}}
    )  # fmt: skip
    errors = [f.asks for f in audit.flags if f.level == "error"]
    assert errors
    asked = " ".join(t.question for t in plain_language.to_ask(audit))
    assert not [asks for asks in errors if asks in asked]


def test_tokenism_does_not_say_that_a_part_was_taken_away_where_none_was():
    unheard = {"heard": {"answer": "no", "said_by": "contributors"}}
    says = plain_language.headline(project(stages={"design": done("consulted")}, influence=unheard))
    assert says == "People were there, but it seems that their part did not count."
    ended = {"ended": [{"what": "the panel", "by": "team", "agreed": "no", "when": "2024"}]}
    assert "taken away" in plain_language.headline(project(stages={"design": done("consulted")}, power=ended))
