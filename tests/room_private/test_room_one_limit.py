"""What the command writes and what a report repeats rest on one limit, and no message quotes a line of it."""

from __future__ import annotations

import pytest

from involve_audit.judge.room import withholds
from involve_audit.load import InputError, read
from involve_audit.project.people import Room
from involve_audit.project.values import read_count
from involve_audit.project.voices import SMALLEST_ROOM, RoomMakeUp
from involve_audit.room_private.room_entry import Size, names_groups


@pytest.mark.parametrize("groups", [1, 2, 3, 5])
def test_no_group_is_named_in_a_file_that_no_report_would_repeat(groups):
    for people in range(1, 12):
        part = RoomMakeUp(room="forum", characteristic="own", in_the_room=tuple(f"group {n}" for n in range(groups)))
        repeated = not withholds(part, Room(contributors=read_count(str(people))))
        assert names_groups(Size(people, people), groups) is repeated is (people >= max(SMALLEST_ROOM, groups + 2))


ROOM = "format: 1\nrooms:\n  forum: {contributors: 3}\nvoices:\n  question_asked: yes\n"
SLIPS = [
    "  rooms:\n    - {room: forum, characteristic: faith, in_the_room: [Hindu}\n",
    "  rooms:\n    - room: forum\n      in_the_room: Hindu: 1\n",
    "  rooms:\n    - room: forum\n\tin_the_room: Hindu\n",
    "  rooms:\n    - room: forum\n      in_the_room: 'Hindu\n",
    "  rooms:\n    - room: forum\n in_the_room: [Hindu]\n",
    "   rooms:\n    - in_the_room: [Hindu] x\n",
]


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("begin", [ROOM, ROOM.replace("voices:\n  question_asked: yes\n", "'voices':\n")])
def test_a_slip_in_the_yaml_of_a_room_quotes_no_line_of_it(begin, slip):
    with pytest.raises(InputError) as caught:
        read(begin + slip + "care: {plan: none}\n", "project.yaml")
    assert "Hindu" not in caught.value.text()


def test_a_slip_elsewhere_still_shows_its_line():
    for text in ("format: 1\nvoices:\n  rooms: []\ncare: {plan: no", "format: 1\nrooms:\n  forum: {name: a: b}\n"):
        with pytest.raises(InputError) as caught:
            read(text, "project.yaml")
        assert text.splitlines()[-1] in caught.value.text()
