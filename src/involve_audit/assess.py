"""From a file that was read and a rubric to the audit: facts, judging, what would be if, and what a check asks for.

Nothing here reads files, clocks or settings.
"""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Literal

from involve_audit import __version__
from involve_audit.facts import Facts
from involve_audit.facts.care import agreements_broken
from involve_audit.facts.case import Case
from involve_audit.facts.ladder import met
from involve_audit.facts.not_known import nobody_knows, not_known
from involve_audit.facts.views import SIDES, enough, independent, said, too_few
from involve_audit.judge import sentences
from involve_audit.judge.accounts import accounts, notes
from involve_audit.judge.advice import ended, in_plain_words, is_over, small_step, what_lifts
from involve_audit.judge.came_of import came_of
from involve_audit.judge.evidence import contributors_allow
from involve_audit.judge.gates import state_of
from involve_audit.judge.honesty import BAD, OPEN, weigh
from involve_audit.judge.label import claims, fit
from involve_audit.judge.ladder import ladder_of, name
from involve_audit.judge.levels import Judged, hold, instead_of_nothing, judge_criterion, mean, means
from involve_audit.judge.questions import questions
from involve_audit.judge.signs import with_rubric
from involve_audit.judge.told import subjects, told_plainly, with_parts, with_what_plans_lack
from involve_audit.judge.trail import complete, trail
from involve_audit.judge.verdict import Outcome, VerdictConditions, caps_of, decide, rows
from involve_audit.judge.viewpoints import discreet, hidden, not_heard, reply, sides
from involve_audit.language import _
from involve_audit.load import Document, read_project
from involve_audit.messages import listed, readable, shown, small
from involve_audit.policy.conditions import PolicyContext, PolicyOptions, check_policy
from involve_audit.project.digest import hashes_of
from involve_audit.project.fields import tidy
from involve_audit.project.people import ROLES
from involve_audit.project.practice import RUNGS
from involve_audit.record import Record, later
from involve_audit.results import audit as results
from involve_audit.rubric import derived
from involve_audit.what_if.decided import (
    Deciding,
    flag_of,
    gate_of,
    honesty_of,
    label_of,
    level_of,
    sign_of,
    stage_of,
    verdict_of,
)
from involve_audit.what_if.simulator import Spent
from involve_audit.what_if.steps import NOT_TRIED, TRUER_WORD, StepSimulator, doors, steps_for

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from involve_audit.facts.answers import Path
    from involve_audit.facts.ladder import Standing
    from involve_audit.judge.honesty import Honesty
    from involve_audit.judge.label import Fit
    from involve_audit.judge.ladder import Ladder
    from involve_audit.judge.levels import Held
    from involve_audit.judge.questions import Wanted
    from involve_audit.project.model import Project
    from involve_audit.rubric.model import Flag, Gate, LoadedRubric, Rubric, VerdictText
    from involve_audit.what_if.decided import Judgement
    from involve_audit.what_if.simulator import Unchanged

Lines = Literal["all", "when asked", "none"]
STAMP = _("Written from published text; not an assessment of the project.")


class _Quotes:
    """Turns places of the model into lines of the file."""

    def __init__(self, document: Document, unchanged: Unchanged, lines: Lines) -> None:
        self.document = document
        self._case = case = unchanged.case
        self._deciding = Deciding(document, unchanged)
        self._lines = lines
        self._quoted = discreet(document, case)
        self._known: dict[Path, results.Evidence] = {}

    def __call__(self, paths: Iterable[Path], most: int = 6) -> tuple[results.Evidence, ...]:
        seen: dict[Path, None] = {}
        for path in (hidden(self._case, p) for p in paths):
            kept = self.document.true_path(path)
            if kept and self._deep_enough(kept, path):
                seen[kept] = None
        return tuple(self._quote(path) for path in list(seen)[:most])

    def decided(
        self,
        places: Iterable[Path],
        judgement: Judgement,
        most: int = 6,
        *,
        elsewhere: bool = True,
        said: Iterable[Path] = (),
    ) -> tuple[results.Evidence, ...]:
        """Those of these places that decided a judgement; where none did, those elsewhere. As `judge` is asked for them.

        What the headline quotes (`said`) stands first: where two entries decide alike, either could be left out.
        """
        if self._lines == "none":
            return ()
        if self._lines == "when asked":
            listed = tuple(places)
            return later(lambda: self._decided(listed, judgement, most, elsewhere=elsewhere, said=said))
        return self._decided(places, judgement, most, elsewhere=elsewhere, said=said)

    def _decided(
        self, places: Iterable[Path], judgement: Judgement, most: int, *, elsewhere: bool, said: Iterable[Path] = ()
    ) -> tuple[results.Evidence, ...]:
        seen: dict[Path, tuple[str, ...]] = {self.document.true_path(hidden(self._case, path)): () for path in said}
        for decided in self._deciding.lines(places, judgement, elsewhere=elsewhere):
            seen.setdefault(self.document.true_path(hidden(self._case, decided.path)), decided.first)
        return tuple(self._quote(path, first) for path, first in list(seen.items())[:most])

    def _quote(self, path: Path, first: tuple[str, ...] = ()) -> results.Evidence:
        known = None if first else self._known.get(path)
        if known is None:
            line, column = self.document.at(path)
            known = results.Evidence(shown(path), line, column, readable(self._quoted.says(path, first=first)))
            if not first:
                # Many places are quoted by several findings.
                self._known[path] = known
        return known

    def whole(self, path: Path, says: str) -> results.Evidence:
        """One answer with its words uncut, for texts that people take out of a report.

        What is said comes from `judge.exports`, which takes single answers and never the counts of a view.
        """
        path = hidden(self._case, path)
        line, column = self.document.at(path)
        return results.Evidence(shown(path), line, column, readable(says))

    @staticmethod
    def _deep_enough(kept: Path, asked: Path) -> bool:
        """An answer that is not in the file is not quoted by the section in which it would stand."""
        return len(kept) >= min(len(asked), 2)


