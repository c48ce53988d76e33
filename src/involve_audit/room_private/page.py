"""The private page, as HTML, Markdown or plain text. It shows counts about people, and says so at its head and its foot."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from fractions import Fraction
from html import escape
from typing import TYPE_CHECKING

from involve_audit.census.figures import KINDS, percent
from involve_audit.room_private import picture, probability
from involve_audit.room_private.outreach import invitations
from involve_audit.room_private.patterns import SHOWN_FROM, SHOWN_IF_PARTS_HAVE
from involve_audit.theme import bare, palette, policy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from involve_audit.census.figures import Reference, Shares
    from involve_audit.room_private.statistics import Combination, Compared, Standing, Statistics

STAMP = "Private: this page shows small counts about people who can be recognised. Do not share it, print it for others, or put it where others read."

READ_FIRST = (
    "Nobody drew this room by chance. The numbers below say what a fair draw of the same size would hold. They excuse nothing: a group that a fair draw would miss may be the very group that the work needs.",
    "No room is representative, and no number here is a target. What counts is whether an absence was noticed, whether people concerned say why, and what is done about it.",
    "People told you this for one purpose. Show this page to nobody outside the group without their word.",
)
GENERAL = "A general population is not the people whom the work is for. Figures of those (a register, service data, a study of who is affected) say more: give them with --reference FILE."


@dataclass(frozen=True)
class Heading:
    """A heading; 1 is the title of the page."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    text: str
    stamp: bool = False


