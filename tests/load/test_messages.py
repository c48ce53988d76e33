"""The exact words for what is wrong in a file: where, what, what is allowed, and the nearest guess."""

from __future__ import annotations

import pickle

import pytest
from support import rows

from involve_audit import load
from involve_audit.load import Document, read, read_project
from involve_audit.project.fields import Told, asks
from involve_audit.wording.messages import InputError, Problem, nearest, readable
from involve_audit.yamlfile import reader
from involve_audit.yamlfile.pure_python import PureLoader

QUOTES = "or put the text in quotes"
DATES = (
    "write 2020, 2020-06, 2020-06-15, 'June 2020', '2018 to 2020', '2024/25', 'before design', 'after submission', "
    "'month 6' (of the project), 'yes', 'no' or 'unknown'"
)
COUNTS = "write a number, or words such as 'up to 15', 'about 8', 'at least 3', '5 to 8', 'some', 'none' or 'unknown'"
NOT_FIT = "this line does not fit the lines above it; check the blanks in front of it, and that quotes are closed"
GOES_ON = (
    "the text goes on after a closing bracket or quotation mark; "
    "a text that begins with a bracket or quotation mark needs quotes around all of it"
)
COLON = (
    "a colon stands where none is expected; is the line above indented as this one? "
    "A text that holds a colon needs quotes around it"
)
EMPTY = "p:1:1: the file is empty; `involve-audit init` writes one to start from"
NO_LIST = "a key must be a plain word, not a list or a group of keys; is a text in brackets in need of quotes?"

