"""`import` of a document in prose: each passage that would answer a question is shown, and only a yes writes it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from involve_audit.cli import files, outcome, streams
from involve_audit.cli.ask import BACK, LATER, STOP
from involve_audit.cli.options import NOTHING_WRITTEN, importable
from involve_audit.cli.outcome import Usage
from involve_audit.cli.talk import Talk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.drafts.proposal import Proposal

_TABLE = ".xlsx"
"""The reader of documents knows it, and it is a log."""
KEYS = "1 yes | 2 no | 3 yes, but other | later | back | why | stop"
_YES = ("1", "y", "yes", "so it is", "right", "true")
_NO = ("2", "n", "no", "wrong", "false")
_OTHER = ("3", "other", "yes, but other", "yes but other", "but other")
_WHY = "It is a sentence of your own document, and it seems to answer a question of the file. A tool can misread it, so nothing goes in that nobody has said is so."


def is_document(name: str) -> bool:
    """Whether a file is a document in prose, by the ending of its name; of those that are not read the reader says what helps."""
    from involve_audit.documents.blocks import KINDS, OTHER_KINDS

    return name.lower().endswith((*KINDS, *(ending for ending in OTHER_KINDS if ending != _TABLE)))


@dataclass(frozen=True)
class Draft:
    """A passage with the document that it stands in: its name, and whether lines or paragraphs are counted in it."""

    proposal: Proposal
    document: str
    unit: str


def import_documents(names: Sequence[str], into: str, *, dry_run: bool) -> int:
    """Find what documents would tell a project file, and ask for each passage whether it is so."""
    from involve_audit import load

    importable(into, "answers")
    talk = _Drafting(into)
    load.read_project(load.read(talk.read(), files.named(into)))
    drafts = [draft for name in names for draft in _drafts(name)]
    new = talk.new(drafts)
    told = len(drafts) - len(new)
    for name in names:
        found = sum(d.document == name for d in drafts)
        streams.err(f"{files.named(name)}: {found} passage{'s' * (found != 1)} found that would answer a question")
    if told:
        streams.err(f"{told} of them {'tell' if told != 1 else 'tells'} what {files.named(into)} tells already")
    if not new:
        talk.say(f"Nothing new was found. {_asked_by(into)}")
        return outcome.HOLDS
    first = None if dry_run or streams.can_ask() else talk.line(show=False)
    if dry_run or (first is None and not streams.can_ask()):
        talk.list(new)
        if dry_run:
            streams.err(NOTHING_WRITTEN)
            return outcome.HOLDS
        raise Usage(
            "these are drafts, and nobody has said that they are so; nothing was written. Run it in a terminal, or give the answers in a pipe, one a line"
        )
    return talk.hold(new, first)


def _drafts(name: str) -> list[Draft]:
    from involve_audit.documents.blocks import NotReadable
    from involve_audit.drafts.finding import DOCUMENT, found_in, read_document

    if os.path.isdir(name):
        raise Usage(f"{files.named(name)} is a folder; name the documents in it one by one")
    try:
        document = read_document(files.read(name, DOCUMENT.size + 1), os.path.basename(name))
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None
    except NotReadable as problem:
        raise Usage(f"{files.named(name)}: {problem}") from None
    for what in document.not_looked_at:
        streams.err(f"{files.named(name)}: not looked at: {what}")
    return [Draft(proposal, name, document.unit) for proposal in found_in(document)]


def _asked_by(into: str) -> str:
    return f"What was not found is asked by `involve-audit ask {files.named(into)}`."


class _Drafting(Talk):
    """The passages of some documents, one by one."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.waiting: str | None = None
        self.counts = {"yes": 0, "no": 0, "later": 0}
        self.at = 0
        """The number of the passage that is asked about."""
        self.before: list[tuple[str, int, str, str]] = []
        """For `back`: what was answered to which passage, and the file before and after it."""

    def line(self, *, show: bool = True) -> str | None:
        """What is typed next. A first line may have been read to see whether there are any."""
        if self.waiting is not None:
            line, self.waiting = self.waiting, None
            if self.echoes:
                from involve_audit.wording.messages import readable

                streams.out(f"> {readable(line)}")
            return line
        if show:
            return super().line()
        import sys

        read = sys.stdin.readline() if sys.stdin is not None else ""
        return read.strip() if read else None

    def new(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts that would tell the file something."""
        from dataclasses import replace

        from involve_audit.drafts.putting import beside

        found = beside(self.read(), [d.proposal for d in drafts], self.name)
        return [replace(d, proposal=p) for d, p in zip(drafts, found, strict=True) if p is not None]

    def list(self, drafts: Sequence[Draft]) -> None:
        """Print the drafts, and ask nothing."""
        for number, draft in enumerate(drafts, 1):
            self.present(draft, f"{number}. ")
        self.say()
        self.say(_asked_by(self.name))

    def present(self, draft: Draft, lead: str = "") -> None:
        """Show a passage, and what would stand in the file."""
        from involve_audit.drafts.draft_words import in_words, place, where
        from involve_audit.drafts.putting import shown
        from involve_audit.wording.messages import readable

        proposal = draft.proposal
        self.say()
        at = readable(f"{files.named(draft.document)}, {where(proposal, draft.unit)}")
        self.say(f"{lead}{at}:")
        self.say(readable(f"“{proposal.sentence}”"), "   ")
        self.say(readable(f"So: {in_words(proposal)}. (In the file: {place(proposal)}.)"))
        for key, there in proposal.differs:
            self.say(readable(f"The file says otherwise so far: {key}: {shown(there)}"), "   ")

    def hold(self, drafts: Sequence[Draft], first: str | None) -> int:
        """Ask about each passage until none is left, or somebody stops."""
        self.waiting = first
        try:
            many = len(drafts)
            self.say(f"{many} passage{'s' * (many != 1)} to look at. At each: is that so?")
            self.say(KEYS, "  ")
            n = 0
            while n < len(drafts):
                # The file may tell it by now, through a passage before.
                still = self.new([drafts[n]])
                if not still:
                    n += 1
                    continue
                self.at = n
                after = self.one(still[0])
                if after is None:
                    break
                n = after
        except KeyboardInterrupt:
            streams.out("")
            self.end(drafts)
            return outcome.INTERRUPTED
        self.end(drafts)
        return outcome.HOLDS

    def end(self, drafts: Sequence[Draft]) -> None:
        """Say what became of the passages."""
        yes, no = self.counts["yes"], self.counts["no"]
        answered = {n for answer, n, _, _ in self.before if answer != "later"}
        left = len(self.new([d for n, d in enumerate(drafts) if n not in answered]))
        self.say()
        self.say(f"{yes} taken into {files.named(self.name)}, {no} refused, {left} left. {_asked_by(self.name)}")

    def one(self, draft: Draft) -> int | None:
        """Ask about one passage; the number of the one to ask about next, or None where somebody stops."""
        replaces = bool(draft.proposal.differs)
        self.present(draft)
        self.say("Is that so, and shall it stand in place of what the file says?" if replaces else "Is that so?")
        while True:
            line = self.line()
            word = " ".join((line or "").casefold().split()).rstrip(".!")
            if line is None or word in STOP:
                return None
            if word in LATER:
                self.note("later")
                return self.at + 1
            if word in BACK:
                return self.back()
            if word in _NO:
                self.note("no")
                return self.at + 1
            if word in _YES:
                if self.take(draft):
                    return self.at + 1
            elif word in _OTHER:
                other = self.other(draft)
                if other is not None and self.take(other):
                    return self.at + 1
                draft = other or draft
            elif word in ("why", "why?"):
                self.say(_WHY)
            else:
                self.say(f"Answer with one of these: {KEYS}.")

    def note(self, answer: str, before: str = "", after: str = "") -> None:
        """Keep what was answered, for the count and for `back`."""
        self.counts[answer] += 1
        self.before.append((answer, self.at, before, after))

    def take(self, draft: Draft) -> bool:
        """Write a draft into the file; whether that was done."""
        from involve_audit.drafts.putting import accepted
        from involve_audit.wording.messages import InputError
        from involve_audit.yamlfile.editing import CannotInsert

        before = self.read()
        try:
            after = accepted(before, draft.proposal, os.path.basename(draft.document), self.name)
        except CannotInsert as error:
            self.say(f"This cannot be written into the file: {error}. It is left.")
            self.note("later")
            return True
        except InputError as error:
            self.say("; ".join(p.says for p in error.problems[:2]) + ". Say it otherwise (3), or leave it (later).")
            return False
        self.write(after)
        self.note("yes", before, after)
        return True

    def other(self, draft: Draft) -> Draft | None:
        """The draft as somebody says that it is: value by value; an empty line keeps one, `-` leaves it out."""
        from dataclasses import replace

        self.say("Say how it is. An empty line keeps what stands there; - leaves it out.")
        values: dict[str, object] = {}
        for key, value in draft.proposal.values:
            if key == "name" and draft.proposal.at[0] == "rooms":
                continue
            said = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            self.say(f"{key.replace('_', ' ')} ({said}):")
            line = self.line()
            if line is None or line.casefold() in STOP | LATER | BACK:
                self.say("It is left as it was.")
                return None
            if line == "-":
                values[key] = None
            elif line:
                parts = [part.strip() for part in line.split(",") if part.strip()]
                values[key] = parts if isinstance(value, list) and len(parts) > 1 else line
        changed = draft.proposal.with_values(**values)
        if not changed.values:
            self.say("Nothing would be left of it; it is not written.")
            return None
        return replace(draft, proposal=changed)

    def back(self) -> int:
        """Take the last answer back, and ask again."""
        if not self.before:
            self.say("There is nothing to go back to in this sitting.")
            return self.at
        answer, at, before, after = self.before.pop()
        if answer == "yes":
            if self.read() != after:
                self.say("Somebody has changed the file meanwhile; nothing was taken back.")
                return self.at
            self.write(before)
        self.counts[answer] -= 1
        self.say("Taken back.")
        return at
