"""A short search over every kind of file that is read; benchmarks/search.py has the long one.

What a longer search found stands here as well, kind by kind.
"""

from __future__ import annotations

import cProfile
import datetime as dt
import io
import json
import random
import warnings
import zipfile
from collections import Counter

import pytest
from attack import cases, laws, many, mutations
from support import rows, written

from involve_audit import load
from involve_audit.assess import audit_document
from involve_audit.lint import impossible
from involve_audit.rubric import shipped
from involve_audit.wording.messages import InputError

CASES = {"audit": 12, "project": 12, "rubric": 8, "baseline": 15, "waivers": 15, "policy": 20, "advert": 20, "copy": 10}
"""How many of each kind are tried here; of the others, which take less time, more."""
MORE = 30
FINE = {"", "too slow"}
"""How long something takes is never asserted: the machine may be busy."""
KINDS_OF_FILES = (
    "project", "rubric", "policy", "boxes", "settings", "waivers", "baseline", "audit", "answers", "log", "workbook", "prose", "copy", "private",
    "categories", "reference", "advert", "word",
)  # fmt: skip
"""By their names: to make them takes seconds, and every worker reads this."""


def test_each_kind_of_file_is_tried():
    assert list(KINDS_OF_FILES) == list(cases.kinds())


@pytest.mark.parametrize("kind", KINDS_OF_FILES)
def test_the_files_that_are_changed_are_well_formed(kind):
    """A search that begins with what is refused finds nothing."""
    read = [cases.run_file(cases.kinds()[kind].commands[-1], s.ending, s.data) for s in cases.kinds()[kind].starts]
    assert {done.wrong for done in read} <= FINE
    assert any(done.code in (0, 1) for done in read)


@pytest.mark.parametrize("kind", KINDS_OF_FILES)
def test_no_file_ends_otherwise_than_it_should(kind):
    for number in range(CASES.get(kind, MORE)):
        done = cases.run(kind, 2026, number)
        assert done.wrong in FINE, (number, done.command, done.data[:500])


def test_the_same_seed_makes_the_same_file():
    one, two = (cases.kinds()["word"].change(random.Random("x"), cases.kinds()["word"].starts[0]) for _ in range(2))
    assert one == two


# --- the laws, in files with much to lose ---------------------------------------------------------------------------

