"""Files changed at random: bytes, lines, words, values, and the tree of what they hold. The same seed gives the same file."""

from __future__ import annotations

import io
import json
import random
import re
import warnings
import zipfile
from typing import Any

HOSTILE: tuple[Any, ...] = (
    "", " ", "\t", "\r", "a\rb", "a\nb", "a\r\nb", "\0", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u202e", "\u200b", "\ufeff", "\ud800", "\U0010ffff",
    "a\u0301", "I\u0307", "ß", "\u00a0", "٣", "²", "½", "-", "--", "- ", "'", '"', "''", '"""', "|", ">", "&a", "*a", "!!python/object:os.system", "<<",
    "{", "}", "[", "]", "{}", "[]", "{{", "{0}", "{x}", "%s", "%(x)s", "%", "$x", "${x}", "`", "#", "# x", ":", ": ", "a: b", ",", ";", "?", "? x",
    "<script>", "</script>", "&amp;", "&#0;", "<!--", "]]>", "::error::x", "##[error]x", "=1+1", "../../x", "/etc/passwd", "C:\\x", "\\", "\\u0000",
    "yes", "no", "unknown", "none", "null", "~", "true", "false", "all", "some", "0", "-0", "-1", "1", "2", "3", "00", "1.5", "1e999", "1e-999", "nan",
    "inf", "-inf", "999999999999999999999999", "0x10", "1_000", "1,000", "up to 0", "about 0", "3 of 2", "0 of 0", "50%", "101%", "0000", "9999", "10000",
    "0001-01-01", "9999-12-31", "2024-02-30", "2024-13", "2024-06-31", "2026-11", "2024", "month 0", "month 99999999999", "before design", "after x",
    "x" * 300, "x" * 5000, "é" * 300, "x " * 500, "a,b\n" * 50, "[" * 60, "{a: " * 60, "- " * 60, "(" * 2000,
)  # fmt: skip
"""Values that a reader of text may stumble over."""
OTHER_KINDS: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1,
    2.5,
    1e308,
    10**30,
    [],
    {},
    [[]],
    [{}],
    [None],
    {"": ""},
    {"a": {}},
)
"""Values of another kind than the one that stands there."""
BYTES = (b"\0", b"\r", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\x80", b"\x1b", b"\xe2\x80\xa8", b'"', b"'", b"\n", b"\t", b",", b";", b"PK\x03\x04", b"%PDF", b"---\n", b"<")  # fmt: skip
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
_WORD = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|[^\s\[\]{},:\"']+")


def of_bytes(rng: random.Random, data: bytes) -> bytes:
    """A file with some bytes other, gone, doubled, or cut off."""
    at = rng.randrange(len(data) + 1)
    end = min(len(data), at + rng.choice((1, 1, 2, 8, 40)))
    match rng.randrange(7):
        case 0:
            return data[:at] + rng.randbytes(end - at) + data[end:]
        case 1:
            return data[:at] + rng.choice(BYTES) + data[end:]
        case 2:
            return data[:at] + rng.choice(BYTES) + data[at:]
        case 3:
            return data[:at] + data[end:]
        case 4:
            return data[:at] + data[at:end] * rng.choice((2, 3, 50)) + data[end:]
        case 5:
            return data[:at]
        case _:
            return data[:at] + bytes(b ^ (1 << rng.randrange(8)) for b in data[at:end]) + data[end:]


def of_lines(rng: random.Random, text: str) -> str:
    """A file with lines gone, doubled, swapped, indented otherwise, or joined."""
    lines = text.splitlines(keepends=True) or [""]
    at, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    match rng.randrange(8):
        case 0:
            del lines[at]
        case 1:
            lines.insert(other, lines[at])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[at] = " " * rng.choice((1, 2, 4)) + lines[at]
        case 4:
            lines[at] = lines[at][rng.choice((1, 2, 4)) :]
        case 5:
            lines[at] = lines[at].rstrip("\r\n") + rng.choice(("", " ", "\r", "\r\n", ","))
        case 6:
            low, high = sorted((at, other))
            del lines[low:high]
        case _:
            lines[at:at] = [rng.choice(lines)] * rng.choice((2, 20))
    return "".join(lines)


def of_words(rng: random.Random, text: str) -> str:
    """A file with one word or quoted text replaced by another of it, or by a hostile one."""
    words = list(_WORD.finditer(text))
    if not words:
        return text + str(rng.choice(HOSTILE))
    word = rng.choice(words)
    new = rng.choice(words)[0] if rng.random() < 0.4 else str(rng.choice(HOSTILE))
    if rng.random() < 0.3:
        new = json.dumps(new)
    return text[: word.start()] + new + text[word.end() :]


def _copied(tree: Any) -> Any:
    """A copy of a tree, quicker than the general way."""
    return json.loads(json.dumps(tree))


def _places(tree: Any) -> list[tuple[Any, Any]]:
    """Every place of a tree: what holds it, and its key or number there."""
    found: list[tuple[Any, Any]] = []
    left = [tree]
    while left:
        node = left.pop()
        inside = (
            list(node.items()) if isinstance(node, dict) else list(enumerate(node)) if isinstance(node, list) else ()
        )
        for key, value in inside:
            found.append((node, key))
            left.append(value)
    return found


def of_tree(rng: random.Random, tree: Any, values: list[Any] | None = None) -> Any:
    """A copy of a tree with one place changed: another value, gone, doubled, emptied, wrapped, or moved."""
    tree = _copied(tree)
    places = _places(tree)
    if not places:
        return rng.choice(OTHER_KINDS)
    # Of a long tree the upper places would hardly ever be met.
    holder, key = rng.choice(places) if rng.random() < 0.8 else rng.choice(places[: max(1, len(places) // 20)])
    value = holder[key]
    match rng.randrange(10):
        case 0 | 1:
            holder[key] = rng.choice(HOSTILE)
        case 2:
            holder[key] = _copied(rng.choice(OTHER_KINDS))
        case 3:
            del holder[key]
        case 4:
            holder[key] = type(value)() if value is not None else ""
        case 5:
            if isinstance(holder, list):
                holder.insert(key, _copied(value))
            else:
                holder[rng.choice((f"{key} ", str(key).upper(), f"{key}x", str(rng.choice(HOSTILE))))] = _copied(value)
        case 6:
            holder[key] = [value] if rng.random() < 0.5 else {rng.choice(("a", "says", "id", "source", "note")): value}
        case 7:
            other, at = rng.choice(places)
            holder[key] = _copied(other[at])
        case 8:
            if isinstance(value, str):
                at = rng.randrange(len(value) + 1)
                holder[key] = value[:at] + str(rng.choice(HOSTILE)) + value[at:]
            elif isinstance(value, int | float) and not isinstance(value, bool):
                holder[key] = rng.choice((value + 1, -value, value * 10**9, value / 3, 0, 1))
            elif isinstance(value, list):
                rng.shuffle(value)
        case _:
            if isinstance(value, list) and value:
                holder[key] = value * rng.choice((2, 30))
            elif isinstance(value, dict):
                holder[key] = dict(list(value.items())[::-1])
            else:
                holder[key] = rng.choice(values) if values else rng.choice(HOSTILE)
    return tree


def nested(rng: random.Random, text: str) -> str:
    """A file with brackets or indents inside each other, deeper than anybody writes."""
    at, many = rng.randrange(len(text) + 1), rng.choice((10, 39, 41, 200, 5000))
    return text[:at] + rng.choice(("[", "{", "{a: ", "- ", "(", "<b>", '{"a":', "? ")) * many + text[at:]


def changed(rng: random.Random, data: bytes, tree: Any = None) -> bytes:
    """A file with one to four changes; with its tree, mostly there.

    Args:
        rng: where chance comes from.
        data: the file as it is well formed.
        tree: what it holds, where it is JSON, or YAML that may be written as JSON.
    """
    if tree is not None and rng.random() < 0.6:
        for _ in range(rng.choice((1, 1, 2, 4))):
            tree = of_tree(rng, tree)
        data = json.dumps(tree, ensure_ascii=rng.random() < 0.5, indent=rng.choice((None, 1))).encode(
            "utf-8", "surrogatepass"
        )
        if rng.random() < 0.85:
            return data
    for _ in range(rng.choice((1, 1, 2, 4))):
        if rng.random() < 0.3:
            data = of_bytes(rng, data)
            continue
        text = data.decode("utf-8", "surrogateescape")
        change = rng.choice((of_lines, of_lines, of_words, of_words, of_words, nested))
        data = _encoded(change(rng, text))
    return data


def of_zip(rng: random.Random, data: bytes) -> bytes:
    """A zip file with one part changed and packed again, with what it says of itself changed, or broken as bytes."""
    if rng.random() < 0.3:
        return of_bytes(rng, data)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parts = [(member.filename, old.read(member)) for member in old.infolist()]
        which = rng.randrange(len(parts))
        for n, (name, part) in enumerate(parts):
            packed = rng.choice(PACKINGS) if n == which else zipfile.ZIP_DEFLATED
            for _ in range(rng.choice((1, 1, 2)) if rng.random() < 0.9 else 2):
                new.writestr(name, changed(rng, part) if n == which else part, compress_type=packed)
                if n != which or rng.random() < 0.9:
                    break
    data = made.getvalue()
    if rng.random() < 0.6:
        return data
    # The fields of the headers (version, flags, packing, sizes, names), by which a reader finds its way.
    heads = [found.start() for found in re.finditer(rb"PK(?:\x03\x04|\x01\x02|\x05\x06)", data)]
    for _ in range(rng.choice((1, 2))):
        at = rng.choice(heads) + 4 + rng.randrange(42)
        data = data[:at] + bytes([rng.choice((0, 1, 8, 12, 14, 98, 99, 255, rng.randrange(256)))]) + data[at + 1 :]
    return data


def _encoded(text: str) -> bytes:
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
