"""Whether the words that are used fit what is shown."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from involve_audit.facts import Facts
from involve_audit.facts.answers import Span
from involve_audit.facts.care import agreements_broken
from involve_audit.facts.roles import INVOLVED, LED, behind
from involve_audit.facts.rooms import decision_counts, decisions_of
from involve_audit.facts.rung import RUNG_OF_ROLE, rung_of
from involve_audit.facts.views import SIDES
from involve_audit.judge.levels import hold
from involve_audit.language import _
from involve_audit.project.practice import INDEPENDENT, RUNGS, SHAPING
from involve_audit.record import Record, replace
from involve_audit.wording.entry_words import WHO
from involve_audit.wording.file_words import plain

if TYPE_CHECKING:
    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.facts.roles import Standing
    from involve_audit.judge.ladder import Ladder
    from involve_audit.project.model import Promise
    from involve_audit.rubric.model import Rubric


NOT_HELD = Span(0, 0)
"""Where no word claims anything, there is nothing to hold it against."""


class Claim(Record):
    """What a word claims: the rung that it names, and the rung against which what is shown is held.

    A word that promises a decision (`decision`), such as vote or veto, claims one: it is borne out by one decision
    on record that contributors took or shared and that holds. Of a public promise (`promise`) the word is what was promised.
    A word that names one part of the work (`part`: co-designed, a user-led evaluation) is held against that stage alone.
    """

    word: str
    says: int
    claims: int
    decision: bool = False
    promise: bool = False
    part: str = ""


class Fit(Record):
    """How the words fit, as it is weighed: rungs by their number, and the places that decided.

    It is weighed anew for every answer that is tried out, and the policy, honesty and the verdict go on from it. What a report
    says of it, in sentences and with lines, is made of it once (`label_says.label_found`).

    Attributes:
        state: fits, modest, overclaimed, not shown, not told.
        called: the words used.
        claim: the highest claim among them; None where none claims anything.
        unclear: words of which nobody knows what they claim.
        why: for overclaimed: answers, promise, said, verdict.
        larger: whether the words claim more than is shown; a broken promise, or people's word against the words, weighs without that.
        on_plans: whether they were held against what is planned, for nothing is done yet.
        belied: whether what happened speaks against the words, though they claim no more than is shown.
        where: the places that decided it.
        held_against: the rungs, shown or promised, between which the highest claim was held.
        borne_out: whether the work has not begun, and plans say as much as the words, with dates, and money or who sees to it.
        whose: whether none of those who take part is told to be affected, so that nobody can tell whose say it is.
        sayers: who says that the word does not fit: `contributors say`.
        promise: a public promise that claims more than is shown; empty where there is none.
    """

    state: str
    called: tuple[str, ...]
    claim: Claim | None
    unclear: tuple[str, ...]
    why: tuple[str, ...]
    where: tuple[Path, ...]
    promise: str = ""
    sayers: str = _("it was said")
    larger: bool = False
    on_plans: bool = False
    belied: bool = False
    held_against: Span[int] = NOT_HELD
    whose: bool = False
    borne_out: bool = False

    @property
    def only_promise(self) -> bool:
        """Whether nothing speaks against the words but a promise that was not kept: that is told by itself, and is no charge against them."""
        return self.state == "overclaimed" and self.why == ("promise",) and bool(self.promise)


def _plain(text: str) -> str:
    """Words with single blanks, without hyphens and capitals, so that co-design and Co design are one."""
    return " ".join(plain(text).casefold().translate(_BLANKS).split())


_BLANKS = str.maketrans(dict.fromkeys("-_‐–—/", " ") | {"’": "'"})


_known = cache(_plain)
"""The words of a rubric, each made plain once."""


def _names(text: str, known: str) -> bool:
    """Whether a plain text holds a known word as a word of its own."""
    return _found(text, known) >= 0


def _found(text: str, known: str) -> int:
    """Where a plain text first holds a known word as a word of its own; -1 where it does not."""
    word = _known(known)
    at = text.find(word)
    while at >= 0:
        behind = at + len(word)
        if not (at and _in_word(text[at - 1])) and not (behind < len(text) and _in_word(text[behind])):
            return at
        at = text.find(word, at + 1)
    return at


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def is_known(word: str, rubric: Rubric) -> bool:
    """Whether a word is one of the rubric's own words for involvement, and nothing beside it."""
    return any(_plain(word) == _known(known) for label in rubric.labels for known in label.words)


