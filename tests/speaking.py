"""What the tool says of files, in the language of its environment: run by test_language.py in a process of its own.

usage: speaking.py DAY FILE …; prints a JSON object with everything that is said, by the file and the kind of page.
"""

from __future__ import annotations

import base64
import contextlib
import datetime as dt
import io
import json
import random
import re
import sys
import tempfile
from dataclasses import fields
from pathlib import Path

import once
from broken_files import LOGS, TABLES, broken, problems

from involve_audit import render
from involve_audit.__main__ import main as run
from involve_audit.assess import audit_document
from involve_audit.cli import ask, redact, streams
from involve_audit.cli.in_page import session
from involve_audit.compare.between import compare_audits
from involve_audit.due import due_page as due_show
from involve_audit.due.items import due
from involve_audit.form import contributors
from involve_audit.interview import asked_before, coming, fixing, mending
from involve_audit.interview.question import DECIDES
from involve_audit.language import answer
from involve_audit.load import read, read_project
from involve_audit.page import packing
from involve_audit.page.session import SCREENS
from involve_audit.policy.conditions import PolicyOptions
from involve_audit.portfolio import table_page
from involve_audit.portfolio.letter import in_a_letter
from involve_audit.portfolio.rows import row_judged
from involve_audit.portfolio.titles import titles_of
from involve_audit.portfolio.totals import Totals
from involve_audit.project.model import Project
from involve_audit.record import replace
from involve_audit.render import comparison, meeting, plain_language, terminal, text
from involve_audit.rubric import shipped
from involve_audit.survey.collect import SIDES
from involve_audit.what_if import flips
from involve_audit.wording.file_words import left_out
from involve_audit.wording.messages import InputError

WITH_VALUES = "with words of the files"
"""What holds words of files that nobody wrote in other letters, beside our sentences."""
WIDE = 10_000
"""So many columns that no sentence is broken."""


def pages(found):
    """Every page for people that is made of one audit, by its name."""
    yield "check", terminal.summary(found, WIDE)
    for layer in render.LAYERS:
        yield layer, render.render("markdown", [found], layer=layer)
    yield "HTML", render.render("html", [found], layer="full")
    yield "contributors", text.written(plain_language.PAPER.page([found]).document, WIDE)
    yield "meeting", text.written(meeting.PAPER.page([found]).document, WIDE)


# --- the interview -----------------------------------------------------------------------------------

HEADS = {
    phase: f'format: 1\nproject: {{title: "Дыхание", phase: {phase}, called: "участие"}}\n'
    for phase in ("applying", "running", "finished")
}
ANSWERS = 40
ASKED_ALL = ("full.yaml", "autspaces.yaml", "application.yaml")
"""Files of which every question is looked at."""
VALUES = {
    "count": ("8",), "date": ("2024", "2025-06", "no", "2025-06-01"), "money": ("1200", "none"), "period": ("14 days",),
    "text": ("люди", "none"), "texts": ("участие, совет", "none"), "source": ("письмо", "2"),
}  # fmt: skip


def questions(told, rubric, date):
    """Every question that could be asked of a file, with all that is said with it."""
    for asked in (*coming(told, rubric, date, most=500), *asked_before(told, rubric, date, most=500)):
        yield from (
            getattr(asked, one.name) for one in fields(asked) if one.name in ("asks", "why", "help", "no", "wrong")
        )
        yield DECIDES.get(asked.decides, asked.decides)
        for choice in asked.choices:
            yield from (choice.says, choice.words, choice.grave)


class Somebody(ask._Talk):
    """Somebody who answers by numbers, by the words that are printed, and by what can be said at any question."""

    def show(self, question):
        self.asked = question
        super().show(question)

    def line(self):
        self.given_so_far = getattr(self, "given_so_far", 0) + 1
        chance = random.Random(f"{self.asked.id} {self.given_so_far}")
        says = self.answer(chance) if self.given_so_far < ANSWERS else ask.KEYS.split(" | ")[-1]
        self.say(f"> {says}")
        return says

    def answer(self, chance):
        unknown, undecided, out, *others, _ = ask.KEYS.split(" | ")
        if chance.random() < 0.1:
            return chance.choice([*unknown.split(" ", 1), undecided, out, *others, "", ""])
        if self.asked.kind not in ("choice", "several"):
            return chance.choice(VALUES[self.asked.kind])
        choice = chance.choice(self.asked.choices)
        said = chance.choice([str(self.asked.choices.index(choice) + 1), choice.says, answer(choice.word)])
        return f"{said}: письмо" if choice.words and chance.random() < 0.7 else said


