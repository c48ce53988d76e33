"""Where accounts differ, and where one text stands behind them all: a project as it is judged.

What is disputed is open, whichever account the file puts first. A disputed entry still stands in its list; of what it
says only its name is left, and the rest is *not told*. So nothing that is derived from a project needs to ask whether
something is disputed: it finds that nobody knows.

Where a file was written from published text and says from which, each answer stands in that text unless it names
another source. Two people who read the same article then write the same file, whether or not they repeat its name at
every answer.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from involve_audit.project.fields import LAST, Told, annotation, holds_parts
from involve_audit.project.practice import NOT_AFFECTED, Disputed, DisputedAnswers, Entry, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from involve_audit.project.fields import Path
    from involve_audit.project.model import Project
    from involve_audit.project.people import Finding, Findings, Ruling
    from involve_audit.project.values import Dates


NOT_YET = ("planned", "aim", "policy")
"""What is meant to be, and is not told to be."""


def is_disputed(part: object) -> bool:
    """Whether a part of the file is open because somebody tells it otherwise.

    What people affected, or a named independent, say of being heard or of harm does not become open because those say
    otherwise whom it is about: their account is printed beside it, and the word stands.
    """
    if isinstance(part, Section):
        return bool(part.disputed)
    if not isinstance(part, Entry) or not part.disputed:
        return False
    from involve_audit.project.care import Harm
    from involve_audit.project.influence import Heard
    from involve_audit.project.people import Finding

    if not isinstance(part, (Harm, Heard, Finding)):
        return True
    said = part.by if isinstance(part, Finding) else part.said_by
    whose = said if isinstance(said, tuple) else (said,)
    return all(one in (None, "unknown", *NOT_AFFECTED) for one in whose) or any(
        d.by not in NOT_AFFECTED for d in part.disputed
    )


def answers_in(section: Section) -> tuple[str, ...]:
    """The answers that stand directly in a section, by their keys: not what stands in a part of its own, nor what is said beside them."""
    return tuple(k for k in vars(section) if k not in LAST and not holds_parts(annotation(type(section), k)))


def disputed_answers(section: Section, account: DisputedAnswers) -> tuple[str, ...]:
    """The answers of a section that an account tells otherwise: those that it names, or the only one that stands directly there."""
    return account.about or answers_in(section)


def disputed_parts(parts: Iterable[tuple[Path, Told]]) -> Iterator[tuple[Path, Entry | Section]]:
    """Those parts of a project of which somebody gives another account, each with its path."""
    for path, part in parts:
        if isinstance(part, (Entry, Section)) and part.disputed:
            yield path, part


def opened(project: Project, already: Project | None = None, day: dt.date = dt.date.max) -> Project:
    """The project as it is judged; the very same one where nothing is disputed or overturned, and no text stands behind the whole file.

    What is disputed is taken as not told, and what names no source as standing in that text. A source that is disputed shows nothing.
    In the place of a finding that was overturned stands what overturned it. What does not change is the same object as before.

    Args:
        project: what the file tells.
        day: the day as of which it is judged: what is dated later has overturned nothing yet.
        already: one that is opened already; sections that the two share are not looked into again.
    """
    doubted, text = _doubted(project), text_of(project)
    # What is opened already tells the text for each of its answers.
    if already is not None and (
        text_of(already) != text or (already.sources is not project.sources and _doubted(already) != doubted)
    ):
        already = None
    known = {} if already is None else vars(already)
    told = vars(project)
    if already is None and text is None and not doubted:
        from involve_audit.project.references import parts

        # Then only what is disputed changes, and most sections hold nothing that is.
        changes = {"findings", *(path[0] for path, __ in disputed_parts(parts(project)))}
        known = {name: section for name, section in told.items() if name not in changes}
    found = {k: _opened(v, doubted, text, known.get(k)) for k, v in told.items()}
    if has_overturned(project) and found["findings"] is not known.get("findings"):
        found["findings"] = _as_it_stands(found["findings"], day)
    if all(found[k] is v for k, v in told.items()):
        return project
    made: Project = object.__new__(type(project))
    made.__dict__.update(found)
    return made


def has_overturned(project: Project) -> bool:
    """Whether a finding is told to have been overturned."""
    return any(one.overturned_by for one in (project.findings.entries if project.findings else None) or ())


def rulings(finding: Finding, day: dt.date) -> list[tuple[int, Ruling]]:
    """The rulings that overturned a finding by a day, each with its number, in the order of the file; one dated `no` never was."""

    def came(when: Dates | None) -> bool:
        return when is None or (when.happened is not False and (when.first is None or when.first <= day))

    return [(n, one) for n, one in enumerate(finding.overturned_by or ()) if came(one.when)]


def _as_it_stands(findings: Findings, day: dt.date) -> Findings:
    """The findings, with the last ruling in the place of what it overturned."""
    entries = []
    for one in findings.entries or ():
        later = rulings(one, day)
        entries.append(type(one)(**vars(later[-1][1])) if later else one)
    return type(findings)(**{**vars(findings), "entries": tuple(entries)})


def _doubted(project: Project) -> frozenset[str]:
    """The sources that somebody gives another account of."""
    sources = project.sources
    if not sources:
        return frozenset()
    # Of the files that are tried out, most share the sources of the file.
    if sources is not _LAST[0][0]:
        _LAST[0] = sources, frozenset([name for name, one in sources.items() if one.disputed and is_disputed(one)])
    return _LAST[0][1]


_LAST: list[tuple[Mapping[str, Any], frozenset[str]]] = [({}, frozenset())]
"""The sources that were looked through last, and which of them are disputed."""


def is_from_published_text(project: Project) -> bool:
    """Whether the file says that others wrote it, from what is published."""
    filled = project.filled_in
    return filled is not None and filled.written_from == "published text"


def text_of(project: Project) -> tuple[str, ...] | None:
    """The published text that everything stands in which names no source of its own; None where there is none."""
    filled = project.filled_in
    if filled is None or not filled.source or not is_from_published_text(project):
        return None
    doubted = _doubted(project)
    return tuple(name for name in filled.source if name not in doubted) or None


def _opened(value: Any, doubted: frozenset[str], text: tuple[str, ...] | None, known: Any = None) -> Any:
    # What stood there when it was opened before, and is the very same, need not be looked into.
    if value is known:
        return value
    # As deep as the format is, and no deeper: a file cannot make it recurse further.
    if isinstance(value, tuple):
        alike = known if isinstance(known, tuple) and len(known) == len(value) else (None,) * len(value)
        parts = tuple(
            [v if v is k or type(v) is str else _opened(v, doubted, text, k) for v, k in zip(value, alike, strict=True)]
        )
        return parts if any(a is not b for a, b in zip(parts, value, strict=True)) else value
    if isinstance(value, dict):
        there = known if isinstance(known, dict) else {}
        found = {
            k: v if v is (known_as := there.get(k)) else _opened(v, doubted, text, known_as) for k, v in value.items()
        }
        return found if any(found[k] is not v for k, v in value.items()) else value
    if not isinstance(value, Told):
        return value
    told = vars(value)
    kept = told
    before = vars(known) if type(known) is type(value) else {}
    if isinstance(value, Entry) and is_disputed(value):
        stays = value.needed if value.stays is None else value.stays
        kept = {
            k: v
            for k, v in told.items()
            if k in stays or k in ("note", "disputed", "disputed_role", "disputed_at_most")
        }
        if "role" in told:
            kept["disputed_at_most"] = told["role"]
            if told.get("status") not in NOT_YET:
                kept["disputed_role"] = told["role"]
    elif isinstance(value, Section) and value.disputed:
        doubt = {name for account in value.disputed for name in disputed_answers(value, account)}
        # That a list is whole, and nothing in it, says that there is none: whoever doubts the one doubts the other.
        kept = {
            k: v for k, v in told.items() if k not in doubt and not ("complete" in doubt and k == "entries" and v == ())
        }
    if (
        (kept is told or isinstance(value, Section))
        and text
        and "source" in value.questions
        and told.get("source") is None
        and not isinstance(value, Disputed)
    ):
        kept = {**kept, "source": text}
    answers: dict[str, Any] = {}
    for name, here in kept.items():
        if name == "source" and doubted and isinstance(here, tuple) and not doubted.isdisjoint(here):
            shown = tuple(s for s in here if s not in doubted)
            answers[name] = shown or None
        elif not isinstance(here, (Told, tuple, dict)):  # most are
            answers[name] = here
        else:
            answers[name] = _opened(here, doubted, text, before.get(name))
    if answers.keys() == told.keys() and all(answers[name] is here for name, here in told.items()):
        return value
    made = object.__new__(type(value))
    made.__dict__.update(answers)
    return made