class Evaluation(Record):
    """All that is judged of a project, before it is put in words: what an audit, and a row of many, are made of.

    Attributes:
        gates: each gate with its state.
        judged: the criteria, in the order of the rubric.
        flags: those that hold.
        asked: what is not told, by its id, most decisive first.
    """

    case: Case
    facts: Facts
    ladder: Ladder
    table: VerdictConditions
    gates: list[tuple[Gate, str, Held]]
    outcome: Outcome
    label: Fit
    judged: list[Judged]
    flags: list[tuple[Flag, Held]]
    asked: list[tuple[str, Wanted]]

    @cached_property
    def honesty(self) -> Honesty:
        """Whether what is said of the involvement is honest."""
        return weigh(self.facts, self.label, self.outcome.id)

    @property
    def confirmed(self) -> bool:
        """Whether contributors confirm what is said of power and influence."""
        return all(contributors_allow(self.case, p)[2] == "confirmed" for p in ("power", "influence"))

    @property
    def deciding(self) -> int:
        """On how many open answers the verdict hangs."""
        return sum("the verdict" in w.decides for __, w in self.asked)

    def headline(self) -> str:
        """The verdict in one sentence, with its range."""
        says = sentences.sentence(
            self.facts, self.table, self.outcome, self.ladder, self.label, self.honesty,
            confirmed=self.confirmed, deciding=self.deciding,
        )  # fmt: skip
        return says + "."

    def policy_context(self, quote: Callable[[Iterable[Path]], tuple[results.Evidence, ...]]) -> PolicyContext:
        """What the policy is held against."""
        errors = [(f, held) for f, held in self.flags if f.level == "error"]
        return PolicyContext(
            self.outcome.id, self.gates, errors, self.label, self.ladder, self.judged, self.facts, quote
        )


def evaluate(
    document: Document,
    project: Project,
    rubric: Rubric,
    date: dt.date,
    facts_of: Callable[[Case, Facts | None], Facts] = Facts,
) -> Evaluation:
    """Judge a project, and put nothing in words; `facts_of` is a quicker way to the same facts where there is one."""
    case = Case(project, date)
    facts = facts_of(case, None)
    ladder = ladder_of(case)
    table = rows(facts, rubric)
    gates = [(gate, *state_of(gate, facts)) for gate in rubric.gates]
    outcome = decide(table, ladder, caps_of(((gate, state) for gate, state, __ in gates), facts))
    label = fit(case, rubric, ladder, verdict=outcome.id)
    plans = with_rubric(facts_of(case.planned(), facts), rubric) if _has_plans(document.tree) else None
    judged = [judge_criterion(c, facts, plans) for c in rubric.criteria]
    flags = [(flag, held) for flag in rubric.flags if (held := hold(flag.when, facts)).truth]
    asked = questions(facts, rubric, ladder, table, outcome.id, [(g, s, h.unknown) for g, s, h in gates], judged)
    return Evaluation(case, facts, ladder, table, gates, outcome, label, judged, flags, asked)


def audit_document(
    document: Document, rubric: LoadedRubric, date: dt.date, policy: PolicyOptions | None = None,
    *, steps: bool = True, lines: Lines = "all", exports: bool = False,
) -> results.Audit:  # fmt: skip
    """Check a file that was read and judge it by a rubric as of a day, if wanted without steps, or without lines.

    Raises:
        InputError: the file is not a project file; with every problem at its line.
    """
    return judge(document, read_project(document), rubric, date, policy, steps=steps, lines=lines, exports=exports)


