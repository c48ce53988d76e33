"""Every question and finding that a report may print alone can be understood alone.

A report for people lifts sentences out of their entry: a question to begin with, a step, what is not known. A word that
points back (`it`, `them`, `this group`, `the two`) then points at nothing. What it points at must stand in the same text.
"""

from __future__ import annotations

import re

from support import rows, shipped

from involve_audit.facts import FACTS
from involve_audit.judge.questions import _asks_for_stage
from involve_audit.judge.stage_words import stage_words
from involve_audit.render import discussion, words

_POINTS_AT_AN_ENTRY = re.compile(
    r"\bwhether (?:it|this|that) is so\b|\bis it so\b|\bthe two\b|\bthe very\b|\bthe (?:matter|other)\b(?! (?:side|people))"
    r"|\b(?:this|that|these|those) (?:group|limit|occasion|gap|list|numbers?|dates?|room|decision|reason|harm|rate"
    r"|sum|money|part|two|plan|choice|promise|refusal)\b(?! (?:who|that is missing|whom|that|which|of|by|for|in|is missing))"
    r"|\bthis person\b|\bthese people\b|\bthe group\b(?! (?:that|who|itself|was told|told|has said|choose))|\bfrom the group\b(?! that)|\buntil then\b|\bwho of them\b"
    r"|^(?:did|was|is|does|has|were|have) (?:it|this|that|they)\b|\b(?:that|if|whether) this (?:is|was)\b|\b(?:about|of|from) (?:this|these|those)\b(?! (?:who|whom|work|kind|people))",
    re.IGNORECASE,
)
# `Is it told who …`, `it is said that …`: the word points forwards.
_FORWARDS = re.compile(
    r"\b(?:is|was) it (?=[^.?]*\b(?:what|whom|who|why|how|when|whether|if|that|where|which|of|in|by)\b)"
    r"|\bit (?:is|was) (?=\w+[^.?]*\b(?:what|whom|who|why|how|when|whether|if|that|where|which|to|than|not)\b)|\b(?:does|did|has) it cost\b|\bit (?:last )?became heated\b|^it makes a difference\b",
    re.IGNORECASE,
)
_IT = re.compile(r"\bits?\b", re.IGNORECASE)
_THEY = re.compile(
    r"\b(?:they|them|their|theirs|those|these)\b(?! (?:who|whom|in|with|which|affected|above|concerned))", re.IGNORECASE
)
_SOMETHING = re.compile(
    r"\b(?!(?:what|does|meant|this|that|they|have|been|were|could|would|with|from|there|here|when|where|which|whom|into|them|their|said"
    r"|told|known|whether|these|those|should|must|than|then|also|only|just|each|did|was|are|how|why|who|the|and|for|can|not|has|had)\b)[a-z-]{3,}",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:people|contributors|those|everybody|everyone|each|somebody|anybody|nobody|person|members|groups?|users|staff|papers|words"
    r"|texts|wishes|stories|needs|adjustments|sides?|team|all|who|others?|limits|reasons|ideas|roles|stages|researchers|facilitator"
    r"|gaps?|things|ways|lines|questions|days|plans|meetings|decisions|organisations?|contributor|patients|leaders?|disagreements|occasions)\b",
    re.IGNORECASE,
)


def points_at_nothing(text: str) -> str:
    """The first word of a text that points at something outside it; empty where there is none."""
    # What is quoted points at what its speaker meant.
    text = _FORWARDS.sub(lambda m: "-" * len(m[0]), re.sub(r'["“][^"”]*["”]', '""', text))
    found = _POINTS_AT_AN_ENTRY.search(text)
    if found:
        return found[0]
    for points, at in ((_IT, _SOMETHING), (_THEY, _MANY)):
        found = points.search(text)
        if found and not at.search(text[: found.start()]):
            return found[0]
    return ""


def texts():
    """Every text that may stand alone, with the place that it comes from."""
    rubric = shipped().rubric
    for flag in rubric.flags:
        yield f"flag {flag.id} asks", flag.asks
        yield f"flag {flag.id} says", flag.plain or flag.says
    for gate in rubric.gates:
        yield from ((f"gate {gate.id} {name}", getattr(gate, name)) for name in ("asks", "says", "lifts"))
        yield f"gate {gate.id} plain", gate.plain or gate.title
    for criterion in rubric.criteria:
        for name in ("asks", "plain", "question", "step"):
            yield f"criterion {criterion.id} {name}", getattr(criterion, name)
    for step in rubric.steps or ():
        yield f"step {step.id}", step.says
    for verdict in rubric.verdicts:
        yield f"verdict {verdict.id}", verdict.plain
    yield from ((f"fact {name}", fact.question) for name, fact in FACTS.items())
    yield from ((f"stage {name}", _asks_for_stage(name)) for name in stage_words(None))
    yield from ((f"sign {sign.id}", sign.says) for sign in shipped().rubric.signs)
    yield from ((f"unknown {name}", asks) for name, (asks, _) in discussion.UNKNOWN.items())
    yield from ((f"why {name}", why) for name, (_, why) in discussion.UNKNOWN.items())
    yield from ((f"room {kind}", f"{about}. {asks}") for kind, (about, asks) in discussion.ROOM.items())
    yield from (("asked for", text) for text in (*words.ASKED_FOR.values(), *words.verdict._SIGN_ASKED_FOR.values()))


def test_no_text_that_may_stand_alone_points_at_something_else():
    told = list(texts())
    assert len(told) > 500
    assert {place: (found, text) for place, text in told if text and (found := points_at_nothing(text))} == {}


@rows(
    "text",
    [
        "Who from the group could tell us whether it is so?",
        "Was a say overruled on the very matter, by those in power?",
        "Which of the two is true?",
        "Did people choose this, and could they have money instead? Who of them says so?",
        "Is it known?",
        "Who decided that this is too much for them?",
        "What is it meant to pay for?",
        "Did they agree?",
        "Who looks after involvement until then?",
        "What would this person say?",
    ],
)
def test_the_search_finds_such_words(text):
    assert points_at_nothing(text)


def test_no_key_of_the_file_stands_in_a_question():
    assert [
        (place, text) for place, text in texts() if text and ("`" in text or re.search(r"\w+\.\w+_\w+", text))
    ] == []
