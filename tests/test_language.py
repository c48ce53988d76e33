"""Another language: sentences are looked up whole, and no sentence for people goes past the catalogue.

A catalogue of nonsense stands for any language: each of its sentences is the English one in full-width letters. Files are
read whose own words are in Cyrillic letters. What is then still English in what is printed, is outside the catalogue.
"""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from broken_files import broken, problems
from other_alphabets import (
    RUN,
    as_ours,
    catalogue_of_nonsense,
    english_in,
    in_english_letters,
    in_their_letters,
    text_of_html,
)
from speaking import COMMANDS, WITH_VALUES
from support import ROOT

from involve_audit.census import shipped as census
from involve_audit.cli import redact
from involve_audit.compare.promises import _meaning
from involve_audit.facts import FACTS
from involve_audit.generate import translations
from involve_audit.importing.headings import targets
from involve_audit.judge import reason_catalogue
from involve_audit.language import LANGUAGE, LOCALE, _, ngettext
from involve_audit.policy.boxes_file import sections
from involve_audit.policy.settings_file import Named
from involve_audit.project.fields import annotation, is_part, theirs, without_none
from involve_audit.project.model import Project
from involve_audit.project.references import PROJECT_DATES
from involve_audit.rubric import shipped
from involve_audit.rubric.derived import DERIVED
from involve_audit.rubric.model import VERDICTS
from involve_audit.schema import vocabulary
from involve_audit.survey.collect import ANSWERS
from involve_audit.wording import past_tense
from involve_audit.wording.file_words import left_out, marked
from involve_audit.wording.messages import Wrong, hint
from involve_audit.wording.past_tense import in_the_past, told_in_the_past

RULES = ("gate", "policy", "flag", "sign", "label", "criterion")
"""The kinds of rules that a waiver names."""
EXAMPLES = ("full", "bad", "minimal", "scotland-sds-2013", "autspaces", "application", "involve-audit")
"""Files that between them make most sentences."""
DAY = "2026-11-20"


@cache
def messages():
    """Every sentence that stands in the code and beside it."""
    return list(translations.messages())


LABELS = frozenset(word for label in shipped.load().rubric.labels for word in label.words)


# --- one sentence ------------------------------------------------------------------------------------


def test_a_sentence_is_filled_with_its_values_once():
    """What stands in braces in a value is the file's, and no place for another value."""
    assert _("Who sees to it: {owner}.", owner="{owner} {0} {{}}") == "Who sees to it: {owner} {0} {{}}."
    assert _("A text with {braces} and no values") == "A text with {braces} and no values"


@pytest.mark.parametrize(("number", "says"), [(0, "0 answers"), (1, "1 answer"), (2, "2 answers")])
def test_one_is_not_many(number, says):
    assert ngettext("{number} answer", "{number} answers", number, number=number) == says


def test_a_mark_of_the_file_stays_where_its_value_stands():
    assert left_out(_("Who sees to it: {owner}.", owner=marked("Ann"))) == "Who sees to it: …."


@pytest.mark.parametrize("says", ["_(words)", '_(f"{one} answer")', 'ngettext("{number} answer", more, 1)'])
def test_what_cannot_be_found_by_a_translator_is_no_sentence(says):
    with pytest.raises(ValueError, match="is no text"):
        list(translations.in_code(says, "module.py"))


def test_a_sentence_of_nonsense_keeps_what_a_translator_keeps():
    assert as_ours("Run `involve-audit ask`, {name}.") == "Ｒｕｎ `involve-audit ask`, {name}."


def test_every_place_of_a_sentence_has_a_name():
    """A translator may change the order of values, so none is known by its order."""
    unnamed = [(one.where, one.says) for one in messages() if one.has_values and any("{}" in s for s in one.says)]
    assert unnamed == []


# --- what is wrong with a file -----------------------------------------------------------------------

NOT_RAISED = {
    "this is not YAML: {problem}",  # a complaint of a parser that nobody has seen yet
    "'gate/{gate_id}' cannot be waived: the rubric says so",  # for rubrics of one's own
}
READ_BY_THE_LOADER = ("yamlfile/", "project/", "policy/", "wording/messages.py", "file_kinds.py", "census/lists.py", "survey/collect.py", "importing/kept.py")  # fmt: skip


def test_every_message_of_what_is_wrong_has_a_file_that_is_answered_with_it():
    """So whatever holds all messages against something holds each kind of them, and no message is only a text."""
    kinds = set()
    for reader, data in broken():
        error = problems(reader, data)
        assert error, (reader, data[:200])
        for problem in error.problems:
            assert isinstance(problem.wrong, Wrong), problem.says
            kinds |= {one.kind for one in problem.wrong.chain}
    written = {
        one.says[0]
        for path in sorted(Path(shipped.HERE).rglob("*.py"))
        if (where := path.relative_to(shipped.HERE).as_posix()).startswith(READ_BY_THE_LOADER)
        for one in translations.in_code(path.read_text(encoding="utf-8"), where, only="Wrong")
    }
    assert written - kinds - NOT_RAISED == set()


