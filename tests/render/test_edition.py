"""The contributors' edition: the same results in everyday words, with no number of its own."""

from __future__ import annotations

import json
import re
import statistics
from dataclasses import replace
from html.parser import HTMLParser

import pytest
import yaml
from own_words import DAY, EXAMPLES, example, grades, median_grade, prose, without_their_words
from read_markdown import read_back
from samples import HOSTILE, empty, hostile, rich
from support import ROOT, jargon_in, rows, shipped

from involve_audit.assess import audit_document
from involve_audit.facts import FACTS
from involve_audit.load import read
from involve_audit.render import discussion, plain_language, render, words
from involve_audit.render.blocks import Paragraph, words_of

DIFFERENT = ("full", "bad", "minimal", "application")
MOST_WORDS = 900
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def numbers(text: str) -> set[float]:
    return {float(found) for found in NUMBER.findall(text)}


def spoken(audit) -> str:
    return " ".join(prose(plain_language.PAPER.markdown([audit])).split())


# --- the same results ------------------------------------------------------------------------------


COUNTED = re.compile(r"[Oo]n \d+ of the \d+ questions|has \d+ more\.|and \d+ more")
"""What the edition counts itself: how much of it is not there."""


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_number_stands_in_the_json_of_the_audit_but_for_counts_of_what_is_left_out(name):
    audit = example(name)
    told = numbers(json.dumps(json.loads(render("json", [audit])), ensure_ascii=False))
    for kind in ("markdown", "text"):
        made = " ".join(plain_language.PAPER.written(kind, [audit]).decode().split())
        # The stamp of the rubric is cut short, and so may be a number within it.
        made = COUNTED.sub("", made.replace(audit.rubric.sha256[:12], ""))
        assert numbers(made) <= told, kind
        assert len(numbers(made)) > 2


def test_it_prints_no_steps_and_nobody_looks_for_them():
    """The search for them is most of the work of judging."""
    # A text of its own, so that no other test has asked for its steps.
    text = (ROOT / "examples" / "bad" / "project.yaml").read_bytes() + b"# for this test\n"
    audit = audit_document(read(text, "project.yaml"), shipped(), DAY, lines="when asked")
    assert spoken(audit)
    assert "steps" not in vars(audit)
    assert audit.steps


def seen_of(page: str) -> str:
    """The words of a page that are seen."""
    return " ".join("".join(Page(page).said).split())


@rows("name", EXAMPLES)
def test_it_has_at_most_nine_hundred_words(name):
    assert len(seen_of(plain_language.PAPER.html([example(name)])).split()) <= MOST_WORDS


def test_many_and_long_answers_do_not_make_it_longer():
    audit = example("full")
    long = " ".join(["word"] * 60)
    many = replace(
        audit,
        project=replace(audit.project, title=long, summary=f"{long}. {long}."),
        told=tuple(replace(t, says=f"{t.says} {long}.") for t in audit.told for _ in range(4)),
        views=tuple(replace(v, words=(long,) * 30, dissent=(long,) * 30) for v in audit.views),
        flags=tuple(replace(f, id=f"{f.id}{n}", asks=f"{f.asks} {n}?") for f in audit.flags for n in range(20)),
    )
    text = plain_language.PAPER.markdown([many])
    assert len(seen_of(plain_language.PAPER.html([many])).split()) <= MOST_WORDS
    assert "The full report has more of what they said, as they said it." in text
    # What people said is whole, or it is not there.
    assert long in text


@pytest.mark.parametrize("name", DIFFERENT)
def test_it_says_what_was_found_what_is_not_known_and_what_to_ask(name):
    audit = example(name)
    text = spoken(audit)
    assert plain_language.headline(audit) in text
    for sign in audit.signs:
        assert (sign.says.casefold() in text.casefold()) is (sign.state == "holds"), sign.id
    for topic in (*plain_language.to_ask(audit), *plain_language.not_known(audit)):
        assert topic.question in text
        assert topic.context in text
    assert plain_language.silence_says(audit) in text
    assert plain_language.honesty_says(audit) in text
    assert "The full report has what is left out here" in text


def test_the_line_on_silence_counts_what_nobody_told():
    audit = example("minimal")
    silent = [c for p in audit.principles for c in p.criteria if c.applies and words.silent(c) and c.planned is None]
    every = [c for p in audit.principles for c in p.criteria if c.applies]
    says = plain_language.silence_says(audit)
    assert (
        says
        == f"On {len(silent)} of the {len(every)} questions behind this paper too little is written down to say anything."
    )
    assert len(silent) > 20
    assert plain_language.silence_says(example("full")) == ""


