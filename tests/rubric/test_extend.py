"""Rubrics of one's own: what they may change, what is refused, and that every report says how they differ."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from functools import cache

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT, rows, shipped

from involve_audit.assess import audit_document
from involve_audit.facts import Facts
from involve_audit.judge.gates import state_of
from involve_audit.lint.examples import example_case, wrong_examples
from involve_audit.lint.reach import refused
from involve_audit.load import read
from involve_audit.render import FORMATS, render
from involve_audit.render.json import read_saved
from involve_audit.rubric import shipped as rubrics
from involve_audit.rubric.extend import load_own
from involve_audit.rubric.safeguards import STANDARD
from involve_audit.wording.messages import InputError

HEAD = 'rubric: "1"\nextends: co-production\nid: ours\nversion: "1"\ntitle: Our rubric\n'
DAY = dt.date(2026, 11, 1)
REASON = "Our grants are for three months, and nobody can leave so soon."


@cache
def base(name):
    return rubrics.base(name, whole=True)


def load(text, name="ours.yaml"):
    return load_own((HEAD + text).encode(), name, rubrics.names(), base)


def problems(text):
    with pytest.raises(InputError) as caught:
        load(text)
    return caught.value.text(excerpts=False)


def test_a_rubric_that_changes_nothing_judges_like_the_shipped_one_and_says_who_it_is():
    loaded = load("")
    assert loaded.differs == ()
    assert [c.id for c in loaded.rubric.criteria] == [c.id for c in shipped().rubric.criteria]
    assert list(wrong_examples(loaded)) == []
    text = (ROOT / "examples/full/project.yaml").read_bytes()
    ours, theirs = (audit_document(read(text), r, DAY, lines="none") for r in (loaded, shipped()))
    assert (ours.verdict, ours.principles, ours.gates) == (theirs.verdict, theirs.principles, theirs.gates)
    assert ours.rubric.id == "ours"
    assert ours.rubric.sha256 != theirs.rubric.sha256


def test_the_hash_changes_with_the_file_and_with_what_it_extends():
    data = HEAD.encode()
    assert load("").sha256 == hashlib.sha256(base("co-production").sha256.encode() + data).hexdigest()
    assert load("about: Something else.\n").sha256 != load("").sha256


def test_a_threshold_and_a_text_change_and_the_rest_stays():
    criterion = next(c for c in shipped().rubric.criteria if c.id == "agreed-meaning")
    loaded = load(
        "change:\n  criteria:\n    agreed-meaning:\n      why: Ours.\n      levels:\n        3: {when: {meaning_written: yes}}\n"
    )
    changed = next(c for c in loaded.rubric.criteria if c.id == "agreed-meaning")
    assert changed.why == "Ours."
    assert changed.levels["3"].says == criterion.levels["3"].says
    assert "meaning_written" in changed.levels["3"].when
    assert changed.levels["2"] == criterion.levels["2"]
    (difference,) = loaded.differs
    assert "agreed-meaning" in difference
    assert "level 3 now asks for meaning_written is yes" in difference


def test_what_is_switched_off_is_not_asked_and_the_reason_stands_in_every_report():
    flag = shipped().rubric.flags[0].id
    loaded = load(
        f"switch_off:\n  - {{id: agreed-meaning, reason: '{REASON}'}}\n  - {{id: {flag}, reason: '{REASON}'}}\n"
    )
    assert "agreed-meaning" not in {c.id for c in loaded.rubric.criteria}
    assert flag not in {f.id for f in loaded.rubric.flags}
    audit = audit_document(read((ROOT / "examples/minimal/project.yaml").read_bytes()), loaded, DAY)
    assert all(REASON in " ".join(d.split()) for d in audit.rubric.differs)
    for name, kind in FORMATS.items():
        if name in ("text", "markdown", "html", "json"):
            text = " ".join(render(name, [audit], layer="full").replace("&#39;", "'").split())
            assert REASON in text, kind
    assert read_saved(render("json", [audit]))[0].rubric.differs == audit.rubric.differs


def test_the_summary_says_that_the_rubric_is_a_changed_one(tmp_path):
    import subprocess
    import sys

    (tmp_path / "ours.yaml").write_text(HEAD + f"switch_off: {{id: agreed-meaning, reason: '{REASON}'}}\n")
    found = subprocess.run(
        [sys.executable, "-m", "involve_audit", "check", str(ROOT / "examples/minimal/project.yaml"), "--rubric", str(tmp_path / "ours.yaml"), "--summary-only"],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert found.returncode == 1, found.stderr
    assert "changes the shipped rubric in 1 place" in " ".join(found.stdout.split())
    assert REASON in " ".join(found.stdout.split())


@rows(
    "text, says",
    [
        ("change: {criteria: {agred-meaning: {why: x}}}\n", "did you mean 'agreed-meaning'?"),
        ("change: {criteria: {agreed-meaning: {levels: {2: {when: {meaning_writen: yes}}}}}}\n", "ours.yaml:6:"),
        (
            "change: {criteria: {agreed-meaning: {levels: {2: {when: {meaning_writen: yes}}}}}}\n",
            "did you mean 'meaning_written'?",
        ),
        ("change: {criteria: {agreed-meaning: {weight: 3}}}\n", "'weight' is not a key here"),
        ("switch_off: {id: agreed-meaning}\n", "'reason' is missing"),
        ("switch_off: {id: agreed-meaning, reason: n/a}\n", "is no reason"),
        ("switch_off: {id: agreed-meaning, reason: '....................'}\n", "is no reason"),
        ("switch_off: {id: agreed-meaning, reason: to be confirmed}\n", "is no reason"),
        (
            "switch_off: {id: nobody-involved, reason: We do not want to be judged by it.}\n",
            "a gate cannot be switched off",
        ),
        (
            "switch_off: {id: nothing-like-it, reason: We do not want to be judged by it.}\n",
            "is not a criterion or flag",
        ),
    ],
)
def test_what_is_refused_is_refused_with_its_place(text, says):
    assert says in problems(text)


def test_an_entry_may_be_added_and_must_be_whole():
    criterion = dict(base("co-production").tree["criteria"][0])
    import yaml

    added = yaml.safe_dump({"criteria": [{**criterion, "id": "our-own"}]}, allow_unicode=True)
    loaded = load(added)
    assert loaded.rubric.criteria[-1].id == "our-own"
    assert loaded.differs == (f"Added: the criterion “{criterion['title']}” (our-own).",)
    assert "is there already" in problems(yaml.safe_dump({"criteria": [criterion]}, allow_unicode=True))
    del criterion["why"]
    assert "'why' is missing" in problems(
        yaml.safe_dump({"criteria": [{**criterion, "id": "our-own"}]}, allow_unicode=True)
    )


def test_every_principle_keeps_a_criterion():
    off = [{"id": c.id, "reason": REASON} for c in shipped().rubric.criteria if c.principle == "care"]
    import yaml

    assert "no criterion is left for the principle 'care'" in problems(yaml.safe_dump({"switch_off": off}))


def test_only_a_shipped_rubric_can_be_extended():
    with pytest.raises(InputError) as caught:
        load_own(HEAD.replace("co-production", "co-prodution").encode(), "ours.yaml", rubrics.names(), base)
    assert "did you mean 'co-production'?" in caught.value.text()


def test_examples_that_no_longer_fit_are_found_at_their_place():
    loaded = load(
        "change:\n  criteria:\n    agreed-meaning:\n      levels:\n        1: {when: {nobody_involved: yes}}\n"
    )
    wrong = list(wrong_examples(loaded))
    assert wrong
    assert loaded.document.at(wrong[0][0])[0] in range(1, 12)


def test_the_example_is_the_page_and_its_examples_hold():
    import re

    data = (ROOT / "examples/own-rubric/rubric.yaml").read_bytes()
    loaded = load_own(data, "rubric.yaml", rubrics.names(), base)
    assert list(wrong_examples(loaded)) == []
    assert len(loaded.differs) == 2
    (page,) = re.findall(r"^```yaml\n(.*?)^```$", (ROOT / "docs/rubrics.md").read_text("utf-8"), flags=re.M | re.S)
    assert len(load_own(page.encode(), "page.yaml", rubrics.names(), base).differs) == 2


# --- what a report says of the difference -----------------------------------------------------------


def entry(kind, name):
    return next(e for e in base("co-production").tree[kind] if e["id"] == name)


CHANGED = [
    ("criteria", "agreed-meaning", "levels: {1: {when: {meaning_written: no}}}", "level 1 now asks for meaning_written is no."),
    ("criteria", "agreed-meaning", "levels: {3: {when: {stages_told: {at_least: 2}, meaning_written: yes}}}", "level 3 now asks for stages_told at least 2 and meaning_written is yes."),
    ("criteria", "agreed-meaning", "levels: {3: {says: Ours, when: {phase: {one_of: [running, finished]}}}}", "level 3 now asks for phase one of running; finished."),
    ("criteria", "agreed-meaning", "levels: {0: Nobody wrote it down., 1: {says: Ours}}", "level 0 is worded otherwise; level 1 is worded otherwise."),
    ("criteria", "agreed-meaning", "applies_if: {people_present: yes}", "it now applies if people_present is yes."),
    ("criteria", "agreed-meaning", "{core: no, title: Ours}", "core is now no; `title` is worded otherwise."),
    ("criteria", "agreed-meaning", "question: Ours?", "`question` is worded otherwise."),
    ("flags", "promise-without-a-decision", "level: note", "level is now note."),
    ("flags", "promise-without-a-decision", "when: {advert_promises_a_say_without_decision: no}", "it now holds when advert_promises_a_say_without_decision is no."),
    ("flags", "promise-without-a-decision", "examples: []", "it has examples of its own."),
    ("gates", "only-others-speak", "due_if: {phase: {one_of: [applying, funded, running, finished]}}", "it is now due if phase one of applying; funded; running; finished."),
    ("gates", "only-others-speak", "lifts: Ours", "`lifts` is worded otherwise."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "name", "change", "says"), CHANGED)
def test_every_change_is_told_in_a_sentence_of_every_report(kind, name, change, says):
    change = change if change.startswith("{") else f"{{{change}}}"
    (told,) = load(f"change: {{{kind}: {{{name}: {change}}}}}\n").differs
    kinds = {"criteria": "criterion", "flags": "flag", "gates": "gate"}
    assert told == f"Changed: the {kinds[kind]} “{entry(kind, name)['title']}” ({name}): {says}"


@pytest.mark.parametrize(
    ("reason", "told"),
    [("We could not ask it", "We could not ask it."), ("We could not ask it.", "We could not ask it."), ("Who could be asked?", "Who could be asked?"), ("'We could\n      not  ask it'", "We could not ask it.")],
)  # fmt: skip
def test_the_reason_for_what_is_switched_off_ends_as_a_sentence_does(reason, told):
    (said,) = load(f"switch_off:\n  - id: agreed-meaning\n    reason: {reason}\n").differs
    assert (
        said
        == f"Switched off: the criterion “{entry('criteria', 'agreed-meaning')['title']}” (agreed-meaning). The reason given: {told}"
    )
    (said,) = load(f"switch_off: {{id: promise-without-a-decision, reason: '{REASON}'}}\n").differs
    assert said.startswith(
        "Switched off: the flag “A promise with no decision behind it” (promise-without-a-decision)."
    )


# --- what is laid over what ------------------------------------------------------------------------


def test_a_level_that_is_a_mere_sentence_may_be_worded_otherwise_in_either_way():
    """Level 0 of the shipped rubric is a sentence; a file may write a sentence, or `says`."""
    for told in ("Ours.", "{says: Ours.}"):
        levels = (
            load(f"change: {{criteria: {{agreed-meaning: {{levels: {{0: {told}}}}}}}}}\n").rubric.criteria[0].levels
        )
        assert levels["0"].says == "Ours."
        assert levels["1"] == shipped().rubric.criteria[0].levels["1"]
    worded = load("change: {criteria: {agreed-meaning: {levels: {1: Ours.}}}}\n").rubric.criteria[0].levels["1"]
    assert (worded.says, worded.when) == ("Ours.", shipped().rubric.criteria[0].levels["1"].when)


def test_what_it_rests_on_and_what_it_cannot_tell_come_beside_what_is_there():
    loaded = load(
        "references: {ours: {title: Our handbook, by: Us}}\nlimits: It was made in an afternoon.\n"
        "change: {criteria: {agreed-meaning: {sources: {ours: It says so.}}}}\n"
    )
    assert dict(loaded.rubric.references).keys() == {*shipped().rubric.references, "ours"}
    assert loaded.rubric.limits == (*shipped().rubric.limits, "It was made in an afternoon.")
    assert load("limits: [One., Two.]\n").rubric.limits == (*shipped().rubric.limits, "One.", "Two.")
    assert dict(loaded.rubric.criteria[0].sources) == {**shipped().rubric.criteria[0].sources, "ours": "It says so."}
    assert "'ours'" in problems("change: {criteria: {agreed-meaning: {sources: {ours: It says so.}}}}\n")


def test_its_head_is_its_own():
    loaded = load("about: Made by us.\n")
    assert (loaded.rubric.id, loaded.rubric.title, loaded.rubric.version, loaded.rubric.about) == (
        "ours",
        "Our rubric",
        "1",
        "Made by us.",
    )
    assert load("").rubric.about == shipped().rubric.about


def test_a_principle_may_keep_a_criterion_of_ones_own_only():
    import yaml

    care = [c.id for c in shipped().rubric.criteria if c.principle == "care"]
    own = {**entry("criteria", care[0]), "id": "our-own"}
    text = yaml.safe_dump(
        {"switch_off": [{"id": c, "reason": REASON} for c in care], "criteria": own}, allow_unicode=True
    )
    assert [c.id for c in load(text).rubric.criteria if c.principle == "care"] == ["our-own"]


def test_flags_and_gates_may_be_added_too():
    import yaml

    flag, gate = (
        {**entry(kind, name), "id": "our-own"}
        for kind, name in (("flags", "promise-without-a-decision"), ("gates", "only-others-speak"))
    )
    loaded = load(yaml.safe_dump({"flags": [flag], "gates": [{**gate, "id": "our-gate"}]}, allow_unicode=True))
    assert (loaded.rubric.flags[-1].id, loaded.rubric.gates[-1].id) == ("our-own", "our-gate")
    assert loaded.differs == (
        f"Added: the flag “{flag['title']}” (our-own).",
        f"Added: the gate “{gate['title']}” (our-gate).",
    )


@rows(
    "text, says",
    [
        # What is meant, where two things are said.
        ("switch_off: {id: agreed-meaning, reason: REASON}\nchange: {criteria: {agreed-meaning: {why: x}}}\n", "'agreed-meaning' is changed above and switched off here"),
        ("switch_off: {id: promise-without-a-decision, reason: REASON}\nchange: {flags: {promise-without-a-decision: {says: x}}}\n", "is changed above and switched off here"),
        # What is not there, with what is meant or where to look.
        ("change: {flags: {promise-without-decision: {says: x}}}\n", "'promise-without-decision' is not a flag of co-production; did you mean 'promise-without-a-decision'?"),
        ("change: {gates: {zzz: {says: x}}}\n", "'zzz' is not a gate of co-production; `involve-audit rubric show` lists them"),
        ("switch_off: {id: promise-without-decision, reason: REASON}\n", "is not a criterion or flag of co-production; did you mean 'promise-without-a-decision'?"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_asked_back(text, says):
    assert says in problems(text.replace("REASON", f"'{REASON}'"))


def test_one_entry_may_be_switched_off_while_another_is_changed():
    loaded = load(
        f"switch_off: {{id: agreed-meaning, reason: '{REASON}'}}\nchange: {{criteria: {{limits-told: {{why: x}}}}, flags: {{late-invitation: {{says: x}}}}}}\n"
    )
    assert len(loaded.differs) == 3


def test_a_fault_is_shown_where_it_stands_in_ones_own_file():
    text = (
        "change:\n  criteria:\n    limits-told:\n      levels:\n        2: {when: {limits_named: {at_least: 1}}}\n"
        "    agreed-meaning:\n      sources:\n        nowhere: It says so.\n"
    )
    assert "ours.yaml:13:" in problems(text)
    assert "change.criteria.agreed-meaning.sources.nowhere" in problems(text)
    # After an entry was taken out and before one is added, each is still found at its own line.
    import yaml

    own = yaml.safe_dump(
        [{**entry("criteria", "agreed-meaning"), "id": "our-own", "sources": {"nowhere": "It says so."}}],
        allow_unicode=True,
    )
    found = problems(f"switch_off: {{id: limits-told, reason: '{REASON}'}}\ncriteria:\n{own}")
    assert "criteria[0].sources" in found


def test_a_place_of_the_whole_rubric_is_found_in_ones_own_file():
    loaded = load("change:\n  criteria:\n    limits-told:\n      levels:\n        2: {says: Ours.}\n")
    index = next(n for n, c in enumerate(loaded.rubric.criteria) if c.id == "limits-told")
    assert loaded.document.at(("criteria", index, "levels", "2", "says"))[0] == 10
    assert loaded.document.at(("title",))[0] == 5


def test_a_whole_rubric_of_ones_own_extends_nothing():
    whole = (ROOT / "rubrics/co-production.yaml").read_bytes()
    loaded = load_own(whole, "whole.yaml", rubrics.names(), base)
    assert (loaded.differs, loaded.rubric, loaded.sha256) == ((), shipped().rubric, shipped().sha256)


# --- what no rubric may weaken ----------------------------------------------------------------------

WEAKER = [
    ("gates: {unpaid-without-choice: {when: {nobody_involved: yes}}}", "no longer hold wherever it holds"),
    (
        "gates: {unpaid-without-choice: {when: {contributors_unpaid: yes, nobody_involved: yes}}}",
        "no longer hold wherever",
    ),
    ("gates: {unpaid-without-choice: {when: {contributors_unpaid: no}}}", "no longer hold wherever it holds"),
    ("gates: {lone-voice: {when: {contributors_in_all: {at_most: 0}}}}", "no longer hold wherever it holds"),
    ("gates: {nobody-involved: {due_if: {phase: finished}}}", "no longer be due wherever it is due"),
    ("gates: {broken-trust: {due_if: {phase: {one_of: [running, finished]}}}}", "no longer be due wherever it is due"),
    ("flags: {contradiction-early-start: {level: warning}}", "is a contradiction, and stays an error"),
    ("flags: {contradiction-early-start: {level: note}}", "is a contradiction, and stays an error"),
    ("flags: {contradiction-early-start: {when: {nobody_involved: yes}}}", "no longer be seen wherever"),
    ("signs: {said-not-heard: {when: {said_not_heard: yes, nobody_involved: no}}}", "no longer be seen wherever"),
    ("signs: {said-not-heard: {when: {said_not_heard: no}}}", "no longer be seen wherever"),
    ("signs: {said-not-heard: {when: {own_word_not_heard: yes}}}", "no longer be seen wherever"),
    ("signs: {said-not-heard: {when: {}}}", "a sign needs one at least"),
    ("signs: {said-not-heard: {when: {tokenism: yes}}}", "a sign asks for facts only"),
    ("signs: {said-not-heard: {when: {rung_shown: none}}}", "a sign asks for facts only"),
    ("verdicts: {broken trust: {when: {trust_broken: yes, nobody_involved: no}}}", "no longer come out wherever"),
    ("verdicts: {nobody involved: {when: {nobody_involved: no}}}", "no longer come out wherever"),
    ("verdicts: {tokenism: {when: {rung_shown: none, sign_of_tokenism: yes}}}", "no longer come out wherever"),
    ("verdicts: {tokenism: {when: {tokenism: yes}}}", "'tokenism' cannot be asked for here"),
    ("verdicts: {tokenism: {when: {}}}", "a verdict needs one at least"),
    ("verdicts: {promises: {when: {told_to_be_done: no}}}", "'promises' comes out as in co-production"),
    (
        "verdicts: {led by lived experience: {when: {rung_shown: led}}}",
        "comes out as in co-production: rung_shown is led",
    ),
    ("verdicts: {led by lived experience: {when: {enough_is_told: yes}}}", "it says under `rung_shown` which rungs"),
    (
        "verdicts: {led by lived experience: {when: {rung_shown: {one_of: [co-production, led]}}}}",
        "is that of 'genuine partnership' already",
    ),
    (
        "verdicts: {too little is known: {when: {nobody_involved: no}}}",
        "it is what is left where no other verdict holds",
    ),
    ("verdicts: {tokenism: {title: Fine}}", "'title' is not a key here"),
    (
        "gates: {tokenism: {when: {sign_of_tokenism: yes}}}",
        "cannot be asked for here; beside facts, this may ask for tokenism",
    ),
    ("gates: {tokenism: {when: {tokenism: yes, nobody_involved: no}}}", "no longer hold wherever"),
]


@pytest.mark.parametrize(("change", "says"), WEAKER)
def test_what_keeps_a_verdict_down_cannot_be_weakened(change, says):
    """Changing its conditions would switch a gate off as well as leaving it out."""
    assert says in problems(f"change: {{{change}}}\n")


STRICTER = [
    "gates: {lone-voice: {when: {contributors_in_all: {at_most: 2}}, examples: []}}",
    "gates: {lone-voice: {due_if: {phase: {one_of: [applying, funded, running, finished]}}, examples: []}}",
    "gates: {unpaid-without-choice: {due_if: {asked_only_minutes: no}, examples: []}}",
    "flags: {contradiction-reasons-given: {when: {refusals_without_reason: {at_least: 1}}, examples: []}}",
    "flags: {promise-without-a-decision: {level: note}}",
    "signs: {said-not-heard: {says: nobody listened, examples: []}}",
    "verdicts: {tokenism: {when: {sign_of_tokenism: yes, people_were_there: yes}, examples: []}}",
    "verdicts: {tokenism: {when: {rung_shown: {one_of: [none, informed, consultation, involvement]}, sign_of_tokenism: yes, people_were_there: yes}}}",
]


@pytest.mark.parametrize("change", STRICTER)
def test_they_may_become_stricter_and_that_is_told(change):
    assert len(load(f"change: {{{change}}}\n").differs) == 1


@pytest.mark.parametrize(("name", "what"), [("said-not-heard", "sign"), ("broken trust", "verdict")])
def test_a_sign_and_a_verdict_cannot_be_switched_off(name, what):
    assert f"'{name}' is a {what}, and a {what} cannot be switched off" in problems(
        f"switch_off: {{id: {name}, reason: '{REASON}'}}\n"
    )


SIGN = """signs:
  - id: nobody-asked-apart
    title: Nobody asked apart
    when: {contributors_asked_apart: no}
    says: nobody was asked apart from the team
    asks: Who could ask?
    sources: {article: It says so.}
    examples:
      - {state: holds, given: {}}
      - {state: %s, given: {views: unknown}}