def test_what_stands_in_a_file_is_marked_in_every_message_of_it():
    """Each word of a file is one of nonsense; none is left where words of the file are left out, in the message nor in its advice."""
    for reader, data in broken():
        error = problems(reader, data)
        assert error is not None
        told = redact.without_words(error)
        for word in (
            "quagga",
            "Quagga",
            "Ours",
            "colaboration",
            "advisory_grup",
            "advisory_group",
            "unoin",
            "board",
            "plenty",
            "biannually",
            "£20",
        ):
            assert word not in told, (reader, told)


def test_a_message_keeps_its_values_until_it_is_said():
    wrong = Wrong("{key} is not a key here", key=theirs("fase"), advice=hint("fase", ("phase", "title")))
    assert str(wrong) == "'fase' is not a key here; allowed: phase, title; did you mean 'phase'?"
    assert left_out(wrong.said) == "'…' is not a key here; allowed: phase, title; did you mean 'phase'?"
    assert (wrong.told("allowed"), wrong.told("guess")) == (("phase", "title"), "phase")


SAYS = {
    "Refused",
    "CannotRead",
    "NotATable",
    "Contradicts",
    "Remark",
    "whole",
    "remark",
    "unclear",
}
SAYS_ON = re.compile(r"(?:says|notes|other|remarks)\.append$")
"""What is given words that somebody reads, where answers and logs are handed in."""


@pytest.mark.parametrize(
    "folder",
    ["survey", "importing", "policy", "yamlfile", "project", "tables/delimited.py", "load.py", "file_kinds.py"],
)
def test_nobody_is_told_a_sentence_that_cannot_be_translated(folder):
    """Whatever is said of what was handed in goes through the catalogue, and no text stands there alone."""
    place = Path(shipped.HERE) / folder
    for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and (
                getattr(call.func, "id", getattr(call.func, "attr", "")) in SAYS
                or SAYS_ON.search(ast.unparse(call.func))
            ):
                alone = [text for given in call.args if (text := _text_alone(given))]
                assert not alone, (path.name, call.lineno, alone)


def _text_alone(given):
    """A sentence that stands in the code without being looked up; empty where what is given is something else."""
    if isinstance(given, ast.IfExp):
        return _text_alone(given.body) or _text_alone(given.orelse)
    if isinstance(given, ast.JoinedStr):
        return next((ast.unparse(given) for part in given.values if _is_said(part)), "")
    return ast.unparse(given) if _is_said(given) else ""


def _is_said(part):
    """Whether it is a text of several words, and none of those by which programs know what became of a cell."""
    told = part.value if isinstance(part, ast.Constant) else None
    return (
        isinstance(told, str)
        and re.search(r"[a-z]+ [a-z]", told) is not None
        and told not in ("left out", "not placed")
    )


# --- everything --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The examples in Cyrillic letters, and what stays in them in English."""
    folder = tmp_path_factory.mktemp("files")
    english = set()
    for name in EXAMPLES:
        text, left = in_their_letters((ROOT / "examples" / name / "project.yaml").read_bytes(), vocabulary() | LABELS)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        english |= left
    return folder, english


