"""The private page, as HTML, Markdown or plain text. It shows counts about people, and says so at its head and its foot."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from involve_audit.census.figures import KINDS, percent
from involve_audit.language import _
from involve_audit.render.blocks import Drawing, Heading, PageDocument, items, paragraph, strong, table, text
from involve_audit.render.pages import Page
from involve_audit.room_private import picture, probability
from involve_audit.room_private.outreach import invitations
from involve_audit.room_private.patterns import SHOWN_FROM, SHOWN_IF_PARTS_HAVE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from involve_audit.census.figures import ReferencePopulation, Shares
    from involve_audit.render.blocks import Block
    from involve_audit.room_private.statistics import Combination, Compared, GroupStanding, Statistics

STAMP = _(
    "Private: this page shows small counts about people who can be recognised. Do not share it, print it for others, or put it where others read."
)

READ_FIRST = (
    _(
        "Nobody drew this room by chance. The numbers below say what a fair draw of the same size would hold. They excuse nothing: a group that a fair draw would miss may be the very group that the work needs."
    ),
    _(
        "No room is representative, and no number here is a target. What counts is whether an absence was noticed, whether people concerned say why, and what is done about it."
    ),
    _("People told you this for one purpose. Show this page to nobody outside the group without their word."),
)
GENERAL = _(
    "A general population is not the people whom the work is for. Figures of those (a register, service data, a study of who is affected) say more: give them with --reference FILE."
)


_WIDTH = 96


def page(statistics: Statistics, room: str) -> Page:
    """The page, to be written in any format."""
    told = document(statistics, room)
    # The stamp stands at the foot of every sheet of paper, too.
    return Page(told, title=f"Private - {told.title}", foot=STAMP, css="private.css", frame="private", width=_WIDTH)


def document(statistics: Statistics, room: str) -> PageDocument:
    """What the page says, in order."""
    return PageDocument(_("Who is in the room: {room}", room=room), tuple(_contents(statistics)))


def _contents(s: Statistics) -> Iterator[Block]:
    stamp = paragraph(strong(STAMP), look="stamp")
    yield stamp
    people = _("{size} people", size=s.size) if s.size != 1 else _("one person")
    yield paragraph(_("The private file tells of {people}.", people=people))
    yield Heading(2, text(_("Read this first")))
    general = any(c.reference and c.shares and c.reference.kind == "general" for c in s.compared)
    yield from items((*READ_FIRST, GENERAL) if general else READ_FIRST)
    if s.matters:
        yield Heading(2, text(_("Groups that you said matter here")))
        yield from items(tuple(f"{group}: {why}" if why else group for group, why in s.matters.items()))
    flags = [c for c in s.compared if c.answers.flag_of and c.shares is None]
    others = [c for c in s.compared if c not in flags]
    for number, compared in enumerate(
        sorted(others, key=lambda c: not any(x.matters is not None for x in c.standings)), 1
    ):
        yield from _characteristic(compared, number)
    yield from _flags(flags)
    for answers in s.not_asked:
        yield Heading(2, text(answers.groups.title))
        yield paragraph(
            _(
                "Not asked{value}. That is an answer too, where the group decided it.",
                value=": " + answers.because.rstrip(".") if answers.because else "",
            )
        )
    yield from _combinations(s)
    yield from _places(s)
    yield from _sources(s)
    yield stamp


def _characteristic(c: Compared, number: int) -> Iterator[Block]:
    answers = c.answers
    yield Heading(2, text(answers.groups.title))
    if answers.untold:
        silent = [_("{prefer_not} would rather not say", prefer_not=answers.prefer_not)] if answers.prefer_not else []
        silent += [_("of {unknown} it is not known", unknown=answers.unknown)] if answers.unknown else []
        yield paragraph(
            _(
                "Of {size} people {known} answered; {listed}. So nobody can say who is missing.",
                size=answers.size,
                known=answers.known,
                listed=" and ".join(silent),
            )
        )
    else:
        yield paragraph(
            _("All {size} answered.", size=answers.size) if answers.size != 1 else _("The one person answered.")
        )
    if c.reference is None or c.shares is None:
        yield paragraph(
            _(
                "There are no figures to compare this with. That makes nothing less important: what do the people concerned say?"
            )
        )
    else:
        yield paragraph(_compared_with(c.reference, c.shares, small=c.small))
        usually = c.usually_missing
        if usually is not None and len(c.standings) > 2 and answers.known:
            missed = _(
                "A fair draw of {known} would on average miss {number} of the {of} groups that have figures.",
                known=answers.known,
                number=_number(usually, 2),
                of=len(c.shares.of),
            )
            several = c.none_of_the_missing
            if several is not None and len(c.missing) > 1:
                missed += _(
                    " The chance that it misses all {missing} groups that are missing here is {chance}.",
                    missing=len(c.missing),
                    chance=_chance(several),
                )
            yield paragraph(missed)
        yield Drawing(picture.room_against_chance(c, number))
    yield table(
        (
            "Group",
            _("In the room"),
            _("A fair draw holds on average"),
            _("Nine of ten fair draws"),
            _("Fair draws with nobody"),
            _("What it says"),
        ),
        map(_row, c.standings),
        _("{title}, group by group", title=answers.groups.title),
    )
    said = tuple(line for standing in c.standings for line in _remarks(standing))
    yield from items(said)
    if c.shares and c.shares.notes:
        yield paragraph(_("About the figures: ") + "; ".join(c.shares.notes) + ".")


def _flags(flags: Sequence[Compared]) -> Iterator[Block]:
    """Questions with yes and no for which there are no figures, one row each."""
    lists = {c.answers.flag_of.name: c.answers.flag_of for c in flags if c.answers.flag_of}
    for flag_of in lists.values():
        yield Heading(2, text(flag_of.title))
        rows = []
        for c in flags:
            if c.answers.flag_of is flag_of:
                yes = next(s for s in c.standings if s.category == "yes")
                says = {"present": _("in the room"), "unknown": _("cannot be said")}.get(yes.status, "nobody")
                matters = _(" (matters here)") if yes.matters is not None else ""
                rows.append((c.answers.groups.title + matters, picture.span(yes.possible), says))
        rows.sort(key=lambda row: not row[0].endswith("(matters here)"))
        yield table(
            ("Group", _("In the room"), _("What it says")),
            rows,
            _("{title}, question by question", title=flag_of.title),
        )
        yield paragraph(
            _(
                "There are no figures to compare these with. That makes nothing less important: what do the people concerned say?"
            )
        )


def _compared_with(reference: ReferencePopulation, shares: Shares, *, small: bool) -> str:
    base = shares.base
    ages = (
        _("people of all ages")
        if base == "all"
        else _("people aged {removesuffix} and over", removesuffix=base.removesuffix("+"))
        if base.endswith("+")
        else base
    )
    dates = f", {' and '.join(reference.dates)}" if reference.dates else ""
    drawn = _(" The room is a good part of this population, so nobody is drawn twice.") if small else ""
    return _(
        "Compared with: {value}, {ages}{dates} ({kinds}).{drawn}",
        value=reference.population or "your own figures",
        ages=ages,
        dates=dates,
        kinds=KINDS[reference.kind],
        drawn=drawn,
    )


def _row(s: GroupStanding) -> tuple[str, ...]:
    low, high = s.possible
    name = s.category + (_(" (matters here)") if s.matters is not None else "")
    says = {
        "present": _("in the room"),
        "under": _("fewer than a fair draw would hold"),
        "unknown": _("cannot be said"),
        "absent": "nobody",
    }[s.status]
    if s.expected is None or s.missed is None or s.fair is None:
        return name, picture.span((low, high)), _("no figure"), _("no figure"), _("no figure"), says
    if s.status == "absent":
        says += f"; {probability.in_words(s.missed)}"
    return name, picture.span((low, high)), _expected(s.expected), picture.span(s.fair), _chance(s.missed), says


def _remarks(s: GroupStanding) -> Iterator[str]:
    if s.matters and s.status in ("absent", "under", "unknown"):
        yield _(
            "{category}: you said why this group matters here ({reason}). What is the next step, and who takes it?",
            category=s.category,
            reason=s.matters.rstrip("."),
        )
    if s.only_one and s.untold == 0:
        yield _(
            "{category}: one person stands alone for this group. Is that person asked to speak for everybody, and would a second help? (A rule of thumb.)",
            category=s.category,
        )
    if s.ratio is not None and s.count:
        ratio = _(
            "{category}: {number} times the share in the population", category=s.category, number=_number(s.ratio, 2)
        )
        if s.status == "under" and s.so_few is not None:
            ratio += _("; so few or fewer in {chance} of fair draws", chance=_chance(s.so_few))
        yield ratio + "."
    if s.matters is not None and s.status == "absent" and s.size_for is not None and s.size_for > s.known:
        yield _(
            "{category}: a fair draw would need {size_for} people to hold somebody of this group nineteen times of twenty. Inviting on purpose needs one.",
            category=s.category,
            size_for=s.size_for,
        )


def _combinations(s: Statistics) -> Iterator[Block]:
    yield Heading(2, text(_("Two groups at once")))
    c = s.combinations
    if c.state == "counts":
        yield paragraph(_("Not looked at: counts do not tell who is in two groups at once. Talk about it in the room."))
        return
    if c.state == "small":
        yield paragraph(
            _(
                "Not shown: in a room of fewer than {shown_from} people a list of what is missing can tell what a single person is. Talk about it in the room instead.",
                shown_from=SHOWN_FROM,
            )
        )
        return
    if c.listed:
        yield paragraph(
            _("Nobody in the room belongs to both of these groups, and a fair draw could be expected to hold somebody:")
        )
        yield from items(tuple(_combination(x) for x in c.listed))
    else:
        yield paragraph(
            _(
                "No combination of two groups is missing that a fair draw of this size could be expected to hold and that may be shown."
            )
        )
    more = (
        _("{more} more are empty and are not listed: in any room most combinations are. ", more=c.more)
        if c.more
        else ""
    )
    held = (
        _(
            "Others are held back, because one of the two groups has fewer than {shown_if_parts_have} people.",
            shown_if_parts_have=SHOWN_IF_PARTS_HAVE,
        )
        if c.held_back
        else ""
    )
    if more or held:
        yield paragraph(more + held)


def _combination(c: Combination) -> str:
    groups = " and ".join(group for _, group in c.pattern)
    if c.expected is not None:
        return _(
            "{groups}: about {expected} expected, from a table that counts both.",
            groups=groups,
            expected=_expected(c.expected),
        )
    if c.bounds is None:
        return groups
    low, high = c.bounds
    return _(
        "{groups}: between {number} and {number_2} expected. No table counts both, and the two shares alone allow no better answer.",
        groups=groups,
        number=_number(low),
        number_2=_number(high),
    )


def _places(s: Statistics) -> Iterator[Block]:
    missing = {c.answers.groups.name: [x.category for x in c.missing if _is_called_for(x)] for c in s.compared}
    missing = {name: groups for name, groups in missing.items() if groups}
    if not missing:
        return
    groups = sum(map(len, missing.values()))
    least = len(invitations(missing))
    yield Heading(2, text(_("Where to go next")))
    several = _("{groups} groups", groups=groups) if groups > 1 else _("one group")
    relationships = _("{least} new relationships", least=least) if least > 1 else _("one new relationship")
    yield paragraph(
        _(
            "Missing here, though you said that it matters or a fair draw would hold somebody: {several}. Reaching them all takes at least {relationships}, where each may open the door to two groups. Think of places and organisations that people trust, not of a person who would tick several boxes, and begin with the group that matters most.",
            several=several,
            relationships=relationships,
        )
    )


def _is_called_for(s: GroupStanding) -> bool:
    return s.matters is not None or (s.expected is not None and s.expected >= 1)


def _sources(s: Statistics) -> Iterator[Block]:
    used = [c for c in s.compared if c.reference is not None and c.shares is not None]
    if not used:
        return
    yield Heading(2, text(_("Where the figures come from")))
    lines = []
    for c in used:
        figure = c.shares.figures[0] if c.shares else None
        if figure is not None:
            named = f", table {figure.table}" if figure.table not in ("", "-", _("not checked")) else ""
            told = f"{c.answers.groups.title}: {figure.source or 'your own table'}{named}"
            lines.append(told + (f", {figure.date}" if figure.date else ""))
    licences = [line for c in used if c.reference for line in c.reference.licences]
    yield from items(tuple(dict.fromkeys([*lines, *licences])))


# --- numbers as people read them ----------------------------------------------------------------------


def _number(value: Fraction, digits: int = 1) -> str:
    return f"{float(value):.{digits}f}"


def _expected(value: Fraction) -> str:
    return _("fewer than 0.1") if 0 < value < Fraction(1, 10) else _number(value)


def _chance(value: Fraction) -> str:
    return percent(value, 0) if Fraction(1, 100) <= value <= Fraction(99, 100) else _edge(value)


def _edge(value: Fraction) -> str:
    if value in (0, 1):
        return "none" if value == 0 else "all"
    return _("less than 1%") if value < probability.USUAL else _("more than 99%")