"""


def test_a_sign_may_be_added_and_is_a_sign_like_the_others():
    loaded = load(SIGN % "open")
    assert loaded.differs == ("Added: the sign of tokenism “Nobody asked apart” (nobody-asked-apart).",)
    assert [s.id for s in loaded.rubric.signs] == [*(s.id for s in shipped().rubric.signs), "nobody-asked-apart"]
    assert list(wrong_examples(loaded)) == []


def test_an_example_of_a_sign_or_verdict_that_comes_out_otherwise_is_refused_at_its_line():
    with pytest.raises(InputError) as caught:
        refused(load(SIGN % "clear"))
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (15, 9)
    assert "nobody-asked-apart: is open, and the example says clear" in problem.says
    text = "change:\n  verdicts:\n    tokenism:\n      examples:\n        - {verdict: %s, given: {stages: none}}\n"
    for verdict, says in (
        ("tokenism", "the verdict is 'nobody involved', and the example says 'tokenism'"),
        ("tokenizm", "'tokenizm', which is not a verdict"),
    ):
        with pytest.raises(InputError) as caught:
            refused(load(text % verdict))
        (problem,) = caught.value.problems
        assert (problem.line, problem.column) == (10, 11)
        assert says in problem.says


def test_a_rubric_that_is_written_whole_has_all_signs_and_verdicts_and_no_kinder_ones():
    def weak(change, **how):
        with pytest.raises(InputError) as caught:
            refused(whole(change, **how))
        return caught.value.text(excerpts=False)

    assert "signs of tokenism of co-production are missing" in weak(lambda t: t["signs"].pop(0), examples=True)
    assert "would no longer be seen" in weak(lambda t: t["signs"][0].update(when={"own_word_not_heard": "yes"}))
    assert "would no longer come out" in weak(lambda t: t["verdicts"][1].update(when={"nobody_involved": "yes"}))
    assert "'involvement' has no `when`" in weak(lambda t: t["verdicts"][7].pop("when"))
    assert "comes out as in co-production" in weak(lambda t: t["verdicts"][7]["when"].pop("enough_is_told"))


def test_a_contradiction_cannot_be_switched_off():
    assert "a contradiction cannot be switched off" in problems(
        f"switch_off: {{id: contradiction-early-start, reason: '{REASON}'}}\n"
    )


@given(st.data())
def test_whatever_conditions_a_gate_is_given_it_is_seen_wherever_the_shipped_one_is(data):
    """Random conditions on the facts of a gate: those that are not refused hold on every example on which it held."""
    gate = data.draw(st.sampled_from(shipped().rubric.gates))
    numbers = st.fixed_dictionaries({data.draw(st.sampled_from(["at_least", "at_most"])): st.integers(0, 3).map(str)})
    values = st.one_of(st.sampled_from(["yes", "no"]), numbers)
    names = st.sampled_from([*gate.when, "contributors_in_all", "nobody_involved"])
    when = data.draw(st.dictionaries(names, values, min_size=1, max_size=2))
    text = yaml.safe_dump({"change": {"gates": {gate.id: {"when": when}}}})
    try:
        loaded = load(text)
    except InputError:
        return
    changed = next(g for g in loaded.rubric.gates if g.id == gate.id)
    for example in entry_of(gate.id).examples:
        facts = Facts(example_case(example, "influence", gate.id))
        before, after = state_of(gate, facts)[0], state_of(changed, facts)[0]
        assert ["not due", "clear", "open", "holds"].index(before) <= ["not due", "clear", "open", "holds"].index(after)


def entry_of(name):
    return next(g for g in shipped().rubric.gates if g.id == name)


# --- one that is written whole ----------------------------------------------------------------------


@cache
def copied(examples):
    """The shipped rubric as a text under a name of its own. Most of it are its examples: to read, judge and write them takes a second."""
    tree = {**base("co-production").tree, "id": "ours"}
    for kind in ("criteria", "flags", "signs", "verdicts", "gates"):
        tree[kind] = [one if examples else {**one, "examples": []} for one in tree[kind]]
    return json.dumps(tree)


def whole(change, *, examples=False):
    """The shipped rubric copied under a name of its own, with a change; what it may not weaken is asked of it without its examples too."""
    tree = json.loads(copied(examples))
    change(tree)
    # JSON is YAML.
    return load_own(json.dumps(tree, ensure_ascii=False).encode(), "whole.yaml", rubrics.names(), base)


def without_gate(tree):
    tree["gates"] = [g for g in tree["gates"] if g["id"] != "unpaid-without-choice"]


def without_contradiction(tree):
    tree["flags"] = [f for f in tree["flags"] if f["id"] != "contradiction-early-start"]


def in_gate(**changes):
    return lambda tree: next(g for g in tree["gates"] if g["id"] == "unpaid-without-choice").update(changes)


def smaller_word(tree):
    next(label for label in tree["labels"] if "co-production" in label["words"])["claims"] = "consultation"


def without_word(tree):
    tree["labels"] = [label for label in tree["labels"] if "co-production" not in label["words"]]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (without_gate, "gates of co-production are missing, and none can be left out: unpaid-without-choice"),
        (
            without_contradiction,
            "contradictions of co-production are missing, and none can be left out: contradiction-early-start",
        ),
        (in_gate(fails="no"), "the check would no longer fail on it"),
        (in_gate(caps="genuine partnership"), "no longer keep the verdict at 'involvement'"),
        (in_gate(waivable="yes"), "it could be waived more easily"),
        (in_gate(when={"nobody_involved": "yes"}), "no longer hold wherever it holds"),
        (smaller_word, "'co-production' claims collaboration in co-production, and no less can be made of it"),
        (without_word, "words of co-production are missing, and would claim nothing: "),
    ],
)
def test_a_copy_under_another_name_cannot_weaken_them_either(change, says):
    with pytest.raises(InputError) as caught:
        refused(whole(change))
    assert says in caught.value.text(excerpts=False)


def test_a_copy_says_in_every_report_what_it_judges_otherwise():
    def change(tree):
        tree["criteria"][0]["levels"]["3"]["when"] = {"meaning_written": "yes", "stages_told": {"at_least": "1"}}
        tree["criteria"] = [c for c in tree["criteria"] if c["id"] != "limits-told"]
        next(v for v in tree["verdicts"] if v["id"] == "tokenism")["title"] = "Genuine partnership"

    differs = " ".join(whole(change, examples=True).differs)
    assert "Left out, of the criteria: limits-told." in differs
    assert "Judged otherwise, of the criteria: agreed-meaning." in differs
    assert "Tokenism (now: Genuine partnership)" in differs


def test_the_standard_is_what_is_used_where_no_rubric_is_named():
    assert STANDARD == rubrics.DEFAULT


def test_a_copy_that_keeps_the_name_of_the_shipped_one_says_that_it_is_another_file():
    def change(tree):
        tree["id"] = "co-production"

    assert "is another file" in whole(change, examples=True).differs[0]


# --- nothing is judged by a rubric that lint refuses ------------------------------------------------


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("change: {criteria: {agreed-meaning: {levels: {1: {when: {meaning_written: no}}}}}}\n", "the example says"),
        ("change: {criteria: {stages-covered: {levels: {1: {when: {stages_with_involvement: {at_most: 1}}}}}}}\n", "can never be reached"),
        ("change: {gates: {lone-voice: {when: {contributors_in_all: {at_most: 2}}}}}\n", "the example says"),
    ],
)  # fmt: skip
def test_check_refuses_what_lint_refuses(text, says, tmp_path, monkeypatch, capsys):
    from involve_audit.__main__ import main

    (tmp_path / "ours.yaml").write_text(HEAD + text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    project = str(ROOT / "examples/minimal/project.yaml")
    for command in (["check", project, "--rubric", "ours.yaml"], ["rubric", "lint", "ours.yaml"]):
        monkeypatch.setattr("sys.argv", ["involve-audit", *command])
        with pytest.raises(SystemExit) as ended:
            raise SystemExit(main())
        found = " ".join("".join(capsys.readouterr()).split())
        assert ended.value.code == (2 if command[0] == "check" else 1), found
        assert says in found
        assert "ours.yaml:6:" in found


@pytest.mark.parametrize(
    "change",
    ["unknown", "{criteria: unknown}", "{criteria: {first-involvement: unknown}}", "{criteria: {first-involvement: {levels: unknown}}}",
     "{gates: {no-feedback: {when: unknown}}}"],
)  # fmt: skip
def test_what_is_unknown_changes_nothing(change):
    """Wherever the word stands, in the place of a section, of an entry or of a key."""
    assert load(f"change: {change}\n").rubric.criteria == load("").rubric.criteria
