"""From a file that was read and a rubric to the audit: facts, judging, what would be if, and what a check asks for.

Nothing here reads files, clocks or settings.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeVar

from involve_audit import __version__
from involve_audit.facts.not_known import nobody_knows
from involve_audit.facts.roles import behind
from involve_audit.judge.accounts import accounts, notes
from involve_audit.judge.advice import tenses, what_lifts
from involve_audit.judge.came_of import came_of
from involve_audit.judge.evaluation import evaluate
from involve_audit.judge.head import head_of
from involve_audit.judge.honesty import weigh
from involve_audit.judge.label import contradicts_itself
from involve_audit.judge.label_says import label_found
from involve_audit.judge.ladder_says import rung_found
from involve_audit.judge.principles import principle_found, score
from involve_audit.judge.stage_words import plain_titles
from involve_audit.judge.told import subjects, told_plainly
from involve_audit.judge.trail import complete, trail
from involve_audit.judge.verdict_says import verdict_found
from involve_audit.judge.viewpoints import findings, not_heard, sides, views
from involve_audit.load import Document, read_project
from involve_audit.policy.conditions import PolicyOptions, check_policy
from involve_audit.record import later
from involve_audit.results import audit as results
from involve_audit.rubric.citations import citations
from involve_audit.what_if import offered
from involve_audit.what_if.decided import (
    flag_of,
    gate_of,
    honesty_of,
    label_of,
    level_of,
    sign_of,
    stage_of,
    verdict_of,
)
from involve_audit.what_if.quotes import Quotes
from involve_audit.what_if.simulator import Spent
from involve_audit.what_if.steps import NOT_TRIED, StepSimulator, doors, steps_for

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from involve_audit.facts import Facts
    from involve_audit.facts.case import Case
    from involve_audit.project.model import Project
    from involve_audit.rubric.model import Flag, LoadedRubric, Rubric
    from involve_audit.what_if.quotes import Lines

T = TypeVar("T")


def audit_document(
    document: Document, rubric: LoadedRubric, date: dt.date, policy: PolicyOptions | None = None,
    *, steps: bool = True, lines: Lines = "all", exports: bool = False,
) -> results.Audit:  # fmt: skip
    """Check a file that was read and judge it by a rubric as of a day, if wanted without steps, or without lines.

    Raises:
        InputError: the file is not a project file; with every problem at its line.
    """
    return audit_project(
        document, read_project(document), rubric, date, policy, steps=steps, lines=lines, exports=exports
    )


def audit_project(
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
            them (what is printed at once needs few; until then the audit holds on to the file, and the steps and other parts
            that not every report prints wait too); or for none, where audits are only compared.
        exports: whether to fill what writers take out of it, which takes some milliseconds.

    Returns:
        Everything that a report may say.
    """
    # A check prints a screen of all this, and what it prints nothing of need not be put in words: a tenth of its instructions.
    when_asked: Callable[[Callable[[], T]], T] = later if lines == "when asked" else _at_once
    rubric = loaded.rubric
    evaluation = evaluate(document, project, rubric, date)
    case, facts, outcome, flags = evaluation.case, evaluation.facts, evaluation.outcome, evaluation.flags()
    simulator = StepSimulator(document, case, rubric, facts)
    quote = Quotes(document, simulator.unchanged, lines)

    @cache
    def searched() -> tuple[tuple[results.Step, ...], bool]:
        """The steps that the search found, and whether it was given up."""
        try:
            return steps_for(simulator, case, outcome.id) if steps else (), False
        except Spent:
            return (), True

    principles = tuple(
        principle_found(
            rubric, principle, evaluation.judged, facts, outcome.id,
            lambda item: quote.decided(item.where, level_of(item.criterion, rubric)), when_asked=lines == "when asked",
        )
        for principle in rubric.principles
    )  # fmt: skip
    told, asked = tenses(case)
    statements, exported = _exports(case, rubric, quote) if exports else ((), ())
    places = (path for flag, held in flags if flag.level == "error" for path in held.where)
    contradicted = frozenset(path[:n] for path in places for n in range(1, len(path) + 1))
    return results.Audit(
        tool=results.Tool("involve-audit", __version__),
        rubric=results.RubricStamp(rubric.id, rubric.version, rubric.title, loaded.sha256, loaded.differs),
        project=head_of(case, document),
        date=date.isoformat(),
        verdict=verdict_found(
            evaluation, rubric, lambda where, said: quote.decided(where, verdict_of(rubric), elsewhere=False, said=said)
        ),
        label=label_found(
            facts, evaluation.label, lambda where: quote.decided(where, label_of(rubric)), contradicted=contradicts_itself(facts, rubric, evaluation.label.claim.part if evaluation.label.claim is not None else "")
        ),
        honesty=weigh(
            facts, evaluation.label, outcome.id, lambda where: quote.decided(where, honesty_of(rubric), elsewhere=False)
        ),
        rung=rung_found(
            case, rubric, evaluation.label, evaluation.ladder, lambda stage: quote.decided(behind(case, stage), stage_of(stage))
        ),
        score=score(principles, evaluation.judged),
        principles=principles,
        signs=tuple(
            results.SignFound(
                sign.id,
                "holds" if held.truth else "open" if held.truth is None else "clear",
                told(sign.says),
                quote.decided(held.where, sign_of(sign)) if held.truth else (),
            )
            for sign, held in evaluation.table.signs
        ),
        flags=tuple(
            _flag(f, (str, str) if f.level == "error" else (told, asked), quote.decided(held.where, flag_of(f, rubric)), citations(rubric, f.sources), subjects(case, held.where))
            for f, held in flags
        ),
        gates=tuple(
            results.GateFound(
                g.id, told(g.title), state, g.caps or "", g.fails == "yes", told(g.says), what_lifts(g, facts), asked(g.asks),
                quote.decided(held.where, gate_of(g, rubric)) if state in ("holds", "clear") else (), citations(rubric, g.sources), told(g.plain or ""),
                state == "open" and bool(held.unknown) and all(nobody_knows(facts, name) for name in held.unknown),
            )
            for g, state, held in evaluation.gates
        ),
        questions=evaluation.asked(document),
        steps=when_asked(lambda: offered.in_order(searched()[0], evaluation)),
        doors=when_asked(lambda: doors(case, rubric)),
        voices=when_asked(lambda: _voices(facts, quote)),
        views=when_asked(lambda: views(case, document, quote)),
        sides=when_asked(lambda: sides(case, {p.id: p.title for p in rubric.principles})),
        not_heard=when_asked(lambda: not_heard(case, {p.id: p.title for p in rubric.principles})),
        findings=when_asked(lambda: findings(case, project, quote)),
        trail=when_asked(lambda: trail(case, {s.id: s.title for s in rubric.stages}, quote)),
        trail_complete=complete(case),
        told=when_asked(lambda: told_plainly(case, plain_titles(rubric, project.project.kind if project.project else None), quote, contradicted)),
        came_of=came_of(case, quote, contradicted),
        limits=when_asked(lambda: (*rubric.limits, *([NOT_TRIED] if searched()[1] else ()))),
        plain_limits=rubric.plain_limits or (),
        policy=check_policy(policy or PolicyOptions(), loaded, evaluation, quote),
        statements=statements,
        exports=exported,
        accounts=accounts(case, document, {s.id: s.title for s in rubric.stages}),
        notes=notes(case, document),
    )  # fmt: skip


def _flag(
    flag: Flag, tenses: tuple[Callable[[str], str], Callable[[str], str]], because: tuple[results.Evidence, ...],
    sources: tuple[results.Citation, ...], about: tuple[str, ...],
) -> results.FlagFound:  # fmt: skip
    """What was seen. What contradicts itself is said of the file, which lies before us, and not of the work."""
    told, asked = tenses
    return results.FlagFound(
        flag.id, told(flag.title), flag.level, flag.principle, told(flag.says), asked(flag.asks), because, sources, told(flag.plain or ""), about
    )  # fmt: skip


def _at_once(work: Callable[[], T]) -> T:
    return work()


def _exports(
    case: Case, rubric: Rubric, quote: Quotes
) -> tuple[tuple[results.Statement, ...], tuple[results.ExportFound, ...]]:
    from involve_audit.judge.exports import fill

    return fill(case, rubric, quote.whole)


def _voices(facts: Facts, quote: Quotes) -> results.VoicesFound:
    from involve_audit.judge.room import look

    asked = facts["absence_question_asked"].value
    return look(facts.case, asked if isinstance(asked, bool) else None, quote)
