"""Places of the model as lines of the file: those that are asked for, and those that decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from involve_audit.judge.viewpoints import discreet, hidden
from involve_audit.record import later
from involve_audit.results.audit import Evidence
from involve_audit.what_if.decided import Deciding
from involve_audit.wording.messages import readable, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from involve_audit.facts.answers import Path
    from involve_audit.load import Document
    from involve_audit.what_if.decided import Judgement
    from involve_audit.what_if.simulator import Unchanged

Lines = Literal["all", "when asked", "none"]
"""When the lines that decided are looked for: all at once, when somebody asks for them, or not at all."""


class Quotes:
    """Turns places of the model into lines of the file."""

    def __init__(self, document: Document, unchanged: Unchanged, lines: Lines) -> None:
        self.document = document
        self._case = case = unchanged.case
        self._deciding = Deciding(document, unchanged)
        self._lines = lines
        self._quoted = discreet(document, case)
        self._known: dict[Path, Evidence] = {}

    def __call__(self, paths: Iterable[Path], most: int = 6) -> tuple[Evidence, ...]:
        """These places as lines, each once, as far as they are told."""
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
    ) -> tuple[Evidence, ...]:
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
    ) -> tuple[Evidence, ...]:
        seen: dict[Path, tuple[str, ...]] = {self.document.true_path(hidden(self._case, path)): () for path in said}
        for path, first in self._deciding.places(places, judgement, elsewhere=elsewhere).items():
            seen.setdefault(self.document.true_path(hidden(self._case, path)), first)
        return tuple(self._quote(path, first) for path, first in list(seen.items())[:most])

    def _quote(self, path: Path, first: tuple[str, ...] = ()) -> Evidence:
        known = None if first else self._known.get(path)
        if known is None:
            line, column = self.document.at(path)
            known = Evidence(shown(path), line, column, readable(self._quoted.says(path, first=first)))
            if not first:
                # Many places are quoted by several findings.
                self._known[path] = known
        return known

    def whole(self, path: Path, says: str) -> Evidence:
        """One answer with its words uncut, for texts that people take out of a report.

        What is said comes from `judge.exports`, which takes single answers and never the counts of a view.
        """
        path = hidden(self._case, path)
        line, column = self.document.at(path)
        return Evidence(shown(path), line, column, readable(says))

    @staticmethod
    def _deep_enough(kept: Path, asked: Path) -> bool:
        """An answer that is not in the file is not quoted by the section in which it would stand."""
        return len(kept) >= min(len(asked), 2)
