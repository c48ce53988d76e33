"""The sentences of the package as translators get them: `locale/involve_audit.pot`, a template of a gettext catalogue.

Whatever the functions of `language` are called with in the code, the keys, meanings and choices of the project file, the questions of
facts, and the texts for people in the rubrics and in `reasons.yaml`. It is written by `python -m involve_audit.generate`. Needs Babel, which is there for development only.
"""

from __future__ import annotations

import ast
import datetime as dt
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import nodes

from involve_audit.facts import FACTS
from involve_audit.facts.registry import Fact
from involve_audit.interview import further, parts
from involve_audit.judge import reason_catalogue
from involve_audit.language import ANSWER, DOMAIN, STATES
from involve_audit.project.fields import annotation, choices_in, parts_in
from involve_audit.project.model import Project
from involve_audit.record import Record
from involve_audit.render.plain_language import GLOSSARY
from involve_audit.render.templating import environment, sentences
from involve_audit.rubric import shipped
from involve_audit.rubric.derived import DERIVED, Derived
from involve_audit.rubric.texts import texts
from involve_audit.survey import identifying, marks
from involve_audit.survey.collect import ANSWERS, SIDES

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPLATE = Path(shipped.HERE) / "locale" / f"{DOMAIN}.pot"
PLACE = re.compile(r"\{\w*\}")
"""Where a value stands in a sentence: a translation keeps each, by its name."""


class Message(Record):
    """A sentence as it stands in the code.

    Attributes:
        says: the sentence; for several of something the one for one and the one for many.
        where: the file that it stands in, below the package or the checkout.
        line: its line there; 0 where it stands in data.
        has_values: whether values are put into it.
        context: what tells it from another sentence of the same words; mostly empty.
    """

    says: tuple[str, ...]
    where: str
    line: int = 0
    has_values: bool = False
    context: str = ""


def in_code(code: str, where: str, only: str = "") -> Iterator[Message]:
    """Every sentence of a module, in its order.

    Args:
        code: the module.
        where: its file.
        only: the function that is called with the sentences that are wanted, where not all are.

    Raises:
        ValueError: what is to be looked up is no text but worked out, so that nobody could find it to translate it.
    """
    tree = ast.parse(code)
    named = {
        target.id: one.value.value
        for one in tree.body
        if isinstance(one, ast.Assign) and isinstance(one.value, ast.Constant)
        for target in one.targets
        if isinstance(target, ast.Name)
    }
    calls = [
        (call, number, name)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and (number := _ARGUMENTS.get(name := getattr(call.func, "id", "")))
        and only in ("", name)
    ]
    for call, number, name in sorted(calls, key=lambda found: (found[0].lineno, found[0].col_offset)):
        told = (a.value if isinstance(a, ast.Constant) else named.get(getattr(a, "id", "")) for a in call.args[:number])
        says = tuple(text for text in told if isinstance(text, str))
        has_values = name in _SENTENCES and any(k.arg not in _NO_VALUES for k in call.keywords)
        if len(says) == number:
            yield Message(says, where, call.lineno, has_values, ANSWER if name in _ANSWERS else "")
            for other in call.keywords:
                if other.arg == "plainly" and isinstance(other.value, ast.Constant) and not only:
                    yield Message((str(other.value.value),), where, call.lineno, has_values)
        elif name not in _ANSWERS:
            raise ValueError(f"{where}:{call.lineno}: what is translated here is no text")


def in_template(template: str, where: str) -> Iterator[Message]:
    """Every sentence of a template."""
    for call in environment(str, "involve_audit").parse(template).find_all(nodes.Call):
        name = call.node.name if isinstance(call.node, nodes.Name) else ""
        number = _ARGUMENTS.get(name, 0)
        says = tuple(str(a.value) for a in call.args[:number] if isinstance(a, nodes.Const))
        if number and len(says) == number:
            context = ANSWER if name in _ANSWERS else ""
            yield Message(says, where, call.lineno, bool(call.kwargs) and not context, context)
        elif name in _SENTENCES:
            raise ValueError(f"{where}:{call.lineno}: what is translated here is no text")


