"""What may be written of a round: a view, as it stands in a project file.

The rules depend on how many people answered, never on what they said:

- Five or more: numbers by principle. Where all, or all but one, said the same, the number is a range of the two: nobody
  can tell whether everybody said it, and nobody who was alone with another answer is shown to be.
- Three or four: only whether most agree. More than half of those who answered must say "yes, mostly"; who left the
  question blank did not.
- One or two: nothing of what they said. Of two people, "most" would be both of them.

So no answer of any single person can be worked out from a view, for at least one other answer of this person fits it as
well. A test tries every possible round. Open answers are kept only with consent, from three people on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.facts.views import FEW, TOO_FEW
from involve_audit.language import _
from involve_audit.survey.collect import OPINIONS, Refused

if TYPE_CHECKING:
    from collections import Counter

    from involve_audit.project.people import View
    from involve_audit.project.values import Count
    from involve_audit.survey.collect import Round


def opinion(tally: Counter[str]) -> str | dict[str, str]:
    """What may be written of the answers to one question, from three people on."""
    total = sum(tally.values())
    if total < FEW:
        return "most agree" if 2 * tally["agree"] > total else "not most agree"
    top = max(OPINIONS, key=lambda name: tally[name])
    if tally[top] >= total - 1:
        shown = dict.fromkeys(("agree", "disagree"), "0 or 1") | {top: f"{total - 1} or {total}"}
    else:
        shown = {name: str(tally[name]) for name in OPINIONS if tally[name] or name in ("agree", "disagree")}
    return {name: shown[name] for name in OPINIONS if name in shown}


def label(tally: Counter[str]) -> str | None:
    """Whether most say that the word fits; None where nothing is written."""
    total = sum(tally.values())
    if 2 * tally["agree"] > total:
        return "yes"
    if total < FEW:
        return None
    return "no" if 2 * tally["disagree"] > total else "unknown"


def view(
    found: Round,
    asked: Count | None = None,
    collected_by: str | None = None,
    anonymous: str | None = None,
    source: str | None = None,
) -> dict[str, Any]:
    """A round as a view, in the order in which it is written.

    Raises:
        Refused: nobody answered, or more than were asked.
    """
    number = len(found.people)
    if not number:
        raise Refused(_("there are no answers of this side and round"))
    if asked is not None and asked.high is not None and number > asked.high:
        raise Refused(
            _(
                "{number} people answered, which is more than were asked (--asked {asked})",
                number=number,
                asked=asked.text,
            )
        )
    made: dict[str, Any] = {"of": found.of, "when": found.when}
    if asked is not None:
        made["asked"] = asked.text
    made["answered"] = str(number)
    if collected_by:
        made["collected_by"] = collected_by
    if anonymous:
        made["anonymous"] = anonymous
    if number >= TOO_FEW:
        made["by_principle"] = {principle: opinion(found.tally(principle)) for principle in found.asked_about}
        labels = found.labels()
        fits = label(labels) if labels is not None else None
        if fits:
            made["label_fits"] = fits
        # In alphabetical order: two answers of one person must not stand beside each other because they are one person's.
        words = sorted({text for person in found.people for text in person.words})
        if words:
            made["words"] = words
    if source:
        made["source"] = source
    return made


def may_hold(earlier: View, found: Round) -> bool:
    """Whether the answers of an earlier round may be among these, with a few new ones added to them.

    A survey that stays open is exported again with all its old answers: then the difference between the two rounds
    would show what those few said.
    """
    before, now = earlier.answered, len(found.people)
    if before is None or before.high is None or not 0 <= now - before.high < FEW:
        return False
    for principle, opinion in (earlier.by_principle or {}).items():
        if principle not in found.asked_about:
            continue
        tally = found.tally(principle)
        told = {name: getattr(opinion, name) for name in OPINIONS}
        if any(count is not None and count.low > tally[name] for name, count in told.items()):
            return False
    return True


def may_be_among(earlier: View, found: Round) -> bool:
    """Whether all these answers may be among those of an earlier round, which holds a few more.

    A survey counted with those who did not finish, and again without them, would show what they said.
    """
    before, now = earlier.answered, len(found.people)
    if before is None or not 0 < before.low - now < FEW:
        return False
    if now < FEW:
        return True  # whether it is said must not depend on what so few answered
    for principle, opinion in (earlier.by_principle or {}).items():
        if principle not in found.asked_about:
            continue
        tally = found.tally(principle)
        told = {name: getattr(opinion, name) for name in OPINIONS}
        if any(
            count is not None and count.high is not None and count.high < tally[name] for name, count in told.items()
        ):
            return False
    return True


def alike(other: View, made: dict[str, Any]) -> bool:
    """Whether a view that is about to be written says just what the view of another side says."""
    mine = made.get("by_principle") or {}
    theirs = other.by_principle or {}
    if not mine or other.answered is None or other.answered.text != made["answered"] or set(mine) != set(theirs):
        return False
    for principle, said in mine.items():
        told = theirs[principle]
        counts = {n: c.text for n in OPINIONS if (c := getattr(told, n)) is not None}
        if (counts or told.most) != (said if isinstance(said, dict) else said.removeprefix("most ")):
            return False
    return True


def kept_back(found: Round) -> list[str]:
    """What a person who collects the answers should know of what was not written, and of words that were."""
    number, says = len(found.people), []
    if number < TOO_FEW:
        says.append(_("fewer than three people answered: nothing of what they said is written"))
    elif number < FEW:
        says.append(_("fewer than five people answered: it is only written whether most agree"))
    unquoted = sum(p.unquoted for p in found.people)
    if unquoted:
        # Of so few, the number would be about each of them.
        told = f": {unquoted}" if number >= FEW else ""
        says.append(
            _("open answers that stay out, for it is not told that people agreed to be quoted{told}", told=told)
        )
    taken_back = sum(p.taken_back for p in found.people)
    if taken_back:
        told = f": {taken_back}" if number >= FEW else ""
        says.append(
            _(
                "open answers that stay out though these people said yes to being quoted: something else that they wrote takes it back or limits it, or may{told}",
                told=told,
            )
        )
    if any(p.words for p in found.people):
        says.append(
            _("open answers stay out too: of so few, everybody would know whose words they are")
            if number < TOO_FEW
            else _(
                "open answers are kept word for word where people agreed to that; names inside a sentence are not known for what they are, so read them before anybody else does"
            )
        )
    return says
