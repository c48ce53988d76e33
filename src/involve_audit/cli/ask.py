"""`ask`: the interview in a terminal. What is asked, and what an answer tells, stands in `interview`; this only shows and reads."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Annotated

from involve_audit.cli import files, outcome, redact, streams
from involve_audit.cli.declaring import shared, typer
from involve_audit.cli.options import HERE, day, rubric_of
from involve_audit.cli.outcome import Usage
from involve_audit.cli.talk import Talk
from involve_audit.language import _, ngettext, ways_to_write

if TYPE_CHECKING:
    import datetime as dt

    from involve_audit.interview import Question
    from involve_audit.rubric.model import Rubric

LISTED = 10
LATER = ways_to_write("later, ask me later, skip")
BACK = ways_to_write("back, undo")
_WHY = ways_to_write("why, why?, why do you ask, why do you ask?")
STOP = ways_to_write("stop, quit, exit")
_HELP = ways_to_write("help, repeat")
_YES, _NO = ways_to_write("yes, y, yes., it is so, that is so"), ways_to_write("no, n, no.")
KEYS = _("? I don't know | not decided yet | does not apply | later | back | why | stop")


def command(
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="[FILE]", help="A project file; a new one is begun. [default: project.yaml]", show_default=False
        ),
    ] = None,
    rubric: shared.Rubric = None,
    date: shared.Date = None,
    list_: Annotated[
        bool, typer.Option("--list", help="Print the next ten questions with why they are asked, and ask nothing.")
    ] = False,
    unknown: Annotated[
        bool, typer.Option("--unknown", help="When all else is asked, ask again what was answered with “I don't know”.")
    ] = False,
    isolated: shared.Isolated = False,
    excerpts: shared.Excerpts = None,
) -> int:
    """Ask one question at a time, the most decisive first, and write each answer into the file at once.

    Answer with a number, a word or in your own words; `later`, `back`, `why` and `stop` work at any question, and so does "I
    don't know". What stands in the file stays as it is, to the last byte. A file with mistakes is mended first, mistake by
    mistake. Stop at any time and go on at any time. Answers may also come through a pipe, one a line.
    """
    return ask(file, rubric, date, list_=list_, unknown=unknown, isolated=isolated, excerpts=excerpts)


def ask(
    named: str | None,
    rubric: str | None,
    date: str | None,
    *,
    list_: bool,
    unknown: bool = False,
    isolated: bool = False,
    excerpts: bool | None = None,
) -> int:
    """Ask, and write each answer into the file.

    Args:
        named: the file; None for the one of this folder.
        rubric: by what it is judged.
        date: the day as of which.
        list_: whether the next questions are listed only.
        unknown: whether what nobody knew is asked again.
        isolated: whether settings beside the file are left alone.
        excerpts: whether a list may quote the file; None leaves it to where this runs. Whoever is asked has it open.
    """
    from involve_audit.cli.settings import rubric_by
    from involve_audit.wording.messages import InputError

    name = named or HERE
    if name == files.STDIN:
        raise Usage(_("answers are written into the file, so it needs a name; standard input may hold the answers"))
    if os.path.isdir(name):
        name = os.path.join(name, HERE)
    as_of, by = day(date), rubric_of(rubric_by((name,), rubric, isolated=isolated)).rubric
    talk = _Talk(name, by, as_of, unknown=unknown)
    quote = not redact.by_default() if excerpts is None else excerpts
    try:
        return talk.list(quote=quote) if list_ else talk.hold()
    except InputError as error:
        with redact.messages(excerpts=quote):
            raise error.under(name) from None  # the questions are asked of a text, which has no name


def _marked(text: str) -> str:
    """A file whose own words are marked, written as JSON: a file with marks has no lines, and JSON is YAML, too.

    Raises:
        InputError: there are mistakes in the file. Each would be asked of with its place and its line, which hold words.
    """
    import json

    from involve_audit.load import read

    return json.dumps(redact.marked(read(text)).tree, ensure_ascii=False)


class _Talk(Talk):
    """One interview."""

    def __init__(self, name: str, rubric: Rubric, date: dt.date, *, unknown: bool = False) -> None:
        super().__init__(name)
        self.unknown = unknown
        """Whether what nobody knew is asked again, when all else is asked."""
        self.not_known: set[str] = set()
        """What was answered so in this sitting: nobody is asked twice in a row."""
        self.rubric = rubric
        self.date = date
        self.later: set[str] = set()
        self.before: list[tuple[str | None, str, Question]] = []
        """For `back`: the file before an answer (None where the answer wrote nothing), after it, and the question."""
        self.given = 0
        self.unsure = False
        """Whether the last answer was asked back: it weighs much, or it is not clear which answer is meant."""
        self.perhaps = ""
        """The answer that may have been meant."""
        self.stood = ""
        """Where it stood after the answer before: what was done to people is not said again with every answer."""

    def begin(self) -> None:
        """Begin a file where there is none."""
        if not os.path.lexists(self.name):
            from involve_audit.cli.start import starting_file

            self.write(starting_file())
            self.say(_("There is no {name} yet. A new one was begun; your answers go into it.", name=self.name))

    def show(self, question: Question) -> None:
        self.say()
        if question.wrong:
            for line in question.wrong.splitlines():
                self.say(line, "  ")
        # Several parts stand one below the other, as answers do.
        asks, *parts = re.split(r"(?<=[:;]) (?=\([0-9]+\) )", question.asks) if question.targets else [question.asks]
        self.say(asks)
        for part in parts:
            self.say(part, " ", "     ")
        for number, choice in enumerate(question.choices, 1):
            self.say(choice.says, f" {number:2}  ", "     ")
        if question.help:
            self.say(question.help)

    def stand(self) -> None:
        """One line: where it stands, and how many questions could still change it."""
        from involve_audit.interview import Sitting, where_it_stands
        from involve_audit.wording.messages import InputError

        try:
            stands = where_it_stands(Sitting.of(self.read(), self.rubric, self.date))
        except InputError as error:
            count = len(error.problems)
            self.say(
                ngettext(
                    "{number} mistake to mend before the file can be judged.", "{number} mistakes to mend before the file can be judged.",
                    count, number=count,
                ), "  ", "  ",
            )  # fmt: skip
            return
        if stands.number == 0:
            more = _("No question could change that.")
        else:
            more = ngettext(
                "One question could still change it.",
                "{number} questions could still change it.",
                stands.number,
                number=stands.number,
            )
        if stands.says == self.stood:
            self.say(_("Where it stands has not changed.") + ("" if stands.counts else f" {more}"), "  ", "  ")
            return
        self.stood = stands.says
        # The headline may say so itself.
        says = stands.says if stands.early else _("It stands so: {says}", says=stands.says)
        self.say(says if stands.counts else f"{says} {more}", "  ", "  ")

    # --- the talk itself ------------------------------------------------------------------------------

    def list(self, *, quote: bool) -> int:
        """Print what would be asked next, and why; without people's words where the file may not be quoted."""
        from involve_audit.interview import coming
        from involve_audit.interview.question import DECIDES

        if not os.path.lexists(self.name):
            raise Usage(_("there is no {name} yet; `involve-audit ask` begins one", name=self.name))
        text = self.read() if quote else _marked(self.read())
        found = coming(text, self.rubric, self.date, most=LISTED)
        # What nobody knew comes after all that was never asked. Of a file with a mistake this raises what is wrong.
        found += self.before_now(most=LISTED - len(found), text=text) if len(found) < LISTED else ()
        if not found:
            self.say(_("Nothing is left to ask."))
        if not quote:
            self.say(redact.NOTE)
        for number, question in enumerate(redact.bare(found), 1):
            self.say(question.asks, f"{number:2}. ", "    ")
            decides = f" ({DECIDES[question.decides]})" if question.decides else ""
            self.say(f"{question.why}{decides}", "    ", "    ")
        return outcome.HOLDS

    def hold(self) -> int:
        """Ask until nothing is left, or somebody stops."""
        from involve_audit.interview import next_question

        try:
            self.begin()
            self.say(
                _(
                    "Answer with a number, a word, or in your own words. Every answer is in the file at once. At any question:"
                )
            )
            self.say(KEYS, "  ")
            again: Question | None = None
            while True:
                question = again or next_question(self.read(), self.rubric, self.date, later=self.later)
                again = None
                if question is None and self.unknown:
                    question = next(iter(self.before_now(most=1)), None)
                if question is None:
                    self.say()
                    self.nothing_left()
                    break
                self.show(question)
                step = self.one(question)
                if step is None:
                    break
                again = step[0]
        except KeyboardInterrupt:
            streams.out("")
            self.end()
            return outcome.INTERRUPTED
        self.end()
        return outcome.HOLDS

    def before_now(self, most: int, text: str | None = None) -> tuple[Question, ...]:
        """What was asked before, and nobody knew; in the file as it stands, or in a text of it."""
        from involve_audit.interview import asked_before

        return asked_before(
            self.read() if text is None else text, self.rubric, self.date, later=self.later | self.not_known, most=most
        )

    def nothing_left(self) -> None:
        """Say that all is asked, and what is left open."""
        self.say(
            _("Nothing is left to ask but what you left for later.") if self.later else _("Nothing is left to ask.")
        )
        many = 0 if self.unknown else len(self.before_now(most=99))
        if many:
            file = "" if self.name == HERE else f" {self.name}"
            self.say(
                ngettext(
                    "One question was asked, and nobody knew. `involve-audit ask --unknown{file}` asks again.",
                    "{number} questions were asked, and nobody knew. `involve-audit ask --unknown{file}` asks again.",
                    many, number=many, file=file,
                )
            )  # fmt: skip

    def end(self) -> None:
        """Say that all is kept."""
        given = (
            ngettext(
                "One answer is in {file}.",
                "{number} answers are in {file}.",
                self.given,
                number=self.given,
                file=self.name,
            )
            if self.given
            else _("Nothing was written.")
        )
        file = "" if self.name == HERE else f" {self.name}"
        on = _("`involve-audit ask{file}` goes on from here; `involve-audit check{file}` says what stands.", file=file)
        self.say(f"{given} {on}")

    def one(self, question: Question) -> tuple[Question | None] | None:
        """Read until one question is answered or left; the question to ask next, or None where somebody stops."""
        from involve_audit.interview.question import DECIDES

        prefix = unsure = ""
        while True:
            line = self.line()
            word = " ".join((line or "").casefold().split())
            if line is None or word in STOP:
                return None
            if unsure:
                grave, unsure = unsure, ""
                if word in _YES:
                    done, prefix = self.take(question, grave, sure=not self.perhaps)
                    if done:
                        return (None,)
                    unsure = grave if self.unsure else ""
                    continue
                self.say(_("Nothing was written."))
                if word in _NO:
                    self.show(question)
                    continue
            if word in LATER:
                self.later.add(question.id)
                self.before.append((None, "", question))
                return (None,)
            if word in BACK:
                return self.back(question)
            if word in _WHY:
                self.say(question.why or _("It helps to see how people take part."))
                self.say(DECIDES[question.decides] if question.decides else "")
                continue
            if word in _HELP or not word:
                self.show(question)
                self.say(KEYS, "  ")
                continue
            given = prefix + (line or "")
            done, prefix = self.take(question, given)
            if done:
                return (None,)
            unsure = (self.perhaps or given) if self.unsure else ""

    def take(self, question: Question, line: str, *, sure: bool = False) -> tuple[bool, str]:
        """Write an answer down; whether that was done, and what the next line goes on from."""
        from involve_audit.interview import NotUnderstood, answered, asked_back, said_back
        from involve_audit.interview.answer_reading import ASKED, WordsWanted
        from involve_audit.interview.meaning import Perhaps
        from involve_audit.wording.messages import InputError
        from involve_audit.yamlfile.editing import CannotInsert

        before = self.read()
        self.unsure, self.perhaps = False, ""
        try:
            grave = "" if sure else asked_back(before, question, line)
            if grave:
                self.say(_("{grave} Is that so? Write yes or no.", grave=grave))
                self.unsure = True
                return False, ""
            after, echo = answered(before, question, line), said_back(before, question, line)
        except WordsWanted as wanted:
            self.say(wanted.choice.words)
            return False, f"{wanted.choice.word}: "
        except Perhaps as error:
            self.say(f"{error}.".replace("?.", "?"))
            self.unsure, self.perhaps = True, error.instead
            return False, ""
        except NotUnderstood as error:
            self.say(f"{error}.".replace("?.", "?").replace("..", "."))
            return False, ""
        except CannotInsert as error:
            self.say(_("This cannot be written into the file: {error}.", error=error))
            self.later.add(question.id)
            return True, ""
        except InputError as error:
            self.say("; ".join(p.says for p in error.problems[:2]) + ".")
            return False, ""
        if after == before:
            self.say(_("Left open for now ({echo}).", echo=echo))
            self.later.add(question.id)
            self.before.append((None, "", question))
            return True, ""
        if echo.startswith(ASKED):
            self.not_known.add(question.id)
        self.write(after)
        self.given += 1
        self.before.append((before, after, question))
        self.say(_("Understood: {echo}.", echo=echo), "  ", "  ")
        self.stand()
        return True, ""

    def back(self, question: Question) -> tuple[Question | None]:
        """Take the last answer back, and ask again."""
        if not self.before:
            self.say(_("There is nothing to go back to in this sitting."))
            return (question,)
        before, after, last = self.before.pop()
        self.later.discard(last.id)
        if before is not None:
            if self.read() != after:
                self.say(_("Somebody has changed the file meanwhile; nothing was taken back."))
                return (question,)
            self.write(before)
            self.given -= 1
            self.say(_("Taken back."))
        return (last,)
