"""One room, source or organisation that two people keep under different keys: known by the name that both give it.

Only the very same name counts, and only where it stands once in each file: two groups of nearly one name may be two groups.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.project.fields import tidy

if TYPE_CHECKING:
    from involve_audit.wording.messages import Path

_CALLED = {"rooms": "name", "organisations": "name", "sources": "title"}
"""What an entry of a section is called by."""
_REFERS = {"room": "rooms", "rooms": "rooms", "organisations": "organisations", "source": "sources"}
"""The keys that name an entry of a section, from anywhere in a file."""

OtherNames = dict[str, dict[str, str]]
"""By section, the second file's key of what the first keeps under another."""


def other_names(first: dict[str, Any], second: dict[str, Any]) -> OtherNames:
    """The keys of the second file for what the first file keeps under another key, each with the first file's key."""
    found: OtherNames = {}
    for section, word in _CALLED.items():
        one, other = first.get(section), second.get(section)
        if not isinstance(one, dict) or not isinstance(other, dict):
            continue
        mine, theirs = _by_name(one, word), _by_name(other, word)
        for name, key in theirs.items():
            if name in mine and key not in one and mine[name] not in other:
                found.setdefault(section, {})[key] = mine[name]
    return found


def _by_name(entries: dict[str, Any], word: str) -> dict[str, str]:
    """The key of each entry whose name stands once."""
    named = [
        (tidy(told[word]), key)
        for key, told in entries.items()
        if isinstance(told, dict) and isinstance(told.get(word), str)
    ]
    names = [name for name, _ in named]
    return {name: key for name, key in named if name and names.count(name) == 1}


def under_first_keys(tree: dict[str, Any], names: OtherNames) -> dict[str, Any]:
    """The second file's tree with the first file's keys, and with what refers to them."""
    if not names:
        return tree
    return {
        section: {names.get(section, {}).get(key, key): _referring(value, names) for key, value in told.items()}
        if section in names
        else _referring(told, names)
        for section, told in tree.items()
    }


def _referring(node: Any, names: OtherNames, key: str = "") -> Any:
    if isinstance(node, dict):
        return {k: _referring(v, names, k) for k, v in node.items()}
    if isinstance(node, list):
        return [_referring(v, names, key) for v in node]
    return names.get(_REFERS.get(key, ""), {}).get(node, node) if isinstance(node, str) else node


def as_written(place: Path, names: OtherNames) -> Path:
    """A place of the second file as it is written there."""
    if len(place) < 2 or place[0] not in names:
        return place
    back = {mine: theirs for theirs, mine in names[str(place[0])].items()}
    return (place[0], back.get(str(place[1]), place[1]), *place[2:])
