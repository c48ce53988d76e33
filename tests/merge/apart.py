"""Two files of one project, filled in apart; and files changed at one place by chance."""

from __future__ import annotations

import copy

FIRST = """format: 1
project: {title: Air, phase: running, called: [PPI]}
filled_in: {by: [researchers]}
sources:
  minutes: {kind: minutes, date: 2025-02-11}   # kept
stages:
  priorities: {role: involved, status: done, when: 2024}
  # a comment
  design: {role: consulted, status: done}
power:
  decisions:
    - {what: the question on breath, decided_by: together, stage: priorities, when: 2024}
care:
  plan: none
voices: {missing: none}
"""
SECOND = """format: 1
project:
  title: Air
  phase: running
  called: [PPI, co-production]
filled_in: {by: [contributors]}
stages:
  design: {role: consulted, status: done, when: 2025}
  priorities:
    role: consulted
    status: done
    when: 2024
power:
  decisions:
    complete: no
    entries:
      - {what: the leaflet, decided_by: team, stage: sharing}
      - {what: the question on breath, decided_by: team, stage: priorities, when: 2024}
care:
  plan: {status: done, when: 2024}
voices: {missing: [{group: young carers, why: [trust], basis: people told us}]}
reward:
  pay: {offered: all}
"""


def leaves(tree, path=()):
    """Every place of a tree, groups and lists too."""
    if path:
        yield path
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from leaves(value, (*path, key))
    if isinstance(tree, list):
        for number, value in enumerate(tree):
            yield from leaves(value, (*path, number))


def changed(tree, path, how):
    """The tree with another text at a place, or without what stands there; None where that cannot be done."""
    new = copy.deepcopy(tree)
    node = new
    for step in path[:-1]:
        node = node[step]
    if how == "out":
        if len(node) == 1:
            return None
        del node[path[-1]]
    elif isinstance(node[path[-1]], str):
        node[path[-1]] = "changed by chance" if how == "text" else "unknown"
    else:
        return None
    return new