@contextlib.contextmanager
def unbroken():
    """No sentence is broken into lines."""
    filled, streams.filled = streams.filled, lambda text, first="", rest=None: first + text
    yield
    streams.filled = filled


def talks(rubric, date):
    """What is said to somebody who is asked, by the phase of the work."""
    for phase, head in HEADS.items():
        name = f"ask-{phase}.yaml"
        Path(name).write_text(head, encoding="utf-8")
        with contextlib.redirect_stdout(io.StringIO()) as out, unbroken():
            Somebody(name, rubric, date, unknown=True).hold()
        yield f"ask: {phase}", out.getvalue()
        yield f"asked: {phase}", Path(name).read_text(encoding="utf-8")


# --- questionnaires, and the one page ----------------------------------------------------------------


def questionnaires(rubric):
    """The contributors' own questions."""
    for of in SIDES:
        asked = contributors.questionnaire(
            rubric, month="2026-05", of=of, title="Дыхание", called=("участие",), support="Звони"
        )
        yield f"form: {of}, aloud", contributors.aloud(asked, WIDE)
        for kind, made in (("paper", contributors.paper), ("screen", contributors.screen)):
            yield f"form: {of}, {kind} HTML", made(asked)
            yield f"form: {of}, script of {kind}", "\n".join(sentences_of(made(asked)))


def sentences_of(page):
    """What a script says to people: the texts in it that have a blank and a full stop."""
    for script in re.findall(r"(?s)<script>(.*?)</script>", page):
        yield from re.findall(r'"([^"\n]* [^"\n]*[.?])"', script)


class OnePage:
    """What somebody sees who opens a file in the page, and looks at all of it."""

    def __init__(self, date):
        self.session, self.date, self.state = session("{}"), date, None

    def does(self, does, **given):
        reply = json.loads(
            self.session.act(
                json.dumps({"does": does, "given": given, "date": self.date.isoformat(), "state": self.state})
            )
        )
        self.state = reply["state"] or self.state
        return "\n".join(
            str(reply.get(key, "")) for key in ("main", "sheet", "headline", "says", "refused", "until_says")
        )

    def seen(self, told):
        data = base64.b64encode(told.encode("utf-8")).decode("ascii")
        yield "open", self.does("open", files=[{"name": "project.yaml", "data": data}])
        for screen in SCREENS:
            yield screen, self.does("show", screen=screen)
        for section in Project.questions:
            yield section, self.does("part", part=json.dumps([section]))
        yield "empty", self.does("tell", part=json.dumps(["rooms", "+"]))
        for how in ("later", "not decided yet", "answer"):
            self.state = {**self.state, "part": None}
            asked = re.search('name="id" value="([^"]*)"', self.does("show", screen="question"))
            yield how, self.does("answer", id=asked[1] if asked else "", how=how)
        yield "back", self.does("back")
        yield "mistakes", self.does("text", text="format: 1\nproject: [")
        for undone in ("compare", "portfolio", "advert", "course", "room", "log", "merge", "passages", "take-log"):
            yield undone, self.does(undone)


def the_page(texts, rubric, date):
    """What stands in the page before and after Python has started."""
    yield "page HTML", packing.page({}, b"", shipped.load(), {"examples": []})
    for name, told in texts.items():
        for kind, seen in OnePage(date).seen(told):
            yield f"page of {name}: {kind} HTML", seen


# --- what is wrong with a file -----------------------------------------------------------------------


def messages():
    """What is said of files that are wrong: our sentences without the words of the files; and all that is made of them."""
    ours, whole = [], []
    for reader, data in broken():
        error = problems(reader, data)
        for problem in error.problems:
            ours += [left_out(one) for part in problem.wrong.chain for one in (part.sentence, part.plain_sentence)]
        text = data.decode("utf-8", "replace")
        whole += [f"{reader}: {text[:300]}", error.text(together=True), redact.without_words(error)]
        whole += [in_a_letter(problem.wrong) for problem in error.problems]
        if reader == "project" and len(text) < 1000:
            whole += mended(text)
    yield "messages", "\n".join(ours)
    yield f"messages, {WITH_VALUES}", "\n".join(whole)


