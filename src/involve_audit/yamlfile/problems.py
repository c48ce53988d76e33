"""The problems of a file while they are gathered: so many, and no more."""

from __future__ import annotations

from involve_audit.wording.messages import Problem, Wrong

MAX_PROBLEMS = 100
"""More are not listed: nobody reads them, and each nearest guess takes time."""


class Enough(Exception):  # noqa: N818 - it ends a search, and is no error
    """So many problems that no more are listed."""


class Problems(list[Problem]):
    """What is wrong with a file, as far as it is listed."""

    def add(self, line: int, column: int, where: str, wrong: Wrong | str) -> None:
        """One more.

        Raises:
            Enough: it was the last that is listed.
        """
        self.append(Problem(line, column, where, wrong))
        if len(self) >= MAX_PROBLEMS:
            more = Wrong("only the first {number} problems are listed", number=MAX_PROBLEMS)
            self.append(Problem(line, column + 1, "", more))
            raise Enough