def claim_of(word: str, rubric: Rubric) -> Claim | None:
    """The highest claim that known words in a phrase make; None where it holds none.

    A word within a longer one that is known is not a word of its own: "involvement" in "public involvement".
    """
    text = _plain(word)
    best: Claim | None = None
    every = [known for label in rubric.labels for known in label.words]
    known_here = [
        (known, label)
        for label in rubric.labels
        for known in label.words
        if _known(known) in text and _names(text, known)  # most are not in it: not worth a call
    ]
    for known, label in sorted(known_here, key=lambda pair: -len(_known(pair[0]))):
        if (at := _found(text, known)) < 0:
            continue
        while at >= 0:
            text = f"{text[:at]}\n{text[at + len(_known(known)) :]}"
            at = _found(text, known)
        part = "" if label.decision else label.part or ""
        if _of_the_asking(_plain(word), known, every):
            continue  # the co-design of a consultation is the way of asking: the work is called a consultation
        found = Claim(word, RUNGS.index(label.says), RUNGS.index(label.claims), label.decision == "yes", part=part)
        if best is None or (found.claims, found.says) > (best.claims, best.says):
            best = found
    return best if best is None or best.part or best.decision else replace(best, part=part_of(word, rubric))


_DETERMINERS = ("the", "a", "an", "our", "this", "its", "their")


def _of_the_asking(text: str, known: str, every: list[str]) -> bool:
    """Whether a known word is said of another word for involvement: the co-design of the consultation, a co-designed consultation."""
    at = _found(text, known)
    if at < 0:
        return False
    behind = text[at + len(_known(known)) :].split()
    if behind[:1] == ["of"]:
        behind = behind[2:] if behind[1:2] and behind[1] in _DETERMINERS else behind[1:]
    after = " ".join(behind)
    return any(after.startswith(_known(other)) and _found(after, other) == 0 for other in every)


def part_of(word: str, rubric: Rubric) -> str:
    """The one part of the work that a phrase names beside its word for involvement; empty where it names none or several."""
    text = _plain(word)
    named = [s.id for s in rubric.stages if any(_names(text, known) for known in s.called or ())]
    return named[0] if len(named) == 1 else ""


def claims(case: Case, rubric: Rubric) -> tuple[list[tuple[Path, Claim]], list[str]]:
    """What the words and public promises of a project claim, and the words of which nobody knows."""
    head = case.project.project
    if head is None:
        return [], []
    own = {_plain(k): RUNGS.index(v) for k, v in (head.claims or {}).items()}
    found: list[tuple[Path, Claim]] = []
    unclear: list[str] = []
    for n, word in enumerate(head.called or ()):
        rung = own.get(_plain(word))
        claim = Claim(word, rung, _held_against(rung)) if rung is not None else claim_of(word, rubric)
        if claim is None:
            unclear.append(word)
        elif claim.claims:
            found.append((("project", "called", n), claim))
    for n, promise in enumerate(head.promises or ()):
        if not is_due(case, promise):
            continue
        rung = RUNGS.index(promise.claims) if promise.claims else None
        claim = Claim(promise.what, rung, _held_against(rung)) if rung is not None else claim_of(promise.what, rubric)
        if claim is not None and claim.claims:
            found.append((("project", "promises", n), replace(claim, promise=True)))
    return found, unclear


def _held_against(rung: int) -> int:
    """Co-production claims shared decisions: what else it needs is named as missing, not as an overclaim."""
    return min(rung, RUNGS.index("collaboration")) if RUNGS[rung] == "co-production" else rung


