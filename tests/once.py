"""What is the same each time it is made is made once in a process of tests: the parser, rubrics, texts that are read, files that are judged.

`everything` is called by each worker, and by what tests start in a process of its own only to say much.
"""

from __future__ import annotations

import os
from copy import copy
from functools import cache
from importlib import import_module
from pathlib import Path


@cache
def everything() -> None:
    """Make each of them once from here on."""
    _parser_made_once()
    _rubrics_read_once()
    _texts_read_once()
    _files_judged_once()
    _names_explained_once()


def _parser_made_once() -> None:
    """Typer makes its parser of all commands anew at each call, which takes a tenth of a second; it is the same one each time.

    Apart from `--show-completion`, which takes a value where the environment says so.
    """
    from typer import main

    make, made = main.get_command, {}

    def once(app):
        key = app, os.environ.get("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION")
        if key not in made:
            made[key] = make(app)
        return made[key]

    main.get_command = once
    # So it is with each command below: its options are those of its module, and what was typed is kept elsewhere.
    from involve_audit.cli import app

    for kind in (app._Command, app._Group):
        kind.whole = cache(kind.whole)


def _rubrics_read_once() -> None:
    """What nearly every command does first: reading the shipped rubric as it is compiled, or with its examples, as YAML."""
    from involve_audit.language import chosen
    from involve_audit.rubric import shipped

    load, compiled, read = shipped.load, shipped.COMPILED, {}

    def once(name=shipped.DEFAULT, *, whole=False):
        if compiled != shipped.COMPILED:
            return load(name, whole=whole)
        key = name, Path(shipped.path(name)).read_bytes(), whole, chosen()
        if key not in read:
            read[key] = load(name, whole=whole)
        return read[key]

    shipped.load = once


def _texts_read_once() -> None:
    """The same text gives the same tree, with the same places; who is given it may change it, and has one of their own."""
    from involve_audit.yamlfile import reader

    build, built = reader._built, {}

    def own(tree):
        if isinstance(tree, dict):
            return {key: own(value) for key, value in tree.items()}
        return [own(value) for value in tree] if isinstance(tree, list) else tree

    def once(text):
        # Some tests choose by what it is read.
        key = text, reader.LOADER
        found = built.pop(key, None)
        if found is None:
            found = build(text)
            if found.problems:
                return found
        built[key] = found
        if len(built) > MOST:
            del built[next(iter(built))]
        again = copy(found)
        again.root, again.lines, again.problems = own(found.root), [*found.lines], type(found.problems)()
        return again

    reader._built = once


MOST = 60
"""So many audits and texts are kept: those of the examples, and of what a module tries with every format, edition and command.

An audit of which not all was asked yet holds on to its file and its facts, and whoever looks for garbage goes through all of it.
"""


def _files_judged_once() -> None:
    """Within a run of tests the same file is judged once: the same text, rubric, day and policy always give the same audit.

    Most tests look at what is printed of a few files. What is made by hand, without a text, is judged each time: so are the files of
    the laws, and those of the tests that two runs say the same. A file whose words are marked, for what is said without them, has a text.

    Lines that nobody looks at are not looked for: to find them takes longest, and that they are the same when they are asked for is a test
    of its own, in a process without all this. A name stands in one place of an audit.
    """
    modules = [import_module(f"involve_audit.{name}") for name in ("assess", "compare.between", "compare.course")]
    audit_project, judged = modules[0].audit_project, {}
    from involve_audit.record import replace
    from involve_audit.wording.file_words import BEGIN

    def once(document, project, rubric, date, policy=None, **more):
        tree = repr(document.tree)
        if not document.lines and repr(BEGIN)[1:-1] not in tree:
            return audit_project(document, project, rubric, date, policy, **more)
        if more.get("lines", "all") == "all":
            more["lines"] = "when asked"
        asked = policy and (policy.require, policy.allow_unknown, policy.weaker, policy.policy and (policy.policy.name, policy.policy.sha256))  # fmt: skip
        # A rubric that a test changed says of itself that it is the shipped one: which object it is tells them apart.
        by = id(rubric.rubric), rubric.sha256, rubric.differs
        places = () if document.lines else document.marks.values()
        key = (*document.lines, tree, *places, *by, date, asked, *sorted(more.items()))
        found = judged.pop(key, None)
        if found is None:
            found = audit_project(document, project, rubric, date, policy, **more), rubric
        judged[key] = found
        if len(judged) > MOST:
            del judged[next(iter(judged))]
        audit = found[0]
        return (
            audit
            if audit.project.file == document.name
            else replace(audit, project=replace(audit.project, file=document.name))
        )

    for module in modules:
        module.audit_project = once


def _names_explained_once() -> None:
    """Everything in a rubric that has a name, which `explain` gathers anew for each word that is looked up."""
    from involve_audit.cli import explain

    gather, gathered = explain.everything, {}

    def once(rubric):
        # It is kept beside its rubric, so that no other one can get its place in memory.
        if id(rubric) not in gathered:
            gathered[id(rubric)] = rubric, tuple(gather(rubric))
        return iter(gathered[id(rubric)][1])

    explain.everything = once
