"""`views add`, `views seal` and `views verify`: what contributors say, and what their statement replied to."""

from __future__ import annotations

import datetime as dt
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from involve_audit.cli import files, outcome, streams
from involve_audit.cli.declaring import shared, typer
from involve_audit.cli.form import month
from involve_audit.cli.options import day, known, rubric_of, written_back
from involve_audit.cli.outcome import Usage
from involve_audit.cli.redact import without_words
from involve_audit.cli.settings import rubric_by
from involve_audit.language import _, answer, ngettext

if TYPE_CHECKING:
    from involve_audit.load import Document
    from involve_audit.project.model import Project
    from involve_audit.project.people import View
    from involve_audit.survey.collect import AnswerFile, PersonAnswers, Round
    from involve_audit.survey.meanings import Meanings
    from involve_audit.survey.survey import AnswerSheet

_SHEETS = (".csv", ".tsv", ".tab")
_FILES = (".json", ".yaml", ".yml")
_TEXTS = (".txt",)
"""What may be a table with tabs (Excel calls it "Unicode text"), or an answer file by another name."""
_BOOKS = (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".numbers", ".gsheet")
_PROSE = (".docx", ".doc", ".odt", ".pdf", ".rtf", ".pages", ".html", ".htm", ".md")
_OTHERS = (
    ".zip",
    ".gz",
    ".7z",
    ".rar",
    ".xml",
    ".sav",
    ".por",
    ".dta",
    ".rds",
    ".rdata",
    ".sas7bdat",
    ".parquet",
    ".eml",
    ".msg",
)
"""What survey tools export too, and is no table that can be read as it is."""
_NOBODYS = ("thumbs.db", "desktop.ini")


@dataclass(frozen=True)
class Adding:
    """What `views add` was asked for; the options of the command line, one by one."""

    project: str
    answers: tuple[str, ...]
    of: str | None = None
    round: str | None = None
    asked: str | None = None
    collected_by: str | None = None
    anonymous: str | None = None
    source: str | None = None
    maps: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    rubric: str | None = None
    isolated: bool = False
    all_new: bool = False
    unfinished: str | None = None
    dry_run: bool = False


# --- add -------------------------------------------------------------------------------------------


def add(request: Adding) -> int:
    """Count answers, and write them into a project file as one more view."""
    from involve_audit.load import read, read_project
    from involve_audit.survey import collect, insert, view_entry

    if request.of is not None:
        known("of", request.of, collect.SIDES)
    if request.anonymous is not None:
        known("anonymous", request.anonymous, ("yes", "no"))
    if request.unfinished is not None:
        known("unfinished", request.unfinished, ("count", "leave-out"))
    month(request.round)
    collected_by = _choice("collected-by", request.collected_by)
    data, document, project = _project(request.project)
    title = project.project.title if project.project and project.project.title else ""
    try:
        found = _round(request, title)
        _not_yet_there(project, document, found)
        if not request.all_new and found.counted:
            _not_among_them(project, document, found)
        asked = _asked(request, len(found.people))
        view = view_entry.view(found, asked, collected_by, request.anonymous, request.source)
        _alike(project, view, found)
    except collect.Refused as problem:
        raise Usage(str(problem)) from None
    for note in (*found.notes, *view_entry.kept_back(found)):
        streams.err(note)
    if not asked:
        streams.err(_("it is not told how many were asked (--asked N)"))
    if not request.collected_by and request.anonymous is None:
        streams.err(
            _(
                "it is not told who collected the answers (--collected-by 'outside the team'), or that it was anonymous (--anonymous yes); "
                "without one of them the view confirms nothing"
            )
        )
    lines = insert.item(view, 2)
    try:
        grown = insert.add_view(data, view, document.name)
        read_project(read(grown, document.name))
    except insert.CannotInsert as problem:
        if not request.dry_run:
            raise Usage(str(problem)) from None
        streams.err(str(problem))
    if request.dry_run:
        streams.out_exact("\n".join(["views:", *lines]) + "\n")
        return outcome.HOLDS
    written_back(request.project, data, grown)
    streams.err(
        _(
            "wrote {project}: {view} {of} answered in {when}",
            project=files.shown(request.project),
            view=view["answered"],
            of=answer(found.of),
            when=found.when,
        )
    )
    return outcome.HOLDS