def handed_in():
    """What is said of tables and logs that are handed in, with what was not taken and why."""
    said = []
    Path("project.yaml").write_text(HEADS["running"], encoding="utf-8")
    for name, data in TABLES.items():
        Path(f"{name}.csv").write_bytes(data)
        said.append(
            told_by(
                "views", "add", "project.yaml", f"{name}.csv", "--of", "contributors", "--round", "2026-05", "--dry-run"
            )
        )
    for name, data in LOGS.items():
        Path(f"{name}.csv").write_bytes(data)
        said.append(told_by("import", f"{name}.csv", "--dry-run"))
    yield f"handed in, {WITH_VALUES}", "\n".join(said)


def mended(text):
    """What `--fix` makes of a file, and what the interview asks of the first mistake in it."""
    with contextlib.suppress(InputError):
        yield "\n".join(map(repr, fixing.fixed(text)))
        asked = mending.mistake(text)
        yield f"{asked.id} {asked.asks} {asked.wrong} {asked.help}" if asked else ""


# --- other commands ----------------------------------------------------------------------------------

COMMANDS = {
    "flip": ("flip", "minimal.yaml", "--date={day}"),
    "facts": ("facts", "full.yaml", "--date={day}"),
    "merge": ("merge", "full.yaml", "application.yaml", "-o", "merged.yaml", "--leave-open"),
    "merge, side by side": ("merge", "full.yaml", "bad.yaml"),
    "form, beside": ("form", "--paper", "-o", "questions.html"),
    **{
        f"explain {name}": ("explain", name)
        for name in (
            "tokenism",
            "design",
            "role",
            "agenda-shared",
            "involved",
            "dissemination",
            "nothing-like-it",
            "led",
        )
    },
}


def told_by(*arguments):
    """What a command prints, and what it says beside."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said), unbroken():
        run(list(arguments))
    return said.getvalue()


def commands(day, folder):
    """What other commands print, and what they say beside."""
    flips.MOST_IN_PAIRS = 8  # each pair is said in the same sentence
    for name, arguments in COMMANDS.items():
        words = (str(folder / word) if (folder / word).is_file() else word.replace("{day}", day) for word in arguments)
        # Lines are broken by how wide letters are.
        yield name, " ".join(told_by(*words).replace(f"{folder}/", "").split())


def main(day: str, names: list[str]) -> None:
    """Say all of it."""
    once.everything()
    said, rubric, date = {}, shipped.load(), dt.date.fromisoformat(day)
    across, rows, audits = Totals(), [], []
    for name in names:
        document = read(Path(name).read_bytes(), name)
        audits.append(audit_document(document, rubric, date))
        said |= {f"{name}: {kind}": page for kind, page in pages(audits[-1])}
        told = due(document, read_project(document), rubric.rubric, date)
        said[f"{name}: due"] = text.written(due_show.document(told, date), WIDE)
        rows.append(row_judged(document, rubric, date, PolicyOptions()))
        across.add(rows[-1])
        if name in ASKED_ALL:
            said[f"{name}: asked"] = "\n".join(questions(Path(name).read_text(encoding="utf-8"), rubric.rubric, date))
    titles = titles_of(rubric, PolicyOptions())
    said["portfolio"] = text.written(table_page.document(rows, across, titles, day), WIDE)
    later = replace(audits[1], date="2027-11-20")
    said["compare"] = text.written(comparison.as_page(compare_audits(audits[0], later)).document, WIDE)
    for phase, head in HEADS.items():
        said[f"questions: {phase}"] = "\n".join(questions(head, rubric.rubric, date))
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        said |= talks(rubric.rubric, date)
        said |= commands(day, here)
        said |= handed_in()
    said |= questionnaires(rubric.rubric)
    said |= messages()
    said |= the_page(
        {name: Path(name).read_text(encoding="utf-8") for name in ("full.yaml", "minimal.yaml")}, rubric.rubric, date
    )
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
