"""Files that are wrong in every way that the tool tells apart, by what reads them: for tests that hold all messages against something."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from load.test_messages import FILES, PROJECTS
from support import shipped

from involve_audit.importing.kept import read_kept
from involve_audit.load import read, read_project
from involve_audit.policy.baseline import load_baseline
from involve_audit.policy.boxes_file import load_boxes
from involve_audit.policy.policy_file import check_names, load_policy
from involve_audit.policy.settings_file import load_pyproject, load_settings
from involve_audit.policy.waivers import load_waivers
from involve_audit.survey.collect import read_answers
from involve_audit.wording.messages import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NAME = "p.yaml"


def _policy(data: bytes) -> None:
    check_names(load_policy(data, NAME), shipped().rubric)


READERS: dict[str, Callable[[bytes], object]] = {
    "project": lambda data: read_project(read(data, NAME)),
    "policy": _policy,
    "waivers": lambda data: load_waivers(data, NAME, shipped().rubric, dt.date(2026, 11, 20)),
    "baseline": lambda data: load_baseline(data, NAME),
    "settings": lambda data: load_settings(data, NAME),
    "pyproject": lambda data: load_pyproject(data, NAME),
    "boxes": lambda data: load_boxes(data, NAME),
    "mapping": lambda data: read_kept(data, NAME),
    "answers": lambda data: read_answers(data, NAME),
}

_ROOM = "voices: {rooms: [{room: panel, characteristic: ethnic_group_5, "
_AGREED = "agreed_with: {who: contributors, how_many: 4, when: 2026-10}"
_WAIVED = (
    "rule: gate/{gate}, reason: The group met again in spring and agreed, owner: involvement lead, until: 2027-03-31"
)

MORE: dict[str, tuple[str | bytes, ...]] = {
    "project": (
        b"PK\x03\x04", b"%PDF-1.4", b"\xff\xfea\x00", b"a: \xe9\n", "x" * 1_000_001, "name,age\nAnn,7\n", "a: [" + "x, " * 40_001 + "]",
        "[" * 60, 'a: "\\q"\n', "a: !<\n", "a: 'x\n", "policy: 1\ntitle: Ours\n",
        *(
            f"format: 1\n{told}\n"
            for told in (
                "\n".join(f"quagga{n}: 1" for n in range(120)),
                "project: {cancelled: 2020}", "project: {status: done}", "project: {voices: x}", "project: {kind: quagga}",
                "project: {dates: {start: 31 Fooary}}", "project: {dates: {start: FY 2024}}", "project: {dates: {start: month 0}}",
                "project: {dates: {start: Monday 2 June 2020}}", "project: {dates: {start: Monday June 2020}}",
                f"project: {{dates: {{start: {'long ' * 40}}}}}", "project: {researchers: quaggas}", "project: {researchers: [7]}",
                "reward: {pay: {rate: '1.20.0'}}", "reward: {pay: {rate: 20 and 30}}", "reward: {pay: {rate: £20 €}}",
                "reward: {pay: {rate: 30 to 20}}", "reward: {pay: {rate: 1234567890123}}", "reward: {pay: {rate: 12 and 13 and 14}}",
                "rooms: {panel: {meets_every: -2 weeks}}", "power: {final_say: quagga}", "reward: {pay: quagga}", "reward: {pay: tbc}",
                "honesty: {meaning: {disputed: yes}}", "honesty: {meaning: agreed}", "rooms: {panel: paused}", "honesty: {meaning: {status: paused}}",
                "views: [{by_principle: {power: quagga}}]", "views: [{by_principle: {power: {unsure: 3}}}]",
                "filled_in: {source: x}", "rooms: {panel: shared}", "voices: {missing: [tbc], excluded: [nobody]}", "voices: {studied: [[men]]}", "influence: {log: [{said: x, outcome: quagga}]}", "sources: {a: {kind: quagga}}",
                "care: {disputed: {by: team, says: x}}", "power: {disputed: {by: team, says: x}}",
                "project: {phase: running, called: involvement, disputed: {by: team, says: x}}", "project: {phase: running, disputed: {by: team, says: x, about: quagga}}",
                "power: {final_say: team, agenda: {status: done}, disputed: [{by: team, says: x, about: [quagga, agenda]}]}",
                "findings: [{by: court, when: 2021, says: heard, overturned_by: {by: court, when: 2020}}]",
                "findings: [{by: contributors, says: heard, overturned_by: {by: court}}]",
                f"rooms: {{panel: {{}}}}\n{_ROOM}in_the_room: [{{White: 7}}]}}]}}", f"rooms: {{panel: {{}}}}\n{_ROOM}groups_present: quagga}}]}}",
                f"rooms: {{panel: {{}}}}\n{_ROOM}list: ethnic_group_5 2021, in_the_room: [Quagga, Wite]}}]}}",
                f"rooms: {{panel: {{}}}}\n{_ROOM}list: ethnic_group_6 2021}}]}}",
                f"rooms: {{panel: {{}}}}\n{_ROOM}list: ethnic_group_19 2021, in_the_room: [Quagga]}}]}}",
                f"rooms: {{panel: {{}}}}\n{_ROOM}in_the_room: [Ours], not_known: [Ours]}}, {{room: panel, characteristic: ethnic_group_5}}]}}",
            )
        ),
    ),
    "policy": (
        "", "policy: 1\n", "policy: 1\ntitle: Ours\npass_mark: 60\n", "policy: 1\ntitle: Ours\nlevels: {reward: 4, pay: 2}\nrung: colaboration\n",
        "policy: 1\ntitle: Ours\nmay_stay_open: {applying: [quagga]}\n",
        "policy: 1\ntitle: Ours\ngates: [lone-voices]\nmay_stay_open: {applying: [enough-is-told, quagga]}\n",
        "policy: 1\ntitle: Ours\ntold: [rewards]\nreview: {not_older_than: quagga}\n",
        "policy: 1\ntitle: Ours\nrubric: {id: x, sha256: quagga}\nmay_stay_open: {applying: [enough-told, quagga]}\n", "format: 1\nproject: {title: A}\n",
    ),
    "waivers": (
        "waivers: 1\nwaived: unknown\n",
        "waivers: 1\nwaived: [{rule: gate/zzz, reason: x, owner: nobody, until: soon}, {rule: [x], reason: [x], owner: [x]}]\n",
        *(
            f"waivers: 1\nwaived: [{{{_WAIVED.format(gate=gate.id)}{agreed}}}, {{{_WAIVED.format(gate=gate.id)}{agreed}}}]\n"
            for gate in shipped().rubric.gates
            for agreed in ("", f", {_AGREED}", f", {_AGREED}".replace("contributors", "team"), f", {_AGREED}".replace("4", "0"),
                           f", {_AGREED}".replace("2026-10", "yes"), f", {_AGREED}".replace("2026-10", "2027-10"))
        ),
        *(f"waivers: 1\nwaived: [{{{_WAIVED.format(gate='x').replace('gate/x', rule)}}}]\n" for rule in ("flag/said-not-herd", "zzzz/zzzz", "gate/zzzz")),
        f"waivers: 1\nwaived: [{{{_WAIVED.format(gate='x').replace('The group met again in spring and agreed', 'tbd')}}}]\n",
    ),
    "baseline": (
        "{", "[" * 100_000, '{"baseline": ' + "7" * 5000 + "}", "{}", '{"baseline": "7"}', '{"baseline": "1"}', '{"policy": "1", "title": "Ours"}',
        ('{"baseline": "1", "files": {"a": [{"rule": "b", "state": "quagga", "level": "x"}]}, "rubric": {"id": "", "version": "", "sha256": ""}, '
        '"tool": {"name": "", "version": ""}, "policy": {"sha256": ""}, "date": ""}'),
    ),
    "settings": ("settings: 1\npolcy: x\n", "settings: 1\npolicy: ' '\n", "settings: 2\n"),
    "pyproject": ("[tool.involve-audit]\npolcy = 'x'\n", "[tool.involve-audit]\npolicy = ' '\n", "[tool.involve-audit]\npolicy = x\n",
                  "[tool.involve-audit]\npolicy = " + "[" * 10_000 + "\n"),
    "boxes": (
        ("boxes: 1\ntitle: Ours\nsource: x\nread: 2026-10-01\nform: [{title: A, words: 350, holds: [purpos]}, {title: B, holds: [purpose], words: up to 5, limit: not known}, "
        "{title: C, words: 2, holds: [purpose]}]\n"),
    ),
    "mapping": ("involve_audit_mapping: 2\n", "involve_audit_mapping: 1\nsheets: {Log: {Heading: quagga}}\n"),
    "answers": ("involve_audit_answer: 1\n", "involve_audit_answers: 1\nround: spring\nanswers: {power: quagga}\n"),
}  # fmt: skip


def broken() -> Iterator[tuple[str, bytes]]:
    """Each file, with the name of what reads it."""
    for text, _says in FILES:
        yield "project", text.encode("utf-8", "surrogatepass")
    for text, _says in PROJECTS:
        yield "project", f"format: 1\n{text}\n".encode()
    for reader, texts in MORE.items():
        for text in texts:
            yield reader, text if isinstance(text, bytes) else text.encode()


def problems(reader: str, data: bytes) -> InputError | None:
    """What is wrong with a file; None where nothing is."""
    try:
        READERS[reader](data)
    except InputError as error:
        return error
    return None


Q = "Did people have power?"
TABLES: dict[str, bytes] = {
    name: text.encode("utf-8")
    for name, text in {
        "spreadsheet": "PK\x03\x04",
        "page": "<html>",
        "empty": "",
        "open quotation mark": f'{Q},influence\n"yes,no\n',
        "too many cells": "power,influence\nyes,no,partly,no,x\n",
        "cut row": "power,influence,words\nyes,no,a\nyes\nno,b\n",
        "e-mail": "power,e-mail\nyes,ann@example.org\nno,bob@example.org\n",
        "address in a cell": "power,words,quote\nyes,write to ann@example.org please,yes\nno,x,no\n",
        "headers twice": "power,influence\nyes,no\npower,influence\nno,yes\n",
        "answers as headers": "yes,no\nno,yes\n",
        "not known": "power,influence\nyes,rather green\nno,yes\nyes,yes\n",
        "second headers": "power,influence\nQuestion one,Question two\nno,yes\nyes,yes\n",
        "differ": "power,power\nyes,no\nno,no\nyes,yes\nno,no\n",
        "no consent": "power,words,Do you agree to take part in this survey?\nyes,a,yes\nno,b,perhaps\n",
        "unclear consent": "power,words,quote\nyes,a,perhaps\nno,b,no\nyes,c,yes\n",
        "twice": "Response ID,power,influence\n1,yes,no\n1,yes,no\n2,no,no\n3,yes,yes\n",
        "marked": "power,influence,Status\nyes,no,IP Address\nno,no,Survey Preview\nyes,yes,IP Address\nno,yes,IP Address\nyes,yes,IP Address\n",
        "one column": "Opinion about nothing\nyes\nno\n",
        "no column": "aaa,bbb\n1,2\n3,4\n",
        "few": "power,influence,words\nyes,no,a\nno,no,b\n",
        "many": "power,influence,words,rest\n" + "".join(f"{'yes' if n % 2 else 'no'},no,a{n},{n}\n" for n in range(8)),
    }.items()
}
"""Tables of answers that are handed in: most cannot be taken."""
LOGS: dict[str, bytes] = {
    name: text.encode("utf-8")
    for name, text in {
        "log": "Date,What was said,What changed,What came of it,Why not,Who said it,Told back,Colour,E-mail\n"
        "2025-03-12,Bigger letters,The title is bigger,taken up,,contributors,2025-04-01,x,ann@example.org\n"
        "03/04/2025,n/a,yes,done,,somebody,03/05/2025,x,bob@example.org\n"
        "soon,Meet at six,no,perhaps,it costs,people,later,x,\n"
        ",,,,,,,y,\n"
        "Example,e.g. bigger letters,,,,,,,\n"
        "Date,What was said,What changed,What came of it,Why not,Who said it,Told back,Colour,E-mail\n"
        '2025-05-01,"Call ann@example.org",none,refused,no money,carers,yes,x,\n',
        "decisions": "Date,Decision,Decided by,Outcome\n2025-03-12,The title,together,done\nsoon,,somebody,perhaps\n",
        "payments": "Date,Meeting,Group,Hours,Rate,Amount paid\n2025-03-12,First,Panel,2,25,50\n2025-04-12,Second,Panel,2,plenty,60\nTotal,,,4,,110\nPanel,,,,,\n",
        "budget": "Budget line,Planned cost\nVouchers,500\n,300\nTotal,800\n",
        "nothing": "aaa,bbb\n1,2\n",
        "old": "\u00d0\u00cf\u0011\u00e0",
        "empty": "",
    }.items()
}
"""Logs that people keep, each with something that cannot be placed."""
