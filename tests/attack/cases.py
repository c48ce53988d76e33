"""Every kind of file that involve-audit reads, well-formed ones to begin with, and the commands that read it.

A case is a file of a kind, changed at random, and one command run with it in this very process. Whatever stands in a file, a
command ends with 0, 1 or 2, with a message where it is 2, soon, and prints nothing that could act on a terminal or a log.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import re
import signal
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer.main
import yaml
from attack import mutations

from involve_audit import assess
from involve_audit.__main__ import main
from involve_audit.cli import app
from involve_audit.load import read
from involve_audit.rubric import shipped

if TYPE_CHECKING:
    from involve_audit.load import Document
    from involve_audit.results.audit import Audit
    from involve_audit.rubric.model import LoadedRubric

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLES = ROOT / "examples"
TOO_LONG = 2.0
"""Seconds of processor time that no case may take."""
ONCE_IN = 20
"""Long files, and commands that take long, are tried once in so many cases."""
GIVEN_UP = 20
"""Seconds of processor time after which a case is ended that does not end by itself; thirty times as many where it only waits."""
ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")
"""What could move a cursor, break a line for some readers, or turn the reading direction."""


@dataclass(frozen=True)
class Start:
    """A well-formed file: its ending (or its name, where it is found by that), its bytes, and what it holds where it is JSON or YAML.

    A long one is tried `seldom`: what goes wrong in it mostly goes wrong in a short one, in a twentieth of the time.
    """

    ending: str
    data: bytes
    tree: Any = None
    seldom: bool = False


@dataclass(frozen=True)
class Kind:
    """A kind of file.

    Attributes:
        starts: well-formed files of this kind.
        commands: commands that read one: `{file}` stands for it, and `{out}` for a name that may be written.
        change: how one is changed at random.
        seldom: commands that take longest, so that they are tried once in `ONCE_IN` files.
    """

    starts: tuple[Start, ...]
    commands: tuple[tuple[str, ...], ...]
    change: Callable[[random.Random, Start], bytes] = field(
        default=lambda rng, s: mutations.changed(rng, s.data, s.tree)
    )
    seldom: tuple[tuple[str, ...], ...] = ()

    @property
    def quick(self) -> tuple[Start, ...]:
        """The starts that are tried most."""
        return tuple(s for s in self.starts if not s.seldom) or self.starts


@dataclass(frozen=True)
class Outcome:
    """What became of a case.

    Attributes:
        code: the exit code; None where there is none.
        wrong: what was wrong, without what depends on the case; empty where nothing was.
        seconds: of processor time.
    """

    number: int
    command: tuple[str, ...]
    code: int | None
    wrong: str
    seconds: float
    data: bytes = b""


SMALL = b"""format: 1
project: {title: Waiting well, phase: running, called: [co-production], topic_sensitive: no}
sources:
  minutes: {kind: minutes, date: 2025-02-11}
rooms:
  panel: {contributors: 24, researchers: 2, power: advises, votes: none, source: minutes}
stages:
  priorities: {role: consulted, status: done, when: 2024, asked: what matters most to you}
  design: {role: involved, status: done, when: 2025-01, source: minutes, rooms: [panel]}
power: {final_say: team, decisions: [{what: the question, stage: priorities, decided_by: together, when: 2024-02, became: done, source: minutes}]}
voices: {matters: [{group: night workers, why: they use it most}], missing: [{group: carers, why: [trust], basis: assumed}]}
influence: {heard: {answer: yes, said_by: contributors, source: minutes}}
reward: {pay: {offered: all, rate: 20 GBP per hour, status: done}}
views:
  - {of: contributors, asked: 12, answered: 9, anonymous: yes, when: 2025-05, by_principle: {influence: {agree: 7, disagree: 2}}, statement: We wait., words: [It helped]}
