"""Whether a text is in English, by its commonest words: no model, no network.

Only English is read here, and a text in another language must not be said to lack everything. Each paragraph is English,
of another language, or too short to tell. Of a mixed text the English part is read, and the rest is named as not looked at.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from involve_audit.documents.blocks import NotReadable

if TYPE_CHECKING:
    from involve_audit.documents.reading import Text

_ENGLISH = frozenset(
    ["the", "and", "you", "your", "yours", "our", "ours", "us", "with", "are", "will", "would", "what", "who", "whom", "which", "this", "that", "these", "those", "have", "has", "had", "from", "been", "being", "by", "can", "could", "should", "not", "if", "they", "them", "their", "there", "then", "than", "we're", "you'll", "we'll", "you're", "we've", "it's", "don't", "about", "into", "when", "where", "why", "how", "because", "please", "more", "most", "some", "any", "every", "each", "other", "after", "before", "during", "while", "of", "to", "is", "it", "be", "do", "does", "did", "we", "my", "me", "us", "get", "take", "make", "join", "help", "come", "tell", "want", "need", "know", "think", "time", "people", "health", "care", "research", "study", "group", "panel", "meeting", "meetings", "travel", "pay", "paid", "payment", "payments", "contact", "call", "email", "phone", "support", "free", "welcome", "week", "month", "months", "hour", "hours", "day", "days", "years", "members", "questions", "voice", "shape", "views", "share", "experience", "experiences", "training", "online", "advice", "patients", "carers", "young", "looking", "role", "work", "working", "write"]
)  # fmt: skip
"""English words that are no common words of the languages below."""

_OTHERS = {
    "German": "der das und wir sie ist nicht mit für auf ein eine einen einer dem den des zu zum zur von bei oder auch wie kann können werden wird sind haben ihre ihr ihnen uns unsere unser über nach aus durch sich im am komm kommen bitte menschen",
    "French": "le les des est et vous nous pour avec votre vos notre nos une dans sur qui que ce cette ces sont être avez pas plus ou où par aux du au se leur leurs êtes avons si chez venez sans",
    "Spanish": "el los las es y con para por una uno usted ustedes su sus nuestro nuestra que del al se como más pero esta este estos son ser tiene qué si le les nos sobre sin también puede únete",
    "Italian": "il gli le è e con per una della delle dei degli nel nella che si sono vostra vostro nostra nostro come più anche tuo tua voi noi del al dal sul non questo questa ci chi",
    "Portuguese": "os as é e com para por uma um você seu sua nosso nossa que do da dos das no na nos nas se como mais não são está também ao pelo pela",
    "Dutch": "het een en van wij jij je uw ons onze met voor niet zijn wordt worden kunt kunnen bij naar ook maar dat deze dit wie hoe wat aan op te om u er als",
    "Welsh": "yr yn ac ar ei eich chi ni gyda ydych bydd gallwch croeso bawb wedi mae i'r o'r sydd hyn ein fydd gan am eu nhw ydy neu os dewch gyfer pobl",
    "Polish": "w z i na do się nie jest są że oraz dla jak po przez od które który nasz nasze twoje państwa można będzie czy lub ich prosimy osoby",
    "Romanian": "și în de la cu pentru pe nu este sunt sau care din vă dumneavoastră noastre nostru mai prin fi ne să ce cum",
    "Swedish, Danish or Norwegian": "och är för att med som på av den det ett inte vi du har kan till från din ditt våra vår om eller og er til deg dig ikke vil skal vores våre fra",
    "Turkish": "ve bir için ile bu da de mi siz biz sizin bizim olarak daha çok ne var olan gibi en",
    "Somali": "iyo waa ku ka in waxaa aan ayaa oo la u uu ay soo kuu adiga annaga",
    "Irish": "agus an na ar le go is tá do sé sibh linn bhfuil seo sin nó atá chun",
    "Latin": "et est non sit amet dolor ipsum lorem ut enim ad sed quis",
}  # fmt: skip
_SHARED = frozenset(
    ["in", "on", "a", "an", "is", "we", "was", "at", "or", "so", "no", "as", "per", "us", "me", "am", "had", "war", "die", "come", "van", "non", "sit", "use", "all", "men", "pour", "sans", "sin", "do", "dos", "par", "mi", "ne", "go", "car", "son", "met", "die", "hen"]
)  # fmt: skip
"""Words of other languages that are spelt as English ones."""
_MARKS = {name: frozenset(words.split()) - _ENGLISH - _SHARED for name, words in _OTHERS.items()}
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")
_FEW = 12
"""With fewer words, a text in which nothing is common may be a list of names."""
_RARE = 0.08
"""The least share of common words in English: in prose it is a third and more, in lists of keywords still a tenth."""
_ENOUGH = 12
"""So many words of English are read, whatever stands beside them."""


class NotEnglish(NotReadable):
    """A text in another language."""


@dataclass(frozen=True)
class _Heard:
    """What the words of a paragraph, or of a text, say of its language.

    Attributes:
        words: how many there are.
        english: how many are common in English.
        other: of another language, how many; of that which has most.
        name: that language; empty where none has any.
        foreign_script: whether most letters are not Latin.
    """

    words: int
    english: int
    other: int
    name: str
    foreign_script: bool

    @property
    def is_other(self) -> bool:
        """Whether it is surely no English."""
        if self.foreign_script or (self.other > self.english and self.other > 1):
            return True
        if self.words >= _FEW:
            return self.english < _RARE * self.words
        return False

    @property
    def is_english(self) -> bool:
        """Whether it is surely English."""
        return not self.is_other and self.english > 0 and self.english >= self.other


def _heard(text: str) -> _Heard:
    text = _ADDRESS.sub(" ", text)
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    english = sum(word in _ENGLISH for word in words)
    counts = {name: sum(word in marks for word in words) for name, marks in _MARKS.items()}
    name = max(counts, key=lambda one: counts[one])
    letters = [c for c in text if c.isalpha()]
    # Symbols of a picture font and of mathematics have no name of a script, and say nothing.
    strange = sum(
        not unicodedata.name(c, "LATIN").startswith(("LATIN", "MATHEMATICAL", "FULLWIDTH LATIN")) for c in letters
    )
    return _Heard(
        len(words), english, counts[name], name if counts[name] else "", strange * 2 > len(letters) and strange > 1
    )


def only_english(text: Text) -> Text:
    """A text without what is not English, which is then named among what was not looked at.

    Raises:
        NotEnglish: it is in another language, or has only a few words of English.
    """
    blocks = [list(group) for _, group in groupby(text.sentences, key=lambda sentence: sentence.block)]
    heard = [_heard(" ".join(sentence.text for sentence in block)) for block in blocks]
    other = [n for n, one in enumerate(heard) if one.is_other]
    english = sum(one.words for one in heard if one.is_english)
    whole = _heard(" ".join(sentence.text for sentence in text.sentences))
    strange = sum(heard[n].words for n in other) or (whole.words if whole.is_other else 0)
    if strange and english < _ENOUGH and english <= strange:
        raise NotEnglish(
            f"this text does not seem to be in English{_like([heard[n] for n in other] or [whole])}, and only English is read here; it was not judged"
        )
    if not other:
        return text
    kept = tuple(sentence for n, block in enumerate(blocks) if n not in set(other) for sentence in block)
    lines = sorted({sentence.line for n in other for sentence in blocks[n]})
    note = f"what does not seem to be in English{_like([heard[n] for n in other])}: {_listed(text.unit, lines)}"
    return replace(text, sentences=kept, not_looked_at=(*text.not_looked_at, note))


def _like(heard: list[_Heard]) -> str:
    """The language that it may be, where its words or letters say so."""
    scripts = [one for one in heard if one.foreign_script]
    names = {one.name for one in heard if one.name and one.other > 1}
    if scripts or len(names) != 1:
        return ""
    return f" (it looks like {names.pop()})"


def _listed(unit: str, lines: list[int]) -> str:
    shown = ", ".join(map(str, lines[:_MOST]))
    more = f" and {len(lines) - _MOST} more" if len(lines) > _MOST else ""
    return f"{unit}{'s' if len(lines) > 1 else ''} {shown}{more}"


_MOST = 8
