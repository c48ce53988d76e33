"""`page`: the whole tool as one HTML file, for people who install nothing."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
from typing import TYPE_CHECKING, Annotated, Any

from involve_audit.cli import files, outcome, settings, streams
from involve_audit.cli.declaring import shared, typer
from involve_audit.cli.options import not_written_over, read_once, rubric_of
from involve_audit.cli.outcome import Usage
from involve_audit.language import LANGUAGE, _, catalogues, chosen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.page.packing import Pin

_CODE = (".py", ".yaml", ".json", ".csv", ".html", ".css", ".js", ".md", ".typ", ".txt")
"""What runs anywhere; a compiled module runs on one kind of machine, and each of these libraries does without."""
EXAMPLES = ("full", "bad", "scotland-sds-2013", "freshstart-before-2020", "freshstart-after-2020", "dsni-1984")
"""The examples that the page holds: two that are invented, and four that were written from published text."""
_PATIENCE = 300
"""So many seconds node may take on a machine that does much else."""
_IN_NODE = os.path.join("node_modules", "pyodide")


def command(
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write it, or `-`.", show_default=False)
    ],
    pyodide: Annotated[
        str | None,
        typer.Option(
            "--pyodide", metavar="FOLDER", help="Where Pyodide is. [default: node_modules/pyodide]", show_default=False
        ),
    ] = None,
    policy: shared.Policy = None,
    rubric: shared.Rubric = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="A title of your own.", show_default=False)
    ] = None,
    isolated: shared.Isolated = False,
) -> int:
    """Write the whole tool as one HTML file, with a Python that runs in the browser; nothing is fetched, nothing is sent.

    Whoever opens it answers questions one at a time, sees where it stands, and saves every report that the command line
    writes. It needs Pyodide, which npm fetches; it is checked by its hash.
    """
    return page(output, pyodide, policy, rubric, title, isolated=isolated)


def page(
    output: str,
    pyodide: str | None = None,
    policy: str | None = None,
    rubric: str | None = None,
    title: str | None = None,
    *,
    isolated: bool = False,
) -> int:
    """Write the page.

    Args:
        output: where to write, or `-`.
        pyodide: the folder of Pyodide; where it is not told, `node_modules/pyodide` here or in a folder above.
        policy: a policy file, what of it is met stands on the sheet.
        rubric: a name or a path; None for the default.
        title: a title of somebody's own.
        isolated: whether settings in this folder are left alone.
    """
    if output.lower().endswith((".yaml", ".yml")):
        raise Usage(
            _(
                "{output} sounds like a project file, and this is a page; give it a name that ends in .html",
                output=output,
            )
        )
    set_ = settings.chosen(settings.HERE, {"policy": policy, "rubric": rubric}, isolated=isolated).values
    policy, rubric = set_["policy"], set_["rubric"]
    read_once((), (rubric, policy))
    beside = [name for name in (rubric, policy) if name is not None]
    not_written_over([output] if output != files.STDIN else [], beside, "--output")
    loaded = rubric_of(rubric)
    # The language of the page is that in which it is made; its Python learns it before it starts.
    given: dict[str, Any] = {"environment": {LANGUAGE: chosen()}} if chosen() else {}
    given["examples"] = list(_examples())
    if rubric is not None and os.path.exists(rubric):
        given["rubric"] = {"name": os.path.basename(rubric), "text": files.read(rubric).decode("utf-8")}
    if policy is not None:
        from involve_audit.cli import policy as policies

        asked = policies.options(policy)
        loaded = policies.rubric_for(asked, rubric)
        named = asked.policy.file.title if asked.policy else ""
        given["policy"] = {"name": os.path.basename(policy), "text": files.read(policy).decode("utf-8"), "title": named}
    from involve_audit.page import bytecode, packing

    place, python = _python(packing.pin(), pyodide)
    library, package = packing.library(python[packing.LIBRARY]), bytecode.archive(dict(_package()))
    quicker = _compiled(place, library, package, packing.told(given))
    if quicker is None:
        streams.err(
            _(
                "node, which could compile what the page begins with, is not here or too old: the page takes some seconds longer to start"
            )
        )
    python[packing.LIBRARY], package = quicker or (library, package)
    text = packing.page(python, package, loaded, given, title=" ".join((title or "").split()))
    data = text.encode("utf-8")
    if len(data) > packing.MOST:
        raise Usage(
            _(
                "the page would have {size} MB, and at most {most} can go by mail",
                size=f"{len(data) / 1e6:.1f}",
                most=f"{packing.MOST / 1e6:.0f}",
            )
        )
    if output == files.STDIN:
        streams.out_exact(text)
        return outcome.HOLDS
    try:
        files.write_all({output: data})
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None
    streams.err(
        _(
            "wrote {output} ({size} MB): it opens in any new browser; nothing that is typed there leaves it",
            output=files.shown(output),
            size=f"{len(data) / 1e6:.1f}",
        )
    )
    return outcome.HOLDS


def _python(pin: Pin, folder: str | None) -> tuple[str, dict[str, bytes]]:
    """The folder of Pyodide and its files, each with the hash that is pinned.

    Raises:
        Usage: it is not there, or it is another one.
    """
    place = folder or _found()
    if place is None:
        raise Usage(
            _(
                "the page needs Pyodide {version}, a Python for the browser, and there is no {folder} here; fetch it once with\n  {fetched_by}\nor name its folder with --pyodide",
                version=pin.version,
                folder=_IN_NODE,
                fetched_by=pin.fetched_by,
            )
        )
    found: dict[str, bytes] = {}
    for name in pin.files:
        try:
            found[name] = files.read(os.path.join(place, name), limit=None)
        except files.CannotRead as problem:
            raise Usage(
                _(
                    "{problem}; this is no folder of Pyodide {version}: `{fetched_by}` fetches it",
                    problem=problem,
                    version=pin.version,
                    fetched_by=pin.fetched_by,
                )
            ) from None
        if pin.wrong(name, found[name]):
            raise Usage(
                _(
                    "{place}: this is not the file of Pyodide {version} that belongs into the page (its hash is another); `{fetched_by}` fetches it",
                    place=os.path.join(place, name),
                    version=pin.version,
                    fetched_by=pin.fetched_by,
                )
            )
    return place, found


def _compiled(place: str, library: bytes, package: bytes, given: bytes) -> tuple[bytes, bytes] | None:
    """The library of Python and this package with bytecode of what the page begins with; None where node is not here, or too old."""
    node = shutil.which("node")
    if node is None:
        return None
    from involve_audit.page import packing

    with tempfile.TemporaryDirectory() as folder:
        script = os.path.join(folder, "make.mjs")
        made = {
            packing.LIBRARY: library,
            "package.zip": package,
            "given.json": given,
            "make.mjs": packing.source("script/make.js").encode("utf-8"),
        }
        for name, data in made.items():
            files.write_all({os.path.join(folder, name): data})
        try:
            ran = subprocess.run(  # noqa: S603 (our own script; node is what the person has)
                [node, script, os.path.abspath(place), folder], capture_output=True, timeout=_PATIENCE, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
        if ran.returncode:
            return None
        found = [files.read(os.path.join(folder, name), limit=None) for name in (packing.LIBRARY, "package.zip")]
        return found[0], found[1]


def _found() -> str | None:
    """Where npm has put Pyodide: here or in a folder above, or in the checkout of this package."""
    from involve_audit.rubric.shipped import HERE

    for start in (os.getcwd(), HERE):
        folder = start
        while True:
            place = os.path.join(folder, _IN_NODE)
            if os.path.isdir(place):
                return place
            above = os.path.dirname(folder)
            if above == folder:
                break
            folder = above
    return None


def _package() -> Iterator[tuple[str, bytes]]:
    """This package and the libraries that it needs, by their places in the archive."""
    from involve_audit.page.packing import LIBRARIES
    from involve_audit.rubric.shipped import HERE, folder

    # Rubrics stand beside the package in a checkout, and inside it where it is installed. Nothing in the page asks for schemas, and the
    # examples stand in it by themselves.
    yield from _below(HERE, "involve_audit", without=("rubrics", "schemas", "examples", "locale"))
    yield from _below(folder("rubrics"), "involve_audit/rubrics")
    for name, place in catalogues().items():
        yield f"involve_audit/{name}", files.read(place, limit=None)
    for name in LIBRARIES:
        spec = importlib.util.find_spec(name)
        for place in (spec.submodule_search_locations or ()) if spec is not None else ():
            yield from _below(place, name)


def _below(root: str, called: str, without: tuple[str, ...] = ()) -> Iterator[tuple[str, bytes]]:
    for place, folders, names in os.walk(root):
        left_out = ("__pycache__", *(without if place == root else ()))
        folders[:] = sorted(f for f in folders if f not in left_out)
        for name in sorted(names):
            if name.endswith(_CODE):
                path = os.path.relpath(os.path.join(place, name), root).replace(os.sep, "/")
                yield f"{called}/{path}", files.read(os.path.join(place, name), limit=None)


def _examples() -> Iterator[dict[str, str]]:
    """Examples to look at, each with the title of its project."""
    from involve_audit.load import read, read_project
    from involve_audit.rubric.shipped import folder

    for name in EXAMPLES:
        path = os.path.join(folder("examples"), name, "project.yaml")
        if os.path.exists(path):
            text = files.read(path).decode("utf-8")
            head = read_project(read(text, path)).project
            yield {"name": name, "text": text, "title": (head.title if head else None) or name}