def judge(
    document: Document, project: Project, loaded: LoadedRubric, date: dt.date, policy: PolicyOptions | None = None,
    *, steps: bool = True, lines: Lines = "all", exports: bool = False,
) -> results.Audit:  # fmt: skip
    """Judge a project by a rubric as of a day.

    Args:
        document: the file, for its lines.
        project: what it says.
        loaded: the rubric.
        date: the day; what is dated later has not happened.
        policy: what the check asks for; the default policy where left out.
        steps: whether to look for the steps that lift the verdict.
        lines: whether to look for all lines that decided, which takes longer than the judging; only when somebody asks for
            them (what is printed at once needs few; until then the audit holds on to the file); or for none, where audits
            are only compared.
        exports: whether to fill what writers take out of it, which takes some milliseconds.

    Returns:
        Everything that a report may say.
    """
    rubric = loaded.rubric
    evaluation = evaluate(document, project, rubric, date)
    case, facts, ladder, table = evaluation.case, evaluation.facts, evaluation.ladder, evaluation.table
    gates, outcome, label, judged, flags = (
        evaluation.gates,
        evaluation.outcome,
        evaluation.label,
        evaluation.judged,
        evaluation.flags,
    )
    simulator = StepSimulator(document, case, rubric, facts)
    quote = _Quotes(document, simulator.unchanged, lines)
    honesty = evaluation.honesty
    too_long = False
    try:
        offered = steps_for(simulator, case, outcome.id) if steps else ()
    except Spent:
        offered, too_long = (), True
    principles = tuple(_principle(rubric, p, judged, facts, quote, outcome.id) for p in rubric.principles)
    principles = with_parts(principles, judged, facts, when_asked=lines == "when asked")
    statements, exported = _exports(case, rubric, quote) if exports else ((), ())
    places = (path for flag, held in flags if flag.level == "error" for path in held.where)
    contradicted = frozenset(path[:n] for path in places for n in range(1, len(path) + 1))
    return results.Audit(
        tool=results.Tool("involve-audit", __version__),
        rubric=results.RubricStamp(rubric.id, rubric.version, rubric.title, loaded.sha256, loaded.differs),
        project=head_of(case, document),
        date=date.isoformat(),
        verdict=_verdict(rubric, evaluation, quote),
        label=_label(rubric, facts, label, quote, contradicted=_of_the_say(flags)),
        honesty=results.HonestyFound(
            honesty.state,
            _honesty_says(honesty, label),
            tuple(results.HonestyPart(p.id, p.state, p.says) for p in honesty.parts),
            quote.decided((w for p in honesty.parts if p.state != OPEN for w in p.where), honesty_of(rubric), elsewhere=False),
        ),
        rung=with_what_plans_lack(_rung(case, rubric, label, ladder, facts, quote), case),
        score=_score(principles, judged),
        principles=principles,
        signs=tuple(
            results.SignFound(
                sign.id,
                "holds" if held.truth else "open" if held.truth is None else "clear",
                sign.says,
                quote.decided(held.where, sign_of(sign)) if held.truth else (),
            )
            for sign, held in table.signs
        ),
        flags=tuple(
            results.FlagFound(
                f.id, f.title, f.level, f.principle, f.says, f.asks, quote.decided(held.where, flag_of(f, rubric)), _citations(rubric, f.sources), f.plain or "",
                subjects(case, held.where),
            )
            for f, held in flags
        ),
        gates=tuple(
            results.GateFound(
                g.id, g.title, state, g.caps or "", g.fails == "yes", g.says, what_lifts(g, facts), g.asks,
                quote.decided(held.where, gate_of(g, rubric)) if state in ("holds", "clear") else (), _citations(rubric, g.sources), g.plain or "",
                state == "open" and bool(held.unknown) and all(nobody_knows(facts, name) for name in held.unknown),
            )
            for g, state, held in gates
        ),
        questions=tuple(
            results.Question(
                as_id(key), w.asks, shown(w.path), document.at(w.path)[0], tuple(w.decides), "not known" if not_known(case, w.path) else "not told"
            )
            for key, w in evaluation.asked
        ),
        steps=_steps(offered, evaluation),
        doors=doors(case, rubric),
        voices=_voices(facts, quote),
        views=_views(case, quote),
        sides=sides(case, {p.id: p.title for p in rubric.principles}),
        not_heard=not_heard(case, {p.id: p.title for p in rubric.principles}),
        findings=_findings(project, quote),
        trail=trail(case, {s.id: s.title for s in rubric.stages}, quote),
        trail_complete=complete(case),
        told=told_plainly(case, {s.id: s.plain or s.title for s in rubric.stages}, quote, contradicted),
        came_of=came_of(case, quote, contradicted),
        limits=(*rubric.limits, *([NOT_TRIED] if too_long else ())),
        plain_limits=rubric.plain_limits or (),
        policy=check_policy(policy or PolicyOptions(), loaded, evaluation.policy_context(quote)),
        statements=statements,
        exports=exported,
        accounts=accounts(case, document, {s.id: s.title for s in rubric.stages}),
        notes=notes(case, document),
    )  # fmt: skip


