"""What entries of a file tell, in words: who said or did something, and what became of it; one list of each.

The report of the team, the edition for contributors and the accounts that differ tell the same entries, each in words of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.record import Record
from involve_audit.wording.messages import listed

if TYPE_CHECKING:
    from collections.abc import Collection


class Who(Record):
    """Whose word or act something is, within a sentence, and who that is.

    Attributes:
        report: for the team: `an evaluation`.
        plain: in everyday words: `a report on the work`.
        says: what stands between it and its word: say, says, or found.
        means: who it is, and who it is not: one list for whoever fills in a file.
    """

    report: str
    plain: str
    says: str
    means: str


_NAMED = _("A named independent. Its name stands beside its word, and no person's name.")
WHO = {
    "contributors": Who(
        _("contributors"),
        _("people who take part"),
        _("say"),
        _(
            "People who are involved because the work affects or serves them: patients, carers, residents, citizens, peer researchers; paid or not. "
            "They are asked about the work itself: what it should ask, do, decide or conclude. Who answers a public consultation, or is "
            "asked at a hearing what should be done, is a contributor, and consulted. Who is only counted, surveyed, interviewed or observed, gives data or "
            "samples, or tells an inquiry what happened to them is no contributor: those are its evidence. Nor is who protests, campaigns, "
            "writes letters or goes to court of their own accord: they are people served, until they are asked in."
        ),
    ),
    "people served": Who(
        _("people served"),
        _("people whom the work serves"),
        _("say"),
        _(
            "People whom the work affects, serves or studies, and who are not involved in it: who is counted, surveyed or treated, lives next door, "
            "gives evidence, or protests. What they said stands in the log with `arose: on their own` or `in public`; it is no role in a part of the work."
        ),
    ),
    "together": Who(
        _("contributors and the team"),
        _("people and the team"),
        _("say"),
        _("Contributors and the team, with each other."),
    ),
    "team": Who(
        _("the team"),
        _("the team itself"),
        _("says"),
        _(
            "Those who run the work: researchers, staff, organisers. A council, a ministry or a service that runs the work itself is "
            "the team of it, also where it pays for it."
        ),
    ),
    "researchers": Who(_("the team"), _("the team itself"), _("says"), _("Those who run the work, as `team`.")),
    "above": Who(
        _("those above the team"),
        _("those above the team"),
        _("say"),
        _(
            "Those over the team, who can overrule it: who funds, commissions or governs the work and does not run it. Where both decided, "
            "both are named: `[team, above]`. Which of the two decided changes nothing of what contributors' part is shown to be."
        ),
    ),
    "allies": Who(
        _("allies"),
        _("others who work with them"),
        _("say"),
        _(
            "Organisations and people who stand with people affected, and whom these do not govern: a charity, a community partner."
        ),
    ),
    "outside the team": Who(
        _("somebody outside the team"),
        _("somebody outside the team"),
        _("says"),
        _("Anybody else: scholars, the press, critics, campaigners whom the work does not affect."),
    ),
    "inquiry": Who(_("an inquiry"), _("an inquiry"), _("found"), _NAMED),
    "court": Who(_("a court"), _("a court"), _("found"), _NAMED),
    "evaluation": Who(_("an evaluation"), _("a report on the work"), _("found"), _NAMED),
    "regulator": Who(_("a regulator"), _("an office that watches over such work"), _("found"), _NAMED),
    "organisation of people affected": Who(
        _("an organisation of people affected"),
        _("a group run by people whom the work affects"),
        _("says"),
        _("An organisation that people affected govern. Its word is theirs."),
    ),
}
"""By the words of the file. It is never printed as if this tool had found it: whose word it is, stands with it."""


OTHERS = _("others who are not known")


def who_did(by: Collection[str] | None, *, plain: bool = False) -> str:
    """Those who decided or did something, each once, within a sentence; empty where it is told of nobody.

    >>> who_did(["contributors", "team"]), who_did(["together", "above"])
    ('contributors and the team', 'contributors, the team and those above the team')
    """
    there = {side for one in by or () for side in (("contributors", "team") if one == "together" else (one,))}
    if there == {"contributors", "team"}:
        there = {"together"}
    known = [(WHO[one].plain if plain else WHO[one].report) for one in WHO if one in there]
    return listed([*known, OTHERS] if known and "unknown" in there else known)


def word_of(sides: Collection[str] | None) -> str:
    """Those whose word something is, within a sentence; empty where it is told of nobody."""
    return listed(dict.fromkeys(WHO[one].report for one in sides or () if one in WHO))


def heard_by(by: Collection[str] | None, answer: str | None, *, plain: bool = False) -> str:
    """` by the team`, behind `people were heard`; empty where it is not told by whom."""
    did = who_did(by, plain=plain)
    if not did:
        return ""
    return _(", by {did}", did=did) if answer == "split" else _(" by {did}", did=did)


def finder(by: str, named: str, also: Collection[str] = ()) -> str:
    """Who found something, by the name that the file gives, with what they are where the name does not say it.

    >>> finder("court", "High Court"), finder("evaluation", "Night Watch")
    ('High Court', 'Night Watch (an evaluation)')
    >>> finder("inquiry", "Night Watch", ["court"])
    'Night Watch (an inquiry and a court)'
    >>> finder("court", ""), finder("outside the team", "Journalists"), finder("", "")
    ('a court', 'Journalists (outside the team)', 'somebody')
    """
    who = word_of((by, *also)) or by or _("somebody")
    if not named:
        return who
    if also:
        return f"{named} ({who})"
    return named if not by or by in named.casefold() else f"{named} ({who.removeprefix(_('somebody '))})"


class Became(Record):
    """What became of something.

    Attributes:
        counted: where entries are counted: `two taken up`.
        report: within a sentence, for the team.
        account: a sentence beside another account of it.
        plain: a sentence in everyday words; empty where it is told by what changed, or in a sentence with what was promised.
    """

    counted: str
    report: str
    account: str
    plain: str = ""


ANSWERED = {
    "taken up": Became(_("taken up"), _("it was taken up"), _("It was taken up.")),
    "partly": Became(
        _("taken up in part"),
        _("it was taken up in part"),
        _("It was taken up in part."),
        _("Part of it was taken up."),
    ),
    "put off": Became(_("put off"), _("it was put off"), _("It was put off."), _("It was put off.")),
    "refused": Became(_("refused"), _("it was refused"), _("It was not taken up."), _("It was not taken up.")),
    "unanswered": Became(_("not answered"), _("it got no answer"), _("It got no answer."), _("It got no answer.")),
    "contested": Became(
        _("contested"),
        _("it is contested what came of it"),
        _("What came of it is contested."),
        _("Not everybody agrees what came of it."),
    ),
}
"""What became of what people said."""
CARRIED_OUT = {
    "done": Became(_("carried out"), _("it was carried out"), _("It was carried out."), _("It was carried out.")),
    "under way": Became(
        _("being carried out"),
        _("it is being carried out"),
        _("It is being carried out."),
        _("It is being carried out."),
    ),
    "partly": Became(
        _("carried out in part"),
        _("it was carried out in part"),
        _("It was carried out in part."),
        _("It was carried out in part."),
    ),
    "set aside": Became(_("set aside"), _("it was set aside"), _("It was set aside."), _("It was set aside.")),
}
"""What became of a decision."""
KEPT = {
    "yes": Became(_("kept"), _("it was kept"), _("It was kept.")),
    "partly": Became(
        _("kept in part"), _("it was kept in part"), _("It was kept in part."), _("That was kept only in part.")
    ),
    "no": Became(_("not kept"), _("it was not kept"), _("It was not kept."), _("That was not kept.")),
}
"""What became of a public promise."""
ROLE_IS = {
    "informed": _("people are told"),
    "consulted": _("people are asked"),
    "consulted or involved": _("people are asked, or take part"),
    "involved": _("people take part"),
    "involved or decided together": _("people take part, or decide together with the team"),
    "decided together": _("people and the team decide together"),
    "led": _("people whom the work is about decide"),
}
"""What a role is called in everyday words, the smallest first, without what it may rest on: that people are answered may not be told."""
DECIDED = {"together": _("People and the team decided together"), "contributors": _("People who take part decided")}
"""How a decision begins that people affected took or shared, in everyday words."""
CONTRADICTED = _("But other answers contradict this.")
"""What stands behind what rests on answers that contradict each other, in everyday words."""
OVERTURNED = _("That was overturned later.")
"""What stands behind what was found and counts no more."""
WERE_HEARD = {
    "yes": _("people were heard"),
    "no": _("people were not heard"),
    "split": _("some were heard and others were not"),
}
"""Whether people were heard, within a sentence."""
