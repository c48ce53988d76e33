"""Words of the file, marked as the file's: so that a writer can leave them out, whatever sentence they came to stand in.

Where words are to be left out (`--no-excerpts`), each free text of a file is put between two signs before the file is
judged, and what stands between them is left out of the results. Nothing is searched for: a title that happens to be a
word of ours takes none of our sentences along, and a word of the file that stands in ours cannot be told from it by chance.

What comes from the file enters at one place (`load.with_marks`) and leaves at one (`cli.redact.without_excerpts`, for
whatever was found). Where a value of the file is compared with a word of ours, cut, or sorted beside one, `plain`,
`reworded` and `plain` again see to it that the mark changes nothing; a law in tests/cli/test_cli_marks.py holds every
result with marks against the one without.

Why marks in plain text: a class of its own for such texts does not survive f-strings, `join` and `replace`, and a
forgotten one would leak; the signs survive them, and what is cut is left out up to where it was cut. Sentences made of
templates and values would be cleaner, and touch every sentence; messages of what is wrong with a file are made so
(`messages.Wrong`), and the values in them that are of the file are always marked, until a writer makes words of them.
Of results only those without words use marks: results that keep the words never hold any, so nothing that compares,
sorts or measures them can see one.

The signs are two characters for private use. In a text of the file they are replaced before it is marked, so nobody
can forge the end of a mark.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

BEGIN, END = "\ue000", "\ue001"
LEFT_OUT = "…"
"""What stands in place of words of the file."""
_FORGED = str.maketrans({BEGIN: "\ufffd", END: "\ufffd"})


def marked(text: str) -> str:
    """A text of the file, marked as such; an empty one stays empty, for nothing is told by it."""
    return f"{BEGIN}{text.translate(_FORGED)}{END}" if text.strip() else text


def is_marked(text: str) -> bool:
    """Whether words of the file stand in a text."""
    return BEGIN in text or END in text


def plain(text: str) -> str:
    """A text with the words of the file in it, and without their marks: for comparing them with words of ours."""
    return text.replace(BEGIN, "").replace(END, "") if is_marked(text) else text


def reworded(text: str, change: Callable[[str], str]) -> str:
    """A text of the file in other words, or cut, and marked as before."""
    return marked(change(plain(text))) if is_marked(text) else change(text)


def cut(text: str, longest: int) -> str:
    """A text, or its beginning where it is longer, with its mark whole."""
    if is_marked(text):
        return marked(cut(plain(text), longest))
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def marked_place(path: str, stays: Collection[str]) -> str:
    """A place in a file (`rooms.panel.chair`) in which every name is marked: all but numbers, and words that are nobody's own."""
    return re.sub(
        r"[^.\[\]]+", lambda step: step[0] if step[0] in stays or step[0].isdecimal() else marked(step[0]), path
    )


def unmarked(text: str, stays: Collection[str]) -> str:
    """A text in which nothing is marked that is nobody's own: words, and places made of such words."""
    return re.sub(
        f"{BEGIN}([^{BEGIN}{END}]*){END}",
        lambda found: found[1] if found[1] in stays or all(step in stays for step in found[1].split(".")) else found[0],
        text,
    )


def left_out(text: str) -> str:
    """A text without the words of the file.

    A mark without its end was cut: it goes on to the end of the text. An end without its beginning was cut, too, and
    all before it may be of the file.
    """
    if not is_marked(text):
        return text
    kept, depth = "", 0
    for part in re.split(f"([{BEGIN}{END}])", text):
        if part == BEGIN:
            kept += LEFT_OUT if depth == 0 else ""
            depth += 1
        elif part == END and depth:
            depth -= 1
        elif part == END:
            kept = LEFT_OUT
        elif depth == 0:
            kept += part
    return kept