def as_id(fact: str) -> str:
    """The name of a fact, or of a question, as reports write it."""
    return fact.replace("_", "-")


def _exports(
    case: Case, rubric: Rubric, quote: _Quotes
) -> tuple[tuple[results.Statement, ...], tuple[results.ExportFound, ...]]:
    from involve_audit.judge.exports import fill

    return fill(case, rubric, quote.whole)


def _has_plans(tree: Any) -> bool:
    """Whether anything in the file is planned."""
    if isinstance(tree, dict):
        return any(_has_plans(v) for v in tree.values())
    if isinstance(tree, list):
        return any(_has_plans(v) for v in tree)
    return isinstance(tree, str) and tree.strip().lower() == "planned"


_FILLED_BY = {
    "outside the team": _("somebody outside the team"),
    "team": _("the team"),
    "together": _("contributors and the team"),
}


def head_of(case: Case, document: Document) -> results.Head:
    """What a project says of itself, and whether it is told to have ended."""
    head, filled = case.told.project, case.told.filled_in
    who = ""
    if filled is not None:
        by = ", ".join(_FILLED_BY.get(who, who) for who in filled.by or ())
        parts = [
            _("Filled in {when}", when=filled.when.text) if filled.when else _("Filled in"),
            _("by {by}", by=by) if by else "",
        ]
        paid = {"yes": _("contributors were paid for it"), "no": _("contributors were not paid for it")}
        if filled.contributors_paid_for_it in paid:
            parts.append(f"({paid[str(filled.contributors_paid_for_it)]})")
        who = " ".join(p for p in parts if p) + "."
    published = filled is not None and filled.written_from == "published text"
    return results.Head(
        title=(head.title if head and head.title else "(no title)"),
        file=document.name,
        summary=(head.summary or "") if head else "",
        phase=(head.phase or "") if head else "",
        kind=(head.kind or "") if head else "",
        stamp=STAMP if published else "",
        filled_in="" if who == _("Filled in.") else who,
        ended=ended(case),
    )


def _citations(rubric: Rubric, sources: dict[str, str]) -> tuple[results.Citation, ...]:
    cited = []
    for key, says in sources.items():
        r = rubric.references[key]
        cited.append(results.Citation(key, _cited(r.by, r.year, r.title, r.where, r.doi), says))
    return tuple(cited)


@cache
def _cited(by: str | None, year: str | None, title: str, where: str | None, doi: str | None) -> str:
    """A source as a list of references names it; put together once, for many criteria rest on few sources."""
    parts = [by, f"({year})" if year else None, title, where]
    text = ". ".join(p.rstrip(".") for p in (" ".join(x for x in parts[:2] if x), *parts[2:]) if p)
    return text + (_(". doi:{doi}", doi=doi) if doi else ".")


def _verdict(rubric: Rubric, evaluation: Evaluation, quote: _Quotes) -> results.Verdict:
    facts, table, outcome, ladder = evaluation.facts, evaluation.table, evaluation.outcome, evaluation.ladder
    texts = {v.id: v for v in rubric.verdicts}
    places: list[Path] = []
    rests: list[str] = []
    titles: dict[str, str] = {s.id: s.title for s in rubric.stages}
    match outcome.id:
        case "nobody involved":
            places += facts["every_told_stage_involves_nobody"].where
            rests.append(_("Every part of the work that is told involves nobody."))
        case "broken trust":
            places += facts["trust_broken"].where
            rests += sentences.harms_on_record(facts)
        case "tokenism":
            for sign, held in table.signs:
                if held.truth:
                    places += held.where
                    rests.append(sign.says[0].upper() + sign.says[1:] + ".")
            places += facts["people_present"].where[:2]
        case "promises":
            places += [p for s in ladder.shown.stages if s.promised for p in s.where[:1]]
            rests.append(_("Nothing is done yet; the plans are what is judged."))
        case "too little is known":
            rests.append(_too_little(facts))
            places += facts["stages_told"].where
        case _:
            carrying = [s for s in ladder.shown.stages if s.shown.low > 0]
            carrying.sort(key=lambda s: -s.shown.low)
            places += [p for s in carrying for p in s.where]
            places += [
                ("rooms", name) for name, room in (facts.case.project.rooms or {}).items() if met(facts.case, room)
            ]
            places += [
                ("influence", "log", "entries", n) for n, __ in enumerate(facts.case.entries("influence.log") or ())
            ]
            rests += [f"{titles[s.stage]}: {_role_shown(s)}" for s in carrying[:4]]
            if not carrying:
                rests.append(_("A room that met, or people who were asked."))
    gates = {g.id: g for g in rubric.gates}
    rests += [_("{says} That keeps the verdict down.", says=gates[g].says) for g in outcome.capped_by]
    untold, unknown = sentences.matters(facts, outcome)
    plain = in_plain_words(texts[outcome.id], facts)
    if outcome.id == "broken trust":
        how = sentences.how_trust_was_broken(facts, plainly=True)
        low = ladder.shown.rung.low
        if agreements_broken(facts.case):
            plain = f"{plain} {how}"
        else:  # harm alone does not say what part people had: that stands beside it
            plain = f"{how} {texts[table.by_rung[low]].plain or ''}".strip() if low else how
    return results.Verdict(
        outcome.id,
        sentences.harm_title(facts) if outcome.id == "broken trust" else texts[outcome.id].title,
        evaluation.headline(),
        _means(texts, evaluation),
        tuple(results.VerdictName(v, texts[v].title) for v in outcome.possible),
        untold,
        tuple(rests),
        quote.decided(
            places, verdict_of(rubric), elsewhere=False, said=sentences.harm_quoted(facts) if table.broken else ()
        ),
        plain,
        unknown,
    )


