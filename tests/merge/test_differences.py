"""What two files do not say alike: every place, and no other."""

from __future__ import annotations

from apart import FIRST, SECOND, changed, leaves
from hypothesis import assume, given
from hypothesis import strategies as st
from support import EXAMPLES, rows

from involve_audit.load import read, read_project
from involve_audit.merge.differences import differences
from involve_audit.wording.messages import NEW, InputError
from involve_audit.yamlfile.written import block

TREES = [read(path.read_bytes()).tree for path in EXAMPLES if path.parent.name != "bad"]


def found(one, other, base=None):
    trees = (read("format: 1\n" + text).tree if text is not None else None for text in (one, other, base))
    return [(f.kind, f.place, f.first, f.second) for f in differences(*trees)]


def readable(tree):
    """The tree as it is read from a file that says it; None where no file may say it."""
    text = "\n".join(block(tree, 0, deep=True)) + "\n"
    try:
        document = read(text)
        read_project(document)
    except InputError:
        return None
    return document.tree


@given(st.sampled_from(TREES), st.data(), st.sampled_from(["text", "unknown", "out"]))
def test_one_change_is_found_where_it_was_made_and_nowhere_else(tree, data, how):
    path = data.draw(st.sampled_from([p for p in leaves(tree) if len(p) > 1]))
    new = changed(tree, path, how)
    assume(new is not None)
    new = readable(new)
    assume(new is not None)
    for one, other, gone in ((tree, new, "first"), (new, tree, "second")):
        places = differences(one, other)
        # The value is the same by its meaning (`unknown` already, say), or each place found holds the change.
        assert places or how == "unknown" or new == tree, path
        steps = [s for s in path if isinstance(s, str) and s != "entries"]
        for place in places:
            keys = [s for s in place.place if isinstance(s, str) and s not in ("entries", NEW)]
            assert keys == steps[: len(keys)] or steps == keys[: len(steps)], (path, place)
        if how == "out" and len(places) == 1:  # an entry that lost its name is another entry
            assert all(place.kind in (gone, "differs") for place in places)
        # Nothing is found between a file and itself.
        assert differences(one, one) == []


@given(st.sampled_from(TREES), st.data())
def test_what_two_people_changed_in_two_places_is_no_difference(tree, data):
    places = [p for p in leaves(tree) if len(p) > 1]
    one, other = (changed(tree, data.draw(st.sampled_from(places)), "out") for _ in range(2))
    assume(one is not None and other is not None)
    one, other = readable(one), readable(other)
    assume(one is not None and other is not None)
    assert all(f.kind != "second" for f in differences(one, tree, tree))
    assert all(f.kind != "first" for f in differences(tree, other, tree))
    assert all(f.kind in ("first", "second", "differs") for f in differences(one, other, tree))


@rows(
    "one, other",
    [
        ("care: {plan: planned}", "care: {plan: {status: Planned}}"),
        ("power: {decisions: [{what: a}]}", "power: {decisions: {entries: [{what: a}]}}"),
        ("power: {decisions: {what: a}}", "power: {decisions: {complete: no, entries: [{what: a}]}}"),
        ("power: {decisions: none}", "power: {decisions: []}"),
        ("project: {called: PPI}", "project: {called: [PPI]}"),
        ("stages: {design: involved}", "stages: {design: [{role: involved}]}"),
        ("project: {researchers: 6}", "project: {researchers: six}"),
        ("project: {called: [PPI, panel]}", "project: {called: [panel, PPI]}"),
        ("care: {plan: {status: done, when: 2024-03}}", "care: {plan: {status: done, when: March 2024}}"),
        (
            "rooms: {panel: {name: The Walkers}}\nstages: {design: {role: involved, rooms: panel}}",
            "rooms: {ppi: {name: The Walkers}}\nstages: {design: {role: involved, rooms: [ppi]}}",
        ),
        (
            "sources: {m: {kind: minutes, title: May}}\ncare: {plan: {status: done, source: m}}",
            "sources: {may: {kind: minutes, title: May}}\ncare: {plan: {status: done, source: may}}",
        ),
    ],
)
def test_two_ways_of_writing_one_answer_are_no_difference(one, other):
    assert found(one, other) == found(other, one) == []


@rows(
    "one, other",
    [
        ("project: {researchers: 15}", "project: {researchers: about 15}"),
        ("project: {researchers: 15}", "project: {researchers: up to 15}"),
        ("project: {called: [PPI, panel]}", "project: {called: [PPI, panel, panel group]}"),
        ("care: {plan: {status: done, when: 2024-03}}", "care: {plan: {status: done, when: about March 2024}}"),
        ("reward: {pay: {rate: 25 GBP}}", "reward: {pay: {rate: 25 EUR}}"),
    ],
)
def test_what_says_more_or_less_is_a_difference(one, other):
    assert [f[0] for f in found(one, other)] == [f[0] for f in found(other, one)] == ["differs"]


