"""How a run ends: one function decides the exit code, and no way of failing looks like a pass."""

from __future__ import annotations

import os
import sys

from involve_audit.cli import streams

# `typing` would take as long to import as Python takes to start, and `--version` needs none of it.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from involve_audit.wording.messages import InputError

HOLDS, FAILS, BROKEN, INTERRUPTED = 0, 1, 2, 130


class Usage(Exception):  # noqa: N818  (it is how the tool was called, not an error of the tool)
    """The tool was asked for something that there is not."""


def no_ending(name: str, endings: Iterable[str], more: str = "") -> Usage:
    """The refusal of a file whose name does not say what to write into it."""
    return Usage(f"what to write into {name}? End its name in {', '.join(endings)}{more}")


def exit_code(*, audited: int, failing: int, broken: int, report_only: bool = False) -> int:
    """The exit code of a run, the same for every format.

    Args:
        audited: how many inputs were audited.
        failing: for how many of them the policy does not hold.
        broken: how many inputs could not be audited.
        report_only: whether a policy that does not hold is only reported.
    """
    if broken or not audited:
        return BROKEN
    return FAILS if failing and not report_only else HOLDS


def guard(work: Callable[[], int]) -> int:
    """Do the work and give its exit code; whatever goes wrong is said in a sentence."""
    try:
        return work()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError as error:
        # Results write through `streams`, which bears it. Who reads what typer prints has seen enough.
        streams.bear(error, sys.stdout)
    except OSError as error:
        place = f"{error.filename}: " if error.filename else "results cannot be written: "
        streams.err(f"involve-audit: {place}{(error.strerror or type(error).__name__).lower()}")
        return BROKEN
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else HOLDS if end.code is None else BROKEN
    except Usage as problem:
        streams.err(f"involve-audit: {problem}")
    except Exception as error:  # the last place that can say it in a sentence
        # Imported only now: `--version` and `--help` need no YAML.
        from involve_audit.wording.messages import InputError

        streams.err(wrong(error) if isinstance(error, InputError) else internal(error))
    return BROKEN


def wrong(error: InputError) -> str:
    """What is wrong with a file; where others read the log, without its words, whichever command reads the file."""
    from involve_audit.cli import redact

    return redact.without_words(error) if redact.by_default() else error.text()


def reason(error: OSError) -> str:
    """Why the system refused, in words."""
    if isinstance(error, PermissionError):
        return "it may not be opened (no permission)"
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, IsADirectoryError):
        return "this is a folder"
    return (error.strerror or type(error).__name__).lower()


def internal(error: BaseException, name: str = "") -> str:
    """Say that the tool itself failed. No words of a project file are repeated: a log may be public."""
    if os.environ.get("INVOLVE_AUDIT_DEBUG"):
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    place = f" in {os.path.basename(step.tb_frame.f_code.co_filename)}, line {step.tb_lineno}" if step else ""
    return (
        f"{name or 'involve-audit'}: internal error: {type(error).__name__}{place}. This is a fault of involve-audit; nothing was judged, "
        "and it is not a pass. Please report it with the command that you ran; INVOLVE_AUDIT_DEBUG=1 shows the details"
    )