def _means(texts: dict[str, VerdictText], evaluation: Evaluation) -> str:
    """What the verdict means. Where more is told, and may well be so, that is said, and not the contrary of it."""
    outcome, ladder = evaluation.outcome, evaluation.ladder
    if outcome.id == "broken trust":
        return sentences.how_trust_was_broken(evaluation.facts)
    low, high = ladder.shown.rung.low, ladder.shown.rung.high
    by_rung = evaluation.table.by_rung
    if outcome.id == by_rung[low] and ladder.told is not None and low < ladder.told <= high:
        told = texts[by_rung[ladder.told]].title
        if by_rung[ladder.told] != outcome.id:
            return _("By what is told, it is more: {told}. What shows that is not told yet.", told=small(told))
    return texts[outcome.id].says


def _role_shown(stage: Standing) -> str:
    """What part people had, as far as it is shown; and what is told, where that is more, so that nobody's word is changed."""
    shown = ROLES[stage.shown.low]
    if stage.told is None or stage.told <= stage.shown.low:
        return shown
    return _("{role}, as it is told (shown: at least {shown})", role=ROLES[stage.told], shown=shown)


def _too_little(facts: Facts) -> str:
    if not facts["told_who_decided_or_what_changed"].value:
        return _("Nothing is told of who decided, or of what changed.")
    if facts["enough_is_told"].value:
        return _(
            "Nothing that is told of people's part is told to have happened. Where it has, the file can say so (status)."
        )
    return _(
        "It is told of fewer than two parts of the work what part people have, or of none that shapes it. If the work has only these parts, the file can say so (stages.work_has)."
    )


def _label(rubric: Rubric, facts: Facts, label: Fit, quote: _Quotes, *, contradicted: bool) -> results.LabelFit:
    missing: list[str] = []
    if label.claim is not None and RUNGS[label.claim.says] == "co-production":
        # Words for what is only planned are held against the plans, and so is what they promise besides.
        facts = Facts(facts.case.planned(), facts) if label.on_plans else facts
        names = {"pay_or_free_choice": _("pay"), "safe_where_sensitive": _("safety"), "people_answered": _("answers")}
        for fact, word in names.items():
            value = facts[fact].value
            if value is not True:
                untold = "not known" if nobody_knows(facts, fact) else "not told"
                missing.append(f"{word} ({untold if value is None else _('not there')})")
    return results.LabelFit(
        label.state,
        label.called,
        RUNGS[label.claim.claims] if label.claim else "",
        sentences.label_says(label, contradicted=contradicted),
        tuple(missing),
        quote.decided(label.where, label_of(rubric)),
        (*(["more"] if label.larger and not label.only_promise else []), *label.why)
        if label.state == "overclaimed"
        else (),
    )


def _honesty_says(honesty: Honesty, label: Fit) -> str:
    bad = {p.id for p in honesty.parts if p.state == BAD}
    if honesty.state == "partly" and "agreements" in bad and "label" not in bad:
        return _(
            "What was agreed with people did not hold. Nothing that is told speaks against the words for the involvement."
        )
    if honesty.state == "partly" and label.only_promise:
        return _("A public promise was not kept. Nothing else that is told speaks against the words.")
    return {
        "honest": _(
            "What is said of the involvement is honest: the words fit, and limits, refusals or failures are said."
        ),
        "as far as told": _("What is told of it is honest. Not enough is told to say so of all of it."),
        "partly": _("Part of what is said of the involvement is honest, and part of it does not hold.")
        if "label" in bad
        else _("Nothing that is told speaks against the words. But suggestions were refused without a reason."),
        "not honest": _("What is said of the involvement does not hold."),
        "not told": _("Too little is told to say whether the words, limits and refusals are honest."),
    }[honesty.state]