# A file, and every line that is printed for it.
FILES: list[tuple[str, str]] = [
    # nothing, or something else than keys
    ("", EMPTY),
    ("# only a comment\n", EMPTY),
    ("~\n", EMPTY),
    ("---\n", EMPTY),
    ("- a\n", "p:1:1: the file holds a list where keys such as `project:` are needed"),
    ("\n  hello\n", "p:2:3: the file holds a text where keys such as `project:` are needed"),
    ('""\n', "p:1:1: the file holds a text where keys such as `project:` are needed"),
    # what YAML allows and this format does not
    ("a: 1\nb: 2\na: 3\n", "p:3:1: a: 'a' stands here a second time; it is told at line 1 already"),
    ("a: {b: 1}\na: {b: 1}\n", "p:2:1: a: 'a' stands here a second time; it is told at line 1 already"),
    (
        "a:\n  b: 1\n  b: 2\n  b: 3\n",
        (
            "p:3:3: a.b: 'b' stands here a second time; it is told at line 2 already\n"
            "p:4:3: a.b: 'b' stands here a second time; it is told at line 2 already"
        ),
    ),
    (
        "a: &x 1\nb: *x\n",
        (
            f"p:1:4: `&x` is a YAML anchor, which is not read here; leave it out, {QUOTES}\n"
            f"p:2:4: `*x` is a YAML alias, which is not read here; write the value out, {QUOTES}"
        ),
    ),
    ("*x : 1\n", f"p:1:1: `*x` is a YAML alias, which is not read here; write the value out, {QUOTES}"),
    ("a: {b: c}\n<<: {d: e}\n", "p:2:1: `<<` is a YAML merge key, which is not read here; write the values out"),
    ("a: !!str 1\n", f"p:1:4: `!!str` is a YAML tag, which is not read here; leave it out, {QUOTES}"),
    ("a: !important now\n", f"p:1:4: `!important` is a YAML tag, which is not read here; leave it out, {QUOTES}"),
    ("a: 1\n---\nb: 2\n", "p:2:1: a second document begins here; one file holds one document"),
    ("a: 1\n...\n# x\n--- {b: 2}\n", "p:4:1: a second document begins here; one file holds one document"),
    (
        "%YAML 1.2\n---\na: 1\n",
        "p:1:1: a line that begins with `%` is a YAML directive, which is not read here; leave it out",
    ),
    ("? [a, b]\n: 1\n", f"p:1:3: {NO_LIST}"),
    ("{[[a]]: 1}\n", f"p:1:2: {NO_LIST}"),
    ("'': 1\n", "p:1:1: there is no key in front of this colon; write `key: value`"),
    (": 1\n", "p:1:1: there is no key in front of this colon; write `key: value`"),
    (
        "k" * 201 + ": 1\n",
        "p:1:1: this key has 201 characters; a key is a short word (at most 200). Is a text not indented, or in need of quotes?",
    ),
    # slips
    ("a:\n\tb: 1\n", "p:2:1: there is a tab here; YAML wants blanks in front of keys"),
    ("a: 1\n\tb: 2\n", "p:2:1: there is a tab here; YAML wants blanks in front of keys"),
    ("a: b: c\n", f"p:1:5: {COLON}"),
    ("é: 😀 b: c\n", f"p:1:7: {COLON}"),
    ("a: 1\n  b: 2\n", f"p:2:4: {COLON}"),
    ("a:\n    b: 1\n  c: 2\n", f"p:3:3: {NOT_FIT}"),
    ("a: 1\n]\n", f"p:2:1: {NOT_FIT}"),
    ("a: [ideas] for later\n", f"p:1:12: {GOES_ON}"),
    ("a: 'it's'\n", f"p:1:8: {GOES_ON}"),
    ("a: {b: 1}}\n", f"p:1:10: {GOES_ON}"),
    (
        "a: [1, 2\nb: 3\n",
        "p:2:2: a comma is missing before this place, or the `[` at line 1, column 4 is not closed with `]`",
    ),
    ("a: [1, 2", "p:1:4: this `[` is not closed with `]`"),
    ("a: {b: 1\n", "p:1:4: this `{` is not closed with `}`"),
    ("x: 1\r\na: {b: 1\r\n", "p:2:4: this `{` is not closed with `}`"),
    ("a: [1,,2]\n", "p:1:7: a value is missing here"),
    ('a: "x\nb: 2\n', "p:1:4: the quotation mark that begins here is not closed"),
    ("a: 'x\nb: 2\n", "p:1:4: the quotation mark that begins here is not closed"),
    ("a: `x`\n", "p:1:4: a text that begins with ` needs quotes around it"),
    ("a: @x\n", "p:1:4: a text that begins with @ needs quotes around it"),
    ("a: %x\n", "p:1:4: a text that begins with % needs quotes around it"),
    ("a: *Nothing* changed\n", "p:1:4: a text that begins with * or & needs quotes around it"),
    ("a: & b\n", "p:1:4: a text that begins with * or & needs quotes around it"),
    ("a: ? b\n", "p:1:4: a text that begins with ? needs quotes around it"),
    ("a: - b\n", "p:1:4: a list item (`- `) stands where none is expected; put it on a line of its own, below its key"),
    (
        "a: 1\nproject\nb: 2\n",
        "p:2:1: a key without its colon (`key: value`), or a text of several lines that is not indented",
    ),
    (
        "a: >5 people\n",
        "p:1:7: after `|` or `>` the text begins on the next line; a text that begins with one of them needs quotes",
    ),
    # characters
    ("a: x\x07\n", "p:1:5: there is a character here that no text has (U+0007); is this the right file?"),
    ("é: 1\r\nb: \x00\n", "p:2:4: there is a character here that no text has (U+0000); is this the right file?"),
    ("a: \x80\n", "p:1:4: there is a character here that no text has (U+0080); is this the right file?"),
    ("a: \ud800\n", "p:1:4: there is a character here that no text has (U+D800); is this the right file?"),
    ("a: 1\n\ufeffb: 2\n", "p:2:1: an invisible byte order mark (U+FEFF) stands here, inside the file; delete it"),
    ('a: "\\0"\n', "p:1:4: an escape in this text makes a character that no text has (U+0000); leave it out"),
]


def message(text: str | bytes, *, project: bool = False) -> str:
    with pytest.raises(InputError) as caught:
        read_project(read(text, "p")) if project else read(text, "p")
    return caught.value.text(excerpts=False)


@pytest.mark.parametrize(("text", "says"), FILES)
@pytest.mark.parametrize("parser", ["as installed", "pure Python"])
def test_a_file_that_is_no_good_is_answered_in_these_words_by_either_parser(text, says, parser, monkeypatch):
    if parser == "pure Python":
        monkeypatch.setattr(reader, "LOADER", PureLoader)
    assert message(text) == says


@pytest.mark.parametrize("parser", ["as installed", "pure Python"])
@pytest.mark.parametrize("escape", ["\\d", "\\ud800", "\\U00110000", "\\xzz"])
def test_an_escape_that_means_nothing_is_refused_at_its_line(parser, escape, monkeypatch):
    if parser == "pure Python":
        monkeypatch.setattr(reader, "LOADER", PureLoader)
    with pytest.raises(InputError) as caught:
        read(f'a: "{escape}"\n', "p")
    assert [p.line for p in caught.value.problems] == [1]