def _project(name: str) -> tuple[bytes, Document, Project]:
    from involve_audit.load import read, read_project

    if name == files.STDIN:
        raise Usage(_("views are written into a file; name the project file"))
    try:
        data = files.read(name)
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None
    document = read(data, name)
    return data, document, read_project(document)


def _choice(option: str, word: str | None) -> str | None:
    from typing import get_args

    from involve_audit.project.fields import tidy
    from involve_audit.project.practice import Who

    if word is not None:
        known(option, tidy(word), get_args(Who))
        return str(tidy(word))
    return None


def _asked(request: Adding, answered: int) -> Any:
    from involve_audit.project.values import read_count

    text = request.asked
    if text is None and _terminal():
        text = _ask(_("How many were asked? [Enter: not told] ")) or None
    if text is None:
        return None
    try:
        count = read_count(text)
    except ValueError as problem:
        raise Usage(_("--asked: {problem}", problem=problem)) from None
    if count.high is not None and count.high < answered:
        raise Usage(_("--asked {text}: {answered} answered, which is more", text=text, answered=answered))
    return count


def _not_yet_there(project: Project, document: Document, found: Round) -> None:
    """Refuse a round that is there already: a late answer, added alone, would show what one person said."""
    from involve_audit.project.values import read_dates

    entries = (project.views.entries if project.views else None) or ()
    when = read_dates(found.when)
    for n, view in enumerate(entries):
        if view.of != found.of or view.when is None or view.when.first is None or view.when.last is None:
            continue
        if (
            when.first is not None
            and when.last is not None
            and view.when.first <= when.last
            and when.first <= view.when.last
        ):
            line = document.at(("views", "entries", n))[0]
            raise Usage(
                _(
                    "{name}:{line}: the views of {of} for {text} are there already, and a view is never written over. A late answer waits for the next round: added alone, it would show what this one person said",
                    name=document.name,
                    line=line,
                    of=answer(found.of),
                    text=view.when.text,
                )
                + _no_longer_quoted(view, document, n, found)
            )


def _not_among_them(project: Project, document: Document, found: Round) -> None:
    """Refuse an export that may share its answers with an earlier round but for a few: the difference would show theirs."""
    from involve_audit.survey import view_entry

    for n, view in enumerate((project.views.entries if project.views else None) or ()):
        if view.of != found.of:
            continue
        line = document.at(("views", "entries", n))[0]
        when = _(" for {text}", text=view.when.text) if view.when else ""
        if view_entry.may_hold(view, found):
            says = _(
                "this export may still hold the answers of the views of {of}{when}, with a few new ones",
                of=answer(found.of),
                when=when,
            )
        elif view_entry.may_be_among(view, found):
            says = _(
                "these answers may all be among those of the views of {of}{when}, which hold a few more",
                of=answer(found.of),
                when=when,
            )
        else:
            continue
        raise Usage(
            _(
                "{name}:{line}: {says}. The difference would show what those few said. Export only the new answers; or say --all-new if everybody answered anew",
                name=document.name,
                line=line,
                says=says,
            )
            + _no_longer_quoted(view, document, n, found)
        )


def _no_longer_quoted(view: View, document: Document, number: int, found: Round) -> str:
    """Which words of an earlier view nobody agrees to any more in what is handed in now; consent may be taken back at any time.

    Article 7(3) of the General Data Protection Regulation. It is said by the line: the words are not repeated.
    """
    kept = {text for person in found.people for text in person.words}
    lines = [
        str(document.at(("views", "entries", number, "words", n))[0])
        for n, text in enumerate(view.words or ())
        if text not in kept
    ]
    if not lines or not any(p.words or p.unquoted or p.taken_back for p in found.people):
        return ""
    return ngettext(
        "\n{name}:{lines}: these words were kept then, and nobody is found now who agrees to be quoted with them. If their consent or their answers were taken back, delete the line",
        "\n{name}:{lines}: these words were kept then, and nobody is found now who agrees to be quoted with them. If their consent or their answers were taken back, delete these lines",
        len(lines),
        name=document.name,
        lines=", ".join(lines),
    )


