"""What a policy file can ask for: read with every problem at its line, and held by small projects just above and just below."""

from __future__ import annotations

import datetime as dt

import pytest
from support import ROOT, shipped

from involve_audit.assess import audit_document
from involve_audit.load import read
from involve_audit.policy.conditions import PolicyOptions, _months_before
from involve_audit.policy.policy_file import REQUIRE, check_names, condition, default, load_policy, names, wanted
from involve_audit.results.audit import DEFAULT_POLICY
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 23)
HEAD = "policy: 1\ntitle: A fund\n"


def policy(text):
    loaded = load_policy((HEAD + text).encode(), "funder.yaml")
    check_names(loaded, shipped().rubric)
    return loaded


def held(project, *require, policy_text=None, allow_unknown=False):
    options = PolicyOptions(require, allow_unknown, policy(policy_text) if policy_text is not None else None)
    document = read("format: 1\n" + project)
    return audit_document(document, shipped(), DAY, options, steps=False, lines="when asked").policy


def state(project, name, **more):
    return next(c for c in held(project, name, **more).conditions if c.id == name).state


# --- each condition, just above and just below -------------------------------------------------------

PLANNED = "stages: {complete: yes, design: {role: involved, status: planned, when: 2027-01%s}}"
TWO_PLANS = (
    "project: {phase: applying}\nstages: {complete: yes, design: {role: involved, status: planned, when: 2027-01%s}, "
    "analysis: {role: involved, status: planned, when: 2028%s}}"
)
FITTING = "project: {phase: running, called: none%s}"
STAGE_DONE = "\nstages: {complete: yes, design: {role: consulted, status: done, asked: x}}"
SAID_NOT_TO_FIT = "\nviews: [{of: contributors, asked: 4, answered: 4, collected_by: outside the team, label_fits: no}]"
ROWS = [
    ("honest-label", FITTING % ", promises: none", "held"),
    ("honest-label", FITTING % "", "open"),
    ("honest-label", "project: {phase: running, called: co-production, promises: none}\nstages: none", "not held"),
    ("honest-label", "project: {called: flurb, promises: none}", "open"),
    # What is told against the words never does better than silence about it, in any phase and however small the word.
    ("honest-label", FITTING % ", promises: [{what: a newsletter, claims: informed, kept: no}]", "not held"),
    ("honest-label", FITTING % ", promises: [{what: a newsletter, claims: informed, kept: unknown}]" + STAGE_DONE, "held"),
    ("honest-label", "project: {called: consultation, promises: none}" + STAGE_DONE, "held"),
    ("honest-label", "project: {called: consultation, promises: none}" + STAGE_DONE + SAID_NOT_TO_FIT, "not held"),
    ("honest-label", "project: {phase: applying, called: consultation, promises: none}" + STAGE_DONE + SAID_NOT_TO_FIT, "not held"),
    # A word that says less than what is shown may be said not to fit because it is too small: that is asked.
    ("honest-label", "project: {called: information, promises: none}" + STAGE_DONE, "held"),
    ("honest-label", "project: {called: information, promises: none}" + STAGE_DONE + SAID_NOT_TO_FIT, "open"),
    ("promises-specific", "project: {phase: applying}\n" + PLANNED % ", owner: lead", "held"),
    ("promises-specific", "project: {phase: applying}\n" + PLANNED % "", "not held"),
    ("promises-specific", ("project: {phase: applying}\n" + PLANNED % ", owner: lead").replace("complete: yes, ", ""), "open"),
    ("promises-specific", "project: {phase: applying}\nstages: none", "open"),
    ("promises-specific", "project: {phase: running}\nstages: none", "held"),
    ("contributors-heard", "views: [{of: contributors, asked: 9, answered: 8, anonymous: yes}]", "held"),
    ("contributors-heard", "views: none", "not held"),
    ("contributors-heard", "", "open"),
    ("informed", "stages: none", "not held"),
    ("consultation", "", "open"),
    ("consultation", "stages: {design: {role: consulted, status: done, when: 2024, asked: what}}", "held"),
    ("involvement", "project: {phase: applying}\n" + PLANNED % ", owner: lead", "not held"),
    ("involvement", TWO_PLANS % (", owner: lead", ", owner: lead"), "held"),
    ("involvement", TWO_PLANS % (", owner: lead", ""), "not held"),
    ("told-honesty", "", "open"),
    ("told-honesty", "honesty: {meaning: none, limits: none, ways_of_working: none, advert: none}\nproject: {called: none, promises: none}", "held"),
    ("honesty-at-least-0.5", "", "open"),
    ("documented-reward", "", "open"),
    ("documented-reward", "reward: {pay: {status: ongoing, offered: all, rate: 20 per hour}}", "not held"),
    ("reviewed-within-12-months", "filled_in: {when: 2025-11-23}", "held"),
    ("reviewed-within-12-months", "filled_in: {when: 2025-11-22}", "not held"),
    ("reviewed-within-12-months", "filled_in: {when: 2025-11}", "open"),
    ("reviewed-within-12-months", "filled_in: {when: 2027-01}", "open"),
    ("reviewed-within-12-months", "filled_in: {by: contributors}", "open"),
    ("lone-voice", "project: {phase: running}\nvoices: {contributors: 1}", "not held"),
    ("lone-voice", "project: {phase: running}\nvoices: {contributors: 2}", "held"),
    ("lone-voice", "project: {phase: running}", "open"),
    ("lone-voice", "project: {phase: idea}", "not due"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "project", "expected"), ROWS)