def fit(facts: Facts, rubric: Rubric, ladder: Ladder, *, verdict: str) -> Fit:
    """Whether the words fit. An overclaim needs a claim above what is shown *and* a told fact against it.

    A public promise that was not kept is such a claim by the file's own word, however small it was. So is a word of which
    the team, most contributors or a named independent say that it does not fit, unless it says less than what is shown:
    paperwork does not outrank people's word. While nothing is done yet, the words are about the plans and are held
    against what is promised.
    """
    case = facts.case
    head = case.project.project
    called = tuple(head.called or ()) if head else ()
    found, unclear = claims(case, rubric)
    words: tuple[Path, ...] = (("project", "called"),)
    promises = (head.promises if head else None) or ()
    unkept = [path for path in broken_promises(case) if _of_a_say(promises[int(path[2])], rubric)]
    said = said_not_to_fit(case)
    if head is None or (head.called is None and not found and not unkept):
        return Fit("not told", called, None, (), (), words)
    promise = head.promises[unkept[0][2]].what if unkept and head.promises else ""  # type: ignore[index] # the number of a promise
    if not found:
        why = (*(["promise"] if unkept else []), *(["said"] if said and unclear else []))
        places = (*words, *unkept, *(said if unclear else ()))
        return Fit(
            "overclaimed" if why else "fits", called, None, tuple(unclear), why, places, promise, _sayers(case, said)
        )
    on_plans = verdict == "promises" or (case.phase == "funded" and facts["anything_done"].value is False)
    if any(c.decision for __, c in found) and one_decision_holds(case):
        borne = ladder.shown.rung.low
        found = [(p, replace(c, claims=min(c.claims, borne)) if c.decision else c) for p, c in found]
    whose = facts["contributors_who_are_not_affected"].value is True and not on_plans
    held = [(p, c, _of_whom(held_range(case, ladder, c, on_plans=on_plans), whose=whose)) for p, c in found]
    path, claim, shown = max(
        held, key=lambda f: (f[1].claims > f[2].high, f[1].claims > f[2].low, f[1].claims, f[1].says)
    )
    larger = claim.claims > shown.low
    # A word that names co-production is not modest beside a collaboration, nor one step below what is shown.
    modest = not claim.part and claim.says < shown.low
    if not larger and not unkept and (modest or not said):
        belied = _belies(case, verdict) and claim.claims >= RUNGS.index("consultation")
        state = "modest" if modest else "fits"
        return Fit(
            state, called, claim, tuple(unclear), (), (path,), on_plans=on_plans, belied=belied, held_against=shown
        )
    reasons: list[str] = []
    where: list[Path] = [path]
    borne_out = case.early and claim.claims <= _planned(ladder, claim)
    if claim.claims > shown.high and not borne_out and not contradicts_itself(facts, rubric, claim.part):
        reasons.append("answers")
        parts = [s for s in ladder.shown.stages if s.told is not None and claim.part in ("", s.stage)]
        where += [behind(case, s.stage)[0] for s in parts]
    if unkept:
        reasons.append("promise")
        where += unkept
    if said and (larger or not modest):
        reasons.append("said")
        where += said
    if larger and _belies(case, verdict):
        reasons.append("verdict")
    above = (c.word for p, c, h in held if p[1] == "promises" and c.claims > h.low)
    return Fit(
        "overclaimed" if reasons else "not shown", called, claim, tuple(unclear), tuple(reasons), tuple(dict.fromkeys(where)),
        promise or next(above, ""), _sayers(case, said), larger, on_plans, held_against=shown, whose=whose, borne_out=borne_out,
    )  # fmt: skip


def _planned(ladder: Ladder, claim: Claim) -> int:
    """The rung that plans with dates, and money or an owner, come to: of the whole work, or of the part that a word names.

    Before the work begins a word is about what is to come: who tells what small things were done already claims no more than who does not.
    """
    if not claim.part:
        return ladder.firm
    return max(
        (RUNG_OF_ROLE[s.promised] for s in ladder.shown.stages if s.stage == claim.part and s.specific), default=0
    )


def contradicts_itself(facts: Facts, rubric: Rubric, part: str) -> bool:
    """Whether answers on who took part cannot all be true, in the part of the work that a word is about (empty: in any).

    Which of them is so nobody can tell, so none of them speaks against a word.
    """

    def is_about(path: Path) -> bool:
        about = bool(path) and path[0] in ("rooms", "stages", "power")
        return about and not (part and path[0] == "stages" and path[1:2] != (part,))

    held = (hold(flag.when, facts) for flag in rubric.flags if flag.level == "error")
    return any(found.truth and any(map(is_about, found.where)) for found in held)


def held_range(case: Case, ladder: Ladder, claim: Claim, *, on_plans: bool) -> Span[int]:
    """The rungs between which a claim is held: of the whole work, or of the one part that the word names.

    While nothing is done yet, what is promised is the low end. A joint decision that the file tells of that part, though
    nothing shows it yet, leaves the high end open. A public promise may be kept in the parts that are still to come.
    """
    led = RUNGS.index("led")
    goes_on = claim.promise and case.phase != "finished"
    part = next((s for s in ladder.shown.stages if s.stage == claim.part), None)
    if part is None:
        if on_plans:
            return Span(ladder.promised or 0, led)
        held = _of_the_work(ladder)
        may_become = rung_of({s.stage: _may_become(s) for s in ladder.shown.stages}, 0, kept=True) if goes_on else 0
        return Span(held.low, max(held.high, may_become))
    low, high = RUNG_OF_ROLE[part.shown.low], RUNG_OF_ROLE[_may_become(part) if goes_on else part.shown.high]
    if any(decision_counts(case, d) is not False for __, d in decisions_of(case, claim.part)):
        high = max(high, RUNGS.index("collaboration"))
    return Span(max(low, RUNG_OF_ROLE[part.promised]), led) if on_plans else Span(low, high)


