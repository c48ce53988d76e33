"""Answers as strangers write them: in the printed words, in a part of them, with words behind, and with a *no* among them."""

from __future__ import annotations

import re

import pytest
from answering_at_random import DAY, HEADS, example
from support import rows, shipped

from involve_audit.interview import Choice, NotUnderstood, Question, answered, asked_back, coming, said_back
from involve_audit.interview.answer_reading import WordsWanted, understood
from involve_audit.interview.meaning import words_of
from involve_audit.load import read
from involve_audit.project.fields import annotation
from involve_audit.project.model import Project
from involve_audit.project.practice import Practice
from involve_audit.yamlfile.editing import CannotInsert

TOLD = (
    "stages:\n  design: {role: decided together}\n  delivery: {status: done}\n  sharing: {role: led, status: done}\n"
    "rooms:\n  board: {name: Board, power: decides}\n"
    "power:\n  decisions: {entries: [{what: the bus}, {what: the name, became: under way}]}\n"
    "care: {harm: {entries: [{what: a fall}]}}\nreward: {pay: none}\nviews: [{of: contributors}]\n"
    "influence:\n  log: [{said: too long, by: contributors, answer: partly}]\n  feedback: {status: planned}\n"
    "honesty: {meaning: {note: x}, limits: none}\naccess: {papers_ahead: yes, needs: yes}\n"
)


def practices():
    """Every practice of the format, told to be there, so that each of its details is asked."""
    lines = []
    for section in ("honesty", "timing", "power", "voices", "access", "reward", "care", "relationships", "influence"):
        owner = annotation(Project, section)
        keys = [
            k for k in owner.questions if isinstance(kind := annotation(owner, k), type) and issubclass(kind, Practice)
        ]
        lines.append(f"{section}: {{{', '.join(f'{k}: {{status: done, source: s}}' for k in keys)}}}\n")
    return "sources: {s: {kind: report}}\n" + "".join(lines)


TEXTS = {
    **HEADS,
    "running, all practices": HEADS["running"] + practices(),
    "finished, all practices": HEADS["finished"].replace("\r\n", "\n") + practices(),
    "cancelled": "format: 1\nproject: {title: x, phase: cancelled, called: none}\n",
    "running, much told": HEADS["running"] + TOLD,
    "finished, much told": HEADS["finished"].replace("\r\n", "\n") + TOLD,
    "application": example("application"),
    "bad": example("bad"),
}


def all_questions():
    found = {}
    for name, text in TEXTS.items():
        for question in coming(text, shipped().rubric, DAY, most=400):
            found.setdefault((question.asks, tuple(c.says for c in question.choices)), (name, question))
    return list(found.values())


@pytest.fixture(scope="module")
def catalogue():
    return all_questions()


def ways(choice):
    """How somebody who reads an option may give it back."""
    printed = choice.says
    found = [choice.word, printed, printed.upper(), f"{printed}."]
    found += [re.sub(r"^(?:yes|no|to)\b[,;:]?\s+", "", printed, flags=re.I)]
    return [w for w in found if w.strip(" .")]


def test_every_option_of_every_question_is_understood_in_its_own_words(catalogue):
    assert len(catalogue) > 250
    assert not [q.wrong for _, q in catalogue if q.wrong]
    wrong = []
    for name, question in catalogue:
        if question.kind not in ("choice", "several", "source"):
            continue
        for number, choice in enumerate(question.choices, 1):
            more = ": a few words" if choice.words else ""
            wanted = understood(question, f"{number}{more}").tells
            for said in ways(choice):
                try:
                    found = understood(question, said + more).tells
                except NotUnderstood as error:
                    found = str(error)
                if found != wanted and not (question.kind == "source" and [v for p, v in found if p[-1] == "source"]):
                    wrong.append((name, question.id, said, found))
    assert not wrong, wrong[:8]


def test_what_is_not_reported_is_not_known_at_every_question(catalogue):
    for _, question in catalogue:
        if question.kind in ("choice", "several", "count", "date", "money", "period"):
            for said in (
                "not reported",
                "Not known",
                "don't know",
                "we don’t know",
                "?",
                "unclear",
                "not known: the notes are lost",
            ):
                assert understood(question, said).tells == question.unknown, (question.id, said)