def test_a_condition_is_held_by_what_is_told(name, project, expected):
    assert state(project, name) == expected


@pytest.mark.parametrize(("name", "file"), [("told-reward", "told: reward"), ("reward-at-least-2", "levels: {reward: 2}"),
                                            ("documented-care", "documented: [care]"), ("led", "rung: led"), ("honest-label", "label: honest"),
                                            ("promises-specific", "promises: specific"), ("contributors-heard", "contributors: heard"),
                                            ("reviewed-within-12-months", "review: {not_older_than: 1 year}"), ("lone-voice", "gates: lone-voice")])  # fmt: skip
def test_the_file_and_require_ask_for_the_same(name, file):
    example = (ROOT / "examples" / "bad" / "project.yaml").read_text("utf-8").replace("format: 1\n", "", 1)
    by_name, by_file = held(example, name), held(example, policy_text=file)
    assert [(c.id, c.says, c.state, c.found, c.because) for c in by_name.conditions] == [
        (c.id, c.says, c.state, c.found, c.because) for c in by_file.conditions
    ]
    assert (by_name.conditions[-1].id, by_name.conditions[-1].comes_from) == (name, REQUIRE)
    assert by_file.conditions[-1].comes_from == "funder.yaml:3"
    assert by_file.stamp.title == "A fund"


def test_every_name_can_be_asked_for_and_comes_once():
    rubric = shipped().rubric
    every = [n for n in names(rubric) if n not in ("enough-is-told", "no-contradiction")]
    found = wanted(None, tuple(every), rubric)
    assert len({w.id for w in found}) == len(found)
    assert {w.id for w in found} == {*every, *(w.id for w in default(rubric))}
    with pytest.raises(ValueError, match="did you mean 'told-reward'"):
        condition("told-rewards", rubric)


def test_a_level_may_be_written_with_a_nought():
    rubric = shipped().rubric
    assert (
        wanted(policy("levels: {reward: 2.0}"), (), rubric)[-1] == wanted(policy("levels: {reward: 2}"), (), rubric)[-1]
    )


def test_a_month_is_one_and_months_are_more():
    says = [condition(f"reviewed-within-{n}-months", shipped().rubric).says for n in (1, 2)]
    assert [s.rpartition("the last ")[2] for s in says] == ["month", "2 months"]


def test_a_name_that_nothing_is_like_comes_with_every_kind_of_name_and_no_guess():
    """What is allowed names each kind of condition, and each that is written out can be asked for."""
    rubric = shipped().rubric
    with pytest.raises(ValueError, match="is not known; allowed: ") as told:
        condition("qqqq", rubric)
    assert "did you mean" not in str(told.value)
    listed = (
        str(told.value)
        .partition("allowed: ")[2]
        .replace(" or a gate", "")
        .replace("(", "")
        .replace(")", "")
        .split(", ")
    )
    for name in listed:
        plain = name.strip().replace("PRINCIPLE", "care").replace("LEVEL", "2")
        if plain:
            assert condition(plain.split()[-1], rubric)
    assert {"told-PRINCIPLE", "documented-PRINCIPLE", "PRINCIPLE-at-least-LEVEL"} <= set(listed)


def test_each_condition_of_a_file_says_at_which_line_it_is_asked_for():
    text = (
        "evidence: documented\ntold: [care]\nlevels:\n  reward: 2\n  care: 1\nrung: led\npromises: specific\nlabel: honest\n"
        "contributors: heard\nreview: {not_older_than: 1 year}\ngates:\n  - lone-voice"
    )
    lines = {
        w.id: int(w.comes_from.rpartition(":")[2])
        for w in wanted(policy(text), (), shipped().rubric)
        if w.comes_from != DEFAULT_POLICY
    }
    assert {k: v for k, v in lines.items() if not k.startswith("documented")} == {
        "told-care": 4, "reward-at-least-2": 6, "care-at-least-1": 7, "led": 8, "promises-specific": 9, "honest-label": 10,
        "contributors-heard": 11, "reviewed-within-12-months": 12, "lone-voice": 14,
    }  # fmt: skip
    assert {v for k, v in lines.items() if k.startswith("documented")} == {3}