def test_people_s_own_words_are_not_edited():
    audit = example("full")
    text = spoken(audit)
    told = [said for v in audit.views for said in (*v.words, *v.dissent, v.statement) if said]
    assert len(told) >= 5
    for said in told:
        assert " ".join(said.split()) in text
    two = replace(audit, views=(replace(audit.views[0], dissent=("First line\nsecond | line\n\nlast *line*",)),))
    assert "First line\\\n> second \\| line\n>\n> last \\*line\\*" in plain_language.PAPER.markdown([two])


def test_what_people_said_stands_whole_and_those_who_disagree_come_first():
    audit = example("full")
    found, more = plain_language.said(audit)
    assert not more
    assert next(iter(found)) == "People who take part, who see it in another way"
    long = " ".join(["no"] * 400)
    shouted = replace(audit, views=(replace(audit.views[0], dissent=(long,), words=(), statement=""),))
    assert plain_language.said(shouted) == ({}, True)


def test_not_more_questions_than_somebody_can_take_along():
    for name in EXAMPLES:
        assert len(plain_language.to_ask(example(name))) <= 5
        assert len(plain_language.not_known(example(name))) <= 5


def test_a_word_for_a_plan_is_held_against_the_plan():
    assert "That fits what is planned." in plain_language.label_says(example("application"))
    assert "fits what is written" not in plain_language.label_says(example("application"))
    assert "That is more than what is written down." in plain_language.label_says(example("bad"))


def test_only_words_that_stand_in_it_are_explained():
    for name in DIFFERENT:
        text = plain_language.PAPER.markdown([example(name)])
        body, _, explained = text.partition("## Words in this paper")
        told = [word for word, says in plain_language.GLOSSARY.items() if says in explained]
        assert told
        for word in told:
            assert re.search(rf"(?<!\w){word}s?(?!\w)", body.lower()), word


def test_a_rubric_without_everyday_words_is_told_in_its_own():
    text = spoken(rich())
    assert rich().verdict.means in text
    assert all(limit in text for limit in rich().limits)


def test_several_projects_keep_their_order():
    text = plain_language.PAPER.markdown([example("bad"), example("full")])
    assert text.startswith("# How people take part: several pieces of work\n")
    assert 0 < text.index("MoodTrack") < text.index("Room to Breathe")
    assert plain_language.PAPER.markdown([])


# --- everyday words --------------------------------------------------------------------------------


def test_there_are_everyday_words_for_whatever_the_tool_can_find():
    assert tuple(plain_language.RUNGS) == words.RUNGS
    assert set(discussion.WHY) == {p.id for p in shipped().rubric.principles}
    assert set(discussion.UNKNOWN) >= {g.id for g in shipped().rubric.gates} - set(discussion.COVERS)
    rubric = shipped().rubric
    for entries in (rubric.principles, rubric.criteria, rubric.verdicts, rubric.stages):
        assert [e.id for e in entries if not e.plain] == []
    assert len(rubric.plain_limits or ()) >= 3
    for name in EXAMPLES:
        audit = example(name)
        assert audit.label.state in plain_language.LABEL
        assert audit.honesty.state in plain_language.HONESTY
        assert {p.confirmed for p in audit.principles} <= set(plain_language.CONFIRMED)


def sentences():
    """Every sentence of ours that can stand in the edition."""
    rubric = shipped().rubric
    for table in (
        plain_language.RUNGS,
        plain_language.CONFIRMED,
        plain_language.LABEL,
        plain_language.HONESTY,
    ):
        yield from table.values()
    yield from (
        text
        for pair in (*discussion.UNKNOWN.values(), *discussion.ROOM.values(), *plain_language.HONEST_PARTS.values())
        for text in pair
    )
    yield from (x.plain for x in (*rubric.principles, *rubric.criteria, *rubric.verdicts, *rubric.stages))
    yield from (f.plain or f.says for f in rubric.flags)
    yield from (f.asks for f in rubric.flags)
    yield from (g.plain or g.title for g in rubric.gates)
    yield from (g.asks for g in rubric.gates)
    yield from (s.says.replace("{stage}", "planning how it is done") for s in rubric.steps or ())
    yield from rubric.plain_limits or ()
    yield from (sign.says for sign in shipped().rubric.signs)
    yield from (f.question for f in FACTS.values())
    # The reasons why a group is missing, as the tool tells them.
    reasons = yaml.safe_load((ROOT / "src/involve_audit/reasons.yaml").read_text("utf-8"))
    yield from (reason["says"] for reason in _entries(reasons))


