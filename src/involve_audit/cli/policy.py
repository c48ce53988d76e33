"""What a check holds to: the policy file, `--require`, waivers and baselines; and `policy show`, which prints it."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING, Annotated

from involve_audit.cli import files, outcome, streams
from involve_audit.cli.declaring import shared
from involve_audit.cli.options import day, rubric_of
from involve_audit.cli.outcome import Usage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from involve_audit.cli.settings import Chosen
    from involve_audit.policy.conditions import PolicyOptions
    from involve_audit.policy.policy_file import LoadedPolicy, RubricPin
    from involve_audit.policy.waivers import Waiver
    from involve_audit.render.blocks import PageDocument
    from involve_audit.results.audit import Audit
    from involve_audit.rubric.model import LoadedRubric


def options(
    policy: str | None,
    require: tuple[str, ...] = (),
    *,
    allow_unknown: bool = False,
    rubric: str | None = None,
    date: str | None = None,
) -> PolicyOptions:
    """What is asked for, and which options of the command line the policy file may not have meant.

    Raises:
        Usage: the policy file cannot be opened.
        InputError: it is not a policy file.
    """
    from involve_audit.policy.conditions import PolicyOptions
    from involve_audit.policy.policy_file import load_policy

    if policy is None:
        return PolicyOptions(require, allow_unknown)
    loaded = load_policy(_bytes(policy), files.shown(policy))
    weaker = []
    if allow_unknown:
        weaker.append(
            "--allow-unknown was given: what is not told does not fail here, though the policy file does not say so."
        )
    if rubric is not None and loaded.file.rubric is None:
        weaker.append(f"--rubric {os.path.basename(rubric)} was given: the policy file pins no rubric.")
    if date is not None:
        weaker.append(f"--date {date} was given: judged as of that day, whatever the day of the run.")
    return PolicyOptions(require, allow_unknown, loaded, tuple(weaker))


def _bytes(name: str, *, whole: bool = False) -> bytes:
    try:
        return files.read(name, limit=None) if whole else files.read(name)
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None


def rubric_for(asked: PolicyOptions, name: str | None) -> LoadedRubric:
    """The rubric to judge by: the one that the policy file pins, and no other; else the one that is asked for.

    Raises:
        Usage: it is another one than the policy pins, or something is required of which it knows nothing.
        InputError: the policy file names gates or conditions that are not there.
    """
    pin = asked.policy.file.rubric if asked.policy else None
    loaded = _pinned(pin) if pin is not None and name is None else None
    loaded = loaded or rubric_of(name)
    if asked.policy is not None:
        from involve_audit.policy.policy_file import check_names, fits

        if pin is not None and not fits(asked.policy, loaded):
            raise Usage(_does_not_fit(asked.policy, pin, loaded))
        check_names(asked.policy, loaded.rubric)
    if asked.require:
        from involve_audit.policy.policy_file import condition

        for wanted in asked.require:
            try:
                condition(wanted, loaded.rubric)
            except ValueError as problem:
                raise Usage(f"--require {problem}") from None
    return loaded


def _pinned(pin: RubricPin) -> LoadedRubric | None:
    """The shipped rubric that a policy file pins; None where none has this name and hash."""
    from involve_audit.rubric import shipped

    loaded = shipped.load(pin.id) if pin.id in shipped.names() else None
    return loaded if loaded is not None and loaded.sha256 == pin.sha256 else None


def _does_not_fit(policy: LoadedPolicy, pin: RubricPin, loaded: LoadedRubric) -> str:
    rubric = loaded.rubric
    fitting = _pinned(pin)
    advice = (
        f"leave out --rubric: the shipped rubric {pin.id} {fitting.rubric.version} fits"
        if fitting
        else f"take the version of involve-audit that ships it, or get the file from whoever published the policy and name it with --rubric; "
        f"its sha256 begins with {pin.sha256[:12]}"
    )
    return (
        f"{policy.at(('rubric',))}: this policy is for the rubric {pin.id} with the sha256 {pin.sha256[:12]}…, and this is "
        f"{rubric.id} {rubric.version} with {loaded.sha256[:12]}…; nothing was judged. To judge by the one that fits, {advice}"
    )


# --- waivers and baseline ----------------------------------------------------------------------------


def settled(
    audits: Sequence[Audit],
    asked: PolicyOptions,
    places: Mapping[str, str],
    *,
    several: bool,
    rubric: str | None = None,
    date: str | None = None,
    waivers: str | None = None,
    baseline: str | None = None,
    excerpts: bool = True,
) -> list[Audit]:
    """Audits with the waivers and the baseline that are theirs, and what these change for the policy.

    Without excerpts, that a waiver has a reason is said, and not which. `places` says where the project file of each audit lies.

    Raises:
        Usage: a file cannot be opened, or a waiver does not say which of several files it is for.
        InputError: a file is not what it should be.
    """
    from involve_audit.policy.conditions import apply_waivers

    file = asked.policy.file if asked.policy else None
    found = list(audits)
    if waivers is not None:
        found = _waived(found, asked, places, waivers, several=several, rubric=rubric, date=date, excerpts=excerpts)
    if baseline is not None:
        from involve_audit.policy.baseline import beside, changes, load_baseline

        before = load_baseline(_bytes(baseline, whole=True), files.shown(baseline))
        counts = file is None or file.baseline != "no"
        found = [beside(a, before, _name_beside(a, baseline, places), counts=counts) for a in found]
        for says in dict.fromkeys(s for a in found for s in changes(a, before)):
            streams.err(f"{files.shown(baseline)}: {says}")
    return [apply_waivers(a) for a in found]


def _waived(
    audits: list[Audit],
    asked: PolicyOptions,
    places: Mapping[str, str],
    name: str,
    *,
    several: bool,
    rubric: str | None,
    date: str | None,
    excerpts: bool,
) -> list[Audit]:
    from involve_audit.cli import redact
    from involve_audit.policy.waivers import load_waivers, waive

    # A waiver ends everywhere at the same time, whatever the clock of the machine says.
    today = day(date) if date is not None else dt.datetime.now(dt.UTC).date()
    loaded = load_waivers(_bytes(name), files.shown(name), rubric_for(asked, rubric).rubric, today)
    if several:
        for waiver, line in loaded.entries:
            if waiver.file is None:
                raise Usage(
                    f"{files.shown(name)}:{line}: several files are checked, and this waiver for {waiver.rule} does not say which it is for; "
                    "add `file:` with the project file, seen from the file of waivers"
                )
    theirs = {os.path.realpath(_place(a, places)) for a in audits}
    for waiver, line in loaded.entries:
        if waiver.file is not None and _meant(waiver, name) not in theirs:
            streams.err(
                f"{files.shown(name)}:{line}: {waiver.file} is not among the files that were judged; its waiver for {waiver.rule} counts for none"
            )
    policy = asked.policy.file if asked.policy else None
    allowed = policy is None or policy.waivers != "no"
    entries = [(w if excerpts else redact.without_reason(w), line) for w, line in loaded.entries]
    return [
        waive(
            a, loaded.name,
            [(w, line) for w, line in entries if w.file is None or _meant(w, name) == os.path.realpath(_place(a, places))],
            today, allowed=allowed,
        )
        for a in audits
    ]  # fmt: skip


def _meant(waiver: Waiver, name: str) -> str:
    """The project file that a waiver is for."""
    return os.path.realpath(os.path.join(os.path.dirname(name), waiver.file or ""))


def _place(audit: Audit, places: Mapping[str, str]) -> str:
    """Where the project file of an audit lies: an audit calls it by a name that may leave out the folders."""
    return places.get(audit.project.file, audit.project.file)


def _name_beside(audit: Audit, baseline: str, places: Mapping[str, str]) -> str:
    """The name of a project file as a baseline knows it: seen from the baseline, so that a checkout may stand anywhere."""
    name = _place(audit, places)
    if name in (files.STDIN, files.shown(files.STDIN)):
        return files.shown(files.STDIN)
    place, folder = os.path.realpath(name), os.path.dirname(os.path.realpath(baseline))
    try:
        common = os.path.join(os.path.commonpath((place, folder)), "")
    except ValueError:  # on another drive
        return audit.project.file
    home = os.path.realpath(os.path.expanduser("~"))
    # From one to the other the way would lead through the folder that is called after a person.
    safe = not home.startswith(common)
    return os.path.relpath(place, folder).replace(os.sep, "/") if safe else audit.project.file


def baseline_of(name: str, audits: Sequence[Audit], places: Mapping[str, str]) -> bytes:
    """What was found, as a baseline that is written to `name`: it names files as they are seen from there."""
    from involve_audit.policy.baseline import written

    return written({_name_beside(a, name, places): a for a in audits}).encode("utf-8")


def says_of_baseline(name: str, *, made: bool) -> str:
    """What became of `--write-baseline`."""
    if not made:
        return f"involve-audit: {name} was not written, for not every input could be audited"
    return f"wrote {files.shown(name)}; the exit code is that of this check, `--baseline {name}` counts from the next"


# --- policy show -------------------------------------------------------------------------------------

PRECEDENCE = (
    "The default policy always holds. A policy file adds to it. The command line adds to both. A policy file may say what of its own is not "
    "asked for yet at a phase; --require asks for it all the same. An option that asks for less than a policy file is said in every report."
)


_UNSET = {
    "policy": "none; the default policy alone holds",
    "rubric": "the usual one, or the one that the policy file pins",
    "waivers": "none",
    "baseline": "none",
}
"""What holds where nothing is given or set."""


def show(
    policy: str | None,
    require: tuple[str, ...],
    rubric: str | None,
    width: int | None,
    *,
    allow_unknown: bool,
    isolated: bool = False,
    format_: str | None = None,
    outputs: tuple[str, ...] = (),
) -> int:
    """Print or write every condition that holds, with where it comes from; and what is set in this folder, and where."""
    from involve_audit.cli import page_output
    from involve_audit.cli.settings import chosen
    from involve_audit.render.pages import Page

    wanted_as = page_output.asked(format_, outputs, {})
    given = {"policy": policy, "rubric": rubric, "waivers": None, "baseline": None}
    picked = chosen([""], given, isolated=isolated)
    policy, rubric = picked.values["policy"], picked.values["rubric"]
    asked = options(policy, require, allow_unknown=allow_unknown, rubric=rubric)
    made = _document(asked, picked, rubric_for(asked, rubric), allow_unknown=allow_unknown)
    page_output.put(wanted_as, Page(made), width=width, read=filter(None, (policy, rubric)))
    return outcome.HOLDS


def _document(asked: PolicyOptions, picked: Chosen, loaded: LoadedRubric, *, allow_unknown: bool) -> PageDocument:
    """What a check holds to, as a page."""
    from involve_audit.policy.policy_file import wanted
    from involve_audit.render.blocks import Block, Heading, PageDocument, code, items, paragraph, text

    file = asked.policy.file if asked.policy is not None else None
    title = "What a check holds to" if file is None else f"{file.title}{f', by {file.by}' if file.by else ''}"
    blocks: list[Block] = []
    if asked.policy is not None and file is not None:
        blocks += [paragraph(" ".join(file.about.split()), look="close")] if file.about else []
        blocks.append(paragraph(code(f"policy: {asked.policy.name}, sha256 {asked.policy.sha256}"), look="close"))
    pinned = file is not None and file.rubric is not None
    blocks += (
        # The very line by which a policy file pins its rubric.
        paragraph(code(f"rubric: {{id: {loaded.rubric.id}, sha256: {loaded.sha256}}}"), look="close"),
        paragraph("Pinned by the policy file." if pinned else "Not pinned: any rubric may be used.", look="close"),
    )
    conditions: list[tuple[Block, ...]] = []
    for w in wanted(asked.policy, asked.require, loaded.rubric):
        says = w.says + (" (a gate; where it is due)" if w.kind == "gate" else "")
        says += f". Not asked for while the phase is {' or '.join(w.open_in)}" if w.open_in else ""
        conditions.append((paragraph(f"{w.id}: {says}."), paragraph(f"asked by {w.comes_from}", look="minor")))
    blocks += (Heading(2, text("Conditions"), "conditions"), *items(conditions))
    origins = (
        f"{name}: {value} ({picked.origins[name]})" if name in picked.origins else f"{name}: {_UNSET[name]}"
        for name, value in picked.values.items()
    )
    blocks += (Heading(2, text("Where it comes from"), "origins"), *items(origins))
    answers = {None: "yes, and every report says so", "yes": "yes, and every report says so", "no": "no"}
    closing = [
        f"Waivers count: {answers[file.waivers if file else None]}.",
        f"What a baseline knows is excused: {answers[file.baseline if file else None]}.",
        *asked.weaker,
    ]
    if allow_unknown and not asked.policy:
        closing.append("What is not told does not fail (--allow-unknown).")
    blocks += (paragraph(says, look="close" if n else "") for n, says in enumerate(closing))
    blocks += (paragraph(PRECEDENCE), paragraph("There is no pass mark on the whole.", look="close"))
    return PageDocument(title, tuple(blocks))


def show_command(
    policy: shared.Policy = None,
    require: shared.Require = None,
    allow_unknown: shared.AllowUnknown = False,
    rubric: shared.Rubric = None,
    format: Annotated[str | None, shared.page_format()] = None,  # noqa: A002
    output: Annotated[list[str] | None, shared.page_output(more=" Repeatable.")] = None,
    width: shared.Width = None,
    isolated: shared.Isolated = False,
) -> int:
    """Show every condition that a check holds to, who asks for it, and what is set beside project.yaml here."""
    return show(
        policy, tuple(require or ()), rubric, width, allow_unknown=allow_unknown, isolated=isolated, format_=format, outputs=tuple(output or ()),
    )  # fmt: skip


COMMANDS = {"show": show_command}