def test_all_stands_for_the_nine_and_evidence_for_all_of_them():
    rubric = shipped().rubric
    for text, kind in (
        ("told: all", "told"),
        ("documented: [all]", "documented"),
        ("evidence: documented", "documented"),
    ):
        assert len([w for w in wanted(policy(text), (), rubric) if w.kind == kind]) == 9


@pytest.mark.parametrize("principle", [p.id for p in shipped().rubric.principles])
def test_each_principle_may_be_asked_about_in_each_way(principle):
    found = wanted(
        policy(f"told: [{principle}]\nlevels: {{{principle}: 1}}\ndocumented: {principle}"), (), shipped().rubric
    )
    assert [w.id for w in found if w.principle] == [
        f"told-{principle}",
        f"{principle}-at-least-1",
        f"documented-{principle}",
    ]


def test_who_asks_is_said_and_the_command_line_asks_all_the_same():
    text = "gates: [lone-voice, tokenism]\ntold: [care]\nmay_stay_open: {applying: [care], idea: [lone-voice]}"
    found = {w.id: w for w in wanted(policy(text), ("told-care",), shipped().rubric)}
    assert found["tokenism"].comes_from == f"{DEFAULT_POLICY}; funder.yaml:3"
    assert (found["told-care"].comes_from, found["told-care"].open_in) == ("funder.yaml:4; --require", ())
    assert found["lone-voice"].open_in == ("idea",)


@pytest.mark.parametrize("phase", ["unknown", "[]"])
def test_a_phase_of_which_nothing_is_named_leaves_nothing_open(phase):
    text = f"told: [care]\nmay_stay_open: {{idea: {phase}, applying: [care]}}"
    (care,) = (w for w in wanted(policy(text), (), shipped().rubric) if w.id == "told-care")
    assert care.open_in == ("applying",)


@pytest.mark.parametrize("answer", ["", "\ncare: {plan: none, support: none}"])
def test_what_may_stay_open_fails_neither_by_silence_nor_by_an_answer(answer):
    text = "levels: {care: 1}\nmay_stay_open: {applying: [care]}"
    found = held(f"project: {{phase: applying}}{answer}", policy_text=text).conditions[-1]
    assert found.excused == "not asked for yet"
    assert found.passes
    assert not held("care: {plan: none}", policy_text=text).conditions[-1].excused, (
        "a phase that is not told lets nothing pass"
    )


@pytest.mark.parametrize(("told", "state", "quoted"), [("voices: {contributors: 1}", "not held", True), ("voices: {contributors: 2}", "held", True),
                                                      ("voices: {question_asked: yes}", "open", False)])  # fmt: skip
def test_a_gate_quotes_the_lines_that_decided_it_and_silence_quotes_none(told, state, quoted):
    found = next(
        c for c in held(f"project: {{phase: running}}\n{told}", "lone-voice").conditions if c.id == "lone-voice"
    )
    assert (found.state, [b.path for b in found.because]) == (state, ["voices.contributors"] if quoted else [])


def test_an_option_that_asks_for_less_excuses_only_what_is_open():
    found = held("views: none", "contributors-heard", "told-care", allow_unknown=True)
    assert {c.id: c.excused for c in found.conditions if c.state != "held"}["told-care"] == "unknown allowed"
    assert next(c for c in found.conditions if c.id == "contributors-heard").excused == ""
    assert not found.holds


@pytest.mark.parametrize(
    ("month_end", "months", "expected"),
    [((2026, 3, 31), 1, (2026, 2, 28)), ((2024, 2, 29), 12, (2023, 2, 28)), ((2026, 1, 5), 12, (2025, 1, 5))],
)
def test_months_are_those_of_the_calendar(month_end, months, expected):
    assert _months_before(dt.date(*month_end), months) == dt.date(*expected)


# --- reading ---------------------------------------------------------------------------------------------