def _entries(tree):
    if isinstance(tree, dict):
        if isinstance(tree.get("says"), str):
            yield tree
        for value in tree.values():
            yield from _entries(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _entries(value)


def test_no_word_of_jargon_in_any_sentence_of_ours():
    told = list(sentences())
    assert len(told) > 400
    assert {text: sorted(jargon_in(text)) for text in told if jargon_in(text)} == {}
    # The glossary explains such words, and uses none.
    assert not [says for says in plain_language.GLOSSARY.values() if jargon_in(says)]


@rows("name", EXAMPLES)
def test_no_word_of_jargon_in_what_is_printed_but_where_people_said_it(name):
    body = plain_language.PAPER.markdown([without_their_words(example(name))]).partition("## Words in this paper")[0]
    assert jargon_in(prose(body)) == set()


# The library leaves its list of words open; that is no fault of ours.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("name", DIFFERENT)
def test_the_reading_grade_is_at_most_eight(name):
    pytest.importorskip("textstat", reason="textstat is not installed: pip install 'textstat<0.7.5'")
    assert median_grade(example(name)) <= 8
    ours = grades(prose(plain_language.PAPER.markdown([without_their_words(example(name))])))
    assert max(ours.values()) <= 8, ours
    # The measure can fail: the whole report is harder by every formula's middle.
    whole = grades(prose(render("markdown", [example(name)])))
    assert statistics.median(whole.values()) > median_grade(example(name))


# --- the formats -----------------------------------------------------------------------------------


class Page(HTMLParser):
    """The tags of a page, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.inside = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.inside = tag

    def handle_endtag(self, tag):
        self.inside = ""

    def handle_data(self, data):
        if self.inside not in ("style", "title"):
            self.said.append(data)


OURS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "main",
    "h1",
    "h2",
    "h3",
    "p",
    "ul",
    "li",
    "strong",
    "blockquote",
    "br",
}


@pytest.mark.parametrize(
    "audit",
    [rich(), hostile(), hostile("</style></title><script>alert(1)</script>"), empty()],
    ids=["rich", "hostile", "tags", "empty"],
)
def test_the_page_lets_nothing_in(audit):
    page = Page(plain_language.PAPER.html([audit]))
    assert {tag for tag, _ in page.tags} <= OURS
    policy = next(a["content"] for t, a in page.tags if t == "meta" and a.get("http-equiv"))
    assert "unsafe" not in policy  # tests/test_pages.py says what is in it
    for tag, attributes in page.tags:
        # What people said is set in the direction of its own script.
        if (tag, attributes) != ("blockquote", {"dir": "auto"}):
            assert set(attributes) <= {"lang", "charset", "http-equiv", "content", "name"}, (tag, attributes)
    assert page.tags[0] == ("html", {"lang": "en-GB"})
    assert "49" not in "".join(page.said)


def test_hostile_words_stay_words_in_every_format():
    for text in HOSTILE:
        shown = " ".join(words.plain(text).split())
        audit = replace(rich(), project=replace(rich().project, title="Title", summary=text))
        assert words.sentence(shown) in " ".join("".join(Page(plain_language.PAPER.html([audit])).said).split())
        assert "Title" in plain_language.PAPER.text([audit])
        found = [
            words_of(b.runs)
            for b in read_back(plain_language.PAPER.markdown([audit])).blocks
            if isinstance(b, Paragraph)
        ]
        assert words.sentence(shown) in found[0]


def test_the_text_has_short_lines_and_holds_every_word_of_the_page():
    text = plain_language.PAPER.text([example("full")])
    assert max(map(len, text.splitlines())) <= 72
    page = " ".join("".join(Page(plain_language.PAPER.html([example("full")])).said).split()).lower()
    plain = " ".join(re.sub(r"(?m)^\s*(?:[-=]+$|[|-] ?)", " ", text).replace("| ", " ").split()).lower()
    assert set(page.split()) - set(plain.split()) == set()


def test_two_runs_give_the_same_bytes():
    for kind in ("text", "markdown", "html", "pdf", "docx"):
        assert plain_language.PAPER.written(kind, [example("bad")]) == plain_language.PAPER.written(
            kind, [example("bad")]
        )
