"""The two sides: what contributors and researchers say of the same questions, and who was not heard.

Everything here is worked out from what may be shown (`facts.views.said`), never from the counts themselves: so nothing
that is hidden in one place can be worked out from another.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from involve_audit.facts.not_known import not_known
from involve_audit.facts.rung import has_researchers
from involve_audit.facts.views import SIDES, TOO_FEW, enough, few, independent, said, too_few
from involve_audit.language import _
from involve_audit.project import digest
from involve_audit.project.accounts import rulings
from involve_audit.record import replace
from involve_audit.results.audit import FindingFound, SideSays, SidesFound, ViewFound
from involve_audit.wording import days
from involve_audit.wording.entry_words import WERE_HEARD, finder, heard_by
from involve_audit.wording.messages import in_quotes, listed, number_says

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.load import Document
    from involve_audit.project.model import Project
    from involve_audit.project.people import Finding, Ruling, View
    from involve_audit.results.audit import Evidence

TEAM = ("researchers", "team")
NOT_ASKED = "not asked"
_RANKS = {"most disagree": {0}, "split": {1}, "not most agree": {0, 1}, "most agree": {2}}
_MEANS = {
    "lower": _("{one} see it lower than {other} do."),
    "higher": _("{one} see it higher than {other} do."),
    "same": _("Both say the same."),
    "cannot be told": _("Whether they differ cannot be told from what may be shown."),
}


def latest(case: Case, of: str) -> tuple[View, ...]:
    """The rounds of one side that have taken place, the latest first; those without a date last."""
    rounds = [v for __, v in case.by_now("views") if v.of == of]
    dated = sorted((v for v in rounds if v.when and v.when.last), key=lambda v: str(v.when.last), reverse=True)
    return (*dated, *(v for v in rounds if not (v.when and v.when.last)))


def says_of(case: Case, of: str, principle: str) -> SideSays:
    """What one side says of one principle, in the latest round in which it was asked."""
    rounds = latest(case, of)
    for view in rounds:
        opinion = (view.by_principle or {}).get(principle)  # type: ignore[call-overload]
        if opinion is not None:
            return SideSays(of, view.when.text if view.when else "", said(case, view, opinion))
    if rounds and too_few(rounds[0]):
        return SideSays(of, rounds[0].when.text if rounds[0].when else "", "too few to show")
    return SideSays(of, "", NOT_ASKED)


def difference(one: str, other: str) -> str:
    """How the one answer lies to the other: lower, higher, same, or cannot be told."""
    a, b = _RANKS.get(one), _RANKS.get(other)
    if not a or not b:
        return "cannot be told"
    if max(a) < min(b):
        return "lower"
    if min(a) > max(b):
        return "higher"
    return "same" if a == b and len(a) == 1 else "cannot be told"


def sides(case: Case, titles: dict[str, str]) -> tuple[SidesFound, ...]:
    """Every principle on which somebody was asked, with what each side says of it.

    Where contributors run the work, those whom they serve are a side of their own and are set against them.
    """
    present = [of for of in (*SIDES, *TEAM) if latest(case, of)]
    rows = []
    for principle, title in titles.items():
        row = tuple(says_of(case, of, principle) for of in present)
        if all(s.says == NOT_ASKED for s in row):
            continue
        one, other = _pair(present)
        found = {s.of: s.says for s in row}
        if not one or not other:
            # Of contributors and of the team, whether they were asked at all is listed once (`not_heard`).
            says = (
                ""
                if (one or other) in ("contributors", *TEAM)
                else _("The file tells what one side says, and of no other.")
            )
            rows.append(SidesFound(principle, title, row, "cannot be told", says))
            continue
        how = difference(found[one], found[other])
        if how == "cannot be told" and NOT_ASKED in (found[one], found[other]):
            # Of contributors and of the team, what they were not asked about is listed once (`not_heard`).
            is_listed = (one if found[one] == NOT_ASKED else other) in ("contributors", *TEAM)
            says = "" if is_listed else _("Only one side has been asked about this.")
        else:
            says = _MEANS[how].format(one=one.capitalize(), other=other)
        rows.append(SidesFound(principle, title, row, how, says))
    return tuple(rows)


def _pair(present: list[str]) -> tuple[str, str]:
    """The two sides that are set against each other; empty where there is only one."""
    team = next((of for of in TEAM if of in present), "")
    if not team and all(of in present for of in SIDES):
        return "people served", "contributors"
    return next((of for of in SIDES if of in present), ""), team


def not_heard(case: Case, titles: dict[str, str]) -> tuple[str, ...]:
    """Who was not heard, side by side: not asked, did not answer, too few to show, not asked about something.

    Nothing where the file tells nothing of views: that is said in its own place.
    """
    if case.entries("views") is None:
        return ()
    found = []
    for of in ("contributors", "researchers"):
        names = TEAM if of == "researchers" else (of,)
        rounds = [view for name in names for view in latest(case, name)]
        who = of.capitalize()
        if not rounds and of == "researchers" and has_researchers(case).value is False:
            continue  # whom there are none of, nobody can ask
        if not rounds:
            sure = case.complete("views")
            found.append(
                _("{who} have not been asked the same questions.", who=who)
                if sure
                else _("It is not told whether {of} were asked the same questions.", of=of)
            )
            continue
        found += [says for view in rounds for says in _unheard(case, who, view)]
        silent = [title for p, title in titles.items() if not any(p in (v.by_principle or {}) for v in rounds)]
        if silent and len(silent) < len(titles):
            found.append(_("{who} have not been asked about: {silent}.", who=who, silent="; ".join(silent)))
    # What silence is no sign of is said once, with the first who kept it.
    kept_silent = next((n for n, says in enumerate(found) if says.endswith(_(" did not answer."))), None)
    if kept_silent is not None:
        found[kept_silent] += _(" Silence is no agreement.")
    return tuple(found)


def _how_many_is_open(case: Case, view: View) -> bool:
    """Whether a view confirms nothing, among other things because it is not told how many answered: `views` says so."""
    return view.of in SIDES and not too_few(view) and independent(view) is not False and enough(case, view) is None


def _unheard(case: Case, who: str, view: View) -> Iterable[str]:
    name = f"{who}, {view.when.in_words}" if view.when else who
    asked, answered = view.asked, view.answered
    if answered is None:
        if not _how_many_is_open(case, view):
            yield _("{name}: it is not told how many answered.", name=name)
    elif asked is None:
        yield _("{name}: it is not told how many were asked, so nobody can say how many kept silent.", name=name)
    elif asked.low == asked.high and answered.low == answered.high:
        missing = asked.low - answered.low
        yield (
            _("{name}: all who were asked answered.", name=name)
            if not missing
            else _(
                "{name}: {missing} of {low} did not answer.",
                name=name,
                missing=missing,
                low=asked.low,
            )
        )
    else:
        yield _(
            "{name}: {answered} answered of {asked} who were asked.",
            name=name,
            answered=answered.text,
            asked=asked.text,
        )
    if too_few(view):
        yield _(
            "{name}: fewer than {few} answered. That is too few to show how they answered without giving them away.",
            name=name,
            few=number_says(TOO_FEW),
        )


def _views_as_told(case: Case) -> tuple[View, ...]:
    """The views as the file tells them. A view that is disputed is open to the judge; its counts are in the file all the same."""
    return (case.told.views.entries or ()) if case.told.views else ()


def discreet(document: Document, case: Case) -> Document:
    """The file as reports may quote it: without the counts of so few answers that people could be told apart.

    Lines and columns stay those of the file.
    """
    tree = document.tree
    for n, view in enumerate(_views_as_told(case)):
        if not few(view):
            continue
        for principle, opinion in (view.by_principle or {}).items():
            # Where the file says in words what most say, those words stand; not so the numbers beside them.
            if opinion.most is None or any(
                c is not None for c in (opinion.agree, opinion.partly, opinion.disagree, opinion.unsure)
            ):
                path = document.true_path(("views", "entries", n, "by_principle", principle))
                tree = put_at(tree, path, said(case, view, opinion)) if path and path[-1] == principle else tree
    return document if tree is document.tree else replace(document, tree=tree)


def hidden(case: Case, path: Path) -> Path:
    """A place, or the whole view around it where the counts in that view are not shown."""
    if path[:2] == ("views", "entries") and len(path) > 3:
        views = _views_as_told(case)
        if isinstance(path[2], int) and path[2] < len(views) and few(views[path[2]]):
            return path[:3]
    return path


def put_at(tree: Any, path: Path, value: Any) -> Any:
    """A tree with another value at a place; what lies beside it is shared."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    copy: Any = dict(tree) if isinstance(tree, dict) else list(tree)
    copy[step] = put_at(tree[step], rest, value)
    return copy


