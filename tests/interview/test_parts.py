"""What the questions of the file are called: all of them, each with words that say something, and none about keys."""

from __future__ import annotations

import re
from typing import Any, get_args, get_origin

from involve_audit.interview import parts
from involve_audit.project.fields import Told, annotation
from involve_audit.project.model import Project
from involve_audit.project.practice import Entry, Listing, Practice, Section
from involve_audit.rubric import shipped

RUBRIC = shipped.load().rubric


def classes() -> set[type[Told]]:
    found: set[type[Told]] = {Entry, Practice, Section, Listing}
    waiting: list[Any] = [Project]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and issubclass(kind, Told) and kind not in found:
            found.add(kind)
            waiting += [annotation(kind, name) for name in kind.questions]
        waiting += get_args(kind)
    return found


def test_every_label_says_something_and_no_help_speaks_of_the_file():
    for cls in classes():
        asked = parts.questions(cls, RUBRIC)
        labels = [one.label for one in asked]
        assert len(set(labels)) == len(labels), (cls, labels)
        for one in asked:
            assert len(one.label) > 2, (cls, one)
            assert "_" not in one.label
            assert not re.search(
                r"`|\b(?:key|YAML)\b|“\w+\.\w+|under “(?:sources|rooms)|[a-z]+_[a-z]+”|: …}", one.help
            ), (cls, one.key, one.help)


def test_words_of_its_own_speak_of_questions_that_there_are():
    known = {(c.__name__, key) for c in classes() for key in c.questions}
    assert known >= parts.LABELS.keys()
    assert known >= parts.HELP.keys()
    assert known >= parts.CONDITIONS.keys()
    assert {c.__name__ for c in classes()} >= parts.NOUNS.keys()
    for (name, _), condition in parts.CONDITIONS.items():
        assert condition["key"] in next(c for c in classes() if c.__name__ == name).questions


def test_every_list_of_entries_has_a_word_for_one_of_them():
    for cls in classes():
        for name in cls.questions:
            kind = annotation(cls, name)
            inner = get_args(kind)[0] if get_origin(kind) is tuple else None
            if isinstance(inner, type) and issubclass(inner, Told):
                assert inner.__name__ in parts.NOUNS, (cls, name)