def _rung(case: Case, rubric: Rubric, label: Fit, ladder: Ladder, facts: Facts, quote: _Quotes) -> results.RungFound:
    project = case.told
    head = project.project
    titles: dict[str, str] = {s.id: s.title for s in rubric.stages}
    plain: dict[str, str] = {s.id: s.plain or "" for s in rubric.stages}
    stages = tuple(
        results.StageFound(
            s.stage,
            titles[s.stage],
            sentences.role(s.told),
            results.Steps(ROLES[s.shown.low], ROLES[s.shown.high]),
            ROLES[s.promised] if s.promised else "",
            promise_is(s),
            sentences.stage_why(facts.case, s),
            quote.decided(s.where, stage_of(s.stage)),
            plain[s.stage],
            not_known=not_known(facts.case, ("stages", s.stage)),
        )
        for s in ladder.shown.stages
    )
    return results.RungFound(
        # The same rung as the label's: co-production, co-design and partnership claim shared decisions.
        name(_called(case, rubric, label)),
        (head.aims_for or "") if head else "",
        name(max((r for r in (ladder.promised, _promised_in_public(project)) if r is not None), default=None)),
        name(ladder.told),
        results.Steps(RUNGS[ladder.shown.rung.low], RUNGS[ladder.shown.rung.high]),
        stages,
    )


def _called(case: Case, rubric: Rubric, label: Fit) -> int | None:
    """The highest rung that a word in public claims; what a promise claims stands in a row of its own."""
    if label.claim is None or not label.claim.promise:
        return label.claim.claims if label.claim else None
    return max((claim.claims for __, claim in claims(case, rubric)[0] if not claim.promise), default=None)


def _promised_in_public(project: Project) -> int | None:
    """The highest rung that was promised in public; None where no promise says how much say it means."""
    told = project.project.promises if project.project else None
    if told == ():
        return RUNGS.index("none")
    return max((RUNGS.index(p.claims) for p in told or () if p.claims), default=None)


def promise_is(stage: Standing) -> str:
    """How firm the plans for a stage are: `with date and money`, `in words`, `overdue`, or empty."""
    if stage.overdue and not stage.promised:
        return "overdue"
    return {True: "with date and money", False: "in words", None: ""}[stage.specific]


_SUPPORT_CAPS = {
    "claim": _("Nothing is named that shows it. A bare claim reaches 1 at most."),
    "dispute": _("Most contributors do not see it so. That weighs more than paper: 1 at most."),
}


def _principle(
    rubric: Rubric, principle: Any, judged: Sequence[Judged], facts: Facts, quote: _Quotes, verdict: str
) -> results.PrincipleFound:
    case, nobody = facts.case, verdict == "nobody involved"
    mine = [j for j in judged if j.criterion.principle == principle.id]
    low, high = means(mine)
    state = contributors_allow(case, principle.id)[2]
    return results.PrincipleFound(
        principle.id, principle.title, principle.says, low, high, letter(low, high), state,
        tuple(_criterion(rubric, j, state, facts, quote, small_step(j.criterion, facts, nobody=nobody)) for j in mine), principle.plain or "",
    )  # fmt: skip


def letter(low: float, high: float) -> str:
    """A to D for the middle of a range from 0 to 100; `?` where it spans more than half."""
    if high - low > 50:
        return "?"
    middle = (low + high) / 2
    return "A" if middle >= 75 else "B" if middle >= 50 else "C" if middle >= 25 else "D"


_INSTEAD = {
    "planned": _("Not yet: it is planned."),
    "was planned": _("It was planned. Nothing tells that it came."),
    "later": _("Not yet: it is told for a day that is still to come."),
    "on paper": _("There is a rule on paper. That is not yet a practice."),
}


def _found(case: Case, item: Judged, state: str) -> str:
    """The sentence of a settled level; at level 0 it says no more than what is told."""
    says = item.criterion.levels[str(item.low)].says  # type: ignore[index]
    if item.high > 0:
        return says
    says = _INSTEAD.get(instead_of_nothing(case, item), says)
    if state == "confirmed":
        says += _(" Contributors confirm the principle as a whole; on this question the file tells otherwise.")
    return says