BYTES = [
    (
        "Größe: 1\n".encode("latin-1"),
        "p:1:3: this is not text in UTF-8 (byte 0xf6); save the file as UTF-8 and try again",
    ),
    (
        "é: 1\nü: “".encode() + b"\x93",
        "p:2:5: this is not text in UTF-8 (byte 0x93); save the file as UTF-8 and try again",
    ),
    (b"\xef\xbb\xbfa: \xff", "p:1:4: this is not text in UTF-8 (byte 0xff); save the file as UTF-8 and try again"),
    ("a: 1".encode("utf-16"), "p:1:1: the file seems to be in UTF-16 or UTF-32; save it as UTF-8 and try again"),
    ("a: 1".encode("utf-16-le"), "p:1:1: the file seems to be in UTF-16 or UTF-32; save it as UTF-8 and try again"),
    ("a: 1".encode("utf-32-be"), "p:1:1: the file seems to be in UTF-16 or UTF-32; save it as UTF-8 and try again"),
    (
        b"PK\x03\x04\x14",
        "p:1:1: this looks like a Word, Excel or zip file; save what it says as plain text in UTF-8 and try again",
    ),
    (b"%PDF-1.7", "p:1:1: this looks like a PDF; save what it says as plain text in UTF-8 and try again"),
    (b"{\\rtf1", "p:1:1: this looks like a rich text file; save what it says as plain text in UTF-8 and try again"),
    (b"\0\0\0\0", "p:1:1: there is a character here that no text has (U+0000); is this the right file?"),
    (
        b"a" * 1_000_001,
        (
            "p:1:1: the file has 1,000,001 bytes; at most 1,000,000 are read. Is this the right file? "
            "Long documents belong under `sources`, by name"
        ),
    ),
]


@rows("data, says", BYTES)
def test_what_is_no_text_in_utf_8_is_said_in_these_words(data, says):
    assert message(data) == says


STAGES = "priorities, design, funding, governance, delivery, analysis, sharing, implementation"
PHASES = "idea, applying, funded, running, paused, finished, cancelled, unknown"
KEY_DATES = "idea, submitted, funded, start, data_collection, end, source, note, disputed"
LEAVE_OUT = "leave the key out where nothing is told, or write 'unknown' where it was asked and is not known"

