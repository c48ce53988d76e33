"""Whole numbers in digits and in words."""

from __future__ import annotations

import re


def listed(words: str) -> list[str]:
    """The words of a list that is too long to quote each of them."""
    return words.split()


_SMALL = {
    w: n
    for n, w in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
}
_TENS = {w: 10 * n for n, w in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), 2)}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_GROUPED = r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){1,3}|(?: [0-9]{3}){1,3}|(?:['’][0-9]{3}){1,3})"
"""A number in groups of three, with the same mark between all of them."""


def number_of(text: str) -> int | None:
    """A whole number in digits (`1,000`, `1 000`, `1000`) or in words (`twenty-five`, `two hundred`, `a dozen`)."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return int(text) if len(text) < 12 else None
    if text in _SMALL:
        return _SMALL[text]
    if text[:1].isdigit() and re.fullmatch(_GROUPED, text):
        return int(re.sub("[^0-9]", "", text))
    return _spelled(text)


def _spelled(text: str) -> int | None:
    if text == "half a dozen":
        return 6
    words = text.replace("-", " ").split()
    if not words or len(words) > 9 or words[-1] in ("and", "a", "an"):
        return None
    total, current, article = 0, -1, False
    for word in words:
        if article and word not in _SCALES:
            return None
        article = False
        if word in ("a", "an") and current < 0:
            current, article = 1, True
        elif word == "and" and (current > 0 or total):
            continue
        elif word in _SMALL and (current < 0 or (current and current % 100 == 0)):
            current = max(current, 0) + _SMALL[word]
        elif word in _SMALL and 0 < _SMALL[word] < 10 and current % 100 >= 20 and current % 10 == 0:
            current += _SMALL[word]
        elif word in _TENS and (current < 0 or (current and current % 100 == 0)):
            current = max(current, 0) + _TENS[word]
        elif word == "hundred" and 0 < current < 100:
            current *= 100
        elif word in _SCALES and 0 < current < 1000 and (not total or total >= 1000 * _SCALES[word]):
            total, current = total + current * _SCALES[word], -1
        elif word.isascii() and word.isdigit() and len(word) < 4 and current < 0 and not total and len(words) == 2:
            current = int(word)
        else:
            return None
    return total + max(current, 0)


def two_numbers(text: str) -> tuple[int, int] | None:
    """Both numbers of `5 to 8`, `5-8`, `5 or 6`, `between 5 and 8`, as they stand."""
    text = text.removeprefix("from ")
    between = text.startswith("between ")
    separators = (" and ",) if between else (" to ", " or ", "-")
    text = text.removeprefix("between ")
    for separator in separators:
        first, found, last = text.partition(separator)
        if found:
            low, high = number_of(first), number_of(last)
            if low is not None and high is not None:
                return low, high
    return None
