"""Words of a document that may stand in the file."""

from __future__ import annotations

import re

from involve_audit.survey.identifying import identifying_text

_LONGEST = 200
_CAPITAL = re.compile(r"(?<![.!?“\"'] )(?<!^)\b[A-Z][\w'’-]*")
_MAY_BE_CAPITAL = re.compile(
    r"I|[A-Z]{2,6}s?|(?:Jan|Febr)uary|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
    r"|English|Welsh|Gaelic|Irish|Scottish|British|Spanish|French|German|Polish|Punjabi|Urdu|Bengali|Arabic|Chinese|Somali|Romanian|Portuguese|Hindi|Gujarati|Turkish"
    r"|NHS|Zoom|Teams|Word|Panel|Group|Forum|Board|Council|Committee|Christmas|Easter|Ramadan"
)


def own_words(text: str) -> str:
    """Words of the document that may stand in the file; empty where they may name somebody, or are no sentence's part.

    Names are not known for what they are, so words with a capital inside a sentence are taken for names, but for a few.
    """
    text = " ".join(text.split()).strip(" .,;:!?–-")
    text = re.sub(r",? as a result$", "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:that|to|for|on|us to|us for|us that|us|about) (?=\w)", "", text, flags=re.IGNORECASE)
    if (
        not 2 < len(text) <= _LONGEST
        or text.casefold() in ("nothing", "anything", "something", "more", "less", "this", "that", "them")
        or identifying_text(text)
    ):
        return ""
    if any(not _MAY_BE_CAPITAL.fullmatch(m[0]) for m in _CAPITAL.finditer(text)):
        return ""
    return text[:1].lower() + text[1:] if not re.match(r"I\b|[A-Z]{2}", text) else text
