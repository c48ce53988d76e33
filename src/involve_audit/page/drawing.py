"""What stands in the page, as HTML: templates of this package, filled with what the interview, the audit and the file say."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from involve_audit.interview.question import (
    DECIDES,
    FOR_SOME,
    IF_FOR_SOME,
    SEVERAL,
    SEVERAL_APART,
    SEVERAL_OR_ALL,
    SHOWS_SOME,
)
from involve_audit.language import _
from involve_audit.wording.messages import capital

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from involve_audit.interview import Question
    from involve_audit.results.audit import Audit
    from involve_audit.rubric.model import Rubric

FIRST = 3
"""So many questions can be answered while Python starts: the first ones of every file."""
DECIDES_NEXT = 3
"""So many questions stand on the sheet."""
BEGINNING = "\n".join(
    (
        "# " + _("How people are involved in this project. What is left out is not told: neither praise nor blame."),
        "# " + _("Open this file in involve-audit's page to go on, or run: involve-audit ask, check or report."),
        "format: 1\n",
    )
)
"""The file that the page begins. The one that `ask` begins explains every key to whoever writes YAML; here nobody has to."""


@cache
def _environment() -> Any:
    from involve_audit.render.templating import environment

    made = environment(str, "involve_audit.page")
    made.globals.update(
        capital=capital,
        help_of=help_of,
        drawn=drawn,
        place=json.dumps,
        as_printed=as_printed,
        decides=DECIDES,
        here=here,
    )
    return made


def template(name: str) -> Any:
    """A template of the page."""
    return _environment().get_template(name)


def html(part: str, **values: Any) -> str:
    """A part of the page."""
    text: str = template(f"{part}.html").render(**values)
    return re.sub(r"\n\s*\n+", "\n", text).strip()


def here(name: str) -> Markup:
    """A place in a sentence that the script fills."""
    return Markup('<span id="{}"></span>').format(name)


def as_printed(text: str) -> Markup:
    """What a command printed, with its empty lines: those that templates leave are taken out of the page."""
    return Markup(str(escape(text)).replace("\n", "&#10;"))  # noqa: S704 (it is escaped)


def drawn(picture: Any) -> Markup:
    """A picture as a part of the page."""
    return Markup(picture.inline())  # noqa: S704 (drawn by ourselves, its texts are escaped)


def help_of(question: Question) -> str:
    """The help of a question without what only a terminal needs: numbers to type."""
    says, tick = question.help, _("Choose one or several.")
    for typed, ticked in (
        (SEVERAL, tick),
        (SEVERAL_APART, tick),
        (SEVERAL_OR_ALL, tick),
        (SHOWS_SOME, ""),
        (FOR_SOME, ""),
        (IF_FOR_SOME, ""),
    ):
        says = says.replace(typed, ticked)
    says = re.sub(r"`[0-9]+: …`[^.]*\.", "", says)
    # The words beside a choice have a field of their own here; at a terminal they stand behind its number.
    says = re.sub(r"^`[0-9]+: ([^`]*[^`0-9][^`]*)`", lambda found: _("For instance: `{words}`", words=found[1]), says)
    says = re.sub(r"`[0-9]+: ([^`]*)`", r"`\1`", says)
    return re.sub("`([^`]*)`", "“\\1”", says).strip()


def first_questions(rubric: Rubric) -> tuple[tuple[str, str], ...]:
    """The questions that can be answered while Python starts: the id of each, and how it is drawn."""
    from involve_audit.interview import coming

    # What is asked of an empty file depends on no day.
    asked = coming(BEGINNING, rubric, dt.date(2000, 1, 1), most=FIRST)
    return tuple((q.id, question(q, early=True)) for q in asked)


def question(
    asked: Question,
    *,
    says: str = "",
    given: Mapping[str, Any] | None = None,
    now: str = "",
    early: bool = False,
    again: str = "",
    back: bool = False,
    sure: tuple[str, str] = ("", ""),
) -> str:
    """A question with its answers.

    Args:
        asked: the question.
        says: what was wrong with the last answer.
        given: that answer, field by field: nobody has to choose or write it again.
        now: what the file says so far, where it is asked again.
        early: whether Python is not there yet.
        again: the place of an answer that is changed; empty where a new one is asked for.
        back: whether there is an answer to go back to.
        sure: what that answer says in all, where it is asked back before it is written; and the answer itself.
    """
    fields: defaultdict[str, Any] = defaultdict(str, given or {})
    chosen = fields["choice"] if isinstance(fields["choice"], list) else [fields["choice"]]
    if now and not given:
        chosen = [str(n) for n, choice in enumerate(asked.choices, 1) if choice.word in (now, *now.split("; "))]
        fields["text"] = "" if asked.choices else now
    marked = fields["target"] if isinstance(fields["target"], list) else [fields["target"]]
    return html(
        "question", q=asked, says=says, given=fields, chosen=[str(n) for n in chosen], marked=[str(n) for n in marked], now=now, early=early, again=again, back=back,
        sure=sure,
    )  # fmt: skip


def sheet(audit: Audit, asked: Sequence[Question], before: str = "") -> str:
    """Where it stands, on one sheet: the only place at which the page asks for it.

    Args:
        audit: quickly made, without steps and lines.
        asked: what decides next.
        before: the headline before the last answer; empty where it is the same.
    """
    from involve_audit.render import words
    from involve_audit.render.charts import rungs

    verdict, untold = words.verdict_parts(audit)
    picture = rungs.drawn(audit)
    return html(
        "sheet", a=audit, verdict=verdict, untold=untold, picture=picture, asked=asked[:DECIDES_NEXT], before=before
    )
