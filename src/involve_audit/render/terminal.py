"""The audit as plain text: a screen of summary, then the findings.

Readable at 80 columns, without colour and in pure ASCII. `check` prints this on every run, so nothing heavy is
imported here: a table made by a library for terminals costs five times an empty program.
"""

from __future__ import annotations

import textwrap
import unicodedata
from typing import TYPE_CHECKING

from involve_audit.record import Record, made
from involve_audit.render import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import (
        Audit,
        Citation,
        CriterionFound,
        Evidence,
        FlagFound,
        GateFound,
        Missing,
        Step,
    )

NARROWEST = 40

# Bold, dim and the three hues that every terminal theme keeps readable. A word always stands beside them.
_STYLES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33"}

_TO_ASCII = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "-", "−": "-",
        "‐": "-", "‑": "-", "…": "...", "•": "*", "·": ".", "×": "x", "→": "->", "£": "GBP ", "€": "EUR ", "\u00a0": " ",
    }
)  # fmt: skip
_MARKS = {
    "full": "█", "open": "▒", "empty": "·", "holds": "●", "unsure": "○", "clear": "✓", "rest": "–",
    "ask": "?", "item": "•", "rule": "─", "bar": "│",
}  # fmt: skip
_ASCII_MARKS = {
    "full": "#", "open": "~", "empty": ".", "holds": "!", "unsure": "?", "clear": "+", "rest": "-",
    "ask": "?", "item": "*", "rule": "-", "bar": "|",
}  # fmt: skip


_HALF = "\ue000"
_FIRST_WIDE = "\u1100"


def measured(text: str) -> str:
    """Text that is as long as it is wide: behind a letter that takes two columns, as in Chinese or an emoji, a mark stands.

    >>> len(measured("research")), len(measured("研究"))
    (8, 4)
    """
    if not text or max(text) < _FIRST_WIDE:  # nearly all texts
        return text
    text = text.replace(_HALF, "\ufffd")
    return "".join(c + _HALF if unicodedata.east_asian_width(c) in ("W", "F") else c for c in text)


def fitted(text: str, wide: int) -> str:
    """One line of a text in so many columns, cut or filled up.

    >>> fitted("research", 4), fitted("研究する", 6), fitted("A", 2)
    ('res…', '研究… ', 'A ')
    """
    whole = measured(text)
    if len(whole) > wide:
        cut = whole[: wide - 1]
        # Half a letter is none.
        whole = (cut[:-1] if whole[len(cut)] == _HALF else cut) + "…"
    return f"{whole:<{wide}}".replace(_HALF, "")


def render(
    audits: Sequence[Audit],
    width: int = 80,
    *,
    problems: Sequence[NotAudited] = (),
    colour: bool = False,
    ascii: bool = False,  # noqa: A002
) -> str:
    """Summary and findings of each audit, one below the other, then what could not be audited."""
    parts: list[str] = [] if audits else ["No project was audited.\n"]
    for audit in audits:
        if parts:
            parts.append("\n")
        parts.append(summary(audit, width, colour=colour, ascii=ascii))
        parts.append(findings(audit, width, colour=colour, ascii=ascii))
    if problems:
        parts.append("\nWhat could not be audited (it is not a pass):\n")
        parts += [f"  {words.plain(problem.text)}\n" for problem in problems]
    return "".join(parts)


