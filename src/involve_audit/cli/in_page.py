"""What the page does with several files: the same commands as at a terminal, on a disk that is in memory only."""

from __future__ import annotations

import base64
import contextlib
import io
import os
import tempfile
from typing import TYPE_CHECKING, Any

from involve_audit.cli import outcome
from involve_audit.cli.options import NOTHING_WRITTEN
from involve_audit.page import drawing, results, together
from involve_audit.page.session import NAME, Doing, Session, file, shows, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Files = list[dict[str, str]]
_PAGE = ".html"
_RUBRIC = ".page/rubric.yaml"
_WIDTH = 76
"""So many letters stand in a line of what a command prints here."""


def _rubric(now: Doing) -> str | None:
    """The rubric of the page, as the commands name it; None where it is the usual one."""
    return _RUBRIC if now.page.given.get("rubric") else None


def session(given: str) -> Session:
    """A page that somebody has open, with all that it can do."""
    return Session(
        given,
        {
            "questionnaire": _questionnaire, "views": _views, "compare": _compare, "portfolio": _portfolio, "log": _log, "take-log": _take_log,
            "advert": _advert, "merge": together.merge, "settle": together.settle, "passages": together.passages, "take": together.take,
        },
    )  # fmt: skip


@contextlib.contextmanager
def _folder(now: Doing, files: Files) -> Iterator[list[str]]:
    """Files in a folder of their own, in which a command runs, beside the page's own rubric; their names, as they were handed in."""
    here = os.getcwd()
    rubric = now.page.given.get("rubric")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            names = []
            for one in [*files, *(_named(_RUBRIC, rubric["text"]) if rubric else [])]:
                # A name comes from a browser, and must not lead out of the folder.
                name = "/".join(
                    step for step in one["name"].replace("\\", "/").split("/") if step not in ("", ".", "..")
                )
                if os.path.dirname(name):
                    os.makedirs(os.path.dirname(name), exist_ok=True)
                with open(name, "wb") as made:
                    made.write(base64.b64decode(one["data"]))
                names.append(name)
            yield names[: len(files)]
        finally:
            os.chdir(here)


def _run(work: Callable[[], int]) -> tuple[int, str]:
    """Run a command as the command line does: its exit code, and what it said."""
    code, _, said = _printed(work)
    return code, said


def _printed(work: Callable[[], int]) -> tuple[int, str, str]:
    """Run a command: its exit code, what it printed, and what it said beside."""
    said, out = io.StringIO(), io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(out):
        code = outcome.guard(work)
    return code, out.getvalue().strip(), said.getvalue().strip()


def _read(name: str) -> bytes:
    with open(name, "rb") as made:
        return made.read()


def _named(name: str, text: str) -> Files:
    return [{"name": name, "data": base64.b64encode(text.encode("utf-8")).decode("ascii")}]


def _made(name: str, ending: str, said: str, how: str) -> dict[str, Any]:
    """What a command wrote: to be looked at, or to be saved; where it wrote nothing, what it said."""
    if not os.path.exists(name):
        return together.said("This could not be done", said, said)
    data = _read(name)
    if how == "look":
        main = results.shown(
            "together",
            "",
            ending,
            data.decode("utf-8"),
            name,
            alone=True,
            said=said.replace(f"wrote {name}", "").strip(),
        )
        return {"main": main, "screen": "together", "says": f"{name} is shown."}
    return {"save": [file(name, data, results.mime(ending))], "says": f"{name} was saved."}


def _ending(given: dict[str, Any]) -> tuple[str, str]:
    how = str(given.get("how") or "look")
    return how, _PAGE if how == "look" else how


def _questionnaire(now: Doing) -> dict[str, Any]:
    """The contributors' own questionnaire, for a screen, to print or to read out."""
    from involve_audit.cli import form

    how = now.given["how"]
    name = "questions.txt" if how == "aloud" else "questions.html"
    request = form.Request(
        NAME, name, paper=how != "screen", side=now.given["side"], support=now.given.get("support") or None, hand_in=now.given.get("hand_in") or None,
        round=now.given.get("round") or f"{now.day:%Y-%m}", rubric=_rubric(now),
        isolated=True,
    )  # fmt: skip
    with _folder(now, _named(NAME, now.state["text"])):
        code, said = _run(lambda: form.form(request))
        return {**_made(name, os.path.splitext(name)[1], said, "save"), **({"says": said} if not code else {})}


def _views(now: Doing) -> dict[str, Any]:
    """Count contributors' answers into the file."""
    from involve_audit.cli import views

    with _folder(now, [*_named(NAME, now.state["text"]), *(now.given.get("files") or [])]) as (_, *names):
        request = views.Adding(
            NAME, tuple(names), asked=now.given.get("asked") or None, collected_by=now.given.get("collected_by") or None,
            anonymous=now.given.get("anonymous") or None, round=now.given.get("round") or None, rubric=_rubric(now),
            isolated=True,
        )  # fmt: skip
        code, said = _run(lambda: views.add(request))
        after = _read(NAME).decode("utf-8")
    if code:
        return together.said("Nothing was counted", said, said)
    told(now.state, after)
    now.state["screen"] = "answers"
    return shows(now, says=said)