def test_a_no_behind_an_option_is_never_dropped(catalogue):
    for _, question in catalogue:
        if question.kind not in ("choice", "several"):
            continue
        for number, choice in enumerate(question.choices, 1):
            if (
                choice.word.startswith(("no", "team no", "they say no"))
                or " no" in f" {choice.says}"
                or "nothing" in choice.says
            ):
                continue
            for said in (f"{choice.word}: no", f"{number}: no", f"{choice.says}, no"):
                with pytest.raises(NotUnderstood):
                    understood(question, said)


PLACE = ("power", "agenda", "set_by")
PARTS = Question(
    "where", "In which parts?", "several",
    choices=(
        Choice("priorities", "choosing the question, or deciding what is needed", ((("a",), "1"),)),
        Choice("delivery", "doing the work, such as collecting data or running the service", ((("b",), "1"),)),
        Choice("sharing", "papers, talks and reports", ((("c",), "1"),)),
        Choice("nowhere", "nowhere: nobody has a part in any of it", ((("d",), "none"),)),
    ),
)  # fmt: skip
HEARD = Question(
    "heard", "Were people heard?", "choice",
    choices=(
        Choice("they say yes", "people themselves say that they were heard", ((PLACE, "together"),)),
        Choice("they say no", "people themselves say that they were not heard", ((PLACE, "team"),)),
        Choice("team says no", "the team itself says that they were not heard", ((PLACE, "above"),)),
    ),
    unknown=((PLACE, "unknown"),),
)  # fmt: skip
WHO = Question(
    "who", "Who?", "choice",
    choices=(
        Choice("together", "they and the team together", ((PLACE, "together"),)),
        Choice("team", "the team: researchers, staff, organisers", ((PLACE, "team"),)),
        Choice("above", "somebody above the team: funder, service, government", ((PLACE, "above"),)),
    ),
    unknown=((PLACE, "unknown"),),
)  # fmt: skip


@rows(
    "said, found",
    [
        ("papers, talks and reports", "c"), ("choosing the question, collecting data", "ab"), ("collecting data and papers", "bc"),
        ("papers, talks and reports, collecting data", "bc"), ("deciding what is needed; reports", "ac"), ("1, sharing", "ac"),
        ("dissemination", "c"), ("nowhere", "d"), ("all", "abc"), ("3: only one paper", "c"),
    ],
)  # fmt: skip
def test_parts_of_the_printed_words_are_enough_where_several_may_be_named(said, found):
    assert "".join(sorted(p[0] for p, _ in understood(PARTS, said).tells)) == found


@rows(
    "said",
    [
        "papers: no",
        "papers, no",
        "3 no",
        "not papers",
        "papers: they were not asked",
        "sharing - never",
        "no papers",
        "papers (none)",
        "1, 3: no",
    ],
)
def test_a_part_with_a_no_is_asked_back(said):
    with pytest.raises(NotUnderstood):
        understood(PARTS, said)


@rows(
    "said, word",
    [
        ("people themselves say that they were not heard: they found out later", "team"), ("people themselves say that they were heard", "together"),
        ("themselves say that they were not heard", "team"), ("they say no (a letter of May)", "team"), ("2. a letter says so", "team"),
    ],
)  # fmt: skip
def test_words_behind_an_option_stay_beside_it(said, word):
    found = understood(HEARD, said)
    assert found.tells == ((PLACE, word),)
    if found.remark:
        text = answered("format: 1\npower:\n  agenda:\n    status: done\n", HEARD, said)
        assert f"set_by: {word}  # {found.remark}" in text
        assert found.remark in found.echo


def test_whose_word_it_is_is_asked_where_several_may_say_so():
    with pytest.raises(NotUnderstood, match="'they say no' or 'team says no'"):
        understood(HEARD, "they were not heard: they found out later")


def test_words_are_not_lost_where_the_file_has_no_room_for_them():
    text = "format: 1\npower: {agenda: {status: done}}\n"
    assert "together" in answered(text, HEARD, "1: in a letter")
    assert "could not be kept" in said_back(text, HEARD, "1: in a letter")


@rows(
    "said, word",
    [
        ("the government", "above"),
        ("funder", "above"),
        ("staff", "team"),
        ("Somebody above the team", "above"),
        ("together", "together"),
    ],
)
def test_a_word_out_of_what_is_printed_is_enough(said, word):
    assert understood(WHO, said).tells == ((PLACE, word),)


