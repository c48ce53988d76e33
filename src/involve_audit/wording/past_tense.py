"""What is said of work that goes on, as it is said of work that is over. What stands in quotation marks stays as it is.

These are rules for English verbs, and *has* or *do* are other words elsewhere: in another language a sentence stays as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from involve_audit.language import chosen

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 2_000
"""Of so many sentences it is kept how they are said: a rubric has some hundred, and reports say most of them again and again."""

_KEPT = (
    r"“[^”]*”|(?:people )?whom (?:it|the work|this work) (?:is about|serves|affects)(?: or serves)?|whose word is it"
    r"|a public consultation is this part|[Dd]eciding what is needed|have say|take back|\bMay [0-9]{4}\b"
    r"|the will of|is different now|do those concerned want|[Pp]eople can trust this work|does the published rate say today|day that has passed"
    r"|by what is told|answers? decides?|[Dd]oes the file (?:tell|say)|the file (?:tells|says)|when the work is over"
)
"""What stays: words of others, who people are whom the work is about, the month of May, and what is asked of today."""

_WHOLE = {
    "Where is the work now?": "Where is the work now?",
    "Do people take part in most parts of the work?": "Did people take part in most parts of the work?",
    "Are people named as they wish, or not named?": "Were people named as they wished, or not named?",
    "Has it cost anybody money to take part?": "Did it cost anybody money to take part?",
    "How many researchers or other staff work on it?": "How many researchers or other staff worked on it?",
    "How many meetings or other occasions have there been?": "How many meetings or other occasions were there?",
    "How many days does it take until people have their money?": "How many days did it take until people had their money?",
    "Is what people need paid for without asking each time?": "Was what people needed paid for without asking each time?",
    "Do people who leave keep what they have earned?": "Did people who left keep what they had earned?",
    "Can the question and the aims be changed only if people who take part agree?": "Could the question and the aims be changed only if people who took part agreed?",
    "Was it noted what will be done?": "Was it noted what would be done?",
    "Did people say how far they trust the team, and was it talked over?": "Did people say how far they trusted the team, and was it talked over?",
    "Are people asked again before their story is used to promote something?": "Were people asked again before their story was used to promote something?",
    "Do the same one or two people do everything?": "Did the same one or two people do everything?",
    "Is it known, and used, what else people can do?": "Was it known, and used, what else people could do?",
    "What do people hear after they have said something?": "What did people hear after they had said something?",
    "Is there something that cannot change here, whatever people say?": "Was there something that could not change here, whatever people said?",
    "Who sets when papers come, and in what form?": "Who set when papers came, and in what form?",
    "Do people decide where, and in what languages, results go?": "Did people decide where, and in what languages, results went?",
    "How often are people asked what they need?": "How often were people asked what they needed?",
    "Have people agreed how they want to work together, and what to do when something goes wrong?": "Did people agree how they wanted to work together, and what to do when something went wrong?",
    "Has the project itself asked who is not in the room, and why?": "Did the project itself ask who was not in the room, and why?",
    "Has the project asked more than once who is not in the room?": "Did the project ask more than once who was not in the room?",
    "Will something good stay when the work is over?": "Did something good stay when the work was over?",
    "For what is something planned or done that remains?": "For what was something planned or done that remains?",
}  # fmt: skip
"""Questions whose verbs no rule can tell."""

_DID = {
    "have": "had", "keep": "kept", "cover": "covered", "choose": "chose", "approve": "approved", "teach": "taught", "share": "shared", "bring": "brought",
    "answer": "answered", "arrive": "arrived", "sit": "sat",
}  # fmt: skip


_THEN = (
    (r"\bcannot\b", "could not"), (r"\bcan\b", "could"), (r"\bwill have\b", "had"), (r"\bor will be\b", "or were to be"), (r"\bpeople will be\b", "people were to be"), (r"\bwill be\b", "was to be"), (r"\bwill\b", "would"),
    (r"\bisn't\b", "wasn't"), (r"\bis\b", "was"), (r"\bare\b", "were"), (r"(?<!to )(?<!it )(?<!d people )(?<!o people )\bdo\b", "did"), (r"\bdoes\b", "did"), (r"\bhas\b", "had"),
    (r"(?<!did )\b(who|they|people|that|as) take part\b", r"\1 took part"), (r"\b(who|somebody|everybody) takes part\b", r"\1 took part"),
    (r"\bthose who lead\b", "those who led"), (r"\bwhile they take\b", "while they took"), (r"\bmay\b", "might"), (r"\bthat have a say\b", "that had a say"),
    (r"\b(groups that meet) and have\b", r"\1 and had"), (r"\bthat meets\b", "that met"), (r"\bthat meet\b", "that met"), (r"\bas they wish\b", "as they wished"),
    (r"\bthat they have(?=[,.?])", "that they had"), (r"(?<!to )(?<!d )\bhave the last word\b", "had the last word"),
    (r"\bwhat part people have\b", "what part people had"), (r"\bdecisions that shape\b", "decisions that shaped"), (r"\bwho write or present\b", "who wrote or presented"),
    (r"\bwho run\b", "who ran"), (r"\bhave had a part\b", "had a part"), (r"\bthose who leave hand over\b", "those who left handed over"),
    (r"\bwhen people leave\b", "when people left"), (r"\b(what|which) (they|people) need\b", r"\1 \2 needed"), (r"\bwhat they wish\b", "what they wished"), (r"\bwhat they want\b", "what they wanted"),
    *((rf"(?<!did )(?<!could )(?<!do )(?<!will )(?<!would )(?<!may )(?<!might )\b(they|contributors|people) {now}(?= (?:a say|an|in|to|what|of themselves|more|each|besides|at least)\b)", rf"\1 {then}") for now, then in _DID.items()),
    (r"\bthey also choose\b", "they also chose"), (r"\btime they have\b", "time they had"), (r"\b(that contributors|what they) have (seen|earned)\b", r"\1 had \2"),
    (r"\bthose who need\b", "those who needed"), (r"\band knows them\b", "and knew them"), (r"\bcauses that lie\b", "causes that lay"), (r"\band rests both\b", "and rested both"),
    (r"\band cover more\b", "and covered more"), (r"\band keeps nobody\b", "and kept nobody"), (r"\bit names somebody\b", "it named somebody"), (r"\bit cares for\b", "it cared for"),
    (r"\bhow far they trust and feel\b", "how far they trusted and felt"), (r"\bthe work stands on\b", "the work stood on"), (r"\bhears the reason\b", "heard the reason"),
    (r"\bresults go in\b", "results went in"), (r"\bpeople or more meet\b", "people or more met"), (r"\bbecomes\b", "became"), (r"\bit publishes\b", "it published"),
    (r"\bthis group is told\b", "this group was told"), (r"\bchairs it\b", "chaired it"),
    (r"(?<=took part )have(?= (?:an equal|some|no) votes?\b)", "had"), (r"(?<=people who took part )vote\b", "voted"),
    (r"\bsome sit in a room, or that one chairs it\b", "some sat in a room, or that one chaired it"), (r"\bwho chairs it\b", "who chaired it"), (r"\bthe way we work\b", "the way we worked"), (r"\bthey see\b", "they saw"),
)  # fmt: skip
_VERBS = {
        "takes": "took", "leaves": "left", "comes": "came", "sets": "set", "says": "said", "sees": "saw", "disagrees": "disagreed", "matters": "mattered",
        "follows": "followed", "explains": "explained", "speaks": "spoke", "chooses": "chose", "reaches": "reached", "costs": "cost",
        "leads": "led", "makes": "made", "ends": "ended", "happens": "happened", "affects": "affected", "differs": "differed", "works": "worked",
        "brings": "brought", "decides": "decided", "goes": "went", "wants": "wanted", "holds": "held", "serves": "served", "gets": "got",
        "advises": "advised", "needs": "needed", "asks": "asked", "runs": "ran", "gives": "gave", "sits": "sat",
}  # fmt: skip


def in_the_past(says: str) -> str:
    """A question or an answer as it is said of work that is over.

    >>> in_the_past("How many people take part in all?"), in_the_past("Who sets what “is” talked about?")
    ('How many people took part in all?', 'Who set what “is” talked about?')
    >>> in_the_past("It may end on 10 May 2019")
    'It might end on 10 May 2019'
    """
    return says if chosen() else _then(says)


@lru_cache(_MOST)
def _then(says: str) -> str:
    if says in _WHOLE:
        return _WHOLE[says]
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\0{len(kept) - 1}\0"

    says = re.sub(_KEPT, keep, says)
    says = re.sub(
        r"\b(?:[Pp]eople's|[Ww]hich|their|these|access|those|ha[ds]|have|no) (?:costs|needs)\b|^Needs\b", keep, says
    )
    for now, then in _THEN:
        says = re.sub(now, lambda m, then=then: _like(m[0], m.expand(then)), says, flags=re.IGNORECASE)  # type: ignore[misc]
    verbs = rf"\b(?:{'|'.join(_VERBS)})\b"
    says = re.sub(verbs, lambda m: _like(m[0], _VERBS[m[0].lower()]), says, flags=re.IGNORECASE)
    says = re.sub(r"^Was (?=.*\bpeople\b)was\b", "Were", says)
    return re.sub("\0([0-9]+)\0", lambda m: kept[int(m[1])], says)


def _like(before: str, now: str) -> str:
    return now[:1].upper() + now[1:] if before[:1].isupper() else now


_OF_THIS_PAPER = r"“[^”]*”|\([^)]*\)|(?<=take part hold): [^.]*|: [^.?!]*[0-9][^?!]*(?=\.$)|(?:is|are) (?:not (?:told|written down|known|shown)|still planned|on record)|(?<=, )it says|that is no fault|[Tt]o say so is honest|a sign of tokenism holds|[Tt]oo little is known to say; it is|If the work has only these parts, the file can say so|follow, speak and take part|(?:[Tt]hat is what |[Bb]y what )?(?<!this group )is (?:written down|told)|\bsays? (?:so|that|otherwise)\b|it is not clear|Whether this still comes is not told|(?:we|We) (?:do not know|cannot|can)[^.;]*|may (?:be|have|show)|it seems|the file says"
"""What stays in a statement: what is quoted or named, and what is said of the paper and not of the work."""
_PEOPLE_DO = {
    "take part": "took part", "get": "got", "decide": "decided", "know": "knew", "say": "said", "lead": "led", "give": "gave",
    "matter": "mattered", "need": "needed", "speak": "spoke", "hold": "held", "hear": "heard", "share": "shared", "wait": "waited",
    "meet": "met", "come": "came", "stay": "stayed", "learn": "learned", "learns": "learned", "have another role": "had another role", "have the role": "had the role",
    "what people say changes": "what people said changed",
}  # fmt: skip
_NO_VERB = r"\b(?:(?:to|do|does|did|can|cannot|could|may|will|would|might|should|must|not) (?:\w+ )?|(?:a|an|the|more|no|any|some|small|involvement|have) )$"
"""What stands before such a word where it is not what people do now: *can say*, *a say*, *the lead*."""


def tenses(*, over: bool) -> tuple[Callable[[str], str], Callable[[str], str]]:
    """How a statement on what people do, and a question on it, are said of work that may be over: then in the past."""
    return (told_in_the_past, in_the_past) if over else (str, str)


def told_in_the_past(says: str) -> str:
    """A statement as it is said of work that is over; a question is no statement, and has `in_the_past`.

    >>> told_in_the_past("People take part, and they get answers. Others decide.")
    'People took part, and they got answers. Others decided.'
    >>> told_in_the_past("Here people will be told. Here people will take part and get answers.")
    'Here people were to be told. Here people would take part and get answers.'
    >>> told_in_the_past("People were to take part and get answers."), told_in_the_past("People who take part say that it is so.")
    ('People were to take part and get answers.', 'People who took part say that it was so.')
    >>> told_in_the_past("Nobody who takes part is offered pay."), told_in_the_past("People do not know about pay before they say yes.")
    ('Nobody who took part was offered pay.', 'People did not know about pay before they said yes.')
    """
    return says if chosen() else _told_then(says)


@lru_cache(_MOST)
def _told_then(says: str) -> str:
    # What is quoted stays as it was said, however many sentences it has.
    quoted: list[str] = []

    def keep(found: re.Match[str]) -> str:
        quoted.append(found[0])
        return f"“\x01{len(quoted) - 1}\x01”"

    says = re.sub("“[^“”]*(?:“[^”]*”[^“”]*)*”", keep, says)
    said = " ".join(map(_statement, re.split(r"(?<=[.!?]) (?=[A-Z“])", says)))
    return re.sub("“\x01([0-9]+)\x01”", lambda m: quoted[int(m[1])], said)


def _statement(says: str) -> str:
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\0{len(kept) - 1}\0"

    def did(found: re.Match[str]) -> str:
        before = says[: found.start()]
        of_two = before.endswith(("and ", "or ")) and re.search(r"\b(?:to|will) \w+ ", before)  # to take part and get
        return found[0] if of_two or re.search(_NO_VERB, before) else _PEOPLE_DO[found[0]]

    says = re.sub(_OF_THIS_PAPER, keep, says)
    says = re.sub(rf"\b(?:{'|'.join(_PEOPLE_DO)})\b", did, says)
    # A place that is kept holds no word that a rule could take for one of its own.
    said = "".join(_then(part) if n % 2 == 0 else part for n, part in enumerate(re.split("(\0[0-9]+\0)", says)))
    return re.sub("\0([0-9]+)\0", lambda m: kept[int(m[1])], said)
