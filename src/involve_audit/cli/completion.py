"""What a shell completes behind an option or a command. Everything is loaded only when a shell asks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

OPTIONS = ("--install-completion", "--show-completion")
SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def for_shell(given: list[str]) -> list[str] | None:
    """The arguments for the parser where completion is asked for, with or without a shell; None where it is not.

    Raises:
        Usage: there is no such shell, or none is named and it cannot be told which one runs.
    """
    if not given or given[0].partition("=")[0] not in OPTIONS:
        return None
    option, equals, joined = given[0].partition("=")
    named = [joined] if equals else given[1:2]
    from involve_audit.cli.options import known
    from involve_audit.cli.outcome import Usage

    if named:
        known(option.removeprefix("--"), named[0], SHELLS)
    else:
        shell = _running()
        if shell not in SHELLS:
            raise Usage(f"it cannot be told which shell this is; name it: {option} {' or '.join(SHELLS[:3])}")
        named = [shell]
    # With this typer takes the shell as a value, and guesses nothing.
    os.environ["_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION"] = "1"
    return [option, *named]


def _running() -> str:
    """The shell in which this runs; empty where nothing says so."""
    try:
        import shellingham  # type: ignore[import-untyped]

        return str(shellingham.detect_shell()[0])
    except (ImportError, RuntimeError, OSError):
        return os.path.basename(os.environ.get("SHELL", ""))


def beginning(words: Iterable[str], incomplete: str) -> list[str]:
    """Those of the words that go on from what is typed, each once."""
    return [word for word in dict.fromkeys(words) if word.startswith(incomplete)]


def texts(incomplete: str) -> list[str]:
    """The formats that `check` prints."""
    from involve_audit.render import TEXTS

    return beginning(TEXTS, incomplete)


def formats(incomplete: str) -> list[str]:
    """The formats that `report` writes."""
    from involve_audit.render import FORMATS

    return beginning(FORMATS, incomplete)


def among(*words: str) -> Callable[[str], list[str]]:
    """What offers some words."""

    def offered(incomplete: str) -> list[str]:
        return beginning(words, incomplete)

    return offered


def tables(incomplete: str) -> list[str]:
    """The formats of a table of many projects."""
    from involve_audit.portfolio.table_page import TEXTS

    return beginning(TEXTS, incomplete)


def editions(incomplete: str) -> list[str]:
    """For whom a report may be written."""
    from involve_audit.render import EDITIONS

    return beginning(EDITIONS, incomplete)


def rubrics(incomplete: str) -> list[str]:
    """The rubrics that are shipped; a file is completed by the shell."""
    from involve_audit.rubric import shipped

    return beginning(shipped.names(), incomplete)


def requirements(incomplete: str) -> list[str]:
    """What `--require` knows."""
    from involve_audit.policy.policy_file import names
    from involve_audit.rubric import shipped

    return beginning((*names(shipped.load().rubric), "reviewed-within-12-months"), incomplete)


def schemas(incomplete: str) -> list[str]:
    """The schemas that are shipped."""
    from involve_audit.generate import SCHEMAS

    return beginning(SCHEMAS, incomplete)