PROJECTS: list[tuple[str, str]] = [
    # who owns the work, who in a stage, other accounts, pauses
    (
        "organisations: {a: {does: owns}}",
        (
            "p:2:21: organisations.a.does: 'owns' is not one of the choices; allowed: runs, hosts, funds, partner, employs contributors, "
            "commissioned, orders, uses results"
        ),
    ),
    (
        "organisations: {a: {governed_by: users}}",
        "p:2:21: organisations.a.governed_by: 'users' is not one of the choices; allowed: people affected, others, both, unknown",
    ),
    (
        "organisations: [a]",
        "p:2:1: organisations: a list stands here where names with something below them are needed (`name: …`)",
    ),
    (
        "organisations: {union: {}}\nstages: {design: {organisations: [unoin]}}",
        "p:3:35: stages.design.organisations[0]: 'unoin' is not under `organisations`; allowed: union; did you mean 'union'?",
    ),
    (
        "rooms: {a: {disputed: yes}}",
        (
            "p:2:13: rooms.a.disputed: 'yes' says too little here; write who tells it otherwise and what they say: "
            "`disputed: {by: contributors, says: …}`, or `none` where nobody does"
        ),
    ),
    (
        "rooms: {a: {disputed: {by: contributors}}}",
        "p:2:13: rooms.a.disputed: 'says' is missing; it is needed here: what they say, in a sentence.",
    ),
    ("influence: {log: [{by: contributors}]}", "p:2:19: influence.log[0]: one of these is needed here: said, changed"),
    (
        "project: {paused: 2020}",
        "p:2:11: project.paused: 'paused' is not a key here; write `phase: paused`, and when, by whom and why under `stopped`",
    ),
    (
        "stages: {design: {status: paused}}",
        (
            "p:2:19: stages.design.status: 'paused' is said of the whole work, as `project.phase`; of one practice write 'stopped', "
            "with `stopped_by`"
        ),
    ),
    (
        "power: {final_say: {source: m}}\nsources: {m: {}}",
        (
            "p:2:9: power.final_say: 'who' is missing; it is needed here: who: contributors, together, team (who runs the work, also a council or a ministry that does), above (who funds, commissions or governs it), outside the team (who does neither: a court, a regulator, a parliament, a landlord); several where the "
            "last word is shared out."
        ),
    ),
    (
        "timing: {first_involved: before the designs}",
        (
            "p:2:10: timing.first_involved: 'designs' is not a stage or a date of the project; allowed: priorities, design, funding, "
            "governance, delivery, analysis, sharing, implementation, submission, the start, data collection, the end; did you mean 'design'?"
        ),
    ),
    (
        "reward: {budget: {amount: 2.5% of the whole}}",
        "p:2:19: reward.budget.amount: '2.5% of the whole' is a part of a whole and no amount; write the amount itself",
    ),
    (
        "reward: {pay: {rate: £25 per hour plus 12.07% holiday pay}}",
        "p:2:16: reward.pay.rate: '£25 per hour plus 12.07% holiday pay' says more than an amount; write the amount alone, and the rest under `note`",
    ),
    (
        "reward: {pay: {rate: 27.50 per hour daily}}",
        "p:2:16: reward.pay.rate: '27.50 per hour daily' is an amount for a day and for an hour; write the one that is meant",
    ),
    (
        "reward: {budget: {amount: £20 something}}",
        "p:2:19: reward.budget.amount: '£20 something' says more than an amount; write the amount alone, and the rest under `note`",
    ),
    # keys and closed choices, each with the nearest guess
    (
        "project: {phase: runing}",
        f"p:2:11: project.phase: 'runing' is not one of the choices; allowed: {PHASES}; did you mean 'running'?",
    ),
    (
        "project: {phase: [running]}",
        f"p:2:11: project.phase: a list is not one of the choices; allowed: {PHASES}; did you mean 'running'?",
    ),
    ("project: {phase: xyz}", f"p:2:11: project.phase: 'xyz' is not one of the choices; allowed: {PHASES}"),
    (
        "project: {dates: {strat: 2020}}",
        f"p:2:19: project.dates.strat: 'strat' is not a key here; allowed: {KEY_DATES}; did you mean 'start'?",
    ),
    (
        "project: {dates: {data-collection: 2020}}",
        (
            f"p:2:19: project.dates.data-collection: 'data-collection' is not a key here; allowed: {KEY_DATES}; "
            "did you mean 'data_collection'?"
        ),
    ),
    (
        "project: {topic_sensitive: on}",
        "p:2:11: project.topic_sensitive: 'on' is not one of the choices; allowed: yes, no, unknown; did you mean 'yes'?",
    ),
    (
        "project: {topic_sensitive: off}",
        "p:2:11: project.topic_sensitive: 'off' is not one of the choices; allowed: yes, no, unknown; did you mean 'no'?",
    ),
    ("project: {topic_sensitive: n/a}", f"p:2:11: project.topic_sensitive: 'n/a' is not an answer; {LEAVE_OUT}"),
    (
        "project: {dates: soon}",
        f"p:2:11: project.dates: 'soon' stands here where keys are needed (`key: value`); allowed: {KEY_DATES}",
    ),
    (
        "project: {dates: [2020]}",
        f"p:2:11: project.dates: a list stands here where keys are needed (`key: value`); allowed: {KEY_DATES}",
    ),
    ("project: {title: [a]}", "p:2:11: project.title: a list stands here where a text is needed"),
    (
        "power: {decisions: [{when: 2020}]}",
        "p:2:21: power.decisions[0]: 'what' is missing; it is needed here: what was decided.",
    ),
    (
        "power: {decisions: {entrys: []}}",
        "p:2:21: power.decisions.entrys: 'entrys' is not a key here; allowed: complete, entries, source, note, disputed; did you mean 'entries'?",
    ),
    (
        "stages: partly",
        f"p:2:1: stages: 'partly' says too little here; write the stages below it ({STAGES}), or `none`",
    ),
    (
        "views: [{by_principle: {power: {agree: 3}, Power: {agree: 1}}}]",
        "p:2:44: views[0].by_principle.Power: 'Power' stands here a second time, for it says the same as 'power'",
    ),
    # counts, dates, money, periods
    ("project: {researchers: -2}", "p:2:11: project.researchers: '-2' is less than nothing; a count is 0 or more"),
    (
        "project: {researchers: most}",
        "p:2:11: project.researchers: 'most' is a share and no count; write how many, or leave it out",
    ),
    ("project: {researchers: 1.5}", f"p:2:11: project.researchers: '1.5' is no whole number; {COUNTS}"),
    (
        "project: {researchers: 8 to 5}",
        "p:2:11: project.researchers: '8 to 5' runs backwards; write the smaller number first, as in '5 to 8'",
    ),
    (
        "project: {researchers: 2 weeks}",
        "p:2:11: project.researchers: '2 weeks' names a unit; write the number alone, in the unit that the key names",
    ),
    (
        "project: {researchers: 9 of 15}",
        "p:2:11: project.researchers: '9 of 15' holds two numbers; write the one that is asked for here",
    ),
    ("filled_in: {when: 2024-02-30}", f"p:2:13: filled_in.when: '2024-02-30' is not a day in the calendar; {DATES}"),
    ("filled_in: {when: 2024-13}", f"p:2:13: filled_in.when: '2024-13' is not a day in the calendar; {DATES}"),
    (
        "filled_in: {when: 30 February 2024}",
        f"p:2:13: filled_in.when: '30 February 2024' is not a day in the calendar; {DATES}",
    ),
    (
        "filled_in: {when: 31/12/24}",
        "p:2:13: filled_in.when: '31/12/24' can be misread: its year has two digits; write 2024-12-31 for 31 December",
    ),
    (
        "filled_in: {when: 03/04/2024}",
        "p:2:13: filled_in.when: '03/04/2024' can be misread; write 2024-04-03 for 3 April, or 2024-03-04 for 4 March",
    ),
    (
        "filled_in: {when: 0000}",
        "p:2:13: filled_in.when: '0000' is not a year that can be meant here; years from 1800 to 2199 are read",
    ),
    ("filled_in: {when: June}", "p:2:13: filled_in.when: 'June' does not say which year; write it as in 'June 2020'"),
    ("filled_in: {when: today}", f"p:2:13: filled_in.when: 'today' is another day whenever the file is read; {DATES}"),
    ("filled_in: {when: 2022 to 2021}", "p:2:13: filled_in.when: '2022 to 2021' ends before it begins"),
    ("filled_in: {when: [2020]}", f"p:2:13: filled_in.when: a date is needed here, not a list; {DATES}"),
    ("filled_in: {when: tbc}", f"p:2:13: filled_in.when: 'tbc' is not an answer; {LEAVE_OUT}"),
    (
        "reward: {pay: {rate: plenty}}",
        "p:2:16: reward.pay.rate: 'plenty' holds no amount; write '27.50 per hour', '1200', 'none' or 'unknown'",
    ),
    ("reward: {pay: {rate: £-5}}", "p:2:16: reward.pay.rate: '£-5' is less than nothing; an amount is 0 or more"),
    (
        "reward: {pay: {rate: 1.200}}",
        "p:2:16: reward.pay.rate: '1.200' can be misread; write it without marks ('1200') or with two decimals",
    ),
    (
        "rooms: {a: {meets_every: biannually}}",
        "p:2:13: rooms.a.meets_every: 'biannually' can be misread; write 'twice a year' or 'every 2 years'",
    ),
    (
        "rooms: {a: {meets_every: often}}",
        (
            "p:2:13: rooms.a.meets_every: 'often' is not a length of time; "
            "write '6 months', '2 weeks', 'monthly', 'quarterly', 'twice a year' or 'unknown'"
        ),
    ),
    # what refers to something that is not there, and what cannot be
    (
        "stages: {design: {rooms: [board]}}",
        "p:2:27: stages.design.rooms[0]: 'board' is not under `rooms`; add it there: `rooms: {board: …}`",
    ),
    (
        "stages: {design: {rooms: board}}",
        "p:2:19: stages.design.rooms: 'board' is not under `rooms`; add it there: `rooms: {board: …}`",
    ),
    (
        "rooms: {advisory_group: {}}\npower: {decisions: [{what: x, room: advisory_grup}]}",
        "p:3:31: power.decisions[0].room: 'advisory_grup' is not under `rooms`; allowed: advisory_group; did you mean 'advisory_group'?",
    ),
    (
        "sources: {minutes_3: {}}\nhonesty: {meaning: {source: [minutes_3, minutes_4]}}",
        "p:3:41: honesty.meaning.source[1]: 'minutes_4' is not under `sources`; allowed: minutes_3; did you mean 'minutes_3'?",
    ),
    (
        "filled_in: {when: {before: desing}}",
        (
            f"p:2:13: filled_in.when: 'desing' is not a stage or a date of the project; allowed: {STAGES}, submission, the start, "
            "data collection, the end; did you mean 'design'?"
        ),
    ),
    (
        "stages: {work_has: [funding], design: involved}",
        "p:2:31: stages.design: the work has no stage 'design': `stages.work_has` lists funding",
    ),
    (
        "stages: {work_has: [funding]}\ntiming: {first_involved: before design}",
        "p:3:10: timing.first_involved: the work has no stage 'design': `stages.work_has` lists funding",
    ),
    (
        "stages: {answer: none, design: involved}",
        "p:2:24: stages.design: `none` says that nobody is involved in any stage, so no stage can be told",
    ),
    (
        "honesty: {meaning: {since: 2020, until: 2019}}",
        "p:2:34: honesty.meaning.until: it ends (2019) before it begins (2020)",
    ),
    (
        "honesty: {meaning: {answer: no, status: done}}",
        "p:2:33: honesty.meaning.status: `answer: no` and `status: done` contradict each other; keep the one that is true",
    ),
    ("views: [{asked: 5, answered: 7}]", "p:2:20: views[0].answered: more answered (7) than were asked (5)"),
    (
        "views: [{answered: 5, by_principle: {power: {agree: 4, disagree: 3}}}]",
        "p:2:38: views[0].by_principle.power: 7 answers stand here, but only 5 people answered",
    ),
    # a key with nothing behind it, which would get lost without a word
    (
        "sources: {a: {title: Application, table 4}}",
        (
            "p:2:35: sources.a.table 4: 'table 4' is not a key here, and nothing stands behind it; "
            "a text that holds a comma needs quotes around it inside { } or [ ]"
        ),
    ),
    (
        "project: {dates: {strat: }}",
        "p:2:19: project.dates.strat: 'strat' is not a key here, and nothing stands behind it; did you mean 'start'?",
    ),
    # several at once, and nothing said twice
    (
        "stages: {design: {rooms: [board], role: invloved}}\nfilled_in: {when: 2024-13}",
        (
            "p:2:27: stages.design.rooms[0]: 'board' is not under `rooms`; add it there: `rooms: {board: …}`\n"
            "p:2:35: stages.design.role: 'invloved' is not one of the choices; allowed: none, informed, consulted, consulted or involved, involved, involved or "
            "decided together, decided together, led, unknown; did you mean 'involved'?\n"
            f"p:3:13: filled_in.when: '2024-13' is not a day in the calendar; {DATES}"
        ),
    ),
    (
        "rooms: here\nstages: {design: {rooms: [board]}}",
        "p:2:1: rooms: 'here' stands here where names with something below them are needed (`name: …`)",
    ),
    (
        "views: [{by_principle: {power: {agree: -1}}}]",
        "p:2:33: views[0].by_principle.power.agree: '-1' is less than nothing; a count is 0 or more",
    ),
]