@dataclass(frozen=True)
class Points:
    """A list of short texts."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table with a caption; the first column names the row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Picture:
    """A picture, with what it shows in words; formats without pictures leave it out, for a table tells the same."""

    svg: str


Part = Heading | Paragraph | Points | Table | Picture
FORMATS = (".html", ".md", ".txt")


def page(statistics: Statistics, room: str, ending: str) -> str:
    """The page in the format that a file ending names."""
    parts = list(contents(statistics, room))
    return {".html": _html, ".md": _markdown, ".txt": _text}[ending](parts)


def contents(s: Statistics, room: str) -> Iterator[Part]:
    """What the page says, in order."""
    yield Heading(1, f"Who is in the room: {room}")
    yield Paragraph(STAMP, stamp=True)
    people = f"{s.size} people" if s.size != 1 else "one person"
    yield Paragraph(f"The private file tells of {people}.")
    yield Heading(2, "Read this first")
    general = any(c.reference and c.shares and c.reference.kind == "general" for c in s.compared)
    yield Points((*READ_FIRST, GENERAL) if general else READ_FIRST)
    if s.matters:
        yield Heading(2, "Groups that you said matter here")
        yield Points(tuple(f"{group}: {why}" if why else group for group, why in s.matters.items()))
    flags = [c for c in s.compared if c.answers.flag_of and c.shares is None]
    others = [c for c in s.compared if c not in flags]
    for number, compared in enumerate(
        sorted(others, key=lambda c: not any(x.matters is not None for x in c.standings)), 1
    ):
        yield from _characteristic(compared, number)
    yield from _flags(flags)
    for answers in s.not_asked:
        yield Heading(2, answers.groups.title)
        yield Paragraph(
            f"Not asked{': ' + answers.because.rstrip('.') if answers.because else ''}. That is an answer too, where the group decided it."
        )
    yield from _combinations(s)
    yield from _places(s)
    yield from _sources(s)
    yield Paragraph(STAMP, stamp=True)


def _characteristic(c: Compared, number: int) -> Iterator[Part]:
    answers = c.answers
    yield Heading(2, answers.groups.title)
    if answers.untold:
        silent = [f"{answers.prefer_not} would rather not say"] if answers.prefer_not else []
        silent += [f"of {answers.unknown} it is not known"] if answers.unknown else []
        yield Paragraph(
            f"Of {answers.size} people {answers.known} answered; {' and '.join(silent)}. So nobody can say who is missing."
        )
    else:
        yield Paragraph(f"All {answers.size} answered." if answers.size != 1 else "The one person answered.")
    if c.reference is None or c.shares is None:
        yield Paragraph(
            "There are no figures to compare this with. That makes nothing less important: what do the people concerned say?"
        )
    else:
        yield Paragraph(_compared_with(c.reference, c.shares, small=c.small))
        usually = c.usually_missing
        if usually is not None and len(c.standings) > 2 and answers.known:
            missed = f"A fair draw of {answers.known} would on average miss {_number(usually, 2)} of the {len(c.shares.of)} groups that have figures."
            several = c.none_of_the_missing
            if several is not None and len(c.missing) > 1:
                missed += f" The chance that it misses all {len(c.missing)} groups that are missing here is {_chance(several)}."
            yield Paragraph(missed)
        yield Picture(picture.room_against_chance(c, number))
    yield Table(
        f"{answers.groups.title}, group by group",
        (
            "Group",
            "In the room",
            "A fair draw holds on average",
            "Nine of ten fair draws",
            "Fair draws with nobody",
            "What it says",
        ),
        tuple(_row(standing) for standing in c.standings),
    )
    said = tuple(line for standing in c.standings for line in _remarks(standing))
    if said:
        yield Points(said)
    if c.shares and c.shares.notes:
        yield Paragraph("About the figures: " + "; ".join(c.shares.notes) + ".")


def _flags(flags: Sequence[Compared]) -> Iterator[Part]:
    """Questions with yes and no for which there are no figures, one row each."""
    lists = {c.answers.flag_of.name: c.answers.flag_of for c in flags if c.answers.flag_of}
    for flag_of in lists.values():
        yield Heading(2, flag_of.title)
        rows = []
        for c in flags:
            if c.answers.flag_of is flag_of:
                yes = next(s for s in c.standings if s.category == "yes")
                says = {"present": "in the room", "unknown": "cannot be said"}.get(yes.status, "nobody")
                matters = " (matters here)" if yes.matters is not None else ""
                rows.append((c.answers.groups.title + matters, picture.span(yes.possible), says))
        rows.sort(key=lambda row: not row[0].endswith("(matters here)"))
        yield Table(f"{flag_of.title}, question by question", ("Group", "In the room", "What it says"), tuple(rows))
        yield Paragraph(
            "There are no figures to compare these with. That makes nothing less important: what do the people concerned say?"
        )


def _compared_with(reference: Reference, shares: Shares, *, small: bool) -> str:
    base = shares.base
    ages = (
        "people of all ages"
        if base == "all"
        else f"people aged {base.removesuffix('+')} and over"
        if base.endswith("+")
        else base
    )
    dates = f", {' and '.join(reference.dates)}" if reference.dates else ""
    drawn = " The room is a good part of this population, so nobody is drawn twice." if small else ""
    return (
        f"Compared with: {reference.population or 'your own figures'}, {ages}{dates} ({KINDS[reference.kind]}).{drawn}"
    )


def _row(s: Standing) -> tuple[str, ...]:
    low, high = s.possible
    name = s.category + (" (matters here)" if s.matters is not None else "")
    says = {
        "present": "in the room",
        "under": "fewer than a fair draw would hold",
        "unknown": "cannot be said",
        "absent": "nobody",
    }[s.status]
    if s.expected is None or s.missed is None or s.fair is None:
        return name, picture.span((low, high)), "no figure", "no figure", "no figure", says
    if s.status == "absent":
        says += f"; {probability.in_words(s.missed)}"
    return name, picture.span((low, high)), _expected(s.expected), picture.span(s.fair), _chance(s.missed), says


def _remarks(s: Standing) -> Iterator[str]:
    if s.matters and s.status in ("absent", "under", "unknown"):
        yield f"{s.category}: you said why this group matters here ({s.matters.rstrip('.')}). What is the next step, and who takes it?"
    if s.only_one and s.untold == 0:
        yield f"{s.category}: one person stands alone for this group. Is that person asked to speak for everybody, and would a second help? (A rule of thumb.)"
    if s.ratio is not None and s.count:
        ratio = f"{s.category}: {_number(s.ratio, 2)} times the share in the population"
        if s.status == "under" and s.so_few is not None:
            ratio += f"; so few or fewer in {_chance(s.so_few)} of fair draws"
        yield ratio + "."
    if s.matters is not None and s.status == "absent" and s.size_for is not None and s.size_for > s.known:
        yield f"{s.category}: a fair draw would need {s.size_for} people to hold somebody of this group nineteen times of twenty. Inviting on purpose needs one."


def _combinations(s: Statistics) -> Iterator[Part]:
    yield Heading(2, "Two groups at once")
    c = s.combinations
    if c.state == "counts":
        yield Paragraph("Not looked at: counts do not tell who is in two groups at once. Talk about it in the room.")
        return
    if c.state == "small":
        yield Paragraph(
            f"Not shown: in a room of fewer than {SHOWN_FROM} people a list of what is missing can tell what a single person is. "
            "Talk about it in the room instead."
        )
        return
    if c.listed:
        yield Paragraph(
            "Nobody in the room belongs to both of these groups, and a fair draw could be expected to hold somebody:"
        )
        yield Points(tuple(_combination(x) for x in c.listed))
    else:
        yield Paragraph(
            "No combination of two groups is missing that a fair draw of this size could be expected to hold and that may be shown."
        )
    more = f"{c.more} more are empty and are not listed: in any room most combinations are. " if c.more else ""
    held = (
        f"Others are held back, because one of the two groups has fewer than {SHOWN_IF_PARTS_HAVE} people."
        if c.held_back
        else ""
    )
    if more or held:
        yield Paragraph(more + held)


def _combination(c: Combination) -> str:
    groups = " and ".join(group for _, group in c.pattern)
    if c.expected is not None:
        return f"{groups}: about {_expected(c.expected)} expected, from a table that counts both."
    if c.bounds is None:
        return groups
    low, high = c.bounds
    return f"{groups}: between {_number(low)} and {_number(high)} expected. No table counts both, and the two shares alone allow no better answer."


def _places(s: Statistics) -> Iterator[Part]:
    missing = {c.answers.groups.name: [x.category for x in c.missing if _is_called_for(x)] for c in s.compared}
    missing = {name: groups for name, groups in missing.items() if groups}
    if not missing:
        return
    groups = sum(map(len, missing.values()))
    least = len(invitations(missing))
    yield Heading(2, "Where to go next")
    several = f"{groups} groups" if groups > 1 else "one group"
    relationships = f"{least} new relationships" if least > 1 else "one new relationship"
    yield Paragraph(
        f"Missing here, though you said that it matters or a fair draw would hold somebody: {several}. Reaching them all takes at least {relationships}, "
        "where each may open the door to two groups. Think of places and organisations that people trust, not of a person who would tick several boxes, "
        "and begin with the group that matters most."
    )


def _is_called_for(s: Standing) -> bool:
    return s.matters is not None or (s.expected is not None and s.expected >= 1)


def _sources(s: Statistics) -> Iterator[Part]:
    used = [c for c in s.compared if c.reference is not None and c.shares is not None]
    if not used:
        return
    yield Heading(2, "Where the figures come from")
    lines = []
    for c in used:
        figure = c.shares.figures[0] if c.shares else None
        if figure is not None:
            table = f", table {figure.table}" if figure.table not in ("", "-", "not checked") else ""
            told = f"{c.answers.groups.title}: {figure.source or 'your own table'}{table}"
            lines.append(told + (f", {figure.date}" if figure.date else ""))
    licences = [line for c in used if c.reference for line in c.reference.licences]
    yield Points(tuple(dict.fromkeys([*lines, *licences])))


# --- numbers as people read them ----------------------------------------------------------------------


def _number(value: Fraction, digits: int = 1) -> str:
    return f"{float(value):.{digits}f}"


def _expected(value: Fraction) -> str:
    return "fewer than 0.1" if 0 < value < Fraction(1, 10) else _number(value)


def _chance(value: Fraction) -> str:
    return percent(value, 0) if Fraction(1, 100) <= value <= Fraction(99, 100) else _edge(value)


def _edge(value: Fraction) -> str:
    if value in (0, 1):
        return "none" if value == 0 else "all"
    return "less than 1%" if value < probability.USUAL else "more than 99%"


# --- formats ------------------------------------------------------------------------------------------


def _text(parts: Sequence[Part]) -> str:
    lines: list[str] = []
    for part in parts:
        match part:
            case Heading(level, text):
                lines += ["", text, ("=" if level == 1 else "-") * len(text)]
            case Paragraph(text, stamp):
                text = f"*** {text} ***" if stamp else text
                lines += ["", *textwrap.wrap(text, 96)]
            case Points(items):
                lines.append("")
                for item in items:
                    lines += textwrap.wrap(item, 96, initial_indent="  - ", subsequent_indent="    ")
            case Table(caption, head, rows):
                lines += ["", caption]
                for row in rows:
                    told = "; ".join(f"{name.lower()}: {cell}" for name, cell in zip(head[1:], row[1:], strict=True))
                    lines += textwrap.wrap(f"{row[0]} - {told}", 96, initial_indent="  ", subsequent_indent="    ")
            case Picture():
                pass
    return "\n".join(lines).lstrip("\n") + "\n"


def _markdown(parts: Sequence[Part]) -> str:
    lines: list[str] = []
    for part in parts:
        match part:
            case Heading(level, text):
                lines += ["", f"{'#' * level} {_md(text)}"]
            case Paragraph(text, stamp):
                lines += ["", f"> **{_md(text)}**" if stamp else _md(text)]
            case Points(items):
                lines += ["", *(f"- {_md(item)}" for item in items)]
            case Table(caption, head, rows):
                lines += ["", f"*{_md(caption)}*", "", f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}"]
                lines += [f"| {' | '.join(_md(cell) for cell in row)} |" for row in rows]
            case Picture():
                pass
    return "\n".join(lines).lstrip("\n") + "\n"


def _md(text: str) -> str:
    for mark in "\\`*_[]<>|#":
        text = text.replace(mark, "\\" + mark)
    return " ".join(text.split())


def _html(parts: Sequence[Part]) -> str:
    title = next(part.text for part in parts if isinstance(part, Heading) and part.level == 1)
    body: list[str] = []
    for part in parts:
        match part:
            case Heading(level, text):
                body.append(f"<h{level}>{escape(text)}</h{level}>")
            case Paragraph(text, stamp):
                body.append(f'<p class="stamp">{escape(text)}</p>' if stamp else f"<p>{escape(text)}</p>")
            case Points(items):
                body.append("<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>")
            case Table(caption, head, rows):
                cells = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
                lines = "".join(
                    f'<tr><th scope="row">{escape(row[0])}</th>'
                    + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
                    + "</tr>"
                    for row in rows
                )
                body.append(
                    f'<div class="wide" role="region" tabindex="0" aria-label="{escape(caption)}"><table><caption>{escape(caption)}</caption>'
                    f"<thead><tr>{cells}</tr></thead><tbody>{lines}</tbody></table></div>"
                )
            case Picture(svg):
                body.append(f"<figure>{svg}</figure>")
    page = _HTML.replace("{policy}", policy(_STYLE)).replace("{style}", _STYLE).replace("{stamp}", escape(STAMP))
    return page.replace("{title}", escape(title)).replace("{body}", "\n".join(body))


_HTML = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>Private - {title}</title>
<style>{style}</style>
</head>
<body>
<main>
{body}
</main>
<p class="running" aria-hidden="true">{stamp}</p>
</body>
</html>
"""

