"""Results and messages without people's words, for logs that others read.

What a file says in free text must not stand there, in no format. So every text of the file is taken out wherever it
stands in the audit, whatever sentence it was built into, and what only quotes the file is left empty.
"""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from involve_audit.cli import outcome, streams
from involve_audit.record import Record, names, replace
from involve_audit.results.audit import Audit, Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from involve_audit.messages import InputError, Problem
    from involve_audit.policy.waivers import Waiver
    from involve_audit.rubric.model import LoadedRubric

LEFT_OUT = "…"
NOTE = (
    f"People's own words are left out here, and {LEFT_OUT} stands in their place. Lines and findings are as they are."
)

_CLOSED = frozenset({
    "state", "level", "phase", "support", "confirmed", "letter", "caps", "date", "sha256", "version", "schema_version", "promise_is",
    "kind", "asked", "answer", "power", "justified", "difference", "counts", "file",
})  # fmt: skip
"""Fields that only hold words of the tool. A title that happens to be such a word must not change a state."""


def by_default() -> bool:
    """Whether results go where others read them: a pipeline says so with `CI`."""
    return os.environ.get("CI", "").strip().lower() not in ("", "0", "false", "no")


class Words(Record):
    """What project files say in free text, to be taken out of sentences.

    Attributes:
        ours: texts that stay as a whole: words of the format, and sentences of the rubric.
    """

    ours: frozenset[str]
    pattern: re.Pattern[str]

    def left_out(self, text: str) -> str:
        """A text without the words of the files."""
        return text if text in self.ours else self.pattern.sub(LEFT_OUT, text)


def words_of(
    trees: Iterable[object], rubric: LoadedRubric | None, stays: Callable[[str], bool] = lambda _: False
) -> Words:
    """The words of project files.

    Args:
        trees: what the files hold, as plain dicts, lists and texts.
        rubric: by what they were judged; None where that is not known.
        stays: what is nobody's own word, though it stands in a file.
    """
    from involve_audit.judge.told import as_people_write
    from involve_audit.schema import vocabulary

    known = vocabulary()
    texts = {text for tree in trees for text in (*_texts(tree), *_characteristics(tree))}
    own = {
        text for text in texts if text.casefold() not in known and re.search(r"[^\W\d_]{2}", text) and not stays(text)
    }
    # Amounts are printed with commas between their thousands.
    return Words(known | frozenset(_texts(rubric)), _pattern(own | set(map(as_people_write, own))))


def without_excerpts(audit: Audit, tree: object, rubric: LoadedRubric) -> Audit:
    """An audit whose findings name lines of the file, and hold none of its words.

    Args:
        audit: what was found.
        tree: what the project file holds, as plain dicts, lists and texts.
        rubric: by what it was judged; its sentences stay, whatever words they share with the file.
    """
    words = words_of([tree], rubric)

    def bare(value: Any, name: str = "") -> Any:
        if isinstance(value, str):
            return value if name in _CLOSED else words.left_out(value)
        if isinstance(value, tuple):
            return tuple(bare(v, name) for v in value)
        if not isinstance(value, Record):
            return value
        bared = replace(value, **{name: bare(getattr(value, name), name) for name in names(value) or ()})
        return replace(bared, says="") if isinstance(bared, Evidence) else bared

    found = bare(audit)
    assert isinstance(found, Audit)  # noqa: S101 (replace keeps the class)
    # Without a title a report is called by its file.
    return replace(found, project=replace(found.project, title="", summary=""), limits=(*found.limits, NOTE))


def _texts(value: object) -> Iterator[str]:
    """All texts of a tree, keys and all."""
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(key)
            yield from _texts(inner)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, Record):
        for name in names(value) or ():
            yield from _texts(getattr(value, name))


def _characteristics(tree: object) -> Iterator[str]:
    """The characteristics of groups as reports name them: of `ethnic_group_5` they show no number."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key == "characteristic" and isinstance(value, str):
                yield re.sub(r"[\s_]+\d+$", "", " ".join(value.split()))
            yield from _characteristics(value)
    elif isinstance(tree, (list, tuple)):
        for value in tree:
            yield from _characteristics(value)


def _pattern(own: set[str]) -> re.Pattern[str]:
    """The texts wherever they stand as words: in any capitals, with blanks for the `_` of a key, and without the full stop at their end."""
    spelt = (
        r"[\s_]+".join(map(re.escape, re.split(r"[\s_]+", text.rstrip(".") or text)))
        + (r"\.?" if text.endswith(".") else "")
        for text in sorted(own, key=lambda t: (-len(t), t))
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelt) or '(?!)'})(?!\w)", re.IGNORECASE)


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
    from involve_audit.messages import InputError

    try:
        yield
    except InputError as error:
        if excerpts:
            raise
        streams.err(without_words(error))
        raise SystemExit(outcome.BROKEN) from None


def problems(error: InputError) -> Iterator[tuple[Problem, str]]:
    """Each problem with what may be said of it: only keys and choices that every file may have."""
    from involve_audit.schema import vocabulary

    words = vocabulary(beside=True)
    for problem in error.problems:
        where = place(problem.where, words)
        yield problem, f"{f'{where}: ' if where else ''}{message(problem.says, words)}"


def place(path: str, words: frozenset[str]) -> str:
    """A place in a file without names: only numbers, and keys that every file may have."""
    return re.sub(r"[^.\[\]]+", lambda step: step[0] if step[0] in words or step[0].isdecimal() else LEFT_OUT, path)


def without_words(error: InputError) -> str:
    """Problems with their places, and with no words of the file, one a line."""
    return "\n".join(f"{error.name}:{problem.line}:{problem.column}: {says}" for problem, says in problems(error))


_ADVICE = r"; (?:allowed: |did you mean |write |leave |add it ).*$"


def message(says: str, words: frozenset[str]) -> str:
    """A message without what it quotes; its advice stays where it names only words that every file may have."""

    def unless_known(quoted: re.Match[str]) -> str:
        return quoted[0] if quoted[1] in words else "'…'"

    found = re.search(_ADVICE, says, re.DOTALL)
    advice = found[0] if found else ""
    # From the first quotation mark to the last: people write apostrophes.
    seen = re.sub(r"'(.*)'", unless_known, says[: len(says) - len(advice)], flags=re.DOTALL)
    seen = re.sub(r"\((?!`)[^()]*\)", "(…)", seen)
    listed, guess = (
        re.search(r"; allowed: (.*?)(?=; did you mean|; `other` takes|$)", advice),
        re.search(r"; did you mean '(.*)'\?(?:; `other` takes .*)?$", advice),
    )
    known = (listed is None or words.issuperset(listed[1].removesuffix(", …").split(", "))) and (
        guess is None or guess[1] in words or words.issuperset(guess[1].split("."))
    )
    return seen + (advice if known and "add it" not in advice else "")