FOUND = {
    **{
        f"{key} is not told, and an organisation of others that ran the work had left it": (
            ("project: {phase: running}\nsources: {m: {kind: page}}\norganisations: {institute: {does: runs, governed_by: others, until: 1999}, union: {does: runs, governed_by: people affected, source: m}}\n"
            "stages: {governance: {role: led, status: ongoing}, sharing: {role: led, status: ongoing}}\npower: {final_say: [contributors, above]}"),
            path,
        )
        for key, path in (("the phase", ("project", "phase")), ("until when it was there", ("organisations", "institute", "until")))
    },
    "what an organisation does is not told": (
        "rooms: {r: {contributors: 0}}\nstages: {design: {rooms: r}}\nsources: {m: {kind: minutes}}\norganisations: {union: {does: runs, governed_by: people affected, source: m}}",
        ("organisations", "union", "does"),
    ),
    "whether a room met is not told, and in it sit more than in all": (
        "voices: {contributors: none}\nrooms: {board: {contributors: 2, status: ongoing}}", ("rooms", "board", "status")
    ),
    "whose view it is by which most disagree is not told": (
        "reward: {expenses: {status: ongoing, since: 2025-01, paid: on the day, covers: [travel, childcare]}}\nviews: [{of: contributors, answered: 6, by_principle: {reward: {agree: 6, disagree: 0}}}, {of: contributors, by_principle: {reward: {disagree: 5}}}]",
        ("views", 1, "of"),
    ),
    "whether involvement went on after a repair is not told": (
        "stages: {design: {role: consulted, status: ongoing}}\ncare: {harm: [{what: samples were sold, kind: used otherwise than agreed, repair: {status: done, agreed_with: [contributors]}}]}",
        ("stages",),
    ),
    "whether there are stages at all is not told, and people who were asked for their view had perhaps no part": (
        "stages: none\nviews: [{of: contributors, answered: 6}]\nvoices: {direct_experience: no}", ("stages",)
    ),
    "the room of a decision is not told, and of that room nothing is": (
        "stages: {governance: {role: led, status: done}}\nsources: {m: {kind: minutes}}\nrooms: {pioneers: {}}\npower: {decisions: [{what: the rules, stage: governance, about: rules, decided_by: contributors, became: done, room: pioneers, source: m}]}",
        ("power", "decisions", 0, "room"),
    ),
    "the room of a decision that was carried out is not told, and that room is on paper only": (
        "stages: {governance: {role: led, status: done, source: m}}\nsources: {m: {kind: minutes}}\nrooms: {board: {status: policy}}\npower: {decisions: [{what: the rules, stage: governance, about: rules, decided_by: contributors, became: done, room: board, source: m}]}",
        ("power", "decisions", 0, "room"),
    ),
    "that people were never involved is not told, and they were asked": (
        "timing: {first_involved: never}\ninfluence: {log: [{said: x, by: contributors, arose: asked}]}", ("timing", "first_involved"),
    ),
    "the rooms of a stage are not told, and of those rooms nothing is": (
        "stages: {governance: {role: led, status: done, rooms: [pioneers], source: m}}\nsources: {m: {kind: minutes}}\nrooms: {pioneers: {}}\npower: {decisions: [{what: the rules, stage: governance, about: rules, decided_by: contributors, became: done, source: m}]}",
        ("stages", "governance", "rooms"),
    ),
    "when a part ended is not told, and its room had ended long before it was": (
        "stages: {governance: {role: decided together, status: done, until: 1984, when: 2024, rooms: [old], source: m}}\nsources: {m: {kind: minutes}}\nrooms: {old: {status: done, until: 1984, contributors: 0, power: decides}}\npower: {decisions: [{what: the rules, stage: governance, about: rules, decided_by: together, became: done, source: m}]}",
        ("stages", "governance", "until"),
    ),
    "how many contributors there are in all is not told, and a room shows it": (
        "voices: {contributors: some, breadth: {status: ongoing, wider_group: yes, same_people_for_everything: no}}\nrooms: {panel: {contributors: 4, status: ongoing}}\nviews: none",
        ("voices", "contributors"),
    ),
    "what a room may do is not told, and nobody has a part in any stage": (
        "rooms: {panel: {status: ongoing, contributors: up to 15, power: advises}}\nstages: none", ("rooms", "panel", "power")
    ),
    "what people are told afterwards is not told, and of what they said nothing was told back": (
        "project: {phase: running, researchers: 6}\nrooms: {board: {contributors: 4, status: ongoing}}\ninfluence: {log: {complete: yes, entries: [{said: x, told_back: no, changed: the question was put anew}]}, feedback: {status: ongoing, kinds: [what changed]}}",
        ("influence", "feedback", "kinds"),
    ),
    "how many contributors are in a room is not told, and half of it was called a majority": (
        "rooms: {board: {contributors: 4, researchers: 4, others: none, majority: contributors, power: decides, votes: equal, status: ongoing, source: m}}\nsources: {m: {kind: minutes}}\nstages: {design: {role: led, status: done, rooms: [board], source: m}}",
        ("rooms", "board", "contributors"),
    ),
    "what expenses cover is not told, and none are paid": ("reward: {expenses: {paid: none, covers: [travel, care]}}", ("reward", "expenses", "covers")),
    "a room is named and nobody is involved anywhere": ("stages: none\nrooms: {panel: {}, other: {}}", ("rooms", "panel")),
    "that the last word is told differently is not told, and nothing else of who decided": (
        "stages: {design: {role: involved, status: ongoing}, analysis: none}\npower: {final_say: {who: team, disputed: [{by: people served, says: words}]}}",
        ("power", "final_say", "disputed"),
    ),
    "whether people hear anything is not told, and of what they said nothing was told back": (
        "project: {phase: running, researchers: 6}\nrooms: {board: {contributors: 4, status: ongoing}}\ninfluence: {log: {complete: yes, entries: [{said: x, told_back: no, changed: the question was put anew}]}, feedback: {status: ongoing}}",
        ("influence", "feedback"),
    ),
    "since when the one of two parts in governance goes on is not told, and both lie before the idea": (
        "project: {dates: {idea: 2024}}\nsources: {m: {kind: minutes}}\nstages: {design: {role: involved, status: done, when: 2023-05}, governance: [{role: informed, status: done, when: 2019, source: m}, {role: involved, status: ongoing, since: 2021, source: m}]}",
        ("stages", "governance", 1, "since"),
    ),
    "a meeting that took place is not told, and more came to it than there are in all": (
        "rooms: {planning: {contributors: 0, status: done}, first_meeting: {status: done, when: 1984, contributors: some}}\nvoices: {contributors: 1}",
        ("rooms", "first_meeting"),
    ),
    "a meeting of which it is not told whether it took place is not told, and more came to it than there are in all": (
        "rooms: {planning: {contributors: 0, status: done}, first_meeting: {contributors: some}}\nvoices: {contributors: 1}",
        ("rooms", "first_meeting"),
    ),
    "people's part after the plan is not told, and they came when it was fixed": (
        "rooms: {group: {status: ongoing, contributors: up to 15}}\nsources: {m: {kind: minutes}}\nstages: {design: none, governance: none, priorities: none, funding: none, sharing: {role: involved, status: done, source: m}}\ntiming: {first_involved: 2022-07, design_locked: 2022-06}\npower: {final_say: team}",
        ("stages", "sharing"),
    ),
    "since when a part went on is not told, it was in a year, and its room had ended by then": (
        "rooms: {board: {until: 2023-05}}\nstages: {governance: {since: 2023, when: 2024, rooms: [board]}}", ("stages", "governance", "since")
    ),
    "the choice of the question is not told, which was when the plan was fixed, and people came later": (
        "stages: {priorities: {role: led, status: done, when: 2024}}\ntiming: {design_locked: 2024-01, first_involved: 2024-06}", ("stages", "priorities")
    ),
    "when the question was chosen is not told, and it was long after the plan was fixed": (
        "stages: {priorities: {role: led, status: done, when: 2024}}\ntiming: {design_locked: 2022-06, first_involved: 2022-07}", ("stages", "priorities", "when")
    ),
    "when people came in is not told, and they chose the question when the plan was fixed": (
        "stages: {priorities: {role: led, status: done, when: 2024}}\ntiming: {design_locked: 2022-06, first_involved: 2022-07}", ("timing", "first_involved")
    ),
    "when the plan was fixed is not told, and the question was chosen after that": (
        "stages: {priorities: {role: led, status: done, when: 2024}}\ntiming: {design_locked: 2022-06, first_involved: 2022-07}", ("timing", "design_locked")
    ),
    "whose view it is by which most agree is not told": (
        "views: [{of: contributors, answered: 11, anonymous: yes, by_principle: {influence: {agree: 4, disagree: 4, partly: 3, unsure: 0}}}, {of: contributors, anonymous: yes, answered: 11, by_principle: {influence: {agree: 9, disagree: 2}}}]",
        ("views", 1, "of"),
    ),
    "when a part was is not told, which had ended before its room began": (
        "rooms: {board: {since: 2024}}\nstages: {governance: {since: 2022, until: 2023, when: 2024, rooms: [board]}}", ("stages", "governance", "when")
    ),
    "since when a room goes on is not told, and it was there later than the part that names it": (
        "rooms: {board: {since: 2021, when: 2022}}\nstages: {governance: {when: 2021, rooms: [board]}}", ("rooms", "board", "since")
    ),
    "nothing is told of what people said, and by an earlier answer it made no difference": (
        "views: [{of: people served, answered: 11, when: 2023, by_principle: {influence: {agree: 2, disagree: 9}}}]\ninfluence: {heard: [{answer: yes, said_by: contributors, when: 2024}]}", ("influence",)
    ),
    "whether there are researchers is not told, and beneath the broken trust lies tokenism": (
        "project: {researchers: 0}\ncare: {harm: [{said_by: contributors, what: x}]}\nstages: {delivery: {role: consulted}, design: {role: involved}, priorities: none, sharing: {role: consulted, status: done}, work_has: [priorities, design, delivery, sharing]}\ntiming: {design_locked: 2024-01, first_involved: 2024-06}",
        ("project", "researchers"),
    ),
    **{
        f"{key} is not told of the answers that overtook earlier ones": (
            "views: [{of: contributors, answered: 11, when: 2023-05, by_principle: {influence: {agree: 2, disagree: 9}}}, {of: contributors, answered: 11, anonymous: yes, when: 2025-05, by_principle: {influence: {agree: 9, disagree: 2}}}]",
            ("views", 1, key),
        )
        for key in ("of", "answered", "anonymous", "when")
    },
    "researchers are not told in a room whose others outnumber the majority": (
        ("sources: {m: {kind: page}}\nrooms: {board: {status: ongoing, contributors: 2, researchers: 20, others: 8, power: decides, majority: contributors}}\n"
        "stages: {priorities: {role: led, status: done, rooms: board, source: m}}"),
        ("rooms", "board", "researchers"),
    ),
    "until when a room was there is not told, and nobody sits in the other one": (
        "sources: {m: {kind: minutes}}\nrooms: {board: {contributors: 0}, panel: {until: 2021}}\nstages: {design: {role: involved, status: done, when: 2024, rooms: [board, panel], source: m}}",
        ("rooms", "panel", "until"),
    ),
    "nobody knows whether those who take part are affected, and an organisation of theirs runs the work": (
        "rooms: {day: {contributors: some, meetings: 1}}\nvoices: {direct_experience: unknown}\norganisations: {union: {does: runs, governed_by: people affected}}",
        ("voices", "direct_experience"),
    ),
    "no source of its own, beside the text that all stands in, of a disputed list": (
        "filled_in: {written_from: published text, source: s}\nsources: {s: {kind: page}}\ncare: {harm: {entries: [], complete: unknown, source: s, disputed: [{by: evaluation, says: there was harm, about: complete}]}}",
        ("care", "harm", "source"),
    ),
    **{
        f"{key} of the organisation that runs the work is not told": (
            ("project: {dates: {start: 2018}}\nsources: {m: {kind: page}}\nstages: {funding: {role: led, status: done}, sharing: {role: led, status: done}, analysis: {role: decided together, status: done, when: 2024}}\n"
            f"organisations: {{union: {{does: runs, governed_by: people affected, source: m, {key}: {value}}}}}"),
            ("organisations", "union", key),
        )
        for key, value in (("since", 2020), ("until", 2019), ("stages", "delivery"), ("status", "planned"))
    },
    "how many there were in all is not told, and more sat in a group that is over": (
        "project: {phase: finished}\nrooms: {groups: {status: done, contributors: some}}\nvoices: {contributors: 1}",
        ("voices", "contributors"),
    ),
}  # fmt: skip
"""What the search found: a file, and an answer without which a law was broken."""