@rows("text, says", PROJECTS)
def test_a_project_that_cannot_be_is_answered_in_these_words(text, says):
    assert message("format: 1\n" + text + "\n", project=True) == says


def test_a_file_without_its_format_is_asked_for_it():
    assert message("project: {title: x}\n", project=True) == (
        "p:1:1: 'format' is missing; it is needed here: the version of this file format: 1."
    )
    assert message("format: 2\n", project=True) == "p:1:1: format: '2' is not one of the choices; allowed: 1"


def test_an_unknown_section_is_answered_with_all_sections_and_the_nearest():
    says = message("format: 1\nrewards: {}\n", project=True)
    assert says.startswith(
        "p:2:1: rewards: 'rewards' is not a key here; allowed: format, project, filled_in, sources, rooms, "
    )
    assert says.endswith("; did you mean 'reward'?")


def test_the_line_is_shown_with_a_caret_below_the_column():
    with pytest.raises(InputError) as caught:
        read_project(read("format: 1\nproject: {phase: runing}\n", "p"))
    assert caught.value.text().splitlines()[1:] == ["    project: {phase: runing}", "              ^"]


def test_of_a_very_long_line_the_part_around_the_column_is_shown():
    line = "a: [" + "x, " * 500 + "&y z]"
    with pytest.raises(InputError) as caught:
        read(line, "p")
    _, shown, caret = caught.value.text().splitlines()
    assert len(shown) < 180
    assert shown.startswith("    …")
    assert shown[caret.index("^")] == "&"