_STYLE = bare(
    f"""{palette()}
/* The lines of a picture are darker here: they carry the marks. */
:root {{ color-scheme: light dark; --line: #8d877b; --band: #d5d0c5; }}
@media (prefers-color-scheme: dark) {{ :root {{ --line: #838a91; --band: #454c53; }} }}
@media print {{ :root {{ --line: #777777; --band: #cccccc; }} }}
"""
    """* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.6 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
main { max-width: 50rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
h1, h2 { line-height: 1.25; text-wrap: balance; }
h2 { margin-top: 2.5rem; }
.stamp { border: 3px solid var(--bad); color: var(--bad); padding: .6rem .9rem; font-weight: 650; }
figure { margin: 1rem 0; overflow-x: auto; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
caption { text-align: left; color: var(--soft); padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); }
svg { max-width: 100%; height: auto; font: 14px system-ui, "Segoe UI", Arial, sans-serif; }
svg text { fill: var(--ink); }
svg .small { font-size: 12px; fill: var(--soft); }
.track { fill: var(--sheet); stroke: var(--line); }
.fair { fill: var(--band); fill-opacity: .55; stroke: var(--soft); stroke-dasharray: 3 3; }
.bar { fill: var(--accent); }
.maybe { stroke: var(--accent); }
.paper { fill: var(--sheet); }
.hatch { stroke: var(--accent); stroke-width: 2; }
.tick { stroke: var(--ink); stroke-width: 3; }
.running { display: none; }
@media print {
  body { padding-bottom: 3rem; }
  figure, tr, li { break-inside: avoid; }
  .running { display: block; position: fixed; bottom: 0; left: 0; right: 0; margin: 0; font-size: .75rem; color: #8c2f1b; background: #fff; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}"""
)
