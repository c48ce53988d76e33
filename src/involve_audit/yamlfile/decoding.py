"""The text of a file: bytes that are text in UTF-8, with the line breaks that editors know."""

from __future__ import annotations

import re
from functools import cache

from involve_audit.language import _
from involve_audit.wording.messages import InputError, Problem, Wrong

MAX_BYTES = 1_000_000
"""A project file of three hundred lines has nine thousand bytes; a million leave room for any log."""
_OTHER_BREAKS = "\x85\u2028\u2029"
"""Line breaks to YAML 1.1 but to no editor; word processors leave them in pasted text."""
_MARK = "\ufeff".encode()
"""A byte order mark, which some editors put in front of a text."""
_WIDE_UNITS = (
    (True, False, True, False),
    (False, True, False, True),
    (True, False, False, False),
    (False, False, False, True),
)
"""Where the bytes that are not 0 stand in the beginning of a text in UTF-16 or UTF-32."""
_LOOKS_LIKE = (
    (b"PK\x03\x04", _("a Word, Excel or zip file")),
    (b"\xd0\xcf\x11\xe0", _("an old Word or Excel file")),
    (b"%PDF", _("a PDF")),
    (b"{\\rtf", _("a rich text file")),
)


@cache
def no_text() -> re.Pattern[str]:
    """What YAML does not take for text: control characters, halves of characters, a byte order mark inside."""
    return re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


_USUAL = bytes(range(0x20, 0x7F)) + b"\n\r\t"
"""The characters of nearly all texts. To leave them out of the bytes of a text takes a thirtieth of looking at each character."""


def odd_in(text: str) -> re.Match[str] | None:
    """The first character of a text that YAML does not take for text; None in nearly all, for which no pattern is made."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _USUAL).decode("utf-8", "surrogatepass")
    return None if all(map(_is_usual, set(rest))) else no_text().search(text)


def _is_usual(character: str) -> bool:
    return "\xa0" <= character < "\ud800"


def decode(data: bytes | str, name: str, limit: int = MAX_BYTES) -> str:
    """Text of a file in UTF-8, with or without a byte order mark.

    The line breaks that only YAML 1.1 knows (U+0085, U+2028, U+2029) become blanks, so that lines are counted
    as editors count them.

    Raises:
        InputError: it is too large, or no UTF-8 text.
    """

    def refuse(wrong: Wrong, line: int = 1, column: int = 1) -> InputError:
        return InputError(name, [Problem(line, column, "", wrong)])

    if len(data) > limit:
        raise refuse(
            Wrong(
                "the file has {number} bytes; at most {limit} are read. Is this the right file? Long documents belong under `sources`, by name",
                number=f"{len(data):,}", limit=f"{limit:,}",
            )
        )  # fmt: skip
    if isinstance(data, bytes):
        for beginning, kind in _LOOKS_LIKE:
            if data.startswith(beginning):
                raise refuse(
                    Wrong("this looks like {kind}; save what it says as plain text in UTF-8 and try again", kind=kind)
                )
        if data[:2] in (b"\xff\xfe", b"\xfe\xff") or tuple(map(bool, data[:4])) in _WIDE_UNITS:
            raise refuse(Wrong("the file seems to be in UTF-16 or UTF-32; save it as UTF-8 and try again"))
        try:
            # What `utf-8-sig` does, without the module that it is read from.
            data = data.removeprefix(_MARK).decode("utf-8")
        except UnicodeDecodeError as error:
            line, column = place_of(plain_breaks(error.object[: error.start].decode("utf-8")), MAX_BYTES)
            byte = error.object[error.start]
            wrong = Wrong(
                "this is not text in UTF-8 (byte {byte}); save the file as UTF-8 and try again", byte=f"{byte:#04x}"
            )
            raise refuse(wrong, line, column) from None
    text = plain_breaks(data.removeprefix("\ufeff"))
    odd = odd_in(text)
    if odd:
        code = ord(odd[0])
        if code == 0xFEFF:
            wrong = Wrong("an invisible byte order mark (U+FEFF) stands here, inside the file; delete it")
        else:
            wrong = Wrong(
                "there is a character here that no text has ({code}); is this the right file?", code=f"U+{code:04X}"
            )
        raise refuse(wrong, *place_of(text, odd.start()))
    return text


def plain_breaks(text: str) -> str:
    """The text with blanks for the line breaks that only YAML 1.1 knows."""
    if not text.isascii():
        for mark in _OTHER_BREAKS:
            text = text.replace(mark, " ")
    return text


def place_of(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of a character."""
    before = (text[:index] + "x").splitlines()
    return len(before), len(before[-1])
