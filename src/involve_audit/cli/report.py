"""`report`: write reports, all of them or none."""
# File names stay as they were typed: a `Path` would lose the `/` that says "a folder".

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from involve_audit.cli import files, outcome, streams
from involve_audit.cli.check import Run, judge_files, known, rendered
from involve_audit.cli.outcome import Usage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.audit import Audit


def report(
    arguments: tuple[str, ...],
    outputs: tuple[str, ...],
    format_: str | None,
    rubric: str | None,
    date: str | None,
    pictures: str | None = None,
) -> int:
    """Judge files, or take saved audits, and write the reports and pictures that are asked for."""
    from involve_audit.render import FORMATS

    if not outputs and pictures is None:
        raise Usage("where to? Give a file with -o, or a folder for the pictures with --pictures")
    if format_ is not None:
        known("format", format_, tuple(FORMATS))
    targets = [(output, _format_for(output, format_)) for output in outputs]
    run = _audits(arguments, rubric, date)
    if run.audits:
        texts: dict[str, bytes] = {}
        kinds: dict[str, str] = {}
        for output, kind in targets:
            for name, text in _texts(output, kind, run):
                if os.path.realpath(name) in {os.path.realpath(a) for a in arguments}:
                    raise Usage(f"{name} is one of the files to report on; give the report another name")
                texts[name] = text.encode("utf-8")
                kinds[name] = kind
        drawn = _pictures(pictures, run) if pictures is not None else {}
        texts.update({name: text.encode("utf-8") for name, text in drawn.items()})
        if pictures is not None and not drawn:
            streams.err("involve-audit: there is nothing to draw: no file tells anything that a picture could show")
        try:
            files.write_all(texts)
        except files.CannotRead as problem:
            raise Usage(str(problem)) from None
        for name, data in texts.items():
            streams.err(f"wrote {name} ({kinds.get(name, 'picture')}, {_size(len(data))})")
        if len(texts) > 1:
            projects = f"{len(run.audits)} project{'s' if len(run.audits) != 1 else ''}"
            streams.err(f"involve-audit: {len(texts)} files written, for {projects}")
    else:
        streams.err("involve-audit: nothing was written")
    return outcome.exit_code(audited=len(run.audits), failing=0, broken=run.broken)


def _size(number: int) -> str:
    """How large a file is, in the units that file managers show."""
    return f"{number} bytes" if number < 1000 else f"{number / 1000:.0f} kB" if number < 1_000_000 else f"{number / 1e6:.1f} MB"


def _is_folder(output: str) -> bool:
    return output.endswith(("/", os.sep)) or os.path.isdir(output)


def _format_for(output: str, told: str | None) -> str:
    from involve_audit.render import FORMATS, format_of

    if output == files.STDIN:
        raise Usage("`report` writes files; `involve-audit check --format …` prints")
    if told is not None:
        return told
    if _is_folder(output):
        return "html"
    found = format_of(output)
    if found is None:
        endings = ", ".join(kind.endings[0] for kind in FORMATS.values())
        raise Usage(f"what to write into {output}? End its name in {endings}, or say --format")
    return found


def _audits(arguments: tuple[str, ...], rubric: str | None, date: str | None) -> Run:
    """The audits: of project files judged now, and of saved ones as they are."""
    saved = tuple(a for a in arguments if a.lower().endswith(".json"))
    run = Run()
    others = tuple(a for a in arguments if a not in saved)
    if others or not saved:
        run = judge_files(others, rubric, date, watch=True)
    elif rubric is not None or date is not None:
        raise Usage("a saved audit keeps its rubric and its date; --rubric and --date are for project files")
    run.several = run.several or len(arguments) > 1
    from involve_audit.render.json import read_saved

    for name in saved:
        try:
            # A saved audit quotes its project file and the rubric: it may be much longer than a project file.
            audits = read_saved(files.read(name, limit=None).decode("utf-8"))
        except files.CannotRead as problem:
            streams.err(str(problem))
        except UnicodeDecodeError:
            streams.err(f"{name}: this is not text in UTF-8")
        except ValueError as problem:
            streams.err("\n".join(f"{name}: {line}" for line in str(problem).splitlines()))
        else:
            run.audits.extend(audits)
            run.several = run.several or len(audits) != 1
            continue
        run.broken += 1
    return run


def _texts(output: str, kind: str, run: Run) -> list[tuple[str, str]]:
    """The files to write for one output, with their texts."""
    if not _is_folder(output):
        return [(output, rendered(kind, run.audits, several=run.several))]
    if not os.path.isdir(output):
        raise Usage(f"there is no folder {output}; make it first")
    names = _names(run.audits, kind)
    return [
        (os.path.join(output, name), rendered(kind, [audit], several=False))
        for name, audit in streams.watched(tuple(zip(names, run.audits, strict=True)), "Writing")
    ]


def _pictures(folder: str, run: Run) -> dict[str, str]:
    """The pictures of every audit, by the names of their files: after the project file, then what is drawn."""
    from involve_audit.render import pictures

    if not os.path.isdir(folder):
        raise Usage(f"there is no folder {folder}; make it first")
    return {
        os.path.join(folder, f"{stem}-{picture.name}.svg"): picture.alone()
        for stem, audit in zip(_stems(run.audits), run.audits, strict=True)
        for picture in pictures.of(audit)
    }


def _names(audits: Sequence[Audit], kind: str) -> list[str]:
    """A file name for each audit in a format."""
    from involve_audit.render import FORMATS

    return [stem + FORMATS[kind].endings[0] for stem in _stems(audits)]


def _stems(audits: Sequence[Audit]) -> list[str]:
    """A name for each audit: after its project file, with as many folders before it as tell them apart."""
    parts = []
    for audit in audits:
        path = (
            "standard-input"
            if audit.project.file == files.shown(files.STDIN)
            else os.path.splitext(audit.project.file)[0]
        )
        parts.append([p for p in path.replace("\\", "/").split("/") if p not in ("", ".", "..")] or ["project"])
    names: list[str] = []
    for depth in range(1, max(map(len, parts)) + 1):
        names = ["-".join(p[-depth:]) for p in parts]
        if len({name.casefold() for name in names}) == len(names):
            return names
    return [f"{name}-{n}" for n, name in enumerate(names, 1)]