WRONG = [
    ("score: 60", r"funder.yaml:3:1: score: 'score' is not read here: there is no pass mark on the whole"),
    ("Minimum_Score: 60", r"no pass mark on the whole"),
    ("fail-under: 60", r"no pass mark on the whole"),
    ("levels: {pay: 2}", r"funder.yaml:3:10: levels.pay: 'pay' is not one of the choices; allowed: honesty, timing"),
    ("levels: {reward: 4}", r"'4' is not a level; allowed: 0.5, 1, 1.5, 2, 2.5, 3"),
    ("told: [rewards]", r"did you mean 'reward'\?"),
    ("rung: colaboration", r"did you mean 'collaboration'\?"),
    ("rubric: {id: co-production}", r"'sha256' is missing"),
    ("rubric: {id: co-production, sha256: 12ab}", r"'12ab' is not a sha256"),
    ("review: {not_older_than: soon}", r"'soon' is not a number of months or years"),
    ("review: {not_older_than: 0 months}", r"is not a number of months or years"),
    ("review: {not_older_than: [1 year]}", r"a list is not a number of months or years"),
    ("levels: {reward: [2]}", r"a list is not a level; allowed"),
    ("gates: [lone-voices]", r"did you mean 'lone-voice'\?"),
    (
        "told: [care]\nmay_stay_open: {applying: [reward]}",
        r"funder.yaml:4:28: may_stay_open.applying\[0\]: 'reward' is not asked for in this file",
    ),
    ("may_stay_open: {funded: [broken-trust]}", r"belongs to the default policy, which always holds"),
    ("may_stay_open: {soon: [care]}", r"'soon' is not one of the choices"),
    ("titel: A", r"did you mean 'title'\?"),
    ("label: honest\nlabel: honest", r"stands here a second time"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_a_problem_is_told_with_its_line_and_what_is_allowed(text, message):
    with pytest.raises(InputError, match=message):
        policy(text)


@pytest.mark.parametrize("word", ["score", "minimum", "minimum score", "least score", "pass mark", "passmark", "threshold", "total", "points", "overall",
                                  "average", "mean", "mark", "grade", "fail under", "rank"])  # fmt: skip
def test_in_whatever_words_a_pass_mark_on_the_whole_is_asked_for_it_is_not_read(word):
    for written in (word, word.replace(" ", "_"), word.title().replace(" ", "-")):
        with pytest.raises(
            InputError,
            match=r"there is no pass mark on the whole, for a sum hides what is missing; ask for levels of single principles",
        ):
            policy(f'"{written}": 60')


@pytest.mark.parametrize(
    "name",
    [
        "asked-reward",
        "told-nothing",
        "documented-nothing",
        "reward-at-least-4",
        "nothing-at-least-2",
        "reviewed-within-0-months",
        "none",
        "told",
    ],
)
def test_what_looks_like_a_name_and_is_none_is_refused(name):
    with pytest.raises(ValueError, match=f"'{name}' is not known"):
        condition(name, shipped().rubric)


@pytest.mark.parametrize(
    "data", [b"", b"- a", b"policy: 2\ntitle: x", b"title: x", b"\xff\xfe\x00", b"{", b"policy: 1"]
)
def test_what_is_no_policy_is_refused(data):
    with pytest.raises(InputError):
        load_policy(data, "funder.yaml")


def test_the_example_reads_and_pins_the_shipped_rubric():
    path = ROOT / "examples" / "policy" / "funder.yaml"
    loaded = load_policy(path.read_bytes(), path.name)
    check_names(loaded, shipped().rubric)
    assert (loaded.file.rubric.id, loaded.file.rubric.sha256) == (shipped().rubric.id, shipped().sha256)


def test_a_default_gate_that_a_policy_names_too_is_shown_before_it_is_due():
    found = {
        c.id: c for c in held("project: {phase: applying}", policy_text="gates: [nobody-involved, tokenism]").conditions
    }
    assert found["tokenism"].state == "not due"
    assert found["tokenism"].passes
    assert "broken-trust" not in found


@pytest.mark.parametrize("text", [f"rubric: {{id: co-production, sha256: {'0' * 64}}}", "gates: [not-a-gate]"])
def test_programs_cannot_hold_to_a_policy_that_is_for_another_rubric(text):
    loaded = load_policy((HEAD + text).encode(), "funder.yaml")
    with pytest.raises(ValueError, match=r"another rubric|is not a gate"):
        audit_document(read("{format: 1}"), shipped(), DAY, PolicyOptions(policy=loaded))


def test_a_policy_that_pins_the_rubric_by_which_is_judged_is_held_to():
    text = f"rubric: {{id: {shipped().rubric.id}, sha256: {shipped().sha256}}}\ncontributors: heard"
    assert held("project: {phase: running}", policy_text=text).conditions[-1].id == "contributors-heard"


def test_a_contradiction_is_named_in_what_the_condition_says():
    two = "reward: {budget: {amount: 100, planned_meetings: 10, planned_people: 10, hours_each: 2, lines: [{item: time, amount: 900}]}, pay: {rate: 20 per hour}}"
    found = next(c for c in held(f"project: {{phase: running}}\n{two}").conditions if c.id == "no-contradiction")
    assert (found.state, found.found) == ("not held", "")
    assert found.says.startswith("Nothing in the file contradicts itself: ")
    assert found.because
    clear = next(c for c in held("project: {phase: running}").conditions if c.id == "no-contradiction")
    assert (clear.state, clear.says) == ("held", "Nothing in the file contradicts itself")
