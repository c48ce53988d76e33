"""What a review holds, and the words with a kinder way. Promises and items have modules of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["note", "warning"]


@dataclass(frozen=True)
class FileLine:
    """A line of the project file that a finding rests on."""

    path: str
    line: int
    says: str


@dataclass(frozen=True)
class AdvertFinding:
    """Something to talk over. Never a verdict.

    Attributes:
        rule: which rule saw it.
        level: `warning` where the project file says something else, or the words put the fault on people; else `note`.
        line: the line of the advert; None where something is not there.
        quote: the words of the advert.
        says: what was seen.
        asks: a question for those who write the advert.
        instead: a kinder or truer way to say it, where there is one.
        file: the lines of the project file that it rests on.
    """

    rule: str
    level: Level
    line: int | None
    quote: str
    says: str
    asks: str
    instead: str = ""
    file: tuple[FileLine, ...] = ()


@dataclass(frozen=True)
class AdvertReview:
    """All that was seen in one advert.

    Attributes:
        findings: in the order of the lines; what is not there comes last.
        said: what an invitation should say and this one says, with the line.
        unsaid: what it should say and does not seem to.
        grade: the reading grade of the whole text; None where it was not worked out.
        not_looked_at: what was not looked for, and why.
        notes: what else is to be said of it.
    """

    findings: tuple[AdvertFinding, ...]
    said: dict[str, int]
    unsaid: tuple[str, ...]
    grade: float | None
    not_looked_at: tuple[str, ...]
    notes: tuple[str, ...] = ()


# --- words -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Word:
    """Words that some readers feel as blame, and a kinder way.

    Attributes:
        patterns: the words.
        instead: a kinder way.
        why: what they may say to a reader.
        fault: whether they put the fault on people (`words-fault`), or name people by a condition or with
            pity (`words-label`).
        unless: what may stand around them that makes them mean something else.
    """

    patterns: tuple[str, ...]
    instead: str
    why: str
    fault: bool = False
    unless: tuple[str, ...] = ()


WORDS: tuple[Word, ...] = (
    Word((r"\bhard(?:er|est)?[- ]to[- ](?:reach|engage|hear)\b", r"\bdifficult[- ]to[- ](?:reach|engage)\b", r"\bhardly reached\b", r"\bunreachable\b"),
         "“under-served by us”, or name the group and say what we have not done yet", "that people keep out of reach, while it may be the service that does", fault=True,
         unless=(r"\b(?:venue|building|place|office|switch|shelf|village|phone)\b[^.;]{0,20}\b(?:hard|difficult)",)),
    Word((r"\bfail(?:ed|s|ing|ure)?(?: \w+)? to (?:engage|attend|respond|comply|turn up|participate|take part)\b",
          r"\b(?:do|does|did|will|would)(?: not|n't) engage\b", r"\brefus(?:e|es|ed|al|ing)(?: \w+)? to (?:engage|comply|attend|co-?operate)\b",
          r"\bdisengag(?:ed|es|ing|ement)\b", r"\b(?:poor|low|lack of|non)[- ]?engagement\b"),
         "“we have not found a way that works for them”, “the service did not suit them”", "that people did something wrong by staying away", fault=True),
    Word((r"\bnon[- ]?(?:compliant|compliance|adherent|adherence)\b", r"\bpoor(?:ly)? (?:compliance|compliant|adherence|adherent)\b"),
         "“people who do not take the medicine (and their reasons)”", "that people disobey, where they may have good reasons", fault=True),
    Word((r"\brefus(?:e|es|ed|ing) (?:\w+ )?(?:treatment|care|medication|medicine|help|services?|therapy)\b", r"\btreatment[- ]refus\w+"),
         "“people who choose not to have treatment”", "that a choice is an act of defiance", fault=True),
    Word((r"\b(?:did|do|does) not attend(?:ers?)?\b", r"\bDNAs\b|\bDNA rates?\b", r"\bnon[- ]attend(?:ers?|ance)\b"),
         "“missed appointments”, and ask what stood in the way", "that staying away is a fault of those who could not come", fault=True),
    Word((r"\battention[- ]seek(?:ing|ers?)\b", r"\bmanipulative\b", r"\bchallenging behaviou?rs?\b", r"\bdifficult patients?\b", r"\bproblem (?:families|patients|behaviou?r)\b",
          r"\bfrequent flyers?\b", r"\bbed[- ]blockers?\b", r"\bheart[- ]?sink\b", r"\btime[- ]?wasters?\b"),
         "say what happened and what the person may have needed", "that people are the trouble", fault=True),
    Word((r"\black(?:s|ing)? (?:of )?(?:insight|motivation)\b", r"\bunmotivated\b", r"\bpoor historians?\b", r"\bill[- ]?informed (?:people|patients|public)\b", r"\bignorant\b"),
         "“see it differently”, “have not been told”", "that people cannot judge for themselves", fault=True),
    Word((r"\bchaotic (?:lives|lifestyles?|families|patients|people)\b", r"\blifestyle choices?\b", r"\bself[- ]inflicted\b"),
         "say what makes life hard for people", "that people chose what happens to them", fault=True),
    Word((r"\b(?:patients?|people|who|have|has|had) failed (?:on )?(?:\w+ ){0,3}(?:treatments?|therap(?:y|ies)|chemotherapy|medications?|drugs?)\b", r"\btreatment failures\b"),
         "“the treatment did not work for them”", "that the person failed, and not the treatment", fault=True),
    Word((r"\bsuffer(?:s|ing|ed)? (?:\w+ )?(?:from|with)\b", r"\bsufferers?\b", r"\bafflicted (?:with|by)\b", r"\bstricken with\b", r"\bvictims? of (?:\w+ )?(?:cancer|stroke|dementia|illness|depression|AIDS|disease)\b"),
         "“live with”, “have”, “people with …”", "that a life with a condition is nothing but suffering",
         unless=(r"\b(?:service|services|system|buildings?|data|studies|study|roads?|trains?|bus|line|project|company|economy|methods?|research|trials?|website|app)\b (?:\w+ )?suffer\w*",)),
    Word((r"\bwheelchair[- ]bound\b", r"\bconfined to (?:a |the |their |his |her )?(?:wheelchairs?|bed)\b", r"\bbed[- ]?ridden\b", r"\bhousebound\b"),
         "“wheelchair user”, “cannot leave home”", "that a wheelchair is a prison, where it may be freedom"),
    Word((r"\bthe (?:elderly|disabled|mentally ill|handicapped|homeless|blind|deaf|poor|deprived|vulnerable|needy|marginali[sz]ed|autistic|demented|infirm|obese)\b(?! (?:\w+ )?(?:people|person|care|ward|unit|patients?|adults?|lady|ladies|man|men|woman|women|gentleman|community|child(?:ren)?|access|toilet|parking|entrance|groups?|team|club|association|society|bay|spaces?|families|students?|members?|couple|results?|data|quality|network|world))",
          r"\bthe less fortunate\b"),
         "“older people”, “disabled people”, “people who …”", "that people are nothing but this one thing"),
    Word((r"\bcommit(?:s|ted|ting)? suicide\b", r"\b(?:un)?successful suicide\b", r"\bfailed suicide\b"),
         "“died by suicide”, “ended his life”", "that it is a crime, or that dying is a success"),
    Word((r"\b(?:drug|substance|alcohol) abus(?:e|ers?)\b", r"\b(?:drug )?addicts?\b", r"\balcoholics\b(?! anonymous)", r"\bjunkies?\b", r"\bself[- ]harmers?\b", r"\bschizophrenics?\b", r"\bepileptics?\b", r"\bdiabetics\b", r"\bcripples?d?\b(?! (?:by|the))", r"\bretard(?:ed|s)?\b", r"\billiterates?\b"),
         "“people who use drugs”, “people who self-harm”, “people with …”", "that people are their condition"),
    Word((r"\bvoiceless\b", r"\bgiv(?:e|es|ing) (?:\w+ )?a voice\b"),
         "“listen to”, “make room for”", "that people had no voice, while nobody may have listened"),
    Word((r"\b(?:research|study|human|our|test) subjects\b", r"\bguinea pigs?\b"),
         "“people who take part”", "that people are something to be examined"),
    Word((r"\b(?:normal|healthy and normal) (?:people|children|adults|families|population)\b", r"\bable[- ]bodied\b"),
         "“people without the condition”, “non-disabled people”", "that the others are not normal"),
    Word((r"\bsuffer(?:s|ing)? in silence\b", r"\bbrave(?:ly)? (?:battl|fight|fought|struggl)\w*", r"\bdespite (?:his|her|their) (?:disability|illness|condition)\b", r"\b(?:lost|losing) (?:the|his|her|their) battle\b"),
         "say plainly what people live with and do", "pity, or praise for what is everyday life"),
)  # fmt: skip