@rows("said", ["the", "they", "1, 2", "2 of them", "team, no", "not the team", "the team? no", "it", "3: the team"])
def test_what_may_be_something_else_is_asked_back(said):
    with pytest.raises(NotUnderstood):
        understood(WHO, said)


WORDS_TOO = Question(
    "x",
    "?",
    "choice",
    choices=(Choice("yes", "yes", ((("a",), "\0words"),), "What?"), Choice("no", "no", ((("a",), "none"),))),
)


@rows("said", ["1: no", "yes: nothing", "yes: none", "1 no", "yes: don't know"])
def test_a_bare_no_is_not_taken_for_the_few_words(said):
    with pytest.raises(NotUnderstood):
        understood(WORDS_TOO, said)
    with pytest.raises(WordsWanted):
        understood(WORDS_TOO, "yes")


CALLED = Question("called", "Which words?", "texts", path=("project", "called"), or_none=True)


@rows(
    "said",
    [
        "none",
        "no",
        "nothing",
        "no public word was used for it",
        "No word.",
        "we use no word for it",
        "there was no name for it",
        "no words were used",
        "nobody",
    ],
)
def test_that_there_is_no_word_is_not_a_word(said):
    assert understood(CALLED, said).tells == ((("project", "called"), "none"),)


@rows("said", ["it was never called anything", "not co-production", "no decision about us without us"])
def test_what_may_say_that_there_is_none_is_asked_back_and_quotes_make_it_words(said):
    with pytest.raises(NotUnderstood, match="in quotes"):
        understood(CALLED, said)
    assert understood(CALLED, f"“{said}”").tells == ((("project", "called"), said),)


SOURCE = Question(
    "s", "What shows it?", "source", choices=(Choice("minutes", "minutes or notes of a meeting", ()), Choice("nothing", "nothing shows it so far", ())),
    targets=((("stages", "design", 0), "design"),),
)  # fmt: skip


def test_nothing_with_words_behind_it_is_no_source():
    text = "format: 1\nstages:\n  design: {role: involved, status: done}\n"
    tree = read(
        answered(
            text.replace("{role: involved, status: done}", "\n    role: involved"),
            SOURCE,
            "nothing, the notes are lost",
        )
    ).tree
    assert tree["stages"]["design"]["source"] == "none"
    assert "sources" not in tree
    assert understood(SOURCE, "no").tells == understood(SOURCE, "nothing").tells
    for said in ("no minutes were kept", "nobody wrote it down", "yes"):
        with pytest.raises(NotUnderstood):
            understood(SOURCE, said)


def test_what_weighs_much_is_asked_back_before_it_is_written(catalogue):
    grave = [(q, n, c) for _, q in catalogue for n, c in enumerate(q.choices, 1) if c.grave and not q.targets]
    assert {q.id for q, _, _ in grave} >= {"overruled", "ended"}
    for question, number, choice in grave:
        says = asked_back("format: 1\n", question, f"{number}: some of the board")
        assert says == choice.grave
        assert says.endswith(".")


def test_no_answer_says_whose_word_it_is_where_nobody_gave_that(catalogue):
    """Who says or recorded something is written only where the option says who."""
    for _, question in catalogue:
        for choice in question.choices:
            if "said_by" in str(choice.tells):
                assert re.search(
                    r"people|team|evaluation|inquiry|court|organisation|regulator|somebody", choice.says
                ), (question.id, choice.says)


def test_what_is_answered_can_be_put_into_a_file(catalogue):
    """A printed option with words behind it keeps them, or it is said that they are left out."""
    text = HEADS["running"]
    kept = 0
    for question in coming(text, shipped().rubric, DAY, most=400):
        for number, choice in enumerate(question.choices, 1):
            if question.kind != "choice" or choice.words or not choice.tells:
                continue
            try:
                new = answered(text, question, f"{number}: since the flood")
            except (NotUnderstood, CannotInsert):
                continue
            kept += "# since the flood" in new
            says = said_back(text, question, f"{number}: since the flood")
            assert "# since the flood" in new or "could not be kept" in says
    assert kept > 40


def test_words_of_leaves_the_marks_out():
    assert words_of("No, they’re not: (asked)") == ("no", "they're", "not", "asked")