_SENTENCES = {"_": 1, "ngettext": 2, "ways_to_write": 1, "Wrong": 1}
_NO_VALUES = ("advice", "plainly")
"""What a message has beside its values."""
_ANSWERS = {"answer": 1, "Choice": 1}
"""What says a word that answers a question; those that are no text here are words of the model."""
_ARGUMENTS = _SENTENCES | _ANSWERS
"""How many texts each function of `language` takes."""
_BY_TEXT = (
    "render/templating.py",
    "language.py",
    "rubric/shipped.py",
    "judge/reason_catalogue.py",
    "facts/registry.py",
)
"""Where texts of data are looked up, which stand in no code."""


def messages() -> Iterator[Message]:
    """Every sentence of the package."""
    here = Path(shipped.HERE)
    for path in sorted(here.rglob("*.py")):
        where = path.relative_to(here).as_posix()
        code = path.read_text(encoding="utf-8")
        if ("involve_audit.language import" in code or "Wrong(" in code) and where not in _BY_TEXT:
            yield from in_code(code, where)
    for path in sorted(p for p in here.rglob("*/templates/*") if p.suffix in (".html", ".md", ".svg")):
        yield from in_template(path.read_text(encoding="utf-8"), path.relative_to(here).as_posix())
    for path in sorted(here.rglob("*.js")):
        for text in sentences(path.read_text(encoding="utf-8")):
            yield Message((text,), path.relative_to(here).as_posix())
    for word in (*ANSWERS, *SIDES):
        yield Message((word,), "survey/collect.py", context=ANSWER)
    for words, where in ((identifying.KINDS, "survey/identifying.py"), (marks.MARKS, "survey/marks.py")):
        for word in words:
            yield Message((word,), where)
    for state in STATES:
        yield Message((state,), "language.py")
    for word in GLOSSARY:
        yield Message((word,), "render/plain_language.py")
    for part in parts_in(Project):
        for name in part.questions:
            for word in choices_in(annotation(part, name)):
                yield Message((word,), "project", context=ANSWER)
    for text in (*parts.texts(parts_in(Project)), *further.texts()):
        yield Message((text,), "project")
    observed: list[Fact | Derived] = [*FACTS.values(), *DERIVED.values()]
    for one in observed:
        first = one.manual.split("\n", 1)[0]
        for text in (first, *(" ".join(part.split()) for part in one.manual.split("\n\n") if part.strip()), one.kind):
            yield Message((text,), "facts")
    for fact in FACTS.values():
        yield Message((fact.theme,), "facts")
    for name in shipped.names():
        for text in texts(shipped.load(name).rubric):
            yield Message((text,), f"rubrics/{name}.yaml")
    for text in reason_catalogue.texts():
        yield Message((text,), "reasons.yaml")


def template() -> str:
    """The template of the catalogue, the same for the same sentences."""
    from babel.messages import Catalog
    from babel.messages.pofile import write_po

    catalogue = Catalog(
        project="involve-audit", version="", domain=DOMAIN, charset="utf-8", creation_date=dt.datetime(2026, 11, 1, tzinfo=dt.UTC),
        header_comment="# Sentences of involve-audit. `python -m involve_audit.generate` writes this file.",
    )  # fmt: skip
    for one in messages():
        catalogue.add(
            one.says if len(one.says) > 1 else one.says[0],
            locations=[(one.where, 0)],
            flags=["python-brace-format"] if one.has_values else (),
            context=one.context or None,
        )
    written = io.BytesIO()
    write_po(written, catalogue, width=0, include_lineno=False, omit_header=False)
    # Which Babel wrote it says nothing of the sentences.
    return re.sub(r'(?m)^"Generated-By: .*\n', "", written.getvalue().decode("utf-8"))
