"""The free texts of a project: words of those who wrote the file, which results may have to leave out (`file_words`).

What is free text, the declaration of a field says: `str`, also where it is read with care, or the names of a `dict`. Choices, dates and lengths of
time are understood whole when they are read, and hold no words of anybody's own; a count may say who is counted, and an
amount in words what somebody is paid.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args, get_origin

from involve_audit.project.fields import annotation, is_part, without_none
from involve_audit.project.model import Project
from involve_audit.project.values.counts import Count, tells_who
from involve_audit.project.values.money import Money

if TYPE_CHECKING:
    from involve_audit.project.fields import Path


def free_texts(project: Project) -> tuple[dict[Path, str], dict[Path, str]]:
    """Each free text of a project by its place, and each name that it gives to a part, by the place of that part."""
    texts: dict[Path, str] = {}
    names: dict[Path, str] = {}
    waiting: list[tuple[Any, Any, Path]] = [(Project, project, ())]
    while waiting:
        kind, value, path = waiting.pop()
        if value is None:
            continue
        if kind is str or getattr(kind, "__origin__", None) is str:
            texts[path] = value
        elif isinstance(value, Count):
            if tells_who(value):
                texts[path] = value.text
        elif isinstance(value, Money):
            # What somebody is paid, as it was written: it is understood whole, and still nothing for a log.
            if re.search(r"[^\W\d_]{2}", value.text):
                texts[path] = value.text
        elif is_part(kind):
            waiting += [(annotation(type(value), name), told, (*path, name)) for name, told in vars(value).items()]
        elif get_origin(kind) is tuple:
            waiting += [(get_args(kind)[0], one, (*path, n)) for n, one in enumerate(value)]
        elif get_origin(kind) is dict:
            of_key, of_value = get_args(kind)
            if of_key is str:
                names |= {(*path, key): key for key in value}
            waiting += [(without_none(of_value), told, (*path, key)) for key, told in value.items()]
    return texts, names