def _compare(now: Doing) -> dict[str, Any]:
    """Two files beside each other."""
    from involve_audit.cli import compare

    how, ending = _ending(now.given)
    earlier = now.given.get("files") or []
    later = now.given.get("later") or _named(NAME, now.state["text"])
    if not earlier:
        return {"refused": "Choose the earlier file."}
    # Two files may have the same name.
    sides = [{**earlier[0], "name": f"earlier/{earlier[0]['name']}"}, {**later[0], "name": f"later/{later[0]['name']}"}]
    name = f"comparison{ending}"
    with _folder(now, sides) as names:
        saved = [n.lower().endswith(".json") for n in names]
        request = compare.Request(
            tuple(names),
            outputs=(name,),
            rubric=None if all(saved) else _rubric(now),
            date=None if saved[1] else now.day.isoformat(),
            isolated=True,
        )
        _, said = _run(lambda: compare.compare(request))
        return _made(name, ending, said, how)


def _portfolio(now: Doing) -> dict[str, Any]:
    """Many files as one table."""
    from involve_audit.cli import portfolio

    how, ending = _ending(now.given)
    handed_in, folder, policy = (
        now.given.get("files") or [],
        now.given.get("folder") or [],
        now.given.get("policy") or [],
    )
    if not handed_in and not folder:
        return {"refused": "Choose project files, or a folder."}
    own = now.page.given.get("policy")
    asked = policy or (_named(own["name"], own["text"]) if own else [])
    name = f"portfolio{ending}"
    files = [*handed_in, *folder, *({**one, "name": f"policy/{one['name']}"} for one in asked)]
    with _folder(now, files) as names:
        projects = names[: len(handed_in)] + sorted(
            {n.split("/")[0] for n in names[len(handed_in) : len(handed_in) + len(folder)]}
        )
        request = portfolio.Request(
            tuple(projects),
            output=(name,),
            date=now.day.isoformat(),
            rubric=_rubric(now),
            policy=names[-1] if asked else None,
            report_only=True,
            jobs=1,
            isolated=True,
        )
        _, said = _run(lambda: portfolio.portfolio(request))
        return _made(name, ending, said, how)


def _advert(now: Doing) -> dict[str, Any]:
    """An invitation beside the file."""
    from involve_audit.cli import advert

    handed_in = now.given.get("files") or []
    if not handed_in:
        return {"refused": "Choose the invitation."}
    with _folder(
        now, [*_named(NAME, now.state["text"]), {**handed_in[0], "name": f"invitation/{handed_in[0]['name']}"}]
    ) as (_, name):
        request = advert.Request(name, NAME, date=now.day.isoformat(), width=_WIDTH, report_only=True, excerpts=True)
        code, printed, said = _printed(lambda: advert.advert(request))
    if code:
        return together.said("This could not be read", said)
    return together.said("What the invitation says", printed)


def _log(now: Doing) -> dict[str, Any]:
    """What the rows of a table would put into the file."""
    handed_in = now.given.get("files") or []
    if not handed_in:
        return {"refused": "Choose the table."}
    code, printed, said, _ = _imported(now, handed_in, dry_run=True)
    if code:
        return together.said("This log could not be taken in", said)
    now.page.beside = {"log": handed_in}
    # What the columns are taken for comes before what would stand in the file; of options only a terminal needs to be told.
    text = "\n\n".join(filter(None, (said.removesuffix(NOTHING_WRITTEN), printed)))
    return {"main": drawing.html("log", text=text), "screen": "together"}


def _take_log(now: Doing) -> dict[str, Any]:
    """Put the rows into the file."""
    handed_in = now.page.beside.get("log")
    if handed_in is None:
        return {"refused": "Choose the table again."}
    code, _, said, after = _imported(now, handed_in, dry_run=False)
    if code:
        return together.said("Nothing was taken in", said)
    now.page.beside = {}
    told(now.state, after, "a log")
    now.state["screen"] = "answers"
    return shows(now, says=said)


def _imported(now: Doing, handed_in: Files, *, dry_run: bool) -> tuple[int, str, str, str]:
    from involve_audit.cli import import_

    with _folder(now, [*_named(NAME, now.state["text"]), {**handed_in[0], "name": f"log/{handed_in[0]['name']}"}]) as (
        _,
        name,
    ):
        request = import_.Request((name,), NAME, date=now.day.isoformat(), yes=not dry_run, dry_run=dry_run)
        code, printed, said = _printed(lambda: import_.import_(request))
        return code, printed, said, _read(NAME).decode("utf-8")
