"""What an answer of a survey means, and what is consent.

Answers are compared without capitals and without the marks that carry no meaning; signs that do carry it stay: -2 is
not 2, and a face is an answer. Consent to be quoted is not an answer: no meaning of an answer ever reaches it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.messages import hint
from involve_audit.project.practice import PRINCIPLES
from involve_audit.survey.collect import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

WORDS, QUOTE, LABEL = "words", "quote", "label_fits"
TARGETS = (*PRINCIPLES, LABEL, WORDS, QUOTE)
"""What a column can be: the answers on a principle, whether the word fits, open answers, or the consent to quote them."""

_MEANS = {
    "agree": ("yes, mostly", "yes", "mostly", "y", "true", "agree", "strongly agree", "somewhat agree", "always", "mostly true", "yes, always"),
    "partly": ("partly", "somewhat", "sometimes", "in part", "to some extent", "partially", "mixed"),
    "disagree": ("no", "n", "false", "not really", "no, not really", "not at all", "disagree", "strongly disagree", "somewhat disagree", "never"),
    "unsure": ("i can't say", "can't say", "cannot say", "i cannot say", "don't know", "i don't know", "unsure", "not sure", "i'm not sure",
               "i'd rather not say", "rather not say", "prefer not to say", "i prefer not to say", "i would rather not say", "neutral",
               "neither agree nor disagree", "not applicable", "n/a", "na"),
}  # fmt: skip
CONSENT = ("yes", "y", "agree", "agreed", "i agree", "yes, i agree", "i consent", "yes, i consent", "yes, you may", "yes please",
           "ja", "oui", "sí", "si", "sim", "tak")  # fmt: skip
"""The only words that are consent to be quoted; whatever else means it has to be told (`--value quote:1=yes`)."""
NO_CONSENT = ("no", "n", "disagree", "no, i do not agree", "i do not agree", "i don't agree", "i do not consent", "no thank you",
              "no thanks", "nein", "nee", "non", "não", "nie", "nej", "nei", "👎", "❌", "✗", "✘", "🚫", "⛔")  # fmt: skip
"""What says plainly that nothing is to be quoted; nothing that is told makes a yes of it."""

_SAME = {ord(c): "-" for c in "‐‑‒–—―−﹣－"} | {ord(c): "'" for c in "’‘ʼ`´"}
# Variants of a symbol that mean the same: how it is drawn, and the colour of a skin.
_SAME |= dict.fromkeys((*range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400), 0x200B, 0x2060, 0xFEFF, 0xAD))  # type: ignore[arg-type]
_HARMLESS = re.compile(r"[;!\"“”„«»()\[\]{}…·•_。、，]|(?<!\d)[.,:]|[.,:](?!\d)")


def fold(answer: str) -> str:
    """An answer as it is compared; only what is blank comes to nothing.

    >>> fold("Yes – mostly!") == fold("yes, mostly")
    True
    >>> fold("-2") == fold("2")
    False
    """
    text = unicodedata.normalize("NFC", answer).translate(_SAME)
    text = " ".join(text.split()).casefold()
    if sum(c.isalpha() for c in text) < 2:
        return text
    text = _HARMLESS.sub(" ", text.replace("'", ""))
    # A dash between words joins them; before a number, at the beginning or at the end it may be a minus.
    text = re.sub(r"(?<=\S)\s*-\s*(?=[^\W\d])", " ", text)
    return " ".join(text.split())


_MEANT = {fold(word): opinion for opinion, listed in _MEANS.items() for word in listed}
_LABELLED = re.compile(r"[-+]?\d{1,2} (?:= ?)?(.+)|(.+?) (?:= ?)?[-+]?\d{1,2}")
"""A step of a scale with its number before or behind its name, as `fold` leaves it."""
_CONSENT = frozenset(map(fold, CONSENT))
_NO_CONSENT = frozenset(map(fold, NO_CONSENT)) | {word for word, opinion in _MEANT.items() if opinion != "agree"}
_NOT_TICKED = frozenset(("0", "unchecked", "not checked"))
"""What survey tools write where a box was left alone."""
_OPINIONS = {
    "yes": "agree",
    "agree": "agree",
    "partly": "partly",
    "no": "disagree",
    "disagree": "disagree",
    "unsure": "unsure",
}


def known_answer(text: str) -> bool:
    """Whether a text is an answer that needs no explanation."""
    return fold(text) in _MEANT


class Meanings:
    """What answers mean: those that are known, and those that were told.

    Args:
        told: as on the command line: `THE ANSWER=yes`; for one column alone `power:THE ANSWER=yes`; for the column of consent
            `quote:THE ANSWER=yes` or `=no`.

    Raises:
        Refused: what was told cannot be, or one answer would mean two things.
    """

    def __init__(self, told: Iterable[str] = ()) -> None:
        self._told: dict[tuple[str, str], str] = {}
        self._written: dict[tuple[str, str], str] = {}
        for text in told:
            answer, equals, means = text.rpartition("=")
            target, answer = _column_of(answer)
            means = means.strip().lower()
            if not equals or means not in _OPINIONS:
                raise Refused(
                    _("--value '{answer}': write it as 'THE ANSWER=yes', or partly, no, unsure", answer=text[:60])
                )
            folded = fold(answer)
            if not folded:
                raise Refused(
                    _("--value '{answer}': a blank answer says nothing, and means nothing else", answer=text[:60])
                )
            if target == QUOTE:
                _consent_can_be(text, folded, means)
            elif target == WORDS:
                raise Refused(
                    _(
                        "--value '{answer}': open answers are not counted, so they mean nothing that could be told",
                        answer=text[:60],
                    )
                )
            opinion = _OPINIONS[means]
            if self._told.get((target, folded), opinion) != opinion:
                other = self._written[target, folded]
                raise Refused(
                    _(
                        "--value '{other}' and --value '{answer}' are the same answer, and cannot mean different things",
                        other=other[:60],
                        answer=text[:60],
                    )
                )
            self._told[target, folded] = opinion
            self._written[target, folded] = text

    def opinion(self, target: str, cell: str) -> str | None:
        """What an answer to a question means; None where it is not known."""
        folded = fold(cell)
        known = self._told.get((target, folded)) or self._told.get(("", folded)) or _MEANT.get(folded)
        if known is None and (labelled := _LABELLED.fullmatch(folded)):
            # `5 - Strongly agree`, `Agree (4)`: what the step is called says what it means.
            known = _MEANT.get(labelled[1] or labelled[2])
        return known

    def consent(self, cell: str) -> bool | None:
        """Whether somebody agreed to be quoted; None where it cannot be told."""
        folded = fold(cell)
        if not folded:
            return False
        if (told := self._told.get((QUOTE, folded))) is not None:
            return told == "agree"
        if folded in _CONSENT:
            return True
        return False if folded in _NO_CONSENT else None

    def declined(self, cell: str) -> bool:
        """Whether a cell below a question of consent is a plain no, or a coded one that was told."""
        return bool(fold(cell)) and (fold(cell) in _NOT_TICKED or self.consent(cell) is False)

    def told(self, cell: str) -> bool:
        """Whether somebody said what this answer means."""
        folded = fold(cell)
        return any(answer == folded for _, answer in self._told)


def _column_of(answer: str) -> tuple[str, str]:
    """The column that a told answer is about, empty where it is about all, and the answer."""
    target, colon, rest = answer.partition(":")
    return (target.strip().lower(), rest) if colon and target.strip().lower() in TARGETS else ("", answer)


def _consent_can_be(text: str, folded: str, means: str) -> None:
    if means not in ("yes", "no"):
        raise Refused(
            _(
                "--value '{answer}': people agree to be quoted or do not; {hint}",
                answer=text[:60],
                hint=hint(means, ("yes", "no")),
            )
        )
    if means == "yes" and folded in _NO_CONSENT:
        raise Refused(_("--value '{answer}': this answer is no consent, and nothing makes one of it", answer=text[:60]))


_DENIES = re.compile(
    r"\b(?:i|you|my|your)\b[^.?!()]{0,30}\b(?:not|dont|never|rather not|object|refuse)\b[^.?!()]{0,40}"
    r"\b(?:quot\w*|print\w*|publish\w*|shar\w+|consent|agree|permission)\b|"
    r"\b(?:do not|dont|must not be|not to be|opt out|object to|refuse)\b(?: to)?(?: be)? ?(?:quot\w*|print\w*|publish\w*)|"
    r"\b(?:keep|kept|remain|stay|treat\w*)\b[^.?!()]{0,30}\b(?:private|confidential|secret|unpublished)\b|"
    r"\b(?:keep|kept|leave|left|take|taken|stay)\b[^.?!()]{0,30}\bout\b|\b(?:you|anybody|anyone|i) minds?\b|\bobjections?\b|"
    r"\b(?:exclud\w+|omit\w*|remov\w+|delet\w+|declin\w+|against|off the record)\b|(?<!can )(?<!may )(?<!could )\bwithdraw\w*"
)
_CONDITION = re.compile(r"\bonly (?:after|once|when|if|with)\b")
_QUOTES = re.compile(
    r"\b(?:quot\w*|cit(?:[eé]e?s?|ed|ing|er[ae]?|ar|are|azion\w*|at|aat|eren|ation\w*)|[sz]it(?:ier\w*|at\w*|ere)|verbatim|cytow\w*|d?dyfyn\w*)\b"
)
_MADE_PUBLIC = re.compile(
    r"\b(?:print\w*|publi\w*|pubblic\w*|opublik\w*|ver\u00f6ffentlich\w*|cyhoedd\w*|shar(?:e|ed|ing)|reproduc\w*|includ\w*|us(?:e|ed|ing)|report\w*|"
    r"utilis\w*|verwend\w*|gebruik\w*|abdruck\w*|afdruk\w*)\b"
)
_WHAT_WAS_SAID = re.compile(
    r"\b(?:words?|comments?|answers?|respons\w*|repl(?:y|ies)|feedback|remarks?|statements?|testimon\w*|stor(?:y|ies)|opinions?|views|"
    r"(?:i|you|people|they) (?:say|said|wrote|write|told)|worte|antwort\w*|r\u00e9ponses?|paroles|woorden|antwoord\w*|respuestas|palabras)\b"
)
_ANOTHER = re.compile(
    r"\b(?:photo\w*|pictures?|images?|films?|filmed|videos?|record\w*|audio|data|details|surveys?|stud(?:y|ies)|take part|taking part|participat\w*|"
    r"contact\w*|e ?mails?|newsletters?|mailing|phone\w*|cookies|privacy|terms|treatment|interviews?)\b"
)
_FOR_RESEARCH = re.compile(
    r"\b(?:in|for|by|with|towards?) (?:the |this |our |your |any |future |further |other )*(?:\w+ )?(?:research\w*|stud(?:y|ies)|analys\w+|evaluation\w*|audits?|purposes?|project|team|trial)\b"
)
_TAKES_BACK = re.compile(
    r"\b(?:withdr[ae]w\w*|revok\w*|retract\w*|opt(?:ed|ing)? out|off the record|object(?:s|ed|ions?)? to|"
    r"widerruf\w*|widersprech\w*|widerspruch|zurückgezogen|rétract\w*|retir(?:ar|ado|é)\w*|revoc\w*|intrekk\w*|ingetrokken|wycof\w*)\b|"
    r"\b(?:keep|kept|stay|remain|treat\w*)\b[^.?!()]{0,30}\b(?:private|confidential|secret|unpublished)\b|"
    r"\b(?:do not|dont|never|not (?:to be|for)|must not be)\b[^.?!()]{0,15}"
    r"\b(?:use|used|using|shar\w+|show\w*|include\w*|stor\w+|print\w*|publi\w*|quot\w*|reproduc\w*|repeat\w*|pass\w* on)\b|"
    r"\bnicht\b[^.?!()]{0,20}\b(?:verwende\w*|nutz\w*|veröffentlich\w*|zitier\w*|weitergeb\w*)\b|\bne pas\b[^.?!()]{0,15}\b(?:utilis\w*|publi\w*|cit\w*|partag\w*)\b|"
    r"\bno\b (?:usar|utilizar|publicar|citar|compartir)\b|\bniet\b[^.?!()]{0,20}\b(?:gebruik\w*|publice\w*|citer\w*|delen)\b"
)
_SHARE = r"(?:take part|taking part|participat\w*|be (?:a )?part|teilnahme|teilzunehmen|teilnehmen|participer|participation|participar|participación|deelname|deelnemen|deel te nemen|partecipare|partecipazione)"
_WILL = r"(?:consent\w*|agree\w*|willing|happy|wish|want|permission|einwillig\w*|einverstanden|einverständnis\w*|zustimm\w*|stimme|accept\w*|consens\w*|toestemming|akkoord|zgod\w*|caniat\w*)"
_TAKING_PART = re.compile(rf"\b{_WILL}\b[^.?!()]{{0,60}}\b{_SHARE}\b|\b{_SHARE}\b[^.?!()]{{0,60}}\b{_WILL}\b")
_SOMETHING_LATER = re.compile(
    r"\b(?:again|another|other|further|future|follow|next|later|interviews?|decisions?|meetings?|groups?|panel|events?|workshops?|training|encore|nochmals|wieder|weitere\w*|otra)\b"
)
_BARE_CONSENT = re.compile(
    r"(?:(?:informed|your|my|participant|patient|given|has|have|did you|do you|i|form|survey|study|research|given|gave|give|obtained|confirmed|the) )*"
    r"(?:consent(?:ed|ement|imiento|s)?|einwilligung(?:serklärung)?|einverständnis(?:erklärung)?|toestemming|consenso|consentimento|zgoda|caniatâd)"
    r"(?: (?:form|given|obtained|confirmed|statement|question|yes no|éclairé|informado|informato))*"
)
_SHOWN = re.compile(r"\b(?:print\w*|publi\w*|reproduc\w*|reports?|reported|newsletter|website|leaflet|paper)\b")
_A_SENTENCE = 4
"""From so many words on a header says what was asked; "Consent" alone may be any."""


def _as_asked(header: str) -> str:
    text = re.sub("['\u2019]d\\b", " would", " ".join(header.casefold().replace("-", " ").split()))
    return re.sub("['\u2019]", "", text)


def denies(header: str) -> bool:
    """Whether a question about quoting is put the wrong way round, so that a yes to it is no consent.

    >>> denies("I do not want my words to be quoted")
    True
    >>> denies("Would you mind being quoted?")
    True
    >>> denies("May we quote you? (We will not print your name.)")
    False
    """
    return bool(_DENIES.search(_as_asked(header)))


def takes_back(header: str) -> bool:
    """Whether a header speaks of words or answers that are to stay out, whatever another column says of quoting.

    >>> takes_back("I have changed my mind: please do not use my words")
    True
    >>> takes_back("Were people kept out of decisions?")
    False
    """
    return bool(_TAKES_BACK.search(_as_asked(header)))


def about_taking_part(header: str) -> bool:
    """Whether a header asks for the consent without which nothing that a person answered may be counted.

    >>> about_taking_part("Do you agree to take part in this survey?")
    True
    >>> about_taking_part("Would you be willing to take part in a follow-up interview?")
    False
    """
    text = _as_asked(header)
    return bool(_TAKING_PART.search(text) and not _SOMETHING_LATER.search(text))


def bare_consent(header: str) -> bool:
    """Whether a header speaks of consent and does not say to what.

    >>> bare_consent("Informed consent"), bare_consent("Consent to be filmed")
    (True, False)
    """
    return bool(_BARE_CONSENT.fullmatch(" ".join(re.sub(r"[\W_]+", " ", _as_asked(header)).split())))


def about_quoting(header: str) -> bool:
    """Whether a header speaks of printing what people said.

    >>> about_quoting("May we use your comments in our report?")
    True
    >>> about_quoting("May we use your photo?")
    False
    """
    text = _as_asked(header)
    return bool(_QUOTES.search(text) or (_MADE_PUBLIC.search(text) and _WHAT_WAS_SAID.search(text)))


def no_consent(header: str) -> str:
    """Why a yes below a header is no consent to be quoted; empty where it may be.

    >>> no_consent("May we quote you?")
    ''
    >>> no_consent("I agree to take part in this survey")
    'asks for something else than to quote people'
    >>> no_consent("I am happy for my answers to be used in research")
    'asks for something else than to quote people'
    >>> no_consent("May we use your words in the report of the study?")
    ''
    """
    text = _as_asked(header)
    if denies(header):
        return _("asks whether people do NOT wish to be quoted")
    if _CONDITION.search(text):
        return _("sets a condition, which nobody checks here")
    # Answers "used in research" are read by the team, and need never be shown to anybody.
    if _FOR_RESEARCH.search(text) and not (_QUOTES.search(text) or _SHOWN.search(_FOR_RESEARCH.sub(" ", text))):
        return _("asks for something else than to quote people")
    published = _MADE_PUBLIC.search(text) and not _ANOTHER.search(text)
    if about_quoting(header) or published:
        return ""
    if _ANOTHER.search(text):
        return _("asks for something else than to quote people")
    if len(re.findall(r"\w+", text)) >= _A_SENTENCE:
        return _("holds no word by which it is known to ask for leave to quote people")
    return ""