@pytest.mark.parametrize("name", FOUND)
def test_what_the_search_of_the_laws_found_holds(name):
    text, path = FOUND[name]
    tree = {"format": "1", **load.read(text, "f.yaml").tree}
    assert laws.broken_laws(tree, path, laws.Weighed(tree)) == []
    assert laws.impossible_before(tree, (path,)) == ""


PLAIN = {
    "a decision in another part than those in which nobody was": (
        "people who were involved, and none of them", "stages: {design: {role: involved, status: done}}\npower: {decisions: [{what: the letter, about: wording, decided_by: together}]}",
    ),
    "priorities before the idea: it comes of them": (
        "stages before the idea", "stages: {priorities: {role: consulted, status: ongoing}}",
    ),
    "a decision of the team in a room that never met": (
        "a room in place, and it has never met", "rooms: {day: {}}\npower: {decisions: [{what: x, decided_by: above, announced_as: advice, room: day}]}",
    ),
    "a decision of the team in a room without contributors": (
        "a room that decides, and no contributors in it", "rooms: {day: {}}\npower: {decisions: [{what: x, decided_by: team, announced_as: advice, room: day}]}",
    ),
    "when people came in is disputed": (
        "decisions before people were first involved", "timing: {first_involved: 2023, disputed: [{by: unknown, says: x, about: first_involved}]}\npower: {decisions: [{what: x, decided_by: team}]}",
    ),
    "a room that had ended before what was done elsewhere": (
        "a room that ended before what was decided in it", "rooms: {board: {contributors: 2}}\nstages: {governance: {role: involved}}",
    ),
    "nobody was asked for a view, and there is nobody": (
        "no contributors in all, and decisions that are theirs",
        "views: none\npower: {decisions: [{what: x, when: 2031-01}]}\ninfluence: {feedback: {status: ongoing, kinds: [what changed, progress], within_days: 30, share: most}}",
    ),
    "nobody is affected, and in the rooms is nobody: that their part did not count is no praise": (
        "a room that decides, and no contributors in it",
        "rooms: {board: {meetings: 9}}\nstages: {implementation: {role: led, status: done}, complete: yes}\nvoices: {direct_experience: no}\ninfluence: {log: none}",
    ),
    "when a room ended is disputed, as all is that is told of it": (
        "a room that ended before what was decided in it",
        "rooms: {board: {contributors: 5, power: decides, votes: equal, status: ongoing, source: m, disputed: [{by: unknown, says: x}]}}\nsources: {m: {kind: minutes}}\nstages: {governance: {role: decided together, status: done, when: 2024, source: m, rooms: [board]}, design: {role: involved, status: done, source: m}}",
    ),
}  # fmt: skip
"""What can well be true, though the search once took it for impossible: the kind of pair, and a file over which it was laid."""


