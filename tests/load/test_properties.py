"""What holds for every file and every value, tried on random ones."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from involve_audit.load import read, read_project
from involve_audit.project.fields import Reads, Told, annotation, tidy
from involve_audit.project.model import FilledIn, Project
from involve_audit.project.people import Opinion
from involve_audit.project.practice import STAGES, Listing
from involve_audit.project.references import walk
from involve_audit.project.values import read_count, read_dates, read_money, read_period
from involve_audit.project.voices import RoomMakeUp, read_groups_present
from involve_audit.wording.messages import InputError
from involve_audit.yamlfile import reader
from involve_audit.yamlfile.decoding import plain_breaks
from involve_audit.yamlfile.pure_python import PureLoader

from . import forms

PARSERS = pytest.mark.parametrize("loader", [getattr(yaml, "CLoader", PureLoader), PureLoader], ids=["libyaml", "pure"])

pieces = st.sampled_from(
    ["a", "b: ", "- ", "\n", "\n  ", "{", "}", "[", "]", ",", ":", "? ", "&x ", "*x", "!t ", "'", '"', "|\n", ">\n", "#", "---\n", "...\n",
     "%YAML 1.1\n", "\t", "\r\n", "\r", "\x85", "\u2028", "\ufeff", "\ud800", "\x00", "é", "😀", "~", "<<: ", "\\x", "\\U00110000", "format: 1\n",
     "project: ", "rooms:\n", "stages: ", "design: involved"]
)  # fmt: skip
texts = st.one_of(st.text(), st.lists(pieces, max_size=30).map("".join))


def refusal(work: Callable[[], Any], kind: type[Exception]) -> Exception | None:
    """The error of that kind; None where the work was done. Any other error goes through."""
    try:
        work()
    except kind as error:
        return error
    return None


def load_or_refuse(data: str | bytes, loader: Any) -> None:
    before, reader.LOADER = reader.LOADER, loader
    try:
        error = refusal(lambda: read_project(read(data, "p")), InputError)
        if isinstance(error, InputError):
            assert error.problems
            text = data if isinstance(data, str) else data.decode("utf-8-sig", errors="replace")
            lines = plain_breaks(text.removeprefix("\ufeff")).splitlines() or [""]
            for problem in error.problems:
                assert 1 <= problem.line <= len(lines)
                assert 1 <= problem.column <= len(lines[problem.line - 1]) + 2
                assert problem.says
            assert len(error.text(excerpts=False).split("\n")) == len(error.problems)
    finally:
        reader.LOADER = before


@PARSERS
@given(texts)
def test_any_text_is_read_or_refused_at_a_line_that_is_there(loader, text):
    load_or_refuse(text, loader)


@PARSERS
@given(
    st.one_of(
        st.binary(),
        texts.map(lambda t: t.encode("utf-8", "surrogatepass")),
        texts.map(lambda t: t.encode("utf-16", "surrogatepass")),
    )
)
def test_any_bytes_are_read_or_refused_at_a_line_that_is_there(loader, data):
    load_or_refuse(data, loader)


words = st.one_of(
    st.sampled_from(sorted(Project.questions)),
    st.sampled_from(
        [
            "entries",
            "complete",
            "what",
            "when",
            "source",
            "role",
            "answer",
            "status",
            "none",
            "unknown",
            "yes",
            "before",
            "x",
            "1",
        ]
    ),
    st.text(max_size=8),
)
trees = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), words),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(words, inner, max_size=5)),
    max_leaves=25,
)


@given(st.dictionaries(words, trees, max_size=8))
def test_any_tree_is_a_project_or_refused(tree):
    load_or_refuse(yaml.dump({"format": 1, **tree}, Dumper=yaml.Dumper), reader.LOADER)


# --- against another reader of YAML -----------------------------------------------------------------

plain_text = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters="\ufeff"), min_size=1, max_size=30
)
plain_text = plain_text.filter(lambda t: t.strip() and t not in ("~", "null", "Null", "NULL"))
plain_trees = st.recursive(
    st.one_of(st.none(), plain_text),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(plain_text, inner, max_size=4)),
    max_leaves=20,
)


def told(tree: Any) -> Any:
    """A tree without what is blank, as the loader leaves it out; None where nothing remains of a list."""
    if isinstance(tree, dict):
        found = {k: told(v) for k, v in tree.items()}
        return {k: v for k, v in found.items() if v is not None}
    if isinstance(tree, list):
        kept = [v for v in (told(v) for v in tree) if v is not None]
        return kept if kept or not tree else None
    return None if tree == "null" else tree


@PARSERS
@given(
    tree=st.dictionaries(plain_text, plain_trees, max_size=5),
    style=st.sampled_from([None, '"', "'", "|", ">"]),
    flow=st.sampled_from([True, False, None]),
    unicode=st.booleans(),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_the_tree_is_the_one_that_another_reader_finds(loader, tree, style, *, flow, unicode, end):
    text = yaml.safe_dump(tree, default_flow_style=flow, allow_unicode=unicode, width=60)
    if style:
        # Styled scalars, with the nulls left plain.
        nodes = yaml.compose(text, Loader=yaml.Loader)
        stack = [nodes]
        while stack:
            node = stack.pop()
            if isinstance(node, yaml.ScalarNode):
                node.style = style if node.tag != "tag:yaml.org,2002:null" else None
            else:
                stack += [n for pair in node.value for n in (pair if isinstance(pair, tuple) else (pair,))]
        text = yaml.serialize(nodes, Dumper=yaml.Dumper, allow_unicode=unicode, width=60)
    text = plain_breaks(text.replace("\n", end))
    if "!!" in text or "? " in text:
        return  # long or many-lined keys are written in a form that is not read here
    expected = told(yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)))  # noqa: S506
    before, reader.LOADER = reader.LOADER, loader
    try:
        document = read(text)
    finally:
        reader.LOADER = before
    assert document.tree == expected
    for path, (line, column) in document.marks.items():
        if isinstance(path[-1], str) and style is None and path[-1].isalnum():
            rest = document.lines[line - 1][column - 1 :]
            assert rest.lstrip("'\"").startswith(path[-1]) or "\\" in rest


# --- values -----------------------------------------------------------------------------------------


def listed(text: str) -> list[str]:
    return text.split()


tokens = st.sampled_from(listed(
    "up to about 8 15 1,000 2020 2020-06 2020-06-15 june sept - – / and or between from before after design since until early mid late "
    "winter q1 1980s 2019-20 every other second tuesday month months weeks working days twice a times year half an hour 1.5 £ gbp 27.50 k "
    "million people sessions per some many none unknown yes no + ~ c. dozen hundred twenty five of the , . 30 february 0 -3 0000 9999"
))  # fmt: skip
phrases = st.one_of(
    st.text(max_size=40),
    st.lists(tokens, max_size=7).map(" ".join),
    st.lists(tokens, max_size=4).map("".join),
)
values = st.one_of(
    phrases,
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.lists(phrases, max_size=2),
    st.dictionaries(phrases, phrases, max_size=2),
)
thorough = settings(max_examples=4 * settings().max_examples)
"""A value is read in no time."""


@thorough
@given(values)
def test_a_count_is_refused_or_runs_from_low_to_high(value):
    try:
        count = read_count(value)
    except ValueError:
        return
    assert count.low >= 0
    assert count.high is None or count.low <= count.high


@thorough
@given(values)
def test_a_date_is_refused_or_runs_from_first_to_last(value):
    try:
        dates = read_dates(value)
    except ValueError:
        return
    assert (dates.first is None) == (dates.last is None)
    if dates.first is not None and dates.last is not None:
        assert dates.first <= dates.last
        assert dates.happened is True
    assert (dates.relation is None) == (dates.stage is None and dates.mark is None)
    ways = [dates.first is not None, dates.stage is not None, dates.mark is not None, dates.months is not None]
    assert sum(ways) == dates.names_a_time
    assert dates.months is None or 0 < dates.months[0] <= dates.months[1]


UNDERSTOOD = {
    read_count: forms.COUNTS, read_dates: forms.DATES | forms.BY_MARK | forms.IN_THE_PROJECT, read_period: forms.PERIODS,
    read_money: forms.AMOUNTS,
}  # fmt: skip
"""Each reader with texts that it understands."""
JUNK = st.one_of(
    st.sampled_from(
        [
            "zzz",
            "minus",
            "not",
            "%",
            "hundred",
            "billion",
            "half",
            "x",
            "?",
            "/",
            "*",
            "and",
            "perhaps",
            "€€",
            "#2",
            "1.2.3",
        ]
    ),
    st.text(st.characters(categories=["L"], max_codepoint=0x2FF), min_size=3, max_size=9).filter(
        lambda w: w.lower() not in _KNOWN
    ),
)
_KNOWN = {word for texts in UNDERSTOOD.values() for text in texts for word in re.split("[^a-z]+", text.lower())} | {
    "spring", "summer", "fall", "each", "per", "all", "attended", "only", "just", "exactly", "gross", "net", "total", "cost", "costs",
}  # fmt: skip


@thorough
@given(st.data())
def test_nothing_that_stands_beside_a_value_is_passed_over(data):
    """A text is understood whole or refused: with anything else behind it, it is refused, or says something else."""
    reader = data.draw(st.sampled_from(list(UNDERSTOOD)))
    text = data.draw(st.sampled_from(list(UNDERSTOOD[reader])))
    junk = data.draw(JUNK)
    plain = reader(text)
    for longer in (f"{text} {junk}", f"{junk} {text}"):
        try:
            found = reader(longer)
        except ValueError:
            continue
        # A stage may have any name here; that there is none so called is said when the whole file is read.
        assert replace(found, text=text) != plain or text in ("unknown", "no") or junk == "?", (longer, found)


@thorough
@given(st.data())
def test_no_digit_is_passed_over(data):
    """A digit more, anywhere, makes it another value, or none."""
    reader = data.draw(st.sampled_from(list(UNDERSTOOD)))
    # Of a range of amounts the lower end is read, of a range of times the longer, and how many hours are paid is no part of it.
    one = [
        t for t in UNDERSTOOD[reader] if reader in (read_count, read_dates) or len(re.findall("[0-9.,' ]*[0-9]", t)) < 2
    ]
    text = data.draw(st.sampled_from(one))
    at = data.draw(st.integers(0, len(text)))
    digit = data.draw(st.sampled_from("123456789"))
    try:
        found = reader(text[:at] + digit + text[at:])
    except ValueError:
        return
    assert replace(found, text=text) != reader(text), text[:at] + digit + text[at:]


@thorough
@given(values)
def test_money_and_time_are_refused_or_never_less_than_nothing(value):
    for read_it, number in ((read_money, "amount"), (read_period, "days")):
        try:
            found = getattr(read_it(value), number)
        except ValueError:
            continue
        assert found is None or 0 <= found < 1e19


# --- projects that are good -------------------------------------------------------------------------

CONTRADICT = {"until", "answer", "work_has", "answered", "agree", "disagree", "unsure"}
"""Answers that can contradict others; they have tests of their own."""
NO_NUMBERS = {"in_the_room", "not_in_the_room", "not_known"}
"""Names of groups, in which a number would be a count of people; they have tests of their own."""
NAMES = {"rooms": ("board", "group 2"), "sources": ("minutes_3", "é 1"), "organisations": ("users' union", "o2")}
READERS = {
    read_count: list(forms.COUNTS),
    read_dates: [
        *forms.DATES,
        *[f"{r} {s}" for r in ("before", "during", "after") for s in STAGES],
        "yes",
        "no",
        "unknown",
    ],
    read_money: list(forms.AMOUNTS),
    read_groups_present: ["2 of 19", "at least 4 of 5"],
    read_period: list(forms.PERIODS),
}


def part(cls: type[Told], depth: int) -> st.SearchStrategy[Any]:
    """A random good part of a project."""
    needed = {n: value(annotation(cls, n), n, depth) for n, q in cls.questions.items() if q.needed or n in cls.one_of}
    free = {
        n: value(annotation(cls, n), n, depth)
        for n, q in cls.questions.items()
        if not q.needed and n not in cls.one_of and n not in CONTRADICT | NO_NUMBERS
    }
    some = st.lists(st.sampled_from(sorted(free)), max_size=4, unique=True) if free else st.just([])
    keys = some.flatmap(lambda names: st.fixed_dictionaries(needed | {n: free[n] for n in names}))
    if cls is FilledIn:
        # One source for the whole file is for what was written from published text.
        return keys.map(lambda told: told | {"written_from": "published text"} if "source" in told else told)
    if issubclass(cls, Listing):
        # Beside a list, `note` or `source` stands for no entry of its own.
        whole = keys
        return st.one_of(whole, free["entries"], st.just("none"))
    return keys


def value(kind: Any, name: str, depth: int) -> st.SearchStrategy[Any]:
    """A random good value of a kind."""
    inner = get_args(kind)[:1] if get_origin(kind) is tuple else (kind,)
    names_only = get_origin(kind) is not dict and not any(isinstance(i, type) and issubclass(i, Told) for i in inner)
    if name in ("source", "rooms", "room", "organisations") and names_only:
        return st.sampled_from(NAMES[{"source": "sources", "room": "rooms"}.get(name, name)])
    if name == "most":
        return st.sampled_from(["agree", "disagree", "split"])
    if isinstance(kind, type) and issubclass(kind, Told):
        return st.deferred(lambda: part(kind, depth + 1))
    origin = get_origin(kind)
    if origin is Annotated:
        reads = next(m for m in kind.__metadata__ if isinstance(m, Reads))
        return st.sampled_from(READERS.get(reads.read) or list(get_args(kind.__origin__)))
    if origin is Literal:
        return st.sampled_from([w for c in get_args(kind) for w in (c, c.upper(), c.replace(" ", "_"))])
    if origin is tuple:
        item = value(get_args(kind)[0], name, depth)
        # Of one room a characteristic is told once.
        alike = _room_and_characteristic if inner[0] is RoomMakeUp else None
        return st.one_of(st.lists(item, max_size=3, unique_by=alike), st.just("none") if depth else st.nothing())
    if origin is dict:
        of_key, of_value = get_args(kind)
        keys = st.sampled_from(get_args(of_key)) if get_origin(of_key) is Literal else st.sampled_from(["a", "b c"])
        of = (
            st.just({"most": "split"})
            if of_value is Opinion or Opinion in get_args(of_value)
            else value(of_value, "", depth)
        )
        return st.dictionaries(keys, of, max_size=2)
    return st.text(
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\ufffe\uffff"), min_size=1, max_size=20
    )


def _room_and_characteristic(told: dict[str, Any]) -> tuple[str, ...]:
    both = told.get("room"), told.get("characteristic")
    return (both[0], tidy(both[1])) if None not in both else (repr(told),)


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


projects = part(Project, 0)


@given(projects, st.booleans())
def test_a_project_of_good_values_is_read_and_every_value_has_a_place(tree, unicode):
    tree = {**tree, "format": "1"}
    for section, names in NAMES.items():
        told = tree.get(section)
        tree[section] = {name: {} for name in names} | (told if isinstance(told, dict) else {})
    document = read(yaml.dump(tree, Dumper=_NoAliases, allow_unicode=unicode, sort_keys=False), "p")
    project = read_project(document)
    assert read_project(document) == project
    for path, found in walk(project):
        if path and not isinstance(found, tuple | dict):
            assert document.true_path(path)[:1] == path[:1]
            assert 1 <= document.at(path)[0] <= len(document.lines)