def _may_become(stage: Standing) -> int:
    """The highest role that people may come to have in a part while the work goes on: any, where it is planned or not told of.

    What is done stays as it was: a promise that no part to come can keep any more is contradicted.
    """
    return LED if stage.promised or stage.told is None else stage.shown.high


def _of_whom(held: Span[int], *, whose: bool) -> Span[int]:
    """The rungs between which a claim is held where none of those who take part is affected: their say may be others' (Williams 2020)."""
    return Span(min(held.low, RUNGS.index("consultation")), held.high) if whose else held


def _of_the_work(ladder: Ladder) -> Span[int]:
    """The rungs between which a word for the whole work is held.

    Where people were involved in a part that shapes the work, no told fact speaks against the word *involvement*, though the work as a
    whole stands lower because they were involved in that part alone: it is not shown, and not overclaimed.
    """
    rung, involved = ladder.shown.rung, RUNGS.index("involvement")
    shaped = any(s.stage in SHAPING and s.shown.low >= INVOLVED for s in ladder.shown.stages)
    return Span(rung.low, max(rung.high, involved)) if shaped else rung


def _belies(case: Case, verdict: str) -> bool:
    """Whether a verdict speaks against a word that claims that people were asked. Harm of another kind than a broken agreement says nothing of words."""
    return verdict == "tokenism" or (verdict == "broken trust" and bool(agreements_broken(case)))


_OF_THE_WORD = {
    "together": _("contributors and team say"),
    "team": _("the team itself says"),
    "researchers": _("the team itself says"),
    "people served": _("the people served say"),
}
"""Who says it of a word, where that is said otherwise than of an entry."""


def _sayers(case: Case, said: list[Path]) -> str:
    """Who says that the word does not fit; contributors first."""
    who = [str(getattr(case.at(p), "by", None) or getattr(case.at(p), "of", None)) for p in said]
    order = ("contributors", "people served", "organisation of people affected", "together")
    first = sorted(who, key=lambda w: order.index(w) if w in order else len(order))
    if not first or first[0] not in WHO:
        return _("it was said")
    return _OF_THE_WORD.get(first[0]) or f"{WHO[first[0]].report} {WHO[first[0]].says}"


def word_is_disputed(case: Case) -> bool:
    """Whether what it is called in public is told, and somebody tells it otherwise."""
    said, stands = case.told.project, case.project.project
    return bool(said and said.called) and (stands is None or stands.called is None)


def one_decision_holds(case: Case) -> bool:
    """Whether one decision is on record that contributors took or shared, and that holds."""
    return any(decision_counts(case, d) for d in case.entries("power.decisions") or ())


def broken_promises(case: Case) -> list[Path]:
    """The public promises of which it is told that they were not kept."""
    promises = (case.project.project.promises if case.project.project else None) or ()
    return [("project", "promises", n) for n, p in enumerate(promises) if p.kept == "no" and is_due(case, p)]


def is_due(case: Case, promise: Promise) -> bool:
    """Whether a promise is one of this work: what is promised when the work is stopped, or is over, is about what comes after it."""
    stopped, end = case.cancelled_on, case.at("project.dates.end")
    if stopped is not None and promise.when is not None:
        same = stopped.names_a_time and stopped.terms == promise.when.terms
        if same or case.before(stopped, promise.when):
            return False
    return not (case.phase == "finished" and case.before(end, promise.when))


def _of_a_say(promise: Promise, rubric: Rubric) -> bool:
    """Whether a promise is known to be one of a say, by what the file says that it claims or by its words.

    A promise of something else, such as a cure, is no claim about people's part, kept or not.
    """
    return promise.claims is not None or claim_of(promise.what, rubric) is not None


def said_not_to_fit(case: Case) -> list[Path]:
    """Where the team, most contributors or a named independent say that the word does not fit."""
    found: list[Path] = []
    for n, finding in case.by_now("findings"):
        named = (*INDEPENDENT, *SIDES, "team", "researchers", "together", None)
        if finding.label_fits == "no" and any(by in named for by in finding.by or (None,)):
            found.append(("findings", "entries", n))
    for n, view in case.by_now("views"):
        if view.label_fits == "no" and view.of in (*SIDES, "team", "researchers"):
            found.append(("views", "entries", n))
    return found