@rows("name", PLAIN)
def test_what_can_be_true_is_no_find_of_the_search(name):
    says, text = PLAIN[name]
    (kind,) = (kind for kind in impossible.IMPOSSIBLE if kind.says == says)
    assert not laws.still_both(kind, {"format": "1", **load.read(text, "f.yaml").tree})


def test_no_law_is_broken_by_files_with_much_to_lose():
    had = Counter()
    for number in range(40):
        rng = random.Random(f"laws 2026 {number}")
        tree = laws.file(rng)
        try:
            judged = laws.Weighed(tree)
        except InputError:
            continue
        had.update(laws.about(tree, judged))
        for law in laws.LAWS.values():
            assert [broken.says for broken in law(rng, tree, judged, Counter(), 3)] == [], number
    # A search in files that say too little finds nothing.
    assert had["verdict too little is known"] < sum(n for name, n in had.items() if name.startswith("verdict")) / 2
    assert all(
        had[name] for name in ("a contradiction", "a sign of tokenism", "own latest word", "several verdicts possible")
    )


# --- Word files, whose makers may be anybody ------------------------------------------------------------------------


@pytest.mark.parametrize("packing", mutations.PACKINGS)
def test_a_word_file_that_is_packed_oddly_or_does_not_unpack_is_damaged(packing):
    from advert.documents import document, paragraph

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive, warnings.catch_warnings():
        archive.writestr("word/document.xml", document(paragraph("You will decide.") * 30), compress_type=packing)
    data = made.getvalue()
    whole = cases.run_file(("advert", "{file}"), ".docx", data)
    assert whole.code == (1 if packing in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) else 2)
    for at in range(0, len(data), 29):
        for byte in (0, 255):
            done = cases.run_file(("advert", "{file}"), ".docx", data[:at] + bytes([byte]) + data[at + 1 :])
            assert done.wrong in FINE, (at, byte)


