"""What people say: the sides beside each other, and other accounts of one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _, ngettext, word_for
from involve_audit.render.words.phrases import capital, listed, sentences, whole
from involve_audit.wording import days
from involve_audit.wording.entry_words import WHO, finder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from involve_audit.results.audit import AccountFound, Audit, SidesFound


def confirmed_says(state: str) -> str:
    """Whether contributors confirm a principle, in words."""
    return {
        "confirmed": _("contributors confirm it"),
        "disputed": _("most contributors disagree"),
        "split": _("contributors are split"),
        "not asked apart": _("most contributors agree, and were not asked apart from the team"),
        "too few": _("too few contributors answered"),
        "not heard": _("contributors say that they were not heard"),
        "not asked": _("contributors were not asked"),
        "not told": _("contributors' view not told"),
        "": _("contributors' view not told"),
    }.get(state, state)


def quotes_people(audit: Audit) -> bool:
    """Whether the file quotes what people said when they were asked, or on their own, about the work."""
    said = (_("said: “"), _("said “"))
    return any(t.about in ("changed", "other answers") and any(words in t.says for words in said) for t in audit.told)


NEVER_AVERAGED = _("The answers of different sides stand beside each other and are never averaged.")
SIDES_QUESTION = _("Where the two differ: what do contributors see there that researchers do not?")


def sides_say(row: SidesFound) -> str:
    """What each side says of one principle, and how they differ.

    >>> from involve_audit.results.audit import SideSays, SidesFound
    >>> sides_say(SidesFound("pay", "Pay", (SideSays("contributors", "2026", "split"),), "cannot be told", "One side only."))
    'contributors, 2026: split. One side only.'
    """
    said = "; ".join(f"{s.of}{f', {days.in_words(s.when)}' if s.when else ''}: {word_for(s.says)}" for s in row.sides)
    return " ".join(part for part in (f"{said}." if said else "", row.says) if part)


_TELLERS = {
    "unknown": _("Somebody"),
    "nobody": _("Somebody"),
    "together": _("Contributors and the team together"),
    "researchers": _("Researchers"),
}
"""Who tells something otherwise, where that is said otherwise than of an entry: here researchers are not the team."""


def account_says(account: AccountFound) -> tuple[str, str]:
    """The two accounts of one thing, the other one in the words in which it stands there.

    >>> from involve_audit.results.audit import AccountFound
    >>> account_says(AccountFound("rooms.board", 3, 1, "Board, that decides.", "people served", "It only advises.", ()))
    ('Board, that decides.', 'People served tell it otherwise: “It only advises.”')
    """
    shows = _(" (source: {sources})", sources=listed(account.sources)) if account.sources else ""
    who = _TELLERS.get(account.by) or capital(WHO[account.by].report if account.by in WHO else account.by)
    tell = (
        _("tell")
        if account.by == "researchers" or (account.by in WHO and WHO[account.by].says == _("say"))
        else _("tells")
    )
    return account.told or _("Who is in the room."), _(
        "{who} {tell} it otherwise{shows}: “{account}”", who=who, tell=tell, shows=shows, account=account.says.strip()
    )


PEOPLE = ("contributors", "people served", "together", "organisation of people affected")
"""Whose findings are people's own word; what others found, or the team, stands by itself."""
FINDINGS, FINDING_WORDS = 2, 45
"""So many findings of others stand in their own words on a page that stands alone, each with so many words."""


def found_in_words(audit: Audit, *, most: int = FINDING_WORDS) -> tuple[str, ...]:
    """What others than the team found, in their own words: the first sentences of each, in no more words than `most`.

    A ruling is not cut from what overturned it, so that neither is read without the other.
    """
    found = [one for one in audit.findings if not {one.by, *one.also_by} <= {"team", "researchers", ""}]
    said = []
    for one in found[:FINDINGS]:
        who = capital(finder(one.by, one.named, one.also_by))
        says = one.says.strip() if one.later else whole(one.says, most)
        cut = "" if len(says) == len(one.says.strip()) else " …"
        if one.by in PEOPLE:
            # What people say of their own part is no finding.
            found_it = (
                _("{who} said that {answers}", who=who, answers=one.answers)
                if one.answers
                else _("{who} said", who=who)
            )
        else:
            found_it = (
                _("{who} found that {answers}", who=who, answers=one.answers)
                if one.answers
                else _("{who} found", who=who)
            )
        told = f"{found_it}: “{says}{cut}”" if says else found_it
        # Where more follows, or no quotation ends it, it is a sentence of its own.
        said.append(f"{told}. {one.later}" if one.later else told if says else f"{told}.")
    if found[FINDINGS:]:
        more = len(found) - FINDINGS
        said.append(
            ngettext(
                "{more} more finding stands in the file.", "{more} more findings stand in the file.", more, more=more
            )
        )
    return tuple(said)


def told_twice(accounts: Iterable[AccountFound]) -> tuple[tuple[AccountFound, str], ...]:
    """Each thing that is told in two ways, once, with all the accounts of it."""
    found: dict[str, tuple[AccountFound, list[str]]] = {}
    for account in accounts:
        told, otherwise = account_says(account)
        # What the same people say of two entries in the same words is not read twice; what the file tells of both is.
        same = next((says for __, says in found.values() if otherwise in says), None)
        says = found.setdefault(account.path, (account, []))[1] if same is None else same
        says[:] = dict.fromkeys(
            (*says[:-1], told, *says[-1:], otherwise) if otherwise in says else (*says, told, otherwise)
        )
    return tuple((account, sentences(says)) for account, says in found.values())