"""
SMALL_RUBRIC = (ROOT / "tests" / "cli" / "small-rubric.yaml").read_bytes()
TINY = b"format: 1\nproject: {title: Waiting well, phase: finished}\nstages: none\nreward: {pay: none}\n"
"""A project file that is quickly judged, though policies, waivers and baselines find something in it."""
COUNTS = b"characteristic,category,count\nsex,Female,12\nsex,Male,10\nsex,unknown,2\n"
BESIDE = {"project.yaml": SMALL, "other.yaml": TINY}
"""Well-formed project files that stand beside the file of a case."""
_BESIDE = {"".join(read(data, name).lines) for name, data in BESIDE.items()}


def _yaml(data: bytes, kind: str = "project", ending: str = ".yaml", **more: Any) -> Start:
    return Start(ending, data, read(data, "start.yaml", kind).tree, **more)


def _json(data: bytes, **more: Any) -> Start:
    return Start(".json", data, json.loads(data), **more)


def _printed(*arguments: str) -> bytes:
    """What a command writes, as a file to begin with."""
    with _aside() as (folder, _):
        for name, data in BESIDE.items():
            (folder / name).write_bytes(data)
        assert main([*arguments]) in (0, 1)
        return (folder / arguments[-1].rpartition(":")[2]).read_bytes()


_judged: dict[Any, Audit] = {}


def _audit_once(audit_document: Callable[..., Audit]) -> Callable[..., Audit]:
    """Judges the files beside the file of a case once for each day and question, where the case is no rubric and no policy."""

    def once(document: Document, rubric: LoadedRubric, date: Any, policy: Any = None, **how: Any) -> Audit:
        text = "".join(document.lines)
        if text not in _BESIDE or (policy is not None and policy.policy is not None):
            return audit_document(document, rubric, date, policy, **how)
        key = (document.name, text, rubric.sha256, date, repr(policy), tuple(sorted(how.items())))
        if key not in _judged:
            _judged[key] = audit_document(document, rubric, date, policy, **how)
        return _judged[key]

    return once


ONCE = (
    *(
        (owner, name, cache(getattr(owner, name)))
        for owner, name in (
            (typer.main, "get_command"),
            (app._Command, "whole"),
            (app._Group, "whole"),
            (shipped, "load"),
            (shipped, "base"),
        )
    ),
    (assess, "audit_document", _audit_once(assess.audit_document)),
)
"""The parsers of the command line, the shipped rubric and the judgement of what is not changed, made once for all cases: a
command makes them each time it is started."""


@contextlib.contextmanager
def _made_once() -> Iterator[None]:
    """For as long as a case runs, and no longer: other tests change what these make."""
    before = [getattr(owner, name) for owner, name, _ in ONCE]
    for owner, name, once in ONCE:
        setattr(owner, name, once)
    try:
        yield
    finally:
        for (owner, name, _), what in zip(ONCE, before, strict=True):
            setattr(owner, name, what)


@contextlib.contextmanager
def _aside() -> Iterator[tuple[Path, Callable[[], tuple[str, str]]]]:
    """An empty folder to work in, nothing on standard input, and what is printed kept."""
    import tempfile

    before, streams = os.getcwd(), (sys.stdin, sys.stdout, sys.stderr)
    with tempfile.TemporaryDirectory() as folder, _made_once():
        made = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="surrogateescape") for _ in range(3)]
        sys.stdin, sys.stdout, sys.stderr = made

        def printed() -> tuple[str, str]:
            texts = []
            for stream in made[1:]:
                stream.flush()
                texts.append(stream.buffer.getvalue().decode("utf-8", "replace"))  # type: ignore[attr-defined]
            return texts[0], texts[1]

        os.chdir(folder)
        try:
            yield Path(folder), printed
        finally:
            os.chdir(before)
            sys.stdin, sys.stdout, sys.stderr = streams


def _thinned(tree: Any) -> Any:
    """A saved audit of which each list has two entries at most: its texts are as many as the places that print them."""
    if isinstance(tree, dict):
        return {key: _thinned(value) for key, value in tree.items()}
    if not isinstance(tree, list):
        return tree
    return [_thinned(value) for value in (tree[:2] if any(isinstance(value, (dict, list)) for value in tree) else tree)]


def _answer(number: int) -> dict[str, Any]:
    from survey.answering import YES, answers

    return answers(number, YES, words={"said": "We chose the question.", "quote": "yes"})


def _table() -> bytes:
    head = "Honesty;Influence;Words;May we quote?\n"
    return head.encode() + b"".join(
        b"Yes;%s;It was good, %d;No\n" % (b"No" if n % 3 else b"Partly", n) for n in range(9)
    )


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of file, by its name."""
    from advert.documents import docx, paragraph
    from importing.logs import ods, xlsx

    small, full = _yaml(SMALL), _yaml((EXAMPLES / "full" / "project.yaml").read_bytes(), seldom=True)
    judged = ("check", "other.yaml", "--date", "2026-01-01")
    own = _yaml((EXAMPLES / "own-rubric" / "rubric.yaml").read_bytes(), "rubric")
    whole = _yaml(SMALL_RUBRIC, "rubric")
    saved = tuple(
        _json(_printed("report", name, "-o", "saved.json"), seldom=True) for name in ("project.yaml", "other.yaml")
    )
    saved = (*saved, *(_json(json.dumps(_thinned(start.tree), indent=1).encode()) for start in saved))
    reports = ("html", "md", "txt", "sarif", "xml", "gitlab.json", "github.txt", "csv", "json")
    invitation = (
        "# Join us\n\nYou will *decide* with us what we study. We pay 20 pounds an hour, and your travel.\n\n- Ask [Kim](mailto:kim@example.org)\n"
        "- “People like you” decide nothing, said one.\n\n| when | where |\n|---|---|\n| monthly | online |\n\n> Quoted: you have a vote.\n"
    )
    page = (
        '<!DOCTYPE html><html lang="en"><head><title>Join us</title><style>p {color: red}</style></head><body><h1>Join us</h1>'
        '<p>You will decide with us.<br>We pay &pound;20.</p><ul><li>Ask <a href="mailto:kim@example.org">Kim</a></li></ul></body></html>'
    )
    link = '<w:p><w:hyperlink r:id="rId1" xmlns:r="x"><w:r><w:t>Ask us</w:t></w:r></w:hyperlink></w:p>'
    relations = (
        b'<Relationships><Relationship Id="rId1" Type="x/hyperlink" Target="mailto:kim@example.org"/></Relationships>'
    )
    word = docx(
        paragraph("Join us", "Heading1") + paragraph("You will decide with us what we study.") + link,
        more={"word/_rels/document.xml.rels": relations, "word/header1.xml": b"<x/>", "word/comments.xml": b"<x/>"},
    )
    counts = Start(".csv", COUNTS)
    roster = Start(".csv", b"room,sex,age_band\n" + b"panel,Female,25-34\npanel,Male,35-44\n" * 12)
    lists = Start(
        ".csv",
        b"characteristic,category,kind,also,version\nmigration,Came here,one,x;y,2\nmigration,Born here,one,,2\n",
    )
    reference = Start(
        ".csv",
        b"characteristic,category,share,kind,base,answered,note\nsex,Female,0.51,own,16+,yes,\nsex,Male,49%,own,16+,yes,A note\n",
    )
    room = ("room", "--room", "panel", "--joined", "9", "--left", "9")
    rows = [
        ["Date", "Who said it", "What was said", "What changed", "Told back", "Amount"],
        ["03/04/2025", "panel", "The letter is too long", "We cut it to one page", "May 2025", "£20"],
        ["4 May 2025", "carers", "Meet later", "", "", "1.200,50"],
    ]
    log = Start(".csv", "".join(",".join(f'"{c}"' for c in row) + "\n" for row in rows).encode())
    books = (Start(".xlsx", xlsx({"Impact log": rows, "Notes": [["a"]]})), Start(".ods", ods({"Impact log": rows})))
    prose = (
        "# Patient and public involvement\n\nOur advisory group of eight patients meets four times a year. Members are paid £25 per hour, and "
        "travel is paid in advance.\n\n- Patients helped to write the survey in March 2024.\n- The group chose the question together with us.\n"
    )
    taken_in = (("import", "{file}", "--yes", "--dry-run"), ("import", "{file}", "--yes", "--date", "2026-01-01"))
    given = ("views", "add", "project.yaml", "{file}", "--round", "2026-06", "--anonymous", "yes")
    return {
        "project": Kind((small, full), (("check", "{file}"), ("facts", "{file}"), ("views", "verify", "{file}"), ("due", "{file}", "--date", "2026-01-01")), seldom=(("check", "{file}", "-f", "json"), ("report", "{file}", "--full", "-o", "{out}.html"), ("portfolio", "{file}", "-j", "1", "-o", "{out}.csv"))),
        "rubric": Kind((own, own, whole), (("rubric", "show", "{file}"), (*judged, "--rubric", "{file}")), seldom=(("rubric", "lint", "{file}"), *(("explain", word, "--rubric", "{file}") for word in ("power", "pay", "own-word", "heard", "led")))),
        "policy": Kind((_yaml(FUNDER, "policy"),), (("policy", "show", "--policy", "{file}"),), seldom=((*judged, "--policy", "{file}"),)),
        "boxes": Kind((_yaml(BOXES, "boxes"),), (("report", "other.yaml", "--format", "application", "--boxes", "{file}", "-o", "{out}.md"),), seldom=(("report", "other.yaml", "--format", "application", "--boxes", "{file}", "-o", "{out}.docx"),)),
        "settings": Kind(
            (_yaml(SETTINGS[".involve-audit.yaml"], "settings", ".involve-audit.yaml"), Start("pyproject.toml", SETTINGS["pyproject.toml"])),
            (("policy", "show"),), seldom=(judged, ("report", "other.yaml", "-o", "{out}.md", "--date", "2026-01-01")),
        ),
        "waivers": Kind((_yaml(WAIVERS, "waivers"),), ((*judged, "--waivers", "{file}"), (*judged, "--waivers", "{file}", "-f", "sarif"))),
        "baseline": Kind((_json(_printed("check", "other.yaml", "--date", "2026-01-01", "--write-baseline", "base.json")),), ((*judged, "--baseline", "{file}"), (*judged, "--baseline", "{file}", "-f", "gitlab"))),
        "audit": Kind(
            saved,
            (
                *(("report", "{file}", "-o", f"{{out}}.{ending}") for ending in reports),
                *(("report", "{file}", "--edition", "contributors", "-o", f"{{out}}.{ending}") for ending in ("html", "md", "txt")),
                ("report", "{file}", "--meeting", "-o", "{out}.html"),
                *(("report", "{file}", "--format", export, "-o", f"{{out}}.{ending}") for export in ("gripp2", "crosswalk", "application") for ending in ("md", "html")),
                ("report", "{file}", "--pictures", "."),
                ("compare", "{file}", "project.yaml"), ("compare", "project.yaml", "{file}", "-o", "{out}.html"), ("compare", "{file}", "{file}", "-o", "{out}.md"),
            ),
        ),
        "answers": Kind(
            (_json(json.dumps(_answer(1), indent=1).encode()), Start(".yaml", yaml.safe_dump(_answer(2)).encode(), _answer(2)), Start(".csv", _table())),
            (given, (*given, "--dry-run"), (*given, "--map", "honesty=#1", "--map", "influence=#2", "--map", "words=#3", "--map", "quote=#4", "--asked", "12")),
        ),
        "log": Kind((log,), (*taken_in, ("import", "{file}", "--yes", "--dates", "month-first", "--map", "Who said it=leave out"))),
        "workbook": Kind(books, taken_in, lambda rng, s: mutations.of_zip(rng, s.data)),
        "prose": Kind((Start(".md", prose.encode()), Start(".html", page.encode())), (("import", "{file}", "--dry-run"), ("import", "{file}", "--into", "other.yaml"))),
        "copy": Kind((small, full), (("merge", "project.yaml", "{file}"), ("merge", "{file}", "project.yaml"), ("merge", "project.yaml", "{file}", "--agreement"), ("compare", "project.yaml", "{file}"))),
        "private": Kind((counts, roster), ((*room, "{file}"), (*room, "{file}", "--statistics", "--reference", "england_wales_2021", "-o", "{out}.html"))),
        "categories": Kind((lists,), ((*room, "counts.csv", "--categories", "{file}"),)),
        "reference": Kind((reference,), ((*room, "counts.csv", "--statistics", "--reference", "{file}", "-o", "{out}.html"), (*room, "counts.csv", "--statistics", "--reference", "{file}", "-o", "{out}.md"), ("reference", "show", "{file}"))),
        "advert": Kind(
            (Start(".md", invitation.encode()), Start(".txt", invitation.encode()), Start(".html", page.encode())),
            (("advert", "{file}"), ("advert", "{file}", "--project", "project.yaml", "-f", "json")),
        ),
        "word": Kind((Start(".docx", word), Start(".odt", _odt())), (("advert", "{file}"), ("advert", "{file}", "-f", "json")), lambda rng, s: mutations.of_zip(rng, s.data)),
    }  # fmt: skip