@pytest.fixture(scope="module")
def said(files, tmp_path_factory):
    """What is printed of the files in the language of nonsense, and in English, by the file and the kind of page."""
    locale = tmp_path_factory.mktemp("locale")
    catalogue_of_nonsense(translations.TEMPLATE, locale)
    running = [
        subprocess.Popen(
            [sys.executable, ROOT / "tests" / "speaking.py", DAY, *(f"{name}.yaml" for name in EXAMPLES)],
            env=os.environ | {LANGUAGE: language, LOCALE: str(locale), "PYTHONUTF8": "1"}, cwd=files[0], text=True,
            encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for language in ("xx", "")
    ]  # fmt: skip
    both = []
    for process in running:
        out, err = process.communicate()
        assert process.returncode == 0, err[-3000:]
        both.append(json.loads(out))
    return both


def allowed(english):
    """What may stand there in English, each with its reason."""
    rubric = shipped.load().rubric
    return {
        text.casefold().replace("_", " ")
        for text in (
            # The format's own words are the same in every language, so that every tool reads every file.
            *vocabulary(), *LABELS,
            # The ids of what a rubric asks, and the names of verdicts, are the same in every language too.
            *VERDICTS, *(one.id for kind in ("criteria", "flags", "signs", "gates", "principles") for one in getattr(rubric, kind)),
            # `due` calls a promise by what its field of the file is for; descriptions of fields are the format's.
            *(run for part in _parts() for name in part.questions for short in (True, False) for says in [_meaning(part, name, short=short)] for run in (says, *RUN.findall(says))),
            # Choices, counts and amounts of the file are printed as they were written.
            *(run for told in english for run in RUN.findall(told)),
            # Keys and choices of other files than the project's, groups of the censuses, and what is written for a date of the project.
            "settings", *Named.questions, "mostly", *sections(), *(run for target in targets() for run in RUN.findall(target)), *(answer.lower() for answer in ANSWERS),
            *(run for each in census.lists().values() for name in each.categories for run in RUN.findall(name)), *PROJECT_DATES, *RULES,
            # Facts are known by their names, and what was asked for is repeated.
            *FACTS, *DERIVED, *(name for command in COMMANDS.values() for name in command),
            # What may be typed is shown in code where it is typed, and in quotation marks on a screen.
            *(run for one in messages() for says in one.says for code in re.findall("`([^`]*)`", says) for run in RUN.findall(code)),
            # Names of things that a person looks up by them: of what is cited, of the rubric, of the tool.
            *_NAMES, *(run for name in census.names() for run in RUN.findall(name.replace("_", " "))), *(run for part in _citations(rubric) for run in RUN.findall(part)),
        )
    }  # fmt: skip


def _citations(rubric):
    """What is cited stays as it is printed elsewhere: authors, titles, journals."""
    for reference in rubric.references.values():
        yield from (part for part in vars(reference).values() if isinstance(part, str))
    yield from reason_catalogue.tree_of(reason_catalogue.written())["references"].values()


def _parts(kind=Project, seen=None):
    """Every part of a project file, as its class."""
    seen = set() if seen is None else seen
    if is_part(kind) and kind not in seen:
        seen.add(kind)
        yield kind
        for name in kind.questions:
            yield from _parts(annotation(kind, name), seen)
    elif not is_part(kind):
        for inner in get_args(kind):
            yield from _parts(without_none(inner), seen)


_NAMES = (
    "involve-audit",
    "entry",
    "co-production",
    "YAML",
    "HTML",
    "JSON",
    "CSV",
    "Word",
    "PDF",
    "sha",
    "xe",  # of a byte, 0xe9
    "xed",
    "doi",
    "months",
)


@pytest.mark.slow
def test_no_sentence_goes_past_the_catalogue(said, files):
    may_stand = allowed(files[1])
    found = {}
    for name, output in said[0].items():
        text = text_of_html(output) if "HTML" in name else "" if WITH_VALUES in name else output
        for run, line in english_in(text, may_stand):
            found.setdefault(run, (name, line[:160]))
    assert not found, "".join(f"\n{run!r} in {name}: {line}" for run, (name, line) in sorted(found.items()))


def _without_pictures(page):
    """A page without what is laid out by how wide letters are, and without the hashes of what it may run."""
    return re.sub(r"(?s)<svg.*?</svg>|'sha256-[^']*'|<script\\b.*?</script>", "", page)


def _bare(line):
    """A line without its quotation marks: what somebody answers in the words of an option, a file keeps as their words.

    Questions whose verbs no rule can tell stand as they are asked of work that is over.
    """
    for now, then in past_tense._WHOLE.items():
        line = line.replace(now, then)
    return re.sub('[“”"]', "", line)


@pytest.mark.slow
def test_a_language_changes_words_and_nothing_else(said):
    """With the letters of English put back, a page is the English page: no branch hangs on the words of a sentence.

    Verbs alone may differ (and with letters that are no words of YAML, quotation marks): the rules that put them into the past, where work is over, are those of English.
    """
    apart = []
    for name, spoken in said[0].items():
        page, english = (_without_pictures(one) if "HTML" in name else one for one in (spoken, said[1][name]))
        page, english = (
            in_english_letters(page).replace(' lang="xx"', ' lang="en-GB"').splitlines(),
            english.splitlines(),
        )
        if name == "portfolio":
            page, english = sorted(page), sorted(english)  # what is counted stands by the alphabet
        apart += [
            (name, one, other)
            for one, other in zip(page, english, strict=False)
            if one != other and all(past(_bare(one)) != past(_bare(other)) for past in (told_in_the_past, in_the_past))
        ]
    assert not apart, "".join(f"\n{name}\n  nonsense: {one}\n  English:  {other}" for name, one, other in apart[:40])


@pytest.mark.slow
def test_the_recipe_makes_a_language_of_one_file(tmp_path):
    """The two commands of CONTRIBUTING.md, with one sentence translated between them."""
    from babel.messages.frontend import CommandLineInterface

    recipe = (
        (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Add a language")[2].partition("\n## ")[0]
    )
    init, compile_ = (
        command.replace("-d src/involve_audit/locale", f"-d {tmp_path}").split()
        for command in re.findall(r"`(pybabel (?:init|compile) [^`]*)`", recipe)
    )
    CommandLineInterface().run([word.replace("src/", f"{ROOT}/src/") for word in init])
    (file,) = tmp_path.rglob("*.po")
    text = file.read_text(encoding="utf-8")
    before = 'msgid "What was seen"\nmsgstr ""'
    assert before in text
    file.write_text(text.replace(before, f'{before[:-1]}Was zu sehen war"'), encoding="utf-8")
    CommandLineInterface().run(compile_)
    done = subprocess.run(
        [sys.executable, "-m", "involve_audit", "check", ROOT / "examples" / "bad" / "project.yaml", f"--date={DAY}"],
        env=os.environ | {LANGUAGE: "de", LOCALE: str(tmp_path), "PYTHONUTF8": "1"}, text=True, encoding="utf-8",
        capture_output=True, check=False,
    )  # fmt: skip
    assert "\nWas zu sehen war\n" in done.stdout
    assert "Tokenism: " in done.stdout  # what is not translated yet is said in English
