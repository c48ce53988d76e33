"""Everything that was seen in an advert, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.advert import reading_ease, spotting
from involve_audit.advert.findings import AdvertFinding, AdvertReview, FileLine, Word
from involve_audit.advert.promises import KindOfPromise
from involve_audit.advert.should_say import ITEMS
from involve_audit.english.sentence import plain

if TYPE_CHECKING:
    from involve_audit.advert.beside_file import Against
    from involve_audit.advert.spotting import Spotted
    from involve_audit.documents.reading import Text

MOST = 500
"""More findings than this are not listed: nobody reads them."""


def review(advert: Text, against: Against | None = None) -> AdvertReview:
    """Read an advert, alone or against a project file."""
    promised = list(spotting.promises(advert))
    findings = [_of_promise(spotted, against) for spotted in promised]
    kept = [finding for finding in findings if finding is not None]
    kept += [_of_word(spotted) for spotted in spotting.words(advert)]
    limit_told = None if against is None else _limits_unsaid(advert, promised, against)
    if limit_told is not None:
        kept.append(limit_told)
    not_looked_at = list(advert.not_looked_at)
    grade = None
    try:
        hard, grade = reading_ease.hard_sentences(advert.sentences)
        kept += hard
    except reading_ease.NoReadability as missing:
        not_looked_at.append(str(missing))
    kept.sort(key=lambda f: (f.line or 0, f.level != "warning"))
    said = spotting.said(advert)
    unsaid = tuple(item.name for item in ITEMS if item.name not in said)
    kept += _not_there(unsaid, against, limits_told=limit_told is not None)
    if grade is not None and grade > reading_ease.WHOLE:
        says = f"As a whole the text reads at grade {grade:.0f} by the Automated Readability Index; many people read with ease up to grade 8 or 9."
        kept.append(
            AdvertFinding(
                "text-hard",
                "note",
                None,
                "",
                says,
                "Would somebody from the group that you invite read it aloud to you?",
            )
        )
    if len(kept) > MOST:
        not_looked_at.append(f"{len(kept) - MOST} more findings are not listed")
    return AdvertReview(tuple(kept[:MOST]), said, unsaid, grade, tuple(not_looked_at))


def _of_promise(spotted: Spotted, against: Against | None) -> AdvertFinding | None:
    promise, sentence = spotted.row, spotted.sentence
    if not isinstance(promise, KindOfPromise):
        raise TypeError(f"{promise!r} is no promise")
    says = f"“{spotted.words.strip()}” may be read as a promise {promise.says}."
    if against is None:
        return AdvertFinding(promise.rule, "note", sentence.line, sentence.text, says, promise.asks)
    answer = against.answer(promise.rule, promise.role, plain(sentence.text))
    if answer.against:
        return AdvertFinding(
            promise.rule, "warning", sentence.line, sentence.text, f"{says} The project file tells something else: {answer.because}.",
            f"{promise.asks} Which of the two is true, and could this line say it?", file=answer.against[:5],
        )  # fmt: skip
    if answer.carried:
        return None
    return AdvertFinding(
        promise.rule,
        "note",
        sentence.line,
        sentence.text,
        f"{says} The project file does not tell what carries it.",
        promise.asks,
    )


def _of_word(spotted: Spotted) -> AdvertFinding:
    word, sentence = spotted.row, spotted.sentence
    if not isinstance(word, Word):
        raise TypeError(f"{word!r} is no word")
    return AdvertFinding(
        "words-fault" if word.fault else "words-label",
        "warning" if word.fault else "note",
        sentence.line,
        sentence.text,
        f"“{spotted.words.strip()}” may say to a reader {word.why}.",
        "How would the people whom it is about put it?",
        instead=word.instead,
    )


def _limits_unsaid(advert: Text, promised: list[Spotted], against: Against) -> AdvertFinding | None:
    """One finding for all limits that the advert keeps to itself while it offers a say."""
    offers = [
        s for s in promised if isinstance(s.row, KindOfPromise) and (s.row.role or s.row.rule == "promise-change")
    ]
    if not offers:
        return None
    limiting = [plain(s.text) for s in spotting.limits(advert)]
    lines = tuple(against.limits_unsaid(limiting))
    if not lines:
        return None
    first = offers[0].sentence
    others = sorted({s.sentence.line for s in offers} - {first.line})
    also = ""
    if others:
        listed = ", ".join(map(str, others[:8]))
        also = f" ({advert.unit}s {listed} do so too)" if len(others) > 1 else f" ({advert.unit} {listed} does so too)"
    many = "limits" if len(lines) > 1 else "a limit"
    return AdvertFinding(
        "limits-unsaid", "warning", first.line, first.text,
        f"This line offers a say{also}. The project file tells of {many} that the advert does not mention.",
        "Could the advert say what cannot change, and why, so that people know it before they give their time?", file=lines[:8],
    )  # fmt: skip


def _not_there(unsaid: tuple[str, ...], against: Against | None, *, limits_told: bool) -> list[AdvertFinding]:
    """What an invitation should say and this one does not seem to, each once."""
    found = []
    named = against.names() if against is not None else {}
    for item in ITEMS:
        if item.name not in unsaid or (item.name == "limits" and limits_told):
            continue
        file: tuple[FileLine, ...] = against.told(*item.told) if against is not None else ()
        says, level = item.says, "note"
        if item.name in named:
            says += " The project file says that the advert names it."
            file, level = (named[item.name], *file), "warning"
        elif against is not None and file:
            says += (
                " The project file says that there is none."
                if against.is_none(*item.told)
                else " The project file has something on it."
            )
        rule = "missing-" + item.name.replace(" ", "-")
        found.append(
            AdvertFinding(rule, "warning" if level == "warning" else "note", None, "", says, item.asks, file=file)
        )
    return found
