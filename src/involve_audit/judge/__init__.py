"""From facts and a rubric to an audit. Nothing here reads files, clocks or settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from involve_audit.audit import Audit
    from involve_audit.judge.policy import PolicyOptions
    from involve_audit.load import Document
    from involve_audit.rubric import LoadedRubric


def audit_document(
    document: Document, rubric: LoadedRubric, date: dt.date, policy: PolicyOptions | None = None,
    *, steps: bool = True, exports: bool = False,
) -> Audit:  # fmt: skip
    """Check a file that was read and judge it by a rubric as of a day, if wanted without steps.

    Raises:
        InputError: the file is not a project file; with every problem at its line.
    """
    from involve_audit.judge.court import judge
    from involve_audit.load import read_project

    return judge(document, read_project(document), rubric, date, policy, steps=steps, exports=exports)