class _Page(Record, frozen=False):
    """Lines of text of a given width.

    Everything that is printed goes through `clean`, so that no text of a file can move the cursor or turn a line.
    """

    width: int
    colour: bool
    ascii: bool
    lines: list[str] = made(factory=list)

    def mark(self, name: str) -> str:
        return (_ASCII_MARKS if self.ascii else _MARKS)[name]

    def clean(self, text: str) -> str:
        """Text of a file in one line that a terminal shows as it is."""
        for mark in "\u200e\u200f\u061c":
            text = text.replace(mark, "\ufffd")
        text = words.plain(text)
        if self.ascii and not text.isascii():
            text = unicodedata.normalize("NFKD", text.translate(_TO_ASCII))
            text = "".join(c for c in text if not unicodedata.combining(c)).encode("ascii", "replace").decode("ascii")
        return text

    def style(self, text: str, *styles: str) -> str:
        if not self.colour or not styles or not text:
            return text
        return f"\x1b[{';'.join(_STYLES[s] for s in styles)}m{text}\x1b[0m"

    def put(self, text: str, *styles: str, first: str = "", rest: str | None = None) -> None:
        """Text wrapped at the width, with something in front of the first line and of the others."""
        rest = " " * len(first) if rest is None else rest
        room = max(self.width - max(len(first), len(rest)), 10)
        wrapped = [
            line.replace(_HALF, "") for line in textwrap.wrap(measured(self.clean(text)), room, break_on_hyphens=False)
        ] or [""]
        for n, line in enumerate(wrapped):
            lead = first if n == 0 else rest
            self.lines.append(f"{lead}{self.style(line, *styles)}".rstrip())

    def item(self, text: str, *styles: str, indent: int = 2, mark: str = "item") -> None:
        self.put(text, *styles, first=f"{' ' * indent}{self.mark(mark)} ")

    def pair(self, name: str, text: str, *styles: str, column: int = 11) -> None:
        """A word at the left and what it says beside it."""
        self.put(text, *styles, first=f"  {name:<{column}} ")

    def gap(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def head(self, text: str) -> None:
        self.gap()
        self.put(text, "bold")

    def bar(self, low: float, high: float, cells: int) -> str:
        """Solid up to the low end, shaded up to the high end."""
        solid, reach = words.cells(low, high, cells)
        return self.mark("full") * solid + self.mark("open") * (reach - solid) + self.mark("empty") * (cells - reach)

    def text(self) -> str:
        return "\n".join(self.lines).rstrip("\n") + "\n"


def _page(width: int, colour: bool, pure: bool) -> _Page:
    return _Page(max(width, NARROWEST), colour, pure)


# --- the summary -----------------------------------------------------------------------------------


def summary(audit: Audit, width: int = 80, *, colour: bool = False, ascii: bool = False) -> str:  # noqa: A002
    """A screen: the verdict first, then what it rests on, and what to do first."""
    page = _page(width, colour, ascii)
    head, verdict = audit.project, audit.verdict
    told = [w for w in (head.kind, head.phase) if w]
    page.put(words.titled(head) + (f" ({', '.join(told)})" if told else ""))
    if head.stamp:
        page.put(head.stamp, "dim")
    page.gap()
    page.put(words.sentence(verdict.says or verdict.title), "bold")
    if verdict.rests_on:
        page.pair("rests on", words.sentences(words.rests_on(audit)))
    missing = words.not_told(audit)
    if missing:
        page.pair("not told", "; ".join(missing))
    others = words.others_possible(audit)
    if others:
        page.pair("possible", "; ".join(others) + ": it depends on what is not told")
    page.gap()
    page.pair("label", words.stated(audit.label.state, audit.label.says), *_hue(audit.label.state))
    if audit.label.missing:
        page.pair("", words.missing_says(audit))
    page.pair("honesty", words.stated(audit.honesty.state, audit.honesty.says), *_hue(audit.honesty.state))
    page.head("How much power is shared, from nobody to led by contributors")
    for row in words.ladder(audit):
        steps = len(words.RUNGS) - 1
        bar = page.bar(words.on_ladder(row.low), words.on_ladder(row.high), steps)
        page.put(row.says, first=f"  {row.name:<11} {bar}  ", rest=" " * (16 + steps))
    _principles(page, audit)
    _gates_in_short(page, audit)
    _accounts(page, audit)
    _first_steps(page, audit)
    page.gap()
    page.put(words.policy_says(audit), "bold", "green" if audit.policy.holds else "red")
    listed = {g.title for g in words.to_look_at(audit.gates)}
    for condition in audit.policy.conditions:
        # A gate stands above already.
        missed = condition.state in ("not held", "open")
        # Of the default policy only what is missed; a policy that somebody published line by line.
        if (missed and (condition.excused or condition.says not in listed)) or words.is_asked_for(audit, condition):
            mark = {"not held": "holds", "held": "clear"}.get(condition.state, "unsure")
            page.item(f"{words.condition_says(condition.state)}: {words.condition_tells(audit, condition)}", mark=mark)
    _beside_policy(page, audit, 2)
    page.gap()
    tool = f"{audit.tool.name} {audit.tool.version}"
    page.put(f"{words.judged_by(audit)}; {audit.rubric.sha256[:12]}; {tool}. {words.MIRROR}", "dim")
    for difference in audit.rubric.differs:
        page.put(difference, "dim", first="  ")
    return page.text()


def _beside_policy(page: _Page, audit: Audit, indent: int) -> None:
    """Whose policy it is, and what waivers and a baseline change."""
    for note in words.policy_notes(audit):
        page.item(note, indent=indent)
    for waiver in audit.waivers:
        page.item(words.waiver_says(waiver), indent=indent)
    for note in words.baseline_says(audit.baseline) if audit.baseline is not None else ():
        page.item(note, indent=indent)


def _hue(state: str) -> tuple[str, ...]:
    if state in ("overclaimed", "not honest"):
        return ("red",)
    return ("yellow",) if state in ("not shown", "partly", "as far as told") else ()


def _principles(page: _Page, audit: Audit) -> None:
    if not audit.principles:
        return
    page.head("The nine principles" if len(audit.principles) == 9 else "The principles")
    names = [page.clean(words.either(p.title or p.id)) for p in audit.principles]
    cells = 12
    # Two blanks at the left and between columns; the longest of the words beside a bar ends the line.
    rest = cells + 6 + max(len(w) for w in words.LETTERS.values())
    wide = min(max(len(n) for n in names), 40, page.width - rest)
    for principle, name in zip(audit.principles, names, strict=True):
        said = f"{page.bar(principle.low, principle.high, cells)}  {words.standing_says(principle)}"
        if wide >= 24:
            *before, last = textwrap.wrap(name, wide) or [""]
            page.lines.extend(f"  {line}" for line in before)
            page.lines.append(f"  {last:<{wide}}  {said}")
        else:
            page.put(name, first="  ")
            page.lines.append(f"    {said}")
    page.put(
        f"{page.mark('full') * 2} told and shown  {page.mark('open') * 2} not told, still possible  "
        f"{page.mark('empty') * 2} not there",
        "dim",
        first="  ",
    )


def _gates_in_short(page: _Page, audit: Audit) -> None:
    gates = words.to_look_at(audit.gates)
    flags = words.flags_in_order(audit.flags)
    signs = [s for s in audit.signs if s.state == "holds"]
    if not gates and not flags and not signs:
        return
    page.head("Gates and signs")
    if signs:
        page.item(words.signs_say(len(signs)), "red", mark="holds")
    for gate in gates:
        if gate.state != "open":
            page.item(
                f"gate {words.gate_says(gate.state)}: {gate.title}" + (" (the check fails)" if gate.fails else ""),
                "red",
                mark="holds",
            )
    for fails, why in ((True, " (the check asks for it)"), (False, "")):
        still = [g.title for g in gates if g.state == "open" and g.fails is fails]
        if still:
            many = "gates" if len(still) > 1 else "gate"
            asked = why.replace("it", "them") if len(still) > 1 else why
            page.item(f"{many} {words.gate_says('open')}{asked}: {'; '.join(still)}", "yellow", mark="unsure")
    counts: dict[str, int] = {}
    for flag in flags:
        counts[words.flag_says(flag.level)] = counts.get(words.flag_says(flag.level), 0) + 1
    if counts:
        told = words.listed(f"{n} {kind if n == 1 else kind + 's'}" for kind, n in counts.items())
        page.item(f"{told}, with {'its' if len(flags) == 1 else 'their'} lines among the findings", mark="holds")


def _accounts(page: _Page, audit: Audit) -> None:
    """What is told in two ways, and what could not be worked out of a date: both leave open what rests on them."""
    if audit.accounts:
        page.head("What is told differently")
        page.put(words.TOLD_DIFFERENTLY, first="  ")
    for account in audit.accounts:
        page.item(f"{account.path} ({audit.project.file}:{account.line})")
        for text in words.account_says(account):
            page.put(text, first="    ")
    unclear = [note for note in audit.notes if note.by != "file"]
    if unclear:
        page.head("What could not be worked out")
    for note in unclear:
        page.item(f"{note.path} ({audit.project.file}:{note.line}): {note.says}")


def _first_steps(page: _Page, audit: Audit) -> None:
    steps = words.first_steps(audit)
    truly = words.steps_of(audit, "say it truly")
    if steps:
        page.head("To do first")
        for n, step in enumerate(steps, 1):
            _step(page, step, f"  {n} ")
    if truly:
        page.head("To say it truly (a truer word, no better practice)")
        for step in truly[:1]:
            _step(page, step, f"  {page.mark('item')} ")


def _step(page: _Page, step: Step, first: str) -> None:
    page.put(" ".join(words.sentence(d) for d in step.does), first=first)
    for text in (step.lifts, words.closes_says(step)):
        if text:
            page.put(words.sentence(text), "dim", first=" " * len(first))


# --- the findings ----------------------------------------------------------------------------------


def findings(audit: Audit, width: int = 80, *, colour: bool = False, ascii: bool = False) -> str:  # noqa: A002
    """Everything else: signs, flags, gates and criteria with their lines, people's own words, limits, questions.

    Begins with an empty line, to stand below the summary.
    """
    page = _page(width, colour, ascii)
    page.lines.append("")
    _about(page, audit)
    _stages(page, audit)
    _all_steps(page, audit)
    _signs(page, audit)
    _flags(page, audit)
    _gates(page, audit)
    _criteria(page, audit)
    _voices(page, audit)
    _views(page, audit)
    page.head("What this cannot tell you")
    for limit in words.limits(audit):
        page.item(limit)
    page.item(words.NOT_A_MARK)
    page.item(words.MIRROR)
    page.head("How this was judged")
    page.put(
        f"{words.judged_by(audit)} (sha256 {audit.rubric.sha256}), {audit.tool.name} {audit.tool.version}.", first="  "
    )
    page.put(words.counts_say(audit.score), first="  ")
    page.put(words.policy_says(audit), first="  ")
    for condition in audit.policy.conditions:
        page.item(f"{words.condition_says(condition.state)}: {words.condition_tells(audit, condition)}", indent=4)
        if words.is_asked_for(audit, condition) and condition.state != "held":
            _because(page, audit, condition.because, 8)
    _beside_policy(page, audit, 4)
    _questions(page, audit)
    return page.text()


def seen(audit: Audit, width: int = 80, *, colour: bool = False, ascii: bool = False) -> str:  # noqa: A002
    """What was seen, with its lines: signs, flags and gates that are not met; and the first questions.

    Begins with an empty line, to stand below the summary.
    """
    page = _page(width, colour, ascii)
    page.lines.append("")
    held = [g for g in audit.gates if g.state == "holds"]
    if any(s.state == "holds" for s in audit.signs):
        _signs(page, audit)
    if audit.flags:
        _flags(page, audit)
    if held:
        page.head("Gates that are not met")
    for gate in held:
        _gate(page, audit, gate)
    if audit.questions:
        page.head("Questions that the file does not answer yet, the most decisive first")
    for n, (asks, alike) in enumerate(words.together(audit.questions[:_FIRST_QUESTIONS]), 1):
        page.put(asks, first=f"  {n:>2} ")
        for one in alike:
            if one.path:
                page.put(f"{one.path} (near {audit.project.file}:{one.line})", "dim", first="     ")
    page.gap()
    more = f"`{audit.tool.name} check --all {audit.project.file}` prints every question of the rubric"
    page.put(f"{more}; `report -o report.html` writes a page to look at and talk over.", "dim")
    return page.text()


_FIRST_QUESTIONS = 5


def _about(page: _Page, audit: Audit) -> None:
    head, verdict = audit.project, audit.verdict
    page.gap()
    page.put(f"Findings: {words.titled(head)}", "bold")
    page.lines.append(page.mark("rule") * page.width)
    for text in (head.summary, head.filled_in, head.stamp):
        if text:
            page.put(words.sentence(text), first="  ")
    page.head("The verdict")
    page.put(words.sentence(verdict.says or verdict.title), first="  ")
    for text in (verdict.means, words.possible_says(audit)):
        if text:
            page.put(words.sentence(text), first="  ")
    if verdict.rests_on:
        page.put(f"It rests on: {words.sentences(verdict.rests_on)}", first="  ")
    if words.not_told(audit):
        page.put(f"Not told, and it would matter: {'; '.join(words.not_told(audit))}.", first="  ")
    _because(page, audit, verdict.because, 2)
    page.put(f"The word used: {words.stated(audit.label.state, audit.label.says)}", first="  ")
    if audit.label.called:
        page.put(f"Called: {words.listed(audit.label.called)}.", first="  ")
    if audit.label.missing:
        page.put(words.missing_says(audit), first="  ")
    _because(page, audit, audit.label.because, 2)
    page.put(f"Honesty: {words.stated(audit.honesty.state, audit.honesty.says)}", first="  ")
    for part in audit.honesty.parts:
        page.item(f"{part.id}: {words.stated(words.honest_says(part.state), part.says)}", indent=4)
    _because(page, audit, audit.honesty.because, 2)


def _because(page: _Page, audit: Audit, because: Iterable[Evidence], indent: int) -> None:
    for one in because:
        # A place is never broken: it is there to be clicked or copied.
        where = " " * indent + page.clean(words.place(audit.project, one))
        says = page.clean(words.line_says(one))
        if len(where) + 2 + len(says) <= page.width:
            page.lines.append(f"{where}  {says}")
        else:
            page.lines.append(where)
            page.put(says, first=" " * (indent + 2))


def _sources(page: _Page, sources: Iterable[Citation], indent: int) -> None:
    for source in sources:
        says = f" ({source.says})" if source.says else ""
        page.put(f"Source: {source.cites or source.id}{says}", "dim", first=" " * indent)


def _stages(page: _Page, audit: Audit) -> None:
    if not audit.rung.stages:
        return
    page.head("Stages of the work")
    for stage in audit.rung.stages:
        promised = f"; promised: {words.promise_says(stage)}" if stage.promised or stage.promise_is else ""
        page.put(
            f"{stage.title or stage.id}: told: {words.either(stage.told)}; shown: {words.span(stage.shown)}{promised}",
            first="  ",
        )
        if stage.says:
            page.put(words.sentence(stage.says), first="    ")
        _because(page, audit, stage.because, 4)


def _all_steps(page: _Page, audit: Audit) -> None:
    for kind, title in (
        ("do", "What would change most"),
        ("tell", "What to write down, where it is so"),
        ("say it truly", "Say it truly: a truer word, apart from doing better"),
    ):
        steps = words.steps_of(audit, kind)
        if not steps:
            continue
        page.head(title)
        for n, step in enumerate(steps, 1):
            _step(page, step, f"  {n} ")
            if step.gives:
                page.put(f"(in the file: {words.written_where(step)})", "dim", first="      ")
    if audit.doors:
        page.head("What time closes")
        for door in audit.doors:
            page.item(words.door_says(door))


def _signs(page: _Page, audit: Audit) -> None:
    page.head("Signs of tokenism")
    for sign in words.signs_to_look_at(audit.signs):
        page.item(f"{words.sign_says(sign.state)}: {sign.says}", mark="holds" if sign.state == "holds" else "unsure")
        _because(page, audit, sign.because, 6)
    if not words.any_holds(audit.signs):
        page.put(words.NOTHING_SEEN, first="  ")


def _flags(page: _Page, audit: Audit) -> None:
    page.head("Contradictions and warning signs")
    for flag in words.flags_in_order(audit.flags):
        _flag(page, audit, flag)
    if not audit.flags:
        page.put(words.NOTHING_SEEN, first="  ")


def _flag(page: _Page, audit: Audit, flag: FlagFound) -> None:
    page.item(f"{flag.title} ({words.flag_says(flag.level)}, {flag.principle}, {flag.id})", "bold", mark="holds")
    page.put(words.sentence(flag.says), first="    ")
    _because(page, audit, flag.because, 6)
    page.put(flag.asks, first=f"    {page.mark('ask')} ")
    _sources(page, flag.sources, 4)


def _gates(page: _Page, audit: Audit) -> None:
    if not audit.gates:
        return
    page.head("Gates")
    for gate in words.to_look_at(audit.gates):
        _gate(page, audit, gate)
    for gate in words.at_rest(audit.gates):
        page.item(f"{words.gate_says(gate.state)}: {gate.title}", mark="clear" if gate.state == "clear" else "rest")


def _gate(page: _Page, audit: Audit, gate: GateFound) -> None:
    holds = gate.state == "holds"
    page.item(f"{gate.title} ({words.gate_says(gate.state)}; {gate.id})", "bold", mark="holds" if holds else "unsure")
    for text in (
        gate.says if holds else "",
        words.gate_does(gate),
        f"what lifts it: {gate.lifts}" if gate.lifts else "",
    ):
        if text:
            page.put(words.sentence(text), first="    ")
    _because(page, audit, gate.because, 6)
    page.put(gate.asks, first=f"    {page.mark('ask')} ")
    _sources(page, gate.sources, 4)


def _criteria(page: _Page, audit: Audit) -> None:
    for principle in audit.principles:
        page.head(f"{principle.title or principle.id}: {words.standing_says(principle)}")
        page.put(
            f"{words.capital(words.confirmed_says(principle.confirmed))}. {principle.says}",
            first="  ",
        )
        silent = []
        for criterion in principle.criteria:
            if words.silent(criterion):
                silent.append(criterion)
            else:
                _criterion(page, audit, criterion)
        if silent:
            page.item("Not told yet:", mark="unsure")
            for criterion in silent:
                page.put(f"{criterion.title}. First step: {criterion.advice}", first="    ", rest="      ")


def _criterion(page: _Page, audit: Audit, criterion: CriterionFound) -> None:
    support = f"; {words.support_says(criterion.support)}" if criterion.support and criterion.applies else ""
    page.put(f"{criterion.title} ({criterion.id})", "bold", first="  ")
    page.put(criterion.asks, first="    ")
    page.put(words.level_says(criterion) + support + ".", first="    ")
    if not criterion.applies:
        return
    for text in (criterion.found, criterion.capped):
        if text:
            page.put(words.sentence(text), first="    ")
    if criterion.planned is not None:
        page.put(words.plan_says(criterion.planned), first="    ")
    _because(page, audit, criterion.because, 6)
    for question in criterion.not_told:
        page.put(question, first="    not told: ")
    page.put(f"Why it matters: {criterion.why}", first="    ")
    _sources(page, criterion.sources, 4)
    if words.level_ends(criterion.level)[0] < 3:
        page.put(f"First step: {criterion.advice}", first="    ")
    page.put(criterion.question, first=f"    {page.mark('ask')} ")


def _voices(page: _Page, audit: Audit) -> None:
    voices = audit.voices
    page.head("Who is not in the room, and why")
    page.put(words.asked_says(voices), first="  ")
    page.put(words.NOBODY_STANDS_FOR_A_GROUP, first="  ")
    if voices.matters:
        page.put(f"What matters here: {words.listed(voices.matters)}.", first="  ")
    for matter in voices.matter:
        page.item(words.matter_says(matter))
    if not voices.rooms:
        page.put(words.NOBODY_SAID_WHO, first="  ")
    for room in voices.rooms:
        page.put(words.room_says(room), "bold", first="  ")
        if room.says:
            page.put(words.sentence(room.says), first="    ")
        for told in room.characteristics:
            page.put(f"{told.title or told.id}. {words.characteristic_says(told)}", first="    ")
            for name, says in words.room_row(told):
                page.put(f"{name.lower()}: {says}", first="      ", rest="        ")
            _because(page, audit, told.because, 6)
    for missing in voices.missing:
        _missing(page, audit, missing)
    if voices.exclusions:
        for exclusion in voices.exclusions:
            page.item(f"left out on purpose: {words.exclusion_says(exclusion)}")
            _because(page, audit, exclusion.because, 6)
    else:
        for group in voices.excluded:
            page.item(f"kept out by the work as it is planned: {group}")
    if voices.signs:
        page.head("Who is where: worth a question")
        for sign in voices.signs:
            page.item(f"{sign.title}: {sign.group}{' (matters here)' if sign.matters else ''}", "bold", mark="holds")
            page.put(words.sentence(sign.says), first="    ")
            _because(page, audit, sign.because, 6)
    if voices.places:
        page.head("Places to build a relationship with next")
        page.put(words.ONE_PLACE, first="  ")
        for place in voices.places:
            page.item(f"{place.group}{' (matters here)' if place.matters else ''}: {words.listed(place.at, 'or')}")
            if place.ways:
                page.put(f"How to go there: {'; '.join(place.ways)}.", first="    ")
    if voices.next_meeting:
        page.head("Questions for the next meeting, on who is in the room")
        for n, asks in enumerate(voices.next_meeting, 1):
            page.put(asks, first=f"  {n:>2} ")


def _missing(page: _Page, audit: Audit, missing: Missing) -> None:
    why = f"why: {words.why_says(missing)}" if missing.why else "why is not told"
    basis = f" ({words.basis_says(missing)})" if words.basis_says(missing) else ""
    noted = f"; noted by {missing.noted_by}" if missing.noted_by else ""
    where = f" ({words.where_missing(missing)})" if words.where_missing(missing) else ""
    matters = "; matters here" if missing.matters else ""
    page.item(f"{missing.group}{where}{matters}: {why}{basis}{noted}; {words.plan_of(missing) or 'no plan is told'}")
    if missing.effect:
        page.put(words.sentence(f"for the findings: {missing.effect}"), first="    ")
    for reason in missing.reasons:
        helps = f"what usually helps: {'; '.join(reason.helps)}" if reason.helps else ""
        page.put(": ".join(t for t in (reason.reason, helps) if t), first="    ")
    _because(page, audit, missing.because, 6)


def _quote(page: _Page, text: str) -> None:
    bar = f"    {page.mark('bar')} "
    for line in words.as_said(text):
        page.put(line, first=bar, rest=bar)


def _views(page: _Page, audit: Audit) -> None:
    page.head("What people said, asked apart from the team")
    if not audit.views:
        page.put("No such views are told.", first="  ")
    for view in audit.views:
        page.put(words.stated(view.of, view.says), first="  ")
        if view.counts:
            page.put(words.sentence(view.counts), first="    ")
        for principle, state in view.by_principle:
            page.item(f"{principle}: {state}", indent=4)
        for title, said in (("In their words", view.words), ("Dissent, in their words", view.dissent)):
            if said:
                page.put(f"{title}:", first="    ")
            for text in said:
                _quote(page, text)
        if view.statement:
            page.put("Their statement on this file:", first="    ")
            _quote(page, view.statement)
            if view.reply:
                page.put(words.sentence(view.reply), first="    ")
        _because(page, audit, view.because, 4)
    if audit.sides:
        page.head("What each side says of the same questions")
        page.put(words.NEVER_AVERAGED, first="  ")
    for row in audit.sides:
        page.item(f"{row.title or row.principle}: {words.sides_say(row)}")
    if audit.sides:
        page.put(words.SIDES_QUESTION, first=f"  {page.mark('ask')} ")
    if audit.not_heard:
        page.head("Who was not heard on these questions")
    for text in audit.not_heard:
        page.item(text)
    if audit.findings:
        page.head("What was found by others")
        for found in audit.findings:
            named = f", {found.named}" if found.named else ""
            page.item(f"{found.by}{named}: {found.says}")
            _because(page, audit, found.because, 6)
    noted = [note for note in audit.notes if note.by == "file"]
    if noted:
        page.head("Notes, printed and not judged")
    for note in noted:
        page.item(f"{note.path} ({audit.project.file}:{note.line}): {words.sentence(note.says)}")


def _questions(page: _Page, audit: Audit) -> None:
    seen = words.to_talk_over(audit)
    if seen or not audit.questions:
        page.head("Questions to talk over")
    for n, question in enumerate(seen, 1):
        page.put(f"{question.asks} ({question.about})", first=f"  {n:>2} ")
    if audit.questions:
        page.head("Questions that the file does not answer yet, the most decisive first")
        for n, one in enumerate(audit.questions, 1):
            page.put(one.asks, first=f"  {n:>2} ")
            where = f"{one.path} (near {audit.project.file}:{one.line})" if one.path else ""
            decides = f"decides: {words.listed(one.decides)}" if one.decides else ""
            if where or decides:
                page.put("; ".join(t for t in (where, decides) if t), "dim", first="     ")
    if not seen and not audit.questions:
        page.put(words.LAST_QUESTION, first="  ")
