"""How many: people and things, as the range that the words allow."""

from __future__ import annotations

import re
from typing import Annotated, Any

from involve_audit.language import _
from involve_audit.project.fields import Reads, theirs, tidy
from involve_audit.project.values.closed_words import NONE, words_of
from involve_audit.project.values.numbers import listed, number_of, two_numbers
from involve_audit.record import Record
from involve_audit.wording.messages import Wrong


class Count(Record):
    """How many, as the range that the words allow.

    Attributes:
        low: the least number that the words allow.
        high: the greatest; None means that there is no bound.
        text: the words in the file.
    """

    low: int
    high: int | None
    text: str


_SOME = {
    **dict.fromkeys(
        ("some", "several", "a few", "few", "many", "a number", "various", "multiple", "lots", "a handful", "numerous", "a lot",
         "plenty", "more than one", "quite a few"), 2),
    "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "several dozen": 24, "a few dozen": 24,
    "several hundred": 200, "a few hundred": 200, "several thousand": 2000, "a few thousand": 2000,
}  # fmt: skip
"""Words for a number that nobody counted, with the least that they mean: in the plural, two of whatever is counted."""
_SHARES = (
    "all",
    "most",
    "half",
    "everybody",
    "everyone",
    "the majority",
    "majority",
    "a majority",
    "a third",
    "a quarter",
)
_COUNTED = frozenset(listed(
    # Whom or what is counted; "in all", "in total", "per session", "at a time", "of them", "so far", "took part".
    "people person persons member members contributor contributors participant participants patient patients carer carers "
    "parent parents user users service resident residents citizen citizens volunteer volunteers adult adults child children "
    "young older lived experience public peer lay family families researcher researchers staff professional professionals "
    "clinician clinicians official officials expert experts ally allies organisation organisations organization "
    "organizations group groups focus community communities meeting meetings session sessions workshop workshops event "
    "events interview interviews occasion occasions time times round rounds visit visits call calls item items point points "
    "facilitator facilitators pioneer pioneers respondent respondents response responses reply replies answer answers "
    "in all total altogether overall per each every at a of them so far took part attended attending came present involved "
    "consulted asked invited answered responded vote votes voting seat seats"
))  # fmt: skip
_NO_ADJECTIVE = frozenset(listed(
    "of or and to not no out than more less fewer up plus minus half from but except without other hour hours day days week "
    "weeks month months year years minute minutes hundreds thousands dozens most all k m mn mio bn billion billions million "
    "millions lakh crore percent cent score scores tens couple couples pair pairs odd fold times quarter quarters third thirds "
    "halves double twice zero none never nobody unknown perhaps maybe if as in on at by to for with per"
))  # fmt: skip
"""Words that may not stand between a number and what is counted, for they change the number."""
_DANGLING = ("of", "per", "each", "every", "at", "a", "in", "the")
"""Words that lead to another one: a count that ends with one of them is half a sentence."""
_BEFORE = {
    "up to": "up to", "as many as": "up to",
    "at most": "most", "at the most": "most", "no more than": "most", "not more than": "most", "max": "most",
    "max.": "most", "maximum": "most", "maximum of": "most", "a maximum of": "most",
    "fewer than": "fewer", "less than": "fewer", "under": "fewer", "below": "fewer",
    "about": "about", "around": "about", "roughly": "about", "approximately": "about", "approx": "about",
    "approx.": "about", "circa": "about", "c.": "about", "ca.": "about", "ca": "about", "some": "about", "~": "about",
    "≈": "about", "nearly": "nearly", "almost": "nearly", "close to": "nearly",
    "at least": "least", "no fewer than": "least", "no less than": "least", "not less than": "least", "min": "least",
    "min.": "least", "minimum": "least", "minimum of": "least", "a minimum of": "least", "upwards of": "least",
    "more than": "more", "over": "more", "above": "more",
    "exactly": "exact", "only": "exact", "just": "exact",
}  # fmt: skip
_AFTER = {
    "or more": "least", "and more": "least", "or over": "least", "plus": "least", "at least": "least", "minimum": "least",
    "or fewer": "most", "or less": "most", "at most": "most", "at the most": "most", "maximum": "most", "max": "most",
    "or so": "about", "approximately": "about", "approx": "about",
}  # fmt: skip
_COUNT_ALLOWED = Wrong(
    "write a number, or words such as 'up to 15', 'about 8', 'at least 3', '5 to 8', 'some', 'none' or 'unknown'"
)


