"""The events of a YAML text without libyaml: the same events, at the same places, with the same errors as libyaml gives.

PyYAML has a parser in pure Python for where libyaml is missing (a browser, some systems), but the two have grown apart: libyaml
takes `?` inside a plain text in brackets, tabs behind a text, and a tab after a colon; it places what is empty, and the end of the
file, elsewhere; and it words what is wrong otherwise. A file must not be read in two ways. So the tokens are found here as libyaml
finds them (github.com/yaml/libyaml, src/scanner.c), by patterns for whole texts, where PyYAML goes character by character.
The grammar above them is PyYAML's own; only the few places in which libyaml's (src/parser.c) differs are told here.

What a text must hold is checked before (`yamlfile.decoding.decode`): no character that YAML refuses, and of the line breaks only those that editors know.
`benchmarks/search.py readings` compares the two with files that are changed at random.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from yaml.error import MarkedYAMLError
from yaml.parser import Parser, ParserError
from yaml.scanner import ScannerError
from yaml.tokens import (
    AliasToken,
    AnchorToken,
    BlockEndToken,
    BlockEntryToken,
    BlockMappingStartToken,
    BlockSequenceStartToken,
    DirectiveToken,
    DocumentEndToken,
    DocumentStartToken,
    FlowEntryToken,
    FlowMappingEndToken,
    FlowMappingStartToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
    KeyToken,
    ScalarToken,
    StreamEndToken,
    StreamStartToken,
    TagToken,
    ValueToken,
)

LONGEST_KEY = 1024
"""A key without `?` is at most so long, and on one line."""
END = "\0"
"""Stands behind the text, so that looking ahead needs no bounds; no text holds it."""
BLANK_OR_END = frozenset(" \t\r\n\0")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_UP_TO_BREAK = re.compile(r"[^\r\n\0]*+")
_BLANKS = re.compile(r" *+")
_BLANKS_AND_TABS = re.compile(r"[ \t]*+")
_EMPTY_LINES = re.compile(r"(?: *+(?:#[^\r\n\0]*+)?(?:\r\n|\r|\n))++")
"""Lines that hold nothing but a comment."""
_INDICATOR = re.compile(r"(?:---|\.\.\.)(?=[ \t\r\n\0])")
_PLAIN_WORD = r"(?:[^ \t\r\n\0:]++|:(?![ \t\r\n\0]))++"
_FLOW_WORD = r"(?:[^ \t\r\n\0:,\[\]{}]++|:(?![ \t\r\n\0,?\[\]{}]))++"
_PLAIN = re.compile(rf"{_PLAIN_WORD}(?:[ \t]++(?!#){_PLAIN_WORD})*+")
_FLOW_PLAIN = re.compile(rf"{_FLOW_WORD}(?:[ \t]++(?!#){_FLOW_WORD})*+")
"""A plain text up to the end of its line, a comment, or what ends it; in brackets, and outside."""
_SINGLE = re.compile(r"'((?:[^'\r\n\0]++|'')*+)'")
_DOUBLE = re.compile(r'"([^"\\\r\n\0]*+)"')
"""A text in quotation marks on one line, without escapes."""
_IN_SINGLE = re.compile(r"(?:[^' \t\r\n\0]++|'')*+")
_IN_DOUBLE = re.compile(r'[^"\\ \t\r\n\0]*+')
_NAME = re.compile(r"[0-9A-Za-z_-]*+")
_HEX = re.compile(r"[0-9A-Fa-f]*")
_URI = re.compile(r"[0-9A-Za-z_\-;/?:@&=+$.!~*'()]++")
_URI_IN_ANGLES = re.compile(r"[0-9A-Za-z_\-;/?:@&=+$.!~*'(),\[\]]++")
_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", " ": " ",
    '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_ESCAPE_DIGITS = {"x": 2, "u": 4, "U": 8}
_PROBLEMS = {
    "while parsing a block collection": "did not find expected '-' indicator",
    "while parsing a block mapping": "did not find expected key",
    "while parsing a flow sequence": "did not find expected ',' or ']'",
    "while parsing a flow mapping": "did not find expected ',' or '}'",
    "while parsing a block node": "did not find expected node content",
    "while parsing a flow node": "did not find expected node content",
    "while parsing a node": "found undefined tag handle",
    None: "did not find expected <document start>",
}
"""What libyaml's parser says is wrong in each of the contexts that PyYAML's knows as well."""


class Mark:
    """A place in the text, counted from 0."""

    __slots__ = ("column", "index", "line")

    def __init__(self, line: int, column: int, index: int) -> None:
        self.line = line
        self.column = column
        self.index = index


class _Key(NamedTuple):
    """A token that is a key if a colon follows it on its line."""

    token: int
    needed: bool
    mark: Mark


class _Scanner:
    """The tokens of a text, as `yaml.parser.Parser` asks for them."""

    def __init__(self, text: str) -> None:
        self.text = text + END * 4
        self.at = 0
        self.line = 0
        self.line_start = 0
        self.flow_level = 0
        self.indent = -1
        self.indents: list[int] = []
        self.key_allowed = True
        self.keys: dict[int, _Key] = {}
        """For each level of brackets the token that may turn out to be a key."""
        self.tokens: list[Any] = [StreamStartToken(Mark(0, 0, 0), Mark(0, 0, 0))]
        self.taken = 0
        self.ready = True
        self.done = False

    # What the parser asks for

    def check_token(self, *kinds: type) -> bool:
        """Whether the next token is of one of these kinds."""
        if not self.ready:
            self.get_ready()
        return bool(self.tokens) and (not kinds or type(self.tokens[0]) in kinds)

    def peek_token(self) -> Any:
        """The next token, which stays the next."""
        if not self.ready:
            self.get_ready()
        return self.tokens[0] if self.tokens else None

    def get_token(self) -> Any:
        """The next token."""
        if not self.ready:
            self.get_ready()
        self.ready = False
        if not self.tokens:
            return None
        self.taken += 1
        token = self.tokens.pop(0)
        if type(token) is TagToken:
            # libyaml looks behind a tag before it looks up what the tag means.
            self.get_ready()
        return token

    def get_ready(self) -> None:
        """Scan until the first token that waits can no longer be a key."""
        while True:
            if self.tokens:
                self.forget_stale_keys()
                for key in self.keys.values():
                    if key.token == self.taken:
                        break
                else:
                    break
            elif self.done:
                break
            self.fetch()
        self.ready = True

    # Where we are, and what may be a key

    @property
    def column(self) -> int:
        return self.at - self.line_start

    def mark(self) -> Mark:
        return Mark(self.line, self.at - self.line_start, self.at)

    def wrong(self, context: str | None, began: Mark | None, problem: str) -> ScannerError:
        marks: tuple[Any, Any] = began, self.mark()
        return ScannerError(context, marks[0], problem, marks[1])

    def take_break(self) -> bool:
        """Go behind a line break, if one stands here."""
        character = self.text[self.at]
        if character == "\n":
            self.at += 1
        elif character == "\r":
            self.at += 2 if self.text[self.at + 1] == "\n" else 1
        else:
            return False
        self.line_start = self.at
        self.line += 1
        return True

    def forget_stale_keys(self) -> None:
        """What is not followed by a colon on its line, and soon, is no key."""
        for level, key in tuple(self.keys.items()):
            if key.mark.line < self.line or key.mark.index + LONGEST_KEY < self.at:
                self.forget_key(level)

    def forget_key(self, level: int) -> None:
        key = self.keys.pop(level, None)
        if key is not None and key.needed:
            raise self.wrong("while scanning a simple key", key.mark, "could not find expected ':'")

    def may_be_key(self) -> None:
        """Note that the token that begins here may be a key."""
        if self.key_allowed:
            needed = not self.flow_level and self.indent == self.column
            self.forget_key(self.flow_level)
            self.keys[self.flow_level] = _Key(self.taken + len(self.tokens), needed, self.mark())

    def unroll(self, column: int) -> None:
        """End the lists and groups that are indented further than what stands here."""
        if not self.flow_level:
            while self.indent > column:
                mark = self.mark()
                self.tokens.append(BlockEndToken(mark, mark))
                self.indent = self.indents.pop()

    def roll(self, mark: Mark, kind: Any, token: int | None = None) -> None:
        """Begin a list or group where its first item or key is indented further than what stands above."""
        if not self.flow_level and self.indent < mark.column:
            self.indents.append(self.indent)
            self.indent = mark.column
            place = len(self.tokens) if token is None else token - self.taken
            self.tokens.insert(place, kind(mark, mark))

    def one(self, kind: Any, length: int = 1) -> None:
        """A token of as many characters."""
        start = self.mark()
        self.at += length
        self.tokens.append(kind(start, self.mark()))

    # One token further

    def fetch(self) -> None:
        """Add the next token, and what follows from where it stands."""
        self.go_to_token()
        self.forget_stale_keys()
        self.unroll(self.column)
        text, at = self.text, self.at
        character = text[at]
        if at == self.line_start:
            if character == END:
                self.fetch_end()
                return
            if character == "%":
                self.unroll(-1)
                self.forget_key(self.flow_level)
                self.key_allowed = False
                self.tokens.append(self.directive())
                return
            if character in "-." and _INDICATOR.match(text, at):
                self.unroll(-1)
                self.forget_key(self.flow_level)
                self.key_allowed = False
                self.one(DocumentStartToken if character == "-" else DocumentEndToken, 3)
                return
        fetch = _FETCH.get(character)
        if fetch is not None:
            fetch(self)
            return
        before_blank = text[at + 1] in BLANK_OR_END
        if character == "-" and before_blank:
            self.fetch_item()
        elif character == "?" and (self.flow_level or before_blank):
            self.fetch_key()
        elif character == ":" and (self.flow_level or before_blank):
            self.fetch_value()
        elif character in "|>" and not self.flow_level:
            self.key_allowed = True
            self.forget_key(0)
            self.tokens.append(self.block_text(character))
        elif character in "\t%@`|>":
            raise self.wrong(
                "while scanning for the next token", self.mark(), "found character that cannot start any token"
            )
        else:
            self.may_be_key()
            self.key_allowed = False
            self.tokens.append(self.plain_text())

    def go_to_token(self) -> None:
        """Go over blanks, comments and line breaks. Tabs are blanks where no key could stand."""
        text = self.text
        while True:
            if text[self.at] in " \t":
                blanks = _BLANKS_AND_TABS if self.flow_level or not self.key_allowed else _BLANKS
                self.at = blanks.match(text, self.at).end()  # type: ignore[union-attr]
            if text[self.at] == "#":
                self.at = _UP_TO_BREAK.match(text, self.at).end()  # type: ignore[union-attr]
            if not self.take_break():
                return
            if not self.flow_level:
                self.key_allowed = True
                empty = text[self.at] in " #\r\n" and _EMPTY_LINES.match(text, self.at)
                if empty:
                    self.line += len(_LINE_BREAK.findall(empty[0]))
                    self.at = self.line_start = empty.end()

    def fetch_end(self) -> None:
        # To libyaml the end stands at the beginning of a line, whether or not the last line is ended.
        if self.at != self.line_start:
            self.line += 1
            self.line_start = self.at
        self.unroll(-1)
        self.forget_key(self.flow_level)
        self.key_allowed = False
        mark = self.mark()
        self.tokens.append(StreamEndToken(mark, mark))
        self.done = True

    def fetch_open(self) -> None:
        self.may_be_key()
        self.flow_level += 1
        self.key_allowed = True
        self.one(FlowSequenceStartToken if self.text[self.at] == "[" else FlowMappingStartToken)

    def fetch_close(self) -> None:
        self.forget_key(self.flow_level)
        if self.flow_level:
            self.flow_level -= 1
        self.key_allowed = False
        self.one(FlowSequenceEndToken if self.text[self.at] == "]" else FlowMappingEndToken)

    def fetch_comma(self) -> None:
        self.forget_key(self.flow_level)
        self.key_allowed = True
        self.one(FlowEntryToken)

    def fetch_item(self) -> None:
        if not self.flow_level:
            if not self.key_allowed:
                raise self.wrong(None, None, "block sequence entries are not allowed in this context")
            self.roll(self.mark(), BlockSequenceStartToken)
        self.forget_key(self.flow_level)
        self.key_allowed = True
        self.one(BlockEntryToken)

    def fetch_key(self) -> None:
        if not self.flow_level:
            if not self.key_allowed:
                raise self.wrong(None, None, "mapping keys are not allowed in this context")
            self.roll(self.mark(), BlockMappingStartToken)
        self.forget_key(self.flow_level)
        self.key_allowed = not self.flow_level
        self.one(KeyToken)

    def fetch_value(self) -> None:
        key = self.keys.pop(self.flow_level, None)
        if key is not None:
            self.tokens.insert(key.token - self.taken, KeyToken(key.mark, key.mark))
            self.roll(key.mark, BlockMappingStartToken, key.token)
            self.key_allowed = False
        else:
            if not self.flow_level:
                if not self.key_allowed:
                    raise self.wrong(None, None, "mapping values are not allowed in this context")
                self.roll(self.mark(), BlockMappingStartToken)
            self.key_allowed = not self.flow_level
        self.one(ValueToken)

    def fetch_anchor(self) -> None:
        self.may_be_key()
        self.key_allowed = False
        self.tokens.append(self.anchor())

    def fetch_tag(self) -> None:
        self.may_be_key()
        self.key_allowed = False
        self.tokens.append(self.tag())

    def fetch_quoted(self) -> None:
        self.may_be_key()
        self.key_allowed = False
        self.tokens.append(self.quoted_text())

    # Texts

    def plain_text(self) -> ScalarToken:
        text, start = self.text, self.mark()
        indent = self.indent + 1
        words = _FLOW_PLAIN if self.flow_level else _PLAIN
        parts: list[str] = []
        between = ""
        line_ended = False
        end = start
        while text[self.at] != "#" and not self.at_indicator():
            found = words.match(text, self.at)
            if found:
                parts += between, found[0]
                self.at = found.end()
                end = self.mark()
                line_ended = False
            if self.flow_level and text[self.at] == ":" and text[self.at + 1] in ",?[]{}":
                raise self.wrong("while scanning a plain scalar", start, "found unexpected ':'")
            if text[self.at] not in " \t\r\n":
                break
            between = self.blanks()
            if self.take_break():
                line_ended = True
                breaks = 0
                while True:
                    self.at = _BLANKS.match(text, self.at).end()  # type: ignore[union-attr]
                    if text[self.at] == "\t":
                        if self.column < indent:
                            problem = "found a tab character that violates indentation"
                            raise self.wrong("while scanning a plain scalar", start, problem)
                        self.blanks()
                    if not self.take_break():
                        break
                    breaks += 1
                between = "\n" * breaks or " "
            if not self.flow_level and self.column < indent:
                break
        if line_ended:
            self.key_allowed = True
        return ScalarToken("".join(parts), True, start, end)

    def at_indicator(self) -> bool:
        """Whether `---` or `...` stands here, at the beginning of a line."""
        return self.at == self.line_start and bool(_INDICATOR.match(self.text, self.at))

    def blanks(self) -> str:
        """Go over blanks and tabs."""
        found: Any = _BLANKS_AND_TABS.match(self.text, self.at)
        self.at = found.end()
        return str(found[0])

    def quoted_text(self) -> ScalarToken:
        text, start = self.text, self.mark()
        quote = text[self.at]
        single = quote == "'"
        short = (_SINGLE if single else _DOUBLE).match(text, self.at)
        if short:
            self.at = short.end()
            value = short[1].replace("''", "'") if single and "'" in short[1] else short[1]
            return ScalarToken(value, False, start, self.mark(), quote)
        inside = _IN_SINGLE if single else _IN_DOUBLE
        parts: list[str] = []
        self.at += 1
        while True:
            if self.at_indicator():
                raise self.wrong("while scanning a quoted scalar", start, "found unexpected document indicator")
            if text[self.at] == END:
                raise self.wrong("while scanning a quoted scalar", start, "found unexpected end of stream")
            line_ended = False
            while not line_ended:
                found: Any = inside.match(text, self.at)
                parts.append(found[0].replace("''", "'") if single else found[0])
                self.at = found.end()
                if text[self.at] != "\\" or single:
                    break
                line_ended = text[self.at + 1] in "\r\n"
                if line_ended:
                    self.at += 1
                    self.take_break()
                else:
                    parts.append(self.escape(start))
            if text[self.at] == quote:
                break
            between, breaks = self.blanks(), -1
            if line_ended:
                between, breaks = "", 0
            while self.take_break():
                line_ended = True
                breaks += 1
                self.blanks()
                between = "\n" * breaks or " "
            parts.append(between)
        self.at += 1
        return ScalarToken("".join(parts), False, start, self.mark(), quote)

    def escape(self, start: Mark) -> str:
        """The character that a backslash and what follows it stand for."""
        context = "while parsing a quoted scalar"
        letter = self.text[self.at + 1]
        if letter in _ESCAPES:
            self.at += 2
            return _ESCAPES[letter]
        if letter not in _ESCAPE_DIGITS:
            raise self.wrong(context, start, "found unknown escape character")
        self.at += 2
        digits = self.text[self.at : self.at + _ESCAPE_DIGITS[letter]]
        if not _HEX.fullmatch(digits):
            raise self.wrong(context, start, "did not find expected hexdecimal number")
        code = int(digits, 16)
        if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
            raise self.wrong(context, start, "found invalid Unicode character escape code")
        self.at += len(digits)
        return chr(code)

    def block_text(self, style: str) -> ScalarToken:
        text, start = self.text, self.mark()
        context = "while scanning a block scalar"
        chomp, increment = "", 0
        self.at += 1
        for _ in "two indicators":
            if text[self.at] in "+-" and not chomp:
                chomp = text[self.at]
            elif "0" <= text[self.at] <= "9" and not increment:
                if text[self.at] == "0":
                    raise self.wrong(context, start, "found an indentation indicator equal to 0")
                increment = int(text[self.at])
            else:
                break
            self.at += 1
        self.blanks()
        if text[self.at] == "#":
            self.at = _UP_TO_BREAK.match(text, self.at).end()  # type: ignore[union-attr]
        if text[self.at] not in "\r\n\0":
            raise self.wrong(context, start, "did not find expected comment or line break")
        self.take_break()
        indent = max(self.indent, 0) + increment if increment else 0
        indent, breaks, end = self.block_breaks(indent, start)
        parts: list[str] = []
        joint = ""
        after_blank = False
        while self.column == indent and text[self.at] != END:
            blank = text[self.at] in " \t"
            if style == ">" and joint and not after_blank and not blank:
                parts.append(breaks or " ")
            else:
                parts += joint, breaks
            after_blank = blank
            found: Any = _UP_TO_BREAK.match(text, self.at)
            parts.append(found[0])
            self.at = found.end()
            joint = "\n" if self.take_break() else ""
            indent, breaks, end = self.block_breaks(indent, start)
        if chomp != "-":
            parts.append(joint)
        if chomp == "+":
            parts.append(breaks)
        return ScalarToken("".join(parts), False, start, end, style)

    def block_breaks(self, indent: int, start: Mark) -> tuple[int, str, Mark]:
        """Go over the empty lines of a text that is indented, and find out how far it is where that is not known (0)."""
        text = self.text
        end = self.mark()
        breaks = widest = 0
        while True:
            blanks = _BLANKS.match(text, self.at).end()  # type: ignore[union-attr]
            self.at = max(self.at, min(blanks, self.line_start + indent)) if indent else blanks
            column = self.column
            widest = max(widest, column)
            if (not indent or column < indent) and text[self.at] == "\t":
                problem = "found a tab character where an indentation space is expected"
                raise self.wrong("while scanning a block scalar", start, problem)
            if not self.take_break():
                break
            breaks += 1
            end = self.mark()
        return indent or max(widest, self.indent + 1, 1), "\n" * breaks, end

    # What this project does not read, and names in its messages

    def name(self) -> str:
        found: Any = _NAME.match(self.text, self.at)
        self.at = found.end()
        return str(found[0])

    def anchor(self) -> AliasToken | AnchorToken:
        start = self.mark()
        alias = self.text[self.at] == "*"
        self.at += 1
        name = self.name()
        if not name or self.text[self.at] not in " \t\r\n\0?:,]}%@`":
            context = "while scanning an alias" if alias else "while scanning an anchor"
            raise self.wrong(context, start, "did not find expected alphabetic or numeric character")
        return (AliasToken if alias else AnchorToken)(name, start, self.mark())

    def tag(self) -> TagToken:
        start = self.mark()
        context = "while scanning a tag"
        handle: str | None = None
        if self.text[self.at + 1] == "<":
            self.at += 2
            suffix = self.uri(start, "", angles=True)
            if self.text[self.at] != ">":
                raise self.wrong(context, start, "did not find the expected '>'")
            self.at += 1
        else:
            handle = self.handle()
            if len(handle) > 1 and handle.endswith("!"):
                suffix = self.uri(start, "")
            else:
                suffix, handle = self.uri(start, handle), "!"
                if not suffix:
                    suffix, handle = "!", None
        if self.text[self.at] not in BLANK_OR_END and not (self.flow_level and self.text[self.at] == ","):
            raise self.wrong(context, start, "did not find expected whitespace or line break")
        return TagToken((handle, suffix), start, self.mark())

    def handle(self) -> str:
        """`!`, `!!`, `!name!`, or the beginning of a tag without a handle, as `!name`."""
        start = self.at
        self.at += 1
        self.name()
        if self.text[self.at] == "!":
            self.at += 1
        return self.text[start : self.at]

    def uri(self, start: Mark, head: str, *, angles: bool = False, directive: bool = False) -> str:
        """What a tag is called; `head` is what was taken for its handle."""
        text = self.text
        context = "while parsing a %TAG directive" if directive else "while parsing a tag"
        found = bytearray(head[1:].encode())
        pattern = _URI_IN_ANGLES if angles else _URI
        length = len(head)
        while True:
            plain = pattern.match(text, self.at)
            if plain:
                found += plain[0].encode()
                self.at = plain.end()
                length += 1
            elif text[self.at] == "%":
                self.escaped_octets(found, context, start)
                length += 1
            else:
                break
        if not length:
            raise self.wrong(context, start, "did not find expected tag URI")
        # In C a text ends at its first zero.
        return found.partition(b"\0")[0].decode()

    def escaped_octets(self, found: bytearray, context: str, start: Mark) -> None:
        """One character in UTF-8, each octet as `%` and two digits."""
        left = 0
        while True:
            digits = self.text[self.at + 1 : self.at + 3]
            if self.text[self.at] != "%" or not re.fullmatch("[0-9A-Fa-f]{2}", digits):
                raise self.wrong(context, start, "did not find URI escaped octet")
            octet = int(digits, 16)
            if not left:
                left = 1 if octet < 0x80 else 2 if 0xC0 <= octet < 0xE0 else 3 if 0xE0 <= octet < 0xF0 else 4
                if 0x80 <= octet < 0xC0 or octet >= 0xF8:
                    raise self.wrong(context, start, "found an incorrect leading UTF-8 octet")
            elif octet & 0xC0 != 0x80:
                raise self.wrong(context, start, "found an incorrect trailing UTF-8 octet")
            found.append(octet)
            self.at += 3
            left -= 1
            if not left:
                return

    def directive(self) -> DirectiveToken:
        start = self.mark()
        context = "while scanning a directive"
        self.at += 1
        name = self.name()
        if not name:
            raise self.wrong(context, start, "could not find expected directive name")
        if self.text[self.at] not in BLANK_OR_END:
            raise self.wrong(context, start, "found unexpected non-alphabetical character")
        value: tuple[Any, Any]
        self.blanks()
        if name == "YAML":
            major = self.version_number(start)
            if self.text[self.at] != ".":
                problem = "did not find expected digit or '.' character"
                raise self.wrong("while scanning a %YAML directive", start, problem)
            self.at += 1
            value = (major, self.version_number(start))
        elif name == "TAG":
            value = self.tag_directive(start)
        else:
            self.at = start.index + 1 + len(name)
            raise self.wrong(context, start, "found unknown directive name")
        end = self.mark()
        self.blanks()
        if self.text[self.at] == "#":
            self.at = _UP_TO_BREAK.match(self.text, self.at).end()  # type: ignore[union-attr]
        if self.text[self.at] not in "\r\n\0":
            raise self.wrong(context, start, "did not find expected comment or line break")
        self.take_break()
        return DirectiveToken(name, value, start, end)

    def version_number(self, start: Mark) -> int:
        context = "while scanning a %YAML directive"
        found: Any = re.compile("[0-9]{0,9}").match(self.text, self.at)
        self.at = found.end()
        if not found[0]:
            raise self.wrong(context, start, "did not find expected version number")
        if "0" <= self.text[self.at] <= "9":
            raise self.wrong(context, start, "found extremely long version number")
        return int(found[0])

    def tag_directive(self, start: Mark) -> tuple[str, str]:
        context = "while scanning a %TAG directive"
        if self.text[self.at] != "!":
            raise self.wrong("while scanning a tag directive", start, "did not find expected '!'")
        handle = self.handle()
        if handle != "!" and not handle.endswith("!"):
            raise self.wrong("while parsing a tag directive", start, "did not find expected '!'")
        if self.text[self.at] not in " \t":
            raise self.wrong(context, start, "did not find expected whitespace")
        self.blanks()
        prefix = self.uri(start, "", directive=True)
        if self.text[self.at] not in BLANK_OR_END:
            raise self.wrong(context, start, "did not find expected whitespace or line break")
        return handle, prefix


_FETCH = {
    END: _Scanner.fetch_end,
    "[": _Scanner.fetch_open,
    "{": _Scanner.fetch_open,
    "]": _Scanner.fetch_close,
    "}": _Scanner.fetch_close,
    ",": _Scanner.fetch_comma,
    "*": _Scanner.fetch_anchor,
    "&": _Scanner.fetch_anchor,
    "!": _Scanner.fetch_tag,
    "'": _Scanner.fetch_quoted,
    '"': _Scanner.fetch_quoted,
}


class PureLoader(_Scanner, Parser):
    """The events of a text, one by one (`get_event`), as `yaml.CLoader` gives them."""

    def __init__(self, text: str) -> None:
        _Scanner.__init__(self, text)
        Parser.__init__(self)

    def get_event(self) -> Any:
        """The next event; None behind the last.

        Raises:
            yaml.MarkedYAMLError: the text is not YAML, in the words of libyaml.
        """
        try:
            return super().get_event()  # type: ignore[no-untyped-call]
        except ParserError as error:
            raise _in_the_words_of_libyaml(error) from None

    # In brackets, what is not there stands to libyaml where the next token begins.

    def parse_flow_mapping_key(self, first: bool = False) -> Any:
        """A key of a group in brackets, or its end."""
        if not first and self.check_token(FlowEntryToken):
            self.get_token()
            first = True
        if not first or not self.check_token(KeyToken):
            return super().parse_flow_mapping_key(first)
        self.get_token()
        if not self.check_token(ValueToken, FlowEntryToken, FlowMappingEndToken):
            self.states.append(self.parse_flow_mapping_value)
            return self.parse_flow_node()  # type: ignore[no-untyped-call]
        self.state = self.parse_flow_mapping_value
        return self.process_empty_scalar(self.peek_token().start_mark)

    def parse_flow_mapping_value(self) -> Any:
        """A value of a group in brackets."""
        if self.check_token(ValueToken):
            self.get_token()
            if not self.check_token(FlowEntryToken, FlowMappingEndToken):
                self.states.append(self.parse_flow_mapping_key)
                return self.parse_flow_node()  # type: ignore[no-untyped-call]
        self.state = self.parse_flow_mapping_key
        return self.process_empty_scalar(self.peek_token().start_mark)

    def parse_flow_sequence_entry_mapping_key(self) -> Any:
        """The key of a group of one key in a list. Where there is none, libyaml loses the comma or colon behind it."""
        self.get_token()
        if not self.check_token(ValueToken, FlowEntryToken, FlowSequenceEndToken):
            self.states.append(self.parse_flow_sequence_entry_mapping_value)
            return self.parse_flow_node()  # type: ignore[no-untyped-call]
        self.state = self.parse_flow_sequence_entry_mapping_value
        if self.check_token(FlowSequenceEndToken):
            return self.process_empty_scalar(self.peek_token().start_mark)
        return self.process_empty_scalar(self.get_token().end_mark)

    def parse_flow_sequence_entry_mapping_value(self) -> Any:
        """The value of a group of one key in a list."""
        if self.check_token(ValueToken):
            self.get_token()
            if not self.check_token(FlowEntryToken, FlowSequenceEndToken):
                self.states.append(self.parse_flow_sequence_entry_mapping_end)
                return self.parse_flow_node()  # type: ignore[no-untyped-call]
        self.state = self.parse_flow_sequence_entry_mapping_end
        return self.process_empty_scalar(self.peek_token().start_mark)


def _in_the_words_of_libyaml(error: MarkedYAMLError) -> MarkedYAMLError:
    problem = error.problem or ""
    if problem.startswith(("expected", "found undefined")):
        problem = _PROBLEMS.get(error.context, problem)
    return ParserError(error.context, error.context_mark, problem, error.problem_mark)