# --- tables -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["private", "categories", "reference", "answers"])
@pytest.mark.parametrize("mark", ["\r", "\n", "\0", '"', "\x1b", "\u2028"])
def test_a_mark_anywhere_in_a_table_is_read_or_named_with_its_line(kind, mark):
    start = next(s for s in cases.kinds()[kind].starts if s.ending == ".csv")
    text = start.data.decode()
    for at in range(0, len(text), 31):
        done = cases.run_file(cases.kinds()[kind].commands[0], ".csv", (text[:at] + mark + text[at:]).encode())
        assert done.wrong in FINE, at


@rows("mark", [": ", " - ", ">> ", "/", "[", "{a: "])
def test_a_header_of_very_many_parts_takes_no_more_work_than_it_is_long(mark):
    from involve_audit.survey.survey import _names_of

    one, two = (sum(map(len, _names_of([f"a{mark}" * n])[1])) for n in (500, 1000))
    assert two <= 2.2 * one


@pytest.mark.parametrize("kind", ["reference", "categories"])
def test_what_acts_on_a_page_is_refused_in_a_table_whose_cells_are_printed(kind):
    start = cases.kinds()[kind].starts[0]
    for mark in ("\x03", "\ufeff", "\u202e", "\x1d"):
        text = start.data.decode().replace("own", f"o{mark}wn").replace("Came", f"Ca{mark}me")
        done = cases.run_file(cases.kinds()[kind].commands[0], ".csv", text.encode())
        assert done.code == 2
        assert done.wrong in FINE


