"""What others wrote, brought into the file that is open: another copy of it, or a document in prose. Nothing goes in unseen."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any, get_args

from involve_audit.language import _, ngettext
from involve_audit.load import read, read_project
from involve_audit.merge.differences import differences
from involve_audit.merge.joining import Settled, joined, ways
from involve_audit.merge.merge_page import MergeSide, label, says
from involve_audit.page import drawing
from involve_audit.page.session import NAME, shows, told
from involve_audit.project.practice import Who
from involve_audit.wording.messages import InputError
from involve_audit.yamlfile.editing import CannotInsert

if TYPE_CHECKING:
    from involve_audit.merge.differences import Difference
    from involve_audit.page.session import Doing

OTHER = _("the other copy")
"""How the file writes of it: the name of a file may name a person."""
_GONE = _("The file was handed in before something else changed. Choose it again.")


def said(title: str, text: str, aloud: str = "", back: str = "together") -> dict[str, Any]:
    """A screen that says what a command says; to those who hear the page its title, or something else, is said."""
    return {
        "main": drawing.html("said", title=title, text=text, back=back),
        "screen": "together",
        "says": aloud or title,
    }


def _handed_in(now: Doing) -> tuple[str, bytes] | None:
    """The first file that was chosen: its name, and its bytes."""
    files = now.given.get("files") or []
    return (files[0]["name"], base64.b64decode(files[0]["data"])) if files else None


# --- another copy --------------------------------------------------------------------------------------


def _sides(now: Doing, data: bytes) -> tuple[list[Difference], MergeSide, MergeSide]:
    """What differs between the file that is open and another copy, and both.

    Raises:
        InputError: one of them cannot be read.
    """
    first, second = MergeSide.of(now.state["text"], NAME), MergeSide.of(data, OTHER)
    return differences(first.document.tree, second.document.tree), first, second


def merge(now: Doing) -> dict[str, Any]:
    """Show where another copy says something else, or more."""
    handed_in = _handed_in(now)
    if handed_in is None:
        return {"refused": _("Choose the other copy.")}
    try:
        found, first, second = _sides(now, handed_in[1])
    except InputError as error:
        return said(_("The two cannot be put together"), error.text())
    if not found:
        return said(_("The two say the same"), _("Nothing was changed."))
    now.page.beside = {"copy": handed_in[1], "text": now.state["text"]}
    rows = [
        {
            "n": n, "kind": one.kind, "of": label(one, first, second), "why": one.why, "first": says(one.first, excerpts=True),
            "second": says(one.second, excerpts=True), "may_be": ways(one, first.project),
        }
        for n, one in enumerate(found)
    ]  # fmt: skip
    return {"main": drawing.html("merge", rows=rows, who=get_args(Who), by=second.writer), "screen": "together"}


def settle(now: Doing) -> dict[str, Any]:
    """Write what the other copy adds, and each difference as it was settled."""
    if now.page.beside.get("text") != now.state["text"] or "copy" not in now.page.beside:
        return {"refused": _GONE}
    found, first, __ = _sides(now, now.page.beside["copy"])
    by = str(now.given.get("by") or "")
    settled: dict[int, Settled] = {}
    for n, one in enumerate(found):
        how = now.given.get(f"d{n}")
        if one.kind == "differs" and how in ("first", "second", *ways(one, first.project)):
            settled[n] = how
    if "disputed" in settled.values() and by not in get_args(Who):
        return {"refused": _("Say who tells it otherwise, for what stays disputed.")}
    done = joined(
        now.state["text"],
        found,
        settled,
        name=NAME,
        mark=_("only in the other copy"),
        other=OTHER,
        by=by,
        project=first.project,
    )
    try:
        read_project(read(done.text, NAME))
    except InputError as error:
        return said(_("So it could not be read again, and nothing was changed"), error.text())
    left = sum(one.kind == "differs" for one in found) - len(settled)
    came = sum(one.kind == "second" for one in found)
    by_hand = "; ".join(why for __, why in done.not_written)
    parts = [
        _(
            "{came} answers came from the other copy, {settled} differences are settled, {left} are open.",
            came=came,
            settled=len(settled),
            left=left,
        ),
        _("Above each that is open a comment in the file says what the other copy says.") if left else "",
        _("Not written, put it in by hand: {by_hand}.", by_hand=by_hand) if by_hand else "",
    ]
    told(now.state, done.text, OTHER)
    now.state["screen"] = "answers"
    return shows(now, says=" ".join(filter(None, parts)))


# --- a document in prose -------------------------------------------------------------------------------


def passages(now: Doing) -> dict[str, Any]:
    """Show the sentences of a document that would answer a question of the file."""
    from involve_audit.documents.blocks import NotReadable
    from involve_audit.drafts.draft_words import in_words, place, where
    from involve_audit.drafts.finding import found_in, read_document
    from involve_audit.drafts.putting import beside, shown

    handed_in = _handed_in(now)
    if handed_in is None:
        return {"refused": _("Choose the document.")}
    name, data = handed_in
    try:
        document = read_document(data, name)
        drafts = [p for p in beside(now.state["text"], found_in(document), NAME) if p is not None]
    except NotReadable as problem:
        return said(_("This document could not be read"), f"{problem}.")
    except InputError as error:
        return said(_("Your file cannot be read"), error.text())
    if not drafts:
        return said(_("Nothing new was found"), _("What was not found is asked, one question at a time."))
    now.page.beside = {"document": name, "drafts": drafts}
    rows = [
        {
            "n": n, "where": where(one, document.unit), "sentence": one.sentence, "so": in_words(one), "place": place(one),
            "differs": [f"{key}: {shown(there)}" for key, there in one.differs],
        }
        for n, one in enumerate(drafts)
    ]  # fmt: skip
    return {"main": drawing.html("passages", rows=rows), "screen": "together"}


def take(now: Doing) -> dict[str, Any]:
    """Write those passages of a document that somebody says are so."""
    from involve_audit.drafts.putting import accepted, beside

    drafts = now.page.beside.get("drafts")
    if drafts is None:
        return {"refused": _GONE}
    ticked = now.given.get("so") or []
    text, taken, left = now.state["text"], 0, []
    for n in sorted({int(t) for t in ([ticked] if isinstance(ticked, str) else ticked)}):
        # The file may tell it by now, through a passage before.
        (draft,) = beside(text, [drafts[n]], NAME)
        if draft is None:
            continue
        try:
            text = accepted(text, draft, now.page.beside["document"], NAME)
            taken += 1
        except (CannotInsert, InputError) as error:
            left.append(f"“{draft.sentence}” ({error if isinstance(error, CannotInsert) else error.problems[0].says})")
    if not taken and not left:
        return {"refused": _("Tick what is so.")}
    if taken:
        told(now.state, text, _("a document"))
        now.page.beside = {}
    now.state["screen"] = "answers"
    more = _(" Not written: {left}.", left="; ".join(left)) if left else ""
    return shows(
        now,
        says=ngettext(
            "{number} passage went into the file.", "{number} passages went into the file.", taken, number=taken
        )
        + more,
    )