FUNDER = (EXAMPLES / "policy" / "funder.yaml").read_bytes()

SETTINGS = {
    ".involve-audit.yaml": b"settings: 1\npolicy: funder.yaml\nrubric: co-production\nwaivers: waivers.yaml\n",
    "pyproject.toml": b'[build-system]\nrequires = []\n\n[tool.involve-audit]\npolicy = "funder.yaml"\nrubric = "co-production"\n',
}
"""Files that are found by their name."""

BOXES = b"""boxes: 1
title: A made-up form
source: made up for this test
read: 2026-11
form:
  - {title: Involvement so far, words: 40, holds: [purpose, so-far]}
  - {title: Anything else, holds: costs}
"""


def _odt() -> bytes:
    """An invitation as LibreOffice keeps it."""
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content xmlns:office="{names}office:1.0" xmlns:text="{names}text:1.0"><office:body>'
            '<office:text><text:h text:outline-level="1">Join us</text:h><text:p>You will decide with us what we study.</text:p><text:list>'
            "<text:list-item><text:p>We pay<text:s/>20 pounds.</text:p></text:list-item></text:list></office:text></office:body></office:document-content>",
        )
    return made.getvalue()


WAIVERS = b"""waivers: 1
waived:
  - {rule: gate/contributors-not-asked, reason: They are asked in the spring, owner: project manager, until: 2026-06-30}
  - rule: gate/unpaid-without-choice
    file: other.yaml
    reason: The money comes in January; until then the team lends it
    owner: project manager
    agreed_with: {who: contributors, how_many: 5, when: 2025-11, how: at the November meeting}
    until: 2026-03-31
"""