# --- saved audits ---------------------------------------------------------------------------------------------


def _with(tree, change):
    if isinstance(tree, dict):
        return {key: _with(value, change) if key not in KEPT else value for key, value in tree.items()}
    if isinstance(tree, list):
        return [_with(value, change) for value in tree]
    return change(tree)


KEPT = {"schema_version", "applies", "date"}
"""Of these a saved audit takes only what it knows."""


@pytest.mark.parametrize(
    ("marks", "start"),
    # What is read is printed by every command with all of them; a character that no text may hold is refused where the file is read.
    [("\u2028\x1b[31m\u202e\r\ufeff", 0), ("\ud800", -1)],
    ids=["acts", "no text"],
)
def test_what_acts_on_a_log_reaches_no_output_of_a_saved_audit(marks, start):
    kind = cases.kinds()["audit"]
    tree = _with(kind.starts[start].tree, lambda v: f"{v[:2]}{marks}{v[2:]}" if isinstance(v, str) else v)
    data = json.dumps(tree).encode()
    done = [cases.run_file(command, ".json", data) for command in kind.commands]
    assert [one.command for one in done if one.wrong not in FINE] == []
    assert any(one.code == 0 for one in done) == (not start)


@pytest.mark.parametrize("empty", [[], "", "something else"])
def test_a_saved_audit_with_nothing_in_its_lists_or_texts_is_rendered_or_named(empty):
    kind = cases.kinds()["audit"]

    def emptied(tree, top=False):
        if isinstance(tree, dict):
            return {key: value if key in KEPT else emptied(value) for key, value in tree.items()}
        if isinstance(tree, list):
            return [emptied(value) for value in tree] if isinstance(empty, str) or top else []
        return empty if isinstance(tree, str) and isinstance(empty, str) else tree

    # The thinned one has each text that is printed, and takes an eighth of the time.
    made = json.dumps(emptied(kind.starts[-2].tree, top=True)).encode()
    for command in kind.commands:
        assert cases.run_file(command, ".json", made).wrong in FINE, command


# --- long files --------------------------------------------------------------------------------------------------

