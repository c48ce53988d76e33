"""A judge that needs no rubric, and files for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from render import samples
from support import shipped

from involve_audit.results.audit import Policy, PolicyCondition

GOOD = "format: 1\nproject: {title: Holds}\n"
FAILING = "format: 1\nproject: {title: Fails}\n"
BREAKING = "format: 1\nproject: {title: Breaks}\n"
INVALID = "format: 1\nproject: {title: Invalid, fase: the secret phase}\n"


@pytest.fixture
def judge(monkeypatch):
    """A judge whose verdict is the title: a project called Fails fails, one called Breaks makes the judge break."""
    import involve_audit.assess
    from involve_audit.load import read_project
    from involve_audit.rubric import shipped as rubrics

    def audit_document(document, rubric, date, policy=None, *, steps=True, lines="all", exports=False):
        title = read_project(document).project.title
        if title == "Breaks":
            raise KeyError("the secret of the file")
        model = samples.rich()
        head = replace(model.project, title=title, file=document.name)
        state = {"Holds": "held", "Open": "open"}.get(title, "not held")
        policy = Policy(
            title == "Holds",
            (
                PolicyCondition(
                    "enough-is-told",
                    "Enough is told: of the parts of the work before it begins, for a verdict after that",
                    state,
                ),
            ),
        )
        # What contradicts itself fails; where the policy holds, nothing does.
        flags = model.flags if title != "Holds" else tuple(f for f in model.flags if f.level != "error")
        return replace(model, project=head, date=date.isoformat(), policy=policy, flags=flags)

    monkeypatch.setattr(involve_audit.assess, "audit_document", audit_document)
    monkeypatch.setattr(rubrics, "load", lambda name=rubrics.DEFAULT, whole=False: shipped())


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder of project files, where the command is run."""
    for name, text in {"good": GOOD, "failing": FAILING, "breaking": BREAKING, "invalid": INVALID}.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