def _alike(project: Project, view: dict[str, Any], found: Round) -> None:
    """Say where another side is told to have answered in the very same way: perhaps the wrong file was handed in."""
    from involve_audit.survey import view_entry

    for other in (project.views.entries if project.views else None) or ():
        if other.of != found.of and view_entry.alike(other, view):
            streams.err(
                _(
                    "these are the same answers as in the views of {whom} for {when}; was the right file handed in?",
                    whom=answer(other.of or ""),
                    when=other.when.text,
                )
                if other.when
                else _(
                    "these are the same answers as in the views of {whom}; was the right file handed in?",
                    whom=answer(other.of or ""),
                )
            )


def _round(request: Adding, title: str) -> Round:
    """Everything that was handed in, as one round."""
    from involve_audit.survey import collect, survey
    from involve_audit.survey.meanings import Meanings
    from involve_audit.wording.messages import InputError

    read: list[tuple[AnswerFile, PersonAnswers]] = []
    sheets: list[AnswerSheet] = []
    problems: list[str] = []
    meanings = Meanings(request.values)
    questions = _questions(rubric_by((request.project,), request.rubric, isolated=request.isolated))
    handed_in, passed_over = _inputs(request)
    for name in handed_in:
        try:
            data = files.read(name, limit=None)
            if _is_sheet(name, data):
                sheets.append(survey.read_sheet(data, files.shown(name), questions, meanings))
            else:
                read.append(collect.read_answers(data, files.shown(name)))
        except files.CannotRead as problem:
            problems.append(str(problem))
        except InputError as problem:
            # Nobody's answers are repeated in a message.
            problems.append(without_words(problem))
        except collect.Refused as problem:
            problems.append(str(problem))
    if problems:
        raise Usage(_("nothing was written:\n") + "\n".join((*problems, *passed_over)))
    rounds = [r for r in (collect.of_files(read, request.of, request.round, title),) if r is not None]
    if sheets:
        rounds += _rounds_of(sheets, request, questions, meanings, rounds)
    whole = collect.together(rounds)
    whole.notes[:0] = passed_over
    return whole


def _rounds_of(
    sheets: list[AnswerSheet], request: Adding, questions: dict[str, str], meanings: Meanings, rounds: list[Round]
) -> list[Round]:
    """The rounds of tables, which do not say of themselves whose answers they are, and of which month."""
    from involve_audit.survey import collect, survey, twice

    side = request.of or (rounds[0].of if rounds else collect.SIDES[0])
    when = request.round or (rounds[0].when if rounds else None)
    if when is None:
        raise Usage(_("say in which month people were asked: --round 2026-05"))
    counted = []
    for sheet in sheets:
        columns = _columns(sheet, request, questions)
        counted.append((sheet, columns, survey.of_sheet(sheet, columns, meanings, side, when, request.unfinished)))
    twice.check(counted)
    return [found for _sheet, _columns_of, found in counted]


