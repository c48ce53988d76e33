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
from involve_audit.language import _
from involve_audit.page import drawing, results, together
from involve_audit.page.session import NAME, Doing, Session, file, shows, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Files = list[dict[str, str]]
_PAGE = ".html"
_RUBRIC = ".page/rubric.yaml"
_UNPACKED = "/app"
"""Where the page has this package."""
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
            "workbook": _workbook, "course": _course, "room": _room, "flip": _flip, "advert": _advert, "merge": together.merge, "settle": together.settle, "passages": together.passages, "take": together.take,
        },
    )  # fmt: skip


def compiled() -> None:
    """Put bytecode into the archives of the page; this runs when the page is made, in its own Python, on files in memory."""
    from involve_audit.page import bytecode

    bytecode.walked_through(session(_read("/given.json").decode("utf-8")))
    library = os.path.dirname(os.__file__)
    for name, root, explained in (("/package.zip", _UNPACKED, True), ("/python_stdlib.zip", library, False)):
        data = bytecode.compiled(_read(name), bytecode.used_of(f"{root}/"), explained=explained)
        with open(name, "wb") as made:
            made.write(data)


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
                os.chmod(name, 0o600)
                names.append(name)
            yield names[: len(files)]
        finally:
            os.chdir(here)


def _run(work: Callable[[], int]) -> tuple[int, str]:
    """Run a command as the command line does: its exit code, and what it said."""
    code, __, said = _printed(work)
    return code, said


def _printed(work: Callable[[], int]) -> tuple[int, str, str]:
    """Run a command: its exit code, what it printed, and what it said beside."""
    said, out = io.StringIO(), io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(out):
        code = outcome.guard(work)
    return code, out.getvalue(), said.getvalue().strip()


def _read(name: str) -> bytes:
    with open(name, "rb") as made:
        return made.read()


def _named(name: str, text: str) -> Files:
    return [{"name": name, "data": base64.b64encode(text.encode("utf-8")).decode("ascii")}]


def _made(name: str, ending: str, said: str, how: str) -> dict[str, Any]:
    """What a command wrote: to be looked at, or to be saved; where it wrote nothing, what it said."""
    if not os.path.exists(name):
        return together.said(_("This could not be done"), said, said)
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
        return {"main": main, "screen": "together", "says": _("{name} is shown.", name=name)}
    return {"save": [file(name, data, results.mime(ending))], "says": _("{name} was saved.", name=name)}


def _ending(given: dict[str, Any]) -> tuple[str, str]:
    how = str(given.get("how") or "look")
    return how, _PAGE if how == "look" else how