def _criterion(
    rubric: Rubric, item: Judged, state: str, facts: Facts, quote: _Quotes, advice: str
) -> results.CriterionFound:
    criterion = item.criterion
    settled = item.low == item.high
    capped = _SUPPORT_CAPS.get(item.capped, "")
    if item.capped == "views":
        capped = (
            _(
                "Contributors' own view is not told. They might not see it so, and only level 1 is sure. If nobody has asked them, the file can say so (views)."
            )
            if state == "not told"
            else _(
                "So few contributors answered that more is not shown than this: not most agree. Most may disagree, so only level 1 is sure."
            )
            if state == "too few" and item.low < 2
            else _(
                "By their own latest word people were not heard, so earlier praise does not confirm this: 2 at most."
            )
            if state == "not heard"
            else _("Level 3 needs contributors' own view, asked apart from the team.")
        )
    return results.CriterionFound(
        id=criterion.id,
        title=criterion.title,
        asks=criterion.asks,
        core=criterion.core == "yes",
        applies="unknown" if item.applies is None else item.applies,
        level=results.Range(item.low, item.high),
        planned=item.planned,
        support=item.support,
        found=_found(facts.case, item, state) if settled else "",
        capped=capped,
        anchors=tuple(criterion.levels[k].says for k in ("0", "1", "2", "3")),
        why=criterion.why,
        good=criterion.good or "",
        advice=advice,
        question=criterion.question,
        not_told=tuple(derived.asked(u).question for u in item.unknown),
        because=quote.decided(item.where, level_of(criterion, rubric)),
        sources=_citations(rubric, criterion.sources),
        plain=criterion.plain or "",
        not_known=tuple(derived.asked(u).question for u in item.unknown if nobody_knows(facts, u)),
    )


def _score(principles: Sequence[results.PrincipleFound], judged: Sequence[Judged]) -> results.Score:
    applying = [j for j in judged if j.applies is not False]
    settled = [j.low for j in applying if j.low == j.high and j.applies is True]
    counts = tuple(settled.count(n) for n in range(4))
    return results.Score(
        round(mean(p.low for p in principles), 1),
        round(mean(p.high for p in principles), 1),
        (counts[0], counts[1], counts[2], counts[3]),
        len(applying) - len(settled),
        len(judged) - len(applying),
    )


def _steps(offered: tuple[results.Step, ...], evaluation: Evaluation) -> tuple[results.Step, ...]:
    """What contradicts itself is settled before anything is built on it; where trust was broken, nothing comes before repair."""
    contradictions = _settle([flag for flag, __ in evaluation.flags if flag.level == "error"])
    if evaluation.outcome.id == "broken trust":
        return (*offered, *contradictions)
    return (
        *contradictions,
        *_answer_first(evaluation),
        *offered,
        *_say_it_truly(evaluation.label, evaluation.ladder, evaluation.facts),
    )


def _answer_first(evaluation: Evaluation) -> tuple[results.Step, ...]:
    """Where a consultation says no more of itself and aims no higher, people are answered before more is asked of anybody."""
    facts, aims = evaluation.facts, evaluation.facts.case.at("project.aims_for")
    consulted = RUNGS.index("consultation")
    higher = aims in RUNGS and RUNGS.index(aims) > consulted
    if evaluation.outcome.id != "consultation" or higher or (evaluation.ladder.told or 0) > consulted:
        return ()
    if evaluation.label.state in ("overclaimed", "not shown") or facts["people_answered"].value is True:
        return ()
    return (results.Step("do", (ANSWER_FIRST,), "", "", (), ""),)


ANSWER_FIRST = _("Tell those who were asked what came of what they said: what changed, what did not, and why.")


def _settle(contradictions: Sequence[Flag]) -> tuple[results.Step, ...]:
    """To find out, with those who know it, which of two answers is so. It lifts nothing by itself: either may be the true one."""
    if not contradictions:
        return ()
    named = listed(f"“{flag.title}”" for flag in contradictions)
    says = _(
        "Look again at what contradicts itself, with people who were there: {named}. Write down what is so.",
        named=named,
    )
    return (results.Step("tell", (says,), _("Until then it earns no credit."), "", (), ""),)


def _of_the_say(flags: Sequence[tuple[Flag, Held]]) -> bool:
    """Whether what contradicts itself is about who took part in which room, stage or decision."""
    about = ("rooms", "stages", "power")
    return any(flag.level == "error" and any(p and p[0] in about for p in held.where) for flag, held in flags)