def test_the_caret_stands_below_wide_characters():
    with pytest.raises(InputError) as caught:
        read("a: {日本: &x 1}", "p")
    assert caught.value.text().splitlines()[2] == " " * 4 + " " * (4 + 4 + 2) + "^"


def test_what_moves_the_cursor_or_turns_the_text_never_reaches_the_terminal():
    evil = "a\u202eb\u2066c\u200fd\x1b[31me\x9bf\x85g\u2028h\ufeffi\rj\nk"
    error = InputError(evil, [Problem(1, 1, evil, evil)], [evil])
    text = error.text()
    assert len(text.split("\n")) == 3
    assert not set(text) & set("\u202e\u2066\u200f\x1b\x9b\x85\u2028\ufeff\r")
    assert readable("a\tb") == "a b"


def test_a_key_that_turns_the_text_is_quoted_harmlessly():
    with pytest.raises(InputError) as caught:
        read_project(read('format: 1\n"x\\n\\u202Ey": 1\n', "p"))
    first = caught.value.text(excerpts=False)
    assert "\n" not in first
    assert "\u202e" not in first


def test_what_is_quoted_is_cut_where_it_is_long():
    says = message(f"format: 1\nproject: {{phase: {'x' * 5000}}}\n", project=True)
    assert "'" + "x" * 59 + "…' is not one of the choices" in says
    assert len(says) < 400