def _questionnaire(now: Doing) -> dict[str, Any]:
    """The contributors' own questionnaire, for a screen, to print or to read out."""
    from involve_audit.cli import form

    how = now.given["how"]
    name = "questions.txt" if how == "aloud" else "questions.html"
    request = form.FormRequest(
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

    with _folder(now, [*_named(NAME, now.state["text"]), *(now.given.get("files") or [])]) as (__, *names):
        request = views.Adding(
            NAME, tuple(names), asked=now.given.get("asked") or None, collected_by=now.given.get("collected_by") or None,
            anonymous=now.given.get("anonymous") or None, round=now.given.get("round") or None, rubric=_rubric(now),
            isolated=True,
        )  # fmt: skip
        code, said = _run(lambda: views.add(request))
        after = _read(NAME).decode("utf-8")
    if code:
        return together.said(_("Nothing was counted"), said, said)
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
        return {"refused": _("Choose the earlier file.")}
    # Two files may have the same name.
    sides = [{**earlier[0], "name": f"earlier/{earlier[0]['name']}"}, {**later[0], "name": f"later/{later[0]['name']}"}]
    name = f"comparison{ending}"
    with _folder(now, sides) as names:
        saved = [n.lower().endswith(".json") for n in names]
        request = compare.CompareRequest(
            tuple(names),
            outputs=(name,),
            rubric=None if all(saved) else _rubric(now),
            date=None if saved[1] else now.day.isoformat(),
            isolated=True,
        )
        __, said = _run(lambda: compare.compare(request))
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
        return {"refused": _("Choose project files, or a folder.")}
    own = now.page.given.get("policy")
    asked = policy or (_named(own["name"], own["text"]) if own else [])
    name = f"portfolio{ending}"
    files = [*handed_in, *folder, *({**one, "name": f"policy/{one['name']}"} for one in asked)]
    with _folder(now, files) as names:
        projects = names[: len(handed_in)] + sorted(
            {n.split("/")[0] for n in names[len(handed_in) : len(handed_in) + len(folder)]}
        )
        request = portfolio.PortfolioRequest(
            tuple(projects),
            output=(name,),
            date=now.day.isoformat(),
            rubric=_rubric(now),
            policy=names[-1] if asked else None,
            report_only=True,
            jobs=1,
            isolated=True,
        )
        __, said = _run(lambda: portfolio.portfolio(request))
        return _made(name, ending, said, how)


def _advert(now: Doing) -> dict[str, Any]:
    """An invitation beside the file."""
    from involve_audit.cli import advert
    from involve_audit.render import format_of

    how, ending = _ending(now.given)
    handed_in = now.given.get("files") or []
    if not handed_in:
        return {"refused": _("Choose the invitation.")}
    with _folder(
        now, [*_named(NAME, now.state["text"]), {**handed_in[0], "name": f"invitation/{handed_in[0]['name']}"}]
    ) as (__, name):
        kind = format_of(f"invitation{ending}") or ""
        request = advert.AdvertRequest(
            name, NAME, kind, date=now.day.isoformat(), width=_WIDTH, report_only=True, excerpts=True
        )
        code, printed, said = _printed(lambda: advert.advert(request))
    if code:
        return together.said(_("This could not be read"), said)
    return _handed_out(f"invitation{ending}", ending, printed, how)


def _handed_out(name: str, ending: str, text: str, how: str, said: str = "") -> dict[str, Any]:
    """A page that was made: to be looked at, or to be saved."""
    if how == "look":
        main = results.shown("together", "", ending, text, name, alone=True, said=said)
        return {"main": main, "screen": "together", "says": _("{name} is shown.", name=name)}
    return {"save": [file(name, text.encode("utf-8"), results.mime(ending))], "says": _("{name} was saved.", name=name)}


def _course(now: Doing) -> dict[str, Any]:
    """The course of a file over its versions: what `history` shows of a repository, of files each with its day."""
    from involve_audit.compare import Commit, course
    from involve_audit.compare.versions import NoDay, versions
    from involve_audit.render import format_of
    from involve_audit.render.comparison import render

    how, ending = _ending(now.given)
    handed_in = now.given.get("files") or []
    if not handed_in:
        return {"refused": _("Choose the earlier versions.")}
    try:
        found = versions((one["name"], base64.b64decode(one["data"])) for one in handed_in)
    except NoDay as problem:
        return {"refused": f"{problem}."}
    open_now = now.state["text"].encode("utf-8")
    if found[-1].date < now.day and found[-1].data != open_now:
        found.append(Commit(NAME, now.day, NAME, open_now))
    made = course(NAME, found, now.page.loaded, max(now.day, found[-1].date))
    name = f"course{ending}"
    return _handed_out(name, ending, render(format_of(name) or "", made), how)


def _room(now: Doing) -> dict[str, Any]:
    """What may be said of who is in a room, from counts that stay private; or the private page."""
    from involve_audit.cli import room

    handed_in = now.given.get("files") or []
    if not handed_in:
        return {"refused": _("Choose the file with the counts. It is read here, and nothing of it is kept.")}
    came, went = (str(now.given.get(key) or "").strip() for key in ("joined", "left"))
    if any(word and not word.isdecimal() for word in (came, went)):
        return {"refused": _("How many joined and how many left are numbers; write 0 where nobody did.")}
    how, reference = str(now.given.get("how") or "part"), str(now.given.get("reference") or "")
    if how != "part" and not reference:
        return {"refused": _("Compared with whom? Choose a population.")}
    wanted = reference if how != "part" else ""
    private = {**handed_in[0], "name": f"private/{handed_in[0]['name']}"}
    with _folder(now, [*_named(NAME, now.state["text"]), private]) as (__, name):
        request = room.RoomRequest(
            name, NAME, str(now.given.get("room") or ""), str(now.given.get("of") or "contributors"), joined=int(came) if came else None,
            left=int(went) if went else None, statistics=bool(wanted), references=(wanted,) if wanted else (), output="room.html" if wanted else None,
        )  # fmt: skip
        code, printed, said = _printed(lambda: room.room(request))
        page = _read("room.html").decode("utf-8") if os.path.exists("room.html") else ""
    if code:
        return together.said(_("This could not be done"), said, said)
    if page:
        return _handed_out("room.html", _PAGE, page, how)
    return together.said(
        _("What may be said of this room"), f"{said}\n\n{printed.strip()}", _("Nothing was written into the file.")
    )


def _flip(now: Doing) -> dict[str, Any]:
    """Which answers, alone or in pairs, would change the verdict."""
    from involve_audit.cli import flip

    pairs = now.given.get("how") == "pairs"
    with _folder(now, _named(NAME, now.state["text"])):
        code, printed, said = _printed(
            lambda: flip.flip(
                NAME, _rubric(now), now.day.isoformat(), "text", (), pairs=pairs, all_=not pairs, isolated=True
            )
        )
    if code:
        return together.said(_("This could not be done"), said, said)
    return {**together.said(_("What would change the verdict"), printed.strip(), back="results"), "screen": "results"}


def _log(now: Doing) -> dict[str, Any]:
    """What the rows of a table would put into the file."""
    handed_in = now.given.get("files") or []
    if not handed_in:
        return {"refused": _("Choose the table.")}
    code, printed, said, __ = _imported(now, handed_in, dry_run=True)
    if code:
        return together.said(_("This log could not be taken in"), said)
    now.page.beside = {"log": handed_in}
    # What the columns are taken for comes before what would stand in the file; of options only a terminal needs to be told.
    text = "\n\n".join(filter(None, (said.removesuffix(NOTHING_WRITTEN), printed.strip())))
    return {"main": drawing.html("log", text=text), "screen": "together"}


def _workbook(now: Doing) -> dict[str, Any]:
    """The log and the decisions of the file as a workbook, to go on with."""
    from involve_audit.importing.log_workbook import DoesNotFit, workbook
    from involve_audit.load import read
    from involve_audit.wording.messages import InputError

    try:
        data = workbook(read(now.state["text"], NAME).tree)
    except (DoesNotFit, InputError) as problem:
        return together.said(_("This could not be done"), str(problem))
    return {"save": [file("log.xlsx", data, results.mime(".xlsx"))], "says": _("log.xlsx was saved.")}


def _take_log(now: Doing) -> dict[str, Any]:
    """Put the rows into the file."""
    handed_in = now.page.beside.get("log")
    if handed_in is None:
        return {"refused": _("Choose the table again.")}
    code, __, said, after = _imported(now, handed_in, dry_run=False)
    if code:
        return together.said(_("Nothing was taken in"), said)
    now.page.beside = {}
    told(now.state, after, _("a log"))
    now.state["screen"] = "answers"
    return shows(now, says=said)


def _imported(now: Doing, handed_in: Files, *, dry_run: bool) -> tuple[int, str, str, str]:
    from involve_audit.cli import import_

    with _folder(now, [*_named(NAME, now.state["text"]), {**handed_in[0], "name": f"log/{handed_in[0]['name']}"}]) as (
        __,
        name,
    ):
        request = import_.ImportRequest((name,), NAME, date=now.day.isoformat(), yes=not dry_run, dry_run=dry_run)
        code, printed, said = _printed(lambda: import_.import_(request))
        return code, printed, said, _read(NAME).decode("utf-8")