def _say_it_truly(label: Fit, ladder: Ladder, facts: Facts) -> tuple[results.Step, ...]:
    """A truer word, apart from doing better. A public promise is not unmade by a new word: that is said too."""
    if label.state not in ("overclaimed", "not shown"):
        return ()
    # Before the work begins, a promise is one of plans; afterwards it is told what became of it.
    planned = (
        _(
            "Write down for the promise “{promise}” who is to do what, by when, and with what money.",
            promise=label.promise,
        )
        if facts.case.early
        else ""
    )
    became = _("Say openly what became of the promise “{promise}”, and why", promise=label.promise)
    rung = RUNGS[ladder.shown.rung.low]
    word = TRUER_WORD.get(rung, rung)
    # A word that claims no more than is shown, or is the truer one already, is none to be changed.
    words_fit = (
        label.claim is not None
        and not label.claim.promise
        and (not label.larger or word in {tidy(c) for c in label.called})
    )
    if label.claim is None or label.claim.promise or (label.promise and words_fit):
        if not label.promise:
            return ()
        says = planned or _(
            "{became}; or, where it still stands, that it is an aim, and by when people can see it.", became=became
        )
        lifts = (
            _("People can then hold the promise against what is planned.")
            if planned
            else _("It is then known what became of the promise, which stays on record.")
        )
        return (results.Step("say it truly", (says,), lifts, "", (), ""),)
    if rung == "none":
        instead = _("Stop using {called} until there is something that it fits.", called=sentences.called(label))
    elif is_over(facts.case):
        instead = _("Call it “{word}” wherever it is still written or spoken of.", word=word)
    else:
        instead = _("Call it “{word}” in public. Name co-production or partnership as an aim, if it is one.", word=word)
    gives: tuple[tuple[str, str], ...] = (("project.called", "none" if rung == "none" else f"[{word}]"),)
    if label.state == "not shown":
        # Nothing that is told speaks against the word: it may well be true, and only be written down nowhere.
        shows = (
            _("who is to do what, by when, and with what money")
            if planned
            else _("what people did, when, and where that can be read")
        )
        otherwise = _(" Where nothing does: {instead}", instead=small(instead))
        borne_out = ladder.told is not None and label.claim.claims <= ladder.told and not label.claim.part
        if facts["has_researchers"].value is False or borne_out:
            # By what is told the word fits, and only what shows it is missing: a smaller word would be the less true. Or: nobody is there beside those who lead it: a smaller word would say that others decide.
            otherwise = ""
        instead = _(
            "Write down what shows {called}: {shows}.{otherwise}",
            called=sentences.called(label),
            shows=shows,
            otherwise=otherwise,
        )
    does = [instead]
    lifts = _("The words then fit what is shown.")
    if label.promise:
        does.append(planned or f"{became}.")
        lifts = _("The words then fit what is shown; the promise stays on record.")
    return (results.Step("say it truly", tuple(does), lifts, "", gives, ""),)


def _voices(facts: Facts, quote: _Quotes) -> results.VoicesFound:
    from involve_audit.judge.room import look

    asked = facts["absence_question_asked"].value
    return look(facts.case, asked if isinstance(asked, bool) else None, quote)


def _views(case: Case, quote: _Quotes) -> tuple[results.ViewFound, ...]:
    shown_views = []
    hashes = cache(lambda: hashes_of(quote.document.tree))
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
            f"{(view.of or 'somebody').capitalize()}"
            + (f", {view.when.text}" if view.when else "")
            + (f": {asked}" if asked else "")
        )
        apart = independent(view)
        if view.of not in SIDES:
            counts = _("This is another side's view; it does not confirm a level.")
        elif too_few(view):
            counts = _("So few answered that nothing of it is shown: too few to show. It does not confirm a level.")
        elif apart is False:
            counts = _("It was collected by the team and not anonymously, so it does not confirm a level.")
        elif enough(case, view) is False:
            counts = _("Fewer than two answered, so it does not confirm a level.")
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
            counts = _("{known} {open}, so it confirms no level.", known=known, open=listed(open_))
        else:
            counts = _("It can confirm levels.")
        shown_views.append(
            results.ViewFound(
                view.of or "", says + ".", counts, tuple(by), view.words or (),
                tuple(d.said for d in view.dissent or ()), view.statement or "", quote([("views", "entries", n)]),
                reply(quote.document, n, hashes),
            )
        )  # fmt: skip
    return tuple(shown_views)


def _findings(project: Project, quote: _Quotes) -> tuple[results.FindingFound, ...]:
    entries = (project.findings.entries if project.findings else None) or ()
    told = []
    for n, finding in enumerate(entries):
        says = finding.says or ""
        if not says:
            heard = {
                "yes": _("People were heard."),
                "no": _("People were not heard."),
                "split": _("Some were heard and some were not."),
            }
            says = heard.get(finding.heard or "", "")
            if finding.label_fits == "no":
                says = _("{says} The word used does not fit.", says=says).strip()
        told.append(
            results.FindingFound(finding.by or "", finding.named or "", says, quote([("findings", "entries", n)]))
        )
    return tuple(told)