def reply(document: Document, n: int, hashes: Callable[[], digest.Hashes]) -> str:
    """Whether the answers are still those that a statement replied to, in a sentence; empty where nothing is sealed.

    `hashes` gives those of the document, and is asked only where something is sealed.
    """
    path = document.true_path(("views", "entries", n))
    view = document.get(path)
    if not isinstance(view, dict) or "sealed" not in view:
        return ""
    try:
        found = digest.changes(document.tree, view, hashes())
    except ValueError as problem:
        return _("What the statement replied to cannot be checked: {problem}.", problem=problem)
    when = view["sealed"].get("when")
    since = (
        _("since it was sealed ({when})", when=days.in_words(when))
        if isinstance(when, str)
        else _("since it was sealed")
    )
    parts = [
        f"{what}: {', '.join(names)}"
        for what, names in ((_("changed"), found.changed), (_("new"), found.added), (_("no longer there"), found.gone))
        if names
    ]
    if found.reply:
        parts.append(_("the statement itself, or the view around it, was changed"))
    if not parts:
        return _("The answers are still those that it replied to; nothing was changed {since}.", since=since)
    return _("The file is not the one that it replied to, {since}: {parts}.", since=since, parts="; ".join(parts))


# --- each round of views, and what others found -----------------------------------------------------


