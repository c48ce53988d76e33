"""`init`: write a project file to start from."""

from __future__ import annotations

import os
import sys
from typing import Annotated

from involve_audit.cli import files, outcome, streams
from involve_audit.cli.declaring import typer
from involve_audit.cli.outcome import Usage
from involve_audit.language import _

_ASKED = {
    "title": _("What is the title of the work?"),
    "phase": _("Where is it?"),
    "kind": _("What sort of work is it?"),
    "topic_sensitive": _("Can the topic distress people (illness, violence, loss, stigma …)?"),
    "called": _("What do you call the involvement in public (co-production, PPI, consultation …; none for no word)?"),
}


def command(
    path: Annotated[
        str, typer.Argument(metavar="[FILE]", help="Where to write it, or `-` for standard output.")
    ] = "project.yaml",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    no_schema: Annotated[
        bool, typer.Option("--no-schema", help="Do not put the JSON Schema for editors beside it.")
    ] = False,
) -> int:
    """Write a project file to start from: every section, with what it means and examples to take over."""
    return init(path, ask=not yes, force=force, schema=not no_schema)


def init(path: str, *, ask: bool, force: bool, schema: bool) -> int:
    """Ask a handful of questions in a terminal, and write the file."""
    from involve_audit.cli import start

    if path == files.STDIN:
        streams.out_exact(start.starting_file())
        return outcome.HOLDS
    if os.path.isdir(path):
        path = os.path.join(path, "project.yaml")
    if os.path.exists(path) and not force:
        raise Usage(_("{path} is there already, and was left as it is; --force writes over it", path=path))
    asks = ask and streams.can_ask() and sys.stderr.isatty()
    answers = questions() if asks else {}
    beside = os.path.join(os.path.dirname(path), start.SCHEMA_FILE)
    texts = {path: start.starting_file(answers, f"./{start.SCHEMA_FILE}" if schema else None).encode("utf-8")}
    if schema:
        from involve_audit.generate import schema_text

        if _is_ours(beside):
            texts[beside] = schema_text("project").encode("utf-8")
    try:
        files.write_all(texts)
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None
    for name in texts:
        streams.err(
            _("wrote {name}", name=files.shown(name))
            + (_(", for editors that complete and explain") if name == beside else "")
        )
    if asks and streams.agreed(_("Shall I ask what decides most, one question at a time? You can stop at any time.")):
        from involve_audit.cli.ask import ask as interview

        return interview(path, None, None, list_=False)
    streams.err(
        _("Next: fill in what is so, or run involve-audit ask {path}; then involve-audit check {path}", path=path)
    )
    return outcome.HOLDS


def _is_ours(path: str) -> bool:
    """Whether the schema may be written there: nothing is, or an earlier one."""
    try:
        with open(path, encoding="utf-8") as file:
            return "urn:involve-audit:schema:project" in file.read(2000)
    except FileNotFoundError:
        return True
    except (OSError, UnicodeDecodeError):
        return False


def questions() -> dict[str, str]:
    """Ask what can be answered at once; an empty answer leaves the question open.

    Questions go to standard error, as everything that is no result does.
    """
    from typing import Literal, get_args, get_origin

    from involve_audit.project.fields import annotation, read_value
    from involve_audit.project.model import ProjectHead
    from involve_audit.wording.messages import Wrong, in_words

    streams.err(_("A few questions. Press Enter where you do not know, or do not wish to say."))
    answers: dict[str, str] = {}
    for key, question in _ASKED.items():
        kind = annotation(ProjectHead, key)
        choices = [c for c in get_args(kind) if c != "unknown"] if get_origin(kind) is Literal else []
        while True:
            streams.ask(question + (f" [{', '.join(choices)}]" if choices else "") + " ")
            line = sys.stdin.readline()
            answer = " ".join(line.split())
            if not answer:
                break
            problems: list[Wrong | str] = []
            read_value(kind, answer, (), lambda __, wrong: problems.append(wrong))  # noqa: B023 (it is called at once)
            if not problems:
                answers[key] = answer
                break
            streams.err(in_words(problems[0]))
    return answers
