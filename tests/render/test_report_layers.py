"""How long each layer is, that nothing stands twice in it, and that its order is that of a conversation."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections import Counter
from contextlib import suppress
from functools import cache

import pytest
from attack import laws
from samples import rich
from support import EXAMPLES, shipped

from involve_audit.assess import audit_document
from involve_audit.load import Document, read
from involve_audit.render import LAYERS, blocks, markdown, terminal
from involve_audit.render.report import document
from involve_audit.render.report.once import LONG
from involve_audit.wording.messages import InputError


@cache
def audit(path):
    return audit_document(read(path.read_bytes(), path.name), shipped(), dt.date(2026, 11, 23))


MOST_WORDS = {"sheet": 400, "talk": 2000, "full": 9000}


def words_of(text: str) -> int:
    """How many words a reader reads: what has a letter or a digit."""
    return sum(any(c.isalnum() for c in word) for word in text.split())


def sentences(text: str):
    for line in text.splitlines():
        if line.startswith((">", "#")):
            continue  # what people said is theirs, and a heading is no sentence
        bare = re.sub(r"\\(?=[^\w\s])|\*\*|^\s*(?:[-#]+|\d+\.)\s", "", line)
        for one in re.split(r"(?<=[.?!])\s+|\|", bare):
            # The name of a principle is no sentence.
            if len(one.split()) >= LONG and (one[-1:] in ".?!" or "|" not in line):
                yield " ".join(one.split()).casefold()


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("name", EXAMPLES, ids=lambda path: path.parent.name)
def test_a_layer_is_no_longer_than_it_may_be_and_says_nothing_twice(name, layer):
    text = markdown.render([audit(name)], layer=layer)
    assert words_of(text) <= MOST_WORDS[layer]
    assert not [one for one, many in Counter(sentences(text)).items() if many > 1]


@pytest.mark.parametrize("name", EXAMPLES, ids=lambda path: path.parent.name)
def test_what_check_prints_fits_on_a_screen(name):
    assert len(terminal.summary(audit(name)).splitlines()) <= 55


@pytest.mark.parametrize("name", EXAMPLES, ids=lambda path: path.parent.name)
def test_the_layers_before_the_evidence_hold_no_score_no_letter_and_no_yaml(name):
    made = document([audit(name)])
    quoted = next((n for n, b in enumerate(made.blocks) if isinstance(b, blocks.QuotedLines)), len(made.blocks))
    text = markdown.written(blocks.PageDocument(made.title, made.blocks[:quoted]))
    assert not re.search(r"\blevel \d|\d of 100|\b[A-D]-[A-D]\b|: \[|\{|\w\[\d", text)


def test_a_longer_layer_holds_what_a_shorter_one_says():
    sheet, talk, full = (markdown.render([rich()], layer=layer) for layer in LAYERS)
    for shorter, longer in ((sheet, talk), (talk, full)):
        missing = set(sentences(shorter)) - set(sentences(longer))
        # What others found stands in their own words, which a longer page sets apart.
        assert {m for m in missing if "“" not in m or m.split("“")[1].rstrip(".”") not in longer.casefold()} == set()


def test_at_most_five_questions_stand_to_talk_over_each_with_what_it_is_about():
    for name in EXAMPLES:
        made = document([audit(name)])
        heads = [b.name if isinstance(b, blocks.Heading) else "" for b in made.blocks]
        # What whoever prepares a meeting reads first stands before them.
        listed = next(b for b in made.blocks[heads.index("talk") + 1 :] if isinstance(b, blocks.Listed))
        assert 1 <= len(listed.items) <= 5
        for item in listed.items:
            question, context, *_ = item[0].runs
            assert question.strong
            assert context.text.strip()


def test_there_is_no_other_layer():
    with pytest.raises(KeyError):
        document([rich()], layer="everything")


def test_the_sheet_of_any_file_keeps_to_its_length():
    """Files with much in them, made at random: what stands elsewhere as well is left out before a sheet grows too long."""
    lengths = []
    for number in range(24):
        with suppress(InputError):  # one in many is no project file
            document = Document("project.yaml", laws.file(random.Random(f"sheet {number}")), [])
            found = audit_document(document, shipped(), dt.date(2026, 11, 23), lines="when asked")
            lengths.append(words_of(markdown.render([found], layer="sheet")))
    assert max(lengths) <= MOST_WORDS["sheet"]
    assert max(lengths) > 300, "some of them have much to say"