def read_count(value: Any) -> Count:
    """Read a count: `8`, `up to 15`, `about 8`, `at least 3`, `5 to 8`, `some`, `none`, `unknown`.

    Numbers: `8`, `1,000`, `1 000`, `eight`, `twenty-five`, `two hundred`, `a dozen`, `half a dozen`.
    At most: `up to 15`, `at most 15`, `no more than 15`, `max 15`, `15 or fewer`, `fewer than 16`.
    At least: `at least 3`, `min 3`, `3 or more`, `3+`, `over 1,000`, `more than 3`.
    Roughly: `about 8`, `around 8`, `~8`, `c. 8`, `8 or so`, `nearly 8`: a quarter more or less, and at least one.
    Ranges: `5 to 8`, `5-8`, `5 or 6`, `one or two`, `between 5 and 8`; `a couple` is two or three.
    Words: `some`, `several`, `a few`, `many`: two or more. `dozens`: 24 or more; `hundreds`, `several hundred`: 200 or
    more. `none`, `nobody`, `no people`: 0. `unknown`.

    What is counted may follow: `five sessions`, `up to 16 per session`, `9 autistic people`, `over 1,000 people
    consulted`. "Some"
    people, in the plural, are two or more; so are "up to 15". Units of time may not follow, for the key names them.
    """
    if isinstance(value, Count):
        return value
    text = words_of(value, _("a number"), _COUNT_ALLOWED)
    value = value if isinstance(value, str) else str(value)
    if text.isdigit() and text.isascii() and len(text) < 12:
        return Count(int(text), int(text), value)
    if text in ("unknown", "not known", "?"):
        return Count(0, None, value)
    if text in NONE:
        return Count(0, 0, value)
    if text in _SHARES or "%" in text:
        raise ValueError(Wrong("{value} is a share and no count; write how many, or leave it out", value=theirs(value)))
    bounds = _count_bounds(text)
    if bounds is None:
        raise ValueError(_no_count(value, text))
    low, high = bounds
    if high is not None and low > high:
        raise ValueError(
            Wrong("{value} runs backwards; write the smaller number first, as in '5 to 8'", value=theirs(value))
        )
    return Count(low, high, value)


def _count_bounds(text: str) -> tuple[int, int | None] | None:
    """The least and the greatest number of a count; None where the text is none. The least may be the greater one."""
    how = ""
    if text[:1] in ("~", "≈"):
        how, text = "about", text[1:].strip()
    words = text.split()
    names_what = False
    while words:
        for length in (3, 2, 1):
            found = _AFTER.get(" ".join(words[-length:])) if len(words) > length else None
            if found:
                if how:
                    return None
                how, words = found, words[:-length]
                break
        else:
            if len(words) > 1 and words[-1].rstrip(".") in _COUNTED and " ".join(words) not in _SOME:
                if not names_what and words[-1] in _DANGLING and words[-1] != "each":
                    return None
                words.pop()
                names_what = True
                continue
            break
    if " ".join(words) in _SOME and not how:
        return _SOME[" ".join(words)], None
    if names_what and not how and words in (["no"], ["none"], ["zero"]):
        return 0, 0
    for length in (3, 2, 1):
        found = _BEFORE.get(" ".join(words[:length])) if len(words) > length else None
        if found:
            if how:
                return None
            how, words = found, words[length:]
            break
    found_bounds = _numbers(how, " ".join(words))
    for __ in range(2):
        # `9 autistic people`: up to two words may say which people.
        last = words[-1] if len(words) > 1 else ""
        if found_bounds or not names_what or not last.isalpha() or last in _NO_ADJECTIVE or number_of(last) is not None:
            break
        words.pop()
        found_bounds = _numbers(how, " ".join(words))
    return found_bounds


def tells_who(count: Count) -> bool:
    """Whether the words of a count say in words of their own who is counted: `9 autistic people`."""
    known = _COUNTED | _NO_ADJECTIVE | {word for way in (*_SOME, *_BEFORE, *_AFTER) for word in way.split()}
    words = [word for word in tidy(count.text).split() if word.isalpha()]
    return any(word not in known and number_of(word) is None for word in words)


def _numbers(how: str, text: str) -> tuple[int, int | None] | None:
    """What a number or a range of two allows, with the words that stood around it."""
    if text.endswith("+") and not how:
        how, text = "least", text[:-1].strip()
    elif text.endswith("ish") and not how:
        how, text = "about", text[:-3].rstrip("-")
    number = number_of(text)
    if number is not None:
        return _bounds(how, number) if number or how != "fewer" else None
    if text in ("a couple", "couple") and how in ("", "exact"):
        return 2, 3
    span = two_numbers(text)
    if span is None or how not in ("", "exact", "about"):
        return None
    if how == "about" and span[0] <= span[1]:
        return _bounds(how, span[0])[0], _bounds(how, span[1])[1]
    return span


def _bounds(how: str, n: int) -> tuple[int, int | None]:
    """What a number with such words allows."""
    give = max(n // 4, 1) if n > 1 else 0
    match how:
        case "up to":
            return (2 if n > 2 else min(n, 1)), n
        case "most":
            return 0, n
        case "fewer":
            return 0, n - 1
        case "about":
            return n - give, n + give
        case "nearly":
            return n - give, n
        case "least":
            return n, None
        case "more":
            return n + 1, None
    return n, n


def _no_count(value: str, text: str) -> Wrong:
    said = theirs(value)
    if text.startswith(("-", "minus ")) and number_of(text.removeprefix("minus ").lstrip("- ")) is not None:
        return Wrong("{value} is less than nothing; a count is 0 or more", value=said)
    if re.fullmatch(r"[0-9]+[.,][0-9]+", text):
        return Wrong("{value} is no whole number", value=said, advice=_COUNT_ALLOWED)
    if re.search(r"\b(?:hour|day|week|month|year|minute)s?$", text):
        return Wrong(
            "{value} names a unit; write the number alone, in the unit that the key names",
            plainly="{value} names a unit; write the number alone, in the unit that is asked for",
            value=said,
        )
    if re.search(r"[0-9] (?:out )?of (?:the )?[0-9]", text):
        return Wrong("{value} holds two numbers; write the one that is asked for here", value=said)
    return Wrong("{value} is not a count", value=said, advice=_COUNT_ALLOWED)


CountField = Annotated[
    Count,
    Reads(
        read_count,
        {
            "type": ["string", "integer"],
            "examples": ["8", "up to 15", "about 8", "at least 3", "5 to 8", "over 1,000", "some", "none", "unknown"],
        },
    ),
]
