"""Results and messages without people's words, for logs that others read.

What a file says in free text must not stand there, in no format. So every text of the file is marked before the file is
judged (`file_words`), and what is marked is taken out of what was found, whatever sentence it was built into. So is
what a message of what is wrong with a file quotes of it, which is marked where the message is made.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from involve_audit.cli import outcome, streams
from involve_audit.record import later, names, replace
from involve_audit.results.audit import Audit, Evidence
from involve_audit.wording.file_words import LEFT_OUT, is_marked, left_out, marked_place, unmarked
from involve_audit.wording.messages import Wrong

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.load import Document
    from involve_audit.policy.waivers import Waiver
    from involve_audit.wording.messages import InputError, Problem

T = TypeVar("T")

NOTE = (
    f"People's own words are left out here, and {LEFT_OUT} stands in their place. Lines and findings are as they are."
)


def by_default() -> bool:
    """Whether results go where others read them: a pipeline says so with `CI`."""
    return os.environ.get("CI", "").strip().lower() not in ("", "0", "false", "no")


def marked(document: Document) -> Document:
    """A project file whose own words are marked, to be judged or compared for results that leave them out.

    Raises:
        InputError: it is not a project file.
    """
    from involve_audit.load import with_marks

    return with_marks(document, nobodys_own())


def nobodys_own() -> frozenset[str]:
    """Words that stay, though they stand in a file: those of its format."""
    from involve_audit.schema import vocabulary

    return vocabulary()


def bare(found: T) -> T:
    """Anything that was found in a file with marks, without the words of the file; what only quotes it is left empty."""
    return _bare(found)  # type: ignore[no-any-return]


def _bare(value: Any) -> Any:
    if isinstance(value, str):
        return left_out(value)
    if isinstance(value, (tuple, list)):
        return type(value)(map(_bare, value))
    if isinstance(value, dict):
        return {_bare(key): _bare(told) for key, told in value.items()}
    fields = names(value)
    if fields is None or isinstance(value, type):
        return value
    # What is worked out when somebody asks for it waits here, too.
    waiting = vars(value).get("_later", ())
    told = {
        name: later(partial(_bare_field, value, name)) if name in waiting else _bare_field(value, name)
        for name in fields
    }
    return type(value)(**told)


def _bare_field(value: Any, name: str) -> Any:
    return "" if name == "says" and isinstance(value, Evidence) else _bare(getattr(value, name))


def without_excerpts(audit: Audit) -> Audit:
    """An audit whose findings name lines of the file, and hold none of its words.

    Args:
        audit: what was found in a file that is `marked`.
    """
    found = bare(audit)
    # Without a title a report is called by its file.
    return replace(found, project=replace(found.project, title="", summary=""), limits=(*found.limits, NOTE))


def without_reason(waiver: Waiver) -> Waiver:
    """A waiver that says that there is a reason, and how long it is; who agreed, how many and when are no words of their own."""
    from involve_audit.policy.waivers import Agreement, Waiver

    number = len(waiver.reason.split())
    told: dict[str, Any] = vars(waiver) | {
        "reason": f"given in {number} word{'s' if number != 1 else ''}, left out here",
        "owner": "named, left out here",
    }
    if waiver.agreed_with is not None:
        told["agreed_with"] = Agreement(
            **{key: answer for key, answer in vars(waiver.agreed_with).items() if key != "how"}
        )
    return Waiver(**told)


@contextmanager
def messages(*, excerpts: bool) -> Iterator[None]:
    """Let what is wrong with a file beside the projects be said without its words, where they are not wanted.

    A file that was mistaken for another holds words, too.
    """
    from involve_audit.wording.messages import InputError

    try:
        yield
    except InputError as error:
        streams.err(error.text() if excerpts else without_words(error))
        raise SystemExit(outcome.BROKEN) from None


def problems(error: InputError) -> Iterator[tuple[Problem, str]]:
    """Each problem with what may be said of it: only keys and choices that every file may have."""
    from involve_audit.schema import vocabulary

    words = vocabulary(beside=True)
    for problem in error.problems:
        where = place(problem.where, words)
        yield problem, f"{f'{where}: ' if where else ''}{message(problem.wrong, words)}"


def place(path: str, words: frozenset[str]) -> str:
    """A place in a file without names: only numbers, and keys that every file may have."""
    return left_out(marked_place(path, words))


def without_words(error: InputError) -> str:
    """Problems with their places, and with no words of the file, one a line."""
    return "\n".join(f"{error.name}:{problem.line}:{problem.column}: {says}" for problem, says in problems(error))


def message(wrong: Wrong | str, words: frozenset[str]) -> str:
    """A message without what it quotes of the file; advice stays where it names only words that every file may have."""
    says, *advice = (one.sentence for one in wrong.chain) if isinstance(wrong, Wrong) else (wrong,)
    kept = (one for one in (unmarked(text, words) for text in advice) if not is_marked(one))
    return "; ".join((left_out(unmarked(says, words)), *kept))
