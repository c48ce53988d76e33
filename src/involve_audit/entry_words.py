"""What entries of a file tell, in words: who said or did something, and what became of it; one list of each.

The report of the team, the edition for contributors and the accounts that differ tell the same entries, each in words of its own.
"""

from __future__ import annotations

from involve_audit.record import Record


class Who(Record):
    """Whose word or act something is, within a sentence.

    Attributes:
        report: for the team: `an evaluation`.
        plain: in everyday words: `a report on the work`.
        says: what stands between it and its word: say, says, or found.
    """

    report: str
    plain: str
    says: str


WHO = {
    "contributors": Who("contributors", "people who take part", "say"),
    "people served": Who("people served", "people whom the work serves", "say"),
    "together": Who("contributors and the team", "people and the team", "say"),
    "team": Who("the team", "the team itself", "says"),
    "researchers": Who("the team", "the team itself", "says"),
    "above": Who("those above the team", "those above the team", "say"),
    "allies": Who("allies", "others who work with them", "say"),
    "outside the team": Who("somebody outside the team", "somebody outside the team", "says"),
    "inquiry": Who("an inquiry", "an inquiry", "found"),
    "court": Who("a court", "a court", "found"),
    "evaluation": Who("an evaluation", "a report on the work", "found"),
    "regulator": Who("a regulator", "an office that watches over such work", "found"),
    "organisation of people affected": Who(
        "an organisation of people affected", "a group run by people whom the work affects", "says"
    ),
}
"""By the words of the file. It is never printed as if this tool had found it: whose word it is, stands with it."""


class Became(Record):
    """What became of something.

    Attributes:
        counted: where entries are counted: `two taken up`.
        report: within a sentence, for the team.
        account: a sentence beside another account of it.
        plain: a sentence in everyday words; empty where it is told by what changed, or in a sentence with what was promised.
    """

    counted: str
    report: str
    account: str
    plain: str = ""


ANSWERED = {
    "taken up": Became("taken up", "it was taken up", "It was taken up."),
    "partly": Became(
        "taken up in part", "it was taken up in part", "It was taken up in part.", "Part of it was taken up."
    ),
    "put off": Became("put off", "it was put off", "It was put off.", "It was put off."),
    "refused": Became("refused", "it was refused", "It was not taken up.", "It was not taken up."),
    "unanswered": Became("not answered", "it got no answer", "It got no answer.", "It got no answer."),
    "contested": Became(
        "contested",
        "it is contested what came of it",
        "What came of it is contested.",
        "Not everybody agrees what came of it.",
    ),
}
"""What became of what people said."""
CARRIED_OUT = {
    "done": Became("carried out", "it was carried out", "It was carried out.", "It was carried out."),
    "under way": Became(
        "being carried out", "it is being carried out", "It is being carried out.", "It is being carried out."
    ),
    "partly": Became(
        "carried out in part",
        "it was carried out in part",
        "It was carried out in part.",
        "It was carried out in part.",
    ),
    "set aside": Became("set aside", "it was set aside", "It was set aside.", "It was set aside."),
}
"""What became of a decision."""
KEPT = {
    "yes": Became("kept", "it was kept", "It was kept."),
    "partly": Became("kept in part", "it was kept in part", "It was kept in part.", "That was kept only in part."),
    "no": Became("not kept", "it was not kept", "It was not kept.", "That was not kept."),
}
"""What became of a public promise."""
WERE_HEARD = {
    "yes": "people were heard",
    "no": "people were not heard",
    "split": "some were heard and others were not",
}
"""Whether people were heard, within a sentence."""
