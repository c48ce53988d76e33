"""What holds for every format."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from samples import empty, hostile, rich
from support import rows

from involve_audit import render as package
from involve_audit.render import EDITIONS, FORMATS, TEXTS, format_of, render, words
from involve_audit.results import audit as a
from involve_audit.wording import days

SEARCH = os.pathsep.join(sys.path)
NAMES = TEXTS
PAGES = ("text", "markdown", "html")


def text_of_page(page: str) -> str:
    """The words of an HTML page as a reader sees them."""
    read: list[str] = []

    class Reader(HTMLParser):
        quiet = False

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.quiet = tag in ("style", "title")

        def handle_endtag(self, tag: str) -> None:
            self.quiet = False

        def handle_data(self, data: str) -> None:
            if not self.quiet:
                read.append(data)

    Reader().feed(page)
    return "".join(read)


def readable(name: str, audits: list[a.Audit], layer: str = "full") -> str:
    """A report as one long line of words, however its format breaks and escapes them."""
    text = render(name, audits, layer=layer)
    if name == "html":
        text = text_of_page(text)
    elif name == "markdown":
        text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text.replace("\\\n", "\n").replace("\n>", "\n").replace("**", ""))
    return " ".join(text.replace("│", " ").split()).lower()


def test_every_format_has_a_module_that_renders_and_endings_of_its_own() -> None:
    endings = [e for f in FORMATS.values() for e in f.endings]
    assert len(endings) == len(set(endings))
    assert all(e.startswith(".") and e == e.lower() for e in endings)
    for kind in FORMATS.values():
        assert callable(
            getattr(import_module(f"involve_audit.render.{kind.module}"), "render_bytes" if kind.binary else "render")
        )
        assert set(kind.editions) <= set(EDITIONS)
        assert kind.says


def test_every_module_that_renders_is_in_the_list() -> None:
    folder = Path(package.__file__).parent
    found = {
        p.stem
        for p in folder.glob("*.py")
        if re.search(r"^def render(?:_bytes)?\(\s*audits", p.read_text("utf-8"), re.MULTILINE)
    }
    # What `check` prints of an audit is no format of a report; the text for an application is an export, also as Word.
    assert found - {"__init__", "terminal", "application"} == {f.module for f in FORMATS.values()}


@rows(
    "file, name",
    [("report.md", "markdown"), ("A.HTM", "html"), ("x/report.json", "json"), ("a.txt", "text"), ("html", None)],
)
def test_the_ending_of_a_file_names_its_format(file: str, name: str | None) -> None:
    assert format_of(file) == name


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "audits", [[], [empty()], [rich()], [rich(), empty(), hostile()]], ids=["none", "empty", "rich", "three"]
)
def test_a_report_is_text_that_ends_with_one_line_break_and_is_utf_8(name: str, audits: list[a.Audit]) -> None:
    text = render(name, audits)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert text.encode("utf-8")


@rows("name", NAMES)
def test_a_lone_surrogate_does_not_break_a_report(name: str) -> None:
    assert render(name, [hostile("a\ud800b")]).encode("utf-8")


def test_two_runs_give_the_same_bytes_whatever_the_hash_seed_folder_and_environment(tmp_path: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "from samples import rich, hostile\n"
        "from involve_audit.render import TEXTS, render\n"
        "sys.stdout.buffer.write(''.join(render(n, [rich(), hostile()]) for n in TEXTS).encode())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            cwd=folder,
            env={"PYTHONHASHSEED": seed, "COLUMNS": columns, "TZ": zone, "LANG": lang, "PYTHONPATH": SEARCH},
        ).stdout
        for folder, seed, columns, zone, lang in (
            (tmp_path, "1", "40", "UTC", "C"),
            (Path.cwd(), "2", "200", "Asia/Tokyo", "de_DE"),
        )
    ]
    assert runs[0] == runs[1]
    assert len(runs[0]) > 10_000


def test_the_plain_path_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom involve_audit.render import terminal\n"
        "print([m for m in ('rich', 'jinja2', 'markupsafe', 'pydantic', 'yaml', 'typer') if m in sys.modules])"
    )
    env = {**os.environ, "PYTHONPATH": SEARCH}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
    assert run.stdout.strip() == "[]"


def test_a_renderer_imports_nothing_of_the_project_but_the_audit_and_its_findings() -> None:
    for path in Path(package.__file__).parent.glob("*.py"):
        for imported in re.findall(r"^\s*(?:from|import) (involve_audit[\w.]*)", path.read_text("utf-8"), re.MULTILINE):
            allowed = (
                "involve_audit.render",
                "involve_audit.results.audit",
                "involve_audit.results.findings",
                "involve_audit.results.boxes",
                "involve_audit.results.saved",
                "involve_audit.render.theme",
                "involve_audit.record",
                "involve_audit.file_kinds",
                "involve_audit.tables",
                "involve_audit.wording.file_words",
                "involve_audit.wording.past_tense",
                "involve_audit.language",
                "involve_audit.wording.entry_words",
            )
            # The package itself holds the version and nothing else.
            assert imported == "involve_audit" or imported.startswith(allowed), f"{path.name} imports {imported}"


# --- what every report says ------------------------------------------------------------------------

# Closed words are said in other words, ids are for programs, and lines of the file have a test of their own.
SAID_OTHERWISE = {
    "Audit.date", "SidesFound.principle", "SidesFound.difference", "Audit.schema_version", "Verdict.id", "Verdict.title", "VerdictName.id", "RungFound.aims_for",
    "StageFound.id", "Citation.id", "PrincipleFound.id", "PrincipleFound.confirmed", "PrincipleFound.letter",
    "CriterionFound.id", "CriterionFound.support", "FlagFound.id", "FlagFound.level", "FlagFound.principle",
    "GateFound.id", "GateFound.state", "SignFound.id", "SignFound.state", "Question.id", "Step.kind", "Step.verdict",
    "VoicesFound.asked", "PolicyCondition.id", "PolicyCondition.state", "Steps.low", "Steps.high", "Evidence.path",
    "Evidence.says", "HonestyPart.state", "Door.when",
    "Missing.state", "GroupInRoom.state", "GroupInRoom.answer", "CharacteristicFound.id", "CharacteristicFound.asked",
    "RoomFound.id", "RoomFound.power", "RoomSign.kind", "Exclusion.justified",
}  # fmt: skip
# What the rubric says of every project alike is printed by `explain`; a count stands for what is not told on a question.
LEFT_OUT = {
    "CriterionFound.anchors", "CriterionFound.good", "CriterionFound.why", "CriterionFound.not_told", "Citation.says",
    "Question.asks", "Question.path", "Question.decides", "Step.gives", "AccountFound.path", "NoteFound.path", "RubricStamp.sha256",
}  # fmt: skip


def said(audit: a.Audit) -> Any:
    """Every text that the whole report must say."""
    at_rest = {id(x) for x in (*audit.gates, *audit.signs) if x.state in ("clear", "not due")}
    silent = {id(c): c for p in audit.principles for c in p.criteria if words.told_shortly(c)}

    def walk(value: Any, at: str) -> Any:
        if id(value) in at_rest or at in LEFT_OUT:
            return
        if id(value) in silent:
            yield at, value.title
        elif is_dataclass(value):
            for f in fields(value):
                yield from walk(getattr(value, f.name), f"{type(value).__name__}.{f.name}")
        elif isinstance(value, tuple):
            for v in value:
                yield from walk(v, at)
        elif at == "LabelFit.missing":
            # What is not told is not missing: the two are said in sentences of their own.
            thing, told = value.removesuffix(")").split(" (")
            yield (
                at,
                "it is not told whether that is there"
                if told == "not told"
                else f"missing, though the word promises it: {thing}",
            )
        elif isinstance(value, str) and value and at not in SAID_OTHERWISE:
            yield at, value

    for at, value in walk(audit, ""):
        # What a gate says is so only where it holds.
        if at != "GateFound.says" or value in [g.says for g in audit.gates if g.state == "holds"]:
            yield at, value


@pytest.mark.parametrize("name", PAGES)
def test_nothing_that_the_audit_says_is_left_out(name: str) -> None:
    report = readable(name, [rich()])
    told = list(said(rich()))
    assert len(told) > 150
    # A date that stands by itself is said in words.
    texts = [(at, " ".join(t.split()).lower().rstrip(".")) for at, t in told]
    assert not [(at, t) for at, t in texts if t not in report and days.in_words(t).lower() not in report]


def lines_of(value: Any) -> Any:
    if isinstance(value, a.Evidence):
        yield value
    elif is_dataclass(value):
        for f in fields(value):
            yield from lines_of(getattr(value, f.name))
    elif isinstance(value, tuple):
        for v in value:
            yield from lines_of(v)


@pytest.mark.parametrize("name", PAGES)
def test_each_line_that_decided_is_quoted_once_with_its_number(name: str) -> None:
    report = readable(name, [rich()])
    verdict = [*rich().verdict.because, *rich().label.because, *rich().honesty.because]
    assert verdict
    for one in verdict:
        quoted = f"line {one.line}{'' if name == 'html' else ':'} {words.line_says(one).lower()}"
        assert report.count(quoted) == 1
    assert rich().project.file in report


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("audits", [[rich()], [empty()], [hostile()]], ids=["rich", "empty", "hostile"])
def test_each_report_says_what_it_cannot_tell_and_ends_in_questions(name: str, audits: list[a.Audit]) -> None:
    report = readable(name, audits)
    assert "what this cannot tell you" in report
    assert words.NOT_A_MARK.lower() in report
    assert words.MIRROR.lower() in report
    # The order is that of a conversation.
    parts = (
        "what stands",
        "why we think so",
        "what we do not know",
        "what to talk over",
        "what to do, who",
        "what people say",
    )
    order = [report.rindex(part) for part in parts]
    assert order == sorted(order)


@pytest.mark.parametrize("name", PAGES)
def test_the_verdict_stands_there_and_no_score(name: str) -> None:
    report = readable(name, [rich()])
    assert "involvement, overclaimed: called co-produced" in report
    assert "of 100" not in report
    assert "score:" not in report
    assert "58.6" not in report


@pytest.mark.parametrize("name", PAGES)
def test_a_truer_word_stands_apart_from_doing_better(name: str) -> None:
    report = readable(name, [rich()])
    better = report.index("offer everyone pay for meetings")
    assert better < report.index("or, to say it truly: call the work “involvement in design and analysis”")


@pytest.mark.parametrize("name", ["text", "html"])
def test_dissent_is_unedited_with_its_lines(name: str) -> None:
    report = render(name, [rich()]).replace("&#10;", "\n")
    report = "\n".join(line.strip().removeprefix("│").strip() for line in report.splitlines())
    assert "They thanked me for my courage.\nNobody answered my question.\n\nI will not come again." in report


@pytest.mark.parametrize("name", PAGES)
def test_silence_is_neither_praised_nor_blamed(name: str) -> None:
    report = readable(name, [empty()])
    assert "not told" in report
    assert "sign of tokenism" not in report


@pytest.mark.parametrize("name", PAGES)
def test_several_projects_keep_their_order_and_are_not_ranked(name: str) -> None:
    from dataclasses import replace

    first = replace(rich(), project=replace(rich().project, title="Zebra"))
    second = replace(rich(), project=replace(rich().project, title="Aardvark"))
    report = readable(name, [first, second])
    assert report.index("zebra") < report.index("aardvark")
    assert readable(name, [second, first]).index("aardvark") < readable(name, [second, first]).index("zebra")


# --- words -----------------------------------------------------------------------------------------


@rows("name", ["words.levels", "words.people", "words.phrases", "words.steps", "markdown", "html"])
def test_examples_in_docstrings_are_true(name: str) -> None:
    found = doctest.testmod(import_module(f"involve_audit.render.{name}"))
    assert found.attempted
    assert not found.failed


def test_the_example_of_the_package_is_true() -> None:
    assert not doctest.testmod(package).failed


@rows(
    "low, high, says",
    [
        (0, 100, "between 0 and 100 of 100"),
        (100 / 3, 200 / 3, "between 33 and 67 of 100"),
        (0.4, 99.2, "between 0 and 100 of 100"),
        (50.0, 50.0, "50 of 100"),
        (100 / 3, 100 / 3, "about 33 of 100"),
        (29.999999999999996, 70.00000000000001, "between 30 and 70 of 100"),
    ],
)
def test_a_range_is_rounded_outwards_and_never_by_noise(low: float, high: float, says: str) -> None:
    assert words.between(low, high) == says


@rows(
    "low, high, number, solid, reach",
    [
        (0, 0, 10, 0, 0),
        (0, 100, 10, 0, 10),
        (31, 58, 10, 3, 6),
        (100, 100, 6, 6, 6),
        (99, 99, 10, 9, 9),
        (0, 1, 10, 0, 1),
        (-5, 140, 4, 0, 4),
    ],
)
def test_a_bar_never_shows_more_as_settled_than_is(
    low: float, high: float, number: int, solid: int, reach: int
) -> None:
    assert words.cells(low, high, number) == (solid, reach)


@rows(
    "low, high, says",
    [
        ("none", "led", "not told"),
        ("none", "none", "none"),
        ("none", "involved", "at most involved"),
        ("informed", "", "informed"),
        ("", "", "not told"),
        ("consulted", "involved", "at least consulted, at most involved"),
    ],
)
def test_a_span_of_rungs_says_its_ends(low: str, high: str, says: str) -> None:
    assert words.span(a.Steps(low, high)) == says


def test_a_gate_is_said_in_words_that_fit_its_title() -> None:
    paid, safe = (next(g for g in rich().gates if g.id == name) for name in ("unpaid", "unsafe"))
    assert words.gate_says(paid.state) == "not met"
    assert words.gate_does(paid) == "As told so far, it keeps the verdict at involvement. The check fails on it."
    assert words.gate_does(safe) == "It would keep the verdict at working partnership. The check asks for it."
    assert words.gate_does(rich().gates[0]) == ""


@pytest.mark.parametrize(
    ("closes", "says"),
    [
        ("", ""),
        ("before the bid is handed in (2027)", "In time before the bid is handed in (2027)."),
        ("sharing", "Too late after sharing."),
    ],
)
def test_a_step_says_until_when_it_is_in_time(closes: str, says: str) -> None:
    assert words.closes_says(a.Step("do", (), "", "", (), closes)) == says


def test_where_a_step_is_written_down_stands_behind_it_without_any_yaml() -> None:
    gives = (("power.decisions[+]", "{what: x}"), ("reward.pay", "{offered: all}"), ("sources.y", "{kind: other}"))
    step = a.Step("do", ("Do it.",), "", "", gives, "")
    assert words.written_where(step) == "power.decisions (one more entry), reward.pay"


def test_a_plan_that_is_overdue_is_not_silent() -> None:
    stage = rich().rung.stages[4]
    from dataclasses import replace

    assert words.promise_says(stage) == "decided together (in words)"
    assert (
        words.promise_says(replace(stage, promised="", promise_is="overdue"))
        == "its day has passed; whether it came is not told"
    )


def test_gates_that_hold_come_first_and_clear_ones_last() -> None:
    assert [g.id for g in words.gates_in_order(rich().gates)] == ["unpaid", "unsafe", "nobody-involved", "not-credited"]


def test_first_steps_never_hold_a_truer_word() -> None:
    steps = words.first_steps(rich(), 9)
    assert [s.kind for s in steps] == ["do", "tell", "do"], "one of each, before more of either"


def test_own_words_keep_their_lines_and_the_marks_that_hebrew_needs() -> None:
    assert words.as_said("\n\na \u200fשלום\u200f\n\nb\x1b[0m\u202e\n") == ["a \u200fשלום\u200f", "", "b\ufffd[0m\ufffd"]


def test_one_line_is_one_line() -> None:
    assert words.plain("a\n b\u2028c\td\x0be") == "a b c d e"