class Hangs(BaseException):
    """A case that does not end; nothing in the command line may catch it."""


def _ended(*_: object) -> None:
    raise Hangs


def run(name: str, seed: int, number: int) -> Outcome:
    """Make a case and run it. The same name, seed and number make the same case."""
    kind = kinds()[name]
    rng = random.Random(f"{name} {seed} {number}")
    start = rng.choice(kind.starts if not rng.randrange(ONCE_IN) else kind.quick)
    data = kind.change(rng, start)
    often = kind.commands and (rng.randrange(ONCE_IN) or not kind.seldom)
    return run_file(rng.choice(kind.commands if often else kind.seldom), start.ending, data, number)


LONG = (
    *(("check", "{file}", "-f", name) for name in ("text", "markdown", "json", "sarif", "junit", "github", "gitlab", "csv", "gripp2", "crosswalk", "application")),
    ("check", "{file}", "--all"),
    ("flip", "{file}"),
    ("facts", "{file}"),
    ("ask", "{file}", "--list"),
    ("portfolio", "{file}", "-j", "1"),
    ("portfolio", "{file}", "-j", "1", "--reports", "reports", "--letters", "letters", "-o", "{out}.html"),
    *(("report", "{file}", "-o", f"{{out}}.{ending}") for ending in ("html", "docx", "txt")),
    ("report", "{file}", "--full", "-o", "{out}.html"),
    ("report", "{file}", "--edition", "contributors", "-o", "{out}.html"),
    ("report", "{file}", "--meeting", "-o", "{out}.html"),
    ("report", "{file}", "--pictures", "."),
    ("compare", "{file}", "{file}", "-o", "{out}.html"),
    ("compare", "other.yaml", "{file}"),
    ("due", "{file}", "--date", "2026-01-01"),
)  # fmt: skip
"""The commands that read a project file, however long it is; in every format that takes its own way to the words."""


