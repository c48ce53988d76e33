"""What a YAML parser complains of, in words that help."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from involve_audit.wording.file_words import marked
from involve_audit.wording.messages import NO_EXCERPT, Problem, Wrong

if TYPE_CHECKING:
    import yaml


def in_words(error: yaml.MarkedYAMLError, lines: list[str]) -> Problem:
    """What a YAML parser complains of, in words that help somebody who writes YAML twice a year."""
    problem, context = error.problem or "", error.context or ""
    at: Any = error.problem_mark or error.context_mark
    began: Any = error.context_mark or at
    line = lines[at.line] if at and at.line < len(lines) else ""
    character = line[at.column : at.column + 1] if at else ""
    if "tab character" in problem or character == "\t" or "\t" in line[: len(line) - len(line.lstrip())]:
        wrong = Wrong(
            "there is a tab here; YAML wants blanks in front of keys",
            plainly="there is a tab here; please use blanks instead",
        )
    elif "cannot start any token" in problem:
        wrong = needs_quotes(character)
    elif "mapping values are not allowed" in problem:
        wrong = Wrong(
            "a colon stands where none is expected; is the line above indented as this one? "
            "A text that holds a colon needs quotes around it"
        )
    elif "expected ':'" in problem:
        at = began
        wrong = Wrong(
            "a key without its colon (`key: value`), or a text of several lines that is not indented",
            plainly="a word of the form without its colon, or a text of several lines that is not indented",
        )
    elif "flow sequence" in context or "flow mapping" in context:
        open_, close = ("[", "]") if "sequence" in context else ("{", "}")
        if at.line >= len(lines) - 1 and not line[at.column :].strip():
            at, wrong = began, Wrong("this `{opens}` is not closed with `{closes}`", opens=open_, closes=close)
        else:
            wrong = Wrong(
                "a comma is missing before this place, or the `{opens}` at line {line}, column {column} is not closed with `{closes}`",
                opens=open_, closes=close, line=began.line + 1, column=began.column + 1,
            )  # fmt: skip
    elif "end of stream" in problem or "document indicator" in problem:
        at, wrong = began, Wrong("the quotation mark that begins here is not closed")
    elif "escape" in problem or "hexadecimal" in problem:
        wrong = Wrong(
            "in double quotes a backslash begins an escape, and this one is not known; use single quotes instead"
        )
    elif "sequence entries are not allowed" in problem:
        wrong = Wrong(
            "a list item (`- `) stands where none is expected; put it on a line of its own, below its key",
            plainly="a list item (`- `) stands where none is expected; put it on a line of its own, below the word of the form that it belongs to",
        )
    elif "mapping keys are not allowed" in problem:
        wrong = needs_quotes("?")
    elif "alias" in context or "anchor" in context:
        at, wrong = began, Wrong("a text that begins with * or & needs quotes around it")
    elif "tag" in context or "tag" in problem:
        at, wrong = began, needs_quotes("!")
    elif "block scalar" in context:
        wrong = Wrong(
            "after `|` or `>` the text begins on the next line; a text that begins with one of them needs quotes"
        )
    elif "node content" in problem or "flow node" in context:
        wrong = Wrong("a value is missing here")
    elif line[:1] == ":" or (line.strip().startswith(":") and not line[: at.column].strip()):
        wrong = no_key_here()
    elif line[: at.column].strip() and ("block mapping" in context or "document start" in problem):
        wrong = Wrong(
            "the text goes on after a closing bracket or quotation mark; "
            "a text that begins with a bracket or quotation mark needs quotes around all of it"
        )
    elif "block mapping" in context or "block collection" in context or "document start" in problem:
        wrong = Wrong(
            "this line does not fit the lines above it; check the blanks in front of it, and that quotes are closed"
        )
    else:
        wrong = no_yaml(short(problem, 120) + (f" ({short(context, 80)})" if context else ""))
    if at is None:
        return Problem(1, 1, "", wrong)
    where = NO_EXCERPT if _may_be_of_a_room(lines, at.line) else ""
    if at.line >= len(lines):
        return Problem(max(1, len(lines)), len(lines[-1]) + 1 if lines else 1, where, wrong)
    return Problem(at.line + 1, at.column + 1, where, wrong)


def needs_quotes(character: str) -> Wrong:
    """A text that begins with this character means something else to YAML."""
    return Wrong("a text that begins with {character} needs quotes around it", character=character)


def no_key_here() -> Wrong:
    """A colon stands at the beginning."""
    return Wrong(
        "there is no key in front of this colon; write `key: value`",
        plainly="there is no word of the form in front of this colon",
    )


def no_yaml(problem: str, limit: int = 210) -> Wrong:
    """What a parser says itself, which may hold words of the file."""
    return Wrong(
        "this is not YAML: {problem}", plainly="this is not the kind of file that can be read: {problem}",
        problem=marked(short(problem, limit)),
    )  # fmt: skip


def _may_be_of_a_room(lines: list[str], at: int) -> bool:
    """Whether a line that no parser could place may say who is in a room: such a line is not quoted.

    It may where `voices` and `rooms` stand above it, or on it, since the last key of the whole file. Where the blanks in
    front are wrong, too: a key is one of the whole file by its name, wherever it begins.
    """
    from involve_audit.project.model import Project

    key = re.compile(rf"\s*['\"]?({'|'.join(Project.questions)})['\"]?\s*:")
    above = ""
    for line in reversed(lines[: at + 1]):
        above = line + "\n" + above
        found = key.match(line)
        if found and not (found[1] == "rooms" and line[:1].isspace()):
            break
    return bool(re.search(r"\bvoices\b.*\brooms\b", above, re.DOTALL))


def short(text: str, limit: int = 60) -> str:
    """A text in one line, cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"
