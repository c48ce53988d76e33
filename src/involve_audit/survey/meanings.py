"""What an answer of a survey means, and what is consent.

Answers are compared without capitals and without the marks that carry no meaning; signs that do carry it stay: -2 is
not 2, and a face is an answer. Consent to be quoted is not an answer: no meaning of an answer ever reaches it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.project.practice import PRINCIPLES
from involve_audit.survey.collect import Refused
from involve_audit.survey.consent import CONSENT, NO_CONSENT, declines
from involve_audit.survey.withheld import holds_back
from involve_audit.wording.messages import hint

if TYPE_CHECKING:
    from collections.abc import Iterable

WORDS, QUOTE, LABEL = "words", "quote", "label_fits"
TARGETS = (*PRINCIPLES, LABEL, WORDS, QUOTE)
"""What a column can be: the answers on a principle, whether the word fits, open answers, or the consent to quote them."""

_MEANS = {
    "agree": ("yes, mostly", "yes", "mostly", "y", "true", "agree", "strongly agree", "somewhat agree", "always", "mostly true", "yes, always", "ja", "oui", "sí", "sì", "sim", "tak", "ja, meistens", "oui, plutôt", "stimme zu", "stimme voll und ganz zu", "stimme voll zu", "stimme eher zu", "trifft voll und ganz zu", "trifft voll zu", "trifft eher zu", "plutôt d'accord", "totalmente de acuerdo", "muy de acuerdo", "algo de acuerdo", "helemaal mee eens", "mee eens", "trifft zu", "d'accord", "tout à fait d'accord", "de acuerdo"),
    "partly": ("partly", "somewhat", "sometimes", "in part", "to some extent", "partially", "mixed", "teilweise", "teils, teils", "teils", "en partie", "en parte", "in parte", "em parte", "gedeeltelijk", "częściowo", "delvis"),
    "disagree": ("no", "n", "false", "not really", "no, not really", "not at all", "disagree", "strongly disagree", "somewhat disagree", "never", "nein", "non", "não", "nee", "nie", "nej", "nei", "stimme nicht zu", "stimme eher nicht zu", "stimme überhaupt nicht zu", "stimme gar nicht zu", "trifft eher nicht zu", "trifft überhaupt nicht zu", "trifft gar nicht zu", "plutôt pas d'accord", "totalmente en desacuerdo", "muy en desacuerdo", "algo en desacuerdo", "mee oneens", "helemaal mee oneens", "trifft nicht zu", "pas d'accord", "pas du tout d'accord", "en desacuerdo"),
    "unsure": ("i can't say", "can't say", "cannot say", "i cannot say", "don't know", "i don't know", "unsure", "not sure", "i'm not sure",
               "i'd rather not say", "rather not say", "prefer not to say", "i prefer not to say", "i would rather not say", "neutral",
               "neither agree nor disagree", "not applicable", "n/a", "na", "uncertain", "unsicher", "weder noch", "ni d'accord ni pas d'accord", "ni de acuerdo ni en desacuerdo", "neutraal", "neutre", "weiß nicht", "weiß ich nicht", "keine antwort", "keine angabe", "incertain", "incertaine", "ne sait pas", "je ne sais pas", "sans réponse",
               "no sé", "no sabe", "sin respuesta", "inseguro", "incierto", "non so", "incerto", "não sei", "onzeker", "weet niet", "geen antwoord", "nie wiem", "vet ej", "vet inte", "ved ikke", "vet ikke", "no answer"),
}  # fmt: skip

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
_NOT_TICKED = frozenset(("0", "unchecked", "not checked", "not selected", "false", "☐", "□"))
"""What survey tools write where a box was left alone."""
_TICKED = frozenset(("1", "x", "checked", "selected", "true", "ticked", "☑", "☒", "✓", "✔", "✅"))
"""What they write where it was ticked."""
_PLAIN_NO = frozenset(map(fold, NO_CONSENT)) | _NOT_TICKED
_LETTERS = {"y": "agree", "n": "disagree"}
_OF_LIMESURVEY = {**_LETTERS, "u": "unsure"}
"""What LimeSurvey keeps of its question types *Yes/No* and *Array (Yes/No/Uncertain)* where it is asked for answer codes."""
_A_LETTER_CODE = re.compile(r"[a-z]{1,5}")
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


def plain_no(text: str) -> bool:
    """Whether a text is a no and nothing else, or a box that was left alone; whoever is not sure, or says partly, says neither."""
    return fold(text) in _PLAIN_NO


def letter_codes(cells: Iterable[str]) -> frozenset[str]:
    """Letters that may stand for something else in a column than where they stand alone.

    >>> sorted(letter_codes(["SA", "A", "N", "D", "SD"])), letter_codes(["Y", "N", "U"]), letter_codes(["Yes", "N"])
    (['n', 'u', 'y'], frozenset(), frozenset())
    """
    short = {folded for cell in cells if _A_LETTER_CODE.fullmatch(folded := fold(cell))}
    return frozenset(_OF_LIMESURVEY) if short - _OF_LIMESURVEY.keys() - _MEANT.keys() else frozenset()


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

    def opinion(self, target: str, cell: str, codes: frozenset[str] = frozenset(), *, limesurvey: bool = False) -> str | None:  # fmt: skip
        """What an answer to a question means; None where it is not known.

        Args:
            target: what the column holds.
            cell: the answer.
            codes: letters that may stand for something else in this column.
            limesurvey: whether it is an export of LimeSurvey, of which `U` is uncertain.
        """
        folded = fold(cell)
        known = self._told.get((target, folded)) or self._told.get(("", folded))
        if known is None and folded in codes:
            return None
        known = known or _MEANT.get(folded) or (_OF_LIMESURVEY.get(folded) if limesurvey else None)
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
        """Whether a cell below a question of consent is a plain no, in a word or a sentence, or a coded one that was told."""
        return bool(fold(cell)) and (
            fold(cell) in _NOT_TICKED or self.consent(cell) is False or (self.consent(cell) is None and declines(cell))
        )

    def agreed(self, cell: str) -> bool:
        """Whether a cell below a question of consent is a plain yes, or a box that was ticked."""
        return self.consent(cell) is True or fold(cell) in _TICKED

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
    if means == "yes" and (
        folded in _NO_CONSENT
        or folded.split(maxsplit=1)[0] in _NO_CONSENT
        or holds_back(text.partition(":")[2].rpartition("=")[0])
    ):
        raise Refused(_("--value '{answer}': this answer is no consent, and nothing makes one of it", answer=text[:60]))