def run_file(command: tuple[str, ...], ending: str, data: bytes, number: int = 0) -> Outcome:
    """Run one command with one file, beside well-formed ones."""
    file = ending if ending in SETTINGS else f"case{ending}"
    arguments = [a.replace("{file}", file).replace("{out}", "made") for a in command]
    code: int | None = None
    wrong = ""
    with _aside() as (folder, printed):
        for beside, text in BESIDE.items():
            (folder / beside).write_bytes(text)
        (folder / "counts.csv").write_bytes(COUNTS)
        for setting, text in (("funder.yaml", FUNDER), ("waivers.yaml", WAIVERS)) if file in SETTINGS else ():
            (folder / setting).write_bytes(text)
        (folder / file).write_bytes(data)
        can_end = hasattr(signal, "setitimer")
        if can_end:
            held = [(which, signal.signal(which, _ended)) for which in (signal.SIGPROF, signal.SIGALRM)]
            signal.setitimer(signal.ITIMER_PROF, GIVEN_UP)
            signal.setitimer(signal.ITIMER_REAL, 30 * GIVEN_UP)
        begin = time.process_time()
        try:
            code = main(arguments)
        except Hangs:
            wrong = "it did not end"
        except BaseException as error:
            wrong = f"{type(error).__name__} came out"
        finally:
            seconds = time.process_time() - begin
            if can_end:
                signal.setitimer(signal.ITIMER_PROF, 0)
                signal.setitimer(signal.ITIMER_REAL, 0)
                for which, before in held:
                    signal.signal(which, before)
        out, err = printed()
        wrong = wrong or _wrong(folder, file, arguments, code, out, err)
    return Outcome(number, tuple(arguments), code, wrong or ("too slow" if seconds > TOO_LONG else ""), seconds, data)