def _is_sheet(name: str, data: bytes) -> bool:
    """Whether a file is a table; of a text that could be either, what stands in it decides."""
    lower = name.lower()
    if lower.endswith((*_SHEETS, *_BOOKS)):
        return True
    if not lower.endswith(_FILES) and data[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        return not lower.endswith(_PROSE)
    return lower.endswith(_TEXTS) and b"involve_audit_answers" not in data.replace(b"\0", b"")


def _inputs(request: Adding) -> tuple[list[str], list[str]]:
    """The files that were handed in, and what to say of those that were passed over.

    A folder stands for the files with answers in it. Whatever else is there is named, hidden tables too.
    """
    found: dict[str, str] = {}
    passed_over: list[str] = []
    for argument in request.answers:
        listed = [argument]
        if os.path.isdir(argument):
            there = sorted(os.listdir(argument))
            names = [n for n in there if not n.startswith(".") and n.lower() not in _NOBODYS]
            listed = [os.path.join(argument, n) for n in names if n.lower().endswith((*_FILES, *_SHEETS))]
            listed += [
                os.path.join(argument, n)
                for n in names
                if n.lower().endswith(_TEXTS) and _has_tabs(os.path.join(argument, n))
            ]
            others = [os.path.join(argument, n) for n in names if os.path.join(argument, n) not in listed]
            passed_over += [
                _("{name} was passed over: {why}", name=files.shown(name), why=_why_not(name))
                for name in (*others, *_hidden_tables(argument, there))
            ]
            if not listed:
                endings = _("{endings}, or .txt with tabs", endings=", ".join((*_FILES, *_SHEETS)))
                raise Usage(
                    "\n".join(
                        (
                            _(
                                "{argument}: there are no answers in this folder (files that end in {endings})",
                                argument=files.shown(argument),
                                endings=endings,
                            ),
                            *passed_over,
                        )
                    )
                )
        elif not os.path.exists(argument):
            raise Usage(_("{argument}: there is no such file or folder", argument=files.shown(argument)))
        elif argument.lower().endswith((*_PROSE, *_OTHERS)):
            raise Usage(f"{files.shown(argument)}: {_why_not(argument)}")
        for name in listed:
            same = found.setdefault(os.path.realpath(name), name)
            if same != name:
                passed_over.append(
                    _(
                        "{name} is another name of {same} and was counted once",
                        name=files.shown(name),
                        same=files.shown(same),
                    )
                )
    return list(found.values()), passed_over


def _hidden_tables(folder: str, names: list[str]) -> list[str]:
    """What may hold answers under a name that begins with a dot; with `._`, a Mac keeps what belongs to another file."""
    tables = (*_FILES, *_SHEETS, *_TEXTS, *_BOOKS)
    hidden = [n for n in names if n.startswith(".") and not n.startswith("._") and n.lower().endswith(tables)]
    return [os.path.join(folder, n) for n in hidden]


def _has_tabs(name: str) -> bool:
    """Whether a text in a folder is a table with tabs, or an answer file; a letter that lies beside it is neither."""
    try:
        start = files.read(name, limit=4000).replace(b"\0", b"")
    except files.CannotRead:
        return True  # what cannot be read is said where it is read
    first = start.splitlines()[0] if start else b""
    return b"\t" in first or b"involve_audit_answers" in start


def _why_not(name: str) -> str:
    lower = name.lower()
    if os.path.isdir(name):
        return _("it is a folder; name it as well, if there are answers in it")
    if os.path.basename(name).startswith("."):
        return _("it is hidden, for its name begins with a dot; name it as well, if there are answers in it")
    if os.path.basename(name).startswith("~$"):
        return _("it is what a program keeps beside a file that is open")
    if lower.endswith(_BOOKS):
        return _("it is a spreadsheet; save it as CSV (UTF-8)")
    if lower.endswith((".zip", ".gz", ".7z", ".rar")):
        return _("unpack it first")
    if lower.endswith(_PROSE):
        return _("answers are read from the files that the questions save, or from a table as CSV (UTF-8)")
    return _("it is no table that is known; if there are answers in it, save it as CSV (UTF-8)")


def _questions(rubric: str | None) -> dict[str, str]:
    """The questions and titles by which a column may be known, and what it then holds."""
    names: dict[str, str] = {}
    for principle in rubric_of(rubric).rubric.principles:
        names[principle.asks_contributors] = principle.id
        names[principle.title] = principle.id
    return names


def _columns(sheet: AnswerSheet, request: Adding, questions: dict[str, str]) -> dict[str, tuple[int, ...]]:
    """Which columns of a table hold what: as told, by their headers, or as somebody at a terminal says."""
    from involve_audit.survey import collect, survey
    from involve_audit.survey.meanings import QUOTE, TARGETS
    from involve_audit.wording.messages import hint

    told: dict[str, list[int]] = {}
    for text in request.maps:
        target, equals, header = text.partition("=")
        target = target.strip().lower()
        if not equals or target not in TARGETS:
            raise Usage(
                _(
                    "--map '{text}': write it as influence=HEADER; {target}",
                    text=text[:60],
                    target=hint(target, TARGETS),
                )
            )
        column = survey.column_of(sheet, header)
        if column not in told.setdefault(target, []):
            told[target].append(column)
    named = {n for numbers in told.values() for n in numbers}
    # A column that was named is what it was named as, whatever its header says.
    columns = {
        t: rest for t, n in survey.guessed(sheet, questions).items() if (rest := tuple(c for c in n if c not in named))
    }
    # Consent that a column asks for counts whether the column was named or not.
    columns |= {k: (*v, *(columns.get(k, ()) if k == QUOTE else ())) for k, v in told.items()}
    if _terminal():
        asked = {p: q for q, p in reversed(questions.items())}
        streams.err(_("{name} has these columns:", name=sheet.name))
        for number, header in enumerate(sheet.headers, 1):
            streams.err(f"  {number:>3} {' '.join(header.split())[:100]}")
        for target in TARGETS:
            while target not in columns:
                what = f"{target} ({asked[target]})" if target in asked else target
                typed = _ask(_("Which column holds {what}? [number, or Enter for none] ", what=what))
                if not typed:
                    break
                try:
                    columns[target] = (survey.column_of(sheet, f"#{typed.lstrip('#')}"),)
                except collect.Refused as problem:
                    streams.err(str(problem))
    taken: dict[int, str] = {}
    for target, numbers in columns.items():
        for number in numbers:
            if number in taken:
                raise Usage(
                    _(
                        "{name}: column {number} cannot be both {taken} and {target}",
                        name=sheet.name,
                        number=number + 1,
                        taken=taken[number],
                        target=target,
                    )
                )
            taken[number] = target
    return columns


def _terminal() -> bool:
    return streams.can_ask() and sys.stderr is not None and sys.stderr.isatty()


def _ask(question: str) -> str:
    streams.ask(question)
    return " ".join(sys.stdin.readline().split())


# --- the right of reply ----------------------------------------------------------------------------


def seal(
    project: shared.Project,
    date: Annotated[str | None, shared.day(_("The day of sealing. [default: today]"))] = None,
    dry_run: shared.DryRun = False,
) -> int:
    """Record what contributors' statements in a file reply to, so that a later reader can see what was changed after the reply."""
    from involve_audit.project import digest
    from involve_audit.survey import insert

    as_of = day(date) if date else dt.date.today()
    before, document, __ = _project(project)
    data, done, already = before, 0, 0
    for n, view in _replies(document):
        if "sealed" in view:
            already += 1
            continue
        # Read anew each time: lines have moved, and `true_path` follows the text as it is now.
        current = _reread(data, document.name)
        path = current.true_path(("views", "entries", n))
        kept = digest.seal(current.tree, current.get(path), as_of.isoformat())
        try:
            data = insert.add_seal(data, path, kept, document.name)
        except insert.CannotInsert as problem:
            raise Usage(str(problem)) from None
        done += 1
        if dry_run:
            streams.out_exact("\n".join(insert.block({"sealed": kept}, 0)) + "\n")
    if not done and not already:
        raise Usage(
            _(
                "{project} holds no statement of contributors (`statement:` in one of its `views`), so there is nothing to seal",
                project=files.shown(project),
            )
        )
    if already:
        streams.err(
            ngettext(
                "{number} statement is sealed already, and stays so; a new reply is a new view",
                "{number} statements are sealed already, and stay so; a new reply is a new view",
                already,
                number=already,
            )
        )
    if done and not dry_run:
        written_back(project, before, data)
        streams.err(
            ngettext(
                "wrote {file}: {number} statement sealed with what it replies to",
                "wrote {file}: {number} statements sealed with what they reply to",
                done,
                number=done,
                file=files.shown(project),
            )
        )
    return outcome.HOLDS


def _reread(data: bytes, name: str) -> Document:
    from involve_audit.load import read, read_project

    document = read(data, name)
    read_project(document)
    return document


def _replies(document: Document) -> list[tuple[int, dict[str, Any]]]:
    """The views with a statement, each with its number."""
    from involve_audit.survey.insert import views_in

    return [
        (n, v)
        for n, v in enumerate(views_in(document.tree))
        if isinstance(v, dict) and (v.get("statement") or "sealed" in v)
    ]


def verify(
    project: shared.Project,
) -> int:
    """Say whether the answers are still those that contributors' statements replied to, and which are not.

    Exit codes: 0 they are; 1 something was changed; 2 nothing is sealed, or it cannot be checked.
    """
    from involve_audit.project import digest

    document = _project(project)[1]
    code, found = outcome.HOLDS, 0
    for n, view in _replies(document):
        line = document.at(("views", "entries", n))[0]
        who = f"{document.name}:{line}: {view.get('of') or 'somebody'}" + (
            f", {view['when']}" if isinstance(view.get("when"), str) else ""
        )
        if "sealed" not in view:
            streams.err(_("{who}: this statement is not sealed; `involve-audit views seal` does it", who=who))
            continue
        found += 1
        try:
            changes = digest.changes(document.tree, view)
        except ValueError as problem:
            streams.err(f"{who}: {problem}")
            code = outcome.BROKEN
            continue
        streams.out(f"{who}: {_says(changes, view)}")
        if changes.any:
            code = max(code, outcome.FAILS)
    if not found:
        streams.err(
            _("{project}: no statement is sealed in it, so there is nothing to check", project=files.shown(project))
        )
        return outcome.BROKEN
    return code


def _says(changes: Any, view: dict[str, Any]) -> str:
    since = (
        _("since it was sealed on {get}", get=view["sealed"].get("when"))
        if view["sealed"].get("when")
        else _("since it was sealed")
    )
    if not changes.any:
        return _("the answers are those that the statement replied to; nothing was changed {since}", since=since)
    lines = [_("this is not the file that the statement replied to; {since}:", since=since)]
    lines += [
        f"  {what}: {', '.join(names)}"
        for what, names in (("changed", changes.changed), ("new", changes.added), (_("no longer there"), changes.gone))
        if names
    ]
    if changes.reply:
        lines.append(_("  the statement itself, or the view around it, was changed"))
    return "\n".join(lines)


def add_command(
    project: shared.Project,
    answers: Annotated[
        list[str],
        typer.Argument(
            metavar="ANSWERS...",
            help="Answer files, folders of them, or exports of a survey tool (CSV, tabs).",
            show_default=False,
        ),
    ],
    of: Annotated[
        str | None,
        typer.Option("--of", metavar="SIDE", help="contributors, people served or researchers.", show_default=False),
    ] = None,
    round_: Annotated[
        str | None,
        typer.Option("--round", metavar="YYYY-MM", help="The month in which people were asked.", show_default=False),
    ] = None,
    asked: Annotated[
        str | None, typer.Option("--asked", metavar="N", help="How many were asked.", show_default=False)
    ] = None,
    collected_by: Annotated[
        str | None,
        typer.Option(
            "--collected-by",
            metavar="WHO",
            help="outside the team, contributors, evaluation, team …",
            show_default=False,
        ),
    ] = None,
    anonymous: Annotated[
        str | None,
        typer.Option(
            "--anonymous", metavar="yes|no", help="Whether nobody can know who answered what.", show_default=False
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="NAME", help="Where it stands: a name under `sources`.", show_default=False),
    ] = None,
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="WHAT=COLUMN",
            help="Which column of a CSV holds what: a principle, label_fits, words or quote; the column by its header or as #3. Repeatable.",
            show_default=False,
        ),
    ] = None,
    value: Annotated[
        list[str] | None,
        typer.Option(
            "--value",
            metavar="ANSWER=MEANING",
            help="What an answer of the survey means: yes, partly, no, unsure; for one column power:ANSWER=yes; for consent to be quoted "
            "only quote:ANSWER=yes or no. Repeatable.",
            show_default=False,
        ),
    ] = None,
    all_new: Annotated[
        bool, typer.Option("--all-new", help="The export holds no answers of an earlier round, though it might.")
    ] = False,
    unfinished: Annotated[
        str | None,
        typer.Option(
            "--unfinished",
            metavar="count|leave-out",
            help="Rows that are marked as unfinished. Previews, tests, spam and what was withdrawn are never counted. [default: leave-out]",
            show_default=False,
        ),
    ] = None,
    dry_run: shared.DryRun = False,
    rubric: shared.Rubric = None,
    isolated: shared.Isolated = False,
) -> int:
    """Count answers and write them into a project file as one more view; everything else in it stays as it is.

    Fewer than three answers: nothing of what they said is written. Three or four: only whether most agree. Five or more: numbers.
    """
    request = Adding(
        project, tuple(answers), of, round_, asked, collected_by, anonymous, source, tuple(map_ or ()), tuple(value or ()), rubric, isolated,
        all_new, unfinished, dry_run,
    )  # fmt: skip
    return add(request)


COMMANDS = {"add": add_command, "seal": seal, "verify": verify}