def test_rooms_of_one_name_are_one_only_where_no_other_could_be_meant():
    twice = "rooms: {a: {name: Panel}, b: {name: Panel}}"
    assert {f[0] for f in found(twice, "rooms: {c: {name: Panel}}")} == {"first", "second"}
    # The key is another room's in the other file.
    assert len(found("rooms: {a: {name: Panel}, b: {contributors: 3}}", "rooms: {b: {name: Panel}}")) > 0
    assert {f[0] for f in found("rooms: {a: {name: Panel}}", "rooms: {b: {name: Panels}}")} == {"first", "second"}
    # With a base, a new key is a change like any other.
    base = "rooms: {a: {name: Panel}}"
    assert [f[:2] for f in found(base, "rooms: {b: {name: Panel}}", base)] == [
        ("second", ("rooms", "a")),
        ("second", ("rooms", "b")),
    ]


def test_what_differs_in_a_room_of_another_key_is_found_at_its_own_line():
    first = "rooms: {panel: {name: Panel, contributors: 3}}"
    second = "rooms: {ppi: {name: Panel, contributors: 4, meetings: 2}}"
    told = differences(read("format: 1\n" + first).tree, read("format: 1\n" + second).tree)
    assert [(f.kind, f.place, f.second_place) for f in told] == [
        ("differs", ("rooms", "panel", "contributors"), ("rooms", "ppi", "contributors")),
        ("second", ("rooms", "panel", "meetings"), ("rooms", "ppi", "meetings")),
    ]


def test_what_one_file_denies_is_never_put_beside_what_the_other_tells_of_it():
    ((kind, place, *_),) = found("care: {plan: none}", "care: {plan: {status: done}}")
    assert (kind, place) == ("differs", ("care", "plan"))
    ((kind, place, *_),) = found("care: {plan: {answer: no, note: a}}", "care: {plan: {status: done}}")
    assert (kind, place) == ("differs", ("care", "plan"))


def test_nothing_is_added_to_a_list_that_is_said_to_be_complete():
    one = "power: {decisions: {complete: yes, entries: [{what: the leaflet}]}}"
    other = "power: {decisions: [{what: the leaflet}, {what: who is asked}]}"
    assert [f[0] for f in found(one, other)] == ["first", "differs"]
    assert [f[0] for f in found(other, one)] == ["differs", "second"]


def test_entries_are_paired_by_what_they_are_about():
    trees = read(FIRST).tree, read(SECOND).tree
    said = {(f.kind, f.place) for f in differences(*trees)}
    assert ("differs", ("power", "decisions", "entries", 0, "decided_by")) in said
    assert ("second", ("power", "decisions", "entries", NEW)) in said
    assert found("care: {harm: [{what: data was sold}]}", "care: {harm: [{what: a promise of pay was broken}]}") == [
        ("first", ("care", "harm", "entries", 0), {"what": "data was sold"}, None),
        ("second", ("care", "harm", "entries", NEW), None, {"what": "a promise of pay was broken"}),
    ]


def test_different_people_in_one_stage_are_two_entries():
    assert [f[0] for f in found(
        "stages: {design: [{who: panel, role: consulted}]}", "stages: {design: [{who: co-applicants, role: involved}]}"
    )] == ["first", "second"]  # fmt: skip


def test_with_a_base_only_what_both_changed_otherwise_differs():
    base = "care: {plan: {status: planned, when: 2024, owner: team}}\nreward: {lead: none}"
    one = "care: {plan: {status: done, when: 2024, owner: team}}\nreward: {lead: none}"
    other = "care: {plan: {status: planned, when: 2025}}\nreward: {lead: none}"
    assert found(one, other, base) == [
        ("first", ("care", "plan", "status"), "done", "planned"),
        ("second", ("care", "plan", "when"), "2024", "2025"),
        ("second", ("care", "plan", "owner"), "team", None),
    ]
    assert [
        f[0]
        for f in found(
            "care: {plan: {status: done}}", "care: {plan: {status: stopped}}", "care: {plan: {status: planned}}"
        )
    ] == ["differs"]
    # One took it out, and the other changed it.
    assert [
        f[0]
        for f in found(
            "reward: {lead: none}",
            "care: {plan: done}\nreward: {lead: none}",
            "care: {plan: planned}\nreward: {lead: none}",
        )
    ] == ["differs"]