def views(
    case: Case, document: Document, quote: Callable[[Iterable[Path]], tuple[Evidence, ...]]
) -> tuple[ViewFound, ...]:
    """Each round of views as it is shown, and whether it can confirm a level."""
    shown_views = []
    hashes = cache(lambda: digest.hashes_of(document.tree))
    for n, view in enumerate(case.entries("views") or ()):
        by = [(principle, said(case, view, opinion)) for principle, opinion in (view.by_principle or {}).items()]
        answered = view.answered if view.answered is not None and view.answered.text != "unknown" else None
        asked = (
            _("{answered} of {asked} asked answered", answered=answered.text, asked=view.asked.text)
            if view.asked and answered
            else ""
        )
        if not asked and answered:
            asked = _("{answered} answered", answered=answered.text)
        elif not asked and view.asked:
            asked = _("{asked} asked", asked=view.asked.text)
        says = (
            f"{(view.of or _('somebody')).capitalize()}"
            + (f", {view.when.in_words}" if view.when else "")
            + (f": {asked}" if asked else "")
        )
        apart = independent(view)
        if case.happened(view.when) is False:
            counts = _(
                "By its date it has not taken place by the day as of which the file is judged, and does not count."
            )
        elif view.of not in SIDES:
            counts = _("This is another side's view; it confirms nothing.")
        elif too_few(view):
            counts = _("So few answered that it confirms nothing.")
        elif apart is False:
            counts = _("It was collected by the team and not anonymously, so it confirms nothing.")
        elif enough(case, view) is False:
            counts = _("Fewer than two answered, so it confirms nothing.")
        elif apart is None or enough(case, view) is None:
            open_ = []
            if apart is None:
                open_ += [_("who collected it")] if view.collected_by in (None, "unknown") else []
                open_ += [_("whether it was anonymous")] if view.anonymous in (None, "unknown") else []
            open_ += [_("how many answered")] if enough(case, view) is None else []
            place: Path = ("views", "entries", n)
            fields = [
                *(("collected_by", "anonymous") if apart is None else ()),
                *(("answered",) if enough(case, view) is None else ()),
            ]
            unknown = any(not_known(case, (*place, field)) for field in fields)
            known = _("Nobody knows") if unknown else _("It is not told")
            counts = _("{known} {open}, so it confirms nothing.", known=known, open=listed(open_))
        else:
            counts = _("It can confirm what is told.")
        shown_views.append(
            ViewFound(
                view.of or "", says + ".", counts, tuple(by), view.words or (),
                tuple(d.said for d in view.dissent or ()), view.statement or "", quote([("views", "entries", n)]),
                reply(document, n, hashes),
            )
        )  # fmt: skip
    return tuple(shown_views)


def findings(
    case: Case, project: Project, quote: Callable[[Iterable[Path]], tuple[Evidence, ...]]
) -> tuple[FindingFound, ...]:
    """What an inquiry, a court, an evaluation or an organisation of people affected found by the day, as the file tells it.

    What overturned it by the day stands with it, so that neither is read without the other.
    """
    told = []
    for n, finding in enumerate((project.findings.entries if project.findings else None) or ()):
        if case.happened(finding.when) is False:
            continue
        path: Path = ("findings", "entries", n)
        overturned = tuple(rulings(finding, case.date))
        lines = quote([path, *((*path, "overturned_by", k) for k, __ in overturned)])
        later = " ".join(_overturned(one) for __, one in overturned)
        first, *also = finding.by or ("",)
        told.append(
            FindingFound(first, finding.named or "", _in_words(finding), lines, _answers(finding), later, tuple(also))
        )
    return tuple(told)


def _overturned(later: Ruling) -> str:
    """By whom a finding was overturned, when, and what was found instead: never one without the other."""
    by = finder(later.by[0], later.named or "", later.by[1:])
    when = f" ({later.when.in_words})" if later.when is not None and later.when.first is not None else ""
    said = [_("Overturned by {by}{when}.", by=by, when=when)]
    if answers := _answers(later):
        said.append(_("Found instead: {answers}.", answers=answers))
    if words := _in_words(later):
        said.append(in_quotes(words) + ".")
    return " ".join(said)


def _answers(one: Finding | Ruling) -> str:
    """What was found by its answers, within a sentence; empty where none is told."""
    heard = f"{WERE_HEARD[one.heard]}{heard_by(one.heard_by, one.heard)}" if one.heard in WERE_HEARD else ""
    return listed(filter(None, (heard, _("the word used does not fit") if one.label_fits == "no" else "")))


def _in_words(one: Finding | Ruling) -> str:
    """What was found, in the words of the file."""
    says = one.says or ""
    if one.note:
        # A note may be what limits a finding: "not of this group", "about the protocol, and not about involvement".
        says = f"{says.rstrip('.')}. ({one.note.rstrip('.')}.)" if says else one.note
    return says
