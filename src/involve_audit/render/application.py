"""The text of an application as a Word document, laid out in the boxes of a form where one is given.

Nothing is cut: what is too long is said, and what no box takes stands at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.render import exports, markdown, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from involve_audit.render.exports import Section
    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit
    from involve_audit.results.boxes import FormBoxes

ELSEWHERE = "In no box of the form"


def render_bytes(audits: Sequence[Audit], problems: Sequence[NotAudited] = (), form: FormBoxes | None = None) -> bytes:
    """One Word document for all audits."""
    from involve_audit.render.blocks import document
    from involve_audit.render.word import written

    return written(document(text(audits, problems, form)), audits)


def text(audits: Sequence[Audit], problems: Sequence[NotAudited] = (), form: FormBoxes | None = None) -> str:
    """The same as Markdown."""
    plain = exports.render(audits, problems, export="application")
    if form is None:
        return plain
    lines = [f"# {markdown.escape(form.title)}", ""]
    for audit in audits:
        lines += [f"## {markdown.escape(words.titled(audit.project))}", ""]
        lines += [f"**{markdown.escape(audit.project.stamp)}**", ""] if audit.project.stamp else []
        lines += [exports.DRAFT, ""]
        for title, limit, held in _boxes(audit, form):
            lines += [f"### {markdown.escape(title)}", "", f"**{_says(_words(held), limit)}**", ""]
            for section in held:
                lines += [f"#### {markdown.escape(section.item.title)}", "", *_section(section)]
    lines += [exports.COUNTED, ""]
    lines += [
        f"The limits stand in: {markdown.escape(form.source)} (read {markdown.escape(form.read)}). Limits change; look again before you hand it in.",
        "",
    ]
    for audit in audits:
        lines += [f"{markdown.escape(words.judged_by(audit))} {markdown.escape(words.MIRROR)}", ""]
    lines += [f"Not audited: {markdown.escape(problem.text)}\n" for problem in problems]
    return markdown.tidied("\n".join(lines))


def too_long(audits: Sequence[Audit], form: FormBoxes) -> tuple[str, ...]:
    """Each box that has more words than it takes, in a sentence."""
    return tuple(
        f"{audit.project.file}: {title}: {_says(_words(held), limit)}"
        for audit in audits
        for title, limit, held in _boxes(audit, form)
        if limit is not None and _words(held) > limit
    )


def _boxes(audit: Audit, form: FormBoxes) -> Iterator[tuple[str, int | None, list[Section]]]:
    """Each box with its sections; what no box holds stands in one more, without a limit."""
    there = {section.item.id: section for part in exports.parts(audit, "application") for section in part.sections}
    for box in form.boxes:
        yield box.title, box.words, [there.pop(name) for name in box.holds if name in there]
    rest = [section for section in there.values() if section.groups or section.missing]
    if rest:
        yield ELSEWHERE, None, rest


def _words(held: Sequence[Section]) -> int:
    return sum(section.words for section in held)


def _says(number: int, limit: int | None) -> str:
    if limit is None:
        return f"{number} words; no limit is given"
    over = f": {number - limit} too many" if number > limit else ""
    return f"{number} of {limit} words{over}"


def _section(section: Section) -> Iterator[str]:
    for group in section.groups:
        about = f"**{markdown.escape(group.about)}.** " if group.about else ""
        drafts = [" ".join(map(str, map(markdown.escape, (one.text, *one.missing)))).strip() for one in group.said]
        if len(drafts) > 1:
            yield about.replace(".** ", ":**")
            yield ""
            yield from (f"- {draft}" for draft in drafts)
        else:
            yield from (f"{about}{draft}" for draft in drafts)
        yield ""
    for missing in section.missing:
        yield str(markdown.escape(missing))
        yield ""