def test_many_problems_are_listed_up_to_a_bound_and_the_rest_is_said():
    with pytest.raises(InputError) as caught:
        read_project(read("format: 1\n" + "".join(f"k{n}: 1\n" for n in range(5000)), "p"))
    assert len(caught.value.problems) == load.MAX_PROBLEMS + 1
    assert caught.value.problems[-1].says == "only the first 100 problems are listed"


def test_many_blank_keys_are_listed_up_to_the_same_bound():
    with pytest.raises(InputError) as caught:
        read_project(read("format: 1\n" + "".join(f"k{n}:\n" for n in range(5000)), "p"))
    assert len(caught.value.problems) == load.MAX_PROBLEMS + 1


def test_problems_come_in_the_order_of_their_lines_and_once_each():
    error = InputError(
        "p", [Problem(3, 1, "", "c"), Problem(1, 5, "", "b"), Problem(1, 2, "", "a"), Problem(1, 2, "", "a")]
    )
    assert [p.says for p in error.problems] == ["a", "b", "c"]


def test_the_error_passes_from_process_to_process():
    error = InputError("p", [Problem(1, 1, "a", "b")], ["line"])
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (again.text(), again.name, again.problems) == (error.text(), "p", error.problems)


@rows(
    "word, allowed, guess",
    [
        ("runing", ("idea", "running"), "running"),
        ("RUNNING", ("idea", "running"), "running"),
        ("co prod", ("co-production", "led"), "co-production"),
        ("first-involved", ("first_involved", "x"), "first_involved"),
        ("on", ("yes", "no", "unknown"), "yes"),
        ("maybe", ("yes", "no", "unknown"), "unknown"),
        ("zzz", ("yes", "no"), None),
        ("", ("yes", "no"), None),
        ("y" * 1000, ("yes", "no"), None),
    ],
)
def test_the_nearest_guess(word, allowed, guess):
    assert nearest(word, allowed) == guess


class _Part(Told):
    """A part."""

    dates: dict[str, str] | None = asks("Names.")


def test_a_part_refuses_what_it_does_not_ask_for():
    with pytest.raises(TypeError, match="does not ask for"):
        _Part(nothing=1)
    with pytest.raises(AttributeError, match="frozen"):
        _Part(dates={}).dates = None  # type: ignore[misc]
    assert _Part(dates={}) == _Part(dates={}) != _Part()


def test_a_document_without_places_puts_everything_at_the_beginning():
    with pytest.raises(InputError) as caught:
        read_project(Document("made", {"format": "1", "care": "x"}, []))
    assert (caught.value.problems[0].line, caught.value.problems[0].column) == (1, 1)