def _text_of(path: Path) -> str:
    """What a reader may see of a file; of one that is packed, its parts."""
    if path.suffix not in (".docx", ".xlsx"):
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as parts:
        return "\n".join(
            parts.read(name).decode("utf-8") for name in parts.namelist() if name.endswith((".xml", ".rels"))
        )


def _wrong(folder: Path, file: str, arguments: list[str], code: int | None, out: str, err: str) -> str:
    """What is wrong with how a command ended; empty where nothing is."""
    if code not in (0, 1, 2):
        return f"exit code {code}"
    fault = re.search(r"internal error: [^.]*\.py, line \d+", err)
    if fault or "internal error" in err or "Traceback" in err:
        return fault[0] if fault else "internal error"
    if code == 2 and not err.strip() and not out.strip():
        return "exit code 2 without a message"
    there = {path.name for path in folder.iterdir()}
    if any(name.endswith((".part", ".lock")) for name in there):
        return "something half-written was left"
    if "--dry-run" in arguments or code != 0 or arguments[0] not in ("views", "import"):
        for beside, text in BESIDE.items():
            if (folder / beside).read_bytes() != text:
                return "a file was changed that is only read"
    if ACTS.search(err):
        return "standard error could act on a terminal"
    texts = [("standard output", out)] if not {"json", "sarif"} & set(arguments) else []
    for name in sorted(there - {*BESIDE, "counts.csv", "funder.yaml", "waivers.yaml", file}):
        if not name.endswith(".json") or name.endswith("gitlab.json"):
            texts.append((name.rpartition(".")[2], _text_of(folder / name)))
    for what, text in texts:
        found = ACTS.search(text.replace("\r\n", "\n"))
        if found:
            return f"{what} holds U+{ord(found[0]):04X}"
    return ""
