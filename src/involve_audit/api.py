"""The public Python API: one function.

>>> import datetime as dt
>>> from involve_audit.api import audit
>>> found = audit("{format: 1, project: {title: A walk}, stages: none}", date=dt.date(2026, 1, 1))
>>> found.verdict.says
'Nobody is involved.'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from involve_audit.policy.conditions import PolicyOptions
    from involve_audit.results.audit import Audit
    from involve_audit.rubric.model import LoadedRubric


def audit(
    text: str | bytes,
    rubric: LoadedRubric | None = None,
    *,
    date: dt.date,
    name: str = "project.yaml",
    policy: PolicyOptions | None = None,
    exports: bool = False,
) -> Audit:
    """Audit one project file.

    The same text, rubric and date always give the same audit; nothing is read but the shipped rubric.

    Args:
        text: the project file, as text or as bytes in UTF-8.
        rubric: a rubric from `involve_audit.rubric.model.load_rubric`; the shipped one where left out.
        date: the day as of which the file is judged; what is dated later has not happened.
        name: the name of the file, for messages and for the lines that decided a finding.
        policy: what the check asks for beyond, or less than, the default; a policy file is read by
            `involve_audit.policy.policy_file.load_policy`.
        exports: whether to fill what writers take out of it (`render.FORMATS`: gripp2, crosswalk, application).

    Raises:
        InputError: the file cannot be used; with every problem at its line.
        ValueError: the policy is for another rubric, or asks for something that the rubric does not know.
    """
    from involve_audit.assess import audit_document
    from involve_audit.load import read
    from involve_audit.rubric import shipped

    return audit_document(read(text, name), rubric or shipped.load(), date, policy, exports=exports)