KINDS = list(many.kinds())
DEAR = [
    ("rooms",), ("stages", "design"), ("stages", "priorities"), ("voices", "matters"), ("voices", "rooms"), ("influence", "log", "entries"),
    ("power", "decisions", "entries"), ("views", "entries"), ("organisations",), ("sources",),
]  # fmt: skip
"""Kinds of entry that many rules look at."""


def _work(text, lines):
    """How many functions are called to judge a file: what it takes, whatever machine it runs on."""
    document = load.read(text, "project.yaml")
    rubric, day = shipped.load(), dt.date(2026, 1, 1)
    called = cProfile.Profile(builtins=False)
    called.enable()
    try:
        audit_document(document, rubric, day, lines=lines)
    finally:
        called.disable()
    return sum(of_one.callcount for of_one in called.getstats())


@pytest.mark.parametrize(
    ("wanted", "lines"),
    [
        *(((k,), "none") for k in DEAR if k in KINDS),
        ((("voices", "matters"), ("voices", "rooms")), "none"),
        # To find the lines that decided takes five times as long as the rest, and would hide what grows in it.
        ((("power", "decisions", "entries"),), "all"),
        ((("rooms",),), "all"),
        ((("voices", "matters"), ("voices", "missing", "entries")), "all"),
    ],
)
def test_twice_as_many_entries_take_about_twice_the_work(wanted, lines):
    texts = [many.made(wanted, n, full=True) for n in (2, 2, 20, 40)]
    try:
        load.read_project(load.read(texts[-1], "project.yaml"))
    except InputError as error:
        pytest.skip(f"it would be no project file: {error.problems[0].says}")
    # What is made once, such as patterns, and what a file without them takes, are no part of it.
    _, none, one, two = (_work(text, lines) for text in texts)
    assert two - none < 2.6 * (one - none), (none, one, two)


def _calls(command, text):
    """How many functions a command calls for a file, whatever machine it runs on."""
    called = cProfile.Profile(builtins=False)
    called.enable()
    try:
        done = cases.run_file(command, ".yaml", text.encode())
    finally:
        called.disable()
    assert done.wrong in FINE
    return sum(of_one.callcount for of_one in called.getstats())


@pytest.mark.parametrize(
    ("command", "wanted", "each"),
    [
        # Many files are tried that are all but the same: for an entry that none of them changes nothing is called again.
        (("ask", "{file}", "--list"), ("sources",), 90),
        (("check", "{file}", "-f", "json"), ("stages", "design"), 4000),
    ],
)
def test_one_more_entry_takes_little_more_of_what_tries_other_answers(command, wanted, each):
    _, none, many_more = (_calls(command, many.made((wanted,), n, full=False)) for n in (30, 30, 230))
    assert many_more - none < each * 200, (many_more - none) / 200


@pytest.mark.parametrize("since", [1990, 2010, 2024])
def test_organisations_and_spans_with_days_are_not_held_against_each_other_one_by_one(since, monkeypatch):
    """Hundreds of each stand in a file that is as long as may be: what is looked at grows with their number, and not with its square."""
    from involve_audit.facts import roles
    from involve_audit.facts.case import Case

    calls = []
    looked = roles.apart_in_time
    monkeypatch.setattr(roles, "apart_in_time", lambda *args: calls.append(1) or looked(*args))
    many = 120
    tree = {
        "format": "1",
        "sources": {"m": {"kind": "page"}},
        "organisations": {
            f"o{n}": {
                "does": "runs",
                "governed_by": "people affected",
                "source": "m",
                "since": f"{since + n % 2}-{n % 12 + 1:02}",
            }
            for n in range(many)
        },
        "stages": {
            "design": [
                {"role": "led", "status": "done", "when": f"{1970 + n % 50}-{n % 12 + 1:02}"} for n in range(many)
            ]
        },
    }
    case = Case(load.read_project(load.read(written(tree), "f.yaml")), dt.date(2026, 11, 29))
    roles.standing(case, "design")
    assert len(calls) <= 6 * many
